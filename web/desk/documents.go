package desk

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// Documents implements [web.Service].
func (d *Desk) Documents(ctx context.Context) ([]web.DocumentSummary, error) {
	var heads []replay.Head
	open := map[string]document.Digest{}
	gone := map[string][]string{}
	err := d.view(func(s *replay.State) error {
		heads, gone = s.Heads(), s.Withdrawals()
		for _, p := range s.Proposals() {
			if p.Status.Open() {
				for _, lane := range p.Lanes {
					open[lane.Head] = p.Digest
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []web.DocumentSummary
	for _, h := range heads {
		raw, err := d.blob(ctx, h.Digest)
		if err != nil {
			return nil, err
		}
		n := d.named(h.Name, raw)
		row := web.DocumentSummary{Head: h.Name, Title: n.Name, Kind: h.Schema, KindTitle: d.kindTitle(h.Schema), Version: n.Version, Digest: h.Digest, Since: h.Since}
		if p, ok := open[h.Name]; ok {
			row.Open = &p
		}
		_, row.Withdrawn = gone[h.Name]
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(a, b web.DocumentSummary) int { return rank(a.Kind) - rank(b.Kind) })
	return out, nil
}

// rank puts first what most visitors come for: the model, then what it learns from, then the rules.
func rank(schema string) int {
	for i, kind := range []string{"peritus/model-spec/", "peritus/mixture/", "peritus/dataset/", "peritus/policy/"} {
		if strings.HasPrefix(schema, kind) {
			return i
		}
	}
	return 4
}

// Document implements [web.Service].
func (d *Desk) Document(ctx context.Context, head string, version document.Digest) (web.Document, error) {
	var current replay.Head
	var decided []proposal.Proposal // that moved the head, the latest first
	var genesis document.Digest
	var open *document.Digest
	var founded document.Time
	var gone bool
	err := d.view(func(s *replay.State) error {
		var ok bool
		_, gone = s.Withdrawals()[head]
		if current, ok = s.Head(head); !ok {
			return refusal.New(refusal.NotFound, "document-unknown", "head", "There is no document with the name %q here.", head)
		}
		g, _ := s.Genesis()
		genesis = g.Heads[head]
		for _, p := range slices.Backward(s.Proposals()) {
			for _, lane := range p.Lanes {
				switch {
				case lane.Head != head:
				case p.Status == proposal.Final:
					decided = append(decided, p)
				case p.Status.Open():
					open = &p.Digest
				}
			}
		}
		return nil
	})
	if err != nil {
		return web.Document{}, err
	}
	if founded, err = d.entryTime(ctx, 0); err != nil {
		return web.Document{}, err
	}
	// A proposal submitted first may be decided last; history is in the order of decisions.
	slices.SortStableFunc(decided, func(a, b proposal.Proposal) int { return int(b.FinalAt - a.FinalAt) })
	out := web.Document{DocumentSummary: web.DocumentSummary{Head: head, Kind: current.Schema, KindTitle: d.kindTitle(current.Schema), Open: open, Withdrawn: gone}}
	for _, p := range decided {
		for _, lane := range p.Lanes {
			if lane.Head != head {
				continue
			}
			v := web.Version{Digest: lane.Document, Time: p.Ended, Entry: p.FinalAt, Proposal: p.Digest}
			if v.Title, err = d.text(ctx, p.Title.Text); err != nil {
				return out, err
			}
			out.History = append(out.History, v)
		}
	}
	if !genesis.IsZero() {
		out.History = append(out.History, web.Version{Digest: genesis, Time: founded})
	}
	if version.IsZero() {
		version = current.Digest
	}
	for i, v := range out.History {
		raw, err := d.blob(ctx, v.Digest)
		if err != nil {
			return out, err
		}
		n := d.named(head, raw)
		out.History[i].Version = n.Version
		if v.Digest == version && out.Raw == nil {
			out.Title, out.Version, out.Digest, out.Since, out.Raw = n.Name, n.Version, v.Digest, v.Time, raw
			out.Current = v.Digest == current.Digest
		}
	}
	if out.Raw == nil {
		return out, refusal.New(refusal.NotFound, "document-version-unknown", "version", "The document %q never had this version.", head)
	}
	kind := d.cfg.Kinds[current.Schema]
	out.Chained = kind.Bump != nil && kind.Version != nil // as Kind.Successor asks for
	if out.Texts, err = d.parts(ctx, kind, out.Raw); err != nil {
		return out, err
	}
	if out.Decided, err = d.blame(ctx, out.History, out.Digest); err != nil {
		return out, err
	}
	return out, d.surroundings(ctx, &out)
}

// blame says which version decided each value of one of them.
func (d *Desk) blame(ctx context.Context, history []web.Version, of document.Digest) (map[string]int, error) {
	last := slices.IndexFunc(history, func(v web.Version) bool { return v.Digest == of })
	var texts [][]byte // the first version first, as document.Blame wants them
	for i := len(history) - 1; i >= last; i-- {
		raw, err := d.blob(ctx, history[i].Digest)
		if err != nil {
			return nil, err
		}
		texts = append(texts, raw)
	}
	decided, err := document.Blame(texts)
	for path, i := range decided {
		decided[path] = len(history) - 1 - i
	}
	return decided, err
}

// surroundings finds what stands around a document: what it names, what it was made from, what follows from it.
func (d *Desk) surroundings(ctx context.Context, out *web.Document) error {
	s, err := d.shelf()
	if err != nil {
		return err
	}
	if out.Names, err = s.names(ctx, out.Raw); err != nil {
		return err
	}
	if out.Lineage, err = s.lineage(ctx, out.Digest); err != nil {
		return err
	}
	out.Rests = withdrawn(out.Lineage)
	if out.Kind == datasets.MixtureSchema {
		out.Mixture, err = s.mixture(ctx, out.Raw)
	}
	return err
}

// parts reads the texts that are part of a document, by their place in it.
func (d *Desk) parts(ctx context.Context, kind document.Kind, raw []byte) (map[string]string, error) {
	if kind.References == nil {
		return nil, nil
	}
	refs, err := kind.References(raw)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, at := range slices.Sorted(maps.Keys(refs)) {
		text, err := quoted(d.blob(ctx, refs[at]))
		if err != nil {
			return nil, err
		}
		if text != nil {
			out[at] = unquote(text)
		}
	}
	return out, nil
}
