package governance_test

import (
	"context"
	"crypto/x509"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// The log's key is changed by a decision that those who are trusted signed: from the next checkpoint on the new one signs, every verifier
// follows, and a service without it does not start.
func TestLogKeyIsChangedByDecision(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		i := start(t, s, clock(), nil)
		i.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1})
		before, err := s.Head(t.Context())
		i.must(err)
		_, vkey := nextLogKey(t)
		der, err := x509.MarshalPKIXPublicKey(releasetest.Key("delta").Public())
		i.must(err)
		doc := replaytest.Marshal(t, charter.Trust{
			Schema: charter.TrustSchema, Version: "1.0.0", LogKey: vkey, TUFRoot: document.Sum(nil), Witnesses: []string{},
			Cosigners: record.Cosigners{Threshold: 1, Keys: map[string]string{"delta": base64.StdEncoding.EncodeToString(der)}},
		})
		p := i.proposeChange("ada", charter.TrustHead, doc)
		for _, voter := range []string{"ada", "bo"} {
			_, err := i.Cast(t.Context(), i.signed(voter, p, ballot.For, ""))
			i.must(err)
		}
		i.now.Add(3 * replaytest.Day)
		i.follow()
		_, err = i.Tick(t.Context())
		i.must(err)
		head, err := s.Head(t.Context())
		i.must(err)
		i.follow()
		i.must(i.RecordAnchor(t.Context(), record.Anchored{Size: head.Size, Root: document.Digest(head.Root), Block: i.Position().Last, BlockTime: i.Position().Time}))
		i.now.Add(replaytest.Day)
		i.follow()
		_, err = i.Tick(t.Context())
		i.must(err)
		bundle := []byte("the release of the trust document")
		i.must(i.RecordRelease(t.Context(), record.Released{Channel: charter.TrustHead, Sequence: 1, Statement: document.Sum(bundle)}, bundle))

		head, err = s.Head(t.Context())
		i.must(err)
		next, err := note.NewVerifier(vkey)
		i.must(err)
		if _, _, err := record.OpenCheckpoint(head.Note, replaytest.Origin, next); err != nil {
			t.Fatalf("the new key does not sign: %v", err)
		}
		if r := i.check(); r.Size != head.Size || !slices.ContainsFunc(r.Claims, func(c replay.Claim) bool { return c.What == "keys" && c.Label == replay.Proved }) {
			t.Fatalf("%+v", r)
		}
		// Whoever verified before goes on.
		seen, err := record.PeekCheckpoint(before.Note)
		i.must(err)
		_, err = replay.NewVerifier(replaytest.Config(), store.NewSource(s.Reader), replay.Options{Seen: []replay.Seen{{Checkpoint: seen, Note: string(before.Note)}}}).Verify(t.Context())
		i.must(err)
		// A checkpoint of now that the old key signed is refuted.
		old, _ := replaytest.LogKey(t)
		forged, err := record.Checkpoint{Origin: replaytest.Origin, Size: head.Size, Root: head.Root}.Sign(old)
		i.must(err)
		_, err = replay.NewVerifier(replaytest.Config(), forgedSource{store.NewSource(s.Reader), forged}, replay.Options{}).Verify(t.Context())
		if err == nil || !strings.Contains(err.Error(), "not signed by the log's key") {
			t.Fatalf("the old key: %v", err)
		}
		// A service that starts without the new key says what is missing.
		i.stop()
		genesis, blobs := replaytest.Genesis(t)
		_, err = governance.New(context.Background(), governance.Config{
			Store: s, Replay: replaytest.Config(), Signer: old, Genesis: genesis, Blobs: blobs, Clock: func() document.Time { return document.Time(i.now.Load()) },
		})
		if err == nil || !strings.Contains(err.Error(), "which is not here") {
			t.Fatalf("without the key: %v", err)
		}
		i = start(t, s, i.now, nil)
		i.follow()
		i.check()
	})
}

// forgedSource shows another checkpoint.
type forgedSource struct {
	replay.Source
	note []byte
}

func (f forgedSource) Checkpoint(context.Context) ([]byte, error) { return f.note, nil }
