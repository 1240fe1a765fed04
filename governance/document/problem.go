package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that is wrong with a document. Rule is a short stable name for machines ("duplicate-key"),
// Detail says what was found, and Remedy what to do. Line and Column count from 1; Column counts
// characters. Both are 0 where the position is not known.
type Problem struct {
	Path   string `json:"path"` // a JSON pointer (RFC 6901); "" is the whole document
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Rule   string `json:"rule"`
	Detail string `json:"detail"`
	Remedy string `json:"remedy,omitempty"`
}

// String puts the problem in one line: position, path, what is wrong, what to do.
func (p Problem) String() string {
	var b strings.Builder
	if p.Line > 0 {
		fmt.Fprintf(&b, "line %d, column %d: ", p.Line, p.Column)
	}
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	b.WriteString(p.Detail)
	if p.Remedy != "" {
		b.WriteString("; " + p.Remedy)
	}
	return b.String()
}

// Problems is everything found wrong with a document, in the order of the text. It is an error when it is
// not empty; use Err to return it, so that an empty list becomes nil.
type Problems []Problem

// Error lists all problems, one per line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Err returns the problems as an error, or nil if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// Add appends a problem whose position is found later, by Locate.
func (ps *Problems) Add(path, rule, detail, remedy string) {
	*ps = append(*ps, Problem{Path: path, Rule: rule, Detail: detail, Remedy: remedy})
}

// sort puts problems in the order of the text, those without a position last, by path.
func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		if (a.Line == 0) != (b.Line == 0) {
			return cmp.Compare(b.Line, a.Line)
		}
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Path, b.Path))
	})
}

// Pointer extends a JSON pointer by the given keys, escaping "~" and "/" as RFC 6901 asks.
func Pointer(parent string, keys ...string) string {
	var b strings.Builder
	b.WriteString(parent)
	for _, key := range keys {
		b.WriteByte('/')
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1"))
	}
	return b.String()
}
