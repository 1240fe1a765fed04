package agent

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
	"github.com/hashicorp/go-retryablehttp"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// Anchors looks at the chain.
type Anchors interface {
	// Finalized returns nil if the contract has written this root and size in this transaction, and the transaction's
	// block is final and has this hash. An error wraps release.ErrUnknown if the chain could not be asked, or the block
	// is not final yet. Which blocks are final is what genesis.json says of its chain.
	Finalized(ctx context.Context, a release.Anchor, finality record.Finality) error
}

// Subject is what the agent must know about the documents that are released.
type Subject interface {
	// Weights returns the files that a document of the schema stands for; none if Files is nil.
	Weights(schema string, doc []byte) (Weights, error)
	// Render returns the runtime's own configuration files, by name, for a model in the folder. The same release gives
	// the same bytes.
	Render(runtime, folder string, r release.Release) (map[string][]byte, error)
}

// Options are what an Agent needs beside its configuration. Subject has no default.
type Options struct {
	Subject   Subject
	Anchors   Anchors           // nil leaves anchors to the co-signers' word
	Key       *ecdsa.PrivateKey // of the node's account; nil sends no reports
	Now       func() time.Time  // nil is the machine's clock
	Log       *slog.Logger      // nil is silence
	Transport http.RoundTripper // nil is the standard one

	// Progress is told how much of the weights is hashed, in bytes of all that has to be hashed now; nil is nobody.
	Progress func(done, total int64)

	// Stop is called with a name after each step of a switch. A test that returns an error there plays the machine that
	// stops.
	Stop func(step string) error
}

// Agent follows one channel. It is not safe for concurrent use; its folder is locked against other processes.
type Agent struct {
	cfg    Config
	opts   Options
	client *retryablehttp.Client
	health *http.Client
	lock   *flock.Flock
	state  State

	shown atomic.Pointer[State] // the state as it was saved last, for whoever watches
	tally counters
}

// New opens the agent's folder.
func New(cfg Config, opts Options) (*Agent, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	if cfg.RequireChain && opts.Anchors == nil {
		return nil, errors.New("configuration: requireChain needs a chain endpoint, rpc")
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	a := &Agent{cfg: cfg, opts: opts, client: newClient(opts.Transport), health: &http.Client{Timeout: 10 * time.Second}}
	if err := os.MkdirAll(a.path("releases"), 0o755); err != nil {
		return nil, fmt.Errorf("the data folder: %w", err)
	}
	a.lock = flock.New(a.path("lock"))
	if ok, err := a.lock.TryLock(); err != nil {
		return nil, fmt.Errorf("the data folder: %w", err)
	} else if !ok {
		return nil, fmt.Errorf("another peritus-node works in %s", cfg.Data)
	}
	if err := a.loadState(); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// Close lets go of the folder.
func (a *Agent) Close() error { return a.lock.Unlock() }

// Shown returns what the agent remembered when it wrote it down last. It may be called while the agent works.
func (a *Agent) Shown() State {
	if s := a.shown.Load(); s != nil {
		return *s
	}
	return State{}
}

// State returns what the agent remembers.
func (a *Agent) State() State { return a.state }

func (a *Agent) now() document.Time { return document.Time(a.opts.Now().Unix()) }

func (a *Agent) stop(step string) error {
	if a.opts.Stop == nil {
		return nil
	}
	return a.opts.Stop(step)
}

// Outcome says what a pull did.
type Outcome struct {
	Latest  release.Position `json:"latest"`            // the channel's newest release, as the server has it
	Claims  []release.Claim  `json:"claims,omitempty"`  // of a release that was new
	Applied *Applied         `json:"applied,omitempty"` // what the node runs now
	Changed bool             `json:"changed"`           // whether this pull switched to it
	Pending *Pending         `json:"pending,omitempty"` // what waits for its time
}

// StepHalt is the check whether a decision or the guardians halted the channel.
const StepHalt release.Step = "halt"

// errNotPublished is in the chain of an error about a release that the repository does not name.
var errNotPublished = errors.New("the repository does not name it")

// ErrNothingApplied is what Attest returns before the first switch.
var ErrNothingApplied = errors.New("report: no release is applied yet")

// Attest signs what is applied now, and posts it if asked to.
func (a *Agent) Attest(ctx context.Context, post bool) (Report, error) {
	if a.opts.Key == nil {
		return Report{}, errors.New("report: there is no key; name the file with the node's account key")
	}
	if a.state.Applied == nil {
		return Report{}, ErrNothingApplied
	}
	f := fetcher{ctx, a.client, new(time.Time)}
	t, err := a.trust(f)
	if err != nil {
		return Report{}, err
	}
	r, err := NewReport(t, a.cfg.Channel, *a.state.Applied, a.opts.Key)
	if err != nil || !post {
		return r, err
	}
	return r, a.post(f, r)
}

// Pull looks at the server once: it checks and stages a new release, switches to it if its time has come, and reports
// what is applied. An error says why nothing changed; it is in the state as an alarm as well. It wraps
// release.ErrUnknown if it says nothing against the release.
func (a *Agent) Pull(ctx context.Context) (Outcome, error) {
	var out Outcome
	err := a.steady()
	if err == nil {
		err = a.pull(ctx, &out)
	}
	if err == nil {
		a.state.Alarm = nil
		a.state.Checked = a.now()
	} else if ctx.Err() == nil {
		a.alarm(ctx, err)
	}
	a.tally.pulled(err)
	out.Applied, out.Pending = a.state.Applied, a.state.Pending
	return out, errors.Join(err, a.saveState())
}

func (a *Agent) pull(ctx context.Context, out *Outcome) error {
	f := fetcher{ctx, a.client, new(time.Time)}
	t, err := a.trust(f)
	if err != nil {
		return err
	}
	u, err := a.targets(f, t)
	if err != nil {
		return err
	}
	if t, err = a.followTrust(t, u); err != nil {
		return err
	}
	if _, ok := u.GetTopLevelTargets()[release.LatestName(a.cfg.Channel)]; !ok {
		if a.state.Accepted.Sequence > 0 {
			return &release.Refusal{Step: StepTUF, Err: fmt.Errorf("the instance no longer names a release of %s, and release %d was accepted before", a.cfg.Channel, a.state.Accepted.Sequence)}
		}
		return &release.Refusal{Step: StepTUF, Err: stale{fmt.Errorf("the channel %s has no release yet", a.cfg.Channel)}}
	}
	raw, err := a.target(u, release.LatestName(a.cfg.Channel), 4<<10)
	if err != nil {
		return err
	}
	latest, err := release.ParseLatest(raw)
	if err != nil {
		return &release.Refusal{Step: StepTUF, Err: err}
	}
	out.Latest = release.Position{Sequence: latest.Sequence, Statement: latest.Statement}
	// A release folder that was removed is fetched and checked again.
	_, err = os.Stat(filepath.Join(a.folder(out.Latest.Sequence), "release.json"))
	if out.Latest != a.state.Accepted || errors.Is(err, fs.ErrNotExist) {
		fetch := func(name string, limit int64) ([]byte, error) {
			if _, ok := u.GetTopLevelTargets()[name]; !ok {
				return nil, &release.Refusal{Step: StepTUF, Err: fmt.Errorf("%s: %w", name, errNotPublished)}
			}
			return a.target(u, name, limit)
		}
		if out.Claims, err = a.accept(ctx, f, t, out.Latest, fetch); err != nil {
			return err
		}
	}
	if out.Changed, err = a.settle(ctx); err != nil {
		return err
	}
	return a.report(f, t)
}

// accept checks a release with all that lies between it and the last one, writes it to disk beside what runs, and only
// then takes it for the newest.
func (a *Agent) accept(ctx context.Context, f fetcher, t release.Trust, p release.Position, fetch func(string, int64) ([]byte, error)) ([]release.Claim, error) {
	facts := release.Facts{Channel: a.cfg.Channel, Now: a.now(), After: a.state.Accepted, Chain: true}
	if a.opts.Anchors != nil {
		finality, err := record.ParseFinality(t.Record.Chain.Finality)
		if err != nil {
			return nil, err
		}
		facts.Anchored = func(anchor release.Anchor) error { return a.opts.Anchors.Finalized(ctx, anchor, finality) }
	}
	if a.cfg.RequireWitnesses > 0 {
		facts.Witnessed = func(index int64, intent []byte) ([]string, error) { return a.witnessed(f, t, index, intent) }
	}
	if a.cfg.Weights != "" {
		facts.Weights = func(r release.Release) error { return a.weights(ctx, r.Predicate.Schema, r.Document) }
	}
	bundle, err := fetch(release.BundleName(a.cfg.Channel, p.Sequence), release.MaxBundle)
	if err != nil {
		return nil, err
	}
	for n := a.state.Accepted.Sequence + 1; n < p.Sequence; n++ {
		envelope, err := fetch(release.EnvelopeName(a.cfg.Channel, n), release.MaxEnvelope)
		if errors.Is(err, errNotPublished) { // its intent lapsed unsigned, or the statements behind it tell that it is withheld
			continue
		}
		if err != nil {
			return nil, err
		}
		facts.Skipped = append(facts.Skipped, envelope)
	}
	r, claims, err := release.Check(bundle, t, facts)
	if err != nil {
		return claims, err
	}
	if r.Position != p {
		return claims, &release.Refusal{Step: release.StepSequence, Err: fmt.Errorf("latest.json names release %d, the bundle is another", p.Sequence)}
	}
	if err := a.stage(r, bundle, claims); err != nil {
		return claims, err
	}
	if err := a.stop("staged"); err != nil {
		return claims, err
	}
	a.state.Accepted = r.Position
	if err := a.saveState(); err != nil {
		return claims, err
	}
	a.opts.Log.InfoContext(ctx, "release accepted", slog.Uint64("release", r.Sequence), slog.String("statement", r.Statement.String()), slog.String("activation", r.Predicate.Intent.Activation.String()))
	return claims, a.stop("accepted")
}

// stage writes a release folder.
func (a *Agent) stage(r release.Release, bundle []byte, claims []release.Claim) error {
	model, err := a.opts.Subject.Weights(r.Predicate.Schema, r.Document)
	if err != nil {
		return &release.Refusal{Step: release.StepDocuments, Err: err}
	}
	rendered, err := a.opts.Subject.Render(a.cfg.Runtime, modelFolder(a.cfg.Weights, model.Root), r)
	if err != nil {
		return fmt.Errorf("render: release %d for %s: %w", r.Sequence, a.cfg.Runtime, err)
	}
	config, err := ConfigDigest(rendered)
	if err != nil {
		return err
	}
	i := r.Predicate.Intent
	meta, err := document.Marshal(staged{
		Schema: stagedSchema, Position: r.Position, Document: i.Document, DocSchema: r.Predicate.Schema, Activation: i.Activation,
		Expires: i.Expires, Halted: i.Halted, Config: config, Files: digests(rendered), Claims: claims,
	})
	if err != nil {
		return err
	}
	files := map[string][]byte{"bundle.json": bundle, "document.json": r.Document, "release.json": meta}
	for name, data := range rendered {
		if !filepath.IsLocal(name) {
			return fmt.Errorf("render: %q is not the name of a file below config/", name)
		}
		files[filepath.Join("config", name)] = data
	}
	if err := writeTree(a.folder(r.Sequence), files); err != nil {
		return fmt.Errorf("writing release %d: %w; nothing was changed", r.Sequence, err)
	}
	return nil
}

// settle switches to the newest accepted release whose time has come. The server has just been found to be fresh.
func (a *Agent) settle(ctx context.Context) (changed bool, err error) {
	list, err := folders(a.path("releases"))
	if err != nil {
		return false, err
	}
	applied := uint64(0)
	if a.state.Applied != nil {
		applied = a.state.Applied.Sequence
	}
	a.state.Pending = nil
	if a.state.Trial != nil {
		if err := a.resume(ctx); err != nil {
			return false, err
		}
		if a.state.Applied != nil && a.state.Applied.Sequence != applied {
			return true, nil
		}
	}
	for _, n := range list {
		if f := a.state.Failed; f != nil && n == f.Sequence {
			continue
		}
		if n <= applied || n > a.state.Accepted.Sequence { // older, or staged by a run that stopped before it was accepted
			continue
		}
		s, err := a.staged(n)
		if err != nil {
			return false, err
		}
		if now := a.now(); now < s.Activation {
			a.state.Pending = &Pending{s.Position, s.Activation}
			continue
		} else if now >= s.Expires {
			continue
		}
		if s.Halted {
			return false, &release.Refusal{Step: StepHalt, Err: fmt.Errorf("release %d says that the channel is halted, by a decision or by the guardians: nothing is applied until another release takes it back; what runs goes on", n)}
		}
		return true, a.apply(ctx, s)
	}
	if applied == 0 {
		return false, nil
	}
	if f := a.state.Failed; f != nil && f.Sequence >= applied {
		return false, a.failed()
	}
	// What runs is looked at again, since weights can be altered after they were verified.
	s, err := a.staged(applied)
	if err != nil {
		return false, err
	}
	if err := a.recheck(ctx, s); err != nil {
		return false, err
	}
	if a.now() >= s.Expires {
		return false, &release.Refusal{Step: release.StepPeriod, Err: stale{fmt.Errorf("release %d expired at %s and keeps running; a newer one is due", applied, s.Expires)}}
	}
	return false, a.sweep(list, applied)
}

// recheck hashes what has changed on disk since it was hashed last.
func (a *Agent) recheck(ctx context.Context, s staged) error {
	doc, err := os.ReadFile(filepath.Join(a.folder(s.Sequence), "document.json"))
	if err != nil {
		return err
	}
	if got := document.Sum(doc); got != s.Document {
		return &release.Refusal{Step: release.StepDocuments, Err: fmt.Errorf("the document of release %d was changed on disk", s.Sequence)}
	}
	if a.cfg.Weights == "" {
		return nil
	}
	if err := a.weights(ctx, s.DocSchema, doc); err != nil {
		return &release.Refusal{Step: release.StepWeights, Err: err}
	}
	return nil
}

func (a *Agent) weights(ctx context.Context, schema string, doc []byte) error {
	model, err := a.opts.Subject.Weights(schema, doc)
	if err != nil || model.Files == nil {
		return err
	}
	w := weights{dir: modelFolder(a.cfg.Weights, model.Root), cache: a.path("weights.json"), log: func(name string, size int64) {
		a.opts.Log.InfoContext(ctx, "hashing", slog.String("file", name), slog.Int64("bytes", size))
	}, hashed: a.hashing(ctx)}
	return w.check(ctx, model.Files)
}

// sweep removes the oldest releases, but never what is applied or may still be.
func (a *Agent) sweep(list []uint64, applied uint64) error {
	kept := 0
	for _, n := range list {
		if kept++; n >= applied || kept <= a.cfg.Keep {
			continue
		}
		if err := os.RemoveAll(a.folder(n)); err != nil {
			return err
		}
	}
	return nil
}

// Run pulls again and again until the context ends. A pull that fails changes nothing and is tried again.
func (a *Agent) Run(ctx context.Context) error {
	for {
		out, err := a.Pull(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			a.opts.Log.ErrorContext(ctx, "nothing changed", slog.String("why", oneLine(err)))
		default:
			a.opts.Log.DebugContext(ctx, "looked", slog.Uint64("latest", out.Latest.Sequence), slog.Bool("changed", out.Changed))
		}
		wait := a.cfg.interval()
		if p := a.state.Pending; p != nil { // do not sleep through an activation
			wait = min(wait, max(time.Second, time.Duration(p.Activation-a.now())*time.Second))
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil
		case <-timer.C:
		}
	}
}
