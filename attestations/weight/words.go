package weight

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// Words explains the weight in English, one sentence or two a line: each badge that counts, the flat weight, the sum,
// what the caps did, the weight, and then each badge that does not count and why. Amounts from one up are rounded to
// hundredths; the trace has them exactly.
func (t Trace) Words() []string {
	var lines []string
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }

	addends := 0
	for _, item := range t.Badges {
		if item.Verdict == Counts {
			say("%s", t.counts(item))
			addends++
		}
	}
	if t.Flat > 0 {
		say("Every member of this electorate has %s besides.", short(t.Flat))
		addends++
	}
	if t.Founder > 0 {
		say("A founding member without a badge has %s until the founders' powers end.", short(t.Founder))
		addends++
	}
	if addends > 1 {
		say("Together that is %s.", short(t.Raw))
	}
	if t.Caps.Widened > 1 && addends > 0 {
		say("The electorate is too small for the policy's caps (%s), so they are multiplied by %d.", t.capWords(), t.Caps.Widened)
	}
	if t.AfterMemberCap < t.Raw {
		say("No member may have more than %s of the total, which is %s here, so %s of %s count.",
			t.Policy.MemberCap.widened(t.Caps.Widened), short(t.Caps.MemberLimit), short(t.AfterMemberCap), short(t.Raw))
	}
	for _, cut := range t.cuts() {
		say("No more than %s of the total, which is %s here, may rest on one issuer. %s come to %s, so they count %s.",
			t.Policy.IssuerCap.widened(t.Caps.Widened), short(t.Caps.IssuerLimit), cut.words(), short(cut.Sum), percent(t.Caps.IssuerLimit, cut.Sum))
	}
	for _, loss := range t.Lost {
		say("%s was revoked by a decision for cause while the vote was open, so %s became %s.", t.lost(loss), short(loss.Before), short(loss.After))
	}
	switch {
	case t.Recused:
		say("A conflict of interest was declared, so there is no weight in this electorate.")
	case t.Weight == 0 && addends == 0:
		say("No badge counts here, so there is no weight in this electorate.")
	case t.Weight == 0:
		say("That leaves no weight in this electorate.")
	default:
		say("The weight is %s of %s, which is %s.", short(t.Weight), short(t.Total), percent(t.Weight, t.Total))
	}
	for _, item := range t.Badges {
		if item.Verdict != Counts {
			say("%s, does not count: %s.", item.name(), t.why(item))
		}
	}
	return lines
}

// counts explains a badge that counts.
func (t Trace) counts(item Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, issued %s, counts %s of %s", item.name(), ago(item.Age), short(item.Faded), short(item.Power))
	var touches []string
	for _, slice := range t.Shares {
		if t.Domain == "" && within(item.Type.Domain, slice.Domain) {
			touches = append(touches, fmt.Sprintf("%s %s", slice.Domain, percent(Micro(slice.Micro), million)))
		}
	}
	if len(touches) > 0 {
		fmt.Fprintf(&b, "; this change touches %s", strings.Join(touches, " and "))
	}
	if len(touches) > 0 && item.Amount != item.Faded {
		fmt.Fprintf(&b, ", which makes %s", short(item.Amount))
	}
	return b.String() + "."
}

// lost names the badge of a loss.
func (t Trace) lost(l Loss) string {
	for _, item := range t.Badges {
		if item.Badge.Type == l.Type {
			return item.name()
		}
	}
	return fmt.Sprintf("The badge of type %d", l.Type)
}

func (i Item) name() string {
	return fmt.Sprintf("%s, level %d in %s", i.Type.Name, i.Badge.Level, i.Type.Domain)
}

// why finishes the sentence "… does not count:".
func (t Trace) why(i Item) string {
	switch i.Verdict {
	case Ended:
		if i.Badge.EndedBy == i.Badge.Holder {
			return "it was given up"
		}
		return "it was revoked"
	case Expired:
		return "it has expired"
	case NotYet:
		return "its date of issue is in the future"
	case TooLate:
		return "it was granted after the proposal was submitted"
	case Untouched:
		if t.Domain != "" {
			return fmt.Sprintf("%s is not part of %s", i.Type.Domain, t.Domain)
		}
		return fmt.Sprintf("this change does not touch %s", i.Type.Domain)
	case NotBest:
		return "another badge of the same type counts more"
	}
	return string(i.Verdict)
}

// cuts returns the cuts of issuers whose badges the member has.
func (t Trace) cuts() []Cut {
	var cuts []Cut
	for _, cut := range t.Caps.Cut {
		for _, item := range t.Badges {
			if item.IssuerSum > 0 && item.Badge.Issuer == cut.Issuer && (cut.Type == 0 || cut.Type == item.Badge.Type) {
				cuts = append(cuts, cut)
				break
			}
		}
	}
	return cuts
}

func (c Cut) words() string {
	if c.Issuer == (common.Address{}) {
		return fmt.Sprintf("The endorsed badges of type %d", c.Type)
	}
	return "The badges issued by " + c.Issuer.Hex()
}

func (t Trace) capWords() string {
	var caps []string
	for _, f := range []Fraction{t.Policy.MemberCap, t.Policy.IssuerCap} {
		if !f.IsZero() {
			caps = append(caps, f.String())
		}
	}
	return strings.Join(caps, " and ")
}

// widened returns the fraction multiplied by the caps' factor, as words.
func (f Fraction) widened(factor uint64) string { return widen(f, int(max(factor, 1))).String() }

// short writes an amount for reading: from one up, rounded to hundredths, and below in full.
func short(m Micro) string {
	const hundredth = Unit / 100
	if m >= Unit {
		m = (m + hundredth/2) / hundredth * hundredth
	}
	return m.Units()
}

// percent writes part/whole in per cent, rounded to tenths.
func percent(part, whole Micro) string {
	tenths := (uint64(MulDivDown(part, 2000, whole)) + 1) / 2
	text := strconv.FormatUint(tenths/10, 10)
	if tenths%10 > 0 {
		text += "." + strconv.FormatUint(tenths%10, 10)
	}
	return text + " %"
}

const (
	day   = 24 * 60 * 60
	month = 2_629_746 // a twelfth of a Gregorian year of 365.2425 days
	year  = 12 * month
)

// ago writes an age in its largest fitting unit, rounded down.
func ago(seconds uint64) string {
	count := func(n uint64, unit string) string {
		if n == 1 {
			return "1 " + unit + " ago"
		}
		return fmt.Sprintf("%d %ss ago", n, unit)
	}
	switch {
	case seconds < day:
		return "today"
	case seconds < 2*month:
		return count(seconds/day, "day")
	case seconds < 2*year:
		return count(seconds/month, "month")
	}
	return count(seconds/year, "year")
}
