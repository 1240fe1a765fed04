package document

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Bump says how far the version of a document must move for a change: not at all, or by at least a patch, minor
// or major step.
type Bump int

// The bumps, smallest first, so that they compare with < and max.
const (
	None Bump = iota
	Patch
	Minor
	Major
)

// String returns "none", "patch", "minor" or "major".
func (b Bump) String() string {
	switch b {
	case None:
		return "none"
	case Patch:
		return "patch"
	case Minor:
		return "minor"
	case Major:
		return "major"
	}
	return fmt.Sprintf("bump(%d)", int(b))
}

// Kind is one kind of governed document. It is a value that the wiring builds and hands down; governance knows
// its subjects by kind and digest and never imports them.
type Kind struct {
	Schema     string                                           // as the document's schema field says: "peritus/model-spec/v1"
	Title      string                                           // for pages: "Model spec"
	JSONSchema string                                           // the form of every field, as JSON Schema (2020-12); empty where the kind has none
	Validate   func(raw []byte) error                           // nil, or Problems with positions in raw
	Bump       func(before, after []byte) (Bump, string, error) // the smallest bump that is allowed, and why; nil where the kind has no version
	Version    func(raw []byte) (string, error)                 // nil where the kind has no version
	Warnings   func(before, after []byte) ([]Warning, error)    // what a voter must not overlook; nil where the kind has none
	// References names, by a path or name, the texts beside the document that are part of it: a system prompt. They are
	// recorded with it, read with it and released with it. Nil where the kind has none.
	References func(raw []byte) (map[string]Digest, error)
	// Uses names, by a path, the versions of other documents that what this one plans rests on: the manifests of a mixture. None of
	// them may be withdrawn. Nil where the kind has none.
	Uses func(raw []byte) (map[string]Digest, error)
	// Withdrawn reports whether a version says that its document is not to be used any more. Nil where no version can.
	Withdrawn func(raw []byte) (bool, error)
	// Gates compares the conditions that a document sets for itself with signed results, in the order in which they were
	// signed: need of them must meet each. The states come by the gates' ids. Nil where the kind has no gates.
	Gates func(raw []byte, results []Result, need int) ([]GateState, error)
}

// Warning is something in a change that a reader must not overlook: weights swapped, a filter loosened, a
// licence widened.
type Warning struct {
	Path   string `json:"path"`
	Rule   string `json:"rule"`
	Detail string `json:"detail"`
}

// Kinds holds the kinds that an instance knows, by schema.
type Kinds map[string]Kind

// NewKinds builds the table from its kinds. It panics if two share a schema, which is a mistake in the wiring.
func NewKinds(kinds ...Kind) Kinds {
	out := make(Kinds, len(kinds))
	for _, k := range kinds {
		if _, taken := out[k.Schema]; taken {
			panic("document: two kinds with the schema " + k.Schema)
		}
		out[k.Schema] = k
	}
	return out
}

// Check reads a document of any known kind: it must be strict JSON, name a schema that ks knows and satisfy
// that kind. The results are the kind, the canonical bytes and their digest.
func (ks Kinds) Check(raw []byte) (Kind, []byte, Digest, error) {
	canonical, err := Canonical(raw)
	if err != nil {
		return Kind{}, nil, Digest{}, err
	}
	schema, problems := schemaOf(canonical)
	if len(problems) > 0 {
		return Kind{}, nil, Digest{}, problems.Locate(raw)
	}
	kind, known := ks[schema]
	if !known {
		problems := Problems{{
			Path: "/schema", Rule: "schema",
			Detail: fmt.Sprintf("the schema %q is not known here", schema),
			Remedy: "use one of " + strings.Join(slices.Sorted(maps.Keys(ks)), ", "),
		}}
		return Kind{}, nil, Digest{}, problems.Locate(raw)
	}
	if kind.Validate != nil {
		if err := kind.Validate(canonical); err != nil {
			// Canonical bytes are read faster; raw is read again only to say where in it the problems are.
			if located := kind.Validate(raw); located != nil {
				err = located
			}
			return Kind{}, nil, Digest{}, err
		}
	}
	return kind, canonical, Sum(canonical), nil
}

// References returns what a document of a schema refers to; see [Kind].
func (ks Kinds) References(schema string, raw []byte) (map[string]Digest, error) {
	kind, known := ks[schema]
	if !known {
		return nil, fmt.Errorf("the schema %q is not known here", schema)
	}
	if kind.References == nil {
		return map[string]Digest{}, nil
	}
	return kind.References(raw)
}
