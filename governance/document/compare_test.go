package document

import (
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	type doc struct {
		Schema  string            `json:"schema"`
		Version string            `json:"version"`
		Parent  Digest            `json:"parent,omitzero"`
		Texts   map[string]string `json:"texts"`
	}
	parse := func(raw []byte) (doc, error) {
		var d doc
		err := Read(raw, &d, nil)
		return d, err
	}
	kinds := NewKinds(Kind{
		Schema: "test/v1", Title: "Test",
		Validate: func(raw []byte) error { _, err := parse(raw); return err },
		Version:  func(raw []byte) (string, error) { d, err := parse(raw); return d.Version, err },
		Bump:     func(_, _ []byte) (Bump, string, error) { return Minor, "texts change (/texts/a)", nil },
		Warnings: func(_, _ []byte) ([]Warning, error) { return []Warning{{"/texts/b", "gone", "b is gone"}}, nil },
	}, Kind{Schema: "plain/v1", Title: "Plain"})
	before, err := Marshal(doc{Schema: "test/v1", Version: "1.0.0", Texts: map[string]string{"a": "x", "b": "y"}})
	if err != nil {
		t.Fatal(err)
	}
	after, err := Marshal(doc{Schema: "test/v1", Version: "1.0.1", Parent: Sum(before), Texts: map[string]string{"a": "z", "c": "y"}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := kinds.Compare(before, after)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("BEFORE", Sum(before).String()[:12], "AFTER", Sum(after).String()[:12], "PARENT", Sum(before).String()).Replace(
		`Test 1.0.0 (BEFORE) → 1.0.1 (AFTER)
! b is gone (/texts/b)
+ /parent: "PARENT"
~ /texts/a: "x" → "z"
- /texts/b: "y"
+ /texts/c: "y"
~ /version: "1.0.0" → "1.0.1"
= minor change: texts change (/texts/a)
× line 1, column 123: /version: version 1.0.1 follows 1.0.0, but the change is minor: texts change (/texts/a); use 1.1.0 or a later version
`)
	if got := c.Words(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if in, err := kinds.Inspect(append([]byte(" "), before...)); err != nil || in.Canonical || in.Digest != Sum(before) || in.Bytes != len(before) {
		t.Errorf("Inspect = %+v, %v", in, err)
	}
	plain := []byte(`{"schema":"plain/v1"}`)
	if c, err := kinds.Compare(plain, plain); err != nil || !strings.Contains(c.Words(), "nothing changes") || c.Before.Version != "" {
		t.Errorf("a kind without versions: %+v, %v", c, err)
	}
	for _, pair := range [][2][]byte{{before, plain}, {before, []byte(`{}`)}, {[]byte(`{"schema":"test/v1"}`), after}} {
		if _, err := kinds.Compare(pair[0], pair[1]); err == nil {
			t.Errorf("%s and %s were compared", pair[0], pair[1])
		}
	}
}
