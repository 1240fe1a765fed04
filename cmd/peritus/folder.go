package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/modelspec/release"
)

// folder is a data folder:
//
//	genesis.json   entry 0, the root of trust
//	peritus.db     the record and its state (SQLite)
//	keys/          private keys, readable by their owner alone
//	chain/         the development chain, in a demo
//	cosigners/     what each co-signer of a demo remembers
//	weights/       the demo model's files
//	node/          what the demo's node agent keeps
type folder string

func (f folder) database() string    { return f.path("peritus.db") }
func (f folder) genesis() string     { return f.path("genesis.json") }
func (f folder) chain() string       { return f.path("chain") }
func (f folder) key(n string) string { return f.path("keys", n) }
func (f folder) weights() string     { return f.path("weights") }
func (f folder) node() string        { return f.path("node") }
func (f folder) path(p ...string) string {
	return filepath.Join(append([]string{string(f)}, p...)...)
}

// make creates the folder.
func (f folder) make() error {
	if err := os.MkdirAll(f.path("keys"), 0o700); err != nil {
		return missing("the data folder %s cannot be made: %w; name another with --data", f, err)
	}
	return nil
}

// exists reports whether a file is there.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// write writes a file that is on disk, whole, when write returns.
func writeFile(path string, data []byte, mode fs.FileMode) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := errors.Join(tmp.Chmod(mode), second(tmp.Write(data)), tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

func second[T any](_ T, err error) error { return err }

// secret returns the text of a key file, which create makes when it is not there.
func (f folder) secret(name string, create func() (string, error)) (string, error) {
	raw, err := os.ReadFile(f.key(name))
	if err == nil {
		return strings.TrimSpace(string(raw)), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", missing("the key file %s cannot be read: %w", f.key(name), err)
	}
	if create == nil {
		return "", missing("there is no key file %s", f.key(name))
	}
	text, err := create()
	if err != nil {
		return "", err
	}
	return text, writeFile(f.key(name), []byte(text+"\n"), 0o600)
}

// logKey returns the key that signs checkpoints, a C2SP signed-note key, and its public half.
func (f folder) logKey(origin string, create bool) (note.Signer, string, error) {
	var make func() (string, error)
	if create {
		make = func() (string, error) {
			skey, vkey, err := note.GenerateKey(rand.Reader, origin)
			if err != nil {
				return "", &usageError{fmt.Sprintf("%q cannot name a log: %v", origin, err)}
			}
			return skey, writeFile(f.key("log.pub"), []byte(vkey+"\n"), 0o644)
		}
	}
	skey, err := f.secret("log.key", make)
	if err != nil {
		return nil, "", err
	}
	signer, err := note.NewSigner(skey)
	if err != nil {
		return nil, "", missing("the key file %s holds no signed-note key", f.key("log.key"))
	}
	vkey, err := f.secret("log.pub", nil)
	return signer, vkey, err
}

// p256 returns an EC P-256 key in PKCS #8 PEM.
func (f folder) p256(name string) (*ecdsa.PrivateKey, error) {
	text, err := f.secret(name, func() (string, error) {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			return "", err
		}
		pem, err := release.EncodePrivateKey(key)
		return string(pem), err
	})
	if err != nil {
		return nil, err
	}
	key, err := release.ParsePrivateKey([]byte(text))
	if err != nil {
		return nil, missing("the key file %s: %w", f.key(name), err)
	}
	return key, nil
}

// account returns a secp256k1 key in hex: an account on the chain. It is made if it is not there.
func (f folder) account(name string) (*ecdsa.PrivateKey, error) {
	return f.readAccount(name, func() (string, error) {
		key, err := crypto.GenerateKey()
		if err != nil {
			return "", err
		}
		return hex.EncodeToString(crypto.FromECDSA(key)), nil
	})
}

// readAccount returns an account key, from a file with 64 hex digits.
func (f folder) readAccount(name string, create func() (string, error)) (*ecdsa.PrivateKey, error) {
	text, err := f.secret(name, create)
	if err != nil {
		return nil, err
	}
	key, err := crypto.HexToECDSA(strings.TrimPrefix(text, "0x"))
	if err != nil {
		return nil, missing("the key file %s holds no account key of 64 hex digits", f.key(name)) // the cause might quote it
	}
	return key, nil
}

// readFile reads a file of at most max bytes.
func readFile(path string, max int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, missing("%s cannot be read: %w", filepath.Base(path), err)
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, max+1))
	if err != nil {
		return nil, err
	}
	if int64(len(raw)) > max {
		return nil, &usageError{fmt.Sprintf("%s is larger than the %d bytes that are read", path, max)}
	}
	return raw, nil
}
