package replay_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// message returns what a member posts on chain instead of sending an entry.
func (w *world) message(e record.Entry) string {
	w.t.Helper()
	raw, err := record.Post{Kind: e.Kind, Actor: e.Actor, Body: e.Body, Signature: e.Signature}.Encode()
	if err != nil {
		w.t.Fatal(err)
	}
	return string(raw)
}

// posted returns the n-th event of the next range: a message about a proposal, in a block of a time.
func (w *world) posted(n uint64, at document.Time, p document.Digest, message string) badge.Event {
	return badge.Event{Kind: badge.Posted, Block: w.block + n/4, Time: uint64(at), Index: n % 4, Tx: common.Hash{byte(n + 1)}, Subject: common.Hash(p), Message: message}
}

// TestPostedBallotCounts has a member whom the service ignores put a ballot on chain: the last block before the close is in time,
// whenever the service takes it in, and nothing can be counted before.
func TestPostedBallotCounts(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.vote(p, map[string]string{"bo": "for"})
	post := w.posted(0, pr.Closes-1, p, w.message(w.ballotUntil("ada", pr, "against", 1, pr.Closes)))
	w.now = pr.Closes + 50
	w.chain(post)
	w.refused("not-due", w.closing(p, "passed"))
	w.refused("ballot-late", w.ballot("dan", p, "against", 1))
	w.refused("post-due", record.Entry{Kind: record.KindBallot, Actor: w.actor("dan"), Signature: w.ballot("dan", p, "for", 1).Signature, Body: w.ballot("dan", p, "for", 1).Body,
		Posted: &record.Posted{Block: post.Block, Time: pr.Closes - 1, Tx: post.Tx}})
	w.wrote(record.KindBallot, record.KindExtended)(w.due()) // what was passing fails by it: a late swing
	e, err := record.Decode(w.log[len(w.log)-2])
	if err != nil || e.Posted == nil || *e.Posted != (record.Posted{Block: post.Block, Time: pr.Closes - 1, Tx: post.Tx}) || e.Time != w.now {
		t.Fatalf("the entry is %+v (%v)", e, err)
	}
	pr = w.status(p, proposal.Voting)
	w.wrote(record.KindClosed)(w.at(pr.Closes))
	if pr = w.status(p, proposal.Rejected); pr.Ballots != 2 {
		t.Fatalf("%d ballots were counted", pr.Ballots)
	}
}

// ballotUntil returns a ballot that expires at a time.
func (w *world) ballotUntil(voter string, pr proposal.Proposal, choice string, sequence uint64, expires document.Time) record.Entry {
	w.t.Helper()
	return w.signBallot(voter, pr, record.Ballot{Proposal: pr.Digest, Electorate: pr.Electorate, Choice: choice, Sequence: sequence, Expires: expires})
}

func (w *world) closing(p document.Digest, outcome string) record.Entry {
	w.t.Helper()
	return record.Entry{Kind: record.KindClosed, Actor: record.ActorLog, Body: w.marshal(record.Closed{Proposal: p, Outcome: outcome})}
}

// TestPostsThatCount is about which of several messages stands.
func TestPostsThatCount(t *testing.T) {
	for name, c := range map[string]struct {
		early  func(w *world)                    // before the proposal
		before func(w *world, p document.Digest) // what the service took
		posts  func(w *world, pr proposal.Proposal) []badge.Event
		want   map[string]string
	}{
		"the highest sequence of two": {posts: func(w *world, pr proposal.Proposal) []badge.Event {
			return []badge.Event{w.posted(0, w.now, pr.Digest, w.message(w.ballot("ada", pr.Digest, "against", 1))), w.posted(1, w.now, pr.Digest, w.message(w.ballot("ada", pr.Digest, "for", 2)))}
		}, want: map[string]string{"ada": "for"}},
		"after a ballot that the service took": {
			before: func(w *world, p document.Digest) { w.must(w.ballot("ada", p, "against", 1)) },
			posts: func(w *world, pr proposal.Proposal) []badge.Event {
				return []badge.Event{w.posted(0, w.now, pr.Digest, w.message(w.ballot("ada", pr.Digest, "withdraw", 2)))}
			}, want: map[string]string{"ada": "withdraw"},
		},
		"in the block of a recovery": {posts: func(w *world, pr proposal.Proposal) []badge.Event {
			to := w.address("bo-again")
			e := w.ballot("bo-again", pr.Digest, "for", 1)
			return []badge.Event{
				{Kind: badge.Recovered, Block: w.block, Time: uint64(w.now), Tx: common.Hash{9}, Holder: w.address("bo"), To: to},
				w.posted(1, w.now, pr.Digest, w.message(e)),
			}
		}, early: func(w *world) {
			decided := w.sponsored("1.1.0", "be careful of keys")
			w.at(w.pass(decided).Ends)
			ripe := w.now.Add(badge.RecoveryDelay)
			w.chain(badge.Event{Kind: badge.RecoveryProposed, Block: w.block, Time: uint64(w.now), Tx: common.Hash{8}, Holder: w.address("bo"), To: w.address("bo-again"), Executable: uint64(ripe), Decision: common.Hash(decided)})
			w.now = ripe
		}, want: map[string]string{"bo-again": "for"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newLively(t)
			version := "1.1.0"
			if c.early != nil {
				c.early(w)
				version = "1.2.0"
			}
			p := w.sponsored(version, "be very careful")
			w.at(w.status(p, proposal.Review).Review)
			pr := w.status(p, proposal.Voting)
			if c.before != nil {
				c.before(w, p)
			}
			w.chain(c.posts(w, pr)...)
			w.due()
			for voter, choice := range c.want {
				if cast := w.state.LastBallot(p, w.address(voter)); cast == nil || cast.Choice != choice {
					t.Errorf("the ballot of %s is %+v, want %s", voter, cast, choice)
				}
			}
		})
	}
}

// TestPostsThatAreLeftOut is everything that anybody can post and that has no place in the record. The service leaves it out, and an
// entry that holds it is refused.
func TestPostsThatAreLeftOut(t *testing.T) {
	w := newLively(t, func(p *policy.Policy) {
		k := p.Kinds[replaytest.NoteSchema]
		k.Rules.Swing, k.Rules.Extension = 0, 0
		p.Kinds[replaytest.NoteSchema] = k
	})
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.vote(p, map[string]string{"bo": "for"})
	good := w.ballot("ada", p, "for", 1)
	reason := good
	reason.Body = w.marshal(record.Ballot{Proposal: p, Electorate: pr.Electorate, Choice: "for", Sequence: 1, Expires: w.now.Add(hour), Reason: document.Sum([]byte("why"))})
	other := good
	other.Signature = w.ballot("dan", p, "for", 1).Signature
	elsewhere := record.Ballot{Proposal: p, Electorate: document.Sum([]byte("other")), Choice: "for", Sequence: 1, Expires: w.now.Add(hour)}
	high := good
	high.Signature = good.Signature[:66] + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1b"
	raw := func(e record.Entry) string {
		return string(w.marshal(record.Post{Schema: record.PostSchema, Kind: e.Kind, Actor: e.Actor, Body: e.Body, Signature: e.Signature}))
	}
	at := func(e badge.Event, change func(*badge.Event)) badge.Event { change(&e); return e }
	ok := w.posted(0, w.now, p, raw(good))
	cases := map[string]badge.Event{
		"garbage":                           w.posted(0, w.now, p, "\xff{"),
		"nothing":                           w.posted(0, w.now, p, ""),
		"not canonical":                     w.posted(0, w.now, p, " "+raw(good)),
		"a field more":                      w.posted(0, w.now, p, strings.Replace(raw(good), `"schema"`, `"more":1,"schema"`, 1)),
		"oversized":                         w.posted(0, w.now, p, strings.Replace(raw(good), `"choice":"for"`, `"choice":"`+strings.Repeat("x", record.MaxPost)+`"`, 1)),
		"an unknown proposal":               w.posted(0, w.now, document.Sum(nil), strings.ReplaceAll(raw(good), p.String(), document.Sum(nil).String())),
		"another subject":                   w.posted(0, w.now, document.Sum(nil), raw(good)),
		"another electorate":                w.posted(0, w.now, p, raw(w.signBallot("ada", pr, elsewhere))),
		"no choice of this vote":            w.posted(0, w.now, p, raw(w.ballot("ada", p, "perhaps", 1))),
		"a reason":                          w.posted(0, w.now, p, raw(reason)),
		"expired":                           w.posted(0, w.now, p, raw(w.ballotUntil("ada", pr, "for", 1, w.now))),
		"too late":                          w.posted(0, pr.Closes, p, raw(w.ballotUntil("ada", pr, "for", 1, pr.Closes+day))),
		"no voter":                          w.posted(0, w.now, p, raw(w.ballot("nobody", p, "for", 1))),
		"another's signature":               w.posted(0, w.now, p, raw(other)),
		"a high s":                          w.posted(0, w.now, p, raw(high)),
		"a sequence that was used":          w.posted(0, w.now, p, raw(w.ballot("bo", p, "against", 1))),
		"an act that is no veto":            w.posted(0, w.now, p, raw(w.act("ada", p, "comment", ""))),
		"a veto before the count":           w.posted(0, w.now, p, raw(w.act("gil", p, "veto", ""))),
		"a veto of another than a guardian": w.posted(0, w.now, p, raw(w.act("ada", p, "veto", ""))),
		"an event with more":                at(ok, func(e *badge.Event) { e.Level = 1 }),
	}
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		e := cases[name]
		if kept := w.state.Keep([]badge.Event{e}); len(kept) != 0 {
			t.Errorf("%s is kept", name)
		}
		if strings.ToValidUTF8(e.Message, "") != e.Message {
			continue
		}
		events := w.marshal([]badge.Event{e})
		w.refused("chain-post", record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: w.marshal(record.ChainRange{
			From: w.block, To: w.block + 9, Hash: common.Hash{1}, Time: max(w.now, document.Time(e.Time)), Count: 1, Events: w.blobs.put(events),
		})})
	}
	if kept := w.state.Keep([]badge.Event{ok, at(ok, func(e *badge.Event) { e.Index++ })}); len(kept) != 1 {
		t.Errorf("of a message and its copy %d are kept", len(kept))
	}
	w.chain(ok)
	if kept := w.state.Keep([]badge.Event{w.posted(0, w.now, p, raw(good))}); len(kept) != 0 {
		t.Error("the copy of a message is kept in another range")
	}
	var many []badge.Event
	for n := range uint64(40) {
		many = append(many, w.posted(n, w.now, p, raw(w.ballot("dan", p, "for", n+1))))
	}
	if kept := w.state.Keep(many); len(kept) != 16 {
		t.Errorf("of a member's 40 messages %d are kept", len(kept))
	}
	early := w.posted(0, 1, p, raw(w.ballot("dan", p, "for", 1)))
	w.refused("chain-time", record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: w.marshal(record.ChainRange{
		From: w.block, To: w.block + 9, Hash: common.Hash{1}, Time: w.now, Count: 1, Events: w.blobs.put(w.marshal([]badge.Event{early})),
	})})
	sponsored := w.act("dan", p, "comment", "Hm.")
	sponsored.Kind, sponsored.Posted = record.KindProposed, &record.Posted{}
	w.refused("posted", sponsored)
}

// TestPostedBehindTheDeadline keeps what came after the close until it is known whether the deadline moves.
func TestPostedBehindTheDeadline(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.vote(p, map[string]string{"ada": "for", "bo": "for"})
	w.at(pr.Closes.Add(-hour))
	w.must(w.ballot("ada", p, "against", 2))
	late := w.message(w.ballotUntil("dan", pr, "for", 1, pr.Closes.Add(day)))
	w.now = pr.Closes.Add(hour)
	w.chain(w.posted(0, pr.Closes+1, p, late))
	w.wrote(record.KindExtended, record.KindBallot)(w.due())
	if cast := w.state.LastBallot(p, w.address("dan")); cast == nil || cast.Choice != "for" {
		t.Fatalf("the ballot is %+v", cast)
	}
}

func TestPostedBallotOfWhoStoodBack(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.vote(p, map[string]string{"ada": "for", "bo": "for"})
	w.chain(w.posted(0, w.now, p, w.message(w.ballot("dan", p, "against", 1))))
	w.must(w.act("dan", p, "recuse", ""))
	w.wrote(record.KindClosed)(w.at(pr.Closes))
}

// TestPostedInAHiddenVote counts what its voter made public with what was sealed, and in the order of sequences.
func TestPostedInAHiddenVote(t *testing.T) {
	w, pr := voteHidden(t)
	p := pr.Digest
	w.must(w.sealed("bo", p, "for", 1))
	w.must(w.sealed("ada", p, "against", 1))
	w.chain(w.posted(0, w.now, p, w.message(w.ballot("ada", p, "for", 2))), w.posted(1, w.now, p, w.message(w.ballot("dan", p, "for", 1))), w.posted(2, w.now, p, w.message(w.ballot("bo", p, "against", 3))))
	w.wrote(record.KindBallot, record.KindBallot, record.KindBallot)(w.due())
	w.refused("ballot-sequence-used", w.sealed("bo", p, "for", 2))
	w.must(w.sealed("bo", p, "for", 4))
	w.must(w.act("dan", p, "recuse", ""))
	w.wrote(record.KindClosed)(w.at(pr.Closes))
	if pr = w.status(p, proposal.Closed); pr.Ballots != 2 {
		t.Fatalf("%d ballots were counted", pr.Ballots)
	}
}

// TestPostedVeto has a guardian whom the service ignores stop a decision on the chain, in the last block of the window.
func TestPostedVeto(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.pass(p)
	last := pr.Ends - 1
	veto := func(name string) record.Entry {
		return w.signAct(name, record.Act{Proposal: p, Act: "veto", Sequence: 1, Expires: pr.Ends.Add(day)})
	}
	w.now = pr.Ends.Add(hour)
	w.chain(w.posted(0, last, p, w.message(veto("gil"))), w.posted(1, last, p, w.message(veto("gus"))))
	w.wrote(record.KindAct, record.KindAct)(w.due())
	if pr := w.status(p, proposal.Vetoed); len(pr.Vetoes) != 2 {
		t.Fatalf("vetoed by %v", pr.Vetoes)
	}
}

func TestPostedVetoThatIsLate(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.pass(p)
	w.now = pr.Ends.Add(hour)
	e := w.signAct("gil", record.Act{Proposal: p, Act: "veto", Sequence: 1, Expires: pr.Ends.Add(day)})
	w.chain(w.posted(0, pr.Ends, p, w.message(e)))
	if kinds := w.due(); slices.Contains(kinds, record.KindAct) || !slices.Contains(kinds, record.KindFinal) {
		t.Fatalf("the log wrote %v", kinds)
	}
}
