package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A member asks what its badges weigh, in words, and shows it to somebody who has nothing but genesis.json.
func TestBadgeWeight(t *testing.T) {
	dir, raw := seeded(t)
	var once struct {
		Proposal struct{ Digest string }
	}
	if err := json.Unmarshal(raw, &once); err != nil {
		t.Fatal(err)
	}
	files := t.TempDir()
	var shown string
	for _, m := range members(t, dir) {
		address := strings.ToLower(m.address.Hex())
		file := filepath.Join(files, m.name+".json")
		got := peritus(t, "badge", "weight", address, string(dir), "--proposal", once.Proposal.Digest, "--save", file, "--output", "json")
		if got.code == exitUnknown && strings.Contains(got.stderr, "nothing to show") {
			continue // not in this electorate
		}
		var answer weighing
		if err := json.Unmarshal([]byte(got.stdout), &answer); err != nil || got.code != exitOK || len(answer.Weights) == 0 {
			t.Fatalf("exit status %d, %v\n%s%s", got.code, err, got.stdout, got.stderr)
		}
		for _, w := range answer.Weights {
			if !w.Proved || w.Weight == 0 || len(w.Words) == 0 || w.Widened == 0 {
				t.Errorf("%s: %+v", m.name, w)
			}
		}
		shown = file
		if got := peritus(t, "verify", "--genesis", dir.genesis(), file); got.code != exitOK ||
			!strings.Contains(got.stdout, "proved     weight     "+m.address.Hex()) || !strings.Contains(got.stdout, "unchecked  badges") || strings.Contains(got.stdout, "1970") {
			t.Fatalf("exit status %d\n%s%s", got.code, got.stdout, got.stderr)
		}
		today := peritus(t, "badge", "weight", address, string(dir))
		if today.code != exitOK || !regexp.MustCompile(`(?m)^[a-z/]+ today: [0-9.]+ of [0-9.]+$`).MatchString(today.stdout) || !strings.Contains(today.stdout, ", issued ") {
			t.Fatalf("exit status %d\n%s%s", today.code, today.stdout, today.stderr)
		}
	}
	if shown == "" {
		t.Fatal("nobody has weight")
	}

	// Whatever is changed in the file, it does not hold.
	good, err := os.ReadFile(shown)
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(files, "bad.json")
	for _, change := range []struct{ from, to string }{
		{`"weight":"[1-9]`, `"weight":"9`}, {`"member":"0x..`, `"member":"0x99`}, {`"index":\d+`, `"index":1`}, {`"members":\d+,"name"`, `"members":99,"name"`},
		{`"electorate":"..`, `"electorate":"00`}, {`"total":"\d`, `"total":"8`}, {`"place":\d`, `"place":7`}, {`"name":"experts"`, `"name":"experts/law"`},
		{`"kind":"opened"`, `"kind":"closed"`}, {`"genesis":"..`, `"genesis":"00`}, {`"chambers":\[.*\],"electorate"`, `"chambers":[],"electorate"`},
		{`"schema":"peritus/weight/v1"`, `"schema":"peritus/weight/v1","more":1`}, {`"root":"..`, `"root":"00`},
	} {
		at := regexp.MustCompile(change.from).FindIndex(good)
		if at == nil {
			t.Fatalf("there is no %s in\n%s", change.from, good)
		}
		altered := string(good[:at[0]]) + change.to + string(good[at[1]:])
		if altered == string(good) {
			continue
		}
		if err := os.WriteFile(bad, []byte(altered), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := peritus(t, "verify", "--genesis", dir.genesis(), bad); got.code != exitRefuted || !strings.Contains(got.stderr, "refuted: weight") || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%s: exit status %d\n%s%s", change.to, got.code, got.stdout, got.stderr)
		}
	}
	if got := peritus(t, "verify", shown); got.code != exitUnknown || !strings.Contains(got.stderr, "--genesis") {
		t.Errorf("exit status %d: %s", got.code, got.stderr)
	}

	for _, refused := range []struct {
		code int
		why  string
		args []string
	}{
		{exitUnknown, "usage: peritus badge", []string{"badge"}},
		{exitUnknown, "is not an address", []string{"badge", "weight", "ada", string(dir)}},
		{exitUnknown, "not both", []string{"badge", "weight", "0x00000000000000000000000000000000000000aa", string(dir), "--domain", "law", "--proposal", "x"}},
		{exitUnknown, "--proposal DIGEST", []string{"badge", "weight", "0x00000000000000000000000000000000000000aa", string(dir), "--save", bad}},
		{exitUnknown, "there is no proposal", []string{"badge", "weight", "0x00000000000000000000000000000000000000aa", string(dir), "--proposal", strings.Repeat("ab", 32)}},
		{exitUnknown, "never held a badge", []string{"badge", "weight", "0x00000000000000000000000000000000000000aa", string(dir)}},
		{exitRefuted, "refuted", []string{"badge", "weight", "0x00000000000000000000000000000000000000aa", string(dir), "--genesis", strings.Repeat("ab", 32)}},
		{exitEnv, "no such folder", []string{"badge", "weight", "0x00000000000000000000000000000000000000aa", filepath.Join(files, "none")}},
	} {
		if got := peritus(t, refused.args...); got.code != refused.code || !strings.Contains(got.stderr, refused.why) || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%q: exit status %d: %s", refused.args, got.code, got.stderr)
		}
	}
	// Without any badge there is a weight of nothing, and the words say so.
	none := peritus(t, "badge", "weight", "0x00000000000000000000000000000000000000aa", string(dir), "--proposal", once.Proposal.Digest)
	if none.code != exitOK || !strings.Contains(none.stdout, "experts: 0 of ") || !strings.Contains(none.stdout, "No badge counts here") {
		t.Errorf("exit status %d\n%s%s", none.code, none.stdout, none.stderr)
	}
}
