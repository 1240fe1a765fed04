package store

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
	sqlite "modernc.org/sqlite"
)

// The errors that callers decide by. All others mean that the database does not work.
var (
	// ErrExists says that there is a row with this key already.
	ErrExists = errors.New("there is one already")
	// ErrNotFound says that there is no such row. It is an [fs.ErrNotExist].
	ErrNotFound = fmt.Errorf("not in the database: %w", fs.ErrNotExist)
)

// mapped gives an error of a driver or of gorm the sentinel that callers decide by, and keeps the error in the chain.
func mapped(err error) error {
	var pg *pgconn.PgError
	var lite *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, gorm.ErrRecordNotFound):
		return ErrNotFound
	case errors.As(err, &pg) && pg.Code == "22021": // a text that is not UTF-8, or holds a zero: no row of PostgreSQL has it
		return ErrNotFound
	case errors.Is(err, gorm.ErrDuplicatedKey):
	case errors.As(err, &pg) && pg.Code == "23505": // unique_violation
	case errors.As(err, &lite) && (lite.Code() == 1555 || lite.Code() == 2067): // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE
	default:
		return err
	}
	return fmt.Errorf("%w: %w", ErrExists, err)
}
