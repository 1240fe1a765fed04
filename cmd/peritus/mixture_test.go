package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/listing"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

func example[T any](t *testing.T, path string, parse func([]byte) (T, error)) T {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v, err := parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func marshalled(t *testing.T, v any) []byte {
	t.Helper()
	raw, err := document.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// GPT-3's published shares sum to 101 %. They are refused as they stand, and normalised on request.
func TestMixtureNormalise(t *testing.T) {
	m := example(t, "../../datasets/testdata/mixture.json", datasets.ParseMixture)
	stage := slices.Sorted(maps.Keys(m.Stages))[0]
	only := m.Stages[stage]
	only.Order, only.Tokens, only.Sources = 1, m.Budget, map[string]datasets.Source{}
	for id, weight := range map[string]int64{"common-crawl": 60, "webtext2": 22, "books1": 8, "books2": 8, "wikipedia": 3} {
		only.Sources[id] = datasets.Source{Manifest: document.Sum([]byte(id)), Weight: weight * datasets.Whole / 100, Maximum: datasets.Whole}
	}
	m.Stages = map[string]datasets.Stage{stage: only}
	file := written(t, "gpt3.json", string(marshalled(t, m)))
	if _, errs := runs(t, exitRefuted, "mixture", "check", file); !strings.Contains(errs, "101 %") || !strings.Contains(errs, "peritus mixture normalise") {
		t.Errorf("%s", errs)
	}
	out, _ := runs(t, exitOK, "mixture", "normalise", file)
	normal, err := datasets.ParseMixture([]byte(out))
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]int64{"common-crawl": 594059405941, "webtext2": 217821782178, "books1": 79207920792, "books2": 79207920792, "wikipedia": 29702970297} {
		if got := normal.Stages[stage].Sources[id].Weight; got != want {
			t.Errorf("%s has the weight %d, want %d", id, got, want)
		}
	}
	runs(t, exitOK, "mixture", "check", written(t, "normal.json", out))
	runs(t, exitRefuted, "mixture", "normalise", written(t, "none.json", "{}"))
	runs(t, exitUnknown, "dataset", "normalise", file)
}

// Evaluation data is found among the sources, in a manifest and in an index.
func TestMixtureDeriveContamination(t *testing.T) {
	dir := t.TempDir()
	keep := func(name string, raw []byte) document.Digest {
		if err := os.WriteFile(filepath.Join(dir, name), raw, 0o600); err != nil {
			t.Fatal(err)
		}
		return document.Sum(raw)
	}
	books := example(t, "../../datasets/testdata/dataset.json", datasets.ParseManifest)
	spec := example(t, "../../modelspec/testdata/spec.json", modelspec.Parse)
	exam := spec.Evaluations["toxicity"].DataSHA256
	indexed := example(t, "../../datasets/testdata/dataset-index.json", datasets.ParseManifest)
	var list bytes.Buffer
	w := listing.NewIndexWriter(&list)
	for _, f := range []struct {
		path string
		sum  document.Digest
	}{{"a.jsonl", document.Sum([]byte("a"))}, {"exam/leaked.jsonl", exam}} {
		if err := w.Add(f.path, datasets.File{SHA256: f.sum, Size: 1, Format: "jsonl"}); err != nil {
			t.Fatal(err)
		}
	}
	index, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	indexed.Index, indexed.Size.Bytes, indexed.Size.Tokens = &index, index.Bytes, map[string]int64{}
	m := example(t, "../../datasets/testdata/mixture.json", datasets.ParseMixture)
	manifests := map[string]document.Digest{"books": keep("books.json", marshalled(t, books)), "web": keep("web.json", marshalled(t, indexed))}
	for _, stage := range m.Stages {
		for id, source := range stage.Sources {
			source.Manifest = manifests[id]
			stage.Sources[id] = source
		}
	}
	mixture, against := written(t, "mixture.json", string(marshalled(t, m))), "../../modelspec/testdata/spec.json"
	out, _ := runs(t, exitOK, "mixture", "derive", mixture, "--manifests", dir, "--against", against)
	if !strings.Contains(out, "index not at hand, not looked into: web") {
		t.Errorf("%s", out)
	}
	keep(index.SHA256.String(), list.Bytes())
	out, _ = runs(t, exitRefuted, "mixture", "derive", mixture, "--manifests", dir, "--against", against)
	if !strings.Contains(out, "the source web holds data of the evaluation toxicity (/files/exam~1leaked.jsonl)") || strings.Contains(out, "not looked into") {
		t.Errorf("%s", out)
	}
	keep(index.SHA256.String(), list.Bytes()[:list.Len()/2])
	runs(t, exitUnknown, "mixture", "derive", mixture, "--manifests", dir, "--against", against)
}
