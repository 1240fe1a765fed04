package badge_test

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
)

var (
	ada    = common.HexToAddress("0xada0000000000000000000000000000000000001")
	bob    = common.HexToAddress("0xb0b0000000000000000000000000000000000002")
	issuer = common.HexToAddress("0x1550000000000000000000000000000000000003")
	owner  = common.HexToAddress("0x0350000000000000000000000000000000000004")

	decision = common.HexToHash("0xdec1de")
)

// A chain is a contract in miniature: it emits events with their places.
type chain struct {
	block, time, index uint64
	events             []badge.Event
}

func newChain() *chain { return &chain{block: 10, time: 1000} }

// mine begins a new block, some seconds later.
func (c *chain) mine(seconds uint64) *chain {
	c.block, c.time, c.index = c.block+1, c.time+seconds, 0
	return c
}

func (c *chain) emit(e badge.Event) *chain {
	e.Block, e.Time, e.Index, e.Tx = c.block, c.time, c.index, common.BigToHash(common.Big1)
	c.index++
	c.events = append(c.events, e)
	return c
}

func (c *chain) createType(id uint32, domain string, levels uint8, validity uint64) *chain {
	return c.emit(badge.Event{Kind: badge.TypeCreated, Type: id, Domain: domain, Name: "Expert in " + domain, Levels: levels, Validity: validity, Burn: badge.ByEither, Decision: decision})
}

func (c *chain) allow(id uint32, account common.Address, allowed bool) *chain {
	return c.emit(badge.Event{Kind: badge.IssuerSet, Type: id, Issuer: account, Allowed: allowed, Decision: decision})
}

func grant(kind badge.Kind, holder common.Address, typ uint32, level uint8, issued, expires uint64) badge.Event {
	return badge.Event{
		Kind: kind, Type: typ, ID: badge.TokenID(holder, typ), Holder: holder, Issuer: issuer, Level: level, Issued: issued, Expires: expires,
	}
}

func grantOf(kind badge.Kind, holder common.Address, typ uint32, level uint8, issued, expires uint64, issuer common.Address) badge.Event {
	e := grant(kind, holder, typ, level, issued, expires)
	e.Issuer = issuer
	return e
}

func recovery(kind badge.Kind, from, to common.Address, executable uint64, decision common.Hash) badge.Event {
	return badge.Event{Kind: kind, Holder: from, To: to, Executable: executable, Decision: decision}
}

func endorsed(by, holder common.Address, typ uint32) badge.Event {
	return badge.Event{Kind: badge.Endorsed, Type: typ, ID: badge.TokenID(holder, typ), Holder: holder, Actor: by, Evidence: common.HexToHash("0xe71")}
}

func decided(holder common.Address, typ uint32) badge.Event {
	return badge.Event{Kind: badge.Decided, Type: typ, ID: badge.TokenID(holder, typ), Holder: holder, Decision: decision}
}

func revoked(holder common.Address, typ uint32, by common.Address) badge.Event {
	return badge.Event{Kind: badge.Revoked, Type: typ, ID: badge.TokenID(holder, typ), Holder: holder, Actor: by, Reason: badge.Cause, Decision: decision}
}

func surrendered(holder common.Address, typ uint32) badge.Event {
	return badge.Event{Kind: badge.Surrendered, Type: typ, ID: badge.TokenID(holder, typ), Holder: holder}
}

// fold applies events that must be taken.
func fold(t testing.TB, events []badge.Event) *badge.Registry {
	t.Helper()
	var r badge.Registry
	for _, e := range events {
		if err := r.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	return &r
}

// ready is a chain with a type 1 of safety that lasts a hundred seconds, a type 2 of data/licensing that lasts for
// ever, and an issuer of both.
func ready() *chain {
	return newChain().createType(1, "safety", 5, 100).createType(2, "data/licensing", 3, 0).
		allow(1, issuer, true).allow(2, issuer, true).mine(10)
}

func TestLifeOfABadge(t *testing.T) {
	c := ready()
	c.emit(grant(badge.Minted, ada, 1, 3, 1005, 1100)) // block 11, time 1010
	c.mine(10).emit(grant(badge.LevelChanged, ada, 1, 4, 1020, 1110))
	c.mine(10).emit(grant(badge.Renewed, ada, 1, 4, 1030, 1130))
	c.mine(10).emit(revoked(ada, 1, owner))
	c.mine(10).emit(grant(badge.Minted, ada, 1, 2, 1045, 1100))
	c.mine(10).emit(surrendered(ada, 1)) // block 16, time 1060
	r := fold(t, c.events)

	want := []badge.Badge{
		{Holder: ada, Issuer: issuer, Type: 1, Level: 3, Burn: badge.ByEither, Issued: 1005, Expires: 1100, Minted: 1010},
		{Holder: ada, Issuer: issuer, Type: 1, Level: 4, Burn: badge.ByEither, Issued: 1020, Expires: 1110, Minted: 1020},
		{Holder: ada, Issuer: issuer, Type: 1, Level: 4, Burn: badge.ByEither, Issued: 1030, Expires: 1130, Minted: 1030},
		{Holder: ada, Issuer: issuer, Type: 1, Level: 4, Burn: badge.ByEither, Issued: 1030, Expires: 1130, Minted: 1030, Ended: 1040, EndedBy: owner, Reason: badge.Cause, Decision: decision},
		{Holder: ada, Issuer: issuer, Type: 1, Level: 2, Burn: badge.ByEither, Issued: 1045, Expires: 1100, Minted: 1050},
		{Holder: ada, Issuer: issuer, Type: 1, Level: 2, Burn: badge.ByEither, Issued: 1045, Expires: 1100, Minted: 1050, Ended: 1060, EndedBy: ada},
	}
	if got := r.History(badge.TokenID(ada, 1)); !slices.Equal(got, want) {
		t.Errorf("history\n%+v, want\n%+v", got, want)
	}
	for i, b := range want {
		view := r.At(uint64(11 + i))
		if got := view.Of(ada); !slices.Equal(got, []badge.Badge{b}) {
			t.Errorf("at block %d: %+v, want %+v", 11+i, got, b)
		}
		if got, ok := view.Badge(b.ID()); !ok || got != b {
			t.Errorf("at block %d: %+v, want %+v", 11+i, got, b)
		}
	}
	if got := r.At(10).Of(ada); len(got) != 0 {
		t.Errorf("before it was minted: %+v", got)
	}
	if r.Len() != 1 {
		t.Errorf("%d badges, want 1", r.Len())
	}
}

func TestInForce(t *testing.T) {
	b := badge.Badge{Issued: 10, Expires: 20, Ended: 15}
	for at, want := range map[uint64]bool{9: false, 10: true, 14: true, 15: false, 20: false} {
		if b.InForce(at) != want {
			t.Errorf("ended, at %d: %t", at, !want)
		}
	}
	b.Ended = 0
	if !b.InForce(19) || b.InForce(20) {
		t.Error("a badge is in force until the second of its expiry, and no longer")
	}
	b.Expires = 0
	if !b.InForce(1 << 60) {
		t.Error("a badge without expiry has expired")
	}
}

// What was granted after a proposal was submitted must not show in its electorate, and what ended must.
func TestStanding(t *testing.T) {
	c := ready()
	c.emit(grant(badge.Minted, ada, 1, 3, 1010, 1100)) // time 1010
	c.emit(grant(badge.Minted, ada, 2, 1, 1010, 0))
	c.mine(10).emit(grant(badge.Minted, bob, 1, 1, 1020, 1100))
	c.mine(10).emit(grant(badge.LevelChanged, ada, 1, 5, 1030, 1110))
	c.emit(grant(badge.Minted, bob, 2, 3, 1030, 0))
	c.mine(10).emit(grant(badge.Renewed, ada, 1, 5, 1040, 1120))
	c.emit(revoked(ada, 2, issuer))
	r := fold(t, c.events)
	var got []string
	for b := range r.At(c.block).Standing(1030) {
		got = append(got, fmt.Sprintf("%x/%d: level %d of %d, ended %d", b.Holder[:2], b.Type, b.Level, b.Minted, b.Ended))
	}
	want := []string{"ada0/1: level 3 of 1010, ended 0", "ada0/2: level 1 of 1010, ended 1040", "b0b0/1: level 1 of 1020, ended 0", "b0b0/2: level 3 of 1030, ended 0"}
	if !slices.Equal(got, want) {
		t.Errorf("standing before 1030\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTypesAndIssuers(t *testing.T) {
	c := ready()
	c.mine(10).allow(1, issuer, false).allow(1, owner, true)
	c.mine(10).allow(1, issuer, true)
	c.mine(10).emit(badge.Event{Kind: badge.TypeRetired, Type: 1, Decision: decision})
	c.emit(badge.Event{Kind: badge.IssuerSet, Type: 1, Issuer: issuer, Decision: decision}) // of a retired type too
	r := fold(t, c.events)
	if got, _ := r.Type(1); got != (badge.Type{ID: 1, Domain: "safety", Name: "Expert in safety", Levels: 5, Validity: 100, Burn: badge.ByEither, Version: 1, Created: 1000, Retired: 1040}) {
		t.Errorf("type 1 is %+v", got)
	}
	if got, _ := r.At(13).Type(1); got.Retired != 0 {
		t.Error("the type shows as retired before it was")
	}
	if _, ok := r.At(9).Type(1); ok || len(r.At(9).Types()) != 0 || len(r.Types()) != 2 {
		t.Error("types do not begin with their creation")
	}
	for block, want := range map[uint64][]badge.Issuer{
		11: {{Account: issuer, Since: 1000}},
		12: {{Account: owner, Since: 1020}, {Account: issuer, Since: 1000, Until: 1020}},
		13: {{Account: owner, Since: 1020}, {Account: issuer, Since: 1030}},
		14: {{Account: owner, Since: 1020}, {Account: issuer, Since: 1030, Until: 1040}},
	} {
		if got := r.At(block).Issuers(1); !slices.Equal(got, want) {
			t.Errorf("issuers at block %d are %+v, want %+v", block, got, want)
		}
	}
}

// Every case is an event that the contract could not have emitted after those of c.
func TestApplyRefuses(t *testing.T) {
	minted := func(change func(*badge.Event)) badge.Event {
		e := grant(badge.Minted, bob, 1, 3, 1030, 1100)
		change(&e)
		return e
	}
	// The mint that the cases change, and the expiry at its edge, are taken.
	for _, e := range []badge.Event{minted(func(*badge.Event) {}), minted(func(e *badge.Event) { e.Expires = 1130 })} {
		c := ready().mine(10).mine(10)
		fold(t, c.emit(e).events)
	}
	for name, e := range map[string]badge.Event{
		"unknown kind":               {Kind: "burned", Type: 1},
		"type taken":                 {Kind: badge.TypeCreated, Type: 1, Domain: "a", Name: "a", Levels: 1, Decision: decision},
		"type zero":                  {Kind: badge.TypeCreated, Domain: "a", Name: "a", Levels: 1, Decision: decision},
		"type without levels":        {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Decision: decision},
		"type without domain":        {Kind: badge.TypeCreated, Type: 9, Name: "a", Levels: 1, Decision: decision},
		"domain in capitals":         {Kind: badge.TypeCreated, Type: 9, Domain: "A", Name: "a", Levels: 1, Decision: decision},
		"name with markup":           {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "<b>", Levels: 1, Decision: decision},
		"name too long":              {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: strings.Repeat("a", 65), Levels: 1, Decision: decision},
		"type with a holder":         {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, Holder: ada, Decision: decision},
		"unknown type retired":       {Kind: badge.TypeRetired, Type: 9, Decision: decision},
		"type retired twice":         {Kind: badge.TypeRetired, Type: 3, Decision: decision},
		"retired with a reason":      {Kind: badge.TypeRetired, Type: 1, Reason: 1, Decision: decision},
		"issuer zero":                {Kind: badge.IssuerSet, Type: 1, Allowed: true, Decision: decision},
		"issuer allowed twice":       {Kind: badge.IssuerSet, Type: 1, Issuer: issuer, Allowed: true, Decision: decision},
		"issuer never allowed ended": {Kind: badge.IssuerSet, Type: 1, Issuer: ada, Decision: decision},
		"issuer with a level":        {Kind: badge.IssuerSet, Type: 1, Issuer: issuer, Level: 1, Decision: decision},
		"wrong token":                minted(func(e *badge.Event) { e.ID[31]++ }),
		"token with high bits":       minted(func(e *badge.Event) { e.ID[0] = 1 }),
		"holder zero":                minted(func(e *badge.Event) { e.Holder = common.Address{}; e.ID = badge.TokenID(e.Holder, 1) }),
		"unknown badge type":         minted(func(e *badge.Event) { e.Type = 9; e.ID = badge.TokenID(bob, 9) }),
		"retired badge type":         minted(func(e *badge.Event) { e.Type = 3; e.ID = badge.TokenID(bob, 3); e.Expires = 0 }),
		"issuer not allowed":         minted(func(e *badge.Event) { e.Issuer = owner }),
		"to oneself":                 minted(func(e *badge.Event) { e.Holder = issuer; e.ID = badge.TokenID(issuer, 1) }),
		"level zero":                 minted(func(e *badge.Event) { e.Level = 0 }),
		"level too high":             minted(func(e *badge.Event) { e.Level = 6 }),
		"issued in the future":       minted(func(e *badge.Event) { e.Issued = 1031 }),
		"issued at zero":             minted(func(e *badge.Event) { e.Issued = 0; e.Expires = 1050 }),
		"expired at birth":           minted(func(e *badge.Event) { e.Expires = 1030 }),
		"never expires":              minted(func(e *badge.Event) { e.Expires = 0 }),
		"valid for too long":         minted(func(e *badge.Event) { e.Expires = 1131 }),
		"beyond 38 bits":             minted(func(e *badge.Event) { e.Type = 2; e.ID = badge.TokenID(bob, 2); e.Expires = 1 << 38 }),
		"with a reason":              minted(func(e *badge.Event) { e.Reason = 1 }),
		"minted twice":               grant(badge.Minted, ada, 1, 3, 1030, 1100),
		"renewed at another level":   grant(badge.Renewed, ada, 1, 4, 1030, 1100),
		"level kept":                 grant(badge.LevelChanged, ada, 1, 3, 1030, 1100),
		"not dated later":            grant(badge.Renewed, ada, 1, 3, 1010, 1100),
		"renewed without a badge":    grant(badge.Renewed, bob, 1, 3, 1030, 1100),
		"dated before its end":       grant(badge.Minted, ada, 2, 1, 1020, 0),
		"revoked without a badge":    revoked(bob, 1, owner),
		"revoked twice":              revoked(ada, 2, owner),
		"revoked by nobody":          revoked(ada, 1, common.Address{}),
		"revoked without a reason":   {Kind: badge.Revoked, Type: 1, ID: badge.TokenID(ada, 1), Holder: ada, Actor: owner, Decision: decision},
		"unknown reason":             {Kind: badge.Revoked, Type: 1, ID: badge.TokenID(ada, 1), Holder: ada, Actor: owner, Reason: 4, Decision: decision},
		"given up without a badge":   surrendered(bob, 1),
		"given up by somebody":       {Kind: badge.Surrendered, Type: 1, ID: badge.TokenID(ada, 1), Holder: ada, Actor: owner},
		"type without a decision":    {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1},
		"retired without a decision": {Kind: badge.TypeRetired, Type: 1},
		"issuer without a decision":  {Kind: badge.IssuerSet, Type: 1, Issuer: owner, Allowed: true},
		"burn right of no kind":      {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, Burn: 4, Decision: decision},
		"17 endorsements":            {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, Endorsements: 17, EndorserLevel: 1, Decision: decision},
		"endorsers of no level":      {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, Endorsements: 1, Decision: decision},
		"endorsers above the levels": {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, Endorsements: 1, EndorserLevel: 2, Decision: decision},
		"a level of no endorsers":    {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, EndorserLevel: 1, Decision: decision},
		"validity beyond 38 bits":    {Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, Validity: 1 << 38, Decision: decision},
		"terms of no type":           {Kind: badge.TypeChanged, Type: 9, Version: 2, Decision: decision},
		"terms of a retired type":    {Kind: badge.TypeChanged, Type: 3, Version: 2, Decision: decision},
		"terms out of order":         {Kind: badge.TypeChanged, Type: 1, Version: 3, Decision: decision},
		"terms without a decision":   {Kind: badge.TypeChanged, Type: 1, Version: 2},
		"terms with other levels":    {Kind: badge.TypeChanged, Type: 1, Version: 2, Levels: 9, Decision: decision},
		"revoked by a stranger":      {Kind: badge.Revoked, Type: 1, ID: badge.TokenID(ada, 1), Holder: ada, Actor: owner, Reason: badge.Cause},
		"endorsed by nobody":         grantOf(badge.Minted, bob, 1, 3, 1030, 1100, common.Address{}),
		"recovery of nothing":        recovery(badge.RecoveryProposed, bob, owner, 1030+badge.RecoveryDelay, decision),
		"recovery without decision":  recovery(badge.RecoveryProposed, ada, owner, 1030+badge.RecoveryDelay, common.Hash{}),
		"recovery at once":           recovery(badge.RecoveryProposed, ada, owner, 1030, decision),
		"recovery to oneself":        recovery(badge.RecoveryProposed, ada, ada, 1030+badge.RecoveryDelay, decision),
		"recovery to nobody":         recovery(badge.RecoveryProposed, ada, common.Address{}, 1030+badge.RecoveryDelay, decision),
		"recovered out of the blue":  recovery(badge.Recovered, ada, owner, 0, common.Hash{}),
		"cancelled out of the blue":  recovery(badge.RecoveryCancelled, ada, owner, 0, decision),
	} {
		c := ready()
		c.createType(3, "old", 1, 0).allow(3, issuer, true).emit(badge.Event{Kind: badge.TypeRetired, Type: 3, Decision: decision})
		c.emit(grant(badge.Minted, ada, 1, 3, 1010, 1100)).emit(grant(badge.Minted, ada, 2, 1, 1010, 0))
		c.mine(10).emit(revoked(ada, 2, owner)) // at 1020
		c.mine(10)
		before, r := fold(t, c.events), fold(t, c.events)
		c.emit(e)
		if err := r.Apply(c.events[len(c.events)-1]); err == nil {
			t.Errorf("%s was believed", name)
		}
		if !r.Equal(before) {
			t.Errorf("%s was refused and changed the registry", name)
		}
	}
}

func TestApplyRefusesOrder(t *testing.T) {
	e := badge.Event{Kind: badge.TypeCreated, Type: 9, Domain: "a", Name: "a", Levels: 1, Decision: decision, Block: 10, Index: 5, Time: 1000}
	for name, change := range map[string]func(*badge.Event){
		"earlier block":             func(e *badge.Event) { e.Block-- },
		"same place":                func(*badge.Event) {},
		"earlier in the block":      func(e *badge.Event) { e.Index-- },
		"another time of a block":   func(e *badge.Event) { e.Index++; e.Time++ },
		"later block, earlier":      func(e *badge.Event) { e.Block++; e.Time-- },
		"block without a time":      func(e *badge.Event) { e.Block++; e.Time = 0 },
		"block beyond any calendar": func(e *badge.Event) { e.Block++; e.Time = 1 << 41 },
	} {
		r := fold(t, []badge.Event{e})
		next := e
		next.Type = 10
		change(&next)
		if r.Apply(next) == nil {
			t.Errorf("%s was believed", name)
		}
	}
}

func TestLimits(t *testing.T) {
	c := newChain()
	for id := range uint32(badge.MaxTypesPerHolder + 1) {
		c.createType(id+1, "a", 1, 0).allow(id+1, issuer, true)
	}
	for n := range uint32(badge.MaxIssuers - 1) {
		var a common.Address
		binary.BigEndian.PutUint32(a[:], n+1)
		c.allow(1, a, true)
	}
	for id := range uint32(badge.MaxTypesPerHolder) {
		c.emit(grant(badge.Minted, ada, id+1, 1, 1000, 0))
	}
	r := fold(t, c.events)
	n := len(c.events)
	c.allow(1, owner, true)
	if r.Apply(c.events[n]) == nil {
		t.Error("a type has 255 issuers")
	}
	c.emit(grant(badge.Minted, ada, badge.MaxTypesPerHolder+1, 1, 1000, 0))
	if r.Apply(c.events[n+1]) == nil {
		t.Error("a holder has badges of 65 types")
	}
}

func TestTokenID(t *testing.T) {
	id := badge.TokenID(common.HexToAddress("0x1111111111111111111111111111111111111111"), 7)
	if got := id.Hex(); got != "0x0000000000000000111111111111111111111111111111111111111100000007" {
		t.Errorf("token id %s", got)
	}
	holder, typ, ok := badge.SplitTokenID(id)
	if !ok || typ != 7 || holder != common.HexToAddress("0x1111111111111111111111111111111111111111") {
		t.Errorf("split into %s, %d, %t", holder, typ, ok)
	}
	id[7] = 1
	if _, _, ok := badge.SplitTokenID(id); ok {
		t.Error("an integer above 192 bits is a token id")
	}
}

// The JSON is in the log for good.
func TestEventJSON(t *testing.T) {
	c := ready()
	c.emit(grant(badge.Minted, ada, 1, 3, 1010, 1100))
	c.mine(10).emit(revoked(ada, 1, owner))
	c.emit(badge.Event{Kind: badge.TypeRetired, Type: 1, Decision: decision})
	var lines []string
	for _, e := range c.events[2:] {
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var back badge.Event
		if err := json.Unmarshal(raw, &back); err != nil || back != e {
			t.Errorf("%s came back as %+v, %v", raw, back, err)
		}
		lines = append(lines, string(raw))
	}
	const tx = `"tx":"0x0000000000000000000000000000000000000000000000000000000000000001"`
	want := []string{
		`{"kind":"issuer-set","block":10,"time":1000,"index":2,` + tx + `,"type":1,"issuer":"0x1550000000000000000000000000000000000003","allowed":true,"decision":"0x0000000000000000000000000000000000000000000000000000000000dec1de"}`,
		`{"kind":"issuer-set","block":10,"time":1000,"index":3,` + tx + `,"type":2,"issuer":"0x1550000000000000000000000000000000000003","allowed":true,"decision":"0x0000000000000000000000000000000000000000000000000000000000dec1de"}`,
		`{"kind":"minted","block":11,"time":1010,"index":0,` + tx + `,"type":1,"id":"0x0000000000000000ada000000000000000000000000000000000000100000001","holder":"0xada0000000000000000000000000000000000001","issuer":"0x1550000000000000000000000000000000000003","level":3,"issued":1010,"expires":1100}`,
		`{"kind":"revoked","block":12,"time":1020,"index":0,` + tx + `,"type":1,"id":"0x0000000000000000ada000000000000000000000000000000000000100000001","holder":"0xada0000000000000000000000000000000000001","actor":"0x0350000000000000000000000000000000000004","reason":1,"decision":"0x0000000000000000000000000000000000000000000000000000000000dec1de"}`,
		`{"kind":"type-retired","block":12,"time":1020,"index":1,` + tx + `,"type":1,"decision":"0x0000000000000000000000000000000000000000000000000000000000dec1de"}`,
	}
	if !slices.Equal(lines, want) {
		t.Errorf("events are now\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

// model is the contract told again, slowly: a map of live badges.
type model struct {
	live  map[common.Hash]badge.Badge
	after map[common.Hash]uint64 // the date that a next grant has to beat
}

// history draws a chain of events that the contract could have emitted, with what the model says after each.
func history(t *rapid.T) ([]badge.Event, []map[common.Hash]badge.Badge) {
	holders := make([]common.Address, 6)
	for i := range holders {
		holders[i][19-i] = byte(0xf0 + i)
	}
	c := ready()
	m := model{map[common.Hash]badge.Badge{}, map[common.Hash]uint64{}}
	snapshots := make([]map[common.Hash]badge.Badge, len(c.events))
	for range rapid.IntRange(0, 60).Draw(t, "steps") {
		if rapid.Bool().Draw(t, "new block") {
			c.mine(rapid.Uint64Range(0, 40).Draw(t, "seconds"))
		}
		holder := rapid.SampledFrom(holders).Draw(t, "holder")
		typ := rapid.Uint32Range(1, 2).Draw(t, "type")
		id := badge.TokenID(holder, typ)
		b, live := m.live[id]
		switch action := rapid.IntRange(0, 4).Draw(t, "action"); {
		case live && action == 0:
			c.emit(revoked(holder, typ, owner))
			delete(m.live, id)
			m.after[id] = c.time
		case live && action == 1:
			c.emit(surrendered(holder, typ))
			delete(m.live, id)
			m.after[id] = c.time
		default:
			if m.after[id] >= c.time {
				continue
			}
			issued := rapid.Uint64Range(m.after[id]+1, c.time).Draw(t, "issued")
			level := rapid.Uint8Range(1, 3).Draw(t, "level")
			expires := uint64(0)
			if typ == 1 {
				if expires = issued + 100; expires <= c.time {
					continue
				}
			}
			kind := badge.Minted
			if live && level == b.Level {
				kind = badge.Renewed
			} else if live {
				kind = badge.LevelChanged
			}
			c.emit(grant(kind, holder, typ, level, issued, expires))
			m.live[id] = badge.Badge{Holder: holder, Issuer: issuer, Type: typ, Level: level, Burn: badge.ByEither, Issued: issued, Expires: expires, Minted: c.time}
			m.after[id] = issued
		}
		snapshot := map[common.Hash]badge.Badge{}
		for id, b := range m.live {
			snapshot[id] = b
		}
		snapshots = append(snapshots, snapshot)
	}
	return c.events, snapshots
}

func live(badges iter.Seq[badge.Badge]) map[common.Hash]badge.Badge {
	m := map[common.Hash]badge.Badge{}
	for b := range badges {
		if b.Ended == 0 {
			m[b.ID()] = b
		}
	}
	return m
}

// After every event, the registry holds what the contract holds; and a view of any earlier block shows what the
// registry showed when it had come so far.
func TestFoldIsTheContract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events, snapshots := history(t)
		var r badge.Registry
		shown := map[uint64][]badge.Badge{} // by block, after its last event
		for i, e := range events {
			if err := r.Apply(e); err != nil {
				t.Fatal(err)
			}
			if want := snapshots[i]; fmt.Sprint(live(r.Badges())) != fmt.Sprint(orEmpty(want)) {
				t.Fatalf("after event %d: %v, want %v", i, live(r.Badges()), want)
			}
			shown[e.Block] = slices.Collect(r.Badges())
		}
		for block, want := range shown {
			if got := slices.Collect(r.At(block).Badges()); !slices.Equal(got, want) {
				t.Fatalf("block %d shows %v later and showed %v then", block, got, want)
			}
		}
		var again badge.Registry
		for _, e := range events {
			_ = again.Apply(e)
		}
		if !again.Equal(&r) || !r.Equal(&again) {
			t.Fatal("the same events made two registries")
		}
		if last := len(events) - 1; last >= 4 {
			var prefix badge.Registry
			for _, e := range events[:last] {
				_ = prefix.Apply(e)
			}
			if prefix.Equal(&r) {
				t.Fatal("a registry equals one that has an event more")
			}
		}
	})
}

func orEmpty(m map[common.Hash]badge.Badge) map[common.Hash]badge.Badge {
	if m == nil {
		return map[common.Hash]badge.Badge{}
	}
	return m
}

// Badges come by holder and type, whatever order they were minted in.
func TestBadgesAreSorted(t *testing.T) {
	c := ready()
	state := uint32(7)
	const holders = 5000
	for range holders {
		state = state*1664525 + 1013904223
		var a common.Address
		binary.BigEndian.PutUint32(a[:], state)
		a[19] = 1
		c.emit(grant(badge.Minted, a, 2, 1, 1010, 0)).emit(grant(badge.Minted, a, 1, 1, 1010, 1100))
	}
	r := fold(t, c.events)
	badges := slices.Collect(r.Badges())
	if len(badges) != 2*holders || r.Len() != 2*holders {
		t.Fatalf("%d badges, want %d", len(badges), 2*holders)
	}
	if !slices.IsSortedFunc(badges, func(a, b badge.Badge) int { return a.ID().Cmp(b.ID()) }) {
		t.Error("badges are not sorted by holder and type")
	}
	for b := range r.Badges() {
		if got := r.Of(b.Holder); len(got) != 2 || got[0].Type != 1 || got[1].Type != 2 {
			t.Fatalf("badges of %s are %v", b.Holder, got)
		}
	}
}

// Whatever is read as an event, Apply answers; and what it takes, it takes once.
func FuzzApply(f *testing.F) {
	c := ready()
	c.emit(grant(badge.Minted, ada, 1, 3, 1010, 1100))
	c.mine(10).emit(grant(badge.Renewed, ada, 1, 3, 1015, 1100)).emit(revoked(ada, 1, owner)).emit(surrendered(bob, 2))
	raw, err := json.Marshal(c.events)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		var events []badge.Event
		if json.Unmarshal(raw, &events) != nil {
			return
		}
		var r badge.Registry
		for _, e := range events {
			if r.Apply(e) != nil {
				continue
			}
			if r.Apply(e) == nil {
				t.Errorf("%+v was taken twice", e)
			}
		}
		for b := range r.Badges() {
			if got, ok := r.Badge(b.ID()); !ok || got != b {
				t.Errorf("%+v is found as %+v", b, got)
			}
		}
	})
}

// BenchmarkFold folds a million mints to a hundred thousand holders and reads them back.
func BenchmarkFold(b *testing.B) {
	const holders, each = 100_000, 10
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		var r badge.Registry
		c := newChain()
		for id := range uint32(each) {
			c.createType(id+1, "a", 1, 0).allow(id+1, issuer, true)
		}
		for _, e := range c.events {
			if err := r.Apply(e); err != nil {
				b.Fatal(err)
			}
		}
		place, state := c.index, uint32(7)
		for range holders {
			state = state*1664525 + 1013904223
			var a common.Address
			binary.BigEndian.PutUint32(a[:], state)
			for id := range uint32(each) {
				e := grant(badge.Minted, a, id+1, 1, 1000, 0)
				e.Block, e.Time, e.Index = c.block, c.time, place
				place++
				if err := r.Apply(e); err != nil {
					b.Fatal(err)
				}
			}
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(holders*each), "heap-B/badge")
		n := 0
		for range r.Badges() {
			n++
		}
		if n != holders*each {
			b.Fatal(n)
		}
	}
}
