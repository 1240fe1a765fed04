package document

import (
	"errors"
	"fmt"
	"strings"
)

// Inspection is what can be said about a valid document without knowing any other.
type Inspection struct {
	Schema  string `json:"schema"`
	Title   string `json:"title"` // of the kind
	Version string `json:"version,omitempty"`
	Digest  Digest `json:"sha256"`
	Bytes   int    `json:"bytes"` // of the canonical form
	// Canonical says whether the text was canonical as it was, so that its own SHA-256 is the digest.
	Canonical bool `json:"canonical"`
}

// Inspect checks a document of any known kind and describes it. The error of an invalid one is Problems.
func (ks Kinds) Inspect(raw []byte) (Inspection, error) {
	kind, canonical, digest, err := ks.Check(raw)
	if err != nil {
		return Inspection{}, err
	}
	in := Inspection{Schema: kind.Schema, Title: kind.Title, Digest: digest, Bytes: len(canonical), Canonical: string(canonical) == string(raw)}
	if kind.Version != nil {
		in.Version, err = kind.Version(canonical)
	}
	return in, err
}

// Comparison is everything that a reader should know about a change of a document.
type Comparison struct {
	Before   Inspection `json:"before"`
	After    Inspection `json:"after"`
	Changes  []Change   `json:"changes"`
	Warnings []Warning  `json:"warnings"`
	Bump     string     `json:"bump"` // the smallest step of the version that the change asks for
	Why      string     `json:"why"`
	// Refusal says why After cannot replace Before: its version is too low, or its parent is another document.
	Refusal Problems `json:"refusal,omitempty"`
}

// Compare describes the change from one valid document to another of the same kind.
func (ks Kinds) Compare(before, after []byte) (Comparison, error) {
	var c Comparison
	var err error
	if c.Before, err = ks.Inspect(before); err != nil {
		return Comparison{}, fmt.Errorf("the version before: %w", err)
	}
	if c.After, err = ks.Inspect(after); err != nil {
		return Comparison{}, fmt.Errorf("the version after: %w", err)
	}
	if c.Before.Schema != c.After.Schema {
		return Comparison{}, fmt.Errorf("a %s cannot be compared with a %s: name two documents of one kind", c.Before.Schema, c.After.Schema)
	}
	kind := ks[c.After.Schema]
	if c.Changes, err = Diff(before, after); err != nil {
		return Comparison{}, err
	}
	if kind.Warnings != nil {
		if c.Warnings, err = kind.Warnings(before, after); err != nil {
			return Comparison{}, err
		}
	}
	bump, why, err := kind.Successor(before, after)
	if !errors.As(err, &c.Refusal) && err != nil {
		return Comparison{}, err
	}
	c.Bump, c.Why = bump.String(), why
	return c, nil
}

// Words writes the comparison for a terminal: the versions, the warnings, every change, and what follows for the
// version.
func (c Comparison) Words() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s → %s\n", c.After.Title, name(c.Before), name(c.After))
	for _, w := range c.Warnings {
		fmt.Fprintf(&b, "! %s (%s)\n", w.Detail, w.Path)
	}
	for _, change := range c.Changes {
		switch change.Op {
		case Add:
			fmt.Fprintf(&b, "+ %s: %s\n", change.Path, change.After)
		case Remove:
			fmt.Fprintf(&b, "- %s: %s\n", change.Path, change.Before)
		default:
			fmt.Fprintf(&b, "~ %s: %s → %s\n", change.Path, change.Before, change.After)
		}
	}
	if len(c.Changes) == 0 {
		b.WriteString("nothing changes\n")
	}
	if c.Why != "" {
		fmt.Fprintf(&b, "= %s change: %s\n", c.Bump, c.Why)
	}
	for _, p := range c.Refusal {
		fmt.Fprintf(&b, "× %s\n", p)
	}
	return b.String()
}

func name(in Inspection) string {
	short := in.Digest.String()[:12]
	if in.Version == "" {
		return short
	}
	return in.Version + " (" + short + ")"
}
