package tally

// The bounds of [Poll.grouped].
const (
	groupedRanks   = 12 // of a ranking: five bits each, and one before them
	groupedOptions = 16
	groupedAtLeast = 1 << 12 // ballots
	groupedBits    = 18      // of the table of different rankings
	groupedAtMost  = 1 << (groupedBits - 1)
)

// grouped returns a poll in which equal rankings are one ballot with the sum of their weights: among a million ballots over eight
// options there are at most some thousand different ones. Where that would not help it returns p. Both give the same sums,
// as all that is counted of rankings is sums of weights.
func (p *Poll) grouped() *Poll {
	if p.total.hi != 0 || len(p.config.Options) > groupedOptions || len(p.low) < groupedAtLeast {
		return p
	}
	// A hash table of rankings with linear probing, at most half full. A key is never 0.
	table := make([]struct {
		key   uint64
		group uint32
	}, 1<<groupedBits)
	g := *p
	g.low, g.high, g.options, g.start = nil, nil, nil, []uint64{0}
	for i, w := range p.low {
		if w == 0 {
			continue // its voter has several
		}
		named := p.named(i)
		if len(named) > groupedRanks {
			return p
		}
		key := uint64(1)
		for _, o := range named {
			key = key<<5 | uint64(o&^tiedFlag)
			if o&tiedFlag != 0 {
				key |= 16
			}
		}
		at := key * 0x9e3779b97f4a7c15 >> (64 - groupedBits)
		for table[at].key != key && table[at].key != 0 {
			at = (at + 1) % uint64(len(table))
		}
		if table[at].key == 0 {
			if len(g.low) == groupedAtMost {
				return p
			}
			table[at].key, table[at].group = key, uint32(len(g.low))
			g.low = append(g.low, 0)
			g.options = append(g.options, named...)
			g.start = append(g.start, uint64(len(g.options)))
		}
		g.low[table[at].group] += w
	}
	return &g
}
