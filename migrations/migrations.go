// Package migrations holds the schema of Peritus' database as SQL that we wrote, for SQLite and for PostgreSQL.
//
// The two folders hold the same steps under the same numbers, and a test compares the tables they lead to with each other
// and with schema.sql. Steps only go forward: a database is brought back from a backup, or rebuilt from the log, which
// holds all that matters. Nothing else ever changes the schema; gorm's AutoMigrate never runs.
package migrations

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed sqlite/*.sql postgres/*.sql
var files embed.FS

// Dialect is a database's kind, and the name of its folder.
type Dialect string

// The dialects.
const (
	SQLite   Dialect = "sqlite"
	Postgres Dialect = "postgres"
)

// ErrNewer says that the database was migrated by a newer Peritus than this one.
var ErrNewer = errors.New("the database is newer than this program")

// State is how far a database has come.
type State struct {
	Version int64    // of the newest step applied; 0 for an empty database
	Latest  int64    // of the newest step that this program knows
	Pending []string // the files that [Up] would apply, in order
}

// Up applies every pending step, each in a transaction of its own, and returns their number. Several processes may call it
// at once on one PostgreSQL: an advisory lock lets one of them work while the others wait. It refuses a database that is
// newer than this program with [ErrNewer].
func Up(ctx context.Context, db *sql.DB, d Dialect) (int, error) {
	p, err := provider(db, d)
	if err != nil {
		return 0, err
	}
	before, err := state(ctx, p)
	if err != nil {
		return 0, err
	}
	for {
		applied, err := p.Up(ctx)
		if err == nil {
			return len(applied), nil
		}
		// SQLite has no advisory lock: a step may fail because another process has just applied it. Then go on from there.
		after, errState := state(ctx, p)
		if errState != nil || after.Version == before.Version {
			return 0, fmt.Errorf("migrating the %s database: %w", d, err)
		}
		before = after
	}
}

// Status says how far the database has come. In an empty database it creates the table of versions, and nothing else. It
// too returns [ErrNewer], beside the state.
func Status(ctx context.Context, db *sql.DB, d Dialect) (State, error) {
	p, err := provider(db, d)
	if err != nil {
		return State{}, err
	}
	return state(ctx, p)
}

func provider(db *sql.DB, d Dialect) (*goose.Provider, error) {
	folder, err := fs.Sub(files, string(d))
	if err != nil {
		return nil, err
	}
	dialect, options := goose.DialectSQLite3, []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if d == Postgres {
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return nil, err
		}
		dialect, options = goose.DialectPostgres, append(options, goose.WithSessionLocker(locker))
	}
	p, err := goose.NewProvider(dialect, db, folder, options...)
	if err != nil {
		return nil, fmt.Errorf("reading the migrations for %s: %w", d, err)
	}
	return p, nil
}

func state(ctx context.Context, p *goose.Provider) (State, error) {
	var s State
	var err error
	if s.Version, s.Latest, err = p.GetVersions(ctx); err != nil {
		return s, fmt.Errorf("reading the database's version: %w", err)
	}
	if s.Version > s.Latest {
		return s, fmt.Errorf("%w: it is at version %d, this program knows %d; run the newer program", ErrNewer, s.Version, s.Latest)
	}
	for _, source := range p.ListSources() {
		if source.Version > s.Version {
			s.Pending = append(s.Pending, source.Path)
		}
	}
	return s, nil
}
