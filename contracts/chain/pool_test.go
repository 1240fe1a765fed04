package chain_test

import (
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/contracts/endpoints"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store/storetest"
)

// pool opens endpoints with faults, one for each.
func pool(t testing.TB, in *instance, log *slog.Logger, list ...faults) (*chain.Pool, []*proxy) {
	t.Helper()
	var proxies []*proxy
	var clients []*ethclient.Client
	for i, f := range list {
		p := newProxy(t, in.net, uint64(i), f)
		client := must[*ethclient.Client](t)(endpoints.Dial(t.Context(), p.URL))
		t.Cleanup(client.Close)
		proxies, clients = append(proxies, p), append(clients, client)
	}
	p := must[*chain.Pool](t)(chain.OpenPool(t.Context(), chain.PoolConfig{
		Clients: clients, Contracts: in.plan.Contracts, Sender: in.sender, Patience: 20 * patience, Grace: 20 * time.Millisecond, Logger: log,
	}))
	return p, proxies
}

func each(p *chain.Pool) []follower.Chain {
	var out []follower.Chain
	for _, c := range p.Endpoints() {
		out = append(out, c)
	}
	return out
}

// An endpoint calls the head final. Beside two that do not, nobody believes it: no badge and no anchor is recorded from a block
// that may be taken back. Alone it is believed, and found out: the follower stops when the block is replaced, and a verifier
// with another endpoint does not confirm what was recorded.
func TestEndpointThatLiesAboutFinality(t *testing.T) {
	in, ctx := start(t), t.Context()
	ok(t, in.net.Finalize(ctx))
	final := must[follower.Block](t)(in.chain.Finalized(ctx))
	many, _ := pool(t, in, nil, faults{lies: true}, faults{}, faults{})
	alone, _ := pool(t, in, nil, faults{lies: true})
	sender := func(p *chain.Pool) (*anchor.Sender, func() *record.Anchored) {
		s := must[*anchor.Sender](t)(anchor.New(anchor.Config{
			Chain: p, Outbox: storetest.New(t).Outbox(), Recorded: func() int64 { return 0 }, Now: func() document.Time { return 1_000_000 },
		}))
		return s, func() *record.Anchored {
			done, _ := s.Step(ctx, checkpoint(5))
			return done
		}
	}
	_, step := sender(many)
	for range 3 {
		if done := step(); done != nil {
			t.Fatalf("recorded %+v", done)
		}
	}
	in.mint(t, in.grant(t, 1, safety, 3))
	ok(t, in.net.Mine(3))
	if got := must[follower.Block](t)(many.Finalized(ctx)); got != final {
		t.Errorf("block %d is final for the pool, and block %d is", got.Number, final.Number)
	}
	j := &journal{from: in.plan.Contracts.Block}
	f := must[*follower.Follower](t)(follower.New(follower.Config{Journal: j, Chains: each(many), Pause: time.Millisecond}))
	_, err := f.Step(ctx, true)
	ok(t, err)
	for range 3 {
		if done := step(); done != nil {
			t.Errorf("an anchor was recorded from block %d", done.Block)
		}
	}
	if last := j.ranges[len(j.ranges)-1]; last.To != final.Number {
		t.Errorf("recorded to block %d, and block %d is final", last.To, final.Number)
	}

	// Alone it is believed.
	lied := &journal{from: in.plan.Contracts.Block}
	f = must[*follower.Follower](t)(follower.New(follower.Config{Journal: lied, Chains: each(alone), Pause: time.Millisecond}))
	_, err = f.Step(ctx, true)
	ok(t, err)
	last := lied.ranges[len(lied.ranges)-1]
	if last.To <= final.Number {
		t.Fatalf("recorded to block %d", last.To)
	}
	r := record.ChainRange{From: last.From, To: last.To, Hash: last.Hash, Time: document.Time(last.Time)}
	if err := many.CheckRange(ctx, r, last.Events, whole); err == nil || errors.Is(err, replay.ErrRefuted) {
		t.Errorf("a verifier says of blocks that are not final: %v", err)
	}
	ok(t, in.net.Fork(final.Number))
	ok(t, in.net.AdjustTime(time.Minute))
	ok(t, in.net.Mine(8))
	if _, err := f.Step(ctx, true); !errors.Is(err, follower.ErrReorged) {
		t.Errorf("the block that it called final is gone: %v", err)
	}
	ok(t, in.net.Finalize(ctx))
	if err := many.CheckRange(ctx, r, last.Events, whole); !errors.Is(err, replay.ErrRefuted) {
		t.Errorf("a verifier says of blocks that were taken back: %v", err)
	}
}

// Whatever one of three endpoints does, the pool says what the chain says.
func TestPoolOutvotesOneEndpoint(t *testing.T) {
	for name, bad := range map[string]faults{
		"lies": {lies: true, price: 1 << 50}, "lags": {lag: 9}, "is down": {down: true}, "fails": {fail: 60}, "gives little": {most: 1}, "forgets": {drop: 100},
	} {
		t.Run(name, func(t *testing.T) {
			in, ctx := start(t), t.Context()
			in.mint(t, in.grant(t, 1, safety, 3))
			want := in.send(t, checkpoint(7))
			ok(t, in.net.Mine(1))
			ok(t, in.net.Finalize(ctx))
			head := must[uint64](t)(in.net.Client().BlockNumber(ctx))
			end := must[follower.Block](t)(in.chain.Block(ctx, head))
			r := record.ChainRange{From: in.plan.Contracts.Block, To: head, Hash: end.Hash, Time: document.Time(end.Time)}

			p, proxies := pool(t, in, nil, bad, faults{}, faults{})
			if got := must[int64](t)(p.Anchored(ctx)); got != 7 {
				t.Errorf("size %d", got)
			}
			if next, final := must[uint64](t)(p.NextNonce(ctx)), must[uint64](t)(p.FinalNonce(ctx)); next != 1 || final != 1 {
				t.Errorf("nonces %d and %d", next, final)
			}
			if got := must[anchor.Block](t)(p.Finalized(ctx)); got != end {
				t.Errorf("final is %+v", got)
			}
			m, found, err := p.FirstAbove(ctx, 0)
			if err != nil || !found || m != want {
				t.Errorf("the first anchor is %+v, %v", m, err)
			}
			if m, found, err = p.Mined(ctx, want.Tx); err != nil || !found || m != want {
				t.Errorf("the transaction is %+v, %v", m, err)
			}
			market := must[anchor.Fees](t)(in.chain.Fees(ctx))
			if fees := must[anchor.Fees](t)(p.Fees(ctx)); fees != market {
				t.Errorf("fees are %+v, and the market's %+v", fees, market)
			}
			ok(t, p.CheckGenesis(ctx, genesis))
			events := must[[]badge.Event](t)(in.chain.BadgeEvents(ctx, r.From, r.To))
			ok(t, p.CheckRange(ctx, r, events, whole))
			if err := p.CheckRange(ctx, r, events[1:], whole); !errors.Is(err, replay.ErrRefuted) {
				t.Errorf("an event is left out: %v", err)
			}
			signed := must[anchor.Signed](t)(p.Sign(ctx, anchor.Call{Checkpoint: checkpoint(8), Nonce: 1, Fees: market}))
			ok(t, p.Broadcast(ctx, signed.Raw))
			for i, proxy := range proxies[1:] {
				if proxy.counted("eth_sendRawTransaction") != 1 {
					t.Errorf("endpoint %d was not told", i+2)
				}
			}
			if bad.lies {
				// Two that say different things are no quorum, and refute nothing.
				two, _ := pool(t, in, nil, bad, faults{})
				if _, _, err := two.Mined(ctx, want.Tx); !errors.Is(err, endpoints.ErrDisagree) {
					t.Errorf("%v", err)
				}
				if err := two.CheckRange(ctx, r, events, whole); !errors.Is(err, endpoints.ErrDisagree) || errors.Is(err, replay.ErrRefuted) {
					t.Errorf("%v", err)
				}
			}
		})
	}
}

func TestPoolNeedsAQuorumOfTheRightChain(t *testing.T) {
	in := start(t)
	other := must[*devnet.Chain](t)(devnet.Start(t.Context(), devnet.Config{ChainID: 5}))
	t.Cleanup(func() { ok(t, other.Close()) })
	open := func(quorum int, clients ...*ethclient.Client) error {
		_, err := chain.OpenPool(t.Context(), chain.PoolConfig{Clients: clients, Contracts: in.plan.Contracts, Quorum: quorum, Patience: patience, Grace: time.Millisecond})
		return err
	}
	here := in.net.Client()
	dead := must[*ethclient.Client](t)(endpoints.Dial(t.Context(), "http://127.0.0.1:1/v3/secret"))
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"none":                {open(0), "at least one endpoint"},
		"quorum too large":    {open(3, here, here), "the quorum is between 1 and 2"},
		"another chain":       {open(0, here, here, other.Client()), "chain 5"},
		"one of two is there": {open(0, here, dead), "connection refused"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) || strings.Contains(c.err.Error(), "secret") || strings.Contains(c.err.Error(), "\n") {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	ok(t, open(0, here, dead, here))
	ok(t, open(1, dead, here))
}
