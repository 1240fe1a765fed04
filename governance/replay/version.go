package replay

import (
	"fmt"

	"github.com/Masterminds/semver/v3"

	"github.com/peritus-dao/peritus/governance/document"
)

// checkVersion refuses a document whose declared version moves by less than its changes ask for.
func checkVersion(kind document.Kind, before, after []byte) error {
	if kind.Version == nil {
		return nil
	}
	bv, err := version(kind, before)
	if err != nil {
		return err
	}
	av, err := version(kind, after)
	if err != nil {
		return err
	}
	if !av.GreaterThan(bv) {
		return fmt.Errorf("version %s does not come after the current %s", av, bv)
	}
	if kind.Bump == nil {
		return nil
	}
	need, why, err := kind.Bump(before, after)
	if err != nil {
		return err
	}
	declared := document.Patch
	switch {
	case av.Major() > bv.Major():
		declared = document.Major
	case av.Minor() > bv.Minor():
		declared = document.Minor
	}
	if declared < need {
		return fmt.Errorf("version %s is a %s step from %s, and the change is %s: %s", av, declared, bv, need, why)
	}
	return nil
}

func version(kind document.Kind, raw []byte) (*semver.Version, error) {
	text, err := kind.Version(raw)
	if err != nil {
		return nil, err
	}
	return semver.StrictNewVersion(text)
}
