package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"

	"gorm.io/gorm"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/migrations"
)

// Options are what a store can be told. The zero value is usable.
type Options struct {
	Logger   *slog.Logger // for slow statements, without their values; nil discards
	Readers  int          // connections that read at the same time; 0 is 8
	ReadOnly bool         // SQLite: the file must exist and is not written to; PostgreSQL: every transaction is read only
}

var _ governance.Store = (*Store)(nil)

// A Store is an open database. It is safe for concurrent use.
//
// It reads through the methods of its [Reader]; each call sees one committed state, and [Store.Snapshot] makes several calls
// see the same one.
type Store struct {
	Reader
	dialect migrations.Dialect
	write   *gorm.DB // SQLite: one connection, so that writers queue here and not in the file's lock
	pools   []*sql.DB
}

// open wraps connection pools that a dialect has set up. The pools are the store's from now on, whatever is returned.
func open(dialect migrations.Dialect, options Options, dialector func(*sql.DB) gorm.Dialector, write, read *sql.DB) (*Store, error) {
	s := &Store{dialect: dialect, pools: []*sql.DB{write}}
	if read != write {
		s.pools = append(s.pools, read)
	}
	log := options.Logger
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	config := gorm.Config{
		Logger:                 slowLog{log, slowStatement},
		SkipDefaultTransaction: true, // one statement is a transaction already
		TranslateError:         true,
		DisableAutomaticPing:   true,
	}
	var dbs [2]*gorm.DB
	for i, pool := range []*sql.DB{write, read} {
		c := config
		db, err := gorm.Open(dialector(pool), &c)
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		dbs[i] = db
	}
	s.write, s.Reader = dbs[0], Reader{db: dbs[1], dialect: dialect}
	return s, nil
}

// Close closes the database. What was committed stays; what is under way fails.
func (s *Store) Close() error {
	var errs []error
	for _, pool := range s.pools {
		errs = append(errs, pool.Close())
	}
	return errors.Join(errs...)
}

// Dialect says which database this is.
func (s *Store) Dialect() migrations.Dialect { return s.dialect }

// Migrate brings the schema up to date and returns how many steps that took.
func (s *Store) Migrate(ctx context.Context) (int, error) {
	return migrations.Up(ctx, s.pools[0], s.dialect)
}

// Schema says how far the schema has come.
func (s *Store) Schema(ctx context.Context) (migrations.State, error) {
	return migrations.Status(ctx, s.pools[0], s.dialect)
}

// Ping asks the database for an answer.
func (s *Store) Ping(ctx context.Context) error { return s.pools[len(s.pools)-1].PingContext(ctx) }

// Commit implements [governance.Store]. It holds the head by the lock on the checkpoint's row, or, with SQLite, by the one
// connection that writes and the file's write lock, which its transactions take as they begin.
func (s *Store) Commit(ctx context.Context, f func(governance.Tx) error) error {
	return s.transact(ctx, s.write, nil, func(r Reader) error {
		if s.dialect == migrations.Postgres {
			if _, err := r.head(ctx, " FOR UPDATE"); err != nil {
				return err
			}
		}
		return f(tx{r})
	})
}

// Snapshot lets read see one committed state of the whole database, however much is written meanwhile.
func (s *Store) Snapshot(ctx context.Context, read func(Reader) error) error {
	return s.transact(ctx, s.Reader.db, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}, read)
}

func (s *Store) transact(ctx context.Context, db *gorm.DB, options *sql.TxOptions, do func(Reader) error) (err error) {
	if s.dialect == migrations.SQLite {
		options = nil // its transactions are serialisable, and the pool decides who may write
	}
	tx := db.WithContext(ctx).Begin(options)
	if tx.Error != nil {
		return fmt.Errorf("beginning a transaction: %w", mapped(tx.Error))
	}
	done := false
	defer func() {
		if !done { // an error or a panic
			tx.Rollback()
		}
	}()
	if err := do(Reader{db: tx, dialect: s.dialect}); err != nil {
		return err
	}
	done = true
	if err := tx.Commit().Error; err != nil {
		return fmt.Errorf("committing: %w", mapped(err))
	}
	return nil
}
