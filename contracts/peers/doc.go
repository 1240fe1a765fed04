// Package peers holds bindings of OpenZeppelin's Governor, as most DAOs put it together (Peer.sol), and the test that compares it with
// ours: random lives of proposals are led through both at once, on a real chain and in a real record, and every difference
// must be one that follows from the rules as they are written down in governor_test.go.
//
// The bindings are written by make -C contracts peers. Nothing but tests imports them.
package peers
