package tally

import (
	"math/big"
	"math/bits"
)

// Weighted split: each ballot divides its weight over options in proportion to the shares that it names, as in a=60, b=40.
// An option's score is the exact sum of these parts, a fraction where they do not come out even, and the highest wins.
// Scores add up to the total. Naming a larger share for an option never lowers it. Ties: by lot.
//
// The denominator of the scores divides the least common multiple of the ballots' sums of shares. So a ballot whose shares
// sum to more than a million in lowest terms is spoiled: percent with four decimals are possible, and no ballot can
// make a result unreadable on its own.

// maxShares bounds the sum of a ballot's shares in lowest terms.
const maxShares = 1_000_000

// reduce brings shares into lowest terms.
func (d *draft) reduce() {
	var divisor uint64
	for _, s := range d.amounts {
		for a := s; a != 0; {
			divisor, a = a, divisor%a
		}
	}
	if divisor == 0 {
		d.spoil("the shares are all zero")
		return
	}
	var sum uint64
	for i := range d.amounts {
		d.amounts[i] /= divisor
		if sum += min(d.amounts[i], maxShares+1); sum > maxShares {
			d.spoil("the shares sum to more than %d in lowest terms", maxShares)
			return
		}
	}
}

// group returns the index of a ballot's sum of shares among those of the poll.
func (p *Poll) group(shares []uint64) uint32 {
	var sum uint64
	for _, s := range shares {
		sum += s
	}
	g, ok := p.groupOf[sum]
	if !ok {
		g = uint32(len(p.sums))
		p.groupOf[sum] = g
		p.sums = append(p.sums, sum)
	}
	return g
}

func (p *Poll) countWeighted(out *Outcome) {
	scores := p.split()
	for o, s := range scores.nums {
		out.Scores[p.config.Options[o]] = ratio(s, scores.den, p.config.Decimals)
	}
	heads := make([]int, len(p.config.Options))
	for i := range p.low {
		if p.weightOf(i).IsZero() {
			continue
		}
		for k := p.start[i]; k < p.start[i+1]; k++ {
			if p.amounts[k] > 0 {
				heads[p.options[k]]++
			}
		}
	}
	round := Round{Scores: out.Scores, Ballots: p.heads(heads)}
	p.elect(out, &round, func(a, b int) int { return scores.nums[a].Cmp(scores.nums[b]) }, func(a int) bool { return scores.nums[a].Sign() > 0 })
}

// fractions is a number of fractions with one denominator.
type fractions struct {
	den  *big.Int
	nums []*big.Int
}

// split returns the exact scores. Ballots with the same sum of shares have a common denominator, and sums are joined
// two by two, so that numbers stay short for as long as possible.
func (p *Poll) split() fractions {
	ends := make([]int, len(p.sums)+1) // ballots by group, as counting sort arranges them
	for _, g := range p.groups {
		ends[g+1]++
	}
	for g := range p.sums {
		ends[g+1] += ends[g]
	}
	next, byGroup := append([]int(nil), ends...), make([]uint32, len(p.groups))
	for i, g := range p.groups {
		byGroup[next[g]] = uint32(i)
		next[g]++
	}
	planes := p.planes()
	var join func(from, to int) fractions
	join = func(from, to int) fractions {
		if to-from == 1 {
			return fractions{new(big.Int).SetUint64(p.sums[from]), p.products(planes, byGroup[ends[from]:ends[to]])}
		}
		middle := (from + to) / 2
		return join(from, middle).add(join(middle, to))
	}
	if len(p.sums) == 0 {
		return fractions{big.NewInt(1), p.products(planes, nil)}
	}
	return join(0, len(p.sums))
}

// products returns, for each option, the sum of weight times share over some ballots.
func (p *Poll) products(planes []plane, ballots []uint32) []*big.Int {
	nums := make([]*big.Int, len(p.config.Options))
	for o := range nums {
		nums[o] = new(big.Int)
	}
	sums := make([]Amount, len(nums)) // below 2^64·2^20 for each plane
	for _, plane := range planes {
		clear(sums)
		for _, i := range ballots {
			w := plane.weights[i]
			for k := p.start[i]; k < p.start[i+1]; k++ {
				o := p.options[k]
				hi, lo := bits.Mul64(w, p.amounts[k])
				sums[o] = sums[o].add(Amount{hi, lo})
			}
		}
		for o, s := range sums {
			if part := s.Big(); part.Sign() != 0 {
				nums[o].Add(nums[o], part.Lsh(part, plane.shift))
			}
		}
	}
	return nums
}

// add returns f + g.
func (f fractions) add(g fractions) fractions {
	common := new(big.Int).GCD(nil, nil, f.den, g.den)
	up, down := new(big.Int).Quo(g.den, common), new(big.Int).Quo(f.den, common)
	for o := range f.nums {
		a, b := f.nums[o], g.nums[o]
		a.Add(a.Mul(a, up), b.Mul(b, down))
	}
	return fractions{up.Mul(up, f.den), f.nums}
}
