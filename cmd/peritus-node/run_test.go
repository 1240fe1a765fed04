package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/agent/agenttest"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// machine is a machine with peritus-node on it.
type machine struct {
	*agenttest.Instance
	dir     string
	config  string
	weights string
	spec    []byte
}

// newMachine starts an instance, and a machine that is configured for it and has a small model on its disk.
func newMachine(t *testing.T) *machine {
	t.Helper()
	m := &machine{Instance: agenttest.NewAt(t, time.Now()), dir: t.TempDir()}
	m.weights, m.config = filepath.Join(m.dir, "model"), filepath.Join(m.dir, "node.json")
	m.OK(os.Mkdir(m.weights, 0o755))
	m.spec = m.model("the weights of the first version")
	key := filepath.Join(m.dir, "node.key")
	m.OK(os.WriteFile(key, []byte(hex.EncodeToString(crypto.FromECDSA(m.Key))+"\n"), 0o600))
	m.write(map[string]any{"server": m.URL, "genesis": m.Pin, "channel": releasetest.Channel, "data": m.data(), "weights": m.weights, "key": key})
	return m
}

func (m *machine) data() string { return filepath.Join(m.dir, "data") }

func (m *machine) write(config map[string]any) {
	m.TB.Helper()
	raw, err := json.Marshal(config)
	m.OK(err)
	m.OK(os.WriteFile(m.config, raw, 0o644))
}

// model puts files on disk and returns the spec that names them.
func (m *machine) model(contents string) []byte {
	m.TB.Helper()
	raw, err := os.ReadFile("../../modelspec/testdata/spec.json")
	m.OK(err)
	spec, err := modelspec.Parse(raw)
	m.OK(err)
	spec.Inference.Stop = []string{} // vLLM takes them with each request
	files := map[string]modelspec.File{}
	for name, f := range spec.Weights.Files {
		data := []byte(contents + name)
		file := filepath.Join(m.weights, name)
		m.OK(os.MkdirAll(filepath.Dir(file), 0o755))
		m.OK(os.WriteFile(file, data, 0o644))
		if f.SHA256, f.ChunkRoot, f.Size, err = modelspec.HashReader(bytes.NewReader(data)); err != nil {
			m.TB.Fatal(err)
		}
		files[name] = f
	}
	spec.Weights, err = modelspec.NewWeights(files)
	m.OK(err)
	if f, ok := files["tokenizer.json"]; ok {
		spec.Tokenizer.SHA256 = f.SHA256
	}
	out, err := document.Marshal(spec)
	m.OK(err)
	if _, err := modelspec.Parse(out); err != nil {
		m.TB.Fatal(err)
	}
	return out
}

// release decides on a spec and publishes it, active at once by the machine's clock.
func (m *machine) release(spec []byte) []byte {
	m.TB.Helper()
	raw := m.Release(spec, releasetest.Options{Activation: document.Time(time.Now().Add(-time.Minute).Unix())})
	m.Publish(raw)
	return raw
}

// run calls peritus-node as a shell would.
func (m *machine) run(args ...string) (status int, stdout, stderr string) {
	m.TB.Helper()
	var out, errs bytes.Buffer
	env := map[string]string{"PERITUS_NODE_CONFIG": m.config}
	err := run(m.TB.Context(), args, func(k string) string { return env[k] }, strings.NewReader(""), &out, &errs)
	status = exit(err, &errs)
	return status, out.String(), errs.String()
}

func (m *machine) want(status int, says string, args ...string) string {
	m.TB.Helper()
	got, stdout, stderr := m.run(args...)
	if got != status || !strings.Contains(stdout+stderr, says) {
		m.TB.Errorf("peritus-node %s: status %d, want %d, …%s…\n%s%s", strings.Join(args, " "), got, status, says, stdout, stderr)
	}
	if got == 0 && stderr != "" || strings.Count(stderr, "\n") > 1 {
		m.TB.Errorf("peritus-node %s says on stderr: %q", strings.Join(args, " "), stderr)
	}
	return stdout
}

func TestStoryOfANode(t *testing.T) {
	m := newMachine(t)
	m.want(exitEnv, "has it run?", "status")
	m.want(exitUnknown, "the channel chat/stable has no release yet", "pull")
	m.want(exitUnknown, "no release is applied yet", "attest")
	m.want(exitUnknown, "alarm", "status")

	bundle := m.release(m.spec)
	m.want(exitOK, "release 1 of chat/stable is applied", "pull")
	m.want(exitOK, "release 1 of chat/stable stays applied", "pull")
	m.want(exitOK, "applied   release 1 since", "status")
	config, err := os.ReadFile(filepath.Join(m.data(), "current", "config", "vllm.yaml"))
	if err != nil || !strings.Contains(string(config), document.Sum(m.spec).String()) {
		t.Errorf("%v: %s", err, config)
	}
	if len(m.Reports()) != 1 {
		t.Errorf("%d reports", len(m.Reports()))
	}

	var status struct {
		Applied struct{ Sequence int }
		Alarm   *struct{}
	}
	if err := json.Unmarshal([]byte(m.want(exitOK, "", "status", "--output", "json")), &status); err != nil || status.Applied.Sequence != 1 || status.Alarm != nil {
		t.Errorf("%+v, %v", status, err)
	}
	m.want(exitOK, "signature 0x", "attest")
	m.want(exitOK, `"release": 1`, "attest", "--post", "--output", "json")
	if len(m.Reports()) != 2 {
		t.Errorf("%d reports", len(m.Reports()))
	}

	// The bundle on its own, offline.
	file := filepath.Join(m.dir, "1.bundle.json")
	m.OK(os.WriteFile(file, bundle, 0o644))
	m.want(exitOK, "verified: release 1 of chat/stable", "verify", "--data", m.data(), file)
	m.want(exitOK, `"result": "verified"`, "verify", "--output", "json", "--data", m.data(), "--pin", m.Pin.String(), file)
	m.want(exitRefuted, "period: the release expired", "verify", "--data", m.data(), "--at", "2036-01-01T00:00:00Z", file)
	m.want(exitRefuted, "is pinned", "verify", "--data", m.data(), "--pin", strings.Repeat("0", 64), file)
	for i := 0; i < len(bundle); i += 13 { // whichever byte is changed
		altered := bytes.Clone(bundle)
		altered[i] ^= 1
		m.OK(os.WriteFile(file, altered, 0o644))
		if status, stdout, stderr := m.run("verify", "--data", m.data(), file); status != exitRefuted {
			t.Errorf("byte %d of the bundle changed: status %d\n%s%s", i, status, stdout, stderr)
		}
	}

	// The next release has other weights; the old ones are on disk.
	next := m.model("the weights of the second version")
	m.model("the weights of the first version")
	m.release(next)
	m.want(exitRefuted, "weights: ", "pull")
	m.want(exitRefuted, "alarm     since", "status")
	if link, err := os.Readlink(filepath.Join(m.data(), "current")); err != nil || link != filepath.Join("releases", "1") {
		t.Errorf("%s, %v", link, err)
	}
	m.model("the weights of the second version")
	m.want(exitOK, "release 2 of chat/stable is applied", "pull", "--output", "text")
}

// A mixture is released on a channel of its own. The node checks and keeps it, reports it, and has nothing to configure.
func TestMixtureIsKept(t *testing.T) {
	m := newMachine(t)
	const channel = "data/pretraining"
	m.write(map[string]any{"server": m.URL, "genesis": m.Pin, "channel": channel, "data": m.data(), "weights": m.weights, "key": filepath.Join(m.dir, "node.key")})
	mixture, err := os.ReadFile("../../datasets/testdata/mixture.json")
	m.OK(err)
	v, err := datasets.ParseMixture(mixture)
	m.OK(err)
	for _, summary := range []string{"What the model is trained on.", "What the model is trained on, again."} {
		v.Summary = summary
		mixture, err = document.Marshal(v)
		m.OK(err)
		bundle := m.Release(mixture, releasetest.Options{Channel: channel, Head: "mixture/pretraining", Activation: document.Time(time.Now().Add(-time.Minute).Unix())})
		m.Publish(bundle)
		m.want(exitOK, "of data/pretraining is applied", "pull")
		file := filepath.Join(m.dir, "bundle.json")
		m.OK(os.WriteFile(file, bundle, 0o644))
		m.want(exitOK, "of data/pretraining, document "+document.Sum(mixture).String(), "verify", "--data", m.data(), file)
		kept, err := os.ReadFile(filepath.Join(m.data(), "current", "document.json"))
		if err != nil || !bytes.Equal(kept, mixture) {
			t.Errorf("%v: %s", err, kept)
		}
	}
	m.want(exitOK, "config    none: peritus/mixture/v1 names no weights; it is checked and kept as current/document.json", "status")
	if list, err := os.ReadDir(filepath.Join(m.data(), "current", "config")); err == nil && len(list) > 0 {
		t.Errorf("it configures %v", list)
	}
	if len(m.Reports()) != 2 {
		t.Errorf("%d reports", len(m.Reports()))
	}
	m.release(m.spec) // of another channel
	m.want(exitOK, "release 2 of data/pretraining stays applied", "pull")
}

func TestCallsThatAreWrong(t *testing.T) {
	m := newMachine(t)
	m.want(exitUnknown, `there is no command "fly"`, "fly")
	m.want(exitUnknown, "not defined: -nonsense", "pull", "--nonsense")
	m.want(exitUnknown, "usage: peritus-node verify", "verify")
	m.want(exitUnknown, "name the genesis.json that you trust", "verify", "x.json")
	m.want(exitUnknown, "give text or json", "status", "--output", "xml")
	m.want(exitUnknown, "is not an address", "pull", "--server", "example.org")
	m.want(exitUnknown, "64 hex", "pull", "--genesis", "abc")
	m.want(exitUnknown, "is not a channel", "pull", "--channel", "../x")
	m.want(exitUnknown, "requireChain needs a chain endpoint", "pull", "--require-chain")
	m.want(exitEnv, "no such file", "pull", "--config", filepath.Join(m.dir, "none.json"))
	m.want(exitEnv, "no such file", "pull", "--key", filepath.Join(m.dir, "none.key"))
	m.want(exitEnv, "no such file", "verify", "--genesis", filepath.Join(m.dir, "none"), "x")
	m.want(exitOK, "usage: peritus-node pull [flags]", "pull", "--help")
	m.want(exitOK, "exit status: 0 done", "help")
	m.want(exitOK, "peritus-node ", "version")

	m.OK(os.WriteFile(m.config, []byte(`{"server": "x", "chanel": "y"}`), 0o644))
	m.want(exitUnknown, `there is no field "chanel"`, "pull")
	open := filepath.Join(m.dir, "open.key")
	m.OK(os.WriteFile(open, []byte("secret"), 0o644))
	m.write(map[string]any{"server": m.URL, "genesis": m.Pin, "channel": releasetest.Channel, "data": m.data(), "key": open})
	m.want(exitEnv, "chmod 600", "attest")
	m.OK(os.Chmod(open, 0o600))
	if _, _, stderr := m.run("attest"); strings.Contains(stderr, "secret") || !strings.Contains(stderr, "64 hex digits") {
		t.Errorf("a broken key: %q", stderr)
	}
}

// A chain endpoint that is not there is not a refutation, and its secret path is not shown.
func TestChainEndpoint(t *testing.T) {
	m := newMachine(t)
	m.release(m.spec)
	for _, rpc := range []string{"http://127.0.0.1:1/secret-token", "http://127.0.0.1:1/secret-token, http://me:secret@127.0.0.1:1"} {
		status, stdout, stderr := m.run("pull", "--rpc", rpc, "--require-chain")
		if status != exitUnknown || !strings.Contains(stderr, "anchor: this could not be checked now") || strings.Contains(stderr, "secret") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("status %d: %s%s", status, stdout, stderr)
		}
	}
	m.want(exitUnknown, "the endpoint at gopher://x cannot be reached", "pull", "--rpc", "gopher://x")
	m.want(exitUnknown, "the endpoint's address names no host", "pull", "--rpc", "http://127.0.0.1:1,http://")
}

// The shim for tuf-conformance against a real repository.
func TestTUFClient(t *testing.T) {
	m := newMachine(t)
	m.Target("a/b.txt", []byte("hello"))
	root, err := m.Files.Get(t.Context(), "1.root.json")
	m.OK(err)
	file := filepath.Join(m.dir, "root.json")
	m.OK(os.WriteFile(file, root, 0o644))
	dir, targets := filepath.Join(m.dir, "metadata"), filepath.Join(m.dir, "targets")
	m.OK(os.Mkdir(targets, 0o755))
	m.want(exitOK, "", "tuf-client", "--metadata-dir", dir, "init", file)
	m.want(exitOK, "", "tuf-client", "--metadata-dir", dir, "--metadata-url", m.URL+"/tuf", "refresh")
	for range 2 {
		m.want(exitOK, "", "tuf-client", "--metadata-dir", dir, "--metadata-url", m.URL+"/tuf", "--target-name", "a/b.txt", "--target-base-url", m.URL+"/tuf/targets", "--target-dir", targets, "download")
	}
	list, err := os.ReadDir(targets)
	if err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
	for _, name := range []string{"root.json", "timestamp.json", "snapshot.json", "targets.json"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	m.want(exitRefuted, "tuf-client download: ", "tuf-client", "--metadata-dir", dir, "--metadata-url", m.URL+"/tuf", "--target-name", "none", "--target-base-url", m.URL+"/tuf/targets", "--target-dir", targets, "download")
	m.Down = true
	m.want(exitRefuted, "tuf-client refresh: ", "tuf-client", "--metadata-dir", dir, "--metadata-url", m.URL+"/tuf", "refresh")
}

// Each kind of error has its exit status.
func TestStatus(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, exitOK},
		{&release.Refusal{Step: release.StepWeights, Err: fmt.Errorf("x")}, exitRefuted},
		{fmt.Errorf("a: %w", release.ErrUnknown), exitUnknown},
		{&usageError{"x"}, exitUnknown},
		{missing("x"), exitEnv},
		{&os.PathError{Op: "open", Path: "x", Err: os.ErrPermission}, exitEnv},
	} {
		if got := status(c.err); got != c.want {
			t.Errorf("%v: %d, want %d", c.err, got, c.want)
		}
	}
}
