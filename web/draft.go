package web

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/web/view"
)

// bookkept are the places that follow from a change and are not written by hand.
var bookkept = []string{"/schema", "/id", "/parent", "/version"}

// draftGroups lay a document out as fields to fill in, one group for each part. What names a text by its digest is shown as
// that text.
func (p presenter) draftGroups(d Document) ([]view.DraftGroup, error) {
	values, err := decoded(d.Raw)
	if err != nil {
		return nil, err
	}
	leaves, err := document.Diff(nil, d.Raw)
	if err != nil {
		return nil, err
	}
	var groups []view.DraftGroup
	shown := map[string]bool{}
	for _, leaf := range leaves {
		path := leaf.Path
		if slices.Contains(bookkept, path) {
			continue
		}
		f := view.DraftField{}
		for at, text := range d.Texts {
			if path == at || strings.HasPrefix(path, at+"/") {
				path, f.Kind, f.Value = at, "long", text
			}
		}
		if shown[path] {
			continue
		}
		shown[path] = true
		if f.Kind == "" {
			if f.Kind, f.Value = draftValue(at(values, path)); f.Kind == "" {
				continue
			}
		}
		top := path
		if i := strings.IndexByte(path[1:], '/'); i >= 0 {
			top = path[:i+1]
		}
		f.Name, f.ID, f.Hint = "field:"+path, "draft"+path, p.hint(settingOf(path))
		if f.Label = strings.TrimPrefix(p.words(path), p.words(top)+" › "); f.Kind == "long" {
			f.Rows = strconv.Itoa(min(14, 2+strings.Count(f.Value, "\n")+len(f.Value)/90))
		}
		if n := len(groups); n == 0 || groups[n-1].ID != top {
			groups = append(groups, view.DraftGroup{ID: top, Title: p.words(top)})
		}
		g := &groups[len(groups)-1]
		g.Fields = append(g.Fields, f)
	}
	return groups, nil
}

// draftValue says how a value is written in a form. A digest is no field: what it names is chosen elsewhere.
func draftValue(v any) (kind, value string) {
	switch v := v.(type) {
	case string:
		switch {
		case isHex(v) && len(v) >= 64:
			return "", ""
		case len(v) > 60 || strings.Contains(v, "\n"):
			return "long", v
		}
		return "text", v
	case json.Number:
		return "number", v.String()
	case bool:
		return "bool", strconv.FormatBool(v)
	case []any:
		raw, _ := json.Marshal(v)
		return "json", string(raw)
	}
	return "", ""
}

func decoded(raw []byte) (map[string]any, error) {
	var values map[string]any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return values, d.Decode(&values)
}

// at finds a place in a document, nil if there is none.
func at(values map[string]any, path string) any {
	var v any = values
	for _, key := range segments(path) {
		object, _ := v.(map[string]any)
		v = object[key]
	}
	return v
}

// put changes a place that is there.
func put(values map[string]any, path string, value any) {
	keys := segments(path)
	for _, key := range keys[:len(keys)-1] {
		values, _ = values[key].(map[string]any)
	}
	values[keys[len(keys)-1]] = value
}

// drafted reads the form: the document in force with the fields that differ, and the texts that it names anew.
func drafted(c *fiber.Ctx, d Document) (values map[string]any, texts []string, err error) {
	if values, err = decoded([]byte(successor(d))); err != nil {
		return nil, nil, err
	}
	leaves, err := document.Diff(nil, d.Raw)
	if err != nil {
		return nil, nil, err
	}
	for _, path := range sortedKeys(d.Texts) {
		text := lines(c.FormValue("field:" + path))
		if text == "" || text == d.Texts[path] {
			continue
		}
		texts = append(texts, text)
		digest := document.Sum([]byte(text)).String()
		if named, ok := at(values, path).(map[string]any); ok {
			named["sha256"] = digest
			if _, sized := named["size"]; sized {
				named["size"] = json.Number(strconv.Itoa(len(text)))
			}
			continue
		}
		put(values, path, digest)
	}
	for _, leaf := range leaves {
		if !c.Request().PostArgs().Has("field:" + leaf.Path) {
			continue
		}
		text := lines(c.FormValue("field:" + leaf.Path))
		kind, was := draftValue(at(values, leaf.Path))
		if kind == "" || text == was {
			continue
		}
		switch kind {
		case "number":
			n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
			if err != nil {
				return nil, nil, refusal.New(refusal.Invalid, "number-form", leaf.Path, "This should be a whole number.")
			}
			put(values, leaf.Path, json.Number(strconv.FormatInt(n, 10)))
		case "bool":
			put(values, leaf.Path, text == "true")
		case "json":
			var list []any
			if json.Unmarshal([]byte(text), &list) != nil {
				return nil, nil, refusal.New(refusal.Invalid, "list-form", leaf.Path, "Write a list as it is written here: [\"one\",\"two\"].")
			}
			put(values, leaf.Path, list)
		default:
			put(values, leaf.Path, text)
		}
	}
	return values, texts, nil
}

// prepareDraft asks for the words of a form's proposal. The version moves by the smallest step that the change allows.
func (a *App) prepareDraft(c *fiber.Ctx, r ProposalRequest, head string) (ProposalRequest, PreparedProposal, error) {
	d, err := a.service.Document(c.UserContext(), head, document.Digest{})
	if err != nil {
		return r, PreparedProposal{}, err
	}
	values, texts, err := drafted(c, d)
	if err != nil {
		return r, PreparedProposal{}, err
	}
	r.Texts = texts
	var prepared PreparedProposal
	for step := range 3 {
		if _, versioned := values["version"].(string); versioned {
			values["version"] = stepped(d.Version, step)
		}
		raw, err := json.MarshalIndent(values, "", "  ")
		if err != nil {
			return r, prepared, err
		}
		r.Documents = map[string]json.RawMessage{head: raw}
		if prepared, err = a.service.PrepareProposal(c.UserContext(), r); !refusal.Is(err, "document-version") || step == 2 {
			return r, prepared, err
		}
	}
	return r, prepared, nil
}

// stepped raises the patch, minor or major number of a version.
func stepped(version string, step int) string {
	var parts [3]int
	core, _, _ := strings.Cut(version, "-")
	for i, s := range strings.SplitN(core, ".", 3) {
		parts[i], _ = strconv.Atoi(s)
	}
	at := 2 - step
	parts[at]++
	for i := at + 1; i < 3; i++ {
		parts[i] = 0
	}
	return strconv.Itoa(parts[0]) + "." + strconv.Itoa(parts[1]) + "." + strconv.Itoa(parts[2])
}
