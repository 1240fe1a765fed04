package web

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/view"
)

// filters are the ways to narrow the list of proposals, each with the statuses that it shows.
var filters = []struct {
	name     string
	statuses []string
}{
	{"voting", []string{"voting", "extended"}},
	{"coming", []string{"draft", "submitted", "sponsored", "review"}},
	{"challenge", []string{"closed", "challenge"}},
	{"final", []string{"final", "effective"}},
	{"failed", []string{"rejected", "no-quorum", "vetoed", "void", "withdrawn", "expired", "revised", "lapsed"}},
}

// perPage is how many proposals, or requests, a page lists.
const perPage = 20

func (a *App) proposalsPage(c *fiber.Ctx) error {
	all, err := a.service.Proposals(c.UserContext(), "")
	if err != nil {
		return err
	}
	p, chosen := a.presenter(c), c.Query("status")
	counts, shown := map[string]int{}, []ProposalSummary{}
	for _, s := range all {
		for _, f := range filters {
			for _, status := range f.statuses {
				if status == s.Status {
					counts[f.name]++
					if f.name == chosen {
						shown = append(shown, s)
					}
				}
			}
		}
	}
	if chosen == "" {
		shown = all
	}
	m := view.ProposalList{Filters: []view.Filter{{Link: view.Link{Text: p.T("filter.all"), Href: "/proposals"}, Count: p.Int(int64(len(all))), Current: chosen == ""}}}
	known := chosen == ""
	for _, f := range filters {
		known = known || f.name == chosen
		m.Filters = append(m.Filters, view.Filter{Link: view.Link{Text: p.T("filter." + f.name), Href: "/proposals?status=" + f.name},
			Count: p.Int(int64(counts[f.name])), Current: f.name == chosen})
	}
	if !known {
		return refusal.New(refusal.NotFound, "no-such-page", "status", "There is no such list of proposals.")
	}
	from, to, pager, err := p.stretch(c, len(shown), perPage)
	if err != nil {
		return err
	}
	m.Pager = pager
	for _, s := range shown[from:to] {
		m.Cards = append(m.Cards, p.card(s))
	}
	return a.render(c, view.ProposalsPage(a.frame(c, "proposals", "nav.proposals"), m))
}

func (a *App) proposalPage(c *fiber.Ctx) error {
	revision, err := digestParam(c, "revision")
	if err != nil {
		return err
	}
	s, err := a.service.Proposal(c.UserContext(), revision)
	if err != nil {
		return err
	}
	page, p := a.frame(c, "proposals", "nav.proposals"), a.presenter(c)
	page.Title, page.Wallet = s.Title, true
	m := p.proposal(s)
	gates, err := a.service.Gates(c.UserContext(), revision)
	if err != nil {
		return err
	}
	m.Gates = p.gates(gates)
	var standing *Standing
	if m.Vote, standing, err = a.voteBox(c, p, s); err != nil {
		return err
	}
	m.Discussion = p.discussion(s, standing)
	return a.render(c, view.ProposalPage(page, m))
}

func (p presenter) proposal(s Proposal) view.Proposal {
	p.names = s.Names
	href := "/proposals/" + s.Revision.String()
	when, _ := p.due(s.ProposalSummary)
	m := view.Proposal{
		Kicker: p.T("proposal.kicker", "document", s.HeadTitle, "kind", s.KindTitle), Title: s.Title, Status: p.status(s.Status), When: when,
		Proposer: p.who(s.Proposer), Submitted: p.day(s.Submitted), Summary: foreignMarkdown(s.Summary), Warnings: s.Warnings,
		ChangeSummary: p.N("proposal.changes", len(s.Changes), "document", s.HeadTitle, "version", s.Version, "base", s.BaseTitle),
		Rules:         p.rules(s.Rules), Recount: href + "/recount",
	}
	if s.Status == "final" {
		m.ChangeSummary = p.N("proposal.changed", len(s.Changes), "document", s.HeadTitle, "version", s.Version, "base", s.BaseTitle)
	}
	switch {
	case len(s.Documents) > 1:
		m.ChangeSummary = p.N("proposal.documents", len(s.Documents))
	case s.Base.IsZero():
		m.ChangeSummary = p.T("proposal.new", "document", s.HeadTitle)
	}
	for i, d := range s.Documents {
		m.Documents = append(m.Documents, p.documentChange(d, i, len(s.Documents) == 1))
	}
	m.Shares = p.shareBar(s)
	for _, ch := range s.Chambers {
		m.Chambers = append(m.Chambers, p.chamber(ch, s))
	}
	m.Electors = p.N("proposal.electors", s.Electors)
	if s.Frozen.Block > 0 {
		m.Frozen = p.T("proposal.frozen", "block", p.Int(int64(s.Frozen.Block)), "when", p.DateTime(int64(s.Frozen.Time)))
	}
	m.RuleFacts = []view.Fact{
		{Label: p.T("rules.threshold"), Text: p.T("rules.threshold.of", "share", s.Rules.Threshold)},
		{Label: p.T("rules.quorum"), Text: p.T("rules.quorum.of", "share", s.Rules.QuorumWeight)},
		{Label: p.T("rules.heads"), Text: p.N("rules.heads.of", s.Rules.QuorumHeads)},
		{Label: p.T("rules.window"), Text: p.Span(s.Rules.Voting)},
		{Label: p.T("rules.challenge"), Text: p.Span(s.Rules.Challenge)},
		{Label: p.T("rules.policy"), Text: s.Rules.Policy.String(), Mono: true, Href: "/blob/sha256/" + s.Rules.Policy.String()},
	}
	m.Results = p.results(s)
	now := false
	for _, e := range s.Timeline {
		v := view.Moment2{Name: p.T("event." + e.Name), When: p.moment(e.Time), Done: e.Done, Entry: p.entryLink(e.Entry)}
		if !e.Done && !now {
			now = true
			if n := len(m.Timeline); n > 0 {
				m.Timeline[n-1].Now = true
			}
		}
		m.Timeline = append(m.Timeline, v)
	}
	m.Facts = []view.Fact{
		{Label: p.T("proposal.revision"), Text: s.Revision.String(), Mono: true, Href: "/blob/sha256/" + s.Revision.String()},
	}
	if !s.Document.IsZero() {
		m.Facts = append(m.Facts, view.Fact{Label: p.T("proposal.document"), Text: s.Document.String(), Mono: true, Href: "/blob/sha256/" + s.Document.String()})
	}
	if !s.Base.IsZero() {
		m.Facts = append(m.Facts, view.Fact{Label: p.T("proposal.base"), Text: s.Base.String(), Mono: true, Href: "/blob/sha256/" + s.Base.String()})
	}
	if !s.Electorate.IsZero() {
		m.Facts = append(m.Facts, view.Fact{Label: p.T("proposal.electorate"), Text: s.Electorate.String(), Mono: true})
	}
	if s.Decision != nil {
		m.Decision = p.decision(*s.Decision)
	}
	return m
}

// documentChange is what happens to one document of a proposal. Of a new one among others the page says that it is new, and
// keeps its text folded: what matters about it stands in the others.
func (p presenter) documentChange(d DocumentChange, i int, only bool) view.DocumentChange {
	v := view.DocumentChange{ID: "document-" + strconv.Itoa(i+1), Title: d.Title, Kind: d.KindTitle, Version: p.T("document.moves", "base", d.BaseVersion, "version", d.Version), Fold: d.Base.IsZero() && !only}
	if d.Base.IsZero() {
		v.Version = p.T("document.new", "version", d.Version)
	}
	if d.Option != "" {
		v.Title = p.T("document.option", "option", d.Option, "document", d.Title)
	}
	v.Changes, v.Keeping, v.KeepingTitle = p.changes(d.Changes)
	v.Glance = p.glance(v.Changes, v.ID)
	if v.Fold {
		var fields []string
		seen := map[string]bool{}
		for _, c := range v.Changes {
			if c.Domain != "" && !seen[c.Domain] {
				seen[c.Domain] = true
				fields = append(fields, c.Domain)
			}
		}
		v.Glance = []view.Glance{{Label: p.T("document.isnew", "document", d.Title), Href: "#" + v.ID, Words: p.N("document.places", len(v.Changes)), Domain: strings.Join(fields, "; ")}}
		if text := p.headline(d.Changes); text != "" {
			v.Glance[0].Words = text
		}
	}
	if d.Bump != "" && !d.Base.IsZero() {
		v.Bump, v.BumpWhy = p.T("proposal.bump", "bump", p.T("bump."+d.Bump)), d.BumpWhy
	}
	return v
}

// headline is what one must know of a new data set at once: its licence, where it comes from, and whether people are in it.
func (p presenter) headline(changes []Change) string {
	var words []string
	for _, path := range []string{"/licence/concluded", "/source/category", "/personalData/contains"} {
		for _, c := range changes {
			if c.Path == path {
				words = append(words, p.label(path)+": "+p.value(path, c.After))
			}
		}
	}
	return strings.Join(words, " · ")
}

// changes keeps apart what is decided and what is bookkeeping, such as a version number, which is nobody's field.
func (p presenter) changes(list []Change) (decided, keeping []view.Change, title string) {
	for _, c := range together(list) {
		if len(c.Domains) > 0 {
			decided = append(decided, p.change(c))
		} else {
			keeping = append(keeping, p.change(c))
		}
	}
	return decided, keeping, p.N("proposal.keeping", len(keeping))
}

// shareBar draws who decides: each field by its part in what changes.
func (p presenter) shareBar(s Proposal) *view.Roll {
	if len(s.Domains) == 0 {
		return nil
	}
	shares := slices.Clone(s.Domains)
	slices.SortStableFunc(shares, func(a, b Share) int { return cmp.Compare(b.Micro, a.Micro) })
	out := &view.Roll{Title: p.T("glance.who")}
	var words []string
	x := uint64(0)
	for i, share := range shares {
		class := fmt.Sprint("part", min(i+1, hues))
		name := p.domain(share.Domain)
		out.Bar.Segments = append(out.Bar.Segments, view.Segment{Class: class, X: cssPercent(x), Width: cssPercent(share.Micro)})
		x += share.Micro
		out.Rows = append(out.Rows, view.ResultRow{Choice: name, Class: class, Share: p.Percent(share.Micro)})
		words = append(words, name+" "+p.Percent(share.Micro))
	}
	out.Bar.Label = out.Title + ": " + p.list(words)
	out.About = p.T("glance.who.about", "heads", p.N("proposal.electors", s.Electors))
	return out
}

// rules says the frozen rules in sentences.
func (p presenter) rules(r Rules) []string {
	words := []string{p.T("rules.say.threshold", "share", r.Threshold)}
	if r.QuorumWeight != "" {
		words = append(words, p.T("rules.say.quorum", "share", r.QuorumWeight))
	}
	words = append(words, p.N("rules.say.heads", r.QuorumHeads))
	if r.DomainHeads > 0 {
		words = append(words, p.N("rules.say.domainheads", r.DomainHeads))
	}
	return append(words, p.T("rules.say.window", "voting", p.Span(r.Voting), "challenge", p.Span(r.Challenge)))
}

// chamber says who a body is and why it has a say: which places of the change are its field, and with how many points.
func (p presenter) chamber(ch Chamber, s Proposal) view.Chamber {
	v := view.Chamber{Title: p.chamberTitle(ch.Domain), Electors: p.Int(int64(ch.Electors)), Total: p.Short(ch.Total), Share: p.Percent(1_000_000), Why: p.T("chamber.all.why")}
	if ch.Domain == "" {
		return v
	}
	var mine Share
	all := uint64(0)
	for _, share := range s.Domains {
		all += share.Points
		if share.Domain == ch.Domain || strings.HasPrefix(share.Domain, ch.Domain+"/") {
			mine.Points, mine.Micro = mine.Points+share.Points, mine.Micro+share.Micro
		}
	}
	var places []string
	for _, c := range s.Changes {
		for _, d := range c.Domains {
			place := "“" + p.label("/"+strings.SplitN(c.Path, "/", 3)[1]) + "”"
			if (d.Domain == ch.Domain || strings.HasPrefix(d.Domain, ch.Domain+"/")) && !slices.Contains(places, place) {
				places = append(places, place)
			}
		}
	}
	v.Share = p.Percent(mine.Micro)
	v.Why = p.T("chamber.why.points", "places", p.list(places), "points", mine.Points, "all", all)
	return v
}

func (p presenter) results(s Proposal) view.Results {
	r := view.Results{}
	if s.Rules.HiddenResults && s.Status == "voting" {
		r.Hidden = p.T("results.hidden.detail")
		return r
	}
	for _, ch := range s.Chambers {
		switch {
		case ch.Result != nil:
			r.Chambers = append(r.Chambers, p.chamberResult(ch))
		case ch.Poll != nil:
			r.Chambers = append(r.Chambers, p.pollResult(ch, s.Life.Method))
		}
	}
	key := "results.final"
	if s.Status == "voting" || s.Status == "extended" {
		key = "results.running"
	}
	r.Summary = p.N(key, s.Ballots, "of", p.Int(int64(s.Electors))) + " " + p.T("results.mark")
	return r
}

// pollResult is a body's count of a vote over options: each option with its score, the winner, and what the quorum asks.
func (p presenter) pollResult(ch Chamber, method string) view.ChamberResult {
	r := ch.Poll
	v := view.ChamberResult{Title: p.chamberTitle(ch.Domain), Status: view.Status{Tone: view.Good, Text: p.T("chamber.passes")}, Poll: true}
	switch {
	case !r.QuorumMet:
		v.Status = view.Status{Tone: view.Wait, Text: p.T("chamber.noquorum")}
	case !r.Approved:
		v.Status = view.Status{Tone: view.Bad, Text: p.T("chamber.fails")}
	}
	scores, most := make([]*big.Rat, len(r.Count.Options)), new(big.Rat)
	for i, o := range r.Count.Options {
		scores[i] = rat(r.Count.Scores[o])
		if scores[i].Cmp(most) > 0 {
			most = scores[i]
		}
	}
	for i, o := range r.Count.Options {
		row := view.ResultRow{Choice: p.option(o), Class: "none", Weight: p.score(method, r.Count.Scores[o])}
		if scores[i].Sign() > 0 {
			row.Width = cssPercent(millionths(scores[i], most))
		}
		if o == r.Winner {
			row.Class, row.Share = "for", p.T("results.winner")
		}
		v.Rows = append(v.Rows, row)
	}
	v.Words = []string{
		p.T("ballot.method." + method),
		p.T("count.poll.weight", "sum", p.Micro(r.Weight), "total", p.Micro(ch.Total), "quorum", p.Micro(r.Quorum)),
		p.N("count.poll.heads", r.Heads, "needed", p.Int(int64(r.QuorumHeads))),
	}
	if q := r.StatusQuo; q != nil {
		v.Words = append(v.Words, p.T("count.poll.quo", "winner", q.Winner, "for", p.Micro(q.For), "against", p.Micro(q.Against), "sum", p.Micro(q.For+q.Against),
			"share", q.Threshold, "reached", p.reached(r.Approved)))
	}
	return v
}

func (p presenter) decision(d Decision) *view.Decision {
	v := &view.Decision{Status: p.status(d.Outcome), Words: p.T("decision." + d.Outcome + ".words")}
	v.Status.Text = p.T("decision." + d.Outcome)
	if d.Why != "" {
		v.Words += " " + p.T("void."+d.Why)
	}
	if d.Tally.IsZero() {
		return v
	}
	v.Facts = append(v.Facts, view.Fact{Label: p.T("decision.tally"), Text: d.Tally.String(), Mono: true, Href: "/blob/sha256/" + d.Tally.String()})
	if d.Entry >= 0 {
		l := p.entryLink(d.Entry)
		v.Facts = append(v.Facts, view.Fact{Label: p.T("decision.entry"), Text: l.Text, Href: l.Href})
	}
	if d.Anchored != nil {
		v.Facts = append(v.Facts, view.Fact{Label: p.T("decision.anchor"), Text: p.T("anchor.block", "block", p.Int(int64(d.Anchored.Block))), Note: d.Anchored.Tx.Hex()[:14] + "…"})
	}
	if d.Release != nil {
		v.Facts = append(v.Facts, view.Fact{Label: p.T("decision.release"), Text: d.Release.Channel + " " + p.Int(int64(d.Release.Sequence)),
			Href: releaseHref(d.Release.Channel, d.Release.Sequence)})
	}
	return v
}

// sendFile offers JSON to keep.
func sendFile(c *fiber.Ctx, name string, content []byte) error {
	c.Set("Content-Type", "application/json")
	c.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	return c.Send(content)
}

func indexParam(c *fiber.Ctx) (int64, error) {
	n, err := strconv.ParseInt(c.Params("index"), 10, 53)
	if err != nil || n < 0 {
		return 0, refusal.New(refusal.NotFound, "no-such-page", "index", "Entries of the log are counted from 0.")
	}
	return n, nil
}
