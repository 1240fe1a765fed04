package charter

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance/document"
)

// BadgeTypeSchema names the document of a badge type.
const BadgeTypeSchema = "peritus/badge-type/v1"

// BadgeType is the document that says what a type of badge is and who issues it. What happens on chain is the owner's
// transaction, which names the decision; [BadgeType.Differs] says whether the chain has come to agree.
type BadgeType struct {
	Schema        string                    `json:"schema"`
	Version       string                    `json:"version"`
	Parent        document.Digest           `json:"parent,omitzero"`
	Type          uint32                    `json:"type"` // its number in the badge contract
	Name          string                    `json:"name"`
	Domain        string                    `json:"domain"`
	Levels        uint8                     `json:"levels"`                  // levels run from 1 to this
	Validity      uint64                    `json:"validity"`                // the longest time from issue to expiry in seconds; 0: badges need not expire
	Issuers       map[string]common.Address `json:"issuers"`                 // by name
	Endorsements  uint8                     `json:"endorsements"`            // how many stand in for an issuer; 0: issuers alone grant it
	EndorserLevel uint8                     `json:"endorserLevel,omitempty"` // the least level of an endorser
	Burn          string                    `json:"burn"`                    // who may end a badge: issuer, holder, "issuer or holder" or nobody
	Retired       bool                      `json:"retired,omitempty"`
	About         string                    `json:"about,omitempty"` // what it takes
}

var burns = []badge.Burn{badge.ByIssuer, badge.ByHolder, badge.ByEither, badge.ByNobody}

var domainPattern = regexp.MustCompile(`^[a-z0-9-]{1,32}(/[a-z0-9-]{1,32})?$`)

// ParseBadgeType reads the document of a badge type. All findings are returned together as [document.Problems].
func ParseBadgeType(raw []byte) (BadgeType, error) {
	var b BadgeType
	if err := document.Unmarshal(raw, &b); err != nil {
		return BadgeType{}, err
	}
	problems := header(BadgeTypeSchema, b.Schema, b.Version)
	if b.Type == 0 {
		problems.Add("/type", "range", "the type has no number", "give the number that the badge contract has or will give it, from 1")
	}
	if b.Name == "" || len(b.Name) > 64 {
		problems.Add("/name", "range", fmt.Sprintf("the name has %d bytes", len(b.Name)), "give a name of 1 to 64 bytes")
	}
	if !domainPattern.MatchString(b.Domain) {
		problems.Add("/domain", "domain", fmt.Sprintf("%q is not a domain", b.Domain), "write lower-case words like data/licensing")
	}
	if b.Levels == 0 || b.Levels > 16 {
		problems.Add("/levels", "range", fmt.Sprintf("%d levels", b.Levels), "give 1 to 16 levels")
	}
	if len(b.Issuers) == 0 && b.Endorsements == 0 && !b.Retired {
		problems.Add("/issuers", "missing", "nobody could grant this badge", "name an issuer, or say how many endorsements it takes")
	}
	if (b.Endorsements > 0) != (b.EndorserLevel > 0) || b.EndorserLevel > b.Levels {
		problems.Add("/endorserLevel", "range", fmt.Sprintf("%d endorsements by members of level %d", b.Endorsements, b.EndorserLevel), "give a level of the badge where endorsements stand in for an issuer, and none otherwise")
	}
	if !slices.ContainsFunc(burns, func(w badge.Burn) bool { return w.String() == b.Burn }) {
		problems.Add("/burn", "burn", fmt.Sprintf("%q does not say who may end a badge", b.Burn), "write issuer, holder, issuer or holder, or nobody")
	}
	if len(b.About) > 4096 {
		problems.Add("/about", "range", fmt.Sprintf("%d bytes", len(b.About)), "give at most 4096")
	}
	distinct("/issuers", b.Issuers, &problems)
	return b, problems.Err()
}

// Differs says how the chain's badge types differ from the document, each in a sentence; none means that the decision is
// carried out.
func (b BadgeType) Differs(r *badge.Registry) []string {
	t, ok := r.Type(b.Type)
	if !ok {
		return []string{fmt.Sprintf("the badge contract has no type %d yet", b.Type)}
	}
	var out []string
	add := func(differs bool, format string, args ...any) {
		if differs {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	add(t.Name != b.Name, "the contract calls it %q", t.Name)
	add(t.Domain != b.Domain, "the contract has it in the domain %s", t.Domain)
	add(t.Levels != b.Levels, "the contract gives it %d levels", t.Levels)
	add(t.Validity != b.Validity, "the contract lets it last %d seconds", t.Validity)
	add(t.Endorsements != b.Endorsements || t.EndorserLevel != b.EndorserLevel, "the contract asks for %d endorsements by members of level %d", t.Endorsements, t.EndorserLevel)
	add(t.Burn.String() != b.Burn, "the contract lets it be ended by %s", t.Burn)
	add((t.Retired != 0) != b.Retired, "whether it is retired differs")
	issues := map[common.Address]bool{}
	for _, i := range r.Issuers(b.Type) {
		issues[i.Account] = i.Until == 0
	}
	for _, name := range slices.Sorted(maps.Keys(b.Issuers)) {
		add(!issues[b.Issuers[name]] && !b.Retired, "%s may not issue it yet", name)
		delete(issues, b.Issuers[name])
	}
	for _, account := range slices.SortedFunc(maps.Keys(issues), common.Address.Cmp) {
		add(issues[account] && !b.Retired, "%s may still issue it", account)
	}
	return out
}

// BadgeTypeKind describes a badge type as a kind of governed document.
func BadgeTypeKind() document.Kind {
	return kind(BadgeTypeSchema, "Badge type", "it changes who may come to have a say", ParseBadgeType, func(b BadgeType) string { return b.Version })
}
