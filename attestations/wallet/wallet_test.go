package wallet_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/peritus-dao/peritus/attestations/wallet"
)

var key, _ = crypto.ToECDSA(common.FromHex("0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318"))

func sign(t tester, digest [32]byte) wallet.Signature {
	t.Helper()
	sig, err := wallet.Sign(digest, key)
	if err != nil {
		t.Fatal(err)
	}
	return sig
}

func TestSignAndRecover(t *testing.T) {
	signer := crypto.PubkeyToAddress(key.PublicKey)
	rapid.Check(t, func(t *rapid.T) {
		digest := word.Draw(t, "digest")
		sig := sign(t, digest)
		if again := sign(t, digest); again != sig {
			t.Fatalf("signing twice gave %s and %s", sig, again)
		}
		parsed, err := wallet.ParseSignature(sig.String())
		if err != nil || parsed != sig {
			t.Fatalf("ParseSignature(%s) = %s, %v", sig, parsed, err)
		}
		if got, err := wallet.Recover(digest, sig); err != nil || got != signer {
			t.Fatalf("Recover = %s, %v; want %s", got, err, signer)
		}
		other := digest
		other[rapid.IntRange(0, 31).Draw(t, "byte")] ^= 1
		if got, err := wallet.Recover(other, sig); err == nil && got == signer {
			t.Fatal("a signature holds for another digest")
		}
	})
}

// The example of the eth-account documentation, signed by an implementation that is not ours.
func TestKnownSignature(t *testing.T) {
	const known = "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c"
	digest := wallet.HashMessage("Some data")
	if got := sign(t, digest).String(); got != known {
		t.Errorf("Sign = %s, want %s", got, known)
	}
}

func TestParseSignature(t *testing.T) {
	digest := wallet.HashMessage("x")
	sig := sign(t, digest)
	hex := strings.TrimPrefix(sig.String(), "0x")
	rs, v := hex[:128], sig[64]

	low := map[byte]string{27: "00", 28: "01"}[v]
	for _, text := range []string{"0x" + rs + low, "0x" + strings.ToUpper(rs) + hex[128:]} {
		if got, err := wallet.ParseSignature(text); err != nil || got != sig {
			t.Errorf("ParseSignature(%s) = %s, %v; want %s", text, got, err, sig)
		}
	}

	n := crypto.S256().Params().N
	s := new(big.Int).SetBytes(sig[32:64])
	high := sig
	new(big.Int).Sub(n, s).FillBytes(high[32:64])
	high[64] = 27 + 28 - v // the other v, so that the same key would recover

	for name, tt := range map[string]struct {
		text string
		want error
	}{
		"empty":             {"", wallet.ErrSignatureLength},
		"no 0x":             {hex, wallet.ErrSignatureLength},
		"short":             {"0x" + hex[2:], wallet.ErrSignatureLength},
		"long":              {"0x" + hex + "00", wallet.ErrSignatureLength},
		"compact, EIP-2098": {"0x" + rs, wallet.ErrSignatureLength},
		"not hexadecimal":   {"0x" + hex[:128] + "zz", wallet.ErrSignatureLength},
		"v 2":               {"0x" + rs + "02", wallet.ErrRecovery},
		"v 26":              {"0x" + rs + "1a", wallet.ErrRecovery},
		"v 29":              {"0x" + rs + "1d", wallet.ErrRecovery},
		"v 255":             {"0x" + rs + "ff", wallet.ErrRecovery},
		"v 229, wraps":      {"0x" + rs + "e5", wallet.ErrRecovery},
		"high s":            {high.String(), wallet.ErrHighS},
	} {
		if got, err := wallet.ParseSignature(tt.text); !errors.Is(err, tt.want) || got != (wallet.Signature{}) {
			t.Errorf("%s: %s, error %v; want %v", name, got, err, tt.want)
		}
	}
	if _, err := wallet.Recover(digest, high); !errors.Is(err, wallet.ErrHighS) {
		t.Errorf("Recover takes a high s: %v", err)
	}
}

func TestRecoverRefusesNonsense(t *testing.T) {
	var zero wallet.Signature
	if _, err := wallet.Recover([32]byte{1}, zero); !errors.Is(err, wallet.ErrRecovery) {
		t.Errorf("the zero signature: %v", err)
	}
	zero[64] = 27
	if _, err := wallet.Recover([32]byte{1}, zero); !errors.Is(err, wallet.ErrRecovery) {
		t.Errorf("r = s = 0: %v", err)
	}
	n := crypto.S256().Params().N
	sig := sign(t, [32]byte{1})
	n.FillBytes(sig[:32])
	if _, err := wallet.Recover([32]byte{1}, sig); !errors.Is(err, wallet.ErrRecovery) {
		t.Errorf("r = n: %v", err)
	}
}

func TestSignatureJSON(t *testing.T) {
	sig := sign(t, [32]byte{1})
	raw, err := json.Marshal(sig)
	if err != nil {
		t.Fatal(err)
	}
	var back wallet.Signature
	if err := json.Unmarshal(raw, &back); err != nil || back != sig {
		t.Errorf("%s came back as %s, %v", raw, back, err)
	}
	if err := json.Unmarshal([]byte(`"0x00"`), &back); !errors.Is(err, wallet.ErrSignatureLength) {
		t.Errorf("a short signature in JSON: %v", err)
	}
}

func FuzzParseSignature(f *testing.F) {
	f.Add(sign(f, [32]byte{1}).String(), []byte{1})
	f.Fuzz(func(t *testing.T, text string, digest []byte) {
		sig, err := wallet.ParseSignature(text)
		if err != nil {
			return
		}
		if !strings.EqualFold(sig.String()[:130], text[:130]) {
			t.Errorf("%q was read as %s", text, sig)
		}
		if a, err := wallet.Recover(crypto.Keccak256Hash(digest), sig); err == nil && a == (common.Address{}) {
			t.Error("recovered the zero address")
		}
	})
}

func TestCheckShowable(t *testing.T) {
	for _, text := range []string{"Raise the share of code", "Mehr Gewicht für Sicherheit", "模型规范", "नमस्ते क्\u200dष", "👍"} {
		if err := wallet.CheckShowable(text, 100); err != nil {
			t.Errorf("%q %v", text, err)
		}
	}
	for _, text := range []string{
		"", " a", "a\n", "a\nb", "a\x00b", "a\x1b[31mb", "a\u202eb", "a\u2028b", "a\u200bb", "a\ufeffb", "\xff", "a\ue000b", "a\u00a0b",
		strings.Repeat("a", 101),
	} {
		if wallet.CheckShowable(text, 100) == nil {
			t.Errorf("%q was let through", text)
		}
	}
}

func BenchmarkBallotDigest(b *testing.B) {
	separator := exampleDomain.Separator()
	b.ReportAllocs()
	for b.Loop() {
		wallet.Digest(separator, example.StructHash())
	}
}

func BenchmarkRecover(b *testing.B) {
	digest := exampleDomain.Digest(example.StructHash())
	sig := sign(b, digest)
	for b.Loop() {
		if _, err := wallet.Recover(digest, sig); err != nil {
			b.Fatal(err)
		}
	}
}
