package folder

import (
	"context"
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

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// maxFiles bounds the files of a model.
const maxFiles = 100_000

// Print is a file that was hashed, and by what to tell that it has not been written since.
type Print struct {
	modelspec.File
	Modified int64 `json:"modified"` // nanoseconds
}

// Options says how to hash.
type Options struct {
	Workers int              // how many files at once; 1 if zero
	Known   map[string]Print // what an earlier run returned, by path
	// Progress is told of bytes that were read, from several goroutines at once. It may be nil.
	Progress func(path string, read, total int64)
}

// Hash hashes every file of a folder but those whose names begin with a dot. If it fails or its context ends, it returns
// what was hashed until then, to be handed to the next run as Known.
func Hash(ctx context.Context, fsys fs.FS, o Options) (map[string]Print, error) {
	files, total, err := list(fsys)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex // guards done
	done := map[string]Print{}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(max(1, o.Workers))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		group.Go(func() error {
			p := files[name]
			if known, ok := o.Known[name]; ok && known.Modified == p.Modified && known.Size == p.Size && known.Format == p.Format && !known.SHA256.IsZero() && !known.ChunkRoot.IsZero() {
				p = known
				if o.Progress != nil {
					o.Progress(name, p.Size, total)
				}
			} else if err := hash(ctx, fsys, name, &p, func(n int64) {
				if o.Progress != nil {
					o.Progress(name, n, total)
				}
			}); err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			done[name] = p
			return nil
		})
	}
	return done, group.Wait()
}

// list finds the files, and refuses what cannot be part of a model.
func list(fsys fs.FS) (files map[string]Print, total int64, err error) {
	files = map[string]Print{}
	ps := document.Problems{}
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
		case len(files) >= maxFiles || len(ps) >= 100:
			return fs.SkipAll
		}
		at := document.Pointer("/weights/files", name)
		format, why := formatOf(name)
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
	case len(files) >= maxFiles:
		ps.Add("/weights/files", "size", fmt.Sprintf("the folder has more than %d files", maxFiles), "name the folder of one model")
	case len(files) == 0 && len(ps) == 0:
		ps.Add("/weights/files", "required", "the folder has no files", "name the folder of a model")
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

// hash reads one file to its end. A file that changes meanwhile is refused.
func hash(ctx context.Context, fsys fs.FS, name string, p *Print, read func(n int64)) error {
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
	size := int64(0)
	if p.SHA256, p.ChunkRoot, size, err = modelspec.HashReader(&reader{ctx, f, read}); err != nil {
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
