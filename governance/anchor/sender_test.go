package anchor_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// server is what calls the sender: it has the log and the record.
type server struct {
	*world
	sender *anchor.Sender
	cfg    anchor.Config
}

// tb is what testing.T and rapid.T have in common.
type tb interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func newServer(t tb, cfg anchor.Config) *server {
	t.Helper()
	s := &server{world: newWorld(), cfg: cfg}
	s.start(t)
	return s
}

// start starts a sender, as a process does that knows nothing but what is in its database.
func (s *server) start(t tb) {
	t.Helper()
	cfg := s.cfg
	cfg.Chain, cfg.Outbox, cfg.Recorded, cfg.Now = s.world, s.outbox, s.recorded, func() document.Time { return s.now }
	sender, err := anchor.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	s.sender = sender
}

func (s *server) recorded() int64 {
	if n := len(s.anchors); n > 0 {
		return s.anchors[n-1].Size
	}
	return 0
}

// count counts a question to chain or outbox from now on.
func (s *server) count(question string) *int {
	n := 0
	s.fault = func(_ int, what string) error {
		if what == "before "+question {
			n++
		}
		return nil
	}
	return &n
}

// step lets the sender step, and records what it returns.
func (s *server) step() error {
	want := anchor.Checkpoint{}
	if s.want > 0 {
		want = checkpoint(s.want)
	}
	done, err := s.sender.Step(context.Background(), want)
	if done != nil {
		s.anchors = append(s.anchors, *done)
	}
	return err
}

func (s *server) steps(t tb, n int) {
	t.Helper()
	for range n {
		if err := s.step(); err != nil {
			t.Fatal(err)
		}
		s.now++
	}
}

// checkInvariants compares the record with the final chain: every anchor that is recorded is there, in order, each once.
func (s *server) checkInvariants(t tb) {
	t.Helper()
	final, _ := s.history(s.final)
	if len(s.anchors) > len(final) {
		t.Fatalf("%d anchors are recorded, and %d are final", len(s.anchors), len(final))
	}
	for i, a := range s.anchors {
		m := final[i]
		want := record.Anchored{
			Size: m.Size, Root: document.Digest(checkpoint(m.Size).Root), Tx: m.Tx,
			Block: m.Block.Number, BlockHash: m.Block.Hash, BlockTime: document.Time(m.Block.Time),
		}
		if a.Size != want.Size || a.Root != want.Root || a.Tx != want.Tx || a.Block != want.Block || a.BlockHash != want.BlockHash || a.BlockTime != want.BlockTime || a.Proof != nil {
			t.Fatalf("anchor %d is recorded as\n%+v, and on the chain it is\n%+v", i, a, want)
		}
	}
}

// finish mines and finalizes until everything is recorded.
func (s *server) finish(t tb) {
	t.Helper()
	for range 40 {
		s.steps(t, 3)
		s.mine()
		s.finalize(0)
		s.checkInvariants(t)
	}
	s.steps(t, 3)
	s.checkInvariants(t)
	if s.recorded() != s.want || s.held() != s.want {
		t.Fatalf("size %d is recorded and %d is on the chain, and %d was wanted", s.recorded(), s.held(), s.want)
	}
	for _, a := range s.rows {
		if a.Nonce < s.nonce(s.final) && !s.settled[a.Nonce] {
			t.Fatalf("nonce %d is not settled", a.Nonce)
		}
	}
}

func TestAnchorIsReturnedOnceItIsFinal(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.steps(t, 2) // nothing is wanted
	if s.point != 2*2 {
		t.Errorf("asked %d questions for nothing", s.point/2)
	}
	s.want = 5
	s.steps(t, 3)
	if len(s.rows) != 1 || len(s.pool) != 1 {
		t.Fatalf("%d attempts, %d in the pool", len(s.rows), len(s.pool))
	}
	s.mine()
	s.steps(t, 3)
	s.want = 6 // waits its turn
	s.steps(t, 3)
	if len(s.anchors) > 0 || len(s.rows) != 1 {
		t.Fatalf("recorded %+v, %d attempts", s.anchors, len(s.rows))
	}
	s.mine()
	s.finalize(1)
	s.steps(t, 3)
	s.checkInvariants(t)
	if len(s.anchors) != 1 || len(s.rows) != 2 {
		t.Fatalf("recorded %+v, %d attempts", s.anchors, len(s.rows))
	}
	s.finish(t)
	if _, others := s.history(s.head()); len(s.anchors) != 2 || len(others) > 0 {
		t.Errorf("%d anchors, %d other transactions", len(s.anchors), len(others))
	}
	// What is anchored already is nothing to do.
	asked := s.point
	s.want = 3
	s.steps(t, 3)
	if s.point != asked+3*2 || len(s.rows) != 2 {
		t.Errorf("asked %d questions, %d attempts", s.point-asked, len(s.rows))
	}
}

// The record could not take it, or the process died before it did: it is returned until it is there.
func TestAnchorIsReturnedUntilItIsRecorded(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.mine()
	s.finalize(0)
	for range 3 {
		s.steps(t, 1)
		if len(s.anchors) != 1 || s.settled[7] {
			t.Fatalf("%+v", s.anchors)
		}
		s.anchors = nil
		s.start(t)
	}
	s.finish(t)
}

func TestStuckAnchorIsReplacedByANewerRootThatPaysMore(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.asks = 105 // the price rose a little
	s.mine()
	s.want = 9
	s.now += 160
	s.steps(t, 1)
	if n := len(s.attempts(7)); n != 1 {
		t.Fatalf("%d attempts before the patience ends", n)
	}
	s.now += 10
	s.steps(t, 1)
	got := s.attempts(7)
	if len(got) != 2 || got[1].Checkpoint != checkpoint(9) || got[1].Fees != (anchor.Fees{Tip: 11, Cap: 110}) {
		t.Fatalf("%+v", got)
	}
	s.asks = 1000 // it rose a lot
	s.steps(t, 170)
	if n := len(s.attempts(7)); n != 2 {
		t.Fatalf("%d attempts before the patience ends", n)
	}
	s.steps(t, 20)
	got = s.attempts(7)
	if len(got) != 3 || got[2].Checkpoint != checkpoint(9) || got[2].Fees != (anchor.Fees{Tip: 100, Cap: 1000}) {
		t.Fatalf("%+v", got)
	}
	s.finish(t)
	if len(s.anchors) != 1 {
		t.Errorf("%+v", s.anchors)
	}
}

// Any of the attempts may be mined, not only the newest.
func TestOlderAttemptIsMined(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	first := maps.Clone(s.pool)
	s.asks = 101
	s.mine()
	s.want = 9
	s.steps(t, 200)
	if len(s.attempts(7)) != 2 {
		t.Fatalf("%+v", s.attempts(7))
	}
	s.pool, s.asks = first, 100 // the proposer never heard of the second
	s.mine()
	searched := s.count("FirstAbove")
	s.finish(t)
	if *searched > 0 {
		t.Errorf("searched the chain for it")
	}
	if len(s.anchors) != 2 || s.anchors[0].Size != 5 {
		t.Errorf("%+v", s.anchors)
	}
}

func TestForgottenTransactionIsSentAgain(t *testing.T) {
	s := newServer(t, anchor.Config{Repeat: 30, Patience: 1000})
	s.want, s.deaf = 5, 2
	s.steps(t, 30) // the endpoint takes it and forgets it
	if len(s.pool) != 0 {
		t.Fatal("it is in the pool")
	}
	s.steps(t, 60)
	if len(s.rows) != 1 || len(s.pool) != 1 {
		t.Errorf("%d attempts, %d in the pool", len(s.rows), len(s.pool))
	}
	s.finish(t)
}

func TestUnansweredTransactionIsSentAgain(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want, s.timeouts = 5, 2
	for range 2 {
		if err := s.step(); !errors.Is(err, errRPC) {
			t.Fatal(err)
		}
	}
	s.finish(t)
	if len(s.rows) != 1 || len(s.anchors) != 1 {
		t.Errorf("%d attempts, %+v", len(s.rows), s.anchors)
	}
}

// An endpoint that takes nothing must not drive up the fees.
func TestUntakenTransactionIsNotReplaced(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.fault = func(_ int, what string) error {
		if what == "before Broadcast" {
			return errors.New("insufficient funds")
		}
		return nil
	}
	for range 1000 {
		if err := s.step(); err == nil {
			t.Fatal("no error")
		}
		s.now++
	}
	if len(s.rows) != 1 {
		t.Errorf("%d attempts", len(s.rows))
	}
	s.fault = nil
	s.finish(t)
}

func TestFeesHaveALimit(t *testing.T) {
	for name, c := range map[string]struct {
		max  uint64
		want uint64
	}{"ten times the market": {0, 1000}, "as configured": {150, 150}} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t, anchor.Config{MaxFee: c.max})
			s.want = 5
			s.steps(t, 1)
			for range 100 { // the chain stands still
				s.now += 200
				s.steps(t, 2)
			}
			attempts := s.attempts(7)
			newest := attempts[len(attempts)-1].Fees.Cap
			if newest > c.want || newest < c.want*9/11 {
				t.Errorf("%d attempts, the last offers %d", len(attempts), newest)
			}
			s.finish(t)
		})
	}
	t.Run("below the market", func(t *testing.T) {
		s := newServer(t, anchor.Config{MaxFee: 50})
		s.want = 5
		for range 10 {
			s.now += 200
			s.steps(t, 2)
			s.mine()
		}
		if got := s.attempts(7); len(got) != 1 || got[0].Fees != (anchor.Fees{Tip: 10, Cap: 50}) {
			t.Errorf("%+v", got)
		}
		s.asks = 40 // it falls
		s.finish(t)
	})
	t.Run("the market falls below an anchor whose tip is too low", func(t *testing.T) {
		s := newServer(t, anchor.Config{})
		s.want, s.asks, s.tip = 5, 10_000, 1
		s.steps(t, 2)
		s.asks, s.tip = 100, 0
		for range 3 {
			s.now += 200
			s.steps(t, 2)
		}
		if newest := s.attempts(7); newest[len(newest)-1].Fees.Tip < 10 {
			t.Errorf("still stuck: %+v", newest)
		}
		s.finish(t)
	})
	t.Run("a replacement cannot pay", func(t *testing.T) {
		s := newServer(t, anchor.Config{MaxFee: 104})
		s.pool[7] = tx{Call: anchor.Call{Checkpoint: checkpoint(3), Nonce: 7, Fees: anchor.Fees{Tip: 99, Cap: 999}}, hash: common.Hash{1}}
		s.want = 5
		s.steps(t, 1)
		if err := s.step(); !errors.Is(err, anchor.ErrFeeLimit) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v", err)
		}
		s.finishAfter(t, func() { s.mine() })
	})
}

func (s *server) finishAfter(t tb, f func()) {
	t.Helper()
	f()
	s.finish(t)
}

func TestReorganisedAnchorIsSentAgain(t *testing.T) {
	for _, keep := range []bool{true, false} {
		t.Run(fmt.Sprintf("in the pool: %v", keep), func(t *testing.T) {
			s := newServer(t, anchor.Config{})
			s.want = 5
			s.steps(t, 1)
			s.mine()
			s.steps(t, 1000) // it waits so long for finality that it would count as stuck
			s.mine()
			s.reorganise(2, keep)
			s.steps(t, 2)
			if len(s.rows) != 1 || len(s.pool) != 1 {
				t.Errorf("%d attempts, %d in the pool", len(s.rows), len(s.pool))
			}
			s.finish(t)
			if len(s.anchors) != 1 {
				t.Errorf("%+v", s.anchors)
			}
		})
	}
}

func TestReplacedBlockIsNotFinal(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.mine()
	s.finalize(0)
	s.lying = true
	s.steps(t, 3)
	if len(s.anchors) > 0 {
		t.Errorf("%+v", s.anchors)
	}
	s.lying = false
	s.finish(t)
}

// Several anchors can be on their way to finality; a reorganisation takes all of them back.
func TestSeveralInFlight(t *testing.T) {
	s := newServer(t, anchor.Config{InFlight: 3})
	for i := range int64(5) {
		s.want = 10 + i
		s.steps(t, 2)
		s.mine()
	}
	if len(s.rows) != 3 {
		t.Fatalf("%d attempts", len(s.rows))
	}
	s.reorganise(5, false)
	s.steps(t, 2)
	if _, ok := s.pool[7]; len(s.pool) != 1 || !ok {
		t.Fatalf("%+v", s.pool)
	}
	s.finish(t)
	var sizes []int64
	for _, a := range s.anchors {
		sizes = append(sizes, a.Size)
	}
	if !slices.Equal(sizes, []int64{10, 11, 12, 14}) {
		t.Errorf("%v", sizes)
	}
}

// An anchor that was taken back with its block lost its point meanwhile: its nonce is used for the next one.
func TestAnchorThatWouldBeRefusedIsReplacedAtOnce(t *testing.T) {
	s := newServer(t, anchor.Config{InFlight: 2})
	for _, s.want = range []int64{5, 6} {
		s.steps(t, 1)
		s.mine()
		s.steps(t, 1) // sees it mined
	}
	s.reorganise(2, false)
	s.want = 7
	s.steps(t, 1)
	s.now += 200
	s.steps(t, 1) // 7 replaces 5
	s.mine()
	s.steps(t, 200)
	if len(s.attempts(7)) != 2 || len(s.attempts(8)) != 1 || len(s.pool) != 0 {
		t.Fatalf("%d and %d attempts, %+v", len(s.attempts(7)), len(s.attempts(8)), s.pool)
	}
	s.want = 8
	s.steps(t, 1)
	if got := s.attempts(8); len(got) != 2 || got[1].Size != 8 {
		t.Errorf("%+v", got)
	}
	s.finish(t)
}

// It is mined between two questions.
func TestNonceThatIsUsedMeanwhile(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.now += 40
	s.fault = func(_ int, what string) error {
		if what == "before Broadcast" {
			s.mine()
		}
		return nil
	}
	s.steps(t, 1)
	s.fault = nil
	s.finish(t)
	if len(s.rows) != 1 {
		t.Errorf("%d attempts", len(s.rows))
	}
}

func TestReplacementPaysATenthMoreRoundedUp(t *testing.T) {
	for asks, want := range map[uint64]anchor.Fees{
		5: {Tip: 1, Cap: 6}, 10: {Tip: 2, Cap: 11}, 15: {Tip: 2, Cap: 17}, 1<<64 - 2: {Tip: 2029141848108050678, Cap: 1<<64 - 1},
	} {
		s := newServer(t, anchor.Config{})
		s.want, s.asks = 5, asks
		s.steps(t, 1)
		s.now += 200
		s.steps(t, 1)
		if got := s.attempts(7); len(got) != 2 || got[1].Fees != want {
			t.Errorf("after %d: %+v", asks, got[len(got)-1].Fees)
		}
	}
}

// The account's key was used for something else, such as taking over as the sender.
func TestForeignTransactionTakesTheNonce(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.foreign()
	s.steps(t, 3)
	s.finish(t)
	if len(s.anchors) != 1 || len(s.attempts(7)) != 1 || len(s.attempts(8)) != 1 {
		t.Errorf("%+v", s.anchors)
	}
}

func TestGapThatAForeignTransactionLeaves(t *testing.T) {
	for _, want := range []int64{0, 5, 6} {
		t.Run(fmt.Sprintf("wanted: %d", want), func(t *testing.T) {
			s := newServer(t, anchor.Config{})
			s.foreign()
			s.want = 5
			s.steps(t, 1)
			if len(s.attempts(8)) != 1 {
				t.Fatal("it is not under the next nonce")
			}
			s.mine()
			s.steps(t, 1)
			s.reorganise(2, true)
			s.want = want
			s.steps(t, 2)
			if got := s.attempts(7); len(got) != 1 || got[0].Size != max(want, 5) {
				t.Fatalf("the gap is filled with %+v", got)
			}
			s.want = max(want, 5)
			s.finish(t)
		})
	}
}

func TestReceiptThatIsLate(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.mine()
	s.blind = 3
	s.steps(t, 3)
	s.finish(t)
	if len(s.rows) != 1 || len(s.anchors) != 1 {
		t.Errorf("%d attempts, %+v", len(s.rows), s.anchors)
	}
}

// A process that was held up, or an endpoint that lagged, first does not see the anchor, and then that its nonce is used for good.
func TestReceiptThatIsLateUntilItIsFinal(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.mine()
	s.blind = 1
	s.fault = func(_ int, what string) error {
		if what == "before FinalNonce" {
			s.finalize(0)
		}
		return nil
	}
	s.steps(t, 1)
	s.fault = nil
	if s.settled[s.nonce(0)] {
		t.Error("the nonce of an anchor that is final, and not in the record, is settled")
	}
	s.finish(t)
	if len(s.rows) != 1 || len(s.anchors) != 1 {
		t.Errorf("%d attempts, %+v", len(s.rows), s.anchors)
	}
}

func TestLostOutboxIsMadeGood(t *testing.T) {
	lose := func(s *server) { s.rows, s.settled = map[common.Hash]anchor.Attempt{}, map[uint64]bool{} }
	t.Run("pending", func(t *testing.T) {
		s := newServer(t, anchor.Config{})
		s.want = 5
		s.steps(t, 1)
		lose(s)
		s.start(t)
		s.want = 6
		s.steps(t, 3) // the endpoint wants more to replace what it has
		if len(s.rows) != 2 {
			t.Errorf("%d attempts", len(s.rows))
		}
		s.finish(t)
		if len(s.anchors) != 1 {
			t.Errorf("%+v", s.anchors)
		}
	})
	t.Run("mined", func(t *testing.T) {
		s := newServer(t, anchor.Config{InFlight: 2})
		s.want = 5
		s.steps(t, 1)
		s.mine()
		s.want = 6
		s.steps(t, 1)
		s.mine()
		lose(s)
		s.start(t)
		s.want = 7
		searched := s.count("FirstAbove")
		s.steps(t, 10)
		if len(s.rows) != 0 || *searched != 1 {
			t.Errorf("%d attempts, before it is known what is there; searched %d times", len(s.rows), *searched)
		}
		s.reorganise(1, false) // one of the two is gone
		s.steps(t, 10)
		s.finish(t)
		if len(s.anchors) != 2 || s.anchors[0].Size != 5 || s.anchors[1].Size != 7 {
			t.Errorf("%+v", s.anchors)
		}
	})
	t.Run("final", func(t *testing.T) {
		s := newServer(t, anchor.Config{InFlight: 2})
		s.want = 5
		s.steps(t, 1)
		s.mine()
		s.want = 6
		s.steps(t, 1)
		s.mine()
		s.finalize(0)
		lose(s)
		s.start(t)
		s.finish(t)
		if len(s.anchors) != 2 || len(s.rows) != 0 {
			t.Errorf("%+v, %d attempts", s.anchors, len(s.rows))
		}
	})
	t.Run("gone again", func(t *testing.T) {
		s := newServer(t, anchor.Config{})
		s.want = 5
		s.steps(t, 1)
		s.mine()
		lose(s)
		s.start(t)
		s.steps(t, 1)
		s.reorganise(1, false)
		s.finish(t)
	})
}

func TestContractThatRefusesIsNotPaidTwice(t *testing.T) {
	s := newServer(t, anchor.Config{InFlight: 3})
	s.want = 5
	s.steps(t, 1)
	s.stranger = true // another account has taken over
	s.mine()
	for range 50 {
		if err := s.step(); !errors.Is(err, anchor.ErrRefused) {
			t.Fatalf("%v", err)
		}
		s.now += 10
		s.mine()
	}
	if len(s.rows) != 1 {
		t.Errorf("%d attempts", len(s.rows))
	}
	s.finalize(1)
	s.steps(t, 1) // settled, and tried again
	if len(s.rows) != 2 {
		t.Errorf("%d attempts", len(s.rows))
	}
	s.mine()
	if err := s.step(); !errors.Is(err, anchor.ErrRefused) {
		t.Errorf("%v", err)
	}
}

func TestContractThatIsNotTheAnchor(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.steps(t, 1)
	s.broken = true
	s.mine()
	s.finalize(0)
	if err := s.step(); !errors.Is(err, anchor.ErrForeign) {
		t.Errorf("%v", err)
	}
}

func TestEndpointBehindTheRecord(t *testing.T) {
	s := newServer(t, anchor.Config{})
	s.want = 5
	s.finish(t)
	s.stale, s.want = 5, 6
	if err := s.step(); !errors.Is(err, anchor.ErrBehind) {
		t.Errorf("%v", err)
	}
	s.stale = 0
	s.finish(t)
}

func TestConfigIsChecked(t *testing.T) {
	w := newWorld()
	ok := anchor.Config{Chain: w, Outbox: w.outbox, Recorded: func() int64 { return 0 }, Now: func() document.Time { return 0 }}
	for name, change := range map[string]func(*anchor.Config){
		"no chain":    func(c *anchor.Config) { c.Chain = nil },
		"no outbox":   func(c *anchor.Config) { c.Outbox = nil },
		"no record":   func(c *anchor.Config) { c.Recorded = nil },
		"no clock":    func(c *anchor.Config) { c.Now = nil },
		"impatience":  func(c *anchor.Config) { c.Patience = -1 },
		"repetition":  func(c *anchor.Config) { c.Repeat = -1 },
		"none at all": func(c *anchor.Config) { c.InFlight = -1 },
	} {
		cfg := ok
		change(&cfg)
		if _, err := anchor.New(cfg); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := anchor.New(ok); err != nil {
		t.Error(err)
	}
}

// killed is what a process dies of.
type killed struct{}

// survive runs f until it is killed, and reports whether it was not.
func survive(f func()) (lived bool) {
	defer func() {
		if r := recover(); r != nil {
			if r != (killed{}) {
				panic(r)
			}
			lived = false
		}
	}()
	f()
	return true
}

// script is a life with everything in it: a stuck anchor, a reorganisation, two anchors. act runs one of its steps.
func script(t tb, s *server, act func(func())) {
	t.Helper()
	for _, world := range []func(){
		func() { s.want = 5 },
		func() { s.asks = 105 },
		func() { s.mine(); s.now += 200 },
		func() { s.want = 6 },
		func() { s.now += 200 },
		func() { s.mine() },
		func() { s.want = 7 },
		func() { s.reorganise(1, false) },
		func() { s.mine() },
		func() { s.mine(); s.finalize(0) },
		func() { s.want = 8 },
		func() {},
		func() { s.mine() },
		func() { s.finalize(0) },
		func() {},
	} {
		world()
		act(func() {
			if err := s.step(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// The process is killed before and after every single question to the chain and the database, and started again.
func TestKilledAnywhere(t *testing.T) {
	points := 0
	for kill := 1; ; kill++ {
		s := newServer(t, anchor.Config{})
		s.fault = func(point int, _ string) error {
			if point == kill {
				panic(killed{})
			}
			return nil
		}
		died := false
		script(t, s, func(step func()) {
			if !survive(step) {
				died = true
				s.start(t)
			}
			s.checkInvariants(t)
		})
		s.fault = nil
		s.finish(t)
		if _, others := s.history(s.head()); len(others) > 0 {
			t.Fatalf("killed at %d: %d transactions for nothing", kill, len(others))
		}
		if !died {
			break
		}
		points = kill
	}
	t.Logf("killed at each of %d points", points)
	if points < 150 {
		t.Errorf("%d points", points)
	}
}

// The same with errors: a question fails before or after it had its effect.
func TestFailsAnywhere(t *testing.T) {
	for fail := 1; ; fail++ {
		s := newServer(t, anchor.Config{})
		failed := false
		s.fault = func(point int, _ string) error {
			if point == fail {
				failed = true
				return errRPC
			}
			return nil
		}
		for _, act := range []func(){func() { s.want = 5 }, s.mine, func() { s.finalize(0) }, func() { s.want = 9 }} {
			act()
			if err := s.step(); err != nil && !errors.Is(err, errRPC) {
				t.Fatal(err)
			}
			s.checkInvariants(t)
		}
		lived := !failed
		s.fault = nil
		s.finish(t)
		if _, others := s.history(s.head()); len(others) > 0 {
			t.Fatalf("failed at %d: %d transactions for nothing", fail, len(others))
		}
		if lived {
			return
		}
	}
}

// Whatever happens, everything that was wanted is anchored in the end, each size once, without a gap in the nonces and
// with a record that is what the final chain says.
func TestEverythingIsAnchored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newServer(t, anchor.Config{InFlight: rapid.IntRange(1, 3).Draw(t, "in flight")})
		other := *s // another process with the same database
		other.start(t)
		ours := true // nothing has used the account but us
		faults := map[int]int{}
		s.fault = func(int, string) error {
			for kind, left := range faults {
				if left == 1 {
					delete(faults, kind)
					if kind == 0 {
						panic(killed{})
					}
					return errRPC
				}
				faults[kind]--
			}
			return nil
		}
		step := func(v *server) {
			if !survive(func() { _ = v.step() }) {
				v.start(t)
			}
			v.now++
		}
		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) {
				fault := s.fault
				s.fault = nil
				s.checkInvariants(t)
				s.fault = fault
			},
			"grow":              func(t *rapid.T) { s.want += rapid.Int64Range(1, 9).Draw(t, "entries") },
			"step":              func(t *rapid.T) { step(s) },
			"step of the other": func(t *rapid.T) { step(&other) },
			"mine":              func(t *rapid.T) { s.mine() },
			"wait":              func(t *rapid.T) { s.now += document.Time(rapid.IntRange(1, 400).Draw(t, "seconds")) },
			"final":             func(t *rapid.T) { s.finalize(rapid.Uint64Range(0, 5).Draw(t, "but")) },
			"market":            func(t *rapid.T) { s.asks = rapid.Uint64Range(1, 300).Draw(t, "fee") },
			"reorganise": func(t *rapid.T) {
				if n := s.head() - s.final; n > 0 {
					s.reorganise(rapid.Uint64Range(1, n).Draw(t, "depth"), rapid.Bool().Draw(t, "keep"))
				}
			},
			"drop": func(t *rapid.T) { clear(s.pool) },
			"foreign": func(t *rapid.T) {
				if rapid.IntRange(0, 9).Draw(t, "rare") == 0 {
					ours = false
					s.foreign()
				}
			},
			"kill": func(t *rapid.T) { faults[0] = rapid.IntRange(1, 20).Draw(t, "after") },
			"fail": func(t *rapid.T) { faults[1] = rapid.IntRange(1, 20).Draw(t, "after") },
			"endpoint": func(t *rapid.T) {
				s.deaf, s.timeouts, s.blind = rapid.IntRange(0, 2).Draw(t, "deaf"), rapid.IntRange(0, 2).Draw(t, "timeouts"), rapid.IntRange(0, 2).Draw(t, "blind")
			},
			"lose the outbox": func(t *rapid.T) {
				if rapid.IntRange(0, 9).Draw(t, "rare") == 0 {
					ours = false
					clear(s.rows)
					clear(s.settled)
					s.start(t)
				}
			},
		})
		s.fault, s.deaf, s.timeouts, s.blind, s.asks = nil, 0, 0, 0, 100
		s.want++
		for range 60 { // refused ones have to be final first
			_ = s.step()
			s.now += 100
			s.mine()
			s.finalize(0)
		}
		s.finish(t)
		if _, others := s.history(s.head()); ours && len(others) > 0 {
			t.Fatalf("%d transactions for nothing", len(others))
		}
	})
}
