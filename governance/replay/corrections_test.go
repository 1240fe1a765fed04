package replay_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// revocation returns the event by which a badge is taken back, by its issuer or, with a decision, by the contract's owner.
func (w *world) revocation(holder string, typ uint32, reason uint8, decision document.Digest) badge.Event {
	e := badge.Event{Kind: badge.Revoked, Type: typ, ID: badge.TokenID(w.address(holder), typ), Holder: w.address(holder), Actor: w.address("issuer"),
		Reason: reason, Block: w.block, Time: uint64(w.now), Decision: common.Hash(decision)}
	if !decision.IsZero() {
		e.Actor = w.address("owner")
	}
	return e
}

// twoVotes brings a change of the note through to its end, and leaves a second one, of both fields, open.
func (w *world) twoVotes() (decided, open document.Digest) {
	w.t.Helper()
	decided = w.open()
	w.must(w.ballot("ada", decided, "for", 1))
	w.must(w.ballot("bo", decided, "for", 1))
	pr, _ := w.state.Proposal(decided)
	w.now = pr.Closes
	w.chain()
	w.due()
	w.must(w.anchored())
	pr, _ = w.state.Proposal(decided)
	w.now = pr.Ends
	w.chain()
	w.due()
	w.status(decided, proposal.Final)
	open = w.propose("ada", "note/chat", w.note1("1.2.0", "be most careful", "be very fair"))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	w.status(open, proposal.Voting)
	return decided, open
}

func (w *world) weights(p document.Digest, member string) map[string]weight.Micro {
	w.t.Helper()
	e, err := w.state.FrozenElectorate(p, w.blobs)
	if err != nil {
		w.t.Fatal(err)
	}
	out := map[string]weight.Micro{}
	for i := range e.Chambers {
		out[e.Chambers[i].Name] = e.Chambers[i].Weight(w.address(member))
	}
	return out
}

// A badge that a decision takes away for cause before the close loses its weight in the vote, in every chamber, with an
// entry that anybody derives. What the issuer does meanwhile changes nothing.
func TestBadgeRevokedWhileAVoteIsOpen(t *testing.T) {
	w := newWorld(t)
	decided, p := w.twoVotes()
	before := w.weights(p, "bo")
	w.must(w.ballot("bo", p, "for", 1))
	w.must(w.ballot("ada", p, "against", 1))
	w.now = w.now.Add(hour)
	w.chain(w.revocation("cy", 2, badge.Cause, document.Digest{})) // by the issuer alone
	if kinds := w.due(); kinds != nil {
		t.Fatalf("an issuer's own act wrote %v", kinds)
	}
	if got := w.weights(p, "cy"); got["experts"] == 0 {
		t.Error("an issuer's own act took weight in an open vote")
	}
	w.chain(w.revocation("bo", 1, badge.Cause, document.Sum([]byte("no decision"))))
	if kinds := w.due(); kinds != nil {
		t.Fatalf("a decision that is not in the record wrote %v", kinds)
	}
	event := w.revocation("bo", 2, badge.Cause, decided)
	w.chain(event)
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindCorrected}) {
		t.Fatalf("a revocation by decision wrote %v", kinds)
	}
	after := w.weights(p, "bo")
	// bo had safety 1 (10) and law 2 (20): of shares 3/4 and 1/4 that is 7.5 + 5, and law alone counts in its chamber.
	if before["experts"] != 12_500_000 || after["experts"] != 7_500_000 || before["experts/law"] != 20_000_000 || after["experts/law"] != 0 || after["experts/safety"] != before["experts/safety"] {
		t.Errorf("bo's weights were %v and are %v", before, after)
	}
	pr, _ := w.state.Proposal(p)
	if len(pr.Corrections) != 1 || pr.Corrections[0].Badge != event.ID || pr.Corrections[0].Decision != decided || pr.Chambers["experts"].Total != 45_000_000 {
		t.Errorf("the proposal says %+v", pr.Corrections)
	}
	count, err := w.state.Count(p)
	if err != nil {
		t.Fatal(err)
	}
	if c := count.Chambers["experts"]; c.For.Weight != 7_500_000 || c.Against.Weight != 30_000_000 {
		t.Errorf("the count is %+v", c)
	}
	if c := count.Chambers["experts/law"]; c.For.Heads != 0 || c.For.Weight != 0 {
		t.Errorf("the count among the experts of law is %+v", c)
	}
	e, _ := w.state.FrozenElectorate(p, w.blobs)
	trace, err := w.state.Why(pr, replaytest.Policy().Weight, pr.Shares, e.Chamber("experts"), w.address("bo"))
	if err != nil {
		t.Fatal(err)
	}
	if words := strings.Join(trace.Words(), "\n"); trace.Weight != 7_500_000 || !strings.Contains(words, "law, level 2 in law was revoked by a decision for cause while the vote was open, so 12.5 became 7.5.") {
		t.Errorf("the trace says %s", words)
	}
	w.now = pr.Closes
	w.chain()
	w.due()
	if pr = w.status(p, proposal.NoQuorum); len(pr.Corrections) != 1 {
		t.Errorf("after the close: %+v", pr)
	}
	if got := w.weights(p, "bo"); got["experts"] != 7_500_000 {
		t.Errorf("after the close, bo's weight is %v", got)
	}
}

// A revocation after the close, or one that is found out later, changes nothing; two badges of one member are taken out
// one after the other, from the weight at the opening.
func TestCorrectionsInOrder(t *testing.T) {
	w := newWorld(t)
	decided, p := w.twoVotes()
	w.now = w.now.Add(hour)
	w.chain(w.revocation("bo", 1, badge.Cause, decided))
	second := w.revocation("bo", 2, badge.Cause, decided)
	w.now = w.now.Add(1)
	second.Time++
	w.chain(second)
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindCorrected, record.KindCorrected}) {
		t.Fatalf("two revocations wrote %v", kinds)
	}
	for chamber, got := range w.weights(p, "bo") {
		if got != 0 {
			t.Errorf("bo has %s in %s and no badge", got, chamber)
		}
	}
	w.refused("ballot-weight", w.ballot("bo", p, "for", 1))
	pr, _ := w.state.Proposal(p)
	w.now = pr.Closes
	w.chain(w.revocation("ada", 1, badge.Cause, decided))
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindClosed}) {
		t.Fatalf("a revocation at the close wrote %v", kinds)
	}
}

// The log can neither leave a correction out nor write another.
func TestCorrectionsCannotBeForged(t *testing.T) {
	w := newWorld(t)
	decided, p := w.twoVotes()
	forged := record.Corrected{Proposal: p, Member: w.address("ada"), Badge: badge.TokenID(w.address("ada"), 1), Decision: decided,
		Chambers: map[string]record.Reweighed{"experts": {Before: 30_000_000, After: 0}}}
	entry := func(b record.Corrected) record.Entry {
		return record.Entry{Kind: record.KindCorrected, Actor: record.ActorLog, Body: w.marshal(b)}
	}
	w.refused("not-due", entry(forged))
	w.now = w.now.Add(hour)
	w.chain(w.revocation("bo", 2, badge.Cause, decided))
	w.refused("derived", entry(forged))
	d, err := w.state.Due(w.now, w.blobs)
	if err != nil || d.Kind != record.KindCorrected {
		t.Fatalf("due is %v: %v", d, err)
	}
	var b record.Corrected
	if err := document.Unmarshal(d.Body, &b); err != nil {
		t.Fatal(err)
	}
	more := b.Chambers["experts"]
	more.After++
	b.Chambers["experts"] = more
	w.refused("derived", entry(b))
	// Left out, the count is refused: the correction is due first.
	pr, _ := w.state.Proposal(p)
	w.now = pr.Closes
	w.chain()
	count, err := w.state.Count(p)
	if err != nil {
		t.Fatal(err)
	}
	w.refused("not-due", record.Entry{Kind: record.KindClosed, Actor: record.ActorLog, Body: w.marshal(record.Closed{
		Proposal: p, Outcome: replay.NoQuorum, Ballots: count.Ballots, Tally: w.blobs.put(w.marshal(count)),
	})})
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindCorrected, record.KindClosed}) {
		t.Errorf("then the log wrote %v", kinds)
	}
}

// A member whose key is lost goes on with a new one: in a vote that is open, in the old one's place, once.
func TestRecoveredKeyVotesOnceInAnOpenVote(t *testing.T) {
	w := newWorld(t)
	decided, _ := w.twoVotes()
	recovery := func(kind badge.Kind, decision document.Digest, executable document.Time) badge.Event {
		return badge.Event{Kind: kind, Block: w.block, Time: uint64(w.now), Holder: w.address("bo"), To: w.address("bo's new key"), Decision: common.Hash(decision), Executable: uint64(executable)}
	}
	w.now = w.now.Add(day)
	ripe := w.now.Add(badge.RecoveryDelay)
	w.chain(recovery(badge.RecoveryProposed, decided, ripe))
	w.now = w.now.Add(13 * day)
	w.chain()
	w.due() // the first vote ends meanwhile
	p := w.propose("ada", "note/chat", w.note1("1.3.0", "be careful to the end", "be fair to the end"))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	w.status(p, proposal.Voting)
	before := w.weights(p, "bo")
	w.must(w.ballot("ada", p, "against", 1))
	w.must(w.ballot("bo", p, "for", 1))
	w.refused("ballot-weight", w.ballot("bo's new key", p, "for", 1))

	w.now = ripe
	w.chain(recovery(badge.Recovered, document.Digest{}, 0))
	if kinds := w.due(); kinds != nil {
		t.Fatalf("a recovery wrote %v", kinds)
	}
	count := func() (heads int, in weight.Micro) {
		t.Helper()
		c, err := w.state.Count(p)
		if err != nil {
			t.Fatal(err)
		}
		return c.Chambers["experts"].For.Heads, c.Chambers["experts"].For.Weight
	}
	if heads, in := count(); heads != 1 || in != before["experts"] {
		t.Errorf("after the recovery, the old key's ballot is %d heads with %s", heads, in)
	}
	w.refused("ballot-recovered", w.ballot("bo", p, "against", 2))
	w.refused("ballot-sequence-used", w.ballot("bo's new key", p, "against", 1)) // the old ballot is the member's
	w.must(w.ballot("bo's new key", p, "for", 2))
	if heads, in := count(); heads != 1 || in != before["experts"] {
		t.Errorf("the new key's ballot comes beside the old one's: %d heads with %s", heads, in)
	}
	w.must(w.ballot("bo's new key", p, "against", 3))
	if heads, _ := count(); heads != 0 {
		t.Errorf("the new key did not replace the ballot")
	}
	if got := w.weights(p, "bo's new key"); got["experts"] != before["experts"] {
		t.Errorf("the new key weighs %v, the old one weighed %v", got, before)
	}
	pr, _ := w.state.Proposal(p)
	e, _ := w.state.FrozenElectorate(p, w.blobs)
	trace, err := w.state.Why(pr, replaytest.Policy().Weight, pr.Shares, e.Chamber("experts"), w.address("bo's new key"))
	if err != nil || trace.Weight != before["experts"] || len(trace.Words()) < 3 {
		t.Errorf("the new key's trace is %v: %v", trace.Words(), err)
	}
	// A decision takes the badge away after all: the correction finds the member behind the new key.
	event := w.revocation("bo's new key", 2, badge.Cause, decided)
	w.chain(event)
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindCorrected}) {
		t.Errorf("a revocation after the recovery wrote %v", kinds)
	}
	if got := w.weights(p, "bo's new key"); got["experts/law"] != 0 || got["experts"] >= before["experts"] {
		t.Errorf("after the correction the new key weighs %v", got)
	}
}

// TestUndecidedRecoveryMovesNoOpenVote has the badge contract's owner move a member's badges by a word that is no decision. What is frozen stays
// with the old key; the next electorate follows the chain.
func TestUndecidedRecoveryMovesNoOpenVote(t *testing.T) {
	w := newWorld(t)
	w.twoVotes()
	recovery := func(kind badge.Kind, decision common.Hash, executable document.Time) badge.Event {
		return badge.Event{Kind: kind, Block: w.block, Time: uint64(w.now), Holder: w.address("bo"), To: w.address("bo's new key"), Decision: decision, Executable: uint64(executable)}
	}
	w.now = w.now.Add(day)
	ripe := w.now.Add(badge.RecoveryDelay)
	w.chain(recovery(badge.RecoveryProposed, common.Hash{7}, ripe))
	w.now = w.now.Add(13 * day)
	w.chain()
	w.due()
	p := w.propose("ada", "note/chat", w.note1("1.3.0", "be careful to the end", "be fair to the end"))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	w.must(w.ballot("bo", p, "for", 1))
	w.now = ripe
	w.chain(recovery(badge.Recovered, common.Hash{}, 0))
	w.refused("ballot-weight", w.ballot("bo's new key", p, "against", 2))
	w.must(w.ballot("bo", p, "abstain", 2))
	pr := w.status(p, proposal.Voting)
	if len(pr.Moves) != 0 {
		t.Fatalf("the vote moved: %+v", pr.Moves)
	}
	w.now = pr.Closes
	w.chain()
	w.due()
	next := w.propose("ada", "note/chat", w.note1("1.3.0", "be careful now", "be fair now"))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	w.refused("ballot-weight", w.ballot("bo", next, "for", 1))
	w.must(w.ballot("bo's new key", next, "for", 1))
}
