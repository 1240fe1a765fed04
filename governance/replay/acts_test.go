package replay_test

import (
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

// act returns the entry of a member's next act, with its text stored.
func (w *world) act(member string, p document.Digest, words, text string) record.Entry {
	w.t.Helper()
	last, _ := w.state.LastAct(w.address(member))
	b := record.Act{Proposal: p, Act: words, Sequence: last + 1, Expires: w.now.Add(hour)}
	if text != "" {
		b.Text = w.blobs.put([]byte(strings.Repeat("s", 32) + text))
	}
	return w.signAct(member, b)
}

func (w *world) signAct(member string, b record.Act) record.Entry {
	w.t.Helper()
	pr, _ := w.state.Proposal(b.Proposal)
	m := wallet.Act{Member: w.address(member), Proposal: b.Proposal, Title: pr.Title.Keccak, Act: b.Act, Text: b.Text, Sequence: b.Sequence, Expires: uint64(b.Expires)}
	sig, err := wallet.Sign(w.state.Domain().Digest(m.StructHash()), w.key(member))
	if err != nil {
		w.t.Fatal(err)
	}
	return record.Entry{Kind: record.KindAct, Actor: w.actor(member), Signature: sig.String(), Body: w.marshal(b)}
}

func TestActsThatAreWrong(t *testing.T) {
	w := newWorld(t)
	p := w.open()
	good := record.Act{Proposal: p, Act: "comment", Text: w.blobs.put([]byte(strings.Repeat("s", 32) + "Well.")), Sequence: 1, Expires: w.now.Add(hour)}
	change := func(f func(*record.Act)) record.Entry {
		b := good
		f(&b)
		return w.signAct("ada", b)
	}
	salt := strings.Repeat("s", 32)
	for rule, entries := range map[string][]record.Entry{
		"act-words":     {change(func(b *record.Act) { b.Act = "applaud" })},
		"act-ground":    {change(func(b *record.Act) { b.Act = "object: taste" })},
		"act-target":    {change(func(b *record.Act) { b.Act = "answer 0" })},
		"act-proposal":  {change(func(b *record.Act) { b.Proposal = document.Digest{1} })},
		"act-expired":   {change(func(b *record.Act) { b.Expires = w.now })},
		"act-sequence":  {change(func(b *record.Act) { b.Sequence = 0 }), change(func(b *record.Act) { b.Sequence = 1001 })},
		"bytes-missing": {change(func(b *record.Act) { b.Text = document.Digest{1} })},
		"act-text": {
			change(func(b *record.Act) { b.Text = document.Digest{} }),
			change(func(b *record.Act) { b.Text = w.blobs.put([]byte(salt)) }),
			change(func(b *record.Act) { b.Text = w.blobs.put([]byte(salt + "\xff")) }),
			change(func(b *record.Act) { b.Text = w.blobs.put([]byte(salt + strings.Repeat("x", 4097))) }),
		},
		"act-member": {w.act("stranger", p, "comment", "Well.")},
	} {
		for _, e := range entries {
			w.refused(rule, e)
		}
	}
	other := w.signAct("ada", good)
	other.Actor = w.actor("bo")
	w.refused("act-signature", other)
	unsigned := w.signAct("ada", good)
	unsigned.Signature = ""
	w.refused("signature", unsigned)

	w.must(change(func(b *record.Act) { b.Text = w.blobs.put([]byte(salt + strings.Repeat("x", 4096))) }))
	w.refused("act-sequence", w.signAct("ada", good))
	good.Sequence = 2
	w.must(w.signAct("ada", good))
	w.refused("act-repeated", w.signAct("ada", good))
	w.must(w.act("bo", p, "comment", "Sequences are each member's own."))
}

func TestRecusalBeforeTheOpening(t *testing.T) {
	w := newWorld(t)
	w.found()
	w.now = w.now.Add(hour)
	p := w.propose("ada", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
	w.must(w.act("bo", p, "recuse", "I work for the vendor."))
	w.refused("act-again", w.act("bo", p, "recuse", ""))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	pr := w.status(p, proposal.Voting)
	if c := pr.Chambers["experts"]; c.Members != 1 || c.Total != 40*weight.Unit {
		t.Fatalf("%d members with %s; ada alone has no conflict", c.Members, c.Total.Units())
	}
	w.refused("ballot-recused", w.ballot("bo", p, "for", 1))
}

func TestRecusalDuringTheVote(t *testing.T) {
	w := newWorld(t)
	p := w.open()
	w.must(w.ballot("ada", p, "for", 1))
	w.must(w.ballot("bo", p, "against", 1))
	w.refused("act-weight", w.act("cy", p, "recuse", ""))
	w.must(w.act("ada", p, "recuse", ""))
	w.refused("ballot-recused", w.ballot("ada", p, "for", 2))
	pr := w.status(p, proposal.Voting)
	if len(pr.Recused) != 1 || pr.Recused[0] != w.address("ada") {
		t.Fatalf("recused: %v", pr.Recused)
	}
	count, err := w.state.Count(p)
	if err != nil {
		t.Fatal(err)
	}
	if c := count.Chambers["experts"]; c.For.Heads != 0 || c.Against.Heads != 1 || count.Ballots != 1 {
		t.Fatalf("the count is %+v", count)
	}
	if pr.Chambers["experts"].Total != 50*weight.Unit {
		t.Fatal("the denominator moved")
	}
	w.now = pr.Closes
	w.refused("act-late", w.act("bo", p, "recuse", ""))
	w.chain()
	w.due()
	w.refused("act-late", w.act("bo", p, "comment", "Too late."))
}
