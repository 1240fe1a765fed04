package agent_test

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/agent"
	"github.com/peritus-dao/peritus/modelspec/agent/agenttest"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

func benchNode(b *testing.B) (*instance, agent.Config, agent.Options) {
	b.Helper()
	s := &instance{agenttest.New(b)}
	s.Publish(s.Release(releasetest.Spec("one"), releasetest.Options{}))
	cfg := agent.Config{Server: s.URL, Genesis: s.Pin, Channel: releasetest.Channel, Data: b.TempDir()}
	return s, cfg, agent.Options{Subject: subject{}, Anchors: anchors{s}, Now: func() time.Time { return s.Clock }}
}

func pullOnce(b *testing.B, cfg agent.Config, opts agent.Options) {
	b.Helper()
	a, err := agent.New(cfg, opts)
	if err != nil {
		b.Fatal(err)
	}
	if out, err := a.Pull(b.Context()); err != nil || out.Applied == nil {
		b.Fatalf("%+v, %v", out, err)
	}
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
}

// From an empty folder to a verified configuration, on loopback, without weights.
func BenchmarkColdStart(b *testing.B) {
	_, cfg, opts := benchNode(b)
	base := cfg.Data
	for i := 0; b.Loop(); i++ {
		cfg.Data = filepath.Join(base, time.Duration(i).String())
		pullOnce(b, cfg, opts)
	}
}

// A look at the server when nothing is new.
func BenchmarkNothingNew(b *testing.B) {
	_, cfg, opts := benchNode(b)
	pullOnce(b, cfg, opts)
	for b.Loop() {
		pullOnce(b, cfg, opts)
	}
}

// sized is a model of one file of the size.
type sized struct {
	subject
	sum  document.Digest
	size int64
}

func (s sized) Weights(string, []byte) (agent.Weights, error) {
	return agent.Weights{Root: s.sum, Files: map[string]agent.File{"a.safetensors": {s.sum, s.size}, "b.safetensors": {s.sum, s.size}}}, nil
}

// Two files of 128 MiB are hashed before a release is accepted. Compare with BenchmarkSHA256 at -cpu 1, times the number
// of cores.
func BenchmarkHashWeights(b *testing.B) {
	s, cfg, opts := benchNode(b)
	data := make([]byte, 128<<20)
	cfg.Weights = b.TempDir()
	for _, name := range []string{"a.safetensors", "b.safetensors"} {
		s.OK(os.WriteFile(filepath.Join(cfg.Weights, name), data, 0o644))
	}
	time.Sleep(2100 * time.Millisecond) // files that have just been written are hashed again before the switch
	opts.Subject = sized{sum: document.Sum(data), size: int64(len(data))}
	b.SetBytes(2 * int64(len(data)))
	base := cfg.Data
	for i := 0; b.Loop(); i++ {
		cfg.Data = filepath.Join(base, time.Duration(i).String())
		a, err := agent.New(cfg, opts)
		s.OK(err)
		if _, err := a.Pull(b.Context()); err != nil {
			b.Fatal(err)
		}
		s.OK(a.Close())
	}
}

func BenchmarkSHA256(b *testing.B) {
	data := make([]byte, 128<<20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		sha256.Sum256(data)
	}
}
