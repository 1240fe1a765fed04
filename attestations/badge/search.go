package badge

import (
	"encoding/binary"
	"math"

	"github.com/ethereum/go-ethereum/common"
)

// Search finds an address in a list of n that is in ascending order. It returns its place or the one where it belongs, and
// whether it is there, as a binary search does. look returns the [Head] of the i-th address and how that address compares with a.
//
// Addresses are hashes and lie evenly, so it looks where the address should be by what it has seen: a handful of looks among a
// million. Where they do not lie evenly it gives that up and halves.
func Search(n int, a common.Address, look func(i int) (head uint32, order int)) (int, bool) {
	const guesses = 8
	first, last := 0, n // all before first are lower; all from last on are higher
	wanted, low, high := Head(a), uint32(0), uint32(math.MaxUint32)
	for looks := 0; first < last; looks++ {
		middle := int(uint(first+last) / 2)
		if looks < guesses && low < high {
			middle = first + int(uint64(wanted-low)*uint64(last-first-1)/uint64(high-low))
		}
		switch head, order := look(middle); {
		case order == 0:
			return middle, true
		case order < 0:
			first, low = middle+1, head
		default:
			last, high = middle, head
		}
	}
	return first, false
}

// Head returns the first four bytes of an address, which sort as the address does.
func Head(a common.Address) uint32 { return binary.BigEndian.Uint32(a[:]) }
