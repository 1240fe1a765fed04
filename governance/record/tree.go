package record

import (
	"fmt"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

// Hash is a node of the tree. Its text and JSON form is standard base64.
type Hash = tlog.Hash

// HashReader reads stored hashes by their [tlog.StoredHashIndex].
type HashReader = tlog.HashReader

// MaxSize bounds the size of every tree. It is the largest integer that JSON carries exactly, and far below the point
// where the arithmetic of proofs would overflow.
const MaxSize = 1<<53 - 1

// LeafHash returns the RFC 6962 hash of a leaf.
func LeafHash(leaf []byte) Hash { return tlog.RecordHash(leaf) }

// StoredCount returns how many stored hashes a tree of the given size has. The first hash of the entry with index n
// is stored at StoredCount(n).
func StoredCount(size int64) int64 { return tlog.StoredHashCount(size) }

// A Tree is the right edge of a log: its size and the roots of the complete subtrees that it consists of. That is all
// it takes to append. It is a small value; the zero Tree is empty.
//
// A Tree is not safe for concurrent use.
type Tree struct {
	size int64
	edge [54]Hash // edge[l] is the root of the complete subtree of 2^l leaves, if bit l of size is set
}

// NewTree returns the tree of the given size, whose edge is read from r in one call.
func NewTree(size int64, r HashReader) (*Tree, error) {
	if size < 0 || size > MaxSize {
		return nil, fmt.Errorf("tree size %d is out of range", size)
	}
	t := &Tree{size: size}
	ids := edgeIDs(size)
	if len(ids) == 0 {
		return t, nil
	}
	hashes, err := r.ReadHashes(ids)
	if err != nil {
		return nil, fmt.Errorf("reading the edge of the tree of size %d: %w", size, err)
	}
	if len(hashes) != len(ids) {
		return nil, fmt.Errorf("reading the edge of the tree of size %d: got %d hashes, want %d", size, len(hashes), len(ids))
	}
	for i, id := range ids {
		level, _ := tlog.SplitStoredHashIndex(id)
		t.edge[level] = hashes[i]
	}
	return t, nil
}

// edgeIDs returns the stored hash indexes of the complete subtrees of a tree, the largest subtree first.
func edgeIDs(size int64) []int64 {
	var ids []int64
	for level := bits.Len64(uint64(size)) - 1; level >= 0; level-- {
		if size>>level&1 == 1 {
			ids = append(ids, tlog.StoredHashIndex(level, size>>level-1))
		}
	}
	return ids
}

// Size returns the number of leaves.
func (t *Tree) Size() int64 { return t.size }

// Clone returns a copy that shares nothing with t.
func (t *Tree) Clone() *Tree {
	c := *t
	return &c
}

// Root returns the RFC 6962 root. The root of the empty tree is the SHA-256 of nothing.
func (t *Tree) Root() Hash {
	if t.size == 0 {
		empty, _ := tlog.TreeHash(0, nil)
		return empty
	}
	level := bits.TrailingZeros64(uint64(t.size))
	root := t.edge[level]
	for level++; t.size>>level != 0; level++ {
		if t.size>>level&1 == 1 {
			root = tlog.NodeHash(t.edge[level], root)
		}
	}
	return root
}

// Append adds a leaf and returns the hashes to store, which follow each other from stored hash index
// [StoredCount] of the size before the call.
func (t *Tree) Append(leaf []byte) []Hash { return t.AppendHash(nil, LeafHash(leaf)) }

// AppendHash adds a leaf by its hash, and appends the hashes to store to stored.
func (t *Tree) AppendHash(stored []Hash, leaf Hash) []Hash {
	h := leaf
	stored = append(stored, h)
	level := 0
	// Each trailing one of size is a complete subtree that joins with what has just been completed.
	for ; t.size>>level&1 == 1; level++ {
		h = tlog.NodeHash(t.edge[level], h)
		stored = append(stored, h)
		t.edge[level] = Hash{} // so that equal trees are equal values
	}
	t.edge[level] = h
	t.size++
	return stored
}

// Batch starts a batch of leaves on top of t, which stays as it is.
func (t *Tree) Batch() *Batch { return &Batch{before: *t, after: *t} }

// A Batch is what a few new leaves add to a tree. It can prove the inclusion of each of its leaves in the tree that
// they lead to, and the consistency of that tree with the one before, from memory alone.
//
// To commit, store Hashes from index First on, in the same transaction as the entries; then go on with Tree. To roll
// back, forget the batch.
type Batch struct {
	before, after Tree
	hashes        []Hash
}

// Append adds a leaf and returns its index.
func (b *Batch) Append(leaf []byte) (index int64) {
	index = b.after.size
	b.hashes = b.after.AppendHash(b.hashes, LeafHash(leaf))
	return index
}

// First returns the stored hash index of the first hash of Hashes.
func (b *Batch) First() int64 { return StoredCount(b.before.size) }

// Hashes returns the hashes to store, in the order of their stored hash indexes.
func (b *Batch) Hashes() []Hash { return b.hashes }

// Size returns the size of the tree with all leaves of the batch.
func (b *Batch) Size() int64 { return b.after.size }

// Root returns the root of the tree with all leaves of the batch.
func (b *Batch) Root() Hash { return b.after.Root() }

// Tree returns a copy of the tree with all leaves of the batch.
func (b *Batch) Tree() *Tree { return b.after.Clone() }

// ProveInclusion returns the proof that a leaf of this batch is in the tree of the batch's size.
func (b *Batch) ProveInclusion(index int64) ([]Hash, error) {
	if index < b.before.size {
		return nil, fmt.Errorf("entry %d is older than the batch, which starts at %d", index, b.before.size)
	}
	return ProveInclusion(b.after.size, index, b)
}

// ReadHashes makes a Batch a [HashReader] over the edge of the tree before and the batch's own hashes. That is enough
// for the inclusion of each of the batch's leaves: a left sibling on its path lies either in the batch or on the old
// edge, since the old tree's complete subtrees beside a newer leaf are exactly those whose parent was incomplete.
func (b *Batch) ReadHashes(indexes []int64) ([]Hash, error) {
	out := make([]Hash, len(indexes))
	first := b.First()
	for i, id := range indexes {
		if id >= first {
			if id-first >= int64(len(b.hashes)) {
				return nil, fmt.Errorf("stored hash %d is beyond the batch", id)
			}
			out[i] = b.hashes[id-first]
			continue
		}
		level, n := tlog.SplitStoredHashIndex(id)
		if b.before.size>>level&1 == 0 || b.before.size>>level-1 != n {
			return nil, fmt.Errorf("stored hash %d is not on the edge that the batch started from", id)
		}
		out[i] = b.before.edge[level]
	}
	return out, nil
}

// StoredHashes is a [HashReader] over all stored hashes of a tree, from the first on.
type StoredHashes []Hash

// ReadHashes returns the hashes with the given stored hash indexes.
func (s StoredHashes) ReadHashes(indexes []int64) ([]Hash, error) {
	out := make([]Hash, len(indexes))
	for i, id := range indexes {
		if id < 0 || id >= int64(len(s)) {
			return nil, fmt.Errorf("stored hash %d of %d", id, len(s))
		}
		out[i] = s[id]
	}
	return out, nil
}

// ElectorateRoot returns the RFC 6962 root of a list of leaves.
func ElectorateRoot(leaves [][]byte) Hash {
	var t Tree
	var scratch [64]Hash
	for _, leaf := range leaves {
		t.AppendHash(scratch[:0], LeafHash(leaf))
	}
	return t.Root()
}

// InclusionInList returns the proof that leaf i is in the list whose root is [ElectorateRoot].
func InclusionInList(leaves [][]byte, i int) ([]Hash, error) {
	var t Tree
	stored := make(StoredHashes, 0, 2*len(leaves))
	for _, leaf := range leaves {
		stored = t.AppendHash(stored, LeafHash(leaf))
	}
	return ProveInclusion(t.size, int64(i), stored)
}
