package wallet

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// The ways in which a signature is refused. Compare with [errors.Is].
var (
	ErrSignatureLength = errors.New("a signature is 65 bytes: 0x and 130 hexadecimal digits")
	ErrHighS           = errors.New("the signature is malleable: its s lies in the upper half of the curve's order (EIP-2); sign again with an up-to-date wallet")
	ErrRecovery        = errors.New("no account can be recovered from the signature; sign the message again")
)

// Signature is an ECDSA signature over secp256k1: r (32 bytes), s (32 bytes), v (one byte).
//
// A parsed signature always has v 27 or 28 and s in the lower half of the order, so that equal signatures are equal
// bytes. Nothing may be keyed by signature bytes all the same: a signer can make any number of them for one message.
type Signature [65]byte

// halfOrder is ⌊n/2⌋ of secp256k1, the largest s that EIP-2 allows.
var halfOrder = common.HexToHash("0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0")

// ParseSignature reads 0x and 130 hexadecimal digits. It accepts v as 0, 1, 27 or 28, since wallets differ, and
// refuses a high s.
func ParseSignature(text string) (Signature, error) {
	var sig Signature
	digits, ok := strings.CutPrefix(text, "0x")
	if !ok || len(digits) != 2*len(sig) {
		return Signature{}, ErrSignatureLength
	}
	if _, err := hex.Decode(sig[:], []byte(digits)); err != nil {
		return Signature{}, fmt.Errorf("%w: %w", ErrSignatureLength, err)
	}
	return NewSignature(sig)
}

// NewSignature takes the bytes of a signature as [ParseSignature] takes their digits.
func NewSignature(sig [65]byte) (Signature, error) {
	if sig[64] < 27 {
		sig[64] += 27
	}
	if err := Signature(sig).check(); err != nil {
		return Signature{}, err
	}
	return sig, nil
}

// check reports what keeps sig from being canonical.
func (sig Signature) check() error {
	if sig[64] != 27 && sig[64] != 28 {
		return fmt.Errorf("%w: v must be 27 or 28 (or 0 or 1)", ErrRecovery)
	}
	if bytes.Compare(sig[32:64], halfOrder[:]) > 0 {
		return ErrHighS
	}
	return nil
}

// String returns 0x and 130 lowercase hexadecimal digits, with v as 27 or 28.
func (sig Signature) String() string { return "0x" + hex.EncodeToString(sig[:]) }

// MarshalText returns the text of [Signature.String].
func (sig Signature) MarshalText() ([]byte, error) { return []byte(sig.String()), nil }

// UnmarshalText reads the text as [ParseSignature] does.
func (sig *Signature) UnmarshalText(text []byte) error {
	parsed, err := ParseSignature(string(text))
	if err != nil {
		return err
	}
	*sig = parsed
	return nil
}

// Recover returns the account whose key signed the digest. It refuses whatever [ParseSignature] refuses, and the zero
// address, which no key can own.
func Recover(digest [32]byte, sig Signature) (common.Address, error) {
	if err := sig.check(); err != nil {
		return common.Address{}, err
	}
	sig[64] -= 27
	key, err := crypto.Ecrecover(digest[:], sig[:])
	if err != nil {
		return common.Address{}, fmt.Errorf("%w: %w", ErrRecovery, err)
	}
	hash := crypto.Keccak256Hash(key[1:])
	account := common.BytesToAddress(hash[12:])
	if account == (common.Address{}) {
		return common.Address{}, ErrRecovery
	}
	return account, nil
}

// Sign signs the digest deterministically (RFC 6979) with a low s, so that the same key and digest always make the
// same signature. Members sign in their own wallets; this is for nodes, the demo and tests.
func Sign(digest [32]byte, key *ecdsa.PrivateKey) (Signature, error) {
	raw, err := crypto.Sign(digest[:], key)
	if err != nil {
		return Signature{}, fmt.Errorf("wallet: sign: %w", err)
	}
	sig := Signature(raw)
	sig[64] += 27
	return sig, nil
}
