package modelspec

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// Bump returns the smallest step of the version that a change asks for, and why. A major step is one after which
// something that worked or was relied on does not: a caller's request is refused, a licence changes, a protection is
// weaker. Whatever else may change an answer is minor; words about the model are a patch. Of a first version (before
// is nil) nothing is asked.
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
	bump, why := bumpRules().Bump(changes, found)
	return bump, why, nil
}

// bumpRules judge every change by its path. Changes that need both values to be judged are in notices.
func bumpRules() document.BumpRules {
	const major, minor, patch, none = document.Major, document.Minor, document.Patch, document.None
	rule := func(path, op string, bump document.Bump, reason string) document.BumpRule {
		return document.BumpRule{Path: path, Op: op, Bump: bump, Reason: reason}
	}
	return document.BumpRules{
		rule("/version", "", none, ""),
		rule("/parent", "", none, ""),
		rule("/schema", "", major, "it is another kind of document"),
		rule("/id", "", major, "it is another model"),

		rule("/name", "", patch, "words about the model change"),
		rule("/summary", "", patch, "words about the model change"),
		rule("/producer", "", patch, "words about the model change"),
		rule("/links", "", patch, "words about the model change"),
		rule("/limitations", "", patch, "words about the model change"),
		rule("/integration", "", patch, "words about the model change"),
		rule("/training/design", "", patch, "the account of its training changes"),
		rule("/acceptableUse/url", "", patch, "words about the model change"),
		rule("/licence/evidence", "", patch, "the evidence for the licence changes"),
		rule("/rollout", "", patch, "nodes take it up differently"),
		rule("/training/compute", "", patch, "the account of its training changes"),
		rule("/training/energyKWh", "", patch, "the account of its training changes"),
		rule("/training/energyBasis", "", patch, "the account of its training changes"),
		rule("/evaluations/*/result", "", patch, "an evaluation has another result"),

		rule("/licence", "", major, "the licence changes"),
		rule("/acceptableUse", "", major, "the terms of use change"),
		rule("/prohibitedUses", document.Add, major, "a use is newly prohibited"),
		rule("/prohibitedUses", document.Replace, major, "a prohibited use is worded differently"),
		rule("/tasks", document.Remove, major, "a task is given up"),
		rule("/languages", document.Remove, major, "a language is given up"),
		rule("/modalities", "", major, "what goes in or comes out changes"),
		rule("/architecture", "", major, "the network is another one"),
		rule("/tokenizer", "", major, "text becomes tokens in another way"),
		rule("/remoteCode", "", major, "the rule for code from the repository changes"),
		rule("/lineage", "", major, "it is made from another model"),

		rule("/weights", "", minor, "the weights change"),
		rule("/runtime", "", minor, "the runtime changes"),
		rule("/inference", "", minor, "answers are sampled differently"),
		rule("/behaviour", "", minor, "the rules of conduct change"),
		rule("/safety", "", minor, "a safety filter changes"),
		rule("/evaluations", "", minor, "an evaluation changes"),
		rule("/training", "", minor, "the training changes"),
		rule("", "", minor, "the document changes"),
	}
}

// Warnings lists what a voter must not overlook in a change.
func Warnings(before, after []byte) ([]document.Warning, error) {
	if before == nil {
		return nil, nil
	}
	found, err := notices(before, after)
	return found.Warnings(), err
}

type noticing struct{ found document.Notices }

func (n *noticing) add(bump document.Bump, path, rule, detail string, args ...any) {
	n.found.Add(bump, path, rule, fmt.Sprintf(detail, args...))
}

// notices compares two versions, in the order of the paths that it names.
func notices(before, after []byte) (document.Notices, error) {
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
	return n.found.Sorted(), nil
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
		for _, term := range licence.Dropped(side.before, side.after) {
			n.add(document.Major, side.path, "licence-widened", "the licence no longer asks for %s", term)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(a.ProhibitedUses)) {
		if _, kept := b.ProhibitedUses[id]; !kept {
			n.add(document.Minor, document.Pointer("/prohibitedUses", id), "prohibition-removed", "the use %q is no longer prohibited", id)
		}
	}
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
