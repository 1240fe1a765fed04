package agent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/folder"
)

// Weights are the files that a document stands for.
type Weights struct {
	Root  document.Digest // of all of them: the model's digest
	Files map[string]File // by path in the model's folder
}

// File is one file of the weights.
type File struct {
	SHA256    document.Digest
	ChunkRoot document.Digest // zero if the document does not state it
	Size      int64
}

// is reports whether the release means a file that was hashed.
func (f File) is(p print) bool {
	return p.SHA256 == f.SHA256 && (f.ChunkRoot.IsZero() || p.ChunkRoot == f.ChunkRoot)
}

// differs says why it does not.
func (f File) differs(name string, p print) error {
	if p.SHA256 != f.SHA256 {
		return fmt.Errorf("%s has the digest %s, the release says %s", name, p.SHA256, f.SHA256)
	}
	return fmt.Errorf("%s has the chunk root %s, the release says %s", name, p.ChunkRoot, f.ChunkRoot)
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
	Size      int64           `json:"size"`
	Modified  int64           `json:"modified"` // nanoseconds
	Changed   int64           `json:"changed"`  // nanoseconds; of the inode, where the system tells
	Inode     uint64          `json:"inode"`
	SHA256    document.Digest `json:"sha256"`
	ChunkRoot document.Digest `json:"chunkRoot"`
}

// same reports whether a file looks as it did when it was hashed.
func (p print) same(hashed print) bool {
	p.SHA256, p.ChunkRoot = hashed.SHA256, hashed.ChunkRoot
	return p == hashed
}

// weights checks files in a folder. What was hashed before and looks untouched is not read again.
type weights struct {
	dir   string
	cache string // file of prints
	log   func(name string, size int64)
	// hashed is told of what has been hashed, if it is not nil: bytes that were read, after the sizes of all files that have
	// to be, each with n = 0.
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
	// What looks as it did is not read again.
	fresh, stale, todo := map[string]print{}, map[string]print{}, map[string]folder.Print{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		p, err := w.look(name)
		if err != nil {
			return err
		}
		want := files[name]
		if p.Size != want.Size {
			return fmt.Errorf("%s has %d bytes, the release says %d", name, p.Size, want.Size)
		}
		if q := known[name]; p.same(q) && want.is(q) {
			fresh[name] = q
			continue
		}
		stale[name] = p
		todo[name] = folder.Print{File: modelspec.File{Size: p.Size}, Modified: p.Modified}
	}
	if err := w.hash(ctx, files, stale, todo); err != nil {
		return err
	}
	for name, p := range stale {
		// Clocks of file systems are coarse: a file that has only just changed may change again without a trace.
		if time.Since(time.Unix(0, max(p.Modified, p.Changed))) > 2*time.Second {
			fresh[name] = p
		}
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

// look returns what a file looks like.
func (w weights) look(name string) (print, error) {
	info, err := os.Stat(filepath.Join(w.dir, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return print{}, fmt.Errorf("the model's folder lacks %s", name)
	}
	if err != nil {
		return print{}, err
	}
	if !info.Mode().IsRegular() {
		return print{}, fmt.Errorf("%s is not a file", name)
	}
	return printOf(info), nil
}

// hash reads the files as the peritus command does, several at once, and completes their prints. The first that is not what
// the release says ends it.
func (w weights) hash(ctx context.Context, files map[string]File, prints map[string]print, todo map[string]folder.Print) error {
	for _, name := range slices.Sorted(maps.Keys(todo)) {
		if w.log != nil {
			w.log(name, todo[name].Size)
		}
		if w.hashed != nil {
			w.hashed(0, todo[name].Size)
		}
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var mu sync.Mutex // guards prints
	o := folder.Options{Workers: runtime.GOMAXPROCS(0), Done: func(name string, p folder.Print) {
		mu.Lock()
		defer mu.Unlock()
		// Inode and time of change tell what the time of writing can be made to hide.
		q, err := w.look(name)
		if err == nil && q != prints[name] {
			err = fmt.Errorf("%s was written while it was hashed", name)
		}
		if q.SHA256, q.ChunkRoot = p.SHA256, p.ChunkRoot; err == nil && !files[name].is(q) {
			err = files[name].differs(name, q)
		}
		if err != nil {
			stop(err)
		}
		prints[name] = q
	}}
	if w.hashed != nil {
		o.Progress = func(_ string, n, _ int64) { w.hashed(n, 0) }
	}
	// The operator may have made the folder out of links, so it is not opened as an os.Root.
	_, err := folder.HashFiles(ctx, os.DirFS(w.dir), todo, o)
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
