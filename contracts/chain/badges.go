package chain

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
)

var _ follower.Chain = (*Chain)(nil)

// kinds are the contract's events that matter to who holds what. ERC-721's Transfer and ERC-5192's Locked follow from
// them and say nothing more.
var kinds = map[string]badge.Kind{
	"TypeCreated":  badge.TypeCreated,
	"TypeRetired":  badge.TypeRetired,
	"IssuerSet":    badge.IssuerSet,
	"Minted":       badge.Minted,
	"Renewed":      badge.Renewed,
	"LevelChanged": badge.LevelChanged,
	"Revoked":      badge.Revoked,
	"Surrendered":  badge.Surrendered,
}

// BadgeEvents implements [follower.Chain].
func (c *Chain) BadgeEvents(ctx context.Context, from, to uint64) ([]badge.Event, error) {
	if err := c.check(ctx); err != nil {
		return nil, err
	}
	abi := c.badge.GetABI()
	var topics []common.Hash
	for name := range kinds {
		topics = append(topics, abi.Events[name].ID)
	}
	logs, err := c.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
		Addresses: []common.Address{c.contracts.Badge}, Topics: [][]common.Hash{topics},
	})
	if err != nil {
		if unreachable(err) {
			return nil, fmt.Errorf("chain: asking for the badge events of blocks %d to %d: %w", from, to, err)
		}
		return nil, fmt.Errorf("chain: asking for the badge events of blocks %d to %d: %w: %w", from, to, follower.ErrTooLarge, err)
	}
	// Asked for after the events: an endpoint that lags says of blocks that it does not have that nothing happened.
	if _, err := c.Block(ctx, to); err != nil {
		return nil, err
	}
	slices.SortFunc(logs, byPlace)

	events := make([]badge.Event, 0, len(logs))
	var at follower.Block
	for i := range logs {
		l := &logs[i]
		if l.Address != c.contracts.Badge || l.BlockNumber < from || l.BlockNumber > to || l.Removed {
			return nil, fmt.Errorf("chain: the endpoint answered with a log of contract %s in block %d, which was not asked for", l.Address, l.BlockNumber)
		}
		if at.Hash != l.BlockHash {
			if at, err = c.Block(ctx, l.BlockNumber); err != nil {
				return nil, err
			}
			if at.Hash != l.BlockHash {
				return nil, fmt.Errorf("chain: the endpoint shows an event in block %s, but block %d is %s", l.BlockHash, l.BlockNumber, at.Hash)
			}
		}
		e, err := c.event(l)
		if err != nil {
			return nil, fmt.Errorf("chain: log %d of block %d: %w", l.Index, l.BlockNumber, err)
		}
		e.Block, e.Time, e.Index, e.Tx = at.Number, at.Time, uint64(l.Index), l.TxHash
		events = append(events, e)
	}
	return events, nil
}

// unreachable reports whether a question found no endpoint, or no answer that is one: nothing was said against it.
func unreachable(err error) bool {
	var limited *follower.LimitedError
	var operation *net.OpError
	var syntax *json.SyntaxError
	return errors.As(err, &limited) || errors.As(err, &operation) || errors.As(err, &syntax) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, context.Canceled)
}

func byPlace(a, b types.Log) int {
	return cmp.Or(cmp.Compare(a.BlockNumber, b.BlockNumber), cmp.Compare(a.Index, b.Index))
}

// event reads what one log says, but for its place on the chain.
func (c *Chain) event(l *types.Log) (badge.Event, error) {
	if len(l.Topics) == 0 {
		return badge.Event{}, errors.New("it has no topic")
	}
	abi := c.badge.GetABI()
	definition, err := abi.EventByID(l.Topics[0])
	if err != nil {
		return badge.Event{}, err
	}
	e := badge.Event{Kind: kinds[definition.Name]}
	var id *big.Int
	switch e.Kind {
	case badge.TypeCreated:
		v, err := c.badge.UnpackTypeCreatedEvent(l)
		if err != nil {
			return e, err
		}
		e.Type, e.Domain, e.Name, e.Levels, e.Validity = v.BadgeType, v.Domain, v.Name, v.Levels, v.Validity
	case badge.TypeRetired:
		v, err := c.badge.UnpackTypeRetiredEvent(l)
		if err != nil {
			return e, err
		}
		e.Type = v.BadgeType
	case badge.IssuerSet:
		v, err := c.badge.UnpackIssuerSetEvent(l)
		if err != nil {
			return e, err
		}
		e.Type, e.Issuer, e.Allowed = v.BadgeType, v.Issuer, v.Allowed
	case badge.Minted:
		v, err := c.badge.UnpackMintedEvent(l)
		if err != nil {
			return e, err
		}
		id, e.Issuer, e.Level, e.Issued, e.Expires = v.Id, v.Issuer, v.Level, v.Issued, v.Expires
	case badge.Renewed:
		v, err := c.badge.UnpackRenewedEvent(l)
		if err != nil {
			return e, err
		}
		id, e.Issuer, e.Level, e.Issued, e.Expires = v.Id, v.Issuer, v.Level, v.Issued, v.Expires
	case badge.LevelChanged:
		v, err := c.badge.UnpackLevelChangedEvent(l)
		if err != nil {
			return e, err
		}
		id, e.Issuer, e.Level, e.Issued, e.Expires = v.Id, v.Issuer, v.Level, v.Issued, v.Expires
	case badge.Revoked:
		v, err := c.badge.UnpackRevokedEvent(l)
		if err != nil {
			return e, err
		}
		id, e.Actor, e.Reason = v.Id, v.Actor, v.Reason
	case badge.Surrendered:
		v, err := c.badge.UnpackSurrenderedEvent(l)
		if err != nil {
			return e, err
		}
		id = v.Id
	default:
		return e, fmt.Errorf("it is a %s event, which was not asked for", definition.Name)
	}
	if id == nil {
		return e, nil
	}
	e.ID = common.BigToHash(id)
	var ok bool
	if e.Holder, e.Type, ok = badge.SplitTokenID(e.ID); !ok {
		return e, fmt.Errorf("%s is not the id of a badge", e.ID)
	}
	return e, nil
}
