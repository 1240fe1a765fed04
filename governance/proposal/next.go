package proposal

import "github.com/peritus-dao/peritus/governance/document"

// Facts are what [Next] must know beside the proposal.
type Facts struct {
	BaseMoved  bool          // the head of a lane is no longer the base
	SourceGone bool          // a document that one of the new ones rests on was withdrawn
	LaneBusy   bool          // another proposal holds a lane
	ChainTime  document.Time // time of the last finalized block in the record
	Freshness  int64         // seconds that ChainTime may lie before the opening
	Electorate bool          // false if a chamber would have no member
	Unmet      bool          // a gate of one of the documents is not met by signed results
	Enough     bool          // the sponsors that the rules ask for, or in an emergency the council, have signed
	Cools      document.Time // when the rest after the same proposal's failure ends; zero for none
	Swung      bool          // the outcome at the deadline is not the one before the last stretch

	// What a member's act has just brought about.
	Withdrawn bool // by the proposer
	Replaced  bool // by another revision
	Upheld    bool // an objection, by enough experts
	Vetoed    bool // by enough guardians
}

// Step is what happens to a proposal next.
type Step string

// The steps. None means that nothing is due at this time. Those that [Step.Acted] reports happen in the entry of the act
// that brings them about; every other step has a derived entry of its own.
const (
	None     Step = ""
	Take     Step = "review"    // sponsored: its review begins
	Retire   Step = "withdrawn" //
	Replace  Step = "revised"   //
	Refuse   Step = "rejected"  // an objection was upheld
	Stop     Step = "vetoed"    //
	Expire   Step = "expired"   //
	Open     Step = "open"      //
	Extend   Step = "extended"  //
	Close    Step = "close"     //
	Draw     Step = "drawn"     // the lot breaks a tie
	Finish   Step = "final"     //
	Void     Step = "void"      //
	GiveBack Step = "lapsed"    // an emergency was not ratified: the head moves back
)

// Acted reports whether a step happens in the entry of the act that brings it about.
func (s Step) Acted() bool {
	switch s {
	case Take, Retire, Replace, Refuse, Stop:
		return true
	}
	return false
}

// The reasons of a void, and Upheld of a rejection without a vote.
const (
	BaseMoved    = "base-moved"
	SourceGone   = "source-withdrawn"
	NotAnchored  = "not-anchored"
	NoElectorate = "no-electorate"
	Upheld       = "objection-upheld"
)

// Next says what is due at a time, and why if it is a void. It is a function of its arguments: the service asks it what
// to write, and every verifier asks it whether what was written was due. The rules are the proposal's own: those of its
// submission until it opens, and those of its opening from then on.
//
// The time of an entry is the word of whoever runs the service; the time of a finalized block is not. So no step is due
// before the chain has come to it.
func Next(p *Proposal, f Facts, now document.Time) (Step, string) {
	reached := func(t document.Time) bool { return now >= t && f.ChainTime >= t }
	switch {
	case p.Status.Ended():
		if p.Provisional() && reached(p.Lapses) {
			return GiveBack, ""
		}
		return None, ""
	case f.Withdrawn:
		return Retire, ""
	case f.Replaced:
		return Replace, ""
	case f.Upheld:
		return Refuse, Upheld
	case f.Vetoed:
		return Stop, ""
	case f.BaseMoved:
		return Void, BaseMoved
	case f.SourceGone:
		return Void, SourceGone
	}
	switch p.Status {
	case Submitted:
		switch {
		case f.Enough && p.Emergency:
			return Close, "" // the council is the chamber, and its signatures are the count
		case f.Enough:
			return Take, ""
		case p.Rules.Patience > 0 && reached(p.Submitted.Add(p.Rules.Patience)):
			return Expire, ""
		}
	case Review:
		switch {
		case now < p.Review, now < f.Cools, now < p.Blocked(), f.LaneBusy, f.Unmet, f.ChainTime.Add(f.Freshness) < now, f.ChainTime > now:
			return None, ""
		case !f.Electorate:
			return Void, NoElectorate
		}
		return Open, ""
	case Voting:
		// Not by the service's clock alone: the chain must have come to the deadline too, so that nobody closes early.
		switch {
		case !reached(p.Closes):
		case f.Swung && p.ExtendedAt == 0 && p.Rules.Swing > 0 && !p.Rules.Hidden:
			return Extend, ""
		default:
			return Close, ""
		}
	case Closed:
		// An anchor within the grace would be on a block that the record already holds.
		if f.ChainTime > p.Closes.Add(p.Rules.Grace) {
			return Void, NotAnchored
		}
	case Challenge:
		switch {
		case p.Tied:
			return Draw, ""
		case reached(p.Ends):
			return Finish, ""
		}
	}
	return None, ""
}

// AwaitsBlock reports whether a step waits for nothing but a finalized block of its time.
func (p *Proposal) AwaitsBlock(chain, now document.Time) bool {
	late := func(t document.Time) bool { return now >= t && chain < t }
	switch p.Status {
	case Submitted:
		return p.Rules.Patience > 0 && late(p.Submitted.Add(p.Rules.Patience))
	case Review:
		return now >= p.Review
	case Voting:
		return late(p.Closes)
	case Closed:
		return now > p.Closes.Add(p.Rules.Grace)
	case Challenge:
		return late(p.Ends)
	}
	return p.Provisional() && late(p.Lapses)
}
