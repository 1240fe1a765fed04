package chain_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/holiman/uint256"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance/replay"
)

func callMsg(to common.Address, data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &to, Data: data}
}

// safe is a multi-signature wallet of three owners, two of whom must sign: the contracts that are in use, see testdata/safe.
type safe struct {
	address, factory common.Address
	create           []byte // the factory's call
	owners           []*ecdsa.PrivateKey
	chainID          uint64
}

// transact signs a transaction with the account that owns all coin, waits for its block and returns the receipt.
func (in *instance) transact(t testing.TB, data types.TxData) *types.Receipt {
	t.Helper()
	ctx, client := t.Context(), in.net.Client()
	tx := must[*types.Transaction](t)(types.SignNewTx(in.net.Key(), types.LatestSignerForChainID(big.NewInt(1337)), data))
	ok(t, client.SendTransaction(ctx, tx))
	ok(t, in.net.Mine(1))
	for range 200 {
		if receipt, err := client.TransactionReceipt(ctx, tx.Hash()); err == nil {
			if receipt.Status != types.ReceiptStatusSuccessful {
				t.Fatalf("transaction %s failed", tx.Hash())
			}
			return receipt
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("the transaction is in no block")
	return nil
}

func (in *instance) call(t testing.TB, to *common.Address, data []byte) *types.Receipt {
	t.Helper()
	nonce := must[uint64](t)(in.net.Client().PendingNonceAt(t.Context(), in.owner.Address()))
	return in.transact(t, &types.DynamicFeeTx{ChainID: big.NewInt(1337), Nonce: nonce, To: to, Data: data, Gas: 8_000_000, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11)})
}

func code(t testing.TB, name string) []byte {
	t.Helper()
	raw := must[[]byte](t)(os.ReadFile("../testdata/safe/" + name + ".hex"))
	return must[[]byte](t)(hex.DecodeString(strings.ReplaceAll(string(raw), "\n", "")))
}

func pack(t testing.TB, signature string, types []string, values ...any) []byte {
	t.Helper()
	var args abi.Arguments
	for _, name := range types {
		args = append(args, abi.Argument{Type: must[abi.Type](t)(abi.NewType(name, "", nil))})
	}
	raw := must[[]byte](t)(args.Pack(values...))
	if signature == "" {
		return raw
	}
	return append(crypto.Keccak256([]byte(signature))[:4], raw...)
}

// newSafe deploys the factory and its parts, and prepares a wallet with a salt, but does not deploy that.
func (in *instance) newSafe(t testing.TB, salt int64) *safe {
	t.Helper()
	s := &safe{chainID: 1337}
	singleton := in.call(t, nil, code(t, "Safe")).ContractAddress
	handler := in.call(t, nil, code(t, "CompatibilityFallbackHandler")).ContractAddress
	s.factory = in.call(t, nil, code(t, "SafeProxyFactory")).ContractAddress
	for n := 201; n <= 203; n++ {
		s.owners = append(s.owners, key(t, n))
	}
	slices.SortFunc(s.owners, func(a, b *ecdsa.PrivateKey) int {
		return crypto.PubkeyToAddress(a.PublicKey).Cmp(crypto.PubkeyToAddress(b.PublicKey))
	})
	var owners []common.Address
	for _, o := range s.owners {
		owners = append(owners, crypto.PubkeyToAddress(o.PublicKey))
	}
	setup := pack(t, "setup(address[],uint256,address,bytes,address,address,uint256,address)",
		[]string{"address[]", "uint256", "address", "bytes", "address", "address", "uint256", "address"},
		owners, big.NewInt(2), common.Address{}, []byte{}, handler, common.Address{}, new(big.Int), common.Address{})
	s.create = pack(t, "createProxyWithNonce(address,bytes,uint256)", []string{"address", "bytes", "uint256"}, singleton, setup, big.NewInt(salt))
	out := must[[]byte](t)(in.net.Client().CallContract(t.Context(), callMsg(s.factory, s.create), nil))
	s.address = common.BytesToAddress(out)
	return s
}

// sign returns the wallet's signature of a digest by some of its owners, in the order of their addresses, which the contract
// asks for.
func (s *safe) sign(t testing.TB, digest [32]byte, owners ...int) []byte {
	t.Helper()
	domain := crypto.Keccak256(crypto.Keccak256([]byte("EIP712Domain(uint256 chainId,address verifyingContract)")),
		common.LeftPadBytes(big.NewInt(int64(s.chainID)).Bytes(), 32), common.LeftPadBytes(s.address[:], 32))
	message := crypto.Keccak256(crypto.Keccak256([]byte("SafeMessage(bytes message)")), crypto.Keccak256(digest[:]))
	hash := crypto.Keccak256Hash([]byte{0x19, 0x01}, domain, message)
	var all []byte
	for _, o := range owners {
		sig := must[wallet.Signature](t)(wallet.Sign(hash, s.owners[o]))
		all = append(all, sig[:]...)
	}
	return all
}

// finalized returns the newest finalized block as a question names it.
func (in *instance) finalized(t testing.TB) wallet.Answer {
	t.Helper()
	ok(t, in.net.Mine(1))
	ok(t, in.net.Finalize(t.Context()))
	b, err := in.chain.Finalized(t.Context())
	ok(t, err)
	return wallet.Answer{Block: b.Number, BlockHash: b.Hash}
}

func (in *instance) ask(t testing.TB, account common.Address, digest [32]byte, signature []byte, at wallet.Answer) (wallet.Answer, error) {
	t.Helper()
	return in.chain.Ask(t.Context(), account, digest, signature, at)
}

// A real multi-signature wallet: two of three owners speak for it, one does not, and what it said at a block stays said
// when its owners change.
func TestSafeOfThreeOwners(t *testing.T) {
	in := start(t)
	s := in.newSafe(t, 1)
	digest := [32]byte(crypto.Keccak256([]byte("a ballot")))
	before := in.finalized(t)
	if _, err := in.ask(t, s.address, digest, s.sign(t, digest, 0, 1), before); !errors.Is(err, wallet.ErrNoWallet) {
		t.Errorf("a wallet that is not there: %v", err)
	}

	// Before it is deployed, the wallet signs with its deployment (ERC-6492).
	wrapped := append(pack(t, "", []string{"address", "bytes", "bytes"}, s.factory, s.create, s.sign(t, digest, 1, 2)), bytes.Repeat([]byte{0x64, 0x92}, 16)...)
	answer, err := in.ask(t, s.address, digest, wrapped, before)
	ok(t, err)
	if answer.Code != wallet.NoCode || answer.Check(wallet.Bytes(wrapped)) != nil {
		t.Errorf("the answer before the deployment is %+v", answer)
	}
	other := digest
	other[0]++
	if _, err := in.ask(t, s.address, other, wrapped, before); !errors.Is(err, wallet.ErrWalletReverts) {
		t.Errorf("the same signature of another digest: %v", err)
	}
	broken := append([]byte("nothing of the kind"), wrapped[len(wrapped)-32:]...)
	if _, err := in.ask(t, s.address, digest, broken, before); !errors.Is(err, wallet.ErrWalletRefuses) {
		t.Errorf("a broken wrapping: %v", err)
	}

	in.call(t, &s.factory, s.create)
	at := in.finalized(t)
	if _, err = in.ask(t, s.address, digest, wrapped, at); err != nil {
		t.Errorf("the wrapped signature after the deployment: %v", err)
	}
	for _, two := range [][]int{{0, 1}, {0, 2}, {1, 2}} {
		signature := s.sign(t, digest, two...)
		answer, err := in.ask(t, s.address, digest, signature, at)
		ok(t, err)
		ok(t, answer.Check(wallet.Bytes(signature)))
		ok(t, in.chain.CheckWallet(t.Context(), s.address, digest, wallet.Bytes(signature), answer))
	}
	for name, signature := range map[string][]byte{
		"one owner": s.sign(t, digest, 1), "one owner twice": s.sign(t, digest, 1, 1), "the wrong order": s.sign(t, digest, 2, 0),
		"another digest": s.sign(t, other, 0, 1), "nothing": {}, "noise": bytes.Repeat([]byte{7}, 130),
	} {
		if _, err := in.ask(t, s.address, digest, signature, at); !errors.Is(err, wallet.ErrWalletReverts) {
			t.Errorf("%s: %v", name, err)
		}
	}

	// The wallet changes its owners: the old signature is worth nothing from then on, and still what it was at its block.
	signature := s.sign(t, digest, 0, 2)
	answer, err = in.ask(t, s.address, digest, signature, at)
	ok(t, err)
	s.execute(t, in, pack(t, "changeThreshold(uint256)", []string{"uint256"}, big.NewInt(3)))
	now := in.finalized(t)
	if _, err := in.ask(t, s.address, digest, signature, now); !errors.Is(err, wallet.ErrWalletReverts) {
		t.Errorf("two owners of a wallet that now needs three: %v", err)
	}
	ok(t, in.chain.CheckWallet(t.Context(), s.address, digest, wallet.Bytes(signature), answer))
	lie := answer
	lie.Block, lie.BlockHash = now.Block, now.BlockHash
	if err := in.chain.CheckWallet(t.Context(), s.address, digest, wallet.Bytes(signature), lie); !errors.Is(err, replay.ErrRefuted) {
		t.Errorf("an answer of a block at which the wallet says no: %v", err)
	}
	lie = answer
	lie.Code = crypto.Keccak256Hash([]byte("other code"))
	if err := in.chain.CheckWallet(t.Context(), s.address, digest, wallet.Bytes(signature), lie); !errors.Is(err, replay.ErrRefuted) {
		t.Errorf("an answer by other code: %v", err)
	}
	lie = answer
	lie.BlockHash = common.Hash{1}
	if err := in.chain.CheckWallet(t.Context(), s.address, digest, wallet.Bytes(signature), lie); !errors.Is(err, wallet.ErrWalletUnproven) {
		t.Errorf("a block whose state the endpoint does not have: %v", err)
	}
}

// execute carries out a call of the wallet to itself, which two owners sign.
func (s *safe) execute(t testing.TB, in *instance, data []byte) {
	t.Helper()
	zero, kinds := new(big.Int), []string{"address", "uint256", "bytes", "uint8", "uint256", "uint256", "uint256", "address", "address", "uint256"}
	ask := pack(t, "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,uint256)", kinds,
		s.address, zero, data, uint8(0), zero, zero, zero, common.Address{}, common.Address{}, zero)
	hash := must[[]byte](t)(in.net.Client().CallContract(t.Context(), callMsg(s.address, ask), nil))
	var signatures []byte
	for _, o := range s.owners[:2] {
		sig := must[wallet.Signature](t)(wallet.Sign([32]byte(hash), o))
		signatures = append(signatures, sig[:]...)
	}
	in.call(t, &s.address, pack(t, "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
		append(slices.Clone(kinds[:9]), "bytes"), s.address, zero, data, uint8(0), zero, zero, zero, common.Address{}, common.Address{}, signatures))
}

// Wallets that misbehave: each in its own way, written in a few bytes of code.
func TestWalletsThatDoNotAnswer(t *testing.T) {
	in := start(t)
	deploy := func(runtime string) common.Address {
		body := common.FromHex(runtime)
		// PUSH1 size, DUP1, PUSH1 11, PUSH1 0, CODECOPY, PUSH1 0, RETURN
		init := append([]byte{0x60, byte(len(body)), 0x80, 0x60, 11, 0x60, 0, 0x39, 0x60, 0, 0xf3}, body...)
		return in.call(t, nil, init).ContractAddress
	}
	magic := "7f1626ba7e" + strings.Repeat("00", 28) // PUSH32
	cases := []struct {
		name, runtime string
		want          error
	}{
		{"reverts", "60006000fd", wallet.ErrWalletReverts},
		{"loops", "5b600056", wallet.ErrWalletGas},
		{"invalid instruction", "fe", wallet.ErrWalletGas},
		{"says nothing", "00", wallet.ErrWalletRefuses},
		{"says four bytes only", magic + "60005260046000f3", wallet.ErrWalletRefuses},
		{"says one", "600160005260206000f3", wallet.ErrWalletRefuses},
		{"writes to its storage", "6001600055" + magic + "60005260206000f3", wallet.ErrWalletGas},
		{"says yes", magic + "60005260206000f3", nil},
		{"says yes at length", magic + "60005260406000f3", nil},
	}
	var accounts []common.Address
	for _, c := range cases {
		accounts = append(accounts, deploy(c.runtime))
	}
	at := in.finalized(t)
	for i, c := range cases {
		_, err := in.ask(t, accounts[i], [32]byte{1}, []byte{2}, at)
		if !errors.Is(err, c.want) {
			t.Errorf("a wallet that %s: %v, want %v", c.name, err, c.want)
		}
	}
	ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	if _, err := in.chain.Ask(ctx, accounts[7], [32]byte{1}, []byte{2}, at); !errors.Is(err, wallet.ErrWalletTime) {
		t.Errorf("an endpoint that takes too long: %v", err)
	}
}

// An account with code by EIP-7702 signs with its key, which needs no chain; or as the contract that it delegates to does.
func TestDelegatedAccount(t *testing.T) {
	in := start(t)
	member := key(t, 210)
	account := crypto.PubkeyToAddress(member.PublicKey)
	delegate := in.call(t, nil, append(common.FromHex("602980600b6000396000f3"), common.FromHex("7f1626ba7e"+strings.Repeat("00", 28)+"60005260206000f3")...)).ContractAddress
	auth := must[types.SetCodeAuthorization](t)(types.SignSetCode(member, types.SetCodeAuthorization{ChainID: *uint256.NewInt(1337), Address: delegate}))
	nonce := must[uint64](t)(in.net.Client().PendingNonceAt(t.Context(), in.owner.Address()))
	in.transact(t, &types.SetCodeTx{
		ChainID: uint256.NewInt(1337), Nonce: nonce, To: in.owner.Address(), Gas: 200_000,
		GasTipCap: uint256.NewInt(1e9), GasFeeCap: uint256.NewInt(1e11), AuthList: []types.SetCodeAuthorization{auth},
	})
	at := in.finalized(t)
	raw := must[[]byte](t)(in.net.Client().CodeAt(t.Context(), account, nil))
	if !bytes.HasPrefix(raw, []byte{0xef, 0x01, 0x00}) {
		t.Fatalf("the account's code is %x", raw)
	}
	digest := [32]byte{7}
	sig := must[wallet.Signature](t)(wallet.Sign(digest, member))
	if signer := must[common.Address](t)(wallet.Recover(digest, sig)); signer != account {
		t.Fatalf("recovered %s", signer)
	}
	answer, err := in.ask(t, account, digest, []byte("a passkey, say"), at)
	ok(t, err)
	if answer.Code != crypto.Keccak256Hash(raw) {
		t.Errorf("the answer names the code %s", answer.Code)
	}
}

// A full node throws the state of old blocks away: that tells nothing about the wallet, and is not taken for an answer.
func TestWalletAtAPrunedBlock(t *testing.T) {
	in := start(t)
	at := in.finalized(t)
	target := must[*url.URL](t)(url.Parse(in.net.URL()))
	forward := httputil.NewSingleHostReverseProxy(target)
	pruning := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := must[[]byte](t)(io.ReadAll(r.Body))
		if bytes.Contains(body, []byte("blockHash")) {
			var call struct{ ID json.RawMessage }
			ok(t, json.Unmarshal(body, &call))
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"error":{"code":-32000,"message":"missing trie node 56e8 (path ) state 0x56e8 is not available"}}`, call.ID)
			return
		}
		r.Body, r.Host = io.NopCloser(bytes.NewReader(body)), target.Host
		forward.ServeHTTP(w, r)
	}))
	defer pruning.Close()
	client := must[*ethclient.Client](t)(ethclient.DialContext(t.Context(), pruning.URL))
	defer client.Close()
	c := must[*chain.Chain](t)(chain.Open(t.Context(), chain.Config{Client: client, Contracts: in.plan.Contracts}))
	at.Code, at.Result = common.Hash{1}, wallet.Magic
	err := c.CheckWallet(t.Context(), common.Address{1}, [32]byte{}, wallet.Bytes{1}, at)
	if !errors.Is(err, wallet.ErrWalletUnproven) || errors.Is(err, replay.ErrRefuted) {
		t.Errorf("a node without the state: %v", err)
	}
}
