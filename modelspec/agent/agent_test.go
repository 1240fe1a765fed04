package agent_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/agent"
	"github.com/peritus-dao/peritus/modelspec/agent/agenttest"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

type instance struct{ *agenttest.Instance }

func newInstance(t *testing.T) *instance { return &instance{agenttest.New(t)} }

// release decides on a small model and publishes it.
func (s *instance) release(text string, o releasetest.Options) release.Release {
	s.TB.Helper()
	return s.Publish(s.Release(releasetest.Spec(text), o))
}

// subject reads the toy documents of package releasetest: the text is the contents of the only file.
type subject struct{}

func (subject) Weights(_ string, doc []byte) (agent.Weights, error) {
	var d struct{ Text string }
	if err := json.Unmarshal(doc, &d); err != nil {
		return agent.Weights{}, err
	}
	sum := document.Sum([]byte(d.Text))
	return agent.Weights{Root: sum, Files: map[string]agent.File{"model.safetensors": {SHA256: sum, Size: int64(len(d.Text))}}}, nil
}

func (subject) Render(runtime, folder string, r release.Release) (map[string][]byte, error) {
	return map[string][]byte{"vllm.yaml": fmt.Appendf(nil, "# %s\nmodel: %s\n", runtime, r.Predicate.Intent.Document), "sub/extra.json": []byte("{}")}, nil
}

// node is a machine with a folder.
type node struct {
	*instance
	dir     string
	weights string
	cfg     agent.Config
	opts    agent.Options
}

type anchors struct{ s *instance }

func (a anchors) Finalized(_ context.Context, anchor release.Anchor, _ record.Finality) error {
	return a.s.Anchored(anchor)
}

func (s *instance) node() *node {
	s.TB.Helper()
	n := &node{instance: s, dir: s.TB.TempDir(), weights: s.TB.TempDir()}
	n.cfg = agent.Config{Server: s.URL, Genesis: s.Pin, Channel: releasetest.Channel, Data: n.dir, Weights: n.weights}
	n.opts = agent.Options{Subject: subject{}, Anchors: anchors{s}, Key: s.Key, Now: func() time.Time { return s.Clock }}
	return n
}

// model puts a model on the node's disk, under the name of its root.
func (n *node) model(text string) string {
	n.TB.Helper()
	dir := filepath.Join(n.weights, document.Sum([]byte(text)).String())
	n.OK(os.MkdirAll(dir, 0o755))
	file := filepath.Join(dir, "model.safetensors")
	n.OK(os.WriteFile(file, []byte(text), 0o644))
	return file
}

// pull runs the agent once, from start to end, as peritus-node pull does.
func (n *node) pull() (agent.Outcome, agent.State, error) {
	n.TB.Helper()
	a, err := agent.New(n.cfg, n.opts)
	if err != nil {
		return agent.Outcome{}, agent.State{}, err
	}
	out, err := a.Pull(n.TB.Context())
	state := a.State()
	n.OK(a.Close())
	if err != nil {
		if state.Alarm == nil || strings.ContainsAny(state.Alarm.Message, "\n\r") {
			n.TB.Errorf("the state has no one-line alarm for %q: %+v", err, state.Alarm)
		}
	}
	return out, state, err
}

// runs returns the first line of the configuration that the runtime would read now.
func (n *node) runs() string {
	raw, err := os.ReadFile(filepath.Join(n.dir, "current", "config", "vllm.yaml"))
	if err != nil {
		return ""
	}
	return string(raw)
}

func configOf(text string) string {
	return fmt.Sprintf("# vllm\nmodel: %s\n", document.Sum(releasetest.Spec(text)))
}

func TestNodeFollowsItsChannel(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	first := s.release("one", releasetest.Options{})
	out, state, err := n.pull()
	if err != nil {
		t.Fatal(err)
	}
	if !out.Changed || out.Applied == nil || out.Applied.Position != first.Position || n.runs() != configOf("one") || state.Alarm != nil {
		t.Fatalf("%+v\n%q", out, n.runs())
	}
	if len(out.Claims) != 9 {
		t.Errorf("%d claims: %+v", len(out.Claims), out.Claims)
	}

	// The report names what runs, and is the node's own.
	if len(s.Reports()) != 1 {
		t.Fatalf("%d reports", len(s.Reports()))
	}
	r := s.Reports()[0]
	sig, err := wallet.ParseSignature(r.Signature)
	if err != nil {
		t.Fatal(err)
	}
	domain := wallet.Domain{ChainID: 1337, Contract: s.Trust.Record.Chain.Anchor}
	message := wallet.Report{Node: r.Node, Channel: r.Channel, Release: r.Release, Statement: [32]byte(r.Statement), Config: [32]byte(r.Config), Applied: uint64(r.Applied)}
	who, err := wallet.Recover(domain.Digest(message.StructHash()), sig)
	if err != nil || who != s.Trust.Record.Nodes["node"] || r.Statement != first.Statement || r.Config != out.Applied.Config {
		t.Errorf("%s, %v: %+v", who, err, r)
	}

	// Nothing new, nothing done.
	if out, _, err = n.pull(); err != nil || out.Changed || len(s.Reports()) != 1 || out.Claims != nil {
		t.Errorf("%+v, %v, %d reports", out, err, len(s.Reports()))
	}

	// Two releases while the node was away: it checks both and runs the second.
	n.model("three")
	s.release("two", releasetest.Options{})
	s.release("three", releasetest.Options{})
	if out, _, err = n.pull(); err != nil || out.Applied.Sequence != 3 || n.runs() != configOf("three") {
		t.Errorf("%+v, %v", out, err)
	}

	// The oldest go, the newest stay.
	for i := range 5 {
		text := fmt.Sprint("more", i)
		n.model(text)
		s.release(text, releasetest.Options{})
		if _, _, err = n.pull(); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err = n.pull(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(filepath.Join(n.dir, "releases"))
	if err != nil || len(left) != 3 {
		t.Errorf("%d releases on disk, want 3: %v", len(left), err)
	}
}

func TestActivationTimeIsRespected(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	n.model("two")
	s.release("one", releasetest.Options{})
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
	at := document.Time(s.Clock.Add(2 * time.Hour).Unix())
	s.release("two", releasetest.Options{Activation: at})
	out, state, err := n.pull()
	if err != nil || out.Changed || out.Pending == nil || out.Pending.Activation != at || n.runs() != configOf("one") || state.Accepted.Sequence != 2 {
		t.Fatalf("%+v, %v", out, err)
	}
	s.Clock = s.Clock.Add(2*time.Hour - time.Second)
	if out, _, err = n.pull(); err != nil || out.Changed {
		t.Fatalf("a second early: %+v, %v", out, err)
	}
	s.Clock = s.Clock.Add(time.Second)
	if out, _, err = n.pull(); err != nil || !out.Changed || out.Pending != nil || n.runs() != configOf("two") {
		t.Fatalf("on time: %+v, %v", out, err)
	}
}

// Whatever the attacker does, the node says what, in one line, and goes on running what it ran.
func TestAttacksOnANode(t *testing.T) {
	for _, a := range []struct {
		name    string
		do      func(s *instance, n *node)
		says    string
		unknown bool // the node cannot tell, as opposed to knowing that it is wrong
	}{
		{"rollback: yesterday's timestamp is served again", func(s *instance, n *node) {
			old, err := s.Files.Get(s.TB.Context(), "1.timestamp.json")
			s.OK(err)
			s.Bend = func(path string, data []byte) []byte {
				if path == "/tuf/timestamp.json" {
					return old
				}
				return data
			}
		}, "tuf: bad version number error: new timestamp version 1 must be >= 2", false},

		{"rollback: the online key itself publishes an old release", func(s *instance, n *node) {
			n.model("two")
			s.release("two", releasetest.Options{})
			if _, _, err := n.pull(); err != nil {
				s.TB.Fatal(err)
			}
			old, err := document.Marshal(release.Latest{Schema: release.LatestSchema, Channel: releasetest.Channel, Sequence: 1, Statement: document.Sum(nil)})
			s.OK(err)
			s.OK(s.Repo.Publish(s.TB.Context(), map[string][]byte{release.LatestName(releasetest.Channel): old}))
		}, "sequence: release 1 is older than release 2, which was accepted before: a rollback", false},

		{"freeze: nothing new for longer than the timestamp lives", func(s *instance, n *node) { s.Clock = s.Clock.Add(49 * time.Hour) },
			"the instance is stale or is being held back from this node", true},

		{"mix and match: targets of another state", func(s *instance, n *node) {
			other := newInstance(t)
			other.release("one", releasetest.Options{})
			other.release("evil", releasetest.Options{})
			s.release("two", releasetest.Options{})
			s.Bend = func(path string, data []byte) []byte {
				if strings.HasSuffix(path, ".targets.json") {
					evil, err := other.Files.Get(context.Background(), strings.TrimPrefix(path, "/tuf/"))
					s.OK(err)
					return evil
				}
				return data
			}
		}, "length", false}, // or hash, as the signatures happen to be long

		{"another root of trust", func(s *instance, n *node) {
			n.dir = s.TB.TempDir()
			n.cfg.Data = n.dir
			s.Bend = func(path string, data []byte) []byte {
				if path == "/tuf/1.root.json" {
					return append(data, ' ')
				}
				return data
			}
		}, "tuf: the first root.json has the digest", false},

		{"wrong genesis: the server is another instance", func(s *instance, n *node) {
			n.dir = s.TB.TempDir()
			n.cfg.Data, n.cfg.Genesis = n.dir, document.Sum([]byte("the real one"))
		}, "genesis: genesis.json has the digest", false},

		{"a bundle that nobody enough signed, published with the online key", func(s *instance, n *node) {
			d := s.Decide(releasetest.Spec("two"), releasetest.Options{})
			d.Signers = []string{"alpha"}
			raw := s.Encode(s.Bundle(d))
			latest, err := document.Marshal(release.Latest{Schema: release.LatestSchema, Channel: releasetest.Channel, Sequence: 2, Statement: document.Sum(d.Statement)})
			s.OK(err)
			s.OK(s.Repo.Publish(s.TB.Context(), map[string][]byte{release.LatestName(releasetest.Channel): latest, release.BundleName(releasetest.Channel, 2): raw}))
		}, "envelope: 1 of the 2 co-signers needed have signed (alpha)", false},

		{"latest.json names another statement than the bundle", func(s *instance, n *node) {
			n.model("two")
			s.release("two", releasetest.Options{})
			latest, err := document.Marshal(release.Latest{Schema: release.LatestSchema, Channel: releasetest.Channel, Sequence: 2, Statement: document.Sum([]byte("x"))})
			s.OK(err)
			s.OK(s.Repo.Publish(s.TB.Context(), map[string][]byte{release.LatestName(releasetest.Channel): latest}))
		}, "sequence: latest.json names release 2, the bundle is another", false},

		{"the anchor is not final", func(s *instance, n *node) {
			n.model("two")
			d := s.Decide(releasetest.Spec("two"), releasetest.Options{})
			s.Publish(s.Encode(s.Bundle(d)))
			s.Forget(d)
		}, "anchor: " + releasetest.ErrNotFinal.Error(), false},

		{"the chain endpoint is down", func(s *instance, n *node) {
			n.model("two")
			s.release("two", releasetest.Options{})
			n.opts.Anchors = noChain{}
		}, "anchor: this could not be checked now: connection refused", true},

		{"the weights of the release are not on disk", func(s *instance, n *node) { s.release("two", releasetest.Options{}) }, "weights: the model's folder lacks model.safetensors", false},

		{"the weights on disk are others", func(s *instance, n *node) {
			s.OK(os.WriteFile(n.model("two"), []byte("owt"), 0o644))
			s.release("two", releasetest.Options{})
		}, "weights: model.safetensors has the digest", false},

		{"the chunk tree that the release states is another file's", func(s *instance, n *node) {
			sum := document.Sum([]byte("two"))
			n.model("two")
			s.release("two", releasetest.Options{})
			n.opts.Subject = sized{model: agent.Weights{Root: sum, Files: map[string]agent.File{"model.safetensors": {SHA256: sum, ChunkRoot: sum, Size: 3}}}}
		}, "weights: model.safetensors has the chunk root", false},

		{"a file beside the weights that a runtime might load", func(s *instance, n *node) {
			s.OK(os.WriteFile(filepath.Join(filepath.Dir(n.model("two")), "modeling_evil.py"), nil, 0o644))
			s.release("two", releasetest.Options{})
		}, "weights: the model's folder has the file modeling_evil.py, which the release does not name: remove it", false},

		{"weights are altered after they were verified", func(s *instance, n *node) {
			file := n.model("one")
			s.OK(os.WriteFile(file, []byte("eno"), 0o644))
		}, "weights: model.safetensors has the digest", false},

		{"the rendered configuration is edited on disk", func(s *instance, n *node) {
			s.OK(os.WriteFile(filepath.Join(n.dir, "current", "config", "sub", "extra.json"), []byte("{ }"), 0o644))
		}, "the configuration of release 1 was changed on disk", false},

		{"the release expired and no newer one came", func(s *instance, n *node) {
			for range 100 {
				s.Clock = s.Clock.Add(24 * time.Hour)
				s.OK(s.Repo.Refresh(s.TB.Context()))
			}
		}, "period: release 1 expired at", true},

		{"an expired release is offered", func(s *instance, n *node) {
			n.model("two")
			s.release("two", releasetest.Options{Lifetime: 60})
			s.Clock = s.Clock.Add(2 * time.Hour)
		}, "period: the release expired at", false},

		{"the server cannot be reached", func(s *instance, n *node) { s.Down = true }, "tuf: this could not be checked now", true},

		{"clock skew: the machine's clock is set back, to when what expired was fresh", func(s *instance, n *node) { s.Clock = s.Clock.Add(-time.Hour) },
			"clock: this machine's clock says", true},

		{"clock skew: the machine's clock runs ahead", func(s *instance, n *node) {
			s.Clock = time.Now().Add(10 * 365 * 24 * time.Hour)
		}, "h0m0s ahead of the server's", true},

		{"the server sends without end", func(s *instance, n *node) {
			s.Bend = func(path string, data []byte) []byte {
				if path == "/tuf/timestamp.json" {
					return make([]byte, 1<<20)
				}
				return data
			}
		}, "is larger than the 16384 bytes that are allowed", false},
	} {
		t.Run(a.name, func(t *testing.T) {
			s := newInstance(t)
			n := s.node()
			n.model("one")
			s.release("one", releasetest.Options{})
			if _, _, err := n.pull(); err != nil {
				t.Fatal(err)
			}
			dir := n.dir
			a.do(s, n)
			before, err := os.Readlink(filepath.Join(dir, "current"))
			if err != nil {
				t.Fatal(err)
			}
			_, state, err := n.pull()
			if err == nil || !strings.Contains(err.Error(), a.says) || errors.Is(err, release.ErrUnknown) != a.unknown {
				t.Fatalf("says %v, want …%s…, unknown %v", err, a.says, a.unknown)
			}
			t.Log(state.Alarm.Message)
			if state.Alarm.Refuted == a.unknown {
				t.Errorf("alarm: %+v", state.Alarm)
			}
			if after, err := os.Readlink(filepath.Join(dir, "current")); err != nil || after != before {
				t.Errorf("the node switched from %s to %s: %v", before, after, err)
			}
		})
	}
}

type noChain struct{}

func (noChain) Finalized(context.Context, release.Anchor, record.Finality) error {
	return fmt.Errorf("%w: connection refused", release.ErrUnknown)
}

// After trouble, the node goes on by itself, and the alarm is gone.
func TestNodeRecovers(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	s.Down = true
	if _, _, err := n.pull(); !errors.Is(err, release.ErrUnknown) {
		t.Fatalf("%v", err)
	}
	s.Down = false
	s.release("one", releasetest.Options{})
	if out, state, err := n.pull(); err != nil || !out.Changed || state.Alarm != nil {
		t.Fatalf("%+v, %v", state, err)
	}
}

var errStopped = errors.New("the machine stopped")

// The machine stops after each step of a switch. The next start goes on, and ends where it would have ended.
func TestStopAtEveryStep(t *testing.T) {
	for _, step := range []string{"staged", "accepted", "trial", "switched", "applied", "reported"} {
		t.Run(step, func(t *testing.T) {
			s := newInstance(t)
			n := s.node()
			n.model("one")
			n.model("two")
			s.release("one", releasetest.Options{})
			if _, _, err := n.pull(); err != nil {
				t.Fatal(err)
			}
			second := s.release("two", releasetest.Options{})

			// A copy of the folder as it is at that moment is what a machine finds that lost its power then.
			crashed := t.TempDir()
			n.opts.Stop = func(at string) error {
				if at == step {
					s.OK(os.CopyFS(crashed, os.DirFS(n.dir)))
					link, err := os.Readlink(filepath.Join(n.dir, "current"))
					s.OK(err)
					_ = os.RemoveAll(filepath.Join(crashed, "current"))
					s.OK(os.Symlink(link, filepath.Join(crashed, "current")))
					// What had been begun and not renamed lies around.
					s.OK(os.MkdirAll(filepath.Join(crashed, "releases", "3.new", "config"), 0o755))
					s.OK(os.WriteFile(filepath.Join(crashed, "state.json.new"), []byte("{"), 0o644))
					s.OK(os.Symlink("releases/9", filepath.Join(crashed, "current.new")))
					return errStopped
				}
				return nil
			}
			if _, _, err := n.pull(); !errors.Is(err, errStopped) {
				t.Fatalf("%v", err)
			}
			n.opts.Stop = nil
			n.dir, n.cfg.Data = crashed, crashed
			if got := n.runs(); got != configOf("one") && got != configOf("two") {
				t.Fatalf("between the two, the runtime would read %q", got)
			}
			out, state, err := n.pull()
			if err != nil {
				t.Fatal(err)
			}
			if out.Applied.Position != second.Position || state.Accepted != second.Position || n.runs() != configOf("two") || !state.Applied.Reported {
				t.Errorf("%+v", state)
			}
			for _, r := range s.Reports()[1:] {
				if r.Release != 2 {
					t.Errorf("reported %+v", r)
				}
			}
		})
	}
}

// The machine stops while it goes back from a release that does not work: it never runs the bad one for good.
func TestStopWhileGoingBack(t *testing.T) {
	for _, step := range []string{"failed", "back"} {
		s := newInstance(t)
		n := s.node()
		n.model("one")
		n.model("two")
		s.release("one", releasetest.Options{})
		if _, _, err := n.pull(); err != nil {
			t.Fatal(err)
		}
		n.cfg.Health = agent.Health{Command: []string{"sh", "-c", "test $PERITUS_RELEASE = 1"}, Within: 1}
		s.release("two", releasetest.Options{})
		n.opts.Stop = func(at string) error {
			if at == step {
				return errStopped
			}
			return nil
		}
		if _, _, err := n.pull(); !errors.Is(err, errStopped) {
			t.Fatalf("%s: %v", step, err)
		}
		n.opts.Stop = nil
		_, state, err := n.pull()
		if err == nil || !strings.Contains(err.Error(), "health: release 2 did not work here") {
			t.Errorf("%s: %v", step, err)
		}
		if n.runs() != configOf("one") || state.Applied.Sequence != 1 || state.Trial != nil {
			t.Errorf("%s: the node runs %q, %+v", step, n.runs(), state)
		}
	}
}

// Files that were cut to nothing by a power loss do not keep a node down, nor does a lost state let it be rolled back.
func TestDamagedFolder(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	n.model("two")
	s.release("one", releasetest.Options{})
	s.release("two", releasetest.Options{})
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tuf/root.json", "tuf/timestamp.json", "tuf/snapshot.json", "tuf/targets.json", "genesis.json", "weights.json"} {
		s.OK(os.WriteFile(filepath.Join(n.dir, name), nil, 0o644))
		if _, _, err := n.pull(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	s.OK(os.WriteFile(filepath.Join(n.dir, "current", "config", "vllm.yaml"), []byte("edited"), 0o644))
	if _, _, err := n.pull(); err == nil || !strings.Contains(err.Error(), "remove "+filepath.Join(n.dir, "releases", "2")) {
		t.Errorf("an edited configuration: %v", err)
	}
	s.OK(os.RemoveAll(filepath.Join(n.dir, "releases", "2")))
	if _, _, err := n.pull(); err != nil || n.runs() != configOf("two") {
		t.Errorf("without its release folder: %v, %q", err, n.runs())
	}
	s.OK(os.Remove(filepath.Join(n.dir, "state.json")))
	_, state, err := n.pull()
	if err != nil || state.Accepted.Sequence != 2 || state.Applied.Sequence != 2 {
		t.Errorf("without its state: %+v, %v", state, err)
	}
	s.OK(os.WriteFile(filepath.Join(n.dir, "state.json"), []byte("{"), 0o644))
	if _, _, err := n.pull(); err == nil || !strings.Contains(err.Error(), "state.json cannot be read") {
		t.Errorf("a damaged state: %v", err)
	}
}

func TestTwoAgentsDoNotShareAFolder(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	a, err := agent.New(n.cfg, n.opts)
	s.OK(err)
	defer a.Close()
	if _, err := agent.New(n.cfg, n.opts); err == nil || !strings.Contains(err.Error(), "another peritus-node") {
		t.Errorf("%v", err)
	}
	if _, err := a.Attest(t.Context(), false); !errors.Is(err, agent.ErrNothingApplied) {
		t.Errorf("%v", err)
	}
}

func TestAnotherChannelNeedsAnotherFolder(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	s.release("one", releasetest.Options{})
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
	n.cfg.Channel = "chat/canary"
	if _, err := agent.New(n.cfg, n.opts); err == nil || !strings.Contains(err.Error(), "belongs to the channel chat/stable") {
		t.Errorf("%v", err)
	}
}

func TestRunFollowsUntilItIsStopped(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	n.model("one")
	s.release("one", releasetest.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	n.opts.Stop = func(step string) error {
		if step == "reported" {
			cancel()
		}
		return nil
	}
	a, err := agent.New(n.cfg, n.opts)
	s.OK(err)
	defer a.Close()
	if err := a.Run(ctx); err != nil || n.runs() != configOf("one") {
		t.Errorf("%v, %q", err, n.runs())
	}
}

func TestConfig(t *testing.T) {
	good := agent.Config{Server: "https://peritus.example/", Genesis: document.Sum(nil), Channel: "chat/stable", Data: "data"}
	if err := good.Check(); err != nil || good.Runtime != "vllm" || good.Interval != 60 || good.Keep != 3 || good.Server != "https://peritus.example" {
		t.Errorf("%+v, %v", good, err)
	}
	for name, change := range map[string]func(*agent.Config){
		"no server":       func(c *agent.Config) { c.Server = "" },
		"a file":          func(c *agent.Config) { c.Server = "file:///etc/passwd" },
		"a password":      func(c *agent.Config) { c.Server = "https://user:pass@example.org" },
		"no genesis":      func(c *agent.Config) { c.Genesis = document.Digest{} },
		"a bad channel":   func(c *agent.Config) { c.Channel = "../../etc" },
		"no folder":       func(c *agent.Config) { c.Data = "" },
		"no chain":        func(c *agent.Config) { c.RequireChain = true },
		"time runs back":  func(c *agent.Config) { c.Interval = -1 },
		"no RPC for need": func(c *agent.Config) { c.RequireChain, c.RPC = true, "" },
	} {
		c := good
		change(&c)
		if err := c.Check(); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "node.json")
	for text, ok := range map[string]bool{
		`{"server":"https://a.example","genesis":"` + document.Sum(nil).String() + `","channel":"a","data":"d"}`: true,
		`{"sever":"https://a.example"}`: false, `{`: false, `{}{}`: false,
	} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := agent.ReadConfig(path); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}
