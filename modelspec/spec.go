// Package modelspec fixes what a model is: the document "peritus/model-spec/v1", what makes one valid, how far its
// version must move for a change, and what a voter must not overlook in one.
//
// A spec says everything that decides how a model behaves, and leaves nothing to a runtime's defaults: the weights by
// digest, every sampling field with the bounds inside which a caller may move it, the policy clauses, the safety
// filters and the evaluations that must be met. What is voted on one by one is a map keyed by id, never an array, so
// that a difference names what changed. README.md beside this file maps the fields to the G7 "SBOM for AI" elements
// and to Annexes XI and XII of the EU's AI Act.
//
// The package is pure: its results depend on its arguments alone.
package modelspec

import (
	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// Schema is what the schema field of a model spec says.
const Schema = "peritus/model-spec/v1"

// Spec is one version of a model.
type Spec struct {
	Schema  string          `json:"schema"`
	ID      string          `json:"id"` // the same in every version: "chat"
	Name    string          `json:"name"`
	Version string          `json:"version"`         // strict SemVer
	Parent  document.Digest `json:"parent,omitzero"` // the version that this one replaces; missing in the first
	Summary string          `json:"summary"`         // what it is and for whom, in a paragraph that needs no expert

	Producer      Producer        `json:"producer"`
	Licence       licence.Licence `json:"licence"`
	AcceptableUse Reference       `json:"acceptableUse"`

	Tasks          map[string]string `json:"tasks"`                    // by id: what it is meant to do
	Modalities     Modalities        `json:"modalities"`               //
	Languages      map[string]string `json:"languages"`                // by BCP 47 tag: "full", "partial" or "untested"
	Integration    string            `json:"integration"`              // the kinds of systems that it may be built into
	ProhibitedUses map[string]string `json:"prohibitedUses,omitempty"` // by id: what it must not be used for
	Limitations    map[string]string `json:"limitations,omitempty"`    // by id: what it is known to do badly

	Lineage      map[string]Ancestor `json:"lineage,omitempty"` // by id; none means trained from nothing
	Weights      Weights             `json:"weights"`
	Architecture Architecture        `json:"architecture"`
	RemoteCode   RemoteCode          `json:"remoteCode"`
	Tokenizer    Tokenizer           `json:"tokenizer"`

	Runtime     Runtime           `json:"runtime"`
	Inference   Inference         `json:"inference"`
	Behaviour   Behaviour         `json:"behaviour"`
	Safety      Safety            `json:"safety"`
	Evaluations map[string]Gate   `json:"evaluations"` // by id: what must be met before the vote may open
	Training    Training          `json:"training"`
	Rollout     Rollout           `json:"rollout"`
	Links       map[string]string `json:"links,omitempty"` // by id: papers, model cards, documentation
}

// Producer is who answers for the model.
type Producer struct {
	Name    string `json:"name"`
	URL     string `json:"url,omitempty"`
	Contact string `json:"contact"` // where faults and incidents are reported
}

// Reference names a text by its digest, and where it can be read.
type Reference struct {
	SHA256 document.Digest `json:"sha256"`
	URL    string          `json:"url,omitempty"`
}

// Modalities are what goes in and what comes out, each a sorted list of "text", "image", "audio", "video" and
// "embedding".
type Modalities struct {
	Input  []string `json:"input"`
	Output []string `json:"output"`
}

// Ancestor is a model that this one was made from.
type Ancestor struct {
	Relation string          `json:"relation"` // how: "fine-tuned", "adapter", "merged", "distilled", "quantized", "pruned"
	Name     string          `json:"name"`
	Version  string          `json:"version,omitempty"`
	Root     document.Digest `json:"omsRoot,omitzero"` // of its weights
	Licence  string          `json:"licence"`          // SPDX
	URL      string          `json:"url,omitempty"`
}

// Architecture is the shape of the network.
type Architecture struct {
	Family           string `json:"family"` // "decoder-only transformer"
	Class            string `json:"class"`  // as runtimes name it: "LlamaForCausalLM"
	Parameters       int64  `json:"parameters"`
	ActiveParameters int64  `json:"activeParameters"` // per token; the same as Parameters unless experts are mixed
	ContextLength    int64  `json:"contextLength"`    // tokens
	Precision        string `json:"precision"`        // "bfloat16"
	Quantization     string `json:"quantization"`     // "none", "awq", "gptq", "fp8", "gguf-q4-k-m" …
}

// RemoteCode says whether code from the model's repository may run. "forbidden" is the rule; "pinned" names exactly one
// commit and the digest of its files.
type RemoteCode struct {
	Policy     string          `json:"policy"`
	Repository string          `json:"repository,omitempty"`
	Commit     string          `json:"commit,omitempty"`
	SHA256     document.Digest `json:"sha256,omitzero"`
}

// Tokenizer turns text into tokens, and a conversation into text.
type Tokenizer struct {
	Name           string          `json:"name"`
	VocabularySize int64           `json:"vocabularySize"`
	SHA256         document.Digest `json:"sha256"`       // of the tokenizer's file
	ChatTemplate   document.Digest `json:"chatTemplate"` // of the template's text
}

// Runtime is the software that runs the model.
type Runtime struct {
	Engine    string            `json:"engine"` // "vllm", "llama.cpp" or "ollama"
	Version   string            `json:"version"`
	Image     Image             `json:"image,omitzero"`
	Arguments map[string]string `json:"arguments,omitempty"` // further options of the engine by name, without dashes
	Hardware  Hardware          `json:"hardware"`
	// Determinism says how far the same request gives the same answer: "bitwise", "same-batch" or "none".
	Determinism string `json:"determinism"`
}

// Image is a container image.
type Image struct {
	Name   string          `json:"name"`
	SHA256 document.Digest `json:"sha256"`
}

// Hardware is what the model needs at the least.
type Hardware struct {
	Accelerator string `json:"accelerator"` // "none", "cuda", "rocm", "metal", "tpu"
	Count       int64  `json:"count"`       // how many, working as one
	MemoryBytes int64  `json:"memoryBytes"` // of each, or of the machine where there is none
}

// Inference fixes how tokens are chosen.
type Inference struct {
	Sampling Sampling `json:"sampling"`
	Stop     []string `json:"stop"` // sorted; texts that end an answer
}

// Sampling holds every sampling field that a caller or a runtime could otherwise choose. Samplers that are not here
// (mirostat, XTC, DRY, dynamic temperature, top-n-sigma) are off, and renderers say so to runtimes that have them.
type Sampling struct {
	Temperature       Setting `json:"temperature"`       // 0 always takes the likeliest token
	TopK              Setting `json:"topK"`              // 0 is off
	TopP              Setting `json:"topP"`              // 1 is off
	MinP              Setting `json:"minP"`              // 0 is off
	TypicalP          Setting `json:"typicalP"`          // 1 is off
	RepetitionPenalty Setting `json:"repetitionPenalty"` // 1 is off
	RepetitionWindow  Setting `json:"repetitionWindow"`  // tokens looked back on; 0 is all of them
	PresencePenalty   Setting `json:"presencePenalty"`   // 0 is off
	FrequencyPenalty  Setting `json:"frequencyPenalty"`  // 0 is off
	MinNewTokens      Setting `json:"minNewTokens"`
	MaxNewTokens      Setting `json:"maxNewTokens"`
	Seed              Setting `json:"seed"` // -1 is another one for each request
}

// Setting is the value of a field and the bounds, inclusive, inside which a caller may choose another. Equal bounds
// fix it.
type Setting struct {
	Value   document.Decimal `json:"value"`
	Minimum document.Decimal `json:"minimum"`
	Maximum document.Decimal `json:"maximum"`
}

// Behaviour is what the model is asked to be.
type Behaviour struct {
	SystemPrompt Prompt            `json:"systemPrompt"`
	Clauses      map[string]Clause `json:"clauses"`         // by id
	Tools        map[string]Tool   `json:"tools,omitempty"` // by name; tools that are not named are denied
}

// Prompt names a text by its digest. The text is a blob beside the document, so that a page can show it and a long
// prompt does not hide the rest of the spec.
type Prompt struct {
	SHA256 document.Digest `json:"sha256"`
	Size   int64           `json:"size"` // bytes
}

// Clause is one rule of conduct.
type Clause struct {
	Text        string   `json:"text"`
	Domain      string   `json:"domain"`                // the field of expertise that it belongs to
	Evaluations []string `json:"evaluations,omitempty"` // sorted ids of the gates that measure it
}

// Tool is a tool that the model may or may not call.
type Tool struct {
	Policy string `json:"policy"` // "allowed", "confirm" (each call is shown to the user first) or "denied"
	Reason string `json:"reason"`
}

// Safety is what stands between the model and its user.
type Safety struct {
	Filters map[string]Filter `json:"filters"` // by id
}

// Filter is a classifier on what goes in or comes out.
type Filter struct {
	Stage      string           `json:"stage"`      // "input", "output" or "both"
	Classifier string           `json:"classifier"` // its name
	SHA256     document.Digest  `json:"sha256"`     // of its weights or rules
	Threshold  document.Decimal `json:"threshold"`  // the score, 0 to 1, from which on it acts: lower is stricter
	Action     string           `json:"action"`     // "block", "redact", "warn" or "log"
	FailClosed bool             `json:"failClosed"` // whether nothing passes while the filter is broken
}

// Gate is an evaluation that must be met before a vote on the spec may open. Who signed for its result stands in the
// record, since a document cannot hold signatures over itself.
type Gate struct {
	Suite      string           `json:"suite"`
	Domain     string           `json:"domain"`
	DataSHA256 document.Digest  `json:"dataSha256"` // of the evaluation data
	Harness    Harness          `json:"harness"`
	Metric     string           `json:"metric"`
	Comparator string           `json:"comparator"` // the result must be ">=", ">", "<=" or "<" the threshold
	Threshold  document.Decimal `json:"threshold"`
	Result     *Result          `json:"result,omitempty"`
}

// Harness is the program that evaluates.
type Harness struct {
	Repository string `json:"repository"`
	Commit     string `json:"commit"` // 40 or 64 hexadecimal digits
}

// Result is what an evaluation found, as the proposer says it.
type Result struct {
	Value     document.Decimal `json:"value"`
	RunSHA256 document.Digest  `json:"runSha256"` // of the log of the run
	Measured  document.Time    `json:"measured"`
}

// Training is how the weights came to be.
type Training struct {
	Mixture     document.Digest   `json:"mixture"` // of the peritus/mixture/v1 document
	Method      string            `json:"method"`
	Design      map[string]string `json:"design,omitempty"` // by id: key choices, their reasons, what is optimised for
	CutOff      string            `json:"cutOff"`           // the day after which the data holds nothing
	Started     string            `json:"started,omitempty"`
	Finished    string            `json:"finished,omitempty"`
	Compute     Compute           `json:"compute"`
	EnergyKWh   document.Decimal  `json:"energyKWh"`
	EnergyBasis string            `json:"energyBasis"` // "measured", "estimated" or "not-known"
}

// Compute is what training took.
type Compute struct {
	// FLOP is the number of floating-point operations as "3.14e23": a mantissa with at most three digits and a power
	// of ten.
	FLOP             string `json:"flop"`
	Accelerator      string `json:"accelerator"`
	AcceleratorHours int64  `json:"acceleratorHours"`
}

// Rollout is how nodes take a version up, and when they let go of it.
type Rollout struct {
	Stages   map[string]Stage `json:"stages"` // by id; none means all at once
	Rollback Rollback         `json:"rollback"`
}

// Stage is one step of a rollout.
type Stage struct {
	Percent int64 `json:"percent"` // of the nodes that run the version from here on
	After   int64 `json:"after"`   // seconds since activation
}

// Rollback says when nodes go back to the version before.
type Rollback struct {
	Keep      int64  `json:"keep"`      // how many former versions stay on disk
	Automatic bool   `json:"automatic"` // whether a node goes back by itself if its health check fails after the switch
	Policy    string `json:"policy"`    // in words
}
