package agent

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
	"github.com/theupdateframework/go-tuf/v2/metadata/config"
	"github.com/theupdateframework/go-tuf/v2/metadata/updater"

	"github.com/peritus-dao/peritus/governance/charter"
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
		t, err := release.NewTrust(raw, a.cfg.Genesis)
		if err != nil {
			return t, err
		}
		return ReadTrust(a.cfg.Data, t)
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
	if got := document.Sum(raw); got != t.FirstRoot() {
		return nil, fmt.Errorf("the first root.json has the digest %s, but genesis.json pins %s", got, t.FirstRoot())
	}
	return raw, nil
}

// followTrust follows the trust documents, release by release, as far as the repository names them. What was followed once is kept, so
// that a set of keys that was replaced never counts again here.
func (a *Agent) followTrust(t release.Trust, u *updater.Updater) (release.Trust, error) {
	name := release.LatestName(charter.TrustHead)
	if _, ok := u.GetTopLevelTargets()[name]; ok {
		raw, err := a.target(u, name, 4<<10)
		if err != nil {
			return t, err
		}
		latest, err := release.ParseLatest(raw)
		if err != nil {
			return t, &release.Refusal{Step: StepTUF, Err: err}
		}
		for n := t.Last().Sequence + 1; n <= latest.Sequence; n++ {
			name := release.BundleName(charter.TrustHead, n)
			if _, ok := u.GetTopLevelTargets()[name]; !ok {
				continue // it lapsed unsigned
			}
			bundle, err := a.target(u, name, release.MaxBundle)
			if err != nil {
				return t, err
			}
			if t, err = t.Follow(bundle); err != nil {
				return t, fmt.Errorf("trusted keys: %w", err)
			}
			if err := os.MkdirAll(a.path("trust"), 0o755); err != nil {
				return t, err
			}
			if err := writeFile(a.path("trust", fmt.Sprintf("%d.bundle.json", n)), bundle); err != nil {
				return t, err
			}
		}
		if t.Last() != (release.Position{Sequence: latest.Sequence, Statement: latest.Statement}) {
			return t, &release.Refusal{Step: release.StepSequence, Err: fmt.Errorf("trusted keys: release %d was followed before, and the repository now names release %d", t.Last().Sequence, latest.Sequence)}
		}
	} else if t.Last().Sequence > 0 {
		return t, &release.Refusal{Step: StepTUF, Err: errors.New("trusted keys: the repository no longer names the trust document that was followed before")}
	}
	// The root of TUF changes by decision, too: its own keys alone cannot give the online roles to somebody else for good.
	root, err := os.ReadFile(a.path("tuf", "root.json"))
	if err != nil {
		return t, err
	}
	if got := document.Sum(root); !t.TUFRoot(got) {
		return t, &release.Refusal{Step: StepTUF, Err: fmt.Errorf("the newest root.json has the digest %s, which no decision named", got)}
	}
	return t, nil
}

// ReadTrust follows the trust documents that an agent followed on earlier runs and keeps in its folder.
func ReadTrust(data string, t release.Trust) (release.Trust, error) {
	entries, err := os.ReadDir(filepath.Join(data, "trust"))
	if errors.Is(err, fs.ErrNotExist) {
		return t, nil
	}
	if err != nil {
		return t, err
	}
	var numbers []int
	for _, e := range entries {
		if n, ok := strings.CutSuffix(e.Name(), ".bundle.json"); ok {
			if n, err := strconv.Atoi(n); err == nil {
				numbers = append(numbers, n)
			}
		}
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		bundle, err := os.ReadFile(filepath.Join(data, "trust", fmt.Sprintf("%d.bundle.json", n)))
		if err != nil {
			return t, err
		}
		if t, err = t.Follow(bundle); err != nil {
			return t, fmt.Errorf("trust/%d.bundle.json: %w", n, err)
		}
	}
	return t, nil
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
