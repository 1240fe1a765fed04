//go:build conformance

package oms

import (
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/modelspec"
)

func vector(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(os.Getenv("VECTORS"), "oms", "v1.0", name))
	if err != nil {
		t.Fatalf("%v: set VECTORS to the folder that holds oms", err)
	}
	return raw
}

// Bundles that others signed verify, and their roots are those of a model spec.
func TestConformanceValid(t *testing.T) {
	at, err := x509.ParseCertificate(mustRead(t, "valid/certificate.bundle.json").chain[0].Raw)
	if err != nil {
		t.Fatal(err)
	}
	certificate := mustRead(t, "valid/certificate.bundle.json")
	// The published bundles are signed by one key, which the certificate holds; the root that issued the chain is not
	// published, so the intermediate is trusted.
	key := at.PublicKey.(*ecdsa.PublicKey)
	if hint, err := Hint(key); err != nil || hint != mustRead(t, "valid/key.bundle.json").hint {
		t.Errorf("the hint is %s, %v", hint, err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(certificate.chain[1])
	trust := Trust{Key: key, Roots: roots, At: 1_760_000_000}
	for name, method := range map[string]string{"key": "key", "certificate": "certificate", "sigstore": "sigstore"} {
		b := mustRead(t, "valid/"+name+".bundle.json")
		err := b.Verify(trust)
		if b.Method != method || method != "sigstore" && err != nil || method == "sigstore" && (!errors.Is(err, ErrKeyless) || b.signedByCertificate() != nil) {
			t.Errorf("%s: %s: %v", name, b.Method, err)
		}
		files := map[string]modelspec.File{}
		for path, d := range b.Files {
			files[path] = modelspec.File{SHA256: d}
		}
		if w, err := modelspec.NewWeights(files); err != nil || w.OMSRoot != b.Root || b.Check(files) != nil {
			t.Errorf("%s: the root is %s, and %s as weights: %v", name, b.Root, w.OMSRoot, err)
		}
	}
	if err := certificate.Verify(Trust{Key: key, Roots: x509.NewCertPool(), At: 1_760_000_000}); err == nil {
		t.Error("a certificate that nobody trusts is believed")
	}
	if err := certificate.Verify(Trust{Roots: roots, At: 1}); err == nil {
		t.Error("a certificate is believed before its time")
	}
}

func mustRead(t *testing.T, name string) Bundle {
	t.Helper()
	b, err := Read(vector(t, name))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b
}

func TestConformanceInvalid(t *testing.T) {
	for name, words := range map[string]string{
		"invalid/empty.bundle.json":                         "",
		"invalid/missing-envelope.bundle.json":              "no dsseEnvelope",
		"invalid/missing-tlog-entries.bundle.json":          "no tlogEntries",
		"invalid/missing-verification-material.bundle.json": "no verificationMaterial",
		"invalid-payload/wrong-predicate.bundle.json":       "https://example.com/wrong-predicate/v1.0",
	} {
		if _, err := Read(vector(t, name)); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// One bit of a published bundle that changes makes it worthless.
func TestConformanceTampered(t *testing.T) {
	b := mustRead(t, "valid/key.bundle.json")
	key := mustRead(t, "valid/certificate.bundle.json").chain[0].PublicKey.(*ecdsa.PublicKey)
	raw := vector(t, "valid/key.bundle.json")
	forged := strings.Replace(string(b.payload), "signme-1", "signme-0", 1)
	raw = []byte(strings.Replace(string(raw), base64.StdEncoding.EncodeToString(b.payload), base64.StdEncoding.EncodeToString([]byte(forged)), 1))
	changed, err := Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	if err := changed.Verify(Trust{Key: key}); !errors.Is(err, ErrSignature) {
		t.Errorf("a changed name: %v", err)
	}
}
