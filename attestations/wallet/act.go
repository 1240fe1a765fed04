package wallet

import "github.com/ethereum/go-ethereum/common"

// ActType is the EIP-712 type of everything that a member signs about a proposal beside a ballot.
const ActType = "Act(address member,bytes32 proposal,string title,string act,bytes32 text,uint64 sequence,uint64 expires)"

var actTypeHash = Text(ActType)

// Act is what a member does about a proposal beside voting: sponsor it, comment, object, withdraw it.
type Act struct {
	Member   common.Address
	Proposal [32]byte // digest of the revision
	Title    [32]byte // Text(title); the title itself can be redacted, its hash cannot
	Act      string   // words that a wallet can show: "sponsor", "object: licence", "answer 12"
	Text     [32]byte // SHA-256(salt ‖ text), or zero
	Sequence uint64   // per member, from 1
	Expires  uint64   // Unix seconds; binds at acceptance
}

// StructHash returns the EIP-712 hashStruct of the act.
func (a Act) StructHash() [32]byte {
	e := encode(actTypeHash)
	e.address(a.Member)
	e.word(a.Proposal)
	e.word(a.Title)
	e.text(a.Act)
	e.word(a.Text)
	e.uint(a.Sequence)
	e.uint(a.Expires)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4. The title must be the text whose [Text] is a.Title.
func (a Act) TypedData(d Domain, title string) TypedData {
	return typedData(d, ActType, a.Member, a.Proposal, title, a.Act, a.Text, a.Sequence, a.Expires)
}
