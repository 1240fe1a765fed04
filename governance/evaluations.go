package governance

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Evaluation is a signed result of one gate of a document that a proposal in review brings.
type Evaluation struct {
	Evaluator common.Address
	Evaluated record.Evaluated
	Signature wallet.Proof
}

// PrepareEvaluation hands out what an evaluator signs. It stores nothing, and refuses what [Service.Evaluate] would refuse
// for any signature.
func (s *Service) PrepareEvaluation(ctx context.Context, evaluator common.Address, d document.Digest, gate string, run document.Digest, result document.Decimal) (Evaluation, wallet.TypedData, error) {
	if _, err := document.ParseDecimal(string(result)); err != nil {
		return Evaluation{}, wallet.TypedData{}, refusal.New(refusal.Invalid, "evaluation-result", "result", "%q is no result: %w", string(result), err)
	}
	if run.IsZero() {
		return Evaluation{}, wallet.TypedData{}, refusal.New(refusal.Invalid, "evaluation-run", "run", "name the log of the run by its SHA-256, so that others can look at it")
	}
	e := Evaluation{Evaluator: evaluator, Evaluated: record.Evaluated{Document: d, Gate: gate, Run: run, Result: result}}
	var domain wallet.Domain
	err := s.View(func(state *replay.State) error {
		now := max(s.clock(), state.Time())
		e.Evaluated.Expires, domain = now.Add(signatureLife), state.Domain()
		return state.CheckEvaluation(evaluator, d, gate, now, s.Blobs(ctx))
	})
	if err != nil {
		return Evaluation{}, wallet.TypedData{}, err
	}
	return e, replay.EvaluationMessage(evaluator, e.Evaluated).TypedData(domain), nil
}

// Evaluate records a signed result. When it returns, it is on stable storage. The same signed words again return a receipt
// of the first.
func (s *Service) Evaluate(ctx context.Context, v Evaluation) (record.Receipt, error) {
	body, err := document.Marshal(v.Evaluated)
	if err != nil {
		return record.Receipt{}, refusal.New(refusal.Invalid, "evaluation", "", "%w", err)
	}
	actor, _ := v.Evaluator.MarshalText()
	e := record.Entry{Kind: record.KindEvaluated, Actor: string(actor), Body: body}
	if err := s.vouch(ctx, &e, v.Evaluator, s.domain().Digest(replay.EvaluationMessage(v.Evaluator, v.Evaluated).StructHash()), v.Signature); err != nil {
		return record.Receipt{}, err
	}
	receipt, err := s.submit(ctx, &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) { return e, nil, nil, nil }})
	if !refusal.Is(err, replay.RepeatedEvaluation) {
		return receipt, err
	}
	var index int64
	_ = s.View(func(state *replay.State) error {
		for _, known := range state.Evaluations(v.Evaluated.Document) {
			if known.Evaluator == v.Evaluator && known.Evaluated == v.Evaluated {
				index = known.Index
			}
		}
		return nil
	})
	if index == 0 {
		return record.Receipt{}, err
	}
	return s.Receipt(ctx, index)
}
