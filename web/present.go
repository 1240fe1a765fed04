package web

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/ethereum/go-ethereum/common"
	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/locale"
	"github.com/peritus-dao/peritus/web/view"
)

// presenter turns what the service says into words and shapes for one visitor.
type presenter struct {
	*locale.Locale
	now   document.Time
	names map[document.Digest]DocumentRef // documents that what is shown names by digest
}

func (a *App) presenter(c *fiber.Ctx) presenter {
	return presenter{Locale: a.language(c), now: a.service.Now()}
}

func (a *App) language(c *fiber.Ctx) *locale.Locale {
	return a.languages.Choose(c.Cookies("language"), c.Get("Accept-Language"))
}

// frame is the page around a content; titleKey is the message that names it.
func (a *App) frame(c *fiber.Ctx, section, titleKey string) view.Page {
	p, instance := a.presenter(c), a.service.Instance()
	page := view.Page{
		Locale: p.Locale, Title: p.T(titleKey), Section: section, Path: c.OriginalURL(), Asset: a.assets.address,
		Instance: instance.Name, Origin: instance.Origin, Genesis: instance.Genesis.String(), Clock: p.moment(p.now), Demo: a.cfg.Demo != nil,
	}
	if theme := c.Cookies("theme"); theme == "light" || theme == "dark" {
		page.Theme = theme
	}
	if c.Method() != fiber.MethodGet {
		page.Path = "/"
	}
	for _, l := range a.languages {
		page.Languages = append(page.Languages, view.Choice{Value: l.Code(), Text: l.T("language"), Current: l == p.Locale})
	}
	if me, ok := a.me(c); ok {
		w := p.who(me)
		page.Me = &w
	}
	return page
}

// me is who is signed in. Pages are the same for everybody but for this.
func (a *App) me(c *fiber.Ctx) (Person, bool) {
	token := c.Cookies(a.sessionCookie())
	if token == "" {
		return Person{}, false
	}
	person, err := a.service.Session(c.UserContext(), token)
	return person, err == nil
}

// render writes a component as the answer.
func (a *App) render(c *fiber.Ctx, component templ.Component) error {
	var b bytes.Buffer
	if err := component.Render(c.UserContext(), &b); err != nil {
		return err
	}
	c.Set("Content-Type", "text/html; charset=utf-8")
	return c.Send(b.Bytes())
}

/* TIMES, PEOPLE, NUMBERS */

func (p presenter) moment(t document.Time) view.Moment {
	if t == 0 {
		return view.Moment{}
	}
	return view.Moment{ISO: t.String(), Text: p.DateTime(int64(t)), Near: p.Near(int64(t), int64(p.now))}
}

func (p presenter) day(t document.Time) view.Moment {
	m := p.moment(t)
	if t != 0 {
		m.Text = p.Date(int64(t))
	}
	return m
}

func (p presenter) who(person Person) view.Who {
	address := person.Address.Hex()
	return view.Who{Name: person.Name, Address: address, Short: address[:6] + "…" + address[len(address)-4:], Href: "/members/" + address}
}

// Short writes a weight to the nearest hundredth, for reading; recounts and files have it exactly.
func (p presenter) Short(w weight.Micro) string {
	if w < weight.Unit/100 {
		return p.Micro(w)
	}
	return p.Micro((w + weight.Unit/200) / (weight.Unit / 100) * (weight.Unit / 100))
}

// Micro writes a weight exactly.
func (p presenter) Micro(w weight.Micro) string { return p.Locale.Micro(uint64(w)) }

// percent is part of a whole as a percentage, rounded down to a tenth.
func (p presenter) percent(part, whole weight.Micro) string {
	return p.Percent(perMillion(part, whole))
}

// perMillion is part/whole in millionths, rounded down; 0 of 0 is 0.
func perMillion(part, whole weight.Micro) uint64 {
	if whole == 0 {
		return 0
	}
	return uint64(weight.MulDivDown(min(part, whole), 1_000_000, whole))
}

// cssPercent writes millionths as an SVG length.
func cssPercent(micro uint64) string {
	return strconv.FormatUint(micro/10000, 10) + "." + fmt.Sprintf("%04d", micro%10000) + "%"
}

/* STATUS */

var tones = map[string]view.Tone{
	"draft": view.Quiet, "submitted": view.Wait, "sponsored": view.Wait, "review": view.Wait, "voting": view.Open, "extended": view.Open,
	"closed": view.Wait, "challenge": view.Wait, "final": view.Good, "effective": view.Good, "passed": view.Good,
	"rejected": view.Bad, "no-quorum": view.Bad, "vetoed": view.Bad, "void": view.Bad, "withdrawn": view.Quiet, "expired": view.Quiet,
	"revised": view.Quiet, "lapsed": view.Quiet,
}

func (p presenter) status(s string) view.Status {
	tone, ok := tones[s]
	if !ok {
		return view.Status{Tone: view.Quiet, Text: s}
	}
	return view.Status{Tone: tone, Text: p.T("status." + s)}
}

func (p presenter) choice(choice string) string {
	if p.Has("choice." + choice) {
		return p.T("choice." + choice)
	}
	return choice
}

// choiceClass is the colour of a choice, for the keys beside the words.
func choiceClass(choice string) string {
	switch choice {
	case "for", "against", "abstain":
		return choice
	}
	return "none"
}

// due says in words what the next date of a proposal is.
func (p presenter) due(s ProposalSummary) (string, view.Moment) {
	var key string
	var at document.Time
	switch s.Status {
	case "submitted", "sponsored", "review":
		key, at = "due.review", s.Opens
	case "voting", "extended":
		key, at = "due.voting", s.Closes
	case "closed", "challenge":
		key, at = "due.challenge", s.Finals
	case "final", "effective":
		key, at = "due.final", s.Finals
	default:
		key, at = "due.ended", s.Closes
	}
	switch {
	case s.Status == "closed" && at == 0:
		return p.T("due.closed"), p.moment(s.Closes)
	case at == 0 || at > p.now:
	case key == "due.review":
		return p.T("due.opening"), p.moment(at) // a step is due at its time, and taken when the chain has come there
	case key == "due.voting":
		return p.T("due.closing"), p.moment(at)
	case key == "due.challenge":
		return p.T("due.finishing"), p.moment(at)
	}
	if at == 0 {
		at = s.Submitted
		key = "due.submitted"
	}
	m := p.moment(at)
	return p.T(key, "when", m.Near, "date", m.Text), m
}

// list joins words as the language does: "a, b and c".
func (p presenter) list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + p.T("list.and") + " " + words[len(words)-1]
}

func (p presenter) domain(name string) string {
	if p.Has("domain." + name) {
		return p.T("domain." + name)
	}
	return name // a domain is a word of the members' own
}

// cards and bars

func (p presenter) card(s ProposalSummary) view.Card {
	when, at := p.due(s)
	card := view.Card{
		Href: "/proposals/" + s.Revision.String(), Title: s.Title, Status: p.status(s.Status), When: when, Moment: at,
		Document: view.Link{Text: s.HeadTitle, Href: documentHref(s.Head)},
	}
	var domains []string
	for _, share := range s.Domains {
		domains = append(domains, p.T("card.share", "domain", p.domain(share.Domain), "share", p.Percent(share.Micro)))
	}
	if len(domains) > 0 {
		card.Decides = p.T("card.decides", "domains", p.list(domains))
	}
	if s.Electors > 0 {
		card.Turnout = p.N("card.turnout", s.Ballots, "of", p.Int(int64(s.Electors)))
	}
	if r := s.Result; r != nil && r.For+r.Against+r.Abstain > 0 {
		b := p.choiceBar(r.For, r.Against, r.Abstain, "")
		card.Bar, card.Result = &b, p.T("card.counts", "for", p.Short(r.For), "against", p.Short(r.Against), "abstain", p.Short(r.Abstain))
	}
	return card
}

// choiceBar draws For, Against and Abstain as parts of everything cast. The mark is where the threshold lies among For and
// Against; with abstentions it moves left as they take their part on the right.
func (p presenter) choiceBar(yes, no, abstain weight.Micro, threshold string) view.Bar {
	cast := yes + no + abstain
	bar := view.Bar{Label: p.T("bar.choices", "for", p.percent(yes, cast), "against", p.percent(no, cast), "abstain", p.percent(abstain, cast))}
	x := uint64(0)
	for _, part := range []struct {
		class  string
		weight weight.Micro
	}{{"for", yes}, {"against", no}, {"abstain", abstain}} {
		width := perMillion(part.weight, cast)
		if width > 0 {
			bar.Segments = append(bar.Segments, view.Segment{Class: part.class, X: cssPercent(x), Width: cssPercent(width)})
		}
		x += width
	}
	var num, den uint64
	if _, err := fmt.Sscanf(threshold, "%d/%d", &num, &den); err == nil && den > 0 && cast > 0 {
		bar.Mark = cssPercent(perMillion(yes+no, cast) * num / den)
	}
	return bar
}

// chamberTitle names a body.
func (p presenter) chamberTitle(domain string) string {
	if domain == "" {
		return p.T("chamber.all")
	}
	return p.T("chamber.domain", "domain", p.domain(domain))
}

func (p presenter) reached(ok bool) string {
	if ok {
		return p.T("count.reached")
	}
	return p.T("count.missed")
}

// arithmetic spells a count out: threshold, weight and heads, each with its numbers.
func (p presenter) arithmetic(r ChamberResult, total weight.Micro) []string {
	return []string{
		p.T("count.threshold", "for", p.Micro(r.For), "against", p.Micro(r.Against), "sum", p.Micro(r.For+r.Against), "share", r.Threshold, "reached", p.reached(r.ThresholdMet)),
		p.T("count.weight", "for", p.Micro(r.For), "against", p.Micro(r.Against), "abstain", p.Micro(r.Abstain), "sum", p.Micro(r.For+r.Against+r.Abstain),
			"total", p.Micro(total), "quorum", p.Micro(r.Quorum), "reached", p.reached(r.For+r.Against+r.Abstain >= r.Quorum)),
		p.N("count.heads", r.Heads, "needed", p.Int(int64(r.QuorumHeads)), "reached", p.reached(r.Heads >= r.QuorumHeads)),
	}
}

func (p presenter) chamberResult(chamber Chamber) view.ChamberResult {
	r := chamber.Result
	cast := r.For + r.Against + r.Abstain
	state := view.Status{Tone: view.Good, Text: p.T("chamber.passes")}
	switch {
	case r.Passed:
	case !r.QuorumMet:
		state = view.Status{Tone: view.Wait, Text: p.T("chamber.noquorum")}
	default:
		state = view.Status{Tone: view.Bad, Text: p.T("chamber.fails")}
	}
	row := func(choice string, w weight.Micro, heads int) view.ResultRow {
		return view.ResultRow{Choice: p.choice(choice), Class: choice, Weight: p.Short(w), Share: p.percent(w, cast), Heads: p.Int(int64(heads))}
	}
	return view.ChamberResult{
		Title: p.chamberTitle(chamber.Domain), Status: state, Bar: p.choiceBar(r.For, r.Against, r.Abstain, r.Threshold), Words: p.arithmetic(*r, chamber.Total),
		Rows: []view.ResultRow{
			row("for", r.For, r.HeadsFor), row("against", r.Against, r.HeadsAgainst), row("abstain", r.Abstain, r.HeadsAbstain),
			{Choice: p.T("results.novote"), Class: "none", Weight: p.Short(chamber.Total - min(chamber.Total, cast)), Share: "–",
				Heads: p.Int(int64(chamber.Electors - r.Heads))},
		},
	}
}

// stretch is the part of a list that a page shows: size things from the one that ?from= names, counted from 0, and the way to
// the parts before and after.
func (p presenter) stretch(c *fiber.Ctx, n, size int) (from, to int, pager *view.Pager, err error) {
	if text := c.Query("from"); text != "" {
		at, err := strconv.ParseUint(text, 10, 31)
		if err != nil || int(at) > n {
			return 0, 0, nil, refusal.New(refusal.Invalid, "number-form", "from", "This list has %d things, counted from 0.", n)
		}
		from = int(at)
	}
	to = min(n, from+size)
	if from == 0 && to == n {
		return from, to, nil, nil
	}
	pager = &view.Pager{Words: p.T("pager.words", "from", p.Int(int64(min(from+1, n))), "to", p.Int(int64(to)), "all", p.Int(int64(n)))}
	href := func(at int) string {
		query := url.Values{}
		for name, value := range c.Queries() {
			query.Set(name, value)
		}
		query.Set("from", strconv.Itoa(at))
		return c.Path() + "?" + query.Encode()
	}
	if from > 0 {
		pager.Previous = href(max(0, from-size))
	}
	if to < n {
		pager.Next = href(to)
	}
	return from, to, pager, nil
}

/* ADDRESSES OF PAGES, AND WHAT THEY NAME */

// documentHref is the page of a document; one that is only proposed has none, and leads to the list.
func documentHref(head string) string { return strings.TrimSuffix("/documents/"+head, "/") }

func entryHref(index int64) string { return "/log/entries/" + strconv.FormatInt(index, 10) }

func receiptHref(index int64) string { return "/receipts/" + strconv.FormatInt(index, 10) }

func releaseHref(channel string, sequence uint64) string {
	return "/releases/" + channel + "/" + strconv.FormatUint(sequence, 10)
}

func (p presenter) entryLink(index int64) view.Link {
	if index < 0 {
		return view.Link{}
	}
	return view.Link{Text: p.T("entry.link", "n", p.Int(index)), Href: entryHref(index)}
}

func digestParam(c *fiber.Ctx, name string) (document.Digest, error) {
	d, err := document.ParseDigest(c.Params(name))
	if err != nil {
		return d, refusal.New(refusal.NotFound, "no-such-page", name, "The address should end in 64 hexadecimal digits. Check that it was copied whole.")
	}
	return d, nil
}

func addressOf(s, field string) (common.Address, error) {
	if !common.IsHexAddress(s) || !strings.HasPrefix(s, "0x") {
		return common.Address{}, refusal.New(refusal.Invalid, "address-form", field, "An address is 0x and 40 hexadecimal digits. Copy it from your wallet.")
	}
	return common.HexToAddress(s), nil
}

// lines undoes what a form does to line ends: it sends CR LF, whatever was in the field.
func lines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

func numberOf(s, field string) (uint64, error) {
	n, err := strconv.ParseUint(s, 10, 53)
	if err != nil {
		return 0, refusal.New(refusal.Invalid, "number-form", field, "This should be a whole number.")
	}
	return n, nil
}

func timeOf(s, field string) (document.Time, error) {
	t, err := document.ParseTime(s)
	if err != nil {
		return 0, refusal.New(refusal.Invalid, "time-form", field, "This should be a time like 2026-11-22T13:00:00Z.")
	}
	return t, nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
