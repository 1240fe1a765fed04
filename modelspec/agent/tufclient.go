package agent

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"time"
)

// TUFClient is the agent's TUF client on its own, as the public tuf-conformance suite drives it.
type TUFClient struct {
	MetadataDir string // where trusted metadata is kept, under names without versions
	MetadataURL string
	TargetURL   string
	TargetDir   string // where targets are put
	Now         func() time.Time
}

// Init takes the root in the file for trusted.
func (c TUFClient) Init(file string) error {
	root, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.MetadataDir, 0o700); err != nil {
		return err
	}
	return writeFile(filepath.Join(c.MetadataDir, "root.json"), root)
}

// Refresh brings the metadata up to date.
func (c TUFClient) Refresh(ctx context.Context) error {
	root, err := os.ReadFile(filepath.Join(c.MetadataDir, "root.json"))
	if err != nil {
		return err
	}
	_, err = refresh(fetcher{ctx, newClient(nil), nil}, root, c.MetadataDir, c.MetadataURL, c.Now())
	return err
}

// Download brings the metadata up to date and fetches the targets that are not there yet.
func (c TUFClient) Download(ctx context.Context, names []string) error {
	root, err := os.ReadFile(filepath.Join(c.MetadataDir, "root.json"))
	if err != nil {
		return err
	}
	u, err := refresh(fetcher{ctx, newClient(nil), nil}, root, c.MetadataDir, c.MetadataURL, c.Now())
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return errors.New("no target is named")
	}
	for _, name := range names {
		info, err := u.GetTargetInfo(name)
		if err != nil {
			return err
		}
		path := filepath.Join(c.TargetDir, url.PathEscape(name))
		if _, data, err := u.FindCachedTarget(info, path); err == nil && data != nil {
			continue
		}
		if _, _, err := u.DownloadTarget(info, path, c.TargetURL); err != nil {
			return err
		}
	}
	return nil
}
