package modelspec

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// Bump returns the smallest step of the version that a change asks for, and why. A major step is one after which something that worked or
// was relied on does not: a caller's request is refused, a licence changes, a protection is weaker. Whatever else may
// change an answer is minor; words about the model are a patch. Of a first version (before is nil) nothing is asked.
func Bump(before, after []byte) (document.Bump, string, error) {
	if before == nil {
		return document.None, "it is the first version", nil
	}
	changes, err := document.Diff(before, after)
	if err != nil {
		return document.None, "", err
	}
	found, err := notices(before, after)
	if err != nil {
		return document.None, "", err
	}
	most, reasons := document.None, []string(nil)
	weigh := func(bump document.Bump, reason, path string) {
		if bump > most {
			most, reasons = bump, nil
		}
		if text := reason + " (" + path + ")"; bump == most && bump > document.None && !slices.Contains(reasons, text) {
			reasons = append(reasons, text)
		}
	}
	for _, n := range found {
		weigh(n.bump, n.Detail, n.Path)
	}
	for _, c := range changes {
		r := ruleFor(c)
		weigh(r.bump, r.reason, c.Path)
	}
	return most, summarise(reasons), nil
}

// summarise joins the first reasons.
func summarise(reasons []string) string {
	const most = 3
	switch n := len(reasons); {
	case n == 0:
		return "nothing but the version changes"
	case n > most:
		return strings.Join(reasons[:most], "; ") + fmt.Sprintf("; and %d more", n-most)
	}
	return strings.Join(reasons, "; ")
}

// bumpRule says what a change below a path asks for.
type bumpRule struct {
	prefix string
	op     string // "" is any
	bump   document.Bump
	reason string
}

// bumpRules are tried in this order, and the first that fits decides. Changes that need both values to be judged are in notices.
func bumpRules() []bumpRule {
	const major, minor, patch, none = document.Major, document.Minor, document.Patch, document.None
	return []bumpRule{
		{"/version", "", none, ""},
		{"/parent", "", none, ""},
		{"/schema", "", major, "it is another kind of document"},
		{"/id", "", major, "it is another model"},

		{"/name", "", patch, "words about the model change"},
		{"/summary", "", patch, "words about the model change"},
		{"/producer", "", patch, "words about the model change"},
		{"/links", "", patch, "words about the model change"},
		{"/limitations", "", patch, "words about the model change"},
		{"/acceptableUse/url", "", patch, "words about the model change"},
		{"/licence/evidence", "", patch, "the evidence for the licence changes"},
		{"/rollout", "", patch, "nodes take it up differently"},
		{"/training/energy", "", patch, "the account of its training changes"},
		{"/training/compute", "", patch, "the account of its training changes"},

		{"/licence", "", major, "the licence changes"},
		{"/acceptableUse", "", major, "the terms of use change"},
		{"/prohibitedUses", document.Add, major, "a use is newly prohibited"},
		{"/prohibitedUses", document.Replace, major, "a prohibited use is worded differently"},
		{"/tasks", document.Remove, major, "a task is given up"},
		{"/languages", document.Remove, major, "a language is given up"},
		{"/modalities", "", major, "what goes in or comes out changes"},
		{"/architecture", "", major, "the network is another one"},
		{"/tokenizer", "", major, "text becomes tokens in another way"},
		{"/remoteCode", "", major, "the rule for code from the repository changes"},
		{"/lineage", "", major, "it is made from another model"},

		{"/weights", "", minor, "the weights change"},
		{"/runtime", "", minor, "the runtime changes"},
		{"/inference", "", minor, "answers are sampled differently"},
		{"/behaviour", "", minor, "the rules of conduct change"},
		{"/safety", "", minor, "a safety filter changes"},
		{"/evaluations", "", minor, "an evaluation changes"},
		{"/training", "", minor, "the training changes"},
		{"", "", minor, "the document changes"},
	}
}

func ruleFor(c document.Change) bumpRule {
	// The result of an evaluation says nothing new about what the model is meant to be.
	if steps := strings.Split(c.Path, "/"); len(steps) > 3 && steps[1] == "evaluations" && steps[3] == "result" {
		return bumpRule{bump: document.Patch, reason: "an evaluation has another result"}
	}
	for _, r := range bumpRules() {
		rest, below := strings.CutPrefix(c.Path, r.prefix)
		// "/training/energy" stands for energyKWh and energyBasis; every other rule ends at a step.
		below = below && (rest == "" || rest[0] == '/' || r.prefix == "" || r.prefix == "/training/energy")
		if below && (r.op == "" || r.op == c.Op) {
			return r
		}
	}
	return bumpRule{bump: document.Minor, reason: "the document changes"}
}

// Warnings lists what a voter must not overlook in a change.
func Warnings(before, after []byte) ([]document.Warning, error) {
	if before == nil {
		return nil, nil
	}
	found, err := notices(before, after)
	var out []document.Warning
	for _, n := range found {
		if n.Rule != "" {
			out = append(out, n.Warning)
		}
	}
	return out, err
}

// notice is a finding about a change that needs both versions to be judged. Without a rule it counts for the bump and warns nobody.
type notice struct {
	document.Warning
	bump document.Bump
}

type noticing struct{ found []notice }

func (n *noticing) add(bump document.Bump, path, rule, detail string, args ...any) {
	n.found = append(n.found, notice{document.Warning{Path: path, Rule: rule, Detail: fmt.Sprintf(detail, args...)}, bump})
}

// notices compares two versions, in the order of the paths that it names.
func notices(before, after []byte) ([]notice, error) {
	a, err := Parse(before)
	if err != nil {
		return nil, fmt.Errorf("the version before: %w", err)
	}
	b, err := Parse(after)
	if err != nil {
		return nil, fmt.Errorf("the version after: %w", err)
	}
	var n noticing
	n.weights(a, b)
	n.licence(a, b)
	n.sampling(a, b)
	n.behaviour(a, b)
	n.safety(a, b)
	n.evaluations(a, b)
	slices.SortStableFunc(n.found, func(x, y notice) int { return strings.Compare(x.Path, y.Path) })
	return n.found, nil
}

func (n *noticing) weights(a, b Spec) {
	if a.Weights.OMSRoot != b.Weights.OMSRoot {
		if a.Version == b.Version {
			n.add(document.Major, "/weights", "weights-swapped", "the weights change under the unchanged version %s", a.Version)
		} else {
			n.add(document.Minor, "/weights", "weights-changed", "the weights change")
		}
	}
	if a.RemoteCode.Policy == "forbidden" && b.RemoteCode.Policy != "forbidden" {
		n.add(document.Major, "/remoteCode/policy", "remote-code-allowed", "code from the repository %s may now run", b.RemoteCode.Repository)
	}
	if a.Training.Mixture != b.Training.Mixture && a.Weights.OMSRoot == b.Weights.OMSRoot {
		n.add(document.Minor, "/training/mixture", "mixture-without-weights", "the training mixture changes, but the weights do not")
	}
}

func (n *noticing) licence(a, b Spec) {
	for _, side := range []struct{ path, before, after string }{
		{"/licence/declared", a.Licence.Declared, b.Licence.Declared},
		{"/licence/concluded", a.Licence.Concluded, b.Licence.Concluded},
	} {
		if side.before == side.after {
			continue
		}
		n.add(document.Major, side.path, "licence-changed", "the licence changes from %s to %s", side.before, side.after)
		for _, term := range []struct {
			holds func(id string) bool
			words string
		}{
			{licence.NonCommercial, "non-commercial use"},
			{licence.ShareAlike, "the same licence for what is made from it"},
			{licence.NoDerivatives, "unchanged copies"},
		} {
			if anyLicence(side.before, term.holds) && !anyLicence(side.after, term.holds) {
				n.add(document.Major, side.path, "licence-widened", "the licence no longer asks for %s", term.words)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(a.ProhibitedUses)) {
		if _, kept := b.ProhibitedUses[id]; !kept {
			n.add(document.Minor, document.Pointer("/prohibitedUses", id), "prohibition-removed", "the use %q is no longer prohibited", id)
		}
	}
}

// anyLicence reports whether a term holds for any licence that an expression names. The expression has been checked before.
func anyLicence(expression string, holds func(string) bool) bool {
	e, _ := licence.Parse(expression)
	return slices.ContainsFunc(e.Licences(), holds)
}

func (n *noticing) sampling(a, b Spec) {
	for _, f := range samplingFields() {
		x, y := f.at(&a.Inference.Sampling), f.at(&b.Inference.Sampling)
		path := document.Pointer("/inference/sampling", f.name)
		if y.Minimum.Compare(x.Minimum) > 0 || y.Maximum.Compare(x.Maximum) < 0 {
			n.add(document.Major, path, "", "callers may no longer choose %s from %s to %s", f.name, x.Minimum, x.Maximum)
		}
		if y.Minimum.Compare(x.Minimum) < 0 || y.Maximum.Compare(x.Maximum) > 0 {
			n.add(document.Minor, path, "bounds-widened", "callers may now choose %s from %s to %s, before from %s to %s", f.name, y.Minimum, y.Maximum, x.Minimum, x.Maximum)
		}
	}
}

func (n *noticing) behaviour(a, b Spec) {
	for _, id := range slices.Sorted(maps.Keys(a.Behaviour.Clauses)) {
		path := document.Pointer("/behaviour/clauses", id)
		clause, kept := b.Behaviour.Clauses[id]
		if !kept {
			n.add(document.Major, path, "clause-removed", "the clause %q is removed", id)
			continue
		}
		for _, gate := range a.Behaviour.Clauses[id].Evaluations {
			if !slices.Contains(clause.Evaluations, gate) {
				n.add(document.Minor, path, "clause-unmeasured", "the clause %q is no longer measured by the evaluation %q", id, gate)
			}
		}
	}
	policies := []string{"denied", "confirm", "allowed"} // the strictest first
	names := slices.Sorted(maps.Keys(a.Behaviour.Tools))
	for _, name := range slices.Sorted(maps.Keys(b.Behaviour.Tools)) {
		if _, known := a.Behaviour.Tools[name]; !known {
			names = append(names, name)
		}
	}
	for _, name := range names {
		path := document.Pointer("/behaviour/tools", name)
		was, is := 0, 0 // a tool that is not named is denied
		if tool, named := a.Behaviour.Tools[name]; named {
			was = slices.Index(policies, tool.Policy)
		}
		if tool, named := b.Behaviour.Tools[name]; named {
			is = slices.Index(policies, tool.Policy)
		}
		switch {
		case is > was:
			n.add(document.Minor, path, "tool-allowed", "the tool %q was %s and is now %s", name, policies[was], policies[is])
		case is < was:
			n.add(document.Major, path, "", "the tool %q was %s and is now %s", name, policies[was], policies[is])
		}
	}
}

func (n *noticing) safety(a, b Spec) {
	for _, id := range slices.Sorted(maps.Keys(a.Safety.Filters)) {
		path := document.Pointer("/safety/filters", id)
		x := a.Safety.Filters[id]
		y, kept := b.Safety.Filters[id]
		if !kept {
			n.add(document.Major, path, "filter-removed", "the safety filter %q is removed", id)
			continue
		}
		if y.Threshold.Compare(x.Threshold) > 0 {
			n.add(document.Major, path+"/threshold", "filter-loosened", "the safety filter %q acts from %s on, before from %s", id, y.Threshold, x.Threshold)
		}
		if slices.Index(actions, y.Action) > slices.Index(actions, x.Action) {
			n.add(document.Major, path+"/action", "filter-loosened", "the safety filter %q only does %q, before %q", id, y.Action, x.Action)
		}
		if x.FailClosed && !y.FailClosed {
			n.add(document.Major, path+"/failClosed", "filter-loosened", "everything passes while the safety filter %q is broken", id)
		}
		if x.Stage != y.Stage && y.Stage != "both" {
			n.add(document.Major, path+"/stage", "filter-loosened", "the safety filter %q only looks at the %s, before at %s", id, y.Stage, x.Stage)
		}
		if x.SHA256 != y.SHA256 || x.Classifier != y.Classifier {
			n.add(document.Minor, path+"/sha256", "filter-changed", "the safety filter %q uses another classifier, so its old threshold says nothing", id)
		}
	}
}

func (n *noticing) evaluations(a, b Spec) {
	for _, id := range slices.Sorted(maps.Keys(a.Evaluations)) {
		path := document.Pointer("/evaluations", id)
		x := a.Evaluations[id]
		y, kept := b.Evaluations[id]
		if !kept {
			n.add(document.Major, path, "gate-removed", "the evaluation %q is no longer asked for", id)
			continue
		}
		if x.DataSHA256 != y.DataSHA256 || x.Harness != y.Harness || x.Metric != y.Metric || x.Suite != y.Suite {
			n.add(document.Minor, path, "gate-changed", "the evaluation %q measures something else, so its thresholds cannot be compared", id)
			continue
		}
		if x.Comparator == y.Comparator && x.Threshold == y.Threshold {
			continue
		}
		upwards := strings.HasPrefix(x.Comparator, ">")
		c := y.Threshold.Compare(x.Threshold)
		looser := upwards != strings.HasPrefix(y.Comparator, ">") ||
			upwards && c < 0 || !upwards && c > 0 ||
			c == 0 && len(y.Comparator) > len(x.Comparator) // ">=" lets more pass than ">"
		if looser {
			n.add(document.Major, path+"/threshold", "gate-loosened", "the evaluation %q asks for %s %s, before for %s %s", id, y.Comparator, y.Threshold, x.Comparator, x.Threshold)
		}
	}
}
