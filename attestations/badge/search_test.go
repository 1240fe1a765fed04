package badge_test

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// A search by what was seen finds what a binary search finds, among addresses that lie evenly and among such that do not.
func TestSearchIsBinarySearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]*rapid.Generator[uint64]{
			rapid.Custom(func(t *rapid.T) uint64 { return rapid.Uint64().Draw(t, "word") * 0x9e3779b97f4a7c15 }),
			rapid.Uint64Range(0, 9), rapid.Uint64Range(^uint64(9), ^uint64(0)), rapid.Just(uint64(1) << 63), rapid.Custom(func(t *rapid.T) uint64 { return rapid.Uint64Range(0, 3).Draw(t, "few") << 32 }),
		}).Draw(t, "spread")
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) (a common.Address) {
			binary.BigEndian.PutUint64(a[:], words.Draw(t, "head"))
			a[19] = rapid.Byte().Draw(t, "tail")
			return a
		}), 0, 300).Draw(t, "addresses")
		slices.SortFunc(list, common.Address.Cmp)
		list = slices.Compact(list)
		wanted := append(slices.Clone(list), common.Address{}, common.HexToAddress("0xffffffffffffffffffffffffffffffffffffffff"))
		for _, a := range list {
			a[19]++
			wanted = append(wanted, a)
		}
		for _, a := range wanted {
			looks := 0
			at, ok := badge.Search(len(list), a, func(i int) (uint32, int) { looks++; return badge.Head(list[i]), list[i].Cmp(a) })
			if want, there := slices.BinarySearchFunc(list, a, common.Address.Cmp); at != want || ok != there {
				t.Fatalf("%s among %v: %d, %t; it is %d, %t", a, list, at, ok, want, there)
			}
			if looks > 8+9 { // guesses, and halves of 300
				t.Fatalf("%d looks among %d", looks, len(list))
			}
		}
	})
}

// A million even addresses take a handful of looks each.
func TestSearchIsShort(t *testing.T) {
	const n = 1_000_000
	list := make([]common.Address, n)
	for i := range list {
		hash := sha256.Sum256(binary.BigEndian.AppendUint64(nil, uint64(i)))
		list[i] = common.Address(hash[:20])
	}
	slices.SortFunc(list, common.Address.Cmp)
	looks := 0
	for i := 0; i < n; i += 101 {
		if at, ok := badge.Search(n, list[i], func(j int) (uint32, int) { looks++; return badge.Head(list[j]), list[j].Cmp(list[i]) }); at != i || !ok {
			t.Fatalf("address %d is at %d, %t", i, at, ok)
		}
	}
	if mean := looks / (n / 101); mean > 7 {
		t.Errorf("%d looks for an address", mean)
	} else {
		t.Logf("%d looks for an address", mean)
	}
}
