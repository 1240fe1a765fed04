package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/valyala/fasthttp"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/mirror"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/web"
	"github.com/peritus-dao/peritus/web/desk"
)

// replayResult is what replaying a long record from one exported file costs.
type replayResult struct {
	Processors int   `json:"processors"`
	Entries    int64 `json:"entries"`
	Ballots    int   `json:"ballots"`
	Bytes      int64 `json:"archiveBytes"`
	ExportPer  int64 `json:"exportedPerSecond"`
	ReplayPer  int64 `json:"replayedPerSecond"`
	RecoverPer int64 `json:"recoveredPerSecond"`
	HeapEarly  int64 `json:"heapBytesAtOneTenth"` // the most that was live in the first tenth
	HeapMost   int64 `json:"heapBytesAtMost"`
}

// benchReplay writes a record of n entries, exports it as peritus export does, and replays the file as peritus verify does.
// One entry in twenty is a signed ballot, the others follow the chain.
func benchReplay(ctx context.Context, c *call, n int64, output, profile string, say func(string, ...any)) error {
	const voters, ballotEvery = 500, 20
	if n < 4096 || n > 100_000_000 {
		return &usageError{"--replay takes 4096 to 100000000 entries"}
	}
	dir, err := os.MkdirTemp("", "peritus-bench-")
	if err != nil {
		return missing("a temporary folder cannot be made: %w", err)
	}
	defer os.RemoveAll(dir)
	st, err := openStore(ctx, filepath.Join(dir, "peritus.db"), store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	b, err := newBench(ctx, st, voters)
	if err != nil {
		return err
	}
	votes, err := b.votes()
	b.stop()
	if err != nil {
		return err
	}
	say("writing %d entries …", n)
	first, last := filepath.Join(dir, "first.tar"), filepath.Join(dir, "record.tar")
	ballots, err := b.grow(ctx, st, votes, n, ballotEvery, first)
	if err != nil {
		return err
	}
	result := replayResult{Processors: runtime.GOMAXPROCS(0), Entries: n, Ballots: ballots}

	say("exporting …")
	start := time.Now()
	err = openRecord(ctx, first, func(r recordAt) error {
		return writeArchive(last, func(w mirror.Writer) error {
			_, err := mirror.NewExporter(replayConfig(), r.source, replay.Options{}).Step(ctx, w, nil)
			return err
		})
	})
	if err != nil {
		return err
	}
	result.ExportPer = perSecond(int(n), time.Since(start))
	if info, err := os.Stat(last); err == nil {
		result.Bytes = info.Size()
	}

	say("replaying …")
	debug.FreeOSMemory()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	tenth := false
	sample := func(done, total int64) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		live := int64(m.HeapAlloc) - int64(before.HeapAlloc)
		result.HeapMost = max(result.HeapMost, live)
		if tenth = tenth || done*10 > total; !tenth {
			result.HeapEarly = max(result.HeapEarly, live)
		}
	}
	stop, err := profiled(profile)
	if err != nil {
		return err
	}
	start = time.Now()
	var report replay.Report
	err = openRecord(ctx, last, func(r recordAt) error {
		report, err = replay.NewVerifier(replayConfig(), r.source, replay.Options{Progress: sample}).Verify(ctx)
		return err
	})
	if err != nil {
		return err
	}
	result.ReplayPer = perSecond(int(n), time.Since(start))
	stop()
	if report.Size != n || report.Ballots != ballots {
		return fmt.Errorf("%d entries and %d ballots were replayed: %w", report.Size, report.Ballots, replay.ErrRefuted)
	}
	bare, err := recoverBare(20_000)
	if err != nil {
		return err
	}
	result.RecoverPer = perSecond(20_000, bare)
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(result)
	}
	_, err = fmt.Fprintf(c.stdout, `%d processors, %d entries of which %d signed ballots, one file of %d MB
  exported          %9d entries/s, with all signatures
  replayed          %9d entries/s, with all signatures
  bare recovery     %9d /s
  live heap at most %9d kB in the first tenth, %d kB in all
`, result.Processors, result.Entries, result.Ballots, result.Bytes>>20, result.ExportPer, result.ReplayPer, result.RecoverPer, result.HeapEarly>>10, result.HeapMost>>10)
	return err
}

// profiled starts a CPU profile, if a file is named for it.
func profiled(path string) (stop func(), err error) {
	if path == "" {
		return func() {}, nil
	}
	file, err := os.Create(path)
	if err != nil {
		return nil, missing("the profile cannot be written: %w", err)
	}
	return func() { pprof.StopCPUProfile(); _ = file.Close() }, pprof.StartCPUProfile(file)
}

// grow writes an archive with the record in the store, and more entries up to size.
func (b *bench) grow(ctx context.Context, st *store.Store, votes []governance.Vote, size int64, ballotEvery int64, path string) (ballots int, err error) {
	source := store.NewSource(st.Reader)
	verifier := replay.NewVerifier(replayConfig(), source, replay.Options{})
	if _, err := verifier.Verify(ctx); err != nil {
		return 0, err
	}
	state := verifier.State()
	none := []byte("[]")
	tree, stored := &record.Tree{}, record.StoredHashes{}
	blobs := map[document.Digest][]byte{document.Sum(none): none}
	err = writeArchive(path, func(w mirror.Writer) error {
		var bundle [][]byte
		flush := func() error {
			t := record.Tile{Level: record.EntriesLevel, Index: (tree.Size() - 1) / record.TileWidth, Width: len(bundle)}
			raw, err := record.EntriesTile(bundle)
			bundle = bundle[:0]
			if err != nil {
				return err
			}
			return w.Put("log/"+record.TilePath(t), raw)
		}
		add := func(raw []byte) error {
			stored = tree.AppendHash(stored, record.LeafHash(raw))
			if bundle = append(bundle, raw); len(bundle) == record.TileWidth {
				return flush()
			}
			return nil
		}
		begun := state.Size()
		for i := int64(0); i < begun; {
			raws, err := source.Entries(ctx, i, 1024)
			if err != nil {
				return err
			}
			for _, raw := range raws {
				if err := add(bytes.Clone(raw)); err != nil {
					return err
				}
			}
			i += int64(len(raws))
		}
		chain := state.Chain()
		open := state.Time()
		for i := begun; i < size; i++ {
			// The blocks go on through the first two days of the vote.
			now := open.Add((i - begun) * 2 * 86400 / size)
			var e record.Entry
			if i%ballotEvery == 0 {
				v := votes[ballots%len(votes)]
				v.Ballot.Sequence, v.Ballot.Expires = uint64(ballots/len(votes)+1), now.Add(3600)
				if e, err = b.again(v, ballots%len(votes), now); err != nil {
					return err
				}
				ballots++
			} else {
				r := record.ChainRange{From: chain.Next, To: chain.Next, Hash: common.Hash{1}, Time: now, Events: document.Sum(none)}
				chain.Next++
				body, err := document.Marshal(r)
				if err != nil {
					return err
				}
				e = record.Entry{Kind: record.KindChain, Time: now, Actor: record.ActorLog, Body: body}
			}
			raw, err := e.Encode()
			if err != nil {
				return err
			}
			if err := add(raw); err != nil {
				return err
			}
		}
		if len(bundle) > 0 {
			if err := flush(); err != nil {
				return err
			}
		}
		for _, t := range record.NewTiles(0, size) {
			raw, err := record.ReadTile(t, stored)
			if err != nil {
				return err
			}
			if err := w.Put("log/"+record.TilePath(t), raw); err != nil {
				return err
			}
		}
		copied := &copiedBlobs{w: w, seen: blobs}
		if err := copied.copy(ctx, source); err != nil {
			return err
		}
		note, err := record.Checkpoint{Origin: b.signer.Name(), Size: size, Root: tree.Root()}.Sign(b.signer)
		if err != nil {
			return err
		}
		return w.Put("log/checkpoint", note)
	})
	return ballots, err
}

// copiedBlobs copies into an archive what a replay of the store reads.
type copiedBlobs struct {
	w    mirror.Writer
	seen map[document.Digest][]byte
}

func (c *copiedBlobs) copy(ctx context.Context, source replay.Source) error {
	spy := &blobSpy{Source: source, seen: c.seen}
	if _, err := replay.NewVerifier(replayConfig(), spy, replay.Options{}).Verify(ctx); err != nil {
		return err
	}
	for d, raw := range c.seen {
		if err := c.w.Put("blob/sha256/"+d.String(), raw); err != nil {
			return err
		}
	}
	return nil
}

type blobSpy struct {
	replay.Source
	seen map[document.Digest][]byte
}

func (s *blobSpy) Blob(ctx context.Context, d document.Digest) ([]byte, error) {
	raw, err := s.Source.Blob(ctx, d)
	if err == nil {
		s.seen[d] = raw
	}
	return raw, err
}

// again signs a voter's ballot with its next sequence.
func (b *bench) again(v governance.Vote, i int, now document.Time) (record.Entry, error) {
	m := wallet.Ballot{
		Voter: v.Voter, Proposal: v.Ballot.Proposal, Electorate: v.Ballot.Electorate, Title: b.title, Choice: v.Ballot.Choice,
		Sequence: v.Ballot.Sequence, Expires: uint64(v.Ballot.Expires),
	}
	sig, err := wallet.Sign(b.domain.Digest(m.StructHash()), b.keys[i])
	if err != nil {
		return record.Entry{}, err
	}
	body, err := document.Marshal(v.Ballot)
	if err != nil {
		return record.Entry{}, err
	}
	actor, err := crypto.PubkeyToAddress(b.keys[i].PublicKey).MarshalText()
	return record.Entry{Kind: record.KindBallot, Time: now, Actor: string(actor), Body: body, Signature: sig.String()}, err
}

// servingResult is how many static files a second an instance serves.
type servingResult struct {
	Processors int   `json:"processors"`
	Clients    int   `json:"clients"`
	Checkpoint int64 `json:"checkpointPerSecond"`
	Tile       int64 `json:"tilePerSecond"`
	Bundle     int64 `json:"entryBundlePerSecond"`
	Blob       int64 `json:"blobPerSecond"`
	Unchanged  int64 `json:"notModifiedPerSecond"`
}

// benchServing asks an instance for its static files, from many clients on the same machine.
func benchServing(ctx context.Context, c *call, clients int, output string, say func(string, ...any)) error {
	dir, err := os.MkdirTemp("", "peritus-bench-")
	if err != nil {
		return missing("a temporary folder cannot be made: %w", err)
	}
	defer os.RemoveAll(dir)
	st, err := openStore(ctx, filepath.Join(dir, "peritus.db"), store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	b, err := newBench(ctx, st, 500)
	if err != nil {
		return err
	}
	defer b.stop()
	none := []byte("[]") // the events of a block without any
	for range 300 {      // more than a full tile
		p := b.service.Position()
		if err := b.service.RecordRange(ctx, record.ChainRange{From: p.Next, To: p.Next, Time: p.Time}, nil); err != nil {
			return err
		}
	}
	d, err := desk.New(desk.Config{Service: b.service, Kinds: kinds()})
	if err != nil {
		return err
	}
	app, err := web.New(web.Config{Service: d, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return missing("no port can be listened on: %w", err)
	}
	defer (&server{App: app, failed: make(chan error, 1)}).serve(listener)()
	result := servingResult{Processors: runtime.GOMAXPROCS(0), Clients: clients}
	for _, t := range []struct {
		path string
		tag  bool
		rate *int64
	}{
		{"/log/checkpoint", false, &result.Checkpoint}, {"/log/tile/0/000", false, &result.Tile}, {"/log/tile/entries/000", false, &result.Bundle},
		{"/blob/sha256/" + document.Sum(none).String(), false, &result.Blob}, {"/log/tile/0/000", true, &result.Unchanged},
	} {
		say("asking for %s …", t.path)
		if *t.rate, err = askFor(listener.Addr().String(), t.path, t.tag, clients); err != nil {
			return err
		}
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(result)
	}
	_, err = fmt.Fprintf(c.stdout, `%d processors, %d clients on the same machine, requests answered per second
  checkpoint        %9d
  hash tile, full   %9d
  entry bundle      %9d
  blob              %9d
  not modified      %9d   (a tile that the client has already)
`, result.Processors, result.Clients, result.Checkpoint, result.Tile, result.Bundle, result.Blob, result.Unchanged)
	return err
}

// askFor asks for a path for a second and a half and returns the answers per second.
func askFor(address, path string, tagged bool, clients int) (int64, error) {
	client := &fasthttp.HostClient{Addr: address, MaxConns: clients}
	ask := func(tag string) (int, string, error) {
		request, response := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
		defer fasthttp.ReleaseRequest(request)
		defer fasthttp.ReleaseResponse(response)
		request.SetRequestURI("http://" + address + path)
		if tag != "" {
			request.Header.Set("If-None-Match", tag)
		}
		err := client.Do(request, response)
		_, _ = io.Discard.Write(response.Body())
		return response.StatusCode(), string(response.Header.Peek("ETag")), err
	}
	want := fasthttp.StatusOK
	status, tag, err := ask("")
	if err != nil || status != want {
		return 0, fmt.Errorf("%s: the server answered %d, %v", path, status, err)
	}
	if tagged {
		want = fasthttp.StatusNotModified
	} else {
		tag = ""
	}
	var answers atomic.Int64
	var failed atomic.Pointer[error]
	var wg sync.WaitGroup
	start := time.Now()
	for range clients {
		wg.Go(func() {
			for time.Since(start) < 1500*time.Millisecond && failed.Load() == nil {
				status, _, err := ask(tag)
				if err == nil && status != want {
					err = fmt.Errorf("%s: the server answered %d", path, status)
				}
				if err != nil {
					failed.Store(&err)
				}
				answers.Add(1)
			}
		})
	}
	wg.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return perSecond(int(answers.Load()), time.Since(start)), nil
}
