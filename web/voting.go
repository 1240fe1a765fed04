package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/tally"
	"github.com/peritus-dao/peritus/web/view"
)

// voteBox is the box beside a proposal, for who is signed in or for an address that the visitor named.
func (a *App) voteBox(c *fiber.Ctx, p presenter, s Proposal) (view.VoteBox, *Standing, error) {
	href := "/proposals/" + s.Revision.String()
	box := view.VoteBox{Action: href + "/sign", Page: href}
	switch s.Status {
	case "voting", "extended":
		if p.now >= s.Closes {
			box.Closed = p.T("vote.late")
		}
	case "draft", "submitted", "sponsored", "review":
		box.Closed = p.T("vote.early")
	default:
		box.Closed = p.T("vote.late")
	}
	me, signedIn := a.me(c)
	if as := c.Query("as"); as != "" {
		address, err := addressOf(as, "as")
		if err != nil {
			return box, nil, err
		}
		signedIn = signedIn && me.Address == address
		if !signedIn {
			me = Person{Address: address}
		}
	} else if !signedIn {
		return box, nil, nil
	}
	standing, err := a.service.Standing(c.UserContext(), s.Revision, me.Address)
	if err != nil {
		return box, nil, err
	}
	w := p.who(standing.Member)
	box.Voter, box.SignedIn = &w, signedIn
	box.Weights = p.weightRows(standing)
	if !standing.Frozen {
		box.Preview = p.T("vote.preview")
	}
	if !standing.Votable && box.Closed == "" {
		box.WhyNot = p.T("vote.noweight")
	}
	method, current := tally.Method(s.Life.Method), ""
	if standing.Current != nil {
		current = standing.Current.Choice
	}
	if s.Life.Method != "" {
		box.Options, box.Form = p.ballotOptions(method, s.Life.Options, current), ballotForm(method)
		box.Hint = p.T("ballot.how." + box.Form)
		if box.Form == "amount" {
			box.Hint = p.T("ballot.how." + string(method))
		}
	}
	for _, choice := range []string{"for", "against", "abstain"} {
		if s.Life.Method != "" {
			break
		}
		box.Choices = append(box.Choices, view.Choice{Value: choice, Text: p.T("choice." + choice), Current: standing.Current != nil && standing.Current.Choice == choice})
	}
	if cur := standing.Current; cur != nil {
		box.Current = &view.Current{Choice: p.choice(cur.Choice), When: p.moment(cur.Time), Href: receiptHref(cur.Index)}
		box.Withdraw = s.Life.Method != "" && box.Form != "one" // where the choice has fields of its own, a button of its own
		if !box.Withdraw {
			box.Choices = append(box.Choices, view.Choice{Value: "withdraw", Text: p.T("choice.withdraw"), Current: cur.Choice == "withdraw"})
		}
	}
	return box, &standing, nil
}

// ballotForm is how a method is filled in: one option, several, ranks or amounts.
func ballotForm(method tally.Method) string {
	switch method {
	case tally.Single:
		return "one"
	case tally.Approval:
		return "several"
	case tally.RankedIRV, tally.RankedCondorcet:
		return "rank"
	}
	return "amount"
}

// ballotOptions are the fields of a ballot over options, filled in as the ballot that counts now.
func (p presenter) ballotOptions(method tally.Method, options []Option, current string) []view.BallotOption {
	chosen := map[string]string{}
	if c, err := method.ParseWords(current); err == nil {
		rank := 0
		for i, option := range c.Options {
			switch ballotForm(method) {
			case "rank":
				if c.Tied == nil || !c.Tied[i] {
					rank++
				}
				chosen[option] = strconv.Itoa(rank)
			case "amount":
				chosen[option] = strconv.FormatUint(c.Amounts[i], 10)
			default:
				chosen[option] = "on"
			}
		}
	}
	var out []view.BallotOption
	for _, o := range options {
		out = append(out, view.BallotOption{ID: "option-" + o.Name, Name: o.Name, Value: chosen[o.Name], Ranks: len(options), Quo: o.Name == proposal.StatusQuo})
	}
	return out
}

// ballotWords makes the words to sign of the fields of a ballot over options.
func ballotWords(c *fiber.Ctx, method tally.Method, options []Option) (string, error) {
	var choice tally.Choice
	type ranked struct {
		rank uint64
		name string
	}
	var ranks []ranked
	for _, o := range options {
		value := strings.TrimSpace(c.FormValue("option-" + o.Name))
		if value == "" {
			continue
		}
		switch ballotForm(method) {
		case "several":
			choice.Options = append(choice.Options, o.Name)
		case "rank", "amount":
			n, err := numberOf(value, o.Name)
			if err != nil {
				return "", err
			}
			if ballotForm(method) == "rank" {
				ranks = append(ranks, ranked{n, o.Name})
				continue
			}
			choice.Options, choice.Amounts = append(choice.Options, o.Name), append(choice.Amounts, n)
		}
	}
	slices.SortStableFunc(ranks, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	for i, r := range ranks {
		choice.Options, choice.Tied = append(choice.Options, r.name), append(choice.Tied, i > 0 && r.rank == ranks[i-1].rank)
	}
	return method.Words(choice), nil
}

func (p presenter) weightRows(s Standing) []view.WeightRow {
	var rows []view.WeightRow
	for _, ch := range s.Chambers {
		rows = append(rows, view.WeightRow{Title: p.chamberTitle(ch.Domain), Weight: p.Short(ch.Weight), Words: ch.Words,
			Of: p.T("vote.of", "total", p.Short(ch.Total), "share", p.percent(ch.Weight, ch.Total))})
	}
	return rows
}

// signBallotPage is step one: it shows what the signature will say, and takes the signature from a wallet or a person.
func (a *App) signBallotPage(c *fiber.Ctx) error {
	revision, err := digestParam(c, "revision")
	if err != nil {
		return err
	}
	voter, err := addressOf(c.FormValue("voter"), "voter")
	if err != nil {
		return err
	}
	s, err := a.service.Proposal(c.UserContext(), revision)
	if err != nil {
		return err
	}
	request := BallotRequest{Revision: revision, Voter: voter, Choice: c.FormValue("choice"), Reason: lines(c.FormValue("reason"))}
	if request.Choice == "" && s.Life.Method != "" {
		if request.Choice, err = ballotWords(c, tally.Method(s.Life.Method), s.Life.Options); err != nil {
			return err
		}
	}
	ballot, err := a.service.PrepareBallot(c.UserContext(), request)
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "proposals", "sign.title")
	page.Wallet = true
	w := p.who(ballot.Standing.Member)
	m := view.Sign{
		Back:   view.Link{Text: s.Title, Href: "/proposals/" + revision.String() + "?as=" + voter.Hex() + "#vote"},
		Kicker: p.T("sign.kicker"), Title: p.T("sign.title"), Lede: p.T("sign.lede"),
		Says: []view.Fact{
			{Label: p.T("sign.choice"), Text: p.choice(request.Choice)},
			{Label: p.T("sign.proposal"), Text: s.Title},
			{Label: p.T("sign.voter"), Who: &w},
			{Label: p.T("sign.sequence"), Text: p.T("sign.sequence.n", "n", ballot.Sequence)},
		},
		TypedData: pretty(ballot.TypedData), Digest: ballot.Digest.Hex(), Address: voter.Hex(), Method: "eth_signTypedData_v4",
		Action: "/proposals/" + revision.String() + "/vote", Submit: p.T("sign.cast"), Expires: p.moment(ballot.Expires),
		Hidden: []view.Field{{Name: "voter", Value: voter.Hex()}, {Name: "choice", Value: request.Choice}, {Name: "reason", Value: request.Reason},
			{Name: "salt", Value: ballot.Salt}, {Name: "sequence", Value: strconv.FormatUint(ballot.Sequence, 10)}, {Name: "expires", Value: ballot.Expires.String()}},
	}
	if s.Rules.HiddenResults {
		m.Why = append(m.Why, p.T("sealed.sign"))
	}
	for _, row := range p.weightRows(ballot.Standing) {
		m.Says = append(m.Says, view.Fact{Label: row.Title, Text: row.Weight, Note: row.Of})
	}
	return a.render(c, view.SignPage(page, m))
}

// castBallot is step two.
func (a *App) castBallot(c *fiber.Ctx) error {
	revision, err := digestParam(c, "revision")
	if err != nil {
		return err
	}
	ballot := SignedBallot{Revision: revision, Choice: c.FormValue("choice"), Reason: lines(c.FormValue("reason")), Salt: c.FormValue("salt"), Signature: strings.TrimSpace(c.FormValue("signature"))}
	if ballot.Voter, err = addressOf(c.FormValue("voter"), "voter"); err != nil {
		return err
	}
	if ballot.Sequence, err = numberOf(c.FormValue("sequence"), "sequence"); err != nil {
		return err
	}
	if ballot.Expires, err = timeOf(c.FormValue("expires"), "expires"); err != nil {
		return err
	}
	receipt, err := a.service.CastBallot(c.UserContext(), ballot)
	if err != nil {
		return err
	}
	return c.Redirect(receiptHref(receipt.Index)+saltQuery(receipt), fiber.StatusSeeOther)
}

// saltQuery keeps the salt of a sealed ballot in addresses that only its voter sees.
func saltQuery(r Receipt) string {
	if r.Salt == "" {
		return ""
	}
	return "?salt=" + url.QueryEscape(r.Salt)
}

func (a *App) receiptPage(c *fiber.Ctx) error {
	index, err := indexParam(c)
	if err != nil {
		return err
	}
	r, err := a.service.Receipt(c.UserContext(), index, c.Query("salt"))
	if err != nil {
		return err
	}
	p, page := a.presenter(c), a.frame(c, "proposals", "receipt.label")
	page.Title = p.T("receipt.label")
	voter, when := p.who(r.Voter), p.moment(r.Time)
	name := "peritus-receipt-" + strconv.FormatInt(index, 10) + ".json"
	href := "/proposals/" + r.Revision.String()
	m := view.Receipt{
		Status: view.Status{Tone: view.Good, Text: p.T("receipt.counts")}, Title: p.T("receipt.title", "choice", p.choice(r.Choice)), Lede: p.T("receipt.lede"),
		Facts: []view.Fact{
			{Label: p.T("sign.proposal"), Text: r.Title, Href: href},
			{Label: p.T("sign.choice"), Text: p.choice(r.Choice)},
			{Label: p.T("sign.voter"), Who: &voter},
			{Label: p.T("receipt.when"), When: &when},
			{Label: p.T("receipt.entry"), Text: p.Int(index), Href: entryHref(index), Note: p.T("receipt.tree", "size", p.Int(r.TreeSize))},
			{Label: p.T("entry.leaf"), Text: r.LeafHash, Mono: true},
		},
		Download: receiptHref(index) + ".json" + saltQuery(r), Filename: name, Command: "peritus verify --genesis genesis.json " + name,
		Proposal: view.Link{Text: r.Title, Href: href}, Recount: &view.Link{Text: p.T("receipt.recount"), Href: href + "/recount"},
		Entry: view.Link{Text: p.T("receipt.inlog"), Href: entryHref(index)},
	}
	if r.Opens > 0 { // nothing to recount before that
		m.Recount = nil
		if r.Salt != "" {
			m.Sealed = &view.Sealed{Opens: p.moment(r.Opens), Says: []string{p.T("sealed.envelope"), p.T("sealed.keep"), p.T("sealed.why"), p.T("sealed.who"), p.T("sealed.address")}}
		}
	}
	if r.Superseded >= 0 {
		m.Status = view.Status{Tone: view.Quiet, Text: p.T("receipt.replaced")}
		m.Facts = append(m.Facts, view.Fact{Label: p.T("receipt.by"), Text: p.T("entry.link", "n", p.Int(r.Superseded)), Href: receiptHref(r.Superseded)})
	} else {
		m.Change = &view.Link{Text: p.T("receipt.change"), Href: href + "?as=" + r.Voter.Address.Hex() + "#vote"}
	}
	return a.render(c, view.ReceiptPage(page, m))
}

func (a *App) receiptFile(c *fiber.Ctx) error {
	index, err := indexParam(c)
	if err != nil {
		return err
	}
	r, err := a.service.Receipt(c.UserContext(), index, c.Query("salt"))
	if err != nil {
		return err
	}
	return sendFile(c, "peritus-receipt-"+c.Params("index")+".json", r.File)
}

func pretty(raw json.RawMessage) string {
	var b bytes.Buffer
	if json.Indent(&b, raw, "", "  ") != nil {
		return string(raw)
	}
	return b.String()
}
