package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"

	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/migrations"
)

// OpenPostgres opens the database that a libpq connection string or URL names. Several processes may share it.
//
// Connections ask for synchronous_commit=on unless the connection string asks for something else, and OpenPostgres refuses a
// server on which, after all, a commit does not wait for the disk.
func OpenPostgres(ctx context.Context, dsn string, options Options) (*Store, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, refusal.New(refusal.Invalid, "database", "", "the database URL cannot be read: %w", err)
	}
	for name, value := range map[string]string{"application_name": "peritus", "synchronous_commit": "on"} {
		if config.RuntimeParams[name] == "" {
			config.RuntimeParams[name] = value
		}
	}
	if options.ReadOnly {
		config.RuntimeParams["default_transaction_read_only"] = "on"
	}
	db := stdlib.OpenDB(*config)
	connections := options.Readers
	if connections == 0 {
		connections = 8
	}
	db.SetMaxOpenConns(connections + 2) // readers, the writer of the log, and one for operational rows
	db.SetMaxIdleConns(connections + 2)
	if err := assertPostgres(ctx, db); err != nil {
		return nil, errors.Join(refusal.New(refusal.Unavailable, "database", "", "cannot use the database %s on %s: %w", config.Database, config.Host, err), db.Close())
	}
	return open(migrations.Postgres, options, func(db *sql.DB) gorm.Dialector {
		return postgres.New(postgres.Config{Conn: db})
	}, db, db)
}

// assertPostgres checks that commits are durable. fsync is the server's and can be turned off for all of them.
func assertPostgres(ctx context.Context, db *sql.DB) error {
	for _, s := range []struct {
		name string
		fine map[string]bool
	}{
		{"synchronous_commit", map[string]bool{"on": true, "remote_apply": true}},
		{"fsync", map[string]bool{"on": true}},
	} {
		var value string
		if err := db.QueryRowContext(ctx, "SELECT current_setting($1)", s.name).Scan(&value); err != nil {
			return err
		}
		if !s.fine[value] {
			return fmt.Errorf("its commits do not wait for the disk: %s is %s; set it to on", s.name, value)
		}
	}
	return nil
}
