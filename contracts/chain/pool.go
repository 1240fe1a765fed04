package chain

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/endpoints"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

var (
	_ anchor.Chain = (*Pool)(nil)
	_ replay.Chain = (*Pool)(nil)
)

// checking is how long a check may take, which is many questions.
const checking = time.Hour

// PoolConfig says which endpoints, and how many of them must say the same.
type PoolConfig struct {
	Clients   []*ethclient.Client // as [endpoints.Dial] connects them; the caller closes them
	Contracts record.Chain
	Sender    *ecdsa.PrivateKey // nil if nothing is to be anchored
	Quorum    int               // 0 is more than half
	// Patience is how long a question may take; 0 is 15 seconds. Grace is how long the others are waited for when enough
	// have answered, where more answers make a better one; 0 is a second.
	Patience, Grace time.Duration
	Logger          *slog.Logger // for endpoints that fail or come back; nil discards
}

// Pool asks several endpoints at once. What it says of the chain, enough of them say:
//
//   - of a block, a transaction or an event, they say the same;
//   - a number that grows (the finalized block, the size that is anchored, a nonce) has been reached by that many;
//   - fees are the lower median of the answers;
//   - a transaction is sent to all.
//
// So fewer than a quorum of endpoints that lag, fail or lie change nothing. A single endpoint is believed.
type Pool struct{ q *endpoints.Quorum[*Chain] }

// OpenPool returns a pool. Endpoints that do not answer are asked again later, as long as a quorum does; one that is on
// another chain is a mistake in the configuration, and an error.
func OpenPool(ctx context.Context, cfg PoolConfig) (*Pool, error) {
	var chains []*Chain
	for _, client := range cfg.Clients {
		c, err := newChain(Config{Client: client, Contracts: cfg.Contracts, Sender: cfg.Sender})
		if err != nil {
			return nil, err
		}
		chains = append(chains, c)
	}
	q, err := endpoints.New(endpoints.Config[*Chain]{Endpoints: chains, Need: cfg.Quorum, Patience: cfg.Patience, Grace: cfg.Grace, Answer: answer})
	if err != nil {
		return nil, err
	}
	out := endpoints.Ask(ctx, q, q.Patience, 5*q.Grace, func(ctx context.Context, c *Chain) (struct{}, error) { return struct{}{}, c.check(ctx) },
		func(given []struct{}) bool { return len(given) >= q.Need })
	if len(out.Given) < q.Need || errors.Is(out.Failed, ErrWrongChain) {
		return nil, out.Failed
	}
	q.Logger = cmp.Or(cfg.Logger, q.Logger)
	for _, err := range out.Failed {
		q.Logger.WarnContext(ctx, "an endpoint of the chain fails", slog.Any("error", err))
	}
	return &Pool{q}, nil
}

// answer reports whether an error is what the chain says: a refusal of the contract, of the node, or a refutation.
func answer(err error) bool {
	var refusal *Refusal
	return errors.As(err, &refusal) || refutes(err) || errors.Is(err, anchor.ErrNonceUsed) || errors.Is(err, anchor.ErrUnderpriced)
}

func refutes(err error) bool { return errors.Is(err, replay.ErrRefuted) }

// Endpoints returns each endpoint by itself, as a follower takes them.
func (p *Pool) Endpoints() []*Chain { return p.q.Endpoints }

// Sender returns the address of the account that anchors, zero if the pool was opened without its key.
func (p *Pool) Sender() common.Address { return p.q.Endpoints[0].account }

// Anchored implements [anchor.Chain].
func (p *Pool) Anchored(ctx context.Context) (int64, error) {
	return endpoints.Reached(ctx, p.q, "the anchored size", func(ctx context.Context, c *Chain) (int64, error) { return c.Anchored(ctx) })
}

// NextNonce implements [anchor.Chain].
func (p *Pool) NextNonce(ctx context.Context) (uint64, error) {
	return endpoints.Reached(ctx, p.q, "the sender's nonce", func(ctx context.Context, c *Chain) (uint64, error) { return c.NextNonce(ctx) })
}

// FinalNonce implements [anchor.Chain].
func (p *Pool) FinalNonce(ctx context.Context) (uint64, error) {
	return endpoints.Reached(ctx, p.q, "the sender's final nonce", func(ctx context.Context, c *Chain) (uint64, error) { return c.FinalNonce(ctx) })
}

// Fees implements [anchor.Chain].
func (p *Pool) Fees(ctx context.Context) (anchor.Fees, error) {
	given, err := endpoints.All(ctx, p.q, "the fees", func(ctx context.Context, c *Chain) (anchor.Fees, error) { return c.Fees(ctx) })
	if err != nil {
		return anchor.Fees{}, err
	}
	median := func(of func(anchor.Fees) uint64) uint64 {
		slices.SortFunc(given, func(a, b anchor.Fees) int { return cmp.Compare(of(a), of(b)) })
		return of(given[(len(given)-1)/2])
	}
	tip, limit := median(func(f anchor.Fees) uint64 { return f.Tip }), median(func(f anchor.Fees) uint64 { return f.Cap })
	return anchor.Fees{Tip: min(tip, limit), Cap: limit}, nil
}

// Sign implements [anchor.Chain]. A quorum must say that the contract would take the call.
func (p *Pool) Sign(ctx context.Context, call anchor.Call) (anchor.Signed, error) {
	gas, err := endpoints.All(ctx, p.q, fmt.Sprintf("what anchoring size %d costs", call.Size), func(ctx context.Context, c *Chain) (uint64, error) { return c.gas(ctx, call) })
	if err != nil {
		return anchor.Signed{}, err
	}
	return p.q.Endpoints[0].sign(call, slices.Max(gas))
}

// Broadcast implements [anchor.Chain]. It sends to all, and it is enough that one takes it, unless a quorum wants more for it.
func (p *Pool) Broadcast(ctx context.Context, raw []byte) error {
	out := endpoints.Ask(ctx, p.q, p.q.Patience, p.q.Grace, func(ctx context.Context, c *Chain) (struct{}, error) { return struct{}{}, c.Broadcast(ctx, raw) },
		func(given []struct{}) bool { return true })
	underpriced := 0
	for _, err := range out.Failed {
		if errors.Is(err, anchor.ErrUnderpriced) {
			underpriced++
		}
	}
	if len(out.Given) > 0 && underpriced < p.q.Need {
		return nil
	}
	for _, sentinel := range []error{anchor.ErrUnderpriced, anchor.ErrNonceUsed} {
		for _, err := range out.Failed {
			if errors.Is(err, sentinel) {
				return err
			}
		}
	}
	return fmt.Errorf("chain: sending: %w", out.Failed)
}

// place is what became of a transaction.
type place struct {
	anchor.Mined
	found bool
}

// Mined implements [anchor.Chain].
func (p *Pool) Mined(ctx context.Context, tx common.Hash) (anchor.Mined, bool, error) {
	at, err := endpoints.Agree(ctx, p.q, p.q.Patience, fmt.Sprintf("transaction %s", tx), func(ctx context.Context, c *Chain) (place, error) {
		m, found, err := c.Mined(ctx, tx)
		return place{m, found}, err
	})
	return at.Mined, at.found, err
}

// FirstAbove implements [anchor.Chain].
func (p *Pool) FirstAbove(ctx context.Context, size int64) (anchor.Mined, bool, error) {
	at, err := endpoints.Agree(ctx, p.q, p.q.Patience, fmt.Sprintf("the first anchor above size %d", size), func(ctx context.Context, c *Chain) (place, error) {
		m, found, err := c.FirstAbove(ctx, size)
		return place{m, found}, err
	})
	return at.Mined, at.found, err
}

// Finalized implements [anchor.Chain].
func (p *Pool) Finalized(ctx context.Context) (anchor.Block, error) {
	number, err := endpoints.Reached(ctx, p.q, "the finalized block", func(ctx context.Context, c *Chain) (uint64, error) {
		b, err := c.Finalized(ctx)
		return b.Number, err
	})
	if err != nil {
		return anchor.Block{}, err
	}
	return p.Block(ctx, number)
}

// Block implements [anchor.Chain].
func (p *Pool) Block(ctx context.Context, number uint64) (anchor.Block, error) {
	return endpoints.Agree(ctx, p.q, p.q.Patience, fmt.Sprintf("block %d", number), func(ctx context.Context, c *Chain) (follower.Block, error) { return c.Block(ctx, number) })
}

// CheckGenesis implements [replay.Chain].
func (p *Pool) CheckGenesis(ctx context.Context, want document.Digest) error {
	return p.verdict(ctx, "the genesis", func(ctx context.Context, c *Chain) error { return c.CheckGenesis(ctx, want) })
}

// CheckRange implements [replay.Chain].
func (p *Pool) CheckRange(ctx context.Context, r record.ChainRange, events []badge.Event, keep func([]badge.Event) []badge.Event) error {
	return p.verdict(ctx, fmt.Sprintf("blocks %d to %d", r.From, r.To), func(ctx context.Context, c *Chain) error { return c.CheckRange(ctx, r, events, keep) })
}

// CheckAnchor implements [replay.Chain].
func (p *Pool) CheckAnchor(ctx context.Context, a record.Anchored) error {
	return p.verdict(ctx, fmt.Sprintf("the anchor of size %d", a.Size), func(ctx context.Context, c *Chain) error { return c.CheckAnchor(ctx, a) })
}

// CheckWallet implements [replay.Chain].
func (p *Pool) CheckWallet(ctx context.Context, account common.Address, digest [32]byte, proof wallet.Proof, answer wallet.Answer) error {
	return p.verdict(ctx, fmt.Sprintf("the wallet %s", account), func(ctx context.Context, c *Chain) error {
		return c.CheckWallet(ctx, account, digest, proof, answer)
	})
}

// verdict returns nil if a quorum confirms something, and a refutation if a quorum refutes it.
func (p *Pool) verdict(ctx context.Context, what string, check func(context.Context, *Chain) error) error {
	return endpoints.Verdict(ctx, p.q, checking, what, refutes, check)
}
