package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/peritus-dao/peritus/governance/store"
)

func migrateCommand() *command {
	return &command{
		name: "migrate", args: "[--output json] DATABASE", run: runMigrate,
		summary: "Bring a database's tables up to date",
		help:    "DATABASE is a postgres:// address or the path of a SQLite file. Other processes may do the same at the same time.",
	}
}

func runMigrate(ctx context.Context, c *call) error {
	output := c.output()
	operands, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	st, err := openStore(ctx, operands[0], store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	state, err := st.Schema(ctx)
	if err != nil {
		return err
	}
	if *output == "json" {
		return json.NewEncoder(c.stdout).Encode(state)
	}
	_, err = fmt.Fprintf(c.stdout, "the tables are up to date: %+v\n", state)
	return err
}
