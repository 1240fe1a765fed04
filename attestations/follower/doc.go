// Package follower brings what finalized blocks say about badges into the record, without a gap.
//
// It is an edge that owns no wire: it asks a chain through the port [Chain], which contracts/chain implements, and writes
// through the port [Journal], which the service implements. What it has written it never revises: it follows finalized
// blocks only, and stops with [ErrReorged] if one of those changes after all.
package follower
