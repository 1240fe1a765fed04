package mirror

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Writer takes the files of a mirror.
type Writer interface {
	// Has reports whether a file is there already and need not be put again.
	Has(path string) bool
	Put(path string, data []byte) error
	// Remove destroys a file that may be there.
	Remove(path string) error
	Close() error
}

// Exporter writes a record as files. What it writes it has replayed: an export is a record that holds, or none. It can go on
// when the record has grown.
type Exporter struct {
	source   replay.Source
	verifier *replay.Verifier
	seen     *recorder
	size     int64 // of what is written
}

// NewExporter exports the record of a source.
func NewExporter(cfg replay.Config, source replay.Source, opts replay.Options) *Exporter {
	seen := &recorder{Source: source, blobs: map[document.Digest]bool{}}
	return &Exporter{source: source, seen: seen, verifier: replay.NewVerifier(cfg, seen, opts)}
}

// State returns the state that the exported record leads to.
func (e *Exporter) State() *replay.State { return e.verifier.State() }

// Step replays what is new and writes it. published writes what nodes fetch, after all that it rests on and before the checkpoint.
// Texts that were redacted go last: before the checkpoint that covers their redaction, a missing text would refute the mirror.
func (e *Exporter) Step(ctx context.Context, to Writer, published func(Writer) error) (replay.Report, error) {
	report, err := e.verifier.Verify(ctx)
	if err != nil {
		return report, err
	}
	put := func(path string, get func() ([]byte, error)) error {
		if to.Has(path) {
			return nil
		}
		raw, err := get()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return to.Put(path, raw)
	}
	if err := put(genesisPath, func() ([]byte, error) { return e.entries(ctx, 0, 1) }); err != nil {
		return report, err
	}
	size := report.Size
	for _, t := range record.NewTiles(e.size, size) {
		if err := put("log/"+record.TilePath(t), func() ([]byte, error) { return e.source.Tile(ctx, t) }); err != nil {
			return report, err
		}
	}
	for n := e.size / record.TileWidth; n*record.TileWidth < size; n++ {
		t := record.Tile{Level: record.EntriesLevel, Index: n, Width: record.WidthAt(size, record.EntriesLevel, n)}
		if err := put("log/"+record.TilePath(t), func() ([]byte, error) { return e.bundle(ctx, n*record.TileWidth, t.Width) }); err != nil {
			return report, err
		}
	}
	redacted, fresh := e.State().Redactions(), e.seen.fresh()
	for _, d := range fresh {
		if e.State().Redacted(d) {
			continue // the source is a copy that still has it
		}
		err := put(blobPath(d), func() ([]byte, error) {
			raw, err := e.source.Blob(ctx, d)
			if err == nil && document.Sum(raw) != d {
				err = errors.New("its bytes are others than a moment ago")
			}
			return raw, err
		})
		if err != nil {
			return report, err
		}
	}
	if published != nil {
		if err := published(to); err != nil {
			return report, err
		}
	}
	if err := to.Put(checkpointPath, e.seen.checkpoint); err != nil {
		return report, err
	}
	e.size = size
	e.seen.wrote(fresh)
	for _, d := range redacted { // each time: what a crash left behind goes as well
		if err := to.Remove(blobPath(d)); err != nil {
			return report, err
		}
	}
	return report, nil
}

// entries returns one entry's bytes.
func (e *Exporter) entries(ctx context.Context, first int64, max int) ([]byte, error) {
	raws, err := e.source.Entries(ctx, first, max)
	if err != nil {
		return nil, err
	}
	return bytes.Clone(raws[0]), nil
}

// bundle returns the bundle of the entries from index first on.
func (e *Exporter) bundle(ctx context.Context, first int64, width int) ([]byte, error) {
	var raws [][]byte
	for len(raws) < width {
		more, err := e.source.Entries(ctx, first+int64(len(raws)), width-len(raws))
		if err != nil {
			return nil, err
		}
		raws = append(raws, more...)
	}
	return record.EntriesTile(raws)
}

// recorder notes which blobs a replay reads: those are the ones that a replay needs.
type recorder struct {
	replay.Source
	checkpoint []byte

	mu    sync.Mutex
	blobs map[document.Digest]bool // true once it is written; guarded by mu
}

func (r *recorder) Checkpoint(ctx context.Context) ([]byte, error) {
	raw, err := r.Source.Checkpoint(ctx)
	r.checkpoint = raw
	return raw, err
}

func (r *recorder) Blob(ctx context.Context, d document.Digest) ([]byte, error) {
	raw, err := r.Source.Blob(ctx, d)
	if err == nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		if !r.blobs[d] {
			r.blobs[d] = false
		}
	}
	return raw, err
}

// fresh returns the blobs that were read and are not written yet, sorted.
func (r *recorder) fresh() []document.Digest {
	r.mu.Lock()
	defer r.mu.Unlock()
	var fresh []document.Digest
	for d, written := range r.blobs {
		if !written {
			fresh = append(fresh, d)
		}
	}
	slices.SortFunc(fresh, func(a, b document.Digest) int { return bytes.Compare(a[:], b[:]) })
	return fresh
}

// wrote notes that blobs are written.
func (r *recorder) wrote(blobs []document.Digest) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, d := range blobs {
		r.blobs[d] = true
	}
}
