package datasets

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/governance/document"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// edit returns a document with one value set, or removed where value is "". The path is written with "/", "~1" for a
// slash inside a key.
func edit(t testing.TB, raw []byte, path, value string) []byte {
	t.Helper()
	var root map[string]any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&root); err != nil {
		t.Fatal(err)
	}
	at := root
	keys := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for i := range keys {
		keys[i] = strings.ReplaceAll(keys[i], "~1", "/")
	}
	for _, key := range keys[:len(keys)-1] {
		next, ok := at[key].(map[string]any)
		if !ok {
			next = map[string]any{}
			at[key] = next
		}
		at = next
	}
	if last := keys[len(keys)-1]; value == "" {
		delete(at, last)
	} else {
		at[last] = json.RawMessage(value)
	}
	out, err := json.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func compile(t testing.TB, text string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func accepts(t testing.TB, s *jsonschema.Schema, raw []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func rules(err error) []string {
	var ps document.Problems
	errors.As(err, &ps)
	var out []string
	for _, p := range ps {
		out = append(out, p.Rule+" "+p.Path)
	}
	return out
}

func TestExamples(t *testing.T) {
	for _, c := range []struct {
		file, schema string
		kind         document.Kind
		version      string
	}{
		{"dataset.json", DatasetJSONSchema, DatasetKind(), "1.2.0"},
		{"dataset-index.json", DatasetJSONSchema, DatasetKind(), "1.2.0"},
		{"mixture.json", MixtureJSONSchema, MixtureKind(), "1.0.0"},
	} {
		raw := read(t, c.file)
		if err := c.kind.Validate(raw); err != nil {
			t.Errorf("%s: %v", c.file, err)
		}
		if err := accepts(t, compile(t, c.schema), raw); err != nil {
			t.Errorf("%s: the schema says %v", c.file, err)
		}
		if v, err := c.kind.Version(raw); err != nil || v != c.version {
			t.Errorf("%s: version %q, %v", c.file, v, err)
		}
	}
	raw := read(t, "dataset.json")
	m, err := ParseManifest(raw)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := document.Canonical(raw)
	if got, err := document.Marshal(m); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the manifest is written again as %s (%v), want %s", got, err, want)
	}
}

// TestEveryFieldIsRequired removes each field in turn: Go and the schemas must agree on whether it may be missing,
// but for rules that compare fields with each other.
func TestEveryFieldIsRequired(t *testing.T) {
	for _, c := range []struct {
		file, schema string
		kind         document.Kind
		least        int
	}{
		{"dataset.json", DatasetJSONSchema, DatasetKind(), 70},
		{"dataset-index.json", DatasetJSONSchema, DatasetKind(), 70},
		{"mixture.json", MixtureJSONSchema, MixtureKind(), 40},
	} {
		raw, schema := read(t, c.file), compile(t, c.schema)
		checked := 0
		var walk func(path string, v any)
		walk = func(path string, v any) {
			members, _ := v.(map[string]any)
			for _, key := range slices.Sorted(maps.Keys(members)) {
				at := path + "/" + strings.ReplaceAll(key, "/", "~1")
				without := edit(t, raw, at, "")
				goErr, schemaErr := c.kind.Validate(without), accepts(t, schema, without)
				between := slices.ContainsFunc(rules(goErr), func(r string) bool {
					rule, _, _ := strings.Cut(r, " ")
					return slices.Contains([]string{"sum", "evidence", "files", "order", "bounds"}, rule)
				})
				if (goErr == nil) != (schemaErr == nil) && !between {
					t.Errorf("%s without %s: Go says %v, the schema says %v", c.file, at, goErr, schemaErr)
				}
				checked++
				walk(at, members[key])
			}
		}
		var v any
		if err := json.Unmarshal(raw, &v); err != nil {
			t.Fatal(err)
		}
		if walk("", v); checked < c.least {
			t.Errorf("%s: only %d fields were tried", c.file, checked)
		}
	}
}

func TestRefusals(t *testing.T) {
	file := `{"sha256":"` + strings.Repeat("a", 64) + `","size":1,"format":"jsonl"}`
	const beyond = true // only Go can know
	for _, c := range []struct {
		file, path, value, want string
		beyond                  bool
	}{
		{"dataset.json", "/schema", `"peritus/dataset/v2"`, "schema /schema", false},
		{"dataset.json", "/version", `"v1"`, "semver /version", false},
		{"dataset.json", "/creators", `{}`, "required /creators", false},
		{"dataset.json", "/withdrawn", `{"ground":"because","reason":"So."}`, "choice /withdrawn/ground", false},
		{"dataset.json", "/withdrawn", `{"ground":"licence","reason":""}`, "required /withdrawn/reason", false},
		{"dataset.json", "/published", `"2024"`, "date /published", false},
		{"dataset.json", "/collected/to", `"2019-12-31"`, "order /collected/to", beyond},
		{"dataset.json", "/licence/declared", `"Public"`, "licence /licence/declared", beyond},
		{"dataset.json", "/licence/declared", `"odc-by"`, "licence /licence/declared", beyond},
		{"dataset.json", "/licence/evidence", ``, "evidence /licence/evidence", beyond},
		{"dataset.json", "/source/category", `"internet"`, "choice /source/category", false},
		{"dataset.json", "/derivation/scans/relation", `"stolen"`, "choice /derivation/scans/relation", false},
		{"dataset.json", "/rights/basis", `"fair"`, "choice /rights/basis", false},
		{"dataset.json", "/rights/optOuts/robots/honoured", `"yes"`, "evidence /rights/optOuts/robots/evidence", beyond},
		{"dataset.json", "/personalData/scans", ``, "evidence /personalData/scans", beyond},
		{"dataset.json", "/personalData/contains", `false`, "type /personalData/contains", false},
		{"dataset.json", "/languages", `{}`, "required /languages", false},
		{"dataset.json", "/languages/en", `"1.5"`, "range /languages/en", false},
		{"dataset.json", "/languages/en", `0.5`, "number /languages/en", false},
		{"dataset.json", "/size/bytes", `301`, "sum /size/bytes", beyond},
		{"dataset.json", "/size/tokens/GPT", `1`, "id /size/tokens/GPT", false},
		{"dataset.json", "/size/tokens/gpt2-bpe", `0`, "range /size/tokens/gpt2-bpe", false},
		{"dataset.json", "/files/..~1a", file, "path /files/..~1a", false},
		{"dataset.json", "/files", ``, "files ", beyond},
		{"dataset.json", "/files/a~1part-1.jsonl/sha256", `"http://example.org"`, "format /files/a~1part-1.jsonl/sha256", false},
		{"dataset.json", "/index", `{"sha256":"` + strings.Repeat("a", 64) + `","root":"` + strings.Repeat("a", 64) + `","files":1,"bytes":300}`, "files /index", beyond},
		{"dataset-index.json", "/index/bytes", `299`, "sum /size/bytes", beyond},
		{"dataset-index.json", "/index/files", `0`, "range /index/files", false},
		{"dataset.json", "/imported/grade", `"L4"`, "choice /imported/grade", false},
		{"dataset.json", "/imported/at", `"2024-06-01"`, "format /imported/at", false},

		{"mixture.json", "/schema", `"peritus/dataset/v1"`, "schema /schema", false},
		{"mixture.json", "/budget", `1001`, "sum /budget", beyond},
		{"mixture.json", "/budget", `0`, "range /budget", false},
		{"mixture.json", "/stages", `{}`, "required /stages", false},
		{"mixture.json", "/stages/last/order", `1`, "order /stages/last/order", beyond},
		{"mixture.json", "/stages/last/order", `3`, "range /stages/last/order", beyond},
		{"mixture.json", "/stages/first/sources", `{}`, "required /stages/first/sources", false},
		{"mixture.json", "/stages/first/sources/web/weight", `750000000001`, "sum /stages/first/sources", beyond},
		{"mixture.json", "/stages/first/sources/web/weight", `0`, "range /stages/first/sources/web/weight", false},
		{"mixture.json", "/stages/first/sources/web/weight", `"750000000000"`, "type /stages/first/sources/web/weight", false},
		{"mixture.json", "/stages/first/sources/web/minimum", `800000000000`, "bounds /stages/first/sources/web/weight", beyond},
		{"mixture.json", "/stages/first/sources/books/minimum", `600000000000`, "bounds /stages/first/sources/books/weight", beyond},
		{"mixture.json", "/stages/first/sources/web/maximum", `1000000000001`, "range /stages/first/sources/web/maximum", false},
		{"mixture.json", "/stages/first/sources/books/maxEpochs", `"-1"`, "range /stages/first/sources/books/maxEpochs", false},
		{"mixture.json", "/stages/first/sources/books/filters/length/keeps", `""`, "required /stages/first/sources/books/filters/length/keeps", false},
		{"mixture.json", "/epochs", `1`, "unknown-field /epochs", false},
	} {
		kind, schema := DatasetKind(), DatasetJSONSchema
		if c.file == "mixture.json" {
			kind, schema = MixtureKind(), MixtureJSONSchema
		}
		changed := edit(t, read(t, c.file), c.path, c.value)
		if got := rules(kind.Validate(changed)); !slices.Contains(got, c.want) {
			t.Errorf("%s %s = %s: %v, want %s", c.file, c.path, c.value, got, c.want)
		}
		if err := accepts(t, compile(t, schema), changed); (err == nil) != c.beyond {
			t.Errorf("%s %s = %s: the schema says %v", c.file, c.path, c.value, err)
		}
	}
}

func TestNormalise(t *testing.T) {
	got, err := Normalise(map[string]document.Decimal{"common-crawl": "60", "webtext2": "22", "books1": "8", "books2": "8", "wikipedia": "3"})
	want := map[string]int64{"common-crawl": 594059405941, "webtext2": 217821782178, "books1": 79207920792, "books2": 79207920792, "wikipedia": 29702970297}
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("GPT-3: %v, %v", got, err)
	}
	if got, err := Normalise(map[string]document.Decimal{"b": "1", "a": "1", "c": "1"}); err != nil || got["a"] != 333333333334 || got["b"] != 333333333333 {
		t.Errorf("a tie goes to the first id: %v, %v", got, err)
	}
	for _, bad := range []map[string]document.Decimal{{}, {"a": "0"}, {"a": "-1"}, {"a": "1.50"}, {"a": "1e3"}, {"a": "1", "b": "0.0000000000001"}} {
		if got, err := Normalise(bad); err == nil {
			t.Errorf("Normalise(%v) = %v", bad, got)
		}
	}
}

// TestNormaliseProperties: weights sum to the whole, differ from the exact share by less than one unit, and larger
// parts get no smaller weights.
func TestNormaliseProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := map[string]document.Decimal{}
		for i := range rapid.IntRange(1, 40).Draw(t, "n") {
			parts[fmt.Sprintf("s%02d", i)] = document.Decimal(fmt.Sprint(rapid.Int64Range(1, 1_000_000).Draw(t, "part")))
		}
		weights, err := Normalise(parts)
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		for a := range weights {
			sum += weights[a]
			for b := range weights {
				if parts[a].Compare(parts[b]) > 0 && weights[a] < weights[b] {
					t.Fatalf("%s is larger than %s and weighs less", a, b)
				}
			}
		}
		if sum != Whole {
			t.Fatalf("the weights sum to %d", sum)
		}
	})
}

func TestDerive(t *testing.T) {
	m, err := ParseMixture(read(t, "mixture.json"))
	if err != nil {
		t.Fatal(err)
	}
	books, err := ParseManifest(read(t, "dataset.json"))
	if err != nil {
		t.Fatal(err)
	}
	digest := m.Stages["first"].Sources["books"].Manifest
	gone := books
	gone.Withdrawn = &Withdrawal{"safety", "It teaches harm."}
	if d := Derive(m, map[document.Digest]Manifest{digest: gone}); !slices.Equal(d.Withdrawn, []string{"books"}) {
		t.Errorf("withdrawn are %v", d.Withdrawn)
	}
	d := Derive(m, map[document.Digest]Manifest{digest: books})
	want := []SourceShare{
		{"first", "books", 225000000000, 225, 90, "2.500"},
		{"first", "web", 675000000000, 675, 0, ""},
		{"last", "books", 100000000000, 100, 90, "1.111"},
	}
	if !slices.Equal(d.Sources, want) {
		t.Errorf("sources %+v", d.Sources)
	}
	if !maps.Equal(d.Categories, map[string]int64{"public-dataset": 325000000000, "not-known": 675000000000}) ||
		!maps.Equal(d.Licences, map[string]int64{"CC-BY-4.0 OR CC-BY-SA-4.0": 325000000000, "not-known": 675000000000}) ||
		!maps.Equal(d.Personal, map[string]int64{"no": 325000000000, "not-known": 675000000000}) ||
		!maps.Equal(d.OptOuts, map[string]int64{"partly": 325000000000, "not-known": 675000000000}) {
		t.Errorf("derived %+v", d)
	}
	if !maps.Equal(d.Rights, map[string]int64{books.Rights.Basis: 325000000000, "not-known": 675000000000}) || len(d.Conditions) != 0 {
		t.Errorf("rights %v, conditions %v", d.Rights, d.Conditions)
	}
	strict := books
	strict.Licence.Concluded = "CC-BY-NC-SA-4.0 OR GPL-3.0-only"
	if d := Derive(m, map[document.Digest]Manifest{digest: strict}); !maps.Equal(d.Conditions, map[string]int64{"share-alike": 325000000000}) {
		t.Errorf("conditions %v", d.Conditions)
	}
	if !slices.Equal(d.Missing, []string{"web"}) || len(d.Exceeded) != 0 {
		t.Errorf("missing %v, exceeded %v", d.Missing, d.Exceeded)
	}
	books.Size.Tokens["gpt2-bpe"] = 89
	if d := Derive(m, map[document.Digest]Manifest{digest: books}); !slices.Equal(d.Exceeded, []string{"books"}) {
		t.Errorf("read 2.53 times where 2.5 are allowed: %v", d.Exceeded)
	}
	if err := CheckManifests(m, map[document.Digest]Manifest{digest: books}); !slices.Equal(rules(err), []string{"reference /stages/first/sources/web/manifest"}) {
		t.Errorf("CheckManifests: %v", err)
	}
}

func TestContaminated(t *testing.T) {
	m, err := ParseMixture(read(t, "mixture.json"))
	if err != nil {
		t.Fatal(err)
	}
	books, err := ParseManifest(read(t, "dataset.json"))
	if err != nil {
		t.Fatal(err)
	}
	digest := m.Stages["first"].Sources["books"].Manifest
	manifests := map[document.Digest]Manifest{digest: books}
	for where, evaluation := range map[string]document.Digest{
		"the manifest itself":    digest,
		"/files/a~1part-1.jsonl": document.Sum([]byte("a")),
		"/derivation/scans":      document.Sum([]byte("scans")),
		"/imported":              document.Sum([]byte("croissant")),
	} {
		got := Contaminated(m, manifests, map[string]document.Digest{"exam": evaluation, "other": document.Sum([]byte("other"))})
		if len(got) == 0 || got[0] != (Contamination{"books", "exam", where}) {
			t.Errorf("%s: %v", where, got)
		}
	}
	// Evaluation data that has a manifest of its own: one file of it among the books is enough.
	exam := Manifest{Files: map[string]File{"exam/questions.jsonl": {SHA256: document.Sum([]byte("questions"))}, "exam/answers.jsonl": books.Files["a/part-1.jsonl"]}}
	manifests[document.Sum([]byte("exam"))] = exam
	if got := Contaminated(m, manifests, map[string]document.Digest{"exam": document.Sum([]byte("exam"))}); !slices.Equal(got, []Contamination{{"books", "exam", "/files/a~1part-1.jsonl"}}) {
		t.Errorf("overlapping files: %v", got)
	}
	if got := Contaminated(m, manifests, map[string]document.Digest{"other": document.Sum([]byte("other"))}); got != nil {
		t.Errorf("found %v where there is nothing", got)
	}
}

func TestBumpAndWarnings(t *testing.T) {
	other := strings.Repeat("a", 64)
	for _, c := range []struct {
		file, path, value string
		bump              document.Bump
		warns             []string
	}{
		{"dataset.json", "/summary", `"Other words."`, document.Patch, nil},
		{"dataset.json", "/licence/evidence/notice/note", `"Elsewhere."`, document.Patch, nil},
		{"dataset.json", "/personalData/contains", `"yes"`, document.Minor, nil},
		{"dataset.json", "/files/a~1part-1.jsonl/sha256", `"` + other + `"`, document.Major, []string{"data-swapped /files"}},
		{"dataset.json", "/licence/declared", `"CC-BY-4.0"`, document.Major, []string{"licence-changed /licence/declared", "licence-widened /licence/declared"}},
		{"dataset.json", "/rights/optOuts/requests/honoured", `"no"`, document.Minor, []string{"opt-out-dishonoured /rights/optOuts/requests"}},
		{"dataset.json", "/rights/optOuts/robots", ``, document.Minor, []string{"opt-out-removed /rights/optOuts/robots"}},
		{"dataset.json", "/prohibitedUses", ``, document.Minor, []string{"prohibition-removed /prohibitedUses/identification"}},
		{"dataset.json", "/prohibitedUses/x", `"Another."`, document.Major, nil},
		{"dataset.json", "/withdrawn", `{"ground":"licence","reason":"It was not theirs to give."}`, document.Major, []string{"withdrawn /withdrawn"}},
		{"dataset-index.json", "/index/sha256", `"` + other + `"`, document.Major, []string{"data-swapped /files"}},
		{"mixture.json", "/summary", `"Other words."`, document.Patch, nil},
		{"mixture.json", "/stages/last/summary", `"Other words."`, document.Patch, nil},
		{"mixture.json", "/tokenizer/id", `"llama"`, document.Major, nil},
		{"mixture.json", "/stages/first/sources/books/manifest", `"` + other + `"`, document.Minor, []string{"source-changed /stages/first/sources/books/manifest"}},
		{"mixture.json", "/stages/first/sources/books/maxEpochs", `"3"`, document.Minor, []string{"epochs-raised /stages/first/sources/books/maxEpochs"}},
		{"mixture.json", "/stages/first/sources/books/filters", ``, document.Minor, []string{"filter-removed /stages/first/sources/books/filters/length"}},
	} {
		kind := DatasetKind()
		if c.file == "mixture.json" {
			kind = MixtureKind()
		}
		before := read(t, c.file)
		after := edit(t, before, c.path, c.value)
		bump, why, err := kind.Bump(before, after)
		if err != nil || bump != c.bump || why == "" {
			t.Errorf("%s: %v because %q (%v), want %v", c.path, bump, why, err, c.bump)
		}
		warnings, err := kind.Warnings(before, after)
		var got []string
		for _, w := range warnings {
			got = append(got, w.Rule+" "+w.Path)
		}
		if err != nil || !slices.Equal(got, c.warns) {
			t.Errorf("%s: warnings %v (%v), want %v", c.path, got, err, c.warns)
		}
	}
	gone := edit(t, read(t, "dataset.json"), "/withdrawn", `{"ground":"licence","reason":"It was not theirs to give."}`)
	if is, err := DatasetKind().Withdrawn(gone); err != nil || !is {
		t.Errorf("it is withdrawn: %v (%v)", is, err)
	}
	for _, c := range []struct {
		after []byte
		bump  document.Bump
		warns int
	}{{read(t, "dataset.json"), document.Major, 1}, {edit(t, gone, "/withdrawn/reason", `"It never was."`), document.Patch, 0}} {
		bump, _, err := DatasetKind().Bump(gone, c.after)
		warnings, warned := DatasetKind().Warnings(gone, c.after)
		if err != nil || warned != nil || bump != c.bump || len(warnings) != c.warns {
			t.Errorf("after a withdrawal: %v, %v (%v, %v)", bump, warnings, err, warned)
		}
	}
	before := read(t, "mixture.json")
	source := func(weight string) string {
		return `{"manifest":"` + other + `","weight":` + weight + `,"minimum":0,"maximum":1000000000000}`
	}
	after := edit(t, before, "/stages/first/sources", `{"web":`+source("300000000000")+`,"news":`+source("700000000000")+`}`)
	warnings, err := MixtureKind().Warnings(before, after)
	var got []string
	for _, w := range warnings {
		got = append(got, w.Rule)
	}
	if err != nil || !slices.Equal(got, []string{"source-removed", "source-added", "source-changed", "share-moved"}) {
		t.Errorf("new sources: %v, %v", warnings, err)
	}
	after = edit(t, edit(t, edit(t, before, "/stages/last", ""), "/stages/first/tokens", "1000"), "/stages/first/order", "1")
	if warnings, err := MixtureKind().Warnings(before, after); err != nil || len(warnings) != 1 || warnings[0].Rule != "stage-removed" {
		t.Errorf("a stage less: %v, %v", warnings, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"dataset.json", "dataset-index.json", "mixture.json"} {
		f.Add(read(f, name))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		check := func(v any, err error) {
			if err != nil {
				if len(rules(err)) == 0 {
					t.Fatalf("a refusal without findings: %v", err)
				}
				return
			}
			canonical, _ := document.Canonical(raw)
			if written, err := document.Marshal(v); err != nil || !bytes.Equal(written, canonical) {
				t.Fatalf("%s is written again as %s (%v)", canonical, written, err)
			}
		}
		manifest, err := ParseManifest(raw)
		check(manifest, err)
		mixture, err := ParseMixture(raw)
		check(mixture, err)
		if err == nil {
			Derive(mixture, nil)
		}
	})
}

// BenchmarkManifest canonicalises, validates and digests a manifest of a megabyte: as it is stored, and as people write
// it, indented and with its keys in another order.
func BenchmarkManifest(b *testing.B) {
	m, err := ParseManifest(read(b, "dataset.json"))
	if err != nil {
		b.Fatal(err)
	}
	m.Files = map[string]File{}
	for i := range 8000 {
		m.Files[fmt.Sprintf("part-%05d.jsonl", i)] = File{document.Sum(fmt.Append(nil, i)), 100, "jsonl"}
	}
	m.Size.Bytes = 800_000
	canonical, err := document.Marshal(m)
	if err != nil {
		b.Fatal(err)
	}
	written, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		b.Fatal(err)
	}
	kinds := document.NewKinds(DatasetKind())
	for _, c := range []struct {
		name string
		raw  []byte
	}{{"canonical", canonical}, {"written", written}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.raw)))
			for b.Loop() {
				if _, got, digest, err := kinds.Check(c.raw); err != nil || len(got) != len(canonical) || digest != document.Sum(canonical) {
					b.Fatal(digest, err)
				}
			}
		})
	}
}

// BenchmarkMixtureDiff compares two mixtures of 250 sources, with the bump and the warnings.
func BenchmarkMixtureDiff(b *testing.B) {
	mixture := func(shift int64) []byte {
		m, err := ParseMixture(read(b, "mixture.json"))
		if err != nil {
			b.Fatal(err)
		}
		sources := map[string]Source{}
		for i := range int64(250) {
			weight := int64(Whole / 250)
			if i < 2 {
				weight += shift * (1 - 2*i)
			}
			sources[fmt.Sprintf("source-%03d", i)] = Source{Manifest: document.Sum(fmt.Append(nil, i)), Weight: weight, Maximum: Whole}
		}
		stage := m.Stages["first"]
		stage.Sources = sources
		m.Stages["first"] = stage
		raw, err := document.Marshal(m)
		if err != nil {
			b.Fatal(err)
		}
		return raw
	}
	before, after := mixture(0), mixture(1)
	kind := MixtureKind()
	for b.Loop() {
		if changes, err := document.Diff(before, after); err != nil || len(changes) != 2 {
			b.Fatal(changes, err)
		}
		if _, err := kind.Warnings(before, after); err != nil {
			b.Fatal(err)
		}
	}
}
