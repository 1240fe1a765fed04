package weight

import (
	"cmp"
	"iter"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// Trace is why a member's weight is what it is. Every number that its words use is in it.
type Trace struct {
	Member  common.Address
	Domain  string  // of the one body that this is; empty where all touched domains vote together
	Badges  []Item  // all the member's badges, by type
	Shares  []Slice // the domains that the change touches, by name
	Flat    Micro   // the flat member weight
	Founder Micro   // the weight of a founding member whom no badge gives any
	Raw     Micro   // the weight before caps: the slices' amounts, and the flat weight
	Caps    Caps    // what the caps came to in this electorate
	Policy  Parameters

	AfterMemberCap Micro  // what the member cap leaves of Raw
	AfterIssuerCap Micro  // what the issuer cap leaves of that, each badge rounded down
	Recused        bool   // the member declared a conflict of interest, and has no weight for it
	Lost           []Loss // what badges contributed that decisions revoked for cause while the vote was open
	Weight         Micro  // the member's weight: at most one millionth per badge above AfterIssuerCap
	Total          Micro  // the electorate's
}

// Loss is a weight before and after a correction of the electorate.
type Loss struct {
	Type          uint32 // of the badge
	Before, After Micro
}

// Item is one badge of a trace.
type Item struct {
	Badge   badge.Badge
	Type    badge.Type
	Verdict Verdict
	Age     uint64 // seconds since the date of issue; 0 for one in the future
	Power   Micro  // what a fresh badge of its level is worth
	Faded   Micro  // what is left of that

	// Set if the badge counts.
	Amount         Micro // what the shares leave of Faded
	AfterMemberCap Micro
	AfterIssuerCap Micro // rounded down
	IssuerSum      Micro // if its issuer is above the issuer cap: what all that issuer's badges came to, otherwise 0
}

// Slice is what a member's badges come to in one domain.
type Slice struct {
	Share
	Sum    Micro // of the faded badges of the domain and of those below it
	Amount Micro // the domain's share of that, rounded down
}

// Explain returns why a member has the weight that the table says, without computing the electorate again. It takes
// what [Compute] took; holdings need to hold the member's badges and may hold others. Of the table it uses the
// member's weight, the total and the caps, so that one read from a frozen electorate will do.
func Explain(p Parameters, holdings iter.Seq[badge.Badge], types func(uint32) (badge.Type, bool), shares []Share, at, mintedBefore uint64, member common.Address, t Table) (Trace, error) {
	s, err := newSheet(p, types, shares, at, mintedBefore)
	if err != nil {
		return Trace{}, err
	}
	tr := Trace{Member: member, Caps: t.Caps, Policy: p, Weight: t.Weight(member), Total: t.Total}
	for b := range holdings {
		if b.Holder != member {
			continue
		}
		sc, err := s.scope(b.Type)
		if err != nil {
			return Trace{}, err
		}
		item := Item{Badge: b, Type: sc.Type, Verdict: s.judge(&b, &sc), Power: p.power(b.Level)}
		if b.Issued <= at {
			item.Age, item.Faded = at-b.Issued, s.fade(&b)
		}
		tr.Badges = append(tr.Badges, item)
	}
	tr.best()

	// From here on, the sheet's lines and its parts are the items that count, in order.
	for i := range tr.Badges {
		if tr.Badges[i].Verdict == Counts {
			if err := s.add(tr.Badges[i].Badge); err != nil {
				return Trace{}, err
			}
		}
	}
	if err := s.sum(); err != nil {
		return Trace{}, err
	}
	tr.slices(s)
	if len(s.ends) > 0 {
		tr.parts(s)
	}
	return tr, nil
}

// best sorts the badges by type and finds the best of each, as [sheet.best] does.
func (t *Trace) best() {
	slices.SortStableFunc(t.Badges, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.Badge.Type, b.Badge.Type), cmp.Compare(a.Verdict.order(), b.Verdict.order()),
			cmp.Compare(b.Faded, a.Faded), a.Badge.Issuer.Cmp(b.Badge.Issuer))
	})
	for i := 1; i < len(t.Badges); i++ {
		if t.Badges[i].Verdict == Counts && t.Badges[i-1].Badge.Type == t.Badges[i].Badge.Type {
			t.Badges[i].Verdict = NotBest
		}
	}
}

// order puts badges that count before those that do not.
func (v Verdict) order() int {
	if v == Counts {
		return 0
	}
	return 1
}

// slices sets what the badges come to in each domain.
func (t *Trace) slices(s *sheet) {
	for i, share := range s.shares {
		slice := Slice{Share: share}
		for _, l := range s.lines {
			if slices.Contains(s.scopes[l.typ].shares, i) {
				slice.Sum += l.faded
			}
		}
		slice.Amount = MulDivDown(slice.Sum, Micro(share.Micro), million)
		t.Shares = append(t.Shares, slice)
	}
	slices.SortFunc(t.Shares, func(a, b Slice) int { return cmp.Compare(a.Domain, b.Domain) })
}

// parts sets what each badge adds, and what the caps leave of it.
func (t *Trace) parts(s *sheet) {
	t.Raw = Micro(s.total)
	in := spread{from: uint64(t.Raw), to: uint64(t.Raw)}
	if !t.Policy.MemberCap.IsZero() {
		in.to = uint64(min(t.Raw, t.Caps.MemberLimit))
	}
	t.AfterMemberCap = Micro(in.to)
	n := 0 // of parts
	for i := range t.Badges {
		item := &t.Badges[i]
		if item.Verdict != Counts {
			continue
		}
		item.Amount = Micro(s.parts[n])
		item.AfterMemberCap = Micro(in.next(s.parts[n]))
		item.AfterIssuerCap = item.AfterMemberCap
		if cut, ok := t.Caps.cut(s.issuers[s.rests[n]]); ok {
			item.IssuerSum = cut.Sum
			item.AfterIssuerCap = MulDivDown(item.AfterMemberCap, t.Caps.IssuerLimit, cut.Sum)
		}
		t.AfterIssuerCap += item.AfterIssuerCap
		n++
	}
	for _, flat := range s.parts[n:] {
		t.Flat = Micro(flat)
		t.AfterIssuerCap += Micro(in.next(flat))
	}
}

// cut returns how an issuer was cut, if it was.
func (c Caps) cut(i issuer) (Cut, bool) {
	for _, cut := range c.Cut {
		if (issuer{cut.Issuer, cut.Type}) == i {
			return cut, true
		}
	}
	return Cut{}, false
}
