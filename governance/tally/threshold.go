package tally

import (
	"math/bits"

	"github.com/peritus-dao/peritus/attestations/weight"
)

// Vote is a member's choice with the member's weight in the chamber that is counted.
type Vote struct {
	Weight weight.Micro
	Choice string
}

// Rules are the rules of a threshold count in one chamber.
type Rules struct {
	Threshold weight.Fraction // For/(For+Against) must be strictly above it
	Quorum    weight.Fraction // of Total, rounded up, must take part
	Heads     int             // members who must take part
}

// Side is one side of a count.
type Side struct {
	Weight weight.Micro `json:"weight"`
	Heads  int          `json:"heads"`
}

// Result is a threshold count with everything needed to check it by hand.
type Result struct {
	Total       weight.Micro    `json:"total"` // the chamber's weight
	For         Side            `json:"for"`
	Against     Side            `json:"against"`
	Abstain     Side            `json:"abstain"`
	Turnout     Side            `json:"turnout"` // the three together
	Quorum      weight.Micro    `json:"quorum"`  // weight that had to take part
	QuorumHeads int             `json:"quorumHeads"`
	Threshold   weight.Fraction `json:"threshold"`
	QuorumMet   bool            `json:"quorumMet"`
	Approved    bool            `json:"approved"` // above the threshold; with the quorum met, the chamber agrees
}

// Counter counts one chamber, vote by vote, in any order.
type Counter struct{ result Result }

// Add counts a vote. It reports false for a choice that it does not know, and counts nothing then.
func (c *Counter) Add(v Vote) bool {
	var side *Side
	switch v.Choice {
	case "for":
		side = &c.result.For
	case "against":
		side = &c.result.Against
	case "abstain":
		side = &c.result.Abstain
	default:
		return false
	}
	side.Weight += v.Weight
	side.Heads++
	return true
}

// Result returns the count of a chamber of the given total weight.
func (c *Counter) Result(total weight.Micro, rules Rules) Result {
	r := c.result
	r.Total = total
	r.Turnout = Side{Weight: r.For.Weight + r.Against.Weight + r.Abstain.Weight, Heads: r.For.Heads + r.Against.Heads + r.Abstain.Heads}
	r.Threshold = rules.Threshold
	if !rules.Quorum.IsZero() {
		r.Quorum = MulDivUp(total, rules.Quorum.Num, rules.Quorum.Den)
	}
	r.QuorumHeads = rules.Heads
	r.QuorumMet = r.Turnout.Weight >= r.Quorum && r.Turnout.Heads >= r.QuorumHeads
	r.Approved = Above(r.For.Weight, r.For.Weight+r.Against.Weight, rules.Threshold)
	return r
}

// Above reports whether part/whole is strictly above a fraction, in 128 bits. Nothing of nothing is not.
func Above(part, whole weight.Micro, f weight.Fraction) bool {
	ph, pl := bits.Mul64(uint64(part), f.Den)
	wh, wl := bits.Mul64(uint64(whole), f.Num)
	return whole > 0 && (ph > wh || ph == wh && pl > wl)
}

// MulDivUp returns w·num/den rounded up. num must not be above den, and den not zero.
func MulDivUp(w weight.Micro, num, den uint64) weight.Micro {
	hi, lo := bits.Mul64(uint64(w), num)
	q, rem := bits.Div64(hi, lo, den)
	if rem > 0 {
		q++
	}
	return weight.Micro(q)
}
