//go:build conformance

package record

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
)

func vectors(t *testing.T, dir string) []string {
	t.Helper()
	root := os.Getenv("VECTORS")
	if root == "" {
		t.Skip("VECTORS does not name a folder of third-party test data")
	}
	var files []string
	err := filepath.Walk(filepath.Join(root, dir), func(path string, info os.FileInfo, err error) error {
		if err == nil && strings.HasSuffix(path, ".json") {
			files = append(files, path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skipf("there is no test data (*.json) in %s", filepath.Join(root, dir))
	}
	return files
}

// The inclusion and consistency probes of transparency-dev/merkle.
func TestConformanceMerkle(t *testing.T) {
	inclusion, consistency, undecodable := 0, 0, 0
	for _, file := range vectors(t, "merkle") {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var v struct {
			LeafIdx, TreeSize, Size1, Size2 *uint64
			Root, LeafHash, Root1, Root2    string
			Proof                           []string
			WantErr                         bool
		}
		if err := json.Unmarshal(raw, &v); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		// What is not 32 bytes long never becomes a Hash, which is how a decoder of ours refuses it. Their verifier compares
		// strings of any length, and takes some probes where root1 is the same nonsense as root2.
		ok := true
		hash := func(s string) Hash {
			raw, err := base64.StdEncoding.DecodeString(s)
			if err != nil || len(raw) != len(Hash{}) {
				ok = false
				return Hash{}
			}
			return Hash(raw)
		}
		var proof []Hash
		for _, p := range v.Proof {
			proof = append(proof, hash(p))
		}
		switch {
		case v.LeafIdx != nil && v.TreeSize != nil:
			inclusion++
			root, leaf := hash(v.Root), hash(v.LeafHash)
			err = CheckInclusion(proof, int64(*v.TreeSize), root, int64(*v.LeafIdx), leaf)
		case v.Size1 != nil && v.Size2 != nil:
			consistency++
			root1, root2 := hash(v.Root1), hash(v.Root2)
			err = CheckConsistency(proof, int64(*v.Size2), root2, int64(*v.Size1), root1)
		default:
			t.Fatalf("%s: neither an inclusion nor a consistency probe", file)
		}
		if !ok {
			undecodable++
			continue
		}
		if (err != nil) != v.WantErr {
			t.Errorf("%s: refused %v, want %v: %v", file, err != nil, v.WantErr, err)
		}
	}
	t.Logf("%d inclusion and %d consistency probes, of which %d hold a hash that is not 32 bytes long", inclusion, consistency, undecodable)
}

// The signed note of the C2SP specification.
func TestConformanceSignedNote(t *testing.T) {
	for _, file := range vectors(t, "c2sp") {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var v struct{ VKey, Note string }
		if err := json.Unmarshal(raw, &v); err != nil {
			t.Fatal(err)
		}
		verifier, err := note.NewVerifier(v.VKey)
		if err != nil {
			t.Fatal(err)
		}
		n, err := note.Open([]byte(v.Note), note.VerifierList(verifier))
		if err != nil || !signedBy(n, verifier) {
			t.Errorf("%s: %v", file, err)
		}
		// It is a note, and well signed, but no checkpoint.
		if _, _, err := OpenCheckpoint([]byte(v.Note), verifier.Name(), verifier); err == nil {
			t.Errorf("%s was taken for a checkpoint", file)
		}
	}
}
