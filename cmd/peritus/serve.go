package main

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/governance/document"
)

func serveCommand() *command {
	return &command{
		name: "serve", args: "--data DIR --rpc URL[,URL…] [flags]", run: runServe,
		summary: "Run an instance: the record, the pages, the API, the anchors and the releases",
		help: `DIR holds genesis.json and the keys, as peritus init made them. Without --database the record is in a SQLite file
there; with a postgres:// address any number of these processes share one record. Of several RPC endpoints more than half
must agree; anchors are sent to all. The account that anchors is in DIR/keys/anchor.key: 64 hex digits, or a keystore file of
version 3 whose passphrase is in $PERITUS_ANCHOR_PASSPHRASE or in the file that $PERITUS_ANCHOR_PASSPHRASE_FILE names. Or the key
itself is in $PERITUS_ANCHOR_KEY. If $PERITUS_RELAY_KEY holds the 64 hex digits of another account, it pays for the badges that members
endorsed, so that nobody who asks for one needs coin. No log shows any of these, nor more of an endpoint's address than its host.`,
	}
}

func runServe(ctx context.Context, c *call) error {
	data := c.flags.String("data", "", "`DIR` of genesis.json and the keys")
	database := c.flags.String("database", c.getenv("PERITUS_DATABASE"), "`URL` of a PostgreSQL database (also $PERITUS_DATABASE)")
	rpc := c.flags.String("rpc", c.getenv("PERITUS_RPC"), "`URLs` of the chain's endpoints, separated by commas (also $PERITUS_RPC)")
	var witnesses repeated
	c.flags.Var(&witnesses, "witness", "`URL` of a witness who is shown each checkpoint; several times")
	listen := c.flags.String("listen", "127.0.0.1:8080", "`ADDRESS` of pages and API")
	poll := c.flags.Duration("poll", 2*time.Second, "`TIME` between two looks at the chain")
	gwei := c.flags.Uint64("max-fee", 0, "`GWEI` that an anchor may offer for a unit of gas; 0 is ten times what the chain asks for")
	metrics := c.flags.String("metrics", "", "`ADDRESS` of a private listener for Prometheus")
	host := c.flags.String("host", "", "`NAME` that members know this server by; sign-in messages are bound to it")
	secure := c.flags.Bool("secure", false, "visitors come by HTTPS, through a proxy in front")
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	if *data == "" || *rpc == "" {
		return &usageError{"usage: peritus serve " + c.command.args}
	}
	maxFee, err := wei(*gwei)
	if err != nil {
		return err
	}
	dir := folder(*data)
	log := slog.New(slog.NewJSONHandler(c.stderr, nil))
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		return missing("%s cannot be listened on: %w; name another with --listen", *listen, err)
	}
	defer listener.Close()
	cfg := instanceConfig{dir: dir, database: *database, log: log, clock: func() document.Time { return document.Time(time.Now().Unix()) }}
	if cfg.anchorKey, err = dir.anchorKey(c.getenv, false); err != nil {
		return err
	}
	if text := c.getenv("PERITUS_RELAY_KEY"); text != "" {
		if cfg.relayKey, err = crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(text), "0x")); err != nil {
			return missing("$PERITUS_RELAY_KEY holds no account key of 64 hex digits")
		}
	}
	clients, closeAll, err := dialAll(ctx, *rpc)
	if err != nil {
		return err
	}
	defer closeAll()
	cfg.clients, cfg.poll, cfg.maxFee = clients, *poll, maxFee
	i, err := openInstance(ctx, cfg)
	if err != nil {
		return err
	}
	defer i.stop()
	if len(witnesses) > 0 {
		i.witnesses = newWitnessed(i.service, witnesses, log)
	}
	s, err := newServer(i, pages{host: *host, secure: *secure, log: log})
	if err != nil {
		return err
	}
	defer s.serve(listener)()
	if *metrics != "" {
		private, err := net.Listen("tcp", *metrics)
		if err != nil {
			return missing("%s cannot be listened on: %w; name another with --metrics", *metrics, err)
		}
		m := &http.Server{Handler: s.Metrics(), ReadHeaderTimeout: 5 * time.Second}
		defer m.Close()
		go func() { _ = m.Serve(private) }()
	}
	fmt.Fprintf(c.stdout, "Peritus serves %s at http://%s\n", i.trust.Record.Name, listener.Addr())
	ended := make(chan struct{})
	go func() { i.run(ctx); close(ended) }()
	select {
	case <-ctx.Done():
		<-ended
		return nil
	case err := <-s.failed:
		return err
	}
}

// wei returns an amount of gwei in wei.
func wei(gwei uint64) (uint64, error) {
	if gwei > math.MaxUint64/1_000_000_000 {
		return 0, &usageError{fmt.Sprintf("--max-fee %d is more gwei than there are", gwei)}
	}
	return gwei * 1_000_000_000, nil
}
