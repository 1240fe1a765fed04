package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/cmd/peritus/demo"
	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/oms"
)

// runs calls peritus in this process.
func runs(t *testing.T, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run(context.Background(), args, func(string) string { return "" }, strings.NewReader(""), &out, &errs); got != want {
		t.Fatalf("peritus %s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, want, out.String(), errs.String())
	}
	return out.String(), errs.String()
}

func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A manifest goes out as Croissant and comes back, with its bytes kept.
func TestDatasetExchange(t *testing.T) {
	const manifest = "../../datasets/testdata/dataset.json"
	exported, _ := runs(t, exitOK, "dataset", "export", manifest, "--to", "croissant", "--base", "https://example.org/data")
	file, keep := written(t, "croissant.json", exported), filepath.Join(t.TempDir(), "kept")
	imported, notes := runs(t, exitOK, "dataset", "import", file, "--url", "https://example.org/croissant.json", "--at", "2026-11-22T13:00:00Z", "--keep", keep)
	if !strings.Contains(notes, "grade L3") || strings.Contains(notes, "not L") {
		t.Errorf("%s", notes)
	}
	m, err := datasets.ParseManifest([]byte(imported))
	if err != nil || m.Imported.Grade != "L3" || m.Imported.At.String() != "2026-11-22T13:00:00Z" {
		t.Errorf("%+v: %v", m.Imported, err)
	}
	if kept, err := os.ReadFile(filepath.Join(keep, document.Sum([]byte(exported)).String())); err != nil || string(kept) != exported {
		t.Errorf("the bytes were not kept: %v", err)
	}
	sums, _ := runs(t, exitOK, "dataset", "export", manifest, "--to", "sha256sum")
	if files, err := oms.ParseSums([]byte(sums)); err != nil || len(files) != 2 {
		t.Errorf("%v: %v", files, err)
	}
	runs(t, exitUnknown, "dataset", "export", "../../datasets/testdata/dataset-index.json", "--to", "sha256sum")
	runs(t, exitUnknown, "dataset", "export", manifest, "--to", "pickle")
	runs(t, exitUnknown, "dataset", "export", manifest, "--base", "ftp://example.org")
	runs(t, exitUnknown, "mixture", "import", manifest)
	runs(t, exitEnv, "dataset", "import", "nothing.json")
}

// A Croissant file below L1 is refused with what is wrong, in words and for machines.
func TestDatasetImportRefused(t *testing.T) {
	file := written(t, "c.json", `{"@context": {"@vocab": "https://schema.org/"}, "@type": "Dataset", "name": "x"}`)
	if _, errs := runs(t, exitRefuted, "dataset", "import", file); !strings.Contains(errs, "conforms-to") {
		t.Errorf("%s", errs)
	}
	out, _ := runs(t, exitRefuted, "dataset", "import", file, "--output", "json")
	var answer struct {
		Result   string            `json:"result"`
		Problems document.Problems `json:"problems"`
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil || answer.Result != "invalid" || answer.Problems[0].Rule != "conforms-to" {
		t.Errorf("%s: %v", out, err)
	}
}

func TestDatasetImportLists(t *testing.T) {
	urls := written(t, "urls.txt", "https://example.org/a\nhttps://example.org/b\n")
	out, notes := runs(t, exitOK, "dataset", "import", urls, "--from", "url-list", "--creator", "A group", "--keep", t.TempDir())
	if m, err := datasets.ParseManifest([]byte(out)); err != nil || m.ID != "urls" || !strings.Contains(notes, "2 entries") {
		t.Errorf("%s%s: %v", out, notes, err)
	}
	if _, errs := runs(t, exitRefuted, "dataset", "import", written(t, "urls.txt", "https://example.org/a\nhttps://exam"), "--from", "url-list", "--creator", "A group"); !strings.Contains(errs, "cut off") {
		t.Errorf("%s", errs)
	}
	runs(t, exitUnknown, "dataset", "import", urls, "--from", "tape")
	runs(t, exitUnknown, "dataset", "import", urls, "--from", "url-list", "--creator", "A group", "--at", "yesterday")
}

// A spec's files go out for signing, and a signed list comes back with the root of the spec.
func TestSpecExchange(t *testing.T) {
	const path = "../../modelspec/testdata/spec.json"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := modelspec.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	if out, _ := runs(t, exitOK, "spec", "export", path, "--to", "oms"); !strings.Contains(out, s.Weights.OMSRoot.String()) {
		t.Errorf("%s", out)
	}
	if out, _ := runs(t, exitOK, "spec", "export", path, "--to", "huggingface"); !strings.Contains(out, "temperature") {
		t.Errorf("%s", out)
	}
	runs(t, exitUnknown, "spec", "export", path, "--to", "pickle")

	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := oms.Sign(oms.NewManifest("model", s.Weights.Files), key)
	if err != nil {
		t.Fatal(err)
	}
	text := func(key *ecdsa.PrivateKey) string {
		der, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
		if err != nil {
			t.Fatal(err)
		}
		return string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
	}
	file, public := written(t, "model.sig", string(bundle)), written(t, "key.pem", text(key))
	if out, _ := runs(t, exitOK, "spec", "import", file, "--from", "oms", "--key", public); !strings.HasPrefix(out, "omsRoot "+s.Weights.OMSRoot.String()) {
		t.Errorf("%s", out)
	}
	if _, errs := runs(t, exitUnknown, "spec", "import", file, "--from", "oms"); !strings.Contains(errs, "name the public key") {
		t.Errorf("%s", errs)
	}
	other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	runs(t, exitRefuted, "spec", "import", file, "--from", "oms", "--key", written(t, "other.pem", text(other)))
	runs(t, exitRefuted, "spec", "import", written(t, "model.sig", "{}"), "--from", "oms", "--key", public)
	runs(t, exitUnknown, "spec", "import", file, "--from", "oms", "--key", file)
}

// A model's folder becomes a draft; the same folder is compared with a spec, and the file that differs is named.
func TestSpecImportFolder(t *testing.T) {
	files, err := demo.Model()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "model")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	prints := filepath.Join(t.TempDir(), "prints.json")
	out, notes := runs(t, exitOK, "spec", "import", dir, "--prints", prints)
	var s modelspec.Spec
	if err := json.Unmarshal([]byte(out), &s); err != nil || s.ID != "model" || s.Architecture.Parameters == 0 || len(s.Weights.Files) != len(files) || !strings.Contains(notes, "fill in") {
		t.Errorf("%+v %s: %v", s.Architecture, notes, err)
	}
	again, _ := runs(t, exitOK, "spec", "import", dir, "--prints", prints)
	if again != out {
		t.Error("a second run, which reads nothing again, drafts another spec")
	}

	// A bundle that signs the folder vouches for the draft's root; one that signs other files does not.
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	public := written(t, "key.pem", string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})))
	sign := func(files map[string]modelspec.File) string {
		bundle, err := oms.Sign(oms.NewManifest("model", files), key)
		if err != nil {
			t.Fatal(err)
		}
		return written(t, "model.sig", string(bundle))
	}
	if drafted, errs := runs(t, exitOK, "spec", "import", dir, "--bundle", sign(s.Weights.Files), "--key", public); drafted != out || !strings.Contains(errs, "is what the folder holds (omsRoot "+s.Weights.OMSRoot.String()) {
		t.Errorf("%s", errs)
	}
	less := maps.Clone(s.Weights.Files)
	delete(less, "config.json")
	if _, errs := runs(t, exitRefuted, "spec", "import", dir, "--bundle", sign(less), "--key", public); !strings.Contains(errs, `"config.json" was not signed`) {
		t.Errorf("%s", errs)
	}
	runs(t, exitUnknown, "spec", "import", dir, "--bundle", sign(less))

	// The published spec, with the weights of the folder, and then with a file that somebody swapped.
	raw, err := os.ReadFile("../../modelspec/testdata/spec.json")
	if err != nil {
		t.Fatal(err)
	}
	published, err := modelspec.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	published.Weights = s.Weights
	for name, f := range s.Weights.Files {
		if strings.HasPrefix(name, "tokenizer") {
			published.Tokenizer.SHA256 = f.SHA256
		}
	}
	text, err := document.Marshal(published)
	if err != nil {
		t.Fatal(err)
	}
	spec := written(t, "spec.json", string(text))
	if out, _ := runs(t, exitOK, "spec", "import", dir, "--against", spec); !strings.Contains(out, "verified") || !strings.Contains(out, s.Weights.OMSRoot.String()) {
		t.Errorf("%s", out)
	}
	if err := os.WriteFile(filepath.Join(dir, "config.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs := runs(t, exitRefuted, "spec", "import", dir, "--against", spec, "--prints", prints); !strings.Contains(errs, `"config.json" has`) || strings.Contains(errs, "safetensors") {
		t.Errorf("%s", errs)
	}
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "x.json")); err == nil {
		if _, errs := runs(t, exitRefuted, "spec", "import", dir); !strings.Contains(errs, "is a link") {
			t.Errorf("%s", errs)
		}
	}
	runs(t, exitEnv, "spec", "import", filepath.Join(dir, "nowhere"))
	runs(t, exitUnknown, "spec", "import", dir, "--from", "tape")
}
