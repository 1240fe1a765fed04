// Package anchorview asks an RPC endpoint whether a checkpoint was anchored. It is the node agent's only view of the
// chain, and links neither the bindings nor the library under them: it reads one event, by hand.
package anchorview

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/peritus-dao/peritus/governance/record"
)

// errRefuted is in the chain of errors that say no.
var errRefuted = errors.New("not anchored")

// ErrNotFinal is in the chain of the error that says that the endpoint does not know the anchor's block to be final yet.
// It says nothing against the anchor: ask again later.
var ErrNotFinal = errors.New("the block is not final yet")

// IsRefuted reports whether an error of [Reader.Check] says that the chain does not have the anchor, and never will have
// it on that block. Any other error says that the endpoint could not tell.
func IsRefuted(err error) bool { return errors.Is(err, errRefuted) }

// Anchor is what somebody says of a checkpoint.
type Anchor struct {
	Size      int64
	Root      [32]byte // RFC 6962 root of the log at that size
	Tx        common.Hash
	Block     uint64
	BlockHash common.Hash
}

// Reader reads the anchor contract of one instance. It may be used from any goroutine.
type Reader struct {
	// Finality says which blocks are final; the zero value means those that the chain calls finalized. Set it before the
	// first question.
	Finality record.Finality

	client   *ethclient.Client
	chain    uint64
	contract common.Address

	mu      sync.Mutex
	checked bool // that the endpoint is on the right chain
}

// New returns a reader. It asks nothing yet. The caller closes the client.
func New(client *ethclient.Client, chain uint64, contract common.Address) *Reader {
	return &Reader{client: client, chain: chain, contract: contract}
}

// Check returns nil if the contract anchored the checkpoint in that transaction, on that block, and the block is final.
// See [IsRefuted] for what an error means.
func (r *Reader) Check(ctx context.Context, a Anchor) error {
	if a.Size < 1 {
		return fmt.Errorf("a log of size %d: %w", a.Size, errRefuted)
	}
	if err := r.checkChain(ctx); err != nil {
		return err
	}
	final, err := Final(ctx, r.client, r.Finality)
	if err != nil {
		return fmt.Errorf("asking for the finalized block: %w", err)
	}
	if !final.Number.IsUint64() || final.Number.Uint64() < a.Block {
		return fmt.Errorf("block %d, and %s is the newest final one: %w", a.Block, final.Number, ErrNotFinal)
	}
	at, err := r.client.HeaderByNumber(ctx, new(big.Int).SetUint64(a.Block))
	if err != nil {
		return fmt.Errorf("asking for block %d: %w", a.Block, err)
	}
	if at.Hash() != a.BlockHash {
		return fmt.Errorf("block %d of the chain is %s and not %s: %w", a.Block, at.Hash(), a.BlockHash, errRefuted)
	}
	logs, err := r.client.FilterLogs(ctx, ethereum.FilterQuery{
		BlockHash: &a.BlockHash, Addresses: []common.Address{r.contract}, Topics: [][]common.Hash{{anchored}, nil, {word(a.Size)}},
	})
	if err != nil {
		return fmt.Errorf("asking for the anchors of block %d: %w", a.Block, err)
	}
	for i := range logs {
		if r.says(&logs[i], a) {
			return nil
		}
	}
	return fmt.Errorf("contract %s did not anchor size %d with the root %x in transaction %s of block %d: %w", r.contract, a.Size, a.Root, a.Tx, a.Block, errRefuted)
}

// Final returns the newest block that is final, by an endpoint's word. Before there is one, that is block 0.
func Final(ctx context.Context, client *ethclient.Client, f record.Finality) (*types.Header, error) {
	tag := rpc.FinalizedBlockNumber
	switch f.Tag {
	case "safe":
		tag = rpc.SafeBlockNumber
	case "latest":
		tag = rpc.LatestBlockNumber
	}
	h, err := client.HeaderByNumber(ctx, big.NewInt(int64(tag)))
	switch {
	case isNotFound(err): // nothing is final yet on a young chain
		return client.HeaderByNumber(ctx, new(big.Int))
	case err != nil || f.Depth == 0:
		return h, err
	}
	depth := new(big.Int).SetUint64(f.Depth)
	if h.Number.Cmp(depth) <= 0 {
		return client.HeaderByNumber(ctx, new(big.Int))
	}
	return client.HeaderByNumber(ctx, depth.Sub(h.Number, depth))
}

// isNotFound reports whether an error says that there is no such block. Nodes answer so with an empty result, or, where
// they have no finalized block yet, with an error of their own.
func isNotFound(err error) bool {
	return errors.Is(err, ethereum.NotFound) || err != nil && strings.Contains(err.Error(), "block not found")
}

// anchored is the first topic of the event
//
//	Anchored(uint64 indexed sequence, uint64 indexed size, bytes32 root)
//
// whose other topics are the sequence and the size, and whose data is the root.
var anchored = crypto.Keccak256Hash([]byte("Anchored(uint64,uint64,bytes32)"))

// says reports whether a log says what the anchor says. The filter is asked of the endpoint, and checked again here.
func (r *Reader) says(l *types.Log, a Anchor) bool {
	return l.Address == r.contract && !l.Removed && l.BlockHash == a.BlockHash && l.TxHash == a.Tx &&
		len(l.Topics) == 3 && l.Topics[0] == anchored && l.Topics[2] == word(a.Size) &&
		len(l.Data) == 32 && common.Hash(l.Data) == common.Hash(a.Root)
}

func word(n int64) common.Hash { return common.BigToHash(big.NewInt(n)) }

// checkChain asks once which chain the endpoint is on.
func (r *Reader) checkChain(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.checked {
		return nil
	}
	id, err := r.client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("the endpoint does not answer: %w", err)
	}
	if !id.IsUint64() || id.Uint64() != r.chain {
		return fmt.Errorf("the endpoint is on chain %s, and the instance is on chain %d: give an endpoint of that chain", id, r.chain)
	}
	r.checked = true
	return nil
}
