package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/release"
)

type badgeFlags struct {
	proposal, domain, genesis, save, output *string
}

// weighed is the answer of badge weight: an account's weight in one chamber or domain, with the reasons.
type weighed struct {
	Chamber string       `json:"chamber,omitempty"` // of a proposal
	Domain  string       `json:"domain,omitempty"`
	Weight  weight.Micro `json:"weight"`
	Total   weight.Micro `json:"total"`
	Widened uint64       `json:"widened"` // what the policy's caps were multiplied by
	Proved  bool         `json:"proved"`  // against the electorate's root
	Words   []string     `json:"words"`
}

// weighing is what the answers have in common.
type weighing struct {
	Member     common.Address   `json:"member"`
	Proposal   *document.Digest `json:"proposal,omitempty"`
	Electorate *document.Digest `json:"electorate,omitempty"`
	Block      uint64           `json:"block"`
	Time       document.Time    `json:"time"`
	Weights    []weighed        `json:"weights"`
}

// badgeWeight prints why an account has its weight.
func badgeWeight(ctx context.Context, c *call, f badgeFlags, who, where string) error {
	if !common.IsHexAddress(who) {
		return &usageError{fmt.Sprintf("%q is not an address of 40 hex digits", who)}
	}
	if *f.proposal != "" && *f.domain != "" {
		return &usageError{"the weight in a proposal follows from what it touches: give --proposal or --domain, not both"}
	}
	if *f.save != "" && *f.proposal == "" {
		return &usageError{"only a weight in a frozen electorate can be shown to others: name the vote with --proposal DIGEST"}
	}
	pin, _, err := verifyFlags{genesis: f.genesis}.pin()
	if err != nil {
		return err
	}
	member := common.HexToAddress(who)
	return openRecord(ctx, where, func(r recordAt) error {
		v := replay.NewVerifier(replayConfig(), r.source, replay.Options{Genesis: pin})
		if _, err := v.Verify(ctx); err != nil {
			if errors.Is(err, replay.ErrRefuted) {
				return &refutedError{err}
			}
			return err
		}
		var out weighing
		var file []byte
		if *f.proposal != "" {
			out, file, err = weighFor(ctx, r.source, v.State(), *f.proposal, member)
		} else {
			out, err = weighToday(v.State(), *f.domain, member)
		}
		if err != nil {
			return err
		}
		if *f.save != "" {
			if file == nil {
				return &usageError{"there is nothing to show yet: the vote is not open, or the account is not in its electorate"}
			}
			if err := writeFile(*f.save, file, 0o644); err != nil {
				return missing("%w", err)
			}
		}
		return c.weighed(*f.output, out)
	})
}

func (c *call) weighed(output string, out weighing) error {
	if output == "json" {
		enc := json.NewEncoder(c.stdout)
		enc.SetIndent("", "  ")
		return enc.Encode(out)
	}
	for i, w := range out.Weights {
		if i > 0 {
			fmt.Fprintln(c.stdout)
		}
		title, proved := w.Chamber, ""
		if title == "" {
			title = w.Domain + " today"
		}
		if w.Proved {
			proved = ", proved against the electorate's root"
		}
		fmt.Fprintf(c.stdout, "%s: %s of %s%s\n", title, w.Weight.Units(), w.Total.Units(), proved)
		for _, line := range w.Words {
			fmt.Fprintf(c.stdout, "  %s\n", line)
		}
	}
	_, err := fmt.Fprintf(c.stdout, "\nas of block %d, %s\n", out.Block, out.Time)
	return err
}

// weighToday returns an account's weights under the policy in force: in one domain, or in every one that its badges are of.
func weighToday(s *replay.State, domain string, member common.Address) (weighing, error) {
	out := weighing{Member: member, Block: s.Chain().Last, Time: s.Chain().Time}
	domains := map[string]bool{}
	if domain != "" {
		domains[domain] = true
	}
	for _, b := range s.Badges().Of(member) {
		if t, ok := s.Badges().Type(b.Type); ok && domain == "" {
			domains[t.Domain] = true
		}
	}
	if len(domains) == 0 {
		return out, &usageError{fmt.Sprintf("%s never held a badge; name a domain with --domain to see what it takes", member)}
	}
	for _, d := range slices.Sorted(maps.Keys(domains)) {
		tr, err := s.WhyToday(d, member)
		if err != nil {
			return out, err
		}
		out.Weights = append(out.Weights, weighed{Domain: d, Weight: tr.Weight, Total: tr.Total, Widened: max(1, tr.Caps.Widened), Words: tr.Words()})
	}
	return out, nil
}

// blobsOf reads what a record's entries name.
type blobsOf struct {
	ctx    context.Context
	source replay.Source
}

func (b blobsOf) Blob(d document.Digest) ([]byte, error) { return b.source.Blob(b.ctx, d) }

// weighFor returns an account's weights in a proposal, and if it is open, the file that shows them.
func weighFor(ctx context.Context, source replay.Source, s *replay.State, digest string, member common.Address) (weighing, []byte, error) {
	d, err := document.ParseDigest(digest)
	if err != nil {
		return weighing{}, nil, &usageError{fmt.Sprintf("--proposal: %v", err)}
	}
	p, ok := s.Proposal(d)
	if !ok {
		return weighing{}, nil, &usageError{fmt.Sprintf("--proposal: there is no proposal %s in this record", d)}
	}
	blobs := blobsOf{ctx, source}
	out := weighing{Member: member, Proposal: &d, Block: p.Block, Time: p.BlockTime}
	var e proposal.Electorate
	shares, params := p.Shares, s.Policy().Weight
	if p.List.IsZero() {
		if p.Status.Ended() {
			return out, nil, &usageError{fmt.Sprintf("the proposal ended as %s before its vote opened, so it has no electorate", p.Status)}
		}
		out.Block, out.Time = s.Chain().Last, s.Chain().Time
		e, shares, _, err = s.Freeze(&p, blobs)
	} else {
		out.Electorate = &p.Electorate
		if e, err = s.FrozenElectorate(d, blobs); err == nil {
			params, err = frozenParameters(blobs, p.Policy)
		}
	}
	if err != nil {
		return out, nil, err
	}
	proved := map[string]bool{}
	var file []byte
	if !p.List.IsZero() {
		if file, proved, err = showWeight(ctx, source, s, p, member, blobs); err != nil {
			return out, nil, err
		}
	}
	for i := range e.Chambers {
		c := &e.Chambers[i]
		tr, err := s.Why(p, params, shares, c, member)
		if err != nil {
			return out, nil, err
		}
		if tr.Weight > 0 || c.Domain == "" {
			out.Weights = append(out.Weights, weighed{
				Chamber: c.Name, Domain: c.Domain, Weight: tr.Weight, Total: c.Total, Widened: max(1, c.Caps.Widened), Proved: proved[c.Name], Words: tr.Words(),
			})
		}
	}
	return out, file, nil
}

// frozenParameters returns the weight parameters of the policy that a vote was opened under.
func frozenParameters(blobs replay.Blobs, d document.Digest) (weight.Parameters, error) {
	raw, err := blobs.Blob(d)
	if err != nil {
		return weight.Parameters{}, err
	}
	p, err := policy.Parse(raw)
	return p.Weight, err
}

// showWeight proves an account's weights as they were frozen, and checks the proof as a stranger would. The file is nil for an
// account that is not in the electorate.
func showWeight(ctx context.Context, source replay.Source, s *replay.State, p proposal.Proposal, member common.Address, blobs replay.Blobs) ([]byte, map[string]bool, error) {
	raw, err := blobs.Blob(p.List)
	if err != nil {
		return nil, nil, err
	}
	frozen, err := proposal.ParseElectorate(raw, blobs.Blob) // without what was corrected since: the root is of what was frozen
	if err != nil {
		return nil, nil, err
	}
	for _, m := range slices.Backward(p.Moves) {
		if m.To == member {
			member = m.From
		}
	}
	proof, err := frozen.Prove(member)
	if err != nil || len(proof.Chambers) == 0 {
		return nil, nil, err
	}
	genesis, pin := s.Genesis()
	opened, err := receiptOf(ctx, source, genesis, pin, p.OpenedAt)
	if err != nil {
		return nil, nil, err
	}
	file := proposal.WeightFile{Proof: proof, Opened: opened}
	log, err := note.NewVerifier(genesis.LogKey)
	if err != nil {
		return nil, nil, err
	}
	shown, err := file.Verify(genesis.Origin, log)
	if err != nil {
		return nil, nil, &refutedError{fmt.Errorf("%w: %w", err, replay.ErrRefuted)}
	}
	proved := map[string]bool{}
	for _, c := range shown.Chambers {
		proved[c.Name] = true
	}
	text, err := file.Encode()
	return text, proved, err
}

// receiptOf makes the receipt of an entry from the record's tiles.
func receiptOf(ctx context.Context, source replay.Source, genesis record.Genesis, pin document.Digest, index int64) (record.Receipt, error) {
	msg, err := source.Checkpoint(ctx)
	if err != nil {
		return record.Receipt{}, err
	}
	log, err := note.NewVerifier(genesis.LogKey)
	if err != nil {
		return record.Receipt{}, err
	}
	head, _, err := record.OpenCheckpoint(msg, genesis.Origin, log)
	if err != nil {
		return record.Receipt{}, err
	}
	raws, err := source.Entries(ctx, index, 1)
	if err != nil {
		return record.Receipt{}, err
	}
	tiles := record.TileHashes(head.Size, head.Root, func(t record.Tile) ([]byte, error) { return source.Tile(ctx, t) })
	proof, err := record.ProveInclusion(head.Size, index, tiles)
	if err != nil {
		return record.Receipt{}, err
	}
	return record.Receipt{Schema: record.ReceiptSchema, Genesis: pin, Index: index, Entry: raws[0], Proof: proof, Checkpoint: string(msg)}, nil
}

// checkWeight checks a weight file offline.
func checkWeight(raw []byte, trust release.Trust) (replay.Report, error) {
	refute := func(err error) (replay.Report, error) {
		return replay.Report{}, &replay.Refutation{Index: -1, Kind: "weight", Err: err}
	}
	w, err := proposal.ParseWeightFile(raw)
	if err != nil {
		return refute(err)
	}
	if w.Opened.Genesis != trust.Genesis {
		return refute(fmt.Errorf("it is of the instance %s, and %s is pinned", w.Opened.Genesis, trust.Genesis))
	}
	shown, err := w.Verify(trust.Record.Origin, trust.Log)
	if err != nil {
		return refute(err)
	}
	report, opened := replay.Report{Size: shown.Checkpoint.Size, Root: shown.Checkpoint.Root, Time: shown.Time}, shown.Opened
	for _, c := range shown.Chambers {
		detail := fmt.Sprintf("%s has %s of %s in the chamber %s of proposal %s", w.Proof.Member, c.Weight.Units(), c.Total.Units(), c.Name, opened.Proposal)
		if c.Widened > 1 {
			detail += fmt.Sprintf("; the policy's caps were multiplied by %d", c.Widened)
		}
		report.Claims = append(report.Claims, replay.Claim{Label: replay.Proved, What: "weight", Detail: detail})
	}
	report.Claims = append(report.Claims,
		replay.Claim{Label: replay.Proved, What: "electorate", Detail: fmt.Sprintf("%s, frozen by entry %d in the log's signed tree of size %d, from the badges as of block %d", opened.Electorate, w.Opened.Index, shown.Checkpoint.Size, opened.Block)},
		replay.Claim{Label: replay.Unchecked, What: "badges", Detail: "those that the weight comes from, and what decisions took from it since: replay the log with peritus verify URL"})
	return report, nil
}
