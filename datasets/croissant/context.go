package croissant

import (
	"fmt"
	"strings"
)

// The vocabularies. Schema.org is found under http and under https; https is the spelling that counts here.
const (
	sc   = "https://schema.org/"
	cr   = "http://mlcommons.org/croissant/"
	rai  = "http://mlcommons.org/croissant/RAI/"
	dct  = "http://purl.org/dc/terms/"
	prov = "http://www.w3.org/ns/prov#"
	odrl = "http://www.w3.org/ns/odrl/2/"
	ours = "https://github.com/peritus-dao/peritus/dataset/v1#"
)

// terms are Croissant's own words, which the context of a file must map to cr. A file whose context leaves one out
// means schema.org's word of that name, and so does not say what its author meant.
var terms = []string{
	"arrayShape", "citeAs", "column", "containedIn", "data", "dataType", "equivalentProperty", "examples", "extract", "field", "fileObject", "fileProperty", "fileSet", "format",
	"includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "readLines", "recordSet", "references", "regex", "repeated", "replace", "sdVersion",
	"separator", "source", "subField", "transform", "unArchive", "value",
}

// context maps the words of one file to addresses. It knows as much of JSON-LD as Croissant files use: prefixes, terms
// and one vocabulary. Nothing is ever fetched.
type context struct {
	vocabulary string
	terms      map[string]string
}

// context reads the file's @context.
func (r *reader) context(root *node) context {
	c := context{terms: map[string]string{}}
	found := false
	for _, m := range root.members {
		if m.key != "@context" {
			continue
		}
		found = true
		for _, part := range flat(m.value) {
			r.extend(&c, part)
		}
	}
	if !found {
		r.add(root.at, "", "context", `there is no "@context", so no word of the file has a meaning`, "add the context that Croissant prescribes")
	}
	return c
}

func (r *reader) extend(c *context, part *node) {
	switch {
	case part.kind == '"' && strings.HasPrefix(secure(part.text), "https://schema.org"):
		c.vocabulary = sc
	case part.kind == '"' && strings.HasPrefix(plain(part.text), cr):
		c.vocabulary = sc
		c.terms["sc"], c.terms["cr"], c.terms["rai"], c.terms["dct"], c.terms["prov"] = sc, cr, rai, dct, prov
		c.terms["conformsTo"] = dct + "conformsTo"
		for _, term := range terms {
			c.terms[term] = cr + term
		}
	case part.kind == '{':
		for _, m := range part.members {
			address := m.value.text
			if m.value.kind == '{' {
				for _, d := range m.value.members {
					if d.key == "@id" {
						address = d.value.text
					}
				}
			}
			switch {
			case m.key == "@vocab":
				c.vocabulary = secure(address)
			case !strings.HasPrefix(m.key, "@") && address != "":
				c.terms[m.key] = address
			}
		}
	default:
		r.add(part.at, part.path, "context", fmt.Sprintf("the context %q is not known here, and none is fetched", shorten(part.text)), "write the context out, as Croissant prescribes it")
	}
}

// expand returns the full address of a word.
func (c context) expand(word string) string {
	if strings.HasPrefix(word, "@") {
		return word
	}
	for step := 0; ; step++ { // terms are defined by terms
		if step > 8 {
			return "" // in a circle: the word means nothing
		}
		if address, ok := c.terms[word]; ok && address != word {
			word = address
			continue
		}
		prefix, rest, ok := strings.Cut(word, ":")
		address, known := c.terms[prefix]
		if !ok || !known || strings.HasPrefix(rest, "//") {
			break
		}
		word = address + rest
	}
	if !strings.Contains(word, ":") {
		word = c.vocabulary + word
	}
	return canonical(word)
}

// canonical gives addresses of the known vocabularies the one spelling that is compared.
func canonical(address string) string {
	if s := secure(address); strings.HasPrefix(s, sc) {
		return s
	}
	if s := plain(address); strings.HasPrefix(s, cr) || strings.HasPrefix(s, dct) || strings.HasPrefix(s, prov) || strings.HasPrefix(s, odrl) {
		return s
	}
	return address
}

func secure(address string) string {
	if rest, ok := strings.CutPrefix(address, "http://"); ok {
		return "https://" + rest
	}
	return address
}

func plain(address string) string {
	if rest, ok := strings.CutPrefix(address, "https://"); ok {
		return "http://" + rest
	}
	return address
}

// resolve gives every key below n its address. The insides of inline data are data, and are left alone.
func (r *reader) resolve(c context, n *node) {
	for i := range n.members {
		m := &n.members[i]
		m.term = c.expand(m.key)
		if m.key == "@context" && n.path != "" {
			r.add(m.value.at, m.value.path, "context", "the context changes inside the file", "state one context at the top")
		}
		if m.key != "@context" && m.term != cr+"data" && m.term != cr+"examples" {
			r.resolve(c, m.value)
		}
	}
	for _, item := range n.items {
		r.resolve(c, item)
	}
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
