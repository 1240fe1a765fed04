package main

import (
	"context"
	"encoding/hex"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/replay"
)

// relayer has badges minted that enough members endorsed, so that a member needs no coin. It has no say: anybody can send
// the same transaction, and the contract checks every signature in it.
type relayer struct {
	service *governance.Service
	account *chain.Account
	badge   common.Address
	log     *slog.Logger
	mine    func() error            // makes a block of the present time; nil on a real chain, which does so by itself
	tried   map[int64]document.Time // when a request was last sent
	busy    atomic.Bool
}

const (
	relayAgain = 600 // seconds after which a request that was refused or got lost is sent again
	relayWait  = 3 * time.Minute
)

// step sends what is ready, one after the other. It returns how many badges were minted.
func (r *relayer) step(ctx context.Context) (int, error) {
	if r == nil || !r.busy.CompareAndSwap(false, true) {
		return 0, nil
	}
	defer r.busy.Store(false)
	ctx, cancel := context.WithTimeout(ctx, relayWait)
	defer cancel()
	minted := 0
	ready := r.service.Ready()
	if len(ready) == 0 {
		return 0, nil
	}
	if r.mine != nil {
		if err := r.mine(); err != nil {
			return 0, err
		}
	}
	head, err := r.account.Time(ctx)
	if err != nil {
		return 0, err
	}
	for _, p := range ready {
		if head < uint64(p.Issued) {
			continue // to the contract it is dated in the future: wait for the next block
		}
		now := r.service.Now()
		if last, ok := r.tried[p.Index]; ok && now < last.Add(relayAgain) {
			continue
		}
		r.tried[p.Index] = now
		request, endorsements, err := mintArguments(p)
		if err != nil {
			return minted, err
		}
		_, err = r.account.MintEndorsed(ctx, r.badge, p.Message(), request, endorsements)
		var refused *chain.Refusal
		switch {
		case err == nil:
			minted++
		case errors.As(err, &refused):
			// Perhaps somebody was faster, or an endorser lost the badge a moment ago: the record will say so.
			r.log.WarnContext(ctx, "the badge contract refuses a request", slog.Int64("request", p.Index), slog.String("why", refused.Error()))
		default:
			return minted, err
		}
	}
	return minted, nil
}

// mintArguments returns the signatures that a request was endorsed with, of those endorsements that count.
func mintArguments(p replay.Progress) (request []byte, endorsements []chain.Endorsement, err error) {
	if request, err = hex.DecodeString(strings.TrimPrefix(p.Signature, "0x")); err != nil {
		return nil, nil, err
	}
	for _, g := range p.Given {
		if !g.Counts || len(endorsements) == p.Needed {
			continue
		}
		signature, err := hex.DecodeString(strings.TrimPrefix(g.Signature, "0x"))
		if err != nil {
			return nil, nil, err
		}
		endorsements = append(endorsements, chain.Endorsement{Endorser: g.Endorser, BadgeType: g.By.Type, Deadline: uint64(p.Deadline), Signature: signature})
	}
	return request, endorsements, nil
}

// mintCall returns the transaction that mints a request's badge.
func mintCall(p replay.Progress) ([]byte, error) {
	request, endorsements, err := mintArguments(p)
	return chain.CallEndorsed(p.Message(), request, endorsements), err
}
