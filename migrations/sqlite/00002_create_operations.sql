-- What keeps the service running and is no part of the record: losing it costs a sign-in, a retry or a new signature,
-- never a vote. `peritus verify` neither needs nor compares it.

-- +goose Up

-- Signed-in browsers. The token itself is known to the browser only.
CREATE TABLE sessions (
    token   BLOB    NOT NULL PRIMARY KEY,
    address BLOB    NOT NULL,
    expires INTEGER NOT NULL,
    CONSTRAINT sessions_token   CHECK (length(token) = 32),
    CONSTRAINT sessions_address CHECK (length(address) = 20)
) STRICT;
CREATE INDEX sessions_by_expiry ON sessions (expires);

-- Nonces of sign-in messages that nobody has used yet. Using one deletes it.
CREATE TABLE nonces (
    nonce   TEXT    NOT NULL PRIMARY KEY,
    host    TEXT    NOT NULL,
    address BLOB    NOT NULL,
    expires INTEGER NOT NULL,
    CONSTRAINT nonces_nonce   CHECK (nonce <> ''),
    CONSTRAINT nonces_address CHECK (length(address) = 20)
) STRICT;
CREATE INDEX nonces_by_expiry ON nonces (expires);

-- Transactions that anchor a checkpoint: each is here before it is sent, and stays, because any of those that share a
-- nonce may be the one that is mined.
CREATE TABLE outbox (
    hash    BLOB    NOT NULL PRIMARY KEY,
    nonce   INTEGER NOT NULL,
    size    INTEGER NOT NULL,
    root    BLOB    NOT NULL,
    tip     INTEGER NOT NULL,
    cap     INTEGER NOT NULL,
    raw     BLOB    NOT NULL,
    created INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    CONSTRAINT outbox_hash    CHECK (length(hash) = 32),
    CONSTRAINT outbox_root    CHECK (length(root) = 32),
    CONSTRAINT outbox_settled CHECK (settled IN (0, 1))
) STRICT;
CREATE INDEX outbox_by_nonce ON outbox (settled, nonce);

-- The TUF repository, file by file.
CREATE TABLE tuf_files (
    name  TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL,
    CONSTRAINT tuf_files_name CHECK (name <> '')
) STRICT;

-- Co-signatures that were received for a release, until there are enough and after.
CREATE TABLE cosignatures (
    channel   TEXT    NOT NULL,
    sequence  INTEGER NOT NULL,
    cosigner  TEXT    NOT NULL,
    statement BLOB    NOT NULL,
    signature BLOB    NOT NULL,
    received  INTEGER NOT NULL,
    PRIMARY KEY (channel, sequence, cosigner),
    CONSTRAINT cosignatures_sequence  CHECK (sequence >= 0),
    CONSTRAINT cosignatures_statement CHECK (length(statement) = 32)
) STRICT;
