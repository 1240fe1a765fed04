package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/peritus-dao/peritus/web/view"
)

// The measures of a picture of a lineage, in pixels.
const (
	nodeWidth   = 208
	nodeHeight  = 62
	nodeGap     = 14
	columnGap   = 96
	flowHeight  = 46 // of everything that flows into a mixture
	picturePad  = 2
	maxInColumn = 16 // nodes that are drawn; the table has all
)

// columns are the roles from left to right: what comes first stands first.
var columns = [][]string{{"origin"}, {"dataset"}, {"mixture", "ancestor"}, {"model"}}

// lineage draws a lineage as columns of boxes with lines between them, as wide as their shares. The table beside it says the same.
func (p presenter) lineage(l Lineage) *view.Lineage {
	if len(l.Edges) == 0 {
		return nil
	}
	out := &view.Lineage{}
	for _, e := range l.Edges {
		row := view.LineageRow{From: p.nodeLink(l.Nodes[e.From]), To: p.nodeLink(l.Nodes[e.To]), Relation: p.relation(e.Relation), Licence: p.licence(l.Nodes[e.From].Licence)}
		if e.Share > 0 {
			row.Share = p.Part(e.Share)
		}
		out.Rows = append(out.Rows, row)
	}
	share := map[int]int64{} // of a data set in its largest mixture
	for _, e := range l.Edges {
		share[e.From] = max(share[e.From], e.Share)
	}
	at := map[int][2]int{} // node → its place
	more := map[int]int{}  // node that is not drawn → the box that stands for it
	var boxes [][]view.Box
	var members [][]int
	for _, roles := range columns {
		var column []int
		for i, n := range l.Nodes {
			if slices.Contains(roles, n.Role) {
				column = append(column, i)
			}
		}
		if len(column) == 0 {
			continue
		}
		slices.SortStableFunc(column, func(a, b int) int { return cmp.Compare(share[b], share[a]) })
		members = append(members, column)
	}
	tallest := 0
	for _, column := range members {
		tallest = max(tallest, min(len(column), maxInColumn+1))
	}
	out.Height = tallest*(nodeHeight+nodeGap) - nodeGap + 2*picturePad
	for c, column := range members {
		x := picturePad + c*(nodeWidth+columnGap)
		n := min(len(column), maxInColumn+1)
		y := picturePad + (out.Height-2*picturePad-(n*(nodeHeight+nodeGap)-nodeGap))/2
		var drawn []view.Box
		for i, node := range column {
			switch {
			case i < maxInColumn || len(column) == maxInColumn+1:
				drawn = append(drawn, p.box(l.Nodes[node], share[node], x, y))
			case i == maxInColumn:
				drawn = append(drawn, view.Box{X: x, Y: y, Width: nodeWidth, Height: nodeHeight, Class: "more", Title: p.N("lineage.more", len(column)-maxInColumn), Meta: p.T("lineage.more.table")})
			default:
				more[node] = column[maxInColumn]
				continue
			}
			at[node] = [2]int{x, y}
			y += nodeHeight + nodeGap
		}
		boxes = append(boxes, drawn)
		out.Width = x + nodeWidth + picturePad
	}
	for _, column := range boxes {
		out.Boxes = append(out.Boxes, column...)
	}
	out.Flows = flows(l, at, more)
	out.Label = p.T("lineage.label", "rows", p.list(p.lineageWords(l)))
	return out
}

// flows draws the lines. Those that enter a mixture are as wide as their shares and stand side by side.
func flows(l Lineage, at map[int][2]int, more map[int]int) []view.Flow {
	type flow struct{ from, to int }
	joined := map[flow]int64{}
	var order []flow
	for _, e := range l.Edges {
		f := flow{e.From, e.To}
		if box, hidden := more[f.from]; hidden {
			f.from = box
		}
		if _, there := joined[f]; !there {
			order = append(order, f)
		}
		joined[f] += e.Share
	}
	slices.SortStableFunc(order, func(a, b flow) int { return cmp.Compare(at[a.from][1], at[b.from][1]) })
	total, used := map[int]int{}, map[int]int{}
	width := func(f flow) int { return max(2, int(joined[f]*flowHeight/1_000_000_000_000)) }
	for _, f := range order {
		total[f.to] += width(f)
	}
	var out []view.Flow
	for _, f := range order {
		a, b := at[f.from], at[f.to]
		w := width(f)
		x1, y1 := a[0]+nodeWidth, a[1]+nodeHeight/2
		x2, y2 := b[0], b[1]+nodeHeight/2-total[f.to]/2+used[f.to]+w/2
		used[f.to] += w
		middle := (x1 + x2) / 2
		out = append(out, view.Flow{Path: fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, middle, y1, middle, y2, x2, y2), Width: fmt.Sprint(w)})
	}
	return out
}

func (p presenter) box(n LineageNode, share int64, x, y int) view.Box {
	b := view.Box{X: x, Y: y, Width: nodeWidth, Height: nodeHeight, Class: n.Role, Self: n.Self, Title: cut(n.Title, 27), Kind: p.T("lineage." + n.Role)}
	var meta []string
	if share > 0 {
		meta = append(meta, p.Percent(uint64(share/1_000_000)))
	}
	if n.Version != "" {
		meta = append(meta, n.Version)
	}
	if n.Licence != "" {
		meta = append(meta, p.licence(n.Licence))
	}
	b.Meta = cut(strings.Join(meta, " · "), 34)
	return b
}

// cut shortens what does not fit into a box.
func cut(s string, n int) string {
	if runes := []rune(s); len(runes) > n {
		return strings.TrimSpace(string(runes[:n-1])) + "…"
	}
	return s
}

func (p presenter) nodeLink(n LineageNode) view.Link {
	text := strings.TrimSpace(n.Title + " " + n.Version)
	if text == "" {
		text = n.Digest.String()[:12] + "…"
	}
	if n.Head == "" {
		return view.Link{Text: text}
	}
	return view.Link{Text: text, Href: versionHref(n.DocumentRef)}
}

func (p presenter) relation(relation string) string {
	if p.Has("relation." + relation) {
		return p.T("relation." + relation)
	}
	return relation
}

// licence writes an SPDX expression; that nobody names one is said in words.
func (p presenter) licence(expression string) string {
	if p.Has("enum.declared." + expression) {
		return p.T("enum.declared." + expression)
	}
	return expression
}

// lineageWords says the picture in a sentence for each line.
func (p presenter) lineageWords(l Lineage) []string {
	var out []string
	for i, e := range l.Edges {
		if i == 8 {
			out = append(out, "…")
			break
		}
		out = append(out, p.nodeLink(l.Nodes[e.From]).Text+" → "+p.nodeLink(l.Nodes[e.To]).Text)
	}
	return out
}

/* THE MIXTURE */

const whole = 1_000_000_000_000

func cssPart(n int64) string { return cssPercent(uint64(n / 1_000_000)) }

func (p presenter) mixtureView(m *MixtureFacts) *view.Mixture {
	if m == nil {
		return nil
	}
	out := &view.Mixture{Budget: p.T("mixture.budget", "tokens", p.Int(m.Budget), "tokenizer", m.Tokenizer)}
	for _, stage := range m.Stages {
		v := view.MixtureStage{Title: p.T("doc.stage", "stage", stage.ID), Summary: stage.Summary, Tokens: p.T("mixture.stage.tokens", "tokens", p.Int(stage.Tokens))}
		if len(m.Stages) == 1 {
			v.Title, v.Tokens = "", ""
		}
		for _, s := range stage.Sources {
			row := view.MixtureRow{Source: view.Link{Text: s.ID}, Share: p.Part(s.Weight), Low: p.Part(s.Minimum), High: p.Part(s.Maximum), Seen: p.Int(s.Seen), Holds: p.T("mixture.unknown"), Epochs: p.T("mixture.unknown"),
				Licence: p.T("mixture.unknown"), Category: p.T("mixture.unknown"), LowX: cssPart(s.Minimum), HighX: cssPart(s.Maximum), Exceeded: s.Exceeded}
			row.Bar = view.Bar{Label: p.T("mixture.bar", "source", s.ID, "share", row.Share, "low", row.Low, "high", row.High), Segments: []view.Segment{{Class: "filled", X: "0%", Width: cssPart(s.Weight)}}}
			if s.Known {
				row.Source = view.Link{Text: s.Manifest.Title, Href: versionHref(s.Manifest)}
				row.Licence, row.Category = p.licence(s.Licence), p.T("enum.category."+s.Category)
				row.Unlicensed = s.Licence == "NOASSERTION" || s.Licence == "NONE"
			}
			if s.Holds > 0 {
				row.Holds = p.Int(s.Holds)
				row.Epochs = strings.ReplaceAll(s.Epochs, ".", p.T("number.decimal"))
			}
			if s.MaxEpochs != "" {
				row.MaxEpochs = p.T("mixture.maxepochs", "n", strings.ReplaceAll(s.MaxEpochs, ".", p.T("number.decimal")))
			}
			if s.Exceeded {
				out.Warnings = append(out.Warnings, p.T("mixture.exceeded", "source", row.Source.Text, "epochs", row.Epochs, "most", s.MaxEpochs))
			}
			if !s.Known {
				out.Warnings = append(out.Warnings, p.T("mixture.missing", "source", s.ID))
			}
			v.Rows = append(v.Rows, row)
		}
		out.Stages = append(out.Stages, v)
	}
	for _, c := range m.Contaminated {
		out.Warnings = append(out.Warnings, p.T("mixture.contaminated", "source", c.Source, "evaluation", c.Evaluation, "spec", c.Spec))
	}
	unlicensed := int64(0)
	for _, part := range m.Licences {
		if part.Name == "NOASSERTION" || part.Name == "NONE" || part.Name == "not-known" {
			unlicensed += part.Share
		}
	}
	if unlicensed > 0 {
		out.Warnings = append(out.Warnings, p.T("mixture.unlicensed", "share", p.Percent(uint64(unlicensed/1_000_000))))
	}
	for _, roll := range []struct {
		key, enum string
		parts     []Part
	}{{"licences", "declared", m.Licences}, {"categories", "category", m.Categories}, {"personal", "contains", m.Personal}, {"optouts", "honoured", m.OptOuts}} {
		out.Rolls = append(out.Rolls, p.roll(roll.key, roll.enum, roll.parts))
	}
	return out
}

// hues are how many colours of parts there are; what nobody knows has a hatching of its own.
const hues = 8

// roll draws the parts of a whole as one bar, with its table.
func (p presenter) roll(key, enum string, parts []Part) view.Roll {
	out := view.Roll{Title: p.T("mixture." + key), About: p.T("mixture." + key + ".about")}
	x, hue := uint64(0), 0
	var words []string
	for _, part := range parts {
		name := part.Name
		if p.Has("enum." + enum + "." + name) {
			name = p.T("enum." + enum + "." + name)
		}
		class := "unknown"
		if !slices.Contains([]string{"NOASSERTION", "NONE", "not-known", "no-assertion"}, part.Name) {
			hue++
			class = fmt.Sprint("part", min(hue, hues))
		}
		width := uint64(part.Share / 1_000_000)
		out.Bar.Segments = append(out.Bar.Segments, view.Segment{Class: class, X: cssPercent(x), Width: cssPercent(width)})
		x += width
		out.Rows = append(out.Rows, view.ResultRow{Choice: name, Class: class, Share: p.Part(part.Share)})
		words = append(words, name+" "+p.Part(part.Share))
	}
	out.Bar.Label = out.Title + ": " + p.list(words)
	return out
}
