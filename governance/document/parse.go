package document

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The bounds that hold where Limits names none.
const (
	defaultSize  = 8 << 20
	defaultDepth = 64
	maxFindings  = 100
)

// Limits bounds what is read, before it is read. A field that is zero means 8 MiB, and 64 levels.
type Limits struct{ Size, Depth int }

func (l Limits) orDefault() Limits {
	if l.Size == 0 {
		l.Size = defaultSize
	}
	if l.Depth == 0 {
		l.Depth = defaultDepth
	}
	return l
}

// parser reads a JSON text once, from left to right, and writes its canonical form as it goes. Members that
// arrive in the wrong order are put right when their object closes, so no tree is ever built. A text that is
// malformed stops it; anything else that a strict document may not hold is noted, and reading goes on.
type parser struct {
	raw    []byte
	pos    int
	limits Limits

	out     []byte   // the canonical form so far; never longer than the part of raw that was read
	members []member // the members of all open objects
	frames  []frame  // the open arrays and objects
	inKey   bool     // a key is being read: its findings belong to the object that holds it
	scratch []byte

	// visit, if set, is told where each value starts (a member's at its key). It is nil but for Locate.
	visit func(p *parser, at int)
	// goValue says that raw was written by encoding/json, which marks invalid UTF-8 by an escaped U+FFFD and
	// says nothing.
	goValue bool

	found  []finding
	halted bool
}

// member is one "key":value of an open object.
type member struct {
	key        []byte // decoded
	at         int    // where the key starts in raw
	start, end int    // "key":value in out
}

// frame is one open array or object.
type frame struct {
	object bool
	first  int // its first entry in members
	index  int // the element being read
}

// finding is a Problem whose position is still an offset.
type finding struct {
	at int
	Problem
}

// syntaxRemedy says what to do about a text that is not JSON at all.
const syntaxRemedy = "write the document as JSON (RFC 8259)"

func (p *parser) note(at int, rule, detail, remedy string) {
	if len(p.found) < maxFindings {
		p.found = append(p.found, finding{at, Problem{Path: p.path(), Rule: rule, Detail: detail, Remedy: remedy}})
		return
	}
	p.halted = true
}

func (p *parser) halt(at int, rule, detail, remedy string) {
	if !p.halted {
		p.note(at, rule, detail, remedy)
		p.halted = true
	}
}

// expected halts on a text that is not JSON.
func (p *parser) expected(what string) {
	p.halt(p.pos, "syntax", fmt.Sprintf("expected %s, found %s", what, p.here()), syntaxRemedy)
}

// here names the character at the current position.
func (p *parser) here() string {
	if p.pos >= len(p.raw) {
		return "the end of the text"
	}
	r, size := utf8.DecodeRune(p.raw[p.pos:])
	if r == utf8.RuneError && size <= 1 {
		return fmt.Sprintf("the byte 0x%02x", p.raw[p.pos])
	}
	return strconv.QuoteRune(r)
}

// path returns the JSON pointer of what is being read.
func (p *parser) path() string {
	var path string
	for i, f := range p.frames {
		if !f.object {
			path = Pointer(path, strconv.Itoa(f.index))
			continue
		}
		// The member being read is the last one that was pushed before the next array or object opened.
		last := len(p.members)
		if i+1 < len(p.frames) {
			last = p.frames[i+1].first
		} else if p.inKey {
			break
		}
		if last > f.first {
			path = Pointer(path, string(p.members[last-1].key))
		}
	}
	return path
}

// document reads the whole text.
func (p *parser) document() {
	if len(p.raw) > p.limits.Size {
		p.halt(0, "size", fmt.Sprintf("the text has %d bytes, the limit is %d", len(p.raw), p.limits.Size), "split it, or move large parts into files that it names by digest")
		return
	}
	if bytes.HasPrefix(p.raw, []byte("\ufeff")) {
		p.note(0, "byte-order-mark", "the text starts with a byte order mark", "save it as UTF-8 without one")
		p.pos = len("\ufeff")
	}
	p.space()
	if p.visit != nil {
		p.visit(p, p.pos)
	}
	p.value()
	if p.halted {
		return
	}
	p.space()
	if p.pos < len(p.raw) {
		p.halt(p.pos, "trailing-data", "the document ended, but the text goes on with "+p.here(), "keep one document in one text")
	}
}

func (p *parser) space() {
	for p.pos < len(p.raw) {
		switch p.raw[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			return
		}
	}
}

func (p *parser) value() {
	if p.pos >= len(p.raw) {
		p.expected("a value")
		return
	}
	switch c := p.raw[p.pos]; {
	case c == '"':
		p.text()
	case c == '{':
		if p.open(true) {
			p.object()
			p.frames = p.frames[:len(p.frames)-1]
		}
	case c == '[':
		if p.open(false) {
			p.array()
			p.frames = p.frames[:len(p.frames)-1]
		}
	case c == '-' || '0' <= c && c <= '9':
		p.number()
	case c == 't':
		p.literal("true")
	case c == 'f':
		p.literal("false")
	case c == 'n':
		p.literal("null")
	default:
		p.expected("a value")
	}
}

func (p *parser) open(object bool) bool {
	if len(p.frames) >= p.limits.Depth {
		p.halt(p.pos, "depth", fmt.Sprintf("arrays and objects lie more than %d deep in each other", p.limits.Depth), "make the document flatter")
		return false
	}
	p.frames = append(p.frames, frame{object: object, first: len(p.members)})
	p.out = append(p.out, p.raw[p.pos])
	p.pos++
	p.space()
	return true
}

func (p *parser) literal(word string) {
	if !bytes.HasPrefix(p.raw[p.pos:], []byte(word)) {
		p.expected("a value")
		return
	}
	p.out = append(p.out, word...)
	p.pos += len(word)
}

func (p *parser) array() {
	if p.pos < len(p.raw) && p.raw[p.pos] == ']' {
		p.pos++
		p.out = append(p.out, ']')
		return
	}
	for {
		if p.visit != nil {
			p.visit(p, p.pos)
		}
		p.value()
		if p.halted {
			return
		}
		p.space()
		switch {
		case p.pos < len(p.raw) && p.raw[p.pos] == ',':
			p.pos++
			p.space()
			p.out = append(p.out, ',')
			p.frames[len(p.frames)-1].index++
			if p.pos < len(p.raw) && p.raw[p.pos] == ']' {
				p.halt(p.pos, "syntax", "a comma stands before the closing bracket", "remove the comma")
				return
			}
		case p.pos < len(p.raw) && p.raw[p.pos] == ']':
			p.pos++
			p.out = append(p.out, ']')
			return
		default:
			p.expected("a comma or ']'")
			return
		}
	}
}

func (p *parser) object() {
	first := len(p.members)
	start := len(p.out)
	sorted := true
	if p.pos < len(p.raw) && p.raw[p.pos] == '}' {
		p.pos++
		p.out = append(p.out, '}')
		return
	}
	for {
		if p.pos >= len(p.raw) || p.raw[p.pos] != '"' {
			p.expected("a key in double quotes")
			return
		}
		m := member{at: p.pos, start: len(p.out)}
		p.inKey = true
		m.key = p.text()
		p.inKey = false
		if p.halted {
			return
		}
		if n := len(p.members); sorted && n > first && compareUTF16(p.members[n-1].key, m.key) >= 0 {
			sorted = false
		}
		p.members = append(p.members, m)
		p.space()
		if p.pos >= len(p.raw) || p.raw[p.pos] != ':' {
			p.expected("a colon after the key")
			return
		}
		p.pos++
		p.out = append(p.out, ':')
		p.space()
		if p.visit != nil {
			p.visit(p, m.at)
		}
		p.value()
		if p.halted {
			return
		}
		p.members[len(p.members)-1].end = len(p.out)
		p.space()
		switch {
		case p.pos < len(p.raw) && p.raw[p.pos] == ',':
			p.pos++
			p.space()
			p.out = append(p.out, ',')
			if p.pos < len(p.raw) && p.raw[p.pos] == '}' {
				p.halt(p.pos, "syntax", "a comma stands before the closing brace", "remove the comma")
				return
			}
		case p.pos < len(p.raw) && p.raw[p.pos] == '}':
			p.pos++
			if !sorted {
				p.reorder(first, start)
			}
			p.members = p.members[:first]
			p.out = append(p.out, '}')
			return
		default:
			p.expected("a comma or '}'")
			return
		}
	}
}

// reorder sorts the members of the object that is closing, whose text begins at out[start], and notes keys that
// stand twice. Of those the first is kept.
func (p *parser) reorder(first, start int) {
	all := p.members[first:]
	slices.SortFunc(all, func(a, b member) int { return cmp.Or(compareUTF16(a.key, b.key), a.at-b.at) })
	p.scratch = append(p.scratch[:0], p.out[start:]...)
	// Rewriting out spoils the keys that lie in it, so duplicates are looked for before.
	var twice []member
	for i := 1; i < len(all); i++ {
		if bytes.Equal(all[i-1].key, all[i].key) {
			twice = append(twice, all[i])
		}
	}
	for _, m := range twice {
		p.members = append(p.members[:first], m)
		p.note(m.at, "duplicate-key", fmt.Sprintf("the key %q stands twice in one object", m.key), "keep one of them")
	}
	if len(twice) > 0 {
		return // There will be no canonical form, and the first reading is as good as any for further checks.
	}
	p.out = p.out[:start]
	for i, m := range all {
		if i > 0 {
			p.out = append(p.out, ',')
		}
		p.out = append(p.out, p.scratch[m.start-start:m.end-start]...)
	}
}

// number reads a number and writes it if it is an integer that every JSON reader holds exactly.
func (p *parser) number() {
	start := p.pos
	if p.raw[p.pos] == '-' {
		p.pos++
	}
	digits := p.pos
	p.digits()
	switch n := p.pos - digits; {
	case n == 0:
		p.expected("a digit")
		return
	case n > 1 && p.raw[digits] == '0':
		p.halt(start, "syntax", "a number starts with a zero", "remove the leading zeros")
		return
	}
	integer := p.raw[digits:p.pos]
	fraction := false
	if p.pos < len(p.raw) && p.raw[p.pos] == '.' {
		fraction = true
		p.pos++
		if p.digits() == 0 {
			p.expected("a digit after the decimal point")
			return
		}
	}
	if p.pos < len(p.raw) && p.raw[p.pos]|0x20 == 'e' {
		fraction = true
		p.pos++
		if p.pos < len(p.raw) && (p.raw[p.pos] == '+' || p.raw[p.pos] == '-') {
			p.pos++
		}
		if p.digits() == 0 {
			p.expected("a digit in the exponent")
			return
		}
	}
	const most = "9007199254740991"
	switch {
	case fraction:
		p.note(start, "number", fmt.Sprintf("%s is not a plain integer", shorten(p.raw[start:p.pos])), `write an integer, or a decimal as a string such as "0.7"`)
		p.out = append(p.out, '0')
	case len(integer) > len(most) || len(integer) == len(most) && string(integer) > most:
		p.note(start, "number", fmt.Sprintf("%s is beyond ±(2^53−1), where JSON readers begin to round", shorten(p.raw[start:p.pos])), "write it as a string of digits where the field allows that")
		p.out = append(p.out, '0')
	case integer[0] == '0':
		p.out = append(p.out, '0') // as RFC 8785 writes -0
	default:
		p.out = append(p.out, p.raw[start:p.pos]...)
	}
}

func (p *parser) digits() int {
	start := p.pos
	for p.pos < len(p.raw) && '0' <= p.raw[p.pos] && p.raw[p.pos] <= '9' {
		p.pos++
	}
	return p.pos - start
}

// text reads a string, writes it canonically and returns it decoded. The result is valid until out is rewritten.
func (p *parser) text() []byte {
	start := p.pos
	p.pos++
	p.out = append(p.out, '"')
	from := len(p.out)
	ascii, plain := true, true // plain: nothing is escaped in the canonical form
	for {
		// Copy what needs no thought in one go.
		run := p.pos
		for p.pos < len(p.raw) && isPlain[p.raw[p.pos]] {
			p.pos++
		}
		p.out = append(p.out, p.raw[run:p.pos]...)
		if p.pos >= len(p.raw) {
			p.halt(start, "syntax", "a string has no closing quote", syntaxRemedy)
			return nil
		}
		switch c := p.raw[p.pos]; {
		case c == '"':
			p.pos++
			decoded := p.out[from:]
			if !plain {
				decoded = unescape(decoded)
			}
			if !ascii && !norm.NFC.IsNormal(decoded) {
				p.note(start, "nfc", fmt.Sprintf("the string %q is not in Unicode normal form C", shorten(decoded)), "normalise it (NFC), so that what looks alike is alike")
			}
			p.out = append(p.out, '"')
			return decoded
		case c == '\\':
			r, ok := p.escape()
			if !ok {
				return nil
			}
			if r >= utf8.RuneSelf {
				ascii = false
			}
			before := len(p.out)
			p.out = appendRune(p.out, r)
			if p.out[before] == '\\' {
				plain = false
			}
		case c < 0x20:
			p.note(p.pos, "control-character", fmt.Sprintf("the control character 0x%02x stands in a string as it is", c), fmt.Sprintf(`write it as \u%04x`, c))
			p.out = append(p.out, '?')
			p.pos++
		default:
			ascii = false
			r, size := utf8.DecodeRune(p.raw[p.pos:])
			if r == utf8.RuneError && size == 1 {
				p.note(p.pos, "utf-8", fmt.Sprintf("the byte 0x%02x is not UTF-8", c), "save the text as UTF-8")
				p.out = append(p.out, '?')
			} else {
				p.out = append(p.out, p.raw[p.pos:p.pos+size]...)
			}
			p.pos += size
		}
		if p.halted {
			return nil
		}
	}
}

// isPlain marks the bytes that stand for themselves in a string: ASCII but controls, quote and backslash.
var isPlain = func() (table [256]bool) {
	for c := 0x20; c < utf8.RuneSelf; c++ {
		table[c] = c != '"' && c != '\\'
	}
	return table
}()

// escape reads an escape sequence.
func (p *parser) escape() (rune, bool) {
	start := p.pos
	p.pos++
	if p.pos >= len(p.raw) {
		p.expected("the rest of an escape sequence")
		return 0, false
	}
	c := p.raw[p.pos]
	p.pos++
	switch c {
	case '"', '\\', '/':
		return rune(c), true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'u':
		r, ok := p.hex4()
		if !ok {
			return 0, false
		}
		if r < 0xd800 || r > 0xdfff {
			if r == utf8.RuneError && p.goValue {
				p.note(start, "utf-8", "a string is not valid UTF-8", "keep bytes that are not text out of strings")
			}
			return r, true
		}
		if r < 0xdc00 && bytes.HasPrefix(p.raw[p.pos:], []byte(`\u`)) {
			after := p.pos
			p.pos += 2
			low, ok := p.hex4()
			if !ok {
				return 0, false
			}
			if 0xdc00 <= low && low <= 0xdfff {
				return (r-0xd800)<<10 | (low - 0xdc00) + 0x10000, true
			}
			p.pos = after
		}
		p.note(start, "surrogate", fmt.Sprintf(`\u%04x is half of a character`, r), "write the character itself, or both halves of its surrogate pair")
		return utf8.RuneError, true
	}
	p.pos--
	p.expected(`one of "\/bfnrtu after a backslash`)
	return 0, false
}

func (p *parser) hex4() (rune, bool) {
	var r rune
	for range 4 {
		if p.pos >= len(p.raw) {
			p.expected("four hexadecimal digits")
			return 0, false
		}
		c := p.raw[p.pos]
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			p.expected("four hexadecimal digits")
			return 0, false
		}
		p.pos++
	}
	return r, true
}

// appendRune writes one character of a string as RFC 8785 does: the two-letter escapes where JSON has them,
// \u00xx for other controls, and everything else as it is.
func appendRune(out []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	switch {
	case r == '"' || r == '\\':
		return append(out, '\\', byte(r))
	case r >= 0x20:
		return utf8.AppendRune(out, r)
	case r == '\b':
		return append(out, `\b`...)
	case r == '\f':
		return append(out, `\f`...)
	case r == '\n':
		return append(out, `\n`...)
	case r == '\r':
		return append(out, `\r`...)
	case r == '\t':
		return append(out, `\t`...)
	}
	return append(out, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
}

// unescape decodes the inside of a string in canonical form.
func unescape(s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			out = append(out, s[i])
			continue
		}
		i++
		switch s[i] {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			c, _ := strconv.ParseUint(string(s[i+1:i+5]), 16, 8)
			out = append(out, byte(c))
			i += 4
		default:
			out = append(out, s[i])
		}
	}
	return out
}

// compareUTF16 orders UTF-8 texts as RFC 8785 orders keys, by UTF-16 code units. That is the order of the bytes but
// for one thing: characters beyond U+FFFF (lead bytes F0 to F4) are surrogates in UTF-16 and sort before
// U+E000 to U+FFFF (lead bytes EE and EF).
func compareUTF16(a, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		x, y := a[i], b[i]
		if x == y {
			continue
		}
		if x >= 0xee && y >= 0xee && (x >= 0xf0) != (y >= 0xf0) {
			x, y = y, x
		}
		if x < y {
			return -1
		}
		return 1
	}
	return len(a) - len(b)
}

// shorten quotes what a finding needs of a text that may be long.
func shorten(s []byte) []byte {
	const most = 40
	if len(s) <= most {
		return s
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return append(bytes.Clone(s[:cut]), "…"...)
}

// problems turns offsets into lines and columns, in one walk over the text.
func (p *parser) problems() Problems {
	if len(p.found) == 0 {
		return nil
	}
	slices.SortStableFunc(p.found, func(a, b finding) int { return a.at - b.at })
	out := make(Problems, len(p.found))
	var where position
	for i, f := range p.found {
		where.advance(p.raw, f.at)
		out[i] = f.Problem
		out[i].Line, out[i].Column = where.line+1, where.column+1
	}
	return out
}

// position is a place in a text, counted in lines and characters from 0.
type position struct{ offset, line, column int }

// advance moves on to a later offset.
func (w *position) advance(raw []byte, to int) {
	part := raw[w.offset:to]
	if lines := bytes.Count(part, []byte("\n")); lines > 0 {
		w.line += lines
		w.column = 0
		part = part[bytes.LastIndexByte(part, '\n')+1:]
	}
	w.column += utf8.RuneCount(part)
	w.offset = to
}
