package policy

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/tally"
)

// Rules are the rules of one vote. Durations are in seconds. Those in force at the submission hold until the vote opens,
// and those in force then hold to its end.
type Rules struct {
	Threshold   weight.Fraction `json:"threshold"`   // For/(For+Against) must be above it, in every chamber
	Quorum      weight.Fraction `json:"quorum"`      // of the chamber's weight, rounded up, must take part
	Heads       int             `json:"heads"`       // members who must take part in the chamber of all
	DomainHeads int             `json:"domainHeads"` // members who must take part in each touched domain
	Review      int64           `json:"review"`      // from sponsorship to opening, at least
	Voting      int64           `json:"voting"`      // from opening to the deadline
	Grace       int64           `json:"grace"`       // from the deadline to the anchor that covers the count
	Window      int64           `json:"window"`      // from that anchor to the decision taking effect

	// Sponsors is how many members other than the proposer must ask for the vote, and Patience how long they have from the
	// submission on.
	Sponsors int   `json:"sponsors,omitempty"`
	Patience int64 `json:"patience,omitempty"`
	// Ruling is how long an objection that nobody settles blocks the opening: from the objection on, and never longer than
	// this beyond the review.
	Ruling int64 `json:"ruling,omitempty"`
	// A vote whose outcome changed within its last Swing seconds goes on for Extension more, once.
	Swing     int64 `json:"swing,omitempty"`
	Extension int64 `json:"extension,omitempty"`
	// Cooldown is how long a proposal that failed must rest before one of the same paths and values opens, unless that has
	// twice the sponsors.
	Cooldown int64 `json:"cooldown,omitempty"`
	// Hidden keeps ballots from the public until the close.
	Hidden bool `json:"hidden,omitempty"`

	// Method counts a vote over rival documents and the status quo; empty stands for ranked-condorcet. Poll counts a vote
	// over options without documents, whose result is a draft; empty forbids such votes. See package tally.
	Method string `json:"method,omitempty"`
	Poll   string `json:"poll,omitempty"`
}

func (r Rules) validate(at string, problems *document.Problems) {
	fraction := func(name string, f weight.Fraction, optional bool) {
		if f.IsZero() && !optional || !f.IsZero() && f.Num >= f.Den {
			problems.Add(document.Pointer(at, name), "fraction", fmt.Sprintf("%q is not a fraction below one", f.String()), `write one like "1/2"`)
		}
	}
	fraction("threshold", r.Threshold, false)
	fraction("quorum", r.Quorum, true)
	within(document.Pointer(at, "heads"), int64(r.Heads), 1, 1_000_000, problems)
	within(document.Pointer(at, "domainHeads"), int64(r.DomainHeads), 0, 1_000_000, problems)
	within(document.Pointer(at, "review"), r.Review, 0, maxDuration, problems)
	within(document.Pointer(at, "voting"), r.Voting, 60, maxDuration, problems)
	within(document.Pointer(at, "grace"), r.Grace, 60, maxDuration, problems)
	within(document.Pointer(at, "window"), r.Window, 0, maxDuration, problems)
	within(document.Pointer(at, "sponsors"), int64(r.Sponsors), 0, 1000, problems)
	low := int64(0)
	if r.Sponsors > 0 {
		low = 60 // without an end, nobody could tell a proposal that waits from one that is forgotten
	}
	within(document.Pointer(at, "patience"), r.Patience, low, maxDuration, problems)
	within(document.Pointer(at, "ruling"), r.Ruling, 0, maxDuration, problems)
	within(document.Pointer(at, "swing"), r.Swing, 0, r.Voting, problems)
	low = 0
	if r.Swing > 0 {
		low = 60
	}
	within(document.Pointer(at, "extension"), r.Extension, low, maxDuration, problems)
	within(document.Pointer(at, "cooldown"), r.Cooldown, 0, maxDuration, problems)
	if r.Hidden && r.Swing > 0 {
		problems.Add(document.Pointer(at, "swing"), "hidden", "an extension would tell that a hidden result has turned", "leave out swing, or hidden")
	}
	method := func(name, m string, not ...tally.Method) {
		if m != "" && (!slices.Contains(tally.Methods(), tally.Method(m)) || slices.Contains(not, tally.Method(m))) {
			problems.Add(document.Pointer(at, name), "method", fmt.Sprintf("%q is no method for this", m), "write one like ranked-condorcet")
		}
	}
	// A mixture has no winner among the options, so no document can take effect by one.
	method("method", r.Method, tally.Threshold, tally.Mixture)
	method("poll", r.Poll, tally.Threshold)
}

// Rivals returns the method of a vote over rival documents.
func (r Rules) Rivals() string { return cmp.Or(r.Method, string(tally.RankedCondorcet)) }

// Strictest returns the rules that satisfy both: a proposal over several kinds of documents follows the stricter rule
// in every respect.
func (r Rules) Strictest(o Rules) Rules {
	patience := min(r.Patience, o.Patience)
	if patience == 0 {
		patience = max(r.Patience, o.Patience)
	}
	return Rules{
		Threshold:   larger(r.Threshold, o.Threshold),
		Quorum:      larger(r.Quorum, o.Quorum),
		Heads:       max(r.Heads, o.Heads),
		DomainHeads: max(r.DomainHeads, o.DomainHeads),
		Review:      max(r.Review, o.Review),
		Voting:      max(r.Voting, o.Voting),
		Grace:       max(r.Grace, o.Grace),
		Window:      max(r.Window, o.Window),
		Sponsors:    max(r.Sponsors, o.Sponsors),
		Patience:    patience,
		Ruling:      max(r.Ruling, o.Ruling),
		Swing:       max(r.Swing, o.Swing),
		Extension:   max(r.Extension, o.Extension),
		Cooldown:    max(r.Cooldown, o.Cooldown),
		Hidden:      r.Hidden || o.Hidden,
		Method:      cmp.Or(r.Method, o.Method), // a revision whose kinds differ in it is refused
		Poll:        cmp.Or(r.Poll, o.Poll),
	}
}

// larger compares by cross multiplication in 128 bits. None is the smallest.
func larger(a, b weight.Fraction) weight.Fraction {
	if a.IsZero() {
		return b
	}
	ah, al := bits.Mul64(a.Num, b.Den)
	bh, bl := bits.Mul64(b.Num, a.Den)
	if ah < bh || ah == bh && al < bl {
		return b
	}
	return a
}

func within(at string, n, low, high int64, problems *document.Problems) {
	if n < low || n > high {
		problems.Add(at, "range", fmt.Sprintf("%d is out of range", n), fmt.Sprintf("give %d to %d", low, high))
	}
}
