package badge

import (
	"iter"
	"maps"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// View is a registry as it stood after all events of a block. It stays true while the registry grows.
type View struct {
	r     *Registry
	block uint64
}

// At returns the registry as it stood after all events of a block. For a block that the registry has not reached, it
// is a view of the newest state until the registry grows.
func (r *Registry) At(block uint64) View { return View{r, block} }

func (r *Registry) now() View { return View{r, math.MaxUint64} }

// Type returns a badge type.
func (r *Registry) Type(id uint32) (Type, bool) { return r.now().Type(id) }

// Types returns all badge types, retired ones too, by number.
func (r *Registry) Types() []Type { return r.now().Types() }

// Issuers returns who may issue badges of a type, or might once, by address.
func (r *Registry) Issuers(typ uint32) []Issuer { return r.now().Issuers(typ) }

// Badges yields all badges, ended ones too, by holder and type.
func (r *Registry) Badges() iter.Seq[Badge] { return r.now().Badges() }

// Of returns the badges of a holder, ended ones too, by type.
func (r *Registry) Of(holder common.Address) []Badge { return r.now().Of(holder) }

// Badge returns the badge with a token id.
func (r *Registry) Badge(id common.Hash) (Badge, bool) { return r.now().Badge(id) }

// History returns all versions of the badge with a token id, oldest first: each grant, and each end.
func (r *Registry) History(id common.Hash) []Badge {
	address, typ, _ := SplitTokenID(id)
	var versions []Badge
	for _, at := r.find(address, typ); at > 0; at = r.rows.at(at - 1).previous {
		versions = append(versions, r.badge(address, at-1))
	}
	slices.Reverse(versions)
	return versions
}

// Len returns the number of badges, ended ones too.
func (r *Registry) Len() int {
	n := 0
	for i := range r.holders.len() {
		for range r.held(uint32(i)) {
			n++
		}
	}
	return n
}

// Type returns a badge type.
func (v View) Type(id uint32) (Type, bool) {
	t := v.r.types[id]
	if t == nil || t.created > v.block {
		return Type{}, false
	}
	n := len(t.terms) - 1
	for t.terms[n].block > v.block {
		n--
	}
	typ := t.at(n)
	if t.retired > v.block {
		typ.Retired = 0
	}
	return typ, true
}

// Types returns all badge types, retired ones too, by number.
func (v View) Types() []Type {
	var types []Type
	for _, id := range v.r.typeIDs {
		if t, ok := v.Type(id); ok {
			types = append(types, t)
		}
	}
	return types
}

// Issuers returns who may issue badges of a type, or might once, by address; of an account with several terms, the
// last one.
func (v View) Issuers(typ uint32) []Issuer {
	t := v.r.types[typ]
	if t == nil {
		return nil
	}
	last := map[common.Address]Issuer{}
	for _, term := range t.issuers {
		if term.since > v.block {
			continue
		}
		issuer := term.Issuer
		if term.until > v.block {
			issuer.Until = 0
		}
		last[issuer.Account] = issuer
	}
	return slices.SortedFunc(maps.Values(last), func(a, b Issuer) int { return a.Account.Cmp(b.Account) })
}

// Badges yields all badges, ended ones too, by holder and type.
func (v View) Badges() iter.Seq[Badge] {
	return v.badges(func(at uint32) uint32 { return at })
}

// Standing yields the badges by holder and type, each as it was last granted before a time: a renewal or a higher
// level that came since does not show, an end does. It is what a vote counts, so that nobody gains weight for a
// proposal after seeing it, and nobody loses any by renewing a badge.
func (v View) Standing(before uint64) iter.Seq[Badge] {
	return v.badges(func(at uint32) uint32 { return v.r.standing(at, before) })
}

// StandingOf returns the badges of a holder as Standing yields them.
func (v View) StandingOf(holder common.Address, before uint64) []Badge {
	number, ok := v.r.lookup(holder)
	if !ok {
		return nil
	}
	var badges []Badge
	for at := range v.r.held(number) {
		if at, ok := v.seen(at); ok {
			badges = append(badges, v.r.badge(holder, v.r.standing(at, before)))
		}
	}
	return badges
}

// standing returns the version of a badge that was last granted before a time, or the one at hand if it has ended.
func (r *Registry) standing(at uint32, before uint64) uint32 {
	for row := r.rows.at(at); row.end == 0 && row.minted.uint64() >= before && row.previous > 0; {
		previous := r.rows.at(row.previous - 1)
		if previous.end != 0 {
			break
		}
		at, row = row.previous-1, previous
	}
	return at
}

func (v View) badges(version func(at uint32) uint32) iter.Seq[Badge] {
	return func(yield func(Badge) bool) {
		for number := range v.r.sorted.all() {
			address := v.r.holders.at(number).address
			for at := range v.r.held(number) {
				at, ok := v.seen(at)
				if ok && !yield(v.r.badge(address, version(at))) {
					return
				}
			}
		}
	}
}

// seen returns the newest version at or before at that the view shows.
func (v View) seen(at uint32) (uint32, bool) {
	for v.r.rows.at(at).block.uint64() > v.block {
		previous := v.r.rows.at(at).previous
		if previous == 0 {
			return 0, false
		}
		at = previous - 1
	}
	return at, true
}

// Of returns the badges of a holder, ended ones too, by type.
func (v View) Of(holder common.Address) []Badge {
	number, ok := v.r.lookup(holder)
	if !ok {
		return nil
	}
	var badges []Badge
	for at := range v.r.held(number) {
		if at, ok := v.seen(at); ok {
			badges = append(badges, v.r.badge(holder, at))
		}
	}
	return badges
}

// Badge returns the badge with a token id.
func (v View) Badge(id common.Hash) (Badge, bool) {
	holder, typ, _ := SplitTokenID(id)
	_, newest := v.r.find(holder, typ)
	if newest == 0 {
		return Badge{}, false
	}
	at, ok := v.seen(newest - 1)
	if !ok {
		return Badge{}, false
	}
	return v.r.badge(holder, at), true
}

// Equal reports whether two registries hold the same types, issuers and badges with the same histories, as two that
// folded the same events do.
func (r *Registry) Equal(o *Registry) bool {
	if !slices.Equal(r.typeIDs, o.typeIDs) || r.rows.len() != o.rows.len() || r.holders.len() != o.holders.len() {
		return false
	}
	for _, id := range r.typeIDs {
		a, b := r.types[id], o.types[id]
		if a.Type != b.Type || a.created != b.created || a.retired != b.retired || !slices.Equal(a.issuers, b.issuers) || !slices.Equal(a.terms, b.terms) {
			return false
		}
	}
	if r.contract != o.contract || !slices.Equal(r.leading, o.leading) {
		return false
	}
	if !maps.EqualFunc(r.lost, o.lost, func(a, b *recovery) bool { return *a == *b }) {
		return false
	}
	for i := range r.holders.len() {
		address := r.holders.at(uint32(i)).address
		number, ok := o.lookup(address)
		if !ok {
			return false
		}
		a, b := r.holders.at(uint32(i)).first, o.holders.at(number).first
		for ; a > 0 && b > 0; a, b = r.rows.at(a-1).next, o.rows.at(b-1).next {
			if !r.equalVersions(o, address, a, b) {
				return false
			}
		}
		if a != b { // one has more badges
			return false
		}
	}
	return true
}

func (r *Registry) equalVersions(o *Registry, holder common.Address, a, b uint32) bool {
	for a > 0 && b > 0 {
		if r.badge(holder, a-1) != o.badge(holder, b-1) || r.rows.at(a-1).block != o.rows.at(b-1).block || !r.earned[a-1].equal(o.earned[b-1]) {
			return false
		}
		a, b = r.rows.at(a-1).previous, o.rows.at(b-1).previous
	}
	return a == b
}
