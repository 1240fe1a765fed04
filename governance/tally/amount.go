package tally

import (
	"fmt"
	"math/big"
	"math/bits"
	"strings"

	"github.com/peritus-dao/peritus/attestations/weight"
)

// Amount is a sum of weights, an unsigned integer of 128 bits. Its text is decimal.
type Amount struct{ hi, lo uint64 }

// maxDigits bounds a ballot's weight, and maxBallots a poll, so that no sum exceeds 128 bits.
const (
	maxDigits  = 30
	maxBallots = 1 << 28
)

// fits reports whether a has at most maxDigits digits.
func (a Amount) fits() bool { return a.Cmp(Amount{0xc9f2c9cd0, 0x4674edea40000000}) < 0 }

// AmountOf returns a weight as an amount of its micro-units.
func AmountOf(w weight.Micro) Amount { return Amount{lo: uint64(w)} }

// ParseAmount reads a decimal integer of at most 30 digits, without sign, spaces or leading zeros.
func ParseAmount[T string | []byte](text T) (Amount, error) {
	a, ok := parseDigits(text, maxDigits)
	if !ok {
		return Amount{}, fmt.Errorf("%.40q is not a whole number of at most %d digits", text, maxDigits)
	}
	return a, nil
}

// parseDigits reads the one decimal spelling of an unsigned integer of at most max digits, max up to 38.
func parseDigits[T string | []byte](text T, max int) (Amount, bool) {
	if len(text) == 0 || len(text) > max || text[0] == '0' && len(text) > 1 {
		return Amount{}, false
	}
	var a Amount
	for i := range len(text) {
		c := text[i]
		if c < '0' || c > '9' {
			return Amount{}, false
		}
		hi, lo := bits.Mul64(a.lo, 10)
		var carry uint64
		a.lo, carry = bits.Add64(lo, uint64(c-'0'), 0)
		a.hi = a.hi*10 + hi + carry
	}
	return a, true
}

// IsZero reports whether a is nothing.
func (a Amount) IsZero() bool { return a == Amount{} }

// Cmp compares as [cmp.Compare] does.
func (a Amount) Cmp(b Amount) int {
	_, borrow := bits.Sub64(a.lo, b.lo, 0)
	hi, under := bits.Sub64(a.hi, b.hi, borrow)
	switch {
	case under != 0:
		return -1
	case hi|(a.lo-b.lo) != 0:
		return 1
	}
	return 0
}

func (a Amount) add(b Amount) Amount {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	return Amount{a.hi + b.hi + carry, lo}
}

func (a Amount) sub(b Amount) Amount {
	lo, borrow := bits.Sub64(a.lo, b.lo, 0)
	return Amount{a.hi - b.hi - borrow, lo}
}

// shl shifts left by less than 128 bits.
func (a Amount) shl(n uint) Amount {
	if n >= 64 {
		return Amount{a.lo << (n - 64), 0}
	}
	return Amount{a.hi<<n | a.lo>>(64-n), a.lo << n}
}

// pow10 returns a·10^n.
func (a Amount) pow10(n int) Amount {
	for range n {
		product := a.mul(10)
		a = Amount{product[1], product[2]}
	}
	return a
}

// tenth returns a/10 rounded down.
func (a Amount) tenth() Amount {
	hi, rem := bits.Div64(0, a.hi, 10)
	lo, _ := bits.Div64(rem, a.lo, 10)
	return Amount{hi, lo}
}

// mulDiv returns a·b/c rounded down, and the remainder. a must not be above c.
func mulDiv(a, b, c uint64) (uint64, uint64) {
	hi, lo := bits.Mul64(a, b)
	return bits.Div64(hi, lo, c)
}

// wide is an unsigned integer of 192 bits, the most significant word first.
type wide [3]uint64

// mul returns a·b.
func (a Amount) mul(b uint64) wide {
	h1, l1 := bits.Mul64(a.hi, b)
	h0, l0 := bits.Mul64(a.lo, b)
	mid, carry := bits.Add64(l1, h0, 0)
	return wide{h1 + carry, mid, l0}
}

// mulDivUp returns a·num/den rounded up. num must not be above den, and den not zero.
func (a Amount) mulDivUp(num, den uint64) Amount {
	product := a.mul(num)
	_, rem := bits.Div64(0, product[0], den)
	hi, rem := bits.Div64(rem, product[1], den)
	lo, rem := bits.Div64(rem, product[2], den)
	if rem > 0 {
		return Amount{hi, lo}.add(Amount{lo: 1})
	}
	return Amount{hi, lo}
}

func (w wide) cmp(v wide) int {
	for i := range w {
		if w[i] != v[i] {
			if w[i] < v[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// Big returns a as a big integer.
func (a Amount) Big() *big.Int {
	if a.hi == 0 {
		return new(big.Int).SetUint64(a.lo)
	}
	n := new(big.Int).SetUint64(a.hi)
	return n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(a.lo))
}

// String returns the decimal text.
func (a Amount) String() string { return a.Big().String() }

// MarshalText returns the decimal text.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// Number is an exact number in an outcome: a decimal ("12", or "12.5" where a poll's weights have decimals) or, where
// no such decimal is exact, a fraction in lowest terms ("p/q").
type Number string

// Rat returns the number's value.
func (n Number) Rat() (*big.Rat, error) {
	r, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return nil, fmt.Errorf("%.40q is not a number", string(n))
	}
	return r, nil
}

// number writes an amount of 10^-decimals.
func number(a Amount, decimals int) Number { return decimal(a.Big(), decimals) }

// decimal writes n·10^-decimals, without trailing zeros.
func decimal(n *big.Int, decimals int) Number {
	text := n.String()
	if decimals == 0 {
		return Number(text)
	}
	if pad := decimals + 1 - len(text); pad > 0 {
		text = strings.Repeat("0", pad) + text
	}
	point := len(text) - decimals
	text = strings.TrimRight(text[:point]+"."+text[point:], "0")
	return Number(strings.TrimSuffix(text, "."))
}

// ratio writes num/den·10^-decimals, as a decimal if den divides num, as a fraction in lowest terms otherwise.
func ratio(num, den *big.Int, decimals int) Number {
	quotient, rest := new(big.Int).QuoRem(num, den, new(big.Int))
	if rest.Sign() == 0 {
		return decimal(quotient, decimals)
	}
	r := new(big.Rat).SetFrac(num, den)
	if decimals > 0 {
		r.Quo(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)))
	}
	return Number(r.RatString())
}
