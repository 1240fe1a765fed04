package croissant

import (
	"fmt"
	"math/bits"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// manifest takes a valid file over into a draft, and notes what L2 and L3 ask for.
func (r *reader) manifest(d description) datasets.Manifest {
	root := d.root
	m := datasets.Manifest{
		Schema:       datasets.DatasetSchema,
		Name:         r.text(root, "name", "/name", root.first(sc+"name"), 300),
		Summary:      r.text(root, "description", "/description", root.first(sc+"description"), 2000),
		Version:      r.version(root),
		Creators:     r.creators(root),
		Published:    r.day(root),
		Collected:    r.period(root),
		Links:        map[string]string{},
		Licence:      r.licence(root),
		Derivation:   r.derivation(root),
		Rights:       datasets.Rights{Basis: "not-known"},
		Personal:     datasets.PersonalData{Contains: "no-assertion"},
		Languages:    r.languages(root),
		Availability: datasets.Availability{Status: "unpublished"},
		Size:         datasets.Size{Tokens: map[string]int64{}},
	}
	m.ID = slug(m.Name)
	if id := root.first(ours + "id"); document.IsID(id) {
		m.ID = id
	}
	for _, link := range []struct{ id, term string }{{"home", "url"}, {"same-as", "sameAs"}} {
		if address := webAddress(root.first(sc + link.term)); address != "" {
			m.Links[link.id] = address
		}
	}
	if m.Links["home"] == "" {
		r.find(L2, root.at, "/url", "required", "nothing says where the data set is described", "write its web address as url")
	}
	for _, p := range []struct {
		to   *string
		term string
		why  string
	}{
		{&m.Personal.Note, "personalSensitiveInformation", "nothing is said about people in the data"},
		{&m.Source.Note, "dataCollection", "nothing is said about how the data was collected"},
	} {
		texts := root.texts(rai+p.term, cr+p.term)
		if len(texts) == 0 {
			r.find(L3, root.at, "", "rai:"+p.term, p.why, "add rai:"+p.term)
		}
		*p.to = r.text(root, "", "/rai:"+p.term, strings.Join(texts, "\n"), 2000)
	}
	m.Limitations = r.numbered(root, "limitation", "dataLimitations", m.Limitations)
	m.Limitations = r.numbered(root, "bias", "dataBiases", m.Limitations)
	m.Uses = r.numbered(root, "use", "dataUseCases", nil)
	r.files(d, &m)
	m.Source.Category = category(root, m.Availability.Status)
	r.usage(root, &m)
	return m
}

// text takes a text over: in normal form C, without invisible marks, and cut where it is too long. A required property is
// named and noted if it is missing.
func (r *reader) text(n *node, required, at, s string, most int) string {
	if s == "" {
		if required != "" {
			r.find(L2, n.at, at, "required", "the property "+required+" is missing", "write it")
		}
		return ""
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if long := []rune(s[:min(len(s), 16*most)]); len(long) > 3*most { // nobody needs the rest to see that it is too long
		s = string(long[:3*most])
	}
	clean := strings.Map(func(c rune) rune {
		ps := document.Problems{}
		if ps.Text("", "x"+string(c)+"x", 3); len(ps) > 0 {
			return -1
		}
		return c
	}, strings.ToValidUTF8(s, ""))
	if clean != s {
		r.find(L3, n.at, at, "invisible", "the text holds invisible characters that change how it reads", "remove them")
	}
	clean = strings.TrimSpace(norm.NFC.String(clean))
	if utf8.RuneCountInString(clean) > most {
		clean = strings.TrimSpace(string([]rune(clean)[:most-1])) + "…"
		r.find(L3, n.at, at, "length", fmt.Sprintf("the text is longer than %d characters, and was cut", most), "shorten it")
	}
	return clean
}

func (r *reader) numbered(root *node, id, term string, into map[string]string) map[string]string {
	for i, s := range root.texts(rai+term, cr+term) {
		if s = r.text(root, "", "/rai:"+term, s, 2000); s != "" && i < 100 {
			if into == nil {
				into = map[string]string{}
			}
			into[fmt.Sprintf("%s-%d", id, i+1)] = s
		}
	}
	return into
}

func (r *reader) version(root *node) string {
	v := root.first(sc + "version")
	strict := func(s string) bool {
		ps := document.Problems{}
		ps.SemVer("", s)
		return len(ps) == 0
	}
	switch {
	case strict(v):
		return v
	case v == "":
		r.find(L3, root.at, "/version", "version", "the data set has no version; the draft says 0.1.0", "give it a version such as 1.0.0")
		return "0.1.0"
	}
	r.find(L3, root.at, "/version", "version", fmt.Sprintf("the version %q is not strict SemVer", shorten(v)), "write three numbers, as in 1.0.0")
	for _, guess := range []string{v + ".0", v + ".0.0"} { // "1.0" and "1" leave no doubt
		if strict(guess) {
			return guess
		}
	}
	return "0.1.0"
}

func (r *reader) creators(root *node) map[string]datasets.Creator {
	out := map[string]datasets.Creator{}
	for _, n := range root.all(sc+"creator", sc+"author") {
		c := datasets.Creator{Name: n.string()}
		if n.kind == '{' {
			c = datasets.Creator{Name: n.first(sc + "name"), URL: webAddress(n.first(sc + "url")), Role: n.first(ours+"role", sc+"jobTitle")}
		}
		if c.Name = r.text(n, "", n.path, c.Name, 300); c.Name == "" {
			continue
		}
		c.Role = r.text(n, "", n.path, c.Role, 300)
		out[unused(slug(c.Name), func(id string) bool { _, ok := out[id]; return ok })] = c
	}
	if len(out) == 0 {
		r.find(L2, root.at, "/creator", "required", "nobody is named as the creator", "name a person or organisation")
	}
	return out
}

func unused(id string, taken func(string) bool) string {
	for n, base := 2, id[:min(len(id), 56)]; taken(id); n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

// many reports whether there are more of something than a reader could judge, and notes it: what is left out is never left
// out in silence.
func (r *reader) many(n *node, have int, what string) bool {
	if have < 1000 {
		return false
	}
	r.find(L3, n.at, n.path, "size", "there are more than 1000 "+what, "sum them up")
	return true
}

func day(s string) string {
	s, _, _ = strings.Cut(s, "T")
	ps := document.Problems{}
	if ps.Date("", s); len(ps) > 0 {
		return ""
	}
	return s
}

func (r *reader) day(root *node) string {
	s := root.first(sc + "datePublished")
	d := day(s)
	switch {
	case s == "":
		r.find(L2, root.at, "/datePublished", "required", "the property datePublished is missing", "write the day of publication")
	case d == "":
		r.find(L2, root.at, "/datePublished", "date", fmt.Sprintf("%q is not a day of the calendar", shorten(s)), "write it as in 2024-12-31")
	}
	return d
}

func (r *reader) period(root *node) *datasets.Period {
	for _, s := range append(root.texts(rai+"dataCollectionTimeframe"), root.texts(sc+"temporalCoverage")...) {
		from, to, ok := strings.Cut(s, "/")
		if p := (datasets.Period{From: day(from), To: day(to)}); ok && p.From != "" && p.To >= p.From {
			return &p
		}
	}
	return nil
}

// licence takes the licence over as declared. Nobody has concluded anything yet.
func (r *reader) licence(root *node) licence.Licence {
	out := licence.Licence{Declared: licence.NoAssertion, Concluded: licence.NoAssertion}
	values := root.all(sc + "license")
	if len(values) == 0 {
		r.find(L2, root.at, "/license", "required", "the property license is missing", "write the SPDX identifier, or its address")
		return out
	}
	var ids, words []string
	for _, v := range values {
		word := v.string()
		if v.kind == '{' && word == "" {
			word = v.first("@id", sc+"url", sc+"name", sc+"identifier")
		}
		words = append(words, word)
		if id, ok := spdx(word); ok {
			ids = append(ids, id)
		} else {
			r.find(L3, v.at, v.path, "licence", fmt.Sprintf("the licence %q is not one that SPDX knows", shorten(word)), "name an SPDX identifier; nothing is guessed")
		}
	}
	if len(ids) == len(values) {
		if expression := strings.Join(ids, " AND "); len(ids) == 1 || parses(expression) {
			out.Declared = expression
		} else {
			r.find(L3, root.at, "/license", "licence", "the licences do not join to one expression", "write one SPDX expression")
		}
	}
	out.Evidence = map[string]licence.Evidence{"croissant": {Note: r.text(root, "", "/license", "As the Croissant file says: "+strings.Join(words, ", "), 2000)}}
	return out
}

func parses(expression string) bool { _, err := licence.Parse(expression); return err == nil }

// spdx returns the expression that a licence field means. Two registries name licences by address.
func spdx(word string) (string, bool) {
	for _, registry := range []string{"https://spdx.org/licenses/", "https://choosealicense.com/licenses/"} {
		if rest, ok := strings.CutPrefix(secure(word), registry); ok {
			word = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(rest, "/"), ".html"), ".json")
		}
	}
	if id, ok := licence.Recognise(word); ok {
		return id, true
	}
	return word, word != licence.NoAssertion && word != licence.None && parses(word)
}

func (r *reader) languages(root *node) map[string]document.Decimal {
	out := map[string]document.Decimal{}
	for _, n := range root.all(sc+"inLanguage", cr+"inLanguage") {
		tag := n.string()
		if n.kind == '{' && tag == "" {
			tag = n.first(sc+"alternateName", sc+"identifier", sc+"name")
		}
		ps := document.Problems{}
		if ps.Language("", tag); len(ps) > 0 {
			r.find(L3, n.at, n.path, "language", fmt.Sprintf("%q is not a language tag", shorten(tag)), "write it as BCP 47 says, as in en or pt-BR")
			continue
		}
		share := document.Decimal("0") // not known
		if d, err := document.ParseDecimal(n.first(ours + "share")); n.kind == '{' && err == nil && d.Compare("0") >= 0 && d.Compare("1") <= 0 {
			share = d
		}
		out[tag] = share
	}
	if len(out) == 0 {
		out["und"] = "0"
		r.find(L3, root.at, "/inLanguage", "language", "the language of the data is not stated; the draft says und, undetermined", "write inLanguage")
	}
	return out
}

var relations = []string{"annotated", "copied", "deduplicated", "filtered", "generated", "merged", "sampled", "translated"}

// derivation takes over what the data was made from, where the file says how.
func (r *reader) derivation(root *node) map[string]datasets.Derivation {
	var out map[string]datasets.Derivation
	for _, n := range root.all(prov+"wasDerivedFrom", sc+"isBasedOn") {
		d := datasets.Derivation{Name: n.string(), URL: webAddress(n.string())}
		if n.kind == '{' {
			d = datasets.Derivation{
				Relation: n.first(ours + "relation"), Method: r.text(n, "", n.path, n.first(sc+"description"), 2000),
				Name: n.first(sc+"name", prov+"label", prov+"atLocation", prov+"locatedAt", "@id"),
			}
			for _, address := range n.texts(prov+"atLocation", prov+"locatedAt", sc+"url", "@id") {
				if d.URL = webAddress(address); d.URL != "" {
					break
				}
			}
			if digest, err := document.ParseDigest(n.first(ours + "manifest")); err == nil {
				d.Manifest = digest
			}
		}
		d.Name = r.text(n, "", n.path, d.Name, 300)
		if !slices.Contains(relations, d.Relation) || d.Name == "" {
			r.find(L3, n.at, n.path, "derivation", fmt.Sprintf("the data was derived from %q, and nothing says how", shorten(d.Name)), "name the relation ("+strings.Join(relations, ", ")+") in the draft")
			continue
		}
		if r.many(n, len(out), "origins") {
			break
		}
		if out == nil {
			out = map[string]datasets.Derivation{}
		}
		id := slug(d.Name)
		if given := n.first(ours + "id"); document.IsID(given) {
			id = given
		}
		out[unused(id, func(id string) bool { _, ok := out[id]; return ok })] = d
	}
	return out
}

func category(root *node, status string) string {
	if c := root.first(ours + "sourceCategory"); c != "" {
		return c // the manifest's own check knows the classes
	}
	for _, s := range root.texts(rai + "dataCollectionType") {
		if strings.EqualFold(s, "Web Scraping") || strings.EqualFold(s, "Web Crawling") {
			return "web-crawl"
		}
	}
	if status == "public" {
		return "public-dataset"
	}
	return "other"
}

// webAddress returns s if a manifest may hold it as a link.
func webAddress(s string) string {
	ps := document.Problems{}
	if ps.URL("", s); len(ps) > 0 {
		return ""
	}
	return s
}

// slug makes an id of a name.
func slug(name string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(name) {
		if (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') {
			b.WriteRune(c)
		} else if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
			b.WriteByte('-')
		}
		if b.Len() >= 64 {
			break
		}
	}
	if id := strings.Trim(b.String(), "-"); id != "" {
		return id
	}
	return "data"
}

func dashed(version string) string { return strings.ReplaceAll(version, ".", "-") }

// files takes the files over that the data set can be fetched as: with digest and size, or not at all.
func (r *reader) files(d description, m *datasets.Manifest) {
	root := d.root
	m.Files = map[string]datasets.File{}
	determined := map[*resource]bool{}
	for _, f := range d.files {
		if f.set || len(f.container) > 0 && f.first(sc+"contentUrl") == "" {
			continue
		}
		sum, sound := r.digest(f)
		determined[f] = sound
		if webAddress(f.first(sc+"contentUrl")) != "" && sound {
			m.Availability.Status = "public"
		}
		if f.first(ours+"root") != "" {
			r.index(f, sum, m)
			continue
		}
		name := filePath(f)
		size, exact := bytesOf(f.first(sc + "contentSize"))
		if !exact {
			r.find(L3, f.at, f.path+"/contentSize", "size", fmt.Sprintf("the exact size of %q is not stated, so the draft leaves the file out", shorten(f.id)), `write it in bytes, as in "117743 B"`)
		}
		if !sound || !exact {
			continue
		}
		if _, twice := m.Files[name]; twice || name == "" {
			r.find(L3, f.at, f.path, "path", fmt.Sprintf("%q does not name a file of its own", shorten(f.id)), "give it a relative path as @id")
			continue
		}
		m.Files[name] = datasets.File{SHA256: sum, Size: size, Format: format(r.text(f.node, "", f.path, f.first(sc+"encodingFormat", cr+"encodingFormat"), 300))}
		var over uint64
		if m.Size.Bytes, over = sum64(m.Size.Bytes, size); over != 0 {
			r.find(L3, f.at, f.path+"/contentSize", "size", "the files are larger together than any store", "correct the sizes")
			m.Size.Bytes = 0
		}
	}
	for _, f := range d.files {
		if f.set && !slices.ContainsFunc(f.container, func(c *resource) bool { return determined[c] && (archive(c) || c.first(ours+"root") != "") }) {
			r.find(L3, f.at, f.path, "undetermined", fmt.Sprintf("no digest fixes the files of the FileSet %q", shorten(f.id)), "import the list of its files with their digests, or name the archive that holds them")
		}
	}
	if len(m.Files) > 0 && m.Index != nil {
		r.find(L3, root.at, "/distribution", "files", "there are both files and an index of files", "keep one of them")
		m.Index = nil
	}
	if m.Index != nil {
		m.Size.Bytes = m.Index.Bytes
	}
	if len(m.Files) == 0 && m.Index == nil {
		r.find(L3, root.at, "/distribution", "files", "no file is fixed by a digest and a size", "describe the files with sha256 and contentSize")
		m.Availability = datasets.Availability{Status: "unpublished", Note: "The Croissant file fixes no file by digest and size."}
	} else {
		m.Availability = datasets.Availability{Status: "public"}
	}
	m.Size.Documents = count(root.first(ours + "documents"))
	for _, n := range root.all(ours + "tokens") {
		if id, tokens := n.first(ours+"tokenizer"), count(n.first(ours+"count")); n.kind == '{' && document.IsID(id) && tokens > 0 {
			m.Size.Tokens[id] = tokens
		}
	}
	if len(m.Files) == 0 {
		m.Files = nil
	}
}

func sum64(a, b int64) (int64, uint64) {
	s, carry := bits.Add64(uint64(a), uint64(b), 0)
	return int64(s), carry | s>>53
}

func count(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > 1<<50 {
		return 0
	}
	return n
}

// digest returns the file's SHA-256, and notes what stands there instead of one.
func (r *reader) digest(f *resource) (document.Digest, bool) {
	s := f.first(sc+"sha256", cr+"sha256")
	d, err := document.ParseDigest(strings.ToLower(s))
	at := f.path + "/sha256"
	switch {
	case err == nil && !d.IsZero() && d != document.Sum(nil):
		return d, true
	case s == "" && f.first(cr+"md5", sc+"md5") != "":
		r.find(L3, f.at, at, "sha256", fmt.Sprintf("%q has an md5 alone, which proves nothing", shorten(f.id)), "compute its SHA-256")
	case s == "":
		r.find(L2, f.at, at, "sha256", fmt.Sprintf("%q has no sha256", shorten(f.id)), "compute it")
	case err == nil && d.IsZero():
		r.find(L2, f.at, at, "fake-hash", "the sha256 is all zeros", "compute it from the file")
	case err == nil:
		r.find(L2, f.at, at, "fake-hash", "the sha256 is that of no bytes at all", "compute it from the file")
	default:
		r.find(L2, f.at, at, "fake-hash", fmt.Sprintf("the sha256 of %q is no digest: %q %s", shorten(f.id), shorten(s), resembles(s)), "compute it from the file; it has 64 hexadecimal digits")
	}
	return document.Digest{}, false
}

// resembles says what stands where a digest should.
func resembles(s string) string {
	hexadecimal := strings.Trim(strings.ToLower(s), "0123456789abcdef") == ""
	switch {
	case strings.Contains(s, "://"):
		return "is an address"
	case hexadecimal && len(s) == 32:
		return "is as long as an MD5"
	case hexadecimal && len(s) == 40:
		return "is as long as a SHA-1"
	case len(s) == 44 && strings.HasSuffix(s, "="):
		return "looks like base64"
	case hexadecimal:
		return fmt.Sprintf("has %d digits", len(s))
	}
	return "is a word"
}

// filePath returns the path under which a file is listed: its @id, its name or the end of its address.
func filePath(f *resource) string {
	address, _ := url.Parse(f.first(sc + "contentUrl"))
	last := ""
	if address != nil {
		last = path.Base(address.Path)
	}
	unescaped, err := url.PathUnescape(f.id)
	if name := f.first(sc + "name"); err == nil && unescaped == name && document.IsFilePath(name) {
		return name // an @id holds no blanks, so Export escapes them
	}
	for _, s := range []string{f.id, f.first(sc + "name"), last} {
		if document.IsFilePath(s) && norm.NFC.IsNormalString(s) {
			return s
		}
	}
	return ""
}

// bytesOf reads a contentSize. Only whole bytes are exact.
func bytesOf(s string) (int64, bool) {
	for _, unit := range []string{"Bytes", "bytes", "B"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, unit))
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && n > 0 && n <= 1<<50
}

// archive reports whether a file holds others, rather than naming them.
func archive(f *resource) bool {
	format, address := f.first(sc+"encodingFormat", cr+"encodingFormat"), f.first(sc+"contentUrl")
	return strings.HasSuffix(format, "zip") && !strings.HasSuffix(format, "gzip") || strings.Contains(format, "tar") ||
		strings.HasSuffix(address, ".tar.gz") || strings.HasSuffix(address, ".tgz")
}

// index takes over a list of files as Export names it.
func (r *reader) index(f *resource, sum document.Digest, m *datasets.Manifest) {
	root, err := document.ParseDigest(f.first(ours + "root"))
	if err != nil || sum.IsZero() {
		r.find(L3, f.at, f.path, "index", "the index of files has no digest or root", "export it again")
		return
	}
	m.Index = &datasets.Index{SHA256: sum, Root: root, Files: count(f.first(ours + "files")), Bytes: count(f.first(ours + "bytes"))}
}

// mediaTypes pairs media types with the short words of manifests.
var mediaTypes = []struct{ media, word string }{
	{"text/csv", "csv"}, {"text/tab-separated-values", "tsv"}, {"text/plain", "txt"}, {"text/html", "html"}, {"text/xml", "xml"},
	{"application/json", "json"}, {"application/jsonlines", "jsonl"}, {"application/jsonl", "jsonl"}, {"application/x-jsonlines", "jsonl"},
	{"application/vnd.apache.parquet", "parquet"}, {"application/x-parquet", "parquet"}, {"application/parquet", "parquet"},
	{"application/zip", "zip"}, {"application/gzip", "gz"}, {"application/x-gzip", "gz"}, {"application/x-bzip2", "bz2"}, {"application/zstd", "zst"}, {"application/x-tar", "tar"},
	{"application/warc", "warc"}, {"application/epub+zip", "epub"}, {"application/pdf", "pdf"},
}

func format(media string) string {
	for _, t := range mediaTypes {
		if t.media == media {
			return t.word
		}
	}
	return strings.TrimPrefix(media, "application/x-")
}

func media(format string) string {
	for _, t := range mediaTypes {
		if t.word == format {
			return t.media
		}
	}
	if strings.Contains(format, "/") {
		return format
	}
	return "application/x-" + format
}
