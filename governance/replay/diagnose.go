package replay

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// wellKnown are chains that a wallet may stand on by mistake.
var wellKnown = []uint64{1, 10, 56, 100, 137, 1337, 8453, 31337, 42161, 11155111}

// diagnosed bounds how many proposals a diagnosis tries, the newest first.
const diagnosed = 16

// Diagnose says why a ballot's signature is not its voter's: it tries what people get wrong, and names the first thing under which
// the voter did sign. Whatever it says, the ballot is refused.
func (s *State) Diagnose(voter common.Address, title [32]byte, b record.Ballot, sig wallet.Signature) error {
	m := ballotMessage(voter, title, b)
	signed := func(d wallet.Domain, m wallet.Ballot) bool {
		signer, err := wallet.Recover(d.Digest(m.StructHash()), sig)
		return err == nil && signer == voter
	}
	for _, id := range wellKnown {
		if d := (wallet.Domain{ChainID: id, Contract: s.domain.Contract}); id != s.domain.ChainID && signed(d, m) {
			return refusal.New(refusal.Forbidden, "ballot-chain", "signature", "the ballot is signed for chain %d, and this instance is on chain %d; switch the wallet's network and sign again", id, s.domain.ChainID)
		}
	}
	for _, contract := range []common.Address{s.genesis.Chain.Badge, {}} {
		if signed(wallet.Domain{ChainID: s.domain.ChainID, Contract: contract}, m) {
			return refusal.New(refusal.Forbidden, "ballot-instance", "signature", "the ballot is signed for the contract %s, and this instance's is %s; sign the words that this instance hands out", contract, s.domain.Contract)
		}
	}
	for _, choice := range []string{ballot.For, ballot.Against, ballot.Abstain, ballot.Withdraw} {
		if other := m; choice != b.Choice {
			if other.Choice = choice; signed(s.domain, other) {
				return refusal.New(refusal.Forbidden, "ballot-choice-signed", "choice", "the signature is under %q and the ballot says %q", choice, clip(b.Choice))
			}
		}
	}
	for sequence := uint64(0); sequence <= 8; sequence++ {
		if other := m; sequence != b.Sequence {
			if other.Sequence = sequence; signed(s.domain, other) {
				return refusal.New(refusal.Forbidden, "ballot-sequence-signed", "sequence", "the signature is under sequence %d and the ballot says %d", sequence, b.Sequence)
			}
		}
	}
	for i := len(s.order) - 1; i >= 0 && i >= len(s.order)-diagnosed; i-- {
		l := s.proposals[s.order[i]]
		other := m
		if other.Electorate = l.Electorate; document.Digest(other.Electorate) != b.Electorate && signed(s.domain, other) {
			return refusal.New(refusal.Forbidden, "ballot-electorate-signed", "electorate", "the signature is for the electorate of another vote; sign the words of this one")
		}
		other.Proposal, other.Title = l.Digest, [32]byte(l.Title.Keccak)
		if l.Digest != b.Proposal && signed(s.domain, other) {
			return refusal.New(refusal.Forbidden, "ballot-proposal-signed", "proposal", "the ballot is signed for the proposal %s; send it there, or sign the words of this one", l.Digest)
		}
		if other.Electorate = b.Electorate; l.Digest != b.Proposal && signed(s.domain, other) {
			return refusal.New(refusal.Forbidden, "ballot-proposal-signed", "proposal", "the ballot is signed for the proposal %s; send it there, or sign the words of this one", l.Digest)
		}
		if other.Title = title; l.Digest != b.Proposal && signed(s.domain, other) {
			return refusal.New(refusal.Forbidden, "ballot-proposal-signed", "proposal", "the ballot is signed for the proposal %s; send it there, or sign the words of this one", l.Digest)
		}
	}
	if other := m; b.Electorate != (document.Digest{}) {
		if other.Electorate = [32]byte{}; signed(s.domain, other) {
			return refusal.New(refusal.Forbidden, "ballot-electorate-signed", "electorate", "the signature is for no electorate; sign the words of this vote")
		}
	}
	return errBallotSigner()
}

func clip(s string) string { return s[:min(len(s), 64)] }
