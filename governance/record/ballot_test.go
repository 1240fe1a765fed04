package record

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

// ballotEntry returns a ballot's entry as it lies in the log.
func ballotEntry(t testing.TB, choice string, sequence uint64) []byte {
	t.Helper()
	body, err := document.Marshal(Ballot{Proposal: document.Digest{1, 2}, Electorate: document.Digest{0xfe}, Choice: choice, Sequence: sequence, Expires: 1_800_000_000})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := Entry{Kind: KindBallot, Time: 1_790_000_000, Actor: "0x" + strings.Repeat("ab", 20), Body: body, Signature: "0x" + strings.Repeat("0c", 64) + "1b"}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// readBallot is what a reader reads.
type readBallot struct {
	SignedBallot
	signature [65]byte
}

func (b *readBallot) read(r *BallotReader, raw []byte) bool {
	return r.Read(raw, &b.SignedBallot, &b.signature)
}

// slowBallot reads a ballot's entry as any other.
func slowBallot(raw []byte) (b readBallot, ok bool) {
	e, err := Decode(raw)
	if err != nil || e.Kind != KindBallot || document.Unmarshal(e.Body, &b.Ballot) != nil || !isAccount(e.Actor) || len(e.Signature) != 132 {
		return b, false
	}
	b.Voter, b.Time = common.HexToAddress(e.Actor), e.Time
	_, err = hex.Decode(b.signature[:], []byte(e.Signature[2:]))
	return b, err == nil
}

func TestBallotReader(t *testing.T) {
	var r BallotReader
	for _, c := range []struct {
		choice   string
		sequence uint64
		read     bool
	}{
		{"for", 1, true}, {"for", 2, true}, {"b > a = c", 1<<53 - 1, true}, {"", 1, true}, {"against", 1000, true},
		{"é", 1, false}, {`"`, 1, false}, {`\`, 1, false}, {"\n", 1, false}, {"for", 0, false},
	} {
		raw := ballotEntry(t, c.choice, c.sequence)
		var got readBallot
		if read := got.read(&r, raw); read != c.read {
			t.Errorf("choice %q, sequence %d: read %v", c.choice, c.sequence, read)
		} else if want, ok := slowBallot(raw); !ok || read && got != want {
			t.Errorf("choice %q: got %+v, want %+v", c.choice, got, want)
		}
	}
	raw := ballotEntry(t, "for", 1)
	var b readBallot
	if n := testing.AllocsPerRun(100, func() { b.read(&r, raw) }); n != 0 {
		t.Errorf("reading allocates %v times", n)
	}
}

// FuzzBallotReader looks for bytes that the fast reader reads otherwise than the strict one does.
func FuzzBallotReader(f *testing.F) {
	f.Add(ballotEntry(f, "for", 1))
	f.Add(ballotEntry(f, "a=60, b=40", 1<<53-1))
	f.Add([]byte(`{"actor":"0x`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var r BallotReader
		var got readBallot
		if !got.read(&r, raw) {
			return
		}
		want, ok := slowBallot(raw)
		if !ok || got != want {
			t.Fatalf("%q: got %+v, want %+v (%v)", raw, got, want, ok)
		}
		if again := new(readBallot); !again.read(&r, raw) || *again != got {
			t.Fatalf("%q: read again: %+v", raw, *again)
		}
	})
}

func BenchmarkBallotReader(b *testing.B) {
	raw := ballotEntry(b, "for", 1)
	var r BallotReader
	var out readBallot
	for b.Loop() {
		out.read(&r, raw)
	}
}
