package listing

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
)

// MaxNamed is how many files a drafted manifest names itself; more go into an index.
const MaxNamed = 1000

// Folder drafts a manifest of files that were hashed, by path. If there are more of them than [MaxNamed], or an index is
// asked for, they are listed in the index and the manifest names that; index may be nil where it is not needed.
func Folder(files map[string]datasets.File, index io.Writer, o Options) (Draft, error) {
	if len(files) > MaxNamed && index == nil {
		return Draft{}, fmt.Errorf("the folder has %d files, more than a document should name; name a file for their index", len(files))
	}
	to := index
	if to == nil {
		to = io.Discard
	}
	x := NewIndexWriter(to)
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if err := x.Add(path, files[path]); err != nil {
			return Draft{}, err
		}
	}
	list, err := x.Close()
	if err != nil {
		return Draft{}, err
	}
	m, err := o.draft("folder", "", &stream{sum: sha256.New()})
	if err != nil {
		return Draft{}, err
	}
	m.ID = slug(o.File)
	m.Name = "Folder " + o.File
	m.Summary = fmt.Sprintf("The %d files of the folder %s, with %d bytes.", list.Files, o.File, list.Bytes)
	creator := o.Creator
	if creator == "" {
		return Draft{}, fmt.Errorf("nothing says who made the data; name its creator")
	}
	m.Creators = map[string]datasets.Creator{"creator": {Name: creator}}
	m.Source.Category = "other"
	m.Limitations = nil
	m.Size.Bytes = list.Bytes
	m.Files, m.Index = files, nil
	if index != nil {
		m.Files, m.Index = nil, &list
	}
	m.Availability = datasets.Availability{Status: "unpublished"}
	m.Imported.SHA256 = list.SHA256
	return complete(Draft{Manifest: m, Entries: list.Files, Bytes: list.Bytes, Fixed: true})
}

// ReadIndex reads the index that a manifest names into memory, for comparisons with a folder.
func ReadIndex(r io.Reader, want datasets.Index) (map[string]datasets.File, error) {
	files := map[string]datasets.File{}
	err := CheckIndex(r, want, func(path string, f datasets.File) error {
		files[path] = f
		return nil
	})
	return files, err
}

// Overlap reads the index that a manifest names and returns the paths of the files whose digests are wanted, with what they
// are wanted for: evaluation data among the training data. At most 100 are listed.
func Overlap(r io.Reader, want datasets.Index, wanted map[document.Digest][]string) (map[string][]string, error) {
	found := map[string][]string{}
	err := CheckIndex(r, want, func(path string, f datasets.File) error {
		if ids := wanted[f.SHA256]; ids != nil && len(found) < 100 {
			found[path] = ids
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// Sums writes the files of an index as `sha256sum --check` reads them. What was written counts for nothing if it fails: the
// index is known to be whole at its end alone.
func Sums(w io.Writer, r io.Reader, want datasets.Index) error {
	return CheckIndex(r, want, func(path string, f datasets.File) error {
		_, err := fmt.Fprintf(w, "%s  %s\n", f.SHA256, path)
		return err
	})
}
