package listing

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// entry is one line of an index. Its canonical JSON, and a line feed, is the line.
type entry struct {
	Format string          `json:"format"`
	Path   string          `json:"path"`
	SHA256 document.Digest `json:"sha256"`
	Size   int64           `json:"size"`
}

// maxLine bounds a line of an index, whose path has at most 1,024 bytes, of which each may be escaped.
const maxLine = 8 << 10

// IndexWriter writes the index of a manifest, file by file, and computes what the manifest says about it.
type IndexWriter struct {
	w     *bufio.Writer
	sum   hash.Hash
	tree  record.Tree
	last  string
	index datasets.Index
	err   error
}

// NewIndexWriter returns an IndexWriter. Nothing is complete before Close.
func NewIndexWriter(w io.Writer) *IndexWriter {
	sum := sha256.New()
	return &IndexWriter{w: bufio.NewWriter(io.MultiWriter(w, sum)), sum: sum}
}

// Add appends a file. Files come in the order of their paths, each once.
func (x *IndexWriter) Add(path string, f datasets.File) error {
	if x.err != nil {
		return x.err
	}
	if x.err = x.accept(path, f); x.err != nil {
		return x.err
	}
	line, err := lineOf(path, f)
	if err != nil {
		x.err = fmt.Errorf("%q: %w", path, err)
		return x.err
	}
	x.tree.Append(line)
	_, x.err = x.w.Write(append(line, '\n'))
	return x.err
}

// lineOf returns the canonical JSON of an entry. Nearly all of them need no escapes, and are put together by hand.
func lineOf(path string, f datasets.File) ([]byte, error) {
	if !plain(path) || !plain(f.Format) {
		return document.Marshal(entry{f.Format, path, f.SHA256, f.Size})
	}
	line := make([]byte, 0, len(path)+len(f.Format)+136)
	line = append(append(line, `{"format":"`...), f.Format...)
	line = append(append(line, `","path":"`...), path...)
	line = hex.AppendEncode(append(line, `","sha256":"`...), f.SHA256[:])
	line = strconv.AppendInt(append(line, `","size":`...), f.Size, 10)
	return append(line, '}'), nil
}

// plain reports whether JSON spells s as it is.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// accept checks a file and counts it.
func (x *IndexWriter) accept(path string, f datasets.File) error {
	switch {
	case !document.IsFilePath(path):
		return fmt.Errorf("%q does not name a file inside the folder; write a relative path that stays in it", path)
	case x.index.Files > 0 && path <= x.last:
		return fmt.Errorf("%q stands after %q; sort the files by path and name each once", path, x.last)
	case f.SHA256.IsZero():
		return fmt.Errorf("%q has no digest; hash the file", path)
	case f.Size < 0 || f.Size > 1<<50 || x.index.Bytes+f.Size > 1<<53-1:
		return fmt.Errorf("%q has the size %d, which no store holds; correct it", path, f.Size)
	case f.Format == "" || len(f.Format) > 300:
		return fmt.Errorf("%q has no format; write one such as jsonl", path)
	}
	x.last = path
	x.index.Files++
	x.index.Bytes += f.Size
	return nil
}

// Close completes the index and returns what a manifest says about it. The writer below stays open.
func (x *IndexWriter) Close() (datasets.Index, error) {
	if x.err != nil {
		return datasets.Index{}, x.err
	}
	if x.index.Files == 0 {
		return datasets.Index{}, errors.New("an index names at least one file")
	}
	if err := x.w.Flush(); err != nil {
		return datasets.Index{}, err
	}
	x.sum.Sum(x.index.SHA256[:0])
	x.index.Root = document.Digest(x.tree.Root())
	x.err = errors.New("the index is complete")
	return x.index, nil
}

// CheckIndex reads the index that a manifest names and refuses it at the first line that is not as it must be, or at the
// end if it is not the one that the manifest names. Each file is handed to file, if that is not nil, before the end is
// known: what it does must be undone if CheckIndex fails.
func CheckIndex(r io.Reader, want datasets.Index, file func(path string, f datasets.File) error) error {
	x := NewIndexWriter(io.Discard)
	raw := sha256.New()
	lines := newLines(io.TeeReader(r, raw), maxLine)
	for lines.next() {
		var e entry
		if err := (document.Limits{Size: maxLine, Depth: 2}).Unmarshal(lines.text, &e); err != nil {
			return fmt.Errorf("line %d of the index: %w", lines.number, err)
		}
		f := datasets.File{SHA256: e.SHA256, Size: e.Size, Format: e.Format}
		before := x.index.Files
		if err := x.Add(e.Path, f); err != nil {
			return fmt.Errorf("line %d of the index: %w", lines.number, err)
		}
		if file != nil && x.index.Files > before {
			if err := file(e.Path, f); err != nil {
				return err
			}
		}
	}
	if lines.err != nil {
		return lines.err
	}
	got, err := x.Close()
	if err != nil {
		return err
	}
	raw.Sum(got.SHA256[:0]) // of the bytes that were read, and not of the way in which they should be spelled
	if got != want {
		return fmt.Errorf("the index has %d files, %d bytes, sha256 %s and root %s; the manifest names %d, %d, %s and %s: fetch it again",
			got.Files, got.Bytes, got.SHA256, got.Root, want.Files, want.Bytes, want.SHA256, want.Root)
	}
	return nil
}
