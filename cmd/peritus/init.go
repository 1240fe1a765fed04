package main

import (
	"context"
	"crypto/ecdsa"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

func initCommand() *command {
	return &command{
		name: "init", args: "--data DIR --rpc URL --name NAME --origin ORIGIN --council ADDRESS … --cosigner ID=KEY … [flags]", run: runInit,
		summary: "Found an instance: make its keys, deploy its contracts, write genesis.json",
		help: `The deployer's key is the 64 hex digits in $PERITUS_DEPLOYER_KEY; it pays for the deployment and has no say afterwards.
The owner of the contracts is a timelock in front of which the members of a council have to agree; or, with --owner, one that
exists already. A co-signer's KEY is what peritus cosign --public-key prints. Documents
that the instance begins with are given as HEAD=FILE, and texts that they refer to with --text. The key of the account that
anchors is made in DIR/keys/anchor.key, encrypted if $PERITUS_ANCHOR_PASSPHRASE or $PERITUS_ANCHOR_PASSPHRASE_FILE is set. Publish the digest that is
printed where the operator cannot change it: everybody pins it.`,
	}
}

// repeated is a flag that may be given several times.
type repeated []string

func (r *repeated) String() string     { return strings.Join(*r, " ") }
func (r *repeated) Set(v string) error { *r = append(*r, v); return nil }

var _ flag.Value = (*repeated)(nil)

func runInit(ctx context.Context, c *call) error {
	var cosigners, nodes, heads, texts, members, seats, issuers, witnesses repeated
	data := c.flags.String("data", "", "`DIR` to be made")
	rpc := c.flags.String("rpc", "", "`URL` of an RPC endpoint of the chain")
	name := c.flags.String("name", "", "`NAME` of the instance, for people")
	origin := c.flags.String("origin", "", "`ORIGIN` of the log: a host and path without a scheme, example.org/log")
	owner := c.flags.String("owner", "", "`ADDRESS` that owns both contracts, a timelock, instead of a new council's")
	agree := c.flags.Int("council-threshold", 0, "`N` members of the council who have to agree, at least 2 (default: more than half)")
	delay := c.flags.Duration("delay", 48*time.Hour, "`TIME` from the council's agreement to its effect")
	c.flags.Var(&seats, "council", "`ADDRESS` of a council member; several times")
	threshold := c.flags.Int("threshold", 0, "`N` co-signers a release needs (default: more than half)")
	finality := c.flags.String("finality", "", "`WORD` for the blocks that are final: finalized (default), safe, or with a depth finalized-32, latest-64")
	policyFile := c.flags.String("policy", "", "`FILE` of the first policy (default: the standard one)")
	rootFile := c.flags.String("tuf-root", "", "`FILE` of the signed first TUF root (default: one whose key stays in DIR/keys)")
	c.flags.Var(&cosigners, "cosigner", "`ID=KEY` of a co-signer; several times")
	c.flags.Var(&witnesses, "witness", "verifier `KEY` of a witness of checkpoints, as peritus witness --public-key prints it; several times")
	c.flags.Var(&nodes, "node", "`NAME=ADDRESS` of a first node; several times")
	c.flags.Var(&heads, "head", "`HEAD=FILE` of a first document; several times")
	c.flags.Var(&texts, "text", "`FILE` of a text that a document refers to; several times")
	c.flags.Var(&members, "founder", "`ADDRESS` of a founding member, who needs no badge at first; several times")
	c.flags.Var(&issuers, "founding-issuer", "`ADDRESS` whose badges count without a decision at first; several times")
	days := c.flags.Int("founding-days", 90, "`N` days after which the powers of founders and founding issuers end")
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	if *data == "" || *rpc == "" || *name == "" || *origin == "" || len(cosigners) == 0 || common.IsHexAddress(*owner) == (len(seats) > 0) {
		return &usageError{"usage: peritus init " + c.command.args}
	}
	if _, err := record.ParseFinality(*finality); err != nil {
		return &usageError{"--finality: " + err.Error()}
	}
	dir := folder(*data)
	var council []common.Address
	for _, m := range seats {
		if !common.IsHexAddress(m) {
			return &usageError{fmt.Sprintf("council member %q is not an address", m)}
		}
		council = append(council, common.HexToAddress(m))
	}
	if *agree == 0 {
		*agree = len(council)/2 + 1
	}
	if len(council) > 0 && (*agree < 2 || *agree > len(council)) {
		return &usageError{fmt.Sprintf("%d of %d council members can not be asked to agree: at least 2 have to, so that no key acts alone", *agree, len(council))}
	}
	if exists(dir.genesis()) {
		return &usageError{fmt.Sprintf("%s has a genesis.json already; an instance is founded once", dir)}
	}
	if err := dir.make(); err != nil {
		return err
	}
	key, err := crypto.HexToECDSA(strings.TrimPrefix(c.getenv("PERITUS_DEPLOYER_KEY"), "0x"))
	if err != nil {
		return missing("$PERITUS_DEPLOYER_KEY holds no account key of 64 hex digits")
	}
	f := founding{
		name: *name, origin: *origin, owner: common.HexToAddress(*owner), heads: map[string][]byte{},
		finality: *finality, cosigners: map[string]*ecdsa.PublicKey{}, nodes: map[string]common.Address{}, threshold: *threshold,
	}
	for _, key := range witnesses {
		if _, err := record.NewWitness(key); err != nil {
			return &usageError{"--witness: " + err.Error()}
		}
		f.witnesses = append(f.witnesses, key)
	}
	if f.threshold == 0 {
		f.threshold = len(cosigners)/2 + 1
	}
	if err := f.read(*policyFile, cosigners, nodes, heads, texts); err != nil {
		return err
	}
	now := document.Time(time.Now().Unix())
	if f.founders, err = founders(members, issuers, now.Add(int64(*days)*24*3600)); err != nil {
		return err
	}
	if f.tufRoot, err = firstRoot(dir, *rootFile); err != nil {
		return err
	}
	anchorKey, err := dir.anchorKey(c.getenv, true)
	if err != nil {
		return err
	}
	f.sender = crypto.PubkeyToAddress(anchorKey.PublicKey)
	client, err := dial(ctx, *rpc)
	if err != nil {
		return err
	}
	defer client.Close()
	deployer, err := chain.NewAccount(ctx, client, key)
	if err != nil {
		return missing("%w", err)
	}
	if len(council) > 0 {
		c, err := deployer.DeployCouncil(ctx, council, *agree, uint64(delay.Seconds()))
		if err != nil {
			return err
		}
		f.owner = c.Timelock
	}
	genesis, blobs, err := found(ctx, dir, f, deployer, now)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir.path("genesis"), 0o755); err != nil {
		return err
	}
	for _, b := range blobs {
		if err := writeFile(dir.path("genesis", document.Sum(b).String()), b, 0o644); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(c.stdout, "genesis %s\nThe account %s anchors: give it coin. Then: peritus serve --data %s --rpc URL\n", document.Sum(genesis), f.sender, *data)
	return err
}

// founders reads who needs no badge and no decision at first, nil if nobody.
func founders(members, issuers []string, until document.Time) (*record.Founders, error) {
	if len(members)+len(issuers) == 0 {
		return nil, nil
	}
	out := record.Founders{Members: []common.Address{}, Issuers: []common.Address{}, Until: until}
	for list, texts := range map[*[]common.Address][]string{&out.Members: members, &out.Issuers: issuers} {
		for _, text := range texts {
			if !common.IsHexAddress(text) {
				return nil, &usageError{fmt.Sprintf("%q is not an address", text)}
			}
			*list = append(*list, common.HexToAddress(text))
		}
	}
	return &out, nil
}

// read reads what the flags of init name.
func (f *founding) read(policyFile string, cosigners, nodes, heads, texts []string) error {
	raw := defaultPolicy
	var err error
	if policyFile != "" {
		if raw, err = readFile(policyFile, maxDocument); err != nil {
			return err
		}
	}
	if _, f.policy, _, err = kinds().Check(raw); err != nil {
		return err
	}
	pair := func(text string) (string, string, error) {
		a, b, ok := strings.Cut(text, "=")
		if !ok || a == "" || b == "" {
			return "", "", &usageError{fmt.Sprintf("%q is not of the form NAME=VALUE", text)}
		}
		return a, b, nil
	}
	for _, text := range cosigners {
		id, key, err := pair(text)
		if err != nil {
			return err
		}
		if f.cosigners[id], err = release.ParseKey(key); err != nil {
			return &usageError{fmt.Sprintf("co-signer %s: %v", id, err)}
		}
	}
	for _, text := range nodes {
		name, address, err := pair(text)
		if err != nil {
			return err
		}
		if !common.IsHexAddress(address) {
			return &usageError{fmt.Sprintf("node %s: %q is not an address", name, address)}
		}
		f.nodes[name] = common.HexToAddress(address)
	}
	for _, text := range heads {
		name, path, err := pair(text)
		if err != nil {
			return err
		}
		raw, err := readFile(path, maxDocument)
		if err != nil {
			return err
		}
		if _, f.heads[name], _, err = kinds().Check(raw); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	for _, path := range texts {
		raw, err := readFile(path, maxDocument)
		if err != nil {
			return err
		}
		f.texts = append(f.texts, raw)
	}
	return nil
}

// firstRoot reads the signed TUF root, or makes one whose only root key is in the folder.
func firstRoot(dir folder, path string) ([]byte, error) {
	if path != "" {
		return readFile(path, 1<<20)
	}
	online, err := dir.p256("tuf.key")
	if err != nil {
		return nil, err
	}
	offline, err := dir.p256("tuf-root.key")
	if err != nil {
		return nil, err
	}
	root, err := publish.NewRoot(publish.RootPlan{
		Expires: time.Now().AddDate(1, 0, 0), Keys: []*ecdsa.PublicKey{&offline.PublicKey}, Threshold: 1, Online: &online.PublicKey,
	})
	if err != nil {
		return nil, err
	}
	return publish.SignRoot(root, offline)
}
