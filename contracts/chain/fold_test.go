package chain_test

import (
	"bytes"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/bindings"
	"github.com/peritus-dao/peritus/contracts/chain"
)

// crowd does at random whatever anybody can do to the badge contract.
type crowd struct {
	*instance
	random *rand.Rand
	people []int
	did    map[string]int
}

func (c *crowd) now() uint64 { return uint64(c.net.Clock().Unix()) }

func (c *crowd) domain() wallet.Domain {
	return wallet.Domain{ChainID: c.plan.Contracts.ID, Contract: c.plan.Contracts.Badge}
}

func (c *crowd) someone() int { return c.people[c.random.IntN(len(c.people))] }

func (c *crowd) sign(t testing.TB, key *ecdsa.PrivateKey, hash [32]byte) []byte {
	sig := must[wallet.Signature](t)(wallet.Sign(c.domain().Digest(hash), key))
	return sig[:]
}

// consent returns what somebody might agree to, on the terms that a type has now.
func (c *crowd) consent(t testing.TB, r *badge.Registry, issuer common.Address) chain.Grant {
	typ, _ := r.Type(uint32(1 + c.random.IntN(2)))
	who, now := c.someone(), c.now()
	m := wallet.Consent{
		Holder: address(t, who), Issuer: issuer, BadgeType: typ.ID, Badge: typ.Name, Level: uint8(c.random.IntN(6)), Burn: typ.Burn.String(),
		Issued: now - uint64(c.random.IntN(2)*3600), Expires: now + uint64(1+c.random.IntN(40))*86400, Deadline: now + 3600,
	}
	return must[chain.Grant](t)(chain.SignGrant(c.domain(), m, key(t, who)))
}

// act does one thing, which the contract may refuse.
func (c *crowd) act(t testing.TB, r *badge.Registry) (name string, err error) {
	ctx, contract := t.Context(), c.plan.Contracts.Badge
	who := c.someone()
	id := badge.TokenID(address(t, who), uint32(1+c.random.IntN(2)))
	owned := func(call []byte) error { _, err := c.owner.Send(ctx, contract, call); return err }
	switch c.random.IntN(15) {
	case 0, 1:
		_, err = c.issuer.Mint(ctx, contract, c.consent(t, r, c.issuer.Address()))
		return "mint", err
	case 2:
		_, err = c.issuer.Mint(ctx, contract, c.consent(t, r, c.issuer.Address()), c.consent(t, r, c.issuer.Address()))
		return "batch", err
	case 3:
		return "decide", owned(chain.MintDecided(decision, c.consent(t, r, contract)))
	case 4, 5:
		g := c.consent(t, r, common.Address{})
		m := wallet.Request{
			Holder: g.Holder, BadgeType: g.BadgeType, Badge: g.Badge, Level: max(1, g.Level/2), Burn: g.Burn, Evidence: wallet.Text("evidence"),
			Issued: g.Issued, Expires: g.Expires, Deadline: g.Deadline,
		}
		var request []byte
		var endorsements []chain.Endorsement
		for _, n := range c.people {
			if address(t, n) == m.Holder {
				request = c.sign(t, key(t, n), m.StructHash())
			} else if b, ok := r.Badge(badge.TokenID(address(t, n), 1)); ok && b.InForce(c.now()) && b.Level >= m.Level {
				e := wallet.Endorsement{
					Endorser: address(t, n), Holder: m.Holder, BadgeType: m.BadgeType, Badge: m.Badge, Level: m.Level,
					Evidence: m.Evidence, Issued: m.Issued, Deadline: m.Deadline,
				}
				endorsements = append(endorsements, chain.Endorsement{Endorser: e.Endorser, BadgeType: 1, Deadline: e.Deadline, Signature: c.sign(t, key(t, n), e.StructHash())})
			}
		}
		_, err = c.issuer.MintEndorsed(ctx, contract, m, request, endorsements)
		return "endorse", err
	case 6:
		_, err = c.issuer.Revoke(ctx, contract, id, uint8(1+c.random.IntN(3)))
		return "revoke", err
	case 7:
		return "revoke by decision", owned(chain.RevokeDecided(id, uint8(1+c.random.IntN(3)), decision))
	case 8:
		account := must[*chain.Account](t)(chain.NewAccount(ctx, c.net.Client(), key(t, who)))
		_, err = account.Surrender(ctx, contract, id)
		return "surrender", err
	case 9:
		typ, _ := r.Type(uint32(1 + c.random.IntN(2)))
		typ.Burn, typ.Endorsements, typ.EndorserLevel = badge.Burn(c.random.IntN(4)), uint8(c.random.IntN(3)), 0
		if typ.Endorsements > 0 {
			typ.EndorserLevel = 1
		}
		return "change", owned(chain.ChangeType(typ, decision))
	case 10:
		return "issuer", owned(chain.SetIssuer(uint32(1+c.random.IntN(2)), c.issuer.Address(), c.random.IntN(4) > 0, decision))
	case 11, 12, 13:
		return c.agree(t, r, who, id)
	}
	return c.recover(t, who)
}

// agree has somebody agree by transaction, and then it is minted, or taken back, or left at that.
func (c *crowd) agree(t testing.TB, r *badge.Registry, who int, id common.Hash) (string, error) {
	ctx, contract := t.Context(), c.plan.Contracts.Badge
	_, number, _ := badge.SplitTokenID(id)
	typ, _ := r.Type(number)
	issuer := c.issuer.Address()
	if c.random.IntN(3) == 0 {
		issuer = contract
	}
	account := must[*chain.Account](t)(chain.NewAccount(ctx, c.net.Client(), key(t, who)))
	if _, err := account.Send(ctx, contract, chain.Agree(number, uint8(c.random.IntN(6)), issuer, typ.Burn, c.now()+uint64(1+c.random.IntN(40))*86400)); err != nil {
		return "agree", err
	}
	switch c.random.IntN(4) {
	case 0:
		return "agree", nil
	case 1:
		_, err := account.Send(ctx, contract, chain.WithdrawAgreement(number))
		return "withdraw", err
	}
	grant := must[chain.Grant](t)(c.issuer.Agreed(ctx, contract, id))
	if issuer == contract {
		_, err := c.owner.Send(ctx, contract, chain.MintDecided(decision, grant))
		return "decide what was agreed", err
	}
	_, err := c.issuer.Mint(ctx, contract, grant)
	return "mint what was agreed", err
}

// recover proposes to move somebody's badges, and mostly they do, unless the old key objects or the owner thinks better of it.
func (c *crowd) recover(t testing.TB, who int) (string, error) {
	ctx, contract := t.Context(), c.plan.Contracts.Badge
	heir := 200 + len(c.people)
	m := wallet.Recovery{From: address(t, who), To: address(t, heir), Deadline: c.now() + 60}
	if _, err := c.owner.Send(ctx, contract, chain.ProposeRecovery(m, c.sign(t, key(t, heir), m.StructHash()), decision)); err != nil {
		return "propose", err
	}
	executable := must[uint64](t)(c.executable(t, m.From))
	ok(t, c.net.AdjustTime((badge.RecoveryDelay+3600)*time.Second)) // blocks run ahead of the clock
	ok(t, c.net.Mine(1))                                            // gas is estimated at the head's time
	switch c.random.IntN(4) {
	case 0:
		o := wallet.Objection{From: m.From, To: m.To, Executable: executable}
		_, err := c.issuer.ObjectToRecovery(ctx, contract, m.From, c.sign(t, key(t, who), o.StructHash()))
		return "object", err
	case 1:
		_, err := c.owner.Send(ctx, contract, chain.CancelRecovery(m.From, decision))
		return "cancel", err
	}
	_, err := c.issuer.ExecuteRecovery(ctx, contract, m.From)
	if err == nil {
		c.people = append(c.people, heir)
		_, err = c.owner.Pay(ctx, m.To, big.NewInt(1e17))
	}
	return "recover", err
}

func (c *crowd) read(t testing.TB, data []byte) ([]byte, error) {
	return c.net.Client().CallContract(t.Context(), ethereum.CallMsg{To: &c.plan.Contracts.Badge, Data: data}, nil)
}

func (c *crowd) executable(t testing.TB, from common.Address) (uint64, error) {
	contract := bindings.NewExpertiseBadge()
	out, err := c.read(t, contract.PackRecoveryOf(from))
	if err != nil {
		return 0, err
	}
	r, err := contract.UnpackRecoveryOf(out)
	return r.Executable, err
}

// check compares what a follower believes with what the contract says.
func (c *crowd) check(t testing.TB, r *badge.Registry) {
	t.Helper()
	contract := bindings.NewExpertiseBadge()
	for _, n := range c.people {
		holder := address(t, n)
		out := must[[]byte](t)(c.read(t, contract.PackBadgesOf(holder)))
		var want, got []badge.Badge
		for _, b := range must[[]bindings.IExpertiseBadgeBadge](t)(contract.UnpackBadgesOf(out)) {
			want = append(want, badge.Badge{Holder: b.Holder, Issuer: b.Issuer, Type: b.BadgeType, Level: b.Level, Burn: badge.Burn(b.Burn), Issued: b.Issued, Expires: b.Expires})
		}
		slices.SortFunc(want, func(a, b badge.Badge) int { return int(a.Type) - int(b.Type) })
		for _, b := range r.Of(holder) {
			if b.Ended == 0 {
				b.Minted = 0
				got = append(got, b)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("a follower says that %s has %+v; the contract says %+v", holder, got, want)
		}
		out = must[[]byte](t)(c.read(t, contract.PackRecoveryOf(holder)))
		if moved, to := must[bindings.IExpertiseBadgeRecovery](t)(contract.UnpackRecoveryOf(out)), first(r.Recovered(holder)); moved.Executed != (to != common.Address{}) || moved.Executed && moved.To != to {
			t.Fatalf("the badges of %s: %+v, and went to %s", holder, moved, to)
		}
	}
	for _, typ := range r.Types() {
		out := must[[]byte](t)(c.read(t, contract.PackTypeOf(typ.ID)))
		says := must[bindings.IBadgeTypesBadgeType](t)(contract.UnpackTypeOf(out))
		want := badge.Type{
			ID: typ.ID, Domain: says.Domain, Name: says.Name, Levels: says.Levels, Validity: says.Terms.Validity, Endorsements: says.Terms.Endorsements,
			EndorserLevel: says.Terms.EndorserLevel, Burn: badge.Burn(says.Terms.Burn), Version: says.Version, Created: typ.Created, Retired: typ.Retired,
		}
		if typ != want {
			t.Fatalf("a follower says %+v, the contract says %+v", typ, want)
		}
	}
}

func first[A, B any](a A, _ B) A { return a }

// Whatever is done to the contract, a follower that folds its events believes what the contract says, and refuses none of
// them.
func TestFoldIsWhatTheContractSays(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	if text := os.Getenv("PERITUS_TEST_SEED"); text != "" {
		var err error
		seed, err = strconv.ParseUint(text, 10, 64)
		ok(t, err)
	}
	t.Logf("PERITUS_TEST_SEED=%d", seed)
	c := &crowd{instance: start(t), random: rand.New(rand.NewPCG(seed, 0)), people: []int{1, 2, 3, 4, 5, 6}, did: map[string]int{}}
	for _, n := range c.people {
		_, err := c.owner.Pay(t.Context(), address(t, n), big.NewInt(1e17))
		ok(t, err)
	}
	var r badge.Registry
	seen := 0
	fold := func() {
		events := c.events(t)
		for _, e := range events[seen:] {
			if err := r.Apply(e); err != nil {
				t.Fatalf("a follower refuses what the contract emitted: %v\n%+v", err, e)
			}
		}
		seen = len(events)
	}
	fold()
	for n := 0; n < 200 || (c.did["mint"] == 0 || c.did["recover"] == 0 || c.did["mint what was agreed"] == 0) && n < 2000; n++ {
		name, err := c.act(t, &r)
		var refusal *chain.Refusal
		switch {
		case err == nil:
			c.did[name]++
		case !errors.As(err, &refusal):
			t.Fatalf("%s: %v", name, err)
		}
		if c.random.IntN(4) == 0 {
			ok(t, c.net.AdjustTime(time.Duration(c.random.IntN(5*24))*time.Hour))
		}
		fold()
		if c.random.IntN(20) == 0 {
			c.check(t, &r)
		}
	}
	c.check(t, &r)
	t.Logf("done: %v, %d events", c.did, seen)
	if c.did["mint"] == 0 || c.did["recover"] == 0 {
		t.Errorf("too little was done to show anything: %v", c.did)
	}
}

// A member without coin is minted to by whoever brings the signatures, and the events say how the badge was earned.
func TestEndorsedMintIsRelayed(t *testing.T) {
	c := &crowd{instance: start(t)}
	c.mint(t, c.grant(t, 1, safety, 4), c.grant(t, 2, safety, 5))
	now := c.now()
	m := wallet.Request{
		Holder: address(t, 3), BadgeType: safety, Badge: "Safety evaluator", Level: 4, Burn: badge.ByEither.String(), Evidence: wallet.Text("evidence"),
		Issued: now, Expires: now + 86400, Deadline: now + 3600,
	}
	var endorsements []chain.Endorsement
	for _, n := range []int{1, 2} {
		e := wallet.Endorsement{Endorser: address(t, n), Holder: m.Holder, BadgeType: safety, Badge: m.Badge, Level: 4, Evidence: m.Evidence, Issued: now, Deadline: now + 60}
		endorsements = append(endorsements, chain.Endorsement{Endorser: e.Endorser, BadgeType: safety, Deadline: e.Deadline, Signature: c.sign(t, key(t, n), e.StructHash())})
	}
	relay := must[*chain.Account](t)(chain.NewAccount(t.Context(), c.net.Client(), key(t, 50)))
	_, err := c.owner.Pay(t.Context(), relay.Address(), big.NewInt(1e17))
	ok(t, err)
	receipt := must[*types.Receipt](t)(relay.MintEndorsed(t.Context(), c.plan.Contracts.Badge, m, c.sign(t, key(t, 3), m.StructHash()), endorsements))
	t.Logf("gas: %d", receipt.GasUsed)
	var r badge.Registry
	for _, e := range c.events(t) {
		ok(t, r.Apply(e))
	}
	earned, found := r.Earned(badge.TokenID(m.Holder, safety))
	slices.SortFunc(endorsements, func(a, b chain.Endorsement) int { return bytes.Compare(a.Endorser[:], b.Endorser[:]) })
	want := []common.Address{endorsements[0].Endorser, endorsements[1].Endorser}
	if !found || !slices.Equal(earned.Endorsers, want) || earned.Evidence != common.Hash(m.Evidence) {
		t.Errorf("earned by %+v", earned)
	}
}
