package tally

// Approval is approval voting (Brams and Fishburn, Approval Voting, American Political Science Review 72(3), 1978):
// each ballot names the options that it approves, perhaps none, and gives each its whole weight. The highest sum wins.
// Approving an option never lowers it. Ties: by lot.
const Approval Method = "approval"

func (p *Poll) countApproval(out *Outcome) {
	sums := p.linear(len(p.config.Options), func(weights, sums []uint64) {
		for i, w := range weights {
			for _, o := range p.options[p.start[i]:p.start[i+1]] {
				sums[o] += w
			}
		}
	})
	p.electSums(out, sums)
}
