package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
)

// ErrConflict is in the chain of Put's error when another writer was faster.
var ErrConflict = errors.New("another writer published first")

// Files keeps the files of a repository, under the paths at which they are served.
type Files interface {
	// Get returns a file, or an error that wraps fs.ErrNotExist.
	Get(ctx context.Context, name string) ([]byte, error)

	// Put stores all of the files or none, durably on return. Every name but "timestamp.json" is written once: if one
	// of them exists with other bytes, Put stores nothing and returns an error that wraps ErrConflict. That is what
	// keeps two writers from publishing two states under one version; the caller reads again and retries.
	Put(ctx context.Context, files map[string][]byte) error
}

// Mutable reports whether the file of that name is ever written again. All others may be cached for ever.
func Mutable(name string) bool { return name == timestampName }

// Memory is a [Files] that lives as long as the process.
type Memory struct {
	mu    sync.Mutex
	files map[string][]byte // guarded by mu
}

var _ Files = (*Memory)(nil)

// Get returns a file.
func (m *Memory) Get(_ context.Context, name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.files[name]
	if !ok {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return bytes.Clone(data), nil
}

// Put stores all of the files or none.
func (m *Memory) Put(_ context.Context, files map[string][]byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for name, data := range files {
		if old, ok := m.files[name]; ok && !Mutable(name) && !bytes.Equal(old, data) {
			return fmt.Errorf("%s: %w", name, ErrConflict)
		}
	}
	if m.files == nil {
		m.files = map[string][]byte{}
	}
	for name, data := range files {
		m.files[name] = bytes.Clone(data)
	}
	return nil
}
