package store

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm/clause"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// The rows of the governed state. Data is the whole value as canonical JSON; the columns beside it are searched for.
type (
	proposalRow struct {
		Digest    []byte `gorm:"primaryKey"`
		Idx       int64
		Proposer  []byte
		Submitted int64
		Status    string
		Data      string
	}
	actRow struct {
		Idx      int64 `gorm:"primaryKey;autoIncrement:false"`
		Proposal []byte
		Member   []byte
		Sequence uint64
		Data     string
	}
	typeRow struct {
		ID     uint32 `gorm:"primaryKey;autoIncrement:false"`
		Domain string
		Data   string
	}
	badgeRow struct {
		Holder []byte `gorm:"primaryKey"`
		Type   uint32 `gorm:"primaryKey;autoIncrement:false"`
		Data   string
	}
	headRow struct {
		Name   string `gorm:"primaryKey"`
		Digest []byte
		Data   string
	}
	anchorRow struct {
		Idx  int64 `gorm:"primaryKey;autoIncrement:false"`
		Size int64
		Data string
	}
	releaseRow struct {
		Channel  string `gorm:"primaryKey"`
		Sequence uint64 `gorm:"primaryKey;autoIncrement:false"`
		Data     string
	}
	nodeRow struct {
		Address []byte `gorm:"primaryKey"`
		Channel string `gorm:"primaryKey"`
		Data    string
	}
)

func (proposalRow) TableName() string { return "proposals" }
func (actRow) TableName() string      { return "acts" }
func (typeRow) TableName() string     { return "badge_types" }
func (badgeRow) TableName() string    { return "badges" }
func (headRow) TableName() string     { return "heads" }
func (anchorRow) TableName() string   { return "anchors" }
func (releaseRow) TableName() string  { return "releases" }
func (nodeRow) TableName() string     { return "nodes" }

// Apply implements [governance.Tx]. Of several values of one thing the last one stays. A ballot is never changed: one whose
// sequence the voter has used on the proposal already is [ErrExists].
func (t tx) Apply(ctx context.Context, c replay.Changes) error {
	for _, put := range []func() error{
		func() error { return upsert(ctx, t, c.Proposals, proposalDigest, newProposalRow) },
		func() error { return upsert(ctx, t, c.Acts, actID, newActRow) },
		func() error { return upsert(ctx, t, c.Types, typeID, newTypeRow) },
		func() error { return upsert(ctx, t, c.Badges, badgeID, newBadgeRow) },
		func() error { return upsert(ctx, t, c.Heads, headName, newHeadRow) },
		func() error { return upsert(ctx, t, c.Anchors, anchorID, newAnchorRow) },
		func() error { return upsert(ctx, t, c.Releases, releaseID, newReleaseRow) },
		func() error { return upsert(ctx, t, c.Nodes, nodeID, newNodeRow) },
	} {
		if err := put(); err != nil {
			return err
		}
	}
	for _, d := range c.Redacted {
		if err := t.db.WithContext(ctx).Exec("DELETE FROM blobs WHERE digest = ?", d[:]).Error; err != nil {
			return fmt.Errorf("destroying a text: %w", err)
		}
	}
	return t.putBallots(ctx, c.Ballots)
}

func (t tx) putBallots(ctx context.Context, casts []replay.Cast) error {
	proposals := map[document.Digest]int64{}
	for i := range casts {
		d := casts[i].Proposal
		if _, ok := proposals[d]; ok {
			continue
		}
		var index int64
		if err := t.db.WithContext(ctx).Raw("SELECT idx FROM proposals WHERE digest = ?", d[:]).Row().Scan(&index); err != nil {
			return fmt.Errorf("storing a ballot on the proposal %s: %w", d, err)
		}
		proposals[d] = index
	}
	err := t.insert(ctx, "ballots", []string{"idx", "proposal", "voter", "sequence", "hash", "choice"}, "", len(casts), func(values []any, i int) []any {
		b := &casts[i]
		return append(values, b.Index, proposals[b.Proposal], b.Voter[:], b.Sequence, b.Hash[:], b.Choice)
	})
	if err != nil {
		return fmt.Errorf("storing ballots: %w", err)
	}
	return nil
}

// upsert writes the rows of values. Of values with the same key it writes the last only: a statement of PostgreSQL may not
// touch a row twice.
func upsert[V any, K comparable, R any](ctx context.Context, t tx, values []V, key func(*V) K, row func(*V) (R, error)) error {
	if len(values) == 0 {
		return nil
	}
	last := make(map[K]int, len(values))
	for i := range values {
		last[key(&values[i])] = i
	}
	rows := make([]R, 0, len(last))
	for i := range values {
		if last[key(&values[i])] != i {
			continue
		}
		r, err := row(&values[i])
		if err != nil {
			return fmt.Errorf("storing %T: %w", values[i], err)
		}
		rows = append(rows, r)
	}
	if err := t.db.WithContext(ctx).Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(rows, maxRows).Error; err != nil {
		return fmt.Errorf("storing %T: %w", values[0], mapped(err))
	}
	return nil
}

func proposalDigest(p *proposal.Proposal) document.Digest { return p.Digest }

func newProposalRow(p *proposal.Proposal) (proposalRow, error) {
	data, err := document.Marshal(p)
	return proposalRow{p.Digest[:], p.Index, p.Proposer[:], int64(p.Submitted), string(p.Status), string(data)}, err
}

func actID(a *replay.Act) int64 { return a.Index }

func newActRow(a *replay.Act) (actRow, error) {
	data, err := document.Marshal(a)
	return actRow{a.Index, a.Proposal[:], a.Member[:], a.Sequence, string(data)}, err
}

func typeID(t *badge.Type) uint32 { return t.ID }

func newTypeRow(t *badge.Type) (typeRow, error) {
	data, err := document.Marshal(t)
	return typeRow{t.ID, t.Domain, string(data)}, err
}

func badgeID(b *badge.Badge) common.Hash { return b.ID() }

func newBadgeRow(b *badge.Badge) (badgeRow, error) {
	return badgeRow{b.Holder[:], b.Type, string(b.AppendJSON(nil))}, nil
}

func headName(h *replay.Head) string { return h.Name }

func newHeadRow(h *replay.Head) (headRow, error) {
	data, err := document.Marshal(h)
	return headRow{h.Name, h.Digest[:], string(data)}, err
}

func anchorID(a *replay.Anchor) int64 { return a.Index }

func newAnchorRow(a *replay.Anchor) (anchorRow, error) {
	data, err := document.Marshal(a)
	return anchorRow{a.Index, a.Size, string(data)}, err
}

type releaseKey struct {
	channel  string
	sequence uint64
}

func releaseID(r *replay.Release) releaseKey { return releaseKey{r.Intent.Channel, r.Intent.Sequence} }

func newReleaseRow(r *replay.Release) (releaseRow, error) {
	data, err := document.Marshal(r)
	return releaseRow{r.Intent.Channel, r.Intent.Sequence, string(data)}, err
}

type nodeKey struct {
	address common.Address
	channel string
}

func nodeID(n *replay.Node) nodeKey { return nodeKey{n.Address, n.Channel} }

func newNodeRow(n *replay.Node) (nodeRow, error) {
	data, err := document.Marshal(n)
	return nodeRow{n.Address[:], n.Channel, string(data)}, err
}

// Ballot implements [governance.Reader].
func (r Reader) Ballot(ctx context.Context, proposal document.Digest, voter common.Address, sequence uint64) (replay.Cast, bool, error) {
	if sequence > ballot.MaxSequence {
		return replay.Cast{}, false, nil
	}
	casts, err := r.ballots(ctx, "p.digest = ? AND b.voter = ? AND b.sequence = ?", proposal[:], voter[:], sequence)
	if err != nil || len(casts) == 0 {
		return replay.Cast{}, false, err
	}
	return casts[0], true, nil
}

// Ballots implements [governance.Reader].
func (r Reader) Ballots(ctx context.Context, proposal document.Digest, first int64, max int) ([]replay.Cast, error) {
	return r.ballots(ctx, "p.digest = ? AND b.idx >= ? ORDER BY b.idx LIMIT ?", proposal[:], first, max)
}

func (r Reader) ballots(ctx context.Context, where string, args ...any) ([]replay.Cast, error) {
	rows, err := r.db.WithContext(ctx).Raw("SELECT b.idx, p.digest, b.voter, b.sequence, b.hash, b.choice FROM ballots b JOIN proposals p ON p.idx = b.proposal WHERE "+where, args...).Rows()
	if err != nil {
		return nil, fmt.Errorf("reading ballots: %w", err)
	}
	defer rows.Close()
	var out []replay.Cast
	for rows.Next() {
		var b replay.Cast
		var proposal, voter, hash []byte
		if err := rows.Scan(&b.Index, &proposal, &voter, &b.Sequence, &hash, &b.Choice); err != nil {
			return nil, fmt.Errorf("reading ballots: %w", err)
		}
		copy(b.Proposal[:], proposal)
		copy(b.Voter[:], voter)
		copy(b.Hash[:], hash)
		out = append(out, b)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading ballots: %w", err)
	}
	return out, nil
}
