package replay

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
)

// Why explains an account's weight in a chamber of a proposal: the frozen one, or before the opening the one that would be
// frozen now. The parameters are those of the policy that the electorate was frozen under, and the shares the proposal's.
func (s *State) Why(p proposal.Proposal, params weight.Parameters, shares []weight.Share, c *proposal.Chamber, member common.Address) (weight.Trace, error) {
	badges := s.badges.At(p.Block)
	if p.Block == 0 {
		badges = s.badges.At(s.chain.Last)
	}
	e := proposal.Electorate{}
	e.Correct(nil, p.Moves)
	leaf, ok := e.Leaf(member)
	if !ok {
		leaf = member
	}
	at := p.BlockTime
	if p.Block == 0 {
		at = s.chain.Time
	}
	held := slices.DeleteFunc(badges.StandingOf(leaf, uint64(p.Submitted)), func(b badge.Badge) bool { return !s.counts(b, at) })
	tr, err := s.explain(p, params, shares, c, leaf, held)
	if f := s.genesis.Founders; f != nil && c.Domain == "" && tr.Raw == 0 && at < f.Until && slices.Contains(f.Members, leaf) {
		tr.Founder = proposal.FounderWeight
	}
	tr.Member, tr.Recused, tr.Weight = member, slices.Contains(p.Recused, leaf), c.Weight(member)
	for _, n := range p.Corrections {
		if w, ok := n.Chambers[c.Name]; ok && n.Member == leaf {
			_, typ, _ := badge.SplitTokenID(n.Badge)
			tr.Lost = append(tr.Lost, weight.Loss{Type: typ, Before: w.Before, After: w.After})
		}
	}
	return tr, err
}

// explain explains a weight in a chamber by some of the member's badges.
func (s *State) explain(p proposal.Proposal, params weight.Parameters, shares []weight.Share, c *proposal.Chamber, member common.Address, held []badge.Badge) (weight.Trace, error) {
	at, badges := p.BlockTime, s.badges.At(p.Block)
	if p.Block == 0 {
		at, badges = s.chain.Time, s.badges.At(s.chain.Last)
	}
	if c.Domain != "" {
		shares = weight.Shares(map[string]uint64{c.Domain: 1})
	}
	table := weight.Table{Members: []common.Address{member}, Weights: []weight.Micro{c.Listed(member)}, Total: c.Total, Caps: c.Caps}
	tr, err := weight.Explain(params, slices.Values(held), badges.Type, shares, uint64(at), uint64(p.Submitted), member, table)
	tr.Domain = c.Domain
	return tr, err
}

// WhyToday explains the weight that an account would have in a chamber of one domain under the policy in force, with the
// badges as of the newest block in the record.
func (s *State) WhyToday(domain string, member common.Address) (weight.Trace, error) {
	badges, at := s.badges.At(s.chain.Last), uint64(s.chain.Time)
	shares := weight.Shares(map[string]uint64{domain: 1})
	table, err := weight.Compute(s.policy.Weight, badges.Badges(), badges.Type, shares, at, at+1)
	if err != nil {
		return weight.Trace{}, err
	}
	tr, err := weight.Explain(s.policy.Weight, slices.Values(badges.Of(member)), badges.Type, shares, at, at+1, member, table)
	tr.Domain = domain
	return tr, err
}

// FrozenElectorate returns the electorate of a proposal that was opened, from memory or from its document.
func (s *State) FrozenElectorate(d document.Digest, blobs Blobs) (proposal.Electorate, error) {
	if e := s.Electorate(d); e != nil {
		return *e, nil
	}
	p, ok := s.Proposal(d)
	if !ok || p.List.IsZero() {
		return proposal.Electorate{}, nil
	}
	raw, err := blobs.Blob(p.List)
	if err != nil {
		return proposal.Electorate{}, err
	}
	e, err := proposal.ParseElectorate(raw, blobs.Blob)
	e.Correct(p.Corrections, p.Moves)
	return e, err
}
