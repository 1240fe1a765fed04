package main

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/governance/store/storetest"
	"github.com/peritus-dao/peritus/governance/tally"
	"github.com/peritus-dao/peritus/web"
	"github.com/peritus-dao/peritus/web/desk"
)

// A stranger fetches the ballots of a vote by any method from a service, counts them with peritus tally, and finds what the
// service found: in each body every number, every round, every tie and every spoiled ballot.
func TestStrangerRecountsEveryMethod(t *testing.T) {
	for _, c := range []struct {
		name    string
		method  tally.Method
		choices map[string]string // ada 40 and dan 10 know safety, cid 20 and bob 10 the law
		says    string            // somewhere in what tally prints
	}{
		{"threshold", tally.Threshold, map[string]string{"ada": "for", "bob": "against", "cid": "for", "dan": "abstain"}, "for must be more than 1/2"},
		{"single", tally.Single, map[string]string{"ada": "mild", "bob": "strict", "cid": "mild", "dan": "status-quo"}, "mild"},
		{"approval", tally.Approval, map[string]string{"ada": "mild, strict", "bob": "strict", "cid": "(none)", "dan": "(none)"}, "strict"},
		{"approval, a tie", tally.Approval, map[string]string{"ada": "mild, strict", "bob": "mild, strict", "cid": "mild, strict"}, "a tie of mild, strict, by lot"},
		{"ranked-irv", tally.RankedIRV, map[string]string{"bob": "mild > strict", "cid": "strict > mild", "dan": "status-quo > mild"}, "leaves"},
		{"ranked-irv, exhausted", tally.RankedIRV, map[string]string{"bob": "status-quo", "cid": "strict > mild = status-quo", "dan": "mild > strict"}, "exhausted"},
		{"ranked-condorcet", tally.RankedCondorcet, map[string]string{"ada": "mild > strict > status-quo", "bob": "strict > mild", "cid": "mild = strict", "dan": "mild > status-quo"}, "locked"},
		{"weighted", tally.Weighted, map[string]string{"ada": "mild=1, strict=2", "bob": "mild=1", "cid": "mild=1, status-quo=3, strict=3", "dan": "strict=1"}, "/"},
		{"quadratic", tally.Quadratic, map[string]string{"ada": "mild=1, strict=5", "bob": "strict=3", "cid": "mild=4", "dan": "status-quo=1, strict=2"}, "spoiled: "},
		{"mixture", tally.Mixture, map[string]string{"ada": "books=3, code=1", "bob": "web=1", "cid": "code=1", "dan": "books=1, code=1, web=1"}, "t = "},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := newVote(t, c.method)
			for _, name := range []string{"ada", "bob", "cid", "dan"} {
				if choice := c.choices[name]; choice != "" {
					v.cast(name, choice)
				}
			}
			if c.method != tally.Mixture {
				v.recount("") // as it stands
			}
			v.end()
			v.recount(c.says)
		})
	}
}

// vote is a live service with one open vote.
type vote struct {
	testing.TB
	desk     *desk.Desk
	service  *governance.Service
	now      *atomic.Int64
	url      string
	method   tally.Method
	revision document.Digest
}

func newVote(t *testing.T, method tally.Method) *vote {
	t.Helper()
	pol := replaytest.Policy()
	kind := pol.Kinds[replaytest.NoteSchema]
	switch method {
	case tally.Threshold:
	case tally.Mixture:
		kind.Rules.Poll = string(method)
	default:
		kind.Rules.Method = string(method)
	}
	pol.Kinds[replaytest.NoteSchema] = kind
	v := &vote{TB: t, now: new(atomic.Int64), method: method}
	v.now.Store(int64(replaytest.Start))
	signer, _ := replaytest.LogKey(t)
	genesis, blobs := replaytest.Found(t, pol, map[string][]byte{"note/chat": replaytest.FirstNote(t)})
	ctx, cancel := context.WithCancel(context.Background())
	var err error
	v.service, err = governance.New(ctx, governance.Config{
		Store: storetest.New(t), Replay: replaytest.Config(), Signer: signer, Genesis: genesis, Blobs: blobs,
		Clock: func() document.Time { return document.Time(v.now.Load()) },
	})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); v.service.Wait() })
	v.desk, err = desk.New(desk.Config{Service: v.service, Kinds: replaytest.Config().Kinds})
	v.must(err)
	app, err := web.New(web.Config{Service: v.desk, Logger: slog.New(slog.DiscardHandler)})
	v.must(err)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	v.must(err)
	served := make(chan error, 1)
	go func() { served <- app.Serve(l) }()
	t.Cleanup(func() {
		if err := app.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
		<-served
	})
	v.url = "http://" + l.Addr().String()
	v.follow(replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bob", Type: 2, Level: 1}, replaytest.Grant{Name: "cid", Type: 2, Level: 2}, replaytest.Grant{Name: "dan", Type: 1, Level: 1})
	v.propose()
	v.now.Add(replaytest.Hour)
	v.follow()
	v.tick()
	return v
}

func (v *vote) must(err error) {
	v.Helper()
	if err != nil {
		v.Fatal(err)
	}
}

func (v *vote) follow(grants ...replaytest.Grant) {
	v.Helper()
	p := v.service.Position()
	r := record.ChainRange{From: p.Next, To: p.Next + 9, Hash: common.Hash{1}, Time: document.Time(v.now.Load())}
	if len(grants) == 0 {
		v.must(v.service.RecordRange(v.Context(), r, nil))
		return
	}
	v.must(v.service.RecordRange(v.Context(), r, replaytest.Badges(v, p.Next, r.Time, grants...)))
}

func (v *vote) tick() {
	v.Helper()
	if n, err := v.service.Tick(v.Context()); err != nil || n != 1 {
		v.Fatalf("the tick wrote %d entries: %v", n, err)
	}
}

func (v *vote) sign(name string, digest common.Hash) string {
	v.Helper()
	s, err := wallet.Sign([32]byte(digest), replaytest.Key(v, name))
	v.must(err)
	return s.String()
}

// propose brings a change, rivals, or options without documents.
func (v *vote) propose() {
	v.Helper()
	v.now.Add(replaytest.Hour)
	change := func(safety, law string) map[string]json.RawMessage {
		return map[string]json.RawMessage{"note/chat": replaytest.Note(v, "1.1.0", document.Sum(replaytest.FirstNote(v)), safety, law)}
	}
	r := web.ProposalRequest{Proposer: replaytest.Address(v, "ada"), Title: "Take more care", Summary: "Because."}
	switch v.method {
	case tally.Threshold:
		r.Documents = change("be very careful", "be very fair")
	case tally.Mixture:
		r.Heads, r.Options = []string{"note/chat"}, map[string]map[string]json.RawMessage{"books": {}, "code": {}, "web": {}}
	default:
		r.Options = map[string]map[string]json.RawMessage{"mild": change("be mild", "be lax"), "strict": change("be strict", "be just")}
	}
	p, err := v.desk.PrepareProposal(v.Context(), r)
	v.must(err)
	v.revision, _, err = v.desk.Propose(v.Context(), web.SignedProposal{Text: p.Text, Title: r.Title, TitleSalt: p.TitleSalt, Summary: r.Summary, SummarySalt: p.SummarySalt,
		Documents: r.Documents, Options: r.Options, Expires: p.Expires, Signature: v.sign("ada", p.Digest)})
	v.must(err)
}

func (v *vote) cast(name, choice string) {
	v.Helper()
	r := web.BallotRequest{Revision: v.revision, Voter: replaytest.Address(v, name), Choice: choice}
	p, err := v.desk.PrepareBallot(v.Context(), r)
	v.must(err)
	_, err = v.desk.CastBallot(v.Context(), web.SignedBallot{Revision: v.revision, Voter: r.Voter, Choice: choice, Sequence: p.Sequence, Expires: p.Expires, Signature: v.sign(name, p.Digest)})
	v.must(err)
}

// end closes the vote and anchors it, which decides a tie.
func (v *vote) end() {
	v.Helper()
	v.now.Add(3 * replaytest.Day)
	v.follow()
	v.tick()
	head, err := v.service.Store().Head(v.Context())
	v.must(err)
	v.now.Add(60)
	v.follow()
	p := v.service.Position()
	v.must(v.service.RecordAnchor(v.Context(), record.Anchored{Size: head.Size, Root: document.Digest(head.Root), Tx: common.Hash{2}, Block: p.Last, BlockHash: p.Hash, BlockTime: p.Time}))
	_, err = v.service.Tick(v.Context())
	v.must(err)
}

func (v *vote) fetch(path string) []byte {
	v.Helper()
	response, err := http.Get(v.url + path)
	v.must(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	v.must(err)
	if response.StatusCode != http.StatusOK {
		v.Fatalf("%s: %d %s", path, response.StatusCode, body)
	}
	return body
}

// count fetches a file of ballots and counts it.
func (v *vote) count(query string) (tally.Outcome, string) {
	v.Helper()
	name := filepath.Join(v.TempDir(), "ballots.json")
	v.must(os.WriteFile(name, v.fetch("/proposals/"+v.revision.String()+"/ballots.json?"+query), 0o600))
	var out tally.Outcome
	got := peritus(v, "tally", "--output", "json", name)
	if got.code != exitOK || json.Unmarshal([]byte(got.stdout), &out) != nil {
		v.Fatalf("exit status %d: %s%s", got.code, got.stdout, got.stderr)
	}
	return out, peritus(v, "tally", name).stdout
}

// recount holds what a stranger counts to what the service says.
func (v *vote) recount(says string) {
	v.Helper()
	var p web.Proposal
	v.must(json.Unmarshal(v.fetch("/api/v1/proposals/"+v.revision.String()), &p))
	if len(p.Chambers) != 3 && v.method != tally.Mixture {
		v.Fatalf("the vote has the bodies %+v", p.Chambers)
	}
	printed := ""
	for _, ch := range p.Chambers {
		got, text := v.count("chamber=" + ch.Name)
		printed += text
		if v.method == tally.Threshold {
			r, want := ch.Result, map[string]string{}
			for choice, w := range map[string]weight.Micro{"for": r.For, "against": r.Against, "abstain": r.Abstain} {
				want[choice] = w.Units()
			}
			for choice, w := range want {
				if string(got.Scores[choice]) != w {
					v.Errorf("%s: %s weighs %s, the service says %s", ch.Name, choice, got.Scores[choice], w)
				}
			}
			if passed := reflect.DeepEqual(got.Winners, []string{"for"}); passed != r.Passed || got.Rounds[0].Quorum.Met != r.QuorumMet || string(got.Rounds[0].Quorum.Needed) != r.Quorum.Units() {
				v.Errorf("%s: %+v, the service says %+v", ch.Name, got, *r)
			}
			continue
		}
		if !reflect.DeepEqual(got, ch.Poll.Count) {
			v.Errorf("%s:\n%s, the service says\n%s", ch.Name, v.json(got), v.json(ch.Poll.Count))
		}
		if q := ch.Poll.StatusQuo; q != nil {
			got, _ := v.count("against=status-quo&chamber=" + ch.Name)
			if string(got.Scores["for"]) != q.For.Units() || string(got.Scores["against"]) != q.Against.Units() || got.Rounds[0].Quorum.Met != ch.Poll.QuorumMet ||
				reflect.DeepEqual(got.Winners, []string{"for"}) != (ch.Poll.Approved && ch.Poll.QuorumMet) {
				v.Errorf("%s against the status quo:\n%s, the service says %+v of %+v", ch.Name, v.json(got), *q, *ch.Poll)
			}
		}
	}
	if !strings.Contains(printed, says) {
		v.Errorf("tally does not say %q:\n%s", says, printed)
	}
	if page := string(v.fetch("/proposals/" + v.revision.String() + "/recount")); !strings.Contains(page, "ballots.json?chamber=experts") {
		v.Error("the page offers no file")
	}
}

func (v *vote) json(o tally.Outcome) string {
	raw, err := json.Marshal(o)
	v.must(err)
	return string(raw)
}
