// Gotest runs the Go tests as `make test` wants them run: the packages that do not link the geth node under the race
// detector, the others (whose race build alone takes minutes) and the commands without it; a line for each package, the whole output of
// each test that failed, and a count at the end. A skipped test is a failure, because in CI a skip is a check that is
// silently not made; only a TestConformance may say that its third-party vectors are not at hand.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// node is the package that only a program with a geth node inside links.
const node = "github.com/ethereum/go-ethereum/eth"

func main() {
	race := flag.Bool("race", true, "use the race detector where the geth node is not linked")
	verbose := flag.Bool("v", false, "name the tests that passed")
	counts := flag.String("counts", "", "append the number of tests of each kind to this `file`")
	only := flag.String("run", "", "run only the tests that match this `regexp`")
	tags := flag.String("tags", "", "build with these `tags`")
	timeout := flag.Duration("timeout", 20*time.Minute, "give up on a package after this `duration`")
	flag.Parse()
	args := []string{"-tags=" + *tags, "-run=" + *only, "-timeout=" + timeout.String()}
	if err := run(args, *race, *verbose, *counts, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "gotest:", err)
		os.Exit(1)
	}
}

func run(args []string, race, verbose bool, counts string, patterns []string) error {
	light, heavy, err := split(args[0], patterns)
	if err != nil {
		return err
	}
	total := result{verbose: verbose}
	if len(light) > 0 {
		if err := total.test(slices.Concat([]string{fmt.Sprintf("-race=%t", race)}, args, light)); err != nil {
			return err
		}
	}
	if len(heavy) > 0 {
		if err := total.test(slices.Concat(args, heavy)); err != nil {
			return err
		}
	}
	return total.report(counts)
}

// split divides the packages that have tests into those that do not link the geth node and those that do.
func split(tags string, patterns []string) (light, heavy []string, err error) {
	// With -test, the test binary of a package is listed as "pkg.test" with all that it links.
	out, err := exec.Command("go", append([]string{"list", tags, "-test", "-f", `{{.ImportPath}} {{join .Deps " "}}`}, patterns...)...).Output()
	if err != nil {
		return nil, nil, fmt.Errorf("listing the packages: %w", explain(err))
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg, ok := strings.CutSuffix(fields[0], ".test")
		switch {
		case !ok:
		case slices.Contains(fields, node), strings.Contains(pkg, "/cmd/"): // stories run processes as they are shipped
			heavy = append(heavy, pkg)
		default:
			light = append(light, pkg)
		}
	}
	return light, heavy, nil
}

func explain(err error) error {
	if exit, ok := err.(*exec.ExitError); ok {
		return fmt.Errorf("%w: %s", err, exit.Stderr)
	}
	return err
}

// An event is one line of `go test -json`.
type event struct {
	Action, Package, Test, Output, ImportPath string
}

type result struct {
	verbose                 bool
	passed, failed, skipped []string // failed are packages, the others "package test"
}

// test runs go test once and adds what it reports. A failing test is noted, not returned: the other half runs all the same.
func (r *result) test(args []string) error {
	cmd := exec.Command("go", append([]string{"test", "-json", "-count=1"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	output := map[string]*strings.Builder{} // of each running test, shown only if it fails
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return fmt.Errorf("reading go test's output: %w: %q", err, lines.Text())
		}
		id := e.Package + " " + e.Test
		switch e.Action {
		case "build-output":
			fmt.Print(e.Output)
		case "output":
			if e.Test == "" {
				if e.Output != "PASS\n" && !strings.Contains(e.Output, "[no test") && !strings.Contains(e.Output, "no tests to run") {
					fmt.Print(e.Output)
				}
				continue
			}
			if output[id] == nil {
				output[id] = new(strings.Builder)
			}
			output[id].WriteString(e.Output)
		case "pass", "fail", "skip":
			if e.Test == "" {
				if e.Action == "fail" {
					r.failed = append(r.failed, e.Package)
				}
				continue
			}
			if e.Action == "pass" {
				r.passed = append(r.passed, id)
				if r.verbose {
					fmt.Printf("pass %s\n", e.Test)
				}
			}
			if e.Action != "pass" && output[id] != nil {
				fmt.Print(output[id])
			}
			if e.Action == "skip" {
				r.skipped = append(r.skipped, id)
			}
			delete(output, id)
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if err := cmd.Wait(); err != nil && len(r.failed) == 0 {
		return err
	}
	return nil
}

// count returns how many tests passed, and how many cases: a case is a test without subtests. Of the cases it counts those on
// PostgreSQL, in a subtest named after it as storetest does, and the stories, which a test with that word in its name tells.
func (r *result) count() (tests, cases, postgres, stories int) {
	slices.Sort(r.passed)
	for i, id := range r.passed {
		_, name, _ := strings.Cut(id, " ")
		if !strings.Contains(name, "/") {
			tests++
		}
		if i+1 < len(r.passed) && strings.HasPrefix(r.passed[i+1], id+"/") {
			continue
		}
		cases++
		if strings.Contains(name, "/postgres") {
			postgres++
		}
		if strings.HasPrefix(name, "TestStor") {
			stories++
		}
	}
	return tests, cases, postgres, stories
}

func (r *result) report(counts string) error {
	tests, cases, postgres, stories := r.count()
	if counts != "" {
		f, err := os.OpenFile(counts, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			return err
		}
		fmt.Fprintf(f, "%d\tGo tests\n%d\tGo cases in them\n%d\tGo cases on PostgreSQL\n%d\tstories on the real binaries\n", tests, cases, postgres, stories)
		if err := f.Close(); err != nil {
			return err
		}
	}
	if len(r.failed) > 0 {
		return fmt.Errorf("failed: %s", strings.Join(r.failed, ", "))
	}
	absent := func(id string) bool { return strings.Contains(id, " TestConformance") }
	if i := slices.IndexFunc(r.skipped, func(id string) bool { return !absent(id) }); i >= 0 {
		return fmt.Errorf("%s was skipped, and a skipped check is none", r.skipped[i])
	}
	if tests == 0 {
		return fmt.Errorf("no test ran")
	}
	fmt.Printf("%d tests, %d cases: passed\n", tests, cases)
	for _, id := range r.skipped {
		fmt.Printf("not run, because its test data is not there: %s\n", id)
	}
	return nil
}
