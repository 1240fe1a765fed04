package web

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/view"
)

func requestHref(index int64) string { return "/requests/" + strconv.FormatInt(index, 10) }

func badgeHref(id uint32) string { return "/badges/" + strconv.FormatUint(uint64(id), 10) }

// requestsPage lists the requests for badges: those that wait for somebody first.
func (a *App) requestsPage(c *fiber.Ctx) error {
	all, err := a.service.BadgeRequests(c.UserContext(), BadgeRequestFilter{})
	if err != nil {
		return err
	}
	p, m := a.presenter(c), view.Requests{}
	// What waits comes first; each half keeps the newest first.
	waits := func(r BadgeRequest) bool {
		return r.Status == "collecting" || r.Status == "waiting" || r.Status == "ready"
	}
	slices.SortStableFunc(all, func(a, b BadgeRequest) int {
		switch {
		case waits(a) == waits(b):
			return 0
		case waits(a):
			return -1
		}
		return 1
	})
	from, to, pager, err := p.stretch(c, len(all), perPage)
	if err != nil {
		return err
	}
	m.Pager = pager
	for _, r := range all[from:to] {
		if waits(r) {
			m.Open = append(m.Open, p.requestRow(r))
		} else {
			m.Ended = append(m.Ended, p.requestRow(r))
		}
	}
	return a.render(c, view.RequestsPage(a.frame(c, "badges", "requests.title"), m))
}

var requestTones = map[string]view.Tone{"collecting": view.Open, "waiting": view.Wait, "ready": view.Good, "minted": view.Good, "expired": view.Quiet, "lapsed": view.Quiet}

func (p presenter) requestRow(r BadgeRequest) view.RequestRow {
	row := view.RequestRow{
		Link: view.Link{Text: p.T("request.of", "badge", r.Name, "level", r.Level), Href: requestHref(r.Index)}, Holder: p.who(r.Holder), When: p.moment(r.Time), Level: int(r.Level), Levels: int(r.Levels),
		Status: view.Status{Tone: requestTones[r.Status], Text: p.T("request." + r.Status)}, Deadline: p.moment(r.Deadline),
	}
	if r.Issuer != nil {
		row.Progress = p.T("request.issuer", "issuer", p.named(*r.Issuer))
	} else {
		row.Progress = p.N("request.progress", r.Count, "needed", p.Int(int64(r.Needed)))
		row.Bar = &view.Bar{Label: row.Progress, Segments: []view.Segment{{Class: "filled", X: "0%", Width: cssPercent(uint64(min(r.Count, r.Needed)) * 1_000_000 / uint64(max(1, r.Needed)))}}}
	}
	return row
}

func (p presenter) requestRows(list []BadgeRequest) []view.RequestRow {
	var rows []view.RequestRow
	for _, r := range list {
		rows = append(rows, p.requestRow(r))
	}
	return rows
}

// requestPage is one request: what is asked for and shown, how far it has come, and the forms to endorse it or not.
func (a *App) requestPage(c *fiber.Ctx) error {
	index, err := indexParam(c)
	if err != nil {
		return err
	}
	r, err := a.service.BadgeRequest(c.UserContext(), index)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "badges", "request.kicker")
	page.Title, page.Wallet = p.T("request.of", "badge", r.Name, "level", r.Level), true
	m := p.requestView(r)
	me, ok := a.me(c)
	if as := c.Query("as"); as != "" {
		if me.Address, err = addressOf(as, "as"); err != nil {
			return err
		}
		me.Name, ok = "", true
	}
	if ok {
		w := p.who(me)
		m.Me = &w
		for _, asked := range r.Asked {
			m.Can = m.Can || asked.Address == me.Address
		}
	}
	return a.render(c, view.RequestPage(page, m))
}

func (p presenter) requestView(r BadgeRequestPage) view.Request {
	row := p.requestRow(r.BadgeRequest)
	holder := p.who(r.Holder)
	m := view.Request{
		Row: row, Type: view.Link{Text: r.Name, Href: badgeHref(r.Type)}, Text: r.Text, Links: r.Links, Redacted: r.Redacted, Action: requestHref(r.Index) + "/sign", Page: requestHref(r.Index),
		Open: r.Status == "collecting", Words: p.T("request." + r.Status + ".words"),
		Facts: []view.Fact{
			{Label: p.T("request.holder"), Who: &holder},
			{Label: p.T("badge.domain"), Text: p.domain(r.Domain)},
			{Label: p.T("badge.level"), Text: p.T("badge.level.of", "level", r.Level, "levels", r.Levels)},
			{Label: p.T("request.when"), When: &row.When},
			{Label: p.T("request.deadline"), When: &row.Deadline},
			{Label: p.T("request.burn"), Text: p.T("burn." + strings.ReplaceAll(r.Burn, " ", "-"))},
			{Label: p.T("receipt.entry"), Text: p.Int(r.Index), Href: entryHref(r.Index)},
		},
	}
	if r.Reason != "" {
		m.Words = p.T("request.lapsed." + r.Reason)
	}
	if r.Tx != (common.Hash{}) {
		m.Facts = append(m.Facts, view.Fact{Label: p.T("request.tx"), Text: r.Tx.Hex(), Mono: true})
	}
	if r.Issuer == nil {
		m.Rule = p.N("request.rule", r.Needed, "level", p.Int(int64(r.Least)), "domain", p.domain(r.Domain))
	}
	for _, f := range r.Files {
		m.Files = append(m.Files, view.Field{Name: f.Name, Value: f.Digest.String()})
	}
	for _, e := range r.Endorsements {
		v := view.Endorsement{Who: p.who(e.Endorser), When: p.moment(e.Time), Entry: p.entryLink(e.Index), Text: p.T("request.endorses", "level", e.Level)}
		if !e.Counts {
			v.Note = p.T("request.not." + e.WhyNot)
		}
		if len(e.Ring) > 0 {
			var names []string
			for _, person := range e.Ring {
				names = append(names, p.named(person))
			}
			v.Note = strings.TrimSpace(v.Note + " " + p.T("request.ring", "names", strings.Join(append(names, names[0]), " → ")))
		}
		m.Endorsements = append(m.Endorsements, v)
	}
	for _, d := range r.Declines {
		m.Endorsements = append(m.Endorsements, view.Endorsement{Who: p.who(d.Endorser), When: p.moment(d.Time), Entry: p.entryLink(d.Index), Text: p.T("request.declines"), Reason: d.Reason, Declined: true})
	}
	for _, person := range r.Asked {
		m.Asked = append(m.Asked, p.who(person))
	}
	return m
}

// answerSignPage is step one of an endorsement, or of a refusal to endorse.
func (a *App) answerSignPage(c *fiber.Ctx) error {
	index, err := indexParam(c)
	if err != nil {
		return err
	}
	endorser, err := addressOf(strings.TrimSpace(c.FormValue("endorser")), "endorser")
	if err != nil {
		return err
	}
	r, err := a.service.BadgeRequest(c.UserContext(), index)
	if err != nil {
		return err
	}
	answer, reason := c.FormValue("answer"), strings.TrimSpace(lines(c.FormValue("reason")))
	p, page := a.presenter(c), a.frame(c, "badges", "request.kicker")
	page.Wallet = true
	holder, who := p.who(r.Holder), p.who(Person{Address: endorser})
	m := view.Sign{
		Back: view.Link{Text: p.T("request.of", "badge", r.Name, "level", r.Level), Href: requestHref(index)}, Kicker: p.T("sign.kicker"),
		Says:    []view.Fact{{Label: p.T("request.badge"), Text: p.T("request.of", "badge", r.Name, "level", r.Level)}, {Label: p.T("request.for"), Who: &holder}, {Label: p.T("act.member"), Who: &who}},
		Address: endorser.Hex(), Method: "eth_signTypedData_v4", Action: requestHref(index) + "/answer", Submit: p.T("act.do"),
	}
	var prepared PreparedEndorsement
	switch answer {
	case "endorse":
		reason = ""
		m.Title, m.Lede = p.T("request.endorse.title"), p.T("request.endorse.lede")
		prepared, err = a.service.PrepareEndorsement(c.UserContext(), index, endorser)
	case "decline":
		m.Title, m.Lede, m.Quote = p.T("request.decline.title"), p.T("request.decline.lede"), reason
		prepared, err = a.service.PrepareDecline(c.UserContext(), index, endorser, reason)
	default:
		err = refusal.New(refusal.Invalid, "request-answer", "answer", "Choose to endorse the request, or not to.")
	}
	if err != nil {
		return err
	}
	m.TypedData, m.Digest, m.Expires = pretty(prepared.TypedData), prepared.Digest.Hex(), p.moment(prepared.Expires)
	m.Hidden = []view.Field{{Name: "endorser", Value: endorser.Hex()}, {Name: "answer", Value: answer}, {Name: "reason", Value: reason}, {Name: "salt", Value: prepared.Salt}, {Name: "expires", Value: expiry(prepared.Expires)}}
	return a.render(c, view.SignPage(page, m))
}

// expiry writes a time for a form, an empty text where there is none.
func expiry(t document.Time) string {
	if t == 0 {
		return ""
	}
	return t.String()
}

func expiryOf(s, field string) (document.Time, error) {
	if s == "" {
		return 0, nil
	}
	return timeOf(s, field)
}

// answer is step two.
func (a *App) answer(c *fiber.Ctx) error {
	index, err := indexParam(c)
	if err != nil {
		return err
	}
	e := SignedEndorsement{Request: index, Reason: lines(c.FormValue("reason")), Salt: c.FormValue("salt"), Signature: strings.TrimSpace(c.FormValue("signature"))}
	if e.Endorser, err = addressOf(c.FormValue("endorser"), "endorser"); err != nil {
		return err
	}
	if e.Expires, err = expiryOf(c.FormValue("expires"), "expires"); err != nil {
		return err
	}
	step := a.service.Endorse
	if c.FormValue("answer") == "decline" {
		step = a.service.Decline
	}
	if _, err := step(c.UserContext(), e); err != nil {
		return err
	}
	return c.Redirect(requestHref(index)+"#endorsements", fiber.StatusSeeOther)
}

/* ASKING FOR A BADGE */

// applyPage is the form in which somebody asks for a badge.
func (a *App) applyPage(c *fiber.Ctx) error {
	t, err := a.badgeTypeOf(c)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "badges", "apply.title")
	page.Wallet, page.Digests = true, true
	m := view.Apply{Type: view.Link{Text: t.Name, Href: badgeHref(t.ID)}, About: t.About, Action: badgeHref(t.ID) + "/request/sign", Criteria: p.criteria(t.BadgeType)}
	if t.Retired {
		m.Closed = p.T("badge.retired")
	}
	for level := range t.Levels {
		m.Levels = append(m.Levels, view.Choice{Value: strconv.Itoa(int(level) + 1), Text: p.T("badge.level.of", "level", level+1, "levels", t.Levels)})
	}
	if t.Endorsements > 0 {
		m.Ways = append(m.Ways, view.Choice{Value: "", Text: p.N("apply.members", int(t.Endorsements), "level", p.Int(int64(t.EndorserLevel)))})
	}
	for _, issuer := range t.IssuedBy {
		m.Ways = append(m.Ways, view.Choice{Value: issuer.Address.Hex(), Text: p.T("apply.issuer", "issuer", p.named(issuer))})
	}
	if me, ok := a.me(c); ok {
		m.Holder = me.Address.Hex()
	}
	return a.render(c, view.ApplyPage(page, m))
}

func (a *App) badgeTypeOf(c *fiber.Ctx) (BadgeTypePage, error) {
	id, err := strconv.ParseUint(c.Params("type"), 10, 32)
	if err != nil {
		return BadgeTypePage{}, refusal.New(refusal.NotFound, "no-such-page", "type", "Badge types have numbers; the gallery lists them.")
	}
	return a.service.BadgeType(c.UserContext(), uint32(id))
}

// criteria says what it takes to get a badge.
func (p presenter) criteria(t BadgeType) []string {
	var words []string
	if t.Endorsements > 0 {
		words = append(words, p.N("criteria.endorsements", int(t.Endorsements), "level", p.Int(int64(t.EndorserLevel)), "domain", p.domain(t.Domain)))
	} else {
		words = append(words, p.T("criteria.noendorsements"))
	}
	words = append(words, p.N("criteria.issuers", t.Issuers))
	if t.Validity > 0 {
		words = append(words, p.T("criteria.validity", "span", p.Span(t.Validity)))
	} else {
		words = append(words, p.T("criteria.forever"))
	}
	return append(words, p.T("criteria.burn", "who", p.T("burn."+strings.ReplaceAll(t.Burn, " ", "-"))))
}

// application reads the form.
func application(c *fiber.Ctx, id uint32) (BadgeApplication, error) {
	r := BadgeApplication{Type: id, Text: strings.TrimSpace(lines(c.FormValue("text"))), Links: []string{}, Files: []EvidenceFile{}}
	var err error
	if r.Holder, err = addressOf(strings.TrimSpace(c.FormValue("holder")), "holder"); err != nil {
		return r, err
	}
	level, err := strconv.ParseUint(c.FormValue("level"), 10, 8)
	if err != nil {
		return r, refusal.New(refusal.Invalid, "number-form", "level", "Choose a level.")
	}
	r.Level = uint8(level)
	if issuer := c.FormValue("issuer"); issuer != "" {
		if r.Issuer, err = addressOf(issuer, "issuer"); err != nil {
			return r, err
		}
	}
	for line := range strings.Lines(lines(c.FormValue("links"))) {
		if line = strings.TrimSpace(line); line != "" {
			r.Links = append(r.Links, line)
		}
	}
	for line := range strings.Lines(lines(c.FormValue("files"))) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		digits, name, _ := strings.Cut(line, " ")
		digest, err := document.ParseDigest(digits)
		name = strings.TrimPrefix(strings.TrimSpace(name), "*")
		if err != nil || name == "" {
			return r, refusal.New(refusal.Invalid, "request-evidence", "files", "Each line names a file as sha256sum does: 64 hexadecimal digits, two spaces, and the name.")
		}
		r.Files = append(r.Files, EvidenceFile{Name: name, Digest: digest})
	}
	return r, nil
}

// applySignPage is step one of a request.
func (a *App) applySignPage(c *fiber.Ctx) error {
	t, err := a.badgeTypeOf(c)
	if err != nil {
		return err
	}
	r, err := application(c, t.ID)
	if err != nil {
		return err
	}
	prepared, err := a.service.PrepareBadgeRequest(c.UserContext(), r)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "badges", "apply.title")
	page.Wallet = true
	who := p.who(Person{Address: r.Holder})
	expires := p.T("badge.never")
	if prepared.Expires != 0 {
		expires = p.Date(int64(prepared.Expires))
	}
	return a.render(c, view.SignPage(page, view.Sign{
		Back: view.Link{Text: t.Name, Href: badgeHref(t.ID) + "/request"}, Kicker: p.T("sign.kicker"), Title: p.T("apply.sign.title"), Lede: p.T("apply.sign.lede"), Quote: r.Text,
		Says: []view.Fact{
			{Label: p.T("request.badge"), Text: p.T("request.of", "badge", t.Name, "level", r.Level)},
			{Label: p.T("request.holder"), Who: &who},
			{Label: p.T("badge.expires"), Text: expires},
		},
		TypedData: pretty(prepared.TypedData), Digest: prepared.Digest.Hex(), Address: r.Holder.Hex(), Method: "eth_signTypedData_v4",
		Action: badgeHref(t.ID) + "/request", Submit: p.T("apply.do"), Expires: p.moment(prepared.Deadline),
		Hidden: []view.Field{{Name: "holder", Value: r.Holder.Hex()}, {Name: "level", Value: strconv.Itoa(int(r.Level))}, {Name: "issuer", Value: c.FormValue("issuer")}, {Name: "text", Value: r.Text},
			{Name: "links", Value: c.FormValue("links")}, {Name: "files", Value: c.FormValue("files")}, {Name: "salt", Value: prepared.Salt}, {Name: "issued", Value: prepared.Issued.String()},
			{Name: "expires", Value: expiry(prepared.Expires)}, {Name: "deadline", Value: prepared.Deadline.String()}},
	}))
}

// apply is step two.
func (a *App) apply(c *fiber.Ctx) error {
	t, err := a.badgeTypeOf(c)
	if err != nil {
		return err
	}
	r := SignedBadgeRequest{Salt: c.FormValue("salt"), Signature: strings.TrimSpace(c.FormValue("signature"))}
	if r.BadgeApplication, err = application(c, t.ID); err != nil {
		return err
	}
	if r.Issued, err = timeOf(c.FormValue("issued"), "issued"); err != nil {
		return err
	}
	if r.Expires, err = expiryOf(c.FormValue("expires"), "expires"); err != nil {
		return err
	}
	if r.Deadline, err = timeOf(c.FormValue("deadline"), "deadline"); err != nil {
		return err
	}
	receipt, err := a.service.RequestBadge(c.UserContext(), r)
	if err != nil {
		return err
	}
	return c.Redirect(requestHref(receipt.Index), fiber.StatusSeeOther)
}
