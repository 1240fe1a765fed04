package replay

import (
	"maps"
	"slices"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// shelf is what a State knows of the versions of documents beside those that stand.
type shelf struct {
	versions  map[document.Digest]string   // every version that ever stood → its head
	withdrawn map[string]bool              // heads whose current version says so
	rests     map[string][]document.Digest // what the current version of each head rests on
}

func newShelf() shelf {
	return shelf{versions: map[document.Digest]string{}, withdrawn: map[string]bool{}, rests: map[string][]document.Digest{}}
}

// Withdrawals returns the heads that are withdrawn, each with the heads whose current version rests on some version of it.
func (s *State) Withdrawals() map[string][]string {
	out := map[string][]string{}
	for _, gone := range slices.Sorted(maps.Keys(s.withdrawn)) {
		out[gone] = []string{}
		for _, head := range slices.Sorted(maps.Keys(s.rests)) {
			if slices.ContainsFunc(s.rests[head], func(d document.Digest) bool { return s.versions[d] == gone }) {
				out[gone] = append(out[gone], head)
			}
		}
	}
	return out
}

// Withdrawn reports whether a document is withdrawn of which this was or is a version, and names its head.
func (s *State) Withdrawn(version document.Digest) (head string, is bool) {
	head, known := s.versions[version]
	return head, known && s.withdrawn[head]
}

// shelve takes in the version that a head has now.
func (a *application) shelve(h Head) error {
	a.versions[h.Digest] = h.Name
	gone, err := a.withdraws(h.Schema, h.Digest)
	if gone {
		a.withdrawn[h.Name] = true
	} else {
		delete(a.withdrawn, h.Name)
	}
	kind := a.cfg.Kinds[h.Schema]
	if err != nil || kind.Uses == nil {
		return err
	}
	raw, err := a.read(h.Digest, "changes")
	if err != nil {
		return err
	}
	used, err := kind.Uses(raw)
	delete(a.rests, h.Name)
	for _, at := range slices.Sorted(maps.Keys(used)) {
		a.rests[h.Name] = append(a.rests[h.Name], used[at])
	}
	return err
}

// withdraws reports whether a version says that its document is withdrawn.
func (a *application) withdraws(schema string, version document.Digest) (bool, error) {
	kind := a.cfg.Kinds[schema]
	if kind.Withdrawn == nil {
		return false, nil
	}
	raw, err := a.read(version, "changes")
	if err != nil {
		return false, err
	}
	return kind.Withdrawn(raw)
}

// uses returns the versions that the new documents of a proposal rest on, and refuses one that is withdrawn, or that the
// proposal itself withdraws.
func (a *application) uses(p *proposal.Proposal) ([]document.Digest, error) {
	if !p.Ratifies.IsZero() {
		return nil, nil // it stands already
	}
	type option struct{ name, head string }
	next, gone := map[option]document.Digest{}, map[option]bool{}
	for _, lane := range p.Differences() {
		if lane.Document.IsZero() {
			continue
		}
		withdraws, err := a.withdraws(lane.Schema, lane.Document)
		if err != nil {
			return nil, err
		}
		next[option{lane.Option, lane.Head}], gone[option{lane.Option, lane.Head}] = lane.Document, withdraws
	}
	var out []document.Digest
	for _, lane := range p.Differences() {
		kind := a.cfg.Kinds[lane.Schema]
		if kind.Uses == nil || lane.Document.IsZero() {
			continue
		}
		raw, err := a.read(lane.Document, "changes")
		if err != nil {
			return nil, err
		}
		used, err := kind.Uses(raw)
		if err != nil {
			return nil, err
		}
		for _, at := range slices.Sorted(maps.Keys(used)) {
			head, known := a.versions[used[at]]
			for o, d := range next { //peritus:unordered at most one is of this document
				if d == used[at] && o.name == lane.Option {
					head, known = o.head, true
				}
			}
			if !known {
				continue
			}
			is, changes := gone[option{lane.Option, head}]
			if changes && is || !changes && a.withdrawn[head] {
				return nil, refusal.New(refusal.Invalid, "document-withdrawn", "changes", "%s names at %s a version of %s, which is withdrawn; leave it out", lane.Head, at, head)
			}
			out = append(out, used[at])
		}
	}
	return out, nil
}
