//go:build peers

package tally

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"testing"
	"time"
)

// TestPeers counts the same ballots here and by snapshot.js, in memory and one after the other, and compares times and,
// where the definitions agree, numbers. PEERS names the folder in which npm installed testdata/peers; BALLOTS and RUNS
// are a million and five unless named.
func TestPeers(t *testing.T) {
	setting := func(name string, or int) int {
		if n, err := strconv.Atoi(os.Getenv(name)); err == nil && n > 0 {
			return n
		}
		return or
	}
	ballots, runs := setting("BALLOTS", million), setting("RUNS", 5)
	systems := map[string]struct {
		method Method
		times  float64 // how many times as fast it has to be
		same   bool
	}{
		"single-choice": {Single, 20, true},
		"approval":      {Approval, 20, true},
		"ranked-choice": {RankedIRV, 50, true},
		"copeland":      {RankedCondorcet, 20, false},
		"weighted":      {Weighted, 50, true},
		"quadratic":     {Quadratic, 50, false},
	}
	var stderr bytes.Buffer
	cmd := exec.Command("node", "peers.js", strconv.Itoa(ballots), strconv.Itoa(runs))
	cmd.Dir, cmd.Stderr = os.Getenv("PEERS"), &stderr
	raw, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v: %s", err, stderr.Bytes())
	}
	for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
		var peer struct {
			System string    `json:"system"`
			MS     []float64 `json:"ms"`
			Scores []float64 `json:"scores"`
		}
		if err := json.Unmarshal(lines.Bytes(), &peer); err != nil {
			t.Fatal(err)
		}
		s := systems[peer.System]
		p, err := NewPoll(Config{Method: s.method, Options: letters(eight)})
		if err != nil {
			t.Fatal(err)
		}
		generate(s.method, ballots, func(w uint64, c Choice) { p.Add("", Amount{lo: w}, c) })
		var ours []float64
		var out Outcome
		for range runs {
			start := time.Now()
			out = p.Count()
			ours = append(ours, float64(time.Since(start).Microseconds())/1000)
		}
		slices.Sort(ours)
		slices.Sort(peer.MS)
		a, b := ours[len(ours)/2], peer.MS[len(peer.MS)/2]
		t.Logf("%-16s %9.1f ms, snapshot.js %-13s %9.1f ms: %4.0f times as fast", s.method, a, peer.System, b, b/a)
		if b/a < s.times {
			t.Errorf("%s is not %.0f times as fast", s.method, s.times)
		}
		for i, score := range peer.Scores {
			exact, err := out.Scores[letters(eight)[i]].Rat()
			if err != nil {
				t.Fatal(err)
			}
			if f, _ := exact.Float64(); s.same && (f-score > 1e-9*f || score-f > 1e-9*f) {
				t.Errorf("%s: option %d scores %v, and %v by snapshot.js", s.method, i+1, f, score)
			}
		}
	}
}
