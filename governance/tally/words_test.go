package tally

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for _, test := range []struct {
		method Method
		words  string
		want   Choice
	}{
		{Threshold, "for", Choice{Options: []string{"for"}}},
		{Single, "a-1", Choice{Options: []string{"a-1"}}},
		{Approval, "a, c", Choice{Options: []string{"a", "c"}}},
		{Approval, "(none)", Choice{}},
		{RankedIRV, "b > a > c", Choice{Options: []string{"b", "a", "c"}}},
		{RankedCondorcet, "b > a = c > d", Choice{Options: []string{"b", "a", "c", "d"}, Tied: []bool{false, false, true, false}}},
		{Weighted, "a=60, b=40", Choice{Options: []string{"a", "b"}, Amounts: []uint64{60, 40}}},
		{Quadratic, "(none)", Choice{}},
		{Quadratic, "a=3", Choice{Options: []string{"a"}, Amounts: []uint64{3}}},
	} {
		got, err := test.method.ParseWords(test.words)
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s %q: %+v, %v", test.method, test.words, got, err)
		}
		if words := test.method.Words(test.want); words != test.words {
			t.Errorf("%s %+v is written %q, want %q", test.method, test.want, words, test.words)
		}
	}
	if got := Mixture.Words(Choice{Options: []string{"b", "a", "c"}, Amounts: []uint64{1, 2, 0}}); got != "a=2, b=1" {
		t.Errorf("got %q", got)
	}
	for _, test := range []struct {
		method Method
		words  string
	}{
		{Single, ""}, {Single, "(none)"}, {Single, "A"}, {Single, "a, b"}, {Single, " a"}, {Single, "ä"}, {Single, "a23456789012345678901234567890123"},
		{Approval, "c, a"}, {Approval, "a,c"}, {Approval, "a, "}, {Approval, ""},
		{RankedIRV, "a>b"}, {RankedIRV, "a > "}, {RankedIRV, "c = a"}, {RankedIRV, "a, b"},
		{Weighted, "b=40, a=60"}, {Weighted, "a=060"}, {Weighted, "a=0"}, {Weighted, "a"}, {Weighted, "a=-1"}, {Weighted, "(none)"}, {Weighted, "a=1.5"}, {Weighted, "a=99999999999999999999"},
	} {
		if got, err := test.method.ParseWords(test.words); err == nil {
			t.Errorf("%s %q was read as %+v", test.method, test.words, got)
		}
	}
}

// TestWordsRoundTrip writes choices and reads them back: a poll counts the same.
func TestWordsRoundTrip(t *testing.T) {
	everyMethod(t, func(t *rapid.T, m Method) {
		c := drawConfig(t, m)
		papers := drawPapers(t, c, 6)
		again := slices.Clone(papers)
		for i := range again {
			choice, err := m.ParseWords(m.Words(again[i].choice))
			if err != nil {
				t.Fatalf("%+v: %v", again[i].choice, err)
			}
			again[i].choice = choice
		}
		if want, got := newPoll(t, c, papers).Count(), newPoll(t, c, again).Count(); !reflect.DeepEqual(want, got) {
			t.Fatalf("%+v became %+v", want, got)
		}
	})
}

// FuzzWords wants one spelling of each choice.
func FuzzWords(f *testing.F) {
	f.Add("b > a = c > d", 3)
	f.Add("a=60, b=40", 5)
	f.Add("a, c", 2)
	f.Fuzz(func(t *testing.T, words string, method int) {
		m := Methods()[uint(method)%uint(len(Methods()))]
		if c, err := m.ParseWords(words); err == nil && m.Words(c) != words {
			t.Fatalf("%q is also written %q", words, m.Words(c))
		}
	})
}

// A choice in a file is the one that its words say.
func TestFileChoice(t *testing.T) {
	for _, c := range []struct {
		method      Method
		words, want string
	}{
		{Threshold, "abstain", `"abstain"`},
		{Single, "a", `"a"`},
		{Approval, "a, c", `["a","c"]`},
		{Approval, "(none)", `[]`},
		{RankedIRV, "b > a > c", `["b","a","c"]`},
		{RankedCondorcet, "b > a = c = d > e", `["b",["a","c","d"],"e"]`},
		{Weighted, "a=60, b=40", `{"a":"60","b":"40"}`},
		{Quadratic, "(none)", `{}`},
		{Mixture, "a=1", `{"a":"1"}`},
		{Approval, "a,c", `"a,c"`},
	} {
		choice, err := json.Marshal(c.method.FileChoice(c.words))
		if err != nil || string(choice) != c.want {
			t.Errorf("%s %q is written %s, want %s: %v", c.method, c.words, choice, c.want, err)
			continue
		}
		config := Config{Method: c.method, Options: []string{"a", "b", "c", "d", "e"}, Decimals: 6}
		if c.method == Threshold {
			config.Options = nil
		}
		added, err := NewPoll(config)
		if err != nil {
			t.Fatal(err)
		}
		if said, err := c.method.ParseWords(c.words); err == nil {
			added.Add("v", AmountOf(9_500_000), said)
		} else {
			added.Spoil("v", "the choice is not "+c.method.form().String())
		}
		raw, err := json.Marshal(File{Method: c.method, Options: added.Config().Options, Decimals: 6, Ballots: []FileBallot{{"v", "9500000", c.method.FileChoice(c.words)}}})
		if err != nil {
			t.Fatal(err)
		}
		read, err := Parse(raw, "", "")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := read.Count(), added.Count(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s %q: the file counts as %+v, want %+v", c.method, c.words, got, want)
		}
	}
}
