package tally

import (
	"cmp"
	"math/big"
	"slices"
	"sort"
)

// Mixture draws up a mixture: each ballot proposes how to divide a whole over the options, and the Independent Markets
// mechanism divides it (Freeman, Pennock, Peters and Wortman Vaughan, Truthful aggregation of budget proposals, Journal
// of Economic Theory 193, 2021; arXiv:1905.00457). It is the moving-phantom mechanism with phantoms f_k(t) =
// min(t·(n−k), 1), k = 0 … n: each option gets the median of the n voters' shares for it and of the n+1 phantoms, for
// the t at which the medians add up to the whole.
//
// A ballot of weight w counts as w ballots, without making them. The median of 2n+1 numbers is the largest x that n+1
// of them reach. Of the phantoms 0, t, 2t, …, nt those from ⌈x/t⌉·t on reach x > 0, n+1−⌈x/t⌉ of them; so the voters
// who reach x must be at least ⌈x/t⌉, and since they are a whole number, x ≤ t·(number of voters who give the option at
// least x). The share is the largest such x, and needs only the weight of those who give at least x, a step function.
// Where the shares change from following a step to standing at its end, t is one of finitely many fractions; between
// two of these the shares are linear in t, and one equation gives it. All of it is exact. At the end shares are rounded
// to units of 10^-12 by largest remainder, equal remainders in favour of the option whose name sorts first; a ballot
// whose shares do not sum to 10^12 is brought to these units in the same way before it counts.
//
// What is proved, for the paper's setting of equal voters who mind the sum of the absolute differences between the
// outcome and their own proposal: no voter gains by proposing something else than they want (every moving-phantom
// mechanism is incentive compatible), and where each voter gives everything to one option, the outcome is the average
// (proportionality). The paper shows too what that costs: the outcome need not be Pareto-optimal, as the one mechanism
// of the class that is, is another. That no voter of weight w gains either follows, as the w copies change their minds
// one after the other and none of them gains by it. Nothing is claimed for voters with other preferences, for voters
// who act together with different wishes, or for gains below the rounding, one unit of 10^-12 for each option.
//
// The outcome is a draft for an ordinary vote, so a mixture has no winner. Scores are units of 10^-12, and add up to
// 10^12 if there is any ballot.
const Mixture Method = "mixture"

// whole is the sum of a mixture, in units of 10^-12.
const whole = 1_000_000_000_000

// normalise brings a draft's shares to units of 10^-12 by largest remainder; equal remainders favour the option whose name
// sorts first.
func (p *Poll) normalise(d *draft) {
	var sum Amount
	for _, s := range d.amounts {
		sum = sum.add(Amount{lo: s})
	}
	switch {
	case sum.IsZero():
		d.spoil("the shares are all zero")
		return
	case sum.hi != 0:
		d.spoil("the shares sum to more than 64 bits hold")
		return
	case sum.lo == whole:
		return
	}
	type rest struct {
		at        int
		remainder uint64
	}
	var rests []rest
	left := uint64(whole)
	for i, s := range d.amounts {
		var r rest
		r.at = i
		d.amounts[i], r.remainder = mulDiv(s, whole, sum.lo)
		left -= d.amounts[i]
		rests = append(rests, r)
	}
	slices.SortFunc(rests, func(a, b rest) int {
		return cmp.Or(cmp.Compare(b.remainder, a.remainder), cmp.Compare(p.config.Options[d.options[a.at]], p.config.Options[d.options[b.at]]))
	})
	for _, r := range rests[:left] {
		d.amounts[r.at]++
	}
}

// market is one option's ballots: step k says that the weight of those who give at least value is demand.
type market struct{ steps []step }

type step struct {
	value  uint64 // ascending, above zero
	demand Amount // descending
}

// price is a fraction: a value divided by a demand. As t rises, an option's share rises along t·demand of a step up to the
// step's value (price 2k: value/demand of step k), and stays there until t·demand of the next step exceeds it (price
// 2k+1: the same value over the next step's demand).
type price struct {
	value  uint64
	demand Amount
}

func (a price) cmp(b price) int { return b.demand.mul(a.value).cmp(a.demand.mul(b.value)) }

func (m market) prices() int { return max(0, 2*len(m.steps)-1) }

func (m market) price(i int) price {
	return price{m.steps[i/2].value, m.steps[(i+1)/2].demand}
}

// at returns the option's share at a price between two of its own: either a value, or t times a demand. passed is
// the number of the option's own prices that are not above t.
func (m market) at(passed int) (fixed uint64, demand Amount) {
	switch {
	case len(m.steps) == 0:
		return 0, Amount{}
	case passed%2 == 0:
		return 0, m.steps[passed/2].demand
	}
	return m.steps[passed/2].value, Amount{}
}

func (p *Poll) countMixture(out *Outcome) {
	for _, o := range p.config.Options {
		out.Scores[o] = "0"
	}
	if p.counted == 0 {
		return
	}
	markets := p.markets()
	states := settle(markets)
	fixed, demand := totals(markets, states)
	// Between the last prices at or below and above the sought t, shares sum to fixed + t·demand.
	open := new(big.Int).Sub(big.NewInt(whole), fixed)
	settled := Market{Shares: map[string]Number{}, Support: map[string]Number{}}
	if demand.Sign() > 0 {
		settled.Price = ratio(open, demand, 0)
	} else {
		// Every share has reached a value, and every t from the last price on is as good: take that.
		last := latest(markets, states)
		settled.Price = ratio(new(big.Int).SetUint64(last.value), last.demand.Big(), 0)
		demand.SetInt64(1)
	}
	units := make([]*big.Int, len(markets))
	rests := make([]*big.Int, len(markets))
	left := big.NewInt(whole)
	for o, m := range markets {
		value, slope := m.at(states[o])
		num := new(big.Int).Mul(open, slope.Big())
		num.Add(num, new(big.Int).Mul(new(big.Int).SetUint64(value), demand))
		units[o], rests[o] = new(big.Int).QuoRem(num, demand, new(big.Int))
		left.Sub(left, units[o])
		settled.Shares[p.config.Options[o]] = ratio(num, demand, 0)
		settled.Support[p.config.Options[o]] = p.amount(m.support(states[o]))
	}
	byRest := slices.Clone(p.byName)
	slices.SortStableFunc(byRest, func(a, b uint16) int { return rests[b].Cmp(rests[a]) })
	for _, o := range byRest[:left.Int64()] {
		units[o].Add(units[o], big.NewInt(1))
	}
	for o, n := range units {
		out.Scores[p.config.Options[o]] = decimal(n, 0)
	}
	out.Rounds = append(out.Rounds, Round{Scores: out.Scores, Market: &settled})
}

// latest returns the highest price that an option has passed.
func latest(markets []market, states []int) price {
	last := price{0, Amount{lo: 1}}
	for o, m := range markets {
		if states[o] > 0 {
			if t := m.price(states[o] - 1); t.cmp(last) > 0 {
				last = t
			}
		}
	}
	return last
}

// support returns the weight of those who give the option at least its share.
func (m market) support(passed int) Amount {
	if passed/2 >= len(m.steps) {
		return Amount{}
	}
	return m.steps[passed/2].demand
}

// totals sums what the options' shares are made of.
func totals(markets []market, states []int) (fixed, demand *big.Int) {
	var value Amount
	demand = new(big.Int)
	for o, m := range markets {
		v, d := m.at(states[o])
		value = value.add(Amount{lo: v})
		demand.Add(demand, d.Big())
	}
	return value.Big(), demand
}

// settle returns, for each option, how many of its prices are passed when the shares sum to the whole. It narrows the
// interval that holds the sought t by halving, one option after the other, what prices they have in it.
func settle(markets []market) []int {
	states := make([]int, len(markets)) // prices that are at or below the sought t
	ends := make([]int, len(markets))   // the first price above it
	for o, m := range markets {
		ends[o] = m.prices()
	}
	at := make([]int, len(markets))
	for o, m := range markets {
		for states[o] < ends[o] {
			middle := (states[o] + ends[o]) / 2
			t := m.price(middle)
			for k, other := range markets {
				// Its prices outside the interval need no search.
				at[k] = states[k] + sort.Search(ends[k]-states[k], func(i int) bool { return other.price(states[k]+i).cmp(t) > 0 })
			}
			fixed, demand := totals(markets, at)
			// Compare fixed + t·demand with the whole.
			sum := demand.Mul(demand, new(big.Int).SetUint64(t.value))
			sum.Add(sum, fixed.Mul(fixed, t.demand.Big()))
			if sum.Cmp(new(big.Int).Mul(big.NewInt(whole), t.demand.Big())) <= 0 {
				copy(states, at)
			} else {
				for k, other := range markets {
					ends[k] = states[k] + sort.Search(ends[k]-states[k], func(i int) bool { return other.price(states[k]+i).cmp(t) >= 0 })
				}
			}
		}
	}
	return states
}

// bid is a ballot's share for an option.
type bid struct {
	value  uint64
	ballot uint32
}

// markets gathers each option's ballots.
func (p *Poll) markets() []market {
	sizes := make([]int, len(p.config.Options))
	for _, o := range p.options {
		sizes[o]++
	}
	bids := make([][]bid, len(sizes))
	for o, n := range sizes {
		bids[o] = make([]bid, 0, n)
	}
	for i := range p.low {
		for k := p.start[i]; k < p.start[i+1]; k++ {
			if v := p.amounts[k]; v > 0 {
				bids[p.options[k]] = append(bids[p.options[k]], bid{v, uint32(i)})
			}
		}
	}
	markets := make([]market, len(bids))
	var buffer []bid
	for o, b := range bids {
		b, buffer = sortBids(b, buffer)
		steps := make([]step, 0, min(len(b), 1024))
		var demand Amount
		for k := len(b) - 1; k >= 0; k-- {
			demand = demand.add(p.weightOf(int(b[k].ballot)))
			if k == 0 || b[k-1].value != b[k].value {
				steps = append(steps, step{b[k].value, demand})
			}
		}
		slices.Reverse(steps)
		markets[o].steps = steps
	}
	return markets
}

// sortBids sorts by value, which is at most 10^12, from the least digit of eleven bits to the highest. It returns the
// sorted bids and the memory of the others.
func sortBids(bids, buffer []bid) (sorted, free []bid) {
	const digit = 11
	from, to := bids, slices.Grow(buffer[:0], len(bids))[:len(bids)]
	for shift := uint(0); whole>>shift > 0; shift += digit {
		var ends [1 << digit]uint32
		for _, b := range from {
			ends[b.value>>shift%(1<<digit)]++
		}
		var end uint32
		for d, n := range ends {
			ends[d], end = end, end+n
		}
		for _, b := range from {
			at := &ends[b.value>>shift%(1<<digit)]
			to[*at] = b
			*at++
		}
		from, to = to, from
	}
	return from, to
}
