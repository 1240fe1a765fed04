package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/anchorview"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

var _ replay.Chain = (*Chain)(nil)

func refuted(format string, args ...any) error {
	return fmt.Errorf("%s: %w", fmt.Sprintf(format, args...), replay.ErrRefuted)
}

// CheckGenesis implements [replay.Chain].
func (c *Chain) CheckGenesis(ctx context.Context, want document.Digest) error {
	out, err := c.call(ctx, c.anchor.PackGENESIS())
	if err != nil {
		return err
	}
	got, err := c.anchor.UnpackGENESIS(out)
	if err != nil {
		return fmt.Errorf("chain: the anchor contract's answer: %w", err)
	}
	if document.Digest(got) != want {
		return refuted("the anchor contract pins the genesis %s, and the log begins with %s", document.Digest(got), want)
	}
	return nil
}

// CheckRange implements [replay.Chain].
func (c *Chain) CheckRange(ctx context.Context, r record.ChainRange, events []badge.Event, keep func([]badge.Event) []badge.Event) error {
	final, err := c.Finalized(ctx)
	if err != nil {
		return err
	}
	if final.Number < r.To {
		return fmt.Errorf("chain: the endpoint's finalized block is %d, and the record follows the chain to block %d: try again when it has caught up", final.Number, r.To)
	}
	end, err := c.Block(ctx, r.To)
	if err != nil {
		return err
	}
	if end.Hash != r.Hash || document.Time(end.Time) != r.Time {
		return refuted("block %d is %s of %s on the chain, and %s of %s in the record", r.To, end.Hash, document.Time(end.Time), r.Hash, r.Time)
	}
	want, err := c.allEvents(ctx, r.From, r.To)
	if err != nil {
		return err
	}
	want = keep(want)
	for i := range max(len(want), len(events)) {
		switch {
		case i >= len(events) && want[i].Kind == badge.Posted:
			p, proposal, _ := record.ParsePost([]byte(want[i].Message))
			return refuted("the record leaves out the %s that %s posted on chain in block %d, about proposal %s", p.Kind, p.Actor, want[i].Block, proposal)
		case i >= len(events):
			return refuted("the record leaves out the event %s in block %d, log %d", want[i].Kind, want[i].Block, want[i].Index)
		case i >= len(want):
			return refuted("the record has an event %s in block %d, log %d, that the chain does not have", events[i].Kind, events[i].Block, events[i].Index)
		case want[i] != events[i]:
			return refuted("event %d of blocks %d to %d is %+v in the record and %+v on the chain", i, r.From, r.To, events[i], want[i])
		}
	}
	return nil
}

// allEvents reads a range in as many parts as the endpoint wants.
func (c *Chain) allEvents(ctx context.Context, from, to uint64) ([]badge.Event, error) {
	events, err := c.BadgeEvents(ctx, from, to)
	if err == nil || from == to || ctx.Err() != nil {
		return events, err
	}
	middle := from + (to-from)/2
	left, err := c.allEvents(ctx, from, middle)
	if err != nil {
		return nil, err
	}
	right, err := c.allEvents(ctx, middle+1, to)
	return append(left, right...), err
}

// CheckAnchor implements [replay.Chain].
func (c *Chain) CheckAnchor(ctx context.Context, a record.Anchored) error {
	view := anchorview.New(c.client, c.contracts.ID, c.contracts.Anchor)
	view.Finality = c.finality
	err := view.Check(ctx, anchorview.Anchor{Size: a.Size, Root: a.Root, Tx: a.Tx, Block: a.Block, BlockHash: a.BlockHash})
	if err == nil {
		at, err := c.Block(ctx, a.Block)
		if err == nil && document.Time(at.Time) != a.BlockTime {
			return refuted("block %d is of %s on the chain, and of %s in the record", a.Block, document.Time(at.Time), a.BlockTime)
		}
		return err
	}
	if anchorview.IsRefuted(err) {
		return fmt.Errorf("%w: %w", err, replay.ErrRefuted)
	}
	return err
}

// CheckWallet implements [replay.Chain].
func (c *Chain) CheckWallet(ctx context.Context, account common.Address, digest [32]byte, proof wallet.Proof, want wallet.Answer) error {
	got, err := c.Ask(ctx, account, digest, wallet.ProofBytes(proof), want)
	switch {
	case denial(err) != nil:
		return refuted("at block %d the wallet %s does not vouch for the signature: %v", want.Block, account, err)
	case err != nil:
		return err
	case got != want:
		return refuted("at block %d the wallet %s has the code %s, and %s in the record", want.Block, account, got.Code, want.Code)
	}
	return nil
}
