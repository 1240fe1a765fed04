package governance

import (
	"context"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Draft is what a proposer writes.
type Draft struct {
	Proposer  common.Address
	Title     string
	Summary   string            // Markdown
	Documents map[string][]byte // by head, the whole new document each
	Texts     [][]byte          // that the documents refer to, such as a system prompt, unless the record has them

	// Options are rivals by name, each with its documents by head; Documents is empty then. In a poll they have none, and
	// Heads says what it is about.
	Options map[string]map[string][]byte
	Heads   []string

	Revises   document.Digest // the earlier text that this one replaces
	Emergency bool            // restores the version before the current one, by the council
	Ratifies  document.Digest // the emergency that this one makes last
}

// Submission is a proposal that a member brings, signed.
type Submission struct {
	Revision  []byte // canonical
	Title     Text
	Summary   Text
	Documents [][]byte
	Texts     [][]byte // that the documents refer to
	Expires   document.Time
	Signature wallet.Proof
}

// Preview is what a proposer sees before signing: what the change does, by which rules, and who will decide it.
type Preview struct {
	Revision   proposal.Revision
	Digest     document.Digest
	Lanes      []proposal.Lane              // whose differences decide who has a say
	Changes    map[string][]document.Change // by head; of all options together
	Versions   map[string]Version           // by head, where the new document is one and the kind has versions
	Shares     []weight.Share
	Rules      policy.Rules
	Method     string                  // of a vote over options
	Electorate proposal.Electorate     // as if it opened now
	Weights    map[string]weight.Micro // the proposer's own, by chamber
	Opens      document.Time           // at the earliest, if its sponsors sign now
	Cools      document.Time           // until when it rests, because the same has failed; zero for none
}

// Version is how far the version of a document must move at least, and why.
type Version struct {
	Bump document.Bump
	Why  string
}

// PrepareProposal validates a draft against the current heads and hands out what its proposer signs.
func (s *Service) PrepareProposal(ctx context.Context, d Draft) (Submission, Preview, wallet.TypedData, error) {
	fail := func(err error) (Submission, Preview, wallet.TypedData, error) {
		return Submission{}, Preview{}, wallet.TypedData{}, err
	}
	title, err := s.salted(d.Title)
	if err != nil {
		return fail(err)
	}
	summary, err := s.salted(d.Summary)
	if err != nil {
		return fail(err)
	}
	if err := wallet.CheckShowable(d.Title, replay.MaxTitle); err != nil || d.Title == "" {
		return fail(refusal.New(refusal.Invalid, "proposal-title", "title", "the title must be one line of 1 to %d bytes that a wallet can show: %w", replay.MaxTitle, err))
	}
	if d.Summary == "" || len(d.Summary) > replay.MaxSummary {
		return fail(refusal.New(refusal.Invalid, "proposal-summary", "summary", "the summary must have 1 to %d bytes", replay.MaxSummary))
	}
	sub := Submission{Title: title, Summary: summary, Texts: d.Texts}
	revision := proposal.Revision{
		Schema: proposal.Schema, Proposer: d.Proposer,
		Title:   proposal.Title{Text: title.Digest(), Keccak: wallet.Text(d.Title)},
		Summary: summary.Digest(), Changes: map[string]proposal.Change{},
	}
	blobs := overlay{s.Blobs(ctx), map[document.Digest][]byte{}}
	for _, text := range d.Texts {
		blobs.extra[document.Sum(text)] = text
	}
	revision.Revises, revision.Emergency, revision.Ratifies = d.Revises, d.Emergency, d.Ratifies
	preview := Preview{Changes: map[string][]document.Change{}, Versions: map[string]Version{}, Weights: map[string]weight.Micro{}}
	var domain wallet.Domain
	err = s.View(func(state *replay.State) error {
		_, revision.Genesis = state.Genesis()
		revision.Sequence = state.LastSequence(d.Proposer) + 1
		domain = state.Domain()
		now := max(s.clock(), state.Time())
		sub.Expires = now.Add(signatureLife)
		take := func(raw []byte) (document.Digest, error) {
			_, canonical, digest, err := s.cfg.Kinds.Check(raw)
			if err != nil {
				return digest, err
			}
			blobs.extra[digest] = canonical
			sub.Documents = append(sub.Documents, canonical)
			return digest, nil
		}
		base := func(name string) document.Digest { head, _ := state.Head(name); return head.Digest }
		for _, name := range slices.Sorted(maps.Keys(d.Documents)) {
			digest, err := take(d.Documents[name])
			if err != nil {
				return err
			}
			if digest == base(name) && d.Ratifies.IsZero() {
				return refusal.New(refusal.Invalid, "proposal-unchanged", "documents", "the new version of %s is the current one; change something", name)
			}
			revision.Changes[name] = proposal.Change{Base: base(name), Document: digest}
		}
		for _, name := range d.Heads {
			revision.Changes[name] = proposal.Change{Base: base(name)}
		}
		for _, option := range slices.Sorted(maps.Keys(d.Options)) {
			if revision.Options == nil {
				revision.Options = map[string]map[string]document.Digest{}
			}
			revision.Options[option] = map[string]document.Digest{}
			for _, name := range slices.Sorted(maps.Keys(d.Options[option])) {
				digest, err := take(d.Options[option][name])
				if err != nil {
					return err
				}
				revision.Options[option][name] = digest
				revision.Changes[name] = proposal.Change{Base: base(name)}
			}
		}
		if len(revision.Changes) == 0 || len(revision.Changes) > proposal.MaxChanges {
			return refusal.New(refusal.Invalid, "proposal-changes", "documents", "a proposal changes 1 to %d documents, not %d", proposal.MaxChanges, len(revision.Changes))
		}
		var err error
		if sub.Revision, err = document.Marshal(revision); err != nil {
			return err
		}
		if _, err := proposal.ParseRevision(sub.Revision); err != nil {
			return err
		}
		p, err := state.Examine(revision, now, blobs)
		if err != nil {
			return err
		}
		if err := preview.compare(s.cfg.Kinds, &p, blobs); err != nil {
			return err
		}
		preview.Method, preview.Opens, preview.Cools = p.Method, now.Add(p.Rules.Review), state.Cools(&p)
		if preview.Cools <= now {
			preview.Cools = 0
		}
		if preview.Electorate, preview.Shares, preview.Rules, err = state.Freeze(&p, blobs); err != nil {
			return err
		}
		for i := range preview.Electorate.Chambers {
			c := &preview.Electorate.Chambers[i]
			preview.Weights[c.Name] = c.Weight(d.Proposer)
		}
		return nil
	})
	if err != nil {
		return fail(err)
	}
	preview.Revision, preview.Digest = revision, document.Sum(sub.Revision)
	m := wallet.Proposal{Proposer: d.Proposer, Revision: preview.Digest, Title: revision.Title.Keccak, Sequence: revision.Sequence, Expires: uint64(sub.Expires)}
	return sub, preview, m.TypedData(domain, d.Title), nil
}

// compare says what a proposal's documents change, and how far their versions move.
func (v *Preview) compare(kinds document.Kinds, p *proposal.Proposal, blobs replay.Blobs) error {
	v.Lanes = p.Differences()
	for _, lane := range v.Lanes {
		if lane.Document.IsZero() {
			continue // a poll about the document
		}
		var before []byte
		if !lane.Base.IsZero() {
			var err error
			if before, err = blobs.Blob(lane.Base); err != nil {
				return err
			}
		}
		after, err := blobs.Blob(lane.Document)
		if err != nil {
			return err
		}
		changes, err := document.Diff(before, after)
		if err != nil {
			return err
		}
		v.Changes[lane.Head] = append(v.Changes[lane.Head], changes...)
		if kind := kinds[lane.Schema]; before != nil && kind.Bump != nil && !p.Emergency && p.Ratifies.IsZero() {
			bump, why, err := kind.Bump(before, after)
			if err != nil {
				return err
			}
			if known, ok := v.Versions[lane.Head]; !ok || known.Bump < bump {
				v.Versions[lane.Head] = Version{bump, why}
			}
		}
	}
	return nil
}

// maxText is the size in bytes of the largest text beside a document.
const maxText = 1 << 20

// overlay reads a few new blobs over the committed ones.
type overlay struct {
	replay.Blobs
	extra map[document.Digest][]byte
}

func (o overlay) Blob(d document.Digest) ([]byte, error) {
	if raw, ok := o.extra[d]; ok {
		return raw, nil
	}
	return o.Blobs.Blob(d)
}

// Propose records a signed proposal.
func (s *Service) Propose(ctx context.Context, sub Submission) (record.Receipt, error) {
	revision, err := proposal.ParseRevision(sub.Revision)
	if err != nil {
		return record.Receipt{}, err
	}
	canonical, err := document.Canonical(sub.Revision)
	if err != nil {
		return record.Receipt{}, err
	}
	body, err := document.Marshal(record.Proposed{Revision: document.Sum(canonical), Sequence: revision.Sequence, Expires: sub.Expires})
	if err != nil {
		return record.Receipt{}, err
	}
	blobs := [][]byte{canonical, sub.Title.Bytes(), sub.Summary.Bytes()}
	named := map[document.Digest]bool{}
	for _, c := range revision.Changes {
		named[c.Document] = true
	}
	for _, documents := range revision.Options {
		for _, d := range documents {
			named[d] = true
		}
	}
	for _, raw := range sub.Documents {
		if !named[document.Sum(raw)] {
			return record.Receipt{}, refusal.New(refusal.Invalid, "proposal-documents", "documents", "the revision names no document with the digest %s; send the documents as they were handed out, in canonical form", document.Sum(raw))
		}
		blobs = append(blobs, raw)
		schema, err := document.SchemaOf(raw)
		if err != nil {
			return record.Receipt{}, err
		}
		refs, err := s.cfg.Kinds.References(schema, raw)
		if err != nil {
			return record.Receipt{}, err
		}
		for _, d := range refs {
			named[d] = true
		}
	}
	for _, text := range sub.Texts {
		if !named[document.Sum(text)] || len(text) > maxText {
			return record.Receipt{}, refusal.New(refusal.Invalid, "proposal-texts", "texts", "no document refers to the text with the digest %s, or it is larger than %d bytes", document.Sum(text), maxText)
		}
		blobs = append(blobs, text)
	}
	actor, _ := revision.Proposer.MarshalText()
	e := record.Entry{Kind: record.KindProposed, Actor: string(actor), Body: body}
	m := wallet.Proposal{Proposer: revision.Proposer, Revision: document.Sum(canonical), Title: revision.Title.Keccak, Sequence: revision.Sequence, Expires: uint64(sub.Expires)}
	if err := s.vouch(ctx, &e, revision.Proposer, s.domain().Digest(m.StructHash()), sub.Signature); err != nil {
		return record.Receipt{}, err
	}
	return s.submit(ctx, &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) { return e, blobs, nil, nil }})
}
