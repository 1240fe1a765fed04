package cosign

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"

	"github.com/peritus-dao/peritus/governance/document"
)

// ErrEquivocation is in the chain of an error that kept a co-signer from signing two statements for one release.
var ErrEquivocation = errors.New("refusing to sign two statements for one release")

// Signed is one line of the memory.
type Signed struct {
	Channel   string          `json:"channel"`
	Sequence  uint64          `json:"sequence"`
	Statement document.Digest `json:"statement"`
}

type slot struct {
	channel  string
	sequence uint64
}

// Memory is what a co-signer has signed: a file to which lines of canonical JSON are appended, one for each release,
// and which nobody else may open at the same time.
//
// If the file is lost, so is the protection: restore it from a backup that holds everything that was ever signed, or
// take a new key.
type Memory struct {
	lock *flock.Flock

	mu     sync.Mutex
	file   *os.File                 // guarded by mu
	signed map[slot]document.Digest // guarded by mu
}

// OpenMemory opens the file at path, or makes it.
func OpenMemory(path string) (*Memory, error) {
	m := &Memory{lock: flock.New(path + ".lock"), signed: map[slot]document.Digest{}}
	if ok, err := m.lock.TryLock(); err != nil {
		return nil, fmt.Errorf("co-signer's memory: %w", err)
	} else if !ok {
		return nil, fmt.Errorf("co-signer's memory: %s is in use by another co-signer; two of them would not see each other's signatures", path)
	}
	if err := m.open(path); err != nil {
		return nil, errors.Join(err, m.Close())
	}
	return m, nil
}

func (m *Memory) open(path string) (err error) {
	if m.file, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600); err != nil {
		return fmt.Errorf("co-signer's memory: %w", err)
	}
	raw, err := io.ReadAll(m.file)
	if err != nil {
		return fmt.Errorf("co-signer's memory: %w", err)
	}
	// A line without its end was being written when the machine stopped. Its signature never left.
	whole := bytes.LastIndexByte(raw, '\n') + 1
	for i, line := range bytes.Split(bytes.TrimSuffix(raw[:whole], []byte("\n")), []byte("\n")) {
		if whole == 0 {
			break
		}
		var s Signed
		if err := document.Read(line, &s, nil); err != nil {
			return fmt.Errorf("co-signer's memory: line %d of %s is damaged; restore the file, since without it a release could be signed twice: %w", i+1, path, err)
		}
		at := slot{s.Channel, s.Sequence}
		if old, ok := m.signed[at]; ok && old != s.Statement {
			return fmt.Errorf("co-signer's memory: line %d of %s contradicts an earlier one", i+1, path)
		}
		m.signed[at] = s.Statement
	}
	if err := m.file.Truncate(int64(whole)); err != nil {
		return fmt.Errorf("co-signer's memory: %w", err)
	}
	if _, err := m.file.Seek(int64(whole), io.SeekStart); err != nil {
		return fmt.Errorf("co-signer's memory: %w", err)
	}
	if err := m.file.Sync(); err != nil {
		return fmt.Errorf("co-signer's memory: %w", err)
	}
	return syncDir(filepath.Dir(path)) // the file itself must survive as well
}

// Remember notes that s is about to be signed. When it returns nil that is on stable storage. It refuses another
// statement than the one that was remembered for the release before.
func (m *Memory) Remember(s Signed) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.file == nil {
		return errors.New("co-signer's memory: it is closed, or a write to it failed before: start the co-signer again")
	}
	at := slot{s.Channel, s.Sequence}
	if old, ok := m.signed[at]; ok {
		if old == s.Statement {
			return nil
		}
		return fmt.Errorf("release %d of %s: %w: %s was signed before, and the record now leads to %s", s.Sequence, s.Channel, ErrEquivocation, old, s.Statement)
	}
	line, err := document.Marshal(s)
	if err != nil {
		return err
	}
	_, err = m.file.Write(append(line, '\n'))
	if err == nil {
		err = m.file.Sync()
	}
	if err != nil {
		// What is on disk is unknown now, and a second fsync would lie about it.
		_ = m.file.Close()
		m.file = nil
		return fmt.Errorf("co-signer's memory: %w; nothing was signed", err)
	}
	m.signed[at] = s.Statement
	return nil
}

// Statement returns what was signed for a release, and whether anything was.
func (m *Memory) Statement(channel string, sequence uint64) (document.Digest, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	d, ok := m.signed[slot{channel, sequence}]
	return d, ok
}

// Close lets go of the file.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	var err error
	if m.file != nil {
		err = m.file.Close()
		m.file = nil
	}
	return errors.Join(err, m.lock.Unlock())
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
