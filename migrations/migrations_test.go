package migrations_test

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"github.com/peritus-dao/peritus/migrations"
	"github.com/peritus-dao/peritus/migrations/testdb"
)

var update = flag.Bool("update", false, "write schema.sql anew")

// open returns a connection pool to the database that testdb gave.
func open(t *testing.T, dsn string) (*sql.DB, migrations.Dialect) {
	t.Helper()
	driver, dialect := "sqlite", migrations.SQLite
	if strings.HasPrefix(dsn, "postgres") {
		driver, dialect = "pgx", migrations.Postgres
	} else {
		dsn = "file:" + dsn + "?_pragma=busy_timeout(10000)&_txlock=immediate"
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db, dialect
}

// The schema that the steps lead to is the one that reviewers read, on both databases.
func TestSchema(t *testing.T) {
	const golden = "schema.sql"
	testdb.Each(t, func(t *testing.T, dsn string) {
		db, dialect := open(t, dsn)
		if _, err := migrations.Up(t.Context(), db, dialect); err != nil {
			t.Fatal(err)
		}
		var tables []table
		if dialect == migrations.Postgres {
			tables = describePostgres(t, db)
		} else {
			tables = describeSQLite(t, db)
		}
		got := render(tables)
		if *update && dialect == migrations.SQLite {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("the steps for %s do not lead to %s; run make generate and look at the difference. They lead to:\n%s", dialect, golden, got)
		}
	})
}

// A step exists for both databases or for neither.
func TestSameNumbers(t *testing.T) {
	list := func(dir string) []string {
		names, err := fs.Glob(os.DirFS(dir), "*.sql")
		if err != nil || len(names) == 0 {
			t.Fatalf("no steps in %s: %v", dir, err)
		}
		return names
	}
	if s, p := list("sqlite"), list("postgres"); !slices.Equal(s, p) {
		t.Errorf("sqlite has %v, postgres has %v", s, p)
	}
}

// Several servers start at once on an empty database; each step is applied once and nobody fails.
func TestUpConcurrently(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		var wg sync.WaitGroup
		results := make([]error, 4)
		for i := range results {
			db, dialect := open(t, dsn)
			wg.Go(func() { _, results[i] = migrations.Up(context.Background(), db, dialect) })
		}
		wg.Wait()
		if err := errors.Join(results...); err != nil {
			t.Fatal(err)
		}
		db, dialect := open(t, dsn)
		state, err := migrations.Status(t.Context(), db, dialect)
		if err != nil || state.Version != state.Latest || len(state.Pending) != 0 {
			t.Errorf("afterwards: %+v, %v", state, err)
		}
		if n, err := migrations.Up(t.Context(), db, dialect); n != 0 || err != nil {
			t.Errorf("a second run applied %d steps, %v", n, err)
		}
	})
}

// A program that was rolled back must not write to a database of its successor.
func TestUpRefusesNewerDatabase(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		db, dialect := open(t, dsn)
		before, err := migrations.Status(t.Context(), db, dialect)
		if err != nil || before.Version != 0 || len(before.Pending) == 0 {
			t.Fatalf("an empty database: %+v, %v", before, err)
		}
		if _, err := migrations.Up(t.Context(), db, dialect); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, TRUE)"); err != nil {
			t.Fatal(err)
		}
		if _, err := migrations.Up(t.Context(), db, dialect); !errors.Is(err, migrations.ErrNewer) {
			t.Errorf("Up: %v, want ErrNewer", err)
		}
		if _, err := migrations.Status(t.Context(), db, dialect); !errors.Is(err, migrations.ErrNewer) {
			t.Errorf("Status: %v, want ErrNewer", err)
		}
	})
}
