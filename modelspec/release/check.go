package release

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
)

// Step names one of the ordered checks.
type Step string

// The checks in the order in which they are made. TUF comes before them, and belongs to whoever fetches the bundle.
const (
	StepForm      Step = "form"      // the bundle can be read
	StepEnvelope  Step = "envelope"  // payload type, threshold of co-signers, statement type
	StepGenesis   Step = "genesis"   // the release is of the pinned instance and of the channel asked for
	StepSequence  Step = "sequence"  // newer than the last one, and every release between is accounted for
	StepPeriod    Step = "period"    // not expired
	StepIntent    Step = "intent"    // the log's signed tree has the release-intent
	StepWitnesses Step = "witnesses" // the witnesses saw a tree that has it, too
	StepDecision  Step = "decision"  // the anchored tree has the vote, and the vote was for this document
	StepAnchor    Step = "anchor"    // the anchored root is on a finalized block
	StepDocuments Step = "documents" // every document has the bytes of its digest
	StepWeights   Step = "weights"   // the files on disk are those of the document
)

// Label says how well a claim is known.
type Label string

// The labels of a claim.
const (
	Proved    Label = "proved"    // from the bytes at hand, or seen on chain
	CoSigned  Label = "co-signed" // the threshold of independent verifiers vouches for it
	Unchecked Label = "unchecked"
)

// Claim is one check that was passed, or left out.
type Claim struct {
	Step  Step   `json:"step"`
	Label Label  `json:"label"`
	Says  string `json:"says"`
}

// Refusal is a check that failed. Its error is one line.
type Refusal struct {
	Step Step
	Err  error
}

// Error returns the step and the reason.
func (r *Refusal) Error() string { return string(r.Step) + ": " + oneLine(r.Err) }

// Unwrap returns the reason.
func (r *Refusal) Unwrap() error { return r.Err }

// ErrUnknown is in the chain of a refusal that says nothing against the release: what the check needs could not be
// reached. The same check may pass later.
var ErrUnknown = errors.New("this could not be checked now")

// Position is a release in its channel.
type Position struct {
	Sequence  uint64          `json:"sequence"`
	Statement document.Digest `json:"statement"`
}

// Facts are what a reader brings to the checks. The zero value checks a release by itself.
type Facts struct {
	Channel string        // the channel that was asked for; any if empty
	Now     document.Time // if not zero, an expired release is refused
	// After is the last release of the channel that this reader accepted. If it is not zero, the release must be newer,
	// and Skipped must hold the envelopes of all releases between the two, oldest first. With Chain set a zero After
	// means that nothing was ever accepted, and Skipped must reach back to the channel's first release.
	After   Position
	Chain   bool
	Skipped [][]byte
	// Witnessed returns who saw, beside the log, that it has the intent at the index. Its error means that too few did, or that they saw
	// another log; see Anchored. If it is nil nobody is asked.
	Witnessed func(index int64, intent []byte) ([]string, error)
	// Anchored says whether the anchor is on a finalized block. Its error means no, unless it wraps ErrUnknown. If it is
	// nil the anchor is left to the co-signers' word.
	Anchored func(Anchor) error
	// Weights says whether the files on disk are those of the document. If it is nil they are left unchecked.
	Weights func(Release) error
}

// Release is a release that has been checked.
type Release struct {
	Position
	Predicate Predicate
	Signers   []string // the co-signers whose signatures are good
	Document  []byte   // canonical
	Raw       []byte   // the statement, canonical
	Bundle    Bundle
	threshold int
	logs      []note.Verifier // whose checkpoints may prove its intent
}

// Check checks a bundle: all steps in order, up to the first that fails, whose error is a [*Refusal]. The claims are
// those of the steps before it.
func Check(raw []byte, t Trust, f Facts) (Release, []Claim, error) {
	var (
		r      Release
		claims []Claim
	)
	claim := func(step Step, label Label, format string, args ...any) {
		claims = append(claims, Claim{step, label, fmt.Sprintf(format, args...)})
	}
	refuse := func(step Step, err error) (Release, []Claim, error) {
		return Release{}, claims, &Refusal{step, err}
	}

	b, err := ParseBundle(raw)
	if err != nil {
		return refuse(StepForm, err)
	}
	r, err = open(b.Envelope, t, b.Trust)
	if err != nil {
		return refuse(StepEnvelope, err)
	}
	r.Bundle = b
	p, intent := r.Predicate, r.Predicate.Intent
	claim(StepEnvelope, Proved, "%s signed, %d needed", strings.Join(r.Signers, ", "), r.threshold)

	if p.Genesis != t.Genesis {
		return refuse(StepGenesis, fmt.Errorf("the release is of the instance %s, but %s is pinned", p.Genesis, t.Genesis))
	}
	if c := t.Record.Chain; p.Anchor.Chain != c.ID || p.Anchor.Contract != c.Anchor {
		return refuse(StepGenesis, fmt.Errorf("the release is anchored in contract %s on chain %d, the instance's is %s on chain %d", p.Anchor.Contract, p.Anchor.Chain, c.Anchor, c.ID))
	}
	if f.Channel != "" && intent.Channel != f.Channel {
		return refuse(StepGenesis, fmt.Errorf("the release is of the channel %q, not of %q", intent.Channel, f.Channel))
	}
	claim(StepGenesis, Proved, "of the pinned instance, channel %s", intent.Channel)

	if f.Chain || f.After.Sequence != 0 {
		if err := checkSequence(r, t, f); err != nil {
			return refuse(StepSequence, err)
		}
		claim(StepSequence, Proved, "release %d follows release %d without a gap", r.Sequence, f.After.Sequence)
	} else {
		claim(StepSequence, Unchecked, "release %d; releases before it were not looked at", r.Sequence)
	}

	if f.Now != 0 && f.Now >= intent.Expires {
		return refuse(StepPeriod, fmt.Errorf("the release expired at %s, and it is %s: a newer one is due, ask the instance", intent.Expires, f.Now))
	}
	if f.Now != 0 {
		claim(StepPeriod, Proved, "active from %s to %s", intent.Activation, intent.Expires)
	} else {
		claim(StepPeriod, Unchecked, "active from %s to %s", intent.Activation, intent.Expires)
	}

	c, err := b.checkIntent(t, p, r.logs)
	if err != nil {
		return refuse(StepIntent, err)
	}
	claim(StepIntent, Proved, "entry %d is in the log's signed tree of size %d", p.IntentIndex, c.Size)

	if f.Witnessed != nil {
		saw, err := f.Witnessed(p.IntentIndex, b.Intent)
		if err != nil {
			return refuse(StepWitnesses, err)
		}
		claim(StepWitnesses, CoSigned, "%s saw it there", strings.Join(saw, ", "))
	} else if len(t.Record.Witnesses) > 0 {
		claim(StepWitnesses, Unchecked, "no witness was asked whether others see the same log")
	}

	if err := b.checkRevision(p); err != nil {
		return refuse(StepDecision, err)
	}
	claim(StepDecision, Proved, "entry %d, in the anchored tree of size %d, decided %s for %s", p.Decision.Index, p.Anchor.Size, intent.Document, intent.Head)

	if f.Anchored != nil {
		if err := f.Anchored(p.Anchor); err != nil {
			return refuse(StepAnchor, err)
		}
		claim(StepAnchor, Proved, "the root is on block %d of chain %d, which is final", p.Anchor.Block, p.Anchor.Chain)
	} else {
		claim(StepAnchor, CoSigned, "the co-signers say that the root is on block %d of chain %d", p.Anchor.Block, p.Anchor.Chain)
	}

	if err := b.checkDocuments(p); err != nil {
		return refuse(StepDocuments, err)
	}
	r.Document, _ = b.Document(intent.Document) // checkDocuments has seen it
	claim(StepDocuments, Proved, "%d documents have the bytes of their digests", 2+len(p.Documents))

	if f.Weights != nil {
		if err := f.Weights(r); err != nil {
			return refuse(StepWeights, err)
		}
		claim(StepWeights, Proved, "the files on disk are those of the document")
	} else {
		claim(StepWeights, Unchecked, "no files were looked at")
	}
	return r, claims, nil
}

// CheckRecorded checks a bundle as the reducer does, for which the record itself is the witness: signatures and proofs as
// in [Check], and every word of the statement against what the record says. References names what a document refers to,
// as it did when the statement was built. The result is the statement's digest.
func CheckRecorded(raw []byte, t Trust, k Known, references func(schema string, doc []byte) (map[string]document.Digest, error)) (document.Digest, error) {
	r, _, err := Check(raw, t, Facts{})
	if err != nil {
		return document.Digest{}, err
	}
	if err := k.Check(r.Predicate); err != nil {
		return document.Digest{}, err
	}
	want, err := references(r.Predicate.Schema, r.Document)
	if err != nil {
		return document.Digest{}, err
	}
	if !maps.Equal(want, r.Predicate.Documents) {
		return document.Digest{}, errors.New("the statement names other documents than the released one refers to")
	}
	return r.Statement, nil
}

// open checks the envelope of a release and reads its statement.
func open(envelope []byte, t Trust, way []json.RawMessage) (Release, error) {
	// What is not signed yet says which keys to ask, and nothing else: those of the genesis, unless it names a set that followed it.
	var named struct {
		Predicate struct {
			IntentIndex int64
			Intent      struct{ Trust document.Digest }
		}
	}
	if _, payload, err := ParseEnvelope(envelope); err == nil {
		_ = json.Unmarshal(payload, &named)
	}
	keys, logs, err := t.set(named.Predicate.Intent.Trust, named.Predicate.IntentIndex, way)
	if err != nil {
		return Release{}, err
	}
	statement, signers, err := keys.Open(envelope, PayloadType)
	if err != nil {
		return Release{}, err
	}
	if err := keys.wellMade(envelope, statement); err != nil {
		return Release{}, err
	}
	s, err := ParseStatement(statement)
	if err != nil {
		return Release{}, err
	}
	return Release{
		Position:  Position{Sequence: s.Predicate.Intent.Sequence, Statement: document.Sum(statement)},
		Predicate: s.Predicate, Signers: signers, Raw: statement, threshold: keys.Threshold(), logs: logs,
	}, nil
}

// checkSequence checks that r comes after f.After with nothing left out between the two: each release names the
// statement before it, and each of them is co-signed.
func checkSequence(r Release, t Trust, f Facts) error {
	last := f.After
	switch {
	case r.Sequence < last.Sequence:
		return fmt.Errorf("release %d is older than release %d, which was accepted before: a rollback", r.Sequence, last.Sequence)
	case r.Sequence == last.Sequence && r.Statement != last.Statement:
		return fmt.Errorf("there are two releases %d: %s was accepted before, this is %s; the co-signers signed both, tell the council", r.Sequence, last.Statement, r.Statement)
	case r.Sequence == last.Sequence:
		return nil
	}
	// Between the two lie those releases and the numbers of intents that lapsed unsigned. That none is missing is for the statements to
	// say, each of which names the one before it.
	if between := r.Sequence - last.Sequence - 1; uint64(len(f.Skipped)) > between {
		return fmt.Errorf("%d releases lie between %d and %d at most, but %d are at hand", between, last.Sequence, r.Sequence, len(f.Skipped))
	}
	for _, envelope := range f.Skipped {
		next, err := open(envelope, t, nil)
		if err != nil {
			return fmt.Errorf("release %d, between the last one and this: %w", last.Sequence+1, err)
		}
		if err := follows(next, last, r); err != nil {
			return err
		}
		last = next.Position
	}
	return follows(r, last, r)
}

// follows checks that next is the release right after last, and of the same instance and channel as want.
func follows(next Release, last Position, want Release) error {
	switch {
	case next.Sequence <= last.Sequence:
		return fmt.Errorf("release %d comes where one after release %d is due", next.Sequence, last.Sequence)
	case next.Predicate.Intent.Previous != last.Statement && last.Sequence == 0:
		return fmt.Errorf("release %d follows the statement %s, which was left out", next.Sequence, next.Predicate.Intent.Previous)
	case next.Predicate.Intent.Previous != last.Statement:
		return fmt.Errorf("release %d follows the statement %s, but release %d is %s: one of two that contradict each other, or one between them was left out", next.Sequence, next.Predicate.Intent.Previous, last.Sequence, last.Statement)
	case next.Predicate.Genesis != want.Predicate.Genesis || next.Predicate.Intent.Channel != want.Predicate.Intent.Channel:
		return fmt.Errorf("release %d is of another instance or channel", next.Sequence)
	}
	return nil
}

// oneLine keeps the first line of an error, so that every refusal is one line.
func oneLine(err error) string {
	first, rest, more := strings.Cut(err.Error(), "\n")
	if more {
		return fmt.Sprintf("%s (and %d more)", first, 1+strings.Count(strings.TrimSuffix(rest, "\n"), "\n"))
	}
	return first
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
