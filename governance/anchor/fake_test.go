package anchor_test

import (
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// tx is a transaction of the sender's account. One that somebody else sent with its key anchors nothing.
type tx struct {
	anchor.Call
	foreign bool
	hash    common.Hash
}

type block struct {
	anchor.Block
	txs []tx
}

// world is a chain with the anchor contract and one endpoint, and the database. Its methods but those of the ports are the
// script's.
type world struct {
	*outbox
	want    int64             // size of the log
	anchors []record.Anchored // the record

	blocks []block
	final  uint64
	pool   map[uint64]tx // by nonce
	asks   uint64        // what a transaction has to offer to be mined, and the endpoint suggests
	now    document.Time
	forks  int

	stranger bool   // the account is not the contract's sender
	broken   bool   // the contract emits another root
	lying    bool   // the block of a receipt is not the block of that number
	blind    int    // so many receipts are not found
	deaf     int    // so many transactions are taken and forgotten
	timeouts int    // so many transactions are taken, and the answer is lost
	stale    int64  // the endpoint's contract holds so much less
	tip      uint64 // the tip that the endpoint suggests, if it is wrong; the tenth part of what the chain asks for is mined

	// Before and after the effect of each question to chain and outbox, fault is asked whether the question fails. It may
	// also panic, and the process is dead.
	fault func(point int, what string) error
	point int
}

var (
	_ anchor.Chain  = (*world)(nil)
	_ anchor.Outbox = (*outbox)(nil)
)

var errRPC = errors.New("the endpoint does not answer")

func newWorld() *world {
	w := &world{pool: map[uint64]tx{}, asks: 100, now: 1_000_000}
	w.outbox = &outbox{world: w, rows: map[common.Hash]anchor.Attempt{}, settled: map[uint64]bool{}}
	w.seal(nil)
	return w
}

func (w *world) head() uint64 { return uint64(len(w.blocks) - 1) }

func (w *world) seal(txs []tx) {
	b := block{anchor.Block{Number: uint64(len(w.blocks)), Time: uint64(w.now)}, txs}
	text := fmt.Append(nil, w.forks, b.Number, b.Time)
	for _, t := range txs {
		text = append(text, t.hash[:]...)
	}
	b.Hash = crypto.Keccak256Hash(text)
	w.blocks = append(w.blocks, b)
}

// mine makes a block of what is in the pool and pays enough.
func (w *world) mine() {
	w.now += 12
	var txs []tx
	for nonce := w.nonce(w.head()); ; nonce++ {
		t, ok := w.pool[nonce]
		if !ok || t.Fees.Cap < w.asks || t.Fees.Tip < w.asks/20 {
			break
		}
		delete(w.pool, nonce)
		txs = append(txs, t)
	}
	w.seal(txs)
}

// foreign makes a block of a transaction that is not ours.
func (w *world) foreign() {
	w.now += 12
	nonce := w.nonce(w.head())
	delete(w.pool, nonce)
	w.forks++
	w.seal([]tx{{Call: anchor.Call{Nonce: nonce}, foreign: true, hash: crypto.Keccak256Hash(fmt.Append(nil, "foreign", nonce, w.forks))}})
}

// reorganise replaces the last blocks, with an empty one; their transactions are back in the pool, or forgotten.
func (w *world) reorganise(depth uint64, keep bool) {
	at := w.head() + 1 - depth
	gone := w.blocks[at:]
	w.blocks = slices.Clone(w.blocks[:at])
	w.forks++
	w.seal(nil)
	for _, b := range gone {
		for _, t := range b.txs {
			if keep && !t.foreign {
				w.pool[t.Nonce] = t
			}
		}
	}
}

// finalize makes all but the last few blocks final.
func (w *world) finalize(but uint64) { w.final = max(w.final, w.head()-min(but, w.head())) }

func (w *world) nonce(at uint64) uint64 {
	n := uint64(7) // the account was used before
	for _, b := range w.blocks[:at+1] {
		n += uint64(len(b.txs))
	}
	return n
}

// history returns what the contract holds and by which transactions, oldest first; and all others of the account.
func (w *world) history(at uint64) (anchored, others []anchor.Mined) {
	held := int64(0)
	for _, b := range w.blocks[:at+1] {
		for _, t := range b.txs {
			m := anchor.Mined{Tx: t.hash, Block: b.Block, OK: t.foreign}
			if t.foreign || w.stranger || t.Size <= held {
				others = append(others, m)
				continue
			}
			held, m.OK, m.Checkpoint = t.Size, true, t.Checkpoint
			if w.broken {
				m.Root[0]++
			}
			anchored = append(anchored, m)
		}
	}
	return anchored, others
}

func (w *world) held() int64 {
	if anchored, _ := w.history(w.head()); len(anchored) > 0 {
		return anchored[len(anchored)-1].Size
	}
	return 0
}

// ask is called at both ends of each question.
func (w *world) ask(what string) error {
	w.point++
	if w.fault != nil {
		return w.fault(w.point, what)
	}
	return nil
}

func answer[T any](w *world, what string, f func() (T, error)) (T, error) {
	var zero T
	if err := w.ask("before " + what); err != nil {
		return zero, err
	}
	v, err := f()
	if lost := w.ask("after " + what); lost != nil {
		return zero, lost
	}
	return v, err
}

func (w *world) Anchored(context.Context) (int64, error) {
	return answer(w, "Anchored", func() (int64, error) { return max(w.held()-w.stale, 0), nil })
}

func (w *world) NextNonce(context.Context) (uint64, error) {
	return answer(w, "NextNonce", func() (uint64, error) { return w.nonce(w.head()), nil })
}

func (w *world) FinalNonce(context.Context) (uint64, error) {
	return answer(w, "FinalNonce", func() (uint64, error) { return w.nonce(w.final), nil })
}

func (w *world) Fees(context.Context) (anchor.Fees, error) {
	return answer(w, "Fees", func() (anchor.Fees, error) { return anchor.Fees{Tip: cmp.Or(w.tip, w.asks/10), Cap: w.asks}, nil })
}

func (w *world) Sign(_ context.Context, c anchor.Call) (anchor.Signed, error) {
	return answer(w, "Sign", func() (anchor.Signed, error) {
		if c.Size <= w.held() {
			return anchor.Signed{}, fmt.Errorf("AnchorSize(%d, %d)", c.Size, w.held())
		}
		if c.Fees.Tip > c.Fees.Cap {
			return anchor.Signed{}, errors.New("the tip is above the cap")
		}
		raw, err := json.Marshal(c)
		return anchor.Signed{Hash: crypto.Keccak256Hash(raw), Raw: raw}, err
	})
}

func (w *world) Broadcast(_ context.Context, raw []byte) error {
	_, err := answer(w, "Broadcast", func() (any, error) {
		t := tx{hash: crypto.Keccak256Hash(raw)}
		if err := json.Unmarshal(raw, &t.Call); err != nil {
			return nil, err
		}
		if _, ok := w.rows[t.hash]; !ok {
			panic("sent before it was stored")
		}
		next := w.nonce(w.head())
		if t.Nonce < next {
			return nil, fmt.Errorf("%w: %d", anchor.ErrNonceUsed, next)
		}
		if t.Nonce > next {
			panic(fmt.Sprintf("nonce %d leaves a gap: %d are mined", t.Nonce, next))
		}
		if w.deaf > 0 {
			w.deaf--
			return nil, nil
		}
		if old, ok := w.pool[t.Nonce]; ok && old.hash != t.hash {
			enough := func(old, new uint64) bool { return new > old && new-old >= old/10 }
			if !enough(old.Fees.Tip, t.Fees.Tip) || !enough(old.Fees.Cap, t.Fees.Cap) {
				return nil, fmt.Errorf("%w: replacement", anchor.ErrUnderpriced)
			}
		}
		w.pool[t.Nonce] = t
		if w.timeouts > 0 {
			w.timeouts--
			return nil, errRPC
		}
		return nil, nil
	})
	return err
}

func (w *world) Mined(_ context.Context, hash common.Hash) (anchor.Mined, bool, error) {
	m, err := answer(w, "Mined", func() (anchor.Mined, error) {
		if w.blind > 0 {
			w.blind--
			return anchor.Mined{}, nil
		}
		anchored, others := w.history(w.head())
		for _, m := range append(anchored, others...) {
			if m.Tx == hash {
				if w.lying {
					m.Block.Hash[0]++
				}
				return m, nil
			}
		}
		return anchor.Mined{}, nil
	})
	return m, m.Tx != common.Hash{} && err == nil, err
}

func (w *world) FirstAbove(_ context.Context, size int64) (anchor.Mined, bool, error) {
	m, err := answer(w, "FirstAbove", func() (anchor.Mined, error) {
		anchored, _ := w.history(w.head())
		for _, m := range anchored {
			if m.Size > size {
				return m, nil
			}
		}
		return anchor.Mined{}, nil
	})
	return m, m.Size > 0 && err == nil, err
}

func (w *world) Finalized(context.Context) (anchor.Block, error) {
	return answer(w, "Finalized", func() (anchor.Block, error) { return w.blocks[w.final].Block, nil })
}

func (w *world) Block(_ context.Context, number uint64) (anchor.Block, error) {
	return answer(w, "Block", func() (anchor.Block, error) { return w.blocks[number].Block, nil })
}

// outbox is the database. It outlives senders.
type outbox struct {
	world   *world
	rows    map[common.Hash]anchor.Attempt
	settled map[uint64]bool
}

func (o *outbox) Unsettled(context.Context) ([]anchor.Attempt, error) {
	return answer(o.world, "Unsettled", func() ([]anchor.Attempt, error) {
		var list []anchor.Attempt
		for _, a := range o.rows {
			if !o.settled[a.Nonce] {
				list = append(list, a)
			}
		}
		slices.SortFunc(list, func(a, b anchor.Attempt) int {
			return cmp.Or(cmp.Compare(a.Nonce, b.Nonce), cmp.Compare(a.Fees.Cap, b.Fees.Cap), a.Hash.Cmp(b.Hash))
		})
		return list, nil
	})
}

func (o *outbox) Put(_ context.Context, a anchor.Attempt) error {
	_, err := answer(o.world, "Put", func() (any, error) {
		if _, ok := o.rows[a.Hash]; !ok {
			o.rows[a.Hash] = a
		}
		return nil, nil
	})
	return err
}

func (o *outbox) Settle(_ context.Context, nonce uint64) error {
	_, err := answer(o.world, "Settle", func() (any, error) { o.settled[nonce] = true; return nil, nil })
	return err
}

// attempts returns all that was ever signed under a nonce, by cap.
func (o *outbox) attempts(nonce uint64) []anchor.Attempt {
	list := slices.Collect(maps.Values(o.rows))
	list = slices.DeleteFunc(list, func(a anchor.Attempt) bool { return a.Nonce != nonce })
	slices.SortFunc(list, func(a, b anchor.Attempt) int { return cmp.Compare(a.Fees.Cap, b.Fees.Cap) })
	return list
}

// checkpoint is that of the log at a size.
func checkpoint(size int64) anchor.Checkpoint {
	return anchor.Checkpoint{Size: size, Root: record.Hash(crypto.Keccak256Hash(binary.BigEndian.AppendUint64(nil, uint64(size))))}
}
