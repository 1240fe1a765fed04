package chain_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/endpoints"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store"
)

// killable is set in the environment of the process that tests kill; its value is a folder with a setup.json.
const killable = "CHAIN_TEST_KILLABLE"

// patience is that of the process with its endpoints.
const patience = 300 * time.Millisecond

func TestMain(m *testing.M) {
	if dir := os.Getenv(killable); dir != "" {
		fmt.Fprintln(os.Stderr, runKillable(context.Background(), dir))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// setup is what the process is told.
type setup struct {
	Genesis   []byte
	Blobs     [][]byte
	LogKey    string
	Sender    []byte
	Contracts record.Chain
	Endpoints []string
	Tip       uint64 // offered instead of what the chain asks for, if not 0
}

// stingy offers too little.
type stingy struct {
	anchor.Chain
	tip uint64
}

func (s stingy) Fees(ctx context.Context) (anchor.Fees, error) {
	f, err := s.Chain.Fees(ctx)
	if s.tip > 0 {
		f = anchor.Fees{Tip: s.tip, Cap: s.tip}
	}
	return f, err
}

// serviceJournal is where the process's follower writes: the record itself.
type serviceJournal struct{ *governance.Service }

func (j serviceJournal) Position(context.Context) (uint64, follower.Block, error) {
	p := j.Service.Position()
	return p.Next, follower.Block{Number: p.Last, Hash: p.Hash, Time: uint64(p.Time)}, nil
}

func (j serviceJournal) Append(ctx context.Context, r follower.Range) error {
	return j.RecordRange(ctx, record.ChainRange{From: r.From, To: r.To, Hash: r.Hash, Time: document.Time(r.Time)}, r.Events)
}

// runKillable follows the chain into a record, and anchors the record whenever badges have come in, until it is killed. It
// is what a server does with the chain, by the same parts.
func runKillable(ctx context.Context, dir string) error {
	raw, err := os.ReadFile(filepath.Join(dir, "setup.json"))
	if err != nil {
		return err
	}
	var cfg setup
	if err := json.Unmarshal(raw, &cfg); err != nil {
		return err
	}
	s, err := store.OpenSQLite(filepath.Join(dir, "peritus.db"), store.Options{})
	if err != nil {
		return err
	}
	if _, err := s.Migrate(ctx); err != nil {
		return err
	}
	signer, err := note.NewSigner(cfg.LogKey)
	if err != nil {
		return err
	}
	now := func() document.Time { return document.Time(time.Now().Unix()) }
	service, err := governance.New(ctx, governance.Config{
		Store: s, Replay: replaytest.Config(), Signer: signer, Genesis: cfg.Genesis, Blobs: cfg.Blobs, Clock: now,
	})
	if err != nil {
		return err
	}
	key, err := crypto.ToECDSA(cfg.Sender)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	clients := make([]*ethclient.Client, len(cfg.Endpoints))
	for i, url := range cfg.Endpoints {
		if clients[i], err = endpoints.Dial(ctx, url); err != nil {
			return err
		}
	}
	var pool *chain.Pool
	for pool == nil {
		pool, err = chain.OpenPool(ctx, chain.PoolConfig{
			Clients: clients, Contracts: cfg.Contracts, Sender: key, Patience: patience, Grace: 10 * time.Millisecond, Logger: log,
		})
		if errors.Is(err, chain.ErrWrongChain) {
			return err
		}
	}
	var endpoints []follower.Chain
	for _, c := range pool.Endpoints() {
		endpoints = append(endpoints, c)
	}
	f, err := follower.New(follower.Config{
		Journal: serviceJournal{service}, Chains: endpoints, Window: 40, Events: 4, Attempts: 3, Pause: time.Millisecond, Logger: log,
	})
	if err != nil {
		return err
	}
	anchored := func() (size int64) {
		_ = service.View(func(s *replay.State) error {
			if list := s.Anchors(); len(list) > 0 {
				size = list[len(list)-1].Size
			}
			return nil
		})
		return size
	}
	sender, err := anchor.New(anchor.Config{
		Chain: stingy{pool, cfg.Tip}, Outbox: s.Outbox(), Recorded: anchored, Now: now, Patience: 1, Repeat: 1, InFlight: 2, Logger: log,
	})
	if err != nil {
		return err
	}
	waiting := tail{reader: s.Reader}
	for {
		if _, err := f.Step(ctx, true); err != nil {
			if errors.Is(err, follower.ErrReorged) {
				return err
			}
			log.InfoContext(ctx, "following", slog.Any("error", err))
		}
		want, err := waiting.decided(ctx, anchored())
		if err != nil {
			return err
		}
		done, err := sender.Step(ctx, want)
		if err != nil {
			log.InfoContext(ctx, "anchoring", slog.Any("error", err))
		}
		if done != nil && service.Position().Next > done.Block {
			if err := service.RecordAnchor(ctx, *done); err != nil {
				return err
			}
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// tail reads the end of the log for decisions. An entry with badge events stands for one here: it has to be anchored.
type tail struct {
	reader governance.Reader
	read   int64 // entries
	last   int64 // size of the log up to the last decision
}

// decided returns the checkpoint to be anchored, zero if every decision is.
func (t *tail) decided(ctx context.Context, anchored int64) (anchor.Checkpoint, error) {
	head, err := t.reader.Head(ctx)
	if err != nil {
		return anchor.Checkpoint{}, err
	}
	raws, err := t.reader.Entries(ctx, t.read, int(head.Size-t.read))
	if err != nil {
		return anchor.Checkpoint{}, err
	}
	for _, raw := range raws {
		t.read++
		if matters(raw) {
			t.last = t.read
		}
	}
	if t.last <= anchored {
		return anchor.Checkpoint{}, nil
	}
	return anchor.Checkpoint{Size: head.Size, Root: head.Root}, nil
}

func matters(raw []byte) bool {
	e, err := record.Decode(raw)
	var r record.ChainRange
	return err == nil && e.Kind == record.KindChain && document.Unmarshal(e.Body, &r) == nil && r.Count > 0
}

// state folds the events of a record's ranges.
func folded(t testing.TB, events []badge.Event) *badge.Registry {
	t.Helper()
	r := new(badge.Registry)
	for _, e := range events {
		ok(t, r.Apply(e))
	}
	return r
}
