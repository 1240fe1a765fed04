package tally

import (
	"errors"
	"fmt"

	"github.com/peritus-dao/peritus/attestations/weight"
)

// Parse reads a poll from a file in strict JSON:
//
//	{
//	  "method": "ranked-irv",              // see Methods; a method that the caller gives goes first
//	  "options": ["a", "b", "c"],          // a threshold vote needs none
//	  "seed": "…",                         // optional, decides ties; see Config
//	  "decimals": 6,                       // optional, weights are multiples of 10^-6; see Config
//	  "threshold": "2/3",                  // these four are for threshold votes, and optional
//	  "quorum": "1/5", "electorate": "1000", "heads": 3,
//	  "ballots": [
//	    {"voter": "0x…", "weight": "123", "choice": ["b", "a"]}
//	  ]
//	}
//
// A choice is "a" (threshold, single), ["a","c"] (approval; a ranking, best first, in which a list stands for options
// of equal rank), or {"a":"3","b":"1"} (weighted, quadratic, mixture). Weights and amounts are decimal strings. Other
// members of a ballot mean nothing here, and a voter may be left out. A ballot that cannot be counted is spoiled, and so
// are all ballots of a voter with several, since a file's order says nothing about which is the last. A file that is not
// JSON, or does not say what is counted and how, is an error. The caller's seed is for files that name none.
func Parse(raw []byte, method Method, seed string) (*Poll, error) {
	h, err := readHeader(raw)
	if err != nil {
		return nil, err
	}
	if method != "" {
		h.config.Method = method
	}
	if h.config.Seed == "" {
		h.config.Seed = seed
	}
	if h.config.Method == "" {
		return nil, errors.New("the file names no method")
	}
	p, err := NewPoll(h.config)
	if err != nil {
		return nil, err
	}
	if h.ballots == nil {
		return nil, errors.New("the file holds no ballots")
	}
	p.readBallots(h.ballots)
	return p, nil
}

// MethodOf returns the method that a file names, which need not be one that is known here.
func MethodOf(raw []byte) (Method, error) {
	h, err := readHeader(raw)
	return h.config.Method, err
}

// File is a poll in the form that [Parse] reads. What a method does not need is left out.
type File struct {
	Method     Method       `json:"method"`
	Options    []string     `json:"options"`
	Seed       string       `json:"seed,omitempty"`
	Decimals   int          `json:"decimals,omitempty"`
	Threshold  string       `json:"threshold,omitempty"`
	Quorum     string       `json:"quorum,omitempty"`
	Electorate string       `json:"electorate,omitempty"`
	Heads      int          `json:"heads,omitempty"`
	Ballots    []FileBallot `json:"ballots"`
}

// FileBallot is a ballot in a [File].
type FileBallot struct {
	Voter  string `json:"voter"`
	Weight string `json:"weight"`
	Choice any    `json:"choice"` // see Method.FileChoice
}

// FileChoice returns the words of a choice (see [Method.Words]) as a [File] writes them. Words that are no choice of the method
// stay a text, which the count names as spoiled.
func (m Method) FileChoice(words string) any {
	c, err := m.ParseWords(words)
	if err != nil || m.form() == oneOption {
		return words
	}
	if m.form() == amounts {
		out := map[string]string{}
		for i, o := range c.Options {
			out[o] = Amount{lo: c.Amounts[i]}.String()
		}
		return out
	}
	list := []any{}
	for i, o := range c.Options {
		if c.Tied == nil || !c.Tied[i] {
			list = append(list, o)
			continue
		}
		last := len(list) - 1
		if group, ok := list[last].([]string); ok {
			list[last] = append(group, o)
		} else {
			list[last] = []string{list[last].(string), o}
		}
	}
	return list
}

// header is a file but for its ballots.
type header struct {
	config  Config
	ballots []byte // the array
}

// readHeader reads a file, of which every value is known to be JSON after it.
func readHeader(raw []byte) (header, error) {
	var h header
	s := scanner{raw: raw}
	seen := map[string]bool{}
	str := func(what string) string {
		if s.peek() != '"' {
			s.fail("%s is not a string", what)
		}
		return string(s.text())
	}
	fraction := func(what string, f *weight.Fraction) {
		if err := f.UnmarshalText([]byte(str(what))); err != nil {
			s.fail("%s: %v", what, err)
		}
	}
	if s.peek() != '{' {
		s.fail(`the file is not a JSON object with method, options and ballots`)
	}
	s.object(func(key []byte) {
		name := string(key)
		if seen[name] {
			s.fail("%q is there twice", name)
			return
		}
		seen[name] = true
		switch name {
		case "method":
			h.config.Method = Method(str("the method"))
		case "seed":
			h.config.Seed = str("the seed")
		case "options":
			if s.peek() != '[' {
				s.fail("the options are not a list")
			}
			s.array(func() {
				if h.config.Options = append(h.config.Options, str("an option")); len(h.config.Options) > MaxOptions {
					s.fail("there are more than %d options", MaxOptions)
				}
			})
		case "threshold":
			fraction("the threshold", &h.config.Threshold)
		case "quorum":
			fraction("the quorum", &h.config.Quorum)
		case "electorate":
			var err error
			if h.config.Electorate, err = ParseAmount(str("the electorate")); err != nil {
				s.fail("the electorate: %v", err)
			}
		case "heads":
			n, ok := parseDigits(s.skip(), 9)
			if !ok {
				s.fail("heads is not a number of ballots")
			}
			h.config.Heads = int(n.lo)
		case "decimals":
			n, ok := parseDigits(s.skip(), 2)
			if !ok {
				s.fail("decimals is not a number of digits")
			}
			h.config.Decimals = int(n.lo)
		case "ballots":
			if s.peek() != '[' {
				s.fail("the ballots are not a list")
			}
			h.ballots = s.skip()
		default:
			s.fail("a file of ballots has no %.40q; it has method, options, ballots, seed, decimals, threshold, quorum, electorate and heads", name)
		}
	})
	s.end()
	return h, s.err
}

// readBallots reads an array that is known to be JSON.
func (p *Poll) readBallots(raw []byte) {
	s := scanner{raw: raw}
	var n int
	s.array(func() {
		n++
		p.readBallot(&s, n)
	})
}

// readBallot reads the nth ballot.
func (p *Poll) readBallot(s *scanner, n int) {
	d := &p.draft
	d.reset()
	var voter, problem string
	var w Amount
	const hasVoter, hasWeight, hasChoice = 1, 2, 4
	var has int
	member := func(bit int) {
		if has&bit != 0 && problem == "" {
			problem = "it says something twice"
		}
		has |= bit
	}
	if s.peek() != '{' {
		s.skip()
		d.spoil("ballot %d is not an object with voter, weight and choice", n)
		p.commit("", w)
		return
	}
	s.object(func(key []byte) {
		switch string(key) {
		case "voter":
			member(hasVoter)
			text, isText := s.textOrOther()
			if isText {
				voter = string(text)
			} else if problem == "" {
				problem = "the voter is not a string"
			}
		case "weight":
			member(hasWeight)
			text, isText := s.textOrOther()
			var ok bool
			if w, ok = parseDigits(text, maxDigits); (!ok || !isText) && problem == "" {
				problem = fmt.Sprintf("the weight %.40s is not a decimal string of at most %d digits", text, maxDigits)
			}
		case "choice":
			member(hasChoice)
			p.readChoice(s)
		default:
			s.skip()
		}
	})
	switch {
	case problem != "":
	case has&hasWeight == 0:
		problem = "the weight is missing"
	case has&hasChoice == 0:
		problem = "the choice is missing"
	}
	if problem != "" {
		d.why = problem
	}
	if d.why != "" && voter == "" {
		d.why = fmt.Sprintf("ballot %d: %s", n, d.why)
	}
	p.commit(voter, w)
}

// readChoice reads a choice into the draft.
func (p *Poll) readChoice(s *scanner) {
	d, f := &p.draft, p.config.Method.form()
	if opening := [...]byte{oneOption: '"', setOfOptions: '[', ranking: '[', amounts: '{'}[f]; s.peek() != opening {
		s.skip()
		d.spoil("the choice is not %s", f)
		return
	}
	switch f {
	case oneOption:
		p.readOption(s.text(), false)
	case setOfOptions:
		s.array(func() { p.readElement(s, false) })
	case ranking:
		s.array(func() {
			if s.peek() != '[' {
				p.readElement(s, false)
				return
			}
			tied := false
			s.array(func() {
				p.readElement(s, tied)
				tied = true
			})
		})
	case amounts:
		s.object(func(key []byte) {
			known := p.readOption(key, false)
			text, isText := s.textOrOther()
			n, ok := parseDigits(text, 19)
			switch {
			case !ok || !isText || n.hi != 0:
				d.spoil("the amount %.40s is not a decimal string of at most 19 digits", text)
			case known:
				d.amounts = append(d.amounts, n.lo)
			}
		})
	}
}

// readElement reads an option in a list.
func (p *Poll) readElement(s *scanner, tied bool) {
	if s.peek() != '"' {
		s.skip()
		p.draft.spoil("the choice is not %s", p.config.Method.form())
		return
	}
	p.readOption(s.text(), tied)
}

// readOption takes an option into the draft, and reports whether it is one.
func (p *Poll) readOption(name []byte, tied bool) bool {
	index, ok := p.index[string(name)]
	if !ok {
		p.draft.spoil("%.40q is not an option", name)
		return false
	}
	p.draft.options = append(p.draft.options, index)
	p.draft.tied = append(p.draft.tied, tied)
	return true
}
