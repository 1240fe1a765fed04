package governance

import (
	"context"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Act is what a member does about a proposal beside voting, signed.
type Act struct {
	Member    common.Address
	Act       record.Act
	Title     string // as the member's wallet showed it; empty to leave it to us
	Text      Text   // must have the digest that the act names; ignored where that is zero
	Signature wallet.Proof
}

// PrepareAct hands out what a member signs: the next sequence, an expiry, and a salt for the text. It stores nothing, and
// refuses what [Service.Act] would refuse for any signature.
func (s *Service) PrepareAct(ctx context.Context, p document.Digest, member common.Address, words, text string) (Act, wallet.TypedData, error) {
	parsed, err := proposal.ParseAct(words)
	if err != nil {
		return Act{}, wallet.TypedData{}, err
	}
	a := Act{Member: member, Act: record.Act{Proposal: p, Act: words}}
	switch {
	case text != "" && (len(text) > proposal.MaxActText || !utf8.ValidString(text)):
		return Act{}, wallet.TypedData{}, refusal.New(refusal.Invalid, "act-text", "text", "the text has at most %d bytes", proposal.MaxActText)
	case text != "":
		if a.Text, err = s.salted(text); err != nil {
			return Act{}, wallet.TypedData{}, err
		}
		a.Act.Text = a.Text.Digest()
	case parsed.Verb.NeedsText():
		return Act{}, wallet.TypedData{}, refusal.New(refusal.Invalid, "act-text", "text", "say why: this needs 1 to %d bytes of text", proposal.MaxActText)
	}
	var domain wallet.Domain
	var title proposal.Title
	err = s.View(func(state *replay.State) error {
		now := max(s.clock(), state.Time())
		if err := state.CheckAct(p, member, words, now); err != nil {
			return err
		}
		last, _ := state.LastAct(member)
		a.Act.Sequence, a.Act.Expires = last+1, now.Add(signatureLife)
		pr, _ := state.Proposal(p)
		domain, title = state.Domain(), pr.Title
		return nil
	})
	if err != nil {
		return Act{}, wallet.TypedData{}, err
	}
	if a.Title, err = s.text(ctx, title.Text); err != nil {
		return Act{}, wallet.TypedData{}, err
	}
	return a, replay.ActMessage(member, [32]byte(title.Keccak), a.Act).TypedData(domain, a.Title), nil
}

// Act records a signed act. When it returns, it is on stable storage. The same signed words again return a receipt of
// the first, as long as they are the member's last.
func (s *Service) Act(ctx context.Context, a Act) (record.Receipt, error) {
	frozen, err := s.frozen(a.Act.Proposal)
	if refusal.Is(err, "ballot-proposal") {
		return record.Receipt{}, refusal.New(refusal.NotFound, "act-proposal", "proposal", "there is no proposal %s here", a.Act.Proposal)
	}
	if err != nil {
		return record.Receipt{}, err
	}
	if a.Title != "" && wallet.Text(a.Title) != frozen.title {
		return record.Receipt{}, refusal.New(refusal.Invalid, "act-title", "title", "the signed words show another title than the proposal has; ask for the words to sign again")
	}
	var blobs [][]byte
	if !a.Act.Text.IsZero() {
		if a.Text.Digest() != a.Act.Text {
			return record.Receipt{}, refusal.New(refusal.Invalid, "act-text", "text", "the text and its salt do not have the digest that is signed; send both as they were handed out")
		}
		blobs = append(blobs, a.Text.Bytes())
	}
	body, err := document.Marshal(a.Act)
	if err != nil {
		return record.Receipt{}, refusal.New(refusal.Invalid, "act", "", "%w", err)
	}
	actor, _ := a.Member.MarshalText()
	e := record.Entry{Kind: record.KindAct, Actor: string(actor), Body: body}
	if err := s.vouch(ctx, &e, a.Member, frozen.domain.Digest(replay.ActMessage(a.Member, frozen.title, a.Act).StructHash()), a.Signature); err != nil {
		return record.Receipt{}, err
	}
	seal, err := replay.RecoverAct(frozen.domain, frozen.title, e, a.Act)
	if err != nil {
		return record.Receipt{}, err
	}
	receipt, err := s.submit(ctx, &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) {
		return e, blobs, &seal, nil
	}})
	if !refusal.Is(err, replay.RepeatedAct) {
		return receipt, err
	}
	// It is here already: its sender may have missed the answer.
	var sequence uint64
	var index int64
	_ = s.View(func(state *replay.State) error { sequence, index = state.LastAct(a.Member); return nil })
	if sequence != a.Act.Sequence {
		return record.Receipt{}, err
	}
	return s.Receipt(ctx, index)
}
