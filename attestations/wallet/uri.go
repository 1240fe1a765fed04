package wallet

import (
	"strings"
)

// The grammar of RFC 3986, as far as EIP-4361 refers to it. The net packages are not for this: they take more than
// the grammar, and differently from version to version.

// isURI reports whether s is a URI: scheme ":" hier-part [ "?" query ] [ "#" fragment ].
func isURI(s string) bool {
	scheme, rest, ok := strings.Cut(s, ":")
	if !ok || !isScheme(scheme) {
		return false
	}
	rest, fragment, _ := strings.Cut(rest, "#")
	rest, query, _ := strings.Cut(rest, "?")
	isQuery := func(c byte) bool { return isPathCharacter(c) || c == '/' || c == '?' }
	if !isText(fragment, isQuery) || !isText(query, isQuery) {
		return false
	}
	path := rest
	if after, ok := strings.CutPrefix(rest, "//"); ok {
		slash := strings.IndexByte(after, '/')
		if slash < 0 {
			slash = len(after)
		}
		if !isAuthority(after[:slash]) {
			return false
		}
		path = after[slash:]
	}
	return isText(path, func(c byte) bool { return isPathCharacter(c) || c == '/' })
}

// isScheme reports whether s is ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ).
func isScheme(s string) bool {
	return s != "" && isLetter(s[0]) &&
		all(s, func(c byte) bool { return isAlphanumeric(c) || c == '+' || c == '-' || c == '.' })
}

// isAuthority reports whether s is [ userinfo "@" ] host [ ":" port ] with a host that is not empty.
func isAuthority(s string) bool {
	isName := func(c byte) bool { return isUnreserved(c) || isSubDelimiter(c) }
	if at := strings.IndexByte(s, '@'); at >= 0 {
		if !isText(s[:at], func(c byte) bool { return isName(c) || c == ':' }) {
			return false
		}
		s = s[at+1:]
	}
	host, port := s, ""
	if colon := strings.LastIndexByte(s, ':'); colon > strings.LastIndexByte(s, ']') {
		host, port = s[:colon], s[colon+1:]
	}
	if !all(port, isDigit) || len(port) > 5 {
		return false
	}
	if literal, ok := strings.CutPrefix(host, "["); ok {
		literal, ok = strings.CutSuffix(literal, "]")
		return ok && isIPv6(literal)
	}
	return host != "" && isText(host, isName)
}

// isIPv6 reports whether s is an IPv6 address, perhaps with an IPv4 address at its end.
func isIPv6(s string) bool {
	groups := 0
	count := func(part string) bool {
		if part == "" {
			return true
		}
		for group := range strings.SplitSeq(part, ":") {
			if !all(group, isHex) || group == "" || len(group) > 4 {
				return false
			}
			groups++
		}
		return true
	}
	if colon := strings.LastIndexByte(s, ':'); strings.IndexByte(s, '.') > colon && colon >= 0 {
		if !isIPv4(s[colon+1:]) {
			return false
		}
		s = s[:colon+1] + "0:0"
	}
	head, tail, compressed := strings.Cut(s, "::")
	if !count(head) || !count(tail) {
		return false
	}
	return compressed && groups < 8 || !compressed && groups == 8
}

func isIPv4(s string) bool {
	n := 0
	for part := range strings.SplitSeq(s, ".") {
		n++
		if part == "" || len(part) > 3 || !all(part, isDigit) || len(part) > 1 && part[0] == '0' || len(part) == 3 && part > "255" {
			return false
		}
	}
	return n == 4
}

// isText reports whether s has only allowed characters and percent-encoded octets.
func isText(s string, allowed func(byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			i += 2
		} else if !allowed(s[i]) {
			return false
		}
	}
	return true
}

func all(s string, allowed func(byte) bool) bool {
	for i := range len(s) {
		if !allowed(s[i]) {
			return false
		}
	}
	return true
}

// isStatement admits the characters of a statement in EIP-4361: reserved, unreserved and the space.
func isStatement(c byte) bool {
	return isUnreserved(c) || isSubDelimiter(c) || strings.IndexByte(":/?#[]@ ", c) >= 0
}

// isPathCharacter admits pchar without percent-encoding.
func isPathCharacter(c byte) bool {
	return isUnreserved(c) || isSubDelimiter(c) || c == ':' || c == '@'
}

func isUnreserved(c byte) bool   { return isAlphanumeric(c) || strings.IndexByte("-._~", c) >= 0 }
func isSubDelimiter(c byte) bool { return strings.IndexByte("!$&'()*+,;=", c) >= 0 }
func isAlphanumeric(c byte) bool { return isLetter(c) || isDigit(c) }
func isLetter(c byte) bool       { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool        { return c >= '0' && c <= '9' }
func isHex(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
