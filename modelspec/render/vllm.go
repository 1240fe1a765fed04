package render

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/peritus-dao/peritus/modelspec"
)

// VLLM renders vllm.yaml for "vllm serve --config vllm.yaml", and generation_config.json beside it.
//
// Of itself vLLM applies the generation_config.json that lies in the model's folder, whoever put it there. So the
// file says "generation-config: vllm", which turns that off, and states the sampling defaults in
// override-generation-config. Of those vLLM reads repetition_penalty, temperature, top_k, top_p, min_p and
// max_new_tokens; a spec that asks for more is refused. The bounds for callers are not vLLM's to keep: the gateway
// before it does.
func VLLM(s modelspec.Spec, o Options) ([]File, error) {
	const runtime = "vLLM"
	p := s.Inference.Sampling
	if err := firstError(
		o.check(),
		neutral(runtime, "typicalP", p.TypicalP, "1"),
		neutral(runtime, "presencePenalty", p.PresencePenalty, "0"),
		neutral(runtime, "frequencyPenalty", p.FrequencyPenalty, "0"),
		neutral(runtime, "minNewTokens", p.MinNewTokens, "0"),
		neutral(runtime, "repetitionWindow", p.RepetitionWindow, "0"),
	); err != nil {
		return nil, err
	}
	if len(s.Inference.Stop) > 0 {
		return nil, &Unsupported{runtime, "/inference/stop", "stop texts come with each request"}
	}
	if s.Runtime.Engine != "vllm" {
		return nil, &Unsupported{runtime, "/runtime/engine", fmt.Sprintf("the spec is for %s", s.Runtime.Engine)}
	}
	dtype := s.Architecture.Precision
	switch dtype {
	case "bfloat16", "float16", "float32":
	default:
		dtype = "auto" // what the quantised weights hold
	}
	seed := string(p.Seed.Value)
	if seed == "-1" {
		seed = "0" // the engine's own; requests without a seed still differ from each other
	}
	overrides := fmt.Sprintf(`{"max_new_tokens":%s,"min_p":%s,"repetition_penalty":%s,"temperature":%s,"top_k":%s,"top_p":%s}`,
		p.MaxNewTokens.Value, p.MinP.Value, p.RepetitionPenalty.Value, p.Temperature.Value, p.TopK.Value, p.TopP.Value)
	fields := []pair{
		{"dtype", quoted(dtype)},
		{"generation-config", quoted("vllm")},
		{"max-model-len", strconv.FormatInt(s.Architecture.ContextLength, 10)},
		{"model", quoted(o.ModelPath)},
		{"override-generation-config", quoted(overrides)},
		{"seed", seed},
		{"served-model-name", quoted(o.servedName(s))},
		{"tokenizer", quoted(o.ModelPath)},
		{"trust-remote-code", strconv.FormatBool(s.RemoteCode.Policy == "pinned")},
	}
	if s.RemoteCode.Policy == "pinned" {
		fields = append(fields, pair{"code-revision", quoted(s.RemoteCode.Commit)})
	}
	if s.Architecture.Quantization != "none" {
		fields = append(fields, pair{"quantization", quoted(s.Architecture.Quantization)})
	}
	if s.Runtime.Hardware.Accelerator != "none" && s.Runtime.Hardware.Count > 0 {
		fields = append(fields, pair{"tensor-parallel-size", strconv.FormatInt(s.Runtime.Hardware.Count, 10)})
	}
	if o.ChatTemplatePath != "" {
		fields = append(fields, pair{"chat-template", quoted(o.ChatTemplatePath)})
	}
	if o.Host != "" {
		fields = append(fields, pair{"host", quoted(o.Host)})
	}
	if o.Port != 0 {
		fields = append(fields, pair{"port", strconv.Itoa(o.Port)})
	}
	for _, name := range slices.Sorted(maps.Keys(s.Runtime.Arguments)) {
		value := s.Runtime.Arguments[name]
		if value != "true" && value != "false" {
			value = quoted(value)
		}
		if slices.ContainsFunc(fields, func(f pair) bool { return f.key == name }) {
			return nil, &Unsupported{runtime, "/runtime/arguments/" + name, "it follows from another field of the spec"}
		}
		fields = append(fields, pair{name, value})
	}
	slices.SortFunc(fields, byKey)
	var b bytes.Buffer
	b.WriteString("# " + origin(s, o) + "\n")
	for _, f := range fields {
		b.WriteString(f.key + ": " + f.value + "\n")
	}
	return []File{{"generation_config.json", generationConfig(s)}, {"vllm.yaml", b.Bytes()}}, nil
}
