package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/publish"
)

// engine moves an instance on: it follows the chain, writes what is due, anchors counts, and records and publishes
// releases. Each part can be killed anywhere and goes on there.
type engine struct {
	service  *governance.Service
	follower *follower.Follower
	sender   *anchor.Sender
	releases *publish.Releases
	relayer  *relayer // nil if nobody pays for members' badges
	tuf      *publish.Repository
	finalize func(context.Context) error // makes the head final at will; nil on a real chain
	poll     time.Duration               // between two looks at a chain that is not ours
	log      *slog.Logger

	refreshed document.Time     // when TUF metadata was last looked at
	reminded  map[string]string // the last alarm about each date
	witnesses *witnessed        // who are shown each checkpoint; nil for nobody
	looked    time.Time         // at the chain
	pending   atomic.Pointer[follower.Pending]
}

// Pending returns what the chain says that is not in the record yet.
func (e *engine) Pending() follower.Pending {
	if p := e.pending.Load(); p != nil {
		return *p
	}
	return follower.Pending{}
}

// step does everything that can be done now. It returns whether anything changed.
func (e *engine) step(ctx context.Context) (bool, error) {
	size := e.size()
	if err := e.service.Refresh(ctx); err != nil {
		return false, err
	}
	// A chain that does not answer must not keep anything else from going on.
	var errs []error
	try := func(what string, err error) {
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", what, err))
		}
	}
	look := time.Since(e.looked) >= e.poll // a provider counts every question
	if look {
		try("following the chain", e.follow(ctx, e.service.Waiting().Block))
	}
	_, err := e.service.Tick(ctx)
	try("writing what is due", err)
	try("minting what members endorsed", e.relay(ctx))
	if look && e.service.Waiting().Anchor {
		try("anchoring", e.anchor(ctx))
	}
	if look {
		e.look(ctx)
		e.looked = time.Now()
	}
	_, err = e.releases.Step(ctx)
	try("releasing", err)
	if now := e.service.Now(); now-e.refreshed > 60 || now < e.refreshed {
		if err := e.tuf.Refresh(ctx); err != nil {
			try("signing TUF metadata again", err)
		} else {
			e.refreshed = now
		}
		try("looking at what expires", e.remind(ctx))
	}
	if e.witnesses != nil {
		e.witnesses.step(ctx)
	}
	return e.size() != size, errors.Join(errs...)
}

// relay has badges minted that are endorsed. On a real chain a block takes its time, and nothing else waits for it.
func (e *engine) relay(ctx context.Context) error {
	if e.relayer == nil {
		return nil
	}
	if e.finalize == nil {
		go func() {
			if _, err := e.relayer.step(ctx); err != nil && ctx.Err() == nil {
				e.log.WarnContext(ctx, "a badge that members endorsed is not minted yet", slog.Any("error", err))
			}
		}()
		return nil
	}
	n, err := e.relayer.step(ctx)
	if n > 0 {
		err = errors.Join(err, e.follow(ctx, true))
	}
	return err
}

func (e *engine) size() int64 {
	var size int64
	_ = e.service.View(func(s *replay.State) error { size = s.Size(); return nil })
	return size
}

// follow brings the record to the finalized block. An empty range is recorded only if force is set.
func (e *engine) follow(ctx context.Context, force bool) error {
	if force && e.finalize != nil {
		if err := e.finalize(ctx); err != nil {
			return err
		}
	}
	for {
		advanced, err := e.follower.Step(ctx, force)
		if err != nil {
			return err
		}
		if !advanced {
			return nil
		}
		force = false
	}
}

// look shows what is pending. What fails here is shown later, and keeps nothing from going on.
func (e *engine) look(ctx context.Context) {
	p, err := e.follower.Pending(ctx)
	if err != nil {
		e.log.DebugContext(ctx, "what is pending cannot be shown", slog.Any("error", err))
		return
	}
	e.pending.Store(&p)
}

// anchor moves the anchor of the newest checkpoint on, and records one that is final.
func (e *engine) anchor(ctx context.Context) error {
	head, err := e.service.Store().Head(ctx)
	if err != nil {
		return err
	}
	if e.finalize != nil {
		if err := e.finalize(ctx); err != nil {
			return err
		}
	}
	done, err := e.sender.Step(ctx, anchor.Checkpoint{Size: head.Size, Root: head.Root})
	if err != nil || done == nil {
		return err
	}
	if err := e.follow(ctx, e.service.Position().Next <= done.Block); err != nil {
		return err
	}
	return e.service.RecordAnchor(ctx, *done)
}

// run moves the instance on until ctx ends, several times a second where there is something to do.
func (e *engine) run(ctx context.Context) {
	const pause, rest = 250 * time.Millisecond, 30 * time.Second
	wait, failed := pause, ""
	for {
		_, err := e.step(ctx)
		switch {
		case err == nil:
			wait, failed = pause, ""
		case ctx.Err() == nil:
			// What fails goes on failing for a while: say it once, and try less often.
			if err.Error() != failed {
				e.log.ErrorContext(ctx, "the instance cannot move on", slog.Any("error", err))
			}
			failed, wait = err.Error(), min(2*wait, rest)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
	}
}

// anchored returns the newest anchored size in the record.
func (e *engine) anchored() int64 {
	var size int64
	_ = e.service.View(func(s *replay.State) error {
		if anchors := s.Anchors(); len(anchors) > 0 {
			size = anchors[len(anchors)-1].Size
		}
		return nil
	})
	return size
}

// journal is where the follower writes: the service's record.
type journal struct{ service *governance.Service }

var _ follower.Journal = journal{}

func (j journal) Position(context.Context) (uint64, follower.Block, error) {
	p := j.service.Position()
	return p.Next, follower.Block{Number: p.Last, Hash: p.Hash, Time: uint64(p.Time)}, nil
}

func (j journal) Append(ctx context.Context, r follower.Range) error {
	return j.service.RecordRange(ctx, record.ChainRange{From: r.From, To: r.To, Hash: r.Hash, Time: document.Time(r.Time)}, r.Events)
}
