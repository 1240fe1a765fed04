package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/listing"
	"github.com/peritus-dao/peritus/governance/document"
)

// dataFolder writes so many files of a data set, an hour old.
func dataFolder(t *testing.T, files, size int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "corpus")
	for i := range files {
		path := filepath.Join(dir, fmt.Sprintf("part-%d", i%3), fmt.Sprintf("%05d.jsonl.gz", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, bytes.Repeat([]byte{byte(i)}, size+i), 0o600); err != nil {
			t.Fatal(err)
		}
		old := time.Now().Add(-time.Hour)
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A folder becomes a manifest that names its files, or an index of them; both are compared with the folder afterwards.
func TestDatasetImportFolder(t *testing.T) {
	dir := dataFolder(t, 7, 1000)
	at := []string{"--creator", "Archive", "--at", "2026-11-22T13:00:00Z"}
	out, notes := runs(t, exitOK, append([]string{"dataset", "import", dir, "--from", "folder"}, at...)...)
	m, err := datasets.ParseManifest([]byte(out))
	if err != nil || len(m.Files) != 7 || m.ID != "corpus" || m.Size.Bytes != 7021 || m.Files["part-0/00000.jsonl.gz"].Format != "jsonl.gz" || m.Imported.From != "folder" || !strings.Contains(notes, "7 files with 7021 bytes") {
		t.Fatalf("%+v %s: %v", m, notes, err)
	}
	manifest := written(t, "manifest.json", out)
	if out, _ := runs(t, exitOK, "dataset", "import", dir, "--from", "folder", "--against", manifest); !strings.Contains(out, "verified") {
		t.Error(out)
	}

	index := filepath.Join(t.TempDir(), "files.jsonl")
	out, _ = runs(t, exitOK, append([]string{"dataset", "import", dir, "--from", "folder", "--index", index}, at...)...)
	listed, err := datasets.ParseManifest([]byte(out))
	if err != nil || listed.Index == nil || listed.Index.Files != 7 || listed.Imported.SHA256 != m.Imported.SHA256 {
		t.Fatalf("%+v: %v", listed, err)
	}
	byIndex := written(t, "by-index.json", out)
	runs(t, exitOK, "dataset", "check", byIndex)
	runs(t, exitOK, "dataset", "check", byIndex, "--index", index)
	if out, _ := runs(t, exitOK, "dataset", "import", dir, "--from", "folder", "--against", byIndex, "--index", index); !strings.Contains(out, "verified") {
		t.Error(out)
	}
	sums, _ := runs(t, exitOK, "dataset", "export", byIndex, "--to", "sha256sum", "--index", index)
	if want, _ := runs(t, exitOK, "dataset", "export", manifest, "--to", "sha256sum"); sums != want || strings.Count(sums, "\n") != 7 {
		t.Errorf("by the index:\n%sby the manifest:\n%s", sums, want)
	}
	if tool, err := exec.LookPath("sha256sum"); err == nil {
		check := exec.Command(tool, "--check", "--strict", written(t, "SHA256SUMS", sums))
		check.Dir = dir
		if out, err := check.CombinedOutput(); err != nil {
			t.Errorf("sha256sum: %s", out)
		}
	}

	// What is wrong is refused, and says which file.
	runs(t, exitUnknown, "dataset", "import", dir, "--from", "folder", "--against", byIndex)
	runs(t, exitUnknown, "dataset", "check", manifest, "--index", index)
	runs(t, exitRefuted, "dataset", "import", dir, "--from", "folder")
	raw, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	half := written(t, "half.jsonl", string(raw[:len(raw)/2]))
	for _, args := range [][]string{{"check", byIndex}, {"export", byIndex, "--to", "sha256sum"}, {"import", dir, "--from", "folder", "--against", byIndex}} {
		if out, errs := runs(t, exitRefuted, append(append([]string{"dataset"}, args...), "--index", half)...); out != "" || !strings.Contains(errs, "cut off") {
			t.Errorf("%v with half an index: %s %s", args, out, errs)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "part-1", "00001.jsonl.gz"), []byte("swapped"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "new.jsonl"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, errs := runs(t, exitRefuted, "dataset", "import", dir, "--from", "folder", "--against", manifest)
	if !strings.Contains(errs, `"part-1/00001.jsonl.gz" has 7 bytes`) || !strings.Contains(errs, `"new.jsonl" is not in the manifest`) || strings.Contains(errs, "00002") {
		t.Errorf("%s", errs)
	}
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "x.jsonl")); err == nil {
		if _, errs := runs(t, exitRefuted, append([]string{"dataset", "import", dir, "--from", "folder"}, at...)...); !strings.Contains(errs, "is a link") {
			t.Errorf("%s", errs)
		}
	}
}

// More files than a document should name need an index.
func TestDatasetImportLargeFolder(t *testing.T) {
	files := map[string]datasets.File{}
	for i := range listing.MaxNamed + 1 {
		files[fmt.Sprintf("%05d", i)] = datasets.File{SHA256: document.Sum(fmt.Append(nil, i)), Size: 1, Format: "txt"}
	}
	o := listing.Options{File: "corpus", Creator: "Archive", At: 1}
	if _, err := listing.Folder(files, nil, o); err == nil || !strings.Contains(err.Error(), "index") {
		t.Error(err)
	}
	var index bytes.Buffer
	d, err := listing.Folder(files, &index, o)
	if err != nil || d.Manifest.Index.Files != listing.MaxNamed+1 {
		t.Fatalf("%+v: %v", d, err)
	}
	if again, err := listing.ReadIndex(&index, *d.Manifest.Index); err != nil || len(again) != len(files) || again["00007"] != files["00007"] {
		t.Errorf("%d files: %v", len(again), err)
	}
}

// TestHashingSurvivesAKill kills a run with the signal that nobody can catch, and lets the next one go on: what the first had
// read to its end is not read again, and the manifest is that of a run which nobody disturbed.
func TestHashingSurvivesAKill(t *testing.T) {
	dir := dataFolder(t, 64, 4<<20)
	journal := filepath.Join(t.TempDir(), "prints.jsonl")
	args := []string{"dataset", "import", dir, "--from", "folder", "--creator", "Archive", "--at", "2026-11-22T13:00:00Z"}
	want, _ := runs(t, exitOK, args...)

	first := exec.Command("peritus", append(args, "--prints", journal)...)
	first.Env = append(os.Environ(), "GOMAXPROCS=1")
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	lines := func() int {
		raw, _ := os.ReadFile(journal)
		return bytes.Count(raw, []byte("\n"))
	}
	for deadline := time.Now().Add(time.Minute); lines() < 3; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the run wrote nothing down")
		}
	}
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := first.Wait(); err == nil {
		t.Fatal("the run ended before it was killed; give it more to read")
	}
	done := lines()
	if done < 3 || done >= 64 {
		t.Fatalf("%d files were hashed when the run was killed", done)
	}
	// The kill may have cut a line: what is left of one is not believed.
	f, err := os.OpenFile(journal, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(`{"path":"part-0/00063.jsonl.gz","sha256":"00`); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := openPrints(journal)
	if err != nil || len(p.known) != done {
		t.Fatalf("%d of %d prints are believed: %v", len(p.known), done, err)
	}
	if err := p.close(); err != nil {
		t.Fatal(err)
	}
	got, _ := runs(t, exitOK, append(args, "--prints", journal)...)
	if got != want {
		t.Error("the run that went on drafts another manifest")
	}
	if n := lines(); n != 64 {
		t.Errorf("%d prints for 64 files: what was hashed before was hashed again, or was not written down", n)
	}
	other := written(t, "other.json", `{"schema":"peritus/dataset/v1"}`)
	runs(t, exitUnknown, append(args, "--prints", other)...)
	if raw, err := os.ReadFile(other); err != nil || string(raw) != `{"schema":"peritus/dataset/v1"}` {
		t.Errorf("a file that holds no prints was touched: %s, %v", raw, err)
	}
	var line map[string]json.RawMessage
	raw, err := os.ReadFile(journal)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw[:bytes.IndexByte(raw, '\n')], &line); err != nil || line["path"] == nil || line["sha256"] == nil {
		t.Errorf("%s: %v", raw[:80], err)
	}
}

// Whatever lies in a file of prints, nothing is believed that no run wrote: what was cut off is dropped, and a file that is
// somebody else's is left alone.
func TestPrintsThatAreBroken(t *testing.T) {
	line := func(path string) string {
		return fmt.Sprintf(`{"path":%q,"sha256":"%s","chunkRoot":"%s","size":1,"format":"x","modified":1}`+"\n", path, strings.Repeat("ab", 32), strings.Repeat("00", 32))
	}
	good := line("a") + line("b")
	for name, c := range map[string]struct {
		text  string
		known int  // prints that are believed
		left  int  // bytes that stay
		keep  bool // refused, and not touched
	}{
		"nothing":                {"", 0, 0, false},
		"two":                    {good, 2, len(good), false},
		"one twice":              {good + line("a"), 2, len(good) + len(line("a")), false},
		"cut in a digest":        {good + line("c")[:40], 2, len(good), false},
		"cut after the path":     {good + line("c")[:9], 2, len(good), false},
		"cut at once":            {good + "{", 2, len(good), false},
		"no digest":              {good + `{"path":"c"}` + "\n", 2, len(good), false},
		"a digest of zeros":      {good + strings.ReplaceAll(line("c"), "ab", "00"), 2, len(good), false},
		"somebody's JSON":        {`{"a":1}`, 0, 0, true},
		"somebody's text":        {"hello", 0, 0, true},
		"text after prints":      {good + "hello", 0, 0, true},
		"an older form":          {`{"a.json":{"sha256":""}}`, 0, 0, true},
		"a line without an end":  {`{"path":"` + strings.Repeat("a", 2*maxPrint), 0, 0, true},
		"bytes that are no text": {"\x00\xff", 0, 0, true},
	} {
		path := written(t, "prints", c.text)
		p, err := openPrints(path)
		if (err != nil) != c.keep {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err == nil {
			if len(p.known) != c.known {
				t.Errorf("%s: %d prints are believed, want %d", name, len(p.known), c.known)
			}
			if err := p.close(); err != nil {
				t.Error(err)
			}
		}
		want := c.text
		if !c.keep {
			want = c.text[:c.left]
		}
		if left, err := os.ReadFile(path); err != nil || string(left) != want {
			t.Errorf("%s: the file holds %q, want %q (%v)", name, left, want, err)
		}
	}
}
