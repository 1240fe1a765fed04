package modelspec

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"testing"
	"testing/iotest"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/peritus-dao/peritus/governance/document"
)

// content returns bytes that differ from chunk to chunk.
func content(n int) []byte {
	b := make([]byte, n)
	state := uint32(1)
	for i := range b {
		state = state*1664525 + 1013904223
		b[i] = byte(state >> 24)
	}
	return b
}

// tlogRoot computes the chunk root with the transparency-log package of the Go project.
func tlogRoot(t testing.TB, b []byte) document.Digest {
	t.Helper()
	if len(b) == 0 {
		return sha256.Sum256(nil)
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, at := range indexes {
			out[i] = stored[at]
		}
		return out, nil
	})
	n := int64(0)
	for ; len(b) > 0; n++ {
		chunk := b[:min(len(b), ChunkSize)]
		b = b[len(chunk):]
		hashes, err := tlog.StoredHashes(n, chunk, reader)
		if err != nil {
			t.Fatal(err)
		}
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(n, reader)
	if err != nil {
		t.Fatal(err)
	}
	return document.Digest(root)
}

func TestHasher(t *testing.T) {
	for _, n := range []int{0, 1, ChunkSize - 1, ChunkSize, ChunkSize + 1, 2 * ChunkSize, 3*ChunkSize + 7, 8 * ChunkSize, 33*ChunkSize - 1, 257 * ChunkSize} {
		b := content(n)
		want := tlogRoot(t, b)
		for _, step := range []int{1, 1000, ChunkSize, 5000, 1 << 20} {
			if step == 1 && n > 4*ChunkSize {
				continue
			}
			h := NewHasher()
			for rest := b; len(rest) > 0; rest = rest[min(step, len(rest)):] {
				h.Write(rest[:min(step, len(rest))])
				h.Sum() // looking must not disturb
			}
			sum, root, size := h.Sum()
			if sum != document.Sum(b) || root != want || size != int64(n) {
				t.Errorf("%d bytes in steps of %d: %s %s %d, want %s %s", n, step, sum, root, size, document.Sum(b), want)
			}
		}
		sum, root, size, err := HashReader(iotest.OneByteReader(bytes.NewReader(b)))
		if err != nil || sum != document.Sum(b) || root != want || size != int64(n) {
			t.Errorf("HashReader of %d bytes: %s %s %d %v", n, sum, root, size, err)
		}
	}
	for _, broken := range []error{io.ErrUnexpectedEOF, io.ErrClosedPipe} { // a download that was cut off is not a shorter file
		r := io.MultiReader(bytes.NewReader(content(3*ChunkSize+7)), iotest.ErrReader(broken))
		if sum, _, _, err := HashReader(r); err != broken || !sum.IsZero() {
			t.Errorf("a reader that ends in %v gives %s, %v", broken, sum, err)
		}
	}
	broken := fmt.Errorf("disk")
	if _, _, _, err := HashReader(iotest.ErrReader(broken)); err != broken {
		t.Errorf("a broken reader gives %v", err)
	}
}

// BenchmarkHasher hashes a file and its chunks in one pass; BenchmarkSHA256Twice does the compressions alone, which
// is the rate to compare it with.
func BenchmarkHasher(b *testing.B) {
	data := content(8 << 20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		h := NewHasher()
		h.Write(data)
		h.Sum()
	}
}

func BenchmarkSHA256Twice(b *testing.B) {
	data := content(8 << 20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		sha256.Sum256(data)
		for rest := data; len(rest) > 0; rest = rest[ChunkSize:] {
			sha256.Sum256(rest[:ChunkSize])
		}
	}
}
