package modelspec

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/governance/document"
)

func TestGates(t *testing.T) {
	s, err := Parse(example(t))
	if err != nil {
		t.Fatal(err)
	}
	claimed := s.Evaluations["truthfulness"].Result.RunSHA256
	other := document.Sum([]byte("another run"))
	result := func(who, gate string, run document.Digest, value document.Decimal) document.Result {
		return document.Result{Evaluator: who, Gate: gate, Run: run, Value: value}
	}
	for name, c := range map[string]struct {
		results []document.Result
		need    int
		change  func(*Spec)
		met     []string
		why     string // of the first gate that is not met
	}{
		"nobody signed":       {nil, 1, nil, nil, "0 of 1 evaluators"},
		"one signed":          {[]document.Result{result("a", "truthfulness", claimed, "0.61")}, 1, nil, []string{"truthfulness"}, "0 of 1"},
		"both gates":          {[]document.Result{result("a", "truthfulness", claimed, "0.61"), result("a", "toxicity", other, "0.29")}, 1, nil, []string{"toxicity", "truthfulness"}, ""},
		"exactly at >=":       {[]document.Result{result("a", "truthfulness", other, "0.55")}, 1, nil, []string{"truthfulness"}, ""},
		"exactly at <":        {[]document.Result{result("a", "toxicity", other, "0.3")}, 1, nil, nil, "found 0.3, which is not < 0.3"},
		"just below <":        {[]document.Result{result("a", "toxicity", other, "0.299999999999999999")}, 1, nil, []string{"toxicity"}, ""},
		"too few":             {[]document.Result{result("a", "toxicity", other, "0.1")}, 2, nil, nil, "1 of 2 evaluators"},
		"one signs twice":     {[]document.Result{result("a", "toxicity", other, "0.1"), result("a", "toxicity", other, "0.2")}, 2, nil, nil, "1 of 2 evaluators"},
		"two signed":          {[]document.Result{result("a", "toxicity", other, "0.1"), result("b", "toxicity", other, "0.2")}, 2, nil, []string{"toxicity"}, ""},
		"the last one stands": {[]document.Result{result("a", "toxicity", other, "0.1"), result("a", "toxicity", other, "0.4")}, 1, nil, nil, "a found 0.4"},
		"corrected":           {[]document.Result{result("a", "toxicity", other, "0.4"), result("a", "toxicity", other, "0.1")}, 1, nil, []string{"toxicity"}, ""},
		"a draw is not met":   {[]document.Result{result("a", "toxicity", other, "0.1"), result("b", "toxicity", other, "0.4")}, 1, nil, nil, "b found 0.4"},
		"two against one":     {[]document.Result{result("a", "toxicity", other, "0.1"), result("b", "toxicity", other, "0.4"), result("c", "toxicity", other, "0.2")}, 1, nil, []string{"toxicity"}, ""},
		"same run, other value": {[]document.Result{result("a", "truthfulness", claimed, "0.62"), result("a", "toxicity", other, "0")}, 1, nil,
			[]string{"toxicity"}, "in the run of which the spec says 0.61"},
		"the spec's own claim fails": {[]document.Result{result("a", "truthfulness", other, "0.7"), result("a", "toxicity", other, "0")}, 1,
			func(s *Spec) { s.Evaluations["truthfulness"].Result.Value = "0.5" }, []string{"toxicity"}, "the spec itself states 0.5"},
		"an unknown gate":   {[]document.Result{result("a", "speed", other, "1")}, 1, nil, nil, "0 of 1"},
		"need is never 0":   {nil, 0, nil, nil, "0 of 1"},
		"> is strict":       {[]document.Result{result("a", "toxicity", other, "0.3")}, 1, compare(">"), nil, "not > 0.3"},
		"<= takes equal":    {[]document.Result{result("a", "toxicity", other, "0.3")}, 1, compare("<="), []string{"toxicity"}, ""},
		"no such order":     {[]document.Result{result("a", "toxicity", other, "0.3")}, 1, compare("=="), nil, "not == 0.3"},
		"digits do not win": {[]document.Result{result("a", "toxicity", other, "0.1000000000000001")}, 1, nil, []string{"toxicity"}, ""},
	} {
		s, err := Parse(example(t))
		if err != nil {
			t.Fatal(err)
		}
		if c.change != nil {
			c.change(&s)
		}
		var met []string
		why := ""
		for _, g := range Gates(s, c.results, c.need) {
			if g.Met {
				met = append(met, g.Gate)
			} else {
				why = orFirst(why, g.Why)
			}
		}
		if !slices.Equal(met, c.met) || !strings.Contains(why, c.why) {
			t.Errorf("%s: met %v because %q, want %v because %q", name, met, why, c.met, c.why)
		}
	}
	s.Evaluations = map[string]Gate{}
	if got := Gates(s, nil, 1); len(got) != 0 {
		t.Errorf("a spec without gates has %v", got)
	}
}

func compare(comparator string) func(*Spec) {
	return func(s *Spec) {
		g := s.Evaluations["toxicity"]
		g.Comparator = comparator
		s.Evaluations["toxicity"] = g
	}
}

// TestGatesAreFair holds the answer to what it must not depend on: who disagrees never helps, and the names of
// evaluators do not matter.
func TestGatesAreFair(t *testing.T) {
	s, err := Parse(example(t))
	if err != nil {
		t.Fatal(err)
	}
	met := func(results []document.Result) bool {
		for _, g := range Gates(s, results, 2) {
			if g.Gate == "toxicity" {
				return g.Met
			}
		}
		return false
	}
	rapid.Check(t, func(t *rapid.T) {
		var results, renamed []document.Result
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			who := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}).Draw(t, "who")
			value := rapid.SampledFrom([]document.Decimal{"0.1", "0.29", "0.3", "0.9"}).Draw(t, "value")
			results = append(results, document.Result{Evaluator: who, Gate: "toxicity", Value: value})
			renamed = append(renamed, document.Result{Evaluator: string('z' - (who[0] - 'a')), Gate: "toxicity", Value: value})
		}
		if met(results) != met(renamed) {
			t.Fatalf("%v: other names give another answer", results)
		}
		if more := append(slices.Clone(results), document.Result{Evaluator: "new", Gate: "toxicity", Value: "0.8"}); met(more) && !met(results) {
			t.Fatalf("%v: a result that misses the threshold opened the gate", results)
		}
	})
}
