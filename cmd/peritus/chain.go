package main

import (
	"context"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// openChecker connects a verifier with the chain that a genesis names. The function ends the connection.
func openChecker(ctx context.Context, rpc string, genesis []byte) (replay.Chain, func(), error) {
	g, err := readGenesis(genesis)
	if err != nil {
		return nil, nil, err
	}
	client, err := dial(ctx, rpc)
	if err != nil {
		return nil, nil, err
	}
	c, err := chain.Open(ctx, chain.Config{Client: client, Contracts: g.Chain})
	if err != nil {
		client.Close()
		return nil, nil, missing("%w", err)
	}
	return c, client.Close, nil
}

func dial(ctx context.Context, rpc string) (*ethclient.Client, error) {
	client, err := ethclient.DialContext(ctx, rpc)
	if err != nil {
		return nil, missing("the chain's endpoint cannot be reached: %w", err)
	}
	return client, nil
}

// readGenesis reads the body of a genesis.json.
func readGenesis(raw []byte) (record.Genesis, error) {
	var g record.Genesis
	e, err := record.Decode(raw)
	if err != nil {
		return g, &usageError{"genesis.json: " + err.Error()}
	}
	return g, document.Unmarshal(e.Body, &g)
}
