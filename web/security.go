package web

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/refusal"
)

// policy is the content security policy. Wallets bring their icons as data URIs and those are shown in <img> alone, where
// nothing in them can run.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secure sets the headers that every answer has.
func (a *App) secure(c *fiber.Ctx) error {
	c.Set("Content-Security-Policy", policy)
	c.Set("X-Content-Type-Options", "nosniff")
	c.Set("X-Frame-Options", "DENY")
	c.Set("Referrer-Policy", "same-origin")
	c.Set("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
	c.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
	if a.cfg.Secure {
		c.Set("Strict-Transport-Security", "max-age=63072000")
	}
	if err := c.Next(); err != nil {
		return err
	}
	// What says nothing about caching is personal: it may hold the visitor's name and weight.
	if len(c.Response().Header.Peek("Cache-Control")) == 0 {
		c.Set("Cache-Control", "private, no-cache")
		c.Vary("Cookie", "Accept-Language")
	}
	return nil
}

// sameOrigin refuses what another site makes a visitor's browser send, by the rules of the standard library.
func (a *App) sameOrigin(c *fiber.Ctx) error {
	request := &http.Request{
		Method: c.Method(),
		Host:   c.Hostname(),
		URL:    &url.URL{Path: c.Path()},
		Header: http.Header{
			"Sec-Fetch-Site": []string{c.Get("Sec-Fetch-Site")},
			"Origin":         []string{c.Get("Origin")},
		},
	}
	if err := http.NewCrossOriginProtection().Check(request); err != nil {
		return &refusal.Error{Code: refusal.Forbidden, Rule: "cross-origin", Err: err,
			Detail: "This request came from another site, so it was not carried out. Open the page here and try again."}
	}
	return c.Next()
}

// limitBody holds every request but those that carry a document to a small body, and takes no compressed ones: what they
// unfold to has no limit.
func (a *App) limitBody(c *fiber.Ctx) error {
	if c.Get("Content-Encoding") != "" {
		return fiber.NewError(fiber.StatusUnsupportedMediaType, "Send the body without Content-Encoding.")
	}
	if len(c.Request().Body()) > smallBody && !strings.HasPrefix(c.Path(), "/api/v1/proposals") && !strings.HasPrefix(c.Path(), "/propose") {
		return tooLarge(smallBody)
	}
	return c.Next()
}

// tag gives readable answers an ETag and answers 304 to who has them already. It is weak because compression may follow.
func (a *App) tag(c *fiber.Ctx) error {
	if err := c.Next(); err != nil {
		return err
	}
	if (c.Method() != fiber.MethodGet && c.Method() != fiber.MethodHead) || c.Response().StatusCode() != fiber.StatusOK {
		return nil
	}
	if len(c.Response().Header.Peek("ETag")) > 0 { // a file, which has a strong one
		return nil
	}
	sum := sha256.Sum256(c.Response().Body())
	etag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
	c.Set("ETag", etag)
	if known(c.Get("If-None-Match"), etag) {
		c.Status(fiber.StatusNotModified)
		c.Response().ResetBody()
	}
	return nil
}
