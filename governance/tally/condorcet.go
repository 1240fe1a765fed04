package tally

import (
	"cmp"
	"math/bits"
	"slices"
)

// RankedCondorcet is Ranked Pairs (Tideman, Independence of clones as a criterion for voting rules, Social Choice and
// Welfare 4, 1987, with the tie-breaking of Zavist and Tideman, Complete independence of clones in the ranked pairs
// rule, ibid. 6, 1989). Compare every two options: the pair's winner is ranked above the loser by more weight than the
// other way. Take the pairs from the largest margin to the smallest and lock each, unless the locked ones already say
// the opposite. The option that no locked pair puts below another wins: a Condorcet winner, wherever there is one.
//
// Why not Schulze's method, which shares its virtues (Condorcet, Smith, monotonic, independent of clones)? Because a
// result must be recounted by hand and defended in words. Ranked Pairs is a list, read once from the top: each pair is
// locked, or skipped for a reason that fits in a sentence. A Schulze winner rests on comparing the strongest of all
// paths between every two options, which nobody checks at a glance. And taking away the option that comes first or last
// leaves the order of the others as it is (local independence of irrelevant alternatives), which Schulze's method does
// not promise. It is quicker for very many options, which no ballot has.
//
// Options that a ballot leaves out are equal, below all that it ranks; equal ranks count for neither. Margins, as in
// the papers: two options that a ballot ranks equal are compared as if it were not there.
//
// Ties. Pairs of equal margin stand in the order of their winners by lot, then of their losers; a pair without a margin
// goes last, as a victory of the option that stands better by lot. This is the papers' rule, with the lot in place of a
// ballot drawn at random.
//
// Scores are the number of options below an option in the final order.
const RankedCondorcet Method = "ranked-condorcet"

// duel is a pair with its winner first.
type duel struct {
	winner, loser int
	pro, con      Amount
}

func (d duel) margin() Amount { return d.pro.sub(d.con) }

func (p *Poll) countCondorcet(out *Outcome) {
	m := len(p.config.Options)
	above := p.pairwise()
	var duels []duel
	for a := range m {
		for b := range a {
			d := duel{a, b, above[a*m+b], above[b*m+a]}
			c := d.pro.Cmp(d.con)
			if c < 0 || c == 0 && p.lot(b) < p.lot(a) {
				d = duel{b, a, d.con, d.pro}
			}
			duels = append(duels, d)
		}
	}
	slices.SortFunc(duels, func(x, y duel) int {
		return cmp.Or(y.margin().Cmp(x.margin()), cmp.Compare(p.lot(x.winner), p.lot(y.winner)), cmp.Compare(p.lot(x.loser), p.lot(y.loser)))
	})
	order := newOrder(m)
	for i, d := range duels {
		pair := Pair{
			Winner: p.config.Options[d.winner], Loser: p.config.Options[d.loser],
			For: p.amount(d.pro), Against: p.amount(d.con), Effect: order.lock(d.winner, d.loser),
		}
		round := Round{Pair: &pair}
		switch margin := d.margin(); {
		case margin.IsZero():
			round.Tie = p.tie([]int{d.winner, d.loser}, "lot", d.winner)
		case i == 0 || duels[i-1].margin() != margin:
			round.Tie = p.tie(winnersOf(duels[i:], margin), "lot of pairs", d.winner)
		}
		out.Rounds = append(out.Rounds, round)
	}
	for o := range m {
		below := order.below(o)
		out.Scores[p.config.Options[o]] = number(Amount{lo: uint64(below)}, 0)
		if below == m-1 && p.counted > 0 {
			out.Winners = []string{p.config.Options[o]}
		}
	}
}

// winnersOf returns the different winners of the first pairs, as long as these have the margin.
func winnersOf(duels []duel, margin Amount) []int {
	var winners []int
	for _, d := range duels {
		if d.margin() != margin {
			break
		}
		if !slices.Contains(winners, d.winner) {
			winners = append(winners, d.winner)
		}
	}
	return winners
}

// pairwise returns, at a·m+b, the weight that ranks a above b.
func (p *Poll) pairwise() []Amount {
	m := len(p.config.Options)
	ranked := make([]Amount, m) // the weight that ranks an option at all
	over := make([]Amount, m*m) // the weight that ranks both, a above b
	level := make([]Amount, m*m)
	sums := p.linear(m+m*m, func(weights, sums []uint64) {
		ranked, over := sums[:m], sums[m:]
		for i, w := range weights {
			named := p.options[p.start[i]:p.start[i+1]]
			if p.ties {
				addWithTies(named, w, m, ranked, over)
				continue
			}
			for k, a := range named {
				ranked[a] += w
				row := over[int(a)*m : int(a)*m+m]
				for _, b := range named[k+1:] {
					row[b] += w
				}
			}
		}
	})
	copy(ranked, sums)
	copy(over, sums[m:])
	if p.ties {
		copy(level, p.linear(m*m, func(weights, sums []uint64) {
			for i, w := range weights {
				addLevel(p.options[p.start[i]:p.start[i+1]], w, m, sums)
			}
		}))
	}
	// An option is above another if both are ranked so, or if it alone is ranked.
	above := make([]Amount, m*m)
	for a := range m {
		for b := range m {
			if a != b {
				above[a*m+b] = ranked[a].sub(over[b*m+a]).sub(level[a*m+b])
			}
		}
	}
	return above
}

// addWithTies adds a ballot with equal ranks: each option is above those of later ranks.
func addWithTies(named []uint16, w uint64, m int, ranked, over []uint64) {
	for k, a := range named {
		ranked[a&^tiedFlag] += w
		rest := named[k+1:]
		for len(rest) > 0 && rest[0]&tiedFlag != 0 {
			rest = rest[1:]
		}
		for _, b := range rest {
			over[int(a&^tiedFlag)*m+int(b&^tiedFlag)] += w
		}
	}
}

// addLevel adds a ballot's pairs of equal rank.
func addLevel(named []uint16, w uint64, m int, level []uint64) {
	for k, a := range named {
		for _, b := range named[k+1:] {
			if b&tiedFlag == 0 {
				break
			}
			x, y := int(a&^tiedFlag), int(b&^tiedFlag)
			level[x*m+y] += w
			level[y*m+x] += w
		}
	}
}

// order is what the locked pairs say: for each option, the set of those below it.
type order struct {
	words int
	sets  []uint64
}

func newOrder(m int) order {
	words := (m + 63) / 64
	return order{words, make([]uint64, m*words)}
}

func (o order) set(a int) []uint64 { return o.sets[a*o.words : (a+1)*o.words] }

func (o order) isAbove(a, b int) bool { return o.set(a)[b/64]>>(b%64)&1 != 0 }

func (o order) below(a int) int {
	n := 0
	for _, w := range o.set(a) {
		n += bits.OnesCount64(w)
	}
	return n
}

// lock puts winner above loser if nothing speaks against it, and says what that did.
func (o order) lock(winner, loser int) string {
	switch {
	case o.isAbove(loser, winner):
		return "skipped"
	case o.isAbove(winner, loser):
		return "implied"
	}
	below := o.set(loser)
	for a := range len(o.sets) / o.words {
		if a != winner && !o.isAbove(a, winner) {
			continue
		}
		set := o.set(a)
		for k, w := range below {
			set[k] |= w
		}
		set[loser/64] |= 1 << (loser % 64)
	}
	return "locked"
}
