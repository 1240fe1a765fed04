package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/peritus-dao/peritus/governance/document"
)

// documentCommand works on files of one kind of document, without a server.
func documentCommand(name, title, schema string) *command {
	return &command{
		name: name, args: "check FILE | diff OLD NEW [--output json]",
		summary: fmt.Sprintf("Check a %s, or show what changes between two", title),
		help:    "check prints the digest under which a vote would know the document. diff says what changes and how far the version must move.",
		run:     func(ctx context.Context, c *call) error { return runDocument(c, schema) },
	}
}

func runDocument(c *call, schema string) error {
	output := c.output()
	operands, err := c.parse(2, 3)
	if err != nil {
		return err
	}
	switch {
	case operands[0] == "check" && len(operands) == 2:
		kind, _, digest, err := readDocument(c, operands[1], schema)
		if err != nil {
			return c.refuse(*output, operands[1], err)
		}
		version := ""
		if kind.Version != nil {
			raw, err := readFile(operands[1], maxDocument)
			if err != nil {
				return err
			}
			if version, err = kind.Version(raw); err != nil {
				return err
			}
		}
		if *output == "json" {
			return json.NewEncoder(c.stdout).Encode(map[string]string{"result": "valid", "schema": kind.Schema, "version": version, "sha256": digest.String()})
		}
		_, err = fmt.Fprintf(c.stdout, "valid: %s %s\nsha256 %s\n", kind.Title, version, digest)
		return err
	case operands[0] == "diff" && len(operands) == 3:
		return diffDocuments(c, *output, schema, operands[1], operands[2])
	}
	return &usageError{fmt.Sprintf("usage: peritus %s %s", c.command.name, c.command.args)}
}

const maxDocument = 8 << 20

func readDocument(c *call, path, schema string) (document.Kind, []byte, document.Digest, error) {
	raw, err := readFile(path, maxDocument)
	if err != nil {
		return document.Kind{}, nil, document.Digest{}, err
	}
	kind, canonical, digest, err := kinds().Check(raw)
	if err == nil && kind.Schema != schema {
		err = &usageError{fmt.Sprintf("%s is a %s; peritus %s reads %s", path, kind.Schema, c.command.name, schema)}
	}
	return kind, canonical, digest, err
}

// refuse prints every finding in a document, and answers with the status of a refusal.
func (c *call) refuse(output, path string, err error) error {
	var problems document.Problems
	if !errors.As(err, &problems) {
		return err
	}
	if output == "json" {
		if err := json.NewEncoder(c.stdout).Encode(map[string]any{"result": "invalid", "problems": problems}); err != nil {
			return err
		}
	} else {
		printProblems(c.stderr, path, problems)
	}
	return fmt.Errorf("%w: %w", errSaid, err)
}

func printProblems(w io.Writer, path string, problems document.Problems) {
	for _, p := range problems {
		fmt.Fprintf(w, "%s:%d:%d: %s: %s (%s): %s\n", path, p.Line, p.Column, p.Path, p.Detail, p.Rule, p.Remedy)
	}
}

func diffDocuments(c *call, output, schema, from, to string) error {
	kind, before, _, err := readDocument(c, from, schema)
	if err != nil {
		return c.refuse(output, from, err)
	}
	_, after, _, err := readDocument(c, to, schema)
	if err != nil {
		return c.refuse(output, to, err)
	}
	changes, err := document.Diff(before, after)
	if err != nil {
		return err
	}
	var bump document.Bump
	var why string
	if kind.Bump != nil {
		if bump, why, err = kind.Bump(before, after); err != nil {
			return err
		}
	}
	var warnings []document.Warning
	if kind.Warnings != nil {
		if warnings, err = kind.Warnings(before, after); err != nil {
			return err
		}
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(map[string]any{"changes": changes, "bump": bump.String(), "why": why, "warnings": warnings})
	}
	for _, w := range warnings {
		fmt.Fprintf(c.stdout, "! %s: %s\n", w.Path, w.Detail)
	}
	for _, ch := range changes {
		switch ch.Op {
		case "add":
			fmt.Fprintf(c.stdout, "+ %s: %s\n", ch.Path, ch.After)
		case "remove":
			fmt.Fprintf(c.stdout, "- %s: %s\n", ch.Path, ch.Before)
		default:
			fmt.Fprintf(c.stdout, "~ %s: %s → %s\n", ch.Path, ch.Before, ch.After)
		}
	}
	_, err = fmt.Fprintf(c.stdout, "%d changes; the version must move by a %s step: %s\n", len(changes), bump, why)
	return err
}
