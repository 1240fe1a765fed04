package replay_test

import (
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// note returns a note under a head of its own, which may use another note or be withdrawn.
func (w *world) noteOf(head, version, other string, uses document.Digest, withdrawn bool) []byte {
	w.t.Helper()
	h, _ := w.state.Head(head)
	n := replaytest.NoteDocument{Schema: replaytest.NoteSchema, Version: version, Parent: h.Digest, Safety: map[string]string{"a": other + "!"}, Law: map[string]string{"a": other}, Other: "x"}
	if !uses.IsZero() {
		n.Law["uses"] = uses.String()
	}
	if withdrawn {
		n.Safety["withdrawn"] = "It holds names."
	}
	return w.marshal(n)
}

// challenge brings a proposal from its submission into its window, with everybody's consent.
func (w *world) challenge(p document.Digest) proposal.Proposal {
	w.t.Helper()
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	pr := w.status(p, proposal.Voting)
	w.must(w.ballot("ada", p, "for", 1))
	w.must(w.ballot("bo", p, "for", 1))
	w.now = pr.Closes
	w.chain()
	w.due()
	w.must(w.anchored())
	return w.status(p, proposal.Challenge)
}

func (w *world) decideAll(p document.Digest) {
	w.t.Helper()
	w.now = w.challenge(p).Ends
	w.chain()
	w.due()
	w.status(p, proposal.Final)
}

// TestWithdrawnDocument takes a document out of use: no new version of another may rest on any version of it, a decision that was
// under way on one that does is void, and what is admitted again can be used again.
func TestWithdrawnDocument(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	first := w.noteOf("note/data", "1.0.0", "one", document.Digest{}, false)
	w.decideAll(w.propose("ada", "note/data", first))
	second := w.noteOf("note/data", "1.1.0", "two", document.Digest{}, false)
	w.decideAll(w.propose("ada", "note/data", second))
	before, after := document.Sum(first), document.Sum(second)

	// In use: an old version and the present one.
	w.decideAll(w.propose("ada", "note/mix", w.noteOf("note/mix", "1.0.0", "mixed", before, false)))
	gone := w.noteOf("note/data", "1.2.0", "two", document.Digest{}, true)
	ends := w.challenge(w.propose("bo", "note/data", gone)).Ends
	under := w.propose("ada", "note/mix", w.noteOf("note/mix", "1.1.0", "mixed again", after, false))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	w.status(under, proposal.Voting)
	if head, is := w.state.Withdrawn(before); is || head != "note/data" {
		t.Fatalf("%s is withdrawn: %v", head, is)
	}
	w.now = ends
	w.chain()
	w.due()
	for _, version := range []document.Digest{before, after, document.Sum(gone)} {
		if head, is := w.state.Withdrawn(version); !is || head != "note/data" {
			t.Errorf("version %s of %q is not withdrawn", version, head)
		}
	}
	if pr := w.status(under, proposal.Voided); pr.Reason != proposal.SourceGone {
		t.Fatalf("void because %q", pr.Reason)
	}
	for _, version := range []document.Digest{before, after, document.Sum(gone)} {
		e, _ := w.draft("ada", "note/mix", w.noteOf("note/mix", "1.1.0", "mixed", version, false))
		w.refused("document-withdrawn", e)
	}
	if _, is := w.state.Withdrawn(document.Sum([]byte("unknown"))); is {
		t.Error("an unknown version is withdrawn")
	}

	// It is admitted again by a version that does not say so, together with what rests on that.
	again := w.noteOf("note/data", "1.3.0", "two", document.Digest{}, false)
	data, _ := w.state.Head("note/data")
	mix, _ := w.state.Head("note/mix")
	e, both := w.submit("ada", proposal.Revision{Changes: map[string]proposal.Change{
		"note/data": {Base: data.Digest, Document: w.blobs.put(again)},
		"note/mix":  {Base: mix.Digest, Document: w.blobs.put(w.noteOf("note/mix", "1.1.0", "mixed", document.Sum(again), false))},
	}})
	w.must(e)
	w.decideAll(both)
	if _, is := w.state.Withdrawn(before); is {
		t.Error("it is still withdrawn")
	}

	// What a proposal withdraws it can not use.
	last := w.noteOf("note/data", "1.4.0", "two", document.Digest{}, true)
	data, _ = w.state.Head("note/data")
	mix, _ = w.state.Head("note/mix")
	for _, version := range []document.Digest{before, document.Sum(last)} {
		e, _ = w.submit("ada", proposal.Revision{Changes: map[string]proposal.Change{
			"note/data": {Base: data.Digest, Document: w.blobs.put(last)},
			"note/mix":  {Base: mix.Digest, Document: w.blobs.put(w.noteOf("note/mix", "1.2.0", "mixed more", version, false))},
		}})
		w.refused("document-withdrawn", e)
	}
}
