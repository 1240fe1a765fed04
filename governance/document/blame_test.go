package document

import (
	"encoding/json"
	"maps"
	"testing"

	"pgregory.net/rapid"
)

func TestBlame(t *testing.T) {
	got, err := Blame([][]byte{
		[]byte(`{"temperature":"0.7","clauses":{"a":"one","b":"two"},"stop":["x"],"limit":1}`),
		[]byte(`{"temperature":"0.6","clauses":{"a":"one","b":"two!"},"stop":["x","y"],"limit":{"minimum":1}}`),
		[]byte(`{"temperature":"0.7","clauses":{"a":"one","c":"three"},"stop":["x","y"],"limit":{"minimum":1}}`),
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"/temperature": 2, "/clauses/a": 0, "/clauses/c": 2, "/stop": 1, "/limit/minimum": 1}
	if !maps.Equal(got, want) {
		t.Errorf("blamed %v, want %v", got, want)
	}
	if got, err := Blame(nil); err != nil || len(got) != 0 {
		t.Errorf("no version: %v, %v", got, err)
	}
	if _, err := Blame([][]byte{[]byte(`{"a":1}`), []byte(`{"a":1,"a":2}`)}); err == nil {
		t.Error("a document with a key twice was taken")
	}
}

// Every leaf is blamed on the version from which on it stands as it stands, and on none before.
func TestBlameProperty(t *testing.T) {
	leaves := func(t *rapid.T, raw []byte) map[string]string {
		changes, err := Diff(nil, raw)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, c := range changes {
			out[c.Path] = string(c.After)
		}
		return out
	}
	rapid.Check(t, func(t *rapid.T) {
		var versions [][]byte
		for range rapid.IntRange(1, 5).Draw(t, "versions") {
			doc := map[string]any{}
			for _, key := range []string{"a", "b", "c"} {
				switch rapid.IntRange(0, 4).Draw(t, key) {
				case 0:
				case 1:
					doc[key] = map[string]any{"x": rapid.IntRange(0, 1).Draw(t, "x"), "y": map[string]any{}}
				case 2:
					doc[key] = []int{rapid.IntRange(0, 1).Draw(t, "item")}
				default:
					doc[key] = rapid.IntRange(0, 2).Draw(t, "value")
				}
			}
			raw, err := json.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			versions = append(versions, raw)
		}
		got, err := Blame(versions)
		if err != nil {
			t.Fatal(err)
		}
		last := leaves(t, versions[len(versions)-1])
		if len(got) != len(last) {
			t.Fatalf("%d leaves are blamed, there are %d", len(got), len(last))
		}
		for path, value := range last {
			first := got[path]
			for i := first; i < len(versions); i++ {
				if now, there := leaves(t, versions[i])[path]; !there || now != value {
					t.Fatalf("%s is blamed on version %d, but differs in version %d", path, first, i)
				}
			}
			if first > 0 {
				if was, there := leaves(t, versions[first-1])[path]; there && was == value {
					t.Fatalf("%s is blamed on version %d, but stood as it stands in the one before", path, first)
				}
			}
		}
	})
}
