// Package licence reads the licence fields of documents: SPDX expressions, with the licence that a producer declares
// kept apart from the one that a reader concluded from the evidence.
//
// Well-known spellings ("apache 2.0", "odc-by") are recognised so that an importer can suggest the SPDX identifier,
// but a document must hold the identifier itself. Words that say nothing ("other", "unknown", "public") are never
// turned into a licence.
package licence

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
)

// The two values that SPDX knows for "no licence named".
const (
	NoAssertion = "NOASSERTION" // nobody has looked, or nobody can tell
	None        = "NONE"        // somebody has looked, and there is none
)

// Licence says under which terms something is given out.
type Licence struct {
	Declared  string              `json:"declared"`           // what the producer says: an SPDX expression, NONE or NOASSERTION
	Concluded string              `json:"concluded"`          // what the evidence supports: likewise
	Evidence  map[string]Evidence `json:"evidence,omitempty"` // by id
}

// Evidence is one source for a claim.
type Evidence struct {
	URL    string          `json:"url,omitempty"`
	SHA256 document.Digest `json:"sha256,omitzero"` // of the text that was read
	Note   string          `json:"note,omitempty"`
}

// Check validates the licence at path. A concluded licence that differs from the declared one needs evidence.
func (l Licence) Check(path string, ps *document.Problems) {
	check := func(field, expression string) bool {
		at := document.Pointer(path, field)
		if expression == "" {
			ps.Add(at, "required", "the licence is missing", "write an SPDX expression, NOASSERTION or NONE")
			return false
		}
		if _, err := Parse(expression); err != nil {
			ps.Add(at, "licence", err.Error(), remedy(expression))
			return false
		}
		return true
	}
	ok := check("declared", l.Declared)
	ok = check("concluded", l.Concluded) && ok
	if ok && l.Concluded != l.Declared && l.Concluded != NoAssertion && len(l.Evidence) == 0 {
		ps.Add(document.Pointer(path, "evidence"), "evidence", "the concluded licence differs from the declared one, and nothing shows why", "name the text or page that was read")
	}
	CheckEvidence(document.Pointer(path, "evidence"), l.Evidence, ps)
}

// CheckEvidence validates a map of evidence at path.
func CheckEvidence(path string, evidence map[string]Evidence, ps *document.Problems) {
	for _, id := range slices.Sorted(maps.Keys(evidence)) {
		e, at := evidence[id], document.Pointer(path, id)
		ps.ID(at, id)
		ps.OptionalURL(document.Pointer(at, "url"), e.URL)
		ps.OptionalText(document.Pointer(at, "note"), e.Note, 2000)
		if e.URL == "" && e.SHA256.IsZero() && e.Note == "" {
			ps.Add(at, "evidence", "this evidence says nothing", "give an address, a digest or a note")
		}
	}
}

func remedy(expression string) string {
	if id, ok := Recognise(expression); ok {
		return fmt.Sprintf("write %q", id)
	}
	return "use an identifier of the SPDX licence list, LicenseRef- and a name of your own, or NOASSERTION"
}

// Expression is a parsed SPDX expression in disjunctive reading: whoever complies with one of the alternatives,
// complies. Each alternative is the sorted list of the licences that apply together.
type Expression [][]string

// Licences returns every licence that the expression names, sorted.
func (e Expression) Licences() []string {
	var out []string
	for _, alternative := range e {
		out = append(out, alternative...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Parse reads an SPDX expression: identifiers of the licence list or LicenseRef-…, "+", WITH, AND, OR and
// parentheses, exactly as SPDX spells them. NONE and NOASSERTION stand alone.
func Parse(expression string) (Expression, error) {
	if expression == NoAssertion || expression == None {
		return Expression{{expression}}, nil
	}
	if len(expression) > 1000 {
		return nil, fmt.Errorf("the licence expression has %d characters, the limit is 1000", len(expression))
	}
	p := parser{tokens: tokens(expression)}
	if strings.Join(strings.Fields(expression), " ") != expression {
		return nil, fmt.Errorf("%q has blanks where none belong", expression)
	}
	e, err := p.either(0)
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.tokens) {
		return nil, fmt.Errorf("%q was not expected after a complete licence", p.tokens[p.pos])
	}
	slices.SortFunc(e, slices.Compare)
	return slices.CompactFunc(e, slices.Equal), nil
}

func tokens(s string) []string {
	return strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(s))
}

// maxAlternatives bounds what AND of ORs can multiply to.
const maxAlternatives = 256

type parser struct {
	tokens []string
	pos    int
}

func (p *parser) take(token string) bool {
	if p.pos < len(p.tokens) && p.tokens[p.pos] == token {
		p.pos++
		return true
	}
	return false
}

// either reads terms joined by OR, which binds least.
func (p *parser) either(depth int) (Expression, error) {
	e, err := p.both(depth)
	for err == nil && p.take("OR") {
		var more Expression
		more, err = p.both(depth)
		e = append(e, more...)
	}
	return e, err
}

// both reads terms joined by AND.
func (p *parser) both(depth int) (Expression, error) {
	e, err := p.term(depth)
	for err == nil && p.take("AND") {
		var more, product Expression
		if more, err = p.term(depth); err != nil {
			break
		}
		if len(e)*len(more) > maxAlternatives {
			return nil, fmt.Errorf("the licence expression has more than %d alternatives", maxAlternatives)
		}
		for _, a := range e {
			for _, b := range more {
				together := slices.Concat(a, b)
				slices.Sort(together)
				product = append(product, slices.Compact(together))
			}
		}
		e = product
	}
	return e, err
}

func (p *parser) term(depth int) (Expression, error) {
	if depth > 16 {
		return nil, fmt.Errorf("the licence expression has parentheses more than 16 deep")
	}
	if p.take("(") {
		e, err := p.either(depth + 1)
		if err == nil && !p.take(")") {
			err = fmt.Errorf("the licence expression lacks a closing parenthesis")
		}
		return e, err
	}
	if p.pos >= len(p.tokens) {
		return nil, fmt.Errorf("the licence expression ends where a licence is expected")
	}
	id := p.tokens[p.pos]
	p.pos++
	switch {
	case strings.HasPrefix(id, "LicenseRef-"):
		if strings.Trim(id[len("LicenseRef-"):], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") != "" || id == "LicenseRef-" {
			return nil, fmt.Errorf("%q is not a licence reference", id)
		}
	case !Known(strings.TrimSuffix(id, "+")):
		return nil, fmt.Errorf("%q is not an SPDX licence", id)
	}
	if p.take("WITH") {
		if p.pos >= len(p.tokens) || !knownException(p.tokens[p.pos]) {
			return nil, fmt.Errorf("%q is followed by WITH, but not by an SPDX exception", id)
		}
		id += " WITH " + p.tokens[p.pos]
		p.pos++
	}
	return Expression{{id}}, nil
}

// Known reports whether id is an identifier of the SPDX licence list, spelled as the list spells it.
func Known(id string) bool {
	_, known := slices.BinarySearch(identifiers, id)
	return known
}

func knownException(id string) bool {
	_, known := slices.BinarySearch(exceptions, id)
	return known
}

// Recognise returns the SPDX identifier that a common spelling means: another case, "v2", a licence's usual name. It
// never guesses: false means that nobody can tell from this word.
func Recognise(word string) (string, bool) {
	word = strings.ToLower(strings.Join(strings.Fields(word), " "))
	for _, id := range identifiers {
		if strings.ToLower(id) == word {
			return id, true
		}
	}
	if i, found := slices.BinarySearchFunc(aliases, word, func(a alias, w string) int { return strings.Compare(a.word, w) }); found {
		return aliases[i].id, true
	}
	return "", false
}

// NonCommercial reports whether the licence forbids commercial use by its name.
func NonCommercial(id string) bool {
	return strings.Contains(id, "-NC") || strings.HasPrefix(id, "NCGL")
}

// ShareAlike reports whether what is made from the licensed thing must be given out under the same terms.
func ShareAlike(id string) bool {
	for _, part := range []string{"-SA", "GPL", "ODbL", "MPL", "EUPL", "CDLA-Sharing", "OSL-", "GFDL"} {
		if strings.Contains(id, part) {
			return true
		}
	}
	return false
}

// NoDerivatives reports whether the licence forbids giving out changed copies.
func NoDerivatives(id string) bool { return strings.Contains(id, "-ND") }

// Conditions lists what an expression asks of whoever uses the licensed thing, sorted: "no-derivatives", "non-commercial" and
// "share-alike". A condition that one of several alternatives does without is not asked. Of an expression that
// cannot be read, nothing is known, and nothing is listed.
func Conditions(expression string) []string {
	e, err := Parse(expression)
	if err != nil {
		return nil
	}
	var out []string
	for _, c := range []struct {
		name  string
		holds func(id string) bool
	}{{"no-derivatives", NoDerivatives}, {"non-commercial", NonCommercial}, {"share-alike", ShareAlike}} {
		if !slices.ContainsFunc(e, func(together []string) bool { return !slices.ContainsFunc(together, c.holds) }) {
			out = append(out, c.name)
		}
	}
	return out
}

// Dropped lists, in words, the conditions that some licence of the expression before sets and none of the expression
// after does. Expressions that cannot be read set none.
func Dropped(before, after string) []string {
	var out []string
	for _, term := range []struct {
		holds func(id string) bool
		words string
	}{
		{NonCommercial, "non-commercial use"},
		{ShareAlike, "the same licence for what is made from it"},
		{NoDerivatives, "unchanged copies"},
	} {
		if anyLicence(before, term.holds) && !anyLicence(after, term.holds) {
			out = append(out, term.words)
		}
	}
	return out
}

func anyLicence(expression string, holds func(string) bool) bool {
	e, err := Parse(expression)
	return err == nil && slices.ContainsFunc(e.Licences(), holds)
}
