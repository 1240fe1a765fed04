package tally

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/attestations/weight"
)

// TestPoll adds ballots as the service does.
func TestPoll(t *testing.T) {
	p, err := NewPoll(Config{Method: Approval, Options: []string{"a", "b"}})
	if err != nil {
		t.Fatal(err)
	}
	large, err := ParseAmount(strings.Repeat("9", 30))
	if err != nil {
		t.Fatal(err)
	}
	p.Add("x", AmountOf(12*weight.Unit), Choice{Options: []string{"a"}})
	p.Add("y", large, Choice{Options: []string{"a", "b"}})
	p.Add("z", large.add(AmountOf(1)), Choice{Options: []string{"a"}})
	p.Add("u", AmountOf(1), Choice{Options: []string{"a"}, Tied: []bool{false}})
	p.Add("v", AmountOf(1), Choice{Options: []string{"a"}, Amounts: []uint64{1}})
	p.Spoil("w", "it came too late")
	out := p.Count()
	if p.Len() != 2 || p.Config().Method != Approval || out.Scores["a"] != "1000000000000000000000011999999" || out.Scores["b"] != "999999999999999999999999999999" {
		t.Errorf("%d ballots count: %+v", p.Len(), out)
	}
	var spoiled []string
	for _, s := range out.Spoiled {
		spoiled = append(spoiled, s.Voter+" "+s.Why)
	}
	if want := []string{
		`u the choice is not a list of options, as in ["a","c"]`, `v the choice is not a list of options, as in ["a","c"]`, `w it came too late`, `z the weight has more than 30 digits`,
	}; !slices.Equal(spoiled, want) {
		t.Errorf("spoiled are %q", spoiled)
	}
	p.Add("y", AmountOf(1), Choice{Options: []string{"b"}}) // takes the large one back too
	if out := p.Count(); p.Len() != 1 || out.Scores["a"] != "12000000" || out.Scores["b"] != "0" || out.Rounds[0].Ballots["b"] != 0 {
		t.Errorf("after a second ballot: %+v", out)
	}
	for w := range p.All() {
		if text, err := json.Marshal(w); err != nil || string(text) != `"12000000"` {
			t.Errorf("a weight is written %s (%v)", text, err)
		}
		break
	}
	if _, err := ParseAmount("1" + strings.Repeat("0", 30)); err == nil {
		t.Error("31 digits are a weight")
	}
	if _, err := Number("x").Rat(); err == nil {
		t.Error("x is a number")
	}
	for _, c := range []Config{{Method: Single, Options: []string{"a"}, Decimals: 19}, {Method: RankedCondorcet, Options: strings.Split(fmt.Sprint(make([]int, MaxCompared+1)), " ")}} {
		if _, err := NewPoll(c); err == nil {
			t.Errorf("%s with %d options and %d decimals is a poll", c.Method, len(c.Options), c.Decimals)
		}
	}
}
