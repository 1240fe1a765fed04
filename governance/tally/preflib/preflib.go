// Package preflib reads and writes the ordinal and categorical files of PrefLib (Mattei and Walsh, PrefLib: a library for
// preferences, ADT 2013), as its format specification of 2022 has them:
//
//	# DATA TYPE: toi
//	# NUMBER ALTERNATIVES: 3
//	# NUMBER VOTERS: 14
//	# ALTERNATIVE NAME 1: Ann
//	# …
//	13: 1,{2,3}
//	1: 2
//
// A line says how many voters gave a preference: alternatives best first, with those of equal rank in braces. In a
// .soc file each order is strict and complete, in .soi strict, in .toc complete, in .toi neither. In a .cat file the
// groups are categories, best first, and may be empty.
package preflib

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/peritus-dao/peritus/governance/tally"
)

// Format is a kind of file, named as its extension.
type Format string

// The formats that hold ballots.
const (
	StrictComplete   Format = "soc"
	StrictIncomplete Format = "soi"
	TiedComplete     Format = "toc"
	TiedIncomplete   Format = "toi"
	Categorical      Format = "cat"
)

// FormatOf returns the format that a file name's extension says, and whether there is one.
func FormatOf(name string) (Format, bool) {
	f := Format(strings.ToLower(name[strings.LastIndexByte(name, '.')+1:]))
	return f, slices.Contains([]Format{StrictComplete, StrictIncomplete, TiedComplete, TiedIncomplete, Categorical}, f)
}

// file is a file but for its preferences.
type file struct {
	format       Format
	alternatives int
	voters       string
	names        map[int]string
	highest      int // number of a named alternative
}

// Parse reads a file into a poll. The header says the format; format says it for files that do not. Options are the
// alternatives' names where all are distinct, and their numbers where not. Rankings are counted by the ranked methods,
// and by single choice, which takes what stands first. Categories are counted by approval, which takes the first
// category, and by the ranked methods, as equal ranks. A line that breaks the format's rules is spoiled, and named by its
// number.
func Parse(raw []byte, format Format, c tally.Config) (*tally.Poll, error) {
	if !utf8.Valid(raw) {
		return nil, errors.New("the file is not UTF-8")
	}
	f := file{format: format, names: map[int]string{}}
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	lines.Buffer(nil, len(raw)+1)
	number := 0
	read := func() (string, bool) {
		for lines.Scan() {
			number++
			if line := strings.TrimSpace(lines.Text()); line != "" {
				return line, true
			}
		}
		return "", false
	}
	line, ok := read()
	for ; ok && line[0] == '#'; line, ok = read() {
		if err := f.header(strings.TrimSpace(line[1:])); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if err := f.check(c.Method); err != nil {
		return nil, err
	}
	c.Options = f.options()
	p, err := tally.NewPoll(c)
	if err != nil {
		return nil, err
	}
	voters, unread := new(big.Int), false
	for ; ok; line, ok = read() {
		name := fmt.Sprintf("line %d", number)
		count, preference, found := strings.Cut(line, ":")
		n, err := tally.ParseAmount(strings.TrimSpace(count))
		if err != nil || !found {
			unread = true
			p.Spoil(name, "it is not a number of voters, a colon and their preference")
			continue
		}
		voters.Add(voters, n.Big())
		choice, err := f.choice(preference, c.Method, c.Options)
		if err != nil {
			p.Spoil(name, err.Error())
			continue
		}
		p.Add(name, n, choice)
	}
	if f.voters != "" && f.voters != voters.String() && !unread {
		return nil, fmt.Errorf("the header says that there are %s voters, and the lines hold %s; the file is damaged", f.voters, voters)
	}
	return p, nil
}

// header reads a line of metadata. What is not needed to count is passed over.
func (f *file) header(line string) error {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%.40q is no metadata, which reads NAME: VALUE", line)
	}
	value = strings.TrimSpace(value)
	switch key := strings.TrimSpace(key); {
	case key == "DATA TYPE":
		format, ok := FormatOf(value)
		if !ok {
			return fmt.Errorf("the data type %.40q holds no ballots; soc, soi, toc, toi and cat do", value)
		}
		f.format = format
	case key == "NUMBER ALTERNATIVES":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 || n > tally.MaxOptions {
			return fmt.Errorf("there are %.40q alternatives; 1 to %d can be counted", value, tally.MaxOptions)
		}
		f.alternatives = n
	case key == "NUMBER VOTERS":
		f.voters = value
	case strings.HasPrefix(key, "ALTERNATIVE NAME "):
		n, err := strconv.Atoi(strings.TrimPrefix(key, "ALTERNATIVE NAME "))
		if err != nil || n < 1 || n > tally.MaxOptions {
			return fmt.Errorf("%.40q does not say which alternative it names", key)
		}
		if _, ok := f.names[n]; ok {
			return fmt.Errorf("alternative %d is named twice", n)
		}
		f.names[n], f.highest = value, max(f.highest, n)
	}
	return nil
}

// check refuses a header that does not say what is needed.
func (f *file) check(m tally.Method) error {
	if f.format == "" {
		return errors.New("the header has no DATA TYPE; older files of PrefLib can be had anew in today's format")
	}
	if f.alternatives == 0 {
		return errors.New("the header has no NUMBER ALTERNATIVES")
	}
	if f.highest > f.alternatives {
		return fmt.Errorf("the header names alternative %d of %d", f.highest, f.alternatives)
	}
	fits := map[tally.Method]bool{tally.RankedIRV: true, tally.RankedCondorcet: true, tally.Single: f.format != Categorical, tally.Approval: f.format == Categorical}
	if m == "" {
		return errors.New("a file of PrefLib names no method")
	}
	if !fits[m] {
		return fmt.Errorf("a .%s file cannot be counted by the method %.40q", f.format, string(m))
	}
	return nil
}

// options returns the alternatives' names or, if they cannot tell them apart, their numbers.
func (f *file) options() []string {
	var names []string
	seen := map[string]bool{}
	for n := 1; n <= f.alternatives; n++ {
		name := f.names[n]
		if name == "" || len(name) > tally.MaxOption || seen[name] {
			return numbers(f.alternatives)
		}
		names, seen[name] = append(names, name), true
	}
	return names
}

// numbers returns 1 to n.
func numbers(n int) []string {
	var out []string
	for i := range n {
		out = append(out, strconv.Itoa(i+1))
	}
	return out
}

// choice reads a preference.
func (f *file) choice(text string, m tally.Method, options []string) (tally.Choice, error) {
	groups, err := split(text)
	if err != nil {
		return tally.Choice{}, err
	}
	var c tally.Choice
	seen := map[int]bool{}
	for i, group := range groups {
		if len(group) == 0 && f.format != Categorical {
			return c, errors.New("an order has an empty group")
		}
		if len(group) > 1 && (f.format == StrictComplete || f.format == StrictIncomplete) {
			return c, fmt.Errorf("a .%s file has no equal ranks", f.format)
		}
		for k, n := range group {
			if n < 1 || n > f.alternatives {
				return c, fmt.Errorf("there is no alternative %d", n)
			}
			if seen[n] {
				return c, fmt.Errorf("the alternative %d is there twice", n)
			}
			seen[n] = true
			if m == tally.Approval && i > 0 {
				continue
			}
			c.Options = append(c.Options, options[n-1])
			c.Tied = append(c.Tied, k > 0)
		}
	}
	if len(seen) < f.alternatives && (f.format == StrictComplete || f.format == TiedComplete) {
		return c, fmt.Errorf("a .%s file ranks all %d alternatives", f.format, f.alternatives)
	}
	switch m {
	case tally.Approval:
		c.Tied = nil
	case tally.Single:
		if len(c.Tied) > 1 && c.Tied[1] {
			return c, errors.New("several alternatives stand first")
		}
		c = tally.Choice{Options: c.Options[:min(1, len(c.Options))]}
	}
	return c, nil
}

// split reads the groups of a preference.
func split(text string) ([][]int, error) {
	broken := func() ([][]int, error) {
		return nil, fmt.Errorf("%.40q is no list of alternatives, as in 3,{1,2}", strings.TrimSpace(text))
	}
	var groups [][]int
	for rest := strings.TrimSpace(text); ; {
		var group []int
		members := ""
		if strings.HasPrefix(rest, "{") {
			inside, after, ok := strings.Cut(rest[1:], "}")
			if !ok {
				return broken()
			}
			members, rest = strings.TrimSpace(inside), strings.TrimSpace(after)
		} else {
			end := strings.IndexAny(rest, ",{}")
			if end < 0 {
				end = len(rest)
			}
			if members, rest = rest[:end], rest[end:]; strings.TrimSpace(members) == "" {
				return broken()
			}
		}
		if members != "" {
			for _, member := range strings.Split(members, ",") {
				n, err := strconv.Atoi(strings.TrimSpace(member))
				if err != nil {
					return broken()
				}
				group = append(group, n)
			}
		}
		groups = append(groups, group)
		if rest == "" {
			return groups, nil
		}
		if rest[0] != ',' {
			return broken()
		}
		rest = strings.TrimSpace(rest[1:])
	}
}

// Write writes a poll's ballots in the most restrictive format that holds them: approvals in two categories, choices of
// one option as orders of one. A blank ranking is written as one that ranks all equal, which is counted alike. Weights
// become numbers of voters; who voted is lost.
func Write(p *tally.Poll, title string) ([]byte, Format, error) {
	c := p.Config()
	switch c.Method {
	case tally.Weighted, tally.Quadratic, tally.Mixture:
		return nil, "", fmt.Errorf("PrefLib has no format for ballots of the method %s", c.Method)
	}
	number := map[string]int{}
	for i, o := range c.Options {
		if strings.TrimSpace(o) != o || strings.ContainsFunc(o, unicode.IsControl) {
			return nil, "", fmt.Errorf("PrefLib cannot name the option %.40q", o)
		}
		number[o] = i + 1
	}
	if strings.ContainsFunc(title, unicode.IsControl) {
		return nil, "", errors.New("a title is one line")
	}
	format, counts, voters := StrictComplete, map[string]*big.Int{}, new(big.Int)
	tied, partial := false, false
	for w, choice := range p.All() {
		var text string
		switch {
		case c.Method == tally.Approval:
			text = approvals(choice, c.Options, number)
		case len(choice.Options) == 0 && len(c.Options) == 1:
			return nil, "", errors.New("PrefLib cannot hold a blank ballot on a single option")
		case len(choice.Options) == 0:
			text, tied = "{"+strings.Join(numbers(len(c.Options)), ",")+"}", true
		default:
			text = ranking(choice, number)
			tied = tied || slices.Contains(choice.Tied, true)
			partial = partial || len(choice.Options) < len(c.Options)
		}
		if counts[text] == nil {
			counts[text] = new(big.Int)
		}
		counts[text].Add(counts[text], w.Big())
		voters.Add(voters, w.Big())
	}
	unique := "ORDERS"
	switch {
	case c.Method == tally.Approval:
		format, unique = Categorical, "PREFERENCES"
	case tied && partial:
		format = TiedIncomplete
	case tied:
		format = TiedComplete
	case partial:
		format = StrictIncomplete
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# FILE NAME: \n# TITLE: %s\n# DESCRIPTION: \n# DATA TYPE: %s\n# MODIFICATION TYPE: original\n# RELATES TO: \n# RELATED FILES: \n"+
		"# PUBLICATION DATE: \n# MODIFICATION DATE: \n# NUMBER ALTERNATIVES: %d\n# NUMBER VOTERS: %s\n# NUMBER UNIQUE %s: %d\n", title, format, len(c.Options), voters, unique, len(counts))
	if format == Categorical {
		b.WriteString("# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Approved\n# CATEGORY NAME 2: Not approved\n")
	}
	for i, o := range c.Options {
		fmt.Fprintf(&b, "# ALTERNATIVE NAME %d: %s\n", i+1, o)
	}
	lines := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(lines, func(x, y string) int { return counts[y].Cmp(counts[x]) })
	for _, line := range lines {
		fmt.Fprintf(&b, "%s: %s\n", counts[line], line)
	}
	return b.Bytes(), format, nil
}

// ranking writes an order; equal ranks are sorted, so that the same order has the same text.
func ranking(c tally.Choice, number map[string]int) string {
	var groups []string
	for i := 0; i < len(c.Options); {
		end := i + 1
		for c.Tied != nil && end < len(c.Options) && c.Tied[end] {
			end++
		}
		groups = append(groups, group(c.Options[i:end], number))
		i = end
	}
	return strings.Join(groups, ",")
}

// approvals writes two categories.
func approvals(c tally.Choice, options []string, number map[string]int) string {
	others := slices.DeleteFunc(slices.Clone(options), func(o string) bool { return slices.Contains(c.Options, o) })
	return group(c.Options, number) + "," + group(others, number)
}

// group writes alternatives of equal rank.
func group(options []string, number map[string]int) string {
	var numbers []int
	for _, o := range options {
		numbers = append(numbers, number[o])
	}
	slices.Sort(numbers)
	var b strings.Builder
	for i, n := range numbers {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(n))
	}
	if len(numbers) == 1 {
		return b.String()
	}
	return "{" + b.String() + "}"
}
