-- The record: entries, the hashes of the tree over them, the bytes that entries name, and the head.

-- +goose Up
CREATE TABLE entries (
    idx   BIGINT NOT NULL PRIMARY KEY,
    bytes BYTEA  NOT NULL,
    CONSTRAINT entries_idx   CHECK (idx >= 0),
    -- C2SP tlog-tiles frames an entry with 16 bits; ours end at 16 KiB.
    CONSTRAINT entries_bytes CHECK (octet_length(bytes) BETWEEN 1 AND 16384)
);

-- Every complete subtree's hash, numbered as golang.org/x/mod/sumdb/tlog numbers stored hashes.
CREATE TABLE hashes (
    id   BIGINT NOT NULL PRIMARY KEY,
    hash BYTEA  NOT NULL,
    CONSTRAINT hashes_id   CHECK (id >= 0),
    CONSTRAINT hashes_hash CHECK (octet_length(hash) = 32)
);

-- Content-addressed bytes, immutable. Only a text is ever removed, by redaction.
CREATE TABLE blobs (
    digest BYTEA NOT NULL PRIMARY KEY,
    bytes  BYTEA NOT NULL,
    CONSTRAINT blobs_digest CHECK (octet_length(digest) = 32)
);

-- The head of the log: one row, replaced by compare-and-swap, which is what serialises all writers.
CREATE TABLE checkpoint (
    id   BIGINT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    root BYTEA  NOT NULL,
    note BYTEA  NOT NULL,
    CONSTRAINT checkpoint_id   CHECK (id = 1),
    CONSTRAINT checkpoint_size CHECK (size >= 0),
    CONSTRAINT checkpoint_root CHECK (octet_length(root) = 32)
);

-- The empty tree, whose root is the SHA-256 of nothing.
INSERT INTO checkpoint (id, size, root, note)
VALUES (1, 0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '\x');
