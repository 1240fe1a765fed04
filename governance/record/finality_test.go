package record

import "testing"

func TestFinality(t *testing.T) {
	for text, want := range map[string]Finality{
		"": {Tag: "finalized"}, "finalized": {Tag: "finalized"}, "finalized-32": {"finalized", 32}, "safe": {Tag: "safe"}, "latest-64": {"latest", 64},
	} {
		f, err := ParseFinality(text)
		if err != nil || f != want {
			t.Errorf("%q is %+v, %v", text, f, err)
		}
		if text != "" && f.String() != text {
			t.Errorf("%q came back as %q", text, f)
		}
	}
	for _, text := range []string{"latest", "latest-0", "latest-", "latest--1", "latest-064", "latest-2097153", "pending", "Finalized", "64", "finalized 32", " safe", "-64"} {
		if f, err := ParseFinality(text); err == nil {
			t.Errorf("%q was read as %+v", text, f)
		}
	}
}
