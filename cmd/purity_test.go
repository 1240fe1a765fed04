package cmd_test

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The core is a function of its arguments: the same bytes give the same result on every machine, at any time. So it has no
// clock, no randomness, no files, no network and no database; no floating point, whose rounding differs; and no order of a
// map that could reach a result, which is random by design.
//
// A loop over a map is fine where its order cannot matter, in forms that [order] recognises. Where one is fine for another
// reason, the line above it says which:
//
//	//peritus:unordered the sum does not depend on the order
func TestCoreIsPure(t *testing.T) {
	var paths []string
	packages := map[string]pkg{}
	for _, p := range ours(t) {
		if pure(p) {
			paths, packages[p.path] = append(paths, module+"/"+p.path), p
		}
	}
	if len(paths) < 10 {
		t.Fatalf("only %d packages are taken to be pure", len(paths))
	}
	c := newChecker(t, paths)
	n := 0
	for _, path := range paths {
		p := packages[short(path)]
		var files []*ast.File
		for _, name := range p.files {
			f, err := parser.ParseFile(c.fset, filepath.Join(p.dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
		n += len(files)
		for _, finding := range c.check(t, path, files) {
			t.Error(finding)
		}
	}
	t.Logf("%d files of %d packages", n, len(paths))
}

// checker finds what is not pure in packages that the compiler has accepted.
type checker struct {
	fset     *token.FileSet
	importer types.Importer
}

// newChecker returns a checker for packages and all that they import, which the go command compiles or has compiled.
func newChecker(t *testing.T, paths []string) *checker {
	t.Helper()
	var l struct{ ImportPath, Export string }
	exports := map[string]string{}
	list(t, &l, func() { exports[l.ImportPath] = l.Export }, append([]string{"-export", "-deps", "-json=ImportPath,Export"}, paths...)...)
	fset := token.NewFileSet()
	return &checker{fset, importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(exports[path])
	})}
}

func (c *checker) check(t *testing.T, path string, files []*ast.File) []string {
	t.Helper()
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	if _, err := (&types.Config{Importer: c.importer}).Check(path, c.fset, files, info); err != nil {
		t.Fatal(err)
	}
	var findings []string
	for _, f := range files {
		p := &purity{fset: c.fset, info: info, file: f}
		p.imports()
		ast.Inspect(f, p.visit)
		findings = append(findings, p.findings...)
	}
	slices.Sort(findings)
	return slices.Compact(findings)
}

// purity is the check of one file.
type purity struct {
	fset     *token.FileSet
	info     *types.Info
	file     *ast.File
	path     []ast.Node // from the file to the node at hand
	findings []string
}

func (p *purity) report(pos token.Pos, format string, args ...any) {
	at := p.fset.Position(pos)
	if root, err := filepath.Abs(".."); err == nil {
		at.Filename = strings.TrimPrefix(at.Filename, root+"/")
	}
	p.findings = append(p.findings, fmt.Sprintf("%s:%d: ", at.Filename, at.Line)+fmt.Sprintf(format, args...))
}

// impure are packages that no pure package imports, each with those below it.
var impure = []string{
	"crypto/rand", "database", "io/ioutil", "log", "math/cmplx", "math/rand", "net", "os", "plugin", "syscall", "unsafe",
	"gorm.io", "github.com/gofiber", "github.com/jackc", "github.com/hashicorp", "modernc.org",
	"github.com/ethereum/go-ethereum/ethclient", "github.com/ethereum/go-ethereum/rpc",
}

// clock are the functions of package time that look at the clock or wait for it.
var clock = []string{"After", "AfterFunc", "NewTicker", "NewTimer", "Now", "Since", "Sleep", "Tick", "Until", "Local"}

func (p *purity) imports() {
	for _, spec := range p.file.Imports {
		path := strings.Trim(spec.Path.Value, `"`)
		if in(path, impure...) && path != "net/url" && path != "net/netip" { // those two are about text
			p.report(spec.Pos(), "imports %s: the core does no I/O and draws no lots", path)
		}
	}
}

func (p *purity) visit(n ast.Node) bool {
	if n == nil {
		p.path = p.path[:len(p.path)-1]
		return true
	}
	p.path = append(p.path, n)
	switch n := n.(type) {
	case *ast.Ident:
		obj := p.info.Uses[n]
		if obj == nil {
			obj = p.info.Defs[n]
		}
		if obj == nil {
			break
		}
		if obj.Pkg() != nil && obj.Pkg().Path() == "time" && obj.Parent() == obj.Pkg().Scope() && slices.Contains(clock, obj.Name()) {
			p.report(n.Pos(), "time.%s: the time comes in as an argument", obj.Name())
		}
		if obj.Pkg() != nil && obj.Pkg().Path() == "reflect" && slices.Contains([]string{"MapRange", "MapKeys", "Seq", "Seq2"}, obj.Name()) && !p.excused() {
			p.report(n.Pos(), "reflect's %s: its order is random; sort, and say so with //peritus:unordered", obj.Name())
		}
		if obj.Pkg() != nil && obj.Pkg().Path() == "maps" {
			p.iterator(n, obj.Name())
		}
		if _, isType := obj.(*types.TypeName); !isType && obj.Pkg() != nil && floating(obj.Type()) || obj.Pkg() == nil && floating(obj.Type()) {
			p.report(n.Pos(), "%s is a floating-point %s: count in integers", n.Name, kindOf(obj))
		}
	case ast.Expr:
		if tv, ok := p.info.Types[n]; ok && floating(tv.Type) {
			p.report(n.Pos(), "a floating-point value: count in integers")
		}
	case *ast.RangeStmt:
		if tv := p.info.Types[n.X]; tv.Type != nil && p.unordered(n.X, tv.Type) && !p.excused() {
			if why := (&order{p: p, loop: n, function: p.function()}).why(); why != "" {
				p.report(n.Pos(), "the order of a map may reach a result: %s; range over slices.Sorted(maps.Keys(m)), or say why not with //peritus:unordered", why)
			}
		}
	}
	return true
}

func kindOf(obj types.Object) string {
	if _, ok := obj.(*types.TypeName); ok {
		return "type"
	}
	return "value"
}

func floating(t types.Type) bool {
	b, ok := types.Default(t).Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsFloat|types.IsComplex) != 0
}

// unordered reports whether ranging over x goes in the order of a map.
func (p *purity) unordered(x ast.Expr, t types.Type) bool {
	if _, ok := t.Underlying().(*types.Map); ok {
		return true
	}
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	return ok && p.mapsFunction(call.Fun)
}

// mapsFunction reports whether f is maps.All, Keys or Values.
func (p *purity) mapsFunction(f ast.Expr) bool {
	s, ok := ast.Unparen(f).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	obj := p.info.Uses[s.Sel]
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "maps" && slices.Contains([]string{"All", "Keys", "Values"}, obj.Name())
}

// iterator checks where the iterator that a function of package maps returns goes: into something that sorts, into another
// map, or into a loop, which is checked by itself.
func (p *purity) iterator(n *ast.Ident, name string) {
	if !slices.Contains([]string{"All", "Keys", "Values"}, name) || p.excused() {
		return
	}
	// The path ends … consumer call, maps.Keys(…), maps.Keys, Keys.
	if len(p.path) >= 4 {
		switch consumer := p.path[len(p.path)-4].(type) {
		case *ast.RangeStmt:
			return
		case *ast.CallExpr:
			if s, ok := ast.Unparen(consumer.Fun).(*ast.SelectorExpr); ok {
				if obj := p.info.Uses[s.Sel]; obj != nil && obj.Pkg() != nil {
					switch obj.Pkg().Path() + "." + obj.Name() {
					case "slices.Sorted", "slices.SortedFunc", "slices.SortedStableFunc", "maps.Collect", "maps.Insert":
						return
					case "slices.Collect", "slices.AppendSeq":
						if assign, ok := p.path[len(p.path)-5].(*ast.AssignStmt); ok && len(assign.Lhs) == 1 {
							if v := p.variable(assign.Lhs[0]); v != nil && p.sorts(p.function(), v, consumer.End()) {
								return
							}
						}
					}
				}
			}
		}
	}
	p.report(n.Pos(), "the order of a map may reach a result through maps.%s: hand it to slices.Sorted, or say why not with //peritus:unordered", name)
}

// variable returns the variable that an expression names, or nil.
func (p *purity) variable(e ast.Expr) types.Object {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	if obj := p.info.Defs[id]; obj != nil {
		return obj
	}
	return p.info.Uses[id]
}

// global reports whether an expression names a variable of a package.
func (p *purity) global(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if s, isSelector := ast.Unparen(e).(*ast.SelectorExpr); isSelector {
		id, ok = s.Sel, true
	}
	if !ok {
		return false
	}
	v, ok := p.info.Uses[id].(*types.Var)
	return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// function returns the body of the innermost function around the node at hand.
func (p *purity) function() *ast.BlockStmt {
	for _, n := range slices.Backward(p.path) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Body
		case *ast.FuncLit:
			return n.Body
		}
	}
	return nil
}

// sorts reports whether a function sorts a slice after a place in it.
func (p *purity) sorts(body *ast.BlockStmt, slice types.Object, after token.Pos) bool {
	found := false
	if body == nil {
		return false
	}
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.Pos() < after || len(call.Args) == 0 || p.variable(call.Args[0]) != slice {
			return true
		}
		if s, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			if obj := p.info.Uses[s.Sel]; obj != nil && obj.Pkg() != nil {
				switch obj.Pkg().Path() + "." + obj.Name() {
				case "slices.Sort", "slices.SortFunc", "slices.SortStableFunc", "sort.Strings", "sort.Ints", "sort.Slice", "sort.SliceStable":
					found = true
				}
			}
		}
		return true
	})
	return found
}

var excuse = regexp.MustCompile(`^//peritus:unordered \S.{8,}`)

// excused reports whether the line of the node at hand, or the one above it, says why its order does not matter.
func (p *purity) excused() bool {
	line := p.fset.Position(p.path[len(p.path)-1].Pos()).Line
	for _, group := range p.file.Comments {
		for _, c := range group.List {
			if at := p.fset.Position(c.Pos()).Line; (at == line || at == line-1) && excuse.MatchString(c.Text) {
				return true
			}
		}
	}
	return false
}

// order decides whether the order of a loop over a map can be seen from outside the loop. It cannot if the body does nothing
// but these, nested as it likes:
//   - declare variables of its own;
//   - append to a slice that the function sorts afterwards;
//   - delete from a map; set the element of a map at the loop's own key, or to a constant;
//   - add to an integer, or keep a minimum or maximum;
//   - leave with an answer that is the same whichever element led to it.
type order struct {
	p        *purity
	loop     *ast.RangeStmt
	function *ast.BlockStmt
	answer   string // of the return statements so far
	leaves   bool   // a break or a return ends the loop early
	keeps    bool   // something outlives the loop
}

// why says what makes the order visible, or nothing.
func (o *order) why() string {
	if why := o.block(o.loop.Body.List); why != "" {
		return why
	}
	// A loop that ends early and also keeps something keeps what came before, and that is a matter of order.
	if o.leaves && o.keeps {
		return "it keeps what came before it left"
	}
	return ""
}

func (o *order) block(list []ast.Stmt) string {
	for _, s := range list {
		if why := o.statement(s); why != "" {
			return why
		}
	}
	return ""
}

func (o *order) statement(s ast.Stmt) string {
	switch s := s.(type) {
	case nil, *ast.EmptyStmt, *ast.DeclStmt:
		return ""
	case *ast.BlockStmt:
		return o.block(s.List)
	case *ast.IfStmt:
		for _, part := range []ast.Stmt{s.Init, s.Body, s.Else} {
			if why := o.statement(part); why != "" {
				return why
			}
		}
		return ""
	case *ast.ForStmt:
		for _, part := range []ast.Stmt{s.Init, s.Post, s.Body} {
			if why := o.statement(part); why != "" {
				return why
			}
		}
		return ""
	case *ast.RangeStmt:
		return o.block(s.Body.List)
	case *ast.SwitchStmt:
		if why := o.statement(s.Init); why != "" {
			return why
		}
		for _, c := range s.Body.List {
			if why := o.block(c.(*ast.CaseClause).Body); why != "" {
				return why
			}
		}
		return ""
	case *ast.BranchStmt:
		if s.Tok == token.CONTINUE {
			return ""
		}
		if s.Tok == token.BREAK && s.Label == nil {
			o.leaves = true // or an inner loop or switch, which is no worse
			return ""
		}
		return s.Tok.String()
	case *ast.ReturnStmt:
		return o.returns(s)
	case *ast.IncDecStmt:
		return o.add(s.X)
	case *ast.ExprStmt:
		if call, ok := s.X.(*ast.CallExpr); ok {
			if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && (id.Name == "delete" || id.Name == "panic") {
				o.keeps = o.keeps || id.Name == "delete"
				return ""
			}
		}
		return "it calls a function for its effect"
	case *ast.AssignStmt:
		return o.assign(s)
	}
	return fmt.Sprintf("%T in its body", s)
}

// returns accepts answers that are the same for all elements: constants, nil and variables of a package, such as errors.
func (o *order) returns(s *ast.ReturnStmt) string {
	o.leaves = true
	answer := ""
	for _, r := range s.Results {
		tv := o.p.info.Types[r]
		switch {
		case tv.IsNil():
			answer += "nil;"
		case tv.Value != nil:
			answer += constant.ToInt(tv.Value).ExactString() + ";"
		case o.p.global(r):
			answer += types.ExprString(r) + ";"
		default:
			return "it returns what depends on the element that it met first"
		}
	}
	if o.answer != "" && o.answer != answer {
		return "it returns different answers"
	}
	o.answer = answer
	return ""
}

func (o *order) assign(s *ast.AssignStmt) string {
	for i, left := range s.Lhs {
		if id, ok := left.(*ast.Ident); ok && (id.Name == "_" || o.own(id)) {
			continue
		}
		o.keeps = true
		switch s.Tok {
		case token.ADD_ASSIGN, token.SUB_ASSIGN, token.MUL_ASSIGN, token.OR_ASSIGN, token.AND_ASSIGN, token.XOR_ASSIGN:
			if why := o.add(left); why != "" {
				return why
			}
			continue
		case token.ASSIGN:
		default:
			return "it assigns with " + s.Tok.String()
		}
		if len(s.Rhs) != len(s.Lhs) {
			return "it assigns the results of a call"
		}
		right := ast.Unparen(s.Rhs[i])
		if index, ok := left.(*ast.IndexExpr); ok {
			// The keys of a loop differ, so each element of another map is set once.
			_, isMap := o.p.info.Types[index.X].Type.Underlying().(*types.Map)
			key := o.p.variable(index.Index)
			if isMap && (key != nil && o.loop.Key != nil && key == o.p.variable(o.loop.Key) || o.p.info.Types[right].Value != nil) {
				continue
			}
			return "it sets elements at other places than its own key"
		}
		if o.p.info.Types[right].Value != nil {
			continue // found = true
		}
		call, ok := right.(*ast.CallExpr)
		if !ok {
			return "it assigns what depends on the element that it met last"
		}
		id, ok := ast.Unparen(call.Fun).(*ast.Ident)
		if !ok || len(call.Args) == 0 || types.ExprString(call.Args[0]) != types.ExprString(left) {
			return "it assigns what depends on the element that it met last"
		}
		switch id.Name {
		case "min", "max":
		case "append":
			v := o.p.variable(left)
			if v == nil || !o.p.sorts(o.function, v, o.loop.End()) {
				return "it appends to a slice that is not sorted afterwards"
			}
		default:
			return "it assigns what depends on the element that it met last"
		}
	}
	return ""
}

// add accepts sums of integers.
func (o *order) add(e ast.Expr) string {
	o.keeps = true
	if b, ok := o.p.info.Types[e].Type.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
		return ""
	}
	return "it adds up what are no integers"
}

// own reports whether a variable is declared within the loop, so that each turn has its own.
func (o *order) own(id *ast.Ident) bool {
	v := o.p.variable(id)
	return v != nil && v.Pos() >= o.loop.Pos() && v.Pos() < o.loop.End()
}

// The rules find what they are for, and leave alone what is fine.
func TestPurityRules(t *testing.T) {
	c := newChecker(t, []string{"crypto/rand", "maps", "os", "reflect", "slices", "sort", "time", "net/url"})
	for _, test := range []struct {
		body string // of a function of m map[string]int, n int
		want string // in the only finding, or nothing
	}{
		{`return time.Unix(1, 0).UTC()`, ``},
		{`return time.Now()`, `time.Now`},
		{`f := time.Since; return f`, `time.Since`},
		{`return time.Time.Equal`, ``},
		{`return os.Args`, `imports os`},
		{`return rand.Reader`, `imports crypto/rand`},
		{`return url.QueryEscape("a")`, ``},
		{`return 1.5`, `floating-point`},
		{`return n / 2`, ``},
		{`var x float32; _ = x; return nil`, `floating-point`},
		{`return time.Second.Seconds()`, `floating-point`},
		{`return 2i`, `floating-point`},

		{`var keys []string; for k := range m { keys = append(keys, k) }; return keys`, `not sorted afterwards`},
		{`var keys []string; for k := range m { keys = append(keys, k) }; slices.Sort(keys); return keys`, ``},
		{`var keys []string; slices.Sort(keys); for k := range m { keys = append(keys, k) }; return keys`, `not sorted afterwards`},
		{`var keys []string; for k := range m { if k != "" { keys = append(keys, k) } }; sort.Strings(keys); return keys`, ``},
		{`s := 0; for _, v := range m { s += v }; return s`, ``},
		{`s := ""; for k := range m { s += k }; return s`, `no integers`},
		{`s := ""; for k := range m { s = k }; return s`, `met last`},
		{`s := 0; for _, v := range m { s = max(s, v) }; return s`, ``},
		{`s := 0; for _, v := range m { s = max(n, v) }; return s`, `met last`},
		{`o := map[string]int{}; for k, v := range m { o[k] = v * 2 }; return o`, ``},
		{`o := map[int]string{}; for k, v := range m { o[v] = k }; return o`, `other places`},
		{`o := map[int]bool{}; for _, v := range m { o[v] = true }; return o`, ``},
		{`o := map[int]int{}; for _, v := range m { o[v]++ }; return o`, ``},
		{`for k := range m { delete(m, k) }; return nil`, ``},
		{`for range m { n++ }; return n`, ``},
		{`for _, v := range m { if v < 0 { return false } }; return true`, ``},
		{`for _, v := range m { if v < 0 { return errBad } }; return nil`, ``},
		{`for k, v := range m { if v < 0 { return k } }; return nil`, `met first`},
		{`for _, v := range m { if v < 0 { return 1 }; return 2 }; return nil`, `different answers`},
		{`found := false; for _, v := range m { if v < 0 { found = true; break } }; return found`, `before it left`},
		{`s := 0; for _, v := range m { if v < 0 { break }; s += v }; return s`, `before it left`},
		{`for k := range m { println(k); f(k) }; return nil`, `for its effect`},
		{`for k := range m { w := k + "x"; w = w + k; _ = w }; return nil`, ``},
		{`for k := range m { switch k { case "a": n++; default: n-- } }; return n`, ``},
		{`for k := range m { go f(k) }; return nil`, `GoStmt`},
		{"//peritus:unordered f does not look at its argument\nfor k := range m { f(k) }; return nil", ``},
		{"//peritus:unordered\nfor k := range m { f(k) }; return nil", `for its effect`},

		{`return slices.Sorted(maps.Keys(m))`, ``},
		{`return slices.Collect(maps.Keys(m))`, `maps.Keys`},
		{`keys := slices.Collect(maps.Keys(m)); slices.Sort(keys); return keys`, ``},
		{`return maps.Collect(maps.All(m))`, ``},
		{`return maps.Values(m)`, `maps.Values`},
		{`for k := range maps.Keys(m) { f(k) }; return nil`, `for its effect`},
		{`for _, k := range slices.Sorted(maps.Keys(m)) { f(k) }; return nil`, ``},
		{`k := maps.Keys[map[string]int]; return k(m)`, `maps.Keys`},
		{`return reflect.ValueOf(m).MapKeys()`, `reflect's MapKeys`},
	} {
		var b strings.Builder
		b.WriteString("package p\n")
		for _, path := range []string{"crypto/rand", "maps", "net/url", "os", "reflect", "slices", "sort", "time"} {
			if strings.Contains(test.body, path[strings.LastIndex(path, "/")+1:]+".") {
				fmt.Fprintf(&b, "import %q\n", path)
			}
		}
		fmt.Fprintf(&b, "var errBad error\nfunc f(string) {}\nfunc g(m map[string]int, n int) any {\n%s\n}\n", test.body)
		file, err := parser.ParseFile(c.fset, "p.go", b.String(), parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatalf("%s: %v", test.body, err)
		}
		switch findings := strings.Join(c.check(t, "p", []*ast.File{file}), "\n"); {
		case test.want == "" && findings != "":
			t.Errorf("%s is fine, but: %s", test.body, findings)
		case !strings.Contains(findings, test.want):
			t.Errorf("%s: found %q, want %q", test.body, findings, test.want)
		}
	}
}
