// Package foldertest measures what the hashing of folders is compared with.
package foldertest

import (
	"crypto/sha256"
	"sync"
	"testing"

	"github.com/peritus-dao/peritus/modelspec"
)

// Compress does the SHA-256 compressions that so many files of the data's size need, over memory that stays in the cache of
// the cores: one digest of each file, one of each leaf of its chunk tree, one of each node.
func Compress(tb testing.TB, workers, files int, data []byte) {
	tb.Helper()
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			hot := make([]byte, 128<<10)
			copy(hot, data)
			var node [65]byte
			for range (files - w + workers - 1) / workers {
				h := sha256.New()
				for range len(data) / len(hot) {
					h.Write(hot)
				}
				node[1] = h.Sum(nil)[0]
				for at := range len(data) / modelspec.ChunkSize {
					from := at * modelspec.ChunkSize % (len(hot) - modelspec.ChunkSize - 1)
					d := sha256.Sum256(hot[from : from+modelspec.ChunkSize+1])
					copy(node[1:], d[:])
					d = sha256.Sum256(node[:])
					copy(node[33:], d[:])
				}
			}
		})
	}
	group.Wait()
}
