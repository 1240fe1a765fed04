package follower

import (
	"context"
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// Block names a block of the chain.
type Block struct {
	Number uint64
	Hash   common.Hash
	Time   uint64 // Unix seconds
}

// ErrTooLarge is in the chain of an error of [Chain.BadgeEvents] that may mean that the range was too large for the endpoint:
// the follower then asks for less. Providers say so in many words, or let a question run out of time, so any refusal of a
// question may mean it; that the endpoint cannot be reached does not.
var ErrTooLarge = errors.New("the range may be too large for the endpoint")

// LimitedError is in the chain of an error of an endpoint that wants to be left alone for a while, as one that answers "429
// Too Many Requests" does. It says nothing against the question.
type LimitedError struct {
	After time.Duration // 0 if the endpoint does not say for how long
	Err   error
}

// Error says what the endpoint said.
func (e *LimitedError) Error() string {
	if e.After == 0 {
		return "the endpoint asks for fewer questions: " + e.Err.Error()
	}
	return "the endpoint asks to be left alone for " + e.After.String() + ": " + e.Err.Error()
}

// Unwrap returns what the endpoint said.
func (e *LimitedError) Unwrap() error { return e.Err }

// Chain is one endpoint of the chain. Its methods may be called by one goroutine at a time. They need not retry: the
// follower does. An error says that the endpoint did not answer, or not in full; what is returned without one is the
// endpoint's word.
type Chain interface {
	// Finalized returns the newest block that the endpoint calls final. Before the first one is final, that is block 0.
	Finalized(ctx context.Context) (Block, error)
	// Head returns the newest block that the endpoint has.
	Head(ctx context.Context) (Block, error)
	// Block returns the block of this number on the endpoint's chain. It is an error if the endpoint has none yet.
	Block(ctx context.Context, number uint64) (Block, error)
	// BadgeEvents returns every event of the badge contract, and every message of a member that the anchor contract took
	// ([badge.Posted]), in the blocks from to to, both included, in the chain's order and with the time of its block. An answer that may be incomplete, because the endpoint does not have block to yet
	// or cut the list, is an error. So is a range that is too large for the endpoint: see [ErrTooLarge].
	BadgeEvents(ctx context.Context, from, to uint64) ([]badge.Event, error)
}

// Range is the finalized blocks From to To with all their badge events. It is one entry of the record.
type Range struct {
	From, To uint64
	Hash     common.Hash // of block To
	Time     uint64      // of block To
	Events   []badge.Event
}

// Journal is the record's side.
type Journal interface {
	// Position returns the first block that the record does not cover, and the last one that it covers: the zero Block
	// before the first range.
	Position(ctx context.Context) (next uint64, last Block, err error)
	// Append records a range, durably when it returns nil. A range that does not begin at the position is an error, so
	// that of two followers of one record only one can append.
	Append(ctx context.Context, r Range) error
}
