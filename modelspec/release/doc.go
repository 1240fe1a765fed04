// Package release says what a signed release is and in which order a node believes it.
//
// A release is an in-toto statement in a DSSE envelope. The statement is a pure function of the record: of the logged
// release-intent, of the decision that it carries out and of the anchor that made the decision final. So every
// co-signer, who replays the record alone, writes the same bytes, and signs those or nothing.
//
// A bundle is the envelope with everything it takes to check it offline and for ever: the intent with its inclusion
// proof, the revision that was voted on, and the documents. [Check] runs the checks in the order of the design and
// stops at the first that fails, with one line that an operator can act on.
//
// DSSE authorises; TUF only delivers.
package release
