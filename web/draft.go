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
		f.Name, f.ID, f.Hint = fieldName(d.Head, path), "draft-"+d.Head+path, p.hint(settingOf(path))
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

// fieldName is the name of a form's field for a place of a document.
func fieldName(head, path string) string { return "field:" + head + ":" + path }

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
		text := lines(c.FormValue(fieldName(d.Head, path)))
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
		if !c.Request().PostArgs().Has(fieldName(d.Head, leaf.Path)) {
			continue
		}
		text := lines(c.FormValue(fieldName(d.Head, leaf.Path)))
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

// written is a document of a form on its way to a proposal.
type written struct {
	Document
	values map[string]any
	named  string // the digest by which the others name it so far
}

// prepareDraft asks for the words of a form's proposal about one document or several. Each version moves by the smallest step that
// its change allows, and where one document names another of them by its digest, it names the new one.
func (a *App) prepareDraft(c *fiber.Ctx, r ProposalRequest, heads []string) (ProposalRequest, PreparedProposal, error) {
	var documents []written
	for _, head := range heads {
		if raw := c.FormValue(documentName(head)); raw != "" { // written as text
			r.Documents[head] = json.RawMessage(raw)
			continue
		}
		d, err := a.service.Document(c.UserContext(), head, document.Digest{})
		if err != nil {
			return r, PreparedProposal{}, err
		}
		values, texts, err := drafted(c, d)
		if err != nil {
			return r, PreparedProposal{}, err
		}
		r.Texts, documents = append(r.Texts, texts...), append(documents, written{d, values, d.Digest.String()})
	}
	// What a change asks for is known once it can be read; the greatest step is always enough.
	steps := map[string]int{}
	for _, d := range documents {
		steps[d.Head] = slices.Index(bumps, "major")
	}
	if err := compose(documents, steps, r.Documents); err != nil {
		return r, PreparedProposal{}, err
	}
	prepared, err := a.service.PrepareProposal(c.UserContext(), r)
	if err != nil || len(documents) == 0 {
		return r, prepared, err
	}
	for _, v := range prepared.Versions {
		steps[v.Head] = max(0, slices.Index(bumps, v.Bump))
	}
	if err := compose(documents, steps, r.Documents); err != nil {
		return r, prepared, err
	}
	prepared, err = a.service.PrepareProposal(c.UserContext(), r)
	return r, prepared, err
}

// bumps are the steps of a version, the smallest first.
var bumps = []string{"patch", "minor", "major"}

// compose writes the documents with their versions. A digest that changes can change those that name it, so there are as many
// rounds as documents.
func compose(documents []written, steps map[string]int, out map[string]json.RawMessage) error {
	for _, d := range documents {
		if _, versioned := d.values["version"].(string); versioned {
			d.values["version"] = stepped(d.Version, steps[d.Head])
		}
	}
	for range documents {
		for i := range documents {
			d := &documents[i]
			raw, err := json.MarshalIndent(d.values, "", "  ")
			if err != nil {
				return err
			}
			canonical, err := document.Canonical(raw)
			if err != nil {
				return err
			}
			out[d.Head] = raw
			digest := document.Sum(canonical).String()
			for _, other := range documents {
				if other.Head != d.Head {
					rename(other.values, d.named, digest)
				}
			}
			d.named = digest
		}
	}
	return nil
}

// rename puts a text in the place of another, wherever it stands.
func rename(v any, old, now string) any {
	switch v := v.(type) {
	case string:
		if v == old {
			return now
		}
	case map[string]any:
		for key, value := range v {
			v[key] = rename(value, old, now)
		}
	case []any:
		for i, value := range v {
			v[i] = rename(value, old, now)
		}
	}
	return v
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
