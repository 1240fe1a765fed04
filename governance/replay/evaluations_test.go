package replay_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// gated proposes, as ada, a note whose vote opens when the evaluation "care" gave 0.5 or more.
func (w *world) gated() (p, doc document.Digest) {
	w.t.Helper()
	head, _ := w.state.Head("note/chat")
	raw := w.marshal(replaytest.NoteDocument{
		Schema: replaytest.NoteSchema, Version: "1.1.0", Parent: head.Digest,
		Safety: map[string]string{"a": "be very careful", "gate": "0.5"}, Law: map[string]string{"a": "be fair"}, Other: "x",
	})
	return w.propose("ada", "note/chat", raw), document.Sum(raw)
}

func (w *world) evaluated(who string, b record.Evaluated) record.Entry {
	w.t.Helper()
	m := wallet.Evaluation{Evaluator: w.address(who), Document: b.Document, Gate: b.Gate, Run: b.Run, Result: string(b.Result), Expires: uint64(b.Expires)}
	sig, err := wallet.Sign(w.state.Domain().Digest(m.StructHash()), w.key(who))
	if err != nil {
		w.t.Fatal(err)
	}
	return record.Entry{Kind: record.KindEvaluated, Actor: w.actor(who), Signature: sig.String(), Body: w.marshal(b)}
}

func (w *world) result(doc document.Digest, value document.Decimal) record.Evaluated {
	return record.Evaluated{Document: doc, Gate: "care", Run: document.Sum([]byte("run")), Result: value, Expires: w.now.Add(hour)}
}

func TestAVoteWaitsForItsGates(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	p, doc := w.gated()
	w.now = w.now.Add(hour)
	w.chain()
	if kinds := w.due(); kinds != nil {
		t.Fatalf("with a gate unmet the log wrote %v", kinds)
	}
	w.refused("not-due", record.Entry{Kind: record.KindOpened, Actor: record.ActorLog, Body: w.marshal(record.Opened{Proposal: p})})

	w.must(w.evaluated("cy", w.result(doc, "0.49")))
	if kinds := w.due(); kinds != nil {
		t.Fatalf("a result that misses opened the vote: %v", kinds)
	}
	gates, err := w.state.Gates(p, w.blobs)
	if err != nil || len(gates) != 1 || gates[0].Head != "note/chat" || len(gates[0].States) != 1 || gates[0].States[0].Met {
		t.Fatalf("gates: %+v, %v", gates, err)
	}
	changes := w.must(w.evaluated("cy", w.result(doc, "0.5")))
	if len(changes.Evaluations) != 1 || changes.Evaluations[0].Evaluator != w.address("cy") {
		t.Fatalf("changes: %+v", changes)
	}
	if kinds := w.due(); !slices.Equal(kinds, []string{record.KindOpened}) {
		t.Fatalf("with its gate met the log wrote %v", kinds)
	}
	w.status(p, proposal.Voting)
	w.refused("evaluation-document", w.evaluated("bo", w.result(doc, "0.9")))
}

func TestResultsThatDoNotCount(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	p, doc := w.gated()
	change := func(f func(*record.Evaluated)) record.Entry {
		b := w.result(doc, "0.7")
		f(&b)
		return w.evaluated("cy", b)
	}
	for rule, e := range map[string]record.Entry{
		"evaluation-document": change(func(b *record.Evaluated) { b.Document = document.Digest{1} }),
		"evaluation-gate":     change(func(b *record.Evaluated) { b.Gate = "speed" }),
		"evaluation-run":      change(func(b *record.Evaluated) { b.Run = document.Digest{} }),
		"evaluation-expired":  change(func(b *record.Evaluated) { b.Expires = w.now }),
		"evaluation-side":     w.evaluated("ada", w.result(doc, "0.7")),
		"evaluation-badge":    w.evaluated("stranger", w.result(doc, "0.7")),
	} {
		w.refused(rule, e)
	}
	other := w.evaluated("cy", w.result(doc, "0.7"))
	other.Actor = w.actor("bo")
	w.refused("evaluation-signature", other)
	loud := w.evaluated("cy", w.result(doc, "0.7"))
	loud.Body = []byte(`{"document":"` + doc.String() + `","expires":"2030-01-01T00:00:00Z","gate":"care","result":"0.70","run":"` + doc.String() + `"}`)
	if _, err := w.try(loud); err == nil {
		t.Fatal("a result with two spellings was taken")
	}

	// A result is corrected by a later one, and does not come back.
	high, low := w.evaluated("cy", w.result(doc, "0.7")), w.evaluated("cy", w.result(doc, "0.4"))
	w.must(high)
	w.must(low)
	w.refused("evaluation-repeated", high)

	// A badge that is gone at the opening counts no more.
	w.must(w.evaluated("bo", w.result(doc, "0.8")))
	if met, err := w.state.GatesMet(p, w.blobs); err != nil || !met {
		t.Fatalf("met %v, %v", met, err)
	}
	holder := w.address("bo")
	for _, holder := range []common.Address{holder, w.address("cy")} {
		w.chain(badge.Event{Kind: badge.Revoked, Block: w.block, Time: uint64(w.now), Type: 2, ID: badge.TokenID(holder, 2), Holder: holder, Actor: replaytest.Address(t, "issuer"), Reason: badge.Cause})
	}
	if met, err := w.state.GatesMet(p, w.blobs); err != nil || met {
		t.Fatalf("after the evaluators lost their badges: met %v, %v", met, err)
	}
	if _, err := w.state.Gates(document.Digest{1}, w.blobs); !refusal.Is(err, "proposal-unknown") {
		t.Fatal(err)
	}
	if n := len(w.state.Evaluations(doc)); n != 3 {
		t.Fatalf("%d results are kept", n)
	}
}

// A verifier counts the results that it found to be signed, and says what follows from them.
func TestVerifierCountsResults(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	_, doc := w.gated()
	w.must(w.evaluated("cy", w.result(doc, "0.7")))
	report, err := replay.NewVerifier(replaytest.Config(), w.source(), replay.Options{}).Verify(t.Context())
	if err != nil || report.Evaluations != 1 {
		t.Fatalf("%d results, %v", report.Evaluations, err)
	}
	if !slices.ContainsFunc(report.Claims, func(c replay.Claim) bool { return c.What == "evaluations" && c.Label == replay.Proved }) {
		t.Errorf("nothing is claimed: %+v", report.Claims)
	}
}
