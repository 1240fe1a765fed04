package record

import (
	"bytes"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

// SignedBallot is a ballot's entry, read, but for its signature.
type SignedBallot struct {
	Ballot
	Voter common.Address
	Time  document.Time
}

// BallotReader reads ballots' entries without reflection and, as long as times and choices repeat, without allocating. It serves one
// goroutine. The zero value is ready.
type BallotReader struct {
	times   [2]spelled        // entry and expiry
	choices map[string]string // some that were read
}

// spelled is a time with the bytes that it was read from last.
type spelled struct {
	text  []byte
	value document.Time
}

// The spelling of a ballot's entry, all that lies between its values.
const (
	ballotChoice     = `"body":{"choice":"`
	ballotElectorate = `","electorate":"`
	ballotExpires    = `","expires":"`
	ballotProposal   = `","proposal":"`
	ballotReason     = `","reason":"`
	ballotSequence   = `","sequence":`
	ballotKind       = `},"kind":"ballot","schema":"` + EntrySchema + `","signature":"0x`
)

// Read reads the entry of a ballot in the one spelling that [Entry.Encode] gives it. It refuses no ballot: where it reports
// false, the bytes are something else, or a ballot whose choice needs more than printable ASCII, and [Decode] is to
// decide. Where it reports true, Decode and document.Unmarshal find the same.
func (r *BallotReader) Read(raw []byte, b *SignedBallot, signature *[65]byte) bool {
	if len(raw) > MaxEntry {
		return false
	}
	s := scanner{rest: raw, ok: true}
	s.skip(keyActor + `0x`)
	s.hex(b.Voter[:])
	s.skip(`",` + ballotChoice)
	b.Choice = r.choice(s.plain())
	s.skip(ballotElectorate)
	s.hex(b.Electorate[:])
	s.skip(ballotExpires)
	b.Expires = r.times[1].read(s.take(timeLength), &s.ok)
	s.skip(ballotProposal)
	s.hex(b.Proposal[:])
	s.skip(ballotReason)
	s.hex(b.Reason[:])
	s.skip(ballotSequence)
	b.Sequence = s.number()
	s.skip(ballotKind)
	s.hex(signature[:])
	s.skip(`"` + keyTime)
	b.Time = r.times[0].read(s.take(timeLength), &s.ok)
	s.skip(`"}`)
	return s.ok && len(s.rest) == 0
}

const timeLength = len("2026-11-22T13:00:00Z")

// read returns the time that a text says, which is parsed only when it is not the last one.
func (s *spelled) read(text []byte, ok *bool) document.Time {
	if *ok && (s.text == nil || !bytes.Equal(s.text, text)) {
		t, err := document.ParseTime(string(text))
		if *ok = err == nil; *ok {
			s.text, s.value = append(s.text[:0], text...), t
		}
	}
	return s.value
}

// choice returns a text, the same string for the same text as long as there are few.
func (r *BallotReader) choice(text []byte) string {
	choice, ok := r.choices[string(text)]
	if !ok {
		if len(r.choices) == 64 || r.choices == nil {
			r.choices = map[string]string{}
		}
		choice = string(text)
		r.choices[choice] = choice
	}
	return choice
}

// scanner takes bytes apart from the front. After the first surprise ok is false, and nothing else matters.
type scanner struct {
	rest []byte
	ok   bool
}

func (s *scanner) take(n int) []byte {
	if s.ok = s.ok && len(s.rest) >= n; !s.ok {
		return nil
	}
	out := s.rest[:n]
	s.rest = s.rest[n:]
	return out
}

func (s *scanner) skip(text string) {
	if string(s.take(len(text))) != text {
		s.ok = false
	}
}

// plain takes the bytes up to the next quotation mark. They must be printable ASCII without a backslash, which JSON writes as
// it is.
func (s *scanner) plain() []byte {
	for i, c := range s.rest {
		switch {
		case c == '"':
			return s.take(i)
		case c < ' ' || c > '~' || c == '\\':
			s.ok = false
			return nil
		}
	}
	s.ok = false
	return nil
}

// number takes an integer of 1 to 2^53-1, as canonical JSON writes it.
func (s *scanner) number() (n uint64) {
	digits := 0
	for digits < len(s.rest) && digits < 17 && s.rest[digits] >= '0' && s.rest[digits] <= '9' {
		n = 10*n + uint64(s.rest[digits]-'0')
		digits++
	}
	if digits == 0 || s.rest[0] == '0' || n > MaxSize {
		s.ok = false
		return 0
	}
	s.rest = s.rest[digits:]
	return n
}

// hex takes lowercase hexadecimal digits.
func (s *scanner) hex(out []byte) {
	in := s.take(2 * len(out))
	if !s.ok {
		return
	}
	bad := byte(0)
	for i := range out {
		high, low := nibbles[in[2*i]], nibbles[in[2*i+1]]
		bad |= high | low
		out[i] = high<<4 | low&15
	}
	if bad > 15 {
		s.ok = false
	}
}

// nibbles maps lowercase hexadecimal digits to their values, and everything else above 15.
var nibbles = func() (table [256]byte) {
	for i := range table {
		table[i] = 0xf0
	}
	for i, c := range []byte("0123456789abcdef") {
		table[c] = byte(i)
	}
	return table
}()
