package replay_test

import (
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// opening is what a sealed ballot commits to.
func (w *world) opening(voter string, p document.Digest, choice string, sequence uint64) []byte {
	w.t.Helper()
	e := w.ballot(voter, p, choice, sequence)
	var b record.Ballot
	if err := document.Unmarshal(e.Body, &b); err != nil {
		w.t.Fatal(err)
	}
	raw, err := replay.Opening{Ballot: b, Voter: w.address(voter), Signature: e.Signature}.Seal([32]byte{byte(sequence)})
	if err != nil {
		w.t.Fatal(err)
	}
	return raw
}

// sealed returns the entry of a ballot that is hidden until the close. The world keeps what it commits to.
func (w *world) sealed(voter string, p document.Digest, choice string, sequence uint64) record.Entry {
	w.t.Helper()
	return w.commit(voter, p, sequence, w.opening(voter, p, choice, sequence))
}

func (w *world) commit(voter string, p document.Digest, sequence uint64, opening []byte) record.Entry {
	w.t.Helper()
	return record.Entry{Kind: record.KindSealed, Actor: w.actor(voter), Body: w.marshal(record.Sealed{Proposal: p, Sequence: sequence, Commitment: w.blobs.put(opening)})}
}

// cast returns the entry of a ballot, sealed where the vote asks for it.
func (w *world) cast(voter string, p document.Digest, choice string, sequence uint64) record.Entry {
	w.t.Helper()
	if w.state.Hidden(p) {
		return w.sealed(voter, p, choice, sequence)
	}
	return w.ballot(voter, p, choice, sequence)
}

func hidden(p *policy.Policy) {
	kind := p.Kinds[replaytest.NoteSchema]
	kind.Rules.Hidden, kind.Rules.Swing, kind.Rules.Extension = true, 0, 0
	p.Kinds[replaytest.NoteSchema] = kind
}

// voteHidden opens a hidden vote.
func voteHidden(t *testing.T) (*world, proposal.Proposal) {
	t.Helper()
	w := newLively(t, hidden)
	p := w.sponsored("1.1.0", "be very careful")
	w.at(w.status(p, proposal.Review).Review)
	return w, w.status(p, proposal.Voting)
}

func TestHiddenVote(t *testing.T) {
	w, pr := voteHidden(t)
	p := pr.Digest
	w.refused("ballot-hidden", w.ballot("ada", p, "for", 1))
	w.must(w.sealed("ada", p, "against", 1))
	w.must(w.sealed("bo", p, "for", 1))
	w.must(w.sealed("ada", p, "for", 2))
	w.must(w.sealed("dan", p, "against", 1))
	w.refused("ballot-sequence-used", w.sealed("dan", p, "for", 1))
	w.refused("ballot-weight", w.sealed("nobody", p, "for", 1))
	w.refused("ballot-commitment", w.commit("bo", p, 2, w.opening("dan", p, "against", 1)))
	// Nothing but who voted can be known.
	if _, err := w.state.Count(p); err == nil || !strings.Contains(err.Error(), "hidden") {
		t.Fatalf("the running count was given: %v", err)
	}
	for _, c := range w.state.Casts(p) {
		if c.Choice != ballot.Sealed {
			t.Fatalf("%+v", c)
		}
	}
	for _, raw := range w.log {
		if s := string(raw); strings.Contains(s, `"choice"`) || strings.Contains(s, `"for"`) || strings.Contains(s, `against`) {
			t.Fatalf("the log betrays a choice: %s", s)
		}
	}
	w.wrote(record.KindClosed)(w.at(pr.Closes))
	count := w.tally(p)
	if c := count.Chambers["experts"]; count.Outcome != replay.Passed || count.Ballots != 3 || c.For.Heads != 2 || c.Against.Heads != 1 {
		t.Fatalf("%+v", count)
	}
	if _, err := replay.NewVerifier(replaytest.Config(), w.source(), replay.Options{}).Verify(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// A commitment that is left unopened, or that opens to something else, is a refutation.
func TestHiddenBallotsMustOpen(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(w *world, p document.Digest)
		rule  string
	}{
		"left unopened": {func(w *world, p document.Digest) {
			e := w.sealed("bo", p, "for", 1)
			w.must(e)
			var b record.Sealed
			if err := document.Unmarshal(e.Body, &b); err != nil {
				t.Fatal(err)
			}
			delete(w.blobs, b.Commitment)
		}, "ballot-unopened"},
		"of another voter":    {func(w *world, p document.Digest) { w.must(w.commit("bo", p, 1, w.opening("dan", p, "for", 1))) }, "ballot-opening"},
		"of another sequence": {func(w *world, p document.Digest) { w.must(w.commit("bo", p, 1, w.opening("bo", p, "for", 2))) }, "ballot-opening"},
		"no choice":           {func(w *world, p document.Digest) { w.must(w.sealed("bo", p, "maybe", 1)) }, "ballot-opening"},
		"no ballot":           {func(w *world, p document.Digest) { w.must(w.commit("bo", p, 1, []byte(strings.Repeat("x", 99)))) }, "ballot-opening"},
		"signed by another": {func(w *world, p document.Digest) {
			o, err := replay.ParseOpening(w.opening("bo", p, "for", 1))
			if err != nil {
				t.Fatal(err)
			}
			o.Ballot.Choice = "against"
			raw, err := o.Seal([32]byte{7})
			if err != nil {
				t.Fatal(err)
			}
			w.must(w.commit("bo", p, 1, raw))
		}, "ballot-opening"},
	} {
		w, pr := voteHidden(t)
		w.must(w.sealed("ada", pr.Digest, "for", 1))
		c.spoil(w, pr.Digest)
		w.now = pr.Closes
		w.chain()
		if _, err := w.state.Due(w.now, w.blobs); err == nil || !strings.Contains(err.Error(), "entry") {
			t.Errorf("%s: %v", name, err)
		}
		w.refused(c.rule, record.Entry{Kind: record.KindClosed, Actor: record.ActorLog, Body: w.marshal(record.Closed{Proposal: pr.Digest})})
	}
}

// The service knows what a sealed ballot says, and refuses what it would refuse in a public vote.
func TestCheckSealed(t *testing.T) {
	w, pr := voteHidden(t)
	check := func(change func(*record.Ballot)) error {
		o, err := replay.ParseOpening(w.opening("ada", pr.Digest, "for", 1))
		if err != nil {
			t.Fatal(err)
		}
		change(&o.Ballot)
		return w.state.CheckSealed(o, &replay.Seal{Signer: w.address("ada")}, w.now, w.blobs)
	}
	if err := check(func(*record.Ballot) {}); err != nil {
		t.Fatal(err)
	}
	for _, change := range []func(*record.Ballot){
		func(b *record.Ballot) { b.Choice = "maybe" },
		func(b *record.Ballot) { b.Choice = ballot.Sealed },
		func(b *record.Ballot) { b.Electorate = document.Digest{1} },
		func(b *record.Ballot) { b.Expires = w.now },
		func(b *record.Ballot) { b.Reason = document.Digest{1} },
	} {
		if err := check(change); err == nil {
			t.Error("it was taken")
		}
	}
	o, _ := replay.ParseOpening(w.opening("ada", pr.Digest, "for", 1))
	if err := w.state.CheckSealed(o, &replay.Seal{Signer: w.address("bo")}, w.now, w.blobs); err == nil {
		t.Error("another's signature was taken")
	}
}

// FuzzParseOpening looks for bytes that open to something and are not the one spelling of it.
func FuzzParseOpening(f *testing.F) {
	raw, err := replay.Opening{Ballot: record.Ballot{Choice: "for", Sequence: 1}, Signature: wallet.Signature{27}.String()}.Seal([32]byte{1})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		o, err := replay.ParseOpening(raw)
		if err != nil {
			return
		}
		if again, err := o.Seal([32]byte(raw[:32])); err != nil || string(again) != string(raw) {
			t.Fatalf("%q opens to %+v, which is %q", raw, o, again)
		}
	})
}
