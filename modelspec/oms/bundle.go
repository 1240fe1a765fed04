package oms

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"time"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"github.com/peritus-dao/peritus/governance/document"
)

// ErrKeyless says that a signature rests on a Sigstore identity, for which nobody vouches here.
var ErrKeyless = errors.New("this is a keyless Sigstore signature, which is not verified here; verify it with Sigstore's own tools, or have the model signed with a key or certificate")

// ErrSignature says that a signature is not that of the key.
var ErrSignature = errors.New("the signature does not fit the key and the signed files")

// Bundle is a signed list of files. Reading one proves nothing about who signed it: that is for Verify.
type Bundle struct {
	Manifest
	Method string // "key", "certificate" or "sigstore"

	hint    string
	chain   []*x509.Certificate
	payload []byte
	sig     []byte
}

// The JSON of a bundle. What Sigstore adds for its own logs is kept unread.
type bundle struct {
	MediaType string `json:"mediaType"`
	Material  *struct {
		PublicKey *struct {
			Hint string `json:"hint"`
		} `json:"publicKey,omitempty"`
		Chain *struct {
			Certificates []certificate `json:"certificates"`
		} `json:"x509CertificateChain,omitempty"`
		Certificate *certificate      `json:"certificate,omitempty"`
		Entries     []json.RawMessage `json:"tlogEntries,omitempty"`
		Timestamps  json.RawMessage   `json:"timestampVerificationData,omitempty"`
	} `json:"verificationMaterial"`
	Envelope *struct {
		Payload     string `json:"payload"`
		PayloadType string `json:"payloadType"`
		Signatures  []struct {
			Sig   string `json:"sig"`
			KeyID string `json:"keyid,omitempty"`
		} `json:"signatures"`
	} `json:"dsseEnvelope"`
}

type certificate struct {
	RawBytes string `json:"rawBytes"`
}

// maxChain bounds how many certificates a bundle may bring along.
const maxChain = 8

// Read reads a bundle and checks everything about it but who signed it.
func Read(raw []byte) (Bundle, error) {
	var in bundle
	if err := limits.Unmarshal(raw, &in); err != nil {
		return Bundle{}, err
	}
	switch {
	case in.MediaType != MediaType:
		return Bundle{}, fmt.Errorf("the bundle is of the type %q, want %q", in.MediaType, MediaType)
	case in.Material == nil:
		return Bundle{}, errors.New("the bundle has no verificationMaterial, so nothing says who signed it; sign the model again")
	case in.Envelope == nil:
		return Bundle{}, errors.New("the bundle has no dsseEnvelope, so nothing is signed; sign the model again")
	case in.Envelope.PayloadType != PayloadType:
		return Bundle{}, fmt.Errorf("the payload is of the type %q, want %q", in.Envelope.PayloadType, PayloadType)
	case len(in.Envelope.Signatures) != 1:
		return Bundle{}, fmt.Errorf("the bundle has %d signatures; it must have one", len(in.Envelope.Signatures))
	}
	var b Bundle
	var err error
	if b.payload, err = decode64(in.Envelope.Payload); err != nil {
		return Bundle{}, errors.New("the payload is not base64")
	}
	if b.sig, err = decode64(in.Envelope.Signatures[0].Sig); err != nil {
		return Bundle{}, errors.New("the signature is not base64")
	}
	material, kinds := in.Material, 0
	if material.PublicKey != nil {
		b.Method, b.hint = "key", material.PublicKey.Hint
		kinds++
	}
	var chain []certificate
	if material.Chain != nil {
		b.Method, chain = "certificate", material.Chain.Certificates
		kinds++
	}
	if material.Certificate != nil {
		b.Method, chain = "sigstore", []certificate{*material.Certificate}
		kinds++
		if len(material.Entries) == 0 {
			return Bundle{}, errors.New("the bundle has no tlogEntries, so nothing says when its short-lived certificate was used; sign the model again")
		}
	}
	if kinds != 1 {
		return Bundle{}, fmt.Errorf("the verificationMaterial names %d kinds of signers; it must name one: publicKey, x509CertificateChain or certificate", kinds)
	}
	if b.Method != "key" {
		if b.chain, err = parseChain(chain); err != nil {
			return Bundle{}, err
		}
	}
	b.Manifest, err = parseStatement(b.payload)
	return b, err
}

func parseChain(chain []certificate) (out []*x509.Certificate, err error) {
	if len(chain) == 0 || len(chain) > maxChain {
		return nil, fmt.Errorf("the bundle has %d certificates; it must have 1 to %d", len(chain), maxChain)
	}
	for i, c := range chain {
		der, err := decode64(c.RawBytes)
		if err != nil {
			return nil, fmt.Errorf("certificate %d is not base64", i)
		}
		parsed, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, fmt.Errorf("certificate %d: %w", i, err)
		}
		out = append(out, parsed)
	}
	return out, nil
}

// Trust says whose signatures count.
type Trust struct {
	Key   *ecdsa.PublicKey // for the method "key"
	Roots *x509.CertPool   // for the method "certificate"
	At    document.Time    // when the certificates must be valid
}

// Verify checks the signature against what the caller trusts. Keys that the bundle brings along are never believed.
func (b Bundle) Verify(trust Trust) error {
	switch b.Method {
	case "key":
		if trust.Key == nil {
			return fmt.Errorf("the model is signed with a key whose hint is %q; name the public key that you trust", b.hint)
		}
		return b.signedBy(trust.Key)
	case "certificate":
		if trust.Roots == nil {
			return fmt.Errorf("the model is signed with a certificate of %q; name the root certificate that you trust", b.chain[0].Issuer)
		}
		between := x509.NewCertPool()
		for _, c := range b.chain[1:] {
			between.AddCert(c)
		}
		if _, err := b.chain[0].Verify(x509.VerifyOptions{
			Roots: trust.Roots, Intermediates: between, CurrentTime: time.Unix(int64(trust.At), 0),
			KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning},
		}); err != nil {
			return fmt.Errorf("the certificate: %w", err)
		}
		if b.chain[0].KeyUsage&x509.KeyUsageDigitalSignature == 0 {
			return errors.New("the certificate is not for signatures; ask the signer for one that is")
		}
		return b.signedByCertificate()
	}
	return ErrKeyless
}

func (b Bundle) signedByCertificate() error {
	key, ok := b.chain[0].PublicKey.(*ecdsa.PublicKey)
	if !ok {
		return errors.New("the certificate's key is not an EC key; sign with P-256, P-384 or P-521")
	}
	return b.signedBy(key)
}

// signedBy checks the DSSE signature. Each curve has one hash.
func (b Bundle) signedBy(key *ecdsa.PublicKey) error {
	_, digest, err := hashed(key.Curve, b.payload)
	if err != nil {
		return err
	}
	if !ecdsa.VerifyASN1(key, digest, b.sig) {
		return ErrSignature
	}
	return nil
}

func hashed(curve elliptic.Curve, payload []byte) (crypto.Hash, []byte, error) {
	var hash crypto.Hash
	switch curve {
	case elliptic.P256():
		hash = crypto.SHA256
	case elliptic.P384():
		hash = crypto.SHA384
	case elliptic.P521():
		hash = crypto.SHA512
	default:
		return 0, nil, errors.New("the key is not on P-256, P-384 or P-521")
	}
	h := hash.New()
	h.Write(dsse.PAE(PayloadType, payload))
	return hash, h.Sum(nil), nil
}

// Sign returns a bundle of the method "key". The signature is deterministic (RFC 6979), so the same model and key give
// the same bytes.
func Sign(m Manifest, key *ecdsa.PrivateKey) ([]byte, error) {
	payload, err := m.Statement()
	if err != nil {
		return nil, err
	}
	hash, digest, err := hashed(key.Curve, payload)
	if err != nil {
		return nil, err
	}
	sig, err := key.Sign(nil, digest, hash)
	if err != nil {
		return nil, err
	}
	hint, err := Hint(&key.PublicKey)
	if err != nil {
		return nil, err
	}
	encode := base64.StdEncoding.EncodeToString
	return document.Marshal(map[string]any{
		"mediaType":            MediaType,
		"verificationMaterial": map[string]any{"publicKey": map[string]any{"hint": hint}, "tlogEntries": []any{}},
		"dsseEnvelope": map[string]any{
			"payload": encode(payload), "payloadType": PayloadType,
			"signatures": []any{map[string]any{"sig": encode(sig), "keyid": ""}},
		},
	})
}

// Hint returns the name that bundles give a key: the SHA-256 of its PEM text. It helps to find the key, and proves
// nothing.
func Hint(key *ecdsa.PublicKey) (string, error) {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))), nil
}

// ParseKey reads an EC public key in PEM.
func ParseKey(text []byte) (*ecdsa.PublicKey, error) {
	block, _ := pem.Decode(text)
	if block == nil || block.Type != "PUBLIC KEY" {
		return nil, errors.New("this is not a public key in PEM; it begins with -----BEGIN PUBLIC KEY-----")
	}
	parsed, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	key, ok := parsed.(*ecdsa.PublicKey)
	if !ok {
		return nil, errors.New("the key is not an EC key; OpenSSF Model Signing uses P-256, P-384 or P-521")
	}
	return key, nil
}

// ParseRoots reads the certificates that are trusted as roots, in PEM.
func ParseRoots(text []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(text) {
		return nil, errors.New("there is no certificate in PEM; one begins with -----BEGIN CERTIFICATE-----")
	}
	return pool, nil
}
