package locale

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func load(t testing.TB) Set {
	t.Helper()
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func placeholders(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// Every language has every message, in every plural form that the first one has, with the same placeholders.
func TestLanguagesAreComplete(t *testing.T) {
	set := load(t)
	if len(set) < 2 || set[0].Code() != "en" {
		t.Fatalf("languages %v; want English first, and another", set)
	}
	english := set[0]
	for _, l := range set[1:] {
		for key := range maps.Keys(l.messages) {
			if !english.Has(key) {
				t.Errorf("%s has %q, which English lacks", l.Code(), key)
			}
		}
		for key, want := range english.messages {
			got, ok := l.messages[key]
			if !ok {
				t.Errorf("%s lacks %q", l.Code(), key)
				continue
			}
			for form, text := range want {
				other, ok := got[form]
				if !ok {
					t.Errorf("%s lacks the form %q of %q", l.Code(), form, key)
				} else if !slices.Equal(placeholders(text), placeholders(other)) {
					t.Errorf("%s: %q has placeholders %v, English %v", l.Code(), key, placeholders(other), placeholders(text))
				}
			}
		}
		if len(l.About()) < len(english.About())/2 {
			t.Errorf("%s: the page on how it works is cut short", l.Code())
		}
	}
	for _, l := range set {
		for key, forms := range l.messages {
			if _, ok := forms["other"]; !ok {
				t.Errorf("%s: %q lacks the form \"other\"", l.Code(), key)
			}
			for form, text := range forms {
				if text == "" {
					t.Errorf("%s: %q is empty in the form %q", l.Code(), key, form)
				}
			}
		}
	}
}

// Every key that the source asks for exists, and every key is asked for.
func TestKeysAreUsed(t *testing.T) {
	english := load(t)[0]
	call := regexp.MustCompile(`\b[TN]\(("(?:[^"]+)"|fmt\.Sprintf\("[^"]+")( ?\+)?`)
	quoted := regexp.MustCompile(`"([a-z]+(?:\.[a-z0-9-]+)*\.?)"`)
	used, prefixes := map[string]bool{}, []string{"month."}
	for _, pattern := range []string{"../*.go", "../view/*.templ", "../view/*.go", "*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") || strings.HasSuffix(file, "_templ.go") {
				continue
			}
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range call.FindAllStringSubmatch(string(source), -1) {
				key := strings.Trim(m[1], `"`)
				switch {
				case strings.HasPrefix(m[1], "fmt."):
				case m[2] != "":
					prefixes = append(prefixes, key)
				case !english.Has(key):
					t.Errorf("%s asks for %q, which does not exist", file, key)
				default:
					used[key] = true
				}
			}
			for _, m := range quoted.FindAllStringSubmatch(string(source), -1) {
				used[m[1]] = true
				if strings.HasSuffix(m[1], ".") {
					prefixes = append(prefixes, m[1])
				}
			}
		}
	}
	for key := range english.messages {
		if !used[key] && !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("nothing asks for %q", key)
		}
	}
}

func TestWords(t *testing.T) {
	set := load(t)
	en, de := set[0], set.Choose("de", "")
	for _, c := range []struct{ got, want string }{
		{en.Micro(0), "0"}, {en.Micro(1), "0.000001"}, {en.Micro(12_500_000), "12.5"}, {de.Micro(12_500_000), "12,5"},
		{en.Micro(12345_000_000), "12\u202f345"}, {en.Int(-12345), "−12\u202f345"}, {en.Int(9999), "9999"},
		{en.Percent(1_000_000), "100%"}, {en.Percent(333_333), "33.3%"}, {de.Percent(5_000), "0,5\u202f%"}, {en.Percent(999), "0%"},
		{en.Span(59), "59 seconds"}, {en.Span(1), "1 second"}, {en.Span(3600), "1 hour"}, {en.Span(36 * 3600), "36 hours"},
		{en.Span(86400), "1 day"}, {en.Span(5 * 86400), "5 days"}, {en.Span(3 * 365 * 86400), "3 years"}, {de.Span(2 * 86400), "2 Tage"},
		{en.Near(100, 100), "just now"}, {en.Near(100, 40), "in 1 minute"}, {en.Near(40, 100), "1 minute ago"}, {de.Near(40, 100), "vor 1 Minute"},
		{en.DateTime(1795352400), "22 November 2026, 13:00 UTC"}, {de.DateTime(1795352400), "22. November 2026, 13:00 UTC"},
		{en.N("span.days", 1), "1 day"}, {en.T("no such key"), "no such key"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	for _, c := range []struct{ stored, accept, want string }{
		{"", "", "en"}, {"", "de-AT,en;q=0.5", "de"}, {"en", "de", "en"}, {"xx", "fr,de;q=0.3", "de"}, {"", "zh", "en"}, {"", "\xff;q=", "en"},
	} {
		if got := set.Choose(c.stored, c.accept).Code(); got != c.want {
			t.Errorf("Choose(%q, %q) = %s, want %s", c.stored, c.accept, got, c.want)
		}
	}
}
