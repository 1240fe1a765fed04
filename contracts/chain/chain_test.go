package chain_test

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/anchorview"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

const (
	safety    = 1
	licensing = 2
)

var (
	genesis  = document.Sum([]byte("genesis.json"))
	decision = common.Hash(document.Sum([]byte("decision")))
)

// instance is a development chain with both contracts, two badge types, and an issuer of both.
type instance struct {
	net    *devnet.Chain
	chain  *chain.Chain
	owner  *chain.Account
	issuer *chain.Account
	sender *ecdsa.PrivateKey
	plan   chain.Plan
}

// key returns a key that a number stands for.
func key(t testing.TB, n int) *ecdsa.PrivateKey {
	t.Helper()
	k, err := crypto.ToECDSA(crypto.Keccak256(fmt.Append(nil, "test key ", n)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func address(t testing.TB, n int) common.Address {
	t.Helper()
	return crypto.PubkeyToAddress(key(t, n).PublicKey)
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func start(t testing.TB) *instance {
	t.Helper()
	return found(t, devnet.Config{}, func(chain.Plan) document.Digest { return genesis })
}

// found starts an instance whose anchor contract pins a genesis that names the contracts.
func found(t testing.TB, cfg devnet.Config, genesis func(chain.Plan) document.Digest) *instance {
	t.Helper()
	ctx := t.Context()
	net := must[*devnet.Chain](t)(devnet.Start(ctx, cfg))
	t.Cleanup(func() { ok(t, net.Close()) })

	in := &instance{net: net, sender: key(t, 100)}
	account := must[*chain.Account](t)
	in.owner = account(chain.NewAccount(ctx, net.Client(), net.Key()))
	in.issuer = account(chain.NewAccount(ctx, net.Client(), key(t, 101)))
	in.plan = must[chain.Plan](t)(in.owner.Plan(ctx))
	ok(t, in.owner.Deploy(ctx, in.plan, in.owner.Address(), crypto.PubkeyToAddress(in.sender.PublicKey), genesis(in.plan)))
	for _, to := range []common.Address{in.issuer.Address(), crypto.PubkeyToAddress(in.sender.PublicKey)} {
		_, err := in.owner.Pay(ctx, to, big.NewInt(1e18))
		ok(t, err)
	}
	for _, typ := range []badge.Type{
		{ID: safety, Domain: "safety", Name: "Safety evaluator", Levels: 5, Validity: 400 * 86400, Endorsements: 2, EndorserLevel: 3, Burn: badge.ByEither},
		{ID: licensing, Domain: "data/licensing", Name: "Licence reviewer", Levels: 3, Burn: badge.ByEither},
	} {
		_, err := in.owner.Send(ctx, in.plan.Contracts.Badge, chain.CreateType(typ, decision))
		ok(t, err)
		_, err = in.owner.Send(ctx, in.plan.Contracts.Badge, chain.SetIssuer(typ.ID, in.issuer.Address(), true, decision))
		ok(t, err)
	}
	in.chain = must[*chain.Chain](t)(chain.Open(ctx, chain.Config{Client: net.Client(), Contracts: in.plan.Contracts, Sender: in.sender}))
	return in
}

// grant returns a badge for a holder, dated with the chain's time and consented to.
func (in *instance) grant(t testing.TB, holder int, typ uint32, level uint8) chain.Grant {
	t.Helper()
	now := uint64(in.net.Clock().Unix())
	c := wallet.Consent{
		Holder: address(t, holder), Issuer: in.issuer.Address(), BadgeType: typ, Level: level, Burn: badge.ByEither.String(),
		Badge:  map[uint32]string{safety: "Safety evaluator", licensing: "Licence reviewer"}[typ],
		Issued: now, Expires: now + 365*86400, Deadline: now + 3600,
	}
	d := wallet.Domain{ChainID: in.plan.Contracts.ID, Contract: in.plan.Contracts.Badge}
	return must[chain.Grant](t)(chain.SignGrant(d, c, key(t, holder)))
}

func (in *instance) mint(t testing.TB, grants ...chain.Grant) {
	t.Helper()
	_, err := in.issuer.Mint(t.Context(), in.plan.Contracts.Badge, grants...)
	ok(t, err)
}

func (in *instance) events(t testing.TB) []badge.Event {
	t.Helper()
	head := must[uint64](t)(in.net.Client().BlockNumber(t.Context()))
	return must[[]badge.Event](t)(in.chain.BadgeEvents(t.Context(), in.plan.Contracts.Block, head))
}

// send anchors a checkpoint and returns what became of it.
func (in *instance) send(t testing.TB, p anchor.Checkpoint) anchor.Mined {
	t.Helper()
	ctx := t.Context()
	call := anchor.Call{Checkpoint: p, Nonce: must[uint64](t)(in.chain.NextNonce(ctx)), Fees: must[anchor.Fees](t)(in.chain.Fees(ctx))}
	signed := must[anchor.Signed](t)(in.chain.Sign(ctx, call))
	ok(t, in.chain.Broadcast(ctx, signed.Raw))
	ok(t, in.net.Mine(1))
	m, found, err := in.chain.Mined(ctx, signed.Hash)
	if err != nil || !found {
		t.Fatalf("the anchor of size %d is in no block: %v", p.Size, err)
	}
	return m
}

func checkpoint(size int64) anchor.Checkpoint {
	return anchor.Checkpoint{Size: size, Root: record.Hash(crypto.Keccak256Hash(big.NewInt(size).Bytes()))}
}

func TestDeploymentIsAsPlanned(t *testing.T) {
	in := start(t)
	ok(t, in.chain.CheckGenesis(t.Context(), genesis))
	if err := in.chain.CheckGenesis(t.Context(), document.Sum(nil)); !errors.Is(err, replay.ErrRefuted) {
		t.Errorf("another genesis: %v", err)
	}
	code := must[[]byte](t)(in.net.Client().CodeAt(t.Context(), in.plan.Contracts.Badge, new(big.Int).SetUint64(in.plan.Contracts.Block)))
	if len(code) == 0 {
		t.Error("the record would begin before the badge contract is there")
	}
	err := in.owner.Deploy(t.Context(), in.plan, in.owner.Address(), in.owner.Address(), genesis)
	if err == nil || !strings.Contains(err.Error(), "plan again") {
		t.Errorf("an old plan was carried out: %v", err)
	}
}

func TestOpenRefusesTheWrongChain(t *testing.T) {
	in := start(t)
	other := in.plan.Contracts
	other.ID = 1
	if _, err := chain.Open(t.Context(), chain.Config{Client: in.net.Client(), Contracts: other}); err == nil || !strings.Contains(err.Error(), "on chain 1337") {
		t.Errorf("another chain: %v", err)
	}
	other = in.plan.Contracts
	other.Anchor = address(t, 1)
	if _, err := chain.Open(t.Context(), chain.Config{Client: in.net.Client(), Contracts: other}); err == nil || !strings.Contains(err.Error(), "no anchor contract") {
		t.Errorf("no contract: %v", err)
	}
}

// TestEventsFold drives the contract through everything it does, and folds its events.
func TestEventsFold(t *testing.T) {
	in, ctx := start(t), t.Context()
	in.mint(t, in.grant(t, 1, safety, 3), in.grant(t, 2, safety, 1), in.grant(t, 1, licensing, 2))
	ok(t, in.net.AdjustTime(time.Hour))
	in.mint(t, in.grant(t, 1, safety, 4))
	in.mint(t, in.grant(t, 2, safety, 1))
	contract := in.plan.Contracts.Badge
	_, err := in.issuer.Revoke(ctx, contract, badge.TokenID(address(t, 2), safety), badge.Cause)
	ok(t, err)
	holder := must[*chain.Account](t)(chain.NewAccount(ctx, in.net.Client(), key(t, 1)))
	_, err = in.owner.Pay(ctx, holder.Address(), big.NewInt(1e17))
	ok(t, err)
	_, err = holder.Surrender(ctx, contract, badge.TokenID(holder.Address(), licensing))
	ok(t, err)
	_, err = in.owner.Send(ctx, contract, chain.SetIssuer(licensing, in.issuer.Address(), false, decision))
	ok(t, err)
	_, err = in.owner.Send(ctx, contract, chain.RetireType(licensing, decision))
	ok(t, err)

	var registry badge.Registry
	var seen []badge.Kind
	for _, e := range in.events(t) {
		seen = append(seen, e.Kind)
		ok(t, registry.Apply(e))
	}
	want := []badge.Kind{
		badge.TypeCreated, badge.IssuerSet, badge.TypeCreated, badge.IssuerSet,
		badge.Minted, badge.Minted, badge.Minted, badge.LevelChanged, badge.Renewed, badge.Revoked, badge.Surrendered, badge.IssuerSet, badge.TypeRetired,
	}
	if !slices.Equal(seen, want) {
		t.Errorf("events are %v", seen)
	}

	head := must[uint64](t)(in.net.Client().BlockNumber(ctx))
	all := in.events(t)
	var parts []badge.Event
	for n := in.plan.Contracts.Block; n <= head; n++ {
		parts = append(parts, must[[]badge.Event](t)(in.chain.BadgeEvents(ctx, n, n))...)
	}
	if !slices.Equal(parts, all) {
		t.Error("block by block there are other events than all at once")
	}
	if _, err := in.chain.BadgeEvents(ctx, head, head+1); err == nil {
		t.Error("answered for a block that does not exist yet")
	}
}

func TestContractSaysWhyItRefuses(t *testing.T) {
	in := start(t)
	var refusal *chain.Refusal
	_, err := in.issuer.Mint(t.Context(), in.plan.Contracts.Badge, in.grant(t, 1, safety, 9))
	if !errors.As(err, &refusal) || refusal.Error() != "the contract refused: BadgeLevel(1, 9)" {
		t.Errorf("error is %v", err)
	}
	grant := in.grant(t, 1, safety, 2)
	grant.Level = 5
	if _, err := in.issuer.Mint(t.Context(), in.plan.Contracts.Badge, grant); !errors.As(err, &refusal) || refusal.Name != "BadgeConsent" {
		t.Errorf("a changed grant: %v", err)
	}
	grant = in.grant(t, 1, safety, 2)
	if _, err := in.owner.Mint(t.Context(), in.plan.Contracts.Badge, grant); err == nil || !strings.Contains(err.Error(), "is about to issue it") {
		t.Errorf("another issuer: %v", err)
	}
	in.mint(t, grant)
	if _, err := in.issuer.Mint(t.Context(), in.plan.Contracts.Badge, grant); !errors.As(err, &refusal) || refusal.Name != "BadgeIssued" {
		t.Errorf("the same consent again: %v", err)
	}
	if _, err := in.issuer.Send(t.Context(), in.plan.Contracts.Badge, chain.SetIssuer(safety, in.owner.Address(), true, decision)); !errors.As(err, &refusal) || refusal.Name != "OwnableUnauthorizedAccount" {
		t.Errorf("not the owner: %v", err)
	}
}

// A holder who sends transactions and signs nothing agrees, and gets the badge; what was agreed is nothing to a follower.
func TestHolderAgreesByTransaction(t *testing.T) {
	in, ctx := start(t), t.Context()
	contract := in.plan.Contracts.Badge
	holder := must[*chain.Account](t)(chain.NewAccount(ctx, in.net.Client(), key(t, 1)))
	_, err := in.owner.Pay(ctx, holder.Address(), big.NewInt(1e17))
	ok(t, err)
	before := len(in.events(t))
	expires := uint64(in.net.Clock().Unix()) + 300*86400
	agree := func(level uint8) chain.Grant {
		t.Helper()
		_, err := holder.Send(ctx, contract, chain.Agree(safety, level, in.issuer.Address(), badge.ByEither, expires))
		ok(t, err)
		return must[chain.Grant](t)(in.issuer.Agreed(ctx, contract, badge.TokenID(holder.Address(), safety)))
	}

	grant := agree(3)
	want := wallet.Consent{
		Holder: holder.Address(), Issuer: in.issuer.Address(), BadgeType: safety, Level: 3, Burn: "issuer or holder",
		Issued: grant.Issued, Expires: expires, Deadline: grant.Issued + 30*86400,
	}
	if grant.Consent != want || grant.Signature != nil {
		t.Errorf("agreed is %+v", grant)
	}
	if events := in.events(t); len(events) != before {
		t.Errorf("a follower sees %+v", events[before:])
	}
	_, err = holder.Send(ctx, contract, chain.WithdrawAgreement(safety))
	ok(t, err)
	var refusal *chain.Refusal
	if _, err := in.issuer.Mint(ctx, contract, grant); !errors.As(err, &refusal) || refusal.Name != "BadgeIssued" {
		t.Errorf("minting what was taken back: %v", err)
	}
	if _, err := in.issuer.Agreed(ctx, contract, badge.TokenID(holder.Address(), safety)); !errors.As(err, &refusal) || refusal.Name != "BadgeNotAgreed" {
		t.Errorf("what was taken back is %v", err)
	}

	ok(t, in.net.Mine(1)) // a second later
	grant = agree(2)
	more := grant
	more.Level = 4
	if _, err := in.issuer.Mint(ctx, contract, more); !errors.As(err, &refusal) || refusal.Name != "BadgeConsent" {
		t.Errorf("minting more than was agreed: %v", err)
	}
	in.mint(t, in.grant(t, 2, safety, 3), grant) // in a batch with what was signed
	var r badge.Registry
	for _, e := range in.events(t) {
		ok(t, r.Apply(e))
	}
	if b, found := r.Badge(badge.TokenID(holder.Address(), safety)); !found || b.Level != 2 || b.Issued != grant.Issued || b.Expires != expires || b.Ended != 0 {
		t.Errorf("the badge is %+v", b)
	}
}

func TestAnchorIsSentFoundAndChecked(t *testing.T) {
	in, ctx := start(t), t.Context()
	size := must[int64](t)
	if got := size(in.chain.Anchored(ctx)); got != 0 {
		t.Errorf("size of a new contract is %d", got)
	}
	p := checkpoint(10)
	m := in.send(t, p)
	if !m.OK || m.Checkpoint != p {
		t.Errorf("mined %+v", m)
	}
	if got := size(in.chain.Anchored(ctx)); got != 10 {
		t.Errorf("size is %d", got)
	}
	if got := must[uint64](t)(in.chain.NextNonce(ctx)); got != 1 {
		t.Errorf("next nonce is %d", got)
	}
	if got := must[uint64](t)(in.chain.FinalNonce(ctx)); got != 0 {
		t.Errorf("final nonce is %d", got)
	}
	if _, found, err := in.chain.Mined(ctx, common.Hash{1}); found || err != nil {
		t.Errorf("found what was never sent: %v", err)
	}

	a := record.Anchored{Size: p.Size, Root: document.Digest(p.Root), Tx: m.Tx, Block: m.Block.Number, BlockHash: m.Block.Hash, BlockTime: document.Time(m.Block.Time)}
	if err := in.chain.CheckAnchor(ctx, a); !errors.Is(err, anchorview.ErrNotFinal) || errors.Is(err, replay.ErrRefuted) {
		t.Errorf("an anchor that is not final yet: %v", err)
	}
	ok(t, in.net.Finalize(ctx))
	ok(t, in.chain.CheckAnchor(ctx, a))
	if got := must[uint64](t)(in.chain.FinalNonce(ctx)); got != 1 {
		t.Errorf("final nonce is %d", got)
	}
	for name, change := range map[string]func(*record.Anchored){
		"size":  func(a *record.Anchored) { a.Size++ },
		"none":  func(a *record.Anchored) { a.Size = 0 },
		"root":  func(a *record.Anchored) { a.Root[0] ^= 1 },
		"tx":    func(a *record.Anchored) { a.Tx[0] ^= 1 },
		"block": func(a *record.Anchored) { a.Block-- },
		"hash":  func(a *record.Anchored) { a.BlockHash[0] ^= 1 },
		"time":  func(a *record.Anchored) { a.BlockTime++ },
	} {
		b := a
		change(&b)
		if err := in.chain.CheckAnchor(ctx, b); !errors.Is(err, replay.ErrRefuted) {
			t.Errorf("another %s: %v", name, err)
		}
	}

	wrong := anchorview.New(in.net.Client(), 1, in.plan.Contracts.Anchor)
	if err := wrong.Check(ctx, anchorview.Anchor{Size: 1}); err == nil || anchorview.IsRefuted(err) {
		t.Errorf("an endpoint of another chain: %v", err)
	}
}

func TestSendingFailsInTheSendersWords(t *testing.T) {
	in, ctx := start(t), t.Context()
	fees := must[anchor.Fees](t)(in.chain.Fees(ctx))
	sign := must[anchor.Signed](t)

	// A gap in the nonces keeps a transaction waiting, so that another can compete with it.
	waiting := sign(in.chain.Sign(ctx, anchor.Call{Checkpoint: checkpoint(5), Nonce: 1, Fees: fees}))
	ok(t, in.chain.Broadcast(ctx, waiting.Raw))
	ok(t, in.chain.Broadcast(ctx, waiting.Raw))
	same := sign(in.chain.Sign(ctx, anchor.Call{Checkpoint: checkpoint(6), Nonce: 1, Fees: fees}))
	if err := in.chain.Broadcast(ctx, same.Raw); !errors.Is(err, anchor.ErrUnderpriced) {
		t.Errorf("a replacement for the same fees: %v", err)
	}
	more := anchor.Fees{Tip: fees.Tip + fees.Tip/10 + 1, Cap: fees.Cap + fees.Cap/10 + 1}
	ok(t, in.chain.Broadcast(ctx, sign(in.chain.Sign(ctx, anchor.Call{Checkpoint: checkpoint(6), Nonce: 1, Fees: more})).Raw))

	if m := in.send(t, checkpoint(3)); !m.OK {
		t.Errorf("mined %+v", m)
	}
	ok(t, in.net.Mine(1)) // the pool has seen by now that nonce 0 is used
	used := sign(in.chain.Sign(ctx, anchor.Call{Checkpoint: checkpoint(7), Nonce: 0, Fees: fees}))
	if err := in.chain.Broadcast(ctx, used.Raw); !errors.Is(err, anchor.ErrNonceUsed) {
		t.Errorf("a used nonce: %v", err)
	}
	var refusal *chain.Refusal
	if _, err := in.chain.Sign(ctx, anchor.Call{Checkpoint: checkpoint(3), Nonce: 2, Fees: fees}); !errors.As(err, &refusal) || refusal.Name != "AnchorSize" {
		t.Errorf("a size that is there already: %v", err)
	}
	if _, err := in.chain.Sign(ctx, anchor.Call{Checkpoint: checkpoint(0), Nonce: 2, Fees: fees}); err == nil {
		t.Error("an empty log was signed")
	}
	if err := in.chain.Broadcast(ctx, []byte{1}); err == nil {
		t.Error("garbage was sent")
	}
	keyless := must[*chain.Chain](t)(chain.Open(ctx, chain.Config{Client: in.net.Client(), Contracts: in.plan.Contracts}))
	if _, err := keyless.Sign(ctx, anchor.Call{Checkpoint: checkpoint(9)}); err == nil {
		t.Error("signed without a key")
	}
}

func TestFirstAboveFindsWhatTheOutboxForgot(t *testing.T) {
	in, ctx := start(t), t.Context()
	if _, found, err := in.chain.FirstAbove(ctx, 0); found || err != nil {
		t.Errorf("found an anchor in an empty contract: %v", err)
	}
	var sent []anchor.Mined
	for _, size := range []int64{10, 20, 30} {
		sent = append(sent, in.send(t, checkpoint(size)))
		ok(t, in.net.Mine(3))
	}
	for size, want := range map[int64]int{0: 0, 9: 0, 10: 1, 19: 1, 20: 2, 29: 2} {
		m, found, err := in.chain.FirstAbove(ctx, size)
		if err != nil || !found || m != sent[want] {
			t.Errorf("above %d: %+v, %t, %v", size, m.Checkpoint, found, err)
		}
	}
	if _, found, err := in.chain.FirstAbove(ctx, 30); found || err != nil {
		t.Errorf("above the newest: %t, %v", found, err)
	}
}

// whole keeps all events.
func whole(events []badge.Event) []badge.Event { return events }

func TestRangeIsCheckedAgainstTheChain(t *testing.T) {
	in, ctx := start(t), t.Context()
	in.mint(t, in.grant(t, 1, safety, 3))
	head := must[uint64](t)(in.net.Client().BlockNumber(ctx))
	end, err := in.chain.Block(ctx, head)
	ok(t, err)
	r := record.ChainRange{From: in.plan.Contracts.Block, To: head, Hash: end.Hash, Time: document.Time(end.Time)}
	events := in.events(t)
	if err := in.chain.CheckRange(ctx, r, events, whole); err == nil || errors.Is(err, replay.ErrRefuted) {
		t.Errorf("a range that is not final yet: %v", err)
	}
	ok(t, in.net.Finalize(ctx))
	ok(t, in.chain.CheckRange(ctx, r, events, whole))

	altered := slices.Clone(events)
	altered[len(altered)-1].Level++
	for name, bad := range map[string][]badge.Event{"missing": events[1:], "cut": events[:len(events)-1], "made up": append(slices.Clone(events), events[0]), "altered": altered} {
		if err := in.chain.CheckRange(ctx, r, bad, whole); !errors.Is(err, replay.ErrRefuted) {
			t.Errorf("%s: %v", name, err)
		}
	}
	other := r
	other.Hash[0] ^= 1
	if err := in.chain.CheckRange(ctx, other, events, whole); !errors.Is(err, replay.ErrRefuted) {
		t.Errorf("another hash: %v", err)
	}
}

// TestEndpointThatIsDownRefutesNothing keeps "could not tell" apart from "no".
func TestEndpointThatIsDownRefutesNothing(t *testing.T) {
	in, ctx := start(t), t.Context()
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, in.net.URL(), http.StatusTemporaryRedirect)
	}))
	client := must[*ethclient.Client](t)(ethclient.DialContext(ctx, proxy.URL))
	defer client.Close()
	c := must[*chain.Chain](t)(chain.Open(ctx, chain.Config{Client: client, Contracts: in.plan.Contracts}))
	proxy.Close()
	for name, err := range map[string]error{
		"genesis": c.CheckGenesis(ctx, genesis),
		"range":   c.CheckRange(ctx, record.ChainRange{}, nil, whole),
		"anchor":  c.CheckAnchor(ctx, record.Anchored{Size: 1}),
	} {
		if err == nil || errors.Is(err, replay.ErrRefuted) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
