package chain_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
)

// flaky is an endpoint that does not always do what it says.
type flaky struct {
	*chain.Chain
	fees     *anchor.Fees // what it suggests, if not what the chain asks for
	deaf     int          // so many transactions are taken and forgotten
	timeouts int          // so many are taken, and the answer is lost
	failures int          // so many questions fail
}

var errRPC = errors.New("the endpoint does not answer")

func (f *flaky) fail() error {
	if f.failures > 0 {
		f.failures--
		return errRPC
	}
	return nil
}

func (f *flaky) Anchored(ctx context.Context) (int64, error) {
	if err := f.fail(); err != nil {
		return 0, err
	}
	return f.Chain.Anchored(ctx)
}

func (f *flaky) Mined(ctx context.Context, tx common.Hash) (anchor.Mined, bool, error) {
	if err := f.fail(); err != nil {
		return anchor.Mined{}, false, err
	}
	return f.Chain.Mined(ctx, tx)
}

func (f *flaky) Fees(ctx context.Context) (anchor.Fees, error) {
	if f.fees != nil {
		return *f.fees, nil
	}
	return f.Chain.Fees(ctx)
}

func (f *flaky) Broadcast(ctx context.Context, raw []byte) error {
	if f.deaf > 0 {
		f.deaf--
		return nil
	}
	err := f.Chain.Broadcast(ctx, raw)
	if f.timeouts > 0 {
		f.timeouts--
		return errRPC
	}
	return err
}

// server is what calls a sender, on a real chain and a real database.
type server struct {
	*instance
	endpoint *flaky
	store    *store.Store
	sender   *anchor.Sender
	now      document.Time
	want     int64
	anchors  []record.Anchored
}

func serve(t testing.TB) *server {
	t.Helper()
	in := start(t)
	s := &server{instance: in, endpoint: &flaky{Chain: in.chain}, store: storetest.New(t), now: 1_000_000}
	s.restart(t)
	return s
}

// restart is the death of the process, and the next one.
func (s *server) restart(t testing.TB) {
	t.Helper()
	s.sender = must[*anchor.Sender](t)(anchor.New(anchor.Config{
		Chain: s.endpoint, Outbox: s.store.Outbox(), Recorded: s.recorded, Now: func() document.Time { return s.now }, InFlight: 2,
	}))
}

func (s *server) recorded() int64 {
	if n := len(s.anchors); n > 0 {
		return s.anchors[n-1].Size
	}
	return 0
}

// step lets the sender step, and records what it returns.
func (s *server) step(ctx context.Context) error {
	done, err := s.sender.Step(ctx, checkpoint(s.want))
	if done != nil {
		s.anchors = append(s.anchors, *done)
	}
	s.now++
	return err
}

// until steps until a condition holds. The chain makes its blocks a few milliseconds after a transaction comes in.
func (s *server) until(t testing.TB, what string, done func() bool) {
	t.Helper()
	var last error
	for end := time.Now().Add(20 * time.Second); !done(); {
		if time.Now().After(end) {
			t.Fatalf("waited too long for: %s; %v", what, last)
		}
		if err := s.step(t.Context()); err != nil {
			last = err
		}
		time.Sleep(time.Millisecond)
	}
}

func (s *server) held(t testing.TB) int64 {
	t.Helper()
	return must[int64](t)(s.chain.Anchored(t.Context()))
}

func (s *server) head(t testing.TB) uint64 {
	t.Helper()
	return must[uint64](t)(s.net.Client().BlockNumber(t.Context()))
}

// check compares the record with the chain, and the chain's anchors with each other.
func (s *server) check(t testing.TB) {
	t.Helper()
	ctx := t.Context()
	for _, a := range s.anchors {
		if a.Root != document.Digest(checkpoint(a.Size).Root) {
			t.Errorf("size %d is recorded with another root", a.Size)
		}
		if err := s.chain.CheckAnchor(ctx, a); err != nil {
			t.Errorf("size %d: %v", a.Size, err)
		}
	}
	// Each anchor of the contract is one of the record, in the same order.
	after := int64(0)
	for _, a := range s.anchors {
		m, found, err := s.chain.FirstAbove(ctx, after)
		if ok(t, err); !found || m.Tx != a.Tx {
			t.Fatalf("after size %d the chain has %+v, and the record %+v", after, m, a)
		}
		after = a.Size
	}
	if m, found, err := s.chain.FirstAbove(ctx, after); found || err != nil {
		t.Errorf("the chain has an anchor that the record has not: %+v, %v", m, err)
	}
}

func TestSenderOnALiveChain(t *testing.T) {
	s := serve(t)
	ctx := t.Context()
	mined := func() bool { return s.held(t) == s.want }
	recorded := func() bool { return s.recorded() == s.want }

	t.Run("an ordinary anchor", func(t *testing.T) {
		s.want = 5
		s.until(t, "the block", mined)
		for range 5 {
			ok(t, s.step(ctx))
		}
		if len(s.anchors) > 0 {
			t.Fatalf("recorded before it is final: %+v", s.anchors)
		}
		ok(t, s.net.Finalize(ctx))
		s.until(t, "finality", recorded)
	})
	t.Run("stuck below the base fee", func(t *testing.T) {
		market := must[anchor.Fees](t)(s.chain.Fees(ctx))
		s.endpoint.fees = &anchor.Fees{Tip: market.Tip, Cap: market.Tip} // its cap leaves nothing for the base fee
		s.want = 6
		s.until(t, "the first attempt", func() bool { return len(must[[]anchor.Attempt](t)(s.store.Outbox().Unsettled(ctx))) > 0 })
		s.endpoint.fees = nil
		s.want = 7 // a newer root takes its place
		s.now += 1000
		s.until(t, "the block", mined)
		ok(t, s.net.Finalize(ctx))
		s.until(t, "finality", recorded)
	})
	t.Run("forgotten, and without an answer", func(t *testing.T) {
		s.want, s.endpoint.deaf, s.endpoint.timeouts = 8, 1, 1
		s.until(t, "the block", mined)
		s.restart(t)
		ok(t, s.net.Finalize(ctx))
		s.until(t, "finality", recorded)
	})
	t.Run("reorganised", func(t *testing.T) {
		before := s.head(t)
		s.want = 9
		s.until(t, "the block", mined)
		first, _, err := s.chain.FirstAbove(ctx, 8)
		ok(t, err)
		ok(t, s.net.Fork(before))
		ok(t, s.net.AdjustTime(time.Minute))
		s.restart(t)
		s.until(t, "another block", mined)
		ok(t, s.net.Finalize(ctx))
		s.until(t, "finality", recorded)
		if got := s.anchors[len(s.anchors)-1]; got.BlockHash == first.Block.Hash {
			t.Errorf("recorded with the block that was replaced: %+v", got)
		}
	})
	t.Run("the database was lost", func(t *testing.T) {
		s.want = 10
		s.until(t, "the block", mined)
		s.store = storetest.New(t)
		s.restart(t)
		s.want = 11
		ok(t, s.net.Finalize(ctx))
		s.until(t, "the next block", mined)
		ok(t, s.net.Finalize(ctx))
		s.until(t, "finality", recorded)
		if n := len(s.anchors); s.anchors[n-2].Size != 10 {
			t.Errorf("%+v", s.anchors)
		}
	})
	s.check(t)
}

// Kills, reorganisations and an endpoint that forgets, in an order that a number decides.
func TestSenderSurvives(t *testing.T) {
	s := serve(t)
	ctx := t.Context()
	random := rand.New(rand.NewPCG(1, 2))
	final := s.head(t)
	ok(t, s.net.Finalize(ctx))
	for range 300 {
		switch random.IntN(12) {
		case 0:
			s.want += random.Int64N(9)
		case 1:
			s.restart(t)
		case 2:
			ok(t, s.net.Mine(1))
		case 3:
			final = max(final, must[anchor.Block](t)(s.chain.Finalized(ctx)).Number) // an epoch may have ended by itself
			if head := s.head(t); head > final {
				ok(t, s.net.Fork(head-min(8, 1+random.Uint64N(head-final))))
				ok(t, s.net.AdjustTime(time.Second)) // so that the blocks that follow are others
			}
		case 4:
			final = s.head(t)
			ok(t, s.net.Finalize(ctx))
			final = max(final, must[anchor.Block](t)(s.chain.Finalized(ctx)).Number)
		case 5:
			s.endpoint.deaf = random.IntN(2)
		case 6:
			s.endpoint.timeouts = random.IntN(2)
		case 7:
			s.endpoint.failures = random.IntN(4)
		case 8:
			s.now += document.Time(random.IntN(300))
		case 9:
			fees := must[anchor.Fees](t)(s.chain.Fees(ctx))
			s.endpoint.fees = &anchor.Fees{Tip: fees.Tip, Cap: fees.Tip}
		case 10:
			s.endpoint.fees = nil
		}
		_ = s.step(ctx) // what fails passes
	}
	s.endpoint.fees, s.endpoint.deaf, s.endpoint.timeouts, s.endpoint.failures = nil, 0, 0, 0
	s.want++
	s.until(t, "everything to be recorded", func() bool {
		s.now += 20
		ok(t, s.net.Finalize(ctx))
		return s.recorded() == s.want
	})
	s.check(t)
	t.Logf("%d anchors, size %d, %d transactions", len(s.anchors), s.want, must[uint64](t)(s.chain.NextNonce(ctx)))
}
