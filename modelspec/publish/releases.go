package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/cosign"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// Record is what the service's record answers and takes. It is implemented by governance.Service.
type Record interface {
	// View calls f with the committed state, which f must not keep.
	View(f func(*replay.State) error) error
	// RecordRelease records a release with its bundle, durably.
	RecordRelease(ctx context.Context, r record.Released, bundle []byte) error
}

// Cosignature is a co-signer's signature under a statement.
type Cosignature struct {
	Channel   string
	Sequence  uint64
	Statement document.Digest
	release.Signature
}

// Cosignatures keeps signatures until there are enough.
type Cosignatures interface {
	// Put stores a signature, durably on return. The same co-signer's signature under the same statement changes nothing;
	// under another statement of the same release it is refused with an error that wraps ErrConflict.
	Put(ctx context.Context, c Cosignature) error
	// All returns the signatures of a release, by co-signer.
	All(ctx context.Context, channel string, sequence uint64) ([]Cosignature, error)
}

// ReleasesConfig is what [Releases] needs; there are no defaults.
type ReleasesConfig struct {
	Record       Record
	Source       replay.Source // of the same log, for bytes and proofs
	Cosignatures Cosignatures
	Repository   *Repository
	Genesis      []byte // entry 0
	References   cosign.References
}

// Releases gathers co-signatures for the release intents of the record, and publishes what has enough of them.
type Releases struct{ cfg ReleasesConfig }

// NewReleases returns the releases of a record.
func NewReleases(cfg ReleasesConfig) *Releases { return &Releases{cfg} }

// Statement returns what a release says, from the service's own record.
func (r *Releases) Statement(ctx context.Context, channel string, sequence uint64) ([]byte, error) {
	var evidence replay.Evidence
	err := r.cfg.Record.View(func(s *replay.State) error {
		var err error
		evidence, err = s.Evidence(channel, sequence)
		return err
	})
	if err != nil {
		return nil, refusal.New(refusal.NotFound, "release-unknown", "sequence", "%w", err)
	}
	complete, err := cosign.Complete(ctx, r.cfg.Source, evidence, r.cfg.References)
	if err != nil {
		return nil, err
	}
	return release.Build(complete)
}

// Cosign takes a co-signer's signature.
func (r *Releases) Cosign(ctx context.Context, channel string, sequence uint64, sig release.Signature) error {
	statement, err := r.Statement(ctx, channel, sequence)
	if err != nil {
		return err
	}
	s, err := release.ParseStatement(statement)
	if err != nil {
		return err
	}
	_, keys, err := r.trust(ctx, s.Predicate.Intent.Trust)
	if err != nil {
		return err
	}
	if err := keys.CheckSignature(statement, sig); err != nil {
		return refusal.New(refusal.Forbidden, "cosignature", "signature", "%w", err)
	}
	err = r.cfg.Cosignatures.Put(ctx, Cosignature{Channel: channel, Sequence: sequence, Statement: document.Sum(statement), Signature: sig})
	if errors.Is(err, ErrConflict) {
		return refusal.New(refusal.Conflict, "cosignature-two", "signature", "the co-signer %q signed another statement for this release before", sig.KeyID)
	}
	return err
}

// trust returns the keys that the record trusts, and the co-signers of one of its trust documents.
func (r *Releases) trust(ctx context.Context, set document.Digest) (release.Trust, release.Keys, error) {
	var sets []replay.TrustSet
	_ = r.cfg.Record.View(func(s *replay.State) error { sets = s.TrustSets(); return nil })
	t, err := cosign.Trust(ctx, r.cfg.Source, r.cfg.Genesis, sets)
	if err != nil {
		return t, release.Keys{}, err
	}
	keys, ok := t.Keys(set)
	if !ok {
		return t, keys, fmt.Errorf("the trust document %s is not in force", set)
	}
	return t, keys, nil
}

// Signatures returns the signatures that a release has so far.
func (r *Releases) Signatures(ctx context.Context, channel string, sequence uint64) ([]Cosignature, error) {
	return r.cfg.Cosignatures.All(ctx, channel, sequence)
}

// Step records every release that has enough signatures and publishes every release that is recorded. It returns how
// many it recorded. Whatever keeps it from ending, it goes on there when it is called again.
func (r *Releases) Step(ctx context.Context) (int, error) {
	var open []replay.Release
	var done [][]replay.Release // by channel, oldest first
	err := r.cfg.Record.View(func(s *replay.State) error {
		for _, channel := range s.Channels() {
			rs := s.Releases(channel)
			if last := len(rs) - 1; rs[last].Open(s) {
				open = append(open, rs[last])
				rs = rs[:last]
			}
			done = append(done, rs)
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	n := 0
	for _, rel := range open {
		recorded, err := r.record(ctx, rel)
		if err != nil {
			return n, fmt.Errorf("release %d of %s: %w", rel.Intent.Sequence, rel.Intent.Channel, err)
		}
		if recorded {
			n++
		}
	}
	if n > 0 {
		m, err := r.Step(ctx) // publish what has just been recorded
		return n + m, err
	}
	for _, rs := range done {
		if err := r.publish(ctx, rs); err != nil {
			return n, err
		}
	}
	return n, nil
}

// record assembles and records a release, if it has enough signatures.
func (r *Releases) record(ctx context.Context, rel replay.Release) (bool, error) {
	channel, sequence := rel.Intent.Channel, rel.Intent.Sequence
	trust, keys, err := r.trust(ctx, rel.Intent.Trust)
	if err != nil {
		return false, err
	}
	signatures, err := r.cfg.Cosignatures.All(ctx, channel, sequence)
	if err != nil || len(signatures) < keys.Threshold() {
		return false, err
	}
	statement, err := r.Statement(ctx, channel, sequence)
	if err != nil {
		return false, err
	}
	good := make([]release.Signature, 0, len(signatures))
	for _, s := range signatures {
		good = append(good, s.Signature)
	}
	envelope, err := release.Assemble(statement, good)
	if err != nil {
		return false, err
	}
	checkpoint, err := r.cfg.Source.Checkpoint(ctx)
	if err != nil {
		return false, err
	}
	bundle, err := cosign.NewBundle(ctx, r.cfg.Source, envelope, checkpoint, trust)
	if err != nil {
		return false, err
	}
	err = r.cfg.Record.RecordRelease(ctx, record.Released{Channel: channel, Sequence: sequence, Statement: document.Sum(statement)}, bundle)
	return err == nil, err
}

// publish brings the recorded releases of a channel into the TUF repository, but for those that are there. They are
// published one after the other, the oldest first, so that whoever finds a release finds all before it.
func (r *Releases) publish(ctx context.Context, rs []replay.Release) error {
	first := len(rs)
	for ; first > 0; first-- {
		if rs[first-1].Statement.IsZero() {
			continue
		}
		_, err := r.cfg.Repository.Target(ctx, release.BundleName(rs[first-1].Intent.Channel, rs[first-1].Intent.Sequence))
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if first == len(rs) {
		return nil
	}
	trust, _, err := r.trust(ctx, document.Digest{})
	if err != nil {
		return err
	}
	for _, rel := range rs[first:] {
		if rel.Statement.IsZero() { // it lapsed
			continue
		}
		bundle, err := r.cfg.Source.Blob(ctx, rel.Bundle)
		if err != nil {
			return fmt.Errorf("release %d of %s: %w", rel.Intent.Sequence, rel.Intent.Channel, err)
		}
		checked, _, err := release.Check(bundle, trust, release.Facts{})
		if err != nil {
			return fmt.Errorf("release %d of %s: %w", rel.Intent.Sequence, rel.Intent.Channel, err)
		}
		targets, err := release.Targets(checked, bundle)
		if err != nil {
			return err
		}
		if err := r.cfg.Repository.Publish(ctx, targets); err != nil {
			return err
		}
	}
	return nil
}
