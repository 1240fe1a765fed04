package migrations_test

import (
	"cmp"
	"database/sql"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A table is what both databases say of one of theirs, in the same words.
type table struct {
	name    string
	columns []column
	key     []string // columns of the primary key
	rules   []string // UNIQUE (a, b), INDEX (a), REFERENCES t (a), sorted
	checks  []string // names of the CHECK constraints, sorted; each database writes the expressions its own way
}

type column struct {
	name, kind string
	required   bool
	fallback   string
}

// render writes tables as SQL that a person can review. The types are PostgreSQL's.
func render(tables []table) string {
	var b strings.Builder
	b.WriteString("-- The schema that the steps lead to on either database. Written by make generate; read by reviewers and by TestSchema.\n")
	slices.SortFunc(tables, func(x, y table) int { return cmp.Compare(x.name, y.name) })
	for _, t := range tables {
		fmt.Fprintf(&b, "\nCREATE TABLE %s (\n", t.name)
		for _, c := range t.columns {
			fmt.Fprintf(&b, "    %s %s", c.name, c.kind)
			if c.required {
				b.WriteString(" NOT NULL")
			}
			if c.fallback != "" {
				b.WriteString(" DEFAULT " + c.fallback)
			}
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, "    PRIMARY KEY (%s)\n);\n", strings.Join(t.key, ", "))
		slices.Sort(t.rules)
		for _, r := range t.rules {
			fmt.Fprintf(&b, "-- %s\n", r)
		}
		slices.Sort(t.checks)
		for _, c := range t.checks {
			fmt.Fprintf(&b, "-- CHECK %s\n", c)
		}
	}
	return b.String()
}

// query collects the rows of a query that returns text columns.
func query(t *testing.T, db *sql.DB, q string, args ...any) [][]string {
	t.Helper()
	rows, err := db.Query(q, args...)
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for rows.Next() {
		row := make([]sql.NullString, len(names))
		pointers := make([]any, len(names))
		for i := range row {
			pointers[i] = &row[i]
		}
		if err := rows.Scan(pointers...); err != nil {
			t.Fatal(err)
		}
		line := make([]string, len(names))
		for i := range row {
			line[i] = row[i].String
		}
		out = append(out, line)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func describeSQLite(t *testing.T, db *sql.DB) []table {
	t.Helper()
	kinds := map[string]string{"INTEGER": "BIGINT", "BLOB": "BYTEA", "TEXT": "TEXT"}
	check := regexp.MustCompile(`CONSTRAINT (\w+)\s+CHECK`)
	var tables []table
	for _, row := range query(t, db, `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'goose_%'`) {
		out := table{name: row[0]}
		if !strings.Contains(row[1], "STRICT") {
			t.Errorf("%s is not a STRICT table: SQLite would store anything in it", out.name)
		}
		for _, m := range check.FindAllStringSubmatch(row[1], -1) {
			out.checks = append(out.checks, m[1])
		}
		keys := map[string]string{} // position → column
		for _, c := range query(t, db, `SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid`, out.name) {
			kind, ok := kinds[c[1]]
			if !ok {
				t.Errorf("%s.%s has the type %s", out.name, c[0], c[1])
			}
			out.columns = append(out.columns, column{c[0], kind, c[2] == "1", c[3]})
			keys[c[4]] = c[0]
		}
		for i := 1; keys[fmt.Sprint(i)] != ""; i++ {
			out.key = append(out.key, keys[fmt.Sprint(i)])
		}
		for _, index := range query(t, db, `SELECT name, "unique", origin, partial FROM pragma_index_list(?)`, out.name) {
			columns := join(query(t, db, `SELECT name FROM pragma_index_info(?) ORDER BY seqno`, index[0]))
			switch {
			case index[2] == "pk":
			case index[1] == "1":
				out.rules = append(out.rules, rule("UNIQUE", columns, index[3] == "1"))
			default:
				out.rules = append(out.rules, rule("INDEX", columns, index[3] == "1"))
			}
		}
		for _, key := range query(t, db, `SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)`, out.name) {
			out.rules = append(out.rules, fmt.Sprintf("FOREIGN KEY (%s) REFERENCES %s (%s)", key[0], key[1], key[2]))
		}
		tables = append(tables, out)
	}
	return tables
}

func describePostgres(t *testing.T, db *sql.DB) []table {
	t.Helper()
	references := regexp.MustCompile(`REFERENCES (\w+)\(`)
	kinds := map[string]string{"bigint": "BIGINT", "bytea": "BYTEA", "text": "TEXT"}
	var tables []table
	for _, row := range query(t, db, `SELECT relname, oid::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'goose_%'`) {
		out := table{name: row[0]}
		for _, c := range query(t, db, `
			SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text, pg_get_expr(d.adbin, d.adrelid), c.collname
			FROM pg_attribute a
			LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			LEFT JOIN pg_collation c ON c.oid = a.attcollation
			WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`, row[1]) {
			kind, ok := kinds[c[1]]
			if !ok {
				t.Errorf("%s.%s has the type %s", out.name, c[0], c[1])
			}
			if kind == "TEXT" && c[4] != "C" {
				t.Errorf(`%s.%s is sorted by %s: write COLLATE "C", which is how SQLite and Go sort`, out.name, c[0], c[4])
			}
			out.columns = append(out.columns, column{c[0], kind, c[2] == "true", c[3]})
		}
		for _, index := range query(t, db, `SELECT indexrelid::text, indisunique::text, indisprimary::text, (indpred IS NOT NULL)::text FROM pg_index WHERE indrelid = $1::oid`, row[1]) {
			columns := join(query(t, db, `
				SELECT a.attname FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(n, position), pg_attribute a
				WHERE i.indexrelid = $1::oid AND a.attrelid = i.indrelid AND a.attnum = k.n ORDER BY k.position`, index[0]))
			switch {
			case index[2] == "true":
				out.key = strings.Split(columns, ", ")
			case index[1] == "true":
				out.rules = append(out.rules, rule("UNIQUE", columns, index[3] == "true"))
			default:
				out.rules = append(out.rules, rule("INDEX", columns, index[3] == "true"))
			}
		}
		for _, c := range query(t, db, `SELECT conname, contype::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = $1::oid AND contype IN ('c', 'f')`, row[1]) {
			if c[1] == "c" {
				out.checks = append(out.checks, c[0])
			} else {
				out.rules = append(out.rules, references.ReplaceAllString(c[2], "REFERENCES $1 ("))
			}
		}
		tables = append(tables, out)
	}
	return tables
}

func rule(word, columns string, partial bool) string {
	if partial {
		word = "PARTIAL " + word
	}
	return fmt.Sprintf("%s (%s)", word, columns)
}

func join(rows [][]string) string {
	var names []string
	for _, r := range rows {
		names = append(names, r[0])
	}
	return strings.Join(names, ", ")
}
