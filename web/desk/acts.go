package desk

import (
	"cmp"
	"context"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/web"
)

// PrepareAct implements [web.Service].
func (d *Desk) PrepareAct(ctx context.Context, r web.ActRequest) (web.PreparedAct, error) {
	act, typed, err := d.service.PrepareAct(ctx, r.Revision, r.Member, r.Act, r.Text)
	if err != nil {
		return web.PreparedAct{}, err
	}
	raw, err := json.Marshal(typed)
	if err != nil {
		return web.PreparedAct{}, err
	}
	out := web.PreparedAct{TypedData: raw, Sequence: act.Act.Sequence, Expires: act.Act.Expires}
	if r.Text != "" {
		out.Salt = hex.EncodeToString(act.Text.Salt[:])
	}
	out.Digest = d.domain().Digest(replay.ActMessage(r.Member, wallet.Text(act.Title), act.Act).StructHash())
	return out, nil
}

// Act implements [web.Service].
func (d *Desk) Act(ctx context.Context, s web.SignedAct) (web.Receipt, error) {
	signature, err := parseSignature(s.Signature)
	if err != nil {
		return web.Receipt{}, err
	}
	act := governance.Act{Member: s.Member, Signature: signature}
	act.Act = record.Act{Proposal: s.Revision, Act: s.Act, Sequence: s.Sequence, Expires: s.Expires}
	if s.Text != "" {
		if act.Text, err = salted(s.Text, s.Salt); err != nil {
			return web.Receipt{}, err
		}
		act.Act.Text = act.Text.Digest()
	}
	receipt, err := d.service.Act(ctx, act)
	if err != nil {
		return web.Receipt{}, err
	}
	file, err := receipt.Encode()
	return web.Receipt{Index: receipt.Index, Revision: s.Revision, Sequence: s.Sequence, Superseded: -1, File: file}, err
}

// life gathers what members did about a proposal beside voting. Texts are read afterwards, outside the service's lock.
func (d *Desk) life(ctx context.Context, p proposal.Proposal) (web.Life, error) {
	var acts []replay.Act
	var inForce *charter.BadgeType
	for _, lane := range p.Effects() {
		if lane.Schema == charter.BadgeTypeSchema && p.Status == proposal.Final {
			raw, err := d.blob(ctx, lane.Document)
			if err != nil {
				return web.Life{}, err
			}
			b, err := charter.ParseBadgeType(raw)
			if err != nil {
				return web.Life{}, err
			}
			inForce = &b
		}
	}
	judges := map[proposal.Ground][]web.Judges{}
	out := web.Life{
		SponsorsNeeded: p.Rules.Sponsors, Sponsors: d.people(p.Sponsors), Recused: d.people(p.Recused), Vetoes: d.people(p.Vetoes), Halts: d.people(p.Halts), Halted: p.Halted, Council: d.people(p.Council),
		Extended: entryOr(p.ExtendedAt), Ended: p.Ended, EndedAt: entryOr(p.EndedAt), Reason: p.Reason, Emergency: p.Emergency,
		Revises: p.Revises, RevisedBy: p.RevisedBy, Ratifies: p.Ratifies, Method: p.Method, Winner: p.Winner,
	}
	out.Corrections, out.Moves = []web.Correction{}, []web.Move{}
	for _, m := range p.Moves {
		out.Moves = append(out.Moves, web.Move{Index: m.Index, From: d.person(m.From), To: d.person(m.To)})
	}
	err := d.view(func(s *replay.State) error {
		now := max(d.Now(), s.Time())
		for _, n := range p.Corrections {
			_, typ, _ := badge.SplitTokenID(n.Badge)
			t, _ := s.Badges().Type(typ)
			c := web.Correction{Index: n.Index, Member: d.person(n.Member), Badge: t.Name, Decision: n.Decision}
			for _, name := range slices.Sorted(maps.Keys(n.Chambers)) {
				c.Weights = append(c.Weights, web.Reweighed{Chamber: name, Before: n.Chambers[name].Before, After: n.Chambers[name].After})
			}
			out.Corrections = append(out.Corrections, c)
		}
		acts = s.Acts(p.Digest)
		for _, o := range p.Objections {
			if o.Index < p.Index { // taken over from the text that this one revises
				acts = append(acts, replay.Act{Index: o.Index, Member: o.Member, Act: "object: " + string(o.Ground), Text: o.Text, Time: o.Time})
			}
		}
		for _, name := range policy.Grounds() {
			ground := proposal.Ground(name)
			for _, j := range s.Judges(p.Digest, ground) {
				judges[ground] = append(judges[ground], web.Judges{Domain: j.Domain, Experts: j.Experts})
			}
			if len(judges[ground]) > 0 {
				out.Grounds = append(out.Grounds, web.Ground{Name: name, Judges: judges[ground]})
			}
		}
		council := s.Council(now)
		if p.Emergency {
			out.CouncilNeeded, out.SponsorsNeeded = council.Council.Threshold, 0
			out.Council = d.people(slices.Concat([]common.Address{p.Proposer}, p.Council))
		} else if p.Status == proposal.Submitted && p.Rules.Patience > 0 {
			out.SponsorBy = p.Submitted.Add(p.Rules.Patience)
		}
		if !slices.ContainsFunc(p.Lanes, func(l proposal.Lane) bool { return l.Head == s.Policy().Council }) {
			out.VetoesNeeded = council.Guardians.Threshold
			for _, name := range slices.Sorted(maps.Keys(council.Guardians.Members)) {
				out.Guardians = append(out.Guardians, d.person(council.Guardians.Members[name]))
			}
		}
		if p.Status.Early() {
			if blocked := p.Blocked(); blocked > now {
				out.Blocked = blocked
			}
			if cools := s.Facts(p.Digest, now).Cools; cools > now {
				out.Cools = cools
			}
		}
		if p.Provisional() {
			out.Lapses = p.Lapses
		}
		if inForce != nil {
			out.Differs = inForce.Differs(s.Badges())
		}
		for _, e := range p.Executed {
			out.Executed = append(out.Executed, web.Execution{Entry: e.Entry, Tx: e.Tx, Block: e.Block})
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	slices.SortFunc(acts, func(a, b replay.Act) int { return cmp.Compare(a.Index, b.Index) })
	byEntry := map[int64]web.Act{}
	for _, a := range acts {
		act := web.Act{Index: a.Index, Member: d.person(a.Member), Act: a.Act, Time: a.Time}
		if act.Text, err = d.text(ctx, a.Text); err != nil {
			return out, err
		}
		byEntry[a.Index] = act
		out.Acts = append(out.Acts, act)
	}
	for _, o := range p.Objections {
		objection := web.Objection{
			Act: byEntry[o.Index], Ground: string(o.Ground), Judges: judges[o.Ground], Uphold: d.people(o.Uphold), Dismiss: d.people(o.Dismiss),
			Outcome: string(o.Outcome), Settled: entryOr(o.Settled),
		}
		for _, answer := range o.Answers {
			if a, ok := byEntry[answer]; ok {
				objection.Answers = append(objection.Answers, a)
			}
		}
		out.Objections = append(out.Objections, objection)
	}
	for _, name := range p.Options {
		option := web.Option{Name: name, Documents: map[string]document.Digest{}}
		for _, lane := range p.Subject {
			if lane.Option == name {
				option.Documents[lane.Head] = lane.Document
			}
		}
		out.Options = append(out.Options, option)
	}
	return out, nil
}

func (d *Desk) people(accounts []common.Address) []web.Person {
	out := make([]web.Person, len(accounts))
	for i, a := range accounts {
		out[i] = d.person(a)
	}
	return out
}

// entryOr returns the index of an entry that the record cannot have at its beginning, or -1.
func entryOr(index int64) int64 {
	if index == 0 {
		return -1
	}
	return index
}
