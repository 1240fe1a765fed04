package demo

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/document/documenttest"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/render"
)

func load(t *testing.T) Content {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestContentIsValid reads every document as governance would, and follows every proposal.
func TestContentIsValid(t *testing.T) {
	c := load(t)
	kinds := document.NewKinds(modelspec.Kind(), datasets.DatasetKind(), datasets.MixtureKind())
	current := map[string][]byte{}
	for _, h := range c.Heads {
		if _, canonical, _, err := kinds.Check(h.Document); err != nil || !bytes.Equal(canonical, h.Document) {
			t.Errorf("%s: %v", h.Name, err)
		}
		current[h.Name] = h.Document
		schemas(t, kinds, h.Name, h.Document)
	}
	want := map[string]document.Bump{
		"sources-and-temperature spec/chat": document.Minor, "mixture-without-books1 mixture/pretraining": document.Minor, "stricter-dosage-filter spec/chat": document.Minor,
		"webtext2-rights dataset/webtext2": document.Minor, "dated-knowledge mixture/pretraining": document.Minor, "dated-knowledge spec/chat": document.Minor,
	}
	var stages []string
	for _, p := range c.Proposals {
		for _, change := range p.Changes {
			kind, _, _, err := kinds.Check(change.Document)
			if err != nil {
				t.Errorf("%s: %v", p.ID, err)
				continue
			}
			schemas(t, kinds, p.ID, change.Document)
			before, exists := current[change.Head]
			if !exists {
				if !change.Base.IsZero() {
					t.Errorf("%s: the new head %s has a base", p.ID, change.Head)
				}
				continue
			}
			if change.Base != document.Sum(before) {
				t.Errorf("%s builds on another version than the current one", p.ID)
			}
			bump, why, err := kind.Successor(before, change.Document)
			if err != nil || bump != want[p.ID+" "+change.Head] {
				t.Errorf("%s: a %v change of %s, %s, %v", p.ID, bump, change.Head, why, err)
			}
		}
		if p.Stage == Final {
			for _, change := range p.Changes {
				current[change.Head] = change.Document
			}
		}
		stages = append(stages, p.Stage)
		if len(p.Title) == 0 || len(p.Title) > 120 || len(p.Summary) < 300 {
			t.Errorf("%s: a title of %d bytes and a summary of %d", p.ID, len(p.Title), len(p.Summary))
		}
		seen := map[string]bool{}
		for _, v := range p.Votes {
			if !slices.ContainsFunc(c.Experts, func(e Expert) bool { return e.ID == v.Expert }) || seen[v.Expert] || !slices.Contains([]string{"for", "against", "abstain"}, v.Choice) {
				t.Errorf("%s: the vote %+v", p.ID, v)
			}
			seen[v.Expert] = true
		}
	}
	if !slices.Equal(stages, []string{Final, Closing, Open, Open, Review}) {
		t.Errorf("the proposals are %v", stages)
	}
}

// schemas checks a document against the JSON Schema of its kind, as somebody without this program would.
func schemas(t *testing.T, kinds document.Kinds, name string, raw []byte) {
	t.Helper()
	schema, err := document.SchemaOf(raw)
	if err != nil {
		t.Fatal(err)
	}
	if err := documenttest.Compile(t, kinds[schema]).Check(t, raw); err != nil {
		t.Errorf("%s: the schema says %v", name, err)
	}
}

func TestExperts(t *testing.T) {
	c := load(t)
	if len(c.Experts) != 12 {
		t.Errorf("there are %d experts", len(c.Experts))
	}
	levels := map[string]uint8{}
	for _, d := range c.Domains {
		levels[d.Domain] = d.Levels
	}
	holders := map[string]int{}
	for _, e := range c.Experts {
		if !document.IsID(e.ID) || e.Name == "" || e.About == "" || len(e.Badges) == 0 {
			t.Errorf("an expert lacks something: %+v", e)
		}
		for _, b := range e.Badges {
			holders[b.Domain]++
			if b.Level < 1 || b.Level > levels[b.Domain] || b.AgeDays == 0 {
				t.Errorf("%s holds %+v", e.ID, b)
			}
		}
	}
	for _, d := range c.Domains {
		if holders[d.Domain] < 3 {
			t.Errorf("only %d experts hold %s", holders[d.Domain], d.Domain)
		}
	}
}

// TestModel reads the safetensors file as its format says, and pins its bytes.
func TestModel(t *testing.T) {
	c := load(t)
	var weights []byte
	for _, f := range c.Model {
		if f.Name == "model.safetensors" {
			weights = f.Data
		}
	}
	n := binary.LittleEndian.Uint64(weights)
	var header map[string]json.RawMessage
	if err := json.Unmarshal(weights[8:8+n], &header); err != nil {
		t.Fatal(err)
	}
	count, end := 0, 0
	for name, raw := range header {
		if name == "__metadata__" {
			continue
		}
		var e struct {
			Shape   []int  `json:"shape"`
			Offsets [2]int `json:"data_offsets"`
		}
		if err := json.Unmarshal(raw, &e); err != nil {
			t.Fatal(err)
		}
		size := 1
		for _, d := range e.Shape {
			size *= d
		}
		if e.Offsets[1]-e.Offsets[0] != 2*size {
			t.Errorf("%s has the shape %v and %d bytes", name, e.Shape, e.Offsets[1]-e.Offsets[0])
		}
		count += size
		end = max(end, e.Offsets[1])
	}
	if count != parameters || 8+int(n)+end != len(weights) {
		t.Errorf("%d parameters and %d bytes, want %d and %d", count, len(weights), parameters, 8+int(n)+end)
	}
	const want = "d6a18bc5eed33c1eda6ed9fb17831344f7574f7b58592dbd05ec83f925558a27"
	if got := document.Sum(weights).String(); got != want {
		t.Errorf("the weights have the digest %s, want %s: a change of their bytes changes every spec", got, want)
	}
	if again, err := Model(); err != nil || !slices.EqualFunc(again, c.Model, func(a, b ModelFile) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
		t.Errorf("the model is another one the second time: %v", err)
	}
	if !slices.IsSortedFunc(c.Model, func(a, b ModelFile) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the files are not sorted")
	}
}

// TestSpecsCanBeRendered renders every version of the spec for its runtime, and finds its prompt among the texts.
func TestSpecsCanBeRendered(t *testing.T) {
	c := load(t)
	docs := [][]byte{c.Heads[len(c.Heads)-1].Document}
	for _, p := range c.Proposals {
		for _, change := range p.Changes {
			if change.Head == "spec/chat" {
				docs = append(docs, change.Document)
			}
		}
	}
	for _, doc := range docs {
		s, err := modelspec.Parse(doc)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := render.VLLM(s, render.Options{ModelPath: "/models/chat"}); err != nil {
			t.Errorf("%s: %v", s.Version, err)
		}
		prompt, found := c.Texts[s.Behaviour.SystemPrompt.SHA256]
		if !found || int64(len(prompt)) != s.Behaviour.SystemPrompt.Size {
			t.Errorf("%s: the system prompt is not among the texts", s.Version)
		}
		for id, gate := range s.Evaluations {
			if gate.Result == nil || !gate.Passes(gate.Result.Value) {
				t.Errorf("%s: the evaluation %s states no result that passes", s.Version, id)
			}
		}
	}
}

// TestMixtureFigures checks what the texts of the mixture proposal say against what is derived.
func TestMixtureFigures(t *testing.T) {
	c := load(t)
	manifests := map[document.Digest]datasets.Manifest{}
	var first datasets.Mixture
	for _, h := range c.Heads {
		if strings.HasPrefix(h.Name, "dataset/") {
			m, err := datasets.ParseManifest(h.Document)
			if err != nil {
				t.Fatal(err)
			}
			manifests[document.Sum(h.Document)] = m
		}
		if h.Name == "mixture/pretraining" {
			var err error
			if first, err = datasets.ParseMixture(h.Document); err != nil {
				t.Fatal(err)
			}
		}
	}
	second, err := datasets.ParseMixture(c.Proposals[1].Changes[0].Document)
	if err != nil {
		t.Fatal(err)
	}
	epochs := func(m datasets.Mixture) map[string]string {
		if err := datasets.CheckManifests(m, manifests); err != nil {
			t.Error(err)
		}
		d := datasets.Derive(m, manifests)
		if len(d.Missing) > 0 || len(d.Exceeded) > 0 {
			t.Errorf("missing %v, exceeded %v", d.Missing, d.Exceeded)
		}
		out := map[string]string{}
		for _, s := range d.Sources {
			out[s.ID] = s.Epochs
		}
		return out
	}
	for id, want := range map[string]string{"common-crawl-filtered": "0.435", "webtext2": "3.439", "books1": "1.980", "books2": "0.432", "wikipedia": "2.970"} {
		if got := epochs(first)[id]; got != want {
			t.Errorf("1.0.0: %s is read %s times, want %s", id, got, want)
		}
	}
	for id, want := range map[string]string{"common-crawl-filtered": "0.439", "webtext2": "3.474", "books2": "0.709", "wikipedia": "5.000"} {
		if got := epochs(second)[id]; got != want {
			t.Errorf("1.1.0: %s is read %s times, want %s", id, got, want)
		}
	}
}
