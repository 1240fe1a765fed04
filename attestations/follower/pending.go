package follower

import (
	"context"
	"fmt"
	"log/slog"
	"slices"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// Pending is what the chain says that the record does not have yet: it may still be taken back, so it is for showing and
// nothing else.
type Pending struct {
	Final  uint64        // the newest final block
	Head   Block         // the newest block; what is up to it was looked at
	Events []badge.Event // of the blocks after the record, in order; those above Final are not final
}

// Pending returns what enough endpoints say of the blocks after the record. Of more than a window of them it shows the last.
// It asks for events only when the head has changed.
func (f *Follower) Pending(ctx context.Context) (Pending, error) {
	next, _, err := f.journal.Position(ctx)
	if err != nil {
		return Pending{}, fmt.Errorf("follower: reading the record's position: %w", err)
	}
	for _, e := range f.endpoints {
		defer e.once()() // there is another time soon, and a pause would hold up what matters more
	}
	heads, err := f.reached(ctx, "the head", func(e *endpoint) (Block, error) { return e.head(ctx) })
	if err != nil {
		return Pending{}, err
	}
	var head Block
	for _, number := range slices.Backward(heads) { // they may agree on an older one only
		if head, err = f.block(ctx, number); err == nil {
			break
		}
	}
	if err != nil {
		return Pending{}, err
	}
	final, err := f.finalized(ctx)
	if err != nil {
		return Pending{}, err
	}
	p := Pending{Final: final, Head: head}
	if head.Number < next {
		return p, nil
	}
	from := next
	if head.Number-next >= f.window {
		from = head.Number - f.window + 1
	}
	if f.pending.head == head && f.pending.from <= from {
		p.Events = after(f.pending.events, from)
		return p, nil
	}
	events, err := f.badgeEvents(ctx, from, head.Number)
	if err != nil {
		return Pending{}, err
	}
	// The head vouches for the chain that the events are on, if it is still there.
	again, err := f.block(ctx, head.Number)
	if err != nil {
		return Pending{}, err
	}
	if again != head {
		f.log.InfoContext(ctx, "the chain was reorganised while its newest blocks were read", slog.Uint64("block", head.Number))
		return Pending{}, fmt.Errorf("follower: %w: block %d was replaced while the events up to it were read; ask again", ErrDisagree, head.Number)
	}
	f.pending = newest{from: from, head: head, events: events}
	p.Events = events
	return p, nil
}

// newest is what was read last of the blocks after the record.
type newest struct {
	from   uint64
	head   Block
	events []badge.Event
}

// after returns the events of blocks from a number on.
func after(events []badge.Event, from uint64) []badge.Event {
	for i, e := range events {
		if e.Block >= from {
			return events[i:]
		}
	}
	return nil
}
