package governance

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// CheckSignature returns nil if an account signed a digest: by its key, or by its contract as of the newest block that
// the record follows (ERC-1271). It is for what is not recorded, such as a sign-in.
func (s *Service) CheckSignature(ctx context.Context, account common.Address, digest [32]byte, proof wallet.Proof) error {
	e := record.Entry{}
	if err := s.vouch(ctx, &e, account, digest, proof); err != nil {
		return err
	}
	if e.Wallet != nil {
		return nil
	}
	sig, ok := proof.(wallet.Signature)
	if !ok {
		return noKey(proof)
	}
	signer, err := wallet.Recover(digest, sig)
	if err != nil {
		return refusal.New(refusal.Invalid, "signature-form", "signature", "%w", err)
	}
	if signer != account {
		return refusal.New(refusal.Forbidden, "signature", "signature", "the signature is not by %s; sign with the account that the message names", account.Hex())
	}
	return nil
}

// vouch gives an entry the signature of its actor. If the actor's key did not make it, the actor's contract is asked, and
// the entry says what it answered. An account without a contract is left to the reducer to refuse, in the words that
// fit the entry.
func (s *Service) vouch(ctx context.Context, e *record.Entry, account common.Address, digest [32]byte, proof wallet.Proof) error {
	if proof == nil {
		return refusal.New(refusal.Invalid, "signature-form", "signature", "the signature is missing")
	}
	e.Signature, e.Wallet = proof.String(), nil
	sig, short := proof.(wallet.Signature)
	if short {
		if signer, err := wallet.Recover(digest, sig); err == nil && signer == account {
			return nil
		}
	}
	if s.wallets == nil {
		if !short {
			return noKey(proof)
		}
		return nil
	}
	var at replay.Position
	_ = s.View(func(state *replay.State) error { at = state.Chain(); return nil })
	if at.Hash == (common.Hash{}) {
		return refusal.New(refusal.Unavailable, "wallet-block", "signature", "the record holds no finalized block yet at which a contract wallet could be asked; send it again in a moment")
	}
	answer, err := s.wallets.Ask(ctx, account, digest, wallet.ProofBytes(proof), wallet.Answer{Block: at.Last, BlockHash: at.Hash})
	switch {
	case err == nil:
		e.Wallet = &answer
		return nil
	case errors.Is(err, wallet.ErrNoWallet) && short:
		return nil
	case errors.Is(err, wallet.ErrNoWallet):
		return noKey(proof)
	}
	for rule, cause := range map[string]error{
		"wallet-refuses": wallet.ErrWalletRefuses, "wallet-reverts": wallet.ErrWalletReverts, "wallet-gas": wallet.ErrWalletGas,
	} {
		if errors.Is(err, cause) {
			return refusal.New(refusal.Forbidden, rule, "signature", "%w", err)
		}
	}
	if errors.Is(err, wallet.ErrWalletTime) {
		return &refusal.Error{Code: refusal.Unavailable, Rule: "wallet-time", Field: "signature", Detail: wallet.ErrWalletTime.Error(), Err: err}
	}
	return &refusal.Error{Code: refusal.Unavailable, Rule: "wallet-chain", Field: "signature", Detail: "the chain did not answer for the contract wallet; send it again in a moment", Err: err}
}

// noKey refuses what no key can have signed, of an account without a contract.
func noKey(proof wallet.Proof) error {
	if _, err := wallet.ParseSignature(proof.String()); err != nil {
		return replay.ErrSignature(err)
	}
	return refusal.New(refusal.Forbidden, "signature", "signature", "%w", wallet.ErrNoWallet)
}

// domain returns the EIP-712 domain of the instance's own messages.
func (s *Service) domain() wallet.Domain {
	var d wallet.Domain
	_ = s.View(func(state *replay.State) error { d = state.Domain(); return nil })
	return d
}
