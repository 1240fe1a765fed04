package main

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary play peritus: stories and tests that kill run it as a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(cleaning{m}, map[string]func(){"peritus": main})
}

// cleaning removes what tests share when they have ended.
type cleaning struct{ m *testing.M }

func (c cleaning) Run() int {
	defer func() {
		for _, dir := range append(built, shared.dir) {
			if dir != "" {
				_ = os.RemoveAll(dir)
			}
		}
	}()
	return c.m.Run()
}

// shared is a demo that was walked once, in a process of its own. Tests work on copies.
var shared struct {
	once sync.Once
	dir  string
	json []byte // what demo --once printed
	err  error
}

// seeded returns a copy of the demo's folder, and what demo --once printed when it made it.
func seeded(tb testing.TB) (folder, []byte) {
	tb.Helper()
	to := folder(filepath.Join(tb.TempDir(), "data"))
	return to, seedInto(tb, to)
}

// seedInto copies the demo's folder.
func seedInto(tb testing.TB, to folder) []byte {
	tb.Helper()
	shared.once.Do(func() {
		if shared.dir, shared.err = os.MkdirTemp("", "peritus-test-"); shared.err != nil {
			return
		}
		var stderr bytes.Buffer
		cmd := exec.Command("peritus", "demo", "--once", "--data", filepath.Join(shared.dir, "demo"))
		cmd.Stderr = &stderr
		if shared.json, shared.err = cmd.Output(); shared.err != nil {
			tb.Logf("peritus demo --once: %s", stderr.Bytes())
		}
	})
	if shared.err != nil {
		tb.Fatal(shared.err)
	}
	copyTree(tb, to, folder(filepath.Join(shared.dir, "demo")))
	return shared.json
}

// copyTree copies regular files and symbolic links.
func copyTree(tb testing.TB, to, from folder) {
	tb.Helper()
	err := filepath.WalkDir(string(from), func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(string(from), path)
		if err != nil {
			return err
		}
		target := to.path(rel)
		switch {
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		case d.Type()&os.ModeSymlink != 0:
			link, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		default:
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(target, raw, 0o600)
		}
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// ran is how a command ended.
type ran struct {
	code           int
	stdout, stderr string
}

// peritus runs a command in this process.
func peritus(tb testing.TB, args ...string) ran {
	tb.Helper()
	var stdout, stderr bytes.Buffer
	noEnv := func(string) string { return "" }
	code := run(context.WithoutCancel(tb.Context()), args, noEnv, strings.NewReader(""), &stdout, &stderr)
	return ran{code, stdout.String(), stderr.String()}
}

// database opens the database of a folder, to look at it or to tamper with it.
func database(tb testing.TB, dir folder) *sql.DB {
	tb.Helper()
	db, err := sql.Open("sqlite", dir.database())
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	tb.Cleanup(func() { _ = db.Close() })
	return db
}
