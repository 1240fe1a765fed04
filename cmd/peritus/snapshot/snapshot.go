// Package snapshot reads votes exported from Snapshot, so that a community can recount its own history: by the methods
// of package tally, or, with the methods named snapshot-…, as Snapshot itself counts.
//
// The latter reproduce the voting systems of snapshot.js 0.17.5 number by number: binary floats, added in the order of the
// file. That is why they live here, beside the command, and not in the pure core. Where they differ from the methods of
// the same name:
//
//   - snapshot-single-choice, snapshot-basic and snapshot-approval agree with single and approval but for the floats. A
//     tie is won by the choice that is listed first. The total counts invalid votes too, as it does in all but copeland.
//   - snapshot-ranked-choice wants every choice ranked, and throws other votes away. Of several choices with the least
//     votes it eliminates the one that is listed first. It stops with two choices left, or a majority.
//   - snapshot-weighted agrees with weighted but for the floats.
//   - snapshot-quadratic divides a vote's power p by the shares s that it names, and gives each choice the square of
//     the sum of √(p·s), scaled so that the scores add up to the power. That is quadratic funding's formula and not
//     quadratic voting: voters buy no votes, and nothing is paid for holding strong opinions.
//   - snapshot-copeland gives two points for each choice that a choice beats and one for each that it ties with, adds half
//     of its mean support (a share below 1), and scales that to the power. It is Copeland's method with an own
//     tie-break, and may name another winner than Ranked Pairs; it elects a Condorcet winner too.
package snapshot

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/peritus-dao/peritus/governance/tally"
)

// Export is a proposal's votes in the order of the file.
type Export struct {
	Type    string   // Snapshot's voting system, as in "ranked-choice"; "" if the file does not say
	Choices []string // as the file names them, or numbers where it does not, or names two alike
	Votes   []Vote
}

// Vote is one vote as it was exported.
type Vote struct {
	Voter  string
	Power  string // a JSON number, or "" if there is none
	Choice Choice
}

// Choice is what a vote names, in one of three forms; none if it is something else. Choices count from 1.
type Choice struct {
	One    int
	List   []int
	Shares []Share // ascending
	form   form
}

// Share is a choice's share of a vote, a JSON number.
type Share struct {
	Choice int
	Amount string
}

type form int

const (
	noForm form = iota
	oneForm
	listForm
	sharesForm
)

// exported is what JSON exports have in common: snapshot.js's examples, answers of the hub's GraphQL interface with or
// without their envelope.
type exported struct {
	Data     *exported       `json:"data"`
	Proposal *proposal       `json:"proposal"`
	Votes    json.RawMessage `json:"votes"` // a number where a proposal counts them
}

type proposal struct {
	Choices []string `json:"choices"`
	Type    string   `json:"type"`
}

type exportedVote struct {
	Voter    json.RawMessage `json:"voter"`
	Choice   json.RawMessage `json:"choice"`
	VP       json.RawMessage `json:"vp"`
	Balance  json.RawMessage `json:"balance"`
	Proposal *proposal       `json:"proposal"`
}

// Parse reads an export: JSON with a proposal and its votes, a list of votes, or the CSV report of Snapshot's pages, which
// names no choices.
func Parse(raw []byte) (*Export, error) {
	if !utf8.Valid(raw) {
		return nil, errors.New("the file is not UTF-8")
	}
	raw = bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\ufeff")))
	if len(raw) == 0 || raw[0] != '{' && raw[0] != '[' {
		return parseReport(raw)
	}
	var top exported
	if raw[0] == '[' {
		top.Votes = raw
		if !json.Valid(raw) {
			return nil, errors.New("the file is neither JSON nor a CSV report")
		}
	} else if err := json.Unmarshal(raw, &top); err != nil {
		return nil, fmt.Errorf("the file is no export of Snapshot: %w", err)
	}
	if top.Data != nil {
		top = *top.Data
	}
	var votes []exportedVote
	if err := json.Unmarshal(top.Votes, &votes); err != nil || top.Votes == nil {
		return nil, errors.New("the file is no export of Snapshot: it has no list of votes")
	}
	e := &Export{}
	about := top.Proposal
	for _, v := range votes {
		if about == nil {
			about = v.Proposal
		}
		vote := Vote{Choice: parseChoice(v.Choice)}
		if json.Unmarshal(v.Voter, &vote.Voter) != nil {
			vote.Voter = ""
		}
		for _, power := range []json.RawMessage{v.VP, v.Balance} {
			if vote.Power == "" {
				vote.Power = parsePower(power)
			}
		}
		e.Votes = append(e.Votes, vote)
	}
	if about != nil {
		e.Type, e.Choices = about.Type, about.Choices
	}
	e.nameChoices()
	return e, nil
}

// parsePower reads a number, which may stand in a string, and returns "" for anything else.
func parsePower(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil && s != "" {
		raw = json.RawMessage(s)
	}
	var n json.Number
	if json.Unmarshal(raw, &n) != nil {
		return ""
	}
	return n.String()
}

// parseChoice reads a choice of any form.
func parseChoice(raw json.RawMessage) Choice {
	var one int
	var list []int
	var shares map[string]json.Number
	switch {
	case len(raw) == 0 || string(raw) == "null":
	case json.Unmarshal(raw, &one) == nil:
		return Choice{One: one, form: oneForm}
	case json.Unmarshal(raw, &list) == nil:
		return Choice{List: list, form: listForm}
	case raw[0] == '{' && !bytes.ContainsRune(raw, '\\') && json.Unmarshal(raw, &shares) == nil:
		c := Choice{form: sharesForm}
		for key, amount := range shares {
			n, err := strconv.Atoi(key)
			if err != nil || strconv.Itoa(n) != key || amount == "" {
				return Choice{}
			}
			c.Shares = append(c.Shares, Share{n, amount.String()})
		}
		slices.SortFunc(c.Shares, func(a, b Share) int { return cmp.Compare(a.Choice, b.Choice) })
		return c
	}
	return Choice{}
}

// nameChoices numbers the choices if their names are missing or cannot tell them apart.
func (e *Export) nameChoices() {
	n, seen := len(e.Choices), map[string]bool{}
	for _, name := range e.Choices {
		if name != "" && len(name) <= tally.MaxOption {
			seen[name] = true
		}
	}
	if n > 0 && len(seen) == n {
		return
	}
	if n == 0 {
		for _, v := range e.Votes {
			n = max(n, v.Choice.One)
			for _, c := range v.Choice.List {
				n = max(n, c)
			}
			for _, s := range v.Choice.Shares {
				n = max(n, s.Choice)
			}
		}
	}
	e.Choices = nil
	for i := range min(n, tally.MaxOptions) {
		e.Choices = append(e.Choices, strconv.Itoa(i+1))
	}
}

// parseReport reads the CSV report:
//
//	address,choice,voting_power,timestamp,author_ipfs_hash,reason
//	address,choice.1,choice.2,voting_power,timestamp,author_ipfs_hash,reason
//
// Columns choice.1, … hold a list (approval, ranked choice), from the first without gaps, or shares by choice. Nothing
// says which: a row that could be either is a list if its numbers are distinct choices. Type tells it apart in JSON; so
// prefer that. The reason, which Snapshot quotes without escaping, stands last and is not read.
func parseReport(raw []byte) (*Export, error) {
	lines := strings.Split(string(raw), "\n")
	head := strings.Split(strings.TrimSpace(lines[0]), ",")
	column := map[string]int{}
	choices := 0
	for i, name := range head {
		column[strings.Trim(name, `" `)] = i
	}
	for {
		if _, ok := column[fmt.Sprintf("choice.%d", choices+1)]; !ok {
			break
		}
		choices++
	}
	address, hasAddress := column["address"]
	power, hasPower := column["voting_power"]
	one, hasOne := column["choice"]
	if !hasAddress || !hasPower || hasOne == (choices > 0) {
		return nil, errors.New("the file is neither JSON nor a CSV report with the columns address, choice (or choice.1, choice.2, …) and voting_power")
	}
	e := &Export{}
	for _, line := range lines[1:] {
		if line = strings.TrimRight(line, "\r"); line == "" {
			continue
		}
		cells := strings.Split(line, ",")
		if len(cells) <= power || len(cells) <= address {
			e.Votes = append(e.Votes, Vote{Voter: cells[0]})
			continue
		}
		v := Vote{Voter: cells[address], Power: parsePower(json.RawMessage(cells[power]))}
		if hasOne {
			v.Choice = parseChoice(json.RawMessage(cells[one]))
		} else {
			v.Choice = reportChoice(cells, column, choices)
		}
		e.Votes = append(e.Votes, v)
	}
	for i := range choices {
		e.Choices = append(e.Choices, strconv.Itoa(i+1))
	}
	e.nameChoices()
	return e, nil
}

// reportChoice reads the columns choice.1, … of a row.
func reportChoice(cells []string, column map[string]int, choices int) Choice {
	var list []int
	var shares []Share
	seen := map[int]bool{}
	gap := false
	for i := 1; i <= choices; i++ {
		at := column[fmt.Sprintf("choice.%d", i)]
		if at >= len(cells) || cells[at] == "" {
			gap = true
			continue
		}
		amount := parsePower(json.RawMessage(cells[at]))
		if amount == "" {
			return Choice{}
		}
		shares = append(shares, Share{i, amount})
		if n, err := strconv.Atoi(amount); err == nil && n >= 1 && n <= choices && !seen[n] && !gap {
			list, seen[n] = append(list, n), true
		}
	}
	if len(list) == len(shares) {
		return Choice{List: list, Shares: shares, form: listForm}
	}
	return Choice{Shares: shares, form: sharesForm}
}

// Poll returns the votes as a poll for a method of package tally. A threshold vote needs choices called for or yes,
// against or no, and abstain. Powers are taken as the decimals that they are written as, to at most 18 places.
func (e *Export) Poll(c tally.Config) (*tally.Poll, error) {
	c.Options = e.Choices
	if c.Method == tally.Threshold {
		var err error
		if c.Options, err = sides(e.Choices); err != nil {
			return nil, err
		}
	}
	options := c.Options
	for _, v := range e.Votes {
		if d, err := parseDecimal(v.Power); err == nil {
			c.Decimals = max(c.Decimals, min(d.places, 18))
		}
	}
	p, err := tally.NewPoll(c)
	if err != nil {
		return nil, err
	}
	for i, v := range e.Votes {
		power, err := parseDecimal(v.Power)
		if err != nil {
			spoil(p, i, v.Voter, "its voting power is no number from 0")
			continue
		}
		weight, err := tally.ParseAmount(power.scaled(c.Decimals))
		if err != nil {
			spoil(p, i, v.Voter, "its voting power has more than 30 digits")
			continue
		}
		choice, err := v.Choice.named(c.Method, options)
		if err != nil {
			spoil(p, i, v.Voter, err.Error())
			continue
		}
		p.Add(v.Voter, weight, choice)
	}
	return p, nil
}

// spoil names a vote that cannot be read, by its place if it has no voter.
func spoil(p *tally.Poll, i int, voter, why string) {
	if voter == "" {
		why = fmt.Sprintf("vote %d: %s", i+1, why)
	}
	p.Spoil(voter, why)
}

// sides maps choices to the options of a threshold vote.
func sides(choices []string) ([]string, error) {
	known := map[string]string{"for": tally.For, "yes": tally.For, "against": tally.Against, "no": tally.Against, "abstain": tally.Abstain}
	var out []string
	for _, c := range choices {
		side, ok := known[strings.ToLower(strings.TrimSpace(c))]
		if !ok || slices.Contains(out, side) {
			return nil, fmt.Errorf("a threshold vote has the choices for, against and abstain, and not %.40q", c)
		}
		out = append(out, side)
	}
	return out, nil
}

// named returns the choice by names, in the form that the method wants.
func (c Choice) named(m tally.Method, options []string) (tally.Choice, error) {
	var out tally.Choice
	wrong := errors.New("its choice has not the form that the method wants")
	list := c.List
	switch m {
	case tally.Weighted, tally.Quadratic, tally.Mixture:
		if c.form != sharesForm && c.Shares == nil {
			return out, wrong
		}
		list = nil
		for _, s := range c.Shares {
			list = append(list, s.Choice)
		}
		var err error
		if out.Amounts, err = amounts(c.Shares); err != nil {
			return out, err
		}
	case tally.Approval, tally.RankedIRV, tally.RankedCondorcet:
		if c.form != listForm {
			return out, wrong
		}
	default:
		if c.form != oneForm {
			return out, wrong
		}
		list = []int{c.One}
	}
	for _, n := range list {
		if n < 1 || n > len(options) {
			return out, fmt.Errorf("there is no choice %d", n)
		}
		out.Options = append(out.Options, options[n-1])
	}
	return out, nil
}

// amounts scales shares to whole numbers.
func amounts(shares []Share) ([]uint64, error) {
	var places int
	for _, s := range shares {
		d, err := parseDecimal(s.Amount)
		if err != nil {
			return nil, fmt.Errorf("the share %.40s is no number from 0", s.Amount)
		}
		places = max(places, d.places)
	}
	out := []uint64{}
	for _, s := range shares {
		d, err := parseDecimal(s.Amount)
		if err != nil {
			return nil, err
		}
		if places > 18 {
			return nil, fmt.Errorf("the share %.40s has more than 18 decimals", s.Amount)
		}
		n, err := strconv.ParseUint(d.scaled(places), 10, 64)
		if err != nil {
			return nil, fmt.Errorf("the share %.40s has too many digits", s.Amount)
		}
		out = append(out, n)
	}
	return out, nil
}

// decimal is an unsigned number as it is written: digits·10^-places.
type decimal struct {
	digits string // without leading zeros; "" for 0
	places int    // may be negative
}

// parseDecimal reads a JSON number that is not negative.
func parseDecimal(s string) (decimal, error) {
	mantissa, exponent, hasExponent := strings.Cut(strings.ToLower(s), "e")
	whole, part, _ := strings.Cut(mantissa, ".")
	d := decimal{strings.TrimLeft(whole+part, "0"), len(part)}
	if whole == "" || strings.Trim(whole+part, "0123456789") != "" {
		return d, fmt.Errorf("%.40q is no number from 0", s)
	}
	if hasExponent {
		e, err := strconv.Atoi(exponent)
		if err != nil || e > 1000 || e < -1000 {
			return d, fmt.Errorf("%.40q is no number from 0", s)
		}
		d.places -= e
	}
	short := strings.TrimRight(d.digits, "0")
	d.places -= len(d.digits) - len(short)
	d.digits = short
	if short == "" {
		d.places = 0
	}
	return d, nil
}

// scaled returns the digits of the number times 10^places, rounded half up.
func (d decimal) scaled(places int) string {
	digits := d.digits
	if cut := d.places - places; cut > 0 {
		digits = strings.Repeat("0", max(0, cut-len(digits)+1)) + digits
		up := digits[len(digits)-cut] >= '5'
		digits = digits[:len(digits)-cut]
		if up {
			digits = increment(digits)
		}
	} else {
		digits += strings.Repeat("0", -cut)
	}
	if digits = strings.TrimLeft(digits, "0"); digits == "" {
		return "0"
	}
	return digits
}

// increment adds one to decimal digits.
func increment(digits string) string {
	out := []byte(digits)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i] != '9' {
			out[i]++
			return string(out)
		}
		out[i] = '0'
	}
	return "1" + string(out)
}

// FromFile reads a file of package tally's own format, so that it can be counted as Snapshot would: choices get the
// numbers of the options' order, weights become powers, and amounts become shares.
func FromFile(raw []byte) (*Export, error) {
	var file struct {
		Options []string `json:"options"`
		Ballots []struct {
			Voter  string          `json:"voter"`
			Weight string          `json:"weight"`
			Choice json.RawMessage `json:"choice"`
		} `json:"ballots"`
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, fmt.Errorf("the file holds no ballots: %w", err)
	}
	e := &Export{Choices: file.Options}
	number := map[string]int{}
	for i, o := range file.Options {
		number[o] = i + 1
	}
	if len(number) < len(file.Options) {
		return nil, errors.New("an option is named twice")
	}
	for _, b := range file.Ballots {
		v := Vote{Voter: b.Voter, Power: parsePower(json.RawMessage(b.Weight))}
		var one string
		var list []string
		var shares map[string]string
		switch {
		case json.Unmarshal(b.Choice, &one) == nil:
			v.Choice = Choice{One: number[one], form: oneForm}
		case json.Unmarshal(b.Choice, &list) == nil:
			v.Choice.form = listForm
			for _, o := range list {
				v.Choice.List = append(v.Choice.List, number[o])
			}
		case json.Unmarshal(b.Choice, &shares) == nil:
			v.Choice.form = sharesForm
			for _, o := range slices.SortedFunc(maps.Keys(shares), func(a, b string) int {
				return cmp.Or(cmp.Compare(number[a], number[b]), cmp.Compare(a, b))
			}) {
				v.Choice.Shares = append(v.Choice.Shares, Share{number[o], parsePower(json.RawMessage(shares[o]))})
			}
		}
		e.Votes = append(e.Votes, v)
	}
	return e, nil
}
