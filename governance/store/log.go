package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"

	"gorm.io/gorm"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/migrations"
)

// tx is a transaction that writes the record.
type tx struct{ Reader }

var _ governance.Tx = tx{}

// AppendEntries implements [governance.Tx].
func (t tx) AppendEntries(ctx context.Context, first int64, raws [][]byte) error {
	err := t.insert(ctx, "entries", []string{"idx", "bytes"}, "", len(raws), func(values []any, i int) []any {
		return append(values, first+int64(i), raws[i])
	})
	if err != nil {
		return fmt.Errorf("storing entries: %w", err)
	}
	return nil
}

// PutHashes implements [governance.Tx].
func (t tx) PutHashes(ctx context.Context, first int64, hashes []record.Hash) error {
	err := t.insert(ctx, "hashes", []string{"id", "hash"}, "", len(hashes), func(values []any, i int) []any {
		return append(values, first+int64(i), hashes[i][:])
	})
	if err != nil {
		return fmt.Errorf("storing hashes: %w", err)
	}
	return nil
}

// PutBlobs implements [governance.Tx].
func (t tx) PutBlobs(ctx context.Context, blobs map[document.Digest][]byte) error {
	digests := slices.SortedFunc(maps.Keys(blobs), func(a, b document.Digest) int { return bytes.Compare(a[:], b[:]) })
	err := t.insert(ctx, "blobs", []string{"digest", "bytes"}, " ON CONFLICT DO NOTHING", len(digests), func(values []any, i int) []any {
		return append(values, digests[i][:], nonNil(blobs[digests[i]]))
	})
	if err != nil {
		return fmt.Errorf("storing blobs: %w", err)
	}
	return nil
}

// PutSealed implements [governance.Tx].
func (t tx) PutSealed(ctx context.Context, sealed map[document.Digest][]byte) error {
	digests := slices.SortedFunc(maps.Keys(sealed), func(a, b document.Digest) int { return bytes.Compare(a[:], b[:]) })
	err := t.insert(ctx, "sealed", []string{"commitment", "bytes"}, " ON CONFLICT DO NOTHING", len(digests), func(values []any, i int) []any {
		return append(values, digests[i][:], sealed[digests[i]])
	})
	if err != nil {
		return fmt.Errorf("storing sealed ballots: %w", err)
	}
	return nil
}

// ReplaceCheckpoint implements [governance.Tx].
func (t tx) ReplaceCheckpoint(ctx context.Context, old int64, head governance.Stored) error {
	swap := t.db.WithContext(ctx).Exec("UPDATE checkpoint SET size = ?, root = ?, note = ? WHERE id = 1 AND size = ?",
		head.Size, head.Root[:], nonNil(head.Note), old)
	if swap.Error != nil {
		return fmt.Errorf("replacing the checkpoint: %w", swap.Error)
	}
	if swap.RowsAffected != 1 {
		return fmt.Errorf("the log is not at size %d: %w", old, governance.ErrConflict)
	}
	return nil
}

// nonNil returns b, which the driver would store as NULL if it were nil.
func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// Reader reads the record and the state that follows from it. A missing blob is both [ErrNotFound] and [replay.ErrNoBlob].
type Reader struct {
	db      *gorm.DB
	dialect migrations.Dialect
}

var _ governance.Reader = Reader{}

// Head implements [governance.Reader].
func (r Reader) Head(ctx context.Context) (governance.Stored, error) { return r.head(ctx, "") }

func (r Reader) head(ctx context.Context, lock string) (governance.Stored, error) {
	var row struct {
		Size int64
		Root []byte
		Note []byte
	}
	err := r.db.WithContext(ctx).Raw("SELECT size, root, note FROM checkpoint WHERE id = 1" + lock).Take(&row).Error
	if err != nil {
		return governance.Stored{}, fmt.Errorf("reading the log's head: %w", mapped(err))
	}
	if row.Size == 0 {
		return governance.Stored{}, nil
	}
	root, err := hash(row.Root)
	if err != nil {
		return governance.Stored{}, fmt.Errorf("reading the log's head: %w", err)
	}
	return governance.Stored{Size: row.Size, Root: root, Note: row.Note}, nil
}

// hash returns a stored hash. The tables allow no other length, but a file can be changed without them.
func hash(b []byte) (record.Hash, error) {
	if len(b) != len(record.Hash{}) {
		return record.Hash{}, fmt.Errorf("a stored hash has %d bytes, not 32", len(b))
	}
	return record.Hash(b), nil
}

// Entries implements [governance.Reader]. A gap is an error that names the entry that is missing.
func (r Reader) Entries(ctx context.Context, first int64, limit int) ([][]byte, error) {
	rows, err := r.db.WithContext(ctx).Raw("SELECT idx, bytes FROM entries WHERE idx >= ? ORDER BY idx LIMIT ?", first, limit).Rows()
	if err != nil {
		return nil, fmt.Errorf("reading entries: %w", err)
	}
	defer rows.Close()
	// The bytes of all entries share one array, and ends says where each of them ends there.
	var all []byte
	var ends []int
	for next := first; rows.Next(); next++ {
		var index int64
		var raw sql.RawBytes
		if err := rows.Scan(&index, &raw); err != nil {
			return nil, fmt.Errorf("reading entry %d: %w", next, err)
		}
		if index != next {
			return nil, fmt.Errorf("reading entry %d: %w", next, ErrNotFound)
		}
		if all == nil {
			all = make([]byte, 0, max(1, min(limit, 4096))*(len(raw)+64))
		}
		all = append(all, raw...)
		ends = append(ends, len(all))
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading entries: %w", err)
	}
	var entries [][]byte
	start := 0
	for _, end := range ends {
		entries = append(entries, all[start:end:end])
		start = end
	}
	return entries, nil
}

// Hashes implements [governance.Reader].
func (r Reader) Hashes(ctx context.Context, ids []int64) ([]record.Hash, error) {
	found := make(map[int64]record.Hash, len(ids))
	for rest := ids; len(rest) > 0; {
		n := min(len(rest), maxRows)
		// The list is filled up to a power of two by repeating its last id, so that there are few different statements.
		list := append(make([]int64, 0, maxRows), rest[:n]...)
		for len(list) < 1<<bits.Len(uint(n-1)) {
			list = append(list, rest[n-1])
		}
		rest = rest[n:]
		var rows []struct {
			ID   int64
			Hash []byte
		}
		if err := r.db.WithContext(ctx).Raw("SELECT id, hash FROM hashes WHERE id IN ?", list).Scan(&rows).Error; err != nil {
			return nil, fmt.Errorf("reading hashes: %w", err)
		}
		for _, row := range rows {
			h, err := hash(row.Hash)
			if err != nil {
				return nil, fmt.Errorf("reading hash %d: %w", row.ID, err)
			}
			found[row.ID] = h
		}
	}
	out := make([]record.Hash, len(ids))
	for i, id := range ids {
		h, ok := found[id]
		if !ok {
			return nil, fmt.Errorf("reading hash %d: %w", id, ErrNotFound)
		}
		out[i] = h
	}
	return out, nil
}

// Blob implements [governance.Reader]. It does not hash the bytes: who acts on them does.
func (r Reader) Blob(ctx context.Context, digest document.Digest) ([]byte, error) {
	var raw []byte
	err := r.db.WithContext(ctx).Raw("SELECT bytes FROM blobs WHERE digest = ?", digest[:]).Row().Scan(&raw)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("reading blob %s: %w: %w", digest, replay.ErrNoBlob, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("reading blob %s: %w", digest, err)
	}
	return nonNil(raw), nil
}

// Sealed implements [governance.Reader].
func (r Reader) Sealed(ctx context.Context, commitment document.Digest) ([]byte, error) {
	var row struct{ Bytes []byte }
	err := r.db.WithContext(ctx).Raw("SELECT bytes FROM sealed WHERE commitment = ?", commitment[:]).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, fmt.Errorf("reading a sealed ballot: %w: %w", replay.ErrNoBlob, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("reading a sealed ballot: %w", err)
	}
	return row.Bytes, nil
}

// Missing returns those of the digests that have no bytes here, in the order given.
func (r Reader) Missing(ctx context.Context, digests []document.Digest) ([]document.Digest, error) {
	have := make(map[document.Digest]bool, len(digests))
	for rest := digests; len(rest) > 0; {
		n := min(len(rest), maxRows)
		list := make([][]byte, n)
		for i := range list {
			list[i] = rest[i][:]
		}
		rest = rest[n:]
		var rows [][]byte
		if err := r.db.WithContext(ctx).Raw("SELECT digest FROM blobs WHERE digest IN ?", list).Scan(&rows).Error; err != nil {
			return nil, fmt.Errorf("looking for blobs: %w", err)
		}
		for _, d := range rows {
			have[document.Digest(d)] = true
		}
	}
	var missing []document.Digest
	for _, d := range digests {
		if !have[d] {
			missing = append(missing, d)
		}
	}
	return missing, nil
}
