package agent

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/peritus-dao/peritus/modelspec/release"
)

// fetcher gets files from the server. No answer is larger than asked for, and a server that is in trouble is asked a
// few times more.
type fetcher struct {
	ctx    context.Context // of one pull; the TUF client's interface has no place for it
	client *retryablehttp.Client
	date   *time.Time // if not nil, the server's clock at its last answer
}

func newClient(transport http.RoundTripper) *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.Logger = nil
	c.RetryMax = 3
	c.RetryWaitMin = 100 * time.Millisecond
	c.RetryWaitMax = 2 * time.Second
	c.ErrorHandler = retryablehttp.PassthroughErrorHandler // the status speaks for itself
	c.HTTPClient.Timeout = time.Minute
	if transport != nil {
		c.HTTPClient.Transport = transport
	}
	return c
}

// DownloadFile implements the TUF client's fetcher.Fetcher. An error that says nothing against the server's honesty
// wraps release.ErrUnknown.
func (f fetcher) DownloadFile(url string, limit int64, _ time.Duration) ([]byte, error) {
	req, err := retryablehttp.NewRequestWithContext(f.ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	res, err := f.client.Do(req)
	if err != nil {
		return nil, unreachable(url, err)
	}
	defer res.Body.Close()
	if date, err := http.ParseTime(res.Header.Get("Date")); err == nil && f.date != nil {
		*f.date = date
	}
	if res.StatusCode != http.StatusOK {
		// The TUF client looks into the chain for a 404, which it takes for "no newer root".
		return nil, fmt.Errorf("%w: %w", release.ErrUnknown, &metadata.ErrDownloadHTTP{StatusCode: res.StatusCode, URL: url})
	}
	data, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	if err != nil {
		return nil, unreachable(url, err)
	}
	if int64(len(data)) > limit {
		return nil, &metadata.ErrDownloadLengthMismatch{Msg: fmt.Sprintf("%s is larger than the %d bytes that are allowed", url, limit)}
	}
	return data, nil
}

// post sends JSON. The server's answer is read for its status alone.
func (f fetcher) post(url string, body []byte) error {
	req, err := retryablehttp.NewRequestWithContext(f.ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := f.client.Do(req)
	if err != nil {
		return unreachable(url, err)
	}
	defer res.Body.Close()
	answer, _ := io.ReadAll(io.LimitReader(res.Body, 512))
	switch {
	case res.StatusCode < 300, res.StatusCode == http.StatusConflict: // it has the report already
		return nil
	case res.StatusCode >= 500 || res.StatusCode == http.StatusTooManyRequests:
		return unreachable(url, errors.New(res.Status))
	}
	return fmt.Errorf("%s says %s: %s", url, res.Status, bytes.ToValidUTF8(answer, []byte("?")))
}

// stale is an error that says nothing against anybody's honesty, and keeps its own words.
type stale struct{ error }

func (s stale) Is(target error) bool { return target == release.ErrUnknown }
func (s stale) Unwrap() error        { return s.error }

func unreachable(url string, err error) error {
	return fmt.Errorf("%w: %s: %w", release.ErrUnknown, url, err)
}
