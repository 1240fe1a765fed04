package tally

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/weight"
)

// paper is a ballot as a test writes it.
type paper struct {
	voter  string
	weight uint64
	choice Choice
}

// newPoll returns a poll that holds the ballots.
func newPoll(tb rapid.TB, c Config, papers []paper) *Poll {
	tb.Helper()
	p, err := NewPoll(c)
	if err != nil {
		tb.Fatal(err)
	}
	for _, b := range papers {
		p.Add(b.voter, Amount{lo: b.weight}, b.choice)
	}
	return p
}

// rat returns a number's value.
func rat(tb rapid.TB, n Number) *big.Rat {
	tb.Helper()
	r, err := n.Rat()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// sum returns the sum of a table.
func sum(tb rapid.TB, table map[string]Number) *big.Rat {
	tb.Helper()
	total := new(big.Rat)
	for _, n := range table {
		total.Add(total, rat(tb, n))
	}
	return total
}

// letters names m options.
func letters(m int) []string {
	names := make([]string, m)
	for i := range names {
		names[i] = string(rune('a' + i))
	}
	return names
}

// drawRanking draws a ranking, partial and with equal ranks where asked for.
func drawRanking(t *rapid.T, options []string, partial, ties bool) Choice {
	order := rapid.Permutation(options).Draw(t, "order")
	if partial {
		order = order[:rapid.IntRange(0, len(order)).Draw(t, "length")]
	}
	c := Choice{Options: slices.Clone(order)}
	if ties {
		for range order {
			c.Tied = append(c.Tied, rapid.IntRange(0, 3).Draw(t, "tied") == 0)
		}
	}
	return c
}

// drawChoice draws a choice that the method accepts.
func drawChoice(t *rapid.T, m Method, options []string, weight uint64) Choice {
	switch m {
	case Approval:
		c := drawRanking(t, options, true, false)
		return c
	case RankedIRV, RankedCondorcet:
		return drawRanking(t, options, true, rapid.Bool().Draw(t, "ties"))
	case Weighted, Mixture:
		c := Choice{Options: options}
		for range options {
			c.Amounts = append(c.Amounts, rapid.Uint64Range(0, 12).Draw(t, "share"))
		}
		c.Amounts[0]++
		if m == Mixture && rapid.Bool().Draw(t, "exact") {
			return wholes(c)
		}
		return c
	case Quadratic:
		c := Choice{Options: options}
		left := weight
		for range options {
			var most uint64
			for (most+1)*(most+1) <= left {
				most++
			}
			v := rapid.Uint64Range(0, most).Draw(t, "votes")
			left -= v * v
			c.Amounts = append(c.Amounts, v)
		}
		return c
	}
	return Choice{Options: []string{rapid.SampledFrom(options).Draw(t, "option")}}
}

// wholes scales shares to sum to 10^12.
func wholes(c Choice) Choice {
	var total uint64
	for _, s := range c.Amounts {
		total += s
	}
	out := Choice{Options: c.Options}
	left := uint64(whole)
	for _, s := range c.Amounts {
		out.Amounts = append(out.Amounts, s*whole/total)
		left -= s * whole / total
	}
	out.Amounts[0] += left
	return out
}

func drawConfig(t *rapid.T, m Method) Config {
	c := Config{Method: m, Options: letters(rapid.IntRange(1, 5).Draw(t, "options")), Seed: rapid.StringMatching(`[a-z]{0,3}`).Draw(t, "seed")}
	if m == Threshold {
		c.Options = []string{For, Against, Abstain}
	}
	return c
}

func drawPapers(t *rapid.T, c Config, n int) []paper {
	papers := make([]paper, rapid.IntRange(0, n).Draw(t, "ballots"))
	for i := range papers {
		w := rapid.Uint64Range(1, 9).Draw(t, "weight")
		papers[i] = paper{fmt.Sprint("v", i), w, drawChoice(t, c.Method, c.Options, w)}
	}
	return papers
}

// The rest counts the same methods as their definitions read, slowly.

// naiveIRV returns the winner, eliminating by the same rule.
func naiveIRV(c Config, papers []paper) string {
	alive := slices.Clone(c.Options)
	var history []map[string]uint64
	for {
		scores, continuing := map[string]uint64{}, uint64(0)
		for _, b := range papers {
			for k, o := range b.choice.Options {
				if k+1 < len(b.choice.Tied) && b.choice.Tied[k+1] {
					break
				}
				if slices.Contains(alive, o) {
					scores[o] += b.weight
					continuing += b.weight
					break
				}
			}
		}
		for _, o := range alive {
			if 2*scores[o] > continuing {
				return o
			}
		}
		if continuing == 0 {
			return ""
		}
		history = append(history, scores)
		least := alive
		for k := len(history) - 1; k >= 0; k-- {
			low := history[k][least[0]]
			for _, o := range least {
				low = min(low, history[k][o])
			}
			least = slices.DeleteFunc(slices.Clone(least), func(o string) bool { return history[k][o] != low })
		}
		loser := slices.MaxFunc(least, func(a, b string) int { return byLot(c.Seed, a, b) })
		alive = slices.DeleteFunc(slices.Clone(alive), func(o string) bool { return o == loser })
	}
}

func byLot(seed, a, b string) int {
	x, y := Lot(seed, a), Lot(seed, b)
	return strings.Compare(string(x[:]), string(y[:]))
}

// naiveRanks returns how high a ballot ranks each option: lower is better.
func naiveRanks(c Config, b paper) map[string]int {
	ranks := map[string]int{}
	for _, o := range c.Options {
		ranks[o] = 1000
	}
	for k, o := range b.choice.Options {
		if k > 0 && k < len(b.choice.Tied) && b.choice.Tied[k] {
			ranks[o] = ranks[b.choice.Options[k-1]]
		} else {
			ranks[o] = k
		}
	}
	return ranks
}

// naiveMargins returns by how much each option is above each other.
func naiveMargins(c Config, papers []paper) map[[2]string]int {
	margins := map[[2]string]int{}
	for _, b := range papers {
		ranks := naiveRanks(c, b)
		for _, x := range c.Options {
			for _, y := range c.Options {
				if ranks[x] < ranks[y] {
					margins[[2]string{x, y}] += int(b.weight)
					margins[[2]string{y, x}] -= int(b.weight)
				}
			}
		}
	}
	return margins
}

// naiveRankedPairs returns the winner: pairs in order, each locked unless a path leads back.
func naiveRankedPairs(c Config, papers []paper) string {
	margins := naiveMargins(c, papers)
	var pairs [][2]string
	for _, x := range c.Options {
		for _, y := range c.Options {
			if m := margins[[2]string{x, y}]; x != y && (m > 0 || m == 0 && byLot(c.Seed, x, y) < 0) {
				pairs = append(pairs, [2]string{x, y})
			}
		}
	}
	slices.SortFunc(pairs, func(p, q [2]string) int {
		if d := margins[q] - margins[p]; d != 0 {
			return d
		}
		if d := byLot(c.Seed, p[0], q[0]); d != 0 {
			return d
		}
		return byLot(c.Seed, p[1], q[1])
	})
	locked := map[[2]string]bool{}
	var path func(from, to string) bool
	path = func(from, to string) bool {
		if from == to {
			return true
		}
		for _, o := range c.Options {
			if locked[[2]string{from, o}] && path(o, to) {
				return true
			}
		}
		return false
	}
	for _, p := range pairs {
		if !path(p[1], p[0]) {
			locked[p] = true
		}
	}
	for _, o := range c.Options {
		if !slices.ContainsFunc(pairs, func(p [2]string) bool { return locked[p] && p[1] == o }) {
			return o
		}
	}
	return ""
}

// phantomMedian returns the median of the votes, weight w counting w times, and the phantoms min(t·k, whole), k = 0 … n.
func phantomMedian(t *big.Rat, votes []uint64, weights []uint64) *big.Rat {
	var all []*big.Rat
	n := uint64(0)
	for i, v := range votes {
		for range weights[i] {
			all = append(all, new(big.Rat).SetUint64(v))
		}
		n += weights[i]
	}
	top := new(big.Rat).SetUint64(whole)
	for k := range n + 1 {
		f := new(big.Rat).Mul(t, new(big.Rat).SetUint64(k))
		if f.Cmp(top) > 0 {
			f = top
		}
		all = append(all, f)
	}
	slices.SortFunc(all, (*big.Rat).Cmp)
	return all[n]
}

func microOf(w uint64) weight.Micro { return weight.Micro(w) }
