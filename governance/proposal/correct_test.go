package proposal_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

// What is left of a weight is in proportion, rounded down, and never more than it was.
func TestReweigh(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := weight.Micro(rapid.Uint64Range(0, 1<<40).Draw(t, "raw"))
		w := weight.Micro(rapid.Uint64Range(0, uint64(raw)).Draw(t, "weight"))
		remaining := weight.Micro(rapid.Uint64Range(0, uint64(raw)).Draw(t, "remaining"))
		got := proposal.Reweigh(w, remaining, raw)
		switch {
		case got > w:
			t.Fatalf("%d of %d leaves %d of %d, which is more", remaining, raw, got, w)
		case raw > 0 && remaining == 0 && got != 0:
			t.Fatalf("nothing remains, and the weight is %d", got)
		case remaining == raw && got != w:
			t.Fatalf("all remains, and the weight is %d instead of %d", got, w)
		}
		if less := proposal.Reweigh(w, remaining/2, raw); less > got {
			t.Fatalf("less remains, and the weight is %d above %d", less, got)
		}
	})
}

// A correction touches one member and no total, and leaves copies alone; and of the addresses of one member one votes.
func TestCorrectedElectorate(t *testing.T) {
	address := func(n int) common.Address { return common.BytesToAddress([]byte{byte(n)}) }
	rapid.Check(t, func(t *rapid.T) {
		members := rapid.IntRange(1, 12).Draw(t, "members")
		var registry badge.Registry
		add := func(e badge.Event) {
			e.Block, e.Time, e.Index = 1, 1000, uint64(registry.Len()+len(registry.Types())+len(registry.Issuers(1)))
			if err := registry.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		add(badge.Event{Kind: badge.TypeCreated, Type: 1, Domain: "safety", Name: "Safety", Levels: 3, Decision: common.Hash{1}})
		add(badge.Event{Kind: badge.IssuerSet, Type: 1, Issuer: address(200), Allowed: true, Decision: common.Hash{1}})
		for n := range members {
			add(badge.Event{Kind: badge.Minted, Type: 1, ID: badge.TokenID(address(n+1), 1), Holder: address(n + 1), Issuer: address(200), Level: uint8(n%3 + 1), Issued: 1000})
		}
		e, err := proposal.Freeze(weight.Parameters{LevelPower: []weight.Micro{1, 2, 4}}, policy.Rules{}, registry.At(1), []weight.Share{{Domain: "safety", Points: 1, Micro: 1_000_000}}, 2000, 1500, proposal.Exceptions{})
		if err != nil {
			t.Fatal(err)
		}
		before := e
		for n := 1; n <= members+1; n++ {
			p, err := e.Prove(address(n))
			if err != nil || p.Verify(e.Root) != nil || len(p.Chambers) != 2 && n <= members || len(p.Chambers) != 0 && n > members {
				t.Fatalf("the proof of member %d is %+v: %v", n, p, err)
			}
			for i := range p.Chambers {
				p.Chambers[i].Weight++
				if p.Verify(e.Root) == nil {
					t.Fatal("a proof of another weight holds")
				}
			}
			if p.Verify(e.Chambers[0].Root) == nil {
				t.Fatal("a proof holds in another electorate")
			}
		}
		hit := rapid.IntRange(1, members).Draw(t, "corrected")
		var moves []proposal.Move
		now := map[int]int{} // member → number of the address that is in force
		for n := range members {
			now[n+1] = n + 1
		}
		for i := range rapid.IntRange(0, 8).Draw(t, "moves") {
			who := rapid.IntRange(1, members).Draw(t, "who")
			moves = append(moves, proposal.Move{From: address(now[who]), To: address(100 + i)})
			now[who] = 100 + i
		}
		e.Correct([]proposal.Correction{{Corrected: record.Corrected{Member: address(hit), Chambers: map[string]record.Reweighed{"experts": {After: 0}}}}}, moves)
		c := e.Chamber("experts")
		for n := 1; n <= members; n++ {
			want := before.Chamber("experts").Weight(address(n))
			if want == 0 {
				t.Fatal("the correction reached a copy")
			}
			if n == hit {
				want = 0
			}
			if got := c.Weight(address(now[n])); got != want {
				t.Fatalf("member %d has %d by the address in force, want %d", n, got, want)
			}
			if now[n] != n && (c.Weight(address(n)) != 0 || e.Has(address(n))) {
				t.Fatalf("the old address of member %d still votes", n)
			}
		}
		if c.Total != before.Chamber("experts").Total || c.Members != before.Chamber("experts").Members || e.Root != before.Root {
			t.Fatal("the correction moved the total, and with it the quorum")
		}
	})
}

// A proof among 65,536 members: what one who has nothing but the root does to check it.
func BenchmarkMemberProof(b *testing.B) {
	leaves := make([][]byte, 1<<16)
	for i := range leaves {
		leaves[i] = proposal.Member{Address: common.BigToAddress(big.NewInt(int64(i + 1))), Weight: weight.Micro(i + 1)}.Leaf()
	}
	hashes, err := record.InclusionInList(leaves, 4711)
	if err != nil {
		b.Fatal(err)
	}
	root := document.Digest(record.ElectorateRoot(leaves))
	electorate := document.Digest(record.ElectorateRoot([][]byte{fmt.Appendf(nil, `{"chamber":"experts","root":"%s"}`, root)}))
	p := proposal.MemberProof{Electorate: electorate, Member: common.BigToAddress(big.NewInt(4712)), Chambers: []proposal.ChamberProof{{
		Name: "experts", Weight: 4712, Root: root, Index: 4711, Members: 1 << 16, Of: 1, Path: []document.Digest{},
	}}}
	for _, h := range hashes {
		p.Chambers[0].Proof = append(p.Chambers[0].Proof, document.Digest(h))
	}
	for b.Loop() {
		if err := p.Verify(electorate); err != nil {
			b.Fatal(err)
		}
	}
}
