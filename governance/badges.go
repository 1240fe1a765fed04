package governance

import (
	"context"
	"errors"
	"slices"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// Application is a request for a badge that somebody brings, signed.
type Application struct {
	Holder    common.Address
	Request   record.Requested
	Showing   replay.Showing
	Salt      [32]byte // of the evidence
	Signature wallet.Proof
}

// evidence returns the blob that the request names.
func (a Application) evidence() ([]byte, error) {
	showing := a.Showing
	if showing.Links == nil {
		showing.Links = []string{}
	}
	if showing.Files == nil {
		showing.Files = map[string]document.Digest{}
	}
	raw, err := document.Marshal(showing)
	if err != nil {
		return nil, refusal.New(refusal.Invalid, "request-evidence", "evidence", "%w", err)
	}
	return Text{Salt: a.Salt, Text: string(raw)}.Bytes(), nil
}

// Evidence returns the salted digest of what the request shows.
func (a Application) Evidence() (document.Digest, error) {
	raw, err := a.evidence()
	return document.Sum(raw), err
}

// requestLife is how long a request waits for its badge, in seconds.
const requestLife = 30 * 24 * 3600

// PrepareRequest hands out what somebody signs who asks for a badge: of a type and level, with evidence, from members who
// are to endorse it, or from one issuer. It stores nothing, and refuses what [Service.RequestBadge] would refuse for any
// signature.
func (s *Service) PrepareRequest(ctx context.Context, holder common.Address, typ uint32, level uint8, issuer common.Address, shown replay.Showing) (Application, wallet.TypedData, error) {
	a := Application{Holder: holder, Showing: shown, Request: record.Requested{Type: typ, Level: level, Issuer: issuer}}
	salt, err := s.salted("")
	if err != nil {
		return Application{}, wallet.TypedData{}, err
	}
	a.Salt = salt.Salt
	raw, err := a.evidence()
	if err != nil {
		return Application{}, wallet.TypedData{}, err
	}
	if a.Showing, err = replay.ParseShowing(raw); err != nil {
		return Application{}, wallet.TypedData{}, err
	}
	a.Request.Evidence = document.Sum(raw)
	var typed wallet.TypedData
	err = s.View(func(state *replay.State) error {
		now := max(s.clock(), state.Time())
		t, _ := state.Badges().Type(typ)
		a.Request.Issued, a.Request.Deadline = now, now.Add(requestLife)
		if t.Validity > 0 {
			a.Request.Expires = now.Add(int64(t.Validity))
			a.Request.Deadline = min(a.Request.Deadline, a.Request.Expires)
		}
		t, err := state.CheckRequest(holder, a.Request, now)
		if err != nil {
			return err
		}
		typed = replay.RequestData(state.BadgeDomain(), holder, t, a.Request)
		return nil
	})
	return a, typed, err
}

// RequestBadge records a signed request for a badge. The same request again returns a receipt of the first.
func (s *Service) RequestBadge(ctx context.Context, a Application) (record.Receipt, error) {
	raw, err := a.evidence()
	if err != nil {
		return record.Receipt{}, err
	}
	if document.Sum(raw) != a.Request.Evidence {
		return record.Receipt{}, refusal.New(refusal.Invalid, "request-evidence", "evidence", "the evidence and its salt do not have the digest that is signed; send both as they were handed out")
	}
	var digest [32]byte
	err = s.View(func(state *replay.State) error {
		t, ok := state.Badges().Type(a.Request.Type)
		if !ok {
			return refusal.New(refusal.NotFound, "request-type", "type", "there is no badge type %d", a.Request.Type)
		}
		digest = state.BadgeDomain().Digest(replay.RequestHash(a.Holder, t, a.Request))
		return nil
	})
	if err != nil {
		return record.Receipt{}, err
	}
	receipt, err := s.record(ctx, record.KindRequested, a.Holder, a.Request, digest, a.Signature, raw)
	if !refusal.Is(err, replay.RepeatedRequest) {
		return receipt, err
	}
	return s.first(ctx, err, func(p replay.Progress) int64 {
		if p.Holder == a.Holder && p.Requested == a.Request {
			return p.Index
		}
		return -1
	})
}

// record writes an entry that an account signs.
func (s *Service) record(ctx context.Context, kind string, account common.Address, body any, digest [32]byte, proof wallet.Proof, blobs ...[]byte) (record.Receipt, error) {
	raw, err := document.Marshal(body)
	if err != nil {
		return record.Receipt{}, refusal.New(refusal.Invalid, kind, "", "%w", err)
	}
	actor, _ := account.MarshalText()
	e := record.Entry{Kind: kind, Actor: string(actor), Body: raw}
	if err := s.vouch(ctx, &e, account, digest, proof); err != nil {
		return record.Receipt{}, err
	}
	return s.submit(ctx, &request{build: func(*writer) (record.Entry, [][]byte, *replay.Seal, error) { return e, blobs, nil, nil }})
}

// first returns the receipt of what is in the record already, where one of the requests knows its entry, and the refusal
// otherwise.
func (s *Service) first(ctx context.Context, refused error, find func(replay.Progress) int64) (record.Receipt, error) {
	index := int64(-1)
	_ = s.View(func(state *replay.State) error {
		for _, p := range state.Requests(state.Time()) {
			index = max(index, find(p))
		}
		return nil
	})
	if index < 0 {
		return record.Receipt{}, refused
	}
	return s.Receipt(ctx, index)
}

// PrepareEndorsement hands out what a member signs who endorses a request. It refuses what [Service.Endorse] would refuse
// for any signature.
func (s *Service) PrepareEndorsement(_ context.Context, index int64, endorser common.Address) (wallet.Endorsement, wallet.TypedData, error) {
	var m wallet.Endorsement
	var typed wallet.TypedData
	err := s.View(func(state *replay.State) error {
		r, err := state.CheckEndorser(index, endorser, max(s.clock(), state.Time()))
		if err != nil {
			return err
		}
		m = replay.EndorsementMessage(endorser, r)
		typed = m.TypedData(state.BadgeDomain())
		return nil
	})
	return m, typed, err
}

// Endorse records a member's word for a request. The same member's word again returns a receipt of the first.
func (s *Service) Endorse(ctx context.Context, index int64, endorser common.Address, proof wallet.Proof) (record.Receipt, error) {
	var digest [32]byte
	err := s.View(func(state *replay.State) error {
		r, err := state.CheckEndorser(index, endorser, max(s.clock(), state.Time()))
		if err != nil {
			return err
		}
		digest = state.BadgeDomain().Digest(replay.EndorsementMessage(endorser, r).StructHash())
		return nil
	})
	if err == nil {
		var receipt record.Receipt
		if receipt, err = s.record(ctx, record.KindEndorsed, endorser, record.Endorsed{Request: index}, digest, proof); err == nil {
			return receipt, nil
		}
	}
	if !refusal.Is(err, replay.RepeatedEndorsement) {
		return record.Receipt{}, err
	}
	return s.first(ctx, err, func(p replay.Progress) int64 {
		for _, e := range p.Endorsements {
			if p.Index == index && e.Endorser == endorser {
				return e.Index
			}
		}
		return -1
	})
}

// Refusal is a member's refusal to endorse a request, signed.
type Refusal struct {
	Endorser  common.Address
	Declined  record.Declined
	Reason    Text // must have the digest that the refusal names
	Signature wallet.Proof
}

// PrepareDecline hands out what a member signs who does not endorse a request, and says why.
func (s *Service) PrepareDecline(_ context.Context, index int64, endorser common.Address, reason string) (Refusal, wallet.TypedData, error) {
	if reason == "" || len(reason) > replay.MaxReason || !utf8.ValidString(reason) {
		return Refusal{}, wallet.TypedData{}, refusal.New(refusal.Invalid, "decline-reason", "reason", "say why, in 1 to %d bytes", replay.MaxReason)
	}
	r := Refusal{Endorser: endorser, Declined: record.Declined{Request: index}}
	var err error
	if r.Reason, err = s.salted(reason); err != nil {
		return Refusal{}, wallet.TypedData{}, err
	}
	r.Declined.Reason = r.Reason.Digest()
	var typed wallet.TypedData
	err = s.View(func(state *replay.State) error {
		now := max(s.clock(), state.Time())
		request, err := state.CheckEndorser(index, endorser, now)
		if err != nil {
			return err
		}
		r.Declined.Expires = now.Add(signatureLife)
		typed = replay.DeclineMessage(endorser, request, r.Declined).TypedData(state.Domain())
		return nil
	})
	return r, typed, err
}

// Decline records a member's refusal to endorse a request.
func (s *Service) Decline(ctx context.Context, r Refusal) (record.Receipt, error) {
	if r.Reason.Digest() != r.Declined.Reason {
		return record.Receipt{}, refusal.New(refusal.Invalid, "decline-reason", "reason", "the reason and its salt do not have the digest that is signed; send both as they were handed out")
	}
	var digest [32]byte
	err := s.View(func(state *replay.State) error {
		request, err := state.CheckEndorser(r.Declined.Request, r.Endorser, max(s.clock(), state.Time()))
		digest = state.Domain().Digest(replay.DeclineMessage(r.Endorser, request, r.Declined).StructHash())
		return err
	})
	if err != nil {
		return record.Receipt{}, err
	}
	receipt, err := s.record(ctx, record.KindDeclined, r.Endorser, r.Declined, digest, r.Signature, r.Reason.Bytes())
	if !refusal.Is(err, replay.RepeatedDecline) {
		return receipt, err
	}
	return s.first(ctx, err, func(p replay.Progress) int64 {
		for _, d := range p.Declines {
			if p.Index == r.Declined.Request && d.Endorser == r.Endorser && d.Reason == r.Declined.Reason {
				return d.Index
			}
		}
		return -1
	})
}

// Requests returns the requests for badges as they stand now, the newest first.
func (s *Service) Requests() []replay.Progress {
	var out []replay.Progress
	_ = s.View(func(state *replay.State) error {
		out = state.Requests(max(s.clock(), state.Time()))
		return nil
	})
	slices.Reverse(out)
	return out
}

// Ready returns the requests that anybody can have minted now, oldest first.
func (s *Service) Ready() []replay.Progress {
	var out []replay.Progress
	_ = s.View(func(state *replay.State) error { out = state.Ready(max(s.clock(), state.Time())); return nil })
	return out
}

// Request returns a request for a badge as it stands now, and who could endorse it and did not answer yet.
func (s *Service) Request(index int64) (p replay.Progress, asked []common.Address, err error) {
	err = s.View(func(state *replay.State) error {
		now := max(s.clock(), state.Time())
		var ok bool
		if p, ok = state.Progress(index, now); !ok {
			return refusal.New(refusal.NotFound, "request-unknown", "request", "entry %d of the record is not a request for a badge", index)
		}
		if p.Status == replay.Collecting || p.Status == replay.Ready {
			asked = state.Endorsers(index, now)
		}
		return nil
	})
	return p, asked, err
}

// Asked returns the open requests that a member could endorse and has not answered, oldest first.
func (s *Service) Asked(member common.Address) []replay.Progress {
	var out []replay.Progress
	_ = s.View(func(state *replay.State) error {
		out = state.Asked(member, max(s.clock(), state.Time()))
		return nil
	})
	return out
}

// Showing returns the evidence of a request, and false if it was redacted.
func (s *Service) Showing(ctx context.Context, r record.Requested) (replay.Showing, bool, error) {
	raw, err := s.store.Blob(ctx, r.Evidence)
	if errors.Is(err, replay.ErrNoBlob) {
		return replay.Showing{}, false, nil
	}
	if err != nil {
		return replay.Showing{}, false, err
	}
	shown, err := replay.ParseShowing(raw)
	return shown, err == nil, err
}

// ProveMember proves an account's weights in the electorate of a proposal that was opened, as they were at the opening.
func (s *Service) ProveMember(ctx context.Context, p document.Digest, member common.Address) (proposal.MemberProof, error) {
	var pr proposal.Proposal
	var e *proposal.Electorate
	_ = s.View(func(state *replay.State) error {
		pr, _ = state.Proposal(p)
		if len(pr.Corrections)+len(pr.Moves) == 0 {
			e = state.Electorate(p)
		}
		return nil
	})
	if pr.List.IsZero() {
		return proposal.MemberProof{}, refusal.New(refusal.NotFound, "electorate-unknown", "proposal", "there is no proposal %s here whose electorate was frozen", p)
	}
	if e == nil {
		raw, err := s.store.Blob(ctx, pr.List)
		if err != nil {
			return proposal.MemberProof{}, err
		}
		parsed, err := proposal.ParseElectorate(raw, func(d document.Digest) ([]byte, error) { return s.store.Blob(ctx, d) })
		if err != nil {
			return proposal.MemberProof{}, err
		}
		e = &parsed
	}
	for _, m := range slices.Backward(pr.Moves) {
		if m.To == member {
			member = m.From
		}
	}
	return e.Prove(member)
}
