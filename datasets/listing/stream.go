package listing

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"unicode/utf8"

	"github.com/peritus-dao/peritus/governance/document"
)

// The bounds of what a list may unpack to. Path listings shrink to a sixtieth and sorted ones to less; deflate at its
// worst makes a thousand of one.
const (
	maxUnpacked = 64 << 30
	maxRatio    = 400
	freeBytes   = 16 << 20 // from here on the ratio counts
)

// stream reads a list as it is or compressed, counts and hashes its raw bytes, and bounds what it unpacks to.
type stream struct {
	raw      *bufio.Reader
	plain    io.Reader
	sum      hash.Hash
	size     int64 // of the raw bytes so far
	unpacked int64
	packing  string // ".gz", ".bz2" or nothing
}

// open looks at the first bytes of a list, and unpacks gzip and bzip2.
func open(r io.Reader) (*stream, error) {
	s := &stream{sum: sha256.New()}
	s.raw = bufio.NewReaderSize(io.TeeReader(r, (*meter)(s)), 64<<10)
	head, err := s.raw.Peek(6)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case len(head) == 0:
		return nil, errors.New("the list is empty; fetch it again")
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		s.packing = ".gz"
		if s.plain, err = gzip.NewReader(s.raw); err != nil {
			return nil, cut(err)
		}
	case bytes.HasPrefix(head, []byte("BZh")):
		s.packing = ".bz2"
		s.plain = bzip2.NewReader(s.raw)
	case bytes.HasPrefix(head, []byte("\xfd7zXZ\x00")), bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}), bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return nil, errors.New("the list is packed as xz, zstd or zip; unpack it first")
	default:
		s.plain = s.raw
	}
	return s, nil
}

// meter is the part of a stream that sees its raw bytes.
type meter stream

func (m *meter) Write(b []byte) (int, error) {
	m.size += int64(len(b))
	return m.sum.Write(b)
}

// Read returns unpacked bytes.
func (s *stream) Read(b []byte) (int, error) {
	n, err := s.plain.Read(b)
	s.unpacked += int64(n)
	if s.unpacked > maxUnpacked || s.packing != "" && s.unpacked > freeBytes && s.unpacked/maxRatio > s.size {
		return n, fmt.Errorf("the list unpacks to more than %d bytes from %d, so it is not read further; unpack it yourself if that is right", s.unpacked, s.size)
	}
	return n, cut(err)
}

// cut says what an unexpected end means.
func cut(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the compressed list ends in the middle, so it was cut off; fetch it again")
	}
	return err
}

// digest returns the SHA-256 and size of the raw bytes. It must be called at the end.
func (s *stream) digest() (d document.Digest, size int64) {
	s.sum.Sum(d[:0])
	return d, s.size
}

// lines reads a list line by line. Every line must end, so that a list that was cut off shows.
type lines struct {
	r      *bufio.Reader
	text   []byte // valid until next is called again
	number int64
	err    error
}

func newLines(r io.Reader, most int) *lines { return &lines{r: bufio.NewReaderSize(r, most+1)} }

func (l *lines) next() bool {
	if l.err != nil {
		return false
	}
	text, err := l.r.ReadSlice('\n')
	switch {
	case errors.Is(err, io.EOF) && len(text) == 0:
		return false
	case errors.Is(err, io.EOF):
		l.err = fmt.Errorf("line %d does not end, so the list may have been cut off; fetch it again", l.number+1)
		return false
	case errors.Is(err, bufio.ErrBufferFull):
		l.err = fmt.Errorf("line %d is longer than %d bytes; this is another kind of list", l.number+1, l.r.Size())
		return false
	case err != nil:
		l.err = err
		return false
	}
	l.number++
	l.text = bytes.TrimSuffix(text[:len(text)-1], []byte("\r"))
	if !utf8.Valid(l.text) {
		l.err = fmt.Errorf("line %d is not UTF-8; this is another kind of list", l.number)
		return false
	}
	return true
}
