package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/cosign"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// kinds is every kind of document that can be decided on.
func kinds() document.Kinds {
	return document.NewKinds(modelspec.Kind(), datasets.DatasetKind(), datasets.MixtureKind(), policy.DocumentKind(),
		charter.CouncilKind(), charter.NodesKind(), charter.BadgeTypeKind(), charter.TrustKind())
}

// schemas returns the JSON Schemas of the kinds that have one, by the schema that documents name.
func schemas() map[string]string {
	out := map[string]string{}
	for name, kind := range kinds() {
		if kind.JSONSchema != "" {
			out[name] = kind.JSONSchema
		}
	}
	return out
}

// replayConfig is what the reducer must know of its subjects.
func replayConfig() replay.Config {
	k := kinds()
	return replay.Config{Kinds: k, CheckRelease: cosign.CheckRelease(k.References)}
}

// tufFiles keeps the TUF repository in the database.
type tufFiles struct{ store *store.Store }

var _ publish.Files = tufFiles{}

func (f tufFiles) Get(ctx context.Context, name string) ([]byte, error) {
	raw, err := f.store.TUF(ctx, name)
	if errors.Is(err, store.ErrNotFound) {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return raw, err
}

func (f tufFiles) Put(ctx context.Context, files map[string][]byte) error {
	err := f.store.PutTUF(ctx, files, publish.Mutable)
	if errors.Is(err, store.ErrExists) {
		return fmt.Errorf("%w: %w", err, publish.ErrConflict)
	}
	return err
}

// cosignatures keeps co-signatures in the database.
type cosignatures struct {
	store *store.Store
	now   func() document.Time
}

var _ publish.Cosignatures = cosignatures{}

func (c cosignatures) Put(ctx context.Context, s publish.Cosignature) error {
	err := c.store.PutCosignature(ctx, store.Cosignature{
		Channel: s.Channel, Sequence: s.Sequence, Cosigner: s.KeyID, Statement: s.Statement, Signature: []byte(s.Sig), Received: c.now(),
	})
	if errors.Is(err, store.ErrExists) {
		return fmt.Errorf("%w: %w", err, publish.ErrConflict)
	}
	return err
}

func (c cosignatures) All(ctx context.Context, channel string, sequence uint64) ([]publish.Cosignature, error) {
	rows, err := c.store.Cosignatures(ctx, channel, sequence)
	out := make([]publish.Cosignature, len(rows))
	for i, r := range rows {
		out[i] = publish.Cosignature{Channel: r.Channel, Sequence: r.Sequence, Statement: r.Statement, Signature: release.Signature{KeyID: r.Cosigner, Sig: string(r.Signature)}}
	}
	return out, err
}
