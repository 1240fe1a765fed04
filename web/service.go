package web

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/tally"
)

// Service is everything that the pages and the API ask of the governance service. Each method is one use case: a handler
// parses a request, calls one of them, builds a view model and renders it.
//
// Every error is a *refusal.Error or is treated as internal. A method that reads sees one committed state; a method that
// writes returns only when what it promises is durable. Strings called words are sentences for a member and come from the
// core's own traces: the pages print them and compute nothing.
type Service interface {
	Reading
	Voting
	Acting
	Evaluating
	Endorsing
	Proposing
	Sessions
	Log
	Delivery
}

// Reading is what the pages show. None of it needs a session.
type Reading interface {
	// Instance names this DAO, its chain, its contracts and its log. It never changes while the process runs.
	Instance() Instance

	// Now is the clock that every rule is judged by; in the demo it follows the chain and can be moved.
	Now() document.Time

	// Overview is the first page: what is being decided, what was decided last, and how far the log has come.
	Overview(ctx context.Context) (Overview, error)

	// Proposals lists proposals, the newest submission first. An empty status lists all; another must be one of the
	// lifecycle's words.
	Proposals(ctx context.Context, status string) ([]ProposalSummary, error)

	// Proposal is one proposal by the digest of any of its revisions. A running result that the rules hide is absent.
	Proposal(ctx context.Context, revision document.Digest) (Proposal, error)

	// Standing says what a member's weight in a proposal is, and why. It is given for somebody without weight too: the
	// words then say what is missing. Before the opening it is computed as if the vote opened now, and says so.
	Standing(ctx context.Context, revision document.Digest, member common.Address) (Standing, error)

	// Proof shows a member's weights in a frozen electorate to somebody who has nothing but its root.
	Proof(ctx context.Context, revision document.Digest, member common.Address) (proposal.MemberProof, error)

	// Recount lists every ballot of a proposal with its weight in each chamber, and the arithmetic of the result.
	// While the rules hide running results it refuses with the rule "results-hidden".
	Recount(ctx context.Context, revision document.Digest) (Recount, error)

	// BadgeTypes lists the badge types by domain, then level count, then number.
	BadgeTypes(ctx context.Context) ([]BadgeType, error)

	// BadgeType is one type with its issuers and holders.
	BadgeType(ctx context.Context, id uint32) (BadgeTypePage, error)

	// Members lists everybody who holds or held a badge, by name and then address.
	Members(ctx context.Context) ([]Member, error)

	// Member is one member: badges, weight per domain today with its reasons, and public activity. An address that was
	// never seen is a member without badges, not an error.
	Member(ctx context.Context, address common.Address) (MemberPage, error)

	// Documents lists the heads: the current version of each document.
	Documents(ctx context.Context) ([]DocumentSummary, error)

	// Document is the current version of a head with its history; a non-zero version selects an earlier one.
	Document(ctx context.Context, head string, version document.Digest) (Document, error)

	// Compare says what differs between two documents of one kind, each named by its digest: versions that were in force,
	// or that a proposal brought. Whose field a change is, the policy in force says.
	Compare(ctx context.Context, before, after document.Digest) (Comparison, error)

	// Releases lists the channels with their releases, the newest first.
	Releases(ctx context.Context) ([]Channel, error)

	// Release is one release with its co-signatures and the nodes that reported it.
	Release(ctx context.Context, channel string, sequence uint64) (Release, error)
}

// Voting is the way of a ballot: ask for the words to sign, sign them anywhere, bring the signature.
type Voting interface {
	// PrepareBallot hands out the typed data for a choice, with the next sequence, an expiry, and a fresh salt for the
	// reason if there is one. It stores nothing, and refuses what CastBallot would refuse.
	PrepareBallot(ctx context.Context, request BallotRequest) (PreparedBallot, error)

	// CastBallot checks and records a ballot. On return it is durable. The same signed words again return the first
	// receipt. So that ballots do not wait for readers, of the receipt only Index and File are sure to be set.
	CastBallot(ctx context.Context, ballot SignedBallot) (Receipt, error)

	// Receipt is the receipt of the ballot at an index of the log.
	// Receipt returns the receipt of a ballot. The salt, which its voter was given, opens one that is hidden until the close; empty is
	// for everybody.
	Receipt(ctx context.Context, index int64, salt string) (Receipt, error)
}

// Acting is the way of everything else that a member signs about a proposal: the same two steps as a ballot.
type Acting interface {
	// PrepareAct hands out the typed data for an act, with the member's next sequence, an expiry, and a fresh salt for the
	// text if there is one. It stores nothing, and refuses what Act would refuse.
	PrepareAct(ctx context.Context, request ActRequest) (PreparedAct, error)

	// Act checks and records an act. On return it is durable. The same signed words again return the first receipt. Of the
	// receipt only Index and File are sure to be set.
	Act(ctx context.Context, act SignedAct) (Receipt, error)
}

// Endorsing is the way to a badge: somebody asks for one, members endorse it or say why not, and it is minted. What is
// signed goes the same two steps as a ballot.
type Endorsing interface {
	// BadgeRequests lists requests for badges, the newest first: all, those of a holder, or those that wait for the word of a
	// member who could endorse them.
	BadgeRequests(ctx context.Context, filter BadgeRequestFilter) ([]BadgeRequest, error)

	// BadgeRequest is one request with its evidence, its endorsements and refusals, and who could still endorse it.
	BadgeRequest(ctx context.Context, index int64) (BadgeRequestPage, error)

	// PrepareBadgeRequest hands out the typed data of a request with its dates, and a salt for the evidence.
	PrepareBadgeRequest(ctx context.Context, application BadgeApplication) (PreparedBadgeRequest, error)

	// RequestBadge checks and records a request. The same again returns the first receipt. Of this receipt and the next two
	// only Index and File are set.
	RequestBadge(ctx context.Context, request SignedBadgeRequest) (Receipt, error)

	// PrepareEndorsement hands out the typed data of an endorsement.
	PrepareEndorsement(ctx context.Context, index int64, endorser common.Address) (PreparedEndorsement, error)

	// Endorse records an endorsement. It can not be taken back.
	Endorse(ctx context.Context, endorsement SignedEndorsement) (Receipt, error)

	// PrepareDecline hands out the typed data of a refusal to endorse.
	PrepareDecline(ctx context.Context, index int64, endorser common.Address, reason string) (PreparedEndorsement, error)

	// Decline records a refusal to endorse, with its reason.
	Decline(ctx context.Context, decline SignedEndorsement) (Receipt, error)
}

// Proposing is the way of a proposal: the same two steps as a ballot.
type Proposing interface {
	// PrepareProposal validates the new document against its head's kind and hands out the typed data.
	PrepareProposal(ctx context.Context, request ProposalRequest) (PreparedProposal, error)

	// Propose records a signed proposal and returns its digest and its place in the log.
	Propose(ctx context.Context, proposal SignedProposal) (revision document.Digest, index int64, err error)
}

// Sessions is sign-in by EIP-4361. A session only saves typing: no right depends on it.
type Sessions interface {
	// Challenge hands out the message to sign, with a single-use nonce bound to host and address.
	Challenge(ctx context.Context, host string, address common.Address) (message string, err error)

	// SignIn checks the signed message and opens a session. The token is opaque and known only to the browser; what is
	// stored is its digest.
	SignIn(ctx context.Context, host, message, signature string) (token string, expires document.Time, err error)

	// Session returns who a token belongs to. An unknown or expired token is refused as unauthenticated.
	Session(ctx context.Context, token string) (Person, error)

	// SignOut ends a session. Ending one that does not exist is no error.
	SignOut(ctx context.Context, token string) error
}

// Log is the record, raw and readable. Checkpoint, tiles and blobs are bytes to be served as they are.
type Log interface {
	// Checkpoint is the newest signed checkpoint, as a C2SP signed note.
	Checkpoint(ctx context.Context) ([]byte, error)

	// Tile returns the bytes at a C2SP tlog-tiles path below the log's prefix ("tile/0/000", "tile/entries/000.p/7").
	Tile(ctx context.Context, path string) ([]byte, error)

	// Genesis is entry 0, byte for byte.
	Genesis(ctx context.Context) ([]byte, error)

	// Blob returns content by its digest.
	Blob(ctx context.Context, digest document.Digest) ([]byte, error)

	// LogPage lists entries, the newest first: at most limit of them, below the given index (negative: from the end).
	LogPage(ctx context.Context, before int64, limit int) (LogPage, error)

	// LogEntry is one entry with its exact bytes and an inclusion proof against the newest checkpoint.
	LogEntry(ctx context.Context, index int64) (LogEntry, error)
}

// Delivery is how releases reach nodes and how nodes and co-signers answer.
type Delivery interface {
	// TUF returns a file of the TUF repository.
	TUF(ctx context.Context, path string) ([]byte, error)

	// Cosign adds a co-signer's DSSE signature to a release's envelope.
	Cosign(ctx context.Context, channel string, sequence uint64, envelope []byte) error

	// Report records a node's signed report and returns its index in the log.
	Report(ctx context.Context, report NodeReport) (index int64, err error)
}

// Demo is what `peritus demo` adds; it is nil in production. It holds the keys of the invented members.
type Demo interface {
	// Accounts lists the members whose wallet a visitor may borrow.
	Accounts() []DemoAccount

	// Request answers an EIP-1193 request for one of those accounts.
	Request(ctx context.Context, account common.Address, method string, params json.RawMessage) (json.RawMessage, error)

	// Advance moves the clock on and lets everything that falls due happen before it returns.
	Advance(ctx context.Context, seconds int64) error
}

// DemoAccount is a borrowed wallet: who it belongs to, and a line about them.
type DemoAccount struct {
	Address common.Address `json:"address"`
	Name    string         `json:"name"`
	About   string         `json:"about"`
}

// Instance names a DAO and everything that a signature or a proof is bound to.
type Instance struct {
	Name           string          `json:"name"` // "Peritus demo"
	ChainID        uint64          `json:"chainId"`
	AnchorContract common.Address  `json:"anchorContract"`
	BadgeContract  common.Address  `json:"badgeContract"`
	Genesis        document.Digest `json:"genesis,omitzero"`
	Origin         string          `json:"origin"` // the log's origin line
	LogKey         string          `json:"logKey"` // the log's verifier key, as C2SP writes it
	Cosigners      int             `json:"cosigners"`
	Threshold      int             `json:"threshold"` // how many co-signers a release needs
}

// Overview is the content of the first page.
type Overview struct {
	Open     []ProposalSummary `json:"open"`   // voting or in its challenge window, the earliest deadline first
	Recent   []ProposalSummary `json:"recent"` // the latest that ended
	Heads    []DocumentSummary `json:"heads"`
	LogSize  int64             `json:"logSize"`
	LogTime  document.Time     `json:"logTime,omitzero"`
	Anchored Anchored          `json:"anchored,omitzero"`
}

// Anchored is the newest checkpoint that is final on chain. Its zero value means none yet.
type Anchored struct {
	Size  int64         `json:"size"`
	Block uint64        `json:"block"`
	Tx    common.Hash   `json:"tx"`
	Time  document.Time `json:"time,omitzero"`
}

// ProposalSummary is a proposal in a list.
type ProposalSummary struct {
	Revision  document.Digest `json:"revision,omitzero"`
	Title     string          `json:"title"`
	Status    string          `json:"status"` // draft, submitted, review, voting, closed, challenge, final, rejected, no-quorum, vetoed, void, withdrawn, expired
	Head      string          `json:"head"`   // the document it changes
	HeadTitle string          `json:"headTitle"`
	Submitted document.Time   `json:"submitted,omitzero"`
	Opens     document.Time   `json:"opens,omitzero"`  // zero: not yet known
	Closes    document.Time   `json:"closes,omitzero"` // zero: not yet known
	Finals    document.Time   `json:"finals,omitzero"` // when the challenge window ends; zero: not yet known
	Domains   []Share         `json:"domains"`
	Ballots   int             `json:"ballots"`
	Electors  int             `json:"electors"`
	Result    *Result         `json:"result,omitempty"` // nil while it is hidden or nothing is counted
}

// Share is a domain's part in a decision.
type Share struct {
	Domain string `json:"domain"`
	Points uint64 `json:"points"`
	Micro  uint64 `json:"micro"` // of 1,000,000
}

// Proposal is one proposal in full.
type Proposal struct {
	ProposalSummary
	Summary    string           `json:"summary"` // Markdown by the proposer: never trusted, always sanitised
	Proposer   Person           `json:"proposer"`
	Kind       string           `json:"kind"` // the document's schema
	KindTitle  string           `json:"kindTitle"`
	Base       document.Digest  `json:"base,omitzero"`     // the version it starts from; zero: a new document
	Document   document.Digest  `json:"document,omitzero"` // the new version
	Version    string           `json:"version"`
	BaseTitle  string           `json:"baseTitle"`
	Bump       string           `json:"bump"`      // "minor", and
	BumpWhy    string           `json:"bumpWhy"`   // why
	Changes    []Change         `json:"changes"`   // of all documents
	Documents  []DocumentChange `json:"documents"` // the same by document, the model first
	Warnings   []string         `json:"warnings"`
	Names      Names            `json:"names,omitempty"` // documents that the changes name by digest
	Rules      Rules            `json:"rules"`
	Chambers   []Chamber        `json:"chambers"`
	Electorate document.Digest  `json:"electorate,omitzero"` // zero before the opening
	Frozen     FrozenAt         `json:"frozen,omitzero"`
	Timeline   []Event          `json:"timeline"`
	Decision   *Decision        `json:"decision,omitempty"`
	Life       Life             `json:"life"`
}

// DocumentChange is what a proposal, or an option of one, does to one document.
type DocumentChange struct {
	Head        string          `json:"head"`
	Option      string          `json:"option,omitempty"`
	Title       string          `json:"title"`
	KindTitle   string          `json:"kindTitle"`
	Base        document.Digest `json:"base,omitzero"` // zero: a new document
	Document    document.Digest `json:"document"`
	Version     string          `json:"version"`
	BaseVersion string          `json:"baseVersion"`
	Bump        string          `json:"bump"`
	BumpWhy     string          `json:"bumpWhy"`
	Changes     []Change        `json:"changes"`
}

// Life is what members did about a proposal beside voting, and what follows from it.
type Life struct {
	Sponsors       []Person        `json:"sponsors"`
	SponsorsNeeded int             `json:"sponsorsNeeded"`
	SponsorBy      document.Time   `json:"sponsorBy,omitzero"` // or it expires; zero once it is sponsored
	Objections     []Objection     `json:"objections"`
	Grounds        []Ground        `json:"grounds"`            // on which a member can object
	Blocked        document.Time   `json:"blocked,omitzero"`   // until when unsettled objections keep the vote from opening
	Cools          document.Time   `json:"cools,omitzero"`     // until when it rests, because the same has failed
	Recused        []Person        `json:"recused"`            // declared a conflict
	Vetoes         []Person        `json:"vetoes"`             // guardians who want it stopped
	VetoesNeeded   int             `json:"vetoesNeeded"`       // zero: there are no guardians, or they cannot stop this
	Guardians      []Person        `json:"guardians"`          //
	Halts          []Person        `json:"halts"`              // guardians who want the channels halted that release it
	Halted         document.Time   `json:"halted,omitzero"`    // until when they are halted
	Extended       int64           `json:"extended"`           // the entry that extended the vote; -1: none
	Ended          document.Time   `json:"ended,omitzero"`     //
	EndedAt        int64           `json:"endedAt"`            // the entry that ended it; -1: none
	Reason         string          `json:"reason"`             // of a void; objection-upheld
	Emergency      bool            `json:"emergency"`          // the council restores the version before
	Council        []Person        `json:"council"`            // who signed the emergency
	CouncilNeeded  int             `json:"councilNeeded"`      //
	Lapses         document.Time   `json:"lapses,omitzero"`    // of an emergency that took effect and is not ratified yet
	Revises        document.Digest `json:"revises,omitzero"`   // the earlier text
	RevisedBy      document.Digest `json:"revisedBy,omitzero"` // the later text
	Ratifies       document.Digest `json:"ratifies,omitzero"`  // the emergency
	Method         string          `json:"method"`             // how a vote over options is counted; empty: for, against or abstain
	Options        []Option        `json:"options"`            // of a vote over options
	Winner         string          `json:"winner"`             // of one that passed
	Executed       []Execution     `json:"executed"`           // the transactions of the contracts' owner that name the decision
	Differs        []string        `json:"differs"`            // of a badge type in force: how the contract still differs, in sentences
	Corrections    []Correction    `json:"corrections"`        // of the electorate, while the vote was open
	Moves          []Move          `json:"moves"`              // of members whose key was lost meanwhile
	Acts           []Act           `json:"acts"`               // everything, oldest first
}

// Correction is a weight that a member lost in an open vote, since a decision took a badge away for cause.
type Correction struct {
	Index    int64           `json:"index"` // of its entry
	Member   Person          `json:"member"`
	Badge    string          `json:"badge"`    // name of the badge's type
	Decision document.Digest `json:"decision"` // the proposal that decided it
	Weights  []Reweighed     `json:"weights"`  // where it changed
}

// Reweighed is a weight in one chamber before and after a correction.
type Reweighed struct {
	Chamber string       `json:"chamber"`
	Before  weight.Micro `json:"before"`
	After   weight.Micro `json:"after"`
}

// Move is a member whose badges went to another address while a vote was open.
type Move struct {
	Index int64  `json:"index"` // of the entry that brought it
	From  Person `json:"from"`
	To    Person `json:"to"`
}

// Execution is a transaction that carries out a decision on chain.
type Execution struct {
	Entry int64       `json:"entry"` // of the chain's range
	Tx    common.Hash `json:"tx"`
	Block uint64      `json:"block"`
}

// Option is what a ballot can choose in a vote over options.
type Option struct {
	Name      string                     `json:"name"`
	Documents map[string]document.Digest `json:"documents"` // by head; none: everything stays as it is, or it is a poll
}

// Ground is a ground of objection, and who rules on it.
type Ground struct {
	Name   string   `json:"name"` // licence, personal-data, hash, safety
	Judges []Judges `json:"judges"`
}

// Judges are experts of a domain, of whom so many must agree.
type Judges struct {
	Domain  string `json:"domain"`
	Experts int    `json:"experts"`
}

// Objection is a reasoned objection with what became of it.
type Objection struct {
	Act
	Ground  string   `json:"ground"`
	Judges  []Judges `json:"judges"`
	Answers []Act    `json:"answers"`
	Uphold  []Person `json:"uphold"`  // experts who ruled so
	Dismiss []Person `json:"dismiss"` //
	Outcome string   `json:"outcome"` // retract, uphold, dismiss; empty: unsettled
	Settled int64    `json:"settled"` // the entry that settled it; -1: none
}

// Act is one thing that a member did.
type Act struct {
	Index  int64         `json:"index"`
	Member Person        `json:"member"`
	Act    string        `json:"act"`
	Text   string        `json:"text"`
	Time   document.Time `json:"time,omitzero"`
}

// Person is an address with the name that its owner gave, if any.
type Person struct {
	Address common.Address `json:"address"`
	Name    string         `json:"name"`
}

// Change is one changed place of a document, ready to be read.
type Change struct {
	Path    string          `json:"path"`  // JSON pointer
	Label   string          `json:"label"` // the path in words: "Inference › Temperature"
	Op      string          `json:"op"`    // add, remove, replace
	Before  json.RawMessage `json:"before"`
	After   json.RawMessage `json:"after"`
	Domains []Share         `json:"domains"` // who has a say because of it; Micro is not set
	Note    string          `json:"note"`    // a warning that matters, or empty
}

// Rules are the frozen rules of a decision.
type Rules struct {
	Policy        document.Digest `json:"policy,omitzero"`
	Threshold     string          `json:"threshold"`    // "1/2": For / (For + Against) must be above it
	QuorumWeight  string          `json:"quorumWeight"` // "1/5" of each chamber's total
	QuorumHeads   int             `json:"quorumHeads"`
	DomainHeads   int             `json:"domainHeads"`
	Review        int64           `json:"review"` // seconds
	Voting        int64           `json:"voting"`
	Challenge     int64           `json:"challenge"`
	Sponsors      int             `json:"sponsors"`
	Patience      int64           `json:"patience"`  // seconds in which they must be found
	Ruling        int64           `json:"ruling"`    // seconds for which an unsettled objection blocks the opening
	Swing         int64           `json:"swing"`     // last seconds in which a change of the outcome extends the vote
	Extension     int64           `json:"extension"` // by so many seconds, once
	Cooldown      int64           `json:"cooldown"`  // seconds that the same must rest after a failure
	HiddenResults bool            `json:"hiddenResults"`
}

// Chamber is a body that must agree.
type Chamber struct {
	Name     string         `json:"name"` // "experts/safety"
	Domain   string         `json:"domain"`
	Electors int            `json:"electors"`
	Total    weight.Micro   `json:"total"` // weight in micro-units
	Result   *ChamberResult `json:"result,omitempty"`
	Poll     *PollResult    `json:"poll,omitempty"` // of a vote over options, instead of Result
}

// ChamberResult is a chamber's count so far, or its final count.
type ChamberResult struct {
	For          weight.Micro `json:"for"`     // weight in micro-units
	Against      weight.Micro `json:"against"` // micro-units
	Abstain      weight.Micro `json:"abstain"` // micro-units
	Heads        int          `json:"heads"`
	HeadsFor     int          `json:"headsFor"`
	HeadsAgainst int          `json:"headsAgainst"`
	HeadsAbstain int          `json:"headsAbstain"`
	Quorum       weight.Micro `json:"quorum"`      // weight needed
	QuorumHeads  int          `json:"quorumHeads"` // people needed
	Threshold    string       `json:"threshold"`   // "1/2"
	QuorumMet    bool         `json:"quorumMet"`
	ThresholdMet bool         `json:"thresholdMet"`
	Passed       bool         `json:"passed"`
}

// PollResult is a chamber's count of a vote over options.
type PollResult struct {
	Winner      string        `json:"winner"` // by the vote's method, in this chamber alone; empty: none
	Heads       int           `json:"heads"`
	Weight      weight.Micro  `json:"weight"` // that took part, in micro-units
	Quorum      weight.Micro  `json:"quorum"`
	QuorumHeads int           `json:"quorumHeads"`
	QuorumMet   bool          `json:"quorumMet"`
	StatusQuo   *StatusQuo    `json:"statusQuo,omitempty"` // where there is one, and another option won among all
	Approved    bool          `json:"approved"`
	Count       tally.Outcome `json:"count"` // by the vote's method, every round
}

// StatusQuo is what a chamber says of the winner among all beside everything staying as it is.
type StatusQuo struct {
	Winner       string       `json:"winner"`
	For          weight.Micro `json:"for"` // weight that prefers the winner, in micro-units
	Against      weight.Micro `json:"against"`
	HeadsFor     int          `json:"headsFor"`
	HeadsAgainst int          `json:"headsAgainst"`
	Threshold    string       `json:"threshold"` // "1/2": For / (For + Against) must be above it
}

// FrozenAt says from which finalized block the electorate was taken.
type FrozenAt struct {
	Block uint64        `json:"block"`
	Time  document.Time `json:"time,omitzero"`
}

// Event is a point in a proposal's life: past with an entry, or still to come.
type Event struct {
	Name  string        `json:"name"` // submitted, voided, opened, closes, challenge-ends, final, anchored, released
	Time  document.Time `json:"time,omitzero"`
	Done  bool          `json:"done"`
	Entry int64         `json:"entry"` // -1: no entry
}

// Result is the outcome over all chambers.
type Result struct {
	Final   bool         `json:"final"` // false: as the count stands now
	Passed  bool         `json:"passed"`
	For     weight.Micro `json:"for"`     // weight in the chamber of all, for the bar in a list; micro-units
	Against weight.Micro `json:"against"` // micro-units
	Abstain weight.Micro `json:"abstain"` // micro-units
}

// Decision is what a closed vote led to.
type Decision struct {
	Outcome  string          `json:"outcome"` // passed, rejected, no-quorum, vetoed, void
	Tally    document.Digest `json:"tally,omitzero"`
	Entry    int64           `json:"entry"`
	Anchored *Anchored       `json:"anchored,omitempty"`
	Release  *ReleaseRef     `json:"release,omitempty"`
	Why      string          `json:"why"` // of a void, in words
}

// ReleaseRef points to a release.
type ReleaseRef struct {
	Channel  string `json:"channel"`
	Sequence uint64 `json:"sequence"`
}

// Standing is a member's weight in one proposal, and why.
type Standing struct {
	Member   Person            `json:"member"`
	Frozen   bool              `json:"frozen"` // false: a preview, because the electorate is not frozen yet
	Chambers []StandingChamber `json:"chambers"`
	Current  *CastChoice       `json:"current,omitempty"`
	Votable  bool              `json:"votable"` // has weight, and voting is open
	May      []string          `json:"may"`     // the words of every act that the member may do now
}

// StandingChamber is a member's weight in one chamber.
type StandingChamber struct {
	Name   string       `json:"name"`
	Domain string       `json:"domain"`
	Weight weight.Micro `json:"weight"` // micro-units
	Total  weight.Micro `json:"total"`
	Words  []string     `json:"words"` // "Safety level 4, issued 14 months ago, counts 61 of 100; …"
}

// CastChoice is the ballot that counts for a member now.
type CastChoice struct {
	Choice   string        `json:"choice"`
	Index    int64         `json:"index"`
	Time     document.Time `json:"time,omitzero"`
	Sequence uint64        `json:"sequence"`
}

// BallotRequest asks for the words to sign.
type BallotRequest struct {
	Revision document.Digest `json:"revision,omitzero"`
	Voter    common.Address  `json:"voter"`
	Choice   string          `json:"choice"` // for, against, abstain, withdraw
	Reason   string          `json:"reason"` // free text; empty for none
}

// PreparedBallot is what to sign, and what must come back with the signature unchanged.
type PreparedBallot struct {
	TypedData json.RawMessage `json:"typedData"` // for eth_signTypedData_v4
	Digest    common.Hash     `json:"digest"`    // the EIP-712 digest, for people who sign digests
	Salt      string          `json:"salt"`      // 64 hex digits; empty without a reason
	Sequence  uint64          `json:"sequence"`
	Expires   document.Time   `json:"expires,omitzero"`
	Standing  Standing        `json:"standing"`
}

// SignedBallot is a ballot as it comes back.
type SignedBallot struct {
	Revision  document.Digest `json:"revision,omitzero"`
	Voter     common.Address  `json:"voter"`
	Choice    string          `json:"choice"`
	Reason    string          `json:"reason"`
	Salt      string          `json:"salt"`
	Seal      string          `json:"seal,omitempty"` // of a receipt of a hidden vote, to put the ballot back
	Sequence  uint64          `json:"sequence"`
	Expires   document.Time   `json:"expires,omitzero"`
	Signature string          `json:"signature"`
}

// ActRequest asks for the words of an act.
type ActRequest struct {
	Revision document.Digest `json:"revision,omitzero"`
	Member   common.Address  `json:"member"`
	Act      string          `json:"act"`  // sponsor, withdraw, comment, "object: licence", "answer 12", recuse, …
	Text     string          `json:"text"` // free text; empty for none
}

// PreparedAct is what to sign, and what must come back with the signature unchanged.
type PreparedAct struct {
	TypedData json.RawMessage `json:"typedData"` // for eth_signTypedData_v4
	Digest    common.Hash     `json:"digest"`    // the EIP-712 digest, for people who sign digests
	Salt      string          `json:"salt"`      // 64 hex digits; empty without a text
	Sequence  uint64          `json:"sequence"`
	Expires   document.Time   `json:"expires,omitzero"`
}

// SignedAct is an act as it comes back.
type SignedAct struct {
	Revision  document.Digest `json:"revision,omitzero"`
	Member    common.Address  `json:"member"`
	Act       string          `json:"act"`
	Text      string          `json:"text"`
	Salt      string          `json:"salt"`
	Sequence  uint64          `json:"sequence"`
	Expires   document.Time   `json:"expires,omitzero"`
	Signature string          `json:"signature"`
}

// Receipt is the durable answer to a ballot.
type Receipt struct {
	Index      int64           `json:"index"`
	Revision   document.Digest `json:"revision,omitzero"`
	Title      string          `json:"title"`
	Voter      Person          `json:"voter"`
	Choice     string          `json:"choice"`
	Sequence   uint64          `json:"sequence"`
	Time       document.Time   `json:"time,omitzero"`
	Superseded int64           `json:"superseded"` // the index of the ballot that replaced it; -1: this one counts
	LeafHash   string          `json:"leafHash"`
	TreeSize   int64           `json:"treeSize"`
	File       []byte          `json:"-"`              // the receipt as a file, verifiable offline
	Salt       string          `json:"-"`              // of a sealed ballot, for its voter alone
	Opens      document.Time   `json:"opens,omitzero"` // when the ballot, which is sealed, is opened; zero: it is open
	Stood      bool            `json:"-"`              // of a ballot that was sent again: it was in the record already
}

// Recount is everything needed to count a proposal by hand.
type Recount struct {
	Proposal ProposalSummary `json:"proposal"`
	Rules    Rules           `json:"rules"`
	Method   string          `json:"method,omitempty"`  // of a vote over options; empty: for, against, abstain
	Options  []string        `json:"options,omitempty"` // of it
	Chambers []Chamber       `json:"chambers"`
	Ballots  []CountedBallot `json:"ballots"`
}

// CountedBallot is one ballot with what it weighed.
type CountedBallot struct {
	Index    int64          `json:"index"`
	Voter    Person         `json:"voter"`
	Listed   common.Address `json:"listed"` // how the electorate lists the voter: an older address, if the key was lost since
	Choice   string         `json:"choice"`
	Sequence uint64         `json:"sequence"`
	Time     document.Time  `json:"time,omitzero"`
	Weights  []weight.Micro `json:"weights"` // micro-units, in the order of the chambers
	Counted  bool           `json:"counted"`
	WhyNot   string         `json:"whyNot"`          // replaced, withdrawn, or empty
	Posted   uint64         `json:"posted,omitzero"` // the block in which the voter posted it on chain
	Reason   string         `json:"reason"`
}

// BadgeType is a kind of badge.
type BadgeType struct {
	ID       uint32 `json:"id"`
	Name     string `json:"name"`
	Domain   string `json:"domain"`
	Levels   uint8  `json:"levels"`
	Validity int64  `json:"validity"` // seconds; zero: without end
	Holders  int    `json:"holders"`
	Issuers  int    `json:"issuers"`
	Retired  bool   `json:"retired"`
	About    string `json:"about"`

	Endorsements  uint8  `json:"endorsements"`  // how many stand in for an issuer; 0: endorsements do not mint
	EndorserLevel uint8  `json:"endorserLevel"` // the least level of an endorser
	Burn          string `json:"burn"`          // who may end a badge: issuer, holder, issuer or holder, nobody
}

// BadgeTypePage is a badge type with the people around it.
type BadgeTypePage struct {
	BadgeType
	Power    []weight.Micro `json:"power"` // micro-units per level
	IssuedBy []Person       `json:"issuedBy"`
	Held     []Badge        `json:"held"`
	HalfLife int64          `json:"halfLife"` // seconds in which it loses half its weight; zero: never
	History  []BadgeEvent   `json:"history"`  // the newest first
	Waiting  []BadgeRequest `json:"waiting"`  // requests for it that are open
}

// BadgeEvent is something that happened to a badge type or a badge of it.
type BadgeEvent struct {
	Time   document.Time `json:"time"`
	Kind   string        `json:"kind"` // created, retired, issuer-allowed, issuer-ended, granted, revoked, surrendered
	Person Person        `json:"person,omitzero"`
	By     Person        `json:"by,omitzero"` // the issuer of a grant, none with endorsements; who revoked
	Level  uint8         `json:"level,omitzero"`
	Reason string        `json:"reason,omitempty"` // of a revocation: cause, mistake, superseded
}

// Badge is one badge.
type Badge struct {
	ID      string        `json:"id"`
	Type    uint32        `json:"type"`
	Name    string        `json:"name"`
	Domain  string        `json:"domain"`
	Level   uint8         `json:"level"`
	Levels  uint8         `json:"levels"`
	Holder  Person        `json:"holder"`
	Issuer  Person        `json:"issuer"`
	Issued  document.Time `json:"issued,omitzero"`
	Granted document.Time `json:"granted,omitzero"` // when the chain granted this level, or renewed it
	Expires document.Time `json:"expires,omitzero"` // zero: never
	Revoked document.Time `json:"revoked,omitzero"` // zero: not revoked
	Reason  string        `json:"reason,omitempty"` // of that: cause, mistake, superseded; surrendered if the holder gave it up
	Request int64         `json:"request,omitzero"` // the entry of the request that led to it; zero: none did
	InForce bool          `json:"inForce"`
	Tx      common.Hash   `json:"tx"`
	Block   uint64        `json:"block"`
}

// Member is somebody in a list.
type Member struct {
	Person
	Badges  int      `json:"badges"`
	Domains []string `json:"domains"`
}

// MemberPage is one member.
type MemberPage struct {
	Person
	About   string         `json:"about"`
	Badges  []Badge        `json:"badges"`
	Weights []DomainWeight `json:"weights"`
	Ballots []MemberBallot `json:"ballots"`
	Pending []BadgeRequest `json:"pending"` // the member's own open requests
	Asked   []BadgeRequest `json:"asked"`   // open requests that wait for the member's word
	Coming  []Coming       `json:"coming"`  // what the chain says of the member's badges that the record does not have yet
	// Activity is what the member did beside voting, and what became of the member's badges: the newest lines, the newest first. A
	// line about a badge has no entry of its own: its index is -1 and its kind badge-granted or badge-ended.
	Activity []LogLine `json:"activity"`
}

// Coming is something that happened to a badge on the chain and is not final: it may still be taken back, and counts nowhere.
type Coming struct {
	Kind  string `json:"kind"` // of the chain's event: minted, renewed, level-changed, revoked, surrendered …
	Type  uint32 `json:"type"`
	Name  string `json:"name"`
	Level uint8  `json:"level"` // 0 where the event names none
	Block uint64 `json:"block"`
	Final uint64 `json:"final"` // the newest block that is final
}

// DomainWeight is a member's weight in one domain today, and why.
type DomainWeight struct {
	Domain string       `json:"domain"`
	Weight weight.Micro `json:"weight"` // micro-units
	Words  []string     `json:"words"`
}

// MemberBallot is a ballot that a member cast.
type MemberBallot struct {
	Revision document.Digest `json:"revision,omitzero"`
	Title    string          `json:"title"`
	Choice   string          `json:"choice"`
	Time     document.Time   `json:"time,omitzero"`
	Index    int64           `json:"index"`
}

// DocumentSummary is a head.
type DocumentSummary struct {
	Head      string           `json:"head"`
	Title     string           `json:"title"`
	Kind      string           `json:"kind"`
	KindTitle string           `json:"kindTitle"`
	Version   string           `json:"version"`
	Digest    document.Digest  `json:"digest,omitzero"`
	Since     document.Time    `json:"since,omitzero"`
	Open      *document.Digest `json:"open,omitempty"`      // the proposal under vote about it, if any
	Withdrawn bool             `json:"withdrawn,omitempty"` // not to be used any more
}

// Document is one version of a document with its head's history.
type Document struct {
	DocumentSummary
	Current bool              `json:"current"`
	Raw     []byte            `json:"-"`               // canonical bytes
	Texts   map[string]string `json:"texts,omitempty"` // texts that are part of it and that it names by digest, by their place (a JSON pointer)
	History []Version         `json:"history"`
	Chained bool              `json:"-"` // the next version must name this one in its field parent

	// Decided says, for the place of each value (a JSON pointer), which version gave it the form that it has here: an
	// index into History.
	Decided map[string]int `json:"decided"`
	Names   Names          `json:"names,omitempty"` // documents of the record that it names by digest
	Lineage Lineage        `json:"lineage,omitzero"`
	Rests   []DocumentRef  `json:"withdrawnSources,omitempty"` // what is withdrawn of the document and all that it was made from
	Mixture *MixtureFacts  `json:"mixture,omitempty"`          // what follows from a mixture and its manifests
}

// Names finds the documents that another names by digest.
type Names map[document.Digest]DocumentRef

// DocumentRef names a version of a document. Head is empty where the version was never one of a head's.
type DocumentRef struct {
	Digest  document.Digest `json:"digest,omitzero"`
	Head    string          `json:"head"`
	Kind    string          `json:"kind"`
	Title   string          `json:"title"`
	Version string          `json:"version"`
	// Withdrawn says that the document, of which this is or was a version, is withdrawn.
	Withdrawn bool `json:"withdrawn,omitempty"`
}

// Lineage is what a document was made from, and what is made from it: a graph without cycles.
type Lineage struct {
	Nodes []LineageNode `json:"nodes"` // what comes first stands first
	Edges []LineageEdge `json:"edges"`
}

// LineageNode is a document of the record, or something outside it that a document names.
type LineageNode struct {
	DocumentRef
	Role    string `json:"role"` // origin, dataset, mixture, ancestor, model
	Licence string `json:"licence"`
	Self    bool   `json:"self"` // the document whose lineage this is
}

// LineageEdge says how one came from another.
type LineageEdge struct {
	From     int    `json:"from"`     // indices of nodes
	To       int    `json:"to"`       //
	Relation string `json:"relation"` // source, trained, or the word of the document: fine-tuned, filtered …
	Share    int64  `json:"share"`    // of a source in its mixture, in units of 10^-12; zero elsewhere
}

// MixtureFacts is what follows from a mixture and the manifests of its sources. Shares are of the whole budget, in units of
// 10^-12.
type MixtureFacts struct {
	Tokenizer  string         `json:"tokenizer"`
	Budget     int64          `json:"budget"`
	Stages     []MixtureStage `json:"stages"`
	Licences   []Part         `json:"licences"` // by concluded licence, the largest part first
	Categories []Part         `json:"categories"`
	Personal   []Part         `json:"personal"`
	OptOuts    []Part         `json:"optOuts"`
	// Contaminated names evaluation data of the specs in force that is among the sources.
	Contaminated []Contamination `json:"contaminated"`
}

// Contamination is evaluation data found among training data.
type Contamination struct {
	Source     string `json:"source"`
	Spec       string `json:"spec"` // the head whose evaluation it is
	Evaluation string `json:"evaluation"`
	Where      string `json:"where"` // what in the manifest of the source names it
}

// MixtureStage is one phase of training.
type MixtureStage struct {
	ID      string          `json:"id"`
	Tokens  int64           `json:"tokens"`
	Summary string          `json:"summary"`
	Sources []MixtureSource `json:"sources"` // the largest first
}

// MixtureSource is one data set of a stage.
type MixtureSource struct {
	ID        string      `json:"id"`
	Manifest  DocumentRef `json:"manifest"`
	Known     bool        `json:"known"`  // whether the record holds its manifest
	Weight    int64       `json:"weight"` // of the stage, as are the bounds
	Minimum   int64       `json:"minimum"`
	Maximum   int64       `json:"maximum"`
	Share     int64       `json:"share"` // of the whole budget
	Seen      int64       `json:"seen"`  // tokens trained on, repetitions included
	Holds     int64       `json:"holds"` // tokens that it has; 0: nobody says
	Epochs    string      `json:"epochs"`
	MaxEpochs string      `json:"maxEpochs"`
	Exceeded  bool        `json:"exceeded"` // repeated more often than the mixture allows
	Licence   string      `json:"licence"`
	Category  string      `json:"category"`
}

// Part is a named part of a whole.
type Part struct {
	Name  string `json:"name"`
	Share int64  `json:"share"`
}

// Comparison is the difference of two versions of one kind of document.
type Comparison struct {
	Before   DocumentRef `json:"before"`
	After    DocumentRef `json:"after"`
	Changes  []Change    `json:"changes"`
	Warnings []string    `json:"warnings"`
	Names    Names       `json:"names,omitempty"`
	Bump     string      `json:"bump"`
	BumpWhy  string      `json:"bumpWhy"`
}

// Version is one version that a head had.
type Version struct {
	Digest   document.Digest `json:"digest,omitzero"`
	Version  string          `json:"version"`
	Time     document.Time   `json:"time,omitzero"`
	Entry    int64           `json:"entry"`
	Proposal document.Digest `json:"proposal,omitzero"` // zero: genesis
	Title    string          `json:"title"`
}

// Channel is a named sequence of releases.
type Channel struct {
	Name     string    `json:"name"`
	Head     string    `json:"head"`
	Releases []Release `json:"releases"`
}

// Release is one release.
type Release struct {
	Channel    string          `json:"channel"`
	Sequence   uint64          `json:"sequence"`
	Head       string          `json:"head"`
	Document   document.Digest `json:"document,omitzero"`
	DocTitle   string          `json:"docTitle"`
	Version    string          `json:"version"`
	Statement  document.Digest `json:"statement,omitzero"`
	Previous   document.Digest `json:"previous,omitzero"`
	Activation document.Time   `json:"activation,omitzero"`
	Expires    document.Time   `json:"expires,omitzero"`
	Intended   int64           `json:"intended"` // entries of the log
	Decided    int64           `json:"decided"`
	Released   int64           `json:"released"` // -1: not yet
	Proposal   document.Digest `json:"proposal,omitzero"`
	Anchor     *Anchored       `json:"anchor,omitempty"`
	Threshold  int             `json:"threshold"`
	Cosigners  []Cosigner      `json:"cosigners"`
	Nodes      []Node          `json:"nodes"`
	Current    bool            `json:"current"`
	Halted     bool            `json:"halted"`                     // it tells machines to switch to nothing
	Bundle     document.Digest `json:"bundle,omitzero"`            // its bytes are a blob; zero: not yet released
	BundlePath string          `json:"bundlePath"`                 // its name, also as a TUF target
	Rests      []DocumentRef   `json:"withdrawnSources,omitempty"` // what its document was made from and was withdrawn since
}

// Cosigner is an independent verifier and whether it has signed.
type Cosigner struct {
	KeyID  string `json:"keyId"`
	Name   string `json:"name"`
	Signed bool   `json:"signed"`
}

// Node is a machine that reported what it runs.
type Node struct {
	Address common.Address  `json:"address"`
	Name    string          `json:"name"`
	Applied document.Time   `json:"applied,omitzero"`
	Config  document.Digest `json:"config,omitzero"`
	Entry   int64           `json:"entry"`
	Match   bool            `json:"match"` // it runs this very release
}

// LogPage is a stretch of the log.
type LogPage struct {
	Size       int64         `json:"size"`
	Root       string        `json:"root"` // base64, as in the checkpoint
	Checkpoint []byte        `json:"-"`
	Time       document.Time `json:"time,omitzero"`
	Anchored   Anchored      `json:"anchored,omitzero"`
	Entries    []LogLine     `json:"entries"`
	Older      int64         `json:"older"` // the index to pass next; -1: the end
}

// LogLine is an entry in a list.
type LogLine struct {
	Index   int64         `json:"index"`
	Kind    string        `json:"kind"`
	Time    document.Time `json:"time,omitzero"`
	Actor   Person        `json:"actor"`
	Title   string        `json:"title"`           // of the proposal, or the channel of the release, that it is about
	Choice  string        `json:"choice"`          // of a ballot
	Outcome string        `json:"outcome"`         // of a count, or the reason of a void
	Number  int64         `json:"number"`          // of a release; of entries anchored; of badge events
	Block   uint64        `json:"block"`           // of an anchor; the last of a chain range
	Posted  uint64        `json:"posted,omitzero"` // the block in which its actor posted it on chain
	Link    *LogLink      `json:"link,omitempty"`
}

// LogLink is what an entry is about.
type LogLink struct {
	Revision *document.Digest `json:"revision,omitempty"`
	Release  *ReleaseRef      `json:"release,omitempty"`
	Head     string           `json:"head"`
	Request  int64            `json:"request,omitzero"` // for a badge
	Badge    uint32           `json:"badge,omitzero"`   // type
}

// LogEntry is one entry with its proof.
type LogEntry struct {
	LogLine
	Raw        []byte   `json:"-"`
	LeafHash   string   `json:"leafHash"` // hex
	TreeSize   int64    `json:"treeSize"`
	Root       string   `json:"root"`  // hex
	Proof      []string `json:"proof"` // hex, from the leaf up
	Checkpoint []byte   `json:"-"`
}

// ProposalRequest asks for the words that propose a change.
type ProposalRequest struct {
	Proposer  common.Address             `json:"proposer"`
	Title     string                     `json:"title"`
	Summary   string                     `json:"summary"`         // Markdown
	Documents map[string]json.RawMessage `json:"documents"`       // by head, the whole new document each
	Texts     []string                   `json:"texts,omitempty"` // that the documents name by digest, such as a system prompt, unless the record has them

	// Options are rivals by name, with their documents by head, instead of Documents. In a poll they have none, and Heads
	// says what it is about.
	Options map[string]map[string]json.RawMessage `json:"options,omitempty"`
	Heads   []string                              `json:"heads,omitempty"`

	Revises   document.Digest `json:"revises,omitzero"`    // the earlier text that this one replaces
	Emergency bool            `json:"emergency,omitempty"` // restores the version before the current one, by the council
	Ratifies  document.Digest `json:"ratifies,omitzero"`   // the emergency that this one makes last
}

// PreparedProposal is what to sign, with the server's reading of it.
type PreparedProposal struct {
	TypedData   json.RawMessage  `json:"typedData"`         // for eth_signTypedData_v4
	Digest      common.Hash      `json:"digest"`            // the EIP-712 digest
	Revision    document.Digest  `json:"revision,omitzero"` // what ballots will call the proposal
	Text        string           `json:"text"`              // the revision's canonical bytes, which come back unchanged
	TitleSalt   string           `json:"titleSalt"`         // 64 hex digits
	SummarySalt string           `json:"summarySalt"`
	Sequence    uint64           `json:"sequence"`
	Expires     document.Time    `json:"expires,omitzero"`
	Domains     []Share          `json:"domains"`
	Chambers    []Chamber        `json:"chambers"` // who would decide, if it opened now
	Changes     []Change         `json:"changes"`
	Documents   []DocumentChange `json:"documents"`       // the same, one document after the other
	Names       Names            `json:"names,omitempty"` // documents that the changes name by digest
	Warnings    []string         `json:"warnings"`
	Versions    []VersionStep    `json:"versions"`
	Rules       Rules            `json:"rules"`          // that it would follow, if it opened now
	Method      string           `json:"method"`         // of a vote over options; empty: for, against or abstain
	Weights     []ChamberWeight  `json:"weights"`        // the proposer's own
	Opens       document.Time    `json:"opens,omitzero"` // at the earliest, if its sponsors sign now
	Cools       document.Time    `json:"cools,omitzero"` // until when it rests, because the same has failed
}

// VersionStep is how far a document's version must move at least, and why.
type VersionStep struct {
	Head string `json:"head"`
	Bump string `json:"bump"`
	Why  string `json:"why"`
}

// ChamberWeight is a weight in one chamber.
type ChamberWeight struct {
	Chamber string       `json:"chamber"`
	Weight  weight.Micro `json:"weight"` // micro-units
	Total   weight.Micro `json:"total"`
}

// SignedProposal is a proposal as it comes back.
type SignedProposal struct {
	Text        string                                `json:"text"`
	Title       string                                `json:"title"`
	TitleSalt   string                                `json:"titleSalt"`
	Summary     string                                `json:"summary"`
	SummarySalt string                                `json:"summarySalt"`
	Documents   map[string]json.RawMessage            `json:"documents"`
	Options     map[string]map[string]json.RawMessage `json:"options,omitempty"`
	Texts       []string                              `json:"texts,omitempty"`
	Expires     document.Time                         `json:"expires,omitzero"`
	Signature   string                                `json:"signature"`
}

// NodeReport is a node's signed word for what it runs.
type NodeReport struct {
	Node      common.Address  `json:"node"`
	Channel   string          `json:"channel"`
	Release   uint64          `json:"release"`
	Statement document.Digest `json:"statement,omitzero"`
	Config    document.Digest `json:"config,omitzero"`
	Applied   document.Time   `json:"applied,omitzero"`
	Signature string          `json:"signature"`
}

/* ENDORSING */

// BadgeRequestFilter says which requests are meant. The zero value means all.
type BadgeRequestFilter struct {
	Holder   common.Address // whose
	Endorser common.Address // who could endorse them and has not answered
	Type     uint32
	Open     bool // those that can still become a badge
}

// BadgeRequest is a request for a badge as it stands.
type BadgeRequest struct {
	Index    int64         `json:"index"` // of its entry, by which it is known
	Time     document.Time `json:"time"`
	Holder   Person        `json:"holder"`
	Type     uint32        `json:"type"`
	Name     string        `json:"name"` // of the badge type
	Domain   string        `json:"domain"`
	Level    uint8         `json:"level"`
	Levels   uint8         `json:"levels"`
	Issuer   *Person       `json:"issuer,omitempty"` // who is asked; absent if members are
	Issued   document.Time `json:"issued"`
	Expires  document.Time `json:"expires,omitzero"` // zero: never
	Deadline document.Time `json:"deadline"`
	Status   string        `json:"status"` // collecting, waiting (for the issuer), ready, minted, expired, lapsed
	Reason   string        `json:"reason"` // of a lapsed one: replaced, ended, granted-otherwise, type-retired, issuer-removed
	Needed   int           `json:"needed"` // endorsements
	Count    int           `json:"count"`  // endorsements that count now
	Least    uint8         `json:"least"`  // the level in the domain that an endorser needs
	Tx       common.Hash   `json:"tx,omitzero"`
}

// BadgeRequestPage is all about one request.
type BadgeRequestPage struct {
	BadgeRequest
	Burn         string             `json:"burn"` // who may end the badge
	Text         string             `json:"text"` // the evidence; empty if it was redacted
	Links        []string           `json:"links"`
	Files        []EvidenceFile     `json:"files"`
	Redacted     bool               `json:"redacted"`
	Endorsements []BadgeEndorsement `json:"endorsements"`
	Declines     []BadgeDecline     `json:"declines"`
	Asked        []Person           `json:"asked"` // who could endorse it and has not answered
	// Call is the transaction that mints the badge, which anybody can send. It is absent unless the request is ready.
	Call *BadgeCall `json:"call,omitempty"`
}

// EvidenceFile is a file that somebody shows, by its digest.
type EvidenceFile struct {
	Name   string          `json:"name"`
	Digest document.Digest `json:"digest"`
}

// BadgeEndorsement is a member's word for a request.
type BadgeEndorsement struct {
	Index    int64         `json:"index"`
	Time     document.Time `json:"time"`
	Endorser Person        `json:"endorser"`
	Level    uint8         `json:"level"` // of the endorser's best badge in the domain, 0 if it is lost
	Counts   bool          `json:"counts"`
	WhyNot   string        `json:"whyNot"` // level-lost, ring
	// Ring is the circle of endorsements that this one closed: the first had vouched for the second, and so on; the last
	// is the endorser, who vouches for the first.
	Ring []Person `json:"ring"`
}

// BadgeDecline is a member's refusal to endorse.
type BadgeDecline struct {
	Index    int64         `json:"index"`
	Time     document.Time `json:"time"`
	Endorser Person        `json:"endorser"`
	Reason   string        `json:"reason"`
}

// BadgeCall is a transaction.
type BadgeCall struct {
	To   common.Address `json:"to"`
	Data string         `json:"data"` // 0x and hexadecimal digits
}

// BadgeApplication asks for the words of a request.
type BadgeApplication struct {
	Holder common.Address `json:"holder"`
	Type   uint32         `json:"type"`
	Level  uint8          `json:"level"`
	Issuer common.Address `json:"issuer,omitzero"` // zero: members are to endorse it
	Text   string         `json:"text"`
	Links  []string       `json:"links"`
	Files  []EvidenceFile `json:"files"`
}

// PreparedBadgeRequest is what to sign, and what must come back with the signature unchanged.
type PreparedBadgeRequest struct {
	TypedData json.RawMessage `json:"typedData"`
	Digest    common.Hash     `json:"digest"`
	Salt      string          `json:"salt"` // 64 hex digits
	Issued    document.Time   `json:"issued"`
	Expires   document.Time   `json:"expires,omitzero"`
	Deadline  document.Time   `json:"deadline"`
}

// SignedBadgeRequest is a request as it comes back.
type SignedBadgeRequest struct {
	BadgeApplication
	Salt      string        `json:"salt"`
	Issued    document.Time `json:"issued"`
	Expires   document.Time `json:"expires,omitzero"`
	Deadline  document.Time `json:"deadline"`
	Signature string        `json:"signature"`
}

// PreparedEndorsement is what to sign of an endorsement, or of a refusal, which has salt and expiry.
type PreparedEndorsement struct {
	TypedData json.RawMessage `json:"typedData"`
	Digest    common.Hash     `json:"digest"`
	Salt      string          `json:"salt"`
	Expires   document.Time   `json:"expires,omitzero"`
}

// SignedEndorsement is an endorsement or a refusal as it comes back; the last three fields before the signature are the
// refusal's.
type SignedEndorsement struct {
	Request   int64          `json:"request"`
	Endorser  common.Address `json:"endorser"`
	Reason    string         `json:"reason"`
	Salt      string         `json:"salt"`
	Expires   document.Time  `json:"expires,omitzero"`
	Signature string         `json:"signature"`
}
