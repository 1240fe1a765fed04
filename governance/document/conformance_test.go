//go:build conformance

package document

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestConformanceJCS runs the published RFC 8785 vectors. Where a vector holds what a document of ours may not hold, it
// must be refused for exactly that reason, and come out byte for byte once that one thing is mended.
func TestConformanceJCS(t *testing.T) {
	folder := filepath.Join(os.Getenv("VECTORS"), "jcs", "testdata")
	inputs, err := filepath.Glob(filepath.Join(folder, "input", "*.json"))
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no vectors in %s (%v): set VECTORS to the folder that holds jcs", folder, err)
	}
	type mend struct{ rule, from, to, wantFrom, wantTo string }
	mends := map[string]mend{
		"values.json":     {"number", "333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001", "3", "333333333.3333333,1e+30,4.5,0.002,1e-27", "3"},
		"structures.json": {"number", "56.0", "56", "", ""},
		"unicode.json":    {"nfc", `A\u030a`, "\u00c5", "A\u030a", "\u00c5"},
		"weird.json":      {"nfc", `\ufb33`, `\uffa0`, "\ufb33", "\uffa0"},
	}
	for _, input := range inputs {
		name := filepath.Base(input)
		raw, err := os.ReadFile(input)
		if err != nil {
			t.Fatal(err)
		}
		digits, err := os.ReadFile(filepath.Join(folder, "outhex", strings.TrimSuffix(name, ".json")+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		want, err := hex.DecodeString(strings.Join(strings.Fields(string(digits)), ""))
		if err != nil {
			t.Fatal(err)
		}
		if m, ok := mends[name]; ok {
			_, err := Canonical(raw)
			problems, _ := err.(Problems)
			if len(problems) == 0 {
				t.Errorf("%s was accepted, want the rule %q to refuse it", name, m.rule)
			}
			for _, p := range problems {
				if p.Rule != m.rule {
					t.Errorf("%s: %v", name, p)
				}
			}
			raw = []byte(strings.Replace(string(raw), m.from, m.to, 1))
			want = []byte(strings.Replace(string(want), m.wantFrom, m.wantTo, 1))
		}
		got, err := Canonical(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if string(got) != string(want) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// TestConformanceSemVer runs semver.org's list of valid and invalid versions, and node-semver's ordered pairs through
// Successor. Of the valid ones we refuse those with build metadata or with
// numbers beyond 18 digits, and no others.
func TestConformanceSemVer(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(os.Getenv("VECTORS"), "semver", "semver2_vectors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct {
		Valid   []string    `json:"valid"`
		Invalid []string    `json:"invalid"`
		Greater [][2]string `json:"greater"`
	}
	if err := json.Unmarshal(raw, &vectors); err != nil {
		t.Fatal(err)
	}
	for _, v := range vectors.Valid {
		var ps Problems
		ps.SemVer("/version", v)
		beyond := strings.HasPrefix(v, "99999999999999999999999.") // SemVer sets no limit; ours is 18 digits
		if refused := len(ps) > 0; refused != (strings.Contains(v, "+") || beyond) {
			t.Errorf("the valid version %q: %v", v, ps)
		}
	}
	for _, v := range vectors.Invalid {
		var ps Problems
		if ps.SemVer("/version", v); len(ps) == 0 {
			t.Errorf("the invalid version %q was accepted", v)
		}
	}
	for _, pair := range vectors.Greater {
		newer, older := []byte(`{"v":"`+pair[0]+`"}`), []byte(`{"v":"`+pair[1]+`"}`)
		kind := Kind{
			Bump: func(_, _ []byte) (Bump, string, error) { return None, "", nil },
			Version: func(raw []byte) (string, error) {
				var d struct{ V string }
				return d.V, json.Unmarshal(raw, &d)
			},
		}
		version := func(before, after []byte) bool {
			_, _, err := kind.Successor(before, after)
			return slices.ContainsFunc(findings(err), func(f string) bool { return strings.HasPrefix(f, "bump ") })
		}
		if !version(newer, older) {
			t.Errorf("%s was accepted as a successor of %s", pair[1], pair[0])
		}
	}
}
