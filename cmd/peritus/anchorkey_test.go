package main

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
)

// The scrypt vector of the Web3 Secret Storage Definition, version 3.
const (
	storageVector     = `{"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e466191a123791e0e"},"ciphertext":"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c","kdf":"scrypt","kdfparams":{"dklen":32,"n":262144,"r":1,"p":8,"salt":"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},"mac":"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}`
	storageSecret     = "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"
	storagePassphrase = "testpassword"
)

func TestAnchorKey(t *testing.T) {
	dir := folder(t.TempDir())
	if err := dir.make(); err != nil {
		t.Fatal(err)
	}
	env := map[string]string{}
	read := func(create bool) (*ecdsa.PrivateKey, error) {
		return dir.anchorKey(func(name string) string { return env[name] }, create)
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(dir.key("anchor.key"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := func(secret string) {
		t.Helper()
		key, err := read(false)
		if err != nil || hex.EncodeToString(crypto.FromECDSA(key)) != secret {
			t.Errorf("the key is not the one: %v", err)
		}
	}
	refuses := func(what string) {
		t.Helper()
		_, err := read(false)
		if err == nil || !strings.Contains(err.Error(), what) || status(err) != exitEnv {
			t.Errorf("%v, want %q", err, what)
		}
		for _, secret := range []string{storageSecret, storagePassphrase, "wrong", "d172bf74"} {
			if err != nil && strings.Contains(err.Error(), secret) {
				t.Errorf("the error tells a secret: %v", err)
			}
		}
	}
	refuses("there is no key file")
	write(storageSecret + "\n")
	want(storageSecret)
	write(storageSecret[1:])
	refuses("holds no account key")

	write(storageVector)
	refuses("is encrypted: give its passphrase")
	env["PERITUS_ANCHOR_PASSPHRASE"] = "wrong"
	refuses("cannot be decrypted")
	env["PERITUS_ANCHOR_PASSPHRASE"] = storagePassphrase
	want(storageSecret)
	env["PERITUS_ANCHOR_PASSPHRASE_FILE"] = dir.path("passphrase")
	refuses("cannot be read")
	if err := os.WriteFile(dir.path("passphrase"), []byte(storagePassphrase+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env["PERITUS_ANCHOR_PASSPHRASE"] = "wrong" // the file is what counts
	want(storageSecret)

	env["PERITUS_ANCHOR_KEY"] = "0x" + strings.Repeat("01", 32)
	want(strings.Repeat("01", 32))
	env["PERITUS_ANCHOR_KEY"] = storageSecret + "00"
	refuses("$PERITUS_ANCHOR_KEY holds no account key")
	delete(env, "PERITUS_ANCHOR_KEY")

	// What is made with a passphrase is encrypted, and readable again.
	if err := os.Remove(dir.key("anchor.key")); err != nil {
		t.Fatal(err)
	}
	made, err := read(true)
	if err != nil {
		t.Fatal(err)
	}
	secret := hex.EncodeToString(crypto.FromECDSA(made))
	want(secret)
	raw, err := os.ReadFile(dir.key("anchor.key"))
	if err != nil || bytes.Contains(raw, []byte(secret)) || !bytes.Contains(raw, []byte(`"version":3`)) {
		t.Errorf("the file is %s, %v", raw, err)
	}
	env = map[string]string{}
	refuses("is encrypted")
}

func TestMaxFeeFits(t *testing.T) {
	if fee, err := wei(30); err != nil || fee != 30_000_000_000 {
		t.Errorf("%d, %v", fee, err)
	}
	if _, err := wei(1 << 62); status(err) != exitUnknown {
		t.Errorf("%v", err)
	}
}
