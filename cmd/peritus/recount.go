package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/store"
)

// recountResult is what recounting a large vote took. Rates are per second, and what a signature or a ballot costs is processor
// time, which stays comparable where others use the machine.
type recountResult struct {
	Processors   int   `json:"processors"`
	Ballots      int   `json:"ballots"`
	Millis       int64 `json:"milliseconds"`                // of peritus verify, from its start to its end
	RecountPer   int64 `json:"recountedPerSecond"`          //
	RecountNanos int64 `json:"nanosecondsPerBallot"`        // of processor time
	RecoverPer   int64 `json:"recoveredPerSecond"`          // bare signatures, on all processors
	RecoverNanos int64 `json:"nanosecondsPerSignature"`     // of processor time
	Share        int64 `json:"recountPercentOfRecovery"`    //
	CostShare    int64 `json:"recoveryPercentOfProcessors"` // what of the processor time the bare recovery would take
	PeakBytes    int64 `json:"peakBytes"`                   // resident, of peritus verify, at once
	FileBytes    int64 `json:"peakFileBytes"`               // of files, mostly its own program, among them at most
	BoundBytes   int64 `json:"boundBytes"`                  // 128 MiB and 100 bytes per voter
	FolderBytes  int64 `json:"folderBytes"`
}

// words says the result.
func (r recountResult) words() string {
	micros := func(nanos int64) string { return fmt.Sprintf("%d.%d", nanos/1000, nanos%1000/100) }
	return fmt.Sprintf(`%d processors, %d voters with one badge and one ballot each, %d MB on disk
  bare recovery of signatures  %9d /s   (%s µs of processor time each)
  peritus verify               %9d /s   (%s µs of processor time for each ballot; %d.%d s in all)
  share                        %9d %%    of the bare recovery rate; of the processor time, %d %% is bare recovery
  peak memory                  %9d MB   resident, %d MB of it pages of the program's file
  bound                        %9d MB   128 MiB and 100 bytes per voter
`, r.Processors, r.Ballots, r.FolderBytes/1e6, r.RecoverPer, micros(r.RecoverNanos), r.RecountPer, micros(r.RecountNanos), r.Millis/1000, r.Millis%1000/100,
		r.Share, r.CostShare, r.PeakBytes/1e6, r.FileBytes/1e6, r.BoundBytes/1e6)
}

// recount makes a data folder with one closed vote of n ballots, and lets peritus verify, a process of its own, replay it with all
// signatures.
func recount(ctx context.Context, n int, keep string, say func(string, ...any)) (recountResult, error) {
	r := recountResult{Processors: runtime.GOMAXPROCS(0), Ballots: n, BoundBytes: 128<<20 + 100*int64(n)}
	at := folder(keep)
	if keep == "" {
		dir, err := os.MkdirTemp("", "peritus-recount-")
		if err != nil {
			return r, missing("a temporary folder cannot be made: %w", err)
		}
		defer os.RemoveAll(dir)
		at = folder(dir)
	} else if err := at.make(); err != nil {
		return r, err
	}
	if !exists(at.database()) {
		say("making %d voters, their badges and a vote …", n)
		if err := makeCrowd(ctx, at, n, say); err != nil {
			return r, err
		}
	}
	info, err := os.Stat(at.database())
	if err != nil {
		return r, err
	}
	r.FolderBytes = info.Size()

	say("recovering bare signatures …")
	self, err := os.Executable()
	if err != nil {
		return r, err
	}
	signatures := min(max(n, 50_000), 400_000)
	bare := exec.CommandContext(ctx, self, "bench", "--recover", strconv.Itoa(signatures), "--output", "json")
	bare.Stderr = os.Stderr
	rate, err := bare.Output()
	if err == nil {
		err = json.Unmarshal(rate, &r.RecoverPer)
	}
	if err != nil {
		return r, fmt.Errorf("peritus bench --recover: %w", err)
	}
	r.RecoverNanos = nanosPer(bare.ProcessState, signatures)

	say("peritus verify …")
	verify := exec.CommandContext(ctx, self, "verify", "--output", "json", "--genesis", at.genesis(), string(at))
	var out bytes.Buffer
	verify.Stdout, verify.Stderr = &out, os.Stderr
	start := time.Now()
	if err := verify.Start(); err != nil {
		return r, err
	}
	peak := watchMemory(verify.Process.Pid)
	err = verify.Wait()
	r.PeakBytes, r.FileBytes = peak()
	if err != nil {
		return r, fmt.Errorf("peritus verify: %w: %s", err, out.Bytes())
	}
	r.Millis = time.Since(start).Milliseconds()
	var answer struct {
		Result string
		Report struct{ Ballots int }
	}
	if err := json.Unmarshal(out.Bytes(), &answer); err != nil {
		return r, err
	}
	if answer.Result != "verified" || answer.Report.Ballots != n {
		return r, fmt.Errorf("peritus verify says %q of %d ballots of %d", answer.Result, answer.Report.Ballots, n)
	}
	r.RecountPer = int64(n) * 1000 / max(1, r.Millis)
	r.Share = 100 * r.RecountPer / max(1, r.RecoverPer)
	r.RecountNanos = nanosPer(verify.ProcessState, n)
	r.CostShare = 100 * r.RecoverNanos / max(1, r.RecountNanos)
	return r, nil
}

// nanosPer returns the processor time that a process took for each of n things.
func nanosPer(p *os.ProcessState, n int) int64 {
	return int64(p.UserTime()+p.SystemTime()) / int64(n)
}

// watchMemory follows the peak of a process's resident memory, and of the pages of files in it, until the function that it returns is
// called, which returns both in bytes, or 0 where there is no /proc. What the kernel reports at the end would count this process
// too, from before the exec.
func watchMemory(pid int) func() (all, files int64) {
	var peak, mapped atomic.Int64
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-done:
				tick.Stop()
				return
			case <-tick.C:
			}
			raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			for line := range strings.Lines(string(raw)) {
				fields := strings.Fields(line)
				if len(fields) < 2 {
					continue
				}
				n, _ := strconv.ParseInt(fields[1], 10, 64) // KiB
				switch fields[0] {
				case "VmHWM:":
					peak.Store(max(peak.Load(), n<<10))
				case "RssFile:":
					mapped.Store(max(mapped.Load(), n<<10))
				}
			}
		}
	})
	return func() (all, files int64) {
		close(done)
		wg.Wait()
		return peak.Load(), mapped.Load()
	}
}

// makeCrowd founds an instance in a folder, and opens and closes a vote on which n members voted.
func makeCrowd(ctx context.Context, at folder, n int, say func(string, ...any)) error {
	st, err := openStore(ctx, at.database(), store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	b, err := newBench(ctx, st, n)
	if err != nil {
		return err
	}
	defer b.stop()
	raws, err := st.Entries(ctx, 0, 1)
	if err != nil {
		return err
	}
	if err := writeFile(at.genesis(), raws[0], 0o644); err != nil {
		return err
	}
	say("signing …")
	votes, err := b.votes()
	if err != nil {
		return err
	}
	say("casting …")
	if err := b.castDirectly(ctx, votes); err != nil {
		return err
	}
	p, err := policy.Parse(defaultPolicy)
	if err != nil {
		return err
	}
	b.now.Add(p.Kinds[policy.Schema].Rules.Voting)
	if err := b.service.RecordRange(ctx, record.ChainRange{From: b.block, To: b.block, Time: document.Time(b.now.Load())}, nil); err != nil {
		return err
	}
	closed, err := b.service.Tick(ctx)
	if err == nil && closed != 1 {
		return errors.New("the vote did not close")
	}
	return err
}

// castDirectly casts ballots without HTTP in between.
func (b *bench) castDirectly(ctx context.Context, votes []governance.Vote) error {
	var next atomic.Int64
	var failed atomic.Pointer[error]
	var wg sync.WaitGroup
	for range 1024 {
		wg.Go(func() {
			for failed.Load() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(votes) {
					return
				}
				if _, err := b.service.Cast(ctx, votes[i]); err != nil {
					failed.Store(&err)
					return
				}
			}
		})
	}
	wg.Wait()
	if err := failed.Load(); err != nil {
		return *err
	}
	return nil
}
