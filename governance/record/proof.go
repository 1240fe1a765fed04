package record

import (
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// ErrProof is the error of a well-formed proof that does not prove what it is said to prove.
var ErrProof = errors.New("the Merkle proof does not lead to this root")

// ProveInclusion returns the RFC 6962 proof that the tree of the given size holds the leaf with the given index, the
// leaf's sibling first.
func ProveInclusion(size, index int64, r HashReader) ([]Hash, error) {
	if size < 0 || size > MaxSize || index < 0 || index >= size {
		return nil, fmt.Errorf("no proof: the tree of size %d has no entry %d", size, index)
	}
	return tlog.ProveRecord(size, index, r)
}

// CheckInclusion checks that the tree of the given size and root holds leaf, by its hash, at index.
func CheckInclusion(proof []Hash, size int64, root Hash, index int64, leaf Hash) error {
	if size < 0 || size > MaxSize || index < 0 || index >= size {
		return fmt.Errorf("a tree of size %d has no entry %d", size, index)
	}
	if tlog.CheckRecord(proof, size, root, index, leaf) != nil {
		return fmt.Errorf("entry %d in the tree of size %d: %w", index, size, ErrProof)
	}
	return nil
}

// ProveConsistency returns the RFC 6962 proof that the tree of size before is a prefix of the tree of size after.
// Every tree continues the empty one, and the proof of that is empty.
func ProveConsistency(after, before int64, r HashReader) ([]Hash, error) {
	if before < 0 || after < before || after > MaxSize {
		return nil, fmt.Errorf("no proof: a tree of size %d cannot continue one of size %d", after, before)
	}
	if before == 0 {
		return []Hash{}, nil
	}
	return tlog.ProveTree(after, before, r)
}

// CheckConsistency checks that the tree of size before and root beforeRoot is a prefix of the tree of size after and
// root afterRoot.
func CheckConsistency(proof []Hash, after int64, afterRoot Hash, before int64, beforeRoot Hash) error {
	if before < 0 || after < before || after > MaxSize {
		return fmt.Errorf("a tree of size %d cannot continue one of size %d", after, before)
	}
	if before == 0 {
		var empty Tree
		if len(proof) != 0 || beforeRoot != empty.Root() || after == 0 && afterRoot != empty.Root() {
			return fmt.Errorf("the tree of size %d over the empty one: %w", after, ErrProof)
		}
		return nil
	}
	if tlog.CheckTree(proof, after, afterRoot, before, beforeRoot) != nil {
		return fmt.Errorf("the tree of size %d over the one of size %d: %w", after, before, ErrProof)
	}
	return nil
}
