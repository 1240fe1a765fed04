package remote_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/remote"
	"github.com/peritus-dao/peritus/governance/replay"
)

// mirror serves files by path, as a mirror of static files would.
func mirror(t *testing.T, files map[string][]byte) *remote.Source {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(raw)
	}))
	t.Cleanup(server.Close)
	s, err := remote.New(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEntriesComeFromBundles(t *testing.T) {
	var entries [][]byte
	for i := range 5 {
		entries = append(entries, fmt.Appendf(nil, "entry %d", i))
	}
	bundle, err := record.EntriesTile(entries)
	if err != nil {
		t.Fatal(err)
	}
	s := mirror(t, map[string][]byte{"/log/tile/entries/000.p/5": bundle, "/log/tile/entries/000.p/4": bundle, "/log/tile/entries/000.p/3": bundle[:7]})
	got, err := s.Entries(t.Context(), 2, 3)
	if err != nil || len(got) != 3 || string(got[0]) != "entry 2" {
		t.Fatalf("got %q, %v", got, err)
	}
	if _, err := s.Entries(t.Context(), 0, 4); !errors.Is(err, replay.ErrRefuted) {
		t.Fatalf("a bundle with too many entries: %v", err)
	}
	if _, err := s.Entries(t.Context(), 0, 3); !errors.Is(err, replay.ErrRefuted) {
		t.Fatalf("a torn bundle: %v", err)
	}
	if _, err := s.Entries(t.Context(), 256, 1); !errors.Is(err, remote.ErrNotFound) || errors.Is(err, replay.ErrRefuted) {
		t.Fatalf("a bundle that is not there: %v", err)
	}
}

func TestMissingBlobIsNoBlob(t *testing.T) {
	raw := []byte("text")
	s := mirror(t, map[string][]byte{"/blob/sha256/" + document.Sum(raw).String(): raw})
	if got, err := s.Blob(t.Context(), document.Sum(raw)); err != nil || string(got) != "text" {
		t.Fatalf("got %q, %v", got, err)
	}
	if _, err := s.Blob(t.Context(), document.Digest{1}); !errors.Is(err, replay.ErrNoBlob) {
		t.Fatalf("got %v", err)
	}
}

func TestAnswersAreLimited(t *testing.T) {
	s := mirror(t, map[string][]byte{"/log/checkpoint": []byte(strings.Repeat("x", record.MaxCheckpoint+1))})
	if _, err := s.Checkpoint(t.Context()); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Fatalf("got %v", err)
	}
}

func TestRefusalsKeepTheirCode(t *testing.T) {
	for _, c := range []struct {
		status int
		body   string
		code   refusal.Code // of the error; internal if the answer is no refusal
		words  string
	}{
		{http.StatusForbidden, `{"rule":"endorse-self","field":"endorser","detail":"nobody endorses oneself"}`, refusal.Forbidden, "the server refuses: endorser: nobody endorses oneself (endorse-self)"},
		{http.StatusUnprocessableEntity, `{"rule":"request-level","detail":"there is no level 9"}`, refusal.Invalid, "the server refuses: there is no level 9 (request-level)"},
		{http.StatusConflict, `{"rule":"endorse-repeated","detail":"again"}`, refusal.Conflict, "the server refuses: again (endorse-repeated)"},
		{http.StatusNotFound, "<h1>nothing here</h1>", refusal.Internal, "some/path: the server answered 404 Not Found: <h1>nothing here</h1>"},
		{http.StatusForbidden, `{"message":"a proxy's word"}`, refusal.Internal, `some/path: the server answered 403 Forbidden: {"message":"a proxy's word"}`},
		{http.StatusTeapot, `{"rule":"tea","detail":"short and stout"}`, refusal.Internal, `some/path: the server answered 418 I'm a teapot: {"rule":"tea","detail":"short and stout"}`},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(c.status)
			_, _ = w.Write([]byte(c.body))
		}))
		s, err := remote.New(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Post(t.Context(), "some/path", []byte("{}")); err == nil || refusal.Of(err).Code != c.code || err.Error() != c.words {
			t.Errorf("%d %s: %s %v", c.status, c.body, refusal.Of(err).Code, err)
		}
		server.Close()
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	for _, bad := range []string{"", "example.org", "ftp://example.org", "http://", "://"} {
		if _, err := remote.New(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
