package store_test

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/ballot"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

func digest(s string) document.Digest { return document.Sum([]byte(s)) }

func address(n int) common.Address {
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, uint64(n)))
	return common.Address(sum[:20])
}

// changes returns something of each kind, and ballots for the entries 0 to n-1.
func changes(n int) replay.Changes {
	c := replay.Changes{
		Proposals: []proposal.Proposal{{
			Digest: digest("proposal"), Index: 1, Proposer: address(1), Submitted: 1000, Status: proposal.Voting,
			Lanes:    []proposal.Lane{{Head: "spec/chat", Schema: "peritus/model-spec/v1", Base: digest("old"), Document: digest("new")}},
			Rules:    policy.Rules{Voting: 3600},
			Chambers: map[string]record.Chamber{"experts": {Domain: "safety", Root: digest("root"), Members: 3, Total: 12_000_000}},
		}},
		Acts:     []replay.Act{{Index: 2, Proposal: digest("proposal"), Member: address(4), Act: "object: safety", Text: digest("why"), Sequence: 1, Time: 1500}},
		Types:    []badge.Type{{ID: 1, Domain: "safety", Name: "Safety researcher", Levels: 3, Created: 10}},
		Badges:   []badge.Badge{{Holder: address(2), Type: 1, Level: 2, Issued: 20, Minted: 30}, {Holder: address(3), Type: 1, Level: 2, Issued: 20, Expires: 4_000_000_000, Minted: 30}},
		Heads:    []replay.Head{{Name: "spec/chat", Schema: "peritus/model-spec/v1", Digest: digest("old"), Since: 5}},
		Anchors:  []replay.Anchor{{Index: 3, Anchored: record.Anchored{Size: 3, Root: digest("anchor"), Block: 64, BlockTime: 2000, Proof: []document.Digest{digest("p")}}}},
		Releases: []replay.Release{{Index: 4, Intent: record.Intent{Channel: "chat/stable", Sequence: 1, Document: digest("new")}, Schema: "peritus/model-spec/v1"}},
		Nodes:    []replay.Node{{Name: "node-1", Address: address(9), Index: 5, Attested: record.Attested{Channel: "chat/stable", Release: 1, Applied: 3000}}},
	}
	if address(3).Cmp(address(2)) < 0 {
		c.Badges[0], c.Badges[1] = c.Badges[1], c.Badges[0]
	}
	for i := range n {
		c.Ballots = append(c.Ballots, replay.Cast{
			Proposal: digest("proposal"), Voter: address(i),
			Cast: ballot.Cast{Sequence: 1, Hash: sha256.Sum256(entry(i)), Choice: ballot.For, Index: int64(i)},
		})
	}
	return c
}
