package weight_test

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
)

// What is left of a badge of 100 with a half-life of twenty months. More vectors are in testdata/fade.json.
func ExampleFadeDown() {
	const month = 31_556_952 / 12
	for _, months := range []uint64{0, 1, 14, 20, 40, 200} {
		fmt.Println(months, weight.FadeDown(100*weight.Unit, months*month, 20*month).Units())
	}
	// Output:
	// 0 100
	// 1 96.593632
	// 14 61.55722
	// 20 50
	// 40 25
	// 200 0.097656
}

// An electorate of three, and why the first has what she has.
func ExampleExplain() {
	ada, bob, eve := common.Address{1}, common.Address{2}, common.Address{3}
	council, lab := common.Address{0xc0}, common.Address{0x1a}
	const now, month = 1_795_352_400, 31_556_952 / 12
	types := func(id uint32) (badge.Type, bool) {
		t, ok := map[uint32]badge.Type{
			1: {ID: 1, Domain: "safety", Name: "Safety evaluator", Levels: 5},
			2: {ID: 2, Domain: "data/licensing", Name: "Licence reviewer", Levels: 3},
		}[id]
		return t, ok
	}
	badges := []badge.Badge{
		{Holder: ada, Issuer: lab, Type: 1, Level: 2, Issued: now - 14*month},
		{Holder: ada, Issuer: council, Type: 2, Level: 1, Issued: now - 40*month},
		{Holder: bob, Issuer: council, Type: 1, Level: 1, Issued: now},
		{Holder: eve, Issuer: council, Type: 2, Level: 2, Issued: now - 1*month},
	}
	policy := weight.Parameters{
		LevelPower: []weight.Micro{40 * weight.Unit, 100 * weight.Unit}, HalfLife: 20 * month, MemberCap: weight.Fraction{Num: 7, Den: 20},
	}
	shares := weight.Shares(map[string]uint64{"safety": 3, "data": 2})

	table, err := weight.Compute(policy, slices.Values(badges), types, shares, now, now)
	if err != nil {
		fmt.Println(err)
		return
	}
	trace, err := weight.Explain(policy, slices.Values(badges), types, shares, now, now, ada, table)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range trace.Words() {
		fmt.Println(line)
	}
	// Output:
	// Safety evaluator, level 2 in safety, issued 14 months ago, counts 61.56 of 100; this change touches safety 60 %, which makes 36.93.
	// Licence reviewer, level 1 in data/licensing, issued 3 years ago, counts 10 of 40; this change touches data 40 %, which makes 4.
	// Together that is 40.93.
	// No member may have more than 7/20 of the total, which is 28 here, so 28 of 40.93 count.
	// The weight is 28 of 80, which is 35 %.
}
