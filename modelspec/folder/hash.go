package folder

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// The bounds of a folder: the files of a model, and those of a data set.
const (
	maxFiles = 100_000
	maxParts = 5_000_000
)

// Print is a file that was hashed, and by what to tell that it has not been written since.
type Print struct {
	modelspec.File
	Modified int64 `json:"modified"` // nanoseconds
}

// Options says how to hash.
type Options struct {
	Workers int              // how many files at once; 1 if zero
	Known   map[string]Print // what an earlier run returned, by path
	// Data says that the folder holds a data set and not a model: files of any format are welcome, and no chunk trees are
	// computed, which nobody will ask a node about.
	Data bool
	// Done is told of each file that was read to its end, from several goroutines at once, so that a run that is killed leaves
	// something behind. It may be nil.
	Done func(path string, p Print)
	// Progress is told of bytes that were read, from several goroutines at once. It may be nil.
	Progress func(path string, read, total int64)
}

// Hash hashes every file of a folder but those whose names begin with a dot. If it fails or its context ends, it returns
// what was hashed until then, to be handed to the next run as Known.
func Hash(ctx context.Context, fsys fs.FS, o Options) (map[string]Print, error) {
	files, total, err := list(fsys, o.Data)
	if err != nil {
		return nil, err
	}
	return hashAll(ctx, fsys, files, total, o)
}

// HashFiles hashes the named files of a folder and looks at no others: those of a spec or release. Each is given with the
// size and the time that it must have. It returns what Hash does, and pays no attention to Known.
func HashFiles(ctx context.Context, fsys fs.FS, files map[string]Print, o Options) (map[string]Print, error) {
	total := int64(0)
	for _, p := range files {
		total += p.Size
	}
	o.Known = nil
	return hashAll(ctx, fsys, files, total, o)
}

func hashAll(ctx context.Context, fsys fs.FS, files map[string]Print, total int64, o Options) (map[string]Print, error) {
	var mu sync.Mutex // guards done
	done := map[string]Print{}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(1, o.Workers))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		group.Go(func() error {
			p := files[name]
			if known, ok := o.Known[name]; ok && known.Modified == p.Modified && known.Size == p.Size && known.Format == p.Format && !known.SHA256.IsZero() && (o.Data || !known.ChunkRoot.IsZero()) {
				p = known
				if o.Progress != nil {
					o.Progress(name, p.Size, total)
				}
			} else if err := hash(ctx, fsys, name, &p, o.Data, func(n int64) {
				if o.Progress != nil {
					o.Progress(name, n, total)
				}
			}); err != nil {
				return err
			} else if o.Done != nil {
				o.Done(name, p)
			}
			mu.Lock()
			defer mu.Unlock()
			done[name] = p
			return nil
		})
	}
	return done, group.Wait()
}

// list finds the files, and refuses what cannot be part of a model or data set.
func list(fsys fs.FS, data bool) (files map[string]Print, total int64, err error) {
	files = map[string]Print{}
	ps := document.Problems{}
	most, where := maxFiles, "/weights/files"
	if data {
		most, where = maxParts, "/files"
	}
	err = fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case strings.HasPrefix(e.Name(), ".") && e.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(e.Name(), ".") || e.IsDir():
			return nil
		case len(files) >= most || len(ps) >= 100:
			return fs.SkipAll
		}
		at := document.Pointer(where, name)
		format, why := formatOf(name)
		if data {
			format, why = partFormat(name), ""
		}
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			ps.Add(at, "symlink", fmt.Sprintf("%q is a link, and could lead anywhere", name), "put the file itself there")
		case !e.Type().IsRegular():
			ps.Add(at, "type", fmt.Sprintf("%q is not a file", name), "remove it")
		case why != "":
			ps.Add(at, "format", fmt.Sprintf("%q is %s", name, why), "convert it to safetensors, and remove it")
		case !document.IsFilePath(name):
			ps.Add(at, "path", fmt.Sprintf("%q is not a name that every system takes", name), "rename it")
		default:
			info, err := e.Info()
			if err != nil {
				return err
			}
			files[name] = Print{modelspec.File{Size: info.Size(), Format: format}, info.ModTime().UnixNano()}
			total += info.Size()
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, 0, err
	case len(files) >= most:
		ps.Add(where, "size", fmt.Sprintf("the folder has %d files or more", most), "name the folder of one model or data set")
	case len(files) == 0 && len(ps) == 0:
		ps.Add(where, "required", "the folder has no files", "name the folder of a model or data set")
	}
	return files, total, ps.Err()
}

// formatOf returns the format of a file as specs name it, or why no spec may.
func formatOf(name string) (format, why string) {
	switch path.Ext(strings.ToLower(name)) {
	case ".safetensors":
		return "safetensors", ""
	case ".gguf":
		return "gguf", ""
	case ".onnx":
		return "onnx", ""
	case ".json":
		return "json", ""
	case ".jinja":
		return "jinja", ""
	case ".txt", ".md":
		return "txt", ""
	case ".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".joblib", ".npy":
		return "", "a pickled file, which runs code when it is loaded"
	}
	if path.Ext(name) == ".model" {
		return "tokenizer-model", ""
	}
	return "other-data", ""
}

// partFormat returns the format of a file of a data set: what follows the first dot of its name that begins with a letter,
// as in "warc.gz". A name without one has none to tell.
func partFormat(name string) string {
	_, format, _ := strings.Cut(path.Base(name), ".")
	for format != "" && (format[0] < 'a' || format[0] > 'z') {
		_, format, _ = strings.Cut(format, ".")
	}
	if format == "" || len(format) > 32 || strings.Trim(format, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" {
		return "other"
	}
	return format
}

// hash reads one file to its end. A file that changes meanwhile is refused.
func hash(ctx context.Context, fsys fs.FS, name string, p *Print, data bool, read func(n int64)) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if !before.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file any more; try again when nobody writes into the folder", name)
	}
	size, sum := int64(0), modelspec.HashReader
	if data {
		sum = sumReader
	}
	if p.SHA256, p.ChunkRoot, size, err = sum(&reader{ctx, f, read}); err != nil {
		if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	after, err := f.Stat()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if size != p.Size || after.Size() != size || !after.ModTime().Equal(before.ModTime()) || after.ModTime().UnixNano() != p.Modified {
		return fmt.Errorf("%s changed while it was hashed; try again when nobody writes into the folder", name)
	}
	return nil
}

// sumReader reads a file to its end and computes no chunk tree.
func sumReader(r io.Reader) (sum, none document.Digest, size int64, err error) {
	h := sha256.New()
	if size, err = io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{r}, make([]byte, 1<<20)); err == nil {
		h.Sum(sum[:0])
	}
	return sum, none, size, err
}

// reader reports what is read, and stops when its context does: a large model takes minutes.
type reader struct {
	ctx  context.Context
	r    io.Reader
	read func(n int64)
}

func (r *reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.r.Read(b)
	r.read(int64(n))
	return n, err
}

// Weights returns the files of a folder as a spec holds them.
func Weights(prints map[string]Print) (modelspec.Weights, error) {
	files := map[string]modelspec.File{}
	for name, p := range prints {
		files[name] = p.File
	}
	return modelspec.NewWeights(files)
}

// Parts returns the files of a folder as a manifest holds them.
func Parts(prints map[string]Print) map[string]datasets.File {
	files := make(map[string]datasets.File, len(prints))
	for name, p := range prints {
		files[name] = datasets.File{SHA256: p.SHA256, Size: p.Size, Format: p.Format}
	}
	return files
}

// CheckParts compares the files of a folder with those that a manifest or its index names, and names each that differs, is
// missing or is not in it, of thousands the first hundred.
func CheckParts(want map[string]datasets.File, prints map[string]Print) error {
	ps := document.Problems{}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		at, w := document.Pointer("/files", name), want[name]
		switch p, ok := prints[name]; {
		case len(ps) >= 100:
			return ps
		case !ok:
			ps.Add(at, "missing", fmt.Sprintf("%q is not in the folder", name), "fetch it again")
		case p.SHA256 != w.SHA256 || p.Size != w.Size:
			ps.Add(at, "differs", fmt.Sprintf("%q has %d bytes and the digest %s, and the manifest names %d and %s", name, p.Size, p.SHA256, w.Size, w.SHA256), "fetch it again")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(prints)) {
		if _, ok := want[name]; !ok && len(ps) < 100 {
			ps.Add(document.Pointer("/files", name), "unknown", fmt.Sprintf("%q is not in the manifest", name), "remove it")
		}
	}
	return ps.Err()
}

// Check compares the files of a folder with those of a spec, and names each that differs, is missing or is not in it.
func Check(want modelspec.Weights, prints map[string]Print) error {
	ps := document.Problems{}
	for _, name := range slices.Sorted(maps.Keys(want.Files)) {
		at, w := document.Pointer("/weights/files", name), want.Files[name]
		switch p, ok := prints[name]; {
		case !ok:
			ps.Add(at, "missing", fmt.Sprintf("%q is not in the folder", name), "fetch it again")
		case p.SHA256 != w.SHA256 || p.Size != w.Size || p.ChunkRoot != w.ChunkRoot:
			ps.Add(at, "differs", fmt.Sprintf("%q has %d bytes and the digest %s, and the spec names %d and %s", name, p.Size, p.SHA256, w.Size, w.SHA256), "fetch it again")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(prints)) {
		if _, ok := want.Files[name]; !ok {
			ps.Add(document.Pointer("/weights/files", name), "unknown", fmt.Sprintf("%q is not in the spec", name), "remove it")
		}
	}
	return ps.Err()
}
