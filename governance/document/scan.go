package document

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// isCanonical reports whether raw is strict and canonical already, within the limits. It looks at each byte once and
// writes nothing, so what is stored or comes from another instance, which is nearly everything, is read at the speed of
// a scan. It says yes only where parse finds nothing and gives back the same bytes; where it is not sure (a key with an
// escape, an escape beside letters that may compose) it says no, and parse decides.
func isCanonical(raw []byte, l Limits) bool {
	if len(raw) > l.Size {
		return false
	}
	s := scanner{raw: raw}
	return s.value(l.Depth) && s.pos == len(raw)
}

type scanner struct {
	raw []byte
	pos int
}

// value reads one value that may hold so many levels of arrays and objects.
func (s *scanner) value(depth int) bool {
	if s.pos >= len(s.raw) {
		return false
	}
	switch c := s.raw[s.pos]; {
	case c == '"':
		_, ok := s.text()
		return ok
	case c == '{':
		return depth > 0 && s.object(depth-1)
	case c == '[':
		return depth > 0 && s.array(depth-1)
	case c == 't':
		return s.word("true")
	case c == 'f':
		return s.word("false")
	case c == 'n':
		return s.word("null")
	}
	return s.number()
}

// take moves past one byte if it is c.
func (s *scanner) take(c byte) bool {
	if s.pos < len(s.raw) && s.raw[s.pos] == c {
		s.pos++
		return true
	}
	return false
}

func (s *scanner) word(w string) bool {
	end := s.pos + len(w)
	if end > len(s.raw) || string(s.raw[s.pos:end]) != w {
		return false
	}
	s.pos = end
	return true
}

func (s *scanner) array(depth int) bool {
	s.pos++
	if s.take(']') {
		return true
	}
	for {
		if !s.value(depth) {
			return false
		}
		if !s.take(',') {
			return s.take(']')
		}
	}
}

func (s *scanner) object(depth int) bool {
	s.pos++
	if s.take('}') {
		return true
	}
	var last []byte
	for first := true; ; first = false {
		start := s.pos + 1
		escaped, ok := s.text()
		if !ok || escaped {
			return false
		}
		key := s.raw[start : s.pos-1]
		if !first && compareUTF16(last, key) >= 0 {
			return false
		}
		last = key
		if !s.take(':') || !s.value(depth) {
			return false
		}
		if !s.take(',') {
			return s.take('}')
		}
	}
}

// text reads a string, and reports whether there are escapes in it.
func (s *scanner) text() (escaped, ok bool) {
	if !s.take('"') {
		return false, false
	}
	start, ascii := s.pos, true
	for s.pos < len(s.raw) {
		c := s.raw[s.pos]
		switch {
		case isPlain[c]:
			s.pos++
		case c == '"':
			if !ascii && (escaped || !norm.NFC.IsNormal(s.raw[start:s.pos])) {
				return false, false
			}
			s.pos++
			return escaped, true
		case c == '\\':
			if escaped = true; !s.escape() {
				return false, false
			}
		case c < utf8.RuneSelf: // a control character as it is
			return false, false
		default:
			ascii = false
			r, size := utf8.DecodeRune(s.raw[s.pos:])
			if r == utf8.RuneError && size == 1 {
				return false, false
			}
			s.pos += size
		}
	}
	return false, false
}

// escape reads the escapes that RFC 8785 leaves: two letters where JSON has them, \u00xx for other controls.
func (s *scanner) escape() bool {
	if s.pos+1 >= len(s.raw) {
		return false
	}
	switch s.raw[s.pos+1] {
	case '"', '\\', 'b', 'f', 'n', 'r', 't':
		s.pos += 2
		return true
	case 'u':
		const form = `\u00xx`
		if s.pos+len(form) > len(s.raw) || s.raw[s.pos+2] != '0' || s.raw[s.pos+3] != '0' {
			return false
		}
		high, low := nibbles[s.raw[s.pos+4]], nibbles[s.raw[s.pos+5]]
		switch c := high<<4 | low; {
		case high > 1 || low > 15, c == '\b', c == '\f', c == '\n', c == '\r', c == '\t':
			return false
		}
		s.pos += len(form)
		return true
	}
	return false
}

// number reads an integer without sign or zeros that it does not need, of at most 15 digits: parse knows the rest.
func (s *scanner) number() bool {
	s.take('-')
	start := s.pos
	for s.pos < len(s.raw) && '0' <= s.raw[s.pos] && s.raw[s.pos] <= '9' {
		s.pos++
	}
	n := s.pos - start
	if n == 0 || n > 15 || s.raw[start] == '0' && (n > 1 || start > 0 && s.raw[start-1] == '-') {
		return false
	}
	return s.pos == len(s.raw) || s.raw[s.pos] == ',' || s.raw[s.pos] == ']' || s.raw[s.pos] == '}'
}

// nibbles are the values of the hexadecimal digits in lower case; 255 marks every other byte.
var nibbles = func() (table [256]byte) {
	for c := range table {
		table[c] = 255
	}
	for i, c := range []byte("0123456789abcdef") {
		table[c] = byte(i)
	}
	return table
}()
