package listing

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/datasets/licence"
	"github.com/peritus-dao/peritus/governance/document"
)

// catalogue are the columns of Project Gutenberg's pg_catalog.csv.
var catalogue = []string{"Text#", "Type", "Issued", "Title", "Language", "Authors", "Subjects", "LoCC", "Bookshelves"}

// maxLanguages bounds how many language tags are counted: the catalogue has about 70.
const maxLanguages = 500

// Gutenberg reads the catalogue of Project Gutenberg (pg_catalog.csv). The draft counts the texts, by language.
func Gutenberg(r io.Reader, o Options) (Draft, error) {
	s, err := open(r)
	if err != nil {
		return Draft{}, err
	}
	end := &lastByte{r: s}
	c := csv.NewReader(&bounded{r: end})
	c.FieldsPerRecord, c.ReuseRecord = len(catalogue), true
	head, err := c.Read()
	if err != nil || !slices.Equal(head, catalogue) {
		return Draft{}, fmt.Errorf("this is not the catalogue of Project Gutenberg, whose first line is %s", strings.Join(catalogue, ","))
	}
	var d Draft
	languages := map[string]int64{}
	last := int64(0)
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Draft{}, fmt.Errorf("the catalogue: %w; fetch it again if it was cut off", err)
		}
		line, _ := c.FieldPos(0)
		number, err := strconv.ParseInt(row[0], 10, 64)
		if err != nil || number <= last {
			return Draft{}, fmt.Errorf("line %d of the catalogue: the number %q does not follow %d", line, shorten([]byte(row[0])), last)
		}
		last = number
		if row[1] != "Text" {
			continue // sound, images, data: counted out, since a text model is trained on texts
		}
		d.Entries++
		for tag := range strings.SplitSeq(row[4], ";") {
			ps := document.Problems{}
			if ps.Language("", strings.TrimSpace(tag)); len(ps) > 0 || len(languages) >= maxLanguages && languages[strings.TrimSpace(tag)] == 0 {
				return Draft{}, fmt.Errorf("line %d of the catalogue: %q is not a language tag", line, shorten([]byte(tag)))
			}
			languages[strings.TrimSpace(tag)]++
		}
	}
	if end.last != '\n' {
		return Draft{}, errors.New("the last line of the catalogue does not end, so it may have been cut off; fetch it again")
	}
	if d.Entries == 0 {
		return Draft{}, errors.New("the catalogue names no text; fetch it again")
	}
	m, err := o.draft("gutenberg", "csv", s)
	if err != nil {
		return Draft{}, err
	}
	m.ID, m.Name = "project-gutenberg", "Project Gutenberg"
	m.Summary = fmt.Sprintf("The e-books of Project Gutenberg, as its catalogue names them: %d texts in %d languages.", d.Entries, len(languages))
	m.Creators = map[string]datasets.Creator{"project-gutenberg": {Name: "Project Gutenberg", URL: "https://www.gutenberg.org/", Role: "Transcribed the books"}}
	m.Links = map[string]string{"home": "https://www.gutenberg.org/ebooks/offline_catalogs.html"}
	m.Licence.Declared = "LicenseRef-Project-Gutenberg-License"
	m.Licence.Evidence = map[string]licence.Evidence{"terms": {URL: "https://www.gutenberg.org/policy/license.html", Note: "Most texts are in the public domain in the United States, some are not, and other countries differ. The catalogue does not say which."}}
	m.Source.Category = "public-dataset"
	m.Size.Documents = d.Entries
	m.Languages = shares(languages)
	d.Manifest = m
	return complete(d)
}

// shares turns counts into shares of the texts with six digits, rounded down, so that they never add up to more than
// there is by rounding. A text in two languages counts in both.
func shares(counts map[string]int64) map[string]document.Decimal {
	var all int64
	for _, n := range counts {
		all += n
	}
	out := map[string]document.Decimal{}
	for tag, n := range counts {
		millionths := n * 1_000_000 / all
		text := "1"
		if millionths < 1_000_000 {
			text = strings.TrimRight(fmt.Sprintf("0.%06d", millionths), "0")
		}
		out[tag] = document.Decimal(strings.TrimSuffix(text, "."))
	}
	return out
}

// lastByte remembers the last byte that was read.
type lastByte struct {
	r    io.Reader
	last byte
}

func (l *lastByte) Read(b []byte) (int, error) {
	n, err := l.r.Read(b)
	if n > 0 {
		l.last = b[n-1]
	}
	return n, err
}

// maxRecord bounds a record of the catalogue, which a quote that never ends would make as long as the file.
const maxRecord = 1 << 20

// bounded stops a reader at a physical line that is too long, or at too many lines inside one pair of quotes.
type bounded struct {
	r      io.Reader
	quoted bool
	run    int
}

func (q *bounded) Read(b []byte) (int, error) {
	n, err := q.r.Read(b)
	for _, c := range b[:n] {
		if c == '"' {
			q.quoted = !q.quoted
		}
		if q.run++; c == '\n' && !q.quoted {
			q.run = 0
		}
		if q.run > maxRecord {
			return 0, fmt.Errorf("a record is longer than %d bytes; a quote does not end", maxRecord)
		}
	}
	return n, err
}
