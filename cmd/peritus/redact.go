package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
)

func redactCommand() *command {
	return &command{
		name: "redact", args: "--data DIR --ground WORD ENTRY [flags]", run: runRedact,
		summary: "Destroy a free text that the law forbids to keep",
		help: `ENTRY is the number of the log's entry that names the text: a proposal, a ballot with a reason, an act, or what belongs to a request
for a badge. The text goes with its salt, and an entry says for ever that it went and on what ground; everything else is
verified without it. A text that goes without such an entry refutes the record. Copies that others made are theirs to destroy. The
grounds are ` + strings.Join(replay.Grounds, ", ") + `.`,
	}
}

func runRedact(ctx context.Context, c *call) error {
	data := c.flags.String("data", "", "`DIR` of genesis.json and the log's key")
	database := c.flags.String("database", c.getenv("PERITUS_DATABASE"), "`URL` of a PostgreSQL database (also $PERITUS_DATABASE)")
	ground := c.flags.String("ground", "", "`WORD` for why")
	text := c.flags.String("text", "", "`DIGEST` of the text, where the entry names several")
	output := c.output()
	operands, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(operands[0], 10, 64)
	if err != nil || index < 0 || *data == "" {
		return &usageError{"usage: peritus redact " + c.command.args}
	}
	if !slices.Contains(replay.Grounds, *ground) {
		return &usageError{fmt.Sprintf("%q is not a ground; give --ground %s", *ground, strings.Join(replay.Grounds, "|"))}
	}
	var digest document.Digest
	if *text != "" {
		if digest, err = document.ParseDigest(*text); err != nil {
			return &usageError{"--text: " + err.Error()}
		}
	}
	dir := folder(*data)
	raw, err := readFile(dir.genesis(), record.MaxEntry)
	if err != nil {
		return missing("%s has no genesis.json", dir)
	}
	g, err := readGenesis(raw)
	if err != nil {
		return err
	}
	signer, vkey, err := dir.logKey(g.Origin, false)
	if err != nil {
		return err
	}
	if vkey != g.LogKey {
		return missing("the log key in %s is not the one that genesis.json names", dir.key("log.key"))
	}
	if *database == "" {
		*database = dir.database()
	}
	st, err := openStore(ctx, *database, store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	service, err := governance.New(ctx, governance.Config{
		Store: st, Replay: replayConfig(), Signer: signer, Clock: func() document.Time { return document.Time(time.Now().Unix()) },
	})
	if err != nil {
		return err
	}
	receipts, err := service.Redact(ctx, index, digest, *ground)
	if err != nil {
		return err
	}
	for _, r := range receipts {
		if *output == "json" {
			err = json.NewEncoder(c.stdout).Encode(r)
		} else {
			_, err = fmt.Fprintf(c.stdout, "a text of entry %d is destroyed; entry %d says so\n", index, r.Index)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
