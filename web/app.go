package web

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/compress"
	fiberrecover "github.com/gofiber/fiber/v2/middleware/recover"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/peritus-dao/peritus/web/locale"
)

// Config is what an App needs. Service is required; the rest has usable zero values.
type Config struct {
	Service Service
	Demo    Demo         // nil in production: then the demo's routes do not exist
	Logger  *slog.Logger // nil: slog.Default

	// Host is the name that members know this server by; sign-in messages are bound to it. Empty takes it from each
	// request, which is right only on one's own machine.
	Host string

	// Secure says that visitors reach this server by HTTPS: cookies are then for HTTPS only.
	Secure bool

	// Schemas are the JSON Schemas of the documents that can be decided on, by the schema that documents name.
	Schemas map[string]string

	// Version is shown by the API.
	Version string

	// Expiries returns what ends when; nil where nothing does.
	Expiries func(context.Context) ([]Expiry, error)

	// Ready says whether the server can do its work; nil means always. Its error is shown to the operator at /readyz.
	Ready func(context.Context) error
}

// App is the web server.
type App struct {
	cfg       Config
	service   Service
	log       *slog.Logger
	fiber     *fiber.App
	assets    *assets
	languages locale.Set
	registry  *prometheus.Registry
	requests  *prometheus.CounterVec
	durations *prometheus.HistogramVec
}

const (
	requestTime = 20 * time.Second // what a handler may take
	bodyLimit   = 9 << 20          // a document of 8 MiB and its envelope
	smallBody   = 64 << 10         // everything else
)

// sessionCookie is the name of the cookie that holds a session's token. Over HTTPS its prefix makes browsers refuse one that
// another host, or a page without encryption, tries to set.
func (a *App) sessionCookie() string {
	if a.cfg.Secure {
		return "__Host-peritus_session"
	}
	return "peritus_session"
}

// New builds the server; it listens to nothing yet.
func New(cfg Config) (*App, error) {
	if cfg.Service == nil {
		return nil, errors.New("web: no service")
	}
	a := &App{cfg: cfg, service: cfg.Service, log: cfg.Logger, registry: prometheus.NewRegistry()}
	if a.log == nil {
		a.log = slog.Default()
	}
	var err error
	if a.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	if a.languages, err = locale.Load(); err != nil {
		return nil, err
	}
	if cfg.Expiries != nil {
		a.registry.MustRegister(newExpiryCollector(cfg.Expiries))
	}
	a.requests = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "peritus_http_requests_total", Help: "Requests by route, method and status."}, []string{"route", "method", "status"})
	a.durations = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "peritus_http_request_seconds", Help: "Time to answer by route.", Buckets: prometheus.DefBuckets}, []string{"route"})
	a.registry.MustRegister(a.requests, a.durations, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))

	a.fiber = fiber.New(fiber.Config{
		AppName:               "Peritus",
		Immutable:             true, // strings from a request outlive its handler
		DisableStartupMessage: true,
		BodyLimit:             bodyLimit,
		ReadTimeout:           15 * time.Second,
		WriteTimeout:          60 * time.Second,
		IdleTimeout:           120 * time.Second,
		ReadBufferSize:        16 << 10,
		ErrorHandler:          a.fail,
		StrictRouting:         false,
		CaseSensitive:         true,
	})
	// The order is that of the answer's way out: the log sees the final status, compression the final body.
	a.fiber.Use(a.observe, a.secure,
		compress.New(compress.Config{Level: compress.LevelBestSpeed, Next: precompressed}),
		fiberrecover.New(fiberrecover.Config{EnableStackTrace: true, StackTraceHandler: a.panicked}),
		a.sameOrigin, a.limitBody, a.tag)
	a.routes()
	return a, nil
}

// Serve answers on a listener until Shutdown.
func (a *App) Serve(l net.Listener) error { return a.fiber.Listener(l) }

// Shutdown lets running requests end, for as long as ctx lasts.
func (a *App) Shutdown(ctx context.Context) error { return a.fiber.ShutdownWithContext(ctx) }

// Paths returns the patterns of all addresses that can be read.
func (a *App) Paths() []string {
	var paths []string
	for _, r := range a.fiber.GetRoutes(true) {
		if r.Method == http.MethodGet {
			paths = append(paths, r.Path)
		}
	}
	return paths
}

// Metrics is for a private listener of its own.
func (a *App) Metrics() http.Handler {
	return promhttp.HandlerFor(a.registry, promhttp.HandlerOpts{})
}

// observe gives each request its time limit, counts it and logs it. Query strings, bodies and cookies stay out of the log.
func (a *App) observe(c *fiber.Ctx) error {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), requestTime)
	defer cancel()
	c.SetUserContext(ctx)
	if err := c.Next(); err != nil {
		if err := a.fail(c, err); err != nil {
			return err
		}
	}
	took, status, route := time.Since(start), c.Response().StatusCode(), c.Route().Path
	if status == http.StatusNotFound || status == http.StatusMethodNotAllowed {
		route = "none" // an address that somebody made up must not become a label
	}
	a.requests.WithLabelValues(route, c.Method(), strconv.Itoa(status)).Inc()
	a.durations.WithLabelValues(route).Observe(took.Seconds())
	level := slog.LevelInfo
	if status >= 500 {
		level = slog.LevelError
	}
	a.log.LogAttrs(ctx, level, "request", slog.String("method", c.Method()), slog.String("path", c.Path()),
		slog.Int("status", status), slog.Duration("took", took), slog.Int("bytes", len(c.Response().Body())))
	return nil
}

func (a *App) panicked(c *fiber.Ctx, value any) {
	a.log.ErrorContext(c.UserContext(), "panic in a handler", slog.Any("value", value), slog.String("route", c.Route().Path))
}

// precompressed says which answers gain nothing from compression, or would be broken by it: a range is of the bytes as they are.
func precompressed(c *fiber.Ctx) bool {
	if c.Get("Range") != "" || strings.HasSuffix(c.Path(), ".woff2") {
		return true
	}
	for _, files := range []string{"/log/tile/", "/log/checkpoint", "/log/genesis.json", "/blob/", "/tuf/"} { // they have strong tags
		if strings.HasPrefix(c.Path(), files) {
			return true
		}
	}
	return false
}

// Test answers one request without a listener.
func (a *App) Test(r *http.Request) (*http.Response, error) { return a.fiber.Test(r, -1) }
