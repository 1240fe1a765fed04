package proposal_test

import (
	"encoding/binary"
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

const (
	benchTime = 2_000_000_000
	benchYear = 31_556_952
)

// largeDAO folds the events of members·each badges, of 40 types in eight domains, by 200 issuers of very different size.
func largeDAO(b *testing.B, members, each int) *badge.Registry {
	b.Helper()
	r := new(badge.Registry)
	index := uint64(0)
	apply := func(e badge.Event) {
		e.Block, e.Time, e.Index, e.Tx = 1+index/1000, benchTime-10*benchYear+index/1000, index, common.Hash{1}
		index++
		if err := r.Apply(e); err != nil {
			b.Fatal(err)
		}
	}
	issuer := func(n uint64) (a common.Address) {
		binary.BigEndian.PutUint64(a[12:], 1+n)
		return a
	}
	for t := range uint32(40) {
		apply(badge.Event{Kind: badge.TypeCreated, Type: t + 1, Domain: fmt.Sprintf("d%d", t%8), Name: "Expert", Levels: 5, Decision: common.Hash{1}})
		for n := range uint64(200) {
			apply(badge.Event{Kind: badge.IssuerSet, Type: t + 1, Issuer: issuer(n), Allowed: true, Decision: common.Hash{1}})
		}
	}
	state := uint64(1)
	random := func(n uint64) uint64 {
		state = state*6364136223846793005 + 1442695040888963407
		return state >> 33 % n
	}
	for m := range members {
		var holder common.Address
		binary.BigEndian.PutUint32(holder[:], uint32(m)*40_000+1)
		for t := range each {
			typ, n := uint32(1+t*4+int(random(4))), random(200)
			apply(badge.Event{
				Kind: badge.Minted, Type: typ, ID: badge.TokenID(holder, typ), Holder: holder, Issuer: issuer(n * n / 200 * n / 200),
				Level: uint8(1 + random(5)), Issued: benchTime - 10*benchYear - random(4*benchYear),
			})
		}
	}
	return r
}

// BenchmarkFreeze freezes the electorate that issue 3 asks for: 100,000 members with a million badges, in the chamber of all
// and those of two touched domains, each capped and rooted. memory-MB is the most that it adds to the heap.
func BenchmarkFreeze(b *testing.B) {
	r := largeDAO(b, 100_000, 10)
	p := weight.Parameters{
		LevelPower: []weight.Micro{1 * weight.Unit, 3 * weight.Unit, 9 * weight.Unit, 27 * weight.Unit, 81 * weight.Unit},
		HalfLife:   2 * benchYear, MemberFloor: weight.Unit / 10,
		MemberCap: weight.Fraction{Num: 1, Den: 80_000}, IssuerCap: weight.Fraction{Num: 1, Den: 20},
	}
	shares := weight.Shares(map[string]uint64{"d1": 3, "d2": 2, policy.General: 1})
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var peak atomic.Uint64
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				runtime.ReadMemStats(&now)
				peak.Store(max(peak.Load(), now.HeapAlloc))
			}
		}
	}()
	b.ReportAllocs()
	for b.Loop() {
		e, err := proposal.Freeze(p, policy.Rules{DomainHeads: 3}, r.At(1<<62), shares, benchTime, benchTime, proposal.Exceptions{})
		if err != nil {
			b.Fatal(err)
		}
		all := e.Chamber(proposal.Experts)
		if len(e.Chambers) != 3 || all.Members != 100_000 || e.Root.IsZero() {
			b.Fatalf("%d chambers, %d members", len(e.Chambers), all.Members)
		}
	}
	close(stop)
	b.ReportMetric(float64(peak.Load()-min(peak.Load(), before.HeapAlloc))/1e6, "memory-MB")
}

// BenchmarkCheckMember checks one member's proof against the root of a chamber of 100,000.
func BenchmarkCheckMember(b *testing.B) {
	leaves := make([][]byte, 100_000)
	for i := range leaves {
		var a common.Address
		binary.BigEndian.PutUint32(a[:], uint32(i))
		leaves[i] = proposal.Member{Address: a, Weight: weight.Micro(i + 1)}.Leaf()
	}
	root := record.ElectorateRoot(leaves)
	proof, err := record.InclusionInList(leaves, 4711)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := record.CheckInclusion(proof, int64(len(leaves)), root, 4711, record.LeafHash(leaves[4711])); err != nil {
			b.Fatal(err)
		}
	}
}
