package desk

import (
	"os"
	"reflect"
	"testing"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/web"
)

// Evaluation data of a spec in force is found among the sources of a mixture.
func TestContaminated(t *testing.T) {
	read := func(path string) []byte {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	raw := read("../../modelspec/testdata/spec.json")
	spec, err := modelspec.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	mixture, err := datasets.ParseMixture(read("../../datasets/testdata/mixture.json"))
	if err != nil {
		t.Fatal(err)
	}
	digest := document.Sum(raw)
	s := &shelf{current: []replay.Head{{Name: "spec/chat", Schema: modelspec.Schema, Digest: digest}, {Name: "mixture/x", Schema: datasets.MixtureSchema}}, heads: map[document.Digest]string{digest: "spec/chat"}, read: map[document.Digest][]byte{digest: raw}}
	books := mixture.Stages["first"].Sources["books"].Manifest
	leaked := datasets.Manifest{Files: map[string]datasets.File{"a.jsonl": {SHA256: spec.Evaluations["toxicity"].DataSHA256}}}
	got, err := s.contaminated(t.Context(), mixture, map[document.Digest]datasets.Manifest{books: leaked})
	want := []web.Contamination{{Source: "books", Spec: "spec/chat", Evaluation: "toxicity", Where: "/files/a.jsonl"}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := s.contaminated(t.Context(), mixture, nil); err != nil || len(got) != 0 {
		t.Errorf("without manifests: %+v, %v", got, err)
	}
}
