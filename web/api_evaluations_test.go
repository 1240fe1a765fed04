package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestEvaluationsAPI(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	digest := strings.Repeat("ab", 32)
	result := `"evaluator":"` + amara.Address.Hex() + `","document":"` + digest + `","gate":"truthfulness","run":"` + digest + `","result":"0.58"`
	for _, c := range []struct {
		path, body string
		status     int
		rule       string
	}{
		{"/prepare", `{` + result + `}`, http.StatusOK, ""},
		{"/prepare", `{` + strings.Replace(result, "truthfulness", "speed", 1) + `}`, http.StatusUnprocessableEntity, "evaluation-gate"},
		{"/prepare", `{` + strings.Replace(result, "0.58", "0.580", 1) + `}`, http.StatusUnprocessableEntity, "request-schema"},
		{"/prepare", `{}`, http.StatusUnprocessableEntity, "request-schema"},
		{"", `{` + result + `,"expires":"2026-11-23T13:00:00Z","signature":"0x` + strings.Repeat("1", 130) + `"}`, http.StatusCreated, ""},
		{"", `{` + result + `,"expires":"2026-11-23T13:00:00Z","signature":"0x"}`, http.StatusUnprocessableEntity, "signature-length"},
		{"", `{` + result + `}`, http.StatusUnprocessableEntity, "request-schema"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/api/v1/evaluations"+c.path, strings.NewReader(c.body))
		r.Header.Set("Content-Type", "application/json")
		response, body := do(t, a, r)
		var p Problem
		if err := json.Unmarshal([]byte(body), &p); err != nil || response.StatusCode != c.status || p.Rule != c.rule {
			t.Errorf("%s %s: %d %s", c.path, c.body, response.StatusCode, body)
		}
	}
}

// The page of a mixture warns where evaluation data is among the sources.
func TestContaminationIsShown(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	if _, body := fetch(t, a, "/documents/data/mixture"); !strings.Contains(body, "books holds data of the evaluation truthfulness of chat/spec.") {
		t.Errorf("nothing is said of the evaluation data among the books")
	}
}

// The page of a proposal says what its vote waits for, in words, and who signed.
func TestGatesAreShown(t *testing.T) {
	a, _ := newApp(t, newFixture(), nil)
	_, body := fetch(t, a, "/proposals/"+reviewRevision.String())
	for _, words := range []string{`id="gates"`, "What must be measured first", "accuracy ≥ 0.55", "Met", "Not met", "0 of 2 have signed.", "none yet", `href="/log/entries/12400"`, amara.Name} {
		if !strings.Contains(body, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
}
