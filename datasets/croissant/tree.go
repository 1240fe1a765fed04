package croissant

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/peritus-dao/peritus/governance/document"
)

// The bounds of what is read.
const (
	MaxSize  = 8 << 20
	maxDepth = 64
	maxNodes = 1 << 20

	maxFindings = 100
)

// node is one value of the file. Unlike a governed document the file may hold fractions and any spelling of a string:
// it is somebody else's, and its raw bytes are kept beside what is taken from it.
type node struct {
	kind    byte // '{', '[', '"', '0' (a number), 't' (true or false), 'n' (null)
	text    string
	at      int // where it starts in the file
	path    string
	members []member
	items   []*node
}

type member struct {
	key   string // as written
	term  string // the key's full address, once the context is known
	value *node
}

// reader builds the tree and keeps the findings.
type reader struct {
	raw      []byte
	decoder  *json.Decoder
	nodes    int
	grade    Grade // the best that the findings so far allow
	findings []Finding
}

// add notes a finding below L1, where the file is refused.
func (r *reader) add(at int, path, rule, detail, remedy string) {
	r.find(L1, at, path, rule, detail, remedy)
}

// find notes a finding that stands in the way of a grade.
func (r *reader) find(against Grade, at int, path, rule, detail, remedy string) {
	r.grade = min(r.grade, against-1)
	if len(r.findings) < maxFindings {
		line, column := r.position(at)
		r.findings = append(r.findings, Finding{against, document.Problem{Path: path, Line: line, Column: column, Rule: rule, Detail: detail, Remedy: remedy}})
	}
}

func (r *reader) position(at int) (line, column int) {
	before := r.raw[:min(at, len(r.raw))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte{'\n'}), 1 + utf8.RuneCount(before[start:])
}

// parse reads the whole file. It returns nil if there is a problem, which is then noted.
func (r *reader) parse() *node {
	switch {
	case len(r.raw) > MaxSize:
		r.add(0, "", "size", fmt.Sprintf("the file has %d bytes, the limit is %d", len(r.raw), MaxSize), "describe large record sets by reference, not inline")
		return nil
	case !utf8.Valid(r.raw):
		r.add(0, "", "utf-8", "the file is not UTF-8", "save it as UTF-8")
		return nil
	}
	r.decoder = json.NewDecoder(bytes.NewReader(r.raw))
	r.decoder.UseNumber()
	root := r.value("", 0)
	if root == nil {
		return nil
	}
	if _, err := r.decoder.Token(); !errors.Is(err, io.EOF) {
		r.add(int(r.decoder.InputOffset()), "", "syntax", "something follows after the end of the object", "remove it")
		return nil
	}
	if root.kind != '{' {
		r.add(root.at, "", "type", "the file does not hold a JSON object", "give the Croissant description of one data set")
		return nil
	}
	return root
}

// next returns the next token and where it starts.
func (r *reader) next() (json.Token, int, bool) {
	at := int(r.decoder.InputOffset())
	token, err := r.decoder.Token()
	for at < len(r.raw) && strings.IndexByte(" \t\r\n,:", r.raw[at]) >= 0 {
		at++
	}
	if err != nil {
		detail := "the text ends too early"
		if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			detail = "this is not JSON: " + err.Error()
		}
		r.add(at, "", "syntax", detail, "mend the file, or fetch it again if it was cut off")
		return nil, at, false
	}
	return token, at, true
}

func (r *reader) value(path string, depth int) *node {
	token, at, ok := r.next()
	if !ok {
		return nil
	}
	return r.build(token, at, path, depth)
}

func (r *reader) build(token json.Token, at int, path string, depth int) *node {
	n := &node{at: at, path: path}
	if r.nodes++; r.nodes > maxNodes {
		r.add(at, path, "size", fmt.Sprintf("the file has more than %d values", maxNodes), "describe large record sets by reference, not inline")
		return nil
	}
	switch t := token.(type) {
	case json.Delim:
		if depth >= maxDepth {
			r.add(at, path, "depth", fmt.Sprintf("the file nests more than %d levels", maxDepth), "flatten it")
			return nil
		}
		n.kind = byte(t)
		if t == '{' && !r.object(n, depth) || t == '[' && !r.array(n, depth) {
			return nil
		}
	case string:
		n.kind, n.text = '"', t
	case json.Number:
		n.kind, n.text = '0', t.String()
	case bool:
		n.kind, n.text = 't', strconv.FormatBool(t)
	default:
		n.kind = 'n'
	}
	return n
}

func (r *reader) object(n *node, depth int) bool {
	seen := map[string]bool{}
	for {
		token, at, ok := r.next()
		if !ok {
			return false
		}
		key, isKey := token.(string)
		if !isKey {
			return true // the closing brace: the decoder lets nothing else through
		}
		path := document.Pointer(n.path, key)
		if seen[key] {
			r.add(at, path, "duplicate-key", "this key stands here twice, and readers would disagree about its value", "keep one of them")
			return false
		}
		seen[key] = true
		value := r.value(path, depth+1)
		if value == nil {
			return false
		}
		n.members = append(n.members, member{key: key, value: value})
	}
}

func (r *reader) array(n *node, depth int) bool {
	for {
		token, at, ok := r.next()
		if !ok {
			return false
		}
		if token == json.Delim(']') {
			return true
		}
		item := r.build(token, at, n.path+"/"+strconv.Itoa(len(n.items)), depth+1)
		if item == nil {
			return false
		}
		n.items = append(n.items, item)
	}
}

// all returns the values of any of the terms, with lists taken apart and null left out.
func (n *node) all(terms ...string) []*node {
	var out []*node
	for _, m := range n.members {
		if slices.Contains(terms, m.term) {
			out = append(out, flat(m.value)...)
		}
	}
	return out
}

func flat(n *node) []*node {
	switch n.kind {
	case 'n':
		return nil
	case '[':
		var out []*node
		for _, item := range n.items {
			out = append(out, flat(item)...)
		}
		return out
	}
	return []*node{n}
}

// string returns the text of a string, a number or a JSON-LD value object.
func (n *node) string() string {
	if n.kind == '{' {
		for _, m := range n.members {
			if m.key == "@value" && m.value.kind != '{' {
				return m.value.string()
			}
		}
		return ""
	}
	return strings.TrimSpace(n.text)
}

// first returns the first text that any of the terms has.
func (n *node) first(terms ...string) string {
	for _, v := range n.all(terms...) {
		if s := v.string(); s != "" {
			return s
		}
	}
	return ""
}

// texts returns every text that any of the terms has.
func (n *node) texts(terms ...string) []string {
	var out []string
	for _, v := range n.all(terms...) {
		if s := v.string(); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// id returns the identifier of an object, or what a reference to one names.
func (n *node) id() string {
	if n.kind == '"' {
		return n.text
	}
	return n.first("@id")
}
