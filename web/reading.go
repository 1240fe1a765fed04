package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/web/view"
)

// reader lays a document out in the order in which people ask: what is it, how does it behave, what keeps it safe, under
// which terms, from what was it made. What no section takes is shown at the end, so a page never leaves a field out.
type reader struct {
	presenter
	document Document
	href     string // the page of the document's head
	values   map[string]any
	taken    map[string]bool // leaves that stand in a section, by path
	leaves   []string        // all of them, in the order of their paths
	sections []view.DocSection
}

// sections lays out a document of any kind; kinds without an order of their own are shown as they come.
func (p presenter) sections(d Document) []view.DocSection {
	p.names = d.Names
	r := &reader{presenter: p, document: d, href: documentHref(d.Head), taken: map[string]bool{}}
	decoder := json.NewDecoder(bytes.NewReader(d.Raw))
	decoder.UseNumber()
	changes, err := document.Diff(nil, d.Raw)
	if decoder.Decode(&r.values) != nil || err != nil {
		return nil // the record holds no such document
	}
	for _, c := range changes {
		r.leaves = append(r.leaves, c.Path)
	}
	switch {
	case strings.HasPrefix(d.Kind, "peritus/model-spec/"):
		r.spec()
	case strings.HasPrefix(d.Kind, "peritus/dataset/"):
		r.manifest()
	case strings.HasPrefix(d.Kind, "peritus/mixture/"):
		r.mixture()
	case strings.HasPrefix(d.Kind, "peritus/policy/"):
		r.policy()
	}
	r.rest()
	return r.sections
}

func (r *reader) spec() {
	r.section("about", r.fields("/summary"), r.entries("/tasks"), r.entries("/languages"), r.part("/modalities"), r.fields("/integration"), r.part("/producer"), r.entries("/links"))
	r.section("behaviour", r.fields("/behaviour/systemPrompt"), r.groups("/behaviour/clauses"), r.table("/behaviour/tools", "policy", "reason"))
	r.section("limits", r.entries("/prohibitedUses"), r.entries("/limitations"), r.part("/acceptableUse"))
	r.section("safety", r.table("/safety/filters", "action", "stage", "threshold", "failClosed", "classifier"))
	r.section("evaluations", r.table("/evaluations", "suite", "metric", "comparator", "threshold", "result/value", "result/measured"))
	r.section("inference", r.table("/inference/sampling", "value", "minimum", "maximum"), r.fields("/inference/stop"))
	r.section("licence", r.within("/licence", "/licence"))
	r.section("training", r.within("/training", "/training/mixture", "/training/method", "/training/cutOff"), r.entries("/training/design"), r.within("/training", "/training"))
	r.section("model", r.table("/lineage", "relation", "name", "version", "licence"), r.part("/architecture"), r.part("/tokenizer"), r.part("/remoteCode"),
		r.table("/weights/files", "size", "format", "sha256"), r.within("/weights", "/weights"))
	r.section("running", r.part("/runtime"), r.table("/rollout/stages", "percent", "after"), r.part("/rollout"))
	r.section("identity", r.fields("/name", "/version", "/id", "/schema", "/parent"))
}

func (r *reader) manifest() {
	r.section("data", r.fields("/summary"), r.table("/creators", "name", "role"), r.fields("/published"), r.part("/collected"), r.part("/source"),
		r.table("/derivation", "relation", "name", "method"), r.entries("/links"))
	r.section("rights", r.part("/licence"), r.within("/rights", "/rights/basis", "/rights/note"), r.table("/rights/optOuts", "mechanism", "honoured"))
	r.section("people", r.within("/personalData", "/personalData/contains", "/personalData/note"), r.table("/personalData/scans", "tool", "version", "findings"))
	r.section("content", r.entries("/languages"), r.within("/size", "/size/documents", "/size/bytes"), r.entries("/size/tokens"), r.entries("/uses"), r.entries("/prohibitedUses"), r.entries("/limitations"))
	r.section("files", r.part("/availability"), r.table("/files", "size", "format", "sha256"), r.part("/index"), r.part("/imported"), r.part("/withdrawn"))
	r.section("identity", r.fields("/name", "/version", "/id", "/schema", "/parent"))
}

func (r *reader) mixture() {
	r.section("mixture", r.fields("/summary", "/budget", "/tokenizer"))
	for _, stage := range r.keys("/stages") {
		at := document.Pointer("/stages", stage)
		r.section("stage", r.within(at, at+"/summary", at+"/order", at+"/tokens"), r.table(at+"/sources", "manifest", "weight", "minimum", "maximum"))
		r.sections[len(r.sections)-1].Title = r.T("doc.stage", "stage", stage)
		r.sections[len(r.sections)-1].ID = "part" + at
	}
	r.section("identity", r.fields("/name", "/version", "/id", "/schema", "/parent"))
}

func (r *reader) policy() {
	r.section("weight", r.within("/weight", "/weight"))
	for _, kind := range r.keys("/kinds") {
		at := document.Pointer("/kinds", kind)
		r.section("rules", r.within(at+"/rules", at+"/rules"), r.part(at+"/evaluators"), r.part(at+"/emergency"), r.table(at+"/grounds", "domain", "experts"), r.points(at+"/paths"))
		s := &r.sections[len(r.sections)-1]
		s.Title, s.ID = r.T("doc.rules", "kind", r.kindTitle(kind)), "part"+at
	}
	r.section("channels", r.table("/channels", "head", "delay", "validity"), r.fields("/council", "/nodes"))
	r.section("identity", r.fields("/name", "/version", "/id", "/schema", "/parent"))
}

// section adds what its blocks hold; without any it is left out.
func (r *reader) section(key string, blocks ...[]view.DocBlock) {
	s := view.DocSection{ID: "part-" + key, Title: r.T("doc." + key), Blocks: slices.Concat(blocks...)}
	if r.Has("doc." + key + ".about") {
		s.About = r.T("doc." + key + ".about")
	}
	if len(s.Blocks) > 0 {
		r.sections = append(r.sections, s)
	}
}

// rest shows what no section took.
func (r *reader) rest() {
	var left []string
	for _, path := range r.leaves {
		if !r.taken[path] {
			left = append(left, path)
		}
	}
	r.section("rest", r.fields(left...))
}

// fields lists every leaf at or below the given places that stands nowhere yet.
func (r *reader) fields(paths ...string) []view.DocBlock { return r.within("", paths...) }

// within lists them under a heading that says already where they are.
func (r *reader) within(base string, paths ...string) []view.DocBlock {
	var b view.DocBlock
	for _, path := range paths {
		for _, leaf := range r.below(path) {
			if !r.taken[leaf] {
				b.Fields = append(b.Fields, r.field(leaf, strings.TrimPrefix(r.words(leaf), r.words(base)+" › ")))
			}
		}
	}
	if len(b.Fields) == 0 {
		return nil
	}
	return []view.DocBlock{b}
}

// part lists what is below a place under a heading of its own.
func (r *reader) part(path string) []view.DocBlock {
	blocks := r.within(path, path)
	for i := range blocks {
		blocks[i].Title, blocks[i].ID = r.label(path), path
	}
	return blocks
}

// entries lists a map from ids to single values.
func (r *reader) entries(path string) []view.DocBlock {
	b := view.DocBlock{Title: r.label(path), ID: path}
	for _, leaf := range r.below(path) {
		if !r.taken[leaf] {
			b.Fields = append(b.Fields, r.field(leaf, r.label(leaf)))
		}
	}
	if len(b.Fields) == 0 {
		return nil
	}
	return []view.DocBlock{b}
}

// groups gives each entry of a map a heading of its own.
func (r *reader) groups(path string) []view.DocBlock {
	var blocks []view.DocBlock
	for _, key := range r.keys(path) {
		at := document.Pointer(path, key)
		b := view.DocBlock{Title: r.label(path) + ": " + r.label(at), ID: at, Clause: true}
		// What it says comes before what is said about it.
		for _, leaf := range slices.Concat(r.below(at+"/text"), r.below(at)) {
			if !r.taken[leaf] {
				b.Fields = append(b.Fields, r.field(leaf, r.label(leaf)))
			}
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// table lists the entries of a map, one in each row; whatever has no column follows below.
func (r *reader) table(path string, columns ...string) []view.DocBlock {
	keys := r.keys(path)
	if len(keys) == 0 {
		return nil
	}
	t := &view.DocTable{Head: r.label(path)}
	for _, column := range columns {
		t.Columns = append(t.Columns, view.DocColumn{Text: r.label(path + "/*/" + column)})
	}
	more := view.DocBlock{Title: r.T("doc.more", "what", r.label(path)), ID: "more" + path, Folded: true}
	for _, key := range keys {
		at := document.Pointer(path, key)
		row := view.DocRow{ID: at, Head: r.label(at), Hint: r.hint(at)}
		var by []string
		for i, column := range columns {
			leaf := at + "/" + column
			v, there := r.value(leaf)
			cell := view.DocCell{}
			if there {
				f := r.field(leaf, "")
				_, number := v.(json.Number)
				cell = view.DocCell{Text: f.Text, Href: f.Href, Mono: f.Mono, Num: number || f.Number}
				t.Columns[i].Num = t.Columns[i].Num || cell.Num
				by = append(by, leaf)
			}
			row.Cells = append(row.Cells, cell)
		}
		row.By = r.by(by...)
		t.Rows = append(t.Rows, row)
		for _, leaf := range r.below(at) {
			if !r.taken[leaf] {
				more.Fields = append(more.Fields, r.field(leaf, strings.TrimPrefix(r.words(leaf), r.words(path)+" › ")))
			}
		}
	}
	blocks := []view.DocBlock{{Title: r.label(path), ID: path, Table: t}}
	if len(more.Fields) > 0 {
		blocks = append(blocks, more)
	}
	return blocks
}

// points lists whose field each place of a kind of documents is, as a policy says it.
func (r *reader) points(path string) []view.DocBlock {
	keys := r.keys(path)
	if len(keys) == 0 {
		return nil
	}
	t := &view.DocTable{Head: r.T("doc.place"), Columns: []view.DocColumn{{Text: r.T("doc.points")}}}
	for _, key := range keys {
		at := document.Pointer(path, key)
		row := view.DocRow{ID: at, Head: r.words(strings.TrimSuffix(strings.TrimSuffix(key, "/**"), "/*"))}
		if row.Head == "" {
			row.Head = r.T("doc.place.other")
		}
		var words []string
		for _, leaf := range r.below(at) {
			r.taken[leaf] = true
			if domain := strings.TrimPrefix(leaf, at+"/"); domain != leaf {
				v, _ := r.value(leaf)
				words = append(words, r.domain(unescape(domain))+" "+fmt.Sprint(v))
			}
		}
		if len(words) == 0 {
			words = []string{r.T("doc.points.none")}
		}
		row.Cells, row.By = []view.DocCell{{Text: strings.Join(words, ", ")}}, r.by(r.below(at)...)
		t.Rows = append(t.Rows, row)
	}
	return []view.DocBlock{{Title: r.T("doc.places"), ID: path, Table: t}}
}

// field shows one leaf, and with a text that the document names by digest the text.
func (r *reader) field(leaf, label string) view.DocField {
	f := view.DocField{ID: leaf, Label: label, Hint: r.hint(leaf), By: r.by(leaf)}
	r.taken[leaf] = true
	for at, text := range r.document.Texts {
		if leaf == at || strings.HasPrefix(leaf, at+"/") {
			for _, part := range r.below(at) {
				r.taken[part] = true
			}
			f.ID, f.Label, f.Hint, f.Text, f.Long, f.Quote, f.By = at, r.label(at), r.hint(at), text, true, true, r.by(r.below(at)...)
			return f
		}
	}
	v, _ := r.value(leaf)
	f.Text = r.at(leaf, v)
	f.Mono = isHex(f.Text)
	f.Number = isDecimal(v)
	if text, ok := v.(string); ok {
		if ref, known := r.reference(text); known {
			f.Href = versionHref(ref)
		}
	}
	f.Long = !f.Mono && len(f.Text) > 90 || strings.Contains(f.Text, "\n")
	return f
}

// by names the version that decided the latest of some leaves.
func (r *reader) by(leaves ...string) *view.By {
	latest := -1
	for _, leaf := range leaves {
		if i, known := r.document.Decided[leaf]; known && (latest < 0 || i < latest) {
			latest = i
		}
	}
	if latest < 0 || latest >= len(r.document.History) {
		return nil
	}
	return r.decider(r.document.History[latest], r.href)
}

// decider names a version and what decided it.
func (p presenter) decider(v Version, href string) *view.By {
	if v.Proposal.IsZero() {
		return &view.By{Version: v.Version, Href: href + "?version=" + v.Digest.String(), Title: p.T("document.genesis")}
	}
	return &view.By{Version: v.Version, Href: "/proposals/" + v.Proposal.String(), Title: v.Title, Voted: true}
}

// versionHref is the page of a version, or its bytes where it was never in force.
func versionHref(ref DocumentRef) string {
	if ref.Head == "" {
		return "/blob/sha256/" + ref.Digest.String()
	}
	return documentHref(ref.Head) + "?version=" + ref.Digest.String()
}

// value finds a place in the document.
func (r *reader) value(path string) (any, bool) {
	var v any = r.values
	for _, key := range segments(path) {
		object, ok := v.(map[string]any)
		if !ok {
			return nil, false
		}
		if v, ok = object[key]; !ok {
			return nil, false
		}
	}
	return v, true
}

// usual is the order in which the settings of sampling are spoken of.
var usual = []string{"temperature", "topP", "topK", "minP", "typicalP", "repetitionPenalty", "repetitionWindow", "presencePenalty", "frequencyPenalty", "maxNewTokens", "minNewTokens", "seed"}

// keys lists the members of an object: in the usual order where there is one, else sorted.
func (r *reader) keys(path string) []string {
	v, _ := r.value(path)
	object, _ := v.(map[string]any)
	keys := sortedKeys(object)
	if path == "/inference/sampling" {
		slices.SortStableFunc(keys, func(a, b string) int { return slices.Index(usual, a) - slices.Index(usual, b) })
	}
	return keys
}

// below lists the leaves at or below a place.
func (r *reader) below(path string) []string {
	var out []string
	for _, leaf := range r.leaves {
		if leaf == path || strings.HasPrefix(leaf, path+"/") {
			out = append(out, leaf)
		}
	}
	return out
}

/* WORDS FOR PLACES AND VALUES */

func segments(pointer string) []string {
	if pointer == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i := range parts {
		parts[i] = unescape(parts[i])
	}
	return parts
}

func unescape(part string) string { return strings.NewReplacer("~1", "/", "~0", "~").Replace(part) }

// keyed are the objects whose keys are ids that people chose, and not names of fields.
var keyed = []string{"arguments", "channels", "clauses", "creators", "derivation", "design", "evaluations", "evidence", "files", "filters", "kinds", "languages", "limitations",
	"lineage", "links", "optOuts", "paths", "prohibitedUses", "scans", "signedBy", "sources", "stages", "tasks", "tokens", "tools", "uses"}

// isID says whether the last part of a place is such an id. A clause may be called "sources": what is below it are fields.
func isID(parts []string) bool {
	id := false
	for i := 1; i < len(parts); i++ {
		id = !id && slices.Contains(keyed, parts[i-1])
	}
	return id
}

// label is the last part of a place in words.
func (p presenter) label(pointer string) string {
	parts := segments(pointer)
	if len(parts) == 0 {
		return ""
	}
	key := parts[len(parts)-1]
	if isID(parts) {
		if parts[len(parts)-2] == "languages" {
			return p.tongue(key)
		}
		return key
	}
	if p.Has("field." + key) {
		return p.T("field." + key)
	}
	return keyWords(key)
}

// words writes a whole place: "Inference › Sampling › Temperature".
func (p presenter) words(pointer string) string {
	var out []string
	at := ""
	for _, part := range strings.Split(pointer, "/")[1:] {
		at += "/" + part
		out = append(out, p.label(at))
	}
	return strings.Join(out, " › ")
}

// hint says in plain words what a field means whose name is a term of the trade.
func (p presenter) hint(pointer string) string {
	parts := segments(pointer)
	if len(parts) == 0 || isID(parts) {
		return ""
	}
	if key := "hint." + parts[len(parts)-1]; p.Has(key) {
		return p.T(key)
	}
	return ""
}

// tongue is the name of a language in the language of the page.
func (p presenter) tongue(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.Tags(p.Tag).Name(t); name != "" {
		return name + " (" + tag + ")"
	}
	return tag
}

// at writes the value of a place as a person would: with its unit, and words of a fixed list in the language of the page.
func (p presenter) at(pointer string, v any) string {
	parts := segments(pointer)
	key, parent, grandparent := "", "", ""
	if n := len(parts); n > 0 {
		key = parts[n-1]
		if isID(parts) {
			parent = parts[n-2]
		}
		if n > 2 && isID(parts[:n-1]) {
			grandparent = parts[n-3]
		}
	}
	switch v := v.(type) {
	case string:
		return p.word(key, parent, v)
	case []any:
		words := make([]string, len(v))
		for i, one := range v {
			text, ok := one.(string)
			if key != "levelPower" || !ok {
				return p.plain(v)
			}
			words[i] = p.word(key, parent, text)
		}
		if len(v) == 0 {
			return p.plain(v)
		}
		return strings.Join(words, "; ")
	case json.Number:
		n, err := v.Int64()
		if err != nil {
			return v.String()
		}
		return p.number(key, grandparent, n)
	case map[string]any:
		if len(v) == 0 {
			return p.T("value.none")
		}
		var lines []string
		keys := sortedKeys(v)
		slices.SortStableFunc(keys, func(a, b string) int { return byRank(a) - byRank(b) })
		for _, k := range keys {
			at := document.Pointer(pointer, k)
			if _, deep := v[k].(map[string]any); deep {
				lines = append(lines, p.label(at)+":\n  "+strings.ReplaceAll(p.at(at, v[k]), "\n", "\n  "))
				continue
			}
			lines = append(lines, p.label(at)+": "+p.at(at, v[k]))
		}
		return strings.Join(lines, "\n")
	}
	return p.plain(v)
}

// byRank puts what a thing says before what is said about it.
func byRank(key string) int {
	if i := slices.Index([]string{"text", "name", "manifest", "weight", "summary", "value"}, key); i >= 0 {
		return i
	}
	return 9
}

// word writes a text. Words of a fixed list are translated; all others are the document's own.
func (p presenter) word(key, parent, text string) string {
	if parent == "languages" {
		key = "languages"
		if isDecimal(text) {
			return p.portion(text)
		}
	}
	if ref, known := p.reference(text); known {
		return strings.TrimSpace(ref.Title + " " + ref.Version)
	}
	if p.Has("enum." + key + "." + text) {
		return p.T("enum." + key + "." + text)
	}
	switch key {
	case "published", "from", "to", "cutOff", "started", "finished":
		if t, err := document.ParseTime(text + "T00:00:00Z"); err == nil {
			return p.Date(int64(t))
		}
	case "measured", "at":
		if t, err := document.ParseTime(text); err == nil {
			return p.DateTime(int64(t))
		}
	case "levelPower", "memberFloor":
		if n, err := strconv.ParseUint(text, 10, 64); err == nil {
			return p.Locale.Micro(n)
		}
	}
	return p.plain(text)
}

// reference finds the document of the record that a text names by its digest.
func (p presenter) reference(text string) (DocumentRef, bool) {
	digest, err := document.ParseDigest(text)
	if err != nil {
		return DocumentRef{}, false
	}
	ref, known := p.names[digest]
	return ref, known
}

// portion writes a decimal share of the text in one language.
func (p presenter) portion(decimal string) string {
	if decimal == "0" {
		return p.T("enum.languages.unknown")
	}
	if share, ok := new(big.Rat).SetString(decimal); ok && share.Sign() > 0 && share.Cmp(big.NewRat(1, 1)) <= 0 {
		return p.T("enum.languages.share", "share", p.Part(new(big.Int).Div(new(big.Int).Mul(share.Num(), big.NewInt(whole)), share.Denom()).Int64()))
	}
	return decimal
}

func (p presenter) number(key, grandparent string, n int64) string {
	switch key {
	case "memoryBytes", "bytes", "size":
		return p.Bytes(n)
	case "after", "halfLife", "review", "voting", "grace", "window", "delay", "validity", "cooldown", "extension", "late", "patience", "ruling", "swing", "ratify":
		return p.Span(n)
	case "percent":
		return p.Percent(uint64(n) * 10_000)
	case "weight", "minimum", "maximum":
		if grandparent == "sources" {
			return p.Part(n)
		}
	case "documents":
		if n == 0 {
			return p.T("enum.size.unknown")
		}
	}
	return p.Int(n)
}

// Part writes a share in units of 10^-12 as a percentage with up to four decimals; a share that is less than that is given
// exactly.
func (p presenter) Part(n int64) string {
	digits := 4
	if 0 < n && n < 1_000_000 {
		digits = 10
	}
	return p.part(n, digits)
}

// exactly writes a share in units of 10^-12 as a percentage with all its decimals.
func (p presenter) exactly(n int64) string { return p.part(n, 10) }

func (p presenter) part(n int64, digits int) string {
	unit := int64(10_000_000_000) // a hundredth of the whole
	whole, rest := n/unit, fmt.Sprintf("%010d", n%unit)
	text := strconv.FormatInt(whole, 10)
	if rest = strings.TrimRight(rest[:digits], "0"); rest != "" {
		text += p.T("number.decimal") + rest
	}
	return text + p.T("number.percent")
}

// Bytes writes a size in the largest fitting unit, and exactly where that rounds.
func (p presenter) Bytes(n int64) string {
	if n == 0 {
		return p.T("enum.size.unknown")
	}
	units := []string{"kB", "MB", "GB", "TB", "PB"}
	exact := p.N("size.bytes", int(n))
	if n < 1000 {
		return exact
	}
	unit, divisor := 0, int64(1000)
	for n/divisor >= 1000 && unit < len(units)-1 {
		divisor *= 1000
		unit++
	}
	tenths := n / (divisor / 10)
	text := p.Int(tenths / 10)
	if tenths%10 != 0 {
		text += p.T("number.decimal") + strconv.FormatInt(tenths%10, 10)
	}
	return p.T("size.about", "size", text+"\u202f"+units[unit], "exact", exact)
}

// isDecimal says whether a value is a number, or a number written as a text.
func isDecimal(v any) bool {
	s, ok := v.(string)
	return ok && s != "" && len(s) < 24 && strings.Trim(s, "0123456789.-") == "" && !strings.Contains(s[1:], "-")
}

func (p presenter) kindTitle(schema string) string {
	if p.Has("kindtitle." + strings.TrimSuffix(strings.TrimPrefix(schema, "peritus/"), "/v1")) {
		return p.T("kindtitle." + strings.TrimSuffix(strings.TrimPrefix(schema, "peritus/"), "/v1"))
	}
	return schema
}
