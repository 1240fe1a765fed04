package web

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/web/view"
)

// proposePage is the form in which a member writes a change: of the document that ?head= names, or of one to choose.
func (a *App) proposePage(c *fiber.Ctx) error {
	page, p := a.frame(c, "proposals", "propose.title"), a.presenter(c)
	head := c.Query("head")
	if head == "" {
		heads, err := a.service.Documents(c.UserContext())
		if err != nil {
			return err
		}
		var m view.Propose
		for _, h := range heads {
			m.Heads = append(m.Heads, view.Link{Text: p.T("propose.choice", "document", h.Title, "version", h.Version), Href: "/propose?head=" + url.QueryEscape(h.Head)})
		}
		return a.render(c, view.ProposePage(page, m))
	}
	d, err := a.service.Document(c.UserContext(), head, document.Digest{})
	if err != nil {
		return err
	}
	m := view.Propose{Head: d.Head, Title: d.Title, Version: d.Version, Document: successor(d)}
	byForm := "/propose?head=" + url.QueryEscape(head)
	m.Other = view.Link{Text: p.T("propose.astext"), Href: byForm + "&by=text"}
	if c.Query("by") != "text" {
		if m.Groups, err = p.draftGroups(d); err != nil {
			return err
		}
	} else {
		m.Other = view.Link{Text: p.T("propose.asform"), Href: byForm}
	}
	m.Rows = strconv.Itoa(min(40, strings.Count(m.Document, "\n")+3))
	if me, ok := a.me(c); ok {
		m.Proposer = me.Address.Hex()
	}
	return a.render(c, view.ProposePage(page, m))
}

// successor is a document's text to begin from. Where a version names the one that it follows, that is the one in force.
func successor(d Document) string {
	var fields map[string]json.RawMessage
	if !d.Chained || json.Unmarshal(d.Raw, &fields) != nil {
		return indentRaw(d.Raw)
	}
	fields["parent"], _ = json.Marshal(d.Digest)
	raw, err := json.MarshalIndent(fields, "", "  ")
	if err != nil {
		return indentRaw(d.Raw)
	}
	return string(raw)
}

// signProposalPage is step one: what would change and who would decide, and the words to sign.
func (a *App) signProposalPage(c *fiber.Ctx) error {
	proposer, err := addressOf(strings.TrimSpace(c.FormValue("proposer")), "proposer")
	if err != nil {
		return err
	}
	head, text := c.FormValue("head"), c.FormValue("document")
	r := ProposalRequest{Proposer: proposer, Title: strings.TrimSpace(c.FormValue("title")), Summary: lines(c.FormValue("summary")),
		Documents: map[string]json.RawMessage{head: json.RawMessage(text)}}
	var prepared PreparedProposal
	if c.FormValue("by") == "form" {
		r, prepared, err = a.prepareDraft(c, r, head)
		text = string(r.Documents[head])
	} else {
		prepared, err = a.service.PrepareProposal(c.UserContext(), r)
	}
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "proposals", "propose.sign")
	page.Wallet = true
	who := p.who(Person{Address: proposer})
	preview := view.Preview{Warnings: prepared.Warnings}
	preview.Changes, preview.Keeping, preview.KeepingTitle = p.changes(prepared.Changes)
	if prepared.Bump != "" {
		preview.Bump, preview.BumpWhy = p.T("proposal.bump", "bump", p.T("bump."+prepared.Bump)), prepared.BumpWhy
	}
	full := Proposal{ProposalSummary: ProposalSummary{Domains: prepared.Domains}, Changes: prepared.Changes}
	for _, ch := range prepared.Chambers {
		preview.Chambers = append(preview.Chambers, p.chamber(ch, full))
		if ch.Domain == "" {
			full.Electors = ch.Electors
		}
	}
	preview.Glance, preview.Shares = p.glance(preview.Changes, "change"), p.shareBar(full)
	preview.Rules = p.rules(prepared.Rules)
	if prepared.Opens > 0 {
		preview.Rules = append(preview.Rules, p.T("propose.opens", "date", p.DateTime(int64(prepared.Opens))))
	}
	beside := make([]view.Field, len(r.Texts))
	for i, text := range r.Texts {
		beside[i] = view.Field{Name: "beside", Value: text}
	}
	return a.render(c, view.SignPage(page, view.Sign{
		Back:   view.Link{Text: p.T("propose.title"), Href: "/propose?head=" + url.QueryEscape(head)},
		Kicker: p.T("sign.kicker"), Title: p.T("propose.sign"), Lede: p.T("propose.sign.lede"),
		Says: []view.Fact{
			{Label: p.T("sign.proposal"), Text: r.Title},
			{Label: p.T("propose.by"), Who: &who},
			{Label: p.T("proposal.revision"), Text: prepared.Revision.String(), Mono: true},
		},
		TypedData: pretty(prepared.TypedData), Digest: prepared.Digest.Hex(), Address: proposer.Hex(), Method: "eth_signTypedData_v4",
		Action: "/propose", Submit: p.T("propose.do"), Expires: p.moment(prepared.Expires), Preview: &preview,
		Hidden: append(beside, []view.Field{{Name: "head", Value: head}, {Name: "document", Value: text}, {Name: "text", Value: prepared.Text},
			{Name: "title", Value: r.Title}, {Name: "titleSalt", Value: prepared.TitleSalt}, {Name: "summary", Value: r.Summary},
			{Name: "summarySalt", Value: prepared.SummarySalt}, {Name: "expires", Value: prepared.Expires.String()}}...),
	}))
}

// propose is step two.
func (a *App) propose(c *fiber.Ctx) error {
	expires, err := timeOf(c.FormValue("expires"), "expires")
	if err != nil {
		return err
	}
	var beside []string
	for _, text := range c.Request().PostArgs().PeekMulti("beside") {
		beside = append(beside, lines(string(text)))
	}
	revision, _, err := a.service.Propose(c.UserContext(), SignedProposal{
		Text: c.FormValue("text"), Title: c.FormValue("title"), TitleSalt: c.FormValue("titleSalt"),
		Summary: lines(c.FormValue("summary")), SummarySalt: c.FormValue("summarySalt"),
		Documents: map[string]json.RawMessage{c.FormValue("head"): json.RawMessage(c.FormValue("document"))}, Texts: beside,
		Expires: expires, Signature: strings.TrimSpace(c.FormValue("signature")),
	})
	if err != nil {
		return err
	}
	return c.Redirect("/proposals/"+revision.String(), fiber.StatusSeeOther)
}
