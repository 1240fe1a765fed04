// Package web is the face of Peritus: pages for people, a JSON API for software and the static files of the log for
// verifiers.
//
// A handler parses a request, calls one method of [Service], builds a view model and renders it; it decides nothing about
// governance. All routes stand in one list in routes.go. Every page can be read without script, and a ballot can be cast
// without script by pasting a signature; scripts only fill in what a person could paste. Errors become answers in
// problem.go and nowhere else.
package web
