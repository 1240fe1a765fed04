// Package record is the arithmetic of the one append-only log: entries, the Merkle tree over them, proofs, signed
// checkpoints, tiles and receipts.
//
// The log is an RFC 6962 tree with SHA-256 whose leaves are canonical JSON entries of at most 16 KiB. It is served as
// C2SP tlog-tiles, its heads are C2SP checkpoints (signed notes), and a proof that stands alone is a C2SP tlog-proof.
// Hashes are stored in the order of [golang.org/x/mod/sumdb/tlog.StoredHashIndex], so that a table with one row for
// each hash can answer every question about every size that the tree ever had.
//
// Everything here is a function of its arguments. Decoders accept one spelling of each thing and refuse the rest, so
// that two different byte strings are never the same entry, checkpoint, proof or path.
package record
