package chain

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/bindings"
)

// Grant is a badge to mint: what the holder consented to, and the signature that says so. A grant by decision names the
// badge contract as its issuer.
type Grant struct {
	wallet.Consent
	Signature []byte // of a key, or whatever the holder's contract takes; none if the holder agreed by transaction
}

func (g Grant) pack() bindings.IExpertiseBadgeGrant {
	return bindings.IExpertiseBadgeGrant{
		Holder: g.Holder, BadgeType: g.BadgeType, Level: g.Level, Issued: g.Issued, Expires: g.Expires, Deadline: g.Deadline,
	}
}

// terms packs what an award says, as the contract has it: deadline << 128 | level << 88 | issued << 38 | expires.
func (g Grant) terms() *big.Int {
	terms := new(big.Int).SetUint64(g.Deadline)
	terms.Lsh(terms, 40).Or(terms, big.NewInt(int64(g.Level)))
	terms.Lsh(terms, 50).Or(terms, new(big.Int).SetUint64(g.Issued))
	return terms.Lsh(terms, 38).Or(terms, new(big.Int).SetUint64(g.Expires))
}

// Endorsement is a member's word for a request, and the endorser's own badge in the type's domain.
type Endorsement struct {
	Endorser  common.Address
	BadgeType uint32
	Deadline  uint64
	Signature []byte
}

// SignGrant signs a consent with the holder's key, in the badge contract's domain.
func SignGrant(d wallet.Domain, c wallet.Consent, key *ecdsa.PrivateKey) (Grant, error) {
	sig, err := wallet.Sign(d.Digest(c.StructHash()), key)
	if err != nil {
		return Grant{}, fmt.Errorf("chain: signing a consent: %w", err)
	}
	return Grant{c, sig[:]}, nil
}

// badgeABI packs calls of the badge contract.
var badgeABI = bindings.NewExpertiseBadge

// The calls of the badge contract that only its owner may send. In production that is a timelock, to which the council
// hands them over.

// CreateType is the call that makes a badge type.
func CreateType(t badge.Type, decision common.Hash) []byte {
	return badgeABI().PackCreateType(t.ID, t.Domain, t.Name, t.Levels, terms(t), decision)
}

// ChangeType is the call that sets the terms of a badge type for grants from then on.
func ChangeType(t badge.Type, decision common.Hash) []byte {
	return badgeABI().PackChangeType(t.ID, terms(t), decision)
}

func terms(t badge.Type) bindings.IBadgeTypesTerms {
	return bindings.IBadgeTypesTerms{Validity: t.Validity, Endorsements: t.Endorsements, EndorserLevel: t.EndorserLevel, Burn: uint8(t.Burn)}
}

// RetireType is the call that ends the minting of a badge type.
func RetireType(typ uint32, decision common.Hash) []byte {
	return badgeABI().PackRetireType(typ, decision)
}

// SetIssuer is the call that allows an account to issue badges of a type or ends that.
func SetIssuer(typ uint32, issuer common.Address, allowed bool, decision common.Hash) []byte {
	return badgeABI().PackSetIssuer(typ, issuer, allowed, decision)
}

// MintDecided is the call that mints, renews or changes levels by decision, all or none. The holders consented to badges
// from the badge contract.
func MintDecided(decision common.Hash, grants ...Grant) []byte {
	list, consents := make([]bindings.IExpertiseBadgeGrant, len(grants)), make([][]byte, len(grants))
	for i, g := range grants {
		list[i], consents[i] = g.pack(), g.Signature
	}
	return badgeABI().PackMintDecided(list, consents, decision)
}

// RevokeDecided is the call that takes a badge back by decision. The reasons are [badge.Cause] and those after it.
func RevokeDecided(id common.Hash, reason uint8, decision common.Hash) []byte {
	return badgeABI().PackRevokeDecided(id.Big(), reason, decision)
}

// ProposeRecovery is the call that proposes to move the badges of a lost key to a new address, whose signature of r is
// the consent.
func ProposeRecovery(r wallet.Recovery, consent []byte, decision common.Hash) []byte {
	return badgeABI().PackProposeRecovery(r.From, r.To, r.Deadline, consent, decision)
}

// CancelRecovery is the call that calls a recovery off by decision.
func CancelRecovery(from common.Address, decision common.Hash) []byte {
	return badgeABI().PackCancelRecovery(from, decision)
}

// AcceptOwnership is the call by which whoever a contract is handed to takes it over.
func AcceptOwnership() []byte { return badgeABI().PackAcceptOwnership() }

// TransferOwnership is the call by which a contract's owner hands it over.
func TransferOwnership(to common.Address) []byte { return badgeABI().PackTransferOwnership(to) }

// Send sends a call to a contract and waits until it is in a block.
func (a *Account) Send(ctx context.Context, contract common.Address, call []byte) (*types.Receipt, error) {
	return a.send(ctx, &contract, call, nil)
}

// Mint mints, renews or changes levels, as the issuer: all or none, in one transaction. Holders that are contracts are
// minted to one by one.
func (a *Account) Mint(ctx context.Context, contract common.Address, grants ...Grant) (*types.Receipt, error) {
	for _, g := range grants {
		if g.Issuer != a.address {
			return nil, fmt.Errorf("chain: %s consented to a badge from %s, and %s is about to issue it", g.Holder, g.Issuer, a.address)
		}
	}
	if len(grants) == 1 {
		return a.send(ctx, &contract, badgeABI().PackMint(grants[0].pack(), grants[0].Signature), nil)
	}
	batches, err := batch(grants)
	if err != nil {
		return nil, err
	}
	return a.send(ctx, &contract, badgeABI().PackMintBatch(batches), nil)
}

// Agree is the call by which a holder consents by transaction: for wallets that send and do not sign. The badge will be dated
// with the block, and can be minted for 30 days. The holder is whoever sends it.
func Agree(typ uint32, level uint8, issuer common.Address, burn badge.Burn, expires uint64) []byte {
	return badgeABI().PackAgree(typ, level, issuer, uint8(burn), expires)
}

// WithdrawAgreement is the call by which a holder takes an agreement back.
func WithdrawAgreement(typ uint32) []byte { return badgeABI().PackWithdrawAgreement(typ) }

// Agreed returns what a holder agreed to about a badge, as the grant that it takes to mint it. It does not name the badge's type
// in words. A [Refusal] BadgeNotAgreed says that there is nothing.
func (a *Account) Agreed(ctx context.Context, contract common.Address, id common.Hash) (Grant, error) {
	out, err := a.read(ctx, contract, badgeABI().PackAgreementOf(id.Big()))
	if err != nil {
		return Grant{}, fmt.Errorf("chain: asking for what is agreed about badge %s: %w", id, explain(err))
	}
	v, err := badgeABI().UnpackAgreementOf(out)
	if err != nil {
		return Grant{}, fmt.Errorf("chain: what is agreed about badge %s: %w", id, err)
	}
	b := v.Badge
	return Grant{Consent: wallet.Consent{
		Holder: b.Holder, Issuer: b.Issuer, BadgeType: b.BadgeType, Level: b.Level, Burn: badge.Burn(b.Burn).String(),
		Issued: b.Issued, Expires: b.Expires, Deadline: v.Deadline,
	}}, nil
}

// batch sorts grants by type, each type's in their order.
func batch(grants []Grant) ([]bindings.IExpertiseBadgeBatch, error) {
	var batches []bindings.IExpertiseBadgeBatch
	for _, g := range grants {
		award := bindings.IExpertiseBadgeAward{Holder: g.Holder, Terms: g.terms()}
		if len(g.Signature) > 0 {
			if len(g.Signature) != len(wallet.Signature{}) {
				return nil, fmt.Errorf("chain: the consent of %s is not that of a key, so its badge is to be minted alone", g.Holder)
			}
			sig, err := wallet.NewSignature([65]byte(g.Signature))
			if err != nil {
				return nil, fmt.Errorf("chain: the consent of %s: %w", g.Holder, err)
			}
			award.R, award.Vs = [32]byte(sig[:32]), [32]byte(sig[32:64])
			award.Vs[0] |= (sig[64] - 27) << 7 // EIP-2098
		}
		i := slices.IndexFunc(batches, func(b bindings.IExpertiseBadgeBatch) bool { return b.BadgeType == g.BadgeType })
		if i < 0 {
			i = len(batches)
			batches = append(batches, bindings.IExpertiseBadgeBatch{BadgeType: g.BadgeType})
		}
		batches[i].Awards = append(batches[i].Awards, award)
	}
	return batches, nil
}

// CallEndorsed returns the call by which anybody can have a badge minted on the word of members.
func CallEndorsed(r wallet.Request, request []byte, endorsements []Endorsement) []byte {
	list := make([]bindings.IExpertiseBadgeEndorsement, len(endorsements))
	for i, e := range endorsements {
		list[i] = bindings.IExpertiseBadgeEndorsement(e)
	}
	slices.SortFunc(list, func(a, b bindings.IExpertiseBadgeEndorsement) int { return a.Endorser.Cmp(b.Endorser) })
	grant := bindings.IExpertiseBadgeGrant{Holder: r.Holder, BadgeType: r.BadgeType, Level: r.Level, Issued: r.Issued, Expires: r.Expires, Deadline: r.Deadline}
	return badgeABI().PackMintEndorsed(grant, request, r.Evidence, list)
}

// MintEndorsed mints, renews or changes a level on the word of members. Anybody may send it.
func (a *Account) MintEndorsed(ctx context.Context, contract common.Address, r wallet.Request, request []byte, endorsements []Endorsement) (*types.Receipt, error) {
	return a.send(ctx, &contract, CallEndorsed(r, request, endorsements), nil)
}

// Revoke takes a badge back, as its issuer. The reasons are [badge.Cause] and those after it.
func (a *Account) Revoke(ctx context.Context, contract common.Address, id common.Hash, reason uint8) (*types.Receipt, error) {
	return a.send(ctx, &contract, badgeABI().PackRevoke(id.Big(), reason), nil)
}

// Surrender gives a badge up, as its holder.
func (a *Account) Surrender(ctx context.Context, contract common.Address, id common.Hash) (*types.Receipt, error) {
	return a.send(ctx, &contract, badgeABI().PackSurrender(id.Big()), nil)
}

// ObjectToRecovery calls a recovery off: with the old key's signature of a [wallet.Objection], or none if the account is
// the old one.
func (a *Account) ObjectToRecovery(ctx context.Context, contract, from common.Address, signature []byte) (*types.Receipt, error) {
	return a.send(ctx, &contract, badgeABI().PackObjectToRecovery(from, signature), nil)
}

// ExecuteRecovery moves the badges of a lost key, once its time has come. Anybody may send it.
func (a *Account) ExecuteRecovery(ctx context.Context, contract, from common.Address) (*types.Receipt, error) {
	return a.send(ctx, &contract, badgeABI().PackExecuteRecovery(from), nil)
}
