package badge

import (
	"github.com/ethereum/go-ethereum/common"
)

// Type is a kind of badge: a domain of expertise with levels.
type Type struct {
	ID       uint32
	Domain   string
	Name     string
	Levels   uint8  // levels run from 1 to this
	Validity uint64 // seconds from issue to expiry, 0 is for ever
	Created  uint64 // block time
	Retired  uint64 // block time, 0 while it is in use
}

// Badge is one badge of one holder, as it stands at a block.
type Badge struct {
	Holder  common.Address
	Issuer  common.Address // zero: minted with endorsements
	Type    uint32
	Level   uint8
	Reason  uint8  // why it was revoked, the contract's code
	Issued  uint64 // Unix seconds
	Expires uint64 // Unix seconds, 0 is never
	Minted  uint64 // time of the block that minted it
	Revoked uint64 // time of the block that revoked it, 0 if it stands
}

// ID returns the token id.
func (b Badge) ID() common.Hash { return TokenID(b.Holder, b.Type) }

// InForce reports whether the badge counts at time t: not revoked by then, and Issued ≤ t < Expires.
func (b Badge) InForce(t uint64) bool {
	return (b.Revoked == 0 || t < b.Revoked) && b.Issued <= t && (b.Expires == 0 || t < b.Expires)
}
