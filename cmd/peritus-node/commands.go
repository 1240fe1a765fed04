package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec"
	"github.com/peritus-dao/peritus/modelspec/agent"
	"github.com/peritus-dao/peritus/modelspec/release"
)

func runRun(ctx context.Context, c *call) error {
	config := c.configFlags()
	format := c.flags.String("log", "text", "`FORMAT` of the log on stderr: text or json")
	verbose := c.flags.Bool("verbose", false, "log every look at the server")
	if _, err := c.parse(0); err != nil {
		return err
	}
	cfg, err := config()
	if err != nil {
		return err
	}
	opts := &slog.HandlerOptions{}
	if *verbose {
		opts.Level = slog.LevelDebug
	}
	var handler slog.Handler
	switch *format {
	case "text":
		handler = slog.NewTextHandler(c.stderr, opts)
	case "json":
		handler = slog.NewJSONHandler(c.stderr, opts)
	default:
		return &usageError{"--log: give text or json"}
	}
	log := slog.New(handler)
	a, done, err := c.open(ctx, cfg, log)
	if err != nil {
		return err
	}
	defer done()
	if cfg.Metrics != "" {
		stop, err := serveMetrics(ctx, cfg.Metrics, a, log)
		if err != nil {
			return err
		}
		defer stop()
	}
	log.InfoContext(ctx, "following", slog.String("channel", cfg.Channel), slog.String("server", cfg.Server), slog.Bool("chain", cfg.RPC != ""), slog.Bool("reports", cfg.Key != ""))
	return a.Run(ctx)
}

// serveMetrics answers Prometheus on a private listener, and /healthz with 200 as long as the process runs.
func serveMetrics(ctx context.Context, address string, a *agent.Agent, log *slog.Logger) (stop func(), err error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, missing("metrics: %s cannot be listened on: %w; name another", address, err)
	}
	log.InfoContext(ctx, "metrics", slog.String("address", listener.Addr().String()))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		_ = a.WriteMetrics(w)
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = server.Serve(listener) }()
	return func() { _ = server.Close() }, nil
}

// progress shows how far the weights are hashed, once it takes longer than a moment.
func progress(w io.Writer) (show func(done, total int64), end func()) {
	start, last, shown := time.Now(), time.Now(), false
	return func(done, total int64) {
			if now := time.Now(); now.Sub(start) > 2*time.Second && now.Sub(last) > 500*time.Millisecond {
				last, shown = now, true
				fmt.Fprintf(w, "\rhashed %d of %d MB", done>>20, total>>20)
			}
		}, func() {
			if shown {
				fmt.Fprintln(w)
			}
		}
}

func runPull(ctx context.Context, c *call) error {
	config, output := c.configFlags(), c.output()
	retry := c.flags.Bool("retry", false, "try a release again that did not work here")
	if _, err := c.parse(0); err != nil {
		return err
	}
	cfg, err := config()
	if err != nil {
		return err
	}
	a, done, err := c.open(ctx, cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer done()
	if *retry {
		if err := a.Retry(); err != nil {
			return err
		}
	}
	out, err := a.Pull(ctx)
	c.end()
	if err != nil {
		return err
	}
	var b strings.Builder
	writeClaims(&b, out.Claims)
	switch {
	case out.Changed:
		fmt.Fprintf(&b, "release %d of %s is applied\n", out.Applied.Sequence, cfg.Channel)
	case out.Applied != nil:
		fmt.Fprintf(&b, "release %d of %s stays applied\n", out.Applied.Sequence, cfg.Channel)
	}
	if out.Pending != nil {
		fmt.Fprintf(&b, "release %d waits for %s\n", out.Pending.Sequence, out.Pending.Activation)
	}
	return c.print(output, out, b.String())
}

func writeClaims(b *strings.Builder, claims []release.Claim) {
	for _, claim := range claims {
		fmt.Fprintf(b, "%-10s %-10s %s\n", claim.Label, claim.Step, claim.Says)
	}
}

func runVerify(_ context.Context, c *call) error {
	genesis := c.flags.String("genesis", "", "trusted genesis.json, a `FILE`; the agent's own if --data names its folder")
	pin := c.flags.String("pin", "", "`DIGEST` that genesis.json must have")
	data := c.flags.String("data", "", "`FOLDER` of an agent, whose genesis.json is trusted, and the keys that it followed from there")
	at := c.flags.String("at", "", "`TIME` at which the release must not have expired, 2026-11-22T13:00:00Z; not looked at if missing")
	output := c.output()
	operands, err := c.parse(1)
	if err != nil {
		return err
	}
	if *genesis == "" && *data != "" {
		*genesis = filepath.Join(*data, "genesis.json")
	}
	if *genesis == "" {
		return &usageError{"name the genesis.json that you trust, with --genesis FILE, or an agent's folder with --data FOLDER"}
	}
	root, err := os.ReadFile(*genesis)
	if err != nil {
		return err
	}
	digest := document.Sum(root)
	if *pin != "" {
		if digest, err = document.ParseDigest(*pin); err != nil {
			return &usageError{fmt.Sprintf("--pin: %v", err)}
		}
	}
	var facts release.Facts
	if *at != "" {
		if facts.Now, err = document.ParseTime(*at); err != nil {
			return &usageError{fmt.Sprintf("--at: %v", err)}
		}
	}
	trust, err := release.NewTrust(root, digest)
	if err == nil && *data != "" {
		trust, err = agent.ReadTrust(*data, trust)
	}
	if err != nil {
		return err
	}
	raw, err := os.ReadFile(operands[0])
	if err != nil {
		return err
	}
	r, claims, err := release.Check(raw, trust, facts)
	answer := struct {
		Result   string           `json:"result"`
		Why      string           `json:"why,omitempty"`
		Release  release.Position `json:"release,omitzero"`
		Document document.Digest  `json:"document,omitzero"`
		Signers  []string         `json:"signers,omitempty"`
		Claims   []release.Claim  `json:"claims"`
	}{Result: "verified", Release: r.Position, Document: r.Predicate.Intent.Document, Signers: r.Signers, Claims: claims}
	var b strings.Builder
	writeClaims(&b, claims)
	if err == nil {
		fmt.Fprintf(&b, "verified: release %d of %s, document %s\n", r.Sequence, r.Predicate.Intent.Channel, answer.Document)
		return c.print(output, answer, b.String())
	}
	answer.Result, answer.Why = "refuted", err.Error()
	return errors.Join(err, c.print(output, answer, b.String()))
}

func runStatus(_ context.Context, c *call) error {
	data := c.flags.String("data", "", "`FOLDER` of the agent; the configuration's if missing")
	config := c.flags.String("config", "", "configuration `FILE`; $PERITUS_NODE_CONFIG, or "+defaultConfig+" if it is there")
	output := c.output()
	if _, err := c.parse(0); err != nil {
		return err
	}
	if *data == "" {
		cfg, err := readConfig(*config, c.getenv("PERITUS_NODE_CONFIG"))
		if err != nil {
			return err
		}
		*data = cfg.Data
	}
	if *data == "" {
		return &usageError{"name the agent's folder, --data FOLDER"}
	}
	s, err := agent.ReadState(*data)
	if errors.Is(err, fs.ErrNotExist) {
		return missing("%s holds no agent's state; has it run?", *data)
	}
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "channel   %s\n", s.Channel)
	if s.Applied == nil {
		b.WriteString("applied   nothing yet\n")
	} else {
		fmt.Fprintf(&b, "applied   release %d since %s, expires %s\n", s.Applied.Sequence, s.Applied.Since, s.Applied.Expires)
		fmt.Fprintf(&b, "document  %s\n", s.Applied.Document)
		if s.Applied.Schema == modelspec.Schema || s.Applied.Schema == "" { // a state of before it was kept
			fmt.Fprintf(&b, "config    %s\n", s.Applied.Config)
		} else {
			fmt.Fprintf(&b, "config    none: %s names no weights; it is checked and kept as current/document.json\n", s.Applied.Schema)
		}
		fmt.Fprintf(&b, "reported  %v\n", s.Applied.Reported)
	}
	if s.Pending != nil {
		fmt.Fprintf(&b, "pending   release %d at %s\n", s.Pending.Sequence, s.Pending.Activation)
	}
	if s.Trial != nil {
		fmt.Fprintf(&b, "trial     release %d, whether it works is not known yet\n", s.Trial.Sequence)
	}
	if s.Failed != nil {
		fmt.Fprintf(&b, "failed    release %d: %s\n", s.Failed.Sequence, s.Failed.Why)
	}
	if s.Checked != 0 {
		fmt.Fprintf(&b, "fresh     %s\n", s.Checked)
	}
	if s.Alarm != nil {
		fmt.Fprintf(&b, "alarm     since %s: %s\n", s.Alarm.Since, s.Alarm.Message)
	}
	if err := c.print(output, s, b.String()); err != nil {
		return err
	}
	switch {
	case s.Alarm != nil && s.Alarm.Refuted:
		return errSaid
	case s.Alarm != nil, s.Applied == nil, s.Trial != nil:
		return fmt.Errorf("%w: %w", errSaid, errUnknownStatus)
	}
	return nil
}

func runAttest(ctx context.Context, c *call) error {
	config, output := c.configFlags(), c.output()
	post := c.flags.Bool("post", false, "send the report to the instance as well")
	if _, err := c.parse(0); err != nil {
		return err
	}
	cfg, err := config()
	if err != nil {
		return err
	}
	if cfg.Key == "" {
		return &usageError{"name the file with the node's account key, --key FILE"}
	}
	a, done, err := c.open(ctx, cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer done()
	r, err := a.Attest(ctx, *post)
	if errors.Is(err, agent.ErrNothingApplied) {
		return fmt.Errorf("%w: %w", err, errUnknownStatus)
	}
	if err != nil {
		return err
	}
	return c.print(output, r, fmt.Sprintf("node      %s\nchannel   %s\nrelease   %d\nstatement %s\nconfig    %s\napplied   %s\nsignature %s\n",
		r.Node, r.Channel, r.Release, r.Statement, r.Config, r.Applied, r.Signature))
}

func runVersion(_ context.Context, c *call) error {
	output := c.output()
	if _, err := c.parse(0); err != nil {
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
	text := strings.Join(strings.Fields(fmt.Sprintf("peritus-node %s %s %s", version, revision, runtime.Version())), " ") + "\n"
	return c.print(output, map[string]string{"version": version, "revision": revision, "go": runtime.Version()}, text)
}

// runTUFClient is the node's TUF client behind the command line that the tuf-conformance suite speaks:
//
//	tuf-client --metadata-dir DIR init ROOT
//	tuf-client --metadata-dir DIR --metadata-url URL refresh
//	tuf-client --metadata-dir DIR --metadata-url URL --target-name NAME … --target-base-url URL --target-dir DIR download
func runTUFClient(ctx context.Context, args []string) error {
	var client agent.TUFClient
	var names []string
	flags := newFlags("tuf-client")
	flags.StringVar(&client.MetadataDir, "metadata-dir", "", "")
	flags.StringVar(&client.MetadataURL, "metadata-url", "", "")
	flags.StringVar(&client.TargetURL, "target-base-url", "", "")
	flags.StringVar(&client.TargetDir, "target-dir", "", "")
	flags.Func("target-name", "", func(s string) error { names = append(names, s); return nil })
	if err := flags.Parse(args); err != nil {
		return &usageError{err.Error()}
	}
	client.Now = time.Now
	var err error
	switch flags.Arg(0) {
	case "init":
		err = client.Init(flags.Arg(1))
	case "refresh":
		err = client.Refresh(ctx)
	case "download":
		err = client.Download(ctx, names)
	default:
		return &usageError{"tuf-client: give init, refresh or download"}
	}
	if err != nil { // the suite knows the statuses 0 and 1 alone
		return fmt.Errorf("tuf-client %s: %v", flags.Arg(0), err)
	}
	return nil
}
