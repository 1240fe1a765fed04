package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/contracts/bindings"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// Post puts a signed message about a proposal on chain. Anybody may send it.
func (a *Account) Post(ctx context.Context, contract common.Address, subject common.Hash, message []byte) (*types.Receipt, error) {
	return a.send(ctx, &contract, PostCall(subject, message), nil)
}

// PostCall returns the data of a call of the anchor contract that posts a message, for any wallet to send.
func PostCall(subject common.Hash, message []byte) []byte {
	return bindings.NewAnchor().PackPost(subject, message)
}

// posted reads what somebody posted, and reports false if it is no message about its subject: anybody can post anything.
func (c *Chain) posted(l *types.Log) (e badge.Event, is bool, err error) {
	v, err := c.anchor.UnpackPostedEvent(l)
	if err != nil {
		return e, false, err
	}
	_, subject, bad := record.ParsePost(v.Message)
	if bad != nil || subject != document.Digest(v.Subject) {
		return e, false, nil
	}
	return badge.Event{Kind: badge.Posted, Subject: v.Subject, Message: string(v.Message)}, true, nil
}

// read reads a log of one of the contracts, but for its place on the chain.
func (c *Chain) read(l *types.Log) (e badge.Event, is bool, err error) {
	switch l.Address {
	case c.contracts.Badge:
		e, err = c.event(l)
		return e, true, err
	case c.contracts.Anchor:
		return c.posted(l)
	}
	return e, false, fmt.Errorf("it is of contract %s, which was not asked for", l.Address)
}
