package store_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
	"github.com/peritus-dao/peritus/migrations/testdb"
)

// BenchmarkCommit measures what the database alone takes: ballots per second, each with its entry of usual size, its tree
// hashes, its reason and its row, in groups as the service commits them.
func BenchmarkCommit(b *testing.B) {
	databases := map[string]func(*testing.B) *store.Store{"sqlite": func(b *testing.B) *store.Store { return storetest.New(b) }}
	if _, ok := testdb.Postgres(b); ok {
		databases["postgres"] = func(b *testing.B) *store.Store {
			dsn, _ := testdb.Postgres(b)
			s := storetest.Open(b, dsn)
			if _, err := s.Migrate(b.Context()); err != nil {
				b.Fatal(err)
			}
			return s
		}
	}
	for _, name := range []string{"sqlite", "postgres"} {
		for _, group := range []int{1, 64, 1024} {
			if databases[name] == nil {
				continue
			}
			b.Run(fmt.Sprintf("%s/groups of %d", name, group), func(b *testing.B) {
				s := databases[name](b)
				padding := bytes.Repeat([]byte("x"), 600)
				all := changes(b.N + group).Ballots
				err := s.Commit(b.Context(), func(tx governance.Tx) error {
					return tx.Apply(b.Context(), replay.Changes{Proposals: changes(0).Proposals})
				})
				if err != nil {
					b.Fatal(err)
				}
				var tree record.Tree
				done := 0
				b.ResetTimer()
				for done < b.N {
					batch, blobs := tree.Batch(), map[document.Digest][]byte{}
					var raws [][]byte
					for i := range group {
						raw := append(entry(done+i), padding...)
						raws = append(raws, raw)
						batch.Append(raw)
						if i%4 == 0 { // one voter in four gives a reason
							blobs[digest(fmt.Sprint(done+i))] = padding
						}
					}
					err := s.Commit(b.Context(), func(tx governance.Tx) error {
						head, err := tx.Head(b.Context())
						if err != nil {
							return err
						}
						if err := tx.AppendEntries(b.Context(), head.Size, raws); err != nil {
							return err
						}
						if err := tx.PutHashes(b.Context(), batch.First(), batch.Hashes()); err != nil {
							return err
						}
						if err := tx.PutBlobs(b.Context(), blobs); err != nil {
							return err
						}
						if err := tx.Apply(b.Context(), replay.Changes{Ballots: all[done : done+group]}); err != nil {
							return err
						}
						return tx.ReplaceCheckpoint(b.Context(), head.Size, governance.Stored{Size: batch.Size(), Root: batch.Root(), Note: padding})
					})
					if err != nil {
						b.Fatal(err)
					}
					tree = *batch.Tree()
					done += group
				}
				b.ReportMetric(float64(done)/b.Elapsed().Seconds(), "ballots/s")
			})
		}
	}
}
