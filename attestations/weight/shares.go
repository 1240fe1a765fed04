package weight

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
)

// Share is the part of a decision that belongs to one domain of expertise.
type Share struct {
	Domain string `json:"domain"`
	Points uint64 `json:"points"` // of the policy's rules that the change touches
	Micro  uint64 `json:"micro"`  // parts per million; all shares sum to a million
}

// million is the sum of all shares.
const million = 1_000_000

// Shares divides a million parts over the domains in proportion to their points, by largest remainder; equal
// remainders go to the domain whose name sorts first. Domains without points are left out, and without any points
// there are no shares. The result is sorted by domain.
func Shares(points map[string]uint64) []Share {
	var shares []Share
	var sumHi, sum uint64
	for _, domain := range slices.Sorted(maps.Keys(points)) {
		if p := points[domain]; p > 0 {
			shares = append(shares, Share{Domain: domain, Points: p})
			var carry uint64
			sum, carry = bits.Add64(sum, p, 0)
			sumHi += carry
		}
	}
	if sumHi > 0 {
		panic("weight: the points of a policy do not fit in 64 bits")
	}
	remainder := make(map[string]uint64, len(shares))
	left := uint64(million)
	for i := range shares {
		hi, lo := bits.Mul64(shares[i].Points, million)
		shares[i].Micro, remainder[shares[i].Domain] = bits.Div64(hi, lo, sum)
		left -= shares[i].Micro
	}
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(remainder[shares[b].Domain], remainder[shares[a].Domain])
	})
	for _, i := range order[:min(left, uint64(len(order)))] {
		shares[i].Micro++
	}
	return shares
}
