package publish

import (
	"crypto"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"time"

	"github.com/sigstore/sigstore/pkg/signature"
	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// RootPlan is what a root says: whose signatures count for what.
type RootPlan struct {
	Version   int64 // 1 is the first, and the default
	Expires   time.Time
	Keys      []*ecdsa.PublicKey // of the root role, EC P-256
	Threshold int                // how many of them must sign a root
	Online    *ecdsa.PublicKey   // of targets, snapshot and timestamp
}

// NewRoot returns a root that nobody has signed yet. The first one is pinned by digest in genesis.json, once enough
// holders of its keys have signed it one after the other with [SignRoot].
func NewRoot(p RootPlan) ([]byte, error) {
	if p.Version == 0 {
		p.Version = 1
	}
	if p.Threshold < 1 || p.Threshold > len(p.Keys) {
		return nil, fmt.Errorf("root: the threshold is %d of %d keys; it must be at least 1 and at most the number of keys", p.Threshold, len(p.Keys))
	}
	if p.Online == nil {
		return nil, errors.New("root: the online key is missing")
	}
	root := metadata.Root(p.Expires.UTC().Truncate(time.Second))
	root.Signed.Version = p.Version
	root.Signed.ConsistentSnapshot = true
	for _, k := range p.Keys {
		if err := addKey(root, k, metadata.ROOT); err != nil {
			return nil, err
		}
	}
	if got := len(root.Signed.Roles[metadata.ROOT].KeyIDs); got != len(p.Keys) {
		return nil, errors.New("root: a key stands there twice")
	}
	root.Signed.Roles[metadata.ROOT].Threshold = p.Threshold
	for _, role := range []string{metadata.TARGETS, metadata.SNAPSHOT, metadata.TIMESTAMP} {
		if err := addKey(root, p.Online, role); err != nil {
			return nil, err
		}
	}
	return root.ToBytes(false)
}

func addKey(root *metadata.Metadata[metadata.RootType], k *ecdsa.PublicKey, role string) error {
	key, err := metadata.KeyFromPublicKey(k)
	if err != nil {
		return fmt.Errorf("root: %w", err)
	}
	return root.Signed.AddKey(key, role)
}

// SignRoot adds a signature to a root and returns it. Signing again with the same key changes nothing.
func SignRoot(root []byte, key *ecdsa.PrivateKey) ([]byte, error) {
	m, err := metadata.Root().FromBytes(root)
	if err != nil {
		return nil, fmt.Errorf("root: %w", err)
	}
	tufKey, err := metadata.KeyFromPublicKey(key.Public())
	if err != nil {
		return nil, err
	}
	id, err := tufKey.ID()
	if err != nil {
		return nil, err
	}
	for _, s := range m.Signatures {
		if s.KeyID == id {
			return root, nil
		}
	}
	if err := sign(m, key); err != nil {
		return nil, err
	}
	return m.ToBytes(false)
}

// CheckRoot checks that a root is signed by the threshold of its own keys and, unless it is the first, that it comes
// right after previous and is signed by the threshold of previous's keys as well.
func CheckRoot(root, previous []byte) error {
	_, err := parseRoot(root, previous)
	return err
}

func parseRoot(root, previous []byte) (*metadata.Metadata[metadata.RootType], error) {
	m, err := metadata.Root().FromBytes(root)
	if err != nil {
		return nil, fmt.Errorf("root: %w", err)
	}
	want := int64(1)
	if previous != nil {
		before, err := metadata.Root().FromBytes(previous)
		if err != nil {
			return nil, fmt.Errorf("previous root: %w", err)
		}
		if err := before.VerifyDelegate(metadata.ROOT, m); err != nil {
			return nil, fmt.Errorf("root: not signed by enough keys of the root before it: %w", err)
		}
		want = before.Signed.Version + 1
	}
	if m.Signed.Version != want {
		return nil, fmt.Errorf("root: it has version %d where %d is due", m.Signed.Version, want)
	}
	if err := m.VerifyDelegate(metadata.ROOT, m); err != nil {
		return nil, fmt.Errorf("root: not signed by enough of its own keys: %w", err)
	}
	if !m.Signed.ConsistentSnapshot {
		return nil, errors.New("root: it does not ask for consistent snapshots")
	}
	for _, role := range metadata.TOP_LEVEL_ROLE_NAMES {
		if r := m.Signed.Roles[role]; r == nil || r.Threshold < 1 || r.Threshold > len(r.KeyIDs) {
			return nil, fmt.Errorf("root: the threshold of the role %s is below 1 or above the number of its keys", role)
		}
	}
	return m, nil
}

// sign adds the signature of key to m.
func sign[T metadata.Roles](m *metadata.Metadata[T], key *ecdsa.PrivateKey) error {
	s, err := signature.LoadECDSASigner(key, crypto.SHA256)
	if err != nil {
		return err
	}
	_, err = m.Sign(s)
	return err
}
