package mirror

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is a mirror in a folder.
type Folder string

var (
	_ Files  = Folder("")
	_ Writer = Folder("")
)

// IsFolder reports whether a folder looks like a mirror.
func IsFolder(path string) bool {
	info, err := os.Stat(filepath.Join(path, filepath.FromSlash(checkpointPath)))
	return err == nil && info.Mode().IsRegular()
}

// Get implements [Files].
func (f Folder) Get(_ context.Context, path string, max int64) ([]byte, error) {
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return nil, fmt.Errorf("%q is not the path of a file in a mirror", path)
	}
	file, err := os.Open(filepath.Join(string(f), filepath.FromSlash(path)))
	if err != nil {
		return nil, said{path, err}
	}
	defer file.Close()
	return readAtMost(file, path, max)
}

// said names a file by its path in the mirror, not by where the mirror lies.
type said struct {
	path string
	err  error
}

func (e said) Error() string {
	var p *fs.PathError
	if errors.As(e.err, &p) {
		return e.path + ": " + p.Err.Error()
	}
	return e.path + ": " + e.err.Error()
}

func (e said) Unwrap() error { return e.err }

func readAtMost(r io.Reader, path string, max int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, max+1))
	if err != nil {
		return nil, said{path, err}
	}
	if int64(len(raw)) > max {
		return nil, fmt.Errorf("%s: larger than the %d bytes that are allowed", path, max)
	}
	return raw, nil
}

// Has implements [Writer]. What may change is never there already.
func (f Folder) Has(path string) bool {
	if Mutable(path) {
		return false
	}
	_, err := os.Stat(filepath.Join(string(f), filepath.FromSlash(path)))
	return err == nil
}

// Put implements [Writer]: a file appears whole, synced, and in the place of an older one.
func (f Folder) Put(path string, data []byte) (err error) {
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return fmt.Errorf("%q is not the path of a file in a mirror", path)
	}
	name := filepath.Join(string(f), filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	_, err = file.Write(data)
	if err == nil {
		err = file.Chmod(0o644)
	}
	if err == nil && Mutable(path) { // the rest can be fetched again; the head must not run ahead of it
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

// Remove implements [Writer].
func (f Folder) Remove(path string) error {
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return fmt.Errorf("%q is not the path of a file in a mirror", path)
	}
	if err := os.Remove(filepath.Join(string(f), filepath.FromSlash(path))); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return said{path, err}
	}
	return nil
}

// Close implements [Writer].
func (f Folder) Close() error { return nil }
