package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"path"
	"slices"
	"strings"
)

//go:embed static
var staticFiles embed.FS

// assets are the static files under names that hold their own hash, so that they may be cached for ever.
type assets struct {
	names map[string]string // "peritus.css" → "/static/peritus.0a1b2c3d4e5f.css"
	files map[string]asset  // by address
}

type asset struct {
	content []byte
	kind    string
}

func loadAssets() (*assets, error) {
	var names []string
	raw := map[string][]byte{}
	err := fs.WalkDir(staticFiles, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := staticFiles.ReadFile(name)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name, "static/")
		raw[name], names = content, append(names, name)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("static files: %w", err)
	}
	// Stylesheets come last: they name fonts by the fonts' own hashes.
	slices.SortStableFunc(names, func(a, b string) int {
		return boolInt(path.Ext(a) == ".css") - boolInt(path.Ext(b) == ".css")
	})
	a := &assets{names: map[string]string{}, files: map[string]asset{}}
	for _, name := range names {
		content := raw[name]
		if path.Ext(name) == ".css" {
			for from, to := range a.names {
				content = bytes.ReplaceAll(content, []byte(`url("`+from+`")`), []byte(`url("`+to+`")`))
			}
		}
		sum := sha256.Sum256(content)
		ext := path.Ext(name)
		address := "/static/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
		kind := mime.TypeByExtension(ext)
		switch ext {
		case ".woff2":
			kind = "font/woff2"
		case ".js":
			kind = "text/javascript; charset=utf-8"
		}
		a.names[name] = address
		a.files[address] = asset{content, kind}
	}
	return a, nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// address is the hashed address of a static file. Asking for a file that does not exist is a mistake in our own source,
// which the tests find: every page is rendered there.
func (a *assets) address(name string) string {
	address, ok := a.names[name]
	if !ok {
		panic("web: no static file " + name)
	}
	return address
}
