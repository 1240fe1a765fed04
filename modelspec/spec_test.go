package modelspec

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/peritus-dao/peritus/governance/document"
)

func example(t testing.TB) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/spec.json")
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// edit returns the example with one value set, or removed where value is "". The path is written with "/", keys as
// they are.
func edit(t testing.TB, raw []byte, path, value string) []byte {
	t.Helper()
	var root any
	if err := json.Unmarshal(raw, &root); err != nil {
		t.Fatal(err)
	}
	at := root.(map[string]any)
	keys := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for _, key := range keys[:len(keys)-1] {
		next, ok := at[key].(map[string]any)
		if !ok {
			next = map[string]any{}
			at[key] = next
		}
		at = next
	}
	last := strings.ReplaceAll(keys[len(keys)-1], "~1", "/")
	if value == "" {
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

func compileSchema(t testing.TB, text string) *jsonschema.Schema {
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

func schemaAccepts(t testing.TB, s *jsonschema.Schema, raw []byte) error {
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

func TestExample(t *testing.T) {
	raw := example(t)
	s, err := Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	if err := schemaAccepts(t, compileSchema(t, JSONSchema), raw); err != nil {
		t.Errorf("the schema refuses the example: %v", err)
	}
	want, err := document.Canonical(raw)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := document.Marshal(s); err != nil || !bytes.Equal(got, want) {
		t.Errorf("read and written again the example is\n%s\nwant\n%s (%v)", got, want, err)
	}
	kinds := document.NewKinds(Kind())
	if _, _, digest, err := kinds.Check(raw); err != nil || digest != document.Sum(want) {
		t.Errorf("Check = %s, %v", digest, err)
	}
	if v, err := Kind().Version(raw); err != nil || v != "1.0.0" {
		t.Errorf("Version = %q, %v", v, err)
	}
}

// TestEveryFieldIsRequired removes each field in turn: Go and the schema must agree on whether it may be missing.
func TestEveryFieldIsRequired(t *testing.T) {
	raw, schema := example(t), compileSchema(t, JSONSchema)
	var walk func(path string, v any)
	checked := 0
	walk = func(path string, v any) {
		members, ok := v.(map[string]any)
		if !ok {
			return
		}
		for key, value := range members {
			at := path + "/" + strings.ReplaceAll(key, "/", "~1")
			without := edit(t, raw, at, "")
			_, goErr := Parse(without)
			schemaErr := schemaAccepts(t, schema, without)
			// Removing a file or an evaluation that something else names breaks a rule that the schema cannot know.
			reference := slices.ContainsFunc(rules(goErr), func(r string) bool {
				return strings.HasPrefix(r, "reference ") || strings.HasPrefix(r, "root ")
			})
			if (goErr == nil) != (schemaErr == nil) && !reference {
				t.Errorf("without %s: Go says %v, the schema says %v", at, goErr, schemaErr)
			}
			checked++
			walk(at, value)
		}
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	walk("", v)
	if checked < 150 {
		t.Errorf("only %d fields were tried", checked)
	}
}

// TestRefusals sets one field at a time to something wrong. The schema must refuse it too, unless beyond says that
// only Go can know.
func TestRefusals(t *testing.T) {
	raw, schema := example(t), compileSchema(t, JSONSchema)
	zero := `"` + strings.Repeat("0", 64) + `"`
	const beyond = true
	for _, c := range []struct {
		path, value, want string
		beyond            bool
	}{
		{"/schema", `"peritus/model-spec/v2"`, "schema /schema", false},
		{"/id", `"Chat"`, "id /id", false},
		{"/name", `" x"`, "blanks /name", false},
		{"/name", `7`, "type /name", false},
		{"/version", `"1.0"`, "semver /version", false},
		{"/version", `"1.0.0+x"`, "semver /version", false},
		{"/parent", zero, "empty /parent", false},
		{"/summary", `"` + strings.Repeat("x", 2001) + `"`, "length /summary", false},
		{"/producer/url", `"javascript:alert(1)"`, "url /producer/url", false},
		{"/producer/extra", `1`, "unknown-field /producer/extra", false},
		{"/licence/declared", `"other"`, "licence /licence/declared", beyond},
		{"/licence/concluded", `"MIT"`, "evidence /licence/evidence", beyond},
		{"/licence/evidence", `{"a":{}}`, "evidence /licence/evidence/a", false},
		{"/acceptableUse/sha256", zero, "required /acceptableUse/sha256", false},
		{"/tasks", `{}`, "required /tasks", false},
		{"/tasks", `["a"]`, "type /tasks", false},
		{"/tasks/Bad", `"x"`, "id /tasks/Bad", false},
		{"/languages/english", `"full"`, "language /languages/english", false},
		{"/languages/en", `"yes"`, "choice /languages/en", false},
		{"/modalities/input", `[]`, "required /modalities/input", false},
		{"/modalities/input", `["smell"]`, "choice /modalities/input/0", false},
		{"/modalities/input", `["text","audio"]`, "sorted /modalities/input", beyond},
		{"/lineage/base/relation", `"cousin"`, "choice /lineage/base/relation", false},
		{"/lineage/base/licence", `"public"`, "licence /lineage/base/licence", beyond},
		{"/weights/files", `{}`, "required /weights/files", false},
		{"/weights/files/..~1x", `{"sha256":"` + strings.Repeat("a", 64) + `","chunkRoot":"` + strings.Repeat("a", 64) + `","size":1,"format":"json"}`, "path /weights/files/..~1x", false},
		{"/weights/files/config.json/size", `1`, "root /weights/chunkRoot", beyond},
		{"/weights/files/config.json/size", `-1`, "range /weights/files/config.json/size", false},
		{"/weights/files/config.json/format", `"pickle"`, "choice /weights/files/config.json/format", false},
		{"/weights/files/config.json/sha256", `"md5"`, "format /weights/files/config.json/sha256", false},
		{"/weights/omsRoot", `"` + strings.Repeat("a", 64) + `"`, "root /weights/omsRoot", beyond},
		{"/architecture/activeParameters", `2561`, "range /architecture/activeParameters", beyond},
		{"/architecture/parameters", `1.5`, "number /architecture/parameters", false},
		{"/architecture/precision", `"bf16"`, "choice /architecture/precision", false},
		{"/remoteCode/policy", `"allowed"`, "choice /remoteCode/policy", false},
		{"/remoteCode/commit", `"main"`, "remote-code /remoteCode", false},
		{"/remoteCode", `{"policy":"pinned","repository":"https://example.org/r","commit":"main","sha256":"` + strings.Repeat("a", 64) + `"}`, "commit /remoteCode/commit", false},
		{"/runtime/engine", `"tgi"`, "choice /runtime/engine", false},
		{"/runtime/arguments/trust-remote-code", `"true"`, "reserved /runtime/arguments/trust-remote-code", false},
		{"/runtime/arguments/max-num-seqs", `"1\nhost: 0.0.0.0"`, "argument /runtime/arguments/max-num-seqs", false},
		{"/runtime/arguments/--host", `"x"`, "id /runtime/arguments/--host", false},
		{"/inference/sampling/temperature/value", `0.7`, "number /inference/sampling/temperature/value", false},
		{"/inference/sampling/temperature/value", `"0.70"`, "format /inference/sampling/temperature/value", false},
		{"/inference/sampling/temperature/value", `"1.3"`, "bounds /inference/sampling/temperature", beyond},
		{"/inference/sampling/topP/maximum", `"1.1"`, "range /inference/sampling/topP/maximum", false},
		{"/inference/sampling/topK/value", `"40.5"`, "integer /inference/sampling/topK/value", false},
		{"/inference/sampling/mirostat", `{}`, "unknown-field /inference/sampling/mirostat", false},
		{"/inference/stop", `["b","a"]`, "sorted /inference/stop", beyond},
		{"/inference/stop", `[""]`, "length /inference/stop/0", false},
		{"/behaviour/clauses", `{}`, "required /behaviour/clauses", false},
		{"/behaviour/clauses/honesty/domain", `"Safety"`, "domain /behaviour/clauses/honesty/domain", false},
		{"/behaviour/clauses/honesty/evaluations", `["none"]`, "reference /behaviour/clauses/honesty/evaluations/0", beyond},
		{"/behaviour/tools/shell/policy", `"maybe"`, "choice /behaviour/tools/shell/policy", false},
		{"/safety/filters/privacy/threshold", `"1.1"`, "range /safety/filters/privacy/threshold", false},
		{"/safety/filters/privacy/action", `"ignore"`, "choice /safety/filters/privacy/action", false},
		{"/safety/filters/privacy/failClosed", `"yes"`, "type /safety/filters/privacy/failClosed", false},
		{"/evaluations/toxicity/comparator", `"=="`, "choice /evaluations/toxicity/comparator", false},
		{"/evaluations/toxicity/result", `null`, "type /evaluations/toxicity/result", false},
		{"/evaluations/truthfulness/result/signedBy", `{}`, "unknown-field /evaluations/truthfulness/result/signedBy", false},
		{"/evaluations/truthfulness/result/measured", `"yesterday"`, "format /evaluations/truthfulness/result/measured", false},
		{"/evaluations/truthfulness/harness/commit", `"v1.0"`, "commit /evaluations/truthfulness/harness/commit", false},
		{"/training/cutOff", `"2024-13-01"`, "date /training/cutOff", false},
		{"/training/finished", `"2024-01-01"`, "order /training/finished", beyond},
		{"/training/compute/flop", `"314e21"`, "flop /training/compute/flop", false},
		{"/training/compute/flop", `"3.10e23"`, "flop /training/compute/flop", false},
		{"/training/compute/flop", `"1e41"`, "flop /training/compute/flop", false},
		{"/training/energyKWh", `"-1"`, "range /training/energyKWh", false},
		{"/rollout/stages/rest/percent", `5`, "order /rollout/stages/rest", beyond},
		{"/rollout/stages/rest/percent", `101`, "range /rollout/stages/rest/percent", false},
		{"/rollout/rollback/keep", `0`, "range /rollout/rollback/keep", false},
		{"/links/paper", `"paper.pdf"`, "url /links/paper", false},
	} {
		changed := edit(t, raw, c.path, c.value)
		_, err := Parse(changed)
		if got := rules(err); c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%s = %s: %v, want %s", c.path, c.value, got, c.want)
		}
		schemaErr := schemaAccepts(t, schema, changed)
		if !c.beyond && schemaErr == nil {
			t.Errorf("%s = %s: the schema accepts it, Go says %v", c.path, c.value, err)
		}
		if c.beyond && c.want != "" && schemaErr != nil {
			t.Errorf("%s = %s: the schema refuses it, so the table need not say that it cannot know: %v", c.path, c.value, schemaErr)
		}
	}
}

func TestWeightRoots(t *testing.T) {
	s, err := Parse(example(t))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"model.safetensors": nil, "tokenizer.json": []byte("{}"), "config.json": nil}
	for range 40 {
		for c := range 256 {
			files["model.safetensors"] = append(files["model.safetensors"], byte(c))
		}
	}
	got := map[string]File{}
	for path, b := range files {
		// The digests in testdata were computed by another program, so equality says that both read RFC 6962 alike.
		sum, root, size, err := HashReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		got[path] = File{SHA256: sum, ChunkRoot: root, Size: size, Format: s.Weights.Files[path].Format}
	}
	w, err := NewWeights(got)
	if err != nil || !reflect.DeepEqual(w, s.Weights) {
		t.Errorf("NewWeights = %+v, %v, want %+v", w, err, s.Weights)
	}
	if w.Bytes() != 10242 {
		t.Errorf("Bytes = %d", w.Bytes())
	}
}

func FuzzParse(f *testing.F) {
	f.Add(example(f))
	f.Add([]byte(`{"schema":"peritus/model-spec/v1","weights":{"files":{"a":{"size":1}}},"inference":{"stop":[1]},"rollout":{"stages":{"a":{},"b":{}}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := Parse(raw)
		if err != nil {
			if len(rules(err)) == 0 {
				t.Fatalf("a refusal without findings: %v", err)
			}
			return
		}
		written, err := document.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if canonical, _ := document.Canonical(raw); !bytes.Equal(canonical, written) {
			t.Fatalf("%s is written again as %s", canonical, written)
		}
	})
}
