package agent

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// readWitnesses reads verifier keys, each of them once.
func readWitnesses(keys []string) ([]note.Verifier, error) {
	var out []note.Verifier
	seen := map[string]bool{}
	for _, key := range keys {
		w, err := record.NewWitness(key)
		if err != nil {
			return nil, err
		}
		if seen[key] {
			return nil, fmt.Errorf("the witness %s is named twice", w.Name())
		}
		seen[key] = true
		out = append(out, w)
	}
	return out, nil
}

// witnessed checks that enough witnesses have signed the instance's checkpoint, and that the tree which they saw has the intent of a
// release. It returns the names of those who signed.
func (a *Agent) witnessed(f fetcher, t release.Trust, index int64, intent []byte) ([]string, error) {
	keys, whose := a.cfg.Witnesses, "the configuration"
	if len(keys) == 0 {
		keys, whose = t.Record.Witnesses, "the instance"
	}
	witnesses, err := readWitnesses(keys)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", whose, err)
	}
	need := a.cfg.RequireWitnesses
	if len(witnesses) < need {
		return nil, stale{fmt.Errorf("requireWitnesses asks for %d, and %s names %d", need, whose, len(witnesses))}
	}
	raw, err := f.DownloadFile(a.cfg.Server+"/log/checkpoint", record.MaxCheckpoint, 0)
	if err != nil {
		return nil, err
	}
	c, n, err := record.OpenCheckpoint(raw, t.Record.Origin, t.Log, witnesses...)
	if err != nil {
		return nil, err
	}
	var saw, missing []string
	for _, w := range witnesses {
		if signed(n, w) {
			saw = append(saw, w.Name())
		} else {
			missing = append(missing, w.Name())
		}
	}
	switch {
	case len(saw) < need:
		return nil, stale{fmt.Errorf("%d of the %d witnesses needed have signed the checkpoint of %d entries; without: %s", len(saw), need, c.Size, strings.Join(missing, ", "))}
	case c.Size <= index:
		return nil, stale{fmt.Errorf("the witnesses have seen %d entries, and the release rests on entry %d", c.Size, index)}
	}
	proof, err := record.ProveInclusion(c.Size, index, record.TileHashes(c.Size, c.Root, func(tile record.Tile) ([]byte, error) {
		return f.DownloadFile(a.cfg.Server+"/log/"+record.TilePath(tile), record.TileWidth*int64(len(record.Hash{})), 0)
	}))
	if err != nil {
		return nil, fmt.Errorf("the log that the witnesses saw: %w", err)
	}
	if record.CheckInclusion(proof, c.Size, c.Root, index, record.LeafHash(intent)) != nil {
		return nil, errors.New("the log that the witnesses saw has another entry there: this node is shown another history")
	}
	return saw, nil
}

func signed(n *note.Note, v note.Verifier) bool {
	for _, s := range n.Sigs {
		if s.Name == v.Name() && s.Hash == v.KeyHash() {
			return true
		}
	}
	return false
}
