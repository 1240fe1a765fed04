package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	rulebook "github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/tally"
	"github.com/peritus-dao/peritus/web/locale"
)

// newApp returns a server over a fixture, and what it logs.
func newApp(t testing.TB, f *fixture, change func(*Config)) (*App, *bytes.Buffer) {
	t.Helper()
	var logged bytes.Buffer
	cfg := Config{Service: f, Demo: f, Logger: slog.New(slog.NewTextHandler(&logged, nil))}
	if change != nil {
		change(&cfg)
	}
	a, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return a, &logged
}

func do(t testing.TB, a *App, r *http.Request) (*http.Response, string) {
	t.Helper()
	response, err := a.fiber.Test(r, -1)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func fetch(t testing.TB, a *App, path string, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	return do(t, a, r)
}

func send(t testing.TB, a *App, path string, form url.Values, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	return do(t, a, r)
}

func pages() []string {
	open := "/proposals/" + openRevision.String()
	return []string{
		"/", "/about", "/verify", "/signin", "/proposals", "/proposals?status=voting", "/proposals?status=failed",
		open, open + "?as=" + amara.Address.Hex(), open + "?as=" + jonas.Address.Hex(), open + "/recount",
		"/proposals/" + pollRevision.String() + "?as=" + amara.Address.Hex(), "/proposals/" + reviewRevision.String(), "/proposals/" + challengeRevision.String(), "/proposals/" + finalRevision.String(), "/proposals/" + rejectedRevision.String(),
		"/receipts/12412", "/propose", "/propose?head=chat/spec", "/badges", "/badges/1", "/badges/1/request", "/requests", "/requests/12412", "/requests/12412?as=" + priya.Address.Hex(), "/requests/12412?as=" + mei.Address.Hex(), "/members/" + amara.Address.Hex(), "/members/" + jonas.Address.Hex(),
		"/documents", "/documents/chat/spec", "/documents/data/mixture", "/documents/data/gutenberg", "/documents/policy", "/compare?before=" + digestOf("old").String() + "&after=" + digestOf("base").String(), "/releases", "/releases/chat/stable/4", "/log", "/log?before=5", "/log/entries/12412",
	}
}

// unfilled finds a message key that stands where its message should, and a placeholder that nothing filled.
var unfilled = regexp.MustCompile(`\b(status|kind|choice|event|bump|decision|said|void|due|filter|way|ballot|failure|term|span|nav|request|apply|criteria|burn|badge|doc|field|hint|enum|relation|mixture|lineage|glance|compare)\.[a-z][a-z.-]+\b|\{[a-z]+\}`)

// check holds a page to what is true of all pages.
func check(t *testing.T, name, body string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	ids, headings, labels, fields := map[string]int{}, 0, map[string]bool{}, map[string]bool{}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
			switch {
			case a.Key == "style", strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: <%s> has %s, which the content security policy forbids", name, n.Data, a.Key)
			case a.Key == "href" || a.Key == "src" || a.Key == "action":
				if strings.HasPrefix(a.Val, "http") || strings.HasPrefix(a.Val, "//") || strings.HasPrefix(a.Val, "about:invalid") {
					t.Errorf("%s: <%s> points to %q, outside this server", name, n.Data, a.Val)
				}
			case a.Key == "id":
				ids[a.Val]++
			}
		}
		if n.Type == html.ElementNode {
			switch n.Data {
			case "h1":
				headings++
			case "script":
				if attributes["src"] == "" || n.FirstChild != nil {
					t.Errorf("%s: an inline script", name)
				}
			case "style":
				t.Errorf("%s: an inline style sheet", name)
			case "label":
				labels[attributes["for"]] = true
			case "input", "textarea", "select":
				if attributes["type"] != "hidden" && attributes["type"] != "radio" {
					fields[attributes["id"]] = true
				}
			case "img":
				if _, ok := attributes["alt"]; !ok {
					t.Errorf("%s: an image without alt", name)
				}
			case "th":
				if attributes["scope"] == "" {
					t.Errorf("%s: a <th> without scope", name)
				}
			case "svg":
				if attributes["aria-hidden"] == "" && attributes["aria-label"] == "" {
					t.Errorf("%s: an <svg> that says nothing and is not hidden", name)
				}
			}
		}
		if n.Type == html.TextNode && n.Parent.Data != "code" && n.Parent.Data != "textarea" {
			if found := unfilled.FindString(n.Data); found != "" {
				t.Errorf("%s: %q where words should be", name, found)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	if headings != 1 {
		t.Errorf("%s has %d <h1>", name, headings)
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: the id %q stands %d times", name, id, n)
		}
	}
	for id := range fields {
		if !labels[id] {
			t.Errorf("%s: the field %q has no label", name, id)
		}
	}
}

func TestPages(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		for _, cookie := range []string{"", "peritus_session=token; theme=dark"} {
			a, _ := newApp(t, newFixture(), nil)
			for _, path := range pages() {
				response, body := fetch(t, a, path, "Accept-Language", language, "Cookie", cookie)
				if response.StatusCode != http.StatusOK {
					t.Errorf("%s: status %d\n%s", path, response.StatusCode, body)
					continue
				}
				check(t, language+" "+path, body)
				if !strings.Contains(body, `<html lang="`+language+`"`) {
					t.Errorf("%s is not in %s", path, language)
				}
			}
		}
	}
}

// A DAO in which nothing has happened has pages, too.
func TestEmptyPages(t *testing.T) {
	f := newFixture()
	f.empty = true
	a, _ := newApp(t, f, nil)
	for _, path := range []string{"/", "/proposals", "/badges", "/documents", "/releases", "/log"} {
		response, body := fetch(t, a, path)
		if response.StatusCode != http.StatusOK || !strings.Contains(body, `class="empty"`) {
			t.Errorf("%s: status %d, or no empty state", path, response.StatusCode)
		}
		check(t, "empty "+path, body)
	}
}

func TestErrorPages(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for path, status := range map[string]int{
		"/nothing": 404, "/proposals/zz": 404, "/proposals/" + digestOf("x").String(): 404, "/badges/99": 404, "/badges/x": 404, "/badges/x/request": 404, "/requests/1": 404, "/requests/x": 404, "/requests/12412?as=zz": 422, "/members/0x12": 422,
		"/documents/none": 404, "/compare": 422, "/compare?before=" + digestOf("x").String() + "&after=" + digestOf("x").String(): 404, "/releases/chat/stable/9": 404, "/log/entries/1": 404, "/log/entries/-1": 404, "/receipts/5": 404,
		"/proposals?status=zz": 404, "/proposals/" + openRevision.String() + "?as=zz": 422, "/static/none.css": 404, "/log?before=x": 422,
	} {
		response, body := fetch(t, a, path)
		if response.StatusCode != status {
			t.Errorf("%s: status %d, want %d", path, response.StatusCode, status)
		}
		check(t, path, body)
		if got := response.Header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s: an error may be cached: %q", path, got)
		}
		response, body = fetch(t, a, path, "Accept", "application/json")
		var p Problem
		if err := json.Unmarshal([]byte(body), &p); err != nil || p.Status != status || p.Rule == "" || p.Detail == "" || response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s as JSON: %v %s", path, err, body)
		}
	}
}

// What went wrong inside is logged and never shown.
func TestInternalErrorsStayInside(t *testing.T) {
	f := newFixture()
	f.fail = fmt.Errorf("reading: %w", errors.New("password=hunter2"))
	a, logged := newApp(t, f, nil)
	for _, path := range []string{"/", "/proposals", "/api/v1/proposals"} {
		response, body := fetch(t, a, path)
		if response.StatusCode != http.StatusInternalServerError || strings.Contains(body, "hunter2") {
			t.Errorf("%s: status %d\n%s", path, response.StatusCode, body)
		}
	}
	if !strings.Contains(logged.String(), "hunter2") {
		t.Error("the cause is not in the log")
	}
}

func TestSecurityHeaders(t *testing.T) {
	a, _ := newApp(t, newFixture(), func(c *Config) { c.Secure = true })
	for _, path := range []string{"/", "/nothing", "/api/v1/proposals", "/log/checkpoint", "/static/x"} {
		response, _ := fetch(t, a, path)
		for header, want := range map[string]string{
			"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
			"Strict-Transport-Security": "max-age=63072000",
		} {
			if got := response.Header.Get(header); got != want {
				t.Errorf("%s: %s is %q", path, header, got)
			}
		}
	}
	if strings.Contains(policy, "unsafe") || !strings.HasPrefix(policy, "default-src 'none'") {
		t.Errorf("the content security policy is loose: %s", policy)
	}
}

func TestOtherSitesCannotPost(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for _, headers := range [][]string{
		{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"},
	} {
		for _, path := range []string{"/signout", "/preferences", "/demo/clock", "/proposals/" + openRevision.String() + "/vote", "/demo/wallet"} {
			if response, _ := send(t, a, path, url.Values{}, headers...); response.StatusCode != http.StatusForbidden {
				t.Errorf("%s with %v: status %d", path, headers, response.StatusCode)
			}
		}
	}
	if response, _ := send(t, a, "/preferences", url.Values{"theme": {"dark"}}, "Sec-Fetch-Site", "same-origin", "Origin", "http://example.com"); response.StatusCode != http.StatusSeeOther {
		t.Errorf("our own form: status %d", response.StatusCode)
	}
}

func TestBodiesAreLimited(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	if response, _ := send(t, a, "/preferences", url.Values{"theme": {strings.Repeat("x", smallBody)}}); response.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a large form: status %d", response.StatusCode)
	}
	if response, _ := send(t, a, "/preferences", url.Values{}, "Content-Encoding", "gzip"); response.StatusCode != http.StatusUnsupportedMediaType {
		t.Errorf("a compressed form: status %d", response.StatusCode)
	}
}

func TestFormsReturnToThisServer(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for path, want := range map[string]string{
		"/log?before=5": "/log?before=5", "": "/", "https://evil.example": "/", "//evil.example": "/", "/\\evil.example": "/", "/a\r\nSet-Cookie: b": "/",
	} {
		response, _ := send(t, a, "/preferences", url.Values{"return": {path}, "theme": {"dark"}, "language": {"de"}})
		if got := response.Header.Get("Location"); got != want {
			t.Errorf("return %q leads to %q", path, got)
		}
		for _, c := range response.Cookies() {
			if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode {
				t.Errorf("cookie %s is loose: %v", c.Name, c)
			}
		}
	}
}

func TestThemeAndLanguageAreRemembered(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	_, body := fetch(t, a, "/", "Cookie", "theme=dark; language=de", "Accept-Language", "en")
	if !strings.Contains(body, `lang="de" data-theme="dark"`) {
		t.Error("the stored choices are not used")
	}
	_, body = fetch(t, a, "/", "Cookie", `theme="><script>; language=../../etc`)
	if !strings.Contains(body, `lang="en" data-theme=""`) {
		t.Error("a made-up choice is used")
	}
}

// What a proposer writes is shown, and nothing in it runs.
func TestForeignMarkdown(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	_, body := fetch(t, a, "/proposals/"+openRevision.String())
	if !strings.Contains(body, "<strong>dose</strong>") || strings.Contains(body, "alert(1)") {
		t.Error("the summary is not rendered, or not cleaned")
	}
	for _, hostile := range []string{
		`<img src=x onerror=alert(1)>`, `[x](javascript:alert(1))`, `<a href="data:text/html,x">x</a>`, "![x](https://evil.example/pixel.png)",
		`<p style="position:fixed">x</p>`, `<svg onload=alert(1)>`, `<form action="/signout"><button>x</button></form>`, `<div id="vote">x</div>`,
	} {
		var b bytes.Buffer
		if err := foreignMarkdown(hostile).Render(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		if regexp.MustCompile(`(?i)<img|onerror|javascript:|data:|style=|<svg|<form|id=`).Match(b.Bytes()) {
			t.Errorf("%q becomes %q", hostile, b.String())
		}
	}
}

func TestStaticFiles(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	_, home := fetch(t, a, "/")
	sheet := regexp.MustCompile(`/static/peritus\.[0-9a-f]{12}\.css`).FindString(home)
	response, css := fetch(t, a, sheet)
	if response.StatusCode != http.StatusOK || response.Header.Get("Cache-Control") != forever || !strings.HasPrefix(response.Header.Get("Content-Type"), "text/css") {
		t.Errorf("%s: %d %v", sheet, response.StatusCode, response.Header)
	}
	fonts := regexp.MustCompile(`/static/fonts/[a-z0-9-]+\.[0-9a-f]{12}\.woff2`).FindAllString(css, -1)
	if len(fonts) != 3 || strings.Contains(css, `url("fonts/`) {
		t.Errorf("fonts %v", fonts)
	}
	for _, font := range fonts {
		if response, _ := fetch(t, a, font); response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "font/woff2" {
			t.Errorf("%s: %d %v", font, response.StatusCode, response.Header)
		}
	}
	if strings.Contains(css, "http:") || strings.Contains(css, "https:") {
		t.Error("the stylesheet asks another origin")
	}
}

func TestETagAndCompression(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	response, plain := fetch(t, a, "/proposals")
	etag := response.Header.Get("ETag")
	if !strings.HasPrefix(etag, `W/"`) {
		t.Fatalf("ETag %q", etag)
	}
	if response, body := fetch(t, a, "/proposals", "If-None-Match", `"x", `+etag); response.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("status %d with %d bytes", response.StatusCode, len(body))
	}
	if got := response.Header.Get("Cache-Control"); got != "private, no-cache" {
		t.Errorf("Cache-Control %q", got)
	}
	response, packed := fetch(t, a, "/proposals", "Accept-Encoding", "gzip")
	if response.Header.Get("Content-Encoding") != "gzip" {
		t.Fatal("not compressed")
	}
	r, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if unpacked, err := io.ReadAll(r); err != nil || string(unpacked) != plain {
		t.Error("the compressed page differs")
	}
}

func TestLogFiles(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for _, c := range []struct {
		path, kind, caching string
		status              int
	}{
		{"/log/checkpoint", "text/plain; charset=utf-8", briefly, 200},
		{"/log/tile/0/000", "application/octet-stream", forever, 200},
		{"/log/tile/0/001", "application/problem+json", "no-store", 404},
		{"/log/genesis.json", "application/json", forever, 200},
		{"/blob/sha256/" + digestOf(`{"a":1}`).String(), "application/json", forever, 200},
		{"/blob/sha256/" + digestOf("x").String(), "application/problem+json", "no-store", 404},
		{"/blob/sha256/zz", "application/problem+json", "no-store", 404},
		{"/tuf/timestamp.json", "application/problem+json", "no-store", 404},
	} {
		response, _ := fetch(t, a, c.path)
		if response.StatusCode != c.status || response.Header.Get("Content-Type") != c.kind || response.Header.Get("Cache-Control") != c.caching {
			t.Errorf("%s: %d %q %q", c.path, response.StatusCode, response.Header.Get("Content-Type"), response.Header.Get("Cache-Control"))
		}
	}
	if _, body := fetch(t, a, "/log/checkpoint"); body != fixtureCheckpoint {
		t.Error("the checkpoint is not served byte for byte")
	}
}

func TestRanges(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for header, want := range map[string]string{
		"bytes=0-3": "demo", "bytes=5-11": "peritus", "bytes=-5": "YQ8=\n", "bytes=190-": fixtureCheckpoint[190:], "bytes=0-99999": fixtureCheckpoint,
		"bytes=-99999": fixtureCheckpoint,
	} {
		response, body := fetch(t, a, "/log/checkpoint", "Range", header, "Accept-Encoding", "gzip")
		if response.StatusCode != http.StatusPartialContent || body != want || !strings.HasPrefix(response.Header.Get("Content-Range"), "bytes ") {
			t.Errorf("%s: %d %q %q", header, response.StatusCode, response.Header.Get("Content-Range"), body)
		}
	}
	for _, header := range []string{"bytes=99999-", "bytes=-0", "bytes=99999999999999999999-"} {
		response, body := fetch(t, a, "/log/checkpoint", "Range", header)
		if response.StatusCode != http.StatusRequestedRangeNotSatisfiable || strings.Contains(body, "peritus") {
			t.Errorf("%s: %d %q", header, response.StatusCode, body)
		}
	}
	// What is written in another way is ignored (RFC 9110, 14.2).
	for _, header := range []string{"bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "bytes=--1", "bytes=-", "bytes"} {
		response, body := fetch(t, a, "/log/checkpoint", "Range", header)
		if response.StatusCode != http.StatusOK || body != fixtureCheckpoint {
			t.Errorf("%s: %d %q", header, response.StatusCode, body)
		}
	}
}

// Static files have strong tags: a client that has one gets 304, and goes on with a range only if the file is still the same.
func TestStaticFilesHaveStrongTags(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	response, _ := fetch(t, a, "/log/checkpoint", "Accept-Encoding", "gzip")
	tag := response.Header.Get("ETag")
	if !strings.HasPrefix(tag, `"`) || response.Header.Get("Content-Encoding") != "" {
		t.Fatalf("ETag %q, Content-Encoding %q", tag, response.Header.Get("Content-Encoding"))
	}
	for _, known := range []string{tag, "W/" + tag, `"x", ` + tag, "*"} {
		if response, body := fetch(t, a, "/log/checkpoint", "If-None-Match", known, "Range", "bytes=0-3"); response.StatusCode != http.StatusNotModified || body != "" || response.Header.Get("ETag") != tag {
			t.Errorf("If-None-Match %s: %d %q", known, response.StatusCode, body)
		}
	}
	if response, body := fetch(t, a, "/log/checkpoint", "Range", "bytes=0-3", "If-Range", tag); response.StatusCode != http.StatusPartialContent || body != "demo" {
		t.Errorf("If-Range with the same tag: %d %q", response.StatusCode, body)
	}
	for _, other := range []string{`"x"`, "W/" + tag, "Sun, 22 Nov 2026 16:00:00 GMT"} {
		if response, body := fetch(t, a, "/log/checkpoint", "Range", "bytes=0-3", "If-Range", other); response.StatusCode != http.StatusOK || body != fixtureCheckpoint {
			t.Errorf("If-Range %s: %d %q", other, response.StatusCode, body)
		}
	}
}

// A vote without any script: address, choice, signature, receipt.
func TestVoteByPastedSignature(t *testing.T) {
	f := newFixture()
	a, logged := newApp(t, f, nil)
	base := "/proposals/" + openRevision.String()
	_, body := fetch(t, a, base+"?as="+amara.Address.Hex())
	if !strings.Contains(body, "61") || !strings.Contains(body, "counts 81.25 of 100") || strings.Index(body, "counts 81.25") > strings.Index(body, `name="choice"`) {
		t.Error("the weight and its reasons do not stand before the choice")
	}
	reason := "Because “of” <evidence>."
	response, body := send(t, a, base+"/sign", url.Values{"voter": {amara.Address.Hex()}, "choice": {"for"}, "reason": {reason}})
	if response.StatusCode != http.StatusOK {
		t.Fatalf("status %d\n%s", response.StatusCode, body)
	}
	check(t, "sign", body)
	form := url.Values{"signature": {" 0x" + strings.Repeat("1", 130) + "\r\n"}}
	for _, m := range regexp.MustCompile(`<input type="hidden" name="([a-z]+)" value="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		form.Set(m[1], html.UnescapeString(m[2]))
	}
	response, body = send(t, a, base+"/vote", form)
	if response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/receipts/12412" {
		t.Fatalf("status %d, %q\n%s", response.StatusCode, response.Header.Get("Location"), body)
	}
	want := SignedBallot{Revision: openRevision, Voter: amara.Address, Choice: "for", Reason: reason, Sequence: 1, Expires: fixtureNow + 86400, Signature: "0x" + strings.Repeat("1", 130)}
	if len(f.ballots) != 1 || f.ballots[0] != want {
		t.Errorf("cast %+v", f.ballots)
	}
	response, body = fetch(t, a, "/receipts/12412.json")
	if response.Header.Get("Content-Disposition") != `attachment; filename="peritus-receipt-12412.json"` || body != `{"schema":"peritus/receipt/v1"}` {
		t.Errorf("receipt file: %v %s", response.Header, body)
	}
	form.Set("signature", "0x12")
	response, body = send(t, a, base+"/vote", form, "Referer", "http://example.com/proposals/x", "Host", "example.com")
	if response.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "signature-length") {
		t.Errorf("a short signature: status %d", response.StatusCode)
	}
	check(t, "refused", body)
	if strings.Contains(logged.String(), "evidence") || strings.Contains(logged.String(), strings.Repeat("1", 130)) {
		t.Error("a ballot's content is in the request log")
	}
}

// A proposal without any script: text, preview, signature.
func TestProposeByPastedSignature(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	form := url.Values{"head": {"chat/spec"}, "proposer": {amara.Address.Hex()}, "title": {""}, "summary": {"a\r\nb"}, "document:chat/spec": {`{"a": 1}`}}
	if response, body := send(t, a, "/propose/sign", form); response.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "proposal-title") {
		t.Errorf("without a title: %d", response.StatusCode)
	}
	form.Set("title", "Take more care")
	response, body := send(t, a, "/propose/sign", form)
	if response.StatusCode != http.StatusOK || !strings.Contains(body, "kindly") || !strings.Contains(body, "Experts in safety") {
		t.Fatalf("status %d\n%s", response.StatusCode, body)
	}
	check(t, "sign proposal", body)
	signed := url.Values{"signature": {"0x" + strings.Repeat("1", 130)}}
	for _, m := range regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		signed.Set(m[1], html.UnescapeString(m[2]))
	}
	if signed.Get("document:chat/spec") != `{"a": 1}` || signed.Get("summary") != "a\nb" || signed.Get("titleSalt") == "" {
		t.Errorf("the form carries %v", signed)
	}
	if response, _ := send(t, a, "/propose", signed); response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/proposals/"+openRevision.String() {
		t.Errorf("status %d, %q", response.StatusCode, response.Header.Get("Location"))
	}
}

func TestSignInAndOut(t *testing.T) {
	a, _ := newApp(t, newFixture(), func(c *Config) { c.Secure = true })
	response, body := send(t, a, "/signin/message", url.Values{"address": {amara.Address.Hex()}})
	if response.StatusCode != http.StatusOK || !strings.Contains(body, "wants you to sign in") {
		t.Fatalf("status %d", response.StatusCode)
	}
	check(t, "message", body)
	response, _ = send(t, a, "/signin", url.Values{"message": {"a\r\nb"}, "signature": {"0x"}})
	cookies := response.Cookies()
	if response.StatusCode != http.StatusSeeOther || len(cookies) != 1 || cookies[0].Name != "__Host-peritus_session" || cookies[0].Path != "/" || cookies[0].Domain != "" || !cookies[0].HttpOnly || !cookies[0].Secure || cookies[0].SameSite != http.SameSiteLaxMode {
		t.Fatalf("%d %v", response.StatusCode, cookies)
	}
	if _, body := fetch(t, a, "/", "Cookie", "__Host-peritus_session=token"); !strings.Contains(body, amara.Name) {
		t.Error("signed in, and the page does not say as whom")
	}
	if response, _ := send(t, a, "/signout", url.Values{}, "Cookie", "__Host-peritus_session=token"); response.StatusCode != http.StatusSeeOther {
		t.Errorf("sign out: %d", response.StatusCode)
	}
	if _, body := fetch(t, a, "/", "Cookie", "__Host-peritus_session=token"); strings.Contains(body, amara.Name) {
		t.Error("signed out, and still there")
	}
}

func TestDemoIsForTheDemoAlone(t *testing.T) {
	a, _ := newApp(t, newFixture(), func(c *Config) { c.Demo = nil })
	for _, path := range []string{"/demo/accounts", "/demo/wallet", "/demo/clock"} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			if response, _ := do(t, a, httptest.NewRequest(method, path, nil)); response.StatusCode != http.StatusNotFound {
				t.Errorf("%s %s: %d", method, path, response.StatusCode)
			}
		}
	}
	_, body := fetch(t, a, "/signin")
	if strings.Contains(body, "demo-wallet") || strings.Contains(body, `class="demo"`) {
		t.Error("the demo shows outside the demo")
	}
	a, _ = newApp(t, newFixture(), nil)
	if response, _ := send(t, a, "/demo/clock", url.Values{"seconds": {"99999999"}}); response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a leap of years: %d", response.StatusCode)
	}
}

// A count by any method stands on its page step by step, and the files that it offers give it again.
func TestRecountOfEveryMethod(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for method, says := range map[tally.Method][]string{
		tally.Single:          {">122 "},
		tally.Approval:        {">164.5 "},
		tally.RankedIRV:       {"Round 1: nobody has more than half. gentle has the least, 61, and leaves. Of its weight 61 goes to plain.", "plain has 164.5, more than half of the 245.5 that still count, and wins", "place 2"},
		tally.RankedCondorcet: {"1. plain over status-quo", "locked", "· "},
		tally.Weighted:        {">36.6 ", ">20/3 ", ">2333/30 "},
		tally.Quadratic:       {"58 of 61", "bought more votes than this body’s weight pays for: 25 of 20.", "does not count here"},
		tally.Mixture:         {"33.3333333333%", "33.3333333334%", "per unit of weight"},
	} {
		href := "/proposals/" + digestOf("poll "+string(method)).String()
		response, body := fetch(t, a, href+"/recount")
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: %d %s", method, response.StatusCode, body)
			continue
		}
		check(t, string(method), body)
		for _, s := range says {
			if !strings.Contains(body, s) {
				t.Errorf("%s: the page does not say %q", method, s)
			}
		}
		for chamber := range 3 {
			name := []string{"experts", "experts/safety", "experts/nlp"}[chamber]
			_, body := fetch(t, a, href+"/ballots.json?chamber="+name)
			p, err := tally.Parse([]byte(body), "", "")
			if err != nil {
				t.Errorf("%s: %v", method, err)
				continue
			}
			if got, want := p.Count(), newFixture().poll(method, chamber).Count; !reflect.DeepEqual(got, want) {
				t.Errorf("%s in %s: the file counts as\n%+v, and the page says\n%+v", method, name, got, want)
			}
		}
		_, body = fetch(t, a, href+"/ballots.json?against=status-quo")
		if m, err := tally.MethodOf([]byte(body)); err != nil || m != tally.Threshold || strings.Contains(body, "gentle") {
			t.Errorf("%s against the status quo: %v %s", method, err, body)
		}
	}
	if response, _ := fetch(t, a, "/proposals/"+openRevision.String()+"/ballots.json?against=status-quo"); response.StatusCode != http.StatusNotFound {
		t.Errorf("a comparison that does not exist: %d", response.StatusCode)
	}
}

func TestRecountFile(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	path := "/proposals/" + openRevision.String() + "/ballots.json?chamber="
	_, body := fetch(t, a, path+"experts/nlp")
	var file struct {
		Method  string
		Ballots []struct{ Voter, Weight, Choice string }
	}
	if err := json.Unmarshal([]byte(body), &file); err != nil || file.Method != "threshold" || len(file.Ballots) != 1 || file.Ballots[0].Weight != "20500000" {
		t.Errorf("%v %s", err, body)
	}
	if response, _ := fetch(t, a, path+"none"); response.StatusCode != http.StatusNotFound {
		t.Errorf("a body that does not exist: %d", response.StatusCode)
	}
}

func TestAPI(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	_, body := fetch(t, a, "/api/openapi.json")
	var api struct {
		OpenAPI string
		Paths   map[string]map[string]any
	}
	if err := json.Unmarshal([]byte(body), &api); err != nil || !strings.HasPrefix(api.OpenAPI, "3.1") {
		t.Fatalf("%v %s", err, api.OpenAPI)
	}
	n := 0
	fill := strings.NewReplacer("{revision}", openRevision.String(), "{index}", "12412", "{type}", "1", "{address}", amara.Address.Hex())
	for path, operations := range api.Paths {
		n += len(operations)
		if operations["get"] == nil {
			continue
		}
		response, body := fetch(t, a, fill.Replace(path)+"?member="+amara.Address.Hex())
		if response.StatusCode != http.StatusOK || !json.Valid([]byte(body)) {
			t.Errorf("%s: %d %s", path, response.StatusCode, body)
		}
	}
	if n != 35 {
		t.Errorf("%d operations are described", n)
	}
	// A weight is a decimal string of millionths, a zero time is left out.
	_, body = fetch(t, a, "/api/v1/proposals/"+reviewRevision.String())
	if !strings.Contains(body, `"total":"412500000"`) || strings.Contains(body, "1970-01-01") {
		t.Errorf("%s", body)
	}
	for _, c := range []struct{ path, body, rule string }{
		{"/ballots/prepare", `{"voter":"` + amara.Address.Hex() + `","choice":"perhaps"}`, "ballot-choice"},
		{"/ballots/prepare", `{"voter":"x","choice":"for"}`, "request-schema"},
		{"/ballots/prepare", `{"voter":"` + amara.Address.Hex() + `","choice":"for","more":1}`, "request-schema"},
		{"/ballots/prepare", `{`, "request-schema"},
		{"/ballots", `{"voter":"` + amara.Address.Hex() + `","choice":"for","sequence":1,"expires":"2026-11-23T13:00:00Z","signature":"0x"}`, "signature-length"},
		{"/acts/prepare", `{"member":"` + amara.Address.Hex() + `","act":"object: taste"}`, "act-ground"},
		{"/acts/prepare", `{"member":"` + amara.Address.Hex() + `"}`, "request-schema"},
		{"/acts", `{"member":"` + amara.Address.Hex() + `","act":"recuse","sequence":1,"expires":"2026-11-23T13:00:00Z","signature":"0x"}`, "signature-length"},
		{"/ballots", `{"voter":"` + amara.Address.Hex() + `","choice":"for","sequence":1,"expires":"tomorrow","signature":"0x"}`, "request-schema"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/api/v1/proposals/"+openRevision.String()+c.path, strings.NewReader(c.body))
		r.Header.Set("Content-Type", "application/json")
		response, body := do(t, a, r)
		var p Problem
		if err := json.Unmarshal([]byte(body), &p); err != nil || p.Rule != c.rule || p.Status != response.StatusCode || p.Status < 400 || p.Status >= 500 ||
			response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", c.body, response.StatusCode, body)
		}
	}
	// A ballot that is sent again is answered with the receipt of the first time, and the status says so.
	const path = "/api/v1/proposals/{revision}/ballots"
	responses := api.Paths[path]["post"].(map[string]any)["responses"].(map[string]any)
	for _, status := range []int{http.StatusCreated, http.StatusOK, http.StatusOK} {
		r := httptest.NewRequest(http.MethodPost, fill.Replace(path), strings.NewReader(`{"voter":"`+amara.Address.Hex()+
			`","choice":"for","sequence":1,"expires":"2026-11-23T13:00:00Z","signature":"0x`+strings.Repeat("1", 130)+`"}`))
		r.Header.Set("Content-Type", "application/json")
		if response, body := do(t, a, r); response.StatusCode != status || !strings.Contains(body, "peritus/receipt/v1") || responses[strconv.Itoa(status)] == nil {
			t.Errorf("a ballot is answered with %d, not %d: %s", response.StatusCode, status, body)
		}
	}
}

// A body has one reading, and its documents keep their meaning.
func TestBodiesAreStrict(t *testing.T) {
	const voter = `"voter":"0x00000000000000000000000000000000000000aa"`
	for _, c := range []struct {
		body, field string
		rules       []string
	}{
		{`{` + voter + `,"choice":"for","reason":"e\u0301"}`, "", nil}, // any form of Unicode: it is signed by its bytes
		{` {"choice":"", ` + voter + `} `, "", nil},
		{`{` + voter + `}`, "choice", []string{"required"}},
		{`{"choice":"for"}`, "voter", []string{"required"}},
		{`{` + voter + `,"choice":"for","choice":"for"}`, "choice", []string{"duplicate-key"}},
		{`{` + voter + `,"CHOICE":"for"}`, "CHOICE", []string{"unknown-field"}},
		{`{` + voter + `,"choice":null,"reason":7}`, "choice", []string{"type", "type"}},
		{`{` + voter + `,"choice":"\udc00"}`, "choice", []string{"surrogate"}},
		{`{` + voter + `,"choice":"` + "\xc3" + `"}`, "choice", []string{"utf-8"}},
		{`{"voter":"aa","choice":"for"}`, "voter", []string{"format"}},
		{`{` + voter + `,"choice":"for"}x`, "", []string{"trailing-data"}},
		{`[[]]`, "", []string{"type"}},
		{strings.Repeat("[", 99), "", []string{"depth"}},
	} {
		var got prepareBallot
		err := (&Posted{RawBody: []byte(c.body)}).read(&got)
		var p *Problem
		if !errors.As(err, &p) {
			p = &Problem{}
		}
		var rules []string
		for _, f := range p.Problems {
			rules = append(rules, f.Rule)
		}
		if p.Field != c.field || !slices.Equal(rules, c.rules) {
			t.Errorf("%s: field %q and rules %v, want %q and %v: %v", c.body, p.Field, rules, c.field, c.rules, err)
		}
	}
	for _, kind := range []string{"text/json", "application/x-www-form-urlencoded", ";", "application/jsonx"} {
		var p *Problem
		if err := (&Posted{ContentType: kind, RawBody: []byte(`{}`)}).read(&cosign{}); !errors.As(err, &p) || p.Status != http.StatusUnsupportedMediaType || p.Rule != "content-type" {
			t.Errorf("%q is taken: %v", kind, err)
		}
	}
	long := strings.Repeat("x", 1<<20)
	body := `{"proposer":"0x00000000000000000000000000000000000000aa","title":"t","summary":"s","documents":{"a/b":{"text":"` + long + `","n":[1,-2],"é":"\u00e9"}},"texts":["e\u0301"]}`
	var got prepareProposal
	if err := (&Posted{ContentType: "application/json; charset=utf-8", RawBody: []byte(body)}).read(&got); err != nil {
		t.Fatal(err)
	}
	if want := `{"n":[1,-2],"text":"` + long + `","é":"é"}`; string(got.Documents["a/b"]) != want || got.Texts[0] != "e\u0301" {
		t.Error("the document or the text has changed")
	}
	var p *Problem
	nested := strings.Replace(body, `"n":[1,-2]`, `"n":0.5`, 1)
	if err := (&Posted{RawBody: []byte(nested)}).read(&got); !errors.As(err, &p) || p.Rule != "document" || p.Field != "documents" || p.Problems[0].Path != "/documents/a~1b/n" {
		t.Errorf("a fraction in a document: %+v", p)
	}
}

func TestMethods(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	revision := "/api/v1/proposals/" + openRevision.String()
	for _, path := range []string{"/api/v1/proposals", "/api/v1/status", revision, "/api/openapi.json"} {
		_, want := fetch(t, a, path)
		response, body := do(t, a, httptest.NewRequest(http.MethodHead, path, nil))
		if response.StatusCode != http.StatusOK || body != "" || response.ContentLength != int64(len(want)) {
			t.Errorf("HEAD %s: %d with %d bytes of %d", path, response.StatusCode, len(body), response.ContentLength)
		}
	}
	for _, c := range []struct{ method, path, allow string }{
		{http.MethodDelete, revision, "GET, HEAD"}, {http.MethodPut, "/api/v1/proposals", "GET, HEAD, POST"}, {http.MethodGet, revision + "/ballots/prepare", "POST"},
		{http.MethodHead, "/api/v1/cosignatures", "POST"}, {http.MethodPost, "/log/checkpoint", "GET, HEAD"}, {http.MethodPatch, "/api/v1/none", ""},
	} {
		response, body := do(t, a, httptest.NewRequest(c.method, c.path, nil))
		status := http.StatusMethodNotAllowed
		if c.allow == "" {
			status = http.StatusNotFound
		}
		allow := strings.Split(response.Header.Get("Allow"), ", ")
		slices.Sort(allow)
		if response.StatusCode != status || strings.Join(allow, ", ") != c.allow {
			t.Errorf("%s %s: %d, Allow %v\n%s", c.method, c.path, response.StatusCode, allow, body)
		}
	}
}

func TestNumbersAndWordsInAddresses(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for _, c := range []struct {
		path   string
		status int
		field  string
	}{
		{"/api/v1/badges/1", 200, ""}, {"/api/v1/badges/4294967297", 404, "type"}, {"/api/v1/badges/-1", 422, "type"}, {"/api/v1/badges/18446744073709551617", 422, "type"},
		{"/api/v1/proposals?status=no-quorum", 200, ""}, {"/api/v1/proposals?status=", 200, ""}, {"/api/v1/proposals?status=zzz", 422, "status"},
		{"/api/v1/members/" + amara.Address.Hex(), 200, ""}, {"/api/v1/members/0x12", 422, "address"}, {"/api/v1/receipts/-1", 422, "index"},
	} {
		response, body := fetch(t, a, c.path)
		var p Problem
		if c.status != http.StatusOK {
			if err := json.Unmarshal([]byte(body), &p); err != nil {
				t.Error(err)
			}
		}
		if response.StatusCode != c.status || p.Field != c.field || c.field == "status" && !strings.Contains(p.Detail, "no-quorum") {
			t.Errorf("%s: %d %s", c.path, response.StatusCode, body)
		}
	}
	for s, want := range map[string]document.Time{"2026-11-22T13:00:00Z": 1795352400, "2026-11-22T13:00:00.5Z": 0, "2026-11-22T13:00:00,0Z": 0, "2026-11-22T13:00:00+00:00": 0, "0000-01-01T00:00:00Z": 0} {
		if got, err := timeOf(s, "expires"); got != want || (err == nil) != (want != 0) {
			t.Errorf("%s is %d: %v", s, got, err)
		}
	}
}

func TestEveryCodeHasAStatus(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	for code, status := range map[refusal.Code]int{
		refusal.Invalid: 422, refusal.NotFound: 404, refusal.Conflict: 409, refusal.Forbidden: 403, refusal.Unauthenticated: 401,
		refusal.RateLimited: 429, refusal.Closed: 409, refusal.Unavailable: 503, refusal.Internal: 500, "made-up": 500,
	} {
		p := a.problem(t.Context(), "/x", refusal.New(code, "a-rule", "a-field", "A sentence."))
		if p.Status != status || p.Type != "/problems/a-rule" || p.Field != "a-field" || p.Detail != "A sentence." {
			t.Errorf("%s: %+v", code, p)
		}
	}
	problems := document.Problems{{Path: "/a", Rule: "r", Detail: "d"}}
	if p := a.problem(t.Context(), "/x", refusal.New(refusal.Invalid, "document", "", "it is wrong: %w", problems)); len(p.Problems) != 1 {
		t.Errorf("the findings are lost: %+v", p)
	}
}

func TestHealthAndMetrics(t *testing.T) {
	broken := errors.New("the database is away")
	var state error
	a, _ := newApp(t, newFixture(), func(c *Config) { c.Ready = func(context.Context) error { return state } })
	for _, c := range []struct {
		path   string
		state  error
		status int
	}{{"/healthz", broken, 200}, {"/readyz", nil, 200}, {"/readyz", broken, 503}} {
		state = c.state
		if response, _ := fetch(t, a, c.path); response.StatusCode != c.status {
			t.Errorf("%s: %d", c.path, response.StatusCode)
		}
	}
	fetch(t, a, "/made/up/by/somebody")
	w := httptest.NewRecorder()
	a.Metrics().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if body := w.Body.String(); !strings.Contains(body, `peritus_http_requests_total{method="GET",route="/healthz",status="200"} 1`) || strings.Contains(body, "somebody") {
		t.Error("the metrics lack a route, or have one that a visitor made up")
	}
	if response, _ := fetch(t, a, "/metrics"); response.StatusCode != http.StatusNotFound {
		t.Errorf("metrics on the public listener: %d", response.StatusCode)
	}
}

func TestCompareWords(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""}, {"a", ""}, {"", "b"}, {"a b c", "a x c"}, {"Refuse. Say why.", "Refuse kindly. Say why."}, {"ein  Wort\nmehr", "ein Wort\nweniger"},
		{strings.Repeat("a ", 2000), strings.Repeat("b ", 2000)}, {"ä—ö", "ä–ö"},
	} {
		var before, after strings.Builder
		for _, part := range compareWords(c[0], c[1]) {
			if part.Op != "ins" {
				before.WriteString(part.Text)
			}
			if part.Op != "del" {
				after.WriteString(part.Text)
			}
		}
		if before.String() != c[0] || after.String() != c[1] {
			t.Errorf("%q and %q became %q and %q", c[0], c[1], before.String(), after.String())
		}
	}
	parts := compareWords("Refuse. Say why.", "Refuse kindly. Say why.")
	if len(parts) != 3 || parts[1].Op != "ins" || parts[1].Text != " kindly" {
		t.Errorf("%+v", parts)
	}
}

func TestAddedPartsStandTogether(t *testing.T) {
	law := []Share{{Domain: "law", Points: 1}}
	got := together([]Change{
		{Path: "/a", Op: "add", After: json.RawMessage(`1`)}, {Path: "/b", Op: "add", After: json.RawMessage(`2`)},
		{Path: "/c/x/domain", Op: "add", After: json.RawMessage(`"law"`), Domains: law}, {Path: "/c/x/text", Op: "add", After: json.RawMessage(`"Ask."`), Domains: law},
		{Path: "/c/x/other", Op: "add", After: json.RawMessage(`1`)},
		{Path: "/c/y", Op: "replace"}, {Path: "/c/z", Op: "replace"},
		{Path: "/d/p", Op: "remove", Before: json.RawMessage(`1`)}, {Path: "/d/q~1r", Op: "remove", Before: json.RawMessage(`2`)},
	})
	var lines []string
	for _, c := range got {
		lines = append(lines, c.Op+" "+c.Path+" "+string(c.Before)+string(c.After))
	}
	want := []string{"add /a 1", "add /b 2", `add /c/x {"domain":"law","text":"Ask."}`, "add /c/x/other 1", "replace /c/y ", "replace /c/z ", `remove /d {"p":1,"q/r":2}`}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func FuzzSplitWords(f *testing.F) {
	f.Add("a b  c.\n")
	f.Add("\xff\xfe é")
	f.Fuzz(func(t *testing.T, s string) {
		if got := strings.Join(splitWords(s), ""); got != s {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

// Names of fields are words in the language of the page; ids that people chose stay as they are.
func TestPlacesAndValuesInWords(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	en, de := presenter{Locale: a.languages.Choose("en", ""), now: fixtureNow}, presenter{Locale: a.languages.Choose("de", ""), now: fixtureNow}
	for path, want := range map[string]string{
		"/inference/sampling/topP": "Inference › Sampling › Top-p", "/behaviour/systemPrompt": "Behaviour › System prompt", "/a~1b/c~0d": "a/b › C~d", "/spdxID": "Spdx ID", "": "",
		"/weights/files/model.safetensors/sha256": "Weights › Files › model.safetensors › Fingerprint (SHA-256)", "/behaviour/clauses/sources/text": "Behaviour › Clause › sources › Text",
		"/languages/gsw": "Languages › Swiss German (gsw)", "/unheardOf": "Unheard of",
	} {
		if got := en.words(path); got != want {
			t.Errorf("%q reads %q, want %q", path, got, want)
		}
	}
	if got := de.words("/behaviour/systemPrompt"); got != "Verhalten › Systemanweisung" {
		t.Error(got)
	}
	for _, c := range []struct{ path, raw, want string }{
		{"/stages/one/sources/a/weight", "217821782178", "21.7821%"}, {"/stages/one/sources/a/weight", "370", "0.000000037%"}, {"/stages/one/sources/a/maximum", "1000000000000", "100%"},
		{"/weights/files/a/size", "1048576", "1\u202fMB (1\u202f048\u202f576 bytes)"}, {"/weights/files/a/size", "1", "1 byte"}, {"/size/bytes", "0", "not known"}, {"/kinds/x/rules/voting", "432000", "5 days"},
		{"/rollout/stages/first/percent", "25", "25%"}, {"/training/cutOff", `"2019-12-31"`, "31 December 2019"}, {"/evaluations/a/result/measured", `"2026-10-30T11:00:00Z"`, "30 October 2026, 11:00 UTC"},
		{"/languages/en", `"full"`, "full"}, {"/languages/en", `"0.25"`, "25% of the text"}, {"/evaluations/a/comparator", `">="`, "at least"}, {"/behaviour/clauses/x/text", `"full"`, "full"},
		{"/behaviour/clauses/x", `{"text":"Ask.","domain":"law"}`, "Text: Ask.\nField: law"}, {"/weight/memberFloor", `"1500000"`, "1.5"}, {"/weight/levelPower", `["10000000","20500000"]`, "10; 20.5"}, {"/inference/stop", `[]`, "(empty list)"},
		{"/x", `{"a":{"b":1}}`, "A:\n  B: 1"}, {"/x", "null", "none"}, {"/x", "12345678901234567890", "12345678901234567890"},
	} {
		if got := en.value(c.path, json.RawMessage(c.raw)); got != c.want {
			t.Errorf("%s at %s reads %q, want %q", c.raw, c.path, got, c.want)
		}
	}
}

// Whatever a document says stands on its page, once, with the version that decided it.
func TestDocumentsAreShownWhole(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	p := presenter{Locale: a.languages.Choose("en", ""), now: fixtureNow}
	for _, head := range []string{"chat/spec", "data/mixture", "data/gutenberg", "policy"} {
		d, err := a.service.Document(t.Context(), head, document.Digest{})
		if err != nil {
			t.Fatal(err)
		}
		sections := p.sections(d)
		if len(sections) < 3 {
			t.Errorf("%s has %d sections", head, len(sections))
		}
		leaves, err := document.Diff(nil, d.Raw)
		if err != nil {
			t.Fatal(err)
		}
		shown := map[string]bool{}
		for _, s := range sections {
			if s.ID == "part-rest" {
				t.Errorf("%s: nobody has thought of %+v", head, s.Blocks)
			}
			for _, b := range s.Blocks {
				for _, f := range b.Fields {
					if shown[f.ID] || f.Text == "" || f.Label == "" || f.By == nil {
						t.Errorf("%s: %s stands twice, is empty or has no author: %+v", head, f.ID, f)
					}
					shown[f.ID] = true
				}
				if b.Table == nil {
					continue
				}
				for _, row := range b.Table.Rows {
					shown[row.ID] = true
				}
			}
		}
		for _, leaf := range leaves {
			there := false
			for at := leaf.Path; at != "" && !there; at = parentOf(at) {
				there = shown[at]
			}
			if !there {
				t.Errorf("%s: %s is not shown", head, leaf.Path)
			}
		}
	}
}

// Every method has a ballot of plain controls, and what is filled in becomes the words that the method reads.
func TestBallotsOverOptions(t *testing.T) {
	f := newFixture()
	a, _ := newApp(t, f, nil)
	href := "/proposals/" + pollRevision.String()
	for _, c := range []struct {
		method, form string
		fields       url.Values
		want         string
	}{
		{"single", `type="radio" name="choice" value="gentle"`, url.Values{"choice": {"plain"}}, "plain"},
		{"approval", `type="checkbox" id="option-gentle"`, url.Values{"option-status-quo": {"on"}, "option-gentle": {"on"}}, "gentle, status-quo"},
		{"ranked-irv", `<select id="option-gentle"`, url.Values{"option-status-quo": {"2"}, "option-gentle": {"3"}, "option-plain": {"1"}}, "plain &gt; status-quo &gt; gentle"},
		{"ranked-condorcet", `<select id="option-gentle"`, url.Values{"option-status-quo": {"2"}, "option-gentle": {"2"}, "option-plain": {"1"}}, "plain &gt; gentle = status-quo"},
		{"ranked-irv", `<select id="option-gentle"`, url.Values{"option-plain": {""}}, "(none)"},
		{"weighted", `type="number"`, url.Values{"option-gentle": {"60"}, "option-plain": {"40"}, "option-status-quo": {"0"}}, "gentle=60, plain=40"},
		{"quadratic", `type="number"`, url.Values{"option-plain": {"3"}}, "plain=3"},
		{"mixture", `type="number"`, url.Values{"option-plain": {"1"}, "option-gentle": {"2"}}, "gentle=2, plain=1"},
	} {
		f.method = c.method
		_, body := fetch(t, a, href+"?as="+amara.Address.Hex())
		check(t, c.method, body)
		if !strings.Contains(body, c.form) || !strings.Contains(body, "225.5 of ") {
			t.Errorf("%s: the ballot or the count is not on the page", c.method)
		}
		c.fields.Set("voter", amara.Address.Hex())
		response, body := send(t, a, href+"/sign", c.fields)
		if response.StatusCode != http.StatusOK || !strings.Contains(body, `name="choice" value="`+c.want+`"`) {
			t.Errorf("%s: status %d, and not the words %q", c.method, response.StatusCode, c.want)
		}
	}
	f.method = "weighted"
	if response, _ := send(t, a, href+"/sign", url.Values{"voter": {amara.Address.Hex()}, "option-plain": {"-1"}}); response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a negative amount: status %d", response.StatusCode)
	}
	// The ballot that counts is filled in.
	f.method, f.ballots = "ranked-irv", []SignedBallot{{Choice: "plain > gentle = status-quo"}}
	_, body := fetch(t, a, href+"?as="+amara.Address.Hex())
	if n := strings.Count(body, `value="2" selected`); n != 2 {
		t.Errorf("%d options are shown in the second place, not 2", n)
	}
}

// A long list comes in parts that lead to each other and lose nothing.
func TestLongListsComeInParts(t *testing.T) {
	f := newFixture()
	a, _ := newApp(t, f, nil)
	f.many = 53
	seen, path, parts := map[string]bool{}, "/proposals?status=voting", 0
	next := regexp.MustCompile(`<a href="([^"]+)" rel="next"`)
	for ; path != ""; parts++ {
		response, body := fetch(t, a, path)
		if response.StatusCode != http.StatusOK {
			t.Fatalf("%s: status %d", path, response.StatusCode)
		}
		check(t, path, body)
		for _, m := range regexp.MustCompile(`Proposal number (\d+)<`).FindAllStringSubmatch(body, -1) {
			if seen[m[1]] {
				t.Errorf("number %s stands twice", m[1])
			}
			seen[m[1]] = true
		}
		path = ""
		if m := next.FindStringSubmatch(body); m != nil {
			path = html.UnescapeString(m[1])
			if !strings.Contains(path, "status=voting") {
				t.Errorf("%s forgets what was asked for", path)
			}
		}
	}
	if len(seen) != 53 || parts != 3 {
		t.Errorf("%d proposals on %d pages; want 53 on 3", len(seen), parts)
	}
	for _, from := range []string{"x", "-1", "99999"} {
		if response, _ := fetch(t, a, "/proposals?from="+from); response.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("from %s: status %d", from, response.StatusCode)
		}
	}
}

// What is said about a proposal stands on its page with its state, and each act goes the two steps of everything signed.
func TestDiscussion(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	href := "/proposals/" + openRevision.String()
	_, stranger := fetch(t, a, href)
	_, member := fetch(t, a, href+"?as="+amara.Address.Hex())
	for _, wanted := range []string{`id="entry-12090"`, "The licence of the texts forbids it.", "Unsettled: blocks the vote", "Upheld by experts", "Taken back", "Dismissed by experts", "It does not:\nsee section 2.", "I have &lt;tried&gt; it.",
		"2 experts of law", "1 member sponsors it; 2 are needed."} {
		if !strings.Contains(stranger, wanted) || !strings.Contains(member, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	if strings.Contains(stranger, `value="answer 12090"`) || !strings.Contains(member, `value="answer 12090"`) || !strings.Contains(member, `value="object: safety"`) {
		t.Error("the forms are not those of who may sign them")
	}
	form := url.Values{"member": {amara.Address.Hex()}, "act": {"object: licence"}, "text": {"The terms\r\nforbid it."}}
	response, body := send(t, a, href+"/act/sign", form)
	if response.StatusCode != http.StatusOK || !strings.Contains(body, "The terms\nforbid it.") || !strings.Contains(body, "Object (Licence)") {
		t.Errorf("status %d\n%s", response.StatusCode, body)
	}
	check(t, "sign an act", body)
	form.Set("sequence", "1")
	form.Set("expires", fixtureNow.String())
	form.Set("signature", "0x"+strings.Repeat("11", 65))
	if response, body := send(t, a, href+"/act", form); response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != href+"#entry-12413" {
		t.Errorf("status %d to %q\n%s", response.StatusCode, response.Header.Get("Location"), body)
	}
	for field, value := range map[string]string{"member": "0x1", "sequence": "x", "expires": "x"} {
		wrong := url.Values{}
		for k, v := range form {
			wrong[k] = v
		}
		wrong.Set(field, value)
		if response, _ := send(t, a, href+"/act", wrong); response.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%s %q: status %d", field, value, response.StatusCode)
		}
	}
}

// Asking for a badge and answering go the two steps of everything that is signed, and what is signed comes back unchanged.
func TestBadgeRequestForms(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	ask := url.Values{"holder": {tomas.Address.Hex()}, "level": {"2"}, "issuer": {""}, "text": {"I wrote it.\r\nAll of it."}, "links": {"https://example.org/a\r\n\r\nhttps://example.org/b"},
		"files": {digestOf("paper").String() + "  a paper.pdf\r\n"}}
	response, body := send(t, a, "/badges/1/request/sign", ask)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("status %d\n%s", response.StatusCode, body)
	}
	check(t, "sign a request", body)
	for _, wanted := range []string{`name="salt"`, `name="deadline"`, `name="issued"`, "I wrote it.\nAll of it.", "Request"} {
		if !strings.Contains(body, wanted) {
			t.Errorf("%q is not on the page", wanted)
		}
	}
	for field, value := range map[string]string{"holder": "0x1", "level": "x", "issuer": "0x1", "text": "", "files": "paper.pdf"} {
		wrong := url.Values{}
		for k, v := range ask {
			wrong[k] = v
		}
		wrong.Set(field, value)
		if response, _ := send(t, a, "/badges/1/request/sign", wrong); response.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%s %q: status %d", field, value, response.StatusCode)
		}
	}
	ask.Set("salt", digestOf("salt").String())
	ask.Set("issued", fixtureNow.String())
	ask.Set("deadline", (fixtureNow + 86400).String())
	ask.Set("signature", "0x"+strings.Repeat("11", 65))
	if response, body := send(t, a, "/badges/1/request", ask); response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/requests/12412" {
		t.Errorf("status %d to %q\n%s", response.StatusCode, response.Header.Get("Location"), body)
	}
	ask.Set("deadline", "soon")
	if response, _ := send(t, a, "/badges/1/request", ask); response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a deadline that is none: status %d", response.StatusCode)
	}
	for _, answer := range []string{"endorse", "decline"} {
		form := url.Values{"endorser": {priya.Address.Hex()}, "answer": {answer}, "reason": {"The paper is not hers."}}
		response, body := send(t, a, "/requests/12412/sign", form)
		if response.StatusCode != http.StatusOK || strings.Contains(body, "The paper is not hers.") != (answer == "decline") {
			t.Errorf("%s: status %d, or the reason goes with it wrongly\n%s", answer, response.StatusCode, body)
		}
		check(t, answer, body)
		form.Set("signature", "0x"+strings.Repeat("11", 65))
		if response, _ := send(t, a, "/requests/12412/answer", form); response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/requests/12412#endorsements" {
			t.Errorf("%s: status %d to %q", answer, response.StatusCode, response.Header.Get("Location"))
		}
	}
	if response, _ := send(t, a, "/requests/12412/sign", url.Values{"endorser": {priya.Address.Hex()}, "answer": {"perhaps"}}); response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("an answer that is none: status %d", response.StatusCode)
	}
}

func TestPerMillion(t *testing.T) {
	for _, c := range [][3]uint64{{0, 0, 0}, {1, 0, 0}, {1, 3, 333_333}, {3, 3, 1_000_000}, {5, 3, 1_000_000}, {1 << 62, 1<<63 - 1, 500_000}} {
		if got := perMillion(weight.Micro(c[0]), weight.Micro(c[1])); got != c[2] {
			t.Errorf("%d of %d is %d, want %d", c[0], c[1], got, c[2])
		}
	}
	if got := cssPercent(333_333); got != "33.3333%" {
		t.Error(got)
	}
	if !slices.Equal([]string{cssPercent(0), cssPercent(1_000_000)}, []string{"0.0000%", "100.0000%"}) {
		t.Error("the ends of a bar are off")
	}
}

// The status is a page for browsers, and JSON for everybody else.
func TestStatusPage(t *testing.T) {
	now := newFixture().Now()
	list := []Expiry{{What: "tuf root", Expires: now.Add(20 * 24 * 3600)}, {What: "tuf timestamp", Expires: now.Add(3600), ByItself: true}, {What: "release chat/stable", Expires: now.Add(90 * 24 * 3600)}}
	list[0].Alert(now, 0)
	list[1].Alert(now, 24*time.Hour)
	a, _ := newApp(t, newFixture(), func(c *Config) { c.Expiries = func(context.Context) ([]Expiry, error) { return list, nil } })
	response, body := fetch(t, a, "/status", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language", "en")
	check(t, "/status", body)
	for _, says := range []string{"tuf root", "less than 30 days left", "overdue", "this server, by itself", "in time"} {
		if !strings.Contains(body, says) {
			t.Errorf("the page does not say %q", says)
		}
	}
	if !strings.Contains(response.Header.Get("Vary"), "Accept") || !strings.HasPrefix(response.Header.Get("Content-Type"), "text/html") {
		t.Errorf("%v", response.Header)
	}
	for _, accept := range []string{"application/json", "*/*", ""} {
		response, body := fetch(t, a, "/status", "Accept", accept)
		var s struct{ Expiries []Expiry }
		if err := json.Unmarshal([]byte(body), &s); err != nil || len(s.Expiries) != 3 || s.Expiries[0].Alarm != "30 days" || response.Header.Get("Content-Type") != "application/json" {
			t.Errorf("Accept %q: %v %s", accept, err, body)
		}
	}
}

// Dates that people must renew are an alarm 60, 30, 14 and 7 days ahead; those that renew themselves only when that fails.
func TestExpiriesAreAlarms(t *testing.T) {
	const day = 24 * 3600
	for left, want := range map[int64]string{61 * day: "", 59 * day: "60 days", 29 * day: "30 days", 13 * day: "14 days", 6 * day: "7 days", 0: "overdue", -5: "overdue"} {
		e := Expiry{Expires: document.Time(1_000_000_000 + left)}
		if e.Alert(1_000_000_000, 0); e.Alarm != want {
			t.Errorf("%d days ahead: %q, want %q", left/day, e.Alarm, want)
		}
	}
	for left, want := range map[int64]string{12 * 3600: "", 5 * 3600: "overdue"} {
		e := Expiry{Expires: document.Time(1_000_000_000 + left), ByItself: true}
		if e.Alert(1_000_000_000, 24*time.Hour); e.Alarm != want {
			t.Errorf("%d hours ahead: %q, want %q", left/3600, e.Alarm, want)
		}
	}
}

// Every field of the documents that govern the others has a name in each language.
func TestGoverningFieldsHaveNames(t *testing.T) {
	languages, err := locale.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			walk(of.Elem())
		case reflect.Struct:
			if seen[of] {
				return
			}
			seen[of] = true
			for i := range of.NumField() {
				f := of.Field(i)
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				if name == "" || name == "-" {
					continue
				}
				for _, l := range languages {
					if !l.Has("field." + name) {
						t.Errorf("%s: %s of %s has no name", l.Code(), name, of)
					}
				}
				walk(f.Type)
			}
		}
	}
	for _, document := range []any{rulebook.Policy{}, charter.Council{}, charter.Nodes{}, charter.BadgeType{}, charter.Trust{}} {
		walk(reflect.TypeOf(document))
	}
	if len(seen) < 10 {
		t.Fatalf("only %d types were seen", len(seen))
	}
}

// What turns a voter away is said in the voter's language on a page, and in the core's words in the API.
func TestRefusalsSpeakTheLanguage(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	form := url.Values{"voter": {amara.Address.Hex()}, "choice": {"perhaps"}}.Encode()
	for accept, want := range map[string]string{"de": "Das steht in dieser Abstimmung nicht zur Wahl.", "en": "This is not a choice of this vote."} {
		r := httptest.NewRequest(http.MethodPost, "/proposals/"+openRevision.String()+"/sign", strings.NewReader(form))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Accept", "text/html")
		r.Header.Set("Accept-Language", accept)
		response, err := a.Test(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || response.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(string(body), want) || !strings.Contains(string(body), "ballot-choice") {
			t.Errorf("%s: %d, and not %q", accept, response.StatusCode, want)
		}
	}
}
