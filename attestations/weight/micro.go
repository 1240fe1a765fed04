package weight

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"
)

// Micro is an amount of voting weight in millionths. Its text, in JSON too, is the decimal integer of millionths.
type Micro uint64

// Unit is a weight of one.
const Unit Micro = 1_000_000

// String returns the wire form, the decimal integer of millionths.
func (m Micro) String() string { return strconv.FormatUint(uint64(m), 10) }

// MarshalText returns the text of [Micro.String].
func (m Micro) MarshalText() ([]byte, error) { return strconv.AppendUint(nil, uint64(m), 10), nil }

// UnmarshalText reads a decimal integer of millionths without sign, spaces or leading zeros.
func (m *Micro) UnmarshalText(text []byte) error {
	v, err := parseDecimal(string(text))
	if err != nil {
		return fmt.Errorf("a weight is a decimal integer of millionths: %w", err)
	}
	*m = Micro(v)
	return nil
}

// Units returns the weight as people read it, in units and without trailing zeros: "61", "0.000001", "12.5".
func (m Micro) Units() string {
	whole, part := m/Unit, m%Unit
	if part == 0 {
		return strconv.FormatUint(uint64(whole), 10)
	}
	return strings.TrimRight(fmt.Sprintf("%d.%06d", whole, part), "0")
}

// MulDivDown returns ⌊a·b/c⌋ without overflow on the way. It panics if c is zero or the result does not fit.
func MulDivDown(a, b, c Micro) Micro {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	quo, _ := bits.Div64(hi, lo, uint64(c))
	return Micro(quo)
}

// parseDecimal reads the one decimal spelling of an unsigned integer.
func parseDecimal(s string) (uint64, error) {
	v, err := strconv.ParseUint(s, 10, 64)
	if err != nil {
		return 0, err
	}
	if strconv.FormatUint(v, 10) != s {
		return 0, fmt.Errorf("%q is not in its shortest form", s)
	}
	return v, nil
}
