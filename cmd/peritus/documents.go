package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/peritus-dao/peritus/datasets"
	"github.com/peritus-dao/peritus/governance/document"
)

// documentCommand works on files of one kind of document, without a server.
func documentCommand(name, title, schema string) *command {
	summary := fmt.Sprintf("Check a %s, show what changes between two, or exchange it with other formats", title)
	args, help := "check FILE | schema | diff OLD NEW | import FILE | export FILE [--output json]",
		"check prints the digest under which a vote would know the document. schema prints its JSON Schema. diff says what changes and how far the version must move.\n"+
			"import drafts a document from what others publish (--from), export writes what others read (--to)."
	if schema == datasets.MixtureSchema {
		summary = "Check a mixture, show what changes between two, or what follows from one"
		args = "check FILE | schema | diff OLD NEW | derive FILE | normalise FILE [--output json]"
		help = "check prints the digest under which a vote would know the document. schema prints its JSON Schema. diff says what changes and how far the version must move.\n" +
			"derive says what follows from a mixture and its manifests (--manifests): shares, repetitions, licences, rights, and evaluation data among the sources (--against SPEC).\n" +
			"normalise prints the mixture with weights that sum to the whole, by largest remainder: what people vote on, so it happens on request alone."
	}
	return &command{
		name: name, args: args, summary: summary, help: help,
		run: func(ctx context.Context, c *call) error { return runDocument(ctx, c, schema) },
	}
}

func runDocument(ctx context.Context, c *call, schema string) error {
	output, convert := c.output(), conversionFlags(c)
	operands, err := c.parse(1, 3)
	if err != nil {
		return err
	}
	switch {
	case operands[0] == "check" && len(operands) == 2:
		raw, err := readFile(operands[1], maxDocument)
		if err != nil {
			return err
		}
		in, err := kinds().Inspect(raw)
		if err != nil {
			return c.refuse(*output, operands[1], err)
		}
		if in.Schema != schema {
			return c.otherKind(operands[1], in.Schema, schema)
		}
		if err := checkIndex(c, convert, *output, raw); err != nil {
			return err
		}
		if *output == "json" {
			return json.NewEncoder(c.stdout).Encode(in)
		}
		_, err = fmt.Fprintf(c.stdout, "valid: %s %s\nsha256 %s\n", in.Title, in.Version, in.Digest)
		return err
	case operands[0] == "schema" && len(operands) == 1:
		_, err := io.WriteString(c.stdout, kinds()[schema].JSONSchema)
		return err
	case operands[0] == "derive" && len(operands) == 2 && schema == datasets.MixtureSchema:
		return deriveMixture(c, convert, *output, operands[1])
	case operands[0] == "normalise" && len(operands) == 2 && schema == datasets.MixtureSchema:
		return normaliseMixture(c, *output, operands[1])
	case operands[0] == "diff" && len(operands) == 3:
		return diffDocuments(c, *output, schema, operands[1], operands[2])
	case operands[0] == "import" && len(operands) == 2:
		return importDocument(ctx, c, convert, *output, schema, operands[1])
	case operands[0] == "export" && len(operands) == 2:
		return exportDocument(c, convert, *output, schema, operands[1])
	}
	return &usageError{fmt.Sprintf("usage: peritus %s %s", c.command.name, c.command.args)}
}

func (c *call) otherKind(path, got, want string) error {
	return &usageError{fmt.Sprintf("%s is a %s; peritus %s reads %s", path, got, c.command.name, want)}
}

const maxDocument = 8 << 20

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
	var raws [2][]byte
	for i, path := range []string{from, to} {
		raw, err := readFile(path, maxDocument)
		if err != nil {
			return err
		}
		in, err := kinds().Inspect(raw)
		if err != nil {
			return c.refuse(output, path, err)
		}
		if in.Schema != schema {
			return c.otherKind(path, in.Schema, schema)
		}
		raws[i] = raw
	}
	comparison, err := kinds().Compare(raws[0], raws[1])
	if err != nil {
		return err
	}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(comparison)
	}
	_, err = fmt.Fprint(c.stdout, comparison.Words())
	return err
}
