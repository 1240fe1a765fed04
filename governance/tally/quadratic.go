package tally

import "math/bits"

// Quadratic is quadratic voting (Posner and Weyl, Voting Squared, Vanderbilt Law Review 68, 2015; Lalley and Weyl,
// Quadratic Voting, AEA Papers and Proceedings 108, 2018). A ballot's weight is its credits: v votes for an option cost
// v² of them, and what is not spent is lost. Votes are whole numbers from 0, so the count is exact: an option's score
// is the sum of its votes. Votes against an option are not offered, as a vote for the others says the same. Buying a
// vote for an option never lowers it. Ties: by lot.
//
// Splitting one's credits over k accounts multiplies one's votes by √k. Quadratic voting is for electorates that know
// who a voter is, as holders of badges are known.
//
// A poll whose weights have decimals gives a credit for each whole unit.
const Quadratic Method = "quadratic"

// checkCredits spoils a ballot that spends more than it has.
func (d *draft) checkCredits(w Amount, decimals int) {
	var spent Amount
	for _, v := range d.amounts {
		hi, lo := bits.Mul64(v, v)
		if spent = spent.add(Amount{hi, lo}); v >= 1<<50 { // nothing of 30 digits pays for 2^50 votes
			d.spoil("%d votes cost more than any weight", v)
			return
		}
	}
	credits := w
	for range decimals {
		credits = credits.tenth()
	}
	if spent.Cmp(credits) > 0 {
		d.spoil("the votes cost %s and the ballot has %s", spent, credits)
	}
}

func (p *Poll) countQuadratic(out *Outcome) {
	m := len(p.config.Options)
	sums := make([]Amount, m)
	for k, o := range p.options {
		sums[o] = sums[o].add(Amount{lo: p.amounts[k]})
	}
	for o, s := range sums {
		out.Scores[p.config.Options[o]] = number(s, 0)
	}
	round := Round{Scores: out.Scores, Ballots: p.heads()}
	p.elect(out, &round, func(a, b int) int { return sums[a].Cmp(sums[b]) }, func(a int) bool { return !sums[a].IsZero() })
}
