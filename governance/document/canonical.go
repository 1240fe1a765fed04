package document

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Canonical checks that raw is one strict JSON document and returns its canonical bytes (RFC 8785): no white
// space, keys sorted by UTF-16 code units, strings escaped as little as possible. The error is Problems.
func Canonical(raw []byte) ([]byte, error) { return Limits{}.Canonical(raw) }

// Canonical is the function of that name within the limits l.
func (l Limits) Canonical(raw []byte) ([]byte, error) {
	if isCanonical(raw, l.orDefault()) {
		return bytes.Clone(raw), nil
	}
	out, problems, _ := parse(raw, l)
	if len(problems) > 0 {
		return nil, problems
	}
	return out, nil
}

// IsCanonical returns nil if raw is strict and canonical already.
func IsCanonical(raw []byte) error {
	if isCanonical(raw, Limits{}.orDefault()) {
		return nil
	}
	out, err := Canonical(raw)
	if err != nil {
		return err
	}
	if bytes.Equal(out, raw) {
		return nil
	}
	at := 0
	for at < len(out) && out[at] == raw[at] {
		at++
	}
	p := parser{raw: raw}
	p.note(at, "canonical", "the text is not in canonical form from here on", "write it as RFC 8785 says: no white space, sorted keys, shortest escapes")
	return p.problems()
}

// Marshal returns the canonical bytes of a Go value, as encoding/json sees it. Values that a strict document
// cannot hold (integers beyond ±(2^53−1), fractions, strings that are not UTF-8 in normal form C) are errors.
func Marshal(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("cannot be written as JSON: %w", err)
	}
	p := newParser(raw, Limits{Size: len(raw)})
	p.goValue = true
	p.document()
	if problems := p.problems(); len(problems) > 0 {
		return nil, problems
	}
	return p.out, nil
}

// parse returns the canonical form and what is wrong with raw. Where the text is well formed but breaks other
// rules, readable is true, and the canonical form has zero in place of forbidden numbers: good enough to look
// for further problems in, and for nothing else.
func parse(raw []byte, l Limits) (out []byte, problems Problems, readable bool) {
	p := newParser(raw, l)
	p.document()
	return p.out, p.problems(), !p.halted
}

func newParser(raw []byte, l Limits) *parser {
	l = l.orDefault()
	return &parser{
		raw:     raw,
		limits:  l,
		out:     make([]byte, 0, min(len(raw), l.Size)),
		members: make([]member, 0, 24),
		frames:  make([]frame, 0, 8),
	}
}

// Locate returns a copy with positions in raw for the problems that have none: that of the value a problem names, or
// of the nearest thing around it that is there.
func (ps Problems) Locate(raw []byte) Problems {
	at := make(map[string]int)
	for _, problem := range ps {
		if problem.Line == 0 {
			for path, more := problem.Path, true; more; path, more = parentOf(path) {
				at[path] = -1
			}
		}
	}
	if len(at) == 0 {
		return ps
	}
	p := newParser(raw, Limits{Size: len(raw)})
	p.visit = func(p *parser, offset int) {
		path := p.path()
		if old, wanted := at[path]; wanted && old < 0 {
			at[path] = offset
		}
	}
	p.document()

	out := append(Problems(nil), ps...)
	for i := range out {
		if out[i].Line > 0 {
			continue
		}
		for path, more := out[i].Path, true; more; path, more = parentOf(path) {
			if offset := at[path]; offset >= 0 {
				var where position
				where.advance(raw, offset)
				out[i].Line, out[i].Column = where.line+1, where.column+1
				break
			}
		}
	}
	out.sort()
	return out
}

// parentOf cuts the last step off a JSON pointer, and reports false at the top.
func parentOf(path string) (string, bool) {
	if i := lastSlash(path); i >= 0 {
		return path[:i], true
	}
	return "", false
}

func lastSlash(path string) int {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return i
		}
	}
	return -1
}
