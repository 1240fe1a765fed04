package chain

import (
	"context"
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/bindings"
)

// Grant is a badge to mint: what the holder consented to, and the signature that says so.
type Grant struct {
	wallet.Consent
	Signature []byte // of a key, or whatever the holder's contract takes
}

// SignGrant signs a consent with the holder's key, in the badge contract's domain.
func SignGrant(d wallet.Domain, c wallet.Consent, key *ecdsa.PrivateKey) (Grant, error) {
	sig, err := wallet.Sign(d.Digest(c.StructHash()), key)
	if err != nil {
		return Grant{}, fmt.Errorf("chain: signing a consent: %w", err)
	}
	return Grant{c, sig[:]}, nil
}

// CreateType makes a badge type, as the owner.
func (a *Account) CreateType(ctx context.Context, contract common.Address, t badge.Type) (*types.Receipt, error) {
	return a.send(ctx, &contract, bindings.NewExpertiseBadge().PackCreateType(t.ID, t.Domain, t.Name, t.Levels, t.Validity), nil)
}

// RetireType ends the minting of a badge type, as the owner.
func (a *Account) RetireType(ctx context.Context, contract common.Address, typ uint32) (*types.Receipt, error) {
	return a.send(ctx, &contract, bindings.NewExpertiseBadge().PackRetireType(typ), nil)
}

// SetIssuer allows an account to issue badges of a type or ends that, as the owner.
func (a *Account) SetIssuer(ctx context.Context, contract common.Address, typ uint32, issuer common.Address, allowed bool) (*types.Receipt, error) {
	return a.send(ctx, &contract, bindings.NewExpertiseBadge().PackSetIssuer(typ, issuer, allowed), nil)
}

// Mint mints, renews or changes levels, as the issuer: all or none, in one transaction.
func (a *Account) Mint(ctx context.Context, contract common.Address, grants ...Grant) (*types.Receipt, error) {
	list := make([]bindings.IExpertiseBadgeGrant, len(grants))
	for i, g := range grants {
		if g.Issuer != a.address {
			return nil, fmt.Errorf("chain: %s consented to a badge from %s, and %s is about to issue it", g.Holder, g.Issuer, a.address)
		}
		list[i] = bindings.IExpertiseBadgeGrant{
			Holder: g.Holder, BadgeType: g.BadgeType, Level: g.Level,
			Issued: g.Issued, Expires: g.Expires, Deadline: g.Deadline, Consent: g.Signature,
		}
	}
	data := bindings.NewExpertiseBadge().PackMintBatch(list)
	if len(list) == 1 {
		data = bindings.NewExpertiseBadge().PackMint(list[0])
	}
	return a.send(ctx, &contract, data, nil)
}

// Revoke takes a badge back, as its issuer or the owner. The reasons are [badge.Cause] and those after it.
func (a *Account) Revoke(ctx context.Context, contract common.Address, id common.Hash, reason uint8) (*types.Receipt, error) {
	return a.send(ctx, &contract, bindings.NewExpertiseBadge().PackRevoke(id.Big(), reason), nil)
}

// Surrender gives a badge up, as its holder.
func (a *Account) Surrender(ctx context.Context, contract common.Address, id common.Hash) (*types.Receipt, error) {
	return a.send(ctx, &contract, bindings.NewExpertiseBadge().PackSurrender(id.Big()), nil)
}
