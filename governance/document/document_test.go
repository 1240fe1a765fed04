package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
)

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{`{}`, `{}`},
		{" [ ]\n", `[]`},
		{`{"b":1,"a":{"d":[true , null],"c":"x"}}`, `{"a":{"c":"x","d":[true,null]},"b":1}`},
		{`-0`, `0`},
		{`[9007199254740991,-9007199254740991,10,-7]`, `[9007199254740991,-9007199254740991,10,-7]`},
		{`"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`, `"€$\u000f\nA'B\"\\\\\"/"`},
		{`"\b\f\n\r\t\u0000\u001f\u007f\u2028"`, "\"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028\""},
		{`"\ud83d\ude00"`, `"😀"`},
		{"\"\\n\u0301\"", "\"\\n\u0301\""}, // a combining accent after an escaped line feed composes with nothing
		// In UTF-16 the first unit of U+1F600 is D83D, so it sorts before U+FFA0.
		{"{\"\uffa0\":1,\"😀\":2,\"€\":3,\"\\r\":4,\"1\":5,\"ö\":6,\"\":7}", "{\"\":7,\"\\r\":4,\"1\":5,\"ö\":6,\"€\":3,\"😀\":2,\"\uffa0\":1}"},
		{`{"a\\":1,"a\"":2,"a]":3,"a#":4}`, `{"a\"":2,"a#":4,"a\\":1,"a]":3}`},
		{`{"":1,"a":{"b":{"d":1,"c":2},"a":0}}`, `{"":1,"a":{"a":0,"b":{"c":2,"d":1}}}`},
	} {
		got, err := Canonical([]byte(c.raw))
		if err != nil {
			t.Errorf("Canonical(%s): %v", c.raw, err)
			continue
		}
		if string(got) != c.want {
			t.Errorf("Canonical(%s) = %s, want %s", c.raw, got, c.want)
		}
		if err := IsCanonical([]byte(c.want)); err != nil {
			t.Errorf("IsCanonical(%s): %v", c.want, err)
		}
	}
}

// TestRefusals gives each broken text the findings it must have, as "rule path line:column".
func TestRefusals(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for _, c := range []struct {
		raw  string
		want []string
	}{
		{``, []string{"syntax  1:1"}},
		{`{"a":1,}`, []string{"syntax /a 1:8"}},
		{`[1,]`, []string{"syntax /1 1:4"}},
		{`{'a':1}`, []string{"syntax  1:2"}},
		{`{"a" 1}`, []string{"syntax /a 1:6"}},
		{`{"a":tru}`, []string{"syntax /a 1:6"}},
		{`{"a":01}`, []string{"syntax /a 1:6"}},
		{`{"a":-}`, []string{"syntax /a 1:7"}},
		{`{"a":1.}`, []string{"syntax /a 1:8"}},
		{`{"a":+1}`, []string{"syntax /a 1:6"}},
		{`{"a":NaN}`, []string{"syntax /a 1:6"}},
		{`{"a":"x`, []string{"syntax /a 1:6"}},
		{`{"a":"\x"}`, []string{"syntax /a 1:8"}},
		{`{"a":"\u12g4"}`, []string{"syntax /a 1:11"}},
		{"{\n // no comments\n}", []string{"syntax  2:2"}},
		{`{} {}`, []string{"trailing-data  1:4"}},
		{"\ufeff{}", []string{"byte-order-mark  1:1"}},
		{`{"a":1,"b":{"c":1,"d":2,"c":3},"a":2}`, []string{"duplicate-key /b/c 1:25", "duplicate-key /a 1:32"}},
		{`{"a":1,"\u0061":2}`, []string{"duplicate-key /a 1:8"}},
		{`{"a":[1.5, 1e3, 9007199254740992, -9007199254740992, 12345678901234567890]}`, []string{"number /a/0 1:7", "number /a/1 1:12", "number /a/2 1:17", "number /a/3 1:35", "number /a/4 1:54"}},
		{`{"a":1.0}`, []string{"number /a 1:6"}},
		{"{\"ö\":\"o\u0308\",\n \"e\u0301\":1}", []string{"nfc /ö 1:6", "nfc  2:2"}},
		{`{"a":"o\u0308"}`, []string{"nfc /a 1:6"}},
		{"{\"a\":\"\t\"}", []string{"control-character /a 1:7"}},
		{"{\"a\":\"\xff\xfe\"}", []string{"utf-8 /a 1:7", "utf-8 /a 1:8"}},
		{"{\"a\":\"\xed\xa0\x80\"}", []string{"utf-8 /a 1:7", "utf-8 /a 1:8", "utf-8 /a 1:9"}},
		{`{"a":["\ud800","\udc00","\ud800\u0041"]}`, []string{"surrogate /a/0 1:8", "surrogate /a/1 1:17", "surrogate /a/2 1:26"}},
		{`{"a/b~c":{"d":[{"e":1.5}]}}`, []string{"number /a~1b~0c/d/0/e 1:21"}},
		{deep(65), []string{"depth " + strings.Repeat("/0", 64) + " 1:65"}},
		{"[1" + "\x00" + "]", []string{"syntax /0 1:3"}},
	} {
		_, err := Canonical([]byte(c.raw))
		if got := findings(err); !slices.Equal(got, c.want) {
			t.Errorf("Canonical(%.60q)\n got %q\nwant %q", c.raw, got, c.want)
		}
	}
	if _, err := Canonical([]byte(deep(64))); err != nil {
		t.Errorf("64 levels: %v", err)
	}
	if _, err := (Limits{Size: 9}).Canonical([]byte(`{"a":1234}`)); !slices.Equal(findings(err), []string{"size  1:1"}) {
		t.Errorf("ten bytes where nine are allowed: %v", err)
	}
	// Ten megabytes of nested arrays stop the parser at the limit, and cost it nothing beyond.
	bomb := []byte(deep(5 << 20))
	for limits, want := range map[Limits]string{{}: "size  1:1", {Size: len(bomb)}: "depth " + strings.Repeat("/0", 64) + " 1:65"} {
		if _, err := limits.Canonical(bomb); !slices.Equal(findings(err), []string{want}) {
			t.Errorf("10 MB of nested arrays: %v", findings(err))
		}
	}
	many := "[" + strings.Repeat("1.5,", 5000) + "1.5]"
	if _, err := Canonical([]byte(many)); len(findings(err)) != maxFindings {
		t.Errorf("5,001 problems give %d findings, want %d", len(findings(err)), maxFindings)
	}
	if err := IsCanonical([]byte("{\"a\":1,\n\"b\":2}")); !slices.Equal(findings(err), []string{"canonical  1:8"}) {
		t.Errorf("IsCanonical of a text with a line feed: %v", err)
	}
}

func findings(err error) []string {
	var problems Problems
	errors.As(err, &problems)
	var out []string
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%s %s %d:%d", p.Rule, p.Path, p.Line, p.Column))
	}
	return out
}

type inner struct {
	Name string   `json:"name"`
	At   Time     `json:"at,omitempty"`
	Tags []string `json:"tags"`
}

type sample struct {
	Schema string            `json:"schema"`
	Digest Digest            `json:"digest"`
	By     map[Digest]uint32 `json:"by,omitempty"`
	Parts  map[string]inner  `json:"parts"`
	Parent *inner            `json:"parent,omitempty"`
	Small  int8              `json:"small"`
	Yes    bool              `json:"yes"`
	Blob   []byte            `json:"blob"`
	Raw    json.RawMessage   `json:"raw,omitempty"`
	Any    any               `json:"any"`
	Pair   [2]uint64         `json:"pair"`
	Hidden string            `json:"-"`
}

func TestRoundTrip(t *testing.T) {
	want := sample{
		Schema: "test/v1", Digest: Sum(nil), By: map[Digest]uint32{Sum([]byte("x")): 7},
		Parts:  map[string]inner{"b": {Name: "a \"quoted\"\n<name>", At: 1700000000}, "a": {Tags: []string{}}},
		Parent: &inner{Tags: []string{"x", "y"}}, Small: -128, Yes: true, Blob: []byte{1, 2, 255},
		Raw: json.RawMessage(`{"a":[1,null]}`), Any: map[string]any{"n": int64(3), "l": []any{"s", nil, true}}, Pair: [2]uint64{1, 1<<53 - 1},
	}
	raw, err := Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if err := IsCanonical(raw); err != nil {
		t.Error(err)
	}
	var got sample
	if err := Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, v := range []any{"\xff", 1.5, uint64(1 << 53), "e\u0301", map[string]string{"\xff": ""}, func() {}} {
		if raw, err := Marshal(v); err == nil {
			t.Errorf("Marshal(%#v) = %s, want an error", v, raw)
		}
	}
	if raw, err := Marshal("\ufffd"); err != nil || string(raw) != "\"\ufffd\"" {
		t.Errorf("a replacement character that was meant: %s, %v", raw, err)
	}
}

func TestUnmarshalListsEverything(t *testing.T) {
	const raw = `{
  "schema": 7,
  "Schema": "x",
  "digest": "ABC",
  "by": {"zz": 1},
  "parts": {"a": {"name": null, "at": "2026-11-22T13:00:00+00:00", "tags": ["a", 1], "extra": []}},
  "small": 128,
  "yes": "true",
  "blob": "!",
  "pair": [1],
  "any": 1.5
}`
	var s sample
	got := findings(Unmarshal([]byte(raw), &s))
	want := []string{
		"type /schema 2:3", "unknown-field /Schema 3:3", "format /digest 4:3", "format /by/zz 5:10",
		"type /parts/a/name 6:19", "format /parts/a/at 6:33", "type /parts/a/tags/1 6:82", "unknown-field /parts/a/extra 6:86",
		"range /small 7:3", "type /yes 8:3", "format /blob 9:3", "length /pair 10:3", "number /any 11:10",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	err := Read([]byte(`{"small":1.5,"parts":{"a":[],"b":null,"c":{"name":"","tags":null}},"parent":null,"schema":"","yes":true,"blob":"","any":null,"by":{}}`), &s, func(ps *Problems) {
		ps.Add("/small", "range", "must be at least one", "")
		ps.Add("/parts/a/name", "required", "must be there", "")
		ps.Add("/digest", "required", "must be there", "")
	})
	if got, want := findings(err), []string{"required /digest 1:1", "required /pair 1:1", "number /small 1:10", "type /parts/a 1:23", "type /parts/b 1:30", "type /parts/c/tags 1:54", "type /parent 1:68", "type /any 1:115", "empty /by 1:126"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	var problems Problems
	errors.As(Unmarshal([]byte(`{"Digest":""}`), &s), &problems)
	if len(problems) != 1 || problems[0].Remedy != `write "digest"` {
		t.Errorf("a field in the wrong case: %v", problems)
	}
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          []string
	}{
		{`{"a":1}`, `{ "a": 1 }`, nil},
		{``, `{"a":{"b":1,"c":{}},"d":[1]}`, []string{"add /a/b ->1", "add /a/c ->{}", "add /d ->[1]"}},
		{`{"a":{"x":1,"y":2}}`, `{"a":{"y":3,"z":4}}`, []string{"remove /a/x 1->", "replace /a/y 2->3", "add /a/z ->4"}},
		{`{"l":[1,2]}`, `{"l":[2,1]}`, []string{"replace /l [1,2]->[2,1]"}},
		{`{"a":{}}`, `{"a":{"b":{"c":1}}}`, []string{"add /a/b/c ->1"}},
		{`{"a":{"b":1}}`, `{"a":{}}`, []string{"remove /a/b 1->"}},
		{`{"a":{"b":1}}`, `{"a":"b"}`, []string{"add /a ->\"b\"", "remove /a/b 1->"}},
		{`{"a":{}}`, `{}`, []string{"remove /a {}->"}},
		{`{"a/b":{"~":1}}`, `{}`, []string{"remove /a~1b/~0 1->"}},
		{"{\"\uffa0\":1,\"😀\":2}", `{"😀":2}`, []string{"remove /\uffa0 1->"}},
	} {
		var before []byte
		if c.before != "" {
			before = []byte(c.before)
		}
		changes, err := Diff(before, []byte(c.after))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, change := range changes {
			got = append(got, fmt.Sprintf("%s %s %s->%s", change.Op, change.Path, change.Before, change.After))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Diff(%s, %s)\n got %q\nwant %q", c.before, c.after, got, c.want)
		}
	}
	if _, err := Diff([]byte(`[1]`), []byte(`{}`)); err == nil {
		t.Error("the diff of an array was accepted")
	}
}

func TestTextForms(t *testing.T) {
	const hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	if Sum(nil).String() != hex {
		t.Errorf("Sum(nil) = %s", Sum(nil))
	}
	if d, err := ParseDigest(hex); err != nil || d != Sum(nil) {
		t.Errorf("ParseDigest(%s) = %s, %v", hex, d, err)
	}
	for _, bad := range []string{"", "0x" + hex[2:], strings.ToUpper(hex), hex[1:], hex + "0", " " + hex[1:], hex[:63] + "g"} {
		if _, err := ParseDigest(bad); err == nil {
			t.Errorf("ParseDigest(%q) was accepted", bad)
		}
	}
	for text, want := range map[string]Time{"1970-01-01T00:00:00Z": 0, "2026-11-22T13:00:00Z": 1795352400, "9999-12-31T23:59:59Z": maxTime} {
		if got, err := ParseTime(text); err != nil || got != want || got.String() != text {
			t.Errorf("ParseTime(%s) = %d, %v", text, got, err)
		}
	}
	for _, bad := range []string{"", "2026-11-22T13:00:00+00:00", "2026-11-22T13:00:00.0Z", "2026-11-22t13:00:00Z", "2026-02-29T13:00:00Z", "2026-11-22T24:00:00Z", "1969-12-31T23:59:59Z", "2026-11-22 13:00:00Z", "2026-11-22T13:00:60Z"} {
		if _, err := ParseTime(bad); err == nil {
			t.Errorf("ParseTime(%q) was accepted", bad)
		}
	}
	for _, bad := range []Time{-1, maxTime + 1} {
		if _, err := bad.MarshalText(); err == nil {
			t.Errorf("Time(%d) was written", int64(bad))
		}
	}
	for bump, want := range map[Bump]string{None: "none", Patch: "patch", Minor: "minor", Major: "major"} {
		if bump.String() != want {
			t.Errorf("Bump(%d) = %q", int(bump), bump)
		}
	}
}

func TestKinds(t *testing.T) {
	kinds := NewKinds(Kind{Schema: "test/v1", Validate: func(raw []byte) error {
		var s struct {
			Schema string `json:"schema"`
		}
		return Unmarshal(raw, &s)
	}})
	kind, canonical, digest, err := kinds.Check([]byte(` {"schema":"test/v1"}`))
	if err != nil || kind.Schema != "test/v1" || string(canonical) != `{"schema":"test/v1"}` || digest != Sum(canonical) {
		t.Errorf("got %v, %s, %s, %v", kind.Schema, canonical, digest, err)
	}
	for raw, want := range map[string]string{
		`{"schema":"other/v1"}`:        "schema /schema 1:2",
		`{}`:                           "schema  1:1",
		`[]`:                           "type  1:1",
		`{"schema":[]}`:                "type /schema 1:2",
		`{"schema":"test/v1","x":1}`:   "unknown-field /x 1:21",
		`{"schema":"test/v1","x":1.5}`: "number /x 1:25",
	} {
		if _, _, _, err := kinds.Check([]byte(raw)); !slices.Equal(findings(err), []string{want}) {
			t.Errorf("Check(%s): %v, want %s", raw, findings(err), want)
		}
	}
	if schema, err := SchemaOf([]byte(`{"a":{"schema":"no"},"schema":"test/v1"}`)); err != nil || schema != "test/v1" {
		t.Errorf("SchemaOf = %q, %v", schema, err)
	}
}

// FuzzCanonical compares what we accept with an independent implementation of RFC 8785, and reads it again.
func FuzzCanonical(f *testing.F) {
	for _, seed := range []string{`{"b":[1,-2,0],"a":"\u20ac\ud83d\ude00"}`, `{"a":1,"a":2}`, `[1.5]`, `"o\u0308"`, "\ufeff{}", `{"\uffa0":1,"😀":{"x":null}}`, `{"a":{"b":[{}]},"":false}`, `"\ud800"`, `-0`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var v any
		decodeErr := Unmarshal(raw, &v)
		canonical, err := Canonical(raw)
		if (err == nil) != (decodeErr == nil) {
			t.Fatalf("Canonical says %v, Unmarshal says %v", err, decodeErr)
		}
		if err != nil {
			for _, p := range err.(Problems) {
				if p.Line < 1 || p.Column < 1 || p.Rule == "" || p.Detail == "" {
					t.Fatalf("a finding without position or text: %+v", p)
				}
			}
			return
		}
		if !json.Valid(raw) {
			t.Fatalf("accepted %q, which is not JSON", raw)
		}
		if raw = bytes.TrimSpace(raw); raw[0] == '{' || raw[0] == '[' { // the only tops that the other one knows
			if want, err := jcs.Transform(raw); err != nil {
				t.Fatalf("the other implementation refuses %q: %v", raw, err)
			} else if !bytes.Equal(canonical, want) {
				t.Fatalf("Canonical(%q) = %q, the other implementation says %q", raw, canonical, want)
			}
		}
		if err := IsCanonical(canonical); err != nil {
			t.Fatalf("the canonical form %q is not canonical: %v", canonical, err)
		}
		if again, err := Marshal(v); err != nil || !bytes.Equal(again, canonical) {
			t.Fatalf("read and written again, %q becomes %q (%v)", canonical, again, err)
		}
		if canonical[0] == '{' {
			if changes, err := Diff(nil, canonical); err != nil || (len(changes) == 0) != (string(canonical) == "{}") {
				t.Fatalf("Diff(nil, %q) = %v, %v", canonical, changes, err)
			}
		}
	})
}

// FuzzScan holds the quick look at canonical texts to the parser: what it accepts the parser accepts too, and gives
// back as it is. What the parser gives back as it is may be refused for three reasons alone.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		`{"a":[1,-2,0,{"b":"x"}],"é":"\n\u001f","b":null}`, `{"a":{},"b":[],"c":true}`, `{"a":1,"a":2}`, `{"b":1,"a":2}`, `-0`, `01`, `1.5`, `1e3`, `123456789012345678`,
		`"\u0008"`, `"\u0041"`, `"\/"`, `"\u00ff"`, "\"o\u0308\"", "\"\\n\u0307\"", `{"\n":1}`, `[1,]`, `{"a":1}x`, `[[[[]]]]`, "{\"\uffa0\":1,\"😀\":2}", "{\"😀\":1,\"\uffa0\":2}", ` 1`, `"`, `"\`, `"\u00`, "",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		limits := Limits{Size: 1 << 10, Depth: 3}
		out, problems, _ := parse(raw, limits)
		same := len(problems) == 0 && bytes.Equal(out, raw)
		if quick := isCanonical(raw, limits); quick && !same {
			t.Fatalf("the scan accepts %q, which the parser makes %q (%v)", raw, out, problems)
		} else if same && !quick && !bytes.ContainsAny(raw, "\\") && !regexp.MustCompile(`[0-9]{16}`).Match(raw) {
			t.Fatalf("the scan refuses %q, which is canonical", raw)
		}
	})
}

// FuzzRead reads into a type with every kind of field.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"schema":"x","digest":"00","by":{"zz":1},"parts":{"a":{"name":null,"tags":["a",1],"at":""}},"parent":null,"small":300,"blob":"!","raw":[{}],"any":1.5,"pair":[1,2,3]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var s sample
		if err := Unmarshal(raw, &s); err != nil {
			return
		}
		written, err := Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var again sample
		if err := Unmarshal(written, &again); err != nil {
			t.Fatalf("%s cannot be read again: %v", written, err)
		}
	})
}
