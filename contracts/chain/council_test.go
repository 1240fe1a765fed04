package chain_test

import (
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/chain"
)

// The deployer hands the contracts over to a timelock, after which two of three council members change a badge type, and
// one alone, the deployer included, nothing.
func TestCouncilOwnsTheContracts(t *testing.T) {
	in, ctx := start(t), t.Context()
	const delay = 3600
	members := []int{11, 12, 13}
	var addresses []common.Address
	for _, n := range members {
		addresses = append(addresses, address(t, n))
	}
	council := must[chain.Council](t)(in.owner.DeployCouncil(ctx, addresses, 2, delay))
	ok(t, in.owner.HandOver(ctx, council, in.plan.Contracts.Badge, in.plan.Contracts.Anchor))

	motion := func(words string, target common.Address, call []byte, voters ...int) (wallet.Motion, error) {
		t.Helper()
		m := must[wallet.Motion](t)(in.issuer.Motion(ctx, council, words, target, call, uint64(in.net.Clock().Unix())+600))
		var votes []chain.Vote
		for _, n := range voters {
			votes = append(votes, must[chain.Vote](t)(chain.SignMotion(in.issuer.Domain(council.Address), m, key(t, n))))
		}
		_, err := in.issuer.Move(ctx, council, m, votes)
		return m, err
	}
	carry := func(words string, target common.Address, call []byte) {
		t.Helper()
		m, err := motion(words, target, call, members[0], members[2])
		ok(t, err)
		if _, err := in.issuer.Execute(ctx, council, m); err == nil {
			t.Error("a call was made before its delay had passed")
		}
		ok(t, in.net.AdjustTime(2*delay*time.Second)) // blocks run ahead of the clock
		ok(t, in.net.Mine(1))
		_, err = in.issuer.Execute(ctx, council, m)
		ok(t, err)
	}
	for _, contract := range []common.Address{in.plan.Contracts.Badge, in.plan.Contracts.Anchor} {
		carry("take the contract over", contract, chain.AcceptOwnership())
	}
	carry("retire the licence reviewers", in.plan.Contracts.Badge, chain.RetireType(licensing, decision))

	var refusal *chain.Refusal
	if _, err := motion("alone", in.plan.Contracts.Badge, chain.RetireType(safety, decision), members[1]); !errors.As(err, &refusal) || refusal.Name != "CouncilVotes" {
		t.Errorf("one member alone: %v", err)
	}
	if _, err := motion("with a stranger", in.plan.Contracts.Badge, chain.RetireType(safety, decision), members[1], 99); !errors.As(err, &refusal) || refusal.Name != "CouncilMember" {
		t.Errorf("a member and a stranger: %v", err)
	}
	if _, err := in.owner.Send(ctx, in.plan.Contracts.Badge, chain.RetireType(safety, decision)); !errors.As(err, &refusal) || refusal.Name != "OwnableUnauthorizedAccount" {
		t.Errorf("the deployer: %v", err)
	}
	var r badge.Registry
	for _, e := range in.events(t) {
		ok(t, r.Apply(e))
	}
	if typ, _ := r.Type(licensing); typ.Retired == 0 {
		t.Error("the type was not retired")
	}
	if typ, _ := r.Type(safety); typ.Retired != 0 {
		t.Error("the other type was")
	}
}
