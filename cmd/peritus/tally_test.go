package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance/tally"
)

// runTallyOn writes a file and counts it.
func runTallyOn(t *testing.T, name, content string, args ...string) (string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout bytes.Buffer
	c := &call{command: tallyCommand(), args: append(args, path), stdout: &stdout, stderr: io.Discard, flags: flag.NewFlagSet("tally", flag.ContinueOnError)}
	c.flags.SetOutput(io.Discard)
	err := c.command.run(context.Background(), c)
	return stdout.String(), err
}

const tennessee = `{"method":"ranked-irv","options":["memphis","nashville","chattanooga","knoxville"],"ballots":[
	{"voter":"m","weight":"42","choice":["memphis","nashville","chattanooga","knoxville"]},
	{"voter":"n","weight":"26","choice":["nashville","chattanooga","knoxville","memphis"]},
	{"voter":"c","weight":"15","choice":["chattanooga","knoxville","nashville","memphis"]},
	{"voter":"k","weight":"17","choice":["knoxville","chattanooga","nashville","memphis"]},
	{"voter":"x","weight":"9","choice":["atlantis"]}]}`

const debianSOI = "# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 9\n# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n# ALTERNATIVE NAME 3: Cas\n4: 1\n3: 2,3\n2: 3\n"

const exportedVotes = `{"proposal":{"choices":["A","B"],"type":"single-choice"},"votes":[{"voter":"0x1","vp":1.5,"choice":2},{"voter":"0x2","vp":1,"choice":1},{"voter":"0x3","vp":1,"choice":3}]}`

func TestTallyText(t *testing.T) {
	for _, test := range []struct {
		name, file, content string
		args                []string
		want                string
	}{
		{"a file of our own", "t.json", tennessee, nil, `ranked-irv: 4 ballots of weight 100 count

  knoxville    58  wins
  memphis      42
  nashville    0
  chattanooga  0

  1  memphis 42, nashville 26, knoxville 17, chattanooga 15; chattanooga leaves; knoxville +15
  2  memphis 42, knoxville 32, nashville 26; nashville leaves; knoxville +26
  3  knoxville 58, memphis 42; knoxville has more than half of 100
spoiled: x: "atlantis" is not an option
`},
		{"another method", "t.json", tennessee, []string{"--method", "ranked-condorcet", "--seed", "s"}, `ranked-condorcet: 4 ballots of weight 100 count

  nashville    3  wins
  chattanooga  2
  knoxville    1
  memphis      0

  1  chattanooga over knoxville, 83 to 17: locked
  2  nashville over knoxville, 68 to 32: locked
  3  nashville over chattanooga, 68 to 32: locked
  4  knoxville over memphis, 58 to 42: locked; a tie of chattanooga, knoxville, nashville, by lot of pairs knoxville
  5  chattanooga over memphis, 58 to 42: implied
  6  nashville over memphis, 58 to 42: implied
spoiled: x: "atlantis" is not an option
`},
		{"PrefLib by its name", "d.soi", debianSOI, []string{"--method=ranked-irv"}, `ranked-irv: 3 ballots of weight 9 count

  Ann  4  wins
  Bob  3
  Cas  0

  1  Ann 4, Bob 3, Cas 2; Cas leaves
  2  Ann 4, Bob 3; exhausted 2; Ann has more than half of 7
`},
		{"PrefLib written", "d.txt", debianSOI, []string{"--from", "preflib", "--method=ranked-irv", "--to", "preflib"}, "# FILE NAME: \n# TITLE: \n# DESCRIPTION: \n# DATA TYPE: soi\n" +
			"# MODIFICATION TYPE: original\n# RELATES TO: \n# RELATED FILES: \n# PUBLICATION DATE: \n# MODIFICATION DATE: \n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 9\n# NUMBER UNIQUE ORDERS: 3\n" +
			"# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n# ALTERNATIVE NAME 3: Cas\n4: 1\n3: 2,3\n2: 3\n"},
		{"Snapshot's own count", "s.json", exportedVotes, []string{"--from", "snapshot"}, `snapshot-single-choice: 2 ballots of weight 3.5 count

  B  1.5  wins
  A  1

spoiled: 0x3: Snapshot does not count such a choice
`},
		{"Snapshot's votes by ours", "s.json", exportedVotes, []string{"--from", "snapshot", "--method", "single"}, `single: 2 ballots of weight 2.5 count

  B  1.5  wins
  A  1

spoiled: 0x3: there is no choice 3
`},
		{"our ballots as Snapshot counts", "q.json", `{"method":"snapshot-quadratic","options":["a","b"],"ballots":[{"voter":"x","weight":"4","choice":{"a":"1","b":"0"}}]}`, nil,
			"snapshot-quadratic: 1 ballot of weight 4 count\n\n  a  4  wins\n  b  0\n\n"},
		{"a threshold vote", "q.json", `{"method":"threshold","threshold":"2/3","quorum":"1/2","electorate":"5","heads":1,"ballots":[{"voter":"x","weight":"2","choice":"for"}]}`, nil,
			"threshold: 1 ballot of weight 2 count\n\n  for      2\n  against  0\n  abstain  0\n\nnobody wins\n\n  1  for must be more than 2/3 of for and against; quorum missed: 2 of 3 by weight, 1 ballot of 1\n"},
		{"a mixture", "m.json", `{"method":"mixture","options":["a","b"],"ballots":[{"weight":"2","choice":{"a":"1"}},{"weight":"1","choice":{"b":"1"}}]}`, nil,
			"mixture: 2 ballots of weight 3 count\n\n  a  666666666667\n  b  333333333333\n\n  1  t = 1000000000000/3; a gets 2000000000000/3, at least that from 2; b gets 1000000000000/3, at least that from 1\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, err := runTallyOn(t, test.file, test.content, test.args...); err != nil || got != test.want {
				t.Errorf("%v\n%s\nwant\n%s", err, got, test.want)
			}
		})
	}
}

func TestTallyJSON(t *testing.T) {
	got, err := runTallyOn(t, "t.json", tennessee, "--output", "json")
	if err != nil {
		t.Fatal(err)
	}
	var out tally.Outcome
	if err := json.Unmarshal([]byte(got), &out); err != nil {
		t.Fatal(err)
	}
	if out.Method != "ranked-irv" || out.Total != "100" || out.Scores["knoxville"] != "58" || len(out.Winners) != 1 || out.Winners[0] != "knoxville" ||
		len(out.Rounds) != 3 || len(out.Spoiled) != 1 || out.Spoiled[0].Voter != "x" {
		t.Errorf("got %s", got)
	}
	got, err = runTallyOn(t, "t.json", `{"method":"single","options":["<a>"],"ballots":[]}`, "--output", "json")
	if err != nil || !strings.Contains(got, `"winners": []`) || !strings.Contains(got, `"spoiled": []`) || !strings.Contains(got, `"<a>": "0"`) {
		t.Errorf("%v: %s", err, got)
	}
}

func TestTallyRefuses(t *testing.T) {
	for _, test := range []struct {
		name, file, content string
		args                []string
		status              int
		want                string
	}{
		{"an unknown method", "t.json", tennessee, []string{"--method", "borda"}, exitUnknown, `there is no method "borda"; choose one of threshold, single,`},
		{"an unknown output", "t.json", tennessee, []string{"--output", "xml"}, exitUnknown, `--output xml: the answer is text or json`},
		{"an unknown format", "t.json", tennessee, []string{"--from", "xml"}, exitUnknown, `--from xml: files are peritus, preflib or snapshot`},
		{"an unknown target", "t.json", tennessee, []string{"--to", "xml"}, exitUnknown, `--to xml: ballots can be written as preflib`},
		{"no method for PrefLib", "d.soi", debianSOI, nil, exitUnknown, `a PrefLib file names no method; name one with --method`},
		{"no method for Snapshot", "d.csv", "address,choice,voting_power\n", nil, exitUnknown, `the file does not say how Snapshot counted it; name a method with --method`},
		{"Snapshot's count written", "s.json", exportedVotes, []string{"--from", "snapshot", "--to", "preflib"}, exitUnknown, `a count as Snapshot's has no ballots to write`},
		{"two files", "t.json", tennessee, []string{"u.json"}, exitUnknown, `usage: peritus tally [flags] FILE`},
		{"a broken file", "t.json", `{"method":"single",`, nil, exitRefuted, `line 1, column 20: a string is missing`},
		{"a broken export", "t.json", `{`, []string{"--from", "snapshot"}, exitRefuted, `the file is no export of Snapshot`},
		{"a method that the ballots do not fit", "d.soi", debianSOI, []string{"--method", "approval"}, exitRefuted, `a .soi file cannot be counted by the method "approval"`},
		{"a poll that PrefLib cannot hold", "t.json", tennessee, []string{"--method", "weighted", "--to", "preflib"}, exitRefuted, `PrefLib has no format for ballots of the method weighted`},
		{"a system that Snapshot has not", "s.json", strings.Replace(exportedVotes, "single-choice", "borda", 1), []string{"--from", "snapshot"}, exitRefuted, `there is no method "snapshot-borda" of Snapshot's`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := runTallyOn(t, test.file, test.content, test.args...)
			if err == nil || status(err) != test.status || !strings.Contains(err.Error(), test.want) || got != "" {
				t.Errorf("status %d, %v; want status %d, %s", status(err), err, test.status, test.want)
			}
		})
	}
	var stdout bytes.Buffer
	c := &call{command: tallyCommand(), args: []string{"nowhere.json"}, stdout: &stdout, flags: flag.NewFlagSet("tally", flag.ContinueOnError)}
	if err := c.command.run(context.Background(), c); status(err) != exitEnv {
		t.Errorf("a file that is not there: %v", err)
	}
}
