// Package refusal is the one error that the domain gives to its callers.
//
// Every rule that turns a request away says three things: a code, which decides the HTTP status and the exit status; a
// rule, a stable name in kebab case that software may compare; and a sentence that a member may read. What carries no
// code is internal: it is logged and never shown.
package refusal

import (
	"errors"
	"fmt"
)

// Code is the class of a refusal.
type Code string

// The codes. Each becomes one HTTP status and one exit status, in web and in cmd.
const (
	Invalid         Code = "invalid"
	NotFound        Code = "not_found"
	Conflict        Code = "conflict"
	Forbidden       Code = "forbidden"
	Unauthenticated Code = "unauthenticated"
	RateLimited     Code = "rate_limited"
	Closed          Code = "closed"
	Unavailable     Code = "unavailable"
	Internal        Code = "internal"
)

// Error is a refusal.
type Error struct {
	Code   Code
	Rule   string // stable and in kebab case: "ballot-expired"
	Field  string // the field of the request that broke the rule, if one did
	Detail string // a sentence that a member may read, with the remedy
	Err    error  // the cause, for the log
}

// Error returns the sentence, behind the field if there is one.
func (e *Error) Error() string {
	s := e.Detail
	if e.Field != "" {
		s = e.Field + ": " + s
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// New returns a refusal. The detail is formatted as by [fmt.Errorf], so %w keeps a cause.
func New(code Code, rule, field, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Code: code, Rule: rule, Field: field, Detail: err.Error(), Err: errors.Unwrap(err)}
}

// Of returns the refusal in err's chain. An error without one is internal.
func Of(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{Code: Internal, Rule: "internal", Detail: "Something went wrong on our side. Nothing you sent was lost or changed.", Err: err}
}

// Is reports whether err is a refusal by the named rule.
func Is(err error, rule string) bool {
	var e *Error
	return errors.As(err, &e) && e.Rule == rule
}
