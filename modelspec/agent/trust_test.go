package agent_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// A node follows the keys as decisions change them, remembers them, and never goes back to those before.
func TestNodeFollowsTheKeys(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	n.model("two")
	s.release("one", releasetest.Options{})
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
	skey, vkey, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte("next"), 32)), releasetest.Origin)
	s.OK(err)
	next, err := note.NewSigner(skey)
	s.OK(err)
	old := s.Trust
	doc := releasetest.TrustDocument(vkey, 1, s.Trust.FirstRoot(), "delta")
	bundle := s.Release(doc, releasetest.Options{Channel: charter.TrustHead, Head: charter.TrustHead})
	s.Publish(bundle)
	s.Trust, err = s.Trust.Follow(bundle)
	s.OK(err)
	oldLog := s.Log
	s.Log = next
	d := s.Decide(releasetest.Spec("two"), releasetest.Options{Trust: document.Sum(doc)})
	d.Signers = []string{"delta"}
	s.Publish(s.Encode(s.Bundle(d)))
	if _, state, err := n.pull(); err != nil || state.Applied.Sequence != 2 {
		t.Fatalf("%+v, %v", state.Applied, err)
	}
	// The keys of before sign a newer release, and whoever has the online key publishes it.
	s.Trust, s.Log = old, oldLog
	evil := s.Decide(releasetest.Spec("one"), releasetest.Options{})
	s.Publish(s.Encode(s.Bundle(evil)))
	if _, _, err := n.pull(); err == nil || !strings.Contains(err.Error(), "envelope: it asks for keys that were replaced before it was intended") {
		t.Fatalf("%v", err)
	}
	if n.runs() != configOf("two") {
		t.Fatalf("it runs %q", n.runs())
	}
}

// Only a root of TUF that a decision named may lead a node on, even if the holders of its keys signed it.
func TestRootThatNobodyDecided(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	s.release("one", releasetest.Options{})
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
	root := s.NextRoot()
	s.OK(s.Repo.PublishRoot(t.Context(), root))
	if _, _, err := n.pull(); err == nil || !strings.Contains(err.Error(), "which no decision named") {
		t.Fatalf("%v", err)
	}
	_, vkey := releasetest.NoteKey(releasetest.Origin)
	doc := releasetest.TrustDocument(vkey, 2, document.Sum(root), "alpha", "beta", "gamma")
	s.Publish(s.Release(doc, releasetest.Options{Channel: charter.TrustHead, Head: charter.TrustHead}))
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
}

// A halted channel changes nothing, and goes on when a release takes that back.
func TestHaltedChannel(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	n.model("two")
	s.release("one", releasetest.Options{})
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
	s.release("two", releasetest.Options{Halted: true})
	for range 2 {
		_, state, err := n.pull()
		if err == nil || !strings.Contains(err.Error(), "halt: release 2 says that the channel is halted, by a decision or by the guardians") || state.Applied.Sequence != 1 || n.runs() != configOf("one") {
			t.Fatalf("%v, %+v", err, state.Applied)
		}
	}
	s.Decide(releasetest.Spec("one"), releasetest.Options{}) // its intent lapses unsigned
	s.release("two", releasetest.Options{})
	if _, state, err := n.pull(); err != nil || state.Applied.Sequence != 4 || n.runs() != configOf("two") {
		t.Fatalf("%v, %+v", err, state.Applied)
	}
}

// A renewal of the same document is no reason to restart anything.
func TestRenewalLeavesTheRuntimeAlone(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	s.release("one", releasetest.Options{})
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
	n.cfg.Hooks.Before = []string{"false"}
	s.release("one", releasetest.Options{})
	if _, state, err := n.pull(); err != nil || state.Applied.Sequence != 2 {
		t.Fatalf("%v, %+v", err, state.Applied)
	}
}
