package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/listing"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	modelfolder "github.com/peritus-dao/peritus/modelspec/folder"
)

// importFolder hashes a model's folder and drafts a spec of it, or compares it with a spec.
func importFolder(ctx context.Context, c *call, v *conversion, output, path string) error {
	root, prints, err := hashFolder(ctx, c, v, output, path, false)
	if err != nil {
		return err
	}
	defer root.Close()
	if v.bundle != "" {
		if err := checkSignedFolder(c, v, output, path, prints); err != nil {
			return err
		}
	}
	if v.against != "" {
		return compareFolder(c, v, output, path, prints)
	}
	id, err := v.folderID(path)
	if err != nil {
		return err
	}
	d, err := modelfolder.Read(root.FS(), id, prints)
	if err != nil {
		return c.refuse(output, path, asProblems("folder", err))
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(d)
	}
	for _, p := range d.Findings {
		fmt.Fprintf(c.stderr, "look at %s\n", p)
	}
	for _, p := range d.Open {
		fmt.Fprintf(c.stderr, "fill in %s\n", p)
	}
	return printIndented(c.stdout, d.Spec)
}

// checkSignedFolder verifies a bundle of OpenSSF Model Signing, and that the folder holds what it signs. Where the signer left
// nothing out, the root of the draft is the one that was signed, since it follows from the same digests.
func checkSignedFolder(c *call, v *conversion, output, path string, prints map[string]modelfolder.Print) error {
	b, _, err := readBundle(c, v, output, v.bundle)
	if err != nil {
		return err
	}
	weights, err := modelfolder.Weights(prints)
	if err != nil {
		return err
	}
	if err := b.Check(weights.Files); err != nil {
		return c.refuse(output, path, err)
	}
	fmt.Fprintf(c.stderr, "verified: %s, signed with a %s, is what the folder holds (omsRoot %s)\n", b.Name, b.Method, b.Root)
	return nil
}

// importDataFolder hashes the folder of a data set and drafts a manifest of it, with an index where that is asked for, or
// compares it with a manifest.
func importDataFolder(ctx context.Context, c *call, v *conversion, output, path string) error {
	root, prints, err := hashFolder(ctx, c, v, output, path, true)
	if err != nil {
		return err
	}
	defer root.Close()
	if v.against != "" {
		return compareDataFolder(c, v, output, path, prints)
	}
	at, err := v.now()
	if err != nil {
		return err
	}
	id, err := v.folderID(path)
	if err != nil {
		return err
	}
	o := listing.Options{File: id, URL: v.url, At: at, Version: v.version, Creator: v.creator}
	var d listing.Draft
	if v.index == "" {
		d, err = listing.Folder(modelfolder.Parts(prints), nil, o)
	} else {
		err = writeWhole(v.index, func(w io.Writer) error {
			d, err = listing.Folder(modelfolder.Parts(prints), w, o)
			return err
		})
	}
	if err != nil {
		return c.refuse(output, path, asProblems("folder", err))
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(d)
	}
	fmt.Fprintf(c.stderr, "%d files with %d bytes, each fixed by its digest\n", d.Entries, d.Bytes)
	return printIndented(c.stdout, d.Manifest)
}

// hashFolder hashes a folder with a progress bar. With --prints, what was hashed is written down file by file, so that a run
// that is interrupted or killed goes on from there.
func hashFolder(ctx context.Context, c *call, v *conversion, output, path string, data bool) (*os.Root, map[string]modelfolder.Print, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, nil, missing("%s cannot be read as a folder: %w", path, err)
	}
	options := modelfolder.Options{Workers: runtime.GOMAXPROCS(0), Data: data}
	journal, err := openPrints(v.prints)
	if err != nil {
		_ = root.Close()
		return nil, nil, err
	}
	options.Known, options.Done = journal.known, journal.add
	progress := &hashing{w: c.stderr}
	options.Progress = progress.add
	prints, err := modelfolder.Hash(ctx, root.FS(), options)
	progress.end()
	if broken := journal.close(); err == nil {
		err = broken
	}
	if err == nil {
		return root, prints, nil
	}
	_ = root.Close()
	if errors.Is(err, context.Canceled) {
		return nil, nil, fmt.Errorf("interrupted after %d files; run it again with --prints to go on from there", len(prints))
	}
	return nil, nil, c.refuse(output, path, asProblems("folder", err))
}

// folderID returns the id of what is drafted from a folder.
func (v *conversion) folderID(path string) (string, error) {
	id := v.id
	if id == "" {
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		id = strings.ToLower(filepath.Base(path))
	}
	if !document.IsID(id) {
		return "", &usageError{fmt.Sprintf("%q is not an id; name it with --id, in at most 64 of a-z, 0-9 and -", id)}
	}
	return id, nil
}

// compareDataFolder compares what was hashed with a manifest, or with the index that it names.
func compareDataFolder(c *call, v *conversion, output, path string, prints map[string]modelfolder.Print) error {
	raw, err := readFile(v.against, maxDocument)
	if err != nil {
		return err
	}
	m, err := datasets.ParseManifest(raw)
	if err != nil {
		return c.refuse(output, v.against, err)
	}
	want := m.Files
	if m.Index != nil {
		f, err := v.openIndex()
		if err != nil {
			return err
		}
		defer f.Close()
		if want, err = listing.ReadIndex(f, *m.Index); err != nil {
			return c.refuse(output, v.index, asProblems("index", err))
		}
	}
	if err := modelfolder.CheckParts(want, prints); err != nil {
		return c.refuse(output, path, err)
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(map[string]any{"result": "verified", "files": len(prints)})
	}
	_, err = fmt.Fprintf(c.stdout, "verified: the folder holds the %d files of %s %s\n", len(prints), m.Name, m.Version)
	return err
}

// openIndex opens the index that --index names.
func (v *conversion) openIndex() (*os.File, error) {
	if v.index == "" {
		return nil, &usageError{"the manifest names an index and not its files; give the index with --index FILE"}
	}
	f, err := os.Open(v.index)
	if err != nil {
		return nil, missing("the index cannot be read: %w", err)
	}
	return f, nil
}

// checkIndex reads the index that a manifest names, if --index says where it is.
func checkIndex(c *call, v *conversion, output string, raw []byte) error {
	if v.index == "" {
		return nil
	}
	m, err := datasets.ParseManifest(raw)
	if err != nil {
		return err
	}
	if m.Index == nil {
		return &usageError{"the manifest names its files and no index, so there is nothing to compare --index with"}
	}
	f, err := v.openIndex()
	if err != nil {
		return err
	}
	defer f.Close()
	if err := listing.CheckIndex(f, *m.Index, nil); err != nil {
		return c.refuse(output, v.index, asProblems("index", err))
	}
	return nil
}

// exportIndex writes the files of an index for sha256sum. The list appears when the index is known to be whole.
func exportIndex(c *call, v *conversion, output string, want datasets.Index) error {
	f, err := v.openIndex()
	if err != nil {
		return err
	}
	defer f.Close()
	if err := listing.CheckIndex(f, want, nil); err != nil {
		return c.refuse(output, v.index, asProblems("index", err))
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	w := bufio.NewWriter(c.stdout)
	if err := listing.Sums(w, f, want); err != nil {
		return err
	}
	return w.Flush()
}

// writeWhole writes a file that appears under its name when it is whole.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return missing("%w", err)
	}
	defer os.Remove(f.Name())
	if err := write(f); err != nil {
		_ = f.Close()
		return err
	}
	if err := errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return missing("%w", err)
	}
	return os.Rename(f.Name(), path)
}

func compareFolder(c *call, v *conversion, output, path string, prints map[string]modelfolder.Print) error {
	raw, err := readFile(v.against, maxDocument)
	if err != nil {
		return err
	}
	s, err := modelspec.Parse(raw)
	if err != nil {
		return c.refuse(output, v.against, err)
	}
	if err := modelfolder.Check(s.Weights, prints); err != nil {
		return c.refuse(output, path, err)
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(map[string]any{"result": "verified", "omsRoot": s.Weights.OMSRoot, "files": len(prints)})
	}
	_, err = fmt.Fprintf(c.stdout, "verified: the folder holds the %d files of %s %s\nomsRoot %s\n", len(prints), s.Name, s.Version, s.Weights.OMSRoot)
	return err
}

// hashing draws a bar, redrawn at each hundredth.
type hashing struct {
	w     io.Writer
	mu    sync.Mutex // guards what follows
	read  int64
	shown int64
}

func (p *hashing) add(_ string, n, total int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.read += n
	if total < 64<<20 { // done before anybody can read it
		return
	}
	if percent := min(100, p.read*100/total); percent > p.shown {
		p.shown = percent
		fmt.Fprintf(p.w, "\rhashing [%-50s] %3d %% of %d MiB", strings.Repeat("#", int(percent/2)), percent, total>>20)
	}
}

func (p *hashing) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown > 0 {
		fmt.Fprintln(p.w)
	}
}
