package publish

import (
	"context"
	"crypto/ecdsa"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

const timestampName = "timestamp.json"

// Config is what a Repository needs. Key and Files have no default.
type Config struct {
	Files Files
	Key   *ecdsa.PrivateKey // the online key: targets, snapshot and timestamp
	Now   func() time.Time  // the zero value is the machine's clock

	// How long each role's signature lives. [Repository.Refresh] signs again when less than three quarters of that are
	// left of the timestamp, and half of the others. The zero values are 1, 7 and 90 days.
	TimestampLife, SnapshotLife, TargetsLife time.Duration
}

// Life returns how long a signature of a role lives if nothing else is configured; zero for the root, which people sign.
func Life(role string) time.Duration {
	const day = 24 * time.Hour
	return map[string]time.Duration{metadata.TIMESTAMP: day, metadata.SNAPSHOT: 7 * day, metadata.TARGETS: 90 * day}[role]
}

// Repository is a TUF repository with consistent snapshots. It keeps no state between calls but the number of the
// newest root, so several processes can share the files.
type Repository struct {
	cfg Config

	mu   sync.Mutex // one write at a time from this process; Files.Put guards against others
	root int64      // the newest root that was seen; guarded by mu
}

// New returns a repository over files that may still be empty; see [Repository.Init].
func New(cfg Config) (*Repository, error) {
	if cfg.Files == nil || cfg.Key == nil {
		return nil, errors.New("tuf: files and the online key are needed")
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	for life, role := range map[*time.Duration]string{&cfg.TimestampLife: metadata.TIMESTAMP, &cfg.SnapshotLife: metadata.SNAPSHOT, &cfg.TargetsLife: metadata.TARGETS} {
		if *life == 0 {
			*life = Life(role)
		}
	}
	return &Repository{cfg: cfg, root: 1}, nil
}

// state is what the repository holds at one time.
type state struct {
	root      *metadata.Metadata[metadata.RootType]
	timestamp *metadata.Metadata[metadata.TimestampType]
	snapshot  *metadata.Metadata[metadata.SnapshotType]
	targets   *metadata.Metadata[metadata.TargetsType]
}

// Init stores the first root, which enough holders of its keys have signed, and an empty set of targets. A repository
// that has the same root already is left alone.
func (r *Repository) Init(ctx context.Context, root []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	m, err := parseRoot(root, nil)
	if err != nil {
		return fmt.Errorf("tuf: %w", err)
	}
	if err := r.mayUseKey(m); err != nil {
		return err
	}
	if _, err := r.cfg.Files.Get(ctx, timestampName); err == nil {
		return r.cfg.Files.Put(ctx, map[string][]byte{"1.root.json": root}) // refused if it is another one
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("tuf: %w", err)
	}
	s := state{root: m, timestamp: metadata.Timestamp(), snapshot: metadata.Snapshot(), targets: metadata.Targets()}
	s.timestamp.Signed.Version, s.snapshot.Signed.Version, s.targets.Signed.Version = 0, 0, 0
	files := map[string][]byte{"1.root.json": root}
	if err := r.write(s, true, true, files); err != nil {
		return err
	}
	return r.cfg.Files.Put(ctx, files)
}

// mayUseKey checks that the root gives the online roles to our key, so that a wrong key is found at the start and not
// by the nodes.
func (r *Repository) mayUseKey(root *metadata.Metadata[metadata.RootType]) error {
	key, err := metadata.KeyFromPublicKey(r.cfg.Key.Public())
	if err != nil {
		return fmt.Errorf("tuf: %w", err)
	}
	id, err := key.ID()
	if err != nil {
		return fmt.Errorf("tuf: %w", err)
	}
	for _, role := range []string{metadata.TARGETS, metadata.SNAPSHOT, metadata.TIMESTAMP} {
		if !slices.Contains(root.Signed.Roles[role].KeyIDs, id) || root.Signed.Roles[role].Threshold != 1 {
			return fmt.Errorf("tuf: root %d does not give the role %s to the online key alone: publish a root that does, or use the key that it names", root.Signed.Version, role)
		}
	}
	return nil
}

// PublishRoot stores the next root: a rotation of keys, signed by the thresholds of the old and of the new ones. What
// the old online key signed is signed again if the new root gives its roles to ours.
func (r *Repository) PublishRoot(ctx context.Context, root []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	old, err := r.newestRoot(ctx)
	if err != nil {
		return err
	}
	m, err := parseRoot(root, old)
	if err != nil {
		return fmt.Errorf("tuf: %w", err)
	}
	if err := r.mayUseKey(m); err != nil {
		return err
	}
	s, err := r.load(ctx)
	if err != nil {
		return err
	}
	s.root = m
	files := map[string][]byte{fmt.Sprintf("%d.root.json", m.Signed.Version): root}
	if err := r.write(s, true, true, files); err != nil {
		return err
	}
	return r.cfg.Files.Put(ctx, files)
}

// newestRoot returns the bytes of the newest root.
func (r *Repository) newestRoot(ctx context.Context) ([]byte, error) {
	root, err := r.cfg.Files.Get(ctx, fmt.Sprintf("%d.root.json", r.root))
	if err != nil {
		return nil, fmt.Errorf("tuf: root %d: %w", r.root, err)
	}
	for {
		next, err := r.cfg.Files.Get(ctx, fmt.Sprintf("%d.root.json", r.root+1))
		if errors.Is(err, fs.ErrNotExist) {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("tuf: root %d: %w", r.root+1, err)
		}
		root = next
		r.root++
	}
}

// load reads the current state.
func (r *Repository) load(ctx context.Context) (s state, err error) {
	get := func(name string) []byte {
		var data []byte
		if err == nil {
			data, err = r.cfg.Files.Get(ctx, name)
		}
		return data
	}
	root, err := r.newestRoot(ctx)
	if err != nil {
		return s, err
	}
	if s.root, err = metadata.Root().FromBytes(root); err != nil {
		return s, fmt.Errorf("tuf: root %d: %w", r.root, err)
	}
	if data := get(timestampName); err == nil {
		s.timestamp, err = metadata.Timestamp().FromBytes(data)
	}
	if err == nil {
		if data := get(fmt.Sprintf("%d.snapshot.json", s.timestamp.Signed.Meta["snapshot.json"].Version)); err == nil {
			s.snapshot, err = metadata.Snapshot().FromBytes(data)
		}
	}
	if err == nil {
		if data := get(fmt.Sprintf("%d.targets.json", s.snapshot.Signed.Meta["targets.json"].Version)); err == nil {
			s.targets, err = metadata.Targets().FromBytes(data)
		}
	}
	if err != nil {
		return s, fmt.Errorf("tuf: reading the repository: %w", err)
	}
	return s, nil
}

// write signs a new timestamp over the state, and a new snapshot and new targets if asked, into files.
func (r *Repository) write(s state, snapshot, targets bool, files map[string][]byte) error {
	now := r.cfg.Now().UTC().Truncate(time.Second)
	if targets {
		s.targets.Signed.Version++
		s.targets.Signed.Expires = now.Add(r.cfg.TargetsLife)
		data, err := signed(s.targets, r.cfg.Key)
		if err != nil {
			return err
		}
		files[fmt.Sprintf("%d.targets.json", s.targets.Signed.Version)] = data
		s.snapshot.Signed.Meta["targets.json"] = metaOf(s.targets.Signed.Version, data)
		snapshot = true
	}
	if snapshot {
		s.snapshot.Signed.Version++
		s.snapshot.Signed.Expires = now.Add(r.cfg.SnapshotLife)
		data, err := signed(s.snapshot, r.cfg.Key)
		if err != nil {
			return err
		}
		files[fmt.Sprintf("%d.snapshot.json", s.snapshot.Signed.Version)] = data
		s.timestamp.Signed.Meta["snapshot.json"] = metaOf(s.snapshot.Signed.Version, data)
	}
	s.timestamp.Signed.Version++
	s.timestamp.Signed.Expires = now.Add(r.cfg.TimestampLife)
	data, err := signed(s.timestamp, r.cfg.Key)
	if err != nil {
		return err
	}
	files[timestampName] = data
	// Clients ask for timestamp.json alone. The copy under its version is what makes Put refuse the slower of two
	// writers, who would otherwise put an older state back.
	files[fmt.Sprintf("%d.timestamp.json", s.timestamp.Signed.Version)] = data
	return nil
}

func metaOf(version int64, data []byte) *metadata.MetaFiles {
	sum := sha256.Sum256(data)
	return &metadata.MetaFiles{Version: version, Length: int64(len(data)), Hashes: metadata.Hashes{"sha256": sum[:]}}
}

func signed[T metadata.Roles](m *metadata.Metadata[T], key *ecdsa.PrivateKey) ([]byte, error) {
	m.ClearSignatures()
	if err := sign(m, key); err != nil {
		return nil, fmt.Errorf("tuf: %w", err)
	}
	return m.ToBytes(false)
}

// Publish adds targets or replaces them, all at once. Publishing what is there already changes nothing.
func (r *Repository) Publish(ctx context.Context, targets map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(targets)) {
		if name == "" || path.Clean(name) != name || path.IsAbs(name) || strings.HasPrefix(name, "..") || strings.ContainsAny(name, "\\?#% ") {
			return fmt.Errorf("tuf: %q is not the name of a target", name)
		}
	}
	return r.retry(ctx, func(s state, files map[string][]byte) error {
		changed := false
		for _, name := range slices.Sorted(maps.Keys(targets)) {
			info, err := metadata.TargetFile().FromBytes(name, targets[name], "sha256")
			if err != nil {
				return fmt.Errorf("tuf: %s: %w", name, err)
			}
			if old, ok := s.targets.Signed.Targets[name]; !ok || !old.Equal(*info) {
				changed = true
				s.targets.Signed.Targets[name] = info
			}
			files[targetPath(name, info)] = targets[name]
		}
		if !changed {
			clear(files)
			return nil
		}
		return r.write(s, true, true, files)
	})
}

// targetPath is where a consistent snapshot keeps a target: targets/<folder>/<hash>.<name>.
func targetPath(name string, info *metadata.TargetFiles) string {
	dir, base := path.Split(name)
	return "targets/" + dir + hex.EncodeToString(info.Hashes["sha256"]) + "." + base
}

// TargetFilePath is where the repository keeps a target that its metadata describe.
func TargetFilePath(name string, info *metadata.TargetFiles) string { return targetPath(name, info) }

// TargetPath is where the repository keeps a target with these bytes.
func TargetPath(name string, data []byte) string {
	sum := sha256.Sum256(data)
	return targetPath(name, &metadata.TargetFiles{Hashes: metadata.Hashes{"sha256": sum[:]}})
}

// Refresh signs again what would expire before long, or what the newest root no longer accepts. Call it every few
// minutes, and once at the start.
func (r *Repository) Refresh(ctx context.Context) error {
	return r.retry(ctx, func(s state, files map[string][]byte) error {
		if err := r.mayUseKey(s.root); err != nil {
			return err
		}
		now := r.cfg.Now()
		targets := s.targets.Signed.Expires.Sub(now) < r.cfg.TargetsLife/2 || s.root.VerifyDelegate(metadata.TARGETS, s.targets) != nil
		snapshot := targets || s.snapshot.Signed.Expires.Sub(now) < r.cfg.SnapshotLife/2 || s.root.VerifyDelegate(metadata.SNAPSHOT, s.snapshot) != nil
		if snapshot || s.timestamp.Signed.Expires.Sub(now) < r.cfg.TimestampLife*3/4 || s.root.VerifyDelegate(metadata.TIMESTAMP, s.timestamp) != nil {
			return r.write(s, snapshot, targets, files)
		}
		return nil
	})
}

// retry makes one change on top of the current state, and again if another writer was faster.
func (r *Repository) retry(ctx context.Context, change func(s state, files map[string][]byte) error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	for try := 0; ; try++ {
		s, err := r.load(ctx)
		if err != nil {
			return err
		}
		files := map[string][]byte{}
		if err := change(s, files); err != nil || len(files) == 0 {
			return err
		}
		err = r.cfg.Files.Put(ctx, files)
		if err == nil || !errors.Is(err, ErrConflict) || try == 5 {
			return err
		}
	}
}

// Status is one role as it stands.
type Status struct {
	Role    string    `json:"role"`
	Version int64     `json:"version"`
	Expires time.Time `json:"expires"`
}

// Status returns the roles with their dates, in TUF's order.
func (r *Repository) Status(ctx context.Context) ([]Status, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s, err := r.load(ctx)
	if err != nil {
		return nil, err
	}
	return []Status{
		{metadata.ROOT, s.root.Signed.Version, s.root.Signed.Expires},
		{metadata.TIMESTAMP, s.timestamp.Signed.Version, s.timestamp.Signed.Expires},
		{metadata.SNAPSHOT, s.snapshot.Signed.Version, s.snapshot.Signed.Expires},
		{metadata.TARGETS, s.targets.Signed.Version, s.targets.Signed.Expires},
	}, nil
}

// Target returns a target as it is published now, or an error that wraps fs.ErrNotExist.
func (r *Repository) Target(ctx context.Context, name string) ([]byte, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s, err := r.load(ctx)
	if err != nil {
		return nil, err
	}
	info, ok := s.targets.Signed.Targets[name]
	if !ok {
		return nil, fmt.Errorf("tuf: target %s: %w", name, fs.ErrNotExist)
	}
	return r.cfg.Files.Get(ctx, targetPath(name, info))
}
