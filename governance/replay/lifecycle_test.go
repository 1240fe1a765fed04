package replay_test

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// newLively founds an instance with everything that can happen. ada and dan are experts of safety alone, bo of safety and
// law, cy of law.
func newLively(t testing.TB, change ...func(*policy.Policy)) *world {
	t.Helper()
	p := replaytest.Lively()
	for _, f := range change {
		f(&p)
	}
	w := found(t, p, map[string][]byte{"note/chat": replaytest.FirstNote(t), "council/main": replaytest.Council(t)})
	w.chain(replaytest.Badges(t, w.block, w.now,
		replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1}, replaytest.Grant{Name: "bo", Type: 2, Level: 2},
		replaytest.Grant{Name: "cy", Type: 2, Level: 1}, replaytest.Grant{Name: "dan", Type: 1, Level: 2})...)
	w.now = w.now.Add(hour)
	return w
}

// at moves the clock and the chain to a time, and writes what is due.
func (w *world) at(t document.Time) []string {
	w.t.Helper()
	w.now = t
	w.chain()
	return w.due()
}

func (w *world) wrote(want ...string) func(got []string) {
	w.t.Helper()
	return func(got []string) {
		w.t.Helper()
		if !slices.Equal(got, want) {
			w.t.Fatalf("the log wrote %v, want %v", got, want)
		}
	}
}

func (w *world) safer(version, text string) []byte { return w.note1(version, text, "be fair") }

// vote opens a sponsored proposal and has its experts agree.
func (w *world) vote(p document.Digest, choices map[string]string) proposal.Proposal {
	w.t.Helper()
	w.at(w.status(p, proposal.Review).Review)
	pr := w.status(p, proposal.Voting)
	for _, name := range []string{"ada", "bo", "cy", "dan"} {
		if choice, ok := choices[name]; ok {
			w.must(w.cast(name, p, choice, 1))
		}
	}
	return pr
}

// pass brings a proposal in review to its window.
func (w *world) pass(p document.Digest) proposal.Proposal {
	w.t.Helper()
	pr := w.vote(p, map[string]string{"ada": "for", "bo": "for"})
	w.at(pr.Closes)
	w.must(w.anchored())
	return w.status(p, proposal.Challenge)
}

// decide brings it to its end.
func (w *world) decide(p document.Digest) {
	w.t.Helper()
	w.at(w.pass(p).Ends)
	w.status(p, proposal.Final)
}

// sponsored submits ada's change of the note, with dan as its sponsor.
func (w *world) sponsored(version, text string) document.Digest {
	w.t.Helper()
	p := w.propose("ada", "note/chat", w.safer(version, text))
	w.must(w.act("dan", p, "sponsor", ""))
	return p
}

func TestSponsors(t *testing.T) {
	w := newLively(t)
	p := w.propose("ada", "note/chat", w.safer("1.1.0", "be very careful"))
	pr := w.status(p, proposal.Submitted)
	w.refused("act-sponsor", w.act("ada", p, "sponsor", ""))
	w.refused("act-weight", w.act("cy", p, "sponsor", ""))       // law has no say in a change of safety
	w.refused("act-weight", w.act("stranger", p, "sponsor", "")) //
	w.must(w.act("bo", p, "recuse", ""))
	w.refused("act-recused", w.act("bo", p, "sponsor", ""))
	w.now = w.now.Add(hour)
	w.must(w.act("dan", p, "sponsor", ""))
	pr = w.status(p, proposal.Review)
	if pr.Review != w.now.Add(hour) || !slices.Equal(pr.Sponsors, []common.Address{w.address("dan")}) || pr.SponsoredAt != w.state.Size()-1 {
		t.Fatalf("the review is %+v", pr)
	}
	w.refused("act-again", w.act("dan", p, "sponsor", ""))
	w.wrote()(w.at(pr.Review - 1))
	w.wrote(record.KindOpened)(w.at(pr.Review))
	w.refused("act-late", w.act("dan", p, "sponsor", ""))
}

func TestNobodySponsors(t *testing.T) {
	w := newLively(t)
	p := w.propose("ada", "note/chat", w.safer("1.1.0", "be very careful"))
	end := w.status(p, proposal.Submitted).Submitted.Add(2 * day)
	w.wrote()(w.at(end - 1))
	w.refused("not-due", record.Entry{Kind: record.KindExpired, Actor: record.ActorLog, Body: w.marshal(record.Expired{Proposal: p})})
	w.now = end
	w.refused("act-late", w.act("dan", p, "sponsor", ""))
	w.wrote(record.KindExpired)(w.at(end))
	w.status(p, proposal.Expired)
	w.refused("act-late", w.act("dan", p, "comment", "A pity."))
}

func TestWithdrawal(t *testing.T) {
	w := newLively(t)
	for i, stage := range []func(document.Digest){
		func(document.Digest) {},
		func(p document.Digest) { w.must(w.act("dan", p, "sponsor", "")) },
		func(p document.Digest) { w.must(w.act("dan", p, "sponsor", "")); w.vote(p, nil) },
	} {
		p := w.propose("ada", "note/chat", w.safer("1.1.0", string(rune('a'+i))))
		stage(p)
		w.refused("act-proposer", w.act("dan", p, "withdraw", ""))
		w.must(w.act("ada", p, "withdraw", "I was wrong."))
		if pr := w.status(p, proposal.Withdrawn); pr.EndedAt != w.state.Size()-1 {
			t.Fatalf("it ended at %d", pr.EndedAt)
		}
	}
	p := w.sponsored("1.1.0", "d")
	pr := w.vote(p, nil)
	w.now = pr.Closes
	w.refused("act-late", w.act("ada", p, "withdraw", ""))
	w.at(pr.Closes)
	// The lanes of what was withdrawn are free: the last one could open.
	w.status(p, proposal.NoQuorum)
}

func TestRevision(t *testing.T) {
	w := newLively(t)
	first := w.sponsored("1.1.0", "be very careful")
	w.must(w.act("cy", first, "object: licence", "Not ours to give."))
	objection := w.state.Size() - 1
	w.must(w.act("bo", first, "object: safety", "Too vague."))
	w.must(w.act("bo", first, "retract "+itoa(w.state.Size()-1), ""))
	base, _ := w.state.Head("note/chat")
	text := func(proposer string, revises document.Digest) (record.Entry, document.Digest) {
		return w.submit(proposer, proposal.Revision{Revises: revises, Changes: map[string]proposal.Change{"note/chat": {Base: base.Digest, Document: w.blobs.put(w.safer("1.1.0", "be most careful"))}}})
	}
	e, _ := text("dan", first)
	w.refused("proposal-revises", e)
	e, _ = text("ada", document.Digest{1})
	w.refused("proposal-revises", e)
	e, second := text("ada", first)
	w.must(e)
	if old := w.status(first, proposal.Revised); old.RevisedBy != second {
		t.Fatalf("revised by %s", old.RevisedBy)
	}
	pr := w.status(second, proposal.Submitted) // who sponsored the one text has not sponsored the other
	if len(pr.Objections) != 1 || pr.Objections[0].Index != objection {
		t.Fatalf("objections %+v: the one that nobody settled goes on", pr.Objections)
	}
	w.refused("act-late", w.act("cy", first, "retract "+itoa(objection), ""))
	w.refused("ballot-revision", w.ballot("ada", first, "for", 1))
	w.must(w.act("dan", second, "sponsor", ""))
	pr = w.status(second, proposal.Review)
	w.wrote()(w.at(pr.Review))
	w.must(w.act("cy", second, "retract "+itoa(objection), "Answered."))
	w.wrote(record.KindOpened)(w.due())
	e, _ = text("ada", second)
	w.refused("proposal-revises", e)
}

func TestObjections(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	w.refused("act-proposer", w.act("ada", p, "object: safety", "Hm."))
	w.refused("act-ground", w.act("bo", p, "object: hash", "Nobody rules on that here."))
	w.refused("act-text", w.act("bo", p, "object: safety", ""))
	w.refused("act-member", w.act("stranger", p, "object: safety", "I am nobody."))
	w.must(w.act("cy", p, "object: safety", "It hurts."))
	n := itoa(w.state.Size() - 1)
	w.refused("act-again", w.act("cy", p, "object: safety", "It hurts much."))
	pr := w.status(p, proposal.Review)
	w.wrote()(w.at(pr.Review))

	w.refused("act-target", w.act("ada", p, "answer 1", "No."))
	w.refused("act-proposer", w.act("dan", p, "answer "+n, "No."))
	w.must(w.act("ada", p, "answer "+n, "It does not."))
	w.wrote()(w.due()) // an answer settles nothing
	w.refused("act-objector", w.act("bo", p, "retract "+n, ""))
	w.refused("act-judge", w.act("cy", p, "dismiss "+n, "My own."))
	w.refused("act-judge", w.act("ada", p, "dismiss "+n, "Against me."))
	w.must(w.act("dan", p, "dismiss "+n, "I see no harm."))
	w.refused("act-again", w.act("dan", p, "uphold "+n, "I do."))
	w.wrote()(w.due()) // one of two experts
	w.must(w.act("bo", p, "dismiss "+n, "Nor do I."))
	w.refused("act-settled", w.act("cy", p, "retract "+n, ""))
	w.wrote(record.KindOpened)(w.due())
	o := w.status(p, proposal.Voting).Objections[0]
	if o.Outcome != proposal.Dismiss || o.Settled != w.state.Size()-2 || len(o.Answers) != 1 {
		t.Fatalf("the objection is %+v", o)
	}
}

func TestObjectionUpheld(t *testing.T) {
	for name, stage := range map[string]func(*world, document.Digest){
		"before the vote": func(*world, document.Digest) {},
		"in the vote":     func(w *world, p document.Digest) { w.vote(p, map[string]string{"ada": "for", "bo": "for"}) },
		"in the window":   func(w *world, p document.Digest) { w.pass(p) },
	} {
		t.Run(name, func(t *testing.T) {
			w := newLively(t)
			p := w.sponsored("1.1.0", "be very careful")
			stage(w, p)
			w.must(w.act("dan", p, "object: licence", "It is not free."))
			n := itoa(w.state.Size() - 1)
			w.must(w.act("cy", p, "uphold "+n, "Indeed."))
			if pr := w.status(p, proposal.Rejected); pr.Reason != proposal.Upheld {
				t.Fatalf("rejected because %q", pr.Reason)
			}
			w.wrote()(w.at(w.now.Add(20 * day)))
		})
	}
}

func TestUnsettledObjectionBlocksForAWhile(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.status(p, proposal.Review)
	w.wrote()(w.at(pr.Review - 1))
	w.must(w.act("cy", p, "object: safety", "It hurts."))
	w.at(pr.Review + 5*hour)
	w.must(w.act("bo", p, "object: safety", "It does.")) // gains no time beyond the first's
	until := pr.Review.Add(day)
	w.wrote()(w.at(until - 1))
	w.wrote(record.KindOpened)(w.at(until))
}

func TestLateSwingExtendsOnce(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	pr := w.vote(p, map[string]string{"ada": "for", "bo": "for"})
	w.at(pr.Closes.Add(-6*hour) - 1)
	w.must(w.ballot("dan", p, "against", 1))
	w.at(pr.Closes.Add(-6 * hour))
	w.must(w.ballot("ada", p, "against", 2)) // the first in the last stretch: it was passing before
	w.wrote(record.KindExtended)(w.at(pr.Closes))
	next := w.status(p, proposal.Voting)
	if next.Closes != pr.Closes.Add(12*hour) || next.ExtendedAt == 0 {
		t.Fatalf("it closes at %s", next.Closes)
	}
	w.must(w.ballot("ada", p, "for", 3)) // and turns again
	w.wrote(record.KindClosed)(w.at(next.Closes))
	w.status(p, proposal.Closed)
}

func TestNoExtension(t *testing.T) {
	for name, c := range map[string]struct {
		policy func(*policy.Rules)
		late   map[string]string
	}{
		"nobody voted late":      {func(*policy.Rules) {}, nil},
		"the outcome is as ever": {func(*policy.Rules) {}, map[string]string{"dan": "against"}},
		"no rule":                {func(r *policy.Rules) { r.Swing, r.Extension = 0, 0 }, map[string]string{"ada": "against"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newLively(t, func(p *policy.Policy) {
				k := p.Kinds[replaytest.NoteSchema]
				c.policy(&k.Rules)
				p.Kinds[replaytest.NoteSchema] = k
			})
			p := w.sponsored("1.1.0", "be very careful")
			pr := w.vote(p, map[string]string{"ada": "for", "bo": "for"})
			w.at(pr.Closes - 1)
			for name, choice := range c.late {
				w.must(w.cast(name, p, choice, 2))
			}
			w.wrote(record.KindClosed)(w.at(pr.Closes))
		})
	}
}

func TestVeto(t *testing.T) {
	w := newLively(t)
	p := w.sponsored("1.1.0", "be very careful")
	w.vote(p, map[string]string{"ada": "for", "bo": "for"})
	w.refused("act-early", w.act("gil", p, "veto", "Wait."))
	pr := w.status(p, proposal.Voting)
	w.at(pr.Closes)
	w.must(w.act("gil", p, "veto", "It was bought."))
	w.must(w.anchored())
	pr = w.status(p, proposal.Challenge)
	w.refused("act-again", w.act("gil", p, "veto", "Again."))
	w.refused("act-guardian", w.act("ada", p, "veto", "Me too."))
	w.refused("act-text", w.act("gus", p, "veto", ""))
	w.now = pr.Ends
	w.refused("act-late", w.act("gus", p, "veto", "Too late."))
	w.now = pr.Ends - 1
	w.must(w.act("gus", p, "veto", "I agree."))
	w.status(p, proposal.Vetoed)
	w.wrote()(w.at(pr.Ends))
	if h, _ := w.state.Head("note/chat"); !h.Proposal.IsZero() {
		t.Fatal("what was vetoed moved a head")
	}
}

func TestGuardiansCannotSaveThemselves(t *testing.T) {
	w := newLively(t)
	head, _ := w.state.Head("council/main")
	next, err := charter.ParseCouncil(replaytest.Council(t))
	if err != nil {
		t.Fatal(err)
	}
	next.Version, next.Parent = "1.1.0", head.Digest
	next.Guardians = charter.Body{Threshold: 1, Members: map[string]common.Address{"gus": w.address("gus")}}
	p := w.propose("ada", "council/main", w.marshal(next))
	pr := w.pass(p)
	w.refused("act-guardians", w.act("gil", p, "veto", "I want to stay."))
	w.at(pr.Ends)
	w.status(p, proposal.Final)
	if got := w.state.Council(w.now).Guardians; got.Threshold != 1 || got.Has(w.address("gil")) {
		t.Fatalf("the guardians are %+v", got)
	}
	p = w.sponsored("1.1.0", "be very careful")
	w.pass(p)
	w.refused("act-guardian", w.act("gil", p, "veto", "I was one."))
	w.must(w.act("gus", p, "veto", "I alone decide now."))
	w.status(p, proposal.Vetoed)
}

func TestPowersEnd(t *testing.T) {
	w := newLively(t)
	until := replaytest.Start.Add(365 * day)
	w.at(until.Add(-hour - 3*day - hour)) // the review, the vote, and an hour of the window
	p := w.sponsored("1.1.0", "be very careful")
	if pr := w.pass(p); pr.Ends <= until {
		t.Fatalf("the window ends at %s, before the guardians' term", pr.Ends)
	}
	w.now = until - 1
	w.must(w.act("gil", p, "veto", "In time."))
	w.now = until
	w.refused("act-guardian", w.act("gus", p, "veto", "My term is over."))
}

func TestCoolDown(t *testing.T) {
	w := newLively(t)
	first := w.sponsored("1.1.0", "be careless")
	pr := w.vote(first, map[string]string{"ada": "against", "bo": "against"})
	w.at(pr.Closes)
	failed := w.status(first, proposal.Rejected)
	// The same change with another version number is the same.
	again := w.sponsored("1.2.0", "be careless")
	other := w.propose("bo", "note/chat", w.safer("1.1.0", "be careful indeed"))
	w.must(w.act("dan", other, "sponsor", ""))
	w.wrote(record.KindOpened)(w.at(w.status(other, proposal.Review).Review))
	w.status(other, proposal.Voting)
	w.must(w.act("bo", other, "withdraw", ""))
	until := failed.Ended.Add(10 * day)
	w.wrote()(w.at(until - 1))
	w.must(w.act("bo", again, "sponsor", "")) // twice as many as the first had
	w.wrote(record.KindOpened)(w.due())
	w.must(w.act("ada", again, "withdraw", ""))
	third := w.sponsored("1.3.0", "be careless")
	w.wrote(record.KindOpened)(w.at(until.Add(hour)))
	w.status(third, proposal.Voting)
}

func TestOrderOfSponsorship(t *testing.T) {
	w := newLively(t)
	first := w.propose("ada", "note/chat", w.safer("1.1.0", "one"))
	second := w.propose("bo", "note/chat", w.safer("1.1.0", "two"))
	w.must(w.act("dan", second, "sponsor", ""))
	w.must(w.act("dan", first, "sponsor", ""))
	w.now = w.now.Add(hour)
	w.chain()
	// Both could open now; whoever runs the log cannot prefer the one that was sponsored later.
	d, err := w.state.Due(w.now, w.blobs)
	if err != nil || d == nil {
		t.Fatal(d, err)
	}
	var opened record.Opened
	if err := document.Unmarshal(d.Body, &opened); err != nil || opened.Proposal != second {
		t.Fatalf("%s opens first: %v", opened.Proposal, err)
	}
	opened.Proposal = first
	w.refused("not-due", record.Entry{Kind: record.KindOpened, Actor: record.ActorLog, Body: w.marshal(opened)})
	w.due()
	w.status(second, proposal.Voting)
	w.status(first, proposal.Review)
}

// An emergency restores the version before, at once; the vote of everybody makes it last.
func TestEmergency(t *testing.T) {
	begin := func(t *testing.T) (*world, document.Digest, replay.Head, replay.Head) {
		w := newLively(t)
		w.decide(w.sponsored("1.1.0", "be very careful"))
		good, _ := w.state.Head("note/chat")
		bad := w.sponsored("1.2.0", "be careless")
		w.decide(bad)
		worse, _ := w.state.Head("note/chat")
		if worse.Previous != good.Digest {
			t.Fatalf("the version before is %s", worse.Previous)
		}
		r := func(d document.Digest) proposal.Revision {
			return proposal.Revision{Emergency: true, Changes: map[string]proposal.Change{"note/chat": {Base: worse.Digest, Document: d}}}
		}
		e, _ := w.submit("ada", r(document.Sum(replaytest.FirstNote(t))))
		w.refused("proposal-emergency", e)
		e, _ = w.submit("dan", r(good.Digest))
		w.refused("proposal-council", e)
		e, p := w.submit("ada", r(good.Digest))
		w.must(e)
		w.status(p, proposal.Submitted)
		w.wrote()(w.due())
		w.refused("act-emergency", w.act("dan", p, "sponsor", ""))
		w.refused("act-council", w.act("dan", p, "ratify", ""))
		w.refused("act-again", w.act("ada", p, "ratify", ""))
		w.must(w.act("cy", p, "ratify", "It hurts people."))
		w.wrote(record.KindClosed)(w.at(w.now.Add(1)))
		w.status(p, proposal.Closed)
		w.must(w.anchored())
		w.wrote(record.KindFinal)(w.at(w.status(p, proposal.Challenge).Ends))
		pr := w.status(p, proposal.Final)
		if h, _ := w.state.Head("note/chat"); h.Digest != good.Digest || h.Proposal != p {
			t.Fatalf("the head is %+v", h)
		}
		if pr.Lapses != w.now.Add(10*day) || !pr.Provisional() {
			t.Fatalf("it lapses at %s", pr.Lapses)
		}
		return w, p, good, worse
	}
	t.Run("lapses", func(t *testing.T) {
		w, p, _, worse := begin(t)
		pr := w.status(p, proposal.Final)
		w.wrote(record.KindIntent)(w.at(pr.Lapses - 1)) // what the council restored does not wait for what nobody signed
		w.wrote(record.KindLapsed)(w.at(pr.Lapses))
		w.status(p, proposal.Lapsed)
		h, _ := w.state.Head("note/chat")
		if h.Digest != worse.Digest || h.Proposal != worse.Proposal {
			t.Fatalf("the head is %+v", h)
		}
		e, _ := w.submit("ada", proposal.Revision{Emergency: true, Changes: map[string]proposal.Change{"note/chat": {Base: h.Digest, Document: pr.Lanes[0].Document}}})
		w.refused("proposal-emergency", e) // the council cannot do it over and over
	})
	t.Run("is ratified", func(t *testing.T) {
		w, p, good, _ := begin(t)
		e, _ := w.submit("bo", proposal.Revision{Ratifies: document.Digest{1}, Changes: map[string]proposal.Change{"note/chat": {Base: good.Digest, Document: good.Digest}}})
		w.refused("proposal-ratifies", e)
		e, r := w.submit("bo", proposal.Revision{Ratifies: p, Changes: map[string]proposal.Change{"note/chat": {Base: good.Digest, Document: good.Digest}}})
		w.must(e)
		w.must(w.act("dan", r, "sponsor", ""))
		w.decide(r)
		pr := w.status(p, proposal.Final)
		if pr.SettledAt != w.state.Size()-1 || pr.Provisional() {
			t.Fatalf("it was settled at %d of %d", pr.SettledAt, w.state.Size())
		}
		if shares := w.status(r, proposal.Final).Shares; len(shares) != 1 || shares[0].Domain != "safety" {
			t.Fatalf("those decide whom the emergency concerned, not %v", shares)
		}
		if h, _ := w.state.Head("note/chat"); h.Proposal != p {
			t.Fatal("a ratification moved the head")
		}
		w.wrote()(w.at(pr.Lapses))
	})
	t.Run("is overtaken", func(t *testing.T) {
		w, p, _, _ := begin(t)
		next := w.sponsored("1.3.0", "be careful again")
		w.decide(next)
		w.wrote()(w.at(w.status(p, proposal.Final).Lapses))
	})
}

func TestEmergencyVoidsWhatWasVotedOnAnotherBase(t *testing.T) {
	w := newLively(t)
	w.decide(w.sponsored("1.1.0", "be very careful"))
	good, _ := w.state.Head("note/chat")
	w.decide(w.sponsored("1.2.0", "be careless"))
	worse, _ := w.state.Head("note/chat")
	voted := w.sponsored("1.3.0", "be more careless")
	w.vote(voted, map[string]string{"ada": "for", "bo": "for"})
	e, p := w.submit("ada", proposal.Revision{Emergency: true, Changes: map[string]proposal.Change{"note/chat": {Base: worse.Digest, Document: good.Digest}}})
	w.must(e)
	w.must(w.act("cy", p, "ratify", ""))
	w.at(w.now.Add(1))
	w.must(w.anchored())
	w.wrote(record.KindFinal, record.KindVoid)(w.at(w.status(p, proposal.Challenge).Ends))
	if pr := w.status(voted, proposal.Voided); pr.Reason != proposal.BaseMoved {
		t.Fatalf("void because %q", pr.Reason)
	}
}

func TestNodesAreAdmittedByDecision(t *testing.T) {
	w := newLively(t)
	doc := w.marshal(charter.Nodes{Schema: charter.NodesSchema, Version: "1.0.0", Nodes: map[string]common.Address{"new": w.address("new")}})
	w.decide(w.propose("ada", "nodes/main", doc))
	if nodes := w.state.Admitted(); len(nodes) != 1 || nodes["new"] != w.address("new") {
		t.Fatalf("admitted: %v", nodes)
	}
	// A head that the policy names holds the kind of document that it names it for.
	e, _ := w.draft("ada", "nodes/main", w.note1("2.0.0", "x", "y"))
	w.refused("proposal-schema", e)
}

// What a badge type is, is decided here and carried out on chain: the record ties the transactions to the decision that they
// name, and says what still differs.
func TestBadgeTypeComesToAgree(t *testing.T) {
	w := newLively(t)
	doc := charter.BadgeType{
		Schema: charter.BadgeTypeSchema, Version: "1.0.0", Type: 3, Name: "medicine", Domain: "medicine", Levels: 4, Burn: "issuer", Endorsements: 2, EndorserLevel: 3,
		Issuers: map[string]common.Address{"issuer": w.address("issuer")},
	}
	p := w.propose("ada", "badge/medicine", w.marshal(doc))
	w.decide(p)
	differs := func(want int) {
		t.Helper()
		if d := doc.Differs(w.state.Badges()); len(d) != want {
			t.Fatalf("%d differences: %v", len(d), d)
		}
	}
	differs(1)
	w.now = w.now.Add(hour)
	at := badge.Event{Block: w.block + 1, Time: uint64(w.now), Tx: common.Hash{7}, Type: 3, Decision: common.Hash(p)}
	created, allowed := at, at
	created.Kind, created.Domain, created.Name, created.Levels, created.Burn = badge.TypeCreated, "medicine", "medicine", 4, badge.ByIssuer
	allowed.Kind, allowed.Index, allowed.Issuer, allowed.Allowed = badge.IssuerSet, 1, w.address("issuer"), true
	w.chain(created, allowed)
	differs(1) // the endorsements
	if pr := w.status(p, proposal.Final); len(pr.Executed) != 1 || pr.Executed[0] != (proposal.Execution{Entry: w.state.Size() - 1, Tx: common.Hash{7}, Block: at.Block}) {
		t.Fatalf("carried out by %+v", pr.Executed)
	}
	changed := badge.Event{Kind: badge.TypeChanged, Block: w.block + 1, Time: uint64(w.now), Tx: common.Hash{8}, Type: 3, Decision: common.Hash(p), Version: 2, Endorsements: 2, EndorserLevel: 3}
	w.chain(changed)
	differs(0)
	if pr := w.status(p, proposal.Final); len(pr.Executed) != 2 {
		t.Fatalf("carried out by %+v", pr.Executed)
	}
	doc.Levels, doc.Issuers["more"] = 5, w.address("more")
	differs(2)
}

// Several documents are changed together, or none is.
func TestSeveralDocumentsAtOnce(t *testing.T) {
	w := newLively(t)
	second := w.propose("ada", "note/second", replaytest.Note(t, "1.0.0", document.Digest{}, "first words", "be fair"))
	w.must(w.act("dan", second, "sponsor", ""))
	w.decide(second)
	both := func() document.Digest {
		chat, _ := w.state.Head("note/chat")
		other, _ := w.state.Head("note/second")
		e, p := w.submit("ada", proposal.Revision{Changes: map[string]proposal.Change{
			"note/chat":   {Base: chat.Digest, Document: w.blobs.put(replaytest.Note(t, "2.0.0", chat.Digest, "both", "be fair"))},
			"note/second": {Base: other.Digest, Document: w.blobs.put(replaytest.Note(t, "2.0.0", other.Digest, "both", "be fair"))},
		}})
		w.must(e)
		w.must(w.act("dan", p, "sponsor", ""))
		return p
	}
	p := both()
	// While it is open, neither lane is free; when one base moves before it opens, it is void as a whole.
	alone := w.propose("bo", "note/second", replaytest.Note(t, "1.1.0", w.head("note/second"), "alone", "be fair"))
	w.must(w.act("dan", alone, "sponsor", ""))
	w.at(w.status(p, proposal.Review).Review.Add(hour))
	w.status(p, proposal.Voting)
	w.status(alone, proposal.Review)
	w.must(w.act("ada", p, "withdraw", ""))
	w.due()
	w.status(alone, proposal.Voting)
	p = both()
	for _, name := range []string{"ada", "bo"} {
		w.must(w.ballot(name, alone, "for", 1))
	}
	w.at(w.status(alone, proposal.Voting).Closes)
	w.must(w.anchored())
	w.at(w.status(alone, proposal.Challenge).Ends)
	if pr := w.status(p, proposal.Voided); pr.Reason != proposal.BaseMoved {
		t.Fatalf("void because %q", pr.Reason)
	}
	p = both()
	w.decide(p)
	for _, head := range []string{"note/chat", "note/second"} {
		if h, _ := w.state.Head(head); h.Proposal != p {
			t.Fatalf("%s did not move", head)
		}
	}
}

func (w *world) head(name string) document.Digest {
	h, _ := w.state.Head(name)
	return h.Digest
}

// A vote over rivals on one base.
func TestRivals(t *testing.T) {
	w := newLively(t)
	base, _ := w.state.Head("note/chat")
	mild, strict := w.blobs.put(w.safer("1.1.0", "be mild")), w.blobs.put(w.note1("1.1.0", "be strict", "be just"))
	e, p := w.submit("ada", proposal.Revision{
		Changes: map[string]proposal.Change{"note/chat": {Base: base.Digest}},
		Options: map[string]map[string]document.Digest{"mild": {"note/chat": mild}, "strict": {"note/chat": strict}},
	})
	w.must(e)
	w.must(w.act("dan", p, "sponsor", ""))
	w.at(w.status(p, proposal.Review).Review)
	pr := w.status(p, proposal.Voting)
	if pr.Method != "ranked-condorcet" || !slices.Equal(pr.Options, []string{"mild", "status-quo", "strict"}) {
		t.Fatalf("counted by %s over %v", pr.Method, pr.Options)
	}
	if len(pr.Shares) != 2 || pr.Chambers["experts/law"].Members != 2 || pr.Chambers["experts/safety"].Members != 3 {
		t.Fatalf("%v decide: whoever is touched by any of the rivals", pr.Shares)
	}
	pr.Winner = "strict"
	if effects := pr.Effects(); len(effects) != 1 || effects[0].Document != strict {
		t.Fatalf("it moves %+v", effects)
	}
	pr.Winner = proposal.StatusQuo
	if effects := pr.Effects(); len(effects) != 0 {
		t.Fatalf("the status quo moves %+v", effects)
	}
	// A poll needs a policy that has them.
	e, _ = w.submit("ada", proposal.Revision{
		Changes: map[string]proposal.Change{"note/chat": {Base: base.Digest}},
		Options: map[string]map[string]document.Digest{"a": {}, "b": {}},
	})
	w.refused("proposal-poll", e)
}

// What the policy says of one kind of document reaches no vote on another: whatever it says of all others, the life of a note
// is the same to the byte.
func TestRulesOfOneKindNeverReachAnother(t *testing.T) {
	life := func(change func(*policy.Policy)) string {
		w := newLively(t, change)
		p := w.sponsored("1.1.0", "be very careful")
		w.must(w.act("cy", p, "object: safety", "Hm."))
		w.must(w.act("cy", p, "retract "+itoa(w.state.Size()-1), ""))
		w.decide(p)
		pr := w.status(p, proposal.Final)
		// These name the policy, or what names it.
		pr.Digest, pr.Policy, pr.ClosedLeaf, pr.Tally, pr.List = document.Digest{}, document.Digest{}, document.Digest{}, document.Digest{}, document.Digest{}
		return string(w.marshal(pr))
	}
	plain := life(func(*policy.Policy) {})
	rapid.Check(t, func(rt *rapid.T) {
		got := life(func(p *policy.Policy) {
			for _, schema := range slices.Sorted(maps.Keys(p.Kinds)) {
				if schema == replaytest.NoteSchema {
					continue
				}
				n := func(low, high int64, name string) int64 { return rapid.Int64Range(low, high).Draw(rt, schema+name) }
				k := p.Kinds[schema]
				k.Rules = policy.Rules{
					Threshold: weight.Fraction{Num: uint64(n(1, 9, "threshold")), Den: 10}, Quorum: weight.Fraction{Num: uint64(n(1, 9, "quorum")), Den: 10},
					Heads: int(n(1, 99, "heads")), DomainHeads: int(n(0, 9, "domainHeads")), Review: n(0, 30*day, "review"), Voting: n(60, 30*day, "voting"), Grace: n(60, day, "grace"),
					Window: n(0, 30*day, "window"), Sponsors: int(n(0, 9, "sponsors")), Patience: n(60, day, "patience"), Ruling: n(0, 30*day, "ruling"), Cooldown: n(0, 30*day, "cooldown"),
					Hidden: rapid.Bool().Draw(rt, schema+"hidden"), Method: "approval", Poll: "mixture",
				}
				k.Paths = map[string]map[string]uint64{"/**": {"law": uint64(n(1, 9, "law"))}, "/safety/**": {"safety": uint64(n(1, 9, "safety"))}}
				k.Grounds = map[string]policy.Judges{"safety": {Domain: "law", Experts: int(n(1, 9, "experts"))}}
				k.Emergency = &policy.Emergency{Window: n(0, day, "emergency"), Ratify: n(3600, day, "ratify")}
				p.Kinds[schema] = k
			}
		})
		if got != plain {
			rt.Fatalf("the life of a note is\n%s, not\n%s", got, plain)
		}
	})
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
