package mirror

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/governance/replay"
)

// maxFile is the size in bytes of the largest file in an archive.
const maxFile = MaxBlob

// Archive is a mirror in a tar file. Its files are found by an index of 32 bytes for each of them, and read where they lie.
type Archive struct {
	file  *os.File
	index []place // sorted by key
}

var _ Files = (*Archive)(nil)

// place is where a file lies.
type place struct {
	key          [16]byte // of its path
	offset, size int64
}

func keyOf(path string) [16]byte {
	sum := sha256.Sum256([]byte(path))
	return [16]byte(sum[:16])
}

func (p place) compare(q place) int { return bytes.Compare(p.key[:], q.key[:]) }

// IsArchive reports whether a file begins like a tar archive.
func IsArchive(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 263)
	_, err = io.ReadFull(f, head)
	return err == nil && string(head[257:262]) == "ustar"
}

// OpenArchive reads where the files of an archive lie. What no archive of ours could be is refuted: two files of one name would
// let two readers see two records.
func OpenArchive(name string) (*Archive, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	a := &Archive{file: f}
	if err := a.read(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return a, nil
}

func (a *Archive) read() error {
	refute := func(format string, args ...any) error {
		return &replay.Refutation{Index: -1, Kind: "archive", Err: fmt.Errorf(format, args...)}
	}
	end, err := a.file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if _, err := a.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	for r := tar.NewReader(a.file); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.Is(err, tar.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF) {
			return refute("it is cut off or damaged behind file %d: %w", len(a.index), err)
		}
		if err != nil {
			return err
		}
		offset, err := a.file.Seek(0, io.SeekCurrent)
		if err != nil {
			return err
		}
		switch {
		case h.Typeflag != tar.TypeReg:
			return refute("%q is not a plain file", h.Name)
		case path.Clean(h.Name) != h.Name || path.IsAbs(h.Name) || strings.HasPrefix(h.Name, ".."):
			return refute("%q is not the path of a file in a mirror", h.Name)
		case h.Size > maxFile:
			return refute("%s has %d bytes, at most %d are allowed", h.Name, h.Size, int64(maxFile))
		case offset+h.Size > end:
			return refute("it is cut off in the middle of %s", h.Name)
		}
		a.index = append(a.index, place{keyOf(h.Name), offset, h.Size})
	}
	slices.SortFunc(a.index, place.compare)
	for i := 1; i < len(a.index); i++ {
		if a.index[i].key == a.index[i-1].key {
			return refute("it holds a file twice, at bytes %d and %d", a.index[i-1].offset, a.index[i].offset)
		}
	}
	return nil
}

// Get implements [Files].
func (a *Archive) Get(_ context.Context, path string, max int64) ([]byte, error) {
	i, ok := slices.BinarySearchFunc(a.index, place{key: keyOf(path)}, place.compare)
	if !ok {
		return nil, fmt.Errorf("%s: the archive does not hold it: %w", path, fs.ErrNotExist)
	}
	if p := a.index[i]; p.size <= max {
		raw := make([]byte, p.size)
		if _, err := a.file.ReadAt(raw, p.offset); err != nil {
			return nil, said{path, err}
		}
		return raw, nil
	}
	return nil, fmt.Errorf("%s: larger than the %d bytes that are allowed", path, max)
}

// Len returns how many files the archive holds.
func (a *Archive) Len() int { return len(a.index) }

// Close lets go of the file.
func (a *Archive) Close() error { return a.file.Close() }

// ArchiveWriter writes an archive.
type ArchiveWriter struct{ tar *tar.Writer }

var _ Writer = (*ArchiveWriter)(nil)

// NewArchiveWriter writes an archive to w.
func NewArchiveWriter(w io.Writer) *ArchiveWriter { return &ArchiveWriter{tar.NewWriter(w)} }

// Has implements [Writer].
func (w *ArchiveWriter) Has(string) bool { return false }

// Put implements [Writer].
func (w *ArchiveWriter) Put(path string, data []byte) error {
	err := w.tar.WriteHeader(&tar.Header{
		Typeflag: tar.TypeReg, Name: path, Size: int64(len(data)), Mode: 0o644, ModTime: time.Unix(0, 0), Format: tar.FormatUSTAR,
	})
	if err == nil {
		_, err = w.tar.Write(data)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}

// Remove implements [Writer]. An archive is written once, and what is redacted by then was never put into it.
func (w *ArchiveWriter) Remove(string) error { return nil }

// Close ends the archive. It does not close what it is written to.
func (w *ArchiveWriter) Close() error { return w.tar.Close() }

// Mutable reports whether the file at a path is ever written again.
func Mutable(path string) bool { return path == checkpointPath || path == "tuf/timestamp.json" }
