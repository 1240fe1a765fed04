// Package badge folds the events of the badge contract into who holds which badge.
//
// A badge is a soulbound token (ERC-721 with ERC-5192, minimal soulbound tokens): it has a holder, a type that belongs
// to a domain of expertise, a level, a date of issue and perhaps of expiry. The contract is contracts/src/
// ExpertiseBadge.sol; its rules are the rules of [Registry.Apply], so that a list of events that the contract could
// not have emitted is refused instead of believed.
//
// A registry keeps every version of every badge, and [Registry.At] shows it as it stood at an earlier block: an
// electorate is frozen at one block while the record has followed the chain further.
package badge
