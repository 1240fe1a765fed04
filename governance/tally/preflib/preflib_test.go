package preflib

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/governance/tally"
)

// debian is the example of the format's specification, the Debian leader election of 2002, cut to its first lines.
const debian = `# FILE NAME: 00002-00000001.toc
# TITLE: Debian 2002 Leader
# DESCRIPTION: Obtained from the soi by adding the unranked alternatives at the bottom
# DATA TYPE: toc
# MODIFICATION TYPE: imbued
# RELATES TO: 00002-00000001.soi
# RELATED FILES:
# PUBLICATION DATE: 2013-08-17
# MODIFICATION DATE: 2022-09-16
# NUMBER ALTERNATIVES: 4
# NUMBER VOTERS: 438
# NUMBER UNIQUE ORDERS: 11
# ALTERNATIVE NAME 1: Branden Robinson
# ALTERNATIVE NAME 2: Raphael Hertzog
# ALTERNATIVE NAME 3: Bdale Garbee
# ALTERNATIVE NAME 4: None Of The Above
100: 3,1,2,4
79: 1,3,2,4
54: 3,2,1,4
43: 2,3,1,4
34: 3,2,4,1
30: 1,2,3,4
29: 2,1,3,4
16: 1,3,4,2
14: 2,3,4,1
12: 3,1,4,2
27: 3,{1,2,4}
`

// french is the specification's example of categories, cut likewise.
const french = `# DATA TYPE: cat
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 46
# NUMBER UNIQUE PREFERENCES: 4
# NUMBER CATEGORIES: 2
# CATEGORY NAME 1: Yes
# CATEGORY NAME 2: No
# ALTERNATIVE NAME 1: Megret
# ALTERNATIVE NAME 2: Lepage
# ALTERNATIVE NAME 3: Gluckstein
13: 3,{1,2}
13: {}, {1, 2, 3}
10: {1,2},3
10: {1,3},2
`

func count(t *testing.T, raw string, format Format, m tally.Method) tally.Outcome {
	t.Helper()
	p, err := Parse([]byte(raw), format, tally.Config{Method: m})
	if err != nil {
		t.Fatal(err)
	}
	return p.Count()
}

func TestParse(t *testing.T) {
	for _, m := range []tally.Method{tally.RankedIRV, tally.RankedCondorcet, tally.Single} {
		if out := count(t, debian, "", m); !slices.Equal(out.Winners, []string{"Bdale Garbee"}) || out.Total != "438" || len(out.Spoiled) != 0 {
			t.Errorf("by %s: %+v", m, out)
		}
	}
	if out := count(t, debian, "", tally.Single); out.Scores["Raphael Hertzog"] != "86" || out.Scores["Bdale Garbee"] != "227" {
		t.Errorf("first preferences are %v", out.Scores)
	}
	want := map[string]tally.Number{"Megret": "20", "Lepage": "10", "Gluckstein": "23"}
	if out := count(t, french, "", tally.Approval); !reflect.DeepEqual(out.Scores, want) || out.Total != "46" {
		t.Errorf("approvals are %+v", out)
	}
	if out := count(t, french, "", tally.RankedCondorcet); !slices.Equal(out.Winners, []string{"Gluckstein"}) {
		t.Errorf("categories as ranks: %+v", out)
	}
	short := "# NUMBER ALTERNATIVES: 2\n\n3 : 1 , 2\n2: 2\n"
	if out := count(t, short, StrictIncomplete, tally.Single); out.Scores["1"] != "3" || out.Scores["2"] != "2" {
		t.Errorf("without names: %+v", out)
	}
}

func TestSpoiledLines(t *testing.T) {
	const head = "# NUMBER ALTERNATIVES: 3\n2: 1,2,3\n"
	for _, test := range []struct {
		format    Format
		line, why string
	}{
		{StrictComplete, "1: 1,2", "a .soc file ranks all 3 alternatives"},
		{StrictComplete, "1: 1,{2,3}", "a .soc file has no equal ranks"},
		{StrictIncomplete, "1: {1,2}", "a .soi file has no equal ranks"},
		{TiedComplete, "1: {1,2}", "a .toc file ranks all 3 alternatives"},
		{TiedIncomplete, "1: 1,1", "the alternative 1 is there twice"},
		{TiedIncomplete, "1: {1,2},{2}", "the alternative 2 is there twice"},
		{TiedIncomplete, "1: 4", "there is no alternative 4"},
		{TiedIncomplete, "1: 0", "there is no alternative 0"},
		{TiedIncomplete, "1: 1,{}", "an order has an empty group"},
		{TiedIncomplete, "1: 1,", `"1," is no list of alternatives, as in 3,{1,2}`},
		{TiedIncomplete, "1: {1,2", `"{1,2" is no list of alternatives, as in 3,{1,2}`},
		{TiedIncomplete, "1: {1}2", `"{1}2" is no list of alternatives, as in 3,{1,2}`},
		{TiedIncomplete, "1: x", `"x" is no list of alternatives, as in 3,{1,2}`},
		{TiedIncomplete, "x: 1", "it is not a number of voters, a colon and their preference"},
		{TiedIncomplete, "1,1,2", "it is not a number of voters, a colon and their preference"},
		{TiedIncomplete, "0: 1", "the ballot has no weight"},
	} {
		out := count(t, head+test.line+"\n", test.format, tally.RankedCondorcet)
		if out.Total != "2" || len(out.Spoiled) != 1 || out.Spoiled[0] != (tally.Spoiled{Voter: "line 3", Why: test.why}) {
			t.Errorf(".%s %q: %+v", test.format, test.line, out.Spoiled)
		}
	}
	if out := count(t, "# NUMBER ALTERNATIVES: 3\n1: {1,2},3\n", TiedComplete, tally.Single); len(out.Spoiled) != 1 || out.Spoiled[0].Why != "several alternatives stand first" {
		t.Errorf("two first ones by single choice: %+v", out)
	}
}

func TestRefusedFiles(t *testing.T) {
	for _, test := range []struct {
		raw  string
		m    tally.Method
		want string
	}{
		{"", tally.RankedIRV, "the header has no DATA TYPE; older files of PrefLib can be had anew in today's format"},
		{"# DATA TYPE: wmd", tally.RankedIRV, `line 1: the data type "wmd" holds no ballots; soc, soi, toc, toi and cat do`},
		{"# DATA TYPE: soc", tally.RankedIRV, "the header has no NUMBER ALTERNATIVES"},
		{"# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 0", tally.RankedIRV, `line 2: there are "0" alternatives; 1 to 1000 can be counted`},
		{"# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 2: x", tally.RankedIRV, "the header names alternative 2 of 1"},
		{"# ALTERNATIVE NAME 2: x\n# ALTERNATIVE NAME 2: y", tally.RankedIRV, "line 2: alternative 2 is named twice"},
		{"# ALTERNATIVE NAME x: x", tally.RankedIRV, `line 1: "ALTERNATIVE NAME x" does not say which alternative it names`},
		{"# what", tally.RankedIRV, `line 1: "what" is no metadata, which reads NAME: VALUE`},
		{"# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 1", "", "a file of PrefLib names no method"},
		{"# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 1", tally.Weighted, `a .soc file cannot be counted by the method "weighted"`},
		{french, tally.Single, `a .cat file cannot be counted by the method "single"`},
		{strings.Replace(debian, "79:", "78:", 1), tally.RankedIRV, "the header says that there are 438 voters, and the lines hold 437; the file is damaged"},
		{"\xff", tally.RankedIRV, "the file is not UTF-8"},
	} {
		if _, err := Parse([]byte(test.raw), "", tally.Config{Method: test.m}); err == nil || err.Error() != test.want {
			t.Errorf("%.40q: %v, want %s", test.raw, err, test.want)
		}
	}
}

// TestWrite writes the specification's examples back.
func TestWrite(t *testing.T) {
	for _, test := range []struct {
		raw    string
		m      tally.Method
		format Format
	}{{debian, tally.RankedCondorcet, TiedComplete}, {french, tally.Approval, Categorical}} {
		p, err := Parse([]byte(test.raw), "", tally.Config{Method: test.m})
		if err != nil {
			t.Fatal(err)
		}
		got, format, err := Write(p, "x")
		if err != nil || format != test.format {
			t.Fatalf("%s: %v", format, err)
		}
		lines := func(raw string) []string {
			var out []string
			for _, line := range strings.Split(strings.TrimSpace(raw), "\n") {
				if line[0] != '#' {
					out = append(out, strings.ReplaceAll(line, ", ", ","))
				}
			}
			slices.Sort(out)
			return out
		}
		if !slices.Equal(lines(string(got)), lines(test.raw)) {
			t.Errorf("got\n%s", got)
		}
	}
	p, err := tally.NewPoll(tally.Config{Method: tally.Weighted, Options: []string{"a"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Write(p, ""); err == nil {
		t.Error("a weighted poll was written")
	}
}

// TestRoundTrip writes polls and reads them back: the count is the same, and so are the bytes.
func TestRoundTrip(t *testing.T) {
	for _, m := range []tally.Method{tally.RankedIRV, tally.RankedCondorcet, tally.Approval, tally.Single} {
		t.Run(string(m), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				options := []string{"a", "b c", "d,e", "{f}", "ß"}[:rapid.IntRange(2, 5).Draw(t, "options")]
				p, err := tally.NewPoll(tally.Config{Method: m, Options: options})
				if err != nil {
					t.Fatal(err)
				}
				for range rapid.IntRange(0, 8).Draw(t, "ballots") {
					order := rapid.Permutation(options).Draw(t, "order")
					c := tally.Choice{Options: order[:rapid.IntRange(0, len(order)).Draw(t, "length")]}
					switch m {
					case tally.RankedCondorcet:
						for range c.Options {
							c.Tied = append(c.Tied, rapid.Bool().Draw(t, "tied"))
						}
					case tally.Single:
						c.Options = order[:1]
					}
					w, err := tally.ParseAmount(fmt.Sprint(rapid.IntRange(1, 20).Draw(t, "weight")))
					if err != nil {
						t.Fatal(err)
					}
					p.Add("", w, c)
				}
				raw, _, err := Write(p, "title")
				if err != nil {
					t.Fatal(err)
				}
				q, err := Parse(raw, "", tally.Config{Method: m})
				if err != nil {
					t.Fatalf("%v in\n%s", err, raw)
				}
				want, got := p.Count(), q.Count()
				want.Ballots, got.Ballots = 0, 0
				for i := range want.Rounds {
					want.Rounds[i].Ballots, got.Rounds[i].Ballots = nil, nil
				}
				if !reflect.DeepEqual(want, got) {
					t.Fatalf("wrote\n%+v\nread\n%+v\n%s", want, got, raw)
				}
				if again, _, err := Write(q, "title"); err != nil || !bytes.Equal(again, raw) && m != tally.RankedIRV {
					t.Fatalf("wrote\n%s\nand then\n%s (%v)", raw, again, err)
				}
			})
		})
	}
}

// FuzzParse wants no panic, and what was read to be written and read again.
func FuzzParse(f *testing.F) {
	f.Add([]byte(debian), "")
	f.Add([]byte(french), "")
	f.Add([]byte("# NUMBER ALTERNATIVES: 2\n3: 1,2\n1: {1,2}\n1: {}, 2\n"), "toi")
	f.Fuzz(func(t *testing.T, raw []byte, format string) {
		for _, m := range []tally.Method{tally.RankedCondorcet, tally.Approval} {
			p, err := Parse(raw, Format(format), tally.Config{Method: m})
			if err != nil {
				continue
			}
			written, _, err := Write(p, "")
			if err != nil {
				continue
			}
			q, err := Parse(written, "", tally.Config{Method: m})
			if err != nil {
				t.Fatalf("%v in %q", err, written)
			}
			if a, b := p.Count(), q.Count(); !reflect.DeepEqual(a.Scores, b.Scores) || a.Total != b.Total {
				t.Fatalf("%+v became %+v", a, b)
			}
		}
	})
}
