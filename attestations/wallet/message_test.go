package wallet_test

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/accounts"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/wallet"
)

var update = flag.Bool("update", false, "write the golden files")

// tester is what a test and a property have in common.
type tester interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// independent returns the digest that go-ethereum's general encoder computes from the JSON that a wallet gets.
func independent(t tester, typed wallet.TypedData) common.Hash {
	t.Helper()
	raw, err := json.Marshal(typed)
	if err != nil {
		t.Fatal(err)
	}
	var other apitypes.TypedData
	if err := json.Unmarshal(raw, &other); err != nil {
		t.Fatalf("go-ethereum does not read our typed data: %v\n%s", err, raw)
	}
	digest, _, err := apitypes.TypedDataAndHash(other)
	if err != nil {
		t.Fatalf("go-ethereum does not hash our typed data: %v\n%s", err, raw)
	}
	return common.BytesToHash(digest)
}

type message interface{ StructHash() [32]byte }

func compare(t *rapid.T, d wallet.Domain, m message, typed wallet.TypedData) {
	t.Helper()
	want := independent(t, typed)
	if got := common.Hash(d.Digest(m.StructHash())); got != want {
		t.Fatalf("%T: our digest is %s, go-ethereum's is %s", m, got, want)
	}
	if got := common.Hash(wallet.Digest(d.Separator(), m.StructHash())); got != want {
		t.Fatalf("%T: by its separator, the digest is %s instead of %s", m, got, want)
	}
}

var (
	address = rapid.Custom(func(t *rapid.T) (a common.Address) {
		copy(a[:], rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(t, "address"))
		return a
	})
	word = rapid.Custom(func(t *rapid.T) (w [32]byte) {
		copy(w[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "word"))
		return w
	})
	domain = rapid.Custom(func(t *rapid.T) wallet.Domain {
		return wallet.Domain{ChainID: rapid.Uint64Range(1, 1<<53).Draw(t, "chain"), Contract: address.Draw(t, "contract")}
	})
)

func TestEncodersAgreeWithGoEthereum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, title := domain.Draw(t, "domain"), rapid.String().Draw(t, "title")
		b := wallet.Ballot{
			Voter: address.Draw(t, "voter"), Proposal: word.Draw(t, "proposal"), Electorate: word.Draw(t, "electorate"),
			Title: wallet.Text(title), Choice: rapid.String().Draw(t, "choice"), Reason: word.Draw(t, "reason"),
			Sequence: rapid.Uint64().Draw(t, "sequence"), Expires: rapid.Uint64().Draw(t, "expires"),
		}
		compare(t, d, b, b.TypedData(d, title))

		p := wallet.Proposal{
			Proposer: address.Draw(t, "proposer"), Revision: word.Draw(t, "revision"), Title: wallet.Text(title),
			Sequence: rapid.Uint64().Draw(t, "sequence"), Expires: rapid.Uint64().Draw(t, "expires"),
		}
		compare(t, d, p, p.TypedData(d, title))

		r := wallet.Report{
			Node: address.Draw(t, "node"), Channel: rapid.String().Draw(t, "channel"), Release: rapid.Uint64().Draw(t, "release"),
			Statement: word.Draw(t, "statement"), Config: word.Draw(t, "config"), Applied: rapid.Uint64().Draw(t, "applied"),
		}
		compare(t, d, r, r.TypedData(d))

		v := wallet.Evaluation{
			Evaluator: address.Draw(t, "evaluator"), Document: word.Draw(t, "document"), Gate: rapid.String().Draw(t, "gate"),
			Run: word.Draw(t, "run"), Result: rapid.String().Draw(t, "result"), Expires: rapid.Uint64().Draw(t, "expires"),
		}
		compare(t, d, v, v.TypedData(d))

		for _, m := range badgeMessages(t) {
			compare(t, d, m, m.TypedData(d))
		}

		m := wallet.Motion{
			Words: rapid.String().Draw(t, "words"), Target: address.Draw(t, "target"), Data: rapid.SliceOf(rapid.Byte()).Draw(t, "data"),
			Number: rapid.Uint64().Draw(t, "number"), Deadline: rapid.Uint64().Draw(t, "deadline"),
		}
		compare(t, d, m, m.TypedData(d))
		w := wallet.Withdrawal{Operation: word.Draw(t, "operation"), Number: m.Number, Deadline: m.Deadline}
		compare(t, d, w, w.TypedData(d))

		a := wallet.Act{
			Member: address.Draw(t, "member"), Proposal: word.Draw(t, "proposal"), Title: wallet.Text(title), Act: rapid.String().Draw(t, "act"),
			Text: word.Draw(t, "text"), Sequence: rapid.Uint64().Draw(t, "sequence"), Expires: rapid.Uint64().Draw(t, "expires"),
		}
		compare(t, d, a, a.TypedData(d, title))
	})
}

// badgeMessage is a message of the badge contract.
type badgeMessage interface {
	message
	TypedData(wallet.Domain) wallet.TypedData
}

// badgeMessages returns one of each.
func badgeMessages(t *rapid.T) []badgeMessage {
	holder, typ, name, level := address.Draw(t, "holder"), rapid.Uint32().Draw(t, "type"), rapid.String().Draw(t, "badge"), rapid.Uint8().Draw(t, "level")
	burn, evidence := rapid.String().Draw(t, "burn"), word.Draw(t, "evidence")
	other := address.Draw(t, "other")
	issued, expires, deadline := rapid.Uint64().Draw(t, "issued"), rapid.Uint64().Draw(t, "expires"), rapid.Uint64().Draw(t, "deadline")
	return []badgeMessage{
		wallet.Consent{Holder: holder, Issuer: other, BadgeType: typ, Badge: name, Level: level, Burn: burn, Issued: issued, Expires: expires, Deadline: deadline},
		wallet.Request{Holder: holder, BadgeType: typ, Badge: name, Level: level, Burn: burn, Evidence: evidence, Issued: issued, Expires: expires, Deadline: deadline},
		wallet.Endorsement{Endorser: other, Holder: holder, BadgeType: typ, Badge: name, Level: level, Evidence: evidence, Issued: issued, Deadline: deadline},
		wallet.Recovery{From: holder, To: other, Deadline: deadline},
		wallet.Objection{From: holder, To: other, Executable: deadline},
	}
}

// The badge contract's own test proves the same vectors. Every digest is go-ethereum's, not ours.
func TestBadgeMessagesAreTheContracts(t *testing.T) {
	const path = "../../contracts/testdata/messages.json"
	holder, other := common.HexToAddress("0x1111111111111111111111111111111111111111"), common.HexToAddress("0x2222222222222222222222222222222222222222")
	const typ, name, level, burn = 7, "Safety evaluator", 3, "issuer or holder"
	const issued, expires, deadline = 1790000000, 1850000000, 1790604800
	evidence := wallet.Text("evidence")
	d := wallet.Domain{ChainID: 1337, Contract: common.HexToAddress("0x00000000000000000000000000000000000bad9e")}
	messages := []badgeMessage{
		wallet.Consent{Holder: holder, Issuer: other, BadgeType: typ, Badge: name, Level: level, Burn: burn, Issued: issued, Expires: expires, Deadline: deadline},
		wallet.Request{Holder: holder, BadgeType: typ, Badge: name, Level: level, Burn: burn, Evidence: evidence, Issued: issued, Expires: expires, Deadline: deadline},
		wallet.Endorsement{Endorser: other, Holder: holder, BadgeType: typ, Badge: name, Level: level, Evidence: evidence, Issued: issued, Deadline: deadline},
		wallet.Recovery{From: holder, To: other, Deadline: deadline},
		wallet.Objection{From: holder, To: other, Executable: deadline},
	}
	type vector struct {
		Type    string            `json:"type"`
		Message map[string]string `json:"message"`
		Digest  common.Hash       `json:"digest"`
	}
	file := struct {
		About   string             `json:"about"`
		Domain  wallet.TypedDomain `json:"domain"`
		Vectors map[string]vector  `json:"vectors"`
	}{
		About:   "What the badge contract checks, and the EIP-712 digests. Proved by forge against the contract and by Go against go-ethereum's general encoder.",
		Vectors: map[string]vector{},
	}
	types := []string{wallet.ConsentType, wallet.RequestType, wallet.EndorsementType, wallet.RecoveryType, wallet.ObjectionType}
	for i, m := range messages {
		typed := m.TypedData(d)
		digest := independent(t, typed)
		if got := common.Hash(d.Digest(m.StructHash())); got != digest {
			t.Errorf("%s: our digest is %s, go-ethereum's is %s", typed.PrimaryType, got, digest)
		}
		file.Domain = typed.Domain
		file.Vectors[typed.PrimaryType] = vector{types[i], typed.Message, digest}
	}
	raw, err := json.MarshalIndent(file, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	raw = append(raw, '\n')
	if *update {
		if err := os.WriteFile(path, raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(raw) != string(want) {
		t.Errorf("the messages have changed, and the contract would refuse what is signed; they are now\n%s", raw)
	}
}

var example = wallet.Ballot{
	Voter:    common.HexToAddress("0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045"),
	Proposal: [32]byte{1}, Electorate: [32]byte{2},
	Title: wallet.Text("Raise the share of code"), Choice: "for", Reason: [32]byte{3},
	Sequence: 1, Expires: 1_900_000_000,
}

var exampleDomain = wallet.Domain{ChainID: 1, Contract: common.HexToAddress("0x00000000000000000000000000000000000a2c40")}

// The JSON is what scripts and third parties build on: numbers are strings, and nothing moves unnoticed.
func TestTypedDataJSON(t *testing.T) {
	raw, err := json.MarshalIndent(example.TypedData(exampleDomain, "Raise the share of code"), "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	raw = append(raw, '\n')
	if *update {
		if err := os.WriteFile("testdata/ballot.json", raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/ballot.json")
	if err != nil {
		t.Fatal(err)
	}
	if string(raw) != string(want) {
		t.Errorf("the typed data of a ballot has changed; it is now\n%s", raw)
	}
}

func TestDigestOfBallotIsStable(t *testing.T) {
	const want = "bc5230de5af517cc5452d4b64fe1a79c210b4a90422307f1dc7fee13d3476a37"
	if got := hex.EncodeToString(slice(exampleDomain.Digest(example.StructHash()))); got != want {
		t.Errorf("the digest of a ballot has changed to %s; ballots signed before would not verify any more", got)
	}
}

func slice(b [32]byte) []byte { return b[:] }

// Personal messages against go-ethereum's implementation, and EIP-191's own length rule: bytes, not characters.
func TestHashMessage(t *testing.T) {
	for _, text := range []string{"", "hello", "grüß dich", "line\nline"} {
		want := common.BytesToHash(accounts.TextHash([]byte(text)))
		if got := common.Hash(wallet.HashMessage(text)); got != want {
			t.Errorf("HashMessage(%q) = %s, want %s", text, got, want)
		}
	}
	if got := hexutil.Encode(slice(wallet.HashMessage("hello"))); got != "0x50b2c43fd39106bafbba0da34fc430e1f91e3c96ea2acee2bc34119f92b37750" {
		t.Errorf("HashMessage(hello) = %s", got)
	}
}
