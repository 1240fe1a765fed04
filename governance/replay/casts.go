package replay

import (
	"encoding/binary"
	"math/bits"

	"github.com/peritus-dao/peritus/governance/ballot"
)

// casts are the standing ballots of an open vote, in columns beside the electorate's voters: mostly 12 to 14 bytes for each.
type casts struct {
	sequence numbers  // 0: no ballot
	mark     []uint64 // the first eight bytes of the struct hash, to tell a ballot that is sent again
	index    numbers  // of the entry
	choice   numbers  // number of the choice
	choices  []string // by number
	number   map[string]uint64
	spent    uint64 // sequences up to this were used in a vote that was void
}

func newCasts(voters int) casts {
	return casts{sequence: numbers{n: voters}, mark: make([]uint64, voters), index: numbers{n: voters}, choice: numbers{n: voters}, number: map[string]uint64{}}
}

// check decides whether a voter's ballot may follow what the voter cast before.
func (c *casts) check(voter int, sequence uint64, hash [32]byte) error {
	used := c.next(voter) - 1
	return ballot.CheckOrder(used, c.sequence.at(voter) == used && c.mark[voter] == mark(hash), sequence)
}

// next returns the least sequence that a voter's next ballot can have.
func (c *casts) next(voter int) uint64 { return max(c.sequence.at(voter), c.spent) + 1 }

// set makes a ballot the voter's standing one.
func (c *casts) set(voter int, b *ballot.Cast) {
	c.sequence.set(voter, b.Sequence)
	c.mark[voter] = mark(b.Hash)
	c.index.set(voter, uint64(b.Index))
	c.choice.set(voter, c.numberOf(b.Choice))
}

func (c *casts) numberOf(choice string) uint64 {
	number, ok := c.number[choice]
	if !ok {
		number = uint64(len(c.choices))
		c.choices = append(c.choices, choice)
		c.number[choice] = number
	}
	return number
}

// withdraw takes a voter's standing ballot back without another ballot.
func (c *casts) withdraw(voter int) {
	if c.sequence.at(voter) > 0 {
		c.choice.set(voter, c.numberOf(ballot.Withdraw))
	}
}

// get returns a voter's standing ballot without its hash, and false if there is none.
func (c *casts) get(voter int) (ballot.Cast, bool) {
	sequence := c.sequence.at(voter)
	if sequence == 0 {
		return ballot.Cast{}, false
	}
	return ballot.Cast{Sequence: sequence, Choice: c.choices[c.choice.at(voter)], Index: int64(c.index.at(voter))}, true
}

// numberCounted returns the number of the choice that a voter's ballot counts for, and false if none does.
func (c *casts) numberCounted(voter int) (uint64, bool) {
	if c.sequence.at(voter) == 0 {
		return 0, false
	}
	number := c.choice.at(voter)
	return number, c.choices[number] != ballot.Withdraw
}

// counted returns the choice that a voter's ballot counts for, and false if none does.
func (c *casts) counted(voter int) (string, bool) {
	number, ok := c.numberCounted(voter)
	if !ok {
		return "", false
	}
	return c.choices[number], true
}

func mark(hash [32]byte) uint64 { return binary.BigEndian.Uint64(hash[:]) }

// numbers are n numbers, all 0 at first, in as many bytes each as the largest so far needs.
type numbers struct {
	n     int
	width int
	bytes []byte // little endian, the first number in front
}

func (c *numbers) at(i int) uint64 {
	if c.width == 0 {
		return 0
	}
	var word [8]byte
	copy(word[:], c.bytes[i*c.width:(i+1)*c.width])
	return binary.LittleEndian.Uint64(word[:])
}

func (c *numbers) set(i int, v uint64) {
	if v>>(8*c.width) > 0 {
		c.widen(v)
	}
	var word [8]byte
	binary.LittleEndian.PutUint64(word[:], v)
	copy(c.bytes[i*c.width:(i+1)*c.width], word[:])
}

// widen makes room for a number that needs more bytes.
func (c *numbers) widen(v uint64) {
	wide := numbers{n: c.n, width: (bits.Len64(v) + 7) / 8}
	wide.bytes = make([]byte, wide.n*wide.width)
	for i := range c.n {
		copy(wide.bytes[i*wide.width:], c.bytes[i*c.width:(i+1)*c.width])
	}
	*c = wide
}
