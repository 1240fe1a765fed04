package web

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
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
	// receipt.
	CastBallot(ctx context.Context, ballot SignedBallot) (Receipt, error)

	// Receipt is the receipt of the ballot at an index of the log.
	Receipt(ctx context.Context, index int64) (Receipt, error)
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
	Name           string // "Peritus demo"
	ChainID        uint64
	AnchorContract common.Address
	BadgeContract  common.Address
	Genesis        document.Digest
	Origin         string // the log's origin line
	LogKey         string // the log's verifier key, as C2SP writes it
	Cosigners      int
	Threshold      int // how many co-signers a release needs
}

// Overview is the content of the first page.
type Overview struct {
	Open     []ProposalSummary // voting or in its challenge window, the earliest deadline first
	Recent   []ProposalSummary // the latest that ended
	Heads    []DocumentSummary
	Members  int
	LogSize  int64
	LogTime  document.Time
	Anchored Anchored
}

// Anchored is the newest checkpoint that is final on chain. Its zero value means none yet.
type Anchored struct {
	Size  int64
	Block uint64
	Tx    common.Hash
	Time  document.Time
}

// ProposalSummary is a proposal in a list.
type ProposalSummary struct {
	Revision  document.Digest
	Title     string
	Status    string // draft, submitted, review, voting, closed, challenge, final, rejected, no-quorum, vetoed, void, withdrawn, expired
	Head      string // the document it changes
	HeadTitle string
	Submitted document.Time
	Opens     document.Time // zero: not yet known
	Closes    document.Time // zero: not yet known
	Finals    document.Time // when the challenge window ends; zero: not yet known
	Domains   []Share
	Ballots   int
	Electors  int
	Result    *Result // nil while it is hidden or nothing is counted
}

// Share is a domain's part in a decision.
type Share struct {
	Domain string
	Points uint64
	Micro  uint64 // of 1,000,000
}

// Proposal is one proposal in full.
type Proposal struct {
	ProposalSummary
	Summary    string // Markdown by the proposer: never trusted, always sanitised
	Proposer   Person
	Kind       string // the document's schema
	KindTitle  string
	Base       document.Digest // the version it starts from; zero: a new document
	Document   document.Digest // the new version
	Version    string
	BaseTitle  string
	Bump       string // "minor", and
	BumpWhy    string // why
	Changes    []Change
	Warnings   []string
	Rules      Rules
	Chambers   []Chamber
	Electorate document.Digest // zero before the opening
	Frozen     FrozenAt
	Timeline   []Event
	Decision   *Decision
	Entries    []int64 // the log entries that are about it, in order
}

// Person is an address with the name that its owner gave, if any.
type Person struct {
	Address common.Address
	Name    string
}

// Change is one changed place of a document, ready to be read.
type Change struct {
	Path    string // JSON pointer
	Label   string // the path in words: "Inference › Temperature"
	Op      string // add, remove, replace
	Before  json.RawMessage
	After   json.RawMessage
	Domains []Share // who has a say because of it; Micro is not set
	Note    string  // a warning that matters, or empty
}

// Rules are the frozen rules of a decision.
type Rules struct {
	Policy        document.Digest
	Threshold     string // "1/2": For / (For + Against) must be above it
	QuorumWeight  string // "1/5" of each chamber's total
	QuorumHeads   int
	DomainHeads   int
	Review        int64 // seconds
	Voting        int64
	Challenge     int64
	HiddenResults bool
}

// Chamber is a body that must agree.
type Chamber struct {
	Name     string // "experts/safety"
	Domain   string
	Electors int
	Total    uint64 // weight in micro-units
	Result   *ChamberResult
}

// ChamberResult is a chamber's count so far, or its final count.
type ChamberResult struct {
	For, Against, Abstain uint64 // weight in micro-units
	Heads                 int
	HeadsFor              int
	HeadsAgainst          int
	HeadsAbstain          int
	Quorum                uint64 // weight needed
	QuorumHeads           int    // people needed
	Threshold             string // "1/2"
	QuorumMet             bool
	ThresholdMet          bool
	Passed                bool
}

// FrozenAt says from which finalized block the electorate was taken.
type FrozenAt struct {
	Block uint64
	Time  document.Time
}

// Event is a point in a proposal's life: past with an entry, or still to come.
type Event struct {
	Name  string // submitted, opened, closes, challenge-ends, final, anchored, released
	Time  document.Time
	Done  bool
	Entry int64 // -1: no entry
}

// Result is the outcome over all chambers.
type Result struct {
	Final                 bool // false: as the count stands now
	Passed                bool
	For, Against, Abstain uint64 // weight in the chamber of all, for the bar in a list
}

// Decision is what a closed vote led to.
type Decision struct {
	Outcome  string // passed, rejected, no-quorum, vetoed, void
	Tally    document.Digest
	Entry    int64
	Anchored *Anchored
	Release  *ReleaseRef
	Why      string // of a void, in words
}

// ReleaseRef points to a release.
type ReleaseRef struct {
	Channel  string
	Sequence uint64
}

// Standing is a member's weight in one proposal, and why.
type Standing struct {
	Member   Person
	Frozen   bool // false: a preview, because the electorate is not frozen yet
	Chambers []StandingChamber
	Current  *CastChoice
	Votable  bool // has weight, and voting is open
}

// StandingChamber is a member's weight in one chamber.
type StandingChamber struct {
	Name   string
	Domain string
	Weight uint64 // micro-units
	Total  uint64
	Words  []string // "Safety level 4, issued 14 months ago, counts 61 of 100; …"
}

// CastChoice is the ballot that counts for a member now.
type CastChoice struct {
	Choice   string
	Index    int64
	Time     document.Time
	Sequence uint64
}

// BallotRequest asks for the words to sign.
type BallotRequest struct {
	Revision document.Digest
	Voter    common.Address
	Choice   string // for, against, abstain, withdraw
	Reason   string // free text; empty for none
}

// PreparedBallot is what to sign, and what must come back with the signature unchanged.
type PreparedBallot struct {
	TypedData json.RawMessage // for eth_signTypedData_v4
	Digest    common.Hash     // the EIP-712 digest, for people who sign digests
	Salt      string          // 64 hex digits; empty without a reason
	Sequence  uint64
	Expires   document.Time
	Standing  Standing
}

// SignedBallot is a ballot as it comes back.
type SignedBallot struct {
	Revision  document.Digest
	Voter     common.Address
	Choice    string
	Reason    string
	Salt      string
	Sequence  uint64
	Expires   document.Time
	Signature string
}

// Receipt is the durable answer to a ballot.
type Receipt struct {
	Index      int64
	Revision   document.Digest
	Title      string
	Voter      Person
	Choice     string
	Sequence   uint64
	Time       document.Time
	Superseded int64 // the index of the ballot that replaced it; -1: this one counts
	LeafHash   string
	TreeSize   int64
	File       []byte // the receipt as a file, verifiable offline
}

// Recount is everything needed to count a proposal by hand.
type Recount struct {
	Proposal ProposalSummary
	Rules    Rules
	Chambers []Chamber
	Ballots  []CountedBallot
}

// CountedBallot is one ballot with what it weighed.
type CountedBallot struct {
	Index    int64
	Voter    Person
	Choice   string
	Sequence uint64
	Time     document.Time
	Weights  []uint64 // micro-units, in the order of the chambers
	Counted  bool
	WhyNot   string // replaced, withdrawn, or empty
	Reason   string
}

// BadgeType is a kind of badge.
type BadgeType struct {
	ID       uint32
	Name     string
	Domain   string
	Levels   uint8
	Validity int64 // seconds; zero: without end
	Holders  int
	Issuers  int
	Retired  bool
	About    string
}

// BadgeTypePage is a badge type with the people around it.
type BadgeTypePage struct {
	BadgeType
	Power    []uint64 // micro-units per level
	IssuedBy []Person
	Held     []Badge
	HalfLife int64 // seconds in which it loses half its weight; zero: never
}

// Badge is one badge.
type Badge struct {
	ID      string
	Type    uint32
	Name    string
	Domain  string
	Level   uint8
	Levels  uint8
	Holder  Person
	Issuer  Person
	Issued  document.Time
	Expires document.Time // zero: never
	Revoked document.Time // zero: not revoked
	InForce bool
	Tx      common.Hash
	Block   uint64
}

// Member is somebody in a list.
type Member struct {
	Person
	Badges  int
	Domains []string
}

// MemberPage is one member.
type MemberPage struct {
	Person
	About   string
	Badges  []Badge
	Weights []DomainWeight
	Ballots []MemberBallot
}

// DomainWeight is a member's weight in one domain today, and why.
type DomainWeight struct {
	Domain string
	Weight uint64 // micro-units
	Words  []string
}

// MemberBallot is a ballot that a member cast.
type MemberBallot struct {
	Revision document.Digest
	Title    string
	Choice   string
	Time     document.Time
	Index    int64
}

// DocumentSummary is a head.
type DocumentSummary struct {
	Head      string
	Title     string
	Kind      string
	KindTitle string
	Version   string
	Digest    document.Digest
	Since     document.Time
	Open      *document.Digest // the proposal under vote about it, if any
}

// Document is one version of a document with its head's history.
type Document struct {
	DocumentSummary
	Current bool
	Raw     []byte            // canonical bytes
	Texts   map[string]string // texts that are part of it and that it names by digest, by their place (a JSON pointer)
	History []Version
}

// Version is one version that a head had.
type Version struct {
	Digest   document.Digest
	Version  string
	Time     document.Time
	Entry    int64
	Proposal document.Digest // zero: genesis
	Title    string
}

// Channel is a named sequence of releases.
type Channel struct {
	Name     string
	Head     string
	Releases []Release
}

// Release is one release.
type Release struct {
	Channel    string
	Sequence   uint64
	Head       string
	Document   document.Digest
	DocTitle   string
	Version    string
	Statement  document.Digest
	Previous   document.Digest
	Activation document.Time
	Expires    document.Time
	Intended   int64 // entries of the log
	Decided    int64
	Released   int64 // -1: not yet
	Proposal   document.Digest
	Anchor     *Anchored
	Threshold  int
	Cosigners  []Cosigner
	Nodes      []Node
	Current    bool
	BundlePath string // below /tuf/targets/
}

// Cosigner is an independent verifier and whether it has signed.
type Cosigner struct {
	KeyID  string
	Name   string
	Signed bool
}

// Node is a machine that reported what it runs.
type Node struct {
	Address common.Address
	Name    string
	Applied document.Time
	Config  document.Digest
	Entry   int64
	Match   bool // it runs this very release
}

// LogPage is a stretch of the log.
type LogPage struct {
	Size       int64
	Root       string // base64, as in the checkpoint
	Checkpoint []byte
	Time       document.Time
	Anchored   Anchored
	Entries    []LogLine
	Older      int64 // the index to pass next; -1: the end
}

// LogLine is an entry in a list.
type LogLine struct {
	Index   int64
	Kind    string
	Time    document.Time
	Actor   Person
	Title   string // of the proposal, or the channel of the release, that it is about
	Choice  string // of a ballot
	Outcome string // of a count, or the reason of a void
	Number  int64  // of a release; of entries anchored; of badge events
	Block   uint64 // of an anchor; the last of a chain range
	Link    *LogLink
}

// LogLink is what an entry is about.
type LogLink struct {
	Revision *document.Digest
	Release  *ReleaseRef
	Head     string
}

// LogEntry is one entry with its proof.
type LogEntry struct {
	LogLine
	Raw        []byte
	LeafHash   string // hex
	TreeSize   int64
	Root       string   // hex
	Proof      []string // hex, from the leaf up
	Checkpoint []byte
}

// ProposalRequest asks for the words that propose a change.
type ProposalRequest struct {
	Proposer  common.Address
	Title     string
	Summary   string                     // Markdown
	Documents map[string]json.RawMessage // by head, the whole new document each
	Texts     []string                   // that the documents name by digest, such as a system prompt, unless the record has them
}

// PreparedProposal is what to sign, with the server's reading of it.
type PreparedProposal struct {
	TypedData   json.RawMessage // for eth_signTypedData_v4
	Digest      common.Hash     // the EIP-712 digest
	Revision    document.Digest // what ballots will call the proposal
	Text        string          // the revision's canonical bytes, which come back unchanged
	TitleSalt   string          // 64 hex digits
	SummarySalt string
	Sequence    uint64
	Expires     document.Time
	Domains     []Share
	Chambers    []Chamber // who would decide, if it opened now
}

// SignedProposal is a proposal as it comes back.
type SignedProposal struct {
	Text        string
	Title       string
	TitleSalt   string
	Summary     string
	SummarySalt string
	Documents   map[string]json.RawMessage
	Texts       []string
	Expires     document.Time
	Signature   string
}

// NodeReport is a node's signed word for what it runs.
type NodeReport struct {
	Node      common.Address
	Channel   string
	Release   uint64
	Statement document.Digest
	Config    document.Digest
	Applied   document.Time
	Signature string
}
