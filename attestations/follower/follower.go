package follower

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
)

var (
	// ErrReorged says that a block which the record covers is no longer on the chain, though it was final. Either the
	// endpoints serve another chain than before, or finality broke. Nothing is recorded until a person has decided: what
	// is in the record cannot be taken back.
	ErrReorged = errors.New("a finalized block changed")
	// ErrDisagree says that the endpoints answered, and that too few of them said the same. Nothing is recorded.
	ErrDisagree = errors.New("the endpoints disagree")
)

// Config is what a follower is made of. Zero values other than those of Journal and Chains are usable.
type Config struct {
	Journal Journal
	Chains  []Chain // the endpoints, those asked first first
	// Quorum is how many endpoints must say the same for it to be recorded; 0 is more than half. With 1 the first that
	// answers is believed, and the others are there for when it does not.
	Quorum int
	Window uint64 // most blocks that an endpoint is asked for at a time; 0 is 2000
	Events int    // most events of a range, unless its only block with events has more; 0 is 2000
	Quiet  uint64 // seconds of chain time after which a range is recorded though it is empty; 0 is an hour

	// An endpoint is asked up to Attempts times (0 is 5), with a pause before each but the first that begins at Pause (0 is
	// half a second) and doubles up to half a minute.
	Attempts int
	Pause    time.Duration
	Sleep    func(context.Context, time.Duration) error // returns early, with the context's error, when that ends; nil sleeps

	Logger *slog.Logger // for endpoints that fail or are outvoted; nil discards
}

// A Follower brings finalized blocks into the journal. Use it from one goroutine at a time.
type Follower struct {
	journal   Journal
	endpoints []*endpoint
	quorum    int
	window    uint64
	events    int
	quiet     uint64
	log       *slog.Logger

	seen    span   // scanned and not recorded yet, to be asked for once
	stride  uint64 // blocks to scan at a time: fewer where endpoints fail, so that what they did answer is not asked for again
	pending newest // shown last, to be asked for again when the head changes
}

// span is a stretch of blocks from the position on that was scanned.
type span struct {
	from   uint64
	last   Block // zero if nothing was scanned
	events []badge.Event
}

// New returns a follower.
func New(cfg Config) (*Follower, error) {
	n := len(cfg.Chains)
	quorum := cmp.Or(cfg.Quorum, n/2+1)
	switch {
	case cfg.Journal == nil:
		return nil, errors.New("follower: the configuration needs a Journal")
	case n == 0:
		return nil, errors.New("follower: name at least one endpoint of the chain")
	case quorum < 1 || quorum > n:
		return nil, fmt.Errorf("follower: %d of %d endpoints cannot agree; the quorum is between 1 and %d", quorum, n, n)
	case cfg.Events < 0 || cfg.Attempts < 0 || cfg.Pause < 0:
		return nil, errors.New("follower: Events, Attempts and Pause are not negative")
	}
	if cfg.Sleep == nil {
		cfg.Sleep = sleep
	}
	f := &Follower{
		journal: cfg.Journal, quorum: quorum,
		window: cmp.Or(cfg.Window, 2000), stride: cmp.Or(cfg.Window, 2000), events: cmp.Or(cfg.Events, 2000), quiet: cmp.Or(cfg.Quiet, 3600),
		log: cmp.Or(cfg.Logger, slog.New(slog.DiscardHandler)),
	}
	for i, c := range cfg.Chains {
		f.endpoints = append(f.endpoints, &endpoint{
			chain: c, number: i + 1, window: f.window, limit: f.window,
			attempts: cmp.Or(cfg.Attempts, 5), pause: cmp.Or(cfg.Pause, time.Second/2), sleep: cfg.Sleep,
		})
	}
	return f, nil
}

// Step records what has become final since the last one and reports whether that was anything. Blocks with events are
// recorded at once; without, they wait until an hour of chain time has passed or force is set: a vote waits for a fresh
// block, or an anchor for its block to be covered.
//
// After an error, what was recorded is recorded, and the next Step goes on from there. All errors but [ErrReorged] may pass.
func (f *Follower) Step(ctx context.Context, force bool) (advanced bool, err error) {
	next, last, err := f.journal.Position(ctx)
	if err != nil {
		return false, fmt.Errorf("follower: reading the record's position: %w", err)
	}
	final, err := f.finalized(ctx)
	if err != nil {
		return false, err
	}
	if final < next {
		return false, nil // no block is new, or the endpoints lag behind those that we asked before
	}
	if err := f.check(ctx, next, last); err != nil {
		return false, err
	}
	for next <= final {
		r, err := f.scan(ctx, next, final)
		if err != nil {
			return advanced, err
		}
		due := last == Block{} || r.Time >= last.Time+f.quiet
		if len(r.Events) == 0 && !force && !due {
			break
		}
		if err := f.journal.Append(ctx, r); err != nil {
			// It may be in the record all the same, if only the answer was lost. If it was refused, it may have been a lie.
			f.seen = span{from: next}
			return advanced, fmt.Errorf("follower: recording blocks %d to %d: %w", r.From, r.To, err)
		}
		advanced, next, last = true, r.To+1, Block{r.To, r.Hash, r.Time}
		f.seen.from = next
		f.seen.events = slices.DeleteFunc(f.seen.events, func(e badge.Event) bool { return e.Block <= r.To })
	}
	return advanced, nil
}

// finalized returns the highest number that enough endpoints call final. A single one cannot push it up.
func (f *Follower) finalized(ctx context.Context) (uint64, error) {
	numbers, err := f.reached(ctx, "the finalized block", func(e *endpoint) (Block, error) { return e.finalized(ctx) })
	if err != nil {
		return 0, err
	}
	return numbers[len(numbers)-1], nil
}

// reached returns the numbers up to the highest that enough endpoints have reached, sorted.
func (f *Follower) reached(ctx context.Context, what string, ask func(*endpoint) (Block, error)) ([]uint64, error) {
	var numbers []uint64
	var errs []error
	for _, e := range f.inOrder(0) {
		if e.failed && len(numbers) >= f.quorum && e.rests > 0 {
			e.rests--
			continue
		}
		b, err := ask(e)
		if err != nil {
			errs = append(errs, f.failed(ctx, e, err))
			continue
		}
		numbers = append(numbers, b.Number)
	}
	if len(numbers) < f.quorum {
		return nil, fmt.Errorf("follower: asking for %s: %w", what, failures(errs))
	}
	slices.Sort(numbers)
	return numbers[:len(numbers)-f.quorum+1], nil
}

// check makes sure that what was recorded, and what was scanned to be recorded, is still on the chain. The hash of a block
// vouches for all blocks before it, so one question does.
func (f *Follower) check(ctx context.Context, next uint64, last Block) error {
	if f.seen.from != next { // another process recorded meanwhile, or nothing was scanned yet
		f.seen = span{from: next}
	}
	if seen := f.seen.last; seen.Number >= next && seen != (Block{}) {
		b, err := f.block(ctx, seen.Number)
		if err != nil {
			return err
		}
		if b.Hash == seen.Hash {
			return nil
		}
		f.log.ErrorContext(ctx, "a finalized block changed before it was recorded; its range is scanned again",
			slog.Uint64("block", seen.Number), slog.String("was", seen.Hash.Hex()), slog.String("is", b.Hash.Hex()))
	}
	f.seen = span{from: next}
	if last == (Block{}) {
		return nil
	}
	b, err := f.block(ctx, last.Number)
	if err != nil {
		return err
	}
	if b.Hash != last.Hash {
		return fmt.Errorf("follower: %w: the record has block %d as %s, and the chain now has %s. Check that every endpoint serves the chain of the genesis; if it does, the record must be begun anew from the last anchor before this block",
			ErrReorged, last.Number, last.Hash, b.Hash)
	}
	return nil
}

// scan returns the next range to record: up to final, or up to where it is full. Windows that were scanned stay scanned if a
// later one fails.
func (f *Follower) scan(ctx context.Context, next, final uint64) (Range, error) {
	for len(f.seen.events) <= f.events {
		from := max(next, f.seen.last.Number+1)
		if f.seen.last == (Block{}) {
			from = next
		}
		if from > final {
			break
		}
		to := final
		if final-from >= f.stride {
			to = from + f.stride - 1
		}
		events, err := f.badgeEvents(ctx, from, to)
		if err != nil {
			f.stride = max(1, (to-from+1)/4)
			return Range{}, err
		}
		f.stride = min(2*f.stride, f.window)
		// The hash is asked for after the events: it vouches for a chain on which they were final already.
		b, err := f.block(ctx, to)
		if err != nil {
			return Range{}, err
		}
		f.seen.events, f.seen.last = append(f.seen.events, events...), b
	}

	events, end := f.seen.events, f.seen.last
	if n := full(events, f.events); n < len(events) {
		b, err := f.block(ctx, events[n-1].Block)
		if err != nil {
			return Range{}, err
		}
		events, end = events[:n], b
	}
	if n := len(events); n > 0 && events[n-1].Block == end.Number && events[n-1].Time != end.Time {
		f.seen = span{from: next}
		return Range{}, fmt.Errorf("follower: %w: block %d has the time %d in its header and %d in its events", ErrDisagree, end.Number, end.Time, events[n-1].Time)
	}
	return Range{From: next, To: end.Number, Hash: end.Hash, Time: end.Time, Events: slices.Clone(events)}, nil
}

// full returns how many of the events a range takes: whole blocks, at least one, with at most most events.
func full(events []badge.Event, most int) int {
	if len(events) <= most {
		return len(events)
	}
	n := most
	for n > 0 && events[n-1].Block == events[n].Block {
		n--
	}
	if n == 0 { // the first block alone has more
		for n < len(events) && events[n].Block == events[0].Block {
			n++
		}
	}
	return n
}

// block returns a block that enough endpoints agree on.
func (f *Follower) block(ctx context.Context, number uint64) (Block, error) {
	return agree(ctx, f, number, fmt.Sprintf("block %d", number), func(a, b Block) bool { return a == b },
		func(e *endpoint) (Block, error) { return e.block(ctx, number) })
}

// badgeEvents returns the events that enough endpoints agree on.
func (f *Follower) badgeEvents(ctx context.Context, from, to uint64) ([]badge.Event, error) {
	return agree(ctx, f, to, fmt.Sprintf("badge events of blocks %d to %d", from, to), slices.Equal[[]badge.Event],
		func(e *endpoint) ([]badge.Event, error) { return e.events(ctx, from, to) })
}

// agree asks one endpoint after the other until enough of them have given the same answer. Those for which a block is not
// final yet may not have it: they come later, and are not asked twice.
func agree[T any](ctx context.Context, f *Follower, number uint64, what string, equal func(a, b T) bool, ask func(*endpoint) (T, error)) (T, error) {
	type vote struct {
		answer T
		by     []int
	}
	var votes []vote
	var errs []error
	var zero T
	for _, e := range f.inOrder(number) {
		restore := func() {}
		if e.final < number && len(f.endpoints) > 1 {
			restore = e.once()
		}
		answer, err := ask(e)
		restore()
		if err != nil {
			if ctx.Err() != nil {
				return zero, fmt.Errorf("follower: asking for %s: %w", what, ctx.Err())
			}
			errs = append(errs, f.failed(ctx, e, err))
			continue
		}
		at := slices.IndexFunc(votes, func(v vote) bool { return equal(v.answer, answer) })
		if at < 0 {
			at = len(votes)
			votes = append(votes, vote{answer: answer})
		}
		votes[at].by = append(votes[at].by, e.number)
		if len(votes[at].by) < f.quorum {
			continue
		}
		for i, v := range votes {
			if i != at {
				f.log.WarnContext(ctx, "endpoints are outvoted", slog.String("on", what), slog.Any("endpoints", v.by), slog.Any("by", votes[at].by))
			}
		}
		return answer, nil
	}
	if len(votes) < 2 { // nobody contradicted anybody: too few answered
		return zero, fmt.Errorf("follower: asking for %s: %w", what, failures(errs))
	}
	parties := make([][]int, len(votes))
	for i, v := range votes {
		parties[i] = v.by
	}
	err := fmt.Errorf("follower: %w on %s: endpoints %v say different things, and %d must say the same", ErrDisagree, what, parties, f.quorum)
	if len(errs) > 0 {
		err = fmt.Errorf("%w (%w)", err, failures(errs))
	}
	return zero, err
}

// inOrder returns the endpoints in the order in which to ask them about a block: first those for which it is final, and last
// those that failed.
func (f *Follower) inOrder(number uint64) []*endpoint {
	rank := func(e *endpoint) int {
		switch {
		case e.failed:
			return 2
		case e.final < number:
			return 1
		}
		return 0
	}
	endpoints := slices.Clone(f.endpoints)
	slices.SortStableFunc(endpoints, func(a, b *endpoint) int { return cmp.Compare(rank(a), rank(b)) })
	return endpoints
}

// failures are errors in one line.
type failures []error

func (f failures) Error() string {
	var b strings.Builder
	for i, err := range f {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(err.Error())
	}
	return b.String()
}

func (f failures) Unwrap() []error { return f }

func (f *Follower) failed(ctx context.Context, e *endpoint, err error) error {
	f.log.WarnContext(ctx, "an endpoint of the chain fails", slog.Int("endpoint", e.number), slog.Any("error", err))
	return fmt.Errorf("endpoint %d: %w", e.number, err)
}

// sound says what cannot be true of a list of events of the blocks from to to.
func sound(events []badge.Event, from, to uint64) error {
	for i, e := range events {
		if e.Block < from || e.Block > to {
			return fmt.Errorf("asked for blocks %d to %d, it gave an event of block %d", from, to, e.Block)
		}
		if e.Tx == (common.Hash{}) {
			return fmt.Errorf("event %d of block %d names no transaction", e.Index, e.Block)
		}
		if i == 0 {
			continue
		}
		switch before := events[i-1]; {
		case e.Block < before.Block, e.Block == before.Block && e.Index <= before.Index:
			return fmt.Errorf("event %d of block %d comes after event %d of block %d", e.Index, e.Block, before.Index, before.Block)
		case e.Block == before.Block && e.Time != before.Time, e.Time < before.Time:
			return fmt.Errorf("block %d has the time %d after %d in block %d", e.Block, e.Time, before.Time, before.Block)
		}
	}
	return nil
}
