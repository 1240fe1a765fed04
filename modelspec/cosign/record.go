package cosign

import (
	"context"
	"errors"
	"fmt"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// References names the documents and texts that a document of the schema refers to and that a release of it carries.
// Everybody who builds or checks a statement must use the same function.
type References func(schema string, doc []byte) (map[string]document.Digest, error)

// Known puts what the reducer says of a release into the words of the statement.
func Known(e replay.Evidence) release.Known {
	return release.Known{
		Genesis: document.Sum(e.Genesis), Chain: e.Record.Chain, Intent: e.Intent, IntentIndex: e.IntentIndex, Schema: e.Schema,
		DecisionIndex: e.Decision.ClosedAt, DecisionLeaf: e.Decision.ClosedLeaf, Anchored: e.Anchor,
	}
}

// CheckRelease is what replay.Config.CheckRelease asks for.
func CheckRelease(references References) func(replay.Evidence, []byte) (document.Digest, error) {
	return func(e replay.Evidence, bundle []byte) (document.Digest, error) {
		trust, err := release.NewTrust(e.Genesis, document.Sum(e.Genesis))
		if err != nil {
			return document.Digest{}, err
		}
		for _, t := range e.Trust {
			if trust, err = trust.With(t.Digest, t.Index, t.Trust); err != nil {
				return document.Digest{}, err
			}
		}
		return release.CheckRecorded(bundle, trust, Known(e), references)
	}
}

// Complete fetches what the reducer does not keep: the bytes of the decision, its proof in the anchored tree, and what
// the document refers to. The source needs no trust, since the decision's leaf hash, the anchored root and the
// document's digest come from the replay.
func Complete(ctx context.Context, source replay.Source, e replay.Evidence, references References) (release.Evidence, error) {
	known := Known(e)
	out := release.Evidence{
		Genesis: known.Genesis, Chain: known.Chain, Intent: known.Intent, IntentIndex: known.IntentIndex, Schema: known.Schema,
		DecisionIndex: known.DecisionIndex, Anchored: known.Anchored,
	}
	entries, err := source.Entries(ctx, out.DecisionIndex, 1)
	if err != nil {
		return out, fmt.Errorf("the decision, entry %d: %w", out.DecisionIndex, err)
	}
	if len(entries) == 0 || document.Digest(record.LeafHash(entries[0])) != known.DecisionLeaf {
		return out, fmt.Errorf("the decision, entry %d: the source has other bytes than were replayed", out.DecisionIndex)
	}
	out.Decision = entries[0]
	tiles := record.TileHashes(out.Anchored.Size, record.Hash(out.Anchored.Root), func(t record.Tile) ([]byte, error) { return source.Tile(ctx, t) })
	if out.DecisionProof, err = record.ProveInclusion(out.Anchored.Size, out.DecisionIndex, tiles); err != nil {
		return out, fmt.Errorf("the proof of entry %d in the anchored tree of size %d: %w", out.DecisionIndex, out.Anchored.Size, err)
	}
	doc, err := source.Blob(ctx, out.Intent.Document)
	if err != nil {
		return out, fmt.Errorf("the document %s: %w", out.Intent.Document, err)
	}
	if document.Sum(doc) != out.Intent.Document {
		return out, fmt.Errorf("the document %s: the source has other bytes", out.Intent.Document)
	}
	if out.Documents, err = references(out.Schema, doc); err != nil {
		return out, fmt.Errorf("the document %s: %w", out.Intent.Document, err)
	}
	return out, nil
}

// Trust returns the keys that the record trusts now, found as everybody finds them who begins at the genesis: release by release of the
// trust documents, each signed by the set before it.
func Trust(ctx context.Context, source replay.Source, genesis []byte, sets []replay.TrustSet) (release.Trust, error) {
	t, err := release.NewTrust(genesis, document.Sum(genesis))
	for _, s := range sets {
		if err != nil {
			break
		}
		var bundle []byte
		if bundle, err = source.Blob(ctx, s.Bundle); err == nil {
			t, err = t.Follow(bundle)
		}
	}
	return t, err
}

// NewBundle puts the bundle of a release together: the envelope, the intent with a proof under the checkpoint, and the
// bytes of everything that the statement names. The checkpoint must cover the intent.
func NewBundle(ctx context.Context, source replay.Source, envelope, checkpoint []byte, t release.Trust) ([]byte, error) {
	_, payload, err := release.ParseEnvelope(envelope)
	if err != nil {
		return nil, fmt.Errorf("release bundle: %w", err)
	}
	s, err := release.ParseStatement(payload)
	if err != nil {
		return nil, fmt.Errorf("release bundle: %w", err)
	}
	p := s.Predicate
	c, _, err := record.OpenCheckpoint(checkpoint, t.Record.Origin, t.Log)
	if err != nil {
		return nil, fmt.Errorf("release bundle: %w", err)
	}
	entries, err := source.Entries(ctx, p.IntentIndex, 1)
	if err == nil && len(entries) == 0 {
		err = errors.New("the source does not have it")
	}
	if err != nil {
		return nil, fmt.Errorf("release bundle: the intent, entry %d: %w", p.IntentIndex, err)
	}
	tiles := record.TileHashes(c.Size, c.Root, func(t record.Tile) ([]byte, error) { return source.Tile(ctx, t) })
	hashes, err := record.ProveInclusion(c.Size, p.IntentIndex, tiles)
	if err != nil {
		return nil, fmt.Errorf("release bundle: the proof of entry %d: %w", p.IntentIndex, err)
	}
	b := release.Bundle{
		Envelope: envelope, Intent: entries[0],
		Proof: string(record.Proof{Index: p.IntentIndex, Hashes: hashes, Checkpoint: checkpoint}.Encode()),
	}
	if p.Intent.Channel != charter.TrustHead { // whoever follows that channel has the way already
		for _, step := range t.Way(p.Intent.Trust) {
			b.Trust = append(b.Trust, step)
		}
	}
	names := []document.Digest{p.Intent.Document, p.Intent.Proposal}
	for _, d := range p.Documents {
		names = append(names, d)
	}
	for _, d := range names {
		raw, err := source.Blob(ctx, d)
		if err != nil {
			return nil, fmt.Errorf("release bundle: %s: %w", d, err)
		}
		b.Add(raw)
	}
	raw, err := b.Encode()
	if err != nil {
		return nil, err
	}
	if _, _, err := release.Check(raw, t, release.Facts{}); err != nil {
		return nil, fmt.Errorf("release bundle: %w", err)
	}
	return raw, nil
}
