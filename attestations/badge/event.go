package badge

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// Kind says what a contract event did.
type Kind string

// The kinds of event. Each but the last is one event of the badge contract.
const (
	TypeCreated  Kind = "type-created"
	TypeChanged  Kind = "type-changed" // its terms, for grants from then on
	TypeRetired  Kind = "type-retired"
	IssuerSet    Kind = "issuer-set"
	Endorsed     Kind = "endorsed"      // by one member: the grant that follows, or follows after other endorsements
	Decided      Kind = "decided"       // the grant that follows
	Minted       Kind = "minted"        // a holder got a badge of a type of which the holder had none
	Renewed      Kind = "renewed"       // issued anew at the level it had
	LevelChanged Kind = "level-changed" // issued anew at another level
	Revoked      Kind = "revoked"       // taken back by decision or by its issuer
	Surrendered  Kind = "surrendered"   // given up by its holder

	RecoveryProposed  Kind = "recovery-proposed"  // of all badges of an address whose key is lost
	RecoveryCancelled Kind = "recovery-cancelled" // by decision, or because the old key objects
	Recovered         Kind = "recovered"          // all badges of an address went to another one as they were

	// Posted is the one event of the anchor contract among them: a member's message, which the record's keeper must take. It is
	// about no badge, so a [Registry] refuses it.
	Posted Kind = "posted"
)

// The reasons of a revocation, as the contract numbers them. Zero is not a reason.
const (
	Cause      uint8 = 1 // the holder did something for which the badge must go
	Mistake    uint8 = 2 // it should never have been minted
	Superseded uint8 = 3 // another badge takes its place
)

// Burn says who may end a badge, in ERC-5484's numbers. A decision of the DAO ends what an issuer may end.
type Burn uint8

// The burn rights.
const (
	ByIssuer Burn = iota
	ByHolder
	ByEither
	ByNobody
)

var burnWords = [...]string{"issuer", "holder", "issuer or holder", "nobody"}

// String returns the words that a wallet shows.
func (b Burn) String() string {
	if int(b) < len(burnWords) {
		return burnWords[b]
	}
	return fmt.Sprintf("Burn(%d)", uint8(b))
}

func (b Burn) issuer() bool { return b == ByIssuer || b == ByEither }
func (b Burn) holder() bool { return b == ByHolder || b == ByEither }

// RecoveryDelay is how long the old key can object to a recovery, in seconds.
const RecoveryDelay = 14 * 24 * 3600

// Event is one event of the contracts, with its place on the chain. It is flat: which fields are set depends on
// the kind, and [Registry.Apply] refuses an event that has others. A grant is minted, renewed or level-changed.
//
// In JSON, zero fields are left out but for the place and the type, and addresses and hashes are lowercase hex.
type Event struct {
	Kind  Kind        `json:"kind"`
	Block uint64      `json:"block"`       // number of the block
	Time  uint64      `json:"time"`        // its timestamp, Unix seconds
	Index uint64      `json:"index"`       // of the log in the block
	Tx    common.Hash `json:"tx,omitzero"` // transaction

	Type   uint32         `json:"type"`            // badge type; of a token, the one in its id; 0 of a recovery
	ID     common.Hash    `json:"id,omitzero"`     // token id; of a grant and what leads to it, or an end
	Holder common.Address `json:"holder,omitzero"` // the one in the id; of a recovery, the old address
	Issuer common.Address `json:"issuer,omitzero"` // of a grant: zero with endorsements, the contract by decision; and issuer-set
	Actor  common.Address `json:"actor,omitzero"`  // who revoked or endorsed

	Level   uint8  `json:"level,omitzero"`   // of a grant: from 1
	Issued  uint64 `json:"issued,omitzero"`  // of a grant: Unix seconds
	Expires uint64 `json:"expires,omitzero"` // of a grant: Unix seconds, 0 is never

	Domain   string `json:"domain,omitzero"`   // type-created
	Name     string `json:"name,omitzero"`     // type-created
	Levels   uint8  `json:"levels,omitzero"`   // type-created: the highest level
	Validity uint64 `json:"validity,omitzero"` // type-created, type-changed: seconds from issue to expiry, 0 is for ever

	Endorsements  uint8  `json:"endorsements,omitzero"`  // type-created, type-changed: how many stand in for an issuer, 0 is never
	EndorserLevel uint8  `json:"endorserLevel,omitzero"` // type-created, type-changed: the least level of an endorser
	Burn          Burn   `json:"burn,omitzero"`          // type-created, type-changed: who may end a badge
	Version       uint16 `json:"version,omitzero"`       // type-changed: from 2

	Allowed  bool        `json:"allowed,omitzero"`  // issuer-set: may issue from now on, or no longer
	Reason   uint8       `json:"reason,omitzero"`   // revoked
	Decision common.Hash `json:"decision,omitzero"` // what the owner did: digest of the decision; zero of an issuer's or holder's act
	Evidence common.Hash `json:"evidence,omitzero"` // endorsed: digest of what the holder showed

	To         common.Address `json:"to,omitzero"`         // of a recovery: the new address
	Executable uint64         `json:"executable,omitzero"` // recovery-proposed: Unix seconds

	Subject common.Hash `json:"subject,omitzero"` // posted: digest of the proposal
	Message string      `json:"message,omitzero"` // posted: what was posted about it
}

// place returns the event with only its place on the chain, its kind and its type.
func (e Event) place() Event {
	return Event{Kind: e.Kind, Block: e.Block, Time: e.Time, Index: e.Index, Tx: e.Tx, Type: e.Type}
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
