//go:build conformance

package datasets

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
)

// TestConformanceMixtures builds mixtures from published tables: GPT-3's percentages sum to 101 and are refused until
// they are normalised; LLaMA's sum to 100.
func TestConformanceMixtures(t *testing.T) {
	for name, want := range map[string]struct {
		refused bool
		weights []int64 // in the order of the table, after normalising
	}{
		"gpt3.json":   {true, []int64{594059405941, 217821782178, 79207920792, 79207920792, 29702970297}},
		"llama1.json": {false, []int64{670000000000, 150000000000, 45000000000, 45000000000, 45000000000, 25000000000, 20000000000}},
	} {
		raw, err := os.ReadFile(filepath.Join(os.Getenv("VECTORS"), "mixtures", name))
		if err != nil {
			t.Fatalf("%v: set VECTORS to the folder that holds mixtures", err)
		}
		var table struct {
			Sources []struct {
				ID     string `json:"id"`
				Weight string `json:"weight_pct"`
			} `json:"sources"`
		}
		if err := json.Unmarshal(raw, &table); err != nil {
			t.Fatal(err)
		}
		sources := map[string]Source{}
		for _, s := range table.Sources {
			percent := document.Decimal(strings.TrimSuffix(s.Weight, ".0")).Rat()
			percent.Mul(percent, document.Decimal(fmt.Sprint(int64(Whole/100))).Rat())
			sources[s.ID] = Source{Manifest: document.Sum([]byte(s.ID)), Weight: percent.Num().Int64(), Maximum: Whole}
		}
		asPublished, err := document.Marshal(Mixture{
			Schema: MixtureSchema, ID: "published", Name: name, Version: "1.0.0", Summary: "A published table.",
			Tokenizer: Tokenizer{ID: "published", Name: "as published"}, Budget: 1000,
			Stages: map[string]Stage{"all": {Order: 1, Tokens: 1000, Summary: "One stage.", Sources: sources}},
		})
		if err != nil {
			t.Fatal(err)
		}
		got := rules(MixtureKind().Validate(asPublished))
		if want.refused != slices.Equal(got, []string{"sum /stages/all/sources"}) || !want.refused && got != nil {
			t.Errorf("%s as published: %v", name, got)
		}
		normalised, err := NormaliseMixture(asPublished)
		if err != nil {
			t.Fatal(err)
		}
		m, err := ParseMixture(normalised)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range table.Sources {
			if w := m.Stages["all"].Sources[s.ID].Weight; w != want.weights[i] {
				t.Errorf("%s: %s weighs %d, want %d", name, s.ID, w, want.weights[i])
			}
		}
		if len(m.Stages["all"].Sources) != len(want.weights) {
			t.Errorf("%s: %d sources", name, len(m.Stages["all"].Sources))
		}
	}
}
