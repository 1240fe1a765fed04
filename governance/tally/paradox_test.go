package tally

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// profile is ballots as textbooks write them: "42 Memphis>Nashville>…".
func profile(t *testing.T, m Method, text string) *Poll {
	t.Helper()
	c := Config{Method: m}
	var papers []paper
	for _, line := range strings.Fields(text) {
		n, ranking, _ := strings.Cut(line, ":")
		var w uint64
		if _, err := fmt.Sscan(n, &w); err != nil {
			t.Fatal(err)
		}
		var b paper
		b.weight = w
		for _, rank := range strings.Split(ranking, ">") {
			for k, o := range strings.Split(rank, "=") {
				b.choice.Options = append(b.choice.Options, o)
				b.choice.Tied = append(b.choice.Tied, k > 0)
				if !slices.Contains(c.Options, o) {
					c.Options = append(c.Options, o)
				}
			}
		}
		if m == Single {
			b.choice = Choice{Options: b.choice.Options[:1]}
		}
		papers = append(papers, b)
	}
	return newPoll(t, c, papers)
}

// TestParadoxes counts profiles whose outcomes are published.
func TestParadoxes(t *testing.T) {
	const (
		// The capital of Tennessee, the running example of most introductions.
		tennessee = "42:Memphis>Nashville>Chattanooga>Knoxville 26:Nashville>Chattanooga>Knoxville>Memphis " +
			"15:Chattanooga>Knoxville>Nashville>Memphis 17:Knoxville>Chattanooga>Nashville>Memphis"
		// Burlington, Vermont, mayor 2009, the three leading candidates.
		burlington = "1332:Montroll>Kiss>Wright 767:Montroll>Wright>Kiss 455:Montroll 2043:Kiss>Montroll>Wright " +
			"371:Kiss>Wright>Montroll 568:Kiss 1513:Wright>Montroll>Kiss 495:Wright>Kiss>Montroll 1289:Wright"
		// Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
		// election method, Social Choice and Welfare 36, 2011, example 1. His method elects E.
		schulze = "5:A>C>B>E>D 5:A>D>E>C>B 8:B>E>D>A>C 3:C>A>B>E>D 7:C>A>E>B>D 2:C>B>A>D>E 7:D>C>E>B>A 8:E>B>A>D>C"
	)
	tests := []struct {
		name, profile string
		method        Method
		winner        string
	}{
		{"Tennessee by plurality", tennessee, Single, "Memphis"},
		{"Tennessee by instant run-off", tennessee, RankedIRV, "Knoxville"},
		{"Tennessee by Condorcet", tennessee, RankedCondorcet, "Nashville"},

		{"Burlington by plurality", burlington, Single, "Wright"},
		{"Burlington by instant run-off passes over the Condorcet winner", burlington, RankedIRV, "Kiss"},
		{"Burlington by Condorcet", burlington, RankedCondorcet, "Montroll"},

		// Tannenbaum's example of non-monotonicity: C wins, two voters move C up, C loses.
		{"instant run-off, before", "7:A>B>C 8:B>C>A 10:C>A>B 2:A>C>B", RankedIRV, "C"},
		{"instant run-off, after C was raised", "7:A>B>C 8:B>C>A 10:C>A>B 2:C>A>B", RankedIRV, "B"},
		// W. D. Smith's, with 17 voters.
		{"17 voters, before", "6:C>A>B 2:B>A>C 3:B>C>A 4:A>B>C 2:A>C>B", RankedIRV, "C"},
		{"17 voters, after C was raised", "6:C>A>B 2:B>A>C 3:B>C>A 4:A>B>C 2:C>A>B", RankedIRV, "B"},

		// A cycle: A beats B 66:34, B beats C 69:31, C beats A 65:35. The weakest, C over A, is given up.
		{"Condorcet's paradox", "35:A>B>C 34:B>C>A 31:C>A>B", RankedCondorcet, "A"},
		{"a cycle of five", schulze, RankedCondorcet, "A"},
		// Ranked Pairs, Tideman 1987: clones of a winner do not split its votes, as they do by plurality.
		{"two clones by plurality", "30:A1>A2>B 25:A2>A1>B 45:B>A1>A2", Single, "B"},
		{"two clones by Condorcet", "30:A1>A2>B 25:A2>A1>B 45:B>A1>A2", RankedCondorcet, "A1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := profile(t, test.method, test.profile).Count().Winners; !slices.Equal(got, []string{test.winner}) {
				t.Errorf("%v wins, and %s is published", got, test.winner)
			}
		})
	}
	t.Run("pairs as published", func(t *testing.T) {
		got := profile(t, RankedCondorcet, burlington).Count()
		want := []string{"Montroll 4597 Wright 3668 locked", "Montroll 4067 Kiss 3477 locked", "Kiss 4314 Wright 4064 locked"}
		for i, r := range got.Rounds {
			if p := r.Pair; fmt.Sprint(p.Winner, " ", p.For, " ", p.Loser, " ", p.Against, " ", p.Effect) != want[i] {
				t.Errorf("pair %d is %+v, want %s", i+1, *p, want[i])
			}
		}
		var effects []string
		for _, r := range profile(t, RankedCondorcet, schulze).Count().Rounds {
			effects = append(effects, r.Pair.Winner+r.Pair.Loser+string(r.Pair.For)+" "+r.Pair.Effect)
		}
		if got, want := strings.Join(effects, ", "), "BD33 locked, ED31 locked, AD30 locked, CB29 locked, DC28 skipped, EB27 locked, AC26 locked, BA25 skipped, CE24 locked, EA23 skipped"; got != want {
			t.Errorf("pairs are\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("rounds as published", func(t *testing.T) {
		r := profile(t, RankedIRV, burlington).Count().Rounds
		if len(r) != 2 || r[0].Eliminated != "Montroll" || r[0].Transfers["Kiss"] != "1332" || r[0].Transfers["Wright"] != "767" ||
			r[1].Exhausted != "455" || r[1].Scores["Kiss"] != "4314" || r[1].Scores["Wright"] != "4064" || r[1].Elected != "Kiss" {
			t.Errorf("the rounds are %+v", r)
		}
	})
}

// TestRunoffTies eliminates by earlier rounds before lots.
func TestRunoffTies(t *testing.T) {
	// B and C have 4 each after D's ballot moved to C, and C had fewer before.
	out := profile(t, RankedIRV, "5:A 4:B>A 3:C>B 1:D>C").Count()
	if r := out.Rounds[1]; r.Eliminated != "C" || r.Tie == nil || r.Tie.Rule != "earlier round" || !slices.Equal(r.Tie.Among, []string{"B", "C"}) {
		t.Errorf("the second round is %+v with %+v", r, r.Tie)
	}
	for _, seed := range []string{"", "s", strings.Repeat("0f", 64)} {
		p := newPoll(t, Config{Method: RankedIRV, Options: []string{"a", "b"}, Seed: seed}, []paper{
			{"x", 1, Choice{Options: []string{"a"}}}, {"y", 1, Choice{Options: []string{"b"}}},
		})
		out := p.Count()
		want := []string{"a", "b"}
		if byLot(seed, "b", "a") < 0 {
			want = []string{"b", "a"}
		}
		if out.Winners[0] != want[0] || out.Rounds[0].Eliminated != want[1] || out.Rounds[0].Tie.Rule != "lot" {
			t.Errorf("seed %q: %v wins after %+v, want %s", seed, out.Winners, out.Rounds[0], want[0])
		}
	}
}

// TestLot pins the lot to values that sha256sum gives.
func TestLot(t *testing.T) {
	for _, test := range []struct{ seed, option, want string }{
		{"", "a", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},
		{"a", "b", "fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603"},
		{strings.Repeat("00", 64), "a", "12f8a984cdb8bac91087be93bd88726536f0f1c02e5477c2044312f4ac24b2f2"},
	} {
		if got := fmt.Sprintf("%x", Lot(test.seed, test.option)); got != test.want {
			t.Errorf("lot of %.8q and %q is %s, want %s", test.seed, test.option, got, test.want)
		}
	}
}
