package document

import (
	"errors"
	"math/big"
)

// Decimal is a decimal number as documents write it: a string, since strict documents hold no fractions. Each number
// has one spelling: no exponent, no plus sign, no leading or trailing zeros, no "-0" and no bare point. It has at
// most 18 digits before the point and 18 after it.
type Decimal string

// ErrDecimal says that a text is not a decimal as documents write it.
var ErrDecimal = errors.New(`a decimal is written with as few digits as it needs, as in "0.7", "-2" or "0"`)

// ParseDecimal checks the spelling of s.
func ParseDecimal(s string) (Decimal, error) {
	digits := s
	if digits != "" && digits[0] == '-' {
		digits = digits[1:]
	}
	whole, fraction := digits, ""
	for i := range len(digits) {
		if digits[i] == '.' {
			whole, fraction = digits[:i], digits[i+1:]
			if fraction == "" || fraction[len(fraction)-1] == '0' {
				return "", ErrDecimal
			}
			break
		}
	}
	if whole == "" || len(whole) > 18 || len(fraction) > 18 || len(whole) > 1 && whole[0] == '0' || s == "-0" {
		return "", ErrDecimal
	}
	for _, part := range [2]string{whole, fraction} {
		for i := range len(part) {
			if part[i] < '0' || part[i] > '9' {
				return "", ErrDecimal
			}
		}
	}
	return Decimal(s), nil
}

// UnmarshalText reads a decimal and accepts no other spelling.
func (d *Decimal) UnmarshalText(text []byte) error {
	parsed, err := ParseDecimal(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Rat returns the exact value. A Decimal that was never read counts as 0.
func (d Decimal) Rat() *big.Rat {
	if _, err := ParseDecimal(string(d)); err != nil {
		return new(big.Rat)
	}
	r, _ := new(big.Rat).SetString(string(d))
	return r
}

// Compare returns −1, 0 or 1 as d is less than, equal to or more than other.
func (d Decimal) Compare(other Decimal) int { return d.Rat().Cmp(other.Rat()) }

// IsInteger reports whether d is a whole number.
func (d Decimal) IsInteger() bool {
	for i := range len(d) {
		if d[i] == '.' {
			return false
		}
	}
	return true
}
