package chain_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/holiman/uint256"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/safetest"
	"github.com/peritus-dao/peritus/governance/replay"
)

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
	s := safetest.New(t, in.net, 1)
	digest := [32]byte(crypto.Keccak256([]byte("a ballot")))
	before := in.finalized(t)
	if _, err := in.ask(t, s.Address, digest, s.Sign(t, digest, 0, 1), before); !errors.Is(err, wallet.ErrNoWallet) {
		t.Errorf("a wallet that is not there: %v", err)
	}

	// Before it is deployed, the wallet signs with its deployment (ERC-6492).
	wrapped := s.SignUndeployed(t, digest, 1, 2)
	answer, err := in.ask(t, s.Address, digest, wrapped, before)
	ok(t, err)
	if answer.Code != wallet.NoCode || answer.Check(wallet.Bytes(wrapped)) != nil {
		t.Errorf("the answer before the deployment is %+v", answer)
	}
	other := digest
	other[0]++
	if _, err := in.ask(t, s.Address, other, wrapped, before); !errors.Is(err, wallet.ErrWalletReverts) {
		t.Errorf("the same signature of another digest: %v", err)
	}
	broken := append([]byte("nothing of the kind"), wrapped[len(wrapped)-32:]...)
	if _, err := in.ask(t, s.Address, digest, broken, before); !errors.Is(err, wallet.ErrWalletRefuses) {
		t.Errorf("a broken wrapping: %v", err)
	}

	s.Deploy(t)
	at := in.finalized(t)
	if _, err = in.ask(t, s.Address, digest, wrapped, at); err != nil {
		t.Errorf("the wrapped signature after the deployment: %v", err)
	}
	for _, two := range [][]int{{0, 1}, {0, 2}, {1, 2}} {
		signature := s.Sign(t, digest, two...)
		answer, err := in.ask(t, s.Address, digest, signature, at)
		ok(t, err)
		ok(t, answer.Check(wallet.Bytes(signature)))
		ok(t, in.chain.CheckWallet(t.Context(), s.Address, digest, wallet.Bytes(signature), answer))
	}
	for name, signature := range map[string][]byte{
		"one owner": s.Sign(t, digest, 1), "one owner twice": s.Sign(t, digest, 1, 1), "the wrong order": s.Sign(t, digest, 2, 0),
		"another digest": s.Sign(t, other, 0, 1), "nothing": {}, "noise": bytes.Repeat([]byte{7}, 130),
	} {
		if _, err := in.ask(t, s.Address, digest, signature, at); !errors.Is(err, wallet.ErrWalletReverts) {
			t.Errorf("%s: %v", name, err)
		}
	}

	// The wallet changes its owners: the old signature is worth nothing from then on, and still what it was at its block.
	signature := s.Sign(t, digest, 0, 2)
	answer, err = in.ask(t, s.Address, digest, signature, at)
	ok(t, err)
	s.Execute(t, safetest.Pack(t, "changeThreshold(uint256)", big.NewInt(3)))
	now := in.finalized(t)
	if _, err := in.ask(t, s.Address, digest, signature, now); !errors.Is(err, wallet.ErrWalletReverts) {
		t.Errorf("two owners of a wallet that now needs three: %v", err)
	}
	ok(t, in.chain.CheckWallet(t.Context(), s.Address, digest, wallet.Bytes(signature), answer))
	lie := answer
	lie.Block, lie.BlockHash = now.Block, now.BlockHash
	if err := in.chain.CheckWallet(t.Context(), s.Address, digest, wallet.Bytes(signature), lie); !errors.Is(err, replay.ErrRefuted) {
		t.Errorf("an answer of a block at which the wallet says no: %v", err)
	}
	lie = answer
	lie.Code = crypto.Keccak256Hash([]byte("other code"))
	if err := in.chain.CheckWallet(t.Context(), s.Address, digest, wallet.Bytes(signature), lie); !errors.Is(err, replay.ErrRefuted) {
		t.Errorf("an answer by other code: %v", err)
	}
	lie = answer
	lie.BlockHash = common.Hash{1}
	if err := in.chain.CheckWallet(t.Context(), s.Address, digest, wallet.Bytes(signature), lie); !errors.Is(err, wallet.ErrWalletUnproven) {
		t.Errorf("a block whose state the endpoint does not have: %v", err)
	}
}

// Wallets that misbehave: each in its own way, written in a few bytes of code.
func TestWalletsThatDoNotAnswer(t *testing.T) {
	in := start(t)
	deploy := func(runtime string) common.Address {
		body := common.FromHex(runtime)
		// PUSH1 size, DUP1, PUSH1 11, PUSH1 0, CODECOPY, PUSH1 0, RETURN
		init := append([]byte{0x60, byte(len(body)), 0x80, 0x60, 11, 0x60, 0, 0x39, 0x60, 0, 0xf3}, body...)
		return safetest.Transact(t, in.net, nil, init).ContractAddress
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
	delegate := safetest.Transact(t, in.net, nil, append(common.FromHex("602980600b6000396000f3"), common.FromHex("7f1626ba7e"+strings.Repeat("00", 28)+"60005260206000f3")...)).ContractAddress
	auth := must[types.SetCodeAuthorization](t)(types.SignSetCode(member, types.SetCodeAuthorization{ChainID: *uint256.NewInt(1337), Address: delegate}))
	nonce := must[uint64](t)(in.net.Client().PendingNonceAt(t.Context(), in.owner.Address()))
	safetest.Send(t, in.net, &types.SetCodeTx{
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
