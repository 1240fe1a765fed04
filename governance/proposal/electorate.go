package proposal

import (
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
)

// Experts is the chamber in which all touched domains vote together, each with its share.
const Experts = "experts"

// ElectorateSchema names the electorate document.
const ElectorateSchema = "peritus/electorate/v1"

// PartMembers is how many members one part of an electorate's document lists, at most.
const PartMembers = 4096

// Electorate is the frozen list of who may decide a proposal, and with what weight: one chamber of all, and one for
// each touched domain. It is held in columns, which cost 20 bytes per voter and 8 per voter and chamber.
type Electorate struct {
	Voters   []common.Address // everybody with weight in a chamber, in ascending order
	Chambers []Chamber        // by name
	Root     document.Digest
	moves    []Move
}

// Chamber is one list of an electorate.
type Chamber struct {
	Name    string
	Domain  string         // empty for [Experts]
	Weights []weight.Micro // beside the electorate's voters; zero for who is not in this chamber
	Members int
	Total   weight.Micro
	Caps    weight.Caps // what the policy's caps came to
	Root    document.Digest
	voters  []common.Address // the electorate's
	moves   []Move           // the electorate's
}

// Member is a leaf of a chamber's tree.
type Member struct {
	Address common.Address `json:"member"`
	Weight  weight.Micro   `json:"weight"`
}

// Leaf returns the canonical bytes of a member, which the chamber's tree hashes.
func (m Member) Leaf() []byte { return m.appendLeaf(make([]byte, 0, 96)) }

func (m Member) appendLeaf(leaf []byte) []byte {
	leaf = append(leaf, `{"member":"0x`...)
	leaf = hex.AppendEncode(leaf, m.Address[:])
	leaf = append(leaf, `","weight":"`...)
	leaf = strconv.AppendUint(leaf, uint64(m.Weight), 10)
	return append(leaf, `"}`...)
}

// Weight returns a member's weight in the chamber, zero for anybody else.
func (c *Chamber) Weight(a common.Address) weight.Micro {
	if a, ok := leaf(c.moves, a); ok {
		return c.Listed(a)
	}
	return 0
}

// Listed returns the weight that the chamber lists under an address, whoever votes with it now.
func (c *Chamber) Listed(a common.Address) weight.Micro {
	if i, ok := find(c.voters, a); ok {
		return c.Weights[i]
	}
	return 0
}

// All yields the chamber's members by address.
func (c *Chamber) All() iter.Seq[Member] {
	return func(yield func(Member) bool) {
		for i, w := range c.Weights {
			if w > 0 && !yield(Member{c.voters[i], w}) {
				return
			}
		}
	}
}

// root returns the RFC 6962 root over the chamber's members.
func (c *Chamber) root() document.Digest {
	var tree record.Tree
	var scratch [64]record.Hash
	leaf := make([]byte, 0, 96)
	for m := range c.All() {
		tree.AppendHash(scratch[:0], record.LeafHash(m.appendLeaf(leaf[:0])))
	}
	return document.Digest(tree.Root())
}

// widened returns by what the policy's caps were multiplied, and nothing if they hold as they are.
func (c *Chamber) widened() uint64 {
	if c.Caps.Widened > 1 {
		return c.Caps.Widened
	}
	return 0
}

// Find returns the number of a voter among Voters.
func (e *Electorate) Find(a common.Address) (int, bool) {
	a, ok := e.Leaf(a)
	if !ok {
		return 0, false
	}
	return find(e.Voters, a)
}

func find(voters []common.Address, a common.Address) (int, bool) {
	return badge.Search(len(voters), a, func(i int) (uint32, int) { return badge.Head(voters[i]), voters[i].Cmp(a) })
}

// Has reports whether an address has weight in any chamber.
func (e *Electorate) Has(a common.Address) bool {
	i, ok := e.Find(a)
	return ok && slices.ContainsFunc(e.Chambers, func(c Chamber) bool { return c.Weights[i] > 0 })
}

// Chamber returns the chamber with a name, or nil.
func (e *Electorate) Chamber(name string) *Chamber {
	for i := range e.Chambers {
		if e.Chambers[i].Name == name {
			return &e.Chambers[i]
		}
	}
	return nil
}

// Summary returns the chambers as the opened entry states them.
func (e *Electorate) Summary() map[string]record.Chamber {
	out := make(map[string]record.Chamber, len(e.Chambers))
	for _, c := range e.Chambers {
		out[c.Name] = record.Chamber{Domain: c.Domain, Root: c.Root, Members: c.Members, Total: c.Total, Widened: c.widened()}
	}
	return out
}

// Exceptions are who is in an electorate without a badge, and who is not for all of them.
type Exceptions struct {
	Without  []common.Address       // who declared a conflict, by address
	Founders []common.Address       // who has [FounderWeight] in the chamber of all, unless badges give more
	Counts   func(badge.Badge) bool // whether a badge counts at all; nil: each does
}

// FounderWeight is the weight of a founding member without one of badges. No cap cuts it, as nobody issued it.
const FounderWeight = weight.Unit

// found adds founders to a table.
func (x Exceptions) found(t *weight.Table) {
	for _, a := range x.Founders {
		if _, out := find(x.Without, a); out {
			continue
		}
		if at, ok := find(t.Members, a); !ok {
			t.Members, t.Weights = slices.Insert(t.Members, at, a), slices.Insert(t.Weights, at, FounderWeight)
		}
	}
}

// Freeze computes the electorate of a proposal whose change has the given shares, from the badges as of a block, at the
// block's time. A badge counts as it was last granted before the revision was submitted.
//
// Each touched domain is a chamber of its own. One with fewer members than the rules ask for is represented by its
// parent ("data" for "data/licensing"), and without enough members there, by the chamber of all alone.
func Freeze(p weight.Parameters, rules policy.Rules, badges badge.View, shares []weight.Share, at, mintedBefore uint64, x Exceptions) (Electorate, error) {
	var e Electorate
	if err := e.add(p, badges, Experts, "", shares, at, mintedBefore, x, 0); err != nil {
		return e, err
	}
	for _, s := range shares {
		for d := s.Domain; d != "" && d != policy.General; d = parent(d) {
			name := Experts + "/" + d
			if e.Chamber(name) == nil {
				if err := e.add(p, badges, name, d, weight.Shares(map[string]uint64{d: 1}), at, mintedBefore, x, max(1, rules.DomainHeads)); err != nil {
					return e, err
				}
			}
			if e.Chamber(name) != nil {
				break
			}
		}
	}
	slices.SortFunc(e.Chambers, func(a, b Chamber) int { return strings.Compare(a.Name, b.Name) })
	e.Root = root(e.Chambers)
	return e, nil
}

func parent(domain string) string {
	i := strings.LastIndexByte(domain, '/')
	if i < 0 {
		return ""
	}
	return domain[:i]
}

// add computes a chamber and adds it, unless it has fewer members than it needs.
func (e *Electorate) add(p weight.Parameters, badges badge.View, name, domain string, shares []weight.Share, at, mintedBefore uint64, x Exceptions, needed int) error {
	holdings := badges.Standing(mintedBefore)
	if len(x.Without) > 0 || x.Counts != nil {
		holdings = func(yield func(badge.Badge) bool) {
			for b := range badges.Standing(mintedBefore) {
				if _, out := find(x.Without, b.Holder); !out && (x.Counts == nil || x.Counts(b)) && !yield(b) {
					return
				}
			}
		}
	}
	table, err := weight.Compute(p, holdings, badges.Type, shares, at, mintedBefore)
	if err != nil {
		return fmt.Errorf("chamber %s: %w", name, err)
	}
	if domain == "" {
		x.found(&table)
	}
	if len(table.Members) >= needed {
		e.join(Chamber{Name: name, Domain: domain, Caps: table.Caps}, table.Members, table.Weights)
	}
	return nil
}

// join adds a chamber of members with weights beside them, in the order of their addresses. It keeps both lists.
func (e *Electorate) join(c Chamber, members []common.Address, weights []weight.Micro) {
	if len(e.Voters) == 0 {
		e.Voters = members
	}
	// Mostly a chamber's members are among those of the one before.
	voters := e.Voters[:len(e.Voters):len(e.Voters)]
	at := 0
	for _, a := range members {
		for at < len(e.Voters) && e.Voters[at].Cmp(a) < 0 {
			at++
		}
		if at == len(e.Voters) || e.Voters[at] != a {
			voters = append(voters, a)
		}
	}
	if len(voters) > len(e.Voters) {
		slices.SortFunc(voters, common.Address.Cmp)
		before := e.Voters
		for k := range e.Chambers {
			old := &e.Chambers[k]
			weights := make([]weight.Micro, len(voters))
			at := 0
			for i, v := range before {
				for voters[at] != v {
					at++
				}
				weights[at] = old.Weights[i]
			}
			old.Weights, old.voters = weights, voters
		}
		e.Voters = voters
	}
	c.voters, c.Weights, c.Members = e.Voters, weights, len(members)
	if len(members) < len(e.Voters) {
		c.Weights = make([]weight.Micro, len(e.Voters))
		at := 0
		for i, a := range members {
			for e.Voters[at] != a {
				at++
			}
			c.Weights[at] = weights[i]
		}
	}
	for _, w := range weights {
		c.Total += w
	}
	c.Root = c.root()
	e.Chambers = append(e.Chambers, c)
}

// electorateDocument is the electorate as a stranger reads it. Its members are in parts of their own, so that a million of them
// need not be in memory at once: a part is an object of addresses and weights in the order of the tree's leaves, with
// [PartMembers] members but for the last of a chamber.
type electorateDocument struct {
	Schema    string                     `json:"schema"`
	Proposal  document.Digest            `json:"proposal"`
	Block     uint64                     `json:"block"`
	BlockTime document.Time              `json:"blockTime"`
	Shares    []weight.Share             `json:"shares"`
	Root      document.Digest            `json:"root"`
	Chambers  map[string]chamberDocument `json:"chambers"`
}

type chamberDocument struct {
	Domain  string            `json:"domain"`
	Root    document.Digest   `json:"root"`
	Total   weight.Micro      `json:"total"`
	Caps    weight.Caps       `json:"caps"`
	Members int               `json:"members"`
	Parts   []document.Digest `json:"parts"`
}

// Document returns the electorate of a proposal as a canonical document. [Electorate.Parts] has what it names.
func (e *Electorate) Document(p document.Digest, block uint64, blockTime document.Time, shares []weight.Share) ([]byte, error) {
	doc := electorateDocument{Schema: ElectorateSchema, Proposal: p, Block: block, BlockTime: blockTime, Shares: shares, Root: e.Root, Chambers: map[string]chamberDocument{}}
	for i := range e.Chambers {
		c := &e.Chambers[i]
		d := chamberDocument{Domain: c.Domain, Root: c.Root, Total: c.Total, Caps: c.Caps, Members: c.Members, Parts: []document.Digest{}}
		for part := range c.parts() {
			d.Parts = append(d.Parts, document.Sum(part))
		}
		doc.Chambers[c.Name] = d
	}
	return document.Marshal(doc)
}

// Parts yields the canonical bytes of the parts that the document names, chamber by chamber. The bytes are overwritten by those of
// the next part.
func (e *Electorate) Parts() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for i := range e.Chambers {
			for part := range e.Chambers[i].parts() {
				if !yield(part) {
					return
				}
			}
		}
	}
}

// parts yields the chamber's members as JSON objects. Lowercase hex sorts as the bytes do.
func (c *Chamber) parts() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		part := []byte{'{'}
		n := 0
		for m := range c.All() {
			if n == PartMembers {
				if !yield(append(part, '}')) {
					return
				}
				part, n = part[:1], 0
			}
			if n > 0 {
				part = append(part, ',')
			}
			part = append(part, `"0x`...)
			part = hex.AppendEncode(part, m.Address[:])
			part = append(part, `":"`...)
			part = strconv.AppendUint(part, uint64(m.Weight), 10)
			part = append(part, '"')
			n++
		}
		if n > 0 {
			yield(append(part, '}'))
		}
	}
}

// ParseElectorate reads an electorate document, whose parts read gives by their digests, and checks its roots.
func ParseElectorate(raw []byte, read func(document.Digest) ([]byte, error)) (Electorate, error) {
	var doc electorateDocument
	if err := document.Unmarshal(raw, &doc); err != nil {
		return Electorate{}, err
	}
	var e Electorate
	for _, name := range slices.Sorted(maps.Keys(doc.Chambers)) {
		d := doc.Chambers[name]
		var members []common.Address
		var weights []weight.Micro
		for _, digest := range d.Parts {
			part, err := read(digest)
			if err != nil {
				return Electorate{}, err
			}
			if document.Sum(part) != digest {
				return Electorate{}, fmt.Errorf("electorate: chamber %s: the bytes stored as its part %s are others", name, digest)
			}
			var list map[common.Address]weight.Micro
			if err := document.Unmarshal(part, &list); err != nil {
				return Electorate{}, fmt.Errorf("electorate: chamber %s: %w", name, err)
			}
			for _, a := range slices.SortedFunc(maps.Keys(list), common.Address.Cmp) {
				if n := len(members); n > 0 && members[n-1].Cmp(a) >= 0 || list[a] == 0 {
					return Electorate{}, fmt.Errorf("electorate: chamber %s: member %s is out of order or has no weight", name, a)
				}
				members, weights = append(members, a), append(weights, list[a])
			}
		}
		e.join(Chamber{Name: name, Domain: d.Domain, Caps: d.Caps}, members, weights)
		if c := e.Chambers[len(e.Chambers)-1]; c.Root != d.Root || c.Total != d.Total || c.Members != d.Members {
			return Electorate{}, fmt.Errorf("electorate: chamber %s does not lead to its root", name)
		}
	}
	e.Root = root(e.Chambers)
	if e.Root != doc.Root {
		return Electorate{}, fmt.Errorf("electorate: the chambers do not lead to its root")
	}
	return e, nil
}

// root returns the RFC 6962 root over the canonical {chamber, root} of each chamber, by name. It binds each chamber's
// root to its name, so that one ballot counts in every chamber and in no other.
func root(chambers []Chamber) document.Digest {
	return document.Digest(record.ElectorateRoot(chamberLeaves(chambers)))
}

func chamberLeaves(chambers []Chamber) [][]byte {
	leaves := make([][]byte, len(chambers))
	for i, c := range chambers {
		leaves[i] = chamberLeaf(c.Name, c.Root)
	}
	return leaves
}

func chamberLeaf(name string, root document.Digest) []byte {
	return fmt.Appendf(nil, `{"chamber":"%s","root":"%s"}`, name, root)
}
