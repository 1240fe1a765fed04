package badge

import (
	"cmp"
	"iter"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// index holds all holders by address, in pages of which a full one splits in halves, so that a new holder moves few of the
// others. No page is empty.
type index struct{ pages [][]indexed }

// indexed is a holder's number behind the head of its address, which mostly decides a comparison.
type indexed struct{ head, number uint32 }

// indexPage is how many holders a page of an index has at most.
const indexPage = 512

// place is where a holder is in an index, or belongs.
type place struct{ page, at int }

// place returns the place of a holder, and whether it is there.
func (r *Registry) place(address common.Address) (place, bool) {
	pages, head := r.sorted.pages, Head(address)
	look := func(x indexed) (uint32, int) {
		if x.head != head {
			return x.head, cmp.Compare(x.head, head)
		}
		return head, r.holders.at(x.number).address.Cmp(address)
	}
	page, ok := Search(len(pages), address, func(i int) (uint32, int) { return look(pages[i][0]) })
	if ok || page == 0 {
		return place{page, 0}, ok
	}
	page-- // the last one that begins below the address
	at, ok := Search(len(pages[page]), address, func(i int) (uint32, int) { return look(pages[page][i]) })
	return place{page, at}, ok
}

// insert adds a holder at its place.
func (x *index) insert(p place, address common.Address, number uint32) {
	if len(x.pages) == 0 {
		x.pages = [][]indexed{nil}
	}
	if page := x.pages[p.page]; len(page) == indexPage {
		half := append(make([]indexed, 0, indexPage), page[indexPage/2:]...)
		x.pages[p.page] = page[:indexPage/2]
		x.pages = slices.Insert(x.pages, p.page+1, half)
		if p.at > indexPage/2 {
			p = place{p.page + 1, p.at - indexPage/2}
		}
	}
	x.pages[p.page] = slices.Insert(x.pages[p.page], p.at, indexed{Head(address), number})
}

// all yields the numbers of all holders in the order of their addresses.
func (x *index) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for _, page := range x.pages {
			for _, in := range page {
				if !yield(in.number) {
					return
				}
			}
		}
	}
}
