package croissant

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// description is a file whose structure is known.
type description struct {
	version string
	root    *node
	files   []*resource
	byID    map[string]*resource
}

// resource is a FileObject or a FileSet.
type resource struct {
	*node
	id        string
	set       bool
	container []*resource
}

// structure checks what L1 asks for.
func (r *reader) structure(c context, root *node) description {
	d := description{root: root, byID: map[string]*resource{}}
	if !is(c, root, sc+"Dataset") {
		r.add(root.at, "/@type", "type", fmt.Sprintf("the object is a %q", shorten(root.first("@type"))), "describe one data set, with the type sc:Dataset, not flattened into a @graph")
		return d
	}
	for _, address := range root.texts(dct+"conformsTo", sc+"conformsTo") {
		if version, ok := strings.CutPrefix(plain(address), cr); ok && (version == "1.0" || version == "1.1") {
			d.version = max(d.version, version)
		}
	}
	if d.version == "" {
		r.add(root.at, "/conformsTo", "conforms-to", "the file does not say that it conforms to Croissant 1.0 or 1.1", "write "+cr+"1.1, once it does")
	}
	if root.first(sc+"name") == "" {
		r.add(root.at, "/name", "name", "the data set has no name", "name it")
	}
	ids := map[string]bool{}
	r.distribution(c, &d, ids)
	r.recordSets(c, root, ids)
	return d
}

func is(c context, n *node, types ...string) bool {
	return n.kind == '{' && slices.ContainsFunc(n.texts("@type"), func(t string) bool { return slices.Contains(types, c.expand(t)) })
}

// name checks the identifier of an object and returns it.
func (r *reader) name(n *node, ids map[string]bool) string {
	id := n.first("@id")
	if id == "" {
		id = n.first(sc + "name") // as before 1.0, and still found
	}
	switch {
	case id == "":
		return ""
	case strings.ContainsFunc(id, unicode.IsSpace):
		r.add(n.at, n.path+"/@id", "id", fmt.Sprintf("the @id %q holds white space", shorten(id)), "write - instead")
	case ids[id]:
		r.add(n.at, n.path+"/@id", "id", fmt.Sprintf("the @id %q is given twice", shorten(id)), "give each object its own")
	}
	ids[id] = true
	return id
}

func (r *reader) distribution(c context, d *description, ids map[string]bool) {
	for _, n := range d.root.all(sc+"distribution", cr+"distribution") {
		object, set := is(c, n, cr+"FileObject"), is(c, n, cr+"FileSet")
		if object == set {
			r.add(n.at, n.path+"/@type", "type", fmt.Sprintf("a distribution is a cr:FileObject or a cr:FileSet, not a %q", shorten(n.first("@type"))), "give it one of the two types")
			continue
		}
		f := &resource{node: n, id: r.name(n, ids), set: set}
		d.files = append(d.files, f)
		if f.id != "" {
			d.byID[f.id] = f
		}
		if n.first(sc+"encodingFormat", cr+"encodingFormat") == "" {
			r.add(n.at, n.path+"/encodingFormat", "encodingFormat", fmt.Sprintf("the property encodingFormat of %q is mandatory, and is missing", shorten(f.id)), "write the media type, such as text/csv")
		}
		if set && n.first(cr+"includes", sc+"includes") == "" {
			r.add(n.at, n.path+"/includes", "includes", fmt.Sprintf("the FileSet %q does not say which files it includes", shorten(f.id)), "write a glob pattern")
		}
		if !set && n.first(sc+"contentUrl") == "" && len(n.all(cr+"containedIn", sc+"containedIn")) == 0 {
			r.add(n.at, n.path+"/contentUrl", "contentUrl", fmt.Sprintf("nothing says where the file %q is", shorten(f.id)), "write its contentUrl, or what it is containedIn")
		}
	}
	for _, f := range d.files {
		for _, in := range f.all(cr+"containedIn", sc+"containedIn") {
			for _, ref := range references(in) {
				if container := d.byID[ref.id()]; container != nil {
					f.container = append(f.container, container)
				} else {
					r.add(ref.at, ref.path, "reference", fmt.Sprintf("%q is not a file of this data set", shorten(ref.id())), "name the @id of a FileObject or FileSet")
				}
			}
		}
	}
	for _, f := range d.files {
		if circular(f) {
			r.add(f.at, f.path, "circle", fmt.Sprintf("%q is contained in itself", shorten(f.id)), "mend containedIn")
			return
		}
	}
}

// references returns what a containedIn or a source names: itself, or the file in it.
func references(n *node) []*node {
	if n.kind == '{' && n.first("@id") == "" {
		return n.all(cr+"fileObject", cr+"fileSet")
	}
	return []*node{n}
}

// circular reports whether f is, over any number of steps, contained in itself.
func circular(f *resource) bool {
	seen := map[*resource]bool{}
	todo := slices.Clone(f.container)
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if next == f {
			return true
		}
		if !seen[next] {
			seen[next] = true
			todo = append(todo, next.container...)
		}
	}
	return false
}

func (r *reader) recordSets(c context, root *node, ids map[string]bool) {
	sets := root.all(cr+"recordSet", sc+"recordSet")
	for _, set := range sets {
		id := r.name(set, ids)
		if !is(c, set, cr+"RecordSet") {
			r.add(set.at, set.path+"/@type", "type", fmt.Sprintf(`%q should have the "@type" cr:RecordSet, not %q`, shorten(id), shorten(set.first("@type"))), "correct the type, or the context")
		}
		for _, field := range fields(set) {
			r.name(field, ids)
		}
	}
	// Fields may refer to what stands further down, so they are checked when every identifier is known.
	for _, set := range sets {
		inline := len(set.all(cr+"data")) > 0
		for _, field := range fields(set) {
			r.field(c, field, inline, ids)
		}
	}
}

// fields returns the fields of a record set with those below them.
func fields(n *node) []*node {
	var out []*node
	for _, f := range n.all(cr+"field", cr+"subField") {
		out = append(append(out, f), fields(f)...)
	}
	return out
}

func (r *reader) field(c context, n *node, inline bool, ids map[string]bool) {
	id := n.first("@id")
	if !is(c, n, cr+"Field") {
		r.add(n.at, n.path+"/@type", "type", fmt.Sprintf(`%q should have the "@type" cr:Field, not %q`, shorten(id), shorten(n.first("@type"))), "correct the type, or the context")
		return
	}
	sources := n.all(cr + "source")
	if len(sources) == 0 && len(n.all(cr+"value", cr+"subField")) == 0 && !inline {
		r.add(n.at, n.path+"/source", "source", fmt.Sprintf("the field %q does not define source or value", shorten(id)), "say where its values come from; the context must know the word")
	}
	for _, source := range sources {
		if source.kind != '{' {
			continue
		}
		targets := source.all(cr+"field", cr+"fileObject", cr+"fileSet", cr+"recordSet")
		if source.first("@id") != "" {
			targets = append(targets, source)
		}
		if len(targets) == 0 {
			r.add(source.at, source.path, "source", fmt.Sprintf("the source of the field %q names no field, fileObject or fileSet", shorten(id)), "name one of them by its @id")
		}
		for _, target := range targets {
			if !ids[target.id()] {
				r.add(target.at, target.path, "reference", fmt.Sprintf("the field %q comes from %q, which is not in this file", shorten(id), shorten(target.id())), "name the @id of a field or file")
			}
		}
	}
}
