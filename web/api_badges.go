package web

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

/* INPUTS */

// PostedToRequest is the body of a request about a request for a badge.
type PostedToRequest struct {
	Index int64 `path:"index" minimum:"0" doc:"The entry of the request for the badge."`
	Posted
}

type requestQuery struct {
	Holder   string `query:"holder" doc:"Only those of this address."`
	Endorser string `query:"endorser" doc:"Only those that this member could endorse and has not answered."`
	Type     uint32 `query:"type" doc:"Only those for this badge type."`
	Open     bool   `query:"open" doc:"Only those that can still become a badge."`
}

type prepareRequest struct {
	Holder account                    `json:"holder"`
	Type   uint32                     `json:"type"`
	Level  uint8                      `json:"level"`
	Issuer string                     `json:"issuer,omitempty" doc:"Who is asked to issue it; absent if members are to endorse it."`
	Text   string                     `json:"text" doc:"What shows the expertise. It is public, and can be removed later without breaking the record."`
	Links  []string                   `json:"links,omitempty"`
	Files  map[string]document.Digest `json:"files,omitempty" doc:"SHA-256 of each file, by name."`
}

type requestBadge struct {
	Holder    account                    `json:"holder"`
	Type      uint32                     `json:"type"`
	Level     uint8                      `json:"level"`
	Issuer    string                     `json:"issuer,omitempty"`
	Text      string                     `json:"text"`
	Links     []string                   `json:"links,omitempty"`
	Files     map[string]document.Digest `json:"files,omitempty"`
	Salt      string                     `json:"salt" doc:"As it was handed out with the words to sign."`
	Issued    document.Time              `json:"issued"`
	Expires   document.Time              `json:"expires,omitzero"`
	Deadline  document.Time              `json:"deadline"`
	Signature string                     `json:"signature" doc:"EIP-712, Request or Consent."`
}

type prepareEndorsement struct {
	Endorser account `json:"endorser"`
}

type endorse struct {
	Endorser  account `json:"endorser"`
	Signature string  `json:"signature" doc:"EIP-712, Endorsement."`
}

type prepareDecline struct {
	Endorser account `json:"endorser"`
	Reason   string  `json:"reason"`
}

type decline struct {
	Endorser  account       `json:"endorser"`
	Reason    string        `json:"reason"`
	Salt      string        `json:"salt" doc:"As it was handed out with the words to sign."`
	Expires   document.Time `json:"expires"`
	Signature string        `json:"signature" doc:"EIP-712, Decline."`
}

/* OPERATIONS */

// optionalAddress reads an address that may be left out.
func optionalAddress(text, field string) (common.Address, error) {
	if text == "" {
		return common.Address{}, nil
	}
	return addressOf(text, field)
}

func (a *App) apiBadgeRequests(ctx context.Context, in *requestQuery) ([]BadgeRequest, error) {
	f := BadgeRequestFilter{Type: in.Type, Open: in.Open}
	var err error
	if f.Holder, err = optionalAddress(in.Holder, "holder"); err != nil {
		return nil, err
	}
	if f.Endorser, err = optionalAddress(in.Endorser, "endorser"); err != nil {
		return nil, err
	}
	return a.service.BadgeRequests(ctx, f)
}

func (a *App) apiBadgeRequest(ctx context.Context, in *byIndex) (BadgeRequestPage, error) {
	return a.service.BadgeRequest(ctx, in.Index)
}

func (b prepareRequest) application() (BadgeApplication, error) {
	issuer, err := optionalAddress(b.Issuer, "issuer")
	out := BadgeApplication{Holder: common.Address(b.Holder), Type: b.Type, Level: b.Level, Issuer: issuer, Text: b.Text, Links: b.Links}
	for name, digest := range b.Files {
		out.Files = append(out.Files, EvidenceFile{name, digest})
	}
	return out, err
}

func (a *App) apiPrepareBadgeRequest(ctx context.Context, _ *Posted, b *prepareRequest) (PreparedBadgeRequest, error) {
	application, err := b.application()
	if err != nil {
		return PreparedBadgeRequest{}, err
	}
	return a.service.PrepareBadgeRequest(ctx, application)
}

func (a *App) apiRequestBadge(ctx context.Context, _ *Posted, b *requestBadge) (json.RawMessage, error) {
	application, err := prepareRequest{b.Holder, b.Type, b.Level, b.Issuer, b.Text, b.Links, b.Files}.application()
	if err != nil {
		return nil, err
	}
	r, err := a.service.RequestBadge(ctx, SignedBadgeRequest{BadgeApplication: application, Salt: b.Salt, Issued: b.Issued, Expires: b.Expires, Deadline: b.Deadline, Signature: b.Signature})
	return r.File, err
}

func (a *App) apiPrepareEndorsement(ctx context.Context, in *PostedToRequest, b *prepareEndorsement) (PreparedEndorsement, error) {
	return a.service.PrepareEndorsement(ctx, in.Index, common.Address(b.Endorser))
}

func (a *App) apiEndorse(ctx context.Context, in *PostedToRequest, b *endorse) (json.RawMessage, error) {
	r, err := a.service.Endorse(ctx, SignedEndorsement{Request: in.Index, Endorser: common.Address(b.Endorser), Signature: b.Signature})
	return r.File, err
}

func (a *App) apiPrepareDecline(ctx context.Context, in *PostedToRequest, b *prepareDecline) (PreparedEndorsement, error) {
	return a.service.PrepareDecline(ctx, in.Index, common.Address(b.Endorser), b.Reason)
}

func (a *App) apiDecline(ctx context.Context, in *PostedToRequest, b *decline) (json.RawMessage, error) {
	r, err := a.service.Decline(ctx, SignedEndorsement{Request: in.Index, Endorser: common.Address(b.Endorser), Reason: b.Reason, Salt: b.Salt, Expires: b.Expires, Signature: b.Signature})
	return r.File, err
}
