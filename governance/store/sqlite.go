package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/migrations"
)

// OpenSQLite opens the database file at path, and creates it unless options say read-only. Another process may have it
// open too.
//
// A commit has reached the disk when it returns: the write-ahead log is synced by each of them (synchronous=FULL), which
// OpenSQLite reads back from SQLite rather than trust the spelling of an option.
func OpenSQLite(path string, options Options) (*Store, error) {
	ctx := context.Background()
	if err := reachable(path, options.ReadOnly); err != nil {
		return nil, err
	}
	// Transactions of the writer take the lock when they begin: one that had to upgrade a read lock could not wait for it. The
	// write-ahead log may grow to 32 MB before it is copied back, so that a page that every group of ballots touches is copied
	// once for many of them.
	writer := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(10000)", "journal_mode(wal)", "synchronous(full)", "foreign_keys(1)", "cache_size(-65536)", "wal_autocheckpoint(8000)", "secure_delete(1)",
	}}
	reader := url.Values{"_pragma": {"busy_timeout(10000)", "query_only(1)", "cache_size(-16384)"}}
	if options.ReadOnly { // it mostly goes through the log once, where a cache is of no use
		reader.Add("_pragma", "cache_size(-2048)")
		reader.Set("mode", "ro")
	}
	pool := func(parameters url.Values, connections int) (*sql.DB, error) {
		db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: parameters.Encode()}).String())
		if err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(connections)
		db.SetMaxIdleConns(connections)
		return db, nil
	}
	readers := options.Readers
	if readers == 0 {
		readers = 8
	}
	read, err := pool(reader, readers)
	if err != nil {
		return nil, err
	}
	if options.ReadOnly {
		// In write-ahead mode even a reader makes a file beside the database. Where it may not, as on a mounted backup, and
		// nobody has the database open, SQLite can be told that the file does not change.
		_, errWAL := os.Stat(path + "-wal")
		if read.PingContext(ctx) != nil && errors.Is(errWAL, fs.ErrNotExist) {
			_ = read.Close()
			reader.Set("immutable", "1")
			if read, err = pool(reader, readers); err != nil {
				return nil, err
			}
		}
	}
	write := read
	if !options.ReadOnly {
		if write, err = pool(writer, 1); err != nil {
			return nil, errors.Join(err, read.Close())
		}
		if err := assertSQLite(ctx, write); err != nil {
			return nil, errors.Join(unusable(path, err), read.Close(), write.Close())
		}
	}
	s, err := open(migrations.SQLite, options, func(db *sql.DB) gorm.Dialector {
		return sqlite.New(sqlite.Config{DriverName: "sqlite", Conn: db})
	}, write, read)
	if err != nil {
		return nil, unusable(path, err)
	}
	return s, nil
}

// reachable says in words what SQLite says in numbers.
func reachable(path string, readOnly bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return unusable(path, errors.New("it is a folder"))
	case errors.Is(err, fs.ErrNotExist) && !readOnly:
		_, err = os.Stat(filepath.Dir(path))
	}
	if err != nil {
		return unusable(path, err)
	}
	return nil
}

func unusable(path string, err error) error {
	return refusal.New(refusal.Unavailable, "database", "", "cannot open the database %s: %w", path, err)
}

// assertSQLite checks that commits of the writer's connection are durable.
func assertSQLite(ctx context.Context, db *sql.DB) error {
	var mode string
	if err := db.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode); err != nil {
		return err
	}
	var level int
	if err := db.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&level); err != nil {
		return err
	}
	if mode != "wal" || level < 2 {
		return fmt.Errorf("its commits do not wait for the disk: journal_mode is %s, not wal, or synchronous is %d, below 2 (FULL); does the file lie on a network drive?", mode, level)
	}
	return nil
}
