package governance

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Config is what a [Service] is made of.
type Config struct {
	Store   Store
	Replay  replay.Config
	Signer  note.Signer          // of checkpoints; its name is the log's origin
	Signers []note.Signer        // keys that a decision may put in its place, or that it took the place of
	Wallets wallet.Wallets       // asks contract wallets; nil if only keys can sign
	Clock   func() document.Time // never runs backwards by more than the chain's clock does
	Rand    io.Reader            // of salts; nil for crypto/rand
	Log     *slog.Logger         // nil for none
	Genesis []byte               // entry 0, for a store that is empty; ignored otherwise
	Blobs   [][]byte             // what the genesis names, for an empty store
}

// Service runs one instance. Its methods may be called from many goroutines.
type Service struct {
	store   Store
	cfg     replay.Config
	signer  note.Signer
	others  []note.Signer
	wallets wallet.Wallets
	clock   func() document.Time
	rand    io.Reader
	log     *slog.Logger

	requests chan *request
	done     chan struct{} // closed when the committer has ended

	// mu guards state. The committer holds it from before it applies an entry until the entry is durable, so that a
	// reader never sees what could still be lost.
	mu    sync.RWMutex
	state *replay.State

	votes sync.Map // document.Digest → frozen
}

// New returns the service of the instance in the store, which it founds if the store is empty and a genesis is given.
// It ends when ctx does; [Service.Wait] waits for that.
func New(ctx context.Context, cfg Config) (*Service, error) {
	if cfg.Rand == nil {
		cfg.Rand = rand.Reader
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	s := &Service{
		store: cfg.Store, cfg: cfg.Replay, signer: cfg.Signer, others: cfg.Signers, wallets: cfg.Wallets, clock: cfg.Clock, rand: cfg.Rand, log: cfg.Log,
		requests: make(chan *request, maxGroup), done: make(chan struct{}),
	}
	head, err := s.store.Head(ctx)
	if err != nil {
		return nil, err
	}
	if head.Size == 0 {
		if err := s.found(ctx, cfg.Genesis, cfg.Blobs); err != nil {
			return nil, err
		}
	} else if err := s.load(ctx); err != nil {
		return nil, err
	}
	genesis, _ := s.state.Genesis()
	if genesis.Origin != s.signer.Name() {
		return nil, refusal.New(refusal.Invalid, "log-key", "", "the log's key is %q, and the genesis names the log %q; give the key that belongs to it", s.signer.Name(), genesis.Origin)
	}
	if _, err := s.signerOf(s.state); err != nil {
		return nil, err
	}
	go s.commit(ctx)
	return s, nil
}

// Wait returns when the service has ended, after the ctx given to [New].
func (s *Service) Wait() { <-s.done }

// Now returns the time that rules are judged by.
func (s *Service) Now() document.Time { return s.clock() }

// signerOf returns the key that signs the checkpoint of a state.
func (s *Service) signerOf(state *replay.State) (note.Signer, error) {
	want := state.Present().LogKey
	v, err := note.NewVerifier(want)
	if err != nil {
		return nil, refusal.New(refusal.Internal, "log-key", "", "the log key in force cannot be read: %w", err)
	}
	for _, k := range append([]note.Signer{s.signer}, s.others...) {
		if k.Name() == v.Name() && k.KeyHash() == v.KeyHash() {
			return k, nil
		}
	}
	return nil, refusal.New(refusal.Unavailable, "log-key", "", "the log is to be signed by the key %s, which is not here: put it into the keys of the data folder", want)
}

// View calls f with the committed state. f must not keep it, nor change it, nor call the service.
func (s *Service) View(f func(*replay.State) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return f(s.state)
}

// Store returns the committed log, for those who serve it.
func (s *Service) Store() Reader { return s.store }

// Blobs returns the committed blobs as the reducer reads them.
func (s *Service) Blobs(ctx context.Context) replay.Blobs { return storeBlobs{ctx, s.store} }

type storeBlobs struct {
	ctx   context.Context
	store Reader
}

func (b storeBlobs) Blob(d document.Digest) ([]byte, error) { return b.store.Blob(b.ctx, d) }

// dueBlobs are blobs with what closing votes open.
type dueBlobs struct{ storeBlobs }

func (b dueBlobs) Blob(d document.Digest) ([]byte, error) {
	raw, err := b.storeBlobs.Blob(d)
	if errors.Is(err, replay.ErrNoBlob) {
		return b.store.Sealed(b.ctx, d)
	}
	return raw, err
}

// found writes entry 0.
func (s *Service) found(ctx context.Context, genesis []byte, blobs [][]byte) error {
	if len(genesis) == 0 {
		return refusal.New(refusal.NotFound, "no-instance", "", "the database is empty; found an instance with peritus init first")
	}
	e, err := record.Decode(genesis)
	if err != nil {
		return fmt.Errorf("genesis: %w", err)
	}
	s.state = replay.New(s.cfg)
	r := &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) { return e, blobs, nil, nil }, keepTime: true}
	s.write(ctx, []*request{r})
	return r.err
}

// load replays the store's own log. Its signatures were checked before each entry was acknowledged, and are not checked
// again: peritus verify does that.
func (s *Service) load(ctx context.Context) error {
	state := replay.New(s.cfg)
	if err := s.follow(ctx, s.store, state); err != nil {
		return err
	}
	s.state = state
	return nil
}

// follow applies what the store has beyond a state.
func (s *Service) follow(ctx context.Context, from Reader, state *replay.State) error {
	for {
		raws, err := from.Entries(ctx, state.Size(), 4096)
		if err != nil || len(raws) == 0 {
			return err
		}
		for _, raw := range raws {
			e, err := record.Decode(raw)
			if err != nil {
				return fmt.Errorf("the database is damaged at entry %d: %w; run peritus verify", state.Size(), err)
			}
			seal, err := state.Trust(e)
			if err != nil {
				return fmt.Errorf("the database is damaged at entry %d: %w; run peritus verify", state.Size(), err)
			}
			changes, err := state.Apply(raw, e, seal, state.Past(storeBlobs{ctx, from}))
			if err != nil {
				return fmt.Errorf("the database is damaged at entry %d: %w; run peritus verify", state.Size(), err)
			}
			s.forget(changes)
		}
	}
}

// Refresh takes in what other processes wrote to the same store.
func (s *Service) Refresh(ctx context.Context) error {
	head, err := s.store.Head(ctx)
	if err != nil {
		return err
	}
	s.mu.RLock()
	behind := s.state.Size() < head.Size
	s.mu.RUnlock()
	if !behind {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.follow(ctx, s.store, s.state)
	if errors.Is(err, replay.ErrTainted) {
		s.reload(ctx)
	}
	return err
}

// Tick takes in what other processes wrote and writes every entry that is due. It returns how many there were.
func (s *Service) Tick(ctx context.Context) (int, error) {
	if err := s.Refresh(ctx); err != nil {
		return 0, err
	}
	for n := 0; ; n++ {
		// Most ticks find nothing, and need not wait for the committer.
		var due bool
		err := s.View(func(state *replay.State) error {
			d, err := state.Due(max(s.clock(), state.Time()), dueBlobs{storeBlobs{ctx, s.store}})
			due = d != nil
			return err
		})
		if err != nil || !due {
			return n, err
		}
		_, err = s.submit(ctx, &request{due: true, build: func(w *writer) (record.Entry, [][]byte, *replay.Seal, error) {
			d, err := w.state.Due(w.now, w)
			if err != nil {
				return record.Entry{}, nil, nil, err
			}
			if d == nil {
				return record.Entry{}, nil, nil, errNothingDue
			}
			return d.Entry(), d.Blobs(), nil, nil
		}})
		if errors.Is(err, errNothingDue) {
			return n, nil // another process was faster
		}
		if err != nil {
			return n, err
		}
	}
}

var errNothingDue = errors.New("nothing is due")
