package replay_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// A log that somebody made up begins with a genesis that nobody could live by.
func TestGenesesThatAreWrong(t *testing.T) {
	for rule, change := range map[string]func(*record.Genesis){
		"genesis-chain":     func(g *record.Genesis) { g.Chain.Anchor = common.Address{} },
		"genesis-finality":  func(g *record.Genesis) { g.Chain.Finality = "soon" },
		"genesis-cosigners": func(g *record.Genesis) { g.Cosigners.Threshold = 2 },
		"genesis-policy":    func(g *record.Genesis) { g.Policy = "policy/other" },
		"genesis-heads": func(g *record.Genesis) {
			g.Heads["Note"] = g.Heads["note/chat"]
			delete(g.Heads, "note/chat")
		},
		"bytes-missing": func(g *record.Genesis) { g.Heads["note/gone"] = document.Sum(nil) },
	} {
		raw, documents := replaytest.Found(t, replaytest.Policy(), map[string][]byte{"note/chat": replaytest.FirstNote(t)}, change)
		known := blobs{}
		for _, b := range documents {
			known.put(b)
		}
		e, err := record.Decode(raw)
		if err != nil {
			t.Fatal(err)
		}
		state := replay.New(replaytest.Config())
		if _, err := state.Apply(raw, e, nil, known); !refusal.Is(err, rule) || state.Size() != 0 {
			t.Errorf("%s: %v, and %d entries", rule, err, state.Size())
		}
	}
}

// Entries of the log's own, as an operator could write them.
func TestEntriesThatAreWrong(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	w.chain()
	at := w.state.Chain()
	events := w.blobs.put(w.marshal([]badge.Event{}))
	revoked := w.marshal([]badge.Event{
		{Kind: badge.Revoked, Block: at.Next + 2, Time: uint64(w.now), Tx: common.Hash{1}}, {Kind: badge.Revoked, Block: at.Next + 1, Time: uint64(w.now), Tx: common.Hash{1}},
	})
	disordered := w.blobs.put(revoked)
	chain := func(change func(*record.ChainRange)) record.Entry {
		r := record.ChainRange{From: at.Next, To: at.Next + 9, Hash: common.Hash{1}, Time: w.now, Events: events}
		change(&r)
		return record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: w.marshal(r)}
	}
	anchored := func(change func(*record.Anchored)) record.Entry {
		e := w.anchored()
		var b record.Anchored
		if err := document.Unmarshal(e.Body, &b); err != nil {
			t.Fatal(err)
		}
		change(&b)
		e.Body = w.marshal(b)
		return e
	}
	none := json.RawMessage("{}")
	for name, c := range map[string]struct {
		rule  string
		entry record.Entry
	}{
		"a second genesis":              {"genesis-place", record.Entry{Kind: record.KindGenesis, Actor: record.ActorLog, Body: none}},
		"an unknown kind":               {"kind", record.Entry{Kind: "decreed", Actor: record.ActorLog, Body: none}},
		"an opening by a member":        {"actor", record.Entry{Kind: record.KindOpened, Actor: w.actor("ada"), Body: none}},
		"a ballot without a signature":  {"signature", record.Entry{Kind: record.KindBallot, Actor: w.actor("ada"), Body: none}},
		"a count with a signature":      {"signature", record.Entry{Kind: record.KindClosed, Actor: record.ActorLog, Body: none, Signature: "0x00"}},
		"a count of nothing":            {"proposal-unknown", record.Entry{Kind: record.KindClosed, Actor: record.ActorLog, Body: none}},
		"a count of a number":           {"body", record.Entry{Kind: record.KindClosed, Actor: record.ActorLog, Body: json.RawMessage(`{"proposal":7}`)}},
		"blocks left out":               {"chain-gap", chain(func(r *record.ChainRange) { r.From++ })},
		"blocks backwards":              {"chain-gap", chain(func(r *record.ChainRange) { r.To = r.From - 1 })},
		"a block of before":             {"chain-time", chain(func(r *record.ChainRange) { r.Time = at.Time - 1 })},
		"events that are not there":     {"bytes-missing", chain(func(r *record.ChainRange) { r.Events = document.Sum([]byte("gone")) })},
		"fewer events than it says":     {"chain-count", chain(func(r *record.ChainRange) { r.Count = 1 })},
		"events in another order":       {"chain-order", chain(func(r *record.ChainRange) { r.Events, r.Count = disordered, 2 })},
		"an anchor of nothing":          {"anchor-size", anchored(func(b *record.Anchored) { b.Size = 0 })},
		"an anchor of a longer log":     {"anchor-size", anchored(func(b *record.Anchored) { b.Size++ })},
		"an anchor on a block to come":  {"anchor-block", anchored(func(b *record.Anchored) { b.Block = at.Next })},
		"an anchor of a time to come":   {"anchor-block", anchored(func(b *record.Anchored) { b.BlockTime = at.Time + 1 })},
		"an anchor of another log":      {"anchor-root", anchored(func(b *record.Anchored) { b.Root[0] ^= 1 })},
		"a release that nobody decided": {"release-sequence", record.Entry{Kind: record.KindReleased, Actor: record.ActorLog, Body: w.marshal(record.Released{Channel: "chat/stable", Sequence: 1})}},
		"a report of a stranger":        {"report-node", record.Entry{Kind: record.KindAttested, Actor: w.actor("ada"), Signature: "0x00", Body: w.marshal(record.Attested{Channel: "chat/stable", Release: 1})}},
		"a report of no release":        {"report-release", record.Entry{Kind: record.KindAttested, Actor: w.actor("node"), Signature: "0x00", Body: w.marshal(record.Attested{Channel: "chat/stable", Release: 1})}},
		"a redaction of what is to come": {"redact-entry", record.Entry{Kind: record.KindRedacted, Actor: record.ActorLog,
			Body: w.marshal(record.Redacted{Entry: w.state.Size(), Text: events, Ground: "spam"})}},
	} {
		_, err := w.try(c.entry)
		if !refusal.Is(err, c.rule) {
			t.Errorf("%s: %v, want a refusal by %s", name, err, c.rule)
		}
	}
}

// Submissions, as a member could sign them.
func TestSubmissionsThatAreWrong(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	draft := func(body func(*record.Proposed), revision func(*proposal.Revision)) record.Entry {
		e, digest := w.draft("ada", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
		var b record.Proposed
		if err := document.Unmarshal(e.Body, &b); err != nil {
			t.Fatal(err)
		}
		if revision != nil {
			raw, _ := w.blobs.Blob(digest)
			r, err := proposal.ParseRevision(raw)
			if err != nil {
				t.Fatal(err)
			}
			revision(&r)
			b.Revision = w.blobs.put(w.marshal(r))
		}
		if body != nil {
			body(&b)
		}
		e.Body = w.marshal(b)
		return e
	}
	change := func(r *proposal.Revision, f func(*proposal.Change)) {
		c := r.Changes["note/chat"]
		f(&c)
		r.Changes["note/chat"] = c
	}
	long := strings.Repeat("s", 32) + strings.Repeat("x", replay.MaxTitle+1)
	another := draft(nil, nil)
	another.Actor = w.actor("bo")
	other, _ := w.draft("bo", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
	forged := draft(nil, nil)
	forged.Signature = other.Signature
	for name, c := range map[string]struct {
		rule  string
		entry record.Entry
	}{
		"expired":                  {"proposal-expired", draft(func(b *record.Proposed) { b.Expires = w.now }, nil)},
		"no revision":              {"bytes-missing", draft(func(b *record.Proposed) { b.Revision = document.Sum(nil) }, nil)},
		"another instance":         {"proposal-instance", draft(nil, func(r *proposal.Revision) { r.Genesis = document.Sum(nil) })},
		"two sequences":            {"proposal-sequence", draft(func(b *record.Proposed) { b.Sequence++ }, nil)},
		"a sequence too far ahead": {"proposal-sequence", draft(func(b *record.Proposed) { b.Sequence = ballot.MaxJump + 1 }, func(r *proposal.Revision) { r.Sequence = ballot.MaxJump + 1 })},
		"another proposer":         {"proposal-proposer", another},
		"another's signature":      {"signature", forged},
		"a title that is too long": {"proposal-title", draft(nil, func(r *proposal.Revision) { r.Title.Text = w.blobs.put([]byte(long)) })},
		"another title's keccak":   {"proposal-title", draft(nil, func(r *proposal.Revision) { r.Title.Keccak = wallet.Text("Other") })},
		"a title to mislead":       {"proposal-title", draft(nil, func(r *proposal.Revision) { r.Title.Text = w.blobs.put([]byte(strings.Repeat("s", 32) + "a\u202eb")) })},
		"another base":             {"proposal-base", draft(nil, func(r *proposal.Revision) { change(r, func(c *proposal.Change) { c.Base = document.Sum(nil) }) })},
		"a document in disorder": {"document-canonical", draft(nil, func(r *proposal.Revision) {
			change(r, func(c *proposal.Change) {
				raw, _ := w.blobs.Blob(c.Document)
				c.Document = w.blobs.put(append(raw, '\n'))
			})
		})},
		"a kind without rules": {"proposal-kind", func() record.Entry {
			e, _ := w.draft("ada", "council/new", replaytest.Council(t))
			return e
		}()},
	} {
		_, err := w.try(c.entry)
		if !refusal.Is(err, c.rule) {
			t.Errorf("%s: %v, want a refusal by %s", name, err, c.rule)
		}
	}
}

// TestDiagnosis names what people get wrong when they sign a ballot. Whatever it says, the ballot is refused.
func TestDiagnosis(t *testing.T) {
	w := newWorld(t)
	decided, open := w.twoVotes()
	earlier, _ := w.state.Proposal(decided)
	pr, _ := w.state.Proposal(open)
	if earlier.Electorate == pr.Electorate {
		t.Fatal("both votes have one electorate")
	}
	b := record.Ballot{Proposal: open, Electorate: pr.Electorate, Choice: "for", Sequence: 3, Expires: w.now.Add(hour)}
	right := wallet.Ballot{Voter: w.address("ada"), Proposal: open, Electorate: pr.Electorate, Title: pr.Title.Keccak, Choice: "for", Sequence: 3, Expires: uint64(b.Expires)}
	domain := w.state.Domain()
	genesis, _ := w.state.Genesis()
	for name, c := range map[string]struct {
		rule   string
		domain func(*wallet.Domain)
		signed func(*wallet.Ballot)
	}{
		"on another chain":          {"ballot-chain", func(d *wallet.Domain) { d.ChainID = 1 }, nil},
		"for the badge contract":    {"ballot-instance", func(d *wallet.Domain) { d.Contract = genesis.Chain.Badge }, nil},
		"another choice":            {"ballot-choice-signed", nil, func(m *wallet.Ballot) { m.Choice = "against" }},
		"another sequence":          {"ballot-sequence-signed", nil, func(m *wallet.Ballot) { m.Sequence = 2 }},
		"another vote's electorate": {"ballot-electorate-signed", nil, func(m *wallet.Ballot) { m.Electorate = earlier.Electorate }},
		"no electorate":             {"ballot-electorate-signed", nil, func(m *wallet.Ballot) { m.Electorate = [32]byte{} }},
		"another vote": {"ballot-proposal-signed", nil, func(m *wallet.Ballot) {
			m.Proposal, m.Electorate, m.Title = decided, earlier.Electorate, earlier.Title.Keccak
		}},
		"another vote in this electorate":  {"ballot-proposal-signed", nil, func(m *wallet.Ballot) { m.Proposal, m.Title = decided, earlier.Title.Keccak }},
		"another expiry, which none tries": {"ballot-signature", nil, func(m *wallet.Ballot) { m.Expires++ }},
	} {
		d, m := domain, right
		if c.domain != nil {
			c.domain(&d)
		}
		if c.signed != nil {
			c.signed(&m)
		}
		sig, err := wallet.Sign(d.Digest(m.StructHash()), w.key("ada"))
		if err != nil {
			t.Fatal(err)
		}
		if err := w.state.Diagnose(w.address("ada"), pr.Title.Keccak, b, sig); !refusal.Is(err, c.rule) {
			t.Errorf("%s: %v, want %s", name, err, c.rule)
		}
	}
}
