package modelspec

import _ "embed"

// JSONSchema is the JSON Schema (2020-12) of a model spec. It knows the form of every field; what compares fields
// with each other is known to Parse alone.
//
//go:embed schema/model-spec-v1.json
var JSONSchema string
