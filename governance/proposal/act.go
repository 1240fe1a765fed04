package proposal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Act is what a member does about a proposal beside voting.
type Act struct {
	Verb   Verb
	Ground Ground // of an objection
	Target int64  // index of the entry of the objection that is answered, retracted or ruled on
}

// Verb is the first word of an act.
type Verb string

// The verbs.
const (
	Sponsor  Verb = "sponsor"  // this should come to a vote
	Withdraw Verb = "withdraw" // by the proposer, before the close
	Comment  Verb = "comment"
	Object   Verb = "object"  // on a [Ground]: it blocks the opening, or in the challenge window is put on record
	Answer   Verb = "answer"  // by the proposer, to an objection
	Retract  Verb = "retract" // by who objected
	Uphold   Verb = "uphold"  // by experts of the field that the policy names for the ground
	Dismiss  Verb = "dismiss" // by the same
	Recuse   Verb = "recuse"  // a declared conflict: no weight in this vote
	Veto     Verb = "veto"    // by a guardian
	Ratify   Verb = "ratify"  // by a member of the council
	Halt     Verb = "halt"    // by a guardian, of what took effect
)

// Ground is what an objection rests on.
type Ground string

// The grounds.
const (
	Licence      Ground = "licence"
	PersonalData Ground = "personal-data"
	Hash         Ground = "hash"
	Safety       Ground = "safety"
)

// MaxActText is the size of an act's text in bytes.
const MaxActText = 4096

// NeedsText reports whether an act is nothing without words of the member's own. To any other they are a courtesy.
func (v Verb) NeedsText() bool {
	switch v {
	case Comment, Object, Answer, Uphold, Dismiss, Veto, Halt:
		return true
	}
	return false
}

// String returns the words that a wallet shows.
func (a Act) String() string {
	switch a.Verb {
	case Object:
		return fmt.Sprintf("%s: %s", a.Verb, a.Ground)
	case Answer, Retract, Uphold, Dismiss:
		return fmt.Sprintf("%s %d", a.Verb, a.Target)
	}
	return string(a.Verb)
}

// ParseAct reads an act's words. Each act has one spelling.
func ParseAct(words string) (Act, error) {
	verb, rest, _ := strings.Cut(words, " ")
	var a Act
	switch v := Verb(strings.TrimSuffix(verb, ":")); v {
	case Sponsor, Withdraw, Comment, Recuse, Veto, Ratify, Halt:
		a.Verb = v
	case Object:
		a.Verb, a.Ground = v, Ground(rest)
		if !slices.Contains(policy.Grounds(), rest) {
			return Act{}, refusal.New(refusal.Invalid, "act-ground", "act", "%q is no ground of an objection; write \"object: \" and licence, personal-data, hash or safety", clip(rest))
		}
	case Answer, Retract, Uphold, Dismiss:
		a.Verb = v
		n, err := strconv.ParseInt(rest, 10, 54)
		if err != nil || n < 1 {
			return Act{}, refusal.New(refusal.Invalid, "act-target", "act", "%q names no objection; write \"%s \" and the number of the objection's entry", clip(words), v)
		}
		a.Target = n
	}
	if a.Verb == "" || a.String() != words {
		return Act{}, refusal.New(refusal.Invalid, "act-words", "act", "%q is not an act; write sponsor, withdraw, comment, \"object: GROUND\", \"answer N\", \"retract N\", \"uphold N\", \"dismiss N\", recuse, veto, ratify or halt", clip(words))
	}
	return a, nil
}

func clip(s string) string {
	if len(s) > 64 {
		return fmt.Sprintf("%s… (%d bytes)", s[:64], len(s))
	}
	return s
}
