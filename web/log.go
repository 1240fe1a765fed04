package web

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/web/view"
)

// pageSize is how many entries a page of the log holds.
const pageSize = 50

const (
	forever = "public, max-age=31536000, immutable" // for what is named by its content or can never change
	briefly = "public, max-age=1, must-revalidate"  // for what the next second may replace
)

func (a *App) logPage(c *fiber.Ctx) error {
	before := int64(-1)
	if b := c.Query("before"); b != "" {
		n, err := numberOf(b, "before")
		if err != nil {
			return err
		}
		before = int64(n)
	}
	l, err := a.service.LogPage(c.UserContext(), before, pageSize)
	if err != nil {
		return err
	}
	p, i := a.presenter(c), a.service.Instance()
	m := view.Log{
		Facts: []view.Fact{
			{Label: p.T("log.size"), Text: p.N("log.entries.count", int(l.Size))},
			{Label: p.T("log.root"), Text: l.Root, Mono: true},
			{Label: p.T("log.anchored"), Text: p.T("log.anchored.none")},
			{Label: p.T("log.origin"), Text: i.Origin},
		},
		Checkpoint: string(l.Checkpoint), Command: "peritus verify --genesis " + i.Genesis.String() + " " + c.BaseURL(),
	}
	if l.Anchored.Size > 0 {
		m.Facts[2].Text = p.T("log.anchored.at", "size", p.Int(l.Anchored.Size), "block", p.Int(int64(l.Anchored.Block)))
	}
	for _, e := range l.Entries {
		row := view.LogRow{Index: p.Int(e.Index), Href: entryHref(e.Index), Kind: p.kind(e.Kind), When: p.moment(e.Time), Words: p.said(e), Link: p.logLink(e.Link)}
		if e.Actor != (Person{}) {
			w := p.who(e.Actor)
			row.Actor = &w
		}
		m.Rows = append(m.Rows, row)
	}
	if l.Older >= 0 {
		m.Older = "/log?before=" + strconv.FormatInt(l.Older, 10)
	}
	if before >= 0 {
		m.Newest = "/log"
	}
	return a.render(c, view.LogPage(a.frame(c, "log", "nav.log"), m))
}

func (p presenter) kind(kind string) string {
	if p.Has("kind." + kind) {
		return p.T("kind." + kind)
	}
	return kind
}

// said is one sentence on what an entry records.
func (p presenter) said(e LogLine) string {
	key := "said." + e.Kind
	if !p.Has(key) {
		return p.kind(e.Kind)
	}
	outcome := e.Outcome
	if p.Has("status." + outcome) {
		outcome = p.status(outcome).Text
	} else if p.Has("void." + outcome) {
		outcome = p.T("void." + outcome)
	}
	choice := p.choice(e.Choice)
	if e.Kind == "act" {
		choice = p.act(e.Choice)
	}
	if p.Has("badge.reason." + outcome) {
		outcome = " (" + p.T("badge.reason."+outcome) + ")"
	}
	said := p.N(key, int(e.Number), "who", p.named(e.Actor), "title", e.Title, "choice", choice, "outcome", outcome, "block", p.Int(int64(e.Block)))
	if e.Posted > 0 {
		said = p.T("said.posted", "said", said, "block", p.Int(int64(e.Posted)))
	}
	return said
}

func (p presenter) logLink(l *LogLink) *view.Link {
	switch {
	case l == nil:
		return nil
	case l.Revision != nil:
		return &view.Link{Text: p.T("log.to.proposal"), Href: "/proposals/" + l.Revision.String()}
	case l.Release != nil:
		return &view.Link{Text: p.T("log.to.release"), Href: releaseHref(l.Release.Channel, l.Release.Sequence)}
	case l.Request > 0:
		return &view.Link{Text: p.T("log.to.request"), Href: requestHref(l.Request)}
	case l.Badge > 0:
		return &view.Link{Text: p.T("log.to.badge"), Href: badgeHref(l.Badge)}
	case l.Head != "":
		return &view.Link{Text: p.T("log.to.document"), Href: documentHref(l.Head)}
	}
	return nil
}

func (a *App) entryPage(c *fiber.Ctx) error {
	index, err := indexParam(c)
	if err != nil {
		return err
	}
	e, err := a.service.LogEntry(c.UserContext(), index)
	if err != nil {
		return err
	}
	p, page, i := a.presenter(c), a.frame(c, "log", "nav.log"), a.service.Instance()
	page.Title, page.Verify = p.T("entry.title", "n", p.Int(index)), true
	when := p.moment(e.Time)
	m := view.Entry{
		Title: p.T("entry.title", "n", p.Int(index)), Lede: p.said(e.LogLine), Link: p.logLink(e.Link), Pretty: indentRaw(e.Raw), Raw: string(e.Raw),
		Index: strconv.FormatInt(index, 10), LeafHash: e.LeafHash, Size: strconv.FormatInt(e.TreeSize, 10), Root: e.Root, Proof: e.Proof,
		Checkpoint: string(e.Checkpoint), Command: "peritus verify --genesis " + i.Genesis.String() + " " + c.BaseURL(),
		Facts: []view.Fact{{Label: p.T("entry.kind"), Text: p.kind(e.Kind)}, {Label: p.T("entry.time"), When: &when}},
	}
	if e.Actor != (Person{}) {
		w := p.who(e.Actor)
		m.Facts = append(m.Facts, view.Fact{Label: p.T("entry.actor"), Who: &w})
	}
	m.Facts = append(m.Facts, view.Fact{Label: p.T("entry.bytes"), Text: p.N("entry.bytes.count", len(e.Raw))})
	if index > 0 {
		m.Previous = entryHref(index - 1)
	}
	if index+1 < e.TreeSize {
		m.Next = entryHref(index + 1)
	}
	return a.render(c, view.EntryPage(page, m))
}

func (a *App) checkpoint(c *fiber.Ctx) error {
	raw, err := a.service.Checkpoint(c.UserContext())
	if err != nil {
		return err
	}
	return file(c, "text/plain; charset=utf-8", briefly, raw)
}

// tile serves C2SP tiles. A full tile and a partial tile of a given width never change.
func (a *App) tile(c *fiber.Ctx) error {
	raw, err := a.service.Tile(c.UserContext(), "tile/"+c.Params("+"))
	if err != nil {
		return err
	}
	return file(c, "application/octet-stream", forever, raw)
}

func (a *App) genesis(c *fiber.Ctx) error {
	raw, err := a.service.Genesis(c.UserContext())
	if err != nil {
		return err
	}
	return file(c, "application/json", forever, raw)
}

// blob serves content by its digest. It is what members wrote, so a browser must never take it for a page.
func (a *App) blob(c *fiber.Ctx) error {
	digest, err := digestParam(c, "digest")
	if err != nil {
		return err
	}
	raw, err := a.service.Blob(c.UserContext(), digest)
	if err != nil {
		return err
	}
	kind := "application/octet-stream"
	if len(raw) > 0 && (raw[0] == '{' || raw[0] == '[') {
		kind = "application/json"
	}
	c.Set("Digest", "sha-256="+hex.EncodeToString(digest[:]))
	return file(c, kind, forever, raw)
}

func (a *App) tuf(c *fiber.Ctx) error {
	name := c.Params("+")
	raw, err := a.service.TUF(c.UserContext(), name)
	if err != nil {
		return err
	}
	caching := forever
	if name == "timestamp.json" { // the only name in a repository with consistent snapshots that is written twice
		caching = briefly
	}
	return file(c, "application/json", caching, raw)
}

// file answers with bytes that are the same for everybody, whole or one range of them. They are never compressed, so that their
// tag is a strong one.
func file(c *fiber.Ctx, kind, caching string, raw []byte) error {
	sum := sha256.Sum256(raw)
	tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
	c.Set("ETag", tag)
	c.Set("Content-Type", kind)
	c.Set("Cache-Control", caching)
	c.Set("Access-Control-Allow-Origin", "*") // verifiers may run in anybody's page
	c.Set("Accept-Ranges", "bytes")
	if known(c.Get("If-None-Match"), tag) {
		return c.SendStatus(fiber.StatusNotModified)
	}
	first, last, understood, ok := byteRange(c.Get("Range"), int64(len(raw)))
	if condition := c.Get("If-Range"); !understood || condition != "" && condition != tag {
		return c.Send(raw)
	}
	if !ok {
		c.Response().Header.Del("ETag")
		c.Set("Content-Range", fmt.Sprintf("bytes */%d", len(raw)))
		c.Set("Cache-Control", "no-store")
		return c.SendStatus(fiber.StatusRequestedRangeNotSatisfiable)
	}
	c.Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", first, last, len(raw)))
	return c.Status(fiber.StatusPartialContent).Send(raw[first : last+1])
}

// known reports whether an If-None-Match names the tag, or whatever there is.
func known(header, tag string) bool {
	for t := range strings.SplitSeq(header, ",") {
		if t = strings.TrimSpace(t); t == "*" || strings.TrimPrefix(t, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// byteRange reads a Range header with one range: "bytes=0-99", "bytes=100-" or "bytes=-100". understood is false for what is
// written in another way, which RFC 9110 ignores; ok is false for a range that the bytes do not have.
func byteRange(header string, size int64) (first, last int64, understood, ok bool) {
	spec, found := strings.CutPrefix(header, "bytes=")
	from, to, dash := strings.Cut(spec, "-")
	if !found || !dash || !digits(from) || !digits(to) || from == "" && to == "" {
		return 0, 0, false, false
	}
	last = size - 1
	if from == "" {
		n, err := strconv.ParseInt(to, 10, 64)
		if err != nil { // more than there can be
			n = size
		}
		return max(0, size-n), last, true, n > 0 && size > 0
	}
	first, err := strconv.ParseInt(from, 10, 64)
	if err != nil || first >= size {
		return 0, 0, true, false
	}
	if to != "" {
		n, err := strconv.ParseInt(to, 10, 64)
		if err == nil && n < first {
			return 0, 0, false, false
		}
		if err == nil {
			last = min(last, n)
		}
	}
	return first, last, true, true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
