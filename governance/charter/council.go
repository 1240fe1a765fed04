package charter

import (
	"fmt"
	"maps"
	"slices"

	"github.com/Masterminds/semver/v3"
	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

// CouncilSchema names the council document.
const CouncilSchema = "peritus/council/v1"

// Council is the document that names the council and the guardians. The council may restore the version before the
// current one; the guardians may stop a decision within its window. Neither can start anything.
type Council struct {
	Schema    string          `json:"schema"`
	Version   string          `json:"version"`
	Parent    document.Digest `json:"parent,omitzero"` // the version that this one replaces
	Council   Body            `json:"council"`
	Guardians Body            `json:"guardians"`
	Until     document.Time   `json:"until"` // their powers end here, unless a later version says otherwise
}

// Body is some accounts of which a number must agree.
type Body struct {
	Threshold int                       `json:"threshold"`
	Members   map[string]common.Address `json:"members"` // by name
}

// MaxBody bounds the members of a body.
const MaxBody = 64

// Has reports whether an account belongs to the body.
func (b Body) Has(a common.Address) bool {
	for _, member := range b.Members {
		if member == a {
			return true
		}
	}
	return false
}

// Agree reports whether enough of the body are among the accounts, however often one is named.
func (b Body) Agree(accounts ...common.Address) bool {
	n := 0
	for _, member := range b.Members {
		if slices.Contains(accounts, member) {
			n++
		}
	}
	return b.Threshold > 0 && n >= b.Threshold
}

// ParseCouncil reads a council document. All findings are returned together as [document.Problems].
func ParseCouncil(raw []byte) (Council, error) {
	var c Council
	if err := document.Unmarshal(raw, &c); err != nil {
		return Council{}, err
	}
	problems := header(CouncilSchema, c.Schema, c.Version)
	c.Council.validate("/council", &problems)
	c.Guardians.validate("/guardians", &problems)
	if c.Until <= 0 {
		problems.Add("/until", "missing", "special powers need an end", "give the time at which they end unless they are renewed")
	}
	return c, problems.Err()
}

func (b Body) validate(at string, problems *document.Problems) {
	if b.Threshold < 1 || b.Threshold > len(b.Members) || len(b.Members) > MaxBody {
		problems.Add(document.Pointer(at, "threshold"), "threshold", fmt.Sprintf("%d of %d members", b.Threshold, len(b.Members)),
			fmt.Sprintf("name 1 to %d members, and let at least one and at most all of them be needed", MaxBody))
	}
	distinct(document.Pointer(at, "members"), b.Members, problems)
}

// distinct checks that accounts have names, and that none is there twice or zero.
func distinct(at string, accounts map[string]common.Address, problems *document.Problems) {
	seen := map[common.Address]string{}
	for _, name := range slices.Sorted(maps.Keys(accounts)) {
		a, pos := accounts[name], document.Pointer(at, name)
		if name == "" || len(name) > 64 {
			problems.Add(pos, "name", "a name has 1 to 64 bytes", "give a short name")
		}
		if a == (common.Address{}) {
			problems.Add(pos, "address", "nobody signs with the zero address", "give the account that signs")
		}
		if other, ok := seen[a]; ok {
			problems.Add(pos, "repeated", fmt.Sprintf("it is the account of %q too", other), "name each account once")
		}
		seen[a] = name
	}
}

// header checks what every document of this package has.
func header(want, schema, version string) (problems document.Problems) {
	if schema != want {
		problems.Add("/schema", "schema", fmt.Sprintf("the schema is %q", schema), "write "+want)
	}
	if _, err := semver.StrictNewVersion(version); err != nil {
		problems.Add("/version", "semver", fmt.Sprintf("%q is not a strict semantic version", version), "write one like 1.2.0")
	}
	return problems
}

// CouncilKind describes the council as a kind of governed document.
func CouncilKind() document.Kind {
	return kind(CouncilSchema, "Council and guardians", "it changes who may stop or undo a decision", ParseCouncil, func(c Council) string { return c.Version })
}

// kind describes a document whose every change is at least a minor one.
func kind[D any](schema, title, why string, parse func([]byte) (D, error), version func(D) string) document.Kind {
	return document.Kind{
		Schema: schema, Title: title,
		Validate: func(raw []byte) error { _, err := parse(raw); return err },
		Version:  func(raw []byte) (string, error) { d, err := parse(raw); return version(d), err },
		Bump:     func(_, _ []byte) (document.Bump, string, error) { return document.Minor, why, nil },
	}
}
