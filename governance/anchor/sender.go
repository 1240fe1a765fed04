package anchor

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"math/bits"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

var (
	// ErrBehind says that the contract holds less than the record says is anchored for good: the endpoint lags, or serves
	// another chain.
	ErrBehind = errors.New("the chain is behind the record")
	// ErrRefused says that the contract refused an anchor after it was sent, so that it cost gas for nothing. No other is
	// sent until that is final, lest each block cost as much.
	ErrRefused = errors.New("the anchor contract refused an anchor")
	// ErrForeign says that a transaction of ours is mined and anchored something else: the contract is not the anchor.
	ErrForeign = errors.New("the contract does not do what the anchor does")
	// ErrFeeLimit says that the endpoint asks for more than the sender may offer.
	ErrFeeLimit = errors.New("the fee limit is too low")
)

// Config is what a sender is made of. The zero values of the fields after Now are usable.
type Config struct {
	Chain    Chain
	Outbox   Outbox
	Recorded func() int64         // the newest anchored size in the record, 0 if none
	Now      func() document.Time // the time

	Patience int64  // seconds that an anchor may wait to be mined before it is replaced by one that pays more; 0 is 180
	Repeat   int64  // seconds after which one that is not mined is sent again as it is, for endpoints forget; 0 is 30
	InFlight int    // most anchors that may wait to be final; 0 is 1, so that each pays for all that came in meanwhile
	MaxFee   uint64 // wei that an anchor may offer for a unit of gas; 0 is ten times what the chain asks for, or did at the first attempt
	Logger   *slog.Logger
}

// A Sender anchors checkpoints. Use it from one goroutine at a time. That several processes send for one account with one
// outbox is a waste, and does no harm.
type Sender struct {
	cfg Config

	// What follows may be lost: a successor finds it out again, and at worst sends once more what was sent.
	sent   map[common.Hash]document.Time // when the endpoint took an attempt last
	refuse map[common.Hash]bool          // attempts that the endpoint found underpriced
	mined  map[uint64]bool               // nonces that were seen in a block
	since  map[uint64]document.Time      // when a nonce was seen to be in no block any more
	found  Mined                         // an anchor that no outbox knew, so that it is searched for once
}

// New returns a sender.
func New(cfg Config) (*Sender, error) {
	if cfg.Chain == nil || cfg.Outbox == nil || cfg.Recorded == nil || cfg.Now == nil {
		return nil, errors.New("anchor: the configuration needs a Chain, an Outbox, Recorded and Now")
	}
	if cfg.Patience < 0 || cfg.Repeat < 0 || cfg.InFlight < 0 {
		return nil, errors.New("anchor: Patience, Repeat and InFlight are not negative")
	}
	cfg.Patience, cfg.Repeat, cfg.InFlight = cmp.Or(cfg.Patience, 180), cmp.Or(cfg.Repeat, 30), cmp.Or(cfg.InFlight, 1)
	cfg.Logger = cmp.Or(cfg.Logger, slog.New(slog.DiscardHandler))
	return &Sender{
		cfg:  cfg,
		sent: map[common.Hash]document.Time{}, refuse: map[common.Hash]bool{},
		mined: map[uint64]bool{}, since: map[uint64]document.Time{},
	}, nil
}

// view is the sender's account as one Step sees it.
type view struct {
	recorded  int64  // size in the record
	held      int64  // size that the contract holds at the head
	next      uint64 // the first nonce that is not mined
	want      Checkpoint
	waiting   []group // mined and not final, or not known what became of it; by nonce
	pending   []group // not mined, by nonce
	reverted  error   // an anchor that was refused, and whose size the contract does not hold
	confirmed int64   // the largest size that an attempt of ours anchored
}

// group is the attempts under one nonce, by cap.
type group []Attempt

func (g group) nonce() uint64   { return g[0].Nonce }
func (g group) newest() Attempt { return g[len(g)-1] }

// Step does the next thing that gets want anchored, or nothing if that is done or on its way; with the zero Checkpoint it only
// looks after what is on its way. It returns an anchor that is final and that the record does not have, the oldest first. The
// caller puts it in the record; until then each Step returns it again and does nothing else.
//
// All errors may pass, and the next Step tries again; but none should last.
func (s *Sender) Step(ctx context.Context, want Checkpoint) (*record.Anchored, error) {
	done, err := s.step(ctx, want)
	if err != nil {
		return nil, fmt.Errorf("anchor: %w", err)
	}
	return done, nil
}

func (s *Sender) step(ctx context.Context, want Checkpoint) (*record.Anchored, error) {
	attempts, err := s.cfg.Outbox.Unsettled(ctx)
	if err != nil {
		return nil, err
	}
	v := view{recorded: s.cfg.Recorded(), want: want}
	if len(attempts) == 0 && want.Size <= v.recorded {
		return nil, nil
	}
	// The size is read before the nonce, and both before what became of the attempts: a size that is there was then put
	// there by a nonce that counts as mined.
	if v.held, err = s.cfg.Chain.Anchored(ctx); err != nil {
		return nil, err
	}
	if v.next, err = s.cfg.Chain.NextNonce(ctx); err != nil {
		return nil, err
	}
	if v.held < v.recorded {
		return nil, fmt.Errorf("%w: the contract holds size %d, and size %d is recorded as final; check that the endpoint is in step and serves the chain of the genesis", ErrBehind, v.held, v.recorded)
	}
	done, err := s.look(ctx, &v, attempts)
	if done != nil || err != nil {
		return done, err
	}
	if v.held > max(v.recorded, v.confirmed) {
		return s.adopt(ctx, v)
	}
	if v.want.Size <= v.held {
		v.want = Checkpoint{}
	}
	return nil, s.send(ctx, v)
}

// look finds out what became of the attempts, settles the nonces of which nothing more can come, and returns the oldest anchor
// that is to be recorded.
func (s *Sender) look(ctx context.Context, v *view, attempts []Attempt) (*record.Anchored, error) {
	groups := slices.Collect(func(yield func(group) bool) {
		for len(attempts) > 0 {
			n := slices.IndexFunc(attempts, func(a Attempt) bool { return a.Nonce != attempts[0].Nonce })
			if n < 0 {
				n = len(attempts)
			}
			if !yield(attempts[:n]) {
				return
			}
			attempts = attempts[n:]
		}
	})
	at := slices.IndexFunc(groups, func(g group) bool { return g.nonce() >= v.next })
	if at < 0 {
		at = len(groups)
	}
	v.pending = groups[at:]
	if at == 0 {
		return nil, nil
	}
	// Finality is asked for first: what is then found in a final block is there for good.
	final, err := s.cfg.Chain.Finalized(ctx)
	if err != nil {
		return nil, err
	}
	for _, g := range groups[:at] {
		m, err := s.find(ctx, g)
		if err != nil {
			return nil, err
		}
		if m.Tx == (common.Hash{}) {
			used, err := s.cfg.Chain.FinalNonce(ctx)
			if err != nil {
				return nil, err
			}
			if g.nonce() < used { // it may have been mined, and become final, since it was looked for
				if m, err = s.find(ctx, g); err != nil {
					return nil, err
				}
			}
			switch {
			case m.Tx != (common.Hash{}):
			case g.nonce() < used:
				s.cfg.Logger.WarnContext(ctx, "a nonce was used by a transaction that is not ours", slog.Uint64("nonce", g.nonce()))
				if err := s.settle(ctx, g); err != nil {
					return nil, err
				}
				continue
			default:
				v.waiting = append(v.waiting, g) // the endpoint has not got its receipt yet, or it is somebody else's
				continue
			}
		}
		s.mined[g.nonce()] = true
		isFinal, err := s.final(ctx, m, final)
		if err != nil {
			return nil, err
		}
		switch {
		case !m.OK && isFinal:
			s.cfg.Logger.WarnContext(ctx, "an anchor was refused by the contract", slog.Int64("size", sizeOf(g, m.Tx)), slog.String("tx", m.Tx.Hex()))
			if err := s.settle(ctx, g); err != nil {
				return nil, err
			}
			continue
		case !m.OK && sizeOf(g, m.Tx) > v.held:
			v.reverted = fmt.Errorf("%w: transaction %s, size %d; check that the account is still the contract's sender", ErrRefused, m.Tx, sizeOf(g, m.Tx))
		case m.OK && isFinal && m.Size > v.recorded:
			return anchored(m), nil
		case m.OK && isFinal:
			if err := s.settle(ctx, g); err != nil {
				return nil, err
			}
			continue
		case m.OK:
			v.confirmed = max(v.confirmed, m.Size)
		}
		v.waiting = append(v.waiting, g)
	}
	return nil, nil
}

// find returns the transaction of a group that is mined, or the zero Mined.
func (s *Sender) find(ctx context.Context, g group) (Mined, error) {
	for _, a := range slices.Backward(g) {
		m, ok, err := s.cfg.Chain.Mined(ctx, a.Hash)
		if err != nil {
			return Mined{}, err
		}
		if !ok {
			continue
		}
		if m.OK && m.Checkpoint != a.Checkpoint {
			return Mined{}, fmt.Errorf("%w: transaction %s was to anchor size %d, root %s, and it anchored size %d, root %s", ErrForeign, a.Hash, a.Size, a.Root, m.Size, m.Root)
		}
		return m, nil
	}
	return Mined{}, nil
}

// final reports whether a transaction is in a final block: not above it, and still the block of that number.
func (s *Sender) final(ctx context.Context, m Mined, final Block) (bool, error) {
	if m.Block.Number > final.Number {
		return false, nil
	}
	b, err := s.cfg.Chain.Block(ctx, m.Block.Number)
	return b == m.Block, err
}

func (s *Sender) settle(ctx context.Context, g group) error {
	for _, a := range g {
		delete(s.sent, a.Hash)
		delete(s.refuse, a.Hash)
	}
	delete(s.mined, g.nonce())
	delete(s.since, g.nonce())
	return s.cfg.Outbox.Settle(ctx, g.nonce())
}

// adopt is for an anchor that the contract holds and of which neither record nor outbox knows: the outbox was lost. It is as
// good as one of ours, so nothing is sent until it is recorded.
func (s *Sender) adopt(ctx context.Context, v view) (*record.Anchored, error) {
	final, err := s.cfg.Chain.Finalized(ctx)
	if err != nil {
		return nil, err
	}
	m, ok := s.found, false
	if m.Size > v.recorded {
		m, ok, err = s.cfg.Chain.Mined(ctx, m.Tx)
	}
	if !ok && err == nil {
		m, ok, err = s.cfg.Chain.FirstAbove(ctx, v.recorded)
	}
	if err != nil || !ok { // it is not there any more, or the endpoints behind one address are not in step
		s.found = Mined{}
		return nil, err
	}
	if m.Tx != s.found.Tx {
		s.cfg.Logger.WarnContext(ctx, "the contract holds an anchor that the outbox does not know; it is adopted", slog.Int64("size", m.Size), slog.String("tx", m.Tx.Hex()))
	}
	s.found = m
	isFinal, err := s.final(ctx, m, final)
	if !isFinal || err != nil {
		return nil, err
	}
	return anchored(m), nil
}

// send keeps the lowest nonce that is not mined moving, or opens the next one for want.
func (s *Sender) send(ctx context.Context, v view) error {
	if len(v.pending) > 0 && v.pending[0].nonce() == v.next {
		return s.push(ctx, v, v.pending[0])
	}
	c := v.want
	if len(v.pending) > 0 {
		// A transaction that is not ours was taken back with its block, and left a gap. Ours cannot be mined before it is
		// filled.
		if fill := v.pending[0].newest(); fill.Size > max(c.Size, v.held) {
			c = fill.Checkpoint
		}
	}
	if c.Size == 0 || v.reverted != nil || len(v.pending) == 0 && len(v.waiting) >= s.cfg.InFlight {
		return v.reverted
	}
	return s.open(ctx, v.next, c)
}

// open sends the first attempt under a nonce.
func (s *Sender) open(ctx context.Context, nonce uint64, c Checkpoint) error {
	fees, err := s.cfg.Chain.Fees(ctx)
	if err != nil {
		return err
	}
	return s.attempt(ctx, Call{Checkpoint: c, Nonce: nonce, Fees: fees.within(s.limit(fees))})
}

// push sends the newest attempt under the next nonce again, or replaces it: because it waits for too long, or the endpoint
// wants more for it, or it would be refused, since the contract holds a larger size by now.
func (s *Sender) push(ctx context.Context, v view, g group) error {
	a, now := g.newest(), s.cfg.Now()
	if s.mined[a.Nonce] { // it was in a block that is gone
		delete(s.mined, a.Nonce)
		for _, a := range g {
			delete(s.sent, a.Hash)
		}
		s.since[a.Nonce] = now
	}
	target := a.Checkpoint
	if v.want.Size > a.Size {
		target = v.want
	}
	if target.Size <= v.held {
		return nil // if it is mined all the same, that does no harm
	}
	sent, taken := s.sent[a.Hash]
	stuck := taken && now >= max(a.Created, s.since[a.Nonce]).Add(s.cfg.Patience)
	if stuck || s.refuse[a.Hash] || a.Size <= v.held {
		fees, err := s.cfg.Chain.Fees(ctx)
		if err != nil {
			return err
		}
		// Base fees fall as well: what the chain asked for at the first attempt, it may be offered in the end.
		floor, limit := a.Fees.raised(), s.limit(Fees{Cap: max(fees.Cap, g[0].Fees.Cap)})
		if floor.Cap <= limit {
			delete(s.refuse, a.Hash)
			fees = Fees{max(fees.Tip, floor.Tip), max(fees.Cap, floor.Cap)}
			return s.attempt(ctx, Call{Checkpoint: target, Nonce: a.Nonce, Fees: fees.within(limit)})
		}
		if s.refuse[a.Hash] {
			return fmt.Errorf("%w: %d wei for a unit of gas are too few for the endpoint, and at most %d may be offered", ErrFeeLimit, a.Fees.Cap, limit)
		}
	}
	if taken && now < sent.Add(s.cfg.Repeat) {
		return nil
	}
	return s.broadcast(ctx, a)
}

func (s *Sender) limit(market Fees) uint64 {
	if s.cfg.MaxFee > 0 {
		return s.cfg.MaxFee
	}
	if high, ten := bits.Mul64(market.Cap, 10); high == 0 {
		return ten
	}
	return math.MaxUint64
}

// attempt signs, remembers and sends, in this order: a transaction that is out and forgotten could anchor unseen.
func (s *Sender) attempt(ctx context.Context, c Call) error {
	signed, err := s.cfg.Chain.Sign(ctx, c)
	if err != nil {
		return err
	}
	a := Attempt{Call: c, Signed: signed, Created: s.cfg.Now()}
	if err := s.cfg.Outbox.Put(ctx, a); err != nil {
		return err
	}
	return s.broadcast(ctx, a)
}

func (s *Sender) broadcast(ctx context.Context, a Attempt) error {
	switch err := s.cfg.Chain.Broadcast(ctx, a.Raw); {
	case err == nil:
		s.sent[a.Hash] = s.cfg.Now()
		return nil
	case errors.Is(err, ErrNonceUsed):
		return nil // the next Step sees what by
	case errors.Is(err, ErrUnderpriced):
		s.refuse[a.Hash] = true
		s.cfg.Logger.InfoContext(ctx, "an anchor is underpriced and will be replaced", slog.Int64("size", a.Size), slog.Uint64("cap", a.Fees.Cap), slog.Any("error", err))
		return nil
	default:
		return fmt.Errorf("sending size %d: %w", a.Size, err)
	}
}

// raised returns the least fees that replace a transaction with these: both a tenth higher, rounded up.
func (f Fees) raised() Fees { return Fees{raised(f.Tip), raised(f.Cap)} }

func raised(fee uint64) uint64 {
	sum, carry := bits.Add64(fee, max(fee/10+min(fee%10, 1), 1), 0)
	if carry != 0 {
		return math.MaxUint64
	}
	return sum
}

// within returns the fees with neither above a limit.
func (f Fees) within(limit uint64) Fees { return Fees{min(f.Tip, limit), min(f.Cap, limit)} }

func sizeOf(g group, tx common.Hash) int64 {
	at := slices.IndexFunc(g, func(a Attempt) bool { return a.Hash == tx })
	return g[at].Size
}

func anchored(m Mined) *record.Anchored {
	return &record.Anchored{
		Size: m.Size, Root: document.Digest(m.Root), Tx: m.Tx,
		Block: m.Block.Number, BlockHash: m.Block.Hash, BlockTime: document.Time(m.Block.Time),
	}
}
