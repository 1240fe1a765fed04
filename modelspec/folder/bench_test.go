package folder

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/modelspec"
)

// BenchmarkHash hashes 4 GiB in 64 files that lie in the page cache, each file and its chunk tree in one pass, on all
// cores. In the same run, right after, it lets the same cores do the same SHA-256 compressions over memory that is in
// their cache, and reports the first rate as a share of the second: what reading, cutting and joining cost.
func BenchmarkHash(b *testing.B) {
	const files, size = 64, 64 << 20
	dir := b.TempDir()
	data := make([]byte, size)
	state := uint64(88172645463325252)
	for i := 0; i < size; i += 8 {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		binary.LittleEndian.PutUint64(data[i:], state)
	}
	for i := range files {
		binary.LittleEndian.PutUint64(data, uint64(i))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("part-%02d.safetensors", i)), data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	workers := runtime.GOMAXPROCS(0)
	if _, err := Hash(context.Background(), root.FS(), Options{Workers: workers}); err != nil { // warms the cache
		b.Fatal(err)
	}
	b.SetBytes(files * size)
	ours, cores := time.Hour, time.Hour // the fastest: others may be at work on the machine
	for b.Loop() {
		start := time.Now()
		prints, err := Hash(context.Background(), root.FS(), Options{Workers: workers})
		ours = min(ours, time.Since(start))
		if err != nil || len(prints) != files {
			b.Fatal(len(prints), err)
		}
		b.StopTimer()
		start = time.Now()
		compress(workers, files, data)
		cores = min(cores, time.Since(start))
		b.StartTimer()
	}
	b.ReportMetric(100*cores.Seconds()/ours.Seconds(), "%of-cores")
	b.ReportMetric(files*size/cores.Seconds()/1e6, "cores-MB/s")
}

// compress does the SHA-256 compressions that so many files of the data's size need: one digest of each file, one of
// each leaf, one of each node.
func compress(workers, files int, data []byte) {
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
