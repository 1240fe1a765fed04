package desk

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// stride is how many entries of the log are read at once.
const stride = 4096

// ballotEntries reads the entries of ballots, which are in the order of the log, in few strides.
func (d *Desk) ballotEntries(ctx context.Context, casts []replay.Cast) ([]record.Entry, error) {
	out := make([]record.Entry, len(casts))
	for i := 0; i < len(casts); {
		first := casts[i].Index
		raws, err := d.store().Entries(ctx, first, stride)
		if err != nil {
			return nil, err
		}
		if len(raws) == 0 {
			return nil, refusal.New(refusal.NotFound, "entry-unknown", "index", "The record has no entry %d.", first)
		}
		for ; i < len(casts) && casts[i].Index < first+int64(len(raws)); i++ {
			if out[i], err = record.Decode(raws[casts[i].Index-first]); err != nil {
				return nil, err
			}
			if out[i], err = d.opened(ctx, out[i]); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// opened returns the entry of a sealed ballot as that of a ballot: the one that was opened when the vote closed, or until then one
// whose choice is [ballot.Sealed]. Other entries it returns as they are.
func (d *Desk) opened(ctx context.Context, e record.Entry) (record.Entry, error) {
	if e.Kind != record.KindSealed {
		return e, nil
	}
	var b record.Sealed
	if err := document.Unmarshal(e.Body, &b); err != nil {
		return e, err
	}
	raw, err := d.store().Blob(ctx, b.Commitment)
	if err == nil {
		o, err := replay.ParseOpening(raw)
		if err != nil {
			return e, err
		}
		return o.Entry(e.Time)
	}
	if !errors.Is(err, replay.ErrNoBlob) {
		return e, err
	}
	e.Kind = record.KindBallot
	e.Body, err = document.Marshal(record.Ballot{Proposal: b.Proposal, Sequence: b.Sequence, Choice: ballot.Sealed})
	return e, err
}

// counted says what a ballot weighed, and why it does not count if it does not.
func (d *Desk) counted(ctx context.Context, c replay.Cast, leaf common.Address, entry record.Entry, last replay.Cast, e proposal.Electorate, chambers []web.Chamber) (web.CountedBallot, error) {
	var body record.Ballot
	if err := document.Unmarshal(entry.Body, &body); err != nil {
		return web.CountedBallot{}, err
	}
	b := web.CountedBallot{Index: c.Index, Voter: d.person(c.Voter), Listed: leaf, Choice: body.Choice, Sequence: c.Sequence, Time: entry.Time,
		Counted: c.Index == last.Index && body.Choice != ballot.Withdraw}
	if entry.Posted != nil {
		b.Posted = entry.Posted.Block
	}
	switch {
	case c.Index != last.Index:
		b.WhyNot = "replaced"
	case body.Choice == ballot.Withdraw:
		b.WhyNot = "withdrawn"
	}
	for _, chamber := range chambers {
		w := weight.Micro(0)
		if list := e.Chamber(chamber.Name); list != nil {
			w = list.Listed(leaf)
		}
		b.Weights = append(b.Weights, w)
	}
	var err error
	b.Reason, err = d.text(ctx, body.Reason)
	return b, err
}

// entry reads one entry of the log.
func (d *Desk) entry(ctx context.Context, index int64) (record.Entry, []byte, error) {
	raws, err := d.store().Entries(ctx, index, 1)
	if err != nil {
		return record.Entry{}, nil, err
	}
	if index < 0 || len(raws) == 0 {
		return record.Entry{}, nil, refusal.New(refusal.NotFound, "entry-unknown", "index", "The record has no entry %d.", index)
	}
	e, err := record.Decode(raws[0])
	return e, raws[0], err
}

func (d *Desk) entryTime(ctx context.Context, index int64) (document.Time, error) {
	e, _, err := d.entry(ctx, index)
	return e.Time, err
}

// ballotAt reads the ballot at an index of the log.
func (d *Desk) ballotAt(ctx context.Context, index int64) (record.Entry, record.Ballot, error) {
	var body record.Ballot
	e, _, err := d.entry(ctx, index)
	if err != nil {
		return e, body, err
	}
	if e, err = d.opened(ctx, e); err != nil {
		return e, body, err
	}
	if e.Kind != record.KindBallot {
		return e, body, refusal.New(refusal.NotFound, "receipt-unknown", "index", "Entry %d of the record is not a ballot.", index)
	}
	return e, body, document.Unmarshal(e.Body, &body)
}

// PrepareBallot implements [web.Service].
func (d *Desk) PrepareBallot(ctx context.Context, r web.BallotRequest) (web.PreparedBallot, error) {
	vote, typed, err := d.service.PrepareBallot(ctx, r.Revision, r.Voter, r.Choice, r.Reason)
	if err != nil {
		return web.PreparedBallot{}, err
	}
	raw, err := json.Marshal(typed)
	if err != nil {
		return web.PreparedBallot{}, err
	}
	out := web.PreparedBallot{TypedData: raw, Sequence: vote.Ballot.Sequence, Expires: vote.Ballot.Expires}
	if r.Reason != "" {
		out.Salt = hex.EncodeToString(vote.Reason.Salt[:])
	}
	m := wallet.Ballot{
		Voter: r.Voter, Proposal: vote.Ballot.Proposal, Electorate: vote.Ballot.Electorate, Title: wallet.Text(vote.Title), Choice: r.Choice,
		Reason: vote.Ballot.Reason, Sequence: vote.Ballot.Sequence, Expires: uint64(vote.Ballot.Expires),
	}
	out.Digest = d.domain().Digest(m.StructHash())
	out.Standing, err = d.Standing(ctx, r.Revision, r.Voter)
	return out, err
}

func (d *Desk) domain() wallet.Domain {
	return wallet.Domain{ChainID: d.instance.ChainID, Contract: d.instance.AnchorContract}
}

// CastBallot implements [web.Service].
func (d *Desk) CastBallot(ctx context.Context, b web.SignedBallot) (web.Receipt, error) {
	signature, err := parseSignature(b.Signature)
	if err != nil {
		return web.Receipt{}, err
	}
	vote := governance.Vote{Voter: b.Voter, Signature: signature}
	vote.Ballot = record.Ballot{Proposal: b.Revision, Choice: b.Choice, Sequence: b.Sequence, Expires: b.Expires}
	if b.Reason != "" {
		if vote.Reason, err = salted(b.Reason, b.Salt); err != nil {
			return web.Receipt{}, err
		}
		vote.Ballot.Reason = vote.Reason.Digest()
	}
	if b.Seal != "" {
		seal, err := hex.DecodeString(b.Seal)
		if err != nil || len(seal) != len(vote.Salt) {
			return web.Receipt{}, refusal.New(refusal.Invalid, "salt-form", "seal", "The seal is the first 32 bytes of the receipt's opening, as 64 hexadecimal digits.")
		}
		copy(vote.Salt[:], seal)
	}
	receipt, err := d.service.Cast(ctx, vote)
	if err != nil {
		return web.Receipt{}, err
	}
	out := web.Receipt{Index: receipt.Index, Revision: b.Revision, Choice: b.Choice, Sequence: b.Sequence, Superseded: -1, Stood: receipt.Stood}
	if len(receipt.Opening) > 32 {
		out.Salt = hex.EncodeToString(receipt.Opening[:32])
	}
	out.File, err = receipt.Encode()
	return out, err
}

// parseSignature reads the signature of a key, or of a contract wallet.
func parseSignature(text string) (wallet.Proof, error) {
	s, err := wallet.ParseProof(text)
	if err != nil {
		return s, replay.ErrSignature(err)
	}
	return s, nil
}

// salted joins a text with the salt that was handed out for it.
func salted(text, salt string) (governance.Text, error) {
	t := governance.Text{Text: text}
	raw, err := hex.DecodeString(salt)
	if err != nil || len(raw) != len(t.Salt) {
		return t, refusal.New(refusal.Invalid, "salt-form", "salt", "The salt is the 64 hexadecimal digits that came with the words to sign. Send it back unchanged.")
	}
	copy(t.Salt[:], raw)
	return t, nil
}

// Receipt implements [web.Service].
func (d *Desk) Receipt(ctx context.Context, index int64, salt string) (web.Receipt, error) {
	if _, _, err := d.ballotAt(ctx, index); err != nil {
		return web.Receipt{}, err
	}
	var r record.Receipt
	var err error
	if salt == "" {
		r, err = d.service.Receipt(ctx, index)
	} else {
		r, err = d.service.OwnReceipt(ctx, index, salt)
	}
	if err != nil {
		return web.Receipt{}, err
	}
	return d.receipt(ctx, r, salt)
}

func (d *Desk) receipt(ctx context.Context, r record.Receipt, salt string) (web.Receipt, error) {
	entry, err := record.Decode(r.Entry)
	if err != nil {
		return web.Receipt{}, err
	}
	if len(r.Opening) > 0 {
		o, err := replay.ParseOpening(r.Opening)
		if err != nil {
			return web.Receipt{}, err
		}
		entry, err = o.Entry(entry.Time)
		if err != nil {
			return web.Receipt{}, err
		}
	} else if entry, err = d.opened(ctx, entry); err != nil {
		return web.Receipt{}, err
	}
	var body record.Ballot
	if err := document.Unmarshal(entry.Body, &body); err != nil {
		return web.Receipt{}, err
	}
	voter := common.HexToAddress(entry.Actor)
	leaf := record.LeafHash(r.Entry)
	opens, err := d.opens(body.Proposal)
	if err != nil {
		return web.Receipt{}, err
	}
	out := web.Receipt{Index: r.Index, Revision: body.Proposal, Voter: d.person(voter), Choice: body.Choice, Sequence: body.Sequence, Time: entry.Time, Salt: salt,
		LeafHash: hex.EncodeToString(leaf[:]), Opens: opens}
	if out.Superseded, err = d.superseded(ctx, body.Proposal, voter, body.Sequence); err != nil {
		return out, err
	}
	if out.Title, err = d.title(ctx, body.Proposal); err != nil {
		return out, err
	}
	head, err := readCheckpoint([]byte(r.Checkpoint))
	if err != nil {
		return out, err
	}
	out.TreeSize = head.Size
	out.File, err = r.Encode()
	return out, err
}

// opens returns when the ballots of a proposal are opened, or zero if they are not sealed.
func (d *Desk) opens(p document.Digest) (document.Time, error) {
	var at document.Time
	err := d.view(func(s *replay.State) error {
		if f, ok := s.Proposal(p); ok && f.Status == proposal.Voting && f.Rules.Hidden {
			at = f.Closes
		}
		return nil
	})
	return at, err
}

// superseded returns the index of the ballot that replaced one, or -1.
func (d *Desk) superseded(ctx context.Context, p document.Digest, voter common.Address, sequence uint64) (int64, error) {
	index, open := int64(-1), false
	err := d.view(func(s *replay.State) error {
		open = s.Electorate(p) != nil
		if last := s.LastBallot(p, voter); last != nil && last.Sequence > sequence {
			index = last.Index
		}
		return nil
	})
	if err != nil || open {
		return index, err
	}
	casts, err := d.casts(ctx, p)
	for _, c := range casts {
		if c.Voter == voter && c.Sequence > sequence {
			index = c.Index
		}
	}
	return index, err
}

// title reads a proposal's title.
func (d *Desk) title(ctx context.Context, revision document.Digest) (string, error) {
	var text document.Digest
	err := d.view(func(s *replay.State) error {
		p, ok := s.Proposal(revision)
		if !ok {
			return refusal.New(refusal.NotFound, "proposal-unknown", "revision", "There is no proposal with this digest here.")
		}
		text = p.Title.Text
		return nil
	})
	if err != nil {
		return "", err
	}
	return d.text(ctx, text)
}

// PrepareProposal implements [web.Service].
func (d *Desk) PrepareProposal(ctx context.Context, r web.ProposalRequest) (web.PreparedProposal, error) {
	draft := governance.Draft{
		Proposer: r.Proposer, Title: r.Title, Summary: r.Summary, Documents: map[string][]byte{}, Options: map[string]map[string][]byte{}, Heads: r.Heads,
		Revises: r.Revises, Emergency: r.Emergency, Ratifies: r.Ratifies,
	}
	for head, raw := range r.Documents {
		draft.Documents[head] = raw
	}
	for option, documents := range r.Options {
		draft.Options[option] = map[string][]byte{}
		for head, raw := range documents {
			draft.Options[option][head] = raw
		}
	}
	for _, text := range r.Texts {
		draft.Texts = append(draft.Texts, []byte(text))
	}
	sub, preview, typed, err := d.service.PrepareProposal(ctx, draft)
	if err != nil {
		return web.PreparedProposal{}, err
	}
	m := wallet.Proposal{Proposer: r.Proposer, Revision: preview.Digest, Title: preview.Revision.Title.Keccak, Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires)}
	out := web.PreparedProposal{
		Digest: d.domain().Digest(m.StructHash()), Revision: preview.Digest, Text: string(sub.Revision), Sequence: preview.Revision.Sequence, Expires: sub.Expires,
		TitleSalt: hex.EncodeToString(sub.Title.Salt[:]), SummarySalt: hex.EncodeToString(sub.Summary.Salt[:]),
	}
	if out.TypedData, err = json.Marshal(typed); err != nil {
		return out, err
	}
	if err := d.preview(ctx, sub, preview, &out); err != nil {
		return out, err
	}
	shelf, err := d.shelf()
	if err != nil {
		return out, err
	}
	if out.Names, err = shelf.namesIn(ctx, out.Changes); err != nil {
		return out, err
	}
	for _, c := range out.Documents {
		out.Names[c.Document] = web.DocumentRef{Digest: c.Document, Head: c.Head, Title: c.Title, Version: c.Version}
	}
	for _, share := range preview.Shares {
		out.Domains = append(out.Domains, web.Share{Domain: share.Domain, Points: share.Points, Micro: share.Micro})
	}
	for _, c := range preview.Electorate.Chambers {
		out.Chambers = append(out.Chambers, web.Chamber{Name: c.Name, Domain: c.Domain, Electors: c.Members, Total: c.Total})
		out.Weights = append(out.Weights, web.ChamberWeight{Chamber: c.Name, Weight: preview.Weights[c.Name], Total: c.Total})
	}
	for _, head := range slices.Sorted(maps.Keys(preview.Versions)) {
		v := preview.Versions[head]
		out.Versions = append(out.Versions, web.VersionStep{Head: head, Bump: v.Bump.String(), Why: v.Why})
	}
	out.Method, out.Opens, out.Cools = preview.Method, preview.Opens, preview.Cools
	err = d.view(func(s *replay.State) error {
		genesis, _ := s.Genesis()
		head, _ := s.Head(genesis.Policy)
		out.Rules = d.rules(facts{rules: preview.Rules, policyNow: head.Digest})
		return nil
	})
	return out, err
}

// preview says what the drafted documents would change, and how far each version moves.
func (d *Desk) preview(ctx context.Context, sub governance.Submission, preview governance.Preview, out *web.PreparedProposal) error {
	news := map[document.Digest][]byte{}
	for _, raw := range slices.Concat(sub.Documents, sub.Texts) {
		news[document.Sum(raw)] = raw
	}
	var pol policy.Policy
	err := d.view(func(s *replay.State) error { pol = s.Policy(); return nil })
	if err != nil {
		return err
	}
	named := func(head string, raw []byte) (name, version string) {
		n := d.named(head, raw)
		return n.Name, n.Version
	}
	read := func(digest document.Digest) ([]byte, error) { return d.blob(ctx, digest) }
	for _, lane := range preview.Lanes {
		if lane.Document.IsZero() {
			continue // a poll about the document
		}
		changes, warnings, err := d.changes(ctx, lane, pol, news)
		if err != nil {
			return err
		}
		out.Changes = append(out.Changes, changes...)
		v := preview.Versions[lane.Head]
		d := web.DocumentChange{Head: lane.Head, Option: lane.Option, KindTitle: d.kindTitle(lane.Schema), Base: lane.Base, Document: lane.Document, Bump: v.Bump.String(), BumpWhy: v.Why, Changes: changes}
		d.Title, d.Version = named(lane.Head, news[lane.Document])
		if !lane.Base.IsZero() {
			before, err := read(lane.Base)
			if err != nil {
				return err
			}
			_, d.BaseVersion = named(lane.Head, before)
		}
		out.Documents = append(out.Documents, d)
		for _, w := range warnings {
			out.Warnings = append(out.Warnings, sentence(w.Detail))
		}
	}
	return nil
}

// Propose implements [web.Service].
func (d *Desk) Propose(ctx context.Context, p web.SignedProposal) (document.Digest, int64, error) {
	sub := governance.Submission{Revision: []byte(p.Text), Expires: p.Expires}
	var err error
	if sub.Signature, err = parseSignature(p.Signature); err != nil {
		return document.Digest{}, 0, err
	}
	if sub.Title, err = salted(p.Title, p.TitleSalt); err != nil {
		return document.Digest{}, 0, err
	}
	if sub.Summary, err = salted(p.Summary, p.SummarySalt); err != nil {
		return document.Digest{}, 0, err
	}
	all := []map[string]json.RawMessage{p.Documents}
	for _, option := range slices.Sorted(maps.Keys(p.Options)) {
		all = append(all, p.Options[option])
	}
	for _, documents := range all {
		for _, head := range slices.Sorted(maps.Keys(documents)) {
			canonical, err := document.Canonical(documents[head])
			if err != nil {
				return document.Digest{}, 0, err
			}
			sub.Documents = append(sub.Documents, canonical)
		}
	}
	for _, text := range p.Texts {
		sub.Texts = append(sub.Texts, []byte(text))
	}
	receipt, err := d.service.Propose(ctx, sub)
	if err != nil {
		return document.Digest{}, 0, err
	}
	return document.Sum(sub.Revision), receipt.Index, nil
}
