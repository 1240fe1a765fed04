package replay

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
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
	Council    []common.Address        `json:"council,omitempty"` // who decided an emergency, by address
	Outcome    string                  `json:"outcome"`

	// Of a vote over options.
	Method  string          `json:"method,omitempty"`
	Options []string        `json:"options,omitempty"`
	Polls   map[string]Poll `json:"polls,omitempty"`  // by chamber
	Winner  string          `json:"winner,omitempty"` // if it passed
	Draft   *Draft          `json:"-"`
}

// verdict is what a count says in a word: it is compared to know whether a vote has turned.
func (t Tally) verdict() string {
	if t.Winner != "" {
		return t.Outcome + ": " + t.Winner
	}
	return t.Outcome
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
	method     string
	tally      Tally
	opened     *casts // of a hidden vote
	post       *post  // that the entry takes from the chain
}

// Entry returns the entry, but for its time.
func (d *Derived) Entry() record.Entry {
	if d.post != nil {
		return d.post.Entry(0, d.post.at)
	}
	return record.Entry{Kind: d.Kind, Actor: record.ActorLog, Body: d.Body}
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
		if l.Status.Ended() && !l.Provisional() {
			continue
		}
		derived, err := s.next(l, now, blobs)
		if derived != nil || err != nil {
			return derived, err
		}
	}
	return s.dueIntent()
}

// facts collects what the life of a proposal depends on beside itself.
func (s *State) facts(l *life, now document.Time) proposal.Facts {
	f := proposal.Facts{ChainTime: s.chain.Time, Freshness: Freshness, Electorate: true}
	for _, lane := range l.Lanes {
		if s.heads[lane.Head].Digest != lane.Base {
			f.BaseMoved = true
		}
		if holder, ok := s.lanes[lane.Head]; ok && holder != l.Digest {
			f.LaneBusy = true
		}
	}
	f.SourceGone = slices.ContainsFunc(l.uses, func(d document.Digest) bool { _, gone := s.Withdrawn(d); return gone })
	if l.Emergency {
		f.Enough = s.council(now).Council.Agree(append(slices.Clone(l.Council), l.Proposer)...)
	} else {
		f.Enough = len(l.Sponsors) >= l.Rules.Sponsors
	}
	f.Cools = s.Cools(&l.Proposal)
	return f
}

// Cools returns when the rest ends after the last failure of a proposal that would change the same; zero if there was none,
// or if this one brings twice the sponsors that the other had.
func (s *State) Cools(p *proposal.Proposal) document.Time {
	last, ok := s.failed[p.Fingerprint]
	if !ok || len(p.Sponsors) >= 2*max(1, p.Rules.Sponsors, last.sponsors) {
		return 0
	}
	return last.ended.Add(p.Rules.Cooldown)
}

// queued reports whether a proposal that was sponsored earlier would open now on one of the same lanes.
func (s *State) queued(l *life, now document.Time, blobs Blobs) (bool, error) {
	claimed := map[string]bool{}
	overlaps := func(o *life) bool {
		return slices.ContainsFunc(o.Lanes, func(lane proposal.Lane) bool { return claimed[lane.Head] })
	}
	for _, d := range s.queue {
		if d == l.Digest {
			break
		}
		o := s.proposals[d]
		if step, _ := proposal.Next(&o.Proposal, s.facts(o, now), now); step != proposal.Open || overlaps(o) {
			continue
		}
		met, err := s.GatesMet(d, blobs)
		if err != nil {
			return false, err
		}
		for _, lane := range o.Lanes {
			claimed[lane.Head] = claimed[lane.Head] || met
		}
	}
	return overlaps(l), nil
}

// next derives the entry that is due for one proposal.
func (s *State) next(l *life, now document.Time, blobs Blobs) (*Derived, error) {
	if p := s.posted(l); p != nil {
		return p.entry(), nil
	}
	if l.Status == proposal.Voting && len(l.revoked) > 0 {
		// Before anything is counted.
		if derived, err := s.correction(l, blobs); derived != nil || err != nil {
			return derived, err
		}
	}
	facts := s.facts(l, now)
	step, reason := proposal.Next(&l.Proposal, facts, now)
	if step == proposal.Open {
		met, err := s.GatesMet(l.Digest, blobs)
		if err != nil {
			return nil, err
		}
		facts.Unmet = !met
		step, reason = proposal.Next(&l.Proposal, facts, now)
	}
	switch step {
	case proposal.Open:
		if queued, err := s.queued(l, now, blobs); queued || err != nil {
			return nil, err
		}
		derived, err := s.opening(l, now, blobs)
		if err != nil || derived != nil {
			return derived, err
		}
		facts.Electorate = false
		step, reason = proposal.Next(&l.Proposal, facts, now)
	case proposal.Close:
		if l.Rules.Hidden && !l.Emergency {
			return s.openAndClose(l, blobs)
		}
		t := s.count(l)
		if facts.Swung = l.early != "" && l.early != t.verdict(); facts.Swung {
			step, _ = proposal.Next(&l.Proposal, facts, now)
		}
		if step == proposal.Close {
			return s.closing(l, t)
		}
		return derive(record.KindExtended, record.Extended{Proposal: l.Digest, Before: l.early, After: t.verdict(), Closes: now.Add(l.Rules.Extension)})
	}
	switch step {
	case proposal.Expire:
		return derive(record.KindExpired, record.Expired{Proposal: l.Digest})
	case proposal.Draw:
		return s.drawing(l)
	case proposal.Finish:
		return derive(record.KindFinal, record.Final{Proposal: l.Digest, Anchor: l.AnchoredAt})
	case proposal.Void:
		return derive(record.KindVoid, record.Void{Proposal: l.Digest, Reason: reason})
	case proposal.GiveBack:
		return derive(record.KindLapsed, record.Lapsed{Proposal: l.Digest, Head: l.Lanes[0].Head, Document: l.before.Digest})
	}
	return nil, nil
}

func derive(kind string, body any, blobs ...[]byte) (*Derived, error) {
	raw, err := document.Marshal(body)
	if err != nil {
		return nil, err
	}
	return &Derived{Kind: kind, Body: raw, Named: blobs, Parts: func(func([]byte) bool) {}}, nil
}

// Touched returns the shares of the domains that a proposal's changes touch under the policy in force, and the rules
// that they follow together. In a vote over options the changes of all options count, and each pattern once.
func (s *State) Touched(p *proposal.Proposal, blobs Blobs) ([]weight.Share, policy.Rules, error) {
	points := map[string]uint64{}
	var rules policy.Rules
	for _, lane := range p.Lanes {
		kind := s.policy.Kinds[lane.Schema]
		rules = rules.Strictest(kind.Rules)
		var changes []document.Change
		of := 0
		for _, d := range p.Differences() {
			if d.Head != lane.Head || d.Document.IsZero() {
				continue
			}
			more, err := difference(d, blobs)
			if err != nil {
				return nil, rules, err
			}
			changes = append(changes, more...)
			of++
		}
		touched := kind.Points(changes)
		if of == 0 {
			touched = kind.All() // a poll about the document
		}
		for d, n := range touched {
			points[d] += n
		}
	}
	return weight.Shares(points), rules, nil
}

// difference returns what a lane changes.
func difference(lane proposal.Lane, blobs Blobs) ([]document.Change, error) {
	if lane.Document.IsZero() {
		return nil, nil
	}
	var before []byte
	if !lane.Base.IsZero() {
		var err error
		if before, err = blobs.Blob(lane.Base); err != nil {
			return nil, err
		}
	}
	after, err := blobs.Blob(lane.Document)
	if err != nil {
		return nil, err
	}
	return document.Diff(before, after)
}

// Freeze computes the electorate that a proposal would have if it opened now, without those who declared a conflict.
func (s *State) Freeze(p *proposal.Proposal, blobs Blobs) (proposal.Electorate, []weight.Share, policy.Rules, error) {
	shares, rules, err := s.Touched(p, blobs)
	if err != nil {
		return proposal.Electorate{}, nil, rules, err
	}
	e, err := proposal.Freeze(s.policy.Weight, rules, s.badges.At(s.chain.Last), shares, uint64(s.chain.Time), uint64(p.Submitted), s.exceptions(p.Recused))
	return e, shares, rules, err
}

// opening derives the opened entry, or nil if nobody could vote.
func (s *State) opening(l *life, now document.Time, blobs Blobs) (*Derived, error) {
	electorate, shares, rules, err := s.Freeze(&l.Proposal, blobs)
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
	method := ""
	switch {
	case len(l.Options) > 0 && len(l.Subject) > 0:
		method = rules.Rivals()
	case len(l.Options) > 0:
		method = cmp.Or(rules.Poll, l.Method)
	}
	derived, err := derive(record.KindOpened, record.Opened{
		Proposal: l.Digest, Policy: s.heads[s.genesis.Policy].Digest, Block: s.chain.Last, Closes: now.Add(rules.Voting),
		Electorate: electorate.Root, List: document.Sum(list), Chambers: electorate.Summary(), Method: method, Options: l.Options,
	}, list)
	if err != nil {
		return nil, err
	}
	derived.electorate, derived.shares, derived.rules, derived.method, derived.Parts = electorate, shares, rules, method, electorate.Parts()
	return derived, nil
}

// openAndClose derives the closed entry of a hidden vote, which brings the ballots with it.
func (s *State) openAndClose(l *life, blobs Blobs) (*Derived, error) {
	opened, openings, err := s.unseal(l, blobs)
	if err != nil {
		return nil, err
	}
	public := *l
	public.casts = opened
	derived, err := s.closing(&public, s.count(&public))
	if err != nil {
		return nil, err
	}
	derived.Parts, derived.opened = slices.Values(openings), &opened
	return derived, nil
}

// Count counts the standing ballots of an open vote, unless they are hidden.
func (s *State) Count(d document.Digest) (Tally, error) {
	l, ok := s.proposals[d]
	switch {
	case !ok || l.Status != proposal.Voting:
		return Tally{}, refusal.New(refusal.NotFound, "tally-open", "proposal", "no vote is open on %s", d)
	case l.Rules.Hidden:
		return Tally{}, refusal.New(refusal.Closed, "results-hidden", "proposal", "results of this vote are hidden until it closes at %s", l.Closes)
	}
	return s.count(l), nil
}

func (s *State) count(l *life) Tally { return s.recount(l, "") }

// recount counts with the seed of a lot, or without one.
func (s *State) recount(l *life, seed string) Tally {
	if l.Emergency {
		return Tally{
			Schema: TallySchema, Proposal: l.Digest, Size: s.tree.Size(), Chambers: map[string]tally.Result{},
			Council: with(l.Council, l.Proposer), Outcome: Passed,
		}
	}
	t := Tally{Schema: TallySchema, Proposal: l.Digest, Electorate: l.Electorate, Size: s.tree.Size(), Chambers: map[string]tally.Result{}, Outcome: Passed}
	quorum := true
	for i := range l.electorate.Voters {
		if _, ok := l.casts.counted(i); ok {
			t.Ballots++
		}
	}
	if l.Method != "" {
		s.countPolls(l, &t, seed)
		return t
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
func (s *State) closing(l *life, t Tally) (*Derived, error) {
	raw, err := document.Marshal(t)
	if err != nil {
		return nil, err
	}
	body, named := record.Closed{Proposal: l.Digest, Outcome: t.Outcome, Winner: t.Winner, Ballots: t.Ballots, Tally: document.Sum(raw)}, [][]byte{raw}
	if t.Draft != nil {
		draft, err := document.Marshal(t.Draft)
		if err != nil {
			return nil, err
		}
		body.Draft, named = document.Sum(draft), append(named, draft)
	}
	derived, err := derive(record.KindClosed, body, named...)
	if err != nil {
		return nil, err
	}
	derived.tally = t
	return derived, nil
}

// drawing derives the entry that breaks a tie by lot. The seed is the proposal's digest and the hash of the block that the closing
// anchor is on.
func (s *State) drawing(l *life) (*Derived, error) {
	block := s.anchor(l.AnchoredAt).BlockHash
	t := s.recount(l, hex.EncodeToString(slices.Concat(l.Digest[:], block[:])))
	t.Size = l.counted
	raw, err := document.Marshal(t)
	if err != nil {
		return nil, err
	}
	derived, err := derive(record.KindDrawn, record.Drawn{Proposal: l.Digest, BlockHash: block, Outcome: t.Outcome, Winner: t.Winner, Tally: document.Sum(raw)}, raw)
	if err != nil {
		return nil, err
	}
	derived.tally = t
	return derived, nil
}

// derived takes in an entry that follows from the record: it must say, byte for byte, what follows.
func (a *application) derived() error {
	l, err := a.named()
	if err != nil {
		return err
	}
	var d *Derived
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
	case record.KindIntent:
		return a.intend()
	case record.KindOpened:
		a.open(l, d)
	case record.KindExtended:
		var b record.Extended
		if err := document.Unmarshal(a.entry.Body, &b); err != nil {
			return err
		}
		l.ExtendedAt, l.Closes = a.index, b.Closes
	case record.KindCorrected:
		err = a.correct(l)
	case record.KindClosed:
		a.close(l, d)
	case record.KindDrawn:
		a.draw(l, d)
	case record.KindExpired:
		a.end(l, proposal.Expired)
	case record.KindVoid:
		var b record.Void
		if err := document.Unmarshal(a.entry.Body, &b); err != nil {
			return err
		}
		if b.Reason == proposal.NotAnchored && !l.Emergency {
			a.again(l)
			break
		}
		l.Reason = b.Reason
		a.end(l, proposal.Voided)
	case record.KindFinal:
		err = a.finish(l)
	case record.KindLapsed:
		err = a.lapse(l)
	}
	a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
	return err
}

// named returns the proposal that an entry's body names.
func (a *application) named() (*life, error) {
	var named struct {
		Proposal document.Digest `json:"proposal"`
	}
	if err := json.Unmarshal(a.entry.Body, &named); err != nil {
		return nil, refusal.New(refusal.Invalid, "body", "body", "the entry names no proposal: %w", err)
	}
	l, ok := a.proposals[named.Proposal]
	if !ok {
		return nil, refusal.New(refusal.NotFound, "proposal-unknown", "proposal", "the record has no proposal %s", named.Proposal)
	}
	return l, nil
}

func (a *application) open(l *life, d *Derived) {
	l.Status = proposal.Voting
	l.Policy, l.Rules, l.Shares, l.Method = a.heads[a.State.genesis.Policy].Digest, d.rules, d.shares, d.method
	l.Block, l.BlockTime = a.State.chain.Last, a.State.chain.Time
	l.OpenedAt, l.Opened, l.Closes = a.index, a.entry.Time, a.entry.Time.Add(d.rules.Voting)
	l.Electorate, l.List, l.Chambers = d.electorate.Root, document.Sum(d.Named[0]), d.electorate.Summary()
	l.electorate, l.casts = d.electorate, newCasts(len(d.electorate.Voters))
	l.casts.spent = l.spent
	for _, lane := range l.Lanes {
		a.lanes[lane.Head] = l.Digest
	}
	a.unqueue(l)
}

// mark remembers the outcome as a vote's last stretch begins, before the first thing changes it in that stretch.
func (s *State) mark(l *life, at document.Time) {
	if l.Status != proposal.Voting || l.Rules.Swing == 0 || l.Rules.Hidden || l.ExtendedAt > 0 || l.early != "" {
		return
	}
	if last := l.Closes.Add(-l.Rules.Swing); at >= last || s.chain.Time >= last {
		l.early = s.count(l).verdict()
	}
}

func (a *application) close(l *life, d *Derived) {
	l.ClosedAt, l.ClosedLeaf = a.index, document.Digest(record.LeafHash(a.raw))
	l.Tally, l.Ballots, l.Winner = document.Sum(d.Named[0]), d.tally.Ballots, d.tally.Winner
	if l.Emergency {
		// The council decides without a deadline, so its time is the chain's: the anchor can not be on an earlier block.
		l.Closes = a.State.chain.Time
	}
	for i := range l.electorate.Voters {
		l.spent = max(l.spent, l.casts.next(i)-1) // before a hidden vote's are put in order
	}
	if d.opened != nil {
		l.casts, l.sealed = *d.opened, nil
	}
	switch d.tally.Outcome {
	case Passed:
		l.Status = proposal.Closed
	case Tied:
		l.Status, l.Tied, l.counted = proposal.Closed, true, d.tally.Size
		return // the ballots are counted once more
	case Rejected:
		a.end(l, proposal.Rejected)
	default:
		a.end(l, proposal.NoQuorum)
	}
	l.electorate, l.casts, l.sealed = proposal.Electorate{}, casts{}, nil
}

// draw ends a tie.
func (a *application) draw(l *life, d *Derived) {
	l.Tied, l.Tally, l.Winner = false, document.Sum(d.Named[0]), d.tally.Winner
	if d.tally.Outcome == Rejected {
		a.end(l, proposal.Rejected)
	}
	l.electorate, l.casts, l.sealed = proposal.Electorate{}, casts{}, nil
}

// end frees the lanes.
func (a *application) end(l *life, status proposal.Status) {
	l.Status, l.Ended, l.EndedAt = status, a.entry.Time, a.index
	l.electorate, l.casts, l.sealed, l.posts, l.uses = proposal.Electorate{}, casts{}, nil, nil, nil
	for _, lane := range l.Lanes {
		if a.lanes[lane.Head] == l.Digest {
			delete(a.lanes, lane.Head)
		}
	}
	a.unqueue(l)
	if status.Failed() {
		a.failed[l.Fingerprint] = failure{a.entry.Time, len(l.Sponsors)}
	}
}

// again brings a proposal whose count is void back to before its vote, at its old place among those that wait. Nothing of
// that vote counts in the next: not even its ballots, whose sequences are spent.
func (a *application) again(l *life) {
	old, uses := l.Proposal, l.uses
	a.end(l, proposal.Review)
	a.State.queue = append(a.State.queue, l.Digest)
	slices.SortStableFunc(a.State.queue, func(x, y document.Digest) int {
		return cmp.Compare(a.proposals[x].SponsoredAt, a.proposals[y].SponsoredAt)
	})
	l.Proposal = proposal.Proposal{
		Digest: old.Digest, Index: old.Index, Proposer: old.Proposer, Submitted: old.Submitted, Title: old.Title, Summary: old.Summary,
		Lanes: old.Lanes, Status: proposal.Review, Review: old.Review,
		Subject: old.Subject, Revises: old.Revises, RevisedBy: old.RevisedBy, Ratifies: old.Ratifies, Fingerprint: old.Fingerprint,
		Sponsors: old.Sponsors, SponsoredAt: old.SponsoredAt, Recused: old.Recused, Objections: old.Objections,
		Rules: old.Rules, Shares: old.Shares, Method: old.Method, Options: old.Options, Executed: old.Executed,
		Void: append(slices.Clone(old.Void), proposal.VoidVote{Index: a.index, Time: a.entry.Time, OpenedAt: old.OpenedAt, ClosedAt: old.ClosedAt, Tally: old.Tally, Reason: proposal.NotAnchored}),
	}
	l.uses, l.revoked, l.given, l.early, l.counted = uses, nil, nil, "", 0
}

func (a *application) unqueue(l *life) {
	a.State.queue = slices.DeleteFunc(a.State.queue, func(d document.Digest) bool { return d == l.Digest })
}

// finish moves the heads.
func (a *application) finish(l *life) error {
	effects := l.Effects()
	for _, lane := range effects {
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
	if !l.Ratifies.IsZero() {
		a.confirm(l.Lanes[0].Head)
	}
	for _, lane := range effects {
		before := a.heads[lane.Head]
		a.confirm(lane.Head)
		h := Head{Name: lane.Head, Schema: lane.Schema, Digest: lane.Document, Previous: before.Digest, Proposal: l.Digest, Index: a.index, Since: a.entry.Time}
		if l.Emergency {
			// What was restored has nothing before it that the council could restore in turn.
			h.Previous, l.before, l.Lapses = document.Digest{}, before, a.entry.Time.Add(l.ratify)
			a.restored[lane.Head] = l.Digest
		}
		if err := a.move(h); err != nil {
			return err
		}
	}
	return a.reconstitute()
}

// move gives a head another version.
func (a *application) move(h Head) error {
	a.heads[h.Name] = h
	a.changes.Heads = append(a.changes.Heads, h)
	if err := a.shelve(h); err != nil {
		return fmt.Errorf("%w: %w", ErrTainted, err)
	}
	return nil
}

// confirm ends the time in which the emergency that a head's version rests on could lapse.
func (a *application) confirm(head string) {
	if l := a.proposals[a.restored[head]]; l != nil {
		l.SettledAt = a.index
		a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
		delete(a.restored, head)
	}
}

// lapse takes the effect of an emergency back.
func (a *application) lapse(l *life) error {
	l.Status, l.SettledAt, l.Ended, l.EndedAt = proposal.Lapsed, a.index, a.entry.Time, a.index
	delete(a.restored, l.Lanes[0].Head)
	h := l.before
	h.Previous, h.Index, h.Since = document.Digest{}, a.index, a.entry.Time
	if err := a.move(h); err != nil {
		return err
	}
	return a.reconstitute()
}
