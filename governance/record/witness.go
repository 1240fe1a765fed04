package record

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
)

// algCosignature is the C2SP signature type of Ed25519 cosignatures with a timestamp.
const algCosignature = 0x04

// Witness is the verifier key of a witness: somebody independent who has seen that a log only grows. Its cosignature is
// C2SP's cosignature/v1, which is not a plain note signature but one with a time:
//
//	uint64 big-endian seconds ‖ Ed25519 signature over
//
//	cosignature/v1
//	time <seconds>
//	<the checkpoint's body>
type Witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

var _ note.Verifier = (*Witness)(nil)

// NewWitness reads a verifier key, <name>+<hash>+<base64 of 0x04 and the public key>.
func NewWitness(vkey string) (*Witness, error) {
	bad := fmt.Errorf("%q is not the key of a witness, <name>+<hash>+<base64 of 04 and an Ed25519 key>", shorten(vkey))
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 || parts[0] == "" || strings.ContainsFunc(parts[0], unicode.IsSpace) {
		return nil, bad
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(raw) != 1+ed25519.PublicKeySize || raw[0] != algCosignature {
		return nil, bad
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), raw...))
	w := &Witness{name: parts[0], hash: binary.BigEndian.Uint32(sum[:]), key: raw[1:]}
	if fmt.Sprintf("%08x", w.hash) != parts[1] {
		return nil, bad
	}
	return w, nil
}

// Name returns the witness's name.
func (w *Witness) Name() string { return w.name }

// KeyHash returns the hash by which notes name the key.
func (w *Witness) KeyHash() uint32 { return w.hash }

// Verify reports whether sig is the witness's cosignature of a checkpoint's body.
func (w *Witness) Verify(body, sig []byte) bool {
	at, rest, err := splitCosignature(sig)
	return err == nil && ed25519.Verify(w.key, cosigned(body, at), rest)
}

func splitCosignature(sig []byte) (at uint64, rest []byte, err error) {
	if len(sig) != 8+ed25519.SignatureSize {
		return 0, nil, errors.New("a cosignature has 72 bytes")
	}
	at = binary.BigEndian.Uint64(sig)
	if at > 1<<63-1 {
		return 0, nil, errors.New("the cosignature's time is out of range")
	}
	return at, sig[8:], nil
}

func cosigned(body []byte, at uint64) []byte {
	return append([]byte("cosignature/v1\ntime "+strconv.FormatUint(at, 10)+"\n"), body...)
}

// CosignatureTime returns when a witness says that the checkpoint was the newest that it had seen. The signature must
// have been verified by a [Witness], as those in the Sigs of a note that [OpenCheckpoint] returned have been.
func CosignatureTime(s note.Signature) (document.Time, error) {
	raw, err := base64.StdEncoding.DecodeString(s.Base64)
	if err != nil || len(raw) < 4 {
		return 0, errors.New("the cosignature is not base64")
	}
	at, _, err := splitCosignature(raw[4:])
	if err != nil {
		return 0, err
	}
	return document.Time(at), nil
}
