package folder

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/modelspec/folder/foldertest"
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
		foldertest.Compress(b, workers, files, data)
		cores = min(cores, time.Since(start))
		b.StartTimer()
	}
	b.ReportMetric(100*cores.Seconds()/ours.Seconds(), "%of-cores")
	b.ReportMetric(files*size/cores.Seconds()/1e6, "cores-MB/s")
}
