package replay

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Act is an act as the record holds it.
type Act struct {
	Index    int64           `json:"index"` // of its entry
	Proposal document.Digest `json:"proposal"`
	Member   common.Address  `json:"member"`
	Act      string          `json:"act"`
	Text     document.Digest `json:"text"` // zero for none
	Sequence uint64          `json:"sequence"`
	Time     document.Time   `json:"time"`
}

// lastAct is what must be known of a member's acts to judge the next.
type lastAct struct {
	sequence uint64
	hash     [32]byte // EIP-712 struct hash
	index    int64
}

// LastAct returns the sequence and the entry of a member's last act; zero and zero before the first.
func (s *State) LastAct(member common.Address) (sequence uint64, index int64) {
	last := s.acts[member]
	return last.sequence, last.index
}

// Acts returns what was done about a proposal beside voting, oldest first.
func (s *State) Acts(p document.Digest) []Act {
	var out []Act
	for _, a := range s.done {
		if a.Proposal == p {
			out = append(out, a)
		}
	}
	return out
}

// ActsOf returns what a member did about proposals beside voting, oldest first.
func (s *State) ActsOf(member common.Address) []Act {
	var out []Act
	for _, a := range s.done {
		if a.Member == member {
			out = append(out, a)
		}
	}
	return out
}

// RepeatedAct is the rule of the refusal of an act that is in the record already. Its sender is answered with the receipt
// of the first.
const RepeatedAct = "act-repeated"

// act takes in what a member does about a proposal beside voting.
func (a *application) act() error {
	at, chain := a.entry.Time, a.State.chain.Time
	if a.entry.Posted != nil {
		_, p, err := a.fromChain()
		if err != nil {
			return err
		}
		at, chain = p.at.Time, p.at.Time
	}
	var b record.Act
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	words, err := proposal.ParseAct(b.Act)
	if err != nil {
		return err
	}
	l, ok := a.proposals[b.Proposal]
	if !ok {
		return refusal.New(refusal.NotFound, "act-proposal", "proposal", "there is no proposal %s here", b.Proposal)
	}
	if b.Expires <= at {
		return refusal.New(refusal.Invalid, "act-expired", "expires", "the signature expired at %s; sign it again", b.Expires)
	}
	seal, err := a.recovered(a.domain, func() [32]byte {
		return ActMessage(common.HexToAddress(a.entry.Actor), [32]byte(l.Title.Keccak), b).StructHash()
	})
	if err != nil {
		return err
	}
	member := seal.Signer
	if addressText(member) != a.entry.Actor {
		return refusal.New(refusal.Forbidden, "act-signature", "signature", "the signature is not the member's, or signs another title, chain or instance")
	}
	if err := checkSequence(a.acts[member], b.Sequence, seal.Hash); err != nil {
		return err
	}
	switch {
	case a.entry.Posted != nil: // without a text
	case !b.Text.IsZero():
		if _, err := a.text(b.Text, "act-text", "text", proposal.MaxActText); err != nil {
			return err
		}
	case words.Verb.NeedsText():
		return refusal.New(refusal.Invalid, "act-text", "text", "say why: this needs 1 to %d bytes of text", proposal.MaxActText)
	}
	if err := a.may(l, member, words, at, chain); err != nil {
		return err
	}
	a.State.acts[member] = lastAct{b.Sequence, seal.Hash, a.index}
	done := Act{a.index, b.Proposal, member, b.Act, b.Text, b.Sequence, a.entry.Time}
	a.State.done = append(a.State.done, done)
	a.changes.Acts = append(a.changes.Acts, done)
	if a.do(l, member, words, b.Text, at) {
		a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
	}
	return nil
}

// checkSequence decides whether an act may follow its member's last.
func checkSequence(last lastAct, sequence uint64, hash [32]byte) error {
	switch {
	case sequence == last.sequence && last.sequence > 0 && hash == last.hash:
		return refusal.New(refusal.Conflict, RepeatedAct, "sequence", "this is in the record already")
	case sequence <= last.sequence || sequence-last.sequence > ballot.MaxJump || sequence > ballot.MaxSequence:
		return refusal.New(refusal.Conflict, "act-sequence", "sequence", "sequence %d does not follow your last; sign with %d", sequence, last.sequence+1)
	}
	return nil
}

// CheckAct refuses what would be refused of a member's act for any signature and text.
func (s *State) CheckAct(p document.Digest, member common.Address, words string, at document.Time) error {
	act, err := proposal.ParseAct(words)
	if err != nil {
		return err
	}
	l, ok := s.proposals[p]
	if !ok {
		return refusal.New(refusal.NotFound, "act-proposal", "proposal", "there is no proposal %s here", p)
	}
	return s.may(l, member, act, at, s.chain.Time)
}

// May returns the words of every act that a member may do about a proposal at a time, for any text and signature.
func (s *State) May(p document.Digest, member common.Address, at document.Time) []string {
	l, ok := s.proposals[p]
	if !ok {
		return nil
	}
	acts := []proposal.Act{{Verb: proposal.Sponsor}, {Verb: proposal.Withdraw}, {Verb: proposal.Comment}}
	for _, ground := range policy.Grounds() {
		acts = append(acts, proposal.Act{Verb: proposal.Object, Ground: proposal.Ground(ground)})
	}
	for _, o := range l.Objections {
		for _, verb := range []proposal.Verb{proposal.Answer, proposal.Retract, proposal.Uphold, proposal.Dismiss} {
			acts = append(acts, proposal.Act{Verb: verb, Target: o.Index})
		}
	}
	acts = append(acts, proposal.Act{Verb: proposal.Recuse}, proposal.Act{Verb: proposal.Veto}, proposal.Act{Verb: proposal.Ratify}, proposal.Act{Verb: proposal.Halt})
	var out []string
	for _, act := range acts {
		if s.may(l, member, act, at, s.chain.Time) == nil {
			out = append(out, act.String())
		}
	}
	return out
}

// Facts returns what the life of a proposal depends on at a time, beside itself.
func (s *State) Facts(p document.Digest, at document.Time) proposal.Facts {
	l, ok := s.proposals[p]
	if !ok {
		return proposal.Facts{}
	}
	return s.facts(l, at)
}

// Judges returns who rules on a ground of objection to a proposal. All of them must agree.
func (s *State) Judges(p document.Digest, ground proposal.Ground) []policy.Judges {
	l, ok := s.proposals[p]
	if !ok {
		return nil
	}
	return s.judges(l, ground)
}

// may decides whether a member may do this at a time, when the chain has come to another.
func (s *State) may(l *life, member common.Address, act proposal.Act, at, chain document.Time) error {
	before := func(t document.Time) bool { return at < t && chain < t }
	late := func(format string, args ...any) error {
		return refusal.New(refusal.Closed, "act-late", "proposal", format, args...)
	}
	if act.Verb == proposal.Halt {
		return s.mayHalt(l, member, at)
	}
	if l.Status.Ended() || l.Status == proposal.Challenge && !before(l.Ends) {
		return late("the proposal has ended; nothing can be added to it")
	}
	switch act.Verb {
	case proposal.Comment:
		return s.mustBeMember(member, at)
	case proposal.Sponsor:
		switch {
		case l.Emergency:
			return refusal.New(refusal.Forbidden, "act-emergency", "act", "an emergency is signed by the council, with \"ratify\"")
		case !l.Status.Early() || l.Status == proposal.Submitted && l.Rules.Patience > 0 && !before(l.Submitted.Add(l.Rules.Patience)):
			return late("it is too late to sponsor this proposal")
		case member == l.Proposer:
			return refusal.New(refusal.Forbidden, "act-sponsor", "member", "the proposer cannot sponsor; ask other members to")
		case has(l.Sponsors, member):
			return refusal.New(refusal.Conflict, "act-again", "member", "you sponsor this proposal already")
		case l.recused(member):
			return refusal.New(refusal.Forbidden, "act-recused", "member", "you declared a conflict, so you cannot sponsor this proposal")
		case !s.founder(member, at) && !s.expert(member, l.Shares, at):
			return refusal.New(refusal.Forbidden, "act-weight", "member", "only members with a badge in one of the fields that the proposal touches can sponsor it")
		}
		return nil
	case proposal.Withdraw:
		switch {
		case member != l.Proposer:
			return refusal.New(refusal.Forbidden, "act-proposer", "member", "only its proposer can withdraw a proposal; to take back your ballot, vote \"withdraw\"")
		case !l.Status.Early() && !(l.Status == proposal.Voting && before(l.Closes)):
			return late("voting is over; a proposal can be withdrawn until the close")
		}
		return nil
	case proposal.Recuse:
		switch {
		case !l.Status.Early() && !(l.Status == proposal.Voting && before(l.Closes)):
			return late("voting is over; a conflict can be declared until the close")
		case l.recused(member):
			return refusal.New(refusal.Conflict, "act-again", "member", "you have declared a conflict already")
		case l.Status == proposal.Voting && !l.electorate.Has(member):
			return refusal.New(refusal.Forbidden, "act-weight", "member", "this address has no weight in this vote, so there is nothing to give up")
		}
		return s.mustBeMember(member, at)
	case proposal.Object:
		switch {
		case member == l.Proposer:
			return refusal.New(refusal.Forbidden, "act-proposer", "member", "the proposer cannot object; withdraw or revise the proposal")
		case len(s.judges(l, act.Ground)) == 0:
			return refusal.New(refusal.Forbidden, "act-ground", "act", "the policy has nobody rule on the ground %s for such documents; comment instead", act.Ground)
		case slices.ContainsFunc(l.Objections, func(o proposal.Objection) bool { return o.Member == member && o.Ground == act.Ground }):
			return refusal.New(refusal.Conflict, "act-again", "member", "you have objected on this ground already; comment to add to it")
		case len(l.Objections) >= maxObjections:
			return refusal.New(refusal.Conflict, "act-objections", "act", "there are %d objections already; comment to add to one", maxObjections)
		}
		return s.mustBeMember(member, at)
	case proposal.Answer, proposal.Retract, proposal.Uphold, proposal.Dismiss:
		return s.mayOn(l, member, act, at)
	case proposal.Veto:
		switch {
		case l.Status != proposal.Closed && l.Status != proposal.Challenge:
			return refusal.New(refusal.Closed, "act-early", "proposal", "a guardian can stop what was decided, from the count to the end of its window; nothing is decided yet")
		case slices.ContainsFunc(l.Lanes, func(lane proposal.Lane) bool { return lane.Head == s.policy.Council }):
			return refusal.New(refusal.Forbidden, "act-guardians", "act", "a decision about the guardians cannot be stopped by them")
		case !s.council(at).Guardians.Has(member):
			return refusal.New(refusal.Forbidden, "act-guardian", "member", "only a guardian whose term has not ended can stop a decision")
		case has(l.Vetoes, member):
			return refusal.New(refusal.Conflict, "act-again", "member", "you have asked to stop this decision already")
		}
		return nil
	case proposal.Ratify:
		switch {
		case !l.Emergency || l.Status != proposal.Submitted:
			return refusal.New(refusal.Forbidden, "act-emergency", "act", "the council signs emergencies, before they are decided; sponsor any other proposal")
		case !s.council(at).Council.Has(member):
			return refusal.New(refusal.Forbidden, "act-council", "member", "only a member of the council whose term has not ended can sign an emergency")
		case member == l.Proposer || has(l.Council, member):
			return refusal.New(refusal.Conflict, "act-again", "member", "you have signed this emergency already")
		}
		return nil
	}
	return refusal.New(refusal.Invalid, "act-words", "act", "this version does not know what to do with %q", act)
}

// mayHalt decides whether a guardian may ask to halt the channels that release what was decided.
func (s *State) mayHalt(l *life, member common.Address, at document.Time) error {
	switch {
	case s.haltable(l) == 0:
		return refusal.New(refusal.Closed, "act-halt", "proposal", "a guardian halts what is in force and released on a channel, where the policy has an emergency; stop a decision before that with \"veto\"")
	case !s.council(at).Guardians.Has(member):
		return refusal.New(refusal.Forbidden, "act-guardian", "member", "only a guardian whose term has not ended can halt a channel")
	case l.Halted != 0:
		return refusal.New(refusal.Conflict, "act-halted", "act", "this was halted until %s already; only a decision on the policy or on the document can do more", l.Halted)
	case has(l.Halts, member):
		return refusal.New(refusal.Conflict, "act-again", "member", "you have asked to halt this already")
	}
	return nil
}

// haltable returns for how many seconds guardians can halt what a proposal decided: for as long as the policy lets an emergency stand
// that nobody ratified. It is zero unless a channel releases that now.
func (s *State) haltable(l *life) (seconds int64) {
	for name, c := range s.policy.Channels { //peritus:unordered it looks for the least
		h, ok := s.heads[c.Head]
		if !ok || name == charter.TrustHead || h.Proposal != l.Digest || h.Name == s.policy.Council {
			continue
		}
		if e := s.policy.Kinds[h.Schema].Emergency; e != nil && (seconds == 0 || e.Ratify < seconds) {
			seconds = e.Ratify
		}
	}
	return seconds
}

// maxObjections bounds the objections to one proposal.
const maxObjections = 100

// mayOn decides about an act on an objection.
func (s *State) mayOn(l *life, member common.Address, act proposal.Act, at document.Time) error {
	o := l.Objection(act.Target)
	switch {
	case o == nil:
		return refusal.New(refusal.NotFound, "act-target", "act", "entry %d is no objection to this proposal", act.Target)
	case o.Outcome != "":
		return refusal.New(refusal.Conflict, "act-settled", "act", "the objection of entry %d is settled: %s", act.Target, o.Outcome)
	}
	switch act.Verb {
	case proposal.Answer:
		switch {
		case member != l.Proposer:
			return refusal.New(refusal.Forbidden, "act-proposer", "member", "only the proposer answers an objection; comment instead")
		case len(o.Answers) >= maxObjections:
			return refusal.New(refusal.Conflict, "act-again", "member", "this objection has %d answers already", maxObjections)
		}
		return nil
	case proposal.Retract:
		if member != o.Member {
			return refusal.New(refusal.Forbidden, "act-objector", "member", "only who objected can take it back")
		}
		return nil
	}
	switch {
	case member == o.Member || member == l.Proposer || l.recused(member):
		return refusal.New(refusal.Forbidden, "act-judge", "member", "nobody rules on an objection who brought it, proposed what it is about, or declared a conflict")
	case has(o.Uphold, member) || has(o.Dismiss, member):
		return refusal.New(refusal.Conflict, "act-again", "member", "you have ruled on this objection already")
	case !slices.ContainsFunc(s.judges(l, o.Ground), func(j policy.Judges) bool { return s.expert(member, only(j.Domain), at) }):
		return refusal.New(refusal.Forbidden, "act-judge", "member", "the policy has experts of %s rule on this ground, and you hold no badge of theirs", s.judgeDomains(l, o.Ground))
	}
	return nil
}

// judges returns who rules on a ground of objection to a proposal: for each kind of its documents that has judges. All of
// them must agree.
func (s *State) judges(l *life, ground proposal.Ground) []policy.Judges {
	var out []policy.Judges
	for _, lane := range l.Lanes {
		if j, ok := s.policy.Kinds[lane.Schema].Grounds[string(ground)]; ok && !slices.Contains(out, j) {
			out = append(out, j)
		}
	}
	return out
}

func (s *State) judgeDomains(l *life, ground proposal.Ground) string {
	var domains []string
	for _, j := range s.judges(l, ground) {
		domains = append(domains, j.Domain)
	}
	return strings.Join(domains, ", ")
}

// ruled reports whether enough experts are of one mind.
func (s *State) ruled(l *life, ground proposal.Ground, experts []common.Address, at document.Time) bool {
	judges := s.judges(l, ground)
	for _, j := range judges {
		n := 0
		for _, e := range experts {
			if s.expert(e, only(j.Domain), at) {
				n++
			}
		}
		if n < j.Experts {
			return false
		}
	}
	return len(judges) > 0
}

// only is the whole share of one domain.
func only(domain string) []weight.Share { return weight.Shares(map[string]uint64{domain: 1}) }

// mustBeMember refuses an address without a badge in force.
func (s *State) mustBeMember(a common.Address, at document.Time) error {
	if s.member(a, at) {
		return nil
	}
	return refusal.New(refusal.Forbidden, "act-member", "member", "only members with a badge in force can do this; request one first")
}

// do changes the state by an act that may be done, and reports whether it changed the proposal.
func (a *application) do(l *life, member common.Address, act proposal.Act, text document.Digest, at document.Time) bool {
	// What was handed out before shares these lists, so they are changed as copies.
	l.Objections = slices.Clone(l.Objections)
	o := l.Objection(act.Target)
	var brought func(*proposal.Facts)
	switch act.Verb {
	case proposal.Sponsor:
		l.Sponsors = with(l.Sponsors, member)
	case proposal.Withdraw:
		brought = func(f *proposal.Facts) { f.Withdrawn = true }
	case proposal.Recuse:
		a.mark(l, at)
		l.Recused = with(l.Recused, member)
		if i, ok := l.electorate.Find(member); ok {
			l.casts.withdraw(i)
		}
	case proposal.Object:
		l.Objections = append(l.Objections, proposal.Objection{Index: a.index, Member: member, Ground: act.Ground, Time: at, Text: text})
	case proposal.Answer:
		o.Answers = append(slices.Clone(o.Answers), a.index)
	case proposal.Retract:
		o.Outcome, o.Settled = proposal.Retract, a.index
	case proposal.Uphold:
		if o.Uphold = with(o.Uphold, member); a.ruled(l, o.Ground, o.Uphold, at) {
			o.Outcome, o.Settled = proposal.Uphold, a.index
			brought = func(f *proposal.Facts) { f.Upheld = true }
		}
	case proposal.Dismiss:
		if o.Dismiss = with(o.Dismiss, member); a.ruled(l, o.Ground, o.Dismiss, at) {
			o.Outcome, o.Settled = proposal.Dismiss, a.index
		}
	case proposal.Veto:
		if l.Vetoes = with(l.Vetoes, member); a.council(at).Guardians.Agree(l.Vetoes...) {
			brought = func(f *proposal.Facts) { f.Vetoed = true }
		}
	case proposal.Halt:
		if l.Halts = with(l.Halts, member); a.council(at).Guardians.Agree(l.Halts...) {
			l.Halted = at.Add(a.haltable(l))
		}
		return true
	case proposal.Ratify:
		l.Council = with(l.Council, member)
	default:
		return false
	}
	a.settle(l, brought)
	return true
}

// settle takes the step that an act has brought about, if there is one.
func (a *application) settle(l *life, brought func(*proposal.Facts)) {
	f := a.facts(l, a.entry.Time)
	if brought != nil {
		brought(&f)
	}
	step, reason := proposal.Next(&l.Proposal, f, a.entry.Time)
	if !step.Acted() {
		return
	}
	l.Reason = reason
	switch step {
	case proposal.Take:
		l.Status, l.SponsoredAt, l.Review = proposal.Review, a.index, a.entry.Time.Add(l.Rules.Review)
		a.State.queue = append(a.State.queue, l.Digest)
	default:
		a.end(l, proposal.Status(step))
	}
}

// has reports whether an account is in a sorted list.
func has(list []common.Address, a common.Address) bool {
	_, ok := slices.BinarySearchFunc(list, a, common.Address.Cmp)
	return ok
}

// with returns a sorted list with one more account.
func with(list []common.Address, a common.Address) []common.Address {
	at, _ := slices.BinarySearchFunc(list, a, common.Address.Cmp)
	return slices.Insert(slices.Clone(list), at, a)
}

// recused reports whether a member declared a conflict.
func (l *life) recused(member common.Address) bool {
	return has(l.Recused, member)
}

// RecoverAct returns who signed an act's entry, whose body b is. It needs the keccak of the proposal's title and nothing
// else of the state. Whether the signer is the entry's actor is for Apply to check.
func RecoverAct(d wallet.Domain, title [32]byte, e record.Entry, b record.Act) (Seal, error) {
	if !common.IsHexAddress(e.Actor) {
		return Seal{}, refusal.New(refusal.Invalid, "actor", "member", "the member is not an address")
	}
	return recoverEntry(d, e, ActMessage(common.HexToAddress(e.Actor), title, b).StructHash())
}

// ActMessage returns what a member signs for an act.
func ActMessage(member common.Address, title [32]byte, b record.Act) wallet.Act {
	return wallet.Act{Member: member, Proposal: b.Proposal, Title: title, Act: b.Act, Text: b.Text, Sequence: b.Sequence, Expires: uint64(b.Expires)}
}

// text reads free text and checks its size in bytes. It is the one place where the reducer reads what may be redacted
// one day.
func (a *application) text(d document.Digest, rule, field string, max int) (string, error) {
	return text(a.blobs, d, rule, field, max)
}

func text(blobs Blobs, d document.Digest, rule, field string, max int) (string, error) {
	raw, there, err := salted(blobs, d, field)
	if err != nil || !there {
		return "", err
	}
	if n := len(raw) - saltSize; n < 1 || n > max || !utf8.Valid(raw[saltSize:]) {
		return "", refusal.New(refusal.Invalid, rule, field, "the %s must have 1 to %d bytes of text", field, max)
	}
	return string(raw[saltSize:]), nil
}
