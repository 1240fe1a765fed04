package wallet

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// MaxProof is the size in bytes of the longest signature: some sixty owners of a multi-signature wallet. It keeps an
// entry of the log far below its own limit.
const MaxProof = 4096

// Magic is what ERC-1271's isValidSignature answers for a valid signature, as the 32 bytes of the call's result.
var Magic = common.HexToHash("0x1626ba7e00000000000000000000000000000000000000000000000000000000")

// NoCode is the code hash of an account without code.
var NoCode = crypto.Keccak256Hash()

// counterfactual ends a signature of a wallet that is not deployed yet (ERC-6492).
var counterfactual = common.FromHex("0x6492649264926492649264926492649264926492649264926492649264926492")

// Proof is what an account gives for its signature: a [Signature] of its key, or the [Bytes] that its contract takes.
type Proof interface {
	// String returns 0x and lowercase hexadecimal digits.
	String() string
}

// Bytes is a signature that only a contract can judge (ERC-1271), perhaps wrapped with the deployment of that contract
// (ERC-6492).
type Bytes []byte

// String returns 0x and lowercase hexadecimal digits.
func (b Bytes) String() string { return "0x" + hex.EncodeToString(b) }

// Counterfactual reports whether the signature brings the deployment of its wallet along (ERC-6492).
func (b Bytes) Counterfactual() bool { return bytes.HasSuffix(b, counterfactual) }

// ErrProof is the refusal of a text that is no signature of any kind.
var ErrProof = fmt.Errorf("a signature is 0x and an even number of hexadecimal digits, at most %d bytes; a key's has 65 bytes", MaxProof)

// ParseProof reads a signature of any kind. Sixty-five bytes that [ParseSignature] takes are a [Signature]: whether a
// key made it is for recovery to say, and if none did, a contract can still be asked about the same bytes.
func ParseProof(text string) (Proof, error) {
	if sig, err := ParseSignature(text); err == nil {
		return sig, nil
	}
	digits, ok := strings.CutPrefix(text, "0x")
	if !ok || digits == "" || len(digits) > 2*MaxProof {
		return nil, ErrProof
	}
	raw, err := hex.DecodeString(digits)
	if err != nil {
		return nil, ErrProof
	}
	return Bytes(raw), nil
}

// ProofBytes returns the bytes of a signature of either kind.
func ProofBytes(p Proof) []byte {
	switch p := p.(type) {
	case Signature:
		return p[:]
	case Bytes:
		return p
	}
	return nil
}

// Answer is what a contract wallet said of a signature, and where: the claim that an entry carries beside the signature.
// A verifier with a chain asks again at the same block and must hear the same.
type Answer struct {
	Block     uint64      `json:"block"`     // a finalized block
	BlockHash common.Hash `json:"blockHash"` //
	Code      common.Hash `json:"code"`      // keccak256 of the account's code there; [NoCode] before an ERC-6492 deployment
	Result    common.Hash `json:"result"`    // the first 32 bytes that isValidSignature returned
}

// Check refuses an answer that could not stand for a valid signature, whatever the chain says.
func (a Answer) Check(p Proof) error {
	raw := Bytes(ProofBytes(p))
	switch {
	case len(raw) == 0 || len(raw) > MaxProof:
		return ErrProof
	case a.Result != Magic:
		return fmt.Errorf("%w: it answered %s instead of %s", ErrWalletRefuses, a.Result, Magic)
	case a.Code == (common.Hash{}):
		return errors.New("the answer names no code")
	case a.Code == NoCode && !raw.Counterfactual():
		return ErrNoWallet
	}
	return nil
}

// The ways in which a contract wallet does not vouch for a signature. Compare with [errors.Is].
var (
	ErrNoWallet       = errors.New("the account has no contract that could vouch for the signature, and its key did not make it; sign with the account that the message names")
	ErrWalletRefuses  = errors.New("the account's contract does not take the signature (ERC-1271); enough of its owners must sign these very words")
	ErrWalletReverts  = errors.New("the account's contract reverted instead of answering (ERC-1271); enough of its owners must sign, in the order that the contract expects")
	ErrWalletGas      = errors.New("the account's contract used up all gas that a signature may take; use a wallet whose check ends")
	ErrWalletTime     = errors.New("the check of the contract's signature did not end in time; try again, or use a wallet whose check is shorter")
	ErrWalletUnproven = errors.New("the chain's endpoint has no state of that block any more; ask an archive node")
)

// Wallets asks contract wallets about signatures: the port to the chain.
type Wallets interface {
	// Ask runs the account's isValidSignature (ERC-1271) on the state of one block, as a static call with a gas limit that
	// never differs, so that whoever asks at the same block hears the same. If the signature brings the wallet's
	// deployment along (ERC-6492), that runs first. The block is named by number and hash in at; the answer has its code
	// and result. An error is one of ErrNoWallet, ErrWalletRefuses, ErrWalletReverts, ErrWalletGas, ErrWalletTime and
	// ErrWalletUnproven, or says that the chain did not answer.
	Ask(ctx context.Context, account common.Address, digest [32]byte, signature []byte, at Answer) (Answer, error)
}
