package cosign

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// State is what the co-signer's own replay of the record says.
type State interface {
	// Evidence returns what the record says of a release, after the record was replayed and compared with the chain by
	// this co-signer. An error wraps release.ErrUnknown if that could not be done now.
	Evidence(ctx context.Context, channel string, sequence uint64) (release.Evidence, error)
}

// Config is what a Cosigner needs; there are no defaults.
type Config struct {
	ID     string // as genesis.json names the key
	Key    *ecdsa.PrivateKey
	Trust  release.Trust // the keys that the record trusts now
	State  State
	Memory *Memory
}

// ErrNotAsked is in the chain of an error that says that a release is for other co-signers, or that the keys in force are those of others.
var ErrNotAsked = errors.New("this co-signer is not asked")

// Cosigner signs releases.
type Cosigner struct{ cfg Config }

// New returns a co-signer whose key is one of the trust set's; if it is none, the error wraps [ErrNotAsked].
func New(cfg Config) (*Cosigner, error) {
	if cfg.Key == nil || cfg.State == nil || cfg.Memory == nil {
		return nil, errors.New("co-signer: key, state and memory are needed")
	}
	if key, ok := cfg.Trust.Cosigners.Key(cfg.ID).(*ecdsa.PublicKey); !ok || !key.Equal(cfg.Key.Public()) {
		return nil, fmt.Errorf("co-signer: %w: genesis.json, and the trust document that followed it if there is one, do not give this key the name %q", ErrNotAsked, cfg.ID)
	}
	return &Cosigner{cfg}, nil
}

// Sign builds the statement of a release from the co-signer's own evidence and signs it. Signing a release again gives
// the same signature; it never signs another statement under the same channel and sequence.
func (c *Cosigner) Sign(ctx context.Context, channel string, sequence uint64) (statement []byte, s release.Signature, err error) {
	e, err := c.cfg.State.Evidence(ctx, channel, sequence)
	if err != nil {
		return nil, s, fmt.Errorf("co-signer: release %d of %s: %w", sequence, channel, err)
	}
	keys, ok := c.cfg.Trust.Keys(e.Intent.Trust)
	if !ok {
		return nil, s, fmt.Errorf("co-signer: release %d of %s asks for the keys of a trust document that is not known here", sequence, channel)
	}
	if key, ok := keys.Key(c.cfg.ID).(*ecdsa.PublicKey); !ok || !key.Equal(c.cfg.Key.Public()) {
		return nil, s, fmt.Errorf("co-signer: %w: release %d of %s is for the co-signers of another set", ErrNotAsked, sequence, channel)
	}
	if e.Genesis != c.cfg.Trust.Genesis || e.Intent.Channel != channel || e.Intent.Sequence != sequence {
		return nil, s, fmt.Errorf("co-signer: asked for release %d of %s, the evidence is of release %d of %s", sequence, channel, e.Intent.Sequence, e.Intent.Channel)
	}
	if sequence > 1 {
		if before, ok := c.cfg.Memory.Statement(channel, sequence-1); ok && before != e.Intent.Previous {
			return nil, s, fmt.Errorf("co-signer: release %d of %s: %w: it follows %s, but this co-signer signed %s as release %d", sequence, channel, ErrEquivocation, e.Intent.Previous, before, sequence-1)
		}
	}
	statement, err = release.Build(e)
	if err != nil {
		return nil, s, fmt.Errorf("co-signer: %w", err)
	}
	// Only what is remembered for ever may be signed.
	if err := c.cfg.Memory.Remember(Signed{Channel: channel, Sequence: sequence, Statement: document.Sum(statement)}); err != nil {
		return nil, s, fmt.Errorf("co-signer: %w", err)
	}
	s, err = release.Sign(statement, c.cfg.ID, c.cfg.Key)
	if err != nil {
		return nil, s, fmt.Errorf("co-signer: %w", err)
	}
	return statement, s, nil
}
