package governance

import (
	"context"
	"errors"
	"log/slog"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// maxGroup is how many requests share one transaction at most. A request never waits for company: a group is what has
// come while the one before was made durable.
const maxGroup = 1024

// request is one entry on its way into the log.
type request struct {
	// build returns the entry as of the moment when it is written, the bytes that it names, and its signature if that is
	// recovered already. The committer fills in the time.
	build    func(*writer) (record.Entry, [][]byte, *replay.Seal, error)
	keepTime bool   // the entry brings its own time: only the genesis does
	due      bool   // the entry follows from the record, and may open what was sealed
	sealed   []byte // what the entry commits to; not for the public

	// The answer, set before done is closed.
	done    chan struct{}
	receipt record.Receipt
	err     error
}

// submit hands a request to the committer and waits for its answer. When ctx ends first, the entry may be written all
// the same, and asking again tells.
func (s *Service) submit(ctx context.Context, r *request) (record.Receipt, error) {
	r.done = make(chan struct{})
	select {
	case s.requests <- r:
	case <-s.done:
		return record.Receipt{}, errStopping
	case <-ctx.Done():
		return record.Receipt{}, ctx.Err()
	}
	select {
	case <-r.done:
		return r.receipt, r.err
	case <-s.done:
		select {
		case <-r.done: // the last group
			return r.receipt, r.err
		default:
			return record.Receipt{}, errStopping
		}
	case <-ctx.Done():
		return record.Receipt{}, ctx.Err()
	}
}

var errStopping = refusal.New(refusal.Unavailable, "stopping", "", "the service is stopping; send it again in a moment")

// commit is the committer: it writes groups of requests until ctx ends.
func (s *Service) commit(ctx context.Context) {
	defer close(s.done)
	for {
		var group []*request
		select {
		case r := <-s.requests:
			group = append(group, r)
		case <-ctx.Done():
			return
		}
		for len(group) < maxGroup {
			select {
			case r := <-s.requests:
				group = append(group, r)
				continue
			default:
			}
			break
		}
		// What is begun is ended, whoever stops waiting.
		s.write(context.WithoutCancel(ctx), group)
		for _, r := range group {
			close(r.done)
		}
	}
}

// writer is one transaction in the making. It reads blobs from the group first, then from the transaction.
type writer struct {
	ctx   context.Context
	tx    Tx
	state *replay.State
	now   document.Time
	batch *record.Batch
	blobs map[document.Digest][]byte // of the entries taken so far
	extra map[document.Digest][]byte // of the entry at hand

	sealed map[document.Digest][]byte // what the entries taken so far commit to
	due    bool                       // the entry at hand may open it
}

// Blob implements [replay.Blobs].
func (w *writer) Blob(d document.Digest) ([]byte, error) {
	if raw, ok := w.extra[d]; ok {
		return raw, nil
	}
	if raw, ok := w.blobs[d]; ok {
		return raw, nil
	}
	if raw, ok := w.sealed[d]; ok && w.due {
		return raw, nil
	}
	raw, err := w.tx.Blob(w.ctx, d)
	if errors.Is(err, replay.ErrNoBlob) && w.due {
		return w.tx.Sealed(w.ctx, d)
	}
	return raw, err
}

// ReadHashes implements [record.HashReader] over the transaction and the group.
func (w *writer) ReadHashes(ids []int64) ([]record.Hash, error) {
	out := make([]record.Hash, len(ids))
	var stored []int64
	var places []int
	for i, id := range ids {
		if first := w.batch.First(); id >= first {
			hs, err := w.batch.ReadHashes([]int64{id})
			if err != nil {
				return nil, err
			}
			out[i] = hs[0]
			continue
		}
		stored, places = append(stored, id), append(places, i)
	}
	if len(stored) == 0 {
		return out, nil
	}
	hashes, err := w.tx.Hashes(w.ctx, stored)
	if err != nil {
		return nil, err
	}
	for i, h := range hashes {
		out[places[i]] = h
	}
	return out, nil
}

// write applies a group and makes it durable in one transaction. Each request ends with a receipt or an error; one that
// is refused leaves no trace.
func (s *Service) write(ctx context.Context, group []*request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range group {
		r.err = errNotWritten
	}
	var batch *record.Batch
	var note []byte
	type place struct {
		index int64
		raw   []byte
	}
	taken := make(map[*request]place, len(group))
	touched := false // the state has gone beyond the store
	err := s.store.Commit(ctx, func(tx Tx) error {
		// Another process may have written since.
		if err := s.follow(ctx, tx, s.state); err != nil {
			touched = errors.Is(err, replay.ErrTainted)
			return err
		}
		w := &writer{ctx: ctx, tx: tx, state: s.state, batch: s.state.Tree().Batch(), blobs: map[document.Digest][]byte{}, sealed: map[document.Digest][]byte{}}
		batch = w.batch
		old := s.state.Size()
		var raws [][]byte
		var changes replay.Changes
		for _, r := range group {
			raw, c, err := s.take(w, r)
			touched = touched || err == nil
			if errors.Is(err, replay.ErrTainted) {
				touched, r.err = true, err
				return err
			}
			r.err = err
			if err != nil {
				continue
			}
			taken[r] = place{w.batch.Append(raw), raw}
			raws = append(raws, raw)
			changes.Merge(c)
		}
		if len(raws) == 0 {
			return errNothingTaken
		}
		signer, err := s.signerOf(s.state)
		if err != nil {
			return err
		}
		checkpoint := record.Checkpoint{Origin: signer.Name(), Size: w.batch.Size(), Root: w.batch.Root()}
		if note, err = checkpoint.Sign(signer); err != nil {
			return err
		}
		if err := tx.AppendEntries(ctx, old, raws); err != nil {
			return err
		}
		if err := tx.PutHashes(ctx, w.batch.First(), w.batch.Hashes()); err != nil {
			return err
		}
		if err := tx.PutBlobs(ctx, w.blobs); err != nil {
			return err
		}
		if err := tx.PutSealed(ctx, w.sealed); err != nil {
			return err
		}
		if err := tx.Apply(ctx, changes); err != nil {
			return err
		}
		return tx.ReplaceCheckpoint(ctx, old, Stored{Size: checkpoint.Size, Root: checkpoint.Root, Note: note})
	})
	if errors.Is(err, errNothingTaken) {
		return
	}
	if err != nil {
		s.log.ErrorContext(ctx, "commit failed", slog.Any("error", err))
		for _, r := range group {
			if _, ok := taken[r]; ok || errors.Is(r.err, errNotWritten) {
				r.err = refusal.New(refusal.Unavailable, "not-written", "", "the record could not be written, or the answer was lost; send it again, and if it was taken you get its receipt: %w", err)
			}
		}
		if touched {
			s.reload(ctx)
		}
		return
	}
	_, digest := s.state.Genesis()
	for r, at := range taken {
		proof, err := batch.ProveInclusion(at.index)
		if err != nil {
			r.err = err
			continue
		}
		r.receipt = record.Receipt{Schema: record.ReceiptSchema, Genesis: digest, Index: at.index, Entry: at.raw, Proof: proof, Checkpoint: string(note)}
	}
}

var (
	errNotWritten   = errors.New("not written")
	errNothingTaken = errors.New("nothing was taken")
)

// take builds and applies one entry.
func (s *Service) take(w *writer, r *request) ([]byte, replay.Changes, error) {
	w.now, w.extra, w.due = max(s.clock(), w.state.Time()), nil, r.due
	e, blobs, seal, err := r.build(w)
	if err != nil {
		return nil, replay.Changes{}, err
	}
	if !r.keepTime {
		e.Schema, e.Time = record.EntrySchema, w.now
	}
	raw, err := e.Encode()
	if err != nil {
		return nil, replay.Changes{}, refusal.New(refusal.Invalid, "entry", "", "%w", err)
	}
	w.extra = make(map[document.Digest][]byte, len(blobs))
	for _, b := range blobs {
		w.extra[document.Sum(b)] = b
	}
	changes, err := w.state.Apply(raw, e, seal, w)
	if err != nil {
		return nil, replay.Changes{}, err
	}
	s.forget(changes)
	for d, b := range w.extra {
		w.blobs[d] = b
	}
	if r.sealed != nil {
		w.sealed[document.Sum(r.sealed)] = r.sealed
	}
	return raw, changes, nil
}

// reload makes the state that of the store again, after a commit that failed or may have failed. Until that succeeds
// nothing can be written: every further request fails with the same error.
func (s *Service) reload(ctx context.Context) {
	if err := s.load(ctx); err != nil {
		s.log.ErrorContext(ctx, "the state could not be loaded again", slog.Any("error", err))
		s.state = replay.New(s.cfg) // the next write follows the store from entry 0
	}
}
