// Package remote reads a log over HTTP, from a server or from a mirror of static files: C2SP tiles below /log, and
// content-addressed bytes below /blob. Nothing that it returns is trusted; package replay checks it.
package remote

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/hashicorp/go-retryablehttp"

	"github.com/peritus-dao/peritus/governance/mirror"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Source is a [replay.Source] over HTTP.
type Source struct {
	*mirror.Source
	base   *url.URL
	client *retryablehttp.Client
}

var (
	_ replay.Source = (*Source)(nil)
	_ mirror.Files  = (*Source)(nil)
)

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
	s := &Source{base: u, client: client}
	s.Source = mirror.NewSource(s)
	return s, nil
}

// ErrNotFound says that the server does not have a path.
var ErrNotFound error = notFound{}

type notFound struct{}

func (notFound) Error() string        { return "not found" }
func (notFound) Is(target error) bool { return target == fs.ErrNotExist }

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

// codes is how a server's status says why it refused. Another status is no refusal.
var codes = map[int]refusal.Code{
	http.StatusBadRequest: refusal.Invalid, http.StatusRequestEntityTooLarge: refusal.Invalid, http.StatusUnprocessableEntity: refusal.Invalid,
	http.StatusNotFound: refusal.NotFound, http.StatusConflict: refusal.Conflict, http.StatusForbidden: refusal.Forbidden,
	http.StatusUnauthorized: refusal.Unauthenticated, http.StatusTooManyRequests: refusal.RateLimited, http.StatusServiceUnavailable: refusal.Unavailable,
}

// refused reads an answer that is a refusal by a rule of the service (RFC 9457), nil if it is anything else: a proxy's page, say.
func refused(status int, raw []byte) *refusal.Error {
	var p struct{ Rule, Field, Detail string }
	code, known := codes[status]
	if !known || json.Unmarshal(raw, &p) != nil || p.Rule == "" || p.Detail == "" {
		return nil
	}
	return refusal.New(code, p.Rule, p.Field, "%.300s (%.64s)", p.Detail, p.Rule)
}

// Post sends JSON to a path below the base and returns the answer, and whether something was created (201) by it. What the
// service refuses is a [refusal.Error] with its words.
func (s *Source) Post(ctx context.Context, path string, body []byte) (answer []byte, created bool, err error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, s.base.JoinPath(path).String(), body)
	if err != nil {
		return nil, false, err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := s.client.Do(req)
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", path, err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", path, err)
	}
	if res.StatusCode >= 300 {
		if r := refused(res.StatusCode, raw); r != nil {
			return nil, false, fmt.Errorf("the server refuses: %w", r)
		}
		return nil, false, fmt.Errorf("%s: the server answered %s: %.300s", path, res.Status, raw)
	}
	return raw, res.StatusCode == http.StatusCreated, nil
}
