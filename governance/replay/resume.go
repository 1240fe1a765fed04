package replay

import (
	"errors"
	"fmt"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// VerifiedSchema is the schema that every [Verified] names.
const VerifiedSchema = "peritus/verified/v1"

// Verified says how far a verifier has come. Whoever wrote it down himself may start again from it: the entries before Size are
// replayed as ever, and must lead to Root, but their signatures are not recovered again and the chain is not asked about them
// again. A Verified that came from somebody else is worth what his word is worth.
type Verified struct {
	Schema  string          `json:"schema"`
	Genesis document.Digest `json:"genesis"`
	Size    int64           `json:"size"`
	Root    record.Hash     `json:"root"`
	Chain   bool            `json:"chain"` // whether every entry before Size was compared with the chain
	// Checkpoint is the newest note of the log that was seen, whose signature was checked: the evidence if the log ever shows
	// another history. It may lie ahead of Size while a replay is under way.
	Checkpoint string `json:"checkpoint"`
}

// ParseVerified reads what [Verifier.Verified] returned.
func ParseVerified(raw []byte) (Verified, error) {
	var v Verified
	if err := document.Unmarshal(raw, &v); err != nil {
		return v, err
	}
	if v.Schema != VerifiedSchema || v.Genesis.IsZero() || v.Size < 1 || v.Size > record.MaxSize {
		return v, errors.New("it does not say how far a verifier has come")
	}
	return v, nil
}

// Seen is a checkpoint that the log signed, and that this or another reader was shown before. The log that is replayed must go on
// from it.
type Seen struct {
	record.Checkpoint
	Note string
}

// Fork is two signed notes of one log that cannot both be true. Whoever holds them can show everybody that the log's key signed
// two histories.
type Fork struct {
	Seen, Shown string // signed notes: what was seen before, and what the source shows now
	what        string
}

// Error says how the two differ.
func (f *Fork) Error() string { return f.what }

// ErrBehind is in the chain of an error that says that a source ends before a checkpoint that was seen elsewhere. That is no
// lie yet: mirrors lag.
var ErrBehind = errors.New("the source is behind")

// resumed reports whether the entries before an index were verified before.
func (v *Verifier) resumed(index int64) bool {
	return v.opts.Resume != nil && index <= v.opts.Resume.Size
}

// begin checks what the caller has seen against a checkpoint that the source shows now.
func (v *Verifier) begin(c record.Checkpoint, note string) error {
	if r := v.opts.Resume; r != nil {
		if _, digest := v.state.Genesis(); r.Genesis != digest {
			return fmt.Errorf("what was verified before is the instance %s, and this is %s; resume with the file that belongs to it", r.Genesis, digest)
		}
		if seen, err := record.PeekCheckpoint([]byte(r.Checkpoint)); err == nil && !v.begun {
			v.opts.Seen = append(v.opts.Seen, Seen{seen, r.Checkpoint})
		}
	}
	v.begun, v.note = true, note
	for _, s := range v.opts.Seen {
		if s.Origin != c.Origin {
			return fmt.Errorf("the checkpoint that was seen before is of the log %q, and this is %q", s.Origin, c.Origin)
		}
		if s.Size == c.Size && s.Root != c.Root {
			return v.fork(s)
		}
		if s.Size > c.Size {
			return fmt.Errorf("%w: it shows %d entries, and the log signed %d before; ask it later, or ask another", ErrBehind, c.Size, s.Size)
		}
	}
	return nil
}

// fork is the refutation of a log that signed two histories.
func (v *Verifier) fork(s Seen) error {
	what := fmt.Sprintf("the log's key signed two histories: a tree of %d entries with the root %s was seen before, and these entries lead to another", s.Size, s.Root)
	if shown, err := record.PeekCheckpoint([]byte(v.note)); err == nil && shown.Size == s.Size {
		what = fmt.Sprintf("the log's key signed two trees of %d entries, with the roots %s and %s", s.Size, s.Root, shown.Root)
	}
	return &Refutation{-1, "fork", &Fork{s.Note, v.note, what}}
}

// passed compares the state with what was seen of the log at its size.
func (v *Verifier) passed() error {
	size := v.state.Size()
	for _, s := range v.opts.Seen {
		if s.Size == size && s.Root != v.state.Root() {
			return v.fork(s)
		}
	}
	if r := v.opts.Resume; r != nil && r.Size == size && r.Root != v.state.Root() {
		return &Refutation{-1, "fork", fmt.Errorf("the first %d entries lead to the root %s, and those that were verified before to %s", size, v.state.Root(), r.Root)}
	}
	return nil
}

// Verified returns how far the verifier has come, to be given to the next one as Options.Resume.
func (v *Verifier) Verified() Verified {
	_, genesis := v.state.Genesis()
	out := Verified{VerifiedSchema, genesis, v.state.Size(), v.state.Root(), v.opts.Chain != nil, v.note}
	if r := v.opts.Resume; r != nil && r.Size > out.Size { // it has not even caught up
		out.Size, out.Root, out.Chain = r.Size, r.Root, r.Chain
	}
	return out
}
