package wallet

import "github.com/ethereum/go-ethereum/common"

// DeclineType is the EIP-712 type of a refusal to endorse. No contract checks it, so its domain is the anchor's.
const DeclineType = "Decline(address endorser,address holder,uint32 badgeType,string badge,uint8 level,bytes32 evidence,uint64 issued,bytes32 reason,uint64 expires)"

var declineTypeHash = Text(DeclineType)

// Decline is a member's refusal to endorse a request, with a reason. It names the request as an [Endorsement] does.
type Decline struct {
	Endorser  common.Address
	Holder    common.Address
	BadgeType uint32
	Badge     string // the name of the badge type, for the wallet to show
	Level     uint8
	Evidence  [32]byte // the request's
	Issued    uint64   // the request's
	Reason    [32]byte // SHA-256(salt ‖ text)
	Expires   uint64   // Unix seconds; binds at acceptance
}

// StructHash returns the EIP-712 hashStruct of the refusal.
func (m Decline) StructHash() [32]byte {
	e := encode(declineTypeHash)
	e.address(m.Endorser)
	e.address(m.Holder)
	e.uint(uint64(m.BadgeType))
	e.text(m.Badge)
	e.uint(uint64(m.Level))
	e.word(m.Evidence)
	e.uint(m.Issued)
	e.word(m.Reason)
	e.uint(m.Expires)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (m Decline) TypedData(d Domain) TypedData {
	return typedData(d, DeclineType,
		m.Endorser, m.Holder, m.BadgeType, m.Badge, m.Level, m.Evidence, m.Issued, m.Reason, m.Expires)
}
