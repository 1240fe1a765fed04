package main

import (
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/peritus-dao/peritus/cmd/peritus/demo"
	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/migrations/testdb"
)

// The stories of testdata/*.txtar: peritus as people run it, each command a process of its own.
func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", Cmds: vocabulary(t), RequireExplicitExec: true, RequireUniqueNames: true})
}

// The stories of testdata/instance run on each database: $DATABASE is its address.
func TestStoriesOfAnInstance(t *testing.T) {
	testdb.Each(t, func(t *testing.T, dsn string) {
		testscript.Run(t, testscript.Params{
			Dir: "testdata/instance", Cmds: vocabulary(t), RequireExplicitExec: true, RequireUniqueNames: true,
			Setup: func(e *testscript.Env) error { e.Setenv("DATABASE", dsn); return nil },
		})
	})
}

// script makes a story's test a [testing.TB].
type script struct {
	testing.TB
	ts *testscript.TestScript
}

func (s script) Helper()                           {}
func (s script) Fatal(args ...any)                 { s.ts.Fatalf("%s", fmt.Sprint(args...)) }
func (s script) Fatalf(format string, args ...any) { s.ts.Fatalf(format, args...) }
func (s script) Logf(format string, args ...any)   { s.ts.Logf(format, args...) }
func (s script) Cleanup(f func())                  { s.ts.Defer(f) }

// vocabulary is what stories can say beside testscript's own words.
func vocabulary(t *testing.T) map[string]func(*testscript.TestScript, bool, []string) {
	running := sync.Map{} // *process by the story's name and its own
	word := func(low, high int, usage string, f func(s script, ts *testscript.TestScript, args []string)) func(*testscript.TestScript, bool, []string) {
		return func(ts *testscript.TestScript, neg bool, args []string) {
			if neg || len(args) < low || len(args) > high {
				ts.Fatalf("usage: %s", usage)
			}
			f(script{t, ts}, ts, args)
		}
	}
	return map[string]func(*testscript.TestScript, bool, []string){
		// ends runs a command, which must end with that status.
		"ends": word(2, 99, "ends STATUS COMMAND [ARG…]", func(s script, ts *testscript.TestScript, args []string) {
			want, err := strconv.Atoi(args[0])
			ts.Check(err)
			code := 0
			var exit *exec.ExitError
			if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
				code = exit.ExitCode()
			} else if err != nil {
				s.Fatal(err)
			}
			if code != want {
				ts.Fatalf("exit status %d, want %d\n%s%s", code, want, ts.ReadFile("stdout"), ts.ReadFile("stderr"))
			}
		}),
		// eventually repeats a command until it ends with 0.
		"eventually": word(1, 99, "eventually COMMAND [ARG…]", func(s script, ts *testscript.TestScript, args []string) {
			for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
				err := ts.Exec(args[0], args[1:]...)
				if err == nil {
					return
				}
				if time.Now().After(end) {
					s.Fatal(err)
				}
			}
		}),
		// oneline says that the last command has said what is wrong in one line, in words.
		"oneline": word(0, 0, "oneline", func(s script, ts *testscript.TestScript, _ []string) {
			text := ts.ReadFile("stderr")
			if !strings.HasPrefix(text, "peritus") || strings.Count(text, "\n") != 1 || len(text) < 20 || strings.Contains(text, "goroutine") {
				ts.Fatalf("not one line that says what is wrong: %q", text)
			}
		}),
		// seeded copies the folder of a demo that was walked once.
		"seeded": word(1, 1, "seeded DIR", func(s script, ts *testscript.TestScript, args []string) {
			seedInto(s, folder(ts.MkAbs(args[0])))
		}),
		// start starts a command that serves; $NAME is its address.
		"start": word(2, 99, "start NAME ARG…", func(s script, ts *testscript.TestScript, args []string) {
			abs := make([]string, len(args)-1)
			for i, a := range args[1:] {
				if abs[i] = a; strings.HasPrefix(a, "./") {
					abs[i] = ts.MkAbs(a)
				}
			}
			var env []string
			for _, name := range []string{"PERITUS_ANCHOR_PASSPHRASE", "PERITUS_ANCHOR_PASSPHRASE_FILE"} {
				if v := ts.Getenv(name); v != "" {
					env = append(env, name+"="+v)
				}
			}
			p := start(s, env, abs...)
			running.Store(ts.Name()+" "+args[0], p)
			ts.Setenv(args[0], p.url)
		}),
		// end asks it to end, which it must do with status 0, and writes what it said to a file. ("stop" is testscript's own
		// word, and ends the story.)
		"end": word(1, 2, "end NAME [FILE]", func(s script, ts *testscript.TestScript, args []string) {
			p, ok := running.Load(ts.Name() + " " + args[0])
			if !ok {
				ts.Fatalf("%s was not started", args[0])
			}
			p.(*process).stop()
			if len(args) == 2 {
				ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(p.(*process).output()), 0o600))
			}
		}),
		// fetch writes what is at an address to a file. It must be there.
		"fetch": word(2, 2, "fetch URL FILE", func(s script, ts *testscript.TestScript, args []string) {
			a, err := send(http.MethodGet, args[0], "", nil)
			ts.Check(err)
			if a.status != http.StatusOK {
				ts.Fatalf("GET %s: %d %s", args[0], a.status, a.body)
			}
			ts.Check(os.WriteFile(ts.MkAbs(args[1]), a.body, 0o600))
		}),
		// json looks a value up in JSON, as in proposal.digest or claims.0.label, and compares it with an expression.
		"json": word(2, 3, "json FILE PATH [REGEXP]", func(s script, ts *testscript.TestScript, args []string) {
			var v any
			ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &v))
			for _, key := range strings.Split(args[1], ".") {
				switch at := v.(type) {
				case map[string]any:
					v = at[key]
				case []any:
					i, err := strconv.Atoi(key)
					if err != nil || i >= len(at) {
						ts.Fatalf("%s: %s is no index of a list of %d", args[1], key, len(at))
					}
					v = at[i]
				default:
					ts.Fatalf("%s: there is nothing at %s", args[1], key)
				}
			}
			text := fmt.Sprint(v)
			switch want := args[len(args)-1]; {
			case v == nil, len(args) == 2 && (text == "" || text == "0"):
				ts.Fatalf("%s is missing or empty", args[1])
			case len(args) == 3 && !regexp.MustCompile("^(?:"+want+")$").MatchString(text):
				ts.Fatalf("%s is %q, which is not like %s", args[1], text, want)
			}
		}),
		// flip changes one bit of a file: after a text, or so many bytes further, or in the middle.
		"flip": word(1, 3, "flip FILE [TEXT [BYTES]]", func(s script, ts *testscript.TestScript, args []string) {
			after := ""
			if len(args) > 1 {
				after = args[1]
			}
			path := ts.MkAbs(args[0])
			raw, err := os.ReadFile(path)
			ts.Check(err)
			if len(args) == 3 {
				further, err := strconv.Atoi(args[2])
				ts.Check(err)
				_, behind, found := strings.Cut(string(raw), after)
				if !found || len(behind) <= further {
					ts.Fatalf("there are no %d bytes behind %q in %s", further, after, args[0])
				}
				after += behind[:further]
			}
			ts.Check(os.WriteFile(path, flipped(s, raw, after), 0o600))
		}),
		// chain starts a development chain: $RPC is its endpoint, and $DEPLOYER the key of an account with coin.
		"chain": word(0, 0, "chain", func(s script, ts *testscript.TestScript, _ []string) {
			chain, err := devnet.Start(t.Context(), devnet.Config{})
			ts.Check(err)
			ts.Defer(func() { _ = chain.Close() })
			ts.Setenv("RPC", chain.URL())
			ts.Setenv("DEPLOYER", hex.EncodeToString(crypto.FromECDSA(devnet.Key())))
		}),
		// vote casts a ballot over the API, as the member whose key is in the demo's folder, and writes the receipt.
		"vote": word(4, 4, "vote URL DIR CHOICE RECEIPT", func(s script, ts *testscript.TestScript, args []string) {
			p := &process{TB: s, url: args[0]}
			revision := p.open()[0].Revision
			for _, m := range members(s, folder(ts.MkAbs(args[1]))) {
				const reason = "as the story goes"
				w, err := prepare(p.url, revision, m, args[2], reason)
				if err != nil {
					continue // no weight in this vote
				}
				b, err := m.sign(w, args[2], reason)
				ts.Check(err)
				raw, err := post(ballotsURL(p.url, revision), b, http.StatusCreated)
				ts.Check(err)
				ts.Check(os.WriteFile(ts.MkAbs(args[3]), raw, 0o600))
				return
			}
			ts.Fatalf("nobody has weight in the vote on %s", revision)
		}),
		// documents writes the demo's documents, as they were at first and as its proposals change them.
		"documents": word(1, 1, "documents DIR", func(s script, ts *testscript.TestScript, args []string) {
			content, err := demo.Load()
			ts.Check(err)
			dir := ts.MkAbs(args[0])
			ts.Check(os.MkdirAll(dir, 0o755))
			write := func(name, version string, raw []byte) {
				ts.Check(os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, "/", "-")+"-"+version+".json"), raw, 0o600))
			}
			for _, h := range content.Heads {
				write(h.Name, "old", h.Document)
			}
			for _, p := range content.Proposals {
				for _, change := range p.Changes {
					write(change.Head, p.ID, change.Document)
				}
			}
			for _, raw := range content.Texts {
				ts.Check(os.WriteFile(filepath.Join(dir, document.Sum(raw).String()), raw, 0o600))
			}
		}),
		// static serves a folder of files as any web server would: $NAME is its address.
		"static": word(2, 2, "static NAME DIR", func(s script, ts *testscript.TestScript, args []string) {
			server := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[1]))))
			ts.Defer(server.Close)
			ts.Setenv(args[0], server.URL)
		}),
		// occupy listens on a port: $BUSY is its address.
		"occupy": word(0, 0, "occupy", func(s script, ts *testscript.TestScript, _ []string) {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			ts.Check(err)
			ts.Defer(func() { _ = l.Close() })
			ts.Setenv("BUSY", l.Addr().String())
		}),
		// lock holds a database as a program does that will not let go.
		"lock": word(1, 1, "lock DATABASE", func(s script, ts *testscript.TestScript, args []string) {
			db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
			ts.Check(err)
			db.SetMaxOpenConns(1)
			ts.Defer(func() { _ = db.Close() })
			_, err = db.Exec("BEGIN EXCLUSIVE")
			ts.Check(err)
		}),
		// envfrom sets a variable to the text of a file.
		"envfrom": word(2, 2, "envfrom NAME FILE", func(s script, ts *testscript.TestScript, args []string) {
			ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile(args[1])))
		}),
		// readkeys reads the public keys of the co-signers: $UNIVERSITY and $NEWSPAPER.
		"readkeys": word(0, 0, "readkeys", func(s script, ts *testscript.TestScript, _ []string) {
			for _, name := range []string{"university", "newspaper"} {
				ts.Setenv(strings.ToUpper(name), strings.TrimSpace(ts.ReadFile(name+".pub")))
			}
		}),
		// verifydatabase verifies the database of an instance, where it is.
		"verifydatabase": word(0, 0, "verifydatabase", func(s script, ts *testscript.TestScript, _ []string) {
			what := ts.Getenv("DATABASE")
			if !isPostgres(what) {
				// verify reads the database of a folder.
				dir := folder(ts.MkAbs("copy"))
				ts.Check(os.MkdirAll(string(dir), 0o755))
				for from, to := range map[string]string{what: dir.database(), ts.MkAbs("data/genesis.json"): dir.genesis()} {
					raw, err := os.ReadFile(from)
					ts.Check(err)
					ts.Check(os.WriteFile(to, raw, 0o600))
				}
				what = string(dir)
			}
			ts.Check(ts.Exec("peritus", "verify", "--genesis", "genesis.json", what))
		}),
		// node puts peritus-node in the path.
		"node": word(0, 0, "node", func(s script, ts *testscript.TestScript, _ []string) {
			path, err := node()
			ts.Check(err)
			ts.Setenv("PATH", filepath.Dir(path)+string(os.PathListSeparator)+ts.Getenv("PATH"))
		}),
	}
}

// Every story is told to its end: stop and skip, testscript's own words, would leave the rest of it unread and pass.
func TestStoriesAreToldToTheEnd(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	deeper, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 || len(deeper) == 0 {
		t.Fatalf("%d and %d stories: %v", len(files), len(deeper), err)
	}
	ends := regexp.MustCompile(`(?m)^\s*(\[[^\]]*\]\s*)*(stop|skip)\b.*`)
	for _, file := range append(files, deeper...) {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		script, _, _ := strings.Cut(string(raw), "\n-- ")
		if line := ends.FindString(script); line != "" {
			t.Errorf("%s ends at %q; end NAME ends a process", file, line)
		}
	}
}

// node builds peritus-node, once. It is a program of its own, which links much less.
var node = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "peritus-node-")
	if err != nil {
		return "", err
	}
	built = append(built, dir)
	path := filepath.Join(dir, "peritus-node")
	out, err := exec.Command("go", "build", "-o", path, "../peritus-node").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, out)
	}
	return path, err
})

// built are folders to be removed at the end.
var built []string

// Every command says how it is called, and refuses a flag that it does not know, in one line.
func TestEveryCommandHelps(t *testing.T) {
	for _, c := range commands() {
		for _, args := range [][]string{{"help", c.name}, {c.name, "--help"}, {c.name, "-h"}} {
			got := peritus(t, args...)
			if got.code != exitOK || !strings.HasPrefix(got.stdout, "usage: peritus "+c.name) || got.stderr != "" {
				t.Errorf("peritus %s: exit status %d\n%s%s", strings.Join(args, " "), got.code, got.stdout, got.stderr)
			}
			if !strings.Contains(got.stdout, c.summary) {
				t.Errorf("peritus %s does not say %q", strings.Join(args, " "), c.summary)
			}
		}
		got := peritus(t, c.name, "--no-such-flag")
		if got.code != exitUnknown || strings.Count(got.stderr, "\n") != 1 || !strings.Contains(got.stderr, "no-such-flag") {
			t.Errorf("peritus %s --no-such-flag: exit status %d\n%s%s", c.name, got.code, got.stdout, got.stderr)
		}
		if usage := peritus(t, "help"); !strings.Contains(usage.stdout, "  "+c.name+" ") || !strings.Contains(usage.stdout, c.summary) {
			t.Errorf("peritus help does not list %s", c.name)
		}
	}
}
