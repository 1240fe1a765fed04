package mirror

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync/atomic"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// MaxBlob is the size in bytes of the largest blob that is read.
const MaxBlob = 256 << 20

// The paths of files that have one name.
const (
	checkpointPath = "log/checkpoint"
	genesisPath    = "log/genesis.json"
)

// Files reads the files of a mirror by path.
type Files interface {
	// Get returns a file of at most max bytes, or an error that wraps fs.ErrNotExist.
	Get(ctx context.Context, path string, max int64) ([]byte, error)
}

// Source is a [replay.Source] over the files of a mirror or of an instance.
type Source struct {
	files Files
	size  atomic.Int64 // of the newest checkpoint that was read, unchecked: it says which partial tiles there are
}

var _ replay.Source = (*Source)(nil)

// NewSource returns the log in the files.
func NewSource(files Files) *Source { return &Source{files: files} }

// Checkpoint implements [replay.Source].
func (s *Source) Checkpoint(ctx context.Context) ([]byte, error) {
	raw, err := s.files.Get(ctx, checkpointPath, record.MaxCheckpoint)
	if err != nil {
		return nil, err
	}
	if c, err := record.PeekCheckpoint(raw); err == nil {
		s.size.Store(c.Size)
	}
	return raw, nil
}

// Entries implements [replay.Source]. It reads one bundle at most.
func (s *Source) Entries(ctx context.Context, first int64, max int) ([][]byte, error) {
	skip := int(first % record.TileWidth)
	want := min(skip+max, record.TileWidth)
	t := record.Tile{Level: record.EntriesLevel, Index: first / record.TileWidth, Width: want}
	got, raw, err := s.tile(ctx, t, record.MaxBundle)
	if err != nil {
		return nil, err
	}
	entries, err := record.ParseEntriesTile(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", got, err, replay.ErrRefuted)
	}
	if len(entries) != got.Width {
		return nil, fmt.Errorf("%s: it holds %d entries, not %d: %w", got, len(entries), got.Width, replay.ErrRefuted)
	}
	return entries[skip:want], nil
}

// Tile implements [replay.Source].
func (s *Source) Tile(ctx context.Context, t record.Tile) ([]byte, error) {
	_, raw, err := s.tile(ctx, t, record.TileWidth*int64(len(record.Hash{})))
	if err != nil {
		return nil, err
	}
	if n := t.Width * len(record.Hash{}); len(raw) > n {
		raw = raw[:n]
	}
	return raw, nil
}

// tile returns a tile that is at least as wide as the one asked for. An instance has every width; a folder of files has the full
// tile, or the one that its checkpoint ends in.
func (s *Source) tile(ctx context.Context, t record.Tile, max int64) (record.Tile, []byte, error) {
	raw, err := s.files.Get(ctx, "log/"+record.TilePath(t), max)
	if err == nil || !errors.Is(err, fs.ErrNotExist) || t.Width == record.TileWidth {
		return t, raw, err
	}
	if s.size.Load() == 0 {
		if _, err := s.Checkpoint(ctx); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return t, nil, err
		}
	}
	for _, width := range []int{record.WidthAt(s.size.Load(), t.Level, t.Index), record.TileWidth} {
		if width <= t.Width {
			continue
		}
		wider := record.Tile{Level: t.Level, Index: t.Index, Width: width}
		raw, other := s.files.Get(ctx, "log/"+record.TilePath(wider), max)
		if other == nil || !errors.Is(other, fs.ErrNotExist) {
			return wider, raw, other
		}
	}
	return t, nil, err
}

// Blob implements [replay.Source].
func (s *Source) Blob(ctx context.Context, d document.Digest) ([]byte, error) {
	raw, err := s.files.Get(ctx, blobPath(d), MaxBlob)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %w", err, replay.ErrNoBlob)
	}
	return raw, err
}

func blobPath(d document.Digest) string { return "blob/sha256/" + d.String() }
