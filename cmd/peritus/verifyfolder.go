package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// verifyFolder replays the database of a data folder, and compares what lies beside the log with it.
func verifyFolder(ctx context.Context, c *call, f verifyFlags, dir folder) error {
	if !exists(dir.database()) {
		return missing("%s holds no peritus.db; a data folder of peritus demo or peritus serve is wanted, or a postgres:// address", dir)
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
	return verifyDatabase(ctx, c, f, dir.database(), rpc, func(r *store.Reader, s *store.Store, state *replay.State) error {
		genesis, err := os.ReadFile(dir.genesis())
		if err != nil {
			return fmt.Errorf("genesis.json cannot be read: %w", err)
		}
		first, err := r.Entries(ctx, 0, 1)
		if err != nil {
			return err
		}
		if !bytes.Equal(first[0], genesis) {
			return &replay.Refutation{Index: -1, Kind: "genesis.json", Err: errors.New("the file is not entry 0 of the record")}
		}
		return nil
	})
}

// verifyDatabase replays the log in a database, with all rows.
func verifyDatabase(ctx context.Context, c *call, f verifyFlags, address, rpc string, beside func(*store.Reader, *store.Store, *replay.State) error) error {
	s, err := openStore(ctx, address, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer s.Close()
	return s.Snapshot(ctx, func(r store.Reader) error {
		source := store.NewSource(r)
		return verifyLog(ctx, c, f, source, rpc, func(state *replay.State) error {
			if err := checkPublished(ctx, s, source, state); err != nil {
				return err
			}
			if beside != nil {
				return beside(&r, s, state)
			}
			return nil
		})
	})
}

// checkPublished compares the files of the TUF repository with the releases of the record.
func checkPublished(ctx context.Context, s *store.Store, source replay.Source, state *replay.State) error {
	files := tufFiles{s}
	refute := func(name string, format string, args ...any) error {
		return &replay.Refutation{Index: -1, Kind: "published file " + name, Err: fmt.Errorf(format, args...)}
	}
	for _, channel := range state.Channels() {
		for _, r := range state.Releases(channel) {
			if r.Statement.IsZero() {
				continue
			}
			bundle, err := source.Blob(ctx, r.Bundle)
			if err != nil {
				return err
			}
			name := publish.TargetPath(release.BundleName(channel, r.Intent.Sequence), bundle)
			got, err := files.Get(ctx, name)
			if err != nil {
				return refute(name, "it is not there, though release %d of %s is recorded: %w", r.Intent.Sequence, channel, err)
			}
			if !bytes.Equal(got, bundle) {
				return refute(name, "it is not the bundle of release %d of %s that the record names", r.Intent.Sequence, channel)
			}
		}
	}
	return nil
}
