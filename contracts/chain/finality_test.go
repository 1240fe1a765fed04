package chain_test

import (
	"errors"
	"testing"

	"github.com/peritus-dao/peritus/attestations/follower"
	"github.com/peritus-dao/peritus/contracts/anchorview"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// The follower, the anchors' sender, verifiers and nodes draw the line where genesis.json draws it.
func TestGenesisSaysWhatIsFinal(t *testing.T) {
	in, ctx := start(t), t.Context()
	m := in.send(t, checkpoint(5))
	ok(t, in.net.Mine(10))
	ok(t, in.net.Finalize(ctx))
	final := must[uint64](t)(in.net.Client().BlockNumber(ctx))
	ok(t, in.net.Mine(5))
	head := must[uint64](t)(in.net.Client().BlockNumber(ctx))
	a := record.Anchored{Size: 5, Root: document.Digest(m.Root), Tx: m.Tx, Block: m.Block.Number, BlockHash: m.Block.Hash, BlockTime: document.Time(m.Block.Time)}
	for text, want := range map[string]uint64{
		"": final, "finalized": final, "finalized-3": final - 3, "safe": head, "safe-1": head - 1, "latest-2": head - 2, "latest-4000": 0,
	} {
		contracts := in.plan.Contracts
		contracts.Finality = text
		c := must[*chain.Chain](t)(chain.Open(ctx, chain.Config{Client: in.net.Client(), Contracts: contracts, Sender: in.sender}))
		if got := must[follower.Block](t)(c.Finalized(ctx)); got.Number != want {
			t.Errorf("%q: block %d is final, want %d", text, got.Number, want)
		}
		nonce := uint64(0)
		if m.Block.Number <= want {
			nonce = 1
		}
		if got := must[uint64](t)(c.FinalNonce(ctx)); got != nonce {
			t.Errorf("%q: the final nonce is %d, want %d", text, got, nonce)
		}
		view := anchorview.New(in.net.Client(), contracts.ID, contracts.Anchor)
		view.Finality = must[record.Finality](t)(record.ParseFinality(text))
		for who, err := range map[string]error{
			"a verifier": c.CheckAnchor(ctx, a),
			"a node":     view.Check(ctx, anchorview.Anchor{Size: 5, Root: m.Root, Tx: m.Tx, Block: m.Block.Number, BlockHash: m.Block.Hash}),
		} {
			if m.Block.Number <= want && err != nil || m.Block.Number > want && !errors.Is(err, anchorview.ErrNotFinal) {
				t.Errorf("%q: %s says %v of block %d", text, who, err, m.Block.Number)
			}
		}
	}
	contracts := in.plan.Contracts
	contracts.Finality = "latest"
	if _, err := chain.Open(ctx, chain.Config{Client: in.net.Client(), Contracts: contracts}); err == nil {
		t.Error("the head counts as final")
	}
}
