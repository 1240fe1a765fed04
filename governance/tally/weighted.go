package tally

import (
	"math/big"
	"math/bits"
)

// Weighted is a weighted split: each ballot divides its weight over options in proportion to the shares that it names,
// as in a=60, b=40. An option's score is the exact sum of these parts, a fraction where they do not come out even, and
// the highest wins. Scores add up to the total. Naming a larger share for an option never lowers it. Ties: by lot.
//
// The denominator of the scores divides the least common multiple of the ballots' sums of shares. So a ballot whose
// shares sum to more than a million in lowest terms is spoiled: percent with four decimals are possible, and no ballot
// can make a result unreadable on its own.
const Weighted Method = "weighted"

// maxShares bounds the sum of a ballot's shares in lowest terms.
const maxShares = 1_000_000

// reduce brings shares into lowest terms.
func (d *draft) reduce() {
	var divisor uint64
	for _, s := range d.amounts {
		divisor = gcd(divisor, s)
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
	round := Round{Scores: out.Scores, Ballots: p.heads()}
	p.elect(out, &round, func(a, b int) int { return scores.nums[a].Cmp(scores.nums[b]) }, func(a int) bool { return scores.nums[a].Sign() > 0 })
}

// fractions is a number of fractions with one denominator.
type fractions struct {
	den  *big.Int
	nums []*big.Int
}

// batch is ballots whose sums of shares have a common multiple of 64 bits.
type batch struct {
	den     uint64
	ballots []uint32
}

// split returns the exact scores. Mostly one batch holds every ballot, and one pass over them does it. Otherwise batches
// are joined two by two, so that numbers stay short for as long as possible.
func (p *Poll) split() fractions {
	batchOf, batches := make([]uint32, len(p.sums)), []batch{{den: 1}}
	for g, sum := range p.sums {
		last := &batches[len(batches)-1]
		if hi, lo := bits.Mul64(last.den, sum/gcd(last.den, sum)); hi == 0 {
			last.den = lo
		} else {
			batches = append(batches, batch{den: sum})
		}
		batchOf[g] = uint32(len(batches) - 1)
	}
	for i, g := range p.groups {
		b := &batches[batchOf[g]]
		b.ballots = append(b.ballots, uint32(i))
	}
	factors := make([]uint64, len(p.sums)) // of a ballot's shares, to bring them to the denominator of their batch
	for g, sum := range p.sums {
		factors[g] = batches[batchOf[g]].den / sum
	}
	planes := p.planes()
	var join func(batches []batch) fractions
	join = func(batches []batch) fractions {
		if len(batches) == 1 {
			return fractions{new(big.Int).SetUint64(batches[0].den), p.products(planes, batches[0].ballots, factors)}
		}
		middle := len(batches) / 2
		return join(batches[:middle]).add(join(batches[middle:]))
	}
	return join(batches)
}

// products returns, for each option, the sum of weight times share times factor over some ballots.
func (p *Poll) products(planes []plane, ballots []uint32, factors []uint64) []*big.Int {
	nums := make([]*big.Int, len(p.config.Options))
	for o := range nums {
		nums[o] = new(big.Int)
	}
	sums := make([]Amount, len(nums)) // a ballot's shares times factor add up to den, so these are below 2^64·2^64
	for _, plane := range planes {
		clear(sums)
		for _, i := range ballots {
			w, factor := plane.weights[i], factors[p.groups[i]]
			for k := p.start[i]; k < p.start[i+1]; k++ {
				sum := &sums[p.options[k]]
				hi, lo := bits.Mul64(w, p.amounts[k]*factor)
				var carry uint64
				sum.lo, carry = bits.Add64(sum.lo, lo, 0)
				sum.hi += hi + carry
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

// gcd returns the greatest common divisor; that of a number and zero is the number.
func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
