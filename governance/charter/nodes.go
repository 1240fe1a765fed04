package charter

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

// NodesSchema names the document of admitted nodes.
const NodesSchema = "peritus/nodes/v1"

// Nodes is the document that admits nodes: whose reports the record takes. Until there is one, the genesis names them.
type Nodes struct {
	Schema  string                    `json:"schema"`
	Version string                    `json:"version"`
	Parent  document.Digest           `json:"parent,omitzero"`
	Nodes   map[string]common.Address `json:"nodes"` // by name
}

// MaxNodes bounds the admitted nodes.
const MaxNodes = 100_000

// ParseNodes reads a document of admitted nodes. All findings are returned together as [document.Problems].
func ParseNodes(raw []byte) (Nodes, error) {
	var n Nodes
	if err := document.Unmarshal(raw, &n); err != nil {
		return Nodes{}, err
	}
	problems := header(NodesSchema, n.Schema, n.Version)
	if len(n.Nodes) > MaxNodes {
		problems.Add("/nodes", "range", fmt.Sprintf("%d nodes", len(n.Nodes)), fmt.Sprintf("admit at most %d", MaxNodes))
	}
	distinct("/nodes", n.Nodes, &problems)
	return n, problems.Err()
}

// NodesKind describes the admitted nodes as a kind of governed document.
func NodesKind() document.Kind {
	return kind(NodesSchema, "Admitted nodes", "it changes whose machines are trusted to report", ParseNodes, func(n Nodes) string { return n.Version })
}
