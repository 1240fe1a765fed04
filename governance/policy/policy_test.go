package policy_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
)

const good = `{
 "schema":"peritus/policy/v1","version":"1.0.0",
 "weight":{"levelPower":["1000000"],"halfLife":0,"memberFloor":"0","memberCap":"","issuerCap":""},
 "kinds":{"peritus/model-spec/v1":{
   "rules":{"threshold":"1/2","quorum":"1/5","heads":3,"domainHeads":1,"review":60,"voting":60,"grace":60,"window":60},
   "paths":{"/behaviour/**":{"safety":3},"/version":{}}}},
 "channels":{"chat/stable":{"head":"spec/chat","delay":0,"validity":3600}}}`

func TestParse(t *testing.T) {
	if _, err := policy.Parse([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ old, new, path string }{
		"schema":            {`peritus/policy/v1`, `peritus/policy/v2`, "/schema"},
		"version":           {`"1.0.0"`, `"1.0"`, "/version"},
		"no threshold":      {`"threshold":"1/2"`, `"threshold":""`, "/kinds/peritus~1model-spec~1v1/rules/threshold"},
		"threshold of one":  {`"threshold":"1/2"`, `"threshold":"1/1"`, "/kinds/peritus~1model-spec~1v1/rules/threshold"},
		"nobody":            {`"heads":3`, `"heads":0`, "/kinds/peritus~1model-spec~1v1/rules/heads"},
		"no time to vote":   {`"voting":60`, `"voting":0`, "/kinds/peritus~1model-spec~1v1/rules/voting"},
		"pattern":           {`/behaviour/**`, `/behaviour/**/x`, "/kinds/peritus~1model-spec~1v1/paths/~1behaviour~1**~1x"},
		"domain":            {`"safety":3`, `"Safety":3`, "/kinds/peritus~1model-spec~1v1/paths/~1behaviour~1**/Safety"},
		"no points":         {`"safety":3`, `"safety":0`, "/kinds/peritus~1model-spec~1v1/paths/~1behaviour~1**/safety"},
		"channel":           {`chat/stable`, `chat`, "/channels/chat"},
		"head":              {`spec/chat`, `chat`, "/channels/chat~1stable/head"},
		"short release":     {`"validity":3600`, `"validity":60`, "/channels/chat~1stable/validity"},
		"weights that fall": {`["1000000"]`, `["2","1"]`, "/weight"},
	} {
		_, err := policy.Parse([]byte(strings.Replace(good, c.old, c.new, 1)))
		var problems document.Problems
		if !errors.As(err, &problems) || !slices.ContainsFunc(problems, func(p document.Problem) bool { return p.Path == c.path }) {
			t.Errorf("%s: got %v, want a finding at %s", name, err, c.path)
		}
	}
}

func TestMostSpecificPatternWins(t *testing.T) {
	for _, c := range []struct{ path, better, worse string }{
		{"/a/b", "/a/b", "/a/*"},
		{"/a/b", "/a/*", "/a/**"},
		{"/a/b", "/a/b", "/**"},
		{"/a/b/c", "/a/b/**", "/a/**"},
		{"/a/b/c", "/a/*/c", "/a/*/*"},
		{"/a", "/a", "/a/**"},
	} {
		if !policy.Match(c.better, c.path) || !policy.Match(c.worse, c.path) {
			t.Errorf("%s and %s must match %s", c.better, c.worse, c.path)
		}
		if !policy.MoreSpecific(c.better, c.worse) || policy.MoreSpecific(c.worse, c.better) {
			t.Errorf("%s must win over %s", c.better, c.worse)
		}
	}
	for pattern, path := range map[string]string{"/a": "/a/b", "/a/*": "/a", "/a/b": "/a/c", "/a/*/c": "/a/b/d"} {
		if policy.Match(pattern, path) {
			t.Errorf("%s must not match %s", pattern, path)
		}
	}
}

func TestStrictest(t *testing.T) {
	a := policy.Rules{Threshold: weight.Fraction{Num: 1, Den: 2}, Quorum: weight.Fraction{Num: 1, Den: 5}, Heads: 3, Voting: 60}
	b := policy.Rules{Threshold: weight.Fraction{Num: 2, Den: 3}, Heads: 2, Voting: 120, Window: 5}
	want := policy.Rules{Threshold: weight.Fraction{Num: 2, Den: 3}, Quorum: weight.Fraction{Num: 1, Den: 5}, Heads: 3, Voting: 120, Window: 5}
	if got := a.Strictest(b); got != want {
		t.Fatalf("got %+v", got)
	}
	if a.Strictest(b) != b.Strictest(a) || (policy.Rules{}).Strictest(a) != a {
		t.Fatal("the order matters")
	}
}

var kind = policy.Kind{Paths: map[string]map[string]uint64{
	"/version": {}, "/behaviour/**": {"safety": 3}, "/behaviour/clauses/**": {"safety": 2, "law": 1}, "/training/*": {"data": 2}, "/licence/**": {"law": 2},
}}

func TestPoints(t *testing.T) {
	for name, c := range map[string]struct {
		paths []string
		want  map[string]uint64
	}{
		"a rule counts once":        {[]string{"/behaviour/a", "/behaviour/b", "/version"}, map[string]uint64{"safety": 3}},
		"rules add up":              {[]string{"/behaviour/a", "/behaviour/clauses/x/text", "/licence"}, map[string]uint64{"safety": 5, "law": 3}},
		"the rest is general":       {[]string{"/training/a/b", "/name"}, map[string]uint64{"general": 1}},
		"nobody's field is general": {[]string{"/version"}, map[string]uint64{"general": 1}},
		"nothing is general":        {nil, map[string]uint64{"general": 1}},
	} {
		var changes []document.Change
		for _, p := range c.paths {
			changes = append(changes, document.Change{Path: p})
		}
		if got := kind.Points(changes); !maps.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

// Padding a change with more changes adds bodies that must agree and never removes one, and the order of the changes
// does not matter.
func TestPaddingNeverRemovesABody(t *testing.T) {
	paths := []string{"/version", "/behaviour/x", "/behaviour/clauses/a/text", "/training/a", "/training/a/b", "/licence/declared", "/name"}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) []document.Change {
			var out []document.Change
			for _, p := range rapid.SliceOf(rapid.SampledFrom(paths)).Draw(t, name) {
				out = append(out, document.Change{Path: p})
			}
			return out
		}
		change := append(draw("change"), document.Change{Path: "/behaviour/y"})
		padded := append(slices.Clone(change), draw("padding")...)
		before, after := kind.Points(change), kind.Points(padded)
		for d, n := range before {
			if after[d] < n {
				t.Fatalf("padding took points from %s: %d, then %d", d, n, after[d])
			}
		}
		slices.Reverse(padded)
		if !maps.Equal(after, kind.Points(padded)) {
			t.Fatal("the order of changes matters")
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := policy.Parse(raw)
		if err != nil {
			return
		}
		again, err := document.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := policy.Parse(again); err != nil {
			t.Fatalf("a policy that was accepted is refused when it is written again: %v", err)
		}
	})
}
