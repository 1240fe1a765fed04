package replay

import (
	"slices"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
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

// RepeatedAct is the rule of the refusal of an act that is in the record already. Its sender is answered with the receipt
// of the first.
const RepeatedAct = "act-repeated"

// act takes in what a member does about a proposal beside voting.
func (a *application) act() error {
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
	if b.Expires <= a.entry.Time {
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
	last := a.acts[member]
	switch {
	case b.Sequence == last.sequence && last.sequence > 0 && seal.Hash == last.hash:
		return refusal.New(refusal.Conflict, RepeatedAct, "sequence", "this is in the record already")
	case b.Sequence <= last.sequence || b.Sequence-last.sequence > ballot.MaxJump || b.Sequence > ballot.MaxSequence:
		return refusal.New(refusal.Conflict, "act-sequence", "sequence", "sequence %d does not follow your last; sign with %d", b.Sequence, last.sequence+1)
	}
	switch {
	case !b.Text.IsZero():
		if _, err := a.text(b.Text, "act-text", "text", proposal.MaxActText); err != nil {
			return err
		}
	case words.Verb.NeedsText():
		return refusal.New(refusal.Invalid, "act-text", "text", "say why: this needs 1 to %d bytes of text", proposal.MaxActText)
	}
	if err := a.may(l, member, words, a.entry.Time); err != nil {
		return err
	}
	a.State.acts[member] = lastAct{b.Sequence, seal.Hash, a.index}
	a.changes.Acts = append(a.changes.Acts, Act{a.index, b.Proposal, member, b.Act, b.Text, b.Sequence, a.entry.Time})
	if a.do(l, member, words) {
		a.changes.Proposals = append(a.changes.Proposals, l.Proposal)
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
	return s.may(l, member, act, at)
}

// may decides whether a member may do this now.
func (s *State) may(l *life, member common.Address, act proposal.Act, at document.Time) error {
	switch act.Verb {
	case proposal.Comment:
		if l.Status.Ended() {
			return refusal.New(refusal.Closed, "act-late", "proposal", "the proposal has ended; nothing can be added to it")
		}
		return s.mustBeMember(member, at)
	case proposal.Recuse:
		switch {
		case l.Status != proposal.Review && l.Status != proposal.Voting || l.Status == proposal.Voting && (at >= l.Closes || s.chain.Time >= l.Closes):
			return refusal.New(refusal.Closed, "act-late", "proposal", "voting is over; a conflict can be declared until the close")
		case l.recused(member):
			return refusal.New(refusal.Conflict, "act-recused", "member", "you have declared a conflict already")
		case l.Status == proposal.Voting && !l.electorate.Has(member):
			return refusal.New(refusal.Forbidden, "act-weight", "member", "this address has no weight in this vote, so there is nothing to give up")
		}
		return s.mustBeMember(member, at)
	}
	return refusal.New(refusal.Invalid, "act-words", "act", "this version does not know what to do with %q", act)
}

// mustBeMember refuses an address without a badge in force.
func (s *State) mustBeMember(a common.Address, at document.Time) error {
	if s.member(a, at) {
		return nil
	}
	return refusal.New(refusal.Forbidden, "act-member", "member", "only members with a badge in force can do this; request one first")
}

// do changes the state by an act that may be done, and reports whether it changed the proposal.
func (a *application) do(l *life, member common.Address, act proposal.Act) bool {
	switch act.Verb {
	case proposal.Recuse:
		at, _ := slices.BinarySearchFunc(l.Recused, member, common.Address.Cmp)
		l.Recused = slices.Insert(slices.Clone(l.Recused), at, member)
		if i, ok := l.electorate.Find(member); ok {
			l.casts.withdraw(i)
		}
		return true
	}
	return false
}

// recused reports whether a member declared a conflict.
func (l *life) recused(member common.Address) bool {
	_, ok := slices.BinarySearchFunc(l.Recused, member, common.Address.Cmp)
	return ok
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
	raw, err := read(blobs, d, field)
	if err != nil {
		return "", err
	}
	if n := len(raw) - saltSize; n < 1 || n > max || !utf8.Valid(raw[saltSize:]) {
		return "", refusal.New(refusal.Invalid, rule, field, "the %s must have 1 to %d bytes of text", field, max)
	}
	return string(raw[saltSize:]), nil
}
