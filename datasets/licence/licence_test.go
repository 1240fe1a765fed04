package licence

import (
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
)

func TestListsAreSorted(t *testing.T) {
	if !slices.IsSorted(identifiers) || len(slices.Compact(slices.Clone(identifiers))) != len(identifiers) {
		t.Error("the identifiers are not sorted, or name one twice")
	}
	if !slices.IsSorted(exceptions) {
		t.Error("the exceptions are not sorted")
	}
	if !slices.IsSortedFunc(aliases, func(a, b alias) int { return strings.Compare(a.word, b.word) }) {
		t.Error("the aliases are not sorted")
	}
	for _, a := range aliases {
		if !Known(a.id) || a.word != strings.ToLower(a.word) {
			t.Errorf("the alias %q means %q", a.word, a.id)
		}
	}
}

func TestParse(t *testing.T) {
	for expression, want := range map[string]string{
		"MIT":                                   "MIT",
		"NOASSERTION":                           "NOASSERTION",
		"Apache-2.0 WITH LLVM-exception":        "Apache-2.0 WITH LLVM-exception",
		"MIT OR Apache-2.0":                     "Apache-2.0 | MIT",
		"MIT AND CC-BY-4.0":                     "CC-BY-4.0 & MIT",
		"MIT OR CC0-1.0 AND CC-BY-4.0":          "CC-BY-4.0 & CC0-1.0 | MIT",
		"(MIT OR CC0-1.0) AND CC-BY-4.0":        "CC-BY-4.0 & CC0-1.0 | CC-BY-4.0 & MIT",
		"LicenseRef-Common-Crawl-Terms AND MIT": "LicenseRef-Common-Crawl-Terms & MIT",
		"AFL-3.0+":                              "AFL-3.0+",
		"MIT OR MIT":                            "MIT",
	} {
		e, err := Parse(expression)
		var got []string
		for _, a := range e {
			got = append(got, strings.Join(a, " & "))
		}
		if err != nil || strings.Join(got, " | ") != want {
			t.Errorf("Parse(%q) = %q, %v, want %q", expression, strings.Join(got, " | "), err, want)
		}
	}
	for _, bad := range []string{"", "other", "unknown", "Public", "mit", "MIT or Apache-2.0", "MIT AND", "AND MIT", "(MIT", "MIT)", "MIT MIT", "MIT  OR CC0-1.0", "LicenseRef-", "LicenseRef-a_b", "MIT WITH", "MIT WITH MIT", "NONE OR MIT", "GPL-3.0",
		strings.Repeat("(", 40) + "MIT" + strings.Repeat(")", 40), strings.TrimSuffix(strings.Repeat("(MIT OR ISC) AND ", 20), " AND "), strings.Repeat("MIT OR ", 200) + "MIT"} {
		if e, err := Parse(bad); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", bad, e)
		}
	}
}

func TestRecognise(t *testing.T) {
	for word, want := range map[string]string{"mit": "MIT", "odc-by": "ODC-By-1.0", "Apache  License 2.0": "Apache-2.0", "cc-by-sa-4.0": "CC-BY-SA-4.0", "CC0": "CC0-1.0"} {
		if got, ok := Recognise(word); !ok || got != want {
			t.Errorf("Recognise(%q) = %q, %v", word, got, ok)
		}
	}
	for _, word := range []string{"", "other", "unknown", "Public", "gpl", "bsd", "creative commons", "openrail", "free"} {
		if got, ok := Recognise(word); ok {
			t.Errorf("Recognise(%q) = %q, which is a guess", word, got)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		licence Licence
		want    []string
	}{
		{Licence{Declared: "MIT", Concluded: "MIT"}, nil},
		{Licence{Declared: "MIT", Concluded: "NOASSERTION"}, nil},
		{Licence{Declared: "MIT", Concluded: "ISC", Evidence: map[string]Evidence{"readme": {URL: "https://example.org/readme"}}}, nil},
		{Licence{Declared: "MIT", Concluded: "ISC"}, []string{"/l/evidence"}},
		{Licence{Declared: "mit"}, []string{"/l/declared", "/l/concluded"}},
		{Licence{Declared: "MIT", Concluded: "MIT", Evidence: map[string]Evidence{"A": {}}}, []string{"/l/evidence/A", "/l/evidence/A"}},
	} {
		var ps document.Problems
		c.licence.Check("/l", &ps)
		var got []string
		for _, p := range ps {
			got = append(got, p.Path)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want problems at %v", c.licence, ps, c.want)
		}
	}
	if !NonCommercial("CC-BY-NC-SA-4.0") || !ShareAlike("CC-BY-NC-SA-4.0") || NoDerivatives("CC-BY-SA-4.0") || NonCommercial("MIT") || ShareAlike("MIT") || !NoDerivatives("CC-BY-ND-4.0") {
		t.Error("the terms of a licence are read wrongly")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("(MIT OR Apache-2.0) AND CC-BY-4.0 WITH LLVM-exception")
	f.Fuzz(func(t *testing.T, s string) {
		e, err := Parse(s)
		if err == nil && len(e.Licences()) == 0 {
			t.Errorf("Parse(%q) found no licence", s)
		}
	})
}

func TestConditions(t *testing.T) {
	for expression, want := range map[string]string{
		"MIT": "", "CC-BY-SA-4.0": "share-alike", "CC-BY-NC-ND-4.0": "no-derivatives non-commercial", "CC-BY-NC-SA-4.0": "non-commercial share-alike",
		"CC-BY-NC-4.0 OR MIT": "", "CC-BY-NC-4.0 AND MIT": "non-commercial", "(CC-BY-NC-4.0 OR MIT) AND GPL-3.0-only": "share-alike",
		"NOASSERTION": "", "NONE": "", "other": "",
	} {
		if got := strings.Join(Conditions(expression), " "); got != want {
			t.Errorf("%s asks for %q, want %q", expression, got, want)
		}
	}
}
