package badge

// column is a list that grows in pages, so that growing copies at most one of them. The zero value is empty.
type column[T any] struct{ pages [][]T }

// pageLength is how many values a page of a column holds.
const pageLength = 1 << 12

func (c *column[T]) len() int {
	if len(c.pages) == 0 {
		return 0
	}
	return (len(c.pages)-1)*pageLength + len(c.pages[len(c.pages)-1])
}

func (c *column[T]) at(i uint32) *T { return &c.pages[i/pageLength][i%pageLength] }

// add appends a value and returns its number. What at returned before may not be the value in the column any more.
func (c *column[T]) add(v T) int {
	n := c.len()
	if n%pageLength == 0 {
		c.pages = append(c.pages, nil)
	}
	last := &c.pages[n/pageLength]
	if len(*last) == cap(*last) { // append would take more than a page
		*last = append(make([]T, 0, min(2*len(*last)+16, pageLength)), *last...)
	}
	*last = append(*last, v)
	return n
}

// short is a number below 2^40, as times and blocks are.
type short [5]byte

func shorten(n uint64) short {
	return short{byte(n >> 32), byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}
}

func (s short) uint64() uint64 {
	return uint64(s[0])<<32 | uint64(s[1])<<24 | uint64(s[2])<<16 | uint64(s[3])<<8 | uint64(s[4])
}
