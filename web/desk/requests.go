package desk

import (
	"cmp"
	"context"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// BadgeRequests implements [web.Service].
func (d *Desk) BadgeRequests(_ context.Context, f web.BadgeRequestFilter) ([]web.BadgeRequest, error) {
	var none common.Address
	requests := d.service.Requests()
	if f.Endorser != none {
		requests = d.service.Asked(f.Endorser)
		slices.Reverse(requests)
	}
	out := []web.BadgeRequest{}
	for _, p := range requests {
		open := p.Status == replay.Collecting || p.Status == replay.Waiting || p.Status == replay.Ready
		if f.Holder != none && p.Holder != f.Holder || f.Type != 0 && p.Type != f.Type || f.Open && !open {
			continue
		}
		out = append(out, d.request(p))
	}
	return out, nil
}

func (d *Desk) request(p replay.Progress) web.BadgeRequest {
	out := web.BadgeRequest{
		Index: p.Index, Time: p.Time, Holder: d.person(p.Holder), Type: p.Type, Name: p.Badge, Domain: p.Domain, Level: p.Level,
		Issued: p.Issued, Expires: p.Expires, Deadline: p.Deadline, Status: p.Status, Reason: p.Reason,
		Needed: p.Needed, Count: p.Count, Least: p.Least, Tx: p.Tx,
	}
	_ = d.view(func(s *replay.State) error {
		t, _ := s.Badges().Type(p.Type)
		out.Levels = t.Levels
		return nil
	})
	if p.Issuer != (common.Address{}) {
		issuer := d.person(p.Issuer)
		out.Issuer = &issuer
	}
	return out
}

// BadgeRequest implements [web.Service].
func (d *Desk) BadgeRequest(ctx context.Context, index int64) (web.BadgeRequestPage, error) {
	p, asked, err := d.service.Request(index)
	if err != nil {
		return web.BadgeRequestPage{}, err
	}
	out := web.BadgeRequestPage{BadgeRequest: d.request(p), Burn: p.Burn, Links: []string{}, Files: []web.EvidenceFile{},
		Endorsements: []web.BadgeEndorsement{}, Declines: []web.BadgeDecline{}, Asked: []web.Person{}}
	shown, there, err := d.service.Showing(ctx, p.Requested)
	if err != nil {
		return out, err
	}
	if out.Redacted = !there; there {
		out.Text, out.Links = shown.Text, append(out.Links, shown.Links...)
		for name, digest := range shown.Files {
			out.Files = append(out.Files, web.EvidenceFile{Name: name, Digest: digest})
		}
		slices.SortFunc(out.Files, func(a, b web.EvidenceFile) int { return cmp.Compare(a.Name, b.Name) })
	}
	for _, g := range p.Given {
		e := web.BadgeEndorsement{Index: g.Index, Time: g.Time, Endorser: d.person(g.Endorser), Level: g.By.Level, Counts: g.Counts, WhyNot: g.WhyNot, Ring: []web.Person{}}
		for _, a := range g.Ring {
			e.Ring = append(e.Ring, d.person(a))
		}
		out.Endorsements = append(out.Endorsements, e)
	}
	for _, n := range p.Declines {
		reason, err := d.text(ctx, n.Reason)
		if err != nil {
			return out, err
		}
		out.Declines = append(out.Declines, web.BadgeDecline{Index: n.Index, Time: n.Time, Endorser: d.person(n.Endorser), Reason: reason})
	}
	if p.Status == replay.Ready && d.cfg.MintCall != nil {
		call, err := d.cfg.MintCall(p)
		if err != nil {
			return out, err
		}
		out.Call = &web.BadgeCall{To: d.instance.BadgeContract, Data: "0x" + hex.EncodeToString(call)}
	}
	for _, a := range asked {
		out.Asked = append(out.Asked, d.person(a))
	}
	slices.SortFunc(out.Asked, func(a, b web.Person) int { return cmp.Or(strings.Compare(a.Name, b.Name), a.Address.Cmp(b.Address)) })
	return out, nil
}

func showing(a web.BadgeApplication) (replay.Showing, error) {
	out := replay.Showing{Text: a.Text, Links: a.Links, Files: map[string]document.Digest{}}
	for _, f := range a.Files {
		if _, twice := out.Files[f.Name]; twice {
			return out, refusal.New(refusal.Invalid, "request-evidence", "files", "two files are called %q", f.Name)
		}
		out.Files[f.Name] = f.Digest
	}
	return out, nil
}

// PrepareBadgeRequest implements [web.Service].
func (d *Desk) PrepareBadgeRequest(ctx context.Context, a web.BadgeApplication) (web.PreparedBadgeRequest, error) {
	shown, err := showing(a)
	if err != nil {
		return web.PreparedBadgeRequest{}, err
	}
	r, typed, err := d.service.PrepareRequest(ctx, a.Holder, a.Type, a.Level, a.Issuer, shown)
	if err != nil {
		return web.PreparedBadgeRequest{}, err
	}
	raw, err := json.Marshal(typed)
	if err != nil {
		return web.PreparedBadgeRequest{}, err
	}
	out := web.PreparedBadgeRequest{TypedData: raw, Salt: hex.EncodeToString(r.Salt[:]), Issued: r.Request.Issued, Expires: r.Request.Expires, Deadline: r.Request.Deadline}
	err = d.view(func(s *replay.State) error {
		t, _ := s.Badges().Type(a.Type)
		out.Digest = s.BadgeDomain().Digest(replay.RequestHash(a.Holder, t, r.Request))
		return nil
	})
	return out, err
}

// RequestBadge implements [web.Service].
func (d *Desk) RequestBadge(ctx context.Context, r web.SignedBadgeRequest) (web.Receipt, error) {
	shown, err := showing(r.BadgeApplication)
	if err != nil {
		return web.Receipt{}, err
	}
	signature, err := parseSignature(r.Signature)
	if err != nil {
		return web.Receipt{}, err
	}
	salt, err := salted("", r.Salt)
	if err != nil {
		return web.Receipt{}, err
	}
	a := governance.Application{Holder: r.Holder, Showing: shown, Salt: salt.Salt, Signature: signature, Request: record.Requested{
		Type: r.Type, Level: r.Level, Issuer: r.Issuer, Issued: r.Issued, Expires: r.Expires, Deadline: r.Deadline,
	}}
	if a.Request.Evidence, err = a.Evidence(); err != nil {
		return web.Receipt{}, err
	}
	return taken(d.service.RequestBadge(ctx, a))
}

// taken is the receipt of an entry that is no ballot.
func taken(r record.Receipt, err error) (web.Receipt, error) {
	if err != nil {
		return web.Receipt{}, err
	}
	file, err := r.Encode()
	return web.Receipt{Index: r.Index, Superseded: -1, File: file}, err
}

// PrepareEndorsement implements [web.Service].
func (d *Desk) PrepareEndorsement(ctx context.Context, index int64, endorser common.Address) (web.PreparedEndorsement, error) {
	m, typed, err := d.service.PrepareEndorsement(ctx, index, endorser)
	if err != nil {
		return web.PreparedEndorsement{}, err
	}
	raw, err := json.Marshal(typed)
	out := web.PreparedEndorsement{TypedData: raw}
	_ = d.view(func(s *replay.State) error { out.Digest = s.BadgeDomain().Digest(m.StructHash()); return nil })
	return out, err
}

// Endorse implements [web.Service].
func (d *Desk) Endorse(ctx context.Context, e web.SignedEndorsement) (web.Receipt, error) {
	signature, err := parseSignature(e.Signature)
	if err != nil {
		return web.Receipt{}, err
	}
	return taken(d.service.Endorse(ctx, e.Request, e.Endorser, signature))
}

// PrepareDecline implements [web.Service].
func (d *Desk) PrepareDecline(ctx context.Context, index int64, endorser common.Address, reason string) (web.PreparedEndorsement, error) {
	r, typed, err := d.service.PrepareDecline(ctx, index, endorser, reason)
	if err != nil {
		return web.PreparedEndorsement{}, err
	}
	raw, err := json.Marshal(typed)
	out := web.PreparedEndorsement{TypedData: raw, Salt: hex.EncodeToString(r.Reason.Salt[:]), Expires: r.Declined.Expires}
	p, _, lookup := d.service.Request(index)
	out.Digest = d.domain().Digest(replay.DeclineMessage(endorser, p.Request, r.Declined).StructHash())
	return out, cmp.Or(err, lookup)
}

// Decline implements [web.Service].
func (d *Desk) Decline(ctx context.Context, e web.SignedEndorsement) (web.Receipt, error) {
	signature, err := parseSignature(e.Signature)
	if err != nil {
		return web.Receipt{}, err
	}
	r := governance.Refusal{Endorser: e.Endorser, Signature: signature, Declined: record.Declined{Request: e.Request, Expires: e.Expires}}
	if r.Reason, err = salted(e.Reason, e.Salt); err != nil {
		return web.Receipt{}, err
	}
	r.Declined.Reason = r.Reason.Digest()
	return taken(d.service.Decline(ctx, r))
}

// Proof implements [web.Service].
func (d *Desk) Proof(ctx context.Context, revision document.Digest, member common.Address) (proposal.MemberProof, error) {
	return d.service.ProveMember(ctx, revision, member)
}
