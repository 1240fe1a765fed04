package oms

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// The types of the layers, as the specification spells them. The predicate's address has an underscore in its host name:
// it is a name and never resolves.
const (
	MediaType     = "application/vnd.dev.sigstore.bundle.v0.3+json"
	PayloadType   = "application/vnd.in-toto+json"
	StatementType = "https://in-toto.io/Statement/v1"
	PredicateType = "https://model_signing/signature/v1.0"
)

// MaxSize is the size in bytes of the largest bundle that is read: a list of some 100,000 files.
const MaxSize = 32 << 20

var limits = document.Limits{Size: MaxSize, Depth: 32}

// Manifest is the list of a model's files that a signature covers.
type Manifest struct {
	Name    string
	Files   map[string]document.Digest // by path
	Root    document.Digest            // as modelspec.Weights.OMSRoot
	Ignored []string                   // paths that the signer left out, each with what is below it
}

// NewManifest lists the files of a model.
func NewManifest(name string, files map[string]modelspec.File) Manifest {
	m := Manifest{Name: name, Files: map[string]document.Digest{}, Ignored: []string{}}
	for path, f := range files {
		m.Files[path] = f.SHA256
	}
	m.Root = root(m.Files)
	return m
}

func root(files map[string]document.Digest) (out document.Digest) {
	h := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		d := files[path]
		h.Write(d[:])
	}
	h.Sum(out[:0])
	return out
}

// The JSON of a statement. Fields that are not listed are refused.
type statement struct {
	Type          string    `json:"_type"`
	Subject       []subject `json:"subject"`
	PredicateType string    `json:"predicateType"`
	Predicate     predicate `json:"predicate"`
}

type subject struct {
	Name   string            `json:"name"`
	Digest map[string]string `json:"digest"`
}

type predicate struct {
	Resources     []resource    `json:"resources"`
	Serialization serialization `json:"serialization"`
}

type resource struct {
	Name      string `json:"name"`
	Digest    string `json:"digest"`
	Algorithm string `json:"algorithm"`
}

type serialization struct {
	Method        string   `json:"method"`
	HashType      string   `json:"hash_type"`
	AllowSymlinks bool     `json:"allow_symlinks"`
	IgnorePaths   []string `json:"ignore_paths,omitempty"`
	ShardSize     int64    `json:"shard_size,omitempty"`
}

// Statement returns the canonical bytes of the in-toto statement: what is signed, and by itself an OMS-style manifest.
func (m Manifest) Statement() ([]byte, error) {
	s := statement{
		Type: StatementType, PredicateType: PredicateType,
		Subject:   []subject{{m.Name, map[string]string{"sha256": m.Root.String()}}},
		Predicate: predicate{Serialization: serialization{Method: "files", HashType: "sha256", IgnorePaths: m.Ignored}},
	}
	for _, path := range slices.Sorted(maps.Keys(m.Files)) {
		s.Predicate.Resources = append(s.Predicate.Resources, resource{path, m.Files[path].String(), "sha256"})
	}
	raw, err := document.Marshal(s)
	if err != nil {
		return nil, err
	}
	if _, err := parseStatement(raw); err != nil {
		return nil, err
	}
	return raw, nil
}

// parseStatement reads a statement. Its root must be that of its files, so that it cannot claim another model's.
func parseStatement(raw []byte) (Manifest, error) {
	var s statement
	if err := limits.Unmarshal(raw, &s); err != nil {
		return Manifest{}, fmt.Errorf("the signed statement: %w", err)
	}
	ps := document.Problems{}
	if s.Type != StatementType {
		ps.Add("/_type", "type", fmt.Sprintf("the statement is of the type %q", s.Type), "sign an in-toto Statement v1")
	}
	if s.PredicateType != PredicateType {
		ps.Add("/predicateType", "predicate-type", fmt.Sprintf("the predicate is of the type %q, not a model signature", s.PredicateType), "sign with OpenSSF Model Signing v1.0")
	}
	how := s.Predicate.Serialization
	if how.Method != "files" {
		ps.Add("/predicate/serialization/method", "method", fmt.Sprintf("the model was hashed by the method %q", how.Method), "sign whole files: the method files")
	}
	if how.HashType != "sha256" {
		ps.Add("/predicate/serialization/hash_type", "algorithm", fmt.Sprintf("the files were hashed with %q", how.HashType), "hash them with sha256")
	}
	m := Manifest{Files: map[string]document.Digest{}, Ignored: how.IgnorePaths}
	last := ""
	for i, r := range s.Predicate.Resources {
		at := fmt.Sprintf("/predicate/resources/%d", i)
		if r.Algorithm != "sha256" {
			ps.Add(at+"/algorithm", "algorithm", fmt.Sprintf("%q is hashed with %q", r.Name, r.Algorithm), "hash it with sha256")
		}
		ps.FilePath(at+"/name", r.Name)
		d, err := document.ParseDigest(r.Digest)
		if err != nil {
			ps.Add(at+"/digest", "digest", err.Error(), "write the SHA-256 of the file")
		}
		if i > 0 && r.Name <= last {
			ps.Add(at+"/name", "sorted", fmt.Sprintf("%q stands after %q", r.Name, last), "sort the files by name and list each once")
		}
		m.Files[r.Name], last = d, r.Name
	}
	if len(m.Files) == 0 {
		ps.Add("/predicate/resources", "required", "no files are listed", "list every file of the model")
	}
	m.Root = root(m.Files)
	if len(s.Subject) != 1 {
		ps.Add("/subject", "subject", fmt.Sprintf("there are %d subjects", len(s.Subject)), "name the model alone")
	} else {
		m.Name = s.Subject[0].Name
		if have := s.Subject[0].Digest["sha256"]; have != m.Root.String() || len(s.Subject[0].Digest) != 1 {
			ps.Add("/subject/0/digest", "root", fmt.Sprintf("the root is not that of the files, which is %s", m.Root), "sign the model again")
		}
	}
	return m, ps.Err()
}

// Check compares the files of a model with the list, and names each file that differs, is missing or was not signed.
func (m Manifest) Check(files map[string]modelspec.File) error {
	ps := document.Problems{}
	for _, path := range slices.Sorted(maps.Keys(m.Files)) {
		at := document.Pointer("/files", path)
		switch f, ok := files[path]; {
		case !ok:
			ps.Add(at, "missing", fmt.Sprintf("%q was signed, and is not there", path), "fetch it again")
		case f.SHA256 != m.Files[path]:
			ps.Add(at, "differs", fmt.Sprintf("%q has the digest %s, and %s was signed", path, f.SHA256, m.Files[path]), "fetch it again")
		}
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if _, ok := m.Files[path]; !ok && !m.ignores(path) {
			ps.Add(document.Pointer("/files", path), "unsigned", fmt.Sprintf("%q was not signed", path), "remove it, or have the model signed again")
		}
	}
	return ps.Err()
}

// ignores reports whether the signer left a path out. The list may say so of code and of documents, but weights that
// nobody signed are never fine.
func (m Manifest) ignores(path string) bool {
	if strings.HasSuffix(path, ".safetensors") || strings.HasSuffix(path, ".gguf") || strings.HasSuffix(path, ".bin") {
		return false
	}
	return slices.ContainsFunc(m.Ignored, func(left string) bool {
		left = strings.TrimSuffix(strings.TrimPrefix(left, "./"), "/")
		return left != "" && (path == left || strings.HasPrefix(path, left+"/"))
	})
}

// Sums returns the list as `sha256sum --check` reads it.
func Sums(files map[string]document.Digest) []byte {
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%s  %s\n", files[path], path)
	}
	return []byte(b.String())
}

// ParseSums reads what `sha256sum` wrote. A list that was cut off is refused: its last line must end.
func ParseSums(raw []byte) (map[string]document.Digest, error) {
	out := map[string]document.Digest{}
	ps := document.Problems{}
	note := func(line int, rule, detail, remedy string) {
		ps = append(ps, document.Problem{Line: line, Column: 1, Rule: rule, Detail: detail, Remedy: remedy})
	}
	if len(raw) > MaxSize {
		note(1, "size", fmt.Sprintf("the list has %d bytes, the limit is %d", len(raw), MaxSize), "split it")
		return nil, ps
	}
	line := 0
	for text := range strings.Lines(string(raw)) {
		line++
		text, ended := strings.CutSuffix(text, "\n")
		if !ended {
			note(line, "truncated", "the last line does not end, so the list may have been cut off", "fetch it again")
		}
		if len(text) < 66 || text[64] != ' ' || text[65] != ' ' && text[65] != '*' {
			note(line, "syntax", "this is not a line of sha256sum", "write 64 hexadecimal digits, two blanks and the path")
		} else if d, err := document.ParseDigest(text[:64]); err != nil {
			note(line, "digest", err.Error(), "write the SHA-256 of the file")
		} else if path := text[66:]; !document.IsFilePath(path) {
			note(line, "path", "the path does not name a file inside the folder", "write a relative path without ..")
		} else if _, twice := out[path]; twice {
			note(line, "twice", "this file was listed already", "list each file once")
		} else {
			out[path] = d
		}
		if len(ps) >= 100 {
			break
		}
	}
	if len(out) == 0 && len(ps) == 0 {
		note(1, "required", "no files are listed", "list at least one")
	}
	return out, ps.Err()
}

func decode64(s string) ([]byte, error) { return base64.StdEncoding.Strict().DecodeString(s) }
