package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/croissant"
	"github.com/peritus-dao/peritus/datasets/listing"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/oms"
	"github.com/peritus-dao/peritus/modelspec/render"
)

// conversion holds the flags of import and export.
type conversion struct {
	from, to, url, base, creator, jobs, keep, key, roots, at, version, id, prints, against, index, manifests, bundle string
}

// conversionFlags adds the flags of import and export to a command.
func conversionFlags(c *call) *conversion {
	v := &conversion{}
	c.flags.StringVar(&v.from, "from", "", "`FORMAT` to import: croissant, common-crawl, wikimedia, gutenberg, url-list or folder; folder or oms for a spec")
	c.flags.StringVar(&v.to, "to", "", "`FORMAT` to export: croissant or sha256sum; oms, sha256sum, vllm, llama.cpp, ollama or huggingface for a spec")
	c.flags.StringVar(&v.url, "url", "", "web `ADDRESS` from which the file was fetched, for the import record")
	c.flags.StringVar(&v.at, "at", "", "`TIME` of the import, as in 2026-11-22T13:00:00Z; now if empty")
	c.flags.StringVar(&v.version, "set-version", "", "`VERSION` of the drafted manifest, for lists that state none")
	c.flags.StringVar(&v.base, "base", "", "web `ADDRESS` of the folder that the files are in, for an export as Croissant")
	c.flags.StringVar(&v.creator, "creator", "", "`NAME` of who made a list of web addresses, or the data in a folder")
	c.flags.StringVar(&v.jobs, "jobs", "", "`NAMES` of the jobs of a Wikimedia dump, with commas; all if empty")
	c.flags.StringVar(&v.keep, "keep", "", "`FOLDER` to keep the imported bytes in, under their digest")
	c.flags.StringVar(&v.key, "key", "", "`FILE` with the public key in PEM that must have signed a bundle")
	c.flags.StringVar(&v.roots, "roots", "", "`FILE` with the root certificates in PEM that a bundle's certificate must come from")
	c.flags.StringVar(&v.bundle, "bundle", "", "`FILE` with a bundle of OpenSSF Model Signing that must sign what a folder holds")
	c.flags.StringVar(&v.id, "id", "", "`ID` of the drafted spec or manifest; the folder's name if empty")
	c.flags.StringVar(&v.prints, "prints", "", "`FILE` that remembers what was hashed, so that an interrupted import of a folder goes on")
	c.flags.StringVar(&v.against, "against", "", "`DOCUMENT` (spec or manifest) that the folder must hold the files of; nothing is drafted then. Of derive, the spec whose evaluation data must not be among the sources")
	c.flags.StringVar(&v.index, "index", "", "`FILE` with the index that a manifest names: written by import, read by check, export and --against")
	if c.command.name == "mixture" {
		c.flags.StringVar(&v.manifests, "manifests", "", "`FOLDER` with the manifests of the sources, and their indexes under their digests")
	}
	return v
}

// now returns the time of the import.
func (v *conversion) now() (document.Time, error) {
	if v.at == "" {
		return document.Time(time.Now().Unix()), nil
	}
	var t document.Time
	if err := t.UnmarshalText([]byte(v.at)); err != nil {
		return 0, &usageError{err.Error()}
	}
	return t, nil
}

// importDocument drafts a document from a file of another format.
func importDocument(ctx context.Context, c *call, v *conversion, output, schema, path string) error {
	switch {
	case schema == datasets.DatasetSchema && (v.from == "croissant" || v.from == ""):
		return importCroissant(c, v, output, path)
	case schema == datasets.DatasetSchema && v.from == "folder":
		return importDataFolder(ctx, c, v, output, path)
	case schema == datasets.DatasetSchema:
		return importList(c, v, output, path)
	case schema == modelspec.Schema && v.from == "oms":
		return importOMS(c, v, output, path)
	case schema == modelspec.Schema && (v.from == "folder" || v.from == ""):
		return importFolder(ctx, c, v, output, path)
	case schema == modelspec.Schema:
		return &usageError{fmt.Sprintf("a spec is imported from a folder or from oms, not from %q", v.from)}
	}
	return &usageError{fmt.Sprintf("peritus %s imports nothing", c.command.name)}
}

func importCroissant(c *call, v *conversion, output, path string) error {
	raw, err := readFile(path, croissant.MaxSize)
	if err != nil {
		return err
	}
	at, err := v.now()
	if err != nil {
		return err
	}
	in, err := croissant.Read(raw, croissant.Origin{URL: v.url, At: at})
	if err != nil {
		return c.refuse(output, path, err)
	}
	if err := keepBytes(v.keep, in.SHA256, bytes.NewReader(raw)); err != nil {
		return err
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(in)
	}
	fmt.Fprintf(c.stderr, "Croissant %s, grade %s, sha256 %s\n", in.Version, in.Grade, in.SHA256)
	for _, f := range in.Findings {
		fmt.Fprintf(c.stderr, "not %s: %s\n", f.Against, f.Problem)
	}
	return printIndented(c.stdout, in.Manifest)
}

func importList(c *call, v *conversion, output, path string) error {
	at, err := v.now()
	if err != nil {
		return err
	}
	o := listing.Options{File: filepath.Base(path), URL: v.url, At: at, Version: v.version, Creator: v.creator}
	read := map[string]func(io.Reader) (listing.Draft, error){
		"common-crawl": func(r io.Reader) (listing.Draft, error) { return listing.CommonCrawl(r, o) },
		"gutenberg":    func(r io.Reader) (listing.Draft, error) { return listing.Gutenberg(r, o) },
		"url-list":     func(r io.Reader) (listing.Draft, error) { return listing.URLs(r, o) },
		"wikimedia": func(r io.Reader) (listing.Draft, error) {
			return listing.Wikimedia(r, o, strings.FieldsFunc(v.jobs, func(c rune) bool { return c == ',' })...)
		},
	}[v.from]
	if read == nil {
		return &usageError{fmt.Sprintf("there is no format %q; use croissant, common-crawl, wikimedia, gutenberg, url-list or folder", v.from)}
	}
	file, err := os.Open(path)
	if err != nil {
		return missing("%s cannot be read: %w", filepath.Base(path), err)
	}
	defer file.Close()
	d, err := read(file)
	if err != nil {
		return c.refuse(output, path, asProblems("list", err))
	}
	if v.keep != "" {
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if err := keepBytes(v.keep, d.Manifest.Imported.SHA256, file); err != nil {
			return err
		}
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(d)
	}
	fixed := "the manifest fixes the list; what it names is not fixed"
	if d.Fixed {
		fixed = "the manifest fixes every file"
	}
	fmt.Fprintf(c.stderr, "%d entries, %s\n", d.Entries, fixed)
	return printIndented(c.stdout, d.Manifest)
}

// asProblems makes a refusal of an error about what a file says.
func asProblems(rule string, err error) error {
	var problems document.Problems
	if errors.As(err, &problems) {
		return err
	}
	return document.Problems{{Rule: rule, Detail: err.Error()}}
}

func importOMS(c *call, v *conversion, output, path string) error {
	b, raw, err := readBundle(c, v, output, path)
	if err != nil {
		return err
	}
	if err := keepBytes(v.keep, document.Sum(raw), bytes.NewReader(raw)); err != nil {
		return err
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(map[string]any{"result": "verified", "method": b.Method, "name": b.Name, "omsRoot": b.Root, "files": b.Files, "ignored": b.Ignored})
	}
	fmt.Fprintf(c.stderr, "verified: %s, signed with a %s\n", b.Name, b.Method)
	_, err = fmt.Fprintf(c.stdout, "omsRoot %s\n%s", b.Root, oms.Sums(b.Files))
	return err
}

// readBundle reads a bundle and verifies it against the keys or certificates that the flags name.
func readBundle(c *call, v *conversion, output, path string) (oms.Bundle, []byte, error) {
	raw, err := readFile(path, oms.MaxSize)
	if err != nil {
		return oms.Bundle{}, nil, err
	}
	at, err := v.now()
	if err != nil {
		return oms.Bundle{}, nil, err
	}
	trust := oms.Trust{At: at}
	if v.key != "" {
		text, err := readFile(v.key, 1<<20)
		if err != nil {
			return oms.Bundle{}, nil, err
		}
		if trust.Key, err = oms.ParseKey(text); err != nil {
			return oms.Bundle{}, nil, &usageError{v.key + ": " + err.Error()}
		}
	}
	if v.roots != "" {
		text, err := readFile(v.roots, 1<<20)
		if err != nil {
			return oms.Bundle{}, nil, err
		}
		if trust.Roots, err = oms.ParseRoots(text); err != nil {
			return oms.Bundle{}, nil, &usageError{v.roots + ": " + err.Error()}
		}
	}
	b, err := oms.Read(raw)
	if err != nil {
		return oms.Bundle{}, nil, c.refuse(output, path, asProblems("bundle", err))
	}
	switch err := b.Verify(trust); {
	case errors.Is(err, oms.ErrKeyless), err != nil && (b.Method == "key" && trust.Key == nil || b.Method == "certificate" && trust.Roots == nil):
		return oms.Bundle{}, nil, err // nobody can tell
	case err != nil:
		return oms.Bundle{}, nil, c.refuse(output, path, asProblems("signature", err))
	}
	return b, raw, nil
}

// exportDocument writes a document in another format.
func exportDocument(c *call, v *conversion, output, schema, path string) error {
	raw, err := readFile(path, maxDocument)
	if err != nil {
		return err
	}
	var out []byte
	switch schema {
	case datasets.DatasetSchema:
		m, err := datasets.ParseManifest(raw)
		if err != nil {
			return c.refuse(output, path, err)
		}
		if v.to == "sha256sum" && m.Index != nil {
			return exportIndex(c, v, output, *m.Index)
		}
		out, err = exportDataset(m, v)
		if err != nil {
			return err
		}
	case modelspec.Schema:
		s, err := modelspec.Parse(raw)
		if err != nil {
			return c.refuse(output, path, err)
		}
		out, err = exportSpec(s, raw, v)
		if err != nil {
			return err
		}
	default:
		return &usageError{fmt.Sprintf("peritus %s exports nothing", c.command.name)}
	}
	_, err = c.stdout.Write(out)
	return err
}

func exportDataset(m datasets.Manifest, v *conversion) ([]byte, error) {
	switch v.to {
	case "croissant", "":
		return croissant.Export(m, v.base)
	case "sha256sum":
		files := map[string]document.Digest{}
		for path, f := range m.Files {
			files[path] = f.SHA256
		}
		if len(files) == 0 {
			return nil, document.Problems{{Path: "/files", Rule: "files", Detail: "the manifest lists no files, so there is nothing to sum", Remedy: "read the index that it names"}}
		}
		return oms.Sums(files), nil
	}
	return nil, &usageError{fmt.Sprintf("a dataset is exported as croissant or sha256sum, not as %q", v.to)}
}

func exportSpec(s modelspec.Spec, raw []byte, v *conversion) ([]byte, error) {
	m := oms.NewManifest(s.ID+" "+s.Version, s.Weights.Files)
	runtimes := map[string]func(modelspec.Spec, render.Options) ([]render.File, error){
		"vllm": render.VLLM, "llama.cpp": render.LlamaCpp, "ollama": render.Ollama, "huggingface": render.HuggingFace,
	}
	switch {
	case v.to == "oms" || v.to == "":
		return m.Statement()
	case v.to == "sha256sum":
		return oms.Sums(m.Files), nil
	case runtimes[v.to] == nil:
		return nil, &usageError{fmt.Sprintf("a spec is exported as oms, sha256sum, vllm, llama.cpp, ollama or huggingface, not as %q", v.to)}
	}
	canonical, err := document.Canonical(raw)
	if err != nil {
		return nil, err
	}
	files, err := runtimes[v.to](s, render.Options{Digest: document.Sum(canonical), ModelPath: "."})
	if err != nil {
		return nil, document.Problems{{Rule: "export", Detail: err.Error()}}
	}
	var out []byte
	for _, f := range files {
		if len(files) > 1 {
			out = fmt.Appendf(out, "==> %s <==\n", f.Name)
		}
		out = append(out, f.Data...)
	}
	return out, nil
}

// keepBytes writes what was read into a folder, under its digest. The bytes are checked on the way, and the name appears
// when they are whole.
func keepBytes(dir string, want document.Digest, r io.Reader) error {
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return missing("%w", err)
	}
	f, err := os.CreateTemp(dir, ".import-")
	if err != nil {
		return missing("%w", err)
	}
	defer os.Remove(f.Name())
	sum, _, _, err := modelspec.HashReader(io.TeeReader(r, f))
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return missing("%w", err)
	}
	if sum != want {
		return fmt.Errorf("the file changed while it was read; import it again")
	}
	return os.Rename(f.Name(), filepath.Join(dir, want.String()))
}

func printIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
