// Package proposal is the life of a proposal: the revision that its proposer signs, the electorate that is frozen when
// it opens, and the one function that says what happens next.
package proposal

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
)

// Schema names the revision document. Its digest is what ballots call the proposal.
const Schema = "peritus/revision/v1"

// MaxChanges is how many heads one proposal may move together.
const MaxChanges = 8

// Revision is one text of a proposal. Its digest binds the instance and the proposer, so nobody can submit another's
// proposal first, nor replay it elsewhere.
type Revision struct {
	Schema   string            `json:"schema"`
	Genesis  document.Digest   `json:"genesis"`
	Proposer common.Address    `json:"proposer"`
	Sequence uint64            `json:"sequence"` // per proposer, from 1
	Title    Title             `json:"title"`
	Summary  document.Digest   `json:"summary"` // salted text
	Changes  map[string]Change `json:"changes"` // by head
	// Options are rivals that share one vote with [StatusQuo]: by their short name, the document that each gives to one or
	// more of the heads of Changes, which then names their bases alone. If all are empty it is a poll: nothing takes effect.
	Options map[string]map[string]document.Digest `json:"options,omitempty"`
}

// StatusQuo is the option that leaves every head as it is. It stands beside the options of every vote on documents.
const StatusQuo = "status-quo"

// Title names the title twice: as salted text, which can be redacted, and as the keccak that EIP-712 signs.
type Title struct {
	Text   document.Digest `json:"text"`
	Keccak document.Digest `json:"keccak"`
}

// Change replaces the document of one head.
type Change struct {
	Base     document.Digest `json:"base"` // the head's digest when the revision was written, zero for a new head
	Document document.Digest `json:"document"`
}

// ParseRevision reads a revision and checks its shape. What it names is checked by the reducer.
func ParseRevision(raw []byte) (Revision, error) {
	var r Revision
	if err := document.Unmarshal(raw, &r); err != nil {
		return Revision{}, err
	}
	var problems document.Problems
	if r.Schema != Schema {
		problems.Add("/schema", "schema", fmt.Sprintf("the schema is %q", r.Schema), "write "+Schema)
	}
	if r.Sequence == 0 || r.Sequence >= 1<<53 {
		problems.Add("/sequence", "range", fmt.Sprintf("%d is not a sequence", r.Sequence), "count from 1")
	}
	if r.Title.Text.IsZero() || r.Title.Keccak.IsZero() {
		problems.Add("/title", "missing", "the title is missing", "give the title's salted digest and its keccak")
	}
	if len(r.Changes) == 0 || len(r.Changes) > MaxChanges {
		problems.Add("/changes", "range", fmt.Sprintf("the proposal changes %d documents", len(r.Changes)), fmt.Sprintf("change 1 to %d", MaxChanges))
	}
	for _, head := range slices.Sorted(maps.Keys(r.Changes)) {
		c, at := r.Changes[head], document.Pointer("/changes", head)
		if !policy.ValidHead(head) {
			problems.Add(at, "head", fmt.Sprintf("%q is not a head", head), "write a name like spec/chat")
		}
		if len(r.Options) > 0 {
			if !c.Document.IsZero() {
				problems.Add(document.Pointer(at, "document"), "options", "a vote over options has no other document", "leave it zero, and name the document in an option")
			}
		} else if c.Document.IsZero() || c.Document == c.Base {
			problems.Add(document.Pointer(at, "document"), "unchanged", "the document is missing or the same as its base", "propose a document that differs")
		}
	}
	r.checkOptions(&problems)
	return r, problems.Err()
}

// MaxOptions bounds the options of one vote.
const MaxOptions = 64

var optionPattern = regexp.MustCompile(`^[a-z0-9-]{1,32}$`)

func (r Revision) checkOptions(problems *document.Problems) {
	if n := len(r.Options); n == 1 && r.Poll() || n > MaxOptions {
		problems.Add("/options", "range", fmt.Sprintf("%d options", n), fmt.Sprintf("give at most %d, and two for a poll", MaxOptions))
	}
	for _, name := range slices.Sorted(maps.Keys(r.Options)) {
		at := document.Pointer("/options", name)
		if !optionPattern.MatchString(name) || name == StatusQuo || name == ballot.Withdraw {
			problems.Add(at, "option", fmt.Sprintf("%q can not name an option", name), "write lower-case words like longer-context")
		}
		if len(r.Options[name]) == 0 && !r.Poll() {
			problems.Add(at, "option", "it changes nothing, and the status quo is an option anyway", "name a document for one of the heads, or leave the option out")
		}
		for _, head := range slices.Sorted(maps.Keys(r.Options[name])) {
			c, ok := r.Changes[head]
			if d := r.Options[name][head]; !ok || d.IsZero() || d == c.Base {
				problems.Add(document.Pointer(at, head), "option", "the head is not among the changes, or the document is missing or the same as its base", "name the head's base under changes, and a document that differs")
			}
		}
	}
}

// Poll reports whether the options have no documents, so that nothing takes effect.
func (r Revision) Poll() bool {
	for _, documents := range r.Options {
		if len(documents) > 0 {
			return false
		}
	}
	return len(r.Options) > 0
}

// Status is where a proposal stands.
type Status string

// The statuses. Voting, Closed and Challenge hold the proposal's lane.
const (
	Review    Status = "review"
	Voting    Status = "voting"
	Closed    Status = "closed"    // passed; waits for the anchor that covers the count
	Challenge Status = "challenge" // passed and anchored; waits for its window
	Final     Status = "final"
	Rejected  Status = "rejected"
	NoQuorum  Status = "no-quorum"
	Voided    Status = "void"
)

// Open reports whether the proposal holds the lanes of the documents that it changes.
func (s Status) Open() bool { return s == Voting || s == Closed || s == Challenge }

// Ended reports whether nothing can happen to the proposal any more.
func (s Status) Ended() bool { return s == Final || s == Rejected || s == NoQuorum || s == Voided }

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
	Review    document.Time   `json:"review"` // the earliest opening

	// Frozen at opening.
	Policy     document.Digest           `json:"policy"`
	Rules      policy.Rules              `json:"rules"`
	Shares     []weight.Share            `json:"shares"`
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

	Recused []common.Address `json:"recused,omitempty"` // have no weight in this vote, by address

	// Known at the close and after it.
	ClosedAt   int64           `json:"closedAt"` // index of the closed entry
	ClosedLeaf document.Digest `json:"closedLeaf"`
	Tally      document.Digest `json:"tally"`
	Ballots    int             `json:"ballots"`
	Winner     string          `json:"winner,omitempty"` // of a vote over options that passed
	AnchoredAt int64           `json:"anchoredAt"`       // index of the anchored entry that covers the count
	Ends       document.Time   `json:"ends"`             // of the challenge window
	FinalAt    int64           `json:"finalAt"`
	Ended      document.Time   `json:"ended"`
	Reason     string          `json:"reason"` // of a void
}

// Lane is one document that a proposal changes.
type Lane struct {
	Head     string          `json:"head"`
	Schema   string          `json:"schema"`
	Base     document.Digest `json:"base"`
	Document document.Digest `json:"document"`
}

// AwaitsBlock reports whether a step waits for nothing but a finalized block of its time.
func (p *Proposal) AwaitsBlock(chain, now document.Time) bool {
	switch p.Status {
	case Review:
		return now >= p.Review
	case Voting:
		return now >= p.Closes && chain < p.Closes
	case Closed:
		return now > p.Closes.Add(p.Rules.Grace)
	case Challenge:
		return now >= p.Ends && chain < p.Ends
	}
	return false
}

// Facts are what [Next] must know beside the proposal.
type Facts struct {
	BaseMoved  bool          // the head of a lane is no longer the base
	LaneBusy   bool          // another proposal holds a lane
	ChainTime  document.Time // time of the last finalized block in the record
	Freshness  int64         // seconds that ChainTime may lie before the opening
	Electorate bool          // false if a chamber would have no member
	Unmet      bool          // a gate of one of the documents is not met by signed results
}

// Step is what happens to a proposal next.
type Step string

// The steps. None means that nothing is due at this time.
const (
	None   Step = ""
	Open   Step = "open"
	Close  Step = "close"
	Finish Step = "final"
	Void   Step = "void"
)

// The reasons of a void.
const (
	BaseMoved    = "base-moved"
	NotAnchored  = "not-anchored"
	NoElectorate = "no-electorate"
)

// Next says what is due at a time, and why if it is a void. It is a function of its arguments: the service asks it what
// to write, and every verifier asks it whether what was written was due.
//
// The time of an entry is the word of whoever runs the service; the time of a finalized block is not. So no step is due
// before the chain has come to it.
func Next(p *Proposal, f Facts, now document.Time) (Step, string) {
	switch p.Status {
	case Review:
		switch {
		case f.BaseMoved:
			return Void, BaseMoved
		case now < p.Review, f.LaneBusy, f.Unmet, f.ChainTime.Add(f.Freshness) < now, f.ChainTime > now:
			return None, ""
		case !f.Electorate:
			return Void, NoElectorate
		}
		return Open, ""
	case Voting:
		// Not by the service's clock alone: the chain must have come to the deadline too, so that nobody closes early.
		if now >= p.Closes && f.ChainTime >= p.Closes {
			return Close, ""
		}
	case Closed:
		// An anchor within the grace would be on a block that the record already holds.
		if f.ChainTime > p.Closes.Add(p.Rules.Grace) {
			return Void, NotAnchored
		}
	case Challenge:
		if now >= p.Ends && f.ChainTime >= p.Ends {
			return Finish, ""
		}
	}
	return None, ""
}
