package replay

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Seal is a recovered signature: the EIP-712 struct hash and the address that signed it.
type Seal struct {
	Hash   [32]byte
	Signer common.Address
	ballot *record.Ballot // what was read to recover it, so that it need not be read again
}

// Apply checks an entry against the state and takes it in. raw are the entry's canonical bytes, which e was decoded
// from. seal is the entry's recovered signature where the caller has recovered it already ([RecoverBallot], many at
// once), and nil otherwise.
//
// An entry that is refused changes nothing, unless [ErrTainted] is in the error's chain. The error is a
// [refusal.Error] where the entry breaks a rule.
func (s *State) Apply(raw []byte, e record.Entry, seal *Seal, blobs Blobs) (Changes, error) {
	if e.Time < s.time {
		return Changes{}, errTimeDecreases(e.Time, s.time)
	}
	if (e.Kind == record.KindGenesis) != (s.tree.Size() == 0) {
		return Changes{}, refusal.New(refusal.Conflict, "genesis-place", "kind", "the genesis is entry 0 and no other")
	}
	signed := slices.Contains(signedKinds, e.Kind)
	if signed != (e.Signature != "") {
		return Changes{}, refusal.New(refusal.Invalid, "signature", "signature", "an entry of kind %s %s", e.Kind, map[bool]string{true: "needs a signature", false: "is not signed"}[signed])
	}
	if !signed && e.Kind != record.KindSealed && e.Actor != record.ActorLog {
		return Changes{}, refusal.New(refusal.Invalid, "actor", "actor", "an entry of kind %s is written by the log", e.Kind)
	}
	a := application{State: s, entry: e, raw: raw, index: s.tree.Size(), blobs: blobs, seal: seal}
	if e.Posted != nil && e.Kind != record.KindBallot && e.Kind != record.KindAct {
		return Changes{}, refusal.New(refusal.Invalid, "posted", "posted", "an entry of kind %s does not come from the chain", e.Kind)
	}
	var err error
	switch e.Kind {
	case record.KindGenesis:
		err = a.genesis()
	case record.KindChain:
		err = a.chain()
	case record.KindProposed:
		err = a.proposed()
	case record.KindBallot:
		err = a.ballot()
	case record.KindSealed:
		err = a.sealed()
	case record.KindAct:
		err = a.act()
	case record.KindEvaluated:
		err = a.evaluated()
	case record.KindExpired, record.KindOpened, record.KindExtended, record.KindCorrected, record.KindClosed, record.KindDrawn, record.KindVoid, record.KindFinal, record.KindLapsed, record.KindIntent:
		err = a.derived()
	case record.KindAnchored:
		err = a.anchored()
	case record.KindReleased:
		err = a.released()
	case record.KindAttested:
		err = a.attested()
	case record.KindRedacted:
		err = a.redact()
	case record.KindRequested:
		err = a.requested()
	case record.KindEndorsed:
		err = a.endorsed()
	case record.KindDeclined:
		err = a.declined()
	default:
		err = refusal.New(refusal.Invalid, "kind", "kind", "this version does not know entries of kind %q", e.Kind)
	}
	if err != nil {
		return Changes{}, err
	}
	s.tree.Append(raw)
	s.time = e.Time
	return a.changes, nil
}

// signedKinds are the kinds of entries that their actors sign.
var signedKinds = []string{
	record.KindProposed, record.KindBallot, record.KindAct, record.KindEvaluated, record.KindAttested,
	record.KindRequested, record.KindEndorsed, record.KindDeclined,
}

// application is one call of Apply.
type application struct {
	*State
	entry   record.Entry
	raw     []byte
	index   int64
	blobs   Blobs
	seal    *Seal
	changes Changes
}

// read returns the bytes of a digest, checked.
func (a *application) read(d document.Digest, what string) ([]byte, error) {
	return read(a.blobs, d, what)
}

func read(blobs Blobs, d document.Digest, what string) ([]byte, error) {
	raw, err := blobs.Blob(d)
	if err != nil {
		if errors.Is(err, ErrNoBlob) {
			return nil, refusal.New(refusal.Invalid, "bytes-missing", what, "the bytes of %s are missing: %w", d, err)
		}
		return nil, err
	}
	if document.Sum(raw) != d {
		return nil, refusal.New(refusal.Invalid, "bytes-altered", what, "the bytes stored as %s are others: their digest is %s", d, document.Sum(raw))
	}
	return raw, nil
}

func (a *application) genesis() error {
	var g record.Genesis
	if err := document.Unmarshal(a.entry.Body, &g); err != nil {
		return err
	}
	if g.Chain.ID == 0 || g.Chain.Anchor == (common.Address{}) || g.Chain.Badge == (common.Address{}) {
		return refusal.New(refusal.Invalid, "genesis-chain", "chain", "the genesis names no chain or no contract")
	}
	if _, err := record.ParseFinality(g.Chain.Finality); err != nil {
		return refusal.New(refusal.Invalid, "genesis-finality", "chain/finality", "%v", err)
	}
	if g.Cosigners.Threshold < 1 || g.Cosigners.Threshold > len(g.Cosigners.Keys) {
		return refusal.New(refusal.Invalid, "genesis-cosigners", "cosigners", "the threshold is %d of %d co-signers", g.Cosigners.Threshold, len(g.Cosigners.Keys))
	}
	heads := map[string]Head{}
	var pol *policy.Policy
	for _, name := range slices.Sorted(maps.Keys(g.Heads)) {
		raw, err := a.read(g.Heads[name], "heads")
		if err != nil {
			return err
		}
		kind, _, digest, err := a.cfg.Kinds.Check(raw)
		if err != nil {
			return fmt.Errorf("head %s: %w", name, err)
		}
		if digest != g.Heads[name] || !policy.ValidHead(name) {
			return refusal.New(refusal.Invalid, "genesis-heads", "heads", "the head %q is no name, or its document is not canonical", name)
		}
		if err := a.references(kind.Schema, raw); err != nil {
			return err
		}
		if name == g.Policy {
			p, err := policy.Parse(raw)
			if err != nil {
				return err
			}
			pol = &p
		}
		heads[name] = Head{Name: name, Schema: kind.Schema, Digest: digest, Since: a.entry.Time}
	}
	if err := checkFounders(g.Founders, a.entry.Time); err != nil {
		return err
	}
	if pol == nil {
		return refusal.New(refusal.Invalid, "genesis-policy", "policy", "the genesis has no policy under the head %q", g.Policy)
	}
	a.State.genesis, a.State.raw, a.digest, a.State.policy, a.heads = g, slices.Clone(a.raw), document.Sum(a.raw), *pol, heads
	for _, name := range slices.Sorted(maps.Keys(heads)) {
		if err := a.shelve(heads[name]); err != nil {
			return err
		}
	}
	a.domain = wallet.Domain{ChainID: g.Chain.ID, Contract: g.Chain.Anchor}
	a.State.chain.Next = g.Chain.Block
	a.changes.Heads = a.Heads()
	return a.charter()
}

func (a *application) chain() error {
	var r record.ChainRange
	if err := document.Unmarshal(a.entry.Body, &r); err != nil {
		return err
	}
	pos := &a.State.chain
	if r.From != pos.Next || r.To < r.From {
		return refusal.New(refusal.Conflict, "chain-gap", "from", "the record follows the chain to block %d, so the next range begins there, not at %d", pos.Next, r.From)
	}
	if r.Time < pos.Time {
		return refusal.New(refusal.Invalid, "chain-time", "time", "block %d is older than the block before it", r.To)
	}
	raw, err := a.read(r.Events, "events")
	if err != nil {
		return err
	}
	events, ok := badge.ReadGrants(a.events[:0], raw)
	if !ok {
		events = nil
		if err := document.Unmarshal(raw, &events); err != nil {
			return err
		}
	}
	a.events = events
	if len(events) != r.Count {
		return refusal.New(refusal.Invalid, "chain-count", "count", "the entry counts %d events and names %d", r.Count, len(events))
	}
	kept, posts := a.keep(events)
	if len(kept) != len(events) {
		return refusal.New(refusal.Invalid, "chain-post", "events", "the entry holds messages from the chain that have no place in the record")
	}
	last, lastIndex := r.From, uint64(0)
	for i, e := range events {
		if e.Block < last || e.Block > r.To || e.Block == last && i > 0 && e.Index <= lastIndex {
			return refusal.New(refusal.Invalid, "chain-order", "events", "event %d is out of the chain's order", i)
		}
		last, lastIndex = e.Block, e.Index
		if t := document.Time(e.Time); e.Kind == badge.Posted && (t < pos.Time || t > r.Time) {
			return refusal.New(refusal.Invalid, "chain-time", "events", "event %d has the time %s, and the range lies between %s and %s", i, t, pos.Time, r.Time)
		}
	}
	changed := touched{badges: make([]badge.Badge, 0, len(events)), badge: make(map[common.Hash]int, len(events))}
	for i, e := range events {
		if e.Kind == badge.Posted {
			continue
		}
		if err := a.badges.Apply(e); err != nil {
			return fmt.Errorf("%w: event %d of blocks %d to %d: %w", ErrTainted, i, r.From, r.To, err)
		}
		a.answers(e)
		a.allows(e)
		a.meanwhile(e)
		a.executed(e)
		changed.add(&a.badges, e)
	}
	a.changes.Types, a.changes.Badges = changed.types, changed.badges
	a.receive(posts)
	*pos = Position{Next: r.To + 1, Last: r.To, Hash: r.Hash, Time: r.Time}
	old, _ := slices.BinarySearchFunc(a.recent, r.Time.Add(-Freshness), func(p Position, t document.Time) int { return cmp.Compare(p.Time, t) })
	a.recent = append(a.recent[old:], *pos)
	return nil
}

// touched are the types and badges that events changed, each once, as the last of them left it.
type touched struct {
	types  []badge.Type
	badges []badge.Badge
	badge  map[common.Hash]int // where each is in badges
}

// add takes in what an event changed that was applied just now.
func (t *touched) add(r *badge.Registry, e badge.Event) {
	if typ, ok := r.Type(e.Type); ok {
		if i := slices.IndexFunc(t.types, func(o badge.Type) bool { return o.ID == typ.ID }); i >= 0 {
			t.types[i] = typ
		} else {
			t.types = append(t.types, typ)
		}
	}
	put := func(b badge.Badge) {
		i, ok := t.badge[b.ID()]
		if !ok {
			i = len(t.badges)
			t.badge[b.ID()] = i
			t.badges = append(t.badges, b)
		}
		t.badges[i] = b
	}
	if e.Kind == badge.Recovered {
		for _, b := range append(r.Of(e.Holder), r.Of(e.To)...) {
			put(b)
		}
	} else if b, ok := r.Badge(e.ID); ok {
		put(b)
	}
}

// executed notes a transaction of the contracts' owner with the decision that it names.
func (a *application) executed(e badge.Event) {
	l, ok := a.proposals[document.Digest(e.Decision)]
	if !ok || len(l.Executed) >= proposal.MaxExecuted {
		return
	}
	if n := len(l.Executed); n == 0 || l.Executed[n-1].Tx != e.Tx {
		l.Executed = append(slices.Clone(l.Executed), proposal.Execution{Entry: a.index, Tx: e.Tx, Block: e.Block})
		a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
	}
}

// Sizes of texts in bytes, without their salt.
const (
	MaxTitle   = 160
	MaxSummary = 32 << 10
	saltSize   = 32
)

// texts checks that the title and the summary are there and what they must be.
func (a *application) texts(r proposal.Revision) error {
	title, err := a.text(r.Title.Text, "proposal-title", "title", MaxTitle)
	if err != nil {
		return err
	}
	if title == "" { // redacted since
		_, err = a.text(r.Summary, "proposal-summary", "summary", MaxSummary)
		return err
	}
	if err := wallet.CheckShowable(title, MaxTitle); err != nil {
		return refusal.New(refusal.Invalid, "proposal-title", "title", "%w", err)
	}
	if document.Digest(wallet.Text(title)) != r.Title.Keccak {
		return refusal.New(refusal.Invalid, "proposal-title", "title", "the title's keccak is not that of its text")
	}
	_, err = a.text(r.Summary, "proposal-summary", "summary", MaxSummary)
	return err
}

func (a *application) ballot() error {
	if a.entry.Posted != nil {
		return a.postedBallot()
	}
	var b record.Ballot
	if a.seal != nil && a.seal.ballot != nil {
		b = *a.seal.ballot
	} else if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	l, err := a.admit(&b, a.entry.Time, a.blobs)
	if err != nil {
		return err
	}
	seal, err := a.recovered(a.domain, func() [32]byte {
		return ballotMessage(common.HexToAddress(a.entry.Actor), [32]byte(l.Title.Keccak), b).StructHash()
	})
	if err != nil {
		return err
	}
	if addressText(seal.Signer) != a.entry.Actor {
		return errBallotSigner()
	}
	cast, err := a.enter(l, &b, &seal, a.entry.Time)
	if err != nil {
		return err
	}
	a.changes.Ballots = append(a.changes.Ballots, cast)
	return nil
}

func errBallotProposal(p document.Digest) error {
	return refusal.New(refusal.NotFound, "ballot-proposal", "proposal", "there is no proposal %s here", p)
}

func errBallotWeight() error {
	return refusal.New(refusal.Forbidden, "ballot-weight", "voter", "this address has no weight in this vote: it held no badge in the fields that the proposal touches when the electorate was frozen")
}

func errBallotSpoiled(why string) error {
	return refusal.New(refusal.Invalid, "ballot-spoiled", "choice", "the ballot would not count: %s", why)
}

func errBallotSigner() error {
	return refusal.New(refusal.Forbidden, "ballot-signature", "signature", "the signature is not the voter's, or signs another title, chain or instance")
}

// inVote returns a proposal whose vote is open at a time, when the chain has come to another.
func (s *State) inVote(p document.Digest, at, chain document.Time) (*life, error) {
	l, ok := s.proposals[p]
	switch {
	case !ok:
		return nil, errBallotProposal(p)
	case l.Status == proposal.Revised:
		return nil, refusal.New(refusal.Closed, "ballot-revision", "proposal", "this text was replaced by another revision of the proposal; vote on that one")
	case l.Status.Early():
		return nil, refusal.New(refusal.Closed, "ballot-early", "proposal", "voting has not opened yet")
	case l.Status != proposal.Voting || at >= l.Closes || chain >= l.Closes:
		return nil, refusal.New(refusal.Closed, "ballot-late", "proposal", "voting closed at %s; the ballot was not taken", l.Closes)
	}
	return l, nil
}

// mayVote returns the number of a voter in a vote.
func (s *State) mayVote(l *life, voter common.Address) (int, error) {
	if leaf, ok := l.electorate.Leaf(voter); !ok {
		return 0, refusal.New(refusal.Forbidden, "ballot-recovered", "voter", "the badges of this address went to another one, since its key was reported lost; vote with that one")
	} else if l.recused(leaf) {
		return 0, refusal.New(refusal.Forbidden, "ballot-recused", "voter", "you declared a conflict in this vote, so your ballot was not taken")
	}
	number, ok := l.electorate.Find(voter)
	if !ok || len(l.Corrections) > 0 && !l.electorate.Has(voter) {
		return 0, errBallotWeight()
	}
	return number, nil
}

// admit checks all of a ballot that does not depend on who signed it.
func (s *State) admit(b *record.Ballot, at document.Time, blobs Blobs) (*life, error) {
	l, err := s.inVote(b.Proposal, at, s.chain.Time)
	if err != nil {
		return nil, err
	}
	if b.Electorate != l.Electorate {
		return nil, refusal.New(refusal.Invalid, "ballot-electorate", "electorate", "the ballot names another electorate than the one that was frozen, %s", l.Electorate)
	}
	if err := ballot.CheckChoice(l.Method, l.Options, b.Choice); err != nil {
		return nil, err
	}
	if err := ballot.CheckExpiry(b.Expires, at); err != nil {
		return nil, err
	}
	if !b.Reason.IsZero() {
		if _, err := text(blobs, b.Reason, "ballot-reason", "reason", ballot.MaxReason); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// enter makes an admitted ballot the standing one of who signed it.
func (s *State) enter(l *life, b *record.Ballot, seal *Seal, at document.Time) (Cast, error) {
	if l.Rules.Hidden {
		return Cast{}, errBallotHidden(l)
	}
	voter, err := s.mayVote(l, seal.Signer)
	if err != nil {
		return Cast{}, err
	}
	if err := l.casts.check(voter, b.Sequence, seal.Hash); err != nil {
		return Cast{}, err
	}
	if err := l.afford(voter, b.Choice); err != nil {
		return Cast{}, err
	}
	cast := Cast{Proposal: b.Proposal, Voter: seal.Signer, Cast: ballot.Cast{Sequence: b.Sequence, Hash: seal.Hash, Choice: b.Choice, Index: s.tree.Size()}}
	s.mark(l, at)
	l.casts.set(voter, &cast.Cast)
	return cast, nil
}

// applyBallot does for a ballot that was read beforehand, and that its voter is known to have signed, what Apply does for any entry.
// hash is the ballot's struct hash, and leaf the entry's.
func (s *State) applyBallot(b *record.SignedBallot, hash [32]byte, leaf record.Hash, blobs Blobs) (Cast, error) {
	if b.Time < s.time {
		return Cast{}, errTimeDecreases(b.Time, s.time)
	}
	l, err := s.admit(&b.Ballot, b.Time, blobs)
	if err != nil {
		return Cast{}, err
	}
	cast, err := s.enter(l, &b.Ballot, &Seal{Hash: hash, Signer: b.Voter}, b.Time)
	if err != nil {
		return Cast{}, err
	}
	var scratch [64]record.Hash
	s.tree.AppendHash(scratch[:0], leaf)
	s.time = b.Time
	return cast, nil
}

func errTimeDecreases(at, last document.Time) error {
	return refusal.New(refusal.Conflict, "time-decreases", "time", "the entry's time %s is before the last one's, %s", at, last)
}

func (a *application) anchored() error {
	var b record.Anchored
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	last := int64(0)
	if n := len(a.anchors); n > 0 {
		last = a.anchors[n-1].Size
	}
	switch {
	case b.Size <= last || b.Size > a.tree.Size():
		return refusal.New(refusal.Conflict, "anchor-size", "size", "size %d is not between the last anchored size %d and the log's, %d", b.Size, last, a.tree.Size())
	case b.Block >= a.State.chain.Next || b.BlockTime > a.State.chain.Time:
		return refusal.New(refusal.Conflict, "anchor-block", "block", "the record follows the chain to block %d only, and the anchor is on block %d", a.State.chain.Last, b.Block)
	}
	proof := make([]record.Hash, len(b.Proof))
	for i, h := range b.Proof {
		proof[i] = record.Hash(h)
	}
	if err := record.CheckConsistency(proof, a.tree.Size(), a.tree.Root(), b.Size, record.Hash(b.Root)); err != nil {
		return refusal.New(refusal.Invalid, "anchor-root", "root", "the anchored root is not that of this log at size %d: %w", b.Size, err)
	}
	anchor := Anchor{Index: a.index, Anchored: b}
	a.anchors = append(a.anchors, anchor)
	a.changes.Anchors = append(a.changes.Anchors, anchor)
	for _, d := range a.order {
		l := a.proposals[d]
		// A count that is on chain before its deadline was made early; one after its grace may have been made late.
		if l.Status != proposal.Closed || l.ClosedAt >= b.Size || b.BlockTime < l.Closes || b.BlockTime > l.Closes.Add(l.Rules.Grace) {
			continue
		}
		l.Status, l.AnchoredAt, l.Ends = proposal.Challenge, a.index, b.BlockTime.Add(l.Rules.Window)
		a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
	}
	return nil
}

func (a *application) attested() error {
	var b record.Attested
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	name := ""
	for _, n := range slices.Sorted(maps.Keys(a.State.admitted)) {
		if addressText(a.State.admitted[n]) == a.entry.Actor {
			name = n
		}
	}
	if name == "" {
		return refusal.New(refusal.Forbidden, "report-node", "node", "this node is not admitted")
	}
	node := a.State.admitted[name]
	r := a.release(b.Channel, b.Release)
	if r == nil || r.Statement.IsZero() || r.Statement != b.Statement {
		return refusal.New(refusal.Invalid, "report-release", "release", "release %d of %s with this statement does not exist", b.Release, b.Channel)
	}
	key := nodeKey{node, b.Channel}
	if last, ok := a.State.nodes[key]; ok && (b.Release < last.Release || b.Release == last.Release && b.Config == last.Config) {
		return refusal.New(refusal.Conflict, "report-repeated", "release", "the node reported release %d already", last.Release)
	}
	seal, err := a.recovered(a.domain, func() [32]byte {
		return wallet.Report{Node: node, Channel: b.Channel, Release: b.Release, Statement: b.Statement, Config: b.Config, Applied: uint64(b.Applied)}.StructHash()
	})
	if err != nil {
		return err
	}
	if seal.Signer != node {
		return refusal.New(refusal.Forbidden, "signature", "signature", "the signature is not the node's")
	}
	n := Node{Name: name, Address: node, Index: a.index, Attested: b}
	a.State.nodes[key] = n
	a.changes.Nodes = append(a.changes.Nodes, n)
	return nil
}

// addressText is an address as entries write it.
func addressText(a common.Address) string {
	text, _ := a.MarshalText()
	return string(text)
}
