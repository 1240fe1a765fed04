package weight

import (
	"bytes"
	"encoding/json"
	"math/big"
	"os"
	"slices"
	"strconv"
	"testing"
)

// A fadeVector is one line of testdata/fade.json. All numbers are decimal strings.
type fadeVector struct {
	Power    string `json:"power"`    // millionths of a fresh badge
	Age      string `json:"age"`      // seconds
	HalfLife string `json:"halfLife"` // seconds, 0 for none
	Weight   string `json:"weight"`   // what the algorithm gives
	True     string `json:"true"`     // ⌊power·2^(−age/halfLife)⌋, for comparison
}

// The published vectors are what FadeDown gives, and what the documentation's four steps give in rationals of any size, which
// share no line with FadeDown. The true value is never below, and at most 1 above.
func TestFadeVectors(t *testing.T) {
	var vectors []fadeVector
	for _, in := range fadeInputs() {
		power, age, halfLife := integer(in[0]), integer(in[1]), integer(in[2])
		vectors = append(vectors, fadeVector{
			Power: power.String(), Age: age.String(), HalfLife: halfLife.String(),
			Weight: fadeInRationals(power, age, halfLife).String(), True: trueFade(t, power, age, halfLife).String(),
		})
	}
	var want bytes.Buffer
	want.WriteString("[\n")
	for i, v := range vectors {
		line, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		want.Write(line)
		if i < len(vectors)-1 {
			want.WriteByte(',')
		}
		want.WriteByte('\n')
	}
	want.WriteString("]\n")
	if *update {
		if err := os.WriteFile("testdata/fade.json", want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	published, err := os.ReadFile("testdata/fade.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(published, want.Bytes()) {
		t.Error("testdata/fade.json is not what the rationals give")
	}
	vectors = nil
	if err := json.Unmarshal(published, &vectors); err != nil {
		t.Fatal(err)
	}
	number := func(text string) uint64 {
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	short := 0
	for _, v := range vectors {
		got := FadeDown(Micro(number(v.Power)), number(v.Age), number(v.HalfLife))
		if uint64(got) != number(v.Weight) {
			t.Errorf("FadeDown(%s, %s, %s) = %s, want %s", v.Power, v.Age, v.HalfLife, got, v.Weight)
		}
		switch number(v.True) - uint64(got) {
		case 0:
		case 1:
			short++
		default:
			t.Errorf("FadeDown(%s, %s, %s) = %s, the true value is %s", v.Power, v.Age, v.HalfLife, got, v.True)
		}
	}
	if len(vectors) < 200 {
		t.Errorf("only %d vectors", len(vectors))
	}
	t.Logf("%d vectors, of which %d are a millionth below the true value", len(vectors), short)
}

// fadeInputs returns power, age and half-life of each vector: the ends of every range, both sides of every step, and a
// policy's numbers in between.
func fadeInputs() [][3]uint64 {
	const most = 1<<53 - 1
	in := [][3]uint64{
		{100_000_000, 36_816_444, 52_594_920}, // the example of the documentation: 14 of 20 months
		{1, 31_556_952, 0}, {0, 5, 7}, {uint64(MaxPower), 39, 1}, {uint64(MaxPower), 63, 1}, {uint64(MaxPower), 64, 1}, {uint64(MaxPower), most, 1},
		{uint64(MaxPower), 1<<64 - 1, most}, {uint64(MaxPower), most - 1, most}, {999_999, 12_345_678, 23_456_789},
	}
	for _, power := range []uint64{1, 999_999, 27_000_000, 100_000_000, uint64(MaxPower)} {
		for _, halfLife := range []uint64{1, 2, 3, 7, 86_400, 31_556_952, 63_113_904, most} {
			for _, age := range []uint64{0, 1, halfLife / 2, halfLife/3 + 1, halfLife - 1, halfLife, halfLife + 1, 5*halfLife + halfLife/5, 40 * halfLife} {
				in = append(in, [3]uint64{power, age, halfLife})
			}
		}
	}
	slices.SortFunc(in, func(a, b [3]uint64) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(in)
}

// fadeInRationals is FadeDown as its documentation says it, with each floor taken of a rational.
func fadeInRationals(power, age, halfLife *big.Int) *big.Int {
	if halfLife.Sign() == 0 {
		return power
	}
	whole := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 64))
	q, r := new(big.Int).DivMod(age, halfLife, new(big.Int))                 // 1
	x := ceiling(new(big.Rat).Mul(new(big.Rat).SetFrac(r, halfLife), whole)) // 2
	f := (*big.Rat)(nil)                                                     // 3
	for i := 1; i <= 64; i++ {
		if x.Bit(64-i) == 0 {
			continue
		}
		half := new(big.Rat).SetInt(floor(new(big.Rat).Mul(whole, root(i))))
		if f == nil {
			f = half
		} else {
			f = new(big.Rat).SetInt(floor(f.Quo(f.Mul(f, half), whole)))
		}
	}
	left := power // 4
	if f != nil {
		left = floor(f.Quo(f.Mul(f, new(big.Rat).SetInt(power)), whole))
	}
	return floor(new(big.Rat).SetFrac(left, new(big.Int).Lsh(big.NewInt(1), uint(min(q.Uint64(), 100)))))
}

func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

func ceiling(r *big.Rat) *big.Int {
	n, m := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
	if m.Sign() > 0 {
		n.Add(n, big.NewInt(1))
	}
	return n
}

// roots are rationals at most 2^−400 below 2^(−2^(−i)), each the square root of the one before.
var roots = map[int]*big.Rat{}

// grid keeps the rationals' denominators from growing.
var grid = new(big.Int).Lsh(big.NewInt(1), 512)

func root(i int) *big.Rat {
	if r, ok := roots[i]; ok {
		return r
	}
	of := big.NewRat(1, 2)
	if i > 1 {
		of = root(i - 1)
	}
	// By Newton's method from above; each step doubles the digits.
	r := big.NewRat(1, 1)
	for range 12 {
		next := new(big.Rat).Quo(of, r)
		next.Add(next, r).Mul(next, big.NewRat(1, 2))
		r = new(big.Rat).SetFrac(floor(new(big.Rat).Mul(next, new(big.Rat).SetInt(grid))), grid)
	}
	roots[i] = r.Sub(r, new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 420)))
	return roots[i]
}

// trueFade returns ⌊power·2^(−age/halfLife)⌋, from bounds of 2^(−age/halfLife) on both sides.
func trueFade(t *testing.T, power, age, halfLife *big.Int) *big.Int {
	t.Helper()
	if halfLife.Sign() == 0 {
		return power
	}
	q, r := new(big.Int).DivMod(age, halfLife, new(big.Int))
	shift := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), uint(min(q.Uint64(), 200))))
	value := shift.Mul(shift, new(big.Rat).SetInt(power))
	if r.Sign() == 0 {
		return floor(value)
	}
	// The first 200 binary digits of the part of a half-life; what they leave out changes the value by less than 2^−150.
	for i := 1; i <= 200; i++ {
		if r.Lsh(r, 1).Cmp(halfLife) >= 0 {
			r.Sub(r, halfLife)
			value.Mul(value, root(i))
			value.SetFrac(floor(value.Mul(value, new(big.Rat).SetInt(grid))), grid)
		}
	}
	slack := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 150))
	low, high := floor(new(big.Rat).Sub(value, slack)), floor(new(big.Rat).Add(value, slack))
	if low.Sign() < 0 {
		low.SetInt64(0)
	}
	if low.Cmp(high) != 0 {
		t.Fatalf("%s, %s, %s: the bounds do not tell the true value", power, age, halfLife)
	}
	return low
}
