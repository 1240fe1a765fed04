package tally

import (
	"bytes"
	"fmt"
	"testing"
)

// The generator of the benchmarks: a ballot's weight and choice follow from a linear congruential generator (Knuth's
// MMIX, the upper 32 bits of each state), so that other programs can count the same ballots.
type generator uint64

func (g *generator) next(n int) int {
	*g = *g*6364136223846793005 + 1442695040888963407
	return int(uint64(*g>>32) * uint64(n) >> 32)
}

// million is the number of ballots, and eight the number of options.
const (
	million = 1_000_000
	eight   = 8
)

// generate calls add for each ballot: a weight of 1 to 1000, and a choice in the method's form. Options are skewed, as
// those of real votes are: of two drawn, the first is taken.
func generate(m Method, n int, add func(weight uint64, c Choice)) {
	options := letters(eight)
	if m == Threshold {
		options = []string{For, Against, Abstain}
	}
	g := generator(1)
	pick := func() int { return min(g.next(len(options)), g.next(len(options))) }
	for range n {
		w := uint64(1 + g.next(1000))
		var c Choice
		switch m.form() {
		case oneOption:
			c.Options = []string{options[pick()]}
		case setOfOptions:
			for _, o := range options {
				if g.next(2) == 0 {
					c.Options = append(c.Options, o)
				}
			}
		case ranking:
			c.Options = append(c.Options, options...)
			for i := range c.Options {
				j := i + min(g.next(eight-i), g.next(eight-i))
				c.Options[i], c.Options[j] = c.Options[j], c.Options[i]
			}
		case amounts:
			c.Options = options[:4]
			for range 4 {
				c.Amounts = append(c.Amounts, uint64(g.next(8)))
			}
			c.Amounts[0]++
			if m == Quadratic {
				w = 1000
			}
		}
		add(w, c)
	}
}

// BenchmarkCount counts a million ballots in memory.
func BenchmarkCount(b *testing.B) {
	for _, m := range Methods() {
		b.Run(string(m), func(b *testing.B) {
			c := Config{Method: m, Options: letters(eight)}
			if m == Threshold {
				c.Options = nil
			}
			p, err := NewPoll(c)
			if err != nil {
				b.Fatal(err)
			}
			generate(m, million, func(w uint64, c Choice) { p.Add("", Amount{lo: w}, c) })
			for b.Loop() {
				if out := p.Count(); out.Ballots != million {
					b.Fatalf("%d ballots count; %v", out.Ballots, out.Spoiled[0])
				}
			}
			b.ReportMetric(million/1e6/b.Elapsed().Seconds()*float64(b.N), "Mballots/s")
		})
	}
}

// BenchmarkParse reads a file of rankings.
func BenchmarkParse(b *testing.B) {
	var raw bytes.Buffer
	fmt.Fprintf(&raw, `{"method":"ranked-irv","options":["a","b","c","d","e","f","g","h"],"ballots":[`)
	const n = 100_000
	i := 0
	generate(RankedIRV, n, func(w uint64, c Choice) {
		if i++; i > 1 {
			raw.WriteByte(',')
		}
		fmt.Fprintf(&raw, `{"voter":"0x%040x","weight":"%d","choice":[`, i, w)
		for k, o := range c.Options {
			if k > 0 {
				raw.WriteByte(',')
			}
			fmt.Fprintf(&raw, `"%s"`, o)
		}
		raw.WriteString("]}")
	})
	raw.WriteString("]}")
	b.SetBytes(int64(raw.Len()))
	for b.Loop() {
		if p, err := Parse(raw.Bytes(), "", ""); err != nil || p.Len() != n {
			b.Fatal(err)
		}
	}
}
