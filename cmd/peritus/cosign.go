package main

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/remote"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/cosign"
	"github.com/peritus-dao/peritus/modelspec/release"
)

func cosignCommand() *command {
	return &command{
		name: "cosign", args: "--id NAME --data DIR --chain URL --genesis FILE [--once] SERVER", run: runCosign,
		summary: "Replay a server's record and co-sign the releases that follow from it",
		help: `Before it signs, it replays the whole record and compares badges and anchors with the chain, at its own endpoint. It
signs what it wrote itself from that record, never two statements for one release, and goes on by itself until it is
stopped. The key is DIR/keys/cosigner.key, made on the first run; its public half goes into genesis.json. What was signed
is remembered in DIR/signed.jsonl: keep a backup. How far the record is verified is remembered in DIR/verified.json, from which it goes on when it is
started again; delete it to begin at the genesis.

It ends with status 1 when the record is refuted, or would have it sign two statements for one release. --alarm PROGRAM is run then, and once for each
new reason why it cannot sign now, which is in PERITUS_ALARM. --metrics is a listener for Prometheus: alert when the last success grows old.`,
	}
}

func runCosign(ctx context.Context, c *call) error {
	id := c.flags.String("id", "", "`NAME` of this co-signer in genesis.json")
	data := c.flags.String("data", "", "`DIR` of the key and of the memory")
	rpc := c.flags.String("chain", "", "`URLS` of RPC endpoints of the chain, separated by commas; more than half must agree")
	genesis := c.flags.String("genesis", "", "`FILE`: the genesis.json that this co-signer trusts")
	once := c.flags.Bool("once", false, "sign what can be signed now, and end")
	alarm := c.flags.String("alarm", "", "`PROGRAM` to run when it cannot sign, with the reason in PERITUS_ALARM")
	metrics := c.flags.String("metrics", "", "`ADDRESS` of a private listener for Prometheus")
	every := c.flags.Duration("interval", 5*time.Second, "`TIME` between two looks at the server")
	key := c.flags.Bool("public-key", false, "print the public key for genesis.json, and end")
	operands, err := c.parse(0, 1)
	if err != nil {
		return err
	}
	if *data == "" {
		return &usageError{"name the folder of this co-signer with --data DIR"}
	}
	dir := folder(*data)
	if err := dir.make(); err != nil {
		return err
	}
	private, err := dir.p256("cosigner.key")
	if err != nil {
		return err
	}
	if *key {
		text, err := release.EncodeKey(private.Public())
		if err == nil {
			_, err = fmt.Fprintln(c.stdout, text)
		}
		return err
	}
	if len(operands) == 0 || *id == "" || *rpc == "" || *genesis == "" {
		return &usageError{"usage: peritus cosign " + c.command.args}
	}
	raw, err := readFile(*genesis, record.MaxEntry)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(c.stderr, nil))
	watch := &cosignerWatch{id: *id, program: *alarm, log: log}
	if *metrics != "" {
		stop, err := watch.serve(*metrics)
		if err != nil {
			return err
		}
		defer stop()
	}
	s, err := newCosigner(ctx, cosignerConfig{id: *id, key: private, memory: dir.path("signed.jsonl"), verified: dir.path("verified.json"), server: operands[0], rpc: *rpc, genesis: raw})
	if err != nil {
		watch.failed(ctx, err, true)
		return err
	}
	defer s.close()
	for {
		signed, err := s.step(ctx)
		for _, r := range signed {
			fmt.Fprintln(c.stdout, r)
		}
		watch.looked(len(signed), s.verifier.State().Size(), err)
		if err != nil && ctx.Err() == nil {
			last := *once || errors.Is(err, replay.ErrRefuted) || errors.Is(err, cosign.ErrEquivocation)
			watch.failed(ctx, err, last)
			if last {
				return err
			}
		}
		if *once {
			return nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(*every):
		}
	}
}

// cosigner replays a server's record and signs its releases.
type cosigner struct {
	source   *remote.Source
	verifier *replay.Verifier
	memory   *cosign.Memory
	signer   *cosign.Cosigner // for the keys that the record trusts, of which there are sets
	sets     int
	cfg      cosignerConfig
	saved    int64 // entries that the file on disk says are verified
	sent     map[document.Digest]bool
	chain    func()
}

type cosignerConfig struct {
	id     string
	key    *ecdsa.PrivateKey
	memory string // path
	// verified is the path of the file that says how far the record is verified; empty begins at the genesis each time.
	verified string
	server   string // URL
	rpc      string // URL
	genesis  []byte
}

func newCosigner(ctx context.Context, cfg cosignerConfig) (*cosigner, error) {
	pin := document.Sum(cfg.genesis)
	c := &cosigner{sent: map[document.Digest]bool{}, cfg: cfg}
	if _, err := release.NewTrust(cfg.genesis, pin); err != nil {
		return nil, err
	}
	var err error
	if c.source, err = remote.New(cfg.server); err != nil {
		return nil, &usageError{err.Error()}
	}
	checker, closeChain, err := openChecker(ctx, cfg.rpc, cfg.genesis)
	if err != nil {
		return nil, err
	}
	c.chain = closeChain
	opts := replay.Options{Genesis: pin, Chain: checker}
	if cfg.verified != "" {
		if raw, err := os.ReadFile(cfg.verified); err == nil {
			before, err := replay.ParseVerified(raw)
			if err != nil {
				closeChain()
				return nil, missing("%s cannot be read; delete it, and the record is verified from the genesis: %w", cfg.verified, err)
			}
			opts.Resume = &before
		}
	}
	c.verifier = replay.NewVerifier(replayConfig(), c.source, opts)
	if c.memory, err = cosign.OpenMemory(cfg.memory); err != nil {
		closeChain()
		return nil, err
	}
	return c, nil
}

func (c *cosigner) close() {
	c.chain()
	_ = c.memory.Close()
}

// Evidence implements [cosign.State] by the co-signer's own replay.
func (c *cosigner) Evidence(ctx context.Context, channel string, sequence uint64) (release.Evidence, error) {
	e, err := c.verifier.State().Evidence(channel, sequence)
	if err != nil {
		return release.Evidence{}, err
	}
	return cosign.Complete(ctx, c.source, e, kinds().References)
}

// step replays what is new, and signs and sends every release that waits for signatures. It returns what it signed.
func (c *cosigner) step(ctx context.Context) ([]string, error) {
	if _, err := c.verifier.Verify(ctx); err != nil {
		return nil, err
	}
	if v := c.verifier.Verified(); c.cfg.verified != "" && v.Size != c.saved {
		raw, err := document.Marshal(v)
		if err == nil {
			err = writeFile(c.cfg.verified, append(raw, '\n'), 0o600)
		}
		if err != nil {
			return nil, err
		}
		c.saved = v.Size
	}
	var signed []string
	state := c.verifier.State()
	if sets := state.TrustSets(); c.signer == nil || len(sets) != c.sets {
		trust, err := cosign.Trust(ctx, c.source, c.cfg.genesis, sets)
		if err != nil {
			return nil, err
		}
		c.signer, err = cosign.New(cosign.Config{ID: c.cfg.id, Key: c.cfg.key, Trust: trust, State: c, Memory: c.memory})
		if err != nil {
			return nil, err
		}
		c.sets = len(sets)
	}
	for _, channel := range state.Channels() {
		for _, r := range state.Releases(channel) {
			if !r.Open(state) {
				continue
			}
			statement, sig, err := c.signer.Sign(ctx, channel, r.Intent.Sequence)
			if err != nil {
				return signed, err
			}
			if c.sent[document.Sum(statement)] {
				continue
			}
			envelope, err := release.Assemble(statement, []release.Signature{sig})
			if err != nil {
				return signed, err
			}
			body, err := json.Marshal(map[string]any{"channel": channel, "sequence": r.Intent.Sequence, "envelope": json.RawMessage(envelope)})
			if err != nil {
				return signed, err
			}
			if _, _, err := c.source.Post(ctx, "api/v1/cosignatures", body); err != nil {
				return signed, err
			}
			c.sent[document.Sum(statement)] = true
			signed = append(signed, fmt.Sprintf("signed release %d of %s: %s", r.Intent.Sequence, channel, document.Sum(statement)))
		}
	}
	return signed, nil
}
