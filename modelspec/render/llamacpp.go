package render

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// LlamaCpp renders preset.ini for "llama-server --models-preset preset.ini": one section, named as the model is
// served, whose keys are the server's long options. Samplers that a spec does not know (mirostat, DRY, XTC, dynamic
// temperature, top-n-sigma) are switched off by name.
func LlamaCpp(s modelspec.Spec, o Options) ([]File, error) {
	const runtime = "llama.cpp"
	p := s.Inference.Sampling
	if err := firstError(o.check(), neutral(runtime, "minNewTokens", p.MinNewTokens, "0")); err != nil {
		return nil, err
	}
	if len(s.Inference.Stop) > 0 {
		return nil, &Unsupported{runtime, "/inference/stop", "stop texts come with each request"}
	}
	if s.RemoteCode.Policy == "pinned" {
		return nil, &Unsupported{runtime, "/remoteCode", "it runs no code from a repository"}
	}
	model, err := ggufFile(runtime, s)
	if err != nil {
		return nil, err
	}
	name := o.servedName(s)
	if strings.ContainsAny(name, "[]") {
		return nil, fmt.Errorf("the served name %q has brackets, which end the name of a section: choose another", name)
	}
	fields := []pair{
		{"alias", name},
		{"ctx-size", strconv.FormatInt(s.Architecture.ContextLength, 10)},
		{"dry-multiplier", "0"},
		{"dynatemp-range", "0"},
		{"frequency-penalty", string(p.FrequencyPenalty.Value)},
		{"min-p", string(p.MinP.Value)},
		{"mirostat", "0"},
		{"model", path.Join(o.ModelPath, model)},
		{"predict", string(p.MaxNewTokens.Value)},
		{"presence-penalty", string(p.PresencePenalty.Value)},
		{"repeat-last-n", window(p.RepetitionWindow.Value)},
		{"repeat-penalty", string(p.RepetitionPenalty.Value)},
		{"seed", string(p.Seed.Value)},
		{"temp", string(p.Temperature.Value)},
		{"top-k", string(p.TopK.Value)},
		{"top-nsigma", "-1"},
		{"top-p", string(p.TopP.Value)},
		{"typical", string(p.TypicalP.Value)},
		{"xtc-probability", "0"},
	}
	if o.ChatTemplatePath != "" {
		fields = append(fields, pair{"chat-template-file", o.ChatTemplatePath})
	}
	if o.Host != "" || o.Port != 0 {
		return nil, fmt.Errorf("a preset has no host and port: give them to llama-server on its command line")
	}
	if s.Runtime.Engine == "llama.cpp" {
		for _, name := range slices.Sorted(maps.Keys(s.Runtime.Arguments)) {
			if slices.ContainsFunc(fields, func(f pair) bool { return f.key == name }) {
				return nil, &Unsupported{runtime, "/runtime/arguments/" + name, "it follows from another field of the spec"}
			}
			fields = append(fields, pair{name, s.Runtime.Arguments[name]})
		}
	}
	slices.SortFunc(fields, byKey)
	for _, f := range fields {
		if !isValue(f.value) {
			if _, argument := s.Runtime.Arguments[f.key]; argument {
				return nil, &Unsupported{runtime, "/runtime/arguments/" + f.key, fmt.Sprintf("in a preset %q would be cut", f.value)}
			}
			return nil, fmt.Errorf("the value %q of %s would be cut in a preset, where ; and # begin a comment: choose another", f.value, f.key)
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "; %s\nversion = 1\n\n[%s]\n", origin(s, o), name)
	for _, f := range fields {
		b.WriteString(f.key + " = " + f.value + "\n")
	}
	return []File{{"preset.ini", b.Bytes()}}, nil
}

// isValue reports whether a preset holds a value as it is: blanks around it are dropped, and ; and # begin a comment wherever
// they stand.
func isValue(s string) bool { return !strings.ContainsAny(s, ";#\r\n") && strings.TrimSpace(s) == s }

// window turns "0 is all" into llama.cpp's and Ollama's "-1 is all"; their 0 switches the penalty off.
func window(tokens document.Decimal) string {
	if tokens == "0" {
		return "-1"
	}
	return string(tokens)
}

// ggufFile finds the model's file; of a split one, the first part, which names the others.
func ggufFile(runtime string, s modelspec.Spec) (string, error) {
	for _, name := range slices.Sorted(maps.Keys(s.Weights.Files)) {
		if s.Weights.Files[name].Format == "gguf" {
			return name, nil
		}
	}
	return "", &Unsupported{runtime, "/weights/files", "it reads GGUF files, and the spec names none"}
}
