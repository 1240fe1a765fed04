// Package weight turns badges into voting weight, with the reasons of every number.
//
// Weights are integers of millionths ([Micro]). A function that rounds says in its name which way.
//
// # The rule
//
// An electorate is computed from the badges as of a moment, the policy's [Parameters], and the shares of the domains
// that a change touches ([Shares]):
//
//  1. Fade. A badge counts if it is in force and was minted before the revision was submitted. It contributes the
//     power of its level, faded by its age with the policy's half-life ([FadeDown]).
//  2. Best per type. Of several badges of one type, a holder's best counts.
//  3. Sum per domain. A badge counts for its own domain and for those above it: one in data/licensing for a share of
//     data/licensing, of data, and of [General], which is above every domain.
//  4. Shares. Of each domain's sum the domain's share counts, rounded down. What that leaves is divided over the
//     badges behind it ([spread]), so that every millionth has an issuer.
//  5. Flat weight. Whoever has a badge that counts for one of the shares has the flat member weight besides. It rests
//     on no issuer. Without any shares, whoever has a badge that counts at all has the flat weight alone.
//  6. Caps. No member has more than the member cap's share c of the total, and no more than the issuer cap's share a
//     of the total rests on one issuer's badges. All badges of one type that were minted with endorsements count as
//     one issuer's.
//
// # The caps
//
// Let s be a member's sum. For a total W, a member counts t = min(s, c·W), divided over the badges as s is; an issuer
// counts the smaller of what rests on its badges then and a·W; and f(W) is the sum over all issuers, and the flat
// weights. f grows with W, and f(W)/W falls, so the totals with f(W) ≥ W are those up to a largest one, which is
// built bit by bit, in fractions and not in whole millionths. (How much of s rests on a badge is rounded up to parts
// of 2^63 of s; all else is exact.)
//
// If there is none, because there are too few members or issuers for the caps, both caps are multiplied by the
// smallest integer that helps, and [Caps.Widened] says so.
//
// The weights at that W are whole millionths: a member above ⌊c·W⌋ gets exactly that, spread over the badges in the
// order of their types; of an issuer above ⌊a·W⌋ exactly that counts, spread over the badges in the order of their
// holders. The electorate's total is the sum of the weights. Should rounding leave somebody above a cap of that sum,
// W is lowered by what the sum falls short of it (at least 1), then by twice that, four times … until nobody is. So the
// caps hold to the last millionth, in every electorate.
package weight
