package snapshot

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/tally"
)

// TestAsSnapshotCounts compares with what snapshot.js says of random polls, to the last bit.
func TestAsSnapshotCounts(t *testing.T) {
	raw, err := os.ReadFile("testdata/snapshotjs.json")
	if err != nil {
		t.Fatal(err)
	}
	var polls []json.RawMessage
	if err := json.Unmarshal(raw, &polls); err != nil {
		t.Fatal(err)
	}
	tried := map[string]int{}
	for i, poll := range polls {
		var want struct {
			Scores      []float64 `json:"scores"`
			ScoresTotal float64   `json:"scoresTotal"`
		}
		if err := json.Unmarshal(poll, &want); err != nil {
			t.Fatal(err)
		}
		e, err := Parse(poll)
		if err != nil {
			t.Fatal(err)
		}
		out, err := e.Count(Prefix + tally.Method(e.Type))
		if err != nil {
			t.Fatal(err)
		}
		tried[e.Type]++
		for k, s := range want.Scores {
			if out.Scores[e.Choices[k]] != number(s) {
				t.Errorf("poll %d, %s: choice %d scores %s, and %v by snapshot.js", i+1, e.Type, k+1, out.Scores[e.Choices[k]], s)
			}
		}
		if out.Total != number(want.ScoresTotal) {
			t.Errorf("poll %d, %s: the total is %s, and %v by snapshot.js", i+1, e.Type, out.Total, want.ScoresTotal)
		}
	}
	for _, m := range Methods() {
		if n := tried[strings.TrimPrefix(string(m), Prefix)]; n < 10 {
			t.Errorf("%d polls of %s", n, m)
		}
	}
}

// TestExactWhereDefinitionsAgree counts the same polls by the pure methods: the numbers are the same but for the floats.
func TestExactWhereDefinitionsAgree(t *testing.T) {
	raw, err := os.ReadFile("testdata/snapshotjs.json")
	if err != nil {
		t.Fatal(err)
	}
	var polls []json.RawMessage
	if err := json.Unmarshal(raw, &polls); err != nil {
		t.Fatal(err)
	}
	for i, poll := range polls {
		e, err := Parse(poll)
		if err != nil {
			t.Fatal(err)
		}
		m, ok := map[string]tally.Method{"single-choice": tally.Single, "approval": tally.Approval, "weighted": tally.Weighted}[e.Type]
		if !ok {
			continue
		}
		theirs, err := e.Count(Prefix + tally.Method(e.Type))
		if err != nil {
			t.Fatal(err)
		}
		p, err := e.Poll(tally.Config{Method: m})
		if err != nil {
			t.Fatal(err)
		}
		for o, s := range p.Count().Scores {
			a, errA := s.Rat()
			b, errB := theirs.Scores[o].Rat()
			if errA != nil || errB != nil {
				t.Fatal(errA, errB)
			}
			x, _ := a.Float64()
			y, _ := b.Float64()
			if d := x - y; d > 1e-9*x || -d > 1e-9*x {
				t.Errorf("poll %d, %s: %s scores %s, and %s by Snapshot", i+1, e.Type, o, s, theirs.Scores[o])
			}
		}
	}
}

func TestFormats(t *testing.T) {
	const votes = `[{"voter":"0xa","vp":1.5,"choice":[1,2]},{"voter":"0xb","vp":"2e-1","choice":[2]},{"voter":"0xc","balance":1e21,"choice":[2,1]}]`
	want := map[string]tally.Number{"a": "1000000000000000000001.5", "b": "1000000000000000000001.7"}
	for name, raw := range map[string]string{
		"example":       `{"proposal":{"choices":["a","b"]},"votes":` + votes + `}`,
		"hub":           `{"data":{"proposal":{"id":"0x1","votes":3,"choices":["a","b"],"type":"approval"},"votes":` + votes + `}}`,
		"votes' own":    `{"data":{"votes":` + strings.Replace(votes, `"choice":[2]`, `"choice":[2],"proposal":{"choices":["a","b"]}`, 1) + `}}`,
		"list of votes": strings.Replace(votes, `"choice":[2]`, `"choice":[2],"proposal":{"choices":["a","b"]}`, 1),
		"with a mark":   "\ufeff" + `{"proposal":{"choices":["a","b"]},"votes":` + votes + `}`,
		"CSV report":    "address,choice.1,choice.2,voting_power,timestamp,author_ipfs_hash,reason\n0xa,1,2,1.5,0,Q,\"\"\r\n0xb,2,,0.2,0,Q,\"well, \"why\"\"\n0xc,2,1,1e21,0,Q,\"\"\n",
	} {
		e, err := Parse([]byte(raw))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if name == "CSV report" {
			if !slices.Equal(e.Choices, []string{"1", "2"}) {
				t.Errorf("%s: %v", name, e.Choices)
			}
			e.Choices = []string{"a", "b"}
		}
		p, err := e.Poll(tally.Config{Method: tally.Approval})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if out := p.Count(); !reflect.DeepEqual(out.Scores, want) || len(out.Spoiled) != 0 {
			t.Errorf("%s: %+v", name, out)
		}
	}

	e, err := Parse([]byte("address,choice.1,choice.2,choice.3,voting_power\n0xa,,3,1,4\n0xb,1,,1,1\n0xc,60,40,,10\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.Poll(tally.Config{Method: tally.Weighted})
	if err != nil {
		t.Fatal(err)
	}
	if out := p.Count(); !reflect.DeepEqual(out.Scores, map[string]tally.Number{"1": "13/2", "2": "7", "3": "3/2"}) {
		t.Errorf("shares of a report: %+v", out)
	}

	e, err = Parse([]byte("address,choice,voting_power,timestamp,date_utc,author_ipfs_hash\n0xa,2,4,0,x,Q\n0xb,1,1,0,x,Q\n0xc\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p, err = e.Poll(tally.Config{Method: tally.Single}); err != nil {
		t.Fatal(err)
	}
	if out := p.Count(); !reflect.DeepEqual(out.Scores, map[string]tally.Number{"1": "1", "2": "4"}) || len(out.Spoiled) != 1 || out.Spoiled[0].Voter != "0xc" {
		t.Errorf("a report of single choices: %+v", out)
	}

	e, err = Parse([]byte(`{"proposal":{"choices":["Yes","No","Abstain"],"type":"basic"},"votes":[{"voter":"0xa","vp":2,"choice":1},{"voter":"0xb","vp":1,"choice":2}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if p, err = e.Poll(tally.Config{Method: tally.Threshold}); err != nil {
		t.Fatal(err)
	}
	if out := p.Count(); !slices.Equal(out.Winners, []string{"for"}) || out.Total != "3" {
		t.Errorf("a basic proposal: %+v", out)
	}
	e.Choices[0] = "Maybe"
	if _, err = e.Poll(tally.Config{Method: tally.Threshold}); err == nil {
		t.Error("maybe was taken for a side")
	}
}

func TestRefused(t *testing.T) {
	for raw, want := range map[string]string{
		``:                       `the file is neither JSON nor a CSV report with the columns address, choice (or choice.1, choice.2, …) and voting_power`,
		`a,b`:                    `the file is neither JSON nor a CSV report with the columns address, choice (or choice.1, choice.2, …) and voting_power`,
		`[`:                      `the file is neither JSON nor a CSV report`,
		`{}`:                     `the file is no export of Snapshot: it has no list of votes`,
		`{"votes":3}`:            `the file is no export of Snapshot: it has no list of votes`,
		"{\"votes\":[]}\xff":     `the file is not UTF-8`,
		`{"proposal":3}`:         `the file is no export of Snapshot: json: cannot unmarshal number into Go struct field exported.proposal of type snapshot.proposal`,
		`{"votes":[{"vp":1},3]}`: `the file is no export of Snapshot: it has no list of votes`,
	} {
		if _, err := Parse([]byte(raw)); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", raw, err, want)
		}
	}
	if _, err := (&Export{}).Count("snapshot-borda"); err == nil {
		t.Error("snapshot-borda was counted")
	}
}

func TestSpoiled(t *testing.T) {
	e, err := Parse([]byte(`{"proposal":{"choices":["a","b"]},"votes":[{"voter":"good","vp":1,"choice":{"1":0.5,"2":1.25}},
		{"voter":"v1","vp":-1,"choice":{"1":1}},{"voter":"v2","choice":{"1":1}},{"voter":"v3","vp":1e400,"choice":{"1":1}},{"voter":"v4","vp":1e30,"choice":{"1":1}},
		{"voter":"v5","vp":1,"choice":{"01":1}},{"voter":"v6","vp":1,"choice":{"3":1}},{"voter":"v7","vp":1,"choice":{"1":-1}},{"voter":"v8","vp":1,"choice":{"1":1e-19}},
		{"voter":"v9","vp":1,"choice":{"1":1e30}},{"vp":1,"choice":"sealed"},{"voter":"va","vp":0,"choice":{"1":1}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	p, err := e.Poll(tally.Config{Method: tally.Weighted})
	if err != nil {
		t.Fatal(err)
	}
	want := []tally.Spoiled{
		{Voter: "", Why: "vote 11: its choice has not the form that the method wants"},
		{Voter: "v1", Why: "its voting power is no number from 0"}, {Voter: "v2", Why: "its voting power is no number from 0"},
		{Voter: "v3", Why: "its voting power has more than 30 digits"}, {Voter: "v4", Why: "its voting power has more than 30 digits"},
		{Voter: "v5", Why: "its choice has not the form that the method wants"}, {Voter: "v6", Why: "there is no choice 3"},
		{Voter: "v7", Why: "the share -1 is no number from 0"}, {Voter: "v8", Why: "the share 1e-19 has more than 18 decimals"},
		{Voter: "v9", Why: "the share 1e30 has too many digits"}, {Voter: "va", Why: "the ballot has no weight"},
	}
	out := p.Count()
	if !slices.Equal(out.Spoiled, want) || !reflect.DeepEqual(out.Scores, map[string]tally.Number{"a": "2/7", "b": "5/7"}) {
		t.Errorf("got %+v", out)
	}
}

func TestDecimals(t *testing.T) {
	for _, test := range []struct {
		in     string
		places int
		want   string
	}{
		{"0", 0, "0"}, {"0.0", 3, "0"}, {"12.50", 1, "125"}, {"12.5", 0, "13"}, {"12.49", 0, "12"}, {"9.99", 1, "100"}, {"0.04", 1, "0"}, {"0.05", 1, "1"},
		{"1e3", 0, "1000"}, {"1.5E+3", 2, "150000"}, {"1e-7", 18, "100000000000"}, {"4e-19", 18, "0"}, {"5e-19", 18, "1"}, {"1000", 2, "100000"}, {"1e-30", 18, "0"},
	} {
		d, err := parseDecimal(test.in)
		if got := d.scaled(test.places); err != nil || got != test.want {
			t.Errorf("%s to %d places is %s (%v), want %s", test.in, test.places, got, err, test.want)
		}
	}
}

func TestFromFile(t *testing.T) {
	e, err := FromFile([]byte(`{"method":"single","options":["a","b"],"ballots":[{"voter":"x","weight":"4","choice":{"b":"1","a":"1"}},{"voter":"y","weight":"4","choice":{"b":"1"}},{"voter":"z","weight":"x","choice":{"b":"1"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	out, err := e.Count("snapshot-quadratic")
	if err != nil {
		t.Fatal(err)
	}
	// (√2)² : (√2 + 2)², scaled to 8.
	if len(out.Spoiled) != 1 || !strings.HasPrefix(string(out.Scores["a"]), "1.17157287") || !strings.HasPrefix(string(out.Scores["b"]), "6.82842712") {
		t.Errorf("got %+v", out)
	}
	if _, err := FromFile([]byte(`{"options":["a","a"]}`)); err == nil {
		t.Error("an option named twice was taken")
	}
	if _, err := FromFile([]byte(`[]`)); err == nil {
		t.Error("a list was taken")
	}
}

// FuzzParse wants no panic, whatever the method.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"data":{"proposal":{"choices":["a","b"],"type":"approval"},"votes":[{"voter":"0xa","vp":1.5,"choice":[1,2]},{"vp":"2e-1","choice":{"1":0.5}},{"balance":1e21,"choice":1}]}}`))
	f.Add([]byte("address,choice.1,choice.2,voting_power,timestamp,author_ipfs_hash,reason\n0xa,1,2,1.5,0,Q,\"\"\r\n0xb,2,,0.2,0,Q,\"\"\n"))
	f.Add([]byte("address,choice,voting_power\n0xa,1,1.5\n"))
	f.Add([]byte(`{"options":["a","b"],"ballots":[{"voter":"x","weight":"4","choice":{"b":"1","a":"1"}},{"weight":"4","choice":["b"]},{"weight":"1","choice":"a"}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, parse := range []func([]byte) (*Export, error){Parse, FromFile} {
			e, err := parse(raw)
			if err != nil {
				continue
			}
			for _, m := range Methods() {
				if out, err := e.Count(m); err != nil || out.Ballots+len(out.Spoiled) != len(e.Votes) {
					t.Fatalf("%d votes, %d counted and %d spoiled (%v)", len(e.Votes), out.Ballots, len(out.Spoiled), err)
				}
			}
			for _, m := range tally.Methods() {
				if p, err := e.Poll(tally.Config{Method: m}); err == nil {
					p.Count()
				}
			}
		}
	})
}
