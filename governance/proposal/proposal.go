// Package proposal is the life of a proposal: the revision that its proposer signs, the electorate that is frozen when
// it opens, and the one function that says what happens next.
package proposal

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
)

// Status is where a proposal stands.
type Status string

// The statuses. Voting, Closed and Challenge hold the proposal's lane; what comes after them is an end.
const (
	Submitted Status = "submitted" // waits for sponsors, or in an emergency for the council
	Review    Status = "review"
	Voting    Status = "voting"
	Closed    Status = "closed"    // passed; waits for the anchor that covers the count
	Challenge Status = "challenge" // passed and anchored; waits for its window
	Final     Status = "final"
	Rejected  Status = "rejected" // by the vote, or by an objection that was upheld
	NoQuorum  Status = "no-quorum"
	Vetoed    Status = "vetoed"
	Voided    Status = "void"
	Withdrawn Status = "withdrawn"
	Revised   Status = "revised" // another text has taken its place
	Expired   Status = "expired" // nobody sponsored it
	Lapsed    Status = "lapsed"  // an emergency that was not ratified
)

// Statuses returns every status, in the order of a life.
func Statuses() []Status {
	return []Status{Submitted, Review, Voting, Closed, Challenge, Final, Rejected, NoQuorum, Vetoed, Voided, Withdrawn, Revised, Expired, Lapsed}
}

// Early reports whether the vote has not opened yet.
func (s Status) Early() bool { return s == Submitted || s == Review }

// Open reports whether the proposal holds the lanes of the documents that it changes.
func (s Status) Open() bool { return s == Voting || s == Closed || s == Challenge }

// Ended reports whether nothing can be done about the proposal any more.
func (s Status) Ended() bool { return !s.Early() && !s.Open() }

// Failed reports whether the proposal was decided against, so that the same again must rest.
func (s Status) Failed() bool { return s == Rejected || s == NoQuorum || s == Vetoed }

// Proposal is a proposal with all that the record says of it.
type Proposal struct {
	Digest    document.Digest `json:"digest"`
	Index     int64           `json:"index"` // of its entry
	Proposer  common.Address  `json:"proposer"`
	Submitted document.Time   `json:"submitted"`
	Title     Title           `json:"title"`
	Summary   document.Digest `json:"summary"`
	Lanes     []Lane          `json:"lanes"` // what it changes, by head
	Status    Status          `json:"status"`
	Review    document.Time   `json:"review"` // the earliest opening; zero while it is submitted

	Subject     []Lane          `json:"subject,omitempty"` // the differences that it is about, where Lanes do not say so
	Revises     document.Digest `json:"revises,omitzero"`
	RevisedBy   document.Digest `json:"revisedBy,omitzero"`
	Emergency   bool            `json:"emergency,omitempty"`
	Ratifies    document.Digest `json:"ratifies,omitzero"`
	Fingerprint document.Digest `json:"fingerprint"` // of the paths and values that it changes

	Sponsors    []common.Address `json:"sponsors,omitempty"` // by address
	SponsoredAt int64            `json:"sponsoredAt"`        // index of the entry that brought it into review
	Council     []common.Address `json:"council,omitempty"`  // who signed an emergency, by address
	Recused     []common.Address `json:"recused,omitempty"`  // have no weight in this vote, by address
	Objections  []Objection      `json:"objections,omitempty"`
	Vetoes      []common.Address `json:"vetoes,omitempty"` // by address

	// Set at the submission and frozen at the opening.
	Rules  policy.Rules   `json:"rules"`
	Shares []weight.Share `json:"shares"`

	// Frozen at the opening.
	Policy     document.Digest           `json:"policy"`
	Block      uint64                    `json:"block"`
	BlockTime  document.Time             `json:"blockTime"`
	OpenedAt   int64                     `json:"openedAt"` // index of the opened entry
	Opened     document.Time             `json:"opened"`
	Closes     document.Time             `json:"closes"`
	Electorate document.Digest           `json:"electorate"`
	List       document.Digest           `json:"list"`
	Chambers   map[string]record.Chamber `json:"chambers"`
	Method     string                    `json:"method,omitempty"`  // empty for, against or abstain
	Options    []string                  `json:"options,omitempty"` // by name

	// Changed while the vote was open.
	Corrections []Correction `json:"corrections,omitempty"`
	Moves       []Move       `json:"moves,omitempty"`

	// Known at the close and after it.
	ExtendedAt int64           `json:"extendedAt"` // index of the extended entry
	ClosedAt   int64           `json:"closedAt"`   // index of the closed entry
	ClosedLeaf document.Digest `json:"closedLeaf"`
	Tally      document.Digest `json:"tally"`
	Ballots    int             `json:"ballots"`
	Winner     string          `json:"winner,omitempty"` // of a vote over options that passed
	Tied       bool            `json:"tied,omitempty"`   // the lot must break a tie once the count is anchored
	AnchoredAt int64           `json:"anchoredAt"`       // index of the anchored entry that covers the count
	Ends       document.Time   `json:"ends"`             // of the challenge window
	FinalAt    int64           `json:"finalAt"`
	Ended      document.Time   `json:"ended"`
	EndedAt    int64           `json:"endedAt"` // index of the entry that ended it
	Reason     string          `json:"reason"`  // of a void; [Upheld] of a rejection that no vote decided

	// Void are the votes on this proposal whose count was void, so that it is voted on again, oldest first.
	Void []VoidVote `json:"void,omitempty"`

	// Executed are the transactions by which the chain carried it out: those of the contracts' owner that name it.
	Executed []Execution `json:"executed,omitempty"`

	// Of what took effect and is released: the guardians who want its channels halted, by address, and until when they are.
	Halts  []common.Address `json:"halts,omitempty"`
	Halted document.Time    `json:"halted,omitzero"`

	// Of an emergency that took effect.
	Lapses    document.Time `json:"lapses,omitzero"`     // unless settled before
	SettledAt int64         `json:"settledAt,omitempty"` // index of the entry that ratified or overtook it, or by which it lapsed
}

// VoidVote is a vote whose count did not hold.
type VoidVote struct {
	Index    int64           `json:"index"` // of the void entry
	Time     document.Time   `json:"time"`  // of it
	OpenedAt int64           `json:"openedAt"`
	ClosedAt int64           `json:"closedAt"`
	Tally    document.Digest `json:"tally"`
	Reason   string          `json:"reason"`
}

// From returns the index of the entry behind which the ballots are of the vote that is open or was counted last, and not of one that was void.
func (p *Proposal) From() int64 {
	if n := len(p.Void); n > 0 && p.OpenedAt == 0 {
		return p.Void[n-1].Index
	}
	return p.OpenedAt
}

// Execution is a transaction that names a decision.
type Execution struct {
	Entry int64       `json:"entry"` // of the chain's range
	Tx    common.Hash `json:"tx"`
	Block uint64      `json:"block"`
}

// MaxExecuted bounds the transactions that are remembered of one decision. The events themselves are all in the record.
const MaxExecuted = 64

// Lane is one document that a proposal changes.
type Lane struct {
	Head     string          `json:"head"`
	Schema   string          `json:"schema"`
	Base     document.Digest `json:"base"`
	Document document.Digest `json:"document"`         // zero in a vote over options
	Option   string          `json:"option,omitempty"` // that it belongs to
}

// Differences returns the lanes whose changes decide who has a say.
func (p *Proposal) Differences() []Lane {
	if len(p.Subject) > 0 {
		return p.Subject
	}
	return p.Lanes
}

// Effects returns the lanes that move when the proposal is final.
func (p *Proposal) Effects() []Lane {
	switch {
	case !p.Ratifies.IsZero():
		return nil
	case len(p.Options) == 0:
		return p.Lanes
	}
	return slices.DeleteFunc(slices.Clone(p.Subject), func(l Lane) bool { return l.Option != p.Winner })
}

// Provisional reports whether the proposal is an emergency that took effect and can still lapse.
func (p *Proposal) Provisional() bool { return p.Status == Final && p.Lapses > 0 && p.SettledAt == 0 }

// Objection is a reasoned objection.
type Objection struct {
	Index   int64            `json:"index"` // of its entry, by which acts name it
	Member  common.Address   `json:"member"`
	Ground  Ground           `json:"ground"`
	Time    document.Time    `json:"time"`
	Text    document.Digest  `json:"text"`
	Answers []int64          `json:"answers,omitempty"` // entries
	Uphold  []common.Address `json:"uphold,omitempty"`  // experts who ruled so
	Dismiss []common.Address `json:"dismiss,omitempty"`
	Outcome Verb             `json:"outcome,omitempty"`   // retract, uphold or dismiss; empty while it is unsettled
	Settled int64            `json:"settledAt,omitempty"` // index of the entry that settled it
}

// Objection returns the objection of an entry, or nil.
func (p *Proposal) Objection(index int64) *Objection {
	for i := range p.Objections {
		if p.Objections[i].Index == index {
			return &p.Objections[i]
		}
	}
	return nil
}

// Blocked returns the time until which unsettled objections keep the vote from opening, zero if none does. Nobody can
// block it for longer than the rules give for a ruling, beyond the review.
func (p *Proposal) Blocked() document.Time {
	var until document.Time
	for _, o := range p.Objections {
		if o.Outcome == "" {
			until = max(until, min(o.Time, p.Review).Add(p.Rules.Ruling))
		}
	}
	return until
}
