package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/valyala/fasthttp"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/web"
	"github.com/peritus-dao/peritus/web/desk"
)

// defaultPolicy is the policy that a new instance starts with unless it brings its own.
//
//go:embed policy.json
var defaultPolicy []byte

func benchCommand() *command {
	return &command{
		name: "bench", args: "[--ballots N] [--clients N] [--database URL] [--recount N | --recover N | --replay N | --serving] [--output json]", run: runBench,
		summary: "Measure durable and recounted ballots per second beside the machine's own rate",
		help: `It founds an instance in a temporary folder (or in the empty database that is named), lets N voters sign one ballot
each beforehand, casts them over HTTP from many clients at once, and replays the record with all signatures. The clients share the
machine with the server and the database. The rate at which the machine recovers signatures is measured in the same run, as
the limit that nothing can pass.

--recount N makes the record of one closed vote with N ballots instead, and measures time and memory of peritus verify on it: from the
start of the process to its end, with every signature and every row of the database. Its peak counts all that is resident, the
program's own file too. --keep DIR keeps that record for the next run. --recover N is the bare recovery alone.

--replay N measures something else: a record of N entries is exported into one file and replayed from it, with all signatures. --serving
measures how many checkpoints, tiles and blobs a second are served.`,
	}
}

// benchResult is what a run measured. Rates are per second.
type benchResult struct {
	Database     string `json:"database"`
	Processors   int    `json:"processors"`
	Ballots      int    `json:"ballots"`
	Clients      int    `json:"clients"`
	CastPerSec   int64  `json:"castPerSecond"`
	P50Micros    int64  `json:"p50Microseconds"`
	P99Micros    int64  `json:"p99Microseconds"`
	RecountPer   int64  `json:"recountedPerSecond"`
	RecoverPer   int64  `json:"recoveredPerSecond"`
	RecountShare int64  `json:"recountPercentOfRecovery"`
}

func runBench(ctx context.Context, c *call) error {
	n := c.flags.Int("ballots", 20_000, "`N` voters, one ballot each")
	clients := c.flags.Int("clients", 256, "`N` ballots under way at once")
	database := c.flags.String("database", "", "`URL` of an empty PostgreSQL database (default: SQLite in a temporary folder)")
	profile := c.flags.String("profile", "", "`FILE` for a CPU profile of the casting or of the replay, to be read with go tool pprof")
	recounted := c.flags.Int("recount", 0, "recount a vote of `N` ballots and measure nothing else")
	recovered := c.flags.Int("recover", 0, "recover `N` bare signatures and measure nothing else")
	keep := c.flags.String("keep", "", "`DIR` for the record to recount, to be used again")
	entries := c.flags.Int64("replay", 0, "`N` entries to export and to replay, instead of casting ballots")
	serving := c.flags.Bool("serving", false, "measure how fast static files are served, instead of casting ballots")
	output := c.output()
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	if *n < 1 || *n > 2_000_000 || *clients < 1 || *clients > 10_000 {
		return &usageError{"--ballots takes 1 to 2000000 and --clients 1 to 10000"}
	}
	say := func(format string, args ...any) {
		if *output != "json" {
			fmt.Fprintf(c.stderr, format+"\n", args...)
		}
	}
	if *recounted > 0 {
		r, err := recount(ctx, *recounted, *keep, say)
		if err != nil {
			return err
		}
		if *output == "json" {
			return json.NewEncoder(c.stdout).Encode(r)
		}
		_, err = io.WriteString(c.stdout, r.words())
		return err
	}
	if *recovered > 0 {
		took, err := recoverBare(*recovered)
		if err != nil {
			return err
		}
		if *output == "json" {
			return json.NewEncoder(c.stdout).Encode(perSecond(*recovered, took))
		}
		_, err = fmt.Fprintf(c.stdout, "%d signatures recovered per second on %d processors\n", perSecond(*recovered, took), runtime.GOMAXPROCS(0))
		return err
	}
	switch {
	case *entries != 0:
		return benchReplay(ctx, c, *entries, *output, *profile, say)
	case *serving:
		return benchServing(ctx, c, min(*clients, 64), *output, say)
	}
	dir, err := os.MkdirTemp("", "peritus-bench-")
	if err != nil {
		return missing("a temporary folder cannot be made: %w", err)
	}
	defer os.RemoveAll(dir)
	db := *database
	if db == "" {
		db = filepath.Join(dir, "peritus.db")
	}
	st, err := openStore(ctx, db, store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	say("making %d voters and their signed ballots …", *n)
	b, err := newBench(ctx, st, *n)
	if err != nil {
		return err
	}
	defer b.stop()
	votes, err := b.votes()
	if err != nil {
		return err
	}
	result := benchResult{Database: "sqlite", Processors: runtime.GOMAXPROCS(0), Ballots: *n, Clients: *clients}
	if strings.HasPrefix(db, "postgres") {
		result.Database = "postgresql"
	}
	say("casting …")
	if *profile != "" {
		file, err := os.Create(*profile)
		if err != nil {
			return missing("the profile cannot be written: %w", err)
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
	}
	took, latencies, err := b.cast(votes, *clients)
	pprof.StopCPUProfile()
	if err != nil {
		return err
	}
	result.CastPerSec = perSecond(*n, took)
	result.P50Micros = latencies[len(latencies)/2].Microseconds()
	result.P99Micros = latencies[len(latencies)*99/100].Microseconds()
	say("recounting …")
	start := time.Now()
	report, err := replay.NewVerifier(replayConfig(), store.NewSource(st.Reader), replay.Options{}).Verify(ctx)
	if err != nil {
		return err
	}
	if report.Ballots != *n {
		return fmt.Errorf("the record holds %d ballots of %d: %w", report.Ballots, *n, replay.ErrRefuted)
	}
	result.RecountPer = perSecond(*n, time.Since(start))
	say("recovering the bare signatures …")
	bare, err := recoverBare(*n)
	if err != nil {
		return err
	}
	result.RecoverPer = perSecond(*n, bare)
	result.RecountShare = 100 * result.RecountPer / max(1, result.RecoverPer)
	if *output == "json" {
		return json.NewEncoder(c.stdout).Encode(result)
	}
	_, err = fmt.Fprintf(c.stdout, `%s, %d processors, %d ballots, %d at once
  cast, durable     %9d /s   (half within %d µs, 99 of 100 within %d µs)
  recounted         %9d /s   (%d %% of the bare recovery rate)
  bare recovery     %9d /s
`, result.Database, result.Processors, *n, *clients, result.CastPerSec, result.P50Micros, result.P99Micros, result.RecountPer, result.RecountShare, result.RecoverPer)
	return err
}

func perSecond(n int, took time.Duration) int64 {
	return int64(n) * int64(time.Second) / int64(max(took, 1))
}

// bench is an instance with one open vote.
type bench struct {
	service  *governance.Service
	cancel   context.CancelFunc
	keys     []*ecdsa.PrivateKey
	proposal document.Digest
	domain   wallet.Domain
	title    document.Digest // keccak
	signer   note.Signer
	now      atomic.Int64
	block    uint64 // the next of the chain that the record follows
}

func (b *bench) stop() { b.cancel(); b.service.Wait() }

// benchPolicy is the standard policy without sponsors, so that a vote opens by itself.
func benchPolicy() ([]byte, error) {
	p, err := policy.Parse(defaultPolicy)
	if err != nil {
		return nil, err
	}
	kind := p.Kinds[policy.Schema]
	kind.Rules.Sponsors = 0
	p.Kinds[policy.Schema] = kind
	return document.Marshal(p)
}

func newBench(ctx context.Context, st *store.Store, n int) (*bench, error) {
	b := &bench{}
	b.now.Store(time.Now().Unix())
	skey, vkey, err := note.GenerateKey(rand.Reader, "bench.example/log")
	if err != nil {
		return nil, err
	}
	signer, err := note.NewSigner(skey)
	if err != nil {
		return nil, err
	}
	b.signer = signer
	pol, err := benchPolicy()
	if err != nil {
		return nil, err
	}
	body, err := document.Marshal(record.Genesis{
		Name: "Bench", Origin: signer.Name(), LogKey: vkey,
		Chain:     record.Chain{ID: 1, Badge: common.Address{1}, Anchor: common.Address{2}},
		Cosigners: record.Cosigners{Threshold: 1, Keys: map[string]string{"none": ""}},
		Policy:    "policy/main", Heads: map[string]document.Digest{"policy/main": document.Sum(pol)},
		Nodes: map[string]common.Address{}, Witnesses: []string{},
	})
	if err != nil {
		return nil, err
	}
	genesis, err := record.Entry{Kind: record.KindGenesis, Time: document.Time(b.now.Load()), Actor: record.ActorLog, Body: body}.Encode()
	if err != nil {
		return nil, err
	}
	ctx, b.cancel = context.WithCancel(ctx)
	b.service, err = governance.New(ctx, governance.Config{
		Store: st, Replay: replayConfig(), Signer: signer, Genesis: genesis, Blobs: [][]byte{pol},
		Clock: func() document.Time { return document.Time(b.now.Load()) },
	})
	if err != nil {
		b.cancel()
		return nil, err
	}
	if err := b.open(ctx, n, pol); err != nil {
		b.stop()
		return nil, err
	}
	return b, nil
}

// open gives every voter a badge and opens a vote that all of them decide.
func (b *bench) open(ctx context.Context, n int, pol []byte) error {
	at := uint64(b.now.Load())
	issuer := common.Address{3}
	events := []badge.Event{
		{Kind: badge.TypeCreated, Time: at, Type: 1, Domain: "safety", Name: "Safety", Levels: 5, Decision: common.Hash{1}},
		{Kind: badge.IssuerSet, Time: at, Type: 1, Issuer: issuer, Allowed: true, Decision: common.Hash{1}},
	}
	flush := func() error {
		for i := range events {
			events[i].Block, events[i].Index = b.block, uint64(i)
		}
		err := b.service.RecordRange(ctx, record.ChainRange{From: b.block, To: b.block, Time: document.Time(at)}, events)
		events = nil
		b.block++
		return err
	}
	for i := range n {
		key, err := crypto.GenerateKey()
		if err != nil {
			return err
		}
		b.keys = append(b.keys, key)
		holder := crypto.PubkeyToAddress(key.PublicKey)
		events = append(events, badge.Event{
			Kind: badge.Minted, Time: at, Type: 1, ID: badge.TokenID(holder, 1), Holder: holder, Issuer: issuer, Level: uint8(1 + i%5), Issued: at,
		})
		if len(events) == 2000 { // as the follower splits them
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	p, err := policy.Parse(pol)
	if err != nil {
		return err
	}
	p.Version, p.Parent = "1.1.0", document.Sum(pol)
	p.Weight.HalfLife++
	next, err := document.Marshal(p)
	if err != nil {
		return err
	}
	b.now.Add(1)
	proposer := b.keys[0]
	sub, preview, _, err := b.service.PrepareProposal(ctx, governance.Draft{
		Proposer: crypto.PubkeyToAddress(proposer.PublicKey), Title: "A vote to be measured", Summary: "Nothing is decided here.",
		Documents: map[string][]byte{"policy/main": next},
	})
	if err != nil {
		return err
	}
	_ = b.service.View(func(s *replay.State) error { b.domain = s.Domain(); return nil })
	m := wallet.Proposal{
		Proposer: crypto.PubkeyToAddress(proposer.PublicKey), Revision: preview.Digest, Title: preview.Revision.Title.Keccak,
		Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires),
	}
	if sub.Signature, err = wallet.Sign(b.domain.Digest(m.StructHash()), proposer); err != nil {
		return err
	}
	if _, err := b.service.Propose(ctx, sub); err != nil {
		return err
	}
	b.now.Add(preview.Rules.Review)
	if err := b.service.RecordRange(ctx, record.ChainRange{From: b.block, To: b.block, Time: document.Time(b.now.Load())}, nil); err != nil {
		return err
	}
	b.block++
	b.proposal = preview.Digest
	opened, err := b.service.Tick(ctx)
	if err == nil && opened != 1 {
		return errors.New("the vote did not open")
	}
	return err
}

// votes returns everybody's signed ballot.
func (b *bench) votes() ([]governance.Vote, error) {
	votes := make([]governance.Vote, len(b.keys))
	var electorate, title document.Digest
	if err := b.service.View(func(s *replay.State) error {
		p, _ := s.Proposal(b.proposal)
		electorate, title = p.Electorate, p.Title.Keccak
		b.title = title
		return nil
	}); err != nil {
		return nil, err
	}
	var wg sync.WaitGroup
	var failed atomic.Pointer[error]
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(votes); i += workers {
				v := governance.Vote{Voter: crypto.PubkeyToAddress(b.keys[i].PublicKey), Ballot: record.Ballot{
					Proposal: b.proposal, Electorate: electorate, Choice: []string{"for", "against", "abstain"}[i%3], Sequence: 1,
					Expires: document.Time(b.now.Load() + 3600),
				}}
				m := wallet.Ballot{Voter: v.Voter, Proposal: b.proposal, Electorate: electorate, Title: title, Choice: v.Ballot.Choice, Sequence: 1, Expires: uint64(v.Ballot.Expires)}
				sig, err := wallet.Sign(b.domain.Digest(m.StructHash()), b.keys[i])
				if err != nil {
					failed.Store(&err)
					return
				}
				v.Signature = sig
				votes[i] = v
			}
		})
	}
	wg.Wait()
	if err := failed.Load(); err != nil {
		return nil, *err
	}
	return votes, nil
}

// cast casts all ballots over HTTP, many at once, and returns how long each took, sorted.
func (b *bench) cast(votes []governance.Vote, clients int) (time.Duration, []time.Duration, error) {
	d, err := desk.New(desk.Config{Service: b.service, Kinds: kinds()})
	if err != nil {
		return 0, nil, err
	}
	app, err := web.New(web.Config{Service: d, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return 0, nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, nil, missing("no port can be listened on: %w", err)
	}
	defer (&server{App: app, failed: make(chan error, 1)}).serve(listener)()
	bodies := make([][]byte, len(votes))
	for i, v := range votes {
		if bodies[i], err = json.Marshal(map[string]any{
			"voter": v.Voter, "choice": v.Ballot.Choice, "sequence": v.Ballot.Sequence, "expires": v.Ballot.Expires, "signature": v.Signature.String(),
		}); err != nil {
			return 0, nil, err
		}
	}
	client := &fasthttp.HostClient{Addr: listener.Addr().String(), MaxConns: clients}
	url := fmt.Sprintf("http://%s/api/v1/proposals/%s/ballots", listener.Addr(), b.proposal)
	latencies := make([]time.Duration, len(votes))
	var next atomic.Int64
	var failed atomic.Pointer[error]
	var wg sync.WaitGroup
	start := time.Now()
	for range clients {
		wg.Go(func() {
			request, response := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
			defer fasthttp.ReleaseRequest(request)
			defer fasthttp.ReleaseResponse(response)
			for failed.Load() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(votes) {
					return
				}
				request.SetRequestURI(url)
				request.Header.SetMethod(fasthttp.MethodPost)
				request.Header.SetContentType("application/json")
				request.SetBodyRaw(bodies[i])
				begin := time.Now()
				err := client.Do(request, response)
				if err == nil && response.StatusCode() != fasthttp.StatusCreated {
					err = fmt.Errorf("the server answered %d: %.300s", response.StatusCode(), response.Body())
				}
				if err != nil {
					failed.Store(&err)
					return
				}
				latencies[i] = time.Since(begin)
			}
		})
	}
	wg.Wait()
	took := time.Since(start)
	if err := failed.Load(); err != nil {
		return 0, nil, *err
	}
	slices.Sort(latencies)
	return took, latencies, nil
}

// recoverBare recovers n bare signatures on all processors. A few hundred stand for all of them: no two are recovered at once
// from one cache line, and what is measured is arithmetic.
func recoverBare(n int) (time.Duration, error) {
	digests, signatures := make([][32]byte, 512), make([]wallet.Signature, 512)
	for i := range digests {
		key, err := crypto.GenerateKey()
		if err != nil {
			return 0, err
		}
		digests[i] = crypto.Keccak256Hash(crypto.FromECDSAPub(&key.PublicKey))
		if signatures[i], err = wallet.Sign(digests[i], key); err != nil {
			return 0, err
		}
	}
	var failed atomic.Pointer[error]
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	start := time.Now()
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				if _, err := wallet.Recover(digests[i%512], signatures[i%512]); err != nil {
					failed.Store(&err)
					return
				}
			}
		})
	}
	wg.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return time.Since(start), nil
}
