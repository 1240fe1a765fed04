package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm"

	"github.com/peritus-dao/peritus/governance/document"
)

// Session is a signed-in browser. Token is the SHA-256 of what the browser holds, so that a copy of the database signs
// nobody in.
type Session struct {
	Token   document.Digest
	Address common.Address
	Expires document.Time
}

// Nonce is what a sign-in message must carry, once.
type Nonce struct {
	Nonce   string
	Host    string
	Address common.Address
	Expires document.Time
}

// Cosignature is a co-signer's signature under a release's statement.
type Cosignature struct {
	Channel   string
	Sequence  uint64
	Cosigner  string
	Statement document.Digest
	Signature []byte
	Received  document.Time
}

type (
	sessionRow struct {
		Token   []byte `gorm:"primaryKey"`
		Address []byte
		Expires int64
	}
	nonceRow struct {
		Nonce   string `gorm:"primaryKey"`
		Host    string
		Address []byte
		Expires int64
	}
	tufRow struct {
		Name  string `gorm:"primaryKey"`
		Bytes []byte
	}
	cosignatureRow struct {
		Channel   string `gorm:"primaryKey"`
		Sequence  uint64 `gorm:"primaryKey;autoIncrement:false"`
		Cosigner  string `gorm:"primaryKey"`
		Statement []byte
		Signature []byte
		Received  int64
	}
)

func (sessionRow) TableName() string     { return "sessions" }
func (nonceRow) TableName() string       { return "nonces" }
func (tufRow) TableName() string         { return "tuf_files" }
func (cosignatureRow) TableName() string { return "cosignatures" }

// PutSession stores a session. Its token is new, or it is [ErrExists].
func (s *Store) PutSession(ctx context.Context, v Session) error {
	return s.create(ctx, "session", &sessionRow{v.Token[:], v.Address[:], int64(v.Expires)})
}

// Session returns the session of a token that has not expired, or [ErrNotFound].
func (s *Store) Session(ctx context.Context, token document.Digest, now document.Time) (Session, error) {
	var row sessionRow
	if err := s.Reader.db.WithContext(ctx).Take(&row, "token = ? AND expires > ?", token[:], int64(now)).Error; err != nil {
		return Session{}, fmt.Errorf("reading a session: %w", mapped(err))
	}
	return Session{token, common.BytesToAddress(row.Address), document.Time(row.Expires)}, nil
}

// DeleteSession ends a session; one that does not exist has ended.
func (s *Store) DeleteSession(ctx context.Context, token document.Digest) error {
	return s.exec(ctx, "ending a session", "DELETE FROM sessions WHERE token = ?", token[:])
}

// PutNonce stores a nonce. It is new, or it is [ErrExists].
func (s *Store) PutNonce(ctx context.Context, v Nonce) error {
	return s.create(ctx, "nonce", &nonceRow{v.Nonce, v.Host, v.Address[:], int64(v.Expires)})
}

// UseNonce uses a nonce up. It returns nil to exactly one caller, who names the host and address that the nonce was handed
// out to and comes before it expires; to all others it returns [ErrNotFound].
func (s *Store) UseNonce(ctx context.Context, nonce, host string, address common.Address, now document.Time) error {
	result := s.write.WithContext(ctx).Exec("DELETE FROM nonces WHERE nonce = ? AND host = ? AND address = ? AND expires > ?", nonce, host, address[:], int64(now))
	if result.Error != nil {
		return fmt.Errorf("using a nonce: %w", mapped(result.Error))
	}
	if result.RowsAffected != 1 {
		return fmt.Errorf("using a nonce: %w", ErrNotFound)
	}
	return nil
}

// DeleteExpired removes sessions and nonces that expired by now.
func (s *Store) DeleteExpired(ctx context.Context, now document.Time) error {
	if err := s.exec(ctx, "removing expired sessions", "DELETE FROM sessions WHERE expires <= ?", int64(now)); err != nil {
		return err
	}
	return s.exec(ctx, "removing expired nonces", "DELETE FROM nonces WHERE expires <= ?", int64(now))
}

// PutTUF stores files of the TUF repository, all or none. A name for which mutable is false is written once: if it exists with
// other bytes nothing is stored and the error is [ErrExists]. That is what keeps two writers from publishing two states under
// one version.
func (s *Store) PutTUF(ctx context.Context, files map[string][]byte, mutable func(name string) bool) error {
	return s.write.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		for _, name := range slices.Sorted(maps.Keys(files)) { // in one order for all writers, so that none waits for another's file
			put := "INSERT INTO tuf_files (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes"
			if !mutable(name) {
				put += " WHERE tuf_files.bytes = excluded.bytes"
			}
			result := tx.Exec(put, name, nonNil(files[name]))
			if result.Error != nil {
				return fmt.Errorf("storing the TUF file %s: %w", name, result.Error)
			}
			if result.RowsAffected != 1 {
				return fmt.Errorf("storing the TUF file %s: %w", name, ErrExists)
			}
		}
		return nil
	})
}

// TUF returns a file of the TUF repository, or [ErrNotFound].
func (s *Store) TUF(ctx context.Context, name string) ([]byte, error) {
	var row tufRow
	if err := s.Reader.db.WithContext(ctx).Take(&row, "name = ?", name).Error; err != nil {
		return nil, fmt.Errorf("reading the TUF file %s: %w", name, mapped(err))
	}
	return nonNil(row.Bytes), nil
}

// PutCosignature stores a co-signature. A co-signer signs one statement for a release: the same statement again changes
// nothing, another one is [ErrExists], which is evidence against the co-signer.
func (s *Store) PutCosignature(ctx context.Context, v Cosignature) error {
	err := s.create(ctx, "co-signature", &cosignatureRow{v.Channel, v.Sequence, v.Cosigner, v.Statement[:], nonNil(v.Signature), int64(v.Received)})
	if err == nil {
		return nil
	}
	var row cosignatureRow
	again := s.write.WithContext(ctx).Take(&row, "channel = ? AND sequence = ? AND cosigner = ? AND statement = ?", v.Channel, v.Sequence, v.Cosigner, v.Statement[:])
	if again.Error == nil {
		return nil
	}
	return err
}

// Cosignatures returns the co-signatures of a release, by co-signer.
func (s *Store) Cosignatures(ctx context.Context, channel string, sequence uint64) ([]Cosignature, error) {
	if sequence > math.MaxInt64 { // no database holds such a number
		return nil, nil
	}
	var rows []cosignatureRow
	err := mapped(s.Reader.db.WithContext(ctx).Order("cosigner").Find(&rows, "channel = ? AND sequence = ?", channel, sequence).Error)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return nil, fmt.Errorf("reading co-signatures: %w", err)
	}
	out := make([]Cosignature, len(rows))
	for i, r := range rows {
		out[i] = Cosignature{Channel: r.Channel, Sequence: r.Sequence, Cosigner: r.Cosigner, Signature: r.Signature, Received: document.Time(r.Received)}
		copy(out[i].Statement[:], r.Statement)
	}
	return out, nil
}

func (s *Store) create(ctx context.Context, what string, row any) error {
	if err := s.write.WithContext(ctx).Create(row).Error; err != nil {
		return fmt.Errorf("storing a %s: %w", what, mapped(err))
	}
	return nil
}

func (s *Store) exec(ctx context.Context, what, statement string, args ...any) error {
	if err := s.write.WithContext(ctx).Exec(statement, args...).Error; err != nil {
		return fmt.Errorf("%s: %w", what, mapped(err))
	}
	return nil
}
