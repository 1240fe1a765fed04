package web

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestSchemas(t *testing.T) {
	app, err := New(Config{Service: newFixture(), Schemas: map[string]string{"peritus/model-spec/v1": `{"type":"object"}`}})
	if err != nil {
		t.Fatal(err)
	}
	get := func(path string) (int, string, string) {
		response, err := app.Test(httptest.NewRequest(http.MethodGet, path, nil))
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, _ := io.ReadAll(response.Body)
		return response.StatusCode, response.Header.Get("Content-Type"), string(body)
	}
	status, _, body := get("/schemas")
	var list struct {
		Schemas map[string]string `json:"schemas"`
	}
	if err := json.Unmarshal([]byte(body), &list); status != http.StatusOK || err != nil || len(list.Schemas) != 1 {
		t.Fatalf("/schemas: %d %s (%v)", status, body, err)
	}
	for _, path := range []string{list.Schemas["peritus/model-spec/v1"], "/schemas/peritus/model-spec/v1.json"} {
		if status, kind, body := get(path); status != http.StatusOK || kind != "application/schema+json" || body != `{"type":"object"}` {
			t.Errorf("%s: %d %s %s", path, status, kind, body)
		}
	}
	if status, _, _ := get("/schemas/peritus/none/v1"); status != http.StatusNotFound {
		t.Errorf("an unknown schema: %d", status)
	}
}
