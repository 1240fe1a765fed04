package tally

// Threshold asks one question. The proposal passes if For is strictly more than the threshold's fraction of
// For+Against; without either it fails. Abstentions count for the quorum alone: turnout (For+Against+Abstain) of at
// least the quorum's fraction of the electorate, rounded up, and a number of ballots. The winner is "for" if the
// proposal passes, "against" if it fails, and nobody if the quorum is missed. There are no ties: For equal to the
// threshold fails.
const Threshold Method = "threshold"

func (p *Poll) countMotion(out *Outcome) {
	sums := p.sums1()
	out.Scores = p.table(sums)
	round := Round{Scores: out.Scores, Ballots: p.heads(), Threshold: p.config.Threshold.String()}
	met := true
	if !p.config.Quorum.IsZero() || p.config.Heads > 0 {
		needed := p.config.Electorate.mulDivUp(p.config.Quorum.Num, max(1, p.config.Quorum.Den))
		met = p.total.Cmp(needed) >= 0 && p.counted >= p.config.Heads
		round.Quorum = &Quorum{
			Electorate: p.amount(p.config.Electorate), Fraction: p.config.Quorum.String(),
			Needed: p.amount(needed), Turnout: p.amount(p.total), Heads: p.config.Heads, Met: met,
		}
	}
	whole := sums[0].add(sums[1])
	switch part := sums[0].mul(p.config.Threshold.Den); {
	case !met:
	case part.cmp(whole.mul(p.config.Threshold.Num)) > 0:
		out.Winners = []string{For}
	default:
		out.Winners = []string{Against}
	}
	out.Rounds = append(out.Rounds, round)
}
