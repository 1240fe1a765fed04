package chain

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/bindings"
	"github.com/peritus-dao/peritus/governance/record"
)

// Config says which contracts, and through which endpoint.
type Config struct {
	// Client is the endpoint. The caller closes it.
	Client *ethclient.Client
	// Contracts are those that genesis.json names.
	Contracts record.Chain
	// Sender is the key that anchors. Nil if nothing is to be anchored.
	Sender *ecdsa.PrivateKey
}

// Chain is one endpoint's view of one instance's contracts. It may be used from any goroutine.
type Chain struct {
	client    *ethclient.Client
	contracts record.Chain
	sender    *ecdsa.PrivateKey
	account   common.Address
	badge     *bindings.ExpertiseBadge
	anchor    *bindings.Anchor
}

// Open returns a chain. It asks the endpoint whether it is on the right chain and has both contracts, since most of what
// goes wrong in production is that one of these is not so.
func Open(ctx context.Context, cfg Config) (*Chain, error) {
	id, err := cfg.Client.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("chain: the endpoint does not answer: %w", err)
	}
	if id.Cmp(new(big.Int).SetUint64(cfg.Contracts.ID)) != 0 {
		return nil, fmt.Errorf("chain: the endpoint is on chain %s, and the instance is on chain %d: give an endpoint of that chain", id, cfg.Contracts.ID)
	}
	c := &Chain{
		client: cfg.Client, contracts: cfg.Contracts, sender: cfg.Sender,
		badge: bindings.NewExpertiseBadge(), anchor: bindings.NewAnchor(),
	}
	if c.sender != nil {
		c.account = crypto.PubkeyToAddress(c.sender.PublicKey)
	}
	for name, address := range map[string]common.Address{"badge": cfg.Contracts.Badge, "anchor": cfg.Contracts.Anchor} {
		code, err := c.client.CodeAt(ctx, address, nil)
		if err != nil {
			return nil, fmt.Errorf("chain: looking for the %s contract: %w", name, err)
		}
		if len(code) == 0 {
			return nil, fmt.Errorf("chain: there is no %s contract at %s: the endpoint is behind, or the chain is another one with the same number", name, address)
		}
	}
	return c, nil
}

// Sender returns the address of the account that anchors, zero if the chain was opened without its key.
func (c *Chain) Sender() common.Address { return c.account }

// Finalized implements [follower.Chain].
func (c *Chain) Finalized(ctx context.Context) (follower.Block, error) {
	h, err := c.client.HeaderByNumber(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	if isNotFound(err) { // nothing is final yet on a young chain
		return c.Block(ctx, 0)
	}
	if err != nil {
		return follower.Block{}, fmt.Errorf("chain: asking for the finalized block: %w", err)
	}
	return block(h), nil
}

// Block implements [follower.Chain].
func (c *Chain) Block(ctx context.Context, number uint64) (follower.Block, error) {
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

// isNotFound reports whether an error says that there is no such thing. Nodes answer so with an empty result, or, where
// they have no finalized block yet, with an error of their own.
func isNotFound(err error) bool {
	return errors.Is(err, ethereum.NotFound) || err != nil && strings.Contains(err.Error(), "finalized block not found")
}
