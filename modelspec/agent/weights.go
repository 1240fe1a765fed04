package agent

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/peritus-dao/peritus/governance/document"
)

// Weights are the files that a document stands for.
type Weights struct {
	Root  document.Digest // of all of them: the model's digest
	Files map[string]File // by path in the model's folder
}

// File is one file of the weights.
type File struct {
	SHA256 document.Digest
	Size   int64
}

// modelFolder returns where the files are: in a folder below dir that is named by the root if there is one, so that the
// next model can lie beside the one that runs, or else in dir itself.
func modelFolder(dir string, root document.Digest) string {
	named := filepath.Join(dir, root.String())
	if info, err := os.Stat(named); err == nil && info.IsDir() {
		return named
	}
	return dir
}

// print is what shows, without reading a file, that it has not been written since it was hashed.
type print struct {
	Size     int64           `json:"size"`
	Modified int64           `json:"modified"` // nanoseconds
	Changed  int64           `json:"changed"`  // nanoseconds; of the inode, where the system tells
	Inode    uint64          `json:"inode"`
	SHA256   document.Digest `json:"sha256"`
}

// weights checks files in a folder. What was hashed before and looks untouched is not read again.
type weights struct {
	dir   string
	cache string // file of prints
	log   func(name string, size int64)
	// hashed is told of what has been hashed, if it is not nil: bytes of a file, after its whole size with n = 0.
	hashed func(n, size int64)
}

// check compares the files with those in the folder: all of them, of these bytes, and nothing beside them that a runtime
// might load. Names that begin with a dot are not looked at.
func (w weights) check(ctx context.Context, files map[string]File) error {
	for name := range files {
		if !filepath.IsLocal(name) || name == "." {
			return fmt.Errorf("%q is not the name of a file in the model's folder", name)
		}
	}
	if err := w.strangers(files); err != nil {
		return err
	}
	known := map[string]print{}
	if raw, err := os.ReadFile(w.cache); err == nil {
		_ = json.Unmarshal(raw, &known) // a cache that cannot be read is no cache
	}
	var mu sync.Mutex // guards fresh
	fresh := map[string]print{}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		group.Go(func() error {
			p, err := w.file(ctx, name, files[name], known[name])
			if err != nil {
				return err
			}
			// Clocks of file systems are coarse: a file that has only just changed may change again without a trace.
			if time.Since(time.Unix(0, max(p.Modified, p.Changed))) > 2*time.Second {
				mu.Lock()
				defer mu.Unlock()
				fresh[name] = p
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if maps.Equal(known, fresh) {
		return nil
	}
	raw, err := json.Marshal(fresh)
	if err != nil {
		return err
	}
	return writeFile(w.cache, raw)
}

// strangers refuses files that the document does not name.
func (w weights) strangers(files map[string]File) error {
	return filepath.WalkDir(w.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("the model's folder: %w", err)
		}
		if path == w.dir {
			return nil
		}
		if strings.HasPrefix(e.Name(), ".") {
			if e.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if e.IsDir() {
			if _, err := document.ParseDigest(e.Name()); err == nil {
				return filepath.SkipDir // another model
			}
			return nil
		}
		name, err := filepath.Rel(w.dir, path)
		if err != nil {
			return err
		}
		if _, ok := files[filepath.ToSlash(name)]; !ok {
			return fmt.Errorf("the model's folder has the file %s, which the release does not name: remove it", name)
		}
		return nil
	})
}

// file checks one file and returns its print.
func (w weights) file(ctx context.Context, name string, want File, known print) (print, error) {
	f, err := os.Open(filepath.Join(w.dir, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return print{}, fmt.Errorf("the model's folder lacks %s", name)
	}
	if err != nil {
		return print{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return print{}, err
	}
	if !info.Mode().IsRegular() {
		return print{}, fmt.Errorf("%s is not a file", name)
	}
	if info.Size() != want.Size {
		return print{}, fmt.Errorf("%s has %d bytes, the release says %d", name, info.Size(), want.Size)
	}
	p := printOf(info)
	if p.SHA256 = known.SHA256; p != known || p.SHA256 != want.SHA256 {
		if w.log != nil {
			w.log(name, info.Size())
		}
		if w.hashed != nil {
			w.hashed(0, info.Size())
		}
		h := sha256.New()
		if _, err := io.CopyBuffer(struct{ io.Writer }{h}, reader{ctx, f, w.hashed}, make([]byte, 1<<20)); err != nil {
			return print{}, fmt.Errorf("%s: %w", name, err)
		}
		h.Sum(p.SHA256[:0])
		// A file that was written while it was read is not what was hashed.
		again, err := f.Stat()
		if err != nil {
			return print{}, err
		}
		if q := printOf(again); q.Size != p.Size || q.Modified != p.Modified || q.Changed != p.Changed {
			return print{}, fmt.Errorf("%s was written while it was hashed", name)
		}
	}
	if p.SHA256 != want.SHA256 {
		return print{}, fmt.Errorf("%s has the digest %s, the release says %s", name, p.SHA256, want.SHA256)
	}
	return p, nil
}

// reader stops when its context does: a large model takes minutes to read.
type reader struct {
	ctx    context.Context
	f      *os.File
	hashed func(n, size int64)
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.f.Read(p)
	if n > 0 && r.hashed != nil {
		r.hashed(int64(n), 0)
	}
	return n, err
}
