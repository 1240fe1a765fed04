package chain

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/attestations/wallet"
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

// ErrDisagree says that endpoints answered, and that too few of them said the same.
var ErrDisagree = errors.New("the endpoints disagree")

// PoolConfig says which endpoints, and how many of them must say the same.
type PoolConfig struct {
	Clients   []*ethclient.Client // as [Dial] connects them; the caller closes them
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
type Pool struct {
	chains          []*Chain
	quorum          int
	patience, grace time.Duration
	log             *slog.Logger

	mu     sync.Mutex
	failed []bool // whether the last question to an endpoint went unanswered
}

// OpenPool returns a pool. Endpoints that do not answer are asked again later, as long as a quorum does; one that is on
// another chain is a mistake in the configuration, and an error.
func OpenPool(ctx context.Context, cfg PoolConfig) (*Pool, error) {
	n := len(cfg.Clients)
	p := &Pool{
		quorum: cmp.Or(cfg.Quorum, n/2+1), patience: cmp.Or(cfg.Patience, 15*time.Second), grace: cmp.Or(cfg.Grace, time.Second),
		log: slog.New(slog.DiscardHandler), failed: make([]bool, n),
	}
	if n == 0 {
		return nil, errors.New("chain: name at least one endpoint of the chain")
	}
	if p.quorum < 1 || p.quorum > n {
		return nil, fmt.Errorf("chain: %d of %d endpoints cannot agree; the quorum is between 1 and %d", p.quorum, n, n)
	}
	for _, client := range cfg.Clients {
		c, err := newChain(Config{Client: client, Contracts: cfg.Contracts, Sender: cfg.Sender})
		if err != nil {
			return nil, err
		}
		p.chains = append(p.chains, c)
	}
	out := ask(ctx, p, p.patience, 5*p.grace, func(ctx context.Context, c *Chain) (struct{}, error) { return struct{}{}, c.check(ctx) },
		func(given []struct{}) bool { return len(given) >= p.quorum })
	if len(out.given) < p.quorum || errors.Is(out.failed, ErrWrongChain) {
		return nil, out.failed
	}
	p.log = cmp.Or(cfg.Logger, p.log)
	for _, err := range out.failed {
		p.log.WarnContext(ctx, "an endpoint of the chain fails", slog.Any("error", err))
	}
	return p, nil
}

// Endpoints returns each endpoint by itself, as a follower takes them.
func (p *Pool) Endpoints() []*Chain { return p.chains }

// Sender returns the address of the account that anchors, zero if the pool was opened without its key.
func (p *Pool) Sender() common.Address { return p.chains[0].account }

// answers is what endpoints said to one question.
type answers[T any] struct {
	given  []T // in the order in which they came
	failed failures
}

// failures are errors in one line.
type failures []error

func (f failures) Error() string {
	if len(f) == 0 {
		return "no endpoint answered in time"
	}
	text := f[0].Error()
	for _, err := range f[1:] {
		text += "; " + err.Error()
	}
	return text
}

func (f failures) Unwrap() []error { return f }

// ask asks all endpoints at once, until all have answered, patience ends, or the grace is over that begins with enough
// answers.
func ask[T any](ctx context.Context, p *Pool, patience, grace time.Duration, question func(context.Context, *Chain) (T, error), enough func([]T) bool) answers[T] {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel() // also what is not needed any more
	type answer struct {
		from  int
		value T
		err   error
	}
	came := make(chan answer, len(p.chains))
	for i, c := range p.chains {
		go func() {
			v, err := question(ctx, c)
			came <- answer{i, v, err}
		}()
	}
	var out answers[T]
	var over <-chan time.Time
	for range p.chains {
		var a answer
		select {
		case <-over:
			return out
		case a = <-came: // every question ends with its context
		}
		p.note(ctx, a.from, a.err)
		if a.err != nil {
			out.failed = append(out.failed, fmt.Errorf("endpoint %d: %w", a.from+1, a.err))
			continue
		}
		out.given = append(out.given, a.value)
		switch {
		case over != nil || !enough(out.given):
		case grace == 0:
			return out
		default:
			timer := time.NewTimer(grace)
			defer timer.Stop()
			over = timer.C
		}
	}
	return out
}

// all asks all endpoints, and returns what was said when a quorum had answered and the grace was over.
func all[T any](ctx context.Context, p *Pool, what string, question func(context.Context, *Chain) (T, error)) ([]T, error) {
	out := ask(ctx, p, p.patience, p.grace, question, func(given []T) bool { return len(given) >= p.quorum })
	if len(out.given) < p.quorum {
		return nil, fmt.Errorf("chain: asking for %s: %w", what, out.failed)
	}
	return out.given, nil
}

// note logs when an endpoint begins to fail, and when it answers again. A refusal of the contract is an answer.
func (p *Pool) note(ctx context.Context, i int, err error) {
	var refusal *Refusal
	fails := err != nil && !errors.As(err, &refusal) && !errors.Is(err, replay.ErrRefuted) &&
		!errors.Is(err, anchor.ErrNonceUsed) && !errors.Is(err, anchor.ErrUnderpriced)
	p.mu.Lock()
	changed := p.failed[i] != fails
	p.failed[i] = fails
	p.mu.Unlock()
	switch {
	case changed && fails:
		p.log.WarnContext(ctx, "an endpoint of the chain fails", slog.Int("endpoint", i+1), slog.Any("error", err))
	case changed:
		p.log.InfoContext(ctx, "an endpoint of the chain answers again", slog.Int("endpoint", i+1))
	}
}

// agree returns the first answer that a quorum gives.
func agree[T comparable](ctx context.Context, p *Pool, patience time.Duration, what string, question func(context.Context, *Chain) (T, error)) (T, error) {
	counts := map[T]int{}
	var agreed, none T
	found := false
	out := ask(ctx, p, patience, 0, question, func(given []T) bool {
		agreed = given[len(given)-1]
		counts[agreed]++
		found = counts[agreed] == p.quorum
		return found
	})
	switch {
	case found:
		return agreed, nil
	case len(counts) > 1 && len(out.failed) > 0:
		return none, fmt.Errorf("chain: %w on %s: they gave %d different answers, and %d must say the same (%w)", ErrDisagree, what, len(counts), p.quorum, out.failed)
	case len(counts) > 1:
		return none, fmt.Errorf("chain: %w on %s: they gave %d different answers, and %d must say the same", ErrDisagree, what, len(counts), p.quorum)
	}
	return none, fmt.Errorf("chain: asking for %s: %w", what, out.failed)
}

// reached returns the largest number that a quorum has reached.
func reached[T cmp.Ordered](ctx context.Context, p *Pool, what string, question func(context.Context, *Chain) (T, error)) (T, error) {
	numbers, err := all(ctx, p, what, question)
	if err != nil {
		var none T
		return none, err
	}
	slices.Sort(numbers)
	return numbers[len(numbers)-p.quorum], nil
}

// Anchored implements [anchor.Chain].
func (p *Pool) Anchored(ctx context.Context) (int64, error) {
	return reached(ctx, p, "the anchored size", func(ctx context.Context, c *Chain) (int64, error) { return c.Anchored(ctx) })
}

// NextNonce implements [anchor.Chain].
func (p *Pool) NextNonce(ctx context.Context) (uint64, error) {
	return reached(ctx, p, "the sender's nonce", func(ctx context.Context, c *Chain) (uint64, error) { return c.NextNonce(ctx) })
}

// FinalNonce implements [anchor.Chain].
func (p *Pool) FinalNonce(ctx context.Context) (uint64, error) {
	return reached(ctx, p, "the sender's final nonce", func(ctx context.Context, c *Chain) (uint64, error) { return c.FinalNonce(ctx) })
}

// Fees implements [anchor.Chain].
func (p *Pool) Fees(ctx context.Context) (anchor.Fees, error) {
	given, err := all(ctx, p, "the fees", func(ctx context.Context, c *Chain) (anchor.Fees, error) { return c.Fees(ctx) })
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
	gas, err := all(ctx, p, fmt.Sprintf("what anchoring size %d costs", call.Size), func(ctx context.Context, c *Chain) (uint64, error) { return c.gas(ctx, call) })
	if err != nil {
		return anchor.Signed{}, err
	}
	return p.chains[0].sign(call, slices.Max(gas))
}

// Broadcast implements [anchor.Chain]. It sends to all, and it is enough that one takes it, unless a quorum wants more for it.
func (p *Pool) Broadcast(ctx context.Context, raw []byte) error {
	out := ask(ctx, p, p.patience, p.grace, func(ctx context.Context, c *Chain) (struct{}, error) { return struct{}{}, c.Broadcast(ctx, raw) },
		func(given []struct{}) bool { return true })
	underpriced := 0
	for _, err := range out.failed {
		if errors.Is(err, anchor.ErrUnderpriced) {
			underpriced++
		}
	}
	if len(out.given) > 0 && underpriced < p.quorum {
		return nil
	}
	for _, sentinel := range []error{anchor.ErrUnderpriced, anchor.ErrNonceUsed} {
		for _, err := range out.failed {
			if errors.Is(err, sentinel) {
				return err
			}
		}
	}
	return fmt.Errorf("chain: sending: %w", out.failed)
}

// place is what became of a transaction.
type place struct {
	anchor.Mined
	found bool
}

// Mined implements [anchor.Chain].
func (p *Pool) Mined(ctx context.Context, tx common.Hash) (anchor.Mined, bool, error) {
	at, err := agree(ctx, p, p.patience, fmt.Sprintf("transaction %s", tx), func(ctx context.Context, c *Chain) (place, error) {
		m, found, err := c.Mined(ctx, tx)
		return place{m, found}, err
	})
	return at.Mined, at.found, err
}

// FirstAbove implements [anchor.Chain].
func (p *Pool) FirstAbove(ctx context.Context, size int64) (anchor.Mined, bool, error) {
	at, err := agree(ctx, p, p.patience, fmt.Sprintf("the first anchor above size %d", size), func(ctx context.Context, c *Chain) (place, error) {
		m, found, err := c.FirstAbove(ctx, size)
		return place{m, found}, err
	})
	return at.Mined, at.found, err
}

// Finalized implements [anchor.Chain].
func (p *Pool) Finalized(ctx context.Context) (anchor.Block, error) {
	number, err := reached(ctx, p, "the finalized block", func(ctx context.Context, c *Chain) (uint64, error) {
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
	return agree(ctx, p, p.patience, fmt.Sprintf("block %d", number), func(ctx context.Context, c *Chain) (follower.Block, error) { return c.Block(ctx, number) })
}

// CheckGenesis implements [replay.Chain].
func (p *Pool) CheckGenesis(ctx context.Context, want document.Digest) error {
	return p.verdict(ctx, "the genesis", func(ctx context.Context, c *Chain) error { return c.CheckGenesis(ctx, want) })
}

// CheckRange implements [replay.Chain].
func (p *Pool) CheckRange(ctx context.Context, r record.ChainRange, events []badge.Event) error {
	return p.verdict(ctx, fmt.Sprintf("blocks %d to %d", r.From, r.To), func(ctx context.Context, c *Chain) error { return c.CheckRange(ctx, r, events) })
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
	var mu sync.Mutex
	var refutation error
	confirmed, err := agree(ctx, p, checking, what, func(ctx context.Context, c *Chain) (bool, error) {
		err := check(ctx, c)
		if errors.Is(err, replay.ErrRefuted) {
			mu.Lock()
			defer mu.Unlock()
			refutation = cmp.Or(refutation, err)
			return false, nil
		}
		return err == nil, err
	})
	if err == nil && !confirmed {
		mu.Lock()
		defer mu.Unlock()
		return refutation
	}
	return err
}
