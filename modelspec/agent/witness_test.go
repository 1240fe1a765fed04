package agent_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/agent"
	"github.com/peritus-dao/peritus/modelspec/agent/agenttest"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

func witness(t *testing.T, name string) *record.WitnessSigner {
	t.Helper()
	key, err := record.GenerateWitness(strings.NewReader(strings.Repeat(name, 32)), name)
	if err != nil {
		t.Fatal(err)
	}
	w, err := record.NewWitnessSigner(key)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// A node that asks for two of three witnesses takes a release only from a log that two of them saw.
func TestWitnesses(t *testing.T) {
	a, b, c := witness(t, "a.example"), witness(t, "b.example"), witness(t, "c.example")
	for name, test := range map[string]struct {
		signs []*record.WitnessSigner
		need  int
		bend  func(s *instance, path string, data []byte) []byte
		want  string // in the refusal; empty is none
		fails bool   // the refusal says no, and not only "not now"
	}{
		"two of three":          {signs: []*record.WitnessSigner{c, a}},
		"all, three are needed": {signs: []*record.WitnessSigner{a, b, c}, need: 3},
		"nobody":                {want: "witnesses: 0 of the 2 witnesses needed have signed the checkpoint of 5 entries; without: a.example, b.example, c.example"},
		"one":                   {signs: []*record.WitnessSigner{b}, want: "witnesses: 1 of the 2 witnesses needed have signed the checkpoint of 5 entries; without: a.example, c.example"},
		"one, twice":            {signs: []*record.WitnessSigner{b, b}, want: "1 of the 2 witnesses needed"},
		"a stranger":            {signs: []*record.WitnessSigner{b, witness(t, "d.example")}, want: "1 of the 2 witnesses needed"},
		"another by that name":  {signs: []*record.WitnessSigner{b, other(t, "a.example")}, want: "1 of the 2 witnesses needed"},
		"a forged signature": {signs: []*record.WitnessSigner{a, b}, want: "witnesses: checkpoint: invalid signature", fails: true, bend: func(_ *instance, path string, data []byte) []byte {
			if path == "/log/checkpoint" {
				data = bytes.Clone(data)
				i := bytes.LastIndexByte(data[:len(data)-1], '\n') - 20
				data[i] ^= 1
			}
			return data
		}},
		"they saw another history": {signs: []*record.WitnessSigner{a, b}, want: "witnesses: the log that the witnesses saw has another entry there", fails: true, bend: func(s *instance, path string, data []byte) []byte {
			return fork(t, s, path, data, 5, a, b)
		}},
		"they have not seen it yet": {signs: []*record.WitnessSigner{a, b}, want: "witnesses: the witnesses have seen 4 entries, and the release rests on entry 4", bend: func(s *instance, path string, data []byte) []byte {
			return fork(t, s, path, data, 4, a, b)
		}},
		"a tile of another tree": {signs: []*record.WitnessSigner{a, b}, want: "witnesses: the log that the witnesses saw: ", fails: true, bend: func(_ *instance, path string, data []byte) []byte {
			if strings.HasPrefix(path, "/log/tile/") {
				data = bytes.Clone(data)
				data[0] ^= 1
			}
			return data
		}},
		"no checkpoint": {signs: []*record.WitnessSigner{a, b}, want: "witnesses: this could not be checked now", bend: func(_ *instance, path string, data []byte) []byte {
			if path == "/log/checkpoint" {
				return nil
			}
			return data
		}},
		"more than there are": {signs: []*record.WitnessSigner{a, b}, need: 4, want: "requireWitnesses is 4"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newInstance(t)
			n := s.node()
			n.model("one")
			s.release("one", releasetest.Options{})
			s.Witnesses = test.signs
			if test.bend != nil {
				s.Bend = func(path string, data []byte) []byte { return test.bend(s, path, data) }
			}
			n.cfg.Witnesses, n.cfg.RequireWitnesses = []string{a.Public(), b.Public(), c.Public()}, max(test.need, 2)
			out, _, err := n.pull()
			if test.want == "" {
				if err != nil || !out.Changed || n.runs() != configOf("one") {
					t.Fatalf("%v, %+v", err, out)
				}
				said := ""
				for _, c := range out.Claims {
					if c.Step == release.StepWitnesses {
						said = string(c.Label) + ": " + c.Says
					}
				}
				if !strings.HasPrefix(said, "co-signed: a.example, ") || !strings.HasSuffix(said, " saw it there") {
					t.Errorf("it says %q", said)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), test.want) || n.runs() != "" {
				t.Fatalf("%v, and not %q; it runs %q", err, test.want, n.runs())
			}
			if test.need == 0 && errors.Is(err, release.ErrUnknown) == test.fails {
				t.Errorf("it says no: %t, want %t: %v", !test.fails, test.fails, err)
			}
		})
	}
}

// Without a choice of its own the node asks for the instance's witnesses; and whoever does not ask says so.
func TestWitnessesOfTheInstance(t *testing.T) {
	a, b := witness(t, "a.example"), witness(t, "b.example")
	for name, test := range map[string]struct {
		named []*record.WitnessSigner
		need  int
		want  string // in the claim, or in the refusal
	}{
		"both":                     {[]*record.WitnessSigner{a, b}, 2, "a.example, b.example saw it there"},
		"nobody is asked":          {[]*record.WitnessSigner{a, b}, 0, "no witness was asked"},
		"it names too few":         {[]*record.WitnessSigner{a}, 2, "witnesses: requireWitnesses asks for 2, and the instance names 1"},
		"it names none, one asked": {nil, 1, "witnesses: requireWitnesses asks for 1, and the instance names 0"},
	} {
		t.Run(name, func(t *testing.T) {
			s := &instance{agenttest.New(t, test.named...)}
			n := s.node()
			n.model("one")
			s.release("one", releasetest.Options{})
			n.cfg.RequireWitnesses = test.need
			out, _, err := n.pull()
			said := fmt.Sprint(out.Claims)
			if err != nil {
				said = err.Error()
			}
			if fine := err == nil; fine != (len(test.named) >= max(test.need, 1)) || !fine && !errors.Is(err, release.ErrUnknown) || !strings.Contains(said, test.want) {
				t.Errorf("%s", said)
			}
		})
	}
}

func TestWitnessesConfig(t *testing.T) {
	key := witness(t, "a.example").Public()
	for name, test := range map[string]struct {
		keys []string
		need int
	}{
		"none needed": {[]string{key}, 0}, "fewer than none": {nil, -1}, "more than there are": {[]string{key}, 2}, "named twice": {[]string{key, key}, 2}, "no key": {[]string{"a.example"}, 1},
	} {
		s := newInstance(t)
		n := s.node()
		n.cfg.Witnesses, n.cfg.RequireWitnesses = test.keys, test.need
		if _, err := agent.New(n.cfg, n.opts); err == nil || !strings.Contains(err.Error(), "itnesses") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// other is another witness of the same name.
func other(t *testing.T, name string) *record.WitnessSigner {
	t.Helper()
	key, err := record.GenerateWitness(strings.NewReader(strings.Repeat("another", 32)), name)
	if err != nil {
		t.Fatal(err)
	}
	w, err := record.NewWitnessSigner(key)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// fork is a log of other entries, of that size, which the log's key and witnesses signed.
func fork(t *testing.T, s *instance, path string, data []byte, size int, witnesses ...*record.WitnessSigner) []byte {
	var tree record.Tree
	var stored record.StoredHashes
	for i := range size {
		stored = append(stored, tree.Append([]byte{byte(i)})...)
	}
	switch {
	case path == "/log/checkpoint":
		c := record.Checkpoint{Origin: releasetest.Origin, Size: tree.Size(), Root: tree.Root()}
		msg, err := c.Sign(s.Log)
		if err != nil {
			t.Error(err)
		}
		for _, w := range witnesses {
			msg = append(msg, w.Cosign([]byte(c.Text()), 1)...)
		}
		return msg
	case strings.HasPrefix(path, "/log/tile/"):
		tile, err := record.ParseTilePath(strings.TrimPrefix(path, "/log/"))
		if err == nil {
			data, err = record.ReadTile(tile, stored)
		}
		if err != nil {
			t.Error(err)
		}
	}
	return data
}
