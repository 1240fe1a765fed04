package desk_test

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
	"github.com/peritus-dao/peritus/web"
	"github.com/peritus-dao/peritus/web/desk"
)

// world is a desk over a real service and a real database, with a clock that tests move.
type world struct {
	*desk.Desk
	t       *testing.T
	service *governance.Service
	now     *atomic.Int64
	pending []badge.Event
}

// sessions keeps sign-ins in the store, as cmd/peritus does.
type sessions struct{ store *store.Store }

func (s sessions) PutNonce(ctx context.Context, nonce, host string, a common.Address, expires document.Time) error {
	return s.store.PutNonce(ctx, store.Nonce{Nonce: nonce, Host: host, Address: a, Expires: expires})
}

func (s sessions) UseNonce(ctx context.Context, nonce, host string, a common.Address, now document.Time) error {
	return s.store.UseNonce(ctx, nonce, host, a, now)
}

func (s sessions) PutSession(ctx context.Context, token document.Digest, a common.Address, expires document.Time) error {
	return s.store.PutSession(ctx, store.Session{Token: token, Address: a, Expires: expires})
}

func (s sessions) Session(ctx context.Context, token document.Digest, now document.Time) (common.Address, error) {
	v, err := s.store.Session(ctx, token, now)
	return v.Address, err
}

func (s sessions) DeleteSession(ctx context.Context, token document.Digest) error {
	return s.store.DeleteSession(ctx, token)
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return newWorldOf(t, func(*policy.Policy) {})
}

// newWorldOf changes the policy that the instance begins with.
func newWorldOf(t *testing.T, change func(*policy.Policy)) *world {
	t.Helper()
	pol := replaytest.Policy()
	change(&pol)
	w := &world{t: t, now: new(atomic.Int64)}
	w.now.Store(int64(replaytest.Start))
	signer, _ := replaytest.LogKey(t)
	genesis, blobs := replaytest.Found(t, pol, map[string][]byte{"note/chat": replaytest.FirstNote(t)})
	ctx, cancel := context.WithCancel(context.Background())
	s := storetest.New(t)
	var err error
	w.service, err = governance.New(ctx, governance.Config{
		Store: s, Replay: replaytest.Config(), Signer: signer, Genesis: genesis, Blobs: blobs,
		Clock: func() document.Time { return document.Time(w.now.Load()) },
	})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	t.Cleanup(sync.OnceFunc(func() { cancel(); w.service.Wait() }))
	w.Desk, err = desk.New(desk.Config{
		Service: w.service, Kinds: replaytest.Config().Kinds, Sessions: sessions{s},
		Names:   map[common.Address]string{replaytest.Address(t, "ada"): "Ada"},
		Pending: func() ([]badge.Event, uint64) { return w.pending, 40 },
	})
	w.must(err)
	w.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bob", Type: 1, Level: 1},
		replaytest.Grant{Name: "cid", Type: 2, Level: 2}, replaytest.Grant{Name: "dan", Type: 2, Level: 1})
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// refused checks the rule of a refusal.
func (w *world) refused(err error, rule string) {
	w.t.Helper()
	if !refusal.Is(err, rule) {
		w.t.Errorf("want a refusal by %q, got %v", rule, err)
	}
}

func (w *world) follow(grants ...replaytest.Grant) {
	w.t.Helper()
	p := w.service.Position()
	r := record.ChainRange{From: p.Next, To: p.Next + 9, Hash: common.Hash{1}, Time: document.Time(w.now.Load())}
	if len(grants) == 0 {
		w.must(w.service.RecordRange(w.t.Context(), r, nil))
		return
	}
	w.must(w.service.RecordRange(w.t.Context(), r, replaytest.Badges(w.t, p.Next, r.Time, grants...)))
}

func (w *world) tick(want int) {
	w.t.Helper()
	n, err := w.service.Tick(w.t.Context())
	if err != nil || n != want {
		w.t.Fatalf("the tick wrote %d entries, want %d: %v", n, want, err)
	}
}

func (w *world) sign(name string, digest common.Hash) string {
	w.t.Helper()
	s, err := wallet.Sign([32]byte(digest), replaytest.Key(w.t, name))
	w.must(err)
	return s.String()
}

// propose submits a change of the note, the way a browser or a program does.
func (w *world) propose(name string) document.Digest {
	w.t.Helper()
	w.now.Add(replaytest.Hour)
	r := web.ProposalRequest{Proposer: replaytest.Address(w.t, name), Title: "Take more care", Summary: "*Because.*", Documents: map[string]json.RawMessage{
		"note/chat": replaytest.Note(w.t, "1.1.0", document.Sum(replaytest.FirstNote(w.t)), "be very careful", "be very fair")}}
	p, err := w.PrepareProposal(w.t.Context(), r)
	w.must(err)
	if len(p.Chambers) == 0 || len(p.Domains) == 0 || document.Sum([]byte(p.Text)) != p.Revision {
		w.t.Fatalf("prepared %+v", p)
	}
	signed := web.SignedProposal{Text: p.Text, Title: r.Title, TitleSalt: p.TitleSalt, Summary: r.Summary, SummarySalt: p.SummarySalt, Documents: r.Documents,
		Expires: p.Expires, Signature: w.sign(name, p.Digest)}
	wrong := signed
	wrong.TitleSalt = "zz"
	_, _, err = w.Propose(w.t.Context(), wrong)
	w.refused(err, "salt-form")
	revision, index, err := w.Propose(w.t.Context(), signed)
	w.must(err)
	if revision != p.Revision || index == 0 {
		w.t.Fatalf("proposed as %s at %d", revision, index)
	}
	return revision
}

func (w *world) open() {
	w.t.Helper()
	w.now.Add(replaytest.Hour)
	w.follow()
	w.tick(1)
}

// vote casts a ballot from its words to its receipt.
func (w *world) vote(name string, p document.Digest, choice, reason string) web.Receipt {
	w.t.Helper()
	r := web.BallotRequest{Revision: p, Voter: replaytest.Address(w.t, name), Choice: choice, Reason: reason}
	prepared, err := w.PrepareBallot(w.t.Context(), r)
	w.must(err)
	cast, err := w.CastBallot(w.t.Context(), web.SignedBallot{Revision: p, Voter: r.Voter, Choice: choice, Reason: reason, Salt: prepared.Salt,
		Sequence: prepared.Sequence, Expires: prepared.Expires, Signature: w.sign(name, prepared.Digest)})
	w.must(err)
	if cast.Index == 0 || len(cast.File) == 0 {
		w.t.Fatalf("the ballot is answered with %+v", cast)
	}
	receipt, err := w.Receipt(w.t.Context(), cast.Index, "")
	w.must(err)
	return receipt
}

// finish anchors what is there and lets the window pass.
func (w *world) finish() {
	w.t.Helper()
	ctx := w.t.Context()
	head, err := w.service.Store().Head(ctx)
	w.must(err)
	w.now.Add(60)
	w.follow()
	p := w.service.Position()
	w.must(w.service.RecordAnchor(ctx, record.Anchored{Size: head.Size, Root: document.Digest(head.Root), Tx: common.Hash{2}, Block: p.Last, BlockHash: p.Hash, BlockTime: p.Time}))
	w.now.Add(replaytest.Day)
	w.follow()
}

func TestLifeOfAProposal(t *testing.T) {
	w := newWorld(t)
	ctx := t.Context()
	revision := w.propose("ada")

	// In review: a preview of who would decide.
	p, err := w.Proposal(ctx, revision)
	w.must(err)
	if p.Status != "review" || p.Title != "Take more care" || p.Summary != "*Because.*" || p.Proposer.Name != "Ada" || p.Version != "1.1.0" || p.BaseTitle != "1.0.0" || len(p.Chambers) < 2 || p.Electors == 0 {
		t.Errorf("in review: %+v", p)
	}
	if !slices.ContainsFunc(p.Changes, func(c web.Change) bool { return len(c.Domains) == 1 && c.Domains[0].Domain == "safety" }) {
		t.Errorf("no change is the field of safety: %+v", p.Changes)
	}
	standing, err := w.Standing(ctx, revision, replaytest.Address(t, "ada"))
	w.must(err)
	if standing.Frozen || standing.Votable || len(standing.Chambers) == 0 || len(standing.Chambers[0].Words) == 0 {
		t.Errorf("the preview of a weight is %+v", standing)
	}
	_, err = w.PrepareBallot(ctx, web.BallotRequest{Revision: revision, Voter: replaytest.Address(t, "ada"), Choice: "for"})
	w.refused(err, "ballot-early")

	// Open: weights with their reasons, ballots with their receipts.
	w.open()
	for _, name := range []string{"ada", "bob", "cid", "dan"} {
		standing, err := w.Standing(ctx, revision, replaytest.Address(t, name))
		w.must(err)
		if !standing.Frozen || !standing.Votable {
			t.Errorf("%s may not vote: %+v", name, standing)
		}
		for _, c := range standing.Chambers {
			if c.Weight == 0 || c.Weight > c.Total || len(c.Words) == 0 {
				t.Errorf("%s in %s: %+v", name, c.Name, c)
			}
		}
	}
	stranger, err := w.Standing(ctx, revision, replaytest.Address(t, "eve"))
	w.must(err)
	if stranger.Votable || stranger.Chambers[0].Weight != 0 {
		t.Errorf("a stranger has %+v", stranger)
	}
	first := w.vote("ada", revision, "against", "")
	second := w.vote("ada", revision, "for", "I changed my mind.")
	w.vote("bob", revision, "for", "")
	w.vote("cid", revision, "for", "")
	w.vote("dan", revision, "abstain", "")
	replaced, err := w.Receipt(ctx, first.Index, "")
	w.must(err)
	if replaced.Superseded != second.Index || second.Superseded != -1 || second.Choice != "for" || second.Title != "Take more care" {
		t.Errorf("receipts: %+v, %+v", replaced, second)
	}
	w.receiptVerifies(second)
	if s, err := w.Standing(ctx, revision, replaytest.Address(t, "ada")); err != nil || s.Current == nil || s.Current.Choice != "for" || s.Current.Index != second.Index {
		t.Errorf("the standing ballot is %+v: %v", s.Current, err)
	}
	running := w.recount(revision)

	// Closed, anchored, final: the same count, and the document has moved.
	w.now.Add(3 * replaytest.Day)
	w.follow()
	w.tick(1)
	if p, err := w.Proposal(ctx, revision); err != nil || p.Status != "closed" || p.Decision != nil {
		t.Errorf("after the close: %s %+v %v", p.Status, p.Decision, err)
	}
	if closed := w.recount(revision); !slices.EqualFunc(closed.Chambers, running.Chambers, func(a, b web.Chamber) bool { return *a.Result == *b.Result }) {
		t.Errorf("the count changed at the close: %+v", closed.Chambers)
	}
	w.finish()
	if _, err := w.service.Tick(ctx); err != nil {
		t.Fatal(err)
	}
	p, err = w.Proposal(ctx, revision)
	w.must(err)
	if p.Status != "final" || p.Decision == nil || p.Decision.Outcome != "passed" || p.Decision.Anchored == nil || p.Decision.Tally.IsZero() {
		t.Errorf("in the end: %s %+v", p.Status, p.Decision)
	}
	for _, e := range p.Timeline {
		if !e.Done || e.Entry < 0 && e.Name != "released" {
			t.Errorf("the timeline of a final proposal has %+v", e)
		}
	}
	d, err := w.Document(ctx, "note/chat", document.Digest{})
	w.must(err)
	if !d.Current || d.Version != "1.1.0" || len(d.History) != 2 || d.History[0].Proposal != revision || d.History[1].Version != "1.0.0" {
		t.Errorf("the document is %+v", d)
	}
	if old, err := w.Document(ctx, "note/chat", d.History[1].Digest); err != nil || old.Current || old.Version != "1.0.0" {
		t.Errorf("the first version is %+v: %v", old, err)
	}
	_, err = w.Document(ctx, "note/chat", document.Digest{1})
	w.refused(err, "document-version-unknown")
	w.history(d)
	member, err := w.Member(ctx, replaytest.Address(t, "ada"))
	w.must(err)
	if len(member.Ballots) != 1 || member.Ballots[0].Index != second.Index || len(member.Badges) != 1 || len(member.Weights) != 1 || len(member.Weights[0].Words) == 0 {
		t.Errorf("the member's page is %+v", member)
	}
	var did []string
	for _, line := range member.Activity {
		did = append(did, line.Kind+" "+line.Title)
	}
	if want := []string{"proposed Take more care", "badge-granted " + member.Badges[0].Name}; !slices.Equal(did, want) {
		t.Errorf("the member's activity is %q, want %q", did, want)
	}
	w.logIsWhole()
	w.pagesRender(revision, second.Index)
}

// history holds what a document says about its past to its two versions.
func (w *world) history(d web.Document) {
	w.t.Helper()
	now, first := d.History[0].Digest, d.History[1].Digest
	c, err := w.Compare(w.t.Context(), first, now)
	w.must(err)
	if c.Before.Version != "1.0.0" || c.After.Version != "1.1.0" || c.After.Head != "note/chat" || c.Bump == "" || len(c.Changes) == 0 {
		w.t.Errorf("the comparison is %+v", c)
	}
	changed := map[string]bool{}
	for _, change := range c.Changes {
		changed[change.Path] = true
	}
	leaves, err := document.Diff(nil, d.Raw)
	w.must(err)
	for _, leaf := range leaves {
		i, known := d.Decided[leaf.Path]
		if !known || (i == 0) != changed[leaf.Path] {
			w.t.Errorf("%s is said to be decided in version %d (%v), and its change is %v", leaf.Path, i, known, changed[leaf.Path])
		}
	}
	if len(d.Names) != 1 || d.Names[first].Version != "1.0.0" {
		w.t.Errorf("the document names %+v", d.Names) // the one that it replaces
	}
	for _, sides := range [][2]document.Digest{{{1}, now}, {now, {1}}} {
		_, err = w.Compare(w.t.Context(), sides[0], sides[1])
		w.refused(err, "document-version-unknown")
	}
	heads, err := w.Documents(w.t.Context())
	w.must(err)
	other := slices.IndexFunc(heads, func(h web.DocumentSummary) bool { return h.Kind != d.Kind })
	_, err = w.Compare(w.t.Context(), now, heads[other].Digest)
	w.refused(err, "compare-kinds")
}

// recount holds the recount to the count.
func (w *world) recount(revision document.Digest) web.Recount {
	w.t.Helper()
	r, err := w.Recount(w.t.Context(), revision)
	w.must(err)
	if len(r.Ballots) != 5 || r.Ballots[0].Counted || r.Ballots[0].WhyNot != "replaced" || !r.Ballots[1].Counted || r.Ballots[1].Reason != "I changed my mind." {
		w.t.Errorf("ballots %+v", r.Ballots)
	}
	for i, c := range r.Chambers {
		sums := map[string]weight.Micro{}
		for _, b := range r.Ballots {
			if b.Counted {
				sums[b.Choice] += b.Weights[i]
			}
		}
		if c.Result == nil || sums["for"] != c.Result.For || sums["against"] != c.Result.Against || sums["abstain"] != c.Result.Abstain {
			w.t.Errorf("%s: the ballots sum to %v, the count says %+v", c.Name, sums, c.Result)
		}
	}
	return r
}

// receiptVerifies checks a receipt's file as a stranger would.
func (w *world) receiptVerifies(r web.Receipt) {
	w.t.Helper()
	_, key := replaytest.LogKey(w.t)
	verifier, err := note.NewVerifier(key)
	w.must(err)
	var receipt record.Receipt
	w.must(json.Unmarshal(r.File, &receipt))
	if _, c, err := receipt.Verify(replaytest.Origin, verifier); err != nil || c.Size != r.TreeSize {
		w.t.Errorf("the receipt does not verify: %v", err)
	}
}

// logIsWhole reads the log as pages, entries and tiles, and checks every proof.
func (w *world) logIsWhole() {
	w.t.Helper()
	ctx := w.t.Context()
	page, err := w.LogPage(ctx, -1, 5)
	w.must(err)
	seen := int64(0)
	for {
		for _, e := range page.Entries {
			if seen++; e.Index != page.Size-seen {
				w.t.Fatalf("entry %d stands where %d should", e.Index, page.Size-seen)
			}
		}
		if page.Older < 0 {
			break
		}
		page, err = w.LogPage(ctx, page.Older, 5)
		w.must(err)
	}
	if seen != page.Size || page.Anchored.Size == 0 {
		w.t.Errorf("%d of %d entries are listed; anchored %+v", seen, page.Size, page.Anchored)
	}
	for i := range page.Size {
		e, err := w.LogEntry(ctx, i)
		w.must(err)
		var root record.Hash
		if _, err := hex.Decode(root[:], []byte(e.Root)); err != nil {
			w.t.Fatal(err)
		}
		var proof []record.Hash
		for _, h := range e.Proof {
			var hash record.Hash
			if _, err := hex.Decode(hash[:], []byte(h)); err != nil {
				w.t.Fatal(err)
			}
			proof = append(proof, hash)
		}
		if err := record.CheckInclusion(proof, e.TreeSize, root, i, record.LeafHash(e.Raw)); err != nil {
			w.t.Errorf("entry %d: %v", i, err)
		}
		if e.Kind == record.KindBallot && (e.Title != "Take more care" || e.Choice == "") {
			w.t.Errorf("entry %d reads %+v", i, e.LogLine)
		}
	}
	tile, err := w.Tile(ctx, record.TilePath(record.Tile{Level: 0, Index: 0, Width: int(page.Size)}))
	w.must(err)
	bundle, err := w.Tile(ctx, record.TilePath(record.Tile{Level: record.EntriesLevel, Index: 0, Width: int(page.Size)}))
	w.must(err)
	entries, err := record.ParseEntriesTile(bundle)
	w.must(err)
	for i, raw := range entries {
		if leaf := record.LeafHash(raw); string(leaf[:]) != string(tile[32*i:32*i+32]) {
			w.t.Errorf("tile and bundle differ at entry %d", i)
		}
	}
	for path, rule := range map[string]string{"tile/0/000": "tile-unknown", "tile/0/001": "tile-unknown", "tile/entries/000.p/255": "tile-unknown", "tile/../x": "tile-path", "tile/0/000.p/0": "tile-path"} {
		_, err := w.Tile(ctx, path)
		w.refused(err, rule)
	}
	raw, err := w.Genesis(ctx)
	w.must(err)
	if document.Sum(raw) != w.Instance().Genesis {
		w.t.Error("genesis.json has another digest than the instance says")
	}
	_, err = w.Blob(ctx, document.Digest{1})
	w.refused(err, "blob-unknown")
	_, err = w.LogEntry(ctx, page.Size)
	w.refused(err, "entry-unknown")
}

// pagesRender asks for every page over the real record.
func (w *world) pagesRender(revision document.Digest, receipt int64) {
	w.t.Helper()
	app, err := web.New(web.Config{Service: w})
	w.must(err)
	member := replaytest.Address(w.t, "ada").Hex()
	for _, path := range []string{"/", "/proposals", "/proposals/" + revision.String(), "/proposals/" + revision.String() + "?as=" + member, "/proposals/" + revision.String() + "/recount",
		"/badges", "/badges/1", "/members/" + member, "/documents", "/documents/note/chat", "/releases", "/log", "/log/entries/3", "/verify", "/log/checkpoint", "/log/genesis.json",
		"/api/v1/proposals", "/api/v1/proposals/" + revision.String(), "/api/v1/status", "/api/v1/instance", "/api/v1/releases", "/api/v1/members/" + member} {
		response, err := app.Test(httptest.NewRequest(http.MethodGet, path, nil))
		w.must(err)
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			w.t.Errorf("%s: %d\n%s", path, response.StatusCode, body)
		}
	}
}

// Every way in which a ballot can be wrong is refused by its rule, and the same words again give the first receipt.
func TestBallotsThatAreWrong(t *testing.T) {
	w := newWorld(t)
	ctx := t.Context()
	revision := w.propose("ada")
	w.open()
	ada := replaytest.Address(t, "ada")
	prepared, err := w.PrepareBallot(ctx, web.BallotRequest{Revision: revision, Voter: ada, Choice: "for", Reason: "so"})
	w.must(err)
	good := web.SignedBallot{Revision: revision, Voter: ada, Choice: "for", Reason: "so", Salt: prepared.Salt, Sequence: prepared.Sequence, Expires: prepared.Expires, Signature: w.sign("ada", prepared.Digest)}
	for rule, change := range map[string]func(*web.SignedBallot){
		"signature-form":         func(b *web.SignedBallot) { b.Signature = b.Signature[:20] },
		"salt-form":              func(b *web.SignedBallot) { b.Salt = "" },
		"ballot-signature":       func(b *web.SignedBallot) { b.Reason = "because" },
		"ballot-choice-signed":   func(b *web.SignedBallot) { b.Choice = "against" },
		"ballot-sequence-signed": func(b *web.SignedBallot) { b.Sequence = 2 },
		"ballot-voter":           func(b *web.SignedBallot) { b.Voter = common.Address{} },
		"ballot-proposal":        func(b *web.SignedBallot) { b.Revision = document.Digest{9} },
	} {
		b := good
		change(&b)
		_, err := w.CastBallot(ctx, b)
		w.refused(err, rule)
	}
	for rule, r := range map[string]web.BallotRequest{
		"ballot-choice":      {Revision: revision, Voter: ada, Choice: "perhaps"},
		"ballot-weight":      {Revision: revision, Voter: replaytest.Address(t, "eve"), Choice: "for"},
		"ballot-proposal":    {Revision: document.Digest{9}, Voter: ada, Choice: "for"},
		"ballot-reason":      {Revision: revision, Voter: ada, Choice: "for", Reason: strings.Repeat("x", 1<<20)},
		"ballot-reason-text": {Revision: revision, Voter: ada, Choice: "for", Reason: "\xff"},
		"ballot-voter":       {Revision: revision, Choice: "for"},
	} {
		_, err := w.PrepareBallot(ctx, r)
		w.refused(err, rule)
	}
	first, err := w.CastBallot(ctx, good)
	w.must(err)
	again, err := w.CastBallot(ctx, good)
	w.must(err)
	if again.Index != first.Index {
		t.Errorf("the same words gave entries %d and %d", first.Index, again.Index)
	}
	w.now.Add(3 * replaytest.Day)
	_, err = w.PrepareBallot(ctx, web.BallotRequest{Revision: revision, Voter: ada, Choice: "for"})
	w.refused(err, "ballot-late")
	_, err = w.Receipt(ctx, 0, "")
	w.refused(err, "receipt-unknown")
}

func TestSignIn(t *testing.T) {
	w := newWorld(t)
	ctx := t.Context()
	const host = "peritus.example"
	ada := replaytest.Address(t, "ada")
	message, err := w.Challenge(ctx, host, ada)
	w.must(err)
	signature := w.sign("ada", common.Hash(wallet.HashMessage(message)))
	for name, try := range map[string][3]string{
		"another host":     {"evil.example", message, signature},
		"a changed text":   {host, strings.Replace(message, "votes on nothing", "votes on it all", 1), signature},
		"another's":        {host, message, w.sign("bob", common.Hash(wallet.HashMessage(message)))},
		"no signature":     {host, message, ""},
		"something else":   {host, "hello", signature},
		"an unknown nonce": {host, strings.Replace(message, "Nonce: ", "Nonce: a", 1), signature},
	} {
		if _, _, err := w.SignIn(ctx, try[0], try[1], try[2]); !refusal.Is(err, "sign-in") {
			t.Errorf("%s: %v", name, err)
		}
	}
	token, expires, err := w.SignIn(ctx, host, message, signature)
	w.must(err)
	if p, err := w.Session(ctx, token); err != nil || p.Address != ada || p.Name != "Ada" || expires <= w.Now() {
		t.Errorf("the session is %+v: %v", p, err)
	}
	if _, _, err := w.SignIn(ctx, host, message, signature); !refusal.Is(err, "sign-in") {
		t.Errorf("the message worked twice: %v", err)
	}
	late, err := w.Challenge(ctx, host, ada)
	w.must(err)
	w.now.Add(11 * 60)
	if _, _, err := w.SignIn(ctx, host, late, w.sign("ada", common.Hash(wallet.HashMessage(late)))); !refusal.Is(err, "sign-in") {
		t.Errorf("an old message worked: %v", err)
	}
	w.must(w.SignOut(ctx, token))
	_, err = w.Session(ctx, token)
	w.refused(err, "session-unknown")
	if _, err := w.Challenge(ctx, "bad host\nURI: x", ada); !refusal.Is(err, "sign-in-host") {
		t.Errorf("a made-up host: %v", err)
	}
}

func TestWhatIsNotThere(t *testing.T) {
	w := newWorld(t)
	ctx := t.Context()
	_, err := w.Proposal(ctx, document.Digest{1})
	w.refused(err, "proposal-unknown")
	_, err = w.BadgeType(ctx, 99)
	w.refused(err, "badge-type-unknown")
	_, err = w.Document(ctx, "none/none", document.Digest{})
	w.refused(err, "document-unknown")
	_, err = w.Release(ctx, "chat/stable", 1)
	w.refused(err, "release-unknown")
	_, err = w.TUF(ctx, "timestamp.json")
	w.refused(err, "tuf-unknown")
	w.refused(w.Cosign(ctx, "chat/stable", 1, nil), "cosigning")
	if m, err := w.Member(ctx, common.Address{9}); err != nil || len(m.Badges) != 0 {
		t.Errorf("a stranger's page: %+v %v", m, err)
	}
	types, err := w.BadgeTypes(ctx)
	w.must(err)
	if len(types) != 2 || types[0].Holders != 2 || types[0].Issuers != 1 {
		t.Errorf("badge types %+v", types)
	}
	page, err := w.BadgeType(ctx, 1)
	w.must(err)
	if len(page.Held) != 2 || page.Held[0].Level < page.Held[1].Level || len(page.IssuedBy) != 1 || len(page.Power) != int(page.Levels) {
		t.Errorf("badge type 1: %+v", page)
	}
	members, err := w.Members(ctx)
	w.must(err)
	if len(members) != 4 || members[0].Name != "Ada" {
		t.Errorf("members %+v", members)
	}
}

// What is not final on the chain is shown to its holder, and counts nowhere.
func TestPendingBadgesAreShown(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	ada, bob := replaytest.Address(t, "ada"), replaytest.Address(t, "bob")
	before, err := w.Member(ctx, ada)
	w.must(err)
	var next uint64
	w.must(w.service.View(func(s *replay.State) error { next = s.Chain().Next; return nil }))
	w.pending = []badge.Event{
		{Kind: badge.LevelChanged, Block: next - 1, Type: 1, Holder: ada, Level: 1}, // recorded meanwhile
		{Kind: badge.TypeRetired, Block: next + 50, Type: 1},
		{Kind: badge.Minted, Block: next + 60, Type: 2, Holder: ada, Level: 2},
		{Kind: badge.Revoked, Block: next + 61, Type: 1, Holder: bob},
	}
	m, err := w.Member(ctx, ada)
	w.must(err)
	if want := []web.Coming{{Kind: "minted", Type: 2, Name: "law", Level: 2, Block: next + 60, Final: 40}}; !slices.Equal(m.Coming, want) {
		t.Errorf("%+v, want %+v", m.Coming, want)
	}
	if len(m.Badges) != len(before.Badges) || len(m.Weights) != len(before.Weights) || m.Weights[0].Weight != before.Weights[0].Weight {
		t.Error("what is pending counts")
	}
	if m, err = w.Member(ctx, bob); err != nil || len(m.Coming) != 1 || m.Coming[0].Kind != "revoked" {
		t.Errorf("%+v, %v", m.Coming, err)
	}
}
