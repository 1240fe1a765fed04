package store

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm/clause"

	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
)

// Outbox is the store's [anchor.Outbox].
type Outbox struct{ s *Store }

var _ anchor.Outbox = Outbox{}

// Outbox returns the outbox of the anchor's sender.
func (s *Store) Outbox() Outbox { return Outbox{s} }

type outboxRow struct {
	Hash    []byte `gorm:"primaryKey"`
	Nonce   uint64
	Size    int64
	Root    []byte
	Tip     uint64
	Cap     uint64
	Raw     []byte
	Created int64
	Settled int // 0 or 1
}

func (outboxRow) TableName() string { return "outbox" }

// Unsettled implements [anchor.Outbox].
func (o Outbox) Unsettled(ctx context.Context) ([]anchor.Attempt, error) {
	var rows []outboxRow
	if err := o.s.write.WithContext(ctx).Order("nonce, cap, hash").Find(&rows, "settled = 0").Error; err != nil {
		return nil, fmt.Errorf("reading the outbox: %w", err)
	}
	out := make([]anchor.Attempt, len(rows))
	for i, r := range rows {
		root, err := hash(r.Root)
		if err != nil {
			return nil, fmt.Errorf("reading the outbox: %w", err)
		}
		out[i] = anchor.Attempt{
			Call:    anchor.Call{Checkpoint: anchor.Checkpoint{Size: r.Size, Root: root}, Nonce: r.Nonce, Fees: anchor.Fees{Tip: r.Tip, Cap: r.Cap}},
			Signed:  anchor.Signed{Hash: common.BytesToHash(r.Hash), Raw: r.Raw},
			Created: document.Time(r.Created),
		}
	}
	return out, nil
}

// Put implements [anchor.Outbox].
func (o Outbox) Put(ctx context.Context, a anchor.Attempt) error {
	row := outboxRow{a.Hash[:], a.Nonce, a.Size, a.Root[:], a.Fees.Tip, a.Fees.Cap, nonNil(a.Raw), int64(a.Created), 0}
	if err := o.s.write.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
		return fmt.Errorf("storing a transaction in the outbox: %w", err)
	}
	return nil
}

// Settle implements [anchor.Outbox].
func (o Outbox) Settle(ctx context.Context, nonce uint64) error {
	return o.s.exec(ctx, "settling a nonce of the outbox", "UPDATE outbox SET settled = 1 WHERE nonce = ?", nonce)
}
