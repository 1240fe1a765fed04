package chain_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store"
)

// killed is a process that follows and anchors, and the world that it lives in: a chain that reorganises up to 64 blocks
// deep, and three endpoints of which one fails every fifth question, one lags, and one lies.
type killed struct {
	*instance
	dir     string
	setup   setup
	random  *mathrand.Rand
	proxies []*proxy
	holders int

	process *exec.Cmd
	said    *bytes.Buffer

	reorgs, deepest, stuck int
}

// A process is killed at random moments while the chain is reorganised and its endpoints fail, lag and lie. In the end its
// record is that of a fresh sync, event for event; every decision is anchored; every anchor of the contract is in the record,
// once and in order; and no nonce of the account was left out or wasted.
func TestKilledProcessFollowsAndAnchors(t *testing.T) {
	kills := 5
	if os.Getenv("PERITUS_SOAK") != "" {
		kills = 200
	}
	seed := uint64(time.Now().UnixNano())
	if text := os.Getenv("PERITUS_TEST_SEED"); text != "" {
		var err error
		seed, err = strconv.ParseUint(text, 10, 64)
		ok(t, err)
	}
	t.Logf("PERITUS_TEST_SEED=%d", seed)
	k := newKilled(t, seed)
	for range kills {
		k.start(t, k.random.IntN(5) == 0)
		for range 1 + k.random.IntN(4) {
			k.act(t)
		}
		// The moment of the kill: from before its first question to long after.
		k.wait(time.Duration(k.random.IntN(1000)) * time.Millisecond)
		k.kill(t)
		if k.random.IntN(4) == 0 { // the world goes on without it
			k.act(t)
		}
		k.check(t, false)
	}
	k.finish(t)
	t.Logf("%d kills, %d reorganisations of up to %d blocks, %d stuck below the base fee", kills, k.reorgs, k.deepest, k.stuck)
	for i, p := range k.proxies {
		t.Logf("endpoint %d: %d failures (%d times 429, %d timeouts), %d ranges too large, %d lies, %d transactions dropped", i+1,
			p.counted("failed"), p.counted("429"), p.counted("timeout"), p.counted("too large"), p.counted("lies"), p.counted("dropped"))
	}
}

func newKilled(t testing.TB, seed uint64) *killed {
	t.Helper()
	k := &killed{dir: t.TempDir(), random: mathrand.New(mathrand.NewPCG(seed, 0))}
	skey, vkey, err := note.GenerateKey(rand.Reader, replaytest.Origin)
	ok(t, err)
	raw, blobs := replaytest.Genesis(t)
	e := must[record.Entry](t)(record.Decode(raw))
	var g record.Genesis
	ok(t, document.Unmarshal(e.Body, &g))
	k.instance = found(t, devnet.Config{Lag: 2 * devnet.Epoch}, func(plan chain.Plan) document.Digest {
		g.Chain, g.LogKey = plan.Contracts, vkey
		e.Body = must[[]byte](t)(document.Marshal(g))
		raw = must[[]byte](t)(e.Encode())
		return document.Sum(raw)
	})
	k.finalize(t)
	k.proxies = []*proxy{
		newProxy(t, k.net, seed+1, faults{fail: 7, drop: 30, most: 20}),
		newProxy(t, k.net, seed+2, faults{lag: 2, fail: 2, drop: 30}),
		newProxy(t, k.net, seed+3, faults{lies: true, price: 1}),
	}
	k.setup = setup{Genesis: raw, Blobs: blobs, LogKey: skey, Sender: crypto.FromECDSA(k.sender), Contracts: k.plan.Contracts}
	for _, p := range k.proxies {
		k.setup.Endpoints = append(k.setup.Endpoints, p.URL+"/v3/secret")
	}
	return k
}

// start starts the process. A stingy one offers a fee that no block takes.
func (k *killed) start(t testing.TB, stingy bool) {
	t.Helper()
	k.setup.Tip = 0
	if stingy {
		k.setup.Tip = 1
		k.stuck++
	}
	raw := must[[]byte](t)(json.Marshal(k.setup))
	ok(t, os.WriteFile(filepath.Join(k.dir, "setup.json"), raw, 0o600))
	k.process, k.said = exec.Command(os.Args[0]), new(bytes.Buffer)
	k.process.Env = append(os.Environ(), killable+"="+k.dir)
	k.process.Stderr = k.said
	ok(t, k.process.Start())
}

func (k *killed) kill(t testing.TB) {
	t.Helper()
	ok(t, k.process.Process.Kill())
	err := k.process.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the process ended by itself: %v\n%s", err, k.said)
	}
	for _, secret := range []string{"secret", hex.EncodeToString(k.setup.Sender), k.setup.LogKey} {
		if bytes.Contains(bytes.ToLower(k.said.Bytes()), bytes.ToLower([]byte(secret))) {
			t.Fatalf("the process tells its keys, or where its endpoints are:\n%s", k.said)
		}
	}
}

func (k *killed) wait(d time.Duration) { <-time.After(d) }

// act is one thing that happens in the world.
func (k *killed) act(t testing.TB) {
	t.Helper()
	ctx := t.Context()
	final := must[uint64](t)(k.final(ctx))
	head := must[uint64](t)(k.net.Client().BlockNumber(ctx))
	switch k.random.IntN(8) {
	case 0, 1, 2:
		k.holders++
		k.mint(t, k.grant(t, 1000+k.holders, safety, uint8(1+k.random.IntN(5))))
	case 3:
		ok(t, k.net.Mine(1+k.random.IntN(12)))
	case 4:
		if head > final {
			k.reorganise(t, head, 1+k.random.Uint64N(min(64, head-final)))
		}
	case 5: // as deep as it goes: 64 blocks, with badges in them
		for must[uint64](t)(k.net.Client().BlockNumber(ctx)) < final+64 {
			k.holders++
			k.mint(t, k.grant(t, 1000+k.holders, safety, 1))
			ok(t, k.net.Mine(6))
		}
		head = must[uint64](t)(k.net.Client().BlockNumber(ctx))
		final = must[uint64](t)(k.final(ctx)) // an epoch may have ended
		k.reorganise(t, head, min(64, head-final))
	case 6:
		k.finalize(t)
	case 7:
		k.proxies[k.random.IntN(2)].release()
	}
}

func (k *killed) final(ctx context.Context) (uint64, error) {
	b, err := k.chain.Finalized(ctx)
	return b.Number, err
}

// finalize makes the head final. The chain goes on, so that the endpoint that lags gets there too.
func (k *killed) finalize(t testing.TB) {
	t.Helper()
	head, final := must[uint64](t)(k.net.Client().BlockNumber(t.Context())), must[uint64](t)(k.final(t.Context()))
	if head > final+3 || final == 0 {
		ok(t, k.net.Finalize(t.Context()))
		ok(t, k.net.Mine(3))
	}
}

// reorganise replaces the newest blocks by as many others and one more. What was in them waits, and comes in again.
func (k *killed) reorganise(t testing.TB, head, depth uint64) {
	t.Helper()
	ok(t, k.net.Fork(head-depth))
	ok(t, k.net.AdjustTime(time.Second)) // so that they are others
	ok(t, k.net.Mine(int(depth)))
	k.reorgs++
	k.deepest = max(k.deepest, int(depth))
}

// check reads the record as a process that starts would, and compares it with the chain. While anchors are on their way,
// the record may still lack some.
func (k *killed) check(t testing.TB, all bool) {
	t.Helper()
	ctx := t.Context()
	s := must[*store.Store](t)(store.OpenSQLite(filepath.Join(k.dir, "peritus.db"), store.Options{}))
	defer func() { ok(t, s.Close()) }()
	if _, err := s.Migrate(ctx); err != nil { // it was killed before it had a database
		t.Fatal(err)
	}
	head, err := s.Head(ctx)
	if ok(t, err); head.Size == 0 && !all {
		return
	}
	// What anybody would do: replay the record and compare badges and anchors with the chain, at an honest endpoint.
	v := replay.NewVerifier(replaytest.Config(), store.NewSource(s.Reader), replay.Options{Genesis: document.Sum(k.setup.Genesis), Chain: k.chain})
	if _, err := v.Verify(ctx); err != nil {
		t.Fatalf("the record does not verify: %v\n%s", err, k.said)
	}
	state := v.State()
	if !all {
		return
	}
	final := must[uint64](t)(k.final(ctx))
	if got := state.Chain().Last; got != final {
		t.Fatalf("the record follows the chain to block %d, and block %d is final", got, final)
	}
	// A fresh sync, event for event.
	fresh := &journal{from: k.plan.Contracts.Block}
	_, err = follow(t, k.instance, fresh).Step(ctx, true)
	ok(t, err)
	var events []badge.Event
	raws := must[[][]byte](t)(s.Entries(ctx, 0, int(head.Size)))
	decisions, anchored := 0, 0
	for i, raw := range raws {
		e := must[record.Entry](t)(record.Decode(raw))
		if e.Kind != record.KindChain {
			continue
		}
		var r record.ChainRange
		ok(t, document.Unmarshal(e.Body, &r))
		var list []badge.Event
		ok(t, document.Unmarshal(must[[]byte](t)(s.Blob(ctx, r.Events)), &list))
		events = append(events, list...)
		if matters(raw) {
			decisions++
			for _, a := range state.Anchors() {
				if a.Size > int64(i) {
					anchored++
					break
				}
			}
		}
	}
	want := fresh.events()
	if len(events) != len(want) {
		t.Fatalf("%d events are recorded, and a fresh sync has %d", len(events), len(want))
	}
	for i := range want {
		if events[i] != want[i] {
			t.Fatalf("event %d is recorded as %+v, and a fresh sync has %+v", i, events[i], want[i])
		}
	}
	if !state.Badges().Equal(folded(t, want)) {
		t.Fatal("the badges are not those of a fresh sync")
	}
	if decisions == 0 || anchored != decisions {
		t.Fatalf("%d of %d decisions are anchored", anchored, decisions)
	}
	k.checkAnchors(t, s, state)
	t.Logf("%d events and %d badges as a fresh sync has them; %d decisions in %d anchors, %d transactions", len(events), state.Badges().Len(), decisions, len(state.Anchors()), must[uint64](t)(k.chain.FinalNonce(ctx)))
}

// checkAnchors compares the contract's anchors with the record's, and looks for wasted and missing nonces.
func (k *killed) checkAnchors(t testing.TB, s *store.Store, state *replay.State) {
	t.Helper()
	ctx := t.Context()
	after := int64(0)
	for _, a := range state.Anchors() {
		m, found, err := k.chain.FirstAbove(ctx, after)
		if ok(t, err); !found || m.Tx != a.Tx || m.Size != a.Size {
			t.Fatalf("after size %d the chain has %+v, and the record %+v", after, m, a)
		}
		after = a.Size
	}
	if m, found, err := k.chain.FirstAbove(ctx, after); found || err != nil {
		t.Fatalf("the chain has an anchor that the record has not: %+v, %v\n%s", m, err, k.said)
	}
	if waiting, err := s.Outbox().Unsettled(ctx); len(waiting) > 0 || err != nil {
		t.Fatalf("%d attempts are not settled: %v", len(waiting), err)
	}
	// Every transaction of the account, by nonce: each is there, and each anchored something or was refused at once.
	sender, nonces := crypto.PubkeyToAddress(k.sender.PublicKey), map[uint64]common.Hash{}
	anchors := map[common.Hash]bool{}
	for _, a := range state.Anchors() {
		anchors[a.Tx] = true
	}
	refused := 0
	signer := types.LatestSignerForChainID(big.NewInt(devnet.ChainID))
	for n := uint64(0); n <= must[uint64](t)(k.net.Client().BlockNumber(ctx)); n++ {
		for _, tx := range must[*types.Block](t)(k.net.Client().BlockByNumber(ctx, new(big.Int).SetUint64(n))).Transactions() {
			if from, err := types.Sender(signer, tx); err != nil || from != sender {
				continue
			}
			if other, ok := nonces[tx.Nonce()]; ok {
				t.Fatalf("nonce %d is used by %s and %s", tx.Nonce(), other, tx.Hash())
			}
			nonces[tx.Nonce()] = tx.Hash()
			if !anchors[tx.Hash()] {
				refused++
			}
		}
	}
	for n := range uint64(len(nonces)) {
		if _, ok := nonces[n]; !ok {
			t.Fatalf("nonce %d of %d was left out", n, len(nonces))
		}
	}
	if next := must[uint64](t)(k.chain.NextNonce(ctx)); next != uint64(len(nonces)) || len(nonces) != len(anchors)+refused {
		t.Fatalf("%d nonces are used, %d transactions are there, %d anchors", next, len(nonces), len(anchors))
	}
	t.Logf("%d nonces without a gap, of which %d anchored nothing", len(nonces), refused)
}

// finish lets the process live until everything is recorded.
func (k *killed) finish(t testing.TB) {
	t.Helper()
	k.holders++
	k.mint(t, k.grant(t, 1000+k.holders, safety, 1))
	k.start(t, false)
	end := time.Now().Add(3 * time.Minute)
	for quiet := 0; quiet < 5; {
		if time.Now().After(end) {
			t.Fatalf("not everything is anchored: %s\n%s", k.where(t), k.said)
		}
		k.finalize(t)
		k.wait(200 * time.Millisecond)
		if k.settled(t) {
			quiet++
		} else {
			quiet = 0
		}
	}
	k.kill(t)
	k.check(t, true)
}

// where says how far everything has come.
func (k *killed) where(t testing.TB) string {
	t.Helper()
	ctx := t.Context()
	s := must[*store.Store](t)(store.OpenSQLite(filepath.Join(k.dir, "peritus.db"), store.Options{ReadOnly: true}))
	defer func() { ok(t, s.Close()) }()
	head := must[*types.Header](t)(k.net.Client().HeaderByNumber(ctx, nil))
	said := fmt.Sprintf("block %s, base fee %s, %d mined and %d final of the account, size %d at the contract, attempts",
		head.Number, head.BaseFee, must[uint64](t)(k.chain.NextNonce(ctx)), must[uint64](t)(k.chain.FinalNonce(ctx)), must[int64](t)(k.chain.Anchored(ctx)))
	for _, a := range must[[]anchor.Attempt](t)(s.Outbox().Unsettled(ctx)) {
		said += fmt.Sprintf(" [nonce %d size %d tip %d cap %d]", a.Nonce, a.Size, a.Fees.Tip, a.Fees.Cap)
	}
	return said
}

// settled reports whether the record has followed the chain to the end and everything in it is anchored.
func (k *killed) settled(t testing.TB) bool {
	t.Helper()
	ctx := t.Context()
	s := must[*store.Store](t)(store.OpenSQLite(filepath.Join(k.dir, "peritus.db"), store.Options{ReadOnly: true}))
	defer func() { ok(t, s.Close()) }()
	waiting, err := s.Outbox().Unsettled(ctx)
	ok(t, err)
	raws := must[[][]byte](t)(s.Entries(ctx, 0, 1<<20))
	var last record.ChainRange
	size, decided := int64(0), int64(0)
	for i, raw := range raws {
		e := must[record.Entry](t)(record.Decode(raw))
		switch e.Kind {
		case record.KindChain:
			ok(t, document.Unmarshal(e.Body, &last))
			if matters(raw) {
				decided = int64(i) + 1
			}
		case record.KindAnchored:
			var a record.Anchored
			ok(t, document.Unmarshal(e.Body, &a))
			size = a.Size
		}
	}
	final, err := k.final(ctx)
	ok(t, err)
	return len(waiting) == 0 && last.To == final && size >= decided
}
