package record

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
)

const (
	// ReceiptSchema is the schema that every receipt names.
	ReceiptSchema = "peritus/receipt/v1"
	// MaxReceipt is the size in bytes of the largest receipt that is read.
	MaxReceipt = 4*MaxEntry + MaxCheckpoint
)

// A Receipt is the durable answer to whoever caused an entry: the entry, its inclusion proof, and a checkpoint that the
// log signed. It verifies offline. If the log ever denies the entry, the receipt proves the fork.
type Receipt struct {
	Schema     string          `json:"schema"`     // ReceiptSchema; Encode fills it in when it is empty
	Genesis    document.Digest `json:"genesis"`    // which log: the digest of its entry 0
	Index      int64           `json:"index"`      // of the entry
	Entry      json.RawMessage `json:"entry"`      // canonical, the bytes of the leaf
	Proof      []Hash          `json:"proof"`      // inclusion in the checkpoint's tree, the leaf's sibling first
	Checkpoint string          `json:"checkpoint"` // a signed note
	// Opening is what the entry commits to, where it is a ballot that stays hidden until the close. Only the voter's own receipt
	// has it.
	Opening []byte `json:"opening,omitempty"`
	// Reason is the reason that the ballot names, behind its salt. Only the voter's own receipt has it, so that it can bring
	// back all of a ballot.
	Reason []byte `json:"reason,omitempty"`
}

// Encode returns the canonical bytes of r.
func (r Receipt) Encode() ([]byte, error) {
	if r.Schema == "" {
		r.Schema = ReceiptSchema
	}
	if r.Proof == nil {
		r.Proof = []Hash{}
	}
	return document.Marshal(r)
}

// ParseReceipt reads a receipt in any JSON spelling; a receipt may have passed through somebody's editor. Nothing in it
// is checked yet but its form; see [Receipt.Verify].
func ParseReceipt(raw []byte) (Receipt, error) {
	if len(raw) > MaxReceipt {
		return Receipt{}, fmt.Errorf("receipt: %d bytes, at most %d are allowed", len(raw), MaxReceipt)
	}
	canonical, err := document.Canonical(raw)
	if err != nil {
		return Receipt{}, fmt.Errorf("receipt: %w", err)
	}
	var r Receipt
	if err := document.Unmarshal(canonical, &r); err != nil {
		return Receipt{}, fmt.Errorf("receipt: %w", err)
	}
	switch {
	case r.Schema != ReceiptSchema:
		return Receipt{}, fmt.Errorf("receipt: schema %q, want %q", shorten(r.Schema), ReceiptSchema)
	case len(r.Entry) == 0 || r.Checkpoint == "":
		return Receipt{}, errors.New("receipt: the entry or the checkpoint is missing")
	case r.Index < 0 || len(r.Proof) > maxProofHashes:
		return Receipt{}, errors.New("receipt: the index is negative or the proof too long")
	}
	return r, nil
}

// Verify checks the receipt offline: the log named origin, whose key is v, signed a tree that has the entry at the
// index. Whether Genesis is the log that the reader trusts is for the caller to compare, as it knows the pinned digest.
func (r Receipt) Verify(origin string, v note.Verifier) (Entry, Checkpoint, error) {
	e, err := Decode(r.Entry)
	if err != nil {
		return Entry{}, Checkpoint{}, fmt.Errorf("receipt: %w", err)
	}
	if len(r.Opening) > 0 {
		var b Sealed
		if e.Kind != KindSealed || document.Unmarshal(e.Body, &b) != nil || document.Sum(r.Opening) != b.Commitment {
			return Entry{}, Checkpoint{}, errors.New("receipt: the entry does not commit to the ballot that came with it")
		}
	}
	if len(r.Reason) > 0 && len(r.Opening) == 0 {
		var b Ballot
		if e.Kind != KindBallot || document.Unmarshal(e.Body, &b) != nil || document.Sum(r.Reason) != b.Reason {
			return Entry{}, Checkpoint{}, errors.New("receipt: the ballot has not the reason that came with it")
		}
	}
	p := Proof{Index: r.Index, Hashes: r.Proof, Checkpoint: []byte(r.Checkpoint)}
	c, _, err := p.Verify(r.Entry, origin, v)
	if err != nil {
		return Entry{}, Checkpoint{}, fmt.Errorf("receipt: %w", err)
	}
	return e, c, nil
}
