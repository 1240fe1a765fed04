package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/view"
)

// Problem is an RFC 9457 problem document.
type Problem struct {
	Type     string             `json:"type" doc:"A stable URI reference for the rule." example:"/problems/ballot-expired"`
	Title    string             `json:"title" doc:"The class of the problem."`
	Status   int                `json:"status"`
	Detail   string             `json:"detail" doc:"What happened, and what to do."`
	Rule     string             `json:"rule" doc:"The rule that was broken, stable and in kebab case."`
	Field    string             `json:"field,omitempty" doc:"The field of the request that broke it."`
	Problems []document.Problem `json:"problems,omitempty" doc:"Everything that is wrong with a document."`
}

// Error makes a Problem an error, as huma wants it.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is the media type of problem documents.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

func newProblem(status int, rule, field, detail string) *Problem {
	return &Problem{Type: "/problems/" + rule, Title: http.StatusText(status), Status: status, Detail: detail, Rule: rule, Field: field}
}

func tooLarge(limit int64) *Problem {
	return newProblem(http.StatusRequestEntityTooLarge, "too-large", "", fmt.Sprintf("The request is too large: %d KiB are the most that is read here.", limit>>10))
}

// statuses is the one table from codes to HTTP.
var statuses = map[refusal.Code]int{
	refusal.Invalid:         http.StatusUnprocessableEntity,
	refusal.NotFound:        http.StatusNotFound,
	refusal.Conflict:        http.StatusConflict,
	refusal.Forbidden:       http.StatusForbidden,
	refusal.Unauthenticated: http.StatusUnauthorized,
	refusal.RateLimited:     http.StatusTooManyRequests,
	refusal.Closed:          http.StatusConflict,
	refusal.Unavailable:     http.StatusServiceUnavailable,
	refusal.Internal:        http.StatusInternalServerError,
}

// problem turns any error into what may be shown. What is not a refusal is internal, and its cause is only logged.
func (a *App) problem(ctx context.Context, route string, err error) *Problem {
	var done *Problem
	if errors.As(err, &done) {
		return done
	}
	var fe *fiber.Error
	if errors.As(err, &fe) {
		switch fe.Code {
		case http.StatusNotFound:
			return newProblem(fe.Code, "no-such-page", "", "There is nothing at this address.")
		case http.StatusMethodNotAllowed:
			return newProblem(fe.Code, "method", "", "This address is there, but not for this method; the header Allow lists those that it takes.")
		case http.StatusRequestEntityTooLarge:
			return tooLarge(bodyLimit)
		}
		return newProblem(fe.Code, strings.ReplaceAll(strings.ToLower(http.StatusText(fe.Code)), " ", "-"), "", fe.Message)
	}
	r := refusal.Of(err)
	var problems document.Problems
	if errors.As(err, &problems) && r.Code == refusal.Internal {
		// Findings in a document are for whoever sent it. What is wrong with our own documents is found before it is stored.
		r = refusal.New(refusal.Invalid, "document", "documents", "%w", problems)
	}
	status, ok := statuses[r.Code]
	if !ok {
		status = http.StatusInternalServerError
	}
	if status >= 500 {
		a.log.ErrorContext(ctx, "request failed", slog.String("route", route), slog.Any("error", err), slog.Any("cause", r.Err))
	}
	p := newProblem(status, r.Rule, r.Field, r.Detail)
	p.Problems = problems
	return p
}

// fail answers with an error: a problem document to software, a page to people.
func (a *App) fail(c *fiber.Ctx, err error) error {
	p := a.problem(c.UserContext(), c.Route().Path, err)
	c.Response().ResetBody()
	c.Set("Cache-Control", "no-store")
	if p.Status == http.StatusTooManyRequests || p.Status == http.StatusServiceUnavailable {
		c.Set("Retry-After", "5")
	}
	if wantsJSON(c) {
		body, err := json.Marshal(p)
		if err != nil {
			return err
		}
		c.Set("Content-Type", "application/problem+json")
		return c.Status(p.Status).Send(body)
	}
	page := a.frame(c, "", "")
	title := page.T("failure." + p.Rule)
	if title == "failure."+p.Rule {
		title = page.T("failure.other")
		if p.Status == http.StatusNotFound {
			title = page.T("failure.404")
		} else if p.Status >= 500 {
			title = page.T("failure.500")
		}
	}
	page.Title = title
	// What members meet most is said in their language; it holds for every use of its rule. The rest is said as the core says it.
	detail := p.Detail
	if key := "refused." + p.Rule; page.Has(key) {
		detail = page.T(key)
	}
	model := view.Failure{
		Title: title, Detail: detail, Rule: p.Rule, Field: p.Field,
		Back: view.Link{Text: page.T("failure.back"), Href: "/"},
	}
	if from, err := url.Parse(c.Get("Referer")); err == nil && c.Method() == fiber.MethodPost && from.Host == c.Hostname() {
		model.Back = view.Link{Text: page.T("failure.again"), Href: local(from.RequestURI())}
	}
	for _, problem := range p.Problems {
		model.Items = append(model.Items, problem.String())
	}
	return a.render(c.Status(p.Status), view.FailurePage(page, model))
}

// wantsJSON says whether software asks: everything outside the pages, and whoever says so.
func wantsJSON(c *fiber.Ctx) bool {
	for _, prefix := range []string{"/api/", "/blob/", "/tuf/", "/log/tile/", "/demo/wallet"} {
		if strings.HasPrefix(c.Path(), prefix) {
			return true
		}
	}
	return c.Accepts("text/html", "application/json", "application/problem+json") != "text/html"
}
