//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
)

// TestMain lets the test binary be peritus-node, so that tests can kill a real process.
func TestMain(m *testing.M) {
	if os.Getenv("BE_PERITUS_NODE") == "" {
		os.Exit(m.Run())
	}
	if limit, err := strconv.ParseUint(os.Getenv("FILE_LIMIT"), 10, 64); err == nil {
		// Writing beyond the limit fails in the middle of a file, as it does on a full disk.
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
			panic(err)
		}
	}
	main()
}

// patience is how long a test waits for another process on a busy machine.
const patience = 90 * time.Second

// eventually waits until something holds.
func eventually(tb testing.TB, what string, holds func() bool) {
	tb.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			tb.Fatalf("waited too long for %s", what)
		}
	}
}

// output is what a process has said so far.
type output struct {
	mu   sync.Mutex // guards said
	said bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.said.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.said.String()
}

// process starts peritus-node as a process of its own.
func (m *machine) process(ctx context.Context, env []string, args ...string) (*exec.Cmd, *output) {
	m.TB.Helper()
	self, err := os.Executable()
	m.OK(err)
	cmd := exec.CommandContext(ctx, self, args...)
	cmd.Env = append(append(os.Environ(), "BE_PERITUS_NODE=1", "PERITUS_NODE_CONFIG="+m.config), env...)
	out := &output{}
	cmd.Stdout, cmd.Stderr = out, out
	m.OK(cmd.Start())
	return cmd, out
}

// whole checks that what the runtime would read now is one release, and all of it.
func (m *machine) whole(specs ...[]byte) {
	m.TB.Helper()
	config, err := os.ReadFile(filepath.Join(m.data(), "current", "config", "vllm.yaml"))
	m.OK(err)
	doc, err := os.ReadFile(filepath.Join(m.data(), "current", "document.json"))
	m.OK(err)
	for _, spec := range specs {
		if bytes.Equal(doc, spec) && strings.Contains(string(config), document.Sum(spec).String()) {
			return
		}
	}
	m.TB.Fatalf("current is neither the old release nor the new one:\n%s", config)
}

// second decides on a second model, whose files lie beside those of the first.
func (m *machine) second() (first, second []byte) {
	m.TB.Helper()
	first = m.spec
	root := func(spec []byte) string {
		m.TB.Helper()
		w, err := models.Weights("peritus/model-spec/v1", spec)
		m.OK(err)
		return w.Root.String()
	}
	base := m.weights
	m.OK(os.RemoveAll(base))
	m.weights = filepath.Join(base, "new")
	second = m.model("the weights of the second version")
	m.OK(os.Rename(m.weights, filepath.Join(base, root(second))))
	m.weights = filepath.Join(base, root(first))
	m.model("the weights of the first version")
	m.weights = base
	return first, second
}

// The process is killed at twenty different moments of a switch, spread over the time that one takes here. Whenever it was, the
// runtime reads one whole release, and the next start finishes the work.
func TestKillDuringASwitch(t *testing.T) {
	m := newMachine(t)
	first, second := m.second()
	m.release(first)
	m.want(exitOK, "release 1 of chat/stable is applied", "pull")
	m.release(second)
	before := t.TempDir()
	m.OK(os.CopyFS(before, os.DirFS(m.data())))
	m.OK(os.RemoveAll(filepath.Join(before, "current")))
	pull := func() (*exec.Cmd, *output) {
		m.OK(os.RemoveAll(m.data()))
		m.OK(os.CopyFS(m.data(), os.DirFS(before)))
		m.OK(os.Symlink("releases/1", filepath.Join(m.data(), "current")))
		return m.process(t.Context(), nil, "pull")
	}
	takes := patience
	for range 3 {
		start := time.Now()
		cmd, out := pull()
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		takes = min(takes, time.Since(start))
	}
	killed, finished := 0, 0
	for i := range 20 {
		start := time.Now()
		cmd, out := pull()
		time.Sleep(takes * time.Duration(i) / 20) // the moment of the kill
		_ = cmd.Process.Kill()
		switch err := cmd.Wait(); {
		case err == nil:
			finished++
			takes = min(takes, time.Since(start))
		case cmd.ProcessState.Exited():
			t.Fatalf("peritus-node failed by itself: %s", out)
		default:
			killed++
		}
		m.whole(first, second)
		m.want(exitOK, "release 2", "pull")
		m.whole(second)
		m.want(exitOK, "release 2", "status")
	}
	t.Logf("killed %d times within %s, finished %d times before the kill", killed, takes, finished)
	if killed < 5 {
		t.Errorf("killed only %d times", killed)
	}
}

// The disk is full in the middle of a switch: the node says so, and goes on running what it ran.
func TestDiskFullDuringASwitch(t *testing.T) {
	m := newMachine(t)
	first, second := m.second()
	m.release(first)
	m.want(exitOK, "release 1 of chat/stable is applied", "pull")
	m.release(second)
	for _, limit := range []string{"0", "100", "1000", "5000"} {
		cmd, out := m.process(t.Context(), []string{"FILE_LIMIT=" + limit}, "pull")
		var failed *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &failed) || failed.ExitCode() != exitEnv || !strings.Contains(out.String(), "file too large") || strings.Count(out.String(), "\n") != 1 {
			t.Errorf("%s bytes left: %v, %s", limit, err, out)
		}
		m.whole(first)
	}
	m.want(exitOK, "release 2 of chat/stable is applied", "pull")
	m.whole(second)
}

// The daemon follows until it is asked to stop, and stops at once.
func TestDaemon(t *testing.T) {
	m := newMachine(t)
	m.release(m.spec)
	cmd, out := m.process(t.Context(), nil, "run", "--interval", "1", "--log", "json")
	eventually(t, "the node's report", func() bool { return len(m.Reports()) > 0 })
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	m.whole(m.spec)
	if !strings.Contains(out.String(), `"msg":"release applied"`) {
		t.Errorf("log: %s", out)
	}
	m.want(exitOK, "applied   release 1", "status")
}

// Hooks and the check of health are flags as well: the process asks before it switches, tells what it did, and goes back from what does
// not work.
func TestHooksByFlags(t *testing.T) {
	m := newMachine(t)
	first, second := m.second()
	m.release(first)
	log := filepath.Join(m.dir, "log")
	program := filepath.Join(m.dir, "hook")
	m.OK(os.WriteFile(program, []byte("#!/bin/sh\necho \"$1 $PERITUS_RELEASE $PERITUS_PREVIOUS $PERITUS_ALARM\" >> '"+log+"'\nexit ${2:-0}\n"), 0o755))
	wants := func(status int, says string, args ...string) {
		t.Helper()
		cmd, out := m.process(t.Context(), nil, append([]string{"pull", "--alarm", program + " alarm"}, args...)...)
		_ = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != status || !strings.Contains(out.String(), says) || status != 0 && strings.Count(out.String(), "\n") != 1 {
			t.Fatalf("pull %q: status %d, want %d and …%s…\n%s", args, got, status, says, out)
		}
	}
	said := func(want string) {
		t.Helper()
		raw, err := os.ReadFile(log)
		m.OK(err)
		if !strings.HasPrefix(string(raw), want) {
			t.Fatalf("the hooks wrote %q, want %q", raw, want)
		}
		m.OK(os.Remove(log))
	}
	wants(exitOK, "release 1 of chat/stable is applied", "--before", program+" before", "--after", program+" after", "--health-command", program+" health", "--health-within", "5", "--hook-timeout", "5")
	said("before 1 0 \nafter 1 0 \nhealth 1 0 \n")

	m.release(second)
	wants(exitRefuted, "hook: release 2 waits: the command", "--before", program+" before 1")
	said("before 2 1 \nalarm   hook: release 2 waits")
	wants(exitRefuted, "health: release 2 did not work here, so release 1 goes on", "--health-url", m.URL+"/nowhere", "--health-within", "1", "--after", program+" after")
	said("after 2 1 \nafter 1 2 \nalarm ")

	m.want(exitUnknown, "-before: it is split at blanks and goes through no shell", "pull", "--before", "sh -c 'exit 1'")
	m.want(exitUnknown, "-health-command: name a program", "run", "--health-command", " ")
	m.want(exitUnknown, `health.url "127.0.0.1:8000" is not an address`, "pull", "--health-url", "127.0.0.1:8000")
	m.want(exitUnknown, "hooks.timeout and health.within are seconds", "pull", "--hook-timeout", "-1")
	m.want(exitOK, "--health-within SECONDS", "run", "--help")
}
