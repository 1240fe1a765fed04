package publish_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata/config"
	"github.com/theupdateframework/go-tuf/v2/metadata/updater"

	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// site is a repository with its files, a clock that tests move, and a web server in front.
type site struct {
	*publish.Repository
	files *files
	now   time.Time
	root  []byte
	url   string
}

// files can fail to store.
type files struct {
	publish.Memory
	fail error
}

func (f *files) Put(ctx context.Context, all map[string][]byte) error {
	if f.fail != nil {
		return f.fail
	}
	return f.Memory.Put(ctx, all)
}

func public(names ...string) []*ecdsa.PublicKey {
	var keys []*ecdsa.PublicKey
	for _, n := range names {
		keys = append(keys, &releasetest.Key(n).PublicKey)
	}
	return keys
}

func newRoot(t *testing.T, plan publish.RootPlan, signers ...string) []byte {
	t.Helper()
	root, err := publish.NewRoot(plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range signers {
		if root, err = publish.SignRoot(root, releasetest.Key(s)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{files: &files{}, now: time.Date(2026, 11, 22, 13, 0, 0, 0, time.UTC)}
	s.root = newRoot(t, publish.RootPlan{Expires: s.now.AddDate(1, 0, 0), Keys: public("alpha", "beta", "gamma"), Threshold: 2, Online: &releasetest.Key("online").PublicKey}, "alpha", "gamma")
	s.Repository = s.open(t, "online")
	if err := s.Init(t.Context(), s.root); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, err := s.files.Get(r.Context(), strings.TrimPrefix(r.URL.Path, "/tuf/"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(data)
	}))
	t.Cleanup(server.Close)
	s.url = server.URL + "/tuf/"
	return s
}

func (s *site) open(t *testing.T, key string) *publish.Repository {
	t.Helper()
	r, err := publish.New(publish.Config{Files: s.files, Key: releasetest.Key(key), Now: func() time.Time { return s.now }})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// fetch gets a target as any TUF client does, from nothing but the pinned root.
func (s *site) fetch(t *testing.T, dir, name string) (string, error) {
	t.Helper()
	cfg, err := config.New(s.url, s.root)
	if err != nil {
		t.Fatal(err)
	}
	cfg.LocalMetadataDir, cfg.LocalTargetsDir = dir, dir
	u, err := updater.New(cfg)
	if err != nil {
		return "", err
	}
	u.UnsafeSetRefTime(s.now)
	if err := u.Refresh(); err != nil {
		return "", err
	}
	info, err := u.GetTargetInfo(name)
	if err != nil {
		return "", err
	}
	_, data, err := u.DownloadTarget(info, "", "")
	return string(data), err
}

func (s *site) publish(t *testing.T, name, data string) {
	t.Helper()
	if err := s.Publish(t.Context(), map[string][]byte{name: []byte(data)}); err != nil {
		t.Fatal(err)
	}
}

func TestClientFetchesWhatIsPublished(t *testing.T) {
	s := newSite(t)
	dir := t.TempDir()
	s.publish(t, "chat/stable/latest.json", "one")
	s.publish(t, "chat/stable/1.bundle.json", "bundle")
	for range 2 {
		if got, err := s.fetch(t, dir, "chat/stable/latest.json"); err != nil || got != "one" {
			t.Fatalf("%q, %v", got, err)
		}
	}
	s.publish(t, "chat/stable/latest.json", "two")
	if got, err := s.fetch(t, dir, "chat/stable/latest.json"); err != nil || got != "two" {
		t.Fatalf("%q, %v", got, err)
	}
	if got, err := s.Target(t.Context(), "chat/stable/1.bundle.json"); err != nil || string(got) != "bundle" {
		t.Errorf("%q, %v", got, err)
	}
	before, err := s.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.publish(t, "chat/stable/latest.json", "two") // nothing new
	after, err := s.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("publishing the same again made a new version: %v, then %v", before, after)
	}
	if err := s.Init(t.Context(), s.root); err != nil {
		t.Errorf("a restart: %v", err)
	}
	for _, bad := range []string{"", "/a", "../a", "a/../b", "a b", "a%2e"} {
		if err := s.Publish(t.Context(), map[string][]byte{bad: nil}); err == nil {
			t.Errorf("%q was published", bad)
		}
	}
}

// Nobody has to remember a date: as long as Refresh runs now and then, a client never meets an expired file.
func TestMetadataIsSignedAgainByItself(t *testing.T) {
	s := newSite(t)
	s.publish(t, "a.json", "x")
	dir := t.TempDir()
	versions := map[string]int64{}
	for range 4 * 200 { // 200 days in steps of six hours
		s.now = s.now.Add(6 * time.Hour)
		if err := s.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		status, err := s.Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, role := range status {
			versions[role.Role] = role.Version
			if left := role.Expires.Sub(s.now); left < 12*time.Hour {
				t.Fatalf("%s of version %d expires in %s", role.Role, role.Version, left)
			}
		}
	}
	if got, err := s.fetch(t, dir, "a.json"); err != nil || got != "x" {
		t.Errorf("%q, %v", got, err)
	}
	if versions["targets"] > 8 || versions["snapshot"] > 70 {
		t.Errorf("signed again more often than needed: %v", versions)
	}
	s.now = s.now.Add(25 * time.Hour) // the service was down for a day
	if _, err := s.fetch(t, dir, "a.json"); err == nil || !strings.Contains(err.Error(), "expired") {
		t.Errorf("freeze: the client took stale metadata: %v", err)
	}
	if err := s.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.fetch(t, dir, "a.json"); err != nil {
		t.Errorf("after the service came back: %v", err)
	}
}

func TestRollbackIsNoticedByTheClient(t *testing.T) {
	s := newSite(t)
	dir := t.TempDir()
	s.publish(t, "latest.json", "one")
	old, err := s.files.Get(t.Context(), "timestamp.json")
	if err != nil {
		t.Fatal(err)
	}
	s.publish(t, "latest.json", "two")
	if _, err := s.fetch(t, dir, "latest.json"); err != nil {
		t.Fatal(err)
	}
	if err := s.files.Put(t.Context(), map[string][]byte{"timestamp.json": old}); err != nil {
		t.Fatal(err)
	}
	if got, err := s.fetch(t, dir, "latest.json"); err == nil {
		t.Errorf("the client went back to %q", got)
	}
}

// Several processes publish at once; every file arrives, and no version is ever written twice.
func TestWritersDoNotLoseEachOthersFiles(t *testing.T) {
	s := newSite(t)
	var wg sync.WaitGroup
	const writers, each = 4, 5
	for w := range writers {
		r := s.open(t, "online")
		wg.Go(func() {
			for i := range each {
				name := fmt.Sprintf("w%d/%d.json", w, i)
				err := publish.ErrConflict
				for errors.Is(err, publish.ErrConflict) {
					err = r.Publish(context.Background(), map[string][]byte{name: []byte(name)})
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for w := range writers {
		for i := range each {
			name := fmt.Sprintf("w%d/%d.json", w, i)
			if got, err := s.Target(t.Context(), name); err != nil || string(got) != name {
				t.Errorf("%s: %q, %v", name, got, err)
			}
		}
	}
}

func TestRootsThatAreRefused(t *testing.T) {
	s := newSite(t)
	online := &releasetest.Key("online").PublicKey
	year := s.now.AddDate(1, 0, 0)
	for name, plan := range map[string]publish.RootPlan{
		"threshold 0":        {Expires: year, Keys: public("alpha"), Online: online},
		"threshold too high": {Expires: year, Keys: public("alpha"), Threshold: 2, Online: online},
		"one key twice":      {Expires: year, Keys: public("alpha", "alpha"), Threshold: 2, Online: online},
		"no online key":      {Expires: year, Keys: public("alpha"), Threshold: 1},
	} {
		if _, err := publish.NewRoot(plan); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	two := publish.RootPlan{Expires: year, Keys: public("alpha", "beta", "gamma"), Threshold: 2, Online: online}
	fresh := func(root []byte) error {
		r, err := publish.New(publish.Config{Files: &publish.Memory{}, Key: releasetest.Key("online")})
		if err != nil {
			t.Fatal(err)
		}
		return r.Init(t.Context(), root)
	}
	if err := fresh(newRoot(t, two, "alpha")); err == nil {
		t.Error("one of two signatures was enough")
	}
	if err := fresh(newRoot(t, two, "alpha", "alpha")); err == nil {
		t.Error("one key met the threshold twice")
	}
	if err := fresh(newRoot(t, two, "alpha", "mallory")); err == nil {
		t.Error("a stranger met the threshold")
	}
	two.Online = &releasetest.Key("another").PublicKey
	if err := fresh(newRoot(t, two, "alpha", "beta")); err == nil || !strings.Contains(err.Error(), "online key") {
		t.Errorf("a root for another online key: %v", err)
	}
	if err := s.Init(t.Context(), newRoot(t, publish.RootPlan{Expires: year, Keys: public("beta"), Threshold: 1, Online: online}, "beta")); !errors.Is(err, publish.ErrConflict) {
		t.Errorf("another first root for the same repository: %v", err)
	}
}

// The co-signers and the online key change, and a client that has only the first root follows.
func TestRotation(t *testing.T) {
	s := newSite(t)
	dir := t.TempDir()
	s.publish(t, "a.json", "before")
	if _, err := s.fetch(t, dir, "a.json"); err != nil {
		t.Fatal(err)
	}
	plan := publish.RootPlan{Version: 2, Expires: s.now.AddDate(1, 0, 0), Keys: public("beta", "delta"), Threshold: 2, Online: &releasetest.Key("online-2").PublicKey}
	next := s.open(t, "online-2")
	if err := next.PublishRoot(t.Context(), newRoot(t, plan, "beta", "delta")); err == nil {
		t.Fatal("a new root was accepted without a threshold of the old keys")
	}
	if err := next.PublishRoot(t.Context(), newRoot(t, plan, "alpha", "beta")); err == nil {
		t.Fatal("a new root was accepted without a threshold of the new keys")
	}
	if err := next.PublishRoot(t.Context(), newRoot(t, plan, "alpha", "beta", "delta")); err != nil {
		t.Fatal(err)
	}
	if err := s.Refresh(t.Context()); err == nil || !strings.Contains(err.Error(), "online key") {
		t.Errorf("the old online key went on: %v", err)
	}
	if err := next.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := next.Publish(t.Context(), map[string][]byte{"a.json": []byte("after")}); err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{dir, t.TempDir()} {
		if got, err := s.fetch(t, d, "a.json"); err != nil || got != "after" {
			t.Errorf("%q, %v", got, err)
		}
	}
	if err := publish.CheckRoot(newRoot(t, plan, "alpha", "beta", "delta"), s.root); err != nil {
		t.Error(err)
	}
}
