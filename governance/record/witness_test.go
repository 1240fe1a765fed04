package record

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
)

// witnessKey is the private half of a witness, as C2SP tlog-cosignature describes it.
type witnessKey struct {
	*Witness
	private ed25519.PrivateKey
	at      uint64
}

func newWitness(tb testing.TB, name string, at uint64) (witnessKey, string) {
	tb.Helper()
	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{byte(len(name))}, ed25519.SeedSize))
	raw := append([]byte{0x04}, private.Public().(ed25519.PublicKey)...)
	sum := sha256.Sum256(append([]byte(name+"\n"), raw...))
	vkey := fmt.Sprintf("%s+%08x+%s", name, binary.BigEndian.Uint32(sum[:]), base64.StdEncoding.EncodeToString(raw))
	w, err := NewWitness(vkey)
	if err != nil {
		tb.Fatal(err)
	}
	return witnessKey{w, private, at}, vkey
}

func (w witnessKey) Sign(body []byte) ([]byte, error) {
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", w.at, body)
	return append(binary.BigEndian.AppendUint64(nil, w.at), ed25519.Sign(w.private, []byte(message))...), nil
}

func TestWitnessesCosign(t *testing.T) {
	s, v := key(t, origin)
	w, vkey := newWitness(t, "witness.example/w1", 1_795_352_400)
	c, _, _ := checkpoint(t, 7)
	msg, err := c.Sign(s, w)
	if err != nil {
		t.Fatal(err)
	}
	_, n, err := OpenCheckpoint(msg, origin, v, w.Witness)
	if err != nil || len(n.Sigs) != 2 {
		t.Fatalf("%v, %d signatures", err, len(n.Sigs))
	}
	if at, err := CosignatureTime(n.Sigs[1]); err != nil || at != 1_795_352_400 {
		t.Errorf("%s, %v", at, err)
	}

	// The same key signs a plain note: that is no cosignature.
	plain, err := note.Sign(&note.Note{Text: c.Text()}, s, plainSigner{w})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := OpenCheckpoint(plain, origin, v, w.Witness); err == nil {
		t.Error("a signature without a time was taken for a cosignature")
	}
	late := w
	late.at++
	if sig, _ := late.Sign([]byte(c.Text())); !w.Verify([]byte(c.Text()), sig) {
		t.Error("another time under the same key")
	} else if sig[7]++; w.Verify([]byte(c.Text()), sig) {
		t.Error("the time can be changed")
	}
	for name, bad := range map[string]string{
		"plain Ed25519": strings.Replace(vkey, "+", "+0", 1),
		"no name":       vkey[strings.Index(vkey, "+"):],
		"short":         vkey[:len(vkey)-4],
		"empty":         "",
	} {
		if _, err := NewWitness(bad); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	_, plainKey, _ := note.GenerateKey(bytes.NewReader(make([]byte, 64)), "witness.example")
	if _, err := NewWitness(plainKey); err == nil {
		t.Error("a plain verifier key was taken for a witness's")
	}
}

// plainSigner signs without a time.
type plainSigner struct{ witnessKey }

func (p plainSigner) Sign(body []byte) ([]byte, error) { return ed25519.Sign(p.private, body), nil }

func FuzzParseAddCheckpoint(f *testing.F) {
	f.Add(AddCheckpoint{Old: 3, Proof: []Hash{{1}, {2}}, Note: []byte("a/b\n3\nx\n\n\u2014 a/b AAAA\n")}.Encode())
	f.Add([]byte("old 0\n\na\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := ParseAddCheckpoint(raw)
		if err != nil {
			return
		}
		if got := a.Encode(); string(got) != string(raw) {
			t.Fatalf("%q becomes %q", raw, got)
		}
	})
}
