package governance_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
)

// instance is a service over a real database, with a clock that tests move.
type instance struct {
	*governance.Service
	t     *testing.T
	store *store.Store
	now   *atomic.Int64
	stop  func()
}

// start runs a service over a store; wrap may put something between the two.
func start(t *testing.T, s *store.Store, now *atomic.Int64, wrap func(governance.Store) governance.Store) *instance {
	t.Helper()
	return startWith(t, s, now, wrap, nil)
}

// startWith runs a service that can ask contract wallets.
func startWith(t *testing.T, s *store.Store, now *atomic.Int64, wrap func(governance.Store) governance.Store, w wallet.Wallets) *instance {
	t.Helper()
	signer, _ := replaytest.LogKey(t)
	genesis, blobs := replaytest.Genesis(t)
	ctx, cancel := context.WithCancel(context.Background())
	var st governance.Store = s
	if wrap != nil {
		st = wrap(s)
	}
	next, _ := nextLogKey(t)
	service, err := governance.New(ctx, governance.Config{
		Store: st, Replay: replaytest.Config(), Signer: signer, Signers: []note.Signer{next}, Wallets: w, Genesis: genesis, Blobs: blobs,
		Clock: func() document.Time { return document.Time(now.Load()) },
	})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	i := &instance{Service: service, t: t, store: s, now: now}
	i.stop = sync.OnceFunc(func() { cancel(); service.Wait() })
	t.Cleanup(i.stop)
	return i
}

// nextLogKey is the key that a decision may put in the place of the log's first one.
func nextLogKey(t *testing.T) (note.Signer, string) {
	t.Helper()
	skey, vkey, err := note.GenerateKey(strings.NewReader(strings.Repeat("next", 16)), replaytest.Origin)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(skey)
	if err != nil {
		t.Fatal(err)
	}
	return signer, vkey
}

func clock() *atomic.Int64 {
	now := new(atomic.Int64)
	now.Store(int64(replaytest.Start))
	return now
}

func (i *instance) must(err error) {
	i.t.Helper()
	if err != nil {
		i.t.Fatal(err)
	}
}

// follow records blocks up to the present.
func (i *instance) follow(grants ...replaytest.Grant) {
	i.t.Helper()
	p := i.Position()
	r := record.ChainRange{From: p.Next, To: p.Next + 9, Hash: common.Hash{1}, Time: document.Time(i.now.Load())}
	if len(grants) == 0 {
		i.must(i.RecordRange(i.t.Context(), r, nil))
		return
	}
	i.must(i.RecordRange(i.t.Context(), r, replaytest.Badges(i.t, p.Next, r.Time, grants...)))
}

// propose brings a change of the note to the vote, which closes after three days.
func (i *instance) propose(proposer string) document.Digest {
	i.t.Helper()
	return i.proposeChange(proposer, "note/chat", replaytest.Note(i.t, "1.1.0", document.Sum(replaytest.FirstNote(i.t)), "be very careful", "be fair"))
}

func (i *instance) proposeChange(proposer, head string, doc []byte) document.Digest {
	i.t.Helper()
	ctx := i.t.Context()
	i.now.Add(replaytest.Hour)
	sub, preview, typed, err := i.PrepareProposal(ctx, governance.Draft{
		Proposer: replaytest.Address(i.t, proposer), Title: "Take more care", Summary: "Because.", Documents: map[string][]byte{head: doc},
	})
	i.must(err)
	if typed.PrimaryType != "Proposal" || len(preview.Changes[head]) < 3 {
		i.t.Fatalf("the preview is %+v", preview)
	}
	m := wallet.Proposal{Proposer: replaytest.Address(i.t, proposer), Revision: preview.Digest, Title: preview.Revision.Title.Keccak, Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires)}
	sub.Signature = i.sign(proposer, m.StructHash())
	_, err = i.Propose(ctx, sub)
	i.must(err)
	i.now.Add(replaytest.Hour)
	i.follow()
	if n, err := i.Tick(ctx); err != nil || n != 1 {
		i.t.Fatalf("the tick wrote %d entries: %v", n, err)
	}
	return preview.Digest
}

func (i *instance) sign(name string, hash [32]byte) wallet.Signature {
	i.t.Helper()
	var d wallet.Domain
	i.must(i.View(func(s *replay.State) error { d = s.Domain(); return nil }))
	sig, err := wallet.Sign(d.Digest(hash), replaytest.Key(i.t, name))
	i.must(err)
	return sig
}

// signed returns a ballot as its voter would bring it.
func (i *instance) signed(voter string, p document.Digest, choice, reason string) governance.Vote {
	i.t.Helper()
	v, _, err := i.PrepareBallot(i.t.Context(), p, replaytest.Address(i.t, voter), choice, reason)
	i.must(err)
	v.Signature = i.sign(voter, message(v).StructHash())
	return v
}

func message(v governance.Vote) wallet.Ballot {
	b := v.Ballot
	return wallet.Ballot{Voter: v.Voter, Proposal: b.Proposal, Electorate: b.Electorate, Title: wallet.Text(v.Title), Choice: b.Choice, Reason: b.Reason, Sequence: b.Sequence, Expires: uint64(b.Expires)}
}

// check replays the whole log and compares every row.
func (i *instance) check() replay.Report {
	i.t.Helper()
	report, err := replay.NewVerifier(replaytest.Config(), store.NewSource(i.store.Reader), replay.Options{}).Verify(context.Background())
	i.must(err)
	return report
}

func (i *instance) checkReceipt(r record.Receipt) {
	i.t.Helper()
	_, vkey := replaytest.LogKey(i.t)
	verifier, err := note.NewVerifier(vkey)
	i.must(err)
	if _, _, err := r.Verify(replaytest.Origin, verifier); err != nil {
		i.t.Fatalf("the receipt of entry %d: %v", r.Index, err)
	}
	raws, err := i.store.Entries(context.Background(), r.Index, 1)
	i.must(err)
	if string(raws[0]) != string(r.Entry) {
		i.t.Fatalf("entry %d is not what its receipt says", r.Index)
	}
}

func TestVoteFromProposalToDecision(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		i := start(t, s, clock(), nil)
		i.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1})
		p := i.propose("ada")
		first, err := i.Cast(t.Context(), i.signed("ada", p, ballot.Against, "I must read it first"))
		i.must(err)
		i.checkReceipt(first.Receipt)
		vote := i.signed("ada", p, ballot.For, "")
		second, err := i.Cast(t.Context(), vote)
		i.must(err)
		again, err := i.Cast(t.Context(), vote)
		i.must(err)
		if again.Index != second.Index || first.Index == second.Index {
			t.Fatalf("the same ballot again got entry %d, not %d", again.Index, second.Index)
		}
		if first.Stood || second.Stood || !again.Stood {
			t.Fatalf("stood already: %t, %t and, sent again, %t", first.Stood, second.Stood, again.Stood)
		}
		i.checkReceipt(again.Receipt)
		_, err = i.Cast(t.Context(), i.signed("bo", p, ballot.For, ""))
		i.must(err)
		i.now.Add(3 * replaytest.Day)
		if !i.Waiting().Block {
			t.Fatal("the close does not wait for the chain")
		}
		i.follow()
		_, err = i.Tick(t.Context())
		i.must(err)
		again, err = i.Cast(t.Context(), vote)
		i.must(err)
		if again.Index != second.Index {
			t.Fatal("after the close, a ballot that was taken lost its receipt")
		}
		if !i.Waiting().Anchor {
			t.Fatal("the count does not wait for its anchor")
		}
		head, err := s.Head(t.Context())
		i.must(err)
		i.follow()
		i.must(i.RecordAnchor(t.Context(), record.Anchored{Size: head.Size, Root: document.Digest(head.Root), Block: i.Position().Last, BlockTime: i.Position().Time}))
		i.now.Add(replaytest.Day)
		i.follow()
		_, err = i.Tick(t.Context())
		i.must(err)
		i.must(i.View(func(s *replay.State) error {
			if pr, _ := s.Proposal(p); pr.Status != proposal.Final || pr.Ballots != 2 {
				return fmt.Errorf("the proposal is %s after %d ballots", pr.Status, pr.Ballots)
			}
			return nil
		}))
		if r := i.check(); r.Ballots != 3 || r.Decisions != 1 {
			t.Fatalf("the verifier saw %+v", r)
		}
		// A service that starts again goes on where it was.
		i.stop()
		i = start(t, s, i.now, nil)
		i.follow()
		i.check()
	})
}

func TestRefusedRequestsLeaveNoTrace(t *testing.T) {
	i := start(t, storetest.New(t), clock(), nil)
	i.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1})
	p := i.propose("ada")
	head, err := i.store.Head(t.Context())
	i.must(err)
	good := i.signed("ada", p, ballot.For, "because")
	for rule, spoil := range map[string]func(*governance.Vote){
		"ballot-title":     func(v *governance.Vote) { v.Title = "Take less care" },
		"ballot-reason":    func(v *governance.Vote) { v.Reason.Text = "another" },
		"ballot-signature": func(v *governance.Vote) { v.Voter = replaytest.Address(t, "bo") },
		"ballot-weight": func(v *governance.Vote) {
			v.Voter = replaytest.Address(t, "stranger")
			v.Signature = i.sign("stranger", message(*v).StructHash())
		},
		"ballot-proposal": func(v *governance.Vote) { v.Ballot.Proposal[0]++ },
		"ballot-expired":  func(v *governance.Vote) { v.Ballot.Expires = 5; v.Signature = i.sign("ada", message(*v).StructHash()) },
	} {
		v := good
		spoil(&v)
		if _, err := i.Cast(t.Context(), v); !refusal.Is(err, rule) {
			t.Errorf("got %v, want a refusal by %s", err, rule)
		}
	}
	after, err := i.store.Head(t.Context())
	i.must(err)
	if after.Size != head.Size {
		t.Fatal("a refused ballot is in the log")
	}
	_, err = i.Cast(t.Context(), good)
	i.must(err)
	i.check()
}

// faulty fails commits before, in the middle of and after them.
type faulty struct {
	governance.Store
	n atomic.Int64
}

var errInjected = errors.New("injected")

func (f *faulty) Commit(ctx context.Context, do func(governance.Tx) error) error {
	switch f.n.Add(1) % 4 {
	case 1:
		return errInjected
	case 2:
		return f.Store.Commit(ctx, func(tx governance.Tx) error {
			if err := do(tx); err != nil {
				return err
			}
			return errInjected
		})
	case 3:
		if err := f.Store.Commit(ctx, do); err != nil {
			return err
		}
		return errInjected // it is durable, and the caller cannot know
	}
	return f.Store.Commit(ctx, do)
}

func TestNothingAcknowledgedIsLostWhenCommitsFail(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		const voters = 24
		var grants []replaytest.Grant
		for n := range voters {
			grants = append(grants, replaytest.Grant{Name: fmt.Sprint("voter", n), Type: 1, Level: 1})
		}
		now := clock()
		i := start(t, s, now, nil)
		i.follow(grants...)
		p := i.propose("voter0")
		i.stop()
		i = start(t, s, now, func(st governance.Store) governance.Store { return &faulty{Store: st} })

		var mu sync.Mutex
		var receipts []record.Receipt
		var wg sync.WaitGroup
		votes := make([]governance.Vote, voters)
		for n := range voters {
			votes[n] = i.signed(fmt.Sprint("voter", n), p, ballot.For, "")
		}
		for n := range voters {
			wg.Go(func() {
				for range 50 { // a member who gets no answer sends the same ballot again
					r, err := i.Cast(context.Background(), votes[n])
					if err == nil {
						mu.Lock()
						receipts = append(receipts, r.Receipt)
						mu.Unlock()
						return
					}
					if refusal.Of(err).Code != refusal.Unavailable {
						t.Errorf("voter %d: %v", n, err)
						return
					}
				}
				t.Errorf("voter %d never got an answer", n)
			})
		}
		wg.Wait()
		if len(receipts) != voters {
			t.Fatalf("%d receipts for %d voters", len(receipts), voters)
		}
		for _, r := range receipts {
			i.checkReceipt(r)
		}
		if r := i.check(); r.Ballots != voters {
			t.Fatalf("%d ballots in the log for %d voters", r.Ballots, voters)
		}
	})
}

// A vote whose count was not anchored in time runs again. A service that has the first one in memory, and another beside it, take
// ballots for the second, with its electorate; one of the first is not taken for it.
func TestAVoidVoteRunsAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		a := start(t, s, clock(), nil)
		a.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1})
		b := start(t, s, a.now, nil)
		p := a.propose("ada")
		b.must(b.Refresh(t.Context()))
		old := a.signed("ada", p, ballot.For, "")
		_, err := a.Cast(t.Context(), old)
		a.must(err)
		_, err = b.Cast(t.Context(), b.signed("bo", p, ballot.For, ""))
		b.must(err)
		a.now.Add(4 * replaytest.Day)
		// bo's badge is gone, so that the second electorate is another one.
		at := a.Position()
		a.must(a.RecordRange(t.Context(), record.ChainRange{From: at.Next, To: at.Next + 9, Hash: common.Hash{1}, Time: document.Time(a.now.Load())}, []badge.Event{{
			Kind: badge.Revoked, Block: at.Next, Time: uint64(a.now.Load()), Tx: common.Hash{3}, Type: 1, ID: badge.TokenID(replaytest.Address(t, "bo"), 1), Holder: replaytest.Address(t, "bo"),
			Actor: replaytest.Address(t, "issuer"), Reason: badge.Mistake,
		}}))
		if n, err := a.Tick(t.Context()); err != nil || n != 3 {
			t.Fatalf("the tick wrote %d entries: %v", n, err)
		}
		b.must(b.Refresh(t.Context()))
		for _, i := range []*instance{a, b} {
			if _, err := i.Cast(t.Context(), old); !refusal.Is(err, "ballot-electorate") && !refusal.Is(err, "ballot-sequence-used") && !refusal.Is(err, "ballot-expired") {
				t.Fatalf("a ballot of the void vote: %v", err)
			}
			v := i.signed("ada", p, ballot.For, "")
			if v.Ballot.Sequence < 2 || v.Ballot.Electorate == old.Ballot.Electorate {
				t.Fatalf("a ballot of the second vote is %+v", v.Ballot)
			}
			v.Ballot.Electorate = document.Digest{} // as the API leaves it out
			_, err := i.Cast(t.Context(), v)
			i.must(err)
		}
		if r := a.check(); r.Ballots != 4 {
			t.Fatalf("the verifier saw %+v", r)
		}
	})
}

// The words of a ballot are handed out for an open vote alone.
func TestNoBallotIsPreparedOutsideAVote(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		i := start(t, s, clock(), nil)
		i.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1})
		i.now.Add(replaytest.Hour)
		refused := func(rule string, p document.Digest, voter common.Address) {
			t.Helper()
			if _, _, err := i.PrepareBallot(t.Context(), p, voter, ballot.For, ""); !refusal.Is(err, rule) {
				t.Errorf("got %v, want a refusal by %s", err, rule)
			}
		}
		ada := replaytest.Address(t, "ada")
		submit := func(revises document.Digest, safety string) document.Digest {
			t.Helper()
			sub, preview, _, err := i.PrepareProposal(t.Context(), governance.Draft{
				Proposer: ada, Title: "Take more care", Summary: "Because.", Revises: revises,
				Documents: map[string][]byte{"note/chat": replaytest.Note(t, "1.1.0", document.Sum(replaytest.FirstNote(t)), safety, "be fair")},
			})
			i.must(err)
			m := wallet.Proposal{Proposer: ada, Revision: preview.Digest, Title: preview.Revision.Title.Keccak, Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires)}
			sub.Signature = i.sign("ada", m.StructHash())
			_, err = i.Propose(t.Context(), sub)
			i.must(err)
			return preview.Digest
		}
		first := submit(document.Digest{}, "be very careful")
		refused("ballot-early", first, ada)
		second := submit(first, "be most careful")
		refused("ballot-revision", first, ada)
		refused("ballot-proposal", document.Sum(nil), ada)
		i.now.Add(replaytest.Hour)
		i.follow()
		_, err := i.Tick(t.Context())
		i.must(err)
		refused("ballot-voter", second, common.Address{})
		if _, _, err := i.PrepareBallot(t.Context(), second, ada, ballot.For, ""); err != nil {
			t.Fatal(err)
		}
		i.now.Add(3 * replaytest.Day) // the chain has not come to the close yet, and the clock has
		refused("ballot-late", second, ada)
	})
}

func TestTwoProcessesShareOneLog(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		now := clock()
		a := start(t, s, now, nil)
		a.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1})
		b := start(t, s, now, nil)
		p := a.propose("ada")
		_, err := a.Cast(t.Context(), a.signed("ada", p, ballot.For, ""))
		a.must(err)
		b.must(b.Refresh(t.Context()))
		vote := b.signed("bo", p, ballot.For, "")
		_, err = b.Cast(t.Context(), vote)
		b.must(err)
		if r := a.check(); r.Ballots != 2 {
			t.Fatalf("%d ballots", r.Ballots)
		}
	})
}

func TestAnActIsAnsweredAgain(t *testing.T) {
	i := start(t, storetest.New(t), clock(), nil)
	i.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3})
	p := i.propose("ada")
	ctx, ada := t.Context(), replaytest.Address(t, "ada")
	act, typed, err := i.PrepareAct(ctx, p, ada, "comment", "Well.")
	i.must(err)
	if typed.PrimaryType != "Act" || typed.Message["act"] != "comment" || typed.Message["sequence"] != "1" || typed.Message["title"] != "Take more care" {
		t.Fatalf("to sign: %+v", typed)
	}
	act.Signature = i.sign("ada", replay.ActMessage(ada, wallet.Text(act.Title), act.Act).StructHash())
	first, err := i.Act(ctx, act)
	i.must(err)
	again, err := i.Act(ctx, act)
	i.must(err)
	if first.Index != again.Index {
		t.Fatalf("recorded twice: %d and %d", first.Index, again.Index)
	}
	act.Title = "Another"
	if _, err := i.Act(ctx, act); !refusal.Is(err, "act-title") {
		t.Fatalf("got %v", err)
	}
	unknown := act
	unknown.Act.Proposal = document.Digest{1}
	if _, err := i.Act(ctx, unknown); !refusal.Is(err, "act-proposal") {
		t.Fatalf("got %v", err)
	}
	act.Title, act.Text.Text = "", "Altered."
	if _, err := i.Act(ctx, act); !refusal.Is(err, "act-text") {
		t.Fatalf("got %v", err)
	}
	for rule, request := range map[string][2]string{"act-words": {"applaud", ""}, "act-text": {"comment", ""}} {
		if _, _, err := i.PrepareAct(ctx, p, ada, request[0], request[1]); !refusal.Is(err, rule) {
			t.Fatalf("got %v, want %s", err, rule)
		}
	}
	if _, _, err := i.PrepareAct(ctx, p, replaytest.Address(t, "bo"), "comment", "Well."); !refusal.Is(err, "act-member") {
		t.Fatalf("got %v", err)
	}
}

func TestAResultIsAnsweredAgain(t *testing.T) {
	i := start(t, storetest.New(t), clock(), nil)
	ctx := t.Context()
	i.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "cy", Type: 2, Level: 1})
	i.now.Add(replaytest.Hour)
	note := replaytest.Marshal(t, replaytest.NoteDocument{
		Schema: replaytest.NoteSchema, Version: "1.1.0", Parent: document.Sum(replaytest.FirstNote(t)),
		Safety: map[string]string{"a": "be very careful", "gate": "0.5"}, Law: map[string]string{"a": "be fair"}, Other: "x",
	})
	sub, preview, _, err := i.PrepareProposal(ctx, governance.Draft{Proposer: replaytest.Address(t, "ada"), Title: "Take more care", Summary: "Because.", Documents: map[string][]byte{"note/chat": note}})
	i.must(err)
	m := wallet.Proposal{Proposer: replaytest.Address(t, "ada"), Revision: preview.Digest, Title: preview.Revision.Title.Keccak, Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires)}
	sub.Signature = i.sign("ada", m.StructHash())
	_, err = i.Propose(ctx, sub)
	i.must(err)
	i.now.Add(replaytest.Hour)
	if w := i.Waiting(); w.Block {
		t.Error("a vote that waits for its gates asks for blocks")
	}
	i.follow()
	if n, err := i.Tick(ctx); err != nil || n != 0 {
		t.Fatalf("with a gate unmet the tick wrote %d entries: %v", n, err)
	}

	cy, doc, run := replaytest.Address(t, "cy"), document.Sum(note), document.Sum([]byte("run"))
	for rule, f := range map[string]func() error{
		"evaluation-result": func() error { _, _, err := i.PrepareEvaluation(ctx, cy, doc, "care", run, "0.70"); return err },
		"evaluation-run": func() error {
			_, _, err := i.PrepareEvaluation(ctx, cy, doc, "care", document.Digest{}, "0.7")
			return err
		},
		"evaluation-gate": func() error { _, _, err := i.PrepareEvaluation(ctx, cy, doc, "speed", run, "0.7"); return err },
		"evaluation-side": func() error {
			_, _, err := i.PrepareEvaluation(ctx, replaytest.Address(t, "ada"), doc, "care", run, "0.7")
			return err
		},
	} {
		if err := f(); !refusal.Is(err, rule) {
			t.Errorf("%v, want a refusal by %s", err, rule)
		}
	}
	e, typed, err := i.PrepareEvaluation(ctx, cy, doc, "care", run, "0.7")
	i.must(err)
	if typed.PrimaryType != "Evaluation" || typed.Message["result"] != "0.7" {
		t.Fatalf("the typed data is %+v", typed)
	}
	e.Signature = i.sign("cy", replay.EvaluationMessage(cy, e.Evaluated).StructHash())
	first, err := i.Evaluate(ctx, e)
	i.must(err)
	again, err := i.Evaluate(ctx, e)
	i.must(err)
	if first.Index != again.Index {
		t.Errorf("sent again it is entry %d, not %d", again.Index, first.Index)
	}
	if n, err := i.Tick(ctx); err != nil || n != 1 {
		t.Fatalf("with its gate met the tick wrote %d entries: %v", n, err)
	}
	// Another process loads the log without recovering signatures, and knows the result as well.
	other := start(t, i.store, i.now, nil)
	i.must(other.View(func(s *replay.State) error {
		if n := len(s.Evaluations(doc)); n != 1 {
			t.Errorf("%d results after the load", n)
		}
		return nil
	}))
	if again, err := other.Evaluate(ctx, e); err != nil || again.Index != first.Index {
		t.Errorf("after the load: %d, %v", again.Index, err)
	}
}

// Before anybody signs, a proposer sees the rules, how far the version moves and why, who decides, and the own weight.
func TestPreviewSaysWhoDecidesAndWhy(t *testing.T) {
	i := start(t, storetest.New(t), clock(), nil)
	i.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 2, Level: 2})
	i.now.Add(replaytest.Hour)
	ada := replaytest.Address(t, "ada")
	draft := governance.Draft{
		Proposer: ada, Title: "Take more care", Summary: "Because.",
		Documents: map[string][]byte{"note/chat": replaytest.Note(t, "1.1.0", document.Sum(replaytest.FirstNote(t)), "be very careful", "be just")},
	}
	_, preview, _, err := i.PrepareProposal(t.Context(), draft)
	i.must(err)
	if v := preview.Versions["note/chat"]; v.Bump != document.Minor || v.Why == "" {
		t.Errorf("the version moves %s because %q", v.Bump, v.Why)
	}
	if w := preview.Weights["experts/safety"]; w != 40*weight.Unit || preview.Weights["experts/law"] != 0 {
		t.Errorf("ada's weights are %v", preview.Weights)
	}
	if preview.Electorate.Chamber("experts").Members != 2 || preview.Rules.Review != replaytest.Hour || len(preview.Shares) != 2 {
		t.Errorf("%+v", preview)
	}
	if want := document.Time(i.now.Load()).Add(replaytest.Hour); preview.Opens != want || preview.Cools != 0 {
		t.Errorf("it opens at %s and rests until %s", preview.Opens, preview.Cools)
	}
	// Rivals on one base: whoever is touched by any of them decides.
	law := replaytest.Note(t, "1.1.0", document.Sum(replaytest.FirstNote(t)), "be careful", "be just")
	sub, preview, _, err := i.PrepareProposal(t.Context(), governance.Draft{
		Proposer: ada, Title: "Which", Summary: "Either.",
		Options: map[string]map[string][]byte{"careful": {"note/chat": draft.Documents["note/chat"]}, "just": {"note/chat": law}},
	})
	i.must(err)
	if preview.Method != "ranked-condorcet" || len(preview.Lanes) != 2 || len(sub.Documents) != 2 {
		t.Errorf("counted by %q over %v", preview.Method, preview.Lanes)
	}
	m := wallet.Proposal{Proposer: ada, Revision: preview.Digest, Title: preview.Revision.Title.Keccak, Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires)}
	sub.Signature = i.sign("ada", m.StructHash())
	if _, err := i.Propose(t.Context(), sub); err != nil {
		t.Error(err)
	}
	for rule, d := range map[string]governance.Draft{
		"proposal-changes":   {Proposer: ada, Title: "t", Summary: "s"},
		"proposal-unchanged": {Proposer: ada, Title: "t", Summary: "s", Documents: map[string][]byte{"note/chat": replaytest.FirstNote(t)}},
		"proposal-poll":      {Proposer: ada, Title: "t", Summary: "s", Heads: []string{"note/chat"}, Options: map[string]map[string][]byte{"a": {}, "b": {}}},
		"proposal-revises":   {Proposer: ada, Title: "t", Summary: "s", Documents: draft.Documents, Revises: document.Digest{1}},
		"proposal-emergency": {Proposer: ada, Title: "t", Summary: "s", Documents: draft.Documents, Emergency: true},
		"proposal-ratifies":  {Proposer: ada, Title: "t", Summary: "s", Documents: map[string][]byte{"note/chat": replaytest.FirstNote(t)}, Ratifies: document.Digest{1}},
		"proposal-member":    {Proposer: replaytest.Address(t, "stranger"), Title: "t", Summary: "s", Documents: draft.Documents},
	} {
		if _, _, _, err := i.PrepareProposal(t.Context(), d); !refusal.Is(err, rule) {
			t.Errorf("got %v, want %s", err, rule)
		}
	}
}
