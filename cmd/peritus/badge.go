package main

import (
	"context"
	"fmt"
)

func badgeCommand() *command {
	return &command{
		name: "badge", args: "weight ADDRESS DIR|URL | request URL | endorse URL N | show URL [N] [flags]", run: runBadge,
		summary: "Say what a member's badges weigh and why; ask for badges and endorse them",
		help: `weight replays the record of a data folder, a server, a mirror or an archive, and says in words why an account has its weight:
in the frozen electorate of a proposal, whose root the proof is then checked against, or else today, in a domain or in every
domain of its badges. With --save it writes a file that peritus verify checks offline.

request asks for a badge, and endorse vouches for a request, or with --decline says why not. The key is in $PERITUS_KEY or a
keystore file; without one the words are kept in a file, signed in any wallet, and the signature is brought back. Before anything is
signed the words are compared with what was asked for. show lists requests, or prints one.`,
	}
}

func runBadge(ctx context.Context, c *call) error {
	f := badgeFlags{
		proposal: c.flags.String("proposal", "", "`DIGEST` of a proposal in whose electorate the weight is"),
		domain:   c.flags.String("domain", "", "`NAME` of a domain, for the weight that a badge has there today"),
		genesis:  c.flags.String("genesis", "", "`DIGEST` that is pinned, or the path of a trusted genesis.json"),
		save:     c.flags.String("save", "", "`FILE` to write that shows the weight in a proposal to anybody"),
		output:   c.output(),
	}
	var r requestFlags
	r.define(c)
	operands, err := c.parse(1, 3)
	if err != nil {
		return err
	}
	if operands[0] == "weight" && len(operands) == 3 {
		return badgeWeight(ctx, c, f, operands[1], operands[2])
	}
	switch {
	case operands[0] == "request" && len(operands) == 2:
		return badgeRequest(ctx, c, &r, operands[1])
	case operands[0] == "endorse" && len(operands) == 3:
		return badgeEndorse(ctx, c, &r, operands[1], operands[2])
	case operands[0] == "show" && len(operands) >= 2:
		return badgeShow(ctx, c, *f.output, operands[1], operands[2:])
	}
	return &usageError{fmt.Sprintf("usage: peritus %s %s", c.command.name, c.command.args)}
}
