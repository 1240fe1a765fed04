package document

import (
	"slices"
	"testing"
)

func TestBumpRules(t *testing.T) {
	rules := BumpRules{
		{Path: "/version", Bump: None},
		{Path: "/gates/*/result", Bump: Patch, Reason: "a result"},
		{Path: "/gates", Op: Remove, Bump: Major, Reason: "a gate less"},
		{Path: "", Bump: Minor, Reason: "something"},
	}
	change := func(op, path string) Change { return Change{Op: op, Path: path} }
	for _, c := range []struct {
		changes []Change
		notices Notices
		bump    Bump
		why     string
	}{
		{nil, nil, None, "nothing but the version changes"},
		{[]Change{change(Replace, "/version")}, nil, None, "nothing but the version changes"},
		{[]Change{change(Replace, "/gates/a/result/value")}, nil, Patch, "a result (/gates/a/result/value)"},
		{[]Change{change(Replace, "/gates/a/results")}, nil, Minor, "something (/gates/a/results)"},
		{[]Change{change(Add, "/gatesx")}, nil, Minor, "something (/gatesx)"},
		{[]Change{change(Add, "/a"), change(Remove, "/gates/a/b"), change(Remove, "/gates/a/c"), change(Add, "/z")}, nil, Major, "a gate less (/gates/a/b and 1 more)"},
		{[]Change{change(Add, "/a")}, Notices{{Warning{Path: "/a", Detail: "look here"}, Major}}, Major, "look here (/a)"},
	} {
		if bump, why := rules.Bump(c.changes, c.notices); bump != c.bump || why != c.why {
			t.Errorf("%v: %v because %q, want %v because %q", c.changes, bump, why, c.bump, c.why)
		}
	}
	var ns Notices
	ns.Add(Minor, "/b", "rule", "second")
	ns.Add(Minor, "/a", "rule", "first")
	ns.Add(Minor, "/0", "", "silent")
	want := []Warning{{"/a", "rule", "first"}, {"/b", "rule", "second"}}
	if got := ns.Sorted().Warnings(); !slices.Equal(got, want) {
		t.Errorf("Warnings = %v", got)
	}
}
