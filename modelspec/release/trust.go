package release

import (
	"crypto"
	"fmt"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// Trust is what a reader of releases believes in, all of it read from one pinned genesis.
type Trust struct {
	Genesis   document.Digest // the pin
	Record    record.Genesis
	Log       note.Verifier
	Cosigners Keys
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
	keys := map[string]crypto.PublicKey{}
	for _, id := range sortedKeys(t.Record.Cosigners.Keys) {
		key, err := ParseKey(t.Record.Cosigners.Keys[id])
		if err != nil {
			return Trust{}, fmt.Errorf("genesis.json: co-signer %q: %w", id, err)
		}
		keys[id] = key
	}
	if t.Cosigners, err = NewKeys(t.Record.Cosigners.Threshold, keys); err != nil {
		return Trust{}, fmt.Errorf("genesis.json: co-signers: %w", err)
	}
	return t, nil
}
