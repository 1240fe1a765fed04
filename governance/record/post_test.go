package record

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
)

func post(t testing.TB) []byte {
	t.Helper()
	body, err := document.Marshal(Ballot{Proposal: document.Sum([]byte("proposal")), Electorate: document.Sum(nil), Choice: "for", Sequence: 1, Expires: 1_790_000_000})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := Post{Kind: KindBallot, Actor: "0x" + strings.Repeat("ab", 20), Body: body, Signature: "0x" + strings.Repeat("0c", 65)}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// A post becomes an entry that says where it was, and that is read as it was written.
func TestPostBecomesAnEntry(t *testing.T) {
	p, proposal, err := ParsePost(post(t))
	if err != nil || proposal != document.Sum([]byte("proposal")) {
		t.Fatalf("a post about %s: %v", proposal, err)
	}
	place := Posted{Block: 7, Index: 3, Time: 1_790_000_000, Tx: common.Hash{1}}
	raw, err := p.Entry(1_790_000_100, place).Encode()
	if err != nil {
		t.Fatal(err)
	}
	e, err := Decode(raw)
	if err != nil || e.Posted == nil || *e.Posted != place || e.Kind != p.Kind || e.Actor != p.Actor || !bytes.Equal(e.Body, p.Body) || e.Signature != p.Signature {
		t.Fatalf("read as %+v: %v", e, err)
	}
	var r BallotReader
	if r.Read(raw, new(SignedBallot), new([65]byte)) {
		t.Error("the quick reader takes it for a ballot that was sent to the service")
	}
	for name, altered := range map[string]string{
		"another order":       strings.Replace(string(raw), `"block":7,"index":3`, `"index":3,"block":7`, 1),
		"a field more":        strings.Replace(string(raw), `"block":7`, `"block":7,"chain":1`, 1),
		"without the place":   strings.Replace(string(raw), `"posted":{`, `"posted":null,"x":{`, 1),
		"without a signature": strings.Replace(string(raw), `"signature":"`+p.Signature+`",`, "", 1),
	} {
		if _, err := Decode([]byte(altered)); err == nil || altered == string(raw) {
			t.Errorf("%s is read", name)
		}
	}
	e.Wallet = &wallet.Answer{Block: 7, Result: wallet.Magic}
	if _, err := e.Encode(); err == nil {
		t.Error("a contract's answer is posted")
	}
}

func FuzzParsePost(f *testing.F) {
	f.Add(post(f))
	f.Add([]byte(`{"actor":"0x` + strings.Repeat("ab", 20) + `","body":{"act":"veto","expires":"2030-01-01T00:00:00Z","proposal":"` + strings.Repeat("0", 64) + `","sequence":1,"text":"` + strings.Repeat("0", 64) + `"},"kind":"act","schema":"peritus/post/v1","signature":"0x` + strings.Repeat("00", 65) + `"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, _, err := ParsePost(raw)
		if err != nil {
			return
		}
		if again, err := p.Encode(); err != nil || !bytes.Equal(again, raw) {
			t.Fatalf("two spellings of one post: %q and %q (%v)", raw, again, err)
		}
		entry, err := p.Entry(0, Posted{}).Encode()
		if err != nil {
			t.Fatalf("it becomes no entry: %v", err)
		}
		if _, err := Decode(entry); err != nil {
			t.Fatalf("its entry can not be read: %v", err)
		}
	})
}
