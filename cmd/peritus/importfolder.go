package main

import (
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

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	modelfolder "github.com/peritus-dao/peritus/modelspec/folder"
)

// maxPrints bounds the file of prints that an interrupted run leaves.
const maxPrints = 64 << 20

// importFolder hashes a model's folder and drafts a spec of it, or compares it with a spec.
func importFolder(ctx context.Context, c *call, v *conversion, output, path string) error {
	root, err := os.OpenRoot(path)
	if err != nil {
		return missing("%s cannot be read as a folder: %w", path, err)
	}
	defer root.Close()
	options := modelfolder.Options{Workers: runtime.GOMAXPROCS(0)}
	if v.prints != "" {
		if options.Known, err = readPrints(v.prints); err != nil {
			return err
		}
	}
	progress := &hashing{w: c.stderr}
	options.Progress = progress.add
	prints, err := modelfolder.Hash(ctx, root.FS(), options)
	progress.end()
	if v.prints != "" && prints != nil {
		if err := writePrints(v.prints, prints); err != nil {
			return err
		}
	}
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("interrupted after %d files; run it again with --prints to go on from there", len(prints))
	}
	if err != nil {
		return c.refuse(output, path, asProblems("folder", err))
	}
	if v.against != "" {
		return compareFolder(c, v, output, path, prints)
	}
	id := v.id
	if id == "" {
		id = strings.ToLower(filepath.Base(filepath.Clean(path)))
	}
	if !document.IsID(id) {
		return &usageError{fmt.Sprintf("%q is not an id; name the model with --id, in at most 64 of a-z, 0-9 and -", id)}
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

// readPrints reads what an earlier run left. A file that is not there yet is none.
func readPrints(path string) (map[string]modelfolder.Print, error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	raw, err := readFile(path, maxPrints)
	if err != nil {
		return nil, err
	}
	var prints map[string]modelfolder.Print
	if err := json.Unmarshal(raw, &prints); err != nil {
		return nil, &usageError{fmt.Sprintf("%s is not a file of prints (%v); remove it", path, err)}
	}
	return prints, nil
}

func writePrints(path string, prints map[string]modelfolder.Print) error {
	raw, err := json.Marshal(prints)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".tmp", raw, 0o644); err != nil {
		return missing("%w", err)
	}
	return os.Rename(path+".tmp", path)
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
