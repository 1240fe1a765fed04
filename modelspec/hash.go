package modelspec

import (
	"crypto/sha256"
	"hash"
	"io"

	"github.com/peritus-dao/peritus/governance/document"
)

// ChunkSize is the size of the leaves of the chunk tree. The last chunk of a file may be shorter.
const ChunkSize = 2048

// Hasher computes, in one pass over the bytes of a file, its SHA-256 and the root of its chunk tree: the RFC 6962
// tree whose leaves are the file's chunks of ChunkSize bytes. It is an io.Writer that never fails, and holds one
// chunk and one hash per level of the tree.
//
//	leaf = SHA-256(0x00 ‖ chunk)
//	node = SHA-256(0x01 ‖ left ‖ right)
//
// The root of an empty file is SHA-256 of nothing, as in RFC 6962.
type Hasher struct {
	whole   hash.Hash
	leaf    hash.Hash
	partial []byte // the beginning of a chunk that is not complete yet
	leaves  uint64
	edge    []document.Digest // roots of the complete subtrees on the right edge, largest first: one per bit of leaves
	size    int64
}

// NewHasher returns a Hasher at the beginning of a file.
func NewHasher() *Hasher {
	return &Hasher{whole: sha256.New(), leaf: sha256.New(), partial: make([]byte, 0, ChunkSize)}
}

// Write takes the next bytes of the file.
func (h *Hasher) Write(b []byte) (int, error) {
	n := len(b)
	h.size += int64(n)
	// Blocks that fit into the processor's nearest cache are hashed twice while they are there.
	const block = 8 * ChunkSize
	for len(b) > 0 {
		part := b[:min(len(b), block)]
		b = b[len(part):]
		h.whole.Write(part)
		h.chunks(part)
	}
	return n, nil
}

func (h *Hasher) chunks(b []byte) {
	if len(h.partial) > 0 {
		fill := min(ChunkSize-len(h.partial), len(b))
		h.partial = append(h.partial, b[:fill]...)
		b = b[fill:]
		if len(h.partial) < ChunkSize {
			return
		}
		h.append(h.partial)
		h.partial = h.partial[:0]
	}
	for len(b) >= ChunkSize {
		h.append(b[:ChunkSize])
		b = b[ChunkSize:]
	}
	h.partial = append(h.partial, b...)
}

// append adds one leaf, and joins the subtrees that it completes.
func (h *Hasher) append(chunk []byte) {
	h.edge = append(h.edge, leafHash(h.leaf, chunk))
	h.leaves++
	for n := h.leaves; n&1 == 0; n >>= 1 {
		last := len(h.edge) - 1
		h.edge[last-1] = nodeHash(h.edge[last-1], h.edge[last])
		h.edge = h.edge[:last]
	}
}

// Sum returns what was computed over the bytes so far. The Hasher may be written to afterwards.
func (h *Hasher) Sum() (sha256sum, chunkRoot document.Digest, size int64) {
	h.whole.Sum(sha256sum[:0])
	edge := h.edge
	if len(h.partial) > 0 {
		edge = append(edge[:len(edge):len(edge)], leafHash(sha256.New(), h.partial))
	}
	return sha256sum, foldEdge(edge), h.size
}

// HashReader reads a file to its end.
func HashReader(r io.Reader) (sha256sum, chunkRoot document.Digest, size int64, err error) {
	h := NewHasher()
	// The buffer is a multiple of the chunk, so that chunks are hashed where they lie.
	if _, err := io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{r}, make([]byte, 512*ChunkSize)); err != nil {
		return document.Digest{}, document.Digest{}, 0, err
	}
	sha256sum, chunkRoot, size = h.Sum()
	return sha256sum, chunkRoot, size, nil
}

func leafHash(h hash.Hash, chunk []byte) (d document.Digest) {
	h.Reset()
	h.Write([]byte{0})
	h.Write(chunk)
	h.Sum(d[:0])
	return d
}

func nodeHash(left, right document.Digest) document.Digest {
	var node [1 + 2*len(left)]byte
	node[0] = 1
	copy(node[1:], left[:])
	copy(node[1+len(left):], right[:])
	return sha256.Sum256(node[:])
}

// foldEdge joins the subtrees on the right edge, the smallest first.
func foldEdge(edge []document.Digest) document.Digest {
	if len(edge) == 0 {
		return document.Sum(nil)
	}
	root := edge[len(edge)-1]
	for i := len(edge) - 2; i >= 0; i-- {
		root = nodeHash(edge[i], root)
	}
	return root
}
