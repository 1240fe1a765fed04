//go:build conformance

package snapshot

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/peritus-dao/peritus/governance/tally"
)

// TestConformanceSnapshot recounts real votes whose scores snapshot.js publishes: as Snapshot counts, and by the pure
// method, which must say the same.
func TestConformanceSnapshot(t *testing.T) {
	for name, methods := range map[string][2]tally.Method{
		"singleChoice.json": {"snapshot-single-choice", tally.Single},
		"approval.json":     {"snapshot-approval", tally.Approval},
	} {
		raw, err := os.ReadFile(filepath.Join(os.Getenv("VECTORS"), "snapshot", name))
		if err != nil {
			t.Fatalf("%v: set VECTORS to the folder that holds snapshot", err)
		}
		var want struct {
			Scores      []json.Number `json:"scores"`
			ScoresTotal json.Number   `json:"scoresTotal"`
		}
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatal(err)
		}
		e, err := Parse(raw)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := e.Count(methods[0])
		if err != nil {
			t.Fatal(err)
		}
		p, err := e.Poll(tally.Config{Method: methods[1]})
		if err != nil {
			t.Fatal(err)
		}
		for _, out := range []tally.Outcome{theirs, p.Count()} {
			for i, s := range want.Scores {
				if got := out.Scores[e.Choices[i]]; string(got) != s.String() {
					t.Errorf("%s by %s: %s scores %s, want %s", name, out.Method, e.Choices[i], got, s)
				}
			}
			if string(out.Total) != want.ScoresTotal.String() || out.Winners[0] != e.Choices[0] || len(out.Spoiled) != 0 {
				t.Errorf("%s by %s: %s of %s win, spoiled %v", name, out.Method, out.Winners, out.Total, out.Spoiled)
			}
		}
	}
}
