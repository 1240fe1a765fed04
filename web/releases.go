package web

import (
	"path"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/web/view"
)

func (p presenter) releaseStatus(r Release) view.Status {
	switch {
	case r.Released < 0:
		return view.Status{Tone: view.Wait, Text: p.T("release.waiting")}
	case p.now < r.Activation:
		return view.Status{Tone: view.Wait, Text: p.T("release.coming")}
	case !r.Current:
		return view.Status{Tone: view.Quiet, Text: p.T("release.past")}
	case r.Halted:
		return view.Status{Tone: view.Bad, Text: p.T("release.halted")}
	case r.Expires != 0 && p.now >= r.Expires:
		return view.Status{Tone: view.Bad, Text: p.T("release.expired")}
	}
	return view.Status{Tone: view.Good, Text: p.T("release.current")}
}

func signed(r Release) int {
	n := 0
	for _, c := range r.Cosigners {
		if c.Signed {
			n++
		}
	}
	return n
}

func (p presenter) signedOf(r Release) string {
	return p.T("release.signed.of", "n", signed(r), "all", len(r.Cosigners), "threshold", r.Threshold)
}

func (a *App) releasesPage(c *fiber.Ctx) error {
	channels, err := a.service.Releases(c.UserContext())
	if err != nil {
		return err
	}
	p, m := a.presenter(c), view.Releases{}
	for _, ch := range channels {
		v := view.Channel{Name: ch.Name, Head: view.Link{Text: ch.Head, Href: documentHref(ch.Head)}}
		for _, r := range ch.Releases {
			v.Rows = append(v.Rows, view.ReleaseRow{Href: releaseHref(r.Channel, r.Sequence), Number: p.T("release.number", "n", r.Sequence), Document: r.DocTitle,
				Version: r.Version, Status: p.releaseStatus(r), Activation: p.moment(r.Activation), Signed: p.signedOf(r), Nodes: p.Int(int64(len(r.Nodes)))})
		}
		m.Channels = append(m.Channels, v)
	}
	return a.render(c, view.ReleasesPage(a.frame(c, "releases", "nav.releases"), m))
}

func (a *App) releasePage(c *fiber.Ctx) error {
	sequence, err := strconv.ParseUint(c.Params("sequence"), 10, 53)
	if err != nil {
		return fiber.ErrNotFound
	}
	r, err := a.service.Release(c.UserContext(), c.Params("+"), sequence)
	if err != nil {
		return err
	}
	p, page, i := a.presenter(c), a.frame(c, "releases", "nav.releases"), a.service.Instance()
	page.Title = p.T("release.title", "channel", r.Channel, "n", r.Sequence)
	active, expires := p.moment(r.Activation), p.moment(r.Expires)
	m := view.Release{
		Kicker: p.T("release.kicker", "channel", r.Channel), Title: p.T("release.heading", "n", r.Sequence, "document", r.DocTitle, "version", r.Version),
		Status: p.releaseStatus(r), Lede: p.N("release.lede", len(r.Nodes)), Signed: p.signedOf(r),
		Facts: []view.Fact{
			{Label: p.T("release.activation"), When: &active},
			{Label: p.T("release.expires"), When: &expires},
			{Label: p.T("release.document"), Text: r.Document.String(), Mono: true, Href: documentHref(r.Head) + "?version=" + r.Document.String()},
			{Label: p.T("release.statement"), Text: zeroless(r.Statement, p), Mono: true},
			{Label: p.T("release.previous"), Text: zeroless(r.Previous, p), Mono: true},
		},
		Command: "peritus verify --genesis genesis.json " + strconv.FormatUint(sequence, 10) + ".bundle.json",
		Pull:    "peritus-node pull --server " + c.BaseURL() + " --genesis " + i.Genesis.String() + " --channel " + r.Channel + " --data DIR --weights DIR",
	}
	if r.Halted {
		m.Lede = p.T("release.halted.lede")
	}
	decided := view.Stage{Title: p.T("chain.decided"), Detail: p.T("entry.link", "n", p.Int(r.Decided))}
	if !r.Proposal.IsZero() {
		decided.Href = "/proposals/" + r.Proposal.String()
	}
	anchored := view.Stage{Title: p.T("chain.anchored"), Detail: p.T("chain.anchored.not"), Href: "/log"}
	if r.Anchor != nil {
		anchored.Detail = p.T("log.anchored.at", "size", p.Int(r.Anchor.Size), "block", p.Int(int64(r.Anchor.Block)))
	}
	released := view.Stage{Title: p.T("chain.released"), Detail: p.T("chain.released.not")}
	if r.Released >= 0 {
		released.Detail, released.Href = p.T("entry.link", "n", p.Int(r.Released))+" · "+p.signedOf(r), entryHref(r.Released)
	}
	m.Chain = []view.Stage{decided, anchored,
		{Title: p.T("chain.intended"), Detail: p.T("entry.link", "n", p.Int(r.Intended)), Href: entryHref(r.Intended)},
		released,
		{Title: p.T("chain.running"), Detail: p.N("release.lede", len(r.Nodes)), Href: "#nodes"}}
	if !r.Bundle.IsZero() {
		m.Bundle, m.BundleName = "/blob/sha256/"+r.Bundle.String(), path.Base(r.BundlePath)
	}
	m.Withdrawn = p.withdrawn(r.Rests, r.Head)
	for _, s := range r.Cosigners {
		row := view.CosignerRow{Name: s.Name, KeyID: s.KeyID, Status: view.Status{Tone: view.Good, Text: p.T("cosigner.signed")}}
		if s.KeyID == s.Name {
			row.KeyID = ""
		}
		if !s.Signed {
			row.Status = view.Status{Tone: view.Wait, Text: p.T("cosigner.waiting")}
		}
		m.Cosigners = append(m.Cosigners, row)
	}
	for _, n := range r.Nodes {
		row := view.NodeRow{Who: p.who(Person{Address: n.Address, Name: n.Name}), Applied: p.moment(n.Applied), Config: n.Config.String(),
			Entry: view.Link{Text: p.Int(n.Entry), Href: entryHref(n.Entry)}, Status: view.Status{Tone: view.Good, Text: p.T("node.match")}}
		if !n.Match {
			row.Status = view.Status{Tone: view.Bad, Text: p.T("node.differs")}
		}
		m.Nodes = append(m.Nodes, row)
	}
	return a.render(c, view.ReleasePage(page, m))
}

// zeroless writes a digest, or that there is none.
func zeroless(d document.Digest, p presenter) string {
	if d.IsZero() {
		return p.T("value.none")
	}
	return d.String()
}
