// Package follower brings the badge contract's events from the chain into the record, from the block in which the
// contract was deployed to the newest finalized one.
//
// It works in ranges of blocks that leave no gap, and each range is one entry: the record then says of every block what
// happened in it, so that leaving an event out is a lie about a range and not an omission. Where it stands is what the
// journal says, so it can be stopped anywhere.
package follower

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// DefaultMaxRange is how many blocks a range has at most, unless the configuration says otherwise.
const DefaultMaxRange = 10_000

// ErrReorganised is in the chain of the error that says that a block is not the one that the record names. A finalized
// block does not change, so either the network broke its promise or somebody is being lied to. No retry helps, and
// nothing may be appended before a human has found out which.
var ErrReorganised = errors.New("a finalized block was replaced")

// Block names a block.
type Block struct {
	Number uint64
	Hash   common.Hash
	Time   uint64 // Unix seconds
}

// Chain is what the follower asks of the network.
type Chain interface {
	// Finalized returns the newest block that the network will not take back.
	Finalized(ctx context.Context) (Block, error)
	// Block returns the block that the chain has at a height now.
	Block(ctx context.Context, number uint64) (Block, error)
	// BadgeEvents returns all events of the badge contract in blocks from to to, both included, in the chain's order.
	// It may refuse a range for being too long or having too many events with any error.
	BadgeEvents(ctx context.Context, from, to uint64) ([]badge.Event, error)
}

// Range is a stretch of blocks with everything that the badge contract did in them.
type Range struct {
	From, To uint64 // both included
	Hash     common.Hash
	Time     uint64 // of block To, Unix seconds
	Events   []badge.Event
}

// Journal is where ranges go.
type Journal interface {
	// Position returns the first block that no range covers, and the last one that a range covers. Before the first
	// range it returns zeros.
	Position(ctx context.Context) (next uint64, last Block, err error)
	// Append stores a range that begins at the position, durably before it returns nil. After an error the range may be
	// stored or not; the follower asks for the position again.
	Append(ctx context.Context, r Range) error
}

// Config says what to follow.
type Config struct {
	Chain   Chain
	Journal Journal
	// Start is the block in which the badge contract was deployed.
	Start uint64
	// MaxRange is how many blocks are asked for at once. Zero means [DefaultMaxRange].
	MaxRange uint64
	// Quiet is how many blocks without an event [Follower.Step] lets pass before it records them, so that a quiet
	// contract does not fill the record. Zero records every one.
	Quiet uint64
}

// Follower follows. It is not safe for concurrent use.
type Follower struct {
	cfg     Config
	limit   uint64 // how many blocks are asked for at once; halved when the endpoint refuses, doubled when it does not
	scanned uint64 // the block after the last that was looked at; blocks from the position to here had no event
}

// New returns a follower.
func New(cfg Config) (*Follower, error) {
	if cfg.Chain == nil || cfg.Journal == nil {
		return nil, errors.New("follower: a chain and a journal are needed")
	}
	if cfg.MaxRange == 0 {
		cfg.MaxRange = DefaultMaxRange
	}
	return &Follower{cfg: cfg, limit: cfg.MaxRange}, nil
}

// Step records at most one range and reports whether it did; there may then be more. It holds back the last few blocks
// if they are quiet.
func (f *Follower) Step(ctx context.Context) (bool, error) {
	return f.step(ctx, f.cfg.Quiet)
}

// Sync records everything up to the newest finalized block and returns the last block recorded.
func (f *Follower) Sync(ctx context.Context) (Block, error) {
	for {
		more, err := f.step(ctx, 0)
		if err != nil {
			return Block{}, err
		}
		if !more {
			_, last, err := f.cfg.Journal.Position(ctx)
			return last, err
		}
	}
}

func (f *Follower) step(ctx context.Context, quiet uint64) (bool, error) {
	next, last, err := f.cfg.Journal.Position(ctx)
	if err != nil {
		return false, fmt.Errorf("follower: reading the position: %w", err)
	}
	final, err := f.cfg.Chain.Finalized(ctx)
	if err != nil {
		return false, fmt.Errorf("follower: asking for the finalized block: %w", err)
	}
	if next == 0 {
		next = f.cfg.Start
	} else if final.Number < last.Number {
		return false, nil // an endpoint that lags behind what was recorded; it will catch up
	} else if err := f.check(ctx, last); err != nil {
		return false, err
	}
	if final.Number < next {
		return false, nil
	}

	to, events, err := f.read(ctx, max(next, f.scanned), final.Number)
	if err != nil {
		return false, err
	}
	if len(events) == 0 && to-next < quiet {
		f.scanned = to + 1
		return false, nil
	}
	// The end is asked for after the events: an endpoint that answers for blocks that it does not have, with nothing,
	// fails here.
	end, err := f.cfg.Chain.Block(ctx, to)
	if err != nil {
		return false, fmt.Errorf("follower: asking for block %d: %w", to, err)
	}
	if to == final.Number && end != final {
		return false, fmt.Errorf("follower: %w: block %d was %s and is %s", ErrReorganised, to, final.Hash, end.Hash)
	}
	f.scanned = 0
	if err := f.cfg.Journal.Append(ctx, Range{From: next, To: to, Hash: end.Hash, Time: end.Time, Events: events}); err != nil {
		return false, fmt.Errorf("follower: recording blocks %d to %d: %w", next, to, err)
	}
	return true, nil
}

// check compares the last block that was recorded with the chain's.
func (f *Follower) check(ctx context.Context, last Block) error {
	now, err := f.cfg.Chain.Block(ctx, last.Number)
	if err != nil {
		return fmt.Errorf("follower: asking for block %d: %w", last.Number, err)
	}
	if now.Hash != last.Hash {
		return fmt.Errorf("follower: %w: block %d is %s in the record and %s on the chain; find out whether the endpoint lies before anything else",
			ErrReorganised, last.Number, last.Hash, now.Hash)
	}
	return nil
}

// read reads events from block from on, of as many blocks as the endpoint allows, and returns the last of them.
func (f *Follower) read(ctx context.Context, from, final uint64) (to uint64, events []badge.Event, err error) {
	if from > final {
		return final, nil, nil
	}
	for {
		to = final
		if final-from >= f.limit {
			to = from + f.limit - 1
		}
		events, err = f.cfg.Chain.BadgeEvents(ctx, from, to)
		if err == nil {
			f.limit = min(f.limit*2, f.cfg.MaxRange)
			return to, events, nil
		}
		if from == to || ctx.Err() != nil {
			return 0, nil, fmt.Errorf("follower: asking for the events of blocks %d to %d: %w", from, to, err)
		}
		// Endpoints refuse long ranges in many words: halving finds what this one allows.
		f.limit = (to - from + 1) / 2
	}
}
