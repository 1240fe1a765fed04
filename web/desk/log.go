package desk

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// readCheckpoint reads the body of our own checkpoint; whoever relies on it checks its signature.
func readCheckpoint(note []byte) (record.Checkpoint, error) {
	lines := strings.SplitN(string(note), "\n", 4)
	if len(lines) < 4 {
		return record.Checkpoint{}, errors.New("the stored checkpoint is cut off")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return record.Checkpoint{}, err
	}
	root, err := record.ParseHash(lines[2])
	return record.Checkpoint{Origin: lines[0], Size: size, Root: root}, err
}

func unquote(raw json.RawMessage) string {
	var s string
	_ = json.Unmarshal(raw, &s) // it was quoted here
	return s
}

// Checkpoint implements [web.Service].
func (d *Desk) Checkpoint(ctx context.Context) ([]byte, error) {
	head, err := d.store().Head(ctx)
	return head.Note, err
}

// Tile implements [web.Service]. A tile that the log does not have yet is not found, so that nobody caches it.
func (d *Desk) Tile(ctx context.Context, path string) ([]byte, error) {
	t, err := record.ParseTilePath(path)
	if err != nil {
		return nil, refusal.New(refusal.NotFound, "tile-path", "", "%w", err)
	}
	if t.Width < record.TileWidth {
		return d.readTile(ctx, t)
	}
	if raw, ok := d.tiles.get(path); ok {
		return raw, nil
	}
	raw, err := d.readTile(ctx, t)
	if err == nil {
		d.tiles.put(path, raw)
	}
	return raw, err
}

func (d *Desk) readTile(ctx context.Context, t record.Tile) ([]byte, error) {
	head, err := d.store().Head(ctx)
	if err != nil {
		return nil, err
	}
	if !t.In(head.Size) {
		return nil, refusal.New(refusal.NotFound, "tile-unknown", "", "The log has %d entries and no such tile yet.", head.Size)
	}
	if t.Level == record.EntriesLevel {
		raws, err := d.store().Entries(ctx, t.Index*record.TileWidth, t.Width)
		if err != nil {
			return nil, err
		}
		return record.EntriesTile(raws)
	}
	return record.ReadTile(t, governance.Hashes(ctx, d.store()))
}

// Genesis implements [web.Service].
func (d *Desk) Genesis(ctx context.Context) ([]byte, error) {
	_, raw, err := d.entry(ctx, 0)
	return raw, err
}

// Blob implements [web.Service].
func (d *Desk) Blob(ctx context.Context, digest document.Digest) ([]byte, error) {
	return d.blob(ctx, digest)
}

// LogPage implements [web.Service].
func (d *Desk) LogPage(ctx context.Context, before int64, limit int) (web.LogPage, error) {
	head, err := d.store().Head(ctx)
	if err != nil {
		return web.LogPage{}, err
	}
	out := web.LogPage{Size: head.Size, Root: head.Root.String(), Checkpoint: head.Note, Older: -1}
	if before < 0 || before > head.Size {
		before = head.Size
	}
	first := max(0, before-int64(limit))
	if first > 0 {
		out.Older = first
	}
	raws, err := d.store().Entries(ctx, first, int(before-first))
	if err != nil {
		return out, err
	}
	for i := len(raws) - 1; i >= 0; i-- {
		line, err := d.line(ctx, first+int64(i), raws[i])
		if err != nil {
			return out, err
		}
		out.Entries = append(out.Entries, line)
	}
	err = d.view(func(s *replay.State) error { out.Anchored, out.Time = lastAnchor(s), s.Time(); return nil })
	return out, err
}

// line reads what an entry records.
func (d *Desk) line(ctx context.Context, index int64, raw []byte) (web.LogLine, error) {
	e, err := record.Decode(raw)
	if err != nil {
		return web.LogLine{}, err
	}
	out := web.LogLine{Index: index, Kind: e.Kind, Time: e.Time}
	if common.IsHexAddress(e.Actor) {
		out.Actor = d.person(common.HexToAddress(e.Actor))
	}
	about := func(p document.Digest) {
		out.Link = &web.LogLink{Revision: &p}
		if err == nil {
			out.Title, err = d.title(ctx, p)
		}
	}
	of := func(channel string, sequence uint64) {
		out.Title, out.Number, out.Link = channel, int64(sequence), &web.LogLink{Release: &web.ReleaseRef{Channel: channel, Sequence: sequence}}
	}
	request := func(at, level int64) {
		if p, _, lookup := d.service.Request(at); lookup == nil {
			out.Title, out.Number = p.Badge, level
		}
		out.Link = &web.LogLink{Request: at}
	}
	read := func(body any) {
		if err == nil {
			err = document.Unmarshal(e.Body, body)
		}
	}
	if e.Posted != nil {
		out.Posted = e.Posted.Block
	}
	switch e.Kind {
	case record.KindChain:
		var b record.ChainRange
		read(&b)
		out.Number, out.Block = int64(b.Count), b.To
	case record.KindProposed:
		var b record.Proposed
		read(&b)
		about(b.Revision)
	case record.KindOpened:
		var b record.Opened
		read(&b)
		about(b.Proposal)
	case record.KindBallot:
		var b record.Ballot
		read(&b)
		if out.Choice = b.Choice; e.Posted != nil && d.hidden(b.Proposal) {
			out.Choice = ballot.Sealed // its voter said it on the chain; the page does not repeat it
		}
		about(b.Proposal)
	case record.KindSealed:
		var b record.Sealed
		read(&b)
		out.Choice = ballot.Sealed
		about(b.Proposal)
	case record.KindAct:
		var b record.Act
		read(&b)
		out.Choice = b.Act
		about(b.Proposal)
	case record.KindEvaluated:
		var b record.Evaluated
		read(&b)
		out.Choice, out.Title = string(b.Result), b.Gate
	case record.KindRedacted:
		var b record.Redacted
		read(&b)
		out.Number, out.Outcome = b.Entry, b.Ground
	case record.KindCorrected:
		var b record.Corrected
		read(&b)
		out.Actor = d.person(b.Member)
		about(b.Proposal)
	case record.KindRequested:
		var b record.Requested
		read(&b)
		request(index, int64(b.Level))
	case record.KindEndorsed:
		var b record.Endorsed
		read(&b)
		request(b.Request, 0)
	case record.KindDeclined:
		var b record.Declined
		read(&b)
		request(b.Request, 0)
	case record.KindExpired:
		var b record.Expired
		read(&b)
		about(b.Proposal)
	case record.KindExtended:
		var b record.Extended
		read(&b)
		out.Outcome = b.After
		about(b.Proposal)
	case record.KindLapsed:
		var b record.Lapsed
		read(&b)
		about(b.Proposal)
	case record.KindClosed:
		var b record.Closed
		read(&b)
		out.Outcome = b.Outcome
		about(b.Proposal)
	case record.KindVoid:
		var b record.Void
		read(&b)
		out.Outcome = b.Reason
		about(b.Proposal)
	case record.KindFinal:
		var b record.Final
		read(&b)
		about(b.Proposal)
	case record.KindAnchored:
		var b record.Anchored
		read(&b)
		out.Number, out.Block = b.Size, b.Block
	case record.KindIntent:
		var b record.Intent
		read(&b)
		of(b.Channel, b.Sequence)
	case record.KindReleased:
		var b record.Released
		read(&b)
		of(b.Channel, b.Sequence)
	case record.KindAttested:
		var b record.Attested
		read(&b)
		of(b.Channel, b.Release)
	}
	return out, err
}

// LogEntry implements [web.Service].
func (d *Desk) LogEntry(ctx context.Context, index int64) (web.LogEntry, error) {
	_, raw, err := d.entry(ctx, index)
	if err != nil {
		return web.LogEntry{}, err
	}
	line, err := d.line(ctx, index, raw)
	if err != nil {
		return web.LogEntry{}, err
	}
	receipt, err := d.service.Receipt(ctx, index)
	if err != nil {
		return web.LogEntry{}, err
	}
	head, err := readCheckpoint([]byte(receipt.Checkpoint))
	if err != nil {
		return web.LogEntry{}, err
	}
	leaf := record.LeafHash(raw)
	out := web.LogEntry{LogLine: line, Raw: raw, LeafHash: hex.EncodeToString(leaf[:]), TreeSize: head.Size, Root: hex.EncodeToString(head.Root[:]), Checkpoint: []byte(receipt.Checkpoint)}
	for _, h := range receipt.Proof {
		out.Proof = append(out.Proof, hex.EncodeToString(h[:]))
	}
	return out, nil
}

// hidden reports whether a vote is open whose ballots are hidden.
func (d *Desk) hidden(p document.Digest) (is bool) {
	_ = d.view(func(s *replay.State) error { is = s.Hidden(p); return nil })
	return is
}
