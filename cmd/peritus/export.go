package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/mirror"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/remote"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec/publish"
)

func exportCommand() *command {
	return &command{
		name: "export", args: "--to FILE|DIR/ [--follow] [flags] DIR|URL|FILE", run: runExport,
		summary: "Write a whole record into one file, or into a folder that any web server can serve",
		help: `The record is replayed with all its signatures first: an export is a record that holds. --to FILE writes one tar archive, the same bytes for
the same record wherever it is made; --to DIR/, with a slash or an existing folder, writes the same files as a mirror, and once more only what is new. peritus verify,
peritus import, peritus cosign and peritus-node read either, the mirror also from any web server. With --follow a mirror goes on until it is stopped.
Texts that were redacted are deleted from a mirror; an archive has to be written again.`,
	}
}

func runExport(ctx context.Context, c *call) error {
	to := c.flags.String("to", "", "`FILE` of the archive, or DIR/ of the mirror")
	follow := c.flags.Bool("follow", false, "keep the mirror up to date until stopped")
	interval := c.flags.Duration("interval", 30*time.Second, "`TIME` between two looks with --follow")
	genesis := c.flags.String("genesis", "", "`DIGEST` that is pinned, or the path of a trusted genesis.json")
	operands, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	if *to == "" {
		return &usageError{"name what to write with --to FILE, or --to DIR/ for a mirror"}
	}
	pin, _, err := pinned(*genesis)
	if err != nil {
		return err
	}
	info, err := os.Stat(*to)
	isDir := err == nil && info.IsDir() || strings.HasSuffix(*to, "/")
	if *follow && !isDir {
		return &usageError{"--follow keeps a mirror up to date, so --to must name a folder, DIR/"}
	}
	show := progress(c.stderr)
	opts := replay.Options{Genesis: pin, Progress: show}
	export := func(r recordAt, step func(context.Context, mirror.Writer, func(mirror.Writer) error) (replay.Report, error), w mirror.Writer) error {
		report, err := step(ctx, w, r.copyTUF(ctx))
		show(-1, -1)
		if errors.Is(err, replay.ErrRefuted) {
			return &refutedError{err}
		}
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.stdout, "%d entries up to %s, root %s\n", report.Size, report.Time, report.Root)
		return err
	}
	return openRecord(ctx, operands[0], func(r recordAt) error {
		e := mirror.NewExporter(replayConfig(), r.source, opts)
		if !isDir {
			return writeArchive(*to, func(w mirror.Writer) error { return export(r, e.Step, w) })
		}
		log := slog.New(slog.NewTextHandler(c.stderr, nil))
		for {
			err := export(r, e.Step, mirror.Folder(*to))
			if !*follow || errors.Is(err, replay.ErrRefuted) {
				return err
			}
			if err != nil {
				log.ErrorContext(ctx, "the mirror stays as it is", slog.Any("error", err))
			}
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(*interval):
			}
		}
	})
}

// writeArchive writes a file that is there whole or not at all.
func writeArchive(path string, write func(mirror.Writer) error) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return missing("%s cannot be written: %w", path, err)
	}
	defer os.Remove(file.Name())
	buffer := bufio.NewWriterSize(file, 1<<20)
	w := mirror.NewArchiveWriter(buffer)
	err = write(w)
	if err == nil {
		err = errors.Join(w.Close(), buffer.Flush(), file.Chmod(0o644), file.Sync())
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// recordAt is a record, wherever it lies.
type recordAt struct {
	source replay.Source
	files  publish.Files // of the TUF repository
}

// openRecord finds the record in a data folder, a database, a mirror, an archive or at an address, and calls f with it.
func openRecord(ctx context.Context, what string, f func(recordAt) error) error {
	if isWeb(what) {
		source, err := remote.New(what)
		if err != nil {
			return &usageError{err.Error()}
		}
		return f(recordAt{source: source, files: tufOf{source}})
	}
	database := what
	if !isPostgres(what) {
		info, err := os.Stat(what)
		if err != nil {
			return missing("%s: there is no such folder or file", what)
		}
		switch {
		case info.IsDir() && exists(folder(what).database()):
			database = folder(what).database()
		case info.IsDir() && mirror.IsFolder(what):
			files := mirror.Folder(what)
			return f(recordAt{source: mirror.NewSource(files), files: tufOf{files}})
		case info.IsDir():
			return missing("%s holds neither peritus.db nor log/checkpoint; a data folder or a mirror is wanted", what)
		case mirror.IsArchive(what):
			a, err := mirror.OpenArchive(what)
			if errors.Is(err, replay.ErrRefuted) {
				return &refutedError{err}
			}
			if err != nil {
				return missing("%s cannot be read: %w", what, err)
			}
			defer a.Close()
			return f(recordAt{source: mirror.NewSource(a), files: tufOf{a}})
		default:
			return &usageError{what + " is not an archive that peritus export wrote"}
		}
	}
	s, err := openStore(ctx, database, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer s.Close()
	return f(recordAt{source: store.NewSource(s.Reader), files: tufFiles{s}})
}

func isWeb(what string) bool {
	return strings.HasPrefix(what, "http://") || strings.HasPrefix(what, "https://")
}

// tufOf reads the TUF repository among the files of a mirror.
type tufOf struct{ files mirror.Files }

var _ publish.Files = tufOf{}

func (t tufOf) Get(ctx context.Context, name string) ([]byte, error) {
	return t.files.Get(ctx, "tuf/"+name, mirror.MaxBlob)
}

func (tufOf) Put(context.Context, map[string][]byte) error { return errors.ErrUnsupported }

// copyTUF returns what copies the TUF repository into a mirror, checked: everything that the newest metadata leads to, and every root.
func (r recordAt) copyTUF(ctx context.Context) func(mirror.Writer) error {
	return func(to mirror.Writer) error {
		seen := &namedFiles{Files: r.files, read: map[string][]byte{}}
		p, err := openPublished(ctx, seen)
		if err != nil || p.first == nil {
			return err
		}
		for _, name := range slices.Sorted(maps.Keys(p.targets.Signed.Targets)) {
			info := p.targets.Signed.Targets[name]
			path := publish.TargetFilePath(name, info)
			if to.Has("tuf/" + path) {
				continue
			}
			raw, err := r.files.Get(ctx, path)
			if err != nil {
				return fmt.Errorf("tuf/%s: %w", path, err)
			}
			if err := info.VerifyLengthHashes(raw); err != nil {
				return refuteFile(path, "its bytes are not those that the signed metadata name: %w", err)
			}
			if err := to.Put("tuf/"+path, raw); err != nil {
				return err
			}
		}
		// What leads to the targets comes after them, and timestamp.json last.
		for _, name := range slices.SortedFunc(maps.Keys(seen.read), func(a, b string) int {
			if m, n := publish.Mutable(a), publish.Mutable(b); m != n {
				return map[bool]int{true: 1, false: -1}[m]
			}
			return strings.Compare(a, b)
		}) {
			if to.Has("tuf/" + name) {
				continue
			}
			if err := to.Put("tuf/"+name, seen.read[name]); err != nil {
				return err
			}
		}
		return nil
	}
}

// namedFiles notes which files were read.
type namedFiles struct {
	publish.Files
	read map[string][]byte
}

func (n *namedFiles) Get(ctx context.Context, name string) ([]byte, error) {
	raw, err := n.Files.Get(ctx, name)
	if err == nil {
		n.read[name] = raw
	}
	return raw, err
}

func importCommand() *command {
	return &command{
		name: "import", args: "--data DIR [--database URL] [--genesis FILE] FILE|DIR|URL", run: runImport,
		summary: "Put an exported record into a new data folder or an empty database",
		help: `The record is replayed with all its signatures, and written in one transaction with everything that follows from it. Keys are no part of a record:
to serve it, put log.key, tuf.key and anchor.key of the instance into DIR/keys.`,
	}
}

func runImport(ctx context.Context, c *call) error {
	data := c.flags.String("data", "", "`DIR` to be made")
	database := c.flags.String("database", "", "`URL` of an empty PostgreSQL database (default: a SQLite file in DIR)")
	genesis := c.flags.String("genesis", "", "`DIGEST` that is pinned, or the path of a trusted genesis.json")
	operands, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	if *data == "" {
		return &usageError{"name the folder to be made with --data DIR"}
	}
	pin, _, err := pinned(*genesis)
	if err != nil {
		return err
	}
	dir := folder(*data)
	if exists(dir.genesis()) || exists(dir.database()) {
		return &usageError{fmt.Sprintf("%s holds an instance already; import into a new folder", dir)}
	}
	return openRecord(ctx, operands[0], func(r recordAt) error {
		show := progress(c.stderr)
		report, err := replay.NewVerifier(replayConfig(), r.source, replay.Options{Genesis: pin, Progress: show}).Verify(ctx)
		show(-1, -1)
		if errors.Is(err, replay.ErrRefuted) {
			return &refutedError{err}
		}
		if err != nil {
			return err
		}
		if err := dir.make(); err != nil {
			return err
		}
		address := *database
		if address == "" {
			address = dir.database()
		}
		st, err := openStore(ctx, address, store.Options{})
		if err != nil {
			return err
		}
		defer st.Close()
		if err := restore(ctx, st, r, report); err != nil {
			return err
		}
		raws, err := r.source.Entries(ctx, 0, 1)
		if err != nil {
			return err
		}
		if root, err := r.files.Get(ctx, "1.root.json"); err == nil {
			if err := writeFile(dir.path("root.json"), root, 0o644); err != nil {
				return err
			}
		}
		if err := writeFile(dir.genesis(), raws[0], 0o644); err != nil { // last: it makes the folder an instance
			return err
		}
		_, err = fmt.Fprintf(c.stdout, "%d entries up to %s, root %s\n", report.Size, report.Time, report.Root)
		return err
	})
}

// restore writes a record that was verified a moment ago, and what follows from it, in one transaction.
func restore(ctx context.Context, st *store.Store, r recordAt, report replay.Report) error {
	head, err := st.Head(ctx)
	if err != nil {
		return err
	}
	if head.Size != 0 {
		return &usageError{"the database holds a record already; import into an empty one"}
	}
	tuf := tufCopy{}
	if err := r.copyTUF(ctx)(tuf); err != nil {
		return err
	}
	err = st.Commit(ctx, func(tx governance.Tx) error {
		state := replay.New(replayConfig())
		for state.Size() < report.Size {
			first := state.Size()
			raws, err := r.source.Entries(ctx, first, int(min(1024, report.Size-first)))
			if err != nil {
				return err
			}
			batch, blobs, changes := state.Tree().Batch(), &keptBlobs{ctx, r.source, map[document.Digest][]byte{}}, replay.Changes{}
			for _, raw := range raws {
				e, err := record.Decode(raw)
				if err != nil {
					return err
				}
				seal, err := state.Trust(e)
				if err != nil {
					return err
				}
				more, err := state.Apply(raw, e, seal, state.Past(blobs))
				if err != nil {
					return fmt.Errorf("entry %d: %w", state.Size(), err)
				}
				batch.Append(raw)
				changes.Merge(more)
			}
			err = errors.Join(tx.AppendEntries(ctx, first, raws), tx.PutHashes(ctx, batch.First(), batch.Hashes()), tx.PutBlobs(ctx, blobs.read), tx.Apply(ctx, changes))
			if err != nil {
				return err
			}
		}
		if state.Root() != report.Root {
			return errors.New("the record changed while it was read; import it again")
		}
		return tx.ReplaceCheckpoint(ctx, 0, governance.Stored{Size: report.Size, Root: report.Root, Note: []byte(report.Checkpoint)})
	})
	if err != nil || len(tuf) == 0 {
		return err
	}
	return st.PutTUF(ctx, tuf, publish.Mutable)
}

// keptBlobs keeps what was read.
type keptBlobs struct {
	ctx    context.Context
	source replay.Source
	read   map[document.Digest][]byte
}

func (k *keptBlobs) Blob(d document.Digest) ([]byte, error) {
	raw, err := k.source.Blob(k.ctx, d)
	if err == nil {
		k.read[d] = raw
	}
	return raw, err
}

// tufCopy takes the TUF files of a mirror.
type tufCopy map[string][]byte

func (t tufCopy) Has(string) bool     { return false }
func (t tufCopy) Remove(string) error { return nil }
func (t tufCopy) Close() error        { return nil }
func (t tufCopy) Put(path string, data []byte) error {
	t[strings.TrimPrefix(path, "tuf/")] = data
	return nil
}
