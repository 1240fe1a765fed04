package replay

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

// revocation is a badge that a decision took away for cause while a vote was open.
type revocation struct {
	badge    common.Hash
	member   common.Address // as the electorate lists it
	decision document.Digest
}

// decided reports whether a digest names a decision that is in force: the word of the badge contract's owner is not enough.
func (s *State) decided(d document.Digest) bool {
	l, ok := s.proposals[d]
	return ok && l.Status == proposal.Final
}

// keyRecovered reports whether the recovery of an address names a decision that is in force. On chain the owner's word moves badges, and every
// electorate from then on follows; one that is frozen does not.
func (s *State) keyRecovered(from common.Address) bool {
	r, ok := s.badges.Recovery(from)
	return ok && s.decided(document.Digest(r.Decision))
}

// meanwhile takes in what a badge event changes in votes that are open: a badge that was revoked for cause by a decision, in
// a block before the close, is to be corrected, and a lost key that a decision recovered goes on as another one. An issuer's own act changes nothing, and neither does an expiry.
func (a *application) meanwhile(e badge.Event) {
	if e.Kind == badge.Recovered && a.keyRecovered(e.Holder) {
		a.moved(e.Holder, e.To)
	}
	if e.Kind != badge.Revoked || e.Reason != badge.Cause || !a.decided(document.Digest(e.Decision)) {
		return
	}
	for _, d := range a.order {
		l := a.proposals[d]
		if l.Status != proposal.Voting || document.Time(e.Time) >= l.Closes {
			continue
		}
		if member, ok := l.electorate.Leaf(e.Holder); ok {
			l.revoked = append(l.revoked, revocation{e.ID, member, document.Digest(e.Decision)})
		}
	}
}

// correction derives the entry by which the next revoked badge stops to count in an open vote, or nil.
func (s *State) correction(l *life, blobs Blobs) (*Derived, error) {
	var params weight.Parameters
	for i, r := range l.revoked {
		if slices.ContainsFunc(l.Corrections, func(c proposal.Correction) bool { return c.Badge == r.badge }) {
			continue
		}
		if params.LevelPower == nil {
			raw, err := blobs.Blob(l.Policy)
			if err != nil {
				return nil, err
			}
			pol, err := policy.Parse(raw)
			if err != nil {
				return nil, err
			}
			params = pol.Weight
		}
		chambers, err := s.without(l, params, l.revoked[:i+1])
		if err != nil {
			return nil, err
		}
		if len(chambers) > 0 {
			return derive(record.KindCorrected, record.Corrected{Proposal: l.Digest, Member: r.member, Badge: r.badge, Decision: r.decision, Chambers: chambers})
		}
	}
	return nil, nil
}

// without returns what the last of some revocations changes, the others being done: by chamber, the weight of its member
// with and without the badge. It goes back to the weight at the opening, so that nothing is rounded twice.
func (s *State) without(l *life, params weight.Parameters, revoked []revocation) (map[string]record.Reweighed, error) {
	member := revoked[len(revoked)-1].member
	held := slices.DeleteFunc(s.badges.At(l.Block).StandingOf(member, uint64(l.Submitted)), func(b badge.Badge) bool { return !s.counts(b, l.BlockTime) })
	left := slices.DeleteFunc(slices.Clone(held), func(b badge.Badge) bool {
		// By type, since a recovery gives a badge another id.
		return slices.ContainsFunc(revoked, func(r revocation) bool {
			_, typ, _ := badge.SplitTokenID(r.badge)
			return r.member == member && typ == b.Type
		})
	})
	out := map[string]record.Reweighed{}
	for i := range l.electorate.Chambers {
		c := &l.electorate.Chambers[i]
		now := c.Listed(member)
		if now == 0 {
			continue
		}
		var sums [2]weight.Micro
		for n, badges := range [][]badge.Badge{held, left} {
			tr, err := s.explain(l.Proposal, params, l.Shares, c, member, badges)
			if err != nil {
				return nil, err
			}
			sums[n] = tr.Raw
		}
		if after := proposal.Reweigh(l.opening(c, member), sums[1], sums[0]); after < now {
			out[c.Name] = record.Reweighed{Before: now, After: after}
		}
	}
	return out, nil
}

// opening returns the weight that a member had in a chamber when the vote opened.
func (l *life) opening(c *proposal.Chamber, member common.Address) weight.Micro {
	for _, n := range l.Corrections {
		if w, ok := n.Chambers[c.Name]; ok && n.Member == member {
			return w.Before
		}
	}
	return c.Listed(member)
}

// correct takes a correction in. What the outcome was before it is remembered, as before a ballot.
func (a *application) correct(l *life) error {
	var b record.Corrected
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	a.mark(l, a.entry.Time)
	l.Corrections = append(slices.Clone(l.Corrections), proposal.Correction{Index: a.index, Corrected: b})
	l.electorate.Correct(l.Corrections, l.Moves)
	return nil
}

// moved takes in that the badges of an address whose key is lost went to another one. Where the old one could vote, the
// new one can from now on, in its place: the next ballot replaces the old key's, and the old key casts no more.
func (a *application) moved(from, to common.Address) {
	for _, d := range a.order {
		l := a.proposals[d]
		if l.Status != proposal.Voting {
			continue
		}
		if _, ok := l.electorate.Find(from); !ok {
			continue
		}
		l.Moves = append(slices.Clone(l.Moves), proposal.Move{Index: a.index, From: from, To: to})
		l.electorate.Correct(l.Corrections, l.Moves)
		a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
	}
}
