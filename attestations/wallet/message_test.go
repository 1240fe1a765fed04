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

		c := wallet.Consent{
			Holder: address.Draw(t, "holder"), Issuer: address.Draw(t, "issuer"), BadgeType: rapid.Uint32().Draw(t, "type"),
			Badge: rapid.String().Draw(t, "badge"), Level: rapid.Uint8().Draw(t, "level"), Issued: rapid.Uint64().Draw(t, "issued"),
			Expires: rapid.Uint64().Draw(t, "expires"), Deadline: rapid.Uint64().Draw(t, "deadline"),
		}
		compare(t, d, c, c.TypedData(d))
	})
}

// The badge contract's own test reads the same file.
func TestConsentIsTheContracts(t *testing.T) {
	raw, err := os.ReadFile("../../contracts/testdata/consent.json")
	if err != nil {
		t.Fatal(err)
	}
	var vector struct {
		Domain struct {
			ChainID           uint64         `json:"chainId"`
			VerifyingContract common.Address `json:"verifyingContract"`
		} `json:"domain"`
		Message wallet.Consent `json:"message"`
		Digest  common.Hash    `json:"digest"`
	}
	if err := json.Unmarshal(raw, &vector); err != nil {
		t.Fatal(err)
	}
	d := wallet.Domain{ChainID: vector.Domain.ChainID, Contract: vector.Domain.VerifyingContract}
	if got := common.Hash(d.Digest(vector.Message.StructHash())); got != vector.Digest {
		t.Errorf("the consent's digest is %s, the contract's is %s", got, vector.Digest)
	}
	if got := independent(t, vector.Message.TypedData(d)); got != vector.Digest {
		t.Errorf("the wallet signs %s, the contract expects %s", got, vector.Digest)
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
