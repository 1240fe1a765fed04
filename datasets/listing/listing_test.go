package listing

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
)

const (
	crawl = "crawl-data/CC-MAIN-2025-43/segments/1759/warc/CC-MAIN-20251005-00000.warc.gz\ncrawl-data/CC-MAIN-2025-43/segments/1759/warc/CC-MAIN-20251005-00001.warc.gz\n"
	dump  = `{"version":"0.8","jobs":{
		"articlesdump":{"status":"done","updated":"2024-01-03 10:00:00","files":{
			"enwiki-20240101-pages-articles1.xml-p1p41242.bz2":{"size":271828182,"url":"/enwiki/20240101/a","md5":"d41d8cd98f00b204e9800998ecf8427e","sha1":"da39a3ee5e6b4b0d3255bfef95601890afd80709"},
			"enwiki-20240101-pages-articles2.xml-p41243p151573.bz2":{"size":314159265,"url":"/enwiki/20240101/b","md5":"d41d8cd98f00b204e9800998ecf8427e","sha1":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}}},
		"metahistory7zdump":{"status":"in-progress","updated":""},
		"flowdump":{"status":"skipped"}}}`
	books = "Text#,Type,Issued,Title,Language,Authors,Subjects,LoCC,Bookshelves\n" +
		"1,Text,1971-12-01,The Declaration of Independence,en,\"Jefferson, Thomas, 1743-1826\",\"United States\",E201,Politics\n" +
		"2,Text,1972-12-01,\"A title\nin two lines\",fr; en,,,,\n" +
		"5,Sound,1975-12-01,Music,de,,,,\n"
	addresses = "https://example.org/a\nhttp://example.com/b?c=ü#d\r\n"
)

var options = Options{At: 1_700_000_000, URL: "https://example.org/list", Creator: "A group"}

// read runs one of the readers by the name of its kind.
func read(kind, text string) (Draft, error) {
	o, r := options, strings.NewReader(text)
	switch kind {
	case "common-crawl":
		o.File = "warc.paths.gz"
		return CommonCrawl(r, o)
	case "wikimedia":
		o.File = "dumpstatus.json"
		return Wikimedia(r, o, "articlesdump", "flowdump")
	case "gutenberg":
		o.File = "pg_catalog.csv"
		return Gutenberg(r, o)
	}
	o.File = "urls_2019.txt"
	return URLs(r, o)
}

var lists = map[string]string{"common-crawl": crawl, "wikimedia": dump, "gutenberg": books, "url-list": addresses}

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

// Each list becomes a valid manifest that fixes the bytes of the list, packed or not.
func TestDrafts(t *testing.T) {
	want := map[string]struct {
		id      string
		entries int64
		bytes   int64
	}{
		"common-crawl": {"cc-main-2025-43-warc", 2, 0},
		"wikimedia":    {"enwiki-20240101", 2, 585987447},
		"gutenberg":    {"project-gutenberg", 2, 0},
		"url-list":     {"urls-2019", 2, 0},
	}
	for kind, text := range lists {
		for _, raw := range []string{text, packed(text)} {
			d, err := read(kind, raw)
			w := want[kind]
			if err != nil || d.Manifest.ID != w.id || d.Entries != w.entries || d.Bytes != w.bytes || d.Fixed {
				t.Errorf("%s: %+v, %v", kind, d, err)
				continue
			}
			for _, f := range d.Manifest.Files {
				if f.SHA256 != document.Sum([]byte(raw)) || f.Size != int64(len(raw)) || strings.HasSuffix(f.Format, ".gz") != (raw != text) {
					t.Errorf("%s: the list is fixed as %+v", kind, f)
				}
			}
			if i := d.Manifest.Imported; i.From != kind || i.SHA256 != document.Sum([]byte(raw)) || i.URL != options.URL {
				t.Errorf("%s: %+v", kind, i)
			}
			if d.Manifest.Limitations["contents-not-fixed"] == "" {
				t.Errorf("%s: nothing says that the contents are not fixed", kind)
			}
		}
	}
	d, err := read("gutenberg", books)
	if err != nil || d.Manifest.Languages["en"] != "0.666666" || d.Manifest.Languages["fr"] != "0.333333" || d.Manifest.Size.Documents != 2 {
		t.Errorf("%+v %v", d.Manifest.Languages, err)
	}
	if d, err := read("wikimedia", dump); err != nil || d.Manifest.Languages["en"] != "0" {
		t.Errorf("%+v %v", d.Manifest.Languages, err)
	}
}

// Where a status file states SHA-256, the draft names the files.
func TestWikimediaFixed(t *testing.T) {
	sum := document.Sum([]byte("x"))
	d, err := read("wikimedia", strings.ReplaceAll(dump, `"size"`, `"sha256":"`+sum.String()+`","size"`))
	if err != nil || !d.Fixed || len(d.Manifest.Files) != 2 || d.Manifest.Size.Bytes != d.Bytes ||
		d.Manifest.Files["enwiki-20240101-pages-articles1.xml-p1p41242.bz2"] != (datasets.File{SHA256: sum, Size: 271828182, Format: "xml-p1p41242.bz2"}) {
		t.Errorf("%+v %v", d, err)
	}
}

// A list that was cut off anywhere is refused, packed or not.
func TestTruncated(t *testing.T) {
	for kind, text := range lists {
		for n := range len(text) {
			_, err := read(kind, text[:n])
			// A list of lines that ends after a line is another, shorter list: nothing in it says otherwise.
			whole := kind != "wikimedia" && n > 0 && text[n-1] == '\n'
			if err == nil && !whole {
				t.Errorf("%s cut off after %d bytes is read", kind, n)
			}
		}
		raw := packed(text)
		for n := range len(raw) {
			if _, err := read(kind, raw[:n]); err == nil {
				t.Errorf("%s packed and cut off after %d bytes is read", kind, n)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct{ name, kind, text, words string }{
		{"two crawls", "common-crawl", crawl + strings.ReplaceAll(crawl, "2025-43", "2025-47"), "belongs to"},
		{"a path that leaves", "common-crawl", strings.Replace(crawl, "segments", "../..", 1), "not a path"},
		{"a page instead", "common-crawl", "<html>\n", "not a path"},
		{"an empty line", "common-crawl", crawl + "\n", "not a path"},
		{"no job", "wikimedia", strings.ReplaceAll(dump, "articlesdump", "other"), "articlesdump"},
		{"not done", "wikimedia", strings.Replace(dump, `"done"`, `"waiting"`, 1), "waiting"},
		{"two wikis", "wikimedia", strings.Replace(dump, "enwiki-20240101-pages-articles2", "frwiki-20240101-pages-articles2", 1), "another dump"},
		{"traversal", "wikimedia", strings.Replace(dump, "enwiki-20240101-pages-articles2", "enwiki-20240101-../../x", 1), "not a file"},
		{"negative size", "wikimedia", strings.Replace(dump, "271828182", "-1", 1), "size"},
		{"no checksum", "wikimedia", strings.Replace(dump, "da39a3ee5e6b4b0d3255bfef95601890afd80709", "sha1", 1), "checksum"},
		{"fake sha256", "wikimedia", strings.Replace(dump, `"size"`, `"sha256":"sha256","size"`, 1), "no digest"},
		{"twice the same key", "wikimedia", strings.Replace(dump, `"version"`, `"jobs":{},"version"`, 1), "jobs"},
		{"deep", "wikimedia", strings.Repeat("[", 10<<20), "flatter"},
		{"other columns", "gutenberg", "a,b\n1,2\n", "not the catalogue"},
		{"a number twice", "gutenberg", strings.Replace(books, "\n2,", "\n1,", 1), "does not follow"},
		{"no language", "gutenberg", strings.Replace(books, "fr; en", "?", 1), "language"},
		{"a quote that never ends", "gutenberg", books + `6,Text,1975,"` + strings.Repeat("a\n", maxRecord), "quote"},
		{"a file name", "url-list", "example.org\n", "not a web address"},
		{"a script", "url-list", "javascript://example.org/%0aalert(1)\n", "not a web address"},
		{"no line feed", "url-list", "https://example.org/", "does not end"},
		{"a long line", "url-list", "https://example.org/" + strings.Repeat("a", maxLine) + "\n", "longer"},
		{"not UTF-8", "url-list", "https://example.org/\xff\n", "UTF-8"},
		{"nothing", "url-list", "", "empty"},
		{"xz", "url-list", "\xfd7zXZ\x00rest", "unpack it first"},
		{"a bomb", "url-list", packed(strings.Repeat("https://example.org/\n", 2<<20)), "unpacks to more"},
		{"rest after gzip", "url-list", packed(addresses) + "garbage", "cut off"},
	} {
		if _, err := read(test.kind, test.text); err == nil || !strings.Contains(err.Error(), test.words) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := URLs(strings.NewReader(addresses), Options{File: "u"}); err == nil {
		t.Error("a list without a maker is read")
	}
}

func file(i int) (string, datasets.File) {
	return fmt.Sprintf("part/%08d.jsonl", i), datasets.File{SHA256: document.Sum(fmt.Append(nil, i)), Size: int64(i), Format: "jsonl"}
}

func TestIndex(t *testing.T) {
	var b bytes.Buffer
	x := NewIndexWriter(&b)
	for i := range 1000 {
		if err := x.Add(file(i)); err != nil {
			t.Fatal(err)
		}
	}
	index, err := x.Close()
	if err != nil || index.Files != 1000 || index.Bytes != 999*1000/2 || index.SHA256 != document.Sum(b.Bytes()) {
		t.Fatalf("%+v %v", index, err)
	}
	n := 0
	if err := CheckIndex(bytes.NewReader(b.Bytes()), index, func(path string, f datasets.File) error {
		line, err := lineOf(path, f)
		if slow, _ := document.Marshal(entry{f.Format, path, f.SHA256, f.Size}); err != nil || !bytes.Equal(line, slow) {
			return fmt.Errorf("%s is not canonical: %w", line, err)
		}
		if wantPath, want := file(n); path != wantPath || f != want {
			return fmt.Errorf("file %d is %s %v", n, path, f)
		}
		n++
		return nil
	}); err != nil || n != 1000 {
		t.Errorf("%d files: %v", n, err)
	}
	_, seventh := file(7)
	found, err := Overlap(bytes.NewReader(b.Bytes()), index, map[document.Digest][]string{seventh.SHA256: {"exam"}, document.Sum([]byte("x")): {"other"}})
	if err != nil || len(found) != 1 || !slices.Equal(found["part/00000007.jsonl"], []string{"exam"}) {
		t.Errorf("overlap: %v %v", found, err)
	}
	var sums bytes.Buffer
	if err := Sums(&sums, bytes.NewReader(b.Bytes()), index); err != nil || strings.Count(sums.String(), "\n") != 1000 || !strings.HasPrefix(sums.String(), document.Sum(fmt.Append(nil, 0)).String()+"  part/00000000.jsonl\n") {
		t.Errorf("sums: %.200s %v", sums.String(), err)
	}
	text := b.String()
	for name, bad := range map[string]string{
		"cut off in a line":    text[:len(text)/2],
		"cut off after a line": text[:strings.LastIndex(text[:len(text)/2], "\n")+1],
		"another digest":       strings.Replace(text, `"size":7}`, `"size":8}`, 1),
		"a blank":              strings.Replace(text, `,"size"`, `, "size"`, 1),
		"nothing":              "",
		"a line twice":         text[:strings.Index(text, "\n")+1] + text,
		"a path that leaves":   strings.Replace(text, "part/00000000", "../0", 1),
	} {
		if err := CheckIndex(strings.NewReader(bad), index, nil); err == nil {
			t.Errorf("%s: the index is taken", name)
		}
	}
	_, good := file(1)
	for name, add := range map[string]func(x *IndexWriter) error{
		"unsorted":  func(x *IndexWriter) error { _ = x.Add("b", good); return x.Add("a", good) },
		"no digest": func(x *IndexWriter) error { return x.Add("a", datasets.File{Format: "x"}) },
		"no format": func(x *IndexWriter) error { return x.Add("a", datasets.File{SHA256: good.SHA256}) },
		"too large": func(x *IndexWriter) error {
			return x.Add("a", datasets.File{SHA256: good.SHA256, Format: "x", Size: 1 << 60})
		},
		"decomposed": func(x *IndexWriter) error { return x.Add("e\u0301", good) },
	} {
		x := NewIndexWriter(io.Discard)
		if err := add(x); err == nil {
			t.Errorf("%s is taken", name)
		}
		if _, err := x.Close(); err == nil {
			t.Errorf("%s: closed as if it were whole", name)
		}
	}
}

// endless is a list of n lines that nobody holds in memory.
type endless struct {
	n, i int
	line func(i int) string
	rest string
}

func (e *endless) Read(b []byte) (int, error) {
	for e.rest == "" {
		if e.i == e.n {
			return 0, io.EOF
		}
		e.rest = e.line(e.i)
		e.i++
	}
	n := copy(b, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// A million lines take the memory of one: those of a list, and those of an index that is written or read.
func TestFlatMemory(t *testing.T) {
	const million = 1_000_000
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	var most uint64
	watch := func(i int) {
		if i%250_000 == 249_999 {
			most = max(most, heap())
		}
	}
	d, err := CommonCrawl(&endless{n: million, line: func(i int) string {
		watch(i)
		return fmt.Sprintf("crawl-data/CC-MAIN-2025-43/segments/1759/warc/%08d.warc.gz\n", i)
	}}, Options{File: "warc.paths"})
	if err != nil || d.Entries != million {
		t.Errorf("%d entries: %v", d.Entries, err)
	}
	x := NewIndexWriter(io.Discard)
	sum := document.Sum([]byte("x"))
	for i := range million {
		watch(i)
		if err := x.Add(fmt.Sprintf("part/%08d.jsonl", i), datasets.File{SHA256: sum, Size: 1, Format: "jsonl"}); err != nil {
			t.Fatal(err)
		}
	}
	index, err := x.Close()
	if err != nil || index.Files != million {
		t.Errorf("%+v %v", index, err)
	}
	// And read again, as it would come from a disk or a server.
	if err := CheckIndex(&endless{n: million, line: func(i int) string {
		watch(i)
		return fmt.Sprintf(`{"format":"jsonl","path":"part/%08d.jsonl","sha256":"%s","size":1}`+"\n", i, sum)
	}}, index, nil); err != nil {
		t.Error(err)
	}
	if most > before+4<<20 {
		t.Errorf("%d bytes on the heap, %d before", most, before)
	}
	t.Logf("heap %d KiB before, at most %d KiB meanwhile", before>>10, most>>10)
}

func FuzzLists(f *testing.F) {
	for kind, text := range lists {
		f.Add(kind, text)
		f.Add(kind, packed(text))
	}
	f.Fuzz(func(t *testing.T, kind, text string) {
		d, err := read(kind, text)
		if err != nil {
			return
		}
		if d.Entries < 1 || len(d.Manifest.Files) == 0 {
			t.Fatalf("%+v", d)
		}
		if _, err := document.Marshal(d.Manifest); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzCheckIndex(f *testing.F) {
	var b bytes.Buffer
	x := NewIndexWriter(&b)
	for i := range 3 {
		if err := x.Add(file(i)); err != nil {
			f.Fatal(err)
		}
	}
	index, err := x.Close()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, raw []byte) {
		if err := CheckIndex(bytes.NewReader(raw), index, nil); err == nil && !bytes.Equal(raw, b.Bytes()) {
			t.Fatal("another index is taken")
		}
	})
}
