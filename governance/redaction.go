package governance

import (
	"context"
	"slices"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Redact destroys the free texts that an entry names, or the one of them with a digest, on one of [replay.Grounds]: text and
// salt go in the transaction that writes the entry which says so. It returns a receipt for each text.
//
// It is the operator's: whoever holds the log's key can do it, and the record shows it for ever. Copies that others made
// are theirs to destroy; the record tells them to.
func (s *Service) Redact(ctx context.Context, index int64, text document.Digest, ground string) ([]record.Receipt, error) {
	raws, err := s.store.Entries(ctx, index, 1)
	if err != nil {
		return nil, err
	}
	if index < 0 || len(raws) == 0 {
		return nil, refusal.New(refusal.NotFound, "entry-unknown", "entry", "the log has no entry %d", index)
	}
	e, err := record.Decode(raws[0])
	if err != nil {
		return nil, err
	}
	texts, err := replay.Texts(e, s.Blobs(ctx))
	if err != nil {
		return nil, err
	}
	if !text.IsZero() {
		if !slices.Contains(texts, text) {
			return nil, refusal.New(refusal.NotFound, "redact-text", "text", "entry %d names no free text %s", index, text)
		}
		texts = []document.Digest{text}
	}
	if len(texts) == 0 {
		return nil, refusal.New(refusal.NotFound, "redact-text", "entry", "entry %d, of kind %s, names no free text", index, e.Kind)
	}
	var out []record.Receipt
	for _, d := range texts {
		r, err := s.writeOwn(ctx, record.KindRedacted, record.Redacted{Entry: index, Text: d, Ground: ground})
		if err != nil {
			return out, err
		}
		out = append(out, r)
	}
	return out, nil
}
