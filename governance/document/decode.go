package document

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Unmarshal reads one strict JSON document into the value that v points to. Beyond what Canonical refuses it refuses
// fields that v does not have (names are compared exactly), values of another type, and null where there is
// no pointer, slice, map or interface to be nil. The error is Problems and lists everything that is wrong.
//
// Structs follow the tags of encoding/json; json.Unmarshaler and encoding.TextUnmarshaler are honoured. There are no
// floating-point numbers in documents, so a type with one is a mistake and makes Unmarshal panic.
func Unmarshal(raw []byte, v any) error { return Limits{}.Unmarshal(raw, v) }

// Unmarshal is the function of that name within the limits l.
func (l Limits) Unmarshal(raw []byte, v any) error { return l.read(raw, v, false, nil) }

// Read reads a governed document: what Unmarshal does, and then check, so that problems of form and of meaning are
// reported together. It also wants the document to be complete, so that it has one spelling: every field must be
// there unless its tag says omitempty or omitzero, such a field must not be there if it is empty, and nothing may be
// null. The check runs whenever the text is JSON at all, and names problems by path; those at or below a path that
// could not be read are left out, since they follow from it.
func Read(raw []byte, v any, check func(*Problems)) error { return Limits{}.read(raw, v, true, check) }

func (l Limits) read(raw []byte, v any, complete bool, check func(*Problems)) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		panic(fmt.Sprintf("document: cannot read into a %T, which is not a pointer", v))
	}
	canonical, problems := raw, Problems(nil)
	if !isCanonical(raw, l.orDefault()) {
		readable := false
		if canonical, problems, readable = parse(raw, l); !readable {
			return problems
		}
	}
	d := decoder{data: canonical, complete: complete}
	d.value(target.Elem())
	found := d.problems
	if check != nil {
		check(&found)
	}
	if len(found) == 0 {
		return problems.Err()
	}
	unread := make(map[string]bool, len(problems)+len(d.problems))
	for _, p := range problems {
		unread[p.Path] = true
	}
	for i, p := range found {
		if !follows(p.Path, unread) {
			problems = append(problems, p)
		}
		if i < len(d.problems) {
			unread[p.Path] = true
		}
	}
	return problems.Locate(raw).Err()
}

// follows reports whether path lies at or below one of the paths that could not be read. The top does not count, or
// one duplicate key there would hide everything.
func follows(path string, unread map[string]bool) bool {
	for more := true; more && path != ""; path, more = parentOf(path) {
		if unread[path] {
			return true
		}
	}
	return false
}

// decoder reads canonical bytes, which are known to be well formed, so it never checks for the end of the text.
type decoder struct {
	data     []byte
	pos      int
	complete bool // as Read wants it
	steps    []step
	problems Problems
}

// step is one step of the path to the value being read.
type step struct {
	key   []byte // nil for an element of an array
	index int
}

func (d *decoder) path() string {
	var path string
	for _, s := range d.steps {
		if s.key == nil {
			path = Pointer(path, strconv.Itoa(s.index))
		} else {
			path = Pointer(path, string(s.key))
		}
	}
	return path
}

func (d *decoder) note(rule, detail, remedy string) {
	if len(d.problems) < maxFindings {
		d.problems.Add(d.path(), rule, detail, remedy)
	}
}

// mismatch notes that the value here is of another type, and skips it.
func (d *decoder) mismatch(want string) {
	found := "null"
	switch c := d.data[d.pos]; {
	case c == '"':
		found = "a string"
	case c == '{':
		found = "an object"
	case c == '[':
		found = "an array"
	case c == 't' || c == 'f':
		found = "a truth value"
	case c != 'n':
		found = "a number"
	}
	d.note("type", fmt.Sprintf("%s is needed here, found %s", want, found), "write "+want)
	d.skip()
}

// value reads the value at the current position into v.
func (d *decoder) value(v reflect.Value) {
	c := d.data[d.pos]
	if c == 'n' && !d.complete {
		switch v.Kind() {
		case reflect.Pointer, reflect.Map, reflect.Interface:
			d.skip()
			v.SetZero()
			return
		case reflect.Slice:
			if v.Type() != rawMessageType {
				d.skip()
				v.SetZero()
				return
			}
		}
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		d.value(v.Elem())
		return
	}
	if v.Type() == rawMessageType {
		start := d.pos
		d.skip()
		v.SetBytes(slices.Clone(d.data[start:d.pos]))
		return
	}
	if reader, ok := v.Addr().Interface().(json.Unmarshaler); ok {
		start := d.pos
		d.skip()
		if err := reader.UnmarshalJSON(d.data[start:d.pos]); err != nil {
			d.note("format", err.Error(), "")
		}
		return
	}
	if reader, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if c != '"' {
			d.mismatch("a string")
			return
		}
		if err := reader.UnmarshalText(d.text()); err != nil {
			d.note("format", err.Error(), "")
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		if c != '"' {
			d.mismatch("a string")
			return
		}
		v.SetString(string(d.text()))
	case reflect.Bool:
		if c != 't' && c != 'f' {
			d.mismatch("true or false")
			return
		}
		v.SetBool(c == 't')
		d.skip()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, ok := d.integer()
		if !ok {
			return
		}
		if v.OverflowInt(n) {
			d.note("range", fmt.Sprintf("%d does not fit into %d bits", n, v.Type().Bits()), "write a smaller number")
			return
		}
		v.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, ok := d.integer()
		if !ok {
			return
		}
		if n < 0 || v.OverflowUint(uint64(n)) {
			d.note("range", fmt.Sprintf("%d is not a number from 0 on that fits into %d bits", n, v.Type().Bits()), "write a number in that range")
			return
		}
		v.SetUint(uint64(n))
	case reflect.Struct:
		d.structure(v)
	case reflect.Map:
		d.dictionary(v)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			d.bytes(v)
			return
		}
		d.list(v)
	case reflect.Array:
		d.list(v)
	case reflect.Interface:
		if v.NumMethod() > 0 {
			panic("document: cannot read into an interface with methods, " + v.Type().String())
		}
		v.Set(reflect.ValueOf(d.any()))
	default:
		panic("document: no document holds a " + v.Type().String())
	}
}

var rawMessageType = reflect.TypeFor[json.RawMessage]()

func (d *decoder) integer() (int64, bool) {
	if c := d.data[d.pos]; c != '-' && (c < '0' || c > '9') {
		d.mismatch("an integer")
		return 0, false
	}
	start := d.pos
	d.skip()
	n, err := strconv.ParseInt(string(d.data[start:d.pos]), 10, 64)
	return n, err == nil
}

// text reads the string at the current position and returns it decoded. The result may lie in data.
func (d *decoder) text() []byte {
	start := d.pos + 1
	plain := d.pastText()
	s := d.data[start : d.pos-1 : d.pos-1]
	if plain {
		return s
	}
	return unescape(s)
}

// pastText moves past the string at the current position, and reports whether it holds no escapes.
func (d *decoder) pastText() bool {
	d.pos++
	end := bytes.IndexByte(d.data[d.pos:], '"')
	if bytes.IndexByte(d.data[d.pos:d.pos+end], '\\') < 0 {
		d.pos += end + 1
		return true
	}
	for ; d.data[d.pos] != '"'; d.pos++ {
		if d.data[d.pos] == '\\' {
			d.pos++
		}
	}
	d.pos++
	return false
}

// skip moves past the value at the current position.
func (d *decoder) skip() {
	depth := 0
	for {
		switch c := d.data[d.pos]; c {
		case '"':
			d.pastText()
		case '{', '[':
			depth++
			d.pos++
			continue
		case '}', ']':
			depth--
			d.pos++
		case ',', ':':
			d.pos++
			continue
		default:
			for d.pos < len(d.data) && !isDelimiter(d.data[d.pos]) {
				d.pos++
			}
		}
		if depth == 0 {
			return
		}
	}
}

func isDelimiter(c byte) bool { return c == ',' || c == ']' || c == '}' || c == ':' }

// members calls read for each member of the object at the current position, with the position at its value.
func (d *decoder) members(read func(key []byte)) {
	d.pos++
	if d.data[d.pos] == '}' {
		d.pos++
		return
	}
	d.steps = append(d.steps, step{})
	last := len(d.steps) - 1
	for {
		key := d.text()
		if key == nil {
			key = []byte{}
		}
		d.steps[last] = step{key: key}
		d.pos++ // the colon
		read(key)
		d.pos++
		if d.data[d.pos-1] == '}' {
			d.steps = d.steps[:last]
			return
		}
	}
}

// elements calls read for each element of the array at the current position.
func (d *decoder) elements(read func(i int)) {
	d.pos++
	if d.data[d.pos] == ']' {
		d.pos++
		return
	}
	d.steps = append(d.steps, step{})
	last := len(d.steps) - 1
	for i := 0; ; i++ {
		d.steps[last] = step{index: i}
		read(i)
		d.pos++
		if d.data[d.pos-1] == ']' {
			d.steps = d.steps[:last]
			return
		}
	}
}

func (d *decoder) structure(v reflect.Value) {
	if d.data[d.pos] != '{' {
		d.mismatch("an object")
		return
	}
	fields := fieldsOf(v.Type())
	var missing []bool
	if d.complete {
		missing = make([]bool, len(fields))
		for i, f := range fields {
			missing[i] = !f.optional
		}
	}
	d.members(func(key []byte) {
		for i, f := range fields {
			if f.name == string(key) {
				at := v.FieldByIndex(f.index)
				if !d.complete {
					d.value(at)
					return
				}
				missing[i] = false
				noted := len(d.problems)
				if d.value(at); f.optional && isEmpty(at) && len(d.problems) == noted {
					d.note("empty", fmt.Sprintf("the field %q holds nothing", f.name), "leave it out")
				}
				return
			}
		}
		d.note("unknown-field", fmt.Sprintf("there is no field %q here", shorten(key)), remedyForUnknown(string(key), fields))
		d.skip()
	})
	for i, f := range fields {
		if d.complete && missing[i] && len(d.problems) < maxFindings {
			d.problems.Add(Pointer(d.path(), f.name), "required", fmt.Sprintf("the field %q is missing", f.name), "write it")
		}
	}
}

// isEmpty reports whether Marshal leaves an optional field out.
func isEmpty(v reflect.Value) bool {
	if k := v.Kind(); k == reflect.Map || k == reflect.Slice {
		return v.Len() == 0
	}
	return v.IsZero()
}

func remedyForUnknown(key string, fields []field) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		if strings.EqualFold(f.name, key) {
			return fmt.Sprintf("write %q", f.name)
		}
		names[i] = f.name
	}
	return "remove it, or use one of " + strings.Join(names, ", ")
}

func (d *decoder) dictionary(v reflect.Value) {
	if d.data[d.pos] != '{' {
		d.mismatch("an object")
		return
	}
	t := v.Type()
	v.Set(reflect.MakeMap(t))
	// The map copies what it is given, so one key and one value serve for all members.
	key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
	d.members(func(name []byte) {
		if reader, ok := key.Addr().Interface().(encoding.TextUnmarshaler); ok {
			if err := reader.UnmarshalText(name); err != nil {
				d.note("format", err.Error(), "")
				d.skip()
				return
			}
		} else if t.Key().Kind() == reflect.String {
			key.SetString(string(name))
		} else {
			panic("document: no document has keys of type " + t.Key().String())
		}
		value.SetZero()
		d.value(value)
		v.SetMapIndex(key, value)
	})
}

func (d *decoder) list(v reflect.Value) {
	if d.data[d.pos] != '[' {
		d.mismatch("an array")
		return
	}
	if v.Kind() == reflect.Array {
		n := 0
		d.elements(func(i int) {
			if n++; i < v.Len() {
				d.value(v.Index(i))
			} else {
				d.skip()
			}
		})
		if n != v.Len() {
			d.note("length", fmt.Sprintf("the array has %d elements, it must have %d", n, v.Len()), "")
		}
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	d.elements(func(int) {
		element := reflect.New(v.Type().Elem()).Elem()
		d.value(element)
		v.Set(reflect.Append(v, element))
	})
}

func (d *decoder) bytes(v reflect.Value) {
	if d.data[d.pos] != '"' {
		d.mismatch("a string of base64")
		return
	}
	decoded, err := base64.StdEncoding.Strict().DecodeString(string(d.text()))
	if err != nil {
		d.note("format", "the string is not base64 (RFC 4648, with padding)", "encode the bytes again")
		return
	}
	v.SetBytes(decoded)
}

// any reads a value of any type: nil, bool, int64, string, []any or map[string]any.
func (d *decoder) any() any {
	switch c := d.data[d.pos]; c {
	case '"':
		return string(d.text())
	case 't', 'f':
		d.skip()
		return c == 't'
	case '{':
		out := map[string]any{}
		d.members(func(key []byte) { out[string(key)] = d.anyOrNull() })
		return out
	case '[':
		out := []any{}
		d.elements(func(int) { out = append(out, d.anyOrNull()) })
		return out
	}
	n, _ := d.integer()
	return n
}

func (d *decoder) anyOrNull() any {
	if d.data[d.pos] == 'n' {
		d.skip()
		return nil
	}
	return d.any()
}

// field is one field of a struct as JSON names it.
type field struct {
	name     string
	index    []int
	optional bool
}

// fieldTables remembers fieldsOf by type, as encoding/json does. It holds nothing that depends on when or how often it
// was asked, which is why a package-level variable is harmless here; without it every ballot would read the
// same struct tags again.
var fieldTables sync.Map // reflect.Type → []field

// fieldsOf lists the fields of a struct type, embedded structs flattened, in the order of declaration.
func fieldsOf(t reflect.Type) []field {
	if known, ok := fieldTables.Load(t); ok {
		return known.([]field)
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		optional := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		if f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct {
			for _, inner := range fieldsOf(f.Type) {
				fields = append(fields, field{inner.name, append([]int{i}, inner.index...), inner.optional})
			}
			continue
		}
		if !f.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		fields = append(fields, field{name, []int{i}, optional})
	}
	fieldTables.Store(t, fields)
	return fields
}

// SchemaOf returns what the schema field of a strict document says.
func SchemaOf(raw []byte) (string, error) {
	canonical, err := Canonical(raw)
	if err != nil {
		return "", err
	}
	schema, problems := schemaOf(canonical)
	return schema, problems.Locate(raw).Err()
}

// schemaOf is SchemaOf for bytes that are canonical already.
func schemaOf(canonical []byte) (schema string, problems Problems) {
	d := decoder{data: canonical}
	if canonical[0] != '{' {
		d.mismatch("an object")
		return "", d.problems
	}
	found := false
	d.members(func(key []byte) {
		if string(key) != "schema" {
			d.skip()
			return
		}
		found = true
		if d.data[d.pos] != '"' {
			d.mismatch("a string")
			return
		}
		schema = string(d.text())
	})
	if !found {
		problems.Add("", "schema", "the document has no schema field", `say what it is, as in "schema": "peritus/dataset/v1"`)
		return "", problems
	}
	return schema, d.problems
}
