package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/remote"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// The server is killed, at random moments, while members vote over HTTP. Whatever it had acknowledged is there after each
// restart, at the same place, and every receipt holds; a ballot that got no answer can be sent again and counts once.
//
// A kill shows nothing about the disk, whose cache outlives the process. That each commit waits for the disk
// (synchronous=FULL, synchronous_commit=on) is asserted in governance/store, which also fails commits before, in and after
// the moment.
func TestKilledServerLosesNoBallot(t *testing.T) {
	kills := 10
	if os.Getenv("PERITUS_SOAK") != "" {
		kills = 200
	}
	seed := uint64(time.Now().UnixNano())
	if text := os.Getenv("PERITUS_TEST_SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("PERITUS_TEST_SEED=%d", seed)
	random := rand.New(rand.NewPCG(seed, 0))

	// One vote is opened besides those of the demo, so that two have days left.
	w := tell(t)
	dir := w.dir
	w.open("tobias-brandt", "Nobody has found a licence yet.")
	w.close()
	e := newElection(t, dir)
	server := start(t, nil, "demo", "--data", string(dir), "--listen", "127.0.0.1:0")
	e.enrol(server)
	for range kills {
		before := len(e.receipts)
		// A first ballot is waited for, so that every kill hits a server that works.
		moment := time.Duration(random.IntN(300)) * time.Millisecond
		voting, first := e.vote(server.url)
		select {
		case <-first:
		case <-time.After(patience):
			t.Fatalf("no ballot is acknowledged:\n%s", server.output())
		}
		time.Sleep(moment) // the random moment of the kill
		server.kill()
		voting.Wait()
		if e.err != nil {
			t.Fatal(e.err)
		}
		server = start(t, nil, "demo", "--data", string(dir), "--listen", "127.0.0.1:0")
		again := e.again(server.url)
		e.check(server)
		t.Logf("killed %s after the first ballot: %d receipts, %d ballots sent again", moment, len(e.receipts)-before, again)
	}
	e.counted(server)
	server.stop()
	if got := peritus(t, "verify", "--genesis", dir.genesis(), string(dir)); got.code != exitOK {
		t.Fatalf("verify: exit status %d\n%s%s", got.code, got.stdout, got.stderr)
	}
	t.Logf("%d receipts after %d kills", len(e.receipts), kills)
}

// election is members who vote over and over, and keep what they were told.
type election struct {
	testing.TB
	trust     release.Trust
	electors  []elector
	revisions map[document.Digest]bool

	mu       sync.Mutex // guards the rest
	receipts []kept
	open     []pending // sent, and not answered
	err      error     // the first that no kill explains
}

// kept is a receipt that holds, with the checkpoint in it.
type kept struct {
	record.Receipt
	checkpoint record.Checkpoint
}

// elector is a member in one vote.
type elector struct {
	member
	revision document.Digest
}

// pending is a ballot that was sent.
type pending struct {
	elector
	ballot signedBallot
}

func newElection(tb testing.TB, dir folder) *election {
	tb.Helper()
	genesis, err := os.ReadFile(dir.genesis())
	if err != nil {
		tb.Fatal(err)
	}
	e := &election{TB: tb, revisions: map[document.Digest]bool{}}
	if e.trust, err = release.NewTrust(genesis, document.Sum(genesis)); err != nil {
		tb.Fatal(err)
	}
	for _, m := range members(tb, dir) {
		e.electors = append(e.electors, elector{member: m})
	}
	return e
}

// enrol finds out who may vote on what. A vote that closes today may close before the last kill.
func (e *election) enrol(p *process) {
	e.Helper()
	all := e.electors
	e.electors = nil
	for _, s := range p.open() {
		if s.Closes < document.Time(time.Now().Unix()).Add(2*daySeconds) { // of which one passed while the vote was opened
			continue
		}
		for _, m := range all {
			var refused *refusedError
			if _, err := prepare(p.url, s.Revision, m.member, "for", ""); err == nil {
				e.electors = append(e.electors, elector{m.member, s.Revision})
				e.revisions[s.Revision] = true
			} else if !errors.As(err, &refused) || refused.status != http.StatusForbidden {
				e.Fatal(err)
			}
		}
	}
	if len(e.electors) < 8 {
		e.Fatalf("only %d electors", len(e.electors))
	}
	e.Logf("%d electors in %d votes", len(e.electors), len(e.revisions))
}

// vote lets every elector vote until the server is gone. first is closed when a ballot is acknowledged.
func (e *election) vote(url string) (voting *sync.WaitGroup, first <-chan struct{}) {
	acknowledged, once := make(chan struct{}), sync.Once{}
	voting = &sync.WaitGroup{}
	for _, v := range e.electors {
		voting.Go(func() {
			for n := 0; ; n++ {
				choice, reason := []string{"for", "against", "abstain", "withdraw"}[n%4], ""
				if n%3 == 0 {
					reason = fmt.Sprintf("for the %d. time", n)
				}
				w, err := prepare(url, v.revision, v.member, choice, reason)
				if err != nil {
					e.failed(err)
					return
				}
				b, err := v.sign(w, choice, reason)
				if err != nil {
					e.failed(err)
					return
				}
				if err := e.cast(url, pending{v, b}, http.StatusCreated); err != nil {
					return
				}
				once.Do(func() { close(acknowledged) })
			}
		})
	}
	return voting, acknowledged
}

// cast sends a ballot and keeps the receipt, or the ballot if there is no answer.
func (e *election) cast(url string, p pending, want ...int) error {
	raw, err := post(ballotsURL(url, p.revision), p.ballot, want...)
	if err != nil {
		e.mu.Lock()
		e.open = append(e.open, p)
		e.mu.Unlock()
		e.failed(err)
		return err
	}
	r, err := e.receipt(raw)
	if err != nil {
		e.failed(&refusedError{answer{status: http.StatusCreated, body: fmt.Appendf(nil, "%v in %s", err, raw)}})
		return err
	}
	e.mu.Lock()
	e.receipts = append(e.receipts, r)
	e.mu.Unlock()
	return nil
}

// receipt checks a receipt offline, against genesis.json.
func (e *election) receipt(raw []byte) (kept, error) {
	r, err := record.ParseReceipt(raw)
	if err != nil {
		return kept{}, err
	}
	if r.Genesis != e.trust.Genesis {
		return kept{}, fmt.Errorf("the receipt is of the instance %s", r.Genesis)
	}
	_, c, err := r.Verify(e.trust.Record.Origin, e.trust.Log)
	return kept{r, c}, err
}

// failed keeps an error that no kill explains: an answer, and not a broken connection.
func (e *election) failed(err error) {
	var refused *refusedError
	var syntax *json.SyntaxError
	if !errors.As(err, &refused) && !errors.As(err, &syntax) {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.err == nil {
		e.err = err
	}
}

// again sends once more what got no answer. Each ballot gets a receipt, whether it was recorded before the kill or not.
func (e *election) again(url string) int {
	e.Helper()
	open := e.open
	e.open = nil
	for _, p := range open {
		if err := e.cast(url, p, http.StatusCreated, http.StatusOK); err != nil {
			e.Fatalf("a ballot that got no answer, sent again: %v", err)
		}
	}
	return len(open)
}

// check compares every receipt, which held when it was given, with the log as it is now.
func (e *election) check(p *process) {
	e.Helper()
	source, err := remote.New(p.url)
	if err != nil {
		e.Fatal(err)
	}
	ctx := context.Background()
	msg, err := source.Checkpoint(ctx)
	if err != nil {
		e.Fatal(err)
	}
	head, _, err := record.OpenCheckpoint(msg, e.trust.Record.Origin, e.trust.Log)
	if err != nil {
		e.Fatal(err)
	}
	var entries [][]byte
	roots := []record.Hash{{}} // by size
	var tree record.Tree
	for size := int64(len(entries)); size < head.Size; size = int64(len(entries)) {
		more, err := source.Entries(ctx, size, int(min(record.TileWidth, head.Size-size)))
		if err != nil {
			e.Fatal(err)
		}
		for _, raw := range more {
			entries = append(entries, raw)
			tree.Append(raw)
			roots = append(roots, tree.Root())
		}
	}
	if tree.Root() != head.Root {
		e.Fatalf("the %d entries do not lead to the checkpoint", head.Size)
	}
	type key struct {
		proposal document.Digest
		voter    string
		sequence uint64
	}
	seen := map[key]int{}
	for i, raw := range entries {
		entry, err := record.Decode(raw)
		if err != nil {
			e.Fatal(err)
		}
		if entry.Kind != record.KindBallot {
			continue
		}
		var b record.Ballot
		if err := document.Unmarshal(entry.Body, &b); err != nil {
			e.Fatal(err)
		}
		k := key{b.Proposal, entry.Actor, b.Sequence}
		if other, ok := seen[k]; ok {
			e.Fatalf("the ballot %d of %s is recorded twice, as entry %d and as entry %d", b.Sequence, entry.Actor, other, i)
		}
		seen[k] = i
	}
	for _, r := range e.receipts {
		if r.Index >= head.Size {
			e.Fatalf("the log has %d entries, and a receipt was given for entry %d: %s", head.Size, r.Index, r.Entry)
		}
		if !bytes.Equal(entries[r.Index], r.Entry) {
			e.Fatalf("entry %d is\n%s\nand a receipt was given for\n%s", r.Index, entries[r.Index], r.Entry)
		}
		if c := r.checkpoint; c.Size >= int64(len(roots)) || c.Root != roots[c.Size] {
			e.Fatalf("the log signed another tree of size %d in the receipt of entry %d", c.Size, r.Index)
		}
	}
}

// counted checks that of each voter exactly the last ballot counts.
func (e *election) counted(p *process) {
	e.Helper()
	for revision := range e.revisions {
		recount := read[struct {
			Ballots []struct {
				Voter struct {
					Address string `json:"address"`
				} `json:"voter"`
				Choice   string `json:"choice"`
				Sequence uint64 `json:"sequence"`
				Counted  bool   `json:"counted"`
			} `json:"ballots"`
		}](e, p, "/api/v1/proposals/"+revision.String()+"/ballots")
		last := map[string]uint64{}
		for _, b := range recount.Ballots {
			last[b.Voter.Address] = max(last[b.Voter.Address], b.Sequence)
		}
		counted := 0
		for _, b := range recount.Ballots {
			if want := b.Sequence == last[b.Voter.Address] && b.Choice != "withdraw"; b.Counted != want {
				e.Errorf("ballot %d of %s: counted %t, want %t", b.Sequence, b.Voter.Address, b.Counted, want)
			}
			if b.Counted {
				counted++
			}
		}
		e.Logf("%s: %d ballots, of which %d of %d voters' count", revision, len(recount.Ballots), counted, len(last))
		if len(recount.Ballots) == 0 || len(last) == 0 {
			e.Errorf("no ballots on %s", revision)
		}
	}
}
