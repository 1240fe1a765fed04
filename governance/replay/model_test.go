package replay_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// A model is what a few lines say of the life of proposals to change one note, each sponsored by one other expert of
// safety, with a review of an hour, a vote of three days and a window of a day. It knows nothing of the reducer: time
// moves in hours, the chain and the clock together, and whatever falls due happens in the order of the list.
type model struct {
	now   int // hours
	votes []*modelVote
	head  int // the proposal whose text stands, -1 for the first text
	term  int // when the guardians' term ends
}

type modelVote struct {
	status   proposal.Status
	proposer string
	base     int
	text     string

	submitted, review, closes, closed, ends int
	sponsors, vetoes, halts                 []string
	recused                                 map[string]bool
	objections                              []*modelObjection
	cast                                    map[string]string
	left                                    map[string]bool // recused before the opening
	early                                   string          // outcome as the last six hours began
	extended                                bool
	queue                                   int
}

type modelObjection struct {
	member, ground, outcome string
	at                      int
	index                   int64 // of the real entry: the only thing that the model is told
	uphold, dismiss         []string
}

// Hours of the rules of [replaytest.Lively].
const (
	mReview, mVoting, mWindow, mPatience, mRuling, mSwing, mExtension, mCooldown = 1, 72, 24, 48, 24, 6, 12, 240
)

// The weights in safety, which alone is touched. cy is an expert of law, gil and gus are guardians without a badge.
var modelWeight = map[string]int{"ada": 40, "bo": 10, "dan": 20}

func (m *model) outcome(v *modelVote) string {
	yes, no, heads, weight := 0, 0, 0, 0
	for name, choice := range v.cast {
		if v.recused[name] || choice == "withdraw" {
			continue
		}
		heads++
		weight += modelWeight[name]
		switch choice {
		case "for":
			yes += modelWeight[name]
		case "against":
			no += modelWeight[name]
		}
	}
	total := 0
	for name, w := range modelWeight {
		if !v.left[name] {
			total += w
		}
	}
	switch {
	case heads < 2 || 5*weight < total:
		return "no-quorum"
	case yes > no:
		return "passed"
	}
	return "rejected"
}

// advance lets hours pass and everything happen that falls due, and returns what was written.
func (m *model) advance() (wrote []string) {
	for again := true; again; {
		again = false
		due := func(kind string) { wrote = append(wrote, kind); again = true }
		for i, v := range m.votes {
			switch {
			case !v.status.Ended() && v.base != m.head:
				v.status = proposal.Voided
				due(record.KindVoid)
			case v.status == proposal.Submitted && m.now >= v.submitted+mPatience:
				v.status = proposal.Expired
				due(record.KindExpired)
			case v.status == proposal.Review && m.opens(i):
				v.status, v.closes, v.cast, v.left = proposal.Voting, m.now+mVoting, map[string]string{}, maps.Clone(v.recused)
				due(record.KindOpened)
			case v.status == proposal.Voting && m.now >= v.closes:
				outcome := m.outcome(v)
				if v.early != "" && v.early != outcome && !v.extended {
					v.extended, v.closes = true, m.now+mExtension
					due(record.KindExtended)
					break
				}
				v.closed = m.now
				v.status = map[string]proposal.Status{"passed": proposal.Closed, "rejected": proposal.Rejected, "no-quorum": proposal.NoQuorum}[outcome]
				due(record.KindClosed)
			case v.status == proposal.Closed && m.now > v.closes+1:
				v.status, v.closed, v.vetoes, v.early, v.extended = proposal.Review, 0, nil, "", false // and it runs again
				due(record.KindVoid)
			case v.status == proposal.Challenge && m.now >= v.ends:
				v.status, m.head = proposal.Final, i
				due(record.KindFinal)
			}
			if again {
				if v.status.Ended() && v.closed == 0 {
					v.closed = m.now
				}
				break
			}
		}
	}
	return wrote
}

// opens says whether a vote opens now: nobody holds the lane, nobody who was sponsored earlier opens, nothing blocks it.
func (m *model) opens(i int) bool {
	ready := func(v *modelVote) bool {
		if v.status != proposal.Review || m.now < v.review || v.base != m.head {
			return false
		}
		for _, o := range v.objections {
			if o.outcome == "" && m.now < min(o.at, v.review)+mRuling {
				return false
			}
		}
		last := -1
		for n, f := range m.votes {
			if f.status.Failed() && f.text == v.text && f.base == v.base && (last < 0 || f.closed >= m.votes[last].closed) {
				last = n
			}
		}
		return last < 0 || m.now >= m.votes[last].closed+mCooldown || len(v.sponsors) >= 2*max(1, len(m.votes[last].sponsors))
	}
	for _, v := range m.votes {
		if v.status.Open() || v.queue < m.votes[i].queue && ready(v) {
			return false
		}
	}
	return ready(m.votes[i])
}

// act says whether a member may do something, and does it.
func (m *model) act(i int, member string, act proposal.Act) bool {
	v := m.votes[i]
	expert := modelWeight[member] > 0
	holder := expert || member == "cy"
	early := v.status == proposal.Submitted || v.status == proposal.Review
	voting := v.status == proposal.Voting && m.now < v.closes
	if act.Verb == proposal.Halt { // of what stands and is released, by two guardians, once
		if m.head != i || member != "gil" && member != "gus" || slices.Contains(v.halts, member) || m.now >= m.term {
			return false
		}
		v.halts = append(v.halts, member)
		return true
	}
	if v.status.Ended() || v.status == proposal.Challenge && m.now >= v.ends {
		return false
	}
	var o *modelObjection
	for _, known := range v.objections {
		if known.index == act.Target {
			o = known
		}
	}
	end := func(s proposal.Status) { v.status, v.closed = s, m.now }
	switch act.Verb {
	case proposal.Comment:
		return holder
	case proposal.Sponsor:
		if !early || v.status == proposal.Submitted && m.now >= v.submitted+mPatience || member == v.proposer || slices.Contains(v.sponsors, member) || v.recused[member] || !expert {
			return false
		}
		if v.sponsors = append(v.sponsors, member); v.status == proposal.Submitted {
			v.status, v.review = proposal.Review, m.now+mReview
			for _, other := range m.votes {
				v.queue = max(v.queue, other.queue+1)
			}
		}
	case proposal.Withdraw:
		if member != v.proposer || !early && !voting {
			return false
		}
		end(proposal.Withdrawn)
	case proposal.Recuse:
		if !early && !voting || v.recused[member] || !holder || voting && (!expert || v.cast == nil) {
			return false
		}
		m.mark(v)
		v.recused[member] = true
	case proposal.Object:
		if member == v.proposer || !holder || act.Ground != proposal.Safety && act.Ground != proposal.Licence {
			return false
		}
		for _, known := range v.objections {
			if known.member == member && known.ground == string(act.Ground) {
				return false
			}
		}
		v.objections = append(v.objections, &modelObjection{member: member, ground: string(act.Ground), at: m.now})
	case proposal.Answer:
		return o != nil && o.outcome == "" && member == v.proposer
	case proposal.Retract:
		if o == nil || o.outcome != "" || o.member != member {
			return false
		}
		o.outcome = "retract"
	case proposal.Uphold, proposal.Dismiss:
		judge, need := expert, 2
		if o != nil && o.ground == string(proposal.Licence) {
			judge, need = member == "bo" || member == "cy", 1
		}
		if o == nil || o.outcome != "" || o.member == member || member == v.proposer || v.recused[member] || slices.Contains(o.uphold, member) || slices.Contains(o.dismiss, member) || !judge {
			return false
		}
		if act.Verb == proposal.Uphold {
			if o.uphold = append(o.uphold, member); len(o.uphold) >= need {
				o.outcome = "uphold"
				end(proposal.Rejected)
			}
		} else if o.dismiss = append(o.dismiss, member); len(o.dismiss) >= need {
			o.outcome = "dismiss"
		}
	case proposal.Veto:
		if v.status != proposal.Closed && v.status != proposal.Challenge || member != "gil" && member != "gus" || slices.Contains(v.vetoes, member) || m.now >= m.term {
			return false
		}
		if v.vetoes = append(v.vetoes, member); len(v.vetoes) == 2 {
			end(proposal.Vetoed)
		}
	default:
		return false
	}
	return true
}

// mark notes the outcome before the first change in the last stretch.
func (m *model) mark(v *modelVote) {
	if v.status == proposal.Voting && !v.extended && v.early == "" && m.now >= v.closes-mSwing {
		v.early = m.outcome(v)
	}
}

// ballot says whether a ballot is taken, and takes it.
func (m *model) ballot(i int, member, choice string) bool {
	v := m.votes[i]
	if v.status != proposal.Voting || m.now >= v.closes || modelWeight[member] == 0 || v.recused[member] {
		return false
	}
	m.mark(v)
	v.cast[member] = choice
	return true
}

// Random traces: whatever members do at whatever time, the record and the model agree on who may do what, on what falls due
// and when, and on where every proposal stands; and whoever replays the record comes to the same state.
func TestLifeFollowsItsModel(t *testing.T) {
	members := []string{"ada", "bo", "cy", "dan", "gil", "gus", "stranger"}
	verbs := []proposal.Verb{proposal.Sponsor, proposal.Withdraw, proposal.Comment, proposal.Object, proposal.Answer, proposal.Retract, proposal.Uphold, proposal.Dismiss, proposal.Recuse, proposal.Veto, proposal.Ratify, proposal.Halt}
	rapid.Check(t, func(rt *rapid.T) {
		w := newLively(t, func(*policy.Policy) {})
		start := w.now
		m := &model{head: -1, term: int((replaytest.Start.Add(365*day) - start) / hour)}
		var digests []document.Digest
		version := 1
		tick := func(hours int) {
			for range hours {
				m.now++
				w.now = start.Add(int64(m.now) * hour)
				w.chain()
				wrote := w.due()
				want := m.advance()
				// A passed count is anchored at once, most of the time.
				for i, v := range m.votes {
					if v.status == proposal.Closed && v.closed == m.now && rapid.IntRange(0, 9).Draw(rt, "anchored") > 0 {
						w.must(w.anchored())
						v.status, v.ends = proposal.Challenge, m.now+mWindow
						for j, other := range m.votes {
							if j != i && other.status == proposal.Closed && m.now <= other.closes+1 {
								other.status, other.ends = proposal.Challenge, m.now+mWindow
							}
						}
						break
					}
				}
				slices.Sort(wrote)
				slices.Sort(want)
				wrote = slices.DeleteFunc(wrote, func(kind string) bool { return kind == record.KindIntent })
				if !slices.Equal(wrote, want) {
					rt.Fatalf("at hour %d the log wrote %v, the model %v", m.now, wrote, want)
				}
			}
		}
		agree := func() {
			for i, v := range m.votes {
				pr, _ := w.state.Proposal(digests[i])
				if pr.Status != v.status {
					rt.Fatalf("at hour %d proposal %d is %s, and %s in the model", m.now, i, pr.Status, v.status)
				}
			}
		}
		for range rapid.IntRange(40, 120).Draw(rt, "steps") {
			switch kind := rapid.IntRange(0, 10).Draw(rt, "step"); {
			case kind == 0 && len(m.votes) < 5 || len(m.votes) == 0:
				proposer := rapid.SampledFrom([]string{"ada", "bo", "dan"}).Draw(rt, "proposer")
				text := rapid.SampledFrom([]string{"one", "two", "three"}).Draw(rt, "text")
				if m.head >= 0 && m.votes[m.head].text == text {
					continue // would change nothing
				}
				version++
				digests = append(digests, w.propose(proposer, "note/chat", w.safer(fmt.Sprintf("1.%d.0", version), text)))
				m.votes = append(m.votes, &modelVote{status: proposal.Submitted, proposer: proposer, base: m.head, text: text, submitted: m.now, recused: map[string]bool{}})
			case kind <= 3:
				hours := rapid.SampledFrom([]int{1, 2, 5, 24, 0, 0, 0}).Draw(rt, "hours")
				if hours == 0 { // to the next time at which something could change
					next := m.now + 60
					for _, v := range m.votes {
						for _, at := range []int{v.submitted + mPatience, v.review, v.closes - mSwing, v.closes, v.ends} {
							if at > m.now && !v.status.Ended() {
								next = min(next, at)
							}
						}
					}
					hours = next - m.now - rapid.IntRange(0, 1).Draw(rt, "before")
				}
				tick(hours)
			case kind <= 6:
				// Mostly where a vote is open, and by who may vote.
				i := rapid.IntRange(0, len(m.votes)-1).Draw(rt, "vote")
				if open := slices.IndexFunc(m.votes, func(v *modelVote) bool { return v.status == proposal.Voting }); open >= 0 && rapid.IntRange(0, 4).Draw(rt, "open") > 0 {
					i = open
				}
				member, choice := rapid.SampledFrom(append(members, "ada", "bo", "dan", "ada", "bo", "dan")).Draw(rt, "voter"), rapid.SampledFrom([]string{"for", "for", "for", "against", "abstain", "withdraw"}).Draw(rt, "choice")
				_, err := w.try(w.ballot(member, digests[i], choice, w.state.NextSequence(digests[i], w.address(member))))
				if taken := m.ballot(i, member, choice); taken != (err == nil) {
					rt.Fatalf("at hour %d the ballot of %s on %d: %v, the model takes it: %v", m.now, member, i, err, taken)
				}
			default:
				i := rapid.IntRange(0, len(m.votes)-1).Draw(rt, "proposal")
				member := rapid.SampledFrom(members).Draw(rt, "member")
				act := proposal.Act{Verb: rapid.SampledFrom(verbs).Draw(rt, "verb")}
				switch act.Verb {
				case proposal.Object:
					act.Ground = rapid.SampledFrom([]proposal.Ground{proposal.Safety, proposal.Licence, proposal.Hash}).Draw(rt, "ground")
				case proposal.Answer, proposal.Retract, proposal.Uphold, proposal.Dismiss:
					act.Target = 1
					if all := m.votes[i].objections; len(all) > 0 {
						act.Target = rapid.SampledFrom(all).Draw(rt, "objection").index
					}
				}
				// Mostly something that the service offers.
				if offered := w.state.May(digests[i], w.address(member), w.now); len(offered) > 0 && rapid.IntRange(0, 3).Draw(rt, "offered") > 0 {
					words := rapid.SampledFrom(offered).Draw(rt, "words")
					if words == "withdraw" && rapid.IntRange(0, 4).Draw(rt, "really") > 0 {
						continue
					}
					var err error
					if act, err = proposal.ParseAct(words); err != nil {
						rt.Fatal(err)
					}
				}
				offered := slices.Contains(w.state.May(digests[i], w.address(member), w.now), act.String())
				_, err := w.try(w.act(member, digests[i], act.String(), "So."))
				before := len(m.votes[i].objections)
				if may := m.act(i, member, act); may != (err == nil) || offered != may {
					rt.Fatalf("at hour %d %s by %s on %d: %v, offered: %v, the model allows it: %v", m.now, act, member, i, err, offered, may)
				}
				if all := m.votes[i].objections; len(all) > before {
					all[before].index = w.state.Size() - 1
				}
			}
			tick(0)
			agree()
		}
		tick(400)
		agree()
		again := replay.New(replaytest.Config())
		for _, raw := range w.log {
			e, err := record.Decode(raw)
			if err != nil {
				rt.Fatal(err)
			}
			seal, err := again.Trust(e)
			if err != nil {
				rt.Fatal(err)
			}
			if _, err := again.Apply(raw, e, seal, w.blobs); err != nil {
				rt.Fatal(err)
			}
		}
		if got, want := string(w.marshal(again.Proposals())), string(w.marshal(w.state.Proposals())); got != want {
			rt.Fatalf("replayed, the proposals are\n%s, not\n%s", got, want)
		}
	})
}
