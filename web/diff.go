package web

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/peritus-dao/peritus/web/view"
)

// longText is the length from which a changed text is shown once, with its changes marked inside, and not twice.
const longText = 60

// maxWords bounds the comparison of two texts, which takes time and room in the product of their lengths.
const maxWords = 1500

// together joins what was added, or removed, side by side under one new place: a clause with its text and its field reads
// better whole than leaf by leaf.
func together(changes []Change) []Change {
	var out []Change
	for i := 0; i < len(changes); {
		first, parent := changes[i], parentOf(changes[i].Path)
		n := i + 1
		for n < len(changes) && first.Op != "replace" && parent != "" && changes[n].Op == first.Op && parentOf(changes[n].Path) == parent &&
			slices.Equal(changes[n].Domains, first.Domains) {
			n++
		}
		if n == i+1 {
			out = append(out, first)
			i = n
			continue
		}
		joined := Change{Path: parent, Op: first.Op, Domains: first.Domains}
		before, after := map[string]json.RawMessage{}, map[string]json.RawMessage{}
		for _, c := range changes[i:n] {
			key := strings.NewReplacer("~1", "/", "~0", "~").Replace(strings.TrimPrefix(c.Path, parent+"/"))
			before[key], after[key] = c.Before, c.After
			if !strings.Contains(joined.Note, c.Note) {
				joined.Note = strings.TrimSpace(joined.Note + " " + c.Note)
			}
		}
		if first.Op == "add" {
			joined.After, _ = json.Marshal(after)
		} else {
			joined.Before, _ = json.Marshal(before)
		}
		out = append(out, joined)
		i = n
	}
	return out
}

// glanceText is the longest value that a summary shows whole.
const glanceText = 70

// glance is the change in one look: each place with what stands there now and what would, and whose field it is.
func (p presenter) glance(changes []view.Change, id string) []view.Glance {
	var out []view.Glance
	for i, c := range changes {
		where := settingOf(c.Path)
		g := view.Glance{Label: p.label(where), Hint: c.Hint, Href: "#" + id + "-" + strconv.Itoa(i+1), Domain: c.Domain, Op: view.Status{Tone: c.Tone, Text: c.Op}, Warning: c.Note != ""}
		if owner := parentOf(where); isID(segments(owner)) {
			g.Label = p.label(owner) + " › " + g.Label
		}
		if strings.HasSuffix(c.Path, "/minimum") || strings.HasSuffix(c.Path, "/maximum") {
			g.Label += " › " + p.label(c.Path)
		}
		g.Where = p.words(parentOf(where))
		switch {
		case len(c.Text) > 0:
			added, removed := 0, 0
			for _, part := range c.Text {
				switch part.Op {
				case "ins":
					added += len(strings.Fields(part.Text))
				case "del":
					removed += len(strings.Fields(part.Text))
				}
			}
			g.Words = p.T("glance.text", "added", added, "removed", removed)
		default:
			g.Before, g.After = short(c.Before), short(c.After)
		}
		out = append(out, g)
	}
	return out
}

// short joins parts into one line that fits a summary.
func short(parts []view.Part) view.Part {
	var out view.Part
	for _, part := range parts {
		out.Op = part.Op
		out.Text += part.Text
	}
	out.Text = cut(strings.Join(strings.Fields(out.Text), " "), glanceText)
	return out
}

// settingOf is the place whose name a reader may not know: of "…/temperature/value" it is the temperature.
func settingOf(pointer string) string {
	switch pointer[strings.LastIndexByte(pointer, '/')+1:] {
	case "value", "minimum", "maximum":
		return parentOf(pointer)
	}
	return pointer
}

func parentOf(pointer string) string { return pointer[:max(0, strings.LastIndexByte(pointer, '/'))] }

func (p presenter) change(c Change) view.Change {
	v := view.Change{Label: c.Label, Path: c.Path, Hint: p.hint(settingOf(c.Path)), Note: c.Note}
	var domains []string
	for _, d := range c.Domains {
		domains = append(domains, p.domain(d.Domain))
	}
	v.Domain = p.list(domains)
	if v.Label == "" {
		v.Label = p.words(c.Path)
	}
	switch c.Op {
	case "add":
		v.Op, v.Tone = p.T("diff.add"), view.Good
		v.Before, v.After = []view.Part{{Op: "none", Text: p.T("diff.nothing")}}, []view.Part{{Op: "ins", Text: p.value(c.Path, c.After)}}
	case "remove":
		v.Op, v.Tone = p.T("diff.remove"), view.Bad
		v.Before, v.After = []view.Part{{Op: "del", Text: p.value(c.Path, c.Before)}}, []view.Part{{Op: "none", Text: p.T("diff.nothing")}}
	default:
		v.Op, v.Tone = p.T("diff.replace"), view.Wait
		before, after := p.value(c.Path, c.Before), p.value(c.Path, c.After)
		v.Mono = isHex(before) && isHex(after)
		if !v.Mono && len(before) >= longText && len(after) >= longText {
			v.Text = compareWords(before, after)
		} else {
			v.Before, v.After = []view.Part{{Op: "del", Text: before}}, []view.Part{{Op: "ins", Text: after}}
		}
	}
	return v
}

// value reads a JSON value and writes it as a person would.
func (p presenter) value(path string, raw json.RawMessage) string {
	var v any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return string(raw)
	}
	return p.at(path, v)
}

// plain writes what needs no knowledge of its place: strings bare, lists with commas, anything deeper as indented JSON.
func (p presenter) plain(v any) string {
	switch v := v.(type) {
	case nil:
		return p.T("value.none")
	case bool:
		if v {
			return p.T("value.yes")
		}
		return p.T("value.no")
	case string:
		if v == "" {
			return p.T("value.empty")
		}
		return v
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, item := range v {
			if _, deep := item.(map[string]any); deep {
				return indented(v)
			}
			parts = append(parts, p.plain(item))
		}
		if len(parts) == 0 {
			return p.T("value.emptylist")
		}
		return strings.Join(parts, ", ")
	}
	return indented(v)
}

func indented(v any) string {
	raw, _ := json.MarshalIndent(v, "", "  ")
	return string(raw)
}

// keyWords writes a camel-case key as words. What does not look like one, such as an id or a file name, stays as it is.
func keyWords(key string) string {
	if strings.ContainsAny(key, "./:-_ ") || strings.IndexFunc(key, unicode.IsDigit) >= 0 {
		return key
	}
	var b strings.Builder
	runes := []rune(key)
	for i, r := range runes {
		switch {
		case i == 0:
			b.WriteRune(unicode.ToUpper(r))
		case unicode.IsUpper(r) && !unicode.IsUpper(runes[i-1]):
			b.WriteRune(' ')
			if i+1 < len(runes) && unicode.IsUpper(runes[i+1]) {
				b.WriteRune(r)
			} else {
				b.WriteRune(unicode.ToLower(r))
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// compareWords marks what was removed and added between two texts, word by word, by their longest common subsequence.
func compareWords(before, after string) []view.Part {
	a, b := splitWords(before), splitWords(after)
	if len(a) > maxWords || len(b) > maxWords {
		return []view.Part{{Op: "del", Text: before}, {Op: "ins", Text: after}}
	}
	// common[i][j] is the length of the longest common subsequence of a[i:] and b[j:].
	common := make([][]uint16, len(a)+1)
	for i := range common {
		common[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var parts []view.Part
	add := func(op, text string) {
		if n := len(parts); n > 0 && parts[n-1].Op == op {
			parts[n-1].Text += text
			return
		}
		parts = append(parts, view.Part{Op: op, Text: text})
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			add("", a[i])
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			add("del", a[i])
			i++
		default:
			add("ins", b[j])
			j++
		}
	}
	return parts
}

// splitWords cuts a text into words, white space and single marks, so that joining gives the text back and a full stop does
// not make another word of the one before it.
func splitWords(s string) []string {
	var words []string
	start, last := 0, -1
	for i, r := range s {
		class := 0 // a mark stands alone
		switch {
		case unicode.IsSpace(r):
			class = 1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			class = 2
		}
		if i > start && (class != last || class == 0) {
			words = append(words, s[start:i])
			start = i
		}
		last = class
	}
	if start < len(s) {
		words = append(words, s[start:])
	}
	return words
}

// isHex says whether a text is a digest, an address or the like.
func isHex(s string) bool {
	s = strings.TrimPrefix(s, "0x")
	return len(s) >= 32 && strings.Trim(s, "0123456789abcdefABCDEF") == ""
}
