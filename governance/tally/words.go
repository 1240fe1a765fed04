package tally

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// blank is the words of a choice that names no option: a blank ranking, or approval of nothing.
const blank = "(none)"

// Words writes a choice in the words that a wallet shows and a member signs:
//
//	threshold, single              for
//	approval                       a, c           in ascending order
//	ranked-…                       b > a = c > d  options of equal rank in ascending order
//	weighted, quadratic, mixture   a=60, b=40     in ascending order, without zeros
//
// and (none) for a choice that names no option, or buys nothing. It is the one spelling that [ParseWords] accepts.
func (m Method) Words(c Choice) string {
	type named struct {
		option string
		amount uint64
	}
	var parts [][]named // groups of equal rank
	for i, o := range c.Options {
		n := named{option: o}
		if m.form() == amounts {
			if n.amount = c.Amounts[i]; n.amount == 0 {
				continue
			}
		}
		if len(parts) > 0 && (m.form() != ranking || c.Tied != nil && c.Tied[i]) {
			parts[len(parts)-1] = append(parts[len(parts)-1], n)
		} else {
			parts = append(parts, []named{n})
		}
	}
	var groups []string
	for _, part := range parts {
		slices.SortFunc(part, func(a, b named) int { return strings.Compare(a.option, b.option) })
		var words []string
		for _, n := range part {
			if m.form() == amounts {
				n.option += "=" + strconv.FormatUint(n.amount, 10)
			}
			words = append(words, n.option)
		}
		separator := ", "
		if m.form() == ranking {
			separator = " = "
		}
		groups = append(groups, strings.Join(words, separator))
	}
	if len(groups) == 0 {
		return blank
	}
	return strings.Join(groups, " > ")
}

// ParseWords reads a choice from the words of [Method.Words], and refuses every other spelling, so that what was signed is
// what was meant. Options are written [a-z0-9-]{1,32}. Whether they are options of the poll, and whether the ballot can
// pay for them, is for [Poll.Add] to say.
func (m Method) ParseWords(words string) (Choice, error) {
	var c Choice
	refuse := func() (Choice, error) {
		return Choice{}, fmt.Errorf("%.80q is no choice of this vote; write it as in %q", words, m.example())
	}
	separator, tie := ", ", ""
	switch f := m.form(); {
	case words == blank && f != oneOption && m != Weighted && m != Mixture:
		return c, nil
	case f == oneOption:
		separator = ""
	case f == ranking:
		separator, tie = " > ", " = "
	}
	groups := []string{words}
	if separator != "" {
		groups = strings.Split(words, separator)
	}
	for _, group := range groups {
		members := []string{group}
		if tie != "" {
			members = strings.Split(group, tie)
		}
		for k, option := range members {
			if m.form() == amounts {
				name, amount, ok := strings.Cut(option, "=")
				n, valid := parseDigits(amount, 19)
				if !ok || !valid || n.hi != 0 {
					return refuse()
				}
				option = name
				c.Amounts = append(c.Amounts, n.lo)
			}
			if !isOptionID(option) {
				return refuse()
			}
			c.Options = append(c.Options, option)
			if m.form() == ranking {
				c.Tied = append(c.Tied, k > 0)
			}
		}
	}
	if !slices.Contains(c.Tied, true) {
		c.Tied = nil
	}
	if m.Words(c) != words {
		return refuse()
	}
	return c, nil
}

// example returns the words of a choice.
func (m Method) example() string {
	switch {
	case m == Threshold:
		return For
	case m == Approval:
		return "a, c"
	case m.form() == ranking:
		return "b > a > c"
	case m.form() == amounts:
		return "a=60, b=40"
	}
	return "a"
}

// isOptionID reports whether s is written [a-z0-9-]{1,32}.
func isOptionID(s string) bool {
	return len(s) >= 1 && len(s) <= 32 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
