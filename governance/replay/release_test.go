package replay_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// decideNote decides on a next version of the note.
func (w *world) decideNote(version string) {
	w.t.Helper()
	p := w.propose("ada", "note/chat", w.safer(version, "be careful in "+version))
	w.must(w.act("dan", p, "sponsor", ""))
	w.decide(p)
}

// intent returns the newest intent of a channel.
func (w *world) intent(channel string, sequence uint64) record.Intent {
	w.t.Helper()
	rs := w.state.Releases(channel)
	if uint64(len(rs)) != sequence {
		w.t.Fatalf("%s has %d intents, want %d", channel, len(rs), sequence)
	}
	return rs[len(rs)-1].Intent
}

func (w *world) signed(channel string, sequence uint64) record.Entry {
	bundle := []byte(channel + " release " + string(rune('0'+sequence)))
	return record.Entry{Kind: record.KindReleased, Actor: record.ActorLog, Body: w.marshal(record.Released{
		Channel: channel, Sequence: sequence, Statement: w.blobs.put(bundle), Bundle: document.Sum(bundle),
	})}
}

const chat = "chat/stable"

// An intent that nobody signs does not keep the next decision waiting for ever.
func TestUnsignedIntentLapses(t *testing.T) {
	w := newLively(t)
	w.decideNote("1.1.0")
	first := w.intent(chat, 1)
	w.decideNote("1.2.0") // days later
	second := w.intent(chat, 2)
	if !second.Previous.IsZero() || second.Document == first.Document {
		t.Fatalf("%+v", second)
	}
	w.refused("release-lapsed", w.signed(chat, 1))
	w.must(w.signed(chat, 2))
	statement := w.state.Releases(chat)[1].Statement
	w.decideNote("1.3.0")
	if third := w.intent(chat, 3); third.Previous != statement {
		t.Fatalf("%+v", third)
	}
	// Nothing newer comes, and it expires unsigned: it is intended again.
	third := w.intent(chat, 3)
	w.at(third.Expires - 1)
	w.intent(chat, 3)
	w.at(third.Expires)
	fourth := w.intent(chat, 4)
	if fourth.Document != third.Document || fourth.Previous != statement || fourth.Expires <= w.now || fourth.Activation > w.now {
		t.Fatalf("%+v", fourth)
	}
	w.refused("release-lapsed", w.signed(chat, 3))
	w.must(w.signed(chat, 4))
}

// What goes on being right is released again before it expires, so that no node is left with an expired release.
func TestReleaseIsRenewed(t *testing.T) {
	w := newLively(t)
	w.decideNote("1.1.0")
	first := w.intent(chat, 1)
	w.must(w.signed(chat, 1))
	validity := first.Expires - first.Activation
	w.at(first.Expires - validity/4 - 1)
	w.intent(chat, 1)
	w.at(first.Expires - validity/4)
	second := w.intent(chat, 2)
	if second.Document != first.Document || second.Activation != w.now || second.Expires != w.now+validity || second.Previous != w.state.Releases(chat)[0].Statement {
		t.Fatalf("%+v", second)
	}
	w.at(w.now.Add(3600))
	w.intent(chat, 2) // it waits for its signatures like any other
}

// A decision halts a channel, and another lets it go on.
func TestChannelIsHalted(t *testing.T) {
	w := newLively(t)
	w.decideNote("1.1.0")
	w.must(w.signed(chat, 1))
	set := func(version string, halted bool) {
		t.Helper()
		p := w.state.Policy()
		head, _ := w.state.Head("policy/main")
		p.Version, p.Parent = version, head.Digest
		p.Channels = map[string]policy.Channel{chat: {Head: "note/chat", Delay: 60, Validity: p.Channels[chat].Validity, Halted: halted}}
		d := w.propose("ada", "policy/main", w.marshal(p))
		w.must(w.act("dan", d, "sponsor", ""))
		w.decide(d)
	}
	set("1.1.0", true)
	halt := w.intent(chat, 2)
	if !halt.Halted || halt.Activation != w.now || halt.Previous != w.state.Releases(chat)[0].Statement {
		t.Fatalf("%+v", halt)
	}
	w.must(w.signed(chat, 2))
	set("1.2.0", false)
	if on := w.intent(chat, 3); on.Halted || on.Document != halt.Document {
		t.Fatalf("%+v", on)
	}
}

func publicKey(t *testing.T, name string) string {
	t.Helper()
	seed := sha256.Sum256([]byte(name))
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), seed[:])
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(der)
}

// Keys change by a decision, once those before them have signed it; what the old ones still had to sign is asked of the new ones.
func TestKeysChangeByDecision(t *testing.T) {
	w := newLively(t)
	w.decideNote("1.1.0")
	w.must(w.signed(chat, 1))
	_, key, err := note.GenerateKey(strings.NewReader(strings.Repeat("k", 64)), replaytest.Origin)
	if err != nil {
		t.Fatal(err)
	}
	doc := charter.Trust{
		Schema: charter.TrustSchema, Version: "1.0.0", LogKey: key, TUFRoot: document.Sum(nil), Witnesses: []string{},
		Cosigners: record.Cosigners{Threshold: 1, Keys: map[string]string{"two": publicKey(t, "two")}},
	}
	propose := func(doc charter.Trust) document.Digest {
		p := w.propose("ada", charter.TrustHead, w.marshal(doc))
		w.must(w.act("dan", p, "sponsor", ""))
		return p
	}
	other := doc
	if _, other.LogKey, err = note.GenerateKey(strings.NewReader(strings.Repeat("k", 64)), "elsewhere.example/log"); err != nil {
		t.Fatal(err)
	}
	e, _ := w.draft("ada", charter.TrustHead, w.marshal(other))
	w.refused("trust-log-key", e)
	e, _ = w.draft("ada", charter.TrustHead, w.safer("9.0.0", "x"))
	w.refused("proposal-schema", e)

	genesis, _ := w.state.Genesis()
	w.decide(propose(doc))
	first := w.intent(charter.TrustHead, 1)
	if !first.Trust.IsZero() || w.state.Present().LogKey != genesis.LogKey {
		t.Fatal("a decision alone changed the keys")
	}
	// Nothing else is intended meanwhile, for a day at most.
	w.at(w.now.Add(replay.Patience - 1))
	w.intent(chat, 1)
	w.at(w.now.Add(1))
	second := w.intent(charter.TrustHead, 2)
	w.refused("release-lapsed", w.signed(charter.TrustHead, 1))
	if second.Document != first.Document {
		t.Fatalf("%+v", second)
	}
	w.must(w.signed(charter.TrustHead, 2))
	if g := w.state.Present(); g.LogKey != key || g.Cosigners.Keys["two"] == "" || g.TUFRoot != doc.TUFRoot || len(w.state.TrustSets()) != 1 {
		t.Fatalf("%+v", g)
	}
	w.decideNote("1.2.0")
	if next := w.intent(chat, 2); next.Trust != first.Document {
		t.Fatalf("%+v", next)
	}
	// A set that was replaced cannot sign any more.
	doc.Version, doc.Parent = "1.1.0", first.Document
	doc.Cosigners.Keys = map[string]string{"three": publicKey(t, "three")}
	p := propose(doc)
	w.decide(p)
	w.at(w.now)
	sequence := uint64(len(w.state.Releases(charter.TrustHead)))
	w.must(w.signed(charter.TrustHead, sequence))
	w.refused("release-lapsed", w.signed(chat, 2))
	w.due()
	if next := w.intent(chat, 3); next.Trust != w.intent(charter.TrustHead, sequence).Document {
		t.Fatalf("%+v", next)
	}
}

func TestTrustDocumentsThatAreRefused(t *testing.T) {
	good := charter.Trust{
		Schema: charter.TrustSchema, Version: "1.0.0", TUFRoot: document.Sum(nil), Witnesses: []string{},
		Cosigners: record.Cosigners{Threshold: 2, Keys: map[string]string{"a": publicKey(t, "a"), "b": publicKey(t, "b")}},
	}
	_, good.LogKey, _ = note.GenerateKey(strings.NewReader(strings.Repeat("k", 64)), replaytest.Origin)
	if _, err := charter.ParseTrust(replaytest.Marshal(t, good)); err != nil {
		t.Fatal(err)
	}
	for want, change := range map[string]func(*charter.Trust){
		"/cosigners/threshold":  func(d *charter.Trust) { d.Cosigners.Threshold = 0 },
		"2 of 1 co-signers":     func(d *charter.Trust) { delete(d.Cosigners.Keys, "b") },
		"could then sign twice": func(d *charter.Trust) { d.Cosigners.Keys["c"] = d.Cosigners.Keys["a"] },
		"/cosigners/keys/c":     func(d *charter.Trust) { d.Cosigners.Keys["c"] = "key" },
		"/logKey":               func(d *charter.Trust) { d.LogKey = "key" },
		"/tufRoot":              func(d *charter.Trust) { d.TUFRoot = document.Digest{} },
		"/witnesses/0":          func(d *charter.Trust) { d.Witnesses = []string{"key"} },
	} {
		d := good
		d.Cosigners.Keys = map[string]string{"a": good.Cosigners.Keys["a"], "b": good.Cosigners.Keys["b"]}
		change(&d)
		if _, err := charter.ParseTrust(replaytest.Marshal(t, d)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// Enough guardians halt at once what took effect, for as long as an emergency may stand, once; a decision makes it last, or takes its
// place.
func TestGuardiansHaltAChannel(t *testing.T) {
	w := newLively(t)
	w.refused("act-halt", w.act("gil", w.sponsored("1.1.0", "nothing is decided"), "halt", "Wait."))
	w = newLively(t)
	w.decideNote("1.1.0")
	first := w.intent(chat, 1)
	p := first.Proposal
	w.refused("act-guardian", w.act("ada", p, "halt", "I am none."))
	w.refused("act-text", w.act("gil", p, "halt", ""))
	w.must(w.act("gil", p, "halt", "It tells everybody the keys."))
	w.refused("act-again", w.act("gil", p, "halt", "It really does."))
	w.intent(chat, 1)

	// Nobody has signed the release yet, so the halt takes its place. The channel is not taken away from those who run it.
	w.must(w.act("gus", p, "halt", "I have seen it."))
	w.at(w.now)
	halt := w.intent(chat, 2)
	if !halt.Halted || halt.Document != first.Document || !halt.Previous.IsZero() {
		t.Fatalf("%+v", halt)
	}
	w.refused("release-lapsed", w.signed(chat, 1))
	w.must(w.signed(chat, 2))
	w.refused("act-halted", w.act("gus", p, "halt", "For longer."))

	// It ends by itself, and cannot be asked for again.
	pr, _ := w.state.Proposal(p)
	if pr.Status != proposal.Final || pr.Halted != w.now.Add(10*day) {
		t.Fatalf("%s, halted until %s", pr.Status, pr.Halted)
	}
	w.at(pr.Halted - 1)
	w.intent(chat, 2)
	w.at(pr.Halted)
	if on := w.intent(chat, 3); on.Halted || on.Document != first.Document || on.Previous != w.state.Releases(chat)[1].Statement {
		t.Fatalf("%+v", on)
	}
	w.must(w.signed(chat, 3))
	w.refused("act-halted", w.act("gil", p, "halt", "Again."))

	// What is decided next is another matter, and what it replaced can be halted no more.
	w.decideNote("1.2.0")
	next := w.intent(chat, 4)
	w.must(w.signed(chat, 4))
	w.refused("act-halt", w.act("gil", p, "halt", "The old one."))
	w.must(w.act("gil", next.Proposal, "halt", "This as well."))
	w.must(w.act("gus", next.Proposal, "halt", "Indeed."))
	w.at(w.now)
	if halt := w.intent(chat, 5); !halt.Halted || halt.Proposal != next.Proposal {
		t.Fatalf("%+v", halt)
	}
	w.must(w.signed(chat, 5))
	w.decideNote("1.3.0")
	if on := w.intent(chat, 6); on.Halted {
		t.Fatalf("a new decision is halted: %+v", on)
	}
}
