package devnet

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"
)

const (
	// ChainID is the chain's number unless a configuration names another.
	ChainID = 1337

	// Epoch is how many blocks become final together.
	Epoch = 32

	gasLimit = 60_000_000
)

// Config says where a chain lives. The zero value is a chain in memory on a free port of the loopback address.
type Config struct {
	// Dir is the folder of the chain's data, made if it is missing. Empty means in memory. One process at a time uses
	// a folder.
	Dir string
	// Addr is the host and port of the HTTP endpoint. Empty means 127.0.0.1 and a free port; so does port 0.
	Addr string
	// ChainID is the chain's number; zero means [ChainID]. It must not change while a folder is used.
	ChainID uint64
	// Lag is how many blocks lie between the head and the block that becomes final at the end of an epoch: none unless it
	// is said, two epochs on the public network.
	Lag uint64
	// Log receives what go-ethereum logs, which is much. Nil discards it. go-ethereum has one logger for the process:
	// the chain started last decides.
	Log slog.Handler
}

// Chain is a running development chain. Its methods may be called from any goroutine.
type Chain struct {
	stack   *node.Node
	backend *eth.Ethereum
	client  *ethclient.Client

	lag     uint64
	stop    chan struct{}
	stopped chan struct{}
	closing sync.Once

	mu     sync.Mutex    // held while a block is made, and guards offset
	offset time.Duration // chain's clock minus the machine's
}

// Start starts a chain, or goes on with the one in the folder.
//
// Every block is synced to disk with its state as soon as it is made, so a chain goes on from its
// newest block even after the process was killed.
func Start(ctx context.Context, cfg Config) (*Chain, error) {
	if cfg.Log == nil {
		cfg.Log = slog.DiscardHandler
	}
	log.SetDefault(log.NewLogger(cfg.Log))

	stackConfig, err := nodeConfig(cfg)
	if err != nil {
		return nil, err
	}
	if cfg.Dir != "" {
		if err := os.MkdirAll(cfg.Dir, 0o700); err != nil {
			return nil, fmt.Errorf("devnet: making the chain's folder: %w", err)
		}
	}
	stack, err := node.New(stackConfig)
	if errors.Is(err, node.ErrDatadirUsed) {
		return nil, fmt.Errorf("devnet: another process uses the chain in %s: stop it, or choose another folder", cfg.Dir)
	}
	if err != nil {
		return nil, fmt.Errorf("devnet: opening the chain in %s: %w", cfg.Dir, err)
	}
	c := &Chain{stack: stack, lag: cfg.Lag, stop: make(chan struct{}), stopped: make(chan struct{})}
	if err := c.start(cfg); err != nil {
		return nil, errors.Join(fmt.Errorf("devnet: starting the chain: %w", err), stack.Close())
	}
	if err := ctx.Err(); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

func nodeConfig(cfg Config) (*node.Config, error) {
	if cfg.Addr == "" {
		cfg.Addr = "127.0.0.1:0"
	}
	host, text, err := net.SplitHostPort(cfg.Addr)
	if err != nil {
		return nil, fmt.Errorf("devnet: the address %q is not host:port: %w", cfg.Addr, err)
	}
	port, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		return nil, fmt.Errorf("devnet: the port of %q is not a number from 0 to 65535", cfg.Addr)
	}
	return &node.Config{
		Name:              "devnet",
		DataDir:           cfg.Dir,
		UseLightweightKDF: true,
		P2P:               p2p.Config{NoDiscovery: true, NoDial: true},
		HTTPHost:          host,
		HTTPPort:          int(port),
		HTTPModules:       []string{"eth", "net", "web3"},
		HTTPVirtualHosts:  []string{"localhost"},
		HTTPTimeouts:      rpc.DefaultHTTPTimeouts,
		DBEngine:          "pebble",
	}, nil
}

func ethConfig(chainID uint64) *ethconfig.Config {
	if chainID == 0 {
		chainID = ChainID
	}
	rich := crypto.PubkeyToAddress(Key().PublicKey)
	genesis := core.DeveloperGenesisBlock(gasLimit, &rich)
	genesis.Config.ChainID = new(big.Int).SetUint64(chainID)
	// The rules and gas prices of the public network today, and not those of the fork after it, with which go-ethereum's
	// developer mode begins.
	genesis.Config.BogotaTime = nil

	cfg := ethconfig.Defaults
	cfg.Genesis = genesis
	cfg.NetworkId = chainID
	cfg.SyncMode = ethconfig.FullSync
	// State goes to disk with each block (an archive in the old scheme), so that a killed process loses none. The
	// newer scheme keeps the last 128 states in memory and would fall back to an older block.
	cfg.StateScheme = "hash"
	cfg.NoPruning = true
	cfg.SnapshotCache = 0
	cfg.DatabaseCache = 16
	cfg.TrieCleanCache = 16
	cfg.TrieDirtyCache = 0
	cfg.LogNoHistory = true
	cfg.TransactionHistory = 0 // all
	cfg.TxPool.NoLocals = true
	cfg.TxPool.Journal = ""
	cfg.RPCTxFeeCap = 0
	cfg.Miner.GasCeil = gasLimit
	return &cfg
}

func (c *Chain) start(cfg Config) error {
	backend, err := eth.New(c.stack, ethConfig(cfg.ChainID))
	if err != nil {
		return err
	}
	c.backend = backend
	c.stack.RegisterAPIs([]rpc.API{{
		Namespace: "eth",
		Service:   filters.NewFilterAPI(filters.NewFilterSystem(backend.APIBackend, filters.Config{LogQueryLimit: 1000})),
	}})
	if err := c.stack.Start(); err != nil {
		return err
	}
	c.client = ethclient.NewClient(c.stack.Attach())
	backend.SetSynced()

	head := backend.BlockChain().CurrentBlock()
	backend.BlockChain().SetSafe(head)
	if backend.BlockChain().CurrentFinalBlock() == nil {
		backend.BlockChain().SetFinalized(backend.BlockChain().Genesis().Header())
	}
	// A chain that was moved into the future stays there; any other goes on with the present.
	c.offset = max(0, time.Until(time.Unix(int64(head.Time), 0)))

	sent := make(chan core.NewTxsEvent, 16)
	subscription := backend.TxPool().SubscribeTransactions(sent, true)
	go func() {
		defer close(c.stopped)
		defer subscription.Unsubscribe()
		for {
			select {
			case <-c.stop:
				return
			case <-sent:
				c.minePending()
			}
		}
	}()
	return nil
}

// Close stops the chain. A chain in memory is gone then.
func (c *Chain) Close() error {
	var err error
	c.closing.Do(func() {
		close(c.stop)
		<-c.stopped
		c.client.Close()
		err = c.stack.Close()
	})
	return err
}

// URL returns the HTTP endpoint.
func (c *Chain) URL() string { return c.stack.HTTPEndpoint() }

// Client returns a client that talks to the chain within the process. It is closed with the chain.
func (c *Chain) Client() *ethclient.Client { return c.client }

// Key returns the key of the account that owns all coin of every development chain. It is the published key of
// go-ethereum's developer mode: whatever it holds on another chain is anybody's.
func Key() *ecdsa.PrivateKey {
	key, err := crypto.HexToECDSA("b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291")
	if err != nil {
		panic(err)
	}
	return key
}

// Key returns [Key].
func (c *Chain) Key() *ecdsa.PrivateKey { return Key() }

// minePending makes blocks until none of the waiting transactions fits in another.
func (c *Chain) minePending() {
	for {
		mined, err := c.mineWaiting()
		if err != nil {
			log.Error("Making a block of the waiting transactions failed", "err", err)
		}
		if mined == 0 {
			return
		}
	}
}

// mineWaiting makes a block if transactions wait, and returns how many of them are in it.
func (c *Chain) mineWaiting() (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.syncPool(); err != nil {
		return 0, err
	}
	if waiting, _ := c.backend.TxPool().Stats(); waiting == 0 {
		return 0, nil
	}
	block, err := c.mineAt(uint64(c.clock().Unix()))
	if err != nil {
		return 0, err
	}
	return len(block.Transactions()), nil
}

// Commit makes one block of the transactions that wait, empty if there are none, and returns its hash.
func (c *Chain) Commit() (common.Hash, error) {
	block, err := c.mine()
	if err != nil {
		return common.Hash{}, err
	}
	return block.Hash(), nil
}

// Mine makes n blocks.
func (c *Chain) Mine(n int) error {
	for range n {
		if _, err := c.mine(); err != nil {
			return err
		}
	}
	return nil
}

// Finalize makes the head final, as if the network had agreed on it, and takes no time to do so.
func (c *Chain) Finalize(context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	bc := c.backend.BlockChain()
	bc.SetFinalized(bc.CurrentBlock())
	return c.sync()
}

// Fork makes an older block the head again, so that the next blocks replace those after it. Whatever was final after
// it no longer is, which no honest network does: it is there to test those who should notice.
func (c *Chain) Fork(number uint64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	bc := c.backend.BlockChain()
	block := bc.GetBlockByNumber(number)
	if block == nil {
		return fmt.Errorf("devnet: there is no block %d", number)
	}
	if _, err := bc.SetCanonical(block); err != nil {
		return fmt.Errorf("devnet: going back to block %d: %w", number, err)
	}
	bc.SetSafe(block.Header())
	if final := bc.CurrentFinalBlock(); final.Number.Uint64() > number {
		bc.SetFinalized(block.Header())
	}
	return c.sync()
}

// mine makes one block at the chain's time, at least a second after its parent.
func (c *Chain) mine() (*types.Block, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.mineAt(uint64(c.clock().Unix()))
}

// mineAt expects mu to be held.
func (c *Chain) mineAt(at uint64) (*types.Block, error) {
	bc := c.backend.BlockChain()
	if err := c.syncPool(); err != nil {
		return nil, err
	}
	parent := bc.CurrentBlock()
	block, err := c.build(parent, max(at, parent.Time+1))
	if err != nil {
		return nil, fmt.Errorf("devnet: building block %d: %w", parent.Number.Uint64()+1, err)
	}
	if _, err := bc.InsertBlockWithoutSetHead(context.Background(), block, false); err != nil {
		return nil, fmt.Errorf("devnet: adding block %d: %w", block.NumberU64(), err)
	}
	if _, err := bc.SetCanonical(block); err != nil {
		return nil, fmt.Errorf("devnet: making block %d the head: %w", block.NumberU64(), err)
	}
	bc.SetSafe(block.Header())
	if n := block.NumberU64(); n%Epoch == 0 && n >= c.lag {
		if final := bc.GetHeaderByNumber(n - c.lag); final.Number.Cmp(bc.CurrentFinalBlock().Number) > 0 {
			bc.SetFinalized(final)
		}
	}
	return block, c.sync()
}

// syncPool waits until the pool, which follows the head in the background, has caught up with it: before that it lacks
// what was just sent, and still has what is in a block. It expects mu to be held, since of two that wait at a time
// go-ethereum forgets one.
func (c *Chain) syncPool() error {
	if err := c.backend.TxPool().Sync(); err != nil {
		return fmt.Errorf("devnet: waiting for the transaction pool: %w", err)
	}
	return nil
}

// sync makes what was written durable. go-ethereum leaves that to its clean end.
func (c *Chain) sync() error {
	if err := c.backend.ChainDb().SyncKeyValue(); err != nil {
		return fmt.Errorf("devnet: writing to disk: %w", err)
	}
	return nil
}

/* Time */

// clock expects mu to be held.
func (c *Chain) clock() time.Time { return time.Now().Add(c.offset) }

// Now returns the time of the head block.
func (c *Chain) Now() time.Time {
	return time.Unix(int64(c.backend.BlockChain().CurrentBlock().Time), 0).UTC()
}

// Clock returns the time that goes by on the chain: that of the machine, moved by [Chain.SetTime] and
// [Chain.AdjustTime], and never before the head block's.
func (c *Chain) Clock() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.Now(); c.clock().Before(now) {
		return now
	}
	return c.clock().UTC()
}

// SetTime sets the chain's clock, which goes on from there. It must be later than the head block; before the first
// block it may be any time since 1970. A chain that is started again with its clock in the past goes on with the
// present, so set it again.
func (c *Chain) SetTime(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.Now(); !t.After(now) {
		return fmt.Errorf("devnet: the head block is of %s, and time does not go back to %s", now.Format(time.RFC3339), t.UTC().Format(time.RFC3339))
	}
	c.offset = time.Until(t)
	return nil
}

// AdjustTime moves the chain's clock forward by d and makes a block at that time.
func (c *Chain) AdjustTime(d time.Duration) error {
	if d < 0 {
		return fmt.Errorf("devnet: time does not go back by %s", -d)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.offset += d
	_, err := c.mineAt(uint64(c.clock().Unix()))
	return err
}
