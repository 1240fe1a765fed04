package main

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sigstore/sigstore/pkg/signature"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// tufStory is the shim of tuf-conformance, as a process of its own, against a server that can lie.
type tufStory struct {
	*machine
	dir, targets string
	lies         map[string][]byte // by path below /tuf/; nil hides the file
}

func newTUFStory(t *testing.T) *tufStory {
	t.Helper()
	s := &tufStory{machine: newMachine(t), lies: map[string][]byte{}}
	s.dir, s.targets = filepath.Join(s.machine.dir, "metadata"), filepath.Join(s.machine.dir, "targets")
	s.OK(os.Mkdir(s.targets, 0o755))
	s.Target("file.txt", []byte("one"))
	root, err := s.Files.Get(t.Context(), "1.root.json")
	s.OK(err)
	file := filepath.Join(s.machine.dir, "root.json")
	s.OK(os.WriteFile(file, root, 0o644))
	s.Bend = func(path string, data []byte) []byte {
		if lie, ok := s.lies[strings.TrimPrefix(path, "/tuf/")]; ok {
			return lie
		}
		return data
	}
	s.client("", "init", file)
	s.client("", "refresh")
	return s
}

// client runs the shim, which must end with status 0, or with status 1 and these words.
func (s *tufStory) client(says string, args ...string) string {
	s.TB.Helper()
	flags := []string{"tuf-client", "--metadata-dir", s.dir, "--metadata-url", s.URL + "/tuf"}
	if args[0] == "download" {
		for _, name := range args[1:] {
			flags = append(flags, "--target-name", name)
		}
		flags, args = append(flags, "--target-base-url", s.URL+"/tuf/targets", "--target-dir", s.targets), args[:1]
	}
	before := s.trusted()
	s.Sync()
	cmd, out := s.process(s.TB.Context(), nil, append(flags, args...)...)
	err := cmd.Wait()
	s.Sync()
	text := out.String()
	if says == "" {
		if err != nil {
			s.TB.Fatalf("%v: %v: %s", args, err, text)
		}
		return text
	}
	exit, ok := err.(*exec.ExitError)
	if !ok || exit.ExitCode() != 1 || !strings.Contains(text, says) || strings.Count(text, "\n") != 1 {
		s.TB.Fatalf("%v: %v, want status 1 and one line with …%s…: %s", args, err, says, text)
	}
	// Nothing that was refused is kept: what is trusted is still what was.
	after := s.trusted()
	for _, role := range []string{"timestamp.json", "snapshot.json", "targets.json"} {
		if after[role] != before[role] && !strings.Contains(says, "kept") {
			// A newer file that is good by itself may stand; a file that is not signed may not.
			root, err := metadata.Root().FromBytes([]byte(after["root.json"]))
			s.OK(err)
			if err := verifies(root, strings.TrimSuffix(role, ".json"), []byte(after[role])); err != nil {
				s.TB.Errorf("%s is kept and does not verify: %v", role, err)
			}
		}
	}
	return text
}

func verifies(root *metadata.Metadata[metadata.RootType], role string, raw []byte) error {
	switch role {
	case metadata.TIMESTAMP:
		m, err := metadata.Timestamp().FromBytes(raw)
		if err != nil {
			return err
		}
		return root.VerifyDelegate(role, m)
	case metadata.SNAPSHOT:
		m, err := metadata.Snapshot().FromBytes(raw)
		if err != nil {
			return err
		}
		return root.VerifyDelegate(role, m)
	}
	m, err := metadata.Targets().FromBytes(raw)
	if err != nil {
		return err
	}
	return root.VerifyDelegate(role, m)
}

func (s *tufStory) trusted() map[string]string {
	s.TB.Helper()
	out := map[string]string{}
	for _, name := range []string{"root.json", "timestamp.json", "snapshot.json", "targets.json"} {
		raw, err := os.ReadFile(filepath.Join(s.dir, name))
		if err == nil {
			out[name] = string(raw)
		}
	}
	return out
}

func (s *tufStory) file(name string) []byte {
	s.TB.Helper()
	raw, err := s.Files.Get(s.TB.Context(), name)
	s.OK(err)
	return raw
}

func sign[T metadata.Roles](s *tufStory, m *metadata.Metadata[T], names ...string) []byte {
	s.TB.Helper()
	m.ClearSignatures()
	for _, n := range names {
		signer, err := signature.LoadECDSASigner(releasetest.Key(n), crypto.SHA256)
		s.OK(err)
		_, err = m.Sign(signer)
		s.OK(err)
	}
	raw, err := m.ToBytes(false)
	s.OK(err)
	return raw
}

// timestamp serves a timestamp of the online key that has been changed.
func (s *tufStory) timestamp(change func(*metadata.TimestampType)) {
	s.TB.Helper()
	m, err := metadata.Timestamp().FromBytes(s.file("timestamp.json"))
	s.OK(err)
	m.Signed.Version++
	change(&m.Signed)
	s.lies["timestamp.json"] = sign(s, m, "online")
}

func meta(version int64, raw []byte) *metadata.MetaFiles {
	sum := sha256.Sum256(raw)
	return &metadata.MetaFiles{Version: version, Length: int64(len(raw)), Hashes: metadata.Hashes{"sha256": sum[:]}}
}

// snapshot serves a changed snapshot of the online key, and a timestamp that leads to it.
func (s *tufStory) snapshot(change func(*metadata.SnapshotType)) {
	s.TB.Helper()
	old, err := metadata.Timestamp().FromBytes(s.file("timestamp.json"))
	s.OK(err)
	m, err := metadata.Snapshot().FromBytes(s.file(fmt.Sprintf("%d.snapshot.json", old.Signed.Meta["snapshot.json"].Version)))
	s.OK(err)
	m.Signed.Version++
	change(&m.Signed)
	raw := sign(s, m, "online")
	s.lies[fmt.Sprintf("%d.snapshot.json", m.Signed.Version)] = raw
	s.timestamp(func(t *metadata.TimestampType) { t.Meta["snapshot.json"] = meta(m.Signed.Version, raw) })
}

// root serves a next root.
func (s *tufStory) root(version int64, change func(*metadata.RootType), signers ...string) []byte {
	s.TB.Helper()
	m, err := metadata.Root().FromBytes([]byte(s.trusted()["root.json"]))
	s.OK(err)
	m.Signed.Version++
	change(&m.Signed)
	raw := sign(s, m, signers...)
	s.lies[fmt.Sprintf("%d.root.json", version)] = raw
	return raw
}

// newKeys is a root whose role root belongs to others.
func (s *tufStory) newKeys(threshold int, names ...string) func(*metadata.RootType) {
	return func(r *metadata.RootType) {
		r.Roles[metadata.ROOT].KeyIDs, r.Roles[metadata.ROOT].Threshold = nil, threshold
		for _, n := range names {
			key, err := metadata.KeyFromPublicKey(releasetest.Key(n).Public())
			s.OK(err)
			s.OK(r.AddKey(key, metadata.ROOT))
		}
	}
}

// What tuf-conformance asks of a client, replayed through its command line: rollback, freeze, mix and match, expiry, threshold, rotation.
func TestTUFClientIsNotFooled(t *testing.T) {
	hour := time.Hour
	for _, test := range []struct {
		name string
		do   func(s *tufStory)
		says string // empty: the client follows
	}{
		{"rollback: an older timestamp", func(s *tufStory) { s.lies["timestamp.json"] = s.file("1.timestamp.json") }, "version"},
		{"rollback: a newer timestamp names an older snapshot", func(s *tufStory) {
			s.timestamp(func(t *metadata.TimestampType) { t.Meta["snapshot.json"] = meta(1, s.file("1.snapshot.json")) })
		}, "version"},
		{"rollback: a newer snapshot names older targets", func(s *tufStory) {
			s.snapshot(func(m *metadata.SnapshotType) { m.Meta["targets.json"] = meta(1, s.file("1.targets.json")) })
		}, "version"},
		{"rollback: a newer snapshot names no targets", func(s *tufStory) {
			s.snapshot(func(m *metadata.SnapshotType) { delete(m.Meta, "targets.json") })
		}, "targets"},

		{"freeze: the timestamp has expired", func(s *tufStory) {
			s.timestamp(func(t *metadata.TimestampType) { t.Expires = time.Now().Add(-hour).UTC() })
		}, "expired"},
		{"expiry: the snapshot has expired", func(s *tufStory) {
			s.snapshot(func(m *metadata.SnapshotType) { m.Expires = time.Now().Add(-hour).UTC() })
		}, "expired"},
		{"expiry: the root has expired", func(s *tufStory) {
			s.root(2, func(r *metadata.RootType) { r.Expires = time.Now().Add(-hour).UTC() }, "alpha", "beta")
		}, "expired"},
		{"expiry: the targets have expired", func(s *tufStory) {
			old, err := metadata.Targets().FromBytes(s.file("2.targets.json"))
			s.OK(err)
			old.Signed.Version, old.Signed.Expires = 3, time.Now().Add(-hour).UTC()
			raw := sign(s, old, "online")
			s.lies["3.targets.json"] = raw
			s.snapshot(func(m *metadata.SnapshotType) { m.Meta["targets.json"] = meta(3, raw) })
		}, "expired"},

		{"mix and match: the snapshot is another than the timestamp names", func(s *tufStory) {
			s.snapshot(func(m *metadata.SnapshotType) {})
			other, err := metadata.Snapshot().FromBytes(s.lies["3.snapshot.json"])
			s.OK(err)
			other.Signed.Expires = other.Signed.Expires.Add(hour)
			s.lies["3.snapshot.json"] = sign(s, other, "online")
		}, "mismatch"},
		{"mix and match: the targets are others than the snapshot names", func(s *tufStory) {
			other, err := metadata.Targets().FromBytes(s.file("2.targets.json"))
			s.OK(err)
			other.Signed.Version = 3
			raw := sign(s, other, "online")
			s.snapshot(func(m *metadata.SnapshotType) { m.Meta["targets.json"] = meta(3, raw) })
			other.Signed.Targets = map[string]*metadata.TargetFiles{}
			s.lies["3.targets.json"] = sign(s, other, "online")
		}, "mismatch"},
		{"mix and match: a snapshot under another version", func(s *tufStory) {
			raw := s.file("2.snapshot.json")
			s.lies["3.snapshot.json"] = raw
			s.timestamp(func(t *metadata.TimestampType) { t.Meta["snapshot.json"] = meta(3, raw) })
		}, "version"},

		{"threshold: a timestamp that nobody signed", func(s *tufStory) {
			s.timestamp(func(*metadata.TimestampType) {})
			m, err := metadata.Timestamp().FromBytes(s.lies["timestamp.json"])
			s.OK(err)
			s.lies["timestamp.json"] = sign(s, m)
		}, "not enough signatures"},
		{"threshold: a timestamp of another key", func(s *tufStory) {
			s.timestamp(func(*metadata.TimestampType) {})
			m, err := metadata.Timestamp().FromBytes(s.lies["timestamp.json"])
			s.OK(err)
			s.lies["timestamp.json"] = sign(s, m, "alpha")
		}, "not enough signatures"},
		{"threshold: a root with one signature of two", func(s *tufStory) { s.root(2, func(*metadata.RootType) {}, "alpha") }, "not enough signatures"},
		{"threshold: a root that one key signed twice", func(s *tufStory) {
			// Two signatures under one key id are one, whatever they look like.
			raw := string(s.root(2, func(*metadata.RootType) {}, "alpha"))
			one := raw[strings.Index(raw, `"signatures":[`)+len(`"signatures":[`) : strings.Index(raw, "],\"signed\"")]
			s.lies["2.root.json"] = []byte(strings.Replace(raw, one, one+","+one, 1))
		}, "multiple signatures found for key ID"},
		{"threshold: a root that asks for no signature", func(s *tufStory) {
			s.root(2, func(r *metadata.RootType) { r.Roles[metadata.TIMESTAMP].Threshold = 0 }, "alpha", "beta")
		}, "insufficient threshold (0) configured for timestamp"},

		{"rotation: the root keys change, signed by the old and the new", func(s *tufStory) {
			s.root(2, s.newKeys(1, "delta"), "alpha", "beta", "delta")
		}, ""},
		{"rotation: new root keys that the old did not sign", func(s *tufStory) { s.root(2, s.newKeys(1, "delta"), "delta") }, "not enough signatures"},
		{"rotation: new root keys that did not sign themselves", func(s *tufStory) { s.root(2, s.newKeys(1, "delta"), "alpha", "beta") }, "not enough signatures"},
		{"rotation: a root is left out", func(s *tufStory) {
			s.root(2, func(r *metadata.RootType) { r.Version = 3 }, "alpha", "beta")
		}, "version"},
		{"rotation: the online key was changed, and the old one goes on", func(s *tufStory) {
			s.root(2, func(r *metadata.RootType) {
				key, err := metadata.KeyFromPublicKey(releasetest.Key("other").Public())
				s.OK(err)
				id, err := key.ID()
				s.OK(err)
				r.Keys[id] = key
				for _, role := range []string{metadata.TIMESTAMP, metadata.SNAPSHOT, metadata.TARGETS} {
					r.Roles[role].KeyIDs = []string{id}
				}
			}, "alpha", "beta")
		}, "not enough signatures"},

		{"a root that is no JSON", func(s *tufStory) { s.lies["2.root.json"] = []byte("{") }, "JSON"},
		{"a timestamp without end", func(s *tufStory) { s.lies["timestamp.json"] = bytes.Repeat([]byte(" "), 1<<20) }, "larger than the 16384 bytes"},
		{"nothing but good news", func(s *tufStory) { s.Target("file.txt", []byte("two")) }, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newTUFStory(t)
			test.do(s)
			s.client(test.says, "refresh")
		})
	}
}

// Targets are fetched once, kept in their folder whatever they are called, and are what the metadata say.
func TestTUFClientDownloads(t *testing.T) {
	s := newTUFStory(t)
	s.client("", "download", "file.txt")
	path := publish.TargetPath("file.txt", []byte("one"))
	s.lies[path] = []byte("evil") // of the same length class: it must not even be asked for again
	s.client("", "download", "file.txt")
	s.OK(os.RemoveAll(s.targets))
	s.OK(os.Mkdir(s.targets, 0o755))
	s.client("tuf-client download: ", "download", "file.txt")
	s.lies[path] = []byte("eno")
	s.client("hash", "download", "file.txt")
	s.lies[path] = []byte("one and more")
	s.client("larger than", "download", "file.txt")
	delete(s.lies, path)
	s.Target("deep/er/file.txt", []byte("deep"))
	s.client("", "download", "file.txt", "deep/er/file.txt")
	s.client("tuf-client download: ", "download", "none", "file.txt")
	entries, err := os.ReadDir(s.targets)
	s.OK(err)
	if len(entries) != 2 {
		t.Errorf("%v", entries)
	}
	if out, err := filepath.Glob(filepath.Join(s.machine.dir, "*.txt")); err != nil || len(out) > 0 {
		t.Errorf("files outside: %v, %v", out, err)
	}
}
