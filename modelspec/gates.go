package modelspec

import (
	"fmt"
	"maps"
	"slices"

	"github.com/peritus-dao/peritus/governance/document"
)

// Passes reports whether a value satisfies the gate. Decimals are compared exactly.
func (g Gate) Passes(value document.Decimal) bool {
	switch c := value.Compare(g.Threshold); g.Comparator {
	case ">=":
		return c >= 0
	case ">":
		return c > 0
	case "<=":
		return c <= 0
	case "<":
		return c < 0
	}
	return false
}

// Gates compares the evaluations of a spec with signed results, in the order in which they were signed, and says of each
// gate whether it is met and why. Who may sign is for the caller to know: it hands in the results that count.
//
// Of each evaluator the last result stands. A gate is met when at least need evaluators signed results that pass, and
// they outnumber those whose results do not. A result that the spec itself states must pass too, and whoever signs for
// the same run must have found the same value. Another run may give another value: that is what repeating it is for.
func Gates(s Spec, results []document.Result, need int) []document.GateState {
	out := make([]document.GateState, 0, len(s.Evaluations))
	for _, id := range slices.Sorted(maps.Keys(s.Evaluations)) {
		out = append(out, s.Evaluations[id].state(id, results, max(1, need)))
	}
	return out
}

func (g Gate) state(id string, results []document.Result, need int) document.GateState {
	state := document.GateState{Gate: id, Asks: fmt.Sprintf("%s %s %s", g.Metric, g.Comparator, g.Threshold)}
	standing := map[string]document.Result{}
	for _, r := range results {
		if r.Gate == id {
			standing[r.Evaluator] = r
		}
	}
	why := "" // what the first who disagrees says
	for _, who := range slices.Sorted(maps.Keys(standing)) {
		r := standing[who]
		switch {
		case g.Result != nil && r.Run == g.Result.RunSHA256 && r.Value != g.Result.Value:
			why = orFirst(why, fmt.Sprintf("%s found %s in the run of which the spec says %s", who, r.Value, g.Result.Value))
		case !g.Passes(r.Value):
			why = orFirst(why, fmt.Sprintf("%s found %s, which is not %s %s", who, r.Value, g.Comparator, g.Threshold))
		default:
			state.Signed = append(state.Signed, who)
			continue
		}
		state.Disagree = append(state.Disagree, who)
	}
	switch signed, against := len(state.Signed), len(state.Disagree); {
	case g.Result != nil && !g.Passes(g.Result.Value):
		state.Why = fmt.Sprintf("the spec itself states %s, which is not %s %s", g.Result.Value, g.Comparator, g.Threshold)
	case against > 0 && against >= signed:
		state.Why = why
	case signed < need:
		state.Why = fmt.Sprintf("%d of %d evaluators have signed a result", signed, need)
	default:
		state.Met, state.Why = true, fmt.Sprintf("%d evaluators signed results that pass", signed)
		if signed == 1 {
			state.Why = "1 evaluator signed a result that passes"
		}
	}
	return state
}

func orFirst(first, other string) string {
	if first != "" {
		return first
	}
	return other
}
