// Package view draws the pages. Its components take view models and decide nothing: which words, which tone, which numbers
// is settled before they are called.
package view

import (
	"github.com/a-h/templ"

	"github.com/peritus-dao/peritus/web/locale"
)

// Page is what every page has around its content.
type Page struct {
	*locale.Locale
	Title     string
	Section   string // which entry of the navigation is current
	Path      string // where the forms of the frame return to
	Theme     string // light, dark or empty for the system's
	Languages []Choice
	Asset     func(name string) string // the hashed address of a static file
	Instance  string
	Origin    string
	Genesis   string
	Clock     Moment
	Me        *Who
	Demo      bool
	Notice    *Notice
	Wallet    bool // the page uses the wallet scripts
	Verify    bool // the page can check a proof in the browser
	Digests   bool // the page can name files by their digests in the browser
}

// Choice is an option that may be the current one.
type Choice struct {
	Value, Text string
	Current     bool
}

// Moment is a time, for machines and for people.
type Moment struct {
	ISO  string // empty: there is no such time
	Text string
	Near string // "in 3 days"
}

// Tone is the role of a colour; the words beside it always say the same.
type Tone string

// The tones.
const (
	Open  Tone = "open"
	Good  Tone = "good"
	Bad   Tone = "bad"
	Wait  Tone = "wait"
	Quiet Tone = "quiet"
)

// Status is a state in words, with its tone.
type Status struct {
	Tone Tone
	Text string
}

// Link is a way to another page.
type Link struct{ Text, Href string }

// Who is a person or machine: a name if there is one, and always the address.
type Who struct {
	Name    string
	Address string // EIP-55
	Short   string
	Href    string
}

// Notice is a message at the top of a page.
type Notice struct {
	Tone   Tone
	Title  string
	Detail string
}

// Bar is one horizontal bar made of segments, drawn as SVG; the same numbers stand in words or in a table beside it.
type Bar struct {
	Label    string // what a screen reader says
	Segments []Segment
	Mark     string // the place of a mark, as a percentage ("50%"); empty for none
}

// Segment is a part of a bar.
type Segment struct {
	Class string // for, against, abstain, filled
	X     string // percentages
	Width string
}

// Fact is a labelled value in a list of facts.
type Fact struct {
	Label string
	Text  string
	Mono  bool
	Href  string
	When  *Moment
	Who   *Who
	Note  string
}

// Pager leads to the parts of a long list.
type Pager struct {
	Words    string // "21 to 40 of 312"
	Previous string
	Next     string
}

// HTML is sanitised markup made by the server.
type HTML = templ.Component
