package desk

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// Gates implements [web.Service].
func (d *Desk) Gates(ctx context.Context, revision document.Digest) ([]web.Gates, error) {
	out := []web.Gates{}
	err := d.service.View(func(s *replay.State) error {
		gates, err := s.Gates(revision, d.service.Blobs(ctx))
		if err != nil {
			return err
		}
		for _, g := range gates {
			of := web.Gates{Head: g.Head, Document: g.Document, Field: g.Rule.Domain, Level: g.Rule.Level, Signers: g.Rule.Signers}
			for _, state := range g.States {
				gate := web.Gate{ID: state.Gate, Asks: state.Asks, Met: state.Met, Why: state.Why, Results: []web.GateResult{}, Signed: d.evaluators(state.Signed), Disagree: d.evaluators(state.Disagree)}
				for _, e := range s.Evaluations(g.Document) {
					if e.Gate == state.Gate {
						gate.Results = append(gate.Results, web.GateResult{Evaluator: d.person(e.Evaluator), Result: e.Result, Run: e.Run, Entry: e.Index, Time: e.Time})
					}
				}
				of.Gates = append(of.Gates, gate)
			}
			out = append(out, of)
		}
		return nil
	})
	return out, err
}

func (d *Desk) evaluators(addresses []string) []web.Person {
	out := make([]web.Person, len(addresses))
	for i, a := range addresses {
		out[i] = d.person(common.HexToAddress(a))
	}
	return out
}

// PrepareEvaluation implements [web.Service].
func (d *Desk) PrepareEvaluation(ctx context.Context, r web.EvaluationRequest) (web.PreparedEvaluation, error) {
	e, typed, err := d.service.PrepareEvaluation(ctx, r.Evaluator, r.Document, r.Gate, r.Run, r.Result)
	if err != nil {
		return web.PreparedEvaluation{}, err
	}
	raw, err := json.Marshal(typed)
	if err != nil {
		return web.PreparedEvaluation{}, err
	}
	digest := d.domain().Digest(replay.EvaluationMessage(r.Evaluator, e.Evaluated).StructHash())
	return web.PreparedEvaluation{TypedData: raw, Digest: digest, Expires: e.Evaluated.Expires}, nil
}

// Evaluate implements [web.Service].
func (d *Desk) Evaluate(ctx context.Context, s web.SignedEvaluation) (web.Receipt, error) {
	signature, err := parseSignature(s.Signature)
	if err != nil {
		return web.Receipt{}, err
	}
	receipt, err := d.service.Evaluate(ctx, governance.Evaluation{
		Evaluator: s.Evaluator, Signature: signature,
		Evaluated: record.Evaluated{Document: s.Document, Gate: s.Gate, Run: s.Run, Result: s.Result, Expires: s.Expires},
	})
	if err != nil {
		return web.Receipt{}, err
	}
	file, err := receipt.Encode()
	return web.Receipt{Index: receipt.Index, Superseded: -1, File: file}, err
}
