package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

var update = flag.Bool("update", false, "write the golden files anew")

// spec is the example of modelspec, without the stop texts that most runtimes take with each request.
func spec(t testing.TB) (modelspec.Spec, document.Digest) {
	t.Helper()
	raw, err := os.ReadFile("../testdata/spec.json")
	if err != nil {
		t.Fatal(err)
	}
	s, err := modelspec.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	s.Inference.Stop = []string{}
	canonical, err := document.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return s, document.Sum(canonical)
}

func gguf(s modelspec.Spec) modelspec.Spec {
	s.Weights.Files = map[string]modelspec.File{"chat-q4.gguf": {Format: "gguf"}, "config.json": {Format: "json"}}
	return s
}

func TestGolden(t *testing.T) {
	s, digest := spec(t)
	o := Options{Digest: digest, ModelPath: "/models/chat"}
	withPrompt := o
	withPrompt.Text = func(d document.Digest) (string, bool) {
		return "prompt", d == document.Sum([]byte("prompt"))
	}
	for _, c := range []struct {
		folder string
		render func(modelspec.Spec, Options) ([]File, error)
		spec   modelspec.Spec
		opts   Options
	}{
		{"vllm", VLLM, s, Options{Digest: digest, ModelPath: "/models/chat", ServedName: "chat", Host: "127.0.0.1", Port: 8000, ChatTemplatePath: "/etc/chat.jinja"}},
		{"llama.cpp", LlamaCpp, gguf(s), o},
		{"ollama", Ollama, gguf(s), withPrompt},
		{"huggingface", HuggingFace, s, o},
	} {
		files, err := c.render(c.spec, c.opts)
		if err != nil {
			t.Errorf("%s: %v", c.folder, err)
			continue
		}
		again, err := c.render(c.spec, c.opts)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range files {
			if !bytes.Equal(f.Data, again[i].Data) {
				t.Errorf("%s: the second rendering of %s differs", c.folder, f.Name)
			}
			golden := filepath.Join("testdata", c.folder, f.Name)
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, f.Data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(f.Data, want) {
				t.Errorf("%s:\n%s\nwant:\n%s", golden, f.Data, want)
			}
		}
	}
}

// TestVLLMIsRead reads the files with independent parsers and looks for every field.
func TestVLLMIsRead(t *testing.T) {
	s, _ := spec(t)
	s.Runtime.Arguments["chat-template-content-format"] = `tricky: "yes" # {no}`
	files, err := VLLM(s, Options{ModelPath: `/models/a "b": #c`})
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := yaml.Unmarshal(files[1].Data, &config); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{
		"model": `/models/a "b": #c`, "generation-config": "vllm", "max-model-len": 2048, "dtype": "bfloat16", "seed": 0, "trust-remote-code": false,
		"served-model-name": "chat", "enable-prefix-caching": true, "max-num-seqs": "64", "tensor-parallel-size": 1, "chat-template-content-format": `tricky: "yes" # {no}`,
	} {
		if config[key] != want {
			t.Errorf("%s is %#v, want %#v", key, config[key], want)
		}
	}
	numbers := func(raw []byte) map[string]string {
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber()
		var v map[string]any
		if err := d.Decode(&v); err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for k, x := range v {
			if n, ok := x.(json.Number); ok {
				out[k] = n.String()
			}
		}
		return out
	}
	sampling := map[string]string{"max_new_tokens": "1024", "min_p": "0", "repetition_penalty": "1.05", "temperature": "0.7", "top_k": "40", "top_p": "0.9"}
	for name, got := range map[string]map[string]string{"override": numbers([]byte(config["override-generation-config"].(string))), "file": numbers(files[0].Data)} {
		for key, want := range sampling {
			if got[key] != want {
				t.Errorf("%s: %s is %s, want %s", name, key, got[key], want)
			}
		}
	}
}

func TestGreedy(t *testing.T) {
	s, _ := spec(t)
	s.Inference.Sampling.Temperature.Value = "0"
	files, err := HuggingFace(s, Options{ModelPath: "/m"})
	if err != nil || !strings.Contains(string(files[0].Data), `"do_sample": false`) || !strings.Contains(string(files[0].Data), `"temperature": 1`) {
		t.Errorf("at temperature 0: %s, %v", files, err)
	}
}

// TestRefusals asks each runtime for something that it cannot be told.
func TestRefusals(t *testing.T) {
	type renderer = func(modelspec.Spec, Options) ([]File, error)
	o := Options{ModelPath: "/models/chat"}
	for _, c := range []struct {
		name   string
		render renderer
		change func(*modelspec.Spec)
		path   string
	}{
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Inference.Sampling.TypicalP.Value = "0.9" }, "/inference/sampling/typicalP"},
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Inference.Sampling.PresencePenalty.Value = "0.1" }, "/inference/sampling/presencePenalty"},
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Inference.Sampling.FrequencyPenalty.Value = "0.1" }, "/inference/sampling/frequencyPenalty"},
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Inference.Sampling.MinNewTokens.Value = "1" }, "/inference/sampling/minNewTokens"},
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Inference.Sampling.RepetitionWindow.Value = "64" }, "/inference/sampling/repetitionWindow"},
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Inference.Stop = []string{"x"} }, "/inference/stop"},
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Runtime.Engine = "ollama" }, "/runtime/engine"},
		{"vLLM", VLLM, func(s *modelspec.Spec) { s.Runtime.Arguments = map[string]string{"tensor-parallel-size": "2"} }, "/runtime/arguments/tensor-parallel-size"},
		{"llama.cpp", LlamaCpp, func(s *modelspec.Spec) { s.Inference.Sampling.MinNewTokens.Value = "1" }, "/inference/sampling/minNewTokens"},
		{"llama.cpp", LlamaCpp, func(s *modelspec.Spec) { s.Inference.Stop = []string{"x"} }, "/inference/stop"},
		{"llama.cpp", LlamaCpp, func(s *modelspec.Spec) { s.RemoteCode.Policy = "pinned" }, "/remoteCode"},
		{"llama.cpp", LlamaCpp, func(s *modelspec.Spec) {}, "/weights/files"},
		{"Ollama", Ollama, func(s *modelspec.Spec) { s.RemoteCode.Policy = "pinned" }, "/remoteCode"},
		{"Ollama", Ollama, func(s *modelspec.Spec) {}, "/weights/files"},
		{"Ollama", Ollama, func(s *modelspec.Spec) { *s = gguf(*s); s.Inference.Stop = []string{`"`} }, "/inference/stop"},
		{"Hugging Face transformers", HuggingFace, func(s *modelspec.Spec) { s.Inference.Sampling.Seed.Value = "7" }, "/inference/sampling/seed"},
	} {
		s, _ := spec(t)
		c.change(&s)
		_, err := c.render(s, o)
		var unsupported *Unsupported
		if !errors.As(err, &unsupported) || unsupported.Path != c.path || unsupported.Runtime != c.name {
			t.Errorf("%s: %v, want %s to be refused", c.name, err, c.path)
		}
	}
	s, _ := spec(t)
	for _, bad := range []Options{{}, {ModelPath: "a\nhost: 0.0.0.0"}, {ModelPath: "/m", Port: 70000}, {ModelPath: "/m", ServedName: "a\x00"}} {
		for _, render := range []renderer{VLLM, LlamaCpp, Ollama, HuggingFace} {
			if files, err := render(gguf(s), bad); err == nil {
				t.Errorf("%+v was rendered: %s", bad, files)
			}
		}
	}
	if _, err := LlamaCpp(gguf(s), Options{ModelPath: "/m", ServedName: "a]"}); err == nil {
		t.Error("a section name with a bracket was rendered")
	}
	if _, err := Ollama(gguf(s), Options{ModelPath: "/m"}); err == nil {
		t.Error("a Modelfile without its system prompt was rendered")
	}
}
