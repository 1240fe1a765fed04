package agent_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// A file that takes another's place while it is hashed is found out, even if size and time of writing are the same. What
// has to be hashed is known before the first byte is.
func TestFileReplacedWhileHashed(t *testing.T) {
	s := newInstance(t)
	n := s.node()
	file := n.model("one")
	s.release("one", releasetest.Options{})
	n.opts.Progress = func(done, total int64) {
		if total != int64(len("one")) || done > total {
			t.Errorf("%d of %d bytes are hashed", done, total)
		}
		if done > 0 {
			return
		}
		info, err := os.Stat(file)
		s.OK(err)
		other := filepath.Join(filepath.Dir(file), ".other")
		s.OK(os.WriteFile(other, []byte("one"), 0o644))
		s.OK(os.Chtimes(other, info.ModTime(), info.ModTime()))
		s.OK(os.Rename(other, file))
	}
	if _, _, err := n.pull(); err == nil || !strings.Contains(err.Error(), "weights: model.safetensors was written while it was hashed") {
		t.Fatalf("says %v", err)
	}
	n.opts.Progress = nil
	if _, _, err := n.pull(); err != nil {
		t.Fatal(err)
	}
}
