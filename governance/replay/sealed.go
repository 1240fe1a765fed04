package replay

import (
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Opening is a sealed ballot's content. Behind a salt of 32 bytes its canonical bytes are what the entry commits to, and the entry that
// closes the vote brings them into the record: the blob whose digest is the commitment.
type Opening struct {
	Ballot    record.Ballot  `json:"ballot"`
	Voter     common.Address `json:"voter"`
	Signature string         `json:"signature"`
	Wallet    *wallet.Answer `json:"wallet,omitempty"`
}

// Seal returns the bytes that a sealed entry commits to.
func (o Opening) Seal(salt [32]byte) ([]byte, error) {
	raw, err := document.Marshal(o)
	return append(salt[:], raw...), err
}

// ParseOpening reads the bytes that a sealed entry commits to.
func ParseOpening(raw []byte) (Opening, error) {
	var o Opening
	if len(raw) <= saltSize || len(raw) > record.MaxEntry {
		return o, errors.New("a sealed ballot is a salt of 32 bytes and a signed ballot")
	}
	if err := document.IsCanonical(raw[saltSize:]); err != nil {
		return o, err
	}
	return o, document.Unmarshal(raw[saltSize:], &o)
}

// Entry returns the ballot as the entry that it would be if the vote were not hidden.
func (o Opening) Entry(at document.Time) (record.Entry, error) {
	body, err := document.Marshal(o.Ballot)
	return record.Entry{Schema: record.EntrySchema, Kind: record.KindBallot, Time: at, Actor: addressText(o.Voter), Body: body, Signature: o.Signature, Wallet: o.Wallet}, err
}

// sealed is one entry of a hidden vote.
type sealed struct {
	record.Sealed
	account common.Address // who sent it
	voter   int            // whose ballot it is, by number: the account's own, or the one whose badges went to it
	index   int64
	time    document.Time
	posted  *ballot.Cast // in the open on chain, and sealed nowhere
}

// sealed takes in a ballot that nobody can read yet. What it says is checked by the service before, which knows it, and by everybody
// when the vote closes.
func (a *application) sealed() error {
	var b record.Sealed
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	l, err := a.inVote(b.Proposal, a.entry.Time, a.State.chain.Time)
	if err != nil {
		return err
	}
	if !l.Rules.Hidden {
		return errBallotHidden(l)
	}
	if b.Commitment.IsZero() || slices.ContainsFunc(l.sealed, func(s sealed) bool { return s.Commitment == b.Commitment }) {
		return refusal.New(refusal.Conflict, "ballot-commitment", "commitment", "the commitment is zero, or stands already")
	}
	voter := common.HexToAddress(a.entry.Actor)
	if addressText(voter) != a.entry.Actor {
		return refusal.New(refusal.Invalid, "actor", "voter", "the voter is not an address")
	}
	number, err := a.mayVote(l, voter)
	if err != nil {
		return err
	}
	if err := l.casts.check(number, b.Sequence, b.Commitment); err != nil {
		return err
	}
	cast := Cast{Proposal: b.Proposal, Voter: voter, Cast: ballot.Cast{Sequence: b.Sequence, Hash: b.Commitment, Choice: ballot.Sealed, Index: a.index}}
	l.casts.set(number, &cast.Cast)
	l.sealed = append(l.sealed, sealed{Sealed: b, account: voter, voter: number, index: a.index, time: a.entry.Time})
	a.changes.Ballots = append(a.changes.Ballots, cast)
	return nil
}

func errBallotHidden(l *life) error {
	if l.Rules.Hidden {
		return refusal.New(refusal.Invalid, "ballot-hidden", "proposal", "ballots on this proposal are hidden until the close, and this one is not sealed")
	}
	return refusal.New(refusal.Invalid, "ballot-hidden", "proposal", "ballots on this proposal are public, and this one is sealed")
}

// CheckSealed checks what a sealed ballot says, as a public one is checked when it comes.
func (s *State) CheckSealed(o Opening, seal *Seal, at document.Time, blobs Blobs) error {
	l, err := s.admit(&o.Ballot, at, blobs)
	if err != nil {
		return err
	}
	if !l.Rules.Hidden {
		return errBallotHidden(l)
	}
	number, err := s.mayVote(l, o.Voter)
	if err != nil {
		return err
	}
	if seal.Signer != o.Voter {
		return errBallotSigner()
	}
	if o.Wallet != nil {
		if err := s.CheckAsked(*o.Wallet); err != nil {
			return err
		}
	}
	return l.afford(number, o.Ballot.Choice)
}

// Hidden reports whether ballots on an open vote come sealed.
func (s *State) Hidden(p document.Digest) bool {
	l, ok := s.proposals[p]
	return ok && l.Status == proposal.Voting && l.Rules.Hidden
}

// unseal opens all ballots of a hidden vote, and returns the casts as they would stand in a public one, with what was opened.
func (s *State) unseal(l *life, blobs Blobs) (casts, [][]byte, error) {
	opened := newCasts(len(l.electorate.Voters))
	var openings [][]byte
	for _, e := range l.sealed {
		if e.posted != nil {
			cast := *e.posted
			if l.recused(l.electorate.Voters[e.voter]) {
				cast.Choice = ballot.Withdraw
			}
			opened.set(e.voter, &cast)
			continue
		}
		fail := func(err error) error {
			if errors.Is(err, ErrNoBlob) {
				return refusal.New(refusal.Invalid, "ballot-unopened", "commitment", "the ballot that entry %d commits to was left unopened; its voter's receipt can open it: %w", e.index, err)
			}
			return refusal.New(refusal.Invalid, "ballot-opening", "commitment", "the ballot that entry %d commits to does not hold: %w", e.index, err)
		}
		raw, err := read(blobs, e.Commitment, "commitment")
		if refusal.Is(err, "bytes-missing") || refusal.Is(err, "bytes-altered") {
			return casts{}, nil, fail(err)
		} else if err != nil {
			return casts{}, nil, err
		}
		o, err := ParseOpening(raw)
		if err != nil {
			return casts{}, nil, fail(err)
		}
		entry, err := o.Entry(e.time)
		if err != nil {
			return casts{}, nil, fail(err)
		}
		a := application{State: s, entry: entry, blobs: blobs}
		seal, err := a.opened(s.domain, ballotMessage(o.Voter, [32]byte(l.Title.Keccak), o.Ballot).StructHash())
		if err != nil {
			return casts{}, nil, fail(err)
		}
		switch {
		case seal.Signer != o.Voter || o.Voter != e.account:
			err = errBallotSigner()
		case o.Ballot.Proposal != l.Digest || o.Ballot.Electorate != l.Electorate || o.Ballot.Sequence != e.Sequence:
			err = errors.New("it is of another vote, or has another sequence")
		default:
			err = errors.Join(ballot.CheckChoice(l.Method, l.Options, o.Ballot.Choice), ballot.CheckExpiry(o.Ballot.Expires, e.time), l.afford(e.voter, o.Ballot.Choice))
		}
		if err == nil && !o.Ballot.Reason.IsZero() {
			_, err = text(blobs, o.Ballot.Reason, "ballot-reason", "reason", ballot.MaxReason)
		}
		if err != nil {
			return casts{}, nil, fail(err)
		}
		choice := o.Ballot.Choice
		if l.recused(l.electorate.Voters[e.voter]) {
			choice = ballot.Withdraw
		}
		opened.set(e.voter, &ballot.Cast{Sequence: e.Sequence, Hash: e.Commitment, Choice: choice, Index: e.index})
		openings = append(openings, raw)
	}
	return opened, openings, nil
}
