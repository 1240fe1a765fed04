package weight

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// Table is the electorate of one chamber: who may say how much.
type Table struct {
	Members []common.Address // sorted; nobody without weight
	Weights []Micro          // beside them
	Total   Micro            // the sum of the weights
	Caps    Caps             // what the caps did
}

// Caps is what the caps of the policy came to in one electorate. With a member's badges it explains the member's
// weight ([Explain]).
type Caps struct {
	Widened     uint64 `json:"widened"`               // both caps were multiplied by this; 1 if they hold as the policy states them
	MemberLimit Micro  `json:"memberLimit,omitempty"` // what one member may have; 0 if there is no cap
	IssuerLimit Micro  `json:"issuerLimit,omitempty"` // what may rest on one issuer; 0 if there is no cap
	Cut         []Cut  `json:"cut,omitempty"`         // the issuers above their limit, sorted
}

// Cut is an issuer whose badges were scaled down: together they had Sum, and count Caps.IssuerLimit.
type Cut struct {
	Issuer common.Address `json:"issuer,omitzero"` // zero for badges minted with endorsements
	Type   uint32         `json:"type,omitempty"`  // then their type: all endorsed badges of a type count as one issuer's
	Sum    Micro          `json:"sum"`
}

// Weight returns the weight of an account, which is zero if it is not in the table.
func (t Table) Weight(account common.Address) Micro {
	i, ok := slices.BinarySearchFunc(t.Members, account, common.Address.Cmp)
	if !ok {
		return 0
	}
	return t.Weights[i]
}
