package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/contracts/bindings"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// Plan is a deployment before it happens. It is needed because each names the other: genesis.json holds the contracts'
// addresses, and the anchor contract holds the digest of genesis.json. An address follows from the deployer and the
// number of its transactions so far, so it can be known before.
type Plan struct {
	Deployer  common.Address
	Nonce     uint64 // of the badge contract's transaction; the anchor contract's is the next
	Contracts record.Chain
}

// PlannedAddresses returns where the contracts of a deployer will be whose next transaction has this nonce.
func PlannedAddresses(deployer common.Address, nonce uint64) (badge, anchor common.Address) {
	return crypto.CreateAddress(deployer, nonce), crypto.CreateAddress(deployer, nonce+1)
}

// Plan returns what [Account.Deploy] will do if the account sends nothing in between. The record begins with the block
// after the present head.
func (a *Account) Plan(ctx context.Context) (Plan, error) {
	nonce, err := a.client.PendingNonceAt(ctx, a.address)
	if err != nil {
		return Plan{}, fmt.Errorf("chain: asking for the deployer's nonce: %w", err)
	}
	head, err := a.client.BlockNumber(ctx)
	if err != nil {
		return Plan{}, fmt.Errorf("chain: asking for the head: %w", err)
	}
	p := Plan{Deployer: a.address, Nonce: nonce}
	p.Contracts.ID, p.Contracts.Block = a.chainID.Uint64(), head+1
	p.Contracts.Badge, p.Contracts.Anchor = PlannedAddresses(a.address, nonce)
	return p, nil
}

// Deploy deploys both contracts as planned. The owner of both is in production a timelock; sender is the account that
// anchors; genesis is the digest of genesis.json.
func (a *Account) Deploy(ctx context.Context, p Plan, owner, sender common.Address, genesis document.Digest) error {
	nonce, err := a.client.PendingNonceAt(ctx, a.address)
	if err != nil {
		return fmt.Errorf("chain: asking for the deployer's nonce: %w", err)
	}
	if a.address != p.Deployer || nonce != p.Nonce {
		return fmt.Errorf("chain: the plan is for transaction %d of %s, and the next one is %d of %s: plan again, and write genesis.json again", p.Nonce, p.Deployer, nonce, a.address)
	}
	badge, anchor := bindings.NewExpertiseBadge(), bindings.NewAnchor()
	steps := []struct {
		name    string
		address common.Address
		code    []byte
	}{
		{"badge", p.Contracts.Badge, append(common.FromHex(bindings.ExpertiseBadgeMetaData.Bin), badge.PackConstructor(owner)...)},
		{"anchor", p.Contracts.Anchor, append(common.FromHex(bindings.AnchorMetaData.Bin), anchor.PackConstructor(owner, sender, genesis)...)},
	}
	for _, s := range steps {
		receipt, err := a.send(ctx, nil, s.code, nil)
		if err != nil {
			return fmt.Errorf("deploying the %s contract: %w", s.name, err)
		}
		if receipt.ContractAddress != s.address {
			return fmt.Errorf("chain: the %s contract is at %s and not at %s, where genesis.json has it", s.name, receipt.ContractAddress, s.address)
		}
	}
	return nil
}
