package replay

import (
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// RecoverBallot returns who signed a ballot's entry, whose body b is. It needs the keccak of the proposal's title and nothing else of
// the state, so that many can run at once. Whether the signer is the entry's actor is for Apply to check.
func RecoverBallot(d wallet.Domain, title [32]byte, e record.Entry, b record.Ballot) (Seal, error) {
	if !common.IsHexAddress(e.Actor) {
		return Seal{}, refusal.New(refusal.Invalid, "actor", "voter", "the voter is not an address")
	}
	seal, err := recoverEntry(d, e, ballotMessage(common.HexToAddress(e.Actor), title, b).StructHash())
	seal.ballot = &b
	return seal, err
}

// recoverEntry returns who signed an entry: the account whose key did, or the actor if its contract vouches for it.
func recoverEntry(d wallet.Domain, e record.Entry, hash [32]byte) (Seal, error) {
	if e.Wallet == nil {
		sig, err := wallet.ParseSignature(e.Signature)
		if err != nil {
			return Seal{}, ErrSignature(err)
		}
		signer, err := wallet.Recover(d.Digest(hash), sig)
		if err != nil {
			return Seal{}, ErrSignature(err)
		}
		return Seal{Hash: hash, Signer: signer}, nil
	}
	actor := common.HexToAddress(e.Actor)
	proof, err := wallet.ParseProof(e.Signature)
	if err != nil {
		return Seal{}, ErrSignature(err)
	}
	if err := e.Wallet.Check(proof); err != nil {
		return Seal{}, refusal.New(refusal.Invalid, "wallet-answer", "signature", "%w", err)
	}
	// One signature has one form in the record: what a key made needs no contract.
	if sig, ok := proof.(wallet.Signature); ok {
		if signer, err := wallet.Recover(d.Digest(hash), sig); err == nil && signer == actor {
			return Seal{}, refusal.New(refusal.Invalid, "wallet-answer", "signature", "the account's own key made the signature, so no contract is asked")
		}
	}
	return Seal{Hash: hash, Signer: actor}, nil
}

// ErrSignature returns the refusal of a signature that cannot be read.
func ErrSignature(err error) error {
	if errors.Is(err, wallet.ErrHighS) {
		return refusal.New(refusal.Invalid, "signature-malleable", "signature", "%w", err)
	}
	return refusal.New(refusal.Invalid, "signature-form", "signature", "%w", err)
}

// recovered returns the entry's seal, recovering it if the caller has not. Where a contract wallet answered for the
// signature, it checks the answer's block, and asks again if there is a chain to ask.
func (a *application) recovered(d wallet.Domain, message func() [32]byte) (Seal, error) {
	var seal Seal
	if a.seal != nil {
		seal = *a.seal
	} else {
		var err error
		if seal, err = recoverEntry(d, a.entry, message()); err != nil {
			return Seal{}, err
		}
	}
	if a.entry.Wallet == nil {
		return seal, nil
	}
	if err := a.CheckAsked(*a.entry.Wallet); err != nil {
		return Seal{}, err
	}
	return seal, a.askWallet(d, seal)
}

// opened returns the seal of a ballot that was sealed. A contract's answer was recent when it came.
func (a *application) opened(d wallet.Domain, hash [32]byte) (Seal, error) {
	seal, err := recoverEntry(d, a.entry, hash)
	if err != nil || a.entry.Wallet == nil {
		return seal, err
	}
	return seal, a.askWallet(d, seal)
}

// askWallet asks a contract wallet again, if there is a chain to ask.
func (a *application) askWallet(d wallet.Domain, seal Seal) error {
	if a.wallets == nil {
		return nil
	}
	proof, err := wallet.ParseProof(a.entry.Signature)
	if err != nil {
		return ErrSignature(err)
	}
	return a.wallets(seal.Signer, d.Digest(seal.Hash), proof, *a.entry.Wallet)
}

// CheckAsked refuses an answer of a contract wallet from a block that the record does not name as the end of a range, or
// that is older than [Freshness].
func (s *State) CheckAsked(answer wallet.Answer) error {
	for _, p := range s.recent {
		if p.Last == answer.Block && p.Hash == answer.BlockHash {
			return nil
		}
	}
	return refusal.New(refusal.Conflict, "wallet-block", "signature", "the contract wallet was asked at block %d, which the record does not name, or no longer as a recent one; send it again", answer.Block)
}
