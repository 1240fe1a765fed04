// Package cmd_test holds the rules that DESIGN makes for our own source: which way imports point, and what the pure core
// may not touch. It is a package of its own, without any code of ours, so that it compiles in a second.
package cmd_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/peritus-dao/peritus"

// A pkg is a package of ours as go list describes it. Paths in it are short: without the module's path.
type pkg struct {
	path    string
	dir     string
	files   []string // without tests
	imports []string // everything; ours are short
}

// testing reports whether the package exists to help tests.
func (p pkg) testing() bool { return slices.Contains(p.imports, "testing") }

// short returns an import path of ours without the module's path.
func short(path string) string { return strings.TrimPrefix(path, module+"/") }

// in reports whether a package is, or lies below, one of the folders.
func in(path string, folders ...string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return path == f || strings.HasPrefix(path, f+"/") })
}

// The line of the folders: a package imports from its own folder and from those before it.
var line = []string{"attestations", "governance", "datasets", "modelspec", "web", "cmd"}

// leaves are the folders that stand beside the line, with who may use them.
var leaves = map[string][]string{
	"contracts":  {"cmd"},
	"migrations": {"governance/store", "cmd"},
}

// edges do I/O: everything else in the folders of the core is pure.
var edges = []string{
	"attestations/follower",
	"governance/anchor", "governance/mirror", "governance/remote", "governance/store",
	"modelspec/agent", "modelspec/cosign", "modelspec/publish",
}

// service is the package that joins pure parts and edges: it waits, locks and salts, and is neither.
const service = "governance"

// core are the folders whose packages are pure unless they are edges.
var core = []string{"attestations", "governance", "datasets", "modelspec"}

// adapters are the edges by what they reach. One of them never imports another's, whatever the line allows.
var adapters = map[string][]string{
	"the database": {"governance/store", "migrations"},
	"the chain":    {"contracts"},
	"HTTP":         {"governance/remote", "web"},
	"releases":     {"modelspec/publish", "modelspec/agent"},
}

// pure reports whether the rules of the pure core hold for a package.
func pure(p pkg) bool {
	return in(p.path, core...) && !in(p.path, edges...) && p.path != service && !p.testing()
}

func list(t *testing.T, v any, each func(), args ...string) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir = ".."
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; each() {
		if err := d.Decode(v); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// ours returns our packages.
func ours(t *testing.T) []pkg {
	t.Helper()
	type listed struct {
		ImportPath, Dir  string
		GoFiles, Imports []string
	}
	var l listed
	var out []pkg
	list(t, &l, func() {
		p := pkg{path: short(l.ImportPath), dir: l.Dir, files: l.GoFiles}
		for _, i := range l.Imports {
			p.imports = append(p.imports, short(i))
		}
		out, l = append(out, p), listed{}
	}, "-json=ImportPath,Dir,GoFiles,Imports", "./...")
	if len(out) == 0 {
		t.Fatal("go list names no package")
	}
	return out
}

// Imports point inward, and adapters do not know each other.
func TestImports(t *testing.T) {
	packages := ours(t)
	helpers := map[string]bool{}
	known := map[string]bool{}
	for _, p := range packages {
		helpers[p.path], known[p.path] = p.testing(), true
	}
	for _, p := range packages {
		folder, _, _ := strings.Cut(p.path, "/")
		if !slices.Contains(line, folder) && leaves[folder] == nil {
			t.Errorf("%s lies in a folder that DESIGN does not name", p.path)
		}
		for _, i := range p.imports {
			if !known[i] {
				continue
			}
			if why := forbidden(p.path, i, p.testing()); why != "" {
				t.Errorf("%s imports %s: %s", p.path, i, why)
			}
			if helpers[i] && !p.testing() {
				t.Errorf("%s imports %s, which is for tests", p.path, i)
			}
		}
	}
}

// forbidden says why one package may not import another, or nothing if it may.
func forbidden(from, to string, testing bool) string {
	folder, _, _ := strings.Cut(from, "/")
	target, _, _ := strings.Cut(to, "/")
	if folder == target {
		return ""
	}
	if folder == "migrations" {
		return "migrations know nothing but SQL"
	}
	if users, leaf := leaves[target]; leaf {
		if !in(from, users...) && !testing {
			return target + " is a leaf that only " + strings.Join(users, " and ") + " may use; declare a port and let cmd bring both together"
		}
		return ""
	}
	// A leaf implements the ports that the line declares, up to the web.
	if leaves[folder] == nil && slices.Index(line, target) > slices.Index(line, folder) {
		return "imports point inward, in the order " + strings.Join(line, " ← ")
	}
	if leaves[folder] != nil && in(to, "web", "cmd") {
		return "a leaf does not know who uses it"
	}
	for mine, those := range adapters {
		for theirs, these := range adapters {
			if mine != theirs && in(from, those...) && in(to, these...) && !(mine == "the database" && testing) {
				return "an adapter to " + mine + " does not know the adapter to " + theirs
			}
		}
	}
	return ""
}

// An operator reads what runs beside the model, so there is little of it.
func TestNodeLinksLittle(t *testing.T) {
	type listed struct{ ImportPath string }
	var l listed
	n := 0
	list(t, &l, func() {
		n++
		if in(l.ImportPath, "gorm.io", "github.com/gofiber", "github.com/jackc", "modernc.org", "github.com/mattn/go-sqlite3", "testing") ||
			in(l.ImportPath, "github.com/ethereum/go-ethereum/node", "github.com/ethereum/go-ethereum/eth", "github.com/ethereum/go-ethereum/accounts/abi/bind", "github.com/ethereum/go-ethereum/core/vm") {
			t.Errorf("peritus-node links %s; go mod why -m and go list -deps say who asks for it", l.ImportPath)
		}
	}, "-deps", "-json=ImportPath", "./cmd/peritus-node")
	if n == 0 {
		t.Error("go list names no package")
	}
}

// The rules find what they are for.
func TestForbidden(t *testing.T) {
	for _, test := range []struct {
		from, to string
		fine     bool
	}{
		{"governance/ballot", "attestations/weight", true},
		{"attestations/weight", "governance/document", false},
		{"governance/replay", "modelspec/release", false},
		{"governance/replay", "datasets", false},
		{"modelspec", "datasets/licence", true},
		{"datasets", "modelspec", false},
		{"web", "governance/document", true},
		{"web", "governance/store", false},
		{"web", "contracts/chain", false},
		{"governance", "web", false},
		{"governance", "migrations", false},
		{"governance/store", "migrations", true},
		{"governance/store", "contracts/chain", false},
		{"contracts/chain", "governance/anchor", true},
		{"contracts/chain", "governance/store", false},
		{"contracts/chain", "web", false},
		{"migrations", "governance/store", false},
		{"cmd/peritus", "governance/store", true},
		{"cmd/peritus", "contracts/devnet", true},
	} {
		if why := forbidden(test.from, test.to, false); (why == "") != test.fine {
			t.Errorf("%s imports %s: fine is %t, but: %q", test.from, test.to, test.fine, why)
		}
	}
}
