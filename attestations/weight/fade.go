package weight

import "math/bits"

// FadeDown returns power·2^(−age/halfLife), rounded down: what is left of a badge's power after age seconds, if it
// loses half of it every halfLife seconds. A half-life of zero is no fading.
//
// The algorithm uses integers only, so that every machine gets the same number:
//
//  1. q = ⌊age/halfLife⌋ and r = age − q·halfLife.
//  2. x = ⌈r·2^64/halfLife⌉, the part of a half-life as a fraction of 64 binary digits x_1 x_2 … x_64.
//  3. F = the product, over the digits that are set and from the first to the last, of halves[i] =
//     ⌊2^64·2^(−2^(−i))⌋; after each multiplication F = ⌊F·halves[i]/2^64⌋. So F/2^64 is 2^(−x/2^64), rounded down.
//  4. The result is ⌊⌊power·F/2^64⌋/2^q⌋, and ⌊power/2^q⌋ if no digit is set.
//
// Every rounding is downwards, so the result is never above the true value; for powers up to [MaxPower] it is less
// than 1 + 2^−16 millionths below it. It never grows with age. Vectors are in testdata/fade.json.
func FadeDown(power Micro, age, halfLife uint64) Micro {
	if halfLife == 0 {
		return power
	}
	q, r := age/halfLife, age%halfLife
	if q >= 64 {
		return 0
	}
	x, remainder := bits.Div64(r, 0, halfLife)
	if remainder > 0 {
		x++ // x is at most 2^64 − 2 before
	}
	if x > 0 {
		i := bits.LeadingZeros64(x)
		f := halves[i]
		for x <<= i + 1; x > 0; {
			skip := bits.LeadingZeros64(x)
			x <<= skip + 1
			i += skip + 1
			f, _ = bits.Mul64(f, halves[i])
		}
		hi, _ := bits.Mul64(uint64(power), f)
		power = Micro(hi)
	}
	return power >> q
}

// halves[i-1] is ⌊2^64·2^(−2^(−i))⌋: what is left after half, a quarter, an eighth … of a half-life. A test derives
// them from square roots.
var halves = [64]uint64{
	0xb504f333f9de6484, 0xd744fccad69d6af4, 0xeac0c6e7dd24392e, 0xf5257d152486cc2c,
	0xfa83b2db722a033a, 0xfd3e0c0cf486c174, 0xfe9e115c7b8f884b, 0xff4ecb59511ec8a5,
	0xffa756521c8daed1, 0xffd3a751c0f7e10b, 0xffe9d2b2f7db2755, 0xfff4e91bff1b8c3d,
	0xfffa747ea0040664, 0xfffd3a3b7814eb53, 0xfffe9d1cc60ddab1, 0xffff4e8e25879bfa,
	0xffffa7470363f451, 0xffffd3a37dda0313, 0xffffe9d1bdf703ae, 0xfffff4e8debe025e,
	0xfffffa746f4fa150, 0xfffffd3a37a3f8b0, 0xfffffe9d1bd1065a, 0xffffff4e8de845ad,
	0xffffffa746f41376, 0xffffffd3a37a05e3, 0xffffffe9d1bd01fb, 0xfffffff4e8de80c0,
	0xfffffffa746f4050, 0xfffffffd3a37a024, 0xfffffffe9d1bd011, 0xffffffff4e8de808,
	0xffffffffa746f404, 0xffffffffd3a37a02, 0xffffffffe9d1bd01, 0xfffffffff4e8de80,
	0xfffffffffa746f40, 0xfffffffffd3a37a0, 0xfffffffffe9d1bd0, 0xffffffffff4e8de8,
	0xffffffffffa746f4, 0xffffffffffd3a37a, 0xffffffffffe9d1bd, 0xfffffffffff4e8de,
	0xfffffffffffa746f, 0xfffffffffffd3a37, 0xfffffffffffe9d1b, 0xffffffffffff4e8d,
	0xffffffffffffa746, 0xffffffffffffd3a3, 0xffffffffffffe9d1, 0xfffffffffffff4e8,
	0xfffffffffffffa74, 0xfffffffffffffd3a, 0xfffffffffffffe9d, 0xffffffffffffff4e,
	0xffffffffffffffa7, 0xffffffffffffffd3, 0xffffffffffffffe9, 0xfffffffffffffff4,
	0xfffffffffffffffa, 0xfffffffffffffffd, 0xfffffffffffffffe, 0xffffffffffffffff,
}
