package tally

// Single is single choice: each ballot names one option, and the option with the highest sum of weights wins, whatever
// its share (plurality; Condorcet, Essai sur l'application de l'analyse, 1785, shows what it ignores). A ballot for an
// option never lowers it. Ties: by lot.
const Single Method = "single"

func (p *Poll) countSingle(out *Outcome) { p.electSums(out, p.sums1()) }

// sums1 adds up the weights of ballots that name one option each.
func (p *Poll) sums1() []Amount {
	return p.linear(len(p.config.Options), func(weights, sums []uint64) {
		for i, o := range p.options {
			sums[o] += weights[i]
		}
	})
}
