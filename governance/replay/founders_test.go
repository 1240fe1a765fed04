package replay_test

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// A new DAO: nobody has a badge, so the founding members decide; then there are badges; and on the date in the genesis the
// founders' powers end, as do those of the first issuer, until a decision confirms it.
func TestFoundersPowersEndOnTheirDate(t *testing.T) {
	until := replaytest.Start.Add(20 * day)
	w := found(t, replaytest.Policy(), map[string][]byte{"note/chat": replaytest.FirstNote(t)}, func(g *record.Genesis) {
		g.Founders = &record.Founders{Members: []common.Address{replaytest.Address(t, "fay"), replaytest.Address(t, "gus")},
			Issuers: []common.Address{replaytest.Address(t, "issuer")}, Until: until}
	})
	index := uint64(0)
	grant := func(holder string, typ uint32, level uint8) badge.Event {
		index++
		return badge.Event{Kind: badge.Minted, Block: w.block, Time: uint64(w.now), Index: index, Type: typ, ID: badge.TokenID(w.address(holder), typ),
			Holder: w.address(holder), Issuer: w.address("issuer"), Level: level, Issued: uint64(w.now)}
	}
	open := func(who, version, safety string) document.Digest {
		t.Helper()
		w.now = w.now.Add(1)
		p := w.propose(who, "note/chat", w.note1(version, safety, "be fair"))
		w.now = w.now.Add(hour)
		w.chain()
		w.due()
		w.status(p, proposal.Voting)
		return p
	}
	why := func(p document.Digest, who string) (weight.Micro, string) {
		t.Helper()
		pr, _ := w.state.Proposal(p)
		electorate, err := w.state.FrozenElectorate(p, w.blobs)
		if err != nil {
			t.Fatal(err)
		}
		tr, err := w.state.Why(pr, replaytest.Policy().Weight, pr.Shares, electorate.Chamber("experts"), w.address(who))
		if err != nil {
			t.Fatal(err)
		}
		return tr.Weight, strings.Join(tr.Words(), " ")
	}
	finish := func(p document.Digest, voters ...string) {
		t.Helper()
		for _, v := range voters {
			w.must(w.ballot(v, p, "for", 1))
		}
		pr, _ := w.state.Proposal(p)
		w.now = pr.Closes
		w.chain()
		w.due()
		w.must(w.anchored())
		pr, _ = w.state.Proposal(p)
		w.now = pr.Ends
		w.chain()
		w.due()
		w.status(p, proposal.Final)
	}

	w.chain(replaytest.Badges(t, w.block, w.now)...) // the types and their issuer, and no badge
	w.now = w.now.Add(hour)
	e, _ := w.draft("zoe", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
	w.refused("proposal-member", e)
	first := open("fay", "1.1.0", "be very careful")
	if pr, _ := w.state.Proposal(first); len(pr.Chambers) != 1 || pr.Chambers["experts"].Members != 2 || pr.Chambers["experts"].Total != 2*weight.Unit {
		t.Fatalf("the first electorate is %+v", pr.Chambers)
	}
	if got, words := why(first, "fay"); got != weight.Unit || words != "A founding member without a badge has 1 until the founders' powers end. The weight is 1 of 2, which is 50 %." {
		t.Errorf("fay's weight is %s: %s", got, words)
	}
	finish(first, "fay", "gus")

	// The first badges; a founder who has one has its weight.
	w.now = w.now.Add(hour)
	w.chain(grant("ada", 1, 3), grant("fay", 1, 1))
	second := open("ada", "1.2.0", "be most careful")
	for who, want := range map[string]weight.Micro{"ada": 40 * weight.Unit, "fay": 10 * weight.Unit, "gus": weight.Unit} {
		if got, words := why(second, who); got != want {
			t.Errorf("%s's weight is %s: %s", who, got, words)
		}
	}
	finish(second, "ada", "fay", "gus")

	// The date comes. What the first issuer grants from now on does not count, and gus has no say.
	w.now = until
	w.chain(grant("bo", 1, 3))
	e, _ = w.draft("gus", "note/chat", w.note1("1.3.0", "be even more careful", "be fair"))
	w.refused("proposal-member", e)
	e, _ = w.draft("bo", "note/chat", w.note1("1.3.0", "be even more careful", "be fair"))
	w.refused("proposal-member", e)
	p := w.propose("ada", "note/chat", w.note1("1.3.0", "be careful to a fault", "be fair"))
	w.refused("act-weight", w.act("gus", p, "sponsor", ""))
	w.refused("act-weight", w.act("bo", p, "sponsor", ""))
	w.must(w.act("fay", p, "sponsor", ""))
	w.must(w.act("ada", p, "withdraw", ""))
	third := open("ada", "1.3.0", "be even more careful")
	for who, want := range map[string]weight.Micro{"ada": 40 * weight.Unit, "fay": 10 * weight.Unit, "gus": 0, "bo": 0} {
		if got, words := why(third, who); got != want {
			t.Errorf("after the date, %s's weight is %s: %s", who, got, words)
		}
	}
	finish(third, "ada", "fay")

	// A decision confirms the issuer: the owner says by which one, and the record holds it.
	w.now = w.now.Add(hour)
	set := func(allowed bool, decision document.Digest) badge.Event {
		index++
		return badge.Event{Kind: badge.IssuerSet, Block: w.block, Time: uint64(w.now), Index: index, Type: 1, Issuer: w.address("issuer"), Allowed: allowed, Decision: common.Hash(decision)}
	}
	w.chain(set(false, document.Sum([]byte("x"))), set(true, document.Sum([]byte("no decision"))))
	e, _ = w.draft("bo", "note/chat", w.note1("1.4.0", "be careful beyond that", "be fair"))
	w.refused("proposal-member", e)
	w.now = w.now.Add(hour)
	w.chain(set(false, third), set(true, third))
	fourth := open("bo", "1.4.0", "be careful beyond that")
	if got, words := why(fourth, "bo"); got != 40*weight.Unit {
		t.Errorf("after the decision, bo's weight is %s: %s", got, words)
	}
	if got, _ := why(third, "bo"); got != 0 {
		t.Errorf("the decision reached back: bo's weight in the vote before is %s", got)
	}
}

func TestFoundersPowersMustEnd(t *testing.T) {
	for name, f := range map[string]record.Founders{
		"never": {}, "before the founding": {Until: replaytest.Start}, "after years": {Until: replaytest.Start.Add(500 * day)},
		"too many": {Until: replaytest.Start.Add(day), Members: make([]common.Address, 65)},
	} {
		genesis, blobs := replaytest.Found(t, replaytest.Policy(), map[string][]byte{"note/chat": replaytest.FirstNote(t)}, func(g *record.Genesis) { g.Founders = &f })
		w := &world{t: t, blobs: map[document.Digest][]byte{}, now: replaytest.Start, state: replay.New(replaytest.Config())}
		for _, b := range blobs {
			w.blobs.put(b)
		}
		e, err := record.Decode(genesis)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { w.t = t; w.refused("genesis-founders", e) })
	}
}
