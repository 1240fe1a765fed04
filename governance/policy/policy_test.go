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
		"schema":                  {`peritus/policy/v1`, `peritus/policy/v2`, "/schema"},
		"version":                 {`"1.0.0"`, `"1.0"`, "/version"},
		"no threshold":            {`"threshold":"1/2"`, `"threshold":""`, "/kinds/peritus~1model-spec~1v1/rules/threshold"},
		"threshold of one":        {`"threshold":"1/2"`, `"threshold":"1/1"`, "/kinds/peritus~1model-spec~1v1/rules/threshold"},
		"nobody":                  {`"heads":3`, `"heads":0`, "/kinds/peritus~1model-spec~1v1/rules/heads"},
		"no time to vote":         {`"voting":60`, `"voting":0`, "/kinds/peritus~1model-spec~1v1/rules/voting"},
		"pattern":                 {`/behaviour/**`, `/behaviour/**/x`, "/kinds/peritus~1model-spec~1v1/paths/~1behaviour~1**~1x"},
		"domain":                  {`"safety":3`, `"Safety":3`, "/kinds/peritus~1model-spec~1v1/paths/~1behaviour~1**/Safety"},
		"no points":               {`"safety":3`, `"safety":0`, "/kinds/peritus~1model-spec~1v1/paths/~1behaviour~1**/safety"},
		"channel":                 {`chat/stable`, `chat`, "/channels/chat"},
		"head":                    {`spec/chat`, `chat`, "/channels/chat~1stable/head"},
		"short release":           {`"validity":3600`, `"validity":60`, "/channels/chat~1stable/validity"},
		"no end of waiting":       {`"window":60`, `"window":60,"sponsors":1`, "/kinds/peritus~1model-spec~1v1/rules/patience"},
		"a thousand sponsors":     {`"window":60`, `"window":60,"sponsors":1001,"patience":60`, "/kinds/peritus~1model-spec~1v1/rules/sponsors"},
		"a swing beyond the vote": {`"window":60`, `"window":60,"swing":61,"extension":60`, "/kinds/peritus~1model-spec~1v1/rules/swing"},
		"a swing without effect":  {`"window":60`, `"window":60,"swing":60`, "/kinds/peritus~1model-spec~1v1/rules/extension"},
		"a swing that tells":      {`"window":60`, `"window":60,"swing":60,"extension":60,"hidden":true`, "/kinds/peritus~1model-spec~1v1/rules/swing"},
		"an endless rest":         {`"window":60`, `"window":60,"cooldown":99999999999`, "/kinds/peritus~1model-spec~1v1/rules/cooldown"},
		"ruling before it began":  {`"window":60`, `"window":60,"ruling":-1`, "/kinds/peritus~1model-spec~1v1/rules/ruling"},
		"method":                  {`"window":60`, `"window":60,"method":"threshold"`, "/kinds/peritus~1model-spec~1v1/rules/method"},
		"rivals without winner":   {`"window":60`, `"window":60,"method":"mixture"`, "/kinds/peritus~1model-spec~1v1/rules/method"},
		"poll":                    {`"window":60`, `"window":60,"poll":"coin"`, "/kinds/peritus~1model-spec~1v1/rules/poll"},
		"ground":                  {`"paths"`, `"grounds":{"taste":{"domain":"law","experts":1}},"paths"`, "/kinds/peritus~1model-spec~1v1/grounds/taste"},
		"judges of no field":      {`"paths"`, `"grounds":{"safety":{"domain":"Law","experts":1}},"paths"`, "/kinds/peritus~1model-spec~1v1/grounds/safety/domain"},
		"no judges":               {`"paths"`, `"grounds":{"safety":{"domain":"law","experts":0}},"paths"`, "/kinds/peritus~1model-spec~1v1/grounds/safety/experts"},
		"emergency of nobody":     {`"paths"`, `"emergency":{"window":0,"ratify":3600},"paths"`, "/kinds/peritus~1model-spec~1v1/emergency"},
		"ratified in a minute":    {`"paths"`, `"emergency":{"window":0,"ratify":60},"paths"`, "/kinds/peritus~1model-spec~1v1/emergency/ratify"},
		"council":                 {`"channels"`, `"council":"council","channels"`, "/council"},
		"nodes":                   {`"channels"`, `"nodes":"nodes","channels"`, "/nodes"},
		"weights that fall":       {`["1000000"]`, `["2","1"]`, "/weight"},
	} {
		_, err := policy.Parse([]byte(strings.Replace(good, c.old, c.new, 1)))
		var problems document.Problems
		if !errors.As(err, &problems) || !slices.ContainsFunc(problems, func(p document.Problem) bool { return p.Path == c.path }) {
			t.Errorf("%s: got %v, want a finding at %s", name, err, c.path)
		}
	}
}

// Whatever two kinds ask for, a proposal over both follows the stricter in every respect, whichever comes first.
func TestStrictestInEveryRespect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) policy.Rules {
			n := func(f string) int64 { return rapid.Int64Range(0, 3).Draw(t, name+f) }
			return policy.Rules{
				Heads: int(n("heads")), DomainHeads: int(n("domainHeads")), Review: n("review"), Voting: n("voting"), Grace: n("grace"), Window: n("window"), Sponsors: int(n("sponsors")),
				Patience: n("patience"), Ruling: n("ruling"), Swing: n("swing"), Extension: n("extension"), Cooldown: n("cooldown"), Hidden: rapid.Bool().Draw(t, name+"hidden"),
			}
		}
		a, b := draw("a"), draw("b")
		got := a.Strictest(b)
		if got != b.Strictest(a) || got.Strictest(a) != got || a.Strictest(a) != a {
			t.Fatalf("%+v and %+v give %+v", a, b, got)
		}
		for _, r := range []policy.Rules{a, b} {
			if got.Heads < r.Heads || got.DomainHeads < r.DomainHeads || got.Review < r.Review || got.Voting < r.Voting || got.Grace < r.Grace || got.Window < r.Window || got.Sponsors < r.Sponsors ||
				got.Ruling < r.Ruling || got.Swing < r.Swing || got.Extension < r.Extension || got.Cooldown < r.Cooldown || r.Hidden && !got.Hidden {
				t.Fatalf("%+v is laxer than %+v", got, r)
			}
			if r.Patience > 0 && (got.Patience == 0 || got.Patience > r.Patience) {
				t.Fatalf("who has %d seconds to find sponsors has %d", r.Patience, got.Patience)
			}
		}
	})
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
