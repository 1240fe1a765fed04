package agent

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// writeFile replaces a file: whole, synced, and under its name only then.
func writeFile(path string, data []byte) error {
	tmp := path + ".new"
	if err := writeSynced(tmp, data); err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

func writeSynced(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// writeTree makes the folder at path with the files, whole or not at all. An older attempt is thrown away.
func writeTree(path string, files map[string][]byte) error {
	tmp := path + ".new"
	if err := os.RemoveAll(tmp); err != nil {
		return err
	}
	dirs := map[string]bool{tmp: true}
	for name, data := range files {
		if !filepath.IsLocal(name) {
			return fmt.Errorf("%q is not the name of a file below the release's folder", name)
		}
		file := filepath.Join(tmp, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		for d := filepath.Dir(file); len(d) >= len(tmp); d = filepath.Dir(d) {
			dirs[d] = true
		}
		if err := writeSynced(file, data); err != nil {
			return err
		}
	}
	for d := range dirs {
		if err := syncDir(d); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(path); err != nil { // an older attempt that was never accepted
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// replaceLink makes the symbolic link at path point to target, in one step.
func replaceLink(path, target string) error {
	tmp := path + ".new"
	if err := os.Remove(tmp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(target, tmp); err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// folders returns the numbers of the release folders, the newest first.
func folders(path string) ([]uint64, error) {
	list, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var out []uint64
	for _, e := range list {
		if n, err := strconv.ParseUint(e.Name(), 10, 64); err == nil && e.IsDir() && strconv.FormatUint(n, 10) == e.Name() {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out, nil
}

// linked returns the number of the release that the link at path points to, or 0 if there is no link.
func linked(path string) (uint64, error) {
	target, err := os.Readlink(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	name, ok := strings.CutPrefix(filepath.ToSlash(target), "releases/")
	n, err := strconv.ParseUint(name, 10, 64)
	if !ok || err != nil {
		return 0, fmt.Errorf("the link %s points to %s, which is no release of this agent's", path, target)
	}
	return n, nil
}
