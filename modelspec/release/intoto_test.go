package release_test

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/url"
	"testing"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// libraryVerifier checks signatures as tools of in-toto and cosign do: ECDSA over the SHA-256 of the bytes, in DER.
type libraryVerifier struct {
	id  string
	key *ecdsa.PublicKey
}

func (v libraryVerifier) KeyID() (string, error)   { return v.id, nil }
func (v libraryVerifier) Public() crypto.PublicKey { return v.key }
func (v libraryVerifier) Verify(_ context.Context, data, sig []byte) error {
	sum := sha256.Sum256(data)
	if !ecdsa.VerifyASN1(v.key, sum[:], sig) {
		return errors.New("no")
	}
	return nil
}

// The envelope of a release is read by a DSSE library that knows nothing of us, and its payload by the fields of an in-toto statement.
func TestReleaseIsReadByOthersTools(t *testing.T) {
	w := releasetest.New(t, releasetest.Config{})
	doc := releasetest.Spec("one")
	b, err := release.ParseBundle(w.Release(doc, releasetest.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var envelope dsse.Envelope
	if err := json.Unmarshal(b.Envelope, &envelope); err != nil {
		t.Fatal(err)
	}
	if envelope.PayloadType != "application/vnd.in-toto+json" {
		t.Errorf("the payload type is %q", envelope.PayloadType)
	}
	var verifiers []dsse.Verifier
	for _, id := range w.Config.Cosigners {
		verifiers = append(verifiers, libraryVerifier{id, &releasetest.Key(id).PublicKey})
	}
	library, err := dsse.NewMultiEnvelopeVerifier(2, verifiers...)
	if err != nil {
		t.Fatal(err)
	}
	accepted, err := library.Verify(t.Context(), &envelope)
	if err != nil || len(accepted) < 2 {
		t.Fatalf("%d keys, %v", len(accepted), err)
	}
	payload, err := envelope.DecodeB64Payload()
	if err != nil {
		t.Fatal(err)
	}
	var statement struct {
		Type    string `json:"_type"`
		Subject []struct {
			Name   string            `json:"name"`
			Digest map[string]string `json:"digest"`
		} `json:"subject"`
		PredicateType string         `json:"predicateType"`
		Predicate     map[string]any `json:"predicate"`
	}
	if err := json.Unmarshal(payload, &statement); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(doc)
	if statement.Type != "https://in-toto.io/Statement/v1" || len(statement.Subject) != 1 || statement.Subject[0].Name == "" || statement.Subject[0].Digest["sha256"] != hex.EncodeToString(sum[:]) {
		t.Errorf("%+v", statement)
	}
	if u, err := url.Parse(statement.PredicateType); err != nil || !u.IsAbs() || statement.Predicate["intent"] == nil {
		t.Errorf("the predicate type is %q: %v", statement.PredicateType, err)
	}
}
