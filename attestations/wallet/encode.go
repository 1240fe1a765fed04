package wallet

import (
	"encoding/binary"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// encoder builds EIP-712's encodeData, the type hash and then one 32-byte word per field, and hashes it.
type encoder struct {
	keccak crypto.KeccakState
	buf    [512]byte // longer than any of our messages
	n      int
	digest [32]byte
	texts  map[string][32]byte // of short texts, their hashes
}

// encoders keeps a recount of millions of ballots from allocating, and from hashing the same few choices again.
var encoders = sync.Pool{New: func() any { return &encoder{keccak: crypto.NewKeccakState()} }}

func newEncoder() *encoder {
	e := encoders.Get().(*encoder)
	e.n = 0
	return e
}

// encode starts a struct of a type.
func encode(typeHash [32]byte) *encoder {
	e := newEncoder()
	e.word(typeHash)
	return e
}

func (e *encoder) word(w [32]byte) { e.n += copy(e.buf[e.n:], w[:]) }

func (e *encoder) text(s string) { e.word(e.hashText(s)) }

func (e *encoder) address(a common.Address) {
	clear(e.buf[e.n : e.n+12])
	copy(e.buf[e.n+12:], a[:])
	e.n += 32
}

func (e *encoder) uint(v uint64) {
	clear(e.buf[e.n : e.n+24])
	binary.BigEndian.PutUint64(e.buf[e.n+24:], v)
	e.n += 32
}

// sum returns the hash of what was encoded. The encoder must not be used after it.
func (e *encoder) sum() [32]byte {
	digest := e.hash(e.buf[:e.n])
	encoders.Put(e)
	return digest
}

// hashText hashes a text behind what is encoded already, where there is room for a copy of it.
func (e *encoder) hashText(s string) [32]byte {
	if len(s) > len(e.buf)-e.n {
		return e.hash([]byte(s))
	}
	if hash, ok := e.texts[s]; ok {
		return hash
	}
	hash := e.hash(e.buf[e.n : e.n+copy(e.buf[e.n:], s)])
	if len(e.texts) == 64 || e.texts == nil {
		e.texts = map[string][32]byte{}
	}
	if len(s) <= 32 {
		e.texts[strings.Clone(s)] = hash
	}
	return hash
}

func (e *encoder) hash(b []byte) [32]byte {
	e.keccak.Reset()
	e.keccak.Write(b)
	e.keccak.Read(e.digest[:])
	return e.digest
}
