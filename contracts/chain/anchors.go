package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/governance/anchor"
)

var _ anchor.Chain = (*Chain)(nil)

// searchRange is how many blocks FirstAbove asks for at once, unless the endpoint wants fewer.
const searchRange = 10_000

// Anchored implements [anchor.Chain].
func (c *Chain) Anchored(ctx context.Context) (int64, error) {
	out, err := c.call(ctx, c.anchor.PackLatest())
	if err != nil {
		return 0, err
	}
	latest, err := c.anchor.UnpackLatest(out)
	if err != nil {
		return 0, fmt.Errorf("chain: the anchor contract's answer: %w", err)
	}
	return int64(latest.Size), nil
}

// call reads from the anchor contract at the head.
func (c *Chain) call(ctx context.Context, data []byte) ([]byte, error) {
	if err := c.check(ctx); err != nil {
		return nil, err
	}
	out, err := c.client.CallContract(ctx, ethereum.CallMsg{To: &c.contracts.Anchor, Data: data}, nil)
	if err != nil {
		return nil, fmt.Errorf("chain: asking the anchor contract: %w", explain(err))
	}
	return out, nil
}

// NextNonce implements [anchor.Chain].
func (c *Chain) NextNonce(ctx context.Context) (uint64, error) { return c.nonce(ctx, nil) }

// FinalNonce implements [anchor.Chain].
func (c *Chain) FinalNonce(ctx context.Context) (uint64, error) {
	final, err := c.Finalized(ctx)
	if err != nil {
		return 0, err
	}
	return c.nonce(ctx, new(big.Int).SetUint64(final.Number))
}

func (c *Chain) nonce(ctx context.Context, at *big.Int) (uint64, error) {
	if err := c.check(ctx); err != nil {
		return 0, err
	}
	n, err := c.client.NonceAt(ctx, c.account, at)
	if err != nil {
		return 0, fmt.Errorf("chain: asking for the sender's nonce: %w", err)
	}
	return n, nil
}

// Fees implements [anchor.Chain].
func (c *Chain) Fees(ctx context.Context) (anchor.Fees, error) {
	if err := c.check(ctx); err != nil {
		return anchor.Fees{}, err
	}
	tip, limit, err := fees(ctx, c.client)
	if err != nil {
		return anchor.Fees{}, err
	}
	if !limit.IsUint64() {
		return anchor.Fees{}, fmt.Errorf("chain: the endpoint asks for %s wei for a unit of gas", limit)
	}
	return anchor.Fees{Tip: tip.Uint64(), Cap: limit.Uint64()}, nil
}

// Sign implements [anchor.Chain].
func (c *Chain) Sign(ctx context.Context, call anchor.Call) (anchor.Signed, error) {
	gas, err := c.gas(ctx, call)
	if err != nil {
		return anchor.Signed{}, err
	}
	return c.sign(call, gas)
}

// maxGas is far above what an anchor costs. An endpoint that asks for more is wrong, or wants the account to look empty.
const maxGas = 200_000

// gas asks what a call will need, and a quarter more.
func (c *Chain) gas(ctx context.Context, call anchor.Call) (uint64, error) {
	if c.sender == nil {
		return 0, errors.New("chain: this process has no key to anchor with")
	}
	if call.Size < 1 {
		return 0, fmt.Errorf("chain: %d is not the size of a log", call.Size)
	}
	if err := c.check(ctx); err != nil {
		return 0, err
	}
	data := c.anchor.PackAnchor(call.Root, uint64(call.Size))
	gas, err := c.client.EstimateGas(ctx, ethereum.CallMsg{From: c.account, To: &c.contracts.Anchor, Data: data})
	if err != nil {
		return 0, fmt.Errorf("chain: anchoring size %d: %w", call.Size, explain(err))
	}
	if gas > maxGas {
		return 0, fmt.Errorf("chain: the endpoint says that an anchor needs %d gas, and %d are more than enough", gas, maxGas)
	}
	return gas + gas/4, nil
}

// sign asks nobody.
func (c *Chain) sign(call anchor.Call, gas uint64) (anchor.Signed, error) {
	id := new(big.Int).SetUint64(c.contracts.ID)
	tx, err := types.SignNewTx(c.sender, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: call.Nonce, To: &c.contracts.Anchor, Data: c.anchor.PackAnchor(call.Root, uint64(call.Size)), Gas: gas,
		GasTipCap: new(big.Int).SetUint64(call.Fees.Tip), GasFeeCap: new(big.Int).SetUint64(call.Fees.Cap),
	})
	if err != nil {
		return anchor.Signed{}, fmt.Errorf("chain: signing: %w", err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return anchor.Signed{}, fmt.Errorf("chain: encoding: %w", err)
	}
	return anchor.Signed{Hash: tx.Hash(), Raw: raw}, nil
}

// Broadcast implements [anchor.Chain]. Nodes say what they make of a transaction in words of their own.
func (c *Chain) Broadcast(ctx context.Context, raw []byte) error {
	var tx types.Transaction
	if err := tx.UnmarshalBinary(raw); err != nil {
		return fmt.Errorf("chain: what is to be sent is no transaction: %w", err)
	}
	if err := c.check(ctx); err != nil {
		return err
	}
	err := c.client.SendTransaction(ctx, &tx)
	if err == nil {
		return nil
	}
	says := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(strings.ToLower(err.Error()), w) {
				return true
			}
		}
		return false
	}
	switch {
	case says("already known", "known transaction", "already imported", "already_exists", "already exists"):
		return nil
	case says("nonce too low", "nonce is too low", "oldnonce"):
		return fmt.Errorf("chain: %w: %w", anchor.ErrNonceUsed, err)
	case says("underpriced", "less than block base fee", "fee too low", "feetoolow"):
		return fmt.Errorf("chain: %w: %w", anchor.ErrUnderpriced, err)
	}
	return fmt.Errorf("chain: sending: %w", err)
}

// Mined implements [anchor.Chain].
func (c *Chain) Mined(ctx context.Context, hash common.Hash) (anchor.Mined, bool, error) {
	if err := c.check(ctx); err != nil {
		return anchor.Mined{}, false, err
	}
	receipt, err := c.client.TransactionReceipt(ctx, hash)
	if errors.Is(err, ethereum.NotFound) {
		return anchor.Mined{}, false, nil
	}
	if err != nil {
		return anchor.Mined{}, false, fmt.Errorf("chain: asking for the receipt of %s: %w", hash, err)
	}
	at, err := c.Block(ctx, receipt.BlockNumber.Uint64())
	if err != nil {
		return anchor.Mined{}, false, err
	}
	if at.Hash != receipt.BlockHash {
		return anchor.Mined{}, false, nil // the block was replaced between the two questions
	}
	m := anchor.Mined{Tx: hash, Block: at, OK: receipt.Status == types.ReceiptStatusSuccessful}
	for _, l := range receipt.Logs {
		if p, ok := c.anchored(l); ok {
			m.Checkpoint = p
		}
	}
	return m, true, nil
}

// anchored reads a log if it is the contract's word that it anchored something.
func (c *Chain) anchored(l *types.Log) (anchor.Checkpoint, bool) {
	abi := c.anchor.GetABI()
	if l.Address != c.contracts.Anchor || l.Removed || len(l.Topics) == 0 || l.Topics[0] != abi.Events["Anchored"].ID {
		return anchor.Checkpoint{}, false
	}
	e, err := c.anchor.UnpackAnchoredEvent(l)
	if err != nil || e.Size > 1<<62 {
		return anchor.Checkpoint{}, false
	}
	return anchor.Checkpoint{Size: int64(e.Size), Root: e.Root}, true
}

// FirstAbove implements [anchor.Chain]. It walks back from the head, since an outbox is missed soon after it was lost,
// and sizes only grow.
func (c *Chain) FirstAbove(ctx context.Context, size int64) (anchor.Mined, bool, error) {
	if err := c.check(ctx); err != nil {
		return anchor.Mined{}, false, err
	}
	head, err := c.client.BlockNumber(ctx)
	if err != nil {
		return anchor.Mined{}, false, fmt.Errorf("chain: asking for the head: %w", err)
	}
	var first common.Hash
	found := false
	limit := uint64(searchRange)
	for to, below := head, false; !below && to >= c.contracts.Block; {
		from := max(c.contracts.Block, to-min(to, limit-1))
		logs, err := c.client.FilterLogs(ctx, ethereum.FilterQuery{
			FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
			Addresses: []common.Address{c.contracts.Anchor}, Topics: [][]common.Hash{{c.anchor.GetABI().Events["Anchored"].ID}},
		})
		if err != nil {
			if from == to || ctx.Err() != nil {
				return anchor.Mined{}, false, fmt.Errorf("chain: searching the anchors of blocks %d to %d: %w", from, to, err)
			}
			limit = (to - from + 1) / 2
			continue
		}
		for i := len(logs) - 1; i >= 0 && !below; i-- {
			p, ok := c.anchored(&logs[i])
			switch {
			case !ok:
			case p.Size > size:
				first, found = logs[i].TxHash, true
			default:
				below = true
			}
		}
		if from == 0 {
			break
		}
		to = from - 1
	}
	if !found {
		return anchor.Mined{}, false, nil
	}
	return c.Mined(ctx, first)
}
