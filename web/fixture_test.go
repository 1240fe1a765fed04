package web

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/tally"
)

// fixture is a small DAO in memory: enough of each kind to fill every page, with numbers that agree with each other.
type fixture struct {
	ballots []SignedBallot
	method  string // of the vote over options
	many    int    // more proposals than a page lists
	empty   bool   // a DAO in which nothing has happened yet
	fail    error
	session map[string]Person
}

const fixtureNow = document.Time(1795352400) // 2026-11-22T13:00:00Z

func digestOf(s string) document.Digest { return document.Sum([]byte(s)) }

func personOf(name string) Person {
	d := digestOf(name)
	return Person{Address: common.BytesToAddress(d[:20]), Name: name}
}

var (
	amara  = personOf("Amara Okafor")
	jonas  = personOf("Jonas Lindqvist")
	mei    = personOf("Mei-Ling Zhao")
	priya  = personOf("Priya Raghunathan")
	tomas  = personOf("Tomáš Horák")
	issuer = personOf("Safety Fellowship")

	pollRevision      = digestOf("poll")
	openRevision      = digestOf("open")
	challengeRevision = digestOf("challenge")
	finalRevision     = digestOf("final")
	rejectedRevision  = digestOf("rejected")
	reviewRevision    = digestOf("review")
)

func newFixture() *fixture { return &fixture{session: map[string]Person{"token": amara}} }

func (f *fixture) Instance() Instance {
	return Instance{Name: "Peritus demonstration", ChainID: 1337, AnchorContract: amara.Address, BadgeContract: jonas.Address, Genesis: digestOf("genesis"),
		Origin: "demo.peritus.example/log", LogKey: "demo.peritus.example/log+5b4c1d2e+AZq8", Cosigners: 3, Threshold: 2}
}

func (f *fixture) Now() document.Time { return fixtureNow }

func (f *fixture) summaries() []ProposalSummary {
	if f.empty {
		return nil
	}
	safety := []Share{{Domain: "safety", Points: 3, Micro: 600000}, {Domain: "nlp", Points: 2, Micro: 400000}}
	return []ProposalSummary{
		{Revision: openRevision, Title: "Decline medical dosage questions more gently", Status: "voting", Head: "chat/spec", HeadTitle: "Chat model", Submitted: fixtureNow - 4*86400,
			Opens: fixtureNow - 2*86400, Closes: fixtureNow + 30*3600, Finals: fixtureNow + 54*3600, Domains: safety, Ballots: 4, Electors: 9,
			Result: &Result{For: 164_500000, Against: 61_000000, Abstain: 20_000000}},
		{Revision: reviewRevision, Title: "Admit the Gutenberg e-book catalogue", Status: "review", Head: "data/gutenberg", HeadTitle: "Gutenberg e-books", Submitted: fixtureNow - 3600,
			Opens: fixtureNow + 22*3600, Domains: []Share{{Domain: "data", Points: 1, Micro: 1000000}}, Electors: 6},
		{Revision: challengeRevision, Title: "Raise Wikipedia to 4 % of the mixture", Status: "challenge", Head: "data/mixture", HeadTitle: "Training mixture", Submitted: fixtureNow - 9*86400,
			Opens: fixtureNow - 7*86400, Closes: fixtureNow - 4*3600, Finals: fixtureNow + 20*3600, Domains: []Share{{Domain: "data", Points: 2, Micro: 1000000}}, Ballots: 6, Electors: 6,
			Result: &Result{Passed: true, For: 210_000000, Against: 40_250000}},
		{Revision: finalRevision, Title: "State every sampling field, and lower the temperature to 0.6", Status: "final", Head: "chat/spec", HeadTitle: "Chat model", Submitted: fixtureNow - 20*86400,
			Opens: fixtureNow - 18*86400, Closes: fixtureNow - 15*86400, Finals: fixtureNow - 14*86400, Domains: []Share{{Domain: "nlp", Points: 2, Micro: 1000000}}, Ballots: 7, Electors: 8,
			Result: &Result{Final: true, Passed: true, For: 300_000000, Against: 12_000000, Abstain: 40_000000}},
		{Revision: rejectedRevision, Title: "Allow tools that browse the open web", Status: "rejected", Head: "chat/spec", HeadTitle: "Chat model", Submitted: fixtureNow - 30*86400,
			Opens: fixtureNow - 28*86400, Closes: fixtureNow - 25*86400, Domains: safety, Ballots: 8, Electors: 9, Result: &Result{Final: true, For: 90_000000, Against: 180_000000}},
	}
}

func (f *fixture) Overview(context.Context) (Overview, error) {
	s := f.summaries()
	if f.empty {
		return Overview{LogSize: 1, LogTime: fixtureNow}, f.fail
	}
	heads, _ := f.Documents(context.Background())
	return Overview{Open: []ProposalSummary{s[0], s[2]}, Recent: s[3:], Heads: heads, LogSize: 12412, LogTime: fixtureNow,
		Anchored: Anchored{Size: 12400, Block: 90112, Time: fixtureNow - 600}}, f.fail
}

func (f *fixture) Proposals(context.Context, string) ([]ProposalSummary, error) {
	if f.many > 0 {
		var out []ProposalSummary
		for i := range f.many {
			s := f.summaries()[0]
			s.Title = fmt.Sprint("Proposal number ", i)
			out = append(out, s)
		}
		return out, f.fail
	}
	return f.summaries(), f.fail
}

func (f *fixture) Proposal(_ context.Context, d document.Digest) (Proposal, error) {
	for _, s := range f.summaries() {
		if s.Revision == d {
			return f.full(s), f.fail
		}
	}
	if method, ok := f.pollMethod(d); ok { // the same with options
		p := f.full(f.summaries()[0])
		p.Revision, p.Life.Method = d, string(method)
		p.Life.Options = []Option{{Name: "gentle"}, {Name: "plain"}, {Name: "status-quo"}}
		for i := range p.Chambers {
			p.Chambers[i].Result, p.Chambers[i].Poll = nil, f.poll(method, i)
		}
		return p, f.fail
	}
	return Proposal{}, refusal.New(refusal.NotFound, "proposal-unknown", "revision", "There is no proposal with this digest.")
}

// pollMethod is the method of a vote over options: of pollRevision the one that the test chose.
func (f *fixture) pollMethod(d document.Digest) (tally.Method, bool) {
	if d == pollRevision {
		return tally.Method(cmp.Or(f.method, "ranked-irv")), true
	}
	for _, m := range tally.Methods() {
		if d == digestOf("poll "+string(m)) {
			return m, true
		}
	}
	return "", false
}

var pollOptions = []string{"gentle", "plain", "status-quo"}

// pollBallots are ballots by a method, whose last can not pay for what it buys where votes are bought.
func (f *fixture) pollBallots(method tally.Method) []CountedBallot {
	words := map[tally.Method][4]string{
		tally.Single:          {"gentle", "plain", "gentle", "status-quo"},
		tally.Approval:        {"gentle, plain", "plain", "gentle", "(none)"},
		tally.RankedIRV:       {"gentle > plain", "plain > gentle > status-quo", "status-quo > plain", "status-quo"},
		tally.RankedCondorcet: {"gentle > plain > status-quo", "plain > status-quo > gentle", "gentle = status-quo", "gentle"},
		tally.Weighted:        {"gentle=60, plain=40", "gentle=1, plain=2", "status-quo=1", "gentle=1, plain=1, status-quo=1"},
		tally.Quadratic:       {"gentle=7, plain=3", "plain=10", "gentle=5, status-quo=6", "gentle=5"},
		tally.Mixture:         {"gentle=60, plain=40", "gentle=1, plain=2", "status-quo=1", "gentle=1, plain=1, status-quo=1"},
	}[method]
	w := func(a, b, c weight.Micro) []weight.Micro { return []weight.Micro{a, b, c} }
	out := []CountedBallot{
		{Index: 12140, Voter: mei, Sequence: 2, Time: fixtureNow - 80000, Weights: w(61_000000, 20_000000, 0), Reason: "Friendlier, and no less safe."},
		{Index: 12155, Voter: priya, Sequence: 1, Time: fixtureNow - 70000, Weights: w(103_500000, 100_000000, 20_500000)},
		{Index: 12210, Voter: tomas, Sequence: 1, Time: fixtureNow - 60000, Weights: w(61_000000, 20_000000, 0)},
		{Index: 12400, Voter: jonas, Sequence: 1, Time: fixtureNow - 5000, Weights: w(20_000000, 0, 0)},
	}
	for i := range out {
		out[i].Choice, out[i].Counted, out[i].Listed = words[i], true, out[i].Voter.Address
	}
	return out
}

// poll counts those ballots in a chamber.
func (f *fixture) poll(method tally.Method, chamber int) *PollResult {
	p, err := tally.NewPoll(tally.Config{Method: method, Options: pollOptions, Decimals: 6})
	if err != nil {
		panic(err)
	}
	out := &PollResult{Heads: 3, Weight: 225_500000, Quorum: 82_500000, QuorumHeads: 3, QuorumMet: chamber < 2, Approved: chamber < 1,
		StatusQuo: &StatusQuo{Winner: "gentle", For: 164_500000, Against: 61_000000, HeadsFor: 2, HeadsAgainst: 1, Threshold: "1/2"}}
	for _, b := range f.pollBallots(method) {
		if c, err := method.ParseWords(b.Choice); err == nil && b.Weights[chamber] > 0 {
			p.Add(strings.ToLower(b.Voter.Address.Hex()), tally.AmountOf(b.Weights[chamber]), c)
		}
	}
	out.Count = p.Count()
	if len(out.Count.Winners) > 0 {
		out.Winner = out.Count.Winners[0]
	}
	return out
}

func (f *fixture) full(s ProposalSummary) Proposal {
	p := Proposal{
		ProposalSummary: s, Proposer: jonas, Kind: "peritus/model-spec/v1", KindTitle: "Model spec", Base: digestOf("base"), Document: digestOf("new"),
		Version: "1.3.0", BaseTitle: "1.2.0", Bump: "minor", BumpWhy: "A clause of the behaviour policy changes; no weights or interfaces do.", Electorate: digestOf("electorate"),
		Frozen: FrozenAt{Block: 88231, Time: fixtureNow - 2*86400 - 900},
		Summary: "People who ask about a **dose** are often frightened. Today the model refuses with one cold sentence.\n\nThis proposal keeps the refusal, but asks the model to say " +
			"*why* it will not answer, and whom to call instead. It also lowers `topP` a little, so that the wording varies less.\n\n- no change to what is refused\n- no change to weights\n\n<script>alert(1)</script>",
		Changes: []Change{
			{Path: "/behaviour/clauses/medical-dosage/text", Op: "replace", Domains: []Share{{Domain: "safety", Points: 3}},
				Before: json.RawMessage(`"When asked about the dose of a medicine, refuse. Say that you cannot give medical advice. Do not answer follow-up questions about the same medicine."`),
				After:  json.RawMessage(`"When asked about the dose of a medicine, refuse kindly. Say that you cannot give medical advice and why, and name a pharmacist, a physician or the emergency number of the country. Do not answer follow-up questions about the same medicine."`)},
			{Path: "/behaviour/clauses/medical-emergency", Op: "add", Domains: []Share{{Domain: "safety", Points: 3}}, After: json.RawMessage(`{"text":"If someone may have taken too much of a medicine, give the emergency number first.","evaluation":"overdose-triage"}`)},
			{Path: "/inference/topP", Op: "replace", Domains: []Share{{Domain: "nlp", Points: 2}}, Before: json.RawMessage(`"0.95"`), After: json.RawMessage(`"0.9"`)},
			{Path: "/inference/stop", Op: "remove", Domains: []Share{{Domain: "nlp", Points: 2}}, Before: json.RawMessage(`["###","END"]`), Note: "Without stop words, answers may run on to the limit of tokens."},
		},
		Rules: Rules{Policy: digestOf("policy"), Threshold: "1/2", QuorumWeight: "1/5", QuorumHeads: 3, DomainHeads: 2, Voting: 3 * 86400, Challenge: 86400},
		Timeline: []Event{
			{Name: "submitted", Time: s.Submitted, Done: true, Entry: 12001},
			{Name: "opened", Time: s.Opens, Done: s.Status != "review", Entry: 12088},
			{Name: "closes", Time: s.Closes, Done: s.Status != "voting" && s.Status != "review", Entry: -1},
			{Name: "challenge-ends", Time: s.Finals, Done: s.Status == "final", Entry: -1},
			{Name: "final", Time: s.Finals, Done: s.Status == "final", Entry: -1},
		},
	}
	p.Documents = []DocumentChange{{Head: s.Head, Title: s.HeadTitle, KindTitle: "Model spec", Base: p.Base, Document: p.Document, Version: p.Version, BaseVersion: p.BaseTitle, Bump: p.Bump, BumpWhy: p.BumpWhy, Changes: p.Changes}}
	if s.Status == "review" {
		p.Documents = append(p.Documents, DocumentChange{Head: "data/new", Title: "New data", KindTitle: "Data set", Document: digestOf("data"), Version: "1.0.0", Changes: []Change{
			{Path: "/licence/concluded", Op: "add", After: json.RawMessage(`"CC0-1.0"`), Domains: []Share{{Domain: "law", Points: 1}}}, {Path: "/version", Op: "add", After: json.RawMessage(`"1.0.0"`)}}})
		p.Electorate, p.Frozen = document.Digest{}, FrozenAt{}
	}
	result := func(yes, no, abstain weight.Micro, heads [3]int, quorum weight.Micro, met bool) *ChamberResult {
		if s.Status == "review" {
			return nil
		}
		passed := yes > no && met
		return &ChamberResult{For: yes, Against: no, Abstain: abstain, Heads: heads[0] + heads[1] + heads[2], HeadsFor: heads[0], HeadsAgainst: heads[1], HeadsAbstain: heads[2],
			Quorum: quorum, QuorumMet: met, ThresholdMet: yes > no, Passed: passed, Threshold: "1/2", QuorumHeads: 3}
	}
	p.Chambers = []Chamber{
		{Name: "experts", Electors: 9, Total: 412_500000,
			Result: result(164_500000, 61_000000, 20_000000, [3]int{2, 1, 1}, 82_500000, true)},
		{Name: "experts/safety", Domain: "safety", Electors: 5, Total: 230_000000,
			Result: result(120_000000, 20_000000, 0, [3]int{2, 1, 0}, 46_000000, true)},
		{Name: "experts/nlp", Domain: "nlp", Electors: 6, Total: 182_500000,
			Result: result(20_500000, 0, 0, [3]int{1, 0, 0}, 36_500000, false)},
	}
	said := func(index int64, who Person, act, text string) Act {
		return Act{Index: index, Member: who, Act: act, Text: text, Time: fixtureNow - 90000 + document.Time(index)}
	}
	objected, answered := said(12090, tomas, "object: licence", "The licence of the texts forbids it."), said(12091, jonas, "answer 12090", "It does not:\nsee section 2.")
	judges := []Judges{{"law", 2}, {"data/licensing", 1}}
	p.Life = Life{Blocked: fixtureNow + 86400, Sponsors: []Person{mei}, SponsorsNeeded: 2, SponsorBy: fixtureNow + 86400, Recused: []Person{priya}, Vetoes: []Person{amara}, VetoesNeeded: 2, Cools: fixtureNow + 3600,
		Lapses: fixtureNow + 7200, Emergency: true, Council: []Person{jonas}, CouncilNeeded: 2, Extended: -1, EndedAt: -1,
		Acts: []Act{said(12089, mei, "sponsor", ""), objected, answered, said(12092, amara, "comment", "I have <tried> it."), said(12093, priya, "recuse", ""), said(12094, amara, "dismiss 12090", "The section says so.")},
		Objections: []Objection{{Act: objected, Ground: "licence", Judges: judges, Answers: []Act{answered}, Dismiss: []Person{amara}, Settled: -1},
			{Act: said(12080, mei, "object: safety", "It is not safe."), Ground: "safety", Outcome: "uphold", Settled: 12088, Uphold: []Person{amara, priya}},
			{Act: said(12070, mei, "object: hash", "The digest is another."), Ground: "hash", Outcome: "retract", Settled: 12079},
			{Act: said(12071, priya, "object: personal-data", "Names are in it."), Ground: "personal-data", Outcome: "dismiss", Settled: 12078}}}
	if s.Status == "final" {
		p.Decision = &Decision{Outcome: "passed", Tally: digestOf("tally"), Entry: 9120,
			Anchored: &Anchored{Size: 9121, Block: 70112, Tx: common.Hash(digestOf("tx")), Time: s.Finals}, Release: &ReleaseRef{"chat/stable", 4}}
	}
	if s.Status == "rejected" {
		p.Decision = &Decision{Outcome: "rejected", Tally: digestOf("tally"), Entry: 8120}
	}
	return p
}

func (f *fixture) Standing(_ context.Context, d document.Digest, m common.Address) (Standing, error) {
	p, err := f.Proposal(context.Background(), d)
	if err != nil {
		return Standing{}, err
	}
	s := Standing{May: []string{"comment", "object: licence", "object: safety", "sponsor", "answer 12090", "dismiss 12090"}, Member: Person{Address: m}, Frozen: p.Status != "review", Votable: p.Status == "voting"}
	if m != amara.Address {
		s.Votable = false
		return s, nil
	}
	s.Member = amara
	s.Chambers = []StandingChamber{
		{Name: "experts", Weight: 61_000000, Total: 412_500000, Words: []string{
			"Safety level 4, issued 14 months ago, counts 81.25 of 100.", "This change touches safety for 60 %, so 48.75 of it count.",
			"NLP level 2, issued 3 months ago, counts 30.625 of 35.", "This change touches nlp for 40 %, so 12.25 of it count.", "Together 61; no cap applies."}},
		{Name: "experts/safety", Domain: "safety", Weight: 81_250000, Total: 230_000000, Words: []string{"Safety level 4, issued 14 months ago, counts 81.25 of 100."}},
		{Name: "experts/nlp", Domain: "nlp", Weight: 30_625000, Total: 182_500000, Words: []string{"NLP level 2, issued 3 months ago, counts 30.625 of 35."}},
	}
	if len(f.ballots) > 0 {
		b := f.ballots[len(f.ballots)-1]
		s.Current = &CastChoice{Choice: b.Choice, Index: 12412, Time: fixtureNow, Sequence: b.Sequence}
	}
	return s, nil
}

func (f *fixture) Recount(_ context.Context, d document.Digest) (Recount, error) {
	p, err := f.Proposal(context.Background(), d)
	if err != nil {
		return Recount{}, err
	}
	if method, ok := f.pollMethod(d); ok {
		return Recount{Proposal: p.ProposalSummary, Rules: p.Rules, Method: string(method), Options: pollOptions, Chambers: p.Chambers, Ballots: f.pollBallots(method)}, nil
	}
	w := func(a, b, c weight.Micro) []weight.Micro { return []weight.Micro{a, b, c} }
	return Recount{Proposal: p.ProposalSummary, Rules: p.Rules, Chambers: p.Chambers, Ballots: []CountedBallot{
		{Index: 12100, Voter: mei, Choice: "against", Sequence: 1, Time: fixtureNow - 86400, Weights: w(61_000000, 20_000000, 0), WhyNot: "replaced"},
		{Index: 12140, Voter: mei, Choice: "for", Sequence: 2, Time: fixtureNow - 80000, Weights: w(61_000000, 20_000000, 0), Counted: true, Reason: "The new clause answers my objection about emergency numbers."},
		{Index: 12155, Voter: priya, Choice: "for", Sequence: 1, Time: fixtureNow - 70000, Weights: w(103_500000, 100_000000, 20_500000), Counted: true},
		{Index: 12210, Voter: tomas, Choice: "against", Sequence: 1, Time: fixtureNow - 60000, Weights: w(61_000000, 20_000000, 0), Counted: true},
		{Index: 12400, Voter: jonas, Choice: "abstain", Sequence: 1, Time: fixtureNow - 5000, Weights: w(20_000000, 0, 0), Counted: true},
	}}, nil
}

func (f *fixture) BadgeTypes(context.Context) ([]BadgeType, error) {
	if f.empty {
		return nil, nil
	}
	return []BadgeType{
		{ID: 3, Name: "Data provenance reviewer", Domain: "data", Levels: 3, Validity: 730 * 86400, Holders: 6, Issuers: 1, About: "Can trace where a data set comes from and under which terms."},
		{ID: 4, Name: "Data licensing counsel", Domain: "data", Levels: 2, Validity: 730 * 86400, Holders: 2, Issuers: 1, About: "A lawyer who has advised on licences of training data."},
		{ID: 2, Name: "Language modelling researcher", Domain: "nlp", Levels: 5, Validity: 1095 * 86400, Holders: 6, Issuers: 2, About: "Has published on, or built, large language models."},
		{ID: 1, Name: "Safety evaluator", Domain: "safety", Levels: 5, Validity: 730 * 86400, Holders: 5, Issuers: 1, About: "Designs and runs evaluations of harmful behaviour."},
	}, nil
}

func (f *fixture) badges() []Badge {
	return []Badge{
		{ID: "1", Type: 1, Name: "Safety evaluator", Domain: "safety", Level: 4, Levels: 5, Holder: amara, Issuer: issuer, Issued: fixtureNow - 420*86400, Expires: fixtureNow + 310*86400, InForce: true, Block: 12},
		{ID: "2", Type: 2, Name: "Language modelling researcher", Domain: "nlp", Level: 2, Levels: 5, Holder: amara, Issuer: issuer, Issued: fixtureNow - 90*86400, InForce: true, Block: 80},
		{ID: "4", Type: 4, Name: "Data licensing counsel", Domain: "data", Level: 1, Levels: 2, Holder: amara, Issued: fixtureNow - 900*86400, Revoked: fixtureNow - 86400, Reason: "superseded", Request: 12412, Block: 2},
		{ID: "3", Type: 3, Name: "Data provenance reviewer", Domain: "data", Level: 1, Levels: 3, Holder: amara, Issuer: issuer, Issued: fixtureNow - 900*86400, Expires: fixtureNow - 170*86400, Block: 2},
	}
}

func (f *fixture) BadgeType(_ context.Context, id uint32) (BadgeTypePage, error) {
	types, _ := f.BadgeTypes(context.Background())
	for _, t := range types {
		if t.ID == id {
			waiting, _ := f.BadgeRequests(context.Background(), BadgeRequestFilter{})
			t.Endorsements, t.EndorserLevel, t.Burn = 2, 3, "issuer or holder"
			return BadgeTypePage{BadgeType: t, Waiting: waiting, History: []BadgeEvent{{Time: fixtureNow - 86400, Kind: "revoked", Person: mei, By: issuer, Reason: "cause"}, {Time: fixtureNow - 2*86400, Kind: "surrendered", Person: tomas},
				{Time: fixtureNow - 90*86400, Kind: "granted", Person: amara, Level: 4, By: issuer}, {Time: fixtureNow - 91*86400, Kind: "granted", Person: mei, Level: 1},
				{Time: fixtureNow - 95*86400, Kind: "issuer-allowed", Person: issuer}, {Time: fixtureNow - 96*86400, Kind: "created"}}, Power: []weight.Micro{10_000000, 35_000000, 60_000000, 100_000000, 150_000000}, IssuedBy: []Person{issuer}, Held: f.badges()[:1], HalfLife: 1095 * 86400}, nil
		}
	}
	return BadgeTypePage{}, refusal.New(refusal.NotFound, "badge-type-unknown", "type", "There is no badge type with this number.")
}

func (f *fixture) Members(context.Context) ([]Member, error) {
	if f.empty {
		return nil, nil
	}
	return []Member{{amara, 3, []string{"safety", "nlp"}}, {jonas, 1, []string{"nlp"}}, {mei, 2, []string{"safety"}}, {priya, 4, []string{"data", "nlp", "safety"}}}, nil
}

func (f *fixture) Member(_ context.Context, a common.Address) (MemberPage, error) {
	if a != amara.Address {
		return MemberPage{Person: Person{Address: a}}, nil
	}
	requests, _ := f.BadgeRequests(context.Background(), BadgeRequestFilter{})
	return MemberPage{Coming: []Coming{{Kind: "level-changed", Type: 1, Name: "Safety evaluator", Level: 5, Block: 4300, Final: 4214}}, Pending: requests, Asked: requests, Person: amara, About: "Clinical pharmacologist; evaluates models on medical safety.", Badges: f.badges(), Weights: []DomainWeight{
		{Domain: "safety", Weight: 81_250000, Words: []string{"Safety evaluator level 4 starts at 100.", "Issued 14 months ago: with a half-life of 3 years, 81.25 are left.", "It expires in 10 months."}},
		{Domain: "nlp", Weight: 30_625000, Words: []string{"Language modelling researcher level 2 starts at 35.", "Issued 3 months ago: 30.625 are left."}}},
		Ballots: []MemberBallot{{Revision: finalRevision, Title: "State every sampling field, and lower the temperature to 0.6", Choice: "for", Time: fixtureNow - 16*86400, Index: 9003}},
		Activity: []LogLine{
			{Index: 12402, Kind: "act", Time: fixtureNow - 3600, Actor: amara, Title: "Admit the Gutenberg e-book catalogue", Choice: "object: licence", Link: &LogLink{Revision: &reviewRevision}},
			{Index: -1, Kind: "badge-ended", Time: fixtureNow - 86400, Actor: amara, Title: "Data licensing counsel", Number: 1, Outcome: "superseded", Link: &LogLink{Badge: 4}},
			{Index: 9001, Kind: "proposed", Time: fixtureNow - 17*86400, Actor: amara, Title: "State every sampling field", Link: &LogLink{Revision: &finalRevision}},
		}}, nil
}

func (f *fixture) Documents(context.Context) ([]DocumentSummary, error) {
	if f.empty {
		return nil, nil
	}
	return []DocumentSummary{
		{Head: "chat/spec", Title: "Chat model", Kind: "peritus/model-spec/v1", KindTitle: "Model spec", Version: "1.2.0", Digest: digestOf("base"), Since: fixtureNow - 14*86400, Open: &openRevision},
		{Head: "data/mixture", Title: "Training mixture", Kind: "peritus/mixture/v1", KindTitle: "Mixture", Version: "2.0.0", Digest: digestOf("mixture"), Since: fixtureNow - 60*86400},
		{Head: "data/gutenberg", Title: "Gutenberg e-books", Kind: "peritus/dataset/v1", KindTitle: "Data set", Version: "1.0.0", Digest: digestOf("books"), Since: fixtureNow - 60*86400},
		{Head: "policy", Title: "Decision policy", Kind: "peritus/policy/v1", KindTitle: "Policy", Version: "1.0.0", Digest: digestOf("policy"), Since: fixtureNow - 90*86400},
	}, nil
}

// texts are the documents behind the heads: those that the packages of the documents are tested with.
var texts = map[string]string{
	"peritus/model-spec/v1": "../modelspec/testdata/spec.json", "peritus/mixture/v1": "../datasets/testdata/mixture.json", "peritus/dataset/v1": "../datasets/testdata/dataset.json",
	"peritus/policy/v1": "../cmd/peritus/policy.json",
}

func (f *fixture) Document(_ context.Context, head string, _ document.Digest) (Document, error) {
	all, _ := f.Documents(context.Background())
	for _, d := range all {
		if d.Head != head {
			continue
		}
		text, err := os.ReadFile(texts[d.Kind])
		if err != nil {
			return Document{}, err
		}
		raw, err := document.Canonical(text)
		if err != nil {
			return Document{}, err
		}
		out := Document{DocumentSummary: d, Current: true, Raw: raw, Decided: map[string]int{}, Texts: map[string]string{}, History: []Version{
			{Digest: d.Digest, Version: "1.2.0", Time: d.Since, Entry: 9120, Proposal: finalRevision, Title: "State every sampling field"}, {Digest: digestOf("old"), Version: "1.1.0", Time: d.Since - 80*86400, Entry: 0}}}
		leaves, err := document.Diff(nil, raw)
		if err != nil {
			return Document{}, err
		}
		for i, leaf := range leaves {
			out.Decided[leaf.Path] = 1
			if i%7 == 0 {
				out.Decided[leaf.Path] = 0
			}
		}
		books := DocumentRef{Digest: digestOf("books"), Head: "data/gutenberg", Kind: "peritus/dataset/v1", Title: "Gutenberg e-books", Version: "1.0.0"}
		mixture := DocumentRef{Digest: digestOf("mixture"), Head: "data/mixture", Kind: "peritus/mixture/v1", Title: "Training mixture", Version: "2.0.0"}
		self := DocumentRef{Digest: d.Digest, Head: d.Head, Kind: d.Kind, Title: d.Title, Version: d.Version}
		switch d.Kind {
		case "peritus/dataset/v1":
			out.Withdrawn = true
			self.Withdrawn, out.Rests = true, []DocumentRef{self}
		case "peritus/model-spec/v1":
			books.Withdrawn = true
			out.Rests = []DocumentRef{books}
			out.Texts["/behaviour/systemPrompt"] = "You are a careful assistant.\nAnswer briefly."
			out.Lineage = Lineage{Nodes: []LineageNode{{DocumentRef: books, Role: "dataset", Licence: "CC0-1.0"}, {DocumentRef: DocumentRef{Digest: digestOf("web"), Title: "web"}, Role: "dataset"},
				{DocumentRef: mixture, Role: "mixture"}, {DocumentRef: DocumentRef{Title: "Base model with a name that is long", Version: "3"}, Role: "ancestor", Licence: "Apache-2.0"}, {DocumentRef: self, Role: "model", Licence: "Apache-2.0", Self: true}},
				Edges: []LineageEdge{{0, 2, "source", whole / 4}, {1, 2, "source", 3 * whole / 4}, {2, 4, "trained", 0}, {3, 4, "fine-tuned", 0}}}
		case "peritus/mixture/v1":
			out.Mixture = &MixtureFacts{Contaminated: []Contamination{{Source: "books", Spec: "chat/spec", Evaluation: "truthfulness", Where: "/files/a"}}, Tokenizer: "GPT-2 byte pair encoding", Budget: 1000, Licences: []Part{{"NOASSERTION", 3 * whole / 4}, {"CC0-1.0", whole / 4}}, Categories: []Part{{"not-known", 3 * whole / 4}, {"public-dataset", whole / 4}},
				Personal: []Part{{"not-known", 3 * whole / 4}, {"no", whole / 4}}, OptOuts: []Part{{"none", whole}}, Stages: []MixtureStage{
					{ID: "first", Tokens: 900, Summary: "Everything.", Sources: []MixtureSource{
						{ID: "web", Weight: 3 * whole / 4, Minimum: whole / 2, Maximum: whole, Share: 675_000_000_000, Seen: 675},
						{ID: "books", Manifest: books, Known: true, Weight: whole / 4, Maximum: whole / 2, Share: 225_000_000_000, Seen: 225, Holds: 50, Epochs: "4.500", MaxEpochs: "2.5", Exceeded: true, Licence: "CC0-1.0", Category: "public-dataset"}}},
					{ID: "second", Tokens: 100, Summary: "Books alone.", Sources: []MixtureSource{{ID: "books", Manifest: books, Known: true, Weight: whole, Maximum: whole, Share: whole / 10, Seen: 100, Holds: 50, Epochs: "2.000", Licence: "CC0-1.0", Category: "public-dataset"}}},
				}}
		}
		return out, nil
	}
	return Document{}, refusal.New(refusal.NotFound, "document-unknown", "head", "There is no document with this name.")
}

func (f *fixture) Compare(_ context.Context, before, after document.Digest) (Comparison, error) {
	if after != digestOf("base") {
		return Comparison{}, refusal.New(refusal.NotFound, "document-version-unknown", "after", "The record holds no document with this digest.")
	}
	p := f.full(f.summaries()[0])
	return Comparison{Before: DocumentRef{Digest: before, Head: "chat/spec", Kind: p.Kind, Title: "Chat model", Version: "1.1.0"}, After: DocumentRef{Digest: after, Head: "chat/spec", Kind: p.Kind, Title: "Chat model", Version: "1.2.0"}, Changes: p.Changes,
		Warnings: []string{"The weights change."}, Bump: "minor", BumpWhy: "answers are sampled differently"}, nil
}

func (f *fixture) Releases(context.Context) ([]Channel, error) {
	if f.empty {
		return nil, nil
	}
	r, _ := f.Release(context.Background(), "chat/stable", 4)
	old := r
	old.Sequence, old.Current, old.Version = 3, false, "1.1.0"
	return []Channel{{Name: "chat/stable", Head: "chat/spec", Releases: []Release{r, old}}, {Name: "chat/canary", Head: "chat/spec"}}, nil
}

func (f *fixture) Release(_ context.Context, channel string, n uint64) (Release, error) {
	if channel != "chat/stable" || n != 4 {
		return Release{}, refusal.New(refusal.NotFound, "release-unknown", "sequence", "There is no such release.")
	}
	return Release{Channel: channel, Sequence: 4, Head: "chat/spec", Document: digestOf("base"), DocTitle: "Chat model", Version: "1.2.0", Statement: digestOf("statement"), Previous: digestOf("previous"),
		Activation: fixtureNow - 13*86400, Expires: fixtureNow + 77*86400, Intended: 9122, Decided: 9120, Released: 9130, Proposal: finalRevision, Anchor: &Anchored{Size: 9121, Block: 70112}, Threshold: 2,
		Cosigners: []Cosigner{{"8a1f0c22d1e05f77", "Institute for Audit", true}, {"c0ffee12b4a9d310", "Open Model Watch", true}, {"17aa3f90be21cc04", "University registry", false}},
		Nodes:     []Node{{tomas.Address, "node-1", fixtureNow - 13*86400, digestOf("config"), 9140, true}}, Current: true, Bundle: digestOf(`{"a":1}`), BundlePath: "chat/stable/4.bundle.json"}, nil
}

func (f *fixture) PrepareBallot(_ context.Context, r BallotRequest) (PreparedBallot, error) {
	if r.Revision == pollRevision {
		s, err := f.Standing(context.Background(), r.Revision, r.Voter)
		return PreparedBallot{TypedData: json.RawMessage(`{}`), Sequence: 1, Expires: fixtureNow + 86400, Standing: s}, err
	}
	if r.Choice != "for" && r.Choice != "against" && r.Choice != "abstain" && r.Choice != "withdraw" {
		return PreparedBallot{}, refusal.New(refusal.Invalid, "ballot-choice", "choice", "Choose For, Against or Abstain.")
	}
	s, err := f.Standing(context.Background(), r.Revision, r.Voter)
	return PreparedBallot{TypedData: json.RawMessage(`{"types":{"Ballot":[{"name":"voter","type":"address"}]},"primaryType":"Ballot","domain":{"name":"Peritus","version":"1","chainId":1337},"message":{"choice":"` + r.Choice + `"}}`),
		Digest: common.Hash(digestOf("ballot")), Sequence: uint64(len(f.ballots) + 1), Expires: fixtureNow + 86400, Standing: s}, err
}

func (f *fixture) CastBallot(_ context.Context, b SignedBallot) (Receipt, error) {
	if len(b.Signature) != 132 {
		return Receipt{}, refusal.New(refusal.Invalid, "signature-length", "signature", "A signature is 0x and 130 hexadecimal digits; this one has %d characters. Copy it whole.", len(b.Signature))
	}
	stood := slices.Contains(f.ballots, b)
	f.ballots = append(f.ballots, b)
	r, err := f.Receipt(context.Background(), 12412, "")
	r.Stood = stood
	return r, err
}

func (f *fixture) Receipt(_ context.Context, index int64, _ string) (Receipt, error) {
	if index != 12412 {
		return Receipt{}, refusal.New(refusal.NotFound, "receipt-unknown", "index", "This entry of the record is not a ballot.")
	}
	return Receipt{Index: index, Revision: openRevision, Title: "Decline medical dosage questions more gently", Voter: amara, Choice: "for", Sequence: 1, Time: fixtureNow, Superseded: -1,
		LeafHash: digestOf("leaf").String(), TreeSize: 12413, File: []byte(`{"schema":"peritus/receipt/v1"}`)}, nil
}

func (f *fixture) PrepareAct(_ context.Context, r ActRequest) (PreparedAct, error) {
	if _, err := proposal.ParseAct(r.Act); err != nil {
		return PreparedAct{}, err
	}
	return PreparedAct{TypedData: json.RawMessage(`{"primaryType":"Act","message":{"act":"` + r.Act + `"}}`), Digest: common.Hash(digestOf("act")), Sequence: 1, Expires: fixtureNow + 86400}, f.fail
}

func (f *fixture) Act(_ context.Context, a SignedAct) (Receipt, error) {
	if len(a.Signature) != 132 {
		return Receipt{}, refusal.New(refusal.Invalid, "signature-length", "signature", "A signature is 0x and 130 hexadecimal digits; this one has %d characters. Copy it whole.", len(a.Signature))
	}
	return Receipt{Index: 12413, Revision: a.Revision, File: []byte(`{"schema":"peritus/receipt/v1"}`)}, f.fail
}

func (f *fixture) Proof(_ context.Context, revision document.Digest, member common.Address) (proposal.MemberProof, error) {
	return proposal.MemberProof{Electorate: digestOf("electorate"), Member: member, Chambers: []proposal.ChamberProof{}}, f.fail
}

func (f *fixture) BadgeRequests(_ context.Context, filter BadgeRequestFilter) ([]BadgeRequest, error) {
	page, err := f.BadgeRequest(context.Background(), 12412)
	if filter.Holder != (common.Address{}) && filter.Holder != page.Holder.Address || filter.Endorser == page.Holder.Address {
		return []BadgeRequest{}, err
	}
	return []BadgeRequest{page.BadgeRequest}, err
}

func (f *fixture) BadgeRequest(_ context.Context, index int64) (BadgeRequestPage, error) {
	if index != 12412 {
		return BadgeRequestPage{}, refusal.New(refusal.NotFound, "request-unknown", "request", "Entry %d of the record is not a request for a badge.", index)
	}
	return BadgeRequestPage{
		BadgeRequest: BadgeRequest{Index: 12412, Time: fixtureNow - 86400, Holder: tomas, Type: 1, Name: "Safety evaluator", Domain: "safety", Level: 2, Levels: 5,
			Issued: fixtureNow - 86400, Expires: fixtureNow + 364*86400, Deadline: fixtureNow + 29*86400, Status: "collecting", Needed: 2, Count: 1, Least: 3},
		Burn: "issuer", Text: "I wrote the refusal benchmark.", Links: []string{"https://example.org/paper"}, Files: []EvidenceFile{{"paper.pdf", digestOf("paper")}},
		Endorsements: []BadgeEndorsement{{Index: 12301, Time: fixtureNow - 3600, Endorser: amara, Level: 4, Counts: true, Ring: []Person{}}},
		Declines:     []BadgeDecline{{Index: 12303, Time: fixtureNow - 1800, Endorser: jonas, Reason: "I do not know the work."}}, Asked: []Person{priya},
	}, f.fail
}

func (f *fixture) PrepareBadgeRequest(_ context.Context, a BadgeApplication) (PreparedBadgeRequest, error) {
	if a.Text == "" {
		return PreparedBadgeRequest{}, refusal.New(refusal.Invalid, "request-evidence", "evidence", "Say what shows your expertise.")
	}
	return PreparedBadgeRequest{TypedData: json.RawMessage(`{"primaryType":"Request"}`), Digest: common.Hash(digestOf("request")), Salt: digestOf("salt").String(),
		Issued: fixtureNow, Expires: fixtureNow + 365*86400, Deadline: fixtureNow + 30*86400}, f.fail
}

func (f *fixture) RequestBadge(_ context.Context, r SignedBadgeRequest) (Receipt, error) {
	return Receipt{Index: 12412, File: []byte(`{"schema":"peritus/receipt/v1"}`)}, f.fail
}

func (f *fixture) PrepareEndorsement(_ context.Context, index int64, _ common.Address) (PreparedEndorsement, error) {
	_, err := f.BadgeRequest(context.Background(), index)
	return PreparedEndorsement{TypedData: json.RawMessage(`{"primaryType":"Endorsement"}`), Digest: common.Hash(digestOf("endorsement"))}, err
}

func (f *fixture) Endorse(_ context.Context, e SignedEndorsement) (Receipt, error) {
	return Receipt{Index: 12302, File: []byte(`{"schema":"peritus/receipt/v1"}`)}, f.fail
}

func (f *fixture) PrepareDecline(_ context.Context, index int64, _ common.Address, reason string) (PreparedEndorsement, error) {
	_, err := f.BadgeRequest(context.Background(), index)
	return PreparedEndorsement{TypedData: json.RawMessage(`{"primaryType":"Decline"}`), Digest: common.Hash(digestOf(reason)), Salt: digestOf("salt").String(), Expires: fixtureNow + 86400}, err
}

func (f *fixture) Decline(_ context.Context, e SignedEndorsement) (Receipt, error) {
	return Receipt{Index: 12302, File: []byte(`{"schema":"peritus/receipt/v1"}`)}, f.fail
}

func (f *fixture) PrepareProposal(_ context.Context, r ProposalRequest) (PreparedProposal, error) {
	if r.Title == "" {
		return PreparedProposal{}, refusal.New(refusal.Invalid, "proposal-title", "title", "The title must not be empty.")
	}
	p := f.full(f.summaries()[0])
	salt := digestOf("salt").String()
	return PreparedProposal{TypedData: json.RawMessage(`{"primaryType":"Proposal"}`), Digest: common.Hash(digestOf("proposal")), Revision: openRevision, Text: `{"title":"x"}`,
		TitleSalt: salt, SummarySalt: salt, Sequence: 1, Expires: fixtureNow + 86400, Domains: p.Domains, Chambers: p.Chambers, Changes: p.Changes, Documents: p.Documents}, nil
}

func (f *fixture) Propose(context.Context, SignedProposal) (document.Digest, int64, error) {
	return openRevision, 12413, nil
}

func (f *fixture) Challenge(_ context.Context, host string, a common.Address) (string, error) {
	return host + " wants you to sign in with your Ethereum account:\n" + a.Hex() + "\n\nSign in to Peritus.", nil
}

func (f *fixture) SignIn(context.Context, string, string, string) (string, document.Time, error) {
	return "token", fixtureNow + 86400, nil
}

func (f *fixture) Session(_ context.Context, token string) (Person, error) {
	if p, ok := f.session[token]; ok {
		return p, nil
	}
	return Person{}, refusal.New(refusal.Unauthenticated, "session-unknown", "", "Sign in again.")
}

func (f *fixture) SignOut(_ context.Context, token string) error {
	delete(f.session, token)
	return nil
}

const fixtureCheckpoint = "demo.peritus.example/log\n12413\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— demo.peritus.example/log Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"

func (f *fixture) Checkpoint(context.Context) ([]byte, error) { return []byte(fixtureCheckpoint), nil }

func (f *fixture) Tile(_ context.Context, path string) ([]byte, error) {
	if path != "tile/0/000" {
		return nil, refusal.New(refusal.NotFound, "tile-unknown", "", "The log has no such tile.")
	}
	return make([]byte, 8192), nil
}

func (f *fixture) Genesis(context.Context) ([]byte, error) { return []byte(`{"kind":"genesis"}`), nil }

func (f *fixture) Blob(_ context.Context, d document.Digest) ([]byte, error) {
	if d != digestOf(`{"a":1}`) {
		return nil, refusal.New(refusal.NotFound, "blob-unknown", "digest", "There is no content with this digest.")
	}
	return []byte(`{"a":1}`), nil
}

func (f *fixture) LogPage(_ context.Context, before int64, _ int) (LogPage, error) {
	p := LogPage{Size: 12413, Root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", Checkpoint: []byte(fixtureCheckpoint), Time: fixtureNow, Anchored: Anchored{Size: 12400, Block: 90112}, Older: 12406}
	if f.empty {
		p.Older = -1
		return p, nil
	}
	p.Entries = []LogLine{
		{Index: 12412, Kind: "ballot", Time: fixtureNow, Actor: amara, Title: "Decline medical dosage questions more gently", Choice: "for", Link: &LogLink{Revision: &openRevision}},
		{Index: 12411, Kind: "anchored", Time: fixtureNow - 600, Number: 12400, Block: 90112},
		{Index: 12410, Kind: "closed", Time: fixtureNow - 4*3600, Title: "Raise Wikipedia to 4 % of the mixture", Outcome: "passed", Link: &LogLink{Revision: &challengeRevision}},
		{Index: 12409, Kind: "attested", Time: fixtureNow - 5*3600, Actor: tomas, Title: "chat/stable", Number: 4, Link: &LogLink{Release: &ReleaseRef{"chat/stable", 4}}},
		{Index: 12408, Kind: "chain", Time: fixtureNow - 6*3600, Number: 2, Block: 90111},
		{Index: 12407, Kind: "released", Time: fixtureNow - 7*3600, Title: "chat/stable", Number: 4, Link: &LogLink{Release: &ReleaseRef{"chat/stable", 4}}},
	}
	return p, nil
}

func (f *fixture) LogEntry(_ context.Context, index int64) (LogEntry, error) {
	if index != 12412 {
		return LogEntry{}, refusal.New(refusal.NotFound, "entry-unknown", "index", "The record has 12,413 entries, counted from 0.")
	}
	page, _ := f.LogPage(context.Background(), -1, 1)
	return LogEntry{LogLine: page.Entries[0], Raw: []byte(`{"actor":"0x1","body":{"choice":"for","sequence":1},"kind":"ballot","schema":"peritus/entry/v1","time":"2026-11-22T13:00:00Z"}`),
		LeafHash: digestOf("leaf").String(), TreeSize: 12413, Root: digestOf("root").String(), Proof: []string{digestOf("a").String(), digestOf("b").String(), digestOf("c").String()}, Checkpoint: []byte(fixtureCheckpoint)}, nil
}

func (f *fixture) TUF(_ context.Context, path string) ([]byte, error) {
	return nil, refusal.New(refusal.NotFound, "tuf-unknown", "", "The repository has no %s.", path)
}

func (f *fixture) Cosign(context.Context, string, uint64, []byte) error { return nil }

func (f *fixture) Report(context.Context, NodeReport) (int64, error) { return 12413, nil }

func (f *fixture) Accounts() []DemoAccount {
	return []DemoAccount{{amara.Address, amara.Name, "Clinical pharmacologist. Safety level 4."}, {jonas.Address, jonas.Name, "NLP researcher. NLP level 3."}}
}

func (f *fixture) Request(_ context.Context, a common.Address, method string, _ json.RawMessage) (json.RawMessage, error) {
	return json.RawMessage(`"0x` + fmt.Sprintf("%0130d", 1) + `"`), nil
}

func (f *fixture) Advance(context.Context, int64) error { return nil }
