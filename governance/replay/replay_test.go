package replay_test

import (
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// world is an instance whose log is a slice: it writes what the service would write, and nothing else.
type world struct {
	t     testing.TB
	state *replay.State
	log   [][]byte
	blobs blobs
	now   document.Time
	block uint64
}

type blobs map[document.Digest][]byte

func (b blobs) Blob(d document.Digest) ([]byte, error) {
	if raw, ok := b[d]; ok {
		return raw, nil
	}
	return nil, replay.ErrNoBlob
}

func (b blobs) put(raw []byte) document.Digest {
	d := document.Sum(raw)
	b[d] = raw
	return d
}

const (
	hour = replaytest.Hour
	day  = replaytest.Day
)

func newWorld(t testing.TB) *world {
	t.Helper()
	return found(t, replaytest.Policy(), map[string][]byte{"note/chat": replaytest.FirstNote(t)})
}

func found(t testing.TB, p policy.Policy, documents map[string][]byte, change ...func(*record.Genesis)) *world {
	t.Helper()
	w := &world{t: t, blobs: blobs{}, now: replaytest.Start, block: replaytest.Block, state: replay.New(replaytest.Config())}
	genesis, blobs := replaytest.Found(t, p, documents, change...)
	for _, b := range blobs {
		w.blobs.put(b)
	}
	e, err := record.Decode(genesis)
	if err != nil {
		t.Fatal(err)
	}
	w.must(e)
	return w
}

func (w *world) marshal(v any) []byte               { w.t.Helper(); return replaytest.Marshal(w.t, v) }
func (w *world) key(name string) *ecdsa.PrivateKey  { return replaytest.Key(w.t, name) }
func (w *world) address(name string) common.Address { return replaytest.Address(w.t, name) }
func (w *world) actor(name string) string           { return replaytest.Actor(w.t, name) }
func (w *world) note1(version, safety, law string) []byte {
	head, _ := w.state.Head("note/chat")
	return replaytest.Note(w.t, version, head.Digest, safety, law)
}

func (w *world) try(e record.Entry) (replay.Changes, error) {
	w.t.Helper()
	e.Time = w.now
	raw, err := e.Encode()
	if err != nil {
		return replay.Changes{}, err
	}
	e, err = record.Decode(raw)
	if err != nil {
		w.t.Fatal(err)
	}
	before := w.state.Root()
	c, err := w.state.Apply(raw, e, nil, w.blobs)
	if err != nil {
		if w.state.Root() != before {
			w.t.Fatal("a refused entry changed the log")
		}
		return c, err
	}
	w.log = append(w.log, raw)
	return c, nil
}

func (w *world) must(e record.Entry) replay.Changes {
	w.t.Helper()
	c, err := w.try(e)
	if err != nil {
		w.t.Fatalf("%s: %v", e.Kind, err)
	}
	return c
}

func (w *world) refused(rule string, e record.Entry) {
	w.t.Helper()
	_, err := w.try(e)
	if !refusal.Is(err, rule) {
		w.t.Fatalf("%s: got %v, want a refusal by %s", e.Kind, err, rule)
	}
}

// chain records a range of blocks up to the present.
func (w *world) chain(events ...badge.Event) {
	w.t.Helper()
	if events == nil {
		events = []badge.Event{}
	}
	raw := w.marshal(events)
	w.must(record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: w.marshal(record.ChainRange{
		From: w.block, To: w.block + 9, Hash: common.Hash{1}, Time: w.now, Count: len(events), Events: w.blobs.put(raw),
	})})
	w.block += 10
}

// found gives three members badges: ada safety 3, bo safety 1 and law 2, cy law 1.
func (w *world) found() {
	w.t.Helper()
	w.chain(replaytest.Badges(w.t, w.block, w.now,
		replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1},
		replaytest.Grant{Name: "bo", Type: 2, Level: 2}, replaytest.Grant{Name: "cy", Type: 2, Level: 1})...)
}

// draft returns the entry of a proposal to replace the note, with its blobs stored.
func (w *world) draft(proposer, head string, doc []byte) (record.Entry, document.Digest) {
	w.t.Helper()
	base, _ := w.state.Head(head)
	return w.submit(proposer, proposal.Revision{Changes: map[string]proposal.Change{head: {Base: base.Digest, Document: w.blobs.put(doc)}}})
}

// submit returns the entry of a revision, which it completes.
func (w *world) submit(proposer string, r proposal.Revision) (record.Entry, document.Digest) {
	w.t.Helper()
	title, salt := "Replace a note", strings.Repeat("s", 32)
	r.Schema, r.Proposer, r.Sequence = proposal.Schema, w.address(proposer), w.state.LastSequence(w.address(proposer))+1
	_, r.Genesis = w.state.Genesis()
	r.Title = proposal.Title{Text: w.blobs.put([]byte(salt + title)), Keccak: wallet.Text(title)}
	r.Summary = w.blobs.put([]byte(salt + "Because."))
	digest := w.blobs.put(w.marshal(r))
	expires := w.now.Add(day)
	m := wallet.Proposal{Proposer: r.Proposer, Revision: digest, Title: wallet.Text(title), Sequence: r.Sequence, Expires: uint64(expires)}
	sig, err := wallet.Sign(w.state.Domain().Digest(m.StructHash()), w.key(proposer))
	if err != nil {
		w.t.Fatal(err)
	}
	return record.Entry{
		Kind: record.KindProposed, Actor: w.actor(proposer), Signature: sig.String(),
		Body: w.marshal(record.Proposed{Revision: digest, Sequence: r.Sequence, Expires: expires}),
	}, digest
}

// propose submits it.
func (w *world) propose(proposer, head string, doc []byte) document.Digest {
	w.t.Helper()
	e, d := w.draft(proposer, head, doc)
	w.must(e)
	return d
}

// due writes everything that is due. Whatever is derived is refused with any other bytes, and again once it is written.
func (w *world) due() (kinds []string) {
	w.t.Helper()
	for {
		d, err := w.state.Due(w.now, w.blobs)
		if err != nil {
			w.t.Fatal(err)
		}
		if d == nil {
			return kinds
		}
		for _, b := range d.Blobs() {
			w.blobs.put(b)
		}
		e := d.Entry()
		for _, field := range slices.Sorted(maps.Keys(fields(w.t, d.Body))) {
			altered := fields(w.t, d.Body)
			if altered[field] = json.RawMessage(`"altered"`); field == "proposal" {
				altered[field] = json.RawMessage(`"` + strings.Repeat("ab", 32) + `"`)
			}
			other := e
			other.Body = w.marshal(altered)
			if _, err := w.try(other); !refusal.Is(err, "derived") && !refusal.Is(err, "proposal-unknown") && !refusal.Is(err, "post-due") {
				w.t.Fatalf("%s with another %s: %v", d.Kind, field, err)
			}
		}
		w.must(e)
		if _, err := w.try(e); !refusal.Is(err, "not-due") && !refusal.Is(err, "derived") && !refusal.Is(err, "post-due") {
			w.t.Fatalf("%s twice: %v", d.Kind, err)
		}
		kinds = append(kinds, d.Kind)
	}
}

func fields(t testing.TB, raw []byte) map[string]json.RawMessage {
	t.Helper()
	var out map[string]json.RawMessage
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func (w *world) ballot(voter string, p document.Digest, choice string, sequence uint64) record.Entry {
	w.t.Helper()
	pr, _ := w.state.Proposal(p)
	b := record.Ballot{Proposal: p, Electorate: pr.Electorate, Choice: choice, Sequence: sequence, Expires: w.now.Add(hour)}
	return w.signBallot(voter, pr, b)
}

func (w *world) signBallot(voter string, pr proposal.Proposal, b record.Ballot) record.Entry {
	w.t.Helper()
	m := wallet.Ballot{Voter: w.address(voter), Proposal: b.Proposal, Electorate: b.Electorate, Title: pr.Title.Keccak, Choice: b.Choice, Reason: b.Reason, Sequence: b.Sequence, Expires: uint64(b.Expires)}
	sig, err := wallet.Sign(w.state.Domain().Digest(m.StructHash()), w.key(voter))
	if err != nil {
		w.t.Fatal(err)
	}
	return record.Entry{Kind: record.KindBallot, Actor: w.actor(voter), Signature: sig.String(), Body: w.marshal(b)}
}

// anchored returns the entry of an anchor of the present log on the last block that the record follows.
func (w *world) anchored() record.Entry {
	w.t.Helper()
	return record.Entry{Kind: record.KindAnchored, Actor: record.ActorLog, Body: w.marshal(record.Anchored{
		Size: w.state.Size(), Root: document.Digest(w.state.Root()), Tx: common.Hash{2}, Block: w.state.Chain().Last,
		BlockHash: common.Hash{1}, BlockTime: w.state.Chain().Time, Proof: []document.Digest{},
	})}
}

// open brings a proposal of ada's to the vote.
func (w *world) open() document.Digest {
	w.t.Helper()
	w.found()
	w.now = w.now.Add(hour)
	p := w.propose("ada", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
	w.now = w.now.Add(hour)
	w.chain()
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindOpened}) {
		w.t.Fatalf("opening wrote %v", kinds)
	}
	return p
}

func (w *world) status(p document.Digest, want proposal.Status) proposal.Proposal {
	w.t.Helper()
	pr, ok := w.state.Proposal(p)
	if !ok || pr.Status != want {
		w.t.Fatalf("the proposal is %q, want %q", pr.Status, want)
	}
	return pr
}

func TestDecisionFromBadgeToRelease(t *testing.T) {
	w := newWorld(t)
	p := w.open()
	pr := w.status(p, proposal.Voting)
	if names := slices.Sorted(maps.Keys(pr.Chambers)); !slices.Equal(names, []string{"experts", "experts/safety"}) {
		t.Fatalf("chambers %v: a change of safety alone asks the experts of safety alone", names)
	}
	if n := pr.Chambers["experts"].Members; n != 2 {
		t.Fatalf("%d experts, want ada and bo", n)
	}
	w.must(w.ballot("ada", p, "against", 1))
	w.must(w.ballot("bo", p, "for", 1))
	w.must(w.ballot("ada", p, "for", 2))
	w.refused("ballot-weight", w.ballot("cy", p, "for", 1))
	w.now = pr.Closes
	if kinds := w.due(); kinds != nil {
		t.Fatalf("before the chain came to the deadline the log wrote %v", kinds)
	}
	w.chain()
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindClosed}) {
		t.Fatalf("closing wrote %v", kinds)
	}
	w.status(p, proposal.Closed)
	w.must(w.anchored())
	pr = w.status(p, proposal.Challenge)
	if kinds := w.due(); kinds != nil {
		t.Fatalf("within the window the log wrote %v", kinds)
	}
	w.now = pr.Ends
	w.chain()
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindFinal, record.KindIntent}) {
		t.Fatalf("the end of the window wrote %v", kinds)
	}
	pr = w.status(p, proposal.Final)
	if h, _ := w.state.Head("note/chat"); h.Digest != pr.Lanes[0].Document || h.Proposal != p {
		t.Fatal("the head did not move to what was voted on")
	}
	var count replay.Tally
	if err := document.Unmarshal(w.blobs[pr.Tally], &count); err != nil {
		t.Fatal(err)
	}
	if c := count.Chambers["experts"]; c.For.Weight != 50*weight.Unit || c.For.Heads != 2 || c.Against.Heads != 0 || count.Outcome != replay.Passed {
		t.Fatalf("the count is %+v", count)
	}
	bundle := []byte("bundle")
	w.must(record.Entry{Kind: record.KindReleased, Actor: record.ActorLog, Body: w.marshal(record.Released{Channel: "chat/stable", Sequence: 1, Statement: w.blobs.put(bundle), Bundle: document.Sum(bundle)})})
	m := wallet.Report{Node: w.address("node"), Channel: "chat/stable", Release: 1, Statement: document.Sum(bundle), Applied: uint64(w.now)}
	sig, err := wallet.Sign(w.state.Domain().Digest(m.StructHash()), w.key("node"))
	if err != nil {
		t.Fatal(err)
	}
	report := record.Entry{Kind: record.KindAttested, Actor: w.actor("node"), Signature: sig.String(), Body: w.marshal(record.Attested{Channel: "chat/stable", Release: 1, Statement: document.Sum(bundle), Applied: w.now})}
	w.must(report)
	w.refused("report-repeated", report)
}

func TestBallotsThatAreWrong(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	p := w.propose("ada", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
	w.refused("ballot-early", w.ballot("ada", p, "for", 1))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	pr := w.status(p, proposal.Voting)
	good := record.Ballot{Proposal: p, Electorate: pr.Electorate, Choice: "for", Sequence: 1, Expires: w.now.Add(hour)}
	change := func(f func(*record.Ballot)) record.Entry {
		b := good
		f(&b)
		return w.signBallot("ada", pr, b)
	}
	for rule, e := range map[string]record.Entry{
		"ballot-choice":        change(func(b *record.Ballot) { b.Choice = "maybe" }),
		"ballot-expired":       change(func(b *record.Ballot) { b.Expires = w.now }),
		"ballot-electorate":    change(func(b *record.Ballot) { b.Electorate = document.Digest{1} }),
		"ballot-proposal":      change(func(b *record.Ballot) { b.Proposal = document.Digest{1} }),
		"ballot-sequence":      change(func(b *record.Ballot) { b.Sequence = 0 }),
		"ballot-sequence-jump": change(func(b *record.Ballot) { b.Sequence = 1001 }),
		"bytes-missing":        change(func(b *record.Ballot) { b.Reason = document.Digest{1} }),
	} {
		w.refused(rule, e)
	}
	other := w.signBallot("ada", pr, good)
	other.Actor = w.actor("bo")
	w.refused("ballot-signature", other)
	title := pr
	title.Title.Keccak = wallet.Text("another title")
	w.refused("ballot-signature", w.signBallot("ada", title, good))
	unsigned := w.signBallot("ada", pr, good)
	unsigned.Signature = ""
	w.refused("signature", unsigned)

	w.must(w.signBallot("ada", pr, good))
	w.refused("ballot-repeated", w.signBallot("ada", pr, good))
	w.refused("ballot-sequence-used", change(func(b *record.Ballot) { b.Choice = "against" }))
	w.must(change(func(b *record.Ballot) { b.Sequence = 5; b.Choice = "withdraw" }))
	w.refused("ballot-sequence-used", change(func(b *record.Ballot) { b.Sequence = 4; b.Choice = "for" }))
	w.now = pr.Closes
	w.refused("ballot-late", change(func(b *record.Ballot) { b.Sequence = 6; b.Expires = w.now.Add(hour) }))
	w.chain()
	w.now = w.now.Add(-1) // whoever runs the service cannot take a ballot late by its own clock
	if _, err := w.try(change(func(b *record.Ballot) { b.Sequence = 6; b.Expires = w.now.Add(hour) })); err == nil {
		t.Fatal("a late ballot was taken with an earlier time")
	}
	w.now = w.now.Add(1)
	w.due()
	if pr := w.status(p, proposal.NoQuorum); pr.Ballots != 0 {
		t.Fatalf("a withdrawn ballot was counted: %+v", pr)
	}
}

func TestLogCannotDecideByItself(t *testing.T) {
	w := newWorld(t)
	p := w.open()
	pr := w.status(p, proposal.Voting)
	w.must(w.ballot("ada", p, "against", 1))
	w.must(w.ballot("bo", p, "for", 1))
	early, err := w.state.Count(p)
	if err != nil {
		t.Fatal(err)
	}
	closed := func(outcome string, tally []byte) record.Entry {
		return record.Entry{Kind: record.KindClosed, Actor: record.ActorLog, Body: w.marshal(record.Closed{Proposal: p, Outcome: outcome, Ballots: 2, Tally: w.blobs.put(tally)})}
	}
	w.refused("not-due", closed(replay.Rejected, w.marshal(early)))
	w.now = pr.Closes
	w.refused("not-due", closed(replay.Rejected, w.marshal(early)))
	w.chain()
	early.Size++
	w.refused("derived", closed(replay.Passed, w.marshal(early)))
	w.refused("not-due", record.Entry{Kind: record.KindFinal, Actor: record.ActorLog, Body: w.marshal(record.Final{Proposal: p})})
	w.must(closed(replay.Rejected, w.marshal(early)))
	w.status(p, proposal.Rejected)
	if h, _ := w.state.Head("note/chat"); !h.Proposal.IsZero() {
		t.Fatal("a rejected proposal moved a head")
	}
	backdated := record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: []byte("{}")}
	w.now = w.now.Add(-1)
	w.refused("time-decreases", backdated)
}

// TestCountThatIsNotAnchoredIsVoid has the vote run again: with a new electorate, and without anything of the first one. Its ballots
// are still signed for the same proposal, and perhaps the same electorate, so their sequences are spent for everybody.
func TestCountThatIsNotAnchoredIsVoid(t *testing.T) {
	w := newWorld(t)
	p := w.open()
	first := w.status(p, proposal.Voting)
	w.must(w.act("bo", p, "comment", "Mind the grace."))
	changed := w.ballotUntil("ada", first, "against", 1, w.now.Add(100*day))
	w.must(changed)
	w.must(w.ballot("ada", p, "for", 2))
	w.must(w.ballot("bo", p, "for", 1))
	second := w.propose("bo", "note/chat", w.note1("1.1.0", "be careless", "be fair"))
	w.now = first.Closes.Add(2 * hour)
	w.chain() // the chain has moved past the grace, without an anchor
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindClosed, record.KindVoid, record.KindOpened}) {
		t.Fatalf("the log wrote %v", kinds)
	}
	w.status(second, proposal.Review) // the first goes before it, as it did
	pr := w.status(p, proposal.Voting)
	if len(pr.Void) != 1 || pr.Void[0].ClosedAt == 0 || pr.Void[0].Index != w.state.Size()-2 || pr.Void[0].Reason != proposal.NotAnchored {
		t.Fatalf("the void votes are %+v", pr.Void)
	}
	if pr.Opened != w.now || pr.ClosedAt != 0 || pr.Closes <= first.Closes || pr.Electorate != first.Electorate || len(pr.Sponsors) != len(first.Sponsors) {
		t.Fatalf("the vote that runs again is %+v", pr)
	}
	w.must(w.anchored()) // of the first count, too late
	if count, err := w.state.Count(p); err != nil || count.Ballots != 0 {
		t.Fatalf("%d ballots stand (%v)", count.Ballots, err)
	}
	// Anybody has the ballot that ada changed. Sent again, or posted on chain, it is spent.
	w.refused("ballot-sequence-used", changed)
	if kept := w.state.Keep([]badge.Event{w.posted(0, w.now, p, w.message(changed))}); len(kept) != 0 {
		t.Fatal("a ballot of the void vote is taken from the chain")
	}
	w.refused("ballot-sequence-used", w.ballot("bo", p, "for", 2))
	w.must(w.ballot("ada", p, "for", 3))
	w.must(w.ballot("bo", p, "for", 3))
	w.now = pr.Closes
	w.chain()
	w.due()
	w.must(w.anchored())
	w.now = w.status(p, proposal.Challenge).Ends
	w.chain()
	w.due()
	if pr := w.status(p, proposal.Final); pr.Ballots != 2 {
		t.Fatalf("%d ballots were counted", pr.Ballots)
	}
	w.status(second, proposal.Voided)
}

// TestVoidHiddenVoteRunsAgain spends the sequences of sealed ballots as well.
func TestVoidHiddenVoteRunsAgain(t *testing.T) {
	w, pr := voteHidden(t)
	p := pr.Digest
	w.must(w.sealed("ada", p, "for", 1))
	w.must(w.sealed("ada", p, "for", 7))
	w.must(w.sealed("bo", p, "for", 1))
	w.wrote(record.KindClosed, record.KindVoid, record.KindOpened)(w.at(pr.Closes.Add(3 * day)))
	if next := w.state.NextSequence(p, w.address("dan")); next != 8 {
		t.Fatalf("the next sequence is %d", next)
	}
	w.refused("ballot-sequence-used", w.sealed("dan", p, "for", 7))
	w.must(w.sealed("dan", p, "for", 8))
}

func TestOneVoteAtATimePerDocument(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	first := w.propose("ada", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
	second := w.propose("bo", "note/chat", w.note1("1.1.0", "be careless", "be fair"))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	pr := w.status(first, proposal.Voting)
	w.status(second, proposal.Review)
	w.must(w.ballot("ada", first, "for", 1))
	w.must(w.ballot("bo", first, "for", 1))
	w.now = pr.Closes
	w.chain()
	w.due()
	w.must(w.anchored())
	w.now = w.status(first, proposal.Challenge).Ends
	w.chain()
	w.due()
	w.status(first, proposal.Final)
	if pr := w.status(second, proposal.Voided); pr.Reason != proposal.BaseMoved {
		t.Fatalf("void because %q", pr.Reason)
	}
	e, _ := w.draft("bo", "note/chat", w.note1("1.1.1", "be careless", "be fair"))
	w.refused("document-version", e)
}

func TestProposalsThatAreWrong(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	doc := w.note1("1.1.0", "be very careful", "be fair")
	e, _ := w.draft("stranger", "note/chat", doc)
	w.refused("proposal-member", e)
	e, _ = w.draft("ada", "note/new", w.marshal(map[string]string{"schema": "unknown/v1"}))
	if _, err := w.try(e); err == nil {
		t.Fatal("a document of an unknown kind was proposed")
	}
	e, _ = w.draft("ada", "note/chat", doc)
	forged := e
	forged.Actor = w.actor("bo")
	w.refused("proposal-proposer", forged)
	sig := []byte(e.Signature)
	sig[10] ^= 1
	forged = e
	forged.Signature = string(sig)
	if _, err := w.try(forged); err == nil {
		t.Fatal("a forged signature was taken")
	}
	w.must(e)
	w.refused("proposal-repeated", e)
}

func TestPolicyGovernsItself(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	next := replaytest.Policy()
	next.Version = "2.0.0"
	head, _ := w.state.Head("policy/main")
	next.Parent = head.Digest
	next.Weight.LevelPower[2] = 100 * weight.Unit
	p := w.propose("ada", "policy/main", w.marshal(next))
	w.now = w.now.Add(2 * hour)
	w.chain()
	w.due()
	pr := w.status(p, proposal.Voting)
	if names := slices.Sorted(maps.Keys(pr.Chambers)); !slices.Equal(names, []string{"experts"}) || pr.Chambers["experts"].Members != 3 {
		t.Fatalf("a policy is everybody's: %v", pr.Chambers)
	}
	for _, name := range []string{"ada", "bo", "cy"} {
		w.must(w.ballot(name, p, "for", 1))
	}
	w.now = pr.Closes
	w.chain()
	w.due()
	w.must(w.anchored())
	w.now = w.status(p, proposal.Challenge).Ends
	if got := w.state.Policy().Weight.LevelPower[2]; got != 40*weight.Unit {
		t.Fatalf("the policy changed before its time: %d", got)
	}
	w.chain()
	w.due()
	if got := w.state.Policy().Weight.LevelPower[2]; got != 100*weight.Unit {
		t.Fatalf("the policy did not change: %d", got)
	}
}

func TestTaintedStateSaysSo(t *testing.T) {
	w := newWorld(t)
	events := w.marshal([]badge.Event{{Kind: badge.Minted, Block: 10, Time: uint64(w.now), Type: 7}})
	_, err := w.try(record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: w.marshal(record.ChainRange{From: 10, To: 11, Time: w.now, Count: 1, Events: w.blobs.put(events)})})
	if !errors.Is(err, replay.ErrTainted) {
		t.Fatalf("got %v", err)
	}
}

func ExampleRefutation() {
	fmt.Println(&replay.Refutation{Index: 7, Kind: "ballot", Err: errors.New("the signature is not the voter's")})
	// Output: entry 7 (ballot): the signature is not the voter's
}
