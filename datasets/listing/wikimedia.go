package listing

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// maxStatus bounds a status file, which is read as a whole.
const maxStatus = 32 << 20

// dumpFile is a file of a dump in the status file. Wikimedia states MD5 and SHA-1; where it states SHA-256, that is used.
type dumpFile struct {
	Size   int64  `json:"size"`
	URL    string `json:"url"`
	SHA1   string `json:"sha1"`
	SHA256 string `json:"sha256"`
}

var (
	dumpName = regexp.MustCompile(`^([a-z][a-z0-9_]*?)(wiki|wiktionary|wikibooks|wikiquote|wikisource|wikinews|wikiversity|wikivoyage)-([0-9]{8})-[!-~]+$`)
	sha1Text = regexp.MustCompile(`^[0-9a-f]{40}$`)
)

// Wikimedia reads the status file of one dump (dumpstatus.json). Jobs names the jobs whose files are meant, such as
// "articlesdump"; all if there are none. They must be done.
func Wikimedia(r io.Reader, o Options, jobs ...string) (Draft, error) {
	s, err := open(r)
	if err != nil {
		return Draft{}, err
	}
	raw, err := io.ReadAll(io.LimitReader(s, maxStatus+1))
	if err != nil {
		return Draft{}, err
	}
	if raw, err = (document.Limits{Size: maxStatus, Depth: 8}).Canonical(raw); err != nil {
		return Draft{}, fmt.Errorf("the status file: %w", err)
	}
	var status struct {
		Jobs map[string]struct {
			Status string              `json:"status"`
			Files  map[string]dumpFile `json:"files"`
		} `json:"jobs"`
	}
	if err := json.Unmarshal(raw, &status); err != nil {
		return Draft{}, fmt.Errorf("the status file: %w", err)
	}
	if len(jobs) == 0 {
		jobs = slices.Sorted(maps.Keys(status.Jobs))
	}
	files := map[string]dumpFile{}
	for _, name := range jobs {
		job, ok := status.Jobs[name]
		switch {
		case !ok:
			return Draft{}, fmt.Errorf("the dump has no job %q; it has %s", name, strings.Join(slices.Sorted(maps.Keys(status.Jobs)), ", "))
		case job.Status == "skipped" && len(job.Files) == 0:
			continue
		case job.Status != "done":
			return Draft{}, fmt.Errorf("the job %q of the dump is %q, not done; wait for it, or name the jobs that you want", name, job.Status)
		}
		maps.Copy(files, job.Files)
	}
	return wikimedia(o, s, files)
}

func wikimedia(o Options, s *stream, files map[string]dumpFile) (Draft, error) {
	if len(files) == 0 {
		return Draft{}, errors.New("the status file names no files; fetch it again")
	}
	d := Draft{Fixed: true}
	wiki, project, date := "", "", ""
	fixed := map[string]datasets.File{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f := files[name]
		match := dumpName.FindStringSubmatch(name)
		switch {
		case match == nil || !document.IsFilePath(name):
			return Draft{}, fmt.Errorf("%q is not a file of a Wikimedia dump", name)
		case date != "" && (match[1] != wiki || match[2] != project || match[3] != date):
			return Draft{}, fmt.Errorf("%q is of another dump than the files before it; read one status file at a time", name)
		case f.Size <= 0 || f.Size > 1<<50:
			return Draft{}, fmt.Errorf("%q has the size %d; the dump is not complete", name, f.Size)
		case !sha1Text.MatchString(f.SHA1) && f.SHA256 == "":
			return Draft{}, fmt.Errorf("%q has no checksum; the dump is not complete", name)
		}
		wiki, project, date = match[1], match[2], match[3]
		d.Entries++
		if d.Bytes += f.Size; d.Bytes > 1<<53-1 {
			return Draft{}, errors.New("the sizes add up to more than any store holds")
		}
		if sum, err := document.ParseDigest(f.SHA256); err == nil && !sum.IsZero() {
			fixed[name] = datasets.File{SHA256: sum, Size: f.Size, Format: dumpFormat(name)}
		} else if f.SHA256 != "" {
			return Draft{}, fmt.Errorf("%q has a sha256 that is no digest", name)
		} else {
			d.Fixed = false
		}
	}
	m, err := o.draft("wikimedia", "json", s)
	if err != nil {
		return Draft{}, err
	}
	day := date[:4] + "-" + date[4:6] + "-" + date[6:]
	m.ID = slug(wiki + project + "-" + date)
	m.Name = fmt.Sprintf("Wikimedia dump of %s%s, %s", wiki, project, day)
	m.Summary = fmt.Sprintf("The dump of %s%s of %s, as its status file names it: %d files with %d bytes.", wiki, project, day, d.Entries, d.Bytes)
	m.Creators = map[string]datasets.Creator{"wikimedia": {Name: "Wikimedia Foundation and the authors of its projects", URL: "https://dumps.wikimedia.org/", Role: "Wrote and dumped the pages"}}
	m.Published = day
	m.Links = map[string]string{"home": fmt.Sprintf("https://dumps.wikimedia.org/%s%s/%s/", wiki, project, date)}
	m.Licence.Evidence = map[string]licence.Evidence{"legal": {URL: "https://dumps.wikimedia.org/legal.html", Note: "The status file states no licence; this page does, by project."}}
	m.Source.Category = "public-dataset"
	ps := document.Problems{}
	if tag := strings.ReplaceAll(wiki, "_", "-"); len(wiki) <= 3 || strings.Contains(wiki, "_") {
		if ps.Language("", tag); len(ps) == 0 {
			m.Languages = map[string]document.Decimal{tag: "0"}
		}
	}
	if d.Fixed {
		m.Files, m.Size.Bytes = fixed, d.Bytes
		m.Limitations = nil
	} else {
		m.Limitations["contents-not-fixed"] = "The digest fixes the status file, which names its files by SHA-1 alone. Whoever fetches them must check both, and the SHA-256 of each belongs into a later version."
	}
	d.Manifest = m
	return complete(d)
}

func dumpFormat(name string) string {
	parts := strings.Split(name, ".")
	return strings.Join(parts[max(1, len(parts)-2):], ".")
}
