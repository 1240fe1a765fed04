package chain_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/chain"
)

// journal is a record that holds nothing but ranges.
type journal struct {
	from   uint64
	ranges []follower.Range
}

func (j *journal) Position(context.Context) (uint64, follower.Block, error) {
	if len(j.ranges) == 0 {
		return j.from, follower.Block{}, nil
	}
	r := j.ranges[len(j.ranges)-1]
	return r.To + 1, follower.Block{Number: r.To, Hash: r.Hash, Time: r.Time}, nil
}

func (j *journal) Append(_ context.Context, r follower.Range) error {
	j.ranges = append(j.ranges, r)
	return nil
}

func (j *journal) events() []badge.Event {
	var all []badge.Event
	for _, r := range j.ranges {
		all = append(all, r.Events...)
	}
	return all
}

func follow(t testing.TB, in *instance, j *journal) *follower.Follower {
	t.Helper()
	return must[*follower.Follower](t)(follower.New(follower.Config{
		Journal: j, Chains: []follower.Chain{in.chain}, Window: 7,
		Sleep: func(context.Context, time.Duration) error { return errors.New("the development chain is always there") },
	}))
}

// TestFollowerOnALiveChain follows a chain that is reorganised above its finalized block, and then below it.
func TestFollowerOnALiveChain(t *testing.T) {
	in, ctx, j := start(t), t.Context(), &journal{}
	f := follow(t, in, j)
	in.mint(t, in.grant(t, 1, safety, 3))
	ok(t, in.net.Finalize(ctx))
	final := must[uint64](t)(in.net.Client().BlockNumber(ctx))

	// The block of this badge is replaced before it is final. Its transaction waits again, and gets into another one.
	in.mint(t, in.grant(t, 2, safety, 3))
	step := func() error { _, err := f.Step(ctx, true); return err }
	ok(t, step())
	ok(t, in.net.Fork(final))
	ok(t, in.net.AdjustTime(time.Minute))
	in.mint(t, in.grant(t, 3, safety, 1))
	ok(t, in.net.Finalize(ctx))
	f = follow(t, in, j) // and neither does a restart lose anything
	ok(t, step())

	want := in.events(t)
	if got := j.events(); !slices.Equal(got, want) {
		t.Errorf("recorded %+v\nthe chain has %+v", got, want)
	}
	fresh := &journal{}
	f = follow(t, in, fresh)
	ok(t, step())
	if !slices.Equal(fresh.events(), want) {
		t.Error("a fresh sync differs")
	}
	var registry badge.Registry
	for _, e := range want {
		ok(t, registry.Apply(e))
	}
	for n, want := range map[int]int{1: 1, 2: 1, 3: 1} {
		if got := len(registry.Of(address(t, n))); got != want {
			t.Errorf("holder %d has %d badges, want %d", n, got, want)
		}
	}

	f = follow(t, in, j)
	ok(t, in.net.Fork(final-1))
	ok(t, in.net.AdjustTime(time.Hour))
	ok(t, in.net.Mine(8))
	ok(t, in.net.Finalize(ctx))
	before := len(j.ranges)
	if err := step(); !errors.Is(err, follower.ErrReorged) || len(j.ranges) != before {
		t.Errorf("a finalized block was replaced: %v", err)
	}
}

var _ follower.Chain = (*chain.Chain)(nil)
