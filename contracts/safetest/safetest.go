// Package safetest puts a multi-signature wallet that is in use, Safe 1.5.0, on a development chain for tests.
package safetest

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	_ "embed"
	"encoding/hex"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/devnet"
)

var (
	//go:embed Safe.hex
	safeCode string
	//go:embed CompatibilityFallbackHandler.hex
	handlerCode string
	//go:embed SafeProxyFactory.hex
	factoryCode string
)

// Safe is a wallet of three owners, two of whom must sign.
type Safe struct {
	Address, Factory common.Address
	Create           []byte              // the factory's call that deploys it
	Owners           []*ecdsa.PrivateKey // by address
	chain            *devnet.Chain
}

// New deploys the factory and its parts, and prepares a wallet, but does not deploy that: the address is known before.
func New(t testing.TB, chain *devnet.Chain, salt int64) *Safe {
	t.Helper()
	s := &Safe{chain: chain}
	singleton := Transact(t, chain, nil, code(t, safeCode)).ContractAddress
	handler := Transact(t, chain, nil, code(t, handlerCode)).ContractAddress
	s.Factory = Transact(t, chain, nil, code(t, factoryCode)).ContractAddress
	for n := range 3 {
		key, err := crypto.ToECDSA(crypto.Keccak256(fmt.Append(nil, "owner of a safe ", n)))
		if err != nil {
			t.Fatal(err)
		}
		s.Owners = append(s.Owners, key)
	}
	slices.SortFunc(s.Owners, func(a, b *ecdsa.PrivateKey) int {
		return crypto.PubkeyToAddress(a.PublicKey).Cmp(crypto.PubkeyToAddress(b.PublicKey))
	})
	var owners []common.Address
	for _, o := range s.Owners {
		owners = append(owners, crypto.PubkeyToAddress(o.PublicKey))
	}
	setup := Pack(t, "setup(address[],uint256,address,bytes,address,address,uint256,address)",
		owners, big.NewInt(2), common.Address{}, []byte{}, handler, common.Address{}, new(big.Int), common.Address{})
	s.Create = Pack(t, "createProxyWithNonce(address,bytes,uint256)", singleton, setup, big.NewInt(salt))
	s.Address = common.BytesToAddress(s.call(t, s.Factory, s.Create))
	return s
}

// Deploy deploys the wallet.
func (s *Safe) Deploy(t testing.TB) {
	t.Helper()
	Transact(t, s.chain, &s.Factory, s.Create)
}

// Sign returns the wallet's signature of a digest by some of its owners, in their order, which the contract asks for.
func (s *Safe) Sign(t testing.TB, digest [32]byte, owners ...int) []byte {
	t.Helper()
	domain := crypto.Keccak256(crypto.Keccak256([]byte("EIP712Domain(uint256 chainId,address verifyingContract)")),
		common.LeftPadBytes(big.NewInt(devnet.ChainID).Bytes(), 32), common.LeftPadBytes(s.Address[:], 32))
	message := crypto.Keccak256(crypto.Keccak256([]byte("SafeMessage(bytes message)")), crypto.Keccak256(digest[:]))
	return s.signAll(t, crypto.Keccak256Hash([]byte{0x19, 0x01}, domain, message), owners...)
}

func (s *Safe) signAll(t testing.TB, hash [32]byte, owners ...int) []byte {
	t.Helper()
	var all []byte
	for _, o := range owners {
		sig, err := wallet.Sign(hash, s.Owners[o])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sig[:]...)
	}
	return all
}

// SignUndeployed returns the signature with the wallet's deployment wrapped around it (ERC-6492).
func (s *Safe) SignUndeployed(t testing.TB, digest [32]byte, owners ...int) []byte {
	t.Helper()
	return append(Pack(t, "(address,bytes,bytes)", s.Factory, s.Create, s.Sign(t, digest, owners...)), bytes.Repeat([]byte{0x64, 0x92}, 16)...)
}

// Execute carries out a call of the wallet to itself, which its first two owners sign.
func (s *Safe) Execute(t testing.TB, data []byte) {
	t.Helper()
	zero := new(big.Int)
	ask := Pack(t, "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,uint256)",
		s.Address, zero, data, uint8(0), zero, zero, zero, common.Address{}, common.Address{}, zero)
	hash := [32]byte(s.call(t, s.Address, ask))
	Transact(t, s.chain, &s.Address, Pack(t, "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
		s.Address, zero, data, uint8(0), zero, zero, zero, common.Address{}, common.Address{}, s.signAll(t, hash, 0, 1)))
}

func (s *Safe) call(t testing.TB, to common.Address, data []byte) []byte {
	t.Helper()
	out, err := s.chain.Client().CallContract(context.Background(), ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Pack returns a call by a function's signature, or without a name the arguments alone.
func Pack(t testing.TB, signature string, values ...any) []byte {
	t.Helper()
	name, list, _ := strings.Cut(strings.TrimSuffix(signature, ")"), "(")
	var args abi.Arguments
	for typ := range strings.SplitSeq(list, ",") {
		parsed, err := abi.NewType(typ, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, abi.Argument{Type: parsed})
	}
	raw, err := args.Pack(values...)
	if err != nil {
		t.Fatal(err)
	}
	if name == "" {
		return raw
	}
	return append(crypto.Keccak256([]byte(signature))[:4], raw...)
}

// Transact sends a transaction of the account that owns all coin, and returns its receipt. Without a receiver it deploys.
func Transact(t testing.TB, chain *devnet.Chain, to *common.Address, data []byte) *types.Receipt {
	t.Helper()
	nonce, err := chain.Client().PendingNonceAt(context.Background(), crypto.PubkeyToAddress(chain.Key().PublicKey))
	if err != nil {
		t.Fatal(err)
	}
	return Send(t, chain, &types.DynamicFeeTx{ChainID: big.NewInt(devnet.ChainID), Nonce: nonce, To: to, Data: data, Gas: 8_000_000, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11)})
}

// Send signs and sends any transaction of that account, makes a block, and returns the receipt.
func Send(t testing.TB, chain *devnet.Chain, data types.TxData) *types.Receipt {
	t.Helper()
	tx, err := types.SignNewTx(chain.Key(), types.LatestSignerForChainID(big.NewInt(devnet.ChainID)), data)
	if err != nil {
		t.Fatal(err)
	}
	if err := chain.Client().SendTransaction(context.Background(), tx); err != nil {
		t.Fatal(err)
	}
	for range 400 {
		if err := chain.Mine(1); err != nil {
			t.Fatal(err)
		}
		receipt, err := chain.Client().TransactionReceipt(context.Background(), tx.Hash())
		if err != nil {
			continue // it is not indexed yet
		}
		if receipt.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("transaction %s failed", tx.Hash())
		}
		return receipt
	}
	t.Fatalf("transaction %s is in no block", tx.Hash())
	return nil
}

func code(t testing.TB, text string) []byte {
	t.Helper()
	raw, err := hex.DecodeString(strings.ReplaceAll(text, "\n", ""))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
