package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/cmd/peritus/demo"
	"github.com/peritus-dao/peritus/contracts/anchorview"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/agent"
	"github.com/peritus-dao/peritus/modelspec/cosign"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

const (
	demoAddress = "127.0.0.1:8080"
	demoOrigin  = "demo.peritus.example/log"
	demoDays    = 30 // of history before the present
	daySeconds  = 24 * 3600
)

func demoCommand() *command {
	return &command{
		name: "demo", args: "[--data DIR] [--listen ADDRESS] [--once [--output json]]", run: runDemo,
		summary: "Run the whole system on this machine, with a small DAO to look at",
		help: `One process holds everything: a database file, a development chain with its contracts, a DAO of invented experts with
badges, documents and proposals, three co-signers, a node that follows, and the pages with a wallet to borrow. All of it
lives in the data folder and goes on there the next time. --once walks the way from a badge to a configured node without a
browser and prints what came of it as JSON.`,
	}
}

func runDemo(ctx context.Context, c *call) error {
	data := c.flags.String("data", "peritus-demo", "`DIR` that everything is kept in")
	listen := c.flags.String("listen", "", "`ADDRESS` of the pages (default "+demoAddress+", or the next free port)")
	once := c.flags.Bool("once", false, "walk the main job, print JSON and end")
	c.output()
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	say := func(format string, args ...any) { fmt.Fprintf(c.stderr, format+"\n", args...) }
	if *once && *listen == "" {
		*listen = "127.0.0.1:0"
	}
	listener, err := listenDemo(*listen)
	if err != nil {
		return err
	}
	defer listener.Close()
	d, err := openDemo(ctx, folder(*data), listener, say, c.stderr)
	if err != nil {
		return err
	}
	defer d.close()
	if *once {
		return d.once(ctx, c.stdout)
	}
	say("\nPeritus is running: open %s\nEverything is in %s. Stop with Ctrl-C; the next start goes on from there.\n", d.url, *data)
	return d.run(ctx)
}

// listenDemo listens where it was asked to, and by default on the first free port from 8080 on.
func listenDemo(address string) (net.Listener, error) {
	if address != "" {
		l, err := net.Listen("tcp", address)
		if err != nil {
			return nil, missing("%s cannot be listened on: %w; name another with --listen", address, err)
		}
		return l, nil
	}
	host, _, _ := net.SplitHostPort(demoAddress)
	for port := 8080; port < 8180; port++ {
		if l, err := net.Listen("tcp", net.JoinHostPort(host, fmt.Sprint(port))); err == nil {
			return l, nil
		}
	}
	return nil, missing("no port from 8080 to 8179 is free on %s; name an address with --listen", host)
}

// demoDAO is a running demo.
type demoDAO struct {
	*instance
	dir       folder
	chain     *devnet.Chain
	content   demo.Content
	members   map[string]*ecdsa.PrivateKey // by id of the expert
	issuer    *ecdsa.PrivateKey
	cosigners []*cosigner
	node      *agent.Agent
	url       string
	say       func(string, ...any)
	stderr    io.Writer
	server    *server
	mint      common.Hash // transaction of the first badges
	closers   []func()
	turn      sync.Mutex // held by whoever moves the demo on: the loop, or a visitor who moves the clock
}

func (d *demoDAO) close() {
	for i := len(d.closers) - 1; i >= 0; i-- {
		d.closers[i]()
	}
	d.closers = nil
}

// now is the time of the demo: that of its chain.
func (d *demoDAO) now() document.Time { return document.Time(d.chain.Clock().Unix()) }

// openDemo starts every part, and founds and seeds the DAO the first time.
func openDemo(ctx context.Context, dir folder, listener net.Listener, say func(string, ...any), stderr io.Writer) (_ *demoDAO, err error) {
	d := &demoDAO{dir: dir, members: map[string]*ecdsa.PrivateKey{}, say: say, stderr: stderr, url: "http://" + listener.Addr().String()}
	defer func() {
		if err != nil {
			d.close()
		}
	}()
	if err := dir.make(); err != nil {
		return nil, err
	}
	if d.content, err = demo.Load(); err != nil {
		return nil, err
	}
	seeded := exists(dir.path("seeded"))
	if !seeded && exists(dir.genesis()) {
		return nil, missing("the demo in %s was never finished; delete the folder and start again", dir)
	}
	if d.chain, err = devnet.Start(ctx, devnet.Config{Dir: dir.chain()}); err != nil {
		return nil, missing("%w", err)
	}
	d.closers = append(d.closers, func() { _ = d.chain.Close() })
	if !seeded {
		if err := d.chain.SetTime(time.Now().Add(-demoDays * daySeconds * time.Second)); err != nil {
			return nil, err
		}
	}
	if err := d.keys(); err != nil {
		return nil, err
	}
	var blobs [][]byte
	if !seeded {
		say("founding a DAO of %d experts on a development chain …", len(d.content.Experts))
		if blobs, err = d.found(ctx); err != nil {
			return nil, err
		}
	}
	anchorKey, err := dir.account("anchor.key")
	if err != nil {
		return nil, err
	}
	relayKey, err := dir.account("relay.key")
	if err != nil {
		return nil, err
	}
	d.instance, err = openInstance(ctx, instanceConfig{
		dir: dir, clients: []*ethclient.Client{d.chain.Client()}, anchorKey: anchorKey, relayKey: relayKey, mine: func() error { return d.chain.Mine(1) }, blobs: blobs, clock: d.now, finalize: d.chain.Finalize,
		log: slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return nil, err
	}
	d.closers = append(d.closers, d.instance.stop)
	if err := d.serve(listener); err != nil {
		return nil, err
	}
	if err := d.startCosigners(ctx); err != nil {
		return nil, err
	}
	if err := d.startNode(ctx); err != nil {
		return nil, err
	}
	if !seeded {
		if err := d.seed(ctx); err != nil {
			return nil, fmt.Errorf("seeding the demo: %w", err)
		}
		if err := writeFile(dir.path("seeded"), []byte(d.mint.Hex()+"\n"), 0o644); err != nil {
			return nil, err
		}
	}
	raw, err := os.ReadFile(dir.path("seeded"))
	d.mint = common.HexToHash(strings.TrimSpace(string(raw)))
	return d, err
}

// keys reads or makes the keys of the invented people.
func (d *demoDAO) keys() error {
	if err := os.MkdirAll(d.dir.path("keys", "members"), 0o700); err != nil {
		return err
	}
	for _, e := range d.content.Experts {
		key, err := d.dir.account("members/" + e.ID + ".key")
		if err != nil {
			return err
		}
		d.members[e.ID] = key
	}
	var err error
	d.issuer, err = d.dir.account("issuer.key")
	return err
}

func (d *demoDAO) address(expert string) common.Address {
	return crypto.PubkeyToAddress(d.members[expert].PublicKey)
}

// names says who is behind an address.
func (d *demoDAO) names() map[common.Address]string {
	out := map[common.Address]string{crypto.PubkeyToAddress(d.issuer.PublicKey): "Council of the demo"}
	for _, e := range d.content.Experts {
		out[d.address(e.ID)] = e.Name
	}
	return out
}

var cosignerNames = []string{"university", "foundation", "newspaper"}

// found deploys the contracts, mints the experts' badges and writes genesis.json.
func (d *demoDAO) found(ctx context.Context) ([][]byte, error) {
	f := founding{
		name: "Peritus demo", origin: demoOrigin, heads: map[string][]byte{}, threshold: 2,
		cosigners: map[string]*ecdsa.PublicKey{}, nodes: map[string]common.Address{},
	}
	var err error
	if f.policy, err = demoPolicy(); err != nil {
		return nil, err
	}
	for _, h := range d.content.Heads {
		f.heads[h.Name] = h.Document
	}
	if f.heads["council/main"], err = d.council(); err != nil {
		return nil, err
	}
	for _, text := range d.content.Texts {
		f.texts = append(f.texts, text)
	}
	online, err := d.dir.p256("tuf.key")
	if err != nil {
		return nil, err
	}
	plan := publish.RootPlan{Expires: d.chain.Clock().AddDate(5, 0, 0), Threshold: f.threshold, Online: &online.PublicKey}
	var cosigners []*ecdsa.PrivateKey
	for _, name := range cosignerNames {
		key, err := d.dir.p256("cosigner-" + name + ".key")
		if err != nil {
			return nil, err
		}
		cosigners = append(cosigners, key)
		f.cosigners[name] = &key.PublicKey
		plan.Keys = append(plan.Keys, &key.PublicKey)
	}
	if f.tufRoot, err = publish.NewRoot(plan); err != nil {
		return nil, err
	}
	for _, key := range cosigners[:f.threshold] {
		if f.tufRoot, err = publish.SignRoot(f.tufRoot, key); err != nil {
			return nil, err
		}
	}
	nodeKey, err := d.dir.account("node.key")
	if err != nil {
		return nil, err
	}
	f.nodes["demo-node"] = crypto.PubkeyToAddress(nodeKey.PublicKey)
	anchorKey, err := d.dir.account("anchor.key")
	if err != nil {
		return nil, err
	}
	deployer, err := chain.NewAccount(ctx, d.chain.Client(), devnet.Key())
	if err != nil {
		return nil, err
	}
	f.owner, f.sender = deployer.Address(), crypto.PubkeyToAddress(anchorKey.PublicKey)
	relayKey, err := d.dir.account("relay.key")
	if err != nil {
		return nil, err
	}
	for _, to := range []common.Address{f.sender, crypto.PubkeyToAddress(d.issuer.PublicKey), crypto.PubkeyToAddress(relayKey.PublicKey)} {
		if _, err := deployer.Pay(ctx, to, new(big.Int).Mul(big.NewInt(100), big.NewInt(1e18))); err != nil {
			return nil, err
		}
	}
	genesis, blobs, err := found(ctx, d.dir, f, deployer, d.now())
	if err != nil {
		return nil, err
	}
	g, err := readGenesis(genesis)
	if err != nil {
		return nil, err
	}
	if err := d.issue(ctx, deployer, wallet.Domain{ChainID: g.Chain.ID, Contract: g.Chain.Badge}, common.Hash(document.Sum(genesis))); err != nil {
		return nil, err
	}
	return blobs, d.handOver(ctx, deployer, g.Chain)
}

// demoCouncil are the experts who sit in the demo's council.
var demoCouncil = []string{"amara-okafor", "hanna-kowalska", "ingrid-haugen"}

// councilDelay is in seconds: a minute of the chain's time is enough for a demo.
const councilDelay = 60

// handOver gives the contracts to a timelock, to which two of the three members of the council have to propose.
func (d *demoDAO) handOver(ctx context.Context, deployer *chain.Account, contracts record.Chain) error {
	var members []common.Address
	for _, e := range demoCouncil {
		members = append(members, d.address(e))
	}
	council, err := deployer.DeployCouncil(ctx, members, 2, councilDelay)
	if err != nil {
		return err
	}
	owned := []common.Address{contracts.Badge, contracts.Anchor}
	if err := deployer.HandOver(ctx, council, owned...); err != nil {
		return err
	}
	if err := writeFile(d.dir.path("council"), []byte(council.Address.Hex()), 0o644); err != nil {
		return err
	}
	for _, contract := range owned {
		if err := d.decide(ctx, "Take the contract over", contract, chain.AcceptOwnership()); err != nil {
			return err
		}
	}
	return nil
}

// decide has two members of the council propose a call to the timelock, waits, and has it made.
func (d *demoDAO) decide(ctx context.Context, words string, target common.Address, call []byte) error {
	anybody, err := chain.NewAccount(ctx, d.chain.Client(), devnet.Key())
	if err != nil {
		return err
	}
	address, err := readFile(d.dir.path("council"), 64)
	if err != nil {
		return err
	}
	council, err := anybody.Council(ctx, common.HexToAddress(string(address)))
	if err != nil {
		return err
	}
	m, err := anybody.Motion(ctx, council, words, target, call, uint64(d.now())+daySeconds)
	if err != nil {
		return err
	}
	var votes []chain.Vote
	for _, e := range demoCouncil[:2] {
		v, err := chain.SignMotion(anybody.Domain(council.Address), m, d.members[e])
		if err != nil {
			return err
		}
		votes = append(votes, v)
	}
	if _, err := anybody.Move(ctx, council, m, votes); err != nil {
		return err
	}
	if err := d.chain.AdjustTime(2 * councilDelay * time.Second); err != nil { // blocks run ahead of the clock
		return err
	}
	if err := d.chain.Mine(1); err != nil { // gas is estimated at the head's time
		return err
	}
	_, err = anybody.Execute(ctx, council, m)
	return err
}

// council is the document that names the demo's council and its guardians, each of whom needs one more to agree.
func (d *demoDAO) council() ([]byte, error) {
	body := func(experts ...string) charter.Body {
		b := charter.Body{Threshold: 2, Members: map[string]common.Address{}}
		for _, e := range experts {
			b.Members[e] = d.address(e)
		}
		return b
	}
	return document.Marshal(charter.Council{
		Schema: charter.CouncilSchema, Version: "1.0.0", Until: d.now().Add(2 * 365 * daySeconds),
		Council:   body(demoCouncil...),
		Guardians: body("carmen-vidal", "lucie-moreau", "samuel-adeyemi"),
	})
}

// demoPolicy is the standard policy with a rule for the one filter that is a matter of medicine, and with fewer sponsors,
// so that a visitor alone can bring a spec to a vote.
func demoPolicy() ([]byte, error) {
	p, err := policy.Parse(defaultPolicy)
	if err != nil {
		return nil, err
	}
	p.Kinds[modelspec.Schema].Paths["/safety/filters/medical-dosage/**"] = map[string]uint64{"medicine": 3, "safety": 2}
	p.Kinds[modelspec.Schema].Paths["/behaviour/clauses/medicine/**"] = map[string]uint64{"medicine": 2, "safety": 1}
	for schema, sponsors := range map[string]int{modelspec.Schema: 0, datasets.DatasetSchema: 1, datasets.MixtureSchema: 1} {
		k := p.Kinds[schema]
		k.Rules.Sponsors = sponsors
		p.Kinds[schema] = k
	}
	return document.Marshal(p)
}

// issue makes the badge types and mints every expert's badges, to which each of them consents. What is founded is decided by
// the genesis.
func (d *demoDAO) issue(ctx context.Context, owner *chain.Account, domain wallet.Domain, decision common.Hash) error {
	issuer, err := chain.NewAccount(ctx, d.chain.Client(), d.issuer)
	if err != nil {
		return err
	}
	types := map[string]badge.Type{}
	for n, dom := range d.content.Domains {
		t := badge.Type{ID: uint32(n + 1), Domain: dom.Domain, Name: dom.Name, Levels: dom.Levels, Validity: 5 * 365 * daySeconds, Endorsements: 2, EndorserLevel: 2, Burn: badge.ByEither}
		types[dom.Domain] = t
		if _, err := owner.Send(ctx, domain.Contract, chain.CreateType(t, decision)); err != nil {
			return err
		}
		if _, err := owner.Send(ctx, domain.Contract, chain.SetIssuer(t.ID, issuer.Address(), true, decision)); err != nil {
			return err
		}
	}
	now := uint64(d.now())
	var grants []chain.Grant
	for _, e := range d.content.Experts {
		for _, b := range e.Badges {
			t, ok := types[b.Domain]
			if !ok {
				return fmt.Errorf("expert %s has a badge of the unknown domain %s", e.ID, b.Domain)
			}
			issued := now - min(b.AgeDays*daySeconds, t.Validity/2)
			g, err := chain.SignGrant(domain, wallet.Consent{
				Holder: d.address(e.ID), Issuer: issuer.Address(), BadgeType: t.ID, Badge: t.Name, Level: b.Level, Burn: t.Burn.String(),
				Issued: issued, Expires: issued + t.Validity, Deadline: now + daySeconds,
			}, d.members[e.ID])
			if err != nil {
				return err
			}
			grants = append(grants, g)
		}
	}
	receipt, err := issuer.Mint(ctx, domain.Contract, grants...)
	if err != nil {
		return err
	}
	d.mint = receipt.TxHash
	return nil
}

// startCosigners starts the three verifiers. Each replays the record over HTTP, as one elsewhere would.
func (d *demoDAO) startCosigners(ctx context.Context) error {
	for _, name := range cosignerNames {
		key, err := d.dir.p256("cosigner-" + name + ".key")
		if err != nil {
			return err
		}
		dir := d.dir.path("cosigners", name)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		c, err := newCosigner(ctx, cosignerConfig{id: name, key: key, memory: dir + "/signed.jsonl", server: d.url, rpc: d.chain.URL(), genesis: d.genesis})
		if err != nil {
			return fmt.Errorf("co-signer %s: %w", name, err)
		}
		d.cosigners = append(d.cosigners, c)
		d.closers = append(d.closers, c.close)
	}
	return nil
}

// startNode writes the model's files and starts the agent that follows the channel.
func (d *demoDAO) startNode(ctx context.Context) error {
	if err := os.MkdirAll(d.dir.weights(), 0o755); err != nil {
		return err
	}
	for _, f := range d.content.Model {
		if path := d.dir.path("weights", f.Name); !exists(path) {
			if err := writeFile(path, f.Data, 0o644); err != nil {
				return err
			}
		}
	}
	key, err := d.dir.account("node.key")
	if err != nil {
		return err
	}
	anchors, err := anchorview.Dial(ctx, d.chain.URL())
	if err != nil {
		return err
	}
	d.closers = append(d.closers, anchors.Close)
	d.node, err = agent.New(agent.Config{
		Server: d.url, Genesis: document.Sum(d.genesis), Channel: "chat/stable", Data: d.dir.node(), Weights: d.dir.weights(), RPC: d.chain.URL(), RequireChain: true,
	}, agent.Options{
		Subject: agent.Models{}, Anchors: anchors, Key: key, Now: d.chain.Clock,
	})
	if err != nil {
		return err
	}
	d.closers = append(d.closers, func() { _ = d.node.Close() })
	return nil
}

// round lets every part do what it can, once. It returns whether anything changed.
func (d *demoDAO) round(ctx context.Context) (bool, error) {
	changed, err := d.step(ctx)
	if err != nil {
		return false, err
	}
	for _, c := range d.cosigners {
		signed, err := c.step(ctx)
		if err != nil && !errors.Is(err, cosign.ErrNotAsked) { // a decision may have named others
			return false, fmt.Errorf("co-signing: %w", err)
		}
		changed = changed || len(signed) > 0
	}
	if !d.released() {
		return changed, nil
	}
	outcome, err := d.node.Pull(ctx)
	var refused *release.Refusal
	halted := errors.As(err, &refused) && refused.Step == agent.StepHalt // which is what the node is there for
	if err != nil && !halted && !errors.Is(err, release.ErrUnknown) {
		return false, fmt.Errorf("the node: %w", err)
	}
	return changed || outcome.Changed, nil
}

// released reports whether the node's channel has a release, without which there is nothing to pull.
func (d *demoDAO) released() bool {
	_, err := d.tuf.Target(context.Background(), release.LatestName("chat/stable"))
	return err == nil
}

// settle goes round until nothing changes any more.
func (d *demoDAO) settle(ctx context.Context) error {
	for {
		changed, err := d.round(ctx)
		if err != nil || !changed {
			return err
		}
	}
}

// advance moves the clock on and lets everything that falls due happen.
func (d *demoDAO) advance(ctx context.Context, seconds int64) error {
	if err := d.chain.AdjustTime(time.Duration(seconds) * time.Second); err != nil {
		return err
	}
	return d.settle(ctx)
}

// run moves everything on until ctx ends.
func (d *demoDAO) run(ctx context.Context) error {
	for failed := ""; ; {
		d.turn.Lock()
		_, err := d.round(ctx)
		d.turn.Unlock()
		if err != nil && ctx.Err() == nil && err.Error() != failed {
			failed = err.Error()
			d.log.ErrorContext(ctx, "the demo cannot move on", slog.Any("error", err))
		} else if err == nil {
			failed = ""
		}
		select {
		case <-ctx.Done():
			return nil
		case err := <-d.server.failed:
			return err
		case <-time.After(500 * time.Millisecond):
		}
	}
}
