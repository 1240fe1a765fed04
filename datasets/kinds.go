package datasets

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"

	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// DatasetJSONSchema is the JSON Schema (2020-12) of a manifest. It knows the form of every field; what compares
// fields with each other is known to ParseManifest alone.
//
//go:embed schema/dataset-v1.json
var DatasetJSONSchema string

// MixtureJSONSchema is the JSON Schema (2020-12) of a mixture, with the same limits.
//
//go:embed schema/mixture-v1.json
var MixtureJSONSchema string

// DatasetKind returns the kind of governed document that manifests are.
func DatasetKind() document.Kind {
	return document.Kind{
		Schema:     DatasetSchema,
		Title:      "Data set",
		JSONSchema: DatasetJSONSchema,
		Validate: func(raw []byte) error {
			_, err := ParseManifest(raw)
			return err
		},
		Version: func(raw []byte) (string, error) {
			m, err := ParseManifest(raw)
			return m.Version, err
		},
		Bump:     bumpBy(datasetRules(), datasetNotices),
		Warnings: warnBy(datasetNotices),
		Withdrawn: func(raw []byte) (bool, error) {
			m, err := ParseManifest(raw)
			return m.Withdrawn != nil, err
		},
	}
}

// MixtureKind returns the kind of governed document that mixtures are.
func MixtureKind() document.Kind {
	return document.Kind{
		Schema:     MixtureSchema,
		Title:      "Mixture",
		JSONSchema: MixtureJSONSchema,
		Validate: func(raw []byte) error {
			_, err := ParseMixture(raw)
			return err
		},
		Version: func(raw []byte) (string, error) {
			m, err := ParseMixture(raw)
			return m.Version, err
		},
		Bump:     bumpBy(mixtureRules(), mixtureNotices),
		Warnings: warnBy(mixtureNotices),
		Uses: func(raw []byte) (map[string]document.Digest, error) {
			m, err := ParseMixture(raw)
			return m.uses(), err
		},
	}
}

type noticer func(before, after []byte) (document.Notices, error)

func bumpBy(rules document.BumpRules, notices noticer) func(before, after []byte) (document.Bump, string, error) {
	return func(before, after []byte) (document.Bump, string, error) {
		if before == nil {
			return document.None, "it is the first version", nil
		}
		changes, err := document.Diff(before, after)
		if err != nil {
			return document.None, "", err
		}
		found, err := notices(before, after)
		if err != nil {
			return document.None, "", err
		}
		bump, why := rules.Bump(changes, found)
		return bump, why, nil
	}
}

func warnBy(notices noticer) func(before, after []byte) ([]document.Warning, error) {
	return func(before, after []byte) ([]document.Warning, error) {
		if before == nil {
			return nil, nil
		}
		found, err := notices(before, after)
		return found.Warnings(), err
	}
}

func rule(bump document.Bump, reason, path, op string) document.BumpRule {
	return document.BumpRule{Path: path, Op: op, Bump: bump, Reason: reason}
}

// datasetRules: a major step is one after which data that was there is not there as it was, or may not be used as it
// might.
func datasetRules() document.BumpRules {
	const major, minor, patch, none = document.Major, document.Minor, document.Patch, document.None
	return document.BumpRules{
		rule(none, "", "/version", ""),
		rule(none, "", "/parent", ""),
		rule(major, "it is another kind of document", "/schema", ""),
		rule(major, "it is another data set", "/id", ""),
		rule(major, "existing data changes", "/files", document.Replace),
		rule(major, "existing data is removed", "/files", document.Remove),
		rule(minor, "data is added", "/files", document.Add),
		rule(major, "the data changes", "/index", ""),
		rule(major, "the data set is withdrawn", "/withdrawn", document.Add),
		rule(major, "the data set is admitted again", "/withdrawn", document.Remove),
		rule(patch, "the account of its withdrawal changes", "/withdrawn", ""),
		rule(patch, "the evidence for the licence changes", "/licence/evidence", ""),
		rule(major, "the licence changes", "/licence", ""),
		rule(major, "a use is newly prohibited", "/prohibitedUses", document.Add),
		rule(major, "a prohibited use is worded differently", "/prohibitedUses", document.Replace),
		rule(minor, "it is said to be made from other data", "/derivation", ""),
		rule(minor, "the account of its rights changes", "/rights", ""),
		rule(minor, "the account of personal data changes", "/personalData", ""),
		rule(minor, "the account of its source changes", "/source", ""),
		rule(minor, "its availability changes", "/availability", ""),
		rule(minor, "the account of its languages changes", "/languages", ""),
		rule(patch, "words about the data change", "", ""),
	}
}

func datasetNotices(before, after []byte) (document.Notices, error) {
	a, err := ParseManifest(before)
	if err != nil {
		return nil, fmt.Errorf("the version before: %w", err)
	}
	b, err := ParseManifest(after)
	if err != nil {
		return nil, fmt.Errorf("the version after: %w", err)
	}
	var n document.Notices
	for _, side := range []struct{ path, before, after string }{
		{"/licence/declared", a.Licence.Declared, b.Licence.Declared},
		{"/licence/concluded", a.Licence.Concluded, b.Licence.Concluded},
	} {
		if side.before != side.after {
			n.Add(document.Major, side.path, "licence-changed", fmt.Sprintf("the licence changes from %s to %s", side.before, side.after))
		}
		for _, term := range licence.Dropped(side.before, side.after) {
			n.Add(document.Major, side.path, "licence-widened", "the licence no longer asks for "+term)
		}
	}
	switch {
	case a.Withdrawn == nil && b.Withdrawn != nil:
		n.Add(document.Major, "/withdrawn", "withdrawn", "the data set is withdrawn: no mixture may rest on any version of it")
	case a.Withdrawn != nil && b.Withdrawn == nil:
		n.Add(document.Major, "/withdrawn", "admitted-again", "the data set was withdrawn and is admitted again")
	}
	if changed(a, b) && a.Version == b.Version {
		n.Add(document.Major, "/files", "data-swapped", "the data changes under the unchanged version "+a.Version)
	}
	if a.Personal.Contains == "yes" && b.Personal.Contains != "yes" {
		n.Add(document.Minor, "/personalData/contains", "personal-data", fmt.Sprintf("it was said to hold personal data, now the answer is %q", b.Personal.Contains))
	}
	for _, id := range slices.Sorted(maps.Keys(a.Rights.OptOuts)) {
		path := document.Pointer("/rights/optOuts", id)
		now, kept := b.Rights.OptOuts[id]
		switch {
		case !kept:
			n.Add(document.Minor, path, "opt-out-removed", fmt.Sprintf("the opt-out %q is no longer mentioned", id))
		case a.Rights.OptOuts[id].Honoured == "yes" && now.Honoured != "yes":
			n.Add(document.Minor, path, "opt-out-dishonoured", fmt.Sprintf("the opt-out %q was honoured, now the answer is %q", id, now.Honoured))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(a.ProhibitedUses)) {
		if _, kept := b.ProhibitedUses[id]; !kept {
			n.Add(document.Minor, document.Pointer("/prohibitedUses", id), "prohibition-removed", fmt.Sprintf("the use %q is no longer prohibited", id))
		}
	}
	return n.Sorted(), nil
}

// changed reports whether the bytes of the data set differ.
func changed(a, b Manifest) bool {
	if (a.Index == nil) != (b.Index == nil) || a.Index != nil && *a.Index != *b.Index {
		return true
	}
	return !maps.Equal(a.Files, b.Files)
}

// mixtureRules: shares are meant to move, so what changes them is minor. Another tokenizer makes every count
// incomparable.
func mixtureRules() document.BumpRules {
	const major, minor, patch, none = document.Major, document.Minor, document.Patch, document.None
	return document.BumpRules{
		rule(none, "", "/version", ""),
		rule(none, "", "/parent", ""),
		rule(major, "it is another kind of document", "/schema", ""),
		rule(major, "it is another mixture", "/id", ""),
		rule(major, "tokens are counted in another way", "/tokenizer", ""),
		rule(patch, "words about the mixture change", "/name", ""),
		rule(patch, "words about the mixture change", "/summary", ""),
		rule(patch, "words about the mixture change", "/stages/*/summary", ""),
		rule(minor, "the budget changes", "/budget", ""),
		rule(minor, "the sources or their shares change", "", ""),
	}
}

func mixtureNotices(before, after []byte) (document.Notices, error) {
	a, err := ParseMixture(before)
	if err != nil {
		return nil, fmt.Errorf("the version before: %w", err)
	}
	b, err := ParseMixture(after)
	if err != nil {
		return nil, fmt.Errorf("the version after: %w", err)
	}
	var n document.Notices
	for _, id := range slices.Sorted(maps.Keys(a.Stages)) {
		path := document.Pointer("/stages", id)
		next, kept := b.Stages[id]
		if !kept {
			n.Add(document.Minor, path, "stage-removed", fmt.Sprintf("the stage %q is removed", id))
			continue
		}
		stageNotices(path, a.Stages[id], next, &n)
	}
	return n.Sorted(), nil
}

func stageNotices(path string, a, b Stage, n *document.Notices) {
	for _, id := range slices.Sorted(maps.Keys(a.Sources)) {
		at := document.Pointer(path, "sources", id)
		x := a.Sources[id]
		y, kept := b.Sources[id]
		if !kept {
			n.Add(document.Minor, at, "source-removed", fmt.Sprintf("the source %q is removed, which held %s %%", id, Percent(x.Weight)))
			continue
		}
		if x.Manifest != y.Manifest {
			n.Add(document.Minor, at+"/manifest", "source-changed", fmt.Sprintf("the source %q rests on another manifest", id))
		}
		if y.Weight > 2*x.Weight || x.Weight > 2*y.Weight {
			n.Add(document.Minor, at+"/weight", "share-moved", fmt.Sprintf("the share of %q goes from %s %% to %s %%", id, Percent(x.Weight), Percent(y.Weight)))
		}
		for _, filter := range slices.Sorted(maps.Keys(x.Filters)) {
			if _, kept := y.Filters[filter]; !kept {
				n.Add(document.Minor, document.Pointer(at, "filters", filter), "filter-removed", fmt.Sprintf("the source %q no longer passes through the filter %q", id, filter))
			}
		}
		if x.MaxEpochs != "" && (y.MaxEpochs == "" || y.MaxEpochs.Compare(x.MaxEpochs) > 0) {
			n.Add(document.Minor, at+"/maxEpochs", "epochs-raised", fmt.Sprintf("the source %q may be repeated more often", id))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(b.Sources)) {
		if _, known := a.Sources[id]; !known {
			n.Add(document.Minor, document.Pointer(path, "sources", id), "source-added", fmt.Sprintf("the source %q is new, with %s %%", id, Percent(b.Sources[id].Weight)))
		}
	}
}
