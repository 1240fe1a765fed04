package proposal_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// registry folds badges of safety (type 1), law (type 2).
func registry(t testing.TB, grants ...replaytest.Grant) *badge.Registry {
	t.Helper()
	r := new(badge.Registry)
	for _, e := range replaytest.Badges(t, 1, replaytest.Start, grants...) {
		if err := r.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func freeze(t testing.TB, r *badge.Registry, points map[string]uint64, domainHeads int) proposal.Electorate {
	t.Helper()
	e, err := proposal.Freeze(replaytest.Policy().Weight, policy.Rules{DomainHeads: domainHeads}, r.At(1), weight.Shares(points), uint64(replaytest.Start+10), uint64(replaytest.Start+5), proposal.Exceptions{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestFreeze(t *testing.T) {
	r := registry(t, replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1}, replaytest.Grant{Name: "bo", Type: 2, Level: 2})
	e := freeze(t, r, map[string]uint64{"safety": 3, "law": 1}, 1)
	var names []string
	for _, c := range e.Chambers {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, " "); got != "experts experts/law experts/safety" {
		t.Fatalf("chambers %s", got)
	}
	ada, bo := replaytest.Address(t, "ada"), replaytest.Address(t, "bo")
	if w := e.Chamber("experts/safety").Weight(ada); w != 40*weight.Unit {
		t.Fatalf("ada has %s in safety", w.Units())
	}
	if e.Chamber("experts/law").Weight(ada) != 0 || e.Chamber("experts/law").Weight(bo) != 20*weight.Unit {
		t.Fatal("the law chamber is wrong")
	}
	if !e.Has(ada) || e.Has(common.Address{9}) || e.Chamber("none") != nil {
		t.Fatal("who belongs to the electorate is wrong")
	}
	// Too few experts of law: their field is represented by the chamber of all, since law has no parent.
	if e := freeze(t, r, map[string]uint64{"safety": 3, "law": 1}, 2); e.Chamber("experts/law") != nil || e.Chamber("experts/safety") == nil {
		t.Fatal("a field with too few experts became a chamber")
	}
	// A sub-field without experts is represented by its parent.
	if e := freeze(t, r, map[string]uint64{"law/licensing": 1, "safety": 1}, 1); e.Chamber("experts/law") == nil || e.Chamber("experts/law/licensing") != nil {
		t.Fatal("law does not speak for law/licensing")
	}
}

func TestElectorateDocumentRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var grants []replaytest.Grant
		for i := range rapid.IntRange(1, 20).Draw(rt, "members") {
			grants = append(grants, replaytest.Grant{Name: fmt.Sprint(i), Type: uint32(1 + i%2), Level: uint8(rapid.IntRange(1, 3).Draw(rt, "level"))})
		}
		e := freeze(t, registry(t, grants...), map[string]uint64{"safety": 1, "law": 2}, 1)
		raw, err := e.Document(document.Digest{1}, 7, replaytest.Start, nil)
		if err != nil {
			t.Fatal(err)
		}
		parts := map[document.Digest][]byte{}
		for part := range e.Parts() {
			parts[document.Sum(part)] = bytes.Clone(part)
			if canonical, err := document.Canonical(part); err != nil || !bytes.Equal(canonical, part) {
				t.Fatalf("the part %s is not canonical: %v", part, err)
			}
		}
		read := func(d document.Digest) ([]byte, error) { return parts[d], nil }
		again, err := proposal.ParseElectorate(raw, read)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(again) != fmt.Sprint(e) {
			t.Fatalf("got %v, want %v", again, e)
		}
		for _, c := range e.Chambers {
			var leaves [][]byte
			for m := range c.All() {
				leaf := m.Leaf()
				if want, _ := document.Marshal(m); string(want) != string(leaf) {
					t.Fatalf("the leaf %s is not canonical, %s is", leaf, want)
				}
				leaves = append(leaves, leaf)
			}
			if len(leaves) != c.Members {
				t.Fatalf("chamber %s has %d members and says %d", c.Name, len(leaves), c.Members)
			}
			for i := range leaves {
				proof, err := record.InclusionInList(leaves, i)
				if err != nil {
					t.Fatal(err)
				}
				if err := record.CheckInclusion(proof, int64(len(leaves)), record.Hash(c.Root), int64(i), record.LeafHash(leaves[i])); err != nil {
					t.Fatal(err)
				}
			}
		}
		altered := strings.Replace(string(raw), `"total":"`, `"total":"1`, 1)
		if _, err := proposal.ParseElectorate([]byte(altered), read); err == nil {
			t.Fatal("an altered total was accepted")
		}
	})
}

func FuzzParseRevision(f *testing.F) {
	zero := strings.Repeat("0", 64)
	one := strings.Repeat("1", 64)
	f.Add([]byte(`{"schema":"peritus/revision/v1","genesis":"` + one + `","proposer":"0x0000000000000000000000000000000000000001","sequence":1,"title":{"text":"` + one + `","keccak":"` + one + `"},"summary":"` + one + `","changes":{"spec/chat":{"base":"` + zero + `","document":"` + one + `"}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := proposal.ParseRevision(raw)
		if err == nil && (len(r.Changes) == 0 || r.Sequence == 0) {
			t.Fatal("an empty revision was accepted")
		}
	})
}

// Electorates as a data folder or a mirror could hold them after somebody wrote into it.
func TestElectoratesThatAreWrong(t *testing.T) {
	e := freeze(t, registry(t, replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1}), map[string]uint64{"safety": 1}, 1)
	raw, err := e.Document(document.Digest{1}, 7, replaytest.Start, nil)
	if err != nil {
		t.Fatal(err)
	}
	var list []byte
	for part := range e.Parts() {
		list = bytes.Clone(part)
	}
	// with puts other bytes in the place of every part.
	with := func(part string) func() ([]byte, map[document.Digest][]byte) {
		return func() ([]byte, map[document.Digest][]byte) {
			return bytes.ReplaceAll(raw, []byte(document.Sum(list).String()), []byte(document.Sum([]byte(part)).String())), map[document.Digest][]byte{document.Sum([]byte(part)): []byte(part)}
		}
	}
	first, _ := replaytest.Address(t, "ada").MarshalText()
	for name, c := range map[string]struct {
		made func() ([]byte, map[document.Digest][]byte)
		want string
	}{
		"another member's weight": {with(strings.Replace(string(list), `"4`, `"5`, 1)), "does not lead to its root"},
		"a member without weight": {with(`{"` + string(first) + `":"0"}`), "has no weight"},
		"no list":                 {with(`[]`), "chamber experts"},
		"other bytes": {func() ([]byte, map[document.Digest][]byte) {
			return raw, map[document.Digest][]byte{document.Sum(list): append(bytes.Clone(list), ' ')}
		}, "are others"},
		"another root": {func() ([]byte, map[document.Digest][]byte) {
			return bytes.Replace(raw, []byte(e.Root.String()), []byte(document.Sum(nil).String()), 1), map[document.Digest][]byte{document.Sum(list): list}
		}, "do not lead to its root"},
	} {
		doc, parts := c.made()
		if bytes.Equal(doc, raw) && bytes.Equal(parts[document.Sum(list)], list) {
			t.Errorf("%s: nothing was altered", name)
		}
		if _, err := proposal.ParseElectorate(doc, func(d document.Digest) ([]byte, error) { return parts[d], nil }); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
