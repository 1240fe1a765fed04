// Package document fixes what a governed document is: a strict JSON text that is known by the SHA-256 of
// its canonical bytes (RFC 8785), so that sha256sum of the file is its name.
//
// Strict means that there is one reading of a text and no other. Duplicate keys, strings that are not in
// Unicode normal form C, lone surrogates, invalid UTF-8, fractions, exponents and integers beyond
// ±(2^53−1) are refused, and so are fields that the reader does not know. Refusals are Problems: every one
// that can be found, with a JSON pointer, a line, a column, the rule that was broken and what to do about it.
//
// The package is pure: its results depend on its arguments alone.
package document
