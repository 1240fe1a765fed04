package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/web"
)

// shelf finds the documents of the record by their digests, and remembers what it read for one answer.
type shelf struct {
	desk    *Desk
	heads   map[document.Digest]string // every version that a head had, by digest; empty for one that a proposal brought and nobody decided
	current []replay.Head
	gone    map[document.Digest]bool   // versions of documents that are withdrawn
	read    map[document.Digest][]byte // nil: the record does not hold it
}

func (d *Desk) shelf() (*shelf, error) {
	s := &shelf{desk: d, heads: map[document.Digest]string{}, gone: map[document.Digest]bool{}, read: map[document.Digest][]byte{}}
	err := d.view(func(state *replay.State) error {
		genesis, _ := state.Genesis()
		for head, digest := range genesis.Heads {
			s.heads[digest] = head
		}
		for _, p := range state.Proposals() {
			for _, lane := range p.Lanes {
				if head, known := s.heads[lane.Document]; p.Status == proposal.Final {
					s.heads[lane.Document] = lane.Head
				} else if !known {
					s.heads[lane.Document] = head
				}
			}
		}
		s.current = state.Heads()
		for _, h := range s.current {
			s.heads[h.Digest] = h.Name
		}
		for digest := range s.heads {
			_, s.gone[digest] = state.Withdrawn(digest)
		}
		return nil
	})
	return s, err
}

// bytes returns a document of the record, or nil if there is none with this digest.
func (s *shelf) bytes(ctx context.Context, digest document.Digest) ([]byte, error) {
	if _, known := s.heads[digest]; !known {
		return nil, nil // other content of the record, such as a text, is no document whatever it looks like
	}
	if raw, done := s.read[digest]; done {
		return raw, nil
	}
	raw, err := s.desk.store().Blob(ctx, digest)
	if errors.Is(err, replay.ErrNoBlob) {
		raw, err = nil, nil
	}
	if err == nil {
		s.read[digest] = raw
	}
	return raw, err
}

// ref names a version of a document. It is empty but for its digest where the record holds none.
func (s *shelf) ref(ctx context.Context, digest document.Digest) (web.DocumentRef, error) {
	raw, err := s.bytes(ctx, digest)
	if raw == nil || err != nil {
		return web.DocumentRef{Digest: digest}, err
	}
	head := s.heads[digest]
	n := s.desk.named(head, raw)
	return web.DocumentRef{Digest: digest, Head: head, Kind: n.Schema, Title: n.Name, Version: n.Version, Withdrawn: s.gone[digest]}, nil
}

// withdrawn returns what is withdrawn of a document of a lineage and all that it was made from.
func withdrawn(g web.Lineage) []web.DocumentRef {
	from := slices.IndexFunc(g.Nodes, func(n web.LineageNode) bool { return n.Self })
	if from < 0 {
		return nil
	}
	reached := map[int]bool{from: true}
	for range g.Nodes { // paths are no longer than that
		for _, e := range g.Edges {
			reached[e.From] = reached[e.From] || reached[e.To]
		}
	}
	var out []web.DocumentRef
	for i, n := range g.Nodes {
		if reached[i] && n.Withdrawn {
			out = append(out, n.DocumentRef)
		}
	}
	return out
}

// names finds the documents of the record that a document names by digest, wherever it does.
func (s *shelf) names(ctx context.Context, raw []byte) (web.Names, error) {
	leaves, err := document.Diff(nil, raw)
	if err != nil {
		return nil, err
	}
	out := web.Names{}
	for _, leaf := range leaves {
		if err := s.name(ctx, leaf.After, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// namesIn finds those that changes name.
func (s *shelf) namesIn(ctx context.Context, changes []web.Change) (web.Names, error) {
	out := web.Names{}
	for _, c := range changes {
		for _, value := range []json.RawMessage{c.Before, c.After} {
			if err := s.name(ctx, value, out); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func (s *shelf) name(ctx context.Context, value json.RawMessage, out web.Names) error {
	var digest document.Digest
	if len(value) == 0 || json.Unmarshal(value, &digest) != nil {
		return nil
	}
	if _, known := s.heads[digest]; !known {
		return nil
	}
	ref, err := s.ref(ctx, digest)
	out[digest] = ref
	return err
}

// manifests reads those manifests of a mixture that the record holds.
func (s *shelf) manifests(ctx context.Context, m datasets.Mixture) (map[document.Digest]datasets.Manifest, error) {
	out := map[document.Digest]datasets.Manifest{}
	for _, stage := range m.Stages {
		for _, source := range stage.Sources {
			raw, err := s.bytes(ctx, source.Manifest)
			if err != nil {
				return nil, err
			}
			if manifest, err := datasets.ParseManifest(raw); raw != nil && err == nil {
				out[source.Manifest] = manifest
			}
		}
	}
	return out, nil
}

// mixture tells what follows from a mixture.
func (s *shelf) mixture(ctx context.Context, raw []byte) (*web.MixtureFacts, error) {
	m, err := datasets.ParseMixture(raw)
	if err != nil {
		return nil, err
	}
	manifests, err := s.manifests(ctx, m)
	if err != nil {
		return nil, err
	}
	derived := datasets.Derive(m, manifests)
	out := &web.MixtureFacts{Tokenizer: m.Tokenizer.Name, Budget: m.Budget,
		Licences: parts(derived.Licences), Categories: parts(derived.Categories), Personal: parts(derived.Personal), OptOuts: parts(derived.OptOuts)}
	if out.Contaminated, err = s.contaminated(ctx, m, manifests); err != nil {
		return nil, err
	}
	at := map[string]int{}
	for _, share := range derived.Sources {
		if _, there := at[share.Stage]; !there {
			at[share.Stage] = len(out.Stages)
			out.Stages = append(out.Stages, web.MixtureStage{ID: share.Stage, Tokens: m.Stages[share.Stage].Tokens, Summary: m.Stages[share.Stage].Summary})
		}
		source := m.Stages[share.Stage].Sources[share.ID]
		manifest, known := manifests[source.Manifest]
		row := web.MixtureSource{ID: share.ID, Known: known, Weight: source.Weight, Minimum: source.Minimum, Maximum: source.Maximum, Share: share.Share, Seen: share.Seen,
			Holds: share.Holds, Epochs: share.Epochs, MaxEpochs: string(source.MaxEpochs), Licence: manifest.Licence.Concluded, Category: manifest.Source.Category,
			Exceeded: slices.Contains(derived.Exceeded, share.ID)}
		if row.Manifest, err = s.ref(ctx, source.Manifest); err != nil {
			return nil, err
		}
		stage := &out.Stages[at[share.Stage]]
		stage.Sources = append(stage.Sources, row)
	}
	for _, stage := range out.Stages {
		slices.SortStableFunc(stage.Sources, func(a, b web.MixtureSource) int { return cmp.Compare(b.Weight, a.Weight) })
	}
	return out, nil
}

// contaminated finds evaluation data of the specs in force among the sources of a mixture.
func (s *shelf) contaminated(ctx context.Context, m datasets.Mixture, manifests map[document.Digest]datasets.Manifest) ([]web.Contamination, error) {
	out := []web.Contamination{}
	for _, head := range s.current {
		if head.Schema != modelspec.Schema {
			continue
		}
		raw, err := s.bytes(ctx, head.Digest)
		if err != nil {
			return nil, err
		}
		if raw == nil {
			continue
		}
		spec, err := modelspec.Parse(raw)
		if err != nil {
			return nil, err
		}
		evaluations := map[string]document.Digest{}
		for id, gate := range spec.Evaluations {
			evaluations[id] = gate.DataSHA256
		}
		for _, c := range datasets.Contaminated(m, manifests, evaluations) {
			out = append(out, web.Contamination{Source: c.Source, Spec: head.Name, Evaluation: c.Evaluation, Where: c.Where})
		}
	}
	return out, nil
}

// parts lists the parts of a whole, the largest first.
func parts(shares map[string]int64) []web.Part {
	var out []web.Part
	for _, name := range slices.Sorted(maps.Keys(shares)) {
		out = append(out, web.Part{Name: name, Share: shares[name]})
	}
	slices.SortStableFunc(out, func(a, b web.Part) int { return cmp.Compare(b.Share, a.Share) })
	return out
}

// roles of the nodes of a lineage, by the schema of their documents.
var roles = []struct{ schema, role string }{
	{datasets.DatasetSchema, "dataset"}, {datasets.MixtureSchema, "mixture"}, {modelspec.Schema, "model"},
}

// lineage draws what a document was made from, and what the documents in force make from it.
func (s *shelf) lineage(ctx context.Context, self document.Digest) (web.Lineage, error) {
	g := &graph{shelf: s, at: map[document.Digest]int{}, self: self}
	role := g.role(ctx, self)
	if role == "" {
		return web.Lineage{}, nil
	}
	if _, err := g.up(ctx, self); err != nil {
		return web.Lineage{}, err
	}
	if role == "dataset" {
		if err := g.origins(ctx, self); err != nil {
			return web.Lineage{}, err
		}
	}
	// Downwards: which mixtures in force rest on it, and which models on those. Two rounds reach from a data set to a model.
	for range 2 {
		if err := g.down(ctx); err != nil {
			return web.Lineage{}, err
		}
	}
	return g.Lineage, nil
}

type graph struct {
	web.Lineage
	shelf *shelf
	at    map[document.Digest]int // nodes by their documents
	self  document.Digest
}

func (g *graph) role(ctx context.Context, digest document.Digest) string {
	ref, err := g.shelf.ref(ctx, digest)
	if err != nil {
		return ""
	}
	for _, r := range roles {
		if r.schema == ref.Kind {
			return r.role
		}
	}
	return ""
}

// node adds a document once. One that the record does not hold goes by the name that others gave it.
func (g *graph) node(ctx context.Context, digest document.Digest, role, name string) (int, error) {
	if i, there := g.at[digest]; there {
		return i, nil
	}
	ref, err := g.shelf.ref(ctx, digest)
	if err != nil {
		return 0, err
	}
	if ref.Title == "" {
		ref.Title = name
	}
	n := web.LineageNode{DocumentRef: ref, Role: role, Self: digest == g.self, Licence: g.licence(ctx, digest)}
	g.at[digest] = len(g.Nodes)
	g.Nodes = append(g.Nodes, n)
	return g.at[digest], nil
}

func (g *graph) licence(ctx context.Context, digest document.Digest) string {
	raw, err := g.shelf.bytes(ctx, digest)
	if raw == nil || err != nil {
		return ""
	}
	var named struct {
		Licence struct {
			Concluded string `json:"concluded"`
		} `json:"licence"`
	}
	_ = json.Unmarshal(raw, &named) // a mixture has no licence of its own
	return named.Licence.Concluded
}

// up adds a document and everything that it was made from, and returns its node.
func (g *graph) up(ctx context.Context, digest document.Digest) (int, error) {
	if i, there := g.at[digest]; there {
		return i, nil
	}
	raw, err := g.shelf.bytes(ctx, digest)
	if err != nil {
		return 0, err
	}
	switch role := g.role(ctx, digest); role {
	case "mixture":
		m, err := g.shelf.mixture(ctx, raw)
		if err != nil {
			return 0, err
		}
		shares, names := map[int]int64{}, map[int]bool{}
		var order []int
		for _, stage := range m.Stages {
			for _, source := range stage.Sources {
				from, err := g.node(ctx, source.Manifest.Digest, "dataset", source.ID)
				if err != nil {
					return 0, err
				}
				if !names[from] {
					names[from] = true
					order = append(order, from)
				}
				shares[from] += source.Share
			}
		}
		to, err := g.node(ctx, digest, role, "")
		if err != nil {
			return 0, err
		}
		for _, from := range order {
			g.Edges = append(g.Edges, web.LineageEdge{From: from, To: to, Relation: "source", Share: shares[from]})
		}
		return to, nil
	case "model":
		return g.model(ctx, digest, raw)
	default:
		return g.node(ctx, digest, "dataset", "")
	}
}

func (g *graph) model(ctx context.Context, digest document.Digest, raw []byte) (int, error) {
	spec, err := modelspec.Parse(raw)
	if err != nil {
		return 0, err
	}
	mixture, err := g.shelf.bytes(ctx, spec.Training.Mixture)
	if err != nil {
		return 0, err
	}
	var edges []web.LineageEdge
	if mixture != nil {
		from, err := g.up(ctx, spec.Training.Mixture)
		if err != nil {
			return 0, err
		}
		edges = append(edges, web.LineageEdge{From: from, Relation: "trained"})
	}
	for _, id := range slices.Sorted(maps.Keys(spec.Lineage)) {
		a := spec.Lineage[id]
		edges = append(edges, web.LineageEdge{From: len(g.Nodes), Relation: a.Relation})
		g.Nodes = append(g.Nodes, web.LineageNode{DocumentRef: web.DocumentRef{Title: a.Name, Version: a.Version}, Role: "ancestor", Licence: a.Licence})
	}
	to, err := g.node(ctx, digest, "model", "")
	for _, e := range edges {
		e.To = to
		g.Edges = append(g.Edges, e)
	}
	return to, err
}

// origins adds what a data set says that it was made from.
func (g *graph) origins(ctx context.Context, digest document.Digest) error {
	raw, err := g.shelf.bytes(ctx, digest)
	if err != nil {
		return err
	}
	manifest, err := datasets.ParseManifest(raw)
	if err != nil {
		return err
	}
	to := g.at[digest]
	for _, id := range slices.Sorted(maps.Keys(manifest.Derivation)) {
		o := manifest.Derivation[id]
		g.Edges = append(g.Edges, web.LineageEdge{From: len(g.Nodes), To: to, Relation: o.Relation})
		ref, err := g.shelf.ref(ctx, o.Manifest)
		if err != nil {
			return err
		}
		if ref.Title == "" {
			ref = web.DocumentRef{Title: o.Name}
		}
		g.Nodes = append(g.Nodes, web.LineageNode{DocumentRef: ref, Role: "origin"})
	}
	return nil
}

// down adds the heads in force that rest on a document of the graph. Of what else those rest on it says nothing: that is
// their own lineage.
func (g *graph) down(ctx context.Context) error {
	for _, h := range g.shelf.current {
		if _, there := g.at[h.Digest]; there {
			continue
		}
		raw, err := g.shelf.bytes(ctx, h.Digest)
		if err != nil {
			return err
		}
		switch h.Schema {
		case datasets.MixtureSchema:
			m, err := g.shelf.mixture(ctx, raw)
			if err != nil {
				return err
			}
			shares := map[int]int64{}
			for _, stage := range m.Stages {
				for _, source := range stage.Sources {
					if from, there := g.at[source.Manifest.Digest]; there {
						shares[from] += source.Share
					}
				}
			}
			for _, from := range slices.Sorted(maps.Keys(shares)) {
				to, err := g.node(ctx, h.Digest, "mixture", "")
				if err != nil {
					return err
				}
				g.Edges = append(g.Edges, web.LineageEdge{From: from, To: to, Relation: "source", Share: shares[from]})
			}
		case modelspec.Schema:
			spec, err := modelspec.Parse(raw)
			if err != nil {
				return err
			}
			if from, there := g.at[spec.Training.Mixture]; there {
				to, err := g.node(ctx, h.Digest, "model", "")
				if err != nil {
					return err
				}
				g.Edges = append(g.Edges, web.LineageEdge{From: from, To: to, Relation: "trained"})
			}
		}
	}
	return nil
}

// Compare implements [web.Service].
func (d *Desk) Compare(ctx context.Context, before, after document.Digest) (web.Comparison, error) {
	var out web.Comparison
	s, err := d.shelf()
	if err != nil {
		return out, err
	}
	for _, side := range []struct {
		digest document.Digest
		field  string
		ref    *web.DocumentRef
	}{{before, "before", &out.Before}, {after, "after", &out.After}} {
		if *side.ref, err = s.ref(ctx, side.digest); err != nil {
			return out, err
		}
		if side.ref.Kind == "" {
			return out, refusal.New(refusal.NotFound, "document-version-unknown", side.field, "The record holds no document with this digest. Choose the versions on the page of the document.")
		}
	}
	if out.Before.Kind != out.After.Kind {
		return out, refusal.New(refusal.Invalid, "compare-kinds", "after", "One is a %s, the other a %s: only documents of one kind can be compared.",
			strings.ToLower(d.kindTitle(out.Before.Kind)), strings.ToLower(d.kindTitle(out.After.Kind)))
	}
	var rules policy.Policy
	if err := d.view(func(s *replay.State) error { rules = s.Policy(); return nil }); err != nil {
		return out, err
	}
	lane := proposal.Lane{Head: out.After.Head, Schema: out.After.Kind, Base: before, Document: after}
	changes, warnings, err := d.changes(ctx, lane, rules, nil)
	if err != nil {
		return out, err
	}
	out.Changes = changes
	if out.Names, err = s.namesIn(ctx, changes); err != nil {
		return out, err
	}
	for _, w := range warnings {
		out.Warnings = append(out.Warnings, sentence(w.Detail))
	}
	var p web.Proposal
	err = d.versions(ctx, lane, &p)
	out.Bump, out.BumpWhy = p.Bump, p.BumpWhy
	return out, err
}
