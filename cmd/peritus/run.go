package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// The exit statuses, the same for every command.
const (
	exitOK      = 0
	exitRefuted = 1 // the answer is no: refuted, refused, invalid
	exitUnknown = 2 // no answer: wrong usage, or it could not be found out
	exitEnv     = 3 // something that the command needs is missing: a port, a file, a database, a chain
)

// command is one word after peritus.
type command struct {
	name    string
	args    string // as usage shows them
	summary string // one line
	help    string // what the flags do not say
	run     func(ctx context.Context, c *call) error
}

// call is one run of a command.
type call struct {
	command *command
	flags   *flag.FlagSet
	args    []string // before the flags are parsed
	getenv  func(string) string
	stdin   io.Reader
	stdout  io.Writer
	stderr  io.Writer
}

// commands returns every command, in the order in which help lists them.
func commands() []*command {
	return []*command{
		demoCommand(), serveCommand(), initCommand(), migrateCommand(),
		verifyCommand(), exportCommand(), importCommand(), cosignCommand(), redactCommand(), witnessCommand(), trustCommand(),
		documentCommand("spec", "model spec", "peritus/model-spec/v1"),
		documentCommand("dataset", "dataset manifest", "peritus/dataset/v1"),
		documentCommand("mixture", "mixture", "peritus/mixture/v1"),
		badgeCommand(), ballotCommand(), tallyCommand(),
		benchCommand(), completionCommand(), versionCommand(),
	}
}

// run is peritus without its process: what main calls, and what tests call.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] == "help" && len(args) == 1 || args[0] == "-h" || args[0] == "--help" {
		usage(stdout)
		return exitOK
	}
	if args[0] == "help" {
		args = []string{args[1], "--help"}
	}
	if args[0] == "--version" {
		args[0] = "version"
	}
	for _, cmd := range commands() {
		if cmd.name != args[0] {
			continue
		}
		c := &call{command: cmd, args: args[1:], getenv: getenv, stdin: stdin, stdout: stdout, stderr: stderr}
		c.flags = flag.NewFlagSet(cmd.name, flag.ContinueOnError)
		c.flags.SetOutput(io.Discard)
		err := cmd.run(ctx, c)
		if errors.Is(err, flag.ErrHelp) {
			c.help(stdout)
			return exitOK
		}
		if err != nil && !errors.Is(err, errSaid) {
			fmt.Fprintf(stderr, "peritus %s: %s\n", cmd.name, oneLine(err))
		}
		return status(err)
	}
	fmt.Fprintf(stderr, "peritus: there is no command %q; peritus help lists them\n", args[0])
	return exitUnknown
}

func usage(w io.Writer) {
	fmt.Fprint(w, `Peritus: the people who know decide, in the open, what an AI model is and what it is trained on.

usage: peritus COMMAND [flags]

`)
	for _, cmd := range commands() {
		fmt.Fprintf(w, "  %-11s %s\n", cmd.name, cmd.summary)
	}
	fmt.Fprint(w, `
peritus help COMMAND shows its flags. Start with: peritus demo

exit status: 0 done, 1 refuted or refused, 2 could not tell or wrong usage, 3 something needed is missing
`)
}

func (c *call) help(w io.Writer) {
	fmt.Fprintf(w, "usage: peritus %s %s\n\n%s.\n", c.command.name, c.command.args, c.command.summary)
	if c.command.help != "" {
		fmt.Fprintf(w, "\n%s\n", c.command.help)
	}
	any := false
	c.flags.VisitAll(func(f *flag.Flag) {
		if !any {
			fmt.Fprint(w, "\nflags:\n")
			any = true
		}
		name, text := flag.UnquoteUsage(f)
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "0s" {
			text += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(w, "  --%-24s %s\n", strings.TrimSpace(f.Name+" "+name), text)
	})
}

// parse reads the flags, which may stand before and after the operands, and returns the operands: at least low, at
// most high of them.
func (c *call) parse(low, high int) ([]string, error) {
	var operands []string
	args := c.args
	for {
		if err := c.flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, &usageError{fmt.Sprintf("%v; see peritus help %s", err, c.command.name)}
		}
		if c.flags.NArg() == 0 {
			break
		}
		operands = append(operands, c.flags.Arg(0))
		args = c.flags.Args()[1:]
	}
	if len(operands) < low || len(operands) > high {
		return nil, &usageError{fmt.Sprintf("usage: peritus %s %s", c.command.name, c.command.args)}
	}
	return operands, nil
}

// output adds the flag --output and returns where its value will be.
func (c *call) output() *string {
	return c.flags.String("output", "text", "`FORMAT` of the answer: text or json")
}

// usageError says how the command is called.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// environmentError says what is missing, and what to do.
type environmentError struct{ err error }

func (e *environmentError) Error() string { return e.err.Error() }
func (e *environmentError) Unwrap() error { return e.err }

func missing(format string, args ...any) error { return &environmentError{fmt.Errorf(format, args...)} }

// unknownError says why there is no answer, whatever the cause.
type unknownError struct{ error }

// errSaid is returned by a command that has said on its own why it fails, beside the error that decides the status.
var errSaid = errors.New("said")

// status is the one place where errors become exit statuses.
func status(err error) int {
	var problems document.Problems
	var refused *refusal.Error
	var env *environmentError
	var usage *usageError
	var unknown *unknownError
	var netError *net.OpError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, replay.ErrRefuted), errors.As(err, &problems):
		return exitRefuted
	case errors.As(err, &usage), errors.As(err, &unknown):
		return exitUnknown
	case errors.As(err, &env), errors.As(err, &netError), errors.Is(err, fs.ErrPermission):
		return exitEnv
	case errors.As(err, &refused):
		switch refused.Code {
		case refusal.Unavailable:
			return exitEnv
		case refusal.Internal:
			return exitUnknown
		}
		return exitRefuted
	}
	return exitUnknown
}

// oneLine folds an error into one line.
func oneLine(err error) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(err.Error(), "\n", "; ")), " ")
}
