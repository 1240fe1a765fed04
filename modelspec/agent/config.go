package agent

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// Config is the node's configuration file, strict JSON. Server, Genesis, Channel and Data have no default.
type Config struct {
	Server  string          `json:"server"`            // address of the instance or of a mirror: "https://example.org"
	Genesis document.Digest `json:"genesis"`           // the pin, taken from somewhere else than the server
	Channel string          `json:"channel"`           // "chat/stable"
	Data    string          `json:"data"`              // the agent's folder
	Weights string          `json:"weights,omitempty"` // the model's folder; without it no weights are hashed, and the node says so
	Runtime string          `json:"runtime,omitempty"` // whose configuration is rendered; "vllm" is the default
	// RPC is a chain endpoint of the operator's own choice, or several, separated by commas, of which more than half must say the
	// same. Without one the anchor is left to the co-signers' word.
	RPC string `json:"rpc,omitempty"`
	// RequireChain refuses every release whose anchor could not be seen on chain.
	RequireChain bool `json:"requireChain,omitempty"`
	// RequireWitnesses is how many witnesses must have signed the log's checkpoint before a release is taken, so that this node is shown
	// the log that they see. Witnesses are their keys, of the operator's own choice; without any they are those of the instance.
	RequireWitnesses int      `json:"requireWitnesses,omitempty"`
	Witnesses        []string `json:"witnesses,omitempty"`
	Key              string   `json:"key,omitempty"`      // file with the node's account key, with which it reports; without it there are no reports
	Interval         int      `json:"interval,omitempty"` // seconds between two looks at the server; 60 is the default
	Keep             int      `json:"keep,omitempty"`     // releases that stay on disk; 3 is the default, and the least
	Hooks            Hooks    `json:"hooks,omitzero"`
	Health           Health   `json:"health,omitzero"`
	Metrics          string   `json:"metrics,omitempty"` // address of a private listener for Prometheus: "127.0.0.1:9464"
}

// ReadConfig reads a configuration file. It is not complete until Check says so, since flags may add to it.
func ReadConfig(path string) (Config, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fmt.Errorf("configuration: %w", err)
	}
	var c Config
	if err := document.Unmarshal(raw, &c); err != nil {
		return Config{}, fmt.Errorf("configuration %s: %w", path, err)
	}
	return c, nil
}

// Check fills in the defaults and says what is missing.
func (c *Config) Check() error {
	if c.Runtime == "" {
		c.Runtime = "vllm"
	}
	if c.Interval == 0 {
		c.Interval = 60
	}
	c.Keep = max(c.Keep, 3)
	if c.Hooks.Timeout == 0 {
		c.Hooks.Timeout = 60
	}
	if c.Health.Within == 0 {
		c.Health.Within = 300
	}
	u, err := url.Parse(c.Server)
	switch {
	case c.Server == "":
		return errors.New("configuration: no server; name the instance or a mirror, https://…")
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil:
		return fmt.Errorf("configuration: the server %q is not an address like https://example.org", c.Server)
	case c.Genesis.IsZero():
		return errors.New("configuration: no genesis; pin the instance's digest, which its operators publish")
	case !release.ValidChannel(c.Channel):
		return fmt.Errorf("configuration: %q is not a channel, a name like chat/stable", c.Channel)
	case c.Data == "":
		return errors.New("configuration: no data folder")
	case c.Interval < 1:
		return errors.New("configuration: the interval must be at least one second")
	case c.Hooks.Timeout < 0 || c.Health.Within < 0:
		return errors.New("configuration: hooks.timeout and health.within are seconds, at least one")
	case c.Health.URL != "" && !strings.HasPrefix(c.Health.URL, "http://") && !strings.HasPrefix(c.Health.URL, "https://"):
		return fmt.Errorf("configuration: health.url %q is not an address like http://127.0.0.1:8000/health", c.Health.URL)
	case c.RequireChain && c.RPC == "":
		return errors.New("configuration: requireChain needs a chain endpoint, rpc")
	case c.RequireWitnesses < 0 || len(c.Witnesses) > 0 && (c.RequireWitnesses == 0 || c.RequireWitnesses > len(c.Witnesses)):
		return fmt.Errorf("configuration: requireWitnesses is %d; say how many of the %d witnesses must have signed, at least one", c.RequireWitnesses, len(c.Witnesses))
	}
	if _, err := readWitnesses(c.Witnesses); err != nil {
		return fmt.Errorf("configuration: witnesses: %w", err)
	}
	c.Server = strings.TrimSuffix(c.Server, "/")
	return nil
}

func (c Config) interval() time.Duration { return time.Duration(c.Interval) * time.Second }
