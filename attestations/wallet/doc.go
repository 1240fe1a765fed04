// Package wallet is what an Ethereum account signs for Peritus, and how the signature is checked.
//
// Messages are EIP-712 typed data, one struct per message: [Ballot], [Proposal], [Report] and [Consent]. Each has a
// StructHash, the JSON that a wallet shows (TypedData), and together with a [Domain] the digest that is signed. The
// encoders are written by hand because a recount hashes every ballot; the tests compare them with an independent
// implementation. Sign-in is EIP-4361 ([SignIn]) over an EIP-191 personal message ([HashMessage]).
//
// Everything here is a function of its arguments. Single use of nonces, sequences and expiry against a clock belong
// to the caller, who has the state and the time.
package wallet
