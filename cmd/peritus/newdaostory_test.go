package main

import (
	"context"
	"crypto/ecdsa"
	"log/slog"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/cmd/peritus/demo"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/web"
)

// begin founds a DAO under the standard policy, with a council that owns the contracts, and without a badge or badge type.
func begin(t *testing.T, founders []string, days int64) *tale {
	t.Helper()
	ctx := t.Context()
	d := &demoDAO{dir: folder(t.TempDir()), members: map[string]*ecdsa.PrivateKey{}, say: t.Logf, stderr: testWriter{t}}
	w := &tale{demoDAO: d, t: t}
	t.Cleanup(d.close)
	w.must(d.dir.make())
	var err error
	d.chain, err = devnet.Start(ctx, devnet.Config{Dir: d.dir.chain()})
	w.must(err)
	d.closers = append(d.closers, func() { _ = d.chain.Close() })
	w.must(d.chain.SetTime(time.Now().Add(-90 * daySeconds * time.Second)))

	anchorKey, err := d.dir.account("anchor.key")
	w.must(err)
	online, err := d.dir.p256("tuf.key")
	w.must(err)
	cosigner, err := d.dir.p256("cosigner.key")
	w.must(err)
	deployer, err := chain.NewAccount(ctx, d.chain.Client(), devnet.Key())
	w.must(err)
	f := founding{
		name: "A new DAO", origin: "new.peritus.example/log", heads: map[string][]byte{}, threshold: 1,
		cosigners: map[string]*ecdsa.PublicKey{"university": &cosigner.PublicKey}, nodes: map[string]common.Address{},
		owner: deployer.Address(), sender: crypto.PubkeyToAddress(anchorKey.PublicKey),
		founders: &record.Founders{Members: []common.Address{}, Issuers: []common.Address{}, Until: d.now().Add(days * daySeconds)},
	}
	f.policy, err = document.Canonical(defaultPolicy)
	w.must(err)
	for _, name := range founders {
		w.person(name)
		f.founders.Members = append(f.founders.Members, w.address(name))
	}
	f.heads["council/main"], err = document.Marshal(charter.Council{
		Schema: charter.CouncilSchema, Version: "1.0.0", Until: d.now().Add(365 * daySeconds),
		Council:   charter.Body{Threshold: 2, Members: map[string]common.Address{"a": w.address(demoCouncil[0]), "b": w.address(demoCouncil[1]), "c": w.address(demoCouncil[2])}},
		Guardians: charter.Body{Threshold: 2, Members: map[string]common.Address{"a": w.address(founders[0]), "b": w.address(founders[1])}},
	})
	w.must(err)
	f.tufRoot, err = publish.NewRoot(publish.RootPlan{Expires: d.chain.Clock().AddDate(5, 0, 0), Threshold: 1, Online: &online.PublicKey, Keys: []*ecdsa.PublicKey{&cosigner.PublicKey}})
	w.must(err)
	f.tufRoot, err = publish.SignRoot(f.tufRoot, cosigner)
	w.must(err)
	_, err = deployer.Pay(ctx, f.sender, new(big.Int).Mul(big.NewInt(100), big.NewInt(1e18)))
	w.must(err)
	genesis, blobs, err := found(ctx, d.dir, f, deployer, d.now())
	w.must(err)
	g, err := readGenesis(genesis)
	w.must(err)
	w.must(d.handOver(ctx, deployer, g.Chain))
	d.instance, err = openInstance(ctx, instanceConfig{
		dir: d.dir, clients: []*ethclient.Client{d.chain.Client()}, anchorKey: anchorKey, blobs: blobs, clock: d.now, finalize: d.chain.Finalize,
		log: slog.New(slog.NewTextHandler(d.stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	w.must(err)
	d.closers = append(d.closers, d.stop)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	w.must(err)
	d.url = "http://" + listener.Addr().String()
	if d.issuer, err = d.dir.account("issuer.key"); err == nil {
		err = d.serve(listener)
	}
	w.must(err)
	w.final()
	return w
}

// proposes submits a new version of a document.
func (w *tale) proposes(who, title, head string, doc any) (document.Digest, error) {
	w.t.Helper()
	ctx := w.t.Context()
	raw, err := document.Marshal(doc)
	w.must(err)
	sub, preview, _, err := w.service.PrepareProposal(ctx, governance.Draft{Proposer: w.address(who), Title: title, Summary: "As the story goes.", Documents: map[string][]byte{head: raw}})
	if err != nil {
		return document.Digest{}, err
	}
	m := wallet.Proposal{Proposer: w.address(who), Revision: preview.Digest, Title: preview.Revision.Title.Keccak, Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires)}
	sub.Signature, err = w.sign(m.StructHash(), w.members[who])
	w.must(err)
	_, err = w.service.Propose(ctx, sub)
	return preview.Digest, err
}

func (w *tale) sponsors(p document.Digest, who string) error {
	_, err := w.act(w.t.Context(), p, demo.Act{Expert: who, Act: string(proposal.Sponsor)}, 0)
	return err
}

// opens waits until the vote on a proposal is open.
func (w *tale) opens(p document.Digest) {
	w.t.Helper()
	var review document.Time
	w.must(w.service.View(func(s *replay.State) error { pr, _ := s.Proposal(p); review = pr.Review; return nil }))
	w.must(w.until(w.t.Context(), review))
	if got := w.statusOf(p); got != proposal.Voting {
		w.t.Fatalf("the vote is %s", got)
	}
}

// A new DAO, where nobody has a badge. The founders decide on a badge type; the council, which decides nothing, has the
// contract make it and mint the first badges, each naming the decision; the badges weigh; and on the date in the genesis
// the founders' powers end, while the holders of badges go on.
func TestStoryOfANewDAO(t *testing.T) {
	founders := append([]string{"ruth", "omar"}, demoCouncil...)
	experts := []string{"nina", "paulo", "quinn", "rosa", founders[4]} // one founder is an expert too
	w := begin(t, founders, 60)
	ctx := context.WithoutCancel(t.Context())
	for _, name := range experts[:4] {
		w.person(name)
	}
	contract, until := w.trust.Record.Chain.Badge, w.trust.Record.Founders.Until
	const head = "badges/licensing"
	doc := charter.BadgeType{
		Schema: charter.BadgeTypeSchema, Version: "1.0.0", Type: 1, Name: "Licensing of data", Domain: "data/licensing", Levels: 5,
		Validity: 3 * 365 * daySeconds, Issuers: map[string]common.Address{}, Endorsements: 2, EndorserLevel: 3, Burn: badge.ByEither.String(),
	}
	revise := func(version string) {
		raw, err := document.Marshal(doc)
		w.must(err)
		doc.Parent, doc.Version = document.Sum(raw), version
	}
	differs := func() (out []string) {
		w.must(w.service.View(func(s *replay.State) error { out = doc.Differs(s.Badges()); return nil }))
		return out
	}

	// The founders decide.
	if _, err := w.proposes("nina", "Make a badge", head, doc); !refusal.Is(err, "proposal-member") {
		t.Errorf("a stranger proposes: %v", err)
	}
	first, err := w.proposes(founders[0], "Make the first badge", head, doc)
	w.must(err)
	for _, who := range founders[1:4] {
		w.must(w.sponsors(first, who))
	}
	w.opens(first)
	if got, words := w.weighs(first, founders[1]); got != weight.Unit || !strings.Contains(words, "until the founders' powers end") {
		t.Errorf("a founder weighs %s: %s", got, words)
	}
	for _, who := range founders {
		w.must(w.casts(first, who, "for"))
	}
	w.must(w.finish(ctx, &scene{digest: first}))
	if got := differs(); len(got) != 1 {
		t.Errorf("before the council acts: %q", got)
	}

	// The council carries it out.
	typ := badge.Type{ID: doc.Type, Domain: doc.Domain, Name: doc.Name, Levels: doc.Levels, Validity: doc.Validity, Endorsements: doc.Endorsements, EndorserLevel: doc.EndorserLevel, Burn: badge.ByEither}
	w.must(w.decide(ctx, "Make the badge type", contract, chain.CreateType(typ, common.Hash(first))))
	var grants []chain.Grant
	now := uint64(w.now())
	for _, who := range experts {
		g, err := chain.SignGrant(wallet.Domain{ChainID: w.trust.Record.Chain.ID, Contract: contract}, wallet.Consent{
			Holder: w.address(who), Issuer: contract, BadgeType: typ.ID, Badge: typ.Name, Level: 3, Burn: typ.Burn.String(), Issued: now, Expires: now + typ.Validity, Deadline: now + daySeconds,
		}, w.members[who])
		w.must(err)
		grants = append(grants, g)
	}
	w.must(w.decide(ctx, "Mint the first badges", contract, chain.MintDecided(common.Hash(first), grants...)))
	w.final()
	if got := differs(); len(got) != 0 {
		t.Errorf("after the council acted: %q", got)
	}
	var shown web.Proposal
	if w.get("/api/v1/proposals/"+first.String(), &shown); len(shown.Life.Executed) != 2 {
		t.Errorf("the decision shows what was executed: %+v", shown.Life.Executed)
	}
	w.must(w.until(ctx, w.now().Add(60)))

	// Badges and founders decide together: an expert proposes what only a member can.
	revise("2.0.0")
	doc.EndorserLevel = 2
	second, err := w.proposes("nina", "Let level 2 endorse", head, doc)
	w.must(err)
	for _, who := range founders[:3] {
		w.must(w.sponsors(second, who))
	}
	w.opens(second)
	for who, want := range map[string]weight.Micro{"nina": 40 * weight.Unit, founders[4]: 40 * weight.Unit, founders[0]: 0} {
		// Level 3 counts 40, a little less for its age of days; and every member has 1 besides.
		if got, words := w.weighs(second, who); got > want+weight.Unit || got < want-want/100+weight.Unit {
			t.Errorf("%s weighs %s: %s", who, got, words)
		}
	}
	for _, who := range append(experts, founders[:2]...) {
		w.must(w.casts(second, who, "for"))
	}
	w.must(w.finish(ctx, &scene{digest: second}))

	// The date comes.
	if w.now() >= until {
		t.Fatal("the second decision took too long")
	}
	w.must(w.until(ctx, until))
	w.final()
	revise("3.0.0")
	doc.Endorsements = 3
	if _, err := w.proposes(founders[0], "Let three endorse", head, doc); !refusal.Is(err, "proposal-member") {
		t.Errorf("a founder proposes after the date: %v", err)
	}
	third, err := w.proposes("nina", "Let three endorse", head, doc)
	w.must(err)
	if err := w.sponsors(third, founders[0]); !refusal.Is(err, "act-weight") {
		t.Errorf("a founder sponsors after the date: %v", err)
	}
	for _, who := range experts[1:4] {
		w.must(w.sponsors(third, who))
	}
	w.opens(third)
	if err := w.casts(third, founders[0], "against"); !refusal.Is(err, "ballot-weight") {
		t.Errorf("a founder votes after the date: %v", err)
	}
	for _, who := range experts {
		w.must(w.casts(third, who, "for"))
	}
	w.must(w.finish(ctx, &scene{digest: third}))
	if kinds := w.verified(); kinds["proposed"] != 3 || kinds["final"] != 3 || kinds["act"] != 9 {
		t.Errorf("the record holds %v", kinds)
	}
}
