package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/record"
)

// An operator who shows two histories is shown up by anybody who kept a note of the first.
func TestForkIsShown(t *testing.T) {
	m := newTampering(t, false)
	dir := t.TempDir()
	seen, state := filepath.Join(dir, "seen"), filepath.Join(dir, "state.json")
	var note []byte
	if err := m.db.QueryRow("SELECT note FROM checkpoint").Scan(&note); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(seen, note, 0o600); err != nil {
		t.Fatal(err)
	}
	genesis := m.dir.genesis()
	if got := peritus(t, "verify", "--genesis", genesis, "--resume", state, "--seen", seen, string(m.dir)); got.code != exitOK {
		t.Fatalf("%+v", got)
	}
	// The operator writes the last entry again, with another time, and signs the new tree with the log's own key.
	m.forge(true, func(entries []record.Entry) []record.Entry {
		last := &entries[len(entries)-1]
		last.Time++
		return entries
	})
	for _, args := range [][]string{{"--seen", seen}, {"--resume", state}} {
		got := peritus(t, append([]string{"verify", "--genesis", genesis, string(m.dir)}, args...)...)
		if got.code != exitRefuted || !strings.Contains(got.stderr, "fork: the log's key signed two trees of") || strings.Count(got.stdout, "\n\u2014 ") != 2 {
			t.Errorf("%v: %+v", args, got)
		}
	}
	got := peritus(t, "verify", "--output", "json", "--genesis", genesis, "--seen", seen, string(m.dir))
	if got.code != exitRefuted || !strings.Contains(got.stdout, `"evidence": [`) {
		t.Errorf("%+v", got)
	}
}
