package proposal_test

import (
	"testing"

	"github.com/peritus-dao/peritus/governance/proposal"
)

func TestParseAct(t *testing.T) {
	for words, want := range map[string]proposal.Act{
		"sponsor":                 {Verb: proposal.Sponsor},
		"withdraw":                {Verb: proposal.Withdraw},
		"comment":                 {Verb: proposal.Comment},
		"recuse":                  {Verb: proposal.Recuse},
		"veto":                    {Verb: proposal.Veto},
		"ratify":                  {Verb: proposal.Ratify},
		"object: licence":         {Verb: proposal.Object, Ground: proposal.Licence},
		"object: personal-data":   {Verb: proposal.Object, Ground: proposal.PersonalData},
		"object: hash":            {Verb: proposal.Object, Ground: proposal.Hash},
		"object: safety":          {Verb: proposal.Object, Ground: proposal.Safety},
		"answer 12":               {Verb: proposal.Answer, Target: 12},
		"retract 1":               {Verb: proposal.Retract, Target: 1},
		"uphold 9007199254740991": {Verb: proposal.Uphold, Target: 1<<53 - 1},
		"dismiss 7":               {Verb: proposal.Dismiss, Target: 7},
	} {
		got, err := proposal.ParseAct(words)
		if err != nil || got != want || got.String() != words {
			t.Errorf("%q: %+v, %v", words, got, err)
		}
	}
	for _, words := range []string{"", " ", "sponsor ", " sponsor", "Sponsor", "sponsor:", "sponsor 1", "comment: yes", "object", "object:", "object: ", "object licence", "object: taste",
		"object:  licence", "answer", "answer ", "answer 0", "answer -1", "answer +1", "answer 01", "answer 1 ", "answer: 1", "answer 9007199254740992", "answer 1e3", "vote", "veto\n"} {
		if a, err := proposal.ParseAct(words); err == nil {
			t.Errorf("%q is read as %+v", words, a)
		}
	}
}

func FuzzParseAct(f *testing.F) {
	f.Add("object: licence")
	f.Add("answer 12")
	f.Fuzz(func(t *testing.T, words string) {
		if a, err := proposal.ParseAct(words); err == nil && a.String() != words {
			t.Fatalf("%q has another spelling: %q", words, a)
		}
	})
}
