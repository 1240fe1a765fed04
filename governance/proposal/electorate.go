package proposal

import (
	"fmt"
	"maps"
	"slices"
	"sort"
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

// MaxElectorate is the size in bytes of the largest electorate document that is read: some three million members.
const MaxElectorate = 256 << 20

// Electorate is the frozen list of who may decide a proposal, and with what weight: one chamber of all, and one for
// each touched domain.
type Electorate struct {
	Chambers []Chamber // by name
	Root     document.Digest
}

// Chamber is one list of an electorate.
type Chamber struct {
	Name    string
	Domain  string // empty for [Experts]
	Members []Member
	Total   weight.Micro
	Root    document.Digest
}

// Member is a leaf of a chamber's tree.
type Member struct {
	Address common.Address `json:"member"`
	Weight  weight.Micro   `json:"weight"`
}

// Leaf returns the canonical bytes of a member, which the chamber's tree hashes.
func (m Member) Leaf() []byte {
	leaf := make([]byte, 0, 96)
	leaf = append(leaf, `{"member":"`...)
	text, _ := m.Address.MarshalText()
	leaf = append(leaf, text...)
	leaf = append(leaf, `","weight":"`...)
	leaf = fmt.Append(leaf, uint64(m.Weight))
	return append(leaf, `"}`...)
}

// Weight returns a member's weight in the chamber, zero for anybody else.
func (c *Chamber) Weight(a common.Address) weight.Micro {
	i := sort.Search(len(c.Members), func(i int) bool { return c.Members[i].Address.Cmp(a) >= 0 })
	if i < len(c.Members) && c.Members[i].Address == a {
		return c.Members[i].Weight
	}
	return 0
}

// Has reports whether an address has weight in any chamber.
func (e *Electorate) Has(a common.Address) bool {
	for i := range e.Chambers {
		if e.Chambers[i].Weight(a) > 0 {
			return true
		}
	}
	return false
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
		out[c.Name] = record.Chamber{Domain: c.Domain, Root: c.Root, Members: len(c.Members), Total: c.Total}
	}
	return out
}

// Freeze computes the electorate of a proposal whose change has the given shares, from the badges as of a block, at the
// block's time. A badge counts as it was last granted before the revision was submitted.
//
// Each touched domain is a chamber of its own. One with fewer members than the rules ask for is represented by its
// parent ("data" for "data/licensing"), and without enough members there, by the chamber of all alone.
func Freeze(p weight.Parameters, rules policy.Rules, badges badge.View, shares []weight.Share, at, mintedBefore uint64, without []common.Address) (Electorate, error) {
	var e Electorate
	all, err := chamber(p, badges, Experts, "", shares, at, mintedBefore, without)
	if err != nil {
		return e, err
	}
	e.Chambers = append(e.Chambers, all)
	domains := map[string]bool{}
	for _, s := range shares {
		for d := s.Domain; d != "" && d != policy.General; d = parent(d) {
			if domains[d] {
				break
			}
			c, err := chamber(p, badges, Experts+"/"+d, d, weight.Shares(map[string]uint64{d: 1}), at, mintedBefore, without)
			if err != nil {
				return e, err
			}
			if len(c.Members) >= max(1, rules.DomainHeads) {
				domains[d] = true
				e.Chambers = append(e.Chambers, c)
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

func chamber(p weight.Parameters, badges badge.View, name, domain string, shares []weight.Share, at, mintedBefore uint64, without []common.Address) (Chamber, error) {
	holdings := func(yield func(badge.Badge) bool) {
		for b := range badges.Standing(mintedBefore) {
			if _, out := slices.BinarySearchFunc(without, b.Holder, common.Address.Cmp); !out && !yield(b) {
				return
			}
		}
	}
	table, err := weight.Compute(p, holdings, badges.Type, shares, at, mintedBefore)
	if err != nil {
		return Chamber{}, fmt.Errorf("chamber %s: %w", name, err)
	}
	c := Chamber{Name: name, Domain: domain}
	var tree record.Tree
	var scratch [64]record.Hash
	for _, m := range table.Members {
		if m.Weight == 0 {
			continue
		}
		c.Members = append(c.Members, Member{Address: m.Address, Weight: m.Weight})
		c.Total += m.Weight
		tree.AppendHash(scratch[:0], record.LeafHash(c.Members[len(c.Members)-1].Leaf()))
	}
	c.Root = document.Digest(tree.Root())
	return c, nil
}

// electorateDocument is the electorate as a stranger reads it.
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
	Domain  string                          `json:"domain"`
	Root    document.Digest                 `json:"root"`
	Total   weight.Micro                    `json:"total"`
	Members map[common.Address]weight.Micro `json:"members"`
}

// Document returns the electorate of a proposal as a canonical document. Its members are sorted as the tree's leaves
// are, since lower-case hex sorts as the bytes do.
func (e *Electorate) Document(p document.Digest, block uint64, blockTime document.Time, shares []weight.Share) ([]byte, error) {
	doc := electorateDocument{Schema: ElectorateSchema, Proposal: p, Block: block, BlockTime: blockTime, Shares: shares, Root: e.Root, Chambers: map[string]chamberDocument{}}
	for _, c := range e.Chambers {
		members := make(map[common.Address]weight.Micro, len(c.Members))
		for _, m := range c.Members {
			members[m.Address] = m.Weight
		}
		doc.Chambers[c.Name] = chamberDocument{Domain: c.Domain, Root: c.Root, Total: c.Total, Members: members}
	}
	return document.Marshal(doc)
}

// ParseElectorate reads an electorate document and checks its roots.
func ParseElectorate(raw []byte) (Electorate, error) {
	var doc electorateDocument
	if err := (document.Limits{Size: MaxElectorate}).Unmarshal(raw, &doc); err != nil {
		return Electorate{}, err
	}
	var e Electorate
	for _, name := range slices.Sorted(maps.Keys(doc.Chambers)) {
		d := doc.Chambers[name]
		c := Chamber{Name: name, Domain: d.Domain, Root: d.Root}
		for _, a := range slices.SortedFunc(maps.Keys(d.Members), common.Address.Cmp) {
			c.Members = append(c.Members, Member{Address: a, Weight: d.Members[a]})
			c.Total += d.Members[a]
		}
		leaves := make([][]byte, len(c.Members))
		for i, m := range c.Members {
			leaves[i] = m.Leaf()
		}
		if root := document.Digest(record.ElectorateRoot(leaves)); root != d.Root || c.Total != d.Total {
			return Electorate{}, fmt.Errorf("electorate: chamber %s does not lead to its root", name)
		}
		e.Chambers = append(e.Chambers, c)
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
	leaves := make([][]byte, len(chambers))
	for i, c := range chambers {
		leaves[i] = fmt.Appendf(nil, `{"chamber":"%s","root":"%s"}`, c.Name, c.Root)
	}
	return document.Digest(record.ElectorateRoot(leaves))
}
