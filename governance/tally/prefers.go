package tally

import (
	"cmp"
	"slices"
)

// Prefers says whether a choice prefers option a to option b: 1 if it does, -1 if it prefers b, 0 if it is indifferent. It prefers
// what it ranks higher, names alone, or gives more; what a ranking leaves out is below all that it ranks.
func (m Method) Prefers(c Choice, a, b string) int {
	return cmp.Compare(m.standing(c, a), m.standing(c, b))
}

// standing returns how well an option stands in a choice: 0 if the choice does not name it.
func (m Method) standing(c Choice, option string) uint64 {
	at := slices.Index(c.Options, option)
	switch {
	case at < 0:
		return 0
	case m.form() == amounts:
		return c.Amounts[at]
	case m.form() == ranking:
		for at > 0 && c.Tied != nil && c.Tied[at] {
			at--
		}
		return uint64(len(c.Options) - at)
	}
	return 1
}
