package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"math/big"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/cmd/peritus/demo"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/safetest"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// tale is a demo whose parts all run in this process, so that its council can act as well.
type tale struct {
	*demoDAO
	t *testing.T
}

func tell(t *testing.T) *tale {
	t.Helper()
	dir := folder(t.TempDir())
	seedInto(t, dir)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d, err := openDemo(t.Context(), dir, listener, t.Logf, testWriter{t})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.close(); listener.Close() })
	return &tale{demoDAO: d, t: t}
}

type testWriter struct{ t *testing.T }

func (w testWriter) Write(p []byte) (int, error) {
	w.t.Log(strings.TrimSpace(string(p)))
	return len(p), nil
}

func (w *tale) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// person makes somebody who was not seeded.
func (w *tale) person(name string) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(name)))
	w.must(err)
	w.members[name] = key
}

// final makes what happened on the chain final, and lets the instance take it in.
func (w *tale) final() {
	w.t.Helper()
	w.must(w.finalize(w.t.Context()))
	w.must(w.follow(w.t.Context(), true))
	w.must(w.settle(w.t.Context()))
}

// api calls the API as somebody with a key does: prepare, sign the digest, send back.
func (w *tale) api(path string, key *ecdsa.PrivateKey, body map[string]any) int64 {
	w.t.Helper()
	raw, err := post(w.url+path+"/prepare", body, http.StatusOK)
	w.must(err)
	var words map[string]any
	w.must(json.Unmarshal(raw, &words))
	var digest common.Hash
	w.must(digest.UnmarshalText([]byte(words["digest"].(string))))
	sig, err := wallet.Sign(digest, key)
	w.must(err)
	for _, name := range []string{"salt", "issued", "expires", "deadline", "sequence"} {
		if v, ok := words[name]; ok && v != "" {
			body[name] = v
		}
	}
	body["signature"] = sig.String()
	raw, err = post(w.url+path, body, http.StatusCreated)
	w.must(err)
	var receipt struct{ Index int64 }
	w.must(json.Unmarshal(raw, &receipt))
	return receipt.Index
}

func (w *tale) get(path string, out any) {
	w.t.Helper()
	a, err := send(http.MethodGet, w.url+path, "", nil)
	w.must(err)
	if a.status != http.StatusOK {
		w.t.Fatalf("%s: %d %s", path, a.status, a.body)
	}
	w.must(json.Unmarshal(a.body, out))
}

// typeOf returns the badge type of a domain.
func (w *tale) typeOf(domain string) (typ badge.Type) {
	w.must(w.service.View(func(s *replay.State) error {
		for _, t := range s.Badges().Types() {
			if t.Domain == domain {
				typ = t
			}
		}
		return nil
	}))
	return typ
}

// open brings a change of a data set's licence to the vote.
func (w *tale) open(who, note string) document.Digest {
	w.t.Helper()
	const head = "dataset/books2"
	return w.submits(who, "Say more of the licence", head, w.next(head, func(doc map[string]any) { doc["rights"].(map[string]any)["note"] = note }))
}

// next returns the successor of a document's current version, with a change.
func (w *tale) next(name string, change func(doc map[string]any)) []byte {
	w.t.Helper()
	var head replay.Head
	w.must(w.service.View(func(s *replay.State) error { head, _ = s.Head(name); return nil }))
	raw, err := w.store.Blob(w.t.Context(), head.Digest)
	w.must(err)
	var doc map[string]any
	w.must(document.Unmarshal(raw, &doc))
	version, _, _ := strings.Cut(doc["version"].(string), ".")
	major, err := strconv.Atoi(version)
	w.must(err)
	doc["version"], doc["parent"] = strconv.Itoa(major+1)+".0.0", head.Digest
	change(doc)
	changed, err := document.Marshal(doc)
	w.must(err)
	return changed
}

// submits proposes a document, has it sponsored, and brings it to the vote.
func (w *tale) submits(who, title, head string, doc []byte) document.Digest {
	w.t.Helper()
	ctx := w.t.Context()
	sub, preview, _, err := w.service.PrepareProposal(ctx, governance.Draft{Proposer: w.address(who), Title: title, Summary: "As the story goes.", Documents: map[string][]byte{head: doc}})
	w.must(err)
	m := wallet.Proposal{Proposer: w.address(who), Revision: preview.Digest, Title: preview.Revision.Title.Keccak, Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires)}
	sub.Signature, err = w.sign(m.StructHash(), w.members[who])
	w.must(err)
	_, err = w.service.Propose(ctx, sub)
	w.must(err)
	_, err = w.act(ctx, preview.Digest, demo.Act{Expert: "hanna-kowalska", Act: "sponsor"}, 0)
	w.must(err)
	w.must(w.until(ctx, w.now().Add(preview.Rules.Review)))
	w.must(w.settle(ctx))
	if got := w.statusOf(preview.Digest); got != proposal.Voting {
		w.t.Fatalf("the vote is %s", got)
	}
	return preview.Digest
}

func (w *tale) weighs(p document.Digest, who string) (weight.Micro, string) {
	w.t.Helper()
	var standing web.Standing
	w.get("/api/v1/proposals/"+p.String()+"/standing?member="+w.address(who).Hex(), &standing)
	for _, c := range standing.Chambers {
		if c.Name == proposal.Experts {
			return c.Weight, strings.Join(c.Words, " ")
		}
	}
	return 0, ""
}

// decided returns a decision that is in force.
func (w *tale) decided() (d document.Digest) {
	w.must(w.service.View(func(s *replay.State) error {
		for _, p := range s.Proposals() {
			if p.Status == proposal.Final {
				d = p.Digest
			}
		}
		return nil
	}))
	return d
}

func (w *tale) casts(p document.Digest, who, choice string) error {
	return w.vote(w.t.Context(), p, demo.Vote{Expert: who, Choice: choice})
}

// verified checks the whole record against the chain, and counts entries by kind.
func (w *tale) verified() map[string]int {
	w.t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(w.t.Context(), []string{"verify", "--chain", w.demoDAO.chain.URL(), string(w.dir)}, func(string) string { return "" }, nil, &stdout, &stderr); code != exitOK {
		w.t.Fatalf("verify ends with %d: %s%s", code, stdout.Bytes(), stderr.Bytes())
	}
	kinds := map[string]int{}
	head, err := w.store.Head(w.t.Context())
	w.must(err)
	for i := int64(0); i < head.Size; i++ {
		raws, err := w.store.Entries(w.t.Context(), i, 1)
		w.must(err)
		var e struct{ Kind string }
		w.must(json.Unmarshal(raws[0], &e))
		kinds[e.Kind]++
	}
	return kinds
}

// Somebody asks for a badge, members endorse it, the service has it minted, and its holder votes; an issuer's own act in
// mid-vote changes nothing, and a decision takes the badge and its weight away, with an entry.
func TestStoryOfABadge(t *testing.T) {
	w := tell(t)
	ctx := context.WithoutCancel(t.Context())
	w.person("nina")
	licensing := w.typeOf("data/licensing")
	path := "/api/v1/badges/requests"
	request := w.api(path, w.members["nina"], map[string]any{"holder": w.address("nina"), "type": licensing.ID, "level": 2,
		"text": "I catalogued the licences of four hundred archives.", "links": []string{"https://example.org/catalogue"}})
	about := path + "/" + strconv.FormatInt(request, 10)
	var asked []web.BadgeRequest
	w.get(path+"?endorser="+w.address("tobias-brandt").Hex(), &asked)
	if len(asked) != 1 || asked[0].Index != request {
		t.Errorf("tobias is told of %+v", asked)
	}
	w.api(about+"/declines", w.members["carmen-vidal"], map[string]any{"endorser": w.address("carmen-vidal"), "reason": "I have not read it yet."})
	for _, who := range []string{"tobias-brandt", "aroha-ngata"} {
		w.api(about+"/endorsements", w.members[who], map[string]any{"endorser": w.address(who)})
	}
	var page web.BadgeRequestPage
	if w.get(about, &page); page.Status != replay.Ready || page.Call == nil || len(page.Declines) != 1 {
		t.Fatalf("with two endorsements the request is %s: %+v", page.Status, page)
	}
	w.must(w.settle(ctx))
	if w.get(about, &page); page.Status != replay.Minted || page.Tx == (common.Hash{}) {
		t.Fatalf("the service did not have the badge minted: %+v", page)
	}

	w.must(w.until(ctx, w.now().Add(60)))
	p := w.open("nina", "Nobody has found a licence, and four hundred archives were asked.")
	had, words := w.weighs(p, "nina")
	t.Logf("nina weighs %s: %s", had, words)
	if had == 0 {
		t.Fatalf("nina has no weight: %s", words)
	}
	hanna, _ := w.weighs(p, "hanna-kowalska")
	w.must(w.casts(p, "nina", "for"))
	w.must(w.casts(p, "hanna-kowalska", "for"))
	w.must(w.casts(p, "tobias-brandt", "against"))

	// The issuer takes a badge back on its own.
	issuer, err := chain.NewAccount(ctx, w.demoDAO.chain.Client(), w.issuer)
	w.must(err)
	contract := w.trust.Record.Chain.Badge
	_, err = issuer.Revoke(ctx, contract, badge.TokenID(w.address("hanna-kowalska"), licensing.ID), badge.Cause)
	w.must(err)
	w.final()
	if got, words := w.weighs(p, "hanna-kowalska"); got != hanna {
		t.Errorf("an issuer's own act in mid-vote made %s of hanna's %s: %s", got, hanna, words)
	}
	before := w.tally(p)

	// A decision takes another.
	id := badge.TokenID(w.address("nina"), licensing.ID)
	w.must(w.decide(ctx, "Revoke nina's badge", contract, chain.RevokeDecided(id, badge.Cause, common.Hash(w.decided()))))
	w.final()
	left, words := w.weighs(p, "nina")
	t.Logf("nina weighs %s: %s", left, words)
	if left != 0 || !strings.Contains(words, "was revoked by a decision for cause while the vote was open") {
		t.Errorf("after the decision nina weighs %s: %s", left, words)
	}
	var shown web.Proposal
	if w.get("/api/v1/proposals/"+p.String(), &shown); len(shown.Life.Corrections) != 1 || shown.Life.Corrections[0].Decision != w.decided() || shown.Life.Corrections[0].Weights[0].After != 0 {
		t.Errorf("the proposal shows the corrections %+v", shown.Life.Corrections)
	}
	if after := w.tally(p); after >= before {
		t.Errorf("the votes for it were %s and are %s", before, after)
	}
	if kinds := w.verified(); kinds["electorate-correction"] != 1 || kinds["badge-requested"] != 1 || kinds["endorsed"] != 2 || kinds["endorsement-declined"] != 1 {
		t.Errorf("the record holds %v", kinds)
	}
}

// tally returns the weight for a proposal among all experts.
func (w *tale) tally(p document.Digest) weight.Micro {
	w.t.Helper()
	var count replay.Tally
	w.must(w.service.View(func(s *replay.State) error {
		var err error
		count, err = s.Count(p)
		return err
	}))
	return count.Chambers[proposal.Experts].For.Weight
}

// A member loses a key. The badges go to a new address by decision and after a delay, on the real contract; in a vote that is
// open the new key stands in the old one's place, once.
func TestStoryOfALostKey(t *testing.T) {
	w := tell(t)
	ctx := context.WithoutCancel(t.Context())
	const lost, found = "aroha-ngata", "aroha's new key"
	w.person(found)
	contract := w.trust.Record.Chain.Badge
	r := wallet.Recovery{From: w.address(lost), To: w.address(found), Deadline: uint64(w.now().Add(daySeconds))}
	domain := wallet.Domain{ChainID: w.trust.Record.Chain.ID, Contract: contract}
	consent, err := wallet.Sign(domain.Digest(r.StructHash()), w.members[found])
	w.must(err)
	w.must(w.decide(ctx, "Recover aroha's badges", contract, chain.ProposeRecovery(r, consent[:], common.Hash(w.decided()))))
	ripe := w.now().Add(badge.RecoveryDelay + 60)
	w.must(w.until(ctx, ripe.Add(-2*daySeconds)))
	p := w.open("tobias-brandt", "Nobody has found a licence, whoever was asked.")
	had, _ := w.weighs(p, lost)
	w.must(w.casts(p, lost, "for"))
	w.must(w.until(ctx, ripe))
	anybody, err := chain.NewAccount(ctx, w.demoDAO.chain.Client(), w.issuer)
	w.must(err)
	_, err = anybody.ExecuteRecovery(ctx, contract, w.address(lost))
	w.must(err)
	w.final()

	if in := w.tally(p); in != had {
		t.Errorf("after the recovery the votes for it are %s, not %s", in, had)
	}
	if got, words := w.weighs(p, found); got != had {
		t.Errorf("the new key weighs %s, the old one weighed %s: %s", got, had, words)
	}
	if err := w.casts(p, lost, "against"); err == nil {
		t.Error("the old key voted again")
	}
	w.must(w.casts(p, found, "for"))
	if in := w.tally(p); in != had {
		t.Errorf("the new key's ballot comes beside the old one's: %s, not %s", in, had)
	}
	w.must(w.casts(p, found, "against"))
	if in := w.tally(p); in != 0 {
		t.Errorf("the new key did not replace the ballot: %s", in)
	}
	var member web.MemberPage
	w.get("/api/v1/members/"+w.address(found).Hex(), &member)
	if len(member.Badges) != 3 {
		t.Errorf("the new address has the badges %+v", member.Badges)
	}
	var shown web.Proposal
	if w.get("/api/v1/proposals/"+p.String(), &shown); len(shown.Life.Moves) != 1 || shown.Life.Moves[0].From.Address != w.address(lost) || shown.Life.Moves[0].To.Address != w.address(found) {
		t.Errorf("the proposal shows the moves %+v", shown.Life.Moves)
	}
	w.verified()
}

// A multi-signature wallet that is in use gets a badge with the consent of two of its owners and votes. The record says at
// which block it was asked; when its owners change their rules afterwards, the ballot stands as it was, and the chain confirms it.
func TestStoryOfAContractWallet(t *testing.T) {
	w := tell(t)
	ctx := context.WithoutCancel(t.Context())
	safe := safetest.New(t, w.demoDAO.chain, 1)
	safe.Deploy(t)
	contract := w.trust.Record.Chain.Badge
	licensing := w.typeOf("data/licensing")
	issuer, err := chain.NewAccount(ctx, w.demoDAO.chain.Client(), w.issuer)
	w.must(err)
	at, err := issuer.Time(ctx)
	w.must(err)
	consent := wallet.Consent{
		Holder: safe.Address, Issuer: crypto.PubkeyToAddress(w.issuer.PublicKey), BadgeType: licensing.ID, Badge: licensing.Name, Level: 3, Burn: licensing.Burn.String(),
		Issued: at, Expires: at + licensing.Validity, Deadline: at + 3600,
	}
	domain := wallet.Domain{ChainID: w.trust.Record.Chain.ID, Contract: contract}
	_, err = issuer.Mint(ctx, contract, chain.Grant{Consent: consent, Signature: safe.Sign(t, domain.Digest(consent.StructHash()), 0, 2)})
	w.must(err)
	w.final()
	w.must(w.until(ctx, w.now().Add(60)))
	p := w.open("tobias-brandt", "Nobody has found a licence, not even by a committee.")
	vote := func(signature func(digest [32]byte) wallet.Proof) (governance.Vote, error) {
		v, _, err := w.service.PrepareBallot(ctx, p, safe.Address, "for", "")
		w.must(err)
		b := v.Ballot
		m := wallet.Ballot{Voter: v.Voter, Proposal: b.Proposal, Electorate: b.Electorate, Title: wallet.Text(v.Title), Choice: b.Choice, Sequence: b.Sequence, Expires: uint64(b.Expires)}
		anchor := wallet.Domain{ChainID: w.trust.Record.Chain.ID, Contract: w.trust.Record.Chain.Anchor}
		v.Signature = signature(anchor.Digest(m.StructHash()))
		_, err = w.service.Cast(ctx, v)
		return v, err
	}
	if _, err := vote(func(d [32]byte) wallet.Proof { return wallet.Bytes(safe.Sign(t, d, 1, 1)) }); !refusal.Is(err, "wallet-reverts") {
		t.Errorf("one owner twice: %v", err)
	}
	if _, err := vote(func([32]byte) wallet.Proof { return wallet.Bytes(safe.Sign(t, [32]byte{1}, 0, 1)) }); !refusal.Is(err, "wallet-reverts") {
		t.Errorf("a signature of something else: %v", err)
	}
	if _, err = vote(func(d [32]byte) wallet.Proof { return wallet.Bytes(safe.Sign(t, d, 0, 1)) }); err != nil {
		t.Fatal(err)
	}
	if in := w.tally(p); in == 0 {
		t.Error("the wallet's ballot does not count")
	}

	safe.Execute(t, safetest.Pack(t, "changeThreshold(uint256)", big.NewInt(3)))
	w.final()
	if _, err := vote(func(d [32]byte) wallet.Proof { return wallet.Bytes(safe.Sign(t, d, 0, 1)) }); !refusal.Is(err, "wallet-reverts") {
		t.Errorf("two owners of a wallet that asks for three now: %v", err)
	}
	var stdout, stderr bytes.Buffer
	if code := run(ctx, []string{"verify", "--chain", w.demoDAO.chain.URL(), string(w.dir)}, func(string) string { return "" }, nil, &stdout, &stderr); code != exitOK ||
		!strings.Contains(stdout.String(), "1 signatures that contract wallets vouched for (ERC-1271), compared with the chain") {
		t.Errorf("verify ends with %d: %s%s", code, stdout.Bytes(), stderr.Bytes())
	}
}
