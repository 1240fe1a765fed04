package devnet_test

import (
	"bufio"
	"bytes"
	"context"
	"math/big"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/peritus-dao/peritus/contracts/devnet"
)

// killable is set in the environment of the child that TestKilledChainLosesNoBlock kills; its value is the folder.
const killable = "DEVNET_TEST_KILLABLE"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killable); dir != "" {
		runKillable(dir)
	}
	os.Exit(m.Run())
}

func start(t testing.TB, cfg devnet.Config) *devnet.Chain {
	t.Helper()
	c, err := devnet.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// pay sends one wei to an address and waits until it is in a block.
func pay(t testing.TB, client *ethclient.Client, to common.Address) *types.Receipt {
	t.Helper()
	receipt, err := payment(t.Context(), client, to)
	if err != nil {
		t.Fatal(err)
	}
	return receipt
}

func payment(ctx context.Context, client *ethclient.Client, to common.Address) (*types.Receipt, error) {
	chainID, err := client.ChainID(ctx)
	if err != nil {
		return nil, err
	}
	nonce, err := client.PendingNonceAt(ctx, crypto.PubkeyToAddress(devnet.Key().PublicKey))
	if err != nil {
		return nil, err
	}
	tx, err := types.SignNewTx(devnet.Key(), types.LatestSignerForChainID(chainID), &types.DynamicFeeTx{
		ChainID: chainID, Nonce: nonce, To: &to, Value: big.NewInt(1), Gas: 21000,
		GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(10e9),
	})
	if err != nil {
		return nil, err
	}
	if err := client.SendTransaction(ctx, tx); err != nil {
		return nil, err
	}
	for {
		receipt, err := client.TransactionReceipt(ctx, tx.Hash())
		if err == nil {
			return receipt, nil
		}
		if ctx.Err() != nil {
			return nil, err
		}
		time.Sleep(time.Millisecond)
	}
}

func head(t testing.TB, client *ethclient.Client) *types.Header {
	t.Helper()
	h, err := client.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func finalized(t testing.TB, client *ethclient.Client) uint64 {
	t.Helper()
	h, err := client.HeaderByNumber(t.Context(), big.NewInt(int64(rpc.FinalizedBlockNumber)))
	if err != nil {
		t.Fatal(err)
	}
	return h.Number.Uint64()
}

func TestTransactionIsMinedOnDemandOverHTTP(t *testing.T) {
	c := start(t, devnet.Config{})
	client, err := ethclient.Dial(c.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if !strings.HasPrefix(c.URL(), "http://127.0.0.1:") {
		t.Errorf("URL is %s", c.URL())
	}
	to := common.Address{1, 2, 3}
	for i := range 3 {
		if receipt := pay(t, client, to); receipt.Status != types.ReceiptStatusSuccessful {
			t.Errorf("payment %d failed", i)
		}
	}
	balance, err := client.BalanceAt(t.Context(), to, nil)
	if err != nil || balance.Int64() != 3 {
		t.Errorf("balance is %v, %v", balance, err)
	}
	if got := head(t, client).Number.Uint64(); got != 3 {
		t.Errorf("3 payments made %d blocks", got)
	}
}

func TestFinality(t *testing.T) {
	c := start(t, devnet.Config{})
	if got := finalized(t, c.Client()); got != 0 {
		t.Fatalf("finalized block of a new chain is %d", got)
	}
	if err := c.Mine(devnet.Epoch + 8); err != nil {
		t.Fatal(err)
	}
	if got := finalized(t, c.Client()); got != devnet.Epoch {
		t.Errorf("finalized block after %d is %d", devnet.Epoch+8, got)
	}
	if err := c.Finalize(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := finalized(t, c.Client()); got != devnet.Epoch+8 {
		t.Errorf("finalized block after Finalize is %d", got)
	}
}

func TestFinalityThatLags(t *testing.T) {
	c := start(t, devnet.Config{Lag: 2 * devnet.Epoch})
	if err := c.Mine(3*devnet.Epoch - 1); err != nil {
		t.Fatal(err)
	}
	if got := finalized(t, c.Client()); got != 0 {
		t.Errorf("finalized block of the third epoch is %d", got)
	}
	if err := c.Mine(1); err != nil {
		t.Fatal(err)
	}
	if got := finalized(t, c.Client()); got != devnet.Epoch {
		t.Errorf("finalized block after %d is %d", 3*devnet.Epoch, got)
	}
	// A chain that was made final by hand stays so.
	if err := c.Finalize(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := c.Mine(devnet.Epoch); err != nil {
		t.Fatal(err)
	}
	if got := finalized(t, c.Client()); got != 3*devnet.Epoch {
		t.Errorf("finalized block went back to %d", got)
	}
}

// TestTimeIsTheCallers seeds a month of history and then comes to the present.
func TestTimeIsTheCallers(t *testing.T) {
	c := start(t, devnet.Config{})
	began := time.Now().Add(-30 * 24 * time.Hour).Truncate(time.Second)
	if err := c.SetTime(began); err != nil {
		t.Fatal(err)
	}
	pay(t, c.Client(), common.Address{1})
	if got := c.Now().Sub(began); got < 0 || got > time.Minute {
		t.Errorf("the first block is %s after the time that was set", got)
	}
	if err := c.AdjustTime(29 * 24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	if got := time.Since(c.Now()); got < 23*time.Hour || got > 25*time.Hour {
		t.Errorf("29 days later it is %s ago", got)
	}
	if err := c.SetTime(began); err == nil {
		t.Error("time went back")
	}
	if err := c.AdjustTime(-time.Second); err == nil {
		t.Error("time went back by a second")
	}
	if err := c.SetTime(time.Now()); err != nil {
		t.Fatal(err)
	}
	pay(t, c.Client(), common.Address{1})
	if got := time.Since(c.Now()); got.Abs() > time.Minute {
		t.Errorf("the present is %s off", got)
	}
	if c.Clock().Before(c.Now()) {
		t.Error("the clock is behind the head")
	}
}

func TestForkReplacesBlocks(t *testing.T) {
	c := start(t, devnet.Config{})
	if err := c.Mine(5); err != nil {
		t.Fatal(err)
	}
	old := head(t, c.Client())
	if err := c.Fork(3); err != nil {
		t.Fatal(err)
	}
	if got := head(t, c.Client()).Number.Uint64(); got != 3 {
		t.Fatalf("head after the fork is %d", got)
	}
	if err := c.AdjustTime(time.Hour); err != nil {
		t.Fatal(err)
	}
	if err := c.Mine(1); err != nil {
		t.Fatal(err)
	}
	if got := head(t, c.Client()); got.Number.Cmp(old.Number) != 0 || got.Hash() == old.Hash() {
		t.Errorf("block %d was not replaced", got.Number)
	}
	if err := c.Fork(100); err == nil {
		t.Error("forked at a block that does not exist")
	}
}

func TestStateSurvivesARestart(t *testing.T) {
	dir, to := t.TempDir(), common.Address{9}
	c, err := devnet.Start(t.Context(), devnet.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	pay(t, c.Client(), to)
	if err := c.AdjustTime(90 * 24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	if err := c.Finalize(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := head(t, c.Client())

	if _, err := devnet.Start(t.Context(), devnet.Config{Dir: dir}); err == nil || !strings.Contains(err.Error(), "another process uses the chain") {
		t.Errorf("two chains in one folder: %v", err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}

	c = start(t, devnet.Config{Dir: dir})
	if got := head(t, c.Client()); got.Hash() != before.Hash() {
		t.Fatalf("head is block %d, was %d", got.Number, before.Number)
	}
	if got := finalized(t, c.Client()); got != before.Number.Uint64() {
		t.Errorf("finalized block is %d, was %d", got, before.Number)
	}
	pay(t, c.Client(), to)
	balance, err := c.Client().BalanceAt(t.Context(), to, nil)
	if err != nil || balance.Int64() != 2 {
		t.Errorf("balance is %v, %v", balance, err)
	}
	if got := time.Until(c.Now()); got < 89*24*time.Hour {
		t.Errorf("the chain came back from the future: %s", got)
	}
}

// TestKilledChainLosesNoBlock kills a process while it makes blocks, and looks for those that it had spoken of.
func TestKilledChainLosesNoBlock(t *testing.T) {
	dir := t.TempDir()
	var last string
	for round := range 3 {
		child := exec.CommandContext(t.Context(), os.Args[0])
		child.Env = append(os.Environ(), killable+"="+dir)
		var stderr bytes.Buffer
		child.Stderr = &stderr
		stdout, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(stdout)
		for i := 0; i < 5+round*7 && lines.Scan(); i++ {
			last = lines.Text()
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it said before it died
			last = lines.Text()
		}
		if err := child.Wait(); err == nil || last == "" {
			t.Fatalf("the child was to be killed, having made blocks: %v: %s", err, &stderr)
		}
	}
	c := start(t, devnet.Config{Dir: dir})
	block, err := c.Client().BlockByHash(t.Context(), common.HexToHash(last))
	if err != nil {
		t.Fatalf("the last block of the killed process is gone: %v", err)
	}
	canonical, err := c.Client().HeaderByNumber(t.Context(), block.Number())
	if err != nil || canonical.Hash() != block.Hash() {
		t.Fatalf("the last block of the killed process is not in the chain: %v", err)
	}
	if finalized(t, c.Client()) < block.NumberU64() {
		t.Errorf("block %d was final before the kill", block.NumberU64())
	}
	pay(t, c.Client(), common.Address{7})
}

// runKillable makes blocks and names each on a line until it is killed.
func runKillable(dir string) {
	ctx := context.Background()
	c, err := devnet.Start(ctx, devnet.Config{Dir: dir})
	if err != nil {
		panic(err)
	}
	for {
		receipt, err := payment(ctx, c.Client(), common.Address{7})
		if err != nil {
			panic(err)
		}
		if err := c.Finalize(ctx); err != nil {
			panic(err)
		}
		if _, err := os.Stdout.WriteString(receipt.BlockHash.Hex() + "\n"); err != nil {
			panic(err)
		}
	}
}

func TestBadAddresses(t *testing.T) {
	taken := start(t, devnet.Config{})
	for _, addr := range []string{"127.0.0.1", "127.0.0.1:http", "127.0.0.1:70000", strings.TrimPrefix(taken.URL(), "http://")} {
		if c, err := devnet.Start(t.Context(), devnet.Config{Addr: addr}); err == nil {
			t.Errorf("started on %q", addr)
			_ = c.Close()
		}
	}
}
