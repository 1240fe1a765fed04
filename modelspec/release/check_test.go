package release_test

import (
	"bytes"
	"crypto"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

func TestReleaseIsAccepted(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	spec := releasetest.Spec("one")
	first := w.Release(spec, releasetest.Options{Refers: map[string][]byte{"mixture/pretrain": releasetest.Doc("peritus/mixture/v1", "m")}})
	hashed := false
	r, claims, err := release.Check(first, w.Trust, release.Facts{
		Channel: releasetest.Channel, Now: w.Now, Chain: true, Anchored: w.Anchored,
		Weights: func(r release.Release) error { hashed = true; return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	if string(r.Document) != string(spec) || r.Sequence != 1 || len(r.Signers) != 3 || !hashed {
		t.Errorf("%+v", r)
	}
	steps := []release.Step{release.StepEnvelope, release.StepGenesis, release.StepSequence, release.StepPeriod, release.StepIntent,
		release.StepDecision, release.StepAnchor, release.StepDocuments, release.StepWeights}
	for i, c := range claims {
		if c.Step != steps[i] || c.Label != release.Proved || c.Says == "" {
			t.Errorf("claim %d: %+v", i, c)
		}
	}
	if len(claims) != len(steps) {
		t.Errorf("%d claims, want %d", len(claims), len(steps))
	}

	// The next one, and one that jumps over it.
	second := w.Release(releasetest.Spec("two"), releasetest.Options{})
	third := w.Release(releasetest.Spec("three"), releasetest.Options{})
	envelope := func(raw []byte) []byte {
		b, err := release.ParseBundle(raw)
		if err != nil {
			t.Fatal(err)
		}
		return b.Envelope
	}
	facts := release.Facts{Now: w.Now, After: r.Position, Chain: true, Anchored: w.Anchored}
	if _, _, err := release.Check(second, w.Trust, facts); err != nil {
		t.Error(err)
	}
	facts.Skipped = [][]byte{envelope(second)}
	if _, _, err := release.Check(third, w.Trust, facts); err != nil {
		t.Error(err)
	}
	// A new node looks at the whole channel.
	facts.After, facts.Skipped = release.Position{}, [][]byte{envelope(first), envelope(second)}
	if _, _, err := release.Check(third, w.Trust, facts); err != nil {
		t.Error(err)
	}
}

// No byte of a bundle can be changed without somebody noticing, whatever it is. Every third is tried, to save time.
func TestEveryByteCounts(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	raw := w.Release(releasetest.Spec("one"), releasetest.Options{Refers: map[string][]byte{"prompt": []byte("a prompt\n")}})
	for i := 0; i < len(raw); i += 3 {
		altered := bytes.Clone(raw)
		altered[i] ^= 1
		if _, _, err := release.Check(altered, w.Trust, release.Facts{}); err == nil {
			t.Errorf("byte %d may be %q or %q: …%s…", i, raw[i], altered[i], raw[max(0, i-30):min(len(raw), i+30)])
		}
	}
}

// Without a chain, a clock and a history, the checks say what they leave out.
func TestOfflineClaims(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	_, claims, err := release.Check(w.Release(releasetest.Spec("one"), releasetest.Options{}), w.Trust, release.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	labels := map[release.Step]release.Label{}
	for _, c := range claims {
		labels[c.Step] = c.Label
	}
	for step, want := range map[release.Step]release.Label{
		release.StepAnchor: release.CoSigned, release.StepWeights: release.Unchecked, release.StepSequence: release.Unchecked,
		release.StepPeriod: release.Unchecked, release.StepDecision: release.Proved, release.StepIntent: release.Proved,
	} {
		if labels[step] != want {
			t.Errorf("%s is %q, want %q", step, labels[step], want)
		}
	}
}

// rewrite changes a statement with no regard for what is true, and has it signed again: what a node says when the
// co-signers themselves are in on it.
func rewrite(t *testing.T, w *releasetest.World, d *releasetest.Draft, change func(map[string]any)) []byte {
	t.Helper()
	statement, err := release.Build(d.Evidence)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	dec := json.NewDecoder(strings.NewReader(string(statement)))
	dec.UseNumber()
	if err := dec.Decode(&m); err != nil {
		t.Fatal(err)
	}
	change(m)
	raw, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if d.Statement, err = document.Canonical(raw); err != nil {
		t.Fatal(err)
	}
	return w.Encode(w.Bundle(d))
}

func predicate(m map[string]any) map[string]any { return m["predicate"].(map[string]any) }
func intent(m map[string]any) map[string]any    { return predicate(m)["intent"].(map[string]any) }

// The attacks on a release, and what the node says. The message alone must tell an operator what happened.
func TestAttacks(t *testing.T) {
	type attack struct {
		name string
		do   func(t *testing.T, w *releasetest.World, f *release.Facts) []byte
		step release.Step
		says string
	}
	for _, a := range []attack{
		{"rollback: the server offers an older release", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			old := w.Release(releasetest.Spec("old"), releasetest.Options{})
			f.After = release.Position{Sequence: 2, Statement: document.Sum([]byte("newer"))}
			return old
		}, release.StepSequence, "release 1 is older than release 2, which was accepted before: a rollback"},

		{"equivocation: two releases with one sequence number", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			f.After = release.Position{Sequence: 1, Statement: document.Sum([]byte("another"))}
			return w.Release(releasetest.Spec("one"), releasetest.Options{})
		}, release.StepSequence, "there are two releases 1"},

		{"a release between is withheld", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			w.Release(releasetest.Spec("one"), releasetest.Options{})
			return w.Release(releasetest.Spec("two"), releasetest.Options{})
		}, release.StepSequence, ", which was left out"},

		{"a release between is replaced by one that was never signed", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			w.Bundle(d)
			d.Signers = []string{"alpha"}
			f.Skipped = [][]byte{w.Sign(d)}
			return w.Release(releasetest.Spec("two"), releasetest.Options{})
		}, release.StepSequence, "release 1, between the last one and this: 1 of the 2 co-signers needed have signed (alpha)"},

		{"history is rewritten: the release follows another than the node has", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			w.Release(releasetest.Spec("one"), releasetest.Options{})
			f.After = release.Position{Sequence: 1, Statement: document.Sum([]byte("what the node has"))}
			return w.Release(releasetest.Spec("two"), releasetest.Options{})
		}, release.StepSequence, "release 2 follows the statement"},

		{"nobody signed", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			b := w.Bundle(w.Decide(releasetest.Spec("one"), releasetest.Options{}))
			b.Envelope = json.RawMessage(`{"payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[]}`)
			return w.Encode(b)
		}, release.StepEnvelope, "there is no signature"},

		{"too few signed", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			d.Signers = []string{"beta"}
			return w.Encode(w.Bundle(d))
		}, release.StepEnvelope, "1 of the 2 co-signers needed have signed (beta)"},

		{"one key signs twice to meet the threshold", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			d.Signers = []string{"beta", "beta"}
			return w.Encode(w.Bundle(d))
		}, release.StepEnvelope, "1 of the 2 co-signers needed have signed (beta)"},

		{"one key signs twice under two names", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			statement, err := release.Build(d.Evidence)
			if err != nil {
				t.Fatal(err)
			}
			s, err := release.Sign(statement, "beta", releasetest.Key("beta"))
			if err != nil {
				t.Fatal(err)
			}
			again := s
			again.KeyID = "alpha"
			unnamed := s
			unnamed.KeyID = ""
			b := w.Bundle(d)
			if b.Envelope, err = release.Assemble(statement, []release.Signature{s, again, unnamed}); err != nil {
				t.Fatal(err)
			}
			return w.Encode(b)
		}, release.StepEnvelope, "1 of the 2 co-signers needed have signed (beta)"},

		{"a stranger's key signs", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			d.Signers = []string{"alpha", "mallory"}
			return w.Encode(w.Bundle(d))
		}, release.StepEnvelope, "1 of the 2 co-signers needed have signed (alpha)"},

		{"a third signature, beside two good ones, is false", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			b := w.Bundle(d)
			e, _, err := release.ParseEnvelope(b.Envelope)
			if err != nil {
				t.Fatal(err)
			}
			e.Signatures[2].Sig = e.Signatures[1].Sig
			if b.Envelope, err = release.Assemble(d.Statement, e.Signatures); err != nil {
				t.Fatal(err)
			}
			return w.Encode(b)
		}, release.StepEnvelope, `the signature of "gamma" is not one of these bytes`},

		{"somebody who is no co-signer signs as well", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			d.Signers = []string{"alpha", "beta", "mallory"}
			return w.Encode(w.Bundle(d))
		}, release.StepEnvelope, `"mallory" is not a co-signer; the co-signers are alpha, beta, gamma`},

		{"the payload type is another", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			b := w.Bundle(w.Decide(releasetest.Spec("one"), releasetest.Options{}))
			b.Envelope = json.RawMessage(strings.Replace(string(b.Envelope), "application/vnd.in-toto+json", "application/json", 1))
			return w.Encode(b)
		}, release.StepEnvelope, `the payload type is "application/json", want "application/vnd.in-toto+json"`},

		{"the envelope has a field that only some readers know", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			b := w.Bundle(w.Decide(releasetest.Spec("one"), releasetest.Options{}))
			b.Envelope = json.RawMessage(strings.Replace(string(b.Envelope), `{"payload"`, `{"Payload":"e30=","payload"`, 1))
			return w.Encode(b)
		}, release.StepEnvelope, `there is no field "Payload"`},

		{"data behind the bundle", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			return append(w.Release(releasetest.Spec("one"), releasetest.Options{}), "{}"...)
		}, release.StepForm, "release bundle: "},

		{"the bundle is cut short", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			raw := w.Release(releasetest.Spec("one"), releasetest.Options{})
			return raw[:len(raw)-1]
		}, release.StepForm, "release bundle: "},

		{"another predicate is signed", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			return rewrite(t, w, w.Decide(releasetest.Spec("one"), releasetest.Options{}), func(m map[string]any) { m["predicateType"] = "https://slsa.dev/provenance/v1" })
		}, release.StepEnvelope, `the predicate type is "https://slsa.dev/provenance/v1"`},

		{"the statement has data behind it", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			statement, err := release.Build(d.Evidence)
			if err != nil {
				t.Fatal(err)
			}
			d.Statement = append(statement, '\n')
			return w.Encode(w.Bundle(d))
		}, release.StepEnvelope, "release statement: "},

		{"the release of another instance with the same co-signers", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			other := releasetest.New(t, releasetest.Config{TUFRoot: document.Sum([]byte("another"))})
			return other.Release(releasetest.Spec("one"), releasetest.Options{})
		}, release.StepGenesis, "the release is of the instance"},

		{"anchored in a contract of the attacker's", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			d.Evidence.Chain.Anchor = common.HexToAddress("0x666")
			return w.Encode(w.Bundle(d))
		}, release.StepGenesis, "the release is anchored in contract"},

		{"the release of another channel", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			return w.Release(releasetest.Spec("one"), releasetest.Options{Channel: "chat/canary"})
		}, release.StepGenesis, `the release is of the channel "chat/canary", not of "chat/stable"`},

		{"freeze: an expired release is offered for ever", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			raw := w.Release(releasetest.Spec("one"), releasetest.Options{Lifetime: 60})
			f.Now = w.Now.Add(3600)
			return raw
		}, release.StepPeriod, "a newer one is due"},

		{"the intent was never logged", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			b := w.Bundle(d)
			b.Intent = w.Entry(0)
			return w.Encode(b)
		}, release.StepIntent, `the entry is of kind "genesis"`},

		{"the co-signers sign another activation than was logged", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			return rewrite(t, w, w.Decide(releasetest.Spec("one"), releasetest.Options{}), func(m map[string]any) { intent(m)["activation"] = "2026-01-01T00:00:00Z" })
		}, release.StepIntent, "the statement does not say what the logged intent says"},

		{"the log's signature is another's", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			w.Log, _ = releasetest.NoteKey("mallory.example")
			return w.Encode(w.Bundle(d))
		}, release.StepIntent, "not signed by the log's key " + releasetest.Origin},

		{"the proof is of another entry", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			b := w.Bundle(d)
			b.Proof = strings.Replace(b.Proof, fmt.Sprintf("index %d\n", d.Evidence.IntentIndex), "index 1\n", 1)
			return w.Encode(b)
		}, release.StepIntent, "the proof is of entry 1"},

		{"the proof is bent", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			b := w.Bundle(d)
			p, err := record.ParseProof([]byte(b.Proof))
			if err != nil {
				t.Fatal(err)
			}
			p.Hashes[0][0] ^= 1
			b.Proof = string(p.Encode())
			return w.Encode(b)
		}, release.StepIntent, record.ErrProof.Error()},

		{"a rejected proposal is released", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{Outcome: "rejected"})
			if _, err := release.Build(d.Evidence); err == nil {
				t.Error("the co-signers' own code would sign a rejected proposal")
			}
			good := w.Decide(releasetest.Spec("one"), releasetest.Options{Channel: "chat/other"})
			bad := d.Evidence
			return rewrite(t, w, good, func(m map[string]any) {
				var entry any
				if err := json.Unmarshal(bad.Decision, &entry); err != nil {
					t.Fatal(err)
				}
				predicate(m)["decision"].(map[string]any)["entry"] = entry
			})
		}, release.StepEnvelope, `says "rejected", so nothing was decided`},

		{"a decision that is not in the anchored tree", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			return rewrite(t, w, w.Decide(releasetest.Spec("one"), releasetest.Options{}), func(m map[string]any) {
				predicate(m)["anchor"].(map[string]any)["root"] = document.Sum([]byte("another root")).String()
			})
		}, release.StepEnvelope, record.ErrProof.Error()},

		{"the decision of another proposal", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			return rewrite(t, w, w.Decide(releasetest.Spec("one"), releasetest.Options{}), func(m map[string]any) {
				intent(m)["proposal"] = document.Sum([]byte("another")).String()
			})
		}, release.StepEnvelope, "the release carries out"},

		{"the document is swapped after the vote", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("voted"), releasetest.Options{})
			swapped := releasetest.Spec("swapped")
			d.Evidence.Intent.Document = document.Sum(swapped) // the operator's log and the co-signers play along
			d.Evidence.IntentIndex = w.Append(record.KindIntent, d.Evidence.Intent)
			d.Documents[1] = swapped
			return w.Encode(w.Bundle(d))
		}, release.StepDecision, "the vote changed spec/chat to"},

		{"the revision is left out", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			d.Documents = d.Documents[1:]
			return w.Encode(w.Bundle(d))
		}, release.StepDecision, "is not in the bundle"},

		{"the anchor is on no finalized block", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			w.Forget(d)
			return w.Encode(w.Bundle(d))
		}, release.StepAnchor, releasetest.ErrNotFinal.Error()},

		{"the chain cannot be reached", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			f.Anchored = func(release.Anchor) error { return fmt.Errorf("%w: connection refused", release.ErrUnknown) }
			return w.Release(releasetest.Spec("one"), releasetest.Options{})
		}, release.StepAnchor, "this could not be checked now: connection refused"},

		{"one byte of the document is changed", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			b := w.Bundle(w.Decide(releasetest.Spec("one"), releasetest.Options{}))
			digest := document.Sum(releasetest.Spec("one")).String()
			b.Documents[digest] = releasetest.Spec("onE")
			return w.Encode(b)
		}, release.StepDocuments, "has the bytes of"},

		{"a document that it refers to is left out", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{Refers: map[string][]byte{"mixture/pretrain": releasetest.Doc("peritus/mixture/v1", "m")}})
			d.Documents = d.Documents[:2]
			return w.Encode(w.Bundle(d))
		}, release.StepDocuments, "mixture/pretrain: the document"},

		{"the statement calls the document something else", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
			d.Evidence.Schema = "peritus/mixture/v1"
			return w.Encode(w.Bundle(d))
		}, release.StepDocuments, `has the schema "peritus/model-spec/v1"`},

		{"the weights on disk are others", func(t *testing.T, w *releasetest.World, f *release.Facts) []byte {
			f.Weights = func(release.Release) error { return errors.New("model.safetensors has the digest aa, want bb") }
			return w.Release(releasetest.Spec("one"), releasetest.Options{})
		}, release.StepWeights, "model.safetensors has the digest aa, want bb"},
	} {
		t.Run(a.name, func(t *testing.T) {
			w := releasetest.New(t, releasetest.Config{})
			f := release.Facts{Channel: releasetest.Channel, Now: releasetest.Start, Chain: true, Anchored: w.Anchored, Weights: func(release.Release) error { return nil }}
			raw := a.do(t, w, &f)
			r, _, err := release.Check(raw, w.Trust, f)
			if err == nil {
				t.Fatalf("accepted: %+v", r.Position)
			}
			var refusal *release.Refusal
			if !errors.As(err, &refusal) || refusal.Step != a.step || !strings.Contains(err.Error(), a.says) {
				t.Errorf("says %q, want %s: …%s…", err, a.step, a.says)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("not one line: %q", err)
			}
			t.Logf("%s", err)
		})
	}
}

func newKeys(threshold int, keys map[string]any) (release.Keys, error) {
	m := map[string]crypto.PublicKey{}
	for id, k := range keys {
		m[id] = k
	}
	return release.NewKeys(threshold, m)
}

func TestTrustSetsThatAreRefused(t *testing.T) {
	a, b := releasetest.Key("a").Public(), releasetest.Key("b").Public()
	for name, c := range map[string]struct {
		threshold int
		keys      map[string]any
	}{
		"threshold 0":        {0, map[string]any{"a": a}},
		"negative threshold": {-1, map[string]any{"a": a}},
		"more than keys":     {3, map[string]any{"a": a, "b": b}},
		"no keys":            {1, nil},
		"one key twice":      {2, map[string]any{"a": a, "b": a}},
	} {
		keys := map[string]any{}
		for id, k := range c.keys {
			keys[id] = k
		}
		if _, err := newKeys(c.threshold, keys); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	var none release.Keys
	w := releasetest.New(t, releasetest.Config{})
	if _, _, err := none.Open(w.Bundle(w.Decide(releasetest.Spec("x"), releasetest.Options{})).Envelope, release.PayloadType); err == nil {
		t.Error("the zero trust set accepts an envelope")
	}
	if _, err := release.NewTrust(w.Genesis, document.Sum([]byte("another"))); err == nil || !strings.Contains(err.Error(), "is pinned") {
		t.Errorf("another genesis: %v", err)
	}
	altered := []byte(strings.Replace(string(w.Genesis), `"threshold":2`, `"threshold":0`, 1))
	if _, err := release.NewTrust(altered, document.Sum(altered)); err == nil {
		t.Error("a genesis with threshold 0 was trusted")
	}
}

// The reducer accepts a bundle only if it says word for word what the record says.
func TestCheckRecorded(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	prompt := []byte("You are careful.\n")
	d := w.Decide(releasetest.Spec("one"), releasetest.Options{Refers: map[string][]byte{"prompt": prompt}})
	raw := w.Encode(w.Bundle(d))
	references := func(string, []byte) (map[string]document.Digest, error) {
		return map[string]document.Digest{"prompt": document.Sum(prompt)}, nil
	}
	got, err := release.CheckRecorded(raw, w.Trust, d.Evidence.Known(), references)
	if err != nil || got != document.Sum(d.Statement) {
		t.Fatalf("%s, %v", got, err)
	}
	for what, change := range map[string]func(*release.Known){
		"genesis":  func(k *release.Known) { k.Genesis[0]++ },
		"intent":   func(k *release.Known) { k.Intent.Activation++ },
		"schema":   func(k *release.Known) { k.Schema = "peritus/mixture/v1" },
		"decision": func(k *release.Known) { k.DecisionLeaf[0]++ },
		"anchor":   func(k *release.Known) { k.Anchored.Block++ },
	} {
		k := d.Evidence.Known()
		change(&k)
		if _, err := release.CheckRecorded(raw, w.Trust, k, references); err == nil || !strings.Contains(err.Error(), "another "+what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	none := func(string, []byte) (map[string]document.Digest, error) { return nil, nil }
	if _, err := release.CheckRecorded(raw, w.Trust, d.Evidence.Known(), none); err == nil {
		t.Error("a document that is not referred to was released")
	}
}

// Each co-signer builds the statement alone, and all build the same bytes.
func TestBuildIsAPureFunction(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	d := w.Decide(releasetest.Spec("one"), releasetest.Options{Refers: map[string][]byte{"b": []byte("{}"), "a": []byte("a prompt"), "c": []byte("1")}})
	first, err := release.Build(d.Evidence)
	if err != nil {
		t.Fatal(err)
	}
	for range 50 {
		again, err := release.Build(d.Evidence)
		if err != nil || string(again) != string(first) {
			t.Fatalf("%v\n%s\n%s", err, first, again)
		}
	}
	s1, _ := release.Sign(first, "alpha", releasetest.Key("alpha"))
	s2, _ := release.Sign(first, "alpha", releasetest.Key("alpha"))
	if s1 != s2 {
		t.Error("signing twice gives two signatures")
	}
	if err := w.Trust.Cosigners.CheckSignature(first, s1); err != nil {
		t.Error(err)
	}
	s1.KeyID = "beta"
	if err := w.Trust.Cosigners.CheckSignature(first, s1); err == nil {
		t.Error("alpha's signature passed for beta's")
	}
}

func TestKeysAreReadStrictly(t *testing.T) {
	key := releasetest.Key("a")
	text, err := release.EncodeKey(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	got, err := release.ParseKey(text)
	if err != nil || !got.Equal(key.Public()) {
		t.Fatal(err)
	}
	secret, err := release.EncodePrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := release.ParsePrivateKey(secret); err != nil || !back.Equal(key) {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "AAAA", text + "AA", "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="} {
		if _, err := release.ParseKey(bad); err == nil {
			t.Errorf("%q was read as a key", bad)
		}
	}
}

func TestChannels(t *testing.T) {
	for name, want := range map[string]bool{
		"chat/stable": true, "a": true, "a/b/c/d": true, "a/b/c/d/e": false, "": false, "/": false, "a/": false, "../a": false, "A": false, "a b": false, "a//b": false,
		"1a": false, strings.Repeat("a", 65): false,
	} {
		if release.ValidChannel(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func FuzzCheck(f *testing.F) {
	w := releasetest.New(f, releasetest.Config{})
	f.Add(w.Release(releasetest.Spec("one"), releasetest.Options{}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, _, err := release.Check(raw, w.Trust, release.Facts{Anchored: w.Anchored})
		if err == nil && string(r.Document) != string(releasetest.Spec("one")) {
			t.Fatalf("accepted %q", raw)
		}
	})
}

func FuzzParseStatement(f *testing.F) {
	w := releasetest.New(f, releasetest.Config{})
	statement, err := release.Build(w.Decide(releasetest.Spec("one"), releasetest.Options{}).Evidence)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(statement)
	f.Fuzz(func(t *testing.T, raw []byte) {
		if s, err := release.ParseStatement(raw); err == nil {
			if again, err := document.Marshal(s); err != nil || string(again) != string(raw) {
				t.Fatalf("two spellings of one statement: %q", raw)
			}
		}
	})
}

func FuzzParseEnvelope(f *testing.F) {
	w := releasetest.New(f, releasetest.Config{})
	f.Add([]byte(w.Bundle(w.Decide(releasetest.Spec("one"), releasetest.Options{})).Envelope))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, _, err := w.Trust.Cosigners.Open(raw, release.PayloadType); err == nil {
			if _, _, err := release.ParseEnvelope(raw); err != nil {
				t.Fatal("opened what cannot be read")
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	w := releasetest.New(b, releasetest.Config{})
	raw := w.Release(releasetest.Spec(strings.Repeat("x", 20_000)), releasetest.Options{})
	for b.Loop() {
		if _, _, err := release.Check(raw, w.Trust, release.Facts{Anchored: w.Anchored}); err != nil {
			b.Fatal(err)
		}
	}
}
