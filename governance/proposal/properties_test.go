package proposal_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
)

// The properties of issue 3, through everything that makes an electorate: events, registry, policy, difference, freezing.

const (
	blockTime = 1_900_000_000
	issued    = blockTime - 1000
)

var domains = []string{"safety", "nlp", "data", "data/licensing"}

func account(n int) common.Address { return common.Address{19: byte(n)} }

// events draws the life of badges: the types, then for each holder grants, changes and ends, in the order that the contract
// asks for. They are all of one block, so that any two holders' events may change places.
func events(t *rapid.T) (setup []badge.Event, lives [][]badge.Event) {
	for i, d := range domains {
		setup = append(setup, badge.Event{Kind: badge.TypeCreated, Type: uint32(i + 1), Domain: d, Name: "Expert", Levels: 5, Decision: common.Hash{1}})
		for issuer := range 3 {
			setup = append(setup, badge.Event{Kind: badge.IssuerSet, Type: uint32(i + 1), Issuer: account(200 + issuer), Allowed: true, Decision: common.Hash{1}})
		}
	}
	for holder := range rapid.IntRange(0, 9).Draw(t, "holders") {
		var life []badge.Event
		for typ := uint32(1); int(typ) <= len(domains); typ++ {
			held := badge.Event{Type: typ, ID: badge.TokenID(account(holder+1), typ), Holder: account(holder + 1)}
			for n := range uint64(rapid.IntRange(0, 3).Draw(t, "events")) {
				e := held
				if e.Kind = badge.LevelChanged; n == 0 {
					e.Kind = badge.Minted
				}
				e.Issuer, e.Level = account(200+rapid.IntRange(0, 2).Draw(t, "issuer")), rapid.Uint8Range(1, 5).Draw(t, "level")
				e.Issued = issued + n - rapid.SampledFrom([]uint64{0, 5, 900}).Draw(t, "age")*(3-n)/3
				life = append(life, e)
			}
			if rapid.IntRange(0, 5).Draw(t, "end") == 0 {
				held.Kind = badge.Surrendered
				life = append(life, held)
			}
		}
		lives = append(lives, life)
	}
	return setup, lives
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// registryOf folds the events of one block. What the contract would refuse is left out, the same whatever else happens.
func registryOf(list []badge.Event) *badge.Registry {
	r := new(badge.Registry)
	for i, e := range list {
		e.Block, e.Time, e.Index, e.Tx = 1, blockTime-500, uint64(i), common.Hash{1}
		_ = r.Apply(e)
	}
	return r
}

// mixed interleaves lists at random, and keeps the order of each.
func mixed(t *rapid.T, lists [][]badge.Event) []badge.Event {
	lists = slices.Clone(lists)
	var out []badge.Event
	for {
		lists = slices.DeleteFunc(lists, func(l []badge.Event) bool { return len(l) == 0 })
		if len(lists) == 0 {
			return out
		}
		i := rapid.IntRange(0, len(lists)-1).Draw(t, "next")
		out = append(out, lists[i][0])
		lists[i] = lists[i][1:]
	}
}

func parameters(t *rapid.T) weight.Parameters {
	caps := []weight.Fraction{{}, {Num: 1, Den: 2}, {Num: 1, Den: 5}, {Num: 1, Den: 20}}
	return weight.Parameters{
		LevelPower: []weight.Micro{weight.Unit, 3 * weight.Unit, 9 * weight.Unit, 27 * weight.Unit, 81 * weight.Unit},
		HalfLife:   rapid.SampledFrom([]uint64{0, 700}).Draw(t, "half-life"), MemberFloor: rapid.SampledFrom([]weight.Micro{0, weight.Unit}).Draw(t, "floor"),
		MemberCap: rapid.SampledFrom(caps).Draw(t, "member cap"), IssuerCap: rapid.SampledFrom(caps).Draw(t, "issuer cap"),
	}
}

func points(t *rapid.T) map[string]uint64 {
	return rapid.MapOfN(rapid.SampledFrom(append([]string{policy.General}, domains...)), rapid.Uint64Range(1, 5), 1, 5).Draw(t, "points")
}

func frozen(t *rapid.T, p weight.Parameters, heads int, r *badge.Registry, points map[string]uint64) proposal.Electorate {
	t.Helper()
	e, err := proposal.Freeze(p, policy.Rules{DomainHeads: heads}, r.At(1), weight.Shares(points), blockTime, blockTime, proposal.Exceptions{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Weights, caps and roots do not depend on the order of the chain's events, as far as the contract lets them be exchanged.
func TestElectorateDoesNotDependOnTheOrderOfEvents(t *testing.T) {
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		setup, lives := events(t)
		p, points, heads := parameters(t), points(t), rapid.IntRange(0, 3).Draw(t, "heads")
		a := frozen(t, p, heads, registryOf(slices.Concat(setup, slices.Concat(lives...))), points)
		b := frozen(t, p, heads, registryOf(slices.Concat(setup, mixed(t, lives))), points)
		if a.Root != b.Root || fmt.Sprintf("%+v", a) != fmt.Sprintf("%+v", b) {
			t.Fatalf("%+v\nin another order\n%+v", a, b)
		}
		seen += len(a.Voters)
	})
	if seen < 100 {
		t.Errorf("only %d voters in all electorates", seen)
	}
}

// In each chamber the weights sum to the total, and both caps hold or are widened by the factor that is on record.
func TestFrozenCapsHold(t *testing.T) {
	widened := 0
	rapid.Check(t, func(t *rapid.T) {
		setup, lives := events(t)
		p := parameters(t)
		r := registryOf(slices.Concat(setup, mixed(t, lives)))
		e := frozen(t, p, 1, r, points(t))
		raw, err := e.Document(document.Digest{1}, 1, blockTime, weight.Shares(map[string]uint64{"safety": 1}))
		if err != nil {
			t.Fatal(err)
		}
		parts := map[document.Digest][]byte{}
		for part := range e.Parts() {
			parts[document.Sum(part)] = slices.Clone(part)
		}
		read, err := proposal.ParseElectorate(raw, func(d document.Digest) ([]byte, error) { return parts[d], nil })
		if err != nil {
			t.Fatal(err)
		}
		for i := range read.Chambers { // as a reader of the document sees them
			c := &read.Chambers[i]
			if fmt.Sprintf("%+v", c.Caps) != fmt.Sprintf("%+v", e.Chambers[i].Caps) {
				t.Fatalf("the document says %+v, and the caps came to %+v", c.Caps, e.Chambers[i].Caps)
			}
			if got := read.Summary()[c.Name].Widened; got != c.Caps.Widened*uint64(b2i(c.Caps.Widened > 1)) {
				t.Fatalf("the entry says widened by %d, the document by %d", got, c.Caps.Widened)
			}
			var sum weight.Micro
			for m := range c.All() {
				sum += m.Weight
				if exceeds(m.Weight, c.Total, p.MemberCap, c.Caps.Widened) {
					t.Fatalf("%s: %s has %d of %d, above %s times %d", c.Name, m.Address, m.Weight, c.Total, p.MemberCap, c.Caps.Widened)
				}
			}
			if sum != c.Total || c.Members > 0 && (c.Total == 0 || c.Caps.Widened == 0) {
				t.Fatalf("%s: the weights sum to %d, the total is %d; widened by %d", c.Name, sum, c.Total, c.Caps.Widened)
			}
			if c.Caps.Widened > 1 {
				widened++
			}
			if c.Caps.IssuerLimit > 0 && exceeds(c.Caps.IssuerLimit, c.Total, p.IssuerCap, c.Caps.Widened) && len(c.Caps.Cut) > 0 {
				t.Fatalf("%s: %d of %d may rest on one issuer, above %s times %d", c.Name, c.Caps.IssuerLimit, c.Total, p.IssuerCap, c.Caps.Widened)
			}
		}
	})
	if widened == 0 {
		t.Error("no electorate was too small for its caps")
	}
}

func exceeds(part, all weight.Micro, f weight.Fraction, factor uint64) bool {
	if f.IsZero() {
		return false
	}
	left := new(big.Int).Mul(new(big.Int).SetUint64(uint64(part)), new(big.Int).SetUint64(f.Den))
	right := new(big.Int).Mul(new(big.Int).SetUint64(uint64(all)), new(big.Int).SetUint64(min(f.Num*factor, f.Den)))
	return left.Cmp(right) > 0
}

// Whoever pads a change with others adds bodies that must agree, and never removes one: whatever the policy's patterns, the
// documents and the badges are.
func TestPaddingNeverRemovesABody(t *testing.T) {
	added, kept := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		setup, lives := events(t)
		r := registryOf(slices.Concat(setup, slices.Concat(lives...)))
		kind := policy.Kind{Paths: rapid.MapOf(
			rapid.SampledFrom([]string{"/a", "/a/**", "/a/b", "/a/*", "/*/b", "/c/**", "/c/d", "/**", "/*", "/e"}),
			rapid.MapOfN(rapid.SampledFrom(domains), rapid.Uint64Range(1, 9), 0, 2),
		).Draw(t, "paths")}
		before := drawDocument(t, "before")
		small := edited(t, before, "the change")
		padded := edited(t, small, "the padding")
		diff := func(after map[string]any) []document.Change {
			changes, err := document.Diff(encoded(t, before), encoded(t, after))
			if err != nil {
				t.Fatal(err)
			}
			return changes
		}
		change, more := diff(small), diff(padded)
		for _, c := range change {
			// Only what keeps the change and adds to it is padding.
			if !slices.ContainsFunc(more, func(m document.Change) bool { return m.Path == c.Path }) {
				return
			}
		}
		p, heads := parameters(t), rapid.IntRange(0, 4).Draw(t, "heads")
		a, b := frozen(t, p, heads, r, kind.Points(change)), frozen(t, p, heads, r, kind.Points(more))
		for i := range a.Chambers {
			c := &a.Chambers[i]
			same := b.Chamber(c.Name)
			if same == nil {
				t.Fatalf("%s must agree to %v, and not to the padded %v", c.Name, change, more)
			}
			// A domain's own body is the same, member for member: nobody in it is outvoted by those who came in.
			if c.Domain != "" && same.Root != c.Root {
				t.Fatalf("%s is another body for the padded change", c.Name)
			}
		}
		kept += len(a.Chambers)
		added += len(b.Chambers) - len(a.Chambers)
	})
	if added == 0 || kept < 50 {
		t.Errorf("%d bodies were kept and %d added", kept, added)
	}
}

func drawDocument(t *rapid.T, name string) map[string]any {
	doc := map[string]any{}
	for _, top := range []string{"a", "c", "e"} {
		switch rapid.IntRange(0, 2).Draw(t, name) {
		case 0:
			doc[top] = rapid.SampledFrom([]string{"x", "y"}).Draw(t, name)
		case 1:
			inner := map[string]any{}
			for _, key := range []string{"b", "d"} {
				if rapid.Bool().Draw(t, name) {
					inner[key] = rapid.SampledFrom([]string{"x", "y"}).Draw(t, name)
				}
			}
			doc[top] = inner
		}
	}
	return doc
}

// edited changes a few values of a document.
func edited(t *rapid.T, doc map[string]any, name string) map[string]any {
	var out map[string]any
	if err := json.Unmarshal(encoded(t, doc), &out); err != nil {
		t.Fatal(err)
	}
	other := drawDocument(t, name)
	for _, top := range slices.Sorted(maps.Keys(other)) {
		if rapid.Bool().Draw(t, name) {
			continue
		}
		inner, ok := out[top].(map[string]any)
		into, also := other[top].(map[string]any)
		if !ok || !also {
			out[top] = other[top]
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(into)) {
			inner[key] = into[key]
		}
	}
	return out
}

func encoded(t *rapid.T, doc map[string]any) []byte {
	raw, err := document.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// What is said of one holder is what is said of all.
func TestStandingOfOneIsThatOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		setup, lives := events(t)
		r := registryOf(slices.Concat(setup, mixed(t, lives)))
		before := blockTime - 500 + rapid.Uint64Range(0, 1).Draw(t, "before")
		of := map[common.Address][]badge.Badge{}
		for b := range r.At(1).Standing(before) {
			of[b.Holder] = append(of[b.Holder], b)
		}
		for n := range 11 {
			got := r.At(1).StandingOf(account(n), before)
			slices.SortFunc(got, func(a, b badge.Badge) int { return cmp.Compare(a.Type, b.Type) })
			if !slices.Equal(got, of[account(n)]) {
				t.Fatalf("%+v, and among all %+v", got, of[account(n)])
			}
		}
	})
}
