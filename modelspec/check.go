package modelspec

import (
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// Parse reads a model spec. The error is document.Problems and lists everything that is wrong with it.
func Parse(raw []byte) (Spec, error) {
	var s Spec
	if err := document.Read(raw, &s, s.check); err != nil {
		return Spec{}, err
	}
	return s, nil
}

// Kind returns the kind of governed document that model specs are.
func Kind() document.Kind {
	return document.Kind{
		Schema:     Schema,
		Title:      "Model spec",
		JSONSchema: JSONSchema,
		Validate: func(raw []byte) error {
			_, err := Parse(raw)
			return err
		},
		Version: func(raw []byte) (string, error) {
			s, err := Parse(raw)
			return s.Version, err
		},
		Bump:     Bump,
		Warnings: Warnings,
		References: func(raw []byte) (map[string]document.Digest, error) {
			s, err := Parse(raw)
			return map[string]document.Digest{"/behaviour/systemPrompt": s.Behaviour.SystemPrompt.SHA256}, err
		},
		Gates: func(raw []byte, results []document.Result, need int) ([]document.GateState, error) {
			s, err := Parse(raw)
			if err != nil {
				return nil, err
			}
			return Gates(s, results, need), nil
		},
	}
}

const (
	sentence  = 300
	paragraph = 2000
)

// check notes everything that is wrong with the spec.
func (s *Spec) check(ps *document.Problems) {
	if s.Schema != Schema {
		ps.Add("/schema", "schema", fmt.Sprintf("the schema is %q", s.Schema), "write "+Schema)
	}
	ps.ID("/id", s.ID)
	ps.Text("/name", s.Name, sentence)
	ps.SemVer("/version", s.Version)
	ps.Text("/summary", s.Summary, paragraph)

	ps.Text("/producer/name", s.Producer.Name, sentence)
	ps.OptionalURL("/producer/url", s.Producer.URL)
	ps.Text("/producer/contact", s.Producer.Contact, sentence)
	s.Licence.Check("/licence", ps)
	ps.Needs("/acceptableUse/sha256", s.AcceptableUse.SHA256)
	ps.OptionalURL("/acceptableUse/url", s.AcceptableUse.URL)

	s.checkUse(ps)
	s.checkModel(ps)
	s.checkRuntime(ps)
	s.Inference.check("/inference", ps)
	s.checkBehaviour(ps)
	s.checkEvaluations(ps)
	s.checkTraining(ps)
	s.checkRollout(ps)
	each("/links", s.Links, ps, func(at, link string) { ps.URL(at, link) })
}

// each walks a map in the order of its keys, which must be ids.
func each[V any](path string, m map[string]V, ps *document.Problems, check func(at string, v V)) {
	for _, id := range slices.Sorted(maps.Keys(m)) {
		at := document.Pointer(path, id)
		ps.ID(at, id)
		check(at, m[id])
	}
}

// some wants at least one entry.
func some[V any](path string, m map[string]V, ps *document.Problems) {
	if len(m) == 0 {
		ps.Add(path, "required", "nothing is named here", "name at least one, keyed by an id")
	}
}

func (s *Spec) checkUse(ps *document.Problems) {
	texts := func(at, text string) { ps.Text(at, text, paragraph) }
	ps.Text("/integration", s.Integration, paragraph)
	some("/tasks", s.Tasks, ps)
	each("/tasks", s.Tasks, ps, texts)
	each("/prohibitedUses", s.ProhibitedUses, ps, texts)
	each("/limitations", s.Limitations, ps, texts)
	some("/languages", s.Languages, ps)
	for _, tag := range slices.Sorted(maps.Keys(s.Languages)) {
		at := document.Pointer("/languages", tag)
		ps.Language(at, tag)
		ps.OneOf(at, s.Languages[tag], "full", "partial", "untested")
	}
	for _, side := range []struct {
		path string
		list []string
	}{{"/modalities/input", s.Modalities.Input}, {"/modalities/output", s.Modalities.Output}} {
		if len(side.list) == 0 {
			ps.Add(side.path, "required", "no modality is named", `name at least one, such as "text"`)
		}
		for i, m := range side.list {
			ps.OneOf(document.Pointer(side.path, fmt.Sprint(i)), m, "audio", "embedding", "image", "text", "video")
		}
		ps.Sorted(side.path, side.list)
	}
}

func (s *Spec) checkModel(ps *document.Problems) {
	each("/lineage", s.Lineage, ps, func(at string, a Ancestor) {
		ps.OneOf(at+"/relation", a.Relation, "adapter", "distilled", "fine-tuned", "merged", "pruned", "quantized")
		ps.Text(at+"/name", a.Name, sentence)
		ps.OptionalText(at+"/version", a.Version, sentence)
		ps.OptionalURL(at+"/url", a.URL)
		if _, err := licence.Parse(a.Licence); err != nil {
			ps.Add(at+"/licence", "licence", err.Error(), "use an SPDX expression, NOASSERTION or NONE")
		}
	})
	s.Weights.check("/weights", ps)

	a := s.Architecture
	ps.Text("/architecture/family", a.Family, sentence)
	ps.Text("/architecture/class", a.Class, sentence)
	ps.Between("/architecture/parameters", a.Parameters, 1, 1<<50)
	if ps.Between("/architecture/activeParameters", a.ActiveParameters, 1, 1<<50); a.ActiveParameters > a.Parameters {
		ps.Add("/architecture/activeParameters", "range", "more parameters are active than there are", "write at most the number in parameters")
	}
	ps.Between("/architecture/contextLength", a.ContextLength, 1, 1<<40)
	ps.OneOf("/architecture/precision", a.Precision, "bfloat16", "float16", "float32", "float8", "int4", "int8", "mixed")
	ps.Text("/architecture/quantization", a.Quantization, sentence)

	ps.OneOf("/remoteCode/policy", s.RemoteCode.Policy, "forbidden", "pinned")
	if s.RemoteCode.Policy == "pinned" {
		ps.URL("/remoteCode/repository", s.RemoteCode.Repository)
		commit("/remoteCode/commit", s.RemoteCode.Commit, ps)
		ps.Needs("/remoteCode/sha256", s.RemoteCode.SHA256)
	} else if s.RemoteCode != (RemoteCode{Policy: s.RemoteCode.Policy}) {
		ps.Add("/remoteCode", "remote-code", "code is named although remote code is forbidden", "remove repository, commit and sha256")
	}

	ps.Text("/tokenizer/name", s.Tokenizer.Name, sentence)
	ps.Between("/tokenizer/vocabularySize", s.Tokenizer.VocabularySize, 1, 1<<32)
	ps.Needs("/tokenizer/sha256", s.Tokenizer.SHA256)
	ps.Needs("/tokenizer/chatTemplate", s.Tokenizer.ChatTemplate)
}

func commit(path, s string, ps *document.Problems) {
	if raw, err := hex.DecodeString(s); err != nil || len(raw) != 20 && len(raw) != 32 || strings.ToLower(s) != s {
		ps.Add(path, "commit", fmt.Sprintf("%q is not a commit", s), "write its full id in lower-case hexadecimal digits; a branch or tag can be moved")
	}
}

// reservedArguments are engine options that follow from other fields of a spec, or that would override them. A spec
// may not name them under runtime.arguments, or two fields of one document could contradict each other.
var reservedArguments = []string{
	"alias", "chat-template", "chat-template-file", "config", "ctx-size", "dtype", "generation-config", "host", "hf-repo", "max-model-len", "model",
	"override-generation-config", "port", "quantization", "revision", "seed", "served-model-name", "tokenizer", "trust-remote-code",
}

func (s *Spec) checkRuntime(ps *document.Problems) {
	r := s.Runtime
	ps.OneOf("/runtime/engine", r.Engine, "llama.cpp", "ollama", "vllm")
	ps.Text("/runtime/version", r.Version, sentence)
	if r.Image != (Image{}) {
		ps.Text("/runtime/image/name", r.Image.Name, sentence)
		ps.Needs("/runtime/image/sha256", r.Image.SHA256)
	}
	for _, name := range slices.Sorted(maps.Keys(r.Arguments)) {
		at := document.Pointer("/runtime/arguments", name)
		ps.ID(at, name)
		if slices.Contains(reservedArguments, name) {
			ps.Add(at, "reserved", fmt.Sprintf("the option %q follows from another field of the spec", name), "remove it here and set that field")
		}
		if value := r.Arguments[name]; len(value) > sentence || strings.ContainsAny(value, "\n\r\x00") {
			ps.Add(at, "argument", "the value is longer than 300 bytes or has line breaks", "write it in one short line")
		}
	}
	ps.OneOf("/runtime/hardware/accelerator", r.Hardware.Accelerator, "cuda", "metal", "none", "rocm", "tpu")
	ps.Between("/runtime/hardware/count", r.Hardware.Count, 0, 1<<20)
	ps.Between("/runtime/hardware/memoryBytes", r.Hardware.MemoryBytes, 1, 1<<50)
	ps.OneOf("/runtime/determinism", r.Determinism, "bitwise", "none", "same-batch")
}

// field is one sampling field, its name and the range in which it means something.
type field struct {
	name        string
	least, most document.Decimal
	whole       bool
	at          func(*Sampling) *Setting
}

// samplingFields lists every field of Sampling in the order of its declaration.
func samplingFields() []field {
	const most = document.Decimal("1000000000")
	return []field{
		{"temperature", "0", "5", false, func(s *Sampling) *Setting { return &s.Temperature }},
		{"topK", "0", most, true, func(s *Sampling) *Setting { return &s.TopK }},
		{"topP", "0", "1", false, func(s *Sampling) *Setting { return &s.TopP }},
		{"minP", "0", "1", false, func(s *Sampling) *Setting { return &s.MinP }},
		{"typicalP", "0", "1", false, func(s *Sampling) *Setting { return &s.TypicalP }},
		{"repetitionPenalty", "0.1", "10", false, func(s *Sampling) *Setting { return &s.RepetitionPenalty }},
		{"repetitionWindow", "0", most, true, func(s *Sampling) *Setting { return &s.RepetitionWindow }},
		{"presencePenalty", "-2", "2", false, func(s *Sampling) *Setting { return &s.PresencePenalty }},
		{"frequencyPenalty", "-2", "2", false, func(s *Sampling) *Setting { return &s.FrequencyPenalty }},
		{"minNewTokens", "0", most, true, func(s *Sampling) *Setting { return &s.MinNewTokens }},
		{"maxNewTokens", "1", most, true, func(s *Sampling) *Setting { return &s.MaxNewTokens }},
		{"seed", "-1", "4294967295", true, func(s *Sampling) *Setting { return &s.Seed }},
	}
}

func (in *Inference) check(path string, ps *document.Problems) {
	for _, f := range samplingFields() {
		at := document.Pointer(path, "sampling", f.name)
		s := f.at(&in.Sampling)
		before := len(*ps)
		for _, part := range []struct {
			name  string
			value document.Decimal
		}{{"value", s.Value}, {"minimum", s.Minimum}, {"maximum", s.Maximum}} {
			ps.Decimal(document.Pointer(at, part.name), part.value, f.least, f.most)
			if f.whole && !part.value.IsInteger() {
				ps.Add(document.Pointer(at, part.name), "integer", fmt.Sprintf("%s is not a whole number", part.value), "write a whole number")
			}
		}
		if len(*ps) == before && (s.Value.Compare(s.Minimum) < 0 || s.Value.Compare(s.Maximum) > 0) {
			ps.Add(at, "bounds", fmt.Sprintf("the value %s lies outside the bounds from %s to %s", s.Value, s.Minimum, s.Maximum), "widen the bounds, or choose a value inside them")
		}
	}
	for i, stop := range in.Stop {
		if stop == "" || len(stop) > 100 {
			ps.Add(document.Pointer(path, "stop", fmt.Sprint(i)), "length", "a stop text is empty or longer than 100 bytes", "remove or shorten it")
		}
	}
	ps.Sorted(document.Pointer(path, "stop"), in.Stop)
}

func (s *Spec) checkBehaviour(ps *document.Problems) {
	b := s.Behaviour
	ps.Needs("/behaviour/systemPrompt/sha256", b.SystemPrompt.SHA256)
	ps.Between("/behaviour/systemPrompt/size", b.SystemPrompt.Size, 0, 1<<20)
	some("/behaviour/clauses", b.Clauses, ps)
	each("/behaviour/clauses", b.Clauses, ps, func(at string, c Clause) {
		ps.Text(at+"/text", c.Text, paragraph)
		domain(at+"/domain", c.Domain, ps)
		ps.Sorted(at+"/evaluations", c.Evaluations)
		for i, id := range c.Evaluations {
			if _, there := s.Evaluations[id]; !there {
				ps.Add(document.Pointer(at, "evaluations", fmt.Sprint(i)), "reference", fmt.Sprintf("there is no evaluation %q", id), "name a key of /evaluations")
			}
		}
	})
	for _, name := range slices.Sorted(maps.Keys(b.Tools)) {
		at := document.Pointer("/behaviour/tools", name)
		ps.ID(at, name)
		ps.OneOf(at+"/policy", b.Tools[name].Policy, "allowed", "confirm", "denied")
		ps.Text(at+"/reason", b.Tools[name].Reason, paragraph)
	}
	each("/safety/filters", s.Safety.Filters, ps, func(at string, f Filter) {
		ps.OneOf(at+"/stage", f.Stage, "both", "input", "output")
		ps.Text(at+"/classifier", f.Classifier, sentence)
		ps.Needs(at+"/sha256", f.SHA256)
		ps.Decimal(at+"/threshold", f.Threshold, "0", "1")
		ps.OneOf(at+"/action", f.Action, actions...)
	})
}

// actions of a filter, the strictest first.
var actions = []string{"block", "redact", "warn", "log"}

// domain checks the name of a field of expertise: "safety", "data/licensing".
func domain(path, s string, ps *document.Problems) {
	for step := range strings.SplitSeq(s, "/") {
		if !document.IsID(step) {
			ps.Add(path, "domain", fmt.Sprintf("%q is not a domain", s), "write lower-case words like data/licensing")
			return
		}
	}
}

func (s *Spec) checkEvaluations(ps *document.Problems) {
	each("/evaluations", s.Evaluations, ps, func(at string, g Gate) {
		ps.Text(at+"/suite", g.Suite, sentence)
		domain(at+"/domain", g.Domain, ps)
		ps.Needs(at+"/dataSha256", g.DataSHA256)
		ps.URL(at+"/harness/repository", g.Harness.Repository)
		commit(at+"/harness/commit", g.Harness.Commit, ps)
		ps.Text(at+"/metric", g.Metric, sentence)
		ps.OneOf(at+"/comparator", g.Comparator, "<", "<=", ">", ">=")
		ps.Decimal(at+"/threshold", g.Threshold, "-1000000000", "1000000000")
		if r := g.Result; r != nil {
			ps.Decimal(at+"/result/value", r.Value, "-1000000000", "1000000000")
			ps.Needs(at+"/result/runSha256", r.RunSHA256)
			if r.Measured == 0 {
				ps.Add(at+"/result/measured", "required", "the time of the measurement is missing", `write it as in "2026-11-22T13:00:00Z"`)
			}
		}
	})
}

func (s *Spec) checkTraining(ps *document.Problems) {
	t := s.Training
	ps.Needs("/training/mixture", t.Mixture)
	ps.Text("/training/method", t.Method, paragraph)
	each("/training/design", t.Design, ps, func(at, text string) { ps.Text(at, text, paragraph) })
	ps.Date("/training/cutOff", t.CutOff)
	ps.OptionalDate("/training/started", t.Started)
	ps.OptionalDate("/training/finished", t.Finished)
	if t.Started != "" && t.Finished != "" && t.Finished < t.Started {
		ps.Add("/training/finished", "order", "training finished before it started", "correct one of the two days")
	}
	if !isFLOP(t.Compute.FLOP) {
		ps.Add("/training/compute/flop", "flop", fmt.Sprintf("%q is not a number of operations", t.Compute.FLOP), `write it as in "3.14e23": one to three digits and a power of ten`)
	}
	ps.Text("/training/compute/accelerator", t.Compute.Accelerator, sentence)
	ps.Between("/training/compute/acceleratorHours", t.Compute.AcceleratorHours, 0, 1<<40)
	ps.Decimal("/training/energyKWh", t.EnergyKWh, "0", "1000000000000")
	ps.OneOf("/training/energyBasis", t.EnergyBasis, "estimated", "measured", "not-known")
}

// isFLOP accepts "1e15", "3.1e23", "3.14e23": a mantissa from 1 to 9.99 without trailing zeros, and an exponent from
// 0 to 40.
func isFLOP(s string) bool {
	mantissa, exponent, ok := strings.Cut(s, "e")
	m, err := document.ParseDecimal(mantissa)
	if !ok || err != nil || len(mantissa) > len("3.14") || m.Compare("1") < 0 || m.Compare("10") >= 0 {
		return false
	}
	e, err := document.ParseDecimal(exponent)
	return err == nil && e.IsInteger() && e.Compare("0") >= 0 && e.Compare("40") <= 0
}

func (s *Spec) checkRollout(ps *document.Problems) {
	each("/rollout/stages", s.Rollout.Stages, ps, func(at string, stage Stage) {
		ps.Between(at+"/percent", stage.Percent, 1, 100)
		ps.Between(at+"/after", stage.After, 0, 365*24*3600)
	})
	for _, a := range slices.Sorted(maps.Keys(s.Rollout.Stages)) {
		for _, b := range slices.Sorted(maps.Keys(s.Rollout.Stages)) {
			x, y := s.Rollout.Stages[a], s.Rollout.Stages[b]
			if x.After < y.After && x.Percent > y.Percent || x.After == y.After && a < b {
				ps.Add(document.Pointer("/rollout/stages", b), "order", fmt.Sprintf("the stages %q and %q contradict each other", a, b), "let later stages reach at least as many nodes, at different times")
			}
		}
	}
	ps.Between("/rollout/rollback/keep", s.Rollout.Rollback.Keep, 1, 100)
	ps.Text("/rollout/rollback/policy", s.Rollout.Rollback.Policy, paragraph)
}
