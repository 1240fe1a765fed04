package release

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

const (
	// StatementType is in-toto's.
	StatementType = "https://in-toto.io/Statement/v1"
	// PredicateType names the meaning of Predicate. It is a name, and need not resolve.
	PredicateType = "https://github.com/peritus-dao/peritus/release/v1"
	// MaxSequence bounds the sequence numbers of releases.
	MaxSequence = 1<<53 - 1
	// maxDocuments bounds how many documents a release names beside the released one.
	maxDocuments = 256
)

// Statement is an in-toto Statement v1 about the document that is released.
type Statement struct {
	Type          string    `json:"_type"`
	Subject       []Subject `json:"subject"` // the document, under the name of its head
	PredicateType string    `json:"predicateType"`
	Predicate     Predicate `json:"predicate"`
}

// Subject names an artifact by digest.
type Subject struct {
	Name   string        `json:"name"`
	Digest SubjectDigest `json:"digest"`
}

// SubjectDigest is in-toto's set of digests, of which there is one.
type SubjectDigest struct {
	SHA256 document.Digest `json:"sha256"`
}

// Predicate is what a release says.
type Predicate struct {
	Genesis     document.Digest            `json:"genesis"`
	Intent      record.Intent              `json:"intent"`      // as it is in the log
	IntentIndex int64                      `json:"intentIndex"` // where in the log
	Schema      string                     `json:"schema"`      // of the document
	Decision    Decision                   `json:"decision"`
	Anchor      Anchor                     `json:"anchor"`
	Documents   map[string]document.Digest `json:"documents"` // what the document refers to, by head or name
}

// Decision is the entry that closed the vote, with the proof that the anchored tree holds it.
type Decision struct {
	Index int64           `json:"index"`
	Entry json.RawMessage `json:"entry"`
	Proof []record.Hash   `json:"proof"` // the leaf's sibling first
}

// Anchor says where the tree that holds the decision is written on chain.
type Anchor struct {
	Chain     uint64          `json:"chain"`
	Contract  common.Address  `json:"contract"`
	Size      int64           `json:"size"`
	Root      document.Digest `json:"root"` // the bytes of the RFC 6962 root
	Tx        common.Hash     `json:"tx"`
	Block     uint64          `json:"block"`
	BlockHash common.Hash     `json:"blockHash"`
}

// Known is what a reader of the record knows about one release without the hashes of the tree.
type Known struct {
	Genesis       document.Digest
	Chain         record.Chain
	Intent        record.Intent
	IntentIndex   int64
	Schema        string // of the document that is released
	DecisionIndex int64  // of the closed entry
	DecisionLeaf  document.Digest
	Anchored      record.Anchored
}

// Check checks that a statement says what the record says.
func (k Known) Check(p Predicate) error {
	switch {
	case p.Genesis != k.Genesis:
		return errors.New("the statement names another genesis than the record's")
	case p.Intent != k.Intent || p.IntentIndex != k.IntentIndex:
		return errors.New("the statement names another intent than the record's")
	case p.Schema != k.Schema:
		return errors.New("the statement names another schema than the record's")
	case p.Decision.Index != k.DecisionIndex || document.Digest(record.LeafHash(p.Decision.Entry)) != k.DecisionLeaf:
		return errors.New("the statement names another decision than the record's")
	case p.Anchor != k.anchor():
		return errors.New("the statement names another anchor than the record's")
	}
	return nil
}

func (k Known) anchor() Anchor {
	return Anchor{
		Chain: k.Chain.ID, Contract: k.Chain.Anchor, Size: k.Anchored.Size, Root: k.Anchored.Root,
		Tx: k.Anchored.Tx, Block: k.Anchored.Block, BlockHash: k.Anchored.BlockHash,
	}
}

// Evidence is everything that the record says about one release. A co-signer takes it from its own replay.
type Evidence struct {
	Genesis       document.Digest
	Chain         record.Chain
	Intent        record.Intent
	IntentIndex   int64
	Schema        string // of the document that is released
	Decision      []byte // the closed entry, canonical
	DecisionIndex int64
	DecisionProof []record.Hash // of the decision in the anchored tree
	Anchored      record.Anchored
	Documents     map[string]document.Digest // what the document refers to; nil for nothing
}

// Known returns what the evidence says without its bytes and proofs.
func (e Evidence) Known() Known {
	return Known{
		Genesis: e.Genesis, Chain: e.Chain, Intent: e.Intent, IntentIndex: e.IntentIndex, Schema: e.Schema,
		DecisionIndex: e.DecisionIndex, DecisionLeaf: document.Digest(record.LeafHash(e.Decision)), Anchored: e.Anchored,
	}
}

// Build returns the canonical statement. It refuses evidence that does not hold together, so that nobody signs what
// no node would accept.
func Build(e Evidence) ([]byte, error) {
	if e.Documents == nil {
		e.Documents = map[string]document.Digest{}
	}
	if e.DecisionProof == nil {
		e.DecisionProof = []record.Hash{}
	}
	s := Statement{
		Type:          StatementType,
		Subject:       []Subject{{Name: e.Intent.Head, Digest: SubjectDigest{SHA256: e.Intent.Document}}},
		PredicateType: PredicateType,
		Predicate: Predicate{
			Genesis: e.Genesis, Intent: e.Intent, IntentIndex: e.IntentIndex, Schema: e.Schema,
			Decision: Decision{Index: e.DecisionIndex, Entry: e.Decision, Proof: e.DecisionProof},
			Anchor:   e.Known().anchor(), Documents: e.Documents,
		},
	}
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("release statement: %w", err)
	}
	raw, err := document.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("release statement: %w", err)
	}
	if _, err := ParseStatement(raw); err != nil {
		return nil, err
	}
	return raw, nil
}

// ParseStatement reads a statement, whose bytes must be canonical: two statements are the same if their digests are.
func ParseStatement(raw []byte) (Statement, error) {
	var s Statement
	if err := document.IsCanonical(raw); err != nil {
		return Statement{}, fmt.Errorf("release statement: %w", err)
	}
	if err := document.Unmarshal(raw, &s); err != nil {
		return Statement{}, fmt.Errorf("release statement: %w", err)
	}
	if err := s.check(); err != nil {
		return Statement{}, fmt.Errorf("release statement: %w", err)
	}
	if again, err := document.Marshal(s); err != nil || !bytes.Equal(again, raw) {
		return Statement{}, errors.New("release statement: a field is missing")
	}
	return s, nil
}

// check is everything about a statement that needs nothing but itself.
func (s Statement) check() error {
	p, i := s.Predicate, s.Predicate.Intent
	switch {
	case s.Type != StatementType:
		return fmt.Errorf("the type is %q, want %q", shorten(s.Type), StatementType)
	case s.PredicateType != PredicateType:
		return fmt.Errorf("the predicate type is %q, want %q", shorten(s.PredicateType), PredicateType)
	case p.Genesis.IsZero():
		return errors.New("it names no genesis")
	case !ValidChannel(i.Channel):
		return fmt.Errorf("%q is not a channel, a name like chat/stable", shorten(i.Channel))
	case i.Sequence < 1 || i.Sequence > MaxSequence:
		return fmt.Errorf("the sequence %d is out of range", i.Sequence)
	case i.Sequence == 1 && !i.Previous.IsZero():
		return errors.New("the first release has no previous one")
	case i.Head == "" || p.Schema == "" || i.Document.IsZero() || i.Proposal.IsZero():
		return errors.New("head, schema, document or proposal is missing")
	case i.Expires <= i.Activation:
		return fmt.Errorf("it expires at %s, which is not after its activation at %s", i.Expires, i.Activation)
	case len(s.Subject) != 1 || s.Subject[0] != Subject{Name: i.Head, Digest: SubjectDigest{SHA256: i.Document}}:
		return errors.New("the subject is not the document that the intent names")
	case len(p.Documents) > maxDocuments:
		return fmt.Errorf("it names %d documents, at most %d are allowed", len(p.Documents), maxDocuments)
	case p.IntentIndex < p.Anchor.Size:
		return errors.New("the intent is older than the anchor that it rests on")
	}
	return s.checkDecision()
}

func (s Statement) checkDecision() error {
	d, a := s.Predicate.Decision, s.Predicate.Anchor
	entry, err := record.Decode(d.Entry)
	if err != nil {
		return fmt.Errorf("decision: %w", err)
	}
	if entry.Kind != record.KindClosed {
		return fmt.Errorf("decision: entry %d is of kind %q, want %q", d.Index, entry.Kind, record.KindClosed)
	}
	var closed record.Closed
	if err := document.Unmarshal(entry.Body, &closed); err != nil {
		return fmt.Errorf("decision: entry %d: %w", d.Index, err)
	}
	if closed.Outcome != outcomePassed {
		return fmt.Errorf("decision: entry %d says %q, so nothing was decided", d.Index, shorten(closed.Outcome))
	}
	if closed.Proposal != s.Predicate.Intent.Proposal {
		return fmt.Errorf("decision: entry %d decides the proposal %s, the release carries out %s", d.Index, closed.Proposal, s.Predicate.Intent.Proposal)
	}
	if err := record.CheckInclusion(d.Proof, a.Size, record.Hash(a.Root), d.Index, record.LeafHash(d.Entry)); err != nil {
		return fmt.Errorf("decision: %w", err)
	}
	return nil
}

// outcomePassed is the outcome of a closed entry that carries its proposal.
const outcomePassed = "passed"

// ValidChannel reports whether s names a channel: one to four lowercase words between slashes, at most 64 bytes. A
// channel is a part of file names and URLs.
func ValidChannel(s string) bool {
	if len(s) > 64 {
		return false
	}
	words := bytes.Split([]byte(s), []byte("/"))
	return len(words) <= 4 && !slices.ContainsFunc(words, func(w []byte) bool {
		if len(w) == 0 || w[0] < 'a' || w[0] > 'z' {
			return true
		}
		return slices.ContainsFunc(w, func(c byte) bool {
			return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-'
		})
	})
}
