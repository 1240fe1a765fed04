package follower_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
)

// chain is a network of which every fault can be chosen. The real one is in contracts/chain's tests; this one has the
// faults that the development chain does not have.
type chain struct {
	final  uint64
	events map[uint64]int // events by block
	salt   byte           // another salt is another history
	limit  uint64         // longest range that is answered, 0 is any
	down   int            // calls that fail from now on
	asked  int            // calls of BadgeEvents
}

var errDown = errors.New("503 service unavailable")

func (c *chain) fail() error {
	if c.down > 0 {
		c.down--
		return errDown
	}
	return nil
}

func (c *chain) block(n uint64) follower.Block {
	var h common.Hash
	h[0] = c.salt
	binary.BigEndian.PutUint64(h[24:], n)
	return follower.Block{Number: n, Hash: h, Time: 1_000_000 + 12*n}
}

func (c *chain) Finalized(context.Context) (follower.Block, error) { return c.block(c.final), c.fail() }

func (c *chain) Block(_ context.Context, n uint64) (follower.Block, error) {
	return c.block(n), c.fail()
}

func (c *chain) BadgeEvents(_ context.Context, from, to uint64) ([]badge.Event, error) {
	c.asked++
	if c.limit != 0 && to-from+1 > c.limit {
		return nil, fmt.Errorf("eth_getLogs is limited to a %d range", c.limit)
	}
	var out []badge.Event
	for n := from; n <= to; n++ {
		for i := range c.events[n] {
			out = append(out, badge.Event{Kind: badge.Minted, Block: n, Index: uint64(i)})
		}
	}
	return out, c.fail()
}

// journal keeps ranges and checks that they leave no gap.
type journal struct {
	t      testing.TB
	start  uint64
	ranges []follower.Range
	lose   error // returned by the next Append, which stores all the same
}

func (j *journal) Position(context.Context) (uint64, follower.Block, error) {
	if len(j.ranges) == 0 {
		return 0, follower.Block{}, nil
	}
	r := j.ranges[len(j.ranges)-1]
	return r.To + 1, follower.Block{Number: r.To, Hash: r.Hash, Time: r.Time}, nil
}

func (j *journal) Append(_ context.Context, r follower.Range) error {
	want := j.start
	if n := len(j.ranges); n > 0 {
		want = j.ranges[n-1].To + 1
	}
	if r.From != want || r.To < r.From {
		j.t.Errorf("range %d to %d, where %d is next", r.From, r.To, want)
	}
	j.ranges = append(j.ranges, r)
	err := j.lose
	j.lose = nil
	return err
}

func (j *journal) events() []badge.Event {
	var out []badge.Event
	for _, r := range j.ranges {
		for _, e := range r.Events {
			if e.Block < r.From || e.Block > r.To {
				j.t.Errorf("event of block %d in the range %d to %d", e.Block, r.From, r.To)
			}
			out = append(out, e)
		}
	}
	return out
}

func setUp(t testing.TB, cfg follower.Config, c *chain) (*follower.Follower, *journal) {
	t.Helper()
	j := &journal{t: t, start: cfg.Start}
	cfg.Chain, cfg.Journal = c, j
	f, err := follower.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return f, j
}

func sync(t testing.TB, f *follower.Follower) follower.Block {
	t.Helper()
	last, err := f.Sync(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return last
}

func TestSyncReadsEverythingFromTheDeployment(t *testing.T) {
	c := &chain{final: 25_000, events: map[uint64]int{7: 2, 100: 1, 10_106: 3, 25_000: 1}}
	f, j := setUp(t, follower.Config{Start: 7}, c)
	if last := sync(t, f); last != c.block(25_000) {
		t.Errorf("last is %+v", last)
	}
	if len(j.ranges) != 3 || len(j.events()) != 7 {
		t.Errorf("%d ranges, %d events", len(j.ranges), len(j.events()))
	}
	if last := sync(t, f); last.Number != 25_000 || len(j.ranges) != 3 {
		t.Error("a second sync recorded something")
	}
	c.final = 25_001
	if last := sync(t, f); last.Number != 25_001 || len(j.ranges) != 4 {
		t.Error("the next block was not recorded")
	}
}

func TestNothingIsRecordedBeforeTheDeploymentIsFinal(t *testing.T) {
	c := &chain{final: 99}
	f, j := setUp(t, follower.Config{Start: 100}, c)
	if more, err := f.Step(t.Context()); more || err != nil || len(j.ranges) != 0 {
		t.Errorf("%t, %v, %d ranges", more, err, len(j.ranges))
	}
}

func TestRangesShrinkToWhatTheEndpointAllows(t *testing.T) {
	c := &chain{final: 3000, limit: 100, events: map[uint64]int{1: 1, 1500: 2, 3000: 1}}
	f, j := setUp(t, follower.Config{Start: 1}, c)
	sync(t, f)
	if len(j.events()) != 4 {
		t.Errorf("%d events", len(j.events()))
	}
	if c.asked > 150 {
		t.Errorf("%d calls for 3000 blocks, 100 at a time", c.asked)
	}
}

func TestEndpointThatRefusesOneBlockIsAnError(t *testing.T) {
	c := &chain{final: 3000, down: 1 << 30}
	f, j := setUp(t, follower.Config{Start: 1}, c)
	if _, err := f.Sync(t.Context()); !errors.Is(err, errDown) {
		t.Errorf("error is %v", err)
	}
	c.down = 0
	if last := sync(t, f); last.Number != 3000 || len(j.ranges) == 0 {
		t.Error("did not go on when the endpoint was back")
	}
}

func TestQuietBlocksAreHeldBack(t *testing.T) {
	c := &chain{final: 10, events: map[uint64]int{50: 1}}
	f, j := setUp(t, follower.Config{Start: 1, Quiet: 100}, c)
	step := func(want int) {
		t.Helper()
		if _, err := f.Step(t.Context()); err != nil || len(j.ranges) != want {
			t.Fatalf("%d ranges, want %d; %v", len(j.ranges), want, err)
		}
	}
	step(0)
	c.final = 49
	step(0)
	c.final = 50
	step(1) // an event is recorded at once, with the quiet blocks before it
	if r := j.ranges[0]; r.From != 1 || r.To != 50 || len(r.Events) != 1 {
		t.Errorf("range %+v", r)
	}
	c.final = 149
	step(1)
	c.final = 151
	step(2) // enough quiet blocks are recorded too
	c.final = 152
	step(2)
	sync(t, f) // and any number when it is asked for
	if r := j.ranges[2]; r.From != 152 || r.To != 152 {
		t.Errorf("range %+v", r)
	}
}

func TestReplacedFinalizedBlockStopsTheFollower(t *testing.T) {
	c := &chain{final: 100}
	f, j := setUp(t, follower.Config{Start: 1}, c)
	sync(t, f)
	c.salt, c.final = 1, 200
	for range 2 {
		if _, err := f.Sync(t.Context()); !errors.Is(err, follower.ErrReorganised) {
			t.Fatalf("error is %v", err)
		}
	}
	if len(j.ranges) != 1 {
		t.Error("recorded on top of a block that is gone")
	}
}

func TestLaggingEndpointIsWaitedFor(t *testing.T) {
	c := &chain{final: 100}
	f, j := setUp(t, follower.Config{Start: 1}, c)
	sync(t, f)
	c.final = 60
	if last := sync(t, f); last.Number != 100 || len(j.ranges) != 1 {
		t.Errorf("last is %d after %d ranges", last.Number, len(j.ranges))
	}
}

// TestRestartsLoseNothing interrupts a follower with every kind of fault, starts another each time, and compares with
// one that was never interrupted.
func TestRestartsLoseNothing(t *testing.T) {
	for seed := range uint64(50) {
		random := rand.New(rand.NewPCG(seed, 2))
		c := &chain{final: 1, limit: 1 + random.Uint64N(300), events: map[uint64]int{}}
		j := &journal{t: t, start: 1}
		for c.final < 5000 {
			c.final += random.Uint64N(200)
			c.events[c.final] = random.IntN(3)
			c.down = random.IntN(4)
			if random.IntN(3) == 0 {
				j.lose = errDown // the answer to the commit was lost
			}
			f, err := follower.New(follower.Config{Chain: c, Journal: j, Start: 1, MaxRange: 500, Quiet: random.Uint64N(300)})
			if err != nil {
				t.Fatal(err)
			}
			for range random.IntN(5) {
				_, _ = f.Step(t.Context())
			}
		}
		c.down, j.lose = 0, nil
		f, _ := follower.New(follower.Config{Chain: c, Journal: j, Start: 1})
		sync(t, f)

		fresh, want := setUp(t, follower.Config{Start: 1}, c)
		sync(t, fresh)
		if got := j.events(); !reflect.DeepEqual(got, want.events()) {
			t.Fatalf("seed %d: %d events, a fresh sync has %d", seed, len(got), len(want.events()))
		}
	}
}

func TestConfigurationNeedsItsParts(t *testing.T) {
	if _, err := follower.New(follower.Config{}); err == nil {
		t.Error("made without a chain and a journal")
	}
}
