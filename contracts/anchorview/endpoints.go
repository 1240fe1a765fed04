package anchorview

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/peritus-dao/peritus/contracts/endpoints"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// checking is how long the endpoints may take to look for an anchor, which is four questions.
const checking = time.Minute

// Endpoints are those at which a node looks for anchors. More than half of them must say the same; a single one is believed.
type Endpoints struct {
	quorum *endpoints.Quorum[*ethclient.Client]
}

// Dial connects with endpoints whose addresses are separated by commas. It asks nothing yet.
func Dial(ctx context.Context, addresses string) (*Endpoints, error) {
	var cfg endpoints.Config[*ethclient.Client]
	for _, address := range strings.Split(addresses, ",") {
		client, err := endpoints.Dial(ctx, strings.TrimSpace(address))
		if err != nil {
			closeAll(cfg.Endpoints)
			return nil, err
		}
		cfg.Endpoints = append(cfg.Endpoints, client)
	}
	q, err := endpoints.New(cfg)
	return &Endpoints{q}, err
}

// Close ends the connections.
func (e *Endpoints) Close() { closeAll(e.quorum.Endpoints) }

func closeAll(clients []*ethclient.Client) {
	for _, c := range clients {
		c.Close()
	}
}

// Finalized is what an agent asks of the chain: whether the release's anchor is there, on a block that is final. Which chain and
// contract are right was checked against genesis.json before. An error that says nothing against the anchor wraps
// [release.ErrUnknown].
func (e *Endpoints) Finalized(ctx context.Context, at release.Anchor, finality record.Finality) error {
	want := Anchor{Size: at.Size, Root: at.Root, Tx: at.Tx, Block: at.Block, BlockHash: at.BlockHash}
	err := endpoints.Verdict(ctx, e.quorum, checking, fmt.Sprintf("the anchor of size %d", at.Size), IsRefuted, func(ctx context.Context, c *ethclient.Client) error {
		view := New(c, at.Chain, at.Contract)
		view.Finality = finality
		return view.Check(ctx, want)
	})
	if err != nil && !IsRefuted(err) {
		return fmt.Errorf("%w: %w", release.ErrUnknown, err)
	}
	return err
}
