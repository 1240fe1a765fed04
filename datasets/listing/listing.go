package listing

import (
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// Options says what a list does not say about itself.
type Options struct {
	File    string        // the name of the list's file
	URL     string        // where it was fetched; may be empty
	At      document.Time // when
	Version string        // of the data set; "1.0.0" if empty
	Creator string        // who made the list of addresses; the other lists have known makers
}

// Draft is what was made of a list.
type Draft struct {
	Manifest datasets.Manifest `json:"manifest"`
	Entries  int64             `json:"entries"` // what the list names: files, texts, addresses
	Bytes    int64             `json:"bytes"`   // of the named files together, or 0 where the list does not say
	Fixed    bool              `json:"fixed"`   // whether the manifest fixes the named files by digest, and not the list alone
}

// draft begins a manifest that fixes the list by digest.
func (o Options) draft(from, format string, s *stream) (datasets.Manifest, error) {
	name := path.Base(o.File)
	if !document.IsFilePath(name) {
		return datasets.Manifest{}, fmt.Errorf("%q is not the name of a file", o.File)
	}
	sum, size := s.digest()
	m := datasets.Manifest{
		Schema: datasets.DatasetSchema, Version: o.Version,
		Licence:      licence.Licence{Declared: licence.NoAssertion, Concluded: licence.NoAssertion},
		Source:       datasets.Origin{Category: "web-crawl"},
		Rights:       datasets.Rights{Basis: "not-known"},
		Personal:     datasets.PersonalData{Contains: "no-assertion"},
		Languages:    map[string]document.Decimal{"und": "0"},
		Limitations:  map[string]string{"contents-not-fixed": "The digest fixes the list. What the list names is not fixed: it may change, or go, without notice."},
		Size:         datasets.Size{Bytes: size, Tokens: map[string]int64{}},
		Availability: datasets.Availability{Status: "public"},
		Files:        map[string]datasets.File{name: {SHA256: sum, Size: size, Format: format + s.packing}},
		Imported:     &datasets.Import{From: from, URL: o.URL, SHA256: sum, At: o.At},
	}
	if m.Version == "" {
		m.Version = "1.0.0"
	}
	return m, nil
}

// complete checks a draft, which must be a valid manifest.
func complete(d Draft) (Draft, error) {
	raw, err := document.Marshal(d.Manifest)
	if err != nil {
		return Draft{}, err
	}
	if _, err := datasets.ParseManifest(raw); err != nil {
		return Draft{}, err
	}
	return d, nil
}

// crawlPath is a path of Common Crawl's: the crawl, and the kind of file.
var crawlPath = regexp.MustCompile(`^(?:crawl-data|cc-index)/(?:collections/|table/cc-main/warc/crawl=)?(CC-MAIN-[0-9]{4}-[0-9]{2})/[!-~]+$`)

// CommonCrawl reads a path listing of one crawl (warc.paths.gz, wet.paths.gz …): one path to a line.
func CommonCrawl(r io.Reader, o Options) (Draft, error) {
	s, err := open(r)
	if err != nil {
		return Draft{}, err
	}
	var d Draft
	crawl := ""
	l := newLines(s, maxLine)
	for l.next() {
		match := crawlPath.FindSubmatch(l.text)
		switch {
		case match == nil || !document.IsFilePath(string(l.text)):
			return Draft{}, fmt.Errorf("line %d is not a path of Common Crawl: %q", l.number, shorten(l.text))
		case crawl == "":
			crawl = string(match[1])
		case crawl != string(match[1]):
			return Draft{}, fmt.Errorf("line %d belongs to %s, and the lines before it to %s; read one listing at a time", l.number, match[1], crawl)
		}
		d.Entries++
	}
	if l.err != nil {
		return Draft{}, l.err
	}
	if d.Entries == 0 {
		return Draft{}, fmt.Errorf("the listing names no file; fetch it again")
	}
	m, err := o.draft("common-crawl", "paths", s)
	if err != nil {
		return Draft{}, err
	}
	kind, _, _ := strings.Cut(path.Base(o.File), ".")
	m.ID = strings.ToLower(crawl)
	m.Name = "Common Crawl " + crawl
	if document.IsID(kind) {
		m.ID, m.Name = m.ID+"-"+kind, m.Name+", "+kind
	}
	m.Summary = fmt.Sprintf("The crawl %s of Common Crawl, as its path listing names it: %d files.", crawl, d.Entries)
	m.Creators = map[string]datasets.Creator{"common-crawl": {Name: "Common Crawl Foundation", URL: "https://commoncrawl.org/", Role: "Crawled the web"}}
	m.Links = map[string]string{"home": "https://data.commoncrawl.org/crawl-data/" + crawl + "/index.html"}
	m.Licence.Declared = "LicenseRef-Common-Crawl-Terms-of-Use"
	m.Licence.Evidence = map[string]licence.Evidence{"terms": {URL: "https://commoncrawl.org/terms-of-use", Note: "The terms cover the use of the archive. The pages in it have licences of their own."}}
	d.Manifest = m
	return complete(d)
}

// URLs reads a list of web addresses, one to a line, as OpenWebText and its like are published.
func URLs(r io.Reader, o Options) (Draft, error) {
	s, err := open(r)
	if err != nil {
		return Draft{}, err
	}
	var d Draft
	l := newLines(s, maxLine)
	for l.next() {
		if !isAddress(l.text) {
			return Draft{}, fmt.Errorf("line %d is not a web address: %q", l.number, shorten(l.text))
		}
		d.Entries++
	}
	if l.err != nil {
		return Draft{}, l.err
	}
	if d.Entries == 0 {
		return Draft{}, fmt.Errorf("the list names no address; fetch it again")
	}
	if o.Creator == "" {
		return Draft{}, fmt.Errorf("nothing says who made the list; name its creator")
	}
	m, err := o.draft("url-list", "urls", s)
	if err != nil {
		return Draft{}, err
	}
	name, _, _ := strings.Cut(path.Base(o.File), ".")
	m.ID, m.Name = slug(name), "Pages of "+path.Base(o.File)
	m.Summary = fmt.Sprintf("The pages at %d web addresses, as a list names them.", d.Entries)
	m.Creators = map[string]datasets.Creator{"list": {Name: o.Creator, Role: "Made the list of addresses"}}
	m.Limitations["pages-differ"] = "Whoever fetches the list gets the pages of that day. Two copies of this data set need not be the same."
	d.Manifest = m
	return complete(d)
}

// isAddress reports whether a line is a web address. It is looser than what a manifest holds as a link, since lists
// found in the wild spell addresses as browsers take them.
func isAddress(line []byte) bool {
	rest, ok := strings.CutPrefix(string(line), "https://")
	if !ok {
		rest, ok = strings.CutPrefix(string(line), "http://")
	}
	host, _, _ := strings.Cut(rest, "/")
	return ok && host != "" && strings.ContainsAny(host, ".:") && !strings.ContainsFunc(rest, func(c rune) bool { return c <= ' ' || c == 0x7f })
}

func slug(name string) string {
	name = strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(name), "-"), "-")
	if name = name[:min(len(name), 64)]; name == "" {
		return "list"
	}
	return strings.Trim(name, "-")
}

func shorten(b []byte) string {
	if r := []rune(string(b)); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return string(b)
}
