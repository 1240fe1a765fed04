package weight

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// General is the domain above all others: for its share every badge counts.
const General = "general"

// maxTotal bounds what all weights may sum to. It keeps the arithmetic of the caps far from 64 bits' end.
const maxTotal = 1 << 62

// Compute returns the electorate of one chamber by the rule of the package's documentation. Only badges that are in
// force at the time at and were minted before mintedBefore count. The chamber of one domain has the whole of its
// share: Shares(map[string]uint64{domain: 1}). The holdings are read twice. Their order does not matter; by holder and type, as
// [badge.Registry] yields them, they need not be held in memory to be sorted.
func Compute(p Parameters, holdings iter.Seq[badge.Badge], types func(uint32) (badge.Type, bool), shares []Share, at, mintedBefore uint64) (Table, error) {
	s, err := newSheet(p, types, shares, at, mintedBefore)
	if err != nil {
		return Table{}, err
	}
	holdings, err = s.fill(holdings)
	if err != nil {
		return Table{}, err
	}
	weights, caps := s.cap()
	s.ends, s.parts, s.rests, s.fractions = nil, nil, nil, nil // a million members' worth of memory, which the table needs
	return s.table(holdings, weights, caps), nil
}

// A sheet is where an electorate is computed: member by member, one line for each badge that counts, then parts of the member's sum.
type sheet struct {
	p                Parameters
	shares           []Share
	at, mintedBefore uint64
	typeOf           func(uint32) (badge.Type, bool)
	scopes           map[uint32]scope // of the types met so far

	last  common.Address // the last member
	lines []line         // of the last member

	issuers  []issuer
	issuerOf map[issuer]uint32

	// Members are numbers, and a member's parts those from the end of the member before to its own: what one badge, or the flat
	// weight, adds to the member's sum. So a member with one badge takes 16 bytes, and 24 when a cap binds.
	ends  []uint32
	parts []uint64
	rests []uint32 // beside parts: the number of the issuer
	total uint64   // the sum of all parts

	fractions []Micro // beside parts: part/sum, rounded up to parts of 2^63; set when a cap binds
}

// scope is what a badge type means here.
type scope struct {
	badge.Type
	shares []int // indexes of the shares that its badges count for
}

// line is a badge that counts.
type line struct {
	typ    uint32
	issuer uint32
	faded  Micro
}

// issuer is whose badges are capped together.
type issuer struct {
	account common.Address // zero for badges minted with endorsements
	typ     uint32         // their type then, otherwise zero
}

func (i issuer) compare(o issuer) int {
	return cmp.Or(i.account.Cmp(o.account), cmp.Compare(i.typ, o.typ))
}

// noIssuer is on whom the flat weight rests.
const noIssuer = ^uint32(0)

func newSheet(p Parameters, types func(uint32) (badge.Type, bool), shares []Share, at, mintedBefore uint64) (*sheet, error) {
	if err := p.Validate(); err != nil {
		return nil, fmt.Errorf("weight: the policy's parameters: %w", err)
	}
	sum := uint64(0)
	seen := make(map[string]bool, len(shares))
	for _, s := range shares {
		if s.Micro > million || seen[s.Domain] {
			return nil, fmt.Errorf("weight: the share of domain %q is not one of a million parts", s.Domain)
		}
		seen[s.Domain] = true
		sum += s.Micro
	}
	if len(shares) > 0 && sum != million {
		return nil, fmt.Errorf("weight: the shares sum to %d instead of %d", sum, million)
	}
	return &sheet{
		p: p, shares: shares, at: at, mintedBefore: mintedBefore, typeOf: types,
		scopes: map[uint32]scope{}, issuerOf: map[issuer]uint32{},
	}, nil
}

// scope returns what a badge type means here.
func (s *sheet) scope(id uint32) (scope, error) {
	if sc, ok := s.scopes[id]; ok {
		return sc, nil
	}
	t, ok := s.typeOf(id)
	if !ok {
		return scope{}, fmt.Errorf("weight: there is no badge type %d", id)
	}
	sc := scope{Type: t}
	for i, share := range s.shares {
		if within(t.Domain, share.Domain) {
			sc.shares = append(sc.shares, i)
		}
	}
	s.scopes[id] = sc
	return sc, nil
}

// within reports whether a domain is another one or lies below it.
func within(domain, above string) bool {
	return above == General || domain == above || strings.HasPrefix(domain, above) && domain[len(above)] == '/'
}

// Verdict says whether a badge counts, and if not, why.
type Verdict string

// The verdicts.
const (
	Counts    Verdict = "counts"
	Ended     Verdict = "ended"     // revoked or given up
	Expired   Verdict = "expired"   //
	NotYet    Verdict = "not-yet"   // its date of issue is in the future
	TooLate   Verdict = "too-late"  // minted after the revision was submitted
	Untouched Verdict = "untouched" // the change does not touch its domain
	NotBest   Verdict = "not-best"  // the holder has a better badge of the type
)

// judge returns the verdict on a badge by itself.
func (s *sheet) judge(b *badge.Badge, sc *scope) Verdict {
	switch {
	case b.Ended != 0 && b.Ended <= s.at:
		return Ended
	case b.Expires != 0 && b.Expires <= s.at:
		return Expired
	case b.Issued > s.at:
		return NotYet
	case b.Minted >= s.mintedBefore:
		return TooLate
	case len(sc.shares) == 0 && len(s.shares) > 0:
		return Untouched
	}
	return Counts
}

// power returns what a fresh badge of a level is worth. A level beyond the policy's list counts as the last one of it.
func (p Parameters) power(level uint8) Micro {
	return p.LevelPower[min(max(int(level), 1), len(p.LevelPower))-1]
}

// fade returns what a badge contributes.
func (s *sheet) fade(b *badge.Badge) Micro {
	return FadeDown(s.p.power(b.Level), s.at-b.Issued, s.p.HalfLife)
}

// fill takes in all holdings, and returns them by holder.
func (s *sheet) fill(holdings iter.Seq[badge.Badge]) (iter.Seq[badge.Badge], error) {
	for b := range holdings {
		if s.last.Cmp(b.Holder) > 0 {
			s.last, s.ends, s.parts, s.rests, s.total = common.Address{}, nil, nil, nil, 0
			return s.fill(slices.Values(slices.SortedFunc(holdings, func(a, b badge.Badge) int { return a.Holder.Cmp(b.Holder) })))
		}
		if err := s.add(b); err != nil {
			return nil, err
		}
	}
	return holdings, s.sum()
}

// counts reports whether a badge counts.
func (s *sheet) counts(b *badge.Badge) (bool, error) {
	sc, err := s.scope(b.Type)
	return err == nil && s.judge(b, &sc) == Counts, err
}

// add takes a badge in if it counts. The badges of a member come one after another.
func (s *sheet) add(b badge.Badge) error {
	if counts, err := s.counts(&b); !counts {
		return err
	}
	if len(s.ends) == 0 || s.last != b.Holder {
		if err := s.sum(); err != nil {
			return err
		}
		s.ends, s.last, s.lines = append(s.ends, 0), b.Holder, s.lines[:0]
	}
	s.lines = append(s.lines, line{typ: b.Type, issuer: s.issuerNumber(b), faded: s.fade(&b)})
	return nil
}

func (s *sheet) issuerNumber(b badge.Badge) uint32 {
	key := issuer{account: b.Issuer}
	if key.account == (common.Address{}) {
		key.typ = b.Type
	}
	n, ok := s.issuerOf[key]
	if !ok {
		n = uint32(len(s.issuers))
		s.issuers = append(s.issuers, key)
		s.issuerOf[key] = n
	}
	return n
}

var errTooMuch = errors.New("weight: the weights sum to more than 2^62 millionths; lower the policy's level powers")

// sum makes parts of the last member's lines.
func (s *sheet) sum() error {
	if len(s.ends) == 0 {
		return nil
	}
	s.best()
	first := len(s.parts)
	s.divide(s.lines)
	s.ends[len(s.ends)-1] = uint32(len(s.parts))
	if s.total += totalOf(s.parts[first:]); s.total > maxTotal {
		return errTooMuch
	}
	return nil
}

// totalOf returns a member's weight before caps.
func totalOf(parts []uint64) (sum uint64) {
	for _, p := range parts {
		sum += p
	}
	return sum
}

// best sorts the lines by type and keeps the best of each; of equals, the one of the issuer that sorts first.
func (s *sheet) best() {
	slices.SortFunc(s.lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.typ, b.typ), cmp.Compare(b.faded, a.faded), s.issuers[a.issuer].compare(s.issuers[b.issuer]))
	})
	s.lines = slices.CompactFunc(s.lines, func(a, b line) bool { return a.typ == b.typ })
}

// divide appends the parts of one member: one for each line, in order, and the flat weight.
func (s *sheet) divide(lines []line) {
	first := len(s.parts)
	for _, l := range lines {
		s.parts, s.rests = append(s.parts, 0), append(s.rests, l.issuer)
	}
	parts := s.parts[first:]
	for i := range s.shares {
		sum, before := uint64(0), uint64(0)
		for j, l := range lines {
			if slices.Contains(s.scopes[l.typ].shares, i) {
				sum += uint64(l.faded)
				// The spread of ⌊sum·share⌋ over the lines, as far as it has come.
				amount := uint64(MulDivDown(Micro(sum), Micro(s.shares[i].Micro), million))
				parts[j] += amount - before
				before = amount
			}
		}
	}
	if s.p.MemberFloor > 0 {
		s.parts, s.rests = append(s.parts, uint64(s.p.MemberFloor)), append(s.rests, noIssuer)
	}
}

// table returns the electorate of what [sheet.fill] and [sheet.cap] returned.
func (s *sheet) table(holdings iter.Seq[badge.Badge], weights []Micro, caps Caps) Table {
	t := Table{Caps: caps, Members: make([]common.Address, 0, len(weights)), Weights: weights[:0]}
	n := 0 // of members whose badges were met
	for b := range holdings {
		if counts, _ := s.counts(&b); !counts || n > 0 && s.last == b.Holder {
			continue
		}
		s.last = b.Holder
		if w := weights[n]; w > 0 { // beside what is overwritten, or after it
			t.Members, t.Weights = append(t.Members, b.Holder), append(t.Weights, w)
			t.Total += w
		}
		n++
	}
	if cap(t.Weights) > 2*len(t.Weights) { // where the fractions of many parts were
		t.Weights = slices.Clone(t.Weights)
	}
	return t
}
