package render

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// parsePreset reads an INI file as llama.cpp's preset reader does: keys of letters, digits, "_", "." and "-"; a value ends
// before the blanks and the ; or # that follow it; keys before the first section belong to none.
func parsePreset(text string) (map[string]map[string]string, error) {
	out, section := map[string]map[string]string{"": {}}, ""
	for n, line := range strings.Split(text, "\n") {
		if i := strings.IndexAny(line, ";#"); i >= 0 {
			line = line[:i]
		}
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			name, ok = strings.CutSuffix(name, "]")
			if section = strings.TrimSpace(name); !ok || out[section] != nil {
				return nil, fmt.Errorf("line %d: the section %q", n+1, line)
			}
			out[section] = map[string]string{}
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		key = strings.TrimSpace(key)
		if _, twice := out[section][key]; !ok || twice || key == "" || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789_.-") != "" {
			return nil, fmt.Errorf("line %d: the key %q", n+1, line)
		}
		out[section][key] = strings.TrimSpace(value)
	}
	return out, nil
}

func TestPresetIsRead(t *testing.T) {
	s, _ := spec(t)
	s = gguf(s)
	s.Runtime.Engine, s.Runtime.Arguments = "llama.cpp", map[string]string{"parallel": "4", "rope-scaling": `a = "b" [c]`}
	files, err := LlamaCpp(s, Options{ModelPath: "/models/my chat [v1] = x", ServedName: "chat"})
	if err != nil {
		t.Fatal(err)
	}
	preset, err := parsePreset(string(files[0].Data))
	if err != nil {
		t.Fatal(err)
	}
	p := s.Inference.Sampling
	want := map[string]string{
		"alias": "chat", "model": "/models/my chat [v1] = x/chat-q4.gguf", "ctx-size": "2048", "parallel": "4", "rope-scaling": `a = "b" [c]`,
		"temp": string(p.Temperature.Value), "top-k": string(p.TopK.Value), "top-p": string(p.TopP.Value), "min-p": string(p.MinP.Value), "typical": string(p.TypicalP.Value),
		"repeat-penalty": string(p.RepetitionPenalty.Value), "repeat-last-n": "-1", "presence-penalty": string(p.PresencePenalty.Value), "frequency-penalty": string(p.FrequencyPenalty.Value),
		"predict": string(p.MaxNewTokens.Value), "seed": string(p.Seed.Value),
		"mirostat": "0", "xtc-probability": "0", "dry-multiplier": "0", "dynatemp-range": "0", "top-nsigma": "-1",
	}
	if !maps.Equal(preset[""], map[string]string{"version": "1"}) || !maps.Equal(preset["chat"], want) || len(preset) != 2 {
		t.Errorf("the preset says %v, want %v", preset, want)
	}
	// What would be cut is refused, and never written.
	for _, value := range []string{"a;b", "a #b", " a", "a ", "a\nhost = x"} {
		s.Runtime.Arguments = map[string]string{"rope-scaling": value}
		var unsupported *Unsupported
		if _, err := LlamaCpp(s, Options{ModelPath: "/m"}); !errors.As(err, &unsupported) || unsupported.Path != "/runtime/arguments/rope-scaling" {
			t.Errorf("the argument %q: %v", value, err)
		}
	}
	s.Runtime.Arguments = nil
	for _, o := range []Options{{ModelPath: "/models/#1"}, {ModelPath: "/m;n"}, {ModelPath: "/m", ServedName: "a;b"}, {ModelPath: "/m", ChatTemplatePath: "/t#"}} {
		if files, err := LlamaCpp(s, o); err == nil {
			t.Errorf("%+v was rendered: %s", o, files[0].Data)
		}
	}
}

// parseModelfile reads a Modelfile: one instruction to a line, texts in quotes or in three of them.
func parseModelfile(text string) (instructions map[string][]string, parameters map[string][]string, err error) {
	instructions, parameters = map[string][]string{}, map[string][]string{}
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		word, value, _ := strings.Cut(line, " ")
		if fenced, ok := strings.CutPrefix(value, `"""`); ok {
			body, after, closed := strings.Cut(fenced+"\n"+rest, `"""`)
			if !closed {
				return nil, nil, errors.New("three quotes do not end")
			}
			value, rest = body, strings.TrimPrefix(after, "\n")
		}
		text = rest
		switch {
		case word == "" || strings.HasPrefix(word, "#"):
		case slices.Contains([]string{"FROM", "SYSTEM", "LICENSE", "TEMPLATE", "ADAPTER", "MESSAGE", "REQUIRES"}, word):
			instructions[word] = append(instructions[word], strings.Trim(value, `"`))
		case word == "PARAMETER":
			name, value, _ := strings.Cut(value, " ")
			parameters[name] = append(parameters[name], strings.Trim(value, `"`))
		default:
			return nil, nil, fmt.Errorf("the instruction %q", line)
		}
	}
	return instructions, parameters, nil
}

func TestModelfileIsRead(t *testing.T) {
	s, _ := spec(t)
	s = gguf(s)
	s.Inference.Stop = []string{"###", "User:"}
	prompt := "Be brief.\nPARAMETER temperature 2\nSay \"no\" if you must."
	files, err := Ollama(s, Options{ModelPath: "/models/my chat", Text: func(document.Digest) (string, bool) { return prompt, true }})
	if err != nil {
		t.Fatal(err)
	}
	instructions, parameters, err := parseModelfile(string(files[0].Data))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(instructions["FROM"], []string{"/models/my chat/chat-q4.gguf"}) || !slices.Equal(instructions["SYSTEM"], []string{prompt}) ||
		!slices.Equal(instructions["LICENSE"], []string{s.Licence.Declared}) || len(instructions) != 3 {
		t.Errorf("the Modelfile says %q", instructions)
	}
	p := s.Inference.Sampling
	want := map[string][]string{
		"temperature": {string(p.Temperature.Value)}, "top_k": {string(p.TopK.Value)}, "top_p": {string(p.TopP.Value)}, "min_p": {string(p.MinP.Value)}, "typical_p": {string(p.TypicalP.Value)},
		"repeat_penalty": {string(p.RepetitionPenalty.Value)}, "repeat_last_n": {"-1"}, "presence_penalty": {string(p.PresencePenalty.Value)}, "frequency_penalty": {string(p.FrequencyPenalty.Value)},
		"num_predict": {string(p.MaxNewTokens.Value)}, "num_ctx": {"2048"}, "seed": {string(p.Seed.Value)}, "mirostat": {"0"}, "stop": {"###", "User:"},
	}
	if !maps.EqualFunc(parameters, want, slices.Equal[[]string]) {
		t.Errorf("the Modelfile has the parameters %v, want %v", parameters, want)
	}
	for _, bad := range []string{`a """ b`, `ends in "`} {
		if files, err := Ollama(s, Options{ModelPath: "/m", Text: func(document.Digest) (string, bool) { return bad, true }}); err == nil {
			t.Errorf("%q was rendered: %s", bad, files[0].Data)
		}
	}
}

func TestGenerationConfigIsRead(t *testing.T) {
	s, _ := spec(t)
	s.Inference.Stop = []string{`a "b"`, "###"}
	files, err := HuggingFace(s, Options{ModelPath: "/m"})
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(strings.NewReader(string(files[0].Data)))
	d.UseNumber()
	var got map[string]any
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	p := s.Inference.Sampling
	want := map[string]string{
		"do_sample": "true", "max_new_tokens": string(p.MaxNewTokens.Value), "min_new_tokens": string(p.MinNewTokens.Value), "min_p": string(p.MinP.Value), "num_beams": "1", "num_return_sequences": "1",
		"repetition_penalty": string(p.RepetitionPenalty.Value), "temperature": string(p.Temperature.Value), "top_k": string(p.TopK.Value), "top_p": string(p.TopP.Value), "typical_p": string(p.TypicalP.Value),
		"stop_strings": `[a "b" ###]`,
	}
	for key, value := range want {
		if fmt.Sprint(got[key]) != value {
			t.Errorf("%s is %v, want %s", key, got[key], value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the file has the fields %v", slices.Sorted(maps.Keys(got)))
	}
}

// TestEverySamplingFieldMatters moves one sampling field at a time: each runtime either writes another file or refuses to be
// told, and none drops the field in silence.
func TestEverySamplingFieldMatters(t *testing.T) {
	other := map[string]document.Decimal{
		"temperature": "0.3", "topK": "7", "topP": "0.5", "minP": "0.1", "typicalP": "0.5", "repetitionPenalty": "1.2", "repetitionWindow": "64",
		"presencePenalty": "0.1", "frequencyPenalty": "0.1", "minNewTokens": "3", "maxNewTokens": "77", "seed": "42",
	}
	o := Options{ModelPath: "/m", Text: func(document.Digest) (string, bool) { return "prompt", true }}
	for name, render := range map[string]func(modelspec.Spec, Options) ([]File, error){"vllm": VLLM, "llama.cpp": LlamaCpp, "ollama": Ollama, "huggingface": HuggingFace} {
		write := func(s modelspec.Spec) (string, error) {
			files, err := render(s, o)
			text := ""
			for _, f := range files {
				text += string(f.Data)
			}
			return text, err
		}
		base, _ := spec(t)
		if name == "llama.cpp" || name == "ollama" {
			base = gguf(base)
		}
		before, err := write(base)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fields := base.Inference.Sampling.Settings()
		if len(fields) != len(other) {
			t.Fatalf("a spec has %d sampling fields, the test knows %d", len(fields), len(other))
		}
		for _, f := range fields {
			raw, err := document.Marshal(base)
			if err != nil {
				t.Fatal(err)
			}
			var tree map[string]any
			if err := document.Unmarshal(raw, &tree); err != nil {
				t.Fatal(err)
			}
			tree["inference"].(map[string]any)["sampling"].(map[string]any)[f.Name].(map[string]any)["value"] = string(other[f.Name])
			if raw, err = document.Marshal(tree); err != nil {
				t.Fatal(err)
			}
			var changed modelspec.Spec
			if err := document.Unmarshal(raw, &changed); err != nil {
				t.Fatal(err)
			}
			after, err := write(changed)
			var unsupported *Unsupported
			switch {
			case errors.As(err, &unsupported):
				if unsupported.Path != "/inference/sampling/"+f.Name {
					t.Errorf("%s: moving %s is refused at %s", name, f.Name, unsupported.Path)
				}
			case err != nil:
				t.Errorf("%s: %s: %v", name, f.Name, err)
			case after == before:
				t.Errorf("%s drops %s in silence", name, f.Name)
			}
		}
	}
}
