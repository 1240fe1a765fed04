// Package anchor sends checkpoints of the log to the anchor contract, and says when one of them is final.
//
// [Sender.Step] never waits: it looks at the chain, does the one next thing and returns; the server calls it every second
// or so. All that it must remember lies in the [Outbox] before a transaction leaves, so that a sender can die between any
// two statements and its successor goes on. The chain is the port [Chain], which contracts/chain implements; the key is
// the adapter's business and is never seen here.
package anchor
