package chain_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/peritus-dao/peritus/governance/anchor"
)

// One anchor covers whatever was decided since the last one, so its cost is shared: at most 45,000 gas for a batch of any size
// once the ring of 64 slots has been written once.
func TestAnchorGas(t *testing.T) {
	in, ctx := start(t), t.Context()
	size := int64(0)
	gas := func(decisions int64) uint64 {
		t.Helper()
		// A decision is three entries of the log or more: closed, final, release-intent.
		size += 3 * decisions
		m := in.send(t, anchor.Checkpoint{Size: size, Root: checkpoint(size).Root})
		if !m.OK {
			t.Fatalf("the anchor of size %d failed", size)
		}
		return must[*types.Receipt](t)(in.net.Client().TransactionReceipt(ctx, m.Tx)).GasUsed
	}
	first := gas(1)
	for range 63 {
		gas(1)
	}
	t.Logf("%10s %12s %14s", "decisions", "gas", "gas/decision")
	for _, decisions := range []int64{1, 16, 256} {
		used := gas(decisions)
		t.Logf("%10d %12d %14d", decisions, used, used/uint64(decisions))
		if used > 45_000 {
			t.Errorf("an anchor of %d decisions costs %d gas", decisions, used)
		}
	}
	t.Logf("on the ring's first lap %d", first)
}
