package agent_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/agent"
	"github.com/peritus-dao/peritus/modelspec/agent/agenttest"
	"github.com/peritus-dao/peritus/modelspec/folder/foldertest"
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

// sized is a model of files that are all the same.
type sized struct {
	subject
	model agent.Weights
}

func (s sized) Weights(string, []byte) (agent.Weights, error) { return s.model, nil }

// BenchmarkHashWeights pulls a release whose 1 GiB of weights lies in the page cache, and reports what foldertest.Compress
// takes in the same run as a share of the whole pull.
func BenchmarkHashWeights(b *testing.B) {
	const files, size = 16, 64 << 20
	s, cfg, opts := benchNode(b)
	data := make([]byte, size)
	sum, root, _, err := modelspec.HashReader(bytes.NewReader(data))
	s.OK(err)
	model := agent.Weights{Root: sum, Files: map[string]agent.File{}}
	cfg.Weights = b.TempDir()
	for i := range files {
		name := fmt.Sprintf("part-%02d.safetensors", i)
		model.Files[name] = agent.File{SHA256: sum, ChunkRoot: root, Size: size}
		s.OK(os.WriteFile(filepath.Join(cfg.Weights, name), data, 0o644))
	}
	time.Sleep(2100 * time.Millisecond) // files that have just been written are hashed again before the switch
	opts.Subject = sized{model: model}
	b.SetBytes(files * size)
	ours, cores := time.Hour, time.Hour // the fastest: others may be at work on the machine
	base := cfg.Data
	for i := 0; b.Loop(); i++ {
		cfg.Data = filepath.Join(base, time.Duration(i).String())
		start := time.Now()
		a, err := agent.New(cfg, opts)
		s.OK(err)
		if _, err := a.Pull(b.Context()); err != nil {
			b.Fatal(err)
		}
		s.OK(a.Close())
		ours = min(ours, time.Since(start))
		b.StopTimer()
		start = time.Now()
		foldertest.Compress(b, runtime.GOMAXPROCS(0), files, data)
		cores = min(cores, time.Since(start))
		b.StartTimer()
	}
	b.ReportMetric(100*cores.Seconds()/ours.Seconds(), "%of-cores")
	b.ReportMetric(files*size/cores.Seconds()/1e6, "cores-MB/s")
}
