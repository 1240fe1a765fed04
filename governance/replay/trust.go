package replay

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// Trust returns the seal of an entry as if its actor had signed it, without looking at the signature. It is for a
// service that loads its own log, where every signature was checked before the entry was acknowledged. A verifier never
// calls it. It returns nil for an entry that is not signed.
func (s *State) Trust(e record.Entry) (*Seal, error) {
	if e.Signature == "" {
		return nil, nil
	}
	seal := Seal{Signer: common.HexToAddress(e.Actor)}
	switch e.Kind {
	case record.KindAct:
		var b record.Act
		if err := document.Unmarshal(e.Body, &b); err != nil {
			return nil, err
		}
		if l, ok := s.proposals[b.Proposal]; ok {
			seal.Hash = ActMessage(seal.Signer, [32]byte(l.Title.Keccak), b).StructHash()
		}
	case record.KindEvaluated:
		var b record.Evaluated
		if err := document.Unmarshal(e.Body, &b); err != nil {
			return nil, err
		}
		seal.Hash = EvaluationMessage(seal.Signer, b).StructHash()
	case record.KindBallot:
		var b record.Ballot
		if err := document.Unmarshal(e.Body, &b); err != nil {
			return nil, err
		}
		seal.ballot = &b
		if l, ok := s.proposals[b.Proposal]; ok {
			seal.Hash = ballotMessage(seal.Signer, [32]byte(l.Title.Keccak), b).StructHash()
		}
	}
	return &seal, nil
}

func ballotMessage(voter common.Address, title [32]byte, b record.Ballot) wallet.Ballot {
	return wallet.Ballot{
		Voter: voter, Proposal: b.Proposal, Electorate: b.Electorate, Title: title,
		Choice: b.Choice, Reason: b.Reason, Sequence: b.Sequence, Expires: uint64(b.Expires),
	}
}
