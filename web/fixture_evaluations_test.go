package web

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
)

func (f *fixture) Gates(context.Context, document.Digest) ([]Gates, error) {
	return []Gates{{Head: "chat/spec", Document: digestOf("new spec"), Field: "evaluation", Level: 2, Signers: 2, Gates: []Gate{
		{ID: "truthfulness", Asks: "accuracy >= 0.55", Met: true, Why: "2 evaluators signed results that pass", Results: []GateResult{{Evaluator: amara, Result: "0.58", Run: digestOf("run"), Entry: 12400, Time: fixtureNow}}, Signed: []Person{amara}, Disagree: []Person{}},
		{ID: "toxicity", Asks: "toxicity < 0.3", Why: "0 of 2 evaluators have signed a result", Results: []GateResult{}, Signed: []Person{}, Disagree: []Person{}},
	}}}, f.fail
}

func (f *fixture) PrepareEvaluation(_ context.Context, r EvaluationRequest) (PreparedEvaluation, error) {
	if r.Gate != "truthfulness" {
		return PreparedEvaluation{}, refusal.New(refusal.Invalid, "evaluation-gate", "gate", "The document has no evaluation %q.", r.Gate)
	}
	return PreparedEvaluation{TypedData: []byte(`{"primaryType":"Evaluation"}`), Digest: common.Hash(digestOf("evaluation")), Expires: fixtureNow + 86400}, f.fail
}

func (f *fixture) Evaluate(_ context.Context, e SignedEvaluation) (Receipt, error) {
	if len(e.Signature) != 132 {
		return Receipt{}, refusal.New(refusal.Invalid, "signature-length", "signature", "A signature is 0x and 130 hexadecimal digits; this one has %d characters. Copy it whole.", len(e.Signature))
	}
	return Receipt{Index: 12413, File: []byte(`{"schema":"peritus/receipt/v1"}`)}, f.fail
}
