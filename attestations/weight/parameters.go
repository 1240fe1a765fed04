package weight

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Parameters are the numbers of the weight policy, as the policy document states them.
type Parameters struct {
	LevelPower  []Micro  `json:"levelPower"`  // the weight of a fresh badge; index is level-1, and a level beyond the list counts as the last
	HalfLife    uint64   `json:"halfLife"`    // seconds in which a badge loses half its weight; 0 is no fading
	MemberFloor Micro    `json:"memberFloor"` // flat weight that every member of the electorate has besides
	MemberCap   Fraction `json:"memberCap"`   // largest share of the total that one member may have; zero is no cap
	IssuerCap   Fraction `json:"issuerCap"`   // largest share of the total that may rest on one issuer's badges; zero is no cap
}

// The limits of what a policy may say. They keep every sum of up to 2^24 badges within 64 bits.
const (
	MaxPower       = 1_000_000 * Unit
	MaxDenominator = 1_000_000
)

// Validate reports every number that is out of bounds.
func (p Parameters) Validate() error {
	var errs []error
	if n := len(p.LevelPower); n == 0 || n > 255 {
		errs = append(errs, fmt.Errorf("levelPower: has %d entries; give one for each level, 1 to 255 of them", n))
	}
	for i, power := range p.LevelPower {
		if power > MaxPower {
			errs = append(errs, fmt.Errorf("levelPower: level %d is worth %s units; at most %s are allowed", i+1, power.Units(), MaxPower.Units()))
		}
		if i > 0 && power < p.LevelPower[i-1] {
			errs = append(errs, fmt.Errorf("levelPower: level %d is worth less than level %d; a higher level must not count less", i+1, i))
		}
	}
	if p.MemberFloor > MaxPower {
		errs = append(errs, fmt.Errorf("memberFloor: is %s units; at most %s are allowed", p.MemberFloor.Units(), MaxPower.Units()))
	}
	if p.HalfLife > 1<<53-1 {
		errs = append(errs, errors.New("halfLife: is above 2^53-1 seconds; use 0 for no fading"))
	}
	for _, c := range []struct {
		name string
		cap  Fraction
	}{{"memberCap", p.MemberCap}, {"issuerCap", p.IssuerCap}} {
		if err := c.cap.validate(); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", c.name, err))
		}
	}
	return errors.Join(errs...)
}

// Fraction is a share, above zero and at most one, such as 1/5. The zero value stands for none. Its text, in JSON
// too, is "1/5", and "" for none.
type Fraction struct{ Num, Den uint64 }

// IsZero reports whether f is none.
func (f Fraction) IsZero() bool { return f == Fraction{} }

func (f Fraction) validate() error {
	if f.IsZero() {
		return nil
	}
	if f.Num == 0 || f.Num > f.Den || f.Den > MaxDenominator {
		return fmt.Errorf("%d/%d is not a share; write p/q with 0 < p ≤ q ≤ %d, as in \"1/5\"", f.Num, f.Den, MaxDenominator)
	}
	return nil
}

// String returns "p/q", or "" for none.
func (f Fraction) String() string {
	if f.IsZero() {
		return ""
	}
	return strconv.FormatUint(f.Num, 10) + "/" + strconv.FormatUint(f.Den, 10)
}

// MarshalText returns the text of [Fraction.String].
func (f Fraction) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads "p/q" with 0 < p ≤ q and decimal integers without leading zeros, or "" for none.
func (f *Fraction) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*f = Fraction{}
		return nil
	}
	p, q, ok := strings.Cut(string(text), "/")
	num, errNum := parseDecimal(p)
	den, errDen := parseDecimal(q)
	if !ok || errNum != nil || errDen != nil || num == 0 || num > den {
		return fmt.Errorf("%.40q is not a share; write p/q with 0 < p ≤ q, as in \"1/5\"", text)
	}
	*f = Fraction{num, den}
	return nil
}
