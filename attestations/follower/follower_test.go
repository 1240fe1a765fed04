package follower_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
)

func TestBlocksWithEventsAreRecordedAtOnce(t *testing.T) {
	w, j := newWorld(), &journal{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j})
	step(t, f, false, false) // nothing from the first block on is final
	w.settle(0, 2, 0)
	step(t, f, false, true)
	w.mine(1)
	step(t, f, false, false) // not final
	w.settle(0)
	step(t, f, false, true)
	step(t, f, false, false)
	checkInvariants(t, w, j, 2000)
	if len(j.ranges) != 2 || len(j.events()) != 3 || j.ranges[1].To != w.final {
		t.Errorf("%+v", j.ranges)
	}
}

func TestEmptyRangesWaitForAnHourOrForForce(t *testing.T) {
	w, j := newWorld(), &journal{}
	chain := &fake{world: w}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j})
	w.settle(0)
	step(t, f, false, true) // where the record begins is worth an entry
	for range 299 {         // 3588 seconds
		w.settle(0)
		step(t, f, false, false)
	}
	w.settle(0)
	step(t, f, false, true)
	w.settle(0)
	step(t, f, true, true)
	step(t, f, true, false) // no block is new
	w.settle(0)
	step(t, f, false, false)
	checkInvariants(t, w, j, 2000)
	if len(j.ranges) != 3 {
		t.Errorf("%d ranges", len(j.ranges))
	}
	// A block that was scanned is not asked for again.
	asked := 0
	for _, q := range chain.asked {
		if strings.HasPrefix(q, "events ") {
			asked++
		}
	}
	if asked != 303 {
		t.Errorf("asked for events %d times", asked)
	}
}

func TestRangesAreSplitAtBlocks(t *testing.T) {
	w, j := newWorld(), &journal{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j, Events: 5, Window: 3})
	w.settle(2, 0, 3, 1, 0, 9, 0, 5, 1, 0)
	step(t, f, false, true)
	checkInvariants(t, w, j, 5)
	var counts []int
	for _, r := range j.ranges {
		counts = append(counts, len(r.Events))
	}
	if !slices.Equal(counts, []int{5, 1, 9, 5, 1}) || j.ranges[4].To != w.final {
		t.Errorf("%v, to %d of %d", counts, j.ranges[len(j.ranges)-1].To, w.final)
	}
}

// A provider that gives less than it is asked for costs a few refusals, not one for each window.
func TestRangeLimitIsFound(t *testing.T) {
	w, j := newWorld(), &journal{}
	chain := &fake{world: w, limit: 10}
	c := &clock{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j, Sleep: c.sleep, Attempts: 10})
	w.settle(slices.Repeat([]int{0, 0, 0, 0, 0, 0, 1}, 300)...)
	step(t, f, false, true)
	checkInvariants(t, w, j, 2000)
	if j.ranges[0].To != w.final || len(chain.asked) < 210 || len(c.slept) > 60 {
		t.Errorf("to %d of %d, %d questions, %d pauses", j.ranges[0].To, w.final, len(chain.asked), len(c.slept))
	}
	// It lifts the limit: the follower notices.
	chain.limit, chain.asked = 0, nil
	w.settle(slices.Repeat([]int{0}, 20_000)...)
	w.settle(1)
	step(t, f, false, true)
	checkInvariants(t, w, j, 2000)
	if n := len(chain.asked); n > 200 {
		t.Errorf("%d questions for 20,000 blocks", n)
	}
}

func TestTransientErrorsAreRetriedWithGrowingPauses(t *testing.T) {
	w, j := newWorld(), &journal{}
	chain := &fake{world: w, failures: 4}
	c := &clock{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j, Sleep: c.sleep})
	w.settle(1)
	step(t, f, false, true)
	want := []time.Duration{time.Second / 2, time.Second, 2 * time.Second, 4 * time.Second}
	if !slices.Equal(c.slept, want) {
		t.Errorf("slept %v", c.slept)
	}
	// One that stays away is given up, is not waited for again, and is welcome when it is back.
	c.slept, chain.failures = nil, 6
	w.settle(1)
	for range 2 {
		if _, err := f.Step(t.Context(), false); !errors.Is(err, errRPC) || strings.Contains(err.Error(), "\n") {
			t.Fatalf("%v", err)
		}
	}
	if len(c.slept) != 4 {
		t.Errorf("slept %v", c.slept)
	}
	step(t, f, false, true)
	w.settle(1)
	chain.failures = 4
	step(t, f, false, true)
	checkInvariants(t, w, j, 2000)
}

func TestEndpointIsLeftAloneForAsLongAsItAsks(t *testing.T) {
	w, j := newWorld(), &journal{}
	chain := &fake{world: w, limited: 2, rest: 3 * time.Second}
	c := &clock{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j, Sleep: c.sleep, Window: 64})
	w.settle(slices.Repeat([]int{0}, 63)...)
	w.settle(1)
	step(t, f, false, true)
	if !slices.Equal(c.slept, []time.Duration{3 * time.Second, 3 * time.Second}) {
		t.Errorf("slept %v", c.slept)
	}
	// The wish says nothing about the size of a range: none is asked for in parts.
	w.settle(slices.Repeat([]int{1}, 64)...)
	chain.asked, chain.limited = nil, 0
	step(t, f, false, true)
	if n := len(chain.asked); n != 4 {
		t.Errorf("asked %q", chain.asked)
	}
	// A long rest is not waited for. Others are asked meanwhile, and one that says nothing of how long is asked as usual.
	other := &fake{world: w, limited: 1}
	c.slept, chain.limited, chain.rest = nil, 100, time.Hour
	f = newFollower(t, follower.Config{Chains: []follower.Chain{chain, other}, Quorum: 1, Journal: j, Sleep: c.sleep})
	w.settle(1)
	step(t, f, false, true)
	if !slices.Equal(c.slept, []time.Duration{time.Second / 2}) {
		t.Errorf("slept %v", c.slept)
	}
	f = newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j, Sleep: c.sleep})
	if _, err := f.Step(t.Context(), false); err == nil || !strings.Contains(err.Error(), "left alone for 1h0m0s") {
		t.Errorf("%v", err)
	}
	checkInvariants(t, w, j, 2000)
}

func TestEndpointThatLagsFarIsNotWaitedFor(t *testing.T) {
	w, j := newWorld(), &journal{}
	c := &clock{}
	f := newFollower(t, follower.Config{
		Chains: []follower.Chain{&fake{world: w, lag: 200}, &fake{world: w, lies: true}, &fake{world: w, lag: 40}, &fake{world: w}}, Quorum: 2, Journal: j, Sleep: c.sleep,
	})
	for range 4 {
		w.mine(slices.Repeat([]int{0, 1}, 50)...)
		w.final = w.head() - 64
		step(t, f, false, true)
	}
	// The liar is outvoted by the one that has the block, though it is not final there, without a pause.
	if len(c.slept) > 0 || len(j.ranges) != 4 {
		t.Errorf("slept %v, recorded %d ranges", c.slept, len(j.ranges))
	}
	checkInvariants(t, w, j, 2000)
}

func TestEndpointThatHangsHoldsUpNoRound(t *testing.T) {
	w, j := newWorld(), &journal{}
	hanging := &fake{world: w, hangs: true}
	c := &clock{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{hanging, &fake{world: w}, &fake{world: w}}, Journal: j, Sleep: c.sleep})
	const rounds = 64
	for range rounds {
		w.settle(1)
		step(t, f, false, true)
	}
	// It is asked once, then once in a while, and never twice in a row.
	if n := len(hanging.asked); n < 3 || n > rounds/16+1 || len(c.slept) > 0 {
		t.Errorf("asked %d times in %d rounds, slept %v", n, rounds, c.slept)
	}
	// It is welcome when it is back.
	hanging.hangs, hanging.asked = false, nil
	for range 40 {
		w.settle(1)
		step(t, f, false, true)
	}
	if n := len(hanging.asked); n < 20 {
		t.Errorf("asked %d times after it came back", n)
	}
	checkInvariants(t, w, j, 2000)
}

func TestPendingShowsWhatIsNotFinal(t *testing.T) {
	w, j := newWorld(), &journal{}
	lagging, lying := &fake{world: w, lag: 1}, &fake{world: w, lies: true}
	honest := &fake{world: w}
	c := &clock{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{honest, lagging, lying}, Quorum: 2, Journal: j, Sleep: c.sleep, Window: 20})
	pending := func(head uint64) follower.Pending {
		t.Helper()
		p, err := f.Pending(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		want := w.events(max(start, head-min(head, 19)), head)
		if p.Head != w.blocks[head].Block || p.Final != w.final || !slices.Equal(p.Events, want) {
			t.Fatalf("pending is %+v, want head %d, final %d and %d events", p, head, w.final, len(want))
		}
		return p
	}
	lying.lies = false
	w.mine(1, 0, 2)
	if p := pending(w.head()); len(p.Events) != 3 {
		t.Errorf("%d events", len(p.Events))
	}
	// It is asked for again only when the head has changed.
	honest.asked, lagging.asked, lying.asked = nil, nil, nil
	pending(w.head())
	for _, asked := range [][]string{honest.asked, lagging.asked, lying.asked} {
		if slices.ContainsFunc(asked, func(q string) bool { return strings.HasPrefix(q, "events") }) {
			t.Errorf("asked %q", asked)
		}
	}
	// A reorganisation changes what is shown; nothing of it is recorded.
	w.fork(w.final, 0, 1)
	if p := pending(w.head()); len(p.Events) != 1 || len(j.ranges) > 0 {
		t.Errorf("%+v", p)
	}
	w.fork(w.final, slices.Repeat([]int{1}, 64)...)
	pending(w.head())
	// One that lies cannot show anything, nor keep anything from being shown.
	lying.lies = true
	w.mine(3)
	pending(w.head() - 1) // two of three have only the block before
	lagging.lag = 0
	pending(w.head())
	// What is recorded is not pending any more.
	w.final = w.head()
	step(t, f, false, true)
	p, err := f.Pending(t.Context())
	if err != nil || len(p.Events) > 0 || p.Final != w.final {
		t.Errorf("%+v, %v", p, err)
	}
	// What is shown does not wait: what fails is shown later.
	if len(c.slept) > 0 {
		t.Errorf("slept %v", c.slept)
	}
	honest.failures, lagging.failures = 1, 1
	if _, err := f.Pending(t.Context()); !errors.Is(err, errRPC) || len(c.slept) > 0 {
		t.Errorf("%v; slept %v", err, c.slept)
	}
	checkInvariants(t, w, j, 2000)
}

func TestContextEndsAStep(t *testing.T) {
	w, j := newWorld(), &journal{}
	ctx, cancel := context.WithCancel(t.Context())
	chain := &fake{world: w, failures: 1000}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j, Sleep: func(ctx context.Context, _ time.Duration) error {
		cancel()
		return ctx.Err()
	}})
	w.settle(1)
	if _, err := f.Step(ctx, false); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	// The same with a real pause, which the end of the context cuts short.
	synctest.Test(t, func(t *testing.T) {
		f, err := follower.New(follower.Config{Chains: []follower.Chain{chain}, Journal: j, Pause: time.Hour})
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if _, err := f.Step(ctx, false); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) != time.Minute {
			t.Errorf("after %s: %v", time.Since(began), err)
		}
	})
	if len(chain.asked) != 2 || len(j.ranges) != 0 {
		t.Errorf("asked %q, recorded %+v", chain.asked, j.ranges)
	}
}

func TestReorganisationAboveFinalityIsNotSeen(t *testing.T) {
	w, j := newWorld(), &journal{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j})
	w.settle(1)
	w.mine(slices.Repeat([]int{1}, 64)...)
	step(t, f, false, true)
	w.fork(w.final, slices.Repeat([]int{2}, 70)...)
	step(t, f, false, false)
	w.final = w.head()
	step(t, f, false, true)
	checkInvariants(t, w, j, 2000)
}

func TestChangedFinalBlockStopsTheRecord(t *testing.T) {
	w, j := newWorld(), &journal{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j})
	w.settle(1, 0, 1)
	step(t, f, false, true)
	w.fork(w.final-1, 0, 5)
	w.final = w.head()
	for _, f := range []*follower.Follower{f, newFollower(t, follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j})} {
		for range 2 {
			if advanced, err := f.Step(t.Context(), true); advanced || !errors.Is(err, follower.ErrReorged) {
				t.Errorf("advanced: %v, %v", advanced, err)
			}
		}
	}
	if len(j.ranges) != 1 {
		t.Errorf("%+v", j.ranges)
	}
}

// What was scanned but not recorded can still be put right.
func TestChangedFinalBlockBeforeItIsRecordedIsScannedAgain(t *testing.T) {
	w, j := newWorld(), &journal{}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j})
	w.settle(1)
	step(t, f, false, true)
	w.settle(0, 0)
	step(t, f, false, false)
	w.fork(w.final-2, 1, 0, 0)
	w.final = w.head()
	step(t, f, false, true)
	checkInvariants(t, w, j, 2000)
	if len(j.events()) != 2 {
		t.Errorf("%+v", j.ranges)
	}
}

func TestQuorum(t *testing.T) {
	for name, c := range map[string]struct {
		quorum int
		break_ func(c []*fake)
		err    error // nil: all is recorded
		to     uint64
	}{
		"all well":              {2, func([]*fake) {}, nil, 5},
		"a liar is outvoted":    {2, func(c []*fake) { c[0].lies = true }, nil, 5},
		"a dead one is left":    {2, func(c []*fake) { c[0].failures = 1000 }, nil, 5},
		"a lagging one is left": {2, func(c []*fake) { c[1].lag = 3 }, nil, 5},
		"one cannot push finality": {2, func(c []*fake) {
			c[2].mine(1, 1)
			c[2].ahead = 2
		}, nil, 5},
		"two say nothing":         {2, func(c []*fake) { c[0].failures, c[1].failures = 1000, 1000 }, errRPC, 0},
		"a liar and a dead one":   {2, func(c []*fake) { c[0].lies = true; c[1].failures = 1000 }, follower.ErrDisagree, 0},
		"unanimity, and a liar":   {3, func(c []*fake) { c[2].lies = true }, follower.ErrDisagree, 0},
		"the slowest of all":      {3, func(c []*fake) { c[0].lag = 1 }, nil, 4},
		"any, the first is dead":  {1, func(c []*fake) { c[0].failures = 1000 }, nil, 5},
		"any, two are dead":       {1, func(c []*fake) { c[0].failures, c[1].failures = 1000, 1000 }, nil, 5},
		"any, all are dead":       {1, func(c []*fake) { c[0].failures, c[1].failures, c[2].failures = 1000, 1000, 1000 }, errRPC, 0},
		"more than half, a liar":  {0, func(c []*fake) { c[1].lies = true }, nil, 5},
		"more than half, two are": {0, func(c []*fake) { c[1].lies = true; c[2].failures = 1000 }, follower.ErrDisagree, 0},
	} {
		t.Run(name, func(t *testing.T) {
			w, j := newWorld(), &journal{}
			w.settle(2, 1, 1)
			w.final = 5
			fakes := []*fake{{world: w}, {world: w}, {world: w}}
			c.break_(fakes)
			f := newFollower(t, follower.Config{Chains: []follower.Chain{fakes[0], fakes[1], fakes[2]}, Quorum: c.quorum, Journal: j})
			advanced, err := f.Step(t.Context(), false)
			if c.err != nil {
				if advanced || !errors.Is(err, c.err) || len(j.ranges) > 0 || strings.Contains(err.Error(), "\n") {
					t.Fatalf("advanced: %v, %v", advanced, err)
				}
				for _, f := range fakes {
					f.failures, f.lies = 0, false
				}
				step(t, f, false, true)
				c.to = 5
			} else if err != nil || !advanced {
				t.Fatalf("advanced: %v, %v", advanced, err)
			}
			checkInvariants(t, w, j, 2000)
			if got := j.ranges[len(j.ranges)-1].To; got != c.to {
				t.Errorf("recorded to %d, want %d", got, c.to)
			}
		})
	}
}

// crooked answers what cannot be.
type crooked struct {
	fake
	events func([]badge.Event) []badge.Event
	block  func(*follower.Block)
}

func (c *crooked) BadgeEvents(ctx context.Context, from, to uint64) ([]badge.Event, error) {
	events, err := c.fake.BadgeEvents(ctx, from, to)
	if c.events != nil && len(events) > 1 {
		events = c.events(slices.Clone(events))
	}
	return events, err
}

func (c *crooked) Block(ctx context.Context, number uint64) (follower.Block, error) {
	b, err := c.fake.Block(ctx, number)
	if c.block != nil {
		c.block(&b)
	}
	return b, err
}

func TestAnswersThatCannotBeAreRefused(t *testing.T) {
	for name, c := range map[string]*crooked{
		"out of order":       {events: func(e []badge.Event) []badge.Event { slices.Reverse(e); return e }},
		"twice":              {events: func(e []badge.Event) []badge.Event { return append(e, e[len(e)-1]) }},
		"another block":      {events: func(e []badge.Event) []badge.Event { e[len(e)-1].Block += 10; return e }},
		"an earlier block":   {events: func(e []badge.Event) []badge.Event { e[0].Block = 0; return e }},
		"two times":          {events: func(e []badge.Event) []badge.Event { e[1].Time++; return e }},
		"times run back":     {events: func(e []badge.Event) []badge.Event { e[len(e)-1].Time = 1; return e }},
		"no transaction":     {events: func(e []badge.Event) []badge.Event { e[0].Tx = common.Hash{}; return e }},
		"not the block":      {block: func(b *follower.Block) { b.Number++ }},
		"not the block time": {block: func(b *follower.Block) { b.Time++ }},
	} {
		t.Run(name, func(t *testing.T) {
			w, j := newWorld(), &journal{}
			w.settle(2, 0, 1)
			c.world = w
			f := newFollower(t, follower.Config{Chains: []follower.Chain{c}, Journal: j})
			if advanced, err := f.Step(t.Context(), true); advanced || err == nil || len(j.ranges) > 0 {
				t.Fatalf("advanced: %v, %v", advanced, err)
			}
			c.events, c.block = nil, nil
			step(t, f, true, true)
			checkInvariants(t, w, j, 2000)
		})
	}
}

// A single endpoint that left an event out is found out only by the record's rules. The next step asks it again.
func TestEventsOfARefusedRangeAreAskedForAgain(t *testing.T) {
	w, j := newWorld(), &journal{refuse: errors.New("the badge has not been minted")}
	chain := &crooked{fake: fake{world: w}, events: func(e []badge.Event) []badge.Event { return e[1:] }}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j})
	w.settle(3)
	if _, err := f.Step(t.Context(), false); err == nil {
		t.Fatal("no error")
	}
	chain.events = nil
	step(t, f, false, true)
	checkInvariants(t, w, j, 2000)
}

// A journal that refuses, loses its answer, or is written by somebody else: the next step goes on from where it is.
func TestJournalDecidesWhereTheRecordIs(t *testing.T) {
	w, j := newWorld(), &journal{}
	cfg := follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j}
	f, other := newFollower(t, cfg), newFollower(t, cfg)
	failed := errors.New("the database is away")
	for _, fail := range []*error{&j.refuse, &j.lose} {
		w.settle(1)
		*fail = failed
		if _, err := f.Step(t.Context(), false); !errors.Is(err, failed) {
			t.Fatal(err)
		}
		w.settle(1)
		step(t, f, false, true)
		checkInvariants(t, w, j, 2000)
	}
	w.settle(0, 0)
	step(t, f, false, false) // scans
	w.settle(0)
	step(t, other, true, true) // records past it
	w.settle(0)
	step(t, f, true, true)
	checkInvariants(t, w, j, 2000)
	if len(j.events()) != 4 {
		t.Errorf("%+v", j.ranges)
	}
}

// What one process scanned before its endpoint went away, another records in part: no event is recorded twice.
func TestScannedBlocksThatAnotherProcessRecorded(t *testing.T) {
	w, j := newWorld(), &journal{}
	w.settle(2, 2, 2)
	chain := &crooked{fake: fake{world: w}}
	asked := 0
	chain.events = func(e []badge.Event) []badge.Event {
		if asked++; asked == 2 {
			chain.failures = 1
		}
		return e
	}
	f := newFollower(t, follower.Config{Chains: []follower.Chain{chain}, Journal: j, Window: 3, Attempts: 1})
	if _, err := f.Step(t.Context(), false); !errors.Is(err, errRPC) { // has scanned blocks 3 to 5
		t.Fatal(err)
	}
	chain.events, chain.failures = nil, 0
	w.final = start + 1
	step(t, newFollower(t, follower.Config{Chains: []follower.Chain{&fake{world: w}}, Journal: j}), false, true)
	w.final = w.head()
	step(t, f, false, true)
	checkInvariants(t, w, j, 2000)
}

func TestConfigIsChecked(t *testing.T) {
	ok := follower.Config{Chains: []follower.Chain{&fake{}}, Journal: &journal{}, Sleep: (&clock{}).sleep}
	for name, change := range map[string]func(*follower.Config){
		"no chain":          func(c *follower.Config) { c.Chains = nil },
		"no journal":        func(c *follower.Config) { c.Journal = nil },
		"quorum above":      func(c *follower.Config) { c.Quorum = 2 },
		"quorum below":      func(c *follower.Config) { c.Quorum = -1 },
		"negative attempts": func(c *follower.Config) { c.Attempts = -1 },
	} {
		cfg := ok
		change(&cfg)
		if _, err := follower.New(cfg); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := follower.New(ok); err != nil {
		t.Error(err)
	}
}

// Whatever goes wrong on the way, and wherever the follower is killed and started again, the record is in the end what a
// follower writes that nothing ever happened to.
func TestRecordEqualsAFreshSync(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, j := newWorld(), &journal{}
		fakes := []*fake{{world: w}, {world: w}, {world: w}}
		most := rapid.IntRange(1, 6).Draw(t, "events")
		cfg := follower.Config{
			Journal: j, Chains: []follower.Chain{fakes[0], fakes[1], fakes[2]}, Quorum: 2,
			Window: uint64(rapid.IntRange(1, 9).Draw(t, "window")), Events: most, Quiet: 120, Attempts: 2,
		}
		f, other := newFollower(t, cfg), newFollower(t, cfg) // two processes with one record
		fresh := &journal{}
		endpoint := rapid.SampledFrom(fakes)
		liar := endpoint.Draw(t, "liar") // at most one lies at a time: two would be the quorum
		events := rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 0, 0, 1, 2, 7}), 1, 12)

		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) { checkInvariants(t, w, j, most) },
			"mine": func(t *rapid.T) {
				w.mine(events.Draw(t, "events")...)
			},
			"finalize": func(t *rapid.T) {
				w.final += rapid.Uint64Range(0, w.head()-w.final).Draw(t, "blocks")
			},
			"reorganise": func(t *rapid.T) {
				w.fork(w.final+rapid.Uint64Range(0, w.head()-w.final).Draw(t, "above"), events.Draw(t, "events")...)
			},
			"step": func(t *rapid.T) {
				before, force := len(j.ranges), rapid.Bool().Draw(t, "force")
				_, last, _ := j.Position(context.Background())
				_, err := f.Step(context.Background(), force)
				if errors.Is(err, follower.ErrReorged) {
					t.Fatal(err)
				}
				for _, r := range j.ranges[before:] {
					if len(r.Events) == 0 && !force && last != (follower.Block{}) && r.Time < last.Time+120 {
						t.Fatalf("recorded an empty range early: %+v", r)
					}
					last = follower.Block{Number: r.To, Hash: r.Hash, Time: r.Time}
				}
			},
			"step of another process": func(t *rapid.T) {
				if _, err := other.Step(context.Background(), true); errors.Is(err, follower.ErrReorged) {
					t.Fatal(err)
				}
			},
			"kill": func(t *rapid.T) { f = newFollower(t, cfg) },
			"fail": func(t *rapid.T) { endpoint.Draw(t, "endpoint").failures = rapid.IntRange(1, 9).Draw(t, "times") },
			"limit": func(t *rapid.T) {
				endpoint.Draw(t, "endpoint").limit = uint64(rapid.IntRange(0, 4).Draw(t, "blocks"))
			},
			"lag":            func(t *rapid.T) { endpoint.Draw(t, "endpoint").lag = uint64(rapid.IntRange(0, 3).Draw(t, "blocks")) },
			"lie":            func(t *rapid.T) { liar.lies, liar.ahead = true, 2 },
			"tell truth":     func(t *rapid.T) { liar.lies, liar.ahead = false, 0 },
			"refuse a range": func(t *rapid.T) { j.refuse = errRPC },
			"lose an answer": func(t *rapid.T) { j.lose = errRPC },
		})

		for _, c := range fakes {
			*c = fake{world: w}
		}
		j.refuse, j.lose = nil, nil
		w.final = w.head()
		for range 20 { // endpoints that failed are asked once at first, and limits are found again
			if _, err := f.Step(context.Background(), true); err != nil {
				t.Fatal(err)
			}
		}
		checkInvariants(t, w, j, most)
		cfg.Journal = fresh
		if _, err := newFollower(t, cfg).Step(context.Background(), true); err != nil {
			t.Fatal(err)
		}
		if next, _, _ := j.Position(context.Background()); next != w.head()+1 || !slices.Equal(j.events(), fresh.events()) {
			t.Fatalf("recorded to block %d of %d\n%+v\n%+v", next-1, w.head(), j.events(), fresh.events())
		}
	})
}
