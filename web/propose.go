package web

import (
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/view"
)

// maxHeads is how many documents one proposal changes.
const maxHeads = 8

// documentName is the name of a form's field for the whole text of a document.
func documentName(head string) string { return "document:" + head }

// headsOf are the documents that a form is about: of a query, or of its hidden fields.
func headsOf(all [][]byte) ([]string, error) {
	var heads []string
	for _, raw := range all {
		if head := strings.TrimSpace(string(raw)); head != "" && !slices.Contains(heads, head) {
			heads = append(heads, head)
		}
	}
	if len(heads) > maxHeads {
		return nil, refusal.New(refusal.Invalid, "proposal-heads", "head", "A proposal changes up to %d documents together.", maxHeads)
	}
	return heads, nil
}

// proposeHref is the form about some documents.
func proposeHref(heads []string, query ...string) string {
	values := url.Values{"head": heads}
	for i := 0; i+1 < len(query); i += 2 {
		values.Set(query[i], query[i+1])
	}
	return "/propose?" + values.Encode()
}

// proposePage is the form in which a member writes a change: of the documents that ?head= names, or of some to choose.
func (a *App) proposePage(c *fiber.Ctx) error {
	page, p := a.frame(c, "proposals", "propose.title"), a.presenter(c)
	heads, err := headsOf(c.Context().QueryArgs().PeekMulti("head"))
	if err != nil {
		return err
	}
	all, err := a.service.Documents(c.UserContext())
	if err != nil {
		return err
	}
	var m view.Propose
	for _, h := range all {
		if !slices.Contains(heads, h.Head) {
			m.Heads = append(m.Heads, view.Choice{Value: h.Head, Text: p.T("propose.choice", "document", h.Title, "version", h.Version)})
		}
	}
	if len(heads) == 0 {
		return a.render(c, view.ProposePage(page, m))
	}
	asText := c.Query("by") == "text"
	m.Other = view.Link{Text: p.T("propose.astext"), Href: proposeHref(heads, "by", "text")}
	if asText {
		m.Other = view.Link{Text: p.T("propose.asform"), Href: proposeHref(heads)}
	}
	m.Full = len(heads) == maxHeads
	for _, head := range heads {
		d, err := a.service.Document(c.UserContext(), head, document.Digest{})
		if err != nil {
			return err
		}
		v := view.DraftDocument{Head: d.Head, Name: documentName(d.Head), Title: d.Title, Version: d.Version, Document: successor(d)}
		v.Rows = strconv.Itoa(min(40, strings.Count(v.Document, "\n")+3))
		if !asText {
			if v.Groups, err = p.draftGroups(d); err != nil {
				return err
			}
		}
		if len(heads) > 1 {
			others := slices.DeleteFunc(slices.Clone(heads), func(h string) bool { return h == head })
			v.Without = proposeHref(others)
		}
		m.Documents = append(m.Documents, v)
	}
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
	heads, err := headsOf(c.Request().PostArgs().PeekMulti("head"))
	if err != nil {
		return err
	}
	r, prepared, err := a.prepareDraft(c, ProposalRequest{Proposer: proposer, Title: strings.TrimSpace(c.FormValue("title")), Summary: lines(c.FormValue("summary")),
		Documents: map[string]json.RawMessage{}}, heads)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "proposals", "propose.sign")
	page.Wallet, p.names = true, prepared.Names
	who := p.who(Person{Address: proposer})
	preview := view.Preview{Warnings: prepared.Warnings}
	for i, d := range prepared.Documents {
		preview.Documents = append(preview.Documents, p.documentChange(d, i, len(prepared.Documents) == 1))
	}
	full := Proposal{ProposalSummary: ProposalSummary{Domains: prepared.Domains}, Changes: prepared.Changes}
	for _, ch := range prepared.Chambers {
		preview.Chambers = append(preview.Chambers, p.chamber(ch, full))
		if ch.Domain == "" {
			full.Electors = ch.Electors
		}
	}
	preview.Shares = p.shareBar(full)
	preview.Rules = p.rules(prepared.Rules)
	if prepared.Opens > 0 {
		preview.Rules = append(preview.Rules, p.T("propose.opens", "date", p.DateTime(int64(prepared.Opens))))
	}
	var hidden []view.Field
	for _, text := range r.Texts {
		hidden = append(hidden, view.Field{Name: "beside", Value: text})
	}
	for _, head := range heads {
		hidden = append(hidden, view.Field{Name: "head", Value: head}, view.Field{Name: documentName(head), Value: string(r.Documents[head])})
	}
	return a.render(c, view.SignPage(page, view.Sign{
		Back:   view.Link{Text: p.T("propose.title"), Href: proposeHref(heads)},
		Kicker: p.T("sign.kicker"), Title: p.T("propose.sign"), Lede: p.T("propose.sign.lede"),
		Says: []view.Fact{
			{Label: p.T("sign.proposal"), Text: r.Title},
			{Label: p.T("propose.by"), Who: &who},
			{Label: p.T("proposal.revision"), Text: prepared.Revision.String(), Mono: true},
		},
		TypedData: pretty(prepared.TypedData), Digest: prepared.Digest.Hex(), Address: proposer.Hex(), Method: "eth_signTypedData_v4",
		Action: "/propose", Submit: p.T("propose.do"), Expires: p.moment(prepared.Expires), Preview: &preview,
		Hidden: append(hidden, []view.Field{{Name: "text", Value: prepared.Text},
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
	heads, err := headsOf(c.Request().PostArgs().PeekMulti("head"))
	if err != nil {
		return err
	}
	documents := map[string]json.RawMessage{}
	for _, head := range heads {
		documents[head] = json.RawMessage(c.FormValue(documentName(head)))
	}
	revision, _, err := a.service.Propose(c.UserContext(), SignedProposal{
		Text: c.FormValue("text"), Title: c.FormValue("title"), TitleSalt: c.FormValue("titleSalt"),
		Summary: lines(c.FormValue("summary")), SummarySalt: c.FormValue("summarySalt"),
		Documents: documents, Texts: beside,
		Expires: expires, Signature: strings.TrimSpace(c.FormValue("signature")),
	})
	if err != nil {
		return err
	}
	return c.Redirect("/proposals/"+revision.String(), fiber.StatusSeeOther)
}
