package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// published is a TUF repository as a node reads it: each file led to by the one before it, from the first root on.
type published struct {
	files   publish.Files
	first   []byte // 1.root.json, nil if nothing was ever published
	targets *metadata.Metadata[metadata.TargetsType]
}

// openPublished reads the repository's metadata and checks their signatures and digests. Dates are not looked at: what is
// stale is not false. It must be called before the record is read, since whatever is published is recorded before.
func openPublished(ctx context.Context, files publish.Files) (published, error) {
	p := published{files: files}
	first, err := files.Get(ctx, "1.root.json")
	if errors.Is(err, fs.ErrNotExist) {
		return p, nil
	}
	if err != nil {
		return p, err
	}
	p.first = first
	name := "1.root.json"
	if err := publish.CheckRoot(first, nil); err != nil {
		return p, refuteFile(name, "%w", err)
	}
	raw := first
	for n := 2; ; n++ {
		next, err := files.Get(ctx, fmt.Sprintf("%d.root.json", n))
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err != nil {
			return p, err
		}
		name = fmt.Sprintf("%d.root.json", n)
		if err := publish.CheckRoot(next, raw); err != nil {
			return p, refuteFile(name, "%w", err)
		}
		raw = next
	}
	root, err := metadata.Root().FromBytes(raw)
	if err != nil {
		return p, refuteFile(name, "%w", err)
	}
	timestamp, err := openRole(ctx, files, root, metadata.TIMESTAMP, "timestamp.json", nil, metadata.Timestamp())
	if err != nil {
		return p, err
	}
	meta := timestamp.Signed.Meta["snapshot.json"]
	if meta == nil {
		return p, refuteFile("timestamp.json", "it names no snapshot")
	}
	snapshot, err := openRole(ctx, files, root, metadata.SNAPSHOT, fmt.Sprintf("%d.snapshot.json", meta.Version), meta, metadata.Snapshot())
	if err != nil {
		return p, err
	}
	meta = snapshot.Signed.Meta["targets.json"]
	if meta == nil {
		return p, refuteFile(fmt.Sprintf("%d.snapshot.json", snapshot.Signed.Version), "it names no targets")
	}
	p.targets, err = openRole(ctx, files, root, metadata.TARGETS, fmt.Sprintf("%d.targets.json", meta.Version), meta, metadata.Targets())
	return p, err
}

// openRole reads the file of one role. want is what the file before it says of this one, nil for the timestamp.
func openRole[T metadata.Roles](ctx context.Context, files publish.Files, root *metadata.Metadata[metadata.RootType], role, name string, want *metadata.MetaFiles, into *metadata.Metadata[T]) (*metadata.Metadata[T], error) {
	raw, err := files.Get(ctx, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, refuteFile(name, "it is not there")
	}
	if err != nil {
		return nil, err
	}
	if want != nil {
		if err := want.VerifyLengthHashes(raw); err != nil {
			return nil, refuteFile(name, "its bytes are not those that the signed metadata name: %w", err)
		}
	}
	m, err := into.FromBytes(raw)
	if err != nil {
		return nil, refuteFile(name, "%w", err)
	}
	if err := root.VerifyDelegate(role, m); err != nil {
		return nil, refuteFile(name, "its signature does not hold: %w", err)
	}
	return m, nil
}

// check compares what is published with the record: the first root is the one that the genesis pins, and every target is
// of a release that the record has, and what the record says of it.
func (p published) check(ctx context.Context, source replay.Source, state *replay.State) (replay.Claim, error) {
	genesis, _ := state.Genesis()
	wanted, newest := map[string][]byte{}, map[string]bool{}
	for _, channel := range state.Channels() {
		releases := state.Releases(channel)
		for i := len(releases) - 1; i >= 0; i-- {
			r := releases[i]
			if r.Statement.IsZero() {
				continue
			}
			raw, err := source.Blob(ctx, r.Bundle)
			if err != nil {
				return replay.Claim{}, err
			}
			bundle, err := release.ParseBundle(raw)
			if err != nil {
				return replay.Claim{}, err
			}
			latest, err := document.Marshal(release.Latest{Schema: release.LatestSchema, Channel: channel, Sequence: r.Intent.Sequence, Statement: r.Statement})
			if err != nil {
				return replay.Claim{}, err
			}
			name := release.BundleName(channel, r.Intent.Sequence)
			wanted[name], wanted[release.EnvelopeName(channel, r.Intent.Sequence)] = raw, bundle.Envelope
			// The last step from the record to the repository may not be taken yet: what the signed targets do not name
			// waits for it.
			if p.targets != nil && p.targets.Signed.Targets[name] != nil && !newest[channel] {
				newest[channel], wanted[release.LatestName(channel)] = true, latest
			}
		}
	}
	if p.first == nil {
		return replay.Claim{Label: replay.Proved, What: "published", Detail: "nothing is published yet"}, nil
	}
	if document.Sum(p.first) != genesis.TUFRoot {
		return replay.Claim{}, refuteFile("1.root.json", "it is not the root that genesis.json pins")
	}
	for _, name := range slices.Sorted(maps.Keys(p.targets.Signed.Targets)) {
		want, ok := wanted[name]
		if !ok {
			return replay.Claim{}, refuteFile(name, "the record knows of no such release")
		}
		if err := p.targets.Signed.Targets[name].VerifyLengthHashes(want); err != nil {
			return replay.Claim{}, refuteFile(name, "the targets name other bytes for it than the record does: %w", err)
		}
		path := publish.TargetPath(name, want)
		got, err := p.files.Get(ctx, path)
		if errors.Is(err, fs.ErrNotExist) {
			return replay.Claim{}, refuteFile(path, "it is not there, though the targets and the record name it")
		}
		if err != nil {
			return replay.Claim{}, err
		}
		if !bytes.Equal(got, want) {
			return replay.Claim{}, refuteFile(path, "its bytes are not those that the record names")
		}
	}
	return replay.Claim{Label: replay.Proved, What: "published", Detail: fmt.Sprintf("%d files for nodes, signed, and what the record says", len(p.targets.Signed.Targets))}, nil
}

func refuteFile(name, format string, args ...any) error {
	return &replay.Refutation{Index: -1, Kind: "published file " + name, Err: fmt.Errorf(format, args...)}
}
