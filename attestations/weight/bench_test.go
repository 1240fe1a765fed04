package weight

import (
	"encoding/binary"
	"iter"
	"slices"
	"testing"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// BenchmarkCompute builds and caps the electorate that issue 3 asks for: 100,000 members with ten badges each of 40
// types in eight domains, by 200 issuers of very different size, of which the largest and many members are capped.
func BenchmarkCompute(b *testing.B) {
	badges, types := largeDAO(100_000, 10)
	p := Parameters{
		LevelPower: []Micro{1 * Unit, 3 * Unit, 9 * Unit, 27 * Unit, 81 * Unit},
		HalfLife:   2 * year, MemberFloor: Unit / 10,
		MemberCap: Fraction{1, 80_000}, IssuerCap: Fraction{1, 20},
	}
	shares := Shares(map[string]uint64{"d1": 3, "d2": 2, "d3": 2, "d4": 1, General: 1})
	b.ReportAllocs()
	for b.Loop() {
		t, err := Compute(p, badges, types, shares, 2_000_000_000, 2_000_000_000)
		if err != nil {
			b.Fatal(err)
		}
		if len(t.Members) != 100_000 || t.Caps.Widened != 1 || len(t.Caps.Cut) == 0 {
			b.Fatalf("%d members, widened by %d, %d issuers cut", len(t.Members), t.Caps.Widened, len(t.Caps.Cut))
		}
	}
}

// largeDAO returns members·each badges by holder and type.
func largeDAO(members, each int) (iter.Seq[badge.Badge], func(uint32) (badge.Type, bool)) {
	types := func(id uint32) (badge.Type, bool) {
		return badge.Type{ID: id, Domain: "d" + string(rune('0'+id%8)), Name: "Expert", Levels: 5}, true
	}
	return func(yield func(badge.Badge) bool) {
		state := uint64(1)
		random := func(n uint64) uint64 {
			state = state*6364136223846793005 + 1442695040888963407
			return state >> 33 % n
		}
		for m := range members {
			for t := range each {
				r := random(200)
				b := badge.Badge{
					Type: uint32(1 + t*4 + int(random(4))), Level: uint8(1 + random(5)),
					Issued: 2_000_000_000 - random(4*year), Minted: 1_000_000_000,
				}
				binary.BigEndian.PutUint32(b.Holder[:], uint32(m)*40_000)
				binary.BigEndian.PutUint64(b.Issuer[12:], 1+r*r/200*r/200)
				if !yield(b) {
					return
				}
			}
		}
	}, types
}

func BenchmarkFadeDown(b *testing.B) {
	age, sum := uint64(0), Micro(0)
	for b.Loop() {
		sum += FadeDown(100*Unit, age%(8*year), 2*year)
		age += 12345
	}
	b.ReportMetric(float64(sum%2), "parity") // keeps the calls
}

func BenchmarkExplain(b *testing.B) {
	badges, types := largeDAO(1000, 10)
	p := Parameters{LevelPower: []Micro{1 * Unit, 3 * Unit, 9 * Unit}, HalfLife: year, MemberCap: Fraction{1, 900}, IssuerCap: Fraction{1, 10}}
	shares := Shares(map[string]uint64{"d1": 3, "d2": 2})
	t, err := Compute(p, badges, types, shares, 2_000_000_000, 2_000_000_000)
	if err != nil {
		b.Fatal(err)
	}
	member := t.Members[500]
	var own []badge.Badge
	for badge := range badges {
		if badge.Holder == member {
			own = append(own, badge)
		}
	}
	for b.Loop() {
		tr, err := Explain(p, slices.Values(own), types, shares, 2_000_000_000, 2_000_000_000, member, t)
		if err != nil || len(tr.Words()) == 0 {
			b.Fatal(err)
		}
	}
}
