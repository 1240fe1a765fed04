package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/cosign"
)

// cosignerWatch tells people and Prometheus how a co-signer is.
type cosignerWatch struct {
	id      string
	program string
	log     *slog.Logger

	mu      sync.Mutex // guards the others
	last    string     // why it could not sign
	success time.Time
	size    int64
	signed  int
	refused bool
}

// looked counts one look at the server.
func (w *cosignerWatch) looked(signed int, size int64, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.signed += signed
	w.size = size
	if err == nil {
		w.success, w.last = time.Now(), ""
	}
	w.refused = errors.Is(err, replay.ErrRefuted) || errors.Is(err, cosign.ErrEquivocation)
}

// failed says once for each reason why nothing is signed. The last one, with which the command ends, is said by its end.
func (w *cosignerWatch) failed(ctx context.Context, err error, last bool) {
	text := oneLine(err)
	w.mu.Lock()
	known := w.last == text
	w.last = text
	w.mu.Unlock()
	if known {
		return
	}
	if !last {
		w.log.ErrorContext(ctx, "cannot co-sign now", slog.Any("error", err))
	}
	if w.program == "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, w.program)
	cmd.Env = append(os.Environ(), "PERITUS_COSIGNER="+w.id, "PERITUS_ALARM="+text)
	cmd.WaitDelay = time.Second
	if out, err := cmd.CombinedOutput(); err != nil {
		w.log.ErrorContext(ctx, "nobody was told", slog.Any("error", err), slog.String("output", string(out[max(0, len(out)-200):])))
	}
}

func (w *cosignerWatch) serve(address string) (stop func(), err error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, missing("%s cannot be listened on: %w; name another with --metrics", address, err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		w.write(out)
	})
	s := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = s.Serve(l) }()
	return func() { _ = s.Close() }, nil
}

func (w *cosignerWatch) write(out io.Writer) {
	w.mu.Lock()
	defer w.mu.Unlock()
	success, refused := int64(0), 0
	if !w.success.IsZero() {
		success = w.success.Unix()
	}
	if w.refused {
		refused = 1
	}
	fmt.Fprintf(out, `# HELP peritus_cosigner_success_time_seconds When the whole record was last found to hold.
# TYPE peritus_cosigner_success_time_seconds gauge
peritus_cosigner_success_time_seconds{cosigner=%[1]q} %[2]d
# HELP peritus_cosigner_entries Entries of the record that are verified.
# TYPE peritus_cosigner_entries gauge
peritus_cosigner_entries{cosigner=%[1]q} %[3]d
# HELP peritus_cosigner_refused 1 if the record was refuted, or asked for a second statement for one release.
# TYPE peritus_cosigner_refused gauge
peritus_cosigner_refused{cosigner=%[1]q} %[4]d
# HELP peritus_cosigner_signed_total Releases signed since the start.
# TYPE peritus_cosigner_signed_total counter
peritus_cosigner_signed_total{cosigner=%[1]q} %[5]d
`, w.id, success, w.size, refused, w.signed)
}
