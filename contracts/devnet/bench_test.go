package devnet_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/contracts/devnet"
)

// BenchmarkStart is the time from nothing to a chain that answers.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		c, err := devnet.Start(b.Context(), devnet.Config{Dir: b.TempDir()})
		if err != nil {
			b.Fatal(err)
		}
		if err := c.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTransaction is the time from sending a transaction to its receipt, synced to disk.
func BenchmarkTransaction(b *testing.B) {
	c := start(b, devnet.Config{Dir: b.TempDir()})
	for b.Loop() {
		pay(b, c.Client(), common.Address{1})
	}
}
