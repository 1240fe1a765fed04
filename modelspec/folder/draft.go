package folder

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// maxText bounds the small files that are read as a whole.
const maxText = 16 << 20

// Draft is a spec that its makers have yet to complete.
type Draft struct {
	Spec     modelspec.Spec    `json:"spec"`
	Findings document.Problems `json:"findings,omitempty"` // what the files say that a reader should look at
	Open     document.Problems `json:"open,omitempty"`     // what must be filled in before the spec is valid
}

// drafter reads the small files of a folder.
type drafter struct {
	fsys   fs.FS
	prints map[string]Print
	spec   modelspec.Spec
	notes  document.Problems
}

// Read drafts a spec from a folder and the prints of its files, as Hash returned them. What it reads must still be what
// was hashed. The error is document.Problems if a file is not what its name says.
func Read(fsys fs.FS, id string, prints map[string]Print) (Draft, error) {
	d := &drafter{fsys: fsys, prints: prints}
	weights, err := Weights(prints)
	if err != nil {
		return Draft{}, err
	}
	d.spec = modelspec.Spec{
		Schema: modelspec.Schema, ID: id, Name: id, Version: "0.1.0", Weights: weights,
		Licence: licence.Licence{Declared: licence.NoAssertion, Concluded: licence.NoAssertion},
		Tasks:   map[string]string{}, Languages: map[string]string{}, Evaluations: map[string]modelspec.Gate{},
		Modalities:   modelspec.Modalities{Input: []string{"text"}, Output: []string{"text"}},
		RemoteCode:   modelspec.RemoteCode{Policy: "forbidden"},
		Architecture: modelspec.Architecture{Quantization: "none"},
		Inference:    modelspec.Inference{Stop: []string{}},
		Behaviour:    modelspec.Behaviour{Clauses: map[string]modelspec.Clause{}},
		Safety:       modelspec.Safety{Filters: map[string]modelspec.Filter{}},
		Training:     modelspec.Training{EnergyKWh: "0", EnergyBasis: "not-known"},
		Rollout:      modelspec.Rollout{Stages: map[string]modelspec.Stage{}},
	}
	for _, step := range []func() error{d.config, d.generation, d.weights, d.tokenizer, d.card} {
		if err := step(); err != nil {
			return Draft{}, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(prints)) {
		if path.Ext(name) == ".py" {
			d.notes.Add("/remoteCode", "remote-code", fmt.Sprintf("the folder holds the program %q, which the draft forbids to run", name), "leave it forbidden, or pin its repository, commit and digest")
		}
	}
	out := Draft{Spec: d.spec, Findings: d.notes}
	raw, err := document.Marshal(d.spec)
	if err != nil {
		return Draft{}, err
	}
	if _, err := modelspec.Parse(raw); err != nil && !errors.As(err, &out.Open) {
		return Draft{}, err
	}
	for i := range out.Open { // positions in a text that nobody sees
		out.Open[i].Line, out.Open[i].Column = 0, 0
	}
	return out, nil
}

// text reads a small file that was hashed, or returns nil if there is none.
func (d *drafter) text(name string) ([]byte, error) {
	p, ok := d.prints[name]
	if !ok {
		return nil, nil
	}
	if p.Size > maxText {
		return nil, broken(name, fmt.Sprintf("has %d bytes, at most %d are read", p.Size, maxText))
	}
	f, err := d.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxText+1))
	if err != nil {
		return nil, err
	}
	if document.Sum(raw) != p.SHA256 {
		return nil, broken(name, "changed after it was hashed")
	}
	return raw, nil
}

func (d *drafter) object(name string) (map[string]any, error) {
	raw, err := d.text(name)
	if raw == nil || err != nil {
		return nil, err
	}
	o, err := parse(raw)
	if err != nil {
		return nil, broken(name, err.Error())
	}
	return o, nil
}

func broken(name, why string) error {
	return document.Problems{{Path: document.Pointer("/weights/files", name), Rule: "file", Detail: name + ": " + why, Remedy: "fetch the file again, or mend it"}}
}

// word returns a text that a spec may hold.
func word(v any, most int) string {
	s, _ := v.(string)
	s = strings.TrimSpace(s)
	ps := document.Problems{}
	if ps.Text("", s, most); len(ps) > 0 {
		return ""
	}
	if _, err := document.Marshal(s); err != nil {
		return ""
	}
	return s
}

func (d *drafter) config() error {
	c, err := d.object("config.json")
	if err != nil {
		return err
	}
	if c == nil {
		d.notes.Add("/architecture", "config", "there is no config.json, so the architecture is left open", "fill it in")
		return nil
	}
	a := &d.spec.Architecture
	if classes, _ := c["architectures"].([]any); len(classes) > 0 {
		a.Class = word(classes[0], 300)
	}
	if a.Family = word(c["model_type"], 300); a.Family != "" {
		a.Family += " (the model_type of config.json)"
	}
	for _, key := range []string{"max_position_embeddings", "n_positions", "max_sequence_length", "seq_length"} {
		if n, ok := integer(c[key]); ok && a.ContextLength == 0 {
			a.ContextLength = n
		}
	}
	d.spec.Tokenizer.VocabularySize, _ = integer(c["vocab_size"])
	for _, key := range []string{"dtype", "torch_dtype"} {
		if s := strings.TrimPrefix(word(c[key], 300), "torch."); s != "" {
			a.Precision = s
		}
	}
	if q, ok := c["quantization_config"].(map[string]any); ok {
		if a.Quantization = word(q["quant_method"], 300); a.Quantization == "" {
			d.notes.Add("/architecture/quantization", "quantization", "the weights are quantized, and config.json does not say how", "fill it in")
		}
	}
	if _, ok := c["auto_map"]; ok {
		d.notes.Add("/remoteCode", "remote-code", "config.json asks for code from the repository (auto_map), which the draft forbids", "leave it forbidden, or pin its repository, commit and digest")
	}
	return nil
}

// generation takes the sampling fields over. A field that the file leaves out is off in the draft, and noted: runtimes
// have defaults of their own, and they differ.
func (d *drafter) generation() error {
	c, err := d.object("generation_config.json")
	if err != nil {
		return err
	}
	s := &d.spec.Inference.Sampling
	for _, f := range []struct {
		to        *modelspec.Setting
		path, key string
		off       document.Decimal
	}{
		{&s.Temperature, "temperature", "temperature", "1"}, {&s.TopK, "topK", "top_k", "0"}, {&s.TopP, "topP", "top_p", "1"},
		{&s.MinP, "minP", "min_p", "0"}, {&s.TypicalP, "typicalP", "typical_p", "1"},
		{&s.RepetitionPenalty, "repetitionPenalty", "repetition_penalty", "1"}, {&s.RepetitionWindow, "repetitionWindow", "", "0"},
		{&s.PresencePenalty, "presencePenalty", "", "0"}, {&s.FrequencyPenalty, "frequencyPenalty", "", "0"},
		{&s.MinNewTokens, "minNewTokens", "min_new_tokens", "0"}, {&s.MaxNewTokens, "maxNewTokens", "max_new_tokens", "1024"}, {&s.Seed, "seed", "", "-1"},
	} {
		n := f.off
		at := "/inference/sampling/" + f.path
		if v, ok := c[f.key]; f.key != "" && ok && v != nil {
			if n, ok = decimal(v); !ok {
				d.notes.Add(at, "decimal", fmt.Sprintf("%s in generation_config.json is not a number with at most 18 digits", f.key), "fill it in")
				n = f.off
			}
		} else if f.key != "" {
			d.notes.Add(at, "not-stated", fmt.Sprintf("%s is not stated, and runtimes differ; the draft says %s", f.key, f.off), "decide it")
		}
		*f.to = modelspec.Setting{Value: n, Minimum: n, Maximum: n}
	}
	if greedy, ok := c["do_sample"].(bool); ok && !greedy {
		s.Temperature = modelspec.Setting{Value: "0", Minimum: "0", Maximum: "0"}
	}
	return nil
}

// weights reads the headers of the safetensors files.
func (d *drafter) weights() error {
	types := map[string]int64{}
	for _, name := range slices.Sorted(maps.Keys(d.prints)) {
		if d.prints[name].Format != "safetensors" {
			continue
		}
		f, err := d.fsys.Open(name)
		if err != nil {
			return err
		}
		t, err := readTensors(f, d.prints[name].Size)
		_ = f.Close()
		if err != nil {
			return broken(name, err.Error())
		}
		d.spec.Architecture.Parameters += t.parameters
		for kind, n := range t.types {
			types[kind] += n
		}
	}
	a := &d.spec.Architecture
	a.ActiveParameters = a.Parameters
	precisions := map[string]string{"BF16": "bfloat16", "F16": "float16", "F32": "float32", "F8_E4M3": "float8", "F8_E5M2": "float8", "I8": "int8"}
	if kinds := slices.Sorted(maps.Keys(types)); len(kinds) == 1 && precisions[kinds[0]] != "" {
		if found := precisions[kinds[0]]; a.Precision != "" && a.Precision != found {
			d.notes.Add("/architecture/precision", "precision", fmt.Sprintf("config.json says %s, and the weights are %s", a.Precision, found), "find out which is right; the draft follows the weights")
		}
		a.Precision = precisions[kinds[0]]
	} else if len(kinds) > 1 {
		a.Precision = "mixed"
	}
	index, err := d.object("model.safetensors.index.json")
	if index == nil || err != nil {
		return err
	}
	places, _ := index["weight_map"].(map[string]any)
	for _, tensor := range slices.Sorted(maps.Keys(places)) {
		file, _ := places[tensor].(string)
		if _, ok := d.prints[file]; !ok {
			return broken("model.safetensors.index.json", fmt.Sprintf("names the file %q, which is not in the folder", file))
		}
	}
	return nil
}

func (d *drafter) tokenizer() error {
	t := &d.spec.Tokenizer
	for _, name := range []string{"tokenizer.json", "tokenizer.model"} {
		if p, ok := d.prints[name]; ok && t.SHA256.IsZero() {
			t.Name, t.SHA256 = name, p.SHA256
		}
	}
	c, err := d.object("tokenizer_config.json")
	if err != nil {
		return err
	}
	if name := word(c["tokenizer_class"], 300); name != "" {
		t.Name = name
	}
	if p, ok := d.prints["chat_template.jinja"]; ok {
		t.ChatTemplate = p.SHA256
	} else if template, ok := c["chat_template"].(string); ok {
		t.ChatTemplate = document.Sum([]byte(template))
	}
	return nil
}

// card reads the front matter of the README: the few keys, in the few forms, that cards use. It is not read as YAML,
// whose parsers do more than a stranger's file should ask for.
func (d *drafter) card() error {
	raw, err := d.text("README.md")
	if raw == nil || err != nil {
		return err
	}
	front, ok := strings.CutPrefix(strings.ReplaceAll(string(raw), "\r\n", "\n"), "---\n")
	front, _, ended := strings.Cut(front, "\n---")
	if !ok || !ended {
		return nil
	}
	values := map[string][]string{}
	key := ""
	for line := range strings.SplitSeq(front, "\n") {
		if item, isItem := strings.CutPrefix(strings.TrimLeft(line, " "), "- "); isItem && key != "" {
			values[key] = append(values[key], scalar(item))
			continue
		}
		name, rest, isKey := strings.Cut(line, ":")
		if !isKey || strings.HasPrefix(line, " ") || strings.HasPrefix(line, "#") {
			key = ""
			continue
		}
		if key = name; strings.TrimSpace(rest) != "" {
			values[key] = append(values[key], list1(rest)...)
		}
	}
	if l := values["license"]; len(l) == 1 {
		if id, ok := licence.Recognise(l[0]); ok {
			d.spec.Licence.Declared = id
		} else {
			d.notes.Add("/licence/declared", "licence", fmt.Sprintf("the card's licence %q is not one that SPDX knows", l[0]), "name an SPDX identifier; nothing is guessed")
		}
	} else {
		d.notes.Add("/licence/declared", "licence", "the card names no licence, or several", "name an SPDX expression")
	}
	for _, tag := range values["language"] {
		ps := document.Problems{}
		if ps.Language("", tag); len(ps) == 0 {
			d.spec.Languages[tag] = "untested"
		}
	}
	for i, base := range values["base_model"] {
		if name := word(base, 300); name != "" && i < 100 {
			d.notes.Add("/lineage", "lineage", fmt.Sprintf("the card names the base model %q", name), "add it with its relation, root and licence")
		}
	}
	return nil
}

func list1(rest string) (out []string) {
	rest = strings.TrimSpace(rest)
	if inner, ok := strings.CutPrefix(rest, "["); ok {
		for item := range strings.SplitSeq(strings.TrimSuffix(inner, "]"), ",") {
			out = append(out, scalar(item))
		}
		return out
	}
	return []string{scalar(rest)}
}

func scalar(s string) string { return strings.Trim(strings.TrimSpace(s), `"'`) }
