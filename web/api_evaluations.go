package web

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

// Evaluating is the way of the results that a vote waits for: a document may set gates for itself, and evaluators sign what
// they measured.
type Evaluating interface {
	// Gates says, for each document of a proposal that has gates, whether signed results meet them. It returns
	// proposal-unknown if there is no such proposal.
	Gates(ctx context.Context, revision document.Digest) ([]Gates, error)

	// PrepareEvaluation hands out the typed data for a result. It stores nothing, and refuses what Evaluate would refuse.
	PrepareEvaluation(ctx context.Context, request EvaluationRequest) (PreparedEvaluation, error)

	// Evaluate checks and records a result. On return it is durable. The same signed words again return the first receipt.
	// Of the receipt only Index and File are sure to be set.
	Evaluate(ctx context.Context, evaluation SignedEvaluation) (Receipt, error)
}

// Gates are the gates of one document.
type Gates struct {
	Head     string          `json:"head"`
	Document document.Digest `json:"document"`
	Field    string          `json:"field"`   // of the evaluators' badge
	Level    uint8           `json:"level"`   // of that badge, at the least
	Signers  int             `json:"signers"` // how many must sign for each gate
	Gates    []Gate          `json:"gates"`
}

// Gate is one condition, and where it stands.
type Gate struct {
	ID       string       `json:"id"`
	Asks     string       `json:"asks"` // "accuracy >= 0.55"
	Met      bool         `json:"met"`
	Why      string       `json:"why"`
	Results  []GateResult `json:"results"` // all that were signed, oldest first, with those that do not count
	Signed   []Person     `json:"signed"`  // whose results meet it
	Disagree []Person     `json:"disagree"`
}

// GateResult is a signed result.
type GateResult struct {
	Evaluator Person           `json:"evaluator"`
	Result    document.Decimal `json:"result"`
	Run       document.Digest  `json:"run"`
	Entry     int64            `json:"entry"`
	Time      document.Time    `json:"time"`
}

// EvaluationRequest asks for the words of a result.
type EvaluationRequest struct {
	Evaluator common.Address
	Document  document.Digest
	Gate      string
	Run       document.Digest
	Result    document.Decimal
}

// PreparedEvaluation is what to sign, and what must come back with the signature unchanged.
type PreparedEvaluation struct {
	TypedData json.RawMessage `json:"typedData"` // for eth_signTypedData_v4
	Digest    common.Hash     `json:"digest"`    // the EIP-712 digest, for people who sign digests
	Expires   document.Time   `json:"expires"`
}

// SignedEvaluation is a result as it comes back.
type SignedEvaluation struct {
	EvaluationRequest
	Expires   document.Time
	Signature string
}

type prepareEvaluation struct {
	Evaluator account          `json:"evaluator"`
	Document  document.Digest  `json:"document" doc:"The digest of a document that a proposal in review brings."`
	Gate      string           `json:"gate" doc:"The id of the evaluation in that document."`
	Run       document.Digest  `json:"run" doc:"SHA-256 of the log of the run."`
	Result    document.Decimal `json:"result" example:"0.58" doc:"With as few digits as it needs."`
}

func (p *prepareEvaluation) request() EvaluationRequest {
	return EvaluationRequest{Evaluator: common.Address(p.Evaluator), Document: p.Document, Gate: p.Gate, Run: p.Run, Result: p.Result}
}

type signedEvaluation struct {
	prepareEvaluation
	Expires   document.Time `json:"expires"`
	Signature string        `json:"signature" doc:"EIP-712, Evaluation."`
}

func (a *App) apiGates(ctx context.Context, in *RevisionPath) ([]Gates, error) {
	return a.service.Gates(ctx, in.Revision)
}

func (a *App) apiPrepareEvaluation(ctx context.Context, _ *Posted, b *prepareEvaluation) (PreparedEvaluation, error) {
	return a.service.PrepareEvaluation(ctx, b.request())
}

func (a *App) apiEvaluate(ctx context.Context, _ *Posted, b *signedEvaluation) (json.RawMessage, error) {
	r, err := a.service.Evaluate(ctx, SignedEvaluation{EvaluationRequest: b.request(), Expires: b.Expires, Signature: b.Signature})
	return r.File, err
}
