package replay

import (
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/tally"
)

// Poll is the count of one chamber in a vote over options.
//
// The chamber of all decides who wins, by the vote's method. That alone would let a majority of all replace what the experts of one
// touched field know to be better, or let rivals get by with less than one proposal needs. So in every chamber, that of all
// among them, the winner must also beat the status quo as a proposal on its own would have to: of the weight that prefers one of
// the two, strictly more than the threshold's fraction must prefer the winner. A ballot prefers the option that it ranks
// higher, approves alone, or gives more. A vote without documents has no status quo, and asks for the quorum alone.
type Poll struct {
	Total       weight.Micro    `json:"total"` // the chamber's weight
	Turnout     tally.Side      `json:"turnout"`
	Quorum      weight.Micro    `json:"quorum"` // weight that had to take part
	QuorumHeads int             `json:"quorumHeads"`
	Threshold   weight.Fraction `json:"threshold"`
	QuorumMet   bool            `json:"quorumMet"`
	Count       tally.Outcome   `json:"count"`
	// Against the status quo, where there is one and another option won in the chamber of all.
	Winner   tally.Side `json:"winner"`    // prefers the winner
	Quo      tally.Side `json:"statusQuo"` // prefers the status quo
	Approved bool       `json:"approved"`  // with the quorum met, the chamber agrees
}

// Tied is the outcome of a count that ended in a tie which the lot must break. Its seed is known with the anchor's block.
const Tied = "tied"

// DraftSchema names the document that a vote on a mixture draws up.
const DraftSchema = "peritus/mixture-draft/v1"

// Draft is the outcome of a vote on a mixture. Nothing takes effect by it: somebody may propose it.
type Draft struct {
	Schema   string            `json:"schema"`
	Proposal document.Digest   `json:"proposal"`
	Shares   map[string]string `json:"shares"` // by option, in units of 10^-12 that sum to 10^12
}

// decimals are those of a [weight.Micro].
const decimals = 6

// countPolls counts a vote over options. Without a seed, a tie that only the lot can break leaves the vote [Tied].
func (s *State) countPolls(l *life, t *Tally, seed string) {
	t.Method, t.Options, t.Polls, t.Outcome = l.Method, l.Options, map[string]Poll{}, Passed
	method := tally.Method(l.Method)
	choices := make([]*tally.Choice, len(l.casts.choices)) // by number; nil for no ballot
	for n, words := range l.casts.choices {
		if c, err := method.ParseWords(words); err == nil {
			choices[n] = &c
		}
	}
	quorum := true
	var winners []string
	for pass := range 2 { // the chamber of all decides who wins, and then each is asked about the winner
		for i := range l.electorate.Chambers {
			c := &l.electorate.Chambers[i]
			if pass == 0 {
				poll := l.poll(c, seed, choices)
				quorum = quorum && poll.QuorumMet
				if c.Name == proposal.Experts {
					winners = poll.Count.Winners
					if seed == "" && slices.ContainsFunc(poll.Count.Rounds, func(r tally.Round) bool { return r.Tie != nil && strings.HasPrefix(r.Tie.Rule, "lot") }) {
						t.Outcome = Tied
					}
				}
				t.Polls[c.Name] = poll
				continue
			}
			poll := t.Polls[c.Name]
			l.consent(&poll, c, winners, choices)
			if !poll.Approved && t.Outcome == Passed {
				t.Outcome = Rejected
			}
			t.Polls[c.Name] = poll
		}
	}
	switch {
	case !quorum:
		t.Outcome = NoQuorum
	case t.Outcome != Passed:
	case method == tally.Mixture:
		draft := Draft{Schema: DraftSchema, Proposal: l.Digest, Shares: map[string]string{}}
		for _, o := range l.Options {
			draft.Shares[o] = string(t.Polls[proposal.Experts].Count.Scores[o])
		}
		t.Draft = &draft
	default:
		t.Winner = winners[0]
	}
}

// poll counts one chamber by the vote's method.
func (l *life) poll(c *proposal.Chamber, seed string, choices []*tally.Choice) Poll {
	heads := l.Rules.Heads
	if c.Domain != "" {
		heads = min(l.Rules.DomainHeads, c.Members)
	}
	p := Poll{Total: c.Total, QuorumHeads: heads, Threshold: l.Rules.Threshold}
	count, err := tally.NewPoll(tally.Config{Method: tally.Method(l.Method), Options: l.Options, Seed: seed, Decimals: decimals})
	if err != nil {
		panic("replay: a vote was opened over what cannot be counted: " + err.Error()) // the submission was refused then
	}
	for v, w := range c.Weights {
		n, ok := l.casts.numberCounted(v)
		switch {
		case !ok || w == 0:
			continue
		case choices[n] == nil:
			count.Spoil(addressText(l.electorate.Voters[v]), "the choice is not one of this vote's method")
			continue
		}
		before := count.Len()
		count.Add(addressText(l.electorate.Voters[v]), tally.AmountOf(w), *choices[n])
		if count.Len() > before {
			p.Turnout.Weight += w
			p.Turnout.Heads++
		}
	}
	if !l.Rules.Quorum.IsZero() {
		p.Quorum = tally.MulDivUp(c.Total, l.Rules.Quorum.Num, l.Rules.Quorum.Den)
	}
	p.QuorumMet = p.Turnout.Weight >= p.Quorum && p.Turnout.Heads >= heads
	p.Count = count.Count()
	return p
}

// consent asks a chamber whether it prefers the winner to the status quo.
func (l *life) consent(p *Poll, c *proposal.Chamber, winners []string, choices []*tally.Choice) {
	switch {
	case !slices.Contains(l.Options, proposal.StatusQuo):
		p.Approved = len(winners) > 0 || tally.Method(l.Method) == tally.Mixture
		return
	case len(winners) == 0 || winners[0] == proposal.StatusQuo:
		return
	}
	spoiled := map[string]bool{}
	for _, s := range p.Count.Spoiled {
		spoiled[s.Voter] = true
	}
	for v, w := range c.Weights {
		n, ok := l.casts.numberCounted(v)
		if !ok || w == 0 || choices[n] == nil || len(spoiled) > 0 && spoiled[addressText(l.electorate.Voters[v])] {
			continue
		}
		var side *tally.Side
		switch tally.Method(l.Method).Prefers(*choices[n], winners[0], proposal.StatusQuo) {
		case 1:
			side = &p.Winner
		case -1:
			side = &p.Quo
		default:
			continue
		}
		side.Weight += w
		side.Heads++
	}
	p.Approved = tally.Above(p.Winner.Weight, p.Winner.Weight+p.Quo.Weight, l.Rules.Threshold)
}

// afford refuses a ballot that its voter's weight can not pay for in any chamber. One that some chamber's can is taken, and counts
// where it is paid for; the others name it as spoiled.
func (l *life) afford(voter int, choice string) error {
	if l.Method == "" || choice == ballot.Withdraw {
		return nil
	}
	c, err := tally.Method(l.Method).ParseWords(choice)
	if err != nil {
		return err
	}
	var most weight.Micro
	for i := range l.electorate.Chambers {
		most = max(most, l.electorate.Chambers[i].Weights[voter])
	}
	poll, err := tally.NewPoll(tally.Config{Method: tally.Method(l.Method), Options: l.Options, Decimals: decimals})
	if err != nil {
		return err
	}
	if poll.Add("", tally.AmountOf(most), c); poll.Len() == 1 {
		return nil
	}
	return errBallotSpoiled(poll.Count().Spoiled[0].Why)
}

// CheckChoice refuses a choice that a voter's ballot on an open vote could not have.
func (s *State) CheckChoice(p document.Digest, voter common.Address, choice string) error {
	l, ok := s.proposals[p]
	if !ok {
		return errBallotProposal(p)
	}
	if err := ballot.CheckChoice(l.Method, l.Options, choice); err != nil {
		return err
	}
	number, ok := l.electorate.Find(voter)
	if !ok {
		return errBallotWeight()
	}
	return l.afford(number, choice)
}
