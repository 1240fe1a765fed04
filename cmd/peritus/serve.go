package main

import (
	"context"
	"fmt"
	"log/slog"
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
must agree. The account that anchors is DIR/keys/anchor.key, or the 64 hex digits in $PERITUS_ANCHOR_KEY.`,
	}
}

func runServe(ctx context.Context, c *call) error {
	data := c.flags.String("data", "", "`DIR` of genesis.json and the keys")
	database := c.flags.String("database", c.getenv("PERITUS_DATABASE"), "`URL` of a PostgreSQL database (also $PERITUS_DATABASE)")
	rpc := c.flags.String("rpc", c.getenv("PERITUS_RPC"), "`URLs` of the chain's endpoints, separated by commas (also $PERITUS_RPC)")
	listen := c.flags.String("listen", "127.0.0.1:8080", "`ADDRESS` of pages and API")
	metrics := c.flags.String("metrics", "", "`ADDRESS` of a private listener for Prometheus")
	host := c.flags.String("host", "", "`NAME` that members know this server by; sign-in messages are bound to it")
	secure := c.flags.Bool("secure", false, "visitors come by HTTPS, through a proxy in front")
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	if *data == "" || *rpc == "" {
		return &usageError{"usage: peritus serve " + c.command.args}
	}
	dir := folder(*data)
	log := slog.New(slog.NewJSONHandler(c.stderr, nil))
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		return missing("%s cannot be listened on: %w; name another with --listen", *listen, err)
	}
	defer listener.Close()
	cfg := instanceConfig{dir: dir, database: *database, log: log, clock: func() document.Time { return document.Time(time.Now().Unix()) }}
	if text := c.getenv("PERITUS_ANCHOR_KEY"); text != "" {
		if cfg.anchorKey, err = crypto.HexToECDSA(strings.TrimPrefix(text, "0x")); err != nil {
			return missing("$PERITUS_ANCHOR_KEY holds no account key of 64 hex digits")
		}
	} else if cfg.anchorKey, err = dir.existingAccount("anchor.key"); err != nil {
		return err
	}
	for _, url := range strings.Split(*rpc, ",") {
		client, err := dial(ctx, strings.TrimSpace(url))
		if err != nil {
			return err
		}
		defer client.Close()
		cfg.clients = append(cfg.clients, client)
	}
	i, err := openInstance(ctx, cfg)
	if err != nil {
		return err
	}
	defer i.stop()
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
