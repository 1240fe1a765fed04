package follower_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
)

// start is the first block to follow.
const start = 3

// world is the one true chain: what a script made of it.
type world struct {
	blocks []worldBlock // by number
	final  uint64
	forks  int // so that a block that replaces another has another hash
}

type worldBlock struct {
	follower.Block
	events []badge.Event
}

func newWorld() *world {
	w := &world{}
	w.mine(0, 0, 0, 0) // blocks 0 to 3
	w.final = start - 1
	return w
}

// mine adds a block for each number, with that many events, twelve seconds after the one before.
func (w *world) mine(events ...int) {
	for _, n := range events {
		b := worldBlock{Block: follower.Block{Number: uint64(len(w.blocks)), Time: 1_000_000}}
		parent := common.Hash{}
		if i := len(w.blocks) - 1; i >= 0 {
			parent, b.Time = w.blocks[i].Hash, w.blocks[i].Time+12
		}
		b.Hash = crypto.Keccak256Hash(parent[:], binary.BigEndian.AppendUint64(nil, uint64(w.forks)), []byte{byte(n)})
		for i := range n {
			b.events = append(b.events, badge.Event{
				Kind: badge.TypeCreated, Block: b.Number, Time: b.Time, Index: uint64(2 * i), Type: uint32(i + 1),
				Tx: crypto.Keccak256Hash(b.Hash[:], []byte{byte(i)}), Domain: "safety", Name: "Safety", Levels: 5, Decision: common.Hash{1},
			})
		}
		w.blocks = append(w.blocks, b)
	}
}

// settle mines blocks and makes all final.
func (w *world) settle(events ...int) {
	w.mine(events...)
	w.final = w.head()
}

// fork replaces the blocks above a number.
func (w *world) fork(above uint64, events ...int) {
	w.forks++
	w.blocks = w.blocks[:above+1]
	w.mine(events...)
}

func (w *world) head() uint64 { return uint64(len(w.blocks) - 1) }

// events returns those of the blocks from to to.
func (w *world) events(from, to uint64) []badge.Event {
	var all []badge.Event
	for _, b := range w.blocks[from : to+1] {
		all = append(all, b.events...)
	}
	return all
}

// rangeOf returns what a fresh sync records for the blocks from to to.
func (w *world) rangeOf(from, to uint64) follower.Range {
	b := w.blocks[to]
	return follower.Range{From: from, To: to, Hash: b.Hash, Time: b.Time, Events: w.events(from, to)}
}

var (
	errRPC      = errors.New("429 too many requests")
	errTooLarge = fmt.Errorf("block range exceeds 10: %w", follower.ErrTooLarge)
)

// fake is an endpoint of the world.
type fake struct {
	*world
	failures int // so many questions fail from now on
	limited  int // so many questions are answered with the wish to be left alone for rest
	rest     time.Duration
	hangs    bool   // it takes its time for nothing
	limit    uint64 // the largest range it gives; 0 is any
	lag      uint64 // so many blocks behind
	ahead    uint64 // it calls so many blocks final that are not
	lies     bool   // it leaves events out and makes up hashes
	asked    []string
}

var _ follower.Chain = (*fake)(nil)

func (f *fake) ask(ctx context.Context, format string, args ...any) error {
	f.asked = append(f.asked, fmt.Sprintf(format, args...))
	if err := ctx.Err(); err != nil {
		return err
	}
	if f.hangs {
		return fmt.Errorf("no answer: %w", os.ErrDeadlineExceeded)
	}
	if f.failures > 0 {
		f.failures--
		return errRPC
	}
	if f.limited > 0 {
		f.limited--
		return &follower.LimitedError{After: f.rest, Err: errRPC}
	}
	return nil
}

func (f *fake) Finalized(ctx context.Context) (follower.Block, error) {
	if err := f.ask(ctx, "finalized"); err != nil {
		return follower.Block{}, err
	}
	return f.blocks[min(f.final-min(f.lag, f.final)+f.ahead, f.head())].Block, nil
}

func (f *fake) Head(ctx context.Context) (follower.Block, error) {
	if err := f.ask(ctx, "head"); err != nil {
		return follower.Block{}, err
	}
	return f.blocks[f.head()-min(f.lag, f.head())].Block, nil
}

func (f *fake) Block(ctx context.Context, number uint64) (follower.Block, error) {
	if err := f.ask(ctx, "block %d", number); err != nil {
		return follower.Block{}, err
	}
	if number+f.lag > f.head() {
		return follower.Block{}, errors.New("header not found")
	}
	b := f.blocks[number].Block
	if f.lies {
		b.Hash[0]++
	}
	return b, nil
}

func (f *fake) BadgeEvents(ctx context.Context, from, to uint64) ([]badge.Event, error) {
	if err := f.ask(ctx, "events %d-%d", from, to); err != nil {
		return nil, err
	}
	switch {
	case f.limit > 0 && to-from >= f.limit:
		return nil, errTooLarge
	case to+f.lag > f.head():
		return nil, errors.New("block not found")
	}
	events := f.events(from, to)
	if f.lies && len(events) > 0 {
		events = events[1:]
	}
	return events, nil
}

// journal is the record. It outlives followers.
type journal struct {
	ranges []follower.Range
	refuse error // the next range is refused with it
	lose   error // the next range is recorded, and the answer is this error
}

func (j *journal) Position(context.Context) (uint64, follower.Block, error) {
	if len(j.ranges) == 0 {
		return start, follower.Block{}, nil
	}
	r := j.ranges[len(j.ranges)-1]
	return r.To + 1, follower.Block{Number: r.To, Hash: r.Hash, Time: r.Time}, nil
}

func (j *journal) Append(ctx context.Context, r follower.Range) error {
	next, _, _ := j.Position(ctx)
	if err := j.refuse; err != nil {
		j.refuse = nil
		return err
	}
	if r.From != next || r.To < r.From {
		return fmt.Errorf("a gap: %d to %d after %d", r.From, r.To, next)
	}
	j.ranges = append(j.ranges, r)
	err := j.lose
	j.lose = nil
	return err
}

func (j *journal) events() []badge.Event {
	var all []badge.Event
	for _, r := range j.ranges {
		all = append(all, r.Events...)
	}
	return all
}

// tb is what testing.T and rapid.T have in common.
type tb interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// checkInvariants compares the journal with the chain, entry for entry, whatever happened on the way.
func checkInvariants(t tb, w *world, j *journal, most int) {
	t.Helper()
	next := uint64(start)
	for i, r := range j.ranges {
		if r.From != next {
			t.Fatalf("range %d begins at %d, not at %d", i, r.From, next)
		}
		if r.To > w.final {
			t.Fatalf("range %d ends at %d, which is not final", i, r.To)
		}
		want := w.rangeOf(r.From, r.To)
		if r.Hash != want.Hash || r.Time != want.Time || !slices.Equal(r.Events, want.Events) {
			t.Fatalf("range %d is not what a fresh sync records:\n%+v\n%+v", i, r, want)
		}
		if n := len(r.Events); n > most && r.Events[0].Block != r.Events[n-1].Block {
			t.Fatalf("range %d has %d events of several blocks", i, n)
		}
		next = r.To + 1
	}
}

// clock is the time that sleeping takes.
type clock struct{ slept []time.Duration }

func (c *clock) sleep(ctx context.Context, d time.Duration) error {
	c.slept = append(c.slept, d)
	return ctx.Err()
}

func newFollower(t tb, cfg follower.Config) *follower.Follower {
	t.Helper()
	if cfg.Sleep == nil {
		cfg.Sleep = (&clock{}).sleep
	}
	f, err := follower.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func step(t testing.TB, f *follower.Follower, force, want bool) {
	t.Helper()
	if got, err := f.Step(t.Context(), force); err != nil || got != want {
		t.Fatalf("advanced: %v, want %v; %v", got, want, err)
	}
}
