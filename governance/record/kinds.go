package record

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
)

// The kinds of entries, in the order in which a decision meets them. Each names the type of its body.
const (
	KindGenesis   = "genesis"        // [Genesis]: entry 0, the root of trust
	KindChain     = "chain"          // [ChainRange]: what the chain said, gapless
	KindProposed  = "proposed"       // [Proposed], signed by the proposer
	KindAct       = "act"            // [Act], signed by a member
	KindEvaluated = "evaluated"      // [Evaluated], signed by an evaluator
	KindExpired   = "expired"        // [Expired]: nobody sponsored it in time
	KindOpened    = "opened"         // [Opened]: rules and electorate are frozen
	KindBallot    = "ballot"         // [Ballot], signed by the voter
	KindSealed    = "sealed"         // [Sealed]: a ballot that stays hidden until the close
	KindExtended  = "extended"       // [Extended]: the outcome turned late, so the vote goes on
	KindClosed    = "closed"         // [Closed]: the count over the log's prefix
	KindDrawn     = "drawn"          // [Drawn]: the lot breaks the tie that a count ended in
	KindVoid      = "void"           // [Void]: the vote ends without a result
	KindAnchored  = "anchored"       // [Anchored]: a checkpoint is final on chain
	KindFinal     = "final"          // [Final]: the decision takes effect
	KindLapsed    = "lapsed"         // [Lapsed]: an emergency was not ratified, so the head moves back
	KindIntent    = "release-intent" // [Intent]: fixes everything that a release says
	KindReleased  = "released"       // [Released]: enough co-signers signed it
	KindAttested  = "attested"       // [Attested], signed by a node

	KindRedacted  = "redacted"              // [Redacted]: a text was destroyed
	KindCorrected = "electorate-correction" // [Corrected]: a badge was revoked for cause while a vote was open
	KindRequested = "badge-requested"       // [Requested], signed by who wants the badge
	KindEndorsed  = "endorsed"              // [Endorsed], signed by a member
	KindDeclined  = "endorsement-declined"  // [Declined], signed by a member
)

// ActorLog is the actor of the entries that no member signs: they follow from the record, and every verifier derives
// them again.
const ActorLog = "log"

// Genesis is the body of entry 0. The file genesis.json is that entry, byte for byte, and its SHA-256 is pinned in the
// anchor contract, in every node and in every verifier.
type Genesis struct {
	Name      string                     `json:"name"`
	Origin    string                     `json:"origin"`    // of the log's checkpoints, C2SP tlog-checkpoint
	LogKey    string                     `json:"logKey"`    // C2SP signed-note verifier key
	Chain     Chain                      `json:"chain"`     //
	Cosigners Cosigners                  `json:"cosigners"` //
	TUFRoot   document.Digest            `json:"tufRoot"`   // of the first root.json
	Policy    string                     `json:"policy"`    // the head that holds the weight policy
	Heads     map[string]document.Digest `json:"heads"`     // the first version of each document
	Nodes     map[string]common.Address  `json:"nodes"`     // the first nodes, by name
	Witnesses []string                   `json:"witnesses"` // verifier keys of checkpoint witnesses
	Founders  *Founders                  `json:"founders,omitempty"`
}

// Founders are the first members and issuers, who need no badge and no decision, and the date on which that ends.
type Founders struct {
	// Members count as members until then, and have one unit of weight in the chamber of all of a vote that opens before,
	// unless badges give them weight of their own.
	Members []common.Address `json:"members"`
	// Issuers are those whom the deployer allows to issue badges. What they grant from then on does not count, unless a
	// decision on record has confirmed them.
	Issuers []common.Address `json:"issuers"`
	Until   document.Time    `json:"until"`
}

// Chain names the chain and the contracts that an instance lives on.
type Chain struct {
	ID     uint64         `json:"id"`
	Badge  common.Address `json:"badge"`
	Anchor common.Address `json:"anchor"`
	Block  uint64         `json:"block"` // the block of deployment: the record begins here
	// Finality says which blocks are final, as [ParseFinality] reads it.
	Finality string `json:"finality,omitempty"`
}

// Cosigners are the independent verifiers who sign releases.
type Cosigners struct {
	Threshold int               `json:"threshold"`
	Keys      map[string]string `json:"keys"` // id → EC P-256 public key, base64 of its SubjectPublicKeyInfo
}

// ChainRange is the body of a chain entry: the finalized blocks From to To, without a gap after the range before.
type ChainRange struct {
	From   uint64          `json:"from"`
	To     uint64          `json:"to"`
	Hash   common.Hash     `json:"hash"` // of block To
	Time   document.Time   `json:"time"` // of block To
	Count  int             `json:"count"`
	Events document.Digest `json:"events"` // canonical JSON array of badge events, in the chain's order
}

// Proposed is the body of a submission. The revision is a document of its own, see package proposal.
type Proposed struct {
	Revision document.Digest `json:"revision"`
	Sequence uint64          `json:"sequence"`
	Expires  document.Time   `json:"expires"`
}

// Act is the body of what a member does about a proposal beside voting. The entry's actor is the member, and its
// signature signs the EIP-712 Act.
type Act struct {
	Proposal document.Digest `json:"proposal"` // the revision's digest
	Act      string          `json:"act"`      // see package proposal
	Text     document.Digest `json:"text"`     // salted text, zero for none
	Sequence uint64          `json:"sequence"` // per member, from 1
	Expires  document.Time   `json:"expires"`
}

// Evaluated is the body of a result that an evaluator signs for one gate of a document. It names no proposal: it counts
// for each that brings this very document, if the evaluator neither proposed nor sponsored it.
type Evaluated struct {
	Document document.Digest  `json:"document"`
	Gate     string           `json:"gate"` // the gate's id in the document
	Run      document.Digest  `json:"run"`  // of the log of the run
	Result   document.Decimal `json:"result"`
	Expires  document.Time    `json:"expires"`
}

// Opened is the body of the entry that freezes a proposal's rules and electorate.
type Opened struct {
	Proposal   document.Digest    `json:"proposal"`
	Policy     document.Digest    `json:"policy"`
	Block      uint64             `json:"block"` // the badges as of this finalized block
	Closes     document.Time      `json:"closes"`
	Electorate document.Digest    `json:"electorate"` // root over the sorted chamber roots; what a ballot names
	List       document.Digest    `json:"list"`       // the electorate as a document
	Chambers   map[string]Chamber `json:"chambers"`
	Method     string             `json:"method,omitempty"`  // of a vote over options; empty for, against or abstain
	Options    []string           `json:"options,omitempty"` // by name
}

// Chamber is one body that must agree.
type Chamber struct {
	Domain  string          `json:"domain"` // empty where all touched domains vote together
	Root    document.Digest `json:"root"`   // RFC 6962 over canonical {member, weight}, by address
	Members int             `json:"members"`
	Total   weight.Micro    `json:"total"`
	Widened uint64          `json:"widened,omitempty"` // what the policy's caps were multiplied by, if there were too few for them
}

// Expired is the body of the entry that ends a proposal which too few sponsored.
type Expired struct {
	Proposal document.Digest `json:"proposal"`
}

// Extended is the body of the entry by which a vote goes on, because its outcome turned within the last stretch.
type Extended struct {
	Proposal document.Digest `json:"proposal"`
	Before   string          `json:"before"` // the outcome as that stretch began
	After    string          `json:"after"`  // and at the deadline
	Closes   document.Time   `json:"closes"` // the new deadline
}

// Lapsed is the body of the entry by which the effect of an emergency ends.
type Lapsed struct {
	Proposal document.Digest `json:"proposal"`
	Head     string          `json:"head"`
	Document document.Digest `json:"document"` // that stands again
}

// Ballot is the body of a vote. The entry's actor is the voter, and its signature signs the EIP-712 Ballot.
type Ballot struct {
	Proposal   document.Digest `json:"proposal"` // the revision's digest
	Electorate document.Digest `json:"electorate"`
	Choice     string          `json:"choice"`
	Reason     document.Digest `json:"reason"` // salted text, zero for none
	Sequence   uint64          `json:"sequence"`
	Expires    document.Time   `json:"expires"`
}

// Sealed is the body of a ballot in a vote whose ballots are hidden until the close. The entry's actor is the voter; it has no
// signature, which would betray the choice.
type Sealed struct {
	Proposal document.Digest `json:"proposal"`
	Sequence uint64          `json:"sequence"`
	// Commitment is SHA-256(32-byte salt ‖ canonical ballot with its signature). The entry that closes the vote brings these
	// bytes with it, as the blob of that digest.
	Commitment document.Digest `json:"commitment"`
}

// Closed is the body of a count. It covers all entries before its own.
type Closed struct {
	Proposal document.Digest `json:"proposal"`
	Outcome  string          `json:"outcome"`          // passed, rejected, no-quorum, tied
	Winner   string          `json:"winner,omitempty"` // of a vote over options that passed
	Ballots  int             `json:"ballots"`          // voters counted
	Tally    document.Digest `json:"tally"`            // the count as a document
	Draft    document.Digest `json:"draft,omitzero"`   // of a vote on a mixture: what it drew up
}

// Drawn is the body of the entry that breaks the tie that a count ended in, with the hash of the block that the closing anchor is
// on. Nobody knew it while votes were cast, nor when the anchor was sent.
type Drawn struct {
	Proposal  document.Digest `json:"proposal"`
	BlockHash common.Hash     `json:"blockHash"`
	Outcome   string          `json:"outcome"`
	Winner    string          `json:"winner,omitempty"`
	Tally     document.Digest `json:"tally"` // the count once more, with the seed
}

// Void is the body of the entry that ends a proposal without a result.
type Void struct {
	Proposal document.Digest `json:"proposal"`
	Reason   string          `json:"reason"` // base-moved, source-withdrawn, not-anchored, no-electorate
}

// Anchored is the body of the entry that records a checkpoint of this log on a finalized block.
type Anchored struct {
	Size      int64           `json:"size"`
	Root      document.Digest `json:"root"`
	Tx        common.Hash     `json:"tx"`
	Block     uint64          `json:"block"`
	BlockHash common.Hash     `json:"blockHash"`
	BlockTime document.Time   `json:"blockTime"`
	// Proof shows that the log of this size is a prefix of the log as it stands before this entry (RFC 6962, 2.1.2).
	Proof []document.Digest `json:"proof"`
}

// Final is the body of the entry by which a decision takes effect: its heads move.
type Final struct {
	Proposal document.Digest `json:"proposal"`
	Anchor   int64           `json:"anchor"` // index of the anchored entry that made it so
}

// Intent is the body of the entry that fixes what a release will say, so that each co-signer writes the same bytes.
type Intent struct {
	Channel    string          `json:"channel"`
	Sequence   uint64          `json:"sequence"`
	Proposal   document.Digest `json:"proposal"`
	Head       string          `json:"head"`
	Document   document.Digest `json:"document"`
	Activation document.Time   `json:"activation"`
	Expires    document.Time   `json:"expires"`
	Previous   document.Digest `json:"previous"` // statement of the channel's last release, zero for none
	// Trust is the trust document whose co-signers must sign, zero for those of the genesis.
	Trust document.Digest `json:"trust,omitzero"`
	// Halted says that nothing of this channel is to be applied until there is a release that does not say so.
	Halted bool `json:"halted,omitempty"`
}

// Released is the body of the entry that names a release which enough co-signers signed.
type Released struct {
	Channel   string          `json:"channel"`
	Sequence  uint64          `json:"sequence"`
	Statement document.Digest `json:"statement"`
	Bundle    document.Digest `json:"bundle"`
}

// Attested is the body of a node's word that it applied a release. The entry's signature signs the EIP-712 Report.
type Attested struct {
	Channel   string          `json:"channel"`
	Release   uint64          `json:"release"`
	Statement document.Digest `json:"statement"`
	Config    document.Digest `json:"config"` // of the rendered configuration
	Applied   document.Time   `json:"applied"`
}

// Requested is the body of a request for a badge. The entry's actor is who wants it, and its signature signs what the
// badge contract checks: the EIP-712 Request that members endorse, or the Consent to a grant by one issuer.
type Requested struct {
	Type     uint32          `json:"type"`
	Level    uint8           `json:"level"`
	Issuer   common.Address  `json:"issuer,omitzero"` // who is asked to issue it; zero if members are to endorse it
	Evidence document.Digest `json:"evidence"`        // salted, see package replay
	Issued   document.Time   `json:"issued"`          // from when the badge is to count; later than the holder's last of this type
	Expires  document.Time   `json:"expires,omitzero"`
	Deadline document.Time   `json:"deadline"` // until when it can be minted
}

// Endorsed is the body of a member's word for a request. Its signature signs the badge contract's EIP-712 Endorsement,
// with the request's deadline.
type Endorsed struct {
	Request int64 `json:"request"` // index of the request's entry
}

// Declined is the body of a member's refusal to endorse a request. Its signature signs the EIP-712 Decline.
type Declined struct {
	Request int64           `json:"request"`
	Reason  document.Digest `json:"reason"` // salted text
	Expires document.Time   `json:"expires"`
}

// Corrected is the body of the entry by which a badge that a decision took away for cause stops to count in an open vote.
type Corrected struct {
	Proposal document.Digest      `json:"proposal"`
	Member   common.Address       `json:"member"`   // as the electorate lists it
	Badge    common.Hash          `json:"badge"`    // token id
	Decision document.Digest      `json:"decision"` // the proposal that decided it
	Chambers map[string]Reweighed `json:"chambers"` // where the member's weight changes
}

// Reweighed is a weight before and after a correction.
type Reweighed struct {
	Before weight.Micro `json:"before"`
	After  weight.Micro `json:"after"`
}

// Redacted is the body of the entry by which a free text is destroyed, with its salt: what the log committed to stays, and
// nobody can guess what it was.
type Redacted struct {
	Entry  int64           `json:"entry"` // that names the text
	Text   document.Digest `json:"text"`
	Ground string          `json:"ground"` // see package replay
}
