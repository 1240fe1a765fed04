package replay

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Evaluation is a signed result of one gate of a document, as the record holds it.
type Evaluation struct {
	Index     int64          `json:"index"` // of its entry
	Evaluator common.Address `json:"evaluator"`
	Time      document.Time  `json:"time"`
	record.Evaluated
	hash [32]byte // EIP-712 struct hash
}

// Evaluations returns the signed results for a document, oldest first.
func (s *State) Evaluations(d document.Digest) []Evaluation { return slices.Clone(s.evaluations[d]) }

// Gates is what the gates of one document of a proposal say.
type Gates struct {
	Head     string               `json:"head"`
	Document document.Digest      `json:"document"`
	Rule     policy.Evaluators    `json:"rule"` // whose results count
	States   []document.GateState `json:"states"`
}

// Gates returns, for each document of a proposal whose kind has gates and whose policy has evaluators, what its gates
// say of the results that count today: those signed by holders of the policy's badge who neither proposed nor sponsored
// this proposal.
func (s *State) Gates(p document.Digest, blobs Blobs) ([]Gates, error) {
	l, ok := s.proposals[p]
	if !ok {
		return nil, refusal.New(refusal.NotFound, "proposal-unknown", "proposal", "the record has no proposal %s", p)
	}
	return s.gates(l, blobs)
}

func (s *State) gates(l *life, blobs Blobs) ([]Gates, error) {
	var out []Gates
	for _, lane := range l.Differences() {
		rule, kind := s.policy.Kinds[lane.Schema].Evaluators, s.cfg.Kinds[lane.Schema]
		if rule == nil || kind.Gates == nil || lane.Document.IsZero() || !l.Ratifies.IsZero() {
			continue
		}
		raw, err := blobs.Blob(lane.Document)
		if err != nil {
			return nil, err
		}
		var results []document.Result
		for _, e := range s.evaluations[lane.Document] {
			if s.evaluator(*rule, e.Evaluator, s.chain.Time) && !l.partisan(e.Evaluator) {
				results = append(results, document.Result{Evaluator: addressText(e.Evaluator), Gate: e.Gate, Run: e.Run, Value: e.Result})
			}
		}
		states, err := kind.Gates(raw, results, rule.Signers)
		if err != nil {
			return nil, fmt.Errorf("the gates of %s: %w", lane.Head, err)
		}
		out = append(out, Gates{Head: lane.Head, Document: lane.Document, Rule: *rule, States: states})
	}
	return out, nil
}

// GatesMet reports whether nothing that the documents of a proposal set for themselves keeps its vote from opening.
func (s *State) GatesMet(p document.Digest, blobs Blobs) (bool, error) {
	gates, err := s.Gates(p, blobs)
	if err != nil {
		return false, err
	}
	for _, g := range gates {
		if slices.ContainsFunc(g.States, func(g document.GateState) bool { return !g.Met }) {
			return false, nil
		}
	}
	return true, nil
}

// evaluator reports whether an address may sign results at a time.
func (s *State) evaluator(rule policy.Evaluators, a common.Address, at document.Time) bool {
	for _, b := range s.badges.Of(a) {
		t, _ := s.badges.Type(b.Type)
		if b.InForce(uint64(at)) && b.Level >= rule.Level && (t.Domain == rule.Domain || strings.HasPrefix(t.Domain, rule.Domain+"/")) {
			return true
		}
	}
	return false
}

// partisan reports whether an address has taken the proposal's side already, so that its results cannot count for it.
func (l *life) partisan(a common.Address) bool { return l.Proposer == a || has(l.Sponsors, a) }

// evaluated takes in a signed result.
func (a *application) evaluated() error {
	var b record.Evaluated
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	if b.Expires <= a.entry.Time {
		return refusal.New(refusal.Invalid, "evaluation-expired", "expires", "the signature expired at %s; sign it again", b.Expires)
	}
	if b.Run.IsZero() || b.Result == "" {
		return refusal.New(refusal.Invalid, "evaluation-run", "run", "the result or the digest of the log of the run is missing")
	}
	seal, err := a.recovered(a.domain, func() [32]byte {
		return EvaluationMessage(common.HexToAddress(a.entry.Actor), b).StructHash()
	})
	if err != nil {
		return err
	}
	evaluator := seal.Signer
	if addressText(evaluator) != a.entry.Actor {
		return refusal.New(refusal.Forbidden, "evaluation-signature", "signature", "the signature is not the evaluator's, or was made for another chain or instance")
	}
	// A result that its evaluator has corrected since must not come back by being sent again.
	if slices.ContainsFunc(a.evaluations[b.Document], func(e Evaluation) bool { return e.hash == seal.Hash }) {
		return refusal.New(refusal.Conflict, RepeatedEvaluation, "result", "this result is in the record already")
	}
	if err := a.CheckEvaluation(evaluator, b.Document, b.Gate, a.entry.Time, a.blobs); err != nil {
		return err
	}
	e := Evaluation{Index: a.index, Evaluator: evaluator, Time: a.entry.Time, Evaluated: b, hash: seal.Hash}
	a.State.evaluations[b.Document] = append(a.State.evaluations[b.Document], e)
	a.changes.Evaluations = append(a.changes.Evaluations, e)
	return nil
}

// RepeatedEvaluation is the rule of the refusal of a result that is in the record already. Its sender is answered with the
// receipt of the first.
const RepeatedEvaluation = "evaluation-repeated"

// CheckEvaluation refuses what would be refused of an evaluator's result for any value and signature.
func (s *State) CheckEvaluation(evaluator common.Address, d document.Digest, gate string, at document.Time, blobs Blobs) error {
	schema, partisan := "", true
	for _, p := range s.order {
		l := s.proposals[p]
		for _, lane := range l.Differences() {
			if lane.Document == d && l.Status.Early() {
				schema, partisan = lane.Schema, partisan && l.partisan(evaluator)
			}
		}
	}
	rule, kind := s.policy.Kinds[schema].Evaluators, s.cfg.Kinds[schema]
	switch {
	case schema == "":
		return refusal.New(refusal.NotFound, "evaluation-document", "document", "no proposal in review brings the document %s; results are signed before the vote opens", d)
	case rule == nil || kind.Gates == nil:
		return refusal.New(refusal.Invalid, "evaluation-kind", "document", "the policy asks for no evaluations of documents of kind %s", schema)
	case partisan:
		return refusal.New(refusal.Forbidden, "evaluation-side", "evaluator", "whoever proposed or sponsored the change cannot sign for its results")
	case !s.evaluator(*rule, evaluator, at):
		return refusal.New(refusal.Forbidden, "evaluation-badge", "evaluator", "results are signed by holders of a badge for %s of level %d or more that is in force", rule.Domain, rule.Level)
	}
	raw, err := blobs.Blob(d)
	if err != nil {
		return err
	}
	states, err := kind.Gates(raw, nil, rule.Signers)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(states, func(g document.GateState) bool { return g.Gate == gate }) {
		return refusal.New(refusal.Invalid, "evaluation-gate", "gate", "the document has no evaluation %q", gate)
	}
	return nil
}

// EvaluationMessage returns what an evaluator signs.
func EvaluationMessage(evaluator common.Address, b record.Evaluated) wallet.Evaluation {
	return wallet.Evaluation{Evaluator: evaluator, Document: b.Document, Gate: b.Gate, Run: b.Run, Result: string(b.Result), Expires: uint64(b.Expires)}
}
