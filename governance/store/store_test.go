package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
	"github.com/peritus-dao/peritus/migrations"
	"github.com/peritus-dao/peritus/migrations/testdb"
)

// entry returns the bytes of an entry that no other number has.
func entry(n int) []byte { return fmt.Appendf(nil, `{"n":%d}`, n) }

func entries(from, to int) [][]byte {
	var out [][]byte
	for n := from; n < to; n++ {
		out = append(out, entry(n))
	}
	return out
}

func TestEmptyStoreHasNoHead(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		head, err := s.Head(t.Context())
		if err != nil || head.Size != 0 || head.Root != (record.Hash{}) || head.Note != nil {
			t.Errorf("%+v, %v", head, err)
		}
		if raws, err := s.Entries(t.Context(), 0, 10); len(raws) != 0 || err != nil {
			t.Errorf("entries: %q, %v", raws, err)
		}
		storetest.CheckInvariants(t, s)
	})
}

// What was committed is read back, and every entry's inclusion can be proved from the stored hashes.
func TestCommitAppends(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		const total = 700 // more than one statement inserts, and not a power of two
		for from := 0; from < total; {
			to := min(from*2+1, total)
			if err := storetest.Append(t.Context(), s, entries(from, to)...); err != nil {
				t.Fatal(err)
			}
			storetest.CheckInvariants(t, s)
			from = to
		}
		head, err := s.Head(t.Context())
		if err != nil || head.Size != total || string(head.Note) != head.Root.String() {
			t.Fatalf("%+v, %v", head, err)
		}
		all, err := s.Entries(t.Context(), 0, total+5)
		if err != nil || !slices.EqualFunc(all, entries(0, total), bytes.Equal) {
			t.Fatalf("%d entries, %v", len(all), err)
		}
		if some, err := s.Entries(t.Context(), 300, 2); err != nil || !slices.EqualFunc(some, entries(300, 302), bytes.Equal) {
			t.Errorf("%q, %v", some, err)
		}
		for _, i := range []int64{0, 1, 255, 256, 511, 512, total - 1} {
			proof, err := record.ProveInclusion(head.Size, i, governance.Hashes(t.Context(), s))
			if err != nil {
				t.Fatal(err)
			}
			if err := record.CheckInclusion(proof, head.Size, head.Root, i, record.LeafHash(all[i])); err != nil {
				t.Errorf("entry %d: %v", i, err)
			}
		}
		// More ids than one statement takes, out of order and repeated.
		ids := make([]int64, 0, 1200)
		for i := range int64(1200) {
			ids = append(ids, (i*7)%600)
		}
		hashes, err := s.Hashes(t.Context(), ids)
		if err != nil || hashes[0] != hashes[600] || hashes[1] == hashes[2] {
			t.Errorf("%d hashes, %v", len(hashes), err)
		}
		if _, err := s.Hashes(t.Context(), []int64{3, 1 << 40}); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a hash that is not there: %v", err)
		}
	})
}

// A transaction that ends with an error, a panic or another one's head leaves nothing behind.
func TestCommitIsAllOrNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if err := storetest.Append(t.Context(), s, entries(0, 3)...); err != nil {
			t.Fatal(err)
		}
		before, err := s.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		text := []byte("text")
		everything := func(tx governance.Tx) {
			t.Helper()
			for _, err := range []error{
				tx.AppendEntries(t.Context(), 3, entries(3, 5)),
				tx.PutHashes(t.Context(), record.StoredCount(3), make([]record.Hash, 4)),
				tx.PutBlobs(t.Context(), map[document.Digest][]byte{document.Sum(text): text}),
				tx.Apply(t.Context(), changes(3)),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
			// The transaction sees what it wrote.
			if raws, err := tx.Entries(t.Context(), 4, 1); err != nil || len(raws) != 1 {
				t.Fatalf("%q, %v", raws, err)
			}
			if raw, err := tx.Blob(t.Context(), document.Sum(text)); err != nil || !bytes.Equal(raw, text) {
				t.Fatalf("%q, %v", raw, err)
			}
		}
		errOwn := errors.New("own")
		if err := s.Commit(t.Context(), func(tx governance.Tx) error { everything(tx); return errOwn }); err != errOwn {
			t.Errorf("the error of the function came back as %v", err)
		}
		func() {
			defer func() { _ = recover() }()
			_ = s.Commit(t.Context(), func(tx governance.Tx) error { everything(tx); panic("!") })
		}()
		err = s.Commit(t.Context(), func(tx governance.Tx) error {
			everything(tx)
			return tx.ReplaceCheckpoint(t.Context(), 2, governance.Stored{Size: 5})
		})
		if !errors.Is(err, governance.ErrConflict) {
			t.Errorf("a head that is not the stored one: %v, want ErrConflict", err)
		}
		storetest.CheckInvariants(t, s)
		if after, err := s.Head(t.Context()); err != nil || after.Size != before.Size || after.Root != before.Root {
			t.Errorf("%+v, %v; before: %+v", after, err, before)
		}
		if _, err := s.Blob(t.Context(), document.Sum(text)); !errors.Is(err, replay.ErrNoBlob) || !errors.Is(err, store.ErrNotFound) {
			t.Errorf("the blob: %v", err)
		}
		if casts, err := s.Ballots(t.Context(), digest("proposal"), 0, 10); len(casts) != 0 || err != nil {
			t.Errorf("the ballots: %v, %v", casts, err)
		}
		if err := check(t, s, replay.Changes{}); err != nil {
			t.Errorf("the rows: %v", err)
		}
	})
}

// Processes that share a database write one after the other; no entry is lost and none is written twice.
func TestManyProcessesWrite(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		const processes, each = 4, 25
		var wg sync.WaitGroup
		errs := make([]error, processes)
		for p := range processes {
			s := storetest.Open(t, dsn)
			if _, err := s.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
			wg.Go(func() {
				for n := range each {
					if err := storetest.Append(context.Background(), s, entry(p*each+n)); err != nil {
						errs[p] = err
						return
					}
				}
			})
		}
		wg.Wait()
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
		s := storetest.Open(t, dsn)
		storetest.CheckInvariants(t, s)
		all, err := s.Entries(t.Context(), 0, processes*each+1)
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(all, bytes.Compare)
		if all = slices.CompactFunc(all, bytes.Equal); len(all) != processes*each {
			t.Errorf("%d different entries, want %d", len(all), processes*each)
		}
	})
}

// A snapshot does not move while the log grows, and the log does grow.
func TestSnapshotSeesOneState(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if err := storetest.Append(t.Context(), s, entry(0)); err != nil {
			t.Fatal(err)
		}
		err := s.Snapshot(t.Context(), func(r store.Reader) error {
			for n := 1; n < 4; n++ {
				head, err := r.Head(t.Context())
				if err != nil || head.Size != 1 {
					t.Errorf("in the snapshot: %+v, %v", head, err)
				}
				if err := storetest.Append(t.Context(), s, entry(n)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if head, err := s.Head(t.Context()); err != nil || head.Size != 4 {
			t.Errorf("afterwards: %+v, %v", head, err)
		}
	})
}

func TestBlobs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		big := bytes.Repeat([]byte("0123456789abcdef"), 1<<19) // 8 MiB, the largest document
		blobs := map[document.Digest][]byte{}
		for _, b := range [][]byte{nil, []byte("a"), {0, 0xff, 0}, big} {
			blobs[document.Sum(b)] = b
		}
		put := func() error {
			return s.Commit(t.Context(), func(tx governance.Tx) error { return tx.PutBlobs(t.Context(), blobs) })
		}
		if err := put(); err != nil {
			t.Fatal(err)
		}
		if err := put(); err != nil {
			t.Errorf("the same bytes again: %v", err)
		}
		var digests []document.Digest
		for d, want := range blobs {
			digests = append(digests, d)
			if got, err := s.Blob(t.Context(), d); err != nil || !bytes.Equal(got, want) {
				t.Errorf("blob %s: %d bytes, %v", d, len(got), err)
			}
		}
		unknown := document.Sum([]byte("unknown"))
		missing, err := s.Missing(t.Context(), append(digests, unknown))
		if err != nil || !slices.Equal(missing, []document.Digest{unknown}) {
			t.Errorf("missing: %v, %v", missing, err)
		}
	})
}

func TestBallots(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		c := changes(1000)
		apply := func(c replay.Changes) error {
			return s.Commit(t.Context(), func(tx governance.Tx) error { return tx.Apply(t.Context(), c) })
		}
		if err := apply(c); err != nil {
			t.Fatal(err)
		}
		var all []replay.Cast
		for first := int64(0); ; {
			some, err := s.Ballots(t.Context(), digest("proposal"), first, 300)
			if err != nil {
				t.Fatal(err)
			}
			if len(some) == 0 {
				break
			}
			all = append(all, some...)
			first = some[len(some)-1].Index + 1
		}
		if !slices.Equal(all, c.Ballots) {
			t.Errorf("%d ballots came back, want the %d that were stored, in the log's order", len(all), len(c.Ballots))
		}
		want := c.Ballots[7]
		got, ok, err := s.Ballot(t.Context(), want.Proposal, want.Voter, want.Sequence)
		if err != nil || !ok || got != want {
			t.Errorf("%+v, %t, %v", got, ok, err)
		}
		if _, ok, err := s.Ballot(t.Context(), want.Proposal, want.Voter, want.Sequence+1); ok || err != nil {
			t.Errorf("a sequence that was not used: %t, %v", ok, err)
		}
		want.Index = 9999
		if err := apply(replay.Changes{Ballots: []replay.Cast{want}}); !errors.Is(err, store.ErrExists) {
			t.Errorf("a sequence used twice: %v, want ErrExists", err)
		}
	})
}

// The rows follow the changes, a later value of one thing in place of the earlier one.
func TestApplyReplacesRows(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		c := changes(5)
		twice := c
		twice.Proposals = slices.Clone(c.Proposals)
		twice.Proposals[0].Status = "review"
		twice.Merge(replay.Changes{Proposals: c.Proposals})
		for _, c := range []replay.Changes{twice, {Heads: c.Heads, Badges: c.Badges}} {
			if err := s.Commit(t.Context(), func(tx governance.Tx) error { return tx.Apply(t.Context(), c) }); err != nil {
				t.Fatal(err)
			}
		}
		if err := check(t, s, c); err != nil {
			t.Error(err)
		}
	})
}

// Whatever is changed in a table, the verifier's comparison names the table.
func TestCheckNamesTheAlteredTable(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		s := storetest.Open(t, dsn)
		if _, err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		c := changes(5)
		if err := storetest.Append(t.Context(), s, entries(0, 5)...); err != nil {
			t.Fatal(err)
		}
		if err := s.Commit(t.Context(), func(tx governance.Tx) error { return tx.Apply(t.Context(), c) }); err != nil {
			t.Fatal(err)
		}
		if err := check(t, s, c); err != nil {
			t.Fatal(err)
		}
		driver := "sqlite"
		if s.Dialect() == migrations.Postgres {
			driver = "pgx"
		}
		db, err := sql.Open(driver, dsn)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for _, alteration := range []struct{ table, statement, undo string }{
			{"ballots", "UPDATE ballots SET choice = 'against' WHERE idx = 2", "UPDATE ballots SET choice = 'for' WHERE idx = 2"},
			{"ballots", "UPDATE ballots SET idx = 77 WHERE idx = 4", "UPDATE ballots SET idx = 4 WHERE idx = 77"},
			{"ballots", "UPDATE ballots SET idx = 77 WHERE idx = 2", "UPDATE ballots SET idx = 2 WHERE idx = 77"},
			{"ballots", "UPDATE ballots SET sequence = sequence + 1 WHERE idx = 3", "UPDATE ballots SET sequence = sequence - 1 WHERE idx = 3"},
			{"ballots", "UPDATE ballots SET choice = 'for ' WHERE idx = 1", "UPDATE ballots SET choice = 'for' WHERE idx = 1"},
			{"proposals", "UPDATE proposals SET status = 'final'", "UPDATE proposals SET status = 'voting'"},
			{"proposals", "UPDATE proposals SET submitted = submitted + 1", "UPDATE proposals SET submitted = submitted - 1"},
			{"acts", "UPDATE acts SET data = replace(data, 'safety', 'hash')", "UPDATE acts SET data = replace(data, 'hash', 'safety')"},
			{"acts", "UPDATE acts SET sequence = 2", "UPDATE acts SET sequence = 1"},
			{"badge_types", "UPDATE badge_types SET domain = 'other'", "UPDATE badge_types SET domain = 'safety'"},
			{"badges", "UPDATE badges SET data = replace(data, '\"Level\":2', '\"Level\":3')", "UPDATE badges SET data = replace(data, '\"Level\":3', '\"Level\":2')"},
			{"heads", "INSERT INTO heads (name, digest, data) SELECT 'spec/other', digest, data FROM heads", "DELETE FROM heads WHERE name = 'spec/other'"},
			{"anchors", "UPDATE anchors SET size = size + 1", "UPDATE anchors SET size = size - 1"},
			{"releases", "UPDATE releases SET channel = 'chat/other'", "UPDATE releases SET channel = 'chat/stable'"},
			{"nodes", "DELETE FROM nodes", ""},
		} {
			if _, err := db.Exec(alteration.statement); err != nil {
				t.Fatalf("%s: %v", alteration.statement, err)
			}
			if err := check(t, s, c); !errors.Is(err, replay.ErrRefuted) || !strings.Contains(err.Error(), "table "+alteration.table) {
				t.Errorf("%s: %v", alteration.statement, err)
			}
			if alteration.undo == "" {
				continue
			}
			if _, err := db.Exec(alteration.undo); err != nil {
				t.Fatal(err)
			}
		}
		for _, alteration := range []struct{ statement, names string }{
			{"DELETE FROM entries WHERE idx = 3", "entry 3"},
			{"DELETE FROM hashes WHERE id = 2", "table hashes"},
		} {
			if _, err := db.Exec(alteration.statement); err != nil {
				t.Fatal(err)
			}
			err := s.Snapshot(t.Context(), func(r store.Reader) error {
				source := store.NewSource(r)
				if _, err := source.Entries(t.Context(), 3, 2); err != nil {
					return err
				}
				return source.CheckHashes(t.Context(), 1, make([]record.Hash, 3))
			})
			if !errors.Is(err, replay.ErrRefuted) || !strings.Contains(err.Error(), alteration.names) {
				t.Errorf("%s: %v", alteration.statement, err)
			}
			if _, err := db.Exec("INSERT INTO entries (idx, bytes) SELECT 3, bytes FROM entries WHERE idx = 2 ON CONFLICT DO NOTHING"); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// check compares a store's rows with changes as a verifier does.
func check(t *testing.T, s *store.Store, c replay.Changes) error {
	t.Helper()
	return s.Snapshot(t.Context(), func(r store.Reader) error {
		source := store.NewSource(r)
		// The verifier compares ballots a batch at a time.
		for batch := range slices.Chunk(c.Ballots, 2) {
			if err := source.CheckBallots(t.Context(), batch); err != nil {
				return err
			}
		}
		return source.CheckState(t.Context(), c, badges(c.Badges))
	})
}

// badges are those of a list, as a registry has them.
type badges []badge.Badge

func (b badges) Len() int { return len(b) }

func (b badges) Badge(id common.Hash) (badge.Badge, bool) {
	i := slices.IndexFunc(b, func(b badge.Badge) bool { return b.ID() == id })
	if i < 0 {
		return badge.Badge{}, false
	}
	return b[i], true
}
