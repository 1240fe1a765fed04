package wallet

import (
	"github.com/ethereum/go-ethereum/common"
)

// The EIP-712 types of the messages that the badge contract checks. Their domain names that contract.
const (
	ConsentType     = "Consent(address holder,address issuer,uint32 badgeType,string badge,uint8 level,string burn,uint64 issued,uint64 expires,uint64 deadline)"
	RequestType     = "Request(address holder,uint32 badgeType,string badge,uint8 level,string burn,bytes32 evidence,uint64 issued,uint64 expires,uint64 deadline)"
	EndorsementType = "Endorsement(address endorser,address holder,uint32 badgeType,string badge,uint8 level,bytes32 evidence,uint64 issued,uint64 deadline)"
	RecoveryType    = "Recovery(address from,address to,uint64 deadline)"
	ObjectionType   = "Objection(address from,address to,uint64 executable)"
)

var (
	consentTypeHash     = Text(ConsentType)
	requestTypeHash     = Text(RequestType)
	endorsementTypeHash = Text(EndorsementType)
	recoveryTypeHash    = Text(RecoveryType)
	objectionTypeHash   = Text(ObjectionType)
)

// Consent is a holder's agreement to one grant of a badge by one issuer. A grant by decision of the DAO is issued by
// the badge contract itself.
type Consent struct {
	Holder    common.Address
	Issuer    common.Address
	BadgeType uint32
	Badge     string // the name of the badge type, for the wallet to show
	Level     uint8
	Burn      string // who may end the badge, in the words of badge.Burn
	Issued    uint64 // Unix seconds; a grant must be dated later than the one before it
	Expires   uint64 // Unix seconds, 0 is never
	Deadline  uint64 // Unix seconds; the last at which the consent may be used
}

// StructHash returns the EIP-712 hashStruct of the consent.
func (c Consent) StructHash() [32]byte {
	e := encode(consentTypeHash)
	e.address(c.Holder)
	e.address(c.Issuer)
	e.uint(uint64(c.BadgeType))
	e.text(c.Badge)
	e.uint(uint64(c.Level))
	e.text(c.Burn)
	e.uint(c.Issued)
	e.uint(c.Expires)
	e.uint(c.Deadline)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (c Consent) TypedData(d Domain) TypedData {
	return typedData(d, ConsentType,
		c.Holder, c.Issuer, c.BadgeType, c.Badge, c.Level, c.Burn, c.Issued, c.Expires, c.Deadline)
}

// Request is a holder's request for a badge on the word of endorsers, and the consent to it: with enough endorsements
// anybody can have it minted, so a member needs no coin. It names the evidence that the endorsers were shown.
type Request struct {
	Holder    common.Address
	BadgeType uint32
	Badge     string // the name of the badge type, for the wallet to show
	Level     uint8
	Burn      string   // who may end the badge, in the words of badge.Burn
	Evidence  [32]byte // digest of what the holder shows
	Issued    uint64   // Unix seconds; the date of the request, from which the badge counts
	Expires   uint64   // Unix seconds, 0 is never
	Deadline  uint64   // Unix seconds; the last at which the badge may be minted
}

// StructHash returns the EIP-712 hashStruct of the request.
func (r Request) StructHash() [32]byte {
	e := encode(requestTypeHash)
	e.address(r.Holder)
	e.uint(uint64(r.BadgeType))
	e.text(r.Badge)
	e.uint(uint64(r.Level))
	e.text(r.Burn)
	e.word(r.Evidence)
	e.uint(r.Issued)
	e.uint(r.Expires)
	e.uint(r.Deadline)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (r Request) TypedData(d Domain) TypedData {
	return typedData(d, RequestType,
		r.Holder, r.BadgeType, r.Badge, r.Level, r.Burn, r.Evidence, r.Issued, r.Expires, r.Deadline)
}

// Endorsement is a member's word for one request: holder, type, level, evidence and date are the request's, so it is
// good for no other, and for none after that one was granted.
type Endorsement struct {
	Endorser  common.Address
	Holder    common.Address
	BadgeType uint32
	Badge     string // the name of the badge type, for the wallet to show
	Level     uint8
	Evidence  [32]byte // the request's
	Issued    uint64   // the request's
	Deadline  uint64   // Unix seconds; the last at which the endorsement may be used
}

// StructHash returns the EIP-712 hashStruct of the endorsement.
func (m Endorsement) StructHash() [32]byte {
	e := encode(endorsementTypeHash)
	e.address(m.Endorser)
	e.address(m.Holder)
	e.uint(uint64(m.BadgeType))
	e.text(m.Badge)
	e.uint(uint64(m.Level))
	e.word(m.Evidence)
	e.uint(m.Issued)
	e.uint(m.Deadline)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (m Endorsement) TypedData(d Domain) TypedData {
	return typedData(d, EndorsementType,
		m.Endorser, m.Holder, m.BadgeType, m.Badge, m.Level, m.Evidence, m.Issued, m.Deadline)
}

// Recovery is the agreement of a new address to take over the badges of one whose key is lost.
type Recovery struct {
	From, To common.Address
	Deadline uint64 // Unix seconds; the last at which the recovery may be proposed
}

// StructHash returns the EIP-712 hashStruct of the recovery.
func (r Recovery) StructHash() [32]byte {
	e := encode(recoveryTypeHash)
	e.address(r.From)
	e.address(r.To)
	e.uint(r.Deadline)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (r Recovery) TypedData(d Domain) TypedData {
	return typedData(d, RecoveryType, r.From, r.To, r.Deadline)
}

// Objection is how the old key, not lost after all, stops a recovery.
type Objection struct {
	From, To   common.Address
	Executable uint64 // Unix seconds; from when the proposed recovery could be executed: it tells proposals apart
}

// StructHash returns the EIP-712 hashStruct of the objection.
func (o Objection) StructHash() [32]byte {
	e := encode(objectionTypeHash)
	e.address(o.From)
	e.address(o.To)
	e.uint(o.Executable)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (o Objection) TypedData(d Domain) TypedData {
	return typedData(d, ObjectionType, o.From, o.To, o.Executable)
}
