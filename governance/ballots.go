package governance

import (
	"context"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// signatureLife is how long prepared words may be signed and brought back, in seconds. A ballot is never valid beyond
// the close in any case.
const signatureLife = 24 * 3600

// Text is free text with its salt. Its digest is SHA-256(salt ‖ text), so that the text can be redacted and not guessed.
type Text struct {
	Salt [32]byte
	Text string
}

// Bytes returns salt ‖ text: the blob that the digest names.
func (t Text) Bytes() []byte { return append(t.Salt[:len(t.Salt):len(t.Salt)], t.Text...) }

// Digest returns the salted digest.
func (t Text) Digest() document.Digest { return document.Sum(t.Bytes()) }

// salted returns text with a fresh salt.
func (s *Service) salted(text string) (Text, error) {
	t := Text{Text: text}
	_, err := io.ReadFull(s.rand, t.Salt[:])
	return t, err
}

// Vote is a ballot that a member brings, signed.
type Vote struct {
	Voter     common.Address
	Ballot    record.Ballot // a zero electorate stands for the proposal's own
	Title     string        // as the voter's wallet showed it; empty to leave it to us
	Reason    Text          // must have the digest that the ballot names; ignored where that is zero
	Signature wallet.Proof
	// Salt seals the ballot where the vote hides it. Zero for a fresh one; the one of a receipt puts back what was lost.
	Salt [32]byte
}

// PrepareBallot hands out what a voter signs: the next sequence, the frozen electorate, an expiry, and a salt for the reason.
// It stores nothing. It refuses what [Service.Cast] would refuse for any signature.
func (s *Service) PrepareBallot(ctx context.Context, p document.Digest, voter common.Address, choice, reason string) (Vote, wallet.TypedData, error) {
	v := Vote{Voter: voter, Ballot: record.Ballot{Proposal: p, Choice: choice}}
	if reason != "" {
		if err := checkReason(reason); err != nil {
			return Vote{}, wallet.TypedData{}, err
		}
		var err error
		if v.Reason, err = s.salted(reason); err != nil {
			return Vote{}, wallet.TypedData{}, err
		}
		v.Ballot.Reason = v.Reason.Digest()
	}
	var domain wallet.Domain
	var keccak document.Digest
	var text document.Digest
	err := s.View(func(state *replay.State) error {
		pr, ok := state.Proposal(p)
		now := max(s.clock(), state.Time())
		switch {
		case !ok:
			return refusal.New(refusal.NotFound, "ballot-proposal", "proposal", "there is no proposal %s here", p)
		case voter == common.Address{}:
			return errZeroVoter
		case pr.Status == proposal.Revised:
			return refusal.New(refusal.Closed, "ballot-revision", "proposal", "this text was replaced by another revision of the proposal; vote on that one")
		case pr.Status.Early():
			return refusal.New(refusal.Closed, "ballot-early", "proposal", "voting has not opened yet")
		case pr.Status != proposal.Voting || now >= pr.Closes:
			return refusal.New(refusal.Closed, "ballot-late", "proposal", "voting closed at %s", pr.Closes)
		}
		if err := state.CheckChoice(p, voter, choice); err != nil {
			return err
		}
		v.Ballot.Electorate = pr.Electorate
		v.Ballot.Sequence = state.NextSequence(p, voter)
		v.Ballot.Expires = min(pr.Closes, now.Add(signatureLife))
		domain, keccak, text = state.Domain(), pr.Title.Keccak, pr.Title.Text
		return nil
	})
	if err != nil {
		return Vote{}, wallet.TypedData{}, err
	}
	if v.Title, err = s.text(ctx, text); err != nil {
		return Vote{}, wallet.TypedData{}, err
	}
	m := wallet.Ballot{
		Voter: voter, Proposal: p, Electorate: v.Ballot.Electorate, Title: keccak, Choice: choice,
		Reason: v.Ballot.Reason, Sequence: v.Ballot.Sequence, Expires: uint64(v.Ballot.Expires),
	}
	return v, m.TypedData(domain, v.Title), nil
}

var errZeroVoter = refusal.New(refusal.Invalid, "ballot-voter", "voter", "the zero address is nobody; give the account that votes")

func checkReason(reason string) error {
	switch {
	case len(reason) > ballot.MaxReason:
		return refusal.New(refusal.Invalid, "ballot-reason", "reason", "a reason has at most %d bytes of text", ballot.MaxReason)
	case !utf8.ValidString(reason):
		return refusal.New(refusal.Invalid, "ballot-reason-text", "reason", "the reason is not UTF-8 text")
	}
	return nil
}

// Taken is the answer to a ballot.
type Taken struct {
	record.Receipt
	Stood bool // it was here already, and nothing was added
}

// Cast records a ballot. When it returns, log, state and receipt are on stable storage. The same signed words again
// return a receipt of the first ballot, whatever the bytes of their signature, and say that it stood.
func (s *Service) Cast(ctx context.Context, v Vote) (Taken, error) {
	if v.Voter == (common.Address{}) {
		return Taken{}, errZeroVoter
	}
	frozen, err := s.frozen(v.Ballot.Proposal)
	if err != nil {
		return Taken{}, err
	}
	if v.Ballot.Electorate.IsZero() {
		v.Ballot.Electorate = frozen.electorate
	}
	if v.Title != "" && wallet.Text(v.Title) != frozen.title {
		return Taken{}, refusal.New(refusal.Invalid, "ballot-title", "title", "the ballot shows another title than the proposal has; ask for the words to sign again")
	}
	var blobs [][]byte
	if !v.Ballot.Reason.IsZero() {
		if v.Reason.Digest() != v.Ballot.Reason {
			return Taken{}, refusal.New(refusal.Invalid, "ballot-reason", "reason", "the reason and its salt do not have the digest that the ballot signs; send both as they were handed out")
		}
		if err := checkReason(v.Reason.Text); err != nil {
			return Taken{}, err
		}
		blobs = append(blobs, v.Reason.Bytes())
	}
	body, err := document.Marshal(v.Ballot)
	if err != nil {
		return Taken{}, refusal.New(refusal.Invalid, "ballot", "", "%w", err)
	}
	actor, _ := v.Voter.MarshalText()
	e := record.Entry{Kind: record.KindBallot, Actor: string(actor), Body: body}
	seal, err := s.seal(ctx, &e, v, frozen)
	if err != nil {
		return Taken{}, err
	}
	receipt, err := s.enter(ctx, v, e, seal, blobs, frozen)
	if err == nil && len(blobs) > 0 {
		receipt.Reason = blobs[0]
	}
	return receipt, err
}

// enter brings a recovered ballot to the committer.
func (s *Service) enter(ctx context.Context, v Vote, e record.Entry, seal replay.Seal, blobs [][]byte, frozen frozen) (Taken, error) {
	if frozen.hidden {
		return s.castSealed(ctx, v, e, seal, blobs)
	}
	receipt, err := s.submit(ctx, &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) {
		return e, blobs, &seal, nil
	}})
	if refusal.Is(err, "ballot-signature") {
		return Taken{}, s.diagnose(v, frozen, err)
	}
	if err == nil || seal.Signer != v.Voter {
		return Taken{Receipt: receipt}, err
	}
	// Perhaps it is here already: its sender may have missed the answer.
	cast, ok, lookup := s.store.Ballot(ctx, v.Ballot.Proposal, v.Voter, v.Ballot.Sequence)
	if lookup != nil || !ok || cast.Hash != seal.Hash || !s.stands(cast) {
		return Taken{}, err
	}
	receipt, err = s.Receipt(ctx, cast.Index)
	return Taken{receipt, true}, err
}

// diagnose says better why a signature is not the voter's, where it can.
func (s *Service) diagnose(v Vote, f frozen, err error) error {
	sig, ok := v.Signature.(wallet.Signature)
	if !ok {
		return err
	}
	return s.View(func(state *replay.State) error { return state.Diagnose(v.Voter, f.title, v.Ballot, sig) })
}

// castSealed records a ballot of a hidden vote: the log gets what it commits to, and the voter gets the opening with the receipt.
func (s *Service) castSealed(ctx context.Context, v Vote, e record.Entry, seal replay.Seal, blobs [][]byte) (Taken, error) {
	if v.Salt == ([32]byte{}) {
		if _, err := io.ReadFull(s.rand, v.Salt[:]); err != nil {
			return Taken{}, err
		}
	}
	opening := replay.Opening{Ballot: v.Ballot, Voter: v.Voter, Signature: e.Signature, Wallet: e.Wallet}
	raw, err := opening.Seal(v.Salt)
	if err != nil {
		return Taken{}, err
	}
	sealed := record.Sealed{Proposal: v.Ballot.Proposal, Sequence: v.Ballot.Sequence, Commitment: document.Sum(raw)}
	body, err := document.Marshal(sealed)
	if err != nil {
		return Taken{}, err
	}
	receipt, err := s.submit(ctx, &request{sealed: raw, build: func(w *writer) (record.Entry, [][]byte, *replay.Seal, error) {
		w.extra = map[document.Digest][]byte{}
		for _, b := range blobs {
			w.extra[document.Sum(b)] = b
		}
		err := w.state.CheckSealed(opening, &seal, w.now, w)
		return record.Entry{Kind: record.KindSealed, Actor: e.Actor, Body: body}, blobs, nil, err
	}})
	if err == nil {
		receipt.Opening = raw
		return Taken{Receipt: receipt}, nil
	}
	if refusal.Is(err, "ballot-signature") {
		f, _ := s.frozen(v.Ballot.Proposal)
		return Taken{}, s.diagnose(v, f, err)
	}
	if seal.Signer != v.Voter {
		return Taken{}, err
	}
	// Perhaps it is here already, under the salt of the first time.
	cast, ok, lookup := s.store.Ballot(ctx, v.Ballot.Proposal, v.Voter, v.Ballot.Sequence)
	if lookup != nil || !ok {
		return Taken{}, err
	}
	first, lookup := dueBlobs{storeBlobs{ctx, s.store}}.Blob(document.Digest(cast.Hash))
	stood := lookup == nil
	if errors.Is(lookup, replay.ErrNoBlob) && document.Digest(cast.Hash) == sealed.Commitment {
		// It was lost here, and the voter's receipt brings it back.
		first = raw
		lookup = s.store.Commit(ctx, func(tx Tx) error {
			return tx.PutSealed(ctx, map[document.Digest][]byte{sealed.Commitment: raw})
		})
	}
	if lookup != nil {
		return Taken{}, err
	}
	if o, bad := replay.ParseOpening(first); bad != nil || o.Ballot != v.Ballot {
		return Taken{}, err
	}
	receipt, err = s.Receipt(ctx, cast.Index)
	receipt.Opening = first
	return Taken{receipt, stood}, err
}

// seal gives a ballot's entry its signature, and recovers it: here, by as many requests at once as there are processors,
// and not by the committer. A contract is asked only about a ballot that its account could cast.
func (s *Service) seal(ctx context.Context, e *record.Entry, v Vote, f frozen) (replay.Seal, error) {
	if sig, ok := v.Signature.(wallet.Signature); ok {
		e.Signature = sig.String()
		if seal, err := replay.RecoverBallot(f.domain, f.title, *e, v.Ballot); err != nil || seal.Signer == v.Voter {
			return seal, err
		}
	}
	err := s.View(func(state *replay.State) error {
		if electorate := state.Electorate(v.Ballot.Proposal); electorate != nil && !electorate.Has(v.Voter) {
			return refusal.New(refusal.Forbidden, "ballot-weight", "voter", "this address has no weight in this vote: it held no badge in the fields that the proposal touches when the electorate was frozen")
		}
		return nil
	})
	if err != nil {
		return replay.Seal{}, err
	}
	b := v.Ballot
	m := wallet.Ballot{
		Voter: v.Voter, Proposal: b.Proposal, Electorate: b.Electorate, Title: f.title, Choice: b.Choice,
		Reason: b.Reason, Sequence: b.Sequence, Expires: uint64(b.Expires),
	}
	if err := s.vouch(ctx, e, v.Voter, f.domain.Digest(m.StructHash()), v.Signature); err != nil {
		return replay.Seal{}, err
	}
	return replay.RecoverBallot(f.domain, f.title, *e, v.Ballot)
}

// Receipt returns a receipt of any entry, against the newest checkpoint.
func (s *Service) Receipt(ctx context.Context, index int64) (record.Receipt, error) {
	head, err := s.store.Head(ctx)
	if err != nil {
		return record.Receipt{}, err
	}
	if index < 0 || index >= head.Size {
		return record.Receipt{}, refusal.New(refusal.NotFound, "entry-unknown", "index", "the log has no entry %d", index)
	}
	raws, err := s.store.Entries(ctx, index, 1)
	if err != nil {
		return record.Receipt{}, err
	}
	if len(raws) == 0 {
		return record.Receipt{}, fmt.Errorf("entry %d is not in the store", index)
	}
	proof, err := record.ProveInclusion(head.Size, index, Hashes(ctx, s.store))
	if err != nil {
		return record.Receipt{}, err
	}
	var digest document.Digest
	_ = s.View(func(state *replay.State) error { _, digest = state.Genesis(); return nil })
	return record.Receipt{Schema: record.ReceiptSchema, Genesis: digest, Index: index, Entry: raws[0], Proof: proof, Checkpoint: string(head.Note)}, nil
}

// OwnReceipt returns the receipt of a sealed ballot to who knows its salt, with what it commits to.
func (s *Service) OwnReceipt(ctx context.Context, index int64, salt string) (record.Receipt, error) {
	r, err := s.Receipt(ctx, index)
	if err != nil {
		return record.Receipt{}, err
	}
	e, err := record.Decode(r.Entry)
	if err != nil {
		return record.Receipt{}, err
	}
	var b record.Sealed
	if e.Kind != record.KindSealed || document.Unmarshal(e.Body, &b) != nil {
		return r, nil
	}
	opening, err := dueBlobs{storeBlobs{ctx, s.store}}.Blob(b.Commitment)
	if err != nil {
		return record.Receipt{}, err
	}
	given, err := hex.DecodeString(salt)
	if err != nil || len(given) != 32 || len(opening) < 32 || subtle.ConstantTimeCompare(given, opening[:32]) != 1 {
		return record.Receipt{}, refusal.New(refusal.Forbidden, "receipt-salt", "salt", "this is not the salt of that ballot; use the address that you were sent to when you cast it")
	}
	r.Opening = opening
	return r, nil
}

// Hashes reads a store's hashes as proofs do.
func Hashes(ctx context.Context, r Reader) record.HashReader { return hashReader{ctx, r} }

type hashReader struct {
	ctx context.Context
	r   Reader
}

func (h hashReader) ReadHashes(ids []int64) ([]record.Hash, error) { return h.r.Hashes(h.ctx, ids) }

// frozen is what never changes of a proposal once its vote is open.
type frozen struct {
	title      [32]byte // keccak
	electorate document.Digest
	domain     wallet.Domain
	hidden     bool
}

// frozen returns it from memory where it can, so that a ballot is recovered without waiting for the committer.
func (s *Service) frozen(p document.Digest) (frozen, error) {
	if f, ok := s.votes.Load(p); ok {
		return f.(frozen), nil
	}
	var f frozen
	err := s.View(func(state *replay.State) error {
		pr, ok := state.Proposal(p)
		if !ok {
			return refusal.New(refusal.NotFound, "ballot-proposal", "proposal", "there is no proposal %s here", p)
		}
		f = frozen{pr.Title.Keccak, pr.Electorate, state.Domain(), pr.Rules.Hidden}
		return nil
	})
	if err == nil && !f.electorate.IsZero() {
		s.votes.Store(p, f)
	}
	return f, err
}

// forget drops what is remembered of a vote that was void: it runs again, perhaps with another electorate.
func (s *Service) forget(c replay.Changes) {
	for _, p := range c.Proposals {
		if len(p.Void) > 0 && p.Status == proposal.Review {
			s.votes.Delete(p.Digest)
		}
	}
}

// stands reports whether a ballot is one of the vote that is open or was counted last, and not of a void one before it.
func (s *Service) stands(cast replay.Cast) bool {
	var p proposal.Proposal
	_ = s.View(func(state *replay.State) error { p, _ = state.Proposal(cast.Proposal); return nil })
	return cast.Index > p.From()
}

// text returns a salted text without its salt.
func (s *Service) text(ctx context.Context, d document.Digest) (string, error) {
	raw, err := s.store.Blob(ctx, d)
	if err != nil {
		return "", err
	}
	if len(raw) < 32 {
		return "", fmt.Errorf("text %s has no salt", d)
	}
	return string(raw[32:]), nil
}
