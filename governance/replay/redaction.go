package replay

import (
	"bytes"
	"errors"
	"maps"
	"slices"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Grounds are the grounds on which the operator of an instance destroys a free text. The law binds the operator, whoever
// else would have to agree, so the operator does it alone; but not unseen, since the entry says which text and why.
var Grounds = []string{"personal-data", "unlawful", "author", "spam"}

// gone is what a State knows of texts that are not there any more.
type gone struct {
	missing  map[document.Digest]int64 // texts that were not there when their entry was read again → that entry
	redacted map[document.Digest]bool
}

func newGone() gone {
	return gone{missing: map[document.Digest]int64{}, redacted: map[document.Digest]bool{}}
}

// past marks the blobs of a log that is read again: there a text may be missing, if a later entry says that it was redacted.
type past struct {
	Blobs
	state *State
}

// Past returns the blobs for entries that are in a log already, where a text may have been redacted since. When the log
// has been read to its end, [State.Missing] says whether one is missing that was not.
func (s *State) Past(b Blobs) Blobs { return past{b, s} }

// salted reads a text with its salt, and reports false if it is missing from a log that is read again.
func salted(blobs Blobs, d document.Digest, field string) ([]byte, bool, error) {
	raw, err := read(blobs, d, field)
	if p, ok := blobs.(past); ok && err != nil && errors.Is(err, ErrNoBlob) {
		if !p.state.redacted[d] {
			p.state.missing[d] = p.state.tree.Size()
		}
		return nil, false, nil
	}
	return raw, err == nil, err
}

// Missing returns the first entry whose text is missing though no later entry says that it was redacted, or -1.
func (s *State) Missing() (index int64, text document.Digest) {
	index = -1
	for d, at := range s.missing { //peritus:unordered the smallest is taken, and of equals the smallest digest
		if index < 0 || at < index || at == index && slices.Compare(d[:], text[:]) < 0 {
			index, text = at, d
		}
	}
	return index, text
}

// Redacted reports whether a text was redacted.
func (s *State) Redacted(text document.Digest) bool { return s.redacted[text] }

// Redactions returns the texts that were redacted, sorted.
func (s *State) Redactions() []document.Digest {
	return slices.SortedFunc(maps.Keys(s.redacted), func(a, b document.Digest) int { return bytes.Compare(a[:], b[:]) })
}

// redact takes in that a text was destroyed.
func (a *application) redact() error {
	var b record.Redacted
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	switch {
	case !slices.Contains(Grounds, b.Ground):
		return refusal.New(refusal.Invalid, "redact-ground", "ground", "%.40q is not a ground; give one of %v", b.Ground, Grounds)
	case b.Entry < 0 || b.Entry >= a.index || b.Text.IsZero():
		return refusal.New(refusal.Invalid, "redact-entry", "entry", "there is no entry %d before this one that could name a text", b.Entry)
	case a.State.redacted[b.Text]:
		return refusal.New(refusal.Conflict, "redact-repeated", "text", "this text was redacted already")
	}
	for _, d := range a.order {
		// Who votes must see what on.
		if l := a.proposals[d]; l.Title.Text == b.Text && !l.Status.Ended() {
			return refusal.New(refusal.Conflict, "redact-open", "text", "this is the title of a proposal that is not decided yet; wait for its end")
		}
	}
	a.State.redacted[b.Text] = true
	delete(a.missing, b.Text)
	a.changes.Redacted = append(a.changes.Redacted, b.Text)
	return nil
}

// Texts returns the free texts that an entry names, which can be redacted.
func Texts(e record.Entry, blobs Blobs) ([]document.Digest, error) {
	var out []document.Digest
	read := func(body any) error { return document.Unmarshal(e.Body, body) }
	switch e.Kind {
	case record.KindProposed:
		var b record.Proposed
		if err := read(&b); err != nil {
			return nil, err
		}
		raw, err := blobs.Blob(b.Revision)
		if err != nil {
			return nil, err
		}
		r, err := proposal.ParseRevision(raw)
		if err != nil {
			return nil, err
		}
		out = []document.Digest{r.Title.Text, r.Summary}
	case record.KindBallot:
		var b record.Ballot
		if err := read(&b); err != nil {
			return nil, err
		}
		out = []document.Digest{b.Reason}
	case record.KindSealed:
		var b record.Sealed
		if err := read(&b); err != nil {
			return nil, err
		}
		raw, err := blobs.Blob(b.Commitment)
		if errors.Is(err, ErrNoBlob) {
			return nil, refusal.New(refusal.Conflict, "redact-open", "entry", "the ballot is sealed until its vote closes, and its reason is not public before; wait for the close")
		}
		if err != nil {
			return nil, err
		}
		o, err := ParseOpening(raw)
		if err != nil {
			return nil, err
		}
		out = []document.Digest{o.Ballot.Reason}
	case record.KindAct:
		var b record.Act
		if err := read(&b); err != nil {
			return nil, err
		}
		out = []document.Digest{b.Text}
	case record.KindRequested:
		var b record.Requested
		if err := read(&b); err != nil {
			return nil, err
		}
		out = []document.Digest{b.Evidence}
	case record.KindDeclined:
		var b record.Declined
		if err := read(&b); err != nil {
			return nil, err
		}
		out = []document.Digest{b.Reason}
	}
	return slices.DeleteFunc(out, document.Digest.IsZero), nil
}
