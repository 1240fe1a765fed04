package document

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestChecks(t *testing.T) {
	long := strings.Repeat("x", 65)
	for _, c := range []struct {
		name      string
		check     func(ps *Problems, s string)
		good, bad []string
	}{
		{"Text", func(ps *Problems, s string) { ps.Text("/x", s, 64) }, []string{"a", strings.Repeat("é", 64), "a\n\tb", "שלום", "👩\u200d⚕️"}, []string{"", long, " a", "a\n", "a\u202eb", "a\u2066b", "a\x00b", "a\rb", "a\u0085b", "a\U000e0041"}},
		{"OptionalText", func(ps *Problems, s string) { ps.OptionalText("/x", s, 64) }, []string{"", "a"}, []string{long}},
		{"ID", func(ps *Problems, s string) { ps.ID("/x", s) }, []string{"a", "common-crawl", "4", long[:64]}, []string{"", "A", "-a", "a_b", "é", long}},
		{"OneOf", func(ps *Problems, s string) { ps.OneOf("/x", s, "a", "b") }, []string{"a", "b"}, []string{"", "c", "A"}},
		{"URL", func(ps *Problems, s string) { ps.URL("/x", s) }, []string{"https://example.org", "http://example.org:80/a?b=c#d"}, []string{"", "example.org", "ftp://example.org", "https://", "https:///x", "https://user@example.org", "https://example.org/a b", "javascript:alert(1)", "https://exämple.org", "https://example.org/<b>"}},
		{"Date", func(ps *Problems, s string) { ps.Date("/x", s) }, []string{"2024-02-29"}, []string{"", "2023-02-29", "2024-2-1", "24-02-01"}},
		{"SemVer", func(ps *Problems, s string) { ps.SemVer("/x", s) }, []string{"0.0.1", "1.2.3-rc.1"}, []string{"", "v1.2.3", "1.2", "01.2.3", "1.2.3+build", "1.2.3-01", "1.1000000000000000000.0", "99999999999999999999.0.0"}},
		{"FilePath", func(ps *Problems, s string) { ps.FilePath("/x", s) }, []string{"a", "a/b.safetensors", "..a"}, []string{"", "/a", "a//b", "../a", "a/..", "./a", `a\b`, "a\x00", "c:a", "a/"}},
		{"Language", func(ps *Problems, s string) { ps.Language("/x", s) }, []string{"en", "pt-BR", "zh-Hant", "gsw"}, []string{"", "e", "EN", "english", "en_US", "en-"}},
		{"Sorted", func(ps *Problems, s string) { ps.Sorted("/x", strings.Fields(s)) }, []string{"", "a", "a b c"}, []string{"b a", "a a"}},
		{"Decimal", func(ps *Problems, s string) { ps.Decimal("/x", Decimal(s), "-1", "2.5") }, []string{"0", "-1", "2.5", "0.000000000000000001"}, []string{"", "2.51", "-1.1"}},
	} {
		for _, s := range c.good {
			var ps Problems
			if c.check(&ps, s); len(ps) > 0 {
				t.Errorf("%s(%q): %v", c.name, s, ps)
			}
		}
		for _, s := range c.bad {
			var ps Problems
			if c.check(&ps, s); len(ps) != 1 || ps[0].Path != "/x" || ps[0].Detail == "" || ps[0].Remedy == "" {
				t.Errorf("%s(%q): %v, want one problem with a remedy", c.name, s, ps)
			}
		}
	}
	var ps Problems
	ps.Needs("/a", Digest{})
	ps.Between("/b", 3, 4, 5)
	ps.Needs("/c", Sum(nil))
	ps.Between("/d", 4, 4, 5)
	if len(ps) != 2 {
		t.Errorf("Needs and Between: %v", ps)
	}
}

func TestDecimal(t *testing.T) {
	for _, s := range []string{"0", "-1", "0.5", "-0.5", "10", "123456789012345678.123456789012345678"} {
		if d, err := ParseDecimal(s); err != nil || string(d) != s {
			t.Errorf("ParseDecimal(%q) = %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "-", ".", "-0", "+1", "01", "1.", ".5", "0.50", "1e3", "0x1", "1 ", "1.2.3", "١", "1234567890123456789", "0.1234567890123456789", "-0.0"} {
		if _, err := ParseDecimal(s); err == nil {
			t.Errorf("ParseDecimal(%q) was accepted", s)
		}
	}
	for _, c := range [][2]Decimal{{"-2", "-1.5"}, {"0.7", "0.75"}, {"9", "10"}, {"", "0.1"}} {
		if c[0].Compare(c[1]) != -1 || c[1].Compare(c[0]) != 1 || c[0].Compare(c[0]) != 0 {
			t.Errorf("%s and %s compare wrongly", c[0], c[1])
		}
	}
	if Decimal("1.5").IsInteger() || !Decimal("-15").IsInteger() {
		t.Error("IsInteger is wrong")
	}
}

func TestSuccessor(t *testing.T) {
	type doc struct {
		Version string `json:"version"`
		Parent  Digest `json:"parent,omitzero"`
	}
	kind := func(bump Bump) Kind {
		return Kind{
			Bump: func(_, _ []byte) (Bump, string, error) { return bump, "because", nil },
			Version: func(raw []byte) (string, error) {
				var d doc
				err := json.Unmarshal(raw, &d)
				return d.Version, err
			},
		}
	}
	for _, c := range []struct {
		old, new string
		bump     Bump
		parent   bool
		want     []string
	}{
		{"1.2.3", "1.2.4", Patch, true, nil},
		{"1.2.3", "1.3.0", Minor, true, nil},
		{"1.2.3", "2.0.0", Minor, true, nil},
		{"1.2.3", "1.2.9", Minor, true, []string{"bump /version 1:78"}},
		{"1.2.3", "1.9.0", Major, true, []string{"bump /version 1:78"}},
		{"1.2.3", "1.2.3", None, true, []string{"bump /version 1:78"}},
		{"2.0.0-rc.1", "2.0.0", Major, true, nil},
		{"0.9.0", "0.9.1", Major, true, []string{"bump /version 1:78"}},
		{"1.2.3", "1.2.4", Patch, false, []string{"parent /parent 1:1"}},
	} {
		before, _ := Marshal(doc{Version: c.old})
		d := doc{Version: c.new}
		if c.parent {
			d.Parent = Sum(before)
		}
		after, _ := Marshal(d)
		bump, _, err := kind(c.bump).Successor(before, after)
		got := findings(err)
		if bump != c.bump || !slices.Equal(got, c.want) {
			t.Errorf("%s → %s after a %s change: %v, want %v", c.old, c.new, c.bump, got, c.want)
		}
	}
	if bump, _, err := (Kind{}).Successor(nil, nil); bump != None || err != nil {
		t.Errorf("a kind without versions: %v, %v", bump, err)
	}
}
