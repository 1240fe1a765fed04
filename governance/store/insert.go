package store

import (
	"context"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/migrations"
)

// maxRows is how many rows one INSERT takes: enough that parsing it does not matter, and within SQLite's 32766 parameters.
const maxRows = 256

// insert writes n rows of a table, many to a statement. It is for the rows that come by the thousand, where gorm's reflection
// costs more than the database. row appends the values of row i, one for each column; conflict is the statement's end. Statements have a power of two of rows,
// so that there are nine different ones, and PostgreSQL's driver keeps them prepared.
func (t tx) insert(ctx context.Context, table string, columns []string, conflict string, n int, row func(values []any, i int) []any) error {
	values := make([]any, 0, min(n, maxRows)*len(columns))
	for i := 0; i < n; {
		rows := maxRows
		for rows > n-i {
			rows /= 2
		}
		values = values[:0]
		for range rows {
			values = row(values, i)
			i++
		}
		if _, err := t.db.Statement.ConnPool.ExecContext(ctx, insertSQL(t.dialect, table, columns, rows)+conflict, values...); err != nil {
			return mapped(err)
		}
	}
	return nil
}

// insertSQL writes INSERT INTO table (a, b) VALUES (?, ?), (?, ?), or $1 and so on for PostgreSQL.
func insertSQL(dialect migrations.Dialect, table string, columns []string, rows int) string {
	var b strings.Builder
	b.WriteString("INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES ")
	parameter := 0
	for r := range rows {
		if r > 0 {
			b.WriteString(", ")
		}
		b.WriteByte('(')
		for c := range columns {
			if c > 0 {
				b.WriteString(", ")
			}
			parameter++
			if dialect == migrations.Postgres {
				b.WriteByte('$')
				b.WriteString(strconv.Itoa(parameter))
			} else {
				b.WriteByte('?')
			}
		}
		b.WriteByte(')')
	}
	return b.String()
}
