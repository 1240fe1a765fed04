package snapshot

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/governance/tally"
)

// Prefix is what the names of Snapshot's methods begin with here.
const Prefix = "snapshot-"

// Methods lists the methods, named as Snapshot's voting systems.
func Methods() []tally.Method {
	return []tally.Method{
		"snapshot-single-choice", "snapshot-basic", "snapshot-approval", "snapshot-ranked-choice",
		"snapshot-weighted", "snapshot-quadratic", "snapshot-copeland",
	}
}

// ballot is a valid vote in floats.
type ballot struct {
	power  float64
	list   []int // from 0
	shares []float64
	sum    float64 // of shares, in their order
}

// Count counts as Snapshot does.
func (e *Export) Count(method tally.Method) (tally.Outcome, error) {
	if !slices.Contains(Methods(), method) {
		return tally.Outcome{}, fmt.Errorf("there is no method %.40q of Snapshot's; there are %s", string(method), list(Methods()))
	}
	out := tally.Outcome{
		Method: method, Options: e.Choices, Scores: map[string]tally.Number{}, Winners: []string{},
		Rounds: []tally.Round{}, Spoiled: []tally.Spoiled{},
	}
	var ballots []ballot
	var all float64 // the power of all votes, valid or not
	for i, v := range e.Votes {
		power, err := strconv.ParseFloat(v.Power, 64)
		if err != nil {
			power = 0
		}
		b, ok := e.valid(method, v.Choice)
		b.power = power
		all += power
		if err == nil && ok {
			ballots = append(ballots, b)
			continue
		}
		why := "Snapshot does not count such a choice"
		if err != nil {
			why = "its voting power is no number"
		}
		if v.Voter == "" {
			why = fmt.Sprintf("vote %d: %s", i+1, why)
		}
		out.Spoiled = append(out.Spoiled, tally.Spoiled{Voter: v.Voter, Why: why})
	}
	slices.SortStableFunc(out.Spoiled, func(a, b tally.Spoiled) int { return strings.Compare(a.Voter, b.Voter) })
	out.Ballots = len(ballots)

	scores, total := make([]float64, len(e.Choices)), all
	switch method {
	case "snapshot-weighted":
		scores = weighted(scores, ballots)
	case "snapshot-quadratic":
		scores = quadratic(scores, ballots)
	case "snapshot-copeland":
		scores, total = copeland(scores, ballots), powerOf(ballots)
	case "snapshot-ranked-choice":
		scores = e.runoff(&out, ballots)
	default:
		for i := range scores {
			for _, b := range ballots {
				if slices.Contains(b.list, i) {
					scores[i] += b.power
				}
			}
		}
	}
	best := -1
	for i, s := range scores {
		out.Scores[e.Choices[i]] = number(s)
		if s > 0 && (best < 0 || s > scores[best]) {
			best = i
		}
	}
	if best >= 0 {
		out.Winners = []string{e.Choices[best]}
	}
	out.Total = number(total)
	if len(out.Rounds) == 0 {
		out.Rounds = append(out.Rounds, tally.Round{Scores: out.Scores})
	}
	return out, nil
}

// number writes a float as the shortest decimal that stands for it.
func number(f float64) tally.Number { return tally.Number(strconv.FormatFloat(f, 'f', -1, 64)) }

func list(methods []tally.Method) string {
	var names []string
	for _, m := range methods {
		names = append(names, string(m))
	}
	return strings.Join(names, ", ")
}

// valid decides as Snapshot's isValidChoice does.
func (e *Export) valid(method tally.Method, c Choice) (ballot, bool) {
	n := len(e.Choices)
	var b ballot
	switch method {
	case "snapshot-single-choice", "snapshot-basic":
		b.list = []int{c.One - 1}
		return b, c.form == oneForm && c.One >= 1 && c.One <= n
	case "snapshot-weighted", "snapshot-quadratic":
		if c.Shares == nil || c.form == oneForm {
			return b, false
		}
		b.shares = make([]float64, n)
		positive := false
		for _, s := range c.Shares {
			amount, err := strconv.ParseFloat(s.Amount, 64)
			if s.Choice < 1 || s.Choice > n || err != nil || amount < 0 {
				return b, false
			}
			positive = positive || amount > 0
			b.shares[s.Choice-1] = amount
			b.sum += amount
		}
		return b, positive
	}
	seen := make([]bool, n)
	for _, choice := range c.List {
		if choice < 1 || choice > n || seen[choice-1] {
			return b, false
		}
		seen[choice-1] = true
		b.list = append(b.list, choice-1)
	}
	return b, c.form == listForm && (method == "snapshot-approval" || len(b.list) == n)
}

func powerOf(ballots []ballot) float64 {
	var total float64
	for _, b := range ballots {
		total += b.power
	}
	return total
}

// part returns a/b, and 0 for nothing of nothing, as calcPercentageOfSum and percentageOfTotal do.
func part(a, b float64) float64 {
	if q := a / b; !math.IsNaN(q) {
		return q
	}
	return 0
}

func weighted(scores []float64, ballots []ballot) []float64 {
	var sum float64
	for i := range scores {
		for _, b := range ballots {
			percent := part(b.shares[i], b.sum) * 100
			scores[i] += float64(percent / 100 * b.power) // the conversion keeps product and sum apart on every machine
		}
		sum += scores[i]
	}
	total := powerOf(ballots)
	for i, s := range scores {
		scores[i] = total / 100 * (part(s, sum) * 100)
	}
	return scores
}

func quadratic(scores []float64, ballots []ballot) []float64 {
	var sum float64
	for i := range scores {
		for _, b := range ballots {
			scores[i] += math.Sqrt(part(b.shares[i], b.sum) * b.power)
		}
		scores[i] = float64(scores[i] * scores[i])
		sum += scores[i]
	}
	total := powerOf(ballots)
	for i, s := range scores {
		scores[i] = total * part(s, sum)
	}
	return scores
}

func copeland(scores []float64, ballots []ballot) []float64 {
	n := len(scores)
	margins, support, total := make([]float64, n*n), make([]float64, n), powerOf(ballots)
	for _, b := range ballots {
		for k, x := range b.list {
			for _, y := range b.list[k+1:] {
				margins[x*n+y] += b.power
				margins[y*n+x] -= b.power
				support[x] += b.power
			}
		}
	}
	for x := range n {
		for y := range n {
			switch m := margins[x*n+y]; {
			case x == y:
			case m > 0:
				scores[x]++
			case m < 0:
				scores[y]++
			default:
				scores[x] += 0.5
				scores[y] += 0.5
			}
		}
	}
	var sum float64
	for x := range n {
		if total > 0 && n > 1 {
			mean := support[x] / (float64(n-1) * total)
			scores[x] += float64(0.5 * mean)
		}
		sum += scores[x]
	}
	for x := range n {
		if sum > 0 {
			scores[x] = scores[x] / sum * total
		} else {
			scores[x] = total / float64(n)
		}
	}
	return scores
}

// runoff is Snapshot's instant run-off. It returns the scores of the last round.
func (e *Export) runoff(out *tally.Outcome, ballots []ballot) []float64 {
	n := len(e.Choices)
	gone := make([]bool, n)
	for left := n; ; left-- {
		scores := make([]float64, n)
		for _, b := range ballots {
			if k := slices.IndexFunc(b.list, func(x int) bool { return !gone[x] }); k >= 0 {
				scores[b.list[k]] += b.power
			}
		}
		total := powerOf(ballots)
		round := tally.Round{Scores: map[string]tally.Number{}, Continuing: number(total)}
		top, bottom := -1, -1
		for x, s := range scores {
			if gone[x] {
				continue
			}
			round.Scores[e.Choices[x]] = number(s)
			if top < 0 || s > scores[top] {
				top = x
			}
			if bottom < 0 || s < scores[bottom] {
				bottom = x
			}
		}
		if left < 3 || len(ballots) == 0 || scores[top] > total/2 {
			out.Rounds = append(out.Rounds, round)
			return scores
		}
		round.Eliminated = e.Choices[bottom]
		gone[bottom] = true
		out.Rounds = append(out.Rounds, round)
	}
}
