// Package demo holds the content of `peritus demo`: documents, texts, proposals and invented experts, as JSON and
// Markdown files, and the toy model that they govern. Facts about data sets are from published sources that the
// manifests name; the people are invented.
//
// The files hold what people wrote. What follows from bytes is filled in when they are loaded: a string that begins
// with "@" stands for the digest of a text ("@text:NAME"), its size ("@size:NAME"), the digest of a file of the model
// ("@model:NAME") or of another document ("@digest:PATH"), for the weights ("@weights") or for the number of
// parameters ("@parameters").
package demo

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
)

//go:embed documents model proposals texts experts.json
var files embed.FS

// Content is everything that a demo DAO is seeded with.
type Content struct {
	Domains   []Domain
	Experts   []Expert
	Model     []ModelFile                // the files that a node runs
	Texts     map[document.Digest][]byte // every text that a document names: prompts, terms, filters, evaluation data
	Heads     []Head                     // the first versions, each after those that it names
	Proposals []Proposal                 // in the order in which they are made
}

// Domain is a field of expertise, and the type of badge for it.
type Domain struct {
	Domain string `json:"domain"` // "data/licensing"
	Name   string `json:"name"`   // "Data licensing and provenance"
	Levels uint8  `json:"levels"`
}

// Expert is an invented member.
type Expert struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	About  string  `json:"about"`
	Badges []Badge `json:"badges"`
}

// Badge is a badge of an expert.
type Badge struct {
	Domain  string `json:"domain"`
	Level   uint8  `json:"level"`
	AgeDays uint64 `json:"ageDays"` // how long ago it was issued
}

// Head is the first version of a document.
type Head struct {
	Name     string // "spec/chat"
	Document []byte // canonical
}

// The stages in which the demo shows a proposal.
const (
	Review  = "review"  // people may look at it, and evaluators measure it
	Open    = "open"    // people may vote
	Closing = "closing" // voting has ended, the count may still be challenged
	Final   = "final"   // decided, anchored and released
)

// Proposal is a change of one or more documents, which results experts sign for it, and how they vote on it.
type Proposal struct {
	ID          string
	Stage       string // Review, Open, Closing or Final
	Proposer    string // id of an expert
	Title       string
	Summary     string // Markdown
	Changes     []Change
	Evaluations []Evaluation
	Acts        []Act // once it is submitted, in this order
	Votes       []Vote
}

// Act is what an expert does about a proposal before its vote. An act on an objection is on the one before it.
type Act struct {
	Expert string `json:"expert"`
	Act    string `json:"act"` // "sponsor", "object: licence", "answer"
	Text   string `json:"text,omitempty"`
}

// Change is the new version of one document.
type Change struct {
	Head     string
	Base     document.Digest // zero for a new head
	Document []byte          // canonical
}

// Evaluation is a result that an expert signs for one gate of the spec that a proposal brings.
type Evaluation struct {
	Expert string           `json:"expert"`
	Gate   string           `json:"gate"`
	Run    document.Digest  `json:"run"` // of a text
	Result document.Decimal `json:"result"`
}

// Vote is the ballot of an expert.
type Vote struct {
	Expert string `json:"expert"`
	Choice string `json:"choice"`
	Reason string `json:"reason,omitempty"`
}

// headOrder lists the first versions so that each comes after those that it names.
var headOrder = []struct{ name, file string }{
	{"dataset/books1", "documents/dataset-books1-1.0.0.json"},
	{"dataset/books2", "documents/dataset-books2-1.0.0.json"},
	{"dataset/common-crawl-filtered", "documents/dataset-common-crawl-filtered-1.0.0.json"},
	{"dataset/webtext2", "documents/dataset-webtext2-1.0.0.json"},
	{"dataset/wikipedia", "documents/dataset-wikipedia-1.0.0.json"},
	{"mixture/pretraining", "documents/mixture-pretraining-1.0.0.json"},
	{"spec/chat", "documents/spec-chat-1.0.0.json"},
}

// Load reads the content. An error means that the files of this folder contradict each other, which a test rules out.
func Load() (Content, error) {
	var c Content
	var people struct {
		Domains []Domain `json:"domains"`
		Experts []Expert `json:"experts"`
	}
	raw, err := files.ReadFile("experts.json")
	if err != nil {
		return Content{}, err
	}
	if err := document.Unmarshal(raw, &people); err != nil {
		return Content{}, fmt.Errorf("experts.json: %w", err)
	}
	c.Domains, c.Experts = people.Domains, people.Experts
	if c.Model, err = Model(); err != nil {
		return Content{}, err
	}
	l := loader{texts: map[string][]byte{}, documents: map[string]document.Digest{}, model: c.Model}
	if err := l.readTexts(); err != nil {
		return Content{}, err
	}
	c.Texts = make(map[document.Digest][]byte, len(l.texts))
	for _, name := range slices.Sorted(maps.Keys(l.texts)) {
		c.Texts[document.Sum(l.texts[name])] = l.texts[name]
	}
	current := map[string][]byte{} // by head: the version that the next proposal builds on
	for _, h := range headOrder {
		doc, err := l.document(h.file)
		if err != nil {
			return Content{}, fmt.Errorf("%s: %w", h.file, err)
		}
		l.documents[h.file] = document.Sum(doc)
		current[h.name] = doc
		c.Heads = append(c.Heads, Head{h.name, doc})
	}
	names, err := fs.Glob(files, "proposals/*.json")
	if err != nil {
		return Content{}, err
	}
	for _, name := range names {
		p, err := l.proposal(name, current)
		if err != nil {
			return Content{}, fmt.Errorf("%s: %w", name, err)
		}
		if p.Stage == Final {
			for _, change := range p.Changes {
				current[change.Head] = change.Document
			}
		}
		c.Proposals = append(c.Proposals, p)
	}
	return c, nil
}

// loader fills in what follows from bytes.
type loader struct {
	texts     map[string][]byte
	documents map[string]document.Digest // by file
	model     []ModelFile
}

func (l *loader) readTexts() error {
	entries, err := files.ReadDir("texts")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if l.texts[e.Name()], err = files.ReadFile(path.Join("texts", e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// document reads a file, fills it in and returns it canonically.
func (l *loader) document(file string) ([]byte, error) {
	raw, err := files.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var v any
	if err := document.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	if v, err = l.fill(v); err != nil {
		return nil, err
	}
	return document.Marshal(v)
}

// fill replaces every string that begins with "@".
func (l *loader) fill(v any) (any, error) {
	var err error
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if v[key], err = l.fill(v[key]); err != nil {
				return nil, err
			}
		}
	case []any:
		for i := range v {
			if v[i], err = l.fill(v[i]); err != nil {
				return nil, err
			}
		}
	case string:
		if strings.HasPrefix(v, "@") {
			return l.value(v)
		}
	}
	return v, nil
}

func (l *loader) value(reference string) (any, error) {
	kind, name, _ := strings.Cut(reference, ":")
	text, isText := l.texts[name]
	switch {
	case kind == "@text" && isText:
		return document.Sum(text).String(), nil
	case kind == "@size" && isText:
		return int64(len(text)), nil
	case kind == "@digest":
		if digest, ok := l.documents[name]; ok {
			return digest.String(), nil
		}
	case kind == "@model":
		for _, f := range l.model {
			if f.Name == name {
				return document.Sum(f.Data).String(), nil
			}
		}
	case kind == "@weights":
		w, err := weights(l.model)
		if err != nil {
			return nil, err
		}
		return w, nil
	case kind == "@parameters":
		return parameters, nil
	}
	return nil, fmt.Errorf("%q stands for nothing", reference)
}

// proposal reads a proposal and builds its documents: a file of its own, or the version that it changes, with its patch
// laid over it.
func (l *loader) proposal(file string, current map[string][]byte) (Proposal, error) {
	type change struct {
		Head    string          `json:"head"`
		File    string          `json:"file,omitempty"` // of a document for a new head; or
		Version string          `json:"version,omitempty"`
		Patch   json.RawMessage `json:"patch,omitempty"`
	}
	type evaluation struct {
		Expert string           `json:"expert"`
		Gate   string           `json:"gate"`
		Run    string           `json:"run"`
		Result document.Decimal `json:"result"`
	}
	var in struct {
		ID          string       `json:"id"`
		Stage       string       `json:"stage"`
		Proposer    string       `json:"proposer"`
		Title       string       `json:"title"`
		Summary     string       `json:"summary"`
		Changes     []change     `json:"changes"`
		Evaluations []evaluation `json:"evaluations,omitempty"`
		Acts        []Act        `json:"acts,omitempty"`
		Votes       []Vote       `json:"votes"`
	}
	raw, err := files.ReadFile(file)
	if err != nil {
		return Proposal{}, err
	}
	if err := document.Unmarshal(raw, &in); err != nil {
		return Proposal{}, err
	}
	summary, known := l.texts[strings.TrimPrefix(in.Summary, "@text:")]
	if !known {
		return Proposal{}, fmt.Errorf("there is no text %q", in.Summary)
	}
	p := Proposal{ID: in.ID, Stage: in.Stage, Proposer: in.Proposer, Title: in.Title, Summary: string(summary), Acts: in.Acts, Votes: in.Votes}
	for _, c := range in.Changes {
		out := Change{Head: c.Head}
		if c.File != "" {
			if out.Document, err = l.document(c.File); err != nil {
				return Proposal{}, fmt.Errorf("%s: %w", c.File, err)
			}
			l.documents[c.File] = document.Sum(out.Document)
		} else if out.Document, out.Base, err = l.patched(current[c.Head], c.Version, c.Patch); err != nil {
			return Proposal{}, fmt.Errorf("%s: %w", c.Head, err)
		}
		p.Changes = append(p.Changes, out)
	}
	for _, e := range in.Evaluations {
		run, known := l.texts[strings.TrimPrefix(e.Run, "@text:")]
		if !known {
			return Proposal{}, fmt.Errorf("there is no text %q", e.Run)
		}
		p.Evaluations = append(p.Evaluations, Evaluation{e.Expert, e.Gate, document.Sum(run), e.Result})
	}
	return p, nil
}

// patched returns the next version of a document.
func (l *loader) patched(base []byte, version string, change json.RawMessage) ([]byte, document.Digest, error) {
	if base == nil {
		return nil, document.Digest{}, errors.New("there is no such head; name the file of its first version")
	}
	var before, patch any
	if err := document.Unmarshal(base, &before); err != nil {
		return nil, document.Digest{}, err
	}
	err := document.Unmarshal(change, &patch)
	if err != nil {
		return nil, document.Digest{}, err
	}
	if patch, err = l.fill(patch); err != nil {
		return nil, document.Digest{}, err
	}
	after := merge(before, patch).(map[string]any)
	after["version"] = version
	after["parent"] = document.Sum(base).String()
	doc, err := document.Marshal(after)
	return doc, document.Sum(base), err
}

// merge lays a patch over a value as RFC 7396 says: objects are merged member by member, null removes, anything else
// replaces. It is used for these files alone; proposals of people carry whole documents.
func merge(target, patch any) any {
	p, ok := patch.(map[string]any)
	if !ok {
		return patch
	}
	out := map[string]any{}
	if t, ok := target.(map[string]any); ok {
		out = maps.Clone(t)
	}
	for _, key := range slices.Sorted(maps.Keys(p)) {
		if p[key] == nil {
			delete(out, key)
		} else {
			out[key] = merge(out[key], p[key])
		}
	}
	return out
}
