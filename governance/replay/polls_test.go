package replay_test

import (
	"bytes"
	"encoding/hex"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/tally"
)

// rivals opens a vote by a method between a mild and a strict note and the status quo. ada has weight 40 in safety, dan 20, bo 10;
// bo has 20 in law, cy 10. In the chamber of all safety has three quarters of the say: ada 30, dan 15, bo 12.5, cy 2.5.
func rivals(t *testing.T, method tally.Method, change ...func(*policy.Rules)) (*world, document.Digest) {
	t.Helper()
	w := newLively(t, func(p *policy.Policy) {
		kind := p.Kinds[replaytest.NoteSchema]
		kind.Rules.Method = string(method)
		for _, f := range change {
			f(&kind.Rules)
		}
		p.Kinds[replaytest.NoteSchema] = kind
	})
	base, _ := w.state.Head("note/chat")
	e, p := w.submit("ada", proposal.Revision{
		Changes: map[string]proposal.Change{"note/chat": {Base: base.Digest}},
		Options: map[string]map[string]document.Digest{
			"mild":   {"note/chat": w.blobs.put(w.note1("1.1.0", "be mild", "be lax"))},
			"strict": {"note/chat": w.blobs.put(w.note1("1.1.0", "be strict", "be just"))},
		},
	})
	w.must(e)
	w.must(w.act("dan", p, "sponsor", ""))
	return w, p
}

// tally returns the count of a vote that was closed.
func (w *world) tally(p document.Digest) replay.Tally {
	w.t.Helper()
	pr, _ := w.state.Proposal(p)
	var count replay.Tally
	if err := document.Unmarshal(w.blobs[pr.Tally], &count); err != nil {
		w.t.Fatal(err)
	}
	return count
}

// close votes and lets the vote close.
func (w *world) close(p document.Digest, choices map[string]string) replay.Tally {
	w.t.Helper()
	w.at(w.vote(p, choices).Closes)
	return w.tally(p)
}

// Every method decides a vote in the record, and the head moves to the winner's document.
func TestMethodsDecide(t *testing.T) {
	for _, c := range []struct {
		method  tally.Method
		choices map[string]string
		winner  string
		score   tally.Number // of the winner in the chamber of all
	}{
		{tally.Single, map[string]string{"ada": "mild", "bo": "strict", "cy": "mild", "dan": "status-quo"}, "mild", "32.5"},
		{tally.Approval, map[string]string{"ada": "mild, strict", "bo": "strict", "cy": "strict", "dan": "(none)"}, "strict", "45"},
		{tally.RankedIRV, map[string]string{"ada": "strict > mild", "bo": "mild > strict", "cy": "strict", "dan": "status-quo > mild"}, "strict", "32.5"},
		{tally.RankedCondorcet, map[string]string{"ada": "mild > strict > status-quo", "bo": "strict > mild", "cy": "mild = strict", "dan": "mild > status-quo"}, "mild", "2"},
		{tally.Weighted, map[string]string{"ada": "mild=1, strict=2", "bo": "mild=1", "cy": "strict=5", "dan": "strict=1"}, "strict", "37.5"},
		{tally.Quadratic, map[string]string{"ada": "mild=1, strict=5", "bo": "strict=3", "cy": "mild=1", "dan": "status-quo=1, strict=3"}, "strict", "11"},
	} {
		w, p := rivals(t, c.method)
		count := w.close(p, c.choices)
		if count.Outcome != replay.Passed || count.Winner != c.winner || count.Ballots != 4 {
			t.Errorf("%s: %+v", c.method, count)
			continue
		}
		if got := count.Polls["experts"].Count.Scores[c.winner]; got != c.score {
			t.Errorf("%s: the winner's score is %s, want %s", c.method, got, c.score)
		}
		w.must(w.anchored())
		w.at(w.status(p, proposal.Challenge).Ends)
		pr := w.status(p, proposal.Final)
		if h, _ := w.state.Head("note/chat"); len(pr.Effects()) != 1 || h.Digest != pr.Effects()[0].Document || h.Proposal != p {
			t.Errorf("%s: the head is %+v", c.method, h)
		}
		// A verifier makes the same of it, and the published inputs give the same count.
		if _, err := replay.NewVerifier(replaytest.Config(), w.source(), replay.Options{}).Verify(t.Context()); err != nil {
			t.Errorf("%s: %v", c.method, err)
		}
	}
}

// The winner among all must beat the status quo in each touched field, by the threshold of a proposal on its own.
func TestFieldsDefendTheStatusQuo(t *testing.T) {
	w, p := rivals(t, tally.RankedIRV)
	count := w.close(p, map[string]string{"ada": "mild > status-quo", "bo": "status-quo > strict", "cy": "status-quo", "dan": "mild"})
	if count.Outcome != replay.Rejected || count.Winner != "" {
		t.Fatalf("%+v", count)
	}
	if all, law := count.Polls["experts"], count.Polls["experts/law"]; !all.Approved || all.Count.Winners[0] != "mild" || law.Approved || law.Quo.Weight != 30*weight.Unit || law.Winner.Heads != 0 {
		t.Fatalf("the chamber of all %+v, law %+v", all, law)
	}
	w.status(p, proposal.Rejected)

	// More than half is not two thirds.
	choices := map[string]string{"ada": "mild", "bo": "status-quo", "cy": "mild", "dan": "status-quo"}
	strict := func(r *policy.Rules) { r.Threshold = weight.Fraction{Num: 2, Den: 3} }
	w, p = rivals(t, tally.Single, strict)
	if count := w.close(p, choices); count.Outcome != replay.Rejected || count.Polls["experts"].Count.Winners[0] != "mild" {
		t.Fatalf("%+v", count)
	}
	w, p = rivals(t, tally.Single)
	if count := w.close(p, map[string]string{"ada": "status-quo", "bo": "mild", "cy": "mild"}); count.Outcome != replay.Rejected {
		t.Fatalf("the status quo won, and the outcome is %s", count.Outcome)
	}
	w, p = rivals(t, tally.Single)
	if count := w.close(p, map[string]string{"cy": "mild"}); count.Outcome != replay.NoQuorum {
		t.Fatalf("one of four voted, and the outcome is %s", count.Outcome)
	}
}

// A tie that the method leaves waits for a block that nobody knew while votes were cast.
func TestTieIsBrokenByTheAnchorsBlock(t *testing.T) {
	w, p := rivals(t, tally.Approval)
	pr := w.vote(p, map[string]string{"ada": "mild, strict", "bo": "mild, strict", "cy": "mild, strict"})
	w.wrote(record.KindClosed)(w.at(pr.Closes))
	pr = w.status(p, proposal.Closed)
	before := w.tally(p)
	if !pr.Tied || pr.Winner != "" || before.Outcome != replay.Tied {
		t.Fatalf("tied %v, winner %q, %+v", pr.Tied, pr.Winner, before)
	}
	w.must(w.anchored())
	w.wrote(record.KindDrawn)(w.due())
	pr = w.status(p, proposal.Challenge)
	after := w.tally(p)
	block := common.Hash{1}
	seed := hex.EncodeToString(slices.Concat(p[:], block[:]))
	want := "mild"
	if m, s := tally.Lot(seed, "mild"), tally.Lot(seed, "strict"); bytes.Compare(s[:], m[:]) < 0 {
		want = "strict"
	}
	if pr.Tied || pr.Winner != want || after.Winner != want || after.Outcome != replay.Passed || after.Polls["experts"].Count.Seed != seed || after.Size != before.Size {
		t.Fatalf("winner %q, want %q: %+v", pr.Winner, want, after)
	}
	w.at(pr.Ends)
	w.status(p, proposal.Final)
	if _, err := replay.NewVerifier(replaytest.Config(), w.source(), replay.Options{}).Verify(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// A vote on a mixture ends in a draft, and nothing takes effect.
func TestMixtureVoteDrawsUpADraft(t *testing.T) {
	w := newLively(t, func(p *policy.Policy) {
		kind := p.Kinds[replaytest.NoteSchema]
		kind.Rules.Poll = string(tally.Mixture)
		p.Kinds[replaytest.NoteSchema] = kind
	})
	base, _ := w.state.Head("note/chat")
	e, p := w.submit("ada", proposal.Revision{
		Changes: map[string]proposal.Change{"note/chat": {Base: base.Digest}},
		Options: map[string]map[string]document.Digest{"books": {}, "code": {}, "web": {}},
	})
	w.must(e)
	w.must(w.act("dan", p, "sponsor", ""))
	w.at(w.status(p, proposal.Review).Review)
	w.refused("ballot-method", w.ballot("ada", p, "for", 1))
	w.refused("ballot-option", w.ballot("ada", p, "videos=1", 1))
	for _, name := range []string{"ada", "bo", "cy", "dan"} {
		w.must(w.ballot(name, p, map[string]string{"ada": "books=1", "bo": "web=1", "cy": "code=1", "dan": "books=1"}[name], 1))
	}
	pr := w.status(p, proposal.Voting)
	w.at(pr.Closes)
	var closed record.Closed
	entry, err := record.Decode(w.log[w.status(p, proposal.Closed).ClosedAt])
	if err != nil || document.Unmarshal(entry.Body, &closed) != nil {
		t.Fatal(err)
	}
	var draft replay.Draft
	if err := document.Unmarshal(w.blobs[closed.Draft], &draft); err != nil {
		t.Fatal(err)
	}
	// Where each gives everything to one, the outcome is the average (weights of all: 30, 12.5, 2.5, 15 of 60).
	if draft.Shares["books"] != "750000000000" || draft.Shares["web"] != "208333333333" || draft.Shares["code"] != "41666666667" {
		t.Fatalf("%+v", draft)
	}
	w.must(w.anchored())
	w.at(w.status(p, proposal.Challenge).Ends)
	w.status(p, proposal.Final)
	if h, _ := w.state.Head("note/chat"); h.Digest != base.Digest {
		t.Fatal("a poll moved a head")
	}
}

// A ballot that no chamber could count is refused; one that a chamber cannot count is named there.
func TestUnaffordableBallots(t *testing.T) {
	w, p := rivals(t, tally.Quadratic)
	w.at(w.status(p, proposal.Review).Review)
	w.refused("ballot-spoiled", w.ballot("ada", p, "mild=7", 1)) // 49 of 40
	w.must(w.ballot("bo", p, "mild=4", 1))                       // 16 of 20 in law, of 12.5 in the chamber of all
	w.must(w.ballot("ada", p, "strict=5", 1))                    // 25 of 30
	w.must(w.ballot("dan", p, "strict=1", 1))
	w.at(w.status(p, proposal.Voting).Closes)
	count := w.tally(p)
	all := count.Polls["experts"]
	if s := all.Count.Spoiled; len(s) != 1 || s[0].Voter != w.actor("bo") || s[0].Why != "the votes cost 16 and the ballot has 12" || all.Turnout.Heads != 2 {
		t.Fatalf("%+v", all)
	}
	if law := count.Polls["experts/law"]; len(law.Count.Spoiled) != 0 || law.Turnout.Heads != 1 {
		t.Fatalf("%+v", law)
	}
}
