// Package store keeps the record, and the state that follows from it, in SQLite or PostgreSQL.
//
// It is an edge: it knows how things lie in tables and nothing about what they mean. All of the record is written by
// [Store.Commit], in one transaction that appends the entries, their tree hashes and the bytes that they name, writes the
// rows that they changed, and replaces the log's head. Of several processes that share a database one writes at a time; that
// the head is still the one that the writer built on is said by a compare-and-swap in one statement, not by the lock alone.
//
// What Commit promises is durable: both ways of opening a store ask the database itself whether a commit waits for the
// disk, and refuse one that does not. Operational rows (sessions, nonces, the outbox, TUF files, pending co-signatures) have
// methods of their own and may be lost without losing a vote.
//
// The schema belongs to package migrations. gorm's AutoMigrate never runs; its rows are unexported and stand beside the
// functions that turn them into domain values.
package store
