// Package replay is the one reducer. [State.Apply] is the only code that changes governed state: the service calls it
// before it commits an entry, and every verifier and co-signer folds the same function over the same bytes.
//
// Nothing here reads a clock, a database or the network. Entries that no member signs (openings, counts, decisions,
// release intents) are derived by [State.Due], and Apply derives them again: an entry that says anything else than what
// follows from the record before it is refused.
package replay

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

// Freshness is how many seconds before a vote opens the block may lie that its electorate is taken from.
const Freshness = 3600

// ErrNoBlob is what [Blobs] answers for bytes that it does not have.
var ErrNoBlob = errors.New("the record names bytes that are not there")

// ErrTainted is in the chain of an error after which a State must not be used: an entry failed half way. The service
// loads its state again; a verifier stops there anyway.
var ErrTainted = errors.New("the state is half changed")

// Blobs reads content-addressed bytes. An answer must have the digest that was asked for; Apply checks it.
type Blobs interface {
	Blob(document.Digest) ([]byte, error)
}

// Config is what a State must know of its subjects, which it does not import.
type Config struct {
	Kinds document.Kinds
	// CheckRelease checks a bundle against what the record says of the release, and returns the statement's digest.
	CheckRelease func(Evidence, []byte) (document.Digest, error)
}

// Evidence is all that the record says of one release. The statement is a pure function of it.
type Evidence struct {
	Genesis     []byte // entry 0
	Record      record.Genesis
	Trust       []TrustSet // that took the place of the genesis's keys, oldest first
	Intent      record.Intent
	IntentIndex int64
	Schema      string // of the document
	Decision    proposal.Proposal
	Anchor      record.Anchored
	AnchorIndex int64
}

// Head is the current version of a document.
type Head struct {
	Name     string          `json:"name"`
	Schema   string          `json:"schema"`
	Digest   document.Digest `json:"digest"`
	Previous document.Digest `json:"previous,omitzero"` // the version before
	Proposal document.Digest `json:"proposal"`          // that decided it, zero for a genesis document
	Index    int64           `json:"index"`             // of the entry that moved it here
	Since    document.Time   `json:"since"`
}

// Cast is a ballot as the record holds it.
type Cast struct {
	Proposal document.Digest
	Voter    common.Address
	ballot.Cast
}

// Anchor is a checkpoint on chain.
type Anchor struct {
	Index int64 `json:"index"` // of its entry
	record.Anchored
}

// Release is a release from its intent on.
type Release struct {
	Index  int64 `json:"index"` // of the intent's entry
	Intent record.Intent
	Schema string `json:"schema"`
	// Statement and Bundle are zero until enough co-signers signed.
	Statement  document.Digest `json:"statement"`
	Bundle     document.Digest `json:"bundle"`
	ReleasedAt int64           `json:"releasedAt"`
	Intended   document.Time   `json:"intended"` // the time of the intent's entry
}

// Node is the last word of a node on a channel.
type Node struct {
	Name    string         `json:"name"`
	Address common.Address `json:"address"`
	Index   int64          `json:"index"`
	record.Attested
}

// Position is how far the record follows the chain.
type Position struct {
	Next uint64 // the first block that no entry covers
	Last uint64 // the last block that one covers; meaningless before the first chain entry
	Hash common.Hash
	Time document.Time
}

// Changes are what an entry changed, for the rows of a database.
type Changes struct {
	Redacted    []document.Digest // texts that are destroyed
	Proposals   []proposal.Proposal
	Ballots     []Cast
	Acts        []Act
	Evaluations []Evaluation
	Types       []badge.Type
	Badges      []badge.Badge
	Heads       []Head
	Anchors     []Anchor
	Releases    []Release
	Nodes       []Node
}

// Merge appends the changes of a later entry.
func (c *Changes) Merge(o Changes) {
	c.Redacted = append(c.Redacted, o.Redacted...)
	c.Proposals = append(c.Proposals, o.Proposals...)
	c.Ballots = append(c.Ballots, o.Ballots...)
	c.Acts = append(c.Acts, o.Acts...)
	c.Evaluations = append(c.Evaluations, o.Evaluations...)
	c.Types = append(c.Types, o.Types...)
	c.Badges = append(c.Badges, o.Badges...)
	c.Heads = append(c.Heads, o.Heads...)
	c.Anchors = append(c.Anchors, o.Anchors...)
	c.Releases = append(c.Releases, o.Releases...)
	c.Nodes = append(c.Nodes, o.Nodes...)
}

// State is the governed state after a prefix of the log. It is not safe for concurrent use while Apply runs.
type State struct {
	cfg     Config
	tree    record.Tree
	time    document.Time
	genesis record.Genesis
	raw     []byte          // genesis.json
	digest  document.Digest // of it
	domain  wallet.Domain
	chain   Position
	recent  []Position // the ends of ranges not older than Freshness, oldest first: where contract wallets were asked
	badges  badge.Registry
	events  []badge.Event // of the last range, kept for their room
	policy  policy.Policy // of the policy head

	heads       map[string]Head
	proposals   map[document.Digest]*life
	order       []document.Digest // of submission
	queue       []document.Digest // of sponsorship: what came into review
	lanes       map[string]document.Digest
	sequences   map[common.Address]uint64 // of proposers
	acts        map[common.Address]lastAct
	done        []Act                            // all of them, oldest first
	evaluations map[document.Digest][]Evaluation // by document, oldest first
	anchors     []Anchor
	channels    map[string][]Release
	trusted     []TrustSet // after the genesis
	nodes       map[nodeKey]Node

	people
	gone
	shelf

	// wallets asks the chain about a contract wallet's answer. It is nil where there is no chain to ask: in a service,
	// which asked before it built the entry, and in a verifier without one.
	wallets func(account common.Address, digest [32]byte, proof wallet.Proof, a wallet.Answer) error

	bodies   charter.Council           // zero without a council
	admitted map[string]common.Address // nodes, by name
	// failed holds the last failure of each fingerprint, and restored the emergency that a head's version rests on.
	failed   map[document.Digest]failure
	restored map[string]document.Digest
}

// failure is what must be known of a proposal that failed to judge the same again.
type failure struct {
	ended    document.Time
	sponsors int
}

type nodeKey struct {
	node    common.Address
	channel string
}

// life is a proposal with what only an open one needs.
type life struct {
	proposal.Proposal
	electorate proposal.Electorate
	casts      casts
	uses       []document.Digest // versions of other documents that it rests on
	sealed     []sealed          // of a hidden vote, in the order of the log
	posts      []post            // on chain about it, in the chain's order
	given      map[poster]given  // what of them the record has of each member
	spent      uint64            // no ballot has a sequence up to this: it was used in a vote that was void
	revoked    []revocation      // by decisions for cause since the opening
	counted    int64             // size of the log that a count which ended in a tie covers
	early      string            // the outcome as the last stretch began; empty until somebody voted in it
	before     Head              // that an emergency replaced
	ratify     int64             // seconds in which that must be ratified
}

// New returns the state before entry 0.
func New(cfg Config) *State {
	return &State{
		cfg:         cfg,
		heads:       map[string]Head{},
		proposals:   map[document.Digest]*life{},
		lanes:       map[string]document.Digest{},
		sequences:   map[common.Address]uint64{},
		acts:        map[common.Address]lastAct{},
		evaluations: map[document.Digest][]Evaluation{},
		channels:    map[string][]Release{},
		nodes:       map[nodeKey]Node{},
		failed:      map[document.Digest]failure{},
		restored:    map[string]document.Digest{},
		people:      newPeople(),
		gone:        newGone(),
		shelf:       newShelf(),
	}
}

// Size returns the number of entries applied.
func (s *State) Size() int64 { return s.tree.Size() }

// Root returns the log's root at that size.
func (s *State) Root() record.Hash { return s.tree.Root() }

// Tree returns a copy of the log's right edge.
func (s *State) Tree() *record.Tree { return s.tree.Clone() }

// Time returns the time of the last entry.
func (s *State) Time() document.Time { return s.time }

// Genesis returns entry 0 and its digest.
func (s *State) Genesis() (record.Genesis, document.Digest) { return s.genesis, s.digest }

// Domain returns the EIP-712 domain of proposals, ballots and reports.
func (s *State) Domain() wallet.Domain { return s.domain }

// Chain returns how far the record follows the chain.
func (s *State) Chain() Position { return s.chain }

// Badges returns the registry of badges. The caller must not change it.
func (s *State) Badges() *badge.Registry { return &s.badges }

// Policy returns the policy in force.
func (s *State) Policy() policy.Policy { return s.policy }

// Heads returns the current versions, by name.
func (s *State) Heads() []Head {
	out := make([]Head, 0, len(s.heads))
	for _, name := range slices.Sorted(maps.Keys(s.heads)) {
		out = append(out, s.heads[name])
	}
	return out
}

// Head returns the current version of a document.
func (s *State) Head(name string) (Head, bool) {
	h, ok := s.heads[name]
	return h, ok
}

// Proposals returns all proposals in the order of their submission.
func (s *State) Proposals() []proposal.Proposal {
	out := make([]proposal.Proposal, len(s.order))
	for i, d := range s.order {
		out[i] = s.proposals[d].Proposal
	}
	return out
}

// Proposal returns a proposal.
func (s *State) Proposal(d document.Digest) (proposal.Proposal, bool) {
	l, ok := s.proposals[d]
	if !ok {
		return proposal.Proposal{}, false
	}
	return l.Proposal, true
}

// Electorate returns the electorate of a proposal whose vote is open, or nil.
func (s *State) Electorate(d document.Digest) *proposal.Electorate {
	l, ok := s.proposals[d]
	if !ok || l.Status != proposal.Voting {
		return nil
	}
	e := l.electorate // of what a correction changes, the copy keeps what it is now
	return &e
}

// LastBallot returns the voter's standing ballot on a proposal whose vote is open, without its hash, or nil.
func (s *State) LastBallot(d document.Digest, voter common.Address) *ballot.Cast {
	l, ok := s.proposals[d]
	if !ok {
		return nil
	}
	if i, ok := l.electorate.Find(voter); ok {
		if cast, ok := l.casts.get(i); ok {
			return &cast
		}
	}
	return nil
}

// NextSequence returns the sequence of a voter's next ballot on a proposal.
func (s *State) NextSequence(d document.Digest, voter common.Address) uint64 {
	l, ok := s.proposals[d]
	if !ok || l.Status != proposal.Voting {
		return 1
	}
	if i, ok := l.electorate.Find(voter); ok {
		return l.casts.next(i)
	}
	return l.spent + 1
}

// Casts returns the standing ballots on a proposal whose vote is open, by voter, without their hashes.
func (s *State) Casts(d document.Digest) []Cast {
	l, ok := s.proposals[d]
	if !ok {
		return nil
	}
	var out []Cast
	for i, a := range l.electorate.Voters {
		if cast, ok := l.casts.get(i); ok {
			out = append(out, Cast{Proposal: d, Voter: a, Cast: cast})
		}
	}
	return out
}

// LastSequence returns the last sequence that a proposer used.
func (s *State) LastSequence(proposer common.Address) uint64 { return s.sequences[proposer] }

// Anchors returns the anchored checkpoints, oldest first.
func (s *State) Anchors() []Anchor { return slices.Clone(s.anchors) }

// Releases returns the releases of a channel, oldest first.
func (s *State) Releases(channel string) []Release { return slices.Clone(s.channels[channel]) }

// Channels returns the channels that have a release or an intent.
func (s *State) Channels() []string { return slices.Sorted(maps.Keys(s.channels)) }

// Nodes returns the last word of every node on every channel, by name and channel.
func (s *State) Nodes() []Node {
	out := slices.Collect(maps.Values(s.nodes))
	slices.SortFunc(out, func(a, b Node) int {
		if c := a.Address.Cmp(b.Address); c != 0 {
			return c
		}
		if a.Channel < b.Channel {
			return -1
		}
		return 1
	})
	return out
}

// Evidence returns what the record says of a release.
func (s *State) Evidence(channel string, sequence uint64) (Evidence, error) {
	r := s.release(channel, sequence)
	if r == nil {
		return Evidence{}, fmt.Errorf("the record has no intent for release %d of %s", sequence, channel)
	}
	p := s.proposals[r.Intent.Proposal].Proposal
	a := s.anchor(p.AnchoredAt)
	if a.Index == 0 {
		return Evidence{}, fmt.Errorf("release %d of %s rests on no anchor", sequence, channel)
	}
	return Evidence{
		Genesis: s.raw, Record: s.genesis, Trust: s.TrustSets(),
		Intent: r.Intent, IntentIndex: r.Index, Schema: r.Schema,
		Decision: p, Anchor: a.Anchored, AnchorIndex: a.Index,
	}, nil
}

func (s *State) release(channel string, sequence uint64) *Release {
	rs := s.channels[channel]
	if sequence == 0 || sequence > uint64(len(rs)) {
		return nil
	}
	return &rs[sequence-1]
}

func (s *State) anchor(index int64) Anchor {
	i, ok := slices.BinarySearchFunc(s.anchors, index, func(a Anchor, index int64) int { return int(a.Index - index) })
	if !ok {
		return Anchor{}
	}
	return s.anchors[i]
}

// Changes returns the governed state as changes, to compare with the rows of a database. Neither ballots, which a State forgets
// when their vote ends, nor badges are among them: there may be millions of either.
func (s *State) Changes() Changes {
	c := Changes{Proposals: s.Proposals(), Acts: slices.Clone(s.done), Types: s.badges.Types(), Heads: s.Heads(), Anchors: s.Anchors(), Nodes: s.Nodes()}
	for _, name := range s.Channels() {
		c.Releases = append(c.Releases, s.channels[name]...)
	}
	return c
}
