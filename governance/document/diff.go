package document

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
)

// What a Change does to its path.
const (
	Add     = "add"
	Remove  = "remove"
	Replace = "replace"
)

// Change is one leaf in which two documents differ. A leaf is a string, a number, a truth value, null, an array as a
// whole, or an object without members; what is voted on one by one is a map, never an array.
type Change struct {
	Path   string          `json:"path"` // a JSON pointer
	Op     string          `json:"op"`   // Add, Remove or Replace
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

// Diff lists the leaves in which two strict JSON objects differ, sorted by path. Where before is nil, every leaf of
// after is added. Two documents have the same digest exactly if they have no changes.
func Diff(before, after []byte) ([]Change, error) {
	if before == nil {
		before = []byte("{}")
	}
	a, err := canonicalObject(before)
	if err != nil {
		return nil, err
	}
	b, err := canonicalObject(after)
	if err != nil {
		return nil, err
	}
	c := comparer{}
	c.objects("", a, b)
	slices.SortFunc(c.changes, func(x, y Change) int { return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Op, y.Op)) })
	return c.changes, nil
}

func canonicalObject(raw []byte) ([]byte, error) {
	canonical, err := Canonical(raw)
	if err != nil {
		return nil, err
	}
	if canonical[0] != '{' {
		d := decoder{data: canonical}
		d.mismatch("an object")
		return nil, d.problems.Locate(raw)
	}
	return canonical, nil
}

type comparer struct{ changes []Change }

// entry is one member of a canonical object.
type entry struct{ key, value []byte }

func entries(object []byte) []entry {
	var out []entry
	d := decoder{data: object}
	d.members(func(key []byte) {
		start := d.pos
		d.skip()
		out = append(out, entry{key, d.data[start:d.pos:d.pos]})
	})
	return out
}

// objects compares two canonical objects member by member, walking both in the order of their keys.
func (c *comparer) objects(path string, before, after []byte) {
	if bytes.Equal(before, after) {
		return
	}
	a, b := entries(before), entries(after)
	for len(a) > 0 || len(b) > 0 {
		var order int
		switch {
		case len(a) == 0:
			order = 1
		case len(b) == 0:
			order = -1
		default:
			order = compareUTF16(a[0].key, b[0].key)
		}
		switch {
		case order < 0:
			c.leaves(Pointer(path, string(a[0].key)), Remove, a[0].value)
			a = a[1:]
		case order > 0:
			c.leaves(Pointer(path, string(b[0].key)), Add, b[0].value)
			b = b[1:]
		default:
			c.values(Pointer(path, string(a[0].key)), a[0].value, b[0].value)
			a, b = a[1:], b[1:]
		}
	}
}

func (c *comparer) values(path string, before, after []byte) {
	switch objectBefore, objectAfter := before[0] == '{', after[0] == '{'; {
	case bytes.Equal(before, after):
	case objectBefore && objectAfter:
		c.objects(path, before, after)
	case objectBefore != objectAfter:
		// An object became a leaf or the reverse: name every leaf that goes and comes, so that no path is touched
		// without being listed.
		c.leaves(path, Remove, before)
		c.leaves(path, Add, after)
	default:
		c.changes = append(c.changes, Change{Path: path, Op: Replace, Before: before, After: after})
	}
}

// leaves lists every leaf of a value as added or removed.
func (c *comparer) leaves(path, op string, value []byte) {
	if value[0] == '{' && len(value) > len("{}") {
		for _, e := range entries(value) {
			c.leaves(Pointer(path, string(e.key)), op, e.value)
		}
		return
	}
	change := Change{Path: path, Op: op}
	if op == Remove {
		change.Before = value
	} else {
		change.After = value
	}
	c.changes = append(c.changes, change)
}
