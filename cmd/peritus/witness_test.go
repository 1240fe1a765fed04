package main

import (
	"crypto/rand"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/record"
)

// What a log may show a witness, and what the witness says: it never signs two histories, not even after a restart.
func TestWitnessSignsOneHistory(t *testing.T) {
	const origin = "example.org/log"
	skey, vkey, err := note.GenerateKey(rand.Reader, origin)
	if err != nil {
		t.Fatal(err)
	}
	signer, _ := note.NewSigner(skey)
	verifier, _ := note.NewVerifier(vkey)
	text, err := record.GenerateWitness(rand.Reader, "witness.example.org")
	if err != nil {
		t.Fatal(err)
	}
	key, err := record.NewWitnessSigner(text)
	if err != nil {
		t.Fatal(err)
	}
	public, err := record.NewWitness(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "checkpoint")
	tree, other := &record.Tree{}, &record.Tree{}
	var stored, others record.StoredHashes
	for i := range 5 {
		stored = tree.AppendHash(stored, record.LeafHash([]byte{byte(i)}))
		others = other.AppendHash(others, record.LeafHash([]byte{byte(i / 2)}))
	}
	checkpoint := func(size int64, from record.StoredHashes, with note.Signer) []byte {
		t.Helper()
		at, err := record.NewTree(size, from)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := record.Checkpoint{Origin: origin, Size: size, Root: at.Root()}.Sign(with)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	proof := func(size, old int64, from record.StoredHashes) []record.Hash {
		t.Helper()
		p, err := record.ProveConsistency(size, old, from)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	stranger, _, _ := note.GenerateKey(rand.Reader, origin)
	strangers, _ := note.NewSigner(stranger)
	for i, step := range []struct {
		name   string
		body   []byte
		status int
		says   string
	}{
		{"no request", []byte("hello"), http.StatusBadRequest, "add-checkpoint"},
		{"a first checkpoint", record.AddCheckpoint{Note: checkpoint(2, stored, signer)}.Encode(), http.StatusOK, "witness.example.org"},
		{"the same again", record.AddCheckpoint{Old: 2, Note: checkpoint(2, stored, signer)}.Encode(), http.StatusOK, "witness.example.org"},
		{"an older view of the witness", record.AddCheckpoint{Old: 1, Proof: proof(3, 1, stored), Note: checkpoint(3, stored, signer)}.Encode(), http.StatusConflict, "2\n"},
		{"a log that grows", record.AddCheckpoint{Old: 2, Proof: proof(4, 2, stored), Note: checkpoint(4, stored, signer)}.Encode(), http.StatusOK, "witness.example.org"},
		{"a log that shrinks", record.AddCheckpoint{Old: 4, Note: checkpoint(2, stored, signer)}.Encode(), http.StatusBadRequest, "larger"},
		{"equivocation: another tree of one size", record.AddCheckpoint{Old: 4, Note: checkpoint(4, others, signer)}.Encode(), http.StatusConflict, "another tree of this size"},
		{"a fork: a tree that goes on from another", record.AddCheckpoint{Old: 4, Proof: proof(5, 4, others), Note: checkpoint(5, others, signer)}.Encode(), http.StatusUnprocessableEntity, "does not lead"},
		{"another key", record.AddCheckpoint{Old: 4, Proof: proof(5, 4, stored), Note: checkpoint(5, stored, strangers)}.Encode(), http.StatusForbidden, "not signed by the log's key"},
		{"another log", []byte(strings.ReplaceAll(string(record.AddCheckpoint{Old: 4, Note: checkpoint(5, stored, signer)}.Encode()), origin, "elsewhere.org/log")), http.StatusNotFound, "does not know the log"},
	} {
		// Each step finds a witness that was started again.
		w := &witness{origin: origin, log: verifier, key: key, path: path, now: func() time.Time { return time.Unix(1_700_000_000+int64(i), 0) }}
		server := httptest.NewServer(w)
		res, err := http.Post(server.URL+"/add-checkpoint", "text/plain", strings.NewReader(string(step.body)))
		if err != nil {
			t.Fatal(err)
		}
		answer, err := io.ReadAll(res.Body)
		_ = res.Body.Close()
		server.Close()
		if err != nil || res.StatusCode != step.status || !strings.Contains(string(answer), step.says) {
			t.Errorf("%s: %d %s %v", step.name, res.StatusCode, answer, err)
		}
		if step.status != http.StatusOK {
			continue
		}
		add, err := record.ParseAddCheckpoint(step.body)
		if err != nil {
			t.Fatal(err)
		}
		good := record.Cosignatures(add.Note, answer, public)
		if len(good) != 1 {
			t.Fatalf("%s: the answer is no cosignature: %q", step.name, answer)
		}
		signed := record.WithSignatures(add.Note, good...)
		if _, n, err := record.OpenCheckpoint(signed, origin, verifier, public); err != nil || len(n.Sigs) != 2 {
			t.Errorf("%s: %v", step.name, err)
		}
	}
}
