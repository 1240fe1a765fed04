package main

import (
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/remote"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// requestFlags are the flags of badge request and badge endorse.
type requestFlags struct {
	typ, level                                    *uint
	issuer, account, text, keystore, words, proof *string
	decline                                       *string
	links, files                                  repeated
}

func (f *requestFlags) define(c *call) {
	f.typ = c.flags.Uint("type", 0, "`N` of the badge type that is asked for")
	f.level = c.flags.Uint("level", 1, "`N` of the level that is asked for")
	f.issuer = c.flags.String("issuer", "", "`ADDRESS` of the issuer that is asked (default: members endorse)")
	f.account = c.flags.String("account", "", "`ADDRESS` that signs, if its key is not at hand")
	f.text = c.flags.String("text", "", "`FILE` that says what shows the expertise, - for the standard input")
	f.keystore = c.flags.String("keystore", "", "`FILE` of the signing key, a keystore of version 3 with its passphrase in $PERITUS_PASSPHRASE")
	f.words = c.flags.String("words", "", "`FILE` to keep the words in while they are signed elsewhere")
	f.proof = c.flags.String("signature", "", "`SIGNATURE` of the words in that file, 0x and hex digits")
	f.decline = c.flags.String("decline", "", "`REASON` for not endorsing, which is recorded instead of an endorsement")
	c.flags.Var(&f.links, "link", "`URL` that shows the expertise; several times")
	c.flags.Var(&f.files, "file", "`FILE` that shows the expertise: its name and digest are given, the file is not; several times")
}

// prepared are words to sign, kept with what must be sent back beside the signature.
type prepared struct {
	Path  string          `json:"path"`
	Body  map[string]any  `json:"body"`
	Words json.RawMessage `json:"typedData"` // for eth_signTypedData_v4
}

// key returns the key that signs, nil if there is none at hand.
func (f *requestFlags) key(c *call) (*ecdsa.PrivateKey, error) {
	if *f.keystore != "" {
		raw, err := readFile(*f.keystore, 1<<20)
		if err != nil {
			return nil, err
		}
		key, err := keystore.DecryptKey(raw, c.getenv("PERITUS_PASSPHRASE"))
		if err != nil {
			return nil, missing("%s cannot be decrypted with $PERITUS_PASSPHRASE: another passphrase, or no keystore of version 3", *f.keystore)
		}
		return key.PrivateKey, nil
	}
	text := c.getenv("PERITUS_KEY")
	if text == "" {
		return nil, nil
	}
	key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
	if err != nil {
		return nil, missing("$PERITUS_KEY holds no account key of 64 hex digits")
	}
	return key, nil
}

// badgeRequest asks for a badge.
func badgeRequest(ctx context.Context, c *call, f *requestFlags, url string) error {
	text, err := f.showing(c)
	if err != nil {
		return err
	}
	body := map[string]any{"type": *f.typ, "level": *f.level, "text": text, "links": []string(f.links)}
	if *f.issuer != "" {
		body["issuer"] = *f.issuer
	}
	files := map[string]document.Digest{}
	for _, name := range f.files {
		raw, err := os.ReadFile(name)
		if err != nil {
			return missing("%w", err)
		}
		files[filepath.Base(name)] = document.Sum(raw)
	}
	body["files"] = files
	return f.send(ctx, c, url, "api/v1/badges/requests", "holder", body)
}

func (f *requestFlags) showing(c *call) (string, error) {
	switch {
	case *f.proof != "":
		return "", nil // it is in the file of the words
	case *f.typ == 0 || *f.text == "":
		return "", &usageError{"say which badge with --type N --level N, and what shows the expertise with --text FILE"}
	case *f.text == "-":
		raw, err := io.ReadAll(io.LimitReader(c.stdin, 1<<20))
		return strings.TrimSpace(string(raw)), err
	}
	raw, err := readFile(*f.text, 1<<20)
	return strings.TrimSpace(string(raw)), err
}

// badgeEndorse endorses a request, or says why not.
func badgeEndorse(ctx context.Context, c *call, f *requestFlags, url, index string) error {
	if _, err := strconv.ParseUint(index, 10, 53); err != nil {
		return &usageError{fmt.Sprintf("%q is not the number of a request; peritus badge show URL lists them", index)}
	}
	if *f.decline != "" {
		return f.send(ctx, c, url, "api/v1/badges/requests/"+index+"/declines", "endorser", map[string]any{"reason": *f.decline})
	}
	return f.send(ctx, c, url, "api/v1/badges/requests/"+index+"/endorsements", "endorser", map[string]any{})
}

// send asks for the words, has them signed, and sends them back; or stops in between, where they are signed elsewhere.
func (f *requestFlags) send(ctx context.Context, c *call, url, path, who string, body map[string]any) error {
	server, err := remote.New(url)
	if err != nil {
		return &usageError{err.Error()}
	}
	key, err := f.key(c)
	if err != nil {
		return err
	}
	var p prepared
	switch {
	case *f.proof != "":
		if *f.words == "" {
			return &usageError{"name the file that the words were kept in with --words FILE"}
		}
		raw, err := readFile(*f.words, 1<<20)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(raw, &p); err != nil || p.Path != path {
			return &usageError{fmt.Sprintf("%s does not hold the words of this request", *f.words)}
		}
		p.Body["signature"] = *f.proof
	case key == nil && (*f.account == "" || *f.words == ""):
		return missing("there is no key to sign with: set $PERITUS_KEY or give --keystore FILE; or give --account ADDRESS and --words FILE, sign the words elsewhere and come back with --signature")
	default:
		account := common.HexToAddress(*f.account)
		if key != nil {
			account = crypto.PubkeyToAddress(key.PublicKey)
		} else if !common.IsHexAddress(*f.account) {
			return &usageError{fmt.Sprintf("%q is not an address of 40 hex digits", *f.account)}
		}
		body[who] = account
		digest, err := f.prepare(ctx, server, path, body, &p)
		if err != nil {
			return err
		}
		if key == nil {
			raw, err := json.MarshalIndent(p, "", "  ")
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.stdout, "the words are in %s: sign its typedData with %s (digest %s), and come back with --signature\n", *f.words, account.Hex(), digest)
			if err != nil {
				return err
			}
			return writeFile(*f.words, raw, 0o600)
		}
		sig, err := wallet.Sign(digest, key)
		if err != nil {
			return err
		}
		p.Body["signature"] = sig.String()
	}
	raw, err := json.Marshal(p.Body)
	if err != nil {
		return err
	}
	answer, _, err := server.Post(ctx, path, raw)
	if err != nil {
		return err
	}
	receipt, err := record.ParseReceipt(answer)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.stdout, "entry %d\n", receipt.Index)
	return err
}

// prepare asks for the words and checks that they say what was asked for, since the server's digest alone could be of anything.
func (f *requestFlags) prepare(ctx context.Context, server *remote.Source, path string, body map[string]any, p *prepared) (common.Hash, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return common.Hash{}, err
	}
	answer, _, err := server.Post(ctx, path+"/prepare", raw)
	if err != nil {
		return common.Hash{}, err
	}
	var words map[string]json.RawMessage
	var typed wallet.TypedData
	if err := json.Unmarshal(answer, &words); err != nil {
		return common.Hash{}, err
	}
	if err := json.Unmarshal(words["typedData"], &typed); err != nil {
		return common.Hash{}, err
	}
	for name, field := range map[string]string{"holder": "holder", "endorser": "endorser", "type": "badgeType", "level": "level", "issuer": "issuer"} {
		if want, ok := body[name]; ok && !strings.EqualFold(fmt.Sprint(want), typed.Message[field]) {
			return common.Hash{}, fmt.Errorf("the server hands out words with another %s, %q, than was asked for: nothing was signed", name, typed.Message[field])
		}
	}
	if text, ok := body["text"].(string); ok && typed.PrimaryType == "Request" {
		a := governance.Application{Showing: replay.Showing{Text: text, Links: f.links, Files: body["files"].(map[string]document.Digest)}}
		var salt string
		if err := json.Unmarshal(words["salt"], &salt); err != nil {
			return common.Hash{}, err
		}
		if n, err := hex.Decode(a.Salt[:], []byte(salt)); err != nil || n != len(a.Salt) {
			return common.Hash{}, errors.New("the server hands out no salt for the evidence")
		}
		if evidence, err := a.Evidence(); err != nil || "0x"+evidence.String() != typed.Message["evidence"] {
			return common.Hash{}, errors.New("the server hands out words with other evidence than was given: nothing was signed")
		}
	}
	digest, err := hashWords(typed)
	if err != nil {
		return common.Hash{}, err
	}
	p.Path, p.Body, p.Words = path, body, words["typedData"]
	for _, name := range []string{"salt", "issued", "expires", "deadline"} {
		if v, ok := words[name]; ok && string(v) != `""` {
			p.Body[name] = v
		}
	}
	return digest, nil
}

// hashWords hashes the words of a request, an endorsement or a refusal as the badge contract and the record do.
func hashWords(t wallet.TypedData) (common.Hash, error) {
	m := t.Message
	var err error
	number := func(name string, bits int) uint64 {
		v, parseErr := strconv.ParseUint(m[name], 10, bits)
		if parseErr != nil && err == nil {
			err = fmt.Errorf("the words have no number %s", name)
		}
		return v
	}
	word := func(name string) (w [32]byte) {
		if n, decodeErr := hex.Decode(w[:], []byte(strings.TrimPrefix(m[name], "0x"))); (n != 32 || decodeErr != nil) && err == nil {
			err = fmt.Errorf("the words have no digest %s", name)
		}
		return w
	}
	address := func(name string) common.Address { return common.HexToAddress(m[name]) }
	var hash [32]byte
	switch t.PrimaryType {
	case "Request":
		hash = wallet.Request{Holder: address("holder"), BadgeType: uint32(number("badgeType", 32)), Badge: m["badge"], Level: uint8(number("level", 8)), Burn: m["burn"],
			Evidence: word("evidence"), Issued: number("issued", 64), Expires: number("expires", 64), Deadline: number("deadline", 64)}.StructHash()
	case "Consent":
		hash = wallet.Consent{Holder: address("holder"), Issuer: address("issuer"), BadgeType: uint32(number("badgeType", 32)), Badge: m["badge"], Level: uint8(number("level", 8)), Burn: m["burn"],
			Issued: number("issued", 64), Expires: number("expires", 64), Deadline: number("deadline", 64)}.StructHash()
	case "Endorsement":
		hash = wallet.Endorsement{Endorser: address("endorser"), Holder: address("holder"), BadgeType: uint32(number("badgeType", 32)), Badge: m["badge"], Level: uint8(number("level", 8)),
			Evidence: word("evidence"), Issued: number("issued", 64), Deadline: number("deadline", 64)}.StructHash()
	case "Decline":
		hash = wallet.Decline{Endorser: address("endorser"), Holder: address("holder"), BadgeType: uint32(number("badgeType", 32)), Badge: m["badge"], Level: uint8(number("level", 8)),
			Evidence: word("evidence"), Issued: number("issued", 64), Reason: word("reason"), Expires: number("expires", 64)}.StructHash()
	default:
		return common.Hash{}, fmt.Errorf("the words are a %q, which this command does not sign", t.PrimaryType)
	}
	d := wallet.Domain{ChainID: t.Domain.ChainID, Contract: common.HexToAddress(t.Domain.VerifyingContract)}
	return d.Digest(hash), err
}

// badgeShow prints one request, or lists those that are open.
func badgeShow(ctx context.Context, c *call, output, url string, index []string) error {
	server, err := remote.New(url)
	if err != nil {
		return &usageError{err.Error()}
	}
	path := "api/v1/badges/requests"
	if len(index) > 0 {
		path += "/" + index[0]
	}
	raw, err := server.Get(ctx, path, 4<<20)
	if err != nil {
		return err
	}
	if output == "json" {
		_, err := fmt.Fprintf(c.stdout, "%s\n", raw)
		return err
	}
	if len(index) == 0 {
		var list []web.BadgeRequest
		if err := json.Unmarshal(raw, &list); err != nil {
			return err
		}
		for _, r := range list {
			fmt.Fprintf(c.stdout, "%d  %s, level %d, for %s: %s, %d of %d endorsements\n", r.Index, r.Name, r.Level, r.Holder.Address.Hex(), r.Status, r.Count, r.Needed)
		}
		return nil
	}
	var r web.BadgeRequestPage
	if err := json.Unmarshal(raw, &r); err != nil {
		return err
	}
	fmt.Fprintf(c.stdout, "%s, level %d of %d in %s, for %s\n%s", r.Name, r.Level, r.Levels, r.Domain, r.Holder.Address.Hex(), r.Status)
	if r.Reason != "" {
		fmt.Fprintf(c.stdout, " (%s)", r.Reason)
	}
	fmt.Fprintf(c.stdout, ", %d of %d endorsements; an endorser needs level %d there\n\n%s\n", r.Count, r.Needed, r.Least, r.Text)
	for _, link := range r.Links {
		fmt.Fprintf(c.stdout, "  %s\n", link)
	}
	for _, file := range r.Files {
		fmt.Fprintf(c.stdout, "  %s  %s\n", file.Digest, file.Name)
	}
	for _, e := range r.Endorsements {
		fmt.Fprintf(c.stdout, "endorsed by %s at level %d", e.Endorser.Address.Hex(), e.Level)
		if !e.Counts {
			fmt.Fprintf(c.stdout, ", which does not count (%s)", e.WhyNot)
		}
		fmt.Fprintln(c.stdout)
	}
	for _, d := range r.Declines {
		fmt.Fprintf(c.stdout, "not endorsed by %s: %s\n", d.Endorser.Address.Hex(), d.Reason)
	}
	return nil
}
