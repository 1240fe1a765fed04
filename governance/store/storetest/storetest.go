// Package storetest gives a test a store of its own on a real database: SQLite always, PostgreSQL wherever there is one.
package storetest

import (
	"context"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/migrations/testdb"
)

// Each runs a test on an empty, migrated store of each kind, in subtests named sqlite and postgres.
func Each(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Helper()
	testdb.Each(t, func(t *testing.T, dsn string) {
		s := Open(t, dsn)
		if _, err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		test(t, s)
	})
}

// New returns an empty, migrated store on SQLite.
func New(t testing.TB) *store.Store {
	t.Helper()
	s := Open(t, testdb.SQLite(t))
	if _, err := s.Migrate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return s
}

// Open opens the store at a path, or at a postgres URL, until the test ends.
func Open(t testing.TB, dsn string) *store.Store {
	t.Helper()
	var s *store.Store
	var err error
	if strings.HasPrefix(dsn, "postgres:") {
		s, err = store.OpenPostgres(context.Background(), dsn, store.Options{})
	} else {
		s, err = store.OpenSQLite(dsn, store.Options{})
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// CheckInvariants reads the whole log of a store and checks that entries, hashes and head belong together.
func CheckInvariants(t testing.TB, s *store.Store) {
	t.Helper()
	err := s.Snapshot(context.Background(), func(r store.Reader) error {
		head, err := r.Head(context.Background())
		if err != nil {
			return err
		}
		var tree record.Tree
		for tree.Size() < head.Size {
			entries, err := r.Entries(context.Background(), tree.Size(), 1000)
			if err != nil {
				return err
			}
			if len(entries) == 0 {
				t.Fatalf("the head is at %d, the entries end at %d", head.Size, tree.Size())
			}
			batch := tree.Batch()
			for _, raw := range entries {
				batch.Append(raw)
			}
			ids := make([]int64, len(batch.Hashes()))
			for i := range ids {
				ids[i] = batch.First() + int64(i)
			}
			stored, err := r.Hashes(context.Background(), ids)
			if err != nil {
				return err
			}
			for i, h := range batch.Hashes() {
				if stored[i] != h {
					t.Fatalf("hash %d is %s, the entries lead to %s", ids[i], stored[i], h)
				}
			}
			tree = *batch.Tree()
		}
		if tree.Size() != head.Size || head.Size > 0 && tree.Root() != head.Root {
			t.Fatalf("the entries lead to size %d, root %s; the head says %d, %s", tree.Size(), tree.Root(), head.Size, head.Root)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Append commits entries on top of whatever is there, with a head whose note is its root in words.
func Append(ctx context.Context, s *store.Store, entries ...[]byte) error {
	return s.Commit(ctx, func(tx governance.Tx) error {
		head, err := tx.Head(ctx)
		if err != nil {
			return err
		}
		tree, err := record.NewTree(head.Size, governance.Hashes(ctx, tx))
		if err != nil {
			return err
		}
		batch := tree.Batch()
		for _, raw := range entries {
			batch.Append(raw)
		}
		if err := tx.AppendEntries(ctx, head.Size, entries); err != nil {
			return err
		}
		if err := tx.PutHashes(ctx, batch.First(), batch.Hashes()); err != nil {
			return err
		}
		return tx.ReplaceCheckpoint(ctx, head.Size, governance.Stored{Size: batch.Size(), Root: batch.Root(), Note: []byte(batch.Root().String())})
	})
}
