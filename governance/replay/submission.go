package replay

import (
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

func (a *application) proposed() error {
	var b record.Proposed
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	if _, ok := a.proposals[b.Revision]; ok {
		return refusal.New(refusal.Conflict, "proposal-repeated", "revision", "this proposal is submitted already")
	}
	raw, err := a.read(b.Revision, "revision")
	if err != nil {
		return err
	}
	r, err := proposal.ParseRevision(raw)
	if err != nil {
		return err
	}
	if b.Expires <= a.entry.Time {
		return refusal.New(refusal.Invalid, "proposal-expired", "expires", "the proposal's signature expired at %s; sign it again", b.Expires)
	}
	if r.Genesis != a.digest {
		return refusal.New(refusal.Invalid, "proposal-instance", "genesis", "the proposal was written for another instance")
	}
	if r.Sequence != b.Sequence {
		return refusal.New(refusal.Invalid, "proposal-sequence", "sequence", "the entry says sequence %d, the revision %d", b.Sequence, r.Sequence)
	}
	if used := a.sequences[r.Proposer]; r.Sequence <= used || r.Sequence-used > ballot.MaxJump {
		return refusal.New(refusal.Conflict, "proposal-sequence", "sequence", "sequence %d does not follow the proposer's last; sign with %d", r.Sequence, used+1)
	}
	if addressText(r.Proposer) != a.entry.Actor {
		return refusal.New(refusal.Forbidden, "proposal-proposer", "proposer", "the revision names another proposer than the entry")
	}
	if err := a.texts(r); err != nil {
		return err
	}
	p, err := a.submission(r, b.Revision, a.entry.Time)
	if err != nil {
		return err
	}
	p.Index = a.index
	seal, err := a.recovered(a.domain, func() [32]byte {
		return wallet.Proposal{Proposer: r.Proposer, Revision: b.Revision, Title: r.Title.Keccak, Sequence: b.Sequence, Expires: uint64(b.Expires)}.StructHash()
	})
	if err != nil {
		return err
	}
	if seal.Signer != r.Proposer {
		return refusal.New(refusal.Forbidden, "signature", "signature", "the signature is not the proposer's")
	}
	l := &life{Proposal: p}
	if l.uses, err = a.uses(&p); err != nil {
		return err
	}
	a.sequences[r.Proposer] = r.Sequence
	if p.Emergency {
		l.ratify = a.State.policy.Kinds[p.Lanes[0].Schema].Emergency.Ratify
	}
	a.proposals[p.Digest] = l
	a.order = append(a.order, p.Digest)
	if old, ok := a.proposals[p.Revises]; ok {
		old.RevisedBy = p.Digest
		a.settle(old, func(f *proposal.Facts) { f.Replaced = true })
		a.changes.Proposals = append(a.changes.Proposals, old.Proposal)
	}
	a.settle(l, nil)
	a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
	return nil
}

// Examine returns the proposal that a revision would become if it were submitted now, or why it can not be. blobs must
// have the new documents and what they refer to.
func (s *State) Examine(r proposal.Revision, at document.Time, blobs Blobs) (proposal.Proposal, error) {
	a := application{State: s, blobs: blobs}
	return a.submission(r, document.Digest{}, at)
}

// submission checks what a revision says against the record, and returns the proposal that it becomes.
func (a *application) submission(r proposal.Revision, digest document.Digest, at document.Time) (proposal.Proposal, error) {
	p := proposal.Proposal{
		Digest: digest, Proposer: r.Proposer, Submitted: at, Title: r.Title, Summary: r.Summary, Status: proposal.Submitted,
		Emergency: r.Emergency, Ratifies: r.Ratifies, Revises: r.Revises, Options: r.Names(),
	}
	if err := a.CheckProposer(r.Proposer, at); err != nil {
		return p, err
	}
	for _, head := range slices.Sorted(maps.Keys(r.Changes)) {
		lane, err := a.lane(head, r.Changes[head], r)
		if err != nil {
			return p, err
		}
		p.Lanes = append(p.Lanes, lane)
	}
	if err := a.options(&p, r); err != nil {
		return p, err
	}
	if err := a.revises(&p); err != nil {
		return p, err
	}
	if err := a.ratifies(&p); err != nil {
		return p, err
	}
	_, err := a.uses(&p)
	if err != nil {
		return p, err
	}
	if p.Shares, p.Rules, err = a.Touched(&p, a.blobs); err != nil {
		return p, err
	}
	if r.Emergency {
		e := a.State.policy.Kinds[p.Lanes[0].Schema].Emergency
		switch {
		case e == nil:
			return p, refusal.New(refusal.Forbidden, "proposal-emergency", "emergency", "the policy has no emergency track for documents of this kind; propose the earlier version by an ordinary vote")
		case !a.council(at).Council.Has(r.Proposer):
			return p, refusal.New(refusal.Forbidden, "proposal-council", "emergency", "only a member of the council whose term has not ended can declare an emergency")
		}
		p.Rules.Window = e.Window
	}
	p.Fingerprint, err = a.fingerprint(&p)
	return p, err
}

// CheckProposer refuses a proposer without a badge in force.
func (s *State) CheckProposer(proposer common.Address, at document.Time) error {
	if s.member(proposer, at) {
		return nil
	}
	return refusal.New(refusal.Forbidden, "proposal-member", "proposer", "only members with a badge in force can propose; request one first")
}

// member reports whether an address holds a badge in force.
func (s *State) member(a common.Address, at document.Time) bool {
	return s.founder(a, at) || slices.ContainsFunc(s.badges.Of(a), func(b badge.Badge) bool { return b.InForce(uint64(at)) && s.counts(b, at) })
}

// expert reports whether an address has weight of its own in one of the shares' domains: by a badge, not by the floor
// that every member has.
func (s *State) expert(a common.Address, shares []weight.Share, at document.Time) bool {
	p := s.policy.Weight
	p.MemberFloor, p.MemberCap, p.IssuerCap = 0, weight.Fraction{}, weight.Fraction{}
	held := slices.DeleteFunc(s.badges.Of(a), func(b badge.Badge) bool { return !s.counts(b, at) })
	table, err := weight.Compute(p, slices.Values(held), s.badges.Type, shares, uint64(at), uint64(at)+1)
	return err == nil && table.Total > 0
}

// lane checks the change of one head.
func (a *application) lane(name string, c proposal.Change, r proposal.Revision) (proposal.Lane, error) {
	head, exists := a.heads[name]
	if exists && c.Base != head.Digest || !exists && !c.Base.IsZero() {
		return proposal.Lane{}, refusal.New(refusal.Conflict, "proposal-base", "changes", "the current version of %s is not the one that this proposal changes; start from the current version", name)
	}
	lane := proposal.Lane{Head: name, Schema: head.Schema, Base: c.Base, Document: c.Document}
	switch {
	case len(r.Options) > 0 && !exists:
		if lane.Schema = a.schema(r, name); lane.Schema == "" {
			return lane, refusal.New(refusal.NotFound, "proposal-options", "changes", "there is no document %s, and no option brings one", name)
		}
	case len(r.Options) > 0:
	case !r.Ratifies.IsZero(): // the document stands already
	case r.Emergency:
		if !exists || head.Previous.IsZero() || c.Document != head.Previous {
			return lane, refusal.New(refusal.Invalid, "proposal-emergency", "changes", "an emergency restores the version before the current one and no other, and %s", map[bool]string{true: "there is none", false: "that is " + head.Previous.String()}[head.Previous.IsZero()])
		}
	default:
		schema, err := a.document(name, c.Document)
		if err != nil {
			return lane, err
		}
		lane.Schema = schema
	}
	if _, ok := a.State.policy.Kinds[lane.Schema]; !ok {
		return lane, refusal.New(refusal.Forbidden, "proposal-kind", "changes", "the policy has no rules for documents of kind %s", lane.Schema)
	}
	if want := a.reserved(name); want != "" && lane.Schema != want {
		return lane, refusal.New(refusal.Invalid, "proposal-schema", "changes", "%s holds a document of kind %s, not %s: the policy says so", name, want, lane.Schema)
	}
	return lane, nil
}

// reserved returns the kind of document that the policy wants under a head, if it names the head.
func (s *State) reserved(head string) string {
	switch head {
	case s.genesis.Policy:
		return policy.Schema
	case s.policy.Council:
		return charter.CouncilSchema
	case s.policy.Nodes:
		return charter.NodesSchema
	case charter.TrustHead:
		return charter.TrustSchema
	}
	return ""
}

// schema returns the kind of the documents that options bring under a new head.
func (a *application) schema(r proposal.Revision, head string) string {
	for _, option := range r.Names() {
		if d, ok := r.Options[option][head]; ok {
			if raw, err := a.read(d, "options"); err == nil {
				schema, _ := document.SchemaOf(raw)
				return schema
			}
		}
	}
	return ""
}

// document checks a new version of a head and returns its kind.
func (a *application) document(name string, digest document.Digest) (string, error) {
	raw, err := a.read(digest, "changes")
	if err != nil {
		return "", err
	}
	kind, _, sum, err := a.cfg.Kinds.Check(raw)
	if err != nil {
		return "", err
	}
	if sum != digest {
		return "", refusal.New(refusal.Invalid, "document-canonical", "changes", "the new document of %s is not in canonical form", name)
	}
	if err := a.references(kind.Schema, raw); err != nil {
		return "", err
	}
	if name == charter.TrustHead && kind.Schema == charter.TrustSchema {
		t, err := charter.ParseTrust(raw)
		if err != nil {
			return "", err
		}
		if err := CheckLogKey(t.LogKey, a.State.genesis.Origin); err != nil {
			return "", refusal.New(refusal.Invalid, "trust-log-key", "logKey", "%w", err)
		}
	}
	head, exists := a.heads[name]
	if !exists {
		return kind.Schema, nil
	}
	if kind.Schema != head.Schema {
		return "", refusal.New(refusal.Invalid, "proposal-schema", "changes", "%s is a document of kind %s and cannot become one of kind %s", name, head.Schema, kind.Schema)
	}
	before, err := a.read(head.Digest, "changes")
	if err != nil {
		return "", err
	}
	if _, _, err := kind.Successor(before, raw); err != nil {
		return "", refusal.New(refusal.Invalid, "document-version", "changes", "%s: %w", name, err)
	}
	return kind.Schema, nil
}

// references checks that the texts which are part of a document are at hand.
func (a *application) references(schema string, raw []byte) error {
	refs, err := a.cfg.Kinds.References(schema, raw)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(refs)) {
		if _, err := a.read(refs[name], name); err != nil {
			return err
		}
	}
	return nil
}

// options checks the rivals of a vote over options, and how they are counted.
func (a *application) options(p *proposal.Proposal, r proposal.Revision) error {
	if len(r.Options) == 0 {
		return nil
	}
	for _, option := range slices.Sorted(maps.Keys(r.Options)) {
		for _, head := range slices.Sorted(maps.Keys(r.Options[option])) {
			digest := r.Options[option][head]
			schema, err := a.document(head, digest)
			if err != nil {
				return err
			}
			i := slices.IndexFunc(p.Lanes, func(l proposal.Lane) bool { return l.Head == head })
			if schema != p.Lanes[i].Schema {
				return refusal.New(refusal.Invalid, "proposal-schema", "options", "the options bring documents of different kinds for %s", head)
			}
			p.Subject = append(p.Subject, proposal.Lane{Head: head, Schema: schema, Base: p.Lanes[i].Base, Document: digest, Option: option})
		}
	}
	for _, lane := range p.Lanes {
		rules := a.State.policy.Kinds[lane.Schema].Rules
		method := rules.Rivals()
		if r.Poll() {
			method = rules.Poll
		}
		switch {
		case method == "":
			return refusal.New(refusal.Forbidden, "proposal-poll", "options", "the policy has no polls about documents of kind %s; give each option a document", lane.Schema)
		case p.Method != "" && p.Method != method:
			return refusal.New(refusal.Invalid, "proposal-method", "options", "the policy counts votes over these kinds of documents by different methods, %s and %s; propose them apart", p.Method, method)
		}
		p.Method = method
	}
	return nil
}

// revises checks the text that a revision replaces, and takes over what goes on: conflicts, and objections that nobody
// has settled. Sponsors asked for the other text, and are not taken over.
func (a *application) revises(p *proposal.Proposal) error {
	if p.Revises.IsZero() {
		return nil
	}
	old, ok := a.proposals[p.Revises]
	switch {
	case !ok:
		return refusal.New(refusal.NotFound, "proposal-revises", "revises", "there is no proposal %s to revise", p.Revises)
	case old.Proposer != p.Proposer:
		return refusal.New(refusal.Forbidden, "proposal-revises", "revises", "only its proposer can revise a proposal")
	case !old.Status.Early() || old.Emergency:
		return refusal.New(refusal.Conflict, "proposal-revises", "revises", "a proposal can be revised until its vote opens; this one is %s", old.Status)
	}
	p.Recused = slices.Clone(old.Recused)
	for _, o := range old.Objections {
		if o.Outcome == "" {
			p.Objections = append(p.Objections, o)
		}
	}
	return nil
}

// ratifies checks the emergency that a proposal makes last, and takes over what that changed.
func (a *application) ratifies(p *proposal.Proposal) error {
	if p.Ratifies.IsZero() {
		return nil
	}
	l, ok := a.proposals[p.Ratifies]
	if !ok || !l.Provisional() || l.Lanes[0].Head != p.Lanes[0].Head || l.Lanes[0].Document != p.Lanes[0].Document {
		return refusal.New(refusal.Conflict, "proposal-ratifies", "ratifies", "the proposal %s is no emergency that could still lapse and restored this document", p.Ratifies)
	}
	p.Subject = slices.Clone(l.Lanes)
	return nil
}

// fingerprint names what a proposal would change: every path that is somebody's field, with its new value. Two proposals
// that differ in words and version numbers alone have the same.
func (a *application) fingerprint(p *proposal.Proposal) (document.Digest, error) {
	type change struct {
		Option string          `json:"option"`
		Head   string          `json:"head"`
		Change document.Change `json:"change"`
	}
	all := []change{}
	for _, lane := range p.Differences() {
		changes, err := difference(lane, a.blobs)
		if err != nil {
			return document.Digest{}, err
		}
		kind := a.State.policy.Kinds[lane.Schema]
		for _, c := range changes {
			if kind.Counts(c.Path) {
				c.Before = nil
				all = append(all, change{lane.Option, lane.Head, c})
			}
		}
	}
	raw, err := document.Marshal(map[string]any{"changes": all, "options": p.Options, "ratifies": p.Ratifies})
	return document.Sum(raw), err
}
