package datasets

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// Derived is what follows from a mixture and the manifests of its sources. Shares are of the whole budget, in units
// of 10^-12 that sum to Whole.
type Derived struct {
	Sources    []SourceShare    `json:"sources"`    // by stage and id
	Categories map[string]int64 `json:"categories"` // by where the data comes from
	Licences   map[string]int64 `json:"licences"`   // by concluded licence, as the manifest writes it
	Conditions map[string]int64 `json:"conditions"` // by what those licences ask for: "non-commercial", "share-alike", "no-derivatives"; a share may stand in several
	Rights     map[string]int64 `json:"rights"`     // by the ground on which the data may be used
	Personal   map[string]int64 `json:"personal"`   // by the answer to "does it hold personal data?"
	OptOuts    map[string]int64 `json:"optOuts"`    // by whether opt-outs were honoured: the worst answer of a manifest, "none" without one
	Missing    []string         `json:"missing"`    // ids of sources whose manifest is not at hand; they count as "not-known" everywhere
	Withdrawn  []string         `json:"withdrawn"`  // ids of sources whose manifest says that the data set is withdrawn
	Exceeded   []string         `json:"exceeded"`   // ids of sources that are repeated more often than allowed
}

// SourceShare is one source of one stage.
type SourceShare struct {
	Stage  string `json:"stage"`
	ID     string `json:"id"`
	Share  int64  `json:"share"`  // of the whole budget
	Seen   int64  `json:"seen"`   // tokens of the source that are trained on, repetitions included, rounded down
	Holds  int64  `json:"holds"`  // tokens that the source has; 0 where the manifest does not say
	Epochs string `json:"epochs"` // Seen / Holds to three decimals, "" where Holds is 0
}

// notKnown stands for what no manifest says.
const notKnown = "not-known"

// Derive computes what follows from a mixture. Manifests are found by their digests; those that are missing are
// named, not guessed.
func Derive(m Mixture, manifests map[document.Digest]Manifest) Derived {
	type key struct{ stage, id string }
	shares := map[string]*big.Rat{}
	var order []key
	for _, stage := range stagesInOrder(m) {
		s := m.Stages[stage]
		for _, id := range slices.Sorted(maps.Keys(s.Sources)) {
			order = append(order, key{stage, id})
			share := new(big.Rat).SetFrac(big.NewInt(s.Tokens), big.NewInt(max(m.Budget, 1)))
			shares[stage+"/"+id] = share.Mul(share, big.NewRat(s.Sources[id].Weight, Whole))
		}
	}
	parts := apportion(shares, Whole)

	d := Derived{Categories: map[string]int64{}, Licences: map[string]int64{}, Conditions: map[string]int64{}, Rights: map[string]int64{}, Personal: map[string]int64{}, OptOuts: map[string]int64{}}
	for _, k := range order {
		src := m.Stages[k.stage].Sources[k.id]
		share := SourceShare{Stage: k.stage, ID: k.id, Share: parts[k.stage+"/"+k.id]}
		seen := new(big.Int).Mul(big.NewInt(m.Stages[k.stage].Tokens), big.NewInt(src.Weight))
		share.Seen = new(big.Int).Quo(seen, big.NewInt(Whole)).Int64()

		manifest, known := manifests[src.Manifest]
		category, terms, personal, optOuts, basis := notKnown, notKnown, notKnown, notKnown, notKnown
		if known {
			category, terms, personal, optOuts = manifest.Source.Category, manifest.Licence.Concluded, manifest.Personal.Contains, worstOptOut(manifest)
			basis = manifest.Rights.Basis
			if manifest.Withdrawn != nil {
				d.Withdrawn = append(d.Withdrawn, k.id)
			}
			share.Holds = manifest.Size.Tokens[m.Tokenizer.ID]
		} else {
			d.Missing = append(d.Missing, k.id)
		}
		d.Categories[category] += share.Share
		d.Licences[terms] += share.Share
		d.Rights[basis] += share.Share
		for _, condition := range licence.Conditions(terms) {
			d.Conditions[condition] += share.Share
		}
		d.Personal[personal] += share.Share
		d.OptOuts[optOuts] += share.Share
		if share.Holds > 0 {
			epochs := new(big.Rat).SetFrac(seen, new(big.Int).Mul(big.NewInt(share.Holds), big.NewInt(Whole)))
			share.Epochs = epochs.FloatString(3) // exact decimal rounding; no floating point is involved
			if src.MaxEpochs != "" && epochs.Cmp(src.MaxEpochs.Rat()) > 0 {
				d.Exceeded = append(d.Exceeded, k.id)
			}
		}
		d.Sources = append(d.Sources, share)
	}
	d.Missing, d.Withdrawn, d.Exceeded = set(d.Missing), set(d.Withdrawn), set(d.Exceeded)
	return d
}

func set(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// stagesInOrder lists the stages as they are trained.
func stagesInOrder(m Mixture) []string {
	ids := slices.Sorted(maps.Keys(m.Stages))
	slices.SortStableFunc(ids, func(a, b string) int { return int(m.Stages[a].Order - m.Stages[b].Order) })
	return ids
}

func worstOptOut(m Manifest) string {
	worst := []string{"none", "yes", "partly", notKnown, "no"} // the worst last
	at := 0
	for _, id := range slices.Sorted(maps.Keys(m.Rights.OptOuts)) {
		at = max(at, slices.Index(worst, m.Rights.OptOuts[id].Honoured))
	}
	return worst[at]
}

// Contamination is evaluation data found among the training data.
type Contamination struct {
	Source     string `json:"source"`     // id of the source
	Evaluation string `json:"evaluation"` // id of the evaluation
	Where      string `json:"where"`      // what in the manifest names it
}

// Contaminated finds evaluation data among the training data: the evaluations are given by the digest of their data, which
// may be that of a file or of a manifest; of a manifest that is at hand, every file counts. A source is contaminated if it
// is that data, holds a file of it, was imported from it, or was made from it. Files that a manifest names by an index alone
// are found by listing.Overlap. Copies are found and no paraphrases: an empty answer is not a proof that there are none.
func Contaminated(m Mixture, manifests map[document.Digest]Manifest, evaluations map[string]document.Digest) []Contamination {
	wanted := EvaluationFiles(manifests, evaluations)
	var out []Contamination
	for _, stage := range stagesInOrder(m) {
		for _, id := range slices.Sorted(maps.Keys(m.Stages[stage].Sources)) {
			digest := m.Stages[stage].Sources[id].Manifest
			look := func(d document.Digest, where string) {
				for _, evaluation := range wanted[d] {
					if c := (Contamination{id, evaluation, where}); !slices.Contains(out, c) {
						out = append(out, c)
					}
				}
			}
			look(digest, "the manifest itself")
			manifest, known := manifests[digest]
			if !known {
				continue
			}
			if manifest.Index != nil {
				look(manifest.Index.SHA256, "/index")
			}
			if manifest.Imported != nil {
				look(manifest.Imported.SHA256, "/imported")
			}
			for _, path := range slices.Sorted(maps.Keys(manifest.Files)) {
				look(manifest.Files[path].SHA256, document.Pointer("/files", path))
			}
			for _, id := range slices.Sorted(maps.Keys(manifest.Derivation)) {
				look(manifest.Derivation[id].Manifest, document.Pointer("/derivation", id))
			}
		}
	}
	return out
}

// EvaluationFiles returns the digests that must not be among the training data, each with the evaluations that it belongs to.
func EvaluationFiles(manifests map[document.Digest]Manifest, evaluations map[string]document.Digest) map[document.Digest][]string {
	wanted := map[document.Digest][]string{}
	for _, id := range slices.Sorted(maps.Keys(evaluations)) {
		add := func(d document.Digest) {
			if !d.IsZero() && !slices.Contains(wanted[d], id) {
				wanted[d] = append(wanted[d], id)
			}
		}
		add(evaluations[id])
		data := manifests[evaluations[id]]
		if data.Index != nil {
			add(data.Index.SHA256)
		}
		for _, path := range slices.Sorted(maps.Keys(data.Files)) {
			add(data.Files[path].SHA256)
		}
	}
	return wanted
}

// CheckManifests checks that every source of a mixture names a manifest that is at hand.
func CheckManifests(m Mixture, manifests map[document.Digest]Manifest) error {
	var ps document.Problems
	for _, stage := range stagesInOrder(m) {
		for _, id := range slices.Sorted(maps.Keys(m.Stages[stage].Sources)) {
			digest := m.Stages[stage].Sources[id].Manifest
			if _, there := manifests[digest]; !there {
				ps.Add(document.Pointer("/stages", stage, "sources", id, "manifest"), "reference", fmt.Sprintf("the manifest %s is not at hand", digest), "hand in the manifest with the mixture, or name one that is known")
			}
		}
	}
	return ps.Err()
}
