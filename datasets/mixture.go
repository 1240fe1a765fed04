package datasets

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"

	"github.com/peritus-dao/peritus/governance/document"
)

// MixtureSchema is what the schema field of a mixture says.
const MixtureSchema = "peritus/mixture/v1"

// Whole is the sum of the weights of a stage: weights are integers of 10^-12, because real mixtures hold shares as
// small as 3.7·10^-10 and published percentages rarely sum to a hundred.
const Whole = 1_000_000_000_000

// Mixture says in which shares data sets are trained on.
type Mixture struct {
	Schema  string          `json:"schema"`
	ID      string          `json:"id"`
	Name    string          `json:"name"`
	Version string          `json:"version"`
	Parent  document.Digest `json:"parent,omitzero"`
	Summary string          `json:"summary"`

	Tokenizer Tokenizer        `json:"tokenizer"`
	Budget    int64            `json:"budget"` // tokens seen in training, all stages together
	Stages    map[string]Stage `json:"stages"` // by id
}

// Tokenizer is what the tokens of the budget and of the sources are counted with.
type Tokenizer struct {
	ID     string          `json:"id"` // a key of the manifests' sizes
	Name   string          `json:"name"`
	SHA256 document.Digest `json:"sha256,omitzero"`
}

// Stage is one phase of training.
type Stage struct {
	Order   int64             `json:"order"`  // from 1, without gaps
	Tokens  int64             `json:"tokens"` // of the budget
	Summary string            `json:"summary"`
	Sources map[string]Source `json:"sources"` // by id
}

// Source is one data set of a stage.
type Source struct {
	Manifest document.Digest `json:"manifest"` // of its peritus/dataset/v1 document
	Weight   int64           `json:"weight"`   // of 10^-12; the weights of a stage sum to Whole
	// Minimum and Maximum bound what a later vote on the mixture alone may set.
	Minimum   int64             `json:"minimum"`
	Maximum   int64             `json:"maximum"`
	MaxEpochs document.Decimal  `json:"maxEpochs,omitempty"` // how often the data may be repeated at the most
	Filters   map[string]Filter `json:"filters,omitempty"`   // by id, applied in the order of the ids
}

// Filter is something that a source passes through before it is trained on.
type Filter struct {
	Tool   string          `json:"tool"`
	SHA256 document.Digest `json:"sha256,omitzero"` // of its configuration
	Keeps  string          `json:"keeps"`           // what passes, in words
}

// ParseMixture reads a mixture. The error is document.Problems and lists everything that is wrong with it.
func ParseMixture(raw []byte) (Mixture, error) {
	var m Mixture
	if err := document.Read(raw, &m, m.check); err != nil {
		return Mixture{}, err
	}
	return m, nil
}

// uses returns the manifests of the sources, by their place.
func (m Mixture) uses() map[string]document.Digest {
	out := map[string]document.Digest{}
	for _, stage := range slices.Sorted(maps.Keys(m.Stages)) {
		for _, id := range slices.Sorted(maps.Keys(m.Stages[stage].Sources)) {
			out[document.Pointer("/stages", stage, "sources", id)] = m.Stages[stage].Sources[id].Manifest
		}
	}
	return out
}

const maxTokens = 1<<53 - 1

func (m *Mixture) check(ps *document.Problems) {
	if m.Schema != MixtureSchema {
		ps.Add("/schema", "schema", fmt.Sprintf("the schema is %q", m.Schema), "write "+MixtureSchema)
	}
	ps.ID("/id", m.ID)
	ps.Text("/name", m.Name, sentence)
	ps.SemVer("/version", m.Version)
	ps.Text("/summary", m.Summary, paragraph)
	ps.ID("/tokenizer/id", m.Tokenizer.ID)
	ps.Text("/tokenizer/name", m.Tokenizer.Name, sentence)
	ps.Between("/budget", m.Budget, 1, maxTokens)
	some("/stages", m.Stages, ps)

	tokens := new(big.Int)
	orders := map[int64]string{}
	each("/stages", m.Stages, ps, func(at string, s Stage) {
		ps.Between(at+"/order", s.Order, 1, int64(len(m.Stages)))
		if other, taken := orders[s.Order]; taken {
			ps.Add(at+"/order", "order", fmt.Sprintf("%s has the same order", other), "number the stages from 1, each once")
		}
		orders[s.Order] = at
		ps.Between(at+"/tokens", s.Tokens, 1, maxTokens)
		ps.Text(at+"/summary", s.Summary, paragraph)
		tokens.Add(tokens, big.NewInt(s.Tokens))
		s.check(at, ps)
	})
	if len(m.Stages) > 0 && tokens.Cmp(big.NewInt(m.Budget)) != 0 {
		ps.Add("/budget", "sum", fmt.Sprintf("the stages have %s tokens together, the budget is %d", tokens, m.Budget), "make the two equal")
	}
}

// maxSources bounds a stage, so that sums of weights fit into 63 bits.
const maxSources = 10_000

func (s *Stage) check(path string, ps *document.Problems) {
	sources := path + "/sources"
	some(sources, s.Sources, ps)
	if len(s.Sources) > maxSources {
		ps.Add(sources, "length", fmt.Sprintf("the stage has %d sources, the limit is %d", len(s.Sources), maxSources), "merge the smallest ones")
		return
	}
	var sum, least, most int64
	sound := true
	each(sources, s.Sources, ps, func(at string, src Source) {
		before := len(*ps)
		ps.Needs(at+"/manifest", src.Manifest)
		ps.Between(at+"/weight", src.Weight, 1, Whole)
		ps.Between(at+"/minimum", src.Minimum, 0, Whole)
		ps.Between(at+"/maximum", src.Maximum, 0, Whole)
		if len(*ps) == before && (src.Weight < src.Minimum || src.Weight > src.Maximum) {
			ps.Add(at+"/weight", "bounds", fmt.Sprintf("the weight %d lies outside the bounds from %d to %d", src.Weight, src.Minimum, src.Maximum), "widen the bounds, or choose a weight inside them")
		}
		sound = sound && len(*ps) == before
		if src.MaxEpochs != "" {
			ps.Decimal(at+"/maxEpochs", src.MaxEpochs, "0", "1000000")
		}
		each(at+"/filters", src.Filters, ps, func(at string, f Filter) {
			ps.Text(at+"/tool", f.Tool, sentence)
			ps.Text(at+"/keeps", f.Keeps, paragraph)
		})
		sum, least, most = sum+src.Weight, least+src.Minimum, most+src.Maximum
	})
	if !sound || len(s.Sources) == 0 {
		return
	}
	if sum != Whole {
		ps.Add(sources, "sum", fmt.Sprintf("the weights sum to %d, which is %s %% of the whole", sum, Percent(sum)), "make them sum to 1000000000000; peritus mixture normalise does it by largest remainder")
	}
	if least > Whole || most < Whole {
		ps.Add(sources, "bounds", fmt.Sprintf("no weights inside the bounds can sum to the whole: they allow %d to %d", least, most), "lower the minima or raise the maxima")
	}
}

// Percent writes a weight in hundredths of the whole, exactly.
func Percent(weight int64) string {
	whole, part := weight/(Whole/100), weight%(Whole/100)
	if part == 0 {
		return fmt.Sprint(whole)
	}
	s := fmt.Sprintf("%d.%010d", whole, part)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	return s
}

// Normalise turns parts that sum to anything ("60" and "22" of 101) into weights that sum to Whole, by largest
// remainder: every part gets its exact share rounded down, and what is missing goes, one each, to the largest
// remainders, ties by id. A part that would get no weight at all is an error, since it would be in the mixture and
// never trained on.
func Normalise(parts map[string]document.Decimal) (map[string]int64, error) {
	exact := make(map[string]*big.Rat, len(parts))
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		if _, err := document.ParseDecimal(string(parts[id])); err != nil {
			return nil, fmt.Errorf("part %q is %q: %w", id, parts[id], err)
		}
		if exact[id] = parts[id].Rat(); exact[id].Sign() <= 0 {
			return nil, fmt.Errorf("part %q is %s: parts must be more than zero, leave the source out instead", id, parts[id])
		}
	}
	weights := apportion(exact, Whole)
	for _, id := range slices.Sorted(maps.Keys(weights)) {
		if weights[id] == 0 {
			return nil, fmt.Errorf("part %q is so small that its weight is zero: leave the source out, or give it at least 10^-12 of the whole", id)
		}
	}
	if len(weights) == 0 {
		return nil, fmt.Errorf("there are no parts to normalise")
	}
	return weights, nil
}

// NormaliseMixture returns a mixture whose weights are normalised stage by stage, as canonical bytes. The weights may
// be any positive integers, in any unit; everything else must be valid. Who normalises changes what is voted on, so
// it happens on request alone and never while reading.
func NormaliseMixture(raw []byte) ([]byte, error) {
	var m Mixture
	if err := document.Unmarshal(raw, &m); err != nil {
		return nil, err
	}
	for _, stage := range slices.Sorted(maps.Keys(m.Stages)) {
		sources := m.Stages[stage].Sources
		parts := make(map[string]document.Decimal, len(sources))
		for _, id := range slices.Sorted(maps.Keys(sources)) {
			parts[id] = document.Decimal(strconv.FormatInt(sources[id].Weight, 10))
		}
		weights, err := Normalise(parts)
		if err != nil {
			return nil, fmt.Errorf("stage %q: %w", stage, err)
		}
		for _, id := range slices.Sorted(maps.Keys(sources)) {
			source := sources[id]
			source.Weight = weights[id]
			sources[id] = source
		}
	}
	out, err := document.Marshal(m)
	if err != nil {
		return nil, err
	}
	_, err = ParseMixture(out)
	return out, err
}

// apportion divides total among parts by largest remainder, ties by key. Parts must not be negative; if they are all
// zero, so are the shares.
func apportion(parts map[string]*big.Rat, total int64) map[string]int64 {
	keys := slices.Sorted(maps.Keys(parts))
	sum := new(big.Rat)
	for _, k := range keys {
		sum.Add(sum, parts[k])
	}
	out := make(map[string]int64, len(parts))
	if sum.Sign() == 0 {
		for _, k := range keys {
			out[k] = 0
		}
		return out
	}
	remainders := make(map[string]*big.Rat, len(parts))
	left := total
	for _, k := range keys {
		share := new(big.Rat).Mul(parts[k], new(big.Rat).SetInt64(total))
		share.Quo(share, sum)
		down := new(big.Int).Quo(share.Num(), share.Denom())
		out[k] = down.Int64()
		left -= out[k]
		remainders[k] = share.Sub(share, new(big.Rat).SetInt(down))
	}
	slices.SortStableFunc(keys, func(a, b string) int { return remainders[b].Cmp(remainders[a]) })
	for _, k := range keys[:left] {
		out[k]++
	}
	return out
}
