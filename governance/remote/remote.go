// Package remote reads a log over HTTP, from a server or from a mirror of static files: C2SP tiles below /log, and
// content-addressed bytes below /blob. Nothing that it returns is trusted; package replay checks it.
package remote

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/hashicorp/go-retryablehttp"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// MaxBlob is the size in bytes of the largest blob that is read.
const MaxBlob = 256 << 20

// Source is a [replay.Source] over HTTP.
type Source struct {
	base   *url.URL
	client *retryablehttp.Client
}

var _ replay.Source = (*Source)(nil)

// New returns the log at a base address, "https://example.org".
func New(base string) (*Source, error) {
	u, err := url.Parse(strings.TrimRight(base, "/"))
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
		return nil, fmt.Errorf("%q is not the address of a server; give one like https://example.org", base)
	}
	client := retryablehttp.NewClient()
	client.Logger = nil
	client.RetryMax = 3
	client.RetryWaitMin = 200 * time.Millisecond
	client.RetryWaitMax = 5 * time.Second
	client.HTTPClient.Timeout = time.Minute
	client.ErrorHandler = retryablehttp.PassthroughErrorHandler
	return &Source{base: u, client: client}, nil
}

// Checkpoint implements [replay.Source].
func (s *Source) Checkpoint(ctx context.Context) ([]byte, error) {
	return s.Get(ctx, "log/checkpoint", record.MaxCheckpoint)
}

// Entries implements [replay.Source]. It reads one bundle at most.
func (s *Source) Entries(ctx context.Context, first int64, max int) ([][]byte, error) {
	skip := int(first % record.TileWidth)
	width := min(skip+max, record.TileWidth)
	t := record.Tile{Level: record.EntriesLevel, Index: first / record.TileWidth, Width: width}
	raw, err := s.Get(ctx, "log/"+record.TilePath(t), record.MaxBundle)
	if err != nil {
		return nil, err
	}
	entries, err := record.ParseEntriesTile(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", t, err, replay.ErrRefuted)
	}
	if len(entries) != width {
		return nil, fmt.Errorf("%s: it holds %d entries, not %d: %w", t, len(entries), width, replay.ErrRefuted)
	}
	return entries[skip:], nil
}

// Tile implements [replay.Source].
func (s *Source) Tile(ctx context.Context, t record.Tile) ([]byte, error) {
	return s.Get(ctx, "log/"+record.TilePath(t), record.TileWidth*32)
}

// Blob implements [replay.Source].
func (s *Source) Blob(ctx context.Context, d document.Digest) ([]byte, error) {
	raw, err := s.Get(ctx, "blob/sha256/"+d.String(), MaxBlob)
	if errors.Is(err, ErrNotFound) {
		return nil, fmt.Errorf("%w: %w", err, replay.ErrNoBlob)
	}
	return raw, err
}

// ErrNotFound says that the server does not have a path.
var ErrNotFound = errors.New("not found")

// Get reads a path below the base, of at most max bytes.
func (s *Source) Get(ctx context.Context, path string, max int64) ([]byte, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, s.base.JoinPath(path).String(), nil)
	if err != nil {
		return nil, err
	}
	res, err := s.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer res.Body.Close()
	switch res.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound:
		return nil, fmt.Errorf("%s: %w", path, ErrNotFound)
	default:
		return nil, fmt.Errorf("%s: the server answered %s", path, res.Status)
	}
	raw, err := io.ReadAll(io.LimitReader(res.Body, max+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if int64(len(raw)) > max {
		return nil, fmt.Errorf("%s: larger than the %d bytes that are allowed", path, max)
	}
	return raw, nil
}

// Post sends JSON to a path below the base and returns the answer. A refusal is returned with the server's words.
func (s *Source) Post(ctx context.Context, path string, body []byte) ([]byte, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, s.base.JoinPath(path).String(), body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := s.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if res.StatusCode >= 300 {
		return nil, fmt.Errorf("%s: the server answered %s: %.300s", path, res.Status, raw)
	}
	return raw, nil
}
