package release

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"github.com/peritus-dao/peritus/governance/document"
)

// PayloadType is the only payload type of a release. DSSE signs it with the payload, and DSSE libraries do not compare
// it, so [Keys.Open] does.
const PayloadType = "application/vnd.in-toto+json"

const (
	// MaxEnvelope is the size in bytes of the largest envelope that is read.
	MaxEnvelope   = 256 << 10
	maxSignatures = 64
)

// Envelope is a DSSE envelope. A signature's key id is a hint and nothing more.
type (
	Envelope  = dsse.Envelope
	Signature = dsse.Signature
)

// Keys are the public keys of one trust set and how many of them must sign.
type Keys struct {
	threshold int
	ids       []string // sorted
	keys      map[string]crypto.PublicKey
}

// NewKeys returns a trust set. It refuses a threshold below one or above the number of keys, and a key that stands
// there under two names and so could sign twice. Keys are EC P-256, or Ed25519.
func NewKeys(threshold int, keys map[string]crypto.PublicKey) (Keys, error) {
	k := Keys{threshold: threshold, ids: slices.Sorted(maps.Keys(keys)), keys: maps.Clone(keys)}
	seen := map[string]string{}
	for _, id := range k.ids {
		if ec, ok := keys[id].(*ecdsa.PublicKey); ok && ec.Curve != elliptic.P256() {
			return Keys{}, fmt.Errorf("key %q is not on the curve P-256", id)
		}
		der, err := x509.MarshalPKIXPublicKey(keys[id])
		if err != nil {
			return Keys{}, fmt.Errorf("key %q: %w", id, err)
		}
		if twin, ok := seen[string(der)]; ok {
			return Keys{}, fmt.Errorf("%q and %q are the same key, which could then sign twice", twin, id)
		}
		seen[string(der)] = id
	}
	if threshold < 1 || threshold > len(keys) {
		return Keys{}, fmt.Errorf("the threshold is %d of %d keys; it must be at least 1 and at most the number of keys", threshold, len(keys))
	}
	return k, nil
}

// Threshold returns how many keys must sign.
func (k Keys) Threshold() int { return k.threshold }

// IDs returns the names of the keys, sorted.
func (k Keys) IDs() []string { return slices.Clone(k.ids) }

// Key returns the key of that name, or nil.
func (k Keys) Key(id string) crypto.PublicKey { return k.keys[id] }

// ParseEnvelope reads an envelope and its payload. Nothing is checked but the form.
func ParseEnvelope(raw []byte) (Envelope, []byte, error) {
	if len(raw) > MaxEnvelope {
		return Envelope{}, nil, fmt.Errorf("%d bytes, at most %d are allowed", len(raw), MaxEnvelope)
	}
	var e Envelope
	if err := document.Unmarshal(raw, &e); err != nil {
		return Envelope{}, nil, err
	}
	if len(e.Signatures) == 0 {
		return Envelope{}, nil, errors.New("there is no signature")
	}
	if len(e.Signatures) > maxSignatures {
		return Envelope{}, nil, fmt.Errorf("%d signatures, at most %d are allowed", len(e.Signatures), maxSignatures)
	}
	payload, err := e.DecodeB64Payload()
	if err != nil {
		return Envelope{}, nil, errors.New("the payload is not base64")
	}
	return e, payload, nil
}

// Open checks an envelope and returns its payload with the names of the keys that signed it, sorted. The payload type
// must be one of types; each key counts once, whatever its signatures are called and however often they stand there.
func (k Keys) Open(raw []byte, types ...string) (payload []byte, signers []string, err error) {
	e, payload, err := ParseEnvelope(raw)
	if err != nil {
		return nil, nil, err
	}
	if !slices.Contains(types, e.PayloadType) {
		return nil, nil, fmt.Errorf("the payload type is %q, want %q", shorten(e.PayloadType), strings.Join(types, `" or "`))
	}
	if k.threshold < 1 { // the zero Keys
		return nil, nil, errors.New("no keys are trusted")
	}
	signed := dsse.PAE(e.PayloadType, payload)
	good := map[string]bool{}
	for _, s := range e.Signatures {
		sig, err := decode64(s.Sig)
		if err != nil {
			continue
		}
		// A known key id says which key to try; else every key that has not signed yet is tried.
		candidates := k.ids
		if _, known := k.keys[s.KeyID]; known {
			candidates = []string{s.KeyID}
		}
		for _, id := range candidates {
			if !good[id] && verify(k.keys[id], signed, sig) {
				good[id] = true
				break
			}
		}
	}
	signers = slices.Sorted(maps.Keys(good))
	if len(signers) < k.threshold {
		return nil, signers, fmt.Errorf("%d of the %d co-signers needed have signed (%s)", len(signers), k.threshold, listOr(signers, "none"))
	}
	return payload, signers, nil
}

// wellMade checks that an envelope is just as [Assemble] makes it: canonical, with one good signature for each co-signer
// that it names, and nothing else. DSSE would skip what it does not know. A release is a matter of record, so there is no
// reason for anything to be in it that nobody can check.
func (k Keys) wellMade(raw, payload []byte) error {
	e, _, err := ParseEnvelope(raw)
	if err != nil {
		return err
	}
	for i, s := range e.Signatures {
		if err := k.CheckSignature(payload, s); err != nil {
			return err
		}
		if i > 0 && e.Signatures[i-1].KeyID == s.KeyID {
			return fmt.Errorf("%q has signed more than once", s.KeyID)
		}
		sig, err := decode64(s.Sig)
		if err != nil {
			return err
		}
		e.Signatures[i].Sig = base64.StdEncoding.EncodeToString(sig)
	}
	if again, err := Assemble(payload, e.Signatures); err != nil || !bytes.Equal(again, raw) {
		return errors.New("the envelope is not written in the canonical form")
	}
	return nil
}

func verify(key crypto.PublicKey, message, sig []byte) bool {
	switch key := key.(type) {
	case *ecdsa.PublicKey:
		digest := sha256.Sum256(message)
		return ecdsa.VerifyASN1(key, digest[:], sig)
	case ed25519.PublicKey:
		return ed25519.Verify(key, message, sig)
	}
	return false
}

// Sign signs a statement. The signature is deterministic (RFC 6979), so signing again gives the same bytes.
func Sign(statement []byte, id string, key *ecdsa.PrivateKey) (Signature, error) {
	if key.Curve != elliptic.P256() {
		return Signature{}, errors.New("a co-signer's key must be on the curve P-256")
	}
	digest := sha256.Sum256(dsse.PAE(PayloadType, statement))
	sig, err := key.Sign(nil, digest[:], crypto.SHA256)
	if err != nil {
		return Signature{}, fmt.Errorf("signing the statement: %w", err)
	}
	return Signature{KeyID: id, Sig: base64.StdEncoding.EncodeToString(sig)}, nil
}

// CheckSignature checks one co-signer's signature under a statement.
func (k Keys) CheckSignature(statement []byte, s Signature) error {
	key, ok := k.keys[s.KeyID]
	if !ok {
		return fmt.Errorf("%q is not a co-signer; the co-signers are %s", shorten(s.KeyID), listOr(k.ids, "none"))
	}
	sig, err := decode64(s.Sig)
	if err != nil || !verify(key, dsse.PAE(PayloadType, statement), sig) {
		return fmt.Errorf("the signature of %q is not one of these bytes", s.KeyID)
	}
	return nil
}

// Assemble puts signatures around a statement, sorted by key id, and returns the canonical envelope.
func Assemble(statement []byte, signatures []Signature) ([]byte, error) {
	signatures = slices.SortedFunc(slices.Values(signatures), func(a, b Signature) int { return strings.Compare(a.KeyID, b.KeyID) })
	if len(signatures) == 0 {
		return nil, errors.New("an envelope needs a signature")
	}
	return document.Marshal(Envelope{
		PayloadType: PayloadType, Payload: base64.StdEncoding.EncodeToString(statement), Signatures: signatures,
	})
}

func decode64(s string) ([]byte, error) {
	raw, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		raw, err = base64.URLEncoding.DecodeString(s)
	}
	return raw, err
}

// EncodeKey returns a public key as the base64 of its SubjectPublicKeyInfo, which is how documents write keys.
func EncodeKey(key crypto.PublicKey) (string, error) {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(der), nil
}

// ParseKey reads an EC P-256 public key: the base64 of its SubjectPublicKeyInfo, or the same as PEM.
func ParseKey(s string) (*ecdsa.PublicKey, error) {
	var der []byte
	if block, rest := pem.Decode([]byte(s)); block != nil {
		if block.Type != "PUBLIC KEY" || len(strings.TrimSpace(string(rest))) != 0 {
			return nil, errors.New("want one PEM block of type PUBLIC KEY")
		}
		der = block.Bytes
	} else {
		raw, err := base64.StdEncoding.Strict().DecodeString(s)
		if err != nil {
			return nil, errors.New("a public key is the base64 of its SubjectPublicKeyInfo, or PEM")
		}
		der = raw
	}
	key, err := x509.ParsePKIXPublicKey(der)
	if err != nil {
		return nil, fmt.Errorf("public key: %w", err)
	}
	ec, ok := key.(*ecdsa.PublicKey)
	if !ok || ec.Curve != elliptic.P256() {
		return nil, errors.New("the public key is not EC P-256")
	}
	return ec, nil
}

// EncodePrivateKey returns a private key as PEM, PKCS #8.
func EncodePrivateKey(key *ecdsa.PrivateKey) ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), nil
}

// ParsePrivateKey reads an EC P-256 private key from PEM, PKCS #8.
func ParsePrivateKey(text []byte) (*ecdsa.PrivateKey, error) {
	block, _ := pem.Decode(text)
	if block == nil || block.Type != "PRIVATE KEY" {
		return nil, errors.New("want a PEM block of type PRIVATE KEY (PKCS #8)")
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, errors.New("the private key cannot be read") // the cause might quote it
	}
	ec, ok := key.(*ecdsa.PrivateKey)
	if !ok || ec.Curve != elliptic.P256() {
		return nil, errors.New("the private key is not EC P-256")
	}
	return ec, nil
}

func listOr(names []string, none string) string {
	if len(names) == 0 {
		return none
	}
	return strings.Join(names, ", ")
}

func shorten(s string) string {
	if len(s) > 64 {
		return s[:64] + "…"
	}
	return s
}
