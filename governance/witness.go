package governance

import (
	"context"
	"errors"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Witnesses returns the witnesses that are trusted now.
func (s *Service) Witnesses() []note.Verifier {
	var out []note.Verifier
	_ = s.View(func(state *replay.State) error {
		for _, key := range state.Present().Witnesses {
			if w, err := record.NewWitness(key); err == nil {
				out = append(out, w)
			}
		}
		return nil
	})
	return out
}

// AddCosignatures puts cosignatures of witnesses under the stored checkpoint, if it still is the one that they signed. It returns how
// many of them are good signatures of trusted witnesses, and whether the checkpoint has them now.
func (s *Service) AddCosignatures(ctx context.Context, checkpoint []byte, lines []byte) (good int, stored bool, err error) {
	signed, err := record.PeekCheckpoint(checkpoint)
	if err != nil {
		return 0, false, refusal.New(refusal.Invalid, "checkpoint", "", "%w", err)
	}
	fresh := record.Cosignatures(checkpoint, lines, s.Witnesses()...)
	if len(fresh) == 0 {
		return 0, false, nil
	}
	err = s.store.Commit(ctx, func(tx Tx) error {
		head, err := tx.Head(ctx)
		if err != nil {
			return err
		}
		if head.Size != signed.Size || head.Root != signed.Root {
			return ErrConflict // it was replaced meanwhile
		}
		head.Note = record.WithSignatures(head.Note, fresh...)
		return tx.ReplaceCheckpoint(ctx, head.Size, head)
	})
	if errors.Is(err, ErrConflict) {
		return len(fresh), false, nil
	}
	return len(fresh), err == nil, err
}
