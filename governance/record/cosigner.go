package record

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
)

// privateWitness begins the text of a witness's private key.
const privateWitness = "PRIVATE+KEY+"

// WitnessSigner is the private key of a witness.
type WitnessSigner struct {
	witness *Witness
	vkey    string
	key     ed25519.PrivateKey
}

// GenerateWitness makes the key of a witness, as PRIVATE+KEY+<name>+<hash>+<base64 of 04 and the seed>.
func GenerateWitness(random io.Reader, name string) (skey string, err error) {
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return "", err
	}
	s, err := witnessSigner(name, seed)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s%s+%08x+%s", privateWitness, name, s.witness.hash, base64.StdEncoding.EncodeToString(append([]byte{algCosignature}, seed...))), nil
}

// NewWitnessSigner reads what [GenerateWitness] wrote. No error quotes it.
func NewWitnessSigner(skey string) (*WitnessSigner, error) {
	bad := errors.New("it is not the private key of a witness")
	rest, ok := strings.CutPrefix(skey, privateWitness)
	parts := strings.SplitN(rest, "+", 3)
	if !ok || len(parts) != 3 {
		return nil, bad
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(raw) != 1+ed25519.SeedSize || raw[0] != algCosignature {
		return nil, bad
	}
	s, err := witnessSigner(parts[0], raw[1:])
	if err != nil || fmt.Sprintf("%08x", s.witness.hash) != parts[1] {
		return nil, bad
	}
	return s, nil
}

func witnessSigner(name string, seed []byte) (*WitnessSigner, error) {
	key := ed25519.NewKeyFromSeed(seed)
	raw := append([]byte{algCosignature}, key.Public().(ed25519.PublicKey)...)
	sum := sha256.Sum256(append([]byte(name+"\n"), raw...))
	vkey := fmt.Sprintf("%s+%08x+%s", name, binary.BigEndian.Uint32(sum[:]), base64.StdEncoding.EncodeToString(raw))
	w, err := NewWitness(vkey)
	if err != nil {
		return nil, err
	}
	return &WitnessSigner{w, vkey, key}, nil
}

// Public returns the witness's verifier key, as genesis.json names it.
func (s *WitnessSigner) Public() string { return s.vkey }

// Cosign returns the signature line of a checkpoint's body: the witness says that at this time it was the newest that it had seen.
func (s *WitnessSigner) Cosign(body []byte, at document.Time) string {
	raw := binary.BigEndian.AppendUint32(nil, s.witness.hash)
	raw = binary.BigEndian.AppendUint64(raw, uint64(at))
	raw = append(raw, ed25519.Sign(s.key, cosigned(body, uint64(at)))...)
	return "\u2014 " + s.witness.name + " " + base64.StdEncoding.EncodeToString(raw) + "\n"
}

// AddCheckpoint is a request of C2SP tlog-witness: see this checkpoint, which continues the tree of size Old that you saw last.
//
//	old <size>
//	<hash of the consistency proof>
//	…
//
//	<signed checkpoint>
type AddCheckpoint struct {
	Old   int64
	Proof []Hash
	Note  []byte
}

// Encode returns the request's body.
func (a AddCheckpoint) Encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "old %d\n", a.Old)
	for _, h := range a.Proof {
		b.WriteString(h.String() + "\n")
	}
	b.WriteByte('\n')
	b.Write(a.Note)
	return b.Bytes()
}

// ParseAddCheckpoint reads a request's body. Nothing in it is checked yet but its form.
func ParseAddCheckpoint(body []byte) (AddCheckpoint, error) {
	head, msg, ok := strings.Cut(string(body), "\n\n")
	if !ok || len(body) > MaxProof {
		return AddCheckpoint{}, errors.New("add-checkpoint: there is no checkpoint behind an empty line, or too much of it")
	}
	lines := strings.Split(head, "\n")
	size, ok := strings.CutPrefix(lines[0], "old ")
	if !ok || len(lines)-1 > maxProofHashes {
		return AddCheckpoint{}, errors.New("add-checkpoint: the first line is not the old size, or the proof is too long")
	}
	a := AddCheckpoint{Note: []byte(msg), Proof: []Hash{}}
	var err error
	if a.Old, err = parseDecimal(size); err != nil {
		return AddCheckpoint{}, fmt.Errorf("add-checkpoint: old: %w", err)
	}
	for _, line := range lines[1:] {
		h, err := ParseHash(line)
		if err != nil {
			return AddCheckpoint{}, fmt.Errorf("add-checkpoint: %w", err)
		}
		a.Proof = append(a.Proof, h)
	}
	return a, nil
}

// Cosignatures returns the lines of an answer that are good cosignatures of a checkpoint by one of the witnesses.
func Cosignatures(msg, answer []byte, witnesses ...note.Verifier) []string {
	text, _, ok := strings.Cut(string(msg), "\n\n")
	if !ok {
		return nil
	}
	body := text + "\n"
	var good []string
	for line := range strings.Lines(string(answer)) {
		n, err := note.Open([]byte(body+"\n"+line), note.VerifierList(witnesses...))
		if err == nil && len(n.Sigs) == 1 {
			good = append(good, line)
		}
	}
	return good
}

// WithSignatures returns a signed note with more signature lines, those that it has already left out.
func WithSignatures(msg []byte, lines ...string) []byte {
	out := string(msg)
	for _, line := range lines {
		name, _, _ := strings.Cut(strings.TrimPrefix(line, "\u2014 "), " ")
		if !strings.Contains(out, "\n\u2014 "+name+" ") {
			out += line
		}
	}
	return []byte(out)
}
