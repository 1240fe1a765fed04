package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/listing"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
)

// derivation is what peritus mixture derive prints.
type derivation struct {
	datasets.Derived
	Contaminated []datasets.Contamination `json:"contaminated"`
	// Unread names the sources whose files are listed by an index that is not at hand, so that nobody looked into it.
	Unread []string `json:"unread"`
}

// deriveMixture prints what follows from a mixture and the manifests in a folder: shares, repetitions, roll-ups, and the
// evaluation data of a spec that is among the training data.
func deriveMixture(c *call, v *conversion, output, path string) error {
	raw, err := readFile(path, maxDocument)
	if err != nil {
		return err
	}
	m, err := datasets.ParseMixture(raw)
	if err != nil {
		return c.refuse(output, path, err)
	}
	manifests, err := readManifests(v.manifests)
	if err != nil {
		return err
	}
	out := derivation{Derived: datasets.Derive(m, manifests), Contaminated: []datasets.Contamination{}, Unread: []string{}}
	if v.against != "" {
		raw, err := readFile(v.against, maxDocument)
		if err != nil {
			return err
		}
		spec, err := modelspec.Parse(raw)
		if err != nil {
			return c.refuse(output, v.against, err)
		}
		evaluations := map[string]document.Digest{}
		for id, gate := range spec.Evaluations {
			evaluations[id] = gate.DataSHA256
		}
		out.Contaminated = append(out.Contaminated, datasets.Contaminated(m, manifests, evaluations)...)
		wanted := datasets.EvaluationFiles(manifests, evaluations)
		if err := out.readIndexes(m, manifests, v.manifests, wanted); err != nil {
			return err
		}
	}
	if output == "json" {
		err = json.NewEncoder(c.stdout).Encode(out)
	} else {
		err = out.write(c.stdout)
	}
	if err == nil && len(out.Contaminated) > 0 {
		err = fmt.Errorf("%w: %w", errSaid, document.Problems{{Rule: "contaminated", Detail: "evaluation data is among the training data"}})
	}
	return err
}

// readManifests reads the manifests in a folder, by digest. Other files may lie beside them.
func readManifests(dir string) (map[document.Digest]datasets.Manifest, error) {
	out := map[document.Digest]datasets.Manifest{}
	if dir == "" {
		return out, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, missing("the manifests cannot be read: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxDocument {
			continue
		}
		raw, err := readFile(filepath.Join(dir, e.Name()), maxDocument)
		if err != nil {
			return nil, err
		}
		canonical, err := document.Canonical(raw)
		if err != nil {
			continue
		}
		if m, err := datasets.ParseManifest(canonical); err == nil {
			out[document.Sum(canonical)] = m
		}
	}
	return out, nil
}

// readIndexes looks for wanted files in the indexes of the sources, which lie in the folder under their digests.
func (d *derivation) readIndexes(m datasets.Mixture, manifests map[document.Digest]datasets.Manifest, dir string, wanted map[document.Digest][]string) error {
	for _, stage := range slices.Sorted(maps.Keys(m.Stages)) {
		for _, id := range slices.Sorted(maps.Keys(m.Stages[stage].Sources)) {
			index := manifests[m.Stages[stage].Sources[id].Manifest].Index
			if index == nil {
				continue
			}
			f, err := os.Open(filepath.Join(dir, index.SHA256.String()))
			if errors.Is(err, fs.ErrNotExist) {
				if !slices.Contains(d.Unread, id) {
					d.Unread = append(d.Unread, id)
				}
				continue
			}
			if err != nil {
				return missing("the index of %s cannot be read: %w", id, err)
			}
			found, err := listing.Overlap(f, *index, wanted)
			_ = f.Close()
			if err != nil {
				return fmt.Errorf("the index of %s: %w", id, err)
			}
			for _, path := range slices.Sorted(maps.Keys(found)) {
				for _, evaluation := range found[path] {
					c := datasets.Contamination{Source: id, Evaluation: evaluation, Where: document.Pointer("/files", path)}
					if !slices.Contains(d.Contaminated, c) {
						d.Contaminated = append(d.Contaminated, c)
					}
				}
			}
		}
	}
	return nil
}

// write writes the derivation for a terminal.
func (d derivation) write(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "stage\tsource\tshare\ttokens read\ttokens held\ttimes read")
	for _, s := range d.Sources {
		held, epochs := "not known", s.Epochs
		if s.Holds > 0 {
			held = fmt.Sprint(s.Holds)
		} else {
			epochs = "not known"
		}
		fmt.Fprintf(t, "%s\t%s\t%s %%\t%d\t%s\t%s\n", s.Stage, s.ID, datasets.Percent(s.Share), s.Seen, held, epochs)
	}
	for _, roll := range []struct {
		name   string
		shares map[string]int64
	}{{"source", d.Categories}, {"licence", d.Licences}, {"asked for", d.Conditions}, {"ground", d.Rights}, {"personal data", d.Personal}, {"opt-outs honoured", d.OptOuts}} {
		for _, key := range slices.Sorted(maps.Keys(roll.shares)) {
			fmt.Fprintf(t, "%s\t%s\t%s %%\t\t\t\n", roll.name, key, datasets.Percent(roll.shares[key]))
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, note := range []struct {
		words string
		ids   []string
	}{{"no manifest at hand", d.Missing}, {"withdrawn, so no vote takes the mixture", d.Withdrawn}, {"repeated more often than allowed", d.Exceeded}, {"index not at hand, not looked into", d.Unread}} {
		if len(note.ids) > 0 {
			fmt.Fprintf(w, "! %s: %s\n", note.words, strings.Join(note.ids, ", "))
		}
	}
	for _, c := range d.Contaminated {
		fmt.Fprintf(w, "! the source %s holds data of the evaluation %s (%s)\n", c.Source, c.Evaluation, c.Where)
	}
	return nil
}

// normaliseMixture prints a mixture whose weights sum to the whole.
func normaliseMixture(c *call, output, path string) error {
	raw, err := readFile(path, maxDocument)
	if err != nil {
		return err
	}
	out, err := datasets.NormaliseMixture(raw)
	if err != nil {
		return c.refuse(output, path, asProblems("normalise", err))
	}
	_, err = c.stdout.Write(append(out, '\n'))
	return err
}
