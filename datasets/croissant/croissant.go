package croissant

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
)

// Grade says how good a Croissant file is.
type Grade int

// The grades, worst first.
const (
	L0 Grade = iota // it can be read
	L1              // its structure is valid
	L2              // it is complete
	L3              // it is fit for a vote
)

// String returns "L0" to "L3".
func (g Grade) String() string { return fmt.Sprintf("L%d", int(g)) }

// MarshalText returns "L0" to "L3".
func (g Grade) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// Finding is one thing that stands in the way of a grade, and so of those above it.
type Finding struct {
	Against Grade `json:"against"`
	document.Problem
}

// Import is what was made of a Croissant file.
type Import struct {
	Version  string            `json:"version"` // of Croissant: "1.0" or "1.1"
	Grade    Grade             `json:"grade"`
	SHA256   document.Digest   `json:"sha256"`         // of Raw
	Findings []Finding         `json:"findings"`       // lowest grade first, then in the order of the file
	Manifest datasets.Manifest `json:"manifest"`       // a draft; below L3 it may need work before it is valid
	Open     document.Problems `json:"open,omitempty"` // what is wrong with the draft as a governed document
	Raw      []byte            `json:"-"`              // the bytes that were read, to be kept as a blob
}

// Origin says where and when a file was fetched. It goes into the manifest's import record.
type Origin struct {
	URL string
	At  document.Time
}

// Read imports a Croissant file. A file below L1 is refused: the error is document.Problems, and the Import holds the
// digest and the findings, but no draft.
func Read(raw []byte, origin Origin) (Import, error) {
	r := &reader{raw: raw, grade: L3}
	in := Import{SHA256: document.Sum(raw), Raw: raw}
	root := r.parse()
	if root != nil {
		c := r.context(root)
		r.resolve(c, root)
		d := r.structure(c, root)
		in.Version = d.version
		if r.grade >= L1 {
			in.Manifest = r.manifest(d)
			in.Manifest.Imported = &datasets.Import{From: "croissant-" + dashed(d.version), URL: webAddress(origin.URL), SHA256: in.SHA256, At: origin.At, Grade: L3.String()}
			in.Open = validate(in.Manifest)
			for _, p := range in.Open {
				r.find(L3, 0, "", "manifest", "the draft is not a valid manifest: "+p.Path+": "+p.Detail, p.Remedy)
			}
			in.Manifest.Imported.Grade = r.grade.String()
		}
	}
	in.Grade, in.Findings = r.grade, r.findings
	slices.SortStableFunc(in.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Against, b.Against), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if in.Grade < L1 {
		var refused document.Problems
		for _, f := range in.Findings {
			if f.Against <= L1 {
				refused = append(refused, f.Problem)
			}
		}
		return in, refused
	}
	return in, nil
}

// validate returns what is wrong with a draft.
func validate(m datasets.Manifest) document.Problems {
	raw, err := json.Marshal(m)
	if err != nil {
		return document.Problems{{Rule: "manifest", Detail: err.Error()}}
	}
	_, err = datasets.ParseManifest(raw)
	var problems document.Problems
	if errors.As(err, &problems) {
		for i := range problems { // positions in a text that nobody sees
			problems[i].Line, problems[i].Column = 0, 0
		}
		return problems
	}
	if err != nil {
		return document.Problems{{Rule: "manifest", Detail: err.Error()}}
	}
	return nil
}
