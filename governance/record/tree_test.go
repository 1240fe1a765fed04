package record

import (
	"crypto/sha256"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// mth is the Merkle tree hash as RFC 6962 section 2.1 defines it, word for word. It is the second opinion.
func mth(leaves [][]byte) Hash {
	switch n := len(leaves); n {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return sha256.Sum256(append([]byte{0}, leaves[0]...))
	default:
		k := 1
		for k*2 < n {
			k *= 2
		}
		left, right := mth(leaves[:k]), mth(leaves[k:])
		return sha256.Sum256(append(append([]byte{1}, left[:]...), right[:]...))
	}
}

func leaves(n int) [][]byte {
	out := make([][]byte, n)
	for i := range out {
		out[i] = fmt.Appendf(nil, "leaf %d", i)
	}
	return out
}

// grow returns a tree of n leaves with its stored hashes.
func grow(tb testing.TB, n int) (*Tree, StoredHashes) {
	tb.Helper()
	var t Tree
	var stored StoredHashes
	for i, leaf := range leaves(n) {
		if got := StoredCount(int64(i)); got != int64(len(stored)) {
			tb.Fatalf("the hashes of leaf %d are stored from %d, want %d", i, len(stored), got)
		}
		stored = append(stored, t.Append(leaf)...)
	}
	return &t, stored
}

func TestRootIsThatOfTheDefinition(t *testing.T) {
	all := leaves(300)
	for n := range len(all) + 1 {
		tree, stored := grow(t, n)
		want := mth(all[:n])
		if tree.Root() != want || ElectorateRoot(all[:n]) != want {
			t.Fatalf("root of %d leaves differs from RFC 6962", n)
		}
		again, err := NewTree(int64(n), stored)
		if err != nil || *again != *tree {
			t.Fatalf("the tree of %d leaves read back differs: %v", n, err)
		}
	}
}

// A batch proves each of its entries from memory, on top of any tree.
func TestBatchProvesItsOwnEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.IntRange(0, 600).Draw(t, "before")
		added := rapid.IntRange(1, 300).Draw(t, "added")
		all := leaves(before + added)
		var tree Tree
		var stored StoredHashes
		for _, leaf := range all[:before] {
			stored = append(stored, tree.Append(leaf)...)
		}
		oldRoot := tree.Root()
		b := tree.Batch()
		for i, leaf := range all[before:] {
			if got := b.Append(leaf); got != int64(before+i) {
				t.Fatalf("index %d, want %d", got, before+i)
			}
		}
		if tree.Root() != oldRoot || tree.Size() != int64(before) {
			t.Fatal("the batch changed the tree that it started from")
		}
		if b.First() != int64(len(stored)) {
			t.Fatalf("the batch stores from %d, want %d", b.First(), len(stored))
		}
		stored = append(stored, b.Hashes()...)
		size, root := b.Size(), b.Root()
		for i := before; i < before+added; i++ {
			proof, err := b.ProveInclusion(int64(i))
			if err != nil {
				t.Fatal(err)
			}
			if err := CheckInclusion(proof, size, root, int64(i), LeafHash(all[i])); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := b.ProveInclusion(int64(before) - 1); err == nil {
			t.Fatal("a batch proved an entry that is not its own")
		}
		// The batch alone proves that nothing before it changed; all stored hashes give the same proof.
		for _, r := range []HashReader{b, stored} {
			proof, err := ProveConsistency(size, int64(before), r)
			if err != nil {
				t.Fatal(err)
			}
			if err := CheckConsistency(proof, size, root, int64(before), oldRoot); err != nil {
				t.Fatal(err)
			}
		}
		if *b.Tree() != b.after {
			t.Fatal("Tree is not the tree after the batch")
		}
	})
}

func TestEveryProofOfASmallTree(t *testing.T) {
	const n = 40
	_, stored := grow(t, n)
	all := leaves(n)
	for size := int64(1); size <= n; size++ {
		root := mth(all[:size])
		for i := range size {
			proof, err := ProveInclusion(size, i, stored)
			if err != nil {
				t.Fatal(err)
			}
			if err := CheckInclusion(proof, size, root, i, LeafHash(all[i])); err != nil {
				t.Error(err)
			}
			if CheckInclusion(proof, size, root, i, LeafHash([]byte("another"))) == nil {
				t.Errorf("the proof of entry %d of %d proves another leaf", i, size)
			}
			if CheckInclusion(append(proof, root), size, root, i, LeafHash(all[i])) == nil {
				t.Errorf("the proof of entry %d of %d may be longer", i, size)
			}
		}
		for before := range size + 1 {
			proof, err := ProveConsistency(size, before, stored)
			if err != nil {
				t.Fatal(err)
			}
			if err := CheckConsistency(proof, size, root, before, mth(all[:before])); err != nil {
				t.Error(err)
			}
			if CheckConsistency(proof, size, root, before, LeafHash(nil)) == nil {
				t.Errorf("size %d is consistent with a false root at %d", size, before)
			}
		}
	}
}

// Sizes from an attacker must not send the arithmetic into a loop.
func TestHugeSizesAreRefused(t *testing.T) {
	const huge = 1<<63 - 1
	if CheckInclusion(nil, huge, Hash{}, huge-1, Hash{}) == nil || CheckConsistency(nil, huge, Hash{}, huge-1, Hash{}) == nil {
		t.Error("a tree of 2^63-1 entries was believed")
	}
	if _, err := ProveInclusion(huge, 0, StoredHashes{}); err == nil {
		t.Error("a proof in a tree of 2^63-1 entries was made")
	}
	if _, err := NewTree(huge, StoredHashes{}); err == nil {
		t.Error("a tree of 2^63-1 entries was read")
	}
	if CheckInclusion(nil, MaxSize, Hash{}, MaxSize-1, Hash{}) == nil {
		t.Error("an empty proof was believed")
	}
}

func TestListProofs(t *testing.T) {
	list := leaves(11)
	for i := range list {
		proof, err := InclusionInList(list, i)
		if err != nil {
			t.Fatal(err)
		}
		if err := CheckInclusion(proof, 11, ElectorateRoot(list), int64(i), LeafHash(list[i])); err != nil {
			t.Error(err)
		}
	}
	if _, err := InclusionInList(list, 11); err == nil {
		t.Error("a proof was made for a leaf that is not there")
	}
}

func BenchmarkAppend(b *testing.B) {
	var t Tree
	var scratch [64]Hash
	leaf := make([]byte, 700)
	b.SetBytes(int64(len(leaf)))
	for b.Loop() {
		t.AppendHash(scratch[:0], LeafHash(leaf))
	}
}

// One ballot on top of a million entries, with the proof that its receipt needs.
func BenchmarkAppendAndProve(b *testing.B) {
	var t Tree
	var scratch [64]Hash
	for i := range 1_000_000 {
		t.AppendHash(scratch[:0], Hash{byte(i), byte(i >> 8), byte(i >> 16)})
	}
	leaf := make([]byte, 700)
	for b.Loop() {
		batch := t.Batch()
		i := batch.Append(leaf)
		if _, err := batch.ProveInclusion(i); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheckInclusion(b *testing.B) {
	tree, stored := grow(b, 100_000)
	proof, err := ProveInclusion(100_000, 77, stored)
	if err != nil {
		b.Fatal(err)
	}
	leaf := LeafHash(leaves(100)[77])
	for b.Loop() {
		if err := CheckInclusion(proof, 100_000, tree.Root(), 77, leaf); err != nil {
			b.Fatal(err)
		}
	}
}
