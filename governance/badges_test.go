package governance_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store/storetest"
)

const (
	safety = 1
	law    = 2
)

var shown = replay.Showing{Text: "I wrote the evaluation.", Links: []string{"https://example.org/paper"}, Files: map[string]document.Digest{"paper.pdf": document.Sum([]byte("pdf"))}}

// events records a range that ends now and holds these events.
func (i *instance) events(events ...badge.Event) {
	i.t.Helper()
	p := i.Position()
	r := record.ChainRange{From: p.Next, To: p.Next + 9, Hash: common.Hash{byte(p.Next)}, Time: document.Time(i.now.Load())}
	for n := range events {
		events[n].Block, events[n].Index = r.From, uint64(n)
		if events[n].Time == 0 {
			events[n].Time = uint64(r.Time)
		}
	}
	i.must(i.RecordRange(i.t.Context(), r, events))
}

func (i *instance) signBadge(name string, hash [32]byte) wallet.Signature {
	i.t.Helper()
	var d wallet.Domain
	i.must(i.View(func(s *replay.State) error { d = s.BadgeDomain(); return nil }))
	sig, err := wallet.Sign(d.Digest(hash), replaytest.Key(i.t, name))
	i.must(err)
	return sig
}

// application returns a request for a safety badge, or a law badge from the issuer, as its holder would bring it.
func (i *instance) application(holder string, typ uint32, level uint8) (governance.Application, error) {
	var issuer common.Address
	if typ == law {
		issuer = replaytest.Address(i.t, "issuer")
	}
	a, _, err := i.PrepareRequest(i.t.Context(), replaytest.Address(i.t, holder), typ, level, issuer, shown)
	if err == nil {
		a.Signature = i.signBadge(holder, i.requestHash(a))
	}
	return a, err
}

func (i *instance) requestHash(a governance.Application) (hash [32]byte) {
	i.must(i.View(func(s *replay.State) error {
		t, _ := s.Badges().Type(a.Request.Type)
		hash = replay.RequestHash(a.Holder, t, a.Request)
		return nil
	}))
	return hash
}

func (i *instance) request(holder string, typ uint32, level uint8) int64 {
	i.t.Helper()
	a, err := i.application(holder, typ, level)
	i.must(err)
	r, err := i.RequestBadge(i.t.Context(), a)
	i.must(err)
	return r.Index
}

func (i *instance) endorse(index int64, endorser string) error {
	m, _, err := i.PrepareEndorsement(i.t.Context(), index, replaytest.Address(i.t, endorser))
	if err != nil {
		return err
	}
	_, err = i.Endorse(i.t.Context(), index, replaytest.Address(i.t, endorser), i.signBadge(endorser, m.StructHash()))
	return err
}

func (i *instance) progress(index int64) replay.Progress {
	i.t.Helper()
	p, _, err := i.Request(index)
	i.must(err)
	return p
}

// minted returns the events by which a request's badge arrives.
func minted(p replay.Progress) []badge.Event {
	e := badge.Event{Kind: badge.Minted, Type: p.Type, ID: badge.TokenID(p.Holder, p.Type), Holder: p.Holder, Issuer: p.Issuer,
		Level: p.Level, Issued: uint64(p.Issued), Expires: uint64(p.Expires), Tx: common.Hash{9}}
	var events []badge.Event
	for _, g := range p.Given {
		if g.Counts && p.Issuer == (common.Address{}) {
			events = append(events, badge.Event{Kind: badge.Endorsed, Type: e.Type, ID: e.ID, Holder: e.Holder, Tx: e.Tx, Actor: g.Endorser, Evidence: common.Hash(p.Evidence)})
		}
	}
	slices.SortFunc(events, func(a, b badge.Event) int { return a.Actor.Cmp(b.Actor) })
	return append(events, e)
}

func members(t *testing.T) *instance {
	i := start(t, storetest.New(t), clock(), nil)
	i.follow(replaytest.Grant{Name: "ann", Type: safety, Level: 3}, replaytest.Grant{Name: "bob", Type: safety, Level: 2},
		replaytest.Grant{Name: "cyd", Type: safety, Level: 1}, replaytest.Grant{Name: "dan", Type: law, Level: 3})
	i.now.Add(10)
	return i
}

// Someone asks for a badge; two members endorse it, one does not and says why; the badge is minted, and the request closed.
func TestBadgeByEndorsements(t *testing.T) {
	i := members(t)
	ctx := t.Context()
	a, err := i.application("eve", safety, 2)
	i.must(err)
	receipt, err := i.RequestBadge(ctx, a)
	i.must(err)
	index := receipt.Index
	again, err := i.RequestBadge(ctx, a)
	if i.must(err); again.Index != index {
		t.Errorf("the same request again is entry %d, not %d", again.Index, index)
	}
	p, asked, err := i.Request(index)
	i.must(err)
	want := []common.Address{replaytest.Address(t, "ann"), replaytest.Address(t, "bob")}
	slices.SortFunc(want, common.Address.Cmp)
	if p.Status != replay.Collecting || p.Needed != 2 || p.Least != 2 || p.Badge != "safety" || !slices.Equal(asked, want) {
		t.Errorf("a new request is %+v, and asks %v", p, asked)
	}
	if got := i.Asked(want[0]); len(got) != 1 || got[0].Index != index {
		t.Errorf("a member who could endorse is told of %v", got)
	}
	if got, ok, err := i.Showing(ctx, p.Requested); err != nil || !ok || got.Text != shown.Text || got.Files["paper.pdf"] != shown.Files["paper.pdf"] {
		t.Errorf("the evidence is %+v: %v", got, err)
	}

	d, typed, err := i.PrepareDecline(ctx, index, replaytest.Address(t, "bob"), "I do not know this work.")
	i.must(err)
	d.Signature = i.sign("bob", replay.DeclineMessage(d.Endorser, p.Request, d.Declined).StructHash())
	_, err = i.Decline(ctx, d)
	if i.must(err); typed.PrimaryType != "Decline" {
		t.Errorf("a refusal signs %s", typed.PrimaryType)
	}
	if got := i.Asked(replaytest.Address(t, "bob")); len(got) != 0 {
		t.Errorf("a member who declined is still told of %v", got)
	}
	i.must(i.endorse(index, "ann"))
	if p := i.progress(index); p.Status != replay.Collecting || p.Count != 1 || len(p.Declines) != 1 {
		t.Errorf("after one endorsement and one refusal: %+v", p)
	}
	i.must(i.endorse(index, "bob")) // who thought better of it
	p = i.progress(index)
	if p.Status != replay.Ready || p.Count != 2 || len(p.Declines) != 0 {
		t.Errorf("after two endorsements: %+v", p)
	}
	if err := i.endorse(index, "bob"); !refusal.Is(err, replay.RepeatedEndorsement) {
		t.Errorf("preparing a second endorsement: %v", err)
	}
	m := replay.EndorsementMessage(replaytest.Address(t, "bob"), p.Request)
	if r, err := i.Endorse(ctx, index, m.Endorser, i.signBadge("bob", m.StructHash())); err != nil || r.Index != p.Endorsements[1].Index {
		t.Errorf("the same endorsement again: entry %d, %v", r.Index, err)
	}
	i.now.Add(60)
	i.events(minted(p)...)
	p = i.progress(index)
	if p.Status != replay.Minted || p.Tx != (common.Hash{9}) || p.Ended == 0 {
		t.Errorf("after the mint: %+v", p)
	}
	if err := i.endorse(index, "ann"); !refusal.Is(err, "request-closed") {
		t.Errorf("endorsing a badge that is there: %v", err)
	}
	if err := i.View(func(s *replay.State) error { return s.CheckProposer(replaytest.Address(t, "eve"), s.Time()) }); err != nil {
		t.Errorf("the new member: %v", err)
	}
	i.check()
}

// What a request must not be.
func TestRequestsThatAreRefused(t *testing.T) {
	i := members(t)
	now := document.Time(i.now.Load())
	for name, c := range map[string]struct {
		holder string
		change func(*record.Requested)
		rule   string
	}{
		"no such type":           {"eve", func(r *record.Requested) { r.Type = 9 }, "request-type"},
		"level zero":             {"eve", func(r *record.Requested) { r.Level = 0 }, "request-level"},
		"an absurd level":        {"eve", func(r *record.Requested) { r.Level = 255 }, "request-level"},
		"a date in the future":   {"eve", func(r *record.Requested) { r.Issued = now + 60 }, "request-issued"},
		"a date already used":    {"ann", func(r *record.Requested) { r.Issued = replaytest.Start }, "request-issued"},
		"an expired request":     {"eve", func(r *record.Requested) { r.Deadline = now }, "request-expired"},
		"a request for years":    {"eve", func(r *record.Requested) { r.Deadline = now + 400*86400 }, "request-deadline"},
		"an expiry in the past":  {"eve", func(r *record.Requested) { r.Expires = now - 1 }, "request-expires"},
		"endorsements for law":   {"eve", func(r *record.Requested) { r.Type = law }, "request-issuer"},
		"an issuer that is none": {"eve", func(r *record.Requested) { r.Issuer = replaytest.Address(t, "ann") }, "request-issuer"},
		"oneself as the issuer":  {"issuer", func(r *record.Requested) { r.Issuer = replaytest.Address(t, "issuer") }, "request-self"},
		"evidence that is gone":  {"eve", func(r *record.Requested) { r.Evidence[0]++ }, "request-evidence"},
		"a signature of another": {"eve", nil, "request-signature"},
	} {
		a, err := i.application(c.holder, safety, 2)
		i.must(err)
		if c.change != nil {
			c.change(&a.Request)
			a.Signature = i.signBadge(c.holder, i.requestHash(a))
		} else {
			a.Signature = i.signBadge("ann", i.requestHash(a))
		}
		_, err = i.RequestBadge(t.Context(), a)
		if !refusal.Is(err, c.rule) {
			t.Errorf("%s: %v, want the rule %q", name, err, c.rule)
		}
	}
	for name, shown := range map[string]replay.Showing{
		"no words": {}, "a script": {Text: "x", Links: []string{"javascript:alert(1)"}}, "a password": {Text: "x", Links: []string{"https://a:b@example.org"}},
		"a long text": {Text: strings.Repeat("x", replay.MaxEvidence+1)}, "a file without a name": {Text: "x", Files: map[string]document.Digest{"": {}}},
		"many links": {Text: "x", Links: slices.Repeat([]string{"https://example.org"}, replay.MaxLinks+1)},
	} {
		if _, _, err := i.PrepareRequest(t.Context(), replaytest.Address(t, "eve"), safety, 2, common.Address{}, shown); !refusal.Is(err, "request-evidence") {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A second request takes the place of the first, which must be older.
	first := i.request("eve", safety, 2)
	i.now.Add(5)
	second := i.request("eve", safety, 3)
	if p := i.progress(first); p.Status != replay.Lapsed || p.Reason != "replaced" {
		t.Errorf("the first request is %s %s", p.Status, p.Reason)
	}
	if p := i.progress(second); p.Status != replay.Collecting {
		t.Errorf("the second request is %s", p.Status)
	}
	i.check()
}

// What an endorsement must not be.
func TestEndorsementsThatAreRefused(t *testing.T) {
	i := members(t)
	index := i.request("eve", safety, 2)
	own := i.request("bob", safety, 3)
	for name, c := range map[string]struct {
		endorser string
		index    int64
		rule     string
	}{
		"oneself":                {"bob", own, "endorse-self"},
		"a stranger":             {"zoe", index, "endorse-level"},
		"too low a level":        {"cyd", index, "endorse-level"},
		"another domain":         {"dan", index, "endorse-level"},
		"a level below the ask":  {"bob", i.request("cyd", safety, 3), "endorse-level"},
		"no request":             {"ann", 1, "request-unknown"},
		"no entry":               {"ann", 1 << 40, "request-unknown"},
		"a request to an issuer": {"ann", i.request("eve", law, 1), "request-issuer"},
	} {
		if err := i.endorse(c.index, c.endorser); !refusal.Is(err, c.rule) {
			t.Errorf("%s: %v, want the rule %s", name, err, c.rule)
		}
	}
	p := i.progress(index)
	m := replay.EndorsementMessage(replaytest.Address(t, "ann"), p.Request)
	forged := map[string]wallet.Proof{"another's key": i.signBadge("bob", m.StructHash()), "another domain": i.sign("ann", m.StructHash())}
	m.Level++
	forged["another level"] = i.signBadge("ann", m.StructHash())
	m.Level--
	m.Issued--
	forged["an older request (a replay)"] = i.signBadge("ann", m.StructHash())
	for name, proof := range forged {
		if _, err := i.Endorse(t.Context(), index, m.Endorser, proof); !refusal.Is(err, "endorse-signature") {
			t.Errorf("%s: %v", name, err)
		}
	}

	// An endorser who loses the badge meanwhile does not count any more, and is shown.
	i.must(i.endorse(index, "ann"))
	i.must(i.endorse(index, "bob"))
	i.now.Add(60)
	bob := replaytest.Address(t, "bob")
	i.events(badge.Event{Kind: badge.Revoked, Type: safety, ID: badge.TokenID(bob, safety), Holder: bob, Actor: replaytest.Address(t, "issuer"), Reason: badge.Cause})
	p = i.progress(index)
	if p.Status != replay.Collecting || p.Count != 1 || p.Given[1].WhyNot != "level-lost" {
		t.Errorf("with an endorser who lost the badge: %s, %+v", p.Status, p.Given)
	}
	if p := i.progress(own); p.Status != replay.Lapsed || p.Reason != "ended" {
		t.Errorf("a request of somebody whose badge was revoked: %s %s", p.Status, p.Reason)
	}
	i.now.Add(31 * replaytest.Day)
	if p := i.progress(index); p.Status != replay.Expired {
		t.Errorf("a request after its deadline: %s", p.Status)
	}
	if err := i.endorse(index, "ann"); !refusal.Is(err, "request-expired") {
		t.Errorf("endorsing after the deadline: %v", err)
	}
	i.check()
}

// A key is lost while its holder's request is open: the badges go to another address, and nobody can have the request
// minted for the old one any more.
func TestRequestOfALostKeyLapses(t *testing.T) {
	i := members(t)
	cyd, found := replaytest.Address(t, "cyd"), replaytest.Address(t, "cyd's new key")
	index, others := i.request("cyd", safety, 2), i.request("eve", safety, 2)
	i.must(i.endorse(index, "ann"))
	i.must(i.endorse(index, "bob"))
	if p := i.progress(index); p.Status != replay.Ready {
		t.Fatalf("before the recovery the request is %s", p.Status)
	}
	i.now.Add(60)
	ripe := uint64(i.now.Load()) + badge.RecoveryDelay
	i.events(badge.Event{Kind: badge.RecoveryProposed, Holder: cyd, To: found, Executable: ripe, Decision: common.Hash{1}})
	if p := i.progress(index); p.Status != replay.Ready {
		t.Errorf("a recovery that the old key can still object to makes the request %s", p.Status)
	}
	i.now.Add(badge.RecoveryDelay)
	i.events(badge.Event{Kind: badge.Recovered, Holder: cyd, To: found})
	if p := i.progress(index); p.Status != replay.Lapsed || p.Reason != "moved" {
		t.Errorf("after the recovery the request is %s %s", p.Status, p.Reason)
	}
	i.must(i.View(func(s *replay.State) error {
		if got := s.Ready(s.Time()); len(got) != 0 {
			t.Errorf("there is still something to mint: %+v", got)
		}
		return nil
	}))
	if err := i.endorse(index, "dan"); !refusal.Is(err, "request-closed") {
		t.Errorf("endorsing for the old key: %v", err)
	}
	if _, err := i.application("cyd", safety, 3); !refusal.Is(err, "request-moved") {
		t.Errorf("the old key asks again: %v", err)
	}
	if p := i.progress(others); p.Status != replay.Collecting {
		t.Errorf("somebody else's request is %s", p.Status)
	}
	i.check()
}

// The badge contract's owner changes the type under a request.
func TestRequestsAndTheContractsChanges(t *testing.T) {
	i := members(t)
	endorsed, asked := i.request("eve", safety, 2), i.request("eve", law, 1)
	if p := i.progress(asked); p.Status != replay.Waiting || p.Needed != 0 {
		t.Errorf("a request to an issuer: %+v", p)
	}
	issuer := replaytest.Address(t, "issuer")
	i.now.Add(60)
	i.events(badge.Event{Kind: badge.IssuerSet, Type: law, Issuer: issuer, Decision: common.Hash{1}})
	if p := i.progress(asked); p.Status != replay.Lapsed || p.Reason != "issuer-removed" {
		t.Errorf("after the issuer was removed: %s %s", p.Status, p.Reason)
	}
	i.events(badge.Event{Kind: badge.IssuerSet, Type: law, Issuer: issuer, Allowed: true, Decision: common.Hash{1}})
	if p := i.progress(asked); p.Status != replay.Waiting {
		t.Errorf("after the issuer was allowed again: %s", p.Status)
	}
	i.must(i.endorse(endorsed, "ann"))
	i.events(badge.Event{Kind: badge.TypeRetired, Type: safety, Decision: common.Hash{1}})
	if p := i.progress(endorsed); p.Status != replay.Lapsed || p.Reason != "type-retired" {
		t.Errorf("after the type was retired: %s %s", p.Status, p.Reason)
	}
	if err := i.endorse(endorsed, "bob"); !refusal.Is(err, "request-closed") {
		t.Errorf("endorsing for a type that is retired: %v", err)
	}
	if _, err := i.application("zoe", safety, 1); !refusal.Is(err, "request-retired") {
		t.Errorf("asking for a type that is retired: %v", err)
	}
	i.now.Add(60)
	i.events(minted(i.progress(asked))...)
	if p := i.progress(asked); p.Status != replay.Minted {
		t.Errorf("after the issuer's mint: %s", p.Status)
	}
	i.check()
}

// Members who endorse each other in a circle are found out. The endorsement that closes a circle of two does not count
// under the policy; one that closes a circle of three is shown and does.
func TestRingsOfEndorsements(t *testing.T) {
	i := start(t, storetest.New(t), clock(), nil)
	i.follow(replaytest.Grant{Name: "ann", Type: safety, Level: 3}, replaytest.Grant{Name: "bob", Type: safety, Level: 3}, replaytest.Grant{Name: "cyd", Type: safety, Level: 3})
	ann, bob, cyd := replaytest.Address(t, "ann"), replaytest.Address(t, "bob"), replaytest.Address(t, "cyd")
	i.now.Add(10)
	i.must(i.endorse(i.request("bob", safety, 2), "ann")) // a lower level, on the member's own wish
	back := i.request("ann", safety, 2)
	i.must(i.endorse(back, "bob"))
	p := i.progress(back)
	if len(p.Given) != 1 || !slices.Equal(p.Given[0].Ring, []common.Address{ann, bob}) || p.Given[0].WhyNot != "ring" || p.Count != 0 {
		t.Errorf("a circle of two: %+v", p.Given)
	}
	i.must(i.endorse(i.request("cyd", safety, 2), "bob"))
	i.must(i.endorse(back, "cyd"))
	p = i.progress(back)
	if !slices.Equal(p.Given[1].Ring, []common.Address{ann, bob, cyd}) || !p.Given[1].Counts || p.Count != 1 {
		t.Errorf("a circle of three: %+v", p.Given)
	}
	i.check()
}
