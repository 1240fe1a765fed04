package ballot_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/refusal"
)

func TestCheckChoice(t *testing.T) {
	for _, good := range []string{"for", "against", "abstain", "withdraw"} {
		if err := ballot.CheckChoice("", nil, good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{"", "For", "yes", " for", "for\n", strings.Repeat("x", 1000)} {
		err := ballot.CheckChoice("", nil, bad)
		if !refusal.Is(err, "ballot-choice") || len(err.Error()) > 300 {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
}

func TestCheckChoiceOfMethods(t *testing.T) {
	options := []string{"a", "b", "c", "status-quo"}
	for _, c := range []struct{ method, choice, rule string }{
		{"single", "a", ""}, {"approval", "a, c", ""}, {"approval", "(none)", ""}, {"ranked-irv", "b > a", ""}, {"ranked-condorcet", "b > a = status-quo", ""},
		{"weighted", "a=60, b=40", ""}, {"quadratic", "a=3", ""}, {"mixture", "a=1, c=2", ""}, {"ranked-irv", "withdraw", ""},
		{"single", "for", "ballot-option"}, {"single", "d", "ballot-option"}, {"approval", "a, d", "ballot-option"}, {"weighted", "a=1, d=1", "ballot-option"},
		{"single", "a > b", "ballot-method"}, {"single", "a, b", "ballot-method"}, {"ranked-irv", "a=60, b=40", "ballot-method"}, {"quadratic", "a > b", "ballot-method"},
		{"single", "", "ballot-choice"}, {"single", "A", "ballot-choice"}, {"approval", "c, a", "ballot-choice"}, {"ranked-irv", "a > a", ""}, {"quadratic", "a=-1", "ballot-choice"},
	} {
		err := ballot.CheckChoice(c.method, options, c.choice)
		if c.rule == "" && err != nil || c.rule != "" && !refusal.Is(err, c.rule) {
			t.Errorf("%s, %q: got %v, want %q", c.method, c.choice, err, c.rule)
		}
	}
	if err := ballot.CheckChoice("", nil, "a > b"); !refusal.Is(err, "ballot-choice") {
		t.Errorf("got %v", err)
	}
}

func TestCheckOrder(t *testing.T) {
	for name, c := range map[string]struct {
		used     uint64
		repeated bool
		sequence uint64
		rule     string
	}{
		"first":               {0, false, 1, ""},
		"first, ahead":        {0, false, 1000, ""},
		"first, too far":      {0, false, 1001, "ballot-sequence-jump"},
		"zero":                {0, true, 0, "ballot-sequence"},
		"beyond JSON":         {0, false, 1 << 53, "ballot-sequence"},
		"next":                {7, false, 8, ""},
		"skips some":          {7, false, 1007, ""},
		"skips too many":      {7, false, 1008, "ballot-sequence-jump"},
		"older":               {7, false, 6, "ballot-sequence-used"},
		"the same again":      {7, true, 7, ballot.Repeated},
		"same number, others": {7, false, 7, "ballot-sequence-used"},
	} {
		err := ballot.CheckOrder(c.used, c.repeated, c.sequence)
		if c.rule == "" && err != nil || c.rule != "" && !refusal.Is(err, c.rule) {
			t.Errorf("%s: got %v, want %q", name, err, c.rule)
		}
	}
}

// In whatever order a voter's ballots arrive, those that are taken have rising sequences.
func TestTakenSequencesRise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		used := uint64(0)
		for _, n := range rapid.SliceOf(rapid.Uint64Range(0, 3000)).Draw(t, "sequences") {
			if ballot.CheckOrder(used, n == used, n) != nil {
				continue
			}
			if n <= used {
				t.Fatalf("%d was taken after %d", n, used)
			}
			used = n
		}
	})
}

func TestCheckExpiry(t *testing.T) {
	if err := ballot.CheckExpiry(11, 10); err != nil {
		t.Error(err)
	}
	if err := ballot.CheckExpiry(10, 10); !refusal.Is(err, "ballot-expired") {
		t.Errorf("got %v", err)
	}
}
