// Package oms reads, checks and writes the signatures of OpenSSF Model Signing v1.0: a Sigstore bundle around a DSSE
// envelope around an in-toto statement that lists every file of a model with its digest.
//
// The root of such a list, SHA-256 over the files' raw digests in the order of their paths, is what a model spec
// calls omsRoot, so a bundle that verifies vouches for the weights of a spec, and a spec can be given out as a bundle.
//
// Two methods are verified: "key", with an EC key on P-256, P-384 or P-521, and "certificate", with a chain to a root
// that the caller trusts. A keyless Sigstore signature is read and its list is checked, but nobody vouches for it here:
// Verify answers ErrKeyless, since its trust root changes and is fetched from the network.
//
// The package is pure: its results depend on its arguments alone.
package oms
