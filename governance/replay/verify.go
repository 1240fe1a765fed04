package replay

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
)

// Source is where a verifier reads a log from: a data folder, a server, a mirror.
type Source interface {
	Checkpoint(ctx context.Context) ([]byte, error)
	// Entries returns the entries from index first on, at least one and at most max of them.
	Entries(ctx context.Context, first int64, max int) ([][]byte, error)
	// Tile returns a hash tile of exactly the width asked for.
	Tile(ctx context.Context, t record.Tile) ([]byte, error)
	Blob(ctx context.Context, d document.Digest) ([]byte, error)
}

// Rows is a [Source] that also holds what it derived from the log. Each method returns an error that names the first
// row that differs.
type Rows interface {
	CheckHashes(ctx context.Context, first int64, want []record.Hash) error
	CheckBallots(ctx context.Context, want []Cast) error
	CheckState(ctx context.Context, want Changes, badges Badges) error
}

// Badges are all badges that the log leads to, ended ones too. A [badge.Registry] is one.
type Badges interface {
	Len() int
	Badge(id common.Hash) (badge.Badge, bool)
}

// Chain answers a verifier from the chain itself. An error wraps [ErrRefuted] if the chain says otherwise, and does not
// if it gave no answer.
type Chain interface {
	// CheckRange returns an error unless the blocks of the range are finalized, the last of them has this hash and time,
	// and of what the contracts emitted keep leaves exactly these events. It may be called more than once.
	CheckRange(ctx context.Context, r record.ChainRange, events []badge.Event, keep func([]badge.Event) []badge.Event) error
	// CheckAnchor returns an error unless the anchor contract emitted this checkpoint on that finalized block.
	CheckAnchor(ctx context.Context, a record.Anchored) error
	// CheckGenesis returns an error unless the anchor contract pins this digest.
	CheckGenesis(ctx context.Context, d document.Digest) error
	// CheckWallet returns an error unless the account's contract vouches for the signature of a digest at the answer's block,
	// as the answer says. It wraps [wallet.ErrWalletUnproven] if the chain's endpoint has no state of that block any more.
	CheckWallet(ctx context.Context, account common.Address, digest [32]byte, proof wallet.Proof, answer wallet.Answer) error
}

// ErrRefuted is in the chain of every error that says that the record does not hold, as opposed to one that kept the
// verifier from finding out.
var ErrRefuted = errors.New("refuted")

// Refutation names the first thing that does not hold.
type Refutation struct {
	Index int64  // of the entry, -1 if it is none
	Kind  string // of the entry, or the part: "checkpoint", "tile", "row"
	Err   error
}

// Error names the entry and the reason.
func (r *Refutation) Error() string {
	if r.Index < 0 {
		return fmt.Sprintf("%s: %v", r.Kind, r.Err)
	}
	return fmt.Sprintf("entry %d (%s): %v", r.Index, r.Kind, r.Err)
}

// Unwrap returns the reason and [ErrRefuted].
func (r *Refutation) Unwrap() []error { return []error{r.Err, ErrRefuted} }

// The labels of claims.
const (
	Proved    = "proved"    // from bytes at hand
	CoSigned  = "co-signed" // t independent verifiers vouch
	Unchecked = "unchecked"
)

// Claim is one thing that the record says, with how it is known.
type Claim struct {
	Label  string `json:"label"`
	What   string `json:"what"`
	Detail string `json:"detail"`
}

// Report is what a verifier found.
type Report struct {
	Genesis     document.Digest `json:"genesis"`
	Origin      string          `json:"origin"`
	Size        int64           `json:"size"`
	Root        record.Hash     `json:"root"`
	Time        document.Time   `json:"time"` // of the last entry
	Ballots     int             `json:"ballots"`
	Acts        int             `json:"acts"`
	Evaluations int             `json:"evaluations"`
	BadgeEvents int             `json:"badgeEvents"`
	Decisions   int             `json:"decisions"`
	Anchors     int             `json:"anchors"`
	Releases    int             `json:"releases"`
	Reports     int             `json:"nodeReports"`
	Redactions  int             `json:"redactions"`      // texts that were destroyed
	Wallets     int             `json:"contractWallets"` // signatures that contract wallets vouched for
	Posts       int             `json:"posts"`           // ballots and vetoes that members posted on chain
	Claims      []Claim         `json:"claims"`
	Checkpoint  string          `json:"checkpoint"` // the signed note that was replayed
	vouched     int64           // entries before this are covered by a co-signed release
	lastChain   int64           // index of the last chain entry
	lastAnchor  int64
	witnessed   int // witnesses who signed the checkpoint
	lastWallet  int64
	lost        int // answers of wallets at blocks whose state the endpoint no longer has
}

// Options say what a verifier holds beside the source.
type Options struct {
	Genesis  document.Digest // the pinned digest, zero to take the source's word
	Chain    Chain           // nil to leave the chain unchecked
	Progress func(done, total int64)
	Workers  int // signatures recovered at once; 0 for one per processor
	// Resume says what this verifier verified on an earlier run, as [Verifier.Verified] returned it then.
	Resume *Verified
	Seen   []Seen         // checkpoints of the log that were seen elsewhere
	Saved  func(Verified) // if not nil, is told after each batch how far the verifier has come
}

const (
	// batchSize is how many entries are read and compared together: a few level-0 tiles.
	batchSize = 4 * record.TileWidth
	// pieceSize is how many of them one worker takes at a time.
	pieceSize = 64
	// ahead is how many batches are read, and their ballots recovered, before the one that is applied: nobody waits while an
	// electorate is computed.
	ahead = 160
	// heavy is how many batches of those may hold bytes. One whose ballots are all recovered holds none.
	heavy = 4
)

// Verifier replays a log, and can go on when the log has grown.
type Verifier struct {
	source Source
	opts   Options
	state  *State
	report Report
	begun  bool     // the newest checkpoint was compared with what was seen before
	note   string   // the signed checkpoint that is being replayed
	titles sync.Map // document.Digest → [32]byte: the keccak of a proposal's title, which recovering its ballots needs beside the state

	// Of a source with rows: the tree up to the rows that were compared, and the stored hashes of the batch at hand.
	tree   record.Tree
	hashes []record.Hash

	// reading guards source: entries are read while others are applied.
	reading sync.Mutex
}

// NewVerifier returns a verifier that has seen nothing yet.
func NewVerifier(cfg Config, source Source, opts Options) *Verifier {
	if opts.Workers == 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	return &Verifier{source: source, opts: opts, state: New(cfg)}
}

// State returns the state so far.
func (v *Verifier) State() *State { return v.state }

// Verify replays the log up to the source's current checkpoint. A [Refutation] says that something does not hold; any
// other error, that it could not be found out.
func (v *Verifier) Verify(ctx context.Context) (Report, error) {
	if v.state.Size() == 0 {
		if err := v.pin(ctx); err != nil {
			return v.report, err
		}
	}
	msg, err := v.source.Checkpoint(ctx)
	if err != nil {
		return v.report, err
	}
	genesis, digest := v.state.Genesis()
	checkpoint, unsigned := v.open(msg)
	if unsigned != nil {
		// The entries may hold the decision that put another key in force. If they do not, this was what was wrong first.
		if checkpoint, err = record.PeekCheckpoint(msg); err != nil || checkpoint.Origin != genesis.Origin {
			return v.report, unsigned
		}
	}
	if err := v.follow(ctx, checkpoint, string(msg)); err != nil {
		if unsigned != nil && errors.Is(err, ErrRefuted) {
			return v.report, unsigned
		}
		return v.report, err
	}
	if _, err := v.open(msg); err != nil { // by the key that is in force after these entries
		return v.report, err
	}
	if index, text := v.state.Missing(); index >= 0 {
		// Perhaps it was destroyed since the checkpoint, by an entry behind it.
		if again, err := v.source.Checkpoint(ctx); err != nil || !bytes.Equal(again, msg) {
			if err != nil {
				return v.report, err
			}
			return v.Verify(ctx)
		}
		return v.report, &Refutation{index, "text", fmt.Errorf("its text %s is missing, and no entry says that it was redacted", text)}
	}
	if rows, ok := v.source.(Rows); ok {
		if err := rows.CheckState(ctx, v.state.Changes(), &v.state.badges); err != nil {
			return v.report, refuteRow(err)
		}
	}
	v.report.Genesis, v.report.Origin, v.report.Size, v.report.Root, v.report.Time = digest, genesis.Origin, checkpoint.Size, checkpoint.Root, v.state.Time()
	v.report.Checkpoint = v.note
	v.claim()
	return v.report, nil
}

// open reads a checkpoint, which the key in force must have signed.
func (v *Verifier) open(msg []byte) (record.Checkpoint, error) {
	g := v.state.Present()
	key, err := note.NewVerifier(g.LogKey)
	if err != nil {
		return record.Checkpoint{}, &Refutation{0, record.KindGenesis, fmt.Errorf("the log key: %w", err)}
	}
	c, n, err := record.OpenCheckpoint(msg, g.Origin, key, witnesses(g)...)
	if err != nil {
		return c, &Refutation{-1, "checkpoint", err}
	}
	v.report.witnessed = len(n.Sigs) - 1
	return c, nil
}

// witnesses returns the witnesses that are trusted. Keys that cannot be read witness nothing.
func witnesses(g record.Genesis) []note.Verifier {
	var out []note.Verifier
	for _, key := range g.Witnesses {
		if w, err := record.NewWitness(key); err == nil {
			out = append(out, w)
		}
	}
	return out
}

// follow replays the log up to a checkpoint.
func (v *Verifier) follow(ctx context.Context, c record.Checkpoint, note string) error {
	if err := v.begin(c, note); err != nil {
		return err
	}
	if c.Size < v.state.Size() {
		return &Refutation{-1, "checkpoint", fmt.Errorf("the log shrank from %d entries to %d", v.state.Size(), c.Size)}
	}
	if err := v.replay(ctx, c); err != nil {
		return err
	}
	if root := v.state.Root(); root != c.Root {
		return &Refutation{-1, "checkpoint", fmt.Errorf("the %d entries lead to the root %s, and the checkpoint says %s", c.Size, root, c.Root)}
	}
	return nil
}

// pin reads entry 0 on its own, since nothing else can be read without its keys.
func (v *Verifier) pin(ctx context.Context) error {
	raws, err := v.source.Entries(ctx, 0, 1)
	if err != nil {
		return err
	}
	raw := raws[0]
	if d := document.Sum(raw); !v.opts.Genesis.IsZero() && d != v.opts.Genesis {
		return &Refutation{0, record.KindGenesis, fmt.Errorf("its digest is %s, and %s is pinned", d, v.opts.Genesis)}
	}
	var casts []Cast
	if err := v.apply(ctx, 0, raw, &decoded{}, nil, v.past(ctx), &casts); err != nil {
		return err
	}
	if rows, ok := v.source.(Rows); ok {
		err := rows.CheckHashes(ctx, 0, v.tree.AppendHash(nil, record.LeafHash(raw)))
		if errors.Is(err, ErrRefuted) {
			return &Refutation{0, record.KindGenesis, err}
		}
		return err
	}
	return nil
}

// batch is entries on their way.
type batch struct {
	first   int64
	raws    [][]byte // nil once every entry turned out to be a ballot that could be recovered
	err     error    // that ended the reading
	decoded []decoded
	words   []words        // of each piece of decoded
	rest    atomic.Int64   // entries that are not recovered
	ready   sync.WaitGroup // done when all are decoded
}

// raw returns the bytes of an entry that was not recovered.
func (b *batch) raw(i int) []byte {
	if b.decoded[i].recovered {
		return nil
	}
	return b.raws[i]
}

// decoded is an entry that was hashed, and if it is a ballot whose voter signed it, read. Many wait to be applied: what they
// mostly share is in the words of their piece, and without a pointer the garbage collector does not look at them.
type decoded struct {
	leaf, hash                   [32]byte // of the entry, and the EIP-712 struct hash
	sequence                     uint64
	expires, time                document.Time
	voter                        common.Address
	proposal, electorate, reason uint8 // by number
	choice                       uint8 // by number
	recovered                    bool
}

// words are the digests and choices in the ballots of a piece, each once.
type words struct {
	digests []document.Digest
	choices []string
}

// number returns the number of a value in a list, to which it adds the value if it is not there. A piece has at most three
// digests for each of its entries, so a number is small.
func number[T comparable](list *[]T, value T) uint8 {
	n := slices.Index(*list, value)
	if n < 0 {
		n = len(*list)
		*list = append(*list, value)
	}
	return uint8(n)
}

// put remembers what was read.
func (w *words) put(d *decoded, b *record.SignedBallot, hash [32]byte) {
	d.hash, d.voter, d.time, d.sequence, d.expires = hash, b.Voter, b.Time, b.Sequence, b.Expires
	d.proposal, d.electorate, d.reason = number(&w.digests, b.Proposal), number(&w.digests, b.Electorate), number(&w.digests, b.Reason)
	d.choice, d.recovered = number(&w.choices, b.Choice), true
}

// ballot returns what was put.
func (w *words) ballot(d *decoded) record.SignedBallot {
	return record.SignedBallot{Voter: d.voter, Time: d.time, Ballot: record.Ballot{
		Proposal: w.digests[d.proposal], Electorate: w.digests[d.electorate], Choice: w.choices[d.choice], Reason: w.digests[d.reason],
		Sequence: d.sequence, Expires: d.expires,
	}}
}

// replay applies the entries up to a checkpoint. It works as a pipeline: one goroutine reads batches, others hash the entries
// and recover the signatures of the ballots, and this one applies what is ready, in order.
func (v *Verifier) replay(ctx context.Context, c record.Checkpoint) error {
	reading, stop := context.WithCancel(ctx)
	batches := make(chan *batch, ahead)
	room := make(chan struct{}, heavy)
	pieces := make(chan func(*record.BallotReader), v.opts.Workers)
	separator := v.state.domain.Separator()
	var wg sync.WaitGroup
	defer wg.Wait()
	defer stop()
	for range v.opts.Workers {
		wg.Go(func() {
			var reader record.BallotReader
			for work := range pieces {
				work(&reader)
			}
		})
	}
	wg.Go(func() {
		defer close(pieces)
		defer close(batches)
		for first := v.state.Size(); first < c.Size; {
			select {
			case room <- struct{}{}:
			case <-reading.Done():
				return
			}
			b := &batch{first: first}
			b.raws, b.err = v.entries(reading, first, c.Size)
			b.decoded = make([]decoded, len(b.raws))
			b.words = make([]words, (len(b.raws)+pieceSize-1)/pieceSize)
			b.rest.Store(int64(len(b.raws)))
			b.ready.Add(len(b.words))
			select {
			case batches <- b:
			case <-reading.Done():
				return
			}
			if b.err != nil {
				return
			}
			for from := 0; from < len(b.decoded); from += pieceSize {
				to := min(from+pieceSize, len(b.decoded))
				raws, out, w, trusted := b.raws[from:to], b.decoded[from:to], &b.words[from/pieceSize], v.resumed(first+int64(to))
				pieces <- func(r *record.BallotReader) {
					defer b.ready.Done()
					if reading.Err() != nil {
						return
					}
					if recovered := v.decode(reading, r, separator, raws, out, w, trusted); b.rest.Add(-recovered) == 0 {
						b.raws = nil
						<-room
					}
				}
			}
			first += int64(len(b.decoded))
		}
	})
	leaves := record.TileHashes(c.Size, c.Root, func(t record.Tile) ([]byte, error) {
		raw, err := v.tile(ctx, t)
		if err != nil {
			err = &unreadError{err}
		}
		return raw, err
	})
	casts := make([]Cast, 0, batchSize)
	for b := range batches {
		if b.err != nil {
			return b.err
		}
		if v.opts.Progress != nil {
			v.opts.Progress(b.first, c.Size)
		}
		b.ready.Wait()
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := v.take(ctx, leaves, c.Size, b, casts[:0]); err != nil {
			return err
		}
		if b.raws != nil {
			<-room
		}
	}
	return ctx.Err()
}

// entries reads a batch.
func (v *Verifier) entries(ctx context.Context, first, size int64) ([][]byte, error) {
	v.reading.Lock()
	defer v.reading.Unlock()
	return v.source.Entries(ctx, first, int(min(batchSize-first%batchSize, size-first)))
}

func (v *Verifier) tile(ctx context.Context, t record.Tile) ([]byte, error) {
	v.reading.Lock()
	defer v.reading.Unlock()
	return v.source.Tile(ctx, t)
}

func (v *Verifier) blob(ctx context.Context, d document.Digest) ([]byte, error) {
	v.reading.Lock()
	defer v.reading.Unlock()
	return v.source.Blob(ctx, d)
}

// take applies a batch and compares the rows that belong to it.
func (v *Verifier) take(ctx context.Context, leaves record.HashReader, size int64, b *batch, casts []Cast) error {
	if err := v.check(ctx, leaves, size, b, casts); err != nil {
		return err
	}
	if v.opts.Saved != nil {
		v.opts.Saved(v.Verified())
	}
	return nil
}

func (v *Verifier) check(ctx context.Context, leaves record.HashReader, size int64, b *batch, casts []Cast) error {
	rows, ok := v.source.(Rows)
	if !ok {
		if err := v.compare(ctx, leaves, size, b); err != nil {
			return err
		}
		return v.applyAll(ctx, b, &casts)
	}
	// A database's tiles are its rows, which are compared below in any case. Only when something is wrong do the tiles say
	// where it began.
	err := v.applyAll(ctx, b, &casts)
	if err == nil {
		err = v.checkRows(ctx, rows, b, casts)
	}
	if errors.Is(err, ErrRefuted) {
		if altered := v.compare(ctx, leaves, size, b); errors.Is(altered, ErrRefuted) {
			return altered
		}
	}
	return err
}

func (v *Verifier) applyAll(ctx context.Context, b *batch, casts *[]Cast) error {
	past := v.past(ctx)
	for i := range b.decoded {
		if err := v.apply(ctx, b.first+int64(i), b.raw(i), &b.decoded[i], &b.words[i/pieceSize], past, casts); err != nil {
			return err
		}
	}
	return nil
}

// checkRows compares the rows of a batch.
func (v *Verifier) checkRows(ctx context.Context, rows Rows, b *batch, casts []Cast) error {
	hashes := v.hashes[:0]
	for i := range b.decoded {
		hashes = v.tree.AppendHash(hashes, b.decoded[i].leaf)
	}
	v.hashes = hashes
	v.reading.Lock()
	defer v.reading.Unlock()
	if err := rows.CheckHashes(ctx, record.StoredCount(b.first), hashes); err != nil {
		return refuteRow(err)
	}
	return refuteRow(rows.CheckBallots(ctx, casts))
}

// unreadError is why a tile could not be had at all, which refutes nothing.
type unreadError struct{ error }

func (e *unreadError) Unwrap() error { return e.error }

// compare checks entries against the log's own tiles, which it checks against the checkpoint, so that what was altered
// can be named.
func (v *Verifier) compare(ctx context.Context, leaves record.HashReader, size int64, b *batch) error {
	ids := make([]int64, len(b.decoded))
	for i := range ids {
		ids[i] = record.StoredCount(b.first + int64(i))
	}
	hashes, err := leaves.ReadHashes(ids)
	var unread *unreadError
	switch {
	case errors.As(err, &unread):
		return unread.error
	case err != nil:
		return &Refutation{-1, "tile", fmt.Errorf("the hash tiles of entries %d to %d do not lead to the checkpoint%s: %w", b.first, b.first+int64(len(ids))-1, v.blame(ctx, size, b), err)}
	}
	for i := range b.decoded {
		if b.decoded[i].leaf != hashes[i] {
			kind := "entry"
			if b.decoded[i].recovered {
				kind = record.KindBallot
			} else if e, err := record.Decode(b.raw(i)); err == nil {
				kind = e.Kind
			}
			return &Refutation{b.first + int64(i), kind, errors.New("its bytes are not those that the log committed to")}
		}
	}
	return nil
}

// blame names the first entry whose hash in the level-0 tiles is not that of its bytes, if there is one.
func (v *Verifier) blame(ctx context.Context, size int64, b *batch) string {
	var t record.Tile
	var data []byte
	for i := range b.decoded {
		index := b.first + int64(i)
		if n := index / record.TileWidth; data == nil || n != t.Index {
			t = record.Tile{Index: n, Width: record.WidthAt(size, 0, n)}
			var err error
			if data, err = v.tile(ctx, t); err != nil {
				return ""
			}
		}
		at := int(index%record.TileWidth) * len(record.Hash{})
		if hash := b.decoded[i].leaf; len(data) < at+len(hash) || !bytes.Equal(data[at:at+len(hash)], hash[:]) {
			return fmt.Sprintf(", and %s does not have the hash of entry %d", t, index)
		}
	}
	return ""
}

// decode hashes entries and recovers the signatures of ballots. What it can not read, or a ballot on a proposal that was not
// read yet, or that its voter did not sign, is left to Apply. It runs beside Apply and reads nothing of the state. Signatures
// that were checked on an earlier run are trusted. It returns how many ballots it recovered.
func (v *Verifier) decode(ctx context.Context, r *record.BallotReader, separator [32]byte, raws [][]byte, out []decoded, w *words, trusted bool) (recovered int64) {
	var b record.SignedBallot
	var signature [65]byte
	for i, raw := range raws {
		d := &out[i]
		d.leaf = record.LeafHash(raw)
		if !r.Read(raw, &b, &signature) {
			v.foresee(ctx, raw)
			continue
		}
		title, ok := v.titles.Load(b.Proposal)
		if !ok {
			continue
		}
		hash := ballotMessage(b.Voter, title.([32]byte), b.Ballot).StructHash()
		if !trusted {
			sig, err := wallet.NewSignature(signature)
			if err != nil {
				continue
			}
			if signer, err := wallet.Recover(wallet.Digest(separator, hash), sig); err != nil || signer != b.Voter {
				continue
			}
		}
		w.put(d, &b, hash)
		recovered++
	}
	return recovered
}

// foresee remembers the title of a proposal whose entry is read, so that its ballots can be recovered before it is applied. The
// title follows from the proposal's digest, so that it is right whatever becomes of the entry.
func (v *Verifier) foresee(ctx context.Context, raw []byte) {
	if !bytes.Contains(raw, []byte(`"kind":"`+record.KindProposed+`"`)) {
		return
	}
	var b record.Proposed
	if e, err := record.Decode(raw); err != nil || document.Unmarshal(e.Body, &b) != nil {
		return
	}
	text, err := v.blob(ctx, b.Revision)
	if err != nil || document.Sum(text) != b.Revision {
		return
	}
	if r, err := proposal.ParseRevision(text); err == nil {
		v.titles.Store(b.Revision, [32]byte(r.Title.Keccak))
	}
}

func (v *Verifier) apply(ctx context.Context, index int64, raw []byte, d *decoded, w *words, past Blobs, casts *[]Cast) error {
	if d.recovered {
		b := w.ballot(d)
		cast, err := v.state.applyBallot(&b, d.hash, d.leaf, past)
		if err != nil {
			return v.refute(index, record.KindBallot, err)
		}
		*casts = append(*casts, cast)
		v.report.Ballots++
		return v.passed()
	}
	e, err := record.Decode(raw)
	if err != nil {
		return &Refutation{index, "entry", err}
	}
	resumed := v.resumed(index + 1)
	var seal *Seal
	if resumed {
		if seal, err = v.state.Trust(e); err != nil {
			return &Refutation{index, e.Kind, err}
		}
	}
	// The chain is asked first: an entry that it could not be asked about is not taken in, and is asked about again.
	if !resumed || !v.opts.Resume.Chain {
		if err := v.ask(ctx, raw, e); errors.Is(err, ErrRefuted) {
			return &Refutation{index, e.Kind, err}
		} else if err != nil {
			return fmt.Errorf("entry %d (%s): %w", index, e.Kind, err)
		}
	}
	if v.opts.Chain != nil {
		v.state.wallets = func(account common.Address, digest [32]byte, proof wallet.Proof, answer wallet.Answer) error {
			err := v.opts.Chain.CheckWallet(ctx, account, digest, proof, answer)
			switch {
			case errors.Is(err, wallet.ErrWalletUnproven):
				v.report.lost++
				return nil
			case err == nil || errors.Is(err, ErrRefuted):
				return err
			}
			return &sourceError{err}
		}
	}
	changes, err := v.state.Apply(raw, e, seal, past)
	if err != nil {
		return v.refute(index, e.Kind, err)
	}
	*casts = append(*casts, changes.Ballots...)
	if err := v.count(index, e); err != nil {
		return err
	}
	return v.passed()
}

// refute tells an entry that does not hold from a source that gave no answer.
func (v *Verifier) refute(index int64, kind string, err error) error {
	var broken *sourceError
	if errors.As(err, &broken) {
		return fmt.Errorf("entry %d (%s): %w", index, kind, broken.err)
	}
	return &Refutation{index, kind, err}
}

// ask compares an entry with the chain, where there is one.
func (v *Verifier) ask(ctx context.Context, raw []byte, e record.Entry) error {
	if v.opts.Chain == nil {
		return nil
	}
	switch e.Kind {
	case record.KindGenesis:
		return v.opts.Chain.CheckGenesis(ctx, document.Sum(raw))
	case record.KindChain:
		var b record.ChainRange
		if err := document.Unmarshal(e.Body, &b); err != nil {
			return fmt.Errorf("%w: %w", ErrRefuted, err)
		}
		blob, err := v.blob(ctx, b.Events)
		if errors.Is(err, ErrNoBlob) {
			return fmt.Errorf("%w: %w", ErrRefuted, err)
		}
		if err != nil {
			return err
		}
		var events []badge.Event
		if err := document.Unmarshal(blob, &events); err != nil {
			return fmt.Errorf("%w: %w", ErrRefuted, err)
		}
		return v.opts.Chain.CheckRange(ctx, b, events, v.state.Keep)
	case record.KindAnchored:
		var b record.Anchored
		if err := document.Unmarshal(e.Body, &b); err != nil {
			return fmt.Errorf("%w: %w", ErrRefuted, err)
		}
		return v.opts.Chain.CheckAnchor(ctx, b)
	}
	return nil
}

// count counts an entry that holds for the report.
func (v *Verifier) count(index int64, e record.Entry) error {
	r := &v.report
	if e.Wallet != nil {
		r.Wallets++
		r.lastWallet = index
	}
	if e.Posted != nil {
		r.Posts++
	}
	switch e.Kind {
	case record.KindBallot:
		r.Ballots++
	case record.KindAct:
		r.Acts++
	case record.KindEvaluated:
		r.Evaluations++
	case record.KindRedacted:
		r.Redactions++
	case record.KindFinal:
		r.Decisions++
	case record.KindAttested:
		r.Reports++
	case record.KindChain:
		var b record.ChainRange
		if err := document.Unmarshal(e.Body, &b); err != nil {
			return err
		}
		r.BadgeEvents += b.Count
		r.lastChain = index
	case record.KindAnchored:
		r.Anchors++
		r.lastAnchor = index
	case record.KindReleased:
		var b record.Released
		if err := document.Unmarshal(e.Body, &b); err != nil {
			return err
		}
		r.Releases++
		// Each co-signer replayed the record up to the intent, with a chain of its own.
		r.vouched = max(r.vouched, v.state.release(b.Channel, b.Sequence).Index)
	}
	return nil
}

// claim writes down what is known and how.
func (v *Verifier) claim() {
	r := &v.report
	genesis, _ := v.state.Genesis()
	add := func(label, what, format string, args ...any) {
		r.Claims = append(r.Claims, Claim{label, what, fmt.Sprintf(format, args...)})
	}
	r.Claims = nil
	if v.opts.Genesis.IsZero() && v.opts.Chain == nil {
		add(Unchecked, "genesis", "taken as found: %s. Pin it with --genesis, from a place you trust", r.Genesis)
	} else if v.opts.Genesis.IsZero() {
		add(Proved, "genesis", "%s, as the anchor contract %s on chain %d pins it", r.Genesis, genesis.Chain.Anchor, genesis.Chain.ID)
	} else {
		add(Proved, "genesis", "%s, as pinned", r.Genesis)
	}
	add(Proved, "log", "%d entries lead to the root that the log's key signed; nothing was altered, dropped or put in", r.Size)
	if r := v.opts.Resume; r != nil {
		add(Proved, "resumed", "the first %d entries are, byte for byte, those that were verified before; their signatures were not recovered again", r.Size)
	}
	switch g := v.state.Present(); {
	case len(g.Witnesses) == 0:
	case r.witnessed > 0:
		add(CoSigned, "witnesses", "%d of %d witnesses have seen this checkpoint, and no other history of the log", r.witnessed, len(g.Witnesses))
	default:
		add(Unchecked, "witnesses", "none of %d witnesses has signed this checkpoint yet", len(g.Witnesses))
	}
	if n := len(v.state.trusted); n > 0 {
		add(Proved, "keys", "%d times the trusted keys were changed by a decision, each time signed by those before them", n)
	}
	threshold := genesis.Cosigners.Threshold
	cosigners := fmt.Sprintf("at least %d of %d co-signers", threshold, len(genesis.Cosigners.Keys))
	for _, t := range v.state.trusted {
		threshold = min(threshold, t.Cosigners.Threshold)
		cosigners = fmt.Sprintf("enough of the co-signers of its time; now %d of %d are needed", t.Cosigners.Threshold, len(t.Cosigners.Keys))
	}
	onChain := func(what string, n int, last int64, detail string) {
		switch {
		case n == 0:
		case v.opts.Chain != nil:
			add(Proved, what, "%s, compared with the chain", detail)
		case r.vouched > last:
			add(CoSigned, what, "%s; %d independent verifiers compared them with the chain", detail, threshold)
		case r.vouched > 0:
			add(CoSigned, what, "%s; up to entry %d, %d independent verifiers compared them with the chain. Give --chain to compare the rest", detail, r.vouched, threshold)
		default:
			add(Unchecked, what, "%s; give --chain to compare them with the chain", detail)
		}
	}
	onChain("badges", r.BadgeEvents, r.lastChain, fmt.Sprintf("%d events of the contracts", r.BadgeEvents))
	onChain("posts", int(r.lastChain), r.lastChain, fmt.Sprintf("%d ballots and vetoes that members posted on chain, and no more that had to be taken", r.Posts))
	add(Proved, "weights", "every electorate follows from those badges, the policy and the change")
	add(Proved, "ballots", "%d ballots, each signed by its voter and counted at most once", r.Ballots)
	if r.Evaluations > 0 {
		add(Proved, "evaluations", "%d results, each signed by an evaluator who took no side; no vote opened before its gates were met", r.Evaluations)
	}
	if r.Acts > 0 {
		add(Proved, "acts", "%d sponsors, objections, rulings and other acts, each signed by its member", r.Acts)
	}
	add(Proved, "decisions", "every count was made again; %d decisions took effect when they were due", r.Decisions)
	if gone := v.state.Withdrawals(); len(gone) > 0 {
		var words []string
		for _, head := range slices.Sorted(maps.Keys(gone)) {
			if rest := gone[head]; len(rest) > 0 {
				head += ", on which " + strings.Join(rest, " and ") + " still rests"
			}
			words = append(words, head)
		}
		add(Proved, "withdrawn", "%s", strings.Join(words, "; "))
	}
	onChain("anchors", r.Anchors, r.lastAnchor, fmt.Sprintf("%d checkpoints of this very log", r.Anchors))
	if r.Redactions > 0 {
		add(Proved, "redactions", "%d texts were destroyed, each by an entry that says on what ground; everything else holds without them", r.Redactions)
	}
	if r.lost > 0 {
		add(Unchecked, "contract wallets", "%d of %d signatures that contract wallets vouched for: the endpoint has no state of their blocks any more; give --chain an archive node", r.lost, r.Wallets)
	} else {
		onChain("contract wallets", r.Wallets, r.lastWallet, fmt.Sprintf("%d signatures that contract wallets vouched for (ERC-1271)", r.Wallets))
	}
	if r.Releases > 0 {
		add(Proved, "releases", "%d releases say what was decided, each signed by %s", r.Releases, cosigners)
	}
	if r.Reports > 0 {
		add(Proved, "nodes", "%d reports, signed by their nodes; what a node runs is its own word", r.Reports)
	}
	if _, ok := v.source.(Rows); ok {
		add(Proved, "database", "every row equals what follows from the log")
	}
}

func refuteRow(err error) error {
	var already *Refutation
	if errors.Is(err, ErrRefuted) && !errors.As(err, &already) {
		return &Refutation{-1, "row", err}
	}
	return err
}

// past returns the source's blobs for entries of the past.
func (v *Verifier) past(ctx context.Context) Blobs { return v.state.Past(sourceBlobs{ctx, v}) }

// sourceBlobs makes a source's blobs readable for Apply. What the source does not have refutes; what it could not
// answer does not.
type sourceBlobs struct {
	ctx context.Context
	v   *Verifier
}

type sourceError struct{ err error }

func (e *sourceError) Error() string { return e.err.Error() }

func (b sourceBlobs) Blob(d document.Digest) ([]byte, error) {
	raw, err := b.v.blob(b.ctx, d)
	if err != nil && !errors.Is(err, ErrNoBlob) {
		return nil, &sourceError{err}
	}
	return raw, err
}
