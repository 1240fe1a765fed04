package proposal_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
)

// Every transition, on both sides of every boundary. The clock of the service and the time of the chain are apart where
// that matters: nothing happens before both have come to it.
func TestNext(t *testing.T) {
	fresh := proposal.Facts{ChainTime: 1000, Freshness: 3600, Electorate: true}
	with := func(f func(*proposal.Facts)) proposal.Facts { g := fresh; f(&g); return g }
	chain := func(at document.Time) proposal.Facts { return with(func(f *proposal.Facts) { f.ChainTime = at }) }
	enough := with(func(f *proposal.Facts) { f.Enough = true })
	rules := policy.Rules{Grace: 100, Patience: 500, Ruling: 50, Swing: 10, Extension: 20}
	waiting := proposal.Proposal{Status: proposal.Submitted, Submitted: 500, Rules: rules}
	reviewed := proposal.Proposal{Status: proposal.Review, Review: 1000, Rules: rules}
	voting := proposal.Proposal{Status: proposal.Voting, Closes: 1000, Rules: rules}
	edit := func(p proposal.Proposal, f func(*proposal.Proposal)) proposal.Proposal { f(&p); return p }
	objected := func(at document.Time, outcome proposal.Verb) proposal.Proposal {
		return edit(reviewed, func(p *proposal.Proposal) {
			p.Objections = []proposal.Objection{{Index: 7, Time: at, Outcome: outcome}}
		})
	}
	swung := with(func(f *proposal.Facts) { f.Swung = true })
	restored := proposal.Proposal{Status: proposal.Final, Lapses: 1000}
	for name, c := range map[string]struct {
		p     proposal.Proposal
		facts proposal.Facts
		now   document.Time
		step  proposal.Step
		why   string
	}{
		"waits for sponsors":              {waiting, chain(999), 999, proposal.None, ""},
		"sponsored":                       {waiting, enough, 999, proposal.Take, ""},
		"sponsored at the last moment":    {waiting, enough, 5000, proposal.Take, ""},
		"nobody's patience lasts":         {waiting, fresh, 1000, proposal.Expire, ""},
		"patience by our clock alone":     {waiting, chain(999), 5000, proposal.None, ""},
		"patience by the chain's alone":   {waiting, chain(5000), 999, proposal.None, ""},
		"patience without end":            {edit(waiting, func(p *proposal.Proposal) { p.Rules.Patience = 0 }), chain(1 << 40), 1 << 40, proposal.None, ""},
		"base moved under what waits":     {waiting, with(func(f *proposal.Facts) { f.BaseMoved = true }), 600, proposal.Void, proposal.BaseMoved},
		"the council has signed":          {edit(waiting, func(p *proposal.Proposal) { p.Emergency = true }), enough, 600, proposal.Close, ""},
		"withdrawn while it waits":        {waiting, with(func(f *proposal.Facts) { f.Withdrawn = true }), 600, proposal.Retire, ""},
		"revised while it waits":          {waiting, with(func(f *proposal.Facts) { f.Replaced = true }), 600, proposal.Replace, ""},
		"in review":                       {edit(reviewed, func(p *proposal.Proposal) { p.Review = 1001 }), fresh, 1000, proposal.None, ""},
		"review is over":                  {reviewed, fresh, 1000, proposal.Open, ""},
		"lane is busy":                    {reviewed, with(func(f *proposal.Facts) { f.LaneBusy = true }), 1000, proposal.None, ""},
		"gates are not met":               {reviewed, with(func(f *proposal.Facts) { f.Unmet = true }), 1000, proposal.None, ""},
		"rests after a failure":           {reviewed, with(func(f *proposal.Facts) { f.Cools = 1001 }), 1000, proposal.None, ""},
		"has rested":                      {reviewed, with(func(f *proposal.Facts) { f.Cools = 1000 }), 1000, proposal.Open, ""},
		"an objection blocks":             {objected(960, ""), fresh, 1009, proposal.None, ""},
		"an objection blocks no longer":   {objected(960, ""), fresh, 1010, proposal.Open, ""},
		"late objections end together":    {objected(1049, ""), fresh, 1049, proposal.None, ""},
		"a late one gains no time":        {objected(1049, ""), fresh, 1050, proposal.Open, ""},
		"an objection was retracted":      {objected(999, proposal.Retract), fresh, 1000, proposal.Open, ""},
		"an objection was dismissed":      {objected(999, proposal.Dismiss), fresh, 1000, proposal.Open, ""},
		"an objection was upheld":         {objected(999, proposal.Uphold), with(func(f *proposal.Facts) { f.Upheld = true }), 1000, proposal.Refuse, proposal.Upheld},
		"base moved":                      {edit(reviewed, func(p *proposal.Proposal) { p.Review = 5000 }), with(func(f *proposal.Facts) { f.BaseMoved = true }), 1000, proposal.Void, proposal.BaseMoved},
		"block is an hour old":            {reviewed, fresh, 4600, proposal.Open, ""},
		"block is older":                  {reviewed, fresh, 4601, proposal.None, ""},
		"block is from the future":        {edit(reviewed, func(p *proposal.Proposal) { p.Review = 0 }), fresh, 999, proposal.None, ""},
		"nobody may vote":                 {reviewed, with(func(f *proposal.Facts) { f.Electorate = false }), 1000, proposal.Void, proposal.NoElectorate},
		"voting":                          {voting, chain(999), 999, proposal.None, ""},
		"voting is over":                  {voting, fresh, 1000, proposal.Close, ""},
		"over by our clock alone":         {voting, chain(999), 9000, proposal.None, ""},
		"over by the chain's clock alone": {voting, chain(9000), 999, proposal.None, ""},
		"turned late":                     {voting, swung, 1000, proposal.Extend, ""},
		"turned late, before the end":     {edit(voting, func(p *proposal.Proposal) { p.Closes = 1001 }), swung, 1000, proposal.None, ""},
		"turned late a second time":       {edit(voting, func(p *proposal.Proposal) { p.ExtendedAt = 9 }), swung, 1000, proposal.Close, ""},
		"turned late without a rule":      {edit(voting, func(p *proposal.Proposal) { p.Rules.Swing = 0 }), swung, 1000, proposal.Close, ""},
		"turned late, hidden":             {edit(voting, func(p *proposal.Proposal) { p.Rules.Hidden = true }), swung, 1000, proposal.Close, ""},
		"withdrawn in the vote":           {voting, with(func(f *proposal.Facts) { f.Withdrawn = true }), 900, proposal.Retire, ""},
		"an emergency moved the base":     {voting, with(func(f *proposal.Facts) { f.BaseMoved = true }), 900, proposal.Void, proposal.BaseMoved},
		"within the grace":                {proposal.Proposal{Status: proposal.Closed, Closes: 900, Rules: rules}, fresh, 9000, proposal.None, ""},
		"grace is over":                   {proposal.Proposal{Status: proposal.Closed, Closes: 899, Rules: rules}, fresh, 9000, proposal.Void, proposal.NotAnchored},
		"vetoed before the anchor":        {proposal.Proposal{Status: proposal.Closed, Closes: 900, Rules: rules}, with(func(f *proposal.Facts) { f.Vetoed = true }), 950, proposal.Stop, ""},
		"in the window":                   {proposal.Proposal{Status: proposal.Challenge, Ends: 1001}, fresh, 1000, proposal.None, ""},
		"window is over":                  {proposal.Proposal{Status: proposal.Challenge, Ends: 1000}, fresh, 1000, proposal.Finish, ""},
		"window by our clock":             {proposal.Proposal{Status: proposal.Challenge, Ends: 1001}, fresh, 9000, proposal.None, ""},
		"vetoed":                          {proposal.Proposal{Status: proposal.Challenge, Ends: 1001}, with(func(f *proposal.Facts) { f.Vetoed = true }), 1000, proposal.Stop, ""},
		"upheld in the window":            {proposal.Proposal{Status: proposal.Challenge, Ends: 1001}, with(func(f *proposal.Facts) { f.Upheld = true }), 1000, proposal.Refuse, proposal.Upheld},
		"final":                           {proposal.Proposal{Status: proposal.Final}, chain(1 << 40), 1 << 40, proposal.None, ""},
		"restored":                        {restored, chain(999), 999, proposal.None, ""},
		"restored and not ratified":       {restored, fresh, 1000, proposal.GiveBack, ""},
		"restored, by our clock":          {restored, chain(999), 5000, proposal.None, ""},
		"restored and ratified":           {edit(restored, func(p *proposal.Proposal) { p.SettledAt = 9 }), fresh, 5000, proposal.None, ""},
		"ended, whatever is brought": {proposal.Proposal{Status: proposal.Rejected}, with(func(f *proposal.Facts) {
			f.Withdrawn, f.Replaced, f.Upheld, f.Vetoed, f.BaseMoved, f.Enough = true, true, true, true, true, true
		}), 1 << 40, proposal.None, ""},
	} {
		if step, why := proposal.Next(&c.p, c.facts, c.now); step != c.step || why != c.why {
			t.Errorf("%s: got %q %q, want %q %q", name, step, why, c.step, c.why)
		}
	}
}

func TestWhatAwaitsABlock(t *testing.T) {
	rules := policy.Rules{Grace: 100, Patience: 500}
	for name, c := range map[string]struct {
		p    proposal.Proposal
		now  document.Time
		want bool
	}{
		"patience":     {proposal.Proposal{Status: proposal.Submitted, Submitted: 510, Rules: rules}, 1010, true},
		"not yet":      {proposal.Proposal{Status: proposal.Submitted, Submitted: 510, Rules: rules}, 1009, false},
		"review":       {proposal.Proposal{Status: proposal.Review, Review: 1000}, 1000, true},
		"in review":    {proposal.Proposal{Status: proposal.Review, Review: 1001}, 1000, false},
		"deadline":     {proposal.Proposal{Status: proposal.Voting, Closes: 1001}, 1001, true},
		"chain is on":  {proposal.Proposal{Status: proposal.Voting, Closes: 1000}, 1001, false},
		"grace":        {proposal.Proposal{Status: proposal.Closed, Closes: 1000, Rules: rules}, 1101, true},
		"within grace": {proposal.Proposal{Status: proposal.Closed, Closes: 1000, Rules: rules}, 1100, false},
		"window":       {proposal.Proposal{Status: proposal.Challenge, Ends: 1001}, 1001, true},
		"emergency":    {proposal.Proposal{Status: proposal.Final, Lapses: 1001}, 1001, true},
		"final":        {proposal.Proposal{Status: proposal.Final}, 1001, false},
	} {
		if got := c.p.AwaitsBlock(1000, c.now); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestStatuses(t *testing.T) {
	for _, s := range proposal.Statuses() {
		n := 0
		for _, in := range []bool{s.Early(), s.Open(), s.Ended()} {
			if in {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s is in %d phases", s, n)
		}
		if s.Failed() && !s.Ended() {
			t.Errorf("%s failed and goes on", s)
		}
	}
	open := slices.DeleteFunc(proposal.Statuses(), func(s proposal.Status) bool { return !s.Open() })
	if !slices.Equal(open, []proposal.Status{proposal.Voting, proposal.Closed, proposal.Challenge}) {
		t.Errorf("%v hold lanes", open)
	}
}

// Whatever the facts, an ended proposal stays as it is, a step that an act brings about comes from an act, and time alone
// never goes backwards: what is due now is due later too, unless something else has happened.
func TestNextHoldsForAllFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := func(name string) document.Time { return document.Time(rapid.Int64Range(0, 200).Draw(t, name)) }
		p := proposal.Proposal{
			Status: rapid.SampledFrom(proposal.Statuses()).Draw(t, "status"), Emergency: rapid.Bool().Draw(t, "emergency"),
			Submitted: at("submitted"), Review: at("review"), Closes: at("closes"), Ends: at("ends"), Lapses: at("lapses"),
			Rules: policy.Rules{Grace: int64(at("grace")), Patience: int64(at("patience")), Ruling: int64(at("ruling")), Swing: int64(at("swing")), Hidden: rapid.Bool().Draw(t, "hidden")},
		}
		f := proposal.Facts{
			BaseMoved: rapid.Bool().Draw(t, "moved"), LaneBusy: rapid.Bool().Draw(t, "busy"), ChainTime: at("chain"), Freshness: 1000,
			Electorate: rapid.Bool().Draw(t, "electorate"), Enough: rapid.Bool().Draw(t, "enough"), Cools: at("cools"), Swung: rapid.Bool().Draw(t, "swung"),
		}
		now := at("now")
		step, why := proposal.Next(&p, f, now)
		if again, _ := proposal.Next(&p, f, now); again != step {
			t.Fatal("not a function")
		}
		if (why != "") != (step == proposal.Void) {
			t.Fatalf("%s because %q", step, why)
		}
		if step.Acted() && !(step == proposal.Take && p.Status == proposal.Submitted) {
			t.Fatalf("%s without an act", step)
		}
		if p.Status.Ended() && step != proposal.None && !(step == proposal.GiveBack && p.Provisional()) {
			t.Fatalf("%s after the end", step)
		}
		f.ChainTime, now = f.ChainTime+50, now+50
		if later, _ := proposal.Next(&p, f, now); step != proposal.None && later != step && !(p.Status == proposal.Submitted && later != proposal.None) {
			if !(f.ChainTime > now) { // a block from the future is waited for
				t.Fatalf("%s at first, %s later", step, later)
			}
		}
	})
}
