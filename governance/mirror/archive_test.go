package mirror_test

import (
	"archive/tar"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/mirror"
	"github.com/peritus-dao/peritus/governance/replay"
)

func written(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := mirror.NewArchiveWriter(&b)
	for _, f := range files {
		if err := w.Put(f, []byte("bytes of "+f)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, raw []byte) (*mirror.Archive, error) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.tar")
	if err := os.WriteFile(name, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := mirror.OpenArchive(name)
	if err == nil {
		t.Cleanup(func() { _ = a.Close() })
	}
	return a, err
}

func TestArchiveGivesBackItsFiles(t *testing.T) {
	long := "tuf/targets/" + strings.Repeat("a", 64) + "/" + strings.Repeat("b", 90) + ".json"
	raw := written(t, "log/genesis.json", "blob/sha256/00", long, "log/checkpoint")
	a, err := open(t, raw)
	if err != nil || a.Len() != 4 {
		t.Fatalf("%v", err)
	}
	for _, f := range []string{"log/checkpoint", long} {
		if got, err := a.Get(t.Context(), f, 1<<10); err != nil || string(got) != "bytes of "+f {
			t.Fatalf("%s: %q, %v", f, got, err)
		}
	}
	if _, err := a.Get(t.Context(), "log/checkpoint", 3); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("a file that is too large: %v", err)
	}
	if _, err := a.Get(t.Context(), "log/none", 3); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("a file that is not there: %v", err)
	}
	if !bytes.Equal(raw, written(t, "log/genesis.json", "blob/sha256/00", long, "log/checkpoint")) {
		t.Fatal("the same files make two archives")
	}
}

func TestArchivesThatAreRefused(t *testing.T) {
	header := func(h tar.Header) []byte {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		if err := errors.Join(w.WriteHeader(&h), w.Close()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	good := written(t, "log/genesis.json", "log/checkpoint")
	for name, test := range map[string]struct {
		raw  []byte
		says string
	}{
		"a name twice":       {written(t, "log/checkpoint", "log/checkpoint"), "holds a file twice"},
		"a path outside":     {written(t, "../log/checkpoint"), "not the path of a file"},
		"an absolute path":   {written(t, "/etc/passwd"), "not the path of a file"},
		"a crooked path":     {written(t, "log/./checkpoint"), "not the path of a file"},
		"a link":             {header(tar.Header{Typeflag: tar.TypeSymlink, Name: "log/checkpoint", Linkname: "/etc/passwd"}), "not a plain file"},
		"a folder":           {header(tar.Header{Typeflag: tar.TypeDir, Name: "log/"}), "not a plain file"},
		"cut off in a file":  {good[:520], "cut off"},
		"cut off in a head":  {good[:1100], "cut off or damaged"},
		"a header is broken": {append(append([]byte{}, good[:1024]...), bytes.Repeat([]byte("x"), 1024)...), "cut off or damaged"},
	} {
		if _, err := open(t, test.raw); !errors.Is(err, replay.ErrRefuted) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFolderKeepsToItself(t *testing.T) {
	f := mirror.Folder(t.TempDir())
	if _, err := f.Get(t.Context(), "../x", 9); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("read outside: %v", err)
	}
	if err := f.Put("../x", nil); err == nil {
		t.Fatal("wrote outside")
	}
	for _, data := range []string{"one", "two"} {
		if err := f.Put("log/checkpoint", []byte(data)); err != nil || f.Has("log/checkpoint") {
			t.Fatal("a checkpoint is put again and again", err)
		}
		if got, err := f.Get(t.Context(), "log/checkpoint", 9); err != nil || string(got) != data {
			t.Fatalf("%q, %v", got, err)
		}
	}
	if left, err := filepath.Glob(filepath.Join(string(f), "log", ".new-*")); err != nil || len(left) > 0 {
		t.Fatalf("%v, %v", left, err)
	}
}

func FuzzOpenArchive(f *testing.F) {
	f.Add(written(f, "log/genesis.json", "log/checkpoint"))
	f.Add(written(f, "log/checkpoint", "log/checkpoint"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := open(t, raw)
		if err != nil {
			return
		}
		if got, err := a.Get(t.Context(), "log/checkpoint", 1<<20); err == nil && int64(len(got)) > int64(len(raw)) {
			t.Fatal("more bytes than there are")
		}
	})
}
