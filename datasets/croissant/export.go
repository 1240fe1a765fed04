package croissant

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// Export writes a manifest as Croissant 1.1 with the terms of responsible AI, provenance and conditions of use. base is the web address of the
// folder that the files are in, and may be empty if they lie beside the Croissant file. The bytes are the same for the
// same manifest.
//
// Read grades the result L3 if the manifest says as much: a licence, a day of publication, files. What Croissant has no
// word for stands under this project's own vocabulary, so that Read takes it back.
func Export(m datasets.Manifest, base string) ([]byte, error) {
	if problems := validate(m); len(problems) > 0 {
		return nil, problems
	}
	if base != "" && (webAddress(base) == "" || strings.ContainsAny(base, "?#")) {
		return nil, fmt.Errorf("%q is not the web address of a folder; write it in full, as in https://example.org/data/", base)
	}
	if base != "" && !strings.HasSuffix(base, "/") {
		base += "/"
	}
	d := object{
		"@context": exportContext(), "@type": "sc:Dataset", "conformsTo": cr + "1.1",
		"name": m.Name, "description": m.Summary, "version": m.Version, "peritus:id": m.ID,
		"peritus:sourceCategory": m.Source.Category,
		"creator":                creatorsOf(m), "inLanguage": languagesOf(m),
		"distribution": distributionOf(m, base),
		"usageInfo":    usageOf(m), "conditionsOfAccess": accessOf(m.Availability),
	}
	if m.Licence.Declared != licence.NoAssertion && m.Licence.Declared != licence.None {
		d["license"] = m.Licence.Declared
		if licence.Known(m.Licence.Declared) {
			d["license"] = "https://spdx.org/licenses/" + m.Licence.Declared
		}
	}
	set := func(key, value string) {
		if value != "" {
			d[key] = value
		}
	}
	set("datePublished", m.Published)
	set("url", home(m))
	set("sameAs", m.Links["same-as"])
	set("rai:dataCollection", m.Source.Note)
	set("rai:personalSensitiveInformation", personal(m.Personal))
	if p := m.Collected; p != nil {
		d["temporalCoverage"] = p.From + "/" + p.To
		d["rai:dataCollectionTimeframe"] = p.From + "/" + p.To
	}
	if m.Source.Category == "web-crawl" {
		d["rai:dataCollectionType"] = "Web Scraping"
	}
	if texts := sorted(m.Limitations); len(texts) > 0 {
		d["rai:dataLimitations"] = texts
	}
	if texts := sorted(m.Uses); len(texts) > 0 {
		d["rai:dataUseCases"] = texts
	}
	if from := derivationOf(m); len(from) > 0 {
		d["prov:wasDerivedFrom"] = from
	}
	if m.Size.Documents > 0 {
		d["peritus:documents"] = m.Size.Documents
	}
	var tokens []object
	for _, id := range slices.Sorted(maps.Keys(m.Size.Tokens)) {
		tokens = append(tokens, object{"peritus:tokenizer": id, "peritus:count": m.Size.Tokens[id]})
	}
	if len(tokens) > 0 {
		d["peritus:tokens"] = tokens
	}
	return indented(d)
}

type object = map[string]any

// indented writes an object with its keys sorted, as encoding/json does.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	if b.Len() > MaxSize {
		return nil, errors.New("the manifest lists too many files for a Croissant file; name an index of them instead")
	}
	return b.Bytes(), nil
}

func exportContext() object {
	c := object{
		"@language": "en", "@vocab": sc, "sc": sc, "cr": cr, "rai": rai, "dct": dct, "prov": prov, "odrl": odrl, "peritus": ours,
		"conformsTo": "dct:conformsTo",
	}
	for _, term := range terms {
		c[term] = "cr:" + term
	}
	c["data"] = object{"@id": "cr:data", "@type": "@json"}
	c["examples"] = object{"@id": "cr:examples", "@type": "@json"}
	c["dataType"] = object{"@id": "cr:dataType", "@type": "@vocab"}
	return c
}

func creatorsOf(m datasets.Manifest) (out []object) {
	for _, id := range slices.Sorted(maps.Keys(m.Creators)) {
		c := m.Creators[id]
		o := object{"@type": "sc:Organization", "name": c.Name}
		if c.URL != "" {
			o["url"] = c.URL
		}
		if c.Role != "" {
			o["peritus:role"] = c.Role
		}
		out = append(out, o)
	}
	return out
}

func languagesOf(m datasets.Manifest) (out []object) {
	for _, tag := range slices.Sorted(maps.Keys(m.Languages)) {
		out = append(out, object{"@type": "sc:Language", "alternateName": tag, "peritus:share": m.Languages[tag]})
	}
	return out
}

func distributionOf(m datasets.Manifest, base string) []object {
	out := []object{}
	escape := func(path string) string { return (&url.URL{Path: path}).EscapedPath() }
	for _, path := range slices.Sorted(maps.Keys(m.Files)) {
		f := m.Files[path]
		out = append(out, object{
			"@type": "cr:FileObject", "@id": escape(path), "name": path, "contentUrl": base + escape(path),
			"contentSize": strconv.FormatInt(f.Size, 10) + " B", "encodingFormat": media(f.Format), "sha256": f.SHA256,
		})
	}
	if i := m.Index; i != nil {
		out = append(out, object{
			"@type": "cr:FileObject", "@id": "files.jsonl", "name": "files.jsonl", "contentUrl": base + "files.jsonl",
			"encodingFormat": "application/jsonlines", "sha256": i.SHA256,
			"peritus:root": i.Root, "peritus:files": i.Files, "peritus:bytes": i.Bytes,
		}, object{
			"@type": "cr:FileSet", "@id": "files", "name": "files", "containedIn": object{"@id": "files.jsonl"},
			"encodingFormat": "application/octet-stream", "includes": "**",
		})
	}
	return out
}

func derivationOf(m datasets.Manifest) (out []object) {
	for _, id := range slices.Sorted(maps.Keys(m.Derivation)) {
		from := m.Derivation[id]
		o := object{"@type": "prov:Entity", "name": from.Name, "peritus:id": id, "peritus:relation": from.Relation}
		if from.URL != "" {
			o["prov:atLocation"] = from.URL
		}
		if from.Method != "" {
			o["description"] = from.Method
		}
		if from.Manifest != (document.Digest{}) {
			o["peritus:manifest"] = from.Manifest
		}
		out = append(out, o)
	}
	return out
}

// home returns the page of the data set: the link of that name, or the first.
func home(m datasets.Manifest) string {
	if link, ok := m.Links["home"]; ok {
		return link
	}
	for _, id := range slices.Sorted(maps.Keys(m.Links)) {
		return m.Links[id]
	}
	return ""
}

// personal says in words what the manifest says about people, and who looked.
func personal(p datasets.PersonalData) string {
	words := map[string]string{"yes": "The data holds personal data.", "no": "No personal data was found.", "no-assertion": "Nothing is asserted about personal data."}[p.Contains]
	for _, id := range slices.Sorted(maps.Keys(p.Scans)) {
		s := p.Scans[id]
		words += fmt.Sprintf(" %s %s made %d findings (report sha256 %s).", s.Tool, s.Version, s.Findings, s.ReportSHA256)
	}
	return strings.TrimSpace(words + " " + p.Note)
}

func sorted(m map[string]string) (out []string) {
	for _, id := range slices.Sorted(maps.Keys(m)) {
		out = append(out, m[id])
	}
	return out
}
