// Package ballot decides whether a ballot may stand: its words, its order among the voter's ballots, its time.
package ballot

import (
	"fmt"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/tally"
)

// The choices of a threshold vote. Withdraw takes back what the voter cast before.
const (
	For      = "for"
	Against  = "against"
	Abstain  = "abstain"
	Withdraw = "withdraw"
)

// Sealed stands for the choice of a ballot that is hidden until the close. No ballot can say it.
const Sealed = "(sealed)"

const (
	// MaxSequence bounds sequences, so that they survive JSON (RFC 8785 numbers are IEEE doubles).
	MaxSequence = 1<<53 - 1
	// MaxJump is how far a sequence may run ahead of the voter's last, so that nobody can burn a voter's sequences.
	MaxJump = 1000
	// MaxReason is the size of a reason in bytes.
	MaxReason = 4096
	// MaxChoice is the size of a choice in bytes: 64 options with their names, and amounts of 19 digits.
	MaxChoice = 64 * (32 + 1 + 19 + 2)
)

// CheckChoice refuses a choice that a vote does not know. An empty method is for, against or abstain; any other chooses among options
// in the words of package tally. What a ballot can pay for is checked when its weight is known.
func CheckChoice(method string, options []string, choice string) error {
	if choice == Withdraw {
		return nil
	}
	if method != "" {
		return checkWords(tally.Method(method), options, choice)
	}
	switch choice {
	case For, Against, Abstain:
		return nil
	}
	return refusal.New(refusal.Invalid, "ballot-choice", "choice", "%q is not a choice of this vote; choose for, against, abstain or withdraw", clip(choice))
}

func checkWords(method tally.Method, options []string, choice string) error {
	c, err := method.ParseWords(choice)
	if err != nil {
		for _, other := range tally.Methods() {
			if _, wrong := other.ParseWords(choice); wrong == nil && len(choice) <= MaxChoice {
				return refusal.New(refusal.Invalid, "ballot-method", "choice", "%q is a choice of another method; this vote is %s: %w", clip(choice), method, err)
			}
		}
		return refusal.New(refusal.Invalid, "ballot-choice", "choice", "%w", err)
	}
	for _, o := range c.Options {
		if !slices.Contains(options, o) {
			return refusal.New(refusal.Invalid, "ballot-option", "choice", "%q is not an option of this vote; the options are %s", o, strings.Join(options, ", "))
		}
	}
	return nil
}

// Cast is a voter's standing ballot.
type Cast struct {
	Sequence uint64
	Hash     [32]byte // EIP-712 struct hash
	Choice   string
	Index    int64 // of its entry
}

// Repeated is the rule of the refusal that [CheckOrder] gives for a ballot that already stands. Its sender is answered with the receipt of the first.
const Repeated = "ballot-repeated"

// CheckOrder decides whether a ballot may follow the last sequence that its voter used, zero if there is none. repeated says
// that the ballot of that sequence is this very ballot. The highest sequence wins, so a lower one is refused: it was signed
// before.
func CheckOrder(used uint64, repeated bool, sequence uint64) error {
	switch {
	case sequence == 0 || sequence > MaxSequence:
		return refusal.New(refusal.Invalid, "ballot-sequence", "sequence", "%d is not a sequence; count your ballots on this proposal from 1", sequence)
	case sequence == used && repeated:
		return refusal.New(refusal.Conflict, Repeated, "sequence", "this ballot stands already")
	case sequence <= used:
		return refusal.New(refusal.Conflict, "ballot-sequence-used", "sequence", "sequence %d is used; sign your new ballot with %d", sequence, used+1)
	case sequence-used > MaxJump:
		return refusal.New(refusal.Invalid, "ballot-sequence-jump", "sequence", "sequence %d is too far ahead; sign with %d", sequence, used+1)
	}
	return nil
}

// CheckExpiry refuses a ballot that is accepted at or after its expiry.
func CheckExpiry(expires, now document.Time) error {
	if expires <= now {
		return refusal.New(refusal.Invalid, "ballot-expired", "expires", "the ballot expired at %s; sign it again", expires)
	}
	return nil
}

func clip(s string) string {
	if len(s) > 64 {
		return fmt.Sprintf("%s… (%d bytes)", s[:64], len(s))
	}
	return s
}
