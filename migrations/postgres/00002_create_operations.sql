-- What keeps the service running and is no part of the record: losing it costs a sign-in, a retry or a new signature,
-- never a vote. `peritus verify` neither needs nor compares it.

-- +goose Up

-- Signed-in browsers. The token itself is known to the browser only.
CREATE TABLE sessions (
    token   BYTEA  NOT NULL PRIMARY KEY,
    address BYTEA  NOT NULL,
    expires BIGINT NOT NULL,
    CONSTRAINT sessions_token   CHECK (octet_length(token) = 32),
    CONSTRAINT sessions_address CHECK (octet_length(address) = 20)
);
CREATE INDEX sessions_by_expiry ON sessions (expires);

-- Nonces of sign-in messages that nobody has used yet. Using one deletes it.
CREATE TABLE nonces (
    nonce   TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    host    TEXT   COLLATE "C" NOT NULL,
    address BYTEA  NOT NULL,
    expires BIGINT NOT NULL,
    CONSTRAINT nonces_nonce   CHECK (nonce <> ''),
    CONSTRAINT nonces_address CHECK (octet_length(address) = 20)
);
CREATE INDEX nonces_by_expiry ON nonces (expires);

-- Transactions that anchor a checkpoint: each is here before it is sent, and stays, because any of those that share a
-- nonce may be the one that is mined.
CREATE TABLE outbox (
    hash    BYTEA  NOT NULL PRIMARY KEY,
    nonce   BIGINT NOT NULL,
    size    BIGINT NOT NULL,
    root    BYTEA  NOT NULL,
    tip     BIGINT NOT NULL,
    cap     BIGINT NOT NULL,
    raw     BYTEA  NOT NULL,
    created BIGINT NOT NULL,
    settled BIGINT NOT NULL,
    CONSTRAINT outbox_hash    CHECK (octet_length(hash) = 32),
    CONSTRAINT outbox_root    CHECK (octet_length(root) = 32),
    CONSTRAINT outbox_settled CHECK (settled IN (0, 1))
);
CREATE INDEX outbox_by_nonce ON outbox (settled, nonce);

-- The TUF repository, file by file.
CREATE TABLE tuf_files (
    name  TEXT  COLLATE "C" NOT NULL PRIMARY KEY,
    bytes BYTEA NOT NULL,
    CONSTRAINT tuf_files_name CHECK (name <> '')
);

-- Co-signatures that were received for a release, until there are enough and after.
CREATE TABLE cosignatures (
    channel   TEXT   COLLATE "C" NOT NULL,
    sequence  BIGINT NOT NULL,
    cosigner  TEXT   COLLATE "C" NOT NULL,
    statement BYTEA  NOT NULL,
    signature BYTEA  NOT NULL,
    received  BIGINT NOT NULL,
    PRIMARY KEY (channel, sequence, cosigner),
    CONSTRAINT cosignatures_sequence  CHECK (sequence >= 0),
    CONSTRAINT cosignatures_statement CHECK (octet_length(statement) = 32)
);
