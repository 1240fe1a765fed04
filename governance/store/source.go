package store

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// A Source is a database as a verifier reads it: the log, and the rows that were derived from it. Make it over the reader of a
// [Store.Snapshot], so that log and rows belong together while others write.
type Source struct {
	r       Reader
	ballots int64 // compared so far
}

var (
	_ replay.Source = (*Source)(nil)
	_ replay.Rows   = (*Source)(nil)
)

// NewSource returns the source that r reads. It serves one verifier, which compares from entry 0 on.
func NewSource(r Reader) *Source { return &Source{r: r} }

// Checkpoint implements [replay.Source].
func (s *Source) Checkpoint(ctx context.Context) ([]byte, error) {
	head, err := s.r.Head(ctx)
	if err == nil && head.Size == 0 {
		return nil, fmt.Errorf("the database holds no log: %w", ErrNotFound)
	}
	return head.Note, err
}

// Entries implements [replay.Source]. A missing entry refutes: the checkpoint says that it is there.
func (s *Source) Entries(ctx context.Context, first int64, max int) ([][]byte, error) {
	entries, err := s.r.Entries(ctx, first, max)
	if errors.Is(err, ErrNotFound) || err == nil && len(entries) == 0 {
		return nil, &replay.Refutation{Index: first, Kind: "entry", Err: errors.New("it, or one soon after it, is missing from the database")}
	}
	return entries, err
}

// Tile implements [replay.Source].
func (s *Source) Tile(ctx context.Context, t record.Tile) ([]byte, error) {
	return record.ReadTile(t, governance.Hashes(ctx, s.r))
}

// Blob implements [replay.Source].
func (s *Source) Blob(ctx context.Context, d document.Digest) ([]byte, error) {
	return s.r.Blob(ctx, d)
}

// CheckHashes implements [replay.Rows].
func (s *Source) CheckHashes(ctx context.Context, first int64, want []record.Hash) error {
	ids := make([]int64, len(want))
	for i := range ids {
		ids[i] = first + int64(i)
	}
	got, err := s.r.Hashes(ctx, ids)
	if errors.Is(err, ErrNotFound) {
		return refuted("the table hashes: %w", err)
	}
	if err != nil {
		return err
	}
	for i, h := range got {
		if h != want[i] {
			return refuted("the table hashes: hash %d is %s, and the entries lead to %s", ids[i], h, want[i])
		}
	}
	return nil
}

// CheckBallots implements [replay.Rows].
func (s *Source) CheckBallots(ctx context.Context, want []replay.Cast) error {
	if len(want) == 0 {
		return nil
	}
	s.ballots += int64(len(want))
	got, err := s.r.ballots(ctx, "b.idx >= ? AND b.idx <= ? ORDER BY b.idx", want[0].Index, want[len(want)-1].Index)
	if err != nil {
		return err
	}
	for i, w := range want {
		switch {
		case i >= len(got) || got[i].Index > w.Index:
			return refuted("the table ballots: the ballot of entry %d is missing", w.Index)
		case got[i].Index < w.Index:
			return refuted("the table ballots: it has a ballot for entry %d, which is none", got[i].Index)
		case got[i] != w:
			return refuted("the table ballots: the ballot of entry %d differs from the entry", w.Index)
		}
	}
	if len(got) > len(want) {
		return refuted("the table ballots: it has a ballot for entry %d, which is none", got[len(want)].Index)
	}
	return nil
}

// CheckState implements [replay.Rows].
func (s *Source) CheckState(ctx context.Context, want replay.Changes) error {
	var ballots int64
	if err := s.r.db.WithContext(ctx).Raw("SELECT count(*) FROM ballots").Scan(&ballots).Error; err != nil {
		return fmt.Errorf("counting ballots: %w", err)
	}
	if ballots != s.ballots {
		return refuted("the table ballots: it has %d rows, and the log %d ballots", ballots, s.ballots)
	}
	for _, check := range []func() error{
		func() error { return same(ctx, s.r, "idx", want.Proposals, newProposalRow) },
		func() error { return same(ctx, s.r, "id", want.Types, newTypeRow) },
		func() error { return same(ctx, s.r, "holder, type", want.Badges, newBadgeRow) },
		func() error { return same(ctx, s.r, "name", want.Heads, newHeadRow) },
		func() error { return same(ctx, s.r, "idx", want.Anchors, newAnchorRow) },
		func() error { return same(ctx, s.r, "channel, sequence", want.Releases, newReleaseRow) },
		func() error { return same(ctx, s.r, "address, channel", want.Nodes, newNodeRow) },
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// same compares a table, read in the order of values, with the rows that the values make.
func same[V any, R interface{ TableName() string }](ctx context.Context, r Reader, order string, values []V, row func(*V) (R, error)) error {
	var got []R
	if err := r.db.WithContext(ctx).Order(order).Find(&got).Error; err != nil {
		return fmt.Errorf("reading the state: %w", err)
	}
	var table R
	for i := range values {
		want, err := row(&values[i])
		if err != nil {
			return err
		}
		if i >= len(got) || !reflect.DeepEqual(got[i], want) {
			found := "nothing"
			if i < len(got) {
				found = describe(got[i])
			}
			return refuted("the table %s: the log leads to the row %s, and there is %s", table.TableName(), describe(want), found)
		}
	}
	if len(got) > len(values) {
		return refuted("the table %s: the log knows nothing of the row %s", table.TableName(), describe(got[len(values)]))
	}
	return nil
}

// describe writes a row for a person: its columns in order, bytes in hexadecimal.
func describe(row any) string {
	v := reflect.ValueOf(row)
	columns := make([]string, v.NumField())
	for i := range columns {
		columns[i] = fmt.Sprint(v.Field(i))
		if b, ok := v.Field(i).Interface().([]byte); ok {
			columns[i] = hex.EncodeToString(b)
		}
	}
	return "(" + strings.Join(columns, ", ") + ")"
}

func refuted(format string, args ...any) error {
	return fmt.Errorf("%w: %w", replay.ErrRefuted, fmt.Errorf(format, args...))
}
