-- The record: entries, the hashes of the tree over them, the bytes that entries name, and the head.

-- +goose Up
CREATE TABLE entries (
    idx   INTEGER NOT NULL PRIMARY KEY,
    bytes BLOB    NOT NULL,
    CONSTRAINT entries_idx   CHECK (idx >= 0),
    -- C2SP tlog-tiles frames an entry with 16 bits; ours end at 16 KiB.
    CONSTRAINT entries_bytes CHECK (length(bytes) BETWEEN 1 AND 16384)
) STRICT;

-- Every complete subtree's hash, numbered as golang.org/x/mod/sumdb/tlog numbers stored hashes.
CREATE TABLE hashes (
    id   INTEGER NOT NULL PRIMARY KEY,
    hash BLOB    NOT NULL,
    CONSTRAINT hashes_id   CHECK (id >= 0),
    CONSTRAINT hashes_hash CHECK (length(hash) = 32)
) STRICT;

-- Content-addressed bytes, immutable. Only a text is ever removed, by redaction.
CREATE TABLE blobs (
    digest BLOB NOT NULL PRIMARY KEY,
    bytes  BLOB NOT NULL,
    CONSTRAINT blobs_digest CHECK (length(digest) = 32)
) STRICT;

-- The head of the log: one row, replaced by compare-and-swap, which is what serialises all writers.
CREATE TABLE checkpoint (
    id   INTEGER NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    root BLOB    NOT NULL,
    note BLOB    NOT NULL,
    CONSTRAINT checkpoint_id   CHECK (id = 1),
    CONSTRAINT checkpoint_size CHECK (size >= 0),
    CONSTRAINT checkpoint_root CHECK (length(root) = 32)
) STRICT;

-- The empty tree, whose root is the SHA-256 of nothing.
INSERT INTO checkpoint (id, size, root, note)
VALUES (1, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'');
