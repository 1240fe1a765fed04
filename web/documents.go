package web

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/view"
)

func (p presenter) head(h DocumentSummary) view.Row {
	r := view.Row{Link: view.Link{Text: h.Title, Href: documentHref(h.Head)}, Kind: h.KindTitle, Version: h.Version, Since: p.day(h.Since), Digest: h.Digest.String()}
	if h.Withdrawn {
		r.Version += " · " + p.T("document.withdrawn")
	}
	if h.Open != nil {
		r.Open = &view.Link{Text: p.T("document.undervote"), Href: "/proposals/" + h.Open.String()}
	}
	return r
}

func (a *App) documentsPage(c *fiber.Ctx) error {
	heads, err := a.service.Documents(c.UserContext())
	if err != nil {
		return err
	}
	p, m := a.presenter(c), view.Documents{}
	for _, h := range heads {
		m.Rows = append(m.Rows, p.head(h))
	}
	return a.render(c, view.DocumentsPage(a.frame(c, "documents", "nav.documents"), m))
}

// documentPage shows the current version of a head, or the one that ?version= names by its digest.
func (a *App) documentPage(c *fiber.Ctx) error {
	var version document.Digest
	if v := c.Query("version"); v != "" {
		var err error
		if version, err = document.ParseDigest(v); err != nil {
			return fiber.ErrNotFound
		}
	}
	d, err := a.service.Document(c.UserContext(), c.Params("+"), version)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "documents", "nav.documents")
	page.Title = d.Title
	href := documentHref(d.Head)
	m := view.Document{
		Kicker: d.KindTitle, Title: d.Title, Status: view.Status{Tone: view.Good, Text: p.T("document.inforce")},
		Lede:     p.T("document.version.since", "version", d.Version, "when", p.Date(int64(d.Since))),
		Sections: p.sections(d), Lineage: p.lineage(d.Lineage), Mixture: p.mixtureView(d.Mixture), Raw: indentRaw(d.Raw), Digest: d.Digest.String(), RawHref: "/blob/sha256/" + d.Digest.String(),
		Facts: []view.Fact{
			{Label: p.T("document.head"), Text: d.Head},
			{Label: p.T("document.version"), Text: d.Version},
			{Label: p.T("document.schema"), Text: d.Kind},
			{Label: p.T("document.digest"), Text: d.Digest.String(), Mono: true, Href: "/blob/sha256/" + d.Digest.String()},
		},
	}
	if d.Current {
		m.Propose = "/propose?head=" + url.QueryEscape(d.Head)
	} else {
		m.Status = view.Status{Tone: view.Quiet, Text: p.T("document.past")}
		m.Newer = &view.Link{Text: p.T("document.newer"), Href: href}
	}
	if d.Withdrawn && d.Current {
		m.Status = view.Status{Tone: view.Bad, Text: p.T("document.withdrawn")}
	}
	m.Withdrawn = p.withdrawn(d.Rests, d.Head)
	if d.Open != nil {
		m.Open = &view.Link{Text: p.T("document.open.read"), Href: "/proposals/" + d.Open.String()}
	}
	decided := map[int]int{}
	for _, i := range d.Decided {
		decided[i]++
	}
	for i, v := range d.History {
		row := view.VersionRow{Version: v.Version, Href: href + "?version=" + v.Digest.String(), When: p.moment(v.Time), Digest: v.Digest.String(),
			Current: v.Digest == d.Digest, Why: view.Link{Text: p.T("document.genesis"), Href: entryHref(v.Entry)}}
		if !v.Proposal.IsZero() {
			row.Why = view.Link{Text: p.T("document.by", "title", v.Title), Href: "/proposals/" + v.Proposal.String()}
		}
		if decided[i] > 0 {
			row.Decides = p.N("document.decides", decided[i], "all", p.Int(int64(len(d.Decided))), "version", d.Version)
		}
		if i+1 < len(d.History) {
			row.Compare = compareHref(d.History[i+1].Digest, v.Digest)
		}
		m.History = append(m.History, row)
		m.Versions = append(m.Versions, view.Choice{Value: v.Digest.String(), Text: p.T("document.version") + " " + v.Version + " · " + p.Date(int64(v.Time)), Current: v.Digest == d.Digest})
	}
	return a.render(c, view.DocumentPage(page, m))
}

// withdrawn says what is withdrawn of a document and what it was made from, each in a sentence.
func (p presenter) withdrawn(rests []DocumentRef, self string) (out []view.Link) {
	for _, r := range rests {
		if r.Head == self {
			out = append(out, view.Link{Text: p.T("document.withdrawn.about", "title", r.Title)})
			continue
		}
		out = append(out, view.Link{Text: p.T("document.rests", "title", r.Title), Href: documentHref(r.Head)})
	}
	return out
}

func compareHref(before, after document.Digest) string {
	return "/compare?before=" + before.String() + "&after=" + after.String()
}

// comparePage shows what differs between two versions of a document, or between two documents of one kind.
func (a *App) comparePage(c *fiber.Ctx) error {
	var sides [2]document.Digest
	for i, name := range []string{"before", "after"} {
		var err error
		if sides[i], err = document.ParseDigest(c.Query(name)); err != nil {
			return refusal.New(refusal.Invalid, "digest-form", name, "Name two versions by their digests, 64 hexadecimal digits each: /compare?before=…&after=…. The page of a document offers its versions.")
		}
	}
	d, err := a.service.Compare(c.UserContext(), sides[0], sides[1])
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "documents", "compare.title")
	m := view.Comparison{Back: view.Link{Text: d.After.Title, Href: documentHref(d.After.Head)}, Before: p.version(d.Before), After: p.version(d.After), Turn: compareHref(sides[1], sides[0]),
		Warnings: d.Warnings, Summary: p.N("compare.summary", len(d.Changes))}
	p.names = d.Names
	m.Changes, m.Keeping, m.KeepingTitle = p.changes(d.Changes)
	m.Glance = p.glance(m.Changes, "change")
	if d.Bump != "" && len(d.Changes) > 0 {
		m.Bump, m.BumpWhy = p.T("proposal.bump", "bump", p.T("bump."+d.Bump)), d.BumpWhy
	}
	return a.render(c, view.ComparePage(page, m))
}

func (p presenter) version(ref DocumentRef) view.Link {
	return view.Link{Text: strings.TrimSpace(ref.Title + " " + ref.Version), Href: versionHref(ref)}
}

// indentRaw lays canonical JSON out for reading; the bytes to check are at the blob's address.
func indentRaw(raw []byte) string {
	var b bytes.Buffer
	if json.Indent(&b, raw, "", "  ") != nil {
		return string(raw)
	}
	return b.String()
}
