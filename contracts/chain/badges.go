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
	"github.com/peritus-dao/peritus/contracts/bindings"
)

var _ follower.Chain = (*Chain)(nil)

// kinds are the contract's events that matter to who holds what. Those of the standards (Transfer, Locked, Issued) follow
// from them and say nothing more. Agreed and AgreementWithdrawn are about what is no badge, and anybody can send them: they are
// not asked for, so that strangers can not fill the log.
var kinds = map[string]badge.Kind{
	"TypeCreated":       badge.TypeCreated,
	"TypeChanged":       badge.TypeChanged,
	"TypeRetired":       badge.TypeRetired,
	"IssuerSet":         badge.IssuerSet,
	"Endorsed":          badge.Endorsed,
	"Decided":           badge.Decided,
	"Minted":            badge.Minted,
	"Renewed":           badge.Renewed,
	"LevelChanged":      badge.LevelChanged,
	"Revoked":           badge.Revoked,
	"Surrendered":       badge.Surrendered,
	"RecoveryProposed":  badge.RecoveryProposed,
	"RecoveryCancelled": badge.RecoveryCancelled,
	"Recovered":         badge.Recovered,
}

// BadgeEvents implements [follower.Chain].
func (c *Chain) BadgeEvents(ctx context.Context, from, to uint64) ([]badge.Event, error) {
	if err := c.check(ctx); err != nil {
		return nil, err
	}
	abi := c.badge.GetABI()
	topics := []common.Hash{c.anchor.GetABI().Events["Posted"].ID}
	for name := range kinds {
		topics = append(topics, abi.Events[name].ID)
	}
	logs, err := c.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
		Addresses: []common.Address{c.contracts.Badge, c.contracts.Anchor}, Topics: [][]common.Hash{topics},
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
		if l.Address != c.contracts.Badge && l.Address != c.contracts.Anchor || l.BlockNumber < from || l.BlockNumber > to || l.Removed {
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
		e, is, err := c.read(l)
		if err != nil {
			return nil, fmt.Errorf("chain: log %d of block %d: %w", l.Index, l.BlockNumber, err)
		}
		if !is {
			continue
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
	kind, ok := kinds[definition.Name]
	if !ok {
		return badge.Event{}, fmt.Errorf("it is a %s event, which was not asked for", definition.Name)
	}
	var e badge.Event
	var id *big.Int
	switch kind {
	case badge.TypeCreated, badge.TypeChanged, badge.TypeRetired, badge.IssuerSet:
		e, err = c.typeEvent(kind, l)
	case badge.RecoveryProposed, badge.RecoveryCancelled, badge.Recovered:
		e, err = c.recoveryEvent(kind, l)
	default:
		e, id, err = c.tokenEvent(kind, l)
	}
	e.Kind = kind
	if err != nil || id == nil {
		return e, err
	}
	e.ID = common.BigToHash(id)
	if e.Holder, e.Type, ok = badge.SplitTokenID(e.ID); !ok {
		return e, fmt.Errorf("%s is not the id of a badge", e.ID)
	}
	return e, nil
}

func (c *Chain) typeEvent(kind badge.Kind, l *types.Log) (e badge.Event, err error) {
	terms := func(t bindings.IBadgeTypesTerms) {
		e.Validity, e.Endorsements, e.EndorserLevel, e.Burn = t.Validity, t.Endorsements, t.EndorserLevel, badge.Burn(t.Burn)
	}
	switch kind {
	case badge.TypeCreated:
		v, err := c.badge.UnpackTypeCreatedEvent(l)
		if err != nil {
			return e, err
		}
		e.Type, e.Domain, e.Name, e.Levels, e.Decision = v.BadgeType, v.Domain, v.Name, v.Levels, v.Decision
		terms(v.Terms)
	case badge.TypeChanged:
		v, err := c.badge.UnpackTypeChangedEvent(l)
		if err != nil {
			return e, err
		}
		e.Type, e.Version, e.Decision = v.BadgeType, v.Version, v.Decision
		terms(v.Terms)
	case badge.TypeRetired:
		v, err := c.badge.UnpackTypeRetiredEvent(l)
		if err != nil {
			return e, err
		}
		e.Type, e.Decision = v.BadgeType, v.Decision
	case badge.IssuerSet:
		v, err := c.badge.UnpackIssuerSetEvent(l)
		if err != nil {
			return e, err
		}
		e.Type, e.Issuer, e.Allowed, e.Decision = v.BadgeType, v.Issuer, v.Allowed, v.Decision
	}
	return e, nil
}

func (c *Chain) recoveryEvent(kind badge.Kind, l *types.Log) (e badge.Event, err error) {
	switch kind {
	case badge.RecoveryProposed:
		v, err := c.badge.UnpackRecoveryProposedEvent(l)
		if err != nil {
			return e, err
		}
		e.Holder, e.To, e.Executable, e.Decision = v.From, v.To, v.Executable, v.Decision
	case badge.RecoveryCancelled:
		v, err := c.badge.UnpackRecoveryCancelledEvent(l)
		if err != nil {
			return e, err
		}
		e.Holder, e.To, e.Decision = v.From, v.To, v.Decision
	case badge.Recovered:
		v, err := c.badge.UnpackRecoveredEvent(l)
		if err != nil {
			return e, err
		}
		e.Holder, e.To = v.From, v.To
	}
	return e, nil
}

// tokenEvent also returns the token's id.
func (c *Chain) tokenEvent(kind badge.Kind, l *types.Log) (e badge.Event, id *big.Int, err error) {
	switch kind {
	case badge.Endorsed:
		v, err := c.badge.UnpackEndorsedEvent(l)
		if err != nil {
			return e, nil, err
		}
		id, e.Actor, e.Evidence = v.Id, v.Endorser, v.Evidence
	case badge.Decided:
		v, err := c.badge.UnpackDecidedEvent(l)
		if err != nil {
			return e, nil, err
		}
		id, e.Decision = v.Id, v.Decision
	case badge.Minted:
		v, err := c.badge.UnpackMintedEvent(l)
		if err != nil {
			return e, nil, err
		}
		id, e.Issuer, e.Level, e.Issued, e.Expires = v.Id, v.Issuer, v.Level, v.Issued, v.Expires
	case badge.Renewed:
		v, err := c.badge.UnpackRenewedEvent(l)
		if err != nil {
			return e, nil, err
		}
		id, e.Issuer, e.Level, e.Issued, e.Expires = v.Id, v.Issuer, v.Level, v.Issued, v.Expires
	case badge.LevelChanged:
		v, err := c.badge.UnpackLevelChangedEvent(l)
		if err != nil {
			return e, nil, err
		}
		id, e.Issuer, e.Level, e.Issued, e.Expires = v.Id, v.Issuer, v.Level, v.Issued, v.Expires
	case badge.Revoked:
		v, err := c.badge.UnpackRevokedEvent(l)
		if err != nil {
			return e, nil, err
		}
		id, e.Actor, e.Reason, e.Decision = v.Id, v.Actor, v.Reason, v.Decision
	case badge.Surrendered:
		v, err := c.badge.UnpackSurrenderedEvent(l)
		if err != nil {
			return e, nil, err
		}
		id = v.Id
	}
	return e, id, nil
}
