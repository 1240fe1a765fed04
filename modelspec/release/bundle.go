package release

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

const (
	// BundleSchema is the schema that every bundle names.
	BundleSchema = "peritus/bundle/v1"
	// MaxBundle is the size in bytes of the largest bundle that is read. Weights are never in one.
	MaxBundle = 16 << 20
)

// Bundle is one release with everything it takes to check it offline.
type Bundle struct {
	Schema   string          `json:"schema"`   // BundleSchema; Encode fills it in when it is empty
	Envelope json.RawMessage `json:"envelope"` // DSSE
	Intent   json.RawMessage `json:"intent"`   // the logged release-intent, canonical
	Proof    string          `json:"proof"`    // C2SP tlog-proof that the log has it
	// Documents holds, by digest, the canonical bytes of the released document, of the revision that was voted on, and
	// of every document that the statement names.
	Documents map[string]json.RawMessage `json:"documents"`
	// Blobs holds, by digest, what the statement names and is no canonical JSON: a prompt, a template.
	Blobs map[string][]byte `json:"blobs,omitempty"`
	// Trust holds the releases of trust documents that lead from the genesis to the keys that signed this one, oldest first: with them
	// the bundle can be checked for ever by the genesis alone.
	Trust []json.RawMessage `json:"trust,omitempty"`
}

// Add puts bytes that the statement names into the bundle.
func (b *Bundle) Add(raw []byte) {
	digest := document.Sum(raw).String()
	if document.IsCanonical(raw) == nil {
		if b.Documents == nil {
			b.Documents = map[string]json.RawMessage{}
		}
		b.Documents[digest] = raw
		return
	}
	if b.Blobs == nil {
		b.Blobs = map[string][]byte{}
	}
	b.Blobs[digest] = raw
}

// Encode returns the canonical bytes of b.
func (b Bundle) Encode() ([]byte, error) {
	if b.Schema == "" {
		b.Schema = BundleSchema
	}
	raw, err := document.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("release bundle: %w", err)
	}
	if len(raw) > MaxBundle {
		return nil, fmt.Errorf("release bundle: %d bytes, at most %d are allowed", len(raw), MaxBundle)
	}
	return raw, nil
}

// ParseBundle reads a bundle in any JSON spelling. Nothing is checked but the form; see [Check].
func ParseBundle(raw []byte) (Bundle, error) {
	canonical, err := document.Limits{Size: MaxBundle}.Canonical(raw)
	if err != nil {
		return Bundle{}, fmt.Errorf("release bundle: %w", err)
	}
	var b Bundle
	if err := (document.Limits{Size: MaxBundle}).Unmarshal(canonical, &b); err != nil {
		return Bundle{}, fmt.Errorf("release bundle: %w", err)
	}
	switch {
	case b.Schema != BundleSchema:
		return Bundle{}, fmt.Errorf("release bundle: the schema is %q, want %q", shorten(b.Schema), BundleSchema)
	case len(b.Envelope) == 0 || len(b.Intent) == 0 || b.Proof == "":
		return Bundle{}, errors.New("release bundle: the envelope, the intent or its proof is missing")
	}
	return b, nil
}

// Document returns the bytes with the digest, if they are in the bundle and are its bytes.
func (b Bundle) Document(d document.Digest) ([]byte, error) {
	raw, ok := []byte(b.Documents[d.String()]), true
	if raw == nil {
		raw, ok = b.Blobs[d.String()]
	}
	if !ok {
		return nil, fmt.Errorf("the document %s is not in the bundle", d)
	}
	if got := document.Sum(raw); got != d {
		return nil, fmt.Errorf("the document %s has the bytes of %s", d, got)
	}
	return raw, nil
}

// checkIntent checks that the log of the trust set has the intent that the statement names.
func (b Bundle) checkIntent(t Trust, p Predicate, logs []note.Verifier) (record.Checkpoint, error) {
	entry, err := record.Decode(b.Intent)
	if err != nil {
		return record.Checkpoint{}, err
	}
	var intent record.Intent
	if entry.Kind != record.KindIntent {
		return record.Checkpoint{}, fmt.Errorf("the entry is of kind %q, want %q", entry.Kind, record.KindIntent)
	}
	if err := document.Unmarshal(entry.Body, &intent); err != nil {
		return record.Checkpoint{}, err
	}
	if intent != p.Intent {
		return record.Checkpoint{}, errors.New("the statement does not say what the logged intent says")
	}
	proof, err := record.ParseProof([]byte(b.Proof))
	if err != nil {
		return record.Checkpoint{}, err
	}
	if proof.Index != p.IntentIndex {
		return record.Checkpoint{}, fmt.Errorf("the proof is of entry %d, the statement names entry %d", proof.Index, p.IntentIndex)
	}
	var c record.Checkpoint
	for i := len(logs) - 1; i >= 0; i-- { // the key of that time, or one that came after it
		if c, _, err = proof.Verify(b.Intent, t.Record.Origin, logs[i]); err == nil {
			break
		}
	}
	if err != nil {
		return record.Checkpoint{}, err
	}
	if c.Size < p.Anchor.Size {
		return record.Checkpoint{}, fmt.Errorf("the checkpoint of size %d is older than the anchor of size %d", c.Size, p.Anchor.Size)
	}
	return c, nil
}

// checkRevision checks that what was voted on is what is released.
func (b Bundle) checkRevision(p Predicate) error {
	raw, err := b.Document(p.Intent.Proposal)
	if err != nil {
		return err
	}
	revision, err := proposal.ParseRevision(raw)
	if err != nil {
		return fmt.Errorf("the revision %s: %w", p.Intent.Proposal, err)
	}
	if revision.Genesis != p.Genesis {
		return fmt.Errorf("the revision %s is of another instance", p.Intent.Proposal)
	}
	if got := revision.Changes[p.Intent.Head].Document; got != p.Intent.Document {
		return fmt.Errorf("the vote changed %s to %s, the release carries %s", p.Intent.Head, got, p.Intent.Document)
	}
	return nil
}

// checkDocuments checks that the bundle holds what the statement names, byte for byte.
func (b Bundle) checkDocuments(p Predicate) error {
	raw, err := b.Document(p.Intent.Document)
	if err != nil {
		return err
	}
	schema, err := document.SchemaOf(raw)
	if err != nil {
		return fmt.Errorf("the document %s: %w", p.Intent.Document, err)
	}
	if schema != p.Schema {
		return fmt.Errorf("the document %s has the schema %q, the statement says %q", p.Intent.Document, schema, p.Schema)
	}
	for _, name := range sortedKeys(p.Documents) {
		if _, err := b.Document(p.Documents[name]); err != nil {
			return fmt.Errorf("%s: %w", shorten(name), err)
		}
	}
	return nil
}
