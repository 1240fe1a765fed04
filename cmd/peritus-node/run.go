package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/peritus-dao/peritus/modelspec/release"
)

// The exit statuses, the same for every command and for peritus.
const (
	exitOK      = 0
	exitRefuted = 1 // the answer is no: refuted, refused, invalid
	exitUnknown = 2 // no answer: wrong usage, or it could not be found out
	exitEnv     = 3 // something that the command needs is missing: a file, a key, room on the disk
)

// command is one word after peritus-node.
type command struct {
	name    string
	args    string // as usage shows them
	summary string // one line
	run     func(ctx context.Context, c *call) error
}

// call is one run of a command.
type call struct {
	command
	flags  *flag.FlagSet
	args   []string // before the flags are parsed
	getenv func(string) string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	end    func() // ends the line that shows progress
}

func commands() []command {
	return []command{
		{"run", "[flags]", "Follow the channel until stopped", runRun},
		{"pull", "[flags]", "Look at the server once, and apply what is due", runPull},
		{"verify", "[flags] BUNDLE", "Check a release bundle offline", runVerify},
		{"status", "[flags]", "Say what is applied, what waits, and what is wrong", runStatus},
		{"attest", "[flags]", "Sign what is applied, print the report, and post it with --post", runAttest},
		{"version", "[flags]", "Print the version", runVersion},
	}
}

// run is peritus-node without its process: what main calls, and what tests call.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) error {
	if len(args) > 0 && args[0] == "--version" {
		args[0] = "version"
	}
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		return usage(stdout)
	}
	if args[0] == "tuf-client" { // the contract of tuf-conformance; no command for people
		return runTUFClient(ctx, args[1:])
	}
	for _, cmd := range commands() {
		if cmd.name != args[0] {
			continue
		}
		c := &call{command: cmd, args: args[1:], getenv: getenv, stdin: stdin, stdout: stdout, stderr: stderr, end: func() {}}
		c.flags = newFlags(cmd.name)
		err := cmd.run(ctx, c)
		if errors.Is(err, flag.ErrHelp) {
			return c.help(stdout)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", cmd.name, err)
		}
		return nil
	}
	return &usageError{fmt.Sprintf("there is no command %q; peritus-node help lists them", args[0])}
}

func newFlags(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f
}

// exit prints an error on one line and returns the exit status.
func exit(err error, stderr io.Writer) int {
	if err != nil && !errors.Is(err, errSaid) {
		fmt.Fprintf(stderr, "peritus-node: %s\n", strings.Join(strings.Fields(err.Error()), " "))
	}
	return status(err)
}

// status is the one place where errors become exit statuses.
func status(err error) int {
	var usage *usageError
	var missing *missingError
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, release.ErrUnknown), errors.As(err, &usage):
		return exitUnknown
	case errors.As(err, &missing), errors.As(err, &path), errors.As(err, &link):
		return exitEnv
	case errors.Is(err, errUnknownStatus):
		return exitUnknown
	}
	return exitRefuted
}

// usageError says how the command is called.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// missingError says what is missing, and what to do.
type missingError struct{ err error }

func (e *missingError) Error() string { return e.err.Error() }
func (e *missingError) Unwrap() error { return e.err }

func missing(format string, args ...any) error { return &missingError{fmt.Errorf(format, args...)} }

var (
	// errSaid is in the chain of an error whose text the command has printed already.
	errSaid = errors.New("said")
	// errUnknownStatus is in the chain of a status that is neither good nor known to be bad.
	errUnknownStatus = errors.New("unknown")
)

func usage(w io.Writer) error {
	var b strings.Builder
	b.WriteString("peritus-node keeps this machine on the releases that were decided, and believes nothing unchecked.\n\nusage: peritus-node COMMAND [flags]\n\n")
	for _, cmd := range commands() {
		fmt.Fprintf(&b, "  %-8s %s\n", cmd.name, cmd.summary)
	}
	b.WriteString(`
peritus-node COMMAND --help shows its flags. The configuration is a JSON file, --config, whose fields are flags as well.

exit status: 0 done, 1 refuted or refused, 2 could not tell or wrong usage, 3 something needed is missing
`)
	_, err := io.WriteString(w, b.String())
	return err
}

func (c *call) help(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "usage: peritus-node %s %s\n\n%s.\n\nflags:\n", c.name, c.command.args, c.summary)
	c.flags.VisitAll(func(f *flag.Flag) {
		name, text := flag.UnquoteUsage(f)
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			text += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(&b, "  --%-24s %s\n", strings.TrimSpace(f.Name+" "+name), text)
	})
	_, err := io.WriteString(w, b.String())
	return err
}

// parse reads the flags, which may stand before and after the operands, and returns the operands, of which there must be
// n.
func (c *call) parse(n int) ([]string, error) {
	var operands []string
	for args := c.args; ; args = c.flags.Args()[1:] {
		if err := c.flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, &usageError{fmt.Sprintf("%v; see peritus-node %s --help", err, c.name)}
		}
		if c.flags.NArg() == 0 {
			break
		}
		operands = append(operands, c.flags.Arg(0))
	}
	if len(operands) != n {
		return nil, &usageError{fmt.Sprintf("usage: peritus-node %s %s", c.name, c.command.args)}
	}
	return operands, nil
}

// output adds the flag --output.
func (c *call) output() *format {
	f := format("text")
	c.flags.Var(&f, "output", "`FORMAT` of the answer: text or json")
	return &f
}

type format string

func (f *format) String() string { return string(*f) }

func (f *format) Set(s string) error {
	if s != "text" && s != "json" {
		return errors.New("give text or json")
	}
	*f = format(s)
	return nil
}

// print writes an answer: v as JSON, or the text.
func (c *call) print(f *format, v any, text string) error {
	if *f == "json" {
		enc := json.NewEncoder(c.stdout)
		enc.SetIndent("", "  ")
		return enc.Encode(v)
	}
	_, err := io.WriteString(c.stdout, text)
	return err
}
