package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec/agent"
)

// verifyFolder replays the database of a data folder, and compares what lies beside the log with it.
func verifyFolder(ctx context.Context, c *call, f verifyFlags, dir folder) error {
	if !exists(dir.database()) {
		return missing("%s holds no peritus.db and no log/checkpoint; a data folder of peritus demo or peritus serve is wanted, a mirror, or a postgres:// address", dir)
	}
	rpc := ""
	if *f.chain == "" && exists(dir.chain()) {
		chain, err := devnet.Start(ctx, devnet.Config{Dir: dir.chain()})
		if err != nil {
			fmt.Fprintf(c.stderr, "the chain in %s cannot be read now, so that it stays unchecked unless --chain names an endpoint: %s\n", dir, oneLine(err))
		} else {
			defer chain.Close()
			rpc = chain.URL()
		}
	}
	return verifyDatabase(ctx, c, f, dir.database(), rpc, func(r store.Reader, state *replay.State) ([]replay.Claim, error) {
		return checkFolder(ctx, dir, r, state)
	})
}

// verifyDatabase replays the log in a database, with all rows. beside checks what lies beside the database.
func verifyDatabase(ctx context.Context, c *call, f verifyFlags, address, rpc string, beside func(store.Reader, *replay.State) ([]replay.Claim, error)) error {
	s, err := openStore(ctx, address, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer s.Close()
	published, unpublished := openPublished(ctx, tufFiles{s})
	return s.Snapshot(ctx, func(r store.Reader) error {
		if err := checkBegun(ctx, r); err != nil {
			return c.verdict(*f.output, "", replay.Report{}, 0, err)
		}
		source := store.NewSource(r)
		return verifyLog(ctx, c, f, source, rpc, func(state *replay.State) ([]replay.Claim, error) {
			if err := checkEnd(ctx, r, state); err != nil {
				return nil, err
			}
			if unpublished != nil {
				return nil, unpublished
			}
			claim, err := published.check(ctx, source, state)
			if err != nil || beside == nil {
				return []replay.Claim{claim}, err
			}
			claims, err := beside(r, state)
			return append([]replay.Claim{claim}, claims...), err
		})
	})
}

// checkBegun checks that there is a log. Entries without a checkpoint are none.
func checkBegun(ctx context.Context, r store.Reader) error {
	head, err := r.Head(ctx)
	if err != nil && !errors.Is(err, store.ErrNotFound) || err == nil && head.Size > 0 {
		return err
	}
	entries, err := r.Entries(ctx, 0, 1)
	switch {
	case errors.Is(err, store.ErrNotFound) || len(entries) > 0:
		return &replay.Refutation{Index: -1, Kind: "checkpoint", Err: errors.New("it is missing, and there are entries")}
	case err != nil:
		return err
	}
	return errors.New("the database holds no log yet: found an instance with peritus init, and start it with peritus serve")
}

// checkEnd checks that the log ends in the tables where its checkpoint says.
func checkEnd(ctx context.Context, r store.Reader, state *replay.State) error {
	refute := func(what, format string, args ...any) error {
		return &replay.Refutation{Index: -1, Kind: what, Err: fmt.Errorf(format, args...)}
	}
	head, err := r.Head(ctx)
	if err != nil {
		return err
	}
	if head.Size != state.Size() || head.Root != state.Root() {
		return refute("checkpoint", "the row says size %d and root %s, and the note that the log signed says size %d and root %s", head.Size, head.Root, state.Size(), state.Root())
	}
	if more, err := r.Entries(ctx, state.Size(), 1); errors.Is(err, store.ErrNotFound) || len(more) > 0 {
		return refute("row", "the table entries: there are entries beyond the %d that the checkpoint covers", state.Size())
	} else if err != nil {
		return err
	}
	if _, err := r.Hashes(ctx, []int64{record.StoredCount(state.Size())}); err == nil {
		return refute("row", "the table hashes: there are hashes beyond the %d entries that the checkpoint covers", state.Size())
	} else if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	return nil
}

// checkFolder compares the files of a data folder with the record.
func checkFolder(ctx context.Context, dir folder, r store.Reader, state *replay.State) ([]replay.Claim, error) {
	genesis, err := os.ReadFile(dir.genesis())
	if err != nil {
		return nil, missing("genesis.json cannot be read: %w", err)
	}
	first, err := r.Entries(ctx, 0, 1)
	if err != nil {
		return nil, err
	}
	refute := func(name, format string, args ...any) error {
		return &replay.Refutation{Index: -1, Kind: name, Err: fmt.Errorf(format, args...)}
	}
	if !bytes.Equal(first[0], genesis) {
		return nil, refute("genesis.json", "the file is not entry 0 of the record")
	}
	g, _ := state.Genesis()
	if raw, err := os.ReadFile(dir.path("root.json")); err == nil && document.Sum(raw) != g.TUFRoot {
		return nil, refute("root.json", "the file is not the root that genesis.json pins")
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, missing("root.json cannot be read: %w", err)
	}
	if !exists(filepath.Join(dir.node(), "state.json")) {
		return nil, nil
	}
	n, err := checkNode(dir.node(), state, refute)
	if err != nil {
		return nil, err
	}
	return []replay.Claim{{Label: replay.Proved, What: "node files", Detail: fmt.Sprintf("%d releases in the folder of the node, with the bundle and the document that the record names, and the configuration that the node reported", n)}}, nil
}

// checkNode compares what the demo's node keeps on disk with the record. It returns how many releases that is.
func checkNode(dir string, state *replay.State, refute func(name, format string, args ...any) error) (int, error) {
	kept, err := agent.ReadState(dir)
	if err != nil {
		return 0, refute("node/state.json", "%w", err)
	}
	releases := state.Releases(kept.Channel)
	folders, err := os.ReadDir(filepath.Join(dir, "releases"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	checked := 0
	for _, f := range folders {
		sequence, err := strconv.ParseUint(f.Name(), 10, 63)
		if err != nil {
			continue // it is being written
		}
		in := "node/releases/" + f.Name() + "/"
		if sequence < 1 || sequence > uint64(len(releases)) {
			return 0, refute(in, "the record knows of no release %d of %s", sequence, kept.Channel)
		}
		r := releases[sequence-1]
		files := map[string][]byte{}
		for _, name := range []string{"bundle.json", "document.json", "release.json"} {
			if files[name], err = os.ReadFile(filepath.Join(dir, "releases", f.Name(), name)); err != nil {
				return 0, refute(in+name, "the file is missing: %w", err)
			}
		}
		if document.Sum(files["bundle.json"]) != r.Bundle {
			return 0, refute(in+"bundle.json", "the file is not the bundle of release %d that the record names", sequence)
		}
		if document.Sum(files["document.json"]) != r.Intent.Document {
			return 0, refute(in+"document.json", "the file is not the document that was decided")
		}
		var rendered struct {
			Config document.Digest            `json:"config"`
			Files  map[string]document.Digest `json:"files"`
		}
		if err := json.Unmarshal(files["release.json"], &rendered); err != nil {
			return 0, refute(in+"release.json", "%w", err)
		}
		for _, name := range slices.Sorted(maps.Keys(rendered.Files)) {
			raw, err := os.ReadFile(filepath.Join(dir, "releases", f.Name(), "config", filepath.Base(name)))
			if err != nil {
				return 0, refute(in+"config/"+name, "the file is missing: %w", err)
			}
			if document.Sum(raw) != rendered.Files[name] {
				return 0, refute(in+"config/"+name, "the file is not what the node rendered")
			}
		}
		list, err := document.Marshal(rendered.Files)
		if err != nil {
			return 0, refute(in+"release.json", "%w", err)
		}
		if document.Sum(list) != rendered.Config {
			return 0, refute(in+"release.json", "its files do not have the digest that it gives for them")
		}
		for _, n := range state.Nodes() {
			if n.Statement == r.Statement && kept.Applied != nil && kept.Applied.Statement == r.Statement && n.Config != rendered.Config {
				return 0, refute(in+"release.json", "the node reported the configuration %s, and this one is %s", n.Config, rendered.Config)
			}
		}
		checked++
	}
	return checked, nil
}
