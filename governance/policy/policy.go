// Package policy reads the policy document: how badges become weight, which rules a vote on each kind of document
// follows, whose field a change touches, and which channels a decision is released on.
//
// The policy is itself a governed document. A proposal freezes the version in force when it opens.
package policy

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"regexp"
	"slices"
	"strings"

	"github.com/Masterminds/semver/v3"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/tally"
)

// Schema names the policy document.
const Schema = "peritus/policy/v1"

// General is the domain of every change that no path rule names. Every badge counts in it.
const General = weight.General

// Policy is a policy document.
type Policy struct {
	Schema   string             `json:"schema"`
	Version  string             `json:"version"`
	Parent   document.Digest    `json:"parent,omitzero"` // the version that this one replaces
	Weight   weight.Parameters  `json:"weight"`
	Kinds    map[string]Kind    `json:"kinds"` // by schema of the document that a proposal changes
	Channels map[string]Channel `json:"channels"`
}

// Kind is what the policy says of one kind of document. Nothing in it reaches a vote on another kind.
type Kind struct {
	Rules Rules `json:"rules"`
	// Paths maps a pattern of JSON pointers to domains and their points. "*" stands for one segment and a final "**"
	// for any number. The most specific pattern wins; a pattern counts once however much a change touches.
	// A pattern without a domain (a version number, say) is nobody's field.
	Paths map[string]map[string]uint64 `json:"paths"`
	// Evaluators says whose signed results the gates of a document ask for. Without it they keep no vote from opening.
	Evaluators *Evaluators `json:"evaluators,omitempty"`
}

// Evaluators are the members who sign the results of evaluations.
type Evaluators struct {
	Domain  string `json:"domain"`  // of their badge, or one above it
	Level   uint8  `json:"level"`   // of their badge, at the least
	Signers int    `json:"signers"` // how many must sign for each gate
}

// Rules are the rules of one vote. Durations are in seconds.
type Rules struct {
	Threshold   weight.Fraction `json:"threshold"`   // For/(For+Against) must be above it, in every chamber
	Quorum      weight.Fraction `json:"quorum"`      // of the chamber's weight, rounded up, must take part
	Heads       int             `json:"heads"`       // members who must take part in the chamber of all
	DomainHeads int             `json:"domainHeads"` // members who must take part in each touched domain
	Review      int64           `json:"review"`      // from submission to opening
	Voting      int64           `json:"voting"`      // from opening to the deadline
	Grace       int64           `json:"grace"`       // from the deadline to the anchor that covers the count
	Window      int64           `json:"window"`      // from that anchor to the decision taking effect

	// Method counts a vote over rival documents and the status quo; empty stands for ranked-condorcet. Poll counts a vote
	// over options without documents, whose result is a draft; empty forbids such votes. See package tally.
	Method string `json:"method,omitempty"`
	Poll   string `json:"poll,omitempty"`
}

// Channel is a named sequence of releases of one head.
type Channel struct {
	Head     string `json:"head"`
	Delay    int64  `json:"delay"`    // seconds from the decision to the activation
	Validity int64  `json:"validity"` // seconds from the activation to the release's expiry
}

const (
	maxDuration = 366 * 24 * 3600
	maxPoints   = 1_000_000
)

var (
	domainPattern  = regexp.MustCompile(`^[a-z0-9-]{1,32}(/[a-z0-9-]{1,32})?$`)
	channelPattern = regexp.MustCompile(`^[a-z0-9-]{1,32}/[a-z0-9-]{1,32}$`)
	pathPattern    = regexp.MustCompile(`^(/[^/*]+|/\*)*(/\*\*)?$`)
	headPattern    = regexp.MustCompile(`^[a-z0-9-]{1,32}/[a-z0-9.-]{1,64}$`)
)

// ValidHead reports whether a name can name a head: "spec/chat".
func ValidHead(name string) bool { return headPattern.MatchString(name) }

// Parse reads a policy document. All findings are returned together as [document.Problems].
func Parse(raw []byte) (Policy, error) {
	var p Policy
	if err := document.Unmarshal(raw, &p); err != nil {
		return Policy{}, err
	}
	return p, p.validate().Err()
}

// DocumentKind describes the policy as a kind of governed document.
func DocumentKind() document.Kind {
	return document.Kind{
		Schema: Schema,
		Title:  "Policy",
		Validate: func(raw []byte) error {
			_, err := Parse(raw)
			return err
		},
		Version: func(raw []byte) (string, error) {
			p, err := Parse(raw)
			return p.Version, err
		},
		Bump: func(_, _ []byte) (document.Bump, string, error) {
			return document.Minor, "a change of the rules changes what a vote means", nil
		},
	}
}

func (p Policy) validate() document.Problems {
	var problems document.Problems
	add := problems.Add
	if p.Schema != Schema {
		add("/schema", "schema", fmt.Sprintf("the schema is %q", p.Schema), "write "+Schema)
	}
	if _, err := semver.StrictNewVersion(p.Version); err != nil {
		add("/version", "semver", fmt.Sprintf("%q is not a strict semantic version", p.Version), "write one like 1.2.0")
	}
	if err := p.Weight.Validate(); err != nil {
		add("/weight", "weight", err.Error(), "correct the weight parameters")
	}
	if len(p.Kinds) == 0 {
		add("/kinds", "kinds", "no kind of document can be decided on", "give the rules of at least one kind")
	}
	for _, schema := range slices.Sorted(maps.Keys(p.Kinds)) {
		k, at := p.Kinds[schema], document.Pointer("/kinds", schema)
		k.Rules.validate(document.Pointer(at, "rules"), &problems)
		if e := k.Evaluators; e != nil {
			if !domainPattern.MatchString(e.Domain) {
				add(document.Pointer(at, "evaluators", "domain"), "domain", fmt.Sprintf("%q is not a domain", e.Domain), "write lower-case words like evaluation")
			}
			within(document.Pointer(at, "evaluators", "level"), int64(e.Level), 1, 255, &problems)
			within(document.Pointer(at, "evaluators", "signers"), int64(e.Signers), 1, 100, &problems)
		}
		for _, pattern := range slices.Sorted(maps.Keys(k.Paths)) {
			pat := document.Pointer(at, "paths", pattern)
			if !pathPattern.MatchString(pattern) {
				add(pat, "pattern", fmt.Sprintf("%q is not a path pattern", pattern), `write segments like "/behaviour/*/text" or "/weights/**"`)
			}
			for _, d := range slices.Sorted(maps.Keys(k.Paths[pattern])) {
				if !domainPattern.MatchString(d) {
					add(document.Pointer(pat, d), "domain", fmt.Sprintf("%q is not a domain", d), "write lower-case words like data/licensing")
				}
				if n := k.Paths[pattern][d]; n == 0 || n > maxPoints {
					add(document.Pointer(pat, d), "points", fmt.Sprintf("%d points", n), "give 1 to 1000000 points")
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Channels)) {
		c, at := p.Channels[name], document.Pointer("/channels", name)
		if !channelPattern.MatchString(name) {
			add(at, "channel", fmt.Sprintf("%q is not a channel", name), "write a name like chat/stable")
		}
		if !ValidHead(c.Head) {
			add(document.Pointer(at, "head"), "head", fmt.Sprintf("%q is not a head", c.Head), "write a name like spec/chat")
		}
		within(document.Pointer(at, "delay"), c.Delay, 0, maxDuration, &problems)
		within(document.Pointer(at, "validity"), c.Validity, 3600, 10*maxDuration, &problems)
	}
	return problems
}

func (r Rules) validate(at string, problems *document.Problems) {
	fraction := func(name string, f weight.Fraction, optional bool) {
		if f.IsZero() && !optional || !f.IsZero() && f.Num >= f.Den {
			problems.Add(document.Pointer(at, name), "fraction", fmt.Sprintf("%q is not a fraction below one", f.String()), `write one like "1/2"`)
		}
	}
	fraction("threshold", r.Threshold, false)
	fraction("quorum", r.Quorum, true)
	within(document.Pointer(at, "heads"), int64(r.Heads), 1, 1_000_000, problems)
	within(document.Pointer(at, "domainHeads"), int64(r.DomainHeads), 0, 1_000_000, problems)
	within(document.Pointer(at, "review"), r.Review, 0, maxDuration, problems)
	within(document.Pointer(at, "voting"), r.Voting, 60, maxDuration, problems)
	within(document.Pointer(at, "grace"), r.Grace, 60, maxDuration, problems)
	within(document.Pointer(at, "window"), r.Window, 0, maxDuration, problems)
	method := func(name, m string, not ...tally.Method) {
		if m != "" && (!slices.Contains(tally.Methods(), tally.Method(m)) || slices.Contains(not, tally.Method(m))) {
			problems.Add(document.Pointer(at, name), "method", fmt.Sprintf("%q is no method for this", m), "write one like ranked-condorcet")
		}
	}
	// A mixture has no winner among the options, so no document can take effect by one.
	method("method", r.Method, tally.Threshold, tally.Mixture)
	method("poll", r.Poll, tally.Threshold)
}

// Rivals returns the method of a vote over rival documents.
func (r Rules) Rivals() string {
	if r.Method == "" {
		return string(tally.RankedCondorcet)
	}
	return r.Method
}

func within(at string, n, low, high int64, problems *document.Problems) {
	if n < low || n > high {
		problems.Add(at, "range", fmt.Sprintf("%d is out of range", n), fmt.Sprintf("give %d to %d", low, high))
	}
}

// Strictest returns the rules that satisfy both: a proposal over several kinds of documents follows the stricter rule
// in every respect.
func (r Rules) Strictest(o Rules) Rules {
	return Rules{
		Threshold:   larger(r.Threshold, o.Threshold),
		Quorum:      larger(r.Quorum, o.Quorum),
		Heads:       max(r.Heads, o.Heads),
		DomainHeads: max(r.DomainHeads, o.DomainHeads),
		Review:      max(r.Review, o.Review),
		Voting:      max(r.Voting, o.Voting),
		Grace:       max(r.Grace, o.Grace),
		Window:      max(r.Window, o.Window),
		Method:      cmp.Or(r.Method, o.Method), // a revision whose kinds differ in it is refused
		Poll:        cmp.Or(r.Poll, o.Poll),
	}
}

// larger compares by cross multiplication in 128 bits. None is the smallest.
func larger(a, b weight.Fraction) weight.Fraction {
	if a.IsZero() {
		return b
	}
	ah, al := bits.Mul64(a.Num, b.Den)
	bh, bl := bits.Mul64(b.Num, a.Den)
	if ah < bh || ah == bh && al < bl {
		return b
	}
	return a
}

// Points returns the points of each domain that the changes touch. Each pattern counts once. There is always one domain.
func (k Kind) Points(changes []document.Change) map[string]uint64 {
	patterns := slices.Sorted(maps.Keys(k.Paths))
	touched := map[string]bool{}
	points := map[string]uint64{}
	for _, c := range changes {
		best, found := "", false
		for _, p := range patterns {
			if Match(p, c.Path) && (!found || MoreSpecific(p, best)) {
				best, found = p, true
			}
		}
		switch {
		case !found:
			points[General] = 1
		case !touched[best]:
			touched[best] = true
			for d, n := range k.Paths[best] {
				points[d] += n
			}
		}
	}
	if len(points) == 0 {
		points[General] = 1
	}
	return points
}

// Match reports whether a JSON pointer lies under a pattern.
func Match(pattern, path string) bool {
	ps, ss := segments(pattern), segments(path)
	for i, p := range ps {
		switch {
		case p == "**" && i == len(ps)-1:
			return true
		case i >= len(ss), p != "*" && p != ss[i]:
			return false
		}
	}
	return len(ps) == len(ss)
}

// MoreSpecific orders two patterns that match the same path: the first segment that is literal in one and a wildcard
// in the other decides; without one, the shorter pattern, which ends where the other goes on with "**".
func MoreSpecific(a, b string) bool {
	as, bs := segments(a), segments(b)
	for i := range min(len(as), len(bs)) {
		if ra, rb := rank(as[i]), rank(bs[i]); ra != rb {
			return ra > rb
		}
	}
	switch {
	case len(as) < len(bs): // what is left of b matches nothing here, or is a final "**"
		return true
	case len(as) > len(bs):
		return false
	}
	return a < b
}

func rank(segment string) int {
	switch segment {
	case "**":
		return 0
	case "*":
		return 1
	}
	return 2
}

func segments(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(strings.TrimPrefix(path, "/"), "/")
}
