package badge_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
)

var (
	// Two members with level 4 of safety, by address, and who is to be endorsed.
	cyd = common.HexToAddress("0xc1d0000000000000000000000000000000000005")
	dan = common.HexToAddress("0xda00000000000000000000000000000000000006")
	eve = common.HexToAddress("0xe5e0000000000000000000000000000000000007")
	dao = common.HexToAddress("0xdad0000000000000000000000000000000000008") // the contract
)

// endorsable is a chain where two endorsers from level 3 stand in for an issuer of type 1, and cyd and dan have level 4.
// The time is 1020.
func endorsable() *chain {
	c := ready()
	c.emit(badge.Event{Kind: badge.TypeChanged, Type: 1, Version: 2, Validity: 100, Endorsements: 2, EndorserLevel: 3, Burn: badge.ByIssuer, Decision: decision})
	c.createType(3, "safety", 5, 0).allow(3, issuer, true)
	c.emit(grant(badge.Minted, cyd, 1, 4, 1010, 1100)).emit(grant(badge.Minted, dan, 3, 4, 1010, 1200))
	return c.mine(10)
}

func TestEndorsedBadge(t *testing.T) {
	c := endorsable().emit(endorsed(cyd, eve, 1)).emit(endorsed(dan, eve, 1))
	c.emit(grantOf(badge.Minted, eve, 1, 4, 1015, 1115, common.Address{}))
	r := fold(t, c.events)
	b, _ := r.Badge(badge.TokenID(eve, 1))
	if want := (badge.Badge{Holder: eve, Type: 1, Level: 4, Burn: badge.ByIssuer, Issued: 1015, Expires: 1115, Minted: 1020}); b != want {
		t.Errorf("%+v, want %+v", b, want)
	}
	earned, ok := r.Earned(b.ID())
	if !ok || !slices.Equal(earned.Endorsers, []common.Address{cyd, dan}) || earned.Evidence != common.HexToHash("0xe71") || earned.Decision != (common.Hash{}) {
		t.Errorf("earned by %+v", earned)
	}
	if _, ok := r.Earned(badge.TokenID(cyd, 1)); ok {
		t.Error("a badge from an issuer was endorsed")
	}
}

func TestDecidedBadge(t *testing.T) {
	c := ready().emit(decided(eve, 1)).emit(grantOf(badge.Minted, eve, 1, 5, 1005, 1100, dao))
	c.mine(5).emit(decided(eve, 1)).emit(grantOf(badge.Renewed, eve, 1, 5, 1015, 1110, dao))
	r := fold(t, c.events)
	if earned, ok := r.Earned(badge.TokenID(eve, 1)); !ok || earned.Decision != decision || len(earned.Endorsers) != 0 {
		t.Errorf("earned by %+v", earned)
	}
	for name, events := range map[string][]badge.Event{
		"another contract":       {decided(bob, 1), grantOf(badge.Minted, bob, 1, 5, 1006, 1100, owner)},
		"an issuer":              {decided(bob, 1), grantOf(badge.Minted, bob, 1, 5, 1006, 1100, issuer)},
		"nobody":                 {decided(bob, 1), grantOf(badge.Minted, bob, 1, 5, 1006, 1100, common.Address{})},
		"without a decision":     {grantOf(badge.Minted, bob, 1, 5, 1006, 1100, dao)},
		"the contract an issuer": {{Kind: badge.IssuerSet, Type: 1, Issuer: dao, Allowed: true, Decision: decision}},
	} {
		refused(t, "a grant by "+name, c, events...)
	}
}

// refused checks that the last of some events is refused after a chain, and the others are taken.
func refused(t *testing.T, name string, c *chain, events ...badge.Event) {
	t.Helper()
	next := &chain{block: c.block + 1, time: c.time + 1, events: slices.Clone(c.events)}
	for _, e := range events {
		next.emit(e)
	}
	last := len(next.events) - 1
	before, r := fold(t, next.events[:last]), fold(t, next.events[:last])
	if r.Apply(next.events[last]) == nil {
		t.Errorf("%s was believed", name)
	}
	if !r.Equal(before) {
		t.Errorf("%s was refused and changed the registry", name)
	}
}

func TestEndorsementsRefused(t *testing.T) {
	c := endorsable() // time 1020; refused events are of 1021
	mint := func(level uint8) badge.Event {
		return grantOf(badge.Minted, eve, 1, level, 1015, 1115, common.Address{})
	}
	other := endorsed(dan, eve, 1)
	other.Evidence = common.Hash{1}
	refused(t, "one endorsement", c, endorsed(cyd, eve, 1), mint(3))
	refused(t, "an endorsement above the endorser's level", c, endorsed(cyd, eve, 1), endorsed(dan, eve, 1), mint(5))
	refused(t, "the same endorser twice", c, endorsed(cyd, eve, 1), endorsed(cyd, eve, 1))
	refused(t, "endorsers out of order", c, endorsed(dan, eve, 1), endorsed(cyd, eve, 1))
	refused(t, "an endorser of other evidence", c, endorsed(cyd, eve, 1), other)
	refused(t, "the holder's endorsement", c, endorsed(eve, eve, 1))
	refused(t, "an endorser without a badge", c, endorsed(bob, eve, 1), endorsed(cyd, eve, 1), mint(3))
	refused(t, "endorsements for another badge", c, endorsed(cyd, eve, 1), endorsed(dan, bob, 1))
	refused(t, "endorsements of a type without", c, endorsed(cyd, eve, 2))
	refused(t, "an issuer's grant after endorsements", c, endorsed(cyd, eve, 1), endorsed(dan, eve, 1), grant(badge.Minted, eve, 1, 3, 1015, 1115))
	refused(t, "a decision after an endorsement", c, endorsed(cyd, eve, 1), decided(eve, 1))
	refused(t, "endorsements without a grant", c, endorsed(cyd, eve, 1), surrendered(dan, 3))
	refused(t, "a decision without a grant", c, decided(eve, 1), decided(bob, 1))
	refused(t, "a decision by nobody", c, badge.Event{Kind: badge.Decided, Type: 1, ID: badge.TokenID(eve, 1), Holder: eve})

	late := endorsable().mine(80) // 1100, when cyd's badge has expired
	refused(t, "an endorser whose badge has expired", late, endorsed(cyd, eve, 1), endorsed(dan, eve, 1), grantOf(badge.Minted, eve, 1, 3, 1100, 1150, common.Address{}))
	gone := endorsable().emit(revoked(cyd, 1, owner))
	refused(t, "an endorser who lost the badge", gone, endorsed(cyd, eve, 1), endorsed(dan, eve, 1), mint(3))
	refused(t, "a badge given up that only the issuer ends", c, surrendered(cyd, 1))

	// The grant comes in the same transaction, right after.
	apart := endorsable().emit(endorsed(cyd, eve, 1)).emit(endorsed(dan, eve, 1))
	apart.mine(0).emit(mint(3))
	var r badge.Registry
	for i, e := range apart.events {
		if err := r.Apply(e); (err != nil) != (i == len(apart.events)-1) {
			t.Errorf("event %d: %v", i, err)
		}
	}
}

// What a type asks for is seen as it was at each block, and a badge keeps the burn right that it was granted with.
func TestTermsChange(t *testing.T) {
	c := endorsable()
	r := fold(t, c.events)
	before, _ := r.At(10).Type(1)
	after, _ := r.At(11).Type(1)
	if before.Version != 1 || before.Endorsements != 0 || before.Burn != badge.ByEither || after.Version != 2 || after.Endorsements != 2 || after.EndorserLevel != 3 || after.Burn != badge.ByIssuer {
		t.Errorf("type 1 was %+v and became %+v", before, after)
	}
	if b, _ := r.Badge(badge.TokenID(cyd, 1)); b.Burn != badge.ByIssuer {
		t.Errorf("granted on new terms: %s", b.Burn)
	}
	// An issuer ends what it issued without a decision; nobody else does.
	own := revoked(cyd, 1, issuer)
	own.Decision = common.Hash{}
	c.mine(10).emit(own)
	r = fold(t, c.events)
	if b, _ := r.Badge(badge.TokenID(cyd, 1)); b.EndedBy != issuer || b.Decision != (common.Hash{}) {
		t.Errorf("revoked by its issuer: %+v", b)
	}
}

// lost is a chain where ada has a renewed badge of type 1, one of type 2 that she gave up, and a level changed after a
// month; her key is lost. The recovery to eve can be executed when the chain's time is that which it returns.
func lost() (*chain, uint64) {
	c := newChain().createType(1, "safety", 5, 0).createType(2, "data/licensing", 3, 0).allow(1, issuer, true).allow(2, issuer, true).mine(10)
	c.emit(grant(badge.Minted, ada, 1, 3, 1005, 0)).emit(grant(badge.Minted, ada, 2, 1, 1005, 0))
	c.mine(10).emit(surrendered(ada, 2)) // 1020
	c.mine(10).emit(grant(badge.LevelChanged, ada, 1, 4, 1025, 0))
	c.mine(10).emit(recovery(badge.RecoveryProposed, ada, eve, c.time+badge.RecoveryDelay, decision)) // 1040
	return c, 1040 + badge.RecoveryDelay
}

func TestRecovery(t *testing.T) {
	c, at := lost()
	c.mine(at - c.time).emit(recovery(badge.Recovered, ada, eve, 0, common.Hash{}))
	block := c.block
	r := fold(t, c.events)

	want := []badge.Badge{
		{Holder: eve, Issuer: issuer, Type: 1, Level: 3, Burn: badge.ByEither, Issued: 1005, Minted: 1010},
		{Holder: eve, Issuer: issuer, Type: 1, Level: 4, Burn: badge.ByEither, Issued: 1025, Minted: 1030},
	}
	if got := r.History(badge.TokenID(eve, 1)); !slices.Equal(got, want) {
		t.Errorf("the badge at its new address is %+v, want %+v", got, want)
	}
	if got := r.Of(eve); !slices.Equal(got, want[1:]) {
		t.Errorf("the new address has %+v", got)
	}
	if old, _ := r.Badge(badge.TokenID(ada, 1)); !old.Moved() || old.Ended != at || old.EndedBy != eve {
		t.Errorf("the badge at its old address is %+v", old)
	}
	if old, _ := r.Badge(badge.TokenID(ada, 2)); old.Moved() {
		t.Error("a badge that was given up moved")
	}
	// A vote that was frozen on badges of before the change of level counts the level of then, at either address.
	if got := r.At(block).StandingOf(eve, 1020); !slices.Equal(got, want[:1]) {
		t.Errorf("standing before the change of level: %+v", got)
	}
	if len(r.At(block-1).Of(eve)) != 0 || !r.At(block - 1).Of(ada)[0].InForce(1040) {
		t.Error("an earlier block shows what came later")
	}
	if to, when := r.Recovered(ada); to != eve || when != block {
		t.Errorf("recovered to %s in block %d", to, when)
	}
	if to, _ := r.At(block - 1).Recovered(ada); to != (common.Address{}) {
		t.Error("recovered before it was")
	}
	if got, ok := r.Recovery(ada); !ok || got != (badge.Recovery{From: ada, To: eve, Decision: decision, Proposed: 1040, Executable: at, Executed: at}) {
		t.Errorf("%+v", got)
	}
	refused(t, "a badge for the old address", c, grant(badge.Minted, ada, 2, 1, at+1, 0))
	refused(t, "a second recovery", c, recovery(badge.Recovered, ada, eve, 0, common.Hash{}))
	refused(t, "a recovery back", c, recovery(badge.RecoveryProposed, eve, ada, at+1+badge.RecoveryDelay, decision))
	c.mine(10).emit(grant(badge.Renewed, eve, 1, 4, at+10, 0)) // the new address goes on
	fold(t, c.events)
}

func TestRecoveryRefused(t *testing.T) {
	c, at := lost()
	recovered := recovery(badge.Recovered, ada, eve, 0, common.Hash{})
	early := &chain{block: c.block, time: c.time, events: slices.Clone(c.events)}
	early.mine(at - c.time - 2) // refused events are a second later
	refused(t, "a recovery before its time", early, recovered)
	ripe := &chain{block: c.block, time: c.time, events: slices.Clone(c.events)}
	ripe.mine(at - c.time)
	refused(t, "a recovery to another address", ripe, recovery(badge.Recovered, ada, bob, 0, common.Hash{}))
	refused(t, "a recovery that was objected to", ripe, recovery(badge.RecoveryCancelled, ada, eve, 0, common.Hash{}), recovered)
	refused(t, "a recovery that was called off", ripe, recovery(badge.RecoveryCancelled, ada, eve, 0, decision), recovered)
	refused(t, "a recovery called off twice", ripe, recovery(badge.RecoveryCancelled, ada, eve, 0, decision), recovery(badge.RecoveryCancelled, ada, eve, 0, decision))
	refused(t, "a recovery of nothing", ripe, surrendered(ada, 1), recovered)
	refused(t, "a recovery to a holder", ripe, grant(badge.Minted, eve, 2, 1, at, 0), recovered)
	refused(t, "a recovery to the issuer", ripe, recovery(badge.RecoveryProposed, ada, issuer, at+1+badge.RecoveryDelay, decision),
		badge.Event{Kind: badge.Recovered, Holder: ada, To: issuer})

	heir, at := lost()
	heir.emit(recovery(badge.RecoveryProposed, ada, issuer, at, decision)) // in the place of the first
	heir.mine(at - heir.time)
	refused(t, "the first of two recoveries", heir, recovered)
	refused(t, "a badge for its issuer", heir, recovery(badge.Recovered, ada, issuer, 0, common.Hash{}))
}
