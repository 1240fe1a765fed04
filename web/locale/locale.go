// Package locale holds the words of the pages, one JSON file for each language.
//
// A message is a string, or an object with one string for each plural form that the language has. Placeholders stand in
// braces: {name}. A key that is missing is shown as the key, and a test makes sure that none is.
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed *.json about.*.md
var files embed.FS

// Locale is one language of the pages. It is read only and safe for concurrent use.
type Locale struct {
	Tag      language.Tag
	messages map[string]message
	about    []byte
}

// message holds the plural forms of a message; a message without them has the form "other" alone.
type message map[string]string

func (m *message) UnmarshalJSON(raw []byte) error {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		*m = message{"other": s}
		return nil
	}
	return json.Unmarshal(raw, (*map[string]string)(m))
}

// Set is all languages that the pages speak. The first is the default.
type Set []*Locale

// Load reads the embedded languages.
func Load() (Set, error) {
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		return nil, err
	}
	var set Set
	for _, name := range names {
		code := strings.TrimSuffix(path.Base(name), ".json")
		tag, err := language.Parse(code)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		raw, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		l := &Locale{Tag: tag}
		if err := json.Unmarshal(raw, &l.messages); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if l.about, err = files.ReadFile("about." + code + ".md"); err != nil {
			return nil, err
		}
		set = append(set, l)
	}
	slices.SortFunc(set, func(a, b *Locale) int {
		if (a.Tag == language.English) != (b.Tag == language.English) {
			if a.Tag == language.English {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Tag.String(), b.Tag.String())
	})
	return set, nil
}

// Choose returns the language a visitor stored, else the best match for an Accept-Language header.
func (s Set) Choose(stored, accept string) *Locale {
	for _, l := range s {
		if l.Code() == stored {
			return l
		}
	}
	tags := make([]language.Tag, len(s))
	for i, l := range s {
		tags[i] = l.Tag
	}
	_, i := language.MatchStrings(language.NewMatcher(tags), accept)
	return s[i]
}

// Code is the language's BCP 47 tag.
func (l *Locale) Code() string { return l.Tag.String() }

// About is the text of the page on how Peritus works, in Markdown.
func (l *Locale) About() []byte { return l.about }

// T returns the message for a key, with its placeholders filled from pairs of name and value.
func (l *Locale) T(key string, pairs ...any) string {
	return l.fill(key, "other", pairs)
}

// N returns the plural form of a message for n; {n} stands for the number.
func (l *Locale) N(key string, n int, pairs ...any) string {
	form := "other"
	switch plural.Cardinal.MatchPlural(l.Tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		form = "zero"
	case plural.One:
		form = "one"
	case plural.Two:
		form = "two"
	case plural.Few:
		form = "few"
	case plural.Many:
		form = "many"
	}
	return l.fill(key, form, append(pairs, "n", l.Int(int64(n))))
}

// Has reports whether the language has a message for a key.
func (l *Locale) Has(key string) bool {
	_, ok := l.messages[key]
	return ok
}

func (l *Locale) fill(key, form string, pairs []any) string {
	m, ok := l.messages[key]
	if !ok {
		return key
	}
	text, ok := m[form]
	if !ok {
		text = m["other"]
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(pairs[i+1]))
	}
	return text
}

// Int writes a whole number with the language's grouping.
func (l *Locale) Int(n int64) string {
	s := fmt.Sprint(n)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "−", s[1:]
	}
	return sign + group(s, l.T("number.group"))
}

// group puts sep between groups of three digits, from five digits on, so that years and small counts stay plain.
func group(digits, sep string) string {
	if len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(c)
	}
	return b.String()
}

// Micro writes an amount of micro-units exactly: as many decimals as it has, none if it is whole.
func (l *Locale) Micro(micro uint64) string {
	whole, rest := micro/1_000_000, micro%1_000_000
	s := group(fmt.Sprint(whole), l.T("number.group"))
	if rest == 0 {
		return s
	}
	return s + l.T("number.decimal") + strings.TrimRight(fmt.Sprintf("%06d", rest), "0")
}

// Percent writes parts of a million as a percentage with at most one decimal, rounded down.
func (l *Locale) Percent(micro uint64) string {
	tenths := micro / 1000
	s := fmt.Sprint(tenths / 10)
	if tenths%10 != 0 {
		s += l.T("number.decimal") + fmt.Sprint(tenths%10)
	}
	return s + l.T("number.percent")
}

// DateTime writes a moment in words, in UTC.
func (l *Locale) DateTime(unix int64) string {
	t := time.Unix(unix, 0).UTC()
	return l.T("time.full", "day", t.Day(), "month", l.T(fmt.Sprintf("month.%d", t.Month())), "year", t.Year(),
		"clock", t.Format("15:04"))
}

// Date writes a day in words, in UTC.
func (l *Locale) Date(unix int64) string {
	t := time.Unix(unix, 0).UTC()
	return l.T("time.day", "day", t.Day(), "month", l.T(fmt.Sprintf("month.%d", t.Month())), "year", t.Year())
}

// Near says how far a moment is from now: "in 3 days", "2 hours ago".
func (l *Locale) Near(unix, now int64) string {
	d := unix - now
	if -60 < d && d < 60 {
		return l.T("time.now")
	}
	if d >= 0 {
		return l.T("time.in", "span", l.span("near.", d))
	}
	return l.T("time.ago", "span", l.span("near.", -d))
}

// Span writes a duration in its largest whole unit, rounded down.
func (l *Locale) Span(seconds int64) string { return l.span("span.", seconds) }

// span writes a duration by itself, or as it stands behind "in" and "ago", which some languages inflect.
func (l *Locale) span(form string, seconds int64) string {
	if years := seconds / (365 * 86400); years >= 2 {
		return l.N(form+"years", int(years))
	}
	for _, u := range []struct {
		unit    string
		seconds int64
	}{{"days", 86400}, {"hours", 3600}, {"minutes", 60}} {
		// Days from two on: "36 hours" says more than "1 day".
		if seconds >= u.seconds && (u.seconds != 86400 || seconds >= 2*u.seconds || seconds == u.seconds) {
			return l.N(form+u.unit, int(seconds/u.seconds))
		}
	}
	return l.N(form+"seconds", int(seconds))
}
