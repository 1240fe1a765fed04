package charter_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
)

const (
	a = "0x00000000000000000000000000000000000000a1"
	b = "0x00000000000000000000000000000000000000b2"

	council = `{"schema":"peritus/council/v1","version":"1.0.0","council":{"threshold":2,"members":{"ada":"` + a + `","bo":"` + b + `"}},"guardians":{"threshold":1,"members":{"cy":"` + a + `"}},"until":"2027-01-01T00:00:00Z"}`
	nodes   = `{"schema":"peritus/nodes/v1","version":"1.0.0","nodes":{"first":"` + a + `"}}`
	safety  = `{"schema":"peritus/badge-type/v1","version":"1.0.0","type":1,"name":"Safety","domain":"safety","levels":3,"validity":0,"issuers":{"fellowship":"` + a + `"},"endorsements":2,"endorserLevel":2,"burn":"issuer"}`
)

// Every way to be wrong is named by its place.
func TestDocumentsThatAreWrong(t *testing.T) {
	for _, kind := range []struct {
		kind document.Kind
		good string
		bad  map[string][2]string // path and rule: what is replaced, and by what
	}{
		{charter.CouncilKind(), council, map[string][2]string{
			"/schema schema":                 {"council/v1", "council/v2"},
			"/version semver":                {`"1.0.0"`, `"1.0"`},
			"/council/threshold threshold":   {`"threshold":2`, `"threshold":3`},
			"/guardians/threshold threshold": {`"threshold":1`, `"threshold":0`},
			"/council/members/bo repeated":   {b, a},
			"/council/members/ada address":   {`"ada":"` + a, `"ada":"0x0000000000000000000000000000000000000000`},
			"/council/members/ name":         {`"ada"`, `""`},
			"/until missing":                 {"2027-01-01", "1970-01-01"},
		}},
		{charter.NodesKind(), nodes, map[string][2]string{
			"/schema schema":       {"nodes/v1", "nodes/v2"},
			"/version semver":      {`"1.0.0"`, `"one"`},
			"/nodes/first address": {a, "0x0000000000000000000000000000000000000000"},
		}},
		{charter.BadgeTypeKind(), safety, map[string][2]string{
			"/type range":          {`"type":1`, `"type":0`},
			"/name range":          {`"Safety"`, `""`},
			"/domain domain":       {`"safety"`, `"Safety!"`},
			"/levels range":        {`"levels":3`, `"levels":17`},
			"/endorserLevel range": {`"endorserLevel":2`, `"endorserLevel":0`},
			"/burn burn":           {`"issuer"`, `"anybody"`},
			"/issuers missing":     {`"issuers":{"fellowship":"` + a + `"},"endorsements":2,"endorserLevel":2`, `"issuers":{},"endorsements":0`},
		}},
	} {
		if err := kind.kind.Validate([]byte(kind.good)); err != nil {
			t.Fatalf("%s: %v", kind.kind.Schema, err)
		}
		if v, err := kind.kind.Version([]byte(kind.good)); err != nil || v != "1.0.0" {
			t.Errorf("%s has version %q: %v", kind.kind.Schema, v, err)
		}
		if bump, why, err := kind.kind.Bump([]byte(kind.good), []byte(kind.good)); bump != document.Minor || why == "" || err != nil {
			t.Errorf("%s moves %s because %q: %v", kind.kind.Schema, bump, why, err)
		}
		for want, change := range kind.bad {
			bad := strings.Replace(kind.good, change[0], change[1], 1)
			var problems document.Problems
			err := kind.kind.Validate([]byte(bad))
			if !errors.As(err, &problems) {
				t.Errorf("%s with %s is taken: %v", kind.kind.Schema, change[1], err)
				continue
			}
			found := false
			for _, p := range problems {
				found = found || fmt.Sprintf("%s %s", p.Path, p.Rule) == want
				if p.Remedy == "" {
					t.Errorf("%s: no remedy for %s", want, p.Detail)
				}
			}
			if !found {
				t.Errorf("%s with %s: %v, want %s", kind.kind.Schema, change[1], err, want)
			}
		}
	}
}

func TestBody(t *testing.T) {
	one, two, three := common.Address{1}, common.Address{2}, common.Address{3}
	body := charter.Body{Threshold: 2, Members: map[string]common.Address{"a": one, "b": two}}
	for _, c := range []struct {
		accounts []common.Address
		want     bool
	}{
		{nil, false}, {[]common.Address{one}, false}, {[]common.Address{one, one}, false}, {[]common.Address{one, three}, false}, {[]common.Address{two, three, one}, true},
	} {
		if got := body.Agree(c.accounts...); got != c.want {
			t.Errorf("%v agree: %v", c.accounts, got)
		}
	}
	if (charter.Body{}).Agree() || (charter.Body{}).Has(common.Address{}) {
		t.Error("nobody agrees to something")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(council))
	f.Add([]byte(nodes))
	f.Add([]byte(safety))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if c, err := charter.ParseCouncil(raw); err == nil && (c.Council.Threshold > len(c.Council.Members) || c.Until <= 0) {
			t.Fatalf("taken: %+v", c)
		}
		if n, err := charter.ParseNodes(raw); err == nil && n.Schema != charter.NodesSchema {
			t.Fatalf("taken: %+v", n)
		}
		if b, err := charter.ParseBadgeType(raw); err == nil && (b.Type == 0 || b.Levels == 0) {
			t.Fatalf("taken: %+v", b)
		}
	})
}
