package agent

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/modelspec/release"
)

// The steps of a switch beyond the checks of package release.
const (
	StepHook   release.Step = "hook"   // a command of the operator's said no
	StepHealth release.Step = "health" // what was switched to does not work
)

// Hooks are the operator's own commands around a switch. Each is a program with its arguments, without a shell; it finds
// PERITUS_CHANNEL, PERITUS_RELEASE, PERITUS_PREVIOUS (0 for none), PERITUS_DOCUMENT and PERITUS_CONFIG, the folder with the rendered
// configuration, in its environment.
type Hooks struct {
	// Before runs while the old release is still in place. If it fails nothing is switched, and it is asked again at the next look.
	Before []string `json:"before,omitempty"`
	// After runs when the new release is in place: it reloads the runtime. If it fails the node goes back.
	After []string `json:"after,omitempty"`
	// Alarm runs once for each new reason why nothing changes, which is in PERITUS_ALARM.
	Alarm []string `json:"alarm,omitempty"`
	// Timeout is for each of them, in seconds; 60 is the default.
	Timeout int `json:"timeout,omitempty"`
}

// Health says how the node finds out whether what it switched to works: a URL that must answer 200, a command that must end with 0,
// or both, before Within seconds are over. Without either there is no check.
type Health struct {
	URL     string   `json:"url,omitempty"`
	Command []string `json:"command,omitempty"`
	Within  int      `json:"within,omitempty"` // seconds; 300 is the default, since a large model takes its time to load
}

// Trial is a switch that is under way: the link points to the release, and it is not known yet whether it works.
type Trial struct {
	release.Position
	From uint64 `json:"from"` // the release that ran before, 0 for none
}

// Failed is a release that did not work here. It is not tried again by itself.
type Failed struct {
	release.Position
	Why string `json:"why"` // one line
}

func (a *Agent) environment(s staged, from uint64, folder string) []string {
	return []string{
		"PERITUS_CHANNEL=" + a.cfg.Channel, fmt.Sprintf("PERITUS_RELEASE=%d", s.Sequence), fmt.Sprintf("PERITUS_PREVIOUS=%d", from),
		"PERITUS_DOCUMENT=" + s.Document.String(), "PERITUS_CONFIG=" + filepath.Join(folder, "config"),
	}
}

// hook runs a command. What it prints is said if it fails.
func (a *Agent) hook(ctx context.Context, name string, command, env []string) error {
	if len(command) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Duration(a.cfg.Hooks.Timeout)*time.Second)
	defer cancel()
	err := run(ctx, command, env)
	if err != nil {
		return fmt.Errorf("the command %q (%s): %w", command[0], name, err)
	}
	a.opts.Log.InfoContext(ctx, "hook", slog.String("name", name), slog.String("command", command[0]))
	return nil
}

// run runs a command and returns the end of what it printed if it fails.
func run(ctx context.Context, command, env []string) error {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), env...)
	cmd.WaitDelay = time.Second // a child that keeps the pipe open does not keep the node
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	switch {
	case err == nil || errors.Is(err, exec.ErrWaitDelay):
		return nil
	case ctx.Err() != nil:
		return errors.New("it did not end in time")
	}
	if text := strings.TrimSpace(string(bytes.ToValidUTF8(out.Bytes(), []byte("?")))); text != "" {
		return fmt.Errorf("%w: %s", err, text[max(0, len(text)-200):])
	}
	return err
}

// healthy waits until what runs works.
func (a *Agent) healthy(ctx context.Context, env []string) error {
	h := a.cfg.Health
	if h.URL == "" && len(h.Command) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Duration(h.Within)*time.Second)
	defer cancel()
	var last error
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, 2*time.Second) {
		err := a.probe(ctx, h, env)
		if err == nil {
			return nil
		}
		if ctx.Err() == nil || last == nil {
			last = err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("it does not work after %d seconds: %w", h.Within, last)
		case <-time.After(wait):
		}
	}
}

func (a *Agent) probe(ctx context.Context, h Health, env []string) error {
	if h.URL != "" {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, h.URL, nil)
		if err != nil {
			return err
		}
		res, err := a.health.Do(req)
		if err != nil {
			return err
		}
		_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 1<<20))
		_ = res.Body.Close()
		if res.StatusCode != http.StatusOK {
			return fmt.Errorf("%s answers %s", h.URL, res.Status)
		}
	}
	if len(h.Command) == 0 {
		return nil
	}
	return run(ctx, h.Command, env)
}

// apply switches to a staged release: the operator is asked, the link is moved, and the old release is left only when the new one
// works.
func (a *Agent) apply(ctx context.Context, s staged) error {
	if err := a.recheck(ctx, s); err != nil {
		return err
	}
	from := uint64(0)
	if a.state.Applied != nil {
		from = a.state.Applied.Sequence
	}
	if a.same(s) { // a renewal: nothing changes for the runtime
		if err := replaceLink(a.path("current"), filepath.Join("releases", fmt.Sprint(s.Sequence))); err != nil {
			return fmt.Errorf("switching to release %d: %w", s.Sequence, err)
		}
		return a.settled(ctx, s)
	}
	if err := a.hook(ctx, "before", a.cfg.Hooks.Before, a.environment(s, from, a.folder(s.Sequence))); err != nil {
		return &release.Refusal{Step: StepHook, Err: fmt.Errorf("release %d waits: %w", s.Sequence, err)}
	}
	// Whoever is killed from here on finds out what was under way.
	a.state.Trial = &Trial{s.Position, from}
	if err := a.saveState(); err != nil {
		return err
	}
	if err := a.stop("trial"); err != nil {
		return err
	}
	if err := replaceLink(a.path("current"), filepath.Join("releases", fmt.Sprint(s.Sequence))); err != nil {
		return fmt.Errorf("switching to release %d: %w", s.Sequence, err)
	}
	if err := a.stop("switched"); err != nil {
		return err
	}
	return a.try(ctx, s, from)
}

// resume goes on with a switch that was cut off.
func (a *Agent) resume(ctx context.Context) error {
	trial := *a.state.Trial
	n, err := linked(a.path("current"))
	if err != nil {
		return err
	}
	if n != trial.Sequence { // it was never made, or taken back
		a.state.Trial = nil
		return a.saveState()
	}
	s, err := a.staged(n)
	if err != nil {
		return err
	}
	if f := a.state.Failed; f != nil && f.Position == s.Position {
		return a.back(ctx, s, trial.From, errors.New(f.Why))
	}
	return a.try(ctx, s, trial.From)
}

// try finds out whether a release that the link points to works, and goes back if it does not.
func (a *Agent) try(ctx context.Context, s staged, from uint64) error {
	env := a.environment(s, from, a.folder(s.Sequence))
	err := a.hook(ctx, "after", a.cfg.Hooks.After, env)
	if err == nil {
		err = a.healthy(ctx, env)
	}
	if ctx.Err() != nil { // stopped, which says nothing of the release
		return ctx.Err()
	}
	if err != nil {
		return a.back(ctx, s, from, err)
	}
	return a.settled(ctx, s)
}

// same reports whether a release puts the very files in place that are in place.
func (a *Agent) same(s staged) bool {
	return a.state.Applied != nil && a.state.Applied.Document == s.Document && a.state.Applied.Config == s.Config
}

// settled notes that a release is in place and works.
func (a *Agent) settled(ctx context.Context, s staged) error {
	a.state.Applied, a.state.Trial, a.state.Failed = s.applied(a.now()), nil, nil
	if err := a.saveState(); err != nil {
		return err
	}
	a.opts.Log.InfoContext(ctx, "release applied", slog.Uint64("release", s.Sequence), slog.String("config", s.Config.String()))
	return a.stop("applied")
}

// back returns to the release that ran before.
func (a *Agent) back(ctx context.Context, s staged, from uint64, why error) error {
	a.state.Failed = &Failed{s.Position, oneLine(why)}
	if from == 0 { // there is nothing to go back to: the operator decides
		a.state.Applied, a.state.Trial = s.applied(a.now()), nil
		return errors.Join(a.failed(), a.saveState())
	}
	old, err := a.staged(from)
	if err != nil {
		return errors.Join(a.failed(), fmt.Errorf("and release %d cannot be gone back to: %w", from, err))
	}
	if err := a.saveState(); err != nil {
		return err
	}
	if err := a.stop("failed"); err != nil {
		return err
	}
	if err := replaceLink(a.path("current"), filepath.Join("releases", fmt.Sprint(from))); err != nil {
		return fmt.Errorf("going back to release %d: %w", from, err)
	}
	if err := a.stop("back"); err != nil {
		return err
	}
	err = a.hook(ctx, "after", a.cfg.Hooks.After, a.environment(old, s.Sequence, a.folder(from)))
	a.state.Trial = nil
	a.opts.Log.ErrorContext(ctx, "release failed", slog.Uint64("release", s.Sequence), slog.Uint64("back", from), slog.String("why", oneLine(why)))
	return errors.Join(a.failed(), err, a.saveState())
}

// failed is the refusal of a release that does not work here.
func (a *Agent) failed() error {
	f := a.state.Failed
	if a.state.Applied == nil || a.state.Applied.Sequence == f.Sequence {
		return &release.Refusal{Step: StepHealth, Err: fmt.Errorf("release %d is in place and there is none to go back to: %s", f.Sequence, f.Why)}
	}
	return &release.Refusal{Step: StepHealth, Err: fmt.Errorf("release %d did not work here, so release %d goes on; the next release is tried, or this one again with peritus-node pull --retry: %s", f.Sequence, a.state.Applied.Sequence, f.Why)}
}

// Retry lets a release that failed be tried again.
func (a *Agent) Retry() error {
	a.state.Failed = nil
	return a.saveState()
}
