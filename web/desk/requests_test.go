package desk_test

import (
	"slices"
	"testing"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/web"
)

// A badge is asked for, endorsed and declined through the desk as the API does it: prepare, sign the digest, send back.
func TestBadgeRequestThroughTheDesk(t *testing.T) {
	w := newWorld(t)
	ctx := t.Context()
	w.now.Add(10)
	eve, ada, zoe := replaytest.Address(t, "eve"), replaytest.Address(t, "ada"), replaytest.Address(t, "zoe")
	application := web.BadgeApplication{Holder: eve, Type: 1, Level: 1, Text: "I wrote the evaluation.", Links: []string{"https://example.org"},
		Files: []web.EvidenceFile{{Name: "paper.pdf", Digest: document.Sum([]byte("pdf"))}}}
	p, err := w.PrepareBadgeRequest(ctx, application)
	w.must(err)
	signed := web.SignedBadgeRequest{BadgeApplication: application, Salt: p.Salt, Issued: p.Issued, Expires: p.Expires, Deadline: p.Deadline, Signature: w.sign("eve", p.Digest)}
	receipt, err := w.RequestBadge(ctx, signed)
	w.must(err)
	signed.Text = "I wrote another."
	if _, err := w.RequestBadge(ctx, signed); err == nil {
		t.Error("other words than those that were signed were taken")
	}
	w.refused(func() error { _, err := w.PrepareEndorsement(ctx, receipt.Index, zoe); return err }(), "endorse-level")
	d, err := w.PrepareDecline(ctx, receipt.Index, ada, "Not mine to judge.")
	w.must(err)
	decline := web.SignedEndorsement{Request: receipt.Index, Endorser: ada, Reason: "Not mine to judge.", Salt: d.Salt, Expires: d.Expires, Signature: w.sign("ada", d.Digest)}
	_, err = w.Decline(ctx, decline)
	w.must(err)
	page, err := w.BadgeRequest(ctx, receipt.Index)
	w.must(err)
	if len(page.Declines) != 1 || page.Declines[0].Reason != decline.Reason || len(page.Asked) != 0 {
		t.Errorf("a request that was declined: %+v", page)
	}
	e, err := w.PrepareEndorsement(ctx, receipt.Index, ada)
	w.must(err)
	_, err = w.Endorse(ctx, web.SignedEndorsement{Request: receipt.Index, Endorser: ada, Signature: w.sign("ada", e.Digest)})
	w.must(err)
	page, err = w.BadgeRequest(ctx, receipt.Index)
	w.must(err)
	if page.Status != "collecting" || page.Count != 1 || page.Needed != 2 || page.Text != application.Text || !slices.Equal(page.Files, application.Files) ||
		len(page.Endorsements) != 1 || !page.Endorsements[0].Counts || page.Endorsements[0].Level != 3 || len(page.Declines) != 0 || page.Redacted {
		t.Errorf("the request is %+v", page)
	}
	for name, f := range map[string]struct {
		filter web.BadgeRequestFilter
		want   int
	}{
		"all": {web.BadgeRequestFilter{}, 1}, "of eve": {web.BadgeRequestFilter{Holder: eve}, 1}, "of ada": {web.BadgeRequestFilter{Holder: ada}, 0},
		"for ada, who answered": {web.BadgeRequestFilter{Endorser: ada}, 0}, "of another type": {web.BadgeRequestFilter{Type: 2}, 0}, "open": {web.BadgeRequestFilter{Open: true}, 1},
	} {
		got, err := w.BadgeRequests(ctx, f.filter)
		if w.must(err); len(got) != f.want {
			t.Errorf("%s: %d requests", name, len(got))
		}
	}
	if _, err := w.BadgeRequest(ctx, 0); !refusal.Is(err, "request-unknown") {
		t.Errorf("the genesis as a request: %v", err)
	}
}
