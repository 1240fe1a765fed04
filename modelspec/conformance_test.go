//go:build conformance

package modelspec

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
)

// TestConformanceOMS computes the root of the files that published OpenSSF Model Signing bundles list.
func TestConformanceOMS(t *testing.T) {
	bundles, err := filepath.Glob(filepath.Join(os.Getenv("VECTORS"), "oms", "v1.0", "valid", "*.bundle.json"))
	if err != nil || len(bundles) == 0 {
		t.Fatalf("no bundles (%v): set VECTORS to the folder that holds oms", err)
	}
	for _, bundle := range bundles {
		raw, err := os.ReadFile(bundle)
		if err != nil {
			t.Fatal(err)
		}
		var envelope struct {
			DSSE struct {
				Payload []byte `json:"payload"`
			} `json:"dsseEnvelope"`
		}
		if err := json.Unmarshal(raw, &envelope); err != nil {
			t.Fatal(err)
		}
		var statement struct {
			Subject []struct {
				Digest map[string]string `json:"digest"`
			} `json:"subject"`
			Predicate struct {
				Resources []struct {
					Name   string `json:"name"`
					Digest string `json:"digest"`
				} `json:"resources"`
			} `json:"predicate"`
		}
		if err := json.Unmarshal(envelope.DSSE.Payload, &statement); err != nil {
			t.Fatal(err)
		}
		files := map[string]File{}
		for _, r := range statement.Predicate.Resources {
			digest, err := document.ParseDigest(r.Digest)
			if err != nil {
				t.Fatal(err)
			}
			files[r.Name] = File{SHA256: digest}
		}
		w, err := NewWeights(files)
		if want := statement.Subject[0].Digest["sha256"]; err != nil || w.OMSRoot.String() != want {
			t.Errorf("%s: root %s, %v, want %s", filepath.Base(bundle), w.OMSRoot, err, want)
		}
	}
}
