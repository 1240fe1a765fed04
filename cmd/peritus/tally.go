package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/cmd/peritus/snapshot"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/tally"
	"github.com/peritus-dao/peritus/governance/tally/preflib"
)

// maxPoll bounds a file of ballots: some ten million of them.
const maxPoll = 1 << 31

func tallyCommand() *command {
	return &command{
		name: "tally", args: "[flags] FILE", run: runTally,
		summary: "Count the ballots in a file, without a server",
		help: `FILE holds method, options and ballots in JSON:

  {"method": "ranked-irv", "options": ["a", "b", "c"], "seed": "…",
   "ballots": [{"voter": "0x…", "weight": "123", "choice": ["b", "a"]}]}

A choice is "a" (single; "for", "against" or "abstain" in a threshold vote), a list (approval; a ranking, best first) or
{"a":"3","b":"1"} (weighted, quadratic, mixture). Weights are whole numbers, of units of 10^-6 where the file says
"decimals": 6. A threshold vote may name threshold, quorum, electorate and heads. The seed decides ties that the method
leaves.

FILE may be a PrefLib file (.soc .soi .toc .toi .cat) or votes exported from Snapshot (JSON, or the CSV report). The
methods snapshot-… count as Snapshot does, in floats and with its ties, to compare.

A malformed ballot does not count and is named, and so are the ballots of a voter with several. The answer holds each
round, to be recounted by hand.`,
	}
}

// tallyFlags is what a count is told.
type tallyFlags struct {
	method tally.Method
	from   string
	seed   string
	to     string
	output string
}

func runTally(_ context.Context, c *call) error {
	var f tallyFlags
	var methods []string
	for _, m := range append(tally.Methods(), snapshot.Methods()...) {
		methods = append(methods, string(m))
	}
	c.flags.StringVar((*string)(&f.method), "method", "", "`METHOD` to count by, where the file names none or another: "+strings.Join(methods, ", "))
	c.flags.StringVar(&f.from, "from", "", "`FORMAT` of the file: peritus, preflib or snapshot; else its name tells")
	c.flags.StringVar(&f.seed, "seed", "", "`TEXT` that decides ties, where the file names none")
	c.flags.StringVar(&f.to, "to", "", "`FORMAT` to write the ballots in, instead of counting them: preflib")
	output := c.output()
	operands, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	f.output = *output
	switch {
	case f.method != "" && !slices.Contains(methods, string(f.method)):
		return &usageError{fmt.Sprintf("there is no method %q; choose one of %s", f.method, strings.Join(methods, ", "))}
	case f.output != "text" && f.output != "json":
		return &usageError{fmt.Sprintf("--output %s: the answer is text or json", f.output)}
	case f.to != "" && f.to != "preflib":
		return &usageError{fmt.Sprintf("--to %s: ballots can be written as preflib", f.to)}
	}
	raw, err := readPoll(operands[0])
	if err != nil {
		return err
	}
	poll, count, err := f.read(raw, operands[0])
	if err != nil {
		return err
	}
	if f.to != "" {
		if poll == nil {
			return &usageError{"a count as Snapshot's has no ballots to write; name the method of the ballots"}
		}
		text, _, err := preflib.Write(poll, "")
		if err != nil {
			return refusal.New(refusal.Invalid, "tally-file", operands[0], "%w", err)
		}
		_, err = c.stdout.Write(text)
		return err
	}
	out, err := count()
	if err != nil {
		return refusal.New(refusal.Invalid, "tally-file", operands[0], "%w", err)
	}
	if f.output == "json" {
		enc := json.NewEncoder(c.stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(out)
	}
	return printOutcome(c.stdout, out)
}

// readPoll reads a file of ballots into memory of its size, which may be large.
func readPoll(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, missing("%s: there is no such file", path)
	}
	if info.Size() > maxPoll {
		return nil, &usageError{fmt.Sprintf("%s is larger than the %d bytes that are read", path, maxPoll)}
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, missing("%s cannot be read: %w", path, err)
	}
	return raw, nil
}

// read returns the poll that a file holds, nil if it is to be counted as Snapshot does, and how to count it.
func (f tallyFlags) read(raw []byte, name string) (*tally.Poll, func() (tally.Outcome, error), error) {
	format, isPrefLib := preflib.FormatOf(name)
	if !isPrefLib {
		format = ""
	}
	if f.from == "" {
		switch {
		case isPrefLib:
			f.from = "preflib"
		case strings.HasSuffix(strings.ToLower(name), ".csv"):
			f.from = "snapshot"
		default:
			f.from = "peritus"
		}
	}
	theirs := func(m tally.Method) bool { return strings.HasPrefix(string(m), snapshot.Prefix) }
	var poll *tally.Poll
	var export *snapshot.Export
	var err error
	switch f.from {
	case "peritus":
		if f.method == "" {
			f.method, err = tally.MethodOf(raw)
		}
		switch {
		case err != nil:
		case theirs(f.method):
			export, err = snapshot.FromFile(raw)
		default:
			poll, err = tally.Parse(raw, f.method, f.seed)
		}
	case "preflib":
		if theirs(f.method) || f.method == "" {
			return nil, nil, &usageError{"a PrefLib file names no method; name one with --method: ranked-irv, ranked-condorcet, single or approval"}
		}
		poll, err = preflib.Parse(raw, format, tally.Config{Method: f.method, Seed: f.seed})
	case "snapshot":
		if export, err = snapshot.Parse(raw); err != nil {
			break
		}
		if f.method == "" && export.Type != "" {
			f.method = snapshot.Prefix + tally.Method(export.Type)
		}
		if f.method == "" {
			return nil, nil, &usageError{"the file does not say how Snapshot counted it; name a method with --method"}
		}
		if !theirs(f.method) {
			poll, err = export.Poll(tally.Config{Method: f.method, Seed: f.seed})
		}
	default:
		return nil, nil, &usageError{fmt.Sprintf("--from %s: files are peritus, preflib or snapshot", f.from)}
	}
	if err != nil {
		return nil, nil, refusal.New(refusal.Invalid, "tally-file", name, "%w", err)
	}
	if poll == nil {
		return nil, func() (tally.Outcome, error) { return export.Count(f.method) }, nil
	}
	return poll, func() (tally.Outcome, error) { return poll.Count(), nil }, nil
}

// printOutcome writes a count for people: the result, each round in a line, and what was spoiled.
func printOutcome(w io.Writer, out tally.Outcome) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s of weight %s count\n\n", out.Method, ballotCount(out.Ballots), out.Total)
	width := 0
	for _, o := range out.Options {
		width = max(width, len([]rune(o)))
	}
	for _, o := range byScore(out.Options, out.Scores) {
		fmt.Fprintf(&b, "  %-*s  %s", width, o, out.Scores[o])
		if slices.Contains(out.Winners, o) {
			b.WriteString("  wins")
		}
		b.WriteByte('\n')
	}
	if len(out.Winners) == 0 && out.Method != tally.Mixture {
		b.WriteString("\nnobody wins\n")
	}
	b.WriteByte('\n')
	for i, r := range out.Rounds {
		b.WriteString(describeRound(out, i, r))
	}
	if out.Seed == "" && slices.ContainsFunc(out.Rounds, func(r tally.Round) bool { return r.Tie != nil && r.Tie.Rule != "earlier round" }) {
		b.WriteString("lots were drawn without a seed; name one with --seed\n")
	}
	for _, s := range out.Spoiled {
		fmt.Fprintf(&b, "spoiled: %s\n", strings.TrimPrefix(s.Voter+": "+s.Why, ": "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// describeRound writes a round in one line, or nothing if it says no more than the scores.
func describeRound(out tally.Outcome, i int, r tally.Round) string {
	var says []string
	add := func(format string, args ...any) { says = append(says, fmt.Sprintf(format, args...)) }
	switch {
	case r.Pair != nil:
		add("%s over %s, %s to %s: %s", r.Pair.Winner, r.Pair.Loser, r.Pair.For, r.Pair.Against, r.Pair.Effect)
	case r.Market != nil:
		add("t = %s", r.Market.Price)
		for _, o := range byScore(out.Options, out.Scores) {
			add("%s gets %s, at least that from %s", o, r.Market.Shares[o], r.Market.Support[o])
		}
	case r.Eliminated != "" || r.Elected != "" || r.Continuing != "":
		add("%s", scoreTable(out.Options, r.Scores, ""))
		if r.Exhausted != "" && r.Exhausted != "0" {
			add("exhausted %s", r.Exhausted)
		}
		if r.Eliminated != "" {
			add("%s leaves", r.Eliminated)
		}
		if len(r.Transfers) > 0 {
			add("%s", scoreTable(out.Options, r.Transfers, "+"))
		}
		if r.Elected != "" {
			add("%s has more than half of %s", r.Elected, r.Continuing)
		}
	case r.Threshold != "":
		add("for must be more than %s of for and against", r.Threshold)
		if q := r.Quorum; q != nil {
			met := "missed"
			if q.Met {
				met = "met"
			}
			add("quorum %s: %s of %s by weight, %s of %s", met, q.Turnout, q.Needed, ballotCount(out.Ballots), strconv.Itoa(q.Heads))
		}
	}
	if r.Tie != nil {
		add("a tie of %s, by %s %s", strings.Join(r.Tie.Among, ", "), r.Tie.Rule, r.Tie.Chosen)
	}
	if len(says) == 0 {
		return ""
	}
	return fmt.Sprintf("%3d  %s\n", i+1, strings.Join(says, "; "))
}

// scoreTable writes the options' numbers in one line.
func scoreTable(options []string, numbers map[string]tally.Number, sign string) string {
	var cells []string
	for _, o := range byScore(options, numbers) {
		cells = append(cells, fmt.Sprintf("%s %s%s", o, sign, numbers[o]))
	}
	return strings.Join(cells, ", ")
}

// byScore returns the options that have a number, the highest first.
func byScore(options []string, numbers map[string]tally.Number) []string {
	values := make(map[string]*big.Rat, len(numbers))
	for o, n := range numbers {
		if r, err := n.Rat(); err == nil {
			values[o] = r
		}
	}
	out := slices.DeleteFunc(slices.Clone(options), func(o string) bool { return values[o] == nil })
	slices.SortStableFunc(out, func(a, b string) int { return values[b].Cmp(values[a]) })
	return out
}

func ballotCount(n int) string {
	if n == 1 {
		return "1 ballot"
	}
	return strconv.Itoa(n) + " ballots"
}
