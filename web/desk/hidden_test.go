package desk_test

import (
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/web"
)

// hiddenVote opens a hidden vote on which ada and bob have voted.
func hiddenVote(t *testing.T, ada, bob string) (*world, document.Digest, web.Receipt) {
	t.Helper()
	w := newWorldOf(t, func(p *policy.Policy) {
		kind := p.Kinds[replaytest.NoteSchema]
		kind.Rules.Hidden = true
		p.Kinds[replaytest.NoteSchema] = kind
	})
	p := w.propose("ada")
	w.open()
	prepared, err := w.PrepareBallot(t.Context(), web.BallotRequest{Revision: p, Voter: replaytest.Address(t, "ada"), Choice: ada, Reason: "My reason."})
	w.must(err)
	receipt, err := w.CastBallot(t.Context(), web.SignedBallot{Revision: p, Voter: replaytest.Address(t, "ada"), Choice: ada, Reason: "My reason.", Salt: prepared.Salt,
		Sequence: prepared.Sequence, Expires: prepared.Expires, Signature: w.sign("ada", prepared.Digest)})
	w.must(err)
	w.vote("bob", p, bob, "")
	return w, p, receipt
}

// surfaces returns what everybody can read, by address.
func (w *world) surfaces(p document.Digest) map[string]string {
	w.t.Helper()
	app, err := web.New(web.Config{Service: w, Logger: slog.New(slog.DiscardHandler)})
	w.must(err)
	head, err := w.service.Store().Head(w.t.Context())
	w.must(err)
	raws, err := w.service.Store().Entries(w.t.Context(), 0, int(head.Size))
	w.must(err)
	ada := strings.ToLower(replaytest.Address(w.t, "ada").Hex())
	names := strings.NewReplacer(":revision", p.String(), "{revision}", p.String(), ":address", ada, "{address}", ada, ":type", "1", "{type}", "1")
	paths := map[string]string{} // by a name that is the same in every instance
	for _, route := range app.Paths() {
		path := names.Replace(route)
		switch {
		case strings.Contains(path, "/demo/"):
		case strings.Contains(path, ":index") || strings.Contains(path, "{index}"):
			for i := range raws {
				at := strings.NewReplacer(":index", fmt.Sprint(i), "{index}", fmt.Sprint(i)).Replace(path)
				paths[at] = at
			}
		case strings.Contains(path, "tile/"):
			paths["entries"] = fmt.Sprintf("/log/tile/entries/000.p/%d", head.Size)
		case strings.Contains(path, ":digest") || strings.Contains(path, "{digest}"):
			for i, raw := range raws {
				for k, d := range regexp.MustCompile(`[0-9a-f]{64}`).FindAllString(string(raw), -1) {
					paths[fmt.Sprintf("blob %d of entry %d", k, i)] = "/blob/sha256/" + d
				}
			}
		default:
			paths[path] = path
			for _, query := range []string{"?as=" + ada + "#vote", "?member=" + ada, "?status=voting"} { // what a page or an answer says to whoever asks about a voter
				paths[path+query] = path + query
			}
		}
	}
	out := map[string]string{}
	for name, path := range paths {
		res, err := app.Test(httptest.NewRequest("GET", path, nil))
		w.must(err)
		body, err := io.ReadAll(res.Body)
		w.must(err)
		// Salts, signatures and what they lead to are random.
		text := regexp.MustCompile(`(0x)?[0-9A-Fa-f]{12,}|[A-Za-z0-9+/]{40,}={0,2}`).ReplaceAllString(strings.ReplaceAll(string(body), p.String(), "P"), "H")
		out[strings.ReplaceAll(name, p.String(), "P")] = fmt.Sprintf("%d\n%s", res.StatusCode, text)
	}
	return out
}

// Whoever votes for or against, nothing that anybody can read differs until the close.
func TestHiddenVotesShowNothing(t *testing.T) {
	one, p, receipt := hiddenVote(t, "for", "against")
	two, q, _ := hiddenVote(t, "against", "abstain")
	before, other := one.surfaces(p), two.surfaces(q)
	if len(before) < 150 {
		t.Fatalf("only %d addresses were read", len(before))
	}
	read := 0
	for name, text := range before {
		if other[name] != text {
			t.Errorf("%s differs:\n%s\n---\n%s", name, text, other[name])
		}
		if strings.HasPrefix(text, "200") {
			read++
		}
	}
	if read < 120 {
		t.Fatalf("only %d of %d addresses could be read", read, len(before))
	}

	// The voter, who knows the salt, sees the ballot and can prove it.
	own, err := one.Receipt(t.Context(), receipt.Index, receipt.Salt)
	one.must(err)
	if own.Opens == 0 {
		t.Error("the voter is not told when the ballot is opened")
	}
	if own.Choice != "for" || !strings.Contains(string(own.File), `"opening"`) || len(receipt.Salt) != 64 {
		t.Fatalf("%+v", own)
	}
	parsed, err := record.ParseReceipt(own.File)
	one.must(err)
	o, err := replay.ParseOpening(parsed.Opening)
	one.must(err)
	if o.Ballot.Choice != "for" || o.Voter != replaytest.Address(t, "ada") {
		t.Fatalf("the receipt opens to %+v", o)
	}
	_, err = one.Receipt(t.Context(), receipt.Index, strings.Repeat("0", 64))
	one.refused(err, "receipt-salt")
	public, err := one.Receipt(t.Context(), receipt.Index, "")
	one.must(err)
	if public.Choice != "(sealed)" || strings.Contains(string(public.File), "opening") {
		t.Fatalf("%+v", public)
	}

	// After the close everything is there, and the record holds.
	one.now.Add(3 * replaytest.Day)
	one.follow()
	one.tick(1)
	r, err := one.Recount(t.Context(), p)
	one.must(err)
	if len(r.Ballots) != 2 || r.Ballots[0].Choice != "for" || r.Ballots[0].Reason != "My reason." || r.Ballots[1].Choice != "against" {
		t.Fatalf("%+v", r.Ballots)
	}
	public, err = one.Receipt(t.Context(), receipt.Index, "")
	one.must(err)
	if public.Choice != "for" || public.Opens != 0 {
		t.Fatalf("%+v", public)
	}
}

// The same words again are answered with the same ballot, and a ballot that was lost is put back by its receipt.
func TestSealedBallotIsTakenOnce(t *testing.T) {
	w, p, receipt := hiddenVote(t, "for", "against")
	parsed, err := record.ParseReceipt(receipt.File)
	w.must(err)
	o, err := replay.ParseOpening(parsed.Opening)
	w.must(err)
	again, err := w.CastBallot(t.Context(), web.SignedBallot{Revision: p, Voter: o.Voter, Choice: "for", Reason: "My reason.", Salt: saltOf(t, w, o.Ballot.Reason),
		Sequence: o.Ballot.Sequence, Expires: o.Ballot.Expires, Signature: o.Signature})
	w.must(err)
	if again.Index != receipt.Index || again.Salt != receipt.Salt {
		t.Fatalf("%+v is not %+v", again, receipt)
	}
	_, err = w.CastBallot(t.Context(), web.SignedBallot{Revision: p, Voter: o.Voter, Choice: "against", Sequence: o.Ballot.Sequence, Expires: o.Ballot.Expires, Signature: o.Signature})
	w.refused(err, "ballot-signature")
}

func saltOf(t *testing.T, w *world, reason document.Digest) string {
	t.Helper()
	raw, err := w.service.Store().Blob(t.Context(), reason)
	w.must(err)
	return fmt.Sprintf("%x", raw[:32])
}
