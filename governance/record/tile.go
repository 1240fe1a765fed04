package record

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	// TileHeight is the height of a hash tile: it holds 256 hashes when it is full.
	TileHeight = 8
	// TileWidth is the number of hashes in a full hash tile, and of entries in a full bundle.
	TileWidth = 1 << TileHeight
	// EntriesLevel is the level of a tile that holds entries instead of hashes.
	EntriesLevel = -1
	// MaxBundle is the size in bytes of the largest entry bundle.
	MaxBundle = TileWidth * (2 + MaxEntry)
)

// A Tile names a C2SP tile: Width consecutive hashes at height 8·Level of the tree, the first of them number
// Index·256, or, at EntriesLevel, as many entries.
type Tile struct {
	Level int   // 0 to 6, or EntriesLevel
	Index int64 // number within the level
	Width int   // 1 to 256; 256 is a full tile
}

// String is the same as TilePath.
func (t Tile) String() string { return TilePath(t) }

// TilePath returns the C2SP path of a tile, below the log's prefix:
//
//	tile/<level>/<index>[.p/<width>]     the level is "entries" for entries
//
// where the index has three digits to a path element, and all but the last element begin with an x: x001/x234/067.
// The width is there only when the tile is partial.
func TilePath(t Tile) string {
	level := "entries"
	if t.Level != EntriesLevel {
		level = strconv.Itoa(t.Level)
	}
	index := fmt.Sprintf("%03d", t.Index%1000)
	for n := t.Index / 1000; n > 0; n /= 1000 {
		index = fmt.Sprintf("x%03d/%s", n%1000, index)
	}
	path := "tile/" + level + "/" + index
	if t.Width < TileWidth {
		path += ".p/" + strconv.Itoa(t.Width)
	}
	return path
}

// ParseTilePath reads what [TilePath] writes, and nothing else.
func ParseTilePath(path string) (Tile, error) {
	bad := fmt.Errorf("%q is not the path of a tile, tile/<level>/<index>[.p/<width>]", shorten(path))
	rest, ok := strings.CutPrefix(path, "tile/")
	if !ok || len(path) > 64 {
		return Tile{}, bad
	}
	level, rest, ok := strings.Cut(rest, "/")
	if !ok {
		return Tile{}, bad
	}
	t := Tile{Level: EntriesLevel, Width: TileWidth}
	if level != "entries" {
		n, err := parseDecimal(level)
		if err != nil || n > maxLevel {
			return Tile{}, bad
		}
		t.Level = int(n)
	}
	index, width, partial := strings.Cut(rest, ".p/")
	if partial {
		n, err := parseDecimal(width)
		if err != nil || n < 1 || n >= TileWidth {
			return Tile{}, bad
		}
		t.Width = int(n)
	}
	for element := range strings.SplitSeq(index, "/") {
		n, err := strconv.ParseUint(strings.TrimPrefix(element, "x"), 10, 16)
		if err != nil || n > 999 || t.Index > MaxSize/1000 {
			return Tile{}, bad
		}
		t.Index = t.Index*1000 + int64(n)
	}
	if t.Index > MaxSize>>TileHeight || TilePath(t) != path { // one path for one tile
		return Tile{}, bad
	}
	return t, nil
}

// maxLevel is the level of the topmost tile of a tree of MaxSize leaves.
const maxLevel = 6

// WidthAt returns how wide the tile with the given level and index is in a tree of the given size: 0 if it is not
// there yet, 256 if it is full.
func WidthAt(size int64, level int, index int64) int {
	hashes := size
	if level > 0 {
		hashes >>= TileHeight * level
	}
	return int(min(max(hashes-index*TileWidth, 0), TileWidth))
}

// In reports whether a tree of the given size has the tile: the whole tile, or at least as many hashes.
func (t Tile) In(size int64) bool {
	return t.Width >= 1 && t.Width <= WidthAt(size, t.Level, t.Index)
}

// ReadTile returns the bytes of a hash tile, the hashes one after the other.
func ReadTile(t Tile, r HashReader) ([]byte, error) {
	if t.Level < 0 || t.Level > maxLevel || t.Width < 1 || t.Width > TileWidth || t.Index < 0 || t.Index > MaxSize>>TileHeight {
		return nil, fmt.Errorf("%s is not a hash tile", t)
	}
	return tlog.ReadTileData(tlog.Tile{H: TileHeight, L: t.Level, N: t.Index, W: t.Width}, r)
}

// NewTiles returns the hash tiles that are new or wider in a tree of size after than in one of size before.
func NewTiles(before, after int64) []Tile {
	var tiles []Tile
	for _, t := range tlog.NewTiles(TileHeight, before, after) {
		tiles = append(tiles, Tile{Level: t.L, Index: t.N, Width: t.W})
	}
	return tiles
}

// TileHashes returns a [HashReader] of the tree with the given head that reads tiles by fetch. Each tile is checked
// against the head before one of its hashes is used, so that tiles may come from anybody. The tiles asked for are
// those of the tree of exactly this size.
func TileHashes(size int64, root Hash, fetch func(Tile) ([]byte, error)) HashReader {
	return tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, tileReader{size, fetch})
}

type tileReader struct {
	size  int64
	fetch func(Tile) ([]byte, error)
}

func (tileReader) Height() int                         { return TileHeight }
func (tileReader) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func (r tileReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	out := make([][]byte, len(tiles))
	for i, t := range tiles {
		tile := Tile{Level: t.L, Index: t.N, Width: t.W}
		data, err := r.fetch(tile)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", tile, err)
		}
		if len(data) != t.W*tlog.HashSize {
			return nil, fmt.Errorf("%s: %d bytes, want %d", tile, len(data), t.W*tlog.HashSize)
		}
		out[i] = data
	}
	return out, nil
}

// EntriesTile returns the C2SP bundle of entries, each behind its length:
//
//	uint16 big-endian length ‖ entry ‖ uint16 big-endian length ‖ entry …
func EntriesTile(entries [][]byte) ([]byte, error) {
	if len(entries) == 0 || len(entries) > TileWidth {
		return nil, fmt.Errorf("a bundle holds 1 to %d entries, not %d", TileWidth, len(entries))
	}
	size := 0
	for i, e := range entries {
		if len(e) > MaxEntry {
			return nil, fmt.Errorf("entry %d of the bundle has %d bytes, at most %d are allowed", i, len(e), MaxEntry)
		}
		size += 2 + len(e)
	}
	out := make([]byte, 0, size)
	for _, e := range entries {
		out = binary.BigEndian.AppendUint16(out, uint16(len(e)))
		out = append(out, e...)
	}
	return out, nil
}

// ParseEntriesTile reads a bundle. The entries share memory with it. Whether they are the log's is for their leaf
// hashes to say.
func ParseEntriesTile(bundle []byte) ([][]byte, error) {
	var entries [][]byte
	for rest := bundle; len(rest) > 0; {
		if len(rest) < 2 {
			return nil, errors.New("the entry bundle ends in the middle of a length")
		}
		n := int(binary.BigEndian.Uint16(rest))
		rest = rest[2:]
		switch {
		case n > MaxEntry:
			return nil, fmt.Errorf("entry %d of the bundle has %d bytes, at most %d are allowed", len(entries), n, MaxEntry)
		case n > len(rest):
			return nil, fmt.Errorf("the entry bundle ends in the middle of entry %d", len(entries))
		case len(entries) == TileWidth:
			return nil, fmt.Errorf("the entry bundle holds more than %d entries", TileWidth)
		}
		entries = append(entries, rest[:n:n])
		rest = rest[n:]
	}
	if len(entries) == 0 {
		return nil, errors.New("the entry bundle is empty")
	}
	return entries, nil
}
