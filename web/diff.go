package web

import (
	"bytes"
	"encoding/json"
	"slices"
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
			joined.Note = strings.TrimSpace(joined.Note + " " + c.Note)
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

func parentOf(pointer string) string { return pointer[:max(0, strings.LastIndexByte(pointer, '/'))] }

func (p presenter) change(c Change) view.Change {
	v := view.Change{Label: c.Label, Path: c.Path, Note: c.Note}
	var domains []string
	for _, d := range c.Domains {
		domains = append(domains, p.domain(d.Domain))
	}
	v.Domain = p.list(domains)
	if v.Label == "" {
		v.Label = pathWords(c.Path)
	}
	switch c.Op {
	case "add":
		v.Op, v.Tone = p.T("diff.add"), view.Good
		v.Before, v.After = []view.Part{{Op: "none", Text: p.T("diff.nothing")}}, []view.Part{{Op: "ins", Text: p.value(c.After)}}
	case "remove":
		v.Op, v.Tone = p.T("diff.remove"), view.Bad
		v.Before, v.After = []view.Part{{Op: "del", Text: p.value(c.Before)}}, []view.Part{{Op: "none", Text: p.T("diff.nothing")}}
	default:
		v.Op, v.Tone = p.T("diff.replace"), view.Wait
		before, after := p.value(c.Before), p.value(c.After)
		v.Mono = isHex(before) && isHex(after)
		if !v.Mono && len(before) >= longText && len(after) >= longText {
			v.Text = compareWords(before, after)
		} else {
			v.Before, v.After = []view.Part{{Op: "del", Text: before}}, []view.Part{{Op: "ins", Text: after}}
		}
	}
	return v
}

// value writes a JSON value as a person would: strings bare, lists with commas, anything deeper as indented JSON.
func (p presenter) value(raw json.RawMessage) string {
	var v any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return string(raw)
	}
	return p.words(v)
}

func (p presenter) words(v any) string {
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
			parts = append(parts, p.words(item))
		}
		if len(parts) == 0 {
			return p.T("value.emptylist")
		}
		return strings.Join(parts, ", ")
	}
	object, _ := v.(map[string]any)
	var lines []string
	for _, key := range sortedKeys(object) {
		if _, deep := object[key].(map[string]any); deep {
			return indented(v)
		}
		lines = append(lines, keyWords(key)+": "+p.words(object[key]))
	}
	return strings.Join(lines, "\n")
}

func indented(v any) string {
	raw, _ := json.MarshalIndent(v, "", "  ")
	return string(raw)
}

// pathWords writes a JSON pointer as words: "/inference/topP" → "Inference › Top p".
func pathWords(pointer string) string {
	var parts []string
	for _, part := range strings.Split(strings.TrimPrefix(pointer, "/"), "/") {
		part = strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
		parts = append(parts, keyWords(part))
	}
	return strings.Join(parts, " › ")
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

// tree reads a document into nested parts, in the order of its canonical bytes but with plain fields before sections, as a
// person would lay it out.
//
// Texts that the document names by digest are shown where they belong.
func (p presenter) tree(raw []byte, texts map[string]string) []view.Node {
	var v map[string]any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return []view.Node{{Label: "", Text: string(raw), Long: true}}
	}
	return p.children("", v, texts)
}

func (p presenter) children(path string, v map[string]any, texts map[string]string) []view.Node {
	var fields, sections []view.Node
	keys := sortedKeys(v)
	// What names a document comes first.
	slices.SortStableFunc(keys, func(a, b string) int { return rank(a) - rank(b) })
	for _, key := range keys {
		n := p.node(path+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(key), keyWords(key), v[key], texts)
		if len(n.Children) > 0 {
			sections = append(sections, n)
		} else {
			fields = append(fields, n)
		}
	}
	return append(fields, sections...)
}

func rank(key string) int {
	if i := slices.Index([]string{"title", "name", "version", "summary", "description", "schema"}, key); i >= 0 {
		return i - 10
	}
	return 0
}

func (p presenter) node(path, label string, v any, texts map[string]string) view.Node {
	n := view.Node{Label: label, ID: path}
	if text, ok := texts[path]; ok {
		n.Text, n.Long = text, true
		return n
	}
	switch v := v.(type) {
	case map[string]any:
		if n.Children = p.children(path, v, texts); len(n.Children) == 0 {
			n.Text = p.T("value.none")
		}
	case []any:
		deep := slices.ContainsFunc(v, func(item any) bool { _, ok := item.(map[string]any); return ok })
		if !deep {
			n.Text = p.words(v)
			break
		}
		for i, item := range v {
			n.Children = append(n.Children, p.node(path+"/"+p.Int(int64(i)), p.T("value.item", "n", i+1), item, texts))
		}
	default:
		n.Text = p.words(v)
	}
	n.Mono = isHex(n.Text)
	n.Long = !n.Mono && len(n.Text) > 110 || strings.Contains(n.Text, "\n")
	return n
}

// isHex says whether a text is a digest, an address or the like.
func isHex(s string) bool {
	s = strings.TrimPrefix(s, "0x")
	return len(s) >= 32 && strings.Trim(s, "0123456789abcdefABCDEF") == ""
}
