package wallet_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
)

var signIn = wallet.SignIn{
	Scheme: "https", Domain: "peritus.example:8443", Address: common.HexToAddress("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
	Statement: "Sign in to Peritus. This costs nothing.", URI: "https://peritus.example:8443/signin", ChainID: 1337,
	Nonce: "bTyXgcQxn2htgkJjn", IssuedAt: "2026-11-22T13:00:00Z", ExpirationTime: "2026-11-22T13:10:00.5Z",
	NotBefore: "2026-11-22T14:59:00+02:00", RequestID: "a%20b", Resources: []string{"ipfs://Qme7ss3ARV", "https://[::1]:8/a?b#c"},
}

// The text is also what the specification's own example looks like.
const signInText = `https://peritus.example:8443 wants you to sign in with your Ethereum account:
0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

Sign in to Peritus. This costs nothing.

URI: https://peritus.example:8443/signin
Version: 1
Chain ID: 1337
Nonce: bTyXgcQxn2htgkJjn
Issued At: 2026-11-22T13:00:00Z
Expiration Time: 2026-11-22T13:10:00.5Z
Not Before: 2026-11-22T14:59:00+02:00
Request ID: a%20b
Resources:
- ipfs://Qme7ss3ARV
- https://[::1]:8/a?b#c`

func TestSignInText(t *testing.T) {
	if got := signIn.String(); got != signInText {
		t.Errorf("got\n%s\nwant\n%s", got, signInText)
	}
	short := wallet.SignIn{
		Domain: signIn.Domain, Address: signIn.Address, URI: signIn.URI, ChainID: 1, Nonce: signIn.Nonce, IssuedAt: signIn.IssuedAt,
	}
	for _, s := range []wallet.SignIn{signIn, short} {
		back, err := wallet.ParseSignIn(s.String())
		if err != nil {
			t.Fatal(err)
		}
		if back.String() != s.String() || back.ChainID != s.ChainID || back.Address != s.Address || back.Statement != s.Statement {
			t.Errorf("%+v came back as %+v", s, back)
		}
	}
}

func TestParseSignInRefuses(t *testing.T) {
	replace := func(old, new string) string {
		if !strings.Contains(signInText, old) {
			t.Fatalf("the text has no %q", old)
		}
		return strings.Replace(signInText, old, new, 1)
	}
	for name, tt := range map[string]struct{ text, field string }{
		"nothing":                        {"", "Domain"},
		"too long":                       {signInText + strings.Repeat("a", wallet.MaxSignIn), "length"},
		"no domain":                      {replace("https://peritus.example:8443 wants", " wants"), "Domain"},
		"only a port":                    {replace("https://peritus.example:8443 wants", ":8443 wants"), "Domain"},
		"space in domain":                {replace("https://peritus.example:8443 wants", "peritus example wants"), "Domain"},
		"path in domain":                 {replace("https://peritus.example:8443 wants", "peritus.example/a wants"), "Domain"},
		"letters beyond ASCII in domain": {replace("https://peritus.example:8443 wants", "peritüs.example wants"), "Domain"},
		"scheme of digits":               {replace("https://peritus", "1://peritus"), "Scheme"},
		"carriage returns":               {strings.ReplaceAll(signInText, "\n", "\r\n"), "Domain"},
		"lowercase address":              {strings.Replace(signInText, "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2", "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", 1), "Address"},
		"address without 0x":             {replace("0xC02aaA39", "C02aaA39"), "Address"},
		"control in statement":           {replace("nothing.", "nothing.\x1b[2J"), "Statement"},
		"statement beyond ASCII":         {replace("nothing.", "nothing\u202e."), "Statement"},
		"statement of two lines":         {replace("Peritus. This", "Peritus.\nThis"), "Statement"},
		"injected field":                 {replace("nothing.\n", "nothing.\n\nURI: https://evil.example\n"), "Version"},
		"URI without scheme":             {replace("URI: https:", "URI: "), "URI"},
		"URI with bad octet":             {replace("8443/signin", "8443/%zz"), "URI"},
		"URI with bad IPv6":              {replace("https://peritus.example:8443/signin", "https://[::1::2]/"), "URI"},
		"version 2":                      {replace("Version: 1", "Version: 2"), "Version"},
		"chain id with a zero":           {replace("Chain ID: 1337", "Chain ID: 01337"), "Chain ID"},
		"chain id above 64 bits":         {replace("Chain ID: 1337", "Chain ID: 18446744073709551616"), "Chain ID"},
		"negative chain id":              {replace("Chain ID: 1337", "Chain ID: -1"), "Chain ID"},
		"short nonce":                    {replace("Nonce: bTyXgcQxn2htgkJjn", "Nonce: bTyXgcQ"), "Nonce"},
		"nonce with a dash":              {replace("Nonce: bTyXgcQxn2htgkJjn", "Nonce: bTyXgcQ-xn2"), "Nonce"},
		"hour of one digit":              {replace("T13:00:00Z", "T1:00:00.0Z"), "Issued At"},
		"comma in time":                  {replace("T13:00:00Z", "T13:00:00,5Z"), "Issued At"},
		"lower-case t":                   {replace("22T13:00:00Z", "22t13:00:00Z"), "Issued At"},
		"no zone":                        {replace("T13:00:00Z", "T13:00:00"), "Issued At"},
		"February 30":                    {replace("2026-11-22T13:00:00Z", "2026-02-30T13:00:00Z"), "Issued At"},
		"field twice":                    {replace("Request ID: a%20b", "Request ID: a\nRequest ID: b"), "end"},
		"empty request id":               {replace("Request ID: a%20b", "Request ID: "), "Request ID"},
		"unknown field":                  {replace("Request ID: a%20b", "Colour: red"), "end"},
		"empty resources":                {replace("\n- ipfs://Qme7ss3ARV\n- https://[::1]:8/a?b#c", ""), "Resources"},
		"resource without a dash":        {replace("- ipfs", "ipfs"), "Resources"},
		"line feed at the end":           {signInText + "\n", "Resources"},
		"text behind":                    {signInText + "\nI also agree to everything.", "Resources"},
	} {
		_, err := wallet.ParseSignIn(tt.text)
		var refused *wallet.SignInError
		if !errors.As(err, &refused) || refused.Field != tt.field {
			t.Errorf("%s: %v; want a refusal of %s", name, err, tt.field)
		}
	}
}

func TestCheckSignIn(t *testing.T) {
	const issued = 1_795_352_400 // 2026-11-22T13:00:00Z
	want := wallet.Expectation{
		Domain: "peritus.example:8443", URI: "https://peritus.example:8443/signin", ChainID: 1337, Now: issued + 60, MaxAge: 900, Skew: 5,
	}
	if err := signIn.Check(want); err != nil {
		t.Fatal(err)
	}
	for field, change := range map[string]func(*wallet.SignIn, *wallet.Expectation){
		"Domain":          func(s *wallet.SignIn, _ *wallet.Expectation) { s.Domain = "peritus.example" },
		"Scheme":          func(s *wallet.SignIn, _ *wallet.Expectation) { s.Scheme = "http" },
		"URI":             func(s *wallet.SignIn, _ *wallet.Expectation) { s.URI += "/" },
		"Chain ID":        func(s *wallet.SignIn, _ *wallet.Expectation) { s.ChainID = 1 },
		"Expiration Time": func(_ *wallet.SignIn, w *wallet.Expectation) { w.Now = issued + 601 },
		"Not Before":      func(s *wallet.SignIn, _ *wallet.Expectation) { s.NotBefore = "2026-11-22T13:01:00.1Z" },
	} {
		s, w := signIn, want
		change(&s, &w)
		var refused *wallet.SignInError
		if err := s.Check(w); !errors.As(err, &refused) || refused.Field != field {
			t.Errorf("%v; want a refusal of %s", err, field)
		}
	}

	// The edges of time, to the second.
	short := signIn
	short.NotBefore, short.ExpirationTime = "", ""
	for _, tt := range []struct {
		now int64
		ok  bool
	}{{issued - 6, false}, {issued - 5, true}, {issued + 900, true}, {issued + 901, false}} {
		w := want
		w.Now = tt.now
		if err := short.Check(w); (err == nil) != tt.ok {
			t.Errorf("%d seconds after the date of issue: %v", tt.now-issued, err)
		}
	}
	short.ExpirationTime = "2026-11-22T13:01:00Z"
	if err := short.Check(want); err == nil {
		t.Error("a message was taken in the second of its expiry")
	}
	short.ExpirationTime, short.NotBefore = "2026-11-22T13:01:00.001Z", "2026-11-22T13:01:00Z"
	if err := short.Check(want); err != nil {
		t.Error(err)
	}
}

func FuzzParseSignIn(f *testing.F) {
	f.Add(signInText)
	f.Add(strings.Replace(signInText, "Sign in to Peritus. This costs nothing.\n", "", 1))
	f.Fuzz(func(t *testing.T, text string) {
		s, err := wallet.ParseSignIn(text)
		if err == nil && s.String() != text {
			t.Errorf("%q is written as %q", text, s.String())
		}
		for i := range len(text) {
			if err == nil && (text[i] >= 0x7f || text[i] < ' ' && text[i] != '\n') {
				t.Errorf("%q has the byte %#x", text, text[i])
			}
		}
	})
}
