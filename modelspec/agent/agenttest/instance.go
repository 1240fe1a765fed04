// Package agenttest is an instance for tests of nodes: a real record, a real TUF repository behind a real web server, a
// clock that the test moves, and what an attacker can do on the wire.
package agenttest

import (
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/agent"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// Instance is a server with what stands behind it.
type Instance struct {
	*releasetest.World
	TB    testing.TB
	Repo  *publish.Repository
	Files *publish.Memory
	Clock time.Time
	URL   string
	Down  bool                                  // every request is refused
	Bend  func(path string, data []byte) []byte // the attacker on the wire; nil is a file that is not there
	Key   *ecdsa.PrivateKey                     // of the node that genesis admits

	Witnesses []*record.WitnessSigner // who sign the log's checkpoint

	mu    sync.Mutex
	posts []agent.Report // guarded by mu
}

// New starts an instance without releases, with witnesses whom its genesis names and who sign its checkpoints. Its clock stands an hour
// after the record's first entry.
func New(tb testing.TB, witnesses ...*record.WitnessSigner) *Instance {
	return NewAt(tb, time.Unix(int64(releasetest.Start), 0).Add(time.Hour), witnesses...)
}

// NewAt starts an instance whose clock stands at the time given.
func NewAt(tb testing.TB, clock time.Time, witnesses ...*record.WitnessSigner) *Instance {
	tb.Helper()
	s := &Instance{TB: tb, Files: &publish.Memory{}, Clock: clock, Witnesses: witnesses}
	var named []string
	for _, w := range witnesses {
		named = append(named, w.Public())
	}
	var err error
	s.Key, err = crypto.ToECDSA(crypto.Keccak256([]byte("node")))
	s.OK(err)
	var keys []*ecdsa.PublicKey
	for _, n := range []string{"alpha", "beta", "gamma"} {
		keys = append(keys, &releasetest.Key(n).PublicKey)
	}
	root, err := publish.NewRoot(publish.RootPlan{Expires: s.Clock.AddDate(1, 0, 0), Keys: keys, Threshold: 2, Online: &releasetest.Key("online").PublicKey})
	s.OK(err)
	for _, n := range []string{"alpha", "beta"} {
		root, err = publish.SignRoot(root, releasetest.Key(n))
		s.OK(err)
	}
	s.Repo, err = publish.New(publish.Config{Files: s.Files, Key: releasetest.Key("online"), Now: func() time.Time { return s.Clock }})
	s.OK(err)
	s.OK(s.Repo.Init(tb.Context(), root))
	s.World = releasetest.New(tb, releasetest.Config{TUFRoot: document.Sum(root), Nodes: map[string]common.Address{"node": crypto.PubkeyToAddress(s.Key.PublicKey)}, Witnesses: named})
	server := httptest.NewServer(http.HandlerFunc(s.serve))
	tb.Cleanup(server.Close)
	s.URL = server.URL
	return s
}

// NextRoot returns root 2 of TUF, which the holders of root 1 signed.
func (s *Instance) NextRoot() []byte {
	s.TB.Helper()
	var keys []*ecdsa.PublicKey
	for _, n := range []string{"alpha", "beta", "gamma"} {
		keys = append(keys, &releasetest.Key(n).PublicKey)
	}
	root, err := publish.NewRoot(publish.RootPlan{Version: 2, Expires: s.Clock.AddDate(2, 0, 0), Keys: keys, Threshold: 2, Online: &releasetest.Key("online").PublicKey})
	s.OK(err)
	for _, n := range []string{"alpha", "beta"} {
		root, err = publish.SignRoot(root, releasetest.Key(n))
		s.OK(err)
	}
	return root
}

// OK stops the test if there is an error.
func (s *Instance) OK(err error) {
	s.TB.Helper()
	if err != nil {
		s.TB.Fatal(err)
	}
}

func (s *Instance) serve(w http.ResponseWriter, r *http.Request) {
	if s.Down {
		http.Error(w, "down", http.StatusForbidden) // a status that is not tried again, to keep tests short
		return
	}
	var data []byte
	var err error
	switch name, tuf := strings.CutPrefix(r.URL.Path, "/tuf/"); {
	case tuf:
		data, err = s.Files.Get(r.Context(), name)
	case r.URL.Path == "/log/genesis.json":
		data = s.Genesis
	case r.URL.Path == "/log/checkpoint":
		data = s.Checkpoint(s.Witnesses...)
	case strings.HasPrefix(r.URL.Path, "/log/tile/"):
		data, err = s.Tile(strings.TrimPrefix(r.URL.Path, "/log/"))
	case r.URL.Path == "/api/v1/nodes/reports" && r.Method == http.MethodPost:
		var report agent.Report
		if err := json.NewDecoder(r.Body).Decode(&report); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		s.mu.Lock()
		s.posts = append(s.posts, report)
		s.mu.Unlock()
		w.WriteHeader(http.StatusCreated)
		return
	default:
		err = errors.New("not found")
	}
	s.mu.Lock()
	if s.Bend != nil {
		if data, err = s.Bend(r.URL.Path, data), nil; data == nil {
			err = errors.New("not found")
		}
	}
	s.mu.Unlock()
	if err != nil {
		http.NotFound(w, r)
		return
	}
	_, _ = w.Write(data)
}

// Sync lets the server see what the test changed since, and the other way round. A test calls it around a process that
// asks the server: the race detector does not see that one waits for the other.
func (s *Instance) Sync() {
	s.mu.Lock()
	defer s.mu.Unlock()
}

// Reports returns what nodes reported.
func (s *Instance) Reports() []agent.Report {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.posts
}

// Publish checks a bundle as the service does, and puts it out.
func (s *Instance) Publish(raw []byte) release.Release {
	s.TB.Helper()
	r, _, err := release.Check(raw, s.Trust, release.Facts{})
	s.OK(err)
	targets, err := release.Targets(r, raw)
	s.OK(err)
	s.OK(s.Repo.Publish(s.TB.Context(), targets))
	return r
}

// Target publishes any bytes under any name, as whoever has the online key can.
func (s *Instance) Target(name string, v any) {
	s.TB.Helper()
	raw, ok := v.([]byte)
	if !ok {
		var err error
		raw, err = document.Marshal(v)
		s.OK(err)
	}
	s.OK(s.Repo.Publish(s.TB.Context(), map[string][]byte{name: raw}))
}
