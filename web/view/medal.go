package view

import "strconv"

// ringRadius spaces the rings of a medal evenly between its core and its edge; whole tenths, so that the same badge is
// always the same picture.
func ringRadius(ring, rings int) string {
	const inner, outer = 70, 200
	tenths := outer
	if rings > 1 {
		tenths = inner + (outer-inner)*(ring-1)/(rings-1)
	}
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10)
}
