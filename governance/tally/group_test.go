package tally

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// Equal rankings that are counted together give the outcome of ballots that are counted one by one.
func TestGroupedRankingsCountTheSame(t *testing.T) {
	options := letters(6)
	for _, method := range []Method{RankedIRV, RankedCondorcet} {
		for seed := range uint64(8) {
			random := rand.New(rand.NewPCG(seed, 1))
			p, err := NewPoll(Config{Method: method, Options: options, Seed: "s"})
			if err != nil {
				t.Fatal(err)
			}
			for i := range 2 * groupedAtLeast {
				order := random.Perm(len(options))[:random.IntN(len(options)+1)]
				var c Choice
				for k, o := range order {
					c.Options = append(c.Options, options[o])
					c.Tied = append(c.Tied, k > 0 && random.IntN(6) == 0)
				}
				voter := fmt.Sprint(i)
				if random.IntN(100) == 0 {
					voter = "twice"
				}
				p.Add(voter, Amount{lo: 1 + random.Uint64N(50)}, c)
			}
			if g := p.grouped(); g == p || len(g.low) > 4000 {
				t.Fatalf("%d ballots became %d", len(p.low), len(g.low))
			}
			together := p.Count()
			alone := Outcome{
				Method: method, Options: options, Seed: "s", Total: p.amount(p.total), Ballots: p.counted,
				Scores: map[string]Number{}, Winners: []string{}, Rounds: []Round{}, Spoiled: p.spoils(),
			}
			if method == RankedIRV {
				p.countIRV(&alone)
			} else {
				p.countCondorcet(&alone)
			}
			a, _ := json.Marshal(together)
			b, _ := json.Marshal(alone)
			if string(a) != string(b) {
				t.Fatalf("%s, seed %d:\n%s\n%s", method, seed, a, b)
			}
		}
	}
}
