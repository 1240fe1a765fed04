package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// remember reads what an earlier run verified and what was seen elsewhere, and returns what writes down how far this one comes.
func (f verifyFlags) remember(opts *replay.Options) (save func(v replay.Verified, now bool), err error) {
	for _, path := range *f.seen {
		raw, err := readFile(path, record.MaxReceipt)
		if err != nil {
			return nil, err
		}
		note := string(raw)
		if r, err := record.ParseReceipt(raw); err == nil {
			note = r.Checkpoint
		}
		seen, err := record.PeekCheckpoint([]byte(note))
		if err != nil {
			return nil, &usageError{fmt.Sprintf("--seen %s is neither a receipt nor a signed checkpoint", path)}
		}
		opts.Seen = append(opts.Seen, replay.Seen{Checkpoint: seen, Note: note})
	}
	if *f.resume == "" {
		return func(replay.Verified, bool) {}, nil
	}
	raw, err := os.ReadFile(*f.resume)
	if err == nil {
		before, err := replay.ParseVerified(raw)
		if err != nil {
			return nil, &usageError{fmt.Sprintf("--resume %s was not written by peritus verify: %v", *f.resume, err)}
		}
		opts.Resume = &before
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, missing("%s cannot be read: %w", *f.resume, err)
	}
	last := time.Now()
	save = func(v replay.Verified, now bool) {
		if !now && time.Since(last) < 5*time.Second {
			return
		}
		last = time.Now()
		if raw, err := document.Marshal(v); err == nil {
			_ = writeFile(*f.resume, append(raw, '\n'), 0o600) // what is not remembered is verified again
		}
	}
	opts.Saved = func(v replay.Verified) { save(v, false) }
	return save, nil
}

// about says more of what the flags name, from the record that was just verified.
func (f verifyFlags) about(state *replay.State) ([]replay.Claim, error) {
	var claims []replay.Claim
	claim := func(what, format string, args ...any) {
		claims = append(claims, replay.Claim{Label: replay.Proved, What: what, Detail: fmt.Sprintf(format, args...)})
	}
	if *f.proposal != "" {
		d, err := document.ParseDigest(*f.proposal)
		if err != nil {
			return nil, &usageError{"--proposal: " + err.Error()}
		}
		p, ok := state.Proposal(d)
		if !ok {
			return nil, &replay.Refutation{Index: -1, Kind: "proposal", Err: fmt.Errorf("the record has no proposal %s", d)}
		}
		aboutProposal(p, claim)
	}
	if *f.anchor != 0 {
		anchors := state.Anchors()
		i := slices.IndexFunc(anchors, func(a replay.Anchor) bool { return a.Size == *f.anchor })
		if *f.anchor < 0 {
			i = len(anchors) - 1
		}
		if i < 0 {
			return nil, &replay.Refutation{Index: -1, Kind: "anchor", Err: errors.New("the record has no such anchor")}
		}
		a := anchors[i]
		g, _ := state.Genesis()
		claim("anchor", "entry %d: the %d entries with the root %s, in the transaction %s on block %d (%s) of chain %d, contract %s", a.Index, a.Size, a.Root, a.Tx, a.Block, a.BlockHash, g.Chain.ID, g.Chain.Anchor)
		claim("anchor", "the proof in entry %d leads from that root to the record as it stood then", a.Index)
	}
	return claims, nil
}

func aboutProposal(p proposal.Proposal, claim func(what, format string, args ...any)) {
	claim("proposal", "entry %d, submitted by %s at %s; it is %s", p.Index, p.Proposer, p.Submitted, p.Status)
	for _, lane := range p.Lanes {
		claim("proposal", "%s from %s to %s", lane.Head, lane.Base, lane.Document)
	}
	if p.OpenedAt == 0 {
		return
	}
	claim("proposal", "entry %d opened the vote at %s, until %s, over the badges as of block %d", p.OpenedAt, p.Opened, p.Closes, p.Block)
	for _, name := range slices.Sorted(maps.Keys(p.Chambers)) {
		c := p.Chambers[name]
		claim("electorate", "%s: %d members with %d micro-units, root %s", name, c.Members, c.Total, c.Root)
	}
	if p.ClosedAt != 0 {
		claim("count", "entry %d, %d ballots, counted again from the record: %s", p.ClosedAt, p.Ballots, p.Tally)
	}
	if p.AnchoredAt != 0 {
		claim("anchor", "entry %d brought the count on chain; the window ends at %s", p.AnchoredAt, p.Ends)
	}
	if p.FinalAt != 0 {
		claim("decision", "entry %d made it final", p.FinalAt)
	}
}

// checkCheckpoint checks a signed checkpoint by itself.
func checkCheckpoint(raw []byte, trust release.Trust) (replay.Report, error) {
	c, n, err := openWitnessed(raw, trust)
	if err != nil {
		return replay.Report{}, &replay.Refutation{Index: -1, Kind: "checkpoint", Err: err}
	}
	claims := []replay.Claim{{Label: replay.Proved, What: "checkpoint", Detail: fmt.Sprintf("the log signed a tree of %d entries with the root %s", c.Size, c.Root)}}
	if n > 0 {
		claims = append(claims, replay.Claim{Label: replay.CoSigned, What: "witnesses", Detail: fmt.Sprintf("%d of %d witnesses saw it", n, len(trust.Record.Witnesses))})
	}
	return replay.Report{Size: c.Size, Root: c.Root, Checkpoint: string(raw), Claims: claims}, nil
}

// openWitnessed opens a checkpoint and returns how many of the witnesses that are trusted signed it.
func openWitnessed(raw []byte, trust release.Trust) (record.Checkpoint, int, error) {
	var witnesses []note.Verifier
	for _, key := range trust.Record.Witnesses {
		w, err := record.NewWitness(key)
		if err != nil {
			return record.Checkpoint{}, 0, err
		}
		witnesses = append(witnesses, w)
	}
	c, n, err := record.OpenCheckpoint(raw, trust.Record.Origin, trust.Log, witnesses...)
	if err != nil {
		return c, 0, err
	}
	return c, len(n.Sigs) - 1, nil
}
