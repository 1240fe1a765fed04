package agent

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// StepClock is the check that comes before all others.
const StepClock release.Step = "clock"

// maxSetback is how many seconds a clock may be set back without a word, as a correction does.
const maxSetback = 300

// steady refuses to work by a clock that runs behind what it said before: whatever expired since would look fresh again.
func (a *Agent) steady() error {
	if now := a.now(); now < a.state.Checked.Add(-maxSetback) {
		return &release.Refusal{Step: StepClock, Err: stale{fmt.Errorf("this machine's clock says %s, and it said %s before: set it right; nothing changes until then", now, a.state.Checked)}}
	}
	return nil
}

// skew says how far the machine's clock is from the server's, if that is so far that it explains trouble with dates. The server's
// word decides nothing.
func (a *Agent) skew(server time.Time) string {
	if server.IsZero() {
		return ""
	}
	d := a.opts.Now().Sub(server).Round(time.Minute)
	switch {
	case d > 5*time.Minute:
		return fmt.Sprintf("; this machine's clock is %s ahead of the server's", d)
	case d < -5*time.Minute:
		return fmt.Sprintf("; this machine's clock is %s behind the server's", -d)
	}
	return ""
}

// counters are what Prometheus reads beside the state.
type counters struct {
	done, total          atomic.Int64 // bytes of weights, of the last or current round of hashing
	good, unknown, wrong atomic.Int64 // pulls
}

func (c *counters) pulled(err error) {
	switch {
	case err == nil:
		c.good.Add(1)
	case errors.Is(err, release.ErrUnknown):
		c.unknown.Add(1)
	default:
		c.wrong.Add(1)
	}
}

// hashing returns what counts the bytes of one round of hashing, and says now and then how far it is.
func (a *Agent) hashing(ctx context.Context) func(n, size int64) {
	var mu sync.Mutex
	var said time.Time
	begun := false
	return func(n, size int64) {
		mu.Lock()
		defer mu.Unlock()
		if !begun {
			begun = true
			said = time.Now()
			a.tally.done.Store(0)
			a.tally.total.Store(0)
		}
		total := a.tally.total.Add(size)
		done := a.tally.done.Add(n)
		if a.opts.Progress != nil {
			a.opts.Progress(done, total)
		}
		if time.Since(said) > 10*time.Second {
			said = time.Now()
			a.opts.Log.InfoContext(ctx, "hashing", slog.Int64("done", done), slog.Int64("bytes", total))
		}
	}
}

// WriteMetrics writes the agent's state for Prometheus, in its text format. It may be called while the agent works.
func (a *Agent) WriteMetrics(w io.Writer) error {
	s := a.Shown()
	var applied Applied
	if s.Applied != nil {
		applied = *s.Applied
	}
	alarm, refuted := 0, 0
	if s.Alarm != nil {
		alarm = 1
		if s.Alarm.Refuted {
			refuted = 1
		}
	}
	failed := uint64(0)
	if s.Failed != nil {
		failed = s.Failed.Sequence
	}
	var pending document.Time
	if s.Pending != nil {
		pending = s.Pending.Activation
	}
	for _, m := range []struct {
		name, help string
		value      any
	}{
		{"release_applied", "Sequence of the release that runs, 0 for none.", applied.Sequence},
		{"release_accepted", "Sequence of the newest release that passed every check.", s.Accepted.Sequence},
		{"release_failed", "Sequence of the release that did not work here, 0 for none.", failed},
		{"release_applied_time_seconds", "When the running release was applied.", int64(applied.Since)},
		{"release_expires_time_seconds", "When the running release expires.", int64(applied.Expires)},
		{"release_pending_time_seconds", "When the release that waits is applied, 0 for none.", int64(pending)},
		{"checked_time_seconds", "When the instance was last found to be fresh.", int64(s.Checked)},
		{"alarm", "1 if something keeps the node from changing.", alarm},
		{"alarm_refuted", "1 if that something is known to be wrong, as opposed to not being known.", refuted},
		{"weights_hashed_bytes", "Bytes hashed in the last or current round.", a.tally.done.Load()},
		{"weights_to_hash_bytes", "Bytes that the last or current round has to hash.", a.tally.total.Load()},
	} {
		if _, err := fmt.Fprintf(w, "# HELP peritus_node_%s %s\n# TYPE peritus_node_%s gauge\nperitus_node_%s{channel=%q} %d\n", m.name, m.help, m.name, m.name, a.cfg.Channel, m.value); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "# HELP peritus_node_pulls_total Looks at the instance, by what came out.\n# TYPE peritus_node_pulls_total counter\n"+
		"peritus_node_pulls_total{result=\"good\"} %d\nperitus_node_pulls_total{result=\"unknown\"} %d\nperitus_node_pulls_total{result=\"refuted\"} %d\n",
		a.tally.good.Load(), a.tally.unknown.Load(), a.tally.wrong.Load())
	return err
}
