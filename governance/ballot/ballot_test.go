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
		if err := ballot.CheckChoice(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{"", "For", "yes", " for", "for\n", strings.Repeat("x", 1000)} {
		err := ballot.CheckChoice(bad)
		if !refusal.Is(err, "ballot-choice") || len(err.Error()) > 300 {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
}

func TestCheckOrder(t *testing.T) {
	last := &ballot.Cast{Sequence: 7, Hash: [32]byte{7}}
	for name, c := range map[string]struct {
		last     *ballot.Cast
		sequence uint64
		hash     byte
		rule     string
	}{
		"first":               {nil, 1, 1, ""},
		"first, ahead":        {nil, 1000, 1, ""},
		"first, too far":      {nil, 1001, 1, "ballot-sequence-jump"},
		"zero":                {nil, 0, 1, "ballot-sequence"},
		"beyond JSON":         {nil, 1 << 53, 1, "ballot-sequence"},
		"next":                {last, 8, 8, ""},
		"skips some":          {last, 1007, 8, ""},
		"skips too many":      {last, 1008, 8, "ballot-sequence-jump"},
		"older":               {last, 6, 6, "ballot-sequence-used"},
		"the same again":      {last, 7, 7, ballot.Repeated},
		"same number, others": {last, 7, 8, "ballot-sequence-used"},
	} {
		err := ballot.CheckOrder(c.last, c.sequence, [32]byte{c.hash})
		if c.rule == "" && err != nil || c.rule != "" && !refusal.Is(err, c.rule) {
			t.Errorf("%s: got %v, want %q", name, err, c.rule)
		}
	}
}

// In whatever order a voter's ballots arrive, those that are taken have rising sequences.
func TestTakenSequencesRise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var last *ballot.Cast
		for _, n := range rapid.SliceOf(rapid.Uint64Range(0, 3000)).Draw(t, "sequences") {
			hash := [32]byte{byte(n), byte(n >> 8)}
			if ballot.CheckOrder(last, n, hash) != nil {
				continue
			}
			if last != nil && n <= last.Sequence {
				t.Fatalf("%d was taken after %d", n, last.Sequence)
			}
			last = &ballot.Cast{Sequence: n, Hash: hash}
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
