package croissant

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// What a manifest says about use stands in usageInfo, Croissant 1.1's place for the conditions of use: the ground of use and each
// opt-out as a DefinedTerm, the prohibited uses as an odrl:Offer with a prohibition for each.
//
//	{"@type": "sc:DefinedTerm", "inDefinedTermSet": rights, "termCode": basis, "description": note}
//	{"@type": "sc:DefinedTerm", "inDefinedTermSet": optOuts, "termCode": mechanism, "peritus:honoured": …, "subjectOf": evidence}
//	{"@type": ["sc:CreativeWork", "odrl:Offer"], "odrl:prohibition": [{"odrl:action": {"name": use, "odrl:includedIn": odrl:use}}]}
//
// The offer permits nothing, since that is for the licence. Its actions are included in odrl:use and are not odrl:use itself,
// so that no machine takes one prohibited use for all of them.
const (
	rights  = ours + "rights"
	optOuts = ours + "opt-outs"
)

// The words of a manifest, which its own check knows as well.
var (
	bases      = []string{"consent", "contract", "licence", "not-known", "public-domain", "text-and-data-mining-exception"}
	mechanisms = []string{"meta-tag", "registry", "request", "robots-txt", "tdm-reservation"}
)

// access says in conditionsOfAccess what the status of the availability means.
var access = map[string]string{
	"public": "Anyone can get the data.", "on-request": "The data is handed out on request.", "unpublished": "The data is not handed out.",
}

func usageOf(m datasets.Manifest) []object {
	term := object{"@type": "sc:DefinedTerm", "name": "Ground of use: " + m.Rights.Basis, "termCode": m.Rights.Basis, "inDefinedTermSet": rights}
	if m.Rights.Note != "" {
		term["description"] = m.Rights.Note
	}
	out := []object{term}
	for _, id := range slices.Sorted(maps.Keys(m.Rights.OptOuts)) {
		o := m.Rights.OptOuts[id]
		term := object{
			"@type": "sc:DefinedTerm", "name": "Opt-out by " + o.Mechanism + ", honoured: " + o.Honoured, "termCode": o.Mechanism,
			"inDefinedTermSet": optOuts, "peritus:id": id, "peritus:honoured": o.Honoured,
		}
		if shown := evidenceOf(o.Evidence); len(shown) > 0 {
			term["subjectOf"] = shown
		}
		out = append(out, term)
	}
	var prohibited []object
	for _, id := range slices.Sorted(maps.Keys(m.ProhibitedUses)) {
		prohibited = append(prohibited, object{"@type": "odrl:Prohibition", "peritus:id": id, "odrl:action": object{
			"@type": "odrl:Action", "name": m.ProhibitedUses[id], "odrl:includedIn": object{"@id": "odrl:use"},
		}})
	}
	if len(prohibited) > 0 {
		out = append(out, object{"@type": []string{"sc:CreativeWork", "odrl:Offer"}, "name": "Prohibited uses", "odrl:prohibition": prohibited})
	}
	return out
}

func evidenceOf(evidence map[string]licence.Evidence) (out []object) {
	for _, id := range slices.Sorted(maps.Keys(evidence)) {
		e := evidence[id]
		o := object{"@type": "sc:MediaObject", "peritus:id": id}
		if e.URL != "" {
			o["url"] = e.URL
		}
		if !e.SHA256.IsZero() {
			o["sha256"] = e.SHA256
		}
		if e.Note != "" {
			o["description"] = e.Note
		}
		out = append(out, o)
	}
	return out
}

func accessOf(a datasets.Availability) []string {
	if a.Note == "" {
		return []string{access[a.Status]}
	}
	return []string{access[a.Status], a.Note}
}

// usage takes over what a file says about use and access. Conditions in the words of others, those of DUO say, go into the
// note on rights, so that voters read them; a prohibition is a prohibited use whoever states it.
func (r *reader) usage(root *node, m *datasets.Manifest) {
	var notes []string
	for _, n := range root.all(sc + "usageInfo") {
		switch code := n.first(sc + "termCode"); n.first(sc + "inDefinedTermSet") {
		case rights:
			if !slices.Contains(bases, code) {
				r.find(L3, n.at, n.path, "rights", fmt.Sprintf("the ground of use %q is not known", shorten(code)), "write one of "+strings.Join(bases, ", "))
				continue
			}
			m.Rights.Basis = code
			notes = append(notes, n.first(sc+"description"))
		case optOuts:
			r.optOut(n, code, m)
		default:
			if n.kind != '{' || len(n.all(odrl+"permission", odrl+"obligation", odrl+"prohibition")) == 0 {
				notes = append(notes, called(n))
			}
			for _, rule := range n.all(odrl+"permission", odrl+"obligation") {
				notes = append(notes, ruled(rule))
			}
			for _, rule := range n.all(odrl + "prohibition") {
				r.prohibited(rule, m)
			}
		}
	}
	notes = slices.DeleteFunc(notes, func(s string) bool { return s == "" })
	m.Rights.Note = r.text(root, "", "/usageInfo", strings.Join(notes, "\n"), 2000)
	r.access(root, m)
}

func (r *reader) prohibited(rule *node, m *datasets.Manifest) {
	if r.many(rule, len(m.ProhibitedUses), "prohibitions") {
		return
	}
	use := r.text(rule, "", rule.path, ruled(rule), 2000)
	if use == "" {
		r.find(L3, rule.at, rule.path, "prohibition", "a use is prohibited, and nothing says which", "give its odrl:action a name")
		return
	}
	if m.ProhibitedUses == nil {
		m.ProhibitedUses = map[string]string{}
	}
	id := fmt.Sprintf("use-%d", len(m.ProhibitedUses)+1)
	if given := rule.first(ours + "id"); document.IsID(given) {
		id = given
	}
	m.ProhibitedUses[unused(id, func(id string) bool { _, ok := m.ProhibitedUses[id]; return ok })] = use
}

// optOut takes over one way to object. That objections are honoured is believed only with evidence.
func (r *reader) optOut(n *node, mechanism string, m *datasets.Manifest) {
	if r.many(n, len(m.Rights.OptOuts), "opt-outs") {
		return
	}
	if !slices.Contains(mechanisms, mechanism) {
		r.find(L3, n.at, n.path, "opt-out", fmt.Sprintf("the way to object %q is not known", shorten(mechanism)), "write one of "+strings.Join(mechanisms, ", "))
		return
	}
	o := datasets.OptOut{Mechanism: mechanism, Honoured: "not-known"}
	for _, work := range n.all(sc + "subjectOf") {
		e := licence.Evidence{URL: webAddress(work.first(sc + "url")), Note: r.text(work, "", work.path, work.first(sc+"description"), 2000)}
		if d, err := document.ParseDigest(work.first(sc + "sha256")); err == nil {
			e.SHA256 = d
		}
		if e == (licence.Evidence{}) || r.many(work, len(o.Evidence), "pieces of evidence") {
			continue
		}
		if o.Evidence == nil {
			o.Evidence = map[string]licence.Evidence{}
		}
		id := fmt.Sprintf("evidence-%d", len(o.Evidence)+1)
		if given := work.first(ours + "id"); document.IsID(given) {
			id = given
		}
		o.Evidence[unused(id, func(id string) bool { _, ok := o.Evidence[id]; return ok })] = e
	}
	switch said := n.first(ours + "honoured"); {
	case said == "no" || said == "partly" || said == "yes" && len(o.Evidence) > 0:
		o.Honoured = said
	case said == "yes":
		r.find(L3, n.at, n.path, "opt-out", "an objection is said to be honoured, and nothing shows it", "name the text or page that shows it as subjectOf")
	}
	if m.Rights.OptOuts == nil {
		m.Rights.OptOuts = map[string]datasets.OptOut{}
	}
	id := mechanism
	if given := n.first(ours + "id"); document.IsID(given) {
		id = given
	}
	m.Rights.OptOuts[unused(id, func(id string) bool { _, ok := m.Rights.OptOuts[id]; return ok })] = o
}

// access takes over who can get the data. Nothing is public that no digest fixes.
func (r *reader) access(root *node, m *datasets.Manifest) {
	var notes []string
	for _, s := range root.texts(sc + "conditionsOfAccess") {
		known := false
		for _, status := range slices.Sorted(maps.Keys(access)) {
			if s == access[status] {
				known = true
				if status != "public" || len(m.Files) > 0 || m.Index != nil {
					m.Availability.Status = status
				}
			}
		}
		if !known {
			notes = append(notes, s)
		}
	}
	if note := r.text(root, "", "/conditionsOfAccess", strings.Join(notes, "\n"), 2000); note != "" {
		m.Availability.Note = note
	}
}

// called returns the words for a term or a work: its name and code, or its address.
func called(n *node) string {
	if n.kind != '{' {
		return n.string()
	}
	name := n.first(sc+"name", sc+"description")
	code := n.first(sc+"termCode", sc+"url", "@id")
	switch {
	case name == "":
		return code
	case code == "":
		return name
	}
	return name + " (" + code + ")"
}

// ruled returns the words for a rule of ODRL: what it is about, and on which conditions.
func ruled(rule *node) string {
	var words []string
	for _, n := range rule.all(odrl+"action", odrl+"constraint", odrl+"duty") {
		s := called(n)
		if s == "" {
			var operands []string
			for _, o := range n.all(odrl+"leftOperand", odrl+"operator", odrl+"rightOperand", odrl+"action") {
				operands = append(operands, called(o))
			}
			s = strings.TrimSpace(strings.Join(operands, " "))
		}
		if s != "" {
			words = append(words, s)
		}
	}
	return strings.Join(words, "; ")
}
