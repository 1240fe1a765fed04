package release_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

var trustChannel = releasetest.Options{Channel: charter.TrustHead, Head: charter.TrustHead}

// rotated is a world whose log key and co-signers were changed by a decision.
type rotated struct {
	*releasetest.World
	trust       release.Trust   // what whoever followed believes
	set         document.Digest // of the trust document
	way         []byte          // its release
	before      []byte          // a release of the time before
	oldLog, now note.Signer
}

func rotate(t *testing.T) *rotated {
	t.Helper()
	w := &rotated{World: releasetest.New(t, releasetest.Config{TUFRoot: document.Sum([]byte("root"))})}
	w.before = w.Release(releasetest.Spec("one"), releasetest.Options{})
	skey, vkey, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte("next"), 32)), releasetest.Origin)
	if err != nil {
		t.Fatal(err)
	}
	if w.now, err = note.NewSigner(skey); err != nil {
		t.Fatal(err)
	}
	w.oldLog = w.Log
	doc := releasetest.TrustDocument(vkey, 2, document.Sum([]byte("root")), "delta", "epsilon", "zeta")
	w.set = document.Sum(doc)
	w.way = w.Release(doc, trustChannel)
	if w.trust, err = w.Trust.Follow(w.way); err != nil {
		t.Fatal(err)
	}
	w.Log = w.now
	return w
}

func (w *rotated) release(text string, signers ...string) release.Bundle {
	d := w.Decide(releasetest.Spec(text), releasetest.Options{Trust: w.set})
	d.Signers = signers
	return w.Bundle(d)
}

// Each set of keys is signed by the one before it, and what it signs can be checked for ever by the genesis alone.
func TestKeysAreChangedByTheirPredecessors(t *testing.T) {
	w := rotate(t)
	next := w.release("two", "delta", "zeta")
	r, claims, err := release.Check(w.Encode(next), w.trust, release.Facts{})
	if err != nil || strings.Join(r.Signers, " ") != "delta zeta" || !strings.Contains(claims[0].Says, "2 needed") {
		t.Fatalf("%v, %v", r.Signers, err)
	}
	if _, _, err := release.Check(w.before, w.trust, release.Facts{}); err != nil {
		t.Errorf("what was signed before: %v", err)
	}
	if _, _, err := release.Check(w.Encode(next), w.Trust, release.Facts{}); err == nil || !strings.Contains(err.Error(), "envelope: it asks for the keys of the trust document "+w.set.String()) {
		t.Errorf("without the way: %v", err)
	}
	for _, step := range w.trust.Way(w.set) {
		next.Trust = append(next.Trust, step)
	}
	if _, _, err := release.Check(w.Encode(next), w.Trust, release.Facts{}); err != nil {
		t.Errorf("by the genesis alone: %v", err)
	}
	if _, _, err := release.Check(w.Encode(next), w.trust, release.Facts{}); err != nil {
		t.Errorf("by who followed already: %v", err)
	}
	if again, err := w.trust.Follow(w.way); err != nil || again.Last() != w.trust.Last() {
		t.Errorf("followed twice: %v", err)
	}
	if w.trust.FirstRoot() != w.Trust.Record.TUFRoot || !w.trust.TUFRoot(document.Sum([]byte("root"))) || w.trust.TUFRoot(document.Sum(nil)) {
		t.Error("the roots of TUF that were named")
	}
}

func TestAttacksOnTheKeys(t *testing.T) {
	for _, a := range []struct {
		name string
		do   func(t *testing.T, w *rotated) (release.Trust, []byte)
		says string
	}{
		{"keys that were replaced sign a new release", func(t *testing.T, w *rotated) (release.Trust, []byte) {
			d := w.Decide(releasetest.Spec("evil"), releasetest.Options{})
			return w.trust, w.Encode(w.Bundle(d))
		}, "envelope: it asks for keys that were replaced before it was intended"},
		{"keys that were replaced sign in the name of the new ones", func(t *testing.T, w *rotated) (release.Trust, []byte) {
			return w.trust, w.Encode(w.release("evil", "alpha", "beta", "gamma"))
		}, "envelope: 0 of the 2 co-signers needed have signed (none)"},
		{"the log's old key proves a new intent", func(t *testing.T, w *rotated) (release.Trust, []byte) {
			w.Log = w.oldLog
			return w.trust, w.Encode(w.release("evil", "delta", "zeta"))
		}, "intent: checkpoint: not signed by the log's key"},
		{"a set that nobody signed but itself", func(t *testing.T, w *rotated) (release.Trust, []byte) {
			doc := releasetest.TrustDocument(w.trust.Record.LogKey, 1, document.Sum(nil), "mallory")
			d := w.Decide(doc, trustChannel)
			d.Signers = []string{"mallory"}
			evil := w.Encode(w.Bundle(d))
			d = w.Decide(releasetest.Spec("evil"), releasetest.Options{Trust: document.Sum(doc)})
			d.Signers = []string{"mallory"}
			b := w.Bundle(d)
			b.Trust = []json.RawMessage{w.way, evil}
			return w.Trust, w.Encode(b)
		}, "envelope: the way to the keys: envelope: "},
		{"a way that is long for its own sake", func(t *testing.T, w *rotated) (release.Trust, []byte) {
			inner, err := release.ParseBundle(w.way)
			if err != nil {
				t.Fatal(err)
			}
			inner.Trust = []json.RawMessage{w.way}
			b := w.release("two", "delta", "zeta")
			b.Trust = []json.RawMessage{w.Encode(inner)}
			return w.Trust, w.Encode(b)
		}, "envelope: the way to the keys: a step of it brings a way of its own"},
		{"a step of the way is an ordinary release", func(t *testing.T, w *rotated) (release.Trust, []byte) {
			b := w.release("two", "delta", "zeta")
			b.Trust = []json.RawMessage{w.before}
			return w.Trust, w.Encode(b)
		}, "envelope: the way to the keys: genesis: the release is of the channel"},
	} {
		w := rotate(t)
		trust, raw := a.do(t, w)
		_, _, err := release.Check(raw, trust, release.Facts{})
		if err == nil || !strings.Contains(err.Error(), a.says) {
			t.Errorf("%s: says %v, want …%s…", a.name, err, a.says)
			continue
		}
		t.Logf("%s: %v", a.name, err)
	}
}

// An intent that lapsed unsigned leaves a number out; a release that is withheld leaves its statement missing.
func TestLapsedNumbersAreNotMissed(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	first := w.Release(releasetest.Spec("one"), releasetest.Options{})
	r1, _, err := release.Check(first, w.Trust, release.Facts{Chain: true})
	if err != nil {
		t.Fatal(err)
	}
	w.Decide(releasetest.Spec("two"), releasetest.Options{}) // nobody signs it
	third := w.Release(releasetest.Spec("three"), releasetest.Options{})
	r3, _, err := release.Check(third, w.Trust, release.Facts{Chain: true, After: r1.Position})
	if err != nil || r3.Sequence != 3 {
		t.Fatalf("%+v, %v", r3.Position, err)
	}
	fourth := w.Release(releasetest.Spec("four"), releasetest.Options{})
	if _, _, err := release.Check(fourth, w.Trust, release.Facts{Chain: true, After: r1.Position}); err == nil || !strings.Contains(err.Error(), "was left out") {
		t.Errorf("release 3 is withheld: %v", err)
	}
	if _, _, err := release.Check(fourth, w.Trust, release.Facts{Chain: true, After: r1.Position, Skipped: [][]byte{r3.Bundle.Envelope}}); err != nil {
		t.Error(err)
	}
}
