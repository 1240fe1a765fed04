package weight

import (
	"math"
	"math/big"
	"math/bits"
	"slices"
	"sort"
)

// whole is the denominator of [sheet.fractions].
const whole = 1 << 63

// cap returns the members' weights within the caps, and what the caps came to. See the package's documentation for the rule.
func (s *sheet) cap() ([]Micro, Caps) {
	if s.total == 0 || s.keeps(s.p.MemberCap, s.p.IssuerCap) {
		weights := make([]Micro, len(s.ends))
		first := uint32(0)
		for i, end := range s.ends {
			weights[i] = Micro(totalOf(s.parts[first:end]))
			first = end
		}
		caps := Caps{Widened: 1}
		caps.MemberLimit, caps.IssuerLimit = limit(s.p.MemberCap, s.total), limit(s.p.IssuerCap, s.total)
		return weights, caps
	}
	s.setFractions()

	// One member and one issuer are within caps of 1, so some factor helps, at most the larger denominator.
	most := int(max(s.p.MemberCap.Den, s.p.IssuerCap.Den))
	factor := 1 + sort.Search(most-1, func(i int) bool { return s.reaches(1, widen(s.p.MemberCap, i+1), widen(s.p.IssuerCap, i+1)) })
	for ; ; factor++ {
		weights := s.fractions[:len(s.ends)] // there are as many parts, and their fractions serve only to find the total
		memberCap, issuerCap := widen(s.p.MemberCap, factor), widen(s.p.IssuerCap, factor)
		total := s.largest(memberCap, issuerCap)
		for times := uint64(1); total > 0; times *= 2 {
			caps, sum, ok := s.settle(weights, total, memberCap, issuerCap)
			if ok {
				caps.Widened = uint64(factor)
				return weights, caps
			}
			missing := uint64(1)
			if sum < total {
				missing = total - sum
			}
			if times < total/missing {
				total -= times * missing
			} else {
				total = 0
			}
		}
		s.setFractions()
	}
}

// widen multiplies a cap. More than everything is everything.
func widen(f Fraction, factor int) Fraction {
	f.Num = min(f.Num*uint64(factor), f.Den)
	return f
}

// limit returns ⌊f·total⌋, and 0 if there is no cap.
func limit(f Fraction, total uint64) Micro {
	if f.IsZero() {
		return 0
	}
	return MulDivDown(Micro(total), Micro(f.Num), Micro(f.Den))
}

// keeps reports whether the sums keep both caps as they are.
func (s *sheet) keeps(memberCap, issuerCap Fraction) bool {
	if !memberCap.IsZero() {
		most := limit(memberCap, s.total)
		first := uint32(0)
		for _, end := range s.ends {
			if totalOf(s.parts[first:end]) > uint64(most) {
				return false
			}
			first = end
		}
	}
	if !issuerCap.IsZero() {
		most := limit(issuerCap, s.total)
		sums := make([]uint64, len(s.issuers))
		for i, p := range s.parts {
			if in := s.rests[i]; in != noIssuer {
				sums[in] += p
			}
		}
		return slices.Max(append(sums, 0)) <= uint64(most)
	}
	return true
}

// setFractions fixes what part of its member's sum each part is.
func (s *sheet) setFractions() {
	s.fractions = slices.Grow(s.fractions[:0], len(s.parts))[:len(s.parts)]
	first := uint32(0)
	for _, end := range s.ends {
		sum := totalOf(s.parts[first:end])
		for i := first; i < end; i++ {
			hi, lo := bits.Mul64(s.parts[i], whole)
			fraction, rest := bits.Div64(hi, lo, max(sum, 1)) // of nothing, no part is anything
			if rest > 0 {
				fraction++
			}
			s.fractions[i] = Micro(fraction)
		}
		first = end
	}
}

// largest returns the largest total that f reaches, built bit by bit.
func (s *sheet) largest(memberCap, issuerCap Fraction) uint64 {
	total := uint64(0)
	for bit := uint64(1) << (bits.Len64(s.total) - 1); bit > 0; bit >>= 1 {
		if s.reaches(total|bit, memberCap, issuerCap) {
			total |= bit
		}
	}
	return total
}

// reaches reports whether f(total) ≥ total. Fractions are rounded up, so it never misses a total, and takes one too many
// only where f(total) falls short of total by less than 2^−40 of it.
func (s *sheet) reaches(total uint64, memberCap, issuerCap Fraction) bool {
	most := uint64(math.MaxUint64)
	if memberCap.IsZero() {
		memberCap = Fraction{1, 1} // of which nothing is capped
	} else {
		most = uint64(limit(memberCap, total))
	}
	cappedIssuers := 0
	if issuerCap.IsZero() {
		issuerCap = Fraction{1, 1}
	} else {
		cappedIssuers = len(s.issuers)
	}
	// What rests on each issuer, and last on none: the amounts of members below the cap, and the fractions of those
	// above it, who count memberCap·total.
	type sum struct{ amounts, fractions, carries uint64 }
	sums := make([]sum, len(s.issuers)+1)
	first := uint32(0)
	for _, end := range s.ends {
		within := totalOf(s.parts[first:end]) <= most
		for i := first; i < end; i++ {
			in := &sums[min(s.rests[i], uint32(len(s.issuers)))]
			if within {
				in.amounts += s.parts[i]
			} else {
				var carry uint64
				in.fractions, carry = bits.Add64(in.fractions, uint64(s.fractions[i]), 0)
				in.carries += carry
			}
		}
		first = end
	}

	// Everything is multiplied by both caps' denominators and by whole.
	var (
		scale    = new(big.Int).Mul(integer(memberCap.Den), integer(whole))
		capped   = new(big.Int).Mul(integer(memberCap.Num), integer(total))
		ceiling  = new(big.Int).Mul(integer(issuerCap.Num), integer(total))
		all      = new(big.Int)
		amount   = new(big.Int)
		fraction = new(big.Int)
	)
	ceiling.Mul(ceiling, scale)
	for i, in := range sums {
		fraction.Lsh(fraction.SetUint64(in.carries), 64)
		fraction.Add(fraction, amount.SetUint64(in.fractions))
		fraction.Mul(fraction, capped)
		amount.Mul(amount.SetUint64(in.amounts), scale)
		amount.Add(amount, fraction)
		amount.Mul(amount, integer(issuerCap.Den))
		if i < cappedIssuers && amount.Cmp(ceiling) > 0 {
			amount.Set(ceiling)
		}
		all.Add(all, amount)
	}
	needed := new(big.Int).Mul(scale, integer(issuerCap.Den))
	return all.Cmp(needed.Mul(needed, integer(total))) >= 0
}

func integer(v uint64) *big.Int { return new(big.Int).SetUint64(v) }

// settle computes the weights for a nominal total and their sum, and reports whether they keep both caps of that sum.
func (s *sheet) settle(weights []Micro, total uint64, memberCap, issuerCap Fraction) (caps Caps, sum uint64, ok bool) {
	caps = Caps{MemberLimit: limit(memberCap, total), IssuerLimit: limit(issuerCap, total)}
	member := func(first, end uint32) spread { // what the member cap leaves of each part
		sum := totalOf(s.parts[first:end])
		in := spread{from: sum, to: sum}
		if !memberCap.IsZero() {
			in.to = min(sum, uint64(caps.MemberLimit))
		}
		return in
	}

	// Members.
	sums := make([]uint64, len(s.issuers))
	first := uint32(0)
	for _, end := range s.ends {
		in := member(first, end)
		for i := first; i < end; i++ {
			if amount := in.next(s.parts[i]); s.rests[i] != noIssuer {
				sums[s.rests[i]] += amount
			}
		}
		first = end
	}

	// Issuers.
	spreads := make([]spread, len(s.issuers))
	for i, sum := range sums {
		spreads[i] = spread{from: sum, to: sum}
		if !issuerCap.IsZero() && sum > uint64(caps.IssuerLimit) {
			spreads[i].to = uint64(caps.IssuerLimit)
			caps.Cut = append(caps.Cut, Cut{Issuer: s.issuers[i].account, Type: s.issuers[i].typ, Sum: Micro(sum)})
		}
	}
	slices.SortFunc(caps.Cut, func(a, b Cut) int { return issuer{a.Issuer, a.Type}.compare(issuer{b.Issuer, b.Type}) })

	largest := Micro(0)
	first = 0
	for i, end := range s.ends {
		weights[i] = 0
		in := member(first, end)
		for j := first; j < end; j++ {
			amount := in.next(s.parts[j])
			if s.rests[j] != noIssuer {
				amount = spreads[s.rests[j]].next(amount)
			}
			weights[i] += Micro(amount)
		}
		first = end
		sum += uint64(weights[i])
		largest = max(largest, weights[i])
	}
	for _, in := range spreads {
		if !issuerCap.IsZero() && in.to > uint64(limit(issuerCap, sum)) {
			return caps, sum, false
		}
	}
	return caps, sum, sum > 0 && (memberCap.IsZero() || largest <= limit(memberCap, sum))
}

// spread divides an amount over terms in proportion, exactly and without remembering them: after each term, what it
// has given out is the term's running sum, scaled and rounded down. So all it gives out is what there is to divide,
// and nobody gets more than the proportion rounded up.
type spread struct {
	from, to   uint64 // the terms sum to from, and to ≤ from is divided over them
	sum, given uint64
}

// next returns what falls to the next term.
func (s *spread) next(term uint64) uint64 {
	if s.from == s.to {
		return term
	}
	s.sum += term
	upTo := uint64(MulDivDown(Micro(s.sum), Micro(s.to), Micro(s.from)))
	share := upTo - s.given
	s.given = upTo
	return share
}
