//go:build conformance

package wallet_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"

	"github.com/peritus-dao/peritus/attestations/wallet"
)

// vectors reads a file of the published test data into v, and skips the test where the data is absent.
func vectors(t *testing.T, v any, path ...string) {
	t.Helper()
	dir := os.Getenv("VECTORS")
	if dir == "" {
		t.Skip("VECTORS does not name the folder of the test data")
	}
	raw, err := os.ReadFile(filepath.Join(append([]string{dir}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, v); err != nil {
		t.Fatal(err)
	}
}

type siweFields struct {
	Scheme         string   `json:"scheme"`
	Domain         string   `json:"domain"`
	Address        string   `json:"address"`
	Statement      string   `json:"statement"`
	URI            string   `json:"uri"`
	Version        string   `json:"version"`
	ChainID        uint64   `json:"chainId"`
	Nonce          string   `json:"nonce"`
	IssuedAt       string   `json:"issuedAt"`
	ExpirationTime string   `json:"expirationTime"`
	NotBefore      string   `json:"notBefore"`
	RequestID      string   `json:"requestId"`
	Resources      []string `json:"resources"`

	Signature string `json:"signature"`
	Time      string `json:"time"`
}

func (f siweFields) message() wallet.SignIn {
	return wallet.SignIn{
		Scheme: f.Scheme, Domain: f.Domain, Address: common.HexToAddress(f.Address), Statement: f.Statement, URI: f.URI,
		ChainID: f.ChainID, Nonce: f.Nonce, IssuedAt: f.IssuedAt, ExpirationTime: f.ExpirationTime, NotBefore: f.NotBefore,
		RequestID: f.RequestID, Resources: f.Resources,
	}
}

func TestConformanceSignInParsed(t *testing.T) {
	var cases map[string]struct {
		Message string     `json:"message"`
		Fields  siweFields `json:"fields"`
	}
	vectors(t, &cases, "siwe", "parsing_positive.json")
	for name, c := range cases {
		got, err := wallet.ParseSignIn(c.Message)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want := c.Fields.message(); fmt.Sprint(got) != fmt.Sprint(want) || fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) {
			t.Errorf("%s: %#v, want %#v", name, got, want)
		}
		if got.String() != c.Message {
			t.Errorf("%s: written as %q, want %q", name, got.String(), c.Message)
		}
	}
	t.Logf("%d messages parsed", len(cases))
}

func TestConformanceSignInRefused(t *testing.T) {
	var cases map[string]string
	vectors(t, &cases, "siwe", "parsing_negative.json")
	for name, text := range cases {
		if s, err := wallet.ParseSignIn(text); err == nil {
			t.Errorf("%s: read as %+v", name, s)
		}
	}
	t.Logf("%d messages refused", len(cases))
}

func TestConformanceSignInVerified(t *testing.T) {
	var cases map[string]siweFields
	vectors(t, &cases, "siwe", "verification_positive.json")
	for name, c := range cases {
		s, err := wallet.ParseSignIn(c.message().String())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		now := c.Time
		if now == "" {
			now = c.IssuedAt
		}
		at, err := time.Parse(time.RFC3339Nano, now)
		if err != nil {
			t.Fatal(err)
		}
		// Vectors are verified at times before their date of issue, so the clock may differ by years here.
		want := wallet.Expectation{Domain: c.Domain, URI: c.URI, ChainID: c.ChainID, Now: at.Unix(), Skew: 1 << 32}
		if err := s.Check(want); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		sig, err := wallet.ParseSignature(c.Signature)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, err := wallet.Recover(wallet.HashMessage(s.String()), sig); err != nil || got != s.Address {
			t.Errorf("%s: signed by %s (%v), want %s", name, got, err, s.Address)
		}
	}
	t.Logf("%d messages verified", len(cases))
}

// The published typed data have arbitrary structs, which the general encoder of the tests reads; it is what our own
// encoders are compared with. What all of them share with our messages is the last step, [wallet.Digest].
func TestConformanceTypedData(t *testing.T) {
	var cases []struct {
		Name        string                     `json:"name"`
		Domain      map[string]json.RawMessage `json:"domain"`
		PrimaryType string                     `json:"primaryType"`
		Types       apitypes.Types             `json:"types"`
		Data        map[string]any             `json:"data"`
		Digest      common.Hash                `json:"digest"`
	}
	vectors(t, &cases, "eip712", "cases.json")
	for _, c := range cases {
		typed := apitypes.TypedData{Types: c.Types, PrimaryType: c.PrimaryType, Message: c.Data}
		typed.Domain.Name = "set" // the encoder refuses an empty domain, which some vectors have
		typ, values := domainOf(t, c.Domain)
		typed.Types["EIP712Domain"] = typ
		separator, err := typed.HashStruct("EIP712Domain", values)
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		hash, err := typed.HashStruct(c.PrimaryType, normal(typed, c.PrimaryType, c.Data).(map[string]any))
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		if got := common.Hash(wallet.Digest([32]byte(separator), [32]byte(hash))); got != c.Digest {
			t.Errorf("%s: %s, want %s", c.Name, got, c.Digest)
		}
	}
	t.Logf("%d digests", len(cases))
}

// domainOf returns the type of a domain, which has the fields that are present, in EIP-712's order, and their values.
func domainOf(t *testing.T, raw map[string]json.RawMessage) ([]apitypes.Type, map[string]any) {
	t.Helper()
	types, values := []apitypes.Type{}, map[string]any{}
	for _, f := range []apitypes.Type{
		{Name: "name", Type: "string"}, {Name: "version", Type: "string"}, {Name: "chainId", Type: "uint256"},
		{Name: "verifyingContract", Type: "address"}, {Name: "salt", Type: "bytes32"},
	} {
		if raw[f.Name] == nil {
			continue
		}
		var v any
		decoder := json.NewDecoder(bytes.NewReader(raw[f.Name]))
		decoder.UseNumber()
		if err := decoder.Decode(&v); err != nil {
			t.Fatal(err)
		}
		types = append(types, f)
		values[f.Name] = normal(apitypes.TypedData{}, f.Type, v)
	}
	return types, values
}

// normal turns the numbers of the vectors, which are decimal strings, into what the general encoder takes.
func normal(typed apitypes.TypedData, typ string, v any) any {
	switch {
	case strings.HasSuffix(typ, "]"):
		element := typ[:strings.LastIndexByte(typ, '[')]
		list := v.([]any)
		out := make([]any, len(list))
		for i := range list {
			out[i] = normal(typed, element, list[i])
		}
		return out
	case strings.HasPrefix(typ, "int") || strings.HasPrefix(typ, "uint"):
		n, ok := new(big.Int).SetString(fmt.Sprint(v), 10)
		if !ok {
			return v
		}
		return n
	case strings.HasPrefix(typ, "bytes"):
		b, err := hexutil.Decode(v.(string))
		if err != nil {
			return v
		}
		return hexutil.Bytes(b)
	case typed.Types[typ] != nil:
		out := map[string]any{}
		for _, field := range typed.Types[typ] {
			out[field.Name] = normal(typed, field.Type, v.(map[string]any)[field.Name])
		}
		return out
	}
	return v
}
