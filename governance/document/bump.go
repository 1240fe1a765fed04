package document

import (
	"fmt"
	"slices"
	"strings"
)

// BumpRule says how far a change at a path, or anywhere below it, must move the version. A "*" in the path stands for
// any one step.
type BumpRule struct {
	Path   string // "" is the whole document
	Op     string // Add, Remove, Replace, or "" for any
	Bump   Bump
	Reason string
}

// BumpRules are tried in order, and the first that fits a change decides about it. The last should fit every change.
type BumpRules []BumpRule

// Notice is a finding about a change that takes both versions to judge. One without a rule counts for the bump and
// warns nobody.
type Notice struct {
	Warning
	Bump Bump
}

// Bump returns the largest step that the changes and notices ask for, and the reasons for it.
func (rules BumpRules) Bump(changes []Change, notices []Notice) (Bump, string) {
	most := None
	var reasons []string         // in the order in which they were found
	paths := map[string]string{} // the first path of each reason
	count := map[string]int{}
	weigh := func(bump Bump, reason, path string) {
		if bump > most {
			most, reasons = bump, nil
			clear(count)
		}
		if bump < most || bump == None {
			return
		}
		if count[reason]++; count[reason] == 1 {
			reasons = append(reasons, reason)
			paths[reason] = path
		}
	}
	for _, n := range notices {
		weigh(n.Bump, n.Detail, n.Path)
	}
	for _, c := range changes {
		for _, r := range rules {
			if (r.Op == "" || r.Op == c.Op) && below(r.Path, c.Path) {
				weigh(r.Bump, r.Reason, c.Path)
				break
			}
		}
	}
	if len(reasons) == 0 {
		return None, "nothing but the version changes"
	}
	const shown = 4
	var words []string
	for i, reason := range reasons {
		if i == shown {
			words = append(words, fmt.Sprintf("and %d more", len(reasons)-shown))
			break
		}
		if n := count[reason]; n > 1 {
			words = append(words, fmt.Sprintf("%s (%s and %d more)", reason, paths[reason], n-1))
		} else {
			words = append(words, fmt.Sprintf("%s (%s)", reason, paths[reason]))
		}
	}
	return most, strings.Join(words, "; ")
}

// below reports whether path is at or below pattern.
func below(pattern, path string) bool {
	for pattern != "" {
		if path == "" {
			return false
		}
		var want, have string
		want, pattern = firstStep(pattern)
		have, path = firstStep(path)
		if want != "*" && want != have {
			return false
		}
	}
	return true
}

// firstStep cuts the first step off a JSON pointer.
func firstStep(path string) (step, rest string) {
	path = path[1:]
	if i := strings.IndexByte(path, '/'); i >= 0 {
		return path[:i], path[i:]
	}
	return path, ""
}

// Notices collects notices.
type Notices []Notice

// Add appends a notice. Rule is a short stable name for machines, or "" for a reason that needs no warning.
func (ns *Notices) Add(bump Bump, path, rule, detail string) {
	*ns = append(*ns, Notice{Warning{Path: path, Rule: rule, Detail: detail}, bump})
}

// Sorted returns the notices by path.
func (ns Notices) Sorted() Notices {
	out := slices.Clone(ns)
	slices.SortStableFunc(out, func(a, b Notice) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// Warnings returns those notices that warn.
func (ns Notices) Warnings() []Warning {
	var out []Warning
	for _, n := range ns {
		if n.Rule != "" {
			out = append(out, n.Warning)
		}
	}
	return out
}
