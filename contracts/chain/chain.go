package chain

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/anchorview"
	"github.com/peritus-dao/peritus/contracts/bindings"
	"github.com/peritus-dao/peritus/governance/record"
)

// Config says which contracts, and through which endpoint.
type Config struct {
	// Client is the endpoint, as [endpoints.Dial] connects it. The caller closes it.
	Client *ethclient.Client
	// Contracts are those that genesis.json names, with the blocks that are final there.
	Contracts record.Chain
	// Sender is the key that anchors. Nil if nothing is to be anchored.
	Sender *ecdsa.PrivateKey
}

// Chain is one endpoint's view of one instance's contracts. It may be used from any goroutine.
type Chain struct {
	client    *ethclient.Client
	contracts record.Chain
	finality  record.Finality
	sender    *ecdsa.PrivateKey
	account   common.Address
	badge     *bindings.ExpertiseBadge
	anchor    *bindings.Anchor

	checked atomic.Bool // that the endpoint is on the right chain
}

// ErrWrongChain says that an endpoint serves another chain than the instance's.
var ErrWrongChain = errors.New("the endpoint serves another chain")

// Open returns a chain. It asks the endpoint whether it is on the right chain and has both contracts, since most of what
// goes wrong in production is that one of these is not so.
func Open(ctx context.Context, cfg Config) (*Chain, error) {
	c, err := newChain(cfg)
	if err != nil {
		return nil, err
	}
	return c, c.check(ctx)
}

// newChain returns a chain whose endpoint was asked nothing yet.
func newChain(cfg Config) (*Chain, error) {
	finality, err := record.ParseFinality(cfg.Contracts.Finality)
	if err != nil {
		return nil, fmt.Errorf("chain: genesis.json: %w", err)
	}
	c := &Chain{
		client: cfg.Client, contracts: cfg.Contracts, finality: finality, sender: cfg.Sender,
		badge: bindings.NewExpertiseBadge(), anchor: bindings.NewAnchor(),
	}
	if c.sender != nil {
		c.account = crypto.PubkeyToAddress(c.sender.PublicKey)
	}
	return c, nil
}

// check asks the endpoint, until it has once given the right answer, whether it is on the right chain and has both contracts.
func (c *Chain) check(ctx context.Context) error {
	if c.checked.Load() {
		return nil
	}
	id, err := c.client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("chain: the endpoint does not answer: %w", err)
	}
	if id.Cmp(new(big.Int).SetUint64(c.contracts.ID)) != 0 {
		return fmt.Errorf("chain: %w: the endpoint is on chain %s, and the instance is on chain %d: give an endpoint of that chain", ErrWrongChain, id, c.contracts.ID)
	}
	for _, contract := range []struct {
		name    string
		address common.Address
	}{{"badge", c.contracts.Badge}, {"anchor", c.contracts.Anchor}} {
		code, err := c.client.CodeAt(ctx, contract.address, nil)
		if err != nil {
			return fmt.Errorf("chain: looking for the %s contract: %w", contract.name, err)
		}
		if len(code) == 0 {
			return fmt.Errorf("chain: there is no %s contract at %s: the endpoint is behind, or the chain is another one with the same number", contract.name, contract.address)
		}
	}
	c.checked.Store(true)
	return nil
}

// Sender returns the address of the account that anchors, zero if the chain was opened without its key.
func (c *Chain) Sender() common.Address { return c.account }

// Finalized implements [follower.Chain].
func (c *Chain) Finalized(ctx context.Context) (follower.Block, error) {
	if err := c.check(ctx); err != nil {
		return follower.Block{}, err
	}
	h, err := anchorview.Final(ctx, c.client, c.finality)
	if err != nil {
		return follower.Block{}, fmt.Errorf("chain: asking for the finalized block: %w", err)
	}
	return block(h), nil
}

// Head implements [follower.Chain].
func (c *Chain) Head(ctx context.Context) (follower.Block, error) {
	if err := c.check(ctx); err != nil {
		return follower.Block{}, err
	}
	h, err := c.client.HeaderByNumber(ctx, nil)
	if err != nil {
		return follower.Block{}, fmt.Errorf("chain: asking for the head: %w", err)
	}
	return block(h), nil
}

// Block implements [follower.Chain].
func (c *Chain) Block(ctx context.Context, number uint64) (follower.Block, error) {
	if err := c.check(ctx); err != nil {
		return follower.Block{}, err
	}
	h, err := c.client.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return follower.Block{}, fmt.Errorf("chain: asking for block %d: %w", number, err)
	}
	if h.Number.Uint64() != number {
		return follower.Block{}, fmt.Errorf("chain: the endpoint answered with block %s when it was asked for block %d", h.Number, number)
	}
	return block(h), nil
}

func block(h *types.Header) follower.Block {
	return follower.Block{Number: h.Number.Uint64(), Hash: h.Hash(), Time: h.Time}
}
