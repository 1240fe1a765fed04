package chain

import (
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/peritus-dao/peritus/contracts/bindings"
)

// Account sends transactions of one key, one after the other, and waits for each to be in a block. It is for setting up
// an instance and for demos; what must survive a crash goes through an outbox, as anchors do.
type Account struct {
	client  *ethclient.Client
	key     *ecdsa.PrivateKey
	chainID *big.Int
	address common.Address
	mu      sync.Mutex // held while a transaction is on its way, since the next one needs the next nonce
}

// NewAccount returns an account on the endpoint's chain.
func NewAccount(ctx context.Context, client *ethclient.Client, key *ecdsa.PrivateKey) (*Account, error) {
	id, err := client.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("chain: the endpoint does not answer: %w", err)
	}
	return &Account{client: client, key: key, chainID: id, address: crypto.PubkeyToAddress(key.PublicKey)}, nil
}

// Address returns the account's address.
func (a *Account) Address() common.Address { return a.address }

// Time returns the time of the newest block, by which the contracts judge what is sent now.
func (a *Account) Time(ctx context.Context) (uint64, error) {
	h, err := a.client.HeaderByNumber(ctx, nil)
	if err != nil {
		return 0, fmt.Errorf("chain: asking for the head: %w", err)
	}
	return h.Time, nil
}

// Pay sends coin.
func (a *Account) Pay(ctx context.Context, to common.Address, wei *big.Int) (*types.Receipt, error) {
	return a.send(ctx, &to, nil, wei)
}

// send sends a transaction and waits for its receipt. A nil to makes a contract.
func (a *Account) send(ctx context.Context, to *common.Address, data []byte, wei *big.Int) (*types.Receipt, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	gas, err := a.client.EstimateGas(ctx, ethereum.CallMsg{From: a.address, To: to, Data: data, Value: wei})
	if err != nil {
		return nil, fmt.Errorf("chain: %w", explain(err))
	}
	tip, limit, err := fees(ctx, a.client)
	if err != nil {
		return nil, err
	}
	nonce, err := a.client.PendingNonceAt(ctx, a.address)
	if err != nil {
		return nil, fmt.Errorf("chain: asking for the account's nonce: %w", err)
	}
	tx, err := types.SignNewTx(a.key, types.LatestSignerForChainID(a.chainID), &types.DynamicFeeTx{
		ChainID: a.chainID, Nonce: nonce, To: to, Value: wei, Data: data, Gas: gas + gas/4, GasTipCap: tip, GasFeeCap: limit,
	})
	if err != nil {
		return nil, fmt.Errorf("chain: signing: %w", err)
	}
	if err := a.client.SendTransaction(ctx, tx); err != nil {
		return nil, fmt.Errorf("chain: sending: %w", err)
	}
	receipt, err := wait(ctx, a.client, tx.Hash())
	if err != nil {
		return nil, err
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("chain: transaction %s failed in block %s, though it was fine when it was sent", tx.Hash(), receipt.BlockNumber)
	}
	return receipt, nil
}

// wait asks for a receipt, at first very often, since the development chain answers within milliseconds. A node can show
// a receipt a moment before its head is the receipt's block, and would then answer the next question from before it, so
// the head is waited for too.
func wait(ctx context.Context, client *ethclient.Client, tx common.Hash) (*types.Receipt, error) {
	for pause := time.Millisecond; ; pause = min(2*pause, time.Second) {
		receipt, err := client.TransactionReceipt(ctx, tx)
		if err == nil {
			head, headErr := client.BlockNumber(ctx)
			if headErr != nil {
				return nil, fmt.Errorf("chain: asking for the head: %w", headErr)
			}
			if head >= receipt.BlockNumber.Uint64() {
				return receipt, nil
			}
		} else if !errors.Is(err, ethereum.NotFound) && !strings.Contains(err.Error(), "indexing is in progress") {
			return nil, fmt.Errorf("chain: asking for the receipt of %s: %w", tx, err)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("chain: transaction %s was sent, and is in no block yet: %w", tx, ctx.Err())
		case <-time.After(pause):
		}
	}
}

// fees returns the tip that the network suggests, and a cap that stays enough while the base fee doubles.
func fees(ctx context.Context, client *ethclient.Client) (tip, limit *big.Int, err error) {
	if tip, err = client.SuggestGasTipCap(ctx); err != nil {
		return nil, nil, fmt.Errorf("chain: asking for the tip: %w", err)
	}
	head, err := client.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("chain: asking for the head: %w", err)
	}
	limit = new(big.Int).Set(tip)
	if head.BaseFee != nil {
		limit.Add(limit, new(big.Int).Lsh(head.BaseFee, 1))
	}
	return tip, limit, nil
}

// Refusal says why a contract refused a call.
type Refusal struct {
	Name string // of the custom error, such as BadgeLevel
	Args []any
	err  error
}

// Error gives the error as Solidity would write it.
func (r *Refusal) Error() string {
	args := make([]string, len(r.Args))
	for i, a := range r.Args {
		if a, ok := a.(*big.Int); ok && a.BitLen() > 64 { // a badge's id
			args[i] = "0x" + a.Text(16)
			continue
		}
		args[i] = fmt.Sprint(a)
	}
	return fmt.Sprintf("the contract refused: %s(%s)", r.Name, strings.Join(args, ", "))
}

// Unwrap returns the endpoint's error.
func (r *Refusal) Unwrap() error { return r.err }

// explain finds the contract's reason in an endpoint's error.
func explain(err error) error {
	var with rpc.DataError
	if !errors.As(err, &with) {
		return err
	}
	text, ok := with.ErrorData().(string)
	if !ok {
		return err
	}
	data, decodeErr := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if decodeErr != nil || len(data) < 4 {
		return err
	}
	for _, contract := range []abi.ABI{bindings.NewExpertiseBadge().GetABI(), bindings.NewAnchor().GetABI(), bindings.NewCouncil().GetABI()} {
		custom, lookupErr := contract.ErrorByID([4]byte(data))
		if lookupErr != nil {
			continue
		}
		args, unpackErr := custom.Inputs.Unpack(data[4:])
		if unpackErr != nil {
			return err
		}
		return &Refusal{custom.Name, args, err}
	}
	return err
}
