package main

import (
	"context"
	"strings"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/endpoints"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// openChecker connects a verifier with the chain that a genesis names, through one endpoint or several of which more than
// half must agree. The function ends the connection.
func openChecker(ctx context.Context, rpc string, genesis []byte) (replay.Chain, func(), error) {
	g, err := readGenesis(genesis)
	if err != nil {
		return nil, nil, err
	}
	clients, closeAll, err := dialAll(ctx, rpc)
	if err != nil {
		return nil, nil, err
	}
	p, err := chain.OpenPool(ctx, chain.PoolConfig{Clients: clients, Contracts: g.Chain})
	if err != nil {
		closeAll()
		return nil, nil, missing("%w", err)
	}
	return p, closeAll, nil
}

// dialAll connects with endpoints whose addresses are separated by commas. The function ends the connections.
func dialAll(ctx context.Context, rpc string) ([]*ethclient.Client, func(), error) {
	var clients []*ethclient.Client
	closeAll := func() {
		for _, c := range clients {
			c.Close()
		}
	}
	for _, url := range strings.Split(rpc, ",") {
		client, err := dial(ctx, strings.TrimSpace(url))
		if err != nil {
			closeAll()
			return nil, nil, err
		}
		clients = append(clients, client)
	}
	return clients, closeAll, nil
}

func dial(ctx context.Context, rpc string) (*ethclient.Client, error) {
	client, err := endpoints.Dial(ctx, rpc)
	if err != nil {
		return nil, missing("%w", err)
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
