package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/contracts/anchorview"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/agent"
)

// models is what the node knows about the documents that are released.
var models agent.Subject = agent.Models{}

// defaultConfig is read when no other file is named, if it is there.
const defaultConfig = "/etc/peritus/node.json"

// configFlags adds the configuration to the flags, and returns what reads it once they are parsed.
func (c *call) configFlags() func() (agent.Config, error) {
	path := c.flags.String("config", "", "configuration `FILE`; $PERITUS_NODE_CONFIG, or "+defaultConfig+" if it is there")
	var over agent.Config
	genesis := c.flags.String("genesis", "", "pinned `DIGEST` of the instance's genesis.json, 64 hex digits")
	c.flags.StringVar(&over.Server, "server", "", "`URL` of the instance or of a mirror")
	c.flags.StringVar(&over.Channel, "channel", "", "`CHANNEL` to follow, chat/stable")
	c.flags.StringVar(&over.Data, "data", "", "`FOLDER` of the agent")
	c.flags.StringVar(&over.Weights, "weights", "", "`FOLDER` with the model's files")
	c.flags.StringVar(&over.Runtime, "runtime", "", "`NAME` of the runtime to configure: "+strings.Join(agent.Runtimes(), ", ")+"; vllm if nothing is said")
	c.flags.StringVar(&over.RPC, "rpc", "", "`URLS` of endpoints of the chain, separated by commas, of which more than half must agree; without one, anchors are left to the co-signers' word")
	c.flags.BoolVar(&over.RequireChain, "require-chain", false, "refuse a release whose anchor was not seen on chain")
	witnesses := c.flags.String("witnesses", "", "`KEYS` of witnesses, separated by commas; those of the instance if nothing is said")
	c.flags.IntVar(&over.RequireWitnesses, "require-witnesses", 0, "`NUMBER` of witnesses who must have signed the log before a release of it is taken")
	c.flags.StringVar(&over.Key, "key", "", "`FILE` with the node's account key, with which it reports")
	c.flags.StringVar(&over.Metrics, "metrics", "", "`ADDRESS` of a private listener for Prometheus, with run")
	c.flags.IntVar(&over.Interval, "interval", 0, "`SECONDS` between two looks at the server; 60 if nothing is said")
	c.flags.IntVar(&over.Keep, "keep", 0, "`NUMBER` of releases that stay on disk; 3 if nothing is said")
	words := func(to *[]string) func(string) error {
		return func(text string) error {
			if strings.ContainsAny(text, "\"'`\\$") {
				return errors.New("it is split at blanks and goes through no shell; arguments that need quotes belong into the configuration file")
			}
			if *to = strings.Fields(text); len(*to) == 0 {
				return errors.New("name a program")
			}
			return nil
		}
	}
	c.flags.Func("before", "`COMMAND` to run while the old release is in place, which may refuse", words(&over.Hooks.Before))
	c.flags.Func("after", "`COMMAND` to run when the new release is in place: it restarts the runtime", words(&over.Hooks.After))
	c.flags.Func("alarm", "`COMMAND` to run for each new reason why nothing changes, which is in $PERITUS_ALARM", words(&over.Hooks.Alarm))
	c.flags.IntVar(&over.Hooks.Timeout, "hook-timeout", 0, "`SECONDS` that each of these commands may take; 60 if nothing is said")
	c.flags.StringVar(&over.Health.URL, "health-url", "", "`URL` that must answer 200 after a switch, or the node goes back")
	c.flags.Func("health-command", "`COMMAND` that must end with 0 after a switch, or the node goes back", words(&over.Health.Command))
	c.flags.IntVar(&over.Health.Within, "health-within", 0, "`SECONDS` in which it must work after a switch; 300 if nothing is said")
	return func() (agent.Config, error) {
		cfg, err := readConfig(*path, c.getenv("PERITUS_NODE_CONFIG"))
		if err != nil {
			return cfg, err
		}
		if *genesis != "" {
			if cfg.Genesis, err = document.ParseDigest(*genesis); err != nil {
				return cfg, &usageError{fmt.Sprintf("--genesis: %v", err)}
			}
		}
		for _, f := range []struct{ flag, field *string }{
			{&over.Server, &cfg.Server}, {&over.Channel, &cfg.Channel}, {&over.Data, &cfg.Data}, {&over.Weights, &cfg.Weights},
			{&over.Runtime, &cfg.Runtime}, {&over.RPC, &cfg.RPC}, {&over.Key, &cfg.Key}, {&over.Metrics, &cfg.Metrics}, {&over.Health.URL, &cfg.Health.URL},
		} {
			if *f.flag != "" {
				*f.field = *f.flag
			}
		}
		for _, f := range []struct{ flag, field *[]string }{
			{&over.Hooks.Before, &cfg.Hooks.Before}, {&over.Hooks.After, &cfg.Hooks.After}, {&over.Hooks.Alarm, &cfg.Hooks.Alarm}, {&over.Health.Command, &cfg.Health.Command},
		} {
			if *f.flag != nil {
				*f.field = *f.flag
			}
		}
		for _, f := range []struct{ flag, field *int }{
			{&over.Interval, &cfg.Interval}, {&over.Keep, &cfg.Keep}, {&over.RequireWitnesses, &cfg.RequireWitnesses}, {&over.Hooks.Timeout, &cfg.Hooks.Timeout}, {&over.Health.Within, &cfg.Health.Within},
		} {
			if *f.flag != 0 {
				*f.field = *f.flag
			}
		}
		cfg.RequireChain = cfg.RequireChain || over.RequireChain
		if *witnesses != "" {
			cfg.Witnesses = strings.Split(*witnesses, ",")
		}
		if err := cfg.Check(); err != nil {
			return cfg, &usageError{err.Error()}
		}
		return cfg, nil
	}
}

func readConfig(flag, env string) (agent.Config, error) {
	for _, path := range []string{flag, env} {
		if path == "" {
			continue
		}
		cfg, err := agent.ReadConfig(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return cfg, &usageError{err.Error()}
		}
		return cfg, err
	}
	cfg, err := agent.ReadConfig(defaultConfig)
	if errors.Is(err, fs.ErrNotExist) {
		return agent.Config{}, nil
	}
	return cfg, err
}

// open puts an agent together. The caller closes it.
func (c *call) open(ctx context.Context, cfg agent.Config, log *slog.Logger) (*agent.Agent, func(), error) {
	opts := agent.Options{Subject: models, Log: log}
	if c.name == "pull" { // the daemon logs it
		opts.Progress, c.end = progress(c.stderr)
	}
	closeChain := func() {}
	if cfg.RPC != "" {
		anchors, err := anchorview.Dial(ctx, cfg.RPC)
		if err != nil {
			return nil, nil, &usageError{err.Error()}
		}
		closeChain, opts.Anchors = anchors.Close, anchors
	}
	if cfg.Key != "" {
		key, err := readKey(cfg.Key)
		if err != nil {
			closeChain()
			return nil, nil, err
		}
		opts.Key = key
	}
	a, err := agent.New(cfg, opts)
	if err != nil {
		closeChain()
		return nil, nil, &missingError{err}
	}
	return a, func() { _ = a.Close(); closeChain() }, nil
}

// readKey reads an account key, 64 hex digits. No error quotes the file.
func readKey(path string) (*ecdsa.PrivateKey, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, missing("the node's key: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, missing("the node's key %s can be read by others: chmod 600 %s", path, path)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, missing("the node's key: %w", err)
	}
	key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(string(raw)), "0x"))
	if err != nil {
		return nil, missing("the node's key %s is not 64 hex digits", path)
	}
	return key, nil
}
