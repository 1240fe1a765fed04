package web

import (
	"encoding/json"
	"fmt"
	"math/big"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/tally"
	"github.com/peritus-dao/peritus/web/view"
)

// maxRows is how many ballots a page lists at once; the files have all of them.
const maxRows = 500

// maxTerms is up to how many ballots a sum is written out; above it the table is the sum.
const maxTerms = 12

// decimals are those of a weight.
const decimals = 6

func (a *App) recountPage(c *fiber.Ctx) error {
	revision, err := digestParam(c, "revision")
	if err != nil {
		return err
	}
	r, err := a.service.Recount(c.UserContext(), revision)
	if err != nil {
		return err
	}
	page, p := a.frame(c, "proposals", "recount.kicker"), a.presenter(c)
	page.Title = p.T("recount.kicker") + ": " + r.Proposal.Title
	m := view.Recount{
		Back: view.Link{Text: r.Proposal.Title, Href: "/proposals/" + revision.String()}, Title: r.Proposal.Title, Lede: p.T("recount.lede"),
	}
	if r.Proposal.Status == "voting" {
		m.Running = p.T("recount.running")
	}
	from, to, pager, err := p.stretch(c, len(r.Ballots), maxRows)
	if err != nil {
		return err
	}
	m.Pager = pager
	for i, ch := range r.Chambers {
		m.Chambers = append(m.Chambers, p.chamberTitle(ch.Domain))
		m.Counts = append(m.Counts, p.count(r, i, from, to))
		m.Files = append(m.Files, p.recountFiles(revision, ch)...)
	}
	counted := 0
	for i, b := range r.Ballots {
		if b.Counted {
			counted++
		}
		if i < from || i >= to {
			continue
		}
		row := view.BallotRow{Entry: p.entryLink(b.Index), Voter: p.who(b.Voter), Choice: p.choice(b.Choice),
			Class: choiceClass(b.Choice), When: p.moment(b.Time), Counted: b.Counted, Reason: b.Reason}
		if b.WhyNot != "" {
			row.WhyNot = p.T("ballot." + b.WhyNot)
		}
		if b.Posted > 0 {
			row.Posted = p.T("ballot.posted", "block", p.Int(int64(b.Posted)))
		}
		for _, w := range b.Weights {
			row.Weights = append(row.Weights, p.Micro(w))
		}
		m.Ballots = append(m.Ballots, row)
	}
	if pager != nil {
		m.Cut = p.T("recount.cut", "n", maxRows)
	}
	m.Counted = p.N("recount.counted", counted, "all", p.Int(int64(len(r.Ballots))))
	return a.render(c, view.RecountPage(page, m))
}

// count lays one body's count open: the ballots from one to another, and every step.
func (p presenter) count(r Recount, i, from, to int) view.Count {
	ch := r.Chambers[i]
	out := view.Count{ID: fmt.Sprint("count-", i)}
	if ch.Poll == nil {
		if ch.Result != nil {
			out.Result = p.chamberResult(ch)
		}
		out.Steps = p.sums(i, ch, r.Ballots)
		return out
	}
	out.Result = p.pollResult(ch, r.Method)
	t := counting{presenter: p, id: out.ID, method: tally.Method(r.Method), outcome: ch.Poll.Count, hue: map[string]string{}}
	for k, o := range t.outcome.Options {
		t.hue[o] = fmt.Sprint("part", min(k+1, hues))
	}
	out.Tables = append(out.Tables, t.ballots(r.Ballots, i, from, to))
	switch t.method {
	case tally.RankedIRV:
		out.Tables = append(out.Tables, t.runoff())
	case tally.RankedCondorcet:
		out.Tables = append(out.Tables, t.matrix(), t.pairs())
	case tally.Mixture:
		if table, ok := t.market(); ok {
			out.Tables = append(out.Tables, table)
		}
	}
	if table, ok := t.lots(); ok {
		out.Tables = append(out.Tables, table)
	}
	out.Spoiled = t.spoiled(r.Ballots, i)
	return out
}

// sums writes out how the weights of one body add up for each choice.
func (p presenter) sums(i int, ch Chamber, ballots []CountedBallot) []string {
	var steps []string
	for _, choice := range []string{"for", "against", "abstain"} {
		var terms []string
		sum := weight.Micro(0)
		for _, b := range ballots {
			if b.Counted && b.Choice == choice && b.Weights[i] > 0 {
				terms = append(terms, p.Micro(b.Weights[i]))
				sum += b.Weights[i]
			}
		}
		key := "recount.sum"
		switch {
		case len(terms) == 0:
			key = "recount.sum.none"
		case len(terms) == 1:
			key = "recount.sum.one"
		case len(terms) > maxTerms:
			key = "recount.sum.many"
		}
		steps = append(steps, p.T(key, "chamber", p.chamberTitle(ch.Domain), "choice", p.choice(choice), "terms", strings.Join(terms, " + "), "n", len(terms), "sum", p.Micro(sum)))
	}
	return steps
}

// counting is one body's count of a vote over options, on its way to a page.
type counting struct {
	presenter
	id      string
	method  tally.Method
	outcome tally.Outcome
	hue     map[string]string // of each option
}

// ballots is what each ballot gives each option, and what that comes to.
func (t counting) ballots(all []CountedBallot, chamber, from, to int) view.Table {
	out := view.Table{ID: t.id + "-ballots", Title: t.T("recount.grid"), About: []string{t.T("recount.grid." + string(t.method))}, Head: []string{t.T("recount.voter"), t.T("recount.weight")}}
	out.Head = append(out.Head, t.outcome.Options...)
	if t.method == tally.Quadratic {
		out.Head = append(out.Head, t.T("recount.cost"))
	}
	for i, b := range all {
		w := b.Weights[chamber]
		c, err := t.method.ParseWords(b.Choice)
		if i < from || i >= to || !b.Counted || w == 0 || err != nil {
			continue
		}
		who := t.who(b.Voter)
		row := view.TableRow{Who: &who, Cells: []view.Cell{{Text: t.Micro(w)}}}
		given, cost, ok := t.given(w, c)
		for _, o := range t.outcome.Options {
			text := "–"
			if n, named := given[o]; named {
				text = n
			}
			row.Cells = append(row.Cells, view.Cell{Text: text})
		}
		if t.method == tally.Quadratic {
			row.Cells = append(row.Cells, view.Cell{Text: cost})
		}
		if !ok {
			for k := range row.Cells {
				row.Cells[k].Mark = "out"
			}
			row.Cells[len(row.Cells)-1].Note = t.T("recount.notcounted")
		}
		out.Rows = append(out.Rows, row)
	}
	switch t.method {
	case tally.Single, tally.Approval, tally.Weighted, tally.Quadratic:
		sum := view.TableRow{Name: t.T("recount.total"), Sum: true, Cells: []view.Cell{{Text: t.figure(t.outcome.Total)}}}
		for _, o := range t.outcome.Options {
			sum.Cells = append(sum.Cells, view.Cell{Text: t.figure(t.outcome.Scores[o]), Mark: t.wins(o)})
		}
		if t.method == tally.Quadratic {
			sum.Cells = append(sum.Cells, view.Cell{})
		}
		out.Rows = append(out.Rows, sum)
	}
	return out
}

func (t counting) wins(o string) string {
	if slices.Contains(t.outcome.Winners, o) {
		return "win"
	}
	return ""
}

// given is what a ballot gives each option that it names, what that costs where votes are bought, and whether it counts.
func (t counting) given(w weight.Micro, c tally.Choice) (given map[string]string, cost string, ok bool) {
	given = map[string]string{}
	poll, err := tally.NewPoll(tally.Config{Method: t.method, Options: t.outcome.Options, Decimals: decimals})
	if err != nil {
		return given, "", false
	}
	poll.Add("", tally.AmountOf(w), c)
	ok = poll.Len() == 1
	for _, counted := range poll.All() {
		c = counted // as it was understood: shares in lowest terms, or in units
	}
	place, spent, shares := 0, new(big.Int), new(big.Int)
	for _, n := range c.Amounts {
		shares.Add(shares, new(big.Int).SetUint64(n))
	}
	for k, o := range c.Options {
		switch t.method {
		case tally.RankedIRV, tally.RankedCondorcet:
			if c.Tied == nil || !c.Tied[k] {
				place = k + 1
			}
			given[o] = t.T("ballot.rank", "n", place)
		case tally.Weighted:
			part := new(big.Rat).SetFrac(new(big.Int).SetUint64(c.Amounts[k]), shares)
			given[o] = t.figure(numberOfRat(part.Mul(part, new(big.Rat).SetFrac(new(big.Int).SetUint64(uint64(w)), big.NewInt(int64(weight.Unit))))))
		case tally.Quadratic:
			v := new(big.Int).SetUint64(c.Amounts[k])
			spent.Add(spent, new(big.Int).Mul(v, v))
			given[o] = v.String()
		case tally.Mixture:
			given[o] = t.exactly(int64(c.Amounts[k]))
		default:
			given[o] = t.Micro(w)
		}
	}
	return given, t.T("recount.cost.of", "cost", spent, "credits", uint64(w)/uint64(weight.Unit)), ok
}

// numberOfRat writes a fraction of weights exactly: as a decimal if six places hold it.
func numberOfRat(r *big.Rat) tally.Number {
	micro := new(big.Rat).Mul(r, big.NewRat(int64(weight.Unit), 1))
	if micro.IsInt() {
		return tally.Number(strings.TrimSuffix(strings.TrimRight(r.FloatString(decimals), "0"), "."))
	}
	return tally.Number(r.RatString())
}

// runoff is an instant run-off, a column for each round.
func (t counting) runoff() view.Table {
	out := view.Table{ID: t.id + "-rounds", Title: t.T("recount.rounds"), Head: []string{t.T("results.option")}}
	rows := make([]view.TableRow, len(t.outcome.Options))
	for i, o := range t.outcome.Options {
		rows[i] = view.TableRow{Name: o, Class: t.hue[o]}
	}
	counts := view.TableRow{Name: t.T("recount.continuing"), Sum: true}
	half := view.TableRow{Name: t.T("recount.half"), Sum: true}
	rest := view.TableRow{Name: t.T("recount.exhausted"), Sum: true}
	for k, round := range t.outcome.Rounds {
		out.Head = append(out.Head, t.T("recount.round", "n", k+1))
		for i, o := range t.outcome.Options {
			cell := view.Cell{Text: "–", Mark: "out"}
			if n, ok := round.Scores[o]; ok {
				cell = view.Cell{Text: t.figure(n)}
				if k > 0 && t.outcome.Rounds[k-1].Transfers[o] != "" {
					cell.Note = "+" + t.figure(t.outcome.Rounds[k-1].Transfers[o])
				}
			}
			switch o {
			case round.Elected:
				cell.Mark, cell.Note = "win", strings.TrimSpace(cell.Note+" "+t.T("results.winner"))
			case round.Eliminated:
				cell.Mark, cell.Note = "out", strings.TrimSpace(cell.Note+" "+t.T("recount.leaves"))
			}
			rows[i].Cells = append(rows[i].Cells, cell)
		}
		out.Charts = append(out.Charts, t.piles(k, round))
		counts.Cells = append(counts.Cells, view.Cell{Text: t.figure(round.Continuing)})
		half.Cells = append(half.Cells, view.Cell{Text: t.figure(numberOfRat(new(big.Rat).Quo(rat(round.Continuing), big.NewRat(2, 1))))})
		rest.Cells = append(rest.Cells, view.Cell{Text: t.figure(round.Exhausted)})
		out.About = append(out.About, t.round(k, round))
	}
	out.Rows = append(rows, counts, half, rest)
	return out
}

// piles draws a round: each option by its part of the weight that there is.
func (t counting) piles(k int, r tally.Round) view.Chart {
	out := view.Chart{Name: t.T("recount.round", "n", k+1)}
	all := new(big.Rat).Add(rat(r.Continuing), rat(r.Exhausted))
	if all.Sign() == 0 {
		return out
	}
	var words []string
	x := uint64(0)
	for _, o := range t.outcome.Options {
		n, ok := r.Scores[o]
		if !ok {
			continue
		}
		width := millionths(rat(n), all)
		out.Bar.Segments = append(out.Bar.Segments, view.Segment{Class: t.hue[o], X: cssPercent(x), Width: cssPercent(width)})
		words, x = append(words, o+" "+t.Percent(width)), x+width
	}
	out.Bar.Label = out.Name + ": " + t.list(words)
	out.Bar.Mark = cssPercent(millionths(rat(r.Continuing), all) / 2)
	return out
}

// round says what happens in a round of an instant run-off.
func (t counting) round(k int, r tally.Round) string {
	n := k + 1
	switch {
	case r.Elected != "":
		return t.T("recount.round.elected", "n", n, "option", r.Elected, "score", t.figure(r.Scores[r.Elected]), "of", t.figure(r.Continuing))
	case r.Eliminated == "":
		return t.T("recount.round.nobody", "n", n)
	}
	var moves []string
	left := rat(r.Scores[r.Eliminated])
	for _, o := range t.outcome.Options {
		if gain, ok := r.Transfers[o]; ok {
			moves = append(moves, t.T("recount.transfer", "score", t.figure(gain), "option", o))
			left.Sub(left, rat(gain))
		}
	}
	if left.Sign() > 0 {
		moves = append(moves, t.T("recount.transfer.none", "score", t.figure(numberOfRat(left))))
	}
	words := t.T("recount.round.out", "n", n, "option", r.Eliminated, "score", t.figure(r.Scores[r.Eliminated]))
	if len(moves) > 0 {
		words += " " + t.T("recount.moves", "moves", t.list(moves))
	}
	if r.Tie != nil {
		words += " " + t.tie(*r.Tie)
	}
	return words
}

// tie says how a tie was broken.
func (t counting) tie(tie tally.Tie) string {
	return t.T("recount.tie."+strings.ReplaceAll(tie.Rule, " ", "-"), "among", t.list(tie.Among), "chosen", tie.Chosen)
}

// matrix says of every two options how much weight ranks the one above the other.
func (t counting) matrix() view.Table {
	out := view.Table{ID: t.id + "-matrix", Title: t.T("recount.matrix"), About: []string{t.T("recount.matrix.about")}, Head: []string{t.T("recount.above")}}
	above := map[[2]string]tally.Pair{}
	for _, r := range t.outcome.Rounds {
		if r.Pair != nil {
			above[[2]string{r.Pair.Winner, r.Pair.Loser}] = tally.Pair{For: r.Pair.For, Against: r.Pair.Against}
			above[[2]string{r.Pair.Loser, r.Pair.Winner}] = tally.Pair{For: r.Pair.Against, Against: r.Pair.For}
		}
	}
	for _, o := range t.outcome.Options {
		out.Head = append(out.Head, o)
		row := view.TableRow{Name: o}
		for _, other := range t.outcome.Options {
			pair, ok := above[[2]string{o, other}]
			if !ok {
				row.Cells = append(row.Cells, view.Cell{Text: "·"})
				continue
			}
			cell := view.Cell{Text: t.figure(pair.For)}
			if rat(pair.For).Cmp(rat(pair.Against)) > 0 {
				cell.Mark = "win"
			}
			row.Cells = append(row.Cells, cell)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// pairs is the list of Ranked Pairs, read once from the top.
func (t counting) pairs() view.Table {
	out := view.Table{ID: t.id + "-pairs", Title: t.T("recount.pairs"), About: []string{t.T("recount.pairs.about")}, Bars: t.T("results.bar"),
		Head: []string{t.T("recount.pair"), t.T("recount.pair.for"), t.T("recount.pair.against"), t.T("recount.pair.margin"), t.T("recount.pair.effect")}}
	for k, r := range t.outcome.Rounds {
		if r.Pair == nil {
			continue
		}
		pro, con := rat(r.Pair.For), rat(r.Pair.Against)
		row := view.TableRow{Name: t.T("recount.pair.name", "n", k+1, "winner", r.Pair.Winner, "loser", r.Pair.Loser), Cells: []view.Cell{
			{Text: t.figure(r.Pair.For)}, {Text: t.figure(r.Pair.Against)}, {Text: t.figure(numberOfRat(new(big.Rat).Sub(pro, con)))}, {Text: t.T("recount.pair." + r.Pair.Effect)}}}
		if r.Pair.Effect == "skipped" {
			row.Cells[3].Mark = "out"
		}
		if all := new(big.Rat).Add(pro, con); all.Sign() > 0 {
			part := millionths(pro, all)
			row.Bar = &view.Bar{Label: t.T("recount.pair.bar", "winner", r.Pair.Winner, "share", t.Percent(part)), Segments: []view.Segment{
				{Class: "for", X: cssPercent(0), Width: cssPercent(part)}, {Class: "abstain", X: cssPercent(part), Width: cssPercent(1_000_000 - part)}}}
		}
		if r.Tie != nil {
			out.About = append(out.About, t.tie(*r.Tie))
		}
		out.Rows = append(out.Rows, row)
	}
	out.About = append(out.About, t.T("recount.pairs.end"))
	return out
}

// market is how the Independent Markets mechanism settles. It reports false where nobody voted.
func (t counting) market() (view.Table, bool) {
	if len(t.outcome.Rounds) == 0 || t.outcome.Rounds[0].Market == nil {
		return view.Table{}, false
	}
	m := t.outcome.Rounds[0].Market
	price := rat(m.Price)
	out := view.Table{ID: t.id + "-market", Title: t.T("recount.market"),
		About: []string{t.T("recount.market.about"), t.T("recount.market.price", "t", t.figure(numberOfPrice(price)))},
		Head:  []string{t.T("recount.source"), t.T("recount.share"), t.T("recount.support"), t.T("recount.bound")}, Bars: t.T("results.bar")}
	for _, o := range t.outcome.Options {
		// In units of 10^-12; the price is per millionth of weight.
		bound := new(big.Rat).Mul(price, new(big.Rat).Mul(rat(m.Support[o]), big.NewRat(int64(weight.Unit), 1)))
		share, _ := strconv.ParseInt(string(t.outcome.Scores[o]), 10, 64)
		part := uint64(share) / 1_000_000
		out.Rows = append(out.Rows, view.TableRow{Name: o, Class: t.hue[o],
			Cells: []view.Cell{{Text: t.exactly(share)}, {Text: t.figure(m.Support[o])}, {Text: t.exactly(min(floor(bound), 1_000_000_000_000))}},
			Bar:   &view.Bar{Label: o + " " + t.Part(share), Segments: []view.Segment{{Class: t.hue[o], X: cssPercent(0), Width: cssPercent(part)}}}})
	}
	return out, true
}

// numberOfPrice writes the price of a market per whole unit of weight, as a part of the whole.
func numberOfPrice(perMicro *big.Rat) tally.Number {
	return tally.Number(new(big.Rat).Mul(perMicro, big.NewRat(int64(weight.Unit), 1_000_000_000_000)).RatString())
}

func floor(r *big.Rat) int64 { return new(big.Int).Quo(r.Num(), r.Denom()).Int64() }

// lots is the order of the lot, where it decided something.
func (t counting) lots() (view.Table, bool) {
	drawn := slices.ContainsFunc(t.outcome.Rounds, func(r tally.Round) bool { return r.Tie != nil && strings.HasPrefix(r.Tie.Rule, "lot") })
	if !drawn {
		return view.Table{}, false
	}
	out := view.Table{ID: t.id + "-lots", Title: t.T("recount.lots"), Head: []string{t.T("results.option"), "SHA-256"}}
	if t.method != tally.RankedIRV && t.method != tally.RankedCondorcet { // those say it where it happens
		for _, r := range t.outcome.Rounds {
			if r.Tie != nil {
				out.About = append(out.About, t.tie(*r.Tie))
			}
		}
	}
	if t.outcome.Seed == "" {
		out.About = append(out.About, t.T("recount.lots.open"))
	} else {
		out.About = append(out.About, t.T("recount.lots.about", "seed", t.outcome.Seed))
	}
	type lot struct{ option, hash string }
	var order []lot
	for _, o := range t.outcome.Options {
		hash := tally.Lot(t.outcome.Seed, o)
		order = append(order, lot{o, fmt.Sprintf("%x", hash[:])})
	}
	slices.SortFunc(order, func(a, b lot) int { return strings.Compare(a.hash, b.hash) })
	for _, l := range order {
		out.Rows = append(out.Rows, view.TableRow{Name: l.option, Cells: []view.Cell{{Text: l.hash, Mark: "mono"}}})
	}
	return out, true
}

// spoiled names the ballots that this body could not count.
func (t counting) spoiled(ballots []CountedBallot, chamber int) []view.Spoiled {
	var out []view.Spoiled
	for _, s := range t.outcome.Spoiled {
		v := view.Spoiled{Voter: t.who(Person{Address: common.HexToAddress(s.Voter)}), Why: s.Why}
		i := slices.IndexFunc(ballots, func(b CountedBallot) bool { return b.Counted && b.Listed == common.HexToAddress(s.Voter) })
		if i >= 0 {
			v.Voter = t.who(ballots[i].Voter)
			if c, err := t.method.ParseWords(ballots[i].Choice); err == nil && t.method == tally.Quadratic {
				_, cost, _ := t.given(ballots[i].Weights[chamber], c)
				v.Why = t.T("recount.spoiled.cost", "cost", cost)
			}
		}
		out = append(out, v)
	}
	return out
}

// option names an option of a vote, and says what is special about it.
func (p presenter) option(o string) string {
	if o == proposal.StatusQuo {
		return p.T("option.status-quo")
	}
	return o
}

// score writes what an option came to: the parts of a mixture as percentages.
func (p presenter) score(method string, n tally.Number) string {
	if tally.Method(method) == tally.Mixture {
		share, _ := strconv.ParseInt(string(n), 10, 64)
		return p.Part(share)
	}
	return p.figure(n)
}

// figure writes an exact number of a count; a fraction stays one.
func (p presenter) figure(n tally.Number) string {
	if strings.Contains(string(n), "/") {
		return string(n)
	}
	whole, rest, _ := strings.Cut(string(n), ".")
	if i, err := strconv.ParseInt(whole, 10, 64); err == nil {
		whole = p.Int(i)
	}
	if rest == "" {
		return whole
	}
	return whole + p.T("number.decimal") + rest
}

// rat is the value of a number of a count, zero for none.
func rat(n tally.Number) *big.Rat {
	r, err := n.Rat()
	if err != nil {
		return new(big.Rat)
	}
	return r
}

// millionths is part/whole in millionths, rounded down. The whole is not zero.
func millionths(part, whole *big.Rat) uint64 {
	r := new(big.Rat).Quo(new(big.Rat).Mul(part, big.NewRat(1_000_000, 1)), whole)
	return uint64(floor(r))
}

/* FILES */

// against is the query that asks for the comparison with the status quo instead of the ballots as they were cast.
const against = "against"

func ballotsFile(revision document.Digest, ch Chamber, quo bool) string {
	name := "ballots-" + revision.String()[:12] + "-" + strings.ReplaceAll(ch.Name, "/", "-")
	if quo {
		name += "-" + against + "-" + proposal.StatusQuo
	}
	return name + ".json"
}

// recountFiles are what a stranger needs to count a body's ballots.
func (p presenter) recountFiles(revision document.Digest, ch Chamber) []view.File {
	name, query := ballotsFile(revision, ch, false), url.Values{"chamber": {ch.Name}}
	href := "/proposals/" + revision.String() + "/ballots.json?"
	out := []view.File{{Title: p.chamberTitle(ch.Domain), Href: href + query.Encode(), Name: name, Command: "peritus tally " + name}}
	if ch.Poll != nil && ch.Poll.StatusQuo != nil {
		name = ballotsFile(revision, ch, true)
		query.Set(against, proposal.StatusQuo)
		out = append(out, view.File{Title: p.T("recount.file.quo", "chamber", p.chamberTitle(ch.Domain), "winner", ch.Poll.StatusQuo.Winner), Href: href + query.Encode(), Name: name,
			Command: "peritus tally " + name})
	}
	return out
}

// recountFile is one body's ballots as `peritus tally` reads them.
func (a *App) recountFile(c *fiber.Ctx) error {
	revision, err := digestParam(c, "revision")
	if err != nil {
		return err
	}
	r, err := a.service.Recount(c.UserContext(), revision)
	if err != nil {
		return err
	}
	for i, ch := range r.Chambers {
		if ch.Name != c.Query("chamber", r.Chambers[0].Name) {
			continue
		}
		quo := c.Query(against)
		if quo != "" && (quo != proposal.StatusQuo || ch.Poll == nil || ch.Poll.StatusQuo == nil) {
			return refusal.New(refusal.NotFound, "no-such-page", against, "This vote has no such comparison.")
		}
		raw, err := json.MarshalIndent(pollFile(r, i, quo != ""), "", "  ")
		if err != nil {
			return err
		}
		return sendFile(c, ballotsFile(revision, ch, quo != ""), append(raw, '\n'))
	}
	return refusal.New(refusal.NotFound, "no-such-page", "chamber", "This proposal has no such body.")
}

// pollFile is one body's ballots by the vote's method, or, of a vote over options, the question whether the winner among all is
// preferred to the status quo. With it comes every rule of the count.
func pollFile(r Recount, i int, quo bool) tally.File {
	ch := r.Chambers[i]
	out := tally.File{Method: tally.Method(r.Method), Options: r.Options, Decimals: decimals, Ballots: []tally.FileBallot{}}
	motion := func(threshold string, heads int) {
		out.Method, out.Options = tally.Threshold, []string{ballot.For, ballot.Against, ballot.Abstain}
		out.Threshold, out.Quorum, out.Electorate, out.Heads = threshold, r.Rules.QuorumWeight, strconv.FormatUint(uint64(ch.Total), 10), heads
	}
	switch {
	case quo:
		motion(ch.Poll.StatusQuo.Threshold, ch.Poll.QuorumHeads)
	case ch.Poll != nil:
		out.Seed = ch.Poll.Count.Seed
	case ch.Result != nil:
		motion(r.Rules.Threshold, ch.Result.QuorumHeads)
	default:
		motion(r.Rules.Threshold, 0)
	}
	spoiled := map[string]bool{}
	if quo {
		for _, s := range ch.Poll.Count.Spoiled {
			spoiled[s.Voter] = true
		}
	}
	for _, b := range r.Ballots {
		line := tally.FileBallot{Voter: strings.ToLower(b.Listed.Hex()), Weight: b.Weights[i].String()}
		if !b.Counted || b.Weights[i] == 0 || spoiled[line.Voter] {
			continue
		}
		line.Choice = out.Method.FileChoice(b.Choice)
		if quo {
			method := tally.Method(r.Method)
			c, err := method.ParseWords(b.Choice)
			if err != nil {
				continue
			}
			line.Choice = [...]string{ballot.Against, ballot.Abstain, ballot.For}[1+method.Prefers(c, ch.Poll.StatusQuo.Winner, proposal.StatusQuo)]
		}
		out.Ballots = append(out.Ballots, line)
	}
	return out
}
