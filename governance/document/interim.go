package document

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/gowebpki/jcs"
)

// Limits bounds what is read.
type Limits struct{ Size, Depth int }

// Canonical returns the canonical bytes of raw.
func Canonical(raw []byte) ([]byte, error) { return jcs.Transform(raw) }

// Marshal returns the canonical bytes of a Go value.
func Marshal(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return Canonical(raw)
}

// Unmarshal reads raw strictly into v.
func Unmarshal(raw []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(v)
}

// IsCanonical returns nil if raw is strict and canonical already.
func IsCanonical(raw []byte) error {
	c, err := Canonical(raw)
	if err == nil && !bytes.Equal(c, raw) {
		err = errors.New("not canonical")
	}
	return err
}

// Change is one leaf that differs between two documents.
type Change struct {
	Path   string          `json:"path"`
	Op     string          `json:"op"` // add, remove or replace
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}

// Diff lists what differs.
func Diff(before, after []byte) ([]Change, error) { return nil, errors.New("not yet") }

// SchemaOf returns the schema field.
func SchemaOf(raw []byte) (string, error) {
	var head struct{ Schema string }
	err := json.Unmarshal(raw, &head)
	return head.Schema, err
}

// Locate fills in positions.
func (ps Problems) Locate(raw []byte) Problems { return ps }
