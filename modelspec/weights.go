package modelspec

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"github.com/peritus-dao/peritus/governance/document"
)

// File is one file of a model.
type File struct {
	SHA256    document.Digest `json:"sha256"`
	ChunkRoot document.Digest `json:"chunkRoot"` // as Hasher computes it
	Size      int64           `json:"size"`
	Format    string          `json:"format"` // "safetensors", "gguf", "json" …
}

// Weights are the files of a model and the two roots that stand for all of them. Both follow from the files, and a
// spec whose roots do not is refused.
type Weights struct {
	Files map[string]File `json:"files"` // by path, relative to the model's folder
	// OMSRoot is the digest of the model in OpenSSF Model Signing v1.0: SHA-256 over the files' raw SHA-256 digests, in
	// the order of their paths.
	OMSRoot document.Digest `json:"omsRoot"`
	// ChunkRoot is the root of the RFC 6962 tree whose leaves are the files in the order of their paths, each as the
	// canonical JSON {"chunkRoot","path","size"}. A challenge of one chunk is answered by two proofs: of the chunk
	// in its file, and of the file in this tree.
	ChunkRoot document.Digest `json:"chunkRoot"`
}

// NewWeights computes the roots of files.
func NewWeights(files map[string]File) (Weights, error) {
	w := Weights{Files: files}
	oms := sha256.New()
	tree := treeHasher{}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		f := files[path]
		oms.Write(f.SHA256[:])
		leaf, err := FileLeaf(path, f)
		if err != nil {
			return Weights{}, err
		}
		tree.append(leaf)
	}
	oms.Sum(w.OMSRoot[:0])
	w.ChunkRoot = tree.root()
	return w, nil
}

// FileLeaf returns the leaf of one file in the tree that Weights.ChunkRoot is the root of.
func FileLeaf(path string, f File) ([]byte, error) {
	return document.Marshal(struct {
		ChunkRoot document.Digest `json:"chunkRoot"`
		Path      string          `json:"path"`
		Size      int64           `json:"size"`
	}{f.ChunkRoot, path, f.Size})
}

// treeHasher computes the root of an RFC 6962 tree over leaves of any length.
type treeHasher struct{ Hasher }

func (t *treeHasher) append(leaf []byte) {
	if t.leaf == nil {
		t.leaf = sha256.New()
	}
	t.Hasher.append(leaf)
}

func (t *treeHasher) root() document.Digest { return foldEdge(t.edge) }

// Bytes returns the size of all files together.
func (w Weights) Bytes() int64 {
	var sum int64
	for _, f := range w.Files {
		sum += f.Size
	}
	return sum
}

// formats are the kinds of files that a model is made of. Pickled formats are left out: loading one runs code.
var formats = []string{"safetensors", "gguf", "onnx", "json", "jinja", "txt", "tokenizer-model", "other-data"}

func (w Weights) check(path string, ps *document.Problems) {
	files := document.Pointer(path, "files")
	if len(w.Files) == 0 {
		ps.Add(files, "required", "no files are named", "name every file of the model with its digest")
		return
	}
	sound := true
	before := len(*ps)
	for _, name := range slices.Sorted(maps.Keys(w.Files)) {
		f, at := w.Files[name], document.Pointer(files, name)
		ps.FilePath(at, name)
		ps.Needs(document.Pointer(at, "sha256"), f.SHA256)
		ps.Needs(document.Pointer(at, "chunkRoot"), f.ChunkRoot)
		ps.Between(document.Pointer(at, "size"), f.Size, 0, 1<<50)
		ps.OneOf(document.Pointer(at, "format"), f.Format, formats...)
	}
	sound = len(*ps) == before
	if !sound {
		return // The roots follow from the files, so they say nothing yet.
	}
	want, err := NewWeights(w.Files)
	if err != nil {
		ps.Add(files, "files", err.Error(), "")
		return
	}
	for _, root := range []struct {
		field      string
		have, want document.Digest
	}{{"omsRoot", w.OMSRoot, want.OMSRoot}, {"chunkRoot", w.ChunkRoot, want.ChunkRoot}} {
		if root.have != root.want {
			ps.Add(document.Pointer(path, root.field), "root", fmt.Sprintf("the root is not that of the files, which is %s", root.want), "compute it from the files again")
		}
	}
}
