package store

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"gorm.io/gorm"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/migrations/testdb"
)

// Both databases are asked whether a commit waits for the disk, on the connection that will commit.
func TestCommitsWaitForTheDisk(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		var s *Store
		var err error
		settings := map[string]string{"SHOW synchronous_commit": "on", "SHOW fsync": "on"}
		if strings.HasPrefix(dsn, "postgres") {
			s, err = OpenPostgres(t.Context(), dsn, Options{})
		} else {
			s, err = OpenSQLite(dsn, Options{})
			settings = map[string]string{"PRAGMA journal_mode": "wal", "PRAGMA synchronous": "2", "PRAGMA foreign_keys": "1"}
		}
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for query, want := range settings {
			var got string
			if err := s.pools[0].QueryRow(query).Scan(&got); err != nil || got != want {
				t.Errorf("%s: %s, %v; want %s", query, got, err, want)
			}
		}
	})
}

func TestOpenRefusesCommitsThatDoNotWait(t *testing.T) {
	for _, pragma := range []string{"journal_mode(wal)&_pragma=synchronous(normal)", "journal_mode(delete)&_pragma=synchronous(full)"} {
		db, err := sql.Open("sqlite", "file:"+testdb.SQLite(t)+"?_pragma="+pragma)
		if err != nil {
			t.Fatal(err)
		}
		if err := assertSQLite(t.Context(), db); err == nil || !strings.Contains(err.Error(), "do not wait for the disk") {
			t.Errorf("%s: %v", pragma, err)
		}
		db.Close()
	}
	if dsn, ok := testdb.Postgres(t); ok {
		_, err := OpenPostgres(t.Context(), dsn+"&synchronous_commit=off", Options{})
		if refusal.Of(err).Code != refusal.Unavailable || !strings.Contains(err.Error(), "synchronous_commit is off") {
			t.Errorf("PostgreSQL with synchronous_commit=off: %v", err)
		}
	}
}

// Whatever is wrong with a database, its operator reads one line that names it and the reason, and no password.
func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text")
	if err := os.WriteFile(text, []byte(strings.Repeat("this is no database\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	lite := func(path string, options Options) error {
		s, err := OpenSQLite(path, options)
		if err == nil {
			s.Close()
		}
		return err
	}
	post := func(dsn string) error {
		s, err := OpenPostgres(t.Context(), dsn, Options{})
		if err == nil {
			s.Close()
		}
		return err
	}
	unreachable := "postgres://peritus:geheim@/peritus?host=" + url.QueryEscape(dir)
	for _, test := range []struct {
		name string
		err  error
		want string
	}{
		{"a folder", lite(dir, Options{}), "it is a folder"},
		{"no folder to be in", lite(filepath.Join(dir, "no", "x.db"), Options{}), "no such file"},
		{"no file to read", lite(filepath.Join(dir, "x.db"), Options{ReadOnly: true}), "no such file"},
		{"no database", lite(text, Options{}), "not a database"},
		{"no server", post(unreachable), dir},
		{"no URL", post("postgres://%zz"), "cannot be read"},
	} {
		switch {
		case test.err == nil:
			t.Errorf("%s: no error", test.name)
		case !strings.Contains(test.err.Error(), test.want), strings.Contains(test.err.Error(), "geheim"), strings.Contains(strings.TrimSpace(test.err.Error()), "\n"):
			t.Errorf("%s: %v", test.name, test.err)
		case refusal.Of(test.err).Code == refusal.Internal:
			t.Errorf("%s: %v carries no code", test.name, test.err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "x.db")); err == nil {
		t.Error("opening a database to read created it")
	}
}

// A path may hold what means something in a URL.
func TestOpenOddPaths(t *testing.T) {
	for _, name := range []string{"a b", "a?b", "a#b", "a%20b", "ä", "a&_pragma=synchronous(off)"} {
		path := filepath.Join(t.TempDir(), name)
		s, err := OpenSQLite(path, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := s.Migrate(t.Context()); err != nil {
			t.Error(err)
		}
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
		s.Close()
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: the database lies elsewhere: %v", name, err)
		}
	}
}

// A verifier reads a database while its server writes to it, and cannot write itself.
func TestReadOnly(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		open := func(options Options) *Store {
			t.Helper()
			var s *Store
			var err error
			if strings.HasPrefix(dsn, "postgres") {
				s, err = OpenPostgres(t.Context(), dsn, options)
			} else {
				s, err = OpenSQLite(dsn, options)
			}
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { s.Close() })
			return s
		}
		writer := open(Options{})
		if _, err := writer.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		reader := open(Options{ReadOnly: true})
		put := func(s *Store) error {
			return s.Commit(t.Context(), func(tx governance.Tx) error {
				return tx.AppendEntries(t.Context(), 0, [][]byte{[]byte("{}")})
			})
		}
		if err := put(reader); err == nil {
			t.Error("a read-only store wrote")
		}
		if err := put(writer); err != nil {
			t.Fatal(err)
		}
		if raws, err := reader.Entries(t.Context(), 0, 1); err != nil || len(raws) != 1 {
			t.Errorf("%q, %v", raws, err)
		}
		// Nor does the verifier need a server that runs.
		if err := writer.Close(); err != nil {
			t.Fatal(err)
		}
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
		if raws, err := open(Options{ReadOnly: true}).Entries(t.Context(), 0, 1); err != nil || len(raws) != 1 {
			t.Errorf("after the server stopped: %q, %v", raws, err)
		}
	})
}

// A slow statement is logged without its values, which are ballots, tokens and texts. A failed one is not: the caller gets
// the error.
func TestLogHoldsNoValues(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		var log strings.Builder
		options := Options{Logger: slog.New(slog.NewTextHandler(&log, nil))}
		var s *Store
		var err error
		if strings.HasPrefix(dsn, "postgres") {
			s, err = OpenPostgres(context.Background(), dsn, options)
		} else {
			s, err = OpenSQLite(dsn, options)
		}
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		// The tables are not there yet, so each statement fails.
		fail := func() {
			t.Helper()
			if _, err := s.TUF(t.Context(), "geheim"); err == nil {
				t.Fatal("no error")
			}
			if err := s.PutNonce(t.Context(), Nonce{Nonce: "geheim"}); err == nil {
				t.Fatal("no error")
			}
		}
		fail()
		if log.Len() != 0 {
			t.Errorf("the log of quick failures: %s", log.String())
		}
		for _, db := range []*gorm.DB{s.write, s.Reader.db} {
			db.Logger = slowLog{options.Logger, 0}
		}
		fail()
		if strings.Contains(log.String(), "geheim") || !strings.Contains(log.String(), "tuf_files") || !strings.Contains(log.String(), "nonces") {
			t.Errorf("the log: %s", log.String())
		}
	})
}

// An auditor reads a backup that nobody may write to.
func TestReadOnlyFolder(t *testing.T) {
	if path := os.Getenv("PERITUS_TEST_READ_ONLY"); path != "" {
		s, err := OpenSQLite(path, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Head(t.Context()); err != nil {
			t.Fatal(err)
		}
		return
	}
	dir, err := os.MkdirTemp("", "peritus-backup-") // t.TempDir lies in a folder that another user may not enter
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		os.Chmod(dir, 0o700)
		os.RemoveAll(dir)
	})
	path := filepath.Join(dir, "peritus.db")
	s, err := OpenSQLite(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// Root may write anywhere, so the reader is somebody else then, and needs a program that he may run.
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	test := filepath.Join(dir, "store.test")
	if err := errors.Join(os.WriteFile(test, program, 0o755), os.Chmod(path, 0o444), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	child := exec.Command(test, "-test.run=^TestReadOnlyFolder$")
	child.Env = append(os.Environ(), "PERITUS_TEST_READ_ONLY="+path)
	child.Dir = "/"
	if os.Getuid() == 0 {
		child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	if out, err := child.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
