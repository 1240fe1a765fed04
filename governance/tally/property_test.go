package tally

import (
	"bytes"
	"encoding/json"
	"math/big"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// everyMethod runs a property for each method.
func everyMethod(t *testing.T, property func(t *rapid.T, m Method)) {
	for _, m := range Methods() {
		t.Run(string(m), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { property(t, m) })
		})
	}
}

// TestOrderNeverMatters shuffles ballots, good, malformed and repeated ones, and wants the same bytes.
func TestOrderNeverMatters(t *testing.T) {
	everyMethod(t, func(t *rapid.T, m Method) {
		c := drawConfig(t, m)
		papers := drawPapers(t, c, 12)
		for range rapid.IntRange(0, 4).Draw(t, "odd") {
			odd := paper{voter: "odd", weight: 1, choice: Choice{Options: []string{"nobody"}}}
			if len(papers) > 0 {
				odd.voter = rapid.SampledFrom(papers).Draw(t, "repeats").voter
				if rapid.Bool().Draw(t, "well-formed") {
					odd.choice = drawChoice(t, m, c.Options, 1)
				}
			}
			papers = append(papers, odd)
		}
		want, err := json.Marshal(newPoll(t, c, papers).Count())
		if err != nil {
			t.Fatal(err)
		}
		shuffled := slices.Clone(papers)
		rand.New(rand.NewSource(int64(rapid.Int().Draw(t, "shuffle")))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got, _ := json.Marshal(newPoll(t, c, shuffled).Count()); !bytes.Equal(got, want) {
			t.Fatalf("in one order\n%s\nin another\n%s", want, got)
		}
	})
}

// TestWeightIsConserved checks that no weight appears or gets lost on the way through a count.
func TestWeightIsConserved(t *testing.T) {
	everyMethod(t, func(t *rapid.T, m Method) {
		c := drawConfig(t, m)
		papers := drawPapers(t, c, 12)
		out := newPoll(t, c, papers).Count()
		total := new(big.Rat)
		for _, b := range papers {
			total.Add(total, new(big.Rat).SetUint64(b.weight))
		}
		if rat(t, out.Total).Cmp(total) != 0 || out.Ballots != len(papers) || len(out.Spoiled) != 0 {
			t.Fatalf("%d ballots of weight %s are counted as %d of %s; spoiled: %v", len(papers), total.RatString(), out.Ballots, out.Total, out.Spoiled)
		}
		switch m {
		case Threshold, Single, Weighted:
			if sum(t, out.Scores).Cmp(total) != 0 {
				t.Fatalf("the scores %v do not add up to %s", out.Scores, total.RatString())
			}
		case Approval, Quadratic:
			for o, s := range out.Scores {
				if rat(t, s).Cmp(total) > 0 {
					t.Fatalf("%s scores %s of %s", o, s, total.RatString())
				}
			}
		case RankedIRV:
			for i, r := range out.Rounds {
				continuing := sum(t, r.Scores)
				if continuing.Cmp(rat(t, r.Continuing)) != 0 || continuing.Add(continuing, rat(t, r.Exhausted)).Cmp(total) != 0 {
					t.Fatalf("round %d does not hold all the weight: %+v", i+1, r)
				}
			}
		case RankedCondorcet:
			if len(out.Rounds) != len(c.Options)*(len(c.Options)-1)/2 {
				t.Fatalf("%d pairs of %d options", len(out.Rounds), len(c.Options))
			}
			for _, r := range out.Rounds {
				if both := new(big.Rat).Add(rat(t, r.Pair.For), rat(t, r.Pair.Against)); both.Cmp(total) > 0 {
					t.Fatalf("the pair %+v holds more than there is", r.Pair)
				}
			}
		case Mixture:
			if len(papers) > 0 && sum(t, out.Scores).Cmp(new(big.Rat).SetInt64(whole)) != 0 {
				t.Fatalf("the mixture %v is not whole", out.Scores)
			}
		}
	})
}

// TestWeightIsClones counts each ballot of weight w as w ballots of weight 1. Credits are the exception: splitting them
// buys more votes.
func TestWeightIsClones(t *testing.T) {
	everyMethod(t, func(t *rapid.T, m Method) {
		if m == Quadratic {
			return
		}
		c := drawConfig(t, m)
		papers := drawPapers(t, c, 8)
		var clones []paper
		for _, b := range papers {
			for range b.weight {
				clones = append(clones, paper{"", 1, b.choice})
			}
		}
		got, want := newPoll(t, c, papers).Count(), newPoll(t, c, clones).Count()
		got.Ballots, want.Ballots = 0, 0
		for i := range got.Rounds {
			got.Rounds[i].Ballots, want.Rounds[i].Ballots = nil, nil
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("weights give\n%+v\nclones\n%+v", got, want)
		}
	})
}

// TestLargeWeights scales weights beyond 64 bits: nothing changes but the unit.
func TestLargeWeights(t *testing.T) {
	everyMethod(t, func(t *rapid.T, m Method) {
		c := drawConfig(t, m)
		papers := drawPapers(t, c, 12)
		for i := range papers {
			papers[i].weight *= 1000
		}
		want := newPoll(t, c, papers).Count()
		c.Decimals = rapid.SampledFrom([]int{16, 18}).Draw(t, "decimals") // the former exceeds 64 bits in sums alone
		large, err := NewPoll(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range papers {
			large.Add(b.voter, Amount{lo: b.weight}.pow10(c.Decimals), b.choice)
		}
		got := large.Count()
		if m == Mixture { // the only number that is per unit of weight, and not one of weight
			for i := range got.Rounds {
				price := rat(t, got.Rounds[i].Market.Price)
				got.Rounds[i].Market.Price = Number(price.Mul(price, new(big.Rat).SetInt(Amount{lo: 1}.pow10(c.Decimals).Big())).RatString())
			}
		}
		for o, s := range got.Scores { // 0.5 or 1/2
			got.Scores[o] = Number(rat(t, s).RatString())
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("large weights give\n%+v\nweights of 1\n%+v", got, want)
		}
	})
}

// TestAgainstDefinitions compares with counts that are written as the definitions read.
func TestAgainstDefinitions(t *testing.T) {
	t.Run("ranked-irv", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := drawConfig(t, RankedIRV)
			papers := drawPapers(t, c, 12)
			want := naiveIRV(c, papers)
			if got := strings.Join(newPoll(t, c, papers).Count().Winners, " "); got != want {
				t.Fatalf("%q wins, and %q by definition", got, want)
			}
		})
	})
	t.Run("ranked-condorcet", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := drawConfig(t, RankedCondorcet)
			papers := drawPapers(t, c, 12)
			out := newPoll(t, c, papers).Count()
			want := naiveRankedPairs(c, papers)
			if len(papers) == 0 {
				want = ""
			}
			if got := strings.Join(out.Winners, " "); got != want {
				t.Fatalf("%q wins, and %q by definition", got, want)
			}
			margins := naiveMargins(c, papers)
			for _, r := range out.Rounds {
				p := r.Pair
				d := new(big.Rat).Sub(rat(t, p.For), rat(t, p.Against))
				if d.Cmp(new(big.Rat).SetInt64(int64(margins[[2]string{p.Winner, p.Loser}]))) != 0 {
					t.Fatalf("the pair %+v has a margin of %d", p, margins[[2]string{p.Winner, p.Loser}])
				}
			}
		})
	})
	t.Run("weighted", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := drawConfig(t, Weighted)
			papers := drawPapers(t, c, 12)
			if rapid.Bool().Draw(t, "odd sums") { // whose common multiples exceed 64 bits
				for i := range papers {
					papers[i].choice.Amounts = slices.Clone(papers[i].choice.Amounts)
					papers[i].choice.Amounts[0] = rapid.Uint64Range(1, maxShares-60).Draw(t, "share")
				}
			}
			want := map[string]*big.Rat{}
			for _, o := range c.Options {
				want[o] = new(big.Rat)
			}
			for _, b := range papers {
				var shares uint64
				for _, s := range b.choice.Amounts {
					shares += s
				}
				for k, o := range b.choice.Options {
					part := new(big.Rat).SetFrac(new(big.Int).SetUint64(b.weight*b.choice.Amounts[k]), new(big.Int).SetUint64(shares))
					want[o].Add(want[o], part)
				}
			}
			for o, s := range newPoll(t, c, papers).Count().Scores {
				if string(s) != want[o].RatString() {
					t.Fatalf("%s scores %s, and %s by definition", o, s, want[o].RatString())
				}
			}
		})
	})
	t.Run("mixture", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := drawConfig(t, Mixture)
			papers := drawPapers(t, c, 8)
			if len(papers) == 0 {
				return
			}
			p := newPoll(t, c, papers)
			market := p.Count().Rounds[0].Market
			if sum(t, market.Shares).Cmp(new(big.Rat).SetInt64(whole)) != 0 {
				t.Fatalf("the medians %v do not add up", market.Shares)
			}
			for k, o := range c.Options {
				var votes, weights []uint64
				for w, b := range p.All() {
					votes, weights = append(votes, b.Amounts[k]), append(weights, w.lo)
				}
				if want := phantomMedian(rat(t, market.Price), votes, weights); want.Cmp(rat(t, market.Shares[o])) != 0 {
					t.Fatalf("%s gets %s, and the median of votes and phantoms is %s", o, market.Shares[o], want.RatString())
				}
			}
		})
	})
}

// raise returns a ballot that says more for an option than another, and all else alike.
func raise(c Choice, m Method, option string) Choice {
	at := slices.Index(c.Options, option)
	out := Choice{Options: slices.Clone(c.Options), Tied: slices.Clone(c.Tied), Amounts: slices.Clone(c.Amounts)}
	switch m {
	case Threshold, Single:
		out.Options = []string{option}
	case Approval:
		if at < 0 {
			out.Options = append(out.Options, option)
		}
	case RankedCondorcet:
		out.Tied = nil
		if at >= 0 {
			out.Options = slices.Delete(out.Options, at, at+1)
		}
		out.Options = slices.Insert(out.Options, max(0, at-1), option)
	case Weighted:
		out.Amounts[at] += 3
	}
	return out
}

// TestMonotone raises the winner on a ballot: it stays the winner. Instant run-off promises no such thing, see
// TestParadoxes, and a mixture has no winner.
func TestMonotone(t *testing.T) {
	for _, m := range []Method{Threshold, Single, Approval, RankedCondorcet, Weighted} {
		t.Run(string(m), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				c := drawConfig(t, m)
				papers := drawPapers(t, c, 12)
				for i := range papers {
					papers[i].choice.Tied = nil
				}
				out := newPoll(t, c, papers).Count()
				if len(papers) == 0 || len(out.Winners) == 0 {
					return
				}
				i := rapid.IntRange(0, len(papers)-1).Draw(t, "changed")
				papers[i].choice = raise(papers[i].choice, m, out.Winners[0])
				if after := newPoll(t, c, papers).Count(); !slices.Equal(after.Winners, out.Winners) {
					t.Fatalf("%v won until ballot %d said more for it: then %v", out.Winners, i, after.Winners)
				}
			})
		})
	}
	t.Run("quadratic", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			c := drawConfig(t, Quadratic)
			papers := drawPapers(t, c, 12)
			before := newPoll(t, c, papers).Count()
			o := rapid.SampledFrom(c.Options).Draw(t, "option")
			papers = append(papers, paper{"new", 4, Choice{Options: []string{o}, Amounts: []uint64{2}}})
			after := newPoll(t, c, papers).Count()
			if rat(t, after.Scores[o]).Cmp(new(big.Rat).Add(rat(t, before.Scores[o]), new(big.Rat).SetInt64(2))) != 0 {
				t.Fatalf("%s had %s, and has %s after two votes", o, before.Scores[o], after.Scores[o])
			}
		})
	})
}

// TestCondorcetCriteria checks what Ranked Pairs promises: a Condorcet winner wins, a Condorcet loser does not, and the
// winner beats or ties everybody from whom no chain of majorities leads to it (Smith).
func TestCondorcetCriteria(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawConfig(t, RankedCondorcet)
		papers := drawPapers(t, c, 12)
		out := newPoll(t, c, papers).Count()
		if len(out.Winners) == 0 {
			return
		}
		winner, margins := out.Winners[0], naiveMargins(c, papers)
		beats := func(x, y string) bool { return margins[[2]string{x, y}] > 0 }
		count := func(x string, f func(x, y string) bool) (n int) {
			for _, y := range c.Options {
				if y != x && f(x, y) {
					n++
				}
			}
			return n
		}
		for _, o := range c.Options {
			if count(o, beats) == len(c.Options)-1 && o != winner {
				t.Fatalf("%s beats all others, and %s wins", o, winner)
			}
		}
		if len(c.Options) > 1 && count(winner, func(x, y string) bool { return beats(y, x) }) == len(c.Options)-1 {
			t.Fatalf("%s wins and loses every comparison", winner)
		}
		reached := map[string]bool{winner: true}
		for range c.Options {
			for _, x := range c.Options {
				for _, y := range c.Options {
					if reached[x] && margins[[2]string{x, y}] >= 0 {
						reached[y] = true
					}
				}
			}
		}
		if len(reached) != len(c.Options) {
			t.Fatalf("%s wins and is not in the Smith set", winner)
		}
	})
}

// TestClonesOfALoserChangeNothing copies an option directly behind itself on every ballot (Zavist and Tideman 1989).
func TestClonesOfALoserChangeNothing(t *testing.T) {
	for _, m := range []Method{RankedCondorcet, RankedIRV} {
		t.Run(string(m), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				c := drawConfig(t, m)
				papers := drawPapers(t, c, 12)
				for i := range papers {
					papers[i].choice.Tied = nil
					papers[i].weight = 1<<uint(i) + papers[i].weight // mostly no ties, which lots of new names would change
				}
				before := newPoll(t, c, papers).Count()
				if len(before.Winners) == 0 {
					return
				}
				for _, r := range before.Rounds {
					if r.Tie != nil {
						return
					}
				}
				o := rapid.SampledFrom(c.Options).Draw(t, "cloned")
				c.Options = append(slices.Clone(c.Options), "z")
				for i := range papers {
					if at := slices.Index(papers[i].choice.Options, o); at >= 0 {
						papers[i].choice.Options = slices.Insert(slices.Clone(papers[i].choice.Options), at+1, "z")
					}
				}
				after := newPoll(t, c, papers).Count()
				winner := after.Winners[0]
				if winner == "z" {
					winner = o
				}
				if winner != before.Winners[0] {
					t.Fatalf("%v won; with a clone of %s %v wins", before.Winners, o, after.Winners)
				}
			})
		})
	}
}

// TestNobodyGainsByMisreporting tries other proposals in a voter's place: none brings the outcome nearer to what the voter
// wants, by the sum of absolute differences.
func TestNobodyGainsByMisreporting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawConfig(t, Mixture)
		papers := drawPapers(t, c, 6)
		if len(papers) == 0 {
			return
		}
		i := rapid.IntRange(0, len(papers)-1).Draw(t, "voter")
		papers[i].choice = wholes(papers[i].choice)
		wish := papers[i].choice
		distance := func() *big.Rat {
			total := new(big.Rat)
			for k, o := range c.Options {
				share := rat(t, newPoll(t, c, papers).Count().Rounds[0].Market.Shares[o])
				total.Add(total, share.Abs(share.Sub(share, new(big.Rat).SetUint64(wish.Amounts[k]))))
			}
			return total
		}
		honest := distance()
		papers[i].choice = drawChoice(t, Mixture, c.Options, 1)
		if lie := distance(); lie.Cmp(honest) < 0 {
			t.Fatalf("voter %d wants %v, is %s away from it, and %s away by saying %v", i, wish.Amounts, honest.RatString(), lie.RatString(), papers[i].choice.Amounts)
		}
	})
}

// TestSingleMindedMixture wants the average where each voter gives all to one option (the paper's proportionality).
func TestSingleMindedMixture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawConfig(t, Mixture)
		papers := drawPapers(t, c, 12)
		total, want := uint64(0), map[string]uint64{}
		for i := range papers {
			o := rapid.SampledFrom(c.Options).Draw(t, "all to")
			papers[i].choice = Choice{Options: []string{o}, Amounts: []uint64{1}}
			total += papers[i].weight
			want[o] += papers[i].weight
		}
		if total == 0 {
			return
		}
		for o, s := range newPoll(t, c, papers).Count().Rounds[0].Market.Shares {
			average := new(big.Rat).SetFrac64(int64(want[o]), int64(total))
			if average.Mul(average, new(big.Rat).SetInt64(whole)).Cmp(rat(t, s)) != 0 {
				t.Fatalf("%s gets %s, and the average is %s", o, s, average.RatString())
			}
		}
	})
}

// TestThresholdsAgree compares with the counter that decides proposals.
func TestThresholdsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawConfig(t, Threshold)
		den := rapid.Uint64Range(1, 9).Draw(t, "den")
		c.Threshold.Num, c.Threshold.Den = rapid.Uint64Range(1, den).Draw(t, "num"), den
		c.Quorum = c.Threshold
		c.Electorate = Amount{lo: rapid.Uint64Range(60, 120).Draw(t, "electorate")}
		c.Heads = rapid.IntRange(0, 6).Draw(t, "heads")
		papers := drawPapers(t, c, 12)
		out := newPoll(t, c, papers).Count()
		var counter Counter
		for _, b := range papers {
			counter.Add(Vote{Weight: microOf(b.weight), Choice: b.choice.Options[0]})
		}
		r := counter.Result(microOf(c.Electorate.lo), Rules{Threshold: c.Threshold, Quorum: c.Quorum, Heads: c.Heads})
		passed := slices.Equal(out.Winners, []string{For})
		if passed != (r.Approved && r.QuorumMet) || out.Rounds[0].Quorum.Met != r.QuorumMet || string(out.Rounds[0].Quorum.Needed) != r.Quorum.String() {
			t.Fatalf("the poll says %v with %+v, the counter %+v", out.Winners, out.Rounds[0].Quorum, r)
		}
	})
}
