package web

import (
	"bytes"
	"context"
	"io"

	"github.com/a-h/templ"
	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"github.com/peritus-dao/peritus/web/view"
)

// foreignMarkdown renders a member's Markdown: no HTML of their own, no pictures, no script, and links that pass on nothing.
func foreignMarkdown(text string) view.HTML {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.Table)).Convert([]byte(text), &b); err != nil {
			return err
		}
		policy := bluemonday.NewPolicy()
		policy.AllowElements("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "h2", "h3", "h4", "hr",
			"table", "thead", "tbody", "tr", "th", "td")
		policy.AllowAttrs("href").OnElements("a")
		policy.AllowStandardURLs()
		policy.AllowURLSchemes("https", "http")
		policy.RequireNoFollowOnLinks(true)
		policy.RequireNoReferrerOnLinks(true)
		_, err := w.Write(policy.SanitizeBytes(b.Bytes()))
		return err
	})
}

// ownMarkdown renders text that is part of this program.
func ownMarkdown(text []byte) view.HTML {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		return goldmark.New(goldmark.WithParserOptions(parser.WithAutoHeadingID())).Convert(text, w)
	})
}
