// Package governance is the service: one use case per method, over a store, a clock and the log's key.
//
// It owns no rule. What may stand in the record is decided by package replay, which every verifier runs as well; this
// package brings requests to it, in groups, and makes log, state and receipt durable together before it answers.
package governance

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// ErrConflict is what [Tx.ReplaceCheckpoint] returns when the stored checkpoint is not the one that it was to replace.
var ErrConflict = errors.New("another process wrote the log head")

// Stored is the log's head as the store holds it.
type Stored struct {
	Size int64
	Root record.Hash
	Note []byte // the signed checkpoint; nil while the log is empty
}

// Reader reads what is committed.
type Reader interface {
	// Head returns the log's head. An empty store has the zero Stored.
	Head(ctx context.Context) (Stored, error)
	// Entries returns at most max entries from index first on, in order. Beyond the end there are none.
	Entries(ctx context.Context, first int64, max int) ([][]byte, error)
	// Hashes returns stored hashes by their tlog stored hash index. A missing one is an error.
	Hashes(ctx context.Context, ids []int64) ([]record.Hash, error)
	// Blob returns content by its digest, or an error with [replay.ErrNoBlob] in its chain.
	Blob(ctx context.Context, d document.Digest) ([]byte, error)
	// Sealed returns the bytes that a sealed ballot commits to, or an error with [replay.ErrNoBlob] in its chain.
	Sealed(ctx context.Context, commitment document.Digest) ([]byte, error)
	// Ballot returns the ballot that a voter cast with a sequence, and false if there is none.
	Ballot(ctx context.Context, proposal document.Digest, voter common.Address, sequence uint64) (replay.Cast, bool, error)
	// Ballots returns a proposal's ballots by the index of their entries, from index first on, at most max.
	Ballots(ctx context.Context, proposal document.Digest, first int64, max int) ([]replay.Cast, error)
}

// Tx is one transaction. Its reads see its own writes.
type Tx interface {
	Reader
	// AppendEntries stores entries from index first on.
	AppendEntries(ctx context.Context, first int64, raws [][]byte) error
	// PutHashes stores hashes from stored hash index first on.
	PutHashes(ctx context.Context, first int64, hashes []record.Hash) error
	// PutBlobs stores content under its digests. What is there already stays as it is.
	PutBlobs(ctx context.Context, blobs map[document.Digest][]byte) error
	// PutSealed stores what sealed ballots commit to, apart from the blobs, which anybody may read.
	PutSealed(ctx context.Context, sealed map[document.Digest][]byte) error
	// ReplaceCheckpoint replaces the log's head if its size is still old, in one statement, and returns [ErrConflict] if
	// it is not.
	ReplaceCheckpoint(ctx context.Context, old int64, head Stored) error
	// Apply writes the rows of changed state.
	Apply(ctx context.Context, c replay.Changes) error
}

// Store keeps the log and the state that follows from it.
type Store interface {
	Reader
	// Commit runs f in one transaction that holds the log's head against every other writer, this process or another,
	// from before f runs. When it returns nil, everything that f wrote is on stable storage. When f or the commit fails,
	// nothing of it is; after a lost connection it may be either, and the caller reads the head to know.
	Commit(ctx context.Context, f func(Tx) error) error
}
