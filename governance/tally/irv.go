package tally

import "slices"

// RankedIRV is instant run-off (also called the alternative vote; Hare's method for one seat, described by W. R. Ware
// in 1871). Every ballot counts for the option that it ranks highest among those that continue. An option with more
// than half of the continuing weight wins; otherwise the option with the least is eliminated, one at a time, and its
// ballots move on. A ballot that names no continuing option is exhausted, and no longer part of what there must be more
// than half of. A ranking counts up to its first equal ranks: nobody knows which of them the voter would have moved to.
//
// Ties. Of several options with the least, the one goes that had the least in the round before, and so on back to the
// first (as in the Scottish Local Government Elections Order 2007); if they were always equal, the last by lot.
//
// The method is not monotonic: ranking an option higher can make it lose. It elects no Condorcet loser, and adding
// clones of an option does not change which group wins (Tideman, Independence of clones as a criterion for voting
// rules, Social Choice and Welfare 4, 1987).
const RankedIRV Method = "ranked-irv"

// cutAtTie ends a ranking before its first equal ranks.
func (d *draft) cutAtTie() {
	if i := slices.Index(d.tied, true); i > 0 {
		d.options, d.tied = d.options[:i-1], d.tied[:i-1]
	}
}

// exhausted is the pile of ballots that name no continuing option.
const exhausted = -1

// runoff is an instant run-off in progress.
type runoff struct {
	p         *Poll
	planes    []plane
	gone      []bool     // eliminated options
	piles     [][]uint32 // the ballots that count for each option
	scores    []Amount
	exhausted Amount
	history   [][]Amount // scores of earlier rounds
}

func (p *Poll) countIRV(out *Outcome) {
	m := len(p.config.Options)
	r := &runoff{p: p, planes: p.planes(), gone: make([]bool, m), piles: make([][]uint32, m), scores: make([]Amount, m)}
	r.deal()
	for left := m; ; left-- {
		round := Round{Scores: map[string]Number{}, Exhausted: p.amount(r.exhausted)}
		continuing := p.total.sub(r.exhausted)
		round.Continuing = p.amount(continuing)
		leader := 0
		for o := range m {
			if !r.gone[o] {
				round.Scores[p.config.Options[o]] = p.amount(r.scores[o])
			}
			if r.scores[o].Cmp(r.scores[leader]) > 0 {
				leader = o
			}
		}
		if r.scores[leader].Cmp(continuing.sub(r.scores[leader])) > 0 {
			round.Elected = p.config.Options[leader]
			out.Winners = []string{round.Elected}
		}
		if len(out.Winners) > 0 || left == 1 || continuing.IsZero() {
			out.Rounds = append(out.Rounds, round)
			break
		}
		loser, tie := r.least()
		round.Eliminated, round.Tie = p.config.Options[loser], tie
		round.Transfers = p.nonzero(r.eliminate(loser))
		out.Rounds = append(out.Rounds, round)
	}
	out.Scores = p.table(r.scores)
}

// deal puts each ballot on the pile of its first option.
func (r *runoff) deal() {
	sizes := make([]int, len(r.piles))
	for i := range r.p.low {
		if named := r.p.named(i); len(named) > 0 {
			sizes[named[0]]++
		}
	}
	for o, n := range sizes {
		r.piles[o] = make([]uint32, 0, n)
	}
	for i := range r.p.low {
		if named := r.p.named(i); len(named) > 0 {
			r.piles[named[0]] = append(r.piles[named[0]], uint32(i))
		}
	}
	r.exhausted = r.p.total
	for o, pile := range r.piles {
		r.scores[o] = r.weigh(pile)
		r.exhausted = r.exhausted.sub(r.scores[o])
	}
}

func (r *runoff) weigh(pile []uint32) Amount {
	var total Amount
	for _, plane := range r.planes {
		var sum uint64
		for _, i := range pile {
			sum += plane.weights[i]
		}
		total = total.add(Amount{lo: sum}.shl(plane.shift))
	}
	return total
}

// least returns the option to eliminate.
func (r *runoff) least() (int, *Tie) {
	var least []int
	for o := range r.gone {
		if !r.gone[o] {
			least = append(least, o)
		}
	}
	least = lowest(least, r.scores)
	among := least
	for k := len(r.history) - 1; k >= 0 && len(least) > 1; k-- {
		least = lowest(least, r.history[k])
	}
	rule := "earlier round"
	if len(least) > 1 {
		rule = "lot"
	}
	loser := r.p.last(least)
	return loser, r.p.tie(among, rule, loser)
}

// lowest returns those of the options that have the lowest score.
func lowest(options []int, scores []Amount) []int {
	var out []int
	for _, o := range options {
		if len(out) > 0 && scores[o].Cmp(scores[out[0]]) < 0 {
			out = out[:0]
		}
		if len(out) == 0 || scores[o] == scores[out[0]] {
			out = append(out, o)
		}
	}
	return out
}

// eliminate moves an option's ballots on, and returns what each option gained.
func (r *runoff) eliminate(loser int) []Amount {
	r.history = append(r.history, slices.Clone(r.scores))
	r.gone[loser] = true
	ends := make([]int, len(r.piles))
	for o, pile := range r.piles {
		ends[o] = len(pile)
	}
	for _, i := range r.piles[loser] {
		if to := r.next(int(i)); to != exhausted {
			r.piles[to] = append(r.piles[to], i)
		}
	}
	left := r.scores[loser]
	gains := make([]Amount, len(r.piles))
	for o, pile := range r.piles {
		if o != loser {
			gains[o] = r.weigh(pile[ends[o]:])
			r.scores[o] = r.scores[o].add(gains[o])
			left = left.sub(gains[o])
		}
	}
	r.exhausted = r.exhausted.add(left)
	r.scores[loser], r.piles[loser] = Amount{}, nil
	return gains
}

// next returns the option for which a ballot counts now.
func (r *runoff) next(ballot int) int {
	for _, o := range r.p.named(ballot) {
		if !r.gone[o] {
			return int(o)
		}
	}
	return exhausted
}

// nonzero names the amounts that are not zero.
func (p *Poll) nonzero(amounts []Amount) map[string]Number {
	t := map[string]Number{}
	for i, a := range amounts {
		if !a.IsZero() {
			t[p.config.Options[i]] = p.amount(a)
		}
	}
	return t
}
