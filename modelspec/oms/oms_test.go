package oms

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

func model() map[string]modelspec.File {
	return map[string]modelspec.File{
		"config.json":                 {SHA256: document.Sum([]byte("{}")), Size: 2},
		"model.safetensors":           {SHA256: document.Sum([]byte("weights")), Size: 7},
		"tokenizer/special token.txt": {SHA256: document.Sum(nil)},
	}
}

func newKey(tb testing.TB, curve elliptic.Curve) *ecdsa.PrivateKey {
	tb.Helper()
	key, err := ecdsa.GenerateKey(curve, rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	return key
}

func TestSignVerify(t *testing.T) {
	weights, err := modelspec.NewWeights(model())
	if err != nil {
		t.Fatal(err)
	}
	m := NewManifest("chat", model())
	if m.Root != weights.OMSRoot {
		t.Errorf("the root is %s, and %s as weights", m.Root, weights.OMSRoot)
	}
	for _, curve := range []elliptic.Curve{elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		key := newKey(t, curve)
		raw, err := Sign(m, key)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Sign(m, key)
		if err != nil || !bytes.Equal(raw, again) {
			t.Errorf("%s: two signatures of one model differ: %v", curve.Params().Name, err)
		}
		b, err := Read(raw)
		if err != nil || b.Method != "key" || b.Root != m.Root || b.Name != "chat" {
			t.Fatalf("%s: %+v, %v", curve.Params().Name, b, err)
		}
		if err := b.Verify(Trust{Key: &key.PublicKey}); err != nil {
			t.Error(err)
		}
		if err := b.Verify(Trust{Key: &newKey(t, curve).PublicKey}); !errors.Is(err, ErrSignature) {
			t.Errorf("another key: %v", err)
		}
		if err := b.Verify(Trust{}); err == nil || !strings.Contains(err.Error(), "hint") {
			t.Errorf("no key: %v", err)
		}
		if err := b.Check(model()); err != nil {
			t.Error(err)
		}
	}
	if _, err := Sign(m, newKey(t, elliptic.P224())); err == nil {
		t.Error("a key on P-224 signs")
	}
	if _, err := Sign(Manifest{Name: "nothing"}, newKey(t, elliptic.P256())); err == nil {
		t.Error("an empty model is signed")
	}
}

// The check says which file differs.
func TestCheck(t *testing.T) {
	m := NewManifest("chat", model())
	m.Ignored = []string{".git", "model.safetensors.d", "evil.safetensors"}
	files := model()
	delete(files, "config.json")
	files["model.safetensors"] = modelspec.File{SHA256: document.Sum([]byte("others"))}
	files["evil.safetensors"] = modelspec.File{}
	files[".git/config"] = modelspec.File{}
	files[".gitignore"] = modelspec.File{}
	var got []string
	var problems document.Problems
	if !errors.As(m.Check(files), &problems) {
		t.Fatal("nothing is found")
	}
	for _, p := range problems {
		got = append(got, p.Rule+" "+p.Path)
	}
	want := "missing /files/config.json; differs /files/model.safetensors; unsigned /files/.gitignore; unsigned /files/evil.safetensors"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestCertificate(t *testing.T) {
	day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	root, leaf := newKey(t, elliptic.P256()), newKey(t, elliptic.P256())
	issue := func(subject string, usage x509.KeyUsage, extended []x509.ExtKeyUsage, key *ecdsa.PrivateKey, ca bool, parent *x509.Certificate) *x509.Certificate {
		template := &x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: subject}, NotBefore: day, NotAfter: day.AddDate(1, 0, 0),
			KeyUsage: usage, ExtKeyUsage: extended, IsCA: ca, BasicConstraintsValid: true,
		}
		if parent == nil {
			parent = template
		}
		der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, root)
		if err != nil {
			t.Fatal(err)
		}
		c, err := x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	ca := issue("root", x509.KeyUsageCertSign, nil, root, true, nil)
	signing := []x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning}
	roots, err := ParseRoots(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: ca.Raw}))
	if err != nil {
		t.Fatal(err)
	}
	bundled := func(key *ecdsa.PrivateKey, c *x509.Certificate) Bundle {
		raw, err := Sign(NewManifest("chat", model()), key)
		if err != nil {
			t.Fatal(err)
		}
		var b map[string]any
		if err := json.Unmarshal(raw, &b); err != nil {
			t.Fatal(err)
		}
		b["verificationMaterial"] = map[string]any{"x509CertificateChain": map[string]any{"certificates": []any{map[string]any{"rawBytes": base64.StdEncoding.EncodeToString(c.Raw)}}}}
		raw, err = json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		out, err := Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	at := document.Time(day.AddDate(0, 6, 0).Unix())
	for _, test := range []struct {
		name string
		b    Bundle
		at   document.Time
		fine bool
	}{
		{"good", bundled(leaf, issue("leaf", x509.KeyUsageDigitalSignature, signing, leaf, false, ca)), at, true},
		{"expired", bundled(leaf, issue("leaf", x509.KeyUsageDigitalSignature, signing, leaf, false, ca)), at * 2, false},
		{"for servers", bundled(leaf, issue("leaf", x509.KeyUsageDigitalSignature, []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, leaf, false, ca)), at, false},
		{"not for signatures", bundled(leaf, issue("leaf", x509.KeyUsageKeyAgreement, signing, leaf, false, ca)), at, false},
		{"another's signature", bundled(newKey(t, elliptic.P256()), issue("leaf", x509.KeyUsageDigitalSignature, signing, leaf, false, ca)), at, false},
	} {
		if err := test.b.Verify(Trust{Roots: roots, At: test.at}); (err == nil) != test.fine {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if err := bundled(leaf, ca).Verify(Trust{At: at}); err == nil {
		t.Error("without roots anything goes")
	}
}

func TestRefused(t *testing.T) {
	statement, err := NewManifest("chat", model()).Statement()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, old, new, words string }{
		{"traversal", `"config.json"`, `"../config.json"`, "does not name a file"},
		{"absolute", `"config.json"`, `"/config.json"`, "does not name a file"},
		{"unsorted", `"config.json"`, `"zzz.json"`, "stands after"},
		{"another root", `"sha256":"`, `"sha256":"0`, "the root is not"},
		{"another model's root", `"sha256":"` + NewManifest("chat", model()).Root.String(), `"sha256":"` + document.Sum(nil).String(), "the root is not"},
		{"capital digest", document.Sum([]byte("{}")).String(), strings.ToUpper(document.Sum([]byte("{}")).String()), "digest"},
		{"shards", `"method":"files"`, `"method":"file-shard-1000"`, "file-shard-1000"},
		{"blake2b", `"hash_type":"sha256"`, `"hash_type":"blake2b"`, "blake2b"},
		{"resource in blake3", `{"algorithm":"sha256"`, `{"algorithm":"blake3"`, "blake3"},
		{"type", StatementType, "https://in-toto.io/Statement/v0.1", "v0.1"},
		{"duplicate key", `{"_type":`, `{"_type":"x","_type":`, "_type"},
		{"unknown field", `{"_type":`, `{"also":1,"_type":`, "also"},
		{"no subject", `"subject":[`, `"subject":[],"x":[`, "subject"},
	} {
		raw := strings.Replace(string(statement), test.old, test.new, 1)
		if raw == string(statement) {
			t.Fatalf("%s changes nothing", test.name)
		}
		if _, err := parseStatement([]byte(raw)); err == nil || !strings.Contains(err.Error(), test.words) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	for name, raw := range map[string]string{
		"nothing": "", "an empty object": "{}", "deep": strings.Repeat("[", 10<<20),
		"two signers":    `{"mediaType":"` + MediaType + `","verificationMaterial":{"publicKey":{"hint":""},"certificate":{"rawBytes":""},"tlogEntries":[{}]},"dsseEnvelope":{"payload":"","payloadType":"` + PayloadType + `","signatures":[{"sig":""}]}}`,
		"no signature":   `{"mediaType":"` + MediaType + `","verificationMaterial":{"publicKey":{"hint":""}},"dsseEnvelope":{"payload":"","payloadType":"` + PayloadType + `","signatures":[]}}`,
		"another type":   `{"mediaType":"` + MediaType + `","verificationMaterial":{"publicKey":{"hint":""}},"dsseEnvelope":{"payload":"","payloadType":"text/plain","signatures":[{"sig":""}]}}`,
		"another bundle": `{"mediaType":"application/json","verificationMaterial":{},"dsseEnvelope":{"payload":"","payloadType":"","signatures":[]}}`,
	} {
		if _, err := Read([]byte(raw)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

func TestSums(t *testing.T) {
	m := NewManifest("chat", model())
	raw := Sums(m.Files)
	want := document.Sum([]byte("{}")).String() + "  config.json\n"
	if !strings.HasPrefix(string(raw), want) || strings.Count(string(raw), "\n") != 3 {
		t.Errorf("%s", raw)
	}
	files, err := ParseSums(raw)
	if err != nil || root(files) != m.Root {
		t.Errorf("%v %v", files, err)
	}
	for name, bad := range map[string]string{
		"cut off":   string(raw[:len(raw)-5]),
		"traversal": strings.Replace(string(raw), "config.json", "../x", 1),
		"twice":     string(raw) + want,
		"a word":    "sha256  file\n",
		"nothing":   "",
	} {
		if _, err := ParseSums([]byte(bad)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	key := newKey(f, elliptic.P256())
	raw, err := Sign(NewManifest("chat", model()), key)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte(`{"mediaType":"` + MediaType + `","verificationMaterial":{"x509CertificateChain":{"certificates":[{"rawBytes":"MAA="}]}},"dsseEnvelope":{"payload":"e30=","payloadType":"` + PayloadType + `","signatures":[{"sig":"MAA="}]}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(raw)
		if err != nil {
			return
		}
		if root(b.Files) != b.Root || len(b.Files) == 0 {
			t.Fatal("a root that is not that of the files")
		}
		if b.Verify(Trust{Key: &key.PublicKey}) == nil && b.Root != NewManifest("chat", model()).Root {
			t.Fatal("a forgery")
		}
	})
}

func FuzzParseSums(f *testing.F) {
	f.Add(Sums(NewManifest("chat", model()).Files))
	f.Add([]byte(strings.Repeat("0", 64) + " *a/b\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		files, err := ParseSums(raw)
		if err != nil {
			return
		}
		again, err := ParseSums(Sums(files))
		if err != nil || root(again) != root(files) || len(again) != len(files) {
			t.Fatalf("%v, then %v: %v", files, again, err)
		}
	})
}
