package web

import (
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/web/view"
)

// comparisons are written as people write them.
var comparisons = strings.NewReplacer(" >= ", " ≥ ", " <= ", " ≤ ")

// gates shows the evaluations that a vote waits for, or has waited for.
func (p presenter) gates(list []Gates) []view.Gates {
	var out []view.Gates
	for _, of := range list {
		v := view.Gates{Title: of.Head, Rule: p.N("gates.rule", of.Signers, "field", p.domain(of.Field), "level", p.Int(int64(of.Level)))}
		for _, g := range of.Gates {
			row := view.Gate{Name: g.ID, Asks: comparisons.Replace(g.Asks), Status: view.Status{Tone: view.Wait, Text: p.T("gates.unmet")}}
			switch {
			case g.Met:
				row.Status = view.Status{Tone: view.Good, Text: p.T("gates.met")}
			case len(g.Disagree) > 0 && len(g.Disagree) >= len(g.Signed):
				row.Status.Tone, row.Words = view.Bad, p.N("gates.disagree", len(g.Disagree), "signed", p.Int(int64(len(g.Signed))))
			default:
				row.Words = p.T("gates.waiting", "signed", p.Int(int64(len(g.Signed))), "needed", p.Int(int64(of.Signers)))
			}
			for _, r := range g.Results {
				counts := slices.Contains(g.Signed, r.Evaluator) || slices.Contains(g.Disagree, r.Evaluator)
				row.Results = append(row.Results, view.GateResult{Who: p.who(r.Evaluator), Value: string(r.Result), Run: r.Run.String(), Counts: counts, Entry: p.entryLink(r.Entry)})
			}
			v.Rows = append(v.Rows, row)
		}
		if len(v.Rows) > 0 {
			out = append(out, v)
		}
	}
	return out
}
