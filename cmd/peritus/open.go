package main

import (
	"context"
	"strings"

	"github.com/peritus-dao/peritus/governance/store"
)

// openStore opens a database and brings its tables up to date: a postgres:// address, or the path of a SQLite file.
func openStore(ctx context.Context, address string, options store.Options) (*store.Store, error) {
	var st *store.Store
	var err error
	if isPostgres(address) {
		st, err = store.OpenPostgres(ctx, address, options)
	} else {
		st, err = store.OpenSQLite(address, options)
	}
	if err != nil {
		return nil, missing("%w", err)
	}
	if !options.ReadOnly {
		if _, err := st.Migrate(ctx); err != nil {
			_ = st.Close()
			return nil, missing("%w", err)
		}
	}
	return st, nil
}

func isPostgres(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}
