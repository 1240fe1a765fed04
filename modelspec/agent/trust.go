package agent

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
	"github.com/theupdateframework/go-tuf/v2/metadata/config"
	"github.com/theupdateframework/go-tuf/v2/metadata/updater"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// StepTUF names the check that comes before those of package release.
const StepTUF release.Step = "tuf"

const maxRoot = 512 << 10

// trust reads the pinned genesis from disk, or fetches it the first time.
func (a *Agent) trust(f fetcher) (release.Trust, error) {
	path := a.path("genesis.json")
	raw, err := os.ReadFile(path)
	if err == nil && document.Sum(raw) == a.cfg.Genesis {
		return release.NewTrust(raw, a.cfg.Genesis)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return release.Trust{}, err
	}
	if raw, err = f.DownloadFile(a.cfg.Server+"/log/genesis.json", record.MaxEntry, 0); err != nil {
		return release.Trust{}, &release.Refusal{Step: release.StepGenesis, Err: err}
	}
	t, err := release.NewTrust(raw, a.cfg.Genesis)
	if err != nil {
		return release.Trust{}, &release.Refusal{Step: release.StepGenesis, Err: err}
	}
	return t, writeFile(path, raw)
}

// targets brings the TUF client up to date and returns it. What it returns may be held back for as long as the
// timestamp lives, but it is neither old nor mixed.
func (a *Agent) targets(f fetcher, t release.Trust) (*updater.Updater, error) {
	refuse := func(err error) (*updater.Updater, error) { return nil, &release.Refusal{Step: StepTUF, Err: err} }
	if err := os.MkdirAll(a.path("tuf"), 0o700); err != nil {
		return nil, err
	}
	root, err := a.root(f, t)
	if err != nil {
		return refuse(err)
	}
	u, err := refresh(f, root, a.path("tuf"), a.cfg.Server+"/tuf/", time.Unix(int64(a.now()), 0))
	if errors.Is(err, &metadata.ErrExpiredMetadata{}) {
		err = stale{fmt.Errorf("%w: the instance is stale or is being held back from this node; nothing changes until it is fresh again%s", err, a.skew(*f.date))}
	}
	if err != nil {
		return refuse(err)
	}
	return u, nil
}

// refresh is the TUF client: it brings the metadata in dir up to date, starting from a root that is trusted.
func refresh(f fetcher, root []byte, dir, url string, now time.Time) (*updater.Updater, error) {
	cfg, err := config.New(url, root)
	if err != nil {
		return nil, err
	}
	cfg.LocalMetadataDir, cfg.LocalTargetsDir, cfg.Fetcher = dir, dir, f
	u, err := updater.New(cfg)
	if err != nil {
		return nil, err
	}
	u.UnsafeSetRefTime(now.UTC())
	return u, u.Refresh()
}

// root returns the newest root that the client trusts: the one on disk, or in the beginning the first one, which genesis
// pins. A client that stopped without a sync may have left files that are no JSON at all; those are dropped, and fetched
// again from what is still known.
func (a *Agent) root(f fetcher, t release.Trust) ([]byte, error) {
	for _, name := range []string{"timestamp.json", "snapshot.json", "targets.json", "root.json"} {
		raw, err := os.ReadFile(a.path("tuf", name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err == nil && !json.Valid(raw) {
			if err := os.Remove(a.path("tuf", name)); err != nil {
				return nil, err
			}
			raw = nil
		}
		if name == "root.json" && len(raw) > 0 {
			return raw, nil
		}
	}
	raw, err := f.DownloadFile(a.cfg.Server+"/tuf/1.root.json", maxRoot, 0)
	if err != nil {
		return nil, err
	}
	if got := document.Sum(raw); got != t.Record.TUFRoot {
		return nil, fmt.Errorf("the first root.json has the digest %s, but genesis.json pins %s", got, t.Record.TUFRoot)
	}
	return raw, nil
}

// target downloads a target of at most limit bytes.
func (a *Agent) target(u *updater.Updater, name string, limit int64) ([]byte, error) {
	info, err := u.GetTargetInfo(name)
	if err != nil {
		return nil, &release.Refusal{Step: StepTUF, Err: err}
	}
	if info.Length > limit {
		return nil, &release.Refusal{Step: StepTUF, Err: fmt.Errorf("%s has %d bytes, at most %d are allowed", name, info.Length, limit)}
	}
	path, data, err := u.DownloadTarget(info, "", "")
	if err != nil {
		return nil, &release.Refusal{Step: StepTUF, Err: fmt.Errorf("%s: %w", name, err)}
	}
	return data, os.Remove(path) // a bundle is kept with its release, not here
}
