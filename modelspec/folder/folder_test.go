package folder

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// safetensors returns a file with the given header and n bytes after it.
func safetensors(header string, n int) []byte {
	out := binary.LittleEndian.AppendUint64(nil, uint64(len(header)))
	return append(append(out, header...), make([]byte, n)...)
}

var day = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

func file(data string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(data), ModTime: day} }

func model() fstest.MapFS {
	return fstest.MapFS{
		".gitattributes":         file("x"),
		".cache/download":        file("x"),
		"config.json":            file(`{"architectures":["LlamaForCausalLM"],"model_type":"llama","max_position_embeddings":2048,"rms_norm_eps":1e-05,"torch_dtype":"float32","vocab_size":4096}`),
		"generation_config.json": file(`{"temperature":0.6,"top_p":9.5e-1,"top_k":50}`),
		"model.safetensors":      file(string(safetensors(`{"a":{"dtype":"BF16","shape":[2,3],"data_offsets":[0,12]},"b":{"dtype":"BF16","shape":[],"data_offsets":[12,14]},"__metadata__":{"format":"pt"}}  `, 14))),
		"tokenizer.json":         file("{}"),
		"chat_template.jinja":    file("{{ messages }}"),
		"README.md":              file("---\nlicense: apache 2.0\nlanguage:\n- en\n- de\nbase_model: [someone/base]\n---\n# A model\n"),
	}
}

func hashed(t *testing.T, fsys fs.FS) map[string]Print {
	t.Helper()
	prints, err := Hash(t.Context(), fsys, Options{Workers: 3})
	if err != nil {
		t.Fatal(err)
	}
	return prints
}

func rules(err error) string {
	var ps document.Problems
	if !errors.As(err, &ps) {
		return ""
	}
	var out []string
	for _, p := range ps {
		out = append(out, p.Rule+" "+p.Path)
	}
	return strings.Join(out, "; ")
}

func TestDraft(t *testing.T) {
	fsys := model()
	prints := hashed(t, fsys)
	if len(prints) != 6 {
		t.Errorf("%d files", len(prints))
	}
	d, err := Read(fsys, "chat", prints)
	if err != nil {
		t.Fatal(err)
	}
	a, s := d.Spec.Architecture, d.Spec.Inference.Sampling
	if a.Class != "LlamaForCausalLM" || a.Parameters != 7 || a.ContextLength != 2048 || a.Precision != "bfloat16" || d.Spec.Tokenizer.VocabularySize != 4096 {
		t.Errorf("%+v", a)
	}
	if s.Temperature.Value != "0.6" || s.TopP.Value != "0.95" || s.TopK.Value != "50" || s.MinP.Value != "0" || s.TopP.Minimum != "0.95" {
		t.Errorf("%+v", s)
	}
	if d.Spec.Licence.Declared != "Apache-2.0" || d.Spec.Licence.Concluded != "NOASSERTION" || d.Spec.Languages["de"] != "untested" {
		t.Errorf("%+v %v", d.Spec.Licence, d.Spec.Languages)
	}
	if d.Spec.Tokenizer.SHA256 != document.Sum([]byte("{}")) || d.Spec.Tokenizer.ChatTemplate != document.Sum([]byte("{{ messages }}")) {
		t.Errorf("%+v", d.Spec.Tokenizer)
	}
	found := rules(d.Findings)
	for _, want := range []string{"precision /architecture/precision", "not-stated /inference/sampling/minP", "lineage /lineage"} {
		if !strings.Contains(found, want) {
			t.Errorf("no finding %q in %s", want, found)
		}
	}
	// What only the makers know is open, and nothing that the files say.
	open := rules(d.Open)
	for _, want := range []string{"/behaviour/systemPrompt", "/training/mixture", "/summary"} {
		if !strings.Contains(open, want) {
			t.Errorf("%s is not open in %s", want, open)
		}
	}
	for _, never := range []string{"/weights", "/inference", "/architecture", "/tokenizer"} {
		if strings.Contains(open, " "+never) {
			t.Errorf("%s is open in %s", never, open)
		}
	}
	if err := Check(d.Spec.Weights, prints); err != nil {
		t.Error(err)
	}
}

// The check says which file differs.
func TestCheck(t *testing.T) {
	fsys := model()
	want, err := Weights(hashed(t, fsys))
	if err != nil {
		t.Fatal(err)
	}
	delete(fsys, "tokenizer.json")
	fsys["config.json"] = file("{}")
	fsys["extra.json"] = file("{}")
	if got := rules(Check(want, hashed(t, fsys))); got != "differs /weights/files/config.json; missing /weights/files/tokenizer.json; unknown /weights/files/extra.json" {
		t.Error(got)
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		name, path string
		file       *fstest.MapFile
		rule       string
	}{
		{"a link", "model-2.safetensors", &fstest.MapFile{Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink}, "symlink"},
		{"a link to a folder", "shards", &fstest.MapFile{Data: []byte("/etc"), Mode: fs.ModeSymlink}, "symlink"},
		{"a pipe", "pipe.json", &fstest.MapFile{Mode: fs.ModeNamedPipe}, "type"},
		{"a pickle", "pytorch_model.bin", file("x"), "format"},
		{"a name with a colon", "c:x.json", file("x"), "path"},
		{"a backslash", `x\..\x.json`, file("x"), "path"},
		{"a broken header", "model-2.safetensors", file("\xff\xff\xff\xff\xff\xff\xff\x7f"), "file"},
		{"a header that is none", "model-2.safetensors", file(string(safetensors("[]", 0))), "file"},
		{"arrays beyond the end", "model-2.safetensors", file(string(safetensors(`{"a":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}}`, 8))), "file"},
		{"bytes after the arrays", "model-2.safetensors", file(string(safetensors(`{"a":{"dtype":"U8","shape":[7],"data_offsets":[0,7]}}`, 8))), "file"},
		{"a gap", "model-2.safetensors", file(string(safetensors(`{"a":{"dtype":"U8","shape":[7],"data_offsets":[1,8]}}`, 8))), "file"},
		{"an overlap", "model-2.safetensors", file(string(safetensors(`{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}`, 8))), "file"},
		{"a shape that lies", "model-2.safetensors", file(string(safetensors(`{"a":{"dtype":"F32","shape":[8],"data_offsets":[0,8]}}`, 8))), "file"},
		{"an endless shape", "model-2.safetensors", file(string(safetensors(`{"a":{"dtype":"U8","shape":[1125899906842624,1125899906842624],"data_offsets":[0,8]}}`, 8))), "file"},
		{"an array twice", "model-2.safetensors", file(string(safetensors(`{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]}}`, 8))), "file"},
		{"a deep config", "config.json", file(strings.Repeat(`{"a":`, 100)), "file"},
		{"a config cut off", "config.json", file(`{"architectures":["Llama`), "file"},
		{"a shard that is missing", "model.safetensors.index.json", file(`{"weight_map":{"a":"../../etc/passwd"}}`), "file"},
	} {
		fsys := model()
		fsys[test.path] = test.file
		prints, err := Hash(t.Context(), fsys, Options{})
		if err == nil {
			_, err = Read(fsys, "chat", prints)
		}
		if got := rules(err); !strings.HasPrefix(got, test.rule+" ") {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := Hash(t.Context(), fstest.MapFS{}, Options{}); err == nil {
		t.Error("an empty folder is a model")
	}
	fsys := model()
	prints := hashed(t, fsys)
	fsys["config.json"] = file(`{}`)
	if _, err := Read(fsys, "chat", prints); err == nil || !strings.Contains(err.Error(), "changed") {
		t.Errorf("a file that changed after it was hashed: %v", err)
	}
	fsys = model()
	fsys["generation_config.json"] = file(`{"temperature":1e999999999,"top_p":0.1234567890123456789}`)
	if d, err := Read(fsys, "chat", hashed(t, fsys)); err != nil || strings.Count(rules(d.Findings), "decimal ") != 2 {
		t.Errorf("%v %v", d.Findings, err)
	}
}

// An interrupted run goes on where it stopped, and a file that was written meanwhile is read again.
func TestResume(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.json", "b.json", "c.json"} {
		if err := os.WriteFile(filepath.Join(dir, name), bytes.Repeat([]byte(name), 1000), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	ctx, cancel := context.WithCancel(t.Context())
	first, err := Hash(ctx, root.FS(), Options{Progress: func(name string, _, total int64) {
		if total != 18000 {
			t.Errorf("%d bytes in all", total)
		}
		if name == "b.json" {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || len(first) != 1 {
		t.Fatalf("%d files: %v", len(first), err)
	}
	var read atomic.Int64
	second, err := Hash(t.Context(), root.FS(), Options{Workers: 2, Known: first, Progress: func(_ string, n, _ int64) { read.Add(n) }})
	if err != nil || len(second) != 3 || second["a.json"] != first["a.json"] || read.Load() != 18000 {
		t.Errorf("%d files, %d bytes: %v", len(second), read.Load(), err)
	}
	if sum, chunks, size, err := modelspec.HashReader(bytes.NewReader(bytes.Repeat([]byte("b.json"), 1000))); err != nil || second["b.json"].File != (modelspec.File{SHA256: sum, ChunkRoot: chunks, Size: size, Format: "json"}) {
		t.Errorf("%+v", second["b.json"])
	}
	if err := os.WriteFile(filepath.Join(dir, "a.json"), bytes.Repeat([]byte("x.json"), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(dir, "a.json"), day, day); err != nil {
		t.Fatal(err)
	}
	third, err := Hash(t.Context(), root.FS(), Options{Known: second})
	if err != nil || third["a.json"].SHA256 == second["a.json"].SHA256 {
		t.Errorf("a file that was written again was not read again: %v", err)
	}
	// A link that appears midway leads nowhere.
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "d.json")); err != nil {
		t.Fatal(err)
	}
	if _, err := Hash(t.Context(), root.FS(), Options{}); !strings.HasPrefix(rules(err), "symlink ") {
		t.Error(err)
	}
	// A file that grows while it is read is refused.
	if err := os.Remove(filepath.Join(dir, "d.json")); err != nil {
		t.Fatal(err)
	}
	grown := false
	if _, err := Hash(t.Context(), root.FS(), Options{Progress: func(name string, n, _ int64) {
		if name == "c.json" && !grown {
			grown = true
			f, err := os.OpenFile(filepath.Join(dir, name), os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				t.Error(err)
				return
			}
			_, _ = f.WriteString("more")
			_ = f.Close()
		}
	}}); err == nil || !strings.Contains(err.Error(), "changed while it was hashed") {
		t.Errorf("a file that grows: %v", err)
	}
}

func FuzzSafetensors(f *testing.F) {
	f.Add(safetensors(`{"a":{"dtype":"BF16","shape":[2,3],"data_offsets":[0,12]}}`, 12))
	f.Add(safetensors(`{}`, 0))
	f.Add(safetensors(`{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}`, 1))
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := readTensors(bytes.NewReader(raw), int64(len(raw)))
		if err == nil && (got.parameters < 0 || got.parameters > int64(len(raw))) {
			t.Fatalf("%d parameters in %d bytes", got.parameters, len(raw))
		}
	})
}

func FuzzDraft(f *testing.F) {
	for _, name := range []string{"config.json", "generation_config.json", "README.md"} {
		f.Add(name, model()[name].Data)
	}
	f.Add("model.safetensors.index.json", []byte(`{"weight_map":{"a":"model.safetensors"}}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !fs.ValidPath(name) || name == "." {
			return
		}
		fsys := fstest.MapFS{"x.json": file("{}"), name: file(string(data))}
		prints, err := Hash(t.Context(), fsys, Options{})
		if err != nil {
			return
		}
		if _, err := Read(fsys, "chat", prints); err != nil {
			return
		}
	})
}
