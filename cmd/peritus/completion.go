package main

import (
	"context"
	"fmt"
)

func completionCommand() *command {
	return &command{
		name: "completion", args: "bash|zsh|fish", summary: "Print a completion script for a shell",
		help: "For bash: source <(peritus completion bash)", run: runCompletion,
	}
}

func runCompletion(_ context.Context, c *call) error {
	operands, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	var words, described string
	for _, cmd := range commands() {
		words += cmd.name + " "
		described += fmt.Sprintf("complete -c peritus -n __fish_use_subcommand -a %s -d %q\n", cmd.name, cmd.summary)
	}
	switch operands[0] {
	case "bash":
		_, err = fmt.Fprintf(c.stdout, "_peritus() { [ \"$COMP_CWORD\" = 1 ] && COMPREPLY=($(compgen -W %q -- \"${COMP_WORDS[1]}\")) || COMPREPLY=($(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\")); }\ncomplete -F _peritus peritus\n", words)
	case "zsh":
		_, err = fmt.Fprintf(c.stdout, "#compdef peritus\n_arguments '1: :(%s)' '*: :_files'\n", words)
	case "fish":
		_, err = fmt.Fprint(c.stdout, described)
	default:
		return &usageError{fmt.Sprintf("%q is no shell that is known here; give bash, zsh or fish", operands[0])}
	}
	return err
}
