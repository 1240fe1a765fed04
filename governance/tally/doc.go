// Package tally counts. It knows nothing but weights and choices, uses integers and exact rationals alone, and gives
// the same result for the same ballots in any order.
//
// A [Poll] holds the ballots of one vote in columns: [NewPoll] names method and options, [Poll.Add] takes ballots one by
// one, [Poll.Count] counts them. A ballot that is malformed is spoiled: it is named with the reason, and counts nothing.
// The [Outcome] carries each round with its numbers, so that it can be recounted by hand. [Parse] reads a poll from a
// file. A [Counter] counts a chamber's For, Against and Abstain where nothing else is needed.
//
// # Methods
//
//	threshold         for, against, abstain: strictly more than a fraction of For+Against        motion.go
//	single            one option each; the highest sum of weights wins                           single.go
//	approval          any number of options each; the highest sum wins                           approval.go
//	ranked-irv        rankings, partial ones too, by instant run-off                             irv.go
//	ranked-condorcet  rankings, with equal ranks, by Tideman's Ranked Pairs                      condorcet.go
//	weighted          each ballot divides its weight over options                                weighted.go
//	quadratic         each ballot buys votes at the price of their squares                       quadratic.go
//	mixture           each ballot proposes a mixture; the Independent Markets mechanism          mixture.go
//
// # Numbers
//
// A weight is a whole number of at most 30 digits in whatever unit the poll uses: micro-units in Peritus, 10^-18 of a
// token elsewhere. Sums have 128 bits, which 2^28 such ballots cannot exceed. Ballots cost 10 to 30 bytes each beside
// what they name.
//
// # Ties
//
// A method's own rule goes first (see each). What is still equal is decided by lot: options stand in ascending order of
// SHA-256(seed ‖ option), and the earlier stands better. In Peritus the seed is the proposal's digest followed by the hash
// of the first finalized block after the closing anchor, which nobody knew while votes were cast. See [Config].
package tally
