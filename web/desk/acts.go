package desk

import (
	"context"
	"encoding/hex"
	"encoding/json"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance"
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
