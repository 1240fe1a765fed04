package governance_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
)

// wallets is a chain on which some accounts have contracts. The contracts themselves are tested in contracts/chain.
type wallets struct {
	says map[common.Address]error // nil: takes the signature 0x1271
}

func (w *wallets) Ask(_ context.Context, account common.Address, _ [32]byte, signature []byte, at wallet.Answer) (wallet.Answer, error) {
	err, ok := w.says[account]
	switch {
	case !ok:
		return wallet.Answer{}, wallet.ErrNoWallet
	case err != nil:
		return wallet.Answer{}, err
	case string(signature) != "\x12\x71":
		return wallet.Answer{}, wallet.ErrWalletRefuses
	}
	at.Code, at.Result = common.Hash{0xc0}, wallet.Magic
	return at, nil
}

// verifierChain takes the record's word for everything but wallets.
type verifierChain struct {
	*wallets
	lost bool
}

func (verifierChain) CheckRange(context.Context, record.ChainRange, []badge.Event, func([]badge.Event) []badge.Event) error {
	return nil
}
func (verifierChain) CheckAnchor(context.Context, record.Anchored) error  { return nil }
func (verifierChain) CheckGenesis(context.Context, document.Digest) error { return nil }
func (v verifierChain) CheckWallet(ctx context.Context, account common.Address, digest [32]byte, p wallet.Proof, want wallet.Answer) error {
	if v.lost {
		return wallet.ErrWalletUnproven
	}
	got, err := v.Ask(ctx, account, digest, wallet.ProofBytes(p), want)
	if err != nil || got != want {
		return fmt.Errorf("%w: the wallet says %v", replay.ErrRefuted, err)
	}
	return nil
}

// A contract wallet votes; the record says at which block it was asked and what it answered, and whoever has a chain can
// ask again.
func TestContractWalletsVote(t *testing.T) {
	chain := &wallets{says: map[common.Address]error{
		replaytest.Address(t, "wallet"): nil, replaytest.Address(t, "reverting"): fmt.Errorf("%w: 0x", wallet.ErrWalletReverts),
		replaytest.Address(t, "looping"): wallet.ErrWalletGas, replaytest.Address(t, "slow"): wallet.ErrWalletTime,
		replaytest.Address(t, "unheard"): errors.New("connection refused"),
	}}
	now := clock()
	i := startWith(t, storetest.New(t), now, nil, chain)
	grants := []replaytest.Grant{{Name: "ann", Type: 1, Level: 3}}
	for _, name := range []string{"wallet", "reverting", "looping", "slow", "unheard", "bob"} {
		grants = append(grants, replaytest.Grant{Name: name, Type: 1, Level: 3})
	}
	i.follow(grants...)
	p := i.propose("ann")
	vote := func(voter string, proof wallet.Proof) error {
		v, _, err := i.PrepareBallot(t.Context(), p, replaytest.Address(t, voter), ballot.For, "")
		i.must(err)
		v.Signature = proof
		_, err = i.Cast(t.Context(), v)
		return err
	}
	yes := wallet.Bytes("\x12\x71")
	for voter, rule := range map[string]string{
		"reverting": "wallet-reverts", "looping": "wallet-gas", "slow": "wallet-time", "unheard": "wallet-chain", "bob": "signature-form",
	} {
		if err := vote(voter, yes); !refusal.Is(err, rule) {
			t.Errorf("%s: %v, want the rule %s", voter, err, rule)
		}
	}
	if err := vote("wallet", wallet.Bytes("no")); !refusal.Is(err, "wallet-refuses") {
		t.Errorf("a signature that the wallet does not take: %v", err)
	}
	if err := vote("bob", i.sign("ann", [32]byte{1})); !refusal.Is(err, "ballot-signature") {
		t.Errorf("another's key: %v", err)
	}
	i.must(vote("wallet", yes))
	i.must(func() error { _, err := i.Cast(t.Context(), i.signed("bob", p, ballot.For, "")); return err }())

	// A sign-in is checked the same way, and leaves nothing in the record.
	digest := wallet.HashMessage("example.org wants you to sign in")
	own, err := wallet.Sign(digest, replaytest.Key(t, "bob"))
	i.must(err)
	for name, c := range map[string]struct {
		account string
		proof   wallet.Proof
		rule    string
	}{
		"a key": {"bob", own, ""}, "a wallet": {"wallet", yes, ""}, "another's key": {"ann", own, "signature"}, "a wallet that refuses": {"wallet", own, "wallet-refuses"},
		"a wallet that reverts": {"reverting", yes, "wallet-reverts"}, "no wallet": {"bob", yes, "signature-form"}, "nothing": {"bob", nil, "signature-form"},
	} {
		if err := i.CheckSignature(t.Context(), replaytest.Address(t, c.account), digest, c.proof); c.rule == "" && err != nil || c.rule != "" && !refusal.Is(err, c.rule) {
			t.Errorf("signing in with %s: %v, want the rule %q", name, err, c.rule)
		}
	}

	raws, err := i.store.Entries(t.Context(), 0, 100)
	i.must(err)
	entry, err := record.Decode(raws[len(raws)-2])
	i.must(err)
	if entry.Wallet == nil || entry.Wallet.Block != i.Position().Last || entry.Wallet.Result != wallet.Magic || entry.Signature != "0x1271" {
		t.Errorf("the ballot's entry is %+v with %+v", entry, entry.Wallet)
	}
	verify := func(c replay.Chain) (replay.Report, error) {
		return replay.NewVerifier(replaytest.Config(), store.NewSource(i.store.Reader), replay.Options{Chain: c}).Verify(t.Context())
	}
	claim := func(r replay.Report) string {
		for _, c := range r.Claims {
			if c.What == "contract wallets" {
				return c.Label
			}
		}
		return "none"
	}
	for want, c := range map[string]replay.Chain{replay.Unchecked: nil, replay.Proved: verifierChain{chain, false}} {
		if r, err := verify(c); err != nil || claim(r) != want || r.Wallets != 1 {
			t.Errorf("with the chain %v: %s, %v", c, claim(r), err)
		}
	}
	// An endpoint that has thrown the block's state away leaves the claim open, and only that.
	if r, err := verify(verifierChain{chain, true}); err != nil || claim(r) != replay.Unchecked {
		t.Errorf("with a pruned endpoint: %s, %v", claim(r), err)
	}
	// A wallet that changed its mind about that very block: the record does not hold.
	chain.says[replaytest.Address(t, "wallet")] = wallet.ErrWalletRefuses
	if _, err := verify(verifierChain{chain, false}); !errors.Is(err, replay.ErrRefuted) || !strings.Contains(fmt.Sprint(err), "ballot") {
		t.Errorf("a wallet that changed its mind: %v", err)
	}
}

// What a record may say of a contract wallet without being asked on a chain.
func TestAnswersThatCanNotBe(t *testing.T) {
	now := clock()
	i := startWith(t, storetest.New(t), now, nil, &wallets{says: map[common.Address]error{replaytest.Address(t, "wallet"): nil}})
	i.follow(replaytest.Grant{Name: "ann", Type: 1, Level: 3}, replaytest.Grant{Name: "wallet", Type: 1, Level: 3})
	p := i.propose("ann")
	at := i.Position()
	v, _, err := i.PrepareBallot(t.Context(), p, replaytest.Address(t, "wallet"), ballot.For, "")
	i.must(err)
	ann, _, err := i.PrepareBallot(t.Context(), p, replaytest.Address(t, "ann"), ballot.For, "")
	i.must(err)
	good := wallet.Answer{Block: at.Last, BlockHash: at.Hash, Code: common.Hash{1}, Result: wallet.Magic}
	own := i.sign("ann", message(ann).StructHash())
	for name, c := range map[string]struct {
		vote   string
		proof  string
		answer func(*wallet.Answer)
		rule   string
	}{
		"an old block":          {"wallet", "0x1271", func(a *wallet.Answer) { a.Block-- }, "wallet-block"},
		"another block's hash":  {"wallet", "0x1271", func(a *wallet.Answer) { a.BlockHash[0]++ }, "wallet-block"},
		"a no":                  {"wallet", "0x1271", func(a *wallet.Answer) { a.Result = common.Hash{} }, "wallet-answer"},
		"no code":               {"wallet", "0x1271", func(a *wallet.Answer) { a.Code = wallet.NoCode }, "wallet-answer"},
		"no code hash":          {"wallet", "0x1271", func(a *wallet.Answer) { a.Code = common.Hash{} }, "wallet-answer"},
		"too long a signature":  {"wallet", "0x" + strings.Repeat("ab", wallet.MaxProof+1), func(*wallet.Answer) {}, "signature-form"},
		"a key's own signature": {"ann", own.String(), func(*wallet.Answer) {}, "wallet-answer"},
	} {
		body := v.Ballot
		if c.vote == "ann" {
			body = ann.Ballot
		}
		answer := good
		c.answer(&answer)
		e := record.Entry{Schema: record.EntrySchema, Kind: record.KindBallot, Time: document.Time(now.Load()), Actor: replaytest.Actor(t, c.vote),
			Body: replaytest.Marshal(t, body), Signature: c.proof, Wallet: &answer}
		raw, err := e.Encode()
		i.must(err)
		err = i.View(func(s *replay.State) error { _, err := s.Apply(raw, e, nil, i.Blobs(t.Context())); return err })
		if !refusal.Is(err, c.rule) {
			t.Errorf("%s: %v, want the rule %s", name, err, c.rule)
		}
	}
	now.Add(2 * replaytest.Hour)
	i.follow()
	if err := i.View(func(s *replay.State) error { return s.CheckAsked(good) }); !refusal.Is(err, "wallet-block") {
		t.Errorf("a block of two hours ago: %v", err)
	}
}
