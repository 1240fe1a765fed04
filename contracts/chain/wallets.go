package chain

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/endpoints"
)

var (
	_ wallet.Wallets = (*Chain)(nil)
	_ wallet.Wallets = (*Pool)(nil)
)

// What a contract wallet may take. The gas is part of the record's meaning: another limit could change an answer, so a
// verifier must use the same.
const (
	walletGas  = 2_000_000  // of isValidSignature
	deployGas  = 10_000_000 // of the factory's call that a signature brings along
	programGas = 1_500_000  // of everything around them
	walletTime = 5 * time.Second
)

// Ask implements [wallet.Wallets].
//
// It is one eth_call of init code, at the block's hash (EIP-1898): nothing is deployed for it, every endpoint runs it,
// and the wallet is called statically as a contract on chain would call it. ERC-6492's own validator does the same; ours
// is forty bytes that anyone can read ([question]) instead of bytecode to be believed, and it measures gas, so that a
// wallet that loops is told from one that reverts.
func (c *Chain) Ask(ctx context.Context, account common.Address, digest [32]byte, signature []byte, at wallet.Answer) (wallet.Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, walletTime)
	defer cancel()
	answer, err := c.ask(ctx, account, digest, signature, at)
	if errors.Is(ctx.Err(), context.DeadlineExceeded) && err != nil {
		return wallet.Answer{}, fmt.Errorf("%w: %w", wallet.ErrWalletTime, err)
	}
	return answer, err
}

func (c *Chain) ask(ctx context.Context, account common.Address, digest [32]byte, signature []byte, at wallet.Answer) (wallet.Answer, error) {
	code, err := c.client.CodeAtHash(ctx, account, at.BlockHash)
	if err != nil {
		return wallet.Answer{}, fmt.Errorf("chain: asking for the code of %s in block %d: %w", account, at.Block, unproven(err))
	}
	at.Code, at.Result = crypto.Keccak256Hash(code), common.Hash{}
	var first deployment
	if wallet.Bytes(signature).Counterfactual() {
		if first, signature, err = unwrap(signature); err != nil {
			return wallet.Answer{}, err
		}
	} else if len(code) == 0 {
		return wallet.Answer{}, wallet.ErrNoWallet
	}
	out, err := c.client.CallContractAtHash(ctx, ethereum.CallMsg{
		Gas: walletGas + deployGas + programGas, Data: question(first, account, isValidSignature(digest, signature)),
	}, at.BlockHash)
	if err != nil {
		return wallet.Answer{}, fmt.Errorf("chain: asking the wallet %s: %w", account, unproven(err))
	}
	if len(out) != answerSize {
		return wallet.Answer{}, fmt.Errorf("chain: the endpoint answered with %d bytes to the question to the wallet %s: it runs init code in another way", len(out), account)
	}
	word := func(i int) uint64 { return binary.BigEndian.Uint64(out[32*i+24:]) }
	success, before, size, after := word(0), word(1), word(3), word(4)
	// A call hands on at most 63/64 of what is there (EIP-150).
	if before-before/64 < walletGas {
		return wallet.Answer{}, fmt.Errorf("chain: the endpoint gave a call %d gas; one that answers for wallets must give %d", before, walletGas)
	}
	switch at.Result = common.Hash(out[64:96]); {
	case success == 0 && before-after >= walletGas:
		return wallet.Answer{}, wallet.ErrWalletGas
	case success == 0:
		return wallet.Answer{}, wallet.ErrWalletReverts
	case size < 32 || at.Result != wallet.Magic:
		return wallet.Answer{}, wallet.ErrWalletRefuses
	}
	return at, nil
}

// denials are the answers by which a wallet does not vouch for a signature.
var denials = []error{wallet.ErrNoWallet, wallet.ErrWalletRefuses, wallet.ErrWalletReverts, wallet.ErrWalletGas}

func denial(err error) error {
	for _, d := range denials {
		if errors.Is(err, d) {
			return d
		}
	}
	return nil
}

// Ask implements [wallet.Wallets]: a quorum of the endpoints must hear the same answer.
func (p *Pool) Ask(ctx context.Context, account common.Address, digest [32]byte, signature []byte, at wallet.Answer) (wallet.Answer, error) {
	type heard struct {
		answer wallet.Answer
		denial error // one of denials
	}
	h, err := endpoints.Agree(ctx, p.q, walletTime, fmt.Sprintf("the wallet %s", account), func(ctx context.Context, c *Chain) (heard, error) {
		answer, err := c.Ask(ctx, account, digest, signature, at)
		if d := denial(err); d != nil {
			return heard{denial: d}, nil
		}
		return heard{answer: answer}, err
	})
	if err != nil {
		return wallet.Answer{}, err
	}
	return h.answer, h.denial
}

// unproven finds the endpoints' words for state that they have thrown away.
func unproven(err error) error {
	var answer rpc.Error
	if !errors.As(err, &answer) {
		return err
	}
	text := strings.ToLower(err.Error())
	for _, words := range []string{"missing trie node", "historical state", "state is not available", "state not available", "pruned", "header not found", "header for hash not found", "unknown block"} {
		if strings.Contains(text, words) {
			return fmt.Errorf("%w: %w", wallet.ErrWalletUnproven, err)
		}
	}
	return err
}

// deployment is the call that makes a wallet which is not there yet.
type deployment struct {
	factory common.Address
	call    []byte
}

// wrapped is what ERC-6492 puts before its suffix: abi.encode(address factory, bytes call, bytes signature).
var wrapped = abi.Arguments{{Type: abiType("address")}, {Type: abiType("bytes")}, {Type: abiType("bytes")}}

func abiType(name string) abi.Type {
	t, err := abi.NewType(name, "", nil)
	if err != nil {
		panic(err)
	}
	return t
}

func unwrap(signature []byte) (deployment, []byte, error) {
	values, err := wrapped.Unpack(signature[:len(signature)-32])
	if err != nil {
		return deployment{}, nil, fmt.Errorf("%w: it ends as ERC-6492 says, and what stands before is not (address, bytes, bytes): %w", wallet.ErrWalletRefuses, err)
	}
	return deployment{values[0].(common.Address), values[1].([]byte)}, values[2].([]byte), nil
}

// isValidSignature returns the call of ERC-1271's one function.
func isValidSignature(digest [32]byte, signature []byte) []byte {
	call := append([]byte{0x16, 0x26, 0xba, 0x7e}, digest[:]...)
	call = append(call, common.LeftPadBytes([]byte{64}, 32)...)
	call = append(call, common.LeftPadBytes(big.NewInt(int64(len(signature))).Bytes(), 32)...)
	return append(call, common.RightPadBytes(signature, (len(signature)+31)/32*32)...)
}

// answerSize is the size of what a question returns: success, gas before, result, size of the result, gas after.
const answerSize = 5 * 32

// question returns init code that calls the factory, if there is one, calls the account statically, and returns five words.
// Memory holds these words, and from byte 160 on the data of the call at hand.
func question(first deployment, account common.Address, call []byte) []byte {
	const (
		mstore, codecopy, returndatasize, gas, pop = 0x52, 0x39, 0x3d, 0x5a, 0x50
		callOp, staticcall, returnOp               = 0xf1, 0xfa, 0xf3
	)
	assemble := func(size int) []byte {
		var p []byte
		push := func(n int) { p = append(p, 0x62, byte(n>>16), byte(n>>8), byte(n)) } // PUSH3
		op := func(ops ...byte) { p = append(p, ops...) }
		address := func(a common.Address) { p = append(append(p, 0x73), a[:]...) } // PUSH20
		copyCall := func(from, n int) { push(n); push(from); push(answerSize); op(codecopy) }
		if first.factory != (common.Address{}) {
			copyCall(size, len(first.call))
			push(0) // size of the result
			push(0)
			push(len(first.call))
			push(answerSize)
			push(0) // value
			address(first.factory)
			push(deployGas)
			op(callOp, pop) // the wallet may be there already
		}
		copyCall(size+len(first.call), len(call))
		op(gas)
		push(32)
		op(mstore)
		push(32) // size of the result
		push(64)
		push(len(call))
		push(answerSize)
		address(account)
		push(walletGas)
		op(staticcall, gas)
		push(128)
		op(mstore)
		push(0)
		op(mstore, returndatasize)
		push(96)
		op(mstore)
		push(answerSize)
		push(0)
		op(returnOp)
		return p
	}
	program := assemble(len(assemble(0))) // the operands have a fixed width, so the length does not change
	return append(append(program, first.call...), call...)
}
