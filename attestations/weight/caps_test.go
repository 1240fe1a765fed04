package weight

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// electorate draws parameters and badges. With tiny set, weights are a few millionths, where rounding is at its worst.
func electorate(t *rapid.T) (Parameters, []badge.Badge, map[string]uint64) {
	unit := Micro(1)
	if !rapid.Bool().Draw(t, "tiny") {
		unit = Unit
	}
	p := Parameters{LevelPower: []Micro{1 * unit, 3 * unit, 9 * unit, 70 * unit}}
	p.HalfLife = rapid.SampledFrom([]uint64{0, year, 2 * year}).Draw(t, "half-life")
	p.MemberFloor = rapid.SampledFrom([]Micro{0, unit}).Draw(t, "flat")
	caps := []Fraction{{}, {1, 1}, {1, 2}, {1, 3}, {1, 5}, {2, 7}, {1, 20}, {333, 1000}}
	p.MemberCap = rapid.SampledFrom(caps).Draw(t, "member cap")
	p.IssuerCap = rapid.SampledFrom(caps).Draw(t, "issuer cap")

	badges := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) badge.Badge {
		return badge.Badge{
			Holder: account(rapid.ByteRange(1, 12).Draw(t, "holder")),
			Issuer: issuerAccount(rapid.SampledFrom([]byte{100, 100, 100, 0, 101, 102, 103, 104}).Draw(t, "issuer")),
			Type:   rapid.Uint32Range(1, 4).Draw(t, "type"), Level: rapid.Uint8Range(1, 4).Draw(t, "level"),
			Issued: now - rapid.Uint64Range(0, 3*year).Draw(t, "age"), Minted: now - rapid.Uint64Range(0, 5).Draw(t, "minted"),
		}
	}), 0, 40).Draw(t, "badges")
	points := rapid.MapOf(rapid.SampledFrom([]string{"safety", "nlp", "data", "data/licensing", General}), rapid.Uint64Range(0, 5)).Draw(t, "points")
	return p, badges, points
}

func issuerAccount(n byte) (a common.Address) {
	if n > 0 {
		a = account(n)
	}
	return a
}

// sheetOf returns the sheet as Compute has it before the caps.
func sheetOf(t *rapid.T, p Parameters, badges []badge.Badge, points map[string]uint64) *sheet {
	s, err := newSheet(p, testTypes, Shares(points), now, now)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.fill(slices.Values(badges)); err != nil {
		t.Fatal(err)
	}
	return s
}

func tableOf(t *rapid.T, p Parameters, badges []badge.Badge, points map[string]uint64) Table {
	table, err := Compute(p, slices.Values(badges), testTypes, Shares(points), now, now)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// exceeds reports whether part is more than the fraction of all. No cap is never exceeded.
func exceeds(part, all uint64, f Fraction) bool {
	return !f.IsZero() && new(big.Int).Mul(integer(part), integer(f.Den)).Cmp(new(big.Int).Mul(integer(all), integer(f.Num))) > 0
}

func TestCapsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, badges, points := electorate(t)
		s := sheetOf(t, p, badges, points)
		table := tableOf(t, p, badges, points)

		var sum uint64
		memberCap, issuerCap := widen(p.MemberCap, int(table.Caps.Widened)), widen(p.IssuerCap, int(table.Caps.Widened))
		for i, m := range table.Members {
			w := uint64(table.Weights[i])
			sum += w
			if exceeds(w, uint64(table.Total), memberCap) {
				t.Fatalf("%s has %d of %d, above %s", m, w, table.Total, memberCap)
			}
			if w == 0 || i > 0 && table.Members[i-1].Cmp(m) >= 0 {
				t.Fatalf("members are not sorted, or one has no weight: %v", table.Members)
			}
		}
		if sum != uint64(table.Total) {
			t.Fatalf("the weights sum to %d, the total is %d", sum, table.Total)
		}
		if s.total > 0 && table.Total == 0 {
			t.Fatalf("the caps left nothing of %d", s.total)
		}
		if sum > s.total {
			t.Fatalf("the caps made %d of %d", sum, s.total)
		}
		for _, in := range issuerSums(t, s, table) {
			if exceeds(in, sum, issuerCap) {
				t.Fatalf("%d of %d rest on one issuer, above %s", in, sum, issuerCap)
			}
		}
	})
}

// issuerSums recomputes what rests on each issuer in a capped table, from its member limit and its issuers' sums.
func issuerSums(t *rapid.T, s *sheet, table Table) []uint64 {
	sums := make([]uint64, len(s.issuers))
	first := uint32(0)
	for _, end := range s.ends {
		sum := totalOf(s.parts[first:end])
		in := spread{from: sum, to: sum}
		if !s.p.MemberCap.IsZero() {
			in.to = min(sum, uint64(table.Caps.MemberLimit))
		}
		for i := first; i < end; i++ {
			if amount := in.next(s.parts[i]); s.rests[i] != noIssuer {
				sums[s.rests[i]] += amount
			}
		}
		first = end
	}
	for i := range sums {
		if cut, ok := table.Caps.cut(s.issuers[i]); ok {
			if sums[i] != uint64(cut.Sum) || cut.Sum <= table.Caps.IssuerLimit {
				t.Fatalf("issuer %v came to %d, the table says %+v", s.issuers[i], sums[i], cut)
			}
			sums[i] = uint64(table.Caps.IssuerLimit)
		}
	}
	return sums
}

// The total is the largest that the rule allows: compared with the rule computed in rationals by plain search.
func TestCapsAreTight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, badges, points := electorate(t)
		s := sheetOf(t, p, badges, points)
		if s.total == 0 {
			return
		}
		table := tableOf(t, p, badges, points)
		factor := int(table.Caps.Widened)
		exact := largestExact(s, widen(p.MemberCap, factor), widen(p.IssuerCap, factor))
		// Rounding moves each part by less than one.
		if slack := uint64(4 * (len(s.parts) + 8)); uint64(table.Total)+slack < exact || uint64(table.Total) > exact+slack {
			t.Fatalf("the total is %d, and %d in rationals; widened by %d", table.Total, exact, factor)
		}
		if factor > 1 {
			if in := largestExact(s, widen(p.MemberCap, factor-1), widen(p.IssuerCap, factor-1)); in > 3*uint64(len(s.parts)) {
				t.Fatalf("widened by %d, though %d is reached with one less", factor, in)
			}
		}
	})
}

// largestExact returns the largest whole total that f reaches, with f in rationals.
func largestExact(s *sheet, memberCap, issuerCap Fraction) uint64 {
	rational := func(f Fraction) *big.Rat {
		if f.IsZero() {
			return big.NewRat(1, 1)
		}
		return big.NewRat(int64(f.Num), int64(f.Den))
	}
	f := func(total uint64) *big.Rat {
		most := new(big.Rat).SetInt(integer(total))
		memberMost := new(big.Rat).Mul(rational(memberCap), most)
		issuerMost := new(big.Rat).Mul(rational(issuerCap), most)
		sums := map[uint32]*big.Rat{}
		first := uint32(0)
		for _, end := range s.ends {
			sum := new(big.Rat).SetInt(integer(totalOf(s.parts[first:end])))
			for i := first; i < end; i++ {
				amount := new(big.Rat).SetInt(integer(s.parts[i]))
				if !memberCap.IsZero() && sum.Cmp(memberMost) > 0 {
					amount.Quo(amount.Mul(amount, memberMost), sum)
				}
				in := s.rests[i]
				if sums[in] == nil {
					sums[in] = new(big.Rat)
				}
				sums[in].Add(sums[in], amount)
			}
			first = end
		}
		all := new(big.Rat)
		for i, sum := range sums {
			if i != noIssuer && !issuerCap.IsZero() && sum.Cmp(issuerMost) > 0 {
				sum = issuerMost
			}
			all.Add(all, sum)
		}
		return all.Sub(all, most)
	}
	low, high := uint64(0), s.total // f(low) ≥ low; the total is never above s.total
	for low < high {
		middle := high - (high-low)/2
		if f(middle).Sign() >= 0 {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, badges, points := electorate(t)
		want := fmt.Sprintf("%+v", tableOf(t, p, badges, points))
		shuffled := rapid.Permutation(badges).Draw(t, "order")
		if got := fmt.Sprintf("%+v", tableOf(t, p, shuffled, points)); got != want {
			t.Fatalf("%s\nin another order\n%s", want, got)
		}
		slices.SortFunc(shuffled, func(a, b badge.Badge) int { return a.ID().Cmp(b.ID()) })
		if got := fmt.Sprintf("%+v", tableOf(t, p, shuffled, points)); got != want {
			t.Fatalf("%s\nsorted\n%s", want, got)
		}
	})
}

func TestABadgeNeverLowersRawWeight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, badges, points := electorate(t)
		if len(badges) == 0 {
			return
		}
		raw := func(badges []badge.Badge) Micro {
			tr, err := Explain(p, slices.Values(badges), testTypes, Shares(points), now, now, badges[0].Holder, Table{})
			if err != nil {
				t.Fatal(err)
			}
			return tr.Raw
		}
		one := append([]badge.Badge{badges[0]}, badges[1:]...)
		for i := range one {
			one[i].Holder = badges[0].Holder
		}
		for n := 1; n < len(one); n++ {
			if before, after := raw(one[:n]), raw(one[:n+1]); after < before {
				t.Fatalf("badge %+v took the raw weight from %d to %d", one[n], before, after)
			}
		}
	})
}

// A trace's numbers lead to the weight in the table, whoever computes it.
func TestExplainAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, badges, points := electorate(t)
		table := tableOf(t, p, badges, points)
		for i := range byte(13) {
			member := account(i)
			tr, err := Explain(p, slices.Values(badges), testTypes, Shares(points), now, now, member, table)
			if err != nil {
				t.Fatal(err)
			}
			var amounts, shares, afterMember, afterIssuer Micro
			parts := Micro(0)
			for _, item := range tr.Badges {
				if item.Verdict == Counts {
					parts++
				} else if item.Amount != 0 {
					t.Fatalf("a badge that does not count (%s) adds %d", item.Verdict, item.Amount)
				}
				amounts += item.Amount
				afterMember += item.AfterMemberCap
				afterIssuer += item.AfterIssuerCap
			}
			for _, slice := range tr.Shares {
				shares += slice.Amount
			}
			if tr.Raw != amounts+tr.Flat || tr.Raw != shares+tr.Flat {
				t.Fatalf("raw weight %d is not %d or %d and %d", tr.Raw, amounts, shares, tr.Flat)
			}
			if tr.AfterMemberCap < afterMember || tr.AfterMemberCap > afterMember+tr.Flat || tr.AfterIssuerCap < afterIssuer || tr.AfterIssuerCap > afterIssuer+tr.Flat {
				t.Fatalf("after the caps: %+v", tr)
			}
			if tr.Weight != table.Weight(member) || tr.Weight < tr.AfterIssuerCap || tr.Weight > tr.AfterIssuerCap+parts {
				t.Fatalf("the weight is %d, the trace comes to %d", tr.Weight, tr.AfterIssuerCap)
			}
			if len(tr.Words()) == 0 {
				t.Fatal("no words")
			}
		}
	})
}
