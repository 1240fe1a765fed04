package badge

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
)

// Kind says what a contract event did.
type Kind string

// The kinds of event. Each is one event of the badge contract.
const (
	TypeCreated Kind = "type-created"
	TypeRetired Kind = "type-retired"
	IssuerSet   Kind = "issuer-set"
	Minted      Kind = "minted"
	Revoked     Kind = "revoked"
)

// Event is one event of the badge contract, with its place on the chain. It is flat: which fields are set depends on
// the kind, and [Registry.Apply] refuses an event that has others. Zero fields are left out of the JSON.
type Event struct {
	Kind  Kind        `json:"kind"`
	Block uint64      `json:"block"`       // number of the block
	Time  uint64      `json:"time"`        // its timestamp, Unix seconds
	Index uint64      `json:"index"`       // of the log in the block
	Tx    common.Hash `json:"tx,omitzero"` // transaction

	Type   uint32         `json:"type"`            // the badge type; every kind has one
	ID     common.Hash    `json:"id,omitzero"`     // token id; minted, revoked
	Holder common.Address `json:"holder,omitzero"` // minted, revoked
	Issuer common.Address `json:"issuer,omitzero"` // minted (zero: by endorsements), issuer-set
	Actor  common.Address `json:"actor,omitzero"`  // who revoked

	Level   uint8  `json:"level,omitempty"`   // minted: from 1
	Issued  uint64 `json:"issued,omitempty"`  // minted: Unix seconds
	Expires uint64 `json:"expires,omitempty"` // minted: Unix seconds, 0 is never

	Domain   string `json:"domain,omitempty"`   // type-created
	Name     string `json:"name,omitempty"`     // type-created
	Levels   uint8  `json:"levels,omitempty"`   // type-created: the highest level
	Validity uint64 `json:"validity,omitempty"` // type-created: seconds, 0 is for ever

	Allowed bool  `json:"allowed,omitempty"` // issuer-set: may issue from now on, or no longer
	Reason  uint8 `json:"reason,omitempty"`  // revoked: the contract's reason code
}

// TokenID returns the ERC-721 token id of the one badge of a type that an account can hold: holder<<32 | type, as a
// 32-byte big-endian integer.
func TokenID(holder common.Address, typ uint32) common.Hash {
	var id common.Hash
	copy(id[8:28], holder[:])
	binary.BigEndian.PutUint32(id[28:], typ)
	return id
}

// SplitTokenID is the inverse of [TokenID]. It reports false for an integer that is not a token id.
func SplitTokenID(id common.Hash) (holder common.Address, typ uint32, ok bool) {
	holder, typ = common.Address(id[8:28]), binary.BigEndian.Uint32(id[28:])
	return holder, typ, TokenID(holder, typ) == id && holder != (common.Address{}) && typ != 0
}
