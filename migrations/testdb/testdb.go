// Package testdb gives a test a database of its own: a file, or a database on the PostgreSQL that PERITUS_TEST_POSTGRES
// names (`make test` starts one). It is empty, and gone when the test ends.
package testdb

import (
	"context"
	"crypto/rand"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Variable is the environment variable that names the PostgreSQL to test on.
const Variable = "PERITUS_TEST_POSTGRES"

// SQLite returns the path of a database file that does not exist yet.
func SQLite(t testing.TB) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "peritus.db")
}

// Postgres creates an empty database and returns its URL. It returns false where there is no PostgreSQL to test on.
func Postgres(t testing.TB) (dsn string, ok bool) {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" {
		return "", false
	}
	u, err := url.Parse(server)
	if err != nil {
		t.Fatalf("%s is not a URL: %v", Variable, err)
	}
	name := "test_" + strings.ToLower(rand.Text())
	exec := func(statement string) {
		t.Helper()
		conn, err := pgx.Connect(context.Background(), server)
		if err != nil {
			t.Fatalf("connecting to the PostgreSQL that %s names: %v", Variable, err)
		}
		defer conn.Close(context.Background())
		if _, err := conn.Exec(context.Background(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	exec("CREATE DATABASE " + name)
	t.Cleanup(func() { exec("DROP DATABASE " + name + " WITH (FORCE)") })
	u.Path = "/" + name
	return u.String(), true
}

// Each runs a test on every database there is: on SQLite always, on PostgreSQL if there is one. The subtests are named
// sqlite and postgres; dsn is a path or a URL.
func Each(t *testing.T, test func(t *testing.T, dsn string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	if os.Getenv(Variable) != "" {
		t.Run("postgres", func(t *testing.T) {
			dsn, _ := Postgres(t)
			test(t, dsn)
		})
	}
}
