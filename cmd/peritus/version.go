package main

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
)

func versionCommand() *command {
	return &command{name: "version", args: "[--output json]", summary: "Print the version", run: runVersion}
}

func runVersion(_ context.Context, c *call) error {
	output := c.output()
	if _, err := c.parse(0, 0); err != nil {
		return err
	}
	version, revision := "devel", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v := info.Main.Version; v != "" && v != "(devel)" {
			version = v
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				revision = s.Value
			}
		}
	}
	if *output == "json" {
		return json.NewEncoder(c.stdout).Encode(map[string]string{"version": version, "revision": revision, "go": runtime.Version()})
	}
	_, err := fmt.Fprintf(c.stdout, "peritus %s %s %s\n", version, revision, runtime.Version())
	return err
}
