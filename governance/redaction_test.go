package governance_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
)

// A text goes, and everything else holds without it; a text that goes without an entry is found out.
func TestRedaction(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		now := clock()
		i := start(t, s, now, nil)
		ctx := t.Context()
		i.follow(replaytest.Grant{Name: "ann", Type: safety, Level: 3}, replaytest.Grant{Name: "bob", Type: safety, Level: 2})
		p := i.propose("ann")
		vote := i.signed("ann", p, ballot.For, "My neighbour at 12 Elm Street agrees.")
		receipt, err := i.Cast(ctx, vote)
		i.must(err)
		kept, err := i.Cast(ctx, i.signed("bob", p, ballot.For, "A reason that stays."))
		i.must(err)
		asked := i.request("eve", safety, 2)

		if _, err := i.Redact(ctx, receipt.Index, document.Digest{}, "because"); !refusal.Is(err, "redact-ground") {
			t.Errorf("no ground: %v", err)
		}
		if _, err := i.Redact(ctx, 0, document.Digest{}, "unlawful"); !refusal.Is(err, "redact-text") {
			t.Errorf("the genesis: %v", err)
		}
		if _, err := i.Redact(ctx, 1<<40, document.Digest{}, "unlawful"); !refusal.Is(err, "entry-unknown") {
			t.Errorf("no entry: %v", err)
		}
		var proposed int64
		i.must(i.View(func(s *replay.State) error { pr, _ := s.Proposal(p); proposed = pr.Index; return nil }))
		if _, err := i.Redact(ctx, proposed, document.Digest{}, "spam"); !refusal.Is(err, "redact-open") {
			t.Errorf("the title of an open vote: %v", err)
		}
		if _, err = i.Redact(ctx, receipt.Index, document.Digest{}, "personal-data"); err != nil {
			t.Fatal(err)
		}
		if _, err := i.Redact(ctx, receipt.Index, document.Digest{}, "personal-data"); !refusal.Is(err, "redact-repeated") {
			t.Errorf("twice: %v", err)
		}
		if _, err = i.Redact(ctx, asked, document.Digest{}, "author"); err != nil {
			t.Fatal(err)
		}
		if _, err := i.store.Blob(ctx, vote.Ballot.Reason); !errors.Is(err, replay.ErrNoBlob) {
			t.Errorf("the text is still there: %v", err)
		}
		if _, there, err := i.Showing(ctx, i.progress(asked).Requested); there || err != nil {
			t.Errorf("the evidence is still there: %v", err)
		}
		if r := i.check(); r.Redactions != 2 || r.Ballots != 2 {
			t.Errorf("the verifier reports %+v", r)
		}
		// The service starts again without the texts, and goes on.
		i.stop()
		i = start(t, s, now, nil)
		i.must(i.endorse(asked, "ann"))
		i.check()

		// Without an entry, a text that is missing refutes the record, and the entry is named.
		i.must(s.Commit(context.Background(), func(tx governance.Tx) error {
			return tx.Apply(context.Background(), replay.Changes{Redacted: []document.Digest{reason(t, s, kept.Index)}})
		}))
		_, err = replay.NewVerifier(replaytest.Config(), store.NewSource(s.Reader), replay.Options{}).Verify(context.Background())
		var refuted *replay.Refutation
		if !errors.As(err, &refuted) || refuted.Index != kept.Index || !strings.Contains(err.Error(), "no entry says that it was redacted") {
			t.Errorf("a text that went without a word: %v", err)
		}
	})
}

func reason(t *testing.T, s *store.Store, index int64) document.Digest {
	raws, err := s.Entries(t.Context(), index, 1)
	if err != nil {
		t.Fatal(err)
	}
	e, err := record.Decode(raws[0])
	if err != nil {
		t.Fatal(err)
	}
	var b record.Ballot
	if err := document.Unmarshal(e.Body, &b); err != nil {
		t.Fatal(err)
	}
	return b.Reason
}
