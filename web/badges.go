package web

import (
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/web/view"
)

// perMembers is how many members a page lists.
const perMembers = 100

func (a *App) badgesPage(c *fiber.Ctx) error {
	types, err := a.service.BadgeTypes(c.UserContext())
	if err != nil {
		return err
	}
	members, err := a.service.Members(c.UserContext())
	if err != nil {
		return err
	}
	p, m := a.presenter(c), view.Badges{}
	for _, t := range types {
		card := view.BadgeCard{Href: "/badges/" + strconv.FormatUint(uint64(t.ID), 10), Name: t.Name, About: t.About, Domain: p.T("badge.field", "domain", p.domain(t.Domain)), Levels: int(t.Levels),
			Meta: p.N("badge.meta.levels", int(t.Levels)) + " · " + p.N("badge.meta.holders", t.Holders) + " · " + p.validity(t.Validity)}
		if t.Retired {
			card.Status = &view.Status{Tone: view.Quiet, Text: p.T("badge.retired")}
		}
		m.Types = append(m.Types, card)
	}
	from, to, pager, err := p.stretch(c, len(members), perMembers)
	if err != nil {
		return err
	}
	m.Pager = pager
	for _, member := range members[from:to] {
		var domains []string
		for _, d := range member.Domains {
			domains = append(domains, p.domain(d))
		}
		m.Members = append(m.Members, view.MemberRow{Who: p.who(member.Person), Badges: p.Int(int64(member.Badges)), Domains: strings.Join(domains, ", ")})
	}
	return a.render(c, view.BadgesPage(a.frame(c, "badges", "nav.badges"), m))
}

func (p presenter) validity(seconds int64) string {
	if seconds == 0 {
		return p.T("badge.meta.forever")
	}
	return p.T("badge.meta.valid", "span", p.Span(seconds))
}

func (a *App) badgeTypePage(c *fiber.Ctx) error {
	t, err := a.badgeTypeOf(c)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "badges", "nav.badges")
	page.Title = t.Name
	m := view.BadgeType{Name: t.Name, Domain: p.domain(t.Domain), About: t.About, Levels: int(t.Levels), Words: []string{p.T("badge.counts.in", "domain", p.domain(t.Domain))},
		Facts: []view.Fact{
			{Label: p.T("badge.domain"), Text: p.domain(t.Domain)},
			{Label: p.T("badge.levels"), Text: p.Int(int64(t.Levels))},
			{Label: p.T("badge.validity"), Text: p.validity(t.Validity)},
			{Label: p.T("badge.holders"), Text: p.Int(int64(t.Holders))},
			{Label: p.T("badge.number"), Text: p.Int(int64(t.ID))},
		}}
	if t.HalfLife > 0 {
		m.Words = append(m.Words, p.T("badge.halves", "span", p.Span(t.HalfLife)))
	} else {
		m.Words = append(m.Words, p.T("badge.keeps"))
	}
	for i, power := range t.Power {
		m.Powers = append(m.Powers, view.ResultRow{Choice: p.Int(int64(i + 1)), Weight: p.Micro(power)})
	}
	for _, issuer := range t.IssuedBy {
		m.Issuers = append(m.Issuers, p.who(issuer))
	}
	from, to, pager, err := p.stretch(c, len(t.Held), perMembers)
	if err != nil {
		return err
	}
	t.Held, m.Pager = t.Held[from:to], pager
	if len(t.History) > maxEvents {
		t.History = t.History[:maxEvents]
	}
	m.Held, m.Criteria, m.Waiting = p.badgeRows(t.Held), p.criteria(t.BadgeType), p.requestRows(t.Waiting)
	if !t.Retired {
		m.Apply = badgeHref(t.ID) + "/request"
	}
	for _, e := range t.History {
		m.History = append(m.History, p.badgeEvent(e))
	}
	return a.render(c, view.BadgeTypePage(page, m))
}

// maxEvents is how much of a badge type's history its page tells; the record has all of it.
const maxEvents = 100

// badgeEvent says what happened in a sentence with links.
func (p presenter) badgeEvent(e BadgeEvent) view.BadgeEvent {
	v := view.BadgeEvent{When: p.day(e.Time), Words: p.T("badge.event." + e.Kind)}
	if e.Person.Address != (common.Address{}) {
		w := p.who(e.Person)
		v.Who = &w
	}
	switch e.Kind {
	case "granted":
		v.Words = p.T("badge.event.granted.members", "level", e.Level)
		if e.By.Address != (common.Address{}) {
			v.Words = p.T("badge.event.granted", "level", e.Level, "issuer", p.named(e.By))
		}
	case "revoked":
		v.Words = p.T("badge.event.revoked", "by", p.named(e.By), "reason", p.T("badge.reason."+e.Reason))
	}
	return v
}

func (p presenter) badgeRows(badges []Badge) []view.BadgeRow {
	var rows []view.BadgeRow
	for _, b := range badges {
		row := view.BadgeRow{
			How: p.T("badge.how.members"), Name: view.Link{Text: b.Name, Href: "/badges/" + strconv.FormatUint(uint64(b.Type), 10)},
			Holder: p.who(b.Holder), Level: int(b.Level), Levels: int(b.Levels),
			LevelText: p.T("badge.level.of", "level", b.Level, "levels", b.Levels), Issued: p.day(b.Issued), Expires: p.T("badge.never"),
			Status: view.Status{Tone: view.Good, Text: p.T("badge.inforce")},
		}
		if b.Issuer.Address != (common.Address{}) {
			issuer := p.who(b.Issuer)
			row.Issuer, row.How = &issuer, ""
		}
		if b.Request > 0 {
			row.Request = &view.Link{Text: p.T("badge.request"), Href: requestHref(b.Request)}
		}
		if b.Expires != 0 {
			row.Expires = p.Date(int64(b.Expires))
		}
		switch {
		case b.Revoked != 0:
			row.Status = view.Status{Tone: view.Bad, Text: p.T("badge.revoked", "when", p.Date(int64(b.Revoked)))}
			if b.Reason != "" {
				row.Status.Text += " · " + p.T("badge.reason."+b.Reason)
			}
		case !b.InForce:
			row.Status = view.Status{Tone: view.Quiet, Text: p.T("badge.expired")}
		}
		rows = append(rows, row)
	}
	return rows
}

func (a *App) memberPage(c *fiber.Ctx) error {
	address, err := addressOf(c.Params("address"), "address")
	if err != nil {
		return err
	}
	member, err := a.service.Member(c.UserContext(), address)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "badges", "member.kicker")
	me, ok := a.me(c)
	m := view.Member{Name: member.Name, Address: address.Hex(), About: member.About, Me: ok && me.Address == address, Badges: p.badgeRows(member.Badges)}
	m.Next, m.NextLink = p.more(member)
	if page.Title = member.Name; page.Title == "" {
		page.Title = p.who(member.Person).Short
	}
	for _, e := range member.Coming {
		m.Coming = append(m.Coming, p.coming(e))
	}
	m.Pending, m.Asked = p.requestRows(member.Pending), p.requestRows(member.Asked)
	for _, w := range member.Weights {
		m.Weights = append(m.Weights, view.WeightRow{Title: p.domain(w.Domain), Weight: p.Short(w.Weight), Words: w.Words})
	}
	for _, b := range member.Ballots {
		m.Ballots = append(m.Ballots, view.MemberBallot{Proposal: view.Link{Text: b.Title, Href: "/proposals/" + b.Revision.String()},
			Choice: p.choice(b.Choice), When: p.moment(b.Time), Receipt: view.Link{Text: p.T("vote.receipt"), Href: receiptHref(b.Index)}})
	}
	for _, e := range member.Activity {
		row := view.LogRow{Kind: p.kind(e.Kind), When: p.moment(e.Time), Words: p.said(e), Link: p.logLink(e.Link)}
		if e.Index >= 0 {
			l := p.entryLink(e.Index)
			row.Index, row.Href = l.Text, l.Href
		}
		m.Activity = append(m.Activity, row)
	}
	return a.render(c, view.MemberPage(page, m))
}

// coming says what the chain says that is not final yet.
func (p presenter) coming(c Coming) string {
	key := "member.coming.changed"
	switch {
	case c.Level > 0:
		key = "member.coming.granted"
	case c.Kind == string(badge.Revoked), c.Kind == string(badge.Surrendered):
		key = "member.coming.ended"
	}
	return p.T(key, "badge", c.Name, "level", c.Level, "block", c.Block, "final", c.Final)
}

// more is the one next thing that would give a member more weight, and where to begin it.
func (p presenter) more(m MemberPage) (string, view.Link) {
	for _, r := range m.Pending {
		return p.T("more.pending", "badge", r.Name, "level", r.Level, "progress", p.requestRow(r).Progress), view.Link{Text: p.T("more.pending.do"), Href: requestHref(r.Index)}
	}
	renew := func(b Badge) view.Link {
		return view.Link{Text: p.T("more.do"), Href: badgeHref(b.Type) + "/request"}
	}
	for _, b := range m.Badges {
		if !b.InForce && b.Revoked == 0 {
			return p.T("more.renew", "badge", b.Name), renew(b)
		}
	}
	for _, b := range m.Badges {
		if b.InForce && b.Level < b.Levels {
			return p.T("more.level", "badge", b.Name, "level", b.Level+1), renew(b)
		}
	}
	return p.T("more.first"), view.Link{Text: p.T("more.first.do"), Href: "/badges"}
}

func (p presenter) named(person Person) string {
	if person.Name != "" {
		return person.Name
	}
	return p.who(person).Short
}
