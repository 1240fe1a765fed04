package document

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// ballotEntry is about what a log entry with a ballot holds.
var ballotEntry = []byte(`{"actor":"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed","body":{"choice":"for","electorate":"` + strings.Repeat("ab", 32) + `","expires":1795352400,"proposal":"` + strings.Repeat("cd", 32) + `","reason":"` + strings.Repeat("0", 64) + `","sequence":1,"voter":"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"},"kind":"ballot","schema":"peritus/entry/v1","signature":"0x` + strings.Repeat("ef", 65) + `","time":"2026-11-22T13:00:00Z"}`)

func BenchmarkCanonicalEntry(b *testing.B) {
	b.SetBytes(int64(len(ballotEntry)))
	b.ReportAllocs()
	for b.Loop() {
		if err := IsCanonical(ballotEntry); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadEntry(b *testing.B) {
	b.SetBytes(int64(len(ballotEntry)))
	b.ReportAllocs()
	for b.Loop() {
		var e struct {
			Schema    string          `json:"schema"`
			Kind      string          `json:"kind"`
			Time      Time            `json:"time"`
			Actor     string          `json:"actor"`
			Body      json.RawMessage `json:"body"`
			Signature string          `json:"signature,omitempty"`
		}
		if err := Unmarshal(ballotEntry, &e); err != nil {
			b.Fatal(err)
		}
	}
}

func megabyte() []byte {
	var sb strings.Builder
	sb.WriteString("{\n  \"files\": {")
	for i := 0; sb.Len() < 1<<20; i++ {
		if i > 0 {
			sb.WriteByte(',')
		}
		fmt.Fprintf(&sb, "\n    \"shard-%05d/né.jsonl\": {\"sha256\": \"%064x\", \"bytes\": %d, \"format\": \"jsonl\"}", i*7919%100000, i, i)
	}
	sb.WriteString("\n  }\n}\n")
	return []byte(sb.String())
}

func BenchmarkCanonicalMegabyte(b *testing.B) {
	raw := megabyte()
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Canonical(raw); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDiffMegabyte(b *testing.B) {
	before := megabyte()
	after := []byte(strings.Replace(string(before), `"bytes": 77,`, `"bytes": 78,`, 1))
	b.SetBytes(int64(len(before)))
	for b.Loop() {
		if changes, err := Diff(before, after); err != nil || len(changes) != 1 {
			b.Fatal(changes, err)
		}
	}
}
