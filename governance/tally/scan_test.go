package tally

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzScan compares with encoding/json: what is read here is JSON, strings mean the same, and what is JSON is read
// unless it is one of the things that are refused on purpose.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		`{"a":[1,-0.5e+3,0,10,1E-2,true,false,null,"x"],"b":{}}`, `"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"`, `"\ud83d"`, `"\udE00"`, `"\ud83d\u0041"`, `"\u12G4"`, `"\x"`, `"`, `"\`,
		"\"\x00\"", "\"\xff\"", `01`, `-`, `1.`, `.5`, `1e`, `nul`, `[1,]`, `[,1]`, `{"a"}`, `{"a":}`, `{1:2}`, `[1 2]`, `[`, `{`, ` [ ] `, `1 2`, strings.Repeat("[", 70) + strings.Repeat("]", 70), "",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		s := scanner{raw: raw}
		text, isText := s.textOrOther()
		got := string(text)
		s.end()
		if s.err == nil && !json.Valid(raw) {
			t.Fatalf("%q is no JSON", raw)
		}
		if s.err != nil {
			if json.Valid(raw) && utf8.Valid(raw) && !strings.Contains(s.err.Error(), "stands for no character") && !strings.Contains(s.err.Error(), "nest deeper") {
				t.Fatalf("%q is JSON: %v", raw, s.err)
			}
			return
		}
		var want string
		if isText && (json.Unmarshal(raw, &want) != nil || want != got) {
			t.Fatalf("%q is %q, want %q", raw, got, want)
		}
	})
}
