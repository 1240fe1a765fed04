package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

// requestSchema is the rule of requests that are not what the description of the API says.
const requestSchema = "request-schema"

// requestLimits holds a document at its own limits, two levels down in the body that carries it.
var requestLimits = document.Limits{Size: bodyLimit, Depth: 66}

// maxFindings is at how many findings the reading of a text stops.
const maxFindings = 100

// read reads the body into the struct that v points to.
func (p *Posted) read(v any) error {
	if kind, _, err := mime.ParseMediaType(p.ContentType); p.ContentType != "" && (err != nil || kind != "application/json" && !strings.HasSuffix(kind, "+json")) {
		return newProblem(http.StatusUnsupportedMediaType, "content-type", "", "The body should be JSON. Send it with the header Content-Type: application/json.")
	}
	problems := strict(p.RawBody, v)
	if len(problems) == 0 {
		return nil
	}
	first := problems[0]
	q := newProblem(http.StatusUnprocessableEntity, requestSchema, fieldOf(first.Path), sentence(first))
	if !bytes.HasPrefix(bytes.TrimSpace(p.RawBody), []byte("{")) {
		q.Field = "" // what is no object has no fields
	}
	q.Problems = problems
	if slices.ContainsFunc(problems, func(p document.Problem) bool { return p.Rule == "syntax" || p.Rule == "trailing-data" }) {
		q.Status, q.Title = http.StatusBadRequest, http.StatusText(http.StatusBadRequest)
	} else if strings.HasPrefix(first.Path, "/documents/") {
		q.Type, q.Rule = "/problems/document", "document"
	}
	return q
}

// strict reads JSON that has one reading only: no key twice, none in another case, no broken text. The fields whose tags do
// not say omitempty must be there. Documents come out in canonical form.
func strict(raw []byte, v any) document.Problems {
	err := requestLimits.Unmarshal(raw, v)
	var problems document.Problems
	if err != nil && !errors.As(err, &problems) {
		problems.Add("", "syntax", err.Error(), "")
	}
	if len(problems) < maxFindings { // or the reading may have stopped early
		problems = slices.DeleteFunc(problems, func(p document.Problem) bool {
			// What members write is signed by its bytes, in whatever form of Unicode; documents have one.
			return p.Rule == "nfc" && !strings.HasPrefix(p.Path, "/documents/")
		})
	}
	if len(problems) > 0 {
		return problems
	}
	// A required field that is not empty was there. Only for one that is empty the text must be asked again.
	var there map[string]json.RawMessage
	fields := reflect.ValueOf(v).Elem()
	for i := range fields.NumField() {
		if !fields.Field(i).IsZero() {
			continue
		}
		name, options, _ := strings.Cut(fields.Type().Field(i).Tag.Get("json"), ",")
		if options == "omitempty" {
			continue
		}
		if there == nil {
			if err := json.Unmarshal(raw, &there); err != nil {
				problems.Add("", "syntax", err.Error(), "")
				return problems
			}
		}
		if _, ok := there[name]; !ok {
			problems.Add(document.Pointer("", name), "required", fmt.Sprintf("the field %q is missing", name), "write it")
		}
	}
	return problems
}

// fieldOf is the field of the request that a JSON pointer leads into.
func fieldOf(path string) string {
	field, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(field)
}

// sentence says what is wrong and what to do about it.
func sentence(p document.Problem) string {
	s := p.Detail
	if p.Remedy != "" {
		s += "; " + p.Remedy
	}
	r, size := utf8.DecodeRuneInString(s)
	return strings.TrimSuffix(string(unicode.ToUpper(r))+s[size:], ".") + "."
}

// humaWords are the words of huma for what can be wrong with an address, and ours.
var humaWords = []struct{ prefix, detail string }{
	{"invalid integer", "this should be a whole number"},
	{"expected number >= 0", "this should be a whole number from 0 on"},
	{"expected value to be one of ", "this should be one of "},
	{"required ", "this is missing from the address"},
	{"invalid value: ", ""},
}

// plainProblem gives what huma itself refuses, in an address or because of its size, the same shape as everything else.
func plainProblem(ctx huma.Context, _ string, v any) (any, error) {
	m, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	switch {
	case m.Status == http.StatusRequestEntityTooLarge:
		return tooLarge(ctx.Operation().MaxBodyBytes), nil
	case m.Status == http.StatusBadRequest:
		return newProblem(m.Status, requestSchema, "", "The request has no body. Send JSON."), nil
	}
	var problems document.Problems
	for _, e := range m.Errors {
		_, name, _ := strings.Cut(e.Location, ".")
		detail := e.Message
		for _, w := range humaWords {
			if rest, ok := strings.CutPrefix(detail, w.prefix); ok {
				detail = w.detail
				if strings.HasSuffix(w.prefix, ": ") || strings.HasSuffix(w.detail, " ") {
					detail += rest
				}
				break
			}
		}
		problems.Add(document.Pointer("", name), requestSchema, detail, "")
	}
	p := newProblem(m.Status, requestSchema, fieldOf(problems[0].Path), sentence(problems[0]))
	p.Problems = problems
	return p, nil
}

// account is an address as requests write it. That of go-ethereum would name types of Go in its errors.
type account common.Address

var errAccount = errors.New("an address is 0x and 40 hexadecimal digits; copy it from your wallet")

// UnmarshalText reads the text form.
func (a *account) UnmarshalText(text []byte) error {
	address, err := addressOf(string(text), "")
	if err != nil {
		return errAccount
	}
	*a = account(address)
	return nil
}
