package cosign_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/cosign"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// replayed is the state of a co-signer's replay.
type replayed map[uint64]release.Evidence

func (r replayed) Evidence(_ context.Context, channel string, sequence uint64) (release.Evidence, error) {
	e, ok := r[sequence]
	if !ok {
		return e, fmt.Errorf("the record has no intent for release %d of %s", sequence, channel)
	}
	return e, nil
}

func open(t *testing.T, path string) *cosign.Memory {
	t.Helper()
	m, err := cosign.OpenMemory(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return m
}

func TestTwoCosignersMakeARelease(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	d := w.Decide(releasetest.Spec("one"), releasetest.Options{})
	state := replayed{1: d.Evidence}
	var signatures []release.Signature
	var statement []byte
	for _, id := range []string{"gamma", "alpha"} {
		c, err := cosign.New(cosign.Config{ID: id, Key: releasetest.Key(id), Trust: w.Trust, State: state, Memory: open(t, filepath.Join(t.TempDir(), "signed"))})
		if err != nil {
			t.Fatal(err)
		}
		raw, s, err := c.Sign(t.Context(), releasetest.Channel, 1)
		if err != nil {
			t.Fatal(err)
		}
		if statement != nil && string(statement) != string(raw) {
			t.Fatal("two co-signers built two statements")
		}
		if _, again, err := c.Sign(t.Context(), releasetest.Channel, 1); err != nil || again != s {
			t.Errorf("asked again: %v, %v", again, err)
		}
		statement, signatures = raw, append(signatures, s)
	}
	b := w.Bundle(d)
	var err error
	if b.Envelope, err = release.Assemble(statement, signatures); err != nil {
		t.Fatal(err)
	}
	r, _, err := release.Check(w.Encode(b), w.Trust, release.Facts{Chain: true, Anchored: w.Anchored})
	if err != nil || strings.Join(r.Signers, " ") != "alpha gamma" {
		t.Errorf("%v, %v", r.Signers, err)
	}
}

// Whatever the record says later, a co-signer that signed once for a sequence never signs something else, not after a
// restart either.
func TestNeverTwoStatementsForOneSequence(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	one := w.Decide(releasetest.Spec("one"), releasetest.Options{})
	other := *one
	other.Evidence.Intent.Activation++
	path := filepath.Join(t.TempDir(), "signed")
	m := open(t, path)
	sign := func(e release.Evidence) error {
		c, err := cosign.New(cosign.Config{ID: "alpha", Key: releasetest.Key("alpha"), Trust: w.Trust, State: replayed{1: e}, Memory: m})
		if err != nil {
			t.Fatal(err)
		}
		_, _, err = c.Sign(t.Context(), releasetest.Channel, 1)
		return err
	}
	if err := sign(one.Evidence); err != nil {
		t.Fatal(err)
	}
	if err := sign(other.Evidence); !errors.Is(err, cosign.ErrEquivocation) {
		t.Errorf("another statement: %v", err)
	}
	if _, err := cosign.OpenMemory(path); err == nil || !strings.Contains(err.Error(), "in use") {
		t.Errorf("a second co-signer on the same memory: %v", err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if err := m.Remember(cosign.Signed{Channel: "x", Sequence: 1}); err == nil {
		t.Error("a closed memory remembered")
	}
	m = open(t, path)
	if err := sign(other.Evidence); !errors.Is(err, cosign.ErrEquivocation) {
		t.Errorf("another statement after a restart: %v", err)
	}
	if err := sign(one.Evidence); err != nil {
		t.Errorf("the same statement after a restart: %v", err)
	}

	// The next release must follow what was signed.
	w.Bundle(one)
	two := w.Decide(releasetest.Spec("two"), releasetest.Options{})
	forked := two.Evidence
	forked.Intent.Previous = document.Sum([]byte("a fork"))
	c, err := cosign.New(cosign.Config{ID: "alpha", Key: releasetest.Key("alpha"), Trust: w.Trust, State: replayed{2: forked}, Memory: m})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := c.Sign(t.Context(), releasetest.Channel, 2); !errors.Is(err, cosign.ErrEquivocation) {
		t.Errorf("a fork of the channel: %v", err)
	}
}

func TestMemorySurvivesATornLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "signed")
	m := open(t, path)
	first := cosign.Signed{Channel: "a", Sequence: 1, Statement: document.Sum([]byte("1"))}
	second := cosign.Signed{Channel: "a", Sequence: 2, Statement: document.Sum([]byte("2"))}
	if err := errors.Join(m.Remember(first), m.Remember(second), m.Close()); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	line := len(whole) / 2
	for cut := line; cut < len(whole); cut++ { // the machine stopped while the second line was being written
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := cosign.OpenMemory(path)
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if d, ok := m.Statement("a", 1); !ok || d != first.Statement {
			t.Fatalf("cut at %d: the first line is lost", cut)
		}
		if err := errors.Join(m.Remember(second), m.Close()); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != string(whole) {
			t.Fatalf("cut at %d: %q", cut, got)
		}
	}
	for name, damage := range map[string]string{
		"a flipped byte":  strings.Replace(string(whole), `"a"`, `"a`, 1),
		"an empty line":   "\n" + string(whole),
		"a contradiction": string(whole) + strings.Replace(string(whole[:line]), first.Statement.String(), second.Statement.String(), 1),
	} {
		if err := os.WriteFile(path, []byte(damage), 0o600); err != nil {
			t.Fatal(err)
		}
		if m, err := cosign.OpenMemory(path); err == nil {
			t.Errorf("%s: opened", name)
			_ = m.Close()
		}
	}
}

func TestCosignersThatAreRefused(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	m := open(t, filepath.Join(t.TempDir(), "signed"))
	d := w.Decide(releasetest.Spec("one"), releasetest.Options{Outcome: "rejected"})
	for name, cfg := range map[string]cosign.Config{
		"a stranger":        {ID: "mallory", Key: releasetest.Key("mallory"), Trust: w.Trust, State: replayed{}, Memory: m},
		"another's name":    {ID: "alpha", Key: releasetest.Key("beta"), Trust: w.Trust, State: replayed{}, Memory: m},
		"without a memory":  {ID: "alpha", Key: releasetest.Key("alpha"), Trust: w.Trust, State: replayed{}},
		"without any trust": {ID: "alpha", Key: releasetest.Key("alpha"), State: replayed{}, Memory: m},
	} {
		if _, err := cosign.New(cfg); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	c, err := cosign.New(cosign.Config{ID: "alpha", Key: releasetest.Key("alpha"), Trust: w.Trust, State: replayed{1: d.Evidence, 3: d.Evidence}, Memory: m})
	if err != nil {
		t.Fatal(err)
	}
	for sequence, says := range map[uint64]string{1: `says "rejected"`, 2: "has no intent", 3: "the evidence is of release 1"} {
		if _, _, err := c.Sign(t.Context(), releasetest.Channel, sequence); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("release %d: %v, want …%s…", sequence, err, says)
		}
	}
	if _, ok := m.Statement(releasetest.Channel, 1); ok {
		t.Error("something was remembered that was not signed")
	}
}
