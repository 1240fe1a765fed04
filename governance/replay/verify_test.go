package replay_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// memory is a log in memory.
type memory struct {
	log    [][]byte
	stored record.StoredHashes
	blobs  blobs
	note   []byte
}

func (m *memory) Checkpoint(context.Context) ([]byte, error) { return m.note, nil }
func (m *memory) Entries(_ context.Context, first int64, max int) ([][]byte, error) {
	return m.log[first:min(first+int64(max), int64(len(m.log)))], nil
}
func (m *memory) Tile(_ context.Context, t record.Tile) ([]byte, error) {
	return record.ReadTile(t, m.stored)
}
func (m *memory) Blob(_ context.Context, d document.Digest) ([]byte, error) { return m.blobs.Blob(d) }

// source makes a world's log readable for a verifier.
func (w *world) source() *memory {
	w.t.Helper()
	m := &memory{log: w.log, blobs: w.blobs}
	var tree record.Tree
	for _, raw := range w.log {
		m.stored = tree.AppendHash(m.stored, record.LeafHash(raw))
	}
	signer, _ := replaytest.LogKey(w.t)
	var err error
	m.note, err = record.Checkpoint{Origin: signer.Name(), Size: tree.Size(), Root: tree.Root()}.Sign(note.Signer(signer))
	if err != nil {
		w.t.Fatal(err)
	}
	return m
}

// crowd opens a vote on which n members of equal standing have voted.
func crowd(t testing.TB, n int) *world {
	w := newWorld(t)
	var grants []replaytest.Grant
	for i := range n {
		grants = append(grants, replaytest.Grant{Name: fmt.Sprint("voter", i), Type: 1, Level: 1})
	}
	w.chain(replaytest.Badges(t, w.block, w.now, grants...)...)
	w.now = w.now.Add(hour)
	p := w.propose("voter0", "note/chat", w.note1("1.1.0", "be very careful", "be fair"))
	w.now = w.now.Add(hour)
	w.chain()
	w.due()
	for i := range n {
		w.must(w.ballot(fmt.Sprint("voter", i), p, "for", 1))
	}
	return w
}

func TestVerifierReplaysAndGoesOn(t *testing.T) {
	w := crowd(t, 300)
	source := w.source()
	v := replay.NewVerifier(replaytest.Config(), source, replay.Options{})
	report, err := v.Verify(t.Context())
	if err != nil || report.Ballots != 300 || report.Size != int64(len(w.log)) {
		t.Fatalf("%+v, %v", report, err)
	}
	// The log grows; the verifier reads only what is new.
	pr := w.state.Proposals()[0]
	w.must(w.ballot("voter7", pr.Digest, "against", 2))
	*source = *w.source()
	if report, err = v.Verify(t.Context()); err != nil || report.Ballots != 301 {
		t.Fatalf("%+v, %v", report, err)
	}
	if v.State().Root() != w.state.Root() {
		t.Fatal("the verifier came to another root")
	}
}

func TestVerifierNamesWhatBroke(t *testing.T) {
	w := crowd(t, 20)
	for name, c := range map[string]struct {
		spoil func(*memory)
		want  string
	}{
		"entry":     {func(m *memory) { m.log[9] = append([]byte(nil), m.log[9]...); m.log[9][100] ^= 1 }, "entry 9"},
		"leaf hash": {func(m *memory) { m.stored[record.StoredCount(9)][0] ^= 1 }, "tile"},
		"blob": {func(m *memory) {
			for d, raw := range m.blobs {
				bad := append([]byte(nil), raw...)
				bad[len(bad)/2] ^= 1
				m.blobs[d] = bad
			}
		}, "genesis"},
		"signature":   {func(m *memory) { m.note = append([]byte(nil), m.note...); m.note[len(m.note)-5] ^= 1 }, "checkpoint"},
		"shorter log": {func(m *memory) { m.log = m.log[:len(m.log)-1] }, ""},
	} {
		m := w.source()
		m.log = append([][]byte(nil), m.log...)
		m.blobs = blobs{}
		for d, raw := range w.blobs {
			m.blobs[d] = raw
		}
		c.spoil(m)
		_, err := replay.NewVerifier(replaytest.Config(), short{m}, replay.Options{}).Verify(t.Context())
		if err == nil {
			t.Errorf("%s: it was verified", name)
		} else if c.want != "" && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v does not name %q", name, err, c.want)
		}
	}
}

// short answers a missing entry as a source must.
type short struct{ *memory }

func (s short) Entries(ctx context.Context, first int64, max int) ([][]byte, error) {
	raws, err := s.memory.Entries(ctx, first, max)
	if len(raws) == 0 {
		return nil, &replay.Refutation{Index: first, Kind: "entry", Err: fmt.Errorf("it is missing")}
	}
	return raws, err
}

// BenchmarkVerify replays ballots with all their signatures. BenchmarkRecover is the limit that it is measured by.
func BenchmarkVerify(b *testing.B) {
	const n = 4096
	w := crowd(b, n)
	source := w.source()
	b.ResetTimer()
	for b.Loop() {
		if _, err := replay.NewVerifier(replaytest.Config(), source, replay.Options{}).Verify(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "ballots/s")
}

func BenchmarkRecover(b *testing.B) {
	digest := wallet.Text("x")
	sig, err := wallet.Sign(digest, replaytest.Key(b, "ada"))
	if err != nil {
		b.Fatal(err)
	}
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := wallet.Recover(digest, sig); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "signatures/s")
}
