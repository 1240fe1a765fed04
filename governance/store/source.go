package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// A Source is a database as a verifier reads it: the log, and the rows that were derived from it. Make it over the reader of a
// [Store.Snapshot], so that log and rows belong together while others write.
type Source struct {
	r         Reader
	ballots   int64 // compared so far
	proposals map[document.Digest]int64
}

var (
	_ replay.Source = (*Source)(nil)
	_ replay.Rows   = (*Source)(nil)
)

// NewSource returns the source that r reads. It serves one verifier, which compares from entry 0 on.
func NewSource(r Reader) *Source { return &Source{r: r, proposals: map[document.Digest]int64{}} }

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

// CheckHashes implements [replay.Rows]. Mostly the database can put all of them into one answer, which is less work than many
// rows; only if that is not what it should be, they are read one by one.
func (s *Source) CheckHashes(ctx context.Context, first int64, want []record.Hash) error {
	var all sql.RawBytes
	rows, err := s.r.db.WithContext(ctx).Raw("SELECT string_agg(hash, '') FROM (SELECT hash FROM hashes WHERE id >= ? AND id < ? ORDER BY id) AS h", first, first+int64(len(want))).Rows()
	if err != nil {
		return fmt.Errorf("reading hashes: %w", err)
	}
	same := rows.Next() && rows.Scan(&all) == nil && len(all) == len(want)*len(record.Hash{})
	for i := 0; same && i < len(want); i++ {
		same = record.Hash(all[i*len(record.Hash{}):]) == want[i]
	}
	if err := rows.Close(); err == nil && same {
		return nil
	}
	return s.checkHashes(ctx, first, want)
}

// checkHashes names the first hash that differs.
func (s *Source) checkHashes(ctx context.Context, first int64, want []record.Hash) error {
	rows, err := s.r.db.WithContext(ctx).Raw("SELECT id, hash FROM hashes WHERE id >= ? AND id < ? ORDER BY id", first, first+int64(len(want))).Rows()
	if err != nil {
		return fmt.Errorf("reading hashes: %w", err)
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var id int64
		var hash sql.RawBytes
		if err := rows.Scan(&id, &hash); err != nil {
			return fmt.Errorf("reading hash %d: %w", first+int64(n), err)
		}
		if id != first+int64(n) {
			break // the one before it is missing
		}
		if !bytes.Equal(hash, want[n][:]) {
			return refuted("the table hashes: hash %d is %s, and the entries lead to %s", id, base64.StdEncoding.EncodeToString(hash), want[n])
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("reading hashes: %w", err)
	}
	if n < len(want) {
		return refuted("the table hashes: reading hash %d: %w", first+int64(n), ErrNotFound)
	}
	return nil
}

// CheckBallots implements [replay.Rows].
func (s *Source) CheckBallots(ctx context.Context, want []replay.Cast) error {
	if len(want) == 0 {
		return nil
	}
	s.ballots += int64(len(want))
	if same, err := s.sameBallots(ctx, want); same || err != nil { // which asks for the proposals, as one connection answers one question at a time
		return err
	}
	rows, err := s.r.db.WithContext(ctx).Raw("SELECT idx, proposal, voter, sequence, hash, choice FROM ballots WHERE idx >= ? AND idx <= ? ORDER BY idx",
		want[0].Index, want[len(want)-1].Index).Rows()
	if err != nil {
		return fmt.Errorf("reading ballots: %w", err)
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var index, proposal int64
		var sequence uint64
		var voter, hash, choice sql.RawBytes
		if err := rows.Scan(&index, &proposal, &voter, &sequence, &hash, &choice); err != nil {
			return fmt.Errorf("reading ballots: %w", err)
		}
		if n == len(want) || index < want[n].Index {
			return refuted("the table ballots: it has a ballot for entry %d, which is none", index)
		}
		w := &want[n]
		number, err := s.proposal(ctx, w.Proposal)
		switch {
		case err != nil:
			return err
		case index > w.Index:
			return refuted("the table ballots: the ballot of entry %d is missing", w.Index)
		case proposal != number || sequence != w.Sequence || !bytes.Equal(voter, w.Voter[:]) || !bytes.Equal(hash, w.Hash[:]) || string(choice) != w.Choice:
			return refuted("the table ballots: the ballot of entry %d differs from the entry", w.Index)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("reading ballots: %w", err)
	}
	if n < len(want) {
		return refuted("the table ballots: the ballot of entry %d is missing", want[n].Index)
	}
	return nil
}

// sameBallots reports whether the rows are those that are wanted, as the database puts them into one answer: which row differs,
// it does not say. What varies in length follows its length, so that no other rows make the same answer.
func (s *Source) sameBallots(ctx context.Context, want []replay.Cast) (bool, error) {
	var words []byte
	for i := range want {
		w := &want[i]
		number, err := s.proposal(ctx, w.Proposal)
		if err != nil {
			return false, err
		}
		for _, n := range []int64{w.Index, number, int64(w.Sequence), int64(len(w.Voter)), int64(len(w.Hash)), int64(len(w.Choice))} {
			words = append(strconv.AppendInt(words, n, 10), ' ')
		}
		words = append(words, w.Choice...)
	}
	rows, err := s.r.db.WithContext(ctx).Raw("SELECT string_agg(voter, ''), string_agg(hash, ''), "+
		"string_agg(idx || ' ' || proposal || ' ' || sequence || ' ' || "+
		"octet_length(voter) || ' ' || octet_length(hash) || ' ' || octet_length(choice) || ' ' || choice, '') "+
		"FROM (SELECT * FROM ballots WHERE idx >= ? AND idx <= ? ORDER BY idx) AS b", want[0].Index, want[len(want)-1].Index).Rows()
	if err != nil {
		return false, fmt.Errorf("reading ballots: %w", err)
	}
	defer rows.Close()
	var voters, hashes, all sql.RawBytes
	if !rows.Next() || rows.Scan(&voters, &hashes, &all) != nil {
		return false, nil
	}
	if len(voters) != len(want)*common.AddressLength || len(hashes) != len(want)*len(record.Hash{}) || !bytes.Equal(all, words) {
		return false, nil
	}
	for i := range want {
		if common.Address(voters[i*common.AddressLength:][:common.AddressLength]) != want[i].Voter || [32]byte(hashes[i*32:]) != want[i].Hash {
			return false, nil
		}
	}
	return true, rows.Close()
}

// proposal returns the number under which the database knows a proposal, the index of its entry; -1 if it knows none.
func (s *Source) proposal(ctx context.Context, d document.Digest) (int64, error) {
	if n, ok := s.proposals[d]; ok {
		return n, nil
	}
	n := int64(-1)
	err := s.r.db.WithContext(ctx).Raw("SELECT idx FROM proposals WHERE digest = ?", d[:]).Row().Scan(&n)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("reading proposal %s: %w", d, err)
	}
	s.proposals[d] = n
	return n, nil
}

// CheckState implements [replay.Rows].
func (s *Source) CheckState(ctx context.Context, want replay.Changes, badges replay.Badges) error {
	var ballots int64
	if err := s.r.db.WithContext(ctx).Raw("SELECT count(*) FROM ballots").Scan(&ballots).Error; err != nil {
		return fmt.Errorf("counting ballots: %w", err)
	}
	if ballots != s.ballots {
		return refuted("the table ballots: it has %d rows, and the log %d ballots", ballots, s.ballots)
	}
	for _, check := range []func() error{
		func() error { return same(ctx, s.r, "idx", want.Proposals, newProposalRow) },
		func() error { return same(ctx, s.r, "idx", want.Acts, newActRow) },
		func() error { return same(ctx, s.r, "id", want.Types, newTypeRow) },
		func() error { return s.checkBadges(ctx, badges) },
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

// checkBadges compares the badges one by one, since there may be a million of them, and in the order in which they lie in the
// table. Another goroutine reads them meanwhile.
func (s *Source) checkBadges(ctx context.Context, want replay.Badges) error {
	reading, stop := context.WithCancel(ctx)
	parts := make(chan []badgeRow, 4)
	var broken error // what ended the reading, once parts is closed
	go func() {
		defer close(parts)
		broken = s.readBadges(reading, parts)
	}()
	var refutation error
	var buffer []byte
	n := 0
	for part := range parts { // to the end, since the snapshot's connection answers nobody else until then
		for i := range part {
			if refutation == nil {
				if refutation = checkBadge(want, &part[i], &buffer); refutation != nil {
					stop()
				}
			}
		}
		n += len(part)
	}
	stop()
	switch {
	case refutation != nil:
		return refutation
	case broken != nil:
		return fmt.Errorf("reading the state: %w", broken)
	case n != want.Len(): // the key is holder and type, so some are missing
		return refuted("the table badges: it has %d rows, and the log leads to %d", n, want.Len())
	}
	return nil
}

// readBadges sends all rows of badges.
func (s *Source) readBadges(ctx context.Context, parts chan<- []badgeRow) error {
	rows, err := s.r.db.WithContext(ctx).Raw("SELECT holder, type, data FROM badges").Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	const size = 512
	part := make([]badgeRow, 0, size)
	for rows.Next() {
		var row badgeRow
		if err := rows.Scan(&row.Holder, &row.Type, &row.Data); err != nil {
			return err
		}
		if part = append(part, row); len(part) == size {
			parts <- part
			part = make([]badgeRow, 0, size)
		}
	}
	parts <- part
	return rows.Err()
}

// checkBadge compares a row with the badge that the log leads to. It writes into a buffer.
func checkBadge(want replay.Badges, row *badgeRow, buffer *[]byte) error {
	var b badge.Badge
	ok := len(row.Holder) == common.AddressLength
	if ok {
		b, ok = want.Badge(badge.TokenID(common.Address(row.Holder), row.Type))
	}
	if !ok {
		return refuted("the table badges: the log knows nothing of the row %s", describe(*row))
	}
	if *buffer = b.AppendJSON((*buffer)[:0]); row.Data != string(*buffer) {
		return refuted("the table badges: the log leads to the row %s, and there is %s", describe(badgeRow{b.Holder[:], b.Type, string(*buffer)}), describe(*row))
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
