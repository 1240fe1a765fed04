package replay

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// maxPosts is how many posts about one proposal the record keeps of a member, and of each kind.
const maxPosts = 16

// post is a ballot or a veto that a member put on chain.
type post struct {
	record.Post
	at       record.Posted
	proposal document.Digest
	seal     Seal
	ballot   record.Ballot // of a ballot
	sequence uint64
}

// poster and given are what must be known of a member's posts about a proposal to judge the next.
type poster struct {
	member common.Address
	kind   string
}

type given struct {
	count    int
	sequence uint64 // of the last
}

// Keep returns the events of the next range of blocks as the record holds them: all of the badge contract, and of what was posted
// on chain what a member has a say with. Anybody can post anything, so what nobody entitled signed, what repeats what is
// known, and what can not count any more stays out. Service and verifiers leave out the same, since it follows from the
// record before the range and the range itself.
func (s *State) Keep(events []badge.Event) []badge.Event {
	kept, _ := s.keep(events)
	return kept
}

func (s *State) keep(events []badge.Event) (kept []badge.Event, posts []post) {
	if !slices.ContainsFunc(events, func(e badge.Event) bool { return e.Kind == badge.Posted }) {
		return events, nil
	}
	type subject struct {
		*life
		poster
	}
	here := map[subject]given{}
	recovered := map[common.Address]common.Address{} // in this range
	for _, e := range events {
		if e.Kind != badge.Posted {
			if e.Kind == badge.Recovered && s.keyRecovered(e.Holder) {
				recovered[e.To] = e.Holder
			}
			kept = append(kept, e)
			continue
		}
		p, ok := s.readPost(e, recovered)
		if !ok {
			continue
		}
		by := subject{s.proposals[p.proposal], poster{p.seal.Signer, p.Kind}}
		last, ok := here[by]
		if !ok {
			last = by.given[by.poster]
		}
		if p.sequence <= last.sequence || last.count == maxPosts {
			continue
		}
		here[by] = given{last.count + 1, p.sequence}
		kept, posts = append(kept, e), append(posts, p)
	}
	return kept, posts
}

// readPost reads what was posted, and reports false if it can not count.
func (s *State) readPost(e badge.Event, recovered map[common.Address]common.Address) (post, bool) {
	if e != (badge.Event{Kind: e.Kind, Block: e.Block, Time: e.Time, Index: e.Index, Tx: e.Tx, Subject: e.Subject, Message: e.Message}) {
		return post{}, false
	}
	message, subject, err := record.ParsePost([]byte(e.Message))
	if err != nil || subject != document.Digest(e.Subject) {
		return post{}, false
	}
	l, ok := s.proposals[subject]
	if !ok {
		return post{}, false
	}
	p := post{Post: message, at: record.Posted{Block: e.Block, Index: e.Index, Time: document.Time(e.Time), Tx: e.Tx}, proposal: subject}
	member := common.HexToAddress(p.Actor)
	var hash [32]byte
	if p.Kind == record.KindBallot {
		if document.Unmarshal(p.Body, &p.ballot) != nil {
			return post{}, false
		}
		voter, ok := l.electorate.Find(member)
		if from, moved := recovered[member]; moved && !ok {
			voter, ok = l.electorate.Find(from)
		}
		b := &p.ballot
		if !ok || l.Status != proposal.Voting || p.at.Time >= l.Closes && !l.extensible() || b.Electorate != l.Electorate ||
			b.Sequence < l.casts.next(voter) || ballot.CheckChoice(l.Method, l.Options, b.Choice) != nil || ballot.CheckExpiry(b.Expires, p.at.Time) != nil {
			return post{}, false
		}
		p.sequence, hash = b.Sequence, ballotMessage(member, [32]byte(l.Title.Keccak), *b).StructHash()
	} else {
		var b record.Act
		if document.Unmarshal(p.Body, &b) != nil {
			return post{}, false
		}
		if b.Act != string(proposal.Veto) || l.Status != proposal.Closed && l.Status != proposal.Challenge ||
			b.Sequence <= s.acts[member].sequence || b.Expires <= p.at.Time || !s.council(p.at.Time).Guardians.Has(member) {
			return post{}, false
		}
		p.sequence, hash = b.Sequence, ActMessage(member, [32]byte(l.Title.Keccak), b).StructHash()
	}
	p.seal, err = recoverEntry(s.domain, p.Entry(p.at.Time, p.at), hash)
	return p, err == nil && p.seal.Signer == member
}

// extensible reports whether the deadline of an open vote may still move.
func (l *life) extensible() bool {
	return l.Rules.Swing > 0 && !l.Rules.Hidden && l.ExtendedAt == 0
}

// receive takes in what was posted in a range of blocks. Each post becomes an entry of its own, before anything else happens
// to its proposal.
func (a *application) receive(posts []post) {
	for _, p := range posts {
		l := a.proposals[p.proposal]
		l.posts = append(l.posts, p)
		if l.given == nil {
			l.given = map[poster]given{}
		}
		by := poster{p.seal.Signer, p.Kind}
		l.given[by] = given{l.given[by].count + 1, p.sequence}
	}
}

// posted returns the first post about a proposal that can be taken, or nil. What can not may have become too late or
// contradict what its member did meanwhile, or waits for a deadline to move.
func (s *State) posted(l *life) *post {
	for i := range l.posts {
		if p := &l.posts[i]; s.takes(l, p) {
			return p
		}
	}
	return nil
}

// takes reports whether a post would be taken now. It counts as given when its block was made.
func (s *State) takes(l *life, p *post) bool {
	at := p.at.Time
	if p.Kind == record.KindAct {
		var b record.Act
		return document.Unmarshal(p.Body, &b) == nil && checkSequence(s.acts[p.seal.Signer], b.Sequence, p.seal.Hash) == nil &&
			s.may(l, p.seal.Signer, proposal.Act{Verb: proposal.Veto}, at, at) == nil
	}
	if _, err := s.inVote(p.proposal, at, at); err != nil {
		return false
	}
	voter, err := s.mayVote(l, p.seal.Signer)
	return err == nil && l.casts.check(voter, p.ballot.Sequence, p.seal.Hash) == nil && l.afford(voter, p.ballot.Choice) == nil
}

// entry returns the entry of a post, but for its time.
func (p *post) entry() *Derived {
	return &Derived{Kind: p.Kind, Body: p.Body, Parts: func(func([]byte) bool) {}, post: p}
}

// fromChain checks that an entry is the post that is due, and has its signature taken as recovered.
func (a *application) fromChain() (*life, *post, error) {
	l, err := a.named()
	if err != nil {
		return nil, nil, err
	}
	p := a.posted(l)
	if p == nil || p.Kind != a.entry.Kind || p.Actor != a.entry.Actor || p.Signature != a.entry.Signature || p.at != *a.entry.Posted || !bytes.Equal(p.Body, a.entry.Body) {
		return nil, nil, refusal.New(refusal.Conflict, "post-due", "posted", "the record does not call for this message of block %d: it follows the chain, and takes what was posted there in order", a.entry.Posted.Block)
	}
	a.seal = &p.seal
	return l, p, nil
}

// postedBallot takes in a ballot from the chain. In a hidden vote it counts with the others when they are opened; its choice is
// public, since its voter made it so.
func (a *application) postedBallot() error {
	l, p, err := a.fromChain()
	if err != nil {
		return err
	}
	voter, err := a.mayVote(l, p.seal.Signer)
	if err != nil {
		return err
	}
	cast := Cast{Proposal: l.Digest, Voter: p.seal.Signer, Cast: ballot.Cast{Sequence: p.ballot.Sequence, Hash: p.seal.Hash, Choice: p.ballot.Choice, Index: a.index}}
	if l.Rules.Hidden {
		l.sealed = append(l.sealed, sealed{voter: voter, index: a.index, posted: &cast.Cast})
		hidden := cast.Cast
		hidden.Choice = ballot.Sealed
		l.casts.set(voter, &hidden)
	} else {
		a.mark(l, p.at.Time)
		l.casts.set(voter, &cast.Cast)
	}
	a.changes.Ballots = append(a.changes.Ballots, cast)
	l.taken(p)
	return nil
}

// taken forgets a post that became an entry.
func (l *life) taken(p *post) {
	if p == &l.posts[0] { // others are passed over from now on
		l.posts = l.posts[1:]
	}
}
