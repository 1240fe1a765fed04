package main

import (
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
)

// anchorKey returns the key of the account that anchors: from $PERITUS_ANCHOR_KEY, or from keys/anchor.key, which holds 64
// hex digits or a keystore of version 3 as go-ethereum and most wallets write it. With create set it is made if it is not
// there, encrypted if there is a passphrase. No error quotes what it read.
func (f folder) anchorKey(getenv func(string) string, create bool) (*ecdsa.PrivateKey, error) {
	const name = "anchor.key"
	if text := getenv("PERITUS_ANCHOR_KEY"); text != "" {
		key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
		if err != nil {
			return nil, missing("$PERITUS_ANCHOR_KEY holds no account key of 64 hex digits")
		}
		return key, nil
	}
	passphrase, err := anchorPassphrase(getenv)
	if err != nil {
		return nil, err
	}
	var generate func() (string, error)
	if create {
		generate = func() (string, error) {
			key, err := crypto.GenerateKey()
			if err != nil {
				return "", err
			}
			if passphrase == "" {
				return hex.EncodeToString(crypto.FromECDSA(key)), nil
			}
			return encryptKey(key, passphrase)
		}
	}
	text, err := f.secret(name, generate)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(text, "{") {
		return f.readAccount(name, nil)
	}
	if passphrase == "" {
		return nil, missing("the key file %s is encrypted: give its passphrase in $PERITUS_ANCHOR_PASSPHRASE, or name its file in $PERITUS_ANCHOR_PASSPHRASE_FILE", f.key(name))
	}
	key, err := keystore.DecryptKey([]byte(text), passphrase)
	if err != nil {
		return nil, missing("the key file %s cannot be decrypted: another passphrase, or no keystore of version 3", f.key(name))
	}
	return key.PrivateKey, nil
}

// anchorPassphrase returns the passphrase of the anchor's key, empty if there is none.
func anchorPassphrase(getenv func(string) string) (string, error) {
	path := getenv("PERITUS_ANCHOR_PASSPHRASE_FILE")
	if path == "" {
		return getenv("PERITUS_ANCHOR_PASSPHRASE"), nil
	}
	raw, err := readFile(path, 4096)
	if err != nil {
		return "", missing("the file that $PERITUS_ANCHOR_PASSPHRASE_FILE names cannot be read: %w", err)
	}
	passphrase := strings.TrimRight(string(raw), "\r\n") // an editor's
	if passphrase == "" {
		return "", missing("the file that $PERITUS_ANCHOR_PASSPHRASE_FILE names is empty")
	}
	return passphrase, nil
}

// encryptKey returns a keystore of version 3, with scrypt as hard as go-ethereum's own.
func encryptKey(key *ecdsa.PrivateKey, passphrase string) (string, error) {
	sealed, err := keystore.EncryptDataV3(crypto.FromECDSA(key), []byte(passphrase), keystore.StandardScryptN, keystore.StandardScryptP)
	if err != nil {
		return "", err
	}
	var id [16]byte // a random UUID, which the format asks for
	if _, err := rand.Read(id[:]); err != nil {
		return "", err
	}
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	raw, err := json.Marshal(map[string]any{
		"address": hex.EncodeToString(crypto.PubkeyToAddress(key.PublicKey).Bytes()), "crypto": sealed, "version": 3,
		"id": fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:]),
	})
	return string(raw), err
}
