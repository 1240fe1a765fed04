package modelspec

import (
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
)

func TestBumpAndWarnings(t *testing.T) {
	before := example(t)
	newRoot := strings.Repeat("a", 64)
	type edits map[string]string
	for _, c := range []struct {
		name  string
		edits edits
		bump  document.Bump
		why   string
		warns []string
	}{
		{"nothing", edits{"/version": `"1.0.1"`}, document.None, "nothing but the version", nil},
		{"words", edits{"/summary": `"Another text."`}, document.Patch, "words about the model change (/summary)", nil},
		{"a result", edits{"/evaluations/toxicity/result": `{"value":"0.2","runSha256":"` + newRoot + `","measured":"2026-11-02T00:00:00Z"}`}, document.Patch, "another result", nil},
		{"rollout", edits{"/rollout/stages/first/percent": `20`}, document.Patch, "nodes", nil},
		{"energy", edits{"/training/energyKWh": `"90"`}, document.Patch, "account", nil},
		{"temperature", edits{"/inference/sampling/temperature/value": `"0.6"`}, document.Minor, "sampled differently (/inference/sampling/temperature/value)", nil},
		{"wider bounds", edits{"/inference/sampling/temperature/maximum": `"2"`}, document.Minor, "callers may now choose", []string{"bounds-widened /inference/sampling/temperature"}},
		{"narrower bounds", edits{"/inference/sampling/temperature/maximum": `"1"`}, document.Major, "callers may no longer choose", nil},
		{"a new clause", edits{"/behaviour/clauses/sources": `{"text":"Names sources.","domain":"evaluation"}`}, document.Minor, "rules of conduct", nil},
		{"a clause less", edits{"/behaviour/clauses/medical": ``}, document.Major, "is removed", []string{"clause-removed /behaviour/clauses/medical"}},
		{"an unmeasured clause", edits{"/behaviour/clauses/honesty/evaluations": ``}, document.Minor, "no longer measured", []string{"clause-unmeasured /behaviour/clauses/honesty"}},
		{"a tool allowed", edits{"/behaviour/tools/shell/policy": `"confirm"`}, document.Minor, "was denied and is now confirm", []string{"tool-allowed /behaviour/tools/shell"}},
		{"a tool denied", edits{"/behaviour/tools/search": ``}, document.Major, "was allowed and is now denied", nil},
		{"a stricter filter", edits{"/safety/filters/privacy/threshold": `"0.7"`}, document.Minor, "safety filter", nil},
		{"a looser filter", edits{"/safety/filters/privacy/threshold": `"0.9"`}, document.Major, "from 0.9 on, before from 0.8", []string{"filter-loosened /safety/filters/privacy/threshold"}},
		{"a weaker action", edits{"/safety/filters/privacy/action": `"log"`}, document.Major, "only does", []string{"filter-loosened /safety/filters/privacy/action"}},
		{"fail open", edits{"/safety/filters/self-harm/failClosed": `false`}, document.Major, "everything passes", []string{"filter-loosened /safety/filters/self-harm/failClosed"}},
		{"a narrower stage", edits{"/safety/filters/self-harm/stage": `"input"`}, document.Major, "only looks at", []string{"filter-loosened /safety/filters/self-harm/stage"}},
		{"another classifier", edits{"/safety/filters/privacy/sha256": `"` + newRoot + `"`}, document.Minor, "another classifier", []string{"filter-changed /safety/filters/privacy/sha256"}},
		{"a filter less", edits{"/safety/filters/privacy": ``}, document.Major, "removed", []string{"filter-removed /safety/filters/privacy"}},
		{"a gate less", edits{"/evaluations/toxicity": ``}, document.Major, "no longer asked for", []string{"gate-removed /evaluations/toxicity"}},
		{"a looser gate", edits{"/evaluations/toxicity/threshold": `"0.4"`}, document.Major, "asks for < 0.4", []string{"gate-loosened /evaluations/toxicity/threshold"}},
		{"a gate that lets equality pass", edits{"/evaluations/toxicity/comparator": `"<="`}, document.Major, "asks for <= 0.3", []string{"gate-loosened /evaluations/toxicity/threshold"}},
		{"a stricter gate", edits{"/evaluations/truthfulness/threshold": `"0.6"`}, document.Minor, "evaluation changes", nil},
		{"another gate", edits{"/evaluations/truthfulness/metric": `"F1"`}, document.Minor, "measures something else", []string{"gate-changed /evaluations/truthfulness"}},
		{"a prohibition less", edits{"/prohibitedUses": ``}, document.Minor, "no longer prohibited", []string{"prohibition-removed /prohibitedUses/diagnosis"}},
		{"a prohibition more", edits{"/prohibitedUses/spam": `"Unasked mail."`}, document.Major, "newly prohibited", nil},
		{"a language less", edits{"/languages/de": ``}, document.Major, "given up", nil},
		{"a language more", edits{"/languages/fr": `"partial"`}, document.Minor, "document changes", nil},
		{"remote code", edits{"/remoteCode": `{"policy":"pinned","repository":"https://example.org/r","commit":"` + newRoot[:40] + `","sha256":"` + newRoot + `"}`}, document.Major, "may now run", []string{"remote-code-allowed /remoteCode/policy"}},
		{"a mixture", edits{"/training/mixture": `"` + newRoot + `"`}, document.Minor, "weights do not", []string{"mixture-without-weights /training/mixture"}},
		{"licence", edits{"/licence/declared": `"CC-BY-NC-4.0"`, "/licence/concluded": `"CC-BY-NC-4.0"`}, document.Major, "licence changes", []string{"licence-changed /licence/concluded", "licence-changed /licence/declared"}},
	} {
		after := before
		for path, value := range c.edits {
			after = edit(t, after, path, value)
		}
		bump, why, err := Bump(before, after)
		if err != nil || bump != c.bump || !strings.Contains(why, c.why) {
			t.Errorf("%s: %v because %q (%v), want %v because %q", c.name, bump, why, err, c.bump, c.why)
		}
		warnings, err := Warnings(before, after)
		var got []string
		for _, w := range warnings {
			got = append(got, w.Rule+" "+w.Path)
		}
		if err != nil || !slices.Equal(got, c.warns) {
			t.Errorf("%s: warnings %q (%v), want %q", c.name, got, err, c.warns)
		}
	}
	widened := edit(t, edit(t, before, "/licence/declared", `"CC-BY-NC-4.0"`), "/licence/concluded", `"NOASSERTION"`)
	warnings, err := Warnings(widened, edit(t, widened, "/licence/declared", `"CC-BY-4.0"`))
	if err != nil || len(warnings) != 2 || warnings[1].Rule != "licence-widened" {
		t.Errorf("from non-commercial to commercial: %v, %v", warnings, err)
	}
	if bump, _, err := Bump(nil, before); bump != document.None || err != nil {
		t.Errorf("a first version: %v, %v", bump, err)
	}
	if warnings, err := Warnings(nil, before); warnings != nil || err != nil {
		t.Errorf("a first version: %v, %v", warnings, err)
	}
	if _, _, err := Bump(before, []byte(`{}`)); err == nil {
		t.Error("the bump to an invalid spec was computed")
	}
}

func TestWeightsUnderTheSameVersion(t *testing.T) {
	s, err := Parse(example(t))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]File{"model.safetensors": {SHA256: document.Sum([]byte("x")), ChunkRoot: document.Sum([]byte("y")), Size: 7, Format: "safetensors"}}
	if s.Weights, err = NewWeights(files); err != nil {
		t.Fatal(err)
	}
	after, err := document.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	warnings, err := Warnings(example(t), after)
	if err != nil || len(warnings) != 1 || warnings[0].Rule != "weights-swapped" {
		t.Errorf("got %v, %v", warnings, err)
	}
	_, _, err = Kind().Successor(example(t), after)
	if got := rules(err); !slices.Equal(got, []string{"parent /parent", "bump /version"}) && !slices.Equal(got, []string{"bump /version", "parent /parent"}) {
		t.Errorf("Successor: %v", err)
	}
}
