package tally

import "testing"

func TestPrefers(t *testing.T) {
	for _, c := range []struct {
		method Method
		words  string
		want   int // of a over b
	}{
		{Single, "a", 1}, {Single, "b", -1}, {Single, "c", 0},
		{Approval, "a, c", 1}, {Approval, "a, b", 0}, {Approval, "(none)", 0}, {Approval, "b", -1},
		{RankedIRV, "c > a > b", 1}, {RankedIRV, "b > a", -1}, {RankedIRV, "c", 0}, {RankedIRV, "c > b", -1}, {RankedIRV, "(none)", 0},
		{RankedCondorcet, "a = b > c", 0}, {RankedCondorcet, "c > a = b", 0}, {RankedCondorcet, "a = c > b", 1}, {RankedCondorcet, "b = c > a", -1},
		{Weighted, "a=60, b=40", 1}, {Weighted, "b=1", -1}, {Weighted, "a=1, b=1", 0},
		{Quadratic, "a=2, b=3", -1}, {Quadratic, "(none)", 0}, {Mixture, "a=2, c=3", 1},
	} {
		choice, err := c.method.ParseWords(c.words)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.method.Prefers(choice, "a", "b"); got != c.want {
			t.Errorf("%s %q: got %d, want %d", c.method, c.words, got, c.want)
		}
		if got := c.method.Prefers(choice, "b", "a"); got != -c.want {
			t.Errorf("%s %q: it is not the opposite the other way round", c.method, c.words)
		}
	}
}
