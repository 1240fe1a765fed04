// Package chain speaks to the contracts through an RPC endpoint.
//
// [Chain] is what the service and a verifier ask: it implements the ports [follower.Chain], [anchor.Chain] and
// [replay.Chain]. [Account] sends what an operator or a demo sends: it deploys the contracts, makes badge types, mints.
//
// The node agent, which has to stay small, uses package contracts/anchorview instead.
package chain
