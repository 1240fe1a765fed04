//go:build conformance

package croissant

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document/documenttest"
)

func vectors(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(os.Getenv("VECTORS"), "croissant", pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files (%v): set VECTORS to the folder that holds croissant", err)
	}
	return files
}

// Published files import at the grade that they deserve. The rules are those of findings that keep each from the next.
func TestConformanceValid(t *testing.T) {
	want := map[string]struct {
		version string
		grade   Grade
		rules   string // some of what keeps it from the next grade
	}{
		"commoncrawl-CC-MAIN-2025-43-draft.json": {"1.1", L2, "licence undetermined size"},
		"gpt-3.json":                             {"1.0", L1, "fake-hash required"},
		"huggingface-mnist.json":                 {"1.0", L1, "fake-hash required"},
		"huggingface-squad_v2.json":              {"1.1", L1, "fake-hash required"},
		"recipe_minimal.json":                    {"1.0", L1, "required"},
		"titanic.json":                           {"1.0", L1, "required"},
		"wiki-text.json":                         {"1.0", L1, "required"},
	}
	schema := documenttest.Compile(t, datasets.DatasetKind())
	files := vectors(t, "valid/*.json")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in, err := Read(raw, Origin{})
		w := want[filepath.Base(file)]
		if err != nil || in.Version != w.version || in.Grade != w.grade {
			t.Errorf("%s: version %s, grade %v, want %v: %v", file, in.Version, in.Grade, w, err)
		}
		rules := map[string]bool{}
		for _, f := range in.Findings {
			if f.Against == in.Grade+1 {
				rules[f.Rule] = true
			}
		}
		// The draft is judged alike by the validator and by the JSON Schema that others have.
		draft, err := json.Marshal(in.Manifest)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Check(t, draft); (err == nil) != (len(in.Open) == 0) {
			t.Errorf("%s: the schema says %v, the validator %v", file, err, in.Open)
		}
		for _, rule := range strings.Fields(w.rules) {
			if !rules[rule] {
				t.Errorf("%s: no finding of the rule %s: %v", file, rule, in.Findings)
			}
		}
	}
	if len(files) != len(want) {
		t.Errorf("%d files, want %d", len(files), len(want))
	}
}

// What the reference validator refuses is refused for the same fault.
func TestConformanceInvalid(t *testing.T) {
	faults := map[string]struct{ rule, ours, theirs string }{
		"distribution_bad_id":                  {"id", "ids should not contain spaces", "`@id`: 'ids should not contain spaces'"},
		"distribution_missing_encoding_format": {"encodingFormat", "is mandatory", `encodingFormat" is mandatory`},
		"mlfield_missing_source":               {"source", "a-record-set/first-field\" does not define source or value", "first-field does not define `source` or `value`"},
		"recordset_bad_type":                   {"type", `"a-record-set" should have the "@type" cr:RecordSet`, `"a-record-set" should have an attribute "@type"`},
	}
	folders := vectors(t, "invalid/*")
	for _, folder := range folders {
		raw, err := os.ReadFile(filepath.Join(folder, "metadata.json"))
		if err != nil {
			t.Fatal(err)
		}
		output, err := os.ReadFile(filepath.Join(folder, "output.txt"))
		if err != nil {
			t.Fatal(err)
		}
		fault := faults[filepath.Base(folder)]
		if !strings.Contains(string(output), fault.theirs) {
			t.Errorf("%s: the reference says something else now: %s", folder, output)
		}
		in, err := Read(raw, Origin{})
		found := false
		for _, f := range in.Findings {
			found = found || f.Against == L1 && f.Rule == fault.rule && strings.Contains(f.Detail, fault.ours)
		}
		if err == nil || in.Grade != L0 || !found {
			t.Errorf("%s: grade %v, %v", folder, in.Grade, in.Findings)
		}
	}
	if len(folders) != len(faults) {
		t.Errorf("%d folders, want %d", len(folders), len(faults))
	}
}
