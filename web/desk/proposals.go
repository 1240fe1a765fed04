package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/tally"
	"github.com/peritus-dao/peritus/web"
)

// facts is what the state says of one proposal, read at one moment.
type facts struct {
	proposal.Proposal
	rules      policy.Rules         // frozen, or as they stand
	shares     []weight.Share       // frozen, or as they stand
	policy     policy.Policy        // in force now; the frozen one is read by its digest
	policyNow  document.Digest      // its digest
	electorate *proposal.Electorate // of an open vote, or a preview of one to come; nil if it must be read by its digest
	frozen     bool                 // the electorate is not a preview
	tally      *replay.Tally        // of an open vote
	anchor     *web.Anchored        // that made it final
	release    *web.ReleaseRef      // that it led to
	released   int64                // entry of that release; -1: none
	last       map[common.Address]ballot.Cast
}

// read gathers the facts of a proposal. Texts and documents are read afterwards, outside the service's lock.
func (d *Desk) read(ctx context.Context, revision document.Digest, full bool) (facts, error) {
	var f facts
	err := d.view(func(s *replay.State) error {
		p, ok := s.Proposal(revision)
		if !ok {
			return refusal.New(refusal.NotFound, "proposal-unknown", "revision", "There is no proposal with this digest here. Check that it was copied whole.")
		}
		return d.gather(ctx, s, p, full, &f)
	})
	return f, err
}

func (d *Desk) gather(ctx context.Context, s *replay.State, p proposal.Proposal, full bool, f *facts) error {
	f.Proposal, f.rules, f.shares, f.frozen, f.released = p, p.Rules, p.Shares, p.OpenedAt > 0, -1
	genesis, _ := s.Genesis()
	head, _ := s.Head(genesis.Policy)
	f.policy, f.policyNow = s.Policy(), head.Digest
	switch {
	case p.Status.Early() && full:
		e, shares, rules, err := s.Freeze(&p, d.service.Blobs(ctx))
		if err != nil {
			return err
		}
		f.electorate, f.shares, f.rules, f.frozen = &e, shares, rules, false
	case p.Status.Early():
		var err error
		if f.shares, f.rules, err = s.Touched(&p, d.service.Blobs(ctx)); err != nil {
			return err
		}
		f.frozen = false
	case p.Status == proposal.Voting:
		f.electorate = s.Electorate(p.Digest)
		if !p.Rules.Hidden {
			t, err := d.count(s, p.Digest)
			if err != nil {
				return err
			}
			f.tally = &t
		}
		if full {
			f.last = map[common.Address]ballot.Cast{}
			for _, c := range s.Casts(p.Digest) {
				f.last[c.Voter] = c.Cast
			}
		}
	}
	if p.AnchoredAt > 0 {
		f.anchor = anchorAt(s, p.AnchoredAt)
	}
	for _, channel := range s.Channels() {
		for _, r := range s.Releases(channel) {
			if r.Intent.Proposal == p.Digest && !r.Statement.IsZero() {
				f.release, f.released = &web.ReleaseRef{Channel: channel, Sequence: r.Intent.Sequence}, r.ReleasedAt
			}
		}
	}
	return nil
}

// count counts an open vote, or remembers the count if the log has not grown since.
func (d *Desk) count(s *replay.State, p document.Digest) (replay.Tally, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if c, ok := d.counts[p]; ok && c.size == s.Size() {
		return c.tally, nil
	}
	t, err := s.Count(p)
	if err == nil {
		d.counts[p] = counted{s.Size(), t}
	}
	return t, err
}

// Overview implements [web.Service].
func (d *Desk) Overview(ctx context.Context) (web.Overview, error) {
	var o web.Overview
	all, err := d.Proposals(ctx, "")
	if err != nil {
		return o, err
	}
	for _, s := range all {
		switch proposal.Status(s.Status) {
		case proposal.Voting, proposal.Closed, proposal.Challenge:
			o.Open = append(o.Open, s)
		case proposal.Submitted, proposal.Review:
		default:
			if len(o.Recent) < 5 {
				o.Recent = append(o.Recent, s)
			}
		}
	}
	// Open votes first, then what can still be challenged; the earliest deadline first.
	slices.SortStableFunc(o.Open, func(a, b web.ProposalSummary) int {
		if open := cmp.Compare(b2i(b.Status == "voting"), b2i(a.Status == "voting")); open != 0 {
			return open
		}
		return cmp.Compare(a.Closes, b.Closes)
	})
	if o.Heads, err = d.Documents(ctx); err != nil {
		return o, err
	}
	err = d.view(func(s *replay.State) error {
		o.LogSize, o.LogTime, o.Anchored = s.Size(), s.Time(), lastAnchor(s)
		return nil
	})
	return o, err
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Proposals implements [web.Service].
func (d *Desk) Proposals(ctx context.Context, status string) ([]web.ProposalSummary, error) {
	var all []facts
	err := d.view(func(s *replay.State) error {
		for _, p := range slices.Backward(s.Proposals()) {
			if status != "" && status != string(p.Status) {
				continue
			}
			var f facts
			if err := d.gather(ctx, s, p, false, &f); err != nil {
				return err
			}
			all = append(all, f)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]web.ProposalSummary, 0, len(all))
	for i := range all {
		s, err := d.summary(ctx, &all[i])
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// summary is a proposal in a list. It reads the count of a closed vote into f.
func (d *Desk) summary(ctx context.Context, f *facts) (web.ProposalSummary, error) {
	title, err := d.text(ctx, f.Title.Text)
	if err != nil {
		return web.ProposalSummary{}, err
	}
	s := web.ProposalSummary{
		Revision: f.Digest, Title: title, Status: string(f.Status), Submitted: f.Submitted, Opens: f.Opened, Closes: f.Closes, Finals: f.Ends,
		Ballots: f.Ballots, Electors: f.Chambers[proposal.Experts].Members,
	}
	if s.Opens == 0 {
		s.Opens = f.Review
	}
	if f.Status == proposal.Voided {
		s.Closes = f.Ended
	}
	for _, share := range f.shares {
		s.Domains = append(s.Domains, web.Share{Domain: share.Domain, Points: share.Points, Micro: share.Micro})
	}
	for i, lane := range f.Lanes {
		raw, err := d.blob(ctx, shown(f.Proposal, lane))
		if err != nil {
			return s, err
		}
		name := d.named(lane.Head, raw).Name
		if s.Head == "" && (!lane.Base.IsZero() || f.Status == proposal.Final) {
			s.Head = lane.Head // one that has a page: a new document has none before it is decided
		}
		if i == 0 {
			s.HeadTitle = name
		} else {
			s.HeadTitle += ", " + name
		}
	}
	if !f.Tally.IsZero() && f.tally == nil {
		raw, err := d.blob(ctx, f.Tally)
		if err != nil {
			return s, err
		}
		f.tally = new(replay.Tally)
		if err := document.Unmarshal(raw, f.tally); err != nil {
			return s, err
		}
	}
	if f.tally != nil {
		r := f.tally.Chambers[proposal.Experts]
		s.Ballots = f.tally.Ballots
		s.Result = &web.Result{Final: f.Status != proposal.Voting, Passed: f.tally.Outcome == replay.Passed,
			For: r.For.Weight, Against: r.Against.Weight, Abstain: r.Abstain.Weight}
	}
	if f.electorate != nil {
		if c := f.electorate.Chamber(proposal.Experts); c != nil {
			s.Electors = c.Members
		}
	}
	return s, nil
}

// Proposal implements [web.Service].
func (d *Desk) Proposal(ctx context.Context, revision document.Digest) (web.Proposal, error) {
	f, err := d.read(ctx, revision, true)
	if err != nil {
		return web.Proposal{}, err
	}
	summary, err := d.summary(ctx, &f)
	if err != nil {
		return web.Proposal{}, err
	}
	lane := f.Lanes[0]
	p := web.Proposal{
		ProposalSummary: summary, Proposer: d.person(f.Proposer), Kind: lane.Schema, KindTitle: d.kindTitle(lane.Schema), Base: lane.Base, Document: lane.Document,
		Electorate: f.Electorate, Frozen: web.FrozenAt{Block: f.Block, Time: f.BlockTime}, Rules: d.rules(f), Timeline: timeline(f),
	}
	if p.Summary, err = d.text(ctx, f.Summary); err != nil {
		return p, err
	}
	var warnings []document.Warning
	pol, err := d.frozenPolicy(ctx, f)
	if err != nil {
		return p, err
	}
	lanes := slices.Clone(f.Differences())
	slices.SortStableFunc(lanes, func(a, b proposal.Lane) int {
		return cmp.Or(cmp.Compare(a.Option, b.Option), rank(a.Schema)-rank(b.Schema))
	})
	for _, lane := range lanes {
		if lane.Document.IsZero() {
			continue // a poll about the document
		}
		changes, found, err := d.changes(ctx, lane, pol, nil)
		if err != nil {
			return p, err
		}
		p.Changes, warnings = append(p.Changes, changes...), append(warnings, found...)
		var v web.Proposal
		if err := d.versions(ctx, lane, &v); err != nil {
			return p, err
		}
		raw, err := d.blob(ctx, lane.Document)
		if err != nil {
			return p, err
		}
		p.Documents = append(p.Documents, web.DocumentChange{Head: lane.Head, Option: lane.Option, Title: d.named(lane.Head, raw).Name, KindTitle: d.kindTitle(lane.Schema), Base: lane.Base, Document: lane.Document,
			Version: v.Version, BaseVersion: v.BaseTitle, Bump: v.Bump, BumpWhy: v.BumpWhy, Changes: changes})
	}
	shelf, err := d.shelf()
	if err != nil {
		return p, err
	}
	if p.Names, err = shelf.namesIn(ctx, p.Changes); err != nil {
		return p, err
	}
	for _, w := range warnings {
		p.Warnings = append(p.Warnings, sentence(w.Detail))
	}
	if !lane.Document.IsZero() { // a vote over options has no new version before it is decided
		if err := d.versions(ctx, lane, &p); err != nil {
			return p, err
		}
	}
	p.Chambers = chambers(f)
	p.Decision = decision(f)
	for i, e := range p.Timeline {
		if e.Time == 0 && e.Entry > 0 {
			if p.Timeline[i].Time, err = d.entryTime(ctx, e.Entry); err != nil {
				return p, err
			}
		}
	}
	p.Life, err = d.life(ctx, f.Proposal)
	return p, err
}

// shown is the version by which a proposal's lane is named: the new one, in a vote over options the current one, or of a new
// document the first that an option brings.
func shown(p proposal.Proposal, lane proposal.Lane) document.Digest {
	if !lane.Document.IsZero() {
		return lane.Document
	}
	for _, l := range p.Subject {
		if l.Head == lane.Head && lane.Base.IsZero() {
			return l.Document
		}
	}
	return lane.Base
}

func (d *Desk) rules(f facts) web.Rules {
	r := web.Rules{
		Policy: f.Policy, Threshold: f.rules.Threshold.String(), QuorumWeight: f.rules.Quorum.String(), QuorumHeads: f.rules.Heads, DomainHeads: f.rules.DomainHeads,
		Review: f.rules.Review, Voting: f.rules.Voting, Challenge: f.rules.Window,
		Sponsors: f.rules.Sponsors, Patience: f.rules.Patience, Ruling: f.rules.Ruling, Swing: f.rules.Swing, Extension: f.rules.Extension, Cooldown: f.rules.Cooldown,
		HiddenResults: f.rules.Hidden,
	}
	if r.Policy.IsZero() {
		r.Policy = f.policyNow
	}
	return r
}

// frozenPolicy is the policy that the proposal is judged by.
func (d *Desk) frozenPolicy(ctx context.Context, f facts) (policy.Policy, error) {
	if f.Policy.IsZero() || f.Policy == f.policyNow {
		return f.policy, nil
	}
	raw, err := d.blob(ctx, f.Policy)
	if err != nil {
		return policy.Policy{}, err
	}
	return policy.Parse(raw)
}

// versions says how far the version moves, and why.
func (d *Desk) versions(ctx context.Context, lane proposal.Lane, p *web.Proposal) error {
	after, err := d.blob(ctx, lane.Document)
	if err != nil {
		return err
	}
	p.Version = d.named(lane.Head, after).Version
	if lane.Base.IsZero() {
		return nil
	}
	before, err := d.blob(ctx, lane.Base)
	if err != nil {
		return err
	}
	p.BaseTitle = d.named(lane.Head, before).Version
	if kind := d.cfg.Kinds[lane.Schema]; kind.Bump != nil {
		bump, why, err := kind.Bump(before, after)
		if err != nil {
			return err
		}
		p.Bump, p.BumpWhy = bump.String(), why
	}
	return nil
}

// maxText is the largest text beside a document that is compared on a page.
const maxText = 64 << 10

// changes lists what one document changes, with who has a say because of it. A text that is part of the document, named
// there by its digest, is shown as the text that it is. News are bytes that the record does not hold yet.
func (d *Desk) changes(ctx context.Context, lane proposal.Lane, pol policy.Policy, news map[document.Digest][]byte) ([]web.Change, []document.Warning, error) {
	read := func(digest document.Digest) ([]byte, error) {
		if raw, ok := news[digest]; ok {
			return raw, nil
		}
		return d.blob(ctx, digest)
	}
	after, err := read(lane.Document)
	if err != nil {
		return nil, nil, err
	}
	var before []byte
	if !lane.Base.IsZero() {
		if before, err = read(lane.Base); err != nil {
			return nil, nil, err
		}
	}
	diff, err := document.Diff(before, after)
	if err != nil {
		return nil, nil, err
	}
	kind := d.cfg.Kinds[lane.Schema]
	texts, err := texts(kind, before, after, read)
	if err != nil {
		return nil, nil, err
	}
	rules := pol.Kinds[lane.Schema]
	var out []web.Change
	for _, c := range diff {
		place := ""
		for _, at := range slices.Sorted(maps.Keys(texts)) {
			if c.Path == at || policy.Match(at+"/**", c.Path) {
				place = at
			}
		}
		change := web.Change{Path: c.Path, Op: c.Op, Before: c.Before, After: c.After, Domains: domains(rules, c.Path)}
		if place != "" {
			text := texts[place]
			if text.shown {
				continue
			}
			text.shown = true
			texts[place] = text
			change.Path, change.Before, change.After = place, text.before, text.after
		}
		out = append(out, change)
	}
	var warnings []document.Warning
	if kind.Warnings != nil && before != nil {
		if warnings, err = kind.Warnings(before, after); err != nil {
			return nil, nil, err
		}
	}
	for i := range out {
		for _, w := range warnings {
			if out[i].Path == w.Path || strings.HasPrefix(out[i].Path, w.Path+"/") || strings.HasPrefix(w.Path, out[i].Path+"/") {
				out[i].Note = strings.TrimSpace(out[i].Note + " " + sentence(w.Detail))
			}
		}
	}
	return out, warnings, nil
}

// sentence makes one of the words of a warning.
func sentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(words[size:], ".") + "."
}

// compared is a text beside a document before and after, as JSON strings.
type compared struct {
	before, after json.RawMessage
	shown         bool
}

// texts reads the texts that are part of a document and differ, by the path of their digest.
func texts(kind document.Kind, before, after []byte, read func(document.Digest) ([]byte, error)) (map[string]compared, error) {
	if kind.References == nil {
		return nil, nil
	}
	now, err := kind.References(after)
	if err != nil {
		return nil, err
	}
	was := map[string]document.Digest{}
	if before != nil {
		if was, err = kind.References(before); err != nil {
			return nil, err
		}
	}
	out := map[string]compared{}
	for at, digest := range now {
		if digest == was[at] {
			continue
		}
		var c compared
		if c.after, err = quoted(read(digest)); err != nil {
			return nil, err
		}
		if !was[at].IsZero() {
			if c.before, err = quoted(read(was[at])); err != nil {
				return nil, err
			}
		}
		if c.after != nil && (c.before != nil || was[at].IsZero()) {
			out[at] = c
		}
	}
	return out, nil
}

// quoted returns a text as a JSON string, or nil if it is no text that can be shown.
func quoted(raw []byte, err error) (json.RawMessage, error) {
	if err != nil || len(raw) > maxText || !utf8.Valid(raw) {
		return nil, err
	}
	return json.Marshal(string(raw))
}

// domains says whose field a place is: the most specific pattern of the policy decides, as in the count of points.
func domains(rules policy.Kind, path string) []web.Share {
	best, found := "", false
	for _, pattern := range slices.Sorted(maps.Keys(rules.Paths)) {
		if policy.Match(pattern, path) && (!found || policy.MoreSpecific(pattern, best)) {
			best, found = pattern, true
		}
	}
	if !found {
		return []web.Share{{Domain: policy.General, Points: 1}}
	}
	var out []web.Share
	for _, domain := range slices.Sorted(maps.Keys(rules.Paths[best])) {
		out = append(out, web.Share{Domain: domain, Points: rules.Paths[best][domain]})
	}
	return out
}

// chambers are the bodies that must agree, the one of all first.
func chambers(f facts) []web.Chamber {
	var out []web.Chamber
	switch {
	case len(f.Chambers) > 0:
		for _, name := range slices.Sorted(maps.Keys(f.Chambers)) {
			c := f.Chambers[name]
			out = append(out, web.Chamber{Name: name, Domain: c.Domain, Electors: c.Members, Total: c.Total})
		}
	case f.electorate != nil:
		for _, c := range f.electorate.Chambers {
			out = append(out, web.Chamber{Name: c.Name, Domain: c.Domain, Electors: c.Members, Total: c.Total})
		}
	}
	if f.tally != nil {
		for i := range out {
			if r, ok := f.tally.Chambers[out[i].Name]; ok {
				out[i].Result = result(r)
			}
			if r, ok := f.tally.Polls[out[i].Name]; ok {
				out[i].Result, out[i].Poll = nil, poll(r, f.tally.Options, f.tally.Polls[proposal.Experts].Count.Winners)
			}
		}
	}
	return out
}

// poll is a chamber's count, with what it says of the winner among all.
func poll(r replay.Poll, options, winners []string) *web.PollResult {
	out := &web.PollResult{Heads: r.Turnout.Heads, Weight: r.Turnout.Weight, Quorum: r.Quorum, QuorumHeads: r.QuorumHeads, QuorumMet: r.QuorumMet, Approved: r.Approved, Count: r.Count}
	if len(r.Count.Winners) > 0 {
		out.Winner = r.Count.Winners[0]
	}
	if slices.Contains(options, proposal.StatusQuo) && len(winners) > 0 && winners[0] != proposal.StatusQuo {
		out.StatusQuo = &web.StatusQuo{Winner: winners[0], For: r.Winner.Weight, Against: r.Quo.Weight, HeadsFor: r.Winner.Heads, HeadsAgainst: r.Quo.Heads, Threshold: r.Threshold.String()}
	}
	return out
}

func result(r tally.Result) *web.ChamberResult {
	return &web.ChamberResult{
		For: r.For.Weight, Against: r.Against.Weight, Abstain: r.Abstain.Weight,
		Heads: r.Turnout.Heads, HeadsFor: r.For.Heads, HeadsAgainst: r.Against.Heads, HeadsAbstain: r.Abstain.Heads,
		Quorum: r.Quorum, QuorumHeads: r.QuorumHeads, Threshold: r.Threshold.String(),
		QuorumMet: r.QuorumMet, ThresholdMet: tally.Above(r.For.Weight, r.For.Weight+r.Against.Weight, r.Threshold), Passed: r.QuorumMet && r.Approved,
	}
}

// timeline is the life of a proposal: what the record holds, and what the rules still have in store.
func timeline(f facts) []web.Event {
	event := func(name string, at document.Time, done bool, entry int64) web.Event {
		if !done || entry == 0 {
			entry = -1
		}
		return web.Event{Name: name, Time: at, Done: done, Entry: entry}
	}
	opened := f.Opened != 0
	opens := f.Opened
	if !opened {
		opens = max(f.Review, f.Blocked())
	}
	if f.Status == proposal.Submitted {
		opens = f.Submitted.Add(f.rules.Review) // at the earliest
	}
	closes := f.Closes
	if !opened {
		closes = opens.Add(f.rules.Voting)
	}
	out := []web.Event{
		{Name: "submitted", Time: f.Submitted, Done: true, Entry: f.Index},
		event("opened", opens, opened, f.OpenedAt),
		event("closes", closes, f.ClosedAt > 0, f.ClosedAt),
	}
	if f.ExtendedAt > 0 {
		out = slices.Insert(out, 2, event("extended", 0, true, f.ExtendedAt))
	}
	if f.SponsoredAt > 0 && f.SponsoredAt != f.Index {
		out = slices.Insert(out, 1, event("sponsored", 0, true, f.SponsoredAt))
	}
	for _, v := range f.Void {
		at := slices.IndexFunc(out, func(e web.Event) bool { return e.Name == "opened" })
		out = slices.Insert(out, at, event("voided", v.Time, true, v.Index))
	}
	switch f.Status {
	case proposal.NoQuorum:
		return out
	case proposal.Rejected:
		if f.Reason == "" {
			return out
		}
		fallthrough
	case proposal.Voided, proposal.Vetoed, proposal.Withdrawn, proposal.Revised, proposal.Expired:
		// What never came is left out.
		out = slices.DeleteFunc(out, func(e web.Event) bool { return !e.Done })
		return append(out, event(string(f.Status), f.Ended, true, f.EndedAt))
	}
	ends := f.Ends
	if ends == 0 {
		ends = closes.Add(f.rules.Window) // at the earliest
	}
	anchoredTime := closes
	if f.anchor != nil {
		anchoredTime = f.anchor.Time
	}
	out = append(out,
		event("anchored", anchoredTime, f.AnchoredAt > 0, f.AnchoredAt),
		event("final", ends, f.FinalAt > 0, f.FinalAt),
	)
	switch {
	case f.Status == proposal.Lapsed:
		out = append(out, event("lapsed", f.Ended, true, f.SettledAt))
	case f.Provisional():
		out = append(out, event("lapses", f.Lapses, false, 0))
	}
	if f.Status == proposal.Final {
		out[slices.IndexFunc(out, func(e web.Event) bool { return e.Name == "final" })].Time = f.Ended
		if f.release != nil {
			out = append(out, event("released", 0, true, f.released))
		}
	}
	return out
}

// decision is what a vote led to, nil while it is open.
func decision(f facts) *web.Decision {
	out := &web.Decision{Tally: f.Tally, Entry: f.ClosedAt, Anchored: f.anchor, Release: f.release}
	switch f.Status {
	case proposal.Final:
		out.Outcome = "passed"
	case proposal.Rejected, proposal.NoQuorum, proposal.Vetoed, proposal.Withdrawn, proposal.Revised, proposal.Expired, proposal.Lapsed:
		out.Outcome, out.Why = string(f.Status), f.Reason
	case proposal.Voided:
		out.Outcome, out.Why = "void", f.Reason
	default:
		return nil
	}
	return out
}

// list returns the electorate: of an open vote, a preview of one to come, or the frozen one by its digest.
func (d *Desk) list(ctx context.Context, f facts) (proposal.Electorate, error) {
	if f.electorate != nil {
		return *f.electorate, nil
	}
	if f.List.IsZero() {
		return proposal.Electorate{}, nil // it ended before it opened
	}
	raw, err := d.blob(ctx, f.List)
	if err != nil {
		return proposal.Electorate{}, err
	}
	e, err := proposal.ParseElectorate(raw, func(part document.Digest) ([]byte, error) { return d.blob(ctx, part) })
	e.Correct(f.Corrections, f.Moves)
	return e, err
}

// Standing implements [web.Service].
func (d *Desk) Standing(ctx context.Context, revision document.Digest, member common.Address) (web.Standing, error) {
	f, err := d.read(ctx, revision, true)
	if err != nil {
		return web.Standing{}, err
	}
	e, err := d.list(ctx, f)
	if err != nil {
		return web.Standing{}, err
	}
	out := web.Standing{Member: d.person(member), Frozen: f.frozen, Votable: f.Status == proposal.Voting && d.Now() < f.Closes && e.Has(member)}
	pol, err := d.frozenPolicy(ctx, f)
	if err != nil {
		return out, err
	}
	for i := range e.Chambers {
		c := &e.Chambers[i]
		line := web.StandingChamber{Name: c.Name, Domain: c.Domain, Weight: c.Weight(member), Total: c.Total}
		shares := f.shares
		if c.Domain != "" {
			shares = weight.Shares(map[string]uint64{c.Domain: 1})
		}
		if line.Words, err = d.why(f, pol.Weight, shares, member, c); err != nil {
			return out, err
		}
		if line.Weight > 0 || c.Domain == "" {
			out.Chambers = append(out.Chambers, line)
		}
	}
	err = d.view(func(s *replay.State) error {
		out.May = s.May(revision, member, max(d.Now(), s.Time()))
		return nil
	})
	if err != nil {
		return out, err
	}
	leaf, _ := e.Leaf(member)
	if last, ok := f.last[leaf]; ok {
		at, err := d.entryTime(ctx, last.Index)
		if err != nil {
			return out, err
		}
		out.Current = &web.CastChoice{Choice: last.Choice, Index: last.Index, Time: at, Sequence: last.Sequence}
	}
	return out, nil
}

// why explains a weight in a chamber from the badges that the electorate was taken from.
func (d *Desk) why(f facts, p weight.Parameters, shares []weight.Share, member common.Address, c *proposal.Chamber) ([]string, error) {
	var words []string
	err := d.view(func(s *replay.State) error {
		trace, err := s.Why(f.Proposal, p, shares, c, member)
		words = trace.Words()
		return err
	})
	return words, err
}

// Recount implements [web.Service].
func (d *Desk) Recount(ctx context.Context, revision document.Digest) (web.Recount, error) {
	f, err := d.read(ctx, revision, true)
	if err != nil {
		return web.Recount{}, err
	}
	summary, err := d.summary(ctx, &f)
	if err != nil {
		return web.Recount{}, err
	}
	e, err := d.list(ctx, f)
	if err != nil {
		return web.Recount{}, err
	}
	if f.Status == proposal.Voting && f.Rules.Hidden {
		return web.Recount{}, refusal.New(refusal.Closed, "results-hidden", "proposal", "The ballots of this vote are hidden until it closes.")
	}
	out := web.Recount{Proposal: summary, Rules: d.rules(f), Chambers: chambers(f)}
	if f.tally != nil {
		out.Method, out.Options = f.tally.Method, f.tally.Options
	}
	casts, err := d.casts(ctx, revision)
	if err != nil {
		return out, err
	}
	casts = slices.DeleteFunc(casts, func(c replay.Cast) bool { return c.Index < f.From() }) // of a vote that was void
	last := map[common.Address]replay.Cast{}                                                 // by the address that the electorate lists
	for _, c := range casts {
		leaf := leafOf(f.Moves, c.Voter)
		if old, ok := last[leaf]; !ok || c.Sequence > old.Sequence {
			last[leaf] = c
		}
	}
	entries, err := d.ballotEntries(ctx, casts)
	if err != nil {
		return out, err
	}
	for i, c := range casts {
		leaf := leafOf(f.Moves, c.Voter)
		b, err := d.counted(ctx, c, leaf, entries[i], last[leaf], e, out.Chambers)
		if err != nil {
			return out, err
		}
		out.Ballots = append(out.Ballots, b)
	}
	return out, nil
}

// leafOf returns the address under which an electorate lists who cast a ballot, at whatever time.
func leafOf(moves []proposal.Move, a common.Address) common.Address {
	for _, m := range slices.Backward(moves) {
		if m.To == a {
			a = m.From
		}
	}
	return a
}

// casts reads all ballots of a proposal in the order of the record.
func (d *Desk) casts(ctx context.Context, revision document.Digest) ([]replay.Cast, error) {
	var out []replay.Cast
	for first := int64(0); ; {
		page, err := d.store().Ballots(ctx, revision, first, 4096)
		if err != nil || len(page) == 0 {
			return out, err
		}
		out = append(out, page...)
		first = page[len(page)-1].Index + 1
	}
}
