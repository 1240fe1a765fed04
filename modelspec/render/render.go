// Package render writes what runtimes read: the configuration of vLLM, llama.cpp, Ollama and Hugging Face's
// transformers, from a model spec alone. The same spec and options give the same bytes everywhere, so that a node can
// prove what it runs.
//
// A runtime's defaults decide nothing. Every sampling field of the spec is written down; what a runtime could do
// besides is switched off by name; and a spec that asks for something that the runtime cannot be told is refused,
// never rendered with a part left out.
//
// The package is pure: its results depend on its arguments alone.
package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// File is one file that a runtime reads.
type File struct {
	Name string
	Data []byte
}

// Options are what a node knows and a spec does not.
type Options struct {
	// Digest is that of the spec, for the first line of each file that can hold a comment.
	Digest document.Digest
	// ModelPath is the folder with the model's files, as the runtime sees it.
	ModelPath string
	// ServedName is the name that callers use for the model; the spec's id if it is empty.
	ServedName string
	// Host and Port are where the runtime listens; its own defaults if they are empty.
	Host string
	Port int
	// ChatTemplatePath is the file that holds the chat template; the one in the model's folder if it is empty.
	ChatTemplatePath string
	// Text returns the text of a digest that the spec names: system prompt and chat template. Only Ollama needs it.
	Text func(document.Digest) (string, bool)
}

func (o Options) servedName(s modelspec.Spec) string {
	if o.ServedName != "" {
		return o.ServedName
	}
	return s.ID
}

// check refuses options that could write something else than they say into a configuration file.
func (o Options) check() error {
	for _, field := range []struct{ name, value string }{
		{"model path", o.ModelPath}, {"served name", o.ServedName}, {"host", o.Host}, {"chat template path", o.ChatTemplatePath},
	} {
		if strings.ContainsFunc(field.value, func(r rune) bool { return r < ' ' || r == 0x7f }) {
			return fmt.Errorf("the %s %q has control characters: choose another", field.name, field.value)
		}
	}
	if o.ModelPath == "" {
		return fmt.Errorf("no model path is given: name the folder that holds the model's files")
	}
	if o.Port < 0 || o.Port > 65535 {
		return fmt.Errorf("port %d is not between 0 and 65535", o.Port)
	}
	return nil
}

// Unsupported says that a runtime cannot be told what a spec asks for.
type Unsupported struct {
	Runtime string
	Path    string // the field of the spec
	Detail  string
}

func (e *Unsupported) Error() string {
	return fmt.Sprintf("%s cannot be told %s: %s; change the spec or use another runtime", e.Runtime, e.Path, e.Detail)
}

// neutral wants a sampling field to hold the value at which it does nothing, for runtimes that lack it.
func neutral(runtime, name string, s modelspec.Setting, value document.Decimal) error {
	if s.Value.Compare(value) != 0 {
		return &Unsupported{runtime, "/inference/sampling/" + name, fmt.Sprintf("it has no such default, and the spec asks for %s", s.Value)}
	}
	return nil
}

// firstError returns the first error of a list.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// origin is the comment that tells a reader where a file comes from.
func origin(s modelspec.Spec, o Options) string {
	line := fmt.Sprintf("Rendered from %s %s", s.ID, s.Version)
	if !o.Digest.IsZero() {
		line += ", sha256 " + o.Digest.String()
	}
	return line + ". Do not edit: a change of this file is a change of the model, and is decided by proposal."
}

// pair is one entry of a configuration file.
type pair struct{ key, value string }

func byKey(a, b pair) int { return strings.Compare(a.key, b.key) }

// quoted writes a text as a JSON string, which is a YAML string as well.
func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string can always be written
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// HuggingFace renders generation_config.json as Hugging Face's transformers read it, with every field of the spec
// that they know.
func HuggingFace(s modelspec.Spec, o Options) ([]File, error) {
	const runtime = "Hugging Face transformers"
	p := s.Inference.Sampling
	if err := firstError(
		o.check(),
		neutral(runtime, "presencePenalty", p.PresencePenalty, "0"),
		neutral(runtime, "frequencyPenalty", p.FrequencyPenalty, "0"),
		neutral(runtime, "repetitionWindow", p.RepetitionWindow, "0"),
		neutral(runtime, "seed", p.Seed, "-1"),
	); err != nil {
		return nil, err
	}
	return []File{{"generation_config.json", generationConfig(s)}}, nil
}

// generationConfig writes the fields of a Hugging Face generation configuration, sorted. At temperature 0 sampling is
// off, and the temperature, which must not be 0 there, is 1.
func generationConfig(s modelspec.Spec) []byte {
	p := s.Inference.Sampling
	sample, temperature := "true", p.Temperature.Value
	if temperature == "0" {
		sample, temperature = "false", "1"
	}
	fields := []pair{
		{"do_sample", sample},
		{"max_new_tokens", string(p.MaxNewTokens.Value)},
		{"min_new_tokens", string(p.MinNewTokens.Value)},
		{"min_p", string(p.MinP.Value)},
		{"num_beams", "1"},
		{"num_return_sequences", "1"},
		{"repetition_penalty", string(p.RepetitionPenalty.Value)},
		{"temperature", string(temperature)},
		{"top_k", string(p.TopK.Value)},
		{"top_p", string(p.TopP.Value)},
		{"typical_p", string(p.TypicalP.Value)},
	}
	if len(s.Inference.Stop) > 0 {
		stops := make([]string, len(s.Inference.Stop))
		for i, stop := range s.Inference.Stop {
			stops[i] = quoted(stop)
		}
		fields = append(fields, pair{"stop_strings", "[" + strings.Join(stops, ", ") + "]"})
	}
	return object(fields)
}

// object writes a JSON object whose values are JSON already, one member per line.
func object(fields []pair) []byte {
	slices.SortFunc(fields, byKey)
	var b bytes.Buffer
	b.WriteString("{\n")
	for i, f := range fields {
		b.WriteString("  " + strconv.Quote(f.key) + ": " + f.value)
		if i < len(fields)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("}\n")
	return b.Bytes()
}
