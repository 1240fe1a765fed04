package tally

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// file writes a file with ballots.
func file(method Method, options, ballots string) string {
	return fmt.Sprintf(`{"method":%q,"options":[%s],"ballots":[%s]}`, method, options, ballots)
}

func TestCounts(t *testing.T) {
	const abc = `"a","b","c"`
	tests := []struct {
		name, file string
		total      Number
		scores     map[string]Number
		winners    string
	}{
		{"threshold, above the half", file(Threshold, ``, `{"voter":"x","weight":"3","choice":"for"},{"voter":"y","weight":"2","choice":"against"},{"voter":"z","weight":"9","choice":"abstain"}`),
			"14", map[string]Number{"for": "3", "against": "2", "abstain": "9"}, "for"},
		{"threshold, at the half", file(Threshold, `"for","against"`, `{"voter":"x","weight":"2","choice":"for"},{"voter":"y","weight":"2","choice":"against"}`),
			"4", map[string]Number{"for": "2", "against": "2", "abstain": "0"}, "against"},
		{"threshold, at two thirds", `{"method":"threshold","threshold":"2/3","ballots":[{"weight":"2","choice":"for"},{"weight":"1","choice":"against"}]}`,
			"3", map[string]Number{"for": "2", "against": "1", "abstain": "0"}, "against"},
		{"threshold, without a quorum", `{"method":"threshold","quorum":"1/3","electorate":"10","ballots":[{"weight":"3","choice":"for"}]}`,
			"3", map[string]Number{"for": "3", "against": "0", "abstain": "0"}, ""},
		{"threshold, with a quorum rounded up", `{"method":"threshold","quorum":"1/3","electorate":"10","heads":1,"ballots":[{"weight":"4","choice":"for"}]}`,
			"4", map[string]Number{"for": "4", "against": "0", "abstain": "0"}, "for"},
		{"single", file(Single, abc, `{"voter":"x","weight":"340282366920938463","choice":"b"},{"voter":"y","weight":"1","choice":"a"}`),
			"340282366920938464", map[string]Number{"a": "1", "b": "340282366920938463", "c": "0"}, "b"},
		{"single, 30 digits", file(Single, abc, `{"voter":"x","weight":"999999999999999999999999999999","choice":"b"},{"voter":"y","weight":"999999999999999999999999999999","choice":"b"}`),
			"1999999999999999999999999999998", map[string]Number{"a": "0", "b": "1999999999999999999999999999998", "c": "0"}, "b"},
		{"approval", file(Approval, abc, `{"voter":"x","weight":"2","choice":["a","c"]},{"voter":"y","weight":"3","choice":["c"]},{"voter":"z","weight":"1","choice":[]}`),
			"6", map[string]Number{"a": "2", "b": "0", "c": "5"}, "c"},
		{"instant run-off with exhausted ballots", file(RankedIRV, abc, `{"weight":"4","choice":["a"]},{"weight":"3","choice":["b","c"]},{"weight":"2","choice":["c"]}`),
			"9", map[string]Number{"a": "4", "b": "3", "c": "0"}, "a"},
		{"instant run-off up to a tie", file(RankedIRV, abc, `{"weight":"4","choice":["a",["b","c"]]},{"weight":"3","choice":["b"]},{"weight":"2","choice":[["b","c"]]}`),
			"9", map[string]Number{"a": "4", "b": "3", "c": "0"}, "a"},
		{"Condorcet with equal ranks", file(RankedCondorcet, abc, `{"weight":"2","choice":[["a","b"],"c"]},{"weight":"1","choice":["b"]}`),
			"3", map[string]Number{"a": "1", "b": "2", "c": "0"}, "b"},
		{"weighted", file(Weighted, abc, `{"weight":"10","choice":{"a":"3","b":"1"}},{"weight":"1","choice":{"a":"1","b":"1","c":"1"}}`),
			"11", map[string]Number{"a": "47/6", "b": "17/6", "c": "1/3"}, "a"},
		{"quadratic", file(Quadratic, abc, `{"weight":"10","choice":{"a":"3","b":"1"}},{"weight":"26","choice":{"b":"5"}}`),
			"36", map[string]Number{"a": "3", "b": "6", "c": "0"}, "b"},
		{"mixture", file(Mixture, abc, `{"weight":"2","choice":{"a":"1"}},{"weight":"1","choice":{"b":"1000000000000"}}`),
			"3", map[string]Number{"a": "666666666667", "b": "333333333333", "c": "0"}, ""},
		{"mixture, one voter", file(Mixture, abc, `{"weight":"7","choice":{"a":"1","b":"1","c":"1"}}`),
			"7", map[string]Number{"a": "333333333334", "b": "333333333333", "c": "333333333333"}, ""},
		// Two of three agree on half and half; the third wants c. Phantoms 0, t, 2t, 3t with t = 1/3: a and b get
		// med(0, 0, ⅓, ½, ½, ⅔, 1) = ½ each by themselves, so t is lower: 2t + 2t + t = 1.
		{"mixture, three voters", file(Mixture, abc, `{"weight":"1","choice":{"a":"1","b":"1"}},{"weight":"1","choice":{"a":"1","b":"1"}},{"weight":"1","choice":{"c":"1"}}`),
			"3", map[string]Number{"a": "400000000000", "b": "400000000000", "c": "200000000000"}, ""},
		{"nobody votes", file(Weighted, abc, ``), "0", map[string]Number{"a": "0", "b": "0", "c": "0"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, err := Parse([]byte(test.file), "", "")
			if err != nil {
				t.Fatal(err)
			}
			out := p.Count()
			if out.Total != test.total || !reflect.DeepEqual(out.Scores, test.scores) || strings.Join(out.Winners, " ") != test.winners || len(out.Spoiled) != 0 {
				t.Errorf("got %+v", out)
			}
		})
	}
}

// TestSpoiled reads every kind of malformed ballot beside a good one, which still counts.
func TestSpoiled(t *testing.T) {
	good := map[Method]string{
		Threshold: `"for"`, Single: `"a"`, Approval: `["a"]`, RankedIRV: `["a"]`, RankedCondorcet: `["a"]`,
		Weighted: `{"a":"1"}`, Quadratic: `{"a":"1"}`, Mixture: `{"a":"1"}`,
	}
	tests := []struct {
		method  Method
		ballots string
		why     string
	}{
		{Single, `{"voter":"v","weight":"0","choice":"a"}`, `the ballot has no weight`},
		{Single, `{"voter":"v","weight":5,"choice":"a"}`, `the weight 5 is not a decimal string of at most 30 digits`},
		{Single, `{"voter":"v","weight":"-5","choice":"a"}`, `the weight -5 is not a decimal string of at most 30 digits`},
		{Single, `{"voter":"v","weight":"05","choice":"a"}`, `the weight 05 is not a decimal string of at most 30 digits`},
		{Single, `{"voter":"v","weight":"1.5","choice":"a"}`, `the weight 1.5 is not a decimal string of at most 30 digits`},
		{Single, `{"voter":"v","weight":"","choice":"a"}`, `the weight  is not a decimal string of at most 30 digits`},
		{Single, `{"voter":"v","weight":"1000000000000000000000000000000","choice":"a"}`, `the weight 1000000000000000000000000000000 is not a decimal string of at most 30 digits`},
		{Single, `{"voter":"v","choice":"a"}`, `the weight is missing`},
		{Single, `{"voter":"v","weight":"1"}`, `the choice is missing`},
		{Single, `{"voter":"v","weight":"1","choice":"z"}`, `"z" is not an option`},
		{Single, `{"voter":"v","weight":"1","choice":["a"]}`, `the choice is not one option, as in "a"`},
		{Single, `{"voter":"v","weight":"1","choice":null}`, `the choice is not one option, as in "a"`},
		{Single, `{"voter":"v","weight":"1","weight":"2","choice":"a"}`, `it says something twice`},
		{Single, `{"voter":"v","weight":"1","choice":"a","choice":"b"}`, `it says something twice`},
		{Single, `{"voter":"v","weight":"1","choice":"a"},{"voter":"v","weight":"1","choice":"a"}`, `there are 2 ballots of this voter, and none says which stands`},
		{Single, `{"voter":"v","weight":"1","choice":"a"},{"voter":"v","weight":"0","choice":"a"},{"voter":"v"}`, `there are 3 ballots of this voter, and none says which stands`},
		{Single, `{"voter":7,"weight":"1","choice":"a"}`, `ballot 2: the voter is not a string`},
		{Single, `"v"`, `ballot 2 is not an object with voter, weight and choice`},
		{Threshold, `{"voter":"v","weight":"1","choice":"yes"}`, `"yes" is not an option`},
		{Approval, `{"voter":"v","weight":"1","choice":"a"}`, `the choice is not a list of options, as in ["a","c"]`},
		{Approval, `{"voter":"v","weight":"1","choice":["a","a"]}`, `"a" is named twice`},
		{Approval, `{"voter":"v","weight":"1","choice":["a",["b"]]}`, `the choice is not a list of options, as in ["a","c"]`},
		{RankedIRV, `{"voter":"v","weight":"1","choice":["b","a","b"]}`, `"b" is named twice`},
		{RankedIRV, `{"voter":"v","weight":"1","choice":["a",["b","a"]]}`, `"a" is named twice`},
		{RankedCondorcet, `{"voter":"v","weight":"1","choice":["a",3]}`, `the choice is not a list of options, best first, as in ["b","a","c"]`},
		{Weighted, `{"voter":"v","weight":"1","choice":["a"]}`, `the choice is not an amount for each option, as in {"a":"3","b":"1"}`},
		{Weighted, `{"voter":"v","weight":"1","choice":{}}`, `the shares are all zero`},
		{Weighted, `{"voter":"v","weight":"1","choice":{"a":"0"}}`, `the shares are all zero`},
		{Weighted, `{"voter":"v","weight":"1","choice":{"a":3}}`, `the amount 3 is not a decimal string of at most 19 digits`},
		{Weighted, `{"voter":"v","weight":"1","choice":{"a":"-3"}}`, `the amount -3 is not a decimal string of at most 19 digits`},
		{Weighted, `{"voter":"v","weight":"1","choice":{"a":"3","a":"2"}}`, `"a" is named twice`},
		{Weighted, `{"voter":"v","weight":"1","choice":{"a":"999999","b":"2"}}`, `the shares sum to more than 1000000 in lowest terms`},
		{Quadratic, `{"voter":"v","weight":"9","choice":{"a":"3","b":"1"}}`, `the votes cost 10 and the ballot has 9`},
		{Quadratic, `{"voter":"v","weight":"9","choice":{"a":"-1"}}`, `the amount -1 is not a decimal string of at most 19 digits`},
		{Quadratic, `{"voter":"v","weight":"9","choice":{"a":"9999999999999999999"}}`, `9999999999999999999 votes cost more than any weight`},
		{Mixture, `{"voter":"v","weight":"9","choice":{"a":"0","b":"0"}}`, `the shares are all zero`},
		{Mixture, `{"voter":"v","weight":"9","choice":{"a":"9999999999999999999","b":"9999999999999999999"}}`, `the shares sum to more than 64 bits hold`},
	}
	for _, test := range tests {
		t.Run(string(test.method)+" "+test.why, func(t *testing.T) {
			p, err := Parse([]byte(file(test.method, `"a","b","c"`, `{"voter":"good","weight":"1","choice":`+good[test.method]+`},`+test.ballots)), "", "")
			if test.method == Threshold {
				p, err = Parse([]byte(file(test.method, ``, `{"voter":"good","weight":"1","choice":"for"},`+test.ballots)), "", "")
			}
			if err != nil {
				t.Fatal(err)
			}
			out := p.Count()
			if out.Total != "1" || out.Ballots != 1 || len(out.Spoiled) != 1 || out.Spoiled[0].Why != test.why {
				t.Errorf("got %q of weight %s, want the good one and %q", out.Spoiled, out.Total, test.why)
			}
			if voter := out.Spoiled[0].Voter; voter != "v" && !strings.HasPrefix(test.why, "ballot 2") {
				t.Errorf("the spoiled ballot is named %q", voter)
			}
		})
	}
}

// TestRefusedFiles reads what is no file of ballots.
func TestRefusedFiles(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{``, `line 1, column 1: the file is not a JSON object with method, options and ballots`},
		{`[]`, `line 1, column 1: the file is not a JSON object with method, options and ballots`},
		{`{"method":"single"}`, `there are 0 options; single takes 1 to 1000`},
		{`{"options":["a"],"ballots":[]}`, `the file names no method`},
		{`{"method":"single","options":["a"]}`, `the file holds no ballots`},
		{`{"method":"borda","options":["a"],"ballots":[]}`, `there is no method "borda"; choose one of threshold, single, approval, ranked-irv, ranked-condorcet, weighted, quadratic, mixture`},
		{`{"method":"single","method":"single"}`, `line 1, column 29: "method" is there twice`},
		{`{"method":"single","treshold":"1/2"}`, `line 1, column 31: a file of ballots has no "treshold"; it has method, options, ballots, seed, decimals, threshold, quorum, electorate and heads`},
		{`{"method":"single","options":["a","a"],"ballots":[]}`, `the option "a" is named twice`},
		{`{"method":"single","options":["a"],"decimals":19,"ballots":[]}`, `weights have 0 to 18 decimals, not 19`},
		{`{"method":"single","options":["a"],"decimals":"6","ballots":[]}`, `line 1, column 50: decimals is not a number of digits`},
		{`{"method":"single","options":[""],"ballots":[]}`, `option 1 has no name of 1 to 256 bytes of UTF-8`},
		{`{"method":"threshold","options":["yes"],"ballots":[]}`, `a threshold vote has the options for, against and abstain, and not "yes"`},
		{`{"method":"threshold","quorum":"1/3","ballots":[]}`, `a quorum of 1/3 needs an electorate, the weight of all who may vote`},
		{`{"method":"threshold","threshold":"3/2","ballots":[]}`, `line 1, column 40: the threshold: "3/2" is not a share; write p/q with 0 < p ≤ q, as in "1/5"`},
		{`{"method":"threshold","heads":-1,"ballots":[]}`, `line 1, column 33: heads is not a number of ballots`},
		{"{\"method\":\"single\",\n\"options\":[\"a\"],\"ballots\":[{]}", `line 2, column 29: a string is missing`},
		{`{"method":"single","options":["a"],"ballots":[1e]}`, `line 1, column 49: a number is malformed`},
		{`{"method":"single","options":["a"],"ballots":[` + strings.Repeat("[", 100), `line 1, column 111: values nest deeper than 64 levels`},
		{`{"method":"single","options":["a"],"ballots":[]} x`, `line 1, column 50: something follows the end`},
		{`{"method":"\ud800"}`, `line 1, column 18: a string has an escape that stands for no character`},
		{"{\"method\":\"\xff\"}", `line 1, column 13: a string is not UTF-8`},
	} {
		if _, err := Parse([]byte(test.file), "", ""); err == nil || err.Error() != test.want {
			t.Errorf("%.60q: %v, want %s", test.file, err, test.want)
		}
	}
}

// TestMethodGoesFirst counts a file by another method than it names.
func TestMethodGoesFirst(t *testing.T) {
	raw := []byte(file("snapshot-ranked-choice", `"a","b"`, `{"voter":"v","weight":"1","choice":["b","a"]}`))
	if m, err := MethodOf(raw); m != "snapshot-ranked-choice" || err != nil {
		t.Errorf("the method is %q (%v)", m, err)
	}
	p, err := Parse(raw, RankedIRV, "")
	if err != nil {
		t.Fatal(err)
	}
	if out := p.Count(); !slices.Equal(out.Winners, []string{"b"}) || out.Method != RankedIRV {
		t.Errorf("got %+v", out)
	}
}

// TestEscapes reads names that are written with escapes.
func TestEscapes(t *testing.T) {
	raw := file(Weighted, `"é\n","😀","a\/b"`, `{"voter":"\"v\\","weight":"1","choice":{"\u00e9\n":"1","\ud83d\ude00":"1","a/b":"2"}},{"voter":"\"v\\","weight":"\u0031","choice":{}}`)
	p, err := Parse([]byte(raw), "", "")
	if err != nil {
		t.Fatal(err)
	}
	if out := p.Count(); len(out.Spoiled) != 1 || out.Spoiled[0].Voter != `"v\` || !slices.Equal(out.Options, []string{"é\n", "😀", "a/b"}) {
		t.Errorf("got %+v", out)
	}
}

// FuzzParse wants no panic, JSON alone to be read, and a count whatever the ballots.
func FuzzParse(f *testing.F) {
	for _, m := range Methods() {
		f.Add([]byte(file(m, `"a","b","for"`, `{"voter":"v","weight":"12","choice":"a"},{"weight":"12","choice":["a",["b","for"]]},{"voter":"w","weight":"12","choice":{"a":"3","b":"1"}},{"voter":"w"},null`)), 0)
	}
	f.Add([]byte(`{"method":"threshold","threshold":"2/3","quorum":"1/3","electorate":"10","heads":1,"seed":"s","ballots":[{"weight":"4","choice":"for"}]}`), 3)
	f.Fuzz(func(t *testing.T, raw []byte, method int) {
		var m Method
		if method > 0 {
			m = Methods()[method%len(Methods())]
		}
		p, err := Parse(raw, m, "")
		if err != nil {
			return
		}
		if !json.Valid(raw) {
			t.Fatalf("%q is not JSON", raw)
		}
		out := p.Count()
		if again := p.Count(); !reflect.DeepEqual(out, again) {
			t.Fatalf("counted twice: %+v and %+v", out, again)
		}
		if out.Ballots < len(out.Winners) || len(out.Winners) > 1 && out.Method != Threshold {
			t.Fatalf("%d ballots elect %v", out.Ballots, out.Winners)
		}
		if m := out.Method; (m == Single || m == Weighted || m == Threshold) && sum(t, out.Scores).Cmp(rat(t, out.Total)) != 0 {
			t.Fatalf("%v does not add up to %s", out.Scores, out.Total)
		}
	})
}
