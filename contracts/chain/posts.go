package chain

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/contracts/bindings"
)

// Posted is a message that somebody put on chain because the log's keeper would not take it, or might not.
type Posted struct {
	Subject common.Hash // digest of the proposal, by the sender's word
	Message []byte
	Block   uint64
	Time    uint64 // of the block, Unix seconds
	Index   uint64 // of the log in the block
	Tx      common.Hash
}

// Post puts a signed message about a proposal on chain. Anybody may send it.
func (a *Account) Post(ctx context.Context, contract common.Address, subject common.Hash, message []byte) (*types.Receipt, error) {
	return a.send(ctx, &contract, bindings.NewAnchor().PackPost(subject, message), nil)
}

// Posts returns what was posted in a range of blocks, in the chain's order.
func (c *Chain) Posts(ctx context.Context, from, to uint64) ([]Posted, error) {
	if err := c.check(ctx); err != nil {
		return nil, err
	}
	abi := c.anchor.GetABI()
	logs, err := c.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
		Addresses: []common.Address{c.contracts.Anchor}, Topics: [][]common.Hash{{abi.Events["Posted"].ID}},
	})
	if err != nil {
		return nil, fmt.Errorf("chain: asking what was posted in blocks %d to %d: %w", from, to, err)
	}
	slices.SortFunc(logs, byPlace)
	posts := make([]Posted, 0, len(logs))
	for i := range logs {
		l := &logs[i]
		if l.Address != c.contracts.Anchor || l.BlockNumber < from || l.BlockNumber > to || l.Removed {
			return nil, fmt.Errorf("chain: the endpoint answered with a log of contract %s in block %d, which was not asked for", l.Address, l.BlockNumber)
		}
		v, err := c.anchor.UnpackPostedEvent(l)
		if err != nil {
			return nil, fmt.Errorf("chain: log %d of block %d: %w", l.Index, l.BlockNumber, err)
		}
		at, err := c.Block(ctx, l.BlockNumber)
		if err != nil {
			return nil, err
		}
		if at.Hash != l.BlockHash {
			return nil, fmt.Errorf("chain: the endpoint shows a post in block %s, but block %d is %s", l.BlockHash, l.BlockNumber, at.Hash)
		}
		posts = append(posts, Posted{Subject: v.Subject, Message: v.Message, Block: at.Number, Time: at.Time, Index: uint64(l.Index), Tx: l.TxHash})
	}
	return posts, nil
}
