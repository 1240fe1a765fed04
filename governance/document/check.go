package document

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/Masterminds/semver/v3"
)

// The checks below are what the kinds of documents share. Each notes at most one problem, at path.

// Text checks a text that must be there, have at most so many characters, no blanks around it and nothing in it that
// makes readers see another text.
func (ps *Problems) Text(path, s string, most int) {
	switch n := utf8.RuneCountInString(s); {
	case n == 0:
		ps.Add(path, "required", "this text is missing", "write it")
	case n > most:
		ps.Add(path, "length", fmt.Sprintf("the text has %d characters, the limit is %d", n, most), "shorten it, or move it into a file that is named by digest")
	case strings.TrimSpace(s) != s:
		ps.Add(path, "blanks", "the text has blanks around it", "remove them")
	default:
		if i := strings.IndexFunc(s, misleads); i >= 0 {
			r, _ := utf8.DecodeRuneInString(s[i:])
			ps.Add(path, "invisible", fmt.Sprintf("the text holds the invisible character %U", r), "remove it: readers must see what they vote on")
		}
	}
}

// misleads reports whether a character is invisible and changes how others are shown: controls but line feed and tab,
// and the marks that turn the direction of writing around.
func misleads(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ' || 0x7f <= r && r < 0xa0:
		return true
	case 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069:
		return true
	}
	return r == 0xfeff || 0xe0000 <= r && r <= 0xe007f // byte order mark, tags
}

// OptionalText checks a text that may be missing.
func (ps *Problems) OptionalText(path, s string, most int) {
	if s != "" {
		ps.Text(path, s, most)
	}
}

// ID checks an identifier: lower-case letters, digits and hyphens, at most 64, beginning with a letter or digit.
func (ps *Problems) ID(path, s string) {
	if !IsID(s) {
		ps.Add(path, "id", fmt.Sprintf("%q is not an id", s), "use 1 to 64 of a-z, 0-9 and -, beginning with a letter or digit")
	}
}

// IsID reports whether s is an identifier as ID wants it.
func IsID(s string) bool {
	if s == "" || len(s) > 64 || s[0] == '-' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// OneOf checks that s is one of the words that the field knows.
func (ps *Problems) OneOf(path, s string, words ...string) {
	if !slices.Contains(words, s) {
		ps.Add(path, "choice", fmt.Sprintf("%q is not known here", s), "use one of "+strings.Join(words, ", "))
	}
}

// Needs checks that a digest is there.
func (ps *Problems) Needs(path string, d Digest) {
	if d.IsZero() {
		ps.Add(path, "required", "this digest is missing, or zero", "write the SHA-256 of what it names")
	}
}

// Between checks that n lies in a range.
func (ps *Problems) Between(path string, n, least, most int64) {
	if n < least || n > most {
		ps.Add(path, "range", fmt.Sprintf("%d is not between %d and %d", n, least, most), "write a number in that range")
	}
}

// Decimal checks a decimal that must be there and lie in a range.
func (ps *Problems) Decimal(path string, d, least, most Decimal) {
	switch {
	case d == "":
		ps.Add(path, "required", "this decimal is missing", `write it as a string, such as "0.5"`)
	case d.Compare(least) < 0 || d.Compare(most) > 0:
		ps.Add(path, "range", fmt.Sprintf("%s is not between %s and %s", d, least, most), "write a decimal in that range")
	}
}

// URL checks an absolute https or http address without credentials. What it accepts is safe as a link, and nothing
// more is claimed: an address with an odd port is refused by whoever follows it.
func (ps *Problems) URL(path, s string) {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	}
	ok = ok && len(s) <= 2048 && host != "" && !strings.HasPrefix(host, ":") && !strings.ContainsRune(host, '@')
	for i := range len(s) {
		ok = ok && s[i] > ' ' && s[i] < 0x7f && !strings.ContainsRune("\"<>\\^`{|}", rune(s[i]))
	}
	if !ok {
		ps.Add(path, "url", fmt.Sprintf("%q is not a web address", shorten([]byte(s))), `write it in full and in ASCII, as in "https://example.org/page"`)
	}
}

// OptionalURL checks an address that may be missing.
func (ps *Problems) OptionalURL(path, s string) {
	if s != "" {
		ps.URL(path, s)
	}
}

// Date checks a calendar day, "2024-12-31".
func (ps *Problems) Date(path, s string) {
	if _, err := time.Parse(time.DateOnly, s); err != nil || len(s) != len(time.DateOnly) {
		ps.Add(path, "date", fmt.Sprintf("%q is not a day of the calendar", s), `write it as in "2024-12-31"`)
	}
}

// OptionalDate checks a day that may be missing.
func (ps *Problems) OptionalDate(path, s string) {
	if s != "" {
		ps.Date(path, s)
	}
}

// maxNumber bounds the numbers of a version, so that every reader can count on from them.
const maxNumber = 1_000_000_000_000_000_000

// SemVer checks a version number: strict SemVer 2.0.0 without build metadata, which would give one version two names.
func (ps *Problems) SemVer(path, s string) {
	v, err := semver.StrictNewVersion(s)
	switch {
	case err != nil:
		ps.Add(path, "semver", fmt.Sprintf("%q is not a version", s), `write it as SemVer 2.0.0 says, as in "1.4.0"`)
	case v.Major() >= maxNumber || v.Minor() >= maxNumber || v.Patch() >= maxNumber:
		ps.Add(path, "semver", fmt.Sprintf("the version %q has a number of more than 18 digits", s), "use smaller numbers")
	case v.Metadata() != "":
		ps.Add(path, "semver", fmt.Sprintf("the version %q has build metadata", s), "leave out the plus sign and what follows it")
	}
}

// FilePath checks the path of a file inside a folder: relative, with slashes, without steps that leave it or that
// name one file twice.
func (ps *Problems) FilePath(path, file string) {
	if !IsFilePath(file) {
		ps.Add(path, "path", fmt.Sprintf("%q does not name a file inside the folder", shorten([]byte(file))), `write a relative path with slashes and without ".." as in "shards/part-0001.safetensors"`)
	}
}

// IsFilePath reports whether file is a path as FilePath wants it.
func IsFilePath(file string) bool {
	if file == "" || len(file) > 1024 || strings.ContainsAny(file, "\\\x00\n\r:") {
		return false
	}
	for step := range strings.SplitSeq(file, "/") {
		if step == "" || step == "." || step == ".." {
			return false
		}
	}
	return true
}

// Language checks a language tag by its shape (RFC 5646: "en", "pt-BR", "zh-Hant").
func (ps *Problems) Language(path, tag string) {
	parts := strings.Split(tag, "-")
	ok := len(parts) <= 4 && len(parts[0]) >= 2 && len(parts[0]) <= 3 && isLower(parts[0])
	for _, part := range parts[1:] {
		ok = ok && len(part) >= 2 && len(part) <= 8 && strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
	}
	if !ok {
		ps.Add(path, "language", fmt.Sprintf("%q is not a language tag", tag), `write it as BCP 47 says, as in "en" or "pt-BR"`)
	}
}

func isLower(s string) bool { return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" }

// Sorted checks a list that stands for a set: in ascending order, nothing twice, so that a set has one spelling.
func (ps *Problems) Sorted(path string, list []string) {
	for i := 1; i < len(list); i++ {
		if list[i-1] >= list[i] {
			ps.Add(path, "sorted", fmt.Sprintf("%q stands after %q", list[i], list[i-1]), "sort the list and name nothing twice")
			return
		}
	}
}

// Successor checks a new version of a document against the one it replaces: the version must rise by at least the
// bump that the kind computes, and a parent field must name before by its digest. It returns the computed bump and
// its reason. Kinds without versions have nothing to check.
func (k Kind) Successor(before, after []byte) (Bump, string, error) {
	if k.Bump == nil || k.Version == nil {
		return None, "", nil
	}
	bump, why, err := k.Bump(before, after)
	if err != nil {
		return None, "", err
	}
	var problems Problems
	old, new, err := versions(k, before, after)
	if err != nil {
		return None, "", err
	}
	if least := least(old, bump); new.LessThan(least) {
		problems.Add("/version", "bump", fmt.Sprintf("version %s follows %s, but the change is %s: %s", new, old, bump, why), fmt.Sprintf("use %s or a later version", least))
	}
	canonical, err := Canonical(before)
	if err != nil {
		return None, "", err
	}
	parent, err := memberOf(after, "parent")
	if err != nil {
		return None, "", err
	}
	if digest := Sum(canonical).String(); parent != digest {
		problems.Add("/parent", "parent", "the parent is not the version that this one replaces", "write "+digest)
	}
	return bump, why, problems.Locate(after).Err()
}

func versions(k Kind, before, after []byte) (old, new *semver.Version, err error) {
	for _, side := range []struct {
		raw []byte
		to  **semver.Version
	}{{before, &old}, {after, &new}} {
		s, err := k.Version(side.raw)
		if err != nil {
			return nil, nil, err
		}
		if *side.to, err = semver.StrictNewVersion(s); err != nil {
			return nil, nil, fmt.Errorf("version %q: %w", s, err)
		}
	}
	return old, new, nil
}

// least returns the lowest version that is far enough from old. Below 1.0.0 nothing is promised yet, but the steps
// are asked for all the same, so that a reader sees how much has changed. A pre-release counts as the version
// that it leads to: for any change, 2.0.0-rc.1 may be followed by 2.0.0.
func least(old *semver.Version, bump Bump) *semver.Version {
	if old.Prerelease() != "" {
		bump = Patch
	}
	switch bump {
	case Major:
		return ptr(old.IncMajor())
	case Minor:
		return ptr(old.IncMinor())
	}
	return ptr(old.IncPatch())
}

func ptr(v semver.Version) *semver.Version { return &v }

// memberOf returns one member of a document at the top.
func memberOf(raw []byte, key string) (any, error) {
	canonical, err := canonicalObject(raw)
	if err != nil {
		return nil, err
	}
	for _, e := range entries(canonical) {
		if string(e.key) == key {
			d := decoder{data: e.value}
			return d.anyOrNull(), nil
		}
	}
	return nil, nil
}
