package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// holders returns everybody who holds or held a badge.
func holders(s *replay.State) map[common.Address][]badge.Badge {
	out := map[common.Address][]badge.Badge{}
	for b := range s.Badges().Badges() {
		out[b.Holder] = append(out[b.Holder], b)
	}
	return out
}

// BadgeTypes implements [web.Service].
func (d *Desk) BadgeTypes(context.Context) ([]web.BadgeType, error) {
	var out []web.BadgeType
	err := d.view(func(s *replay.State) error {
		held := map[uint32]int{}
		for b := range s.Badges().Badges() {
			if b.InForce(uint64(d.Now())) {
				held[b.Type]++
			}
		}
		for _, t := range s.Badges().Types() {
			out = append(out, d.badgeType(s, t, held[t.ID]))
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b web.BadgeType) int {
		return cmp.Or(strings.Compare(a.Domain, b.Domain), cmp.Compare(a.Levels, b.Levels), cmp.Compare(a.ID, b.ID))
	})
	return out, err
}

func (d *Desk) badgeType(s *replay.State, t badge.Type, holders int) web.BadgeType {
	issuers := 0
	for _, i := range s.Badges().Issuers(t.ID) {
		if i.Until == 0 {
			issuers++
		}
	}
	return web.BadgeType{ID: t.ID, Name: t.Name, Domain: t.Domain, Levels: t.Levels, Validity: int64(t.Validity), Holders: holders, Issuers: issuers,
		Retired: t.Retired != 0, About: d.cfg.Types[t.ID], Endorsements: t.Endorsements, EndorserLevel: t.EndorserLevel, Burn: t.Burn.String()}
}

// reasons of a revocation, as the contract numbers them.
var reasons = map[uint8]string{badge.Cause: "cause", badge.Mistake: "mistake", badge.Superseded: "superseded"}

// history tells what happened to a badge type, the newest first.
func (d *Desk) history(s *replay.State, t badge.Type) []web.BadgeEvent {
	out := []web.BadgeEvent{{Time: document.Time(t.Created), Kind: "created"}}
	if t.Retired != 0 {
		out = append(out, web.BadgeEvent{Time: document.Time(t.Retired), Kind: "retired"})
	}
	for _, i := range s.Badges().Issuers(t.ID) {
		out = append(out, web.BadgeEvent{Time: document.Time(i.Since), Kind: "issuer-allowed", Person: d.person(i.Account)})
		if i.Until != 0 {
			out = append(out, web.BadgeEvent{Time: document.Time(i.Until), Kind: "issuer-ended", Person: d.person(i.Account)})
		}
	}
	for b := range s.Badges().Badges() {
		if b.Type != t.ID {
			continue
		}
		for _, v := range s.Badges().History(b.ID()) {
			e := web.BadgeEvent{Time: document.Time(v.Minted), Kind: "granted", Person: d.person(v.Holder), Level: v.Level}
			if v.Issuer != (common.Address{}) {
				e.By = d.person(v.Issuer)
			}
			if v.Ended != 0 {
				e.Time, e.By, e.Kind, e.Reason = document.Time(v.Ended), d.person(v.EndedBy), "revoked", reasons[v.Reason]
				if v.EndedBy == v.Holder {
					e.Kind = "surrendered"
				}
			}
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b web.BadgeEvent) int { return cmp.Compare(b.Time, a.Time) })
	return out
}

// earned finds the request that led to a badge, or 0.
func (d *Desk) earned(requests []replay.Progress, b badge.Badge) int64 {
	for _, p := range requests { // the newest first
		if p.Holder == b.Holder && p.Type == b.Type && p.Status == replay.Minted {
			return p.Index
		}
	}
	return 0
}

// BadgeType implements [web.Service].
func (d *Desk) BadgeType(ctx context.Context, id uint32) (web.BadgeTypePage, error) {
	var out web.BadgeTypePage
	requests := d.service.Requests()
	waiting, err := d.BadgeRequests(ctx, web.BadgeRequestFilter{Type: id, Open: true})
	if err != nil {
		return out, err
	}
	out.Waiting = waiting
	err = d.view(func(s *replay.State) error {
		t, ok := s.Badges().Type(id)
		if !ok {
			return refusal.New(refusal.NotFound, "badge-type-unknown", "type", "There is no badge type with the number %d.", id)
		}
		inForce := 0
		for b := range s.Badges().Badges() {
			if b.Type != id {
				continue
			}
			row := d.badge(b, t)
			row.Request = d.earned(requests, b)
			if row.InForce {
				inForce++
			}
			out.Held = append(out.Held, row)
		}
		out.BadgeType, out.History = d.badgeType(s, t, inForce), d.history(s, t)
		p := s.Policy().Weight
		out.HalfLife = int64(p.HalfLife)
		for level := range int(t.Levels) {
			if n := len(p.LevelPower); n > 0 {
				out.Power = append(out.Power, p.LevelPower[min(level, n-1)])
			}
		}
		for _, i := range s.Badges().Issuers(id) {
			if i.Until == 0 {
				out.IssuedBy = append(out.IssuedBy, d.person(i.Account))
			}
		}
		return nil
	})
	slices.SortStableFunc(out.Held, func(a, b web.Badge) int {
		return cmp.Or(cmp.Compare(b2i(b.InForce), b2i(a.InForce)), cmp.Compare(b.Level, a.Level), strings.Compare(a.Holder.Name, b.Holder.Name))
	})
	return out, err
}

func (d *Desk) badge(b badge.Badge, t badge.Type) web.Badge {
	reason := reasons[b.Reason]
	if b.Ended != 0 && b.EndedBy == b.Holder {
		reason = "surrendered"
	}
	return web.Badge{Reason: reason, ID: b.ID().Hex(), Type: b.Type, Name: t.Name, Domain: t.Domain, Level: b.Level, Levels: t.Levels, Holder: d.person(b.Holder), Issuer: d.person(b.Issuer),
		Issued: document.Time(b.Issued), Granted: document.Time(b.Minted), Expires: document.Time(b.Expires), Revoked: document.Time(b.Ended), InForce: b.InForce(uint64(d.Now()))}
}

// Members implements [web.Service].
func (d *Desk) Members(context.Context) ([]web.Member, error) {
	var out []web.Member
	err := d.view(func(s *replay.State) error {
		for address, badges := range holders(s) {
			domains := map[string]bool{}
			n := 0
			for _, b := range badges {
				if t, ok := s.Badges().Type(b.Type); ok && b.InForce(uint64(d.Now())) {
					domains[t.Domain] = true
					n++
				}
			}
			out = append(out, web.Member{Person: d.person(address), Badges: n, Domains: slices.Sorted(maps.Keys(domains))})
		}
		return nil
	})
	slices.SortFunc(out, func(a, b web.Member) int {
		return cmp.Or(cmp.Compare(b2i(a.Name == ""), b2i(b.Name == "")), strings.Compare(a.Name, b.Name), a.Address.Cmp(b.Address))
	})
	return out, err
}

// coming returns what the chain says of a holder's badges that is not final.
func (d *Desk) coming(s *replay.State, holder common.Address) []web.Coming {
	if d.cfg.Pending == nil {
		return nil
	}
	var out []web.Coming
	events, final := d.cfg.Pending()
	for _, e := range events {
		if e.Holder != holder || e.Block < s.Chain().Next {
			continue // it may have been recorded meanwhile
		}
		c := web.Coming{Kind: string(e.Kind), Type: e.Type, Level: e.Level, Block: e.Block, Final: final}
		if t, ok := s.Badges().Type(e.Type); ok {
			c.Name = t.Name
		}
		out = append(out, c)
	}
	return out
}

// Member implements [web.Service].
func (d *Desk) Member(ctx context.Context, a common.Address) (web.MemberPage, error) {
	out := web.MemberPage{Person: d.person(a), About: d.cfg.About[a]}
	var proposals []document.Digest
	var err error
	if out.Pending, err = d.BadgeRequests(ctx, web.BadgeRequestFilter{Holder: a, Open: true}); err != nil {
		return out, err
	}
	if out.Asked, err = d.BadgeRequests(ctx, web.BadgeRequestFilter{Endorser: a}); err != nil {
		return out, err
	}
	requests := d.service.Requests()
	err = d.view(func(s *replay.State) error {
		out.Coming = d.coming(s, a)
		domains := map[string]bool{}
		for _, b := range s.Badges().Of(a) {
			t, _ := s.Badges().Type(b.Type)
			row := d.badge(b, t)
			row.Request = d.earned(requests, b)
			out.Badges = append(out.Badges, row)
			if b.InForce(uint64(s.Chain().Time)) {
				domains[t.Domain] = true
			}
		}
		for _, domain := range slices.Sorted(maps.Keys(domains)) {
			trace, err := s.WhyToday(domain, a)
			if err != nil {
				return err
			}
			out.Weights = append(out.Weights, web.DomainWeight{Domain: domain, Weight: trace.Weight, Words: trace.Words()})
		}
		for _, p := range slices.Backward(s.Proposals()) {
			if p.OpenedAt > 0 {
				proposals = append(proposals, p.Digest)
			}
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	for _, p := range proposals {
		last, err := d.lastBallot(ctx, p, a)
		if err != nil {
			return out, err
		}
		if last == nil {
			continue
		}
		_, cast, err := d.ballotAt(ctx, last.Index)
		if err != nil {
			return out, err
		}
		b := web.MemberBallot{Revision: p, Choice: cast.Choice, Index: last.Index}
		if b.Title, err = d.title(ctx, p); err != nil {
			return out, err
		}
		if b.Time, err = d.entryTime(ctx, last.Index); err != nil {
			return out, err
		}
		out.Ballots = append(out.Ballots, b)
	}
	out.Activity, err = d.activity(ctx, a, out.Badges)
	return out, err
}

// maxActivity is how many lines of a member's activity are read.
const maxActivity = 100

// activity is what a member did beside voting, and what became of the member's badges, the newest first.
func (d *Desk) activity(ctx context.Context, a common.Address, badges []web.Badge) ([]web.LogLine, error) {
	var at []int64
	err := d.view(func(s *replay.State) error {
		for _, p := range s.Proposals() {
			if p.Proposer == a {
				at = append(at, p.Index)
			}
		}
		for _, act := range s.ActsOf(a) {
			at = append(at, act.Index)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, r := range d.service.Requests() {
		if r.Holder == a {
			at = append(at, r.Index)
		}
		for _, e := range r.Endorsements {
			if e.Endorser == a {
				at = append(at, e.Index)
			}
		}
		for _, e := range r.Declines {
			if e.Endorser == a {
				at = append(at, e.Index)
			}
		}
	}
	slices.Sort(at)
	out := []web.LogLine{}
	for _, index := range at[max(0, len(at)-maxActivity):] {
		_, raw, err := d.entry(ctx, index)
		if err != nil {
			return nil, err
		}
		line, err := d.line(ctx, index, raw)
		if err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	for _, b := range badges {
		line := web.LogLine{Index: -1, Kind: "badge-granted", Time: b.Granted, Actor: d.person(a), Title: b.Name, Number: int64(b.Level), Link: &web.LogLink{Badge: b.Type}}
		out = append(out, line)
		if b.Revoked != 0 {
			line.Kind, line.Time, line.Outcome = "badge-ended", b.Revoked, b.Reason
			out = append(out, line)
		}
	}
	slices.SortStableFunc(out, func(a, b web.LogLine) int { return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(b.Index, a.Index)) })
	return out[:min(len(out), maxActivity)], nil
}

// lastBallot returns a member's standing ballot on a proposal, or nil.
func (d *Desk) lastBallot(ctx context.Context, p document.Digest, a common.Address) (*replay.Cast, error) {
	var last *replay.Cast
	open := false
	err := d.view(func(s *replay.State) error {
		open = s.Electorate(p) != nil
		if b := s.LastBallot(p, a); b != nil {
			last = &replay.Cast{Proposal: p, Voter: a, Cast: *b}
		}
		return nil
	})
	if err != nil || open {
		return last, err
	}
	casts, err := d.casts(ctx, p)
	for i, c := range casts {
		if c.Voter == a && (last == nil || c.Sequence > last.Sequence) {
			last = &casts[i]
		}
	}
	return last, err
}
