package tally

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// scanner reads strict JSON (RFC 8259 in valid UTF-8, without lone surrogates) from left to right and makes nothing
// of it but what is asked for. Its first error stays; after it every reading method does nothing.
type scanner struct {
	raw    []byte
	pos    int
	err    error
	buffer []byte // of the last string that held an escape
}

// maxDepth bounds how deep values that nobody asked for may nest.
const maxDepth = 64

// fail stops the scanner, and names line and column.
func (s *scanner) fail(format string, args ...any) {
	if s.err != nil {
		return
	}
	before := s.raw[:min(s.pos, len(s.raw))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	s.err = fmt.Errorf("line %d, column %d: %s", line, column, fmt.Sprintf(format, args...))
}

// peek skips white space and returns the next byte, or 0 at the end and after an error.
func (s *scanner) peek() byte {
	if s.err != nil {
		return 0
	}
	for s.pos < len(s.raw) {
		switch c := s.raw[s.pos]; c {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return c
		}
	}
	return 0
}

// take reads one punctuation mark.
func (s *scanner) take(c byte) {
	if s.peek() != c {
		s.fail("%q is missing", string(c))
		return
	}
	s.pos++
}

// more reports whether an array or object has another element, and reads the comma before it.
func (s *scanner) more(first *bool, closing byte) bool {
	switch c := s.peek(); {
	case s.err != nil:
		return false
	case c == closing:
		s.pos++
		return false
	case *first:
		*first = false
	default:
		s.take(',')
	}
	return s.err == nil
}

// array calls element for each element, which must read it.
func (s *scanner) array(element func()) {
	s.take('[')
	for first := true; s.more(&first, ']'); {
		element()
	}
}

// object calls member for each member, which must read the value. The key is only valid until then.
func (s *scanner) object(member func(key []byte)) {
	s.take('{')
	for first := true; s.more(&first, '}'); {
		key := s.text()
		s.take(':')
		if s.err == nil {
			member(key)
		}
	}
}

// text reads a string. It is only valid until the next string is read.
func (s *scanner) text() []byte {
	if s.peek() != '"' {
		s.fail("a string is missing")
		return nil
	}
	s.pos++
	from, plain := s.pos, true
	for s.pos < len(s.raw) {
		switch c := s.raw[s.pos]; {
		case c == '"':
			text := s.raw[from:s.pos]
			if !plain {
				text = s.unescape(from)
			}
			if s.err == nil && !utf8.Valid(text) {
				s.fail("a string is not UTF-8")
			}
			s.pos++
			return text
		case c < 0x20:
			s.fail("a control character stands in a string")
			return nil
		case c == '\\':
			plain = false
			s.pos++
		}
		s.pos++
	}
	s.fail("a string does not end")
	return nil
}

// textOrOther reads a string, or else a value of any kind and returns its bytes.
func (s *scanner) textOrOther() (text []byte, isText bool) {
	if s.peek() == '"' {
		return s.text(), true
	}
	return s.skip(), false
}

// unescape decodes the string from there to pos.
func (s *scanner) unescape(from int) []byte {
	out, raw := s.buffer[:0], s.raw[from:s.pos]
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			out = append(out, raw[i])
			continue
		}
		i++
		switch c := raw[i]; c {
		case '"', '\\', '/':
			out = append(out, c)
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
			r, ok := hex4(raw[i+1:])
			i += 4
			if ok && utf16.IsSurrogate(r) {
				low := rune(-1)
				if len(raw) > i+2 && raw[i+1] == '\\' && raw[i+2] == 'u' {
					low, ok = hex4(raw[i+3:])
					i += 6
				}
				r = utf16.DecodeRune(r, low)
				ok = ok && r != utf8.RuneError
			}
			if !ok {
				s.fail("a string has an escape that stands for no character")
				return nil
			}
			out = utf8.AppendRune(out, r)
		default:
			s.fail("a string has an escape that JSON does not know")
			return nil
		}
	}
	s.buffer = out
	return out
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range b[:4] {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// skip reads a value of any kind and returns its bytes.
func (s *scanner) skip() []byte { return s.skipAt(0) }

func (s *scanner) skipAt(depth int) []byte {
	c := s.peek()
	from := s.pos
	switch {
	case depth > maxDepth:
		s.fail("values nest deeper than %d levels", maxDepth)
	case c == '{':
		s.object(func([]byte) { s.skipAt(depth + 1) })
	case c == '[':
		s.array(func() { s.skipAt(depth + 1) })
	case c == '"':
		s.text()
	case c == '-' || c >= '0' && c <= '9':
		s.numeral()
	default:
		for _, word := range []string{"true", "false", "null"} {
			if bytes.HasPrefix(s.raw[s.pos:], []byte(word)) && s.err == nil {
				s.pos += len(word)
				return s.raw[from:s.pos]
			}
		}
		s.fail("a value is missing")
	}
	if s.err != nil {
		return nil
	}
	return s.raw[from:s.pos]
}

// numeral reads a JSON number.
func (s *scanner) numeral() {
	digits := func() {
		from := s.pos
		for s.pos < len(s.raw) && s.raw[s.pos] >= '0' && s.raw[s.pos] <= '9' {
			s.pos++
		}
		if s.pos == from {
			s.fail("a number is malformed")
		}
	}
	sees := func(set string) bool {
		return s.err == nil && s.pos < len(s.raw) && bytes.IndexByte([]byte(set), s.raw[s.pos]) >= 0
	}
	if sees("-") {
		s.pos++
	}
	if sees("0") {
		s.pos++
	} else {
		digits()
	}
	if sees(".") {
		s.pos++
		digits()
	}
	if sees("eE") {
		s.pos++
		if sees("+-") {
			s.pos++
		}
		digits()
	}
}

// end refuses anything after the value.
func (s *scanner) end() {
	if s.peek(); s.err == nil && s.pos != len(s.raw) {
		s.fail("something follows the end")
	}
}
