package replay

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
)

// Why explains an account's weight in a chamber of a proposal: the frozen one, or before the opening the one that would be
// frozen now. The parameters are those of the policy that the electorate was frozen under, and the shares the proposal's.
func (s *State) Why(p proposal.Proposal, params weight.Parameters, shares []weight.Share, c *proposal.Chamber, member common.Address) (weight.Trace, error) {
	at, badges := p.BlockTime, s.badges.At(p.Block)
	if p.Block == 0 {
		at, badges = s.chain.Time, s.badges.At(s.chain.Last)
	}
	if c.Domain != "" {
		shares = weight.Shares(map[string]uint64{c.Domain: 1})
	}
	held := slices.Values(badges.StandingOf(member, uint64(p.Submitted)))
	table := weight.Table{Members: []weight.Member{{Address: member, Weight: c.Weight(member)}}, Total: c.Total, Caps: c.Caps}
	tr, err := weight.Explain(params, held, badges.Type, shares, uint64(at), uint64(p.Submitted), member, table)
	tr.Recused = slices.Contains(p.Recused, member)
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
	return weight.Explain(s.policy.Weight, slices.Values(badges.Of(member)), badges.Type, shares, at, at+1, member, table)
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
	return proposal.ParseElectorate(raw, blobs.Blob)
}
