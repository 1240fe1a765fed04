package wallet

import (
	"github.com/ethereum/go-ethereum/common"
)

// The EIP-712 types of the messages that the council contract checks. Their domain names that contract.
const (
	MotionType     = "Motion(string words,address target,bytes data,uint256 number,uint64 deadline)"
	WithdrawalType = "Withdrawal(bytes32 operation,uint256 number,uint64 deadline)"
)

var (
	motionTypeHash     = Text(MotionType)
	withdrawalTypeHash = Text(WithdrawalType)
)

// Motion is a council member's agreement to hand a call to the timelock.
type Motion struct {
	Words    string // what the call does, for people; nothing checks it but they
	Target   common.Address
	Data     []byte
	Number   uint64 // of the council's next act
	Deadline uint64 // Unix seconds; the last at which the agreement may be used
}

// StructHash returns the EIP-712 hashStruct of the motion.
func (m Motion) StructHash() [32]byte {
	e := encode(motionTypeHash)
	e.text(m.Words)
	e.address(m.Target)
	e.text(string(m.Data))
	e.uint(m.Number)
	e.uint(m.Deadline)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (m Motion) TypedData(d Domain) TypedData {
	return typedData(d, MotionType, m.Words, m.Target, m.Data, m.Number, m.Deadline)
}

// Withdrawal is a council member's agreement to take a call back from the timelock.
type Withdrawal struct {
	Operation [32]byte // as the timelock names it
	Number    uint64   // of the council's next act
	Deadline  uint64   // Unix seconds; the last at which the agreement may be used
}

// StructHash returns the EIP-712 hashStruct of the withdrawal.
func (w Withdrawal) StructHash() [32]byte {
	e := encode(withdrawalTypeHash)
	e.word(w.Operation)
	e.uint(w.Number)
	e.uint(w.Deadline)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (w Withdrawal) TypedData(d Domain) TypedData {
	return typedData(d, WithdrawalType, w.Operation, w.Number, w.Deadline)
}
