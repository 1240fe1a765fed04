// Package policy reads the policy document: how badges become weight, which rules a vote on each kind of document
// follows, whose field a change touches, and which channels a decision is released on.
//
// The policy is itself a governed document. A proposal freezes the version in force when it opens.
package policy

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/Masterminds/semver/v3"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/document"
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
	// Council and Nodes are the heads of the documents that name who may act in an emergency or stop a decision, and whose
	// machines are admitted; see package charter. Without one there is no council, and the genesis names the nodes.
	Council string `json:"council,omitempty"`
	Nodes   string `json:"nodes,omitempty"`
	// Endorsements limits what members' endorsements for badges are worth to each other.
	Endorsements Endorsements `json:"endorsements,omitzero"`
}

// Endorsements are the rules of endorsing beyond those of the badge contract.
type Endorsements struct {
	// Ring is how many members a circle of endorsements may have at most for the one that closes it not to count; a
	// larger circle is shown and counts. Zero: circles are shown only.
	Ring int `json:"ring"`
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
	// Grounds says who rules on an objection, by its ground. There is no objecting on any other ground.
	Grounds map[string]Judges `json:"grounds,omitempty"`
	// Emergency, where there is one, lets the council restore the document before the current one.
	Emergency *Emergency `json:"emergency,omitempty"`
}

// Evaluators are the members who sign the results of evaluations.
type Evaluators struct {
	Domain  string `json:"domain"`  // of their badge, or one above it
	Level   uint8  `json:"level"`   // of their badge, at the least
	Signers int    `json:"signers"` // how many must sign for each gate
}

// Judges are the experts who rule on an objection: so many of a domain must agree.
type Judges struct {
	Domain  string `json:"domain"`
	Experts int    `json:"experts"`
}

// Emergency is the council's way to undo a decision.
type Emergency struct {
	Window int64 `json:"window"` // seconds from the anchor of the council's decision to its effect
	Ratify int64 `json:"ratify"` // seconds from its effect in which an ordinary vote must ratify it, or it lapses
}

// Channel is a named sequence of releases of one head.
type Channel struct {
	Head     string `json:"head"`
	Delay    int64  `json:"delay"`    // seconds from the decision to the activation
	Validity int64  `json:"validity"` // seconds from the activation to the release's expiry
	// Halted stops the channel: its next release tells nodes to apply nothing until a decision takes it back.
	Halted bool `json:"halted,omitempty"`
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

// Grounds returns the grounds of objections, by name.
func Grounds() []string { return []string{"hash", "licence", "personal-data", "safety"} }

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
		for _, ground := range slices.Sorted(maps.Keys(k.Grounds)) {
			j, pos := k.Grounds[ground], document.Pointer(at, "grounds", ground)
			if !slices.Contains(Grounds(), ground) {
				add(pos, "ground", fmt.Sprintf("%q is no ground of an objection", ground), "write "+strings.Join(Grounds(), ", "))
			}
			if !domainPattern.MatchString(j.Domain) {
				add(document.Pointer(pos, "domain"), "domain", fmt.Sprintf("%q is not a domain", j.Domain), "write lower-case words like data/licensing")
			}
			within(document.Pointer(pos, "experts"), int64(j.Experts), 1, 100, &problems)
		}
		if e := k.Emergency; e != nil {
			within(document.Pointer(at, "emergency", "window"), e.Window, 0, maxDuration, &problems)
			within(document.Pointer(at, "emergency", "ratify"), e.Ratify, 3600, maxDuration, &problems)
			if p.Council == "" {
				add(document.Pointer(at, "emergency"), "council", "the policy names no council that could act", "name the head of its document under council")
			}
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
	for _, head := range []struct{ name, value string }{{"council", p.Council}, {"nodes", p.Nodes}} {
		if head.value != "" && !ValidHead(head.value) {
			add(document.Pointer("", head.name), "head", fmt.Sprintf("%q is not a head", head.value), "write a name like council/main, or leave it out")
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
	within("/endorsements/ring", int64(p.Endorsements.Ring), 0, 8, &problems)
	return problems
}

// Points returns the points of each domain that the changes touch. Each pattern counts once. There is always one domain.
func (k Kind) Points(changes []document.Change) map[string]uint64 {
	touched := map[string]bool{}
	points := map[string]uint64{}
	for _, c := range changes {
		best, found := k.pattern(c.Path)
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

// All returns the points of every domain whose field such a document touches, for a vote that changes nothing yet.
func (k Kind) All() map[string]uint64 {
	points := map[string]uint64{}
	for _, domains := range k.Paths {
		for d, n := range domains {
			points[d] += n
		}
	}
	if len(points) == 0 {
		points[General] = 1
	}
	return points
}

// Counts reports whether a path is somebody's field: a version number is nobody's.
func (k Kind) Counts(path string) bool {
	best, found := k.pattern(path)
	return !found || len(k.Paths[best]) > 0
}

// pattern returns the most specific pattern that a path lies under, if there is one.
func (k Kind) pattern(path string) (best string, found bool) {
	for _, p := range slices.Sorted(maps.Keys(k.Paths)) {
		if Match(p, path) && (!found || MoreSpecific(p, best)) {
			best, found = p, true
		}
	}
	return best, found
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
