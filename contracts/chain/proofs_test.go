package chain_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"golang.org/x/mod/sumdb/tlog"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/contracts/bindings"
	"github.com/peritus-dao/peritus/governance/anchor"
)

// The contract proves what the Go checksum database's own log proves, for trees of every shape up to 70 entries and some
// larger ones, and nothing else.
func TestContractVerifiesInclusion(t *testing.T) {
	in, ctx := start(t), t.Context()
	random := rand.New(rand.NewPCG(1, 2))
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, n := range indexes {
			out[i] = hashes[n]
		}
		return out, nil
	})
	contract := bindings.NewAnchor()
	verify := func(leaf tlog.Hash, index int64, proof [][32]byte, size int64, root tlog.Hash, slot int64) bool {
		t.Helper()
		data := contract.PackVerify(leaf, uint64(index), proof, uint64(size), root, big.NewInt(slot))
		out := must[[]byte](t)(in.net.Client().CallContract(ctx, ethereum.CallMsg{To: &in.plan.Contracts.Anchor, Data: data}, nil))
		return must[bool](t)(contract.UnpackVerify(out))
	}
	slot, proved := int64(0), 0
	for size := int64(1); size <= 1000; size++ {
		stored := must[[]tlog.Hash](t)(tlog.StoredHashes(size-1, fmt.Append(nil, "entry ", size-1), reader))
		hashes = append(hashes, stored...)
		if size > 70 && size != 127 && size != 128 && size != 1000 {
			continue
		}
		root := must[tlog.Hash](t)(tlog.TreeHash(size, reader))
		in.send(t, anchor.Checkpoint{Size: size, Root: root})
		indexes := []int64{0, size / 2, size - 1, random.Int64N(size)}
		for _, index := range indexes {
			path := must[tlog.RecordProof](t)(tlog.ProveRecord(size, index, reader))
			proof := make([][32]byte, len(path))
			for i, h := range path {
				proof[i] = h
			}
			leaf := tlog.RecordHash(fmt.Append(nil, "entry ", index))
			if !verify(leaf, index, proof, size, root, slot%64) {
				t.Fatalf("entry %d of %d is not proved", index, size)
			}
			proved++
			other := random.Int64N(size)
			if other != index && verify(leaf, other, proof, size, root, slot%64) {
				t.Errorf("entry %d of %d is proved as entry %d", index, size, other)
			}
			if verify(leaf, index, proof, size, root, (slot+1)%64) {
				t.Errorf("entry %d of %d is proved against another anchor", index, size)
			}
			if len(proof) > 0 {
				bent := slices.Clone(proof)
				bent[random.IntN(len(bent))][random.IntN(32)] ^= 1 << random.IntN(8)
				if verify(leaf, index, bent, size, root, slot%64) {
					t.Errorf("entry %d of %d is proved by another path", index, size)
				}
			}
		}
		slot++
	}
	t.Logf("%d proofs", proved)
}

// What the log's keeper does not take goes on chain, by anybody's hand. What is no message is not read.
func TestPostsAreRead(t *testing.T) {
	in, ctx := start(t), t.Context()
	body := `{"choice":"for","electorate":"` + zeros + `","expires":"2030-01-01T00:00:00Z","proposal":"07` + zeros[2:] + `","reason":"` + zeros + `","sequence":1}`
	message := `{"actor":"0x` + zeros[:40] + `","body":` + body + `,"kind":"ballot","schema":"peritus/post/v1","signature":"0x` + zeros + zeros + `00"}`
	subject := common.Hash{7}
	for _, m := range []string{`{"kind":"ballot"}`, "", message, string(make([]byte, 8192)), "\xff\xfe", message[1:], message + " ", strings.Replace(message, zeros, strings.Repeat("ab", 32), 1)} {
		must[*types.Receipt](t)(in.issuer.Post(ctx, in.plan.Contracts.Anchor, subject, []byte(m)))
	}
	must[*types.Receipt](t)(in.issuer.Post(ctx, in.plan.Contracts.Anchor, common.Hash{8}, []byte(message)))
	if _, err := in.issuer.Post(ctx, in.plan.Contracts.Anchor, subject, make([]byte, 8193)); err == nil {
		t.Error("a message that is too long was posted")
	}
	var posts []badge.Event
	for _, e := range in.events(t) {
		if e.Kind == badge.Posted {
			posts = append(posts, e)
		}
	}
	if len(posts) != 2 || posts[0].Subject != subject || posts[0].Message != message || posts[0].Time == 0 || posts[0].Tx == (common.Hash{}) {
		t.Errorf("posts are %+v", posts)
	}
}

var zeros = strings.Repeat("0", 64)
