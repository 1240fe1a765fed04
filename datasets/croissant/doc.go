// Package croissant reads and writes Croissant, MLCommons' format for describing data sets: versions 1.0 and 1.1 come
// in, 1.1 with the terms of responsible AI and of provenance goes out.
//
// Real files are poor, so an import is graded, and every finding says which grade it stands in the way of:
//
//	L0  it can be read as JSON-LD
//	L1  its structure is valid: types, identifiers, what refers to what
//	L2  it is complete: the fields that Croissant requires, and digests that are digests
//	L3  it is fit for a vote: an SPDX licence, a strict version, every file with digest and size, the language, how the
//	    data was collected and what it holds about people
//
// A file below L1 is refused. Nothing is guessed on the way: a licence called "other" becomes NOASSERTION, a digest that
// is none is left out, and a description of personal data never becomes the claim that there is none.
//
// The package is pure: its results depend on its arguments alone.
package croissant
