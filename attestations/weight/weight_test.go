package weight

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
)

var update = flag.Bool("update", false, "write the golden files")

// root64 returns ⌊2^(bits+64)·2^(−2^(−i))⌋ for i = 1, 2 … 64, from square roots alone.
func rootsOfHalf(bits uint) [64]*big.Int {
	var roots [64]*big.Int
	x := new(big.Int).Lsh(big.NewInt(1), 4096-1) // 1/2, in units of 2^-4096
	for i := range roots {
		x = new(big.Int).Sqrt(new(big.Int).Lsh(x, 4096))
		roots[i] = new(big.Int).Rsh(x, 4096-64-bits)
	}
	return roots
}

func TestHalves(t *testing.T) {
	for i, root := range rootsOfHalf(0) {
		if root.Cmp(integer(halves[i])) != 0 {
			t.Errorf("halves[%d] = %#x, want %#x", i, halves[i], root)
		}
	}
}

func TestFadeDown(t *testing.T) {
	roots := rootsOfHalf(256)
	rapid.Check(t, func(t *rapid.T) {
		power := Micro(rapid.Uint64Range(0, uint64(MaxPower)).Draw(t, "power"))
		halfLife := rapid.Uint64Range(1, 1<<53-1).Draw(t, "half-life")
		age := rapid.Uint64Range(0, 8*halfLife).Draw(t, "age")
		got := FadeDown(power, age, halfLife)

		// The true value with 320 digits of the fraction's binary expansion, so to 2^-60 of a millionth.
		x := new(big.Int).Div(new(big.Int).Lsh(integer(age%halfLife), 64), integer(halfLife))
		value := new(big.Int).Lsh(integer(uint64(power)), 320)
		for i := range 64 {
			if x.Bit(63-i) == 1 {
				value.Rsh(value.Mul(value, roots[i]), 320)
			}
		}
		value.Rsh(value, uint(age/halfLife))
		upper := new(big.Int).Rsh(value, 320).Uint64()
		if uint64(got) > upper || upper-uint64(got) > 1 {
			t.Fatalf("FadeDown(%d, %d, %d) = %d; the true value is %d and a fraction", power, age, halfLife, got, upper)
		}
		if older := FadeDown(power, age+rapid.Uint64Range(0, 1000).Draw(t, "later"), halfLife); older > got {
			t.Fatalf("a badge gained weight with age: %d, then %d", got, older)
		}
		if more := FadeDown(power+1, age, halfLife); more < got {
			t.Fatalf("more power came to less: %d, then %d", got, more)
		}
	})
}

func TestShares(t *testing.T) {
	for _, tt := range []struct {
		points map[string]uint64
		want   string
	}{
		{nil, "[]"},
		{map[string]uint64{"a": 0}, "[]"},
		{map[string]uint64{"a": 5}, "[{a 5 1000000}]"},
		{map[string]uint64{"safety": 3, "nlp": 2}, "[{nlp 2 400000} {safety 3 600000}]"},
		{map[string]uint64{"c": 1, "a": 1, "b": 1}, "[{a 1 333334} {b 1 333333} {c 1 333333}]"},
		{map[string]uint64{"a": 1, "b": 2, "c": 4}, "[{a 1 142857} {b 2 285714} {c 4 571429}]"},
		{map[string]uint64{"a": 1 << 62, "b": 1 << 62}, "[{a 4611686018427387904 500000} {b 4611686018427387904 500000}]"},
	} {
		if got := fmt.Sprint(Shares(tt.points)); got != tt.want {
			t.Errorf("Shares(%v) = %s, want %s", tt.points, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.MapOf(rapid.StringMatching("[a-c]{1,3}"), rapid.Uint64Range(0, 1000)).Draw(t, "points")
		var all, sum uint64
		for _, p := range points {
			all += p
		}
		for _, s := range Shares(points) {
			sum += s.Micro
			if exact := s.Points * million / all; s.Micro != exact && s.Micro != exact+1 {
				t.Fatalf("%+v of %d points", s, all)
			}
		}
		if all > 0 && sum != million {
			t.Fatalf("the shares sum to %d", sum)
		}
	})
}

func TestMicroText(t *testing.T) {
	for _, tt := range []struct {
		m     Micro
		units string
	}{{0, "0"}, {1, "0.000001"}, {61 * Unit, "61"}, {12_500_000, "12.5"}, {1_000_001, "1.000001"}, {1<<64 - 1, "18446744073709.551615"}} {
		raw, err := json.Marshal(tt.m)
		if err != nil || string(raw) != `"`+strconv.FormatUint(uint64(tt.m), 10)+`"` {
			t.Errorf("%d is written %s, %v", tt.m, raw, err)
		}
		var back Micro
		if err := json.Unmarshal(raw, &back); err != nil || back != tt.m {
			t.Errorf("%s came back as %d, %v", raw, back, err)
		}
		if tt.m.Units() != tt.units {
			t.Errorf("%d reads %s, want %s", tt.m, tt.m.Units(), tt.units)
		}
	}
	for _, text := range []string{`""`, `"01"`, `"-1"`, `"+1"`, `"1.5"`, `"1e6"`, `" 1"`, `"18446744073709551616"`, `"0x1"`, `1`} {
		var m Micro
		if json.Unmarshal([]byte(text), &m) == nil {
			t.Errorf("%s was read as the weight %d", text, m)
		}
	}
}

func TestFractionText(t *testing.T) {
	for text, want := range map[string]Fraction{`""`: {}, `"1/5"`: {1, 5}, `"2/3"`: {2, 3}, `"1/1"`: {1, 1}} {
		var f Fraction
		if err := json.Unmarshal([]byte(text), &f); err != nil || f != want {
			t.Errorf("%s was read as %v, %v", text, f, err)
		}
		if raw, _ := json.Marshal(f); string(raw) != text {
			t.Errorf("%s came back as %s", text, raw)
		}
	}
	for _, text := range []string{`"0/5"`, `"6/5"`, `"1/0"`, `"1"`, `"1/"`, `"/5"`, `"01/5"`, `"1/05"`, `"-1/5"`, `"1/5/5"`, `"20%"`, `" 1/5"`, `0.2`} {
		var f Fraction
		if json.Unmarshal([]byte(text), &f) == nil {
			t.Errorf("%s was read as %v", text, f)
		}
	}
}

func TestValidate(t *testing.T) {
	good := Parameters{LevelPower: []Micro{1, 2}, HalfLife: 10, MemberFloor: 1, MemberCap: Fraction{1, 5}, IssuerCap: Fraction{1, 3}}
	if err := good.Validate(); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*Parameters){
		"levelPower: has 0":     func(p *Parameters) { p.LevelPower = nil },
		"levelPower: level 2":   func(p *Parameters) { p.LevelPower = []Micro{2, 1} },
		"levelPower: level 1 ":  func(p *Parameters) { p.LevelPower[0] = MaxPower + 1 },
		"levelPower: has 256":   func(p *Parameters) { p.LevelPower = make([]Micro, 256) },
		"memberFloor: ":         func(p *Parameters) { p.MemberFloor = MaxPower + 1 },
		"halfLife: ":            func(p *Parameters) { p.HalfLife = 1 << 53 },
		"memberCap: 2/1":        func(p *Parameters) { p.MemberCap = Fraction{2, 1} },
		"issuerCap: 1/1000001 ": func(p *Parameters) { p.IssuerCap = Fraction{1, MaxDenominator + 1} },
	} {
		p := good
		p.LevelPower = slices.Clone(good.LevelPower)
		change(&p)
		if err := p.Validate(); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v; want a mention of %q", err, name)
		}
		if _, err := Compute(p, slices.Values([]badge.Badge(nil)), noTypes, nil, 0, 0); err == nil {
			t.Errorf("%s: computed all the same", name)
		}
	}
}

func noTypes(uint32) (badge.Type, bool) { return badge.Type{}, false }

// Three types in two domains, one below a third.
func testTypes(id uint32) (badge.Type, bool) {
	t, ok := map[uint32]badge.Type{
		1: {ID: 1, Domain: "safety", Name: "Safety evaluator", Levels: 5},
		2: {ID: 2, Domain: "safety", Name: "Red team", Levels: 5},
		3: {ID: 3, Domain: "data/licensing", Name: "Licence reviewer", Levels: 5},
		4: {ID: 4, Domain: "nlp", Name: "Linguist", Levels: 5},
	}[id]
	return t, ok
}

func account(n byte) common.Address { return common.Address{n, 19: n} }

const now = 2_000_000_000

var policy = Parameters{LevelPower: []Micro{10 * Unit, 20 * Unit, 40 * Unit, 100 * Unit}}

func compute(t testing.TB, p Parameters, badges []badge.Badge, points map[string]uint64) Table {
	t.Helper()
	table, err := Compute(p, slices.Values(badges), testTypes, Shares(points), now, now)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestComputeByHand(t *testing.T) {
	fresh := func(holder byte, typ uint32, level uint8) badge.Badge {
		return badge.Badge{Holder: account(holder), Issuer: account(200), Type: typ, Level: level, Issued: now}
	}
	old := func(holder byte, typ uint32, level uint8, age uint64) badge.Badge {
		b := fresh(holder, typ, level)
		b.Issued -= age
		return b
	}
	with := func(change func(*Parameters)) Parameters {
		p := policy
		change(&p)
		return p
	}
	ended, expired, future, late := fresh(1, 1, 4), fresh(2, 1, 4), fresh(3, 1, 4), fresh(4, 1, 4)
	ended.Ended, expired.Expires, future.Issued, late.Minted = now, now, now+1, now

	for name, tt := range map[string]struct {
		p      Parameters
		badges []badge.Badge
		points map[string]uint64
		want   string // member number: weight in units
	}{
		"nobody":                      {policy, nil, map[string]uint64{"safety": 1}, ""},
		"levels":                      {policy, []badge.Badge{fresh(1, 1, 1), fresh(2, 1, 4)}, map[string]uint64{"safety": 1}, "1:10 2:100"},
		"level beyond the policy's":   {policy, []badge.Badge{fresh(1, 1, 5)}, map[string]uint64{"safety": 1}, "1:100"},
		"not in force":                {policy, []badge.Badge{ended, expired, future, late}, map[string]uint64{"safety": 1}, ""},
		"another domain":              {policy, []badge.Badge{fresh(1, 1, 1), fresh(2, 4, 4)}, map[string]uint64{"safety": 1}, "1:10"},
		"two types of a domain":       {policy, []badge.Badge{fresh(1, 1, 1), fresh(1, 2, 4)}, map[string]uint64{"safety": 1}, "1:110"},
		"best of a type":              {policy, []badge.Badge{fresh(1, 1, 1), fresh(1, 1, 4)}, map[string]uint64{"safety": 1}, "1:100"},
		"best of a type is not older": {with(func(p *Parameters) { p.HalfLife = day }), []badge.Badge{old(1, 1, 4, 4*day), fresh(1, 1, 1)}, map[string]uint64{"safety": 1}, "1:10"},
		"faded":                       {with(func(p *Parameters) { p.HalfLife = day }), []badge.Badge{old(1, 1, 4, 2*day)}, map[string]uint64{"safety": 1}, "1:25"},
		"shares":                      {policy, []badge.Badge{fresh(1, 1, 4), fresh(2, 4, 4), fresh(3, 1, 4), fresh(3, 4, 4)}, map[string]uint64{"safety": 3, "nlp": 2}, "1:60 2:40 3:100"},
		"a domain below":              {policy, []badge.Badge{fresh(1, 3, 4)}, map[string]uint64{"data": 1}, "1:100"},
		"a domain above":              {policy, []badge.Badge{fresh(1, 3, 4)}, map[string]uint64{"data/licensing/eu": 1}, ""},
		"a domain with its letters":   {policy, []badge.Badge{fresh(1, 3, 4)}, map[string]uint64{"data/licens": 1}, ""},
		"general is above all":        {policy, []badge.Badge{fresh(1, 1, 4), fresh(2, 4, 1)}, map[string]uint64{General: 1}, "1:100 2:10"},
		"flat weight":                 {with(func(p *Parameters) { p.MemberFloor = Unit }), []badge.Badge{fresh(1, 1, 1), fresh(2, 4, 4)}, map[string]uint64{"safety": 1}, "1:11"},
		"flat weight alone":           {with(func(p *Parameters) { p.MemberFloor = Unit }), []badge.Badge{fresh(1, 1, 1), fresh(2, 4, 4)}, nil, "1:1 2:1"},
		"member cap":                  {with(func(p *Parameters) { p.MemberCap = Fraction{1, 2} }), []badge.Badge{fresh(1, 1, 4), fresh(2, 1, 1), fresh(3, 1, 2)}, map[string]uint64{"safety": 1}, "1:30 2:10 3:20"},
		"issuer cap": {with(func(p *Parameters) { p.IssuerCap = Fraction{1, 2} }), []badge.Badge{
			fresh(1, 1, 4), fresh(2, 1, 4), {Holder: account(3), Issuer: account(201), Type: 1, Level: 4, Issued: now},
		}, map[string]uint64{"safety": 1}, "1:50 2:50 3:100"},
		"endorsed badges of a type are one issuer's": {with(func(p *Parameters) { p.IssuerCap = Fraction{1, 2} }), []badge.Badge{
			{Holder: account(1), Type: 1, Level: 4, Issued: now}, {Holder: account(2), Type: 1, Level: 4, Issued: now}, {Holder: account(3), Type: 2, Level: 4, Issued: now},
		}, map[string]uint64{"safety": 1}, "1:50 2:50 3:100"},
	} {
		table := compute(t, tt.p, tt.badges, tt.points)
		var got []string
		for i, m := range table.Members {
			got = append(got, fmt.Sprintf("%d:%s", m[0], table.Weights[i].Units()))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %s, want %s", name, strings.Join(got, " "), tt.want)
		}
		if table.Caps.Widened != 1 {
			t.Errorf("%s: caps widened by %d", name, table.Caps.Widened)
		}
	}
}

// Where the members are exactly as many as the cap allows, all have the same weight; with fewer, the cap is widened.
func TestSmallElectorates(t *testing.T) {
	p := policy
	p.MemberCap = Fraction{1, 3}
	var badges []badge.Badge
	for n, level := range []uint8{1, 3, 4} {
		badges = append(badges,
			badge.Badge{Holder: account(byte(n + 1)), Issuer: account(200), Type: 1, Level: level, Issued: now},
			badge.Badge{Holder: account(byte(n + 1)), Issuer: account(201), Type: 2, Level: 1, Issued: now})
	}
	if table := compute(t, p, badges, map[string]uint64{"safety": 1}); fmt.Sprint(table.Weights, table.Caps.Widened) != "[20000000 20000000 20000000] 1" {
		t.Errorf("three members with a cap of 1/3: %+v", table)
	}
	if table := compute(t, p, badges[:4], map[string]uint64{"safety": 1}); table.Caps.Widened != 2 || table.Total != 60*Unit || table.Weight(account(2)) != 40*Unit {
		t.Errorf("two members with a cap of 1/3: %+v", table)
	}
	if table := compute(t, p, badges[:1], map[string]uint64{"safety": 1}); table.Caps.Widened != 3 || table.Total != 10*Unit {
		t.Errorf("one member with a cap of 1/3: %+v", table)
	}
}

func TestComputeRefuses(t *testing.T) {
	b := []badge.Badge{{Holder: account(1), Issuer: account(2), Type: 9, Level: 1}}
	for name, shares := range map[string][]Share{
		"too little": {{Domain: "safety", Micro: 1}},
		"twice":      {{Domain: "safety", Micro: million / 2}, {Domain: "safety", Micro: million / 2}},
		"too much":   {{Domain: "safety", Micro: million + 1}, {Domain: "nlp", Micro: 1<<64 - 1}},
	} {
		if _, err := Compute(policy, slices.Values(b[:0]), testTypes, shares, now, now); err == nil {
			t.Errorf("shares %s were taken", name)
		}
	}
	if _, err := Compute(policy, slices.Values(b), testTypes, nil, now, now); err == nil {
		t.Error("a badge of an unknown type was taken")
	}
	s := sheet{p: Parameters{MemberFloor: MaxPower}, total: maxTotal, ends: make([]uint32, 1), lines: []line{{}}}
	if err := s.sum(); !errors.Is(err, errTooMuch) {
		t.Errorf("a sum beyond 2^62: %v", err)
	}
}

// There is one text for each value.
func FuzzText(f *testing.F) {
	f.Add("1/5")
	f.Add("61557220")
	f.Fuzz(func(t *testing.T, text string) {
		var share Fraction
		if share.UnmarshalText([]byte(text)) == nil && share.String() != text {
			t.Errorf("%q is the fraction %s", text, share)
		}
		var m Micro
		if m.UnmarshalText([]byte(text)) == nil && m.String() != text {
			t.Errorf("%q is the weight %s", text, m)
		}
	})
}
