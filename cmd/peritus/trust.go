package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

func trustCommand() *command {
	return &command{
		name: "trust", args: "key FILE | log-key --data DIR | draft RECORD | root new|sign|check|publish … [--dry-run]", run: runTrust,
		summary: "Make and change the keys that are trusted: plain steps for a ceremony, with a dry run of each",
		help: `Keys change by a decision on the document trust/main (peritus/trust/v1), once the co-signers before it have signed its release.

  peritus trust key FILE                  make an EC P-256 key on a machine without a network, and print its public half
  peritus trust log-key --data DIR        make the log's next key beside its present one, and print its public half
  peritus trust draft RECORD              print the trust document of the keys in force, to be changed and proposed
  peritus trust root new --key PUB … --threshold N --online PUB [--previous ROOT] --to ROOT
  peritus trust root sign --key FILE ROOT       add one holder's signature; on each holder's own machine
  peritus trust root check [--previous ROOT] ROOT
  peritus trust root publish --data DIR ROOT    once a decision has named the digest that check prints

RECORD is whatever peritus verify takes. PUB is the base64 or PEM of a public key, or a file with it. With --dry-run everything is checked and
said, and nothing is written.`,
	}
}

type trustFlags struct {
	keys                         repeated
	data, database, to, previous string
	online, expires              string
	threshold                    int
	dry                          bool
}

func runTrust(ctx context.Context, c *call) error {
	var f trustFlags
	c.flags.Var(&f.keys, "key", "`KEY`: with new, the public key of a holder, several times; with sign, the file of the private key")
	c.flags.StringVar(&f.data, "data", "", "`DIR` of the instance")
	c.flags.StringVar(&f.database, "database", c.getenv("PERITUS_DATABASE"), "`URL` of the instance's PostgreSQL database (also $PERITUS_DATABASE)")
	c.flags.StringVar(&f.to, "to", "", "`FILE` to write")
	c.flags.StringVar(&f.previous, "previous", "", "`FILE` of the root.json that this one follows")
	c.flags.StringVar(&f.online, "online", "", "public `KEY` of targets, snapshot and timestamp: DIR/keys/tuf.key of the instance")
	c.flags.StringVar(&f.expires, "expires", "", "`DATE` on which the root expires, 2027-11-22 (default: in a year)")
	c.flags.IntVar(&f.threshold, "threshold", 0, "`N` holders who must sign a root")
	c.flags.BoolVar(&f.dry, "dry-run", false, "check and say everything, and write nothing")
	operands, err := c.parse(1, 3)
	if err != nil {
		return err
	}
	switch strings.Join(operands[:min(2, len(operands))], " ") {
	case "root new":
		return c.newRoot(f, operands[2:])
	case "root sign":
		return c.signRoot(f, operands[2:])
	case "root check":
		return c.checkRoot(f, operands[2:])
	case "root publish":
		return c.publishRoot(ctx, f, operands[2:])
	}
	switch {
	case operands[0] == "key" && len(operands) == 2:
		return c.newKey(f, operands[1])
	case operands[0] == "log-key" && len(operands) == 1 && f.data != "":
		return c.newLogKey(f)
	case operands[0] == "draft" && len(operands) == 2:
		return c.draftTrust(ctx, operands[1])
	}
	return &usageError{"usage: peritus trust " + c.command.args}
}

// put writes a file that is not there yet, unless it is a dry run.
func (c *call) put(f trustFlags, path string, data []byte, mode os.FileMode, replace bool) error {
	if !replace && exists(path) {
		return &usageError{fmt.Sprintf("%s is there already, and is not written over", path)}
	}
	if f.dry {
		_, err := fmt.Fprintf(c.stdout, "would write %s\n", path)
		return err
	}
	if err := writeFile(path, data, mode); err != nil {
		return missing("%s cannot be written: %w", path, err)
	}
	_, err := fmt.Fprintf(c.stdout, "wrote %s\n", path)
	return err
}

func (c *call) newKey(f trustFlags, path string) error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	pem, err := release.EncodePrivateKey(key)
	if err != nil {
		return err
	}
	if err := c.put(f, path, pem, 0o600, false); err != nil || f.dry {
		return err
	}
	public, err := release.EncodeKey(key.Public())
	if err == nil {
		_, err = fmt.Fprintln(c.stdout, public)
	}
	return err
}

func (c *call) newLogKey(f trustFlags) error {
	dir := folder(f.data)
	raw, err := readFile(dir.genesis(), 1<<20)
	if err != nil {
		return err
	}
	g, err := readGenesis(raw)
	if err != nil {
		return err
	}
	skey, vkey, err := note.GenerateKey(rand.Reader, g.Origin)
	if err != nil {
		return err
	}
	v, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	if err := c.put(f, dir.key(fmt.Sprintf("log-%08x.key", v.KeyHash())), []byte(skey+"\n"), 0o600, false); err != nil || f.dry {
		return err
	}
	_, err = fmt.Fprintln(c.stdout, vkey)
	return err
}

// draftTrust prints the trust document of the keys in force.
func (c *call) draftTrust(ctx context.Context, what string) error {
	return openRecord(ctx, what, func(r recordAt) error {
		v := replay.NewVerifier(replayConfig(), r.source, replay.Options{})
		if _, err := v.Verify(ctx); errors.Is(err, replay.ErrRefuted) {
			return &refutedError{err}
		} else if err != nil {
			return err
		}
		g := v.State().Present()
		t := charter.Trust{Schema: charter.TrustSchema, Version: "1.0.0", LogKey: g.LogKey, Cosigners: g.Cosigners, TUFRoot: g.TUFRoot, Witnesses: g.Witnesses}
		if h, ok := v.State().Head(charter.TrustHead); ok {
			raw, err := r.source.Blob(ctx, h.Digest)
			if err != nil {
				return err
			}
			before, err := charter.ParseTrust(raw)
			if err != nil {
				return err
			}
			t.Version, t.Parent = before.Version, h.Digest
		}
		raw, err := document.Marshal(t)
		if err == nil {
			_, err = fmt.Fprintf(c.stdout, "%s\n", raw)
		}
		return err
	})
}

// publicKey reads a public key, or a file with one.
func publicKey(text string) (*ecdsa.PublicKey, error) {
	key, err := release.ParseKey(text)
	if err == nil {
		return key, nil
	}
	raw, other := readFile(text, 1<<16)
	if other != nil {
		return nil, &usageError{fmt.Sprintf("%.40q is neither a public key nor a file with one: %v", text, err)}
	}
	if private, err := release.ParsePrivateKey(raw); err == nil {
		return &private.PublicKey, nil
	}
	if key, err = release.ParseKey(strings.TrimSpace(string(raw))); err != nil {
		return nil, &usageError{fmt.Sprintf("%s: %v", text, err)}
	}
	return key, nil
}

func (c *call) newRoot(f trustFlags, operands []string) error {
	if len(operands) != 0 || len(f.keys) == 0 || f.online == "" || f.to == "" {
		return &usageError{"usage: peritus trust root new --key PUB … --threshold N --online PUB [--previous ROOT] --to ROOT"}
	}
	plan := publish.RootPlan{Version: 1, Expires: time.Now().AddDate(1, 0, 0), Threshold: f.threshold}
	if plan.Threshold == 0 {
		plan.Threshold = len(f.keys)/2 + 1
	}
	var err error
	if f.expires != "" {
		if plan.Expires, err = time.Parse(time.DateOnly, f.expires); err != nil {
			return &usageError{fmt.Sprintf("--expires %s is not a date like 2027-11-22", f.expires)}
		}
	}
	for _, text := range f.keys {
		key, err := publicKey(text)
		if err != nil {
			return err
		}
		plan.Keys = append(plan.Keys, key)
	}
	if plan.Online, err = publicKey(f.online); err != nil {
		return err
	}
	if f.previous != "" {
		raw, err := readFile(f.previous, 1<<20)
		if err != nil {
			return err
		}
		before, err := metadata.Root().FromBytes(raw)
		if err != nil {
			return &usageError{fmt.Sprintf("%s is no root.json: %v", f.previous, err)}
		}
		plan.Version = before.Signed.Version + 1
	}
	root, err := publish.NewRoot(plan)
	if err != nil {
		return &usageError{err.Error()}
	}
	fmt.Fprintf(c.stdout, "root %d, which %d of %d holders must sign, expires %s\n", plan.Version, plan.Threshold, len(plan.Keys), plan.Expires.UTC().Format(time.DateOnly))
	return c.put(f, f.to, root, 0o644, false)
}

func (c *call) signRoot(f trustFlags, operands []string) error {
	if len(operands) != 1 || len(f.keys) != 1 {
		return &usageError{"usage: peritus trust root sign --key FILE ROOT"}
	}
	raw, err := readFile(f.keys[0], 1<<16)
	if err != nil {
		return err
	}
	key, err := release.ParsePrivateKey(raw)
	if err != nil {
		return missing("%s: %w", f.keys[0], err)
	}
	root, err := readFile(operands[0], 1<<20)
	if err != nil {
		return err
	}
	signed, err := publish.SignRoot(root, key)
	if err != nil {
		return &usageError{err.Error()}
	}
	return c.put(f, operands[0], signed, 0o644, true)
}

func (c *call) checkRoot(f trustFlags, operands []string) error {
	if len(operands) != 1 {
		return &usageError{"usage: peritus trust root check [--previous ROOT] ROOT"}
	}
	root, err := readFile(operands[0], 1<<20)
	if err != nil {
		return err
	}
	var before []byte
	if f.previous != "" {
		if before, err = readFile(f.previous, 1<<20); err != nil {
			return err
		}
	}
	if err := publish.CheckRoot(root, before); err != nil {
		return refusedRoot(err)
	}
	m, err := metadata.Root().FromBytes(root)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.stdout, "root %d is signed by enough of its holders, expires %s\nsha256 %s\n", m.Signed.Version, m.Signed.Expires.UTC().Format(time.DateOnly), document.Sum(root))
	return err
}

func refusedRoot(err error) error {
	return &refutedError{&replay.Refutation{Index: -1, Kind: "root.json", Err: err}}
}

func (c *call) publishRoot(ctx context.Context, f trustFlags, operands []string) error {
	if len(operands) != 1 || f.data == "" {
		return &usageError{"usage: peritus trust root publish --data DIR ROOT"}
	}
	dir := folder(f.data)
	root, err := readFile(operands[0], 1<<20)
	if err != nil {
		return err
	}
	database := f.database
	if database == "" {
		database = dir.database()
	}
	s, err := openStore(ctx, database, store.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	v := replay.NewVerifier(replayConfig(), store.NewSource(s.Reader), replay.Options{})
	if _, err := v.Verify(ctx); errors.Is(err, replay.ErrRefuted) {
		return &refutedError{err}
	} else if err != nil {
		return err
	}
	if want, got := v.State().Present().TUFRoot, document.Sum(root); want != got {
		return refusedRoot(fmt.Errorf("the keys in force name the root.json with the digest %s, and %s has %s: a decision on trust/main must name it first", want, filepath.Base(operands[0]), got))
	}
	key, err := dir.p256("tuf.key")
	if err != nil {
		return err
	}
	repository, err := publish.New(publish.Config{Files: tufFiles{s}, Key: key})
	if err != nil {
		return err
	}
	if f.dry {
		_, err := fmt.Fprintln(c.stdout, "would publish it: the decision names it")
		return err
	}
	if err := repository.PublishRoot(ctx, root); err != nil {
		return refusedRoot(err)
	}
	_, err = fmt.Fprintf(c.stdout, "published; nodes follow at their next look\n")
	return err
}

// logKeys returns every key of the log in the folder: log.key, and those that peritus trust log-key made.
func (f folder) logKeys() ([]note.Signer, error) {
	names, err := filepath.Glob(f.key("log*.key"))
	if err != nil {
		return nil, err
	}
	var out []note.Signer
	for _, name := range names {
		text, err := f.secret(filepath.Base(name), nil)
		if err != nil {
			return nil, err
		}
		k, err := note.NewSigner(text)
		if err != nil {
			return nil, missing("the key file %s holds no signed-note key", name)
		}
		out = append(out, k)
	}
	return out, nil
}
