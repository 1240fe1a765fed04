//go:build conformance

package release_test

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"github.com/peritus-dao/peritus/modelspec/release"
)

// The DSSE protocol's test vectors, with the payload type compared.
func TestConformanceDSSE(t *testing.T) {
	root := os.Getenv("VECTORS")
	if root == "" {
		t.Skip("VECTORS does not name a folder of third-party test data")
	}
	raw, err := os.ReadFile(filepath.Join(root, "dsse", "vectors.json"))
	if err != nil {
		t.Skip(err)
	}
	var file struct {
		Keys    map[string]struct{ Public string }
		Vectors []struct {
			ID                    string
			Envelope              json.RawMessage
			TrustedKeys           []string
			Threshold             int
			SupportedPayloadTypes []string
			PAE                   string
			Expect                string
		}
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	for _, v := range file.Vectors {
		keys := map[string]any{}
		for _, id := range v.TrustedKeys {
			public, err := hex.DecodeString(file.Keys[id].Public)
			if err != nil {
				t.Fatal(err)
			}
			keys[id] = ed25519.PublicKey(public)
		}
		trusted, err := newKeys(v.Threshold, keys)
		if err != nil {
			t.Fatal(err)
		}
		_, _, err = trusted.Open(v.Envelope, v.SupportedPayloadTypes...)
		if (err == nil) != (v.Expect == "accept") {
			t.Errorf("%s: %v, want %s", v.ID, err, v.Expect)
		}
		if e, payload, err := release.ParseEnvelope(v.Envelope); err == nil && v.PAE != "" && v.Expect == "accept" {
			if got := hex.EncodeToString(dsse.PAE(e.PayloadType, payload)); got != v.PAE {
				t.Errorf("%s: signed bytes %s, want %s", v.ID, got, v.PAE)
			}
		}
	}
	t.Logf("%d envelopes", len(file.Vectors))
}
