package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Digest is the SHA-256 of some bytes. Its text form is 64 lowercase hexadecimal digits without a prefix,
// and the same 32 bytes stand in EIP-712 messages.
type Digest [32]byte

// Sum returns the digest of b.
func Sum(b []byte) Digest { return sha256.Sum256(b) }

// ParseDigest reads the text form and accepts no other spelling.
func ParseDigest(s string) (Digest, error) {
	var d Digest
	err := d.UnmarshalText([]byte(s))
	return d, err
}

// String returns the text form.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// IsZero reports whether d is all zeros, which stands for "none".
func (d Digest) IsZero() bool { return d == Digest{} }

// MarshalText returns the text form.
func (d Digest) MarshalText() ([]byte, error) {
	return hex.AppendEncode(make([]byte, 0, 2*len(d)), d[:]), nil
}

// UnmarshalText reads the text form: capitals, prefixes and white space are refused, so that a digest has
// exactly one spelling.
func (d *Digest) UnmarshalText(text []byte) error {
	if len(text) != 2*len(d) {
		return fmt.Errorf("a digest has 64 hexadecimal digits, this text has %d characters", len(text))
	}
	var out Digest
	for i := range out {
		high, low := nibbles[text[2*i]], nibbles[text[2*i+1]]
		if high|low > 15 {
			at := 2 * i
			if high <= 15 {
				at++
			}
			return fmt.Errorf("a digest is written in the digits 0-9 and a-f, character %d is %q", at+1, text[at])
		}
		out[i] = high<<4 | low
	}
	*d = out
	return nil
}
