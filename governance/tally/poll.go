package tally

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/peritus-dao/peritus/attestations/weight"
)

// Method is a way to count. Each is described where it is declared.
type Method string

// Methods lists every method.
func Methods() []Method {
	return []Method{Threshold, Single, Approval, RankedIRV, RankedCondorcet, Weighted, Quadratic, Mixture}
}

// form is what a choice looks like.
type form int

const (
	oneOption form = iota
	setOfOptions
	ranking
	amounts
)

func (m Method) form() form {
	switch m {
	case Approval:
		return setOfOptions
	case RankedIRV, RankedCondorcet:
		return ranking
	case Weighted, Quadratic, Mixture:
		return amounts
	}
	return oneOption
}

// String says how a choice of the form is written.
func (f form) String() string {
	return [...]string{
		`one option, as in "a"`,
		`a list of options, as in ["a","c"]`,
		`a list of options, best first, as in ["b","a","c"]`,
		`an amount for each option, as in {"a":"3","b":"1"}`,
	}[f]
}

// The options of a threshold vote.
const (
	For     = "for"
	Against = "against"
	Abstain = "abstain"
)

// The bounds of a poll.
const (
	// MaxOptions bounds a poll's options, and MaxCompared those of Ranked Pairs, whose result lists every two.
	MaxOptions  = 1000
	MaxCompared = 400
	// MaxOption bounds an option's name, in bytes.
	MaxOption = 256
)

// Config is what a poll is about. Method and Options are needed; a threshold vote may leave its options out.
type Config struct {
	Method  Method
	Options []string // distinct
	// Seed decides ties that the method leaves. 128 hex digits stand for 64 bytes, a proposal's digest and a block's
	// hash; any other text stands for its UTF-8 bytes. Without one the lot is known before the vote.
	Seed string
	// Decimals says that weights are multiples of 10^-Decimals, and lets the outcome show them so. At most 18.
	Decimals int

	// The rest is for threshold votes.

	Threshold  weight.Fraction // For/(For+Against) must be strictly above it; none means 1/2
	Quorum     weight.Fraction // of Electorate, rounded up, must take part; none means no quorum
	Heads      int             // ballots that there must be
	Electorate Amount          // the weight of all who may vote
}

// Poll is the ballots of one vote, in columns. It serves one goroutine at a time.
type Poll struct {
	config Config
	index  map[string]uint16 // of options
	lots   []int             // see lot
	byName []uint16          // options in ascending order

	low     []uint64 // weights, the lower words
	high    []uint64 // the upper words; nil while there are none
	total   Amount
	counted int

	start   []uint64 // ballot i names options[start[i]:start[i+1]]; nil where each names one
	options []uint16 // with tiedFlag where ranked equal with the one before
	amounts []uint64 // beside options
	groups  []uint32 // weighted: index into sums
	sums    []uint64 // weighted: distinct sums of a ballot's shares
	groupOf map[uint64]uint32
	ties    bool // some ranking has equal ranks

	spoiled  []Spoiled
	seen     map[string]seat // by voter
	repeated []string        // voters with several ballots
	voided   []int32         // ballots that stay in the columns without weight or amounts, as their voters have several

	draft draft
	marks []uint32 // options named by the ballot at hand have the mark of now
	now   uint32
}

// tiedFlag marks an option that is ranked equal with the one before.
const tiedFlag = 1 << 15

// seat is what is known of a voter.
type seat struct {
	ballot int32 // the index of the only ballot, or -1 if it is spoiled
	number int32 // of ballots
}

// Spoiled names a ballot that does not count. Where it has no voter, Why says which of the file's it is.
type Spoiled struct {
	Voter string `json:"voter"`
	Why   string `json:"why"`
}

// NewPoll returns a poll without ballots.
func NewPoll(c Config) (*Poll, error) {
	if !slices.Contains(Methods(), c.Method) {
		return nil, fmt.Errorf("there is no method %.40q; choose one of %s", string(c.Method), names(Methods()))
	}
	if c.Method == Threshold {
		for _, o := range c.Options {
			if o != For && o != Against && o != Abstain {
				return nil, fmt.Errorf("a threshold vote has the options for, against and abstain, and not %.40q", o)
			}
		}
		c.Options = []string{For, Against, Abstain}
	}
	if c.Decimals < 0 || c.Decimals > 18 {
		return nil, fmt.Errorf("weights have 0 to 18 decimals, not %d", c.Decimals)
	}
	if !c.Quorum.IsZero() && c.Electorate.IsZero() {
		return nil, fmt.Errorf("a quorum of %s needs an electorate, the weight of all who may vote", c.Quorum)
	}
	most := MaxOptions
	if c.Method == RankedCondorcet {
		most = MaxCompared
	}
	if n := len(c.Options); n == 0 || n > most {
		return nil, fmt.Errorf("there are %d options; %s takes 1 to %d", n, c.Method, most)
	}
	if c.Threshold.IsZero() {
		c.Threshold = weight.Fraction{Num: 1, Den: 2}
	}
	c.Options = slices.Clone(c.Options)
	p := &Poll{config: c, index: make(map[string]uint16, len(c.Options)), marks: make([]uint32, len(c.Options))}
	for i, o := range c.Options {
		if o == "" || len(o) > MaxOption || !utf8.ValidString(o) {
			return nil, fmt.Errorf("option %d has no name of 1 to %d bytes of UTF-8", i+1, MaxOption)
		}
		if _, ok := p.index[o]; ok {
			return nil, fmt.Errorf("the option %.40q is named twice", o)
		}
		p.index[o] = uint16(i)
	}
	for _, name := range slices.Sorted(maps.Keys(p.index)) {
		p.byName = append(p.byName, p.index[name])
	}
	if c.Method.form() != oneOption {
		p.start = []uint64{0}
	}
	if c.Method == Weighted {
		p.groupOf = map[uint64]uint32{}
	}
	return p, nil
}

// Config returns what the poll is about.
func (p *Poll) Config() Config { return p.config }

// Len returns the number of ballots that count.
func (p *Poll) Len() int { return p.counted }

// Choice is what a ballot says, in the form that the method wants:
//
//	threshold, single     one option
//	approval              the approved options, perhaps none
//	ranked-…              options, best first; those left out are equal, below all that are ranked
//	weighted, mixture     options with their shares; only the shares' proportions count
//	quadratic             options with the votes bought
type Choice struct {
	Options []string
	Tied    []bool   // of a ranking, nil or one per option: ranked equal with the option before
	Amounts []uint64 // one per option, where the method divides or buys
}

// draft is a ballot on its way into the columns.
type draft struct {
	options []uint16
	tied    []bool
	amounts []uint64
	why     string // it is spoiled
}

func (d *draft) reset() {
	d.options, d.tied, d.amounts, d.why = d.options[:0], d.tied[:0], d.amounts[:0], ""
}

// spoil keeps the first reason.
func (d *draft) spoil(format string, args ...any) {
	if d.why == "" {
		d.why = fmt.Sprintf(format, args...)
	}
}

// Add takes a ballot. A ballot that is malformed, has no weight or belongs to a voter with several is spoiled. A voter
// without a name is not compared with others: give "" where the caller knows that each voter is there once.
func (p *Poll) Add(voter string, w Amount, c Choice) {
	d := &p.draft
	d.reset()
	f := p.config.Method.form()
	switch {
	case f == oneOption && len(c.Options) != 1,
		f != ranking && c.Tied != nil,
		c.Tied != nil && len(c.Tied) != len(c.Options),
		f == amounts && len(c.Amounts) != len(c.Options),
		f != amounts && c.Amounts != nil:
		d.spoil("the choice is not %s", f)
	default:
		for i, o := range c.Options {
			index, ok := p.index[o]
			if !ok {
				d.spoil("%.40q is not an option", o)
				break
			}
			d.options = append(d.options, index)
			d.tied = append(d.tied, c.Tied != nil && c.Tied[i] && i > 0)
			if f == amounts {
				d.amounts = append(d.amounts, c.Amounts[i])
			}
		}
	}
	p.commit(voter, w)
}

// Spoil names a ballot that the caller could not even read.
func (p *Poll) Spoil(voter, why string) {
	p.draft.reset()
	p.draft.spoil("%s", why)
	p.commit(voter, Amount{})
}

// commit takes the draft into the columns, or spoils it.
func (p *Poll) commit(voter string, w Amount) {
	d := &p.draft
	if voter != "" {
		if p.seen == nil {
			p.seen = map[string]seat{}
		}
		earlier, ok := p.seen[voter]
		if ok {
			if earlier.number == 1 {
				p.repeated = append(p.repeated, voter)
			}
			if earlier.ballot >= 0 {
				p.void(int(earlier.ballot))
			}
			p.seen[voter] = seat{-1, earlier.number + 1}
			return
		}
	}
	if w.IsZero() {
		d.spoil("the ballot has no weight")
	}
	if !w.fits() {
		d.spoil("the weight has more than %d digits", maxDigits)
	}
	p.check(w)
	if d.why != "" {
		p.spoiled = append(p.spoiled, Spoiled{voter, d.why})
		if voter != "" {
			p.seen[voter] = seat{-1, 1}
		}
		return
	}
	if voter != "" {
		p.seen[voter] = seat{int32(len(p.low)), 1}
	}
	if len(p.low) == maxBallots {
		panic(fmt.Sprintf("tally: a poll holds at most %d ballots", maxBallots))
	}
	if w.hi != 0 && p.high == nil {
		p.high = make([]uint64, len(p.low))
	}
	if p.high != nil {
		p.high = append(p.high, w.hi)
	}
	p.low = append(p.low, w.lo)
	p.total = p.total.add(w)
	p.counted++
	for i, o := range d.options {
		if d.tied[i] {
			o |= tiedFlag
			p.ties = true
		}
		p.options = append(p.options, o)
	}
	p.amounts = append(p.amounts, d.amounts...)
	if p.start != nil {
		p.start = append(p.start, uint64(len(p.options)))
	}
	if p.groupOf != nil {
		p.groups = append(p.groups, p.group(d.amounts))
	}
}

// check spoils a draft that the method cannot count, and brings it into the form of the columns.
func (p *Poll) check(w Amount) {
	d := &p.draft
	if d.why != "" {
		return
	}
	if p.now++; p.now == 0 {
		clear(p.marks)
		p.now = 1
	}
	for _, o := range d.options {
		if p.marks[o] == p.now {
			d.spoil("%.40q is named twice", p.config.Options[o])
			return
		}
		p.marks[o] = p.now
	}
	switch p.config.Method {
	case RankedIRV:
		d.cutAtTie()
	case Weighted:
		d.reduce()
	case Quadratic:
		d.checkCredits(w, p.config.Decimals)
	case Mixture:
		p.normalise(d)
	}
}

// void takes a ballot that counts back.
func (p *Poll) void(i int) {
	p.total = p.total.sub(p.weightOf(i))
	p.low[i] = 0
	if p.high != nil {
		p.high[i] = 0
	}
	if p.amounts != nil {
		clear(p.amounts[p.start[i]:p.start[i+1]])
	}
	p.voided = append(p.voided, int32(i))
	p.counted--
}

func (p *Poll) weightOf(i int) Amount {
	if p.high == nil {
		return Amount{lo: p.low[i]}
	}
	return Amount{p.high[i], p.low[i]}
}

// named returns the options that ballot i names, with their flags.
func (p *Poll) named(i int) []uint16 {
	if p.start == nil {
		return p.options[i : i+1]
	}
	return p.options[p.start[i]:p.start[i+1]]
}

// All returns the ballots that count as they were understood: rankings for instant run-off up to their first tie, shares
// in lowest terms or, for a mixture, in units of 10^-12.
func (p *Poll) All() iter.Seq2[Amount, Choice] {
	return func(yield func(Amount, Choice) bool) {
		for i := range p.low {
			w := p.weightOf(i)
			if w.IsZero() {
				continue
			}
			var c Choice
			for _, o := range p.named(i) {
				c.Options = append(c.Options, p.config.Options[o&^tiedFlag])
				if p.ties {
					c.Tied = append(c.Tied, o&tiedFlag != 0)
				}
			}
			if p.amounts != nil {
				c.Amounts = slices.Clone(p.amounts[p.start[i]:p.start[i+1]])
			}
			if !yield(w, c) {
				return
			}
		}
	}
}

// plane is some digits of all weights: the sum of a linear count over them has 64 bits.
type plane struct {
	shift   uint
	weights []uint64
}

// planes splits the weights so that sums of any of them have 64 bits. Mostly there is nothing to split.
func (p *Poll) planes() []plane {
	if p.total.hi == 0 {
		return []plane{{0, p.low}}
	}
	var planes []plane
	for k, words := range [][]uint64{p.low, p.high} {
		if words == nil {
			break
		}
		lower, upper := make([]uint64, len(words)), make([]uint64, len(words))
		for i, w := range words {
			lower[i], upper[i] = w&0xffffffff, w>>32
		}
		planes = append(planes, plane{uint(64 * k), lower}, plane{uint(64*k + 32), upper})
	}
	return planes
}

// linear adds up what count adds up, for each plane of the weights: n sums that are linear in the weights, none above
// their total.
func (p *Poll) linear(n int, count func(weights, sums []uint64)) []Amount {
	out := make([]Amount, n)
	sums := make([]uint64, n)
	for _, plane := range p.planes() {
		clear(sums)
		count(plane.weights, sums)
		for i, s := range sums {
			out[i] = out[i].add(Amount{lo: s}.shl(plane.shift))
		}
	}
	return out
}

// Count counts. It may be called again after more ballots were added.
func (p *Poll) Count() Outcome {
	out := Outcome{
		Method: p.config.Method, Options: p.config.Options, Seed: p.config.Seed,
		Total: p.amount(p.total), Ballots: p.counted,
		Scores: map[string]Number{}, Winners: []string{}, Rounds: []Round{}, Spoiled: p.spoils(),
	}
	switch p.config.Method {
	case Threshold:
		p.countMotion(&out)
	case Single:
		p.countSingle(&out)
	case Approval:
		p.countApproval(&out)
	case RankedIRV:
		p.grouped().countIRV(&out)
	case RankedCondorcet:
		p.grouped().countCondorcet(&out)
	case Weighted:
		p.countWeighted(&out)
	case Quadratic:
		p.countQuadratic(&out)
	case Mixture:
		p.countMixture(&out)
	}
	return out
}

// spoils returns the spoiled ballots in an order that does not tell in which they came.
func (p *Poll) spoils() []Spoiled {
	out := []Spoiled{}
	for _, s := range p.spoiled {
		if p.seen[s.Voter].number < 2 {
			out = append(out, s)
		}
	}
	for _, voter := range p.repeated {
		out = append(out, Spoiled{voter, fmt.Sprintf("there are %d ballots of this voter, and none says which stands", p.seen[voter].number)})
	}
	slices.SortFunc(out, func(a, b Spoiled) int {
		return cmp.Or(strings.Compare(a.Voter, b.Voter), strings.Compare(a.Why, b.Why))
	})
	return out
}

func (p *Poll) amount(a Amount) Number { return number(a, p.config.Decimals) }

// table names a number per option.
func (p *Poll) table(amounts []Amount) map[string]Number {
	t := make(map[string]Number, len(amounts))
	for i, a := range amounts {
		t[p.config.Options[i]] = p.amount(a)
	}
	return t
}

func names[T ~string](list []T) string {
	var b strings.Builder
	for i, s := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(s))
	}
	return b.String()
}
