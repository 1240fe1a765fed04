package desk

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/web"
)

func bundlePath(channel string, sequence uint64) string {
	return channel + "/" + strconv.FormatUint(sequence, 10) + ".bundle.json"
}

// Releases implements [web.Service].
func (d *Desk) Releases(ctx context.Context) ([]web.Channel, error) {
	type item struct {
		name, head string
		sequences  []uint64
	}
	var items []item
	err := d.view(func(s *replay.State) error {
		channels := s.Policy().Channels
		names := map[string]string{}
		for name, c := range channels {
			names[name] = c.Head
		}
		for _, name := range s.Channels() {
			if rs := s.Releases(name); names[name] == "" && len(rs) > 0 {
				names[name] = rs[len(rs)-1].Intent.Head // a channel that the policy no longer has
			}
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			it := item{name: name, head: names[name]}
			for _, r := range slices.Backward(s.Releases(name)) {
				it.sequences = append(it.sequences, r.Intent.Sequence)
			}
			items = append(items, it)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []web.Channel
	for _, it := range items {
		c := web.Channel{Name: it.name, Head: it.head}
		for _, n := range it.sequences {
			r, err := d.Release(ctx, it.name, n)
			if err != nil {
				return nil, err
			}
			c.Releases = append(c.Releases, r)
		}
		out = append(out, c)
	}
	return out, nil
}

// Release implements [web.Service].
func (d *Desk) Release(ctx context.Context, channel string, sequence uint64) (web.Release, error) {
	var out web.Release
	var keys []string
	err := d.view(func(s *replay.State) error {
		rs := s.Releases(channel)
		if sequence == 0 || sequence > uint64(len(rs)) {
			return refusal.New(refusal.NotFound, "release-unknown", "sequence", "The channel %q has no release %d.", channel, sequence)
		}
		r := rs[sequence-1]
		cosigners := s.Cosigners(r.Intent)
		keys = slices.Sorted(maps.Keys(cosigners.Keys))
		p, _ := s.Proposal(r.Intent.Proposal)
		out = web.Release{
			Channel: channel, Sequence: sequence, Head: r.Intent.Head, Document: r.Intent.Document, Statement: r.Statement, Previous: r.Intent.Previous,
			Activation: r.Intent.Activation, Expires: r.Intent.Expires, Intended: r.Index, Decided: p.FinalAt, Released: -1, Proposal: r.Intent.Proposal,
			Anchor: anchorAt(s, p.AnchoredAt), Threshold: cosigners.Threshold, Current: true, Halted: r.Intent.Halted,
		}
		if !r.Statement.IsZero() {
			out.Released, out.Bundle = r.ReleasedAt, r.Bundle
			out.BundlePath = d.cfg.BundlePath(channel, sequence)
		}
		for _, later := range rs[sequence:] {
			if !later.Statement.IsZero() && later.Intent.Activation <= d.Now() {
				out.Current = false
			}
		}
		for _, n := range s.Nodes() {
			if n.Channel == channel && n.Release == sequence {
				person := d.person(n.Address)
				out.Nodes = append(out.Nodes, web.Node{Address: n.Address, Name: person.Name, Applied: n.Applied, Config: n.Config, Entry: n.Index, Match: n.Statement == r.Statement})
			}
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	raw, err := d.blob(ctx, out.Document)
	if err != nil {
		return out, err
	}
	n := d.named(out.Head, raw)
	out.DocTitle, out.Version = n.Name, n.Version
	shelf, err := d.shelf()
	if err != nil {
		return out, err
	}
	lineage, err := shelf.lineage(ctx, out.Document)
	if err != nil {
		return out, err
	}
	out.Rests = withdrawn(lineage)
	var signed []string
	if d.cfg.Signers != nil {
		if signed, err = d.cfg.Signers(ctx, channel, sequence); err != nil {
			return out, err
		}
	}
	for _, key := range keys {
		out.Cosigners = append(out.Cosigners, web.Cosigner{KeyID: key, Name: key, Signed: slices.Contains(signed, key)})
	}
	return out, nil
}

// TUF implements [web.Service].
func (d *Desk) TUF(ctx context.Context, path string) ([]byte, error) {
	if d.cfg.TUF == nil {
		return nil, refusal.New(refusal.NotFound, "tuf-unknown", "", "There is no TUF repository here.")
	}
	raw, err := d.cfg.TUF(ctx, path)
	if err != nil {
		return nil, refusal.New(refusal.NotFound, "tuf-unknown", "", "The TUF repository has no such file: %w", err)
	}
	return raw, nil
}

// Cosign implements [web.Service]. The envelope must hold the statement that the record leads to, and one signature.
func (d *Desk) Cosign(ctx context.Context, channel string, sequence uint64, envelope []byte) error {
	if d.cfg.Releases == nil {
		return refusal.New(refusal.Unavailable, "cosigning", "", "This server takes no co-signatures.")
	}
	parsed, payload, err := release.ParseEnvelope(envelope)
	if err != nil {
		return refusal.New(refusal.Invalid, "envelope", "envelope", "%w", err)
	}
	statement, err := d.cfg.Releases.Statement(ctx, channel, sequence)
	if err != nil {
		return err
	}
	if string(payload) != string(statement) {
		return refusal.New(refusal.Conflict, "cosignature-statement", "envelope", "The envelope holds another statement than the record leads to. Replay the record again; if it still differs, do not sign, and raise an alarm.")
	}
	for _, signature := range parsed.Signatures {
		if err := d.cfg.Releases.Cosign(ctx, channel, sequence, signature); err != nil {
			return err
		}
	}
	return nil
}

// Report implements [web.Service].
func (d *Desk) Report(ctx context.Context, r web.NodeReport) (int64, error) {
	signature, err := wallet.ParseSignature(r.Signature)
	if err != nil {
		return 0, refusal.New(refusal.Invalid, "signature-form", "signature", "%w", err)
	}
	receipt, err := d.service.RecordReport(ctx, r.Node, record.Attested{Channel: r.Channel, Release: r.Release, Statement: r.Statement, Config: r.Config, Applied: r.Applied}, signature)
	return receipt.Index, err
}
