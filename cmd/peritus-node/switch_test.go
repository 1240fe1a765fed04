package main

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/modelspec/agent"
)

// configure adds fields to the node's configuration.
func (m *machine) configure(more map[string]any) {
	m.TB.Helper()
	raw, err := os.ReadFile(m.config)
	m.OK(err)
	var cfg map[string]any
	m.OK(json.Unmarshal(raw, &cfg))
	for k, v := range more {
		cfg[k] = v
	}
	m.write(cfg)
}

func (m *machine) lines(name string) []string {
	raw, _ := os.ReadFile(filepath.Join(m.dir, name))
	return strings.Fields(string(raw))
}

// A release that does not work here is left again by itself, and not tried again until there is a newer one or somebody asks.
func TestReleaseThatDoesNotWork(t *testing.T) {
	m := newMachine(t)
	first, second := m.second()
	say := func(what string) []string {
		return []string{"sh", "-c", `echo ` + what + `:$PERITUS_PREVIOUS-$PERITUS_RELEASE >> "$0"; test -f "$PERITUS_CONFIG/vllm.yaml"`, filepath.Join(m.dir, "said")}
	}
	bad := filepath.Join(m.dir, "bad")
	m.configure(map[string]any{
		"hooks": map[string]any{"before": say("before"), "after": say("after"), "alarm": []string{"sh", "-c", `echo "$PERITUS_ALARM" > "$0"`, filepath.Join(m.dir, "alarm")}},
	})
	// What does not work is waited for in vain; what works has all the time that a busy machine takes.
	within := func(seconds int) {
		m.configure(map[string]any{
			"health": map[string]any{"command": []string{"sh", "-c", `if grep -qx "$PERITUS_RELEASE" "$0"; then echo out of memory; exit 1; fi`, bad}, "within": seconds},
		})
	}
	within(60)
	m.release(first)
	m.want(exitOK, "release 1 of chat/stable is applied", "pull")
	m.OK(os.WriteFile(bad, []byte("2\n"), 0o644))
	within(2)
	m.release(second)
	m.want(exitRefuted, "health: release 2 did not work here, so release 1 goes on", "pull")
	m.whole(first)
	m.want(exitRefuted, "out of memory", "pull")
	m.want(exitRefuted, "failed    release 2: it does not work after 2 seconds: exit status 1: out of memory", "status")
	if got := strings.Join(m.lines("said"), " "); got != "before:0-1 after:0-1 before:1-2 after:1-2 after:2-1" {
		t.Errorf("the hooks were called as %s", got)
	}
	if got := strings.Join(m.lines("alarm"), " "); !strings.HasPrefix(got, "health: release 2 did not work here") {
		t.Errorf("the alarm said %s", got)
	}
	if r := m.Reports(); len(r) != 1 || r[0].Release != 1 {
		t.Errorf("the node reported %+v", r)
	}
	// The operator mends the machine, and asks again.
	m.OK(os.Remove(bad))
	m.OK(os.WriteFile(bad, nil, 0o644))
	within(60)
	m.want(exitOK, "release 2 of chat/stable is applied", "pull", "--retry")
	m.whole(second)
	// Or the next release works: here, going back to the first document is an ordinary release.
	m.OK(os.WriteFile(bad, []byte("3\n"), 0o644))
	within(2)
	m.release(first)
	m.want(exitRefuted, "health: release 3 did not work here, so release 2 goes on", "pull")
	within(60)
	m.release(first)
	m.want(exitOK, "release 4 of chat/stable is applied", "pull")
	m.whole(first)
	m.want(exitOK, "applied   release 4", "status")

	// Whoever must agree beforehand can hold a release back.
	m.configure(map[string]any{"hooks": map[string]any{"before": []string{"sh", "-c", "echo busy >&2; exit 3"}}})
	m.release(second)
	m.want(exitRefuted, "hook: release 5 waits: the command \"sh\" (before): exit status 3: busy", "pull")
	m.whole(first)
	m.configure(map[string]any{"hooks": map[string]any{"before": []string{"no-such-program"}}})
	m.want(exitRefuted, "no-such-program", "pull")
	m.configure(map[string]any{"hooks": map[string]any{"before": []string{"sleep", "10"}, "timeout": 1}})
	m.want(exitRefuted, "it did not end in time", "pull")
	m.whole(first)
	m.configure(map[string]any{"hooks": map[string]any{}})
	m.want(exitOK, "release 5 of chat/stable is applied", "pull")
	m.whole(second)
}

// The machine dies while it finds out whether a release works: the next run finds out, and goes back.
func TestKillDuringATrial(t *testing.T) {
	m := newMachine(t)
	first, second := m.second()
	m.release(first)
	m.want(exitOK, "release 1 of chat/stable is applied", "pull")
	trial := func(seconds int) {
		m.configure(map[string]any{"health": map[string]any{"command": []string{"sh", "-c", "test $PERITUS_RELEASE = 1"}, "within": seconds}})
	}
	trial(600)
	m.release(second)
	for i := range 8 {
		cmd, out := m.process(t.Context(), nil, "pull")
		eventually(t, "the second release", func() bool {
			link, _ := os.Readlink(filepath.Join(m.data(), "current"))
			return link == "releases/2"
		})
		time.Sleep(time.Duration(i) * 20 * time.Millisecond) // the moment of the kill
		_ = cmd.Process.Kill()
		if err := cmd.Wait(); err == nil {
			t.Fatalf("it was not killed: %s", out)
		}
		m.whole(second)
		m.want(exitUnknown, "trial     release 2", "status")
	}
	trial(1)
	m.want(exitRefuted, "health: release 2 did not work here, so release 1 goes on", "pull")
	m.whole(first)
}

// Prometheus and systemd see how the daemon is.
func TestMetrics(t *testing.T) {
	m := newMachine(t)
	m.release(m.spec)
	cmd, out := m.process(t.Context(), nil, "run", "--interval", "1", "--metrics", "127.0.0.1:0")
	var address, text string
	eventually(t, "the address of the metrics", func() bool {
		address = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(regexp.MustCompile(`msg=metrics .*`).FindString(out.String()))
		return address != ""
	})
	eventually(t, "two good pulls", func() bool {
		res, err := http.Get("http://" + address + "/metrics")
		m.OK(err)
		raw, err := io.ReadAll(res.Body)
		m.OK(err)
		m.OK(res.Body.Close())
		text = string(raw)
		return strings.Contains(text, `peritus_node_pulls_total{result="good"} 2`)
	})
	for _, want := range []string{`peritus_node_release_applied{channel="chat/stable"} 1`, `peritus_node_alarm{channel="chat/stable"} 0`, "# TYPE peritus_node_weights_hashed_bytes gauge"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	m.OK(cmd.Process.Signal(syscall.SIGTERM))
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	if res, err := net.Dial("tcp", address); err == nil {
		_ = res.Close()
		t.Error("it listens on")
	}
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	m.OK(err)
	defer busy.Close()
	m.want(exitEnv, "cannot be listened on", "run", "--metrics", busy.Addr().String())
}

// What is shipped beside the binary can be read by it.
func TestShippedConfiguration(t *testing.T) {
	cfg, err := agent.ReadConfig("deploy/node.json")
	if err != nil {
		t.Fatal(err)
	}
	cfg.Genesis[0] = 1 // the operator's to fill in
	if err := cfg.Check(); err != nil {
		t.Fatal(err)
	}
}

// The figures that are promised: a cold start on loopback, a look when nothing is new, a bundle offline. The best of many attempts
// counts, since the machine may have other work.
func TestFigures(t *testing.T) {
	m := newMachine(t)
	bundle := filepath.Join(m.dir, "bundle.json")
	m.OK(os.WriteFile(bundle, m.release(m.spec), 0o644))
	took := func(limit time.Duration, says string, args ...string) {
		t.Helper()
		best := time.Hour
		for i := 0; i < 50 && (i < 5 || best > limit); i++ {
			if args[0] == "pull" && strings.Contains(says, "is applied") {
				m.OK(os.RemoveAll(m.data()))
			}
			start := time.Now()
			m.want(exitOK, says, args...)
			best = min(best, time.Since(start))
		}
		t.Logf("%s: %s", says, best)
		if best > limit {
			t.Errorf("%s took %s, at most %s is promised", says, best, limit)
		}
	}
	took(time.Second, "release 1 of chat/stable is applied", "pull")
	took(100*time.Millisecond, "release 1 of chat/stable stays applied", "pull")
	took(20*time.Millisecond, "verified: release 1", "verify", "--data", m.data(), bundle)
}
