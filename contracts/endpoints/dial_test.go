package endpoints_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/endpoints"
)

func dial(t *testing.T, address string) *ethclient.Client {
	t.Helper()
	client, err := endpoints.Dial(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// An endpoint that asks to be left alone is not asked again before its time, whoever asks.
func TestRetryAfterIsHeeded(t *testing.T) {
	var asked atomic.Int64
	answer := func(w http.ResponseWriter) {
		w.Header().Set("Retry-After", "3600")
		http.Error(w, "slow down", http.StatusTooManyRequests)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { asked.Add(1); answer(w) }))
	defer server.Close()
	ask := func(url string) (func() error, *ethclient.Client) {
		client := dial(t, url)
		t.Cleanup(client.Close)
		return func() error { _, err := client.BlockNumber(t.Context()); return err }, client
	}
	question, _ := ask(server.URL)
	var limited *follower.LimitedError
	for range 3 {
		if err := question(); !errors.As(err, &limited) || limited.After < 59*time.Minute || limited.After > time.Hour {
			t.Errorf("%v", err)
		}
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("asked %d times", n)
	}
	// A date; and 503, which says it only if it says for how long.
	answer = func(w http.ResponseWriter) {
		w.Header().Set("Retry-After", time.Now().Add(90*time.Second).UTC().Format(http.TimeFormat))
		http.Error(w, "maintenance", http.StatusServiceUnavailable)
	}
	question, _ = ask(server.URL)
	if err := question(); !errors.As(err, &limited) || limited.After < 80*time.Second || limited.After > 91*time.Second {
		t.Errorf("%v", err)
	}
	answer = func(w http.ResponseWriter) { http.Error(w, "maintenance", http.StatusServiceUnavailable) }
	question, _ = ask(server.URL)
	if err := question(); err == nil || errors.As(err, new(*follower.LimitedError)) {
		t.Errorf("%v", err)
	}
	answer = func(w http.ResponseWriter) { http.Error(w, "slow down", http.StatusTooManyRequests) }
	question, _ = ask(server.URL)
	if err := question(); !errors.As(err, &limited) || limited.After != 0 {
		t.Errorf("%v", err)
	}
	before := asked.Load()
	_ = question()
	if asked.Load() == before {
		t.Error("an endpoint that does not say for how long is never asked again")
	}
}

// Providers put their customers' keys into addresses. No error shows one, and the endpoint gets it.
func TestAddressesAreSecret(t *testing.T) {
	var path, user atomic.Value
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, password, _ := r.BasicAuth()
		path.Store(r.URL.RequestURI())
		user.Store(name + ":" + password)
		http.Error(w, "no", http.StatusForbidden)
	}))
	at := strings.Replace(server.URL, "http://", "http://me:secret1@", 1) + "/v3/secret2?key=secret3"
	client := dial(t, at)
	defer client.Close()
	_, err := client.BlockNumber(t.Context())
	if err == nil || strings.Contains(err.Error(), "secret") || path.Load() != "/v3/secret2?key=secret3" || user.Load() != "me:secret1" {
		t.Errorf("%v; the endpoint got %v of %v", err, path.Load(), user.Load())
	}
	server.Close()
	for _, address := range []string{at, "ws://127.0.0.1:1/secret", "wss://me:secret@127.0.0.1:1/", "http://[secret", "https:///secret"} {
		client, err := endpoints.Dial(t.Context(), address)
		if err == nil {
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			_, err = client.BlockNumber(ctx)
			cancel()
			client.Close()
		}
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", address, err)
		}
	}
}
