package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/anchor"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// founding is what an instance begins with.
type founding struct {
	name, origin string
	policy       []byte            // canonical
	heads        map[string][]byte // canonical, by name, without the policy
	texts        [][]byte          // that the heads refer to
	cosigners    map[string]*ecdsa.PublicKey
	threshold    int
	nodes        map[string]common.Address
	tufRoot      []byte // signed
	witnesses    []string
	owner        common.Address
	sender       common.Address
	finality     string           // as record.ParseFinality reads it
	founders     *record.Founders // nil for none
}

const policyHead = "policy/main"

// found writes genesis.json and deploys the contracts that it names.
func found(ctx context.Context, dir folder, f founding, deployer *chain.Account, at document.Time) (genesis []byte, blobs [][]byte, err error) {
	_, vkey, err := dir.logKey(f.origin, true)
	if err != nil {
		return nil, nil, err
	}
	plan, err := deployer.Plan(ctx)
	if err != nil {
		return nil, nil, missing("%w", err)
	}
	plan.Contracts.Finality = f.finality
	g := record.Genesis{
		Name: f.name, Origin: f.origin, LogKey: vkey, Chain: plan.Contracts,
		Cosigners: record.Cosigners{Threshold: f.threshold, Keys: map[string]string{}},
		TUFRoot:   document.Sum(f.tufRoot), Policy: policyHead,
		Heads: map[string]document.Digest{policyHead: document.Sum(f.policy)}, Nodes: f.nodes, Witnesses: append([]string{}, f.witnesses...), Founders: f.founders,
	}
	for id, key := range f.cosigners {
		if g.Cosigners.Keys[id], err = release.EncodeKey(key); err != nil {
			return nil, nil, err
		}
	}
	blobs = append(blobs, f.policy)
	for name, raw := range f.heads {
		g.Heads[name] = document.Sum(raw)
		blobs = append(blobs, raw)
	}
	blobs = append(blobs, f.texts...)
	body, err := document.Marshal(g)
	if err != nil {
		return nil, nil, err
	}
	genesis, err = record.Entry{Kind: record.KindGenesis, Time: at, Actor: record.ActorLog, Body: body}.Encode()
	if err != nil {
		return nil, nil, err
	}
	if err := deployer.Deploy(ctx, plan, f.owner, f.sender, document.Sum(genesis)); err != nil {
		return nil, nil, missing("%w", err)
	}
	if err := writeFile(dir.path("root.json"), f.tufRoot, 0o644); err != nil {
		return nil, nil, err
	}
	return genesis, blobs, writeFile(dir.genesis(), genesis, 0o644)
}

// instanceConfig says where an instance lives.
type instanceConfig struct {
	dir       folder
	database  string // address; empty for SQLite in the folder
	clients   []*ethclient.Client
	anchorKey *ecdsa.PrivateKey
	relayKey  *ecdsa.PrivateKey // pays for endorsed badges; nil if members send them
	mine      func() error      // makes a block; development chain only
	maxFee    uint64            // wei that an anchor may offer for a unit of gas; 0 is the sender's default
	poll      time.Duration     // between two looks at a real chain
	blobs     [][]byte          // of a genesis that is not in the database yet
	clock     func() document.Time
	finalize  func(context.Context) error // development chain only
	log       *slog.Logger
}

// instance is a running instance without its pages.
type instance struct {
	*engine
	store   *store.Store
	genesis []byte
	trust   release.Trust
	stop    func()
}

// openInstance opens the instance whose genesis.json is in the folder. It ends with stop.
func openInstance(ctx context.Context, cfg instanceConfig) (_ *instance, err error) {
	i := &instance{}
	if i.genesis, err = readFile(cfg.dir.genesis(), record.MaxEntry); err != nil {
		return nil, missing("%s has no genesis.json; found an instance with peritus init, or look at peritus demo", cfg.dir)
	}
	pin := document.Sum(i.genesis)
	if i.trust, err = release.NewTrust(i.genesis, pin); err != nil {
		return nil, err
	}
	g := i.trust.Record
	signer, vkey, err := cfg.dir.logKey(g.Origin, false)
	if err != nil {
		return nil, err
	}
	keys, err := cfg.dir.logKeys()
	if err != nil {
		return nil, err
	}
	if vkey != g.LogKey && len(keys) < 2 {
		return nil, missing("the log key in %s is not the one that genesis.json names", cfg.dir.key("log.key"))
	}
	if cfg.database == "" {
		cfg.database = cfg.dir.database()
	}
	if i.store, err = openStore(ctx, cfg.database, store.Options{Logger: cfg.log}); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	var service *governance.Service
	i.stop = func() {
		cancel()
		if service != nil {
			service.Wait()
		}
		_ = i.store.Close()
	}
	defer func() {
		if err != nil {
			i.stop()
		}
	}()
	if cfg.blobs == nil {
		if cfg.blobs, err = cfg.dir.genesisBlobs(); err != nil {
			return nil, err
		}
	}
	pool, err := i.openChain(ctx, cfg)
	if err != nil {
		return nil, err
	}
	service, err = governance.New(ctx, governance.Config{
		Store: i.store, Replay: replayConfig(), Signer: signer, Signers: keys, Wallets: pool, Clock: cfg.clock, Log: cfg.log, Genesis: i.genesis, Blobs: cfg.blobs,
	})
	if err != nil {
		return nil, err
	}
	i.engine = &engine{service: service, finalize: cfg.finalize, poll: cfg.poll, log: cfg.log}
	if cfg.relayKey != nil {
		account, err := chain.NewAccount(ctx, cfg.clients[0], cfg.relayKey)
		if err != nil {
			return nil, missing("%w", err)
		}
		i.relayer = &relayer{service: service, account: account, badge: i.trust.Record.Chain.Badge, mine: cfg.mine, log: cfg.log, tried: map[int64]document.Time{}}
	}
	if err := i.connect(pool, cfg); err != nil {
		return nil, err
	}
	if err := i.openTUF(ctx, cfg); err != nil {
		return nil, err
	}
	i.releases = publish.NewReleases(publish.ReleasesConfig{
		Record: service, Source: store.NewSource(i.store.Reader), Repository: i.tuf, Genesis: i.genesis,
		Cosignatures: cosignatures{i.store, cfg.clock}, References: kinds().References,
	})
	return i, nil
}

// genesisBlobs returns what genesis.json names, as peritus init wrote it.
func (f folder) genesisBlobs() ([][]byte, error) {
	entries, err := os.ReadDir(f.path("genesis"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	var out [][]byte
	for _, e := range entries {
		raw, err := readFile(f.path("genesis", e.Name()), maxDocument)
		if err != nil {
			return nil, err
		}
		out = append(out, raw)
	}
	return out, err
}

// openChain connects with the endpoints, and makes sure that they are on the instance's chain.
func (i *instance) openChain(ctx context.Context, cfg instanceConfig) (*chain.Pool, error) {
	if len(cfg.clients) == 0 {
		return nil, &usageError{"name at least one RPC endpoint of the chain with --rpc"}
	}
	pool, err := chain.OpenPool(ctx, chain.PoolConfig{Clients: cfg.clients, Contracts: i.trust.Record.Chain, Sender: cfg.anchorKey, Logger: cfg.log})
	if err != nil {
		return nil, missing("%w", err)
	}
	return pool, pool.CheckGenesis(ctx, document.Sum(i.genesis))
}

// connect sets up what reads and writes the chain.
func (i *instance) connect(pool *chain.Pool, cfg instanceConfig) error {
	var endpoints []follower.Chain
	for _, c := range pool.Endpoints() {
		endpoints = append(endpoints, c)
	}
	var err error
	if i.follower, err = follower.New(follower.Config{Journal: journal{i.service}, Chains: endpoints, Logger: cfg.log}); err != nil {
		return err
	}
	i.sender, err = anchor.New(anchor.Config{
		Chain: pool, Outbox: i.store.Outbox(), Now: cfg.clock, Recorded: i.anchored, MaxFee: cfg.maxFee, Logger: cfg.log,
	})
	return err
}

// openTUF opens the repository, and makes it from root.json the first time.
func (i *instance) openTUF(ctx context.Context, cfg instanceConfig) error {
	key, err := cfg.dir.p256("tuf.key")
	if err != nil {
		return err
	}
	i.tuf, err = publish.New(publish.Config{
		Files: tufFiles{i.store}, Key: key,
		Now: func() time.Time { return time.Unix(int64(cfg.clock()), 0).UTC() },
	})
	if err != nil {
		return err
	}
	root, err := os.ReadFile(cfg.dir.path("root.json"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err == nil && document.Sum(root) != i.trust.Record.TUFRoot {
		return missing("root.json in %s is not the one that genesis.json pins", cfg.dir)
	}
	if err := i.tuf.Init(ctx, root); err != nil {
		return missing("%w", err)
	}
	return nil
}
