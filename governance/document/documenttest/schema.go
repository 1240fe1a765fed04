// Package documenttest holds the JSON Schema of a kind of document to the kind's own validator.
package documenttest

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/peritus-dao/peritus/governance/document"
)

// Schema is a compiled JSON Schema.
type Schema struct{ schema *jsonschema.Schema }

// Compile compiles the JSON Schema of a kind.
func Compile(t testing.TB, kind document.Kind) Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(kind.JSONSchema))
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
	return Schema{s}
}

// Check returns what the schema says of a document.
func (s Schema) Check(t testing.TB, raw []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return s.schema.Validate(v)
}

// values are what every place of a document is replaced by.
var values = []any{
	nil, true, int64(0), int64(-1), int64(1<<53 - 1), "", " ", "x", "0", "-0.5", "other", "Other Words", "0.70", strings.Repeat("x", 5000),
	strings.Repeat("0", 64), strings.Repeat("a", 64), strings.Repeat("A", 64), "https://example.org", "javascript:alert(1)", "2024-02-30", "2024-02-29T10:00:00Z", "1.0", "1.2.3", "en", "../x",
	map[string]any{}, []any{}, []any{"x"}, []any{int64(1)}, map[string]any{"x": "y"}, map[string]any{"Not an id": map[string]any{}},
}

// all makes Agree try every value at every place; otherwise each place gets a quarter of them, another one than its neighbours.
var all = os.Getenv("PERITUS_SOAK") != ""

// Agree changes every place of a valid document in many ways, and compares what the kind and its schema say of each. What the
// kind accepts the schema must accept. What the schema accepts the kind may refuse only by rules that a schema cannot
// state: those of beyond.
func Agree(t *testing.T, kind document.Kind, raw []byte, beyond ...string) {
	t.Helper()
	schema := Compile(t, kind)
	if err := errors.Join(kind.Validate(raw), schema.Check(t, raw)); err != nil {
		t.Fatalf("the document is not valid as it is: %v", err)
	}
	var root any
	if err := document.Unmarshal(raw, &root); err != nil {
		t.Fatal(err)
	}
	n, places := 0, 0
	compare := func(path, change string) {
		n++
		changed, err := document.Marshal(root)
		if err != nil {
			t.Fatal(err)
		}
		ours, theirs := kind.Validate(changed), schema.Check(t, changed)
		switch {
		case ours == nil && theirs != nil:
			t.Errorf("%s: %s: the schema refuses what the kind accepts: %v", path, change, theirs)
		case ours != nil && theirs == nil:
			var problems document.Problems
			if !errors.As(ours, &problems) || !slices.ContainsFunc(problems, func(p document.Problem) bool { return slices.Contains(beyond, p.Rule) }) {
				t.Errorf("%s: %s: the schema accepts what the kind refuses: %v", path, change, ours)
			}
		}
	}
	var walk func(path string, v any, set func(any))
	walk = func(path string, v any, set func(any)) {
		places++
		for i, value := range values {
			if !all && i%4 != places%4 {
				continue
			}
			set(value)
			shown, _ := document.Marshal(value)
			compare(path, string(shown[:min(len(shown), 60)]))
		}
		set(v)
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				old := v[key]
				walk(document.Pointer(path, key), old, func(value any) { v[key] = value })
				delete(v, key)
				compare(document.Pointer(path, key), "removed")
				v[key+"X"] = old
				compare(document.Pointer(path, key), "renamed")
				delete(v, key+"X")
				v[key] = old
			}
			v["unknown"] = "x"
			compare(document.Pointer(path, "unknown"), "added")
			delete(v, "unknown")
		case []any:
			for i := range v {
				old := v[i]
				walk(document.Pointer(path, "0"), old, func(value any) { v[i] = value })
			}
			set(append(slices.Clone(v), v...))
			compare(path, "twice")
			set(v)
		}
	}
	walk("", root, func(v any) { root = v })
	t.Logf("%d changes", n)
}
