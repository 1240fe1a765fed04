package replay

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/tally"
)

// TallySchema names the document that holds a count.
const TallySchema = "peritus/tally/v1"

// Tally is a count as a document.
type Tally struct {
	Schema     string                  `json:"schema"`
	Proposal   document.Digest         `json:"proposal"`
	Electorate document.Digest         `json:"electorate"`
	Size       int64                   `json:"size"` // of the log's prefix that was counted
	Ballots    int                     `json:"ballots"`
	Chambers   map[string]tally.Result `json:"chambers"`
	Outcome    string                  `json:"outcome"`
}

// The outcomes of a count.
const (
	Passed   = "passed"
	Rejected = "rejected"
	NoQuorum = "no-quorum"
)

// Derived is an entry that follows from the record and the time, with the bytes that it names.
type Derived struct {
	Kind string
	Body []byte // canonical
	// Named are the blobs that the body names. Parts yields those that they name in turn; each is overwritten by the next.
	Named [][]byte
	Parts iter.Seq[[]byte]
	// electorate is what an opening froze, so that it need not be computed twice.
	electorate proposal.Electorate
	shares     []weight.Share
	rules      policy.Rules
	tally      Tally
}

// Blobs returns copies of all bytes that the entry brings with it.
func (d *Derived) Blobs() [][]byte {
	out := slices.Clone(d.Named)
	for part := range d.Parts {
		out = append(out, bytes.Clone(part))
	}
	return out
}

// Due returns the first entry that is due at a time, or nil. The service writes it with exactly that time and asks
// again, until nothing is due.
func (s *State) Due(now document.Time, blobs Blobs) (*Derived, error) {
	for _, d := range s.order {
		l := s.proposals[d]
		if l.Status.Ended() {
			continue
		}
		derived, err := s.next(l, now, blobs)
		if derived != nil || err != nil {
			return derived, err
		}
	}
	return s.dueIntent()
}

// next derives the entry that is due for one proposal.
func (s *State) next(l *life, now document.Time, blobs Blobs) (*Derived, error) {
	facts := proposal.Facts{ChainTime: s.chain.Time, Freshness: Freshness, Electorate: true}
	for _, lane := range l.Lanes {
		if s.heads[lane.Head].Digest != lane.Base {
			facts.BaseMoved = true
		}
		if holder, ok := s.lanes[lane.Head]; ok && holder != l.Digest {
			facts.LaneBusy = true
		}
	}
	step, reason := proposal.Next(&l.Proposal, facts, now)
	if step == proposal.Open {
		met, err := s.GatesMet(l.Digest, blobs)
		if err != nil {
			return nil, err
		}
		facts.Unmet = !met
		step, reason = proposal.Next(&l.Proposal, facts, now)
	}
	if step == proposal.Open {
		derived, err := s.opening(l, now, blobs)
		if err != nil || derived != nil {
			return derived, err
		}
		facts.Electorate = false
		step, reason = proposal.Next(&l.Proposal, facts, now)
	}
	switch step {
	case proposal.None:
		return nil, nil
	case proposal.Close:
		return s.closing(l)
	case proposal.Finish:
		return derive(record.KindFinal, record.Final{Proposal: l.Digest, Anchor: l.AnchoredAt})
	case proposal.Void:
		return derive(record.KindVoid, record.Void{Proposal: l.Digest, Reason: reason})
	}
	return nil, fmt.Errorf("replay: no entry for step %q", step)
}

func derive(kind string, body any, blobs ...[]byte) (*Derived, error) {
	raw, err := document.Marshal(body)
	if err != nil {
		return nil, err
	}
	return &Derived{Kind: kind, Body: raw, Named: blobs, Parts: func(func([]byte) bool) {}}, nil
}

// Touched returns the shares of the domains that a proposal's changes touch under the policy in force, and the rules
// that they follow together.
func (s *State) Touched(lanes []proposal.Lane, blobs Blobs) ([]weight.Share, policy.Rules, error) {
	points := map[string]uint64{}
	var rules policy.Rules
	for _, lane := range lanes {
		var before []byte
		if !lane.Base.IsZero() {
			var err error
			if before, err = blobs.Blob(lane.Base); err != nil {
				return nil, rules, err
			}
		}
		after, err := blobs.Blob(lane.Document)
		if err != nil {
			return nil, rules, err
		}
		changes, err := document.Diff(before, after)
		if err != nil {
			return nil, rules, err
		}
		kind := s.policy.Kinds[lane.Schema]
		rules = rules.Strictest(kind.Rules)
		for d, n := range kind.Points(changes) {
			points[d] += n
		}
	}
	return weight.Shares(points), rules, nil
}

// Freeze computes the electorate that a change would have if it opened now, without those who declared a conflict.
func (s *State) Freeze(lanes []proposal.Lane, submitted document.Time, recused []common.Address, blobs Blobs) (proposal.Electorate, []weight.Share, policy.Rules, error) {
	shares, rules, err := s.Touched(lanes, blobs)
	if err != nil {
		return proposal.Electorate{}, nil, rules, err
	}
	e, err := proposal.Freeze(s.policy.Weight, rules, s.badges.At(s.chain.Last), shares, uint64(s.chain.Time), uint64(submitted), recused)
	return e, shares, rules, err
}

// opening derives the opened entry, or nil if nobody could vote.
func (s *State) opening(l *life, now document.Time, blobs Blobs) (*Derived, error) {
	electorate, shares, rules, err := s.Freeze(l.Lanes, l.Submitted, l.Recused, blobs)
	if err != nil {
		return nil, err
	}
	if c := electorate.Chamber(proposal.Experts); c == nil || c.Total == 0 {
		return nil, nil
	}
	list, err := electorate.Document(l.Digest, s.chain.Last, s.chain.Time, shares)
	if err != nil {
		return nil, err
	}
	derived, err := derive(record.KindOpened, record.Opened{
		Proposal: l.Digest, Policy: s.heads[s.genesis.Policy].Digest, Block: s.chain.Last, Closes: now.Add(rules.Voting),
		Electorate: electorate.Root, List: document.Sum(list), Chambers: electorate.Summary(),
	}, list)
	if err != nil {
		return nil, err
	}
	derived.electorate, derived.shares, derived.rules, derived.Parts = electorate, shares, rules, electorate.Parts()
	return derived, nil
}

// Count counts the standing ballots of an open vote.
func (s *State) Count(d document.Digest) (Tally, error) {
	l, ok := s.proposals[d]
	if !ok || l.Status != proposal.Voting {
		return Tally{}, refusal.New(refusal.NotFound, "tally-open", "proposal", "no vote is open on %s", d)
	}
	return s.count(l), nil
}

func (s *State) count(l *life) Tally {
	t := Tally{Schema: TallySchema, Proposal: l.Digest, Electorate: l.Electorate, Size: s.tree.Size(), Chambers: map[string]tally.Result{}, Outcome: Passed}
	quorum := true
	for i := range l.electorate.Voters {
		if _, ok := l.casts.counted(i); ok {
			t.Ballots++
		}
	}
	for i := range l.electorate.Chambers {
		c := &l.electorate.Chambers[i]
		var counter tally.Counter
		for v, w := range c.Weights {
			if choice, ok := l.casts.counted(v); ok && w > 0 {
				counter.Add(tally.Vote{Weight: w, Choice: choice})
			}
		}
		rules := tally.Rules{Threshold: l.Rules.Threshold, Quorum: l.Rules.Quorum, Heads: l.Rules.Heads}
		if c.Domain != "" {
			rules.Heads = min(l.Rules.DomainHeads, c.Members)
		}
		r := counter.Result(c.Total, rules)
		t.Chambers[c.Name] = r
		if !r.QuorumMet {
			quorum = false
		}
		if !r.Approved {
			t.Outcome = Rejected
		}
	}
	if !quorum {
		t.Outcome = NoQuorum
	}
	return t
}

// closing derives the closed entry.
func (s *State) closing(l *life) (*Derived, error) {
	t := s.count(l)
	raw, err := document.Marshal(t)
	if err != nil {
		return nil, err
	}
	derived, err := derive(record.KindClosed, record.Closed{Proposal: l.Digest, Outcome: t.Outcome, Ballots: t.Ballots, Tally: document.Sum(raw)}, raw)
	if err != nil {
		return nil, err
	}
	derived.tally = t
	return derived, nil
}

// dueIntent derives the intent of the first channel whose head a decision moved and no intent names yet.
func (s *State) dueIntent() (*Derived, error) {
	for _, name := range slices.Sorted(maps.Keys(s.policy.Channels)) {
		c := s.policy.Channels[name]
		head, ok := s.heads[c.Head]
		if !ok || head.Proposal.IsZero() {
			continue
		}
		intent := record.Intent{
			Channel: name, Sequence: 1, Proposal: head.Proposal, Head: head.Name, Document: head.Digest,
			Activation: head.Since.Add(c.Delay), Expires: head.Since.Add(c.Delay + c.Validity),
		}
		if rs := s.channels[name]; len(rs) > 0 {
			last := rs[len(rs)-1]
			// Each release names the one before it, so the next waits until that is signed.
			if last.Intent.Proposal == head.Proposal || last.Statement.IsZero() {
				continue
			}
			intent.Sequence, intent.Previous = last.Intent.Sequence+1, last.Statement
		}
		return derive(record.KindIntent, intent)
	}
	return nil, nil
}

// derived takes in an entry that follows from the record: it must say, byte for byte, what follows.
func (a *application) derived() error {
	var named struct {
		Proposal document.Digest `json:"proposal"`
	}
	if err := json.Unmarshal(a.entry.Body, &named); err != nil {
		return refusal.New(refusal.Invalid, "body", "body", "the entry names no proposal: %w", err)
	}
	l, ok := a.proposals[named.Proposal]
	if !ok {
		return refusal.New(refusal.NotFound, "proposal-unknown", "proposal", "the record has no proposal %s", named.Proposal)
	}
	var d *Derived
	var err error
	if a.entry.Kind == record.KindIntent {
		d, err = a.dueIntent()
	} else {
		d, err = a.next(l, a.entry.Time, a.blobs)
	}
	if err != nil {
		return err
	}
	if d == nil || d.Kind != a.entry.Kind {
		return refusal.New(refusal.Conflict, "not-due", "kind", "at %s the record does not call for an entry of kind %s on this proposal", a.entry.Time, a.entry.Kind)
	}
	if !bytes.Equal(d.Body, a.entry.Body) {
		return refusal.New(refusal.Invalid, "derived", "body", "the entry says other than what follows from the record: it should be %s", d.Body)
	}
	for _, blobs := range []iter.Seq[[]byte]{slices.Values(d.Named), d.Parts} {
		for want := range blobs {
			if _, err := a.read(document.Sum(want), "blob"); err != nil {
				return err
			}
		}
	}
	switch a.entry.Kind {
	case record.KindOpened:
		a.open(l, d)
	case record.KindClosed:
		a.close(l, d)
	case record.KindVoid:
		a.end(l, proposal.Voided)
	case record.KindFinal:
		if err := a.finish(l); err != nil {
			return err
		}
	case record.KindIntent:
		return a.intend()
	}
	if a.entry.Kind == record.KindVoid {
		var v record.Void
		if err := document.Unmarshal(a.entry.Body, &v); err != nil {
			return err
		}
		l.Reason = v.Reason
	}
	if a.entry.Kind != record.KindIntent {
		a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
	}
	return nil
}

func (a *application) open(l *life, d *Derived) {
	l.Status = proposal.Voting
	l.Policy, l.Rules, l.Shares = a.heads[a.State.genesis.Policy].Digest, d.rules, d.shares
	l.Block, l.BlockTime = a.State.chain.Last, a.State.chain.Time
	l.OpenedAt, l.Opened, l.Closes = a.index, a.entry.Time, a.entry.Time.Add(d.rules.Voting)
	l.Electorate, l.List, l.Chambers = d.electorate.Root, document.Sum(d.Named[0]), d.electorate.Summary()
	l.electorate, l.casts = d.electorate, newCasts(len(d.electorate.Voters))
	for _, lane := range l.Lanes {
		a.lanes[lane.Head] = l.Digest
	}
}

func (a *application) close(l *life, d *Derived) {
	l.ClosedAt, l.ClosedLeaf = a.index, document.Digest(record.LeafHash(a.raw))
	l.Tally, l.Ballots = document.Sum(d.Named[0]), d.tally.Ballots
	switch d.tally.Outcome {
	case Passed:
		l.Status = proposal.Closed
	case Rejected:
		a.end(l, proposal.Rejected)
	default:
		a.end(l, proposal.NoQuorum)
	}
	l.electorate, l.casts = proposal.Electorate{}, casts{}
}

// end frees the lanes.
func (a *application) end(l *life, status proposal.Status) {
	l.Status, l.Ended = status, a.entry.Time
	for _, lane := range l.Lanes {
		if a.lanes[lane.Head] == l.Digest {
			delete(a.lanes, lane.Head)
		}
	}
}

// finish moves the heads.
func (a *application) finish(l *life) error {
	for _, lane := range l.Lanes {
		if lane.Head == a.State.genesis.Policy {
			raw, err := a.read(lane.Document, "policy")
			if err != nil {
				return err
			}
			if a.State.policy, err = policy.Parse(raw); err != nil {
				return err
			}
		}
	}
	a.end(l, proposal.Final)
	l.FinalAt = a.index
	for _, lane := range l.Lanes {
		h := Head{Name: lane.Head, Schema: lane.Schema, Digest: lane.Document, Proposal: l.Digest, Index: a.index, Since: a.entry.Time}
		a.heads[lane.Head] = h
		a.changes.Heads = append(a.changes.Heads, h)
	}
	return nil
}

func (a *application) intend() error {
	var b record.Intent
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	r := Release{Index: a.index, Intent: b, Schema: a.heads[b.Head].Schema}
	a.channels[b.Channel] = append(a.channels[b.Channel], r)
	a.changes.Releases = append(a.changes.Releases, r)
	return nil
}
