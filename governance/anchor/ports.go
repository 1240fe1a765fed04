package anchor

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// Block names a block of the chain.
type Block = follower.Block

// Checkpoint is a size of the log and its root at that size.
type Checkpoint struct {
	Size int64
	Root record.Hash
}

// Fees are what a transaction offers for a unit of gas, in wei.
type Fees struct {
	Tip uint64 // to the block's proposer
	Cap uint64 // at most, the tip included; never below Tip
}

// Call is one transaction to be signed: anchor(root, size) of the anchor contract, under a nonce.
type Call struct {
	Checkpoint
	Nonce uint64
	Fees  Fees
}

// Signed is a signed transaction.
type Signed struct {
	Hash common.Hash
	Raw  []byte // as eth_sendRawTransaction takes it
}

// Mined is a transaction in a block.
type Mined struct {
	Tx    common.Hash
	Block Block
	// OK is false if the transaction was reverted.
	OK bool
	// Checkpoint is that of the Anchored event which the anchor contract emitted in this transaction; zero if it emitted none.
	Checkpoint
}

// The errors of [Chain.Broadcast] that the sender decides by. All others mean that the endpoint did not take the
// transaction for now: it is unreachable, or the account has not got the coin.
var (
	// ErrNonceUsed says that a transaction with this nonce is mined already.
	ErrNonceUsed = errors.New("the nonce is used")
	// ErrUnderpriced says that the fees are too low: for the endpoint, or to replace what it holds under this nonce.
	ErrUnderpriced = errors.New("the fees are too low")
)

// Chain is the chain as the sender's account sees it. Its methods do not wait for anything but the endpoint's answer, and
// need not retry. "Mined" means in a block of the endpoint's present chain, final or not.
type Chain interface {
	// Anchored returns the newest size that the anchor contract holds at the head of the chain, 0 if none.
	Anchored(ctx context.Context) (int64, error)
	// NextNonce returns how many transactions of the account are mined at the head of the chain, whatever is pending.
	NextNonce(ctx context.Context) (uint64, error)
	// FinalNonce returns how many transactions of the account are in finalized blocks.
	FinalNonce(ctx context.Context) (uint64, error)
	// Fees returns what the chain asks for at present, with the base fee's possible growth in the cap.
	Fees(ctx context.Context) (Fees, error)
	// Sign signs a call and does not send it. It is an error, which names the contract's reason, if the contract would
	// refuse the call at the head of the chain: a call that fails costs as much as one that does not.
	Sign(ctx context.Context, c Call) (Signed, error)
	// Broadcast sends a signed transaction. That the endpoint knows it already is success. See [ErrNonceUsed] and
	// [ErrUnderpriced].
	Broadcast(ctx context.Context, raw []byte) error
	// Mined returns a transaction of which the hash is known, and false if it is in no block.
	Mined(ctx context.Context, tx common.Hash) (Mined, bool, error)
	// FirstAbove returns the transaction that anchored the smallest size greater than size, whoever sent it, and false if
	// there is none. It searches the contract's events and may be slow: the sender asks only when its outbox was lost.
	FirstAbove(ctx context.Context, size int64) (Mined, bool, error)
	// Finalized and Block are those of [follower.Chain].
	Finalized(ctx context.Context) (Block, error)
	Block(ctx context.Context, number uint64) (Block, error)
}

// Attempt is a transaction that was signed to anchor a checkpoint. Several share a nonce when some replace others, and any
// of those may be the one that is mined.
type Attempt struct {
	Call
	Signed
	Created document.Time
}

// Outbox remembers attempts. It is durable: what a method changed is on stable storage when it returns nil.
type Outbox interface {
	// Unsettled returns the attempts that are not settled, by nonce and among those of one nonce by cap.
	Unsettled(ctx context.Context) ([]Attempt, error)
	// Put remembers an attempt. One with the same hash is the same attempt, and then nothing changes.
	Put(ctx context.Context, a Attempt) error
	// Settle marks all attempts under a nonce as settled: what became of the nonce is final, and in the record if it
	// belongs there.
	Settle(ctx context.Context, nonce uint64) error
}
