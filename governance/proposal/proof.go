package proposal

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// MemberProof shows that a member is in an electorate with its weights: in the tree of each chamber, whose roots are in the
// tree whose root every ballot names and the opened entry states. Nothing else of the electorate is needed to check it.
type MemberProof struct {
	Electorate document.Digest `json:"electorate"` // the root over the chambers' roots
	Member     common.Address  `json:"member"`     // as the electorate lists it
	Chambers   []ChamberProof  `json:"chambers"`   // where the member has weight, by name
}

// ChamberProof is the part of a proof for one chamber.
type ChamberProof struct {
	Name    string            `json:"name"`
	Weight  weight.Micro      `json:"weight"`
	Root    document.Digest   `json:"root"`
	Index   int64             `json:"index"` // among the chamber's members
	Members int64             `json:"members"`
	Proof   []document.Digest `json:"proof"` // RFC 6962, from the leaf {member, weight} to the chamber's root
	Place   int64             `json:"place"` // among the chambers
	Of      int64             `json:"of"`
	Path    []document.Digest `json:"path"` // from the leaf {chamber, root} to the electorate's root
}

// Prove returns the proof for a member, who may be in no chamber. The electorate must be as it was frozen.
func (e *Electorate) Prove(member common.Address) (MemberProof, error) {
	out := MemberProof{Electorate: e.Root, Member: member, Chambers: []ChamberProof{}}
	for place := range e.Chambers {
		c := &e.Chambers[place]
		if c.Listed(member) == 0 {
			continue
		}
		p := ChamberProof{Name: c.Name, Weight: c.Listed(member), Root: c.Root, Members: int64(c.Members), Place: int64(place), Of: int64(len(e.Chambers))}
		leaves := make([][]byte, 0, c.Members)
		for m := range c.All() {
			if m.Address == member {
				p.Index = int64(len(leaves))
			}
			leaves = append(leaves, m.Leaf())
		}
		var err error
		if p.Proof, err = inList(leaves, int(p.Index)); err != nil {
			return out, err
		}
		if p.Path, err = inList(chamberLeaves(e.Chambers), place); err != nil {
			return out, err
		}
		out.Chambers = append(out.Chambers, p)
	}
	return out, nil
}

func inList(leaves [][]byte, i int) ([]document.Digest, error) {
	hashes, err := record.InclusionInList(leaves, i)
	out := make([]document.Digest, len(hashes))
	for n, h := range hashes {
		out[n] = document.Digest(h)
	}
	return out, err
}

// Verify checks the proof against the root that a ballot or the opened entry names.
func (p MemberProof) Verify(electorate document.Digest) error {
	if p.Electorate != electorate {
		return fmt.Errorf("the proof is for the electorate %s, not %s", p.Electorate, electorate)
	}
	for _, c := range p.Chambers {
		leaf := Member{p.Member, c.Weight}.Leaf()
		if err := record.CheckInclusion(hashes(c.Proof), c.Members, record.Hash(c.Root), c.Index, record.LeafHash(leaf)); err != nil {
			return fmt.Errorf("chamber %s: %w", c.Name, err)
		}
		if err := record.CheckInclusion(hashes(c.Path), c.Of, record.Hash(electorate), c.Place, record.LeafHash(chamberLeaf(c.Name, c.Root))); err != nil {
			return fmt.Errorf("chamber %s among the chambers: %w", c.Name, err)
		}
	}
	return nil
}

func hashes(digests []document.Digest) []record.Hash {
	out := make([]record.Hash, len(digests))
	for i, d := range digests {
		out[i] = record.Hash(d)
	}
	return out
}
