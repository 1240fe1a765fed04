package follower

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// maxPause is the longest pause between two attempts.
const maxPause = 30 * time.Second

// endpoint asks one chain, again if need be, and learns how large a range it gives.
type endpoint struct {
	chain    Chain
	number   int // from 1, as a message names it
	attempts int
	pause    time.Duration
	sleep    func(context.Context, time.Duration) error

	window uint64 // most blocks to ask for at a time
	limit  uint64 // blocks to ask for at a time at present
	calm   int    // answers since the limit changed
	failed bool   // the last question went unanswered, so that the next is asked once only
	final  uint64 // the newest block that it called final
	rests  int    // rounds in which it need not be asked, since it failed and others answer
}

// restRounds is for how many rounds an endpoint that failed is not asked while others answer: one that hangs must not hold up
// every round.
const restRounds = 16

// once lets the endpoint be asked without a second attempt, until the function that it returns is called: what fails then
// says nothing about it.
func (e *endpoint) once() (restore func()) {
	attempts, failed := e.attempts, e.failed
	e.attempts = 1
	return func() { e.attempts, e.failed = attempts, failed }
}

func (e *endpoint) finalized(ctx context.Context) (b Block, err error) {
	err = e.try(ctx, func() (err error) { b, err = e.chain.Finalized(ctx); return })
	if err == nil {
		e.final = b.Number
	}
	return b, err
}

func (e *endpoint) head(ctx context.Context) (b Block, err error) {
	err = e.try(ctx, func() (err error) { b, err = e.chain.Head(ctx); return })
	return b, err
}

func (e *endpoint) block(ctx context.Context, number uint64) (b Block, err error) {
	err = e.try(ctx, func() error {
		b, err = e.chain.Block(ctx, number)
		if err == nil && b.Number != number {
			return fmt.Errorf("asked for block %d, it gave block %d", number, b.Number)
		}
		return err
	})
	return b, err
}

// events asks for the events of the blocks from to to, in pieces that the endpoint gives. One that may be too large halves the
// next; many answers in a row double it again.
func (e *endpoint) events(ctx context.Context, from, to uint64) ([]badge.Event, error) {
	const calm = 16 // a limit that is tried too often costs a pause each time
	var all []badge.Event
	first := from
	for from <= to {
		var events []badge.Event
		var piece uint64
		err := e.try(ctx, func() (err error) {
			piece = min(e.limit, to-from+1)
			events, err = e.chain.BadgeEvents(ctx, from, from+piece-1)
			if err == nil {
				err = sound(events, from, from+piece-1)
			}
			if errors.Is(err, ErrTooLarge) && piece > 1 {
				e.limit, e.calm = piece/2, 0
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		if e.calm++; e.calm == calm {
			e.limit, e.calm = min(2*e.limit, e.window), 0
		}
		all = append(all, events...)
		from += piece
	}
	return all, sound(all, first, to) // each piece is, but they may not fit
}

// try asks until there is an answer, the attempts are used up or the context ends. An endpoint that wants to be left alone is
// left alone: for as long as it says, if that is not too long to wait here, and otherwise until a later question.
func (e *endpoint) try(ctx context.Context, ask func() error) error {
	attempts, pause := e.attempts, e.pause
	if e.failed {
		attempts = 1
	}
	for {
		err := ctx.Err()
		if err == nil {
			err = ask()
		}
		if err == nil {
			e.failed = false
			return nil
		}
		wait, long := pause, false
		var limited *LimitedError
		if errors.As(err, &limited) {
			wait, long = max(pause, limited.After), limited.After > maxPause
		}
		var timeout interface{ Timeout() bool }
		if errors.As(err, &timeout) && timeout.Timeout() {
			long = true // it took its time already
		}
		if attempts--; attempts == 0 || long || ctx.Err() != nil {
			if e.failed = ctx.Err() == nil; e.failed {
				e.rests = restRounds
			}
			return err
		}
		if err := e.sleep(ctx, wait); err != nil {
			return err
		}
		pause = min(2*pause, maxPause)
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
