package proposal

import (
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

const (
	// WeightSchema is the schema that every weight file names.
	WeightSchema = "peritus/weight/v1"
	// MaxWeightFile is the size in bytes of the largest weight file that is read.
	MaxWeightFile = record.MaxReceipt + 1<<20
)

// WeightFile shows anybody, offline, which weight a member has in the electorate of a proposal: the proof against the
// electorate's root, and the receipt of the entry that froze it.
type WeightFile struct {
	Schema string         `json:"schema"` // WeightSchema
	Proof  MemberProof    `json:"proof"`
	Opened record.Receipt `json:"opened"`
}

// ChamberWeight is what a weight file says of one chamber.
type ChamberWeight struct {
	Name    string
	Domain  string // empty for [Experts]
	Weight  weight.Micro
	Total   weight.Micro
	Members int
	Widened uint64 // what the policy's caps were multiplied by; 0 if they hold as they are
}

// Shown is what a weight file shows.
type Shown struct {
	Opened     record.Opened // what the vote is
	Time       document.Time // of its entry
	Checkpoint record.Checkpoint
	Chambers   []ChamberWeight // the member's, by name
}

// Encode returns the canonical bytes.
func (w WeightFile) Encode() ([]byte, error) {
	w.Schema = WeightSchema
	if w.Opened.Proof == nil {
		w.Opened.Proof = []record.Hash{}
	}
	w.Opened.Schema = record.ReceiptSchema
	return document.Marshal(w)
}

// ParseWeightFile reads a weight file. Nothing in it is checked yet but its form; see [WeightFile.Verify].
func ParseWeightFile(raw []byte) (WeightFile, error) {
	var w WeightFile
	if len(raw) > MaxWeightFile {
		return w, fmt.Errorf("weight file: %d bytes, at most %d are allowed", len(raw), MaxWeightFile)
	}
	if err := document.Unmarshal(raw, &w); err != nil {
		return w, fmt.Errorf("weight file: %w", err)
	}
	if w.Schema != WeightSchema {
		return w, fmt.Errorf("weight file: the schema is %.40q; write %s", w.Schema, WeightSchema)
	}
	return w, nil
}

// Verify checks the file offline: the log named origin, whose key is v, signed a tree that holds the opened entry; the proof
// leads to the electorate's root in that entry; and each chamber is as the entry states it. Whether the receipt's genesis is
// the trusted one is for the caller to compare.
func (w WeightFile) Verify(origin string, v note.Verifier) (Shown, error) {
	fail := func(err error) (Shown, error) { return Shown{}, fmt.Errorf("weight file: %w", err) }
	entry, checkpoint, err := w.Opened.Verify(origin, v)
	if err != nil {
		return fail(err)
	}
	if entry.Kind != record.KindOpened {
		return fail(fmt.Errorf("entry %d is of kind %s; the one that opened the vote is wanted", w.Opened.Index, entry.Kind))
	}
	out := Shown{Time: entry.Time, Checkpoint: checkpoint}
	if err := document.Unmarshal(entry.Body, &out.Opened); err != nil {
		return fail(err)
	}
	if err := w.Proof.Verify(out.Opened.Electorate); err != nil {
		return fail(err)
	}
	for i, c := range w.Proof.Chambers {
		stated, ok := out.Opened.Chambers[c.Name]
		if !ok || stated.Root != c.Root || int64(stated.Members) != c.Members || c.Weight > stated.Total || c.Weight == 0 {
			return fail(fmt.Errorf("chamber %s is not as the entry states it", c.Name))
		}
		if i > 0 && w.Proof.Chambers[i-1].Name >= c.Name {
			return fail(errors.New("the chambers are not in order, or one is there twice"))
		}
		out.Chambers = append(out.Chambers, ChamberWeight{Name: c.Name, Domain: stated.Domain, Weight: c.Weight, Total: stated.Total, Members: stated.Members, Widened: stated.Widened})
	}
	if len(out.Chambers) == 0 {
		return fail(errors.New("the member is in no chamber, so that nothing is shown"))
	}
	return out, nil
}
