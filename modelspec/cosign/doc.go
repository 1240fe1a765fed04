// Package cosign signs releases on behalf of one independent verifier.
//
// A co-signer trusts nobody's word for a release: it replays the record itself, looks at the chain itself, builds the
// statement itself, and signs what it built. Before a signature leaves, what was signed is on stable storage, and a
// second statement for the same channel and sequence is refused for ever, whatever the record says by then.
package cosign
