package agent

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/release"
)

const (
	stateSchema  = "peritus/node-state/v1"
	stagedSchema = "peritus/node-release/v1"
)

// State is what the agent remembers from one run to the next.
type State struct {
	Schema  string          `json:"schema"`
	Genesis document.Digest `json:"genesis"`
	Channel string          `json:"channel"`
	// Accepted is the newest release that passed every check. Nothing older is ever applied again.
	Accepted release.Position `json:"accepted"`
	Applied  *Applied         `json:"applied,omitempty"` // what current points to
	Pending  *Pending         `json:"pending,omitempty"` // what waits for its activation time
	Trial    *Trial           `json:"trial,omitempty"`   // a switch that is under way
	Failed   *Failed          `json:"failed,omitempty"`  // the newest release, if it did not work here
	Alarm    *Alarm           `json:"alarm,omitempty"`   // why nothing changes; nil if all is well
	Checked  document.Time    `json:"checked"`           // when the server was last found to be fresh
}

// Applied is a release that the node runs.
type Applied struct {
	release.Position
	Document document.Digest `json:"document"`
	Schema   string          `json:"documentSchema"` // of the document; one that is no model spec configures nothing
	Config   document.Digest `json:"config"`         // of the rendered files, see ConfigDigest
	Since    document.Time   `json:"since"`
	Expires  document.Time   `json:"expires"`
	Reported bool            `json:"reported"`
}

// Pending is a release whose time has not come.
type Pending struct {
	release.Position
	Activation document.Time `json:"activation"`
}

// Alarm is why nothing changes.
type Alarm struct {
	Since   document.Time `json:"since"`
	Message string        `json:"message"` // one line
	Refuted bool          `json:"refuted"` // something is wrong, as opposed to not being known
}

// staged is release.json in a release folder.
type staged struct {
	Schema string `json:"schema"`
	release.Position
	Document   document.Digest            `json:"document"`
	DocSchema  string                     `json:"documentSchema"`
	Activation document.Time              `json:"activation"`
	Expires    document.Time              `json:"expires"`
	Halted     bool                       `json:"halted,omitempty"` // nothing is applied while this is the newest release
	Config     document.Digest            `json:"config"`
	Files      map[string]document.Digest `json:"files"` // below config/
	Claims     []release.Claim            `json:"claims"`
}

func (a *Agent) path(parts ...string) string {
	return filepath.Join(append([]string{a.cfg.Data}, parts...)...)
}

func (a *Agent) folder(sequence uint64) string { return a.path("releases", fmt.Sprint(sequence)) }

// loadState reads the state, and puts right what a stop between two steps left behind: the link says what is applied.
func (a *Agent) loadState() error {
	a.state = State{Schema: stateSchema, Genesis: a.cfg.Genesis, Channel: a.cfg.Channel}
	raw, err := os.ReadFile(a.path("state.json"))
	if err == nil {
		if err := document.Unmarshal(raw, &a.state); err != nil {
			return fmt.Errorf("state.json cannot be read; it holds what protects this node from a rollback, so restore it, or empty %s if that is meant: %w", a.cfg.Data, err)
		}
		if a.state.Schema != stateSchema || a.state.Genesis != a.cfg.Genesis || a.state.Channel != a.cfg.Channel {
			return fmt.Errorf("%s belongs to the channel %s of the instance %s; give each channel a folder of its own", a.cfg.Data, a.state.Channel, a.state.Genesis)
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	n, err := linked(a.path("current"))
	if err != nil {
		return err
	}
	if n == 0 || a.state.Applied != nil && a.state.Applied.Sequence == n || a.state.Trial != nil && a.state.Trial.Sequence == n {
		a.show()
		return nil
	}
	s, err := a.staged(n)
	if err != nil {
		return fmt.Errorf("the release that current points to: %w", err)
	}
	a.state.Applied = s.applied(a.now())
	a.state.Pending = nil
	if a.state.Accepted.Sequence < n { // the state was lost; what runs was accepted once
		a.state.Accepted = s.Position
	}
	return a.saveState()
}

// ReadState returns what an agent remembers in its folder, without disturbing it.
func ReadState(data string) (State, error) {
	raw, err := os.ReadFile(filepath.Join(data, "state.json"))
	if err != nil {
		return State{}, err
	}
	var s State
	if err := document.Unmarshal(raw, &s); err != nil {
		return State{}, fmt.Errorf("state.json: %w", err)
	}
	return s, nil
}

func (a *Agent) saveState() error {
	raw, err := json.MarshalIndent(a.state, "", "  ")
	if err != nil {
		return err
	}
	if err := writeFile(a.path("state.json"), append(raw, '\n')); err != nil {
		return fmt.Errorf("writing the state: %w", err)
	}
	a.show()
	return nil
}

// show lets others see the state. What it points to is never changed in place but for Applied.Reported, which is copied.
func (a *Agent) show() {
	s := a.state
	if s.Applied != nil {
		applied := *s.Applied
		s.Applied = &applied
	}
	a.shown.Store(&s)
}

// staged reads a release folder and checks that the rendered files are those that were written.
func (a *Agent) staged(sequence uint64) (staged, error) {
	var s staged
	raw, err := os.ReadFile(filepath.Join(a.folder(sequence), "release.json"))
	if err != nil {
		return s, err
	}
	if err := document.Unmarshal(raw, &s); err != nil {
		return s, fmt.Errorf("%s: %w", filepath.Join(a.folder(sequence), "release.json"), err)
	}
	if s.Schema != stagedSchema || s.Sequence != sequence {
		return s, fmt.Errorf("%s is not release %d", a.folder(sequence), sequence)
	}
	files := map[string][]byte{}
	for name := range s.Files {
		if files[name], err = os.ReadFile(filepath.Join(a.folder(sequence), "config", name)); err != nil {
			return s, err
		}
	}
	if got, err := ConfigDigest(files); err != nil || got != s.Config {
		return s, fmt.Errorf("the configuration of release %d was changed on disk: remove %s, and it is fetched and rendered again", sequence, a.folder(sequence))
	}
	return s, nil
}

func (s staged) applied(now document.Time) *Applied {
	return &Applied{Position: s.Position, Document: s.Document, Schema: s.DocSchema, Config: s.Config, Since: now, Expires: s.Expires}
}

// ConfigDigest is the digest that stands for the rendered files: of the canonical JSON object of their digests by name.
func ConfigDigest(files map[string][]byte) (document.Digest, error) {
	digests := digests(files)
	raw, err := document.Marshal(digests)
	if err != nil {
		return document.Digest{}, err
	}
	return document.Sum(raw), nil
}

func digests(files map[string][]byte) map[string]document.Digest {
	out := make(map[string]document.Digest, len(files))
	for name, data := range files {
		out[name] = document.Sum(data)
	}
	return out
}

// alarm writes down why nothing changes, once for each reason.
func (a *Agent) alarm(ctx context.Context, err error) {
	message := oneLine(err)
	if old := a.state.Alarm; old != nil && old.Message == message {
		return
	}
	a.state.Alarm = &Alarm{Since: a.now(), Message: message, Refuted: !errors.Is(err, release.ErrUnknown)}
	env := []string{"PERITUS_CHANNEL=" + a.cfg.Channel, "PERITUS_ALARM=" + message}
	if err := a.hook(ctx, "alarm", a.cfg.Hooks.Alarm, env); err != nil {
		a.opts.Log.ErrorContext(ctx, "nobody was told", slog.String("why", oneLine(err)))
	}
}

func oneLine(err error) string {
	return string(bytes.Join(bytes.Fields([]byte(err.Error())), []byte(" ")))
}
