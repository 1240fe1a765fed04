package replay

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Numbers of few bytes are the numbers that a list of whole words would hold.
func TestNumbersAreAList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "n")
		plain, packed := make([]uint64, n), numbers{n: n}
		for range rapid.IntRange(0, 60).Draw(t, "times") {
			i := rapid.IntRange(0, n-1).Draw(t, "i")
			v := rapid.Uint64().Draw(t, "v") >> rapid.SampledFrom([]int{0, 1, 8, 16, 33, 48, 56, 63, 64}).Draw(t, "shift")
			plain[i] = v
			packed.set(i, v)
			got := make([]uint64, n)
			for i := range got {
				got[i] = packed.at(i)
			}
			if !slices.Equal(got, plain) {
				t.Fatalf("%d at %d: %v, want %v", v, i, got, plain)
			}
		}
		if most := slices.Max(plain); len(packed.bytes) < n*packed.width || packed.width < 8 && most>>(8*packed.width) > 0 {
			t.Fatalf("%d bytes of %d for %d", len(packed.bytes), packed.width, most)
		}
	})
}
