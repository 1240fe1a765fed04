package replay

import (
	"encoding/binary"

	"github.com/peritus-dao/peritus/governance/ballot"
)

// casts are the standing ballots of an open vote, in columns beside the electorate's voters: 28 bytes for each.
type casts struct {
	sequence []uint64 // 0: no ballot
	mark     []uint64 // the first eight bytes of the struct hash, to tell a ballot that is sent again
	index    []int64  // of the entry
	choice   []uint32 // number of the choice
	choices  []string // by number
	spent    uint64   // sequences up to this were used in a vote that was void
	number   map[string]uint32
}

func newCasts(voters int) casts {
	return casts{
		sequence: make([]uint64, voters), mark: make([]uint64, voters), index: make([]int64, voters), choice: make([]uint32, voters),
		number: map[string]uint32{},
	}
}

// check decides whether a voter's ballot may follow what the voter cast before.
func (c *casts) check(voter int, sequence uint64, hash [32]byte) error {
	used := c.next(voter) - 1
	return ballot.CheckOrder(used, c.sequence[voter] == used && c.mark[voter] == mark(hash), sequence)
}

// next returns the least sequence that a voter's next ballot can have.
func (c *casts) next(voter int) uint64 { return max(c.sequence[voter], c.spent) + 1 }

// set makes a ballot the voter's standing one.
func (c *casts) set(voter int, b *ballot.Cast) {
	c.sequence[voter], c.mark[voter], c.index[voter], c.choice[voter] = b.Sequence, mark(b.Hash), b.Index, c.numberOf(b.Choice)
}

func (c *casts) numberOf(choice string) uint32 {
	number, ok := c.number[choice]
	if !ok {
		number = uint32(len(c.choices))
		c.choices = append(c.choices, choice)
		c.number[choice] = number
	}
	return number
}

// withdraw takes a voter's standing ballot back without another ballot.
func (c *casts) withdraw(voter int) {
	if c.sequence[voter] > 0 {
		c.choice[voter] = c.numberOf(ballot.Withdraw)
	}
}

// get returns a voter's standing ballot without its hash, and false if there is none.
func (c *casts) get(voter int) (ballot.Cast, bool) {
	if c.sequence == nil || c.sequence[voter] == 0 {
		return ballot.Cast{}, false
	}
	return ballot.Cast{Sequence: c.sequence[voter], Choice: c.choices[c.choice[voter]], Index: c.index[voter]}, true
}

// numberCounted returns the number of the choice that a voter's ballot counts for, and false if none does.
func (c *casts) numberCounted(voter int) (uint32, bool) {
	number := c.choice[voter]
	return number, c.sequence[voter] > 0 && c.choices[number] != ballot.Withdraw
}

// counted returns the choice that a voter's ballot counts for, and false if none does.
func (c *casts) counted(voter int) (string, bool) {
	if c.sequence[voter] == 0 {
		return "", false
	}
	choice := c.choices[c.choice[voter]]
	return choice, choice != ballot.Withdraw
}

func mark(hash [32]byte) uint64 { return binary.BigEndian.Uint64(hash[:]) }
