package governance

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Position returns how far the record follows the chain.
func (s *Service) Position() replay.Position {
	var p replay.Position
	_ = s.View(func(state *replay.State) error { p = state.Chain(); return nil })
	return p
}

// RecordRange records finalized blocks with all their events. The ranges leave no gap: a range that does not
// begin where the record ends is refused with the rule "chain-gap". What was posted and can not count is left out.
func (s *Service) RecordRange(ctx context.Context, r record.ChainRange, events []badge.Event) error {
	_, err := s.submit(ctx, &request{build: func(w *writer) (record.Entry, [][]byte, *replay.Seal, error) {
		kept := w.state.Keep(events)
		if kept == nil {
			kept = []badge.Event{}
		}
		raw, err := document.Marshal(kept)
		if err != nil {
			return record.Entry{}, nil, nil, err
		}
		r.Count, r.Events = len(kept), document.Sum(raw)
		body, err := document.Marshal(r)
		return record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: body}, [][]byte{raw}, nil, err
	}})
	return err
}

// RecordAnchor records a checkpoint that is on a finalized block. The proof that it is a checkpoint of this log is made
// here.
func (s *Service) RecordAnchor(ctx context.Context, a record.Anchored) error {
	_, err := s.submit(ctx, &request{build: func(w *writer) (record.Entry, [][]byte, *replay.Seal, error) {
		size := w.batch.Size()
		if a.Size < 1 || a.Size > size {
			return record.Entry{}, nil, nil, refusal.New(refusal.Invalid, "anchor-size", "size", "the log has %d entries, not %d", size, a.Size)
		}
		proof, err := record.ProveConsistency(size, a.Size, w)
		if err != nil {
			return record.Entry{}, nil, nil, err
		}
		a.Proof = make([]document.Digest, len(proof))
		for i, h := range proof {
			a.Proof[i] = document.Digest(h)
		}
		body, err := document.Marshal(a)
		return record.Entry{Kind: record.KindAnchored, Actor: record.ActorLog, Body: body}, nil, nil, err
	}})
	return err
}

// RecordRelease records a release that enough co-signers signed, with its bundle.
func (s *Service) RecordRelease(ctx context.Context, r record.Released, bundle []byte) error {
	r.Bundle = document.Sum(bundle)
	_, err := s.writeOwn(ctx, record.KindReleased, r, bundle)
	return err
}

// RecordReport records a node's signed report of what it applied.
func (s *Service) RecordReport(ctx context.Context, node common.Address, r record.Attested, sig wallet.Signature) (record.Receipt, error) {
	body, err := document.Marshal(r)
	if err != nil {
		return record.Receipt{}, refusal.New(refusal.Invalid, "report", "", "%w", err)
	}
	actor, _ := node.MarshalText()
	e := record.Entry{Kind: record.KindAttested, Actor: string(actor), Body: body, Signature: sig.String()}
	return s.submit(ctx, &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) { return e, nil, nil, nil }})
}

// writeOwn writes an entry that no member signs.
func (s *Service) writeOwn(ctx context.Context, kind string, body any, blobs ...[]byte) (record.Receipt, error) {
	raw, err := document.Marshal(body)
	if err != nil {
		return record.Receipt{}, err
	}
	return s.submit(ctx, &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) {
		return record.Entry{Kind: kind, Actor: record.ActorLog, Body: raw}, blobs, nil, nil
	}})
}

// Waiting says what the record waits for from outside.
type Waiting struct {
	Block  bool // something is due but for a finalized block of its time
	Anchor bool // a count waits for the anchor that covers it
}

// Waiting returns what the record waits for.
func (s *Service) Waiting() Waiting {
	var w Waiting
	_ = s.View(func(state *replay.State) error {
		now := max(s.clock(), state.Time())
		for _, p := range state.Proposals() {
			w.Anchor = w.Anchor || p.Status == proposal.Closed
			if w.Block || !p.AwaitsBlock(state.Chain().Time, now) {
				continue
			}
			met, err := true, error(nil)
			if p.Status == proposal.Review {
				met, err = state.GatesMet(p.Digest, s.Blobs(context.Background()))
			}
			w.Block = met && err == nil
		}
		return nil
	})
	return w
}
