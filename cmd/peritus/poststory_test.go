package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// command runs peritus in this process.
func (w *tale) command(env map[string]string, args ...string) (code int, said string) {
	var out bytes.Buffer
	code = run(w.t.Context(), args, func(name string) string { return env[name] }, nil, &out, &out)
	return code, out.String()
}

// posts puts what somebody says about a proposal on chain, as the command has it: from the public record, and sent by
// somebody else's account.
func (w *tale) posts(p document.Digest, who, choice string) {
	w.t.Helper()
	ctx := w.t.Context()
	key := map[string]string{"PERITUS_KEY": hex.EncodeToString(crypto.FromECDSA(w.members[who]))}
	code, said := w.command(key, "ballot", "post", w.url, p.String(), choice, "--output", "json")
	var tx posting
	if code != exitOK || json.Unmarshal([]byte(said), &tx) != nil || tx.Chain != w.trust.Record.Chain.ID {
		w.t.Fatalf("ballot post ends with %d: %s", code, said)
	}
	anybody, err := chain.NewAccount(ctx, w.demoDAO.chain.Client(), w.issuer)
	w.must(err)
	_, err = anybody.Send(ctx, tx.To, tx.Data)
	w.must(err)
}

func (w *tale) standing(p document.Digest, who string) (choice string) {
	w.must(w.service.View(func(s *replay.State) error {
		if last := s.LastBallot(p, w.address(who)); last != nil {
			choice = last.Choice
		}
		return nil
	}))
	return choice
}

// A service takes no ballot of one member, and no veto of two guardians. They post them on chain, past it: the count has
// the ballot, the veto stops what was decided, and the pages say where they came from.
func TestStoryOfARefusedMember(t *testing.T) {
	w := tell(t)
	ctx := context.WithoutCancel(t.Context())
	const refused = "carmen-vidal"
	p := w.open("tobias-brandt", "Nobody asked the one who knows.")
	w.must(w.casts(p, "tobias-brandt", "for"))

	// Another wallet signs the words; a signature under others is not taken.
	code, words := w.command(nil, "ballot", "post", w.url, p.String(), "against", "--account", w.address(refused).Hex())
	var typed wallet.TypedData
	if code != exitOK || json.Unmarshal([]byte(words), &typed) != nil || typed.PrimaryType != "Ballot" || typed.Message["choice"] != "against" {
		t.Fatalf("ballot post ends with %d: %s", code, words)
	}
	sig, err := wallet.Sign([32]byte{1}, w.members[refused])
	w.must(err)
	if code, said := w.command(nil, "ballot", "post", w.url, p.String(), "against", "--account", w.address(refused).Hex(), "--signature", sig.String()); code != exitUnknown || !strings.Contains(said, "under these words") {
		t.Errorf("a signature of something else ends with %d: %s", code, said)
	}
	w.person("a stranger")
	stranger := map[string]string{"PERITUS_KEY": hex.EncodeToString(crypto.FromECDSA(w.members["a stranger"]))}
	if code, said := w.command(stranger, "ballot", "post", w.url, p.String(), "against"); code == exitOK || !strings.Contains(said, "has no say") {
		t.Errorf("a stranger's post ends with %d: %s", code, said)
	}

	w.posts(p, refused, "against")
	w.final()
	if got := w.standing(p, refused); got != "against" {
		t.Fatalf("the ballot that was posted is %q", got)
	}
	// It can be replaced, like any other.
	w.posts(p, refused, "for")
	w.final()
	var recount web.Recount
	w.get("/api/v1/proposals/"+p.String()+"/ballots", &recount)
	posted := 0
	for _, b := range recount.Ballots {
		if b.Posted > 0 {
			posted++
		}
	}
	if posted != 2 || w.standing(p, refused) != "for" {
		t.Errorf("%d ballots are shown as posted on chain, and %q stands", posted, w.standing(p, refused))
	}
	if a, err := send("GET", w.url+"/proposals/"+p.String()+"/recount", "", nil); err != nil || !strings.Contains(string(a.body), "posted on chain, in block") {
		t.Errorf("the recount's page does not say so (%v)", err)
	}
	w.must(w.casts(p, "hanna-kowalska", "for"))
	w.must(w.until(ctx, w.proposalOf(p).Closes))
	w.must(w.settle(ctx))
	pr := w.proposalOf(p)
	if pr.Status != proposal.Challenge || pr.Ballots != 3 {
		t.Fatalf("the vote is %s, with %d ballots counted", pr.Status, pr.Ballots)
	}
	w.posts(p, refused, "veto")
	w.posts(p, "samuel-adeyemi", "veto")
	w.final()
	if pr = w.proposalOf(p); pr.Status != proposal.Vetoed {
		t.Fatalf("the decision is %s", pr.Status)
	}
	w.verified()
	if code, said := w.command(nil, "verify", "--chain", w.demoDAO.chain.URL(), w.url); code != exitOK || !strings.Contains(said, "4 ballots and vetoes that members posted on chain, and no more that had to be taken, compared with the chain") {
		t.Errorf("verify ends with %d: %s", code, said)
	}
}

func (w *tale) proposalOf(p document.Digest) (pr proposal.Proposal) {
	w.must(w.service.View(func(s *replay.State) error { pr, _ = s.Proposal(p); return nil }))
	return pr
}

// deaf is the journal of a service that does not hear what members post.
type deaf struct{ journal }

func (j deaf) Append(ctx context.Context, r follower.Range) error {
	r.Events = slices.DeleteFunc(r.Events, func(e badge.Event) bool { return e.Kind == badge.Posted })
	return j.journal.Append(ctx, r)
}

// A service that does not hear what a member posts is found out by whoever has the chain. Without it nobody can know, and
// the verifier says so.
func TestStoryOfADeafService(t *testing.T) {
	w := tell(t)
	ctx := context.WithoutCancel(t.Context())
	pool, err := w.openChain(ctx, instanceConfig{clients: []*ethclient.Client{w.demoDAO.chain.Client()}})
	w.must(err)
	w.follower, err = follower.New(follower.Config{Journal: deaf{journal{w.service}}, Chains: []follower.Chain{pool.Endpoints()[0]}})
	w.must(err)
	p := w.open("tobias-brandt", "Nobody asked the one who knows.")
	w.must(w.casts(p, "tobias-brandt", "for"))
	w.must(w.casts(p, "hanna-kowalska", "for"))
	w.posts(p, "carmen-vidal", "against")
	w.must(w.finalize(ctx))
	w.must(w.follow(ctx, true))
	const missing = "the record leaves out the ballot that 0x"
	if err := w.settle(ctx); err == nil || !strings.Contains(err.Error(), "co-signing") || !strings.Contains(err.Error(), missing) {
		t.Errorf("the co-signers go on: %v", err)
	}
	w.cosigners = nil // they have stopped for good
	w.must(w.until(ctx, w.proposalOf(p).Closes))
	w.must(w.settle(ctx))
	if pr := w.proposalOf(p); pr.Status != proposal.NoQuorum || pr.Ballots != 2 { // with the ballot it would have one
		t.Fatalf("the vote is %s, with %d ballots counted", pr.Status, pr.Ballots)
	}
	if code, said := w.command(nil, "verify", w.url); code != exitOK || !strings.Contains(said, "0 ballots and vetoes that members posted on chain") || !strings.Contains(said, "ive --chain to compare") {
		t.Errorf("without the chain verify ends with %d: %s", code, said)
	}
	code, said := w.command(nil, "verify", "--chain", w.demoDAO.chain.URL(), w.url)
	if code != exitRefuted || !strings.Contains(said, missing) {
		t.Errorf("with the chain verify ends with %d: %s", code, said)
	}
	t.Log(strings.TrimSpace(said))
}
