package main

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/web"
)

// A data set is withdrawn by a vote. From then on every page, the API and the verifier say so, of it and of what was made from
// it; no vote takes a mixture with any version of it, and one without it is taken.
func TestStoryOfAWithdrawnDataSet(t *testing.T) {
	w := tell(t)
	ctx := context.WithoutCancel(t.Context())
	const head, mixture = "dataset/books2", "mixture/pretraining"
	withdrawn := w.next(head, func(doc map[string]any) {
		doc["withdrawn"] = map[string]any{"ground": "licence", "reason": "Nobody knows whose books these are."}
	})
	p := w.decides(ctx, "tobias-brandt", head, withdrawn)
	if pr := w.proposalOf(p); pr.Status != proposal.Final {
		t.Fatalf("the withdrawal is %s (%s)", pr.Status, pr.Reason)
	}

	var documents []web.DocumentSummary
	w.get("/api/v1/documents", &documents)
	for _, d := range documents {
		if d.Withdrawn != (d.Head == head) {
			t.Errorf("%s is withdrawn: %v", d.Head, d.Withdrawn)
		}
	}
	for path, want := range map[string]string{
		"/documents":               "Withdrawn",
		"/documents/" + head:       "is not to be used any more, in any version",
		"/documents/" + mixture:    "which is withdrawn",
		"/releases/chat/stable/1":  "which is withdrawn",
		"/proposals/" + p.String(): "no mixture may rest on any version of it",
		"/log":                     "",
	} {
		a, err := send(http.MethodGet, w.url+path, "", nil)
		if err != nil || a.status != http.StatusOK || !strings.Contains(string(a.body), want) {
			t.Errorf("%s does not say %q: %d (%v)", path, want, a.status, err)
		}
	}

	_, _, _, err := w.service.PrepareProposal(ctx, governance.Draft{
		Proposer: w.address("tobias-brandt"), Title: "More of the same", Summary: "It learns well.", Documents: map[string][]byte{mixture: w.next(mixture, func(doc map[string]any) { doc["summary"] = "As before." })},
	})
	if err == nil || !strings.Contains(err.Error(), "is withdrawn; leave it out") {
		t.Errorf("a mixture over it is taken: %v", err)
	}
	w.verified()
	code, said := w.command(nil, "verify", "--chain", w.demoDAO.chain.URL(), w.url)
	if code != exitOK || !strings.Contains(said, head+", on which "+mixture+" still rests") {
		t.Errorf("verify ends with %d: %s", code, said)
	}
}

// decides brings a document to a vote, has everybody agree, and lets the decision take effect.
func (w *tale) decides(ctx context.Context, who, head string, doc []byte) document.Digest {
	w.t.Helper()
	p := w.submits(who, "Withdraw it", head, doc)
	for _, expert := range w.content.Experts {
		_ = w.casts(p, expert.ID, "for") // not everybody has a say
	}
	w.must(w.until(ctx, w.proposalOf(p).Closes))
	w.must(w.settle(ctx))
	w.must(w.until(ctx, w.proposalOf(p).Ends))
	w.must(w.settle(ctx))
	return p
}
