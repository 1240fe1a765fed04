package store_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/governance/store/storetest"
)

func TestSessions(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		v := store.Session{Token: digest("token"), Address: address(1), Expires: 100}
		if err := s.PutSession(t.Context(), v); err != nil {
			t.Fatal(err)
		}
		if err := s.PutSession(t.Context(), v); !errors.Is(err, store.ErrExists) {
			t.Errorf("the token of another session: %v, want ErrExists", err)
		}
		if got, err := s.Session(t.Context(), v.Token, 99); err != nil || got != v {
			t.Errorf("%+v, %v", got, err)
		}
		for name, err := range map[string]error{
			"expired": func() error { _, err := s.Session(t.Context(), v.Token, 100); return err }(),
			"unknown": func() error { _, err := s.Session(t.Context(), digest("other"), 1); return err }(),
			"ended": func() error {
				if err := s.DeleteSession(t.Context(), v.Token); err != nil {
					return err
				}
				_, err := s.Session(t.Context(), v.Token, 1)
				return err
			}(),
		} {
			if !errors.Is(err, store.ErrNotFound) {
				t.Errorf("%s: %v, want ErrNotFound", name, err)
			}
		}
		if err := s.DeleteSession(t.Context(), v.Token); err != nil {
			t.Errorf("ending it again: %v", err)
		}
	})
}

// A nonce is good once, for whom it was handed out to, whoever else tries at the same time.
func TestNonceIsUsedOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		v := store.Nonce{Nonce: "n1", Host: "peritus.example", Address: address(1), Expires: 100}
		if err := s.PutNonce(t.Context(), v); err != nil {
			t.Fatal(err)
		}
		for name, err := range map[string]error{
			"unknown":         s.UseNonce(t.Context(), "n2", v.Host, v.Address, 1),
			"another host":    s.UseNonce(t.Context(), v.Nonce, "evil.example", v.Address, 1),
			"another address": s.UseNonce(t.Context(), v.Nonce, v.Host, address(2), 1),
			"expired":         s.UseNonce(t.Context(), v.Nonce, v.Host, v.Address, 100),
		} {
			if !errors.Is(err, store.ErrNotFound) {
				t.Errorf("%s: %v, want ErrNotFound", name, err)
			}
		}
		var wg sync.WaitGroup
		var used atomic.Int32
		for range 8 {
			wg.Go(func() {
				switch err := s.UseNonce(t.Context(), v.Nonce, v.Host, v.Address, 99); {
				case err == nil:
					used.Add(1)
				case !errors.Is(err, store.ErrNotFound):
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if n := used.Load(); n != 1 {
			t.Errorf("%d used it", n)
		}
	})
}

func TestDeleteExpired(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		for name, expires := range map[string]document.Time{"old": 10, "new": 20} {
			if err := s.PutSession(t.Context(), store.Session{Token: digest(name), Address: address(1), Expires: expires}); err != nil {
				t.Fatal(err)
			}
			if err := s.PutNonce(t.Context(), store.Nonce{Nonce: name, Host: "h", Address: address(1), Expires: expires}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.DeleteExpired(t.Context(), 10); err != nil {
			t.Fatal(err)
		}
		_, oldSession := s.Session(t.Context(), digest("old"), 1)
		_, newSession := s.Session(t.Context(), digest("new"), 1)
		oldNonce := s.UseNonce(t.Context(), "old", "h", address(1), 1)
		newNonce := s.UseNonce(t.Context(), "new", "h", address(1), 1)
		if !errors.Is(oldSession, store.ErrNotFound) || !errors.Is(oldNonce, store.ErrNotFound) || newSession != nil || newNonce != nil {
			t.Errorf("old: %v, %v; new: %v, %v", oldSession, oldNonce, newSession, newNonce)
		}
	})
}

// A published version never changes; the timestamp does.
func TestTUFFiles(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		mutable := func(name string) bool { return name == "timestamp.json" }
		get := func(name string) string {
			t.Helper()
			b, err := s.TUF(t.Context(), name)
			if err != nil {
				t.Error(err)
			}
			return string(b)
		}
		if _, err := s.TUF(t.Context(), "timestamp.json"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("before the first: %v", err)
		}
		for _, files := range []map[string][]byte{
			{"1.root.json": []byte("root"), "timestamp.json": []byte("one"), "empty": nil},
			{"1.root.json": []byte("root"), "timestamp.json": []byte("two")},
			nil,
		} {
			if err := s.PutTUF(t.Context(), files, mutable); err != nil {
				t.Fatal(err)
			}
		}
		// A set with a file that cannot be stored changes none of the others.
		if err := s.PutTUF(t.Context(), map[string][]byte{"1.root.json": []byte("other"), "timestamp.json": []byte("three"), "0": nil}, mutable); !errors.Is(err, store.ErrExists) {
			t.Errorf("other bytes under a published name: %v, want ErrExists", err)
		}
		if err := s.PutTUF(t.Context(), map[string][]byte{"a": nil, "": nil}, mutable); err == nil {
			t.Error("a file without a name was stored")
		}
		if got := get("1.root.json") + get("timestamp.json") + get("empty"); got != "roottwo" {
			t.Errorf("%q", got)
		}
		for _, name := range []string{"0", "a"} {
			if _, err := s.TUF(t.Context(), name); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("%s: %v", name, err)
			}
		}
		// Of writers who publish different bytes under one name at the same time, one succeeds.
		var wg sync.WaitGroup
		var published atomic.Int32
		for i := range 8 {
			wg.Go(func() {
				switch err := s.PutTUF(t.Context(), map[string][]byte{"2.root.json": {byte(i)}, "timestamp.json": {byte(i)}}, mutable); {
				case err == nil:
					published.Add(1)
				case !errors.Is(err, store.ErrExists):
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if n := published.Load(); n != 1 || get("2.root.json") != get("timestamp.json") {
			t.Errorf("%d published", n)
		}
	})
}

// A co-signer who signs two statements for one release is found out.
func TestCosignatures(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		v := store.Cosignature{Channel: "chat/stable", Sequence: 1, Cosigner: "b", Statement: digest("statement"), Signature: []byte("sig"), Received: 5}
		for range 2 {
			if err := s.PutCosignature(t.Context(), v); err != nil {
				t.Fatal(err)
			}
		}
		other := v
		other.Statement = digest("other")
		if err := s.PutCosignature(t.Context(), other); !errors.Is(err, store.ErrExists) {
			t.Errorf("another statement: %v, want ErrExists", err)
		}
		first := v
		first.Cosigner = "a"
		if err := s.PutCosignature(t.Context(), first); err != nil {
			t.Fatal(err)
		}
		got, err := s.Cosignatures(t.Context(), "chat/stable", 1)
		if err != nil || len(got) != 2 || got[0].Cosigner != "a" || got[1].Cosigner != "b" || got[1].Statement != v.Statement || string(got[1].Signature) != "sig" || got[1].Received != 5 {
			t.Errorf("%+v, %v", got, err)
		}
		if got, err := s.Cosignatures(t.Context(), "chat/stable", 2); len(got) != 0 || err != nil {
			t.Errorf("of another release: %+v, %v", got, err)
		}
	})
}

// A sender finds after a restart what it signed, in the order in which it would send it.
func TestOutbox(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		attempt := func(nonce, limit uint64) anchor.Attempt {
			return anchor.Attempt{
				Call:    anchor.Call{Checkpoint: anchor.Checkpoint{Size: 7, Root: record.Hash(digest("root"))}, Nonce: nonce, Fees: anchor.Fees{Tip: 1, Cap: limit}},
				Signed:  anchor.Signed{Hash: common.Hash(digest(fmt.Sprint(nonce, limit))), Raw: []byte{1, byte(nonce), byte(limit)}},
				Created: 100,
			}
		}
		first, dear, next := attempt(1, 10), attempt(1, 11), attempt(2, 9)
		for _, a := range []anchor.Attempt{next, dear, first, dear} {
			if err := s.Outbox().Put(t.Context(), a); err != nil {
				t.Fatal(err)
			}
		}
		unsettled := func() []anchor.Attempt {
			t.Helper()
			got, err := s.Outbox().Unsettled(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			return got
		}
		if got, want := unsettled(), []anchor.Attempt{first, dear, next}; !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
		if err := s.Outbox().Settle(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		if err := s.Outbox().Put(t.Context(), dear); err != nil {
			t.Fatal(err)
		}
		if got, want := unsettled(), []anchor.Attempt{next}; !reflect.DeepEqual(got, want) {
			t.Errorf("after settling: %+v, want %+v", got, want)
		}
	})
}

// Names come from URLs and messages, and may hold anything. What no row can have is not there; it is no failure.
func TestOddTextIsNotFound(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if got, err := s.Cosignatures(t.Context(), "c", math.MaxUint64); len(got) != 0 || err != nil {
			t.Errorf("%v, %v", got, err)
		}
		if _, ok, err := s.Ballot(t.Context(), digest("p"), address(1), math.MaxUint64); ok || err != nil {
			t.Errorf("%t, %v", ok, err)
		}
		for _, odd := range []string{"", "\x00", "a\x00b", "\xff", "'", `\`, strings.Repeat("x", 1<<16)} {
			if _, err := s.TUF(t.Context(), odd); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("TUF %q: %v", odd, err)
			}
			if err := s.UseNonce(t.Context(), odd, odd, address(1), 1); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("nonce %q: %v", odd, err)
			}
			if got, err := s.Cosignatures(t.Context(), odd, 1); len(got) != 0 || err != nil {
				t.Errorf("co-signatures of %q: %v, %v", odd, got, err)
			}
		}
	})
}
