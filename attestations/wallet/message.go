package wallet

import (
	"github.com/ethereum/go-ethereum/common"
)

// The EIP-712 domain that every message shares. It has no salt.
const (
	DomainName    = "Peritus"
	DomainVersion = "1"
)

// The EIP-712 types, in the form whose keccak-256 is the type hash.
const (
	DomainType   = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
	BallotType   = "Ballot(address voter,bytes32 proposal,bytes32 electorate,string title,string choice,bytes32 reason,uint64 sequence,uint64 expires)"
	ProposalType = "Proposal(address proposer,bytes32 revision,string title,uint64 sequence,uint64 expires)"
	ReportType   = "Report(address node,string channel,uint64 release,bytes32 statement,bytes32 config,uint64 applied)"
	// EvaluationType is signed by evaluators: a result of one gate of one document.
	EvaluationType = "Evaluation(address evaluator,bytes32 document,string gate,bytes32 run,string result,uint64 expires)"
)

var (
	domainTypeHash   = Text(DomainType)
	domainNameHash   = Text(DomainName)
	domainVersion    = Text(DomainVersion)
	ballotTypeHash   = Text(BallotType)
	proposalTypeHash = Text(ProposalType)
	reportTypeHash   = Text(ReportType)

	evaluationTypeHash = Text(EvaluationType)
)

// Domain binds a message to one instance: the chain, and the contract there that would check the signature (the
// anchor for ballots, proposals and reports, the badge contract for everything about badges). See EIP-712,
// "Definition of domainSeparator".
type Domain struct {
	ChainID  uint64
	Contract common.Address
}

// Separator returns the domain separator.
func (d Domain) Separator() [32]byte {
	e := encode(domainTypeHash)
	e.word(domainNameHash)
	e.word(domainVersion)
	e.uint(d.ChainID)
	e.address(d.Contract)
	return e.sum()
}

// Digest returns what is signed: keccak256(0x19 ‖ 0x01 ‖ separator ‖ structHash). To hash many messages of one
// domain, take [Domain.Separator] once and use [Digest].
func (d Domain) Digest(structHash [32]byte) [32]byte { return Digest(d.Separator(), structHash) }

// Digest returns keccak256(0x19 ‖ 0x01 ‖ separator ‖ structHash), as EIP-712 defines it.
func Digest(separator, structHash [32]byte) [32]byte {
	e := newEncoder()
	e.n = copy(e.buf[:], "\x19\x01")
	e.word(separator)
	e.word(structHash)
	return e.sum()
}

// Text returns keccak256 of the UTF-8 bytes of s: how EIP-712 hashes a string.
func Text(s string) [32]byte {
	e := newEncoder()
	defer encoders.Put(e)
	return e.hashText(s)
}

// Ballot is a vote. The same ballot counts in every chamber of the proposal.
type Ballot struct {
	Voter      common.Address
	Proposal   [32]byte // digest of the revision that was voted on
	Electorate [32]byte // root over the sorted chamber roots
	Title      [32]byte // Text(title); the title itself can be redacted, its hash cannot
	Choice     string   // words that a wallet can show: "for", "b > a > c", "withdraw"
	Reason     [32]byte // SHA-256(salt ‖ text), or zero
	Sequence   uint64   // per voter and proposal, from 1; the highest counts
	Expires    uint64   // Unix seconds; binds at acceptance
}

// StructHash returns the EIP-712 hashStruct of the ballot.
func (b Ballot) StructHash() [32]byte {
	e := encode(ballotTypeHash)
	e.address(b.Voter)
	e.word(b.Proposal)
	e.word(b.Electorate)
	e.word(b.Title)
	e.text(b.Choice)
	e.word(b.Reason)
	e.uint(b.Sequence)
	e.uint(b.Expires)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4. The title must be the text whose [Text] is b.Title.
func (b Ballot) TypedData(d Domain, title string) TypedData {
	return typedData(d, BallotType,
		b.Voter, b.Proposal, b.Electorate, title, b.Choice, b.Reason, b.Sequence, b.Expires)
}

// Proposal is the signature under one revision of a proposal.
type Proposal struct {
	Proposer common.Address
	Revision [32]byte // digest of the revision
	Title    [32]byte // Text(title)
	Sequence uint64   // per proposer, from 1
	Expires  uint64   // Unix seconds; binds at acceptance
}

// StructHash returns the EIP-712 hashStruct of the proposal.
func (p Proposal) StructHash() [32]byte {
	e := encode(proposalTypeHash)
	e.address(p.Proposer)
	e.word(p.Revision)
	e.word(p.Title)
	e.uint(p.Sequence)
	e.uint(p.Expires)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4. The title must be the text whose [Text] is p.Title.
func (p Proposal) TypedData(d Domain, title string) TypedData {
	return typedData(d, ProposalType, p.Proposer, p.Revision, title, p.Sequence, p.Expires)
}

// Report is a node's statement of the release that it runs.
type Report struct {
	Node      common.Address
	Channel   string
	Release   uint64   // sequence in the channel
	Statement [32]byte // digest of the release statement
	Config    [32]byte // digest of the configuration that was rendered from it
	Applied   uint64   // Unix seconds
}

// StructHash returns the EIP-712 hashStruct of the report.
func (r Report) StructHash() [32]byte {
	e := encode(reportTypeHash)
	e.address(r.Node)
	e.text(r.Channel)
	e.uint(r.Release)
	e.word(r.Statement)
	e.word(r.Config)
	e.uint(r.Applied)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (r Report) TypedData(d Domain) TypedData {
	return typedData(d, ReportType, r.Node, r.Channel, r.Release, r.Statement, r.Config, r.Applied)
}

// Evaluation is an evaluator's word for what one evaluation of a document gave. It binds the document, so a result never
// counts for another version.
type Evaluation struct {
	Evaluator common.Address
	Document  [32]byte // digest of the document whose gate was measured
	Gate      string   // the gate's id in the document
	Run       [32]byte // digest of the log of the run
	Result    string   // the value, as documents write decimals
	Expires   uint64   // Unix seconds; binds at acceptance
}

// StructHash returns the EIP-712 hashStruct of the evaluation.
func (v Evaluation) StructHash() [32]byte {
	e := encode(evaluationTypeHash)
	e.address(v.Evaluator)
	e.word(v.Document)
	e.text(v.Gate)
	e.word(v.Run)
	e.text(v.Result)
	e.uint(v.Expires)
	return e.sum()
}

// TypedData returns the request for eth_signTypedData_v4.
func (v Evaluation) TypedData(d Domain) TypedData {
	return typedData(d, EvaluationType, v.Evaluator, v.Document, v.Gate, v.Run, v.Result, v.Expires)
}
