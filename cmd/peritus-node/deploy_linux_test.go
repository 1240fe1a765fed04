package main

import (
	"bytes"
	"debug/elf"
	"encoding/json"
	"encoding/pem"
	"errors"
	"io"
	"io/fs"
	"log"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// image is what a container file makes: a tree of files, and how it is run.
type image struct {
	tree            string
	uid             int
	entrypoint, cmd []string
	volumes         []string
	owned           []string // by the user
	beside          bool     // the machine lets nobody into the tree, so the program runs beside it
}

// buildImage does what deploy/Containerfile says, as a builder of containers would: the first stage on this machine, with /out in a
// folder of its own, the last one in an empty tree.
func buildImage(t *testing.T) image {
	t.Helper()
	raw, err := os.ReadFile("deploy/Containerfile")
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	i := image{tree: filepath.Join(t.TempDir(), "tree")}
	if err := os.Mkdir(i.tree, 0o755); err != nil {
		t.Fatal(err)
	}
	last := false
	for _, line := range strings.Split(string(raw), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "", word == "#":
		case word == "FROM":
			last = rest == "scratch"
		case !last && word == "RUN":
			cmd := exec.Command("sh", "-c", strings.ReplaceAll(rest, "/out", out))
			cmd.Dir = "../.."
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", line, err, said)
			}
		case !last && (word == "WORKDIR" || line == "COPY . ."): // where the checkout is
		case last && word == "COPY":
			fields := strings.Fields(rest)
			from, to := fields[len(fields)-2], filepath.Join(i.tree, fields[len(fields)-1])
			if after, ok := strings.CutPrefix(from, "/out"); ok {
				from = out + after
			}
			if fields[0] != "--from=build" {
				t.Fatalf("%q copies from elsewhere than the first stage", line)
			}
			if slices.Contains(fields, "--chown=65532:65532") {
				i.owned = append(i.owned, fields[len(fields)-1])
			}
			copyTo(t, from, to)
		case last && word == "USER":
			user, _, _ := strings.Cut(rest, ":")
			if i.uid, err = strconv.Atoi(user); err != nil {
				t.Fatalf("%q: a tree without /etc/passwd knows numbers alone", line)
			}
		case last && word == "VOLUME":
			i.volumes = append(i.volumes, rest)
		case last && word == "ENTRYPOINT", last && word == "CMD":
			list := &i.entrypoint
			if word == "CMD" {
				list = &i.cmd
			}
			if err := json.Unmarshal([]byte(rest), list); err != nil {
				t.Fatalf("%q: without a shell it must be a list: %v", line, err)
			}
		default:
			t.Fatalf("this test does not know %q", line)
		}
	}
	return i
}

func copyTo(t *testing.T, from, to string) {
	t.Helper()
	info, err := os.Stat(from)
	if err == nil && info.IsDir() {
		err = errors.Join(os.MkdirAll(filepath.Dir(to), 0o755), os.CopyFS(to, os.DirFS(from)), os.MkdirAll(to, 0o755))
	} else if err == nil {
		var raw []byte
		if raw, err = os.ReadFile(from); err == nil {
			err = errors.Join(os.MkdirAll(filepath.Dir(to), 0o755), os.WriteFile(to, raw, info.Mode().Perm()))
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// path is a path of the tree, as the program has to be told it.
func (i image) path(path string) string {
	if i.beside {
		return filepath.Join(i.tree, path)
	}
	return path
}

// command is the entry point with arguments, inside the tree and as the user that the file names.
func (i image) command(args ...string) (*exec.Cmd, *bytes.Buffer) {
	out := &bytes.Buffer{}
	list := append(slices.Clone(i.entrypoint), args...)
	if i.beside {
		cmd := exec.Command(i.path(list[0]), list[1:]...)
		cmd.Env = []string{"SSL_CERT_FILE=" + i.path("/etc/ssl/certs/ca-certificates.crt"), "SSL_CERT_DIR=" + i.path("/etc/ssl/certs"), "PERITUS_NODE_CONFIG=" + i.path(defaultConfig)}
		for n, arg := range cmd.Args {
			if arg == defaultConfig {
				cmd.Args[n] = i.path(arg)
			}
		}
		cmd.Stdout, cmd.Stderr = out, out
		return cmd, out
	}
	cmd := &exec.Cmd{Path: list[0], Args: list, Dir: "/", Env: []string{"PATH=/"}, Stdout: out, Stderr: out, SysProcAttr: &syscall.SysProcAttr{Chroot: i.tree}}
	if os.Geteuid() == 0 {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(i.uid), Gid: uint32(i.uid)}
	} else { // whoever tests is that user in there
		cmd.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: i.uid, HostID: os.Getuid(), Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: i.uid, HostID: os.Getgid(), Size: 1}}
	}
	return cmd, out
}

// The container file makes a tree of three things, in which the program runs as a user without a name, over TLS, with its own folder and
// what is mounted. Where no builder of containers is at hand, the file is carried out all the same.
func TestContainer(t *testing.T) {
	m := newMachine(t)
	m.release(m.spec)
	i := buildImage(t)
	if cmd, _ := i.command("version"); errors.Is(cmd.Run(), fs.ErrPermission) {
		i.beside = true
		t.Log("nobody may change the root here: the program runs beside its tree")
	}

	var files []string
	m.OK(filepath.WalkDir(i.tree, func(path string, d fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(i.tree, path); err == nil && (!d.IsDir() || slices.Contains(i.owned, "/"+rel)) {
			files = append(files, "/"+rel)
		}
		return err
	}))
	if want := []string{"/etc/ssl/certs/ca-certificates.crt", "/peritus-node", "/var/lib/peritus-node"}; !slices.Equal(files, want) {
		t.Errorf("the tree holds %q, want %q", files, want)
	}
	if !slices.Equal(i.volumes, i.owned) || i.uid == 0 {
		t.Errorf("the volumes are %q, and %q belong to the user %d", i.volumes, i.owned, i.uid)
	}
	program, err := elf.Open(filepath.Join(i.tree, "peritus-node"))
	m.OK(err)
	defer program.Close()
	for _, p := range program.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("the program asks for a loader that the tree does not have")
		}
	}

	// What is mounted: configuration, key and weights. The server's certificate is the one root of TLS.
	target, err := url.Parse(m.URL)
	m.OK(err)
	server := httptest.NewUnstartedServer(httputil.NewSingleHostReverseProxy(target))
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // it is refused at the end
	server.StartTLS()
	defer server.Close()
	roots := filepath.Join(i.tree, "etc/ssl/certs/ca-certificates.crt")
	m.OK(os.WriteFile(roots, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}), 0o644))
	key, err := os.ReadFile(filepath.Join(m.dir, "node.key"))
	m.OK(err)
	m.OK(os.MkdirAll(filepath.Join(i.tree, "etc/peritus"), 0o755))
	m.OK(os.WriteFile(filepath.Join(i.tree, "etc/peritus/node.key"), key, 0o600))
	config, err := json.Marshal(map[string]any{
		"server": server.URL, "genesis": m.Pin, "channel": releasetest.Channel, "interval": 1,
		"data": i.path("/var/lib/peritus-node"), "weights": i.path("/srv/models/chat"), "key": i.path("/etc/peritus/node.key"),
	})
	m.OK(err)
	m.OK(os.WriteFile(filepath.Join(i.tree, "etc/peritus/node.json"), config, 0o644))
	m.OK(os.CopyFS(filepath.Join(i.tree, "srv/models/chat"), os.DirFS(m.weights)))
	if os.Geteuid() == 0 && !i.beside {
		for _, path := range append(i.owned, "/etc/peritus/node.key") {
			m.OK(os.Chown(filepath.Join(i.tree, path), i.uid, i.uid))
		}
	}

	run := func(status int, says string, args ...string) {
		t.Helper()
		m.Sync()
		defer m.Sync()
		cmd, out := i.command(args...)
		_ = cmd.Run()
		if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != status || !strings.Contains(out.String(), says) {
			t.Fatalf("%q ends with %v, want %d and …%s…\n%s", args, cmd.ProcessState, status, says, out)
		}
	}
	run(exitOK, "peritus-node ", "version")
	run(exitOK, "release 1 of chat/stable is applied", "pull", "--config", defaultConfig)
	run(exitOK, "applied   release 1", "status") // by the default path of the configuration
	if len(m.Reports()) != 1 {
		t.Errorf("%d reports", len(m.Reports()))
	}

	// The command that is run when nothing is said follows, and ends when it is asked to.
	cmd, out := i.command(i.cmd...)
	m.OK(cmd.Start())
	pulled := filepath.Join(i.tree, "var/lib/peritus-node/state.json")
	m.OK(os.Remove(pulled))
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(pulled); err == nil {
			break
		}
		if time.Now().After(deadline) {
			_ = cmd.Process.Kill()
			t.Fatalf("%q has looked at nothing: %v\n%s", i.cmd, cmd.Wait(), out)
		}
	}
	m.OK(cmd.Process.Signal(syscall.SIGTERM))
	if err := cmd.Wait(); err != nil || !strings.Contains(out.String(), `"msg":"following"`) {
		t.Errorf("%v: %s", err, out)
	}

	// The roots of TLS are those in the tree, and no other.
	m.OK(os.Remove(roots))
	run(exitUnknown, "certificate", "pull")
}

// The unit starts the command with flags that there are, and systemd finds nothing to say about it, where it is at hand.
func TestUnits(t *testing.T) {
	raw, err := os.ReadFile("deploy/peritus-node.service")
	if err != nil {
		t.Fatal(err)
	}
	const installed = "/usr/local/bin/peritus-node"
	_, line, _ := strings.Cut(string(raw), "\nExecStart="+installed+" ")
	line, _, _ = strings.Cut(line, "\n")
	m := newMachine(t)
	m.release(m.spec)
	args := strings.Fields(strings.Replace(line, defaultConfig, m.config, 1))
	if len(args) < 2 || args[0] != "run" {
		t.Fatalf("it starts %q", line)
	}
	cmd, out := m.process(t.Context(), nil, args...)
	for deadline := time.Now().Add(time.Minute); len(m.Reports()) == 0 && time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
	}
	m.OK(cmd.Process.Signal(syscall.SIGTERM))
	if err := cmd.Wait(); err != nil || len(m.Reports()) != 1 {
		t.Errorf("%v: %s", err, out)
	}

	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Log("systemd is not at hand: the unit's other lines were not looked at")
		return
	}
	dir := t.TempDir()
	self, err := os.Executable() // any program does
	m.OK(err)
	m.OK(os.WriteFile(filepath.Join(dir, "peritus-node.service"), bytes.ReplaceAll(raw, []byte(installed), []byte(self)), 0o644))
	path, err := os.ReadFile("deploy/peritus-node-reload.path")
	m.OK(err)
	m.OK(os.WriteFile(filepath.Join(dir, "peritus-node-reload.path"), path, 0o644))
	m.OK(os.WriteFile(filepath.Join(dir, "peritus-node-reload.service"), []byte("[Service]\nType=oneshot\nExecStart="+self+"\n"), 0o644))
	said, err := exec.Command(analyze, "verify", "--man=no", filepath.Join(dir, "peritus-node.service"), filepath.Join(dir, "peritus-node-reload.path")).CombinedOutput()
	if bytes.Contains(said, []byte("peritus-node")) { // it may have more to say, about the machine's own units
		t.Errorf("%v: %s", err, said)
	}
}
