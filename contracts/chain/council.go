package chain

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/bindings"
)

// Council is the contract of several keys in front of the timelock that owns the contracts.
type Council struct {
	Address  common.Address
	Timelock common.Address
}

// Vote is a council member's agreement.
type Vote struct {
	Member    common.Address
	Signature []byte
}

// Domain returns the domain of what the council's members sign.
func (a *Account) Domain(contract common.Address) wallet.Domain {
	return wallet.Domain{ChainID: a.chainID.Uint64(), Contract: contract}
}

// DeployCouncil deploys a council and its timelock. Of the members, threshold have to agree, and what they agree to can be
// executed after delay seconds.
func (a *Account) DeployCouncil(ctx context.Context, members []common.Address, threshold int, delay uint64) (Council, error) {
	members = slices.SortedFunc(slices.Values(members), common.Address.Cmp)
	contract := bindings.NewCouncil()
	code := append(common.FromHex(bindings.CouncilMetaData.Bin), contract.PackConstructor(members, big.NewInt(int64(threshold)), new(big.Int).SetUint64(delay))...)
	receipt, err := a.send(ctx, nil, code, nil)
	if err != nil {
		return Council{}, fmt.Errorf("deploying the council: %w", err)
	}
	return a.Council(ctx, receipt.ContractAddress)
}

// Council returns the council at an address, with its timelock.
func (a *Account) Council(ctx context.Context, address common.Address) (Council, error) {
	c, contract := Council{Address: address}, bindings.NewCouncil()
	out, err := a.read(ctx, c.Address, contract.PackTIMELOCK())
	if err == nil {
		c.Timelock, err = contract.UnpackTIMELOCK(out)
	}
	if err != nil {
		return Council{}, fmt.Errorf("chain: asking the council for its timelock: %w", err)
	}
	return c, nil
}

func (a *Account) read(ctx context.Context, contract common.Address, data []byte) ([]byte, error) {
	return a.client.CallContract(ctx, ethereum.CallMsg{To: &contract, Data: data}, nil)
}

// HandOver begins to hand contracts over to the council's timelock, as their owner. The council completes it with a motion
// for each to call [AcceptOwnership].
func (a *Account) HandOver(ctx context.Context, c Council, contracts ...common.Address) error {
	for _, contract := range contracts {
		if _, err := a.Send(ctx, contract, TransferOwnership(c.Timelock)); err != nil {
			return fmt.Errorf("handing %s over to the timelock: %w", contract, err)
		}
	}
	return nil
}

// Motion prepares a call for the council's members to sign.
func (a *Account) Motion(ctx context.Context, c Council, words string, target common.Address, call []byte, deadline uint64) (wallet.Motion, error) {
	contract := bindings.NewCouncil()
	out, err := a.read(ctx, c.Address, contract.PackNumber())
	if err != nil {
		return wallet.Motion{}, fmt.Errorf("chain: asking the council for its next act: %w", explain(err))
	}
	number, err := contract.UnpackNumber(out)
	if err != nil {
		return wallet.Motion{}, fmt.Errorf("chain: the council's answer: %w", err)
	}
	return wallet.Motion{Words: words, Target: target, Data: call, Number: number.Uint64(), Deadline: deadline}, nil
}

// SignMotion is a member's agreement by key.
func SignMotion(d wallet.Domain, m wallet.Motion, key *ecdsa.PrivateKey) (Vote, error) {
	sig, err := wallet.Sign(d.Digest(m.StructHash()), key)
	if err != nil {
		return Vote{}, fmt.Errorf("chain: signing a motion: %w", err)
	}
	return Vote{crypto.PubkeyToAddress(key.PublicKey), sig[:]}, nil
}

// Move hands a call to the timelock. Anybody may send it.
func (a *Account) Move(ctx context.Context, c Council, m wallet.Motion, votes []Vote) (*types.Receipt, error) {
	list := make([]bindings.ICouncilVote, len(votes))
	for i, v := range votes {
		list[i] = bindings.ICouncilVote(v)
	}
	slices.SortFunc(list, func(a, b bindings.ICouncilVote) int { return a.Member.Cmp(b.Member) })
	return a.send(ctx, &c.Address, bindings.NewCouncil().PackMove(m.Words, m.Target, m.Data, m.Deadline, list), nil)
}

// Execute has the timelock make a call that the council handed to it, once its delay has passed. Anybody may send it.
func (a *Account) Execute(ctx context.Context, c Council, m wallet.Motion) (*types.Receipt, error) {
	return a.send(ctx, &c.Address, bindings.NewCouncil().PackEnact(new(big.Int).SetUint64(m.Number), m.Target, m.Data), nil)
}
