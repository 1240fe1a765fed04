package wallet

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// MaxSignIn is the longest sign-in message that is read, in bytes.
const MaxSignIn = 4096

// SignIn is a message of EIP-4361, "Sign-In with Ethereum". An account signs its text as a personal message
// ([HashMessage]).
type SignIn struct {
	Scheme         string // of the page that asks, "https"; may be empty
	Domain         string // authority of the page that asks, "example.org" or "localhost:8080"
	Address        common.Address
	Statement      string // what the person agrees to; may be empty
	URI            string // what is signed in to
	ChainID        uint64
	Nonce          string // at least 8 letters and digits; used once
	IssuedAt       string // RFC 3339, as it stands in the message
	ExpirationTime string // RFC 3339; may be empty
	NotBefore      string // RFC 3339; may be empty
	RequestID      string // may be empty
	Resources      []string
}

// SignInError says which field of a sign-in message is not as it must be.
type SignInError struct {
	Field  string // as the message names it: "Chain ID"
	Detail string
}

// Error returns field and detail.
func (e *SignInError) Error() string { return "sign-in message: " + e.Field + ": " + e.Detail }

func signInError(field, format string, args ...any) error {
	return &SignInError{Field: field, Detail: fmt.Sprintf(format, args...)}
}

const wants = " wants you to sign in with your Ethereum account:"

// String returns the text that is signed.
func (s SignIn) String() string {
	var b strings.Builder
	if s.Scheme != "" {
		b.WriteString(s.Scheme + "://")
	}
	b.WriteString(s.Domain + wants + "\n" + s.Address.Hex() + "\n\n")
	if s.Statement != "" {
		b.WriteString(s.Statement + "\n")
	}
	b.WriteString("\nURI: " + s.URI + "\nVersion: 1\nChain ID: " + strconv.FormatUint(s.ChainID, 10) +
		"\nNonce: " + s.Nonce + "\nIssued At: " + s.IssuedAt)
	for _, line := range []struct{ name, value string }{
		{"Expiration Time", s.ExpirationTime}, {"Not Before", s.NotBefore}, {"Request ID", s.RequestID},
	} {
		if line.value != "" {
			b.WriteString("\n" + line.name + ": " + line.value)
		}
	}
	if len(s.Resources) > 0 {
		b.WriteString("\nResources:")
		for _, resource := range s.Resources {
			b.WriteString("\n- " + resource)
		}
	}
	return b.String()
}

// ParseSignIn reads a message by the grammar of EIP-4361. It is strict: fields stand in their order, the address has
// its EIP-55 spelling, texts have only the grammar's characters (so no control characters, nothing beyond ASCII), and
// there is exactly one text for each SignIn: s.String() is the text again. Three things that the grammar allows are
// refused, since nobody needs them: empty lists and values, leading zeros in the chain id, and dates with a leap
// second or more than nine digits behind the point.
func ParseSignIn(text string) (SignIn, error) {
	if len(text) > MaxSignIn {
		return SignIn{}, signInError("length", "is %d bytes; at most %d are read", len(text), MaxSignIn)
	}
	r := lineReader{rest: text}
	var s SignIn

	origin, ok := strings.CutSuffix(r.next(), wants)
	if !ok {
		return SignIn{}, signInError("Domain", "the first line must be the domain and %q", strings.TrimSpace(wants))
	}
	if scheme, domain, ok := strings.Cut(origin, "://"); ok {
		if !isScheme(scheme) {
			return SignIn{}, signInError("Scheme", "is not a scheme of RFC 3986")
		}
		s.Scheme, origin = scheme, domain
	}
	if s.Domain = origin; !isAuthority(origin) {
		return SignIn{}, signInError("Domain", "is not an authority of RFC 3986, such as \"example.org\"")
	}

	address := r.next()
	s.Address = common.HexToAddress(address)
	if !common.IsHexAddress(address) || s.Address.Hex() != address {
		return SignIn{}, signInError("Address", "must be 0x and 40 hexadecimal digits in their EIP-55 spelling")
	}
	if r.next() != "" {
		return SignIn{}, signInError("Address", "must be followed by an empty line")
	}
	if s.Statement = r.next(); s.Statement != "" {
		if !all(s.Statement, isStatement) {
			return SignIn{}, signInError("Statement", "may have letters, digits, spaces and :/?#[]@!$&'()*+,;=-._~ on one line")
		}
		if r.next() != "" {
			return SignIn{}, signInError("Statement", "must be one line, followed by an empty one")
		}
	}

	var version, chain string
	for _, field := range []struct {
		name  string
		value *string
		valid func(string) bool
		must  string
	}{
		{"URI", &s.URI, isURI, "a URI of RFC 3986"},
		{"Version", &version, func(v string) bool { return v == "1" }, "1"},
		{"Chain ID", &chain, isChainID, "a decimal number without leading zeros"},
		{"Nonce", &s.Nonce, func(v string) bool { return len(v) >= 8 && all(v, isAlphanumeric) }, "at least 8 letters and digits"},
		{"Issued At", &s.IssuedAt, isTimestamp, "a date and time of RFC 3339"},
	} {
		if *field.value, ok = strings.CutPrefix(r.next(), field.name+": "); !ok {
			return SignIn{}, signInError(field.name, "is missing or out of its place")
		}
		if !field.valid(*field.value) {
			return SignIn{}, signInError(field.name, "must be %s", field.must)
		}
	}
	s.ChainID, _ = strconv.ParseUint(chain, 10, 64)

	for _, field := range []struct {
		name  string
		value *string
		valid func(string) bool
		must  string
	}{
		{"Expiration Time", &s.ExpirationTime, isTimestamp, "a date and time of RFC 3339"},
		{"Not Before", &s.NotBefore, isTimestamp, "a date and time of RFC 3339"},
		{"Request ID", &s.RequestID, func(v string) bool { return v != "" && isText(v, isPathCharacter) }, "text that can stand in a URI's path"},
	} {
		value, ok := strings.CutPrefix(r.peek(), field.name+": ")
		if !ok {
			continue
		}
		if !field.valid(value) {
			return SignIn{}, signInError(field.name, "must be %s", field.must)
		}
		*field.value = value
		r.next()
	}
	if r.peek() == "Resources:" && !r.end {
		r.next()
		for !r.end {
			resource, ok := strings.CutPrefix(r.next(), "- ")
			if !ok || !isURI(resource) {
				return SignIn{}, signInError("Resources", "must be lines of \"- \" and a URI of RFC 3986, and come last")
			}
			s.Resources = append(s.Resources, resource)
		}
		if len(s.Resources) == 0 {
			return SignIn{}, signInError("Resources", "is empty; leave it out")
		}
	}
	if !r.end {
		return SignIn{}, signInError("end", "unexpected line %.80q; a field is unknown, repeated or out of its place", r.peek())
	}
	return s, nil
}

// Expectation is what a sign-in must be for.
type Expectation struct {
	Domain  string // authority that the browser shows
	URI     string // exactly
	ChainID uint64
	Now     int64 // Unix seconds
	MaxAge  int64 // seconds since Issued At, 0 is no limit
	Skew    int64 // seconds by which the member's clock may be ahead
}

// Check compares a message with what the server expects: domain, scheme, URI, chain id and the time limits. That the
// nonce was given out for this browser and never used before, and that the signature is the address's, is for the
// caller to check.
func (s SignIn) Check(want Expectation) error {
	scheme, _, _ := strings.Cut(want.URI, "://")
	switch {
	case s.Domain != want.Domain:
		return signInError("Domain", "is %.80q, not %q; sign in on the page of this service", s.Domain, want.Domain)
	case s.Scheme != "" && s.Scheme != scheme:
		return signInError("Scheme", "is %.20q, not %q", s.Scheme, scheme)
	case s.URI != want.URI:
		return signInError("URI", "is not %q", want.URI)
	case s.ChainID != want.ChainID:
		return signInError("Chain ID", "is %d; this service is on chain %d", s.ChainID, want.ChainID)
	}
	issued, err := parseTimestamp(s.IssuedAt)
	switch {
	case err != nil:
		return signInError("Issued At", "must be a date and time of RFC 3339")
	case issued.Unix() > want.Now+want.Skew:
		return signInError("Issued At", "is in the future; correct the clock of your device")
	case want.MaxAge > 0 && issued.Unix() < want.Now-want.MaxAge:
		return signInError("Issued At", "is more than %d seconds ago; sign in again", want.MaxAge)
	}
	now := time.Unix(want.Now, 0)
	if s.ExpirationTime != "" {
		expires, err := parseTimestamp(s.ExpirationTime)
		if err != nil || !now.Before(expires) {
			return signInError("Expiration Time", "has passed; sign in again")
		}
	}
	if s.NotBefore != "" {
		from, err := parseTimestamp(s.NotBefore)
		if err != nil || now.Before(from) {
			return signInError("Not Before", "has not come yet")
		}
	}
	return nil
}

// lineReader reads lines that are separated, not ended, by LF.
type lineReader struct {
	rest string
	end  bool // after the last line
}

func (r *lineReader) peek() string {
	line, _, _ := strings.Cut(r.rest, "\n")
	return line
}

func (r *lineReader) next() string {
	line, rest, more := strings.Cut(r.rest, "\n")
	if r.rest, r.end = rest, !more; r.end {
		r.rest = ""
	}
	return line
}

// parseTimestamp reads date-time of RFC 3339. time.Parse alone would also take hours of one digit, and a comma.
func parseTimestamp(s string) (time.Time, error) {
	const shape = "2006-01-02T15:04:05Z"
	strict := len(s) >= len(shape) && len(s) <= len("2006-01-02T15:04:05.123456789+00:00") && !strings.ContainsRune(s, ',')
	for i := 0; strict && i < len(shape)-1; i++ {
		strict = isDigit(shape[i]) == isDigit(s[i])
	}
	if !strict {
		return time.Time{}, fmt.Errorf("%.40q is not a date and time of RFC 3339", s)
	}
	return time.Parse(time.RFC3339Nano, s)
}

func isTimestamp(s string) bool {
	_, err := parseTimestamp(s)
	return err == nil
}

func isChainID(s string) bool {
	v, err := strconv.ParseUint(s, 10, 64)
	return err == nil && strconv.FormatUint(v, 10) == s
}
