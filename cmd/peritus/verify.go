package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/contracts/anchorview"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/mirror"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/release"
)

func verifyCommand() *command {
	return &command{
		name: "verify", args: "[flags] DIR|URL|FILE", run: runVerify,
		summary: "Replay a record from its genesis, or check a receipt, a weight, a release bundle or a checkpoint",
		help: `DIR is a data folder or a mirror, URL a server, a mirror or a postgres:// database; FILE is an archive of peritus export, a receipt, a
weight, a release bundle or a signed checkpoint. Each claim is labelled proved (from the bytes at hand), co-signed (enough independent verifiers vouch) or
unchecked. --proposal and --anchor say more of one proposal or one anchor, once the record that holds them is verified.

--resume FILE remembers how far this verifier came, and goes on from there: the entries before it must be those that it knows, byte for byte, and their signatures
are not recovered again. Use no file but your own: it stands for your own work. --seen compares the record with a checkpoint or a receipt that was
seen elsewhere, and shows both notes if the log signed two histories.

A data folder of the demo brings its own chain, which is read too. With --chain the anchor of a release bundle is looked for there. A receipt, a weight, a bundle or a checkpoint needs --genesis FILE.

exit status: 0 verified, 1 refuted (the first thing that does not hold is named), 2 could not tell`,
	}
}

// verifyFlags is what a verifier is told.
type verifyFlags struct {
	genesis *string
	chain   *string
	require *string
	output  *string

	proposal *string
	anchor   *int64
	resume   *string
	seen     *repeated
	trust    *repeated
}

// runVerify has three answers only: what it could not read it could not tell.
func runVerify(ctx context.Context, c *call) error {
	// A replay holds little beside what grows with the electorate, and that is large: collect long before it has doubled.
	defer debug.SetGCPercent(debug.SetGCPercent(8))
	err := verify(ctx, c)
	if status(err) == exitEnv {
		return &unknownError{err}
	}
	return err
}

func verify(ctx context.Context, c *call) error {
	f := verifyFlags{
		genesis: c.flags.String("genesis", "", "`DIGEST` that is pinned, or the path of a trusted genesis.json"),
		chain:   c.flags.String("chain", "", "`URLS` of RPC endpoints of the chain, to compare badges and anchors with it; more than half must agree"),
		require: c.flags.String("require", "", "`WHAT` must be checked, or the answer is 2: chain, or witness"),
		output:  c.output(),

		proposal: c.flags.String("proposal", "", "`DIGEST` of a proposal to say more of"),
		anchor:   c.flags.Int64("anchor", 0, "`SIZE` of an anchored checkpoint to say more of; -1 for the newest"),
		resume:   c.flags.String("resume", "", "`FILE` of your own in which to remember how far the record is verified"),
		seen:     &repeated{},
		trust:    &repeated{},
	}
	c.flags.Var(f.trust, "trust", "`FILE`: the release bundle of a trust document, for a receipt of after it; several times, in their order")
	c.flags.Var(f.seen, "seen", "`FILE`: a checkpoint or a receipt that was seen elsewhere; several times")
	operands, err := c.parse(1, 1)
	if err != nil {
		return err
	}
	if *f.require != "" && *f.require != "chain" && *f.require != "witness" {
		return &usageError{fmt.Sprintf("--require %s: only chain or witness can be required", *f.require)}
	}
	what := operands[0]
	if isWeb(what) {
		return verifyMirror(ctx, c, f, what)
	}
	if isPostgres(what) {
		return verifyDatabase(ctx, c, f, what, "", nil)
	}
	info, err := os.Stat(what)
	if err != nil {
		return missing("%s: there is no such folder or file", what)
	}
	switch {
	case info.IsDir() && !exists(folder(what).database()) && mirror.IsFolder(what), !info.IsDir() && mirror.IsArchive(what):
		return verifyMirror(ctx, c, f, what)
	case info.IsDir():
		return verifyFolder(ctx, c, f, folder(what))
	}
	return verifyFile(ctx, c, f, what)
}

// verifyMirror replays the record of a server, a mirror or an archive, with what it publishes for nodes.
func verifyMirror(ctx context.Context, c *call, f verifyFlags, what string) error {
	return openRecord(ctx, what, func(r recordAt) error {
		// What is published was recorded before, so it is read first.
		published, unpublished := openPublished(ctx, r.files)
		return verifyLog(ctx, c, f, r.source, "", func(state *replay.State) ([]replay.Claim, error) {
			if unpublished != nil && !errors.Is(unpublished, replay.ErrRefuted) {
				return []replay.Claim{{Label: replay.Unchecked, What: "published", Detail: "what nodes fetch could not be read: " + oneLine(unpublished)}}, nil
			}
			if unpublished != nil || published.first == nil {
				return nil, unpublished
			}
			claim, err := published.check(ctx, r.source, state)
			return []replay.Claim{claim}, err
		})
	})
}

// pin returns the pinned digest and, where a file was named, its bytes.
func (f verifyFlags) pin() (document.Digest, []byte, error) { return pinned(*f.genesis) }

// pinned reads the flag --genesis.
func pinned(flag string) (document.Digest, []byte, error) {
	if flag == "" {
		return document.Digest{}, nil, nil
	}
	if d, err := document.ParseDigest(flag); err == nil {
		if d.IsZero() { // which would mean that nothing is pinned
			return d, nil, &usageError{"--genesis: nothing has the digest 0; give the one that you trust"}
		}
		return d, nil, nil
	}
	raw, err := readFile(flag, record.MaxEntry)
	if err != nil {
		return document.Digest{}, nil, &usageError{fmt.Sprintf("--genesis %s is neither a digest of 64 hex digits nor a file that can be read", flag)}
	}
	return document.Sum(raw), raw, nil
}

// verifyLog replays a log and says what it found. extra checks what lies beside the log.
func verifyLog(ctx context.Context, c *call, f verifyFlags, source replay.Source, rpc string, extra func(*replay.State) ([]replay.Claim, error)) error {
	pin, _, err := f.pin()
	if err != nil {
		return err
	}
	opts := replay.Options{Genesis: pin}
	save, err := f.remember(&opts)
	if err != nil {
		return err
	}
	if *f.chain != "" {
		rpc = *f.chain
	}
	if rpc != "" {
		raws, err := source.Entries(ctx, 0, 1)
		if err != nil {
			return c.verdict(*f.output, "", replay.Report{}, 0, err)
		}
		checker, closeChain, err := openChecker(ctx, rpc, raws[0])
		if err != nil {
			return err
		}
		defer closeChain()
		opts.Chain = checker
	} else if *f.require == "chain" {
		return errors.New("the chain is required and cannot be asked; name an endpoint with --chain")
	}
	show := progress(c.stderr)
	opts.Progress = show
	start := time.Now()
	v := replay.NewVerifier(replayConfig(), source, opts)
	report, err := v.Verify(ctx)
	show(-1, -1)
	if v.State().Size() > 0 && !errors.Is(err, replay.ErrRefuted) {
		save(v.Verified(), true)
	}
	for _, more := range []func(*replay.State) ([]replay.Claim, error){extra, f.about} {
		if err == nil && more != nil {
			var claims []replay.Claim
			claims, err = more(v.State())
			report.Claims = append(report.Claims, claims...)
		}
	}
	if err := c.verdict(*f.output, "", report, time.Since(start), err); err != nil {
		return err
	}
	return f.witnessed(report)
}

// witnessed says that a witness is missing where one is required.
func (f verifyFlags) witnessed(report replay.Report) error {
	if *f.require == "witness" && !slices.ContainsFunc(report.Claims, func(c replay.Claim) bool { return c.What == "witnesses" && c.Label == replay.CoSigned }) {
		return errors.New("a witness is required, and none has signed this checkpoint; ask again later")
	}
	return nil
}

// verdict prints a report or a refutation. What is verified is a record, unless it has another name.
func (c *call) verdict(output, what string, report replay.Report, took time.Duration, err error) error {
	refuted := errors.Is(err, replay.ErrRefuted)
	if err != nil && !refuted {
		return err
	}
	var fork *replay.Fork
	errors.As(err, &fork)
	if output == "json" {
		answer := struct {
			Result  string         `json:"result"`
			Why     string         `json:"why,omitempty"`
			Notes   []string       `json:"evidence,omitempty"` // the two signed notes of a fork
			Millis  int64          `json:"milliseconds"`
			Subject *replay.Report `json:"report,omitempty"`
		}{Result: "verified", Millis: took.Milliseconds(), Subject: &report}
		if refuted {
			answer.Result, answer.Why, answer.Subject = "refuted", why(err), nil
		}
		if fork != nil {
			answer.Notes = []string{fork.Seen, fork.Shown}
		}
		enc := json.NewEncoder(c.stdout)
		enc.SetIndent("", "  ")
		if err := enc.Encode(answer); err != nil {
			return err
		}
		if refuted {
			return fmt.Errorf("%w: %w", errSaid, err)
		}
		return nil
	}
	if fork != nil {
		fmt.Fprintf(c.stdout, "Both of these notes are signed by the log. Keep them: they prove it to everybody.\n\n%s\n%s", fork.Seen, fork.Shown)
	}
	if refuted {
		return &refutedError{err}
	}
	for _, claim := range report.Claims {
		fmt.Fprintf(c.stdout, "%-10s %-10s %s\n", claim.Label, claim.What, claim.Detail)
	}
	if what == "" {
		what = fmt.Sprintf("%d entries up to %s", report.Size, report.Time)
	}
	_, err = fmt.Fprintf(c.stdout, "verified: %s in %d ms\n", what, took.Milliseconds())
	return err
}

// refutedError says once that something is refuted, and why.
type refutedError struct{ err error }

func (e *refutedError) Error() string { return "refuted: " + why(e.err) }
func (e *refutedError) Unwrap() error { return e.err }

// why returns the words of a refutation, without those that only say that it is one.
func why(err error) string {
	word := replay.ErrRefuted.Error()
	return strings.TrimSuffix(strings.ReplaceAll(oneLine(err), word+": ", ""), ": "+word)
}

// progress shows how far a replay is, on a terminal or in a log, at most twice a second.
func progress(w io.Writer) func(done, total int64) {
	start, last, shown := time.Now(), time.Now(), false
	return func(done, total int64) {
		if total < 0 {
			if shown {
				fmt.Fprintln(w)
			}
			return
		}
		if now := time.Now(); now.Sub(start) > 2*time.Second && now.Sub(last) > 500*time.Millisecond {
			last, shown = now, true
			fmt.Fprintf(w, "\rreplayed %d of %d entries", done, total)
		}
	}
}

// verifyFile checks a receipt, a weight, a checkpoint or a bundle: offline, but for the anchor of a bundle, if there is a chain to ask.
func verifyFile(ctx context.Context, c *call, f verifyFlags, path string) error {
	raw, err := readFile(path, release.MaxBundle)
	if err != nil {
		return err
	}
	pin, genesis, err := f.pin()
	if err != nil {
		return err
	}
	if genesis == nil {
		return &usageError{"a receipt, a weight, a bundle or a checkpoint is checked against a genesis.json; name the one you trust with --genesis FILE"}
	}
	trust, err := release.NewTrust(genesis, pin)
	if err != nil {
		return err
	}
	for _, path := range *f.trust {
		bundle, err := readFile(path, release.MaxBundle)
		if err != nil {
			return err
		}
		if trust, err = trust.Follow(bundle); err != nil {
			return &refutedError{&replay.Refutation{Index: -1, Kind: "trust", Err: fmt.Errorf("%s: %w", path, err)}}
		}
	}
	start := time.Now()
	var report replay.Report
	if strings.HasPrefix(string(raw), trust.Record.Origin+"\n") {
		report, err = checkCheckpoint(raw, trust)
		return f.file(c, "the checkpoint", trust, report, time.Since(start), err)
	}
	schema, err := document.SchemaOf(raw)
	if err != nil {
		return err
	}
	switch schema {
	case record.ReceiptSchema:
		report, err = checkReceipt(raw, trust)
		return f.file(c, "the receipt", trust, report, time.Since(start), err)
	case proposal.WeightSchema:
		report, err = checkWeight(raw, trust)
		return f.file(c, "the weight", trust, report, time.Since(start), err)
	case release.BundleSchema:
		var facts release.Facts
		if *f.chain != "" {
			anchors, err := anchorview.Dial(ctx, *f.chain)
			if err != nil {
				return &usageError{"--chain: " + err.Error()}
			}
			defer anchors.Close()
			finality, err := record.ParseFinality(trust.Record.Chain.Finality)
			if err != nil {
				return err
			}
			facts.Anchored = func(a release.Anchor) error { return anchors.Finalized(ctx, a, finality) }
		}
		report, err = checkBundle(raw, trust, facts)
		return f.file(c, "the release", trust, report, time.Since(start), err)
	}
	return &usageError{fmt.Sprintf("%s is a %s; a receipt, a weight, a release bundle or a checkpoint is wanted", path, schema)}
}

// file prints what was found out about a file, and says whether it is all that was required.
func (f verifyFlags) file(c *call, what string, trust release.Trust, report replay.Report, took time.Duration, err error) error {
	report.Genesis, report.Origin = trust.Genesis, trust.Record.Origin
	if err := c.verdict(*f.output, what, report, took, err); err != nil {
		return err
	}
	if *f.require == "chain" && !slices.ContainsFunc(report.Claims, func(c replay.Claim) bool { return c.What == "anchor" && c.Label == replay.Proved }) {
		return fmt.Errorf("the chain is required, and %s was not compared with it; give a release bundle and --chain, or verify the record", what)
	}
	return f.witnessed(report)
}

func checkReceipt(raw []byte, trust release.Trust) (replay.Report, error) {
	refute := func(err error) (replay.Report, error) {
		return replay.Report{}, &replay.Refutation{Index: -1, Kind: "receipt", Err: err}
	}
	r, err := record.ParseReceipt(raw)
	if err != nil {
		return refute(err)
	}
	if r.Genesis != trust.Genesis {
		return refute(fmt.Errorf("it is of the instance %s, and %s is pinned", r.Genesis, trust.Genesis))
	}
	entry, checkpoint, err := r.Verify(trust.Record.Origin, trust.Log)
	if err != nil {
		return refute(err)
	}
	claim := func(label, what, format string, args ...any) replay.Claim {
		return replay.Claim{Label: label, What: what, Detail: fmt.Sprintf(format, args...)}
	}
	return replay.Report{Size: checkpoint.Size, Root: checkpoint.Root, Time: entry.Time, Claims: []replay.Claim{
		claim(replay.Proved, "receipt", "entry %d (%s by %s at %s) is in the log's signed tree of size %d", r.Index, entry.Kind, entry.Actor, entry.Time, checkpoint.Size),
		claim(replay.Unchecked, "ballot", "its signature and weight: replay the log with peritus verify URL"),
	}}, nil
}

func checkBundle(raw []byte, trust release.Trust, facts release.Facts) (replay.Report, error) {
	r, claims, err := release.Check(raw, trust, facts)
	if errors.Is(err, release.ErrUnknown) {
		return replay.Report{}, err
	}
	if err != nil {
		return replay.Report{}, &replay.Refutation{Index: -1, Kind: "bundle", Err: err}
	}
	report := replay.Report{Size: r.Predicate.IntentIndex + 1, Time: r.Predicate.Intent.Activation}
	for _, claim := range claims {
		report.Claims = append(report.Claims, replay.Claim{Label: string(claim.Label), What: string(claim.Step), Detail: claim.Says})
	}
	return report, nil
}
