package proposal

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/record"
)

// Correction takes what a badge contributed out of an electorate: a decision revoked it for cause, finalized before the
// close.
type Correction struct {
	Index int64 `json:"index"` // of its entry
	record.Corrected
}

// Move is a member whose badges went to another address while a vote was open, since the key was lost.
type Move struct {
	Index int64          `json:"index"` // of the entry that brought it
	From  common.Address `json:"from"`
	To    common.Address `json:"to"`
}

// Reweigh returns what is left of a weight when what it rests on shrinks: ⌊w · remaining / raw⌋. The caps are not computed
// again, so nobody else's weight moves.
func Reweigh(w, remaining, raw weight.Micro) weight.Micro {
	if raw == 0 || remaining >= raw {
		return w
	}
	return weight.MulDivDown(w, remaining, raw)
}

// Correct takes in corrections and moves, in the order of the record. Roots, members and totals stay those of the opening:
// a quorum never falls below its number there. The electorate shares nothing that it changes with copies of it.
func (e *Electorate) Correct(corrections []Correction, moves []Move) {
	e.Chambers = slices.Clone(e.Chambers)
	for i := range e.Chambers {
		c := &e.Chambers[i]
		c.moves = moves
		for _, n := range corrections {
			w, ok := n.Chambers[c.Name]
			at, found := find(c.voters, n.Member)
			if !ok || !found {
				continue
			}
			c.Weights = slices.Clone(c.Weights)
			c.Weights[at] = w.After
		}
	}
	e.moves = moves
}

// Leaf returns the address under which an electorate lists who votes with this one: the account's own, or the one whose
// badges went to it. It reports false for an address whose badges went elsewhere.
func (e *Electorate) Leaf(a common.Address) (common.Address, bool) { return leaf(e.moves, a) }

func leaf(moves []Move, a common.Address) (common.Address, bool) {
	if slices.ContainsFunc(moves, func(m Move) bool { return m.From == a }) {
		return common.Address{}, false
	}
	for _, m := range slices.Backward(moves) {
		if m.To == a {
			a = m.From
		}
	}
	return a, true
}
