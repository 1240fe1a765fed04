package weight

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/attestations/badge"
)

// The words of a member with every kind of badge, in an electorate where both caps bind, and of others beside it.
func TestWords(t *testing.T) {
	p := Parameters{
		LevelPower: []Micro{10 * Unit, 25 * Unit, 50 * Unit, 100 * Unit}, HalfLife: 20 * month, MemberFloor: Unit,
		MemberCap: Fraction{1, 5}, IssuerCap: Fraction{1, 2},
	}
	shares := Shares(map[string]uint64{"safety": 3, "data": 2})
	b := func(holder, issuer byte, typ uint32, level uint8, age uint64) badge.Badge {
		return badge.Badge{Holder: account(holder), Issuer: issuerAccount(issuer), Type: typ, Level: level, Issued: now - age, Minted: now - age}
	}
	given, taken, late, expired := b(1, 100, 3, 2, year), b(5, 100, 1, 1, 100*day), b(2, 101, 3, 1, 1), b(4, 101, 4, 1, year)
	given.Ended, given.EndedBy = now-day, account(1)
	taken.Ended, taken.EndedBy = now-day, account(9)
	late.Minted = now - 1
	expired.Expires = now - day
	badges := []badge.Badge{
		b(1, 100, 1, 4, 14*month), b(1, 101, 2, 2, 35*day), given, b(1, 100, 4, 4, day),
		b(2, 100, 1, 2, 3*year), late,
		b(3, 0, 1, 4, 3600), b(3, 102, 3, 4, 60*day),
		b(4, 0, 3, 3, 3600), b(4, 103, 2, 1, day), expired,
		taken,
	}
	for n := range byte(8) {
		badges = append(badges, b(20+n, 100, 1, 4, day))
	}
	var text strings.Builder
	domain := ""
	say := func(title string, member byte, badges []badge.Badge) {
		table, err := Compute(p, slices.Values(badges), testTypes, shares, now, now-1)
		if err != nil {
			t.Fatal(err)
		}
		tr, err := Explain(p, slices.Values(badges), testTypes, shares, now, now-1, account(member), table)
		if err != nil {
			t.Fatal(err)
		}
		tr.Domain = domain
		text.WriteString("# " + title + "\n" + strings.Join(tr.Words(), "\n") + "\n\n")
	}
	say("Badges that count and others", 1, badges)
	say("A badge that came too late", 2, badges)
	say("Endorsed badges", 3, badges)
	say("An expired badge", 4, badges)
	say("No weight", 5, badges)
	say("A small electorate", 1, badges[:8])
	say("Alone", 1, badges[:1])
	domain, shares = "safety", Shares(map[string]uint64{"safety": 1})
	say("In the body of one domain", 1, badges)
	domain, shares = "", Shares(map[string]uint64{"safety": 3, "data": 2})
	p.MemberCap, p.IssuerCap, p.MemberFloor = Fraction{}, Fraction{}, 0
	say("No caps", 1, badges[:1])

	if *update {
		if err := os.WriteFile("testdata/words.txt", []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	if text.String() != string(want) {
		t.Errorf("the words are now\n%s", text.String())
	}
}

func TestAgo(t *testing.T) {
	for seconds, want := range map[uint64]string{
		0: "today", day - 1: "today", day: "1 day ago", 59 * day: "59 days ago", 2 * month: "2 months ago",
		14*month + day: "14 months ago", 2*year - 1: "23 months ago", 2 * year: "2 years ago", 10*year + month: "10 years ago",
	} {
		if got := ago(seconds); got != want {
			t.Errorf("%d seconds are %q, want %q", seconds, got, want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		part, whole Micro
		want        string
	}{{3, 5, "60 %"}, {1, 3, "33.3 %"}, {2, 3, "66.7 %"}, {1999, 10_000, "20 %"}, {1, 10_000, "0 %"}, {5, 5, "100 %"}, {1 << 61, 1 << 62, "50 %"}} {
		if got := percent(tt.part, tt.whole); got != tt.want {
			t.Errorf("%d of %d is %s, want %s", tt.part, tt.whole, got, tt.want)
		}
	}
}
