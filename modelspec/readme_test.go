package modelspec

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/datasets"
)

// TestRegulatorsFindTheFields holds the tables of the README to the JSON Schemas: every field that they name exists, and every
// field of a spec is named, or is listed here as one that neither regulation asks for.
func TestRegulatorsFindTheFields(t *testing.T) {
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	roots := map[string]map[string]any{}
	for prefix, text := range map[string]string{"": JSONSchema, "dataset/": datasets.DatasetJSONSchema, "mixture/": datasets.MixtureJSONSchema} {
		var root map[string]any
		if err := json.Unmarshal([]byte(text), &root); err != nil {
			t.Fatal(err)
		}
		roots[prefix] = root
	}
	_, section, ok := strings.Cut(string(raw), "## Where regulators find what they ask for")
	if !ok {
		t.Fatal("the README has no such section")
	}
	named := map[string]bool{}
	for line := range strings.Lines(section) {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		line, _, _ = strings.Cut(line, "log:")
		for _, match := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(line, -1) {
			prefix, field := "", match[1]
			for _, p := range []string{"dataset/", "mixture/"} {
				if rest, ok := strings.CutPrefix(field, p); ok {
					prefix, field = p, rest
				}
			}
			if prefix == "" {
				top, _, _ := strings.Cut(field, ".")
				named[top] = true
			}
			if !exists(roots[prefix], roots[prefix], strings.Split(field, ".")) {
				t.Errorf("the tables name %s, which is no field: %s", match[1], line)
			}
		}
	}
	if len(named) < 15 {
		t.Fatalf("only %d fields were found in the tables", len(named))
	}
	for _, field := range slices.Sorted(maps.Keys(roots[""]["properties"].(map[string]any))) {
		if !named[field] {
			t.Errorf("the tables do not name the field %s", field)
		}
	}
}

// exists follows a path of a JSON Schema, where "*" stands for the entries of a map.
func exists(root, at map[string]any, path []string) bool {
	for ref, ok := at["$ref"].(string); ok; ref, ok = at["$ref"].(string) {
		at, ok = root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		if !ok {
			return false
		}
	}
	if len(path) == 0 {
		return true
	}
	next, ok := at["additionalProperties"].(map[string]any)
	if path[0] != "*" {
		properties, _ := at["properties"].(map[string]any)
		next, ok = properties[path[0]].(map[string]any)
	}
	return ok && exists(root, next, path[1:])
}
