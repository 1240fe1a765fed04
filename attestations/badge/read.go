package badge

import (
	"bytes"
	"encoding/hex"
)

// ReadGrants appends the events of a canonical JSON array to events if all of them are grants in the one spelling that
// canonical JSON gives them, and reports whether they are. It allocates nothing but room for the events. Where it reports
// false the strict decoder is to be asked, whose answer is the same where it reports true.
//
//	[{"block":1,"expires":2,"holder":"0x…","id":"0x…","index":0,"issued":1,"issuer":"0x…","kind":"minted","level":1,"time":1,"tx":"0x…","type":1},…]
//
// with expires and tx left out where they are zero.
func ReadGrants(events []Event, raw []byte) ([]Event, bool) {
	s := scanner{rest: raw, ok: true}
	s.skip(`[`)
	for first := true; s.ok && (first || s.next(`,`)); first = false {
		var e Event
		s.skip(`{"block":`)
		e.Block = s.number()
		if s.next(`,"expires":`) {
			e.Expires = s.positive()
		}
		s.skip(`,"holder":"0x`)
		s.hex(e.Holder[:])
		s.skip(`","id":"0x`)
		s.hex(e.ID[:])
		s.skip(`","index":`)
		e.Index = s.number()
		s.skip(`,"issued":`)
		e.Issued = s.positive()
		s.skip(`,"issuer":"0x`)
		s.hex(e.Issuer[:])
		s.skip(`","kind":"`)
		switch {
		case s.next(`minted`):
			e.Kind = Minted
		case s.next(`renewed`):
			e.Kind = Renewed
		case s.next(`level-changed`):
			e.Kind = LevelChanged
		default:
			s.ok = false
		}
		s.skip(`","level":`)
		level := s.positive()
		s.skip(`,"time":`)
		e.Time = s.number()
		if s.next(`,"tx":"0x`) {
			s.hex(e.Tx[:])
			s.skip(`"`)
			s.ok = s.ok && e.Tx != Event{}.Tx
		}
		s.skip(`,"type":`)
		typ := s.number()
		s.skip(`}`)
		// What is zero is left out, so what is there and zero is another spelling.
		s.ok = s.ok && level < 1<<8 && typ < 1<<32 && e.Holder != Event{}.Holder && e.ID != Event{}.ID && e.Issuer != Event{}.Issuer
		e.Level, e.Type = uint8(level), uint32(typ)
		events = append(events, e)
	}
	s.skip(`]`)
	return events, s.ok && len(s.rest) == 0
}

// scanner takes bytes apart from the front. After the first surprise ok is false, and nothing else matters.
type scanner struct {
	rest []byte
	ok   bool
}

func (s *scanner) next(text string) bool {
	if !s.ok || len(s.rest) < len(text) || string(s.rest[:len(text)]) != text {
		return false
	}
	s.rest = s.rest[len(text):]
	return true
}

func (s *scanner) skip(text string) {
	if !s.next(text) {
		s.ok = false
	}
}

// number takes an integer of 0 to 2^53-1.
func (s *scanner) number() (n uint64) {
	digits := 0
	for digits < len(s.rest) && digits < 17 && s.rest[digits] >= '0' && s.rest[digits] <= '9' {
		n = 10*n + uint64(s.rest[digits]-'0')
		digits++
	}
	if digits == 0 || digits > 1 && s.rest[0] == '0' || n > 1<<53-1 {
		s.ok = false
		return 0
	}
	s.rest = s.rest[digits:]
	return n
}

func (s *scanner) positive() uint64 {
	n := s.number()
	s.ok = s.ok && n > 0
	return n
}

func (s *scanner) hex(out []byte) {
	n := 2 * len(out)
	if s.ok = s.ok && len(s.rest) >= n; !s.ok {
		return
	}
	_, err := hex.Decode(out, s.rest[:n])
	s.ok = err == nil && !bytes.ContainsAny(s.rest[:n], "ABCDEF")
	s.rest = s.rest[n:]
}
