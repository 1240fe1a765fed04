package replay

import (
	"fmt"
	"maps"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
)

// Council returns the council and the guardians whose term has not ended, if there are any.
func (s *State) Council(at document.Time) charter.Council { return s.council(at) }

func (s *State) council(at document.Time) charter.Council {
	if at >= s.bodies.Until {
		return charter.Council{}
	}
	return s.bodies
}

// Admitted returns the nodes whose reports the record takes, by name.
func (s *State) Admitted() map[string]common.Address { return maps.Clone(s.admitted) }

// charter reads the documents that the policy names. One that is not there, or is of another kind, names nobody.
func (a *application) charter() error {
	bodies, admitted := charter.Council{}, a.State.genesis.Nodes
	if h := a.heads[a.State.policy.Council]; h.Schema == charter.CouncilSchema {
		raw, err := a.read(h.Digest, "council")
		if err != nil {
			return err
		}
		if bodies, err = charter.ParseCouncil(raw); err != nil {
			return err
		}
	}
	if h := a.heads[a.State.policy.Nodes]; h.Schema == charter.NodesSchema {
		raw, err := a.read(h.Digest, "nodes")
		if err != nil {
			return err
		}
		nodes, err := charter.ParseNodes(raw)
		if err != nil {
			return err
		}
		admitted = nodes.Nodes
	}
	a.State.bodies, a.State.admitted = bodies, admitted
	return nil
}

// reconstitute reads them again after heads have moved.
func (a *application) reconstitute() error {
	if err := a.charter(); err != nil {
		return fmt.Errorf("%w: %w", ErrTainted, err)
	}
	return nil
}
