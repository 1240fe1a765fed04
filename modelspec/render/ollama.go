package render

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/modelspec"
)

// Ollama renders a Modelfile for "ollama create". It has no TEMPLATE line: Ollama's templates are not the Jinja
// templates that a spec names, and it takes the one that is inside the GGUF file, whose digest the spec fixes.
func Ollama(s modelspec.Spec, o Options) ([]File, error) {
	const runtime = "Ollama"
	p := s.Inference.Sampling
	if err := firstError(o.check(), neutral(runtime, "minNewTokens", p.MinNewTokens, "0")); err != nil {
		return nil, err
	}
	if s.RemoteCode.Policy == "pinned" {
		return nil, &Unsupported{runtime, "/remoteCode", "it runs no code from a repository"}
	}
	model, err := ggufFile(runtime, s)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\nFROM %s\n", origin(s, o), path.Join(o.ModelPath, model))
	for _, f := range []pair{
		{"frequency_penalty", string(p.FrequencyPenalty.Value)},
		{"min_p", string(p.MinP.Value)},
		{"mirostat", "0"},
		{"num_ctx", strconv.FormatInt(s.Architecture.ContextLength, 10)},
		{"num_predict", string(p.MaxNewTokens.Value)},
		{"presence_penalty", string(p.PresencePenalty.Value)},
		{"repeat_last_n", window(p.RepetitionWindow.Value)},
		{"repeat_penalty", string(p.RepetitionPenalty.Value)},
		{"seed", string(p.Seed.Value)},
		{"temperature", string(p.Temperature.Value)},
		{"top_k", string(p.TopK.Value)},
		{"top_p", string(p.TopP.Value)},
		{"typical_p", string(p.TypicalP.Value)},
	} {
		fmt.Fprintf(&b, "PARAMETER %s %s\n", f.key, f.value)
	}
	for _, stop := range s.Inference.Stop {
		if strings.ContainsAny(stop, "\"\n\r") {
			return nil, &Unsupported{runtime, "/inference/stop", fmt.Sprintf("the stop text %q has quotes or line breaks", stop)}
		}
		fmt.Fprintf(&b, "PARAMETER stop \"%s\"\n", stop)
	}
	if s.Behaviour.SystemPrompt.Size > 0 {
		if o.Text == nil {
			return nil, fmt.Errorf("the system prompt %s is needed, and no texts are at hand", s.Behaviour.SystemPrompt.SHA256)
		}
		prompt, found := o.Text(s.Behaviour.SystemPrompt.SHA256)
		if !found {
			return nil, fmt.Errorf("the system prompt %s is not at hand", s.Behaviour.SystemPrompt.SHA256)
		}
		const fence = `"""`
		if strings.Contains(prompt, fence) || strings.HasSuffix(prompt, `"`) {
			return nil, &Unsupported{runtime, "/behaviour/systemPrompt", "its text has three quotes in a row or ends in one"}
		}
		b.WriteString("SYSTEM " + fence + prompt + fence + "\n")
	}
	fmt.Fprintf(&b, "LICENSE \"%s\"\n", s.Licence.Declared)
	return []File{{"Modelfile", b.Bytes()}}, nil
}
