package datasets

import (
	"fmt"
	"maps"
	"slices"

	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// DatasetSchema is what the schema field of a manifest says.
const DatasetSchema = "peritus/dataset/v1"

// Manifest describes one version of a data set.
type Manifest struct {
	Schema  string          `json:"schema"`
	ID      string          `json:"id"` // the same in every version: "wikipedia"
	Name    string          `json:"name"`
	Version string          `json:"version"`         // strict SemVer; the major number rises when existing data changes
	Parent  document.Digest `json:"parent,omitzero"` // the version that this one replaces; missing in the first
	Summary string          `json:"summary"`

	Creators  map[string]Creator `json:"creators"`            // by id
	Published string             `json:"published,omitempty"` // a day
	Collected *Period            `json:"collected,omitempty"` // when the data came into being or was gathered
	Links     map[string]string  `json:"links,omitempty"`     // by id

	Licence    licence.Licence       `json:"licence"`
	Source     Origin                `json:"source"`
	Derivation map[string]Derivation `json:"derivation,omitempty"` // by id: what it was made from, and how
	Rights     Rights                `json:"rights"`
	Personal   PersonalData          `json:"personalData"`

	Languages      map[string]document.Decimal `json:"languages"` // by BCP 47 tag: the share of the text, or "0" where it is not known
	Uses           map[string]string           `json:"uses,omitempty"`
	ProhibitedUses map[string]string           `json:"prohibitedUses,omitempty"`
	Limitations    map[string]string           `json:"limitations,omitempty"`

	Size         Size            `json:"size"`
	Availability Availability    `json:"availability"`
	Files        map[string]File `json:"files,omitempty"` // by path; or
	Index        *Index          `json:"index,omitempty"` // a list of files that is too long for a document
	Imported     *Import         `json:"imported,omitempty"`
	Withdrawn    *Withdrawal     `json:"withdrawn,omitempty"` // the data set is not to be used any more, in any version
}

// Withdrawal says why a data set is not to be used any more. A version with it is what withdraws the data set, and a later version
// without it admits the data set again.
type Withdrawal struct {
	Ground string `json:"ground"` // "licence", "personal-data", "hash", "safety" or "other"
	Reason string `json:"reason"`
}

// Creator is a person or body that made the data set.
type Creator struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
	Role string `json:"role,omitempty"`
}

// Period is a span of days, both included.
type Period struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Origin says where the data comes from. The categories are those of the European Commission's template for the
// public summary of training content.
type Origin struct {
	Category string `json:"category"`
	Note     string `json:"note,omitempty"`
}

// categories of sources, as the template names them.
var categories = []string{
	"public-dataset",      // publicly available data sets
	"licensed",            // private data sets licensed by rightsholders
	"private-third-party", // private data sets obtained from other third parties
	"web-crawl",           // data crawled and scraped from online sources
	"user-data",           // data from users of the provider's services
	"synthetic",           // data made by models
	"other",               //
}

// Derivation is one data set that this one was made from.
type Derivation struct {
	Relation string          `json:"relation"` // "copied", "filtered", "deduplicated", "sampled", "translated", "annotated", "merged", "generated"
	Name     string          `json:"name"`
	Manifest document.Digest `json:"manifest,omitzero"` // of its peritus/dataset/v1 document, where there is one
	URL      string          `json:"url,omitempty"`
	Method   string          `json:"method,omitempty"`
}

// Rights says on which ground the data may be used for training, and how objections were honoured.
type Rights struct {
	Basis   string            `json:"basis"` // "public-domain", "licence", "text-and-data-mining-exception", "consent", "contract" or "not-known"
	Note    string            `json:"note,omitempty"`
	OptOuts map[string]OptOut `json:"optOuts,omitempty"` // by id
}

// OptOut is one way in which rightsholders could object.
type OptOut struct {
	Mechanism string                      `json:"mechanism"` // "robots-txt", "tdm-reservation", "meta-tag", "request", "registry"
	Honoured  string                      `json:"honoured"`  // "yes", "partly", "no" or "not-known"
	Evidence  map[string]licence.Evidence `json:"evidence,omitempty"`
}

// PersonalData says whether there are people in the data.
type PersonalData struct {
	Contains string          `json:"contains"` // "yes", "no" or "no-assertion"
	Note     string          `json:"note,omitempty"`
	Scans    map[string]Scan `json:"scans,omitempty"` // by id
}

// Scan is one search for personal data.
type Scan struct {
	Tool         string          `json:"tool"`
	Version      string          `json:"version"`
	ReportSHA256 document.Digest `json:"reportSha256"`
	Findings     int64           `json:"findings"`
}

// Size says how much there is. Zero documents or bytes mean that the number is not known.
type Size struct {
	Documents int64            `json:"documents"`
	Bytes     int64            `json:"bytes"`
	Tokens    map[string]int64 `json:"tokens"` // by the id of the tokenizer
}

// Availability says whether others can get the data.
type Availability struct {
	Status string `json:"status"` // "public", "on-request" or "unpublished"
	Note   string `json:"note,omitempty"`
}

// File is one file of the data set.
type File struct {
	SHA256 document.Digest `json:"sha256"`
	Size   int64           `json:"size"`
	Format string          `json:"format"` // "jsonl", "parquet", "warc.gz" …
}

// Index names a list of files by digest. Each line of the list is the canonical JSON
// {"format","path","sha256","size"}, in the order of the paths, and ends with a line feed.
type Index struct {
	SHA256 document.Digest `json:"sha256"` // of the list's bytes
	Root   document.Digest `json:"root"`   // of the RFC 6962 tree whose leaves are the lines without their line feeds
	Files  int64           `json:"files"`
	Bytes  int64           `json:"bytes"` // of all files together
}

// Import records what a manifest was made from by a program.
type Import struct {
	From   string          `json:"from"` // "croissant-1.1", "common-crawl", "wikimedia", "gutenberg", "url-list"
	URL    string          `json:"url,omitempty"`
	SHA256 document.Digest `json:"sha256"` // of the bytes that were read
	At     document.Time   `json:"at"`
	Grade  string          `json:"grade,omitempty"` // "L0" to "L3", of Croissant files
}

// ParseManifest reads a manifest. The error is document.Problems and lists everything that is wrong with it.
func ParseManifest(raw []byte) (Manifest, error) {
	var m Manifest
	if err := document.Read(raw, &m, m.check); err != nil {
		return Manifest{}, err
	}
	return m, nil
}

const (
	sentence  = 300
	paragraph = 2000
)

func (m *Manifest) check(ps *document.Problems) {
	if m.Schema != DatasetSchema {
		ps.Add("/schema", "schema", fmt.Sprintf("the schema is %q", m.Schema), "write "+DatasetSchema)
	}
	ps.ID("/id", m.ID)
	ps.Text("/name", m.Name, sentence)
	ps.SemVer("/version", m.Version)
	ps.Text("/summary", m.Summary, paragraph)
	some("/creators", m.Creators, ps)
	each("/creators", m.Creators, ps, func(at string, c Creator) {
		ps.Text(at+"/name", c.Name, sentence)
		ps.OptionalURL(at+"/url", c.URL)
		ps.OptionalText(at+"/role", c.Role, sentence)
	})
	ps.OptionalDate("/published", m.Published)
	if p := m.Collected; p != nil {
		ps.Date("/collected/from", p.From)
		ps.Date("/collected/to", p.To)
		if p.To < p.From {
			ps.Add("/collected/to", "order", "the period ends before it begins", "correct one of the two days")
		}
	}
	each("/links", m.Links, ps, func(at, link string) { ps.URL(at, link) })
	m.Licence.Check("/licence", ps)
	ps.OneOf("/source/category", m.Source.Category, categories...)
	ps.OptionalText("/source/note", m.Source.Note, paragraph)
	each("/derivation", m.Derivation, ps, func(at string, d Derivation) {
		ps.OneOf(at+"/relation", d.Relation, "annotated", "copied", "deduplicated", "filtered", "generated", "merged", "sampled", "translated")
		ps.Text(at+"/name", d.Name, sentence)
		ps.OptionalURL(at+"/url", d.URL)
		ps.OptionalText(at+"/method", d.Method, paragraph)
	})
	m.checkRights(ps)
	m.checkContent(ps)
	if w := m.Withdrawn; w != nil {
		ps.OneOf("/withdrawn/ground", w.Ground, "hash", "licence", "other", "personal-data", "safety")
		ps.Text("/withdrawn/reason", w.Reason, paragraph)
	}
}

func (m *Manifest) checkRights(ps *document.Problems) {
	ps.OneOf("/rights/basis", m.Rights.Basis, "consent", "contract", "licence", "not-known", "public-domain", "text-and-data-mining-exception")
	ps.OptionalText("/rights/note", m.Rights.Note, paragraph)
	each("/rights/optOuts", m.Rights.OptOuts, ps, func(at string, o OptOut) {
		ps.OneOf(at+"/mechanism", o.Mechanism, "meta-tag", "registry", "request", "robots-txt", "tdm-reservation")
		ps.OneOf(at+"/honoured", o.Honoured, "no", "not-known", "partly", "yes")
		licence.CheckEvidence(at+"/evidence", o.Evidence, ps)
		if o.Honoured == "yes" && len(o.Evidence) == 0 {
			ps.Add(at+"/evidence", "evidence", "the objection is said to be honoured, and nothing shows it", "name the text or page that was read, or write not-known")
		}
	})
	ps.OneOf("/personalData/contains", m.Personal.Contains, "no", "no-assertion", "yes")
	ps.OptionalText("/personalData/note", m.Personal.Note, paragraph)
	if m.Personal.Contains == "no" && len(m.Personal.Scans) == 0 {
		ps.Add("/personalData/scans", "evidence", "it is said to hold no personal data, and nobody has looked", "name a scan, or write no-assertion")
	}
	each("/personalData/scans", m.Personal.Scans, ps, func(at string, s Scan) {
		ps.Text(at+"/tool", s.Tool, sentence)
		ps.Text(at+"/version", s.Version, sentence)
		ps.Needs(at+"/reportSha256", s.ReportSHA256)
		ps.Between(at+"/findings", s.Findings, 0, 1<<50)
	})
}

func (m *Manifest) checkContent(ps *document.Problems) {
	some("/languages", m.Languages, ps)
	for _, tag := range slices.Sorted(maps.Keys(m.Languages)) {
		at := document.Pointer("/languages", tag)
		ps.Language(at, tag)
		ps.Decimal(at, m.Languages[tag], "0", "1")
	}
	texts := func(at, text string) { ps.Text(at, text, paragraph) }
	each("/uses", m.Uses, ps, texts)
	each("/prohibitedUses", m.ProhibitedUses, ps, texts)
	each("/limitations", m.Limitations, ps, texts)

	ps.Between("/size/documents", m.Size.Documents, 0, 1<<50)
	ps.Between("/size/bytes", m.Size.Bytes, 0, 1<<53-1)
	each("/size/tokens", m.Size.Tokens, ps, func(at string, n int64) { ps.Between(at, n, 1, 1<<53-1) })
	ps.OneOf("/availability/status", m.Availability.Status, "on-request", "public", "unpublished")
	ps.OptionalText("/availability/note", m.Availability.Note, paragraph)
	if m.Availability.Status == "public" && len(m.Files) == 0 && m.Index == nil {
		ps.Add("", "files", "the data set is public, and neither files nor an index say what it is", "name its files with their digests, or an index of them")
	}
	if len(m.Files) > 0 && m.Index != nil {
		ps.Add("/index", "files", "there are both files and an index", "keep one of them")
	}
	var sum int64
	var unsound []string // most are sound, and there may be many: do not even sort them
	for name, f := range m.Files {
		sum += f.Size
		if !f.sound(name) {
			unsound = append(unsound, name)
		}
	}
	slices.Sort(unsound)
	for _, name := range unsound {
		f, at := m.Files[name], document.Pointer("/files", name)
		ps.FilePath(at, name)
		ps.Needs(at+"/sha256", f.SHA256)
		ps.Between(at+"/size", f.Size, 0, 1<<50)
		ps.Text(at+"/format", f.Format, sentence)
	}
	if len(m.Files) > 0 && m.Size.Bytes != sum {
		ps.Add("/size/bytes", "sum", fmt.Sprintf("the files have %d bytes together, not %d", sum, m.Size.Bytes), "write their sum")
	}
	if i := m.Index; i != nil {
		ps.Needs("/index/sha256", i.SHA256)
		ps.Needs("/index/root", i.Root)
		ps.Between("/index/files", i.Files, 1, 1<<50)
		ps.Between("/index/bytes", i.Bytes, 0, 1<<53-1)
		if i.Bytes != m.Size.Bytes {
			ps.Add("/size/bytes", "sum", fmt.Sprintf("the files of the index have %d bytes together, not %d", i.Bytes, m.Size.Bytes), "write their sum")
		}
	}
	if i := m.Imported; i != nil {
		ps.ID("/imported/from", i.From)
		ps.OptionalURL("/imported/url", i.URL)
		ps.Needs("/imported/sha256", i.SHA256)
		if i.Grade != "" {
			ps.OneOf("/imported/grade", i.Grade, "L0", "L1", "L2", "L3")
		}
	}
}

// sound reports whether nothing is wrong with a file; what is wrong with another one is said where it is found.
func (f File) sound(name string) bool {
	return document.IsFilePath(name) && !f.SHA256.IsZero() && f.Size >= 0 && f.Size <= 1<<50 && document.IsID(f.Format)
}

// each walks a map in the order of its keys, which must be ids.
func each[V any](path string, m map[string]V, ps *document.Problems, check func(at string, v V)) {
	for _, id := range slices.Sorted(maps.Keys(m)) {
		at := document.Pointer(path, id)
		ps.ID(at, id)
		check(at, m[id])
	}
}

// some wants at least one entry.
func some[V any](path string, m map[string]V, ps *document.Problems) {
	if len(m) == 0 {
		ps.Add(path, "required", "nothing is named here", "name at least one, keyed by an id")
	}
}
