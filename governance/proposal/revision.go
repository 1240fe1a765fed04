package proposal

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
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
	// Revises is the proposer's earlier text that this one replaces, before its vote opened.
	Revises document.Digest `json:"revises,omitzero"`
	// Emergency restores the document before the current one, by the council.
	Emergency bool `json:"emergency,omitempty"`
	// Ratifies is the emergency proposal whose effect this one makes last. It names the document that stands already.
	Ratifies document.Digest `json:"ratifies,omitzero"`
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
		} else if c.Document.IsZero() || (c.Document == c.Base) != !r.Ratifies.IsZero() {
			problems.Add(document.Pointer(at, "document"), "unchanged", "the document is missing or the same as its base", "propose a document that differs")
		}
	}
	r.checkOptions(&problems)
	if r.Emergency && (len(r.Changes) != 1 || len(r.Options) > 0 || !r.Revises.IsZero() || !r.Ratifies.IsZero()) {
		problems.Add("/emergency", "emergency", "an emergency restores one document and nothing else", "change one head, without options, and revise and ratify nothing")
	}
	if !r.Ratifies.IsZero() && (len(r.Changes) != 1 || len(r.Options) > 0) {
		problems.Add("/ratifies", "ratifies", "a ratification is about one document and nothing else", "name the one head that the emergency restored, with its current document as base and as document")
	}
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

// Names returns the names that a ballot can choose from, sorted; none where it is for, against or abstain. A vote over
// documents has the status quo beside its rivals.
func (r Revision) Names() []string {
	if len(r.Options) == 0 {
		return nil
	}
	names := slices.Collect(maps.Keys(r.Options))
	if !r.Poll() {
		names = append(names, StatusQuo)
	}
	slices.Sort(names)
	return names
}
