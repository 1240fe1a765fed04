package release

import (
	"crypto"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// Trust is what a reader of releases believes in, all of it read from one pinned genesis.
type Trust struct {
	Genesis   document.Digest // the pin
	Record    record.Genesis
	Log       note.Verifier
	Cosigners Keys

	sets  []set    // oldest first; the first is the genesis's, the last is in force
	last  Position // of the trust channel
	chain [][]byte // the bundles that led here from the genesis
}

// set is one set of keys.
type set struct {
	digest    document.Digest // of the trust document, zero for the genesis
	index     int64           // of the intent that brought it
	log       note.Verifier
	cosigners Keys
	root      document.Digest // of TUF
}

// NewTrust reads genesis.json, whose digest must be the pinned one.
func NewTrust(genesis []byte, pin document.Digest) (Trust, error) {
	if got := document.Sum(genesis); got != pin {
		return Trust{}, fmt.Errorf("genesis.json has the digest %s, but %s is pinned", got, pin)
	}
	entry, err := record.Decode(genesis)
	if err != nil {
		return Trust{}, fmt.Errorf("genesis.json: %w", err)
	}
	if entry.Kind != record.KindGenesis {
		return Trust{}, fmt.Errorf("genesis.json: it is an entry of kind %q", entry.Kind)
	}
	t := Trust{Genesis: pin}
	if err := document.Unmarshal(entry.Body, &t.Record); err != nil {
		return Trust{}, fmt.Errorf("genesis.json: %w", err)
	}
	if t.Log, err = note.NewVerifier(t.Record.LogKey); err != nil {
		return Trust{}, fmt.Errorf("genesis.json: log key: %w", err)
	}
	if t.Cosigners, err = readKeys(t.Record.Cosigners); err != nil {
		return Trust{}, fmt.Errorf("genesis.json: %w", err)
	}
	t.sets = []set{{log: t.Log, cosigners: t.Cosigners, root: t.Record.TUFRoot}}
	return t, nil
}

func readKeys(c record.Cosigners) (Keys, error) {
	keys := map[string]crypto.PublicKey{}
	for _, id := range sortedKeys(c.Keys) {
		key, err := ParseKey(c.Keys[id])
		if err != nil {
			return Keys{}, fmt.Errorf("co-signer %q: %w", id, err)
		}
		keys[id] = key
	}
	out, err := NewKeys(c.Threshold, keys)
	if err != nil {
		return Keys{}, fmt.Errorf("co-signers: %w", err)
	}
	return out, nil
}

// With returns the trust set after a trust document, whose release the caller has checked. index is that of the intent.
func (t Trust) With(digest document.Digest, index int64, d charter.Trust) (Trust, error) {
	log, err := note.NewVerifier(d.LogKey)
	if err != nil {
		return Trust{}, fmt.Errorf("trust document %s: log key: %w", digest, err)
	}
	cosigners, err := readKeys(d.Cosigners)
	if err != nil {
		return Trust{}, fmt.Errorf("trust document %s: %w", digest, err)
	}
	t.Log, t.Cosigners = log, cosigners
	t.Record.LogKey, t.Record.Cosigners, t.Record.TUFRoot, t.Record.Witnesses = d.LogKey, d.Cosigners, d.TUFRoot, d.Witnesses
	t.sets = append(slices.Clip(t.sets), set{digest, index, log, cosigners, d.TUFRoot})
	return t, nil
}

// Follow returns the trust set after the next release of a trust document: each set is signed by the one before it.
func (t Trust) Follow(bundle []byte) (Trust, error) {
	r, _, err := Check(bundle, t, Facts{Channel: charter.TrustHead, After: t.last, Chain: true})
	if err != nil {
		return Trust{}, err
	}
	if r.Position == t.last {
		return t, nil
	}
	if r.Predicate.Intent.Trust != t.sets[len(t.sets)-1].digest {
		return Trust{}, &Refusal{StepEnvelope, fmt.Errorf("trust document %s is not signed by the keys in force", r.Predicate.Intent.Document)}
	}
	d, err := charter.ParseTrust(r.Document)
	if err != nil {
		return Trust{}, &Refusal{StepDocuments, err}
	}
	next, err := t.With(r.Predicate.Intent.Document, r.Predicate.IntentIndex, d)
	if err != nil {
		return Trust{}, &Refusal{StepDocuments, err}
	}
	next.last, next.chain = r.Position, append(slices.Clip(t.chain), bundle)
	return next, nil
}

// Way returns the releases that lead from the genesis to the keys of a trust document, oldest first.
func (t Trust) Way(digest document.Digest) [][]byte {
	if i := slices.IndexFunc(t.sets, func(s set) bool { return s.digest == digest }); i > 0 && i <= len(t.chain) {
		return t.chain[:i]
	}
	return nil
}

// FirstRoot returns the digest of the first root.json of TUF, which the genesis pins.
func (t Trust) FirstRoot() document.Digest { return t.sets[0].root }

// TUFRoot reports whether a root.json is one that the genesis or a decision named.
func (t Trust) TUFRoot(d document.Digest) bool {
	return slices.ContainsFunc(t.sets, func(s set) bool { return s.root == d })
}

// Last returns the newest release of a trust document that was followed, zero for none.
func (t Trust) Last() Position { return t.last }

// Keys returns the co-signers of a trust document, zero for the genesis's, and false if that set is not known.
func (t Trust) Keys(digest document.Digest) (Keys, bool) {
	i := slices.IndexFunc(t.sets, func(s set) bool { return s.digest == digest })
	if i < 0 {
		return Keys{}, false
	}
	return t.sets[i].cosigners, true
}

// set returns the keys that a release with this intent must be signed by. Where the bundle brings the way there from the genesis, it is
// followed.
func (t Trust) set(digest document.Digest, index int64, way []json.RawMessage) (keys Keys, logs []note.Verifier, err error) {
	known := func(s set) bool { return s.digest == digest }
	i := slices.IndexFunc(t.sets, known)
	for _, bundle := range way {
		if i >= 0 {
			break
		}
		var b Bundle // what is followed already is not followed again
		if b, err = ParseBundle(bundle); err != nil {
			return keys, nil, fmt.Errorf("the way to the keys: %w", err)
		}
		if r, err := open(b.Envelope, t, nil); err == nil && r.Sequence <= t.last.Sequence {
			continue
		}
		if len(b.Trust) > 0 { // a bundle in a bundle in a bundle
			return keys, nil, errors.New("the way to the keys: a step of it brings a way of its own")
		}
		if t, err = t.Follow(bundle); err != nil {
			return keys, nil, fmt.Errorf("the way to the keys: %w", err)
		}
		i = slices.IndexFunc(t.sets, known)
	}
	if i < 0 {
		return keys, nil, fmt.Errorf("it asks for the keys of the trust document %s, which are not known here", digest)
	}
	// While new keys wait for their signatures nothing else is intended, so this parts before from after.
	if i+1 < len(t.sets) && index > t.sets[i+1].index {
		return keys, nil, fmt.Errorf("it asks for keys that were replaced before it was intended, in entry %d", t.sets[i+1].index)
	}
	for _, s := range t.sets[i:] {
		logs = append(logs, s.log)
	}
	return t.sets[i].cosigners, logs, nil
}
