package replay

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// maxFounders bounds how many members, and issuers, a genesis names.
const maxFounders = 64

// checkFounders refuses powers that never end, or have ended before they begin.
func checkFounders(f *record.Founders, at document.Time) error {
	const longest = 366 * 24 * 3600
	switch {
	case f == nil:
		return nil
	case f.Until <= at || f.Until > at.Add(longest):
		return refusal.New(refusal.Invalid, "genesis-founders", "founders", "the powers of the founders end at %s; let them end within a year of the founding", f.Until)
	case len(f.Members) > maxFounders || len(f.Issuers) > maxFounders:
		return refusal.New(refusal.Invalid, "genesis-founders", "founders", "a genesis names at most %d members and %d issuers", maxFounders, maxFounders)
	}
	return nil
}

// founder reports whether somebody counts as a member by the genesis alone.
func (s *State) founder(a common.Address, at document.Time) bool {
	f := s.genesis.Founders
	return f != nil && at < f.Until && s.chain.Time < f.Until && slices.Contains(f.Members, a)
}

// exceptions returns what the badges do not say of an electorate that is frozen now.
func (s *State) exceptions(without []common.Address) proposal.Exceptions {
	x := proposal.Exceptions{Without: without}
	f := s.genesis.Founders
	if f == nil {
		return x
	}
	if s.chain.Time < f.Until {
		x.Founders = slices.SortedFunc(slices.Values(f.Members), common.Address.Cmp)
	}
	x.Counts = func(b badge.Badge) bool { return s.counts(b, s.chain.Time) }
	return x
}

// counts reports whether a badge counted at a time. One that a founding issuer granted after the end of the powers counts
// from when a decision confirmed the issuer.
func (s *State) counts(b badge.Badge, at document.Time) bool {
	f := s.genesis.Founders
	if f == nil || document.Time(b.Minted) < f.Until || !slices.Contains(f.Issuers, b.Issuer) {
		return true
	}
	since, ok := s.confirmed[issuance{b.Issuer, b.Type}]
	return ok && since <= at
}

// issuance is the right of an account to issue badges of a type.
type issuance struct {
	issuer common.Address
	typ    uint32
}

// allows takes in that the badge contract's owner allowed an issuer, or did no longer.
func (a *application) allows(e badge.Event) {
	key := issuance{e.Issuer, e.Type}
	switch {
	case e.Kind != badge.IssuerSet:
	case !e.Allowed:
		delete(a.confirmed, key)
	case a.decided(document.Digest(e.Decision)):
		a.confirmed[key] = document.Time(e.Time)
	}
}
