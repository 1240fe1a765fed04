package endpoints

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/peritus-dao/peritus/attestations/follower"
)

const (
	// patience is how long an endpoint may take for an answer. One that hangs must not hold up those beside it for ever.
	patience = 20 * time.Second
	// maxAnswer is the size in bytes of the largest answer that is read: some hundred thousand logs.
	maxAnswer = 128 << 20
)

// Dial connects with an endpoint. Over HTTP, no question waits longer than twenty seconds, no answer is larger than
// 128 MiB, an endpoint that asks to be left alone ("429 Too Many Requests" with Retry-After) answers with a
// [follower.LimitedError], and no error shows more of the address than its host: providers put their customers' keys
// into paths and queries.
func Dial(ctx context.Context, endpoint string) (*ethclient.Client, error) {
	u, err := url.Parse(endpoint)
	if err != nil {
		return nil, errors.New("chain: the endpoint's address is no URL") // the cause would quote it
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		c, err := ethclient.DialContext(ctx, endpoint)
		if err != nil {
			return nil, fmt.Errorf("chain: the endpoint at %s cannot be reached: %s", shown(u), strings.ReplaceAll(err.Error(), endpoint, shown(u)))
		}
		return c, nil
	}
	if u.Host == "" {
		return nil, errors.New("chain: the endpoint's address names no host")
	}
	client := &http.Client{Timeout: patience, Transport: &transport{to: u, next: http.DefaultTransport.(*http.Transport).Clone()}}
	c, err := rpc.DialOptions(ctx, shown(u), rpc.WithHTTPClient(client))
	if err != nil {
		return nil, fmt.Errorf("chain: the endpoint at %s cannot be reached: %w", shown(u), err)
	}
	return ethclient.NewClient(c), nil
}

// shown returns as much of an address as others may see.
func shown(u *url.URL) string { return u.Scheme + "://" + u.Host }

// transport sends to the whole address what the client believes to send to its host, and nothing while the endpoint is to be
// left alone.
type transport struct {
	to   *url.URL
	next http.RoundTripper

	mu    sync.Mutex
	until time.Time // when the endpoint may be asked again
}

// rest is for how long the endpoint is to be left alone from now on.
func (t *transport) rest() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	return time.Until(t.until)
}

func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if rest := t.rest(); rest > 0 {
		if r.Body != nil {
			_ = r.Body.Close() // as a RoundTripper must
		}
		return nil, &follower.LimitedError{After: rest.Round(time.Millisecond), Err: errors.New("it said so before")}
	}
	to := *t.to
	r = r.Clone(r.Context())
	if user := to.User; user != nil {
		password, _ := user.Password()
		r.SetBasicAuth(user.Username(), password)
		to.User = nil
	}
	r.URL = &to
	res, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	after, limited := retryAfter(res)
	if limited {
		text, _ := io.ReadAll(io.LimitReader(res.Body, 200))
		_ = res.Body.Close()
		t.mu.Lock()
		t.until = time.Now().Add(after)
		t.mu.Unlock()
		return nil, &follower.LimitedError{After: after, Err: fmt.Errorf("%s: %.200q", res.Status, text)}
	}
	res.Body = &limitedBody{ReadCloser: res.Body, left: maxAnswer}
	return res, nil
}

// retryAfter reports whether an endpoint asks to be left alone, and for how long; 0 if it does not say. RFC 9110 has it in
// seconds or as a date.
func retryAfter(res *http.Response) (time.Duration, bool) {
	text := res.Header.Get("Retry-After")
	if res.StatusCode != http.StatusTooManyRequests && (res.StatusCode != http.StatusServiceUnavailable || text == "") {
		return 0, false
	}
	if seconds, err := strconv.ParseUint(text, 10, 32); err == nil {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(0, time.Until(at)), true
	}
	return 0, true
}

// limitedBody refuses an answer without an end.
type limitedBody struct {
	io.ReadCloser
	left int64
}

func (b *limitedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("the endpoint's answer is larger than %d bytes", maxAnswer)
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
