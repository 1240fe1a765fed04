package agent

import (
	"fmt"
	"slices"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/render"
)

// Models is the [Subject] of nodes that run models. A release of another kind of document, a mixture say, is checked
// and kept, and has neither weights nor configuration.
type Models struct{}

var _ Subject = Models{}

// renderers are the runtimes that can be configured.
var renderers = map[string]func(modelspec.Spec, render.Options) ([]render.File, error){
	"vllm": render.VLLM, "llama.cpp": render.LlamaCpp, "ollama": render.Ollama, "huggingface": render.HuggingFace,
}

// Runtimes returns the names that the configuration may give as the runtime, sorted.
func Runtimes() []string {
	var names []string
	for name := range renderers {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Weights returns the files that a model spec names.
func (Models) Weights(schema string, doc []byte) (Weights, error) {
	if schema != modelspec.Schema {
		return Weights{}, nil
	}
	s, err := modelspec.Parse(doc)
	if err != nil {
		return Weights{}, fmt.Errorf("the model spec cannot be read by this version of peritus-node: %w", err)
	}
	w := Weights{Root: s.Weights.OMSRoot, Files: make(map[string]File, len(s.Weights.Files))}
	for name, f := range s.Weights.Files {
		w.Files[name] = File{SHA256: f.SHA256, ChunkRoot: f.ChunkRoot, Size: f.Size}
	}
	return w, nil
}

// Render returns the runtime's configuration for a model spec.
func (Models) Render(runtime, folder string, r release.Release) (map[string][]byte, error) {
	if r.Predicate.Schema != modelspec.Schema {
		return nil, nil
	}
	s, err := modelspec.Parse(r.Document)
	if err != nil {
		return nil, err
	}
	renderer, ok := renderers[runtime]
	if !ok {
		return nil, fmt.Errorf("the runtime %q is not known; use one of %v", runtime, Runtimes())
	}
	files, err := renderer(s, render.Options{
		Digest: r.Predicate.Intent.Document, ModelPath: folder,
		Text: func(d document.Digest) (string, bool) {
			raw, err := r.Bundle.Document(d)
			return string(raw), err == nil
		},
	})
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte, len(files))
	for _, f := range files {
		out[f.Name] = f.Data
	}
	return out, nil
}
