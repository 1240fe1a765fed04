package croissant

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, path string) []byte {
	tb.Helper()
	raw, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

// What is exported can be imported at the best grade, and says the same.
func TestExportImport(t *testing.T) {
	for _, name := range []string{"dataset", "dataset-index"} {
		m, err := datasets.ParseManifest(read(t, "../testdata/"+name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		raw, err := Export(m, "https://example.org/files")
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", name+".croissant.json")
		if *update {
			if err := os.WriteFile(golden, raw, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(raw, read(t, golden)) {
			t.Errorf("%s differs from %s; go test -update writes it", name, golden)
		}
		in, err := Read(raw, Origin{URL: "https://example.org/croissant.json", At: 1_700_000_000})
		if err != nil || in.Grade != L3 || len(in.Findings) > 0 || in.Version != "1.1" {
			t.Fatalf("%s: grade %v, %v, %v", name, in.Grade, in.Findings, err)
		}
		got := in.Manifest
		if got.ID != m.ID || got.Version != m.Version || got.Summary != m.Summary || got.Published != m.Published || !reflect.DeepEqual(got.Collected, m.Collected) ||
			got.Licence.Declared != m.Licence.Declared || got.Source.Category != m.Source.Category || !reflect.DeepEqual(got.Languages, m.Languages) ||
			!reflect.DeepEqual(got.Size, m.Size) || !reflect.DeepEqual(got.Files, m.Files) || !reflect.DeepEqual(got.Index, m.Index) || !reflect.DeepEqual(got.Derivation, m.Derivation) ||
			!reflect.DeepEqual(got.Rights, m.Rights) || !reflect.DeepEqual(got.ProhibitedUses, m.ProhibitedUses) || got.Availability != m.Availability {
			t.Errorf("%s came back as %+v", name, got)
		}
		if len(got.Creators) != len(m.Creators) || len(got.Limitations) != len(m.Limitations) || len(got.Uses) != len(m.Uses) {
			t.Errorf("%s came back as %+v", name, got)
		}
		if got.Personal.Contains != "no-assertion" || !strings.Contains(got.Personal.Note, "No personal data was found.") {
			t.Errorf("a claim without its evidence was taken over: %+v", got.Personal)
		}
		if i := got.Imported; i.From != "croissant-1-1" || i.SHA256 != document.Sum(raw) || i.Grade != "L3" || i.At != 1_700_000_000 {
			t.Errorf("the import record is %+v", i)
		}
	}
}

// Every file of a manifest survives, whatever it is called.
func TestExportPaths(t *testing.T) {
	m, err := datasets.ParseManifest(read(t, "../testdata/dataset.json"))
	if err != nil {
		t.Fatal(err)
	}
	f := datasets.File{SHA256: document.Sum([]byte("x")), Size: 1, Format: "a/b"}
	m.Files = map[string]datasets.File{"a b/c d.txt": f, "100%/x?y#z.csv": f, "ü/日本.jsonl": f, "plain.txt": f, "<b>&\"": f}
	m.Size.Bytes = int64(len(m.Files))
	raw, err := Export(m, "")
	if err != nil {
		t.Fatal(err)
	}
	in, err := Read(raw, Origin{})
	if err != nil || !reflect.DeepEqual(in.Manifest.Files, m.Files) {
		t.Errorf("%v %v: %v", in.Manifest.Files, in.Findings, err)
	}
}

// edited returns a good file with one place changed.
func edited(tb testing.TB, edit func(d map[string]any)) []byte {
	tb.Helper()
	var d map[string]any
	if err := json.Unmarshal(read(tb, "testdata/dataset.croissant.json"), &d); err != nil {
		tb.Fatal(err)
	}
	edit(d)
	raw, err := json.Marshal(d)
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

func TestGrades(t *testing.T) {
	file := func(d map[string]any) map[string]any { return d["distribution"].([]any)[0].(map[string]any) }
	usage := func(d map[string]any) []any { return d["usageInfo"].([]any) }
	for _, test := range []struct {
		name  string
		edit  func(d map[string]any)
		grade Grade
		rule  string // empty: nothing is found
		words string
	}{
		{"as it is", func(map[string]any) {}, L3, "", ""},
		{"schema.org over http", func(d map[string]any) {
			c := d["@context"].(map[string]any)
			c["@vocab"], c["sc"] = "http://schema.org/", "http://schema.org/"
		}, L3, "", ""},
		{"Croissant over https", func(d map[string]any) {
			d["@context"].(map[string]any)["cr"], d["conformsTo"] = "https://mlcommons.org/croissant/", []any{"https://mlcommons.org/croissant/1.0"}
		}, L3, "", ""},
		{"a hash that is an address", func(d map[string]any) { file(d)["sha256"] = "https://github.com/mlcommons/croissant/issues/80" }, L1, "fake-hash", "an address"},
		{"a hash that is a word", func(d map[string]any) { file(d)["sha256"] = "sha256" }, L1, "fake-hash", "a word"},
		{"a hash that is an md5", func(d map[string]any) { file(d)["sha256"] = strings.Repeat("0f", 16) }, L1, "fake-hash", "MD5"},
		{"a hash in base64", func(d map[string]any) { file(d)["sha256"] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" }, L1, "fake-hash", "base64"},
		{"the hash of nothing", func(d map[string]any) { file(d)["sha256"] = document.Sum(nil) }, L1, "fake-hash", "no bytes"},
		{"a hash of zeros", func(d map[string]any) { file(d)["sha256"] = document.Digest{} }, L1, "fake-hash", "zeros"},
		{"no hash", func(d map[string]any) { delete(file(d), "sha256") }, L1, "sha256", "no sha256"},
		{"md5 alone", func(d map[string]any) { delete(file(d), "sha256"); file(d)["md5"] = strings.Repeat("0f", 16) }, L2, "sha256", "md5"},
		{"licence other", func(d map[string]any) { d["license"] = "other" }, L2, "licence", "other"},
		{"licence unknown", func(d map[string]any) { d["license"] = "unknown" }, L2, "licence", "unknown"},
		{"licence Public", func(d map[string]any) { d["license"] = "Public" }, L2, "licence", "Public"},
		{"licence alias", func(d map[string]any) { d["license"] = []any{"odc-by"} }, L3, "", ""},
		{"licence as a work", func(d map[string]any) {
			d["license"] = map[string]any{"@type": "CreativeWork", "url": "https://choosealicense.com/licenses/cc-by-sa-4.0/"}
		}, L3, "", ""},
		{"no licence", func(d map[string]any) { delete(d, "license") }, L1, "required", "license"},
		{"no creator", func(d map[string]any) { delete(d, "creator") }, L1, "required", "creator"},
		{"a date that is none", func(d map[string]any) { d["datePublished"] = "2024-02-31" }, L1, "date", "2024-02-31"},
		{"loose version", func(d map[string]any) { d["version"] = "1.0" }, L2, "version", "1.0"},
		{"no language", func(d map[string]any) { delete(d, "inLanguage") }, L2, "language", "und"},
		{"nothing on people", func(d map[string]any) { delete(d, "rai:personalSensitiveInformation") }, L2, "rai:personalSensitiveInformation", ""},
		{"rounded size", func(d map[string]any) { file(d)["contentSize"] = "1.2 MB" }, L2, "size", "exact size"},
		{"invisible characters", func(d map[string]any) { d["name"] = "good\u202edab" }, L2, "invisible", ""},
		{"a path that leaves the folder", func(d map[string]any) {
			file(d)["@id"], file(d)["name"], file(d)["contentUrl"] = "../../x", "/etc", "https://example.org/.."
		}, L2, "path", ""},
		{"not decomposed", func(d map[string]any) { d["name"] = "Cafe\u0301" }, L3, "", ""},
		{"a ground of use that nobody knows", func(d map[string]any) { usage(d)[0].(map[string]any)["termCode"] = "because" }, L2, "rights", "because"},
		{"an opt-out that nobody knows", func(d map[string]any) { usage(d)[1].(map[string]any)["termCode"] = "telepathy" }, L2, "opt-out", "telepathy"},
		{"an opt-out said to be honoured", func(d map[string]any) { delete(usage(d)[1].(map[string]any), "subjectOf") }, L2, "opt-out", "nothing shows it"},
		{"a prohibition of nothing", func(d map[string]any) {
			d["usageInfo"] = map[string]any{"@type": "odrl:Offer", "odrl:prohibition": map[string]any{}}
		}, L2, "prohibition", "which"},
		{"too many prohibitions", func(d map[string]any) {
			rule := map[string]any{"peritus:id": "a", "odrl:action": map[string]any{"name": "x"}}
			d["usageInfo"] = map[string]any{"@type": "odrl:Offer", "odrl:prohibition": slices.Repeat([]any{rule}, 1001)}
		}, L2, "size", "1000 prohibitions"},
		{"version 0.8", func(d map[string]any) { d["conformsTo"] = "http://mlcommons.org/croissant/0.8" }, L0, "conforms-to", ""},
		{"no name", func(d map[string]any) { d["name"] = "  " }, L0, "name", ""},
		{"no context", func(d map[string]any) { delete(d, "@context") }, L0, "context", ""},
		{"context to fetch", func(d map[string]any) { d["@context"] = "https://evil.example/context.json" }, L0, "context", "none is fetched"},
		{"context in the middle", func(d map[string]any) { file(d)["@context"] = map[string]any{} }, L0, "context", "inside"},
		{"circular context", func(d map[string]any) {
			c := d["@context"].(map[string]any)
			c["name"], c["b"] = "b", "name"
		}, L0, "name", ""},
		{"contained in itself", func(d map[string]any) { file(d)["containedIn"] = map[string]any{"@id": file(d)["@id"]} }, L0, "circle", ""},
		{"contained in nothing", func(d map[string]any) { file(d)["containedIn"] = map[string]any{"@id": "nowhere"} }, L0, "reference", "nowhere"},
		{"twice the same id", func(d map[string]any) { d["distribution"] = append(d["distribution"].([]any), file(d)) }, L0, "id", "twice"},
		{"a graph", func(d map[string]any) { d["@type"] = "sc:DataCatalog" }, L0, "type", ""},
		{"files set without a digest", func(d map[string]any) {
			d["distribution"] = append(d["distribution"].([]any), map[string]any{"@type": "cr:FileSet", "@id": "more", "encodingFormat": "text/csv", "includes": "*.csv"})
		}, L2, "undetermined", "more"},
	} {
		in, err := Read(edited(t, test.edit), Origin{})
		if in.Grade != test.grade || (err != nil) != (test.grade == L0) {
			t.Errorf("%s: grade %v, want %v: %v", test.name, in.Grade, test.grade, in.Findings)
			continue
		}
		found := test.rule == "" && len(in.Findings) == 0
		for _, f := range in.Findings {
			found = found || f.Rule == test.rule && strings.Contains(f.Detail, test.words)
		}
		if !found {
			t.Errorf("%s: want a finding of %q with %q, got %v", test.name, test.rule, test.words, in.Findings)
		}
	}
}

// Conditions of use in the words of others reach the voters.
func TestForeignUsage(t *testing.T) {
	in, err := Read(edited(t, func(d map[string]any) {
		d["@context"].(map[string]any)["odrl"] = "https://www.w3.org/ns/odrl/2/"
		d["usageInfo"] = []any{
			"https://example.org/terms",
			map[string]any{"@type": "DefinedTerm", "name": "Population research", "termCode": "DUO_0000011"},
			map[string]any{
				"@type": []any{"CreativeWork", "odrl:Offer"},
				"odrl:permission": map[string]any{
					"odrl:action": map[string]any{"@id": "duo:0000042", "name": "Any research"},
					"odrl:constraint": []any{
						map[string]any{"name": "No commerce"},
						map[string]any{"odrl:leftOperand": map[string]any{"@id": "odrl:spatial"}, "odrl:operator": map[string]any{"@id": "odrl:eq"}, "odrl:rightOperand": "EU"},
					},
				},
				"odrl:prohibition": []any{map[string]any{"odrl:action": "odrl:sell"}, map[string]any{"odrl:action": map[string]any{"name": "Ranking people"}}},
			},
		}
		d["conditionsOfAccess"] = "Sign the form first."
	}), Origin{})
	if err != nil || in.Grade != L3 {
		t.Fatal(in.Grade, in.Findings, err)
	}
	m := in.Manifest
	note := "https://example.org/terms\nPopulation research (DUO_0000011)\nAny research (duo:0000042); No commerce; odrl:spatial odrl:eq EU"
	if m.Rights.Basis != "not-known" || m.Rights.Note != note {
		t.Errorf("rights are %+v", m.Rights)
	}
	if want := map[string]string{"use-1": "odrl:sell", "use-2": "Ranking people"}; !reflect.DeepEqual(m.ProhibitedUses, want) {
		t.Errorf("prohibited uses are %v", m.ProhibitedUses)
	}
	if m.Availability != (datasets.Availability{Status: "public", Note: "Sign the form first."}) {
		t.Errorf("availability is %+v", m.Availability)
	}
	// Whoever says that data is public has to say what it is.
	in, err = Read(edited(t, func(d map[string]any) {
		d["distribution"].([]any)[0].(map[string]any)["sha256"] = "none"
		d["distribution"] = d["distribution"].([]any)[:1]
	}), Origin{})
	if err != nil || in.Manifest.Availability.Status != "unpublished" {
		t.Errorf("%+v, %v", in.Manifest.Availability, err)
	}
}

func TestHostile(t *testing.T) {
	for name, test := range map[string]struct {
		raw  string
		rule string
	}{
		"nothing":         {"", "syntax"},
		"cut off":         {`{"@context": {"a": `, "syntax"},
		"a list":          {`[]`, "type"},
		"null":            {`null`, "type"},
		"more":            {`{} {}`, "syntax"},
		"duplicate keys":  {`{"name": "a", "name": "b"}`, "duplicate-key"},
		"10 MB of arrays": {strings.Repeat("[", 10<<20), "size"},
		"nested arrays":   {strings.Repeat("[", 4<<20), "depth"},
		"nested objects":  {strings.Repeat(`{"a":`, 1<<20), "depth"},
		"many values":     {"[" + strings.Repeat("0,", 3<<20) + "0]", "size"},
		"not UTF-8":       {"{\"a\":\"\xff\"}", "utf-8"},
	} {
		in, err := Read([]byte(test.raw), Origin{})
		var problems document.Problems
		if !errors.As(err, &problems) || problems[0].Rule != test.rule || in.Grade != L0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"dataset", "dataset-index"} {
		f.Add(read(f, "testdata/"+name+".croissant.json"))
	}
	f.Add([]byte(`{"@context":"http://mlcommons.org/croissant/1.0","@type":"Dataset","name":"n","conformsTo":"http://mlcommons.org/croissant/1.0","recordSet":{"@type":"cr:RecordSet","field":[{"@type":"cr:Field","value":1}]}}`))
	f.Add([]byte(`{"@context":{"a":"b:c","b":"a:d"},"@type":"a","a":[{"@id":[1.5e3,null]}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		in, err := Read(raw, Origin{})
		if (err != nil) != (in.Grade < L1) {
			t.Fatalf("grade %v, and %v", in.Grade, err)
		}
		if in.Grade < L3 {
			if len(in.Findings) == 0 {
				t.Fatalf("grade %v for no reason", in.Grade)
			}
			return
		}
		// A file that is fit for a vote can be given out again, and is still fit.
		out, err := Export(in.Manifest, "")
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(out, Origin{})
		if err != nil || again.Grade != L3 || !reflect.DeepEqual(again.Manifest.Files, in.Manifest.Files) {
			t.Fatalf("grade %v: %v %v\n%s", again.Grade, err, again.Findings, out)
		}
	})
}
