package web

import (
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/web/view"
)

// discussion is what was said about a proposal, and the forms to say more: for who is signed in or for an address that the
// visitor named.
func (p presenter) discussion(s Proposal, standing *Standing) view.Discussion {
	href := "/proposals/" + s.Revision.String()
	l := s.Life
	m := view.Discussion{Action: href + "/act/sign", Page: href}
	for _, o := range l.Objections {
		m.Objections = append(m.Objections, p.objection(o, l.Acts))
	}
	for _, act := range l.Acts {
		switch verb, _ := verbOf(act.Act); verb {
		case "object", "answer", "retract", "uphold", "dismiss":
		default:
			m.Said = append(m.Said, p.spoken(act))
		}
	}
	notice := func(ok bool, key string, pairs ...any) {
		if ok {
			m.Notes = append(m.Notes, p.T(key, pairs...))
		}
	}
	at := func(t document.Time) []any {
		v := p.moment(t)
		return []any{"when", v.Near, "date", v.Text}
	}
	if l.Blocked > 0 {
		m.Blocked = p.T("discussion.blocked", at(l.Blocked)...)
	}
	if l.SponsorsNeeded > 0 {
		m.Notes = append(m.Notes, p.N("discussion.sponsors", len(l.Sponsors), "needed", p.Int(int64(l.SponsorsNeeded))))
	}
	notice(l.SponsorBy > 0 && s.Status == "submitted", "discussion.sponsorby", at(l.SponsorBy)...)
	notice(l.Cools > 0, "discussion.cools", at(l.Cools)...)
	notice(l.Emergency, "discussion.emergency", "n", len(l.Council), "needed", l.CouncilNeeded)
	notice(l.Lapses > 0, "discussion.lapses", at(l.Lapses)...)
	if len(l.Recused) > 0 {
		m.Notes = append(m.Notes, p.N("discussion.recused", len(l.Recused)))
	}
	if len(l.Vetoes) > 0 {
		m.Notes = append(m.Notes, p.N("discussion.vetoes", len(l.Vetoes), "needed", p.Int(int64(l.VetoesNeeded))))
	}
	if len(l.Halts) > 0 && l.Halted == 0 {
		m.Notes = append(m.Notes, p.N("discussion.halts", len(l.Halts), "needed", p.Int(int64(l.VetoesNeeded))))
	}
	notice(l.Halted > 0, "discussion.halted", at(l.Halted)...)
	if standing == nil {
		return m
	}
	w := p.who(standing.Member)
	m.Member = &w
	for _, act := range standing.May {
		verb, rest := verbOf(act)
		if target, err := strconv.ParseInt(rest, 10, 64); err == nil {
			for i := range m.Objections {
				if m.Objections[i].Index == target {
					m.Objections[i].Acts = append(m.Objections[i].Acts, view.Choice{Value: act, Text: p.T("act." + verb)})
				}
			}
			continue
		}
		m.Acts = append(m.Acts, view.Choice{Value: act, Text: p.act(act), Current: act == "comment"})
	}
	return m
}

// verbOf splits the words of an act: what is done, and on what ground or about which entry.
func verbOf(words string) (verb, rest string) {
	verb, rest, _ = strings.Cut(words, " ")
	return strings.TrimSuffix(verb, ":"), rest
}

func (p presenter) objection(o Objection, all []Act) view.Objection {
	v := view.Objection{Index: o.Index, ID: "entry-" + strconv.FormatInt(o.Index, 10), Title: p.T("objection.title", "ground", p.T("objection."+o.Ground)), Who: p.who(o.Member), When: p.moment(o.Time), Text: o.Text,
		Entry: p.entryLink(o.Index), Status: view.Status{Tone: view.Bad, Text: p.T("objection.open")}}
	switch o.Outcome {
	case "retract":
		v.Status = view.Status{Tone: view.Quiet, Text: p.T("objection.retracted")}
	case "uphold":
		v.Status = view.Status{Tone: view.Bad, Text: p.T("objection.upheld")}
	case "dismiss":
		v.Status = view.Status{Tone: view.Good, Text: p.T("objection.dismissed")}
	default:
		var judges []string
		for _, j := range o.Judges {
			judges = append(judges, p.N("objection.judges", j.Experts, "domain", p.domain(j.Domain)))
		}
		v.Rulings = p.T("objection.rules", "judges", p.list(judges), "uphold", len(o.Uphold), "dismiss", len(o.Dismiss))
	}
	for _, act := range all {
		if _, rest := verbOf(act.Act); rest == strconv.FormatInt(o.Index, 10) {
			v.Answers = append(v.Answers, p.spoken(act))
		}
	}
	return v
}

func (p presenter) spoken(s Act) view.Said {
	verb, _ := verbOf(s.Act)
	return view.Said{ID: "entry-" + strconv.FormatInt(s.Index, 10), Who: p.who(s.Member), When: p.moment(s.Time), Act: p.T("spoken." + verb), Text: s.Text, Entry: p.entryLink(s.Index),
		Quiet: verb != "comment" && s.Text == ""}
}

// act says what somebody does by signing these words.
func (p presenter) act(words string) string {
	verb, rest := verbOf(words)
	if verb == "object" {
		return p.T("act.object", "ground", p.T("objection."+rest))
	}
	text := p.T("act." + verb)
	if rest != "" {
		text = p.T("act.about", "act", text, "entry", rest)
	}
	return text
}

// signActPage is step one of an act: it shows what the signature will say.
func (a *App) signActPage(c *fiber.Ctx) error {
	revision, err := digestParam(c, "revision")
	if err != nil {
		return err
	}
	member, err := addressOf(strings.TrimSpace(c.FormValue("member")), "member")
	if err != nil {
		return err
	}
	s, err := a.service.Proposal(c.UserContext(), revision)
	if err != nil {
		return err
	}
	r := ActRequest{Revision: revision, Member: member, Act: c.FormValue("act"), Text: strings.TrimSpace(lines(c.FormValue("text")))}
	verb, _ := verbOf(r.Act)
	prepared, err := a.service.PrepareAct(c.UserContext(), r)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "proposals", "act.title")
	page.Wallet = true
	w := p.who(Person{Address: member})
	m := view.Sign{
		Back:   view.Link{Text: s.Title, Href: "/proposals/" + revision.String() + "#discussion"},
		Kicker: p.T("sign.kicker"), Title: p.T("act.title"), Lede: p.T("act.lede"),
		Says:      []view.Fact{{Label: p.T("act.what"), Text: p.act(r.Act)}, {Label: p.T("sign.proposal"), Text: s.Title}, {Label: p.T("act.member"), Who: &w}},
		TypedData: pretty(prepared.TypedData), Digest: prepared.Digest.Hex(), Address: member.Hex(), Method: "eth_signTypedData_v4",
		Action: "/proposals/" + revision.String() + "/act", Submit: p.T("act.do"), Expires: p.moment(prepared.Expires),
		Hidden: []view.Field{{Name: "member", Value: member.Hex()}, {Name: "act", Value: r.Act}, {Name: "text", Value: r.Text}, {Name: "salt", Value: prepared.Salt},
			{Name: "sequence", Value: strconv.FormatUint(prepared.Sequence, 10)}, {Name: "expires", Value: prepared.Expires.String()}},
	}
	if r.Text != "" {
		m.Quote = r.Text
	}
	if p.Has("act.warn." + verb) {
		m.Why = append(m.Why, p.T("act.warn."+verb))
	}
	return a.render(c, view.SignPage(page, m))
}

// act is step two.
func (a *App) act(c *fiber.Ctx) error {
	revision, err := digestParam(c, "revision")
	if err != nil {
		return err
	}
	act := SignedAct{Revision: revision, Act: c.FormValue("act"), Text: lines(c.FormValue("text")), Salt: c.FormValue("salt"), Signature: strings.TrimSpace(c.FormValue("signature"))}
	if act.Member, err = addressOf(c.FormValue("member"), "member"); err != nil {
		return err
	}
	if act.Sequence, err = numberOf(c.FormValue("sequence"), "sequence"); err != nil {
		return err
	}
	if act.Expires, err = timeOf(c.FormValue("expires"), "expires"); err != nil {
		return err
	}
	receipt, err := a.service.Act(c.UserContext(), act)
	if err != nil {
		return err
	}
	return c.Redirect("/proposals/"+revision.String()+"#entry-"+strconv.FormatInt(receipt.Index, 10), fiber.StatusSeeOther)
}
